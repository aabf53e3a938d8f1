# Data check: what the link opens
check-title = Please check your data
check-lead = { $name }, { $network }
check-valid = The link works until { $day }. You need not sign in for it.
check-gone = The link does not work any more. It works for eight weeks. The coordination will gladly send you a new one.
check-answered = Thank you. Your answer is of { $day }.
check-waits = The coordination still checks this
check-nothing = Nothing of yours is kept here any more.
check-nothing-text = You have no post at present and speak for no organisation in this network.
check-empty = nothing entered
check-percent = { $share } percent
check-right-title = Is all right?
check-right = All is right
check-wrong-title = Something is wrong
check-wrong-text = Change what is wrong. Where the field says nothing else, the coordination checks your change.
check-send = Send changes
check-of = { $label }: { $name }
check-given = Given name
check-family = Family name
check-own-mail = Own official e-mail
check-own-phone = Own official telephone
check-at-once = Counts at once.
check-mail-waits = Counts once it is confirmed. We write to your present address for that. The coordination can confirm it, too.
check-unconfirmed = { $value } (waits to be confirmed)
check-mail-asked = Waits to be confirmed. Please ask before you take the new address over: the link may have been passed on.
check-no-mail = no address of your own any more
check-address-title = Confirm the new e-mail address
check-address-lead = In the data check, another official e-mail address was given. Was that you?
check-address-old = Until now
check-address-new = New
check-address-text = If you confirm, your letters go to the new address. If it was not you, the present one stays. The link of your data check then stops working.
check-address-take = Take the new address over
check-address-leave = That was not me
check-address-yes = Thank you. The new address counts from now on.
check-address-no = The present address stays. Please tell the coordination, too.
check-address-gone = This link does not work any more. The address is decided, or the data check is over.
check-share = Share of the post
check-share-hint = In percent of a full post, 1 to 100.
check-post-mail = Functional mailbox
check-post-phone = Telephone of the post
check-deputy = Deputy
check-address = Address
check-organisation-mail = E-mail of the organisation
check-organisation-phone = Telephone of the organisation
check-left = Last day on the post
check-left-hint = Only if you give the post up.
check-successor = Successor
check-successor-hint = Who comes? Name and official e-mail, if known.
check-note = Anything else
check-note-hint = The coordination reads this.
check-thanks = Thank you, all is right.
check-thanks-changed = Thank you. The changes have arrived.
# Data check: for the coordination
check-keep = Data check
check-state = State
check-never = No round yet.
check-explained = Everybody with a post in the network and every contact gets a mail with a link, each person one only. They confirm or change their data without signing in. The link works for eight weeks.
check-runs = Round since { $begun }. The links work until { $last }.
check-ran = Last round: { $begun } to { $last }.
check-writing = The mails are being written.
check-count = { $count } of { $all } have answered.
check-begin = Begin a round
check-remind = Remind all who have not answered
check-yearly = Ask every year by itself
check-not-yearly = Stop asking every year
check-is-yearly = A year after the last round the next one begins by itself.
check-proposals = Proposals
check-was = so far: { $value }
check-by-hand = The program does not enter this by itself.
check-fill = Fill the post
check-done = Done
check-accept = Take over
check-reject = Reject
check-open = No answer yet
check-answers = Answered
check-no-address = no address known
check-reminded = reminded on { $day }
check-changed-on = changed on { $day }
check-confirmed-on = confirmed on { $day }
check-started = The round begins.
check-reminding = The reminders go out. Whoever was reminded within the last seven days gets none.
check-yearly-on = From now on the network asks every year.
check-yearly-off = The network no longer asks by itself.
check-accepted = Taken over.
check-rejected = Rejected.
check-choose = Please choose one of the options.
# Data check: letters and own data
letter-check-subject = Please check your data
letter-check-at = A network you work in ({ $name }) asks you to check your official data.
letter-check-quiet = A network you work in asks you to check your official data.
letter-check =
    { $who }

    Open this link. If all is right, one click is enough. You need not sign in.

    { $link }

    The link works until { $day }.
letter-check-again =
    { $who } Your answer is still missing.

    Open this link. If all is right, one click is enough. You need not sign in.

    { $link }

    The link works until { $day }.
letter-check-address-subject = Is this your new e-mail address?
letter-check-address =
    In the data check of a network, another official e-mail address was given for you:

    { $mail }

    It counts only once you or the coordination confirm it. Open this link to confirm or to refuse.

    { $link }

    If it was not you, please refuse. The link works until { $day }.
letter-check-address-why = You get this mail because your letters go to this address at present.
letter-check-why = You get this mail because you have a seat there.
own-checks = Data checks
own-check-asked = asked on
own-check-reminded = reminded on
own-check-answered = answered on
own-check-proposal = reported
facet-checks = Data checks
told-check = Once a year
