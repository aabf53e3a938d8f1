# Rules in words

## Values
yes = yes
no = no
none = none
not-limited = no limit
period-none = none
period-days =
    { $n ->
        [one] { $n } day
       *[other] { $n } days
    }
period-weeks =
    { $n ->
        [one] { $n } week
       *[other] { $n } weeks
    }
period-months =
    { $n ->
        [one] { $n } month
       *[other] { $n } months
    }
period-years =
    { $n ->
        [one] { $n } year
       *[other] { $n } years
    }
share-half = half
share-third = one third
share-two-thirds = two thirds
share-quarter = one quarter
share-three-quarters = three quarters
share-tenth = one tenth
need-more = more than { $share } { $base }
need-least = at least { $share } { $base }
need-all =
    { $base ->
        [cast] all votes cast
        [valid] all valid votes
        [present] all votes present
        [entitled] all who can vote
        [voting_seats] all seats with a vote
        [occupied_seats] all occupied seats with a vote
        [valid_ballots] all valid ballots
        [ballots] all ballots
       *[members] all members
    }
base =
    { $base ->
        [cast] of the votes cast
        [valid] of the valid votes
        [present] of the votes present
        [entitled] of all who can vote
        [voting_seats] of the seats with a vote
        [occupied_seats] of the occupied seats with a vote
        [valid_ballots] of the valid ballots
        [ballots] of all ballots
       *[members] of all members
    }
with-abstentions = { $need }; abstentions count
with-invalid = { $need }; invalid votes count
with-both = { $need }; abstentions and invalid votes count
with-chair = { $need }; the chair decides when votes are equal
who =
    { $who ->
        [nobody] nobody
        [chair] chair or speaker
        [board] board or lead team
        [secretariat] secretariat
        [host] host
       *[assembly] the assembly
    }
shortened = { $period }; who may shorten: { $who }
channel =
    { $channel ->
        [any] in any form
        [text] in text form, a mail is enough
        [letter] by letter
       *[portal] in the portal
    }
counts-from =
    { $from ->
        [dispatch] sending
       *[receipt] arrival
    }
quorum-base =
    { $base ->
        [none] no minimum
        [voting_seats] seats with a vote
        [occupied_seats] occupied seats with a vote
       *[members] members
    }
need-plain-more = more than { $share }
need-plain-least = at least { $share }
share-all = all
unit =
    { $unit ->
        [person] each person one vote
        [post] each post one vote
        [office] each office one vote
        [organisation] each organisation one vote
       *[weight] votes by weight
    }
casting =
    { $casting ->
        [first] the first person entitled
       *[together] together; divided counts as abstention
    }
trigger =
    { $trigger ->
        [never] never
        [one] when one member asks
        [majority] when more than half of those present ask
        [persons] always for persons, otherwise when one member asks
       *[always] always
    }
trigger-share = when { $share } of those present ask
form =
    { $form ->
        [text] text form, a mail is enough
       *[written] in writing, signed
    }
holders =
    { $holders ->
        [voting] members with a vote
        [same_unit] people of the same office or organisation
       *[either] members with a vote and people of the same office
    }
consent =
    { $consent ->
        [never] does not exist
        [all] all agree
       *[silence] silence procedure: nobody objects
    }
reminder =
    { $n ->
        [0] none
        [one] one day before the end
       *[other] { $n } days before the end
    }
stops =
    { $stops ->
        [nobody] nobody
       *[one] one member
    }
stops-share = { $share } of all who can vote
ballot-kind =
    { $kind ->
        [single] single ballot
        [combined] combined ballot
       *[list] list ballot
    }
crosses-places = as many as places
crosses-exactly =
    { $n ->
        [one] one
       *[other] { $n }
    }
hurdle-most = the most votes
no-round = no further round
runoff-set =
    { $set ->
        [one_more] one person more than places
        [twice] twice as many people as places
       *[everyone] all who are not elected
    }
