letter-quiet-subject = Es gibt etwas Neues
letter-quiet = Zu einem Mandat gibt es etwas Neues. Sie lesen es nach dem Einloggen:
why-quiet = Sie bekommen diese Nachricht, weil das Mandat Sie betrifft.
why-sent = Sie bekommen diese Nachricht, weil Sie dorthin entsandt sind oder vertreten.
why-leads = Sie bekommen diese Nachricht, weil Sie das entsendende Gremium leiten.
why-reached = Sie bekommen diese Nachricht, weil Sie ein Gremium leiten, das diesen Bericht liest.
why-was-reached = Sie bekommen diese Nachricht, weil ein Gremium, das Sie leiten, diesen Bericht gelesen hat.
why-follows = Sie bekommen diese Nachricht, weil Sie diesem Vorschlag folgen.
why-receiver = Sie bekommen diese Nachricht, weil dieses Postfach hier eingetragen ist für: { $body }.
receiver-answer = Bestätigungen und Fragen gehen bitte an: { $mail }
receiver-asked-subject = Benennung für: { $body }
# $sender, $name, $day, $body
receiver-asked =
    { $sender } benennt { $name } ab dem { $day } für: { $body }.

    Bitte bestätigen Sie das kurz.
receiver-ended-subject = Ende einer Entsendung: { $body }
# $name, $day, $sender, $body
receiver-ended =
    Die Entsendung von { $name } endet mit dem { $day }.

    Entsandt hatte { $sender } in: { $body }. Wer folgt, teilen wir Ihnen mit.
receiver-rests-subject = Vertretung bei einer Entsendung: { $body }
# $name, $body, $stand_in, $sender
receiver-rests =
    { $name } kann längere Zeit nicht kommen: { $body }.

    Bis auf Weiteres kommt { $stand_in }. Entsandt hat { $sender }.
# $name, $body, $sender
receiver-rests-alone =
    { $name } kann längere Zeit nicht kommen: { $body }.

    Wer vertritt, teilen wir Ihnen mit. Entsandt hat { $sender }.
receiver-goes-on-subject = Wieder da: { $body }
# $name, $body, $sender
receiver-goes-on =
    { $name } kommt wieder selbst: { $body }.

    Entsandt hat { $sender }.
receiver-followed-subject = Nachfolge bei einer Entsendung: { $body }
# $day, $name, $body, $sender
receiver-followed =
    Ab dem { $day } kommt { $name } in: { $body }.

    Entsandt hat { $sender }. Das Mandat gehört zur Stelle, die neu besetzt ist.
sent-asked-subject = Sie sind benannt: { $body }
sent-asked = Sie sind benannt für: { $body }. Sobald das Gremium bestätigt, hören Sie von uns.
sent-confirmed-subject = Bestätigt: { $body }
sent-confirmed = Ihr Mandat ist bestätigt: { $body }. Hier finden Sie Auftrag, Sitzungen und Vorbereitung.
sent-ended-subject = Mandat beendet: { $body }
sent-ended = Ihr Mandat ist beendet: { $body }.
free-seat-subject = Ein Sitz ist frei: { $body }
free-seat = Ein Mandat ist beendet: { $body }. Der Sitz gehört weiter zu Ihnen. Bitte entscheiden Sie, wer folgt.
free-informed = Das Gremium haben wir informiert.
free-not-informed = Bitte informieren Sie das Gremium mit dem Brief auf der Seite.
free-substitute = Bis dahin handelt die Vertretung.
pack-subject = Vorbereitung: { $body }
# $body, $when
pack-ahead = Ihre Vorbereitung liegt bereit. { $body } tagt: { $when }.
pack-moved-subject = Andere Zeit oder anderer Ort: { $body }
# $body, $when
pack-moved = Bei einer Sitzung hat sich etwas geändert. { $body } tagt nun: { $when }.
pack-off-subject = Sitzung fällt aus: { $body }
# $when, $body
pack-off = Die Sitzung am { $when } fällt aus: { $body }.
pack-on-subject = Sitzung findet doch statt: { $body }
# $body, $when
pack-on = Die Sitzung findet doch statt. { $body } tagt: { $when }.
pack-stand-in-subject = Bitte vertreten Sie: { $body }
# $body, $when
pack-stand-in = Die entsandte Person ist verhindert. Bitte gehen Sie hin. { $body } tagt: { $when }. Hier ist die Vorbereitung.
nobody-subject = Niemand vertritt: { $body }
# $body, $when
nobody-stands-in = Die entsandte Person ist verhindert, und eine Vertretung ist nicht benannt. { $body } tagt: { $when }.
report-due-subject = Rückbericht: { $body }
# $day, $body, $due
report-due-text = Am { $day } hat das Gremium getagt: { $body }. Ihr Bericht ist fällig am { $due }. Er braucht fünf Minuten.
report-missing-subject = Ein Rückbericht fehlt: { $body }
# $day, $body
report-missing-text = Von der Sitzung am { $day } fehlt noch der Rückbericht: { $body }.
report-rose-subject = Neuer Rückbericht: { $body }
# $day, $body
report-rose-text = Von der Sitzung am { $day } gibt es einen Rückbericht: { $body }.
report-corrected-subject = Rückbericht berichtigt: { $body }
# $day, $body
report-corrected-text = Der Rückbericht von der Sitzung am { $day } ist berichtigt: { $body }. Es gilt, was jetzt dort steht.
report-taken-back-subject = Rückbericht zurückgenommen: { $body }
# $day, $body
report-taken-back-text = Der Rückbericht von der Sitzung am { $day } wird nicht mehr weitergegeben: { $body }. Bitte verwenden Sie nicht, was Sie gelesen haben.
raised-moved-subject = Neuer Stand: { $title }
# $title, $state
raised-moved = Ein Vorschlag, dem Sie folgen, hat einen neuen Stand. { $title }: { $state }.
look-after-subject = Heute nachfassen: { $title }
look-after = Heute wollten Sie nachsehen, was aus einem Vorschlag geworden ist: { $title }.
# Brief zum Ausdrucken
paper-asked = Benennung
# $sender, $name, $body
paper-asked-text = { $sender } benennt { $name } für: { $body }.
paper-asked-please = Bitte bestätigen Sie die Benennung mit Tag und Unterschrift.
paper-confirmed = Bestätigung der Entsendung
# $body, $name, $sender
paper-confirmed-text = { $body } bestätigt die Entsendung von { $name } durch: { $sender }.
paper-end = Ende der Entsendung
# $name, $sender, $body, $day, $why
paper-end-text = Die Entsendung von { $name } durch { $sender } in { $body } endet mit dem { $day }. Grund: { $why }.
