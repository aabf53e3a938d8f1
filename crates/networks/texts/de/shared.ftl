# Wörter, die alle Seiten der Netzwerke brauchen.
nav-networks = Netzwerke
tab-overview = Überblick
tab-bodies = Gremien
tab-persons = Personen
tab-members = Mitglieder
tab-picture = Bild
day-label = Stand
day-show = Anzeigen
# Ämter
office-chair = Vorsitz
office-deputy-chair = Stellvertretender Vorsitz
office-speaker = Sprechende Person
office-secretary = Schriftführung
office-treasurer = Kasse
office-assessor = Beisitz
office-secretariat = Geschäftsstelle
office-network-admin = Koordination
office-host = Gastgebende Stelle
office-rapporteur = Berichterstattung
# Stimme
voice-voting = stimmberechtigt
voice-advisory = beratend
voice-observer = beobachtend
voice-guest = als Gast
voice-office = Amt
# Wem ein Sitz gehört
seat-post = Sitz der Stelle
seat-organisation = Sitz der Organisation
seat-territory = Sitz für ein Gebiet
seat-territory-of = Sitz für { $territory }
seat-elected = gewählt
seat-delegated = entsandt
seat-delegated-by = entsandt von { $body }
seat-ex-officio = kraft Amtes
seat-personal = Sitz der Person
seat-guest = Gastsitz
seat-number = Sitz { $number }
# Rollen
role-member = Mitglied
role-member-post = Mitglied durch die Stelle
role-member-elected = gewähltes Mitglied
role-member-delegated = entsandtes Mitglied
role-member-ex-officio = Mitglied kraft Amtes
role-advisory = beratendes Mitglied
role-observer = beobachtendes Mitglied
role-guest = Gast
capacity-acting = kommissarisch
capacity-deputy = in Vertretung
capacity-representative = für die Organisation
capacity-substitute = als Ersatz
# Zustand eines Sitzes
state-vacant = unbesetzt
state-filled = besetzt
state-carries = im Amt bis zur Neuwahl
state-passes = geht auf Nachfolge über
state-suspended = ruht
state-unrepresented = ohne Vertretung
# Arten von Gremien
kind-network = Netzwerk
kind-assembly = Versammlung
kind-committee = Ausschuss
kind-project-group = Projektgruppe
kind-conference = Konferenz
kind-board = Vorstand
kind-lead-team = Leitungsteam
kind-outside = Gremium außerhalb
# Reichweite
reach-region = Region
reach-land = Land
reach-federal = Bund
# Arten von Organisationen
organisation-municipality = Kommune
organisation-district = Kreis
organisation-land = Land
organisation-federal = Bund
organisation-ministry = Ministerium
organisation-association = Verein oder Verband
organisation-company = Betrieb oder Kammer
organisation-unit = Stelle oder Amt
organisation-other = Organisation
# Namen, die nicht gezeigt werden
name-hidden = Name nur für Mitglieder
name-withheld = Name nicht freigegeben
members-only = Diesen Bereich sehen nur Mitglieder von { $network }.
members-only-ask = Fragen zum Netzwerk beantwortet die Kontaktadresse.
# $day, $name
not-then = Am { $day } gab es { $name } nicht.
not-then-text = Wählen Sie einen anderen Tag.
back-to-today = Zurück zu heute
told-body-ended = Gremium aufgelöst
