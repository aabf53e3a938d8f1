# Einloggen
sign-in = Einloggen
sign-in-lead = Sie brauchen kein Kennwort. Wir schicken Ihnen einen Link und einen Code.
sign-in-mail-hint = Die Adresse, an die Ihre Einladung ging.
sign-in-submit = Link und Code senden
mail = E-Mail
bad-address = Geben Sie eine vollständige E-Mail-Adresse ein, zum Beispiel name@stadt.de.
code-title = Code eingeben
code-lead = Wenn es zu dieser Adresse ein Konto gibt, haben wir Ihnen einen Link und einen Code geschickt. Beide gelten 10 Minuten.
code-lead-sure = Wir haben Ihnen einen Link und einen Code geschickt. Beide gelten 10 Minuten.
code-lead-link = Öffnen Sie den Link in diesem Browser. Oder tippen Sie den Code hier ein.
code = Code
code-hint = Sechs Ziffern. Leerzeichen stören nicht.
code-form = Der Code hat sechs Ziffern.
code-wrong = { $left ->
    [one] Dieser Code stimmt nicht. Sie haben noch einen Versuch.
   *[other] Dieser Code stimmt nicht. Sie haben noch { $left } Versuche.
  }
ask-new = Neuen Code anfordern
to-start = Zur Startseite
choose = Wer sind Sie?
choose-lead = Diese Adresse gehört zu mehreren Personen.
choose-legend = Ich bin
choose-missing = Bitte wählen Sie eine der Personen.
nothing-asked = Hier wartet kein Code.
nothing-asked-text = In diesem Browser hat niemand einen Code angefordert. Der Code gilt nur in dem Browser, in dem Sie danach gefragt haben.
refused = Der Link gilt nicht mehr.
refused-expired = Link und Code gelten nur 10 Minuten. Bitte fordern Sie einen neuen Code an.
refused-worn = Fünf Codes waren falsch. Bitte fordern Sie einen neuen Code an.
refused-spent = Link und Code wurden schon benutzt. Jeder gilt nur einmal.
refused-withdrawn = Die Einladung wurde zurückgezogen oder ersetzt. Fragen Sie die Person, die Sie eingeladen hat.
refused-other-address = Sie haben schon ein Konto mit einer anderen Adresse. Loggen Sie sich bitte damit ein.
refused-locked = Ihr Konto ist gesperrt. Wenden Sie sich an die Stelle, die diese Seite betreibt.
refused-not-signed = Sie sind hier nicht mehr eingeloggt. Bitte loggen Sie sich neu ein.
refused-invitation = Öffnen Sie den Link aus Ihrer Einladung noch einmal.

own-factor = Ihr Gerät oder Ihre App
own-factor-lead = Dieses Postfach lesen mehrere Personen. Deshalb bestätigen Sie bitte noch mit etwas, das nur Sie haben.
own-factor-other = Ich bin eine andere Person

# Gemerkte Geräte
passkey-use = Mit diesem Gerät (PIN, Finger)
passkey-failed = Das hat nicht geklappt. Versuchen Sie es noch einmal oder wählen Sie einen anderen Weg.
passkey-known = Dieses Gerät ist schon gemerkt.
passkey-refused = Das Gerät konnte Sie nicht bestätigen. Versuchen Sie es noch einmal oder wählen Sie einen anderen Weg.
passkeys = Gemerkte Geräte
passkeys-text = Damit loggen Sie sich ohne E-Mail ein: mit PIN, Finger oder Gesicht. Was Ihr Gerät prüft, verlässt es nicht.
passkey-since = gemerkt am { $day }
passkey-used = zuletzt benutzt: { $day }
passkey-unused = noch nicht benutzt
passkey-name = Name des Geräts
passkey-name-hint = Daran erkennen Sie es wieder, zum Beispiel „Laptop im Büro“.
passkey-name-missing = Bitte geben Sie dem Gerät einen Namen.
passkey-rename = Umbenennen
passkey-rename-name = Umbenennen: { $device }
passkey-rename-title = Gerät umbenennen
passkey-forget = Vergessen
passkey-forget-name = Vergessen: { $device }
passkey-forgotten = Das Gerät ist vergessen. Damit kann sich niemand mehr einloggen.
remember = Gerät merken
remember-lead = Danach loggen Sie sich mit diesem Gerät ein, ganz ohne E-Mail.
remember-text = Ihr Gerät fragt nach PIN, Finger oder Gesicht. Wir bekommen davon nichts zu sehen.
remember-without = Dieser Browser kann hier kein Gerät merken. Eine App mit Codes geht immer.
remember-nowhere = Diese Seite wird unter einer Adresse betrieben, unter der Browser kein Gerät merken. Nötig sind ein Name statt Zahlen und eine verschlüsselte Verbindung. Eine App mit Codes geht immer.
remembered = Dieses Gerät ist gemerkt.
offer = Ohne E-Mail einloggen?
offer-lead = Merken Sie sich dieses Gerät. Beim nächsten Mal genügen PIN oder Finger.

