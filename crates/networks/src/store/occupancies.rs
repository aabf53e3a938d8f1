//! Who occupies seats, speaks for organisations and stands in.

use db::{Conn, Row, Tx, args};
use kernel::{Actor, Day, Error, Id, Result};

use super::{
    bodies::{BODY, BODY_WIDTH, body},
    rosters,
    seats::{SEAT, seat},
    term,
};
use crate::{
    Body, Deputed, EndReason, NewOccupancy, NewRepresentative, NewSubstitute, Occupancy, Occupant, Representative,
    Seat, Status, Substitute,
};

/// The columns of an occupancy under the alias `o`; [`occupancy`] reads them.
pub const OCCUPANCY: &str = "o.id, o.seat_id, o.post_id, o.organisation_id, o.person_id, o.by_seat_id, o.eligible_post_id, o.eligible_organisation_id, o.sender_body_id, o.basis, o.mandate, o.status, o.grain, \
     o.term_end_day, o.end_reason, o.from_day, o.until_day";
/// How many columns a seat has before it.
pub const SEAT_WIDTH: usize = 15;

/// Reads an occupancy from the columns of [`OCCUPANCY`] beginning at `n`.
pub fn occupancy(r: &Row<'_>, n: usize) -> Result<Occupancy> {
    let occupant = match (r.get(n + 2)?, r.get(n + 3)?, r.get(n + 4)?, r.get(n + 5)?) {
        (Some(post), _, _, _) => Occupant::Post(post),
        (_, Some(organisation), _, _) => Occupant::Organisation(organisation),
        (_, _, Some(id), _) => Occupant::Person { id, post: r.get(n + 6)?, organisation: r.get(n + 7)? },
        (_, _, _, Some(seat)) => Occupant::Seat(seat),
        _ => return Err(Error::internal("an occupancy of nobody")),
    };
    Ok(Occupancy {
        id: r.get(n)?,
        seat: r.get(n + 1)?,
        occupant,
        sender: r.get(n + 8)?,
        basis: r.get(n + 9)?,
        mandate: r.get(n + 10)?,
        status: r.get(n + 11)?,
        grain: r.get(n + 12)?,
        term_end: r.get(n + 13)?,
        end_reason: r.word(n + 14, EndReason::maybe)?,
        term: term(r, n + 15)?,
    })
}

/// An occupancy with its seat and body, if the reader may see who sits there.
///
/// # Errors
/// [`Error::NotFound`].
pub fn find_occupancy(conn: &Conn, actor: &Actor, id: Id<Occupancy>) -> Result<(Occupancy, Seat, Body)> {
    let sql = format!(
        "SELECT {BODY}, {SEAT}, {OCCUPANCY} FROM occupancy o JOIN seat s ON s.id = o.seat_id JOIN body b ON b.id = s.body_id WHERE o.id = :id AND {{visible:b}}"
    );
    conn.one(&sql, rosters(actor, args! { id: id }), |r| {
        Ok((occupancy(r, BODY_WIDTH + SEAT_WIDTH)?, seat(r, BODY_WIDTH)?, body(r, 0)?))
    })
}

/// The same for whoever is asked to sit there herself, who may not see the roster yet.
///
/// # Errors
/// [`Error::NotFound`].
pub fn find_own_occupancy(conn: &Conn, person: i64, id: Id<Occupancy>) -> Result<(Occupancy, Seat, Body)> {
    let sql = format!(
        "SELECT {BODY}, {SEAT}, {OCCUPANCY} FROM occupancy o JOIN seat s ON s.id = o.seat_id JOIN body b ON b.id = s.body_id WHERE o.id = :id AND o.person_id = :person"
    );
    conn.one(&sql, args! { id: id, person: person }, |r| {
        Ok((occupancy(r, BODY_WIDTH + SEAT_WIDTH)?, seat(r, BODY_WIDTH)?, body(r, 0)?))
    })
}

/// Everybody who had, has or will have a seat, whoever asks: for rules.
pub fn occupancies_of(conn: &Conn, seat: Id<Seat>) -> Result<Vec<Occupancy>> {
    conn.all(
        &format!("SELECT {OCCUPANCY} FROM occupancy o WHERE o.seat_id = :seat ORDER BY o.from_day"),
        args! { seat: seat },
        |r| occupancy(r, 0),
    )
}

/// Whether seats hang on this one ex officio, now or later.
pub fn has_followers(conn: &Conn, seat: Id<Seat>, from: Day) -> Result<bool> {
    Ok(conn.count(
        "SELECT COUNT(*) FROM occupancy o WHERE o.by_seat_id = :seat AND o.until_day > :from_day",
        args! { seat: seat, from_day: from },
    )? > 0)
}

