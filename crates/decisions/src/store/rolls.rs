//! Rolls: who may vote, who is barred, who asked for a covert vote, and that somebody voted.

use db::{Conn, Row, Tx, args};
use kernel::{Id, Reason, Result};
use networks::Seat;
use people::Person;

use crate::{Entitlement, Mark, Vote, Way, roll::Entry};

const ENTITLEMENT: &str = "e.id, e.vote_id, e.number, e.post_id, e.organisation_id, e.person_id, e.votes, e.reason_de, e.reason_en, e.barred, e.barred_because, e.casts";

fn entitlement(r: &Row<'_>) -> Result<Entitlement> {
    let barred: bool = r.get(9)?;
    Ok(Entitlement {
        id: r.get(0)?,
        vote: r.get(1)?,
        number: r.get(2)?,
        post: r.get(3)?,
        organisation: r.get(4)?,
        person: r.get(5)?,
        votes: r.get(6)?,
        reason: Reason::new(r.get::<String>(7)?, r.get::<String>(8)?),
        barred: if barred { Some(r.get::<Option<String>>(10)?.unwrap_or_default()) } else { None },
        casts: r.get(11)?,
    })
}

/// The roll of a vote, by number. Who may read it is asked before.
///
/// # Errors
/// When the database cannot be read.
pub fn list_roll(conn: &Conn, vote: Id<Vote>) -> Result<Vec<Entitlement>> {
    conn.all(
        &format!("SELECT {ENTITLEMENT} FROM entitlement e WHERE e.vote_id = :vote ORDER BY e.number"),
        args! { vote: vote },
        entitlement,
    )
}

/// The units of a vote that vote through one of these seats, with the seat.
///
/// # Errors
/// When the database cannot be read.
pub fn list_units_of(conn: &Conn, vote: Id<Vote>, seats: &[i64]) -> Result<Vec<(Entitlement, Id<Seat>)>> {
    if seats.is_empty() {
        return Ok(Vec::new());
    }
    conn.all(
        &format!(
            "SELECT {ENTITLEMENT}, x.seat_id FROM entitlement_seat x JOIN entitlement e ON e.id = x.entitlement_id \
             WHERE x.seat_id IN (:seats*) AND e.vote_id = :vote ORDER BY e.number, x.seat_id"
        ),
        args! { vote: vote, seats: seats },
        |r| Ok((entitlement(r)?, r.get(12)?)),
    )
}

