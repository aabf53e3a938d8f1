nav-start = Start
# Begrüßung
good-morning = Guten Morgen, { $name }
good-day = Guten Tag, { $name }
good-evening = Guten Abend, { $name }
count-networks = { $count ->
    [0] kein Netzwerk
    [one] ein Netzwerk
   *[other] { $count } Netzwerke
  }
count-seats = { $count ->
    [0] kein Sitz
    [one] ein Sitz
   *[other] { $count } Sitze
  }
# $day, $counts
count-coming = ab { $day }: { $counts }
# Das braucht Sie
todo-title = Das wartet auf Sie
todo-all = Alles im Eingang
todo-empty = Heute wartet nichts auf Sie.
todo-empty-text = Fristen, freie Sitze und Anfragen erscheinen hier von selbst.
todo-more = { $count ->
    [one] Noch ein Eintrag im Eingang
   *[other] Noch { $count } Einträge im Eingang
  }
todo-sign = Mitzeichnung: { $title }
todo-input = Rückmeldung: { $title }
todo-question = Frage an Sie: { $title }
todo-own-check = Bitte prüfen Sie Ihre Daten
todo-invited = Sie sind eingeladen: { $role }
todo-nominated = Sie sind vorgeschlagen: { $role }
todo-from = ab { $day }
todo-confirm = { $count ->
    [one] Ein Mandat wartet auf Ihre Bestätigung
   *[other] { $count } Mandate warten auf Ihre Bestätigung
  }
todo-handover = { $count ->
    [one] Ein Sitz ist nach einem Stellenwechsel nicht übergeben
   *[other] { $count } Sitze sind nach einem Stellenwechsel nicht übergeben
  }
todo-proposals = { $count ->
    [one] Ein Vorschlag aus der Datenprüfung wartet
   *[other] { $count } Vorschläge aus der Datenprüfung warten
  }
todo-project = Eine Projektgruppe geht zu Ende. Schreiben Sie den Bericht.
todo-project-late = Eine Projektgruppe ist über ihr Ende hinaus ohne Bericht.
todo-report = Rückbericht: { $title }
todo-task = Aufgabe: { $title }
todo-late = { $days ->
    [one] seit einem Tag fällig
   *[other] seit { $days } Tagen fällig
  }
todo-duty = Sie vertreten gerade: { $role }
todo-leaving = Sie geben eine Stelle ab. Bereiten Sie die Übergabe vor.
todo-own-ends = Ihre Amtszeit endet: { $role }
todo-own-over = Ihre Amtszeit ist um: { $role }
todo-vacant-one = Ein Sitz ist unbesetzt: { $role }
todo-vacant = { $count ->
    [one] Ein Sitz ist unbesetzt
   *[other] { $count } Sitze sind unbesetzt
  }
todo-ending-one = Eine Amtszeit endet: { $role }
todo-ending = { $count ->
    [one] Eine Amtszeit endet bald
   *[other] { $count } Amtszeiten enden bald
  }
todo-longest = der erste { $since }
todo-first = die erste am { $day }
todo-over = Neuwahl steht aus
action-answer = Antworten
action-check = Prüfen
action-report = Bericht schreiben
action-look = Ansehen
# Sitze und Amtszeiten
seats-title = Sitze und Amtszeiten
seats-all = Alle mit Verlauf
seats-empty = Sie haben zurzeit keinen Sitz.
seats-empty-text = Sobald ein Netzwerk Sie aufnimmt, steht er hier.
seats-more = { $count ->
    [one] Ein weiterer Sitz
   *[other] { $count } weitere Sitze
  }
axis-today = heute
elsewhere-place = nicht auf dieser Installation
passes-on = geht auf Nachfolge über
carries-over = im Amt bis zur Neuwahl
suspended = ruht
until = bis { $month }
open-ended = unbefristet
# $first, $last
bar = Amtszeit { $first } bis { $last }
bar-open = Amtszeit seit { $first }, ohne Ende
# Fristen
deadlines-title = Fristen
# $role, $place
deadline-own = Ihre Amtszeit endet: { $role }, { $place }
# $count, $body
deadline-kept = { $count ->
    [one] Eine Amtszeit endet: { $body }
   *[other] { $count } Amtszeiten enden: { $body }
  }
# Meine Netzwerke
networks-title = Meine Netzwerke
networks-all = Alle Netzwerke
networks-found = Netzwerk gründen
networks-empty = Sie gehören zurzeit keinem Netzwerk an.
networks-empty-text = Sehen Sie nach, welche Netzwerke hier arbeiten.
roles-more = { $count ->
    [one] eine weitere Rolle
   *[other] { $count } weitere Rollen
  }
news-count = { $count ->
    [0] nichts Neues
    [one] eine Neuigkeit
   *[other] { $count } Neuigkeiten
  }
