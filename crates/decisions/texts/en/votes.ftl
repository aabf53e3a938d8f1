# Votes: words, pages, letters
decisions = Decisions
back-to-decisions = To the decisions
kind-votes = Votes and elections
state-draft = in preparation
state-announced = announced
state-open = open
state-closed = closed, being counted
state-decided = decided
state-void = given up
line-announced = begins on { $at }
line-open = open until { $end }
line-adopted = adopted on { $day }
line-rejected = rejected on { $day }
line-elected = counted on { $day }
method-online = vote over a period, in this system
method-circular = circular resolution
method-silence = silence procedure: who says nothing agrees
method-sitting = in a sitting
method-postal = by post
method-mixed = by post and in this system
grade-hands = open, by show of hands
grade-open = open, by name
grade-covert = covert
grade-paper = secret on paper
matter-ordinary = motion
matter-rules = change of the rules or statutes
matter-purpose = change of the purpose
matter-removal = removal from office
matter-dissolution = dissolution
matter-election = election
level-public = everybody, the public too
level-all = members of all networks
level-network = members of the network
level-body = the body only
choice-yes = Yes
choice-no = No
choice-abstain = Abstention
choice-blank = Blank ballot
choice-invalid = Invalid
# Page
fact-matter = Matter
fact-method = Way
fact-grade = How secret
fact-sitting = Sitting on
fact-opens = Begins
fact-closes = Ends
fact-turnout = Turnout
fact-level = Who sees the result
fact-reference = Where the election rules stand
fact-void = Why it was given up
turnout = { $cast } of { $free }
next-vote = { $left ->
    [one] You can vote.
   *[other] You can cast { $left } votes.
  }
next-ballot = To the ballot
next-done = Your vote is cast.
next-receipt = See the receipt
next-barred = Your seat is barred from voting on this matter.
next-silence = If you agree you need not do anything.
next-object = Object
covert-title = Voting covertly
covert-asked = { $count ->
    [0] So far nobody has asked for this.
    [one] So far one person has asked for this.
   *[other] So far { $count } persons have asked for this.
  }
covert-ask = Ask for a covert vote
covert-now = The vote is covert now.
covert-noted = Your request is noted.
result-title = Result
result-invalid = Invalid votes
result-disagreed = of them disagreeing
result-entitled = Entitled to vote
vote-text = Wording
vote-facts = At a glance
vote-rules = What holds here
roll-title = Result by name
roll-who = Who
roll-how = Vote
roll-why = Why
roll-none = did not vote
roll-disagreed = disagreeing, counts as an abstention
roll-unit = Number { $number } on the roll
roll-barred = Barred: { $because }
roll-frozen = Roll of those entitled to vote
object-title = Objections
rounds-title = Other rounds
round-of = Round { $round }
# Ballot
ballot-title = Ballot: { $title }
ballot-until = You can vote until { $until }.
ballot-secrecy = What this means
ballot-yours = Your vote
ballot-for = Vote for { $unit }
ballot-proxy = Vote by proxy for { $giver }
ballot-choose = How do you vote?
ballot-choose-one = Please choose one of the options.
ballot-next = Check
ballot-check = You vote like this:
ballot-final = Nobody can change a covert vote afterwards, not even you.
ballot-cast = Cast the vote
ballot-change = Change
ballot-in = Your vote is cast and counts.
ballot-receipt = Receipt { $code }. It shows that you voted, not how.
ballot-used = The vote of this seat is cast already.
ballot-barred = This seat is barred from voting: { $why }
ballot-early = The vote has not begun.
ballot-over = The vote is closed.
ballot-none = You have no vote here.
ballot-later = You fill in this ballot afterwards.
ballot-sitting = Back to the sitting
ballot-back = To the vote
object-reason = Why do you object?
object-matter = Object
object-way = Object to voting without a sitting
object-done = Your objection has arrived.
# How secret
secrecy-title = How secret is this?
secrecy-here = This vote: { $grade }.
secrecy-this = holds here
secrecy-open = Open
secrecy-open-text = How somebody votes stands in the result with her name, or is seen in the sitting. | It becomes visible only once the vote is closed.
secrecy-covert = Covert
secrecy-covert-text = That you voted and what was voted are kept apart. With the ballot stand neither name nor time nor order. Members, leaders and the election board cannot see how you vote. | Whoever runs the server could find out with effort: by listening while votes are cast, by comparing back-ups, or from the database's own log. | Nobody can change or take back a covert vote. If fewer than five vote, no result is shown.
secrecy-paper = Secret on paper
secrecy-paper-text = The ballots are on paper and counted by hand. Here stands only the sum the election board signed.
secrecy-secret = Secret in the system
secrecy-secret-text = An electronic election in which not even the operator can find out anything, and everybody can check the count, is not offered by this system. | If your rules demand a secret election, vote on paper or by post.
# Leading
lead-title = Lead
lead-page = Lead: { $title }
lead-unreached = { $seats ->
    [one] For one seat the message reaches nobody, because nobody has an account yet.
   *[other] For { $seats } seats the message reaches nobody, because nobody has an account yet.
  }
