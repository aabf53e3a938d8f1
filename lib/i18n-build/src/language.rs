//! Is the German plain, polite, inclusive and German? Are both languages clean and translated?
//!
//! A text that must break a rule says so in the comment right above it: `# Wortwahl: Nutzer`.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

use crate::{
    model::{Pair, Text},
    resolve::entries,
    source::{Fault, Source},
    words::{AVOID, FAMILIAR, TITLES, Title},
};

/// Words in one sentence, at most.
const LONGEST: usize = 25;
/// Words in a sentence on average over a crate, at most; looked at from [`ENOUGH`] sentences on.
const MEAN: usize = 12;
const ENOUGH: usize = 10;
/// Stands for a variable or a choice inside a sentence.
const GAP: char = '\u{fffc}';

/// Checks the wording of all German files.
pub(crate) fn german(sources: &[Source], faults: &mut Vec<Fault>) {
    let mut lengths = Vec::new();
    for source in sources {
        // Syntax faults were reported when the texts were read.
        for entry in entries(source, &mut Vec::new()) {
            let (id, comment, patterns) = match entry {
                Entry::Message(it) => {
                    let attributes = it.attributes.into_iter().map(|attribute| attribute.value);
                    (it.id.name, it.comment, it.value.into_iter().chain(attributes).collect::<Vec<_>>())
                }
                Entry::Term(it) => (it.id.name, it.comment, vec![it.value]),
                _ => continue,
            };
            let comment = comment.map(|it| it.content.join(" ")).unwrap_or_default();
            let allowed = comment.split_once("Wortwahl:").map(|(_, words)| words.to_lowercase()).unwrap_or_default();
            let allowed: Vec<&str> = allowed.split([',', ' ']).filter(|word| !word.is_empty()).collect();
            for pattern in patterns {
                let mut wordings = Vec::new();
                spread(&pattern, &mut wordings);
                let start = source.offset_of(id).unwrap_or_default();
                for (piece, what) in wording(&wordings, &allowed) {
                    let at = source.text.get(start..).and_then(|rest| rest.find(&piece)).unwrap_or_default();
                    faults.push(source.fault(start + at, what));
                }
                for sentence in wordings.iter().flat_map(|text| sentences(text)) {
                    let words = sentence.split_whitespace().count();
                    lengths.push(words);
                    if words > LONGEST {
                        faults.push(
                            source
                                .fault(start, format!("a sentence of {words} words; at most {LONGEST}, better {MEAN}")),
                        );
                    }
                }
            }
        }
    }
    let total: usize = lengths.iter().sum();
    if lengths.len() >= ENOUGH && total > MEAN * lengths.len() {
        let name = sources.first().map_or("texts/de.ftl", |source| &source.name);
        let what =
            format!("{} sentences have {total} words: more than {MEAN} on average; write shorter ones", lengths.len());
        faults.push(Fault::new(name, 1, what));
    }
}

/// Every wording as one string, inner ones after the outer; a variable or choice leaves a gap.
fn spread(pattern: &Pattern<&str>, out: &mut Vec<String>) {
    let place = out.len();
    out.push(String::new());
    let mut text = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => text.push_str(value),
            PatternElement::Placeable { expression: Expression::Inline(InlineExpression::StringLiteral { value }) } => {
                text.push_str(value)
            }
            PatternElement::Placeable { expression } => {
                text.push(GAP);
                if let Expression::Select { variants, .. } = expression {
                    variants.iter().for_each(|variant| spread(&variant.value, out));
                }
            }
        }
    }
    out[place] = text;
}

/// What is wrong with the words of one text, with the piece of it that shows the place.
fn wording(wordings: &[String], allowed: &[&str]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let everything: Vec<&str> = wordings.iter().flat_map(|text| tokens(text)).collect();
    let lower: Vec<String> = everything.iter().map(|word| word.to_lowercase()).collect();
    for (word, small) in everything.iter().zip(&lower) {
        if allowed.contains(&small.as_str()) {
            continue;
        }
        if let Some((_, instead)) = AVOID.iter().find(|(pattern, _)| matches(pattern, small)) {
            found.push(((*word).to_owned(), format!("“{word}” is not a word for a German page: {instead}")));
        }
        if FAMILIAR.contains(&small.as_str()) {
            found.push(((*word).to_owned(), format!("“{word}”: people are addressed with Sie")));
        }
        let title = TITLES.iter().find(|title| is_male(title, word, small));
        if let Some(title) = title.filter(|title| !lower.iter().any(|other| is_counterpart(title, other))) {
            found.push((
                (*word).to_owned(),
                format!("“{word}” means men only: {}, or both forms, or the star", title.instead),
            ));
        }
    }
    for text in wordings {
        if let Some(sign) = gender_sign(text) {
            found.push((
                sign.to_owned(),
                format!("“{sign}”: a neutral word, both forms, or the star (*in), no other sign"),
            ));
        }
        for (sign, instead) in [("\"", "„ and “"), ("...", "…"), (" - ", " – ")] {
            if text.contains(sign) {
                found.push((sign.to_owned(), format!("`{sign}` is written {instead} in German")));
            }
        }
    }
    found
}

