title = Suche
title-for = Suche nach „{ $words }“
label = Was suchen Sie?
hint = Ein Wort oder mehrere, in jeder Form. Der Anfang eines Wortes genügt.
go = Suchen
# $count, $words
hits = { $count ->
    [one] Ein Treffer für „{ $words }“
   *[other] { $count } Treffer für „{ $words }“
  }
facets = Treffer eingrenzen
# $kind, $count
facet = { $kind } ({ $count })
facet-all = Alle ({ $count })
pages = Seiten
page = Seite { $number }
previous = Zurück
next = Weiter
more = Das sind die ersten { $count } Treffer, es gibt mehr. Schreiben Sie ein Wort dazu.
broad = Sehr viele Wörter beginnen so. Gezeigt ist nur ein Teil. Schreiben Sie mehr Buchstaben.
left-out = Gesucht wird nach den ersten sechs Wörtern.
begin = Wonach Sie suchen können
begin-people = Personen, Stellen, Organisationen, Gremien und Sitze
begin-work = Termine, Protokolle, Abstimmungen, Beschlüsse und Aufgaben
begin-words = Positionen, Berichte aus anderen Gremien und Gespräche im Austausch
begin-text = Sie finden, was Sie lesen dürfen, aus allen Ihren Netzwerken zugleich. Vertrauliche Gespräche stehen in keiner Suche.
begin-public = Ohne Einloggen finden Sie, was öffentlich ist.
short = Das Suchwort ist zu kurz.
short-text = Schreiben Sie mindestens zwei Buchstaben.
none = Nichts gefunden für „{ $words }“.
none-shorter = Schreiben Sie ein kürzeres Wort oder nur seinen Anfang.
none-fewer = Schreiben Sie weniger Wörter: Ein Treffer enthält alle.
none-where = Gefunden wird nur, was Sie lesen dürfen. Vertrauliche Gespräche, Rundschreiben und Terminabstimmungen stehen in keiner Suche.
signed-out = Mitglieder finden mehr, nachdem sie sich eingeloggt haben.
sign-in = Einloggen
facets-network = Nach Netzwerk eingrenzen
facets-year = Nach Jahr eingrenzen
better = Meinten Sie
facets-short = Art
facets-network-short = Netzwerk
facets-year-short = Jahr
# $shown, $count, $words
hits-of = { $shown } von { $count } Treffern für „{ $words }“
# $count, $words
hits-more = Mehr als { $count } Treffer für „{ $words }“
