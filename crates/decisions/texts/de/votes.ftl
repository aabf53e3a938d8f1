# Abstimmungen: Wörter, Seiten, Briefe
decisions = Entscheidungen
back-to-decisions = Zu den Entscheidungen
kind-votes = Abstimmungen und Wahlen
state-draft = in Vorbereitung
state-announced = angekündigt
state-open = läuft
state-closed = geschlossen, wird ausgezählt
state-decided = entschieden
state-void = aufgegeben
line-announced = beginnt am { $at }
line-open = läuft bis { $end }
line-adopted = angenommen am { $day }
line-rejected = abgelehnt am { $day }
line-elected = ausgezählt am { $day }
method-online = Abstimmung über einen Zeitraum, hier im System
method-circular = Umlaufbeschluss
method-silence = Schweigeverfahren: Wer nichts sagt, stimmt zu
method-sitting = in einer Sitzung
method-postal = per Brief
method-mixed = per Brief und hier im System
grade-hands = offen, per Handzeichen
grade-open = offen, mit Namen
grade-covert = verdeckt
grade-paper = geheim auf Papier
matter-ordinary = Antrag
matter-rules = Änderung der Geschäftsordnung oder Satzung
matter-purpose = Änderung des Zwecks
matter-removal = Abberufung
matter-dissolution = Auflösung
matter-election = Wahl
level-public = alle, auch die Öffentlichkeit
level-all = Mitglieder aller Netzwerke
level-network = Mitglieder des Netzwerks
level-body = nur das Gremium
choice-yes = Ja
choice-no = Nein
choice-abstain = Enthaltung
choice-blank = Leerer Stimmzettel
choice-invalid = Ungültig
# Seite
fact-matter = Gegenstand
fact-method = Weg
fact-grade = Wie geheim
fact-sitting = Sitzung am
fact-opens = Beginn
fact-closes = Ende
fact-turnout = Beteiligung
fact-level = Wer das Ergebnis sieht
fact-reference = Fundstelle der Wahlordnung
fact-void = Grund der Aufgabe
# $cast, $free
turnout = { $cast } von { $free }
next-vote = { $left ->
    [one] Sie können abstimmen.
   *[other] Sie können { $left } Stimmen abgeben.
  }
next-ballot = Zum Stimmzettel
next-done = Ihre Stimme ist abgegeben.
next-receipt = Quittung ansehen
next-barred = Für Ihren Sitz gilt in dieser Sache ein Stimmverbot.
next-silence = Wenn Sie einverstanden sind, müssen Sie nichts tun.
next-object = Widersprechen
covert-title = Verdeckt abstimmen
covert-asked = { $count ->
    [0] Bisher hat das niemand verlangt.
    [one] Eine Person hat das bisher verlangt.
   *[other] { $count } Personen haben das bisher verlangt.
  }
