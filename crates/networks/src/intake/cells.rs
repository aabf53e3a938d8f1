//! What people write into cells: names, days, addresses, functions, towns. Pure.

use i18n::NoDay;
use kernel::{Day, DayError, Office, Reason};
use people::{Grain, Mode, OrganisationKind};

/// The name of a person as it was split.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Named {
    /// Academic title.
    pub title: Option<String>,
    /// Given name.
    pub given: String,
    /// Family name.
    pub family: String,
}

/// Whether a cell says that nobody is there.
#[must_use]
pub fn is_vacant(text: &str) -> bool {
    matches!(
        i18n::fold(text).replace(['.', ' '], "").as_str(),
        "nn" | "vakant" | "unbesetzt" | "offen" | "frei" | "vacant" | "nochunbesetzt" | "zzunbesetzt" | "zztunbesetzt"
    )
}

/// Splits a whole name: `Albers, Dr. Anna`, `Frau Anna Albers`, `Anna von der Aue`. `None` for a single word.
#[must_use]
pub fn whole_name(text: &str) -> Option<Named> {
    const PARTICLES: [&str; 14] =
        ["von", "vom", "van", "de", "der", "den", "del", "di", "da", "zu", "zur", "zum", "auf", "el"];
    let split = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let (title, given, family) = match text.split_once(',') {
        Some((family, given)) => {
            let (before, family) = titled(split(family));
            let (after, given) = titled(split(given));
            ([before, after].concat(), given, family)
        }
        None => {
            let (title, mut words) = titled(split(text));
            let is_particle = |w: &String| PARTICLES.contains(&w.to_lowercase().as_str());
            let at = words
                .iter()
                .skip(1)
                .position(is_particle)
                .map_or_else(|| words.len().saturating_sub(1), |n| n + 1)
                .min(words.len().saturating_sub(1));
            let family = words.split_off(at);
            (title, words, family)
        }
    };
    let (given, family) = (given.join(" "), family.join(" "));
    let title = Some(title.join(" ")).filter(|t| !t.is_empty());
    (!given.is_empty() && !family.is_empty()).then_some(Named { title, given, family })
}

/// Takes salutations away and titles out of the front.
fn titled(words: Vec<String>) -> (Vec<String>, Vec<String>) {
    let mut title = Vec::new();
    let mut rest = words.into_iter().peekable();
    while let Some(word) = rest.peek() {
        let bare = word.to_lowercase();
        let salutes =
            matches!(bare.trim_end_matches('.'), "frau" | "herr" | "herrn" | "fr" | "hr" | "ms" | "mr" | "mrs");
        let is_title = bare.starts_with("dr.")
            || bare.starts_with("prof")
            || bare.starts_with("dipl")
            || bare == "dr"
            || bare == "mag.";
        match (salutes, is_title) {
            (true, _) => drop(rest.next()),
            (_, true) => title.extend(rest.next()),
            _ => break,
        }
    }
    (title, rest.collect())
}

/// One address out of what mail programs write: `Anna <anna@stadt.example>`, `mailto:…`.
///
/// # Errors
/// With the sentence for the cell.
pub fn mail(text: &str) -> Result<Option<String>, Reason> {
    let text = text.trim().trim_end_matches([';', ',']);
    if text.is_empty() {
        return Ok(None);
    }
    let inner = text.rsplit_once('<').and_then(|(_, rest)| rest.split_once('>')).map_or(text, |(inner, _)| inner);
    let inner = inner.trim().strip_prefix("mailto:").unwrap_or(inner.trim());
    if inner.matches('@').count() > 1 {
        return Err(Reason::new(
            "Hier stehen mehrere Adressen. Bitte lassen Sie eine.",
            "There are several addresses here. Please leave one.",
        ));
    }
    people::rules::mail(inner).map(Some)
}

