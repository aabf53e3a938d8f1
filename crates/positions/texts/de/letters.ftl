signed-title = Mitgezeichnet
asked-signers-title = Um Mitzeichnung gebeten
signers-title = Um Mitzeichnung bitten
signers-text = Jedes Netzwerk entscheidet nach seinen eigenen Regeln. Seine Mitglieder lesen den Text ab sofort.
signers-first = Tragen Sie zuerst den Beschluss Ihres Gremiums ein.
signers-ask = Bitten
field-network = Netzwerk
field-sign-until = Bitte antworten bis
signature-asked = gefragt
signature-asked-until = gefragt bis { $day }
signature-signed = unterzeichnet am { $day }
signature-late = nachträglich unterzeichnet am { $day }
signature-has = hat unterzeichnet
signature-declined = zeichnet nicht mit
signature-back = hat zurückgezogen
# $day, $end
signature-withdrawn = unterzeichnet am { $day }, zurückgezogen am { $end }
sign-title = Mitzeichnen
sign-until = Um Antwort wird bis { $day } gebeten.
sign-yes = Unser Netzwerk zeichnet mit
sign-no = Unser Netzwerk zeichnet nicht mit
sign-submit = Antwort eintragen
field-sign = Was hat Ihr Netzwerk entschieden?
field-named = Öffentlich
named-yes = Unser Netzwerk wird namentlich genannt
field-decline-hint = Wenn Ihr Netzwerk nicht mitzeichnet.
withdraw-text = Zurückziehen bleibt mit Datum sichtbar.
withdraw-submit = Mitzeichnung zurückziehen
note-signed = Ihr Netzwerk hat unterzeichnet.
note-signed-published = Ihr Netzwerk hat unterzeichnet. Damit ist die Position veröffentlicht.
note-withdrawn = Die Mitzeichnung ist zurückgezogen.
publish-title = Veröffentlichen
publish-text = Mit der Veröffentlichung bekommt die Position ihre Nummer. Nummer, Adresse und Text bleiben für immer.
publish-done = Veröffentlicht als { $mark }.
publish-now = Jetzt veröffentlichen
publish-keep = Merken und weiter
field-level = Wer soll sie sehen?
field-signers = So viele Netzwerke müssen vorher unterzeichnen
field-signers-hint = Ist die Zahl erreicht, wird die Position von selbst veröffentlicht. Bei 0 entscheiden Sie.
note-published = Veröffentlicht als { $mark }.
end-title = Geltung
end-text = Eine neuere Position kann diese ersetzen. Beide bleiben lesbar und verweisen aufeinander.
end-over = Diese Position hat schon ein Ende.
end-early = Diese Position ist noch nicht veröffentlicht.
end-without = ohne Nachfolge
end-submit = Eintragen
field-newer = Ersetzt durch
field-from = Ab welchem Tag?
to-title = An wen sie ging
letters-title = Versand
letters-text = Planen Sie für jede Stelle einen Brief. Verschickt wird er erst auf der nächsten Seite.
letters-none = Legen Sie zuerst Adressaten an.
letters-submit = Brief planen
letter-manage = Brief und Antwort
letter-paper = Brief
letter-to-name = Brief an { $name }
# $network, $title, $mark
letter-to-subject = [{ $network }] { $title } ({ $mark })
# $network, $title
letter-begun = Sehr geehrte Damen und Herren, { $network } hat beschlossen: „{ $title }“. Wir bitten Sie um eine Antwort.
# $day, $title
letter-reminder-begun = Sehr geehrte Damen und Herren, am { $day } haben wir Ihnen „{ $title }“ geschickt. Eine Antwort haben wir noch nicht.
field-addressee = An wen?
field-letter = Brieftext
field-letter-hint = Den Link zur Position ergänzt das Programm.
field-file-mark = Aktenzeichen
field-file-mark-hint = Das der Gegenseite, wenn bekannt.
field-due = Antwort erwartet bis
field-weeks = Erinnern alle … Wochen
field-weeks-hint = Bleibt die Antwort aus, bekommt das Gremium eine Aufgabe. 0 heißt: nie.
note-letter-planned = Der Brief ist geplant.
way-mail = per E-Mail
way-letter = als Brief
way-handed = übergeben
# $day, $way
sent-on = { $day }, { $way }
sent-planned = noch nicht verschickt
fact-sent = Verschickt
fact-proof = Nachweis
proof-left = E-Mail hat das Haus verlassen
proof-waits = E-Mail steht im Ausgang
proof-failed = nicht zustellbar
proof-said = eingetragen von der Leitung
fact-answer = Antwort
fact-reminded = Erinnert
fact-outcome-of = Ergebnis
send-title = Verschicken
send-early = Verschickt wird nach der Veröffentlichung.
send-submit = Als verschickt eintragen oder senden
send-drop = Brief verwerfen
field-way = Wie?
field-sent-day = Tag des Versands
field-sent-day-hint = Für Brief und Übergabe. E-Mails gehen heute.
replies-title = Antworten
reply-title = Antwort ablegen
reply-submit = Ablegen
reply-from = Antwort vom { $day }
reply-closed = Die Antwort ist nicht öffentlich.
reply-open = Alle, die die Position sehen, lesen sie
field-reply-day = Datum der Antwort
field-reply = Was wurde geantwortet?
field-reply-hint = Wörtlich oder zusammengefasst.
field-reply-open = Wer liest die Antwort?
remind-title = Erinnern
remind-submit = Erinnern
judge-title = Ergebnis beurteilen
judge-submit = Ergebnis speichern
field-judgement = Was wurde daraus?
field-evidence = Woran sieht man das?
field-evidence-hint = Zum Beispiel: Erlass vom 3. März, Haushalt 2027, Seite 14
outcome-adopted = umgesetzt
outcome-partly = teilweise umgesetzt
outcome-rejected = abgelehnt
outcome-none = ohne Antwort
outcome-unknown = nicht bekannt
waiting-fresh = noch ohne Antwort
addressees-lead = An wen Positionen gehen, und was geantwortet wurde.
addressees-empty = Noch keine Adressaten.
addressee-new = Adressat anlegen
addressee-edit = Adressat ändern
addressee-more = Alles an diese Stelle
addressee-got = Was diese Stelle bekam
addressee-nothing = An diese Stelle ging noch nichts.
addressee-until = bis { $day }
addressee-ministry = Ministerium
addressee-parliament = Parlament oder Rat
addressee-authority = Behörde
addressee-party = Partei oder Fraktion
addressee-association = Verband
addressee-company = Unternehmen
addressee-other = Andere
field-name = Name
field-name-en = Name auf Englisch
field-addressee-kind = Was ist es?
field-mail = Postfach
field-since = Besteht unter diesem Namen seit
act-contact = Anschrift ändern
act-succeed = Umbenannt oder aufgeteilt
field-succeed = Neue Namen
field-succeed-hint = Einer pro Zeile. Mehrere heißt: aufgeteilt.
field-succeed-day = Ab wann?
fact-until = Bestand bis
fact-after = Danach
fact-before = Davor
count-sent = Positionen erhalten
count-answered = beantwortet
count-waiting = ohne Antwort
count-done = ganz oder teilweise umgesetzt
# $letter, $page, $file
letter-to = { $letter }

  Wortlaut und Verlauf: { $page }
  Als PDF: { $file }