# App mit Codes
app = App mit Codes
app-text = Eine App zeigt alle 30 Sekunden einen neuen Code, zum Beispiel FreeOTP oder Aegis. Das geht auf jedem Telefon und ohne Netz.
app-set-up = App einrichten
app-lead = Eine App auf Ihrem Telefon zeigt Codes, die nur Sie haben.
app-scan = Öffnen Sie die App und lesen Sie dieses Bild mit der Kamera ein.
app-picture = Bild für die App. Der Text darunter sagt dasselbe.
app-type = Ohne Kamera tippen Sie dieses Geheimnis in die App:
app-code = Code aus der App
app-code-hint = Sechs Ziffern. Die App zeigt alle 30 Sekunden neue.
app-confirm = Code prüfen und einrichten
app-wrong = Dieser Code stimmt nicht. Prüfen Sie die Uhr Ihres Telefons und nehmen Sie den nächsten Code.
app-since = eingerichtet am { $day }
app-remove = App entfernen
app-removed = Die App ist entfernt.
app-use = Code aus der App benutzen
code-wrong-last = Dieser Code stimmt nicht. Bitte warten Sie zehn Minuten.

# Notfallcodes
codes = Notfallcodes
codes-first = Ihre App ist eingerichtet. Drucken Sie diese Codes aus oder schreiben Sie sie ab.
codes-again = Die alten Codes gelten nicht mehr. Drucken Sie diese aus oder schreiben Sie sie ab.
codes-text = Wir zeigen sie nur jetzt. Jeder gilt einmal, wenn Gerät oder App nicht zur Hand sind.
codes-done = Ich habe sie notiert
codes-new = Neue Notfallcodes
codes-left = { $count ->
    [0] Sie haben keine Notfallcodes. Machen Sie sich eine Liste für den Tag, an dem Gerät oder App fehlen.
    [one] Sie haben noch einen Notfallcode.
   *[other] Sie haben noch { $count } Notfallcodes.
  }
emergency-code = Notfallcode
emergency-hint = Zehn Zeichen von Ihrer Liste.
emergency-form = Ein Notfallcode hat zehn Zeichen, zum Beispiel abcde-12345.
emergency-use = Notfallcode benutzen

# Link aus der Mail
link-lead = Noch ein Klick: So kann kein Mailprogramm den Link für Sie verbrauchen.
link-submit = Jetzt einloggen
link-elsewhere = Bitte öffnen Sie den Link dort, wo Sie ihn angefordert haben.
link-elsewhere-text = Dieser Browser hat nicht nach dem Link gefragt. Öffnen Sie ihn im anderen Browser. Oder tippen Sie dort den Code aus der Mail ein.
link-unknown = Vielleicht ist der Link nicht vollständig oder schon zu alt. Fordern Sie einen neuen an.

# Bestätigen
step-up = Bitte bestätigen Sie, dass Sie es sind
step-up-lead = Dieser Schritt braucht einen frischen Code. Danach fragen wir 15 Minuten lang nicht mehr.
step-up-lead-own = Dieser Schritt braucht eine frische Bestätigung. Danach fragen wir 15 Minuten lang nicht mehr.
step-up-strong = Ein Code per Mail genügt hier nicht.
first-factor = Bitte sichern Sie zuerst Ihren Zugang.
first-factor-text = Für diesen Schritt genügt ein Code per Mail nicht. Merken Sie sich dieses Gerät. Oder richten Sie eine App ein, die Codes zeigt.
first-factor-how = Das dauert zwei Minuten. Danach geht es hier weiter.
step-up-submit = Code senden
step-up-confirm = Bestätigen
not-now = Jetzt nicht