/// A day as lists have it: `1.3.2021`, `2021-03-01`, `03/2021`, `März 2021`, `seit 2019`, with how exact it is.
///
/// # Errors
/// With the sentence for the cell.
pub fn day(text: &str) -> Result<Option<(Day, Grain)>, Reason> {
    let folded = i18n::fold(text);
    let bare = ["seit ", "ab ", "bis ", "von ", "since ", "from ", "until ", "zum "]
        .iter()
        .find_map(|word| folded.strip_prefix(word))
        .unwrap_or(&folded)
        .trim();
    if bare.is_empty() || matches!(bare, "heute" | "unbekannt" | "?" | "-" | "–" | "laufend" | "offen") {
        return Ok(None);
    }
    let (weekday, bare) = i18n::split_weekday(bare);
    let made = |y: i16, m: i8, grain| Day::new(y, m, 1).filter(|_| (1800..=2200).contains(&y)).map(|d| (d, grain));
    let number = |s: &str| s.parse::<i16>().ok();
    let year = |s: &str| number(s).filter(|_| s.len() == 4);
    let month = |s: &str| {
        let named = (1..=12).find(|m| {
            let name = i18n::fold(i18n::month_name(kernel::Lang::De, *m));
            let short = s.trim_end_matches('.');
            short.len() >= 3 && name.starts_with(short)
        });
        let named = named.or_else(|| i18n::month_of(s));
        named.or_else(|| number(s).and_then(|n| i8::try_from(n).ok()).filter(|n| (1..=12).contains(n)))
    };
    if let Some(y) = year(bare) {
        return made(y, 1, Grain::Year).map(Some).ok_or_else(no_day);
    }
    let pieces: Vec<&str> = bare.split(['/', ' ', '.', '-']).filter(|p| !p.is_empty()).collect();
    if let [m, y] = pieces[..]
        && let (Some(y), Some(m)) = (year(y), month(m))
    {
        return made(y, m, Grain::Month).map(Some).ok_or_else(no_day);
    }
    if let [y, m] = pieces[..]
        && let (Some(y), Some(m)) = (year(y), month(m))
    {
        return made(y, m, Grain::Month).map(Some).ok_or_else(no_day);
    }
    let whole = match pieces[..] {
        [d, m, y] if !bare.contains('-') && number(d).is_some() => {
            let y = if y.len() == 2 { number(y).map(|n| if n <= 50 { 2000 + n } else { 1900 + n }) } else { year(y) };
            match (number(d).and_then(|d| i8::try_from(d).ok()), month(m), y) {
                (Some(d), Some(m), Some(y)) => Day::new(y, m, d).ok_or(DayError::Impossible),
                (Some(_), None, Some(_)) => Err(DayError::Impossible),
                _ => Err(DayError::Form),
            }
        }
        _ => bare.get(..10).unwrap_or(bare).parse(),
    };
    match whole {
        Ok(day) if weekday.is_some_and(|name| name != day.date().weekday().to_monday_zero_offset()) => {
            Err(NoDay::Weekday(day).reason())
        }
        Ok(day) if (1800..=2200).contains(&day.year()) => Ok(Some((day, Grain::Day))),
        Err(DayError::Impossible) => Err(NoDay::Impossible.reason()),
        _ => Err(no_day()),
    }
}

fn no_day() -> Reason {
    Reason::new(
        "Schreiben Sie den Tag so: 23.11.2026, 11/2026 oder 2026.",
        "Write the day like this: 23.11.2026, 11/2026 or 2026.",
    )
}

/// The first day after a last day of that exactness: "bis 2023" ends with the year.
#[must_use]
pub fn after(last: Day, grain: Grain) -> Day {
    match grain {
        Grain::Day => last.next(),
        Grain::Month => last.plus_months(1),
        Grain::Year => last.plus_months(12),
    }
}

/// What a function means here.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Function {
    /// In which way she is with the post.
    With(Mode),
    /// An office of the network.
    Office(Office),
    /// An office whose holder keeps the membership: never given by a list.
    Keeper,
    /// Nothing beyond belonging.
    Member,
    /// A word nobody here knows.
    Unknown,
}

