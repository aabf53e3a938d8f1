# Erstes Treffen mit einer alten Verteilerliste
first-title = Erstes Treffen
first-known = Sie brauchen nur Ihre alte Verteilerliste und einen Tag. Ein Konto braucht niemand außer Ihnen.
first-list = Verteilerliste
first-list-hint = So, wie Ihr Mailprogramm sie kopiert: Namen mit Adressen, durch Semikolon, Komma oder Zeilen getrennt.
first-check = Weiter zur Prüfung
first-check-title = Stimmt das so?
first-who = Eingeladen werden
first-promise = Alle werden Mitglieder des Netzwerks und bekommen jetzt die Einladung. Zu- und absagen geht über den Link darin.
first-send = { $count ->
    [one] Einladung jetzt senden
   *[other] Jetzt { $count } Einladungen senden
  }
first-change = Noch ändern
first-cancel = Abbrechen
