//! Positions as things of the house: their cards and what search knows of them.

use db::Conn;
use kernel::{Error, Id, Level, Result};
use networks::Body;
use web::{Card, Document, Kind, Reading, Viewer, Wanted};

use crate::{
    Mover, MoverState, Position, SIGNATURE,
    pages::words::{kind_word, state_word},
    paths::{HearingPage, PositionMovers, PositionPage, QuestionsPage, SignaturePage},
    questions::{Questionnaire, store as questions},
    store::{positions, register, signatures, versions},
    words::T,
};

/// Positions, what networks are asked to sign and hearings, neither of which search knows, and election questions.
pub const KINDS: &[Kind] = &[
    Kind { name: "position", label: |lang| T(lang).nav_positions(), cards, document, every: positions::every },
    Kind {
        name: SIGNATURE,
        label: |lang| T(lang).signatures_label(),
        cards: signature_cards,
        document: |_, _| Ok(None),
        every: |_| Ok(Vec::new()),
    },
    Kind {
        name: "hearing",
        label: |lang| T(lang).hearings_title(),
        cards: hearing_cards,
        document: |_, _| Ok(None),
        every: |_| Ok(Vec::new()),
    },
    Kind {
        name: "questionnaire",
        label: |lang| T(lang).questions_title(),
        cards: questions_cards,
        document: questions_document,
        every: questions::every,
    },
    Kind {
        name: "position_mover",
        label: |lang| T(lang).kind_movers(),
        cards: mover_cards,
        document: |_, _| Ok(None),
        every: |_| Ok(Vec::new()),
    },
];

/// What bodies are asked to move together: as [`signature_cards`].
fn mover_cards(conn: &Conn, v: &Viewer, wanted: &[i64]) -> Result<Vec<Card>> {
    let t = T(v.lang);
    let named = register::list_named(conn, &v.actor, wanted)?;
    let ids: Vec<i64> = named.iter().map(|(p, _)| p.id.raw()).collect();
    let movers = signatures::list_movers_of(conn, &ids)?;
    let led = tasks::rules::led(&v.actor);
    let asked = |m: &Mover| m.state == MoverState::Asked && (led.contains(&m.body) || led.contains(&m.network));
    let card = |(p, network): &register::Named| {
        let open = p.state.is_open() && movers.iter().any(|(of, m)| *of == p.id && asked(m));
        let form = open.then(|| v.link(&PositionMovers { position: p.id }));
        question(v, (p.id.raw(), "position_mover"), p, network.as_ref(), (t.told_mover(), form))
    };
    Ok(named.iter().map(card).collect())
}

/// A question about a position with the form that answers it; where the reader does not, the position itself under this number.
fn question(
    v: &Viewer,
    (id, kind): (i64, &'static str),
    of: &Position,
    network: Option<&(String, i64)>,
    (word, form): (&str, Option<String>),
) -> Card {
    let name = network.map(|(name, _)| format!("{name} · ")).unwrap_or_default();
    Card {
        id,
        kind: if form.is_some() { kind } else { "position" },
        detail: format!("{name}{word}"),
        url: form.unwrap_or_else(|| v.link(&PositionPage { position: of.id })),
        icon: "signature",
        hue: network.map_or(0, |(_, hue)| *hue),
        title: of.title.clone(),
    }
}

fn questions_cards(conn: &Conn, v: &Viewer, wanted: &[i64]) -> Result<Vec<Card>> {
    let t = T(v.lang);
    let card = |it: Questionnaire| Card {
        id: it.id.raw(),
        kind: "questionnaire",
        detail: t.questions_election_on(i18n::day_medium(v.lang, it.election)),
        url: v.link(&QuestionsPage { questions: it.id }),
        icon: "vote",
        hue: 0,
        title: it.title,
    };
    Ok(questions::list_by_id(conn, &v.actor, wanted)?.into_iter().map(card).collect())
}

/// Found by its questions and what was answered, once it is published.
fn questions_document(conn: &Conn, id: i64) -> Result<Option<Document>> {
    let it = match questions::find_any_questions(conn, Id::new(id)) {
        Ok(it) if it.published_at.is_some() => it,
        Ok(_) | Err(Error::NotFound) => return Ok(None),
        Err(other) => return Err(other),
    };
    let mut words = vec![it.title.clone()];
    words.extend(questions::list_questions(conn, it.id)?.into_iter().map(|(_, text)| text));
    words.extend(questions::list_answers(conn, it.id)?.into_iter().map(|(_, _, text)| text));
    Ok(Some(Document { text: words.join(" "), scopes: scopes(it.level, it.network.raw(), it.body.raw()) }))
}

/// Whom a level lets in, for the index.
fn scopes(level: Level, network: i64, body: i64) -> Vec<(Level, i64)> {
    let own = (Level::Body, body);
    match level {
        Level::Public => vec![(Level::Public, 0)],
        Level::AllNetworks => vec![(Level::AllNetworks, 0), own],
        Level::Network => vec![(Level::Network, network), own],
        _ => vec![own],
    }
}

/// What her networks are asked to sign. Whoever leads one answers there; its other members read the position.
fn signature_cards(conn: &Conn, v: &Viewer, wanted: &[i64]) -> Result<Vec<Card>> {
    let found = signatures::list_asked_by_id(conn, &v.actor, wanted)?;
    let ids: Vec<Id<Body>> = found.iter().map(|(.., network)| *network).collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let networks = networks::list_bodies_by_id(conn, &v.actor, &ids)?;
    let led = tasks::rules::led(&v.actor);
    let card = |(signature, position, title, network): signatures::AskedToSign| {
        let asked = networks.iter().find(|b| b.id == network)?;
        Some(Card {
            id: signature.raw(),
            kind: SIGNATURE,
            title,
            detail: asked.name_in(v.lang).to_owned(),
            url: if led.contains(&network) {
                v.link(&SignaturePage { signature })
            } else {
                v.link(&PositionPage { position })
            },
            icon: "signature",
            hue: asked.hue,
        })
    };
    Ok(found.into_iter().filter_map(card).collect())
}

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
    let scopes = scopes(p.level, p.network.raw(), p.body.raw());
    let mut words = vec![p.mark.clone().unwrap_or_default(), p.title.clone(), p.slots.summary_en.clone()];
    words.extend(versions::list_paragraphs(conn, p.id, p.text)?.into_iter().map(|g| g.text));
    Ok(Some(Document { text: words.join(" "), scopes }))
}
