//! `/netzwerke/{network}/einlesen`: a list is pasted or uploaded.

use std::sync::Arc;

use askama::Template;
use formats::{FILE_MOST, Table, Unreadable, read_table, read_text};
use kernel::{Problem, Reason, Result};
use web::{Answer, FormView, Made, Part, Reading, Writing};

use super::{Place, to};
use crate::{
    actions,
    paths::{CheckPage, ColumnsPage, DonePage, SourcePage},
    store,
    texts::T,
};

/// The longest body: a file and what stands around it.
pub const LIMIT: usize = FILE_MOST + (64 << 10);
/// How many lines the field shows.
const LINES: u8 = 10;

/// What a form brought: the table with the file's name, or the field with its sentence.
pub type Brought = Result<(String, Table), (&'static str, Reason)>;

/// Reads the table before any transaction begins.
pub fn ready(parts: &[Part]) -> Made {
    Arc::new(brought(parts))
}

fn brought(parts: &[Part]) -> Brought {
    let of = |name: &str| parts.iter().find(|p| p.name == name);
    let refuse = |at: &'static str| move |why: Unreadable| (at, why.reason());
    if let Some(file) = of("datei").filter(|p| !p.bytes.is_empty()) {
        return read_table(&file.bytes).map(|t| (file.file.clone().unwrap_or_default(), t)).map_err(refuse("datei"));
    }
    let text = of("text").map(|p| String::from_utf8_lossy(&p.bytes)).unwrap_or_default();
    if text.trim().is_empty() {
        return Err(("text", nothing()));
    }
    read_text(&text).map(|t| (String::new(), t)).map_err(refuse("text"))
}

fn nothing() -> Reason {
    Reason::new("Bitte fügen Sie eine Liste ein oder wählen Sie eine Datei.", "Please paste a list or choose a file.")
}

struct Begun {
    word: String,
    state: String,
    href: String,
}

#[derive(Template)]
#[template(path = "source.html")]
struct Shown {
    t: T,
    crumbs: String,
    name: String,
    sensitive: bool,
    summary: String,
    once: String,
    text: String,
    file_error: String,
    begun: Vec<Begun>,
}

/// The form, and lists that were begun.
///
/// # Errors
/// [`kernel::Error::NotFound`], [`kernel::Error::Denied`].
pub fn show(r: &Reading<'_>, p: SourcePage) -> Result<Answer> {
    page(r, &p, &FormView::new(r.viewer.lang, &[]))
}

fn page(r: &Reading<'_>, p: &SourcePage, form: &FormView) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let place = Place::load(r, &p.network)?;
    let begun = store::list_imports(r.conn, place.target.body)?.into_iter().map(|import| {
        let day = i18n::moment_short(v.lang, import.touched, v.today);
        let (network, id) = (p.network.clone(), import.id);
        let source = if import.source.is_empty() { t.source_pasted().to_owned() } else { import.source.clone() };
        let (state, href) = match (import.taken, import.answers.is_empty()) {
            (Some(_), _) => (t.state_taken(), v.link(&DonePage { network, import: id })),
            (None, true) => (t.state_begun(), v.link(&ColumnsPage { network, import: id })),
            (None, false) => (t.state_checked(), v.link(&CheckPage { network, import: id })),
        };
        Begun { word: source, state: format!("{state}, {day}"), href }
    });
    let shown = Shown {
        t,
        crumbs: place.crumbs(r),
        name: place.target.name.clone(),
        sensitive: place.target.sensitive,
        summary: form.summary(),
        once: form.once(),
        text: form.text("text", t.source_text()).hint(t.source_text_hint()).lines(LINES).to_string(),
        file_error: form.error("datei").unwrap_or_default().to_owned(),
        begun: begun.collect(),
    };
    let head = place.page(t.source_title());
    r.page(if form.is_refused() { head.refused() } else { head }, &shown)
}

/// Keeps what was read and goes on to its columns.
///
/// # Errors
/// As [`show`].
pub fn send(w: &Writing<'_>, p: SourcePage) -> Result<Answer> {
    let r = w.reading();
    let place = Place::load(&r, &p.network)?;
    let (name, table) = match w.ask.made::<Brought>() {
        Some(Ok((name, table))) => (name, table),
        other => {
            let (field, reason) = match other {
                Some(Err((field, reason))) => (*field, reason.clone()),
                _ => ("text", nothing()),
            };
            return page(&r, &p, &FormView::kept(w.viewer.lang, w.ask, vec![Problem { field, reason }]));
        }
    };
    let import = actions::begin(w.tx, place.intake, w.viewer, place.target.body, name, table)?;
    Ok(to(&r, &ColumnsPage { network: p.network, import }, ""))
}
