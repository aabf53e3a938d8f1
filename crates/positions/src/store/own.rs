//! What is held about a person.

use db::{Conn, Tx, args};
use kernel::{Id, Moment, Result};
use people::Person;

/// The positions a person began, by title.
///
/// # Errors
/// When the database cannot be read.
pub fn list_begun(conn: &Conn, person: Id<Person>) -> Result<Vec<(String, Moment)>> {
    conn.all(
        "SELECT p.title, p.made_at FROM position p WHERE p.made_by = :person ORDER BY p.id",
        args! { person: person },
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}

/// Title, number, new words, reason, capacity.
pub type Asked = (String, i64, String, String, String);

/// What a person asked to be changed: title, number, new words, reason, capacity.
///
/// # Errors
/// When the database cannot be read.
pub fn list_asked(conn: &Conn, person: Id<Person>) -> Result<Vec<Asked>> {
    conn.all(
        "SELECT p.title, a.number, a.new, a.reason, a.capacity FROM position_amendment a JOIN position p ON p.id = a.position_id WHERE a.person_id = :person ORDER BY a.id",
        args! { person: person },
        |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?, r.get(4)?)),
    )
}

/// What a person remarked: title, words.
///
/// # Errors
/// When the database cannot be read.
pub fn list_remarked(conn: &Conn, person: Id<Person>) -> Result<Vec<(String, String)>> {
    conn.all(
        "SELECT p.title, c.text FROM position_comment c JOIN position p ON p.id = c.position_id WHERE c.person_id = :person ORDER BY c.id",
        args! { person: person },
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}

/// What a person contributed to hearings: title, point, words.
///
/// # Errors
/// When the database cannot be read.
pub fn list_contributed(conn: &Conn, person: Id<Person>) -> Result<Vec<(String, i64, String)>> {
    conn.all(
        "SELECT h.title, w.number, w.text FROM hearing_voice y JOIN hearing h ON h.id = y.hearing_id JOIN hearing_word w ON w.voice_id = y.id WHERE y.person_id = :person ORDER BY y.id, w.number",
        args! { person: person },
        |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)),
    )
}

/// What a person told of effects: title, place, words.
///
/// # Errors
/// When the database cannot be read.
pub fn list_told(conn: &Conn, person: Id<Person>) -> Result<Vec<(String, String, String)>> {
    conn.all(
        "SELECT p.title, f.place, f.text FROM position_effect f JOIN position p ON p.id = f.position_id WHERE f.person_id = :person ORDER BY f.id",
        args! { person: person },
        |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)),
    )
}

/// What a person signed: title, name as it stands there, day.
///
/// # Errors
/// When the database cannot be read.
pub fn list_signed(conn: &Conn, person: Id<Person>) -> Result<Vec<(String, String, Option<kernel::Day>)>> {
    conn.all(
        "SELECT p.title, i.name, i.signed_day FROM position_signer i JOIN position p ON p.id = i.position_id WHERE i.person_id = :person ORDER BY i.id",
        args! { person: person },
        |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)),
    )
}

/// Amendments and remarks lose her name.
pub fn forget(tx: &Tx<'_>, person: Id<Person>) -> Result<()> {
    let who = || args! { person: person };
    tx.exec("UPDATE position_amendment SET person_id = NULL, seat_id = NULL WHERE person_id = :person", who())?;
    tx.exec("DELETE FROM position_letter WHERE person_id = :person", who())?;
    tx.exec("DELETE FROM hearing_letter WHERE person_id = :person", who())?;
    tx.exec(
        "UPDATE hearing_voice SET person_id = NULL, capacity = '', named = FALSE WHERE person_id = :person",
        who(),
    )?;
    tx.exec("UPDATE hearing_release SET person_id = NULL WHERE person_id = :person", who())?;
    tx.exec("UPDATE hearing SET drafter_id = NULL WHERE drafter_id = :person", who())?;
    tx.exec("UPDATE position_effect SET person_id = NULL WHERE person_id = :person", who())?;
    tx.exec("UPDATE position_signer SET person_id = NULL, name = '', named = FALSE WHERE person_id = :person AND sort = 'person'", who())?;
    tx.exec("UPDATE position_signer SET person_id = NULL WHERE person_id = :person", who())?;
    tx.exec("UPDATE position_comment SET person_id = NULL WHERE person_id = :person", who())?;
    tx.exec("UPDATE position_version SET made_by = NULL WHERE made_by = :person", who())?;
    tx.exec("UPDATE position SET made_by = NULL WHERE made_by = :person", who()).map(drop)
}
