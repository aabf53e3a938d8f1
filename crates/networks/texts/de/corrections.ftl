# Berichtigungen
correction-title = Angabe berichtigen
correction-text = Eine Berichtigung gilt für alle Tage: Die Angabe war von Anfang an falsch. Ändert sich etwas ab einem Tag, ist es keine Berichtigung.
correction-nothing = Hier ist noch nichts eingetragen.
correction-seek = Nur nötig, wenn die Person falsch ist: Name der richtigen Person
correction-what = Was stimmt nicht?
correction-choose = Bitte wählen
correction-day = Richtiger Tag
correction-day-hint = Nur nötig, wenn ein Tag falsch ist.
correction-whom = Richtige Person
correction-name-right = Richtiger Name
correction-from = Erster Tag
correction-until = Letzter Tag
correction-person = Person
correction-name = Name
correction-title-of-post = Titel der Stelle
correction-open = offen
correction-saved = Berichtigt. Sie können das 24 Stunden lang zurücknehmen.
correction-list = Berichtigungen
# $what, $day, $was
correction-line = { $what }: berichtigt am { $day }, vorher { $was }
# $what, $day, $who, $was
correction-line-by = { $what }: berichtigt am { $day } von { $who }, vorher { $was }
# $line, $day
correction-line-undone = { $line }; zurückgenommen am { $day }
correction-undo = Berichtigung zurücknehmen
correction-undo-text = Dann steht wieder da, was vorher da stand. Das geht 24 Stunden lang und nur, solange nichts darauf beruht.
correction-undone = Die Berichtigung ist zurückgenommen.
own-correction-of = Was berichtigt wurde
own-correction-tenure = eine Amtszeit auf einer Stelle
own-correction-occupancy = eine Amtszeit auf einem Sitz
own-correction-name = ein Name
own-correction-role = Ihr Anteil
own-correction-by = von Ihnen berichtigt
own-correction-about = betrifft Sie
own-correction-at = Berichtigt am
own-correction-undone = Zurückgenommen am
