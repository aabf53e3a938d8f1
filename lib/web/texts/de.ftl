skip = Zum Inhalt springen
nav = Hauptmenü
tabs = Schnellzugriff
menu = Menü
menu-all = Alle Bereiche
crumbs = Brotkrumen
# Wortwahl: English
other-lang = English
search = Suche
search-hint = Suchen
search-go = Suche starten
inbox = Eingang
inbox-waiting = { $count ->
    [0] Eingang
    [one] Eingang, { $count } Eintrag wartet auf Sie
   *[other] Eingang, { $count } Einträge warten auf Sie
  }
account = { $initials }, mein Konto
account-short = Konto
sign-in = Einloggen
asof = Stand: { $day }
asof-text = Sie sehen, wie es an diesem Tag war.
asof-ahead = Dieser Tag liegt in der Zukunft. Sie sehen, was dafür schon feststeht.
asof-back = Zurück zu heute
demo-name = Demo
demo-text = Alle Personen sind erfunden.
demo-mail = Mails ansehen
demo-who = Wer ist wer?
demo-nobody = niemand: die öffentlichen Seiten
demo-as = Ansehen als
demo-switch = Wechseln
foot-imprint = Impressum
foot-privacy = Datenschutz
foot-access = Erklärung zur Barrierefreiheit
foot-register = Verzeichnis der Verarbeitung
foot-operator = Wer das hier betreibt
foot-day = Stand: { $day }
foot-public-body = Angebot einer öffentlichen Stelle
title-failed = Fehler:
form-optional = (freiwillig)
form-refused = { $count ->
    [one] Bitte prüfen Sie eine Angabe
   *[other] Bitte prüfen Sie { $count } Angaben
  }
error-paper = Die Datei konnte nicht erstellt werden.
error-paper-text = Es liegt nicht an Ihnen. Bitte versuchen Sie es in einer Minute noch einmal. Die Seite, von der Sie kommen, steht weiter bereit.
error-code = Fehler { $code }
error-incident = Kennung für Rückfragen: { $incident }
error-home = Zur Startseite
error-reload = Seite neu laden
error-sign-in = Einloggen
error-missing = Diese Seite gibt es nicht.
error-missing-text = Vielleicht ist die Adresse nicht vollständig. Manches sehen auch nur Mitglieder, nachdem sie sich eingeloggt haben.
error-denied = Das dürfen Sie hier nicht.
error-denied-text = Für diesen Schritt braucht es ein anderes Amt oder einen anderen Sitz. Fragen Sie die Koordination des Netzwerks.
error-method = So lässt sich diese Seite nicht aufrufen.
error-method-text = Laden Sie die Seite neu und versuchen Sie es noch einmal.
error-stale = Das hat inzwischen jemand geändert.
error-stale-text = Laden Sie die Seite neu. Prüfen Sie den neuen Stand und tragen Sie Ihre Änderung noch einmal ein.
error-gone = Der Link gilt nicht mehr.
error-gone-text = Einen neuen schickt Ihnen, wer Ihnen geschrieben hat. Mit einem Konto finden Sie alles nach dem Einloggen.
error-large = Das ist zu viel auf einmal.
error-large-text = Gehen Sie zurück und kürzen Sie den Text. Ihre Eingaben stehen noch dort.
error-refused = Das geht so nicht.
error-refused-text = Gehen Sie zurück und ändern Sie Ihre Angaben. Sie stehen noch dort.
error-many = Das waren zu viele Versuche.
error-many-here = Von Ihrem Anschluss kam dieses Formular in der letzten Stunde sehr oft.
error-many-when = Bitte versuchen Sie es um { $time } noch einmal.
error-many-text = Wir bremsen hier, damit niemand Codes durchprobiert oder Postfächer füllt.
error-fault = Das hat nicht geklappt.
error-fault-text = Der Fehler liegt bei uns. Bitte versuchen Sie es in einer Minute noch einmal.
error-origin = Diese Anfrage kam nicht von hier.
error-origin-text = Laden Sie die Seite neu, auf der das Formular steht, und schicken Sie es noch einmal ab.
error-slow = Ihre Angaben sind nicht ganz angekommen.
error-slow-text = Die Verbindung war zu langsam oder brach ab. Gehen Sie zurück und schicken Sie das Formular noch einmal ab.
sheet-cancel = Abbrechen
sheet-back = Zurück
sheet-seek = Wen suchen Sie?
sheet-seek-go = Suchen
sheet-seek-none = Nichts gefunden. Versuchen Sie es mit einem kürzeren Teil des Namens.
form-overtaken = Das hat jemand inzwischen geändert. Ihre Eingaben sind noch da; wo der neue Stand abweicht, steht er beim Feld. Bitte prüfen Sie ihn und speichern Sie noch einmal.
form-now = Jetzt gespeichert: { $value }
form-now-nothing = Jetzt gespeichert: nichts
# Mails
letter-hello = Guten Tag,
letter-bye =
    Freundliche Grüße
    Geflecht
