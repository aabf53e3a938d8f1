//! `/gremien/{body}/beitritte`: who asks to join. Members read of those they may object to; whoever decides reads of all,
//! and of whoever leaves.

use askama::Template;
use kernel::{Error, Result};
use rights::{Action, Kind};
use web::{Answer, Page, Reading};

use super::{network_of, organisation, state_word, way};
use crate::{
    JoinState,
    actions::stance,
    pages::{
        keep::who::named,
        shared::{self, Tab},
    },
    paths::{JoinList, JoinRules, JoinShow, LeavingShow},
    store::{
        bodies,
        joining::{leavings, requests},
    },
    words::T,
};

struct Row {
    title: String,
    href: String,
    detail: String,
}

#[derive(Template)]
#[template(path = "requests.html")]
struct Shown {
    t: T,
    crumbs: String,
    name: String,
    rules: Option<String>,
    rows: Vec<Row>,
    leavings: Vec<Row>,
    back: String,
}

/// The page.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] for whoever does not belong.
pub fn show(r: &Reading<'_>, p: JoinList) -> Result<Answer> {
    let (t, lang, actor) = (T(r.viewer.lang), r.viewer.lang, &r.viewer.actor);
    let body = bodies::find_body(r.conn, actor, p.body)?;
    let decides = if body.is_network() {
        rights::allows(actor, Kind::Roster, Action::Edit, &body.roster_scope())
    } else {
        rights::allows(actor, Kind::Body, Action::Edit, &body.scope())
    };
    if !decides && !actor.sits_in(body.id.raw()) {
        return Err(Error::Denied(None));
    }
    let keeps = rights::allows(actor, Kind::Roster, Action::Edit, &body.roster_scope());
    let network = network_of(r, &body)?;
    let mut rows = Vec::new();
    for request in requests::list_requests(r.conn, body.id)? {
        if !decides && (request.state != JoinState::Objecting || stance(r.conn, actor, &request, &body)?.is_none()) {
            continue;
        }
        let of = organisation(r, &request)?;
        let state = state_word(r, &request);
        rows.push(Row {
            title: request.name(),
            href: r.viewer.link(&JoinShow { request: request.id }),
            detail: if of.is_empty() { state } else { format!("{of}. {state}") },
        });
    }
    let mut leaving = Vec::new();
    if keeps {
        let found = leavings::list_leavings(r.conn, actor, body.id)?;
        let names = named(r, &body, &found.iter().map(|(_, o)| o).collect::<Vec<_>>())?;
        for ((one, _), name) in found.iter().zip(names) {
            let day = i18n::day_medium(lang, one.until.previous());
            let detail = if one.reviewed { t.leave_row_reviewed(day) } else { t.leave_row(day) };
            leaving.push(Row { title: name, href: r.viewer.link(&LeavingShow { leaving: one.id }), detail });
        }
    }
    let shown = Shown {
        t,
        crumbs: way(r, &body, &network)?,
        name: body.name_in(lang).to_owned(),
        rules: keeps.then(|| r.viewer.link(&JoinRules { body: body.id })),
        rows,
        leavings: leaving,
        back: shared::body_link(r, &network.slug, &body)?,
    };
    let tab = if keeps { Tab::Manage } else { Tab::Overview };
    let title = format!("{}: {}", t.join_list_title(), body.name_in(lang));
    r.page(Page::new(title).nav("networks").sub(shared::sub(r, &network, tab)?), &shown)
}
