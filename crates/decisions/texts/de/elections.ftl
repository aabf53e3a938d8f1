# Wahlen
election-new = Wahl vorbereiten
election-of = Für welches Gremium wird gewählt?
election-no-seats = { $name } hat keine Sitze, die Ihr Gremium durch Wahl besetzt.
election-title = Was wird gewählt?
election-title-hint = zum Beispiel: Vertretungen im Ausschuss
election-seats = Welche Sitze werden besetzt?
election-seats-hint = Bei Einzelwahl bekommt jeder Sitz einen eigenen Stimmzettel.
election-kind = Stimmzettel
kind-single = Einzelwahl: ein Platz, ein Stimmzettel
kind-combined = Gesamtwahl: mehrere gleiche Plätze auf einem Stimmzettel
kind-list = Listenwahl: geschlossene Listen
election-way = Verfahren
way-covert = verdeckt, hier im System
way-mixed = per Brief und verdeckt hier im System, ein Ergebnis
way-sitting-paper = in einer Sitzung, geheim auf Papier
way-postal = nur per Brief
way-open = offen, hier im System
way-sitting-hands = in einer Sitzung, per Handzeichen
election-nominations = Vorschläge bis
election-sitting = Tag der Sitzung
election-last-hint = Bis Mitternacht; nicht für eine Wahl in einer Sitzung
election-sitting-hint = Nur für eine Wahl in einer Sitzung, dort statt erstem und letztem Tag
election-term = Beginn der Amtszeit
election-term-hint = Leer: mit der Annahme. Das Ende folgt aus den Regeln, sonst aus der Amtszeit des Sitzes.
elections-made = { $count ->
    [one] Eine Wahl ist vorbereitet.
   *[other] { $count } Wahlen sind vorbereitet.
  }
election-back = Zur Wahl
seat-vacant = frei
seat-rest = frei, Nachwahl für den Rest der Amtszeit bis { $day }
seat-carries = gewählt bis { $day }, bleibt bis zur Neuwahl und macht dann Platz
seat-until = gewählt bis { $day }
seat-held = besetzt ohne festes Ende, macht der neuen Amtszeit Platz
vote-seats = Zu besetzen:
person-nobody = bitte wählen
# Kandidaturen
candidates-title = Kandidaturen
candidates-page = Kandidaturen: { $title }
candidates-all = Vorgeschlagen
candidates-none = Noch kandidiert niemand.
candidates-go = Kandidaturen ansehen, vorschlagen
candidate-unnamed = Kandidatur { $number }
candidate-somebody = eine andere Person
candidate-mine = Ihre Kandidatur
candidate-yours = Ihre Kandidatur: { $state }.
candidate-list = Liste { $list }
candidate-list-name = Liste
candidate-votes = { $votes ->
    [one] eine Stimme
   *[other] { $votes } Stimmen
  }
