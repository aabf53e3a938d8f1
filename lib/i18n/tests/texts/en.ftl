# Everything the files can do, once.
-brand = Geflecht
plain = Members
attributed = Search
    .hint = Name or place
braces = { "{" }brace{ "}" } and { "\u00A7" } 1 { "\"word\"" }
lines =
    First line
      indented
    second line
term-case = The rights of the post remain, and so does the post
by-gender = { -brand }
quoted = Word: { plain }, { attributed.hint }
greeting = Good morning, { $name }
persons = { $n ->
    [0] Nobody
    [one] One person
   *[other] { $n } persons
  } in { $place }
turnout = { $cast ->
    [one] One vote
   *[other] { $cast } votes
  } of { $all }
officer = Officer of { $town }, { $form }
year = In { NUMBER($year, useGrouping: "false") } there were { NUMBER($n) }
nested = { $n } seats{ $open ->
    [yes] { "" }, open
   *[no] { "" }, closed
  }
repeated = { greeting }! { greeting }