pub fn insert_occupancy(tx: &Tx<'_>, row: &Occupancy) -> Result<()> {
    let (mut post, mut organisation, mut person, mut by_seat, mut eligible_post, mut eligible_organisation) =
        (None, None, None, None, None, None);
    match row.occupant {
        Occupant::Post(id) => post = Some(id),
        Occupant::Organisation(id) => organisation = Some(id),
        Occupant::Seat(id) => by_seat = Some(id),
        Occupant::Person { id, post, organisation } => {
            (person, eligible_post, eligible_organisation) = (Some(id), post, organisation)
        }
    }
    tx.exec(
        "INSERT INTO occupancy (id, seat_id, post_id, organisation_id, person_id, by_seat_id, eligible_post_id, eligible_organisation_id, sender_body_id, basis, mandate, status, grain, term_end_day, end_reason, \
         from_day, until_day) VALUES (:id, :seat, :post, :organisation, :person, :by_seat, :eligible_post, :eligible_organisation, :sender, :basis, :mandate, :status, :grain, :term_end, :end_reason, \
         :from_day, :until_day)",
        args! { id: row.id, seat: row.seat, post: post, organisation: organisation, person: person, by_seat: by_seat, eligible_post: eligible_post, eligible_organisation: eligible_organisation,
        sender: row.sender, basis: row.basis, mandate: row.mandate, status: row.status, grain: row.grain, term_end: row.term_end, end_reason: row.end_reason,
        from_day: row.term.from, until_day: row.term.until },
    )?;
    Ok(())
}

pub fn save_status(tx: &Tx<'_>, id: Id<Occupancy>, was: Status, now: Status) -> Result<()> {
    tx.exec_one(
        "UPDATE occupancy SET status = :now WHERE id = :id AND status = :was",
        args! { id: id, was: was, now: now },
    )
}

pub fn save_mandate(tx: &Tx<'_>, id: Id<Occupancy>, mandate: crate::Mandate) -> Result<()> {
    tx.exec_one("UPDATE occupancy SET mandate = :mandate WHERE id = :id", args! { id: id, mandate: mandate })
}

pub fn save_end(tx: &Tx<'_>, id: Id<Occupancy>, until: Day, reason: EndReason) -> Result<()> {
    tx.exec_one(
        "UPDATE occupancy SET until_day = :until_day, end_reason = :reason WHERE id = :id",
        args! { id: id, until_day: until, reason: reason },
    )
}

/// Moves the end without a reason: somebody else goes on there, or what ended goes on after all.
pub fn save_until(tx: &Tx<'_>, id: Id<Occupancy>, until: Day) -> Result<()> {
    tx.exec_one("UPDATE occupancy SET until_day = :until_day WHERE id = :id", args! { id: id, until_day: until })
}

/// Takes away what has not begun yet.
pub fn delete_ahead(tx: &Tx<'_>, id: Id<Occupancy>) -> Result<()> {
    tx.exec_one("DELETE FROM occupancy WHERE id = :id AND from_day > :today", args! { id: id, today: tx.today() })
}

/// Cuts off whoever carries over, because the body's rule says so no longer.
pub fn end_carrying_over(tx: &Tx<'_>, body: Id<Body>, today: Day) -> Result<u64> {
    tx.exec(
        "UPDATE occupancy SET until_day = CASE WHEN term_end_day > :today THEN term_end_day ELSE :today END \
         WHERE seat_id IN (SELECT s.id FROM seat s WHERE s.body_id = :body AND s.kind IN ('elected', 'delegated')) AND term_end_day IS NOT NULL AND end_reason IS NULL \
         AND until_day > :today AND until_day > term_end_day",
        args! { body: body, today: today },
    )
}

/// Lets whoever sits there stay beyond the term, where nobody follows.
pub fn begin_carrying_over(tx: &Tx<'_>, body: Id<Body>, today: Day) -> Result<u64> {
    tx.exec(
        "UPDATE occupancy SET until_day = (SELECT s.until_day FROM seat s WHERE s.id = occupancy.seat_id) \
         WHERE seat_id IN (SELECT s.id FROM seat s WHERE s.body_id = :body AND s.kind IN ('elected', 'delegated')) AND until_day = term_end_day AND end_reason IS NULL AND until_day > :today \
         AND NOT EXISTS (SELECT 1 FROM occupancy n WHERE n.seat_id = occupancy.seat_id AND n.from_day >= occupancy.until_day)",
        args! { body: body, today: today },
    )
}

/// Ends whatever still runs on a seat that is given up.
pub fn end_all_on(tx: &Tx<'_>, seat: Id<Seat>, until: Day) -> Result<u64> {
    tx.exec("UPDATE occupancy SET until_day = :until_day, end_reason = 'abolished' WHERE seat_id = :seat AND until_day > :until_day AND from_day < :until_day", args! { seat: seat, until_day: until })
}

