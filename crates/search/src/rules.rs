//! What a word is, what was asked for, and where it stands in a text. Pure.

use std::collections::HashSet;

use crate::forms::{asked_stems, forms_again};

/// The longest word kept and asked for, in letters; longer ones count by their beginning.
pub const WORD_MOST: usize = 60;
/// The most words kept of one thing.
pub const WORDS_MOST: usize = 500;
/// The shortest word one can ask for, in letters: one letter alone would find half the house.
const ASKED_LEAST: usize = 2;
/// The most words one can ask for at once.
pub const ASKED_MOST: usize = 6;

/// The words of a text as the index keeps them: folded, each once, in the order they come.
///
/// A word with hyphens is kept in parts and joined („Gender-Mainstreaming“: gender, mainstreaming,
/// gendermainstreaming). A word with umlauts is also kept the way it is written without („Düren“: duren, dueren).
#[must_use]
pub fn words(text: &str) -> Vec<String> {
    let (mut found, mut seen) = (Vec::new(), HashSet::new());
    for spelling in spellings(text) {
        for chunk in spelling.split(|c: char| !c.is_alphanumeric() && !is_hyphen(c)) {
            let parts = chunk.split(is_hyphen).filter(|p| !p.is_empty());
            let mut count = 0;
            for part in parts.clone() {
                keep(&mut found, &mut seen, part);
                count += 1;
            }
            if count > 1 {
                keep(&mut found, &mut seen, &parts.collect::<String>());
            }
        }
    }
    found
}

/// So many words at the beginning of a text are also kept as such: titles and names stand there.
const HEAD: usize = 8;
/// Under this sign the index keeps words a text begins with: no word begins with it.
const FIRST: char = '^';

/// What a text begins with, as the index keeps it: whoever looks for a title or a name finds it before all that mentions
/// it somewhere.
#[must_use]
pub fn heads(text: &str) -> Vec<String> {
    let head = |word: String| format!("{FIRST}{word}");
    let mut found = Vec::new();
    for spelling in spellings(text) {
        let words = spelling.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).take(HEAD);
        for word in words.map(|w| head(w.chars().take(WORD_MOST).collect())) {
            if !found.contains(&word) {
                found.push(word);
            }
        }
    }
    found
}

/// A text folded, and folded with its umlauts as two letters where it has any.
fn spellings(text: &str) -> impl Iterator<Item = String> {
    [Some(i18n::fold(text)), written_out(text).map(|t| i18n::fold(&t))].into_iter().flatten()
}

fn keep(found: &mut Vec<String>, seen: &mut HashSet<String>, word: &str) {
    if found.len() >= WORDS_MOST || seen.contains(word) {
        return;
    }
    let word: String = word.chars().take(WORD_MOST).collect();
    if !word.is_empty() && seen.insert(word.clone()) {
        found.push(word);
    }
}

const fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// The text with umlauts as two letters, if it has any.
fn written_out(text: &str) -> Option<String> {
    let has = |c: char| matches!(c, 'ä' | 'ö' | 'ü' | 'Ä' | 'Ö' | 'Ü');
    // A base letter with a combining diaeresis is an umlaut too.
    if !text.contains(|c| has(c) || c == '\u{308}') {
        return None;
    }
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            'ä' | 'Ä' => out.push_str("ae"),
            'ö' | 'Ö' => out.push_str("oe"),
            'ü' | 'Ü' => out.push_str("ue"),
            '\u{308}' if out.ends_with(['a', 'o', 'u', 'A', 'O', 'U']) => out.push('e'),
            _ => out.push(c),
        }
    }
    Some(out)
}

/// What somebody asked for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Asked {
    /// Nothing yet.
    Nothing,
    /// Something, but no word of two letters.
    TooShort,
    /// These words, folded, at most six; whether some were left out.
    Words(Vec<String>, bool),
}

/// Reads what was typed.
#[must_use]
pub fn asked(text: &str) -> Asked {
    if text.trim().is_empty() {
        return Asked::Nothing;
    }
    let folded = i18n::fold(text);
    let mut words: Vec<String> = Vec::new();
    for word in folded.split(|c: char| !c.is_alphanumeric()) {
        let word: String = word.chars().take(WORD_MOST).collect();
        if word.chars().count() >= ASKED_LEAST && !words.contains(&word) {
            words.push(word);
        }
    }
    // „Müller“ is no second word beside „Müllerin“: the longer one asks for both.
    let all = words.clone();
    words.retain(|word| !all.iter().any(|other| other != word && other.starts_with(word.as_str())));
    let left_out = words.len() > ASKED_MOST;
    words.truncate(ASKED_MOST);
    if words.is_empty() { Asked::TooShort } else { Asked::Words(words, left_out) }
}

