title = Search
title-for = Search for “{ $words }”
label = What are you looking for?
hint = A name, a post, a municipality, a body. The beginning of the word is enough.
go = Search
hits = { $count ->
    [one] One hit for “{ $words }”
   *[other] { $count } hits for “{ $words }”
  }
facets = Narrow the hits
facet = { $kind } ({ $count })
facet-all = All ({ $count })
pages = Pages
page = Page { $number }
previous = Back
next = Next
more = These are the first { $count } hits, there are more. Please add a word.
broad = Very many words begin like this. Only a part is shown. Please write more letters.
left-out = Only the first six words are looked for.
begin = Here you find persons, posts, organisations and bodies.
begin-text = You only see what is meant for you.
short = The word is too short.
short-text = Please write at least two letters.
none = Nothing found for “{ $words }”.
none-text = Try a shorter word.
signed-out = Some things are only found by members after they have signed in.
sign-in = Sign in
facets-network = Narrow by network
facets-year = Narrow by year
better = Did you mean
