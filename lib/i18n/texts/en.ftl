## Spans: until a day and since a day

left-days = { $n ->
    [one] 1 day left
   *[other] { $n } days left
  }
left-weeks = { $n ->
    [one] 1 week left
   *[other] { $n } weeks left
  }
left-months = { $n ->
    [one] 1 month left
   *[other] { $n } months left
  }
left-years = { $n ->
    [one] 1 year left
   *[other] { $n } years left
  }
last-day = last day
ended = ended
since-today = since today
since-days = { $n ->
    [one] since yesterday
   *[other] for { $n } days
  }
since-weeks = { $n ->
    [one] for 1 week
   *[other] for { $n } weeks
  }
since-months = { $n ->
    [one] for 1 month
   *[other] for { $n } months
  }
since-years = { $n ->
    [one] for 1 year
   *[other] for { $n } years
  }
today = today
in-days = { $n ->
    [one] tomorrow
   *[other] in { $n } days
  }
in-weeks = { $n ->
    [one] in 1 week
   *[other] in { $n } weeks
  }
in-months = { $n ->
    [one] in 1 month
   *[other] in { $n } months
  }
in-years = { $n ->
    [one] in 1 year
   *[other] in { $n } years
  }
ago-days = { $n ->
    [one] yesterday
   *[other] { $n } days ago
  }
ago-weeks = { $n ->
    [one] 1 week ago
   *[other] { $n } weeks ago
  }
ago-months = { $n ->
    [one] 1 month ago
   *[other] { $n } months ago
  }
ago-years = { $n ->
    [one] 1 year ago
   *[other] { $n } years ago
  }

## Terms and periods

term-closed = { $first } to { $last }
term-open = since { $first }
term-coming = from { $first }
open-end = without end
day-and-time = { $day }, { $time }

## Lists

list-and = { $most } and { $last }
list-or = { $most } or { $last }
