# Elections
election-new = Prepare an election
election-of = For which body is the election?
election-no-seats = { $name } has no seats your body fills by election.
election-title = What is elected?
election-title-hint = for example: Representatives in the committee
election-seats = Which seats are filled?
election-seats-hint = On single ballots each seat has a ballot of its own.
election-kind = Ballot
kind-single = Single: one place, one ballot
kind-combined = Combined: several equal places on one ballot
kind-list = Lists: closed lists
election-way = Procedure
way-covert = covert, in this system
way-mixed = by post and covert in this system, one result
way-sitting-paper = in a sitting, secret on paper
way-postal = by post only
way-open = open, in this system
way-sitting-hands = in a sitting, by show of hands
election-nominations = Nominations until
election-sitting = Day of the sitting
election-last-hint = Until midnight; not for an election in a sitting
election-sitting-hint = Only for an election in a sitting, in place of first and last day
election-term = Beginning of the term
election-term-hint = Empty: with acceptance. The end follows from the rules, otherwise from the term of the seat.
elections-made = { $count ->
    [one] One election is prepared.
   *[other] { $count } elections are prepared.
  }
election-back = To the election
seat-vacant = vacant
seat-rest = vacant, by-election for the rest of the term until { $day }
seat-carries = elected until { $day }, stays until the next election and then makes way
seat-until = elected until { $day }
seat-held = filled without a fixed end, makes way for the new term
vote-seats = To be filled:
person-nobody = please choose
# Candidates
candidates-title = Candidates
candidates-page = Candidates: { $title }
candidates-all = Put forward
candidates-none = Nobody stands yet.
candidates-go = See candidates, put forward
candidate-unnamed = Candidate { $number }
candidate-somebody = somebody else
candidate-mine = Your candidature
candidate-yours = Your candidature: { $state }.
candidate-list = List { $list }
candidate-list-name = List
candidate-votes = { $votes ->
    [one] one vote
   *[other] { $votes } votes
  }
candidate-nominated = put forward, has not answered
candidate-standing = stands
candidate-declined = does not stand
candidate-withdrawn = withdrawn
candidate-elected = elected, has not accepted yet
candidate-accepted = elected and accepted
candidate-refused = elected, has refused
candidate-substitute = moves up
candidate-lost = not elected
nominations-until = Nominations are possible until { $end }.
nominate-title = Put somebody forward
nominate-who = Person
nominate-go = Put forward
nominate-myself = Stand myself
nominate-done = Put forward. The person answers here herself, or through whoever leads the election.
statement-label = What I want to say
statement-hint = At most 500 characters; all who see the election read this.
statement-save = Save
stand-yes-button = I stand
stand-no-button = I do not stand
stand-withdraw = Withdraw
stand-done = You stand.
decline-done = You do not stand.
withdraw-done = Your candidature is withdrawn.
accept-question = Do you accept the election?
accept-until = Please answer until { $end }.
accept-yes = Accept
accept-no = Refuse
accept-done = You have accepted the election.
refuse-done = You have refused the election.
# Ballot
mark-choose = Whom do you elect?
mark-for = { $name }: do you agree?
mark-most = You have { $most } votes, at most one for each person.
mark-all = You have to use all { $most } votes.
mark-abstain = Abstention (blank ballot)
mark-invalid = Invalid
mark-list = List { $number } { $list }: { $people }
mark-used = You have used { $used } of { $most } votes.
mark-too-many = These are { $used } crosses, { $most } are allowed. Like this the ballot is invalid.
mark-too-few = These are { $used } crosses, { $fewest } are needed. Like this the ballot is invalid.
# Board
board-title = Election board
board-page = Election board: { $title }
board-first = Election board, first person
board-second = Election board, second person
board-third = Election board, third person (optional)
board-missing = An election has a board of at least two persons. Two of them release, close and count it.
board-name = Name the board
board-go = To the board's page
board-has-released = { $name } (has released)
board-members = Who has signed what?
board-next-draft = Two persons release the election. Then it is announced.
board-next-announced = The election is announced. It opens at its time.
board-next-open = The election runs. It ends at its time, or when two of you close it.
board-next-closed = The election is closed. Two of you sign the count.
board-next-decided = The result stands.
board-next-void = The election ended without a result.
board-roll = Who has voted?
board-roll-how = State
board-roll-deed = Note
board-roll-note = Only the board sees this. How somebody voted nobody sees here.
roll-cast = has voted
roll-not-cast = not yet
roll-envelope = envelope noted
roll-is-barred = barred
envelope-mark = Note an envelope
envelope-back = Take the note back
signed-release = released
signed-close = signed the closing
signed-paper = signed the sum from paper
signed-count = signed the count
signed-nothing = nothing yet
deed-release = Release the election
deed-release-text = You confirm: seats, ballot, procedure and times are right.
deed-close-early = Close early
deed-close-early-text = When two persons sign, the election ends at once.
deed-sign-close = Sign the closing
deed-sum = Sum of the ballots on paper
deed-sum-text = Enter what you counted by hand. A change voids all signatures under it.
deed-sum-save = Enter and sign
deed-sign-sum = Sign the sum
deed-sign-sum-text = Entered is: { $sum }.
sum-valid = Valid ballots
sum-votes = Votes for { $number } { $name }
sum-no = No votes
sum-blank = Blank ballots and abstentions
sum-invalid = Invalid ballots
deed-count = Count
deed-count-text = With the second signature votes are counted, and the result stands.
deed-sign-count = Sign the count
deed-lot = The lot decides
deed-lot-text = { $places ->
    [one] One place is drawn between { $who }.
   *[other] { $places } places are drawn between { $who }.
  }
