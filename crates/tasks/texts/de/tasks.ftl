nav-tasks = Aufgaben
# Listen
lead-open = { $count ->
    [0] keine offene Aufgabe
    [one] eine offene Aufgabe
   *[other] { $count } offene Aufgaben
  }
lead-overdue = { $count ->
    [one] davon eine überfällig
   *[other] davon { $count } überfällig
  }
lead-done = Was in den letzten { $days } Tagen erledigt wurde.
views-label = Welche Aufgaben
view-mine = Meine
view-given = Von mir vergeben
view-mine-done = Meine erledigten
view-given-done = Vergebene erledigte
view-open = Offen
view-closed = Abgeschlossen
networks-label = Aus welchem Netzwerk
networks-all = Alle Netzwerke
heading-open = Zu tun
heading-done = Abgeschlossen
empty-open = Keine offenen Aufgaben.
empty-done = Hier steht noch nichts.
empty-open-text = Was Sie übernehmen, erscheint hier mit seinem Tag.
empty-done-text = Was erledigt ist, steht hier 90 Tage lang.
empty-given-text = Wer ein Gremium leitet, vergibt Aufgaben auf dessen Seite.
empty-body-text = Aufgaben dieses Gremiums stehen hier, bis sie erledigt sind.
just-done = Gerade erledigt
just-done-text = Sie können eine Aufgabe 24 Stunden lang wieder öffnen.
file-take = Liste mitnehmen:
file-excel = Excel
file-csv = CSV
file-sensitive = Vertraulich. Diese Liste gehört einem besonders geschützten Netzwerk.
# Wie es steht
state-open = Offen
state-done = Erledigt
state-dropped = Aufgegeben
due-never = ohne Frist
due-today = heute fällig
due-until = bis { $day }
overdue = { $days ->
    [one] seit einem Tag fällig
   *[other] seit { $days } Tagen fällig
  }
done-on = erledigt am { $day }
dropped-on = aufgegeben am { $day }
from-source = aus: { $source }
act-done = Erledigt
act-answer = Antworten
act-open = Wieder öffnen
act-change = Ändern
note-done = Erledigt: { $title }
note-opened = Wieder offen: { $title }
note-given = Die Aufgabe ist vergeben.
note-changed = Die Aufgabe ist geändert.
note-dropped = Die Aufgabe ist aufgegeben.
# Wer
owner-you = Sie
owner-body = Leitung: { $name }
owner-leaders = die Leitung des Gremiums
given-by-program = vom Programm angelegt
# $who, $day
who-when = { $who }, { $day }
# Eine Aufgabe
facts-title = Angaben
field-title = Was ist zu tun?
field-title-hint = Zum Beispiel: Einladung zur Herbstkonferenz verschicken
field-owner = Wer übernimmt das?
field-owner-hint = Aufgaben einer Stelle gehen bei einem Wechsel auf die Nachfolge über.
field-due = Bis wann?
field-note = Notiz
field-source = Ergibt sich aus
field-body = Gremium
field-given = Vergeben von
field-reason = Grund
field-level = Wer sieht die Aufgabe?
level-body = Wer im Gremium sitzt
level-network = Alle Mitglieder des Netzwerks
new-title = Neue Aufgabe
new-submit = Aufgabe vergeben
edit-title = Aufgabe ändern
edit-submit = Speichern
drop-title = Aufgabe aufgeben
drop-text = Die Aufgabe wird geschlossen, ohne erledigt zu sein. Alle, die sie sehen, lesen den Grund.
drop-submit = Aufgeben
closed-already = Diese Aufgabe ist schon abgeschlossen.
# Briefe
letter-given-subject = Eine Aufgabe für Sie
letter-soon-subject = Eine Aufgabe ist bald fällig
letter-over-subject = Eine Aufgabe ist fällig
# $body, $title
letter-given = Sie haben eine neue Aufgabe. { $body }: „{ $title }“.
# $body, $title, $day
letter-given-due = Sie haben eine neue Aufgabe. { $body }: „{ $title }“. Sie ist bis { $day } zu erledigen.
# $day, $body, $title
letter-soon = Eine Aufgabe ist bis { $day } zu erledigen. { $body }: „{ $title }“.
# $day, $body, $title
letter-over = Eine Aufgabe war bis { $day } zu erledigen und ist noch offen. { $body }: „{ $title }“.
letter-given-quiet = In einem Ihrer Netzwerke wartet eine Aufgabe auf Sie.
letter-soon-quiet = Eine Ihrer Aufgaben ist bald fällig.
letter-over-quiet = Eine Ihrer Aufgaben ist noch offen, obwohl ihre Frist vorbei ist.
# $what, $link
letter-with-link = { $what } Hier lesen Sie mehr, nachdem Sie sich eingeloggt haben: { $link }
letter-without-link = { $what } Mehr lesen Sie unter „Aufgaben“, nachdem Sie sich eingeloggt haben.
letter-why = Sie bekommen diese Mail, weil Sie für diese Aufgabe zuständig sind.
# Meine Daten
own-role = Ihre Rolle
own-does = zuständig
own-gave = vergeben
own-closed = abgeschlossen
own-state = Stand
own-given = Vergeben am
own-closed-on = Abgeschlossen am
own-open-stay = { $count ->
    [one] Eine offene Aufgabe geht an die Leitung ihres Gremiums.
   *[other] { $count } offene Aufgaben gehen an die Leitung ihrer Gremien.
  }
own-stay = Aufgaben, die Sie vergeben oder erledigt haben, bleiben ohne Ihren Namen, bis ihre Zeit um ist.
told-given = Neue Aufgabe
field-topics = Themen
field-topics-hint = Danach kommt die Aufgabe in die Vorbereitung von Delegierten.
