//! The check: every row with what would become of it, unclear ones first and mended in place. Nothing happens before it is
//! taken.

use std::collections::HashMap;

use askama::Template;
use kernel::{Problem, Result};
use web::{Answer, FormView, Reading, RowChoice, State, Verdict, Writing};

use super::{Place, rows, rows::Shown as ShownRow, to};
use crate::{
    actions,
    model::{Import, Line, choice_of},
    paths::{CheckPage, ColumnsPage, DonePage, DropPage},
    store,
    texts::T,
};

/// The most rows on one page.
const ROWS: usize = 50;
/// The longest cell that is mended.
const CELL: usize = 300;

#[derive(Template)]
#[template(path = "check.html")]
struct Shown {
    t: T,
    crumbs: String,
    name: String,
    summary: String,
    once: String,
    counts: Vec<(String, &'static str)>,
    sentence: String,
    unclear: Vec<ShownRow>,
    others: Vec<ShownRow>,
    has_mend: bool,
    take: usize,
    pages: Vec<(usize, String, bool)>,
    back: String,
    drop: String,
    all_done: Option<String>,
}

/// A list with its rows and what would become of them.
pub struct Checked {
    pub import: Import,
    pub lines: Vec<Line>,
    pub verdicts: HashMap<i64, Verdict>,
}

impl Checked {
    /// Reads and checks it. The number of statements does not grow with the rows.
    pub fn load(r: &Reading<'_>, place: &Place, import: Import) -> Result<Self> {
        let lines = store::list_lines(r.conn, import.id)?;
        let asked = actions::rows(&import, &lines);
        let found = (place.intake.check)(r.conn, r.viewer, import.body, &import.answers, &asked)?;
        let verdicts = asked.iter().map(|row| row.number).zip(found).collect();
        Ok(Self { import, lines, verdicts })
    }
    fn count(&self, wanted: &[State]) -> usize {
        self.verdicts.values().filter(|v| wanted.contains(&v.state)).count()
    }
    fn missing(&self) -> usize {
        self.verdicts.values().filter(|v| v.state != State::Unclear && v.missing.contains(&"mail")).count()
    }
    /// How many rows would be taken: new ones, and those with a change somebody asked for.
    fn takeable(&self) -> usize {
        let changed = |l: &&Line| l.choice == Some(RowChoice::Change);
        let asked = self
            .lines
            .iter()
            .filter(changed)
            .filter(|l| self.verdicts.get(&l.number).is_some_and(|v| v.state == State::Differs));
        self.count(&[State::New]) + asked.count()
    }
    /// Rows in the order in which they want attention.
    fn ordered(&self) -> Vec<&Line> {
        let mut open: Vec<&Line> = self.lines.iter().filter(|l| !l.done).collect();
        open.sort_by_key(|l| {
            let rank = match self.verdicts.get(&l.number) {
                None => 5,
                Some(v) => match v.state {
                    State::Unclear => 0,
                    State::New if !v.missing.is_empty() => 1,
                    State::Differs => 2,
                    State::New => 3,
                    State::Known => 4,
                },
            };
            (rank, l.number)
        });
        open
    }
}

/// The table.
///
/// # Errors
/// [`kernel::Error::NotFound`], [`kernel::Error::Denied`].
pub fn show(r: &Reading<'_>, p: CheckPage) -> Result<Answer> {
    let place = Place::load(r, &p.network)?;
    let import = place.import(r, p.import)?;
    if import.answers.is_empty() {
        return Ok(to(r, &ColumnsPage { network: p.network, import: p.import }, ""));
    }
    let checked = Checked::load(r, &place, import)?;
    page(r, &p, &place, &checked, &FormView::new(r.viewer.lang, &[]))
}

fn page(r: &Reading<'_>, p: &CheckPage, place: &Place, checked: &Checked, form: &FormView) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let ordered = checked.ordered();
    let pages = ordered.len().div_ceil(ROWS).max(1);
    let here = r.ask.query("seite").and_then(|s| s.trim().parse::<usize>().ok()).unwrap_or(1).clamp(1, pages);
    let base = v.link(p);
    let links = (1..=pages).map(|n| (n, if n == 1 { base.clone() } else { format!("{base}?seite={n}") }, n == here));
    let rows = ordered.iter().skip((here - 1) * ROWS).take(ROWS).map(|line| rows::shown(r, place, checked, line));
    let (unclear, others): (Vec<_>, Vec<_>) = rows.partition(|row| row.is_unclear);
    let skipped = checked.lines.iter().filter(|l| !l.done && l.choice.is_none()).count();
    let done = checked.lines.iter().filter(|l| l.done).count();
    let count = |n: usize, word: String, class| (n > 0).then_some((word, class));
    let counts = [
        count(checked.count(&[State::Unclear]), t.count_unclear(checked.count(&[State::Unclear])), "w1"),
        count(checked.count(&[State::New]), t.count_new(checked.count(&[State::New])), "o1"),
        count(checked.count(&[State::Known]), t.count_known(checked.count(&[State::Known])), "i1"),
        count(checked.count(&[State::Differs]), t.count_differs(checked.count(&[State::Differs])), "i1"),
        count(skipped, t.count_skipped(skipped), ""),
        count(done, t.count_done(done), ""),
    ];
    let all = checked.lines.len() - skipped;
    let (network, import) = (p.network.clone(), p.import);
    let shown = Shown {
        t,
        crumbs: place.crumbs(r),
        name: place.target.name.clone(),
        summary: form.summary(),
        once: form.once(),
        counts: counts.into_iter().flatten().collect(),
        sentence: match checked.missing() {
            0 => String::new(),
            n => t.check_missing(n, all),
        },
        has_mend: !unclear.is_empty() || others.iter().any(|row| !row.fields.is_empty() || !row.options.is_empty()),
        unclear,
        others,
        take: checked.takeable(),
        pages: if pages > 1 { links.collect() } else { Vec::new() },
        back: v.link(&ColumnsPage { network: network.clone(), import }),
        drop: v.link(&DropPage { network: network.clone(), import }),
        all_done: checked.import.taken.map(|_| v.link(&DonePage { network, import })),
    };
    let head = place.page(t.check_title());
    r.page(if form.is_refused() { head.refused() } else { head }, &shown)
}

/// Writes what was mended, then takes what is clear if that was asked.
///
/// # Errors
/// As [`show`].
pub fn act(w: &Writing<'_>, p: CheckPage) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let place = Place::load(&r, &p.network)?;
    let mut import = place.import(&r, p.import)?;
    let mut lines = store::list_lines(w.tx, import.id)?;
    w.tx.silent("a list that is looked at is nobody's business yet");
    mend(w, &mut import, &mut lines)?;
    if w.ask.field("schritt") != "uebernehmen" {
        store::save_touched(w.tx, import.id)?;
        let page = w.ask.field("seite").parse::<usize>().unwrap_or(1);
        let path = CheckPage { network: p.network, import: p.import };
        let path = if page > 1 { format!("{path}?seite={page}") } else { path.to_string() };
        return Ok(to(&r, &path, t.check_saved()));
    }
    // As it stood before anything was taken: that is what the page shows if a verb refuses after all.
    let before = Checked::load(&r, &place, import.clone())?;
    match actions::take(w.tx, place.intake, w.viewer, &import, &lines) {
        Ok(()) => {
            let done = DonePage { network: p.network, import: p.import };
            Ok(to(&r, &done, &t.done_taken(before.takeable())))
        }
        // Everything is taken back, and the sentence names the row.
        Err(kernel::Error::Rule(reason)) => {
            let problem = Problem { field: "uebernehmen", reason };
            page(&r, &p, &place, &before, &FormView::kept(w.viewer.lang, w.ask, vec![problem]))
        }
        Err(cause) => Err(cause),
    }
}

/// Rows whose cells or choice the form changes.
fn mend(w: &Writing<'_>, import: &mut Import, lines: &mut [Line]) -> Result<()> {
    let mut added = false;
    for line in lines.iter_mut().filter(|l| !l.done) {
        let marker = format!("z{}", line.number);
        if !w.ask.ticked(&marker) {
            continue;
        }
        let before = line.clone();
        for key in rows::KEYS {
            let field = format!("{marker}-{key}");
            if w.ask.every(&field).next().is_none() {
                continue;
            }
            let typed: String = w.ask.field(&field).chars().filter(|c| !c.is_control()).take(CELL).collect();
            let at = match import.columns.iter().position(|k| k == key) {
                Some(at) => at,
                // The file had no such column.
                None if typed.is_empty() => continue,
                None => {
                    import.columns.push((*key).to_owned());
                    import.headings.push(String::new());
                    added = true;
                    import.columns.len() - 1
                }
            };
            if line.cells.len() <= at {
                line.cells.resize(at + 1, String::new());
            }
            line.cells[at] = typed;
        }
        while line.cells.last().is_some_and(String::is_empty) {
            line.cells.pop();
        }
        let choice = w.ask.field(&format!("{marker}-wahl"));
        line.choice = if w.ask.ticked(&format!("{marker}-weg")) {
            None
        } else {
            choice_of(if choice == "skip" { "" } else { choice })
        };
        if *line != before {
            store::save_line(w.tx, import.id, line)?;
        }
    }
    if added {
        store::save_columns(w.tx, import)?;
    }
    Ok(())
}