covert-ask = Verdeckte Abstimmung verlangen
covert-now = Es wird verdeckt abgestimmt.
covert-noted = Ihr Verlangen ist notiert.
result-title = Ergebnis
result-invalid = Ungültige Stimmen
result-disagreed = davon uneinig
result-entitled = Stimmberechtigt
vote-text = Wortlaut
vote-facts = Auf einen Blick
vote-rules = Das gilt hier
roll-title = Namentliches Ergebnis
roll-who = Wer
roll-how = Stimme
roll-why = Warum
roll-none = nicht abgestimmt
roll-disagreed = uneinig, zählt als Enthaltung
roll-unit = Nummer { $number } im Verzeichnis
roll-barred = Stimmverbot: { $because }
roll-frozen = Verzeichnis der Stimmberechtigten
object-title = Widersprüche
rounds-title = Weitere Wahlgänge
round-of = { $round }. Wahlgang
# Stimmzettel
ballot-title = Stimmzettel: { $title }
ballot-until = Sie können bis { $until } abstimmen.
ballot-secrecy = Was das heißt
ballot-yours = Ihre Stimme
ballot-for = Stimme für { $unit }
ballot-proxy = Stimme in Vollmacht für { $giver }
ballot-choose = Wie stimmen Sie?
ballot-choose-one = Bitte wählen Sie eine der Möglichkeiten.
ballot-next = Prüfen
ballot-check = Sie stimmen so ab:
ballot-final = Eine verdeckte Stimme kann danach niemand mehr ändern, auch Sie nicht.
ballot-cast = Stimme abgeben
ballot-change = Ändern
ballot-in = Ihre Stimme ist abgegeben und zählt.
ballot-receipt = Quittung { $code }. Sie zeigt, dass Sie abgestimmt haben, nicht wie.
ballot-used = Für diesen Sitz ist die Stimme schon abgegeben.
ballot-barred = Für diesen Sitz gilt ein Stimmverbot: { $why }
ballot-early = Die Abstimmung hat noch nicht begonnen.
ballot-over = Die Abstimmung ist geschlossen.
ballot-none = Sie haben in dieser Abstimmung keine Stimme.
ballot-later = Diesen Stimmzettel füllen Sie danach aus.
ballot-sitting = Zurück zur Sitzung
ballot-back = Zur Abstimmung
object-reason = Warum widersprechen Sie?
object-matter = Widersprechen
object-way = Der Abstimmung ohne Sitzung widersprechen
object-done = Ihr Widerspruch ist eingegangen.
# Wie geheim
secrecy-title = Wie geheim ist das?
secrecy-here = Diese Abstimmung: { $grade }.
secrecy-this = gilt hier
secrecy-open = Offen
secrecy-open-text = Wie jemand stimmt, steht mit Namen im Ergebnis oder wird in der Sitzung gesehen. | Sichtbar wird es erst, wenn die Abstimmung geschlossen ist.
secrecy-covert = Verdeckt
secrecy-covert-text = Gespeichert wird getrennt, dass Sie abgestimmt haben, und was abgestimmt wurde. Bei der Stimme stehen weder Name noch Uhrzeit noch Reihenfolge. Mitglieder, Leitung und Wahlvorstand können nicht sehen, wie Sie stimmen. | Wer den Server betreibt, könnte es mit Aufwand herausfinden: durch Mitlesen, durch den Vergleich von Sicherungen oder aus dem Protokoll der Datenbank. | Eine verdeckte Stimme kann niemand ändern oder zurücknehmen. Stimmen weniger als fünf ab, wird kein Ergebnis gezeigt.
secrecy-paper = Geheim auf Papier
secrecy-paper-text = Die Stimmzettel liegen auf Papier vor und werden von Hand gezählt. Hier steht nur die Summe, die der Wahlvorstand unterschrieben hat.
secrecy-secret = Geheim im System
secrecy-secret-text = Eine elektronische Wahl, bei der auch der Betrieb nichts herausfinden kann und alle nachprüfen können, ob richtig gezählt wurde, bietet dieses System nicht an. | Verlangen Ihre Regeln eine geheime Wahl, wählen Sie auf Papier oder per Brief.
# Leiten
lead-title = Leiten
lead-page = Leiten: { $title }
lead-unreached = { $seats ->
    [one] Für einen Sitz erreicht die Nachricht niemanden, weil noch niemand einen Zugang hat.
   *[other] Für { $seats } Sitze erreicht die Nachricht niemanden, weil noch niemand einen Zugang hat.
  }
