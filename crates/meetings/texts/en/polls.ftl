# Date polls
poll-title = Date poll
poll-title-quiet = Looking for a date
poll-new-title = New date poll
poll-new-text = First you put days together. Then you see holidays and other meetings beside them, and ask everybody at once.
poll-new-submit = Go on and check
poll-new-act = Find a date
poll-edit = Change
poll-edit-title = Change the date poll
poll-sent-already = The questions have been sent. What they say stays as it is.
poll-field-dates = Dates to choose from
poll-field-dates-hint = One a line, for example: 9.12.2026 14:00. At most 20.
poll-field-hour = Beginning where the line names none
poll-is-draft = Nobody has been asked yet. Check the days, then ask.
poll-is-settled = The date is settled.
poll-is-dropped = This date poll has been given up.
poll-to-meeting = To the meeting
poll-own = When can you come?
poll-own-answered = Thank you, your answer is here. You can change it here.
poll-yes = Yes
poll-maybe = If need be
poll-no = No
poll-submit = Send the answer
poll-thanks = Thank you for your answer.
poll-dates = To choose from
poll-no-dates = There is no day to choose from yet.
poll-column-date = Day and beginning
poll-column-act = Choose
poll-best = Best is { $when }. Yes: { $yes }, if need be: { $maybe }, no: { $no }.
poll-best-too = Just as good: { $others }.
poll-best-mark = best
poll-answered = { $count } of { $all } have answered.
poll-names = Who can come when
poll-nobody = No answers yet.
poll-silent = { $count ->
    [one] One answer is missing
   *[other] { $count } answers are missing
  }
poll-strike = Strike
poll-take = Take
poll-take-text = The day you take becomes a meeting. You check and send the invitation after that.
poll-add = Add a day
poll-add-submit = Add it
poll-asked = To be asked
poll-send = { $count ->
    [0] Ask now, without e-mail
    [one] Ask one person now
   *[other] Ask { $count } persons now
  }
poll-drop = Give the date poll up
poll-drop-text = Everybody asked learns that no day is looked for any more. The answers no longer count.
poll-drop-quiet = Nobody has been asked yet. Nobody hears of it.
poll-drop-submit = Give it up now
poll-remind-title = Remind of the answer
poll-remind-submit = Remind now
poll-remind-nobody = There is nobody to remind.
poll-reminded = Reminded last: { $when }.
poll-goes-to-nobody = No mail leaves.
poll-goes-to = { $count ->
    [one] One mail leaves, to:
   *[other] { $count } mails leave, to:
  }
poll-note-planned = The days have been put together.
poll-note-changed = The date poll is changed.
poll-note-sent = { $count ->
    [0] The date poll is open. No e-mail was sent.
    [one] One person has been asked.
   *[other] { $count } persons have been asked.
  }
poll-notice = Invite on { $until }, and a meeting from { $day } on is in time.
poll-near-missed = Not in time: the last day for the invitation was { $day }.
poll-near-tight = The invitation must leave by { $day }, before the answers are all in.
poll-note-settled = The meeting is set down. Now send the invitations.
poll-note-dropped = The date poll is given up.
poll-gone-settled = The poll is over. The date is fixed: { $when }.
poll-gone = This question no longer stands. The date is settled, or it no longer concerns you.
poll-asking = When can you come? { $title }
poll-asking-until = Answer by { $day }
poll-waiting = Date polls under way
poll-state-draft = being prepared
poll-state-open = under way
# Letters
poll-subject-again = Your answer is missing
poll-subject-dropped = No date is looked for any more
poll-letter-when = We are looking for a date: “{ $title }”, { $body }. When can you come?
poll-letter-again = Your answer is still missing: “{ $title }”, { $body }. When can you come?
poll-letter-dropped = No date is looked for any more for “{ $title }”, { $body }. You need not do anything.
poll-letter-quiet-when = We are looking for a day for a meeting in one of your networks. When can you come?
poll-letter-quiet-again = Your answer for a meeting that needs a day is still missing. When can you come?
poll-letter-quiet-dropped = No day is looked for any more for one of your meetings. You need not do anything.
poll-letter-link = Answer here without signing in
poll-letter-why = You get this mail because you are asked for a date.
poll-letter-why-was = You get this mail because you were asked for a date.
# What else is on a day
off-new-year = New Year’s Day
off-carnival-thursday = Carnival Thursday
off-carnival-monday = Carnival Monday
off-good-friday = Good Friday
off-easter-sunday = Easter Sunday
off-easter-monday = Easter Monday
off-may-day = Labour Day
off-ascension = Ascension
off-whit-sunday = Whit Sunday
off-whit-monday = Whit Monday
off-corpus-christi = Corpus Christi
off-german-unity = Day of German Unity
off-all-saints = All Saints
off-christmas = Christmas Day
off-second-christmas = Second day of Christmas
off-weekend = weekend
off-school-easter = Easter holidays in NRW
off-school-whitsun = Whitsun holidays in NRW
off-school-summer = summer holidays in NRW
off-school-autumn = autumn holidays in NRW
off-school-christmas = Christmas holidays in NRW
beside-title = Also on that day
beside-meeting = { $time } { $title }, { $body }
beside-count = { $count ->
    [one] { $time } { $title }, { $body } (one of those invited)
   *[other] { $time } { $title }, { $body } ({ $count } of those invited)
  }
# My data
own-polls = Date polls
own-polls-answered = Answered on
own-polls-goes = Your name and your address in date polls.
polls-label = Date polls
told-poll = Which days suit you?
told-came-back = A letter came back