deed-lot-after = First enter the lot above.
deed-lot-save = Enter the lot
lot-who = Who drew?
lot-numbers = Numbers drawn
lot-numbers-hint = In the order in which they were drawn, with spaces between
lot-drawn = { $who } drew the lot on { $day }: { $drawn }.
deed-runoff = Runoff
deed-repeat = Repeat the round
deed-round-text = { $places ->
    [one] One place between { $who }.
   *[other] { $places } places between { $who }.
  }
deed-on-paper = Repeat on paper
deed-on-paper-text = So few votes were cast that they could be guessed. The result stays closed; the election is repeated on paper.
deed-prepare-round = Prepare the round
deed-accept = Does { $name } accept the election?
deed-accept-text = { $seat }. Enter what the person declared, for example in the sitting.
accept-day = Day of the declaration
deed-accepted = Has accepted
deed-refused = Has refused
deed-move-up = Let move up
deed-move-up-text = { $seat } is vacant. Next moves up: { $name }.
deed-vacant = A seat is vacant
deed-vacant-text = { $seat } is vacant. A by-election can be prepared.
done-released = Released.
done-signed = Signed.
done-round = The next round is prepared.
protocol-election-votes = Votes
# Territories
missing-title = Territories without candidates
missing-in = Nobody stands in: { $names }.
missing-choice = What was decided?
missing-open = The place stays open.
missing-elsewhere = The place is filled from other territories.
missing-decision = Who decided this, and when?
missing-decision-hint = for example: plenary of 10 March 2027, item 4
missing-save = Enter
waiver-open = The place of a territory without candidates stays open ({ $decision }).
waiver-elsewhere = The place of a territory without candidates is filled from other territories ({ $decision }).
# Letters
letter-quiet-election = There is an election in one of your networks.
letter-nominated =
    You are put forward. Do you stand? Answer here:
    { $page }
letter-why-nominated = You get this mail because somebody put you forward.
letter-elected =
    You are elected. Do you accept? { $until }
    { $page }
letter-why-elected = You get this mail because you stood.
letter-accept-until = Please answer until { $day }.
letter-seated = You have accepted the election. { $term }
letter-why-seated = You get this mail because you are elected.
letter-board =
    A second signature of the election board is needed:
    { $page }
