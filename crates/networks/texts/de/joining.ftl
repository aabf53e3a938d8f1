# Beitreten: die öffentliche Seite
join-title-network = Mitglied werden: { $name }
join-title-body = Mitmachen: { $name }
join-how = So läuft es
join-fact-reads = Wer Ihre Anfrage liest
join-fact-next = Wie es weitergeht
join-fact-seat = Was Sie bekommen
join-fact-kept = Wie lange sie bleibt
join-reads-keepers = Wer die Mitgliederliste führt.
join-reads-vouchers = Die beiden Mitglieder, die Sie nennen.
join-reads-members = Während der Einwandfrist alle Mitglieder.
join-next-mail = Sie bestätigen zuerst Ihre Adresse.
join-next-objection =
    { $days ->
        [one] Dann können Mitglieder einen Tag lang Einwände erheben.
       *[other] Dann können Mitglieder { $days } Tage lang Einwände erheben.
    }
join-by-keeper = Die Koordination entscheidet.
join-by-two = Zwei Mitglieder bürgen.
join-by-mailbox = Ein bekanntes Funktionspostfach genügt.
join-by-either = Ein bekanntes Funktionspostfach oder zwei bürgende Mitglieder genügen.
join-seat-post = Einen Sitz für Ihre Stelle. Er geht auf die Nachfolge über.
join-seat-organisation = Einen Sitz für Ihre Organisation. Sie sind die erste Kontaktperson.
join-seat-person = Einen Sitz für Sie selbst.
join-seat-body = Einen beratenden Sitz in diesem Gremium. Mitglied des Netzwerks werden Sie dadurch nicht.
join-kept = Unbestätigt einen Tag, sonst bis 30 Tage nach der Entscheidung. Dann wird sie gelöscht.
join-plain-title = Offen gesagt
join-plain-operator = Diese Seite betreibt: { $name }.
join-plain-operator-unknown = Wer diese Seite betreibt, steht im Impressum.
join-plain-server = Im Programm sieht der Betrieb weder Mitglieder noch Anfragen. Wer den Server oder eine Sicherung hat, könnte aber alles lesen. Das gilt auch für diese Anfrage.
join-plain-mail = Mails an Sie nennen das Netzwerk nicht.
join-plain-names = Ihr Name steht im Netzwerk erst, wenn Sie ihn freigeben. Nach außen steht er nie.
join-belongs = Sie gehören schon dazu.
join-form = Ihre Anfrage
join-seek = Ist Ihre Organisation schon bekannt?
join-seek-hint = Zum Beispiel: Stadt Aachen
join-seek-none = Keine gefunden. Schreiben Sie den Namen unten hinein.
join-given = Vorname
join-family = Nachname
join-mail = Dienstliche E-Mail
join-mail-hint = Am besten das Funktionspostfach Ihrer Stelle. Wir schicken einen Link dorthin.
join-known = Gefundene Organisation
join-known-none = keine davon
join-organisation = Organisation oder Kommune
join-organisation-hint = So, wie sie sich selbst nennt.
join-organisation-else = Nötig, wenn sie oben nicht steht. So, wie sie sich selbst nennt.
join-kind = Art der Organisation
join-kind-none = nicht angegeben
join-role = Stelle oder Auftrag
join-role-hint = Zum Beispiel: Gleichstellungsstelle
join-statement = Warum möchten Sie dazugehören?
join-statement-hint = Zwei, drei Sätze. Bitte nichts, was andere nicht lesen sollen.
join-voucher-one = E-Mail eines Mitglieds, das Sie kennt
join-voucher-two = E-Mail eines zweiten Mitglieds
join-voucher-hint = Nur diese Person bekommt eine Mail. Ob die Adresse dazugehört, sagen wir nicht.
join-send = Anfrage senden
join-sent = Bitte sehen Sie in Ihr Postfach
join-sent-text = Wir haben an Ihre Adresse eine Mail mit Code und Link geschickt. Erst damit zählt Ihre Anfrage.
join-sent-code = Wir haben an Ihre Adresse einen Code geschickt. Geben Sie ihn hier ein, oder öffnen Sie den Link in der Mail. Erst dann zählt Ihre Anfrage.
join-code = Code aus der Mail
join-code-hint = Sechs Ziffern
join-code-form = Der Code hat sechs Ziffern.
join-code-wrong =
    { $left ->
        [one] Der Code stimmt nicht. Sie haben noch einen Versuch.
       *[other] Der Code stimmt nicht. Sie haben noch { $left } Versuche.
    }
