# Antworten
answer-title = Kommen Sie?
answer-yes = Zusagen
answer-no = Absagen
answer-substitute = Vertretung schicken
answered-none = noch offen
answered-yes = zugesagt
answered-no = abgesagt
answered-substitute = schickt Vertretung
answered-contested = widersprüchlich, neu gefragt
# $answer, $day
answered-late = { $answer }, verspätet am { $day }
answer-asked = Ihre Antwort fehlt noch.
answer-is-yes = Sie haben zugesagt.
answer-is-no = Sie haben abgesagt.
answer-is-substitute = Sie schicken eine Vertretung.
answer-was-late = Ihre Antwort kam nach der Frist.
answer-contested = Zwei Antworten aus Ihrer E-Mail widersprechen sich. Bitte antworten Sie hier.
answer-contested-link = Zwei verschiedene Antworten kamen innerhalb einer Minute. Keine davon zählt. Bitte warten Sie eine Minute und antworten Sie noch einmal.
answer-stands = Ihre Antwort: { $answer }. Sie können sie hier ändern.
answer-until = Bitte antworten Sie bis { $day }.
answer-too-late = Die Frist war { $day }. Ihre Antwort wird trotzdem angenommen.
thanks-yes = Danke, Sie sind dabei.
thanks-no = Danke für Ihre Absage.
thanks-substitute = Ihre Vertretung ist eingeladen: { $name }.
field-substitute-name = Name der Vertretung
field-substitute-mail = E-Mail-Adresse
field-substitute-hint = Ihre Vertretung bekommt eine eigene Einladung.
substitute-submit = Vertretung einladen
letter-gone = Diese Einladung gilt nicht mehr. Der Termin ist vorbei, abgesagt oder betrifft Sie nicht mehr.
letter-question-title = Kommen Sie?
letter-title-quiet = Ein Termin
letter-lead-quiet = Mehr lesen Sie, wenn Sie sich einloggen.
# Einladen
invitees-title = Einladung und Antworten
notice-title = Frist
notice-kept = fristgerecht
notice-late = nicht fristgerecht
preview-title = Die Einladung geht an
preview-text = Der Verteiler entsteht aus den Sitzen von heute. Vertretungen und Postfächer unbesetzter Stellen sind dabei.
preview-lost = { $count ->
    [one] Eine Person hat keine E-Mail-Adresse.
   *[other] { $count } Personen haben keine E-Mail-Adresse.
  }
preview-unreached = ohne E-Mail-Adresse
preview-more = { $count ->
    [one] ein weiterer Name
   *[other] { $count } weitere Namen
  }
preview-frozen = Mit der Einladung steht die Tagesordnung fest.
preview-open = Die Tagesordnung bleibt nach der Einladung offen, bis Sie sie verschicken.
act-invite = { $count ->
    [0] Jetzt einladen, ohne E-Mail
    [one] Jetzt eine Einladung senden
   *[other] Jetzt { $count } Einladungen senden
  }
sample-title = So kommt die E-Mail an
sample-text = An der Stelle von „…“ steht in jeder E-Mail ein eigener Link.
sample-subject = Betreff:
sending-title = Senden
warn-title = Bitte prüfen Sie vor dem Senden:
warn-place = Es ist weder ein Ort noch eine Online-Adresse angegeben.
warn-answer = Es ist kein Tag angegeben, bis zu dem geantwortet werden soll.
warn-answer-past = Der letzte Tag für Antworten liegt schon zurück: { $day }.
warn-agenda = Die Tagesordnung ist leer.
warn-late = Die Einladungsfrist ist versäumt. Spätester Tag war { $day }. Beim Termin steht dann: nicht fristgerecht.
warn-agenda-open = Zur Tagesordnung
warn-change = Angaben zum Termin ändern
invited-title = Eingeladen
invited-gone = { $count ->
    [one] eine Einladung gilt nicht mehr
   *[other] { $count } Einladungen gelten nicht mehr
  }
