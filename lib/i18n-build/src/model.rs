//! What a text is after all references are worked out.

use std::collections::BTreeMap;

/// A piece of a text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Part {
    /// Fixed words.
    Text(String),
    /// A variable as it was handed in; a counted one with thousands separators.
    Show(String),
    /// A variable through `NUMBER()`: always a whole number, with or without thousands separators.
    Number { var: String, grouped: bool },
    /// One of several wordings.
    Choose { var: String, by: By, cases: Vec<(Key, Vec<Part>)>, otherwise: Vec<Part> },
}

/// What a choice looks at.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum By {
    Number,
    Word,
}

/// When a wording applies.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Key {
    /// Exactly this number.
    Exact(i64),
    /// The singular of German and English: 1 and -1 (CLDR `one`: i = 1 and v = 0; whole numbers only).
    One,
    /// This word.
    Word(String),
}

/// How a text uses one of its variables.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Uses {
    pub shown: bool,
    pub number: bool,
    pub word: bool,
}

/// One text of one language.
#[derive(Clone, Debug)]
pub(crate) struct Text {
    /// The key in the file: `members` or, for an attribute, `members.hint`.
    pub key: String,
    pub file: String,
    pub line: usize,
    pub parts: Vec<Part>,
    /// The variables as the comment above the key names them: `# $name, $day`.
    pub named: Vec<String>,
}

impl Text {
    /// The Rust name: dashes and the dot of an attribute become underscores.
    pub(crate) fn method(&self) -> String {
        self.key.replace(['-', '.'], "_")
    }
    /// The variables in the order in which they first appear, and how each is used.
    pub(crate) fn variables(&self) -> (Vec<String>, BTreeMap<String, Uses>) {
        let (mut order, mut uses) = (Vec::new(), BTreeMap::new());
        collect(&self.parts, &mut order, &mut uses);
        (order, uses)
    }
    /// All fixed words, of every choice.
    pub(crate) fn words(&self) -> String {
        let mut out = String::new();
        words(&self.parts, &mut out);
        out
    }
    /// The wording with variables as `{ $name }` and the last wording of each choice.
    pub(crate) fn plain(&self) -> String {
        let mut out = String::new();
        plain(&self.parts, &mut out);
        out
    }
}

fn collect(parts: &[Part], order: &mut Vec<String>, uses: &mut BTreeMap<String, Uses>) {
    for part in parts {
        let (var, seen) = match part {
            Part::Text(_) => continue,
            Part::Show(var) => (var, Uses { shown: true, ..Uses::default() }),
            Part::Number { var, .. } => (var, Uses { shown: true, number: true, word: false }),
            Part::Choose { var, by: By::Number, .. } => (var, Uses { number: true, ..Uses::default() }),
            Part::Choose { var, by: By::Word, .. } => (var, Uses { word: true, ..Uses::default() }),
        };
        if !order.contains(var) {
            order.push(var.clone());
        }
        let known = uses.entry(var.clone()).or_default();
        known.shown |= seen.shown;
        known.number |= seen.number;
        known.word |= seen.word;
        if let Part::Choose { cases, otherwise, .. } = part {
            cases.iter().for_each(|(_, parts)| collect(parts, order, uses));
            collect(otherwise, order, uses);
        }
    }
}

fn plain(parts: &[Part], out: &mut String) {
    for part in parts {
        match part {
            Part::Text(text) => out.push_str(text),
            Part::Show(var) | Part::Number { var, .. } => out.push_str(&format!("{{ ${var} }}")),
            Part::Choose { otherwise, .. } => plain(otherwise, out),
        }
    }
}

fn words(parts: &[Part], out: &mut String) {
    for part in parts {
        match part {
            Part::Text(text) => out.push_str(text),
            Part::Show(_) | Part::Number { .. } => out.push(' '),
            Part::Choose { cases, otherwise, .. } => {
                cases.iter().for_each(|(_, parts)| words(parts, out));
                words(otherwise, out);
            }
        }
    }
}

/// Adds a part; neighbouring words become one.
pub(crate) fn push(parts: &mut Vec<Part>, part: Part) {
    if let (Some(Part::Text(last)), Part::Text(more)) = (parts.last_mut(), &part) {
        last.push_str(more);
    } else if part != Part::Text(String::new()) {
        parts.push(part);
    }
}

/// What a method takes for a variable.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    /// Anything that can be shown.
    Shown,
    /// A whole number.
    Number,
    /// A word that chooses the wording.
    Word,
}

/// A text in both languages, found to fit together.
#[derive(Debug)]
pub(crate) struct Pair<'t> {
    pub de: &'t Text,
    pub en: &'t Text,
    /// Parameters; two and more in the order the comment above the German text names.
    pub variables: Vec<(String, Kind)>,
}
