//! Names folded for sorting and search, so that „Özdemir“ stands with O and „Straße“ is found by „strasse“.

/// Base letters and everything of Latin script that stands for them with marks, in small letters.
const BASES: &[(&str, &str)] = &[
    ("a", "àáâãäåāăąǎǟǡǻȁȃȧḁẚạảấầẩẫậắằẳẵặ"),
    ("ae", "æǣǽ"),
    ("b", "ḃḅḇ"),
    ("c", "çćĉċčḉ"),
    ("d", "ďđðḋḍḏḑḓ"),
    ("e", "èéêëēĕėęěǝəȅȇȩḕḗḙḛḝẹẻẽếềểễệ"),
    ("f", "ḟ"),
    ("g", "ĝğġģǥǧǵḡ"),
    ("h", "ĥħȟḣḥḧḩḫẖ"),
    ("i", "ìíîïĩīĭįıǐȉȋḭḯỉị"),
    ("ij", "ĳ"),
    ("j", "ĵǰ"),
    ("k", "ķĸǩḱḳḵ"),
    ("l", "ĺļľŀłḷḹḻḽ"),
    ("m", "ḿṁṃ"),
    ("n", "ñńņňŉŋǹṅṇṉṋ"),
    ("o", "òóôõöøōŏőǒǫǭǿȍȏȫȭȯȱṍṏṑṓơọỏốồổỗộớờởỡợ"),
    ("oe", "œ"),
    ("p", "ṕṗ"),
    ("r", "ŕŗřȑȓṙṛṝṟ"),
    ("s", "śŝşšșſṡṣṥṧṩ"),
    ("ss", "ß"),
    ("t", "ţťŧțṫṭṯṱẗ"),
    ("th", "þ"),
    ("u", "ùúûüũūŭůűųǔǖǘǚǜȕȗṳṵṷṹṻưụủứừửữự"),
    ("v", "ṽṿ"),
    ("w", "ŵẁẃẅẇẉẘ"),
    ("x", "ẋẍ"),
    ("y", "ýÿŷȳẏẙỳỵỷỹ"),
    ("z", "źżžẑẓẕƶ"),
];

/// Small letters without marks, blanks as single spaces: `Ä` is `a`, `ß` is `ss`, `Çelik` is `celik`.
///
/// Meant as the stored key of a name: equal keys sort together, and the start of a key is a prefix to search by.
/// Letters of other scripts stay, in small. Combining marks and soft hyphens fall away.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.chars() {
        if c.is_whitespace() {
            gap = !out.is_empty();
            continue;
        }
        if is_dropped(c) {
            continue;
        }
        if gap {
            out.push(' ');
            gap = false;
        }
        for small in c.to_lowercase().filter(|small| !is_dropped(*small)) {
            match base(small) {
                Some(base) => out.push_str(base),
                None => out.push(small),
            }
        }
    }
    out
}

/// What municipalities and districts carry before their proper name, as [`fold`] has it; longer ones first.
const TITLES: [&str; 14] = [
    "kreisfreie stadt",
    "kreisangehorige stadt",
    "landeshauptstadt",
    "verbandsgemeinde",
    "universitatsstadt",
    "hansestadt",
    "stadteregion",
    "samtgemeinde",
    "wissenschaftsstadt",
    "bundesstadt",
    "landkreis",
    "gemeinde",
    "kreis",
    "stadt",
];

/// The key by which lists of municipalities, districts and organisations are ordered: `Kreis Düren` stands at `duren kreis`, so that
/// everything of one place stands together and nothing under K. The same on both databases, since it is made here.
///
/// A name that is such a word alone stays, and so does one where the word is only a part (`Kreishandwerkerschaft`) or no name follows
/// it (`Kreis junger Frauen`).
#[must_use]
pub fn fold_name(text: &str) -> String {
    let key = fold(text);
    let proper = TITLES.iter().find_map(|title| {
        let rest = key.strip_prefix(title)?.strip_prefix(' ')?;
        let named = text.split_whitespace().nth(title.split(' ').count())?.starts_with(char::is_uppercase);
        named.then(|| format!("{rest} {title}"))
    });
    proper.unwrap_or(key)
}

/// Combining marks (U+0300 to U+036F) and characters that only steer line breaks, joining or direction.
fn is_dropped(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
        || c.is_control()
}

fn base(c: char) -> Option<&'static str> {
    if c.is_ascii() {
        return None;
    }
    BASES.iter().find(|(_, letters)| letters.contains(c)).map(|(base, _)| *base)
}

/// Characters that reorder text around them, used to disguise what is written (Unicode UAX 9).
#[must_use]
pub const fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{061c}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_folded() {
        for (name, key) in [
            ("Özdemir", "ozdemir"),
            ("  Müller-Lüdenscheidt ", "muller-ludenscheidt"),
            ("Straße", "strasse"),
            ("STRAẞE", "strasse"),
            ("Çelik, İpek", "celik, ipek"),
            ("Łukasz Żak", "lukasz zak"),
            ("Nguyễn Thị Hạnh", "nguyen thi hanh"),
            ("A\u{308}rzte", "arzte"),
            ("Gleich\u{ad}stellung", "gleichstellung"),
            ("Kreis\u{a0}\n Düren", "kreis duren"),
            ("Œuvre Æther Þór", "oeuvre aether thor"),
            ("Ελένη 東京", "ελένη 東京"),
            ("\u{202e}abc\u{0}", "abc"),
            ("", ""),
            (" \t", ""),
        ] {
            assert_eq!(fold(name), key, "{name}");
        }
    }

    #[test]
    fn municipalities_stand_with_their_proper_name() {
        for (name, key) in [
            ("Kreis Düren", "duren kreis"),
            ("Stadt Aachen", "aachen stadt"),
            ("StädteRegion Aachen", "aachen stadteregion"),
            ("Kreisfreie Stadt Köln", "koln kreisfreie stadt"),
            ("Gemeinde  Aldenhoven", "aldenhoven gemeinde"),
            ("Kreishandwerkerschaft Düren", "kreishandwerkerschaft duren"),
            ("Kreis junger Frauen", "kreis junger frauen"),
            ("Stadt", "stadt"),
            ("Düren", "duren"),
            ("", ""),
        ] {
            assert_eq!(fold_name(name), key, "{name}");
        }
    }

    #[test]
    fn folding_twice_changes_nothing_and_umlauts_sort_with_their_letter() {
        let mut names = ["Zander", "Özil", "Oster", "Ärmel", "Abel", "Ost"];
        names.sort_by_key(|name| fold(name));
        assert_eq!(names, ["Abel", "Ärmel", "Ost", "Oster", "Özil", "Zander"]);
        for (base, letters) in BASES {
            for c in letters.chars() {
                let upper: String = c.to_uppercase().collect();
                let once = fold(&c.to_string());
                assert_eq!((once.as_str(), fold(&once).as_str()), (*base, *base), "{c}");
                // ı, ŉ, ẖ and their like have capitals of several or other letters.
                assert!(fold(&upper).contains(base.chars().next().unwrap()), "{upper}");
            }
        }
    }

    #[test]
    fn no_letter_is_listed_twice() {
        let all: String = BASES.iter().map(|(_, letters)| *letters).collect();
        let mut letters: Vec<char> = all.chars().collect();
        letters.sort_unstable();
        let count = letters.len();
        letters.dedup();
        assert_eq!(letters.len(), count);
    }
}