news-many = { $count } oder mehr Neuigkeiten
# Neu in Ihren Netzwerken
news-title = Neu in Ihren Netzwerken
news-empty = Zurzeit gibt es nichts Neues.
news-empty-text = Neue Sitze, Besetzungen und Gremien stehen dann hier.
# $count, $word
news-several = { $count } Mal: { $word }
verb-network-founded = Das Netzwerk arbeitet jetzt hier.
verb-body-added = Dieses Gremium ist neu.
verb-body-edited = Die Angaben sind geändert.
verb-body-renamed = Der Name ist neu.
verb-body-ended = Dieses Gremium hört auf.
verb-project-closed = Die Projektgruppe hat mit einem Bericht abgeschlossen.
verb-body-topics = Die Themen sind geändert.
verb-body-connected = Es gibt eine neue Verbindung zu einem anderen Gremium.
verb-seats-added = Neue Sitze sind eingerichtet.
verb-substitute-named = Eine Vertretung ist benannt.
verb-seat-filled = { $count ->
    [one] Ein Sitz ist neu besetzt.
   *[other] { $count } Sitze sind neu besetzt.
  }
verb-seat-vacated = { $count ->
    [one] Ein Sitz wird frei.
   *[other] { $count } Sitze werden frei.
  }
verb-seat-ended = { $count ->
    [one] Ein Sitz fällt weg.
   *[other] { $count } Sitze fallen weg.
  }
verb-representative-named = { $count ->
    [one] Eine Organisation hat benannt, wer für sie spricht.
   *[other] { $count } Organisationen haben benannt, wer für sie spricht.
  }
# Öffentlicher Start
welcome-title = Netzwerke für Gleichstellung
welcome-description = Welche Netzwerke der kommunalen Gleichstellungsarbeit hier zusammenkommen, wer dazugehört und wo Sie mitmachen können.
welcome-claim = Gleichstellung vor Ort braucht viele Hände.
welcome-lead = Hier arbeiten Netzwerke der Gleichstellung zusammen. Sie sehen, wer dabei ist, wer wen vertritt und wie alles zusammenhängt.
welcome-see = Netzwerke ansehen
welcome-sign-in = Einloggen
welcome-fact-networks = { $count ->
    [one] Netzwerk
   *[other] Netzwerke
  }
welcome-fact-open = { $count ->
    [one] offenes Gremium
   *[other] offene Gremien
  }
welcome-empty = Hier entstehen gerade die ersten Netzwerkseiten.
welcome-empty-text = Schauen Sie bald wieder vorbei.
welcome-networks = Diese Netzwerke arbeiten hier
welcome-networks-text = Vom Arbeitskreis in der Region bis zum Bund.
welcome-members = { $count ->
    [one] ein Mitglied
   *[other] { $count } Mitglieder
  }
welcome-open = Offen auch ohne Mitgliedschaft
welcome-open-text = Diese Gremien freuen sich über neue Gesichter.
welcome-join = So machen Sie mit
welcome-join-text = Diese Netzwerke erklären auf ihrer Seite, wie Sie dazukommen.
welcome-what = Was hinter diesen Seiten steht
welcome-what-text = Ein Sitz gehört oft zu einer Stelle und nicht zu einer Person. Wechselt die Person, bleibt der Sitz.
welcome-what-see = Namen sehen Sie nur, wenn die Person zugestimmt hat. Wer sich einloggt, sieht mehr aus den eigenen Netzwerken.
welcome-operator = Wer das hier betreibt
picture-heading = So hängen die Netzwerke zusammen
picture-text = Wer gehört wozu? Wer arbeitet zusammen?
picture-title = Alle Netzwerke und ihre Verbindungen
# $networks, $links
picture-description = { $networks } Netzwerke von der Region bis zum Bund. { $links ->
    [one] Eine Verbindung ist eingetragen.
   *[other] { $links } Verbindungen sind eingetragen.
  }
picture-more = und { $count } weitere
picture-who = Netzwerk
picture-size = Größe
picture-network = Netzwerk
picture-link = Verbindung
picture-sends = entsendet
picture-belongs = gehört zu
picture-cooperates = arbeitet zusammen
picture-table = Bild als Tabelle lesen
edge-belongs = gehört zu
edge-belongs-back = umfasst
edge-sends = entsendet in
edge-sends-back = nimmt Entsandte auf von
edge-cooperates = arbeitet zusammen mit
todo-vouch = Kennen Sie die Person, die beitreten möchte?
todo-join = Beitrittsanfrage: bitte entscheiden
todo-object = Jemand möchte beitreten
todo-review-leaving = Austritt: offene Sitze ansehen
todo-until = bis { $day }
action-decide = Entscheiden
# Termine
todo-meeting = Einladung: { $title }
todo-poll = Wann können Sie? { $title }
todo-vote = Abstimmung: { $title }
todo-election = Wahl: { $title }
todo-stand = Kandidieren Sie? { $title }
todo-accept = Nehmen Sie die Wahl an? { $title }
action-vote = Abstimmen
todo-on = am { $day }
next-title = Nächste Termine
next-all = Alle Termine
next-yes = zugesagt
next-no = abgesagt
next-substitute = Vertretung kommt