/// Words; the star of `Nutzer*innen` and a gap belong to the word they touch.
fn tokens(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_alphabetic() || c == '*' || c == GAP || c == '\u{ad}')).filter(|word| !word.is_empty())
}

fn matches(pattern: &str, word: &str) -> bool {
    pattern.strip_suffix('*').map_or(pattern == word, |start| word.starts_with(start))
}

fn is_male(title: &Title, word: &str, small: &str) -> bool {
    let noun = word.chars().next().is_some_and(char::is_uppercase);
    let ends = |ending: &str| small.strip_suffix(ending).is_some_and(|stem| stem.ends_with(title.male));
    noun && title.endings.iter().any(|ending| ends(ending))
}

/// `Sprecherin`, `Sprecherinnen`, `Sprecher*in`, `Sprecher*innen`; `Beauftragte` for `Beauftragter`.
fn is_counterpart(title: &Title, word: &str) -> bool {
    let plain = word.replace('*', "");
    ["", "nen", "n"].iter().any(|ending| plain.strip_suffix(ending).is_some_and(|stem| stem.ends_with(title.female)))
}

/// `:in`, `_in`, `/in`, `/-in` or `In` after a letter: `Nutzer:innen`, `NutzerInnen`.
fn gender_sign(text: &str) -> Option<&str> {
    let word_end = |rest: &str| !rest.chars().next().is_some_and(char::is_alphabetic);
    let ends = |rest: &str| word_end(rest) || rest.strip_prefix("nen").is_some_and(word_end);
    for sign in [":in", "_in", "/in", "/-in", "In"] {
        for (at, _) in text.match_indices(sign) {
            let before = text[..at].chars().next_back().is_some_and(char::is_lowercase);
            if before && ends(&text[at + sign.len()..]) {
                let start = text[..at].rfind(|c: char| !c.is_alphabetic()).map_or(0, |i| i + 1);
                return text.get(start..at + sign.len());
            }
        }
    }
    None
}

/// The sentences of a text: what ends with a full stop, question mark or exclamation mark. Labels are none.
/// A stop after a single letter, after a number or inside a word (`z. B.`, `3. März`, `stadt.de`) ends nothing.
pub(crate) fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, mark) in text.char_indices().filter(|(_, c)| matches!(c, '.' | '?' | '!')) {
        let end = at + mark.len_utf8();
        let closed = text[end..].chars().next().is_none_or(|c| c.is_whitespace() || "“”»)".contains(c));
        let before: String = text[start..at].chars().rev().take_while(|c| c.is_alphanumeric()).collect();
        let short = mark == '.'
            && (before.chars().count() == 1 || before.chars().all(|c| c.is_ascii_digit()))
            && !before.is_empty();
        if closed && !(short && end < text.len()) {
            found.push(text[start..end].trim());
            start = end;
        }
    }
    found.retain(|sentence| sentence.chars().any(char::is_alphabetic));
    found
}

/// What holds for a text of either language: every character can be seen, and none is meant for a browser.
pub(crate) fn visible(texts: &[Text], faults: &mut Vec<Fault>) {
    let hidden = |c: &char| {
        let format = matches!(*c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
        format || (c.is_control() && *c != '\n')
    };
    for text in texts {
        if let Some(markup) = markup(&text.words()) {
            let what = format!(
                "`{}` contains `{markup}`: HTML would be shown as it stands; write the character itself",
                text.key
            );
            faults.push(Fault::new(&text.file, text.line, what));
        }
        if let Some(c) = text.words().chars().find(hidden) {
            let what = format!("`{}` contains the invisible character U+{:04X}", text.key, u32::from(c));
            faults.push(Fault::new(&text.file, text.line, what));
        }
    }
}

/// The start of a tag or an entity: `<b`, `</`, `&shy;`.
fn markup(words: &str) -> Option<&str> {
    let tag = words
        .match_indices('<')
        .find(|(at, _)| words[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/'));
    if let Some((at, _)) = tag {
        return words.get(at..at + 2);
    }
    words.match_indices('&').find_map(|(at, _)| {
        let length =
            words[at + 1..].find(|c: char| !(c.is_ascii_alphanumeric() || c == '#')).filter(|length| *length > 0)?;
        words[at + 1 + length..].starts_with(';').then(|| &words[at..at + length + 2])
    })
}

/// A translation differs from its original, unless it is only a few words, such as a name.
pub(crate) fn translated(texts: &[Pair<'_>], faults: &mut Vec<Fault>) {
    for pair in texts {
        let words = pair.de.words();
        let count = words.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).count();
        if count > 3 && words == pair.en.words() {
            let what = format!("`{}` is the same in both languages: it is not translated", pair.de.key);
            faults.push(Fault::new(&pair.en.file, pair.en.line, what));
        }
    }
}
