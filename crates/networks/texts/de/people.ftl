# Personen, Sitze, Organisationen, Freigaben, Bearbeiten.
people-own = Sie
people-since = seit { $when }
# $from, $until
people-from-to = { $from } bis { $until }
people-absent = zurzeit abwesend
people-contact = Kontakt
people-mailbox = Postfach der Stelle
people-mail-office = Dienstliche E-Mail
people-phone-office = Dienstliches Telefon
people-mail-private = Private E-Mail
people-phone-private = Privates Telefon
people-phone-post = Telefon der Stelle
people-term = Zeitraum
people-state = Zustand
# Personen eines Netzwerks
roster-title = Personen
# $count, $network
roster-lead = { $count ->
    [one] Eine Person ist in { $network } und den Gremien dabei.
   *[other] { $count } Personen sind in { $network } und den Gremien dabei.
  }
roster-caption = Personen in { $network }
roster-sort = Sortiert nach Familienname.
roster-name = Name
roster-place = Stelle oder Organisation
roster-roles = Rolle
roster-since = Seit
roster-topics = Fragen Sie zu
roster-word = Name oder Ort
roster-filter = Personen filtern
roster-role = Rolle
roster-role-any = alle Rollen
roster-role-office = mit Amt
roster-role-elected = gewählt
roster-role-delegated = entsandt
roster-role-advisory = beratend
roster-role-deputy = in Vertretung
roster-district = Kreis oder Stadt
roster-district-any = alle Gebiete
roster-topic = Thema
roster-topic-any = alle Themen
roster-term = Amtszeit
roster-term-any = alle Amtszeiten
roster-term-ending = endet bald
roster-term-carries = im Amt bis zur Neuwahl
roster-term-vacant = unbesetzte Sitze
roster-kept = { $count ->
    [one] Eine Person hat ihren Namen hier nicht freigegeben.
   *[other] { $count } Personen haben ihren Namen hier nicht freigegeben.
  }
roster-sensitive = Wer hier dabei ist, bleibt in diesem Netzwerk. Namen stehen nur hier, wenn die Person zugestimmt hat.
roster-vacant-title = Unbesetzte Sitze
roster-seat = Sitz
roster-body = Gremium
roster-vacant-mail = Wohin Sie schreiben
roster-empty = Noch keine Personen.
roster-empty-text = Sobald Sitze besetzt sind, stehen hier die Personen.
roster-none = Keine Person passt zu diesem Filter.
roster-reset = Filter zurücksetzen
roster-none-vacant = Zurzeit sind alle Sitze besetzt.
roster-found = { $count ->
    [one] Eine Person gefunden
   *[other] { $count } Personen gefunden
  }
# Person
person-now = Stelle heute
person-then = Stelle an diesem Tag
person-seats = Sitze
person-seats-none = Keine Sitze, die Sie sehen können.
person-ask = Fragen Sie zu
person-history = Frühere Sitze und Stellen
person-history-count = { $count ->
    [one] Ein früherer Eintrag
   *[other] { $count } frühere Einträge
  }
person-posts-none = Zurzeit ohne Stelle.
person-acting = kommissarisch
person-deputy = Stellvertretung
person-no-contact = Für Sie ist kein Kontakt freigegeben.
person-own-title = Das ist Ihre Seite.
person-own-text = Sie sehen hier alles. Andere sehen nur, was Sie freigeben.
person-own-link = Freigaben ändern
person-pronouns = Pronomen
person-description = { $name }: Stelle und öffentliche Sitze in Netzwerken der Gleichstellung.
# Sitz
seatpage-facts = Über diesen Sitz
seatpage-own-post = Dieser Sitz gehört zur Stelle. Er geht auf die Nachfolge über.
seatpage-own-organisation = Dieser Sitz gehört der Organisation. Sie benennt, wer für sie spricht.
seatpage-own-territory = Dieser Sitz steht für ein Gebiet.
seatpage-own-territory-of = Dieser Sitz steht für { $territory }.
seatpage-own-elected = Dieser Sitz wird durch Wahl besetzt. Er geht nicht auf die Nachfolge über.
seatpage-own-delegated = In diesen Sitz entsendet ein anderes Gremium.
seatpage-own-delegated-by = In diesen Sitz entsendet { $body }.
seatpage-own-ex-officio = Dieser Sitz folgt einem anderen Amt.
seatpage-own-personal = Dieser Sitz gehört der Person selbst.
seatpage-own-guest = Dies ist ein Gastsitz.
seatpage-body = Gremium
seatpage-network = Netzwerk
seatpage-voice = Stimme
seatpage-votes = { $count ->
    [one] eine Stimme
   *[other] { $count } Stimmen
  }