capacity-member = sitzt im Gremium
capacity-stand-in = in Vertretung
capacity-mailbox = Postfach einer unbesetzten Stelle
capacity-substitute = als Vertretung geschickt
capacity-guest = Gast
proof-invitation = Einladung
proof-agenda = Tagesordnung
proof-change = Änderung
proof-cancellation = Absage
proof-reminder = Erinnerung
proof-question = Rückfrage
proof-substitute = Nachricht zur Vertretung
# $what, $when
proof-failed = { $what } { $when }, nicht zustellbar
proof-none = nichts verschickt, es fehlt eine Adresse
follow-text = Wer neu dazukommt oder ausscheidet, erfährt es jeden Morgen von selbst. Sie können den Verteiler auch jetzt abgleichen.
act-follow = Jetzt abgleichen
act-remind = { $count ->
    [one] Eine Person erinnern
   *[other] { $count } Personen erinnern
  }
guest-title = Gast einladen
guest-text = Gäste sehen nur Punkte, die für Gäste offen sind.
field-guest-name = Name
field-guest-item = Zu welchem Punkt?
guest-all = Zu allem, was für Gäste offen ist
guest-submit = Gast einladen
note-invited = { $count ->
    [one] Eine Einladung ist verschickt.
   *[other] { $count } Einladungen sind verschickt.
  }
# $came, $left
note-followed = Neu eingeladen: { $came }. Nicht mehr eingeladen: { $left }.
note-reminded = { $count ->
    [one] Eine Person ist erinnert.
   *[other] { $count } Personen sind erinnert.
  }
note-guest = Eingeladen: { $name }.
# Briefe
letter-subject-invitation = Einladung
letter-subject-agenda = Tagesordnung
letter-subject-change = Geändert
letter-subject-cancellation = Abgesagt
letter-subject-no-longer = Sie sind nicht mehr eingeladen
letter-subject-reminder = Ihre Antwort fehlt
letter-subject-question = Bitte antworten Sie noch einmal
letter-subject-substitute = Ihre Vertretung kommt nicht
letter-why = Sie bekommen diese Mail, weil Sie zu diesem Termin eingeladen sind.
letter-why-was = Sie bekommen diese Mail, weil Sie zu diesem Termin eingeladen waren.
# $title, $body
letter-invitation = Sie sind eingeladen: „{ $title }“, { $body }.
# $title, $body
letter-agenda = die Tagesordnung steht: „{ $title }“, { $body }.
# $title, $body
letter-change = ein Termin hat sich geändert: „{ $title }“, { $body }.
# $title, $body
letter-cancellation = ein Termin ist abgesagt: „{ $title }“, { $body }.
# $title, $body
letter-no-longer = Sie sind nicht mehr eingeladen: „{ $title }“, { $body }. Der Termin findet statt.
letter-no-longer-seat = Sie haben dort keinen Sitz mehr. Gehört er zu einer Stelle, ist jetzt eingeladen, wer sie hat.
letter-no-longer-sent = Wer Sie geschickt hat, hat dort keinen Sitz mehr.
# $title, $body
letter-reminder = Ihre Antwort fehlt noch: „{ $title }“, { $body }.
# $title, $body
letter-substitute = Ihre Vertretung hat abgesagt: „{ $title }“, { $body }.
letter-question = zwei Antworten aus Ihrer Einladung widersprechen sich. Keine davon zählt. Bitte antworten Sie noch einmal.
letter-quiet-invitation = Sie sind zu einem Termin in einem Ihrer Netzwerke eingeladen.
letter-quiet-agenda = zu einem Ihrer Termine steht die Tagesordnung.
letter-quiet-change = einer Ihrer Termine hat sich geändert.
letter-quiet-cancellation = einer Ihrer Termine ist abgesagt.
letter-quiet-no-longer = zu einem Termin sind Sie nicht mehr eingeladen. Er findet statt.
letter-quiet-reminder = zu einem Ihrer Termine fehlt noch Ihre Antwort.
letter-quiet-substitute = zu einem Ihrer Termine hat Ihre Vertretung abgesagt.
letter-when = Wann: { $when }
letter-before = Bisher: { $words }
letter-where = Wo: { $place }
letter-where-later = Wo: Das erfahren Sie, sobald Sie zugesagt haben.
letter-online = Online: { $address }
letter-agenda-title = Tagesordnung
letter-papers = Unterlagen: { $address }
letter-papers-code = Code für die Unterlagen: { $code }
letter-answer-until = Bitte antworten Sie bis { $day }.
letter-proposals = Themen können Sie auf derselben Seite bis { $day } vorschlagen.
letter-page = Alles zum Termin
