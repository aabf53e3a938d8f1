# Agenda
agenda-title = Agenda
agenda-all = Whole agenda
agenda-none = No items yet.
agenda-none-text = Add items, or take over those of the last meeting.
agenda-sum = { $begin } to { $end }, { $minutes } minutes in all
agenda-over = { $minutes ->
    [one] one minute longer than the meeting
   *[other] { $minutes } minutes longer than the meeting
  }
agenda-stands = The agenda has been sent and stands.
agenda-late-ok = New items count as late and need the consent of those present.
items-title = Items
items-hidden = { $count ->
    [one] One more item is not meant for you.
   *[other] { $count } more items are not meant for you.
  }
minutes = { $count ->
    [one] one minute
   *[other] { $count } minutes
  }
item-late = late
item-new = New item
item-new-submit = Put on the agenda
item-edit = Change the item
item-late-note = The agenda has been sent already. This item is shown as late.
item-drop = Take off the agenda
item-drop-yes = Yes, strike this item
act-up = Up
act-down = Down
act-copy = Take the items over
act-take = Put on the agenda
act-send-agenda = Send the agenda
copy-title = As last time
copy-from = From { $day }: { $title }
tasks-title = Open tasks
field-item-title = Topic
field-minutes = Length in minutes
field-rapporteur = Who reports?
field-openness = For whom is this item?
open-closed = members themselves only
open-internal = internal
open-guests = open to guests
open-public = public
open-title = Whom an item is for
open-closed-means = Substitutes and guests learn nothing of it.
open-internal-means = Members and their substitutes read it, guests do not.
open-guests-means = Invited guests read it, too.
open-public-means = Everybody who sees the meeting reads it.
field-openness-hint = The first choice keeps substitutes and guests out, the second one guests alone.
field-item-note = Note
note-added = The item is on the agenda.
note-changed-item = The item is changed.
note-dropped = The item is struck.
note-copied = { $count ->
    [one] One item has been taken over.
   *[other] { $count } items have been taken over.
  }
note-agenda-sent = { $count ->
    [one] The agenda has been sent to one person.
   *[other] The agenda has been sent to { $count } persons.
  }
# Proposals
propose-title = Propose a topic
propose-submit = Propose
field-proposal-note = Why does it matter?
note-proposed = Thank you, your proposal has arrived.
proposals-title = Proposals
proposal-own = by you
proposal-from = Proposed by { $name } on { $day }
proposal-open = open
proposal-accepted = accepted
proposal-declined = declined
proposal-withdrawn = withdrawn
proposal-decision = What becomes of it?
proposal-accept = Put on the agenda
proposal-decline = Decline
field-proposal-answer = Reason
field-proposal-answer-hint = Whoever proposed the topic reads it.
proposal-submit = Decide
proposal-withdraw = Withdraw the proposal
note-declined = The proposal has been declined.
note-withdrawn = The proposal has been withdrawn.
# Papers
papers-title = Papers
papers-none = There are no papers here yet.
papers-add = Upload
papers-open = Open the papers
papers-back = Back to the invitation
papers-stand = The agenda has been sent. Its papers stay as they are.
field-papers = Files
field-code = Code
field-code-hint = The six digits stand in the mail you come from.
back-to-agenda = Back to the agenda
note-papers-added = { $count ->
    [0] These files were here already.
    [one] One file was uploaded.
   *[other] { $count } files were uploaded.
  }
note-paper-removed = The file was removed.
agenda-paper-papers = Papers: { $names }
