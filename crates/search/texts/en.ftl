title = Search
title-for = Search for “{ $words }”
label = What are you looking for?
hint = One word or several, in any form. The beginning of a word is enough.
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
begin = What you can look for
begin-people = Persons, posts, organisations, bodies and seats
begin-work = Meetings, minutes, votes, resolutions and tasks
begin-words = Positions, reports from other bodies and conversations in the exchange
begin-text = You find what you may read, from all your networks at once. Confidential conversations are in no search.
begin-public = Without signing in you find what is public.
short = The word is too short.
short-text = Please write at least two letters.
none = Nothing found for “{ $words }”.
none-shorter = Write a shorter word, or only its beginning.
none-fewer = Write fewer words: a hit holds all of them.
none-where = Only what you may read is found. Confidential conversations, circulars and date polls are in no search.
signed-out = Members find more after they have signed in.
sign-in = Sign in
facets-network = Narrow by network
facets-year = Narrow by year
better = Did you mean
