# Series of meetings
series-title = Series of meetings
series-one = Series
series-none = No series yet.
series-none-text = A series sets meetings down by a rule, for example every second Tuesday of the month.
series-back = To the meetings
series-to-all = All series
series-state-ended = ended
series-new-title = New series
series-new-text = The rule proposes days. Which of them become meetings you decide after that.
series-new-submit = Go on to the days
series-edit = Change
series-edit-title = Change the series
series-edit-text = Meetings that are set down already stay as they are.
series-is-ended = This series has ended. Its meetings stay.
series-field-rhythm = How often?
series-rhythm-1 = every month
series-rhythm-2 = every two months
series-rhythm-3 = four in a year (every three months)
series-rhythm-4 = three in a year (every four months)
series-rhythm-6 = two in a year (every six months)
series-rhythm-12 = once a year
series-rhythm-weeks = by weeks
series-field-nth = Which one of the month?
series-field-nth-hint = For example the second Tuesday. Not for weeks.
series-nth-1 = first
series-nth-2 = second
series-nth-3 = third
series-nth-4 = fourth
series-nth-last = last
series-field-weekday = Weekday
series-field-weeks = Every how many weeks?
series-field-weeks-hint = Only for “by weeks”. The weekday is that of the first day.
series-field-first = From
series-field-hosts = Hosts by turns
series-field-hosts-hint = One a line, for example: Stadt Düren; town hall, room 130
series-field-agenda = Standing items
series-field-agenda-hint = One a line, the minutes first, for example: 20 Welcome
series-weeks = { $count ->
    [one] every week on { $weekday }
   *[other] every { $count } weeks on { $weekday }
  }
series-months = { $count ->
    [one] every month on the { $nth } { $weekday }
   *[other] every { $count } months on the { $nth } { $weekday }
  }
series-fact-rule = Rule
series-turn-last = Next in turn: { $host }. The last time was on { $day }.
series-turn-never = Next in turn: { $host }. No meeting has taken place there yet.
series-next = Next days
series-next-text = Days that are ticked become meetings, the others are left out. Nobody is invited yet.
series-tick = Set a meeting down
series-host-of = Where?
series-host-none = Place still open
series-make = Take these days
series-days = Meetings of the series
series-no-days = No days have been decided yet.
series-left-out = does not take place
series-moved = moved to { $day }
series-again = Set it down after all
series-end = End the series
series-end-text = After that the series proposes no more days. Meetings set down stay.
series-note-planned = The series stands. Now choose the days.
series-note-changed = The series is changed.
series-note-made = { $count ->
    [0] No meeting was set down.
    [one] One meeting is set down.
   *[other] { $count } meetings are set down.
  }
series-note-ended = The series has ended.
