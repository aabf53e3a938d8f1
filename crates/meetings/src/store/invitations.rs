//! Who is invited, and what she answered.

use db::{Conn, Row, Tx, args};
use kernel::{Id, Lang, Moment, Result};
use networks::Seat;
use people::Person;

use crate::{Answer, Invitation, Meeting, Way};

const INVITATION: &str = "i.id, i.meeting_id, i.seat_id, i.person_id, i.post_id, i.name, i.address, i.lang, i.capacity, i.substitute_for_id, i.item_id, i.answer, i.answered_at, i.way, i.late, i.contested_at, i.reminded_at, i.ended_at";

fn invitation(r: &Row<'_>) -> Result<Invitation> {
    Ok(Invitation {
        id: r.get(0)?,
        meeting: r.get(1)?,
        seat: r.get(2)?,
        person: r.get(3)?,
        post: r.get(4)?,
        name: r.get(5)?,
        address: r.get(6)?,
        lang: Lang::from_code(&r.get::<String>(7)?).unwrap_or_default(),
        capacity: r.get(8)?,
        substitute_for: r.get(9)?,
        item: r.get(10)?,
        answer: r.get(11)?,
        answered_at: r.get(12)?,
        way: Way::maybe(r.get::<Option<String>>(13)?.as_deref())?,
        late: r.get(14)?,
        contested_at: r.get(15)?,
        reminded_at: r.get(16)?,
        ended_at: r.get(17)?,
    })
}

/// Everybody who is or was invited, in the order in which they were.
///
/// # Errors
/// When the database cannot be read.
pub fn list_invitations(conn: &Conn, meeting: Id<Meeting>) -> Result<Vec<Invitation>> {
    conn.all(
        &format!("SELECT {INVITATION} FROM meeting_invitation i WHERE i.meeting_id = :meeting ORDER BY i.id"),
        args! { meeting: meeting },
        invitation,
    )
}

/// How many invitations to a meeting stand, those of substitutes left out.
///
/// # Errors
/// When the database cannot be read.
pub fn count_standing(conn: &Conn, meeting: Id<Meeting>) -> Result<i64> {
    conn.count(
        "SELECT COUNT(*) FROM meeting_invitation i WHERE i.meeting_id = :meeting AND i.ended_at IS NULL AND i.capacity <> 'substitute'",
        args! { meeting: meeting },
    )
}

/// An invitation.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn find_invitation(conn: &Conn, id: Id<Invitation>) -> Result<Invitation> {
    conn.one(&format!("SELECT {INVITATION} FROM meeting_invitation i WHERE i.id = :id"), args! { id: id }, invitation)
}

/// The invitation of a person that stands, as a member rather than as a guest.
///
/// # Errors
/// When the database cannot be read.
pub fn find_own(conn: &Conn, meeting: Id<Meeting>, person: Id<Person>) -> Result<Option<Invitation>> {
    conn.find(
        &format!("SELECT {INVITATION} FROM meeting_invitation i WHERE i.person_id = :person AND i.meeting_id = :meeting AND i.ended_at IS NULL ORDER BY CASE WHEN i.capacity = 'guest' THEN 1 ELSE 0 END, i.id LIMIT 1"),
        args! { person: person, meeting: meeting },
        invitation,
    )
}

/// The invitation a letter's link belongs to.
///
/// # Errors
/// When the database cannot be read.
pub fn find_by_token(conn: &Conn, token_hash: &str) -> Result<Option<Invitation>> {
    conn.find(
        &format!("SELECT {INVITATION} FROM meeting_letter l JOIN meeting_invitation i ON i.id = l.invitation_id WHERE l.token_hash = :hash"),
        args! { hash: token_hash },
        invitation,
    )
}

/// An address that was typed: on which seat, for whom.
pub type Typed = (Id<Seat>, Id<Person>, String);

/// The addresses that were typed for some persons, the latest first.
///
/// # Errors
/// When the database cannot be read.
pub fn list_typed(conn: &Conn, persons: &[Id<Person>]) -> Result<Vec<Typed>> {
    conn.all(
        "SELECT i.seat_id, i.person_id, i.address FROM meeting_invitation i WHERE i.person_id IN (:persons*) AND i.typed AND i.seat_id IS NOT NULL AND i.address <> '' ORDER BY i.id DESC",
        args! { persons: persons },
        |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)),
    )
}

