//! Seats.

use db::{Conn, Row, Tx, args};
use kernel::{Actor, Day, Id, Office, Result};

use super::{
    bodies::{BODY, BODY_WIDTH, body},
    rosters, term,
};
use crate::{Body, NewSeat, Seat};

/// The columns of a seat under the alias `s`; [`seat`] reads them.
pub const SEAT: &str = "s.id, s.body_id, s.number, s.label, s.kind, s.voice, s.votes, s.office, s.source_body_id, s.source_territory_id, s.eligibility, s.filled_by, s.term_months, s.from_day, s.until_day";

/// Reads a seat from the columns of [`SEAT`] beginning at `n`.
pub fn seat(r: &Row<'_>, n: usize) -> Result<Seat> {
    Ok(Seat {
        id: r.get(n)?,
        body: r.get(n + 1)?,
        number: r.get(n + 2)?,
        label: r.get(n + 3)?,
        kind: r.get(n + 4)?,
        voice: r.get(n + 5)?,
        votes: r.get(n + 6)?,
        office: r.get(n + 7)?,
        source_body: r.get(n + 8)?,
        source_territory: r.get(n + 9)?,
        eligibility: r.get(n + 10)?,
        filled_by: r.get(n + 11)?,
        term_months: r.get(n + 12)?,
        term: term(r, n + 13)?,
    })
}

/// A seat with its body, if the reader may see who sits there.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn find_seat(conn: &Conn, actor: &Actor, id: Id<Seat>) -> Result<(Seat, Body)> {
    let sql =
        format!("SELECT {BODY}, {SEAT} FROM seat s JOIN body b ON b.id = s.body_id WHERE s.id = :id AND {{visible:b}}");
    conn.one(&sql, rosters(actor, args! { id: id }), |r| Ok((seat(r, BODY_WIDTH)?, body(r, 0)?)))
}

/// The seats of a body that stand for a territory of their own, each with its official key.
///
/// # Errors
/// When the database cannot be read.
pub fn list_stands_for(conn: &Conn, actor: &Actor, body: Id<Body>) -> Result<Vec<(Id<Seat>, String)>> {
    conn.all(
        "SELECT s.id, t.ags FROM body b JOIN seat s ON s.body_id = b.id JOIN territory t ON t.id = s.source_territory_id \
         WHERE b.id = :body AND t.ags IS NOT NULL AND {visible:b} ORDER BY s.number",
        rosters(actor, args! { body: body }),
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}

/// The greatest number a seat of the body has, 0 without seats.
pub fn greatest_number(tx: &Tx<'_>, body: Id<Body>) -> Result<i64> {
    tx.count("SELECT MAX(number) FROM seat WHERE body_id = :body", args! { body: body })
}

/// Whether the body has a seat of that number.
pub fn is_number_taken(tx: &Tx<'_>, body: Id<Body>, number: i64) -> Result<bool> {
    Ok(tx.count(
        "SELECT COUNT(*) FROM seat WHERE body_id = :body AND number = :number",
        args! { body: body, number: number },
    )? > 0)
}

pub fn insert_seat(tx: &Tx<'_>, id: Id<Seat>, body: Id<Body>, number: i64, new: &NewSeat) -> Result<()> {
    tx.exec(
        "INSERT INTO seat (id, body_id, number, label, kind, voice, votes, office, source_body_id, source_territory_id, eligibility, filled_by, term_months, from_day, until_day) \
         VALUES (:id, :body, :number, :label, :kind, :voice, :votes, :office, :source_body, :source_territory, :eligibility, :filled_by, :term_months, :from_day, :until_day)",
        args! { id: id, body: body, number: number, label: new.label.clone(), kind: new.kind, voice: new.voice.word(), votes: new.votes, office: new.office.map(Office::word),
        source_body: new.source_body, source_territory: new.source_territory, eligibility: new.eligibility, filled_by: new.filled_by.clone(), term_months: new.term_months,
        from_day: new.from, until_day: new.until },
    )?;
    Ok(())
}

pub fn end_seats_of(tx: &Tx<'_>, body: Id<Body>, until: Day) -> Result<u64> {
    tx.exec(
        "UPDATE seat SET until_day = :until_day WHERE body_id = :body AND until_day > :until_day AND from_day < :until_day",
        args! { body: body, until_day: until },
    )
}

pub fn save_seat_end(tx: &Tx<'_>, id: Id<Seat>, until: Day) -> Result<()> {
    tx.exec_one("UPDATE seat SET until_day = :until_day WHERE id = :id", args! { id: id, until_day: until })
}
