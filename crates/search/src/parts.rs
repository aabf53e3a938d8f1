//! Words compounds of the field are made of, folded. Our own list, kept with the program and not learned from what is stored:
//! so both databases split alike, in whatever order things come, and nothing anybody may not read decides what others find.

/// What a word can be put together from.
pub const PARTS: &str = "abend abfall abgabe abgeordnete abkommen ablauf abschluss absicht abstimmung abteilung akte aktion aktiv \
    alleinerziehend alleinerziehende alltag alter alters ambulanz amt analyse anbieter anfrage angebot anhang \
    anhorung anlage anlagen anlass anlauf anliegen anmeldung annahme anregung anspruch anstalt anteil antrag \
    anwalt arbeit archiv armut art arzt arztin asyl aufenthalt aufgabe aufklarung aufnahme aufruf aufsicht \
    auftrag ausbildung ausgabe ausgleich auskunft ausland auslander ausnahme aussage ausschreibung ausschuss \
    ausstattung austausch auswahl ausweis auswertung auszeit auto bad bahn ball band bank barriere bau bauen \
    beamte beamtin beauftragte beauftragung bedarf bedingung befragung begleitung begriff begrundung behinderung \
    behorde beirat beispiel beistand beitrag bekampfung belastigung beleg benachteiligung beratung bereich \
    bericht beruf berufung beschaftigte beschaftigung bescheid beschluss beschneidung beschwerde besetzung \
    besoldung besprechung bestand bestellung bestimmung besuch beteiligung betreuung betrieb bewegung beweis \
    bewerber bewerbung bezirk bezug bilanz bild bildung blatt borse botschaft brauch brief broschure bruch \
    brucke buch budget bund burger burgerin burgermeister burgermeisterin buro chance chef christ club csd dach \
    dank daten dauer debatte demokratie denken dialog dienst dienstleister dienstleistung digital \
    digitalisierung diskriminierung diskussion diversitat dokument dorf druck ebene ehe ehre ehrenamt eigen \
    eingabe eingang eingruppierung einheit einigung einkommen einkunft einladung einrichtung einsatz einstellung \
    einwohner eltern empfehlung ende engagement entgelt entlastung entscheidung entschluss entwicklung entwurf \
    erfahrung erfolg ergebnis erhebung erholung erklarung erlass ermittlung ernennung ersatz erwerb erziehung \
    etat ethik evaluation extremismus fach fahigkeit fahrt fall familie feier feld feminismus femizid ferien \
    fest film finanz finanzen finanzierung firma flache flucht fluchtling flug fluss folge forder forderung form \
    formular forschung fort fortbildung forum foto frage fraktion frau frauen freiheit freiwillig freizeit \
    frieden frist fuhrung funktion fusion garten gast gebaude geber gebiet gebuhr geburt gefahr gefahrdung \
    gehalt geld gemeinde gemeinschaft gender genderkompetenz generation genossenschaft gerecht gerechtigkeit \
    gericht gesamt geschaft geschichte geschlecht geschlechter gesellschaft gesetz gesetzgebung gesicht gesprach \
    gestaltung gesundheit gewalt gewerbe gewerkschaft gewinn gleich gleichbehandlung gleichberechtigung \
    gleichstellung grad gremien gremium grenze grund grundlage grundsatz gruppe gut gutachten haft haftung halle \
    halt haltung hand handbuch handel handlung handreichung hass hasskriminalitat haupt haus haushalt hebamme \
    hebammen heim heimat herkunft hetze hilfe hilfen hindernis hinweis hof homophobie hormon hort hotel idee \
    identitat impuls individuell industrie information infrastruktur initiative inklusion innen innovation \
    institut integration inter interesse internet investition istanbul jahr jahres job jubilaum jugend \
    jugendliche junge jurist justiz kammer kampagne kandidat kandidatin kandidatur kapital karriere karte kasse \
    kette kind kinder kindergarten kirche kita klage klasse klausur klima klinik kolleg kollegin kommission \
    kommunal kommune kommunikation kompetenz konferenz konflikt kongress kontakt kontrolle konvention konzept \
    kooperation koordination koordinierung korper kosten kraft kranken kredit kreis kriminalitat krise kritik \
    kultur kunde kunst kurs kurz lage land landes landrat landratin landtag last lauf leben lehre lehrer \
    lehrerin lehrgang lehrkraft leistung leit leiter leiterin leitfaden leitlinie leitung lesbe lesung licht \
    linie liste literatur lob lohn losung lsbti lsbtiq luft macht madchen mahnung mainstreaming management \
    mandat mangel mann manner markt material mehr mehrheit meinung meister meisterin meldung menschen \
    menschenhandel menstruation merkblatt messe methode miete migrant migrantin migration minderheit minister \
    ministerin ministerium mitarbeit mitarbeiter mitarbeiterin mitglied mitglieder mitgliedschaft mitteilung \
    mittel mitwirkung mobbing mobilitat modell monat motiv museum muster mutter nachbar nachfolge nachhaltigkeit \
    nachricht nachstellung nachweis name natur nehmer netz netzwerk niederschrift norm not nummer nutzung \
    oberburgermeister oberburgermeisterin offentlich offentlichkeit opfer ordnung organ organisation ort paar \
    paket papier paritat parlament partei partizipation partner partnerin partnerschaft pass patient periode \
    person personal personen pflege pflicht plan planung platz politik polizei portal position post praktikant \
    praktikum praxis preis presse prinzip privat problem produkt profil programm projekt prostituierte \
    prostitution protokoll prozess prufung publikation punkt qualifikation qualifizierung qualitat quartier \
    queer quelle quote rahmen rassismus rat rate ratgeber raum recht rechte rede referat referent referentin \
    reform regel regelung regenbogen regierung region regional register reihe reise religion rente republik \
    respekt ressource richter richterin richtlinie risiko rolle ruckkehr rucksicht ruf ruhe runde rundschreiben \
    sache sammlung sanitar satz satzung schaden schicht schiff schlag schluss schreiben schrift schritt schule \
    schuler schulerin schulung schutz schwanger schwangere schwangerschaft schwerpunkt schwester schwule seite \
    sekretariat sektor selbst seminar senat senior seniorin sensibilisierung servic service sexismus sexualitat \
    sexuell sicherheit sicht sitz sitzung software soldat sommer sonder sorge sorgerecht sozial spende sperre \
    spiel sport sprach sprache sprecher sprecherin staat stadt stadte stadteregion stalking stamm stand standort \
    stark start statistik statt status stelle stellen stellung stellungnahme stellvertretung steuer stichtag \
    stiftung stimme stoff strafe strasse strategie streik streit struktur studie studium stunde suche sucht \
    system tag tagung tat tatigkeit tausch team technik teil teilhabe teilnahme teilnehmerin telefon termin test \
    text theater thema themen tisch titel tochter tod toilette tradition trager training trans transparenz treff \
    treffen trennung uber ubergabe ubergang uberlastung ubersicht ubung umfrage umgang umkleide umsetzung umwelt \
    unfall universitat unterhalt unterkunft unterlage unternehmen unterricht unterstutzung untersuchung urlaub \
    urteil vater veranstaltung verantwortung verband verbesserung verbot verbraucher verein vereinbarkeit \
    vereinbarung verfahren verfassung vergabe vergleich vergutung verhalten verhandlung verhutung verkehr verlag \
    verlauf verletzung verlust vermittlung vermogen verordnung versammlung versicherung versorgung verteilung \
    vertrag vertrauen vertreter vertreterin vertretung verwaltung verzeichnis vielfalt viertel volk vollmacht \
    vorbereitung vorbild vorgang vorhaben vorlage vormund vorschlag vorschrift vorsitz vorsitzende vorstand \
    vorteil vortrag wahl wahlen wald wandel warnung wasser wechseljahre weg wehr weiterbildung welt werbung werk \
    werkstatt wert westen wettbewerb widerspruch wille wirtschaft wissen wissenschaft woche wohl wohnen wohnung \
    wohnungslos wort wunsch wurde zahl zeichen zeit zeitschrift zeitung zentral zentrum ziel zimmer zivil zoll \
    zone zugang zukunft zulage zusammen zusammenarbeit zuschuss zustand zustandigkeit zustimmung zuwanderung \
    zuwendung zwang zwangsheirat zweck";