seatpage-office = Amt
seatpage-length = Amtszeit
seatpage-months = { $count ->
    [one] ein Monat
   *[other] { $count } Monate
  }
seatpage-years = { $count ->
    [one] ein Jahr
   *[other] { $count } Jahre
  }
seatpage-carries = Nach der Amtszeit
seatpage-carries-yes = Die Person bleibt bis zur Neuwahl.
seatpage-carries-no = Der Sitz wird frei.
seatpage-eligible = Voraussetzung
seatpage-eligible-post = die Stelle, über die die Person kam
seatpage-eligible-organisation = die Organisation, über die die Person kam
seatpage-eligible-territory = aus dem Gebiet
seatpage-eligible-seat = ein Sitz im entsendenden Gremium
seatpage-filled-by = So wird er besetzt
seatpage-source = Entsendet von
seatpage-elected-by = Gewählt von
seatpage-follows = Folgt dem Sitz
seatpage-follows-hidden = ein Amt, das hier nicht zu sehen ist
seatpage-territory = Gebiet
seatpage-exists = Besteht
seatpage-holder = Wer hier sitzt
seatpage-vacant = Dieser Sitz ist unbesetzt.
seatpage-vacant-since = Dieser Sitz ist seit { $when } unbesetzt.
seatpage-vacant-mail = Schreiben Sie an das Postfach:
seatpage-vacant-nomail = Fragen beantwortet die Koordination des Netzwerks.
seatpage-gone = Diesen Sitz gibt es seit { $when } nicht mehr.
seatpage-not-yet = Diesen Sitz gibt es erst ab { $when }.
seatpage-chain = Wer hier saß
seatpage-chain-coming = Wer hier saß und wer folgt
seatpage-chain-text = Alle, die diesen Sitz hatten, mit den Zeiten ohne Besetzung.
seatpage-vacancy = unbesetzt
seatpage-picture = Amtszeiten als Bild
# $seat, $body
seatpage-picture-title = Amtszeiten: { $seat }, { $body }
# $count, $now
seatpage-picture-text = { $count ->
    [one] Der Sitz war bisher einmal besetzt.
   *[other] Der Sitz war bisher { $count }-mal besetzt.
  } { $now }