# Einladung
invitation = Einladung annehmen
# $name, $site
invitation-by = { $name } lädt Sie ein zu { $site }.
invitation-house = Sie sind eingeladen zu { $site }.
invitation-about = Eingeladen zu
invitation-name = Ihr Name
invitation-until = Gültig bis
invitation-name-wrong = Ihren Namen können Sie später in Ihrem Konto ändern.
invitation-seen = Wer sieht was?
invitation-seen-name = Ihren Namen sehen die Mitglieder der Netzwerke, in denen Sie mitarbeiten.
invitation-seen-mail = Diese E-Mail-Adresse nutzen wir für Nachrichten an Sie. In Listen für Mitglieder steht sie nicht.
invitation-seen-more = Alles Weitere geben Sie selbst frei, Feld für Feld. Sie können es jederzeit zurücknehmen.
invitation-seen-operator = Wer { $site } betreibt, liest nicht in den Netzwerken mit.
invitation-consent = Ihr Einverständnis
invitation-consent-yes = Ich bin einverstanden, dass { $site } meine Angaben so speichert und zeigt.
invitation-consent-missing = Bitte bestätigen Sie Ihr Einverständnis. Ohne geht es nicht weiter.
invitation-next = Wir schicken danach einen Code an diese Adresse. So wissen wir, dass Sie es sind.
invitation-next-here = Sie sind schon eingeloggt. Ein Klick genügt.
invitation-accept = Einladung annehmen
invitation-accepted = Sie haben diese Einladung schon angenommen.
invitation-accepted-text = Sie können sich mit Ihrer Adresse einloggen.
invitation-expired = Die Einladung ist abgelaufen. Wir schicken Ihnen gern einen neuen Link.
invitation-renew = Neuen Link anfordern
invitation-renewed = Danke, wir kümmern uns darum.
invitation-renewed-text = Wenn die Einladung noch gilt, kommt gleich ein neuer Link per Mail.
invitation-welcome = Willkommen! Sie sind jetzt dabei.

# Einladen
invite-lead = Laden Sie Personen zu dieser Installation ein. Sitze bekommen sie in den Netzwerken.
invite-hint = An diese Adresse geht der Link. Er gilt 14 Tage.
invite-submit = Einladung senden
invite-sent = Die Einladung ist unterwegs.
invite-withdrawn = Die Einladung ist zurückgezogen.
invite-list = Verschickte Einladungen
invite-none = Noch keine Einladung verschickt.
invite-withdraw = Zurückziehen
invite-withdraw-name = Einladung an { $name } zurückziehen
invite-has-account = Diese Person hat schon ein Konto.
invite-accepted-already = Die Einladung ist schon angenommen.
offer-open = offen bis { $day }
offer-expired = abgelaufen am { $day }
offer-withdrawn = zurückgezogen
offer-accepted = angenommen am { $day }

# Konto
account = Mein Konto
side = Mein Konto: Bereiche
side-profile = Profil
side-devices = Geräte
side-consent = Freigaben
side-notices = Mails
side-absence = Abwesenheit
side-addresses = Absendeadressen
side-data = Meine Daten
side-settings = Einstellungen der Installation
side-invitations = Einladungen
access = Zugang
access-text = An diese Adresse gehen Link und Code. Andere sehen sie hier nicht.
name = Name
display = Sprache und Farben
display-save = Anzeige speichern
lang = Sprache
lang-de = Deutsch
# Wortwahl: English
lang-en = English
theme = Farben
theme-auto = wie das Gerät
theme-light = hell
theme-dark = dunkel
own-posts = Meine Stelle
own-post-hand-over = Stelle übergeben
about-me = Angaben zu mir
about-me-save = Angaben speichern
given = Vorname
family = Nachname
person-title = Akademischer Titel
form = Form Ihrer Amtsbezeichnung
form-hint = So steht Ihr Amt auf den Seiten: Gleichstellungsbeauftragte, Gleichstellungsbeauftragter oder Gleichstellungsstelle.
form-female = weiblich
form-male = männlich
form-neutral = neutral
pronouns = Pronomen
private-mail = Private E-Mail
private-phone = Privates Telefon
private-hint = Sichtbar nur, soweit Sie es freigeben.
save = Speichern
saved = Gespeichert.
sign-out = Ausloggen
sign-out-here = Hier ausloggen
signed-out = Sie sind ausgeloggt.