candidate-nominated = vorgeschlagen, Antwort steht aus
candidate-standing = kandidiert
candidate-declined = kandidiert nicht
candidate-withdrawn = zurückgezogen
candidate-elected = gewählt, Annahme steht aus
candidate-accepted = gewählt und angenommen
candidate-refused = gewählt, hat abgelehnt
candidate-substitute = rückt nach
candidate-lost = nicht gewählt
nominations-until = Vorschläge sind bis { $end } möglich.
nominate-title = Jemanden vorschlagen
nominate-who = Person
nominate-go = Vorschlagen
nominate-myself = Selbst kandidieren
nominate-done = Vorgeschlagen. Die Person antwortet hier selbst oder über die Leitung.
statement-label = Das möchte ich sagen
statement-hint = Höchstens 500 Zeichen; alle, die die Wahl sehen, lesen das.
statement-save = Speichern
stand-yes-button = Ich kandidiere
stand-no-button = Ich kandidiere nicht
stand-withdraw = Kandidatur zurückziehen
stand-done = Sie kandidieren.
decline-done = Sie kandidieren nicht.
withdraw-done = Ihre Kandidatur ist zurückgezogen.
accept-question = Nehmen Sie die Wahl an?
accept-until = Bitte antworten Sie bis { $end }.
accept-yes = Wahl annehmen
accept-no = Wahl ablehnen
accept-done = Sie haben die Wahl angenommen.
refuse-done = Sie haben die Wahl abgelehnt.
# Stimmzettel
mark-choose = Wen wählen Sie?
mark-for = { $name }: Stimmen Sie zu?
mark-most = Sie haben { $most } Stimmen, für jede Person höchstens eine.
mark-all = Sie müssen alle { $most } Stimmen vergeben.
mark-abstain = Enthaltung (leerer Stimmzettel)
mark-invalid = Ungültig
# $number, $list, $people
mark-list = Liste { $number } { $list }: { $people }
# $used, $most
mark-used = Sie haben { $used } von { $most } Stimmen vergeben.
# $used, $most
mark-too-many = Das sind { $used } Kreuze, erlaubt sind { $most }. So ist der Stimmzettel ungültig.
# $used, $fewest
mark-too-few = Das sind { $used } Kreuze, nötig sind { $fewest }. So ist der Stimmzettel ungültig.
# Wahlvorstand
board-title = Wahlvorstand
board-page = Wahlvorstand: { $title }
board-first = Wahlvorstand, 1. Person
board-second = Wahlvorstand, 2. Person
board-third = Wahlvorstand, 3. Person (freiwillig)
board-missing = Eine Wahl hat einen Wahlvorstand aus mindestens zwei Personen. Zwei geben sie frei, schließen sie und zählen aus.
board-name = Wahlvorstand benennen
board-go = Zur Seite des Wahlvorstands
board-has-released = { $name } (hat freigegeben)
board-members = Wer hat was unterschrieben?
board-next-draft = Zwei Personen geben die Wahl frei. Danach kündigt die Leitung sie an.
board-next-announced = Die Wahl ist angekündigt. Sie öffnet zu ihrer Zeit.
board-next-open = Die Wahl läuft. Sie endet zu ihrer Zeit oder wenn zwei von Ihnen sie schließen.
board-next-closed = Die Wahl ist geschlossen. Zwei von Ihnen unterschreiben die Auszählung.
board-next-decided = Das Ergebnis steht fest.
board-next-void = Die Wahl endete ohne Ergebnis.
board-roll = Wer hat gewählt?
board-roll-how = Stand
board-roll-deed = Vermerken
board-roll-note = Das sieht nur der Wahlvorstand. Wie jemand gewählt hat, sieht hier niemand.
roll-cast = hat gewählt
roll-not-cast = noch nicht
roll-envelope = Umschlag vermerkt
roll-is-barred = Stimmverbot
envelope-mark = Umschlag vermerken
envelope-back = Vermerk zurücknehmen
signed-release = freigegeben
signed-close = Schließen unterschrieben
signed-paper = Summe vom Papier unterschrieben
signed-count = Auszählung unterschrieben
signed-nothing = noch nichts
deed-release = Wahl freigeben
deed-release-text = Sie bestätigen: Sitze, Stimmzettel, Verfahren und Fristen stimmen.
deed-close-early = Vorzeitig schließen
deed-close-early-text = Wenn zwei Personen unterschreiben, endet die Wahl sofort.
deed-sign-close = Schließen unterschreiben
deed-sum = Summe der Stimmzettel auf Papier
deed-sum-text = Tragen Sie ein, was Sie von Hand gezählt haben. Eine Änderung hebt alle Unterschriften darunter auf.
deed-sum-save = Eintragen und unterschreiben
deed-sign-sum = Summe unterschreiben
deed-sign-sum-text = Eingetragen ist: { $sum }.
sum-valid = Gültige Stimmzettel
# $number, $name
sum-votes = Stimmen für { $number } { $name }
sum-no = Nein-Stimmen
sum-blank = Leere Stimmzettel und Enthaltungen
sum-invalid = Ungültige Stimmzettel
deed-count = Auszählen
deed-count-text = Mit der zweiten Unterschrift wird ausgezählt, und das Ergebnis steht fest.
deed-sign-count = Auszählung unterschreiben
deed-lot = Das Los entscheidet
# $places, $who
deed-lot-text = { $places ->
    [one] Ein Platz wird gelost zwischen { $who }.
   *[other] { $places } Plätze werden gelost zwischen { $who }.
  }
deed-lot-after = Tragen Sie zuerst das Los darüber ein.
deed-lot-save = Los eintragen
lot-who = Wer hat gezogen?
lot-numbers = Gezogene Nummern
lot-numbers-hint = In der Reihenfolge, in der sie gezogen wurden, mit Leerzeichen dazwischen
# $who, $day, $drawn
lot-drawn = { $who } hat am { $day } das Los gezogen: { $drawn }.
deed-runoff = Stichwahl
deed-repeat = Wahlgang wiederholen
# $places, $who
deed-round-text = { $places ->
    [one] Ein Platz zwischen { $who }.
   *[other] { $places } Plätze zwischen { $who }.
  }