# $day, $name
seatpage-picture-now = Am { $day } sitzt hier { $name }.
seatpage-picture-vacant = Am { $day } ist er unbesetzt.
seatpage-picture-read = Bild als Tabelle lesen
seatpage-picture-table = Amtszeiten
seatpage-picture-today = heute
seatpage-who = Wer
seatpage-seat = Sitz
seatpage-when = Was geschieht, wenn …
seatpage-when-leaves-post = die Person ihre Stelle verlässt?
seatpage-when-absence = sie lange abwesend ist?
seatpage-when-resignation = sie den Sitz niederlegt?
seatpage-when-post-vacant = die Stelle unbesetzt ist?
seatpage-when-member-leaves = die Organisation oder das Gebiet austritt?
seatpage-when-merger = Organisationen oder Gebiete zusammengehen?
seatpage-when-term = die Amtszeit ohne Wahl endet?
seatpage-when-removal = jemand die Abwahl verlangt?
seatpage-substitutes = Wer vertritt
seatpage-substitutes-none = Für diesen Sitz ist keine Vertretung benannt.
seatpage-deputy = Stellvertretung der Stelle
seatpage-substitute = Ersatzperson
seatpage-second = zweite Kontaktperson
seatpage-by-post = über { $post }
seatpage-by-organisation = für { $organisation }
seatpage-elected-until = gewählt bis { $when }
seatpage-sent-until = entsandt bis { $when }
seatpage-description = Sitz in { $body }: wem er gehört und wer dort sitzt.
# Gründe für ein Ende
ended-term = Amtszeit beendet
ended-resignation = niedergelegt
ended-eligibility = Voraussetzung entfallen
ended-removal = abgewählt
ended-recall = abberufen
ended-exit = ausgetreten
ended-merger = Zusammenschluss
ended-death = verstorben
ended-abolished = Sitz aufgelöst
# Organisation
orgpage-seats = Sitze und Rollen
orgpage-seats-text = Wo { $organisation } mitwirkt und wer dort spricht.
orgpage-seats-none = Zurzeit kein Sitz, den Sie sehen können.
orgpage-seats-none-text = Viele Gremien zeigen ihre Sitze nur Mitgliedern.
orgpage-role = Rolle
orgpage-who = Wer vertritt
orgpage-body = Gremium
orgpage-itself = im Netzwerk selbst
orgpage-since = Seit
orgpage-posts = Stellen
orgpage-posts-none = Keine Stelle eingetragen.
orgpage-units = Teile der Organisation
orgpage-facts = Über die Organisation
orgpage-territory = Gebiet
# $territory, $district
orgpage-territory-in = { $territory } ({ $district })
orgpage-part-of = Teil von
orgpage-merged = Aufgegangen in
orgpage-exists = Besteht
orgpage-former = Frühere Namen
orgpage-mail = E-Mail
orgpage-phone = Telefon
orgpage-address = Anschrift
orgpage-web = Eigene Seiten
orgpage-as-of = Wer vertrat { $organisation } an einem anderen Tag?
orgpage-embed = Auf Ihrer Seite zeigen
orgpage-embed-text = Kopieren Sie diese Zeilen in Ihre eigene Seite. Dort stehen dann immer die heutigen Sitze.
orgpage-embed-look = Vorschau öffnen
orgpage-embed-title = Netzwerke und Sitze: { $organisation }
orgpage-embed-back = Mehr dazu in { $site }
orgpage-embed-day = Stand: { $day }
orgpage-basis = Grundlage
orgpage-networks = { $count ->
    [one] in einem Netzwerk
   *[other] in { $count } Netzwerken
  }
orgpage-description = { $organisation }: alle öffentlichen Sitze in Netzwerken und Gremien, und wer sie wahrnimmt.
# Freigaben
consent-title = Freigaben
consent-account = Mein Konto
consent-lead = Sie entscheiden für jede Angabe, wer sie sieht. Jede Freigabe können Sie sofort zurückziehen.
consent-seen = So sehen andere Sie
consent-seen-public = Öffentlichkeit und Suchmaschinen
consent-seen-all = Mitglieder aller Netzwerke hier
consent-seen-network = Mitglieder von { $network }
consent-seen-nothing = Nichts. Ohne Namen erscheinen Sie dort nicht.
consent-seen-own = Sie selbst sehen immer alles.
consent-field-name = Name
consent-field-office-mail = Dienstliche E-Mail
consent-field-office-phone = Dienstliches Telefon
consent-field-private-mail = Private E-Mail
consent-field-private-phone = Privates Telefon
consent-field-pronouns = Pronomen
consent-field-topics = Themen
consent-value = Eingetragen ist: { $value }
consent-value-none = Dazu ist noch nichts eingetragen.
consent-hint-name = In Netzwerken, denen Sie angehören, sehen Mitglieder Ihren Namen. Sensible Netzwerke sind davon ausgenommen.
consent-hint-office = Mailadresse und Telefon der Stelle gehören zum Amt. Sie bleiben sichtbar.
consent-option-public = öffentlich
consent-option-all = alle Netzwerke
consent-option-network = { $network }
consent-option-sensitive = { $network } (sensibel)
consent-sensitive-title = Sensible Netzwerke
consent-sensitive = { $networks } ist besonders geschützt. Niemand außerhalb erfährt, dass Sie dabei sind. Auch Mitglieder sehen Ihren Namen dort nur, wenn Sie es hier erlauben.
consent-sensitive-several = { $networks } sind besonders geschützt. Niemand außerhalb erfährt, dass Sie dabei sind. Auch Mitglieder sehen Ihren Namen dort nur, wenn Sie es hier erlauben.
consent-public-note = Was öffentlich ist, können auch Suchmaschinen finden und kopieren.
consent-own-topics = Wozu man Sie fragen kann
consent-own-topics-hint = Wählen Sie, wozu andere Sie fragen können. Zu sehen ist es erst mit einer Freigabe.
consent-more = { $count ->
    [one] Eine weitere Angabe, zu der nichts eingetragen ist
   *[other] { $count } weitere Angaben, zu denen nichts eingetragen ist
  }
