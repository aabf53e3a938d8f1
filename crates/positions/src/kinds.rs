//! Positions as things of the house: their cards and what search knows of them.

use db::Conn;
use kernel::{Error, Id, Level, Result};
use web::{Card, Document, Kind, Reading, Viewer, Wanted};

use crate::{
    pages::words::{kind_word, state_word},
    paths::{HearingPage, PositionPage},
    store::{positions, register, versions},
    words::T,
};

/// Positions, and hearings, which search does not know.
pub const KINDS: &[Kind] = &[
    Kind { name: "position", label: |lang| T(lang).nav_positions(), cards, document, every: positions::every },
    Kind {
        name: "hearing",
        label: |lang| T(lang).hearings_title(),
        cards: hearing_cards,
        document: |_, _| Ok(None),
        every: |_| Ok(Vec::new()),
    },
];

fn hearing_cards(conn: &Conn, v: &Viewer, wanted: &[i64]) -> Result<Vec<Card>> {
    let t = T(v.lang);
    let card = |it: crate::hearing::Hearing| Card {
        id: it.id.raw(),
        kind: "hearing",
        detail: t.hearing_lead(&it.office),
        url: v.link(&HearingPage { hearing: it.id }),
        icon: "signature",
        hue: 0,
        title: it.title,
    };
    Ok(crate::hearing::store::list_by_id(conn, &v.actor, wanted)?.into_iter().map(card).collect())
}

/// How many positions are named about a subject.
const RELEVANT: i64 = 6;

/// Positions in force about the topics that are asked for.
pub fn relevant(r: &Reading<'_>, wanted: &Wanted) -> Result<Vec<Card>> {
    if wanted.topics.is_empty() {
        return Ok(Vec::new());
    }
    let found = register::list_about(r.conn, &r.viewer.actor, &wanted.topics, RELEVANT)?;
    let mut all = cards(r.conn, r.viewer, &found)?;
    all.sort_by_key(|card| found.iter().position(|id| *id == card.id));
    Ok(all)
}

fn cards(conn: &Conn, v: &Viewer, wanted: &[i64]) -> Result<Vec<Card>> {
    let t = T(v.lang);
    let card = |(p, network): register::Named| {
        let mark = p.mark.as_ref().map(|mark| format!("{mark} · ")).unwrap_or_default();
        let name = network.as_ref().map(|(name, _)| format!("{name} · ")).unwrap_or_default();
        Card {
            id: p.id.raw(),
            kind: "position",
            detail: format!("{name}{mark}{} · {}", kind_word(t, p.kind), state_word(t, p.state)),
            url: v.link(&PositionPage { position: p.id }),
            icon: "signature",
            hue: network.map_or(0, |(_, hue)| hue),
            title: p.title,
        }
    };
    Ok(register::list_named(conn, &v.actor, wanted)?.into_iter().map(card).collect())
}

/// Found by what it says, once it is published. A draft is found by nobody.
fn document(conn: &Conn, id: i64) -> Result<Option<Document>> {
    let p = match positions::find_any_position(conn, Id::new(id)) {
        Ok(p) if p.state.is_published() => p,
        Ok(_) | Err(Error::NotFound) => return Ok(None),
        Err(other) => return Err(other),
    };
    let own = (Level::Body, p.body.raw());
    let scopes = match p.level {
        Level::Public => vec![(Level::Public, 0)],
        Level::AllNetworks => vec![(Level::AllNetworks, 0), own],
        Level::Network => vec![(Level::Network, p.network.raw()), own],
        _ => vec![own],
    };
    let mut words = vec![p.mark.clone().unwrap_or_default(), p.title.clone(), p.slots.summary_en.clone()];
    words.extend(versions::list_paragraphs(conn, p.id, p.text)?.into_iter().map(|g| g.text));
    Ok(Some(Document { text: words.join(" "), scopes }))
}