/// Notes that the address of an invitation was typed by whoever convenes.
pub fn save_typed(tx: &Tx<'_>, id: Id<Invitation>) -> Result<()> {
    tx.exec("UPDATE meeting_invitation SET typed = TRUE WHERE id = :id", args! { id: id }).map(drop)
}

/// Writes down where the letters of an invitation go from now on, and in which language.
pub fn save_address(tx: &Tx<'_>, it: &Invitation) -> Result<()> {
    tx.exec(
        "UPDATE meeting_invitation SET address = :address, lang = :lang WHERE id = :id",
        args! { id: it.id, address: &it.address, lang: it.lang.code() },
    )
    .map(drop)
}

/// Writes an invitation down.
pub fn insert_invitation(tx: &Tx<'_>, it: &Invitation) -> Result<()> {
    tx.exec(
        "INSERT INTO meeting_invitation (id, meeting_id, seat_id, person_id, post_id, name, address, lang, capacity, substitute_for_id, item_id, made_at) \
         VALUES (:id, :meeting, :seat, :person, :post, :name, :address, :lang, :capacity, :substitute, :item, :now)",
        args! {
            id: it.id, meeting: it.meeting, seat: it.seat, person: it.person, post: it.post, name: &it.name, address: &it.address, lang: it.lang.code(),
            capacity: it.capacity, substitute: it.substitute_for, item: it.item, now: tx.now(),
        },
    )
    .map(drop)
}

/// Writes an answer down.
pub fn save_answer(tx: &Tx<'_>, id: Id<Invitation>, answer: Answer, way: Way, late: bool) -> Result<()> {
    tx.exec(
        "UPDATE meeting_invitation SET answer = :answer, answered_at = :now, way = :way, late = :late, contested_at = NULL WHERE id = :id",
        args! { answer: answer, now: tx.now(), way: way, late: late, id: id },
    )
    .map(drop)
}

/// Notes that answers contradicted each other: none counts.
pub fn save_contested(tx: &Tx<'_>, id: Id<Invitation>) -> Result<()> {
    tx.exec(
        "UPDATE meeting_invitation SET answer = 'none', answered_at = NULL, way = NULL, late = FALSE, contested_at = :now WHERE id = :id",
        args! { now: tx.now(), id: id },
    )
    .map(drop)
}

/// Nobody has answered the new time yet.
pub fn forget_answers(tx: &Tx<'_>, meeting: Id<Meeting>) -> Result<()> {
    tx.exec(
        "UPDATE meeting_invitation SET answer = 'none', answered_at = NULL, way = NULL, late = FALSE, contested_at = NULL, reminded_at = NULL WHERE meeting_id = :meeting AND answer <> 'substitute'",
        args! { meeting: meeting },
    )
    .map(drop)
}

/// Ends invitations.
pub fn save_ended(tx: &Tx<'_>, ids: &[Id<Invitation>], at: Moment) -> Result<()> {
    tx.exec(
        "UPDATE meeting_invitation SET ended_at = :at WHERE id IN (:ids*) AND ended_at IS NULL",
        args! { at: at, ids: ids },
    )
    .map(drop)
}

/// Notes who was reminded.
pub fn save_reminded(tx: &Tx<'_>, ids: &[Id<Invitation>]) -> Result<()> {
    tx.exec("UPDATE meeting_invitation SET reminded_at = :now WHERE id IN (:ids*)", args! { now: tx.now(), ids: ids })
        .map(drop)
}

/// Whoever was invited for an item that goes is invited for all that guests may hear.
pub fn forget_item(tx: &Tx<'_>, item: Id<crate::Item>) -> Result<()> {
    tx.exec("UPDATE meeting_invitation SET item_id = NULL WHERE item_id = :item", args! { item: item }).map(drop)
}

/// What somebody answered to each of some meetings she is invited to.
///
/// # Errors
/// When the database cannot be read.
pub fn list_answers(conn: &Conn, person: Id<Person>, meetings: &[Id<Meeting>]) -> Result<Vec<(Id<Meeting>, Answer)>> {
    conn.all(
        "SELECT i.meeting_id, i.answer FROM meeting_invitation i WHERE i.person_id = :person AND i.meeting_id IN (:meetings*) AND i.ended_at IS NULL AND i.capacity <> 'guest' ORDER BY i.id",
        args! { person: person, meetings: meetings },
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}