deed-announce = Announce
deed-announce-now = The vote begins at once. Everybody entitled gets a message. From then on the roll is settled.
deed-announce-later = Everybody sees the vote from now on. It begins on { $at }. Until then you can still give it up.
deed-reference-hint = for instance: election rules of 3 March 2025, § 4
deed-close = Close now
deed-close-text = After that the vote takes no more votes, and the result stands.
deed-bar = Note a bar
deed-bar-text = Whoever is concerned herself does not vote (§ 34 BGB). She sees the reason.
deed-bar-seat = Seat
deed-bar-reason = Reason
deed-bar-save = Note
deed-tie = Cast the deciding vote
deed-tie-text = The vote is tied, and yours decides. Nobody sees your covert vote; say here how you decide. The result will say so.
deed-tie-how = I vote
deed-tie-yes = yes: the motion is adopted
deed-tie-no = no: the motion is rejected
done-tie = The deciding vote stands.
deed-void = Give up
deed-void-text = The vote ends without a result. The reason stays visible.
deed-void-reason = Reason
done-announced = Announced.
done-closed = Closed.
done-saved = Saved.
done-void = Given up.
bars-title = Bars from voting
bars-lift = Lift
# Preparing
motion-title = Prepare a vote
motion-no-rules = This body has no rules yet. Choose rules of procedure first.
motion-informal = By its rules this body does not vote formally.
motion-question = Question
motion-question-hint = One line that is answered with yes or no
motion-text = Wording
motion-text-hint = What exactly is to be resolved; so it will stand in the register of resolutions
motion-matter-hint = The majority that is needed depends on this.
motion-method-hint = A circular resolution follows the body's own rule and has its period.
motion-grade-hint = A circular resolution is always open.
motion-first = First day
motion-first-hint = Empty: begins as soon as you announce it
motion-last = Last day
motion-last-hint = Until midnight if you give no time
motion-hour = Time on the last day
motion-hour-hint = for instance 14:30
motion-save = Continue
# Sitting
sitting-title = Enter a vote from a sitting
sitting-present = Entitled, in the room
sitting-remote = Entitled, from elsewhere
sitting-proxies = Votes by proxy
sitting-abstain = Abstentions
sitting-invalid = Invalid votes
sitting-summons = Invitation
sitting-duly = The invitation kept form and time.
sitting-second = Second summons
sitting-second-yes = It was the second sitting on the same matter, and the summons said so.
sitting-doubt = Quorum
sitting-doubted = Somebody doubted it.
sitting-chair = The chair's vote
sitting-chair-hint = Needed only where it decides a tie.
chair-silent = did not vote, or not noted
names-title = Enter a vote by name from a sitting
names-day-hint = It settles which seats had a vote.
names-absent = not there
names-by-proxy = { $choice }, by proxy
names-barred = there, but barred (§ 34 BGB)
names-remote = Of them from elsewhere
sitting-save = Enter
sitting-done = Entered.
# Proxy
proxy-title = Proxy
proxy-intro = A proxy holds for this vote only. As long as it is not used you can take it back.
proxy-given = { $who } votes for you.
proxy-somebody = somebody else
proxy-who = Who votes for you?
proxy-give = Give a proxy
proxy-revoke = Take the proxy back
proxy-done = The proxy is given.
proxy-revoked = The proxy is taken back.
# Letters
letter-subject = A vote waits for you
letter-quiet = In one of your networks a vote is open.
letter-vote = { $name } votes: { $title }
letter-election = This is about the election “{ $title }” ({ $name }).
letter-circular = { $name } decides by circulation: { $title }
letter-opened =
    You can vote until { $until }. To the ballot:
    { $page }
letter-why-vote = You get this mail because you have a vote there.
letter-reminded =
    Your vote is still missing. You can vote until { $until }:
    { $page }
letter-given-up =
    It could not begin and is given up. { $why }
    More: { $page }
letter-why-prepared = You get this mail because you prepared it or are on the election board.
# Protocol
protocol-title = Record of the vote
protocol-title-election = Record of the election
protocol-pdf = Record as PDF
protocol-word = Record for Word
protocol-question = What was voted on
protocol-rules = Which rules held
protocol-result = Result
protocol-votes = Votes
protocol-count = Number
protocol-roll = Result by name
protocol-objections = Objections
protocol-board = Election board
protocol-note = Made on { $day } from what the system holds. Number of the vote: { $number }.
protocol-signed = Minutes
protocol-clause = { $value } ({ $clause })
# Own data
own-vote = Vote or election
own-what = What is kept
own-at = When
own-cast = that you voted, not how
own-roll = that you are entitled to vote
own-proxy-given = a proxy you gave
own-proxy-held = a proxy you hold
own-asked = that you asked for a covert vote
own-objected = your objection
own-board = that you are on the election board
own-prepared = that you prepared it
told-election = The election is open
