circulars-title = Rundschreiben
circulars-written = Geschrieben
circulars-none = Noch nichts verschickt.
circular-new = Rundschreiben schreiben
circular-known = Zuerst sehen Sie, an wen es geht. Nach der Freigabe können Sie es zehn Minuten lang zurückholen.
circular-preview = Weiter zur Vorschau
circular-words = Text
circular-draft = Entwurf
circular-confirming = wartet auf andere Netzwerke
circular-waiting = geht gleich hinaus
circular-sent = verschickt
circular-recalled = zurückgeholt
asking-title = Fragen an dieses Netzwerk
asking-text = Diese Rundschreiben aus anderen Netzwerken sollen auch hier ankommen.
field-subject = Betreff
field-audience = An wen?
audience-everybody = Alle mit einem Sitz
audience-offices = Alle mit einem Amt
audience-territory = Alle aus einem Gebiet
audience-topic = Wer sich mit einem Thema auskennt
field-territory = Gebiet
field-territory-hint = Nur für „Alle aus einem Gebiet“
territory-none = Ohne
field-duty = Pflichtmail
field-duty-yes = Ja, sie kommt auch bei „Nur Einladungen und Abstimmungen“
field-duty-hint = Für Ladungen und Fristen, nicht für Neuigkeiten
field-beyond = Auch in andere Netzwerke
field-beyond-hint = Dort stimmt zuerst eine zweite Person zu.
yes = Ja
no = Nein
fact-leaves = Geht hinaus
fact-sent = Verschickt
to-title = Geht an
to-text = Jede Person bekommt eine eigene Mail, unbesetzte Stellen über ihr Postfach.
to-more = { $count ->
    [one] Und noch eine
   *[other] Und { $count } weitere
  }
to-spared = { $count ->
    [one] Eine Person möchte nur Pflichtmails und bekommt es nicht.
   *[other] { $count } Personen möchten nur Pflichtmails und bekommen es nicht.
  }
lost-title = Ohne Mailadresse
lost-text = Diese Mitglieder erreicht keine Mail. Bitte geben Sie es ihnen auf anderem Weg.
# $network, $count
beyond-asked = { $network }: { $count } Personen, noch nicht zugestimmt
beyond-asked-quiet = { $network }: noch nicht zugestimmt
# $network, $count
beyond-let-in = { $network }: { $count } Personen
beyond-let-in-quiet = { $network }: zugestimmt
beyond-declined = { $network }: abgelehnt
act-release = { $count ->
    [one] Eine Mail freigeben
   *[other] { $count } Mails freigeben
  }
act-ask-others = Andere Netzwerke fragen
act-recall = Zurückholen
act-let-in = In { $network } weitergeben
act-decline = In { $network } nicht weitergeben
release-note = Nach der Freigabe geht es in zehn Minuten hinaus, abends und am Wochenende am nächsten Werktag um 7 Uhr.
release-note-beyond = Es geht hinaus, sobald die anderen Netzwerke entschieden haben.
second-person = Das entscheidet eine zweite Person, die dieses andere Netzwerk leitet.
note-leaves = Freigegeben. Es geht { $when } hinaus. Bis dahin können Sie es zurückholen.
note-asks = Die anderen Netzwerke sind gefragt.
note-recalled = Zurückgeholt. Niemand hat es bekommen.
note-let-in = Wird weitergegeben.
note-declined = Wird nicht weitergegeben.
went-title = Wer es bekommen hat
went-counts = Wie es ankam
recipient-written = unterwegs
recipient-left = verschickt
recipient-failed = nicht zustellbar
recipient-no-address = ohne Mailadresse
recipient-declined = möchte nur Pflichtmails
recipient-mailbox = { $title } (Postfach)
recipient-mailbox-plain = Postfach einer unbesetzten Stelle
file-take = Liste mitnehmen:
file-sensitive = Diese Liste gehört zu einem geschützten Netzwerk. Geben Sie sie nicht weiter.
column-name = Wer
column-state = Stand
# Die Mail
letter-circular-quiet-subject = Ein Rundschreiben für Sie
letter-circular-quiet = In einem geschützten Bereich gibt es ein Rundschreiben für Sie. Sie lesen es nach dem Einloggen: { $link }
letter-circular-why = Sie bekommen dieses Rundschreiben über { $networks }.
letter-circular-why-quiet = Sie bekommen dieses Rundschreiben über eines Ihrer Netzwerke.
letter-circular-duty = Sie bekommen dieses Rundschreiben als Pflichtmail über { $networks }.
letter-circular-mailbox = Sie bekommen dieses Rundschreiben über { $networks } in diesem Postfach, weil die Stelle gerade unbesetzt ist.
circulars-label = Rundschreiben
told-circular = Neues Rundschreiben
told-came-back = Ein Brief kam zurück