/// Ends whatever still runs on the seats of a body that is over.
pub fn end_all_in(tx: &Tx<'_>, body: Id<Body>, until: Day) -> Result<u64> {
    tx.exec(
        "UPDATE occupancy SET until_day = :until_day, end_reason = 'abolished' WHERE seat_id IN (SELECT id FROM seat WHERE body_id = :body) AND until_day > :until_day AND from_day < :until_day",
        args! { body: body, until_day: until },
    )
}

/// Fills in a sender from the seat's own source where none is given.
#[must_use]
pub fn made(
    id: Id<Occupancy>,
    seat: &Seat,
    new: &NewOccupancy,
    basis: crate::Basis,
    term_end: Option<Day>,
    term: kernel::Term,
) -> Occupancy {
    Occupancy {
        id,
        seat: seat.id,
        occupant: new.occupant,
        sender: seat.source_body,
        basis,
        mandate: new.mandate,
        status: new.status,
        grain: new.grain,
        term_end,
        end_reason: new.ended.map(|(_, reason)| reason),
        term,
    }
}

fn deputed(r: &Row<'_>, post: usize) -> Result<Deputed> {
    match (r.get(post)?, r.get(post + 1)?) {
        (Some(id), _) => Ok(Deputed::Post(id)),
        (_, Some(id)) => Ok(Deputed::Person(id)),
        _ => Err(Error::internal("nobody is deputed")),
    }
}

/// Everybody who spoke, speaks or will speak for the organisation on that seat.
pub fn representatives_of(conn: &Conn, occupancy: Id<Occupancy>) -> Result<Vec<Representative>> {
    conn.all(
        "SELECT id, occupancy_id, post_id, person_id, rank, from_day, until_day FROM representative WHERE occupancy_id = :occupancy ORDER BY rank, from_day",
        args! { occupancy: occupancy },
        |r| Ok(Representative { id: r.get(0)?, occupancy: r.get(1)?, who: deputed(r, 2)?, rank: r.get(4)?, term: term(r, 5)? }),
    )
}

/// A representative by number.
///
/// # Errors
/// [`Error::NotFound`].
pub fn find_representative(conn: &Conn, id: Id<Representative>) -> Result<Representative> {
    conn.one(
        "SELECT id, occupancy_id, post_id, person_id, rank, from_day, until_day FROM representative WHERE id = :id",
        args! { id: id },
        |r| {
            Ok(Representative {
                id: r.get(0)?,
                occupancy: r.get(1)?,
                who: deputed(r, 2)?,
                rank: r.get(4)?,
                term: term(r, 5)?,
            })
        },
    )
}

pub fn insert_representative(tx: &Tx<'_>, id: Id<Representative>, new: &NewRepresentative) -> Result<()> {
    tx.exec(
        "INSERT INTO representative (id, occupancy_id, post_id, person_id, rank, from_day, until_day) VALUES (:id, :occupancy, :post, :person, :rank, :from_day, :until_day)",
        args! { id: id, occupancy: new.occupancy, post: new.who.post(), person: new.who.person(), rank: new.rank, from_day: new.from, until_day: new.until },
    )?;
    Ok(())
}

pub fn save_representative_end(tx: &Tx<'_>, id: Id<Representative>, until: Day) -> Result<()> {
    tx.exec_one("UPDATE representative SET until_day = :until_day WHERE id = :id", args! { id: id, until_day: until })
}

/// A substitute by number.
///
/// # Errors
/// [`Error::NotFound`].
pub fn find_substitute(conn: &Conn, id: Id<Substitute>) -> Result<Substitute> {
    conn.one("SELECT id, body_id, seat_id, post_id, person_id, rank, moves_up, from_day, until_day FROM substitute WHERE id = :id", args! { id: id }, |r| {
        Ok(Substitute { id: r.get(0)?, body: r.get(1)?, seat: r.get(2)?, who: deputed(r, 3)?, rank: r.get(5)?, moves_up: r.get(6)?, term: term(r, 7)? })
    })
}

/// Everybody who stood, stands or will stand in for one seat, or moves up into it.
pub fn substitutes_of(conn: &Conn, seat: Id<Seat>) -> Result<Vec<Substitute>> {
    conn.all("SELECT id, body_id, seat_id, post_id, person_id, rank, moves_up, from_day, until_day FROM substitute WHERE body_id = (SELECT body_id FROM seat WHERE id = :seat) AND seat_id = :seat ORDER BY rank, from_day", args! { seat: seat }, |r| {
        Ok(Substitute { id: r.get(0)?, body: r.get(1)?, seat: r.get(2)?, who: deputed(r, 3)?, rank: r.get(5)?, moves_up: r.get(6)?, term: term(r, 7)? })
    })
}

