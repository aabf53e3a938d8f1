nav-tasks = Tasks
# Lists
lead-open = { $count ->
    [0] no open task
    [one] one open task
   *[other] { $count } open tasks
  }
lead-overdue = { $count ->
    [one] one of them overdue
   *[other] { $count } of them overdue
  }
lead-done = What was done in the last { $days } days.
views-label = Which tasks
view-mine = Mine
view-given = Given by me
view-mine-done = Mine, done
view-given-done = Given, done
view-open = Open
view-closed = Closed
networks-label = From which network
networks-all = All networks
heading-open = To do
heading-done = Closed
empty-open = No open tasks.
empty-done = There is nothing here yet.
empty-open-text = What you take on appears here with its day.
empty-done-text = What is done stays here for 90 days.
empty-given-text = Whoever leads a body gives tasks on its page.
empty-body-text = Tasks of this body stand here until they are done.
just-done = Just done
just-done-text = You can open a task again within 24 hours.
file-take = Take the list:
file-excel = Excel
file-csv = CSV
file-sensitive = Confidential. This list belongs to a specially protected network.
# How it stands
state-open = Open
state-done = Done
state-dropped = Given up
due-never = no day
due-today = due today
due-until = by { $day }
overdue = { $days ->
    [one] overdue by one day
   *[other] overdue by { $days } days
  }
done-on = done on { $day }
dropped-on = given up on { $day }
from-source = from: { $source }
act-done = Done
act-answer = Answer
act-open = Open again
act-change = Change
note-done = Done: { $title }
note-opened = Open again: { $title }
note-given = The task is given.
note-changed = The task is changed.
note-dropped = The task is given up.
# Who
owner-you = You
owner-body = Lead: { $name }
owner-leaders = those who lead the body
given-by-program = made by the program
who-when = { $who }, { $day }
# One task
facts-title = Facts
field-title = What is to be done?
field-title-hint = For example: send the invitation to the autumn conference
field-owner = Who takes it on?
field-owner-hint = Tasks of a post pass to the successor.
field-due = By when?
field-note = Note
field-source = Follows from
field-body = Body
field-given = Given by
field-reason = Reason
field-level = Who sees the task?
level-body = Whoever sits in the body
level-network = All members of the network
new-title = New task
new-submit = Give task
edit-title = Change task
edit-submit = Save
drop-title = Give up task
drop-text = The task is closed without being done. Everybody who sees it reads the reason.
drop-submit = Give up
closed-already = This task is closed already.
# Letters
letter-given-subject = A task for you
letter-soon-subject = A task is due soon
letter-over-subject = A task is due
letter-given = You have a new task. { $body }: “{ $title }”.
letter-given-due = You have a new task. { $body }: “{ $title }”. It is to be done by { $day }.
letter-soon = A task is to be done by { $day }. { $body }: “{ $title }”.
letter-over = A task was to be done by { $day } and is still open. { $body }: “{ $title }”.
letter-given-quiet = A task waits for you in one of your networks.
letter-soon-quiet = One of your tasks is due soon.
letter-over-quiet = One of your tasks is still open although its time is over.
letter-with-link = { $what } Read more here after signing in: { $link }
letter-without-link = { $what } Read more under “Tasks” after signing in.
letter-why = You get this mail because this task is yours.
# My data
own-role = Your role
own-does = in charge
own-gave = given
own-closed = closed
own-state = State
own-given = Given on
own-closed-on = Closed on
own-open-stay = { $count ->
    [one] An open task goes to those who lead its body.
   *[other] { $count } open tasks go to those who lead their bodies.
  }
own-stay = Tasks you gave or did stay without your name until their time is over.
told-given = A new task
field-topics = Topics
field-topics-hint = By these the task comes into the preparation of delegates.
