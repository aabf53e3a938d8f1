# Terminabstimmungen
poll-title = Terminabstimmung
poll-title-quiet = Ein Termin wird gesucht
poll-new-title = Neue Terminabstimmung
poll-new-text = Zuerst stellen Sie Tage zusammen. Danach sehen Sie Ferien und andere Termine daneben und fragen alle auf einmal.
poll-new-submit = Weiter zur Prüfung
poll-new-act = Termin abstimmen
poll-edit = Ändern
poll-edit-title = Terminabstimmung ändern
poll-sent-already = Die Fragen sind schon verschickt. Die Angaben bleiben so.
poll-field-dates = Termine zur Wahl
poll-field-dates-hint = Einer je Zeile, zum Beispiel: 9.12.2026 14:00. Höchstens 20.
poll-field-hour = Beginn, wenn in der Zeile keiner steht
poll-is-draft = Noch ist niemand gefragt. Prüfen Sie die Tage, dann fragen Sie.
poll-is-settled = Der Termin steht fest.
poll-is-dropped = Diese Terminabstimmung wurde aufgegeben.
poll-to-meeting = Zum Termin
poll-own = Wann können Sie?
poll-own-answered = Danke, Ihre Antwort ist da. Sie können sie hier ändern.
poll-yes = Ja
poll-maybe = Wenn nötig
poll-no = Nein
poll-submit = Antwort senden
poll-thanks = Danke für Ihre Antwort.
poll-dates = Zur Wahl
poll-no-dates = Noch steht kein Tag zur Wahl.
poll-column-date = Tag und Beginn
poll-column-act = Auswählen
# $when, $yes, $maybe, $no
poll-best = Am besten passt { $when }. Ja: { $yes }, wenn nötig: { $maybe }, nein: { $no }.
poll-best-too = Ebenso gut: { $others }.
poll-best-mark = passt am besten
# $count, $all
poll-answered = { $count } von { $all } haben geantwortet.
poll-names = Wer wann kann
poll-nobody = Noch keine Antworten.
poll-silent = { $count ->
    [one] Eine Antwort fehlt noch
   *[other] { $count } Antworten fehlen noch
  }
poll-strike = Streichen
poll-take = Nehmen
poll-take-text = Der gewählte Tag wird ein Termin. Die Einladung prüfen und senden Sie danach.
poll-add = Einen Tag ergänzen
poll-add-submit = Zur Wahl stellen
poll-asked = Gefragt werden
poll-send = { $count ->
    [0] Jetzt fragen, ohne E-Mail
    [one] Jetzt eine Person fragen
   *[other] Jetzt { $count } Personen fragen
  }
poll-drop = Terminabstimmung aufgeben
poll-drop-text = Alle Gefragten erfahren, dass kein Tag mehr gesucht wird. Die Antworten zählen nicht mehr.
poll-drop-quiet = Noch ist niemand gefragt. Niemand erfährt davon.
poll-drop-submit = Jetzt aufgeben
poll-remind-title = An die Antwort erinnern
poll-remind-submit = Jetzt erinnern
poll-remind-nobody = Es gibt niemanden zu erinnern.
poll-reminded = Zuletzt erinnert: { $when }.
poll-goes-to-nobody = Keine E-Mail geht hinaus.
poll-goes-to = { $count ->
    [one] Eine E-Mail geht hinaus, an:
   *[other] { $count } E-Mails gehen hinaus, an:
  }
poll-note-planned = Die Tage sind zusammengestellt.
poll-note-changed = Die Terminabstimmung ist geändert.
poll-note-sent = { $count ->
    [0] Die Terminabstimmung läuft. Es ging keine E-Mail hinaus.
    [one] Eine Person ist gefragt.
   *[other] { $count } Personen sind gefragt.
  }
# $until, $day
poll-notice = Laden Sie am { $until } ein, ist ein Termin ab { $day } fristgerecht.
poll-near-missed = Nicht fristgerecht: Der letzte Tag für die Einladung war { $day }.
poll-near-tight = Die Einladung muss bis { $day } hinausgehen, noch bevor alle antworten konnten.
poll-note-settled = Der Termin ist angelegt. Jetzt laden Sie ein.
poll-note-dropped = Die Terminabstimmung ist aufgegeben.
poll-gone-settled = Die Abstimmung ist beendet. Der Termin steht fest: { $when }.
poll-gone = Diese Frage gilt nicht mehr. Der Termin steht fest, oder die Suche betrifft Sie nicht mehr.
poll-asking = Wann können Sie? { $title }
poll-asking-until = Antwort bis { $day }
poll-waiting = Laufende Terminabstimmungen
poll-state-draft = in Vorbereitung
poll-state-open = läuft
# Briefe
poll-subject-again = Ihre Antwort fehlt
poll-subject-dropped = Kein Termin mehr gesucht
# $title, $body
poll-letter-when = wir suchen einen Termin: „{ $title }“, { $body }. Wann können Sie?
# $title, $body
poll-letter-again = Ihre Antwort fehlt noch: „{ $title }“, { $body }. Wann können Sie?
# $title, $body
poll-letter-dropped = für „{ $title }“, { $body }, wird kein Termin mehr gesucht. Sie müssen nichts tun.
poll-letter-quiet-when = für einen Termin in einem Ihrer Netzwerke suchen wir einen Tag. Wann können Sie?
poll-letter-quiet-again = Ihre Antwort zu einem gesuchten Termin fehlt noch. Wann können Sie?
poll-letter-quiet-dropped = für einen Ihrer Termine wird kein Tag mehr gesucht. Sie müssen nichts tun.
poll-letter-link = Hier antworten Sie, ohne sich einzuloggen
poll-letter-why = Sie bekommen diese Mail, weil Sie nach einem Termin gefragt werden.
poll-letter-why-was = Sie bekommen diese Mail, weil Sie nach einem Termin gefragt wurden.
# Was an einem Tag noch ist
off-new-year = Neujahr
off-carnival-thursday = Weiberfastnacht
off-carnival-monday = Rosenmontag
off-good-friday = Karfreitag
off-easter-sunday = Ostersonntag
off-easter-monday = Ostermontag
off-may-day = Tag der Arbeit
off-ascension = Christi Himmelfahrt
off-whit-sunday = Pfingstsonntag
off-whit-monday = Pfingstmontag
off-corpus-christi = Fronleichnam
off-german-unity = Tag der Deutschen Einheit
off-all-saints = Allerheiligen
off-christmas = 1. Weihnachtstag
off-second-christmas = 2. Weihnachtstag
off-weekend = Wochenende
off-school-easter = Osterferien in NRW
off-school-whitsun = Pfingstferien in NRW
off-school-summer = Sommerferien in NRW
off-school-autumn = Herbstferien in NRW
off-school-christmas = Weihnachtsferien in NRW
beside-title = An diesem Tag ist auch
# $time, $title, $body
beside-meeting = { $time } { $title }, { $body }
# $count, $time, $title, $body
beside-count = { $count ->
    [one] { $time } { $title }, { $body } (eine eingeladene Person)
   *[other] { $time } { $title }, { $body } ({ $count } der Eingeladenen)
  }
# Meine Daten
own-polls = Terminabstimmungen
own-polls-answered = Geantwortet am
own-polls-goes = Ihr Name und Ihre Adresse in Terminabstimmungen.
polls-label = Terminabstimmungen
told-poll = Welche Tage passen Ihnen?
told-came-back = Ein Brief kam zurück
