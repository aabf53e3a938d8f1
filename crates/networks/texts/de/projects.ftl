# Projektgruppen
project-title = Auftrag
project-no-charge = Noch kein Auftrag eingetragen.
project-due = Geplanter letzter Tag
project-due-hint = Vier Wochen vorher erinnert die Startseite an den Bericht.
project-late = ohne Bericht
project-edit = Auftrag und Ende
project-partners-edit = Beteiligte und Kosten
project-partners = Beteiligte
project-charge = Auftrag
project-charge-hint = Was soll die Gruppe erreichen? Das liest, wer das Gremium sehen darf.
project-total = Gesamtkosten in Euro
project-total-hint = Zum Beispiel 12.500,00. Kosten sehen nur die Gruppe und die Koordination.
project-total-is = Gesamtkosten: { $amount }
project-cost-note = Kosten sehen nur, wer in der Gruppe sitzt, und die Koordination.
project-sum-amount = Die Anteile ergeben zusammen { $amount }.
project-sum-total = Die Anteile ergeben zusammen genau die Gesamtkosten von { $amount }.
project-sum-missing = Zu den Gesamtkosten fehlen noch { $amount }.
project-sum-whole = Die Anteile ergeben zusammen genau das Ganze.
project-sum-missing-part = Zum Ganzen fehlt noch { $part }.
project-seek-hint = Suchen Sie hier eine Organisation, die das Programm kennt. Andere schreiben Sie unten als Namen.
project-share-of = Anteil: { $name }
project-share-hint = Ein Betrag wie 1.250,00, ein Bruch wie 1/3 oder Prozent wie 25 %.
project-share-new = Anteil dieser Beteiligten
project-partner-gone = Nicht mehr dabei
project-partner-known = Gefundene Organisation
project-partner-none = keine davon
project-partner-name = Weitere Beteiligte, als Name
project-partner-name-hint = Für alle, die das Programm nicht kennt.
project-close = Bericht und Abschluss
project-closed = abgeschlossen am { $day }
project-closed-already = Die Projektgruppe hat schon mit einem Bericht abgeschlossen.
project-over = Diese Projektgruppe hat mit einem Bericht abgeschlossen. Ihr letzter Tag war der { $day }.
project-over-open = Diese Projektgruppe ist zu Ende, ein Bericht fehlt noch. Ihr letzter Tag war der { $day }.
project-before = Wer dabei war: Stand am letzten Tag
bodies-closed = Abgeschlossene Projektgruppen
news-project-closed = mit Bericht abgeschlossen
# Abschlussbericht
report-title = Abschlussbericht
report-aim = Ziel
report-aim-hint = Was wollte die Gruppe erreichen?
report-deeds = Was getan wurde
report-deeds-hint = Treffen, Befragungen, Veranstaltungen, Texte.
report-result = Ergebnis
report-result-hint = Was ist herausgekommen? Dieses Feld oder der Bericht als Text genügt.
report-remains = Was offen bleibt
report-remains-hint = Wer macht womit weiter?
report-advice = Empfehlung
report-advice-hint = Was raten Sie der nächsten Gruppe?
report-whole = Oder der ganze Bericht als Text
report-whole-short = Bericht
report-whole-hint = Höchstens 4000 Zeichen. Nennen Sie keine Personen ohne deren Einverständnis.
report-last = Letzter Tag der Gruppe
report-last-hint = An diesem Tag enden alle Sitze.
report-seats =
    { $count ->
        [0] In dieser Gruppe sitzt zurzeit niemand.
        [one] Mit dem Abschluss endet ein Sitz.
       *[other] Mit dem Abschluss enden { $count } Sitze.
    }
report-stays = Die Seite bleibt mit dem Bericht lesbar. Nach dem Abschluss lässt er sich nicht mehr ändern.
report-over = Die Gruppe ist schon zu Ende. Ihr letzter Tag war der { $day }.
report-close = Mit Bericht abschließen
report-draft = Entwurf speichern
report-drafted = Entwurf gespeichert.
report-closed = Die Projektgruppe ist abgeschlossen.
