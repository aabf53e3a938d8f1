title = Suche
title-for = Suche nach „{ $words }“
label = Was suchen Sie?
hint = Ein Name, eine Stelle, eine Kommune, ein Gremium. Der Anfang des Wortes genügt.
go = Suchen
hits = { $count ->
    [one] Ein Treffer für „{ $words }“
   *[other] { $count } Treffer für „{ $words }“
  }
facets = Treffer eingrenzen
facet = { $kind } ({ $count })
facet-all = Alle ({ $count })
pages = Seiten
page = Seite { $number }
previous = Zurück
next = Weiter
more = Das sind die ersten { $count } Treffer, es gibt mehr. Schreiben Sie ein Wort dazu.
broad = Sehr viele Wörter beginnen so. Gezeigt ist nur ein Teil. Schreiben Sie mehr Buchstaben.
left-out = Gesucht wird nach den ersten sechs Wörtern.
begin = Hier finden Sie Personen, Stellen, Organisationen und Gremien.
begin-text = Sie sehen nur, was für Sie bestimmt ist.
short = Das Suchwort ist zu kurz.
short-text = Schreiben Sie mindestens zwei Buchstaben.
none = Nichts gefunden für „{ $words }“.
none-text = Versuchen Sie ein kürzeres Wort.
signed-out = Manches finden nur Mitglieder, nachdem sie sich eingeloggt haben.
sign-in = Einloggen
facets-network = Nach Netzwerk eingrenzen
facets-year = Nach Jahr eingrenzen
better = Meinten Sie