/// Whether one of these forms begins with one of those stems.
fn begins(forms: &[String], stems: &[String]) -> bool {
    forms.iter().any(|form| stems.iter().any(|stem| form.starts_with(stem.as_str())))
}

/// Whether a word of the index may be suggested to somebody who misspelt it.
#[must_use]
pub fn is_term(word: &str) -> bool {
    word.len() >= TERM_LEAST && word.bytes().all(|b| b.is_ascii_lowercase())
}

/// The shortest word that is suggested, and suggested for, in letters.
pub const TERM_LEAST: usize = 4;

/// Under this sign the index keeps forms: no word begins with it.
pub const FORM: char = '=';

/// What the index keeps of a text beside its words: stems of words and of the parts of compounds.
#[must_use]
pub fn forms_of(words: &[String]) -> Vec<String> {
    let mut found = Vec::new();
    let mut seen = HashSet::new();
    for word in words {
        for form in crate::forms::forms_again(word) {
            if found.len() < FORMS_MOST && seen.insert(form.clone()) {
                found.push(format!("{FORM}{form}"));
            }
        }
    }
    found
}

/// The most forms kept of one thing.
const FORMS_MOST: usize = 1000;

/// So many bytes of a text are looked through for an excerpt, and so long is one.
const LOOKED_THROUGH: usize = 20_000;
const EXCERPT: usize = 220;

/// The words asked for, with the stems they are also looked for by.
#[derive(Clone, Default, Debug)]
pub struct Sought {
    words: Vec<String>,
    stems: Vec<Vec<String>>,
}

impl Sought {
    /// What is looked for where these words are asked for.
    #[must_use]
    pub fn of(words: &[String]) -> Self {
        Self { words: words.to_vec(), stems: words.iter().map(|word| asked_stems(word)).collect() }
    }

    /// How many words are asked for.
    #[must_use]
    pub fn count(&self) -> usize {
        self.words.len()
    }

    /// A word asked for as the index keeps what a text begins with.
    #[must_use]
    pub fn head(&self, n: usize) -> String {
        self.words.get(n).map_or_else(String::new, |word| format!("{FIRST}{word}"))
    }

    /// What is looked for in the index for a word: itself, and its stems as forms. Each is a beginning.
    #[must_use]
    pub fn beginnings(&self, n: usize) -> Vec<String> {
        let stems = self.stems.get(n).into_iter().flatten().map(|stem| format!("{FORM}{stem}"));
        self.words.get(n).cloned().into_iter().chain(stems).collect()
    }

    /// Whether one of the words an entry is found by begins like a word asked for.
    #[must_use]
    pub fn stands_in(&self, n: usize, entry: &str) -> bool {
        let beginnings = self.beginnings(n);
        entry.split(' ').any(|word| beginnings.iter().any(|begin| word.starts_with(begin.as_str())))
    }

    /// How well a title answers: words that are exactly what was asked for count most, beginnings less, other forms and
    /// parts of compounds least.
    #[must_use]
    pub fn worth(&self, title: &str) -> u32 {
        let kept = words(title);
        let form = |stems: &[String]| kept.iter().any(|w| begins(&forms_again(w), stems));
        let each = self.words.iter().zip(&self.stems).map(|(asked, stems)| match asked {
            a if kept.contains(a) => 4,
            a if kept.iter().any(|w| w.starts_with(a.as_str())) => 2,
            _ => u32::from(form(stems)),
        });
        each.sum()
    }

    /// Which of the words asked for a word of a text is, and how many bytes of it answer: all of it where it is another
    /// form or holds the word as a part.
    fn hit(&self, word: &str) -> Option<(usize, usize)> {
        let folded = i18n::fold(word);
        let reached = self.words.iter().enumerate().filter_map(|(n, asked)| Some((reach(word, &folded, asked)?, n)));
        // The longest beginning; of words that reach as far the first.
        if let Some((bytes, n)) = reached.max_by_key(|(bytes, n)| (*bytes, std::cmp::Reverse(*n))) {
            return Some((n, bytes));
        }
        let own = forms_again(&folded);
        self.stems.iter().position(|stems| begins(&own, stems)).map(|n| (n, word.len()))
    }