/// Reads a function.
#[must_use]
pub fn function(text: &str) -> Function {
    let text = i18n::fold(text).replace(['*', ':', '_', '/', '(', ')'], "");
    let has = |words: &[&str]| words.iter().any(|w| text.contains(w));
    let deputy = has(&["stellv", "vertret", "deputy"]);
    match text.trim() {
        "" | "-" | "mitglied" | "member" | "inhaberin" | "inhaber" | "amtsinhaberin" => Function::Member,
        _ if has(&["koordin", "geschaftsfuhr", "administrat", "verwaltet", "secretariat"]) => Function::Keeper,
        _ if has(&["vorsitz", "chair"]) && deputy => Function::Office(Office::DeputyChair),
        _ if has(&["vorsitz", "chair"]) => Function::Office(Office::Chair),
        _ if has(&["sprecher", "speaker"]) && !deputy => Function::Office(Office::Speaker),
        _ if has(&["schriftfuhr", "secretary"]) => Function::Office(Office::Secretary),
        _ if has(&["kassen", "schatzmeister", "treasurer"]) => Function::Office(Office::Treasurer),
        _ if has(&["beisitz", "assessor"]) => Function::Office(Office::Assessor),
        _ if has(&["kommissar", "acting"]) => Function::With(Mode::Acting),
        _ if deputy && !has(&["sprecher"]) => Function::With(Mode::Deputy),
        _ if has(&["gleichstellung", "ansprechp", "kontakt", "beauftragt"]) => Function::Member,
        _ => Function::Unknown,
    }
}

/// The keys a name of an organisation is looked up by, the surest first: `Stadt Aachen` is `Aachen`, a Kreis is none of it.
#[must_use]
pub fn keys(name: &str) -> Vec<String> {
    const FRONT: [&str; 8] = [
        "stadtverwaltung ",
        "landeshauptstadt ",
        "hansestadt ",
        "kreisstadt ",
        "bundesstadt ",
        "stadt ",
        "gemeinde ",
        "markt ",
    ];
    let name: String =
        i18n::fold(name).chars().map(|c| if matches!(c, ',' | '"' | '„' | '“') { ' ' } else { c }).collect();
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() {
        return Vec::new();
    }
    let tail = name.strip_suffix(" stadt").or_else(|| name.strip_suffix(" gemeinde"));
    let bare = FRONT.iter().find_map(|front| name.strip_prefix(front)).or(tail).unwrap_or(&name).to_owned();
    let short = bare.strip_suffix(" e.v.").or_else(|| bare.strip_suffix(" e. v.")).or_else(|| bare.strip_suffix(" ev"));
    let mut all = vec![name.clone()];
    if let Some(short) = short {
        all.push(short.to_owned());
    } else if !bare.contains("kreis") && !bare.contains("region") {
        all.extend([format!("stadt {bare}"), format!("gemeinde {bare}"), bare.clone()]);
        all.push(format!("{bare} e.v."));
    }
    let mut seen = std::collections::HashSet::new();
    all.retain(|key| seen.insert(key.clone()));
    all
}

/// A name without what stands before or behind it as custom has it: the same for `Frauen helfen` and `Frauen helfen e.V.`.
#[must_use]
pub fn canonical(name: &str) -> String {
    let bare = keys(name).into_iter().min_by_key(String::len).unwrap_or_default();
    bare.strip_suffix(" e.v.").unwrap_or(&bare).to_owned()
}

/// What sort of organisation a name speaks of; `otherwise` where it does not say.
#[must_use]
pub fn kind(name: &str, otherwise: OrganisationKind) -> OrganisationKind {
    const CIRCLES: [&str; 12] = [
        " e.v.",
        " e. v.",
        " ev ",
        "verein",
        "verband",
        "initiative",
        "bundnis",
        "frauenhaus",
        "beratungsstelle",
        " kirche ",
        "kirchengemeinde",
        "kirchenkreis",
    ];
    let name = format!(" {} ", i18n::fold(name));
    let has = |words: &[&str]| words.iter().any(|w| name.contains(w));
    if has(&[" stadt ", " gemeinde ", "hauptstadt ", "kreisstadt ", "hansestadt ", "stadtverwaltung"]) {
        OrganisationKind::Municipality
    } else if has(&["landschaftsverband", "stadteregion"]) {
        OrganisationKind::District
    } else if has(&CIRCLES) {
        OrganisationKind::Association
    } else if has(&[" kreis ", "landkreis ", "rhein-kreis "]) {
        OrganisationKind::District
    } else if has(&["ministerium", "staatskanzlei"]) {
        OrganisationKind::Ministry
    } else if has(&[" gmbh", "kammer ", "jobcenter", "agentur fur arbeit", "sparkasse"]) {
        OrganisationKind::Company
    } else {
        otherwise
    }
}

