# Die eigene Seite
levels-title = Mails
levels-lead-daily = { $count ->
    [one] Sie sind in einem Netzwerk. Neues kommt gebündelt an Werktagen um 7 Uhr.
   *[other] Sie sind in { $count } Netzwerken. Neues kommt gebündelt an Werktagen um 7 Uhr.
  }
levels-lead-twice = Sie sind in { $count } Netzwerken. Neues kommt gebündelt dienstags und freitags um 7 Uhr.
levels-none = Sobald Sie einem Netzwerk angehören, wählen Sie hier, was Sie von ihm erfahren.
levels-duty = Einladungen, Abstimmungen und Pflichtmails kommen immer, auch auf der untersten Stufe.
levels-submit = Speichern
note-saved = Gespeichert.
level-all = Alles
level-important = Wichtiges
level-duty = Nur Einladungen und Abstimmungen
field-rhythm = Wann kommt Gebündeltes?
field-rhythm-hint = Eine Mail für alle Netzwerke. Ohne Neues kommt keine.
rhythm-auto = Wie vorgesehen: bis drei Netzwerke werktags, ab vier dienstags und freitags
rhythm-daily = An jedem Werktag
rhythm-twice = Dienstags und freitags
rhythm-weekly = Freitags
rhythm-never = Nie
# Abbestellen
stop-title = Mails abbestellen
stop-lead-network = Sie bekommen aus diesem Netzwerk dann nur noch Einladungen, Abstimmungen und Pflichtmails.
stop-lead-bundles = Gebündelte Mails kommen dann nicht mehr. Einladungen und Abstimmungen kommen weiterhin.
stop-done = Abbestellt. Einladungen und Abstimmungen kommen weiterhin.
stop-submit = Jetzt abbestellen
stop-levels = Genauer einstellen
stop-gone = Dieser Link gilt nicht mehr. Unter „Mein Konto“ stellen Sie ein, welche Mails kommen.
own-goes = Was Sie an Mails erhalten wollten, wird gelöscht.
# Die Mail
letter-hello = Guten Tag,
letter-subject = { $count ->
    [one] Neues für Sie
   *[other] Neues für Sie: { $count } Einträge
  }
letter-more = { $count ->
    [one] Und noch ein weiterer: { $link }
   *[other] Und { $count } weitere: { $link }
  }
letter-quiet = { $count ->
    [one] In einem geschützten Bereich gibt es etwas Neues. Sie lesen es nach dem Einloggen:
   *[other] In geschützten Bereichen gibt es { $count } Neuigkeiten. Sie lesen sie nach dem Einloggen:
  }
letter-footer =
    Stufen und Tage wählen: { $levels }
    Abbestellen: { $stop }
letter-answer = Per E-Mail antworten: { $address }
what-new = Neu
what-outcome = Mit Ergebnis
what-replies = { $count ->
    [one] eine neue Antwort
   *[other] { $count } neue Antworten
  }
why-asked = Sie wurden direkt gefragt.
why-takes-part = Sie bekommen das, weil Sie mitschreiben.
why-follows = Sie bekommen das, weil Sie das Gespräch verfolgen.
why-duty = Sie bekommen das als Pflichtmail über { $networks }.
why-member = Sie bekommen das über { $networks }.