# Geräte
devices-lead = Was Sie nicht kennen, loggen Sie aus.
# $browser, $system
device = { $browser } unter { $system }
device-system = Browser unter { $system }
device-unknown = Unbekanntes Gerät
device-since = eingeloggt seit { $day }
device-seen = zuletzt benutzt: { $day }
device-here = dieses Gerät
device-end = Ausloggen
device-end-name = Ausloggen: { $device }
device-ended = Das Gerät ist ausgeloggt.
device-gone = Dieses Gerät ist nicht mehr eingeloggt.
devices-end-others = Überall sonst ausloggen
devices-open = Hier sind Sie eingeloggt
proof-mail = mit Code per Mail
proof-app = mit Code aus der App
proof-passkey = mit gemerktem Gerät
proof-emergency = mit Notfallcode
proof-set-up = beim Einrichten
proof-given = in der Demo
devices-ended = { $count ->
    [0] Sie waren sonst nirgends eingeloggt.
    [one] Ein anderes Gerät ist ausgeloggt.
   *[other] { $count } andere Geräte sind ausgeloggt.
  }

# Meine Daten
data-lead = Was { $site } über Sie speichert, gehört Ihnen.
data-text = Sie sehen alles auf einer Seite: Angaben, Zugang, Stellen, Sitze, Freigaben. Von dort laden Sie es auch als Datei.
data-kept = Codes werden nach 24 Stunden gelöscht, Nachrichten nach 30 Tagen. Geräte verschwinden 30 Tage nach der letzten Nutzung.
data-show = Meine Daten ansehen
data-all = Alles, was hier über Sie steht
data-all-lead = Das sehen nur Sie. Die Datei enthält dasselbe für Programme.
data-file = Als Datei laden
data-more = { $count ->
    [one] Ein weiterer Eintrag steht in der Datei.
   *[other] { $count } weitere Einträge stehen in der Datei.
  }
data-devices = Eingeloggte Geräte
data-device = Gerät
data-proof = Bestätigt
data-since = Seit
data-seen = Zuletzt benutzt
data-opened = Konto seit
data-left = Übrig
data-sent = Gesendet am
data-accepted = Angenommen am
data-letters = Nachrichten an Sie
data-from = Von
data-until = Bis
data-post = Stelle
data-organisation = Organisation
data-posts = Stellen
data-mode = Art
data-holder = Inhaberin oder Inhaber
data-acting = kommissarisch
data-deputy = in Vertretung
data-office-mail = Dienstliche E-Mail
data-office-phone = Dienstliches Telefon
data-file-reference = Aktenzeichen
data-absences = Abwesenheiten
data-history = Was Sie hier getan haben
data-at = Am
data-about = Betrifft
back = Zurück

# Löschen
erase = Mein Konto löschen
erase-hint = Sie können alles löschen lassen. Nachweise eines Amtes bleiben, aber ohne Ihren Namen.
erase-show = Löschen vorbereiten
erase-lead = Lesen Sie, was geht und was bleibt. Das Löschen lässt sich nicht rückgängig machen.
erase-before = Möchten Sie Ihre Daten vorher sichern?
erase-blocked = Vorher ist noch etwas zu tun:
erase-go-there = Dorthin
erase-goes = Das geht
erase-stays = Das bleibt
erase-name = Ihr Name, Ihre privaten Angaben und Ihre dienstliche Erreichbarkeit werden gelöscht.
erase-access = Ihr Konto, Ihre Geräte, Ihre App, Einladungen und Nachrichten an Sie werden gelöscht. Sie werden sofort überall ausgeloggt.
erase-post = Die Stelle { $post } ist ab heute unbesetzt.
erase-log = Das Protokoll hält drei Jahre fest, dass etwas geschah. Es enthält nur Nummern, keinen Namen.
erase-backups = In Sicherungskopien stehen Ihre Daten, bis die Kopien überschrieben sind.
erase-last-operator = Sie sind die letzte Person, die diese Installation betreibt. Bitte benennen Sie zuerst eine andere.
erase-legend = Sind Sie sicher?
erase-confirm = Ja, mein Konto soll endgültig gelöscht werden.
erase-unconfirmed = Bitte bestätigen Sie, dass Ihr Konto endgültig gelöscht werden soll.
erase-submit = Endgültig löschen
erased = Ihr Konto ist gelöscht. Eine Mail bestätigt es.

