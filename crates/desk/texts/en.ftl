nav-start = Home
# Greeting
good-morning = Good morning, { $name }
good-day = Good day, { $name }
good-evening = Good evening, { $name }
count-networks = { $count ->
    [0] no network
    [one] one network
   *[other] { $count } networks
  }
count-seats = { $count ->
    [0] no seat
    [one] one seat
   *[other] { $count } seats
  }
count-coming = from { $day }: { $counts }
# What needs you
todo-title = Waiting for you
todo-all = All in the inbox
todo-empty = Nothing waits for you today.
todo-empty-text = Deadlines, vacant seats and requests appear here by themselves.
todo-more = { $count ->
    [one] One more entry in the inbox
   *[other] { $count } more entries in the inbox
  }
todo-sign = Signature: { $title }
todo-input = Input: { $title }
todo-question = A question to you: { $title }
todo-own-check = Please check your data
todo-invited = You are invited: { $role }
todo-nominated = You are put forward: { $role }
todo-from = from { $day }
todo-confirm = { $count ->
    [one] One mandate waits for your confirmation
   *[other] { $count } mandates wait for your confirmation
  }
todo-handover = { $count ->
    [one] A seat was not handed over after a change of post
   *[other] { $count } seats were not handed over after a change of post
  }
todo-proposals = { $count ->
    [one] One proposal from the data check waits
   *[other] { $count } proposals from the data check wait
  }
todo-project = A project group comes to its end. Please write the report.
todo-project-late = A project group is past its end and has no report.
todo-report = Report: { $title }
todo-task = Task: { $title }
todo-late = { $days ->
    [one] overdue by one day
   *[other] overdue by { $days } days
  }
todo-duty = You are standing in: { $role }
todo-leaving = You give up a post. Prepare the handover.
todo-own-ends = Your term ends: { $role }
todo-own-over = Your term is over: { $role }
todo-vacant-one = A seat is vacant: { $role }
todo-vacant = { $count ->
    [one] One seat is vacant
   *[other] { $count } seats are vacant
  }
todo-ending-one = A term ends: { $role }
todo-ending = { $count ->
    [one] One term ends soon
   *[other] { $count } terms end soon
  }
todo-longest = the first { $since }
todo-first = the first on { $day }
todo-over = election is due
action-answer = Answer
action-check = Check
action-report = Write the report
action-look = Have a look
# Seats and terms
seats-title = Seats and terms
seats-all = All with their history
seats-empty = You hold no seat at present.
seats-empty-text = As soon as a network admits you, it stands here.
seats-more = { $count ->
    [one] One more seat
   *[other] { $count } more seats
  }
axis-today = today
elsewhere-place = not on this installation
passes-on = passes to the successor
carries-over = in office until the election
suspended = paused
until = until { $month }
open-ended = without end
bar = Term { $first } to { $last }
bar-open = Term since { $first }, without end
# Deadlines
deadlines-title = Deadlines
deadline-own = Your term ends: { $role }, { $place }
deadline-kept = { $count ->
    [one] One term ends: { $body }
   *[other] { $count } terms end: { $body }
  }
# My networks
networks-title = My networks
networks-all = All networks
networks-found = Found a network
networks-empty = You belong to no network at the moment.
networks-empty-text = See which networks work here.
roles-more = { $count ->
    [one] one more role
   *[other] { $count } more roles
  }
news-count = { $count ->
    [0] nothing new
    [one] one thing new
   *[other] { $count } things new
  }
news-many = { $count } or more things new
# New in your networks
news-title = New in your networks
news-empty = Nothing is new at present.
news-empty-text = New seats, holders and bodies will stand here.
news-several = { $count } times: { $word }
verb-network-founded = The network now works here.
verb-body-added = This body is new.
verb-body-edited = The details have changed.
verb-body-renamed = The name is new.
verb-body-ended = This body comes to its end.
verb-project-closed = The project group has closed with a report.
verb-body-topics = The topics have changed.
verb-body-connected = There is a new link to another body.
verb-seats-added = New seats are set up.
verb-substitute-named = A substitute is named.
verb-seat-filled = { $count ->
    [one] A seat is newly filled.
   *[other] { $count } seats are newly filled.
  }
verb-seat-vacated = { $count ->
    [one] A seat becomes vacant.
   *[other] { $count } seats become vacant.
  }
verb-seat-ended = { $count ->
    [one] A seat is given up.
   *[other] { $count } seats are given up.
  }
verb-representative-named = { $count ->
    [one] An organisation has named who speaks for it.
   *[other] { $count } organisations have named who speaks for them.
  }
# Public start
welcome-title = Networks for gender equality
welcome-description = Which networks of municipal equality work meet here, who belongs to them and where you can join.
welcome-claim = Equality on the ground needs many hands.
welcome-lead = Networks for gender equality work together here. You see who takes part, who speaks for whom and how everything hangs together.
welcome-see = See the networks
welcome-sign-in = Sign in
welcome-fact-networks = { $count ->
    [one] network
   *[other] networks
  }
welcome-fact-open = { $count ->
    [one] open body
   *[other] open bodies
  }
welcome-empty = The first pages of networks are being made here.
welcome-empty-text = Please come back soon.
welcome-networks = These networks work here
welcome-networks-text = From the working group in a region to the federal level.
welcome-members = { $count ->
    [one] one member
   *[other] { $count } members
  }
welcome-open = Open without membership too
welcome-open-text = These bodies are glad to see new faces.
welcome-join = How to join
welcome-join-text = These networks explain on their page how you can come in.
welcome-what = What stands behind these pages
welcome-what-text = A seat often belongs to a post and not to a person. When the person changes, the seat stays.
welcome-what-see = You see names only where the person has agreed. Whoever signs in sees more of their own networks.
welcome-operator = Who runs this
picture-heading = How the networks hang together
picture-text = Who belongs to what? Who works together?
picture-title = All networks and their links
picture-description = { $networks } networks from region to federal level. { $links ->
    [one] One link is entered.
   *[other] { $links } links are entered.
  }
picture-more = and { $count } more
picture-who = Network
picture-size = Size
picture-network = Network
picture-link = Link
picture-sends = sends
picture-belongs = belongs to
picture-cooperates = works together
picture-table = Read the picture as a table
edge-belongs = belongs to
edge-belongs-back = comprises
edge-sends = sends into
edge-sends-back = receives delegates of
edge-cooperates = works together with
todo-vouch = Do you know the person who wants to join?
todo-join = Request to join: please decide
todo-object = Somebody wants to join
todo-review-leaving = Leaving: look at the open seats
todo-until = until { $day }
action-decide = Decide
# Meetings
todo-meeting = Invitation: { $title }
todo-poll = When can you come? { $title }
todo-vote = Vote: { $title }
todo-election = Election: { $title }
todo-stand = Will you stand? { $title }
todo-accept = Do you accept the election? { $title }
action-vote = Vote
todo-on = on { $day }
next-title = Next meetings
next-all = All meetings
next-yes = accepted
next-no = declined
next-substitute = substitute comes
