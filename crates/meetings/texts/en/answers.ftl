# Answers
answer-title = Are you coming?
answer-yes = Accept
answer-no = Decline
answer-substitute = Send a substitute
answered-none = open
answered-yes = accepted
answered-no = declined
answered-substitute = sends a substitute
answered-contested = contradictory, asked again
answered-late = { $answer }, late on { $day }
answer-asked = Your answer is still missing.
answer-is-yes = You accepted.
answer-is-no = You declined.
answer-is-substitute = You are sending a substitute.
answer-was-late = Your answer came after the deadline.
answer-contested = Two answers from your mail contradict each other. Please answer here.
answer-contested-link = Two different answers came within a minute. Neither counts. Please wait a minute and answer again.
answer-stands = Your answer: { $answer }. You can change it here.
answer-until = Please answer by { $day }.
answer-too-late = The deadline was { $day }. Your answer is taken all the same.
thanks-yes = Thank you, you are in.
thanks-no = Thank you for letting us know.
thanks-substitute = Your substitute is invited: { $name }.
field-substitute-name = Name of the substitute
field-substitute-mail = Mail address
field-substitute-hint = Your substitute gets an invitation of her or his own.
substitute-submit = Invite the substitute
letter-gone = This invitation no longer stands. The meeting is over, called off or no longer concerns you.
letter-question-title = Are you coming?
letter-title-quiet = A meeting
letter-lead-quiet = You can read more after signing in.
# Inviting
invitees-title = Invitation and answers
notice-title = Notice period
notice-kept = in time
notice-late = not in time
preview-title = The invitation goes to
preview-text = The recipients follow from today's seats. Substitutes and mailboxes of vacant posts are among them.
preview-lost = { $count ->
    [one] One person has no mail address.
   *[other] { $count } persons have no mail address.
  }
preview-unreached = no e-mail address
preview-more = { $count ->
    [one] one more name
   *[other] { $count } more names
  }
preview-frozen = With the invitation the agenda stands.
preview-open = The agenda stays open after the invitation until you send it.
act-invite = { $count ->
    [0] Invite now, without e-mail
    [one] Send one invitation now
   *[other] Send { $count } invitations now
  }
sample-title = How the mail arrives
sample-text = In place of “…” each mail has a link of its own.
sample-subject = Subject:
sending-title = Sending
warn-title = Please check before sending:
warn-place = Neither a place nor an address in the net is given.
warn-answer = No day is given by which to answer.
warn-answer-past = The last day for answers lies in the past: { $day }.
warn-agenda = The agenda is empty.
warn-late = The notice period is missed. The last day was { $day }. The meeting will say: not in time.
warn-agenda-open = To the agenda
warn-change = Change the meeting
invited-title = Invited
invited-gone = { $count ->
    [one] one invitation no longer stands
   *[other] { $count } invitations no longer stand
  }
capacity-member = sits in the body
capacity-stand-in = standing in
capacity-mailbox = mailbox of a vacant post
capacity-substitute = sent as substitute
capacity-guest = guest
proof-invitation = invitation
proof-agenda = agenda
proof-change = change
proof-cancellation = cancellation
proof-reminder = reminder
proof-question = question
proof-substitute = news of the substitute
proof-failed = { $what } { $when }, not delivered
proof-none = nothing sent, an address is missing
follow-text = Whoever joins or leaves is told every morning. You can also compare the recipients now.
act-follow = Compare now
act-remind = { $count ->
    [one] Remind one person
   *[other] Remind { $count } persons
  }
guest-title = Invite a guest
guest-text = Guests see only items that are open to guests.
field-guest-name = Name
field-guest-item = For which item?
guest-all = For everything that is open to guests
guest-submit = Invite the guest
note-invited = { $count ->
    [one] One invitation has been sent.
   *[other] { $count } invitations have been sent.
  }
note-followed = Newly invited: { $came }. No longer invited: { $left }.
note-reminded = { $count ->
    [one] One person has been reminded.
   *[other] { $count } persons have been reminded.
  }
note-guest = Invited: { $name }.
# Letters
letter-subject-invitation = Invitation
letter-subject-agenda = Agenda
letter-subject-change = Changed
letter-subject-cancellation = Called off
letter-subject-no-longer = You are no longer invited
letter-subject-reminder = Your answer is missing
letter-subject-question = Please answer again
letter-subject-substitute = Your substitute is not coming
letter-why = You get this mail because you are invited to this meeting.
letter-why-was = You get this mail because you were invited to this meeting.
letter-invitation = You are invited: “{ $title }”, { $body }.
letter-agenda = The agenda stands: “{ $title }”, { $body }.
letter-change = A meeting has changed: “{ $title }”, { $body }.
letter-cancellation = A meeting has been called off: “{ $title }”, { $body }.
letter-no-longer = You are no longer invited: “{ $title }”, { $body }. The meeting takes place.
letter-no-longer-seat = You no longer have a seat there. If it belongs to a post, whoever has that is invited now.
letter-no-longer-sent = Whoever sent you no longer has a seat there.
letter-reminder = Your answer is still missing: “{ $title }”, { $body }.
letter-substitute = Your substitute has declined: “{ $title }”, { $body }.
letter-question = Two answers from your invitation contradict each other. Neither counts. Please answer again.
letter-quiet-invitation = You are invited to a meeting in one of your networks.
letter-quiet-agenda = The agenda of one of your meetings stands.
letter-quiet-change = One of your meetings has changed.
letter-quiet-cancellation = One of your meetings has been called off.
letter-quiet-no-longer = You are no longer invited to a meeting. It takes place.
letter-quiet-reminder = Your answer to one of your meetings is still missing.
letter-quiet-substitute = Your substitute has declined one of your meetings.
letter-when = When: { $when }
letter-before = Before: { $words }
letter-where = Where: { $place }
letter-where-later = Where: you learn that as soon as you have accepted.
letter-online = Online: { $address }
letter-agenda-title = Agenda
letter-papers = Papers: { $address }
letter-papers-code = Code for the papers: { $code }
letter-answer-until = Please answer by { $day }.
letter-proposals = You can propose topics on the same page until { $day }.
letter-page = Everything about the meeting
