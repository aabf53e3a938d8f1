//! `/gremien/{body}/positionen`: what a body or network says and drafts.

use kernel::Result;
use networks::shell;
use web::{Answer, Page, Reading};

use super::{
    list::{Shown, published, rows},
    place::{begins, place_of, row},
};
use crate::{
    Position, State,
    paths::{BodyPositions, PositionFeed, PositionNew},
    store::register::{self, Wanted},
    words::T,
};

/// The most positions of a part that has no pages.
const MOST: i64 = 300;

/// The list.
///
/// # Errors
/// [`kernel::Error::NotFound`] where she may not see the body.
pub fn show(r: &Reading<'_>, p: BodyPositions) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let (body, network) = place_of(r, p.body)?;
    // Of a network: what all its bodies published.
    let wanted = if body.is_network() {
        Wanted { network: Some(body.id), ..Wanted::default() }
    } else {
        Wanted { body: Some(body.id), ..Wanted::default() }
    };
    let (_, published, pages) = published(r, &wanted, &v.link(&BodyPositions { body: body.id }))?;
    let open = register::list_unpublished(r.conn, &v.actor, body.id, MOST)?;
    let member = v.actor.is_member_of(body.id.raw());
    let signed =
        if body.is_network() { register::list_signed(r.conn, &v.actor, body.id, (member, MOST))? } else { Vec::new() };
    let (dropped, open): (Vec<Position>, Vec<Position>) = open.into_iter().partition(|p| p.state == State::Dropped);
    let mut groups = Vec::new();
    for (heading, some) in [(t.open_title(), open), (t.dropped_title(), dropped)] {
        if !some.is_empty() {
            groups.push((heading, rows(r, &some, false)?));
        }
    }
    let signed = if signed.is_empty() { None } else { Some((t.signed_title(), rows(r, &signed, true)?)) };
    let mut steps = Vec::new();
    if let Some(network) = network.as_ref().filter(|_| !body.is_network()) {
        steps.push((network.short(), shell::network_link(r, network)?));
        steps.push((body.name_in(v.lang), shell::body_link(r, &network.slug, &body)?));
    } else if body.is_network() {
        steps.push((body.short(), shell::network_link(r, &body)?));
    }
    let mut links = Vec::new();
    if body.is_network() && !body.unlisted {
        links.push((t.feed_link(), v.link(&PositionFeed { network: shell::slug(&body.slug)? })));
    }
    let page = Page::new(format!("{}: {}", t.nav_positions(), body.name_in(v.lang))).nav("networks");
    let page = row(r, page, Some(&body), network.as_ref())?;
    let new = begins(r, &body).then(|| v.link(&PositionNew { body: body.id }));
    let shown = Shown {
        t,
        crumbs: shell::crumbs(r, &steps),
        title: t.nav_positions().to_owned(),
        lead: body.name_in(v.lang).to_owned(),
        new,
        open: groups,
        signed,
        filter: None,
        rows: rows(r, &published, false)?,
        empty: t.empty_none(),
        pages,
        links,
    };
    r.page(page, &shown)
}
