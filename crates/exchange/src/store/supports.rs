//! Requests and offers of support.

use db::{Conn, Row, Tx, args};
use kernel::{Actor, Day, Id, Level, Result};
use networks::Body;
use people::Person;

use super::read;
use crate::{NewSupport, Support, SupportState};

const SUPPORT: &str = "u.id, u.network_id, u.body_id, u.level, u.side, u.kind, u.title, u.words, u.state, u.person_id, u.partner_id, u.first_day, u.last_day, u.outcome, u.changed_at, u.version";

fn support(r: &Row<'_>) -> Result<Support> {
    Ok(Support {
        id: r.get(0)?,
        network: r.get(1)?,
        body: r.get(2)?,
        level: Level::from_number(r.get(3)?),
        side: r.get(4)?,
        kind: r.get(5)?,
        title: r.get(6)?,
        words: r.get(7)?,
        state: r.get(8)?,
        author: r.get(9)?,
        partner: r.get(10)?,
        first: r.get(11)?,
        last: r.get(12)?,
        outcome: r.get(13)?,
        changed_at: r.get(14)?,
        version: r.get(15)?,
    })
}

/// One the reader may see.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn find_support(conn: &Conn, actor: &Actor, id: Id<Support>) -> Result<Support> {
    conn.one(
        &format!("SELECT {SUPPORT} FROM support u WHERE u.id = :id AND {{visible:u}}"),
        read(actor, args! { id: id }),
        support,
    )
}

/// Those of a body the reader may see, the latest first.
///
/// # Errors
/// When the database cannot be read.
pub fn list_of_body(conn: &Conn, actor: &Actor, body: Id<Body>, most: i64) -> Result<Vec<Support>> {
    conn.all(
        &format!("SELECT {SUPPORT} FROM support u WHERE u.body_id = :body AND {{visible:u}} ORDER BY u.changed_at DESC, u.id DESC LIMIT :most"),
        read(actor, args! { body: body, most: most }),
        support,
    )
}

/// Those a person began or answered, for herself.
///
/// # Errors
/// When the database cannot be read.
pub fn list_of_person(conn: &Conn, person: Id<Person>) -> Result<Vec<Support>> {
    conn.all(
        &format!("SELECT {SUPPORT} FROM support u WHERE u.person_id = :person UNION SELECT {SUPPORT} FROM support u WHERE u.partner_id = :person ORDER BY 1"),
        args! { person: person },
        support,
    )
}

/// Writes one down.
pub fn insert_support(
    tx: &Tx<'_>,
    id: Id<Support>,
    body: &Body,
    level: Level,
    new: &NewSupport,
    by: Option<i64>,
) -> Result<()> {
    tx.exec(
        "INSERT INTO support (id, network_id, body_id, level, side, kind, title, words, state, person_id, made_at, changed_at) VALUES (:id, :network, :body, :level, :side, :kind, :title, :words, 'open', :by, :now, :now)",
        args! {
            id: id, network: body.network, body: body.id, level: level, side: new.side, kind: new.kind, title: &new.title, words: &new.words, by: by, now: tx.now(),
        },
    )
    .map(drop)
}

/// Notes how it stands, with whom and when.
///
/// # Errors
/// [`kernel::Error::Stale`] when it has another version.
pub fn save_state(
    tx: &Tx<'_>,
    was: &Support,
    state: SupportState,
    partner: Option<Id<Person>>,
    days: Option<(Day, Day)>,
    outcome: Option<&str>,
) -> Result<()> {
    let (first, last) = days.unzip();
    tx.exec_one(
        "UPDATE support SET state = :state, partner_id = :partner, first_day = :first, last_day = :last, outcome = :outcome, changed_at = :now, version = version + 1 WHERE id = :id AND version = :version",
        args! { state: state, partner: partner, first: first, last: last, outcome: outcome, now: tx.now(), id: was.id, version: was.version },
    )
}

/// What she began loses her name; what waits for anybody is taken back.
pub fn forget_author(tx: &Tx<'_>, person: Id<Person>) -> Result<()> {
    tx.exec(
        "UPDATE support SET person_id = NULL, state = CASE WHEN state IN ('open', 'answered') THEN 'withdrawn' ELSE state END WHERE person_id = :person",
        args! { person: person },
    )
    .map(drop)
}

/// What she answered loses her name; what was not agreed yet waits again.
pub fn forget_partner(tx: &Tx<'_>, person: Id<Person>) -> Result<()> {
    tx.exec(
        "UPDATE support SET partner_id = NULL, state = CASE WHEN state IN ('answered', 'agreed') THEN 'open' ELSE state END WHERE partner_id = :person",
        args! { person: person },
    )
    .map(drop)
}