signed-unnamed = { $count ->
    [one] Ein weiteres Netzwerk zeichnet mit, ohne genannt zu werden.
   *[other] { $count } weitere Netzwerke zeichnen mit, ohne genannt zu werden.
  }
waiting-weeks = { $weeks ->
    [one] seit einer Woche ohne Antwort
   *[other] seit { $weeks } Wochen ohne Antwort
  }
reminded-times = { $count ->
    [one] einmal erinnert
   *[other] { $count }-mal erinnert
  }
field-reply-files = Die Antwort als Datei
letter-input-reply = Oder antworten Sie auf diese E-Mail. Meinen Sie einen Absatz, dann beginnen Sie die Zeile so: Absatz 2: …
refused-subject = Ihre Antwort wurde nicht übernommen
refused-nameless = ohne Betreff
refused-why = Sie bekommen diese Mail, weil Sie hierher geschrieben haben.
# $subject, $why
refused-letter =
  Ihre E-Mail „{ $subject }“ ist angekommen, aber nicht übernommen.

  Der Grund: { $why }

  Was Sie heute noch schicken und nicht übernommen wird, melden wir nicht noch einmal.
refused-over = Die Rückmeldung endete am { $day }.
refused-closed = Um Rückmeldung wird dort zurzeit nicht gebeten.
refused-right = Dort schreibt nur, wer gefragt ist.
refused-empty = Darin stand außer dem Zitat nichts.
refused-unproven = Sie kam von einer Adresse, die wir nicht als Ihre allein kennen. Antworten Sie bitte von dort, wohin unsere E-Mail ging. Oder nehmen Sie den Link darin.
refused-pointless = Es ist nicht zu erkennen, welchen Punkt Sie meinen. Beginnen Sie die Zeile so: Punkt 1: …
