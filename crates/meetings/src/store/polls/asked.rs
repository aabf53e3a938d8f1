//! Who is asked in a date poll, and what she chose.

use db::{Conn, Row, Tx, args};
use kernel::{Id, Lang, Moment, Result};
use people::Person;

use super::{OVER, over};
use crate::{Choice, Pick, Poll, PollDate, Voter, Way};

const VOTER: &str = "v.id, v.poll_id, v.seat_id, v.person_id, v.post_id, v.address, v.lang, v.answered_at, v.way, v.late, v.contested_at, v.ended_at";

fn voter(r: &Row<'_>) -> Result<Voter> {
    Ok(Voter {
        id: r.get(0)?,
        poll: r.get(1)?,
        seat: r.get(2)?,
        person: r.get(3)?,
        post: r.get(4)?,
        address: r.get(5)?,
        lang: Lang::from_code(&r.get::<String>(6)?).unwrap_or_default(),
        answered_at: r.get(7)?,
        way: Way::maybe(r.get::<Option<String>>(8)?.as_deref())?,
        late: r.get(9)?,
        contested_at: r.get(10)?,
        ended_at: r.get(11)?,
    })
}

/// Everybody who is or was asked, in the order in which they were.
///
/// # Errors
/// When the database cannot be read.
pub fn list_voters(conn: &Conn, poll: Id<Poll>) -> Result<Vec<Voter>> {
    conn.all(
        &format!("SELECT {VOTER} FROM poll_voter v WHERE v.poll_id = :poll ORDER BY v.id"),
        args! { poll: poll },
        voter,
    )
}

/// As what a person is asked, if she is.
///
/// # Errors
/// When the database cannot be read.
pub fn find_own_voter(conn: &Conn, poll: Id<Poll>, person: Id<Person>) -> Result<Option<Voter>> {
    conn.find(
        &format!("SELECT {VOTER} FROM poll_voter v WHERE v.person_id = :person AND v.poll_id = :poll AND v.ended_at IS NULL ORDER BY v.id LIMIT 1"),
        args! { person: person, poll: poll },
        voter,
    )
}

/// Whoever a letter's link belongs to.
///
/// # Errors
/// When the database cannot be read.
pub fn find_voter_by_token(conn: &Conn, token_hash: &str) -> Result<Option<Voter>> {
    conn.find(
        &format!("SELECT {VOTER} FROM poll_letter l JOIN poll_voter v ON v.id = l.voter_id WHERE l.token_hash = :hash"),
        args! { hash: token_hash },
        voter,
    )
}

/// Writes down that somebody is asked.
pub fn insert_voter(tx: &Tx<'_>, it: &Voter) -> Result<()> {
    tx.exec(
        "INSERT INTO poll_voter (id, poll_id, seat_id, person_id, post_id, address, lang, made_at) VALUES (:id, :poll, :seat, :person, :post, :address, :lang, :now)",
        args! { id: it.id, poll: it.poll, seat: it.seat, person: it.person, post: it.post, address: &it.address, lang: it.lang.code(), now: tx.now() },
    )
    .map(drop)
}

/// Writes down where the letters to somebody who is asked go from now on, and in which language.
pub fn save_address(tx: &Tx<'_>, it: &Voter) -> Result<()> {
    tx.exec(
        "UPDATE poll_voter SET address = :address, lang = :lang WHERE id = :id",
        args! { id: it.id, address: &it.address, lang: it.lang.code() },
    )
    .map(drop)
}

/// Writes down that a letter with a link was written.
pub fn insert_letter(tx: &Tx<'_>, voter: Id<Voter>, token_hash: &str) -> Result<()> {
    let id: Id<()> = tx.id();
    tx.exec(
        "INSERT INTO poll_letter (id, voter_id, token_hash, written_at) VALUES (:id, :voter, :hash, :now)",
        args! { id: id, voter: voter, hash: token_hash, now: tx.now() },
    )
    .map(drop)
}

/// Every answer of a poll.
///
/// # Errors
/// When the database cannot be read.
pub fn list_picks(conn: &Conn, poll: Id<Poll>) -> Result<Vec<Pick>> {
    conn.all(
        "SELECT a.voter_id, a.date_id, a.answer FROM poll_answer a WHERE a.poll_id = :poll ORDER BY a.id",
        args! { poll: poll },
        |r| Ok(Pick { voter: r.get(0)?, date: r.get(1)?, choice: r.get(2)? }),
    )
}

