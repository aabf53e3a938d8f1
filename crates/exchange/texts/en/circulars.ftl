circulars-title = Circulars
circulars-written = Written
circulars-none = Nothing has been sent yet.
circular-new = Write a circular
circular-known = First you see whom it goes to. After releasing it you can call it back for ten minutes.
circular-preview = On to the preview
circular-words = Text
circular-draft = draft
circular-confirming = waits for other networks
circular-waiting = leaves soon
circular-sent = sent
circular-recalled = called back
asking-title = Questions to this network
asking-text = These circulars of other networks are to arrive here too.
field-subject = Subject
field-audience = To whom?
audience-everybody = Everybody with a seat
audience-offices = Everybody with an office
audience-territory = Everybody of a territory
audience-topic = Those who know a topic
field-territory = Territory
field-territory-hint = For “Everybody of a territory” only
territory-none = None
field-duty = Mail of duty
field-duty-yes = Yes, it comes with “Invitations and votes only”, too
field-duty-hint = For summons and deadlines, not for news
field-beyond = To other networks, too
field-beyond-hint = There a second person agrees first.
yes = Yes
no = No
fact-leaves = Leaves
fact-sent = Sent
to-title = Goes to
to-text = Each person gets a mail of her own, vacant posts through their mailbox.
to-more = { $count ->
    [one] And one more
   *[other] And { $count } more
  }
to-spared = { $count ->
    [one] One person wants mails of duty only and does not get it.
   *[other] { $count } persons want mails of duty only and do not get it.
  }
lost-title = Without a mail address
lost-text = No mail reaches these members. Please give it to them by other means.
beyond-asked = { $network }: { $count } persons, not agreed yet
beyond-asked-quiet = { $network }: not agreed yet
beyond-let-in = { $network }: { $count } persons
beyond-let-in-quiet = { $network }: agreed
beyond-declined = { $network }: declined
act-release = { $count ->
    [one] Release one mail
   *[other] Release { $count } mails
  }
act-ask-others = Ask the other networks
act-recall = Call it back
act-let-in = Pass on in { $network }
act-decline = Do not pass on in { $network }
release-note = After releasing it leaves in ten minutes, in the evening and on weekends on the next working day at 7.
release-note-beyond = It leaves as soon as the other networks have decided.
second-person = A second person who leads that other network decides this.
note-leaves = Released. It leaves { $when }. Until then you can call it back.
note-asks = The other networks have been asked.
note-recalled = Called back. Nobody got it.
note-let-in = It is passed on.
note-declined = It is not passed on.
went-title = Who got it
went-counts = How it arrived
recipient-written = on its way
recipient-left = sent
recipient-failed = undeliverable
recipient-no-address = without a mail address
recipient-declined = wants mails of duty only
recipient-mailbox = { $title } (mailbox)
recipient-mailbox-plain = Mailbox of a vacant post
file-take = Take the list:
file-sensitive = This list belongs to a protected network. Do not pass it on.
column-name = Who
column-state = State
# The mail
letter-circular-quiet-subject = A circular for you
letter-circular-quiet = In a protected area there is a circular for you. You read it after signing in: { $link }
letter-circular-why = You get this circular through { $networks }.
letter-circular-why-quiet = You get this circular through one of your networks.
letter-circular-duty = You get this circular as a mail of duty through { $networks }.
letter-circular-mailbox = You get this circular in this mailbox through { $networks }, because the post is vacant at the moment.
circulars-label = Circulars
told-circular = New circular
told-came-back = A letter came back
