//! Bodies that move a position too, and networks that sign it.

use db::{Conn, Row, Tx, args};
use kernel::{Actor, Day, Id, Result};
use networks::Body;

use super::seen;
use crate::{Mover, MoverState, Position, Signature, SignatureState};

/// The bodies that move a position beside its own, or were asked to.
///
/// # Errors
/// When the database cannot be read.
pub fn list_movers(conn: &Conn, position: Id<Position>) -> Result<Vec<Mover>> {
    conn.all(
        "SELECT m.body_id, m.network_id, m.state, m.decided_day FROM position_mover m WHERE m.position_id = :position ORDER BY m.asked_at, m.body_id",
        args! { position: position },
        |r| Ok(Mover { body: r.get(0)?, network: r.get(1)?, state: r.get(2)?, decided: r.get(3)? }),
    )
}

/// The same of several, for the program and for readers who see them: with the position first.
///
/// # Errors
/// When the database cannot be read.
pub fn list_movers_of(conn: &Conn, positions: &[i64]) -> Result<Vec<(Id<Position>, Mover)>> {
    if positions.is_empty() {
        return Ok(Vec::new());
    }
    conn.all(
        "SELECT m.position_id, m.body_id, m.network_id, m.state, m.decided_day FROM position_mover m WHERE m.position_id IN (:positions*) ORDER BY m.position_id, m.asked_at, m.body_id",
        args! { positions: positions },
        |r| Ok((r.get(0)?, Mover { body: r.get(1)?, network: r.get(2)?, state: r.get(3)?, decided: r.get(4)? })),
    )
}

/// Asks a body to move it too.
pub fn insert_mover(tx: &Tx<'_>, position: Id<Position>, body: &Body) -> Result<()> {
    tx.exec(
        "INSERT INTO position_mover (position_id, body_id, network_id, state, asked_at) VALUES (:position, :body, :network, 'asked', :now)",
        args! { position: position, body: body.id, network: body.network, now: tx.now() },
    )
    .map(drop)
}

/// What it says.
///
/// # Errors
/// [`kernel::Error::Stale`] when it said so before.
pub fn save_mover(
    tx: &Tx<'_>,
    position: Id<Position>,
    body: Id<Body>,
    state: MoverState,
    by: Option<i64>,
) -> Result<()> {
    tx.exec_one(
        "UPDATE position_mover SET state = :state, decided_day = :today, decided_by = :by WHERE position_id = :position AND body_id = :body AND state = 'asked'",
        args! { state: state, today: tx.today(), by: by, position: position, body: body },
    )
}

const SIGNATURE: &str = "s.id, s.position_id, s.network_id, s.name, s.name_en, s.named, s.state, s.until_day, s.asked_at, s.decided_day, s.how, s.resolution_id, s.late, s.withdrawn_day, s.reason";

fn signature(r: &Row<'_>) -> Result<Signature> {
    Ok(Signature {
        id: r.get(0)?,
        position: r.get(1)?,
        network: r.get(2)?,
        name: r.get(3)?,
        name_en: r.get(4)?,
        named: r.get(5)?,
        state: r.get(6)?,
        until: r.get(7)?,
        asked_at: r.get(8)?,
        decided: r.get(9)?,
        how: r.get(10)?,
        resolution: r.get(11)?,
        late: r.get(12)?,
        withdrawn: r.get(13)?,
        reason: r.get(14)?,
    })
}

/// What networks say to signing a position, by the day they decided.
///
/// # Errors
/// When the database cannot be read.
pub fn list_signatures(conn: &Conn, position: Id<Position>) -> Result<Vec<Signature>> {
    conn.all(
        &format!("SELECT {SIGNATURE} FROM position_signature s WHERE s.position_id = :position ORDER BY s.decided_day, s.asked_at, s.id"),
        args! { position: position },
        signature,
    )
}

/// One of them; its caller finds the position under the reader's condition next.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn find_signature(conn: &Conn, id: Id<Signature>) -> Result<Signature> {
    conn.one(&format!("SELECT {SIGNATURE} FROM position_signature s WHERE s.id = :id"), args! { id: id }, signature)
}

/// A network that is asked to sign: its row, the position, what that is called, the network.
pub type AskedToSign = (Id<Signature>, Id<Position>, String, Id<Body>);

/// What networks of the reader are asked to sign, among the given numbers, with what the position is called, where she sees that.
///
/// # Errors
/// When the database cannot be read.
pub fn list_asked_by_id(conn: &Conn, actor: &Actor, ids: &[i64]) -> Result<Vec<AskedToSign>> {
    conn.all(
        "SELECT s.id, s.position_id, p.title, s.network_id FROM position_signature s JOIN position p ON p.id = s.position_id \
         WHERE s.id IN (:ids*) AND s.network_id IN (:mine*) AND s.state = 'asked' \
         AND ({visible:p} OR EXISTS (SELECT 1 FROM position_reader x WHERE x.position_id = p.id AND {visible:x}))",
        seen(actor, args! { ids: ids, mine: actor.networks() }),
        |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?)),
    )
}

/// Asks a network to sign.
pub fn insert_signature(
    tx: &Tx<'_>,
    id: Id<Signature>,
    position: Id<Position>,
    network: &Body,
    (until, by): (Option<Day>, Option<i64>),
) -> Result<()> {
    tx.exec(
        "INSERT INTO position_signature (id, position_id, network_id, name, name_en, named, state, until_day, asked_at, asked_by) VALUES (:id, :position, :network, :name, :name_en, :named, 'asked', :until, :now, :by)",
        args! { id: id, position: position, network: network.id, name: &network.name, name_en: network.name_en.clone(), named: !network.unlisted, until: until, now: tx.now(), by: by },
    )
    .map(drop)
}

/// What a network decided: its name as it is now, and whether it is named.
///
/// # Errors
/// [`kernel::Error::Stale`] when it was not waiting for that.
pub fn save_signature(tx: &Tx<'_>, new: &Signature, was: SignatureState, by: Option<i64>) -> Result<()> {
    tx.exec_one(
        "UPDATE position_signature SET name = :name, name_en = :name_en, named = :named, state = :state, decided_day = :decided, how = :how, resolution_id = :resolution, decided_by = :by, late = :late, withdrawn_day = :withdrawn, reason = :reason WHERE id = :id AND state = :was",
        args! {
            name: &new.name, name_en: new.name_en.clone(), named: new.named, state: new.state, decided: new.decided, how: &new.how, resolution: new.resolution, by: by, late: new.late,
            withdrawn: new.withdrawn, reason: &new.reason, id: new.id, was: was,
        },
    )
}
