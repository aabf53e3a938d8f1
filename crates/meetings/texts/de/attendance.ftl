att-title = Anwesenheit
att-present = im Raum
att-remote = zugeschaltet
att-represented = vertreten
att-proxy = Vollmacht erteilt
att-excused = entschuldigt
att-absent = nicht da
# $how, $name
att-by = { $how } durch { $name }
att-since = ab { $time }
att-until = bis { $time }
att-counts = Wer da ist
att-nobody = Noch ist niemand eingetragen.
att-guests = { $count ->
    [one] eine Person als Gast
   *[other] { $count } Personen als Gäste
  }
att-quorum = Beschlussfähigkeit
att-enough = beschlussfähig
att-not-enough = nicht beschlussfähig
att-doubted = Jemand hat die Beschlussfähigkeit bezweifelt.
att-second = Dies ist die zweite Sitzung zum selben Gegenstand, und die Ladung hat darauf hingewiesen.
att-list = Liste
att-parts = Teile der Liste
att-part = Teil { $number }
att-votes = stimmberechtigt
att-no-vote = ohne Stimme
att-how = Wie ist { $name } da?
att-more = Vertretung und Uhrzeiten
att-who = Wer kommt für { $name }?
att-from = { $name }: da ab
att-to = { $name }: da bis
att-guest-new = Weiterer Gast
att-guest-named = { $name } (Gast)
att-former = ohne Namen
att-submit = Anwesenheit speichern
att-note-kept = Die Anwesenheit ist gespeichert.
att-not-yet = Anwesenheit tragen Sie am Tag der Sitzung ein: { $day }.
att-sent = Das Protokoll ist verschickt. Die Anwesenheit bleibt, wie sie ist.
att-column-who = Wer
att-column-how = Wie
att-contested = Für den Sitz von { $name } haben sich zwei Personen eingetragen. Bitte klären Sie, wer da ist.
att-note-since = { $count ->
    [one] Gespeichert. Eine Person hat sich inzwischen selbst eingetragen. Ihre Angabe bleibt.
   *[other] Gespeichert. { $count } Personen haben sich inzwischen selbst eingetragen. Deren Angaben bleiben.
  }
att-times = Zeiten
att-times-of = Zeiten von { $name }
att-times-more = Kam oder ging mehrmals
att-times-text = Eine Zeile für jede Zeit. Ohne „ab“ gilt sie von Beginn an, ohne „bis“ bis zum Ende.
att-times-none = keine
att-times-way = { $number }. Zeit: wie
att-times-by = { $number }. Zeit: vertreten durch
att-times-from = { $number }. Zeit: ab
att-times-to = { $number }. Zeit: bis
att-times-submit = Zeiten speichern
att-note-times = Die Zeiten sind gespeichert.
# Vollmacht
auth-title = Vollmacht
auth-field = Vollmacht als Datei
auth-there = Vollmacht liegt vor
auth-missing = Vollmacht fehlt noch
auth-add = Vollmacht beifügen
auth-read = Vollmacht ansehen
auth-none = Noch liegt keine Vollmacht vor.
auth-written = Die Regeln verlangen eine Vollmacht in Schriftform ({ $clause }).
auth-written-plain = Die Regeln verlangen eine Vollmacht in Schriftform.
auth-of-organisation = Wer für { $organisation } spricht und dafür nicht benannt ist, legt eine Vollmacht vor.
auth-possible = Eine Vollmacht ist hier nicht vorgeschrieben. Sie können sie beifügen.
auth-not-here = Hier ist niemand vertreten. Eine Vollmacht wird nicht gebraucht.
auth-who = Die Datei sehen nur diejenigen, die einladen und die Anwesenheit führen. Im Protokoll für die Mitglieder steht, dass sie vorliegt.
auth-back = Zurück zur Anwesenheit
auth-note-added = Die Vollmacht ist abgelegt.
auth-note-removed = Die Vollmacht ist entfernt.
