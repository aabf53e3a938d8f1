nav-mandates = Mandates
kind-sessions = Sittings of other bodies
kind-reports = Reports
kind-raised = Proposals raised
news-filed = Report handed in
# Allgemein
about-title = Facts
act-save = Save
act-report = Write report
report-read = Read the report
act-prepare = Prepare
note-saved = Saved.
somebody = somebody
nobody = nobody
you = you
today-word = today
called-off = called off
called-off-note = This sitting is called off.
field-title = Title
field-day = Day
field-hour = Begins at
field-place = Place
field-from = First day
field-until = Last day of the term
field-until-hint = Empty means: as laid down for the seat.
fact-when = When
fact-where = Where
fact-who = Who
fact-stand-in = Substitute
fact-sender = Sent by
on-day = on { $day }
from-until = { $from } to { $until }
from-on = since { $from }
days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
level-network = members of the network
level-body = the body that sends
level-delegation = senders, delegate and substitute only
level-parts-public = in part public
level-parts-rise = in part passed on
# Meine Mandate
list-lead = Where you are sent, what is ahead and what is missing.
due-title = Your reports that are missing
due-until = until { $day }
overdue-since = due since { $day }
next-title = Next sittings
mandates-title = Where you are sent
empty-title = You have no mandate at present.
empty-text = As soon as a body sends you, sittings, preparation and report appear here.
chains-title = Who speaks for whom
seats-title = All your seats
seats-text = { $n ->
    [one] The picture shows your seat over the years.
   *[other] The picture shows your { $n } seats over the years.
}
seats-head = Seat
seats-term = Time
elsewhere-title = Seats that are not kept here
filed-title = Reports handed in
risen-title = Reports passed on
sent-by = sent by { $sender }
stand-in-word = substitute
with-stand-in = substitute: { $names }
report-of = Report: { $title }
# Gremium
body-title = Mandates: { $body }
outside-lead = A body of others: our seats, its sittings, our proposals.
sender-lead = Who is sent where, and what comes back.
fact-purpose = Purpose
fact-rhythm = Rhythm
fact-mail = Mail address
our-seats = Our seats
sent-title = Delegations
seats-empty = Nobody is sent yet.
seats-empty-text = As soon as somebody is nominated, it stands here.
missing-title = Missing reports
sessions-title = Sittings
sessions-empty = No sitting entered yet.
sessions-empty-text = Whoever is sent or leads enters day and agenda.
sessions-past = { $n ->
    [one] { $n } past sitting
   *[other] { $n } past sittings
}
raised-title = Proposals raised
next-on = look again on { $day }
pill-waits = confirmation missing
pill-unconfirmed = no confirmation on file
pill-ended = ended on { $day }
pill-from = from { $day }
# Kontakte
contact-word = Contact
contact-new = Enter contact
contact-edit = Change contact
contact-office = Please enter office details only. Members of the network see them.
contact-name = Name or office
contact-name-hint = For example: secretariat of the committee
contact-role = Responsible for
contact-mail = Mail address
contact-phone = Telephone
contact-drop = Delete
contact-drop-yes = Delete this contact
# Sitzungen
session-new = Enter sitting
session-edit = Change sitting
session-name = Sitting
session-name-hint = For example: 4th sitting of 2026
session-agenda = Agenda
session-agenda-hint = Paste it as it is: one item a line. Numbers in front are dropped.
session-off = Called off
session-off-yes = The sitting does not take place
session-tells = The preparation has been sent. When time or place change, those who are sent get a mail.
session-none = no particular sitting
session-option = { $title }, { $day }
note-session = Sitting entered.
agenda-title = Agenda
agenda-empty = No agenda yet.
agenda-empty-text = Paste it under “Change sitting”.
agenda-mark = Agenda and marks
agenda-rest = { $n ->
    [one] { $n } more item
   *[other] { $n } more items
}
mark-label = What matters to us?
mark-hint = Marked items stand at the top of the preparation.
mark-submit = Save marks
note-marked = Marks saved.
relevant = matters to us
nothing-marked = No item is marked as important yet.
packs-title = Preparation
pack-of = Preparation for { $who }
# Ein Mandat
mandate-title = Mandate
mandate-of = Mandate: { $body }
fact-term = Term
fact-decision = Rests on
fact-mandate = Bound or free
fact-confirmed = Confirmation
fact-report-days = Days for the report
fact-end = Why it ended
mandate-free = free mandate
mandate-bound = bound to the instruction
confirmed-words = on { $day }, { $name }
confirmed-missing = still missing
instruction-title = Instruction
briefing-empty = No sitting entered yet.
resolution-words = { $mark } { $title }
letter-title = Letter to the body
letter-pdf = As PDF
letter-word = For Word
# Entsenden
send-title = Send somebody
send-known = The body gets a mail if its address is known. Rights begin with the confirmation only.
send-submit = Nominate
seat-option = { $seat }, sent by { $sender }
field-seat = Seat
person-hint = You can choose whoever sits in the body that sends.
field-resolution = Resolution from the register
resolution-none = none from the register
field-decision = Decision in words
field-decision-hint = If it is not in the register.
field-decision-day = Day of the decision
instruction-hint = Read by senders, delegate and substitute only.
report-days-hint = The report is due so many days after the sitting.
note-sent = Nominated. Now the body confirms.
file-title = Change file
file-not-inner = Only senders, delegate and substitute see and change the instruction.
confirm-title = Enter confirmation
confirm-day = Confirmed on
confirm-by = Confirmed by
confirm-by-hint = Office or name at the body
confirm-submit = Save confirmation
note-confirmed = Confirmed.
end-title = End mandate
end-known = The body gets a mail on the last day.
end-known-by-paper = No mail address of this body is known. Please send the letter yourself.
end-day = First day without mandate
end-day-hint = Today means: at once.
end-reason = Reason
end-submit = End it
end-term = term over
end-resignation = resignation
end-eligibility = no longer eligible
end-recall = recall
end-other = ended
note-ended = The mandate ends.
take-back-title = Take nomination back
take-back-known = The nomination is then void. A refusal by the body is entered like this as well.
note-taken-back = Nomination taken back.
substitute-title = Name substitute
substitute-known = The substitute reads instruction, preparation and reports, too.
substitute-submit = Save substitute
# Vorbereitung
briefing-page = Preparation
briefing-title = Preparation: { $title }
notes-title = What colleagues give along
notes-empty = Nobody has given anything along yet.
notes-none = Nobody gave anything along.
notes-field = What should be raised?
notes-hint = Until { $day }. Read by senders, delegate and substitute only.
notes-submit = Give along
note-given = Given along.
note-drop = Take back
note-dropped = Taken back.
relevant-title = What applies
about-item = on item { $n }
raised-open-title = Our open proposals
last-report = Last report, { $day }
away-title = You cannot come?
away-text = The substitute then gets the same preparation. If there is none, those in charge are told.
away-submit = I cannot come
away-note = The substitute goes.
note-away = Thank you, we have passed it on.
# Bericht
report-word = Report
report-fields = Five fields
report-by = Report by
report-submit = Hand in report
report-draft = Save as draft
back-to-briefing = To the preparation
draft-note = This is your draft. Others read it once you hand it in.
note-draft = Draft saved.
note-filed = Report handed in. Thank you!
part-subject = Subject
part-decided = What was decided?
part-contributed = What did you contribute?
part-effects = Consequences for us
part-confidential = Confidential
part-rises = passed on
part-stays = internal
part-public = public
hint-subject = What was it about?
hint-decided = Decisions, tasks, dates
hint-contributed = Questions, motions, remarks
hint-effects = What does it mean for our work?
hint-confidential = Always stays with senders, delegate and substitute.
pass-legend = Who else reads “{ $part }”?
pass-default = Senders, delegates and stand-ins read what you write. In the first four fields you choose who else does. Stages above are the body that sends you, its network, and all that send somebody there.
pass-yes = Pass on to all stages above
open-yes = Show to the public, without your name
task-report = Write report: { $title }
task-discuss = Discuss report: { $title }
# Eingebracht
outcome-raised = raised
outcome-noted = noted
outcome-referred = referred
outcome-adopted = adopted
outcome-rejected = rejected
outcome-unknown = unknown
raise-title = Enter proposal
raise-submit = Enter
raised-field-title = Proposal
raised-field-title-hint = For example: gender criteria in the structural programme
raised-field-text = What it is about
raised-field-day = Raised on
raised-field-session = Sitting
raised-field-level = Who reads this?
raised-field-next = Look again on
raised-field-next-hint = On that day a mail reminds all who follow.
raised-in = Raised in: { $receiver }. Sent by: { $sender }.
note-raised = Proposal entered.
steps-title = Its way so far
evidence-word = Evidence
step-title = What came of it
step-state = What came of it?
step-day = Since
step-note = In words
step-evidence = Evidence
step-evidence-hint = Address on the web. Needed for adopted and rejected.
step-submit = Save
note-stepped = Saved.
follow-title = Keeping up
follow = Follow
unfollow = Stop following
note-follow = You follow this proposal.
note-unfollow = You no longer follow it.
followers = { $n ->
    [0] Nobody follows this proposal yet.
    [one] One person follows this proposal.
   *[other] { $n } persons follow this proposal.
}
# Bilder
chain-title = From { $first } to { $last }
chain-more = { $names }; { $n ->
    [one] and one more way
   *[other] and { $n } more ways
}
chain-holds = { $names }. The chain holds.
chain-breaks = { $names }. { $n ->
    [one] The chain does not hold in one place.
   *[other] The chain does not hold in { $n } places.
}
chain-stage = Body
chain-who = Who
chain-report = Report of { $day }
chain-last = Last report
several-title = Several seats from one administration
several-seats = { $n } seats
chain-state = State
chain-as-table = Read picture as table
chain-sends = sends
chain-elects = elects
chain-forms = forms
chain-nobody = nobody has a seat
chain-seats = { $seats ->
    [one] { $seats } seat
   *[other] { $seats } seats
}, { $filled } filled
chain-vacant = vacant
chain-waits = nominated from { $day }, confirmation missing
chain-broken = chain broken: no seat any more in the body that sends
chain-expired = term expired on { $day }
chain-rests = rests, the substitute acts
chain-until = until { $day }
chain-open = without end date
chain-unconfirmed = { $until }, confirmation missing
chains-cut = There are more ways. Please look at the single bodies.
steps-all = All delegations
steps-one = Only the last delegation
steps-two = The last two delegations
# Meine Daten
own-session = Sitting
own-role = Your role
own-raised = entered
own-follows = you follow it
own-goes = What you gave along for sittings is deleted.
own-stays = Reports and proposals raised stay with the body, without your name.
report-files = Files of the report
report-file = Files, for the delegation only
note-file-added = The file was uploaded.
note-file-removed = The file was removed.
told-briefing = The briefing is ready
told-report = A report
# Reading sittings
session-word = Sitting
oparl-title = Read sittings
oparl-back = Back to the body
oparl-address = Council information system
oparl-url = Address
oparl-url-hint = The address of the OParl interface: of the system, of the body or of its sittings. It begins with https://.
oparl-read = Read sittings
oparl-again = Read again
oparl-asked = The sittings are being read.
oparl-reading = { $n ->
    [0] Reading begins in a moment.
    [one] One page is read.
   *[other] { $n } pages are read.
}
oparl-look = See how far it is
oparl-failed = Reading was stopped. { $why } Nothing changed in your sittings.
oparl-taken = Taken on { $when }.
oparl-choose-title = Which body is it?
oparl-choose = Body
oparl-choose-submit = Choose body
oparl-preview = What will be taken
oparl-objects = Read
oparl-nothing = There is nothing new.
oparl-nothing-text = All sittings are here already, or they are over for long.
oparl-more = { $n ->
    [one] One more sitting is not shown here but taken, too.
   *[other] { $n } more sittings are not shown here but taken, too.
}
oparl-take = Take sittings
oparl-took = { $n ->
    [one] One sitting is taken.
   *[other] { $n } sittings are taken.
}
oparl-stale = It was read anew meanwhile. Please look at the preview once more.
oparl-before = before { $when }
oparl-items = { $n ->
    [one] { $n } item
   *[other] { $n } items
}
oparl-gone = stands there no more
fate-new = new
fate-changed = changed
fate-off = called off
fate-same = unchanged
fate-left = left out
trouble-address = This address cannot be asked. It has to begin with https://.
trouble-private = The address leads into an internal network. Nothing is asked there.
trouble-unknown = There is no such server.
trouble-unreachable = The server does not answer, or its connection is not safe.
trouble-slow = The server takes longer than three seconds.
trouble-large = An answer is larger than 10 MB.
trouble-redirect = The server sends on to another address. Please enter the new address.
trouble-elsewhere = A link leads to another server.
trouble-status = The server answers with error { $code }.
trouble-json = The answer is no JSON.
trouble-oparl = There are no sittings of OParl at this address.
trouble-field = The field “{ $name }” does not have the form OParl demands.
trouble-many = There are more entries than are read.
trouble-pages = The list has more than 100 pages. Please choose a shorter list.
trouble-cycle = The pages of the list lead in circles.
# Chains of a person
person-title = Who speaks for whom: { $name }
person-lead = The chains that run through this person.
person-empty = On this day no chain runs through this person.
person-empty-text = Choose another day, or look at the chains of the network.
own-chains = Your chains on any day
# Consequences
follows-broken = She does not sit in the body that sends any more. She stays until you end the mandate. { $who }
follows-ended = The seat is free and still yours. { $who } You can send somebody else, or leave it free.
rest-title = Let it rest
rest-known = The mandate rests until you resume it. Meanwhile whoever is sent has no rights there.
rest-substitute = Meanwhile acts: { $names }.
rest-nobody = No substitute is named. Please name one first.
rest-told = The body gets a mail.
go-on-title = Resume
go-on-known = Whoever is sent acts herself again.
note-rests = The mandate rests.
note-goes-on = The mandate runs again.
follows-rests = The mandate rests. { $who }
follows-expired = The term is over. Please ask the body whether it goes on: { $body }. Or send anew.
fact-organisation = Organisation
follows-substitute = Until then the substitute acts.
follows-nobody = Nobody is named to stand in.
briefing-file = To take along
# As a file
file-into = Where
file-from = By
file-raised = Raised
file-state = State
file-since = State of
file-evidence = Evidence
file-next = Look after on
file-sensitive = This network is specially protected. Please keep the file safe.
file-excel = As Excel
file-csv = As CSV
# Report
kept-typing = What you had typed in this window and not saved yet is back.
# The agenda as a file
agenda-file-title = Upload an agenda
agenda-file = File
agenda-file-hint = Text, CSV or Excel, one item a row. The agenda that stands there is replaced; what reads the same stays marked as important.
agenda-file-submit = Take the agenda
agenda-file-back = Back to the sitting
# Public parts of a report
public-title = Reports from other bodies
public-all = All public reports
public-description = What there is to report from { $receiver }. Sent by: { $network }.
public-list-description = Public reports: { $body }.
public-empty = No public report yet.
public-empty-text = Whoever is sent can show parts of a report to everybody. They stand here then.
public-feed-title = Follow
public-feed = As a feed (Atom)
public-feed-name = { $network }: reports from other bodies
public-part-title = Public
public-part-text = The parts marked as public are read by everybody, without your name.
public-see = As everybody reads it
public-withdraw = No longer show it to the public
note-withdrawn = Nothing of this report is public any more.
# Putting right
correct-title = Correct the report
correct-act = Correct
correct-submit = Save the correction
correct-lead = Your report has been handed in already. The text so far stays with senders, delegates and stand-ins.
correct-tells = Whoever leads a body that reads parts passed on gets a mail when they change.
correct-back = To the report
note-corrected = Report corrected.
pill-corrected = corrected on { $day }
fact-corrected = Corrected
former-title = Former texts
former-until = until { $when }, by { $name }
former-until-nobody = until { $when }
former-empty = empty
rises-title = Passed on
rises-text = The bodies above also read the parts named as passed on.
rises-withdraw = Pass on no longer
taken-back-reason = The report is no longer passed on.
note-taken-back-report = Nothing of this report is passed on any more.
news-corrected = Report corrected
told-corrected = Report corrected
