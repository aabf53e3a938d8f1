hearings-title = Anhörungen
hearings-lead = Wozu Ihre Netzwerke Stellung nehmen sollen, mit Frist
hearings-asked = Ihr Netzwerk ist um einen Beitrag gebeten
hearings-running = Laufend
hearings-none = Zurzeit fragt niemand.
hearings-done = Abgeschlossen
hearing-new-for = Anhörung eintragen für
hearing-new = Anhörung eintragen
hearing-new-text = Aus Eingang und Frist rechnen wir die Tage zurück, in Arbeitstagen von NRW. Daraus werden Aufgaben.
hearing-enter = Eintragen
hearing-edit = Angaben ändern
hearing-lead = Anhörung durch { $office }
hearing-open = in Arbeit
hearing-released = freigegeben
hearing-sent = abgeschickt
hearing-declined = ohne Stellungnahme
hearing-declined-because = Das Netzwerk nimmt nicht Stellung: { $reason }
hearing-due-on = Frist { $day }
hearing-send-on = abschicken bis { $day }
hearing-round = { $number }. Runde
hearing-round-fact = Runde
hearing-office = Wer fragt
hearing-office-hint = Fehlt die Stelle, legen Sie sie zuerst unter „An wen Positionen gehen“ an.
hearing-title-field = Worum es geht, in einer Zeile
hearing-title-hint = Zum Beispiel „Entwurf der Muster-Hauptsatzung“.
hearing-about = Mehr dazu
hearing-received = Eingegangen am
hearing-due = Frist
hearing-drafter = Wer den Entwurf schreibt
drafter-none = noch niemand
hearing-points = Punkte, zu denen gefragt wird
hearing-points-hint = Je Zeile ein Punkt, zum Beispiel ein Paragraf. Zu jedem gibt es ein eigenes Feld.
hearing-plan = Zeitplan
plan-input = Beiträge bis
plan-draft = Entwurf bis
plan-release = Freigabe bis
plan-send = Abschicken bis
plan-days = Arbeitstage
plan-note = Hinweis
plan-no-working-day = Die Frist endet an einem arbeitsfreien Tag. Schicken Sie am Arbeitstag davor ab.
hearing-ask = Um Beiträge bitten
hearing-ask-text = Mitglieder bekommen einen Link und antworten ohne Einloggen. Ein anderes Netzwerk entscheidet selbst, ob es genannt wird.
hearing-ask-submit = Bitten
hearing-asked-until = Beiträge bis
ask-members = Mitglieder
ask-members-yes = Alle Mitglieder des Netzwerks bitten
ask-network = Außerdem ein anderes Netzwerk
ask-no-network = keines
note-hearing-asked = Gebeten. Verschickte Briefe: { $count }
hearing-asked-title = Wer gebeten ist
hearing-offices-said = Beiträge von Mitgliedern
ask-asked = gebeten
ask-answered = hat beigetragen
ask-declined = trägt nichts bei
voice-unnamed = Ohne Namen
hearing-contribute = Beitragen
hearing-contribute-for = Für Ihr Netzwerk beitragen
# $title, $day
hearing-contribute-lead = „{ $title }“. Beiträge bis { $day }
hearing-contribute-submit = Beitrag abgeben
# $number, $text
hearing-point = { $number }. { $text }
hearing-for-network = Sie antworten für { $network }.
hearing-over = Die Zeit für Beiträge ist vorbei.
hearing-gone = Dieser Link gilt nicht mehr. Die Zeit für Beiträge ist vorbei.
field-voice-named = Dürfen wir Sie nennen?
field-voice-hint = Ohne Namen steht Ihr Beitrag bei der Auswertung ohne Absender.
voice-named = Ja, mit Namen
voice-hidden = Nein, ohne Namen
field-ask-answer = Trägt Ihr Netzwerk bei?
ask-yes = Ja, wie unten
ask-no = Nein
note-contributed = Ihr Beitrag ist angekommen. Sie können ihn bis zum Ende der Zeit ändern.
relevant-title = Was dazu schon gilt
relevant-search = Nach diesen Worten suchen
relevant-resolution = Beschluss { $mark }
reply-section = Stellungnahme
reply-merge = Entwurf aus den Beiträgen anlegen
reply-merge-text = Zu jedem Punkt stehen die Beiträge im Entwurf, Gleiches nur einmal. Danach schreiben Sie weiter.
note-merged-reply = Der Entwurf steht.
reply-position = Entwurf oder Text
reply-released-by = Freigegeben von
reply-release = Freigeben
reply-release-text = Zwei Personen, die für das Netzwerk sprechen, geben frei. Wird der Text danach geändert, beginnt es von vorn.
reply-second-missing = Sie haben freigegeben. Es fehlt noch eine zweite Person.
note-released-one = Freigegeben. Es fehlt noch eine zweite Person.
note-released-both = Freigegeben von zwei Personen. Die Stellungnahme kann hinausgehen.
reply-changed = Geändert seit der vorigen Runde
hearing-send = Abschicken
hearing-send-text = Die Stellungnahme bekommt ihre Nummer und geht an: { $office }
hearing-send-early = Erst geben zwei Personen die Antwort frei.
hearing-send-submit = Abschicken
note-hearing-sent = Abgeschickt. Der Nachweis liegt bei der Stellungnahme.
reply-letter-begun = Sehr geehrte Damen und Herren,

  anbei erhalten Sie unsere Stellungnahme: „{ $title }“.

  Mit freundlichen Grüßen
hearing-again = Neue Runde
hearing-again-text = Der Text der vorigen Runde steht am Anfang. Geht die neue Antwort hinaus, ersetzt sie die alte.
hearing-decline = Nicht Stellung nehmen
note-hearing-entered = Eingetragen. Die Aufgaben liegen bei den Zuständigen.
# $network, $title
hearing-letter-subject = [{ $network }] Anhörung: { $title }
# $office, $title, $network, $day
hearing-letter = { $office } bittet um Stellungnahme: „{ $title }“. { $network } sammelt Beiträge bis { $day }.
# $text, $link, $page
hearing-letter-link =
  { $text }

  Beitragen ohne Einloggen: { $link }
  Zur Anhörung: { $page }
hearing-letter-reply = Oder antworten Sie auf diese E-Mail. Beginnen Sie die Zeilen so: Punkt 1: … Ihre Stelle wird dann genannt. Ohne Namen geht es über den Link.
