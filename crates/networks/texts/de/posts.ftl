# Eine Stelle übergeben
handover-title = Stelle übergeben
handover-intro = Alles wechselt an einem Tag: Sitze, Rechte und öffentliche Seiten. Bis dahin können Sie es zurücknehmen.
handover-vacant = Diese Stelle hat zurzeit niemand.
handover-somebody = eine Person
handover-whose = Wessen Amtszeit endet?
handover-last = Letzter Tag
handover-last-hint = Am Tag danach gehört die Stelle der Nachfolge.
handover-no-day = Bitte nennen Sie den letzten Tag.
handover-seek = Wer folgt? Name suchen
handover-seek-hint = Nur nötig, wenn die Person hier schon eingetragen ist.
handover-seek-none = Niemand gefunden. Sie können die Person unten neu eintragen.
handover-preview = Vorschau zeigen
handover-passes = Das geht auf die Nachfolge über
handover-passes-none = Die Stelle hat keinen Sitz, den Sie sehen.
handover-ends = Das hängt an der Stelle
handover-ends-none = Kein persönliches Mandat hängt an der Stelle.
handover-voice = spricht dort für die Organisation; sie benennt neu
handover-voice-passes = die Stelle spricht dort für die Organisation
handover-voice-stays = spricht dort für eine andere Organisation
handover-stands-in-passes = die Stelle vertritt dort
handover-stands-in-stays = vertritt dort in eigener Person
handover-hangs-on = hängt an einem anderen Sitz
handover-stays = Das bleibt bei der Person
handover-stays-none = Nichts.
handover-enter = Übergabe eintragen
handover-ends-which = Welche Mandate enden mit der Stelle?
handover-ends-hint = Ein Mandat ohne Haken läuft weiter.
whom-label = Wer ist es?
handover-nobody = noch nicht benannt
whom-new = Eine neue Person
whom-new-hint = Nur für eine neue Person.
whom-given = Vorname der neuen Person
whom-family = Nachname der neuen Person
whom-mail = E-Mail der neuen Person
whom-mail-hint = An diese Adresse geht die Einladung.
handover-submit = Übergabe eintragen
handover-saved = Die Übergabe ist eingetragen.
handover-page = Übergabe
handover-planned = vorbereitet
handover-done = vollzogen
handover-leaver = Wer geht
handover-comes = Wer kommt
handover-first = Erster Tag der Nachfolge
handover-when = Wann
handover-tasks = Bis dahin zu tun
handover-task-mail = Ohne das Postfach der Stelle einloggen
handover-task-mail-why = Merken Sie ein eigenes Gerät oder richten Sie eine App ein. Das Postfach bleibt bei der Stelle.
handover-task-answers = { $count ->
    [0] Offene Anfragen beantworten
    [one] Eine offene Anfrage beantworten
   *[other] { $count } offene Anfragen beantworten
  }
handover-task-answers-why = Anfragen an Sie persönlich gehen nicht über.
handover-task-next = Nachfolge benennen lassen
handover-task-next-why = Das trägt die Koordination eines Netzwerks ein.
handover-mails = Wer geht und wer kommt, erfährt den Tag mit dem Eintragen durch eine Mail. Ist niemand benannt, fragt eine Mail die Koordination der Netzwerke.
handover-next = Nachfolge benennen
# $post, $day
handover-next-lead = { $post }. Die neue Amtszeit beginnt am { $day }.
handover-next-go = Eintragen
handover-next-saved = Die Nachfolge ist benannt.
handover-letter-off = Die Übergabe der Stelle „{ $post }“ wurde zurückgenommen. Alles läuft weiter wie vorher.
handover-undo = Zurücknehmen
handover-undo-text = Dann läuft alles weiter wie vorher.
handover-undo-go = Übergabe zurücknehmen
handover-taken-back = Die Übergabe ist zurückgenommen.
handover-letter = Brief als Text
handover-letter-pdf = Brief als PDF
handover-letter-word = Brief für Word
handover-paper-file = uebergabe.txt
# $who, $post, $day
handover-paper-leaves = { $who } gibt die Stelle „{ $post }“ ab. Letzter Tag ist { $day }.
# $who, $day
handover-paper-comes = { $who } übernimmt sie. Erster Tag ist { $day }.
handover-paper-nobody = Die Nachfolge ist noch nicht benannt. Ab { $day } ist die Stelle unbesetzt.
handover-paper-passes = Diese Sitze gehören zur Stelle und gehen über:
handover-paper-tasks = Diese Aufgaben der Stelle gehen mit über:
handover-paper-ends = Diese persönlichen Mandate enden:
handover-paper-mail = Die Stelle bleibt erreichbar unter { $mail }.
handover-letter-subject = Übergabe einer Stelle
handover-letter-quiet = Bei einem Sitz hat sich etwas geändert. Bitte sehen Sie nach, wer heute dort sitzt.
# $post, $day
handover-letter-passed = Die Stelle „{ $post }“ hat seit { $day } eine neue Besetzung. Ihre Sitze sind mit übergegangen. Mandate, die an der Person hingen, prüfen Sie bitte.
# $post, $day
handover-letter-vacant = Die Stelle „{ $post }“ ist seit { $day } unbesetzt. Ihre Sitze bleiben bestehen. Mandate, die an der Person hingen, prüfen Sie bitte.
# $post, $day, $link
handover-letter-leaver =
    Für Ihre Stelle „{ $post }“ ist eine Übergabe eingetragen. Ihr letzter Tag ist { $day }. Was übergeht, was endet und was bis dahin zu tun ist, steht hier:
    { $link }
