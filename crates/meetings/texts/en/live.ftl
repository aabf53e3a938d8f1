live-title = Sitting
live-reload = Refresh
live-lost = The connection is broken. Please refresh the page.
live-open = Open the sitting
live-open-text = If everybody checks in herself, this page shows a number for the room. Otherwise the list begins with those who accepted, and you keep it.
live-open-self = Open, everybody checks in
live-open-list = Open, I keep the list
live-room = To be shown in the room
live-room-text = Whoever has an account opens { $address } and types this number. Everybody else uses the link of her invitation.
live-enter = Check in
live-number = Number from the room
live-number-hint = Six digits. Whoever leads the sitting shows them in the room and in the video conference.
live-how = How do you take part?
live-i-am = Check in: { $how }
live-go = I am leaving now
live-desk-text = Type the number that is shown in the room.
live-desk-submit = Check in
live-end = End the sitting
live-now = Now
live-not-yet = The sitting has not begun yet.
live-before = The sitting is open. The first item has not been called yet.
live-break = Break
live-over = The sitting is over.
live-closed = Item { $number } is discussed without you.
live-says = Now: { $title }
live-since = since { $time }
live-planned = planned { $minutes } minutes
live-next = Go on to item { $number }
live-pause = Interrupt
live-own = You are checked in: { $how }
live-contested = Somebody else has checked in for your seat. Please turn to whoever leads the sitting.
live-quiet = What is discussed does not stand on this page.
live-floor = Speakers’ list
live-floor-empty = Nobody has asked for the floor.
live-speaks = has the floor
live-you = this is you
live-you-speak = You have the floor.
live-you-wait = You are number { $place } on the speakers’ list.
live-waiting = { $count ->
    [0] Nobody waits for the floor.
    [one] One person waits for the floor.
   *[other] { $count } persons wait for the floor.
  }
live-hand-up = Ask for the floor
live-hand-down = Withdraw your request
live-next-speaker = Call the next person
live-strike = Strike
live-note-other = Request from the room
live-who = Who asks for the floor?
live-note-hand-other = Put on the speakers’ list
live-votes = Votes and elections
live-votes-text = For the item that is on:
live-no-votes = There is no vote at the moment.
live-turnout = { $count ->
    [0] no vote cast yet
    [one] one vote cast
   *[other] { $count } votes cast
  }
live-cast = Vote
live-vote = Let them vote here
live-hands = Enter a show of hands
live-by-name = Enter a vote by name
live-elect = Prepare an election
live-turns = How that changed
live-on = is on
live-call = Call
live-hidden = { $count ->
    [one] One item is discussed without you.
   *[other] { $count } items are discussed without you.
  }
live-stale = Something else is on by now, or somebody else has the floor. Please look at what holds now.
live-note-open = The sitting is open.
live-note-over = The sitting is over.
live-note-there = You are checked in.
live-note-gone = You are checked out.
live-note-hand = You are on the speakers’ list.
live-note-no-hand = You are no longer on the speakers’ list.
live-letter-gone = This sitting is not running, or your invitation no longer stands.
live-letter-running = The sitting is running.
live-letter-go = To the sitting
voting-title = Voting list
voting-sum = Votes
voting-entitled = entitled
voting-there = of these represented now
voting-units = Who votes
voting-unit = For whom
voting-who = Person
voting-votes = Votes
voting-now = Now
voting-back = Back to the sitting
live-papers-code = Open the papers of this item with the code
voting-no-land = Without a Land
voting-of = { $here } of { $all } votes represented
live-enter-again = Check in differently
