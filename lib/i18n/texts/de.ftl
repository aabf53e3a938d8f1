## Spannen: bis zu einem Tag und seit einem Tag

left-days = { $n ->
    [one] noch 1 Tag
   *[other] noch { $n } Tage
  }
left-weeks = { $n ->
    [one] noch 1 Woche
   *[other] noch { $n } Wochen
  }
left-months = { $n ->
    [one] noch 1 Monat
   *[other] noch { $n } Monate
  }
left-years = { $n ->
    [one] noch 1 Jahr
   *[other] noch { $n } Jahre
  }
last-day = letzter Tag
ended = beendet
since-today = seit heute
since-days = { $n ->
    [one] seit gestern
   *[other] seit { $n } Tagen
  }
since-weeks = { $n ->
    [one] seit 1 Woche
   *[other] seit { $n } Wochen
  }
since-months = { $n ->
    [one] seit 1 Monat
   *[other] seit { $n } Monaten
  }
since-years = { $n ->
    [one] seit 1 Jahr
   *[other] seit { $n } Jahren
  }
today = heute
in-days = { $n ->
    [one] morgen
    [2] übermorgen
   *[other] in { $n } Tagen
  }
in-weeks = { $n ->
    [one] in 1 Woche
   *[other] in { $n } Wochen
  }
in-months = { $n ->
    [one] in 1 Monat
   *[other] in { $n } Monaten
  }
in-years = { $n ->
    [one] in 1 Jahr
   *[other] in { $n } Jahren
  }
ago-days = { $n ->
    [one] gestern
    [2] vorgestern
   *[other] vor { $n } Tagen
  }
ago-weeks = { $n ->
    [one] vor 1 Woche
   *[other] vor { $n } Wochen
  }
ago-months = { $n ->
    [one] vor 1 Monat
   *[other] vor { $n } Monaten
  }
ago-years = { $n ->
    [one] vor 1 Jahr
   *[other] vor { $n } Jahren
  }

## Amtszeiten und Zeiträume

# $first, $last
term-closed = { $first } bis { $last }
term-open = seit { $first }
term-coming = ab { $first }
open-end = ohne Ende
# $day, $time
day-and-time = { $day }, { $time }

## Aufzählungen

# $most, $last
list-and = { $most } und { $last }
# $most, $last
list-or = { $most } oder { $last }