deed-announce = Ankündigen
deed-announce-now = Die Abstimmung beginnt sofort. Alle Stimmberechtigten bekommen eine Nachricht. Danach steht das Verzeichnis der Stimmberechtigten fest.
deed-announce-later = Alle sehen die Abstimmung ab jetzt. Sie beginnt am { $at }. Bis dahin können Sie sie noch aufgeben.
deed-reference-hint = zum Beispiel: Wahlordnung vom 3. März 2025, § 4
deed-close = Jetzt schließen
deed-close-text = Danach nimmt die Abstimmung keine Stimmen mehr an, und das Ergebnis steht fest.
deed-bar = Stimmverbot eintragen
deed-bar-text = Wer selbst betroffen ist, stimmt nicht mit (§ 34 BGB). Die Person sieht den Grund.
deed-bar-seat = Sitz
deed-bar-reason = Grund
deed-bar-save = Eintragen
deed-tie = Stichentscheid geben
deed-tie-text = Es steht unentschieden, und Ihre Stimme gibt den Ausschlag. Ihre Stimme im Verborgenen sieht niemand; sagen Sie hier, wie Sie entscheiden. Das steht dann im Ergebnis.
deed-tie-how = Ich stimme
deed-tie-yes = mit Ja: Der Antrag ist angenommen
deed-tie-no = mit Nein: Der Antrag ist abgelehnt
done-tie = Der Stichentscheid steht fest.
deed-void = Aufgeben
deed-void-text = Die Abstimmung endet ohne Ergebnis. Der Grund bleibt sichtbar.
deed-void-reason = Grund
done-announced = Angekündigt.
done-closed = Geschlossen.
done-saved = Gespeichert.
done-void = Aufgegeben.
bars-title = Stimmverbote
bars-lift = Aufheben
# Vorbereiten
motion-title = Abstimmung vorbereiten
motion-no-rules = Dieses Gremium hat noch keine Regeln. Wählen Sie zuerst eine Geschäftsordnung.
motion-informal = Dieses Gremium stimmt nach seinen Regeln nicht förmlich ab.
motion-question = Frage
motion-question-hint = Eine Zeile, auf die man mit Ja oder Nein antwortet
motion-text = Wortlaut
motion-text-hint = Was genau beschlossen werden soll; so steht es später im Verzeichnis der Beschlüsse
motion-matter-hint = Davon hängt ab, welche Mehrheit nötig ist.
motion-method-hint = Ein Umlaufbeschluss folgt der eigenen Regel des Gremiums und hat deren Frist.
motion-grade-hint = Ein Umlaufbeschluss ist immer offen.
motion-first = Erster Tag
motion-first-hint = Leer: beginnt, sobald Sie ankündigen
motion-last = Letzter Tag
motion-last-hint = Bis Mitternacht, wenn Sie keine Uhrzeit nennen
motion-hour = Uhrzeit am letzten Tag
motion-hour-hint = zum Beispiel 14:30
motion-save = Weiter
# Sitzung
sitting-title = Abstimmung aus einer Sitzung eintragen
sitting-present = Stimmberechtigt im Raum
sitting-remote = Stimmberechtigt zugeschaltet
sitting-proxies = Stimmen in Vollmacht
sitting-abstain = Enthaltungen
sitting-invalid = Ungültige Stimmen
sitting-summons = Einladung
sitting-duly = Die Einladung war form- und fristgerecht.
sitting-second = Zweite Einladung
sitting-second-yes = Es war die zweite Sitzung zur selben Sache, und die Einladung hat darauf hingewiesen.
sitting-doubt = Beschlussfähigkeit
sitting-doubted = Jemand hat sie angezweifelt.
sitting-chair = Stimme des Vorsitzes
sitting-chair-hint = Nur nötig, wenn sie bei Stimmengleichheit den Ausschlag gibt.
chair-silent = nicht abgestimmt oder nicht festgehalten
names-title = Namentliche Abstimmung aus einer Sitzung eintragen
names-day-hint = Danach richtet sich, welche Sitze eine Stimme hatten.
names-absent = nicht da
names-by-proxy = { $choice }, in Vollmacht
names-barred = da, aber befangen (§ 34 BGB)
names-remote = Davon zugeschaltet
sitting-save = Eintragen
sitting-done = Eingetragen.
# Vollmacht
proxy-title = Vollmacht
proxy-intro = Eine Vollmacht gilt nur für diese Abstimmung. Solange sie nicht genutzt ist, können Sie sie zurücknehmen.
proxy-given = Für Sie stimmt: { $who }
proxy-somebody = eine andere Person
proxy-who = Wer stimmt für Sie?
proxy-give = Vollmacht erteilen
proxy-revoke = Vollmacht zurücknehmen
proxy-done = Die Vollmacht ist erteilt.
proxy-revoked = Die Vollmacht ist zurückgenommen.
# Briefe
letter-subject = Eine Abstimmung wartet auf Sie
letter-quiet = In einem Ihrer Netzwerke läuft eine Abstimmung.
# $name, $title
letter-vote = { $name } stimmt ab: { $title }
# $name, $title
letter-election = Es geht um die Wahl „{ $title }“ ({ $name }).
# $name, $title
letter-circular = { $name } entscheidet im Umlauf: { $title }
# $until, $page
letter-opened =
    Sie können bis { $until } abstimmen. Zum Stimmzettel:
    { $page }
letter-why-vote = Sie bekommen diese Mail, weil Sie dort eine Stimme haben.
# $until, $page
letter-reminded =
    Ihre Stimme fehlt noch. Sie können bis { $until } abstimmen:
    { $page }
# $why, $page
letter-given-up =
    Das konnte nicht beginnen und ist aufgegeben. { $why }
    Näheres: { $page }
letter-why-prepared = Sie bekommen diese Mail, weil Sie das vorbereitet haben oder im Wahlvorstand sind.
# Niederschrift
protocol-title = Niederschrift der Abstimmung
protocol-title-election = Niederschrift der Wahl
protocol-pdf = Niederschrift als PDF
protocol-word = Niederschrift für Word
protocol-question = Worüber abgestimmt wurde
protocol-rules = Welche Regeln galten
protocol-result = Ergebnis
protocol-votes = Stimmen
protocol-count = Zahl
protocol-roll = Namentliches Ergebnis
protocol-objections = Widersprüche
protocol-board = Wahlvorstand
# $day, $number
protocol-note = Erstellt am { $day } aus den Angaben im System. Nummer der Abstimmung: { $number }.
protocol-signed = Protokoll
# $value, $clause
protocol-clause = { $value } ({ $clause })
# Meine Daten
own-vote = Abstimmung oder Wahl
own-what = Was gespeichert ist
own-at = Zeitpunkt
own-cast = dass Sie abgestimmt haben, nicht wie
own-roll = dass Sie stimmberechtigt sind
own-proxy-given = Vollmacht, die Sie erteilt haben
own-proxy-held = Vollmacht, die Sie haben
own-asked = dass Sie verdeckte Abstimmung verlangt haben
own-objected = Ihr Widerspruch
own-board = dass Sie im Wahlvorstand sind
own-prepared = dass Sie vorbereitet haben
told-election = Die Wahl läuft
