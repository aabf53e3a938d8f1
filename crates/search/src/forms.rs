//! German words as search sees them: their stems, and what compounds are put together from. Pure, and the same on both
//! databases.

use std::{
    collections::HashSet,
    sync::{LazyLock, Mutex, PoisonError},
};

use rust_stemmers::{Algorithm, Stemmer};

use crate::parts::PARTS;

/// The shortest stem that is kept: shorter ones would find half the house.
const STEM_LEAST: usize = 3;
/// The shortest and the longest word that is taken apart.
const COMPOUND: std::ops::RangeInclusive<usize> = 6..=45;
/// The longest part looked for.
const PART_MOST: usize = 24;
/// The shortest part we do not know, and the shortest known one beside it.
const UNKNOWN_LEAST: usize = 4;
/// What stands between the parts of a compound; the empty one first.
const LINKS: [&str; 9] = ["", "s", "es", "n", "en", "er", "e", "ns", "ens"];
/// Ends of words that are no words.
const ENDINGS: [&str; 12] =
    ["lung", "rung", "dung", "tung", "ungen", "schaft", "heit", "keit", "lich", "isch", "ling", "innen"];

static KNOWN: LazyLock<HashSet<&'static str>> = LazyLock::new(|| PARTS.split_whitespace().collect());
static STEMS: LazyLock<HashSet<String>> = LazyLock::new(|| KNOWN.iter().map(|part| stem(part)).collect());
/// How parts begin: most places of a word are no beginning, and cost no look.
static BEGINS: LazyLock<HashSet<[u8; 3]>> =
    LazyLock::new(|| KNOWN.iter().filter_map(|part| part.as_bytes().first_chunk().copied()).collect());

/// The stem of a folded word (Snowball, German): „beauftragten“ and „beauftragte“ have the same.
#[must_use]
pub fn stem(word: &str) -> String {
    // Making one is a choice of a function, nothing more.
    Stemmer::create(Algorithm::German).stem(word).into_owned()
}

/// The stems a word asked for may have: its own, and that of the same word with umlauts as one letter. At most two.
#[must_use]
pub fn asked_stems(word: &str) -> Vec<String> {
    let mut found = Vec::new();
    for spelling in [word.to_owned(), word.replace("ae", "a").replace("oe", "o").replace("ue", "u")] {
        let stem = stem(&spelling);
        if stem.len() >= STEM_LEAST && !found.contains(&stem) {
            found.push(stem);
        }
    }
    found
}

/// What the index finds a folded word by beside its letters: its stem, those of its parts, and those of what a compound
/// ends with. „frauenforderplan“: frauenforderplan, frau, ford, plan, forderplan.
#[must_use]
pub fn forms(word: &str) -> Vec<String> {
    if has_none(word) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut keep = |part: &str| {
        let stem = stem(part);
        if stem.len() >= STEM_LEAST && !found.contains(&stem) {
            found.push(stem);
        }
    };
    keep(word);
    for (begin, end) in split(word) {
        keep(&word[begin..end]);
        if begin > 0 {
            keep(&word[begin..]);
        }
    }
    found
}

/// Whether a word is found by its letters alone.
fn has_none(word: &str) -> bool {
    word.len() < STEM_LEAST || word.bytes().any(|b| b.is_ascii_digit())
}

/// The same, remembering words that were taken apart before: texts repeat themselves.
#[must_use]
pub fn forms_again(word: &str) -> Vec<String> {
    /// So many words are remembered; then it begins anew.
    const REMEMBERED: usize = 20_000;
    static SEEN: LazyLock<Mutex<std::collections::HashMap<String, Vec<String>>>> = LazyLock::new(Mutex::default);
    // Numbers are many, and would push out words.
    if has_none(word) {
        return Vec::new();
    }
    let mut seen = SEEN.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = seen.get(word) {
        return known.clone();
    }
    let made = forms(word);
    if seen.len() >= REMEMBERED {
        seen.clear();
    }
    seen.insert(word.to_owned(), made.clone());
    made
}

/// One way to a place within a word: what it costs, where its last part begins and ends, and whether that one is known.
#[derive(Clone, Copy)]
struct Way {
    cost: u8,
    begin: usize,
    end: usize,
    known: bool,
    /// Whether a part before was unknown: there may be one.
    used: bool,
}

