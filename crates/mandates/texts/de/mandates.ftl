nav-mandates = Mandate
kind-sessions = Sitzungen anderer Gremien
kind-reports = Rückberichte
kind-raised = Eingebrachte Vorschläge
news-filed = Rückbericht abgegeben
# Allgemein
about-title = Angaben
act-save = Speichern
act-report = Bericht schreiben
report-read = Bericht lesen
act-prepare = Vorbereiten
note-saved = Gespeichert.
somebody = eine Person
nobody = niemand
you = Sie
today-word = heute
called-off = fällt aus
called-off-note = Diese Sitzung fällt aus.
field-title = Titel
field-day = Tag
field-hour = Beginn
field-place = Ort
field-from = Erster Tag
field-until = Letzter Tag der Amtszeit
field-until-hint = Leer heißt: wie beim Sitz festgelegt.
fact-when = Wann
fact-where = Wo
fact-who = Wer
fact-stand-in = Vertretung
fact-sender = Entsandt von
on-day = am { $day }
# $from, $until
from-until = { $from } bis { $until }
from-on = seit { $from }
days = { $n ->
    [one] { $n } Tag
   *[other] { $n } Tage
}
level-network = Mitglieder des Netzwerks
level-body = entsendendes Gremium
level-delegation = nur Entsendende, Delegierte und Vertretung
level-parts-public = teils öffentlich
level-parts-rise = teils weitergegeben
# Meine Mandate
list-lead = Wohin Sie entsandt sind, was ansteht und was fehlt.
due-title = Ihre Berichte, die noch fehlen
due-until = bis { $day }
overdue-since = fällig seit { $day }
next-title = Nächste Sitzungen
mandates-title = Wohin Sie entsandt sind
empty-title = Sie haben zurzeit kein Mandat.
empty-text = Sobald ein Gremium Sie entsendet, stehen hier Sitzungen, Vorbereitung und Bericht.
chains-title = Wer für wen spricht
seats-title = Alle Ihre Sitze
seats-text = { $n ->
    [one] Das Bild zeigt Ihren Sitz über die Jahre.
   *[other] Das Bild zeigt Ihre { $n } Sitze über die Jahre.
}
seats-head = Sitz
seats-term = Zeit
elsewhere-title = Sitze, die hier nicht geführt werden
filed-title = Abgegebene Berichte
risen-title = Weitergegebene Berichte
sent-by = entsandt von { $sender }
stand-in-word = Vertretung
with-stand-in = Vertretung: { $names }
report-of = Rückbericht: { $title }
# Gremium
body-title = Mandate: { $body }
outside-lead = Ein Gremium anderer: unsere Sitze, seine Sitzungen, unsere Vorschläge.
sender-lead = Wer wohin entsandt ist und was zurückkommt.
fact-purpose = Aufgabe
fact-rhythm = Rhythmus
fact-mail = Mailadresse
our-seats = Unsere Sitze
sent-title = Entsendungen
seats-empty = Noch niemand ist entsandt.
seats-empty-text = Sobald jemand benannt ist, steht es hier.
missing-title = Ausstehende Berichte
sessions-title = Sitzungen
sessions-empty = Noch keine Sitzung eingetragen.
sessions-empty-text = Wer entsandt ist oder leitet, trägt Tag und Tagesordnung ein.
sessions-past = { $n ->
    [one] { $n } vergangene Sitzung
   *[other] { $n } vergangene Sitzungen
}
raised-title = Eingebrachte Vorschläge
next-on = wieder ansehen am { $day }
pill-waits = Bestätigung fehlt
pill-unconfirmed = keine Bestätigung abgelegt
pill-ended = beendet am { $day }
pill-from = ab { $day }
# Kontakte
contact-word = Kontakt
contact-new = Kontakt eintragen
contact-edit = Kontakt ändern
contact-office = Bitte nur dienstliche Angaben eintragen. Mitglieder des Netzwerks sehen sie.
contact-name = Name oder Stelle
contact-name-hint = Zum Beispiel: Geschäftsstelle des Ausschusses
contact-role = Wofür zuständig
contact-mail = Mailadresse
contact-phone = Telefon
contact-drop = Löschen
contact-drop-yes = Diesen Kontakt löschen
# Sitzungen
session-new = Sitzung eintragen
session-edit = Sitzung ändern
session-name = Sitzung
session-name-hint = Zum Beispiel: 4. Sitzung 2026
session-agenda = Tagesordnung
session-agenda-hint = Einfügen, wie sie ist: ein Punkt in jeder Zeile. Nummern davor fallen weg.
session-off = Fällt aus
session-off-yes = Die Sitzung findet nicht statt
session-tells = Die Vorbereitung ist verschickt. Bei anderer Zeit oder anderem Ort bekommen die Entsandten eine Mail.
session-none = keine bestimmte Sitzung
# $title, $day
session-option = { $title }, { $day }
note-session = Sitzung eingetragen.
agenda-title = Tagesordnung
agenda-empty = Noch keine Tagesordnung.
agenda-empty-text = Fügen Sie sie unter „Sitzung ändern“ ein.
agenda-mark = Tagesordnung und Markierungen
agenda-rest = { $n ->
    [one] { $n } weiterer Punkt
   *[other] { $n } weitere Punkte
}
mark-label = Was ist für uns wichtig?
mark-hint = Markierte Punkte stehen in der Vorbereitung oben.
mark-submit = Markierungen speichern
note-marked = Markierungen gespeichert.
relevant = wichtig für uns
nothing-marked = Noch kein Punkt ist als wichtig markiert.
packs-title = Vorbereitung
pack-of = Vorbereitung für { $who }
# Ein Mandat
mandate-title = Mandat
mandate-of = Mandat: { $body }
fact-term = Amtszeit
fact-decision = Beruht auf
fact-mandate = Bindung
fact-confirmed = Bestätigung
fact-report-days = Tage für den Bericht
fact-end = Grund des Endes
mandate-free = freies Mandat
mandate-bound = an den Auftrag gebunden
# $day, $name
confirmed-words = am { $day }, { $name }
confirmed-missing = fehlt noch
instruction-title = Auftrag
briefing-empty = Noch keine Sitzung eingetragen.
# $mark, $title
resolution-words = { $mark } { $title }
letter-title = Brief an das Gremium
letter-pdf = Als PDF
letter-word = Für Word
# Entsenden
send-title = Entsenden
send-known = Das Gremium bekommt eine Mail, wenn seine Adresse bekannt ist. Rechte entstehen erst mit der Bestätigung.
send-submit = Benennen
# $seat, $sender
seat-option = { $seat }, entsandt von { $sender }
field-seat = Sitz
person-hint = Zur Wahl steht, wer im entsendenden Gremium sitzt.
field-resolution = Beschluss aus dem Verzeichnis
resolution-none = keiner aus dem Verzeichnis
field-decision = Beschluss in Worten
field-decision-hint = Wenn er nicht im Verzeichnis steht.
field-decision-day = Tag des Beschlusses
instruction-hint = Nur Entsendende, Delegierte und Vertretung lesen das.
report-days-hint = So viele Tage nach der Sitzung ist der Bericht fällig.
note-sent = Benannt. Nun bestätigt das Gremium.
file-title = Akte ändern
file-not-inner = Den Auftrag sehen und ändern nur Entsendende, Delegierte und Vertretung.
confirm-title = Bestätigung eintragen
confirm-day = Bestätigt am
confirm-by = Bestätigt von
confirm-by-hint = Stelle oder Name beim Gremium
confirm-submit = Bestätigung speichern
note-confirmed = Bestätigt.
end-title = Mandat beenden
end-known = Das Gremium bekommt am letzten Tag eine Mail.
end-known-by-paper = Von diesem Gremium ist keine Mailadresse bekannt. Bitte schicken Sie den Brief selbst.
end-day = Erster Tag ohne Mandat
end-day-hint = Heute heißt: sofort.
end-reason = Grund
end-submit = Beenden
end-term = Amtszeit vorbei
end-resignation = Rücktritt
end-eligibility = Voraussetzung entfallen
end-recall = Abberufung
end-other = beendet
note-ended = Das Mandat endet.
take-back-title = Benennung zurücknehmen
take-back-known = Die Benennung gilt dann nicht mehr. Auch eine Ablehnung des Gremiums tragen Sie so ein.
note-taken-back = Benennung zurückgenommen.
substitute-title = Vertretung benennen
substitute-known = Die Vertretung liest Auftrag, Vorbereitung und Berichte mit.
substitute-submit = Vertretung speichern
# Vorbereitung
briefing-page = Vorbereitung
briefing-title = Vorbereitung: { $title }
notes-title = Was Kolleginnen und Kollegen mitgeben
notes-empty = Noch hat niemand etwas mitgegeben.
notes-none = Niemand hat etwas mitgegeben.
notes-field = Was soll eingebracht werden?
notes-hint = Bis { $day }. Nur Entsendende, Delegierte und Vertretung lesen das.
notes-submit = Mitgeben
note-given = Mitgegeben.
note-drop = Zurücknehmen
note-dropped = Zurückgenommen.
relevant-title = Was dazu gilt
about-item = zu Punkt { $n }
raised-open-title = Offene Vorschläge von uns
last-report = Letzter Bericht, { $day }
away-title = Sie können nicht?
away-text = Die Vertretung bekommt dann dieselbe Vorbereitung. Gibt es keine, erfährt es die Leitung.
away-submit = Ich bin verhindert
away-note = Die Vertretung geht hin.
note-away = Danke, wir haben es weitergegeben.
# Bericht
report-word = Rückbericht
report-fields = Fünf Felder
report-by = Bericht von
report-submit = Bericht abgeben
report-draft = Als Entwurf speichern
back-to-briefing = Zur Vorbereitung
draft-note = Das ist Ihr Entwurf. Andere lesen ihn erst, wenn Sie ihn abgeben.
note-draft = Entwurf gespeichert.
note-filed = Bericht abgegeben. Danke!
part-subject = Thema
part-decided = Was wurde entschieden?
part-contributed = Was haben Sie eingebracht?
part-effects = Folgen für uns
part-confidential = Vertraulich
part-rises = weitergegeben
part-stays = intern
part-public = öffentlich
hint-subject = Worum ging es?
hint-decided = Beschlüsse, Aufträge, Termine
hint-contributed = Fragen, Anträge, Hinweise
hint-effects = Was heißt das für unsere Arbeit?
hint-confidential = Bleibt immer bei Entsendenden, Delegierten und Vertretung.
pass-legend = Wer liest „{ $part }“ noch?
pass-default = Was Sie schreiben, lesen Entsendende, Delegierte und Vertretung. Bei den ersten vier Feldern wählen Sie, wer es noch liest. Stufen darüber sind das Gremium, das Sie entsendet, sein Netzwerk und alle, die dorthin jemanden entsenden.
pass-yes = Weitergeben an alle Stufen darüber
open-yes = Öffentlich zeigen, ohne Ihren Namen
task-report = Rückbericht schreiben: { $title }
task-discuss = Rückbericht besprechen: { $title }
# Eingebracht
outcome-raised = eingebracht
outcome-noted = zur Kenntnis genommen
outcome-referred = verwiesen
outcome-adopted = angenommen
outcome-rejected = abgelehnt
outcome-unknown = unbekannt
raise-title = Vorschlag eintragen
raise-submit = Eintragen
raised-field-title = Vorschlag
raised-field-title-hint = Zum Beispiel: Kriterien der Gleichstellung im Strukturprogramm
raised-field-text = Worum es geht
raised-field-day = Eingebracht am
raised-field-session = Sitzung
raised-field-level = Wer liest das?
raised-field-next = Wieder ansehen am
raised-field-next-hint = An diesem Tag erinnert eine Mail alle, die folgen.
# $receiver, $sender
raised-in = Eingebracht in: { $receiver }. Entsandt von: { $sender }.
note-raised = Vorschlag eingetragen.
steps-title = Der Weg bisher
evidence-word = Nachweis
step-title = Neuer Stand
step-state = Was ist daraus geworden?
step-day = Seit
step-note = In Worten
step-evidence = Nachweis
step-evidence-hint = Adresse im Netz. Bei angenommen und abgelehnt nötig.
step-submit = Stand speichern
note-stepped = Stand gespeichert.
follow-title = Auf dem Laufenden
follow = Folgen
unfollow = Nicht mehr folgen
note-follow = Sie folgen diesem Vorschlag.
note-unfollow = Sie folgen nicht mehr.
followers = { $n ->
    [0] Noch folgt niemand diesem Vorschlag.
    [one] Eine Person folgt diesem Vorschlag.
   *[other] { $n } Personen folgen diesem Vorschlag.
}
# Bilder
# $first, $last
chain-title = Von { $first } nach { $last }
# $names, $n
chain-more = { $names }; { $n ->
    [one] und ein weiterer Weg
   *[other] und { $n } weitere Wege
}
chain-holds = { $names }. Die Kette hält.
# $names, $n
chain-breaks = { $names }. { $n ->
    [one] An einer Stelle hält die Kette nicht.
   *[other] An { $n } Stellen hält die Kette nicht.
}
chain-stage = Gremium
chain-who = Wer
chain-report = Bericht vom { $day }
chain-last = Letzter Bericht
several-title = Mehrere Sitze aus einer Verwaltung
several-seats = { $n } Sitze
chain-state = Stand
chain-as-table = Bild als Tabelle lesen
chain-sends = entsendet
chain-elects = wählt
chain-forms = bildet
chain-nobody = niemand hat einen Sitz
# $seats, $filled
chain-seats = { $seats ->
    [one] { $seats } Sitz
   *[other] { $seats } Sitze
}, { $filled } besetzt
chain-vacant = unbesetzt
chain-waits = benannt ab { $day }, Bestätigung fehlt
chain-broken = Kette gebrochen: kein Sitz mehr im entsendenden Gremium
chain-expired = Amtszeit abgelaufen am { $day }
chain-rests = ruht, die Vertretung handelt
chain-until = bis { $day }
chain-open = ohne Enddatum
chain-unconfirmed = { $until }, Bestätigung fehlt
chains-cut = Es gibt noch mehr Wege. Bitte sehen Sie die einzelnen Gremien an.
steps-all = Alle Entsendungen
steps-one = Nur die letzte Entsendung
steps-two = Die letzten zwei Entsendungen
# Meine Daten
own-session = Sitzung
own-role = Ihre Rolle
own-raised = eingetragen
own-follows = folgen Sie
own-goes = Was Sie für Sitzungen mitgegeben haben, wird gelöscht.
own-stays = Rückberichte und eingebrachte Vorschläge bleiben beim Gremium, ohne Ihren Namen.
report-files = Dateien zum Bericht
report-file = Dateien, nur für die Delegation
note-file-added = Die Datei ist hochgeladen.
note-file-removed = Die Datei ist entfernt.
told-briefing = Vorbereitung liegt bereit
told-report = Rückbericht
# Sitzungen einlesen
session-word = Sitzung
oparl-title = Sitzungen einlesen
oparl-back = Zurück zum Gremium
oparl-address = Ratsinformationssystem
oparl-url = Adresse
oparl-url-hint = Die Adresse der Schnittstelle OParl: des Systems, des Gremiums oder seiner Sitzungen. Sie beginnt mit https://.
oparl-read = Sitzungen lesen
oparl-again = Noch einmal lesen
oparl-asked = Die Sitzungen werden gelesen.
oparl-reading = { $n ->
    [0] Das Lesen beginnt gleich.
    [one] Eine Seite ist gelesen.
   *[other] { $n } Seiten sind gelesen.
}
oparl-look = Stand ansehen
oparl-failed = Das Lesen wurde abgebrochen. { $why } An Ihren Sitzungen hat sich nichts geändert.
oparl-taken = Übernommen am { $when }.
oparl-choose-title = Welches Gremium ist es?
oparl-choose = Gremium
oparl-choose-submit = Gremium wählen
oparl-preview = Was übernommen wird
oparl-objects = Gelesen
oparl-nothing = Es gibt nichts Neues.
oparl-nothing-text = Alle Sitzungen stehen schon hier, oder sie sind lange vorbei.
oparl-more = { $n ->
    [one] Eine weitere Sitzung steht hier nicht, wird aber auch übernommen.
   *[other] { $n } weitere Sitzungen stehen hier nicht, werden aber auch übernommen.
}
oparl-take = Sitzungen übernehmen
oparl-took = { $n ->
    [one] Eine Sitzung ist übernommen.
   *[other] { $n } Sitzungen sind übernommen.
}
oparl-stale = Inzwischen wurde neu gelesen. Bitte sehen Sie sich die Vorschau noch einmal an.
oparl-before = bisher { $when }
oparl-items = { $n ->
    [one] { $n } Punkt
   *[other] { $n } Punkte
}
oparl-gone = steht dort nicht mehr
fate-new = neu
fate-changed = geändert
fate-off = fällt aus
fate-same = unverändert
fate-left = ausgelassen
trouble-address = Diese Adresse kann nicht abgefragt werden. Sie muss mit https:// beginnen.
trouble-private = Die Adresse führt in ein internes Netz. Dort wird nichts abgefragt.
trouble-unknown = Diesen Server gibt es nicht.
trouble-unreachable = Der Server antwortet nicht, oder seine Verbindung ist nicht sicher.
trouble-slow = Der Server braucht länger als drei Sekunden.
trouble-large = Eine Antwort ist größer als 10 MB.
trouble-redirect = Der Server leitet auf eine andere Adresse um. Bitte tragen Sie die neue Adresse ein.
trouble-elsewhere = Ein Verweis führt zu einem anderen Server.
trouble-status = Der Server antwortet mit dem Fehler { $code }.
trouble-json = Die Antwort ist kein JSON.
trouble-oparl = Unter dieser Adresse stehen keine Sitzungen nach OParl.
trouble-field = Das Feld „{ $name }“ hat nicht die Form, die OParl vorschreibt.
trouble-many = Dort stehen mehr Einträge, als gelesen werden.
trouble-pages = Die Liste hat mehr als 100 Seiten. Bitte wählen Sie eine kürzere Liste.
trouble-cycle = Die Seiten der Liste führen im Kreis.
# Ketten einer Person
person-title = Wer für wen spricht: { $name }
person-lead = Die Ketten, die über diese Person laufen.
person-empty = An diesem Tag läuft keine Kette über diese Person.
person-empty-text = Wählen Sie einen anderen Tag, oder sehen Sie die Ketten des Netzwerks an.
own-chains = Ihre Ketten an jedem Tag
# Folgen
follows-broken = Die Person sitzt nicht mehr im entsendenden Gremium. Sie bleibt im Amt, bis Sie das Mandat beenden. { $who }
follows-ended = Der Sitz ist frei und gehört weiter zu Ihnen. { $who } Sie können neu entsenden oder ihn frei lassen.
rest-title = Ruhen lassen
rest-known = Das Mandat ruht, bis Sie es wieder aufnehmen. Die entsandte Person hat solange dort keine Rechte.
rest-substitute = Solange handelt: { $names }.
rest-nobody = Eine Vertretung ist nicht benannt. Bitte benennen Sie zuerst eine.
rest-told = Das Gremium bekommt eine Mail.
go-on-title = Wieder aufnehmen
go-on-known = Die entsandte Person handelt wieder selbst.
note-rests = Das Mandat ruht.
note-goes-on = Das Mandat läuft wieder.
follows-rests = Das Mandat ruht. { $who }
follows-expired = Die Amtszeit ist abgelaufen. Bitte klären Sie mit dem Gremium, ob sie weiter gilt: { $body }. Oder entsenden Sie neu.
fact-organisation = Organisation
follows-substitute = Bis dahin handelt die Vertretung.
follows-nobody = Eine Vertretung ist nicht benannt.
briefing-file = Zum Mitnehmen
# Als Datei
file-into = Wo
file-from = Von
file-raised = Eingebracht
file-state = Stand
file-since = Stand vom
file-evidence = Nachweis
file-next = Nachfassen am
file-sensitive = Dieses Netzwerk ist besonders geschützt. Bitte bewahren Sie die Datei sicher auf.
file-excel = Als Excel
file-csv = Als CSV
# Bericht
kept-typing = Wiederhergestellt ist, was Sie in diesem Fenster getippt und noch nicht gespeichert hatten.
# Tagesordnung als Datei
agenda-file-title = Tagesordnung hochladen
agenda-file = Datei
agenda-file-hint = Text, CSV oder Excel, ein Punkt in jeder Zeile. Die bisherige Tagesordnung wird ersetzt; was gleich lautet, bleibt als wichtig markiert.
agenda-file-submit = Tagesordnung übernehmen
agenda-file-back = Zurück zur Sitzung
# Öffentliche Teile eines Berichts
public-title = Berichte aus anderen Gremien
public-all = Alle öffentlichen Berichte
# $receiver, $network
public-description = Was aus { $receiver } zu berichten ist. Entsandt von: { $network }.
public-list-description = Öffentliche Berichte: { $body }.
public-empty = Noch kein öffentlicher Bericht.
public-empty-text = Wer entsandt ist, kann Teile eines Berichts für alle zeigen. Sie stehen dann hier.
public-feed-title = Mitlesen
public-feed = Als Feed (Atom)
public-feed-name = { $network }: Berichte aus anderen Gremien
public-part-title = Öffentlich
public-part-text = Die als öffentlich bezeichneten Teile lesen alle, ohne Ihren Namen.
public-see = So lesen es alle
public-withdraw = Nicht mehr öffentlich zeigen
note-withdrawn = Von diesem Bericht ist nichts mehr öffentlich.
# Berichtigen
correct-title = Bericht berichtigen
correct-act = Berichtigen
correct-submit = Berichtigung speichern
correct-lead = Ihr Bericht ist schon abgegeben. Die bisherige Fassung bleibt bei Entsendenden, Delegierten und Vertretung lesbar.
correct-tells = Wer ein Gremium leitet, das weitergegebene Teile liest, bekommt bei Änderungen eine Mail.
correct-back = Zum Bericht
note-corrected = Bericht berichtigt.
pill-corrected = berichtigt am { $day }
fact-corrected = Berichtigt
former-title = Frühere Fassungen
# $when, $name
former-until = bis { $when }, von { $name }
former-until-nobody = bis { $when }
former-empty = leer
rises-title = Weitergegeben
rises-text = Die als weitergegeben bezeichneten Teile lesen auch die Gremien darüber.
rises-withdraw = Nicht mehr weitergeben
taken-back-reason = Der Rückbericht wird nicht mehr weitergegeben.
note-taken-back-report = Von diesem Bericht ist nichts mehr weitergegeben.
news-corrected = Rückbericht berichtigt
told-corrected = Rückbericht berichtigt
