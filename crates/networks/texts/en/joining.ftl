# Joining: the public page
join-title-network = Become a member: { $name }
join-title-body = Take part: { $name }
join-how = How it works
join-fact-reads = Who reads your request
join-fact-next = What happens next
join-fact-seat = What you get
join-fact-kept = How long it stays
join-reads-keepers = Whoever keeps the list of members.
join-reads-vouchers = The two members you name.
join-reads-members = During the time for objections all members.
join-next-mail = First you confirm your address.
join-next-objection =
    { $days ->
        [one] Then members may object for one day.
       *[other] Then members may object for { $days } days.
    }
join-by-keeper = The coordination decides.
join-by-two = Two members vouch.
join-by-mailbox = A known functional mailbox is enough.
join-by-either = A known functional mailbox or two vouching members are enough.
join-seat-post = A seat for your post. It passes to your successor.
join-seat-organisation = A seat for your organisation. You are its first contact.
join-seat-person = A seat for yourself.
join-seat-body = An advisory seat in this body. It does not make you a member of the network.
join-kept = Unconfirmed for a day, else until 30 days after the decision. Then it is deleted.
join-plain-title = In plain words
join-plain-operator = This site is run by: { $name }.
join-plain-operator-unknown = The imprint says who runs this site.
join-plain-server = In the program the operator sees neither members nor requests. But whoever has the server or a backup could read everything, including this request.
join-plain-mail = Mails to you do not name the network.
join-plain-names = Your name stands in the network only once you share it. Outside it never does.
join-belongs = You belong already.
join-form = Your request
join-seek = Is your organisation known already?
join-seek-hint = For example: Stadt Aachen
join-seek-none = None found. Write its name below.
join-given = Given name
join-family = Family name
join-mail = Work e-mail
join-mail-hint = Best the functional mailbox of your post. We send a link there.
join-known = Organisation found
join-known-none = none of these
join-organisation = Organisation or municipality
join-organisation-hint = As it calls itself.
join-organisation-else = Needed where it is not in the list above. As it calls itself.
join-kind = Kind of organisation
join-kind-none = not given
join-role = Post or mandate
join-role-hint = For example: equality office
join-statement = Why do you want to belong?
join-statement-hint = Two or three sentences. Please nothing others should not read.
join-voucher-one = E-mail of a member who knows you
join-voucher-two = E-mail of a second member
join-voucher-hint = Only this person gets a mail. We do not say whether the address belongs.
join-send = Send the request
join-sent = Please look into your mailbox
join-sent-text = We have sent a mail with a code and a link to your address. Your request counts only with it.
join-sent-code = We have sent a code to your address. Enter it here, or open the link in the mail. Your request counts only then.
join-code = Code from the mail
join-code-hint = Six digits
join-code-form = The code has six digits.
join-code-wrong =
    { $left ->
        [one] The code is wrong. You have one try left.
       *[other] The code is wrong. You have { $left } tries left.
    }
join-code-worn = Too many wrong codes
join-code-worn-text = Please open the link in the mail. It is still valid.
join-sent-hint = Both are valid for 24 hours. Nothing came? Check the address and ask again.
join-confirm = Confirm the request
join-confirm-text = With this address { $name } asks to join.
join-confirm-not = That was not you? Then do nothing. After 24 hours everything is deleted.
join-confirm-go = Yes, this is my request
join-done = Your request has arrived
join-done-back = To the networks
join-done-next = Whoever is responsible looks at it now.
join-done-objection =
    { $days ->
        [one] Whoever is responsible looks at it now. Then members may object for one day.
       *[other] Whoever is responsible looks at it now. Then members may object for { $days } days.
    }
