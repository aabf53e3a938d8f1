//! `/gremien/{body}/termine`: the meetings of a network or body.

use kernel::{Id, Result, Scope};
use networks::{Body, BodyKind, shell};
use web::{Answer, Page, Reading};

use super::{
    hidden,
    list::{Shown, empty, months},
    place::body_row,
};
use crate::{
    paths::{BodyMeetings, MeetingNew},
    reads::MOST,
    rules::leads,
    store::{invitations, meetings},
    words::T,
};

/// Whether the reader sets meetings of a body down.
pub fn convenes(r: &Reading<'_>, body: &Body) -> bool {
    let scope = Scope::body(body.level, body.network.raw(), body.id.raw());
    body.kind != BodyKind::Outside && body.term.until > r.viewer.today && leads(&r.viewer.actor, &scope)
}

/// The body with its network, where the reader may see that.
pub fn place(r: &Reading<'_>, id: Id<Body>) -> Result<(Body, Option<Body>)> {
    let body = networks::find_body(r.conn, &r.viewer.actor, id)?;
    let network = if body.is_network() {
        Some(body.clone())
    } else {
        networks::list_bodies_by_id(r.conn, &r.viewer.actor, &[body.network])?.into_iter().next()
    };
    Ok((body, network))
}

/// The way to a page below a body.
pub fn crumbs(r: &Reading<'_>, body: &Body, network: Option<&Body>, deeper: bool) -> Result<String> {
    let t = T(r.viewer.lang);
    let mut steps = Vec::new();
    if let Some(network) = network {
        steps.push((network.short(), shell::network_link(r, network)?));
        if !body.is_network() {
            steps.push((body.name_in(r.viewer.lang), shell::body_link(r, &network.slug, body)?));
        }
    }
    if deeper {
        steps.push((t.nav_meetings(), r.viewer.link(&BodyMeetings { body: body.id })));
    }
    Ok(shell::crumbs(r, &steps))
}

/// The list.
///
/// # Errors
/// [`kernel::Error::NotFound`] where she may not see the body.
pub fn show(r: &Reading<'_>, p: BodyMeetings) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let (body, network) = place(r, p.body)?;
    let past = r.ask.query("zeigen") == Some("vergangen");
    let mut found = if past {
        meetings::list_past_of(r.conn, &v.actor, body.id, v.today.at(0, 0), MOST)?
    } else {
        let span = meetings::span(v.today, v.today.plus_months(60));
        meetings::list_of_bodies(r.conn, &v.actor, &[body.id], span, MOST)?
    };
    found.retain(|m| !hidden(&v.actor, m));
    let ids: Vec<_> = found.iter().map(|m| m.id).collect();
    let answers = match v.actor.person {
        Some(person) if !ids.is_empty() => invitations::list_answers(r.conn, Id::new(person), &ids)?,
        _ => Vec::new(),
    };
    let found = found
        .into_iter()
        .map(|m| {
            let answer = answers.iter().find(|(id, _)| *id == m.id).map(|(_, answer)| *answer);
            (m, answer)
        })
        .collect();
    let bodies = [Some(body.clone()), network.clone()].into_iter().flatten().map(|b| (b.id, b)).collect();
    let path = v.link(&BodyMeetings { body: body.id });
    let shown = Shown {
        t,
        crumbs: crumbs(r, &body, network.as_ref(), false)?,
        title: t.nav_meetings().to_owned(),
        lead: body.name_in(v.lang).to_owned(),
        new: convenes(r, &body).then(|| v.link(&MeetingNew { body: body.id })),
        views: vec![
            (t.view_ahead().to_owned(), path.clone(), !past),
            (t.view_past().to_owned(), format!("{path}?zeigen=vergangen"), past),
        ],
        bodies: Vec::new(),
        months: months(r, &bodies, found, false)?,
        empty: empty(t, past),
    };
    let title = format!("{}: {}", t.nav_meetings(), body.name_in(v.lang));
    r.page(body_row(r, Page::new(title).nav("networks"), &body, network.as_ref())?, &shown)
}
