pro-title = Minutes
# How they stand
pro-state-draft = being written
pro-state-circulated = sent
pro-state-approved = approved
pro-note-draft = Until you send the minutes, only those who convene see them.
pro-note-open = Objections are possible until { $day }.
pro-note-closed = The time for objections is over.
pro-note-approved = The minutes are approved and do not change any more.
pro-open-objections = { $count ->
    [one] One objection is still open.
   *[other] { $count } objections are still open.
  }
pro-none = No minutes yet
pro-none-text = The draft begins with the agenda, the attendance and the votes of this meeting.
pro-begin = Begin with the agenda
pro-again = Take over new items and results
# Facts
pro-chair = Chair of the meeting
pro-keeper = Minutes kept by
pro-persons = Chair and keeper
pro-nobody = not said
pro-fact-state = State
pro-fact-sent = Sent
pro-fact-until = Objections until
pro-fact-approved = Approved
pro-fact-hash = Checksum
pro-fact-letters = Letters
pro-letters = { $count ->
    [one] one letter
   *[other] { $count } letters
  }
pro-letters-failed = { $count ->
    [one] one could not be delivered
   *[other] { $count } could not be delivered
  }
pro-approved-in = in the meeting “{ $title }”, { $day }
pro-approved-by-clock = { $day }, when the time was over without an objection
pro-intact = The checksum is right.
pro-broken = The checksum is wrong. Please ask those who run the installation.
pro-hash-note = Checksum (SHA-256): { $hash }
pro-who = { $count ->
    [one] Attendance: one person
   *[other] Attendance: { $count } persons
  }
pro-pdf = As PDF
pro-docx = For Word
# Items
pro-write = Write
pro-result = Result
pro-to-vote = To the vote
pro-empty-entry = Nothing is written here yet.
pro-nothing-entry = Nothing was recorded on this.
pro-entry-new = Add an item
pro-entry-submit = Add the item
pro-field-text = Text
pro-field-text-hint = An empty line begins a new paragraph, a dash or a number begins a list.
pro-field-vote = Vote in this meeting
pro-field-vote-hint = Its result is taken over where the field above is empty.
pro-vote-none = none
pro-field-remark = Confidential note
pro-field-remark-hint = Only for those who write the minutes. It is deleted when they are sent and is in no file.
pro-remark = Confidential note
pro-pass-on = Pass on
pro-pass-on-yes = Bodies that send delegates here get this item as a proposal.
pro-passed-on = from another body
# Tasks
pro-tasks = Tasks
pro-task = Task
pro-owner = In charge
pro-due = Until when
pro-by-day = until { $day }
pro-owner-person = somebody of the body
pro-task-noted = noted
pro-task-open = open
pro-task-overdue = overdue
pro-task-done = done
pro-task-dropped = given up
pro-todo-new = Note a task
pro-todo-text = The task holds once you send the minutes. Whoever is in charge learns of it then.
pro-todo-closed = Everybody of the body reads the title of the task, substitutes too. Please name nothing confidential in it.
pro-todo-submit = Note the task
pro-todo-drop = Strike
pro-before = Open from former minutes
# Sending
pro-send-title = Send
pro-send-text = Everybody with a seat gets the minutes. Substitutes and guests read what was open to them.
pro-send-tasks = { $count ->
    [one] One task will be given.
   *[other] { $count } tasks will be given.
  }
pro-send-remarks = { $count ->
    [one] One confidential note will be deleted.
   *[other] { $count } confidential notes will be deleted.
  }
pro-send = Send the minutes
pro-send-check = Check and send
pro-send-to = They go to
pro-send-final = After that the minutes change by objections alone.
pro-send-now = { $count ->
    [0] Send now, without e-mail
    [one] Send to one address now
   *[other] Send to { $count } addresses now
  }
pro-send-back = Back to the minutes
pro-gap-empty = Without text: { $title }
pro-gap-vote-open = “{ $title }” is not decided yet. After sending, its result no longer comes into the minutes.
pro-gap-vote-missing = The result of “{ $title }” stands with no item.
pro-gap-nobody = Nobody is entered as present.
pro-gap-list = The attendance has not been saved yet. It shows who meant to come.
pro-gap-chair = It is not said who led the meeting.
pro-gap-keeper = It is not said who kept the minutes.
pro-drop-remarks = Delete the notes now
# Objections
pro-object = Objection
pro-object-submit = Send the objection
pro-objections = Objections
pro-own-objections = Your objections
pro-objection-title = Decide an objection
pro-objection-open = not decided yet
pro-objection-accepted = the paragraph was changed
pro-objection-declined = the paragraph stays
pro-objection-by-letter = somebody with the link of a letter
pro-objection-from = On paragraph { $number } by { $name }, { $when }
pro-field-paragraph = Which paragraph?
pro-field-objection = What is wrong?
pro-decide = Decide
pro-decision = What becomes of it?
pro-accept = Change the paragraph
pro-decline = The paragraph stays
pro-field-words = This is what the paragraph says now
pro-field-words-hint = Empty means that the paragraph goes. What else is open against it is decided with it.
pro-field-answer = Reason
pro-field-answer-hint = Everybody of the body reads it. Needed when the paragraph stays.
pro-decide-submit = Save the decision
# Approving
pro-approve-title = Approve
pro-approve-none = A later meeting approves the minutes. You can note that here once it has begun.
pro-approve-which = Which meeting approved the minutes?
pro-approve = Note as approved
pro-addenda = Addenda
pro-addendum-text = Addendum
pro-addendum-submit = Add it
# Letters and link
pro-letter = The minutes are there: “{ $title }”, { $body }, { $day }.
pro-letter-quiet = The minutes of one of your meetings are there.
pro-subject-approved = Minutes approved
pro-letter-approved = The minutes are approved: “{ $title }”, { $body }, { $day }.
pro-letter-approved-quiet = The minutes of one of your meetings are approved.
pro-letter-read = Read them: { $address }
pro-letter-link = Read them and object: { $address }
pro-letter-until = Objections are possible until { $day }.
pro-letter-why = You get this mail because you belong to this meeting.
pro-link-gone = This link no longer works. Once signed in you find the minutes with the meeting.
# Notes afterwards
pro-note-begun = The draft has been begun.
pro-note-nothing-new = There are no new items or results.
pro-note-again = New items: { $items }. New results: { $results }.
pro-note-written = Saved.
pro-note-remarks = { $count ->
    [one] One note has been deleted.
   *[other] { $count } notes have been deleted.
  }
pro-note-todo = The task has been noted.
pro-note-todo-dropped = The task has been struck.
pro-note-sent = { $count ->
    [one] The minutes have been sent to one address.
   *[other] The minutes have been sent to { $count } addresses.
  }
pro-note-objected = Your objection to paragraph { $number } has been saved. Those who convene have been told.
pro-note-decided = The objection has been decided.
pro-note-frozen = The minutes are approved.
pro-note-added = The addendum has been added.
# Search
pro-search = Minutes
# Own data
own-attended = Attendance at meetings
own-attended-how = How you were there
own-objected = Objections to minutes
own-objected-text = Your objection
own-minutes-goes = Your name in lists of attendance and on your objections.
own-minutes-stays = Approved minutes, without your name.
# All minutes
pro-list-title = Minutes
pro-list-none = No minutes yet
pro-list-none-text = Once minutes have gone out they stand here.
pro-read-leads = read by those who convene
pro-read-body = read by the members of the body
pro-read-guests = read by the members, guests by item
pro-approved-on = approved on { $day }
told-circulated = Minutes sent round
told-approved = Minutes approved