join-done-mail = The answer comes by mail to this address.
join-decided = Your request is decided
join-decided-text = The answer is in the last mail to this address.
join-withdraw-text = You changed your mind? Then withdraw the request. Everything stored about it is deleted at once.
join-withdraw-go = Withdraw the request
join-withdrawn = Withdrawn. Your request is deleted.
join-runs = Your request is running already
join-runs-text = There is a confirmed request from this address. Please wait for the answer.
join-gone = The link is no longer valid
join-gone-text = Please make the request again.
join-here-body = Take part
join-open-pill = open to everyone
join-members-list = Who asks to join
# A request, for the people in the network
join-list-title = Joining and leaving
join-list-asks = Requests to join
join-list-none = Nobody asks at the moment.
join-list-none-text = New requests appear here and on the start page.
join-show-title = Request to join from { $name }
join-show-lead = wants to join: { $body }
join-show-facts = Details
join-show-vouches = Who vouches
join-show-objections = Objections
join-fact-organisation = Organisation
join-fact-role = Post or mandate
join-fact-mail = Confirmed address
join-mailbox-known = This is the functional mailbox of a known post or organisation
join-mailbox-unknown = It is no known functional mailbox
join-state-waiting = Somebody still has to vouch. It waits until { $day }.
join-state-objecting = Members may object until { $day } at midnight.
join-state-handed = The coordination decides.
join-state-unvouched = Within four weeks not enough members vouched. The coordination decides.
join-state-lapsed = Whoever vouched belongs no more. The coordination decides.
join-state-objection = There is an objection. The coordination decides.
join-state-conflict = The seat is there already, or somebody else holds the post. The coordination decides.
join-state-admitted = Admitted from { $day }.
join-state-refused = Declined.
join-vouch-title = Do you know this person?
join-vouch-text = { $name } has named you. Whoever vouches says: this person is who she says and works there.
join-vouch-go = I vouch
join-vouch-not = I do not know the person
join-vouched-yes = You vouch for this person. You can change that as long as it waits.
join-vouched-no = You do not know this person. That is noted.
join-vouch-yes = vouches
join-vouch-void = vouched, belongs no more
join-vouch-no = does not know the person
join-vouch-open = has not answered yet
join-object-title = Does anything speak against it?
join-object-text = Only the coordination reads your objection. Then it decides itself.
join-object-reason = What speaks against it?
join-object-go = Object
join-objected = Your objection is with the coordination.
join-ask-title = Ask the members
join-ask-text =
    { $days ->
        [one] Members have one day to object. Without objection the person is admitted afterwards.
       *[other] Members have { $days } days to object. Without objection the person is admitted afterwards.
    }
join-ask-go = Begin the time
join-asked = The time is running.
join-admit-title = Admit
join-admit-text = Seat, person and invitation are made in one step. The person gets a mail.
join-admit-from = First day
join-admit-go = Admit
join-admitted = Admitted. The mail is on its way.
join-refuse-title = Decline
join-refuse-text = The person gets a short mail. Request and details are deleted after 30 days.
join-refuse-answer = A sentence to the person
join-refuse-go = Decline
join-refused = Declined. The mail is on its way.
# What a network asks
join-rule-title = Rules for joining
join-rule-open = The page for joining is open. You change that under “Edit”.
join-rule-closed = The page for joining is still closed. You open it under “Edit”.
join-rule-vouching = Who vouches?
join-rule-objection = Time for members to object
join-rule-objection-hint = It ends at midnight after the last day.
join-rule-no-days = none
join-rule-days =
    { $days ->
        [one] one day
       *[other] { $days } days
    }