/// What one of those asked chose.
///
/// # Errors
/// When the database cannot be read.
pub fn list_own_picks(conn: &Conn, voter: Id<Voter>) -> Result<Vec<(Id<PollDate>, Choice)>> {
    conn.all(
        "SELECT a.date_id, a.answer FROM poll_answer a WHERE a.voter_id = :voter ORDER BY a.id",
        args! { voter: voter },
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}

/// Writes an answer down in place of the one before.
pub fn save_picks(tx: &Tx<'_>, voter: &Voter, picks: &[(Id<PollDate>, Choice)], way: Way, late: bool) -> Result<()> {
    delete_own(tx, voter.id)?;
    for (date, choice) in picks {
        let id: Id<Pick> = tx.id();
        tx.exec(
            "INSERT INTO poll_answer (id, poll_id, voter_id, date_id, answer) VALUES (:id, :poll, :voter, :date, :answer)",
            args! { id: id, poll: voter.poll, voter: voter.id, date: *date, answer: *choice },
        )?;
    }
    tx.exec(
        "UPDATE poll_voter SET answered_at = :now, way = :way, late = :late, contested_at = NULL WHERE id = :id",
        args! { now: tx.now(), way: way, late: late, id: voter.id },
    )
    .map(drop)
}

fn delete_own(tx: &Tx<'_>, voter: Id<Voter>) -> Result<()> {
    tx.exec("DELETE FROM poll_answer WHERE voter_id = :voter", args! { voter: voter }).map(drop)
}

/// Answers contradicted each other: none counts.
pub fn save_contested(tx: &Tx<'_>, voter: Id<Voter>) -> Result<()> {
    delete_own(tx, voter)?;
    tx.exec(
        "UPDATE poll_voter SET answered_at = NULL, way = NULL, late = FALSE, contested_at = :now WHERE id = :id",
        args! { now: tx.now(), id: voter },
    )
    .map(drop)
}

/// They are no longer asked.
pub fn save_ended(tx: &Tx<'_>, ids: &[Id<Voter>]) -> Result<()> {
    tx.exec(
        "UPDATE poll_voter SET ended_at = :now WHERE id IN (:ids*) AND ended_at IS NULL",
        args! { now: tx.now(), ids: ids },
    )
    .map(drop)
}

/// Every poll a person was asked in, with when she answered.
///
/// # Errors
/// When the database cannot be read.
pub fn list_polled(conn: &Conn, person: Id<Person>) -> Result<Vec<(Poll, Option<Moment>)>> {
    conn.all(
        &format!(
            "SELECT {}, v.answered_at FROM poll_voter v JOIN poll p ON p.id = v.poll_id WHERE v.person_id = :person ORDER BY p.id",
            super::POLL
        ),
        args! { person: person },
        |r| Ok((super::poll(r)?, r.get(15)?)),
    )
}

/// Her letters lose their links.
pub fn forget_letters(tx: &Tx<'_>, person: Id<Person>) -> Result<()> {
    tx.exec(
        "DELETE FROM poll_letter WHERE voter_id IN (SELECT v.id FROM poll_voter v WHERE v.person_id = :person)",
        args! { person: person },
    )
    .map(drop)
}

/// That somebody was asked stays, without her name and address.
pub fn forget_voters(tx: &Tx<'_>, person: Id<Person>) -> Result<()> {
    tx.exec(
        "UPDATE poll_voter SET person_id = NULL, seat_id = NULL, address = '', ended_at = COALESCE(ended_at, :now) WHERE person_id = :person",
        args! { now: tx.now(), person: person },
    )
    .map(drop)
}

/// Answers of polls long over.
pub fn delete_answers(tx: &Tx<'_>, before: Moment) -> Result<()> {
    tx.exec(&format!("DELETE FROM poll_answer WHERE poll_id IN ({OVER})"), over(before)).map(drop)
}

/// Links of polls long over.
pub fn delete_letters(tx: &Tx<'_>, before: Moment) -> Result<()> {
    tx.exec(
        &format!(
            "DELETE FROM poll_letter WHERE voter_id IN (SELECT v.id FROM poll_voter v WHERE v.poll_id IN ({OVER}))"
        ),
        over(before),
    )
    .map(drop)
}

/// Those asked in polls long over, after their answers and links went.
pub fn delete_voters(tx: &Tx<'_>, before: Moment) -> Result<()> {
    tx.exec(&format!("DELETE FROM poll_voter WHERE poll_id IN ({OVER})"), over(before)).map(drop)
}
