# Regeln eines Gremiums: was gilt, was sich ändert.
rulebook-title = Regeln
rulebook-description = Regeln: { $name }. Was gilt, seit wann, mit Fundstelle.
rulebook-give = Regeln festlegen
rulebook-give-other = Andere Vorlage wählen
rulebook-of-network = Dieses Gremium hat keine eigenen Regeln. Es gelten die von: { $name }
rulebook-informal = Hier wird nicht förmlich abgestimmt. Stimmzettel, Mindestzahl und Vollmachten gibt es deshalb nicht.
rulebook-empty = Noch sind keine Regeln festgelegt.
rulebook-empty-text = Erst mit Regeln lässt sich hier abstimmen. Eine Frage und eine Vorlage genügen für den Anfang.
rulebook-this = Diese Fassung
rulebook-since = In Kraft seit
rulebook-profile = Vorlage
rulebook-note = Grund der Änderung
rulebook-note-hint = Zum Beispiel „Beschluss 2026/007“.
rulebook-parameter = Bestimmung
rulebook-value = Was gilt
rulebook-clause = Fundstelle
rulebook-clause-hint = Zum Beispiel „§ 4 Abs. 2“.
rulebook-clause-text = Wortlaut der Bestimmung
rulebook-clause-only = (nur Fundstelle oder Wortlaut)
rulebook-text-alone = Zum Nachlesen. Ob es eingehalten wird, prüfen Sie selbst.
rulebook-change-link = Ändern
rulebook-change = Ändern: { $name }
rulebook-versions = Fassungen
rulebook-version = Fassung ab { $day }
rulebook-holds = gilt
rulebook-ahead = gilt noch nicht
rulebook-held = galt früher
rulebook-compare = Fassungen vergleichen
rulebook-compare-from = Von
rulebook-compare-to = Zu
rulebook-compare-none = Es gibt noch keine zwei Fassungen.
rulebook-compare-none-text = Sobald sich etwas ändert, stehen hier beide nebeneinander.
rulebook-changes = Was sich ändert
rulebook-same = Diese Fassungen unterscheiden sich nicht.
rulebook-review = Änderung prüfen
rulebook-save = Ab { $day } in Kraft setzen
rulebook-again = Noch ändern
rulebook-saved = Die Regeln sind gespeichert.
rulebook-becomes-own = Bisher gelten hier die Regeln des Netzwerks. Mit dieser Änderung bekommt das Gremium eigene.
rulebook-until-next = Ab { $day } gilt eine Fassung, die schon eingetragen ist. In ihr steht diese Änderung nicht.
rulebook-question = Stimmen Sie förmlich ab?
rulebook-question-hint = Bei Nein verschwinden Stimmzettel, Mindestzahl und Vollmachten von den Seiten. Das lässt sich später ändern.
rulebook-formal-no = Nein, wir einigen uns im Gespräch
rulebook-formal-yes = Ja, wir zählen Stimmen
rulebook-formal-gone = Stimmzettel, Mindestzahl und Vollmachten verschwinden ab diesem Tag von den Seiten.
rulebook-next = Weiter
rulebook-template = Womit möchten Sie anfangen?
rulebook-template-known = Jede Bestimmung lässt sich danach einzeln anpassen. Bis zum ersten Tag bleibt alles eine Fassung.
rulebook-from = Ab wann?
rulebook-from-hint = Was in Kraft ist, bleibt. Vor diesem Tag können Sie weiter ändern, danach nur mit einer neuen Fassung.
rulebook-look = Änderung prüfen
rulebook-back = Fassung zurücknehmen
rulebook-back-known = { $name } gilt noch nicht und wird entfernt. Was heute gilt, bleibt.
rulebook-back-stays = { $name } ist in Kraft, oder es wird danach abgestimmt. Sie bleibt.
rulebook-back-done = Die Fassung ist zurückgenommen.
rulebook-own = Eingetragene Regeln

## Felder für Werte
rulebook-count = Zahl
rulebook-most-hint = Ohne Angabe gibt es keine Grenze.
rulebook-pattern-hint = Mit { "{jahr}" } für das Jahr und { "{nr}" } für die Zahl, zum Beispiel { "{jahr}/{nr3}" }.
rulebook-share = Anteil
rulebook-share-hint = Als Bruch, zum Beispiel 2/3. Alle sind 1/1.
rulebook-more = Wie viel ist nötig?
rulebook-more-word =
    { $word ->
        [at_least] mindestens der Anteil
       *[more_than] mehr als der Anteil
    }
rulebook-unit-label = Einheit
rulebook-unit =
    { $unit ->
        [none] keine
        [days] Tage
        [weeks] Wochen
        [months] Monate
       *[years] Jahre
    }
rulebook-by = Wer kann kürzen?
rulebook-who =
    { $who ->
        [nobody] niemand
        [chair] Vorsitz oder sprechende Person
        [board] Vorstand oder Leitung
        [secretariat] Geschäftsstelle
        [host] gastgebende Stelle
       *[assembly] die Versammlung
    }
rulebook-mixed =
    { $word ->
        [share] ein Anteil, unten einzutragen
        [entitled] ein Anteil aller Stimmberechtigten, unten einzutragen
        [cast] ein Anteil von Ja und Nein, unten einzutragen
        [exactly] eine feste Zahl, unten einzutragen
        [groups] in Gruppen nacheinander, Zahl unten
        [check] wird geprüft und gesagt
       *[constraint] bindet
    }
rulebook-some = mit der Mehrheit unten
rulebook-none = gibt es nicht
rulebook-base-label = Wovon?
rulebook-base =
    { $base ->
        [cast] der abgegebenen Stimmen
        [valid] der gültigen Stimmen
        [present] der anwesenden Stimmen
        [entitled] aller Stimmberechtigten
       *[members] aller Mitglieder
    }
rulebook-of =
    { $of ->
        [valid] der gültigen Stimmzettel
        [ballots] aller Stimmzettel
        [present] der anwesenden Stimmen
       *[entitled] aller Stimmberechtigten
    }
rulebook-abstentions = Enthaltungen
rulebook-abstentions-yes = zählen mit
rulebook-invalid = Ungültige Stimmen
rulebook-invalid-yes = zählen mit
rulebook-tie = Bei gleich vielen Ja und Nein
rulebook-tie-word =
    { $tie ->
        [rejected] ist abgelehnt
       *[chair] entscheidet der Vorsitz
    }
rulebook-least = Mindestens je Gebiet
rulebook-least-hint = 0, wenn keine Plätze freigehalten werden.
rulebook-most = Höchstens je Gebiet
rulebook-most-hint-zero = 0, wenn es keine Grenze gibt.
