//! Mandates as things of the house: their cards, and what search knows of them. Search knows sittings, what was raised for a
//! network or body, and the public parts of reports; of instructions, notes and all other parts it knows nothing.

use std::collections::HashMap;

use db::Conn;
use kernel::{Error, Id, Level, Result};
use networks::Body;
use web::{Card, Document, Kind, Viewer};

use crate::{
    Session,
    pages::outcome_word,
    paths::{PublicReport, RaisedPage, ReportPage, SessionPage},
    store::{
        opened::{self, Opened},
        raised, reports, sessions,
    },
    words::T,
};

/// Sittings elsewhere, reports, what was raised.
pub const KINDS: &[Kind] = &[
    Kind {
        name: "outside_session",
        label: |lang| T(lang).kind_sessions(),
        cards: session_cards,
        document: session_document,
        every: sessions::every,
    },
    Kind {
        name: "mandate_report",
        label: |lang| T(lang).kind_reports(),
        cards: report_cards,
        document: report_document,
        every: reports::every,
    },
    Kind {
        name: "raised",
        label: |lang| T(lang).kind_raised(),
        cards: raised_cards,
        document: raised_document,
        every: raised::every,
    },
];

type Bodies = HashMap<Id<Body>, Body>;

fn bodies(conn: &Conn, v: &Viewer, ids: impl Iterator<Item = Id<Body>>) -> Result<Bodies> {
    let ids: Vec<Id<Body>> = ids.collect();
    Ok(networks::list_bodies_by_id(conn, &v.actor, &ids)?.into_iter().map(|b| (b.id, b)).collect())
}

fn session_cards(conn: &Conn, v: &Viewer, wanted: &[i64]) -> Result<Vec<Card>> {
    let found = sessions::list_by_id(conn, &v.actor, wanted)?;
    let known = bodies(conn, v, found.iter().flat_map(|s| [s.receiver, s.network]))?;
    let card = |s: &Session| {
        let receiver = known.get(&s.receiver)?;
        Some(Card {
            id: s.id.raw(),
            kind: "outside_session",
            title: s.title.clone(),
            detail: format!("{} · {}", receiver.name_in(v.lang), i18n::day_medium(v.lang, s.day())),
            url: v.link(&SessionPage { session: s.id }),
            icon: "transfer",
            hue: known.get(&s.network).map_or(0, |n| n.hue),
        })
    };
    Ok(found.iter().filter_map(card).collect())
}

fn session_document(conn: &Conn, id: i64) -> Result<Option<Document>> {
    let session = match sessions::find_session(conn, Id::new(id)) {
        Ok(session) if !session.called_off => session,
        Ok(_) | Err(Error::NotFound) => return Ok(None),
        Err(other) => return Err(other),
    };
    let mut words = vec![session.title.clone()];
    words.extend(sessions::list_items(conn, session.id)?.into_iter().map(|it| it.title));
    Ok(Some(Document { text: words.join(" "), scopes: vec![(Level::Network, session.network.raw())] }))
}

/// One statement for those who read more than the public; lists of what is new are asked for often.
fn report_cards(conn: &Conn, v: &Viewer, wanted: &[i64]) -> Result<Vec<Card>> {
    let t = T(v.lang);
    let card = |(id, s): (Id<crate::Report>, Session)| Card {
        id: id.raw(),
        kind: "mandate_report",
        title: t.report_of(&s.title),
        detail: i18n::day_medium(v.lang, s.day()),
        url: v.link(&ReportPage { report: id }),
        icon: "transfer",
        hue: 0,
    };
    let mut all: Vec<Card> = reports::list_by_id(conn, &v.actor, wanted)?.into_iter().map(card).collect();
    let rest: Vec<i64> = wanted.iter().copied().filter(|id| !all.iter().any(|card| card.id == *id)).collect();
    all.extend(opened_cards(conn, v, &opened::list_opened_by_id(conn, &rest)?)?);
    Ok(all)
}

/// Cards of reports as everybody may read them. One statement, none without reports.
pub fn opened_cards(conn: &Conn, v: &Viewer, all: &[Opened]) -> Result<Vec<Card>> {
    if all.is_empty() {
        return Ok(Vec::new());
    }
    let known = bodies(conn, v, all.iter().flat_map(|it| [it.session.receiver, it.network]))?;
    let card = |it: &Opened| Card {
        id: it.id.raw(),
        kind: "mandate_report",
        title: T(v.lang).report_of(&it.session.title),
        detail: [known.get(&it.session.receiver), known.get(&it.network)]
            .into_iter()
            .flatten()
            .map(|body| body.name_in(v.lang).to_owned())
            .chain([i18n::day_medium(v.lang, it.session.day())])
            .collect::<Vec<_>>()
            .join(" · "),
        url: v.link(&PublicReport { report: it.id }),
        icon: "transfer",
        hue: known.get(&it.network).map_or(0, |n| n.hue),
    };
    Ok(all.iter().map(card).collect())
}

/// Found by its public parts and by nothing else.
fn report_document(conn: &Conn, id: i64) -> Result<Option<Document>> {
    let found = match opened::find_opened(conn, Id::new(id)) {
        Ok(found) => found,
        Err(Error::NotFound) => return Ok(None),
        Err(other) => return Err(other),
    };
    let words = found.text.opened().into_iter().map(|it| it.text);
    let text = [found.session.title].into_iter().chain(words).collect::<Vec<_>>().join(" ");
    Ok(Some(Document { text, scopes: vec![(Level::Public, 0)] }))
}

fn raised_cards(conn: &Conn, v: &Viewer, wanted: &[i64]) -> Result<Vec<Card>> {
    let found = raised::list_by_id(conn, &v.actor, wanted)?;
    let known = bodies(conn, v, found.iter().flat_map(|p| [p.receiver, p.network]))?;
    let t = T(v.lang);
    let card = |p: &crate::Raised| {
        let receiver = known.get(&p.receiver)?;
        Some(Card {
            id: p.id.raw(),
            kind: "raised",
            title: p.title.clone(),
            detail: format!("{} · {}", receiver.name_in(v.lang), outcome_word(t, p.state)),
            url: v.link(&RaisedPage { raised: p.id }),
            icon: "transfer",
            hue: known.get(&p.network).map_or(0, |n| n.hue),
        })
    };
    Ok(found.iter().filter_map(card).collect())
}

/// What is for the delegation alone is found by nobody.
fn raised_document(conn: &Conn, id: i64) -> Result<Option<Document>> {
    let found = match raised::find_words(conn, id) {
        Ok(found) => found,
        Err(Error::NotFound) => return Ok(None),
        Err(other) => return Err(other),
    };
    let own = (Level::Body, found.sender.raw());
    let scopes = match found.level {
        Level::Network => vec![(Level::Network, found.network.raw()), own],
        Level::Body => vec![own],
        _ => return Ok(None),
    };
    Ok(Some(Document { text: format!("{} {}", found.title, found.text), scopes }))
}