# $post, $day
handover-letter-leaver-by-mail = Für Ihre Stelle „{ $post }“ ist eine Übergabe eingetragen. Ihr letzter Tag ist { $day }. Die Sitze der Stelle gehen auf die Nachfolge über. Bitte legen Sie bis dahin bereit, was sie braucht. Einloggen müssen Sie sich dafür nicht; bei Fragen hilft die Koordination Ihres Netzwerks.
# $post, $day, $link
handover-letter-named =
    Für Ihre Stelle „{ $post }“ ist die Nachfolge eingetragen. Der erste Tag ist { $day }. Mehr steht hier:
    { $link }
# $post, $day
handover-letter-named-by-mail = Für Ihre Stelle „{ $post }“ ist die Nachfolge eingetragen. Der erste Tag ist { $day }.
# $post, $day, $link
handover-letter-asks =
    Für die Stelle „{ $post }“ ist eine Übergabe eingetragen. Ab { $day } ist sie unbesetzt. Wer folgt, tragen Sie hier ein:
    { $link }
# $post, $day
handover-invited = { $post }, ab { $day }
# $post, $day, $link
handover-letter-successor =
    Sie übernehmen die Stelle „{ $post }“. Ihr erster Tag ist { $day }. Was mit übergeht, steht hier:
    { $link }
handover-why-mailbox = Sie bekommen diese Mail, weil die Stelle bei Ihnen einen Sitz hat.
handover-why-mailbox-quiet = Sie bekommen diese Mail, weil dieser Sitz bei Ihnen ist.
handover-why-leaver = Sie bekommen diese Mail, weil Sie die Stelle heute innehaben.
handover-why-successor = Sie bekommen diese Mail, weil Sie die Stelle übernehmen.
handover-why-asks = Sie bekommen diese Mail, weil Sie ein Netzwerk koordinieren, in dem die Stelle sitzt.
handover-why-off = Sie bekommen diese Mail, weil Sie von der Übergabe wussten.
# Eine Stelle besetzen, eine Vertretung beenden
post-fill = Stelle besetzen
post-seek-hint = Nur nötig, wenn die Person hier schon eingetragen ist.
post-how = In welcher Weise?
post-holder = hat die Stelle
post-acting = nimmt sie vorläufig wahr
post-deputy = vertritt
post-filled = Eingetragen. Die Sitze der Stelle folgen von selbst.
post-end = Vertretung beenden
post-end-nobody = Niemand vertritt diese Stelle.
post-end-whose = Wessen Eintrag endet?
post-end-hint = Am Tag danach gibt der Eintrag keine Rechte mehr.
post-ended = Das Ende ist eingetragen.
# Eine Organisation bearbeiten
org-edit = Angaben bearbeiten
org-save = Speichern
org-purpose = Wofür sie da ist
org-end = Auflösen oder zusammenlegen
org-end-text = Stellen und Sitze bleiben bestehen, bis Sie diese beenden. Was war, bleibt sichtbar.
org-end-hint = Am Tag danach gibt es die Organisation nicht mehr.
org-into = Geht sie in einer anderen auf?
org-into-none = nein
org-into-seek = Name der Organisation, in der sie aufgeht; sonst leer lassen
org-ended = Das Ende ist eingetragen.
# Wer für eine Organisation spricht, wer vertritt
standing-contact = Kontaktperson benennen
standing-substitute = Vertretung benennen
standing-first = erste Kontaktperson
standing-second = zweite Kontaktperson
standing-stands-in = vertritt
standing-moves-up = rückt nach
standing-as = Als was?
standing-rank = An wievielter Stelle?
standing-rank-hint = 1 vertritt zuerst.
standing-list = Nachrücken
standing-moves-up-option = Rückt nur nach, vertritt nicht.
standing-saved = Eingetragen.
standing-nobody = Für diesen Sitz ist niemand benannt.
