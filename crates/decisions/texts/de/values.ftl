# Regeln in Worten

## Werte
yes = ja
no = nein
none = keine
not-limited = ohne Grenze
period-none = keine
period-days =
    { $n ->
        [one] { $n } Tag
       *[other] { $n } Tage
    }
period-weeks =
    { $n ->
        [one] { $n } Woche
       *[other] { $n } Wochen
    }
period-months =
    { $n ->
        [one] { $n } Monat
       *[other] { $n } Monate
    }
period-years =
    { $n ->
        [one] { $n } Jahr
       *[other] { $n } Jahre
    }
share-half = die Hälfte
share-third = ein Drittel
share-two-thirds = zwei Drittel
share-quarter = ein Viertel
share-three-quarters = drei Viertel
share-tenth = ein Zehntel
# $share, $base
need-more = mehr als { $share } { $base }
# $share, $base
need-least = mindestens { $share } { $base }
need-all =
    { $base ->
        [cast] alle abgegebenen Stimmen
        [valid] alle gültigen Stimmen
        [present] alle anwesenden Stimmen
        [entitled] alle Stimmberechtigten
        [voting_seats] alle stimmberechtigten Sitze
        [occupied_seats] alle besetzten stimmberechtigten Sitze
        [valid_ballots] alle gültigen Stimmzettel
        [ballots] alle Stimmzettel
       *[members] alle Mitglieder
    }
base =
    { $base ->
        [cast] der abgegebenen Stimmen
        [valid] der gültigen Stimmen
        [present] der anwesenden Stimmen
        [entitled] aller Stimmberechtigten
        [voting_seats] der stimmberechtigten Sitze
        [occupied_seats] der besetzten stimmberechtigten Sitze
        [valid_ballots] der gültigen Stimmzettel
        [ballots] aller Stimmzettel
       *[members] aller Mitglieder
    }
with-abstentions = { $need }; Enthaltungen zählen mit
with-invalid = { $need }; ungültige Stimmen zählen mit
with-both = { $need }; Enthaltungen und ungültige Stimmen zählen mit
with-chair = { $need }; bei Gleichheit entscheidet der Vorsitz
who =
    { $who ->
        [nobody] niemand
        [chair] Vorsitz oder Sprecher*in
        [board] Vorstand oder Leitung
        [secretariat] Geschäftsstelle
        [host] gastgebende Stelle
       *[assembly] die Versammlung
    }
# $period, $who
shortened = { $period }; kürzen kann: { $who }
channel =
    { $channel ->
        [any] formlos
        [text] in Textform, E-Mail genügt
        [letter] per Brief
       *[portal] über das Portal
    }
counts-from =
    { $from ->
        [dispatch] Absendung
       *[receipt] Eingang
    }
quorum-base =
    { $base ->
        [none] keine Mindestzahl
        [voting_seats] Sitze mit Stimme
        [occupied_seats] besetzte Sitze mit Stimme
       *[members] Mitglieder
    }
need-plain-more = mehr als { $share }
need-plain-least = mindestens { $share }
share-all = alle
unit =
    { $unit ->
        [person] jede Person eine Stimme
        [post] jede Stelle eine Stimme
        [office] jedes Büro eine Stimme
        [organisation] jede Organisation eine Stimme
       *[weight] Stimmen nach Gewicht
    }
casting =
    { $casting ->
        [first] die erste berechtigte Person
       *[together] gemeinsam; uneinig zählt als Enthaltung
    }
trigger =
    { $trigger ->
        [never] nie
        [one] wenn ein Mitglied es verlangt
        [majority] wenn mehr als die Hälfte der Anwesenden es verlangt
        [persons] immer bei Personen, sonst wenn ein Mitglied es verlangt
       *[always] immer
    }
trigger-share = wenn { $share } der Anwesenden es verlangt
form =
    { $form ->
        [text] Textform, E-Mail genügt
       *[written] Schriftform mit Unterschrift
    }
holders =
    { $holders ->
        [voting] stimmberechtigte Mitglieder
        [same_unit] Personen desselben Büros oder derselben Organisation
       *[either] stimmberechtigte Mitglieder und Personen desselben Büros
    }
consent =
    { $consent ->
        [never] gibt es nicht
        [all] alle stimmen zu
       *[silence] Schweigeverfahren: niemand widerspricht
    }
reminder =
    { $n ->
        [0] keine
        [one] einen Tag vor Ende
       *[other] { $n } Tage vor Ende
    }
stops =
    { $stops ->
        [nobody] niemand
       *[one] ein Mitglied
    }
stops-share = { $share } der Stimmberechtigten
ballot-kind =
    { $kind ->
        [single] Einzelwahl
        [combined] Gesamtwahl
       *[list] Listenwahl
    }
crosses-places = so viele, wie Plätze zu besetzen sind
crosses-exactly =
    { $n ->
        [one] eine
       *[other] { $n }
    }
hurdle-most = die meisten Stimmen
no-round = kein weiterer Wahlgang
runoff-set =
    { $set ->
        [one_more] eine Person mehr als Plätze
        [twice] doppelt so viele Personen wie Plätze
       *[everyone] alle nicht Gewählten
    }