deed-on-paper = Auf Papier wiederholen
deed-on-paper-text = Es gab so wenige Stimmen, dass sie zu erraten wären. Das Ergebnis bleibt verschlossen; gewählt wird noch einmal auf Papier.
deed-prepare-round = Wahlgang vorbereiten
deed-accept = Nimmt { $name } die Wahl an?
deed-accept-text = { $seat }. Tragen Sie ein, was die Person erklärt hat, zum Beispiel in der Sitzung.
accept-day = Tag der Erklärung
deed-accepted = Hat angenommen
deed-refused = Hat abgelehnt
deed-move-up = Nachrücken lassen
# $seat, $name
deed-move-up-text = { $seat } ist frei. Als Nächstes rückt nach: { $name }.
deed-vacant = Ein Sitz ist frei
deed-vacant-text = { $seat } ist frei. Die Leitung kann eine Nachwahl vorbereiten.
done-released = Freigegeben.
done-signed = Unterschrieben.
done-round = Der nächste Wahlgang ist vorbereitet.
protocol-election-votes = Stimmen
# Gebiete
missing-title = Gebiete ohne Kandidatur
missing-in = Niemand kandidiert in: { $names }.
missing-choice = Was wurde beschlossen?
missing-open = Der Platz bleibt offen.
missing-elsewhere = Der Platz wird aus anderen Gebieten besetzt.
missing-decision = Wer hat das wann beschlossen?
missing-decision-hint = zum Beispiel: Plenum am 10. März 2027, TOP 4
missing-save = Eintragen
waiver-open = Der Platz eines Gebiets ohne Kandidatur bleibt offen ({ $decision }).
waiver-elsewhere = Der Platz eines Gebiets ohne Kandidatur wird aus anderen Gebieten besetzt ({ $decision }).
# Briefe
letter-quiet-election = In einem Ihrer Netzwerke wird gewählt.
letter-nominated =
    Sie sind vorgeschlagen. Kandidieren Sie? Antworten Sie hier:
    { $page }
letter-why-nominated = Sie bekommen diese Mail, weil jemand Sie vorgeschlagen hat.
# $until, $page
letter-elected =
    Sie sind gewählt. Nehmen Sie die Wahl an? { $until }
    { $page }
letter-why-elected = Sie bekommen diese Mail, weil Sie kandidiert haben.
letter-accept-until = Bitte antworten Sie bis { $day }.
letter-seated = Sie haben die Wahl angenommen. { $term }
letter-why-seated = Sie bekommen diese Mail, weil Sie gewählt sind.
letter-board =
    Es fehlt eine zweite Unterschrift des Wahlvorstands:
    { $page }
