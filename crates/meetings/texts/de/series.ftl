# Terminreihen
series-title = Terminreihen
series-one = Terminreihe
series-none = Noch keine Terminreihe.
series-none-text = Eine Reihe legt Termine nach einer Regel an, zum Beispiel jeden zweiten Dienstag im Monat.
series-back = Zu den Terminen
series-to-all = Alle Terminreihen
series-state-ended = beendet
series-new-title = Neue Terminreihe
series-new-text = Die Regel schlägt Tage vor. Welche davon Termine werden, entscheiden Sie danach.
series-new-submit = Weiter zu den Tagen
series-edit = Ändern
series-edit-title = Terminreihe ändern
series-edit-text = Termine, die schon angelegt sind, bleiben, wie sie sind.
series-is-ended = Diese Reihe ist beendet. Ihre Termine bleiben.
series-field-rhythm = Wie oft?
series-rhythm-1 = jeden Monat
series-rhythm-2 = alle zwei Monate
series-rhythm-3 = vier im Jahr (alle drei Monate)
series-rhythm-4 = drei im Jahr (alle vier Monate)
series-rhythm-6 = zwei im Jahr (alle sechs Monate)
series-rhythm-12 = einmal im Jahr
series-rhythm-weeks = nach Wochen
series-field-nth = Der wievielte im Monat?
series-field-nth-hint = Zum Beispiel der zweite Dienstag. Gilt nicht für Wochen.
series-nth-1 = ersten
series-nth-2 = zweiten
series-nth-3 = dritten
series-nth-4 = vierten
series-nth-last = letzten
series-field-weekday = Wochentag
series-field-weeks = Alle wie viele Wochen?
series-field-weeks-hint = Nur für „nach Wochen“. Der Wochentag ist der des ersten Tages.
series-field-first = Ab
series-field-hosts = Gastgebende reihum
series-field-hosts-hint = Eine Zeile je Ort, zum Beispiel: Stadt Düren; Rathaus, Raum 130
series-field-agenda = Feste Punkte
series-field-agenda-hint = Eine Zeile je Punkt, vorn die Minuten, zum Beispiel: 20 Begrüßung
# $count, $weekday
series-weeks = { $count ->
    [one] jede Woche am { $weekday }
   *[other] alle { $count } Wochen am { $weekday }
  }
# $count, $nth, $weekday
series-months = { $count ->
    [one] jeden Monat am { $nth } { $weekday }
   *[other] alle { $count } Monate am { $nth } { $weekday }
  }
series-fact-rule = Regel
# $host, $day
series-turn-last = Als Nächstes ist an der Reihe: { $host }. Zuletzt war das am { $day }.
series-turn-never = Als Nächstes ist an der Reihe: { $host }. Bisher fand dort noch kein Treffen statt.
series-next = Nächste Tage
series-next-text = Angekreuzte Tage werden Termine, die übrigen fallen aus. Eingeladen wird noch niemand.
series-tick = Termin anlegen
series-host-of = Wo?
series-host-none = Ort noch offen
series-make = Tage übernehmen
series-days = Termine der Reihe
series-no-days = Noch sind keine Tage entschieden.
series-left-out = fällt aus
series-moved = verlegt auf { $day }
series-again = Doch anlegen
series-end = Reihe beenden
series-end-text = Danach schlägt die Reihe keine Tage mehr vor. Angelegte Termine bleiben.
series-note-planned = Die Reihe steht. Wählen Sie jetzt die Tage.
series-note-changed = Die Reihe ist geändert.
series-note-made = { $count ->
    [0] Es wurde kein Termin angelegt.
    [one] Ein Termin ist angelegt.
   *[other] { $count } Termine sind angelegt.
  }
series-note-ended = Die Reihe ist beendet.