on-tie =
    { $tie ->
        [lot] Los
       *[repeat] Wiederholung
    }
stands =
    { $stands ->
        [anybody] alle
        [voting] wer im Gremium eine Stimme hat
        [post] wer eine Stelle im Gebiet innehat
        [organisation] wen eine Mitgliedsorganisation vorschlägt
       *[territory] wer aus dem Gebiet kommt
    }
balance-none = keine
balance-checks = wird geprüft: { $spread }
balance-binds = bindet: { $spread }
spread-least = je Gebiet mindestens { $least }
spread-most = je Gebiet höchstens { $most }
# $least, $most
spread-both = je Gebiet mindestens { $least } und höchstens { $most }
stagger-together = alle enden gemeinsam
stagger-own = jede ab der eigenen Wahl
stagger-groups = in { $n } Gruppen nacheinander
by-election =
    { $kind ->
        [never] keine
        [rest] für den Rest der Amtszeit
       *[full] für eine volle Amtszeit
    }
at-once = sofort in der Sitzung
open-end = ohne festes Ende

## Abschnitte
s-formal = Abstimmen
s-notice = Einladung und Tagesordnung
s-quorum = Beschlussfähigkeit
s-votes = Stimmrecht und Mehrheiten
s-proxies = Vollmachten
s-bars = Stimmverbote
s-circular = Beschlüsse außerhalb von Sitzungen
s-elections = Wahlen und Amtszeiten
s-resolutions = Beschlussregister
s-minutes = Protokolle

## Angaben
p-formal = Stimmen Sie förmlich ab?
p-notice-period = Ladungsfrist
p-notice-shortened = Verkürzte Ladungsfrist
p-notice-convener = Wer lädt ein
p-notice-channel = Form der Einladung
p-notice-counts-from = Die Frist zählt ab
p-notice-whole-days = Nur volle freie Tage zählen
p-notice-motions = Antragsfrist
p-notice-urgency = Dringlichkeitsanträge
p-notice-minority = Sitzung auf Verlangen
p-quorum-base = Mindestzahl gemessen an
p-quorum-need = Nötiger Anteil
p-quorum-least = Wenigstens anwesend
p-quorum-senders = Verschiedene entsendende Stellen
p-quorum-proxies = Vollmachten zählen als anwesend
p-quorum-remote = Zugeschaltete zählen als anwesend
p-quorum-vacant = Unbesetzte Sitze zählen mit
p-quorum-duly-invited = Setzt ordnungsgemäße Ladung voraus
p-quorum-presumed = Gilt bis zum Zweifel als gegeben
p-quorum-second-summons = Zweite Ladung genügt
p-votes-unit = Wer eine Stimme hat
p-votes-casting = Stimme mit mehreren Personen
p-votes-several = Eine Person für mehrere Stimmen
p-votes-ordinary = Gewöhnliche Anträge
p-votes-rule-change = Änderung der Regeln
p-votes-purpose-change = Änderung des Zwecks
p-votes-removal = Abwahl
p-votes-dissolution = Auflösung
p-votes-secret = Geheime Abstimmung
p-proxies-allowed = Vollmacht möglich
p-proxies-form = Form der Vollmacht
p-proxies-holders = Wer sie ausüben darf
p-proxies-one-sitting = Nur für eine genannte Sitzung
p-proxies-cap = Höchstzahl je Person
p-bars-own-matter = In eigener Sache
p-bars-own-organisation = In Sachen der eigenen Organisation
p-bars-out-of-base = Betroffene zählen nicht mit
p-circular-consent = Zustimmung
p-circular-period = Frist für Antworten
p-circular-reminder = Erinnerung
p-circular-stops = Wer das Verfahren beenden kann
p-elections-ballot = Übliche Form
p-elections-also = Auf Beschluss auch
p-elections-crosses = Stimmen je Stimmzettel
p-elections-all-crosses = Alle Stimmen müssen vergeben werden
p-elections-first = Erster Wahlgang
p-elections-second = Zweiter Wahlgang
p-elections-third = Dritter Wahlgang
p-elections-no-counts = Nein zählt als gültige Stimme
p-elections-runoff = Wer in die Stichwahl kommt
p-elections-tie = Bei Stimmengleichheit im letzten Wahlgang
p-elections-secret = Geheime Wahl
p-elections-eligible = Wer kandidieren kann
p-elections-nominations = Frist für Vorschläge
p-elections-from-floor = Vorschläge in der Sitzung
p-elections-absent = Abwesende mit Zusage wählbar
p-elections-acceptance = Frist für die Annahme
p-elections-balance = Ausgleich der Gebiete
p-elections-term = Dauer der Amtszeit
p-elections-stagger = Ende der Amtszeiten
p-elections-most-terms = Amtszeiten in Folge
p-elections-carry-over = Bleibt im Amt bis zur Neuwahl
p-elections-challenge = Frist für Wahlanfechtung
p-elections-by-election = Nachwahl
p-elections-move-up = Nachrücken
p-resolutions-pattern = Muster der Nummer
p-resolutions-yearly = Zählung beginnt jedes Jahr neu
p-minutes-objections = Frist für Einwände
p-minutes-by-clock = Nach der Frist ohne Einwand genehmigt
