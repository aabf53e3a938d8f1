# Datenprüfung: was der Link öffnet
check-title = Bitte prüfen Sie Ihre Daten
# $name, $network
check-lead = { $name }, { $network }
check-valid = Der Link gilt bis { $day }. Einloggen müssen Sie sich dafür nicht.
check-gone = Der Link gilt nicht mehr. Er gilt acht Wochen. Die Koordination schickt Ihnen gern einen neuen.
check-answered = Danke. Ihre Antwort ist vom { $day }.
check-waits = Das prüft die Koordination noch
check-nothing = Hier steht nichts mehr von Ihnen.
check-nothing-text = Sie haben zurzeit keine Stelle und sprechen für keine Organisation in diesem Netzwerk.
check-empty = nichts eingetragen
check-percent = { $share } Prozent
check-right-title = Stimmt alles?
check-right = Alles stimmt
check-wrong-title = Etwas stimmt nicht
check-wrong-text = Ändern Sie, was falsch ist. Steht am Feld nichts anderes, prüft die Koordination Ihre Änderung.
check-send = Änderungen absenden
# $label, $name
check-of = { $label }: { $name }
check-given = Vorname
check-family = Familienname
check-own-mail = Eigene dienstliche E-Mail
check-own-phone = Eigenes dienstliches Telefon
check-at-once = Gilt sofort.
check-mail-waits = Gilt erst nach Bestätigung. Dafür schreiben wir an Ihre bisherige Adresse. Auch die Koordination kann bestätigen.
check-unconfirmed = { $value } (wartet auf Bestätigung)
check-mail-asked = Wartet auf Bestätigung. Bitte fragen Sie nach, bevor Sie die neue Adresse übernehmen: Der Link kann weitergeleitet sein.
check-no-mail = keine eigene Adresse mehr
check-address-title = Neue E-Mail-Adresse bestätigen
check-address-lead = In der Datenprüfung wurde eine andere dienstliche E-Mail-Adresse angegeben. Waren Sie das?
check-address-old = Bisher
check-address-new = Neu
check-address-text = Bestätigen Sie, gehen Ihre Briefe an die neue Adresse. Waren Sie das nicht, bleibt die bisherige. Der Link Ihrer Datenprüfung gilt dann nicht mehr.
check-address-take = Neue Adresse übernehmen
check-address-leave = Das war ich nicht
check-address-yes = Danke. Die neue Adresse gilt ab jetzt.
check-address-no = Die bisherige Adresse bleibt. Bitte sagen Sie auch der Koordination Bescheid.
check-address-gone = Dieser Link gilt nicht mehr. Über die Adresse ist entschieden, oder die Datenprüfung ist zu Ende.
check-share = Umfang der Stelle
check-share-hint = In Prozent einer vollen Stelle, von 1 bis 100.
check-post-mail = Funktionspostfach
check-post-phone = Telefon der Stelle
check-deputy = Stellvertretung
check-address = Anschrift
check-organisation-mail = E-Mail der Organisation
check-organisation-phone = Telefon der Organisation
check-left = Letzter Tag auf der Stelle
check-left-hint = Nur wenn Sie die Stelle abgeben.
check-successor = Nachfolge
check-successor-hint = Wer kommt? Name und dienstliche E-Mail, wenn bekannt.
check-note = Sonst noch etwas
check-note-hint = Das liest die Koordination.
check-thanks = Danke, alles stimmt.
check-thanks-changed = Danke. Die Änderungen sind angekommen.
# Datenprüfung: für die Koordination
check-keep = Datenprüfung
check-state = Stand
check-never = Noch kein Durchgang.
check-explained = Alle mit einer Stelle im Netzwerk und alle Kontaktpersonen bekommen eine E-Mail mit einem Link, jede Person nur eine. Sie bestätigen oder ändern ihre Daten, ohne sich einzuloggen. Der Link gilt acht Wochen.
# $begun, $last
check-runs = Durchgang seit { $begun }. Die Links gelten bis { $last }.
# $begun, $last
check-ran = Letzter Durchgang: { $begun } bis { $last }.
check-writing = Die E-Mails werden gerade geschrieben.
# $count, $all
check-count = { $count } von { $all } haben geantwortet.
check-begin = Durchgang beginnen
check-remind = Alle ohne Antwort erinnern
check-yearly = Jedes Jahr von selbst fragen
check-not-yearly = Nicht mehr jedes Jahr fragen
check-is-yearly = Ein Jahr nach dem letzten Durchgang beginnt der nächste von selbst.
check-proposals = Vorschläge
check-was = bisher: { $value }
check-by-hand = Das trägt das Programm nicht selbst ein.
check-fill = Stelle besetzen
check-done = Erledigt
check-accept = Übernehmen
check-reject = Ablehnen
check-open = Noch keine Antwort
check-answers = Geantwortet
check-no-address = keine Adresse bekannt
check-reminded = erinnert am { $day }
check-changed-on = geändert am { $day }
check-confirmed-on = bestätigt am { $day }
check-started = Der Durchgang beginnt.
check-reminding = Die Erinnerungen gehen hinaus. Wer in den letzten sieben Tagen erinnert wurde, bekommt keine.
check-yearly-on = Ab jetzt fragt das Netzwerk jedes Jahr.
check-yearly-off = Das Netzwerk fragt nicht mehr von selbst.
check-accepted = Übernommen.
check-rejected = Abgelehnt.
check-choose = Bitte wählen Sie eine der Möglichkeiten.
# Datenprüfung: Briefe und eigene Daten
letter-check-subject = Bitte prüfen Sie Ihre Daten
letter-check-at = Ein Netzwerk, in dem Sie mitarbeiten ({ $name }), bittet Sie, Ihre dienstlichen Angaben zu prüfen.
letter-check-quiet = Ein Netzwerk, in dem Sie mitarbeiten, bittet Sie, Ihre dienstlichen Angaben zu prüfen.
# $who, $link, $day
letter-check =
    { $who }

    Öffnen Sie diesen Link. Stimmt alles, genügt ein Klick. Einloggen müssen Sie sich nicht.

    { $link }

    Der Link gilt bis { $day }.
# $who, $link, $day
letter-check-again =
    { $who } Ihre Antwort fehlt noch.

    Öffnen Sie diesen Link. Stimmt alles, genügt ein Klick. Einloggen müssen Sie sich nicht.

    { $link }

    Der Link gilt bis { $day }.
letter-check-address-subject = Ist das Ihre neue E-Mail-Adresse?
# $mail, $link, $day
letter-check-address =
    In der Datenprüfung eines Netzwerks wurde eine andere dienstliche E-Mail-Adresse für Sie angegeben:

    { $mail }

    Sie gilt erst, wenn Sie oder die Koordination sie bestätigen. Öffnen Sie diesen Link, um zu bestätigen oder abzulehnen.

    { $link }

    Waren Sie das nicht, lehnen Sie bitte ab. Der Link gilt bis { $day }.
letter-check-address-why = Sie bekommen diese Mail, weil Ihre Briefe bisher an diese Adresse gehen.
letter-check-why = Sie bekommen diese Mail, weil Sie dort einen Sitz haben.
own-checks = Datenprüfungen
own-check-asked = gefragt am
own-check-reminded = erinnert am
own-check-answered = geantwortet am
own-check-proposal = gemeldet
facet-checks = Datenprüfungen
told-check = Einmal im Jahr