/// An official key with the zeros a spreadsheet took away: Land 2, Regierungsbezirk 3, Kreis 5, Gemeinde 8 digits.
///
/// # Errors
/// With the sentence for the cell.
pub fn official_key(text: &str) -> Result<Option<String>, Reason> {
    let digits: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    if digits.is_empty() {
        return Ok(None);
    }
    let padded = match digits.len() {
        1 | 4 | 7 => format!("0{digits}"),
        _ => digits,
    };
    if matches!(padded.len(), 2 | 3 | 5 | 8) && padded.bytes().all(|b| b.is_ascii_digit()) {
        return Ok(Some(padded));
    }
    Err(Reason::new(
        "Der Amtliche Gemeindeschlüssel hat acht Ziffern, ein Kreis fünf.",
        "The official key has eight digits, that of a district five.",
    ))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn names_are_split_as_people_write_them() {
        let split = |text: &str| whole_name(text).map(|n| (n.title.unwrap_or_default(), n.given, n.family));
        let all = |t: &str, g: &str, f: &str| Some((t.to_owned(), g.to_owned(), f.to_owned()));
        for (text, expected) in [
            ("Anna Albers", all("", "Anna", "Albers")),
            ("Albers, Anna", all("", "Anna", "Albers")),
            ("Albers, Dr. Anna Maria", all("Dr.", "Anna Maria", "Albers")),
            ("Frau Prof. Dr. Anna Albers", all("Prof. Dr.", "Anna", "Albers")),
            ("Anna von der Aue", all("", "Anna", "von der Aue")),
            ("von der Aue, Anna", all("", "Anna", "von der Aue")),
            ("Anna-Maria Müller-Lüdenscheidt", all("", "Anna-Maria", "Müller-Lüdenscheidt")),
            ("Albers", None),
            ("Frau Albers", None),
            ("", None),
            ("Anna von", all("", "Anna", "von")),
        ] {
            assert_eq!(split(text), expected, "{text}");
        }
        assert!(is_vacant("N.N.") && is_vacant("n. n.") && is_vacant("vakant") && !is_vacant("Nina Neu"));
    }

    #[test]
    fn days_are_as_exact_as_they_were_written() {
        let read = |text: &str| day(text).map(|d| d.map(|(d, g)| format!("{d} {}", g.word())));
        for (text, expected) in [
            ("1.3.2021", "2021-03-01 day"),
            ("01.03.21", "2021-03-01 day"),
            ("1.3.87", "1987-03-01 day"),
            ("2021-03-01", "2021-03-01 day"),
            ("2021-03-01 00:00:00", "2021-03-01 day"),
            ("seit 1. März 2021", "2021-03-01 day"),
            ("03/2021", "2021-03-01 month"),
            ("3.2021", "2021-03-01 month"),
            ("2021-03", "2021-03-01 month"),
            ("März 2021", "2021-03-01 month"),
            ("Sept. 2021", "2021-09-01 month"),
            ("seit 2019", "2019-01-01 year"),
            ("Mo, 1. März 2021", "2021-03-01 day"),
            ("since Monday, 1 March 2021", "2021-03-01 day"),
        ] {
            assert_eq!(read(text), Ok(Some(expected.to_owned())), "{text}");
        }
        for open in ["", "  ", "unbekannt", "bis heute", "-"] {
            assert_eq!(read(open), Ok(None), "{open}");
        }
        for none in ["31.02.2021", "31.2.2021", "2021-02-31", "1.13.2021"] {
            assert_eq!(day(none).unwrap_err().de, "Diesen Tag gibt es im Kalender nicht.", "{none}");
        }
        assert!(day("Di, 1. März 2021").unwrap_err().de.starts_with("Der 1. März 2021 ist ein Montag."));
        for bad in ["bald", "Di", "44256", "0001", "1.1.0001", "13/2021", "Brumaire 2021"] {
            assert!(day(bad).unwrap_err().de.starts_with("Schreiben Sie den Tag so"), "{bad}");
        }
        assert_eq!(after(Day::literal("2023-01-01"), Grain::Year), Day::literal("2024-01-01"));
    }

    #[test]
    fn an_address_is_taken_out_of_what_mail_programs_write() {
        for text in ["a@x.example.org", " a@x.example.org; ", "Anna Albers <a@x.example.org>", "mailto:a@x.example.org"]
        {
            assert_eq!(mail(text).unwrap().as_deref(), Some("a@x.example.org"), "{text}");
        }
        assert_eq!(mail("").unwrap(), None);
        for bad in ["a@x.example.org, b@x.example.org", "anna(at)x.example.org", "a@x", "keine"] {
            assert!(mail(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn functions_say_what_they_mean() {
        use Function as F;
        for (text, expected) in [
            ("", F::Member),
            ("Mitglied", F::Member),
            ("Gleichstellungsbeauftragte", F::Member),
            ("Stellvertretung", F::With(Mode::Deputy)),
            ("stellv. Gleichstellungsbeauftragte", F::With(Mode::Deputy)),
            ("kommissarisch", F::With(Mode::Acting)),
            ("Vorsitzende", F::Office(Office::Chair)),
            ("stellv. Vorsitzende", F::Office(Office::DeputyChair)),
            ("Sprecher*in", F::Office(Office::Speaker)),
            ("Kassenführung", F::Office(Office::Treasurer)),
            ("Koordination", F::Keeper),
            ("Kaffeewartin", F::Unknown),
        ] {
            assert_eq!(function(text), expected, "{text}");
        }
    }

    #[test]
    fn a_town_is_found_by_any_of_its_names_and_a_district_only_by_its_own() {
        let meets = |a: &str, b: &str| keys(a).iter().any(|k| *k == i18n::fold(b));
        assert!(
            meets("Aachen", "Stadt Aachen") && meets("Stadt Aachen", "Aachen") && meets("Düren, Stadt", "Stadt Düren")
        );
        assert!(meets("Gemeinde Kreuzau", "Kreuzau") && meets("Frauen helfen", "Frauen helfen e.V."));
        assert!(
            !meets("Düren", "Kreis Düren")
                && !meets("Kreis Düren", "Stadt Düren")
                && !meets("Stadt Düren", "Kreis Düren")
        );
        let of = |name| kind(name, OrganisationKind::Other);
        assert_eq!(of("Kreis Düren"), OrganisationKind::District);
        assert_eq!(of("StädteRegion Aachen"), OrganisationKind::District);
        assert_eq!(of("Kreisstadt Euskirchen"), OrganisationKind::Municipality);
        assert_eq!(of("Frauen helfen e.V."), OrganisationKind::Association);
        assert_eq!(of("Stadt Euskirchen"), OrganisationKind::Municipality);
        assert_eq!(of("Ev. Kirchenkreis Aachen"), OrganisationKind::Association);
        assert_eq!(of("Landschaftsverband Rheinland"), OrganisationKind::District);
        assert_eq!((of("Euskirchen"), of("Aachen")), (OrganisationKind::Other, OrganisationKind::Other));
        assert_eq!(official_key("5334002").unwrap().as_deref(), Some("05334002"));
        assert!(official_key("53").is_ok() && official_key("x").is_err() && official_key("123456").is_err());
    }

    proptest! {
        #[test]
        fn nothing_in_a_cell_makes_it_panic(text in "\\PC{0,40}") {
            let _ = (whole_name(&text), day(&text), mail(&text), function(&text), keys(&text), official_key(&text), is_vacant(&text));
            let _ = kind(&text, OrganisationKind::Other);
        }
        #[test]
        fn every_day_reads_back(y in 1800_i16..2200, m in 1_i8..=12, d in 1_i8..=31) {
            if let Some(expected) = Day::new(y, m, d) {
                prop_assert_eq!(day(&format!("{d}.{m}.{y}")).unwrap(), Some((expected, Grain::Day)));
                prop_assert_eq!(day(&expected.to_string()).unwrap(), Some((expected, Grain::Day)));
            }
        }
    }
}
