# Netzwerke, Gremien, Mitglieder und ihre Bilder.
# P09
networks-title = Netzwerke
networks-lead = Wer hier zusammenarbeitet: in der Region, im Land, im Bund.
networks-description = Die Netzwerke kommunaler Gleichstellungsarbeit mit ihren Aufgaben und Gremien.
networks-mine = Ihre Netzwerke
networks-view = Ansicht
networks-as-list = Liste
networks-as-picture = Übersicht als Bild
networks-picture-intro = Welches Netzwerk arbeitet mit wem, wer gehört wohin?
networks-empty = Noch kein Netzwerk.
networks-empty-text = Hier stehen die Netzwerke, sobald das erste gegründet ist.
networks-says = { $count ->
    [one] Ein Netzwerk.
   *[other] { $count } Netzwerke aus Region, Land und Bund.
  }
networks-members-hidden = Wer dazugehört, erfährt nur das Netzwerk.
in-a-body = Sitz in einem Gremium
# Zahlen
members = { $count ->
    [one] 1 Mitglied
   *[other] { $count } Mitglieder
  }
members-elected = { $count ->
    [one] 1 gewähltes Mitglied
   *[other] { $count } gewählte Mitglieder
  }
seats = { $count ->
    [one] 1 Sitz
   *[other] { $count } Sitze
  }
seats-advisory = { $count ->
    [one] beratend, 1 Sitz
   *[other] beratend, { $count } Sitze
  }
seats-vacant = { $count ->
    [one] 1 Sitz, unbesetzt
   *[other] { $count } Sitze, unbesetzt
  }
# $filled, $all
seats-filled = { $filled } von { $all } Sitzen besetzt
and-more = { $count ->
    [one] und ein weiteres
   *[other] und { $count } weitere
  }
# P10
contact = Kontakt aufnehmen
write-to = E-Mail an { $mail }
you-are = Sie: { $role }
fact-members = { $count ->
    [one] Mitglied
   *[other] Mitglieder
  }
fact-organisations = { $count ->
    [one] Mitgliedsorganisation
   *[other] Mitgliedsorganisationen
  }
fact-districts = { $count ->
    [one] Kreis oder Stadt
   *[other] Kreise und Städte
  }
fact-outside = { $count ->
    [one] Sitz in Gremien anderer
   *[other] Sitze in Gremien anderer
  }
fact-bodies = { $count ->
    [one] Gremium
   *[other] Gremien
  }
structure-title = So ist das Netzwerk aufgebaut
structure-intro = Wer gehört dazu, wer wird gewählt, wo reden wir mit?
structure-intro-informal = Wer gehört dazu, wo reden wir mit?
structure-sends = Wahl und Entsendung
structure-sends-informal = Entsendung
structure-belongs = Zugehörigkeit
structure-cooperates = Zusammenarbeit
picture-as-table = Bild als Tabelle lesen
map-as-table = Karte als Tabelle lesen
picture-large = Bild groß ansehen
where-title = Wo wir arbeiten
speaks-title = Wer für uns spricht
speaks-empty-seat = zurzeit unbesetzt
elected-until = gewählt bis { $when }
until-when = bis { $when }
since-when = seit { $when }
join-title = Mitmachen
join-open = offen auch ohne Mitgliedschaft
join-become = Mitglied werden
join-become-plain = Schreiben Sie uns, wer Sie sind. So geht es weiter.
topics-title = Themen
news-title = Was ist neu
news-empty = Noch ist hier nichts geschehen.
ending-title = Sitze und Fristen
ending-empty = Alle Sitze sind besetzt. Keine Amtszeit endet bald.
ending-all = Alle Gremien ansehen
ask-title = Wen Sie fragen können
ask-all = Alle Personen
ask-empty = Zurzeit koordiniert niemand das Netzwerk.
bodies-rhythm-title = Gremien und ihre Treffen
sensitive-note = Wer zum Netzwerk gehört, erfahren nur seine Mitglieder.
# Was geschehen ist
# $count, $what
news-and-more = { $count ->
    [one] { $what }, und noch einmal
   *[other] { $what }, und { $count } weitere
  }
