//! Words of a text, and two texts beside each other word by word.

use crate::edit::edits;

/// Whether a piece is in both texts, only in the newer, or only in the older one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sort {
    /// In both.
    Same,
    /// New.
    Inserted,
    /// Struck.
    Struck,
}

/// A piece of two texts compared.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Piece {
    /// Where it stands.
    pub sort: Sort,
    /// Its words.
    pub text: String,
}

/// Two texts in one: what stayed, what was struck, what is new, in reading order. What was struck stands before what came
/// in its place.
#[must_use]
pub fn compare(old: &str, new: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut push = |sort, text: &str| {
        if !text.is_empty() {
            pieces.push(Piece { sort, text: text.to_owned() });
        }
    };
    let mut at = 0;
    for edit in edits(old, new) {
        push(Sort::Same, &old[at..edit.at]);
        push(Sort::Struck, &old[edit.at..edit.end()]);
        push(Sort::Inserted, &edit.new);
        at = edit.end();
    }
    push(Sort::Same, &old[at..]);
    pieces
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Word,
    Blank,
    Sign,
}

fn class(c: char) -> Class {
    if c.is_whitespace() {
        Class::Blank
    } else if c.is_alphanumeric() || is_joined(c) {
        Class::Word
    } else {
        Class::Sign
    }
}

/// Signs within words: marks over letters, soft hyphens, and what German puts into a word to name all (`*`, `:`, `_`).
const fn is_joined(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200d}' | '*' | '_')
}

/// The words, blanks and signs a text consists of; together they are the text.
pub(crate) fn tokens(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let (mut start, mut before) = (0, None);
    for (at, c) in text.char_indices() {
        let now = class(c);
        // Each sign stands for itself.
        if before.is_some_and(|b| b != now || now == Class::Sign) {
            out.push(&text[start..at]);
            start = at;
        }
        before = Some(now);
    }
    if start < text.len() {
        out.push(&text[start..]);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(old: &str, new: &str) -> String {
        let mark = |p: Piece| match p.sort {
            Sort::Same => p.text,
            Sort::Inserted => format!("{{+{}+}}", p.text),
            Sort::Struck => format!("[-{}-]", p.text),
        };
        compare(old, new).into_iter().map(mark).collect()
    }

    #[test]
    fn words_are_compared_and_not_letters() {
        for (old, new, seen) in [
            ("", "", ""),
            ("Wir fordern mehr Plätze.", "Wir fordern mehr Plätze.", "Wir fordern mehr Plätze."),
            ("Wir fordern Plätze.", "Wir fordern mehr Plätze.", "Wir fordern {+mehr +}Plätze."),
            ("Wir fordern mehr Plätze.", "Wir fordern Plätze.", "Wir fordern [-mehr -]Plätze."),
            ("bis Ende 2027", "bis Mitte 2028", "bis [-Ende 2027-]{+Mitte 2028+}"),
            ("alle Bürger", "alle Bürger*innen", "alle [-Bürger-]{+Bürger*innen+}"),
            ("eins, zwei", "eins; zwei", "eins[-,-]{+;+} zwei"),
            ("", "neu", "{+neu+}"),
            ("alt", "", "[-alt-]"),
        ] {
            assert_eq!(marked(old, new), seen, "{old} / {new}");
        }
    }

    #[test]
    fn tokens_together_are_the_text() {
        let text = "§ 5 GO NRW: „Über Mitglieder*innen“ –\n\tund so weiter …";
        assert_eq!(tokens(text).concat(), text);
        assert!(tokens(text).contains(&"Mitglieder*innen"));
    }
}
