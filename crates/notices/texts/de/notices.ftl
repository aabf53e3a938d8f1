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
why-bundled = Sie bekommen diese Mail, weil Sie Neues aus Ihren Netzwerken gebündelt lesen.
why-topics = Sie bekommen diese Mail, weil Sie Themen verfolgen.
letter-subject = { $count ->
    [one] Neues für Sie
   *[other] Neues für Sie: { $count } Einträge
  }
# $count, $link
letter-more = { $count ->
    [one] Und noch ein weiterer: { $link }
   *[other] Und { $count } weitere: { $link }
  }
letter-quiet = { $count ->
    [one] In einem geschützten Bereich gibt es etwas Neues. Sie lesen es nach dem Einloggen:
   *[other] In geschützten Bereichen gibt es { $count } Neuigkeiten. Sie lesen sie nach dem Einloggen:
  }
# $levels, $stop
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
why-asked = Sie bekommen das, weil Sie direkt gefragt sind.
why-takes-part = Sie bekommen das, weil Sie mitschreiben.
why-follows = Sie bekommen das, weil Sie das Gespräch verfolgen.
why-duty = Sie bekommen das als Pflichtmail über { $networks }.
why-member = Sie bekommen das über { $networks }.
# Der Eingang
inbox-title = Eingang
inbox-lead = { $count ->
    [0] Hier steht, was aus Ihren Netzwerken auf Sie wartet.
    [one] Ein Eintrag wartet auf Sie.
   *[other] { $count } Einträge warten auf Sie.
  }
inbox-new = { $count ->
    [one] Ein Eintrag ist neu.
   *[other] { $count } Einträge sind neu.
  }
narrow = Eingrenzen
inbox-empty = Alles erledigt.
inbox-empty-text = Gerade wartet nichts auf Sie.
inbox-empty-next = Die nächste Frist ist am { $day }.
inbox-empty-list = Hier steht nichts.
inbox-empty-list-text = Was Sie weglegen, finden Sie hier wieder.
inbox-left = { $count ->
    [one] Ein weiterer Eintrag folgt, sobald Sie etwas weglegen.
   *[other] { $count } weitere folgen, sobald Sie etwas weglegen.
  }
inbox-old = Was länger als sechs Wochen zurückliegt, steht hier nicht mehr.
inbox-levels = Stufen und Tage der Mails wählen
stages-label = Liste wählen
stage-open = Offen ({ $count })
stage-later = Später ({ $count })
stage-done = Erledigt ({ $count })
stage-muted = Stumm ({ $count })
waiting-title = Das wartet auf Sie
heading-new = Neu in Ihren Netzwerken
heading-open = Offen
heading-later = Später
heading-done = Erledigt
heading-muted = Stumm
filter-networks = Nach Netzwerk eingrenzen
filter-kinds = Nach Art eingrenzen
filter-all-networks = Alle Netzwerke
filter-all-kinds = Alle Arten
act-done = Erledigt
act-mute = Stumm schalten
act-later = Später
act-put-off = Weglegen
act-reopen = Wieder öffnen
field-until = Wieder zeigen am
later-until = Wieder hier am { $day }.
note-done = Erledigt.
note-later = Weggelegt bis { $day }.
note-muted = Stumm. Davon hören Sie nichts mehr.
note-reopened = Steht wieder im Eingang.
what-asked = Sie sind gefragt
what-reply = Neue Antwort
why-seat = Ihr Sitz: { $body }.
# $body, $through
why-seat-through = Ihr Sitz: { $body }, über { $through }.
why-body = Sie bekommen das über Ihren Sitz.
own-topic = Thema im Wochenüberblick
own-marks = Eingang: weggelegt
due-over = Frist vorbei
field-from-hour = Mails frühestens um
field-until-hour = Mails spätestens um
field-hours-hint = Gilt an Werktagen für direkte Fragen, Antworten und Gebündeltes. Dringendes kommt auch außerhalb.
hour = { $hour } Uhr
# Abwesenheit
absence-title = Abwesenheit
absence-lead = Solange Sie abwesend sind, kommt nichts Gebündeltes. Direkte Fragen warten bis zu Ihrer Rückkehr.
absence-days = Eingetragene Tage
absence-none = Keine Abwesenheit eingetragen.
absence-now = gerade abwesend
# $from, $last
absence-span = { $from } bis { $last }
absence-open = ab { $from }
absence-withdraw = Zurücknehmen
absence-new = Tage eintragen
absence-submit = Eintragen
field-away-from = Erster Tag
field-away-last = Letzter Tag
absence-substitute = Wer Dringendes erfährt
absence-substitute-submit = Speichern
field-substitute = Person aus Ihren Netzwerken
field-substitute-hint = Sie bekommt direkte Fragen an Sie und sieht Ihre Pflichten im Eingang, soweit sie selbst dort mitliest.
substitute-nobody = Niemand
substitute-unseen = Eine Person aus Ihren Netzwerken
note-absence = Eingetragen. Ihre Gremien sehen, dass Sie abwesend sind, nie warum.
note-absence-withdrawn = Zurückgenommen.
why-stands-in = Sie bekommen das in Vertretung einer abwesenden Person.
# Themen
field-topics = Themen für den Wochenüberblick
field-topics-hint = Montags bringt eine Mail, was zu diesen Themen neu ist, aus allen Netzwerken, in denen Sie es lesen dürfen. Die Stufen der Netzwerke spielen dabei keine Rolle. Die gebündelte Mail wiederholt davon nichts.
letter-topics-subject = { $count ->
    [one] Neues zu Ihren Themen
   *[other] Neues zu Ihren Themen: { $count } Einträge
  }
why-topic = Sie verfolgen das Thema { $topics }.
why-topic-hers = Sie verfolgen das Thema.
way-from = Aus { $network }.
way-open = Aus { $network }, auch außerhalb zu lesen.
# $network, $others
way-forwarded = Aus { $network }, weitergeleitet an { $others }.
way-through = Über { $networks }.
stop-lead-topics = Der Wochenüberblick zu Ihren Themen kommt dann nicht mehr. Neues aus Ihren Netzwerken kommt wieder gebündelt.
stop-done-topics = Abbestellt. Neues zu diesen Themen kommt wieder gebündelt.
