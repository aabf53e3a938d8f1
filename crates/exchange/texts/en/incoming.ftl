# Letters that come in
letter-wrote = { $author } writes:
letter-via = { $author } via Geflecht
letter-reply-here =
    Simply reply to this letter. Everybody who takes part reads your answer.
    Read it in context: { $page }
letter-no-subject = no subject
letter-refused-subject = Your letter was not taken
letter-refused =
    Your letter “{ $subject }” is not in the exchange.

    The reason: { $why }

    If more is refused today, we will not tell you again.
letter-held-subject = Did you write this?
letter-held =
    A letter from { $address } is waiting. It is to go into the exchange in your name.

    We do not know for sure whether it is yours. Here you see it and decide:
    { $page }

    Without your confirmation the letter is deleted after 14 days.
held-title = Did you write this?
held-lead = This letter is waiting. Others read it only once you confirm it.
held-gone = This letter was decided already, or was deleted after 14 days.
held-from = Sender's address
held-subject = Subject
held-where = It goes to
held-came = Came on
held-why-unsigned = We know the address. But nothing proves that the letter comes from there.
held-why-unknown = We do not know this address.
held-why-shared = Several persons read this mailbox.
held-words-title = What it says
held-decide-title = Your decision
held-act-mine = This address is mine
held-act-wrote = I wrote this
held-act-wrote-as = I wrote this: { $name }
held-act-not = It was not me
held-alias-text = From then on we recognise letters from this address.
held-note-posted = Your letter is in the exchange now.
held-note-dropped = The letter is deleted.
held-done-title = Thank you
# For those who lead
mailroom-title = Letters that come in
mailroom-lead = We do not know whose letter this is. Assign it or delete it.
mailroom-address = Members write something new by e-mail to { $address }
mailroom-waiting-title = Letters that wait
mailroom-none = No letter is waiting.
mailroom-none-text = Letters from unknown addresses appear here.
mailroom-person = Who is it from?
mailroom-choose = Please choose
mailroom-act-assign = Assign
mailroom-act-drop = Delete
mailroom-choose-first = Please choose who the letter is from.
mailroom-trouble-title = Letters do not arrive
mailroom-trouble-none = All letters arrive, as far as we know.
mailroom-trouble-text = We no longer write to a paused address. The pause ends when the person signs in or writes.
mailroom-strikes = { $count ->
    [one] one letter came back
   *[other] { $count } letters came back
  }
mailroom-paused = paused
mailroom-last = last on { $day }
fact-mail = Answer by e-mail
mail-address-body = Write by e-mail: { $address }
note-assigned = The letter is assigned and in the exchange now.
own-addresses = Further sender addresses
own-address = Address
own-confirmed = Confirmed on
letter-files = With attachment: { $names }. You save it by the link at the end.
letter-left-subject = Not all attachments were taken
letter-left = Your letter “{ $subject }” stands in the exchange, but without these attachments:
left-file-why = Not taken: { $name }. { $why }
left-files = Attachment, not taken: { $names }
left-cut = Shortened. The whole letter lies in the mailbox it came from.
held-files = Attachment
mailroom-files = Attachment: { $names }
alias-lead = When you write from here, we know your letters as answers.
alias-heading = Confirmed addresses
alias-none = No other address.
alias-none-text = When you answer from another address, we ask once. Then it stands here.
alias-since = confirmed on { $day }
alias-remove = Remove
note-alias-gone = Removed. Letters from there wait for your confirmation again.
