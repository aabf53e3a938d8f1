//! Proxies, and objections to deciding without a sitting.

use db::{Conn, Row, Tx, args};
use kernel::{Id, Result};
use people::Person;

use crate::{Entitlement, Proxy, Vote};

const PROXY: &str = "p.id, p.body_id, p.seat_id, p.person_id, p.holder_id, p.vote_id, p.sitting_day, p.names_adjourned, p.given_at, p.revoked_at";

fn proxy(r: &Row<'_>) -> Result<Proxy> {
    Ok(Proxy {
        id: r.get(0)?,
        body: r.get(1)?,
        seat: r.get(2)?,
        giver: r.get(3)?,
        holder: r.get(4)?,
        vote: r.get(5)?,
        sitting: r.get(6)?,
        names_adjourned: r.get(7)?,
        given_at: r.get(8)?,
        revoked_at: r.get(9)?,
    })
}

/// The proxies given for a vote, those taken back included, oldest first.
///
/// # Errors
/// When the database cannot be read.
pub fn list_proxies(conn: &Conn, vote: Id<Vote>) -> Result<Vec<Proxy>> {
    conn.all(
        &format!("SELECT {PROXY} FROM proxy p WHERE p.vote_id = :vote ORDER BY p.given_at, p.id"),
        args! { vote: vote },
        proxy,
    )
}

pub fn insert_proxy(tx: &Tx<'_>, new: &Proxy) -> Result<()> {
    tx.exec(
        "INSERT INTO proxy (id, body_id, seat_id, person_id, holder_id, vote_id, sitting_day, names_adjourned, given_at) \
         VALUES (:id, :body, :seat, :giver, :holder, :vote, :sitting, :adjourned, :at)",
        args! { id: new.id, body: new.body, seat: new.seat, giver: new.giver, holder: new.holder, vote: new.vote, sitting: new.sitting, adjourned: new.names_adjourned, at: new.given_at },
    )
    .map(drop)
}

/// Takes a proxy back.
///
/// # Errors
/// [`kernel::Error::Stale`] when it was before.
pub fn save_revoked(tx: &Tx<'_>, id: Id<Proxy>) -> Result<()> {
    tx.exec_one(
        "UPDATE proxy SET revoked_at = :now WHERE id = :id AND revoked_at IS NULL",
        args! { id: id, now: tx.now() },
    )
}

/// An objection to deciding without a sitting.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Objection {
    /// For which unit.
    pub unit: Id<Entitlement>,
    /// Its votes.
    pub votes: i64,
    /// By whom.
    pub person: Id<Person>,
    /// Why.
    pub reason: String,
}

/// The objections to a circular procedure, in the order of the roll.
///
/// # Errors
/// When the database cannot be read.
pub fn list_objections(conn: &Conn, vote: Id<Vote>) -> Result<Vec<Objection>> {
    conn.all(
        "SELECT o.entitlement_id, e.votes, o.person_id, o.reason FROM circular_objection o JOIN entitlement e ON e.id = o.entitlement_id WHERE o.vote_id = :vote ORDER BY e.number",
        args! { vote: vote },
        |r| Ok(Objection { unit: r.get(0)?, votes: r.get(1)?, person: r.get(2)?, reason: r.get(3)? }),
    )
}

/// Notes an objection; `false` when the unit objected before.
///
/// # Errors
/// When the database refuses.
pub fn insert_objection(tx: &Tx<'_>, vote: Id<Vote>, new: &Objection) -> Result<bool> {
    let done = tx.exec(
        "INSERT INTO circular_objection (vote_id, entitlement_id, person_id, reason, at) VALUES (:vote, :unit, :person, :reason, :now) ON CONFLICT (vote_id, entitlement_id) DO NOTHING",
        args! { vote: vote, unit: new.unit, person: new.person, reason: &new.reason, now: tx.now() },
    )?;
    Ok(done == 1)
}
