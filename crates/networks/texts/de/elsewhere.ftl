# Sitze anderswo
elsewhere-title = Sitze anderswo
elsewhere-lead = In Gremien, die nicht auf dieser Installation sind. Nur Sie sehen das, solange Sie nichts freigeben.
elsewhere-new = Sitz eintragen
elsewhere-edit = Sitz ändern
elsewhere-now = Zurzeit
elsewhere-past = Früher
elsewhere-none = Noch nichts eingetragen.
elsewhere-none-text = Notieren Sie Beiräte, Vorstände und Netzwerke, die hier nicht vorkommen.
elsewhere-manage = Eintragen und ändern
elsewhere-own-page = Zu meiner Seite
elsewhere-council = Beirat
elsewhere-other = anderes Gremium
elsewhere-body = Name des Gremiums
elsewhere-body-hint = Zum Beispiel Seniorenbeirat der Stadt.
elsewhere-kind = Art
elsewhere-role = Rolle
elsewhere-role-hint = Zum Beispiel beratendes Mitglied.
elsewhere-from = Erster Tag
elsewhere-until = Letzter Tag
elsewhere-for-whom = Für wen sitzen Sie dort?
elsewhere-for-me = für mich selbst
elsewhere-for-post-passes = für die Stelle, geht an die Nachfolge
elsewhere-for-post-ends = für die Stelle, endet mit ihr
elsewhere-passes = Wenn Sie die Stelle abgeben
elsewhere-passes-yes = Der Nachfolge anbieten
elsewhere-passes-hint = Sie erfährt Gremium, Art und Rolle, nicht Ihre Notiz. Ohne Haken endet der Sitz mit der Stelle.
elsewhere-note = Notiz
elsewhere-note-hint = Nur für Sie.
elsewhere-audience = Wer darf den Sitz auf Ihrer Seite sehen?
elsewhere-audience-hint = Freiwillig. Sie ändern es jederzeit. Die Notiz bleibt bei Ihnen.
elsewhere-only-you = nur ich
elsewhere-one-network = ein Netzwerk
elsewhere-shown = freigegeben: { $whom }
elsewhere-forget = Löschen
elsewhere-forget-yes = Diesen Sitz löschen
elsewhere-forgotten = Gelöscht.
elsewhere-offers = Mit der Stelle angeboten
elsewhere-offers-text = Diese Sitze hatte die Stelle vor Ihnen. Übernehmen Sie, was Sie weiterführen.
elsewhere-offer-until = besetzt bis { $day }
elsewhere-take = Übernehmen
elsewhere-leave = Nicht übernehmen
elsewhere-taken = Übernommen. Der Sitz steht jetzt in Ihrer Liste.
elsewhere-left = Nicht übernommen.
elsewhere-passes-on = wird der Nachfolge angeboten
elsewhere-ends-with = endet mit der Stelle
elsewhere-stays = eigener Eintrag
own-elsewhere-go =
    { $count ->
        [one] Ein eingetragener Sitz anderswo wird gelöscht.
       *[other] { $count } eingetragene Sitze anderswo werden gelöscht.
    }
