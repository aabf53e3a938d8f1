//! An agenda as a file: text, CSV or Excel, one item a row. It takes the place of the one that stands there; what mattered
//! still does where it reads the same.

use std::sync::Arc;

use askama::Template;
use formats::{FILE_MOST, Table, Unreadable, read_table};
use kernel::{Error, Problem, Reason, Result};
use web::{Answer, FormView, Made, Page, Part, Reading, Writing};

use super::{
    place::{body_crumbs, body_row},
    session::found,
};
use crate::{
    NewSession, actions,
    paths::{SessionAgenda, SessionPage},
    rules::agenda,
    words::T,
};

/// The longest body: a file and what stands around it.
pub const LIMIT: usize = FILE_MOST + (64 << 10);

/// What a form brought: the agenda, or why not.
type Brought = std::result::Result<String, Reason>;

/// Reads the file before any transaction begins.
pub fn ready(parts: &[Part]) -> Made {
    let file = parts.iter().find(|p| p.name == "datei").filter(|p| !p.bytes.is_empty());
    let brought: Brought = match file {
        None => Err(nothing()),
        Some(file) => read_table(&file.bytes).map_err(Unreadable::reason).and_then(|table| rows(&table)),
    };
    Arc::new(brought)
}

fn nothing() -> Reason {
    Reason::new("Bitte wählen Sie eine Datei.", "Please choose a file.")
}

/// A row as an item: its cells one after the other.
fn rows(table: &Table) -> Brought {
    let row = |cells: &[String]| {
        let filled: Vec<&str> = cells.iter().map(|c| c.trim()).filter(|c| !c.is_empty()).collect();
        filled.join(" ")
    };
    let text: Vec<String> = table.lines.iter().map(|line| row(&line.cells)).collect();
    let items = agenda(&text.join("\n"));
    if items.is_empty() {
        return Err(Reason::new("In dieser Datei steht keine Tagesordnung.", "There is no agenda in this file."));
    }
    Ok(items.join("\n"))
}

#[derive(Template)]
#[template(path = "agenda_file.html")]
struct Shown {
    t: T,
    crumbs: String,
    summary: String,
    name: String,
    once: String,
    version: i64,
    error: String,
    back: String,
}

/// The form.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who enter sittings of that body.
pub fn form(r: &Reading<'_>, p: SessionAgenda) -> Result<Answer> {
    page(r, &p, &FormView::new(r.viewer.lang, &[]))
}

fn page(r: &Reading<'_>, p: &SessionAgenda, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let (session, body, network) = found(r, p.session)?;
    let shown = Shown {
        t,
        crumbs: body_crumbs(r, &body, network.as_ref(), true)?,
        summary: form.summary(),
        name: format!("{}, {}", session.title, body.name_in(r.viewer.lang)),
        once: form.once(),
        version: session.version,
        error: form.error("datei").unwrap_or_default().to_owned(),
        back: r.viewer.link(&SessionPage { session: p.session }),
    };
    let head = Page::new(format!("{}: {}", t.agenda_file_title(), session.title)).nav("networks");
    let head = body_row(r, head, &body, network.as_ref())?.answering(form);
    r.page(head, &shown)
}

/// Puts the agenda of the file in place of what stands there.
///
/// # Errors
/// As [`actions::change_session`].
pub fn send(w: &Writing<'_>, p: SessionAgenda) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let (session, ..) = found(&r, p.session)?;
    let kept = |problems| FormView::kept(w.viewer.lang, w.ask, problems);
    let agenda = match w.ask.made::<Brought>() {
        Some(Ok(agenda)) => agenda.clone(),
        other => {
            let reason = other.and_then(|why| why.as_ref().err().cloned()).unwrap_or_else(nothing);
            return page(&r, &p, &kept(vec![Problem { field: "datei", reason }]));
        }
    };
    let new =
        NewSession { title: session.title.clone(), starts_at: session.starts_at, place: session.place.clone(), agenda };
    let version = w.ask.field("version").parse().unwrap_or(-1);
    let (by, base) = (&w.viewer.actor, &w.site.outside().base_url);
    match actions::change_session(w.tx, by, p.session, version, &new, session.called_off, base) {
        Ok(()) => Ok(Answer::to(w.viewer.link(&SessionPage { session: p.session })).with_note(t.note_saved())),
        // A file is not compared: what stands there now is on the page it leads back to.
        Err(Error::Stale) => page(&r, &p, &kept(Vec::new()).overtaken(&FormView::new(w.viewer.lang, &[]))),
        Err(fault) => page(&r, &p, &kept(networks::shell::problems(fault, "datei", &[("agenda", "datei")])?)),
    }
}
