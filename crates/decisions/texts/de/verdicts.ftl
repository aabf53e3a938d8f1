# Was Regeln zu einem Fall sagen: vorlesbar, für die Niederschrift

## Einladung
notice-none = Eine Frist ist nicht vorgeschrieben.
# $period, $sitting, $day
notice-latest-sent = Die Frist beträgt { $period }. Die Einladung zur Sitzung am { $sitting } muss spätestens am { $day } abgesandt sein.
# $period, $sitting, $day
notice-latest-received = Die Frist beträgt { $period }. Die Einladung zur Sitzung am { $sitting } muss spätestens am { $day } eingegangen sein.
notice-whole = Der Tag der Absendung oder des Eingangs und der Sitzungstag zählen nicht mit.
notice-calendar = Gezählt wird nach dem Kalender, der Tag selbst reicht aus.
# $day, $latest
notice-kept-sent = Die Einladung wurde am { $day } abgesandt, spätester Tag war der { $latest }. Sie ist fristgerecht.
# $day, $latest
notice-late-sent = Die Einladung wurde am { $day } abgesandt, spätester Tag war der { $latest }. Sie ist nicht fristgerecht.
# $day, $latest
notice-kept-received = Die Einladung ging am { $day } ein, spätester Tag war der { $latest }. Sie ist fristgerecht.
# $day, $latest
notice-late-received = Die Einladung ging am { $day } ein, spätester Tag war der { $latest }. Sie ist nicht fristgerecht.
notice-no-short = Eine verkürzte Frist sehen die Regeln nicht vor.

## Beschlussfähigkeit
quorum-none = Eine Mindestzahl ist nicht vorgeschrieben. Anwesend: { $present }.
# $need, $base, $exact, $needed, $present
quorum-need = Nötig: { $need }. Das sind bei { $base } rechnerisch { $exact }, also { $needed }. Anwesend: { $present }.
quorum-least = Nötig sind wenigstens { $least }.
# $senders, $least
quorum-senders = Vertretene entsendende Stellen: { $senders }, nötig: { $least }.
quorum-remote = Davon zugeschaltet: { $remote }.
quorum-proxies = Davon durch Vollmacht: { $proxies }.
quorum-barred = Vom Stimmverbot betroffen: { $barred }.
quorum-presumed = Die Beschlussfähigkeit wird vermutet, bis jemand sie bezweifelt. Bisher hat das niemand getan. Anwesend: { $present }.
quorum-doubted = Die Beschlussfähigkeit wurde bezweifelt und geprüft.
quorum-second = Zu demselben Gegenstand wurde zum zweiten Mal geladen, mit Hinweis auf die Folge. Die Zahl der Anwesenden ist deshalb ohne Bedeutung. Anwesend: { $present }.
quorum-not-invited = Es wurde nicht ordnungsgemäß eingeladen.
quorum-yes = Das Gremium ist beschlussfähig.
quorum-no = Das Gremium ist nicht beschlussfähig.

## Mehrheit
# $yes, $no, $abstain, $invalid
votes-line =
    { $yes } Ja, { $no } Nein, { $abstain ->
        [one] { $abstain } Enthaltung
       *[other] { $abstain } Enthaltungen
    }, { $invalid } ungültig.
# $need, $needed, $base
majority-need = Nötig: { $need }, also { $needed } von { $base }.
majority-adopted = Der Antrag ist angenommen.
majority-rejected = Der Antrag ist abgelehnt.
majority-tie = Bei Stimmengleichheit ist der Antrag abgelehnt.
majority-chair-adopted = Bei Stimmengleichheit gibt die Stimme des Vorsitzes den Ausschlag: Der Antrag ist angenommen.
majority-chair-rejected = Bei Stimmengleichheit gibt die Stimme des Vorsitzes den Ausschlag: Der Antrag ist abgelehnt.
majority-chair-open = Bei Stimmengleichheit entscheidet die Stimme des Vorsitzes; sie fehlt noch.

## Vollmacht
proxy-valid = Die Vollmacht gilt in der Sitzung am { $day }.
proxy-not-allowed = Stimmen können nicht durch Vollmacht übertragen werden.
proxy-withdrawn = Die Vollmacht ist widerrufen, oder wer sie gab, nimmt selbst teil.
proxy-form = Die Vollmacht hat nicht die vorgeschriebene Schriftform.
proxy-unnamed = Die Vollmacht nennt keine Sitzung. Sie muss für eine bestimmte Sitzung erteilt sein.
# $named, $day
proxy-other-day = Die Vollmacht gilt für die Sitzung am { $named }, nicht für die am { $day }.
# $named, $day
proxy-adjourned = Die Vollmacht galt für die Sitzung am { $named }. Mit der Vertagung auf den { $day } ist sie erloschen, denn die vertagte Sitzung nennt sie nicht.
proxy-holder = Wer die Vollmacht vorlegt, darf sie nach den Regeln nicht ausüben.
# $held, $cap
proxy-cap = Es werden schon { $held } Vollmachten ausgeübt; zulässig sind höchstens { $cap }.

