//! Votes as other parts of the house show and find them.

use db::Conn;
use kernel::{Id, Level, Result};
use web::{Card, Document, Kind, Viewer};

use crate::{
    Vote, VoteKind, VoteState,
    paths::VotePage,
    store::votes::{every_vote, find_any_vote, list_by_id},
    words::T,
};

/// Votes and elections, and what they led to.
pub const KINDS: &[Kind] =
    &[Kind { name: "vote", label: |lang| T(lang).kind_votes(), cards, document, every }, crate::register_kind::KIND];

fn cards(conn: &Conn, viewer: &Viewer, ids: &[i64]) -> Result<Vec<Card>> {
    let found = list_by_id(conn, &viewer.actor, ids)?;
    let shown = found.into_iter().filter(|v| v.state != VoteState::Draft || crate::may_lead(&viewer.actor, v));
    Ok(shown
        .map(|v| Card {
            id: v.id.raw(),
            kind: "vote",
            detail: crate::pages::state_line(viewer, &v),
            url: viewer.link(&VotePage { vote: v.id }),
            title: v.title,
            icon: if v.kind == VoteKind::Election { "seat" } else { "check" },
            hue: 0,
        })
        .collect())
}

fn document(conn: &Conn, id: i64) -> Result<Option<Document>> {
    let vote: Vote = match find_any_vote(conn, Id::new(id)) {
        Ok(vote) if vote.state != VoteState::Draft => vote,
        Ok(_) | Err(kernel::Error::NotFound) => return Ok(None),
        Err(other) => return Err(other),
    };
    let within = match vote.level {
        Level::Public | Level::AllNetworks => 0,
        Level::Network => vote.network.raw(),
        _ => vote.body.raw(),
    };
    let mut scopes = vec![(vote.level, within)];
    // Who sits in the body finds it, too, without belonging to the network.
    if vote.level == Level::Network && vote.body != vote.network {
        scopes.push((Level::Body, vote.body.raw()));
    }
    Ok(Some(Document { text: format!("{}\n{}", vote.title, vote.text), scopes }))
}

fn every(conn: &Conn) -> Result<Vec<i64>> {
    let mut all = every_vote(conn, VoteKind::Motion)?;
    all.extend(every_vote(conn, VoteKind::Election)?);
    Ok(all)
}