join-code-worn = Zu viele falsche Codes
join-code-worn-text = Bitte öffnen Sie den Link in der Mail. Er gilt weiter.
join-sent-hint = Beides gilt 24 Stunden. Nichts angekommen? Prüfen Sie die Adresse und fragen Sie noch einmal an.
join-confirm = Anfrage bestätigen
join-confirm-text = Mit dieser Adresse fragt { $name } an.
join-confirm-not = Das waren Sie nicht? Dann tun Sie nichts. Nach 24 Stunden ist alles gelöscht.
join-confirm-go = Ja, das ist meine Anfrage
join-done = Ihre Anfrage ist angekommen
join-done-back = Zu den Netzwerken
join-done-next = Wer zuständig ist, prüft sie jetzt.
join-done-objection =
    { $days ->
        [one] Wer zuständig ist, prüft sie jetzt. Danach können Mitglieder einen Tag lang Einwände erheben.
       *[other] Wer zuständig ist, prüft sie jetzt. Danach können Mitglieder { $days } Tage lang Einwände erheben.
    }
join-done-mail = Die Antwort kommt per Mail an diese Adresse.
join-decided = Über Ihre Anfrage ist entschieden
join-decided-text = Die Antwort steht in der letzten Mail an diese Adresse.
join-withdraw-text = Sie möchten doch nicht? Dann ziehen Sie die Anfrage zurück. Alles, was dazu gespeichert ist, wird sofort gelöscht.
join-withdraw-go = Anfrage zurückziehen
join-withdrawn = Zurückgezogen. Ihre Anfrage ist gelöscht.
join-runs = Ihre Anfrage läuft schon
join-runs-text = Von dieser Adresse gibt es schon eine bestätigte Anfrage. Bitte warten Sie auf die Antwort.
join-gone = Der Link gilt nicht mehr
join-gone-text = Bitte stellen Sie die Anfrage noch einmal.
join-here-body = Mitmachen
join-open-pill = offen für alle
join-members-list = Wer beitreten möchte
# Eine Anfrage, für die Menschen im Netzwerk
join-list-title = Beitritt und Austritt
join-list-asks = Beitrittsanfragen
join-list-none = Niemand fragt gerade an.
join-list-none-text = Neue Anfragen erscheinen hier und auf der Startseite.
join-show-title = Beitrittsanfrage von { $name }
join-show-lead = möchte beitreten: { $body }
join-show-facts = Angaben
join-show-vouches = Wer bürgt
join-show-objections = Einwände
join-fact-organisation = Organisation
join-fact-role = Stelle oder Auftrag
join-fact-mail = Bestätigte Adresse
join-mailbox-known = Das ist das Funktionspostfach einer bekannten Stelle oder Organisation
join-mailbox-unknown = Ein bekanntes Funktionspostfach ist es nicht
join-state-waiting = Es fehlt, wer für die Person bürgt. Gewartet wird bis { $day }.
join-state-objecting = Mitglieder können Einwände erheben, bis { $day } um Mitternacht.
join-state-handed = Die Koordination entscheidet.
join-state-unvouched = In vier Wochen haben nicht genug Mitglieder gebürgt. Die Koordination entscheidet.
join-state-lapsed = Wer gebürgt hat, gehört nicht mehr dazu. Die Koordination entscheidet.
join-state-objection = Es gibt einen Einwand. Die Koordination entscheidet.
join-state-conflict = Den Sitz gibt es schon, oder die Stelle ist anders besetzt. Die Koordination entscheidet.
join-state-admitted = Aufgenommen ab { $day }.
join-state-refused = Abgelehnt.
join-vouch-title = Kennen Sie diese Person?
join-vouch-text = { $name } hat Sie genannt. Wer bürgt, sagt: Diese Person ist, wer sie sagt, und arbeitet dort.
join-vouch-go = Ich bürge
join-vouch-not = Ich kenne die Person nicht
join-vouched-yes = Sie bürgen für diese Person. Solange gewartet wird, können Sie das ändern.
join-vouched-no = Sie kennen diese Person nicht. Das ist notiert.
join-vouch-yes = bürgt
join-vouch-void = hat gebürgt, gehört nicht mehr dazu
join-vouch-no = kennt die Person nicht
join-vouch-open = hat noch nicht geantwortet
join-object-title = Spricht etwas dagegen?
join-object-text = Ihren Einwand liest nur die Koordination. Danach entscheidet sie selbst.
join-object-reason = Was spricht dagegen?
join-object-go = Einwand erheben
join-objected = Ihr Einwand ist bei der Koordination.
join-ask-title = Mitglieder fragen
join-ask-text =
    { $days ->
        [one] Mitglieder haben einen Tag für Einwände. Ohne Einwand wird die Person danach aufgenommen.
       *[other] Mitglieder haben { $days } Tage für Einwände. Ohne Einwand wird die Person danach aufgenommen.
    }