# Einrichtung
set-up = Willkommen
set-up-lead = Ein paar Angaben, dann läuft Ihre Installation. Alles lässt sich später ändern.
set-up-mail-hint = Damit loggen Sie sich ein. Wir schicken gleich eine Probe-Mail.
set-up-submit = Einrichten
set-up-waits = Diese Installation ist noch nicht eingerichtet.
set-up-waits-text = Die Adresse zum Einrichten steht in der Ausgabe des Programms auf dem Server.
set-up-done = Die Einrichtung ist abgeschlossen.
set-up-done-text = Der Code zum Einrichten gilt nur einmal. Loggen Sie sich mit Ihrer Adresse ein.
set-up-dead = Dieser Code gilt nicht. Das Programm zeigt bei jedem Start einen neuen.
yes = Ja
no = Nein
mail-test = Kam die Mail an?
mail-test-lead = Beim Einrichten ging eine Probe-Mail an { $mail }. Sie sollte nach einer Minute da sein.
mail-test-yes = Ja, sie ist da
mail-test-no = Nein, keine Mail
mail-test-help = Prüfen Sie zuerst die Adresse. Ein Tippfehler ist der häufigste Grund.
mail-test-help-spam = Sehen Sie im Ordner für unerwünschte Mails nach. Auch der Filter Ihrer Verwaltung kann sie aufhalten.
mail-test-help-server = Stimmt beides, prüfen Sie die Angaben zum Mailserver in der Datei mit den Einstellungen.
mail-test-again = Probe-Mail noch einmal senden
mail-test-sent = Die Probe-Mail ist unterwegs.
mail-test-confirmed = Gut, Mails kommen an. Ergänzen Sie jetzt das Impressum.
to-settings = Zu den Einstellungen

# Einstellungen
house-lead = Diese Angaben stehen im Impressum und auf den Pflichtseiten.
house-name = Name der Installation
house-name-hint = Er steht oben auf jeder Seite, zum Beispiel „Netz Aachen“.
house-public-body = Betreibt eine öffentliche Stelle diese Seite?
house-public-body-hint = Dann gelten die Pflichten zur Barrierefreiheit für öffentliche Stellen.
house-operator = Wer betreibt diese Installation?
house-operator-hint = Name der Stelle oder der Person.
house-address = Anschrift
house-mail = E-Mail für das Impressum
house-phone = Telefon
house-privacy = Kontakt für Datenschutz
house-privacy-hint = Die oder der Datenschutzbeauftragte mit Adresse.
house-access = Kontakt für Barrierefreiheit
house-access-hint = Hier melden sich Menschen, die auf ein Hindernis stoßen.
need-given = Bitte geben Sie Ihren Vornamen ein.
need-family = Bitte geben Sie Ihren Nachnamen ein.
need-house-name = Bitte geben Sie der Installation einen Namen.
need-operator = Bitte nennen Sie, wer die Installation betreibt.

# Briefe
letter-code-subject = Ihr Link zum Einloggen
# $site, $link, $code
letter-code =
    Guten Tag,

    Sie möchten sich bei { $site } einloggen. Öffnen Sie diesen Link im selben Browser:

    { $link }

    Oder tippen Sie dort diesen Code ein:

    Code: { $code }

    Link und Code gelten 10 Minuten. Geben Sie den Code nicht weiter.

    Sie haben nichts angefordert? Dann löschen Sie diese Nachricht. Es ist nichts passiert.
letter-step-up-subject = Ihr Code zum Bestätigen
# $site, $link, $code
letter-step-up =
    Guten Tag,

    Sie möchten bei { $site } einen Schritt bestätigen. Öffnen Sie diesen Link im selben Browser:

    { $link }

    Oder tippen Sie dort diesen Code ein:

    Code: { $code }

    Link und Code gelten 10 Minuten. Geben Sie den Code nicht weiter.

    Sie waren das nicht? Dann loggen Sie unter „Mein Konto“ alle anderen Geräte aus.
letter-factor-subject = Ihr Zugang wurde geändert
# $site, $what
letter-factor =
    Guten Tag,

    bei { $site } hat sich etwas an Ihrem Zugang geändert: { $what }

    Sie waren das nicht? Dann loggen Sie sich ein. Loggen Sie unter „Mein Konto“ und „Geräte“ alle anderen Geräte aus und vergessen Sie, was Sie nicht kennen.
letter-app-set-up = Eine App mit Codes ist eingerichtet.
letter-app-removed = Die App mit Codes ist entfernt.
letter-remembered = Ein Gerät ist gemerkt.
letter-forgotten = Ein Gerät ist vergessen.
letter-codes = Es gibt neue Notfallcodes.
letter-reset = Wer diese Seite betreibt, hat Geräte, App und Notfallcodes zurückgesetzt.
reset-nobody = Unter dieser Adresse hat niemand mit diesem Namen ein Konto.
letter-erased-subject = Ihr Konto ist gelöscht
letter-erased =
    Guten Tag,

    Ihr Konto bei { $site } ist gelöscht. Ihr Name, Ihre Angaben und Ihr Zugang sind gelöscht. Nachweise eines Amtes bleiben ohne Ihren Namen.

    Diese Adresse löschen wir mit dem Versand dieser Nachricht.