pub fn insert_substitute(tx: &Tx<'_>, id: Id<Substitute>, new: &NewSubstitute) -> Result<()> {
    tx.exec(
        "INSERT INTO substitute (id, body_id, seat_id, post_id, person_id, rank, moves_up, from_day, until_day) VALUES (:id, :body, :seat, :post, :person, :rank, :moves_up, :from_day, :until_day)",
        args! { id: id, body: new.body, seat: new.seat, post: new.who.post(), person: new.who.person(), rank: new.rank, moves_up: new.moves_up, from_day: new.from, until_day: new.until },
    )?;
    Ok(())
}

pub fn save_substitute_end(tx: &Tx<'_>, id: Id<Substitute>, until: Day) -> Result<()> {
    tx.exec_one("UPDATE substitute SET until_day = :until_day WHERE id = :id", args! { id: id, until_day: until })
}

/// Whether the person sits in a body on a day, in any way that counts.
pub fn sits_in(conn: &Conn, person: i64, body: Id<Body>, day: Day) -> Result<bool> {
    let n = conn.count(
        "SELECT COUNT(*) FROM sits v WHERE v.person_id = :person AND v.body_id = :body AND v.capacity NOT IN ('deputy', 'substitute') AND v.from_day <= :day AND v.until_day > :day",
        args! { person: person, body: body, day: day },
    )?;
    Ok(n > 0)
}

/// Whether the person sits, sat or will sit anywhere at all.
pub fn sits_anywhere(conn: &Conn, person: i64) -> Result<bool> {
    Ok(conn.count("SELECT COUNT(*) FROM sits v WHERE v.person_id = :person", args! { person: person })? > 0)
}

/// Whether the post has a holder of that name on a day: who is eligible through it.
pub fn holds_post(conn: &Conn, person: i64, post: i64, day: Day) -> Result<bool> {
    let n = conn.count(
        "SELECT COUNT(*) FROM tenure t WHERE t.post_id = :post AND t.person_id = :person AND t.mode <> 'deputy' AND t.from_day <= :day AND t.until_day > :day",
        args! { person: person, post: post, day: day },
    )?;
    Ok(n > 0)
}

/// The networks in whose bodies a post has a seat now or later, itself, for an organisation or ex officio, with whether
/// one of those seats carries an office that keeps membership. `CROSS JOIN` says the order in which SQLite reads.
pub fn networks_of_post(conn: &Conn, post: i64, day: Day) -> Result<Vec<(Id<Body>, bool)>> {
    conn.all(
        "WITH direct AS (SELECT o.seat_id FROM occupancy o WHERE o.post_id = :post AND o.until_day > :day AND o.status <> 'refused' \
           UNION SELECT o.seat_id FROM representative r JOIN occupancy o ON o.id = r.occupancy_id WHERE r.post_id = :post AND r.until_day > :day AND o.until_day > :day \
           UNION SELECT u.seat_id FROM substitute u WHERE u.post_id = :post AND u.until_day > :day AND u.seat_id IS NOT NULL), \
         reached AS (SELECT seat_id FROM direct UNION SELECT q.seat_id FROM direct d CROSS JOIN occupancy q WHERE q.by_seat_id = d.seat_id AND q.until_day > :day) \
         SELECT b.network_id, MAX(CASE WHEN s.office IN ('network_admin', 'secretariat') THEN 1 ELSE 0 END) FROM reached d CROSS JOIN seat s CROSS JOIN body b \
         WHERE s.id = d.seat_id AND b.id = s.body_id GROUP BY b.network_id",
        args! { post: post, day: day },
        |r| Ok((r.get(0)?, r.get::<i64>(1)? == 1)),
    )
}

/// Whether a post, an organisation or a person (by that column) belongs to a network on a day: has a seat in the
/// network's own body, a person also through her post or organisation.
pub fn is_member(conn: &Conn, column: &str, id: i64, network: Id<Body>, day: Day) -> Result<bool> {
    if column == "person_id" {
        return sits_in(conn, id, network, day);
    }
    let sql = format!(
        "SELECT COUNT(*) FROM occupancy o JOIN seat s ON s.id = o.seat_id WHERE o.{column} = :id AND s.body_id = :network AND o.status IN ('confirmed', 'suspended') AND o.from_day <= :day AND o.until_day > :day"
    );
    Ok(conn.count(&sql, args! { id: id, network: network, day: day })? > 0)
}

/// How many others keep a network's membership on a day.
pub fn count_other_admins(conn: &Conn, network: Id<Body>, seat: Id<Seat>, day: Day) -> Result<i64> {
    conn.count(
        "SELECT COUNT(*) FROM sits v WHERE v.body_id = :network AND v.office IN ('network_admin', 'secretariat') AND v.seat_id <> :seat AND v.capacity IN ('self', 'holder', 'acting', 'representative') \
         AND v.from_day <= :day AND v.until_day > :day AND v.seat_from <= :day AND v.seat_until > :day",
        args! { network: network, seat: seat, day: day },
    )
}
