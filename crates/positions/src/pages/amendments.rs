//! `/positionen/{position}/aenderungen`: all amendments, or only those that still need a vote; and putting accepted ones into
//! the text.

use askama::Template;
use kernel::Result;
use networks::{
    Names,
    shell::{self, Links, Pill},
};
use web::{Answer, FormView, Reading, Writing};

use super::{
    Place,
    show::by,
    words::{advice_word, amendment_state, marked, sort_word, standing_word},
};
use crate::{
    Amendment, AmendmentState, FitState, actions,
    paths::{AmendmentList, AmendmentPage},
    rules::{needs_vote, standing},
    store::amendments,
    words::T,
};

/// Rows of one page.
const ROWS: usize = 30;

struct Row {
    title: String,
    href: String,
    by: String,
    pills: Vec<Pill>,
    diff: Vec<(char, String)>,
}

#[derive(Template)]
#[template(path = "amendments.html")]
struct Shown {
    t: T,
    crumbs: String,
    lead: String,
    summary: String,
    once: String,
    views: Vec<(String, String, bool)>,
    rows: Vec<Row>,
    empty: &'static str,
    pages: Links,
    /// How many accepted ones wait to come into the text.
    merges: usize,
    back: String,
}

/// The list.
///
/// # Errors
/// [`kernel::Error::NotFound`]; [`kernel::Error::Denied`] but for those who read how it came about.
pub fn show(r: &Reading<'_>, p: AmendmentList) -> Result<Answer> {
    let place = Place::for_whom(r, p.position, |place| place.inside)?;
    page(r, &place, &FormView::new(r.viewer.lang, &[]))
}

fn page(r: &Reading<'_>, place: &Place, form: &FormView) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let all = amendments::list_amendments(r.conn, place.position.id)?;
    let consents = amendments::list_consents(r.conn, place.position.id)?;
    let joined = place.joined();
    let open = |a: &Amendment| a.state == AmendmentState::Open && needs_vote(standing(a, &consents, &joined));
    let voting = r.ask.query("zeigen") == Some("abstimmen");
    let waits =
        |a: &&Amendment| a.state == AmendmentState::Accepted && a.merged_in.is_none() && a.fit == FitState::Applies;
    let merges = all.iter().filter(waits).count();
    let count = all.iter().filter(|a| open(a)).count();
    let total = all.len();
    let mut shown: Vec<Amendment> = all.into_iter().filter(|a| !voting || open(a)).collect();
    let path = v.link(&AmendmentList { position: place.position.id });
    let votes = format!("{path}?zeigen=abstimmen");
    let (span, pages) = shell::paged(r, if voting { &votes } else { &path }, shown.len(), ROWS);
    let shown: Vec<Amendment> = shown.drain(span).collect();
    let names = Names::load(r.conn, &v.actor, shown.iter().filter_map(|a| a.person).collect::<Vec<_>>())?;
    let row = |a: &Amendment| {
        let mut pills = Vec::new();
        if a.state == AmendmentState::Open {
            pills.push(Pill::new("", "info", standing_word(t, standing(a, &consents, &joined))));
            pills.extend(a.advice.map(|advice| Pill::new("i1", "signature", t.advised(advice_word(t, advice)))));
        } else {
            let class = if a.state == AmendmentState::Accepted { "o1" } else { "" };
            pills.push(Pill::new(class, "check", amendment_state(t, a.state)));
        }
        Row {
            title: t.amendment_number(a.number, sort_word(t, a.sort)),
            href: v.link(&AmendmentPage { amendment: a.id }),
            by: by(r, place, &names, a.person, &a.capacity),
            pills,
            diff: marked(&a.old, &a.new),
        }
    };
    let shown = Shown {
        t,
        crumbs: place.crumbs(r, true),
        lead: place.position.title.clone(),
        summary: form.summary(),
        once: form.once(),
        views: vec![(t.view_all(total), path, !voting), (t.view_vote(count), votes, voting)],
        pages,
        rows: shown.iter().map(row).collect(),
        empty: if voting { t.empty_vote() } else { t.empty_amendments() },
        merges: if place.steers && place.position.state.is_open() { merges } else { 0 },
        back: place.link(r),
    };
    r.page(place.page(r, t.amendments_title())?.answering(form), &shown)
}

/// Puts accepted ones into the text.
///
/// # Errors
/// As [`actions::merge_accepted`].
pub fn merge(w: &Writing<'_>, p: AmendmentList) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let place = Place::steered(&r, p.position)?;
    match actions::merge_accepted(w.tx, &w.viewer.actor, p.position, t.merged_note()) {
        Ok((taken, left)) => Ok(Answer::to(place.link(&r)).with_note(&t.note_merged(taken, left))),
        Err(fault) => page(&r, &place, &FormView::kept(w.viewer.lang, w.ask, shell::problems(fault, "", &[])?)),
    }
}