/// The parts of a compound, each by its beginning and end, without what links them; nothing where it is none.
///
/// The cheapest cover by known parts with linking elements between them; one part may be unknown beside a known one.
#[must_use]
pub fn split(word: &str) -> Vec<(usize, usize)> {
    let n = word.len();
    if !COMPOUND.contains(&n) || !word.bytes().all(|b| b.is_ascii_lowercase()) {
        return Vec::new();
    }
    let begins = |at: usize| {
        word.as_bytes()
            .get(at..at + 3)
            .and_then(|three| three.try_into().ok())
            .is_some_and(|three: [u8; 3]| BEGINS.contains(&three))
    };
    // The cheapest way to each place, without and with an unknown part.
    let mut ways: Vec<[Option<Way>; 2]> = vec![[None; 2]; n + 1];
    let take = |ways: &mut Vec<[Option<Way>; 2]>, at: usize, way: Way| {
        let slot = &mut ways[at][usize::from(way.used)];
        if slot.is_none_or(|known| way.cost < known.cost) {
            *slot = Some(way);
        }
    };
    for at in 0..n {
        let here: [Option<Way>; 2] =
            if at == 0 { [Some(Way { cost: 0, begin: 0, end: 0, known: true, used: false }), None] } else { ways[at] };
        for way in here.into_iter().flatten() {
            if begins(at) {
                let least = if way.known { 3 } else { UNKNOWN_LEAST };
                for end in (at + least)..=n.min(at + PART_MOST) {
                    let part = &word[at..end];
                    let last = end == n;
                    if last && at == 0 || !(KNOWN.contains(part) || last && STEMS.contains(&stem(part))) {
                        continue;
                    }
                    let next = Way { cost: way.cost + 1, begin: at, end, known: true, used: way.used };
                    if last {
                        take(&mut ways, n, next);
                        continue;
                    }
                    for link in LINKS {
                        if word[end..].starts_with(link) && end + link.len() < n {
                            take(&mut ways, end + link.len(), next);
                        }
                    }
                }
            }
            if way.used {
                continue;
            }
            // The shorter what we do not know, the better.
            let cost = |end: usize| way.cost + 2 + u8::try_from((end - at) / 2).unwrap_or(u8::MAX - 60);
            let next = |end| Way { cost: cost(end), begin: at, end, known: false, used: true };
            if at == 0 {
                for end in UNKNOWN_LEAST..n.saturating_sub(UNKNOWN_LEAST - 1) {
                    if begins(end) && has_vowel(&word[..end]) {
                        take(&mut ways, end, next(end));
                    }
                }
            } else if n - at >= UNKNOWN_LEAST && way.end - way.begin >= UNKNOWN_LEAST {
                let rest = &word[at..];
                if has_vowel(rest) && !ENDINGS.contains(&rest) {
                    take(&mut ways, n, next(n));
                }
            }
        }
    }
    walk_back(&ways, n)
}

/// The parts of the cheapest way through, first to last.
fn walk_back(ways: &[[Option<Way>; 2]], n: usize) -> Vec<(usize, usize)> {
    let Some(mut way) = ways[n].iter().flatten().min_by_key(|way| way.cost).copied() else { return Vec::new() };
    let mut parts = vec![(way.begin, way.end)];
    while way.begin > 0 {
        // The part before spent the unknown one unless this one did.
        let used = way.used && way.known;
        let before = ways[way.begin][usize::from(used)];
        let Some(before) = before.filter(|before| before.begin < way.begin) else { return Vec::new() };
        parts.push((before.begin, before.end));
        way = before;
    }
    parts.reverse();
    parts
}

fn has_vowel(part: &str) -> bool {
    part.contains(['a', 'e', 'i', 'o', 'u', 'y'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn parts(word: &str) -> Vec<&str> {
        split(word).into_iter().map(|(begin, end)| &word[begin..end]).collect()
    }

    #[test]
    fn compounds_of_the_field_come_apart() {
        for (word, expected) in [
            ("gewaltschutzkonzept", vec!["gewalt", "schutz", "konzept"]),
            ("frauenforderplan", vec!["frau", "forder", "plan"]),
            ("haushaltsplane", vec!["haushalt", "plane"]),
            ("mitgliederversammlungen", vec!["mitglied", "versammlungen"]),
            ("stadtratssitzung", vec!["stadt", "rat", "sitzung"]),
            // One part may be unknown.
            ("wickelraumkonzept", vec!["wickel", "raum", "konzept"]),
            ("xylophonkonzept", vec!["xylophon", "konzept"]),
        ] {
            assert_eq!(parts(word), expected, "{word}");
        }
        assert!(parts("kreisgleichstellungsbeauftragte").ends_with(&["beauftragte"]));
        for whole in ["gewalt", "bericht", "verwaltung", "muller", "kowalski", "plan", "ausschuss", "verlag"] {
            assert!(split(whole).is_empty(), "{whole}: {:?}", parts(whole));
        }
    }

    #[test]
    fn what_is_asked_for_shares_a_form_with_what_is_to_be_found() {
        for (asked, found) in [
            ("gewalt", "gewaltschutzkonzept"),
            ("schutz", "gewaltschutzkonzept"),
            ("konzepte", "gewaltschutzkonzept"),
            ("beauftragten", "gleichstellungsbeauftragte"),
            ("beauftragte", "queerbeauftragter"),
            ("haushaltsplane", "haushaltsplan"),
            ("haushaltsplaene", "haushaltsplan"),
            ("forderplan", "frauenforderplan"),
            ("forderplane", "frauenforderplan"),
            ("versammlung", "mitgliederversammlungen"),
        ] {
            let kept = forms(found);
            assert!(
                asked_stems(asked).iter().any(|stem| kept.iter().any(|form| form.starts_with(stem.as_str()))),
                "{asked} in {found}: {:?} {kept:?}",
                asked_stems(asked)
            );
        }
        // Not everything is found by everything.
        let kept = forms("gleichstellungsbeauftragte");
        assert!(!asked_stems("auftrag").iter().any(|s| kept.iter().any(|f| f.starts_with(s.as_str()))), "{kept:?}");
    }

    proptest! {
        #[test]
        fn parts_lie_within_the_word_in_order_and_forms_do_not_grow(word in "[a-z]{0,50}") {
            let parts = split(&word);
            let mut last = 0;
            for (begin, end) in &parts {
                prop_assert!(*begin >= last && begin < end && *end <= word.len());
                last = *end;
            }
            prop_assert!(parts.len() != 1);
            prop_assert_eq!(forms(&word), forms(&word));
            prop_assert!(forms(&word).len() <= 2 * parts.len() + 1);
        }

        #[test]
        fn any_word_has_forms_without_a_fault(word in "\\PC{0,60}") {
            let _ = (forms(&word), asked_stems(&word), forms_again(&word));
        }
    }
}
