# Briefe, die hereinkommen
letter-wrote = { $author } schreibt:
letter-via = { $author } via Geflecht
letter-reply-here =
    Antworten Sie einfach auf diesen Brief. Alle, die mitschreiben, lesen Ihre Antwort.
    Im Zusammenhang lesen: { $page }
letter-no-subject = ohne Betreff
letter-refused-subject = Ihr Brief wurde nicht übernommen
# $subject, $why
letter-refused =
    Ihr Brief „{ $subject }“ steht nicht im Austausch.

    Der Grund: { $why }

    Was Sie heute noch schicken und nicht übernommen wird, melden wir Ihnen nicht noch einmal.
letter-held-subject = Haben Sie das geschrieben?
# $address, $page
letter-held =
    Ein Brief von { $address } wartet. Er soll in Ihrem Namen in den Austausch.

    Wir wissen nicht sicher, ob er von Ihnen ist. Hier sehen Sie ihn und entscheiden:
    { $page }

    Ohne Ihre Bestätigung wird der Brief nach 14 Tagen gelöscht.
held-title = Haben Sie das geschrieben?
held-lead = Dieser Brief wartet. Erst wenn Sie ihn bestätigen, lesen ihn andere.
held-gone = Über diesen Brief ist schon entschieden, oder er wurde nach 14 Tagen gelöscht.
held-from = Absendeadresse
held-subject = Betreff
held-where = Er geht an
held-came = Gekommen am
held-why-unsigned = Die Adresse kennen wir. Aber nichts beweist, dass der Brief von dort kommt.
held-why-unknown = Diese Adresse kennen wir nicht.
held-why-shared = Dieses Postfach lesen mehrere Personen.
held-words-title = Was darin steht
held-decide-title = Ihre Entscheidung
held-act-mine = Diese Adresse gehört mir
held-act-wrote = Das habe ich geschrieben
held-act-wrote-as = Das habe ich geschrieben: { $name }
held-act-not = Das war ich nicht
held-alias-text = Künftige Briefe von dieser Adresse erkennen wir dann.
held-note-posted = Ihr Brief steht jetzt im Austausch.
held-note-dropped = Der Brief ist gelöscht.
held-done-title = Danke
# Für die Leitung
mailroom-title = Briefe, die hereinkommen
mailroom-lead = Wessen Brief das ist, wissen wir nicht. Ordnen Sie ihn zu oder löschen Sie ihn.
mailroom-address = Neues schreiben Mitglieder per E-Mail an { $address }
mailroom-waiting-title = Wartende Briefe
mailroom-none = Kein Brief wartet.
mailroom-none-text = Briefe unbekannter Adressen erscheinen hier.
mailroom-person = Von wem ist er?
mailroom-choose = Bitte wählen
mailroom-act-assign = Zuordnen
mailroom-act-drop = Löschen
mailroom-choose-first = Bitte wählen Sie, von wem der Brief ist.
mailroom-trouble-title = Briefe kommen nicht an
mailroom-trouble-none = Alle Briefe kommen an, soweit wir wissen.
mailroom-trouble-text = An eine pausierte Adresse schreiben wir nicht mehr. Loggt die Person sich ein oder schreibt sie, endet die Pause.
mailroom-strikes = { $count ->
    [one] ein Brief kam zurück
   *[other] { $count } Briefe kamen zurück
  }
mailroom-paused = pausiert
mailroom-last = zuletzt am { $day }
fact-mail = Per E-Mail antworten
mail-address-body = Per E-Mail schreiben: { $address }
note-assigned = Der Brief ist zugeordnet und steht im Austausch.
own-addresses = Weitere Absendeadressen
own-address = Adresse
own-confirmed = Bestätigt am
letter-files = Mit Anhang: { $names }. Sie speichern ihn unter dem Link am Ende.
letter-left-subject = Nicht alle Anhänge wurden übernommen
letter-left = Ihr Brief „{ $subject }“ steht im Austausch, aber ohne diese Anhänge:
# $name, $why
left-file-why = Nicht übernommen: { $name }. { $why }
left-files = Anhang, nicht übernommen: { $names }
left-cut = Gekürzt. Der ganze Brief liegt im Postfach, aus dem er kam.
held-files = Anhang
mailroom-files = Anhang: { $names }
alias-lead = Schreiben Sie von hier, erkennen wir Ihre Briefe als Antworten.
alias-heading = Bestätigte Adressen
alias-none = Keine weitere Adresse.
alias-none-text = Antworten Sie von einer anderen Adresse, fragen wir einmal nach. Dann steht sie hier.
alias-since = bestätigt am { $day }
alias-remove = Entfernen
note-alias-gone = Entfernt. Briefe von dort warten wieder auf Ihre Bestätigung.