letter-why-board = Sie bekommen diese Mail, weil Sie zum Wahlvorstand gehören.
term-since = Ihre Amtszeit beginnt am { $from } und hat kein festes Ende.
# $from, $until
term-span = Ihre Amtszeit: { $from } bis { $until }.
# Danach
own-candidacies = Kandidaturen
own-candidacy-vote = Wahl
own-candidacy-state = Stand
own-candidacy-statement = Ihr Text
own-candidacy-votes = Stimmen
own-put-forward = dass Sie jemanden vorgeschlagen haben
own-drew = dass Sie ein Los gezogen haben
own-candidacies-go = Was Sie zu Ihren Kandidaturen geschrieben haben, wird gelöscht. Kandidaturen vor dem Beginn einer Wahl werden zurückgezogen.
own-candidacies-stay = Dass jemand kandidiert hat, mit welchem Ergebnis, bleibt ohne Ihren Namen.
overview-elect = Wahl vorbereiten
task-register = Vereinsregister: Änderung anmelden
task-register-note = Der Vorstand hat sich geändert. Jede Änderung ist zur Eintragung anzumelden (§ 67 BGB), in öffentlich beglaubigter Form, mit einer Abschrift der Niederschrift über die Wahl.
election-nominations-free = Die Regeln nennen keine Frist.
# $clause, $period
election-nominations-ruled = Nach { $clause }: { $period } vorher. Leer: wie die Regeln sagen.
floor-title = Vorschlag aus der Versammlung
floor-presence = Wie stimmt die Person zu?
floor-present = Sie ist anwesend und einverstanden.
floor-absent = Sie ist abwesend, ihre Zustimmung liegt in Textform vor ({ $clause }).
floor-go = Auf den Stimmzettel setzen
floor-done = Die Person steht auf dem Stimmzettel.
# $day, $clause
challenge-until = Anfechten lässt sich die Wahl bis { $day } ({ $clause }).
# Wo gewählt wird, wenn nicht hier
next-in-sitting = Gewählt wird in der Sitzung am { $day }, nicht hier.
next-elsewhere = Gewählt wird per Brief, nicht hier.
# $on_paper, $here
protocol-both = Stimmzettel per Brief: { $on_paper }. Stimmzettel hier im System: { $here }.
# Stand der Sitze
seat-from = neue Amtszeit ab { $day } möglich
seat-successor = ab { $day } ist schon jemand gewählt
seat-running = wird gerade gewählt
seat-promised = gewählt ist schon jemand, die Annahme steht aus
seat-not-now = Jetzt nicht zu wählen: { $seats }.
# Antworten, die andere eintragen
answer-oral = Hat mündlich zugesagt
answer-written = Hat schriftlich zugesagt
answer-no = Kandidiert nicht
answer-done = Die Antwort ist eingetragen.
answer-entered-oral = mündliche Zusage, eingetragen von { $who }
answer-entered-written = schriftliche Zusage, eingetragen von { $who }
answer-entered-no = Absage, eingetragen von { $who }
candidate-unreached = Nicht zu erreichen: Die Person hat hier keinen Zugang. Bitte fragen Sie selbst und tragen Sie die Antwort ein.
candidates-answer-first = Auf den Stimmzettel kommt nur, wer bis zum Beginn zugesagt hat.
nominate-done-unreached = Vorgeschlagen. Die Person hat hier keinen Zugang. Bitte fragen Sie selbst und tragen Sie die Antwort ein.
own-entered = dass Sie eine Antwort für jemanden eingetragen haben
own-answer = Ihre Zusage
own-answer-oral = mündlich, von anderen eingetragen
own-answer-written = schriftlich, von anderen eingetragen
# Betreff der Mails
letter-stand-subject = Kandidieren Sie? { $title }
letter-stand-quiet = Kandidieren Sie?
letter-accept-subject = Nehmen Sie die Wahl an? { $title }
letter-accept-quiet = Nehmen Sie die Wahl an?
letter-seated-subject = Sie haben die Wahl angenommen: { $title }
letter-seated-quiet = Sie haben die Wahl angenommen
letter-board-subject = Ihre Unterschrift im Wahlvorstand fehlt: { $title }
letter-board-quiet = Ihre Unterschrift im Wahlvorstand fehlt
letter-entered-subject = Für Sie ist eine Antwort eingetragen: { $title }
letter-entered-quiet = Für Sie ist eine Antwort eingetragen
letter-entered-yes = Sie kandidieren.
letter-entered-no = Sie kandidieren nicht.
# $answer, $page
letter-entered =
    Für Sie ist eingetragen: { $answer } Stimmt das nicht, ändern Sie es hier:
    { $page }
letter-why-entered = Sie bekommen diese Mail, weil jemand Ihre Antwort eingetragen hat.
letter-elect-subject = Sie können wählen: { $title }
letter-elect-quiet = Sie können wählen
# $until, $page
letter-elect-opened =
    Sie können bis { $until } wählen. Zum Stimmzettel:
    { $page }
# $until, $page
letter-elect-reminded =
    Ihre Stimme fehlt noch. Sie können bis { $until } wählen:
    { $page }
# Weitere Wahlgänge
round-runoff = Stichwahl
round-again = Wiederholung
round-on-paper = Wiederholung auf Papier
# Wie eine Abstimmung, aber eine Wahl
next-elect = Sie können wählen.
ballot-elect-until = Sie können bis { $until } wählen.
ballot-elect-early = Die Wahl hat noch nicht begonnen.
ballot-elect-over = Die Wahl ist geschlossen.
ballot-elect-none = Sie haben in dieser Wahl keine Stimme.
secrecy-elect = Diese Wahl: { $grade }.
deed-announce-first = Zuerst geben zwei Personen des Wahlvorstands die Wahl frei.
deed-elect-now = Die Wahl beginnt sofort. Alle Stimmberechtigten bekommen eine Nachricht. Danach steht das Verzeichnis der Stimmberechtigten fest.
deed-elect-later = Alle sehen die Wahl ab jetzt. Sie beginnt am { $at }. Bis dahin können Sie sie noch aufgeben.
deed-elect-void = Die Wahl endet ohne Ergebnis. Der Grund bleibt sichtbar.
letter-void-subject = Die Wahl ist aufgegeben: { $title }
letter-void-quiet = Eine Wahl ist aufgegeben