consent-form = Freigeben
consent-given = Was Sie freigegeben haben
consent-given-none = Sie haben nichts freigegeben.
consent-given-none-text = Wählen Sie unten, was andere sehen dürfen.
# $field, $audience
consent-for = { $field }: { $audience }
consent-former = ein Netzwerk, dem Sie nicht mehr angehören
consent-withdraw = Zurückziehen
consent-withdraw-all = Alles zurückziehen
consent-save = Speichern
consent-saved = Gespeichert. Ab sofort gilt, was Sie gewählt haben.
consent-unchanged = Es gab nichts zu ändern.
consent-withdrawn = Zurückgezogen. Ab sofort ist das nicht mehr zu sehen.
consent-own-page = Meine Seite ansehen
# Bearbeiten
edit-title = { $body } bearbeiten
edit-purpose = Aufgabe
edit-purpose-hint = Wofür ist das Gremium da? Zwei bis drei Sätze genügen.
edit-purpose-en = Aufgabe auf Englisch
edit-mail = Postfach
edit-mail-hint = Eine Adresse, die auch bei einem Wechsel bleibt.
edit-rhythm = Rhythmus
edit-rhythm-hint = Zum Beispiel: zweiter Dienstag im Monat, 9:30 Uhr
edit-organisation = Organisation
edit-organisation-hint = Wozu das Gremium gehört, zum Beispiel: Kreis Düren
edit-topics = Themen
edit-open = Offen für alle
edit-open-option = Auch wer nicht Mitglied ist, kann hier einen Sitz haben.
edit-join = Beitritt
edit-join-option = Die Seite zeigt, wie man beitritt.
edit-save = Speichern
edit-cancel = Abbrechen
edit-saved = Gespeichert.
# Gattungen in der Suche
facet-bodies = Gremien
facet-persons = Personen
facet-posts = Stellen
facet-organisations = Organisationen
facet-seats = Sitze
facet-vacant = zurzeit unbesetzt
# Eigene Daten und Löschung
own-seats = Sitze
own-body = Netzwerk oder Gremium
own-capacity = Eigenschaft
own-from = Von
own-until = Bis
own-field = Angabe
own-audience = Für wen
own-given = Freigegeben am
own-withdrawn = Zurückgezogen am
own-alone = Sie sind die letzte Person, die { $network } koordiniert. Bitte übergeben Sie zuerst die Koordination.
# $role, $body
own-ends = Ihr Sitz endet heute: { $role }, { $body }
own-consents-go = { $count ->
    [one] Ihre Freigabe wird zurückgezogen.
   *[other] Ihre { $count } Freigaben werden zurückgezogen.
  }
own-stays = Dass jemand einen Sitz von wann bis wann innehatte, bleibt als Nachweis des Amtes. Ihr Name steht nicht mehr dabei.
own-consents-stay = Dass Sie etwas freigegeben und zurückgezogen haben, bleibt drei Jahre als Nachweis ohne Ihren Namen.