letter-why-board = You get this mail because you are on the election board.
term-since = Your term begins on { $from } and has no fixed end.
term-span = Your term: { $from } to { $until }.
# Danach
own-candidacies = Candidatures
own-candidacy-vote = Election
own-candidacy-state = State
own-candidacy-statement = Your text
own-candidacy-votes = Votes
own-put-forward = that you put somebody forward
own-drew = that you drew a lot
own-candidacies-go = What you wrote about your candidatures is deleted. Candidatures before an election begins are withdrawn.
own-candidacies-stay = That somebody stood, with which result, stays without your name.
overview-elect = Prepare an election
task-register = Register of associations: register the change
task-register-note = The board has changed. Every change has to be registered (section 67 BGB), officially certified, with a copy of the record of the election.
election-nominations-free = The rules give no period.
election-nominations-ruled = By { $clause }: { $period } before. Empty: as the rules say.
floor-title = Nomination from the floor
floor-presence = How does the person agree?
floor-present = She is there and agrees.
floor-absent = She is absent and has agreed in text form ({ $clause }).
floor-go = Put on the ballot
floor-done = The person is on the ballot.
challenge-until = The election can be challenged until { $day } ({ $clause }).
# Where the election is held, if not here
next-in-sitting = The election is held in the sitting on { $day }, not here.
next-elsewhere = The election is held by post, not here.
protocol-both = Ballots by post: { $on_paper }. Ballots here in the system: { $here }.
# How seats stand
seat-from = a new term is possible from { $day } on
seat-successor = from { $day } on somebody is elected already
seat-running = is being elected now
seat-promised = somebody is elected already, acceptance is missing
seat-not-now = Not to be elected now: { $seats }.
# Answers entered by others
answer-oral = Has agreed by word of mouth
answer-written = Has agreed in writing
answer-no = Does not stand
answer-done = The answer is entered.
answer-entered-oral = agreed by word of mouth, entered by { $who }
answer-entered-written = agreed in writing, entered by { $who }
answer-entered-no = declined, entered by { $who }
candidate-unreached = Not to be reached: this person has no access here. Please ask yourself and enter the answer.
candidates-answer-first = Only those who have agreed before it begins are on the ballot.
nominate-done-unreached = Put forward. This person has no access here. Please ask yourself and enter the answer.
own-entered = that you entered an answer for somebody
own-answer = Your consent
own-answer-oral = by word of mouth, entered by others
own-answer-written = in writing, entered by others
# Subjects of mails
letter-stand-subject = Will you stand? { $title }
letter-stand-quiet = Will you stand?
letter-accept-subject = Do you accept the election? { $title }
letter-accept-quiet = Do you accept the election?
letter-seated-subject = You have accepted the election: { $title }
letter-seated-quiet = You have accepted the election
letter-board-subject = Your signature on the election board is missing: { $title }
letter-board-quiet = Your signature on the election board is missing
letter-entered-subject = An answer is entered for you: { $title }
letter-entered-quiet = An answer is entered for you
letter-entered-yes = You stand.
letter-entered-no = You do not stand.
letter-entered =
    This is entered for you: { $answer } If that is wrong, change it here:
    { $page }
letter-why-entered = You get this mail because somebody entered your answer.
letter-elect-subject = You can vote in the election: { $title }
letter-elect-quiet = You can vote in an election
letter-elect-opened =
    You can vote until { $until }. To the ballot:
    { $page }
letter-elect-reminded =
    Your vote is still missing. You can vote until { $until }:
    { $page }
# Further rounds
round-runoff = Runoff
round-again = Repetition
round-on-paper = Repetition on paper
# As a vote, but an election
next-elect = You can vote.
ballot-elect-until = You can vote until { $until }.
ballot-elect-early = The election has not begun.
ballot-elect-over = The election is closed.
ballot-elect-none = You have no vote in this election.
secrecy-elect = This election: { $grade }.
deed-announce-first = First two persons of the election board release the election.
deed-elect-now = The election begins at once. Everybody entitled gets a message. From then on the roll is settled.
deed-elect-later = Everybody sees the election from now on. It begins on { $at }. Until then you can still give it up.
deed-elect-void = The election ends without a result. The reason stays visible.
letter-void-subject = The election is given up: { $title }
letter-void-quiet = An election is given up
