# What rules say about a case: to be read out, for the minutes

## Invitation
notice-none = No period is prescribed.
notice-latest-sent = The period is { $period }. The invitation to the sitting on { $sitting } must be sent by { $day } at the latest.
notice-latest-received = The period is { $period }. The invitation to the sitting on { $sitting } must have arrived by { $day } at the latest.
notice-whole = Neither the day of sending or arrival nor the day of the sitting counts.
notice-calendar = Days are counted by the calendar; the day itself is enough.
notice-kept-sent = The invitation was sent on { $day }; the last day was { $latest }. It is in time.
notice-late-sent = The invitation was sent on { $day }; the last day was { $latest }. It is late.
notice-kept-received = The invitation arrived on { $day }; the last day was { $latest }. It is in time.
notice-late-received = The invitation arrived on { $day }; the last day was { $latest }. It is late.
notice-no-short = The rules provide for no shortened period.

## Quorum
quorum-none = No minimum number is prescribed. Present: { $present }.
quorum-need = Needed: { $need }. Of { $base } that is { $exact } by calculation, hence { $needed }. Present: { $present }.
quorum-least = At least { $least } are needed.
quorum-senders = Sending bodies represented: { $senders }, needed: { $least }.
quorum-remote = Of these remote: { $remote }.
quorum-proxies = Of these by proxy: { $proxies }.
quorum-barred = Barred from voting: { $barred }.
quorum-presumed = The quorum is presumed until somebody doubts it. Nobody has done so. Present: { $present }.
quorum-doubted = The quorum was doubted and checked.
quorum-second = This is the second summons on the same subject, and it named the consequence. The number of those present therefore does not matter. Present: { $present }.
quorum-not-invited = The invitation did not keep the rules.
quorum-yes = The body is quorate.
quorum-no = The body is not quorate.

## Majority
votes-line =
    { $yes } yes, { $no } no, { $abstain ->
        [one] { $abstain } abstention
       *[other] { $abstain } abstentions
    }, { $invalid } invalid.
majority-need = Needed: { $need }, that is { $needed } of { $base }.
majority-adopted = The motion is adopted.
majority-rejected = The motion is rejected.
majority-tie = The votes are equal, so the motion is rejected.
majority-chair-adopted = The votes are equal, so the chair's vote decides: the motion is adopted.
majority-chair-rejected = The votes are equal, so the chair's vote decides: the motion is rejected.
majority-chair-open = The votes are equal, so the chair's vote decides; it is still missing.

## Proxy
proxy-valid = The proxy is valid in the sitting on { $day }.
proxy-not-allowed = Votes cannot be passed on by proxy.
proxy-withdrawn = The proxy was withdrawn, or whoever gave it takes part herself.
proxy-form = The proxy is not in writing as prescribed.
proxy-unnamed = The proxy names no sitting. It must be given for one sitting.
proxy-other-day = The proxy is for the sitting on { $named }, not for the one on { $day }.
proxy-adjourned = The proxy was for the sitting on { $named }. It lapsed with the adjournment to { $day }, because it does not name the adjourned sitting.
proxy-holder = By the rules, whoever presents the proxy may not use it.
proxy-cap = { $held } proxies are used already; at most { $cap } are allowed.

## Secret, covert
secret-never = The rules provide for no secret vote.
secret-always = By the rules, the vote is secret.
secret-count = { $asking } of { $present } ask for a secret vote; { $needed } are needed.
secret-yes = The vote is secret.
secret-no = The vote is open.
covert-few = Only { $entitled } can vote. Below { $fewest } one could guess who votes how.
covert-weights = The votes have different weights. That would show who votes how.
covert-yes = A covert vote is possible.
shown-few = Only { $cast } voted. The result stays closed; the vote is repeated on paper.
shown-yes = The result can be announced.

## Circular resolutions and silence
circular-never = The rules provide for no decision outside a sitting.
circular-line =
    Circular vote, { $entitled } can vote: { $yes } yes, { $no } no, { $abstain ->
        [one] { $abstain } abstention
       *[other] { $abstain } abstentions
    }.
circular-need = Needed: { $need }, that is { $needed }.
circular-silence = Silence procedure: whoever does not object agrees. Objections: { $objections }.
circular-objections = Objections to the procedure: { $objections }, needed: { $needed }.
circular-running = The period is still running.
circular-adopted = The resolution is adopted.
circular-rejected = The resolution was not reached.
circular-stopped = The procedure has ended; a sitting decides.

## Elections
election-kind-usual = This form of election is the usual one.
election-kind-decided = This form of election is allowed if the body decides so.
election-kind-refused = This form of election is not in the rules and therefore not allowed.
election-ballots =
    { $ballots ->
        [one] { $ballots } ballot was cast: { $valid } valid, { $blank } without a choice, { $invalid } invalid.
       *[other] { $ballots } ballots were cast: { $valid } valid, { $blank } without a choice, { $invalid } invalid.
    }
election-need = Needed: { $need }, that is { $needed } of { $base }.
election-most = Whoever has the most votes is elected.
election-yes-no = The only candidate has { $yes } yes and { $no } no.
election-one =
    { $who } with { $votes ->
        [one] one vote
       *[other] { $votes } votes
    }
election-number = No. { $number }
election-elected = Elected: { $who }.
election-nobody = Nobody is elected.
election-list = list { $number }
election-runoff =
    { $places ->
        [one] Runoff for one place: { $who }.
       *[other] Runoff for { $places } places: { $who }.
    }
election-lot =
    { $places ->
        [one] The votes are equal, so the lot decides on one place: { $who }.
       *[other] The votes are equal, so the lot decides on { $places } places: { $who }.
    }
election-repeat =
    { $places ->
        [one] The votes are equal, so the round is repeated for one place: { $who }.
       *[other] The votes are equal, so the round is repeated for { $places } places: { $who }.
    }
election-open =
    { $places ->
        [one] One place stays open.
       *[other] { $places } places stay open.
    }
election-drawn = Elected by lot: { $who }.
balance-kept = The territories are represented as the rules want.
balance-few = Territories with too few places: { $count }.
balance-many = Territories with too many places: { $count }.
balance-check = That does not change the result; the body can discuss it.
balance-bound = The rules bind the result to it.

## Terms
term-open = The term begins on { $from } and has no fixed end.
term-runs = The term runs from { $from } to { $last }.
term-group = The first term is shorter so that not all terms end together.
term-rest = The election is for the rest of the running term.
term-no-by-election = The rules provide for no by-election; the place stays vacant until the next election.
term-carries = After that the person elected stays in office until a successor is elected.
term-ends = After that the place is vacant.
stand-free = The number of terms is not limited.
stand-count = Terms in a row so far: { $served }, allowed: { $most }.
stand-yes = She can stand.
stand-no = She cannot stand again.
