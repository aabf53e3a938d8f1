pro-title = Protokoll
# Wie es steht
pro-state-draft = in Arbeit
pro-state-circulated = verschickt
pro-state-approved = genehmigt
pro-note-draft = Das Protokoll sehen nur Sie und wer mit Ihnen einlädt, bis Sie es verschicken.
pro-note-open = Einwände sind bis { $day } möglich.
pro-note-closed = Die Frist für Einwände ist vorbei.
pro-note-approved = Das Protokoll ist genehmigt und ändert sich nicht mehr.
pro-open-objections = { $count ->
    [one] Ein Einwand ist noch offen.
   *[other] { $count } Einwände sind noch offen.
  }
pro-none = Noch kein Protokoll
pro-none-text = Der Entwurf beginnt mit Tagesordnung, Anwesenheit und Abstimmungen dieser Sitzung.
pro-begin = Aus der Tagesordnung anlegen
pro-again = Neue Punkte und Ergebnisse übernehmen
# Angaben
pro-chair = Sitzungsleitung
pro-keeper = Protokoll führt
pro-persons = Leitung und Protokoll
pro-nobody = keine Angabe
pro-fact-state = Stand
pro-fact-sent = Verschickt
pro-fact-until = Einwände bis
pro-fact-approved = Genehmigt
pro-fact-hash = Prüfsumme
pro-fact-letters = Briefe
pro-letters = { $count ->
    [one] ein Brief
   *[other] { $count } Briefe
  }
pro-letters-failed = { $count ->
    [one] einer nicht zustellbar
   *[other] { $count } nicht zustellbar
  }
# $title, $day
pro-approved-in = in der Sitzung „{ $title }“, { $day }
pro-approved-by-clock = { $day }, nach Ablauf der Frist ohne Einwand
pro-intact = Die Prüfsumme stimmt.
pro-broken = Die Prüfsumme stimmt nicht. Bitte wenden Sie sich an den Betrieb.
pro-hash-note = Prüfsumme (SHA-256): { $hash }
pro-who = { $count ->
    [one] Anwesenheit: eine Person
   *[other] Anwesenheit: { $count } Personen
  }
pro-pdf = Als PDF
pro-docx = Für Word
# Punkte
pro-write = Schreiben
pro-result = Ergebnis
pro-to-vote = Zur Abstimmung
pro-empty-entry = Hier steht noch nichts.
pro-nothing-entry = Dazu ist nichts festgehalten.
pro-entry-new = Punkt ergänzen
pro-entry-submit = Punkt ergänzen
pro-field-text = Text
pro-field-text-hint = Eine leere Zeile beginnt einen neuen Absatz, ein Strich oder eine Zahl eine Liste.
pro-field-vote = Abstimmung in dieser Sitzung
pro-field-vote-hint = Ihr Ergebnis wird übernommen, wenn das Feld darüber leer ist.
pro-vote-none = keine
pro-field-remark = Vertrauliche Notiz
pro-field-remark-hint = Nur für alle, die das Protokoll schreiben. Sie wird beim Versand gelöscht und steht in keiner Datei.
pro-remark = Vertrauliche Notiz
pro-pass-on = Weitergeben
pro-pass-on-yes = Gremien, die Delegierte hierher entsenden, bekommen diesen Punkt als Vorschlag.
pro-passed-on = aus einem anderen Gremium
# Aufgaben
pro-tasks = Aufgaben
pro-task = Aufgabe
pro-owner = Zuständig
pro-due = Bis wann
pro-by-day = bis { $day }
pro-owner-person = eine Person aus dem Gremium
pro-task-noted = vorgemerkt
pro-task-open = offen
pro-task-overdue = überfällig
pro-task-done = erledigt
pro-task-dropped = aufgegeben
pro-todo-new = Aufgabe festhalten
pro-todo-text = Die Aufgabe gilt, sobald Sie das Protokoll verschicken. Dann erfährt es die zuständige Stelle oder Person.
pro-todo-closed = Den Titel der Aufgabe liest das ganze Gremium, auch Vertretungen. Nennen Sie darin nichts Vertrauliches.
pro-todo-submit = Aufgabe festhalten
pro-todo-drop = Streichen
pro-before = Offen aus früheren Protokollen
# Verschicken
pro-send-title = Verschicken
pro-send-text = Alle mit einem Sitz bekommen das Protokoll. Vertretungen und Gäste lesen nur, was für sie offen war.
pro-send-tasks = { $count ->
    [one] Eine Aufgabe wird vergeben.
   *[other] { $count } Aufgaben werden vergeben.
  }
pro-send-remarks = { $count ->
    [one] Eine vertrauliche Notiz wird gelöscht.
   *[other] { $count } vertrauliche Notizen werden gelöscht.
  }
pro-send = Protokoll verschicken
pro-send-check = Prüfen und verschicken
pro-send-to = Es geht an
pro-send-final = Danach ändert sich das Protokoll nur noch durch Einwände.
pro-send-now = { $count ->
    [0] Jetzt verschicken, ohne E-Mail
    [one] Jetzt an eine Adresse verschicken
   *[other] Jetzt an { $count } Adressen verschicken
  }
