questions-title = Wahlprüfsteine
questions-lead = Was Netzwerke die Parteien vor Wahlen fragen, und was diese antworten
questions-none = Noch keine Wahlprüfsteine.
questions-new-for = Wahlprüfsteine beginnen für
questions-new = Wahlprüfsteine beginnen
questions-title-hint = Zum Beispiel „Wahlprüfsteine zur Landtagswahl 2027“.
questions-field = Fragen
questions-hint = Je Zeile eine Frage.
questions-edit = Fragen ändern
questions-fixed = Die Fragen sind abgestimmt und bleiben so.
questions-draft = Entwurf
questions-agreed = abgestimmt
questions-published = veröffentlicht
questions-by = Gefragt von { $network }
questions-election = Wahltag
questions-election-on = Wahl am { $day }
questions-due = Antworten bis
questions-agreed-on = Abgestimmt am
questions-asked = Gefragte Parteien
questions-agree-title = Fragen abstimmen
questions-agree-text = Ist das Netzwerk einig, bleiben die Fragen so und können hinaus.
questions-agree = Als abgestimmt eintragen
question-number = Frage { $number }
answer-missing = keine Antwort
answer-word = Antwort
party-word = Partei
parties-title = Parteien
party-none = Weitere Parteien legen Sie unter „An wen Positionen gehen“ an.
party-add = Partei hinzufügen
party-add-submit = Hinzufügen
party-not-asked = noch nicht gefragt
questions-send-title = Fragen verschicken
questions-send-text = Wer ein Postfach hat, bekommt eine E-Mail. Für die anderen drucken Sie die Datei.
questions-send = An alle noch nicht gefragten schicken
# $mailed, $printed
note-questions-sent = Verschickt: { $mailed } mit E-Mail, { $printed } als Brief zum Drucken.
answers-title = Antworten: { $party }
answers-text = Was leer bleibt, steht öffentlich als „keine Antwort“.
# $network, $title
questions-subject = [{ $network }] { $title }
# $network, $election, $due, $questions
questions-letter = Sehr geehrte Damen und Herren,

  { $network } fragt die Parteien zur Wahl am { $election }. Wir bitten um Ihre Antworten bis { $due }. Wir veröffentlichen sie nebeneinander.

  { $questions }

  Mit freundlichen Grüßen
