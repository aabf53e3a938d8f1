//! The facts the world is built from: tables under `data/`, one row a line, fields parted by tabs, `#` for remarks.

use kernel::{Day, Error, Reason, Result};

/// Topics of the vocabulary: slug, German, English.
pub const TOPICS: &str = include_str!("../data/topics.tsv");
/// The ten networks.
pub const NETWORKS: &str = include_str!("../data/networks.tsv");
/// Their bodies.
pub const BODIES: &str = include_str!("../data/bodies.tsv");
/// How networks and bodies hang together.
pub const EDGES: &str = include_str!("../data/edges.tsv");
/// Persons the stories need by name.
pub const CAST: &str = include_str!("../data/cast.tsv");
/// Who can be tried out: slug, description.
pub const PERSONAS: &str = include_str!("../data/personas.tsv");
/// Municipalities without a statutory full-time officer.
pub const SMALL: &str = include_str!("../data/small.tsv");
/// Posts whose history a story needs.
pub const TENURES: &str = include_str!("../data/tenures.tsv");
/// The elected of the Gender-Mainstreaming-Ausschuss, four elections.
pub const GMA: &str = include_str!("../data/gma.tsv");
/// Who is sent into bodies of others.
pub const DELEGATES: &str = include_str!("../data/delegates.tsv");
/// Cities within districts in the Städtetag.
pub const CITIES: &str = include_str!("../data/cities.tsv");
/// Member organisations of the Frauennetzwerk.
pub const FRAUEN: &str = include_str!("../data/frauen.tsv");
/// People in its committees who belong to none of them.
pub const GUESTS: &str = include_str!("../data/guests.tsv");
/// Its board.
pub const VORSTAND: &str = include_str!("../data/vorstand.tsv");
/// Administrations of the Diversity-Netzwerk.
pub const ADMINISTRATIONS: &str = include_str!("../data/administrations.tsv");
/// The sixteen Länder.
pub const LAENDER: &str = include_str!("../data/laender.tsv");
/// Given names.
pub const GIVEN: &str = include_str!("../data/given.tsv");
/// Family names.
pub const FAMILY: &str = include_str!("../data/family.tsv");
/// Which template each network began with.
pub const RULES: &str = include_str!("../data/rules.tsv");
/// What networks decided in earlier years.
pub const RESOLUTIONS: &str = include_str!("../data/resolutions.tsv");

/// The rows of a table.
pub fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table.lines().filter(|l| !l.starts_with('#') && !l.is_empty()).map(|l| l.split('\t').collect())
}

/// A field of a row; empty where the row is shorter.
pub fn field(row: &[&'static str], place: usize) -> &'static str {
    row.get(place).copied().unwrap_or_default()
}

/// A field that may be left empty.
pub fn maybe(row: &[&'static str], place: usize) -> Option<String> {
    Some(field(row, place)).filter(|f| !f.is_empty()).map(str::to_owned)
}

/// A day of a table; `open` is the day without end.
pub fn day(text: &str) -> Result<Day> {
    if text == "open" {
        Ok(Day::OPEN)
    } else {
        text.parse().map_err(|_| Error::internal(format!("{text:?} is no day")))
    }
}

/// A stored word of a table.
pub fn word<T>(found: Option<T>, text: &str) -> Result<T> {
    found.ok_or_else(|| missing("word", text))
}

/// Something the tables speak of and nobody made.
pub fn missing(what: &str, key: &str) -> Error {
    Error::internal(format!("the demo has no {what} {key:?}"))
}

/// Says in the log at which fact a verb refused, because a refusal alone does not tell.
pub fn at<T>(fact: &str, done: Result<T>) -> Result<T> {
    done.map_err(|cause| Error::internal(format!("demo, {fact}: {cause:?}")))
}

/// The refusal to build over somebody's data.
pub fn not_empty() -> Error {
    Error::rule(Reason::new(
        "Diese Datenbank ist nicht leer. Die Demo baut ihre Welt nur in einer leeren auf.",
        "This database is not empty. The demo builds its world in an empty one only.",
    ))
}
