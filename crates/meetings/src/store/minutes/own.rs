//! What minutes and lists of attendance hold about a person, and what goes with her.

use db::{Conn, Tx, args};
use kernel::{Id, Moment, Result};
use people::Person;

use crate::{
    Meeting, Presence,
    store::meetings::{MEETING, meeting},
};

/// Every meeting at which somebody was noted, with how.
///
/// # Errors
/// When the database cannot be read.
pub fn list_attended(conn: &Conn, person: Id<Person>) -> Result<Vec<(Meeting, Presence)>> {
    conn.all(
        &format!("SELECT {MEETING}, a.state FROM attendance a JOIN meeting m ON m.id = a.meeting_id WHERE a.person_id = :person ORDER BY m.starts_at, m.id"),
        args! { person: person },
        |r| Ok((meeting(r)?, r.get(26)?)),
    )
}

/// Every objection somebody made: to the minutes of which meeting, when, and what she said.
///
/// # Errors
/// When the database cannot be read.
pub fn list_objected(conn: &Conn, person: Id<Person>) -> Result<Vec<(String, Moment, String)>> {
    conn.all(
        "SELECT m.title, o.made_at, o.text FROM minutes_objection o JOIN minutes p ON p.id = o.minutes_id JOIN meeting m ON m.id = p.meeting_id WHERE o.person_id = :person ORDER BY o.id",
        args! { person: person },
        |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)),
    )
}

fn forget(tx: &Tx<'_>, sql: &str, person: Id<Person>) -> Result<()> {
    tx.exec(sql, args! { person: person }).map(drop)
}

/// That her seat was there stays, without her.
pub fn forget_attendance(tx: &Tx<'_>, person: Id<Person>) -> Result<()> {
    forget(tx, "UPDATE attendance SET person_id = NULL WHERE person_id = :person", person)
}
/// Lists she kept.
pub fn forget_sheets(tx: &Tx<'_>, person: Id<Person>) -> Result<()> {
    forget(tx, "UPDATE meeting_sheet SET kept_by = NULL WHERE kept_by = :person", person)
}
/// Meetings she led.
pub fn forget_chair(tx: &Tx<'_>, person: Id<Person>) -> Result<()> {
    forget(tx, "UPDATE minutes SET chair_id = NULL WHERE chair_id = :person", person)
}
/// Minutes she kept.
pub fn forget_keeper(tx: &Tx<'_>, person: Id<Person>) -> Result<()> {
    forget(tx, "UPDATE minutes SET keeper_id = NULL WHERE keeper_id = :person", person)
}
/// Minutes she sent round.
pub fn forget_circulated_by(tx: &Tx<'_>, person: Id<Person>) -> Result<()> {
    forget(tx, "UPDATE minutes SET circulated_by = NULL WHERE circulated_by = :person", person)
}
/// Minutes she noted as approved.
pub fn forget_approved_by(tx: &Tx<'_>, person: Id<Person>) -> Result<()> {
    forget(tx, "UPDATE minutes SET approved_by = NULL WHERE approved_by = :person", person)
}
/// Her letters, which lose address and link as well.
pub fn forget_letters(tx: &Tx<'_>, person: Id<Person>) -> Result<()> {
    forget(
        tx,
        "UPDATE minutes_letter SET person_id = NULL, address = '', token_hash = NULL WHERE person_id = :person",
        person,
    )
}
/// Her objections stay, without her.
pub fn forget_objections(tx: &Tx<'_>, person: Id<Person>) -> Result<()> {
    forget(tx, "UPDATE minutes_objection SET person_id = NULL, letter_id = NULL WHERE person_id = :person", person)
}
/// Objections she decided.
pub fn forget_decided_by(tx: &Tx<'_>, person: Id<Person>) -> Result<()> {
    forget(tx, "UPDATE minutes_objection SET decided_by = NULL WHERE decided_by = :person", person)
}
/// What she added stays, with her office.
pub fn forget_addenda(tx: &Tx<'_>, person: Id<Person>) -> Result<()> {
    forget(tx, "UPDATE minutes_addendum SET person_id = NULL WHERE person_id = :person", person)
}
/// What she was to do falls to the body.
pub fn forget_todos(tx: &Tx<'_>, person: Id<Person>) -> Result<()> {
    forget(
        tx,
        "UPDATE minutes_todo SET person_id = NULL, owner_body_id = (SELECT m.body_id FROM minutes_entry e JOIN minutes p ON p.id = e.minutes_id JOIN meeting m ON m.id = p.meeting_id WHERE e.id = minutes_todo.entry_id) WHERE person_id = :person",
        person,
    )
}