news-founded = Netzwerk gegründet
news-body-added = Neues Gremium
news-body-ended = Gremium beendet
news-renamed = Umbenannt
news-edited = Angaben geändert
news-topics = Themen geändert
news-connected = Neue Verbindung
news-disconnected = Verbindung beendet
news-seat-filled = Sitz besetzt
news-seat-vacated = Sitz wird frei
news-seat-ended = Sitz aufgehoben
news-seats-added = Neue Sitze
news-post-filled = Stelle besetzt
news-post-left = Stelle wird frei
news-representative = Vertretung der Organisation geändert
news-substitute = Ersatz benannt
# Das Bild
picture-title = Aufbau: { $network }
picture-who = Wer
picture-size = Größe
picture-links = Verbindung
group-city = Stadt { $name }
group-municipality = Gemeinde { $name }
group-others = Weitere
heading-districts = Kommunen und Kreise
heading-regions = Regierungsbezirke
heading-lands = Länder
heading-members = Mitglieder
heading-organisations = Organisationen
heading-committees = Ausschüsse
heading-bodies = Gremien
heading-advises = Berät mit in
heading-takes-part = Wirkt mit in
link-form = bilden zusammen
link-bodies = hat als Gremien
link-advises = berät mit in
link-takes-part = wirkt mit in
# $who, $verb
link-named = { $who }: { $verb }
link-seats = Sitze in
partners-heading = { $network } arbeitet zusammen mit:
partner-cooperates = arbeitet mit
partner-we-belong = dort Mitglied
partner-belongs = hier Mitglied
partner-we-send = dorthin entsandt
partner-sends = entsendet hierher
partner-organ = verbunden
edge-belongs = gehört zu
edge-elects = wählt
edge-elects-every = { $years ->
    [one] wählt jedes Jahr
   *[other] wählt alle { $years } Jahre
  }
edge-elected-by = gewählt von
edge-sends = entsendet in
edge-sent-by = Sitze aus
edge-organ-of = Organ von
edge-has-organ = hat als Organ
edge-cooperates = arbeitet zusammen mit
edge-member-of = ist Mitglied in
# $count, $network
says-members = { $count ->
    [one] { $network } hat ein Mitglied.
   *[other] { $network } hat { $count } Mitglieder.
  }
says-bodies = Gremien: { $names }.
says-bodies-many = Es gibt { $count } Gremien.
says-outside = Vertreten in Gremien anderer: { $names }.
says-outside-many = Vertreten ist das Netzwerk in { $count } Gremien anderer.
says-partners = { $count ->
    [one] Dazu kommt eine Verbindung zu einem anderen Netzwerk.
   *[other] Dazu kommen Verbindungen zu { $count } anderen.
  }
# Die Karte
map-title = Karte der Kommunen: { $network }
map-place = Kommune
map-area = Gebiet
map-state = Stand
# $name, $part, $whole
map-group = { $name } ({ $part } von { $whole })
# $all, $part
map-says = { $all } Kommunen. In { $part } davon ist das Netzwerk vertreten.
map-represented = im Netzwerk vertreten
map-vacant = Stelle zurzeit nicht besetzt
map-absent = nicht im Netzwerk
map-caption = Gefüllt: im Netzwerk vertreten.
map-hex = Jede Wabe ist eine Kommune.
map-elsewhere = { $count ->
    [one] Dazu kommt ein Mitglied ohne eigene Kommune, etwa bei einem Kreis.
   *[other] Dazu kommen { $count } Mitglieder ohne eigene Kommune, etwa bei Kreisen.
  }
# P11
large-page-title = Übersicht als Bild: { $network }
large-description = Wie { $network } aufgebaut ist: Mitglieder, Gremien, Entsendungen.
large-years = Jahre
large-year-today = heute
large-focus = Im Mittelpunkt
large-focus-all = alles
large-empty = Noch kein Bild.
large-empty-text = Sobald es zwei Gremien gibt, entsteht hier ein Bild.
large-skip = Bild überspringen
chains-title = Wer entsendet wen
chains-intro = Von der Wahl bis zum Sitz: Wo die Kette trägt und wo sie unterbrochen ist.
chain-title = Der Weg nach { $body }
chain-title-all = Die Wege in { $count } Gremien
# $count, $first, $last
chain-says = { $count ->
    [one] Ein Gremium.
   *[other] { $count } Gremien, von { $first } bis { $last }.
  }
