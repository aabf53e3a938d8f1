//! `/organisationen/{organisation}/teilen`: an organisation ends with a day, and each of its posts and seats goes to one of the
//! organisations that take its place, or stays without one. For whoever may change it.

use kernel::{Id, Problem, Result};
use people::{Organisation, Post};
use web::{Answer, Fields, FormView, Page, Reading, Writing};

use super::{
    keep::{Sheet, candidates, day, is_current, problems},
    shared,
};
use crate::{
    Occupancy,
    actions::{Share, divide_organisation, keeps_organisation},
    paths::{OrganisationDivide, OrganisationPage},
    store::candidates::list_own_seats_of,
    words::T,
};

/// What a select sends for what goes nowhere.
const NOWHERE: &str = "keine";

/// What is to be divided.
struct Whole {
    of: Organisation,
    posts: Vec<Post>,
    /// Seats it holds itself in bodies the reader keeps, with their words.
    seats: Vec<(Id<Occupancy>, String)>,
    parts: Vec<Organisation>,
}

impl Whole {
    fn load(r: &Reading<'_>, id: Id<Organisation>, typed: &str) -> Result<Self> {
        let (t, v) = (T(r.viewer.lang), r.viewer);
        keeps_organisation(r.conn, &v.actor, id, v.today)?;
        let held = list_own_seats_of(r.conn, &v.actor, id, v.today)?;
        let seats = held.into_iter().map(|(occupancy, number, label, office, body)| {
            (occupancy, format!("{}, {body}", shared::seat_title(t, number, label.as_deref(), office)))
        });
        let mut parts: Vec<Organisation> = Vec::new();
        for name in typed.split(',') {
            parts.extend(candidates::organisations_named(r, &candidates::words(name))?);
        }
        parts.retain(|p| p.id != id);
        parts.sort_by_cached_key(|p| (i18n::fold_name(&p.name), p.id));
        parts.dedup_by_key(|p| p.id);
        Ok(Self {
            of: people::find_organisation(r.conn, id)?,
            posts: people::list_posts_of_organisation(r.conn, id, v.today)?,
            seats: seats.collect(),
            parts,
        })
    }
}

/// The form.
///
/// # Errors
/// [`kernel::Error::NotFound`], [`kernel::Error::Denied`].
pub fn form(r: &Reading<'_>, p: OrganisationDivide) -> Result<Answer> {
    let typed = r.ask.query("q").unwrap_or_default().trim().to_owned();
    let whole = Whole::load(r, p.organisation, &typed)?;
    page(r, &whole, &typed, &FormView::new(r.viewer.lang, &[]))
}

fn page(r: &Reading<'_>, whole: &Whole, typed: &str, form: &FormView) -> Result<Answer> {
    let (t, of) = (T(r.viewer.lang), &whole.of);
    let there = r.viewer.link(&OrganisationPage { organisation: of.id });
    let mut sheet = Sheet::new(t.0).of(form);
    sheet.crumbs = shared::crumbs(r, &[(&of.name, there.clone())]);
    (sheet.title, sheet.lead, sheet.back) = (t.divide_title().to_owned(), of.name.clone(), there);
    sheet.known = vec![t.divide_text().to_owned()];
    sheet.seek(typed, t.divide_seek(), whole.parts.is_empty())?;
    sheet.hidden = vec![("version", of.version.to_string()), ("q", typed.to_owned())];
    sheet.fields = vec![form.text("until", t.keep_last_day()).hint(t.org_end_hint()).kind("date").to_string()];
    let parts = |nowhere: &str| {
        let mut all = vec![(NOWHERE.to_owned(), nowhere.to_owned())];
        all.extend(whole.parts.iter().map(|p| (p.id.to_string(), p.name.clone())));
        all
    };
    for post in &whole.posts {
        let (name, label) = (format!("post-{}", post.id), t.divide_post(&post.titles.neutral));
        sheet.fields.push(form.select(&name, &label, parts(t.divide_stays())).to_string());
    }
    for (held, word) in &whole.seats {
        let (name, label) = (format!("sitz-{held}"), t.divide_seat(word));
        sheet.fields.push(form.select(&name, &label, parts(t.divide_vacant())).to_string());
    }
    sheet.submit = t.divide_title();
    sheet.answer(r, Page::new(t.divide_title()).nav("networks"), form)
}

/// Where each goes, as it was chosen among those found; `None` for a choice that is none of them.
fn shares<X>(w: &Writing<'_>, whole: &Whole, kind: &str, ids: impl Iterator<Item = Id<X>>) -> Option<Vec<Share<X>>> {
    ids.map(|id| match w.ask.field(&format!("{kind}-{id}")) {
        "" | NOWHERE => Some((id, None)),
        chosen => {
            let part = whole.parts.iter().find(|p| p.id.to_string() == chosen)?;
            Some((id, Some(part.id)))
        }
    })
    .collect()
}

/// Divides it.
///
/// # Errors
/// As [`divide_organisation`].
pub fn save(w: &Writing<'_>, p: OrganisationDivide) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let typed = w.ask.field("q");
    let whole = Whole::load(&r, p.organisation, typed)?;
    let again = |problems: Vec<Problem>| page(&r, &whole, typed, &FormView::kept(w.viewer.lang, w.ask, problems));
    let overtaken = || {
        page(
            &r,
            &whole,
            typed,
            &FormView::kept(w.viewer.lang, w.ask, Vec::new()).overtaken(&FormView::new(w.viewer.lang, &[])),
        )
    };
    if !is_current(w, whole.of.version) {
        return overtaken();
    }
    let mut fields = Fields::of(w.ask);
    let last = day(&mut fields, "until", "Bitte nennen Sie den letzten Tag.", "Please give the last day.");
    if last.is_some_and(|last| last >= w.viewer.today) {
        fields.refuse("until", "Der Tag liegt noch in der Zukunft.", "This day still lies in the future.");
    }
    let posts = shares(w, &whole, "post", whole.posts.iter().map(|p| p.id));
    let seats = shares(w, &whole, "sitz", whole.seats.iter().map(|(id, _)| *id));
    let (Some(posts), Some(seats)) = (posts, seats) else {
        fields.refuse("q", "Bitte wählen Sie eine der Möglichkeiten.", "Please choose one of the options.");
        return again(fields.problems);
    };
    let Some(last) = last.filter(|_| fields.problems.is_empty()) else { return again(fields.problems) };
    let by = &w.viewer.actor;
    match divide_organisation(w.tx, by, (whole.of.id, whole.of.version), last.next(), &posts, &seats) {
        Ok(()) => Ok(Answer::to(w.viewer.link(&OrganisationPage { organisation: whole.of.id })).with_note(t.divided())),
        Err(fault) => again(problems(fault, "until", &[("into", "q")])?),
    }
}