on-tie =
    { $tie ->
        [lot] lot
       *[repeat] repetition
    }
stands =
    { $stands ->
        [anybody] everybody
        [voting] whoever has a vote in the body
        [post] whoever holds a post in the area
        [organisation] whom a member organisation proposes
       *[territory] whoever comes from the territory
    }
balance-none = none
balance-checks = looked at: { $spread }
balance-binds = binding: { $spread }
spread-least = at least { $least } for each territory
spread-most = at most { $most } for each territory
spread-both = at least { $least } and at most { $most } for each territory
stagger-together = all end together
stagger-own = each from its own election
stagger-groups = in { $n } groups one after the other
by-election =
    { $kind ->
        [never] none
        [rest] for the rest of the term
       *[full] for a full term
    }
at-once = at once in the sitting
open-end = no fixed end

## Sections
s-formal = Voting
s-notice = Invitation and agenda
s-quorum = Quorum
s-votes = Votes and majorities
s-proxies = Proxies
s-bars = Bars to voting
s-circular = Decisions outside sittings
s-elections = Elections and terms
s-resolutions = Register of resolutions
s-minutes = Minutes

## Parameters
p-formal = Do you vote formally?
p-notice-period = Notice period
p-notice-shortened = Shortened notice period
p-notice-convener = Who convenes
p-notice-channel = Form of the invitation
p-notice-counts-from = The period counts from
p-notice-whole-days = Only whole free days count
p-notice-motions = Period for motions
p-notice-urgency = Urgent motions
p-notice-minority = Sitting on demand
p-quorum-base = Minimum measured by
p-quorum-need = Share needed
p-quorum-least = Smallest number present
p-quorum-senders = Different senders
p-quorum-proxies = Proxies count as present
p-quorum-remote = Remote members count as present
p-quorum-vacant = Vacant seats count
p-quorum-duly-invited = Requires due invitation
p-quorum-presumed = Presumed until doubted
p-quorum-second-summons = Second summons is enough
p-votes-unit = Who has a vote
p-votes-casting = One vote with several people
p-votes-several = One person for several votes
p-votes-ordinary = Ordinary motions
p-votes-rule-change = Change of the rules
p-votes-purpose-change = Change of the purpose
p-votes-removal = Removal from office
p-votes-dissolution = Dissolution
p-votes-secret = Secret vote
p-proxies-allowed = Proxy possible
p-proxies-form = Form of the proxy
p-proxies-holders = Who may use it
p-proxies-one-sitting = For one named sitting only
p-proxies-cap = Most per person
p-bars-own-matter = In one's own matter
p-bars-own-organisation = In matters of one's own organisation
p-bars-out-of-base = Barred votes are not counted
p-circular-consent = Consent
p-circular-period = Period for answers
p-circular-reminder = Reminder
p-circular-stops = Who can end the procedure
p-elections-ballot = Usual form
p-elections-also = By decision also
p-elections-crosses = Votes per ballot
p-elections-all-crosses = All votes must be used
p-elections-first = First round
p-elections-second = Second round
p-elections-third = Third round
p-elections-no-counts = A no is a valid vote
p-elections-runoff = Who goes into the runoff
p-elections-tie = Equal votes in the last round
p-elections-secret = Secret election
p-elections-eligible = Who can stand
p-elections-nominations = Period for nominations
p-elections-from-floor = Nominations in the sitting
p-elections-absent = Absent people with consent can be elected
p-elections-acceptance = Period for acceptance
p-elections-balance = Balance of territories
p-elections-term = Length of the term
p-elections-stagger = End of terms
p-elections-most-terms = Terms in a row
p-elections-carry-over = Stays in office until the new election
p-elections-challenge = Period for challenging an election
p-elections-by-election = By-election
p-elections-move-up = Moving up
p-resolutions-pattern = Pattern of the number
p-resolutions-yearly = Counting begins anew each year
p-minutes-objections = Time for objections
p-minutes-by-clock = Approved when the time is over without an objection
