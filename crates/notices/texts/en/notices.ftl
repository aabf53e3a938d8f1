# The own page
levels-title = Mails
levels-lead-daily = { $count ->
    [one] You are in one network. What is new comes gathered on working days at 7.
   *[other] You are in { $count } networks. What is new comes gathered on working days at 7.
  }
levels-lead-twice = You are in { $count } networks. What is new comes gathered on Tuesdays and Fridays at 7.
levels-none = As soon as you belong to a network you choose here what you hear of it.
levels-duty = Invitations, votes and mails of duty always come, on the lowest level too.
levels-submit = Save
note-saved = Saved.
level-all = Everything
level-important = What matters
level-duty = Invitations and votes only
field-rhythm = When do gathered mails come?
field-rhythm-hint = One mail for all networks. Without news there is none.
rhythm-auto = As planned: up to three networks on working days, from four on Tuesdays and Fridays
rhythm-daily = Every working day
rhythm-twice = Tuesdays and Fridays
rhythm-weekly = Fridays
rhythm-never = Never
# Ending them
stop-title = End these mails
stop-lead-network = You will then get nothing but invitations, votes and mails of duty from this network.
stop-lead-bundles = Gathered mails will then no longer come. Invitations and votes go on.
stop-done = Ended. Invitations and votes go on.
stop-submit = End them now
stop-levels = Choose in detail
stop-gone = This link no longer works. Under “My account” you choose which mails come.
own-goes = Which mails you wanted is deleted.
# The mail
why-bundled = You get this mail because you read what is new in your networks in one bundle.
why-topics = You get this mail because you follow topics.
letter-subject = { $count ->
    [one] News for you
   *[other] News for you: { $count } entries
  }
letter-more = { $count ->
    [one] And one more: { $link }
   *[other] And { $count } more: { $link }
  }
letter-quiet = { $count ->
    [one] There is something new in a protected area. You read it after signing in:
   *[other] There are { $count } news in protected areas. You read them after signing in:
  }
letter-footer =
    Choose levels and days: { $levels }
    End these mails: { $stop }
letter-answer = Answer by e-mail: { $address }
what-new = New
what-outcome = With an outcome
what-replies = { $count ->
    [one] one new answer
   *[other] { $count } new answers
  }
why-asked = You get this because you are asked directly.
why-takes-part = You get this because you take part.
why-follows = You get this because you follow the conversation.
why-duty = You get this as a mail of duty through { $networks }.
why-member = You get this through { $networks }.
# The inbox
inbox-title = Inbox
inbox-lead = { $count ->
    [0] What waits for you from your networks stands here.
    [one] One entry waits for you.
   *[other] { $count } entries wait for you.
  }
inbox-new = { $count ->
    [one] One entry is new.
   *[other] { $count } entries are new.
  }
narrow = Narrow
inbox-empty = All done.
inbox-empty-text = Nothing waits for you now.
inbox-empty-next = The next deadline is on { $day }.
inbox-empty-list = Nothing stands here.
inbox-empty-list-text = What you put away is found here.
inbox-left = { $count ->
    [one] One more follows as soon as you put something away.
   *[other] { $count } more follow as soon as you put something away.
  }
inbox-old = What is older than six weeks does not stand here any more.
inbox-levels = Choose levels and days of mails
stages-label = Choose a list
stage-open = Open ({ $count })
stage-later = Later ({ $count })
stage-done = Done ({ $count })
stage-muted = Silent ({ $count })
waiting-title = Waiting for you
heading-new = New in your networks
heading-open = Open
heading-later = Later
heading-done = Done
heading-muted = Silent
filter-networks = Narrow by network
filter-kinds = Narrow by kind
filter-all-networks = All networks
filter-all-kinds = All kinds
act-done = Done
act-mute = Silence
act-later = Later
act-put-off = Put off
act-reopen = Open again
field-until = Show again on
later-until = Here again on { $day }.
note-done = Done.
note-later = Put off until { $day }.
note-muted = Silent. You hear no more of it.
note-reopened = It is in the inbox again.
what-asked = You are asked
what-reply = A new answer
why-seat = Your seat: { $body }.
why-seat-through = Your seat: { $body }, through { $through }.
why-body = You get this through your seat.
own-topic = Topic of the weekly overview
own-marks = Inbox: put away
due-over = Overdue
field-from-hour = Mail at the earliest at
field-until-hour = Mail at the latest at
field-hours-hint = Holds on working days for direct questions, answers and bundles. What is urgent comes outside of them, too.
hour = { $hour }:00
# Absence
absence-title = Absence
absence-lead = While you are away, no bundle comes. Direct questions wait for your return.
absence-days = Days entered
absence-none = No absence entered.
absence-now = away now
absence-span = { $from } to { $last }
absence-open = from { $from }
absence-withdraw = Take back
absence-new = Enter days
absence-submit = Enter
field-away-from = First day
field-away-last = Last day
absence-substitute = Who hears of what is urgent
absence-substitute-submit = Save
field-substitute = Person from your networks
field-substitute-hint = She gets direct questions to you and sees your duties in her inbox, as far as she reads there herself.
substitute-nobody = Nobody
substitute-unseen = A person from your networks
note-absence = Entered. Your bodies see that you are away, never why.
note-absence-withdrawn = Taken back.
why-stands-in = You receive this in place of somebody who is away.
# Topics
field-topics = Topics for the weekly overview
field-topics-hint = On Mondays one mail brings what is new under these topics, from all networks where you may read it. The levels of networks do not matter here. The bundled mail repeats none of it.
letter-topics-subject = { $count ->
    [one] New under your topics
   *[other] New under your topics: { $count } entries
  }
why-topic = You follow the topic { $topics }.
why-topic-hers = You follow the topic.
way-from = From { $network }.
way-open = From { $network }, open to readers elsewhere.
way-forwarded = From { $network }, forwarded to { $others }.
way-through = Through { $networks }.
stop-lead-topics = The weekly overview of your topics will stop. What is new in your networks comes bundled again.
stop-done-topics = Ended. What is new under these topics comes bundled again.