## Geheim, verdeckt
secret-never = Eine geheime Abstimmung sehen die Regeln nicht vor.
secret-always = Nach den Regeln ist geheim abzustimmen.
# $asking, $present, $needed
secret-count = Geheime Abstimmung verlangen { $asking } von { $present }, nötig sind { $needed }.
secret-yes = Es ist geheim abzustimmen.
secret-no = Es wird offen abgestimmt.
# $entitled, $fewest
covert-few = Es sind nur { $entitled } stimmberechtigt. Unter { $fewest } ließe sich erraten, wer wie stimmt.
covert-weights = Die Stimmen haben verschiedenes Gewicht. Daran ließe sich erkennen, wer wie stimmt.
covert-yes = Verdeckt abstimmen ist möglich.
shown-few = Es haben nur { $cast } abgestimmt. Das Ergebnis bleibt verschlossen, die Abstimmung wird auf Papier wiederholt.
shown-yes = Das Ergebnis kann bekannt gegeben werden.

## Umlauf und Schweigen
circular-never = Beschlüsse außerhalb einer Sitzung sehen die Regeln nicht vor.
# $entitled, $yes, $no, $abstain
circular-line =
    Umlauf bei { $entitled } Stimmberechtigten: { $yes } Ja, { $no } Nein, { $abstain ->
        [one] { $abstain } Enthaltung
       *[other] { $abstain } Enthaltungen
    }.
# $need, $needed
circular-need = Nötig: { $need }, also { $needed }.
circular-silence = Schweigeverfahren: Wer nicht widerspricht, stimmt zu. Widersprüche: { $objections }.
# $objections, $needed
circular-objections = Einwände gegen das Verfahren: { $objections }, nötig sind { $needed }.
circular-running = Die Frist läuft noch.
circular-adopted = Der Beschluss ist gefasst.
circular-rejected = Der Beschluss ist nicht zustande gekommen.
circular-stopped = Das Verfahren ist beendet, eine Sitzung entscheidet.

## Wahlen
election-kind-usual = Diese Form der Wahl ist die übliche.
election-kind-decided = Diese Form der Wahl ist zulässig, wenn das Gremium sie beschließt.
election-kind-refused = Diese Form der Wahl steht nicht in den Regeln und ist deshalb nicht zulässig.
# $ballots, $valid, $blank, $invalid
election-ballots =
    { $ballots ->
        [one] Abgegeben ist { $ballots } Stimmzettel: { $valid } gültig, { $blank } ohne Wahl, { $invalid } ungültig.
       *[other] Abgegeben sind { $ballots } Stimmzettel: { $valid } gültig, { $blank } ohne Wahl, { $invalid } ungültig.
    }
# $need, $needed, $base
election-need = Nötig: { $need }, also { $needed } von { $base }.
election-most = Gewählt ist, wer die meisten Stimmen hat.
# $yes, $no
election-yes-no = Auf den einzigen Vorschlag entfallen { $yes } Ja und { $no } Nein.
# $who, $votes
election-one =
    { $who } mit { $votes ->
        [one] einer Stimme
       *[other] { $votes } Stimmen
    }
election-number = Nr. { $number }
election-elected = Gewählt: { $who }.
election-nobody = Niemand ist gewählt.
election-list = Liste { $number }
# $places, $who
election-runoff =
    { $places ->
        [one] Stichwahl um einen Platz: { $who }.
       *[other] Stichwahl um { $places } Plätze: { $who }.
    }
# $places, $who
election-lot =
    { $places ->
        [one] Bei Stimmengleichheit entscheidet das Los um einen Platz: { $who }.
       *[other] Bei Stimmengleichheit entscheidet das Los um { $places } Plätze: { $who }.
    }
# $places, $who
election-repeat =
    { $places ->
        [one] Bei Stimmengleichheit wird der Wahlgang um einen Platz wiederholt: { $who }.
       *[other] Bei Stimmengleichheit wird der Wahlgang um { $places } Plätze wiederholt: { $who }.
    }
election-open =
    { $places ->
        [one] Ein Platz bleibt offen.
       *[other] { $places } Plätze bleiben offen.
    }
election-drawn = Durch das Los gewählt: { $who }.
balance-kept = Die Gebiete sind vertreten, wie es die Regeln wollen.
balance-few = Gebiete mit zu wenigen Plätzen: { $count }.
balance-many = Gebiete mit zu vielen Plätzen: { $count }.
balance-check = Am Ergebnis ändert das nichts; das Gremium kann darüber beraten.
balance-bound = Die Regeln binden das Ergebnis daran.

## Amtszeit
term-open = Die Amtszeit beginnt am { $from } und hat kein festes Ende.
# $from, $last
term-runs = Die Amtszeit läuft vom { $from } bis zum { $last }.
term-group = Die erste Amtszeit ist verkürzt, damit nicht alle Amtszeiten zugleich enden.
term-rest = Die Wahl gilt für den Rest der laufenden Amtszeit.
term-no-by-election = Eine Nachwahl sehen die Regeln nicht vor; der Platz bleibt bis zur nächsten Wahl frei.
term-carries = Danach bleibt die gewählte Person im Amt, bis eine Nachfolge gewählt ist.
term-ends = Danach ist der Platz frei.
stand-free = Die Zahl der Amtszeiten ist nicht begrenzt.
# $served, $most
stand-count = Bisherige Amtszeiten in Folge: { $served }, zulässig: { $most }.
stand-yes = Eine Kandidatur ist möglich.
stand-no = Eine weitere Kandidatur ist nicht möglich.