    /// Where a text holds what was asked for, up to where all of it stands together: the first and last byte of each
    /// word, and which of those asked it is.
    fn places(&self, text: &str) -> Vec<(usize, usize, usize)> {
        let (mut at, mut found) = (0, Vec::new());
        while at < text.len() {
            let rest = &text[at..];
            let run = rest.find(|c| !in_word(c)).unwrap_or(rest.len());
            if run == 0 {
                at += rest.find(in_word).unwrap_or(rest.len());
                continue;
            }
            let end = at + run;
            if let Some((n, _)) = self.hit(&rest[..run]) {
                found.push((at, end, n));
                let near = found.iter().rev().take_while(|(begin, ..)| end - begin <= EXCERPT);
                if near.map(|(.., n)| n).collect::<HashSet<_>>().len() == self.words.len() {
                    break;
                }
            }
            at = end;
        }
        found
    }

    /// The part of a text that answers best: around as many of the words asked for as stand together, cut between words;
    /// empty where none of them stands in it.
    #[must_use]
    pub fn excerpt(&self, text: &str) -> String {
        let end = (0..=LOOKED_THROUGH.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        let text = &text[..end];
        let places = self.places(text);
        let best = places.iter().enumerate().map(|(n, (begin, ..))| {
            let within = places[n..].iter().take_while(|(_, end, _)| end - begin <= EXCERPT);
            let mut which: Vec<usize> = within.map(|(.., which)| *which).collect();
            which.sort_unstable();
            which.dedup();
            (std::cmp::Reverse(which.len()), n)
        });
        let Some((_, first)) = best.min() else { return String::new() };
        let hit = places[first].0;
        // A little of what comes before, from the beginning of a word.
        let from = hit.saturating_sub(EXCERPT / 4);
        let from = if from == 0 {
            0
        } else {
            (from..=hit)
                .find(|at| *at == hit || text.is_char_boundary(*at) && text[..*at].ends_with(char::is_whitespace))
                .unwrap_or(hit)
        };
        let last = (from + EXCERPT).max(places[first].1).min(text.len());
        let until = if last == text.len() {
            last
        } else {
            (places[first].1..=last)
                .rev()
                .find(|at| text.is_char_boundary(*at) && text[*at..].starts_with(char::is_whitespace))
                .unwrap_or(places[first].1)
        };
        let words: Vec<&str> = text[from..until].split_whitespace().collect();
        let (before, after) =
            (if from > 0 { "… " } else { "" }, if until < text.len() || end < text.len() { " …" } else { "" });
        format!("{before}{}{after}", words.join(" "))
    }

    /// The text for a page, escaped, with `<mark>` around what was asked for.
    #[must_use]
    pub fn marked(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len() + 32);
        let mut rest = text;
        while !rest.is_empty() {
            let run = rest.find(|c| !in_word(c)).unwrap_or(rest.len());
            if run == 0 {
                let end = rest.find(in_word).unwrap_or(rest.len());
                escape(&rest[..end], &mut out);
                rest = &rest[end..];
                continue;
            }
            let (word, after) = rest.split_at(run);
            let hit = self.hit(word).map_or(0, |(_, bytes)| bytes);
            if hit > 0 {
                out.push_str("<mark>");
                escape(&word[..hit], &mut out);
                out.push_str("</mark>");
            }
            escape(&word[hit..], &mut out);
            rest = after;
        }
        out
    }
}

/// Letters and digits, and what falls away when folding within a word: combining marks, soft hyphens.
fn in_word(c: char) -> bool {
    c.is_alphanumeric() || (!c.is_whitespace() && i18n::fold(c.encode_utf8(&mut [0; 4])).is_empty())
}

/// How many bytes of the word, folded so, the asked beginning takes, if the word begins with it.
fn reach(word: &str, folded: &str, asked: &str) -> Option<usize> {
    if !folded.starts_with(asked) {
        let other = written_out(word)?;
        return i18n::fold(&other).starts_with(asked).then_some(word.len());
    }
    let ends = word.char_indices().map(|(at, c)| at + c.len_utf8());
    let first = ends.clone().find(|end| i18n::fold(&word[..*end]).len() >= asked.len())?;
    // A mark that combines with the last letter belongs to it.
    ends.filter(|end| *end >= first)
        .take_while(|end| i18n::fold(&word[..*end]).len() == i18n::fold(&word[..first]).len())
        .last()
}

fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_are_folded_split_and_kept_once() {
        assert_eq!(
            words("Kreis Düren, Kreis Euskirchen (05 358)"),
            ["kreis", "duren", "euskirchen", "05", "358", "dueren"]
        );
        assert_eq!(
            words("Gender-Mainstreaming-Ausschuss"),
            ["gender", "mainstreaming", "ausschuss", "gendermainstreamingausschuss"]
        );
        assert_eq!(words("Gleich\u{ad}stellung – Straße"), ["gleichstellung", "strasse"]);
        assert_eq!(words("Du\u{308}ren"), ["duren", "dueren"]);
        assert!(words(" -, – \u{202e}").is_empty());
        assert_eq!(words(&"x".repeat(99)), ["x".repeat(60)]);
        let many: String = (0..900).map(|n| format!("w{n} ")).collect();
        assert_eq!(words(&many).len(), WORDS_MOST);
    }

    #[test]
    fn one_to_six_words_of_two_letters_can_be_asked_for() {
        let words = |text: &str| match asked(text) {
            Asked::Words(words, left_out) => (words.join(" "), left_out),
            other => (format!("{other:?}"), false),
        };
        assert_eq!(asked(" \t"), Asked::Nothing);
        for short in ["a", "ä", "a b c", "-", "%", "'", "\u{202e}"] {
            assert_eq!(asked(short), Asked::TooShort, "{short}");
        }
        assert_eq!(words("' OR 1=1 --"), ("or".to_owned(), false));
        assert_eq!(words("  Özdemir, A. "), ("ozdemir".to_owned(), false));
        assert_eq!(words("Müller müller Mül"), ("muller".to_owned(), false));
        assert_eq!(words("aa bb cc dd ee ff gg"), ("aa bb cc dd ee ff".to_owned(), true));
        assert_eq!(words(&"y".repeat(5000)).0.len(), WORD_MOST);
    }

    #[test]
    fn what_was_asked_for_is_marked_and_everything_is_escaped() {
        let mark = |text: &str, words: &str| match asked(words) {
            Asked::Words(words, _) => Sought::of(&words).marked(text),
            _ => Sought::default().marked(text),
        };
        assert_eq!(mark("Kreis Düren", "dür"), "Kreis <mark>Dür</mark>en");
        assert_eq!(mark("Kreis Düren", "dueren"), "Kreis <mark>Düren</mark>");
        assert_eq!(mark("Großstraße", "grosss"), "<mark>Großs</mark>traße");
        assert_eq!(mark("Gender-Mainstreaming", "main"), "Gender-<mark>Main</mark>streaming");
        assert_eq!(
            mark("<b>Abel & \"Co\"</b>", "ab co"),
            "&lt;b&gt;<mark>Ab</mark>el &amp; &quot;<mark>Co</mark>&quot;&lt;/b&gt;"
        );
        assert_eq!(mark("Gleich\u{ad}stellung", "gleichst"), "<mark>Gleich\u{ad}st</mark>ellung");
        assert_eq!(mark("nichts", ""), "nichts");
    }

    #[test]
    fn what_a_text_begins_with_is_kept_as_such() {
        assert_eq!(heads("Özdemir, Anna-Lena"), ["^ozdemir", "^anna", "^lena", "^oezdemir"]);
        assert_eq!(heads("Berlin Berlin"), ["^berlin"]);
        assert_eq!(heads(&(0..99).map(|n| format!("w{n} ")).collect::<String>()).len(), HEAD);
        assert_eq!(Sought::of(&["anna".to_owned()]).head(0), "^anna");
    }

    #[test]
    fn a_title_that_is_what_was_asked_for_comes_first() {
        let asked = Sought::of(&["duren".to_owned()]);
        assert!(asked.worth("Kreis Düren") > asked.worth("Dürener Frauentreff"));
        assert!(asked.worth("Dürener Frauentreff") > asked.worth("Aachen"));
    }

    #[test]
    fn an_entry_is_asked_whether_a_word_stands_in_it_by_its_beginning_or_a_form() {
        let asked = Sought::of(&["plane".to_owned(), "haus".to_owned()]);
        assert!(asked.stands_in(0, "forderplan =forderplan =ford =plan") && !asked.stands_in(0, "forderplan =ford"));
        assert!(asked.stands_in(1, "im haushalt") && !asked.stands_in(1, "im rathaus"));
    }

    proptest! {
        #[test]
        fn every_asked_word_begins_a_kept_one(text in "[\\PC]{0,60}") {
            let kept = words(&text);
            if let Asked::Words(words, false) = asked(&text) {
                for word in words {
                    prop_assert!(kept.iter().any(|k| k.starts_with(&word)), "{word} in {kept:?}");
                }
            }
        }

        #[test]
        fn marking_changes_no_letter(text in "[\\PC<>&\u{308}\u{ad}]{0,60}", asked_text in "[\\PC]{2,9}") {
            if let Asked::Words(words, _) = asked(&asked_text) {
                let html = Sought::of(&words).marked(&text).replace("<mark>", "").replace("</mark>", "");
                prop_assert!(!html.contains(['<', '>']));
                let plain = html.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&");
                prop_assert_eq!(plain, text);
            }
        }
    }
}
