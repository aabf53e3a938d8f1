//! Deriving the actor: what the person sits on today.

use db::{Conn, args};
use kernel::{Actor, Day, Moment, Office, Result, Sitting, Voice};

/// The person's seats on that day, from the view `sits`; ex officio seats follow their source by one hop.
///
/// A substitute counts as sitting only while the principal is absent, suspended or missing; a deputy also where the
/// body lets deputies read. Two statements for almost everybody, a third for holders of seats that others hang on.
///
/// # Errors
/// When the database cannot be read.
pub fn load(conn: &Conn, person: i64, day: Day, proved_at: Option<Moment>) -> Result<Actor> {
    let mut deputies = Vec::new();
    let mut sits = conn.all(
        "SELECT v.seat_id, v.body_id, b.network_id, v.voice, v.office, v.capacity, b.deputy_reads FROM sits v JOIN body b ON b.id = v.body_id \
         WHERE v.person_id = :person AND v.from_day <= :day AND v.until_day > :day AND v.seat_from <= :day AND v.seat_until > :day AND b.from_day <= :day AND b.until_day > :day",
        args! { person: person, day: day },
        |r| {
            let capacity = r.get::<String>(5)?;
            let reads = capacity != "deputy" || r.get::<bool>(6)?;
            let office: Option<Office> = r.get(4)?;
            deputies.push(capacity == "deputy");
            Ok(Sitting {
                seat: r.get(0)?,
                body: r.get(1)?,
                network: r.get(2)?,
                voice: r.get(3)?,
                // A deputy reads and speaks for the post; the office of a chair does not pass to her by itself.
                office: office.filter(|_| capacity != "deputy"),
                substitute: capacity == "substitute" || !reads,
            })
        },
    )?;
    if sits.iter().any(|s| s.substitute) {
        stand_in(conn, &mut sits, day)?;
    }
    let in_full = sits.iter().zip(&deputies).filter(|(s, deputy)| !s.substitute && !**deputy).map(|(s, _)| s.seat);
    let in_full: Vec<i64> = in_full.collect();
    follow(conn, &mut sits, &in_full, day)?;
    let operator = conn.count(
        "SELECT COUNT(*) FROM operator WHERE person_id = :person AND from_day <= :day AND until_day > :day",
        args! { person: person, day: day },
    )? > 0;
    Ok(Actor { person: Some(person), sits, operator, proved_at, shared_address: false, day: Some(day) })
}

/// Lets substitutes sit where nobody of rank is there: absent, suspended or vacant.
fn stand_in(conn: &Conn, sits: &mut [Sitting], day: Day) -> Result<()> {
    let seats: Vec<i64> = sits.iter().filter(|s| s.substitute).map(|s| s.seat).collect();
    let present = conn.all(
        "SELECT DISTINCT v.seat_id FROM sits v WHERE v.seat_id IN (:seats*) AND v.capacity IN ('self', 'holder', 'acting', 'representative') AND v.from_day <= :day AND v.until_day > :day \
         AND NOT EXISTS (SELECT 1 FROM absence a WHERE a.person_id = v.person_id AND a.from_day <= :day AND a.until_day > :day)",
        args! { seats: seats, day: day },
        |r| r.get::<i64>(0),
    )?;
    for sitting in sits.iter_mut().filter(|s| s.substitute) {
        sitting.substitute = present.contains(&sitting.seat);
    }
    Ok(())
}

/// Seats held ex officio through a seat she holds: one hop, no further. Through one she only deputises for, so not `in_full`,
/// they come without their office, as it does itself.
fn follow(conn: &Conn, sits: &mut Vec<Sitting>, in_full: &[i64], day: Day) -> Result<()> {
    let seats: Vec<i64> = sits.iter().filter(|s| !s.substitute && s.voice != Voice::Guest).map(|s| s.seat).collect();
    if seats.is_empty() {
        return Ok(());
    }
    let more = conn.all(
        "SELECT s.id, s.body_id, b.network_id, s.voice, s.office, o.by_seat_id FROM occupancy o JOIN seat s ON s.id = o.seat_id JOIN body b ON b.id = s.body_id \
         WHERE o.by_seat_id IN (:seats*) AND o.from_day <= :day AND o.until_day > :day AND o.status = 'confirmed' AND s.from_day <= :day AND s.until_day > :day AND b.from_day <= :day AND b.until_day > :day",
        args! { seats: seats, day: day },
        |r| {
            let office: Option<Office> = r.get(4)?;
            let whole = in_full.contains(&r.get(5)?);
            Ok(Sitting {
                seat: r.get(0)?,
                body: r.get(1)?,
                network: r.get(2)?,
                voice: r.get(3)?,
                office: office.filter(|_| whole),
                substitute: false,
            })
        },
    )?;
    sits.extend(more);
    Ok(())
}
