//! P30: the circulars of a network or body, and those that wait to be let in.

use askama::Template;
use kernel::{Error, Result};
use web::{Answer, Page, Reading};

use super::circular_word;
use crate::{
    Circular, actions,
    pages::place::{body_crumbs, body_row, home},
    paths::{CircularList, CircularNew, CircularPage},
    reads::MOST,
    store,
    words::T,
};

struct Row {
    title: String,
    href: String,
    state: &'static str,
    when: String,
}

#[derive(Template)]
#[template(path = "circulars.html")]
struct Shown {
    t: T,
    crumbs: String,
    lead: String,
    new: String,
    asking: Vec<Row>,
    rows: Vec<Row>,
}

/// The list.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] but for those who lead.
pub fn show(r: &Reading<'_>, p: CircularList) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let (body, network) = home(r, p.body)?;
    if !actions::circulars::writes(&v.actor, &body) {
        return Err(Error::Denied(None));
    }
    let row = |c: &Circular| Row {
        title: c.subject.clone(),
        href: v.link(&CircularPage { circular: c.id }),
        state: circular_word(t, c.state),
        when: i18n::moment_short(v.lang, c.sent_at.or(c.leaves_at).unwrap_or(c.made_at), v.today),
    };
    let asking = if body.is_network() { store::circulars::list_asking(r.conn, &[body.id.raw()])? } else { Vec::new() };
    let shown = Shown {
        t,
        crumbs: body_crumbs(r, &body, network.as_ref(), true)?,
        lead: body.name_in(v.lang).to_owned(),
        new: v.link(&CircularNew { body: body.id }),
        asking: asking.iter().map(row).collect(),
        rows: store::circulars::list_of_body(r.conn, &v.actor, body.id, MOST)?.iter().map(row).collect(),
    };
    let page = Page::new(format!("{}: {}", t.circulars_title(), body.name_in(v.lang))).nav("exchange");
    r.page(body_row(r, page, &body, network.as_ref())?, &shown)
}
