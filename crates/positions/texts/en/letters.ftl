signed-title = Signed by
asked-signers-title = Asked to sign
signers-title = Ask others to sign
signers-text = Each network decides by its own rules. Its members read the text from now on.
signers-first = Please enter the decision of your own body first.
signers-ask = Ask
field-network = Network
field-sign-until = Answer until
signature-asked = asked
signature-asked-until = asked until { $day }
signature-signed = signed on { $day }
signature-late = signed later, on { $day }
signature-has = has signed
signature-declined = does not sign
signature-back = has withdrawn
signature-withdrawn = signed on { $day }, withdrawn on { $end }
sign-title = Sign
sign-until = An answer is asked for until { $day }.
sign-yes = Our network signs
sign-no = Our network does not sign
sign-submit = Enter the answer
field-sign = What did your network decide?
field-named = In public
named-yes = Our network is named
field-decline-hint = If your network does not sign.
withdraw-text = Withdrawing stays visible with its day.
withdraw-submit = Withdraw the signature
note-signed = Your network has signed.
note-signed-published = Your network has signed. With that the position is published.
note-withdrawn = The signature is withdrawn.
publish-title = Publish
publish-text = With publication the position gets its number. Number, address and text stay for ever.
publish-done = Published as { $mark }.
publish-now = Publish now
publish-keep = Keep and go on
field-level = Who shall see it?
field-signers = So many networks must sign before
field-signers-hint = Once the number is reached, it is published by itself. With 0 you decide.
note-published = Published as { $mark }.
end-title = Standing
end-text = A newer position can take its place. Both stay to be read and name each other.
end-over = This position has an end already.
end-early = This position is not published yet.
end-without = nothing in its place
end-submit = Enter
field-newer = Superseded by
field-from = From which day?
to-title = To whom it went
letters-title = Dispatch
letters-text = Plan a letter for each office. It is sent on the next page only.
letters-none = Please add addressees first.
letters-submit = Plan the letter
letter-manage = Letter and answer
letter-paper = Letter
letter-to-name = Letter to { $name }
letter-to-subject = [{ $network }] { $title } ({ $mark })
letter-begun = Dear Sir or Madam, { $network } has adopted: “{ $title }”. We ask you for an answer.
letter-reminder-begun = Dear Sir or Madam, on { $day } we sent you “{ $title }”. We have no answer yet.
field-addressee = To whom?
field-letter = Text of the letter
field-letter-hint = The program adds the link to the position.
field-file-mark = File number
field-file-mark-hint = That of the other side, if known.
field-due = Answer expected by
field-weeks = Remind every … weeks
field-weeks-hint = If no answer comes, the body gets a task. 0 means never.
note-letter-planned = The letter is planned.
way-mail = by mail
way-letter = on paper
way-handed = handed over
sent-on = { $day }, { $way }
sent-planned = not sent yet
fact-sent = Sent
fact-proof = Proof
proof-left = The mail has left
proof-waits = The mail waits to leave
proof-failed = could not be delivered
proof-said = entered by those who lead
fact-answer = Answer
fact-reminded = Reminded
fact-outcome-of = Outcome
send-title = Send
send-early = It can be sent after publication.
send-submit = Send, or enter as sent
send-drop = Drop the letter
field-way = How?
field-sent-day = Day of dispatch
field-sent-day-hint = For paper and by hand. Mails leave today.
replies-title = Answers
reply-title = File an answer
reply-submit = File
reply-from = Answer of { $day }
reply-closed = The answer is not public.
reply-open = Everybody who sees the position reads it
field-reply-day = Date of the answer
field-reply = What was answered?
field-reply-hint = Word for word, or the sum of it.
field-reply-open = Who reads the answer?
remind-title = Ask again
remind-submit = Ask again
judge-title = Judge the outcome
judge-submit = Save the outcome
field-judgement = What became of it?
field-evidence = What shows that?
field-evidence-hint = For example: decree of 3 March, budget 2027, page 14
outcome-adopted = adopted
outcome-partly = partly adopted
outcome-rejected = rejected
outcome-none = no answer
outcome-unknown = unknown
waiting-fresh = no answer yet
addressees-lead = To whom positions go, and what was answered.
addressees-empty = No addressees yet.
addressee-new = Add an addressee
addressee-edit = Change the addressee
addressee-more = Everything to this office
addressee-got = What this office got
addressee-nothing = Nothing went to this office yet.
addressee-until = until { $day }
addressee-ministry = Ministry
addressee-parliament = Parliament or council
addressee-authority = Authority
addressee-party = Party or group
addressee-association = Association
addressee-company = Company
addressee-other = Other
field-name = Name
field-name-en = Name in English
field-addressee-kind = What is it?
field-mail = Mailbox
field-since = Called so since
act-contact = Change the address
act-succeed = Renamed or split
field-succeed = New names
field-succeed-hint = One a line. Several mean: split.
field-succeed-day = From when?
fact-until = Existed until
fact-after = Afterwards
fact-before = Before
count-sent = Positions received
count-answered = answered
count-waiting = without an answer
count-done = adopted, or in part
letter-to = { $letter }

  Wording and what became of it: { $page }
  As PDF: { $file }
signed-unnamed = { $count ->
    [one] One more network signs without being named.
   *[other] { $count } more networks sign without being named.
  }
waiting-weeks = { $weeks ->
    [one] not answered for one week
   *[other] not answered for { $weeks } weeks
  }
reminded-times = { $count ->
    [one] asked again once
   *[other] asked again { $count } times
  }
field-reply-files = The answer as a file
letter-input-reply = Or reply to this mail. If you mean one paragraph, begin the line like this: Paragraph 2: …
refused-subject = Your reply was not taken
refused-nameless = no subject
refused-why = You get this mail because you wrote here.
refused-letter =
  Your mail “{ $subject }” has arrived but was not taken.

  The reason: { $why }

  Whatever else you send today that is not taken will not be reported again.
refused-over = Input ended on { $day }.
refused-closed = Nobody asks for input there at the moment.
refused-right = Only those who are asked write there.
refused-empty = There was nothing in it but the quote.
refused-unproven = It came from an address we do not know as yours alone. Please reply from where our mail went to. Or use the link in it.
refused-pointless = It does not say which point you mean. Begin the line like this: Point 1: …