letter-hello = Guten Tag,
letter-invitation-subject = Ihre Einladung
# $name, $site
letter-invitation-by = { $name } lädt Sie ein zu { $site }.
letter-invitation-house = Sie sind eingeladen zu { $site }.
letter-invitation-about = Es geht um: { $about }
letter-invitation =
    Unter diesem Link lesen Sie, wer was von Ihnen sieht. Dort können Sie annehmen:

    { $link }

    Der Link gilt 14 Tage. Sie möchten nicht? Dann löschen Sie diese Nachricht.
letter-test-subject = Probe-Mail
letter-test =
    Guten Tag,

    diese Nachricht zeigt, dass { $site } Mails verschicken kann. Kehren Sie zur Seite zurück und wählen Sie „Ja, sie ist da“.
# Was bei der Person bleibt, die eine Stelle abgibt
stays-account = Zugang und Geräte
stays-account-text = Die Nachfolge hat einen eigenen Zugang.
stays-own = Private Kontaktdaten und Freigaben
stays-own-text = Sie gehören der Person und gehen nie über.
# Eine andere Adresse
address = E-Mail-Adresse ändern
address-change = Adresse ändern
address-now = Jetzt: { $mail }
address-lead = Wir schicken Code und Link an die neue Adresse. Die alte bekommt eine Nachricht und kann die Änderung 72 Stunden lang rückgängig machen.
address-new = Neue E-Mail-Adresse
address-hint = Teilen mehrere Personen das Postfach, lesen sie auch Ihre Mails.
address-send = Code senden
address-same = Das ist schon Ihre Adresse.
address-code = Neue Adresse bestätigen
address-code-lead = Wir haben einen Code an { $mail } geschickt.
address-code-text = Tippen Sie ihn hier ein, oder öffnen Sie den Link in der Mail. Beides gilt eine Stunde. Danach sind Sie überall sonst ausgeloggt.
address-go = Adresse ändern
address-other = Andere Adresse angeben
address-link-lead = Ab jetzt gehen Codes und Mails an { $mail }. Überall sonst werden Sie ausgeloggt.
address-gone = Hier ist nichts mehr zu bestätigen. Geben Sie die neue Adresse noch einmal an.
address-changed = Ihre Adresse ist geändert. Die alte bekommt eine Nachricht.
address-undo = Änderung der Adresse rückgängig machen
address-undo-lead = Ein Konto, das diese Adresse hatte, hat jetzt eine andere.
address-undo-text = Wenn Sie das nicht waren, machen Sie es rückgängig. Das Konto hat dann wieder diese Adresse und ist überall ausgeloggt.
address-undo-go = Rückgängig machen
address-undo-gone = Diese Änderung lässt sich nicht mehr rückgängig machen. Das geht nur 72 Stunden lang. Wer die Seite betreibt, steht im Impressum.
address-undone = Rückgängig gemacht. Loggen Sie sich ein und prüfen Sie unter „Geräte“, was Sie nicht kennen.
data-address-old = Adresse davor
data-undone = rückgängig gemacht
letter-address-subject = Bitte bestätigen Sie diese Adresse
# $site, $link, $code
letter-address =
    Guten Tag,

    diese Adresse soll zu einem Konto bei { $site } gehören. Öffnen Sie diesen Link dort, wo Sie eingeloggt sind:

    { $link }

    Oder tippen Sie dort diesen Code ein:

    Code: { $code }

    Beides gilt eine Stunde. Geben Sie den Code nicht weiter.

    Sie haben nichts angefordert? Dann löschen Sie diese Nachricht. Es ist nichts passiert.
letter-address-left-subject = Ihre Adresse wurde geändert
# $site, $link
letter-address-left =
    Guten Tag,

    ein Konto bei { $site } hatte diese Adresse und hat jetzt eine andere. Mails dazu kommen nicht mehr hierher.

    Sie waren das nicht? Mit diesem Link machen Sie es 72 Stunden lang rückgängig:

    { $link }
letter-address-back =
    Guten Tag,

    bei { $site } wurde die Änderung einer Adresse rückgängig gemacht, und zwar von der früheren Adresse aus. Das Konto ist überall ausgeloggt.

    Loggen Sie sich mit der früheren Adresse ein und prüfen Sie unter „Mein Konto“ und „Geräte“, was Sie nicht kennen.
