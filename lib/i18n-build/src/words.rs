//! Words that do not belong on a German page, and what to say instead.
//!
//! The house speaks German to Germans, addresses them with Sie, and names offices so that everybody is meant.

/// Words to avoid and their replacement. A trailing `*` also finds compounds that begin with the word.
pub(crate) const AVOID: &[(&str, &str)] = &[
    ("user*", "Person, Mitglied, Konto"),
    ("workflow*", "Ablauf"),
    ("login*", "Einloggen"),
    ("logout*", "Abmelden vom Konto"),
    ("dashboard*", "Start, Übersicht"),
    ("account*", "Konto"),
    ("username*", "Name"),
    ("meeting*", "Sitzung, Treffen"),
    ("session*", "Sitzung"),
    ("event", "Veranstaltung, Termin"),
    ("events", "Veranstaltungen, Termine"),
    ("button*", "Schaltfläche, Knopf"),
    ("download*", "Herunterladen"),
    ("upload*", "Hochladen"),
    ("feedback*", "Rückmeldung"),
    ("member", "Mitglied"),
    ("members", "Mitglieder"),
    ("membership*", "Mitgliedschaft"),
    ("seat", "Sitz"),
    ("seats", "Sitze"),
    ("board", "Vorstand, Übersicht"),
    ("boards", "Vorstände, Übersichten"),
    ("settings", "Einstellungen"),
    ("admin", "Verwaltung"),
    ("admins", "Verwaltung"),
    ("tool*", "Werkzeug"),
    ("update*", "Aktualisierung, Neues"),
    ("reminder*", "Erinnerung"),
    ("deadline*", "Frist"),
    ("feature*", "Funktion"),
    ("default*", "Voreinstellung"),
    ("token*", "Code, Link"),
    ("community*", "Gemeinschaft, Netzwerk"),
    ("timeline*", "Zeitleiste"),
    ("onboarding*", "Einstieg"),
    ("setup*", "Einrichtung"),
    ("backup*", "Sicherung"),
    ("submit*", "Absenden"),
    ("cancel*", "Abbrechen"),
    ("delete*", "Löschen"),
    ("edit", "Bearbeiten"),
    ("save", "Speichern"),
    ("invite*", "Einladung, einladen"),
    ("error*", "Fehler"),
    ("bug", "Fehler"),
    ("bugs", "Fehler"),
    ("website*", "Seite, Internetseite"),
    ("homepage*", "Startseite"),
    ("email*", "E-Mail"),
    ("checken", "prüfen"),
    ("gecheckt", "geprüft"),
    ("tenant*", "Installation"),
    ("mandant", "Installation"),
    ("mandanten", "Installationen"),
    ("slug*", "Kurzname"),
    ("post", "Stelle"),
    ("posts", "Stellen, Nachrichten"),
    ("entität*", "das Wort, das gemeint ist"),
    ("objekt*", "das Wort, das gemeint ist"),
    ("datensatz*", "Eintrag"),
    ("datensätze*", "Einträge"),
    ("passwort*", "Code (es gibt keine Passwörter)"),
    ("passwörter*", "Codes (es gibt keine Passwörter)"),
    ("teilnehmerliste*", "Teilnahmeliste"),
    ("rednerliste*", "Redeliste"),
    ("mitarbeitergespräch*", "Personalgespräch"),
    ("bzw", "oder, und"),
    ("ggf", "wenn nötig"),
    ("evtl", "vielleicht"),
    ("zzgl", "und dazu"),
];

/// Words of the familiar address.
pub(crate) const FAMILIAR: &[&str] = &[
    "du", "dich", "dir", "dein", "deine", "deinen", "deinem", "deiner", "deines", "euch", "euer", "eure", "euren",
    "eurem",
];

/// A title that means men only, its other endings, what marks its counterpart, and a form for everybody.
pub(crate) struct Title {
    /// The singular in small letters; compounds that end with it count too.
    pub male: &'static str,
    /// Endings of cases and plural.
    pub endings: &'static [&'static str],
    /// How the form for women begins, in small letters.
    pub female: &'static str,
    /// What to write instead.
    pub instead: &'static str,
}

const fn title(
    male: &'static str,
    endings: &'static [&'static str],
    female: &'static str,
    instead: &'static str,
) -> Title {
    Title { male, endings, female, instead }
}

const ER: &[&str] = &["", "s", "n"];
const OR: &[&str] = &["", "s", "en"];
const WEAK: &[&str] = &["", "en"];
const STRONG: &[&str] = &[""];

/// Titles that need the form for women beside them, in the same text, or a neutral word.
pub(crate) const TITLES: &[Title] = &[
    title("nutzer", ER, "nutzerin", "Personen, die … nutzen"),
    title("teilnehmer", ER, "teilnehmerin", "Teilnehmende"),
    title("mitarbeiter", ER, "mitarbeiterin", "Beschäftigte"),
    title("vertreter", ER, "vertreterin", "Vertretung"),
    title("sprecher", ER, "sprecherin", "sprechende Person"),
    title("leiter", ER, "leiterin", "Leitung"),
    title("partner", ER, "partnerin", "Kontakt, Ansprechperson"),
    title("bürger", ER, "bürgerin", "Menschen, die hier wohnen"),
    title("bürgermeister", ER, "bürgermeisterin", "Bürgermeister*in"),
    title("nachfolger", ER, "nachfolgerin", "Nachfolge"),
    title("vorgänger", ER, "vorgängerin", "bisherige Person"),
    title("wähler", ER, "wählerin", "Wahlberechtigte"),
    title("unterzeichner", ER, "unterzeichnerin", "Unterzeichnende"),
    title("empfänger", ER, "empfängerin", "Wer die Nachricht bekommt"),
    title("betreiber", ER, "betreiberin", "Betrieb, betreibende Stelle"),
    title("inhaber", ER, "inhaberin", "Wer den Sitz hat"),
    title("beobachter", ER, "beobachterin", "Beobachtende"),
    title("beisitzer", ER, "beisitzerin", "Beisitz"),
    title("schriftführer", ER, "schriftführerin", "Schriftführung"),
    title("geschäftsführer", ER, "geschäftsführerin", "Geschäftsführung"),
    title("kassierer", ER, "kassiererin", "Kasse"),
    title("redner", ER, "rednerin", "sprechende Person"),
    title("besucher", ER, "besucherin", "Gäste"),
    title("leser", ER, "leserin", "Lesende"),
    title("gründer", ER, "gründerin", "Gründung, Gründende"),
    title("koordinator", OR, "koordinatorin", "Koordination"),
    title("moderator", OR, "moderatorin", "Moderation"),
    title("administrator", OR, "administratorin", "Verwaltung"),
    title("autor", OR, "autorin", "Text von"),
    title("referent", WEAK, "referentin", "Referat, Vortragende"),
    title("kandidat", WEAK, "kandidatin", "Kandidierende"),
    title("experte", &["", "n"], "expertin", "Fachleute"),
    title("kollege", &["", "n"], "kollegin", "Team, Fachkreis"),
    title("beauftragter", STRONG, "beauftragte", "Beauftragte"),
    title("delegierter", STRONG, "delegierte", "Delegierte"),
    title("vorsitzender", STRONG, "vorsitzende", "Vorsitz"),
    title("angestellter", STRONG, "angestellte", "Beschäftigte"),
];
