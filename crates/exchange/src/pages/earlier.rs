//! `/austausch/{thread}/verlauf`: what stood there before it was changed. Of what is out of sight, nothing.

use askama::Template;
use kernel::Result;
use web::{Answer, Reading};

use super::place::Place;
use crate::{Earlier, letters::is, paths::ThreadEarlier, store, words::T};

struct Row {
    title: String,
    until: String,
    words: String,
}

#[derive(Template)]
#[template(path = "earlier.html")]
struct Shown {
    t: T,
    crumbs: String,
    lead: String,
    rows: Vec<Row>,
    back: String,
}

/// The page.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn show(r: &Reading<'_>, p: ThreadEarlier) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let place = Place::load(r, p.thread)?;
    let replies = store::replies::list_replies(r.conn, place.thread.id)?;
    let mut all = store::replies::list_earlier(r.conn, place.thread.id)?;
    all.retain(|e| {
        let reply = e.reply.and_then(|id| replies.iter().find(|y| y.id == id));
        reply.is_none_or(|y| y.hidden.is_none() || place.leads || is(y.author, v.actor.person))
    });
    let row = |e: &Earlier| Row {
        title: if e.reply.is_some() { t.earlier_reply().to_owned() } else { e.title.clone() },
        until: t.earlier_until(i18n::moment_short(v.lang, e.until, v.today)),
        words: text::html(&e.words),
    };
    let shown = Shown {
        t,
        crumbs: place.crumbs(r, true),
        lead: place.thread.title.clone(),
        rows: all.iter().map(row).collect(),
        back: place.page_link(r),
    };
    r.page(place.page(r, t.earlier_title())?, &shown)
}
