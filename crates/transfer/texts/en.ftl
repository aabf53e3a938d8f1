# Taking lists in: source, columns, check, result, invitation.
source-title = Take members in
source-text = Paste a list from Excel
source-text-hint = Copy the rows together with the headings. For example: name, mail, post, municipality, function.
source-file = Or choose a file
source-optional = (optional)
source-file-hint = Excel (.xlsx) or CSV, at most 2 MB and 5,000 rows.
source-next = Continue
source-promise = You check every row first. Nothing is sent.
source-sensitive = This network is sensitive. Only members see who belongs.
source-begun = Lists that were begun
source-pasted = Pasted list
state-taken = taken
state-begun = columns to be checked
state-checked = rows to be checked
columns-title = What do the columns hold?
columns-count = { $count ->
    [one] One row was read.
   *[other] { $count } rows were read.
  }
columns-lead = Please check what each column holds.
columns-heading = Column
columns-samples = Samples
columns-holds = Holds
columns-choice = The column “{ $heading }” holds
columns-none = leave out
columns-nth = Column { NUMBER($number) }
columns-other = Another list
check-title = Check the rows
check-unclear = Please clear up
check-rows = All other rows
check-who = Who
check-what = Details
check-state = State
check-decide = Decide
check-take = Take { $count }
check-save = Save the changes
check-saved = Saved and checked again.
check-pages = Pages of the check
check-back = Change the columns
check-to-done = To what was taken last
check-missing = { $missing ->
    [one] { $count } persons recognised, one has no mail address. Please add it.
   *[other] { $count } persons recognised, { $missing } have no mail address. Please add them.
  }
count-unclear = unclear { $count }
count-new = new { $count }
count-known = there already { $count }
count-differs = there, with differences { $count }
count-skipped = left out { $count }
count-done = taken already { $count }
row-of = row { $number }
row-unclear = unclear
row-new = new
row-known = there already
row-differs = differs
row-left-out = left out
row-leave-out = Leave the row out
done-title = Taken
done-taken = { $count ->
    [one] One row was taken.
   *[other] { $count } rows were taken.
  }
done-made = Newly made:
done-nothing-sent = Nothing was sent so far.
done-letters = See the invitation
done-list = To the persons
done-waiting = { $count ->
    [one] One row is still waiting.
   *[other] { $count } rows are still waiting.
  }
done-to-check = To the check
done-undo-until = You can take everything back until { $until }.
made-persons = { $count ->
    [one] one person
   *[other] { $count } persons
  }
made-organisations = { $count ->
    [one] one organisation
   *[other] { $count } organisations
  }
made-posts = { $count ->
    [one] one post
   *[other] { $count } posts
  }
made-seats = { $count ->
    [one] one seat
   *[other] { $count } seats
  }
undo-title = Undo what was taken
undo-text = Everything this list made is deleted again. What was changed or used meanwhile stays. The rows stay to be checked.
undo-button = Undo
undo-done = It is undone.
undo-over = The 24 hours are over.
undo-partly = Undone in part
undo-partly-text = These entries stay:
undo-kept = Row { $row }, { $name }: { $why }
undo-to-rows = Back to the rows
drop-title = Discard the list
drop-text = The rows that were read are deleted. Nothing changes with the members.
drop-button = Discard
drop-done = The list is discarded.
sure-back = Cancel
letters-title = See the invitation
letters-text = Text of the message
letters-subject = Subject:
letters-to = Recipients
letters-nobody = Nobody waits for an invitation.
letters-reached = { $count ->
    [one] One person was invited already or has an account.
   *[other] { $count } persons were invited already or have an account.
  }
letters-without = Without a mail address
letters-without-text = You can invite these persons later.
letters-send = { $count ->
    [one] Send one invitation now
   *[other] Send { $count } invitations now
  }
letters-later = Later
letters-sent = { $count ->
    [one] One invitation is on its way.
   *[other] { $count } invitations are on their way.
  }
