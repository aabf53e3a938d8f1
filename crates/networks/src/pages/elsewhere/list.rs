//! `/konto/sitze`: one's own seats elsewhere, and what those before her passed on.

use askama::Template;
use kernel::{Error, Id, Result};
use web::{Answer, FormView, Page, Reading, Writing};

use super::{kind_word, role_of};
use crate::{
    Audience, Elsewhere,
    actions::{answer_offer, offered_elsewhere},
    paths::{ElsewhereEdit, ElsewhereList, ElsewhereNew, PersonPage},
    store::{bodies::list_bodies_by_id, elsewhere::list_elsewhere},
    words::T,
};

struct Row {
    title: String,
    href: String,
    lines: Vec<String>,
    note: String,
}

struct Offer {
    id: String,
    title: String,
    detail: String,
}

#[derive(Template)]
#[template(path = "elsewhere.html")]
struct Shown {
    t: T,
    crumbs: String,
    once: String,
    new: String,
    offers: Vec<Offer>,
    running: Vec<Row>,
    past: Vec<Row>,
    own_page: String,
}

/// The list.
///
/// # Errors
/// When the database cannot be read.
pub fn show(r: &Reading<'_>, _: ElsewhereList) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let person = Id::new(v.actor.person.ok_or(Error::NotFound)?);
    let all = list_elsewhere(r.conn, person)?;
    let shown_in: Vec<_> = all.iter().filter_map(|e| e.noted.shown_in).collect();
    let bodies = list_bodies_by_id(r.conn, &v.actor, &shown_in)?;
    let whom = |e: &Elsewhere| match (e.noted.audience, e.noted.shown_in) {
        (None, _) => t.elsewhere_only_you().to_owned(),
        (Some(Audience::Public), _) => t.elsewhere_shown(t.consent_option_public()),
        (Some(Audience::AllNetworks), _) => t.elsewhere_shown(t.consent_option_all()),
        (Some(Audience::Network), body) => {
            let found = bodies.iter().find(|b| Some(b.id) == body);
            t.elsewhere_shown(found.map_or_else(|| t.consent_former(), |b| b.short()))
        }
    };
    let row = |e: &Elsewhere| {
        let mut lines = vec![kind_word(t, e.noted.kind).to_owned(), i18n::term(v.lang, &e.noted.term, v.today)];
        lines.push(match (e.noted.post, e.noted.passes) {
            (None, _) => t.elsewhere_for_me().to_owned(),
            (Some(_), true) => t.elsewhere_for_post_passes().to_owned(),
            (Some(_), false) => t.elsewhere_for_post_ends().to_owned(),
        });
        lines.push(whom(e));
        Row {
            title: format!("{}, {}", role_of(t, e), e.noted.body),
            href: v.link(&ElsewhereEdit { seat: e.id }),
            lines,
            note: e.noted.note.clone(),
        }
    };
    let (running, past): (Vec<&Elsewhere>, Vec<&Elsewhere>) = all.iter().partition(|e| e.noted.term.until > v.today);
    let shown = Shown {
        t,
        crumbs: web::crumbs(v.lang, &[(t.consent_account(), v.link(&"/konto"))]),
        once: FormView::new(v.lang, &[]).once(),
        new: v.link(&ElsewhereNew {}),
        offers: offered_elsewhere(r.conn, &v.actor)?
            .iter()
            .map(|e| Offer {
                id: e.id.to_string(),
                title: format!("{}, {}", role_of(t, e), e.noted.body),
                detail: t.elsewhere_offer_until(i18n::day_medium(v.lang, e.noted.term.until.previous())),
            })
            .collect(),
        running: running.into_iter().map(row).collect(),
        past: past.into_iter().map(row).collect(),
        own_page: v.link(&PersonPage { person }),
    };
    r.page(Page::new(t.elsewhere_title()).nav("account"), &shown)
}

/// Takes over what was passed on, or leaves it.
///
/// # Errors
/// As [`answer_offer`].
pub fn answer(w: &Writing<'_>, p: ElsewhereList) -> Result<Answer> {
    let t = T(w.viewer.lang);
    let deed = w.ask.field("tat");
    let (take, id) = match (deed.strip_prefix("nehmen-"), deed.strip_prefix("lassen-")) {
        (Some(id), _) => (true, id),
        (_, Some(id)) => (false, id),
        _ => return Err(Error::NotFound),
    };
    let id: Id<Elsewhere> = id.parse().map_err(|_| Error::NotFound)?;
    answer_offer(w.tx, &w.viewer.actor, id, take)?;
    let note = if take { t.elsewhere_taken() } else { t.elsewhere_left() };
    Ok(Answer::to(w.viewer.link(&p)).with_note(note))
}