join-ask-go = Frist beginnen
join-asked = Die Frist läuft.
join-admit-title = Aufnehmen
join-admit-text = Sitz, Person und Einladung entstehen in einem Schritt. Die Person bekommt eine Mail.
join-admit-from = Erster Tag
join-admit-go = Aufnehmen
join-admitted = Aufgenommen. Die Mail ist unterwegs.
join-refuse-title = Ablehnen
join-refuse-text = Die Person bekommt eine kurze Mail. Anfrage und Angaben werden nach 30 Tagen gelöscht.
join-refuse-answer = Ein Satz an die Person
join-refuse-go = Ablehnen
join-refused = Abgelehnt. Die Mail ist unterwegs.
# Was ein Netzwerk verlangt
join-rule-title = Regeln für den Beitritt
join-rule-open = Die Seite zum Beitreten ist offen. Das ändern Sie unter „Bearbeiten“.
join-rule-closed = Die Seite zum Beitreten ist noch geschlossen. Sie öffnen sie unter „Bearbeiten“.
join-rule-vouching = Wer bürgt?
join-rule-objection = Einwandfrist der Mitglieder
join-rule-objection-hint = Sie endet um Mitternacht nach dem letzten Tag.
join-rule-no-days = keine
join-rule-days =
    { $days ->
        [one] ein Tag
       *[other] { $days } Tage
    }
join-rule-seat = Was bekommt ein neues Mitglied?
join-rule-statement = Begründung
join-rule-statement-yes = Wer anfragt, schreibt, warum.
join-rule-question = Ihre Frage dazu
join-rule-question-hint = Zum Beispiel: Welchen Auftrag haben Sie in Ihrer Verwaltung?
join-rule-notice = Kündigungsfrist in Monaten
join-rule-notice-hint = 0 bis 24. Mehr erlaubt § 39 BGB nicht.
join-rule-year = Austritt
join-rule-year-yes = nur zum Ende eines Jahres
join-rule-save = Speichern
# Austreten
leave-title = Verlassen: { $name }
leave-way = Netzwerk verlassen
leave-text = Bis zum letzten Tag können Sie es sich anders überlegen. Danach sehen Sie nur noch, was alle sehen.
leave-post = Der Sitz gehört Ihrer Stelle und bleibt bei ihr. Sie können aber aufhören mitzumachen: Dann ruht er.
leave-post-hint = Ab dem Tag danach gibt der Sitz keine Rechte. Die Koordination kann ihn wieder aufnehmen.
leave-post-go = Nicht mehr mitmachen
leave-notice = Nach den Regeln ist der letzte Tag frühestens { $day }.
leave-last-hint = Am Tag danach gehören Sie nicht mehr dazu.
leave-quiet = Wie soll es bekannt werden?
leave-quiet-yes = Still: ohne Meldung. Die Liste ist ab dann einfach ohne Sie.
leave-quiet-hint = Nur die Koordination weiß vorher davon. Frühere Listen bleiben, wie sie waren.
leave-open-ends = Damit endet auch: { $seat }.
leave-open-stays = Darüber sprechen Sie mit der Koordination: { $seat }.
leave-go = Austritt erklären
leave-done = Ihr letzter Tag ist { $day }.
leave-announced = Ihr Austritt ist erklärt. Der letzte Tag ist { $day }.
leave-stay = Doch bleiben
leave-stayed = Gut, dass Sie bleiben.
leave-list = Austritte
leave-row = Letzter Tag: { $day }. Offene Sitze bitte ansehen.
leave-row-reviewed = Letzter Tag: { $day }. Offene Sitze sind entschieden.
leave-review-title = Austritt: offene Sitze
leave-review-day = Letzter Tag im Netzwerk: { $day }.
leave-review-none = In anderen Gremien bleibt nichts offen.
leave-review-done = Über die offenen Sitze ist entschieden.
leave-review-ends = endet mit
leave-review-guest = geht als Gast weiter
leave-review-stays = bleibt, das Gremium ist offen
leave-review-go = Entscheiden
leave-reviewed = Entschieden.
# Briefe
letter-join-subject = Bitte bestätigen Sie Ihre Anfrage
letter-join-at = Sie möchten mitmachen bei: { $name }.
letter-join-quiet = Sie haben auf unserer Seite eine Anfrage gestellt.
# $what, $code, $link
letter-join-confirm =
    { $what } Mit diesem Code bestätigen Sie Ihre Adresse im selben Browser:

    { $code }

    Oder mit diesem Link:

    { $link }

    Beides gilt 24 Stunden. Das waren Sie nicht? Dann tun Sie nichts. Alles wird gelöscht.

    Mit demselben Link ziehen Sie die Anfrage später zurück, solange nicht entschieden ist.
