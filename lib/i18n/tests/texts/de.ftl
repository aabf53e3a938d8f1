# Alles, was die Sprache der Textdateien kann, einmal.
-brand = Geflecht
    .gender = neuter
-office = { $case ->
   *[nominative] die Stelle
    [genitive] der Stelle
  }
plain = Mitglieder
attributed = Suchen
    .hint = Name oder Ort
braces = { "{" }Klammer{ "}" } und { "\u00A7" } 1 { "„Wort“" }
lines =
    Erste Zeile
      eingerückt
    zweite Zeile
term-case = Die Rechte { -office(case: "genitive") } bleiben, { -office } auch
by-gender = { -brand.gender ->
    [feminine] Die
    [masculine] Der
   *[neuter] Das
  } { -brand }
quoted = Wort: { plain }, { attributed.hint }
greeting = Guten Morgen, { $name }
# $n, $place
persons = { $n ->
    [0] Niemand
    [one] Eine Person
   *[other] { $n } Personen
  } in { $place }
# $cast, $all
turnout = { $cast ->
    [one] Eine Stimme
   *[other] { $cast } Stimmen
  } von { $all ->
    [one] einer
   *[other] { $all }
  }
# $form, $town
officer = { $form ->
    [female] Beauftragte
    [male] Beauftragter
   *[neutral] Beauftragte Person
  } für { $town }, { $form }
# $year, $n
year = Im Jahr { NUMBER($year, useGrouping: "false") } waren es { NUMBER($n) }
# $n, $open
nested = { $n ->
    [0] Keine
   *[other] { $open ->
        [yes] { $n } offene
       *[no] { $n } geschlossene
      } Sitze
  }
repeated = { greeting }! { greeting }
