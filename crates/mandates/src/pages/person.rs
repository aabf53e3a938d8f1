//! `/mandate/personen/{person}`: the chains that run through one person on any day, as far as the reader may see who she is
//! and knows of her seats.

use kernel::Result;
use networks::{SeatKind, shell};
use web::{Answer, Page, Reading};

use super::{
    picture::chain_section,
    view::{Block, Section, View},
};
use crate::{
    paths::{MandateList, PersonChains},
    reads::{chains, knows},
    store::{delegations::list_on_seats, letters::list_seats_of},
    words::T,
};

/// To how many bodies chains are drawn.
const DRAWN: usize = 12;

/// The page.
///
/// # Errors
/// [`kernel::Error::NotFound`] where the reader may not see who she is.
pub fn show(r: &Reading<'_>, p: PersonChains) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let found = networks::person_page(r.conn, &v.actor, p.person, v.stand)?;
    let name = found.who.name.full();
    let mut view = View::new(v.lang, t.person_title(&name));
    view.crumbs = web::crumbs(v.lang, &[(t.nav_mandates(), v.link(&MandateList {}))]);
    view.lead = t.person_lead().to_owned();
    // Where her seat is shown, and where she is sent by those the reader belongs to.
    let shown: Vec<_> = found.hats.iter().filter(|h| h.seat.kind == SeatKind::Delegated).map(|h| h.seat.id).collect();
    let seats = list_seats_of(r.conn, p.person, v.stand)?;
    let mut sent = if seats.is_empty() { Vec::new() } else { list_on_seats(r.conn, &seats, v.stand)? };
    sent.retain(|it| it.holds_on(v.stand) && (shown.contains(&it.seat) || knows(&v.actor, it)));
    let bodies: Vec<_> = sent.iter().map(|it| it.receiver).collect();
    let seats: Vec<_> = sent.iter().map(|it| it.seat).collect();
    let mut all = chains::Ways::default();
    let known = networks::list_bodies_by_id(r.conn, &v.actor, &bodies)?;
    all.cut = known.len() > DRAWN;
    for body in known.iter().take(DRAWN) {
        all.join(chains::into(r.conn, &v.actor, body, v.stand)?.ending_on(&seats));
    }
    match chain_section(r, all, &v.link_then(&PersonChains { person: p.person }))? {
        Some(section) => view.sections.push(section),
        None => view.sections.push(
            Section::new("ketten", t.chains_title(), Block::Html(shell::day_form(r, &[])))
                .with(Block::Empty(t.person_empty(), t.person_empty_text())),
        ),
    }
    view.answer(r, Page::new(t.person_title(&name)).nav("mandates").dated())
}
