//! What people see: source, columns, check, what was taken, invitation; and files that go out.

mod check;
mod columns;
mod done;
mod export;
mod letters;
mod rows;
mod source;

use kernel::{Error, Id, Result};
use web::{Answer, Audience, Intake, Page, Reading, Routes, Slug, Target};

use crate::{
    model::{Import, Line},
    store,
    texts::T,
};

/// Every address of the slice.
pub fn routes() -> Routes {
    Routes::new()
        .get(Audience::SignedIn, source::show)
        .post_file(Audience::SignedIn, source::LIMIT, source::ready, source::send)
        .get(Audience::SignedIn, columns::show)
        .post(Audience::SignedIn, columns::save)
        .get(Audience::SignedIn, check::show)
        .post(Audience::SignedIn, check::act)
        .get(Audience::SignedIn, done::show)
        .get(Audience::SignedIn, done::undo_form)
        .post(Audience::SignedIn, done::undo)
        .get(Audience::SignedIn, done::drop_form)
        .post(Audience::SignedIn, done::drop_it)
        .get(Audience::SignedIn, letters::show)
        .post(Audience::SignedIn, letters::send)
        .get(Audience::SignedIn, export::of_network)
        .get(Audience::SignedIn, export::of_body)
        .get(Audience::SignedIn, export::list_of_body)
}

/// The list the house takes in.
fn intake(r: &Reading<'_>) -> Result<&'static Intake> {
    r.site.slices().iter().find_map(|s| s.intake).ok_or(Error::NotFound)
}

/// Where a page stands: the network, if the reader may take lists in there.
struct Place {
    intake: &'static Intake,
    target: Target,
}

impl Place {
    fn load(r: &Reading<'_>, network: &Slug) -> Result<Self> {
        let intake = intake(r)?;
        Ok(Self { intake, target: (intake.target)(r, network)? })
    }
    fn import(&self, r: &Reading<'_>, id: Id<Import>) -> Result<Import> {
        store::find_import(r.conn, id, self.target.body)
    }
    fn page(&self, title: &str) -> Page {
        Page::new(format!("{title}: {}", self.target.name)).nav("networks").sub(self.target.sub.clone())
    }
    fn crumbs(&self, r: &Reading<'_>) -> String {
        let steps: Vec<(&str, String)> =
            self.target.crumbs.iter().map(|(word, href)| (word.as_str(), href.clone())).collect();
        web::crumbs(r.viewer.lang, &steps)
    }
    /// The word of a column.
    fn word(&self, t: T, key: &str) -> &'static str {
        self.intake.columns.iter().find(|c| c.key == key).map_or("", |c| (c.label)(t.0))
    }
}

/// What somebody is called in a row, as far as it says.
fn name_of(import: &Import, line: &Line) -> String {
    let cell = |key: &str| {
        let at = import.columns.iter().position(|k| k == key)?;
        line.cells.get(at).map(String::as_str).filter(|c| !c.is_empty())
    };
    let parts: Vec<&str> = ["given", "family"].iter().filter_map(|k| cell(k)).collect();
    cell("name").map_or_else(
        || parts.join(" "),
        |name| if parts.is_empty() { name.to_owned() } else { format!("{} {name}", parts.join(" ")) },
    )
}

/// Back to a page with a sentence.
fn to(r: &Reading<'_>, path: &impl std::fmt::Display, note: &str) -> Answer {
    let answer = Answer::to(r.viewer.link(path));
    if note.is_empty() { answer } else { answer.with_note(note) }
}