join-rule-seat = What does a new member get?
join-rule-statement = Reason
join-rule-statement-yes = Whoever asks writes why.
join-rule-question = Your question about it
join-rule-question-hint = For example: which mandate do you have in your administration?
join-rule-notice = Notice in months
join-rule-notice-hint = 0 to 24. § 39 BGB allows no more.
join-rule-year = Leaving
join-rule-year-yes = only at the end of a year
join-rule-save = Save
# Leaving
leave-title = Leave: { $name }
leave-way = Leave the network
leave-text = Until the last day you can change your mind. After that you see only what everybody sees.
leave-post = The seat belongs to your post and stays with it. But you can stop taking part: then it rests.
leave-post-hint = From the day after the seat gives no rights. The coordination can take it up again.
leave-post-go = Take no part any more
leave-notice = By the rules the last day is { $day } at the earliest.
leave-last-hint = On the day after you do not belong any more.
leave-quiet = How should it become known?
leave-quiet-yes = Quietly: without news. From then on the list is simply without you.
leave-quiet-hint = Only the coordination knows of it before. Earlier lists stay as they were.
leave-open-ends = This ends with it: { $seat }.
leave-open-stays = About this you talk to the coordination: { $seat }.
leave-go = Leave
leave-done = Your last day is { $day }.
leave-announced = You have said that you leave. The last day is { $day }.
leave-stay = Stay after all
leave-stayed = Good that you stay.
leave-list = Leaving
leave-row = Last day: { $day }. Please look at the open seats.
leave-row-reviewed = Last day: { $day }. The open seats are decided.
leave-review-title = Leaving: open seats
leave-review-day = Last day in the network: { $day }.
leave-review-none = Nothing stays open in other bodies.
leave-review-done = The open seats are decided.
leave-review-ends = ends with it
leave-review-guest = goes on as guest
leave-review-stays = stays, the body is open
leave-review-go = Decide
leave-reviewed = Decided.
# Letters
letter-join-subject = Please confirm your request
letter-join-at = You want to take part in: { $name }.
letter-join-quiet = You made a request on our site.
letter-join-confirm =
    { $what } This code confirms your address in the same browser:

    { $code }

    Or this link:

    { $link }

    Both are valid for 24 hours. That was not you? Then do nothing. Everything is deleted.

    With the same link you withdraw the request later, as long as it is not decided.
letter-why-asker = You get this mail because somebody made a request with your address.
letter-why-named = You get this mail because you were named as somebody who knows her.
letter-why-member = You get this mail because you are a member there.
letter-why-keeper = You get this mail because you decide on requests.
letter-why-answer = You get this mail because you made a request.
letter-why-seat = You get this mail because somebody named you for this seat.
letter-vouch-subject = Do you know this person?
letter-vouch-at = { $name } wants to take part in: { $body }. You are named as somebody who knows her.
letter-vouch-quiet = Somebody named you and asks for a short answer.
letter-object-subject = A request to look at
letter-object-at =
    { $days ->
        [one] { $name } wants to join: { $body }. For one day, until midnight of { $last }, you can object. If nothing speaks against it, you need not do anything.
       *[other] { $name } wants to join: { $body }. For { $days } days, until midnight of { $last }, you can object. If nothing speaks against it, you need not do anything.
    }
letter-object-quiet =
    { $days ->
        [one] A request is open to you for one day, until midnight of { $last }. You need not do anything if nothing speaks against it.
       *[other] A request is open to you for { $days } days, until midnight of { $last }. You need not do anything if nothing speaks against it.
    }
letter-answers =
    { $what } Here you read more and answer without signing in:

    { $link }

    The link stands for you. Please do not forward this mail.
letter-keeper-subject = A request is waiting
letter-keeper-at = A request to join waits for you: { $name }.
letter-keeper-quiet = A request waits for your decision.
letter-waits =
    { $what } You read more here once you have signed in:

    { $link }
letter-answer-subject = The answer to your request
letter-yes-at = You are in: { $name }, from { $day }.
letter-yes-quiet = Your request is accepted. It holds from { $day }.
letter-yes-account = Sign in here: { $link }
letter-yes-invited = An invitation with your access comes in a second mail.
letter-yes = { $what } { $how }
letter-no-at = Your request was not accepted: { $name }.
letter-no-quiet = Your request was not accepted.
letter-no = { $what } We delete what you wrote after 30 days.
letter-no-because =
    { $what }

    { $answer }

    We delete what you wrote after 30 days.
# After a letter's link, and in one's own data
answer-gone = There is nothing left to answer here. The time is over, or it is decided.
own-requests = Requests to join
own-asked = asked on
own-state = state
own-state-runs = running
own-state-admitted = admitted
own-answers = My answers to requests to join
own-vouches = vouching
own-said = on
own-requests-go = Your requests to join, and your answers to those of others
# Who is asked for a seat
letter-seat-subject = A question to you
letter-seat-at = You are asked for a seat: { $title }, { $body }, from { $day }.
letter-seat-quiet = You are asked for a seat.
facet-requests = Requests to join
told-vouch = Your word is missing
told-decide = Please decide
told-object = Somebody wants to join
card-vouch = Do you know the person who wants to join?
card-decide = Request to join: please decide
card-object = Somebody wants to join
