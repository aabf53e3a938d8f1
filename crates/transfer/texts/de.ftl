# Listen einlesen: Quelle, Spalten, Prüfung, Ergebnis, Einladung.
source-title = Mitglieder einlesen
source-text = Liste aus Excel einfügen
source-text-hint = Kopieren Sie die Zeilen mit den Überschriften. Zum Beispiel: Name, E-Mail, Amt, Kommune, Funktion.
source-file = Oder eine Datei wählen
source-optional = (freiwillig)
source-file-hint = Excel (.xlsx) oder CSV, höchstens 2 MB und 5.000 Zeilen.
source-next = Weiter
source-promise = Sie prüfen erst jede Zeile. Es wird nichts verschickt.
source-sensitive = Dieses Netzwerk ist sensibel. Wer dazugehört, sehen nur Mitglieder.
source-begun = Angefangene Listen
source-pasted = Eingefügte Liste
state-taken = übernommen
state-begun = Spalten noch prüfen
state-checked = Zeilen noch prüfen
columns-title = Was steht in den Spalten?
columns-count = { $count ->
    [one] Eine Zeile gelesen.
   *[other] { $count } Zeilen gelesen.
  }
columns-lead = Bitte prüfen Sie die Zuordnung.
columns-heading = Spalte
columns-samples = Beispiele
columns-holds = Enthält
columns-choice = Die Spalte „{ $heading }“ enthält
columns-none = nicht übernehmen
columns-nth = Spalte { NUMBER($number) }
columns-other = Andere Liste
check-title = Zeilen prüfen
check-unclear = Bitte klären
check-rows = Alle anderen Zeilen
check-who = Wer
check-what = Angaben
check-state = Stand
check-decide = Entscheiden
check-take = { $count } übernehmen
check-save = Änderungen speichern
check-saved = Gespeichert und neu geprüft.
check-pages = Seiten der Prüfung
check-back = Spalten ändern
check-to-done = Zum Ergebnis der letzten Übernahme
# $missing, $count
check-missing = { $missing ->
    [one] { $count } Personen erkannt, bei einer fehlt die E-Mail. Bitte ergänzen.
   *[other] { $count } Personen erkannt, bei { $missing } fehlt die E-Mail. Bitte ergänzen.
  }
count-unclear = unklar { $count }
count-new = neu { $count }
count-known = schon da { $count }
count-differs = schon da, weicht ab { $count }
count-skipped = weggelassen { $count }
count-done = schon übernommen { $count }
row-of = Zeile { $number }
row-unclear = unklar
row-new = neu
row-known = schon da
row-differs = weicht ab
row-left-out = weggelassen
row-leave-out = Zeile weglassen
done-title = Übernommen
done-taken = { $count ->
    [one] Eine Zeile übernommen.
   *[other] { $count } Zeilen übernommen.
  }
done-made = Neu angelegt:
done-nothing-sent = Verschickt wurde noch nichts.
done-letters = Einladung ansehen
done-list = Zu den Personen
done-waiting = { $count ->
    [one] Eine Zeile wartet noch.
   *[other] { $count } Zeilen warten noch.
  }
done-to-check = Zur Prüfung
done-undo-until = Bis { $until } können Sie alles zurücknehmen.
made-persons = { $count ->
    [one] eine Person
   *[other] { $count } Personen
  }
made-organisations = { $count ->
    [one] eine Organisation
   *[other] { $count } Organisationen
  }
made-posts = { $count ->
    [one] eine Stelle
   *[other] { $count } Stellen
  }
made-seats = { $count ->
    [one] ein Sitz
   *[other] { $count } Sitze
  }
undo-title = Übernahme rückgängig machen
undo-text = Alles, was diese Liste angelegt hat, wird wieder gelöscht. Was inzwischen geändert oder gebraucht wurde, bleibt. Die Zeilen bleiben zur Prüfung.
undo-button = Rückgängig machen
undo-done = Rückgängig gemacht.
undo-over = Die 24 Stunden sind vorbei.
undo-partly = Zum Teil rückgängig gemacht
undo-partly-text = Diese Einträge bleiben:
# $row, $name, $why
undo-kept = Zeile { $row }, { $name }: { $why }
undo-to-rows = Zurück zu den Zeilen
drop-title = Liste verwerfen
drop-text = Die gelesenen Zeilen werden gelöscht. An den Mitgliedern ändert sich nichts.
drop-button = Verwerfen
drop-done = Die Liste ist verworfen.
sure-back = Abbrechen
letters-title = Einladung ansehen
letters-text = Text der Nachricht
letters-subject = Betreff:
letters-to = Empfangende
letters-nobody = Niemand wartet auf eine Einladung.
letters-reached = { $count ->
    [one] Eine Person ist schon eingeladen oder hat ein Konto.
   *[other] { $count } Personen sind schon eingeladen oder haben ein Konto.
  }
letters-without = Ohne E-Mail
letters-without-text = Diese Personen können Sie später einladen.
letters-send = { $count ->
    [one] Jetzt eine Einladung senden
   *[other] Jetzt { $count } Einladungen senden
  }
letters-later = Später
letters-sent = { $count ->
    [one] Eine Einladung ist unterwegs.
   *[other] { $count } Einladungen sind unterwegs.
  }