pro-send-back = Zurück zum Protokoll
pro-gap-empty = Ohne Text: { $title }
pro-gap-vote-open = „{ $title }“ ist noch nicht entschieden. Das Ergebnis kommt nach dem Verschicken nicht mehr ins Protokoll.
pro-gap-vote-missing = Das Ergebnis von „{ $title }“ steht bei keinem Punkt.
pro-gap-nobody = Niemand ist als anwesend eingetragen.
pro-gap-list = Die Anwesenheit ist noch nicht gespeichert. Es gelten die Zusagen.
pro-gap-chair = Es fehlt, wer die Sitzung geleitet hat.
pro-gap-keeper = Es fehlt, wer das Protokoll geführt hat.
pro-drop-remarks = Notizen jetzt löschen
# Einwände
pro-object = Einwand
pro-object-submit = Einwand senden
pro-objections = Einwände
pro-own-objections = Ihre Einwände
pro-objection-title = Einwand entscheiden
pro-objection-open = noch nicht entschieden
pro-objection-accepted = der Absatz ist geändert
pro-objection-declined = der Absatz bleibt
pro-objection-by-letter = jemand mit dem Link aus einem Brief
# $number, $name, $when
pro-objection-from = Zu Absatz { $number } von { $name }, { $when }
pro-field-paragraph = Welcher Absatz?
pro-field-objection = Was stimmt nicht?
pro-decide = Entscheiden
pro-decision = Was wird daraus?
pro-accept = Absatz ändern
pro-decline = Absatz bleibt
pro-field-words = So lautet der Absatz jetzt
pro-field-words-hint = Leer lassen heißt: Der Absatz entfällt. Was sonst noch gegen ihn offen ist, ist damit entschieden.
pro-field-answer = Begründung
pro-field-answer-hint = Alle im Gremium lesen sie. Nötig, wenn der Absatz bleibt.
pro-decide-submit = Entscheidung speichern
# Genehmigen
pro-approve-title = Genehmigen
pro-approve-none = Eine spätere Sitzung genehmigt das Protokoll. Sobald sie begonnen hat, tragen Sie das hier ein.
pro-approve-which = Welche Sitzung hat das Protokoll genehmigt?
pro-approve = Als genehmigt eintragen
pro-addenda = Nachträge
pro-addendum-text = Nachtrag
pro-addendum-submit = Nachtrag hinzufügen
# Briefe und Link
# $title, $body, $day
pro-letter = das Protokoll liegt vor: „{ $title }“, { $body }, { $day }.
pro-letter-quiet = zu einem Ihrer Termine liegt das Protokoll vor.
pro-subject-approved = Protokoll genehmigt
# $title, $body, $day
pro-letter-approved = das Protokoll ist genehmigt: „{ $title }“, { $body }, { $day }.
pro-letter-approved-quiet = zu einem Ihrer Termine ist das Protokoll genehmigt.
pro-letter-read = Lesen: { $address }
pro-letter-link = Lesen und Einwand erheben: { $address }
pro-letter-until = Einwände sind bis { $day } möglich.
pro-letter-why = Sie bekommen diese Mail, weil Sie zu dieser Sitzung gehören.
pro-link-gone = Dieser Link gilt nicht mehr. Das Protokoll finden Sie nach dem Einloggen beim Termin.
# Hinweise danach
pro-note-begun = Der Entwurf ist angelegt.
pro-note-nothing-new = Es gibt keine neuen Punkte und Ergebnisse.
# $items, $results
pro-note-again = Neue Punkte: { $items }. Neue Ergebnisse: { $results }.
pro-note-written = Gespeichert.
pro-note-remarks = { $count ->
    [one] Eine Notiz ist gelöscht.
   *[other] { $count } Notizen sind gelöscht.
  }
pro-note-todo = Die Aufgabe ist vorgemerkt.
pro-note-todo-dropped = Die Aufgabe ist gestrichen.
pro-note-sent = { $count ->
    [one] Das Protokoll ist an eine Adresse verschickt.
   *[other] Das Protokoll ist an { $count } Adressen verschickt.
  }
pro-note-objected = Ihr Einwand zu Absatz { $number } ist gespeichert. Die Sitzungsleitung ist informiert.
pro-note-decided = Der Einwand ist entschieden.
pro-note-frozen = Das Protokoll ist genehmigt.
pro-note-added = Der Nachtrag ist hinzugefügt.
# Suche
pro-search = Protokolle
# Meine Daten
own-attended = Anwesenheit in Sitzungen
own-attended-how = Wie Sie da waren
own-objected = Einwände gegen Protokolle
own-objected-text = Ihr Einwand
own-minutes-goes = Ihr Name in Anwesenheitslisten und an Ihren Einwänden.
own-minutes-stays = Genehmigte Protokolle, ohne Ihren Namen.
# Alle Protokolle
pro-list-title = Protokolle
pro-list-none = Noch kein Protokoll
pro-list-none-text = Sobald ein Protokoll verschickt ist, steht es hier.
pro-read-leads = lesen nur die, die einladen
pro-read-body = lesen die Mitglieder des Gremiums
pro-read-guests = lesen die Mitglieder, Gäste je nach Punkt
pro-approved-on = genehmigt am { $day }
told-circulated = Protokoll verschickt
told-approved = Protokoll genehmigt
