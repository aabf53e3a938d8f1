//! What the columns of a list hold: guessed, with samples, and mended by a choice.

use std::collections::BTreeSet;

use askama::Template;
use kernel::{Problem, Reason, Result};
use web::{Answer, FormView, Reading, Writing};

use super::{Place, to};
use crate::{
    model::{Import, Line},
    paths::{CheckPage, ColumnsPage, SourcePage},
    store,
    texts::T,
};

/// How many rows show what stands in a column.
const SAMPLES: usize = 3;

struct Column {
    heading: String,
    samples: Vec<String>,
    choice: String,
}

#[derive(Template)]
#[template(path = "columns.html")]
struct Shown {
    t: T,
    crumbs: String,
    name: String,
    count: String,
    notes: Vec<String>,
    summary: String,
    once: String,
    columns: Vec<Column>,
    questions: Vec<String>,
    back: String,
}

/// The fields of the columns, which a form names by their place.
const FIELDS: [&str; 64] = fields();

const fn fields() -> [&'static str; 64] {
    [
        "s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8", "s9", "s10", "s11", "s12", "s13", "s14", "s15", "s16", "s17",
        "s18", "s19", "s20", "s21", "s22", "s23", "s24", "s25", "s26", "s27", "s28", "s29", "s30", "s31", "s32", "s33",
        "s34", "s35", "s36", "s37", "s38", "s39", "s40", "s41", "s42", "s43", "s44", "s45", "s46", "s47", "s48", "s49",
        "s50", "s51", "s52", "s53", "s54", "s55", "s56", "s57", "s58", "s59", "s60", "s61", "s62", "s63", "s64",
    ]
}

/// The form with what was guessed.
///
/// # Errors
/// [`kernel::Error::NotFound`], [`kernel::Error::Denied`].
pub fn show(r: &Reading<'_>, p: ColumnsPage) -> Result<Answer> {
    let place = Place::load(r, &p.network)?;
    let import = place.import(r, p.import)?;
    let usual = |q: &web::Question| import.answers.get(q.name).cloned().unwrap_or_else(|| q.value.clone());
    let answers: Vec<(&str, String)> = place.target.questions.iter().map(|q| (q.name, usual(q))).collect();
    let mut values: Vec<(&str, &str)> = answers.iter().map(|(n, v)| (*n, v.as_str())).collect();
    values.extend(FIELDS.iter().copied().zip(import.columns.iter().map(String::as_str)));
    let form = FormView::new(r.viewer.lang, &values);
    page(r, &p, &place, &import, &form)
}

fn page(r: &Reading<'_>, p: &ColumnsPage, place: &Place, import: &Import, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let lines = store::list_lines(r.conn, import.id)?;
    let mut options = vec![(String::new(), t.columns_none().to_owned())];
    options.extend(place.intake.columns.iter().map(|c| (c.key.to_owned(), (c.label)(r.viewer.lang).to_owned())));
    let columns = import.headings.iter().enumerate().zip(FIELDS).map(|((n, heading), field)| {
        let heading = if heading.is_empty() { t.columns_nth(n + 1) } else { heading.clone() };
        let label = t.columns_choice(&heading);
        Column { samples: samples(&lines, n), choice: form.select(field, &label, options.clone()).to_string(), heading }
    });
    let questions = place.target.questions.iter().map(|q| match q.options.is_empty() {
        true => form.text(q.name, q.label).hint(q.hint).optional().most(120).to_string(),
        false => form.radios(q.name, q.label, q.options.clone()).hint(q.hint).to_string(),
    });
    let shown = Shown {
        t,
        crumbs: place.crumbs(r),
        name: place.target.name.clone(),
        count: t.columns_count(lines.len()),
        notes: import.notes.iter().map(|n| n.text(r.viewer.lang).to_owned()).collect(),
        summary: form.summary(),
        once: form.once(),
        columns: columns.collect(),
        questions: questions.collect(),
        back: r.viewer.link(&SourcePage { network: p.network.clone() }),
    };
    let head = place.page(t.columns_title());
    r.page(if form.is_refused() { head.refused() } else { head }, &shown)
}

/// The first cells of a column that have anything in them.
fn samples(lines: &[Line], n: usize) -> Vec<String> {
    let cells = lines.iter().filter_map(|l| l.cells.get(n)).filter(|c| !c.is_empty());
    cells.take(SAMPLES).map(|c| c.chars().take(60).collect()).collect()
}

/// Keeps what the columns hold and goes on to the check.
///
/// # Errors
/// As [`show`].
pub fn save(w: &Writing<'_>, p: ColumnsPage) -> Result<Answer> {
    let (r, mut problems) = (w.reading(), Vec::new());
    let place = Place::load(&r, &p.network)?;
    let mut import = place.import(&r, p.import)?;
    let mut seen = BTreeSet::new();
    for (column, field) in import.columns.iter_mut().zip(FIELDS) {
        let key = w.ask.field(field);
        let known = place.intake.columns.iter().any(|c| c.key == key);
        if !key.is_empty() && (!known || !seen.insert(key.to_owned())) {
            let reason = Reason::new(
                "Diese Angabe ist schon einer anderen Spalte zugeordnet.",
                "This is given to another column already.",
            );
            problems.push(Problem { field, reason });
        }
        key.clone_into(column);
    }
    if seen.is_empty() && problems.is_empty() {
        let reason = Reason::new(
            "Bitte sagen Sie bei mindestens einer Spalte, was darin steht.",
            "Please say of at least one column what it holds.",
        );
        problems.push(Problem { field: FIELDS[0], reason });
    }
    for question in &place.target.questions {
        let answer: String = w.ask.field(question.name).chars().filter(|c| !c.is_control()).take(120).collect();
        if !question.options.is_empty() && !question.options.iter().any(|(value, _)| *value == answer) {
            let reason = Reason::new("Bitte wählen Sie eine der Möglichkeiten.", "Please choose one of the options.");
            problems.push(Problem { field: question.name, reason });
        }
        import.answers.insert(question.name.to_owned(), answer);
    }
    if !problems.is_empty() {
        return page(&r, &p, &place, &import, &FormView::kept(w.viewer.lang, w.ask, problems));
    }
    w.tx.silent("what the columns of a list hold is nobody's business yet");
    store::save_columns(w.tx, &import)?;
    Ok(to(&r, &CheckPage { network: p.network, import: p.import }, ""))
}
