//! Associations, persons and posts that sign.

use db::{Conn, Row, Tx, args};
use kernel::{Id, Result};

use crate::{Position, Signer, SigningRules};

const SIGNER: &str = "i.id, i.position_id, i.sort, i.name, i.person_id, i.state, i.named, i.clearance, i.how, i.signed_day, i.late, i.withdrawn_day";

fn signer(r: &Row<'_>) -> Result<Signer> {
    Ok(Signer {
        id: r.get(0)?,
        position: r.get(1)?,
        sort: r.get(2)?,
        name: r.get(3)?,
        person: r.get(4)?,
        state: r.get(5)?,
        named: r.get(6)?,
        clearance: r.get(7)?,
        how: r.get(8)?,
        signed: r.get(9)?,
        late: r.get(10)?,
        withdrawn: r.get(11)?,
    })
}

/// All that sign a position or were asked to, by day and name.
///
/// # Errors
/// When the database cannot be read.
pub fn list_signers(conn: &Conn, position: Id<Position>) -> Result<Vec<Signer>> {
    conn.all(
        &format!(
            "SELECT {SIGNER} FROM position_signer i WHERE i.position_id = :position ORDER BY i.signed_day, i.name, i.id"
        ),
        args! { position: position },
        signer,
    )
}

/// The one of a link.
///
/// # Errors
/// When the database cannot be read.
pub fn find_by_hash(conn: &Conn, hash: &str) -> Result<Option<Signer>> {
    conn.find(
        &format!("SELECT {SIGNER} FROM position_signer i WHERE i.token_hash = :hash"),
        args! { hash: hash },
        signer,
    )
}

/// Asks an association, or takes a signature of a person or post down.
pub fn insert_signer(
    tx: &Tx<'_>,
    new: &Signer,
    (mail, hash, by): (Option<&str>, Option<&str>, Option<i64>),
) -> Result<()> {
    tx.exec(
        "INSERT INTO position_signer (id, position_id, sort, name, mail, token_hash, person_id, state, named, clearance, how, asked_at, asked_by, signed_day, late) \
         VALUES (:id, :position, :sort, :name, :mail, :hash, :person, :state, :named, :clearance, :how, :now, :by, :signed, :late)",
        args! {
            id: new.id, position: new.position, sort: new.sort, name: &new.name, mail: mail, hash: hash, person: new.person, state: new.state, named: new.named,
            clearance: &new.clearance, how: &new.how, now: tx.now(), by: by, signed: new.signed, late: new.late,
        },
    )
    .map(drop)
}

/// How it stands now.
pub fn save_signer(tx: &Tx<'_>, new: &Signer) -> Result<()> {
    tx.exec_one(
        "UPDATE position_signer SET state = :state, named = :named, name = :name, clearance = :clearance, how = :how, signed_day = :signed, late = :late, withdrawn_day = :withdrawn WHERE id = :id",
        args! {
            state: new.state, named: new.named, name: &new.name, clearance: &new.clearance, how: &new.how, signed: new.signed, late: new.late, withdrawn: new.withdrawn, id: new.id,
        },
    )
}

/// Who may sign beside networks.
///
/// # Errors
/// When the database cannot be read.
pub fn signing_rules(conn: &Conn, position: Id<Position>) -> Result<SigningRules> {
    let found = conn.find(
        "SELECT j.persons, j.posts, j.clearance FROM position_signing j WHERE j.position_id = :position",
        args! { position: position },
        |r| Ok(SigningRules { persons: r.get(0)?, posts: r.get(1)?, clearance: r.get(2)? }),
    )?;
    Ok(found.unwrap_or_default())
}

/// Says who may.
pub fn save_signing_rules(tx: &Tx<'_>, position: Id<Position>, new: SigningRules) -> Result<()> {
    tx.exec(
        "INSERT INTO position_signing (position_id, persons, posts, clearance) VALUES (:position, :persons, :posts, :clearance) ON CONFLICT (position_id) DO UPDATE SET persons = :persons, posts = :posts, clearance = :clearance",
        args! { position: position, persons: new.persons, posts: new.posts, clearance: new.clearance },
    )
    .map(drop)
}

/// The older position this one contradicts, where that was said: `Some(None)` for none.
///
/// # Errors
/// When the database cannot be read.
pub fn find_contradiction(conn: &Conn, position: Id<Position>) -> Result<Option<Option<Id<Position>>>> {
    conn.find(
        "SELECT c.older_id FROM position_contradiction c WHERE c.position_id = :position",
        args! { position: position },
        |r| r.get(0),
    )
}

/// Says so.
pub fn save_contradiction(tx: &Tx<'_>, position: Id<Position>, older: Option<Id<Position>>) -> Result<()> {
    tx.exec(
        "INSERT INTO position_contradiction (position_id, older_id) VALUES (:position, :older) ON CONFLICT (position_id) DO UPDATE SET older_id = :older",
        args! { position: position, older: older },
    )
    .map(drop)
}
