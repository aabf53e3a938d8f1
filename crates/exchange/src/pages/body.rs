//! `/gremien/{body}/austausch`: what is written in a network or body; for others the numbers that were released.

use std::collections::HashMap;

use kernel::{Error, Id, Result};
use networks::Body;
use web::{Answer, FormView, Page, Reading};

use super::{
    list::{Narrowed, Shown, rows},
    mailroom::takes_letters,
    place::{body_crumbs, body_row, home, is_alive, topic_name},
};
use crate::{
    Released, actions,
    paths::{BodyThreads, CircularList, CountRelease, Mailroom, RelayList, RelayNew, SupportList, ThreadNew},
    reads,
    rules::{SMALLEST, is_small},
    store,
    words::T,
};

/// The list.
///
/// # Errors
/// [`Error::NotFound`] where she may not see the body; [`Error::Denied`] where she reads nothing of what is written there.
pub fn show(r: &Reading<'_>, p: BodyThreads) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let (body, network) = home(r, p.body)?;
    let leads = actions::circulars::writes(&v.actor, &body);
    let reads = v.actor.sits_in(body.id.raw()) || leads || store::threads::has_any(r.conn, &v.actor, body.id)?;
    let released = store::counts::list_released(r.conn, &v.actor, body.id)?;
    if !reads && released.is_empty() {
        return Err(Error::Denied(None));
    }
    let threads = if reads { reads::of_body(r.conn, &v.actor, &body)? } else { Vec::new() };
    let mut ids: Vec<Id<Body>> = threads.iter().flat_map(|t| [t.body, t.network]).collect();
    ids.push(body.id);
    let bodies: HashMap<Id<Body>, Body> =
        networks::list_bodies_by_id(r.conn, &v.actor, &ids)?.into_iter().map(|b| (b.id, b)).collect();
    let path = v.link(&BodyThreads { body: body.id });
    let narrowed = Narrowed::of(r)?;
    let writes = actions::may_write(&v.actor, &body) && is_alive(r, &body);
    let mut ways = Vec::new();
    if reads && v.actor.sits_in(body.id.raw()) {
        ways.push((t.supports_title(), v.link(&SupportList { body: body.id })));
    }
    if writes {
        ways.push((t.relay_title(), v.link(&RelayNew { body: body.id })));
    }
    if leads {
        ways.push((t.relays_title(), v.link(&RelayList { body: body.id })));
        ways.push((t.circulars_title(), v.link(&CircularList { body: body.id })));
        ways.push((t.count_title(), v.link(&CountRelease { body: body.id })));
        ways.push((t.mailroom_title(), v.link(&Mailroom { body: body.id })));
    }
    let topics = narrowed.topics(r, &path, &threads)?;
    let (rows, pages, unread) = rows(r, &narrowed, &path, threads, &bodies)?;
    let shown = Shown {
        t,
        crumbs: body_crumbs(r, &body, network.as_ref(), false)?,
        title: t.nav_exchange().to_owned(),
        lead: if writes { with_address(r, &body, network.as_ref())? } else { body.name_in(v.lang).to_owned() },
        new: writes.then(|| v.link(&ThreadNew { body: body.id })),
        ways,
        views: if reads { narrowed.kinds(t, &path) } else { Vec::new() },
        networks: Vec::new(),
        topics,
        rows,
        pages,
        unread,
        once: format!(
            "{}<input type=\"hidden\" name=\"gremium\" value=\"{}\">",
            FormView::new(v.lang, &[]).once(),
            body.id
        ),
        released: lines(r, t, &released)?,
        empty: (t.empty_body().to_owned(), if writes { t.empty_body_text() } else { "" }.to_owned()),
        reads,
    };
    let title = format!("{}: {}", t.nav_exchange(), body.name_in(v.lang));
    r.page(body_row(r, Page::new(title).nav("networks"), &body, network.as_ref())?, &shown)
}

/// The name of the body, and where its members write to by mail.
fn with_address(r: &Reading<'_>, body: &Body, network: Option<&Body>) -> Result<String> {
    let name = body.name_in(r.viewer.lang);
    let answers = notices::Answers::load(r.conn)?.filter(|_| takes_letters(body, network));
    Ok(answers.map_or_else(
        || name.to_owned(),
        |answers| {
            let address = answers.address(&actions::incoming::body_tag(body.id));
            format!("{name}. {}", T(r.viewer.lang).mail_address_body(address))
        },
    ))
}

/// The released numbers as sentences. A very small one is told as „weniger als drei“: one case might be known to somebody.
fn lines(r: &Reading<'_>, t: T, released: &[Released]) -> Result<Vec<String>> {
    if released.is_empty() {
        return Ok(Vec::new());
    }
    let topics = networks::list_topics(r.conn)?;
    let line = |one: &Released| {
        let (from, until) =
            (i18n::day_medium(r.viewer.lang, one.from), i18n::day_medium(r.viewer.lang, one.until.previous()));
        let count = if is_small(one.number) { t.released_small(SMALLEST) } else { t.released_count(one.number) };
        match topics.iter().find(|x| Some(x.id) == one.topic) {
            Some(topic) => t.released_about(from, until, count, topic_name(r, topic)),
            None => t.released_line(from, until, count),
        }
    };
    Ok(released.iter().map(line).collect())
}
