live-title = Sitzung
live-reload = Aktualisieren
live-lost = Die Verbindung ist unterbrochen. Bitte aktualisieren Sie die Seite.
live-open = Sitzung eröffnen
live-open-text = Wenn sich alle selbst eintragen, zeigt diese Seite eine Nummer für den Raum. Sonst beginnt die Liste mit den Zusagen, und Sie führen sie.
live-open-self = Eröffnen, alle tragen sich selbst ein
live-open-list = Eröffnen, ich führe die Liste
live-room = Im Raum zeigen
live-room-text = Wer ein Konto hat, öffnet { $address } und gibt diese Nummer ein. Alle anderen nutzen den Link aus ihrer Einladung.
live-enter = Sich eintragen
live-number = Nummer aus dem Raum
live-number-hint = Sechs Ziffern. Die Sitzungsleitung zeigt sie im Raum und in der Videokonferenz.
live-how = Wie sind Sie dabei?
live-i-am = Eintragen: { $how }
live-go = Ich gehe jetzt
live-desk-text = Geben Sie die Nummer ein, die im Raum gezeigt wird.
live-desk-submit = Eintragen
live-end = Sitzung beenden
live-now = Jetzt
live-not-yet = Die Sitzung hat noch nicht begonnen.
live-before = Die Sitzung ist eröffnet. Der erste Punkt ist noch nicht aufgerufen.
live-break = Pause
live-over = Die Sitzung ist beendet.
live-closed = TOP { $number } wird ohne Sie beraten.
live-says = Jetzt läuft { $title }
live-since = seit { $time }
live-planned = geplant { $minutes } Minuten
live-next = Weiter zu TOP { $number }
live-pause = Unterbrechen
live-own = Sie sind eingetragen: { $how }
live-contested = Für Ihren Sitz hat sich noch jemand eingetragen. Bitte wenden Sie sich an die Sitzungsleitung.
live-quiet = Was beraten wird, steht nicht auf dieser Seite.
live-floor = Redeliste
live-floor-empty = Niemand hat sich gemeldet.
live-speaks = hat das Wort
live-you = das sind Sie
live-you-speak = Sie haben das Wort.
live-you-wait = Sie stehen auf Platz { $place } der Redeliste.
live-waiting = { $count ->
    [0] Niemand wartet auf das Wort.
    [one] Eine Person wartet auf das Wort.
   *[other] { $count } Personen warten auf das Wort.
  }
live-hand-up = Zu Wort melden
live-hand-down = Wortmeldung zurückziehen
live-next-speaker = Nächste Person aufrufen
live-strike = Streichen
live-note-other = Wortmeldung aus dem Raum
live-who = Wer hat sich gemeldet?
live-note-hand-other = Auf die Redeliste setzen
live-votes = Abstimmungen und Wahlen
live-votes-text = Für den Punkt, der gerade läuft:
live-no-votes = Gerade wird nicht abgestimmt.
live-turnout = { $count ->
    [0] noch keine Stimme abgegeben
    [one] eine Stimme abgegeben
   *[other] { $count } Stimmen abgegeben
  }
live-cast = Abstimmen
live-vote = Hier abstimmen lassen
live-hands = Handzeichen eintragen
live-by-name = Namentlich eintragen
live-elect = Wahl vorbereiten
live-turns = Wie sich das geändert hat
live-on = läuft
live-call = Aufrufen
live-hidden = { $count ->
    [one] Ein Punkt wird ohne Sie beraten.
   *[other] { $count } Punkte werden ohne Sie beraten.
  }
live-stale = Inzwischen läuft etwas anderes, oder jemand anderes hat das Wort. Bitte sehen Sie nach, was jetzt gilt.
live-note-open = Die Sitzung ist eröffnet.
live-note-over = Die Sitzung ist beendet.
live-note-there = Sie sind eingetragen.
live-note-gone = Sie sind ausgetragen.
live-note-hand = Sie stehen auf der Redeliste.
live-note-no-hand = Sie stehen nicht mehr auf der Redeliste.
live-letter-gone = Diese Sitzung läuft nicht, oder Ihre Einladung gilt nicht mehr.
live-letter-running = Die Sitzung läuft.
live-letter-go = Zur Sitzung
voting-title = Stimmliste
voting-sum = Stimmen
voting-entitled = stimmberechtigt
voting-there = davon jetzt vertreten
voting-units = Wer abstimmt
voting-unit = Für wen
voting-who = Person
voting-votes = Stimmen
voting-now = Jetzt
voting-back = Zurück zur Sitzung
live-papers-code = Unterlagen zu diesem Punkt mit dem Code öffnen
voting-no-land = Ohne Land
# $here, $all
voting-of = { $here } von { $all } Stimmen vertreten
live-enter-again = Anders eintragen