letter-why-asker = Sie bekommen diese Mail, weil jemand mit Ihrer Adresse eine Anfrage gestellt hat.
letter-why-named = Sie bekommen diese Mail, weil Sie als Bekannte genannt sind.
letter-why-member = Sie bekommen diese Mail, weil Sie dort Mitglied sind.
letter-why-keeper = Sie bekommen diese Mail, weil Sie über Anfragen entscheiden.
letter-why-answer = Sie bekommen diese Mail, weil Sie eine Anfrage gestellt haben.
letter-why-seat = Sie bekommen diese Mail, weil jemand Sie für diesen Sitz genannt hat.
letter-vouch-subject = Kennen Sie diese Person?
# $name, $body
letter-vouch-at = { $name } möchte mitmachen bei: { $body }. Sie sind als Bekannte genannt.
letter-vouch-quiet = Jemand hat Sie genannt und bittet um eine kurze Antwort.
letter-object-subject = Eine Anfrage zum Ansehen
# $days, $name, $body, $last
letter-object-at =
    { $days ->
        [one] { $name } möchte beitreten: { $body }. Einen Tag lang, bis { $last } um Mitternacht, können Sie einen Einwand erheben. Spricht nichts dagegen, brauchen Sie nichts zu tun.
       *[other] { $name } möchte beitreten: { $body }. { $days } Tage lang, bis { $last } um Mitternacht, können Sie einen Einwand erheben. Spricht nichts dagegen, brauchen Sie nichts zu tun.
    }
# $days, $last
letter-object-quiet =
    { $days ->
        [one] Eine Anfrage liegt einen Tag lang für Sie bereit, bis { $last } um Mitternacht. Sie brauchen nichts zu tun, wenn nichts dagegen spricht.
       *[other] Eine Anfrage liegt { $days } Tage lang für Sie bereit, bis { $last } um Mitternacht. Sie brauchen nichts zu tun, wenn nichts dagegen spricht.
    }
# $what, $link
letter-answers =
    { $what } Hier lesen Sie mehr und antworten, ohne sich einzuloggen:

    { $link }

    Der Link steht für Sie. Bitte leiten Sie diese Mail nicht weiter.
letter-keeper-subject = Eine Anfrage wartet
letter-keeper-at = Eine Beitrittsanfrage wartet auf Sie: { $name }.
letter-keeper-quiet = Eine Anfrage wartet auf Ihre Entscheidung.
# $what, $link
letter-waits =
    { $what } Hier lesen Sie mehr, nachdem Sie sich eingeloggt haben:

    { $link }
letter-answer-subject = Die Antwort auf Ihre Anfrage
# $name, $day
letter-yes-at = Sie sind dabei: { $name }, ab { $day }.
letter-yes-quiet = Ihre Anfrage ist angenommen. Es gilt ab { $day }.
letter-yes-account = Loggen Sie sich hier ein: { $link }
letter-yes-invited = Eine Einladung mit Ihrem Zugang kommt in einer zweiten Mail.
# $what, $how
letter-yes = { $what } { $how }
letter-no-at = Ihre Anfrage wurde nicht angenommen: { $name }.
letter-no-quiet = Ihre Anfrage wurde nicht angenommen.
letter-no = { $what } Ihre Angaben löschen wir nach 30 Tagen.
# $what, $answer
letter-no-because =
    { $what }

    { $answer }

    Ihre Angaben löschen wir nach 30 Tagen.
# Nach einem Link aus einem Brief, und in „Meine Daten“
answer-gone = Hier ist nichts mehr zu beantworten. Die Frist ist vorbei, oder es ist entschieden.
own-requests = Beitrittsanfragen
own-asked = angefragt am
own-state = Stand
own-state-runs = läuft
own-state-admitted = aufgenommen
own-answers = Meine Antworten zu Beitrittsanfragen
own-vouches = Bürgschaft
own-said = am
own-requests-go = Ihre Beitrittsanfragen und Ihre Antworten zu denen anderer
# Wer für einen Sitz gefragt wird
letter-seat-subject = Eine Frage an Sie
# $title, $body, $day
letter-seat-at = Sie sind für einen Sitz gefragt: { $title }, { $body }, ab { $day }.
letter-seat-quiet = Sie sind für einen Sitz gefragt.
facet-requests = Beitrittsanfragen
told-vouch = Ihre Auskunft fehlt
told-decide = Bitte entscheiden
told-object = Jemand möchte beitreten
card-vouch = Kennen Sie die Person, die beitreten möchte?
card-decide = Beitrittsanfrage: bitte entscheiden
card-object = Jemand möchte beitreten