chain-stage = Gremium
chain-from = Entsandt von
chain-who = Wer
chain-state = Zustand
chain-ok = besetzt
chain-vacant = unbesetzt
chain-broken = unterbrochen: ohne Sitz im entsendenden Gremium
terms-title = Amtszeiten: { $body }
terms-says = { $count ->
    [one] Ein Sitz und wer ihn hatte.
   *[other] { $count } Sitze und wer sie hatte.
  }
terms-seat = Sitz
terms-who = Wer
terms-period = Zeitraum
terms-state = Zustand
terms-today = heute
terms-key-end = Ende der Amtszeit
terms-key-open = ohne festes Ende
terms-held = im Amt
terms-over = beendet
terms-next = kommt
terms-vacant = unbesetzt
terms-someone = besetzt
# P12 und Liste der Gremien
bodies-title = Gremien
bodies-page-title = Gremien: { $network }
bodies-description = Die Gremien von { $network } und wo das Netzwerk mitwirkt.
bodies-own = Eigene Gremien
bodies-outside = Gremien anderer, in denen das Netzwerk mitwirkt
bodies-empty = Noch kein Gremium.
bodies-empty-text = Ausschüsse, Vorstand und Projektgruppen stehen hier, sobald es sie gibt.
# $body, $network
body-description = { $body } von { $network }: Aufgabe und Sitze.
body-edit = Angaben ändern
body-terms = Amtszeiten
body-facts = Auf einen Blick
body-kind = Art
body-network = Netzwerk
body-organ-of = Organ von
body-elected-by = Gewählt von
body-sent-by = Sitze aus
body-sends-to = Entsendet in
body-cooperates = Arbeitet zusammen mit
body-member-of = Mitglied in
body-rhythm = Treffen
body-term = Amtszeit
body-term-years = { $years ->
    [one] 1 Jahr
   *[other] { $years } Jahre
  }
body-term-months = { $months } Monate
body-open = Mitarbeit
body-open-yes = Offen auch ohne Mitgliedschaft im Netzwerk
body-open-no = Für Mitglieder des Netzwerks
body-topics = Themen
body-carries = Nach der Amtszeit
body-carries-yes = Wer gewählt ist, bleibt bis zur Neuwahl im Amt.
body-carries-no = Der Sitz ist frei, bis neu gewählt ist.
body-seats = Wer hier sitzt
body-advising = Beratend und als Gast
body-empty = Sitze sind noch nicht besetzt.
body-empty-text = Sobald es Sitze gibt, steht hier, wer sie hat.
col-seat = Sitz
col-who = Wer
col-kind = Art
col-since = Seit
col-until = Bis
col-state = Stand
open-end = ohne festes Ende
stands-title = Ersatz
stands-intro = Wer einspringt oder nachrückt, zählt nicht als Sitz.
stands-any = für jeden Sitz
stands-for = für { $seat }
stands-moves = rückt nach
stands-in = vertritt
sent-title = Von hier entsandt
absent = zurzeit abwesend
# P17
members-page-title = Mitglieder: { $network }
members-description = Die Mitglieder von { $network }.
members-count = { $count ->
    [one] 1 Mitglied
   *[other] { $count } Mitglieder
  }
members-vacancies = { $count ->
    [one] eine Stelle unbesetzt
   *[other] { $count } Stellen unbesetzt
  }
members-list = Liste
members-map = Karte
members-map-link = Die Karte steht auf der Seite des Netzwerks.
members-filter = Gebiet oder Art
members-all = alle
members-show = Anzeigen
members-reset = Filter zurücksetzen
members-empty = Noch kein Mitglied.
members-empty-text = Hier stehen die Mitglieder, sobald die ersten dabei sind.
members-no-hit = Nichts gefunden.
members-no-hit-text = Für diese Auswahl gibt es keine Mitglieder.
members-hidden = { $count ->
    [one] Dazu kommt ein Mitglied, dessen Name nicht freigegeben ist.
   *[other] Dazu kommen { $count } Mitglieder, deren Name nicht freigegeben ist.
  }
col-member = Mitglied
col-area = Gebiet
col-organisation = Organisation
col-represented = Vertreten durch
pages-label = Seiten
