//! `/tagesordnungspunkte/{item}/unterlagen`: the papers of an item, for whoever convenes; and each of them, for whoever hears
//! the item.

use askama::Template;
use files::{Attachment, FIELD, brought};
use kernel::{Error, Id, Problem, Result};
use networks::shell;
use web::{Answer, FormView, Reading, Writing};

use crate::{
    Item, actions,
    actions::agenda::{PAPER, add_papers, list_papers, may_change, remove_paper},
    pages::Place,
    paths::{ItemPaper, ItemPapers},
    rules::{Hearing, has_papers},
    store,
    words::T,
};

#[derive(Template)]
#[template(path = "item_papers.html")]
struct Shown {
    t: T,
    crumbs: String,
    title: String,
    summary: String,
    once: String,
    standing: &'static str,
    rows: String,
    input: String,
    back: String,
}

/// The item with its meeting, if the reader may have its papers.
fn heard(r: &Reading<'_>, item: Id<Item>) -> Result<(Item, Place)> {
    let item = store::agenda::find_item(r.conn, item)?;
    let place = Place::load(r, item.meeting)?;
    let only = place.stance.invitation.as_ref().and_then(|i| i.item);
    if has_papers(place.stance.hearing, only, &item) { Ok((item, place)) } else { Err(Error::NotFound) }
}

/// The list, with the form as long as papers may come.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who convene.
pub fn show(r: &Reading<'_>, p: ItemPapers) -> Result<Answer> {
    let (item, place) = heard(r, p.item)?;
    if !place.stance.leads {
        return Err(Error::Denied(None));
    }
    page(r, &item, &place, &FormView::new(r.viewer.lang, &[]))
}

fn page(r: &Reading<'_>, item: &Item, place: &Place, form: &FormView) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let open = may_change(item, &place.meeting);
    let here = v.link(&ItemPapers { item: item.id });
    let there = list_papers(r.conn, &[item])?;
    let link = |paper| v.link(&ItemPaper { item: item.id, paper });
    let shown = Shown {
        t,
        crumbs: place.crumbs(r, true),
        title: item.title.clone(),
        summary: form.summary(),
        once: form.once(),
        standing: if open { "" } else { t.papers_stand() },
        rows: files::rows(v.lang, &there, link, open.then_some(here.as_str())),
        input: if open { files::input(v.lang, form, t.field_papers(), false) } else { String::new() },
        back: place.agenda_link(r),
    };
    let page = place.page(r, t.papers_title())?;
    r.page(if form.is_refused() { page.refused() } else { page }, &shown)
}

/// Takes papers in, or one away.
///
/// # Errors
/// As [`add_papers`] and [`remove_paper`].
pub fn act(w: &Writing<'_>, p: ItemPapers) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let (item, place) = heard(&r, p.item)?;
    if !place.stance.leads {
        return Err(Error::Denied(None));
    }
    let by = &w.viewer.actor;
    let again = |problems: Vec<Problem>| page(&r, &item, &place, &FormView::kept(w.viewer.lang, w.ask, problems));
    let here = || Answer::to(w.viewer.link(&ItemPapers { item: item.id }));
    if w.ask.field("tat") == "entfernen" {
        let paper = w.ask.field("nummer").parse().map_err(|_| Error::NotFound)?;
        return match remove_paper(w.tx, by, item.id, paper) {
            Ok(()) => Ok(here().with_note(t.note_paper_removed())),
            Err(fault) => again(shell::problems(fault, "", &[])?),
        };
    }
    let uploads = match brought(w.ask) {
        Ok(uploads) if uploads.is_empty() => {
            return again(vec![files::nothing()]);
        }
        Ok(uploads) => uploads,
        Err(problem) => return again(vec![problem]),
    };
    match add_papers(w.tx, by, item.id, &uploads) {
        Ok(count) => Ok(here().with_note(&t.note_papers_added(count))),
        Err(fault) => again(shell::problems(fault, FIELD, &[])?),
    }
}

/// One paper.
///
/// # Errors
/// [`Error::NotFound`] for whoever does not hear the item.
pub fn file(r: &Reading<'_>, p: ItemPaper) -> Result<Answer> {
    let (item, _) = heard(r, p.item)?;
    let found = files::find(r.conn, files::On::new(PAPER, item.id.raw()), p.paper)?;
    files::open(r.conn, &found)
}

/// The papers of items as lists of links, each with the number of its item.
///
/// # Errors
/// When the database cannot be read.
pub fn links(r: &Reading<'_>, place: &Place, items: &[&Item]) -> Result<Vec<(i64, String)>> {
    let only = place.stance.invitation.as_ref().and_then(|i| i.item);
    let open: Vec<&Item> = items.iter().copied().filter(|item| has_papers(place.stance.hearing, only, item)).collect();
    let all = actions::agenda::list_papers(r.conn, &open)?;
    let of = |item: &&Item| {
        let own: Vec<_> = all.iter().filter(|paper| paper.on == item.id.raw()).cloned().collect();
        (item.id.raw(), rows(r, item, &own))
    };
    Ok(open.iter().map(of).collect())
}

/// Takes those of one item out of [`links`]; nothing where it has none.
#[must_use]
pub fn take(all: &mut [(i64, String)], item: &Item) -> String {
    all.iter_mut().find(|(id, _)| *id == item.id.raw()).map_or_else(String::new, |(_, links)| std::mem::take(links))
}

fn rows(r: &Reading<'_>, item: &Item, papers: &[Attachment]) -> String {
    files::rows(r.viewer.lang, papers, |paper| r.viewer.link(&ItemPaper { item: item.id, paper }), None)
}

/// The papers of one item as a list of links; empty for whoever may not have them. One statement.
///
/// # Errors
/// When the database cannot be read.
pub fn of_one(r: &Reading<'_>, (hearing, only): (Hearing, Option<Id<Item>>), item: &Item) -> Result<String> {
    if !has_papers(hearing, only, item) {
        return Ok(String::new());
    }
    Ok(rows(r, item, &list_papers(r.conn, &[item])?))
}
