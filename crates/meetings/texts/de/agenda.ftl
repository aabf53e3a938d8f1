# Tagesordnung
agenda-title = Tagesordnung
agenda-all = Ganze Tagesordnung
agenda-none = Noch keine Punkte.
agenda-none-text = Legen Sie Punkte an, oder übernehmen Sie die vom letzten Treffen.
# $begin, $end, $minutes
agenda-sum = { $begin } bis { $end }, zusammen { $minutes } Minuten
agenda-over = { $minutes ->
    [one] eine Minute länger als der Termin
   *[other] { $minutes } Minuten länger als der Termin
  }
agenda-stands = Die Tagesordnung ist verschickt und steht fest.
agenda-late-ok = Neue Punkte gelten als nachträglich und brauchen die Zustimmung der Anwesenden.
items-title = Punkte
items-hidden = { $count ->
    [one] Ein weiterer Punkt ist nicht für Sie bestimmt.
   *[other] { $count } weitere Punkte sind nicht für Sie bestimmt.
  }
minutes = { $count ->
    [one] eine Minute
   *[other] { $count } Minuten
  }
item-late = nachträglich
item-new = Neuer Punkt
item-new-submit = Auf die Tagesordnung setzen
item-edit = Punkt ändern
item-late-note = Die Tagesordnung ist schon verschickt. Dieser Punkt wird als nachträglich gezeigt.
item-drop = Von der Tagesordnung nehmen
item-drop-yes = Ja, diesen Punkt streichen
act-up = Nach oben
act-down = Nach unten
act-copy = Punkte übernehmen
act-take = Auf die Tagesordnung
act-send-agenda = Tagesordnung verschicken
copy-title = Wie beim letzten Mal
# $day, $title
copy-from = Vom { $day }: { $title }
tasks-title = Offene Aufgaben
field-item-title = Thema
field-minutes = Dauer in Minuten
field-rapporteur = Wer berichtet?
field-openness = Für wen ist dieser Punkt?
open-closed = nur Mitglieder selbst
open-internal = intern
open-guests = offen für Gäste
open-public = öffentlich
open-title = Für wen ein Punkt ist
open-closed-means = Vertretungen und Gäste erfahren nichts von ihm.
open-internal-means = Mitglieder und ihre Vertretungen lesen ihn, Gäste nicht.
open-guests-means = Auch eingeladene Gäste lesen ihn.
open-public-means = Ihn lesen alle, die den Termin sehen.
field-openness-hint = „Nur Mitglieder selbst“ schließt Vertretungen und Gäste aus, „intern“ nur Gäste.
field-item-note = Notiz
note-added = Der Punkt steht auf der Tagesordnung.
note-changed-item = Der Punkt ist geändert.
note-dropped = Der Punkt ist gestrichen.
note-copied = { $count ->
    [one] Ein Punkt ist übernommen.
   *[other] { $count } Punkte sind übernommen.
  }
note-agenda-sent = { $count ->
    [one] Die Tagesordnung ist an eine Person verschickt.
   *[other] Die Tagesordnung ist an { $count } Eingeladene verschickt.
  }
# Vorschläge
propose-title = Thema vorschlagen
propose-submit = Vorschlagen
field-proposal-note = Warum ist das wichtig?
note-proposed = Danke, Ihr Vorschlag ist angekommen.
proposals-title = Vorschläge
proposal-own = von Ihnen
# $name, $day
proposal-from = Vorgeschlagen von { $name } am { $day }
proposal-open = noch offen
proposal-accepted = angenommen
proposal-declined = abgelehnt
proposal-withdrawn = zurückgezogen
proposal-decision = Was wird daraus?
proposal-accept = Auf die Tagesordnung setzen
proposal-decline = Ablehnen
field-proposal-answer = Begründung
field-proposal-answer-hint = Wer das Thema vorgeschlagen hat, liest sie.
proposal-submit = Entscheiden
proposal-withdraw = Vorschlag zurückziehen
note-declined = Der Vorschlag ist abgelehnt.
note-withdrawn = Der Vorschlag ist zurückgezogen.
# Unterlagen
papers-title = Unterlagen
papers-none = Hier liegen noch keine Unterlagen.
papers-add = Hochladen
papers-open = Unterlagen öffnen
papers-back = Zurück zur Einladung
papers-stand = Die Tagesordnung ist verschickt. Ihre Unterlagen bleiben, wie sie sind.
field-papers = Dateien
field-code = Code
field-code-hint = Die sechs Ziffern stehen in der E-Mail, aus der Sie kommen.
back-to-agenda = Zurück zur Tagesordnung
note-papers-added = { $count ->
    [0] Diese Dateien lagen schon hier.
    [one] Eine Datei ist hochgeladen.
   *[other] { $count } Dateien sind hochgeladen.
  }
note-paper-removed = Die Datei ist entfernt.
agenda-paper-papers = Unterlagen: { $names }
