//! One row of the check.

use web::{Reading, RowChoice, State, Verdict};

use super::{Place, check::Checked, name_of};
use crate::{
    model::{Line, choice_word},
    texts::T,
};

/// What a row can be mended in.
pub const KEYS: &[&str] =
    &["name", "given", "family", "title", "mail", "post", "organisation", "ags", "function", "from", "until"];

/// A cell to be mended.
pub struct Field {
    pub id: String,
    pub label: &'static str,
    pub value: String,
    pub error: String,
    pub kind: &'static str,
}

/// A row as it is shown.
pub struct Shown {
    pub number: i64,
    pub name: String,
    pub cells: Vec<(&'static str, String)>,
    pub class: &'static str,
    pub word: &'static str,
    pub is_unclear: bool,
    pub notes: Vec<String>,
    pub fields: Vec<Field>,
    /// Value, words, whether it is chosen.
    pub options: Vec<(&'static str, String, bool)>,
    pub left_out: bool,
    /// What was decided before and is no question any longer.
    pub decided: &'static str,
}

/// Shows a row.
pub fn shown(r: &Reading<'_>, place: &Place, checked: &Checked, line: &Line) -> Shown {
    let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
    let verdict = checked.verdicts.get(&line.number);
    let value = |key: &str| {
        let at = checked.import.columns.iter().position(|k| k == key);
        at.and_then(|at| line.cells.get(at)).cloned().unwrap_or_default()
    };
    let (class, word) = match verdict.map(|v| v.state) {
        None => ("", t.row_left_out()),
        Some(State::Unclear) => ("w1", t.row_unclear()),
        Some(State::New) => ("o1", t.row_new()),
        Some(State::Differs) => ("i1", t.row_differs()),
        Some(State::Known) => ("i1", t.row_known()),
    };
    let is_unclear = verdict.is_some_and(|v| v.state == State::Unclear);
    let asked = verdict.map(|v| wanted(v, checked, is_unclear)).unwrap_or_default();
    let fields = asked.into_iter().map(|key| {
        let error =
            verdict.and_then(|v| v.problems.iter().find(|(at, _)| *at == key)).map_or("", |(_, why)| why.text(lang));
        Field {
            id: format!("z{}-{key}", line.number),
            label: place.word(t, key),
            value: value(key),
            error: error.to_owned(),
            kind: if key == "mail" { "email" } else { "text" },
        }
    });
    let chosen = line.choice.unwrap_or(RowChoice::Usual);
    let options = verdict
        .map_or(&[][..], |v| &v.options)
        .iter()
        .map(|(choice, words)| (choice_word(Some(*choice)), words.text(lang).to_owned(), *choice == chosen));
    let options: Vec<(&str, String, bool)> = options.collect();
    let decided = choice_word(Some(chosen));
    let name = name_of(&checked.import, line);
    let rest = ["mail", "organisation", "post", "function", "from", "until"];
    Shown {
        number: line.number,
        name: if name.is_empty() { value("organisation") } else { name },
        cells: rest.iter().map(|key| (place.word(t, key), value(key))).filter(|(_, v)| !v.is_empty()).collect(),
        class,
        word,
        is_unclear,
        notes: verdict.map_or(&[][..], |v| &v.notes).iter().map(|n| n.text(lang).to_owned()).collect(),
        fields: fields.collect(),
        decided: if options.iter().any(|(value, ..)| *value == decided) { "" } else { decided },
        options,
        left_out: line.choice.is_none(),
    }
}

/// Which cells are asked for: all of an unclear row that the file has or that are wrong, else only what is missing.
fn wanted(verdict: &Verdict, checked: &Checked, is_unclear: bool) -> Vec<&'static str> {
    let wrong = |key: &str| verdict.problems.iter().any(|(at, _)| *at == key);
    let there = |key: &str| checked.import.columns.iter().any(|k| k == key);
    KEYS.iter()
        .copied()
        .filter(|key| if is_unclear { wrong(key) || there(key) } else { verdict.missing.contains(key) })
        .collect()
}