/// The seats of the units of a vote: unit and seat.
///
/// # Errors
/// When the database cannot be read.
pub fn list_seats(conn: &Conn, vote: Id<Vote>) -> Result<Vec<(Id<Entitlement>, Id<Seat>)>> {
    conn.all(
        "SELECT e.id, x.seat_id FROM entitlement e JOIN entitlement_seat x ON x.entitlement_id = e.id WHERE e.vote_id = :vote ORDER BY e.number, x.seat_id",
        args! { vote: vote },
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}

/// Writes one line of the roll and gives its number.
///
/// # Errors
/// When the database refuses.
pub fn insert_entitlement(
    tx: &Tx<'_>,
    vote: Id<Vote>,
    number: i64,
    entry: &Entry,
    barred: Option<&str>,
) -> Result<Id<Entitlement>> {
    let id: Id<Entitlement> = tx.id();
    tx.exec(
        "INSERT INTO entitlement (id, vote_id, number, post_id, organisation_id, person_id, votes, reason_de, reason_en, barred, barred_because) \
         VALUES (:id, :vote, :number, :post, :organisation, :person, :votes, :de, :en, :barred, :because)",
        args! { id: id, vote: vote, number: number, post: entry.post, organisation: entry.organisation, person: entry.person, votes: entry.votes, de: &entry.reason.de, en: &entry.reason.en,
        barred: barred.is_some(), because: barred.map(str::to_owned) },
    )?;
    for seat in &entry.seats {
        tx.exec(
            "INSERT INTO entitlement_seat (entitlement_id, seat_id) VALUES (:id, :seat)",
            args! { id: id, seat: *seat },
        )?;
    }
    Ok(id)
}

/// Takes one of the unit's turns to vote; `false` when there is none left. Two people of one unit wait here for each other.
///
/// # Errors
/// When the database refuses.
pub fn take_unit(tx: &Tx<'_>, id: Id<Entitlement>, most: i64) -> Result<bool> {
    let done = tx.exec(
        "UPDATE entitlement SET casts = casts + 1 WHERE id = :id AND casts < :most AND barred = FALSE",
        args! { id: id, most: most },
    )?;
    Ok(done == 1)
}

/// Gives a turn back: an envelope was noted by mistake.
///
/// # Errors
/// When the database refuses.
pub fn give_back_unit(tx: &Tx<'_>, id: Id<Entitlement>) -> Result<()> {
    tx.exec_one("UPDATE entitlement SET casts = casts - 1 WHERE id = :id AND casts > 0", args! { id: id })
}

const MARK: &str = "m.entitlement_id, m.person_id, m.way, m.at, m.receipt";

fn mark(r: &Row<'_>) -> Result<Mark> {
    Ok(Mark { entitlement: r.get(0)?, person: r.get(1)?, way: r.get(2)?, at: r.get(3)?, receipt: r.get(4)? })
}

/// The marks of a vote, in the order of the roll: never in the order in which they came.
///
/// # Errors
/// When the database cannot be read.
pub fn list_marks(conn: &Conn, vote: Id<Vote>) -> Result<Vec<Mark>> {
    conn.all(
        &format!("SELECT {MARK} FROM cast_mark m JOIN entitlement e ON e.id = m.entitlement_id WHERE m.vote_id = :vote ORDER BY e.number, m.person_id"),
        args! { vote: vote },
        mark,
    )
}

/// The marks of some units.
///
/// # Errors
/// When the database cannot be read.
pub fn list_marks_of(conn: &Conn, units: &[Id<Entitlement>]) -> Result<Vec<Mark>> {
    if units.is_empty() {
        return Ok(Vec::new());
    }
    conn.all(
        &format!(
            "SELECT {MARK} FROM cast_mark m WHERE m.entitlement_id IN (:units*) ORDER BY m.entitlement_id, m.person_id"
        ),
        args! { units: units },
        mark,
    )
}

/// Writes that somebody voted. `id` is random where votes are covert, so that no order shows.
///
/// # Errors
/// When she voted for that unit before.
pub fn insert_mark(tx: &Tx<'_>, id: i64, vote: Id<Vote>, mark: &Mark) -> Result<()> {
    tx.exec(
        "INSERT INTO cast_mark (id, vote_id, entitlement_id, person_id, way, at, receipt) VALUES (:id, :vote, :unit, :person, :way, :at, :receipt)",
        args! { id: id, vote: vote, unit: mark.entitlement, person: mark.person, way: mark.way, at: mark.at, receipt: &mark.receipt },
    )
    .map(drop)
}

/// Takes the mark of an envelope away again.
///
/// # Errors
/// [`kernel::Error::Stale`] when there is none.
pub fn delete_envelope(tx: &Tx<'_>, unit: Id<Entitlement>) -> Result<()> {
    tx.exec_one(
        "DELETE FROM cast_mark WHERE entitlement_id = :unit AND way = :way",
        args! { unit: unit, way: Way::Post },
    )
}

/// Who is barred from a vote: seat and reason.
///
/// # Errors
/// When the database cannot be read.
pub fn list_bars(conn: &Conn, vote: Id<Vote>) -> Result<Vec<(Id<Seat>, String)>> {
    conn.all("SELECT seat_id, reason FROM bar WHERE vote_id = :vote ORDER BY seat_id", args! { vote: vote }, |r| {
        Ok((r.get(0)?, r.get(1)?))
    })
}

pub fn save_bar(tx: &Tx<'_>, vote: Id<Vote>, seat: Id<Seat>, reason: &str) -> Result<()> {
    tx.exec(
        "INSERT INTO bar (vote_id, seat_id, reason) VALUES (:vote, :seat, :reason) ON CONFLICT (vote_id, seat_id) DO UPDATE SET reason = :reason",
        args! { vote: vote, seat: seat, reason: reason },
    )
    .map(drop)
}

pub fn delete_bar(tx: &Tx<'_>, vote: Id<Vote>, seat: Id<Seat>) -> Result<()> {
    tx.exec_one("DELETE FROM bar WHERE vote_id = :vote AND seat_id = :seat", args! { vote: vote, seat: seat })
}

/// Who asked for a covert vote.
///
/// # Errors
/// When the database cannot be read.
pub fn list_requests(conn: &Conn, vote: Id<Vote>) -> Result<Vec<Id<Person>>> {
    conn.all(
        "SELECT person_id FROM secret_request WHERE vote_id = :vote ORDER BY person_id",
        args! { vote: vote },
        |r| r.get(0),
    )
}

/// Notes that she asked; `false` when she did before.
///
/// # Errors
/// When the database refuses.
pub fn insert_request(tx: &Tx<'_>, vote: Id<Vote>, person: Id<Person>) -> Result<bool> {
    let done = tx.exec(
        "INSERT INTO secret_request (vote_id, person_id, at) VALUES (:vote, :person, :now) ON CONFLICT (vote_id, person_id) DO NOTHING",
        args! { vote: vote, person: person, now: tx.now() },
    )?;
    Ok(done == 1)
}
