//! Corrections. Reads without a reader's condition are for callers who decided that she sees what was put right.

use db::{Conn, Row, Tx, args};
use kernel::{Error, Id, Moment, Result, Term};
use people::{Organisation, Person, Post};

use crate::{Body, Corrected, CorrectedField, Correction, Occupancy, Right, Seat};

const CORRECTION: &str = "c.id, c.kind, c.thing_id, c.field, c.was, c.became, c.entered_by, c.entered_at, c.undone_at";

fn correction(r: &Row<'_>) -> Result<Correction> {
    let of = Corrected::from_stored(&r.get::<String>(1)?, r.get(2)?).ok_or_else(|| Error::internal("stored kind"))?;
    let field = r.get(3)?;
    Ok(Correction {
        id: r.get(0)?,
        of,
        was: right(field, r.get(4)?)?,
        became: right(field, r.get(5)?)?,
        by: r.get(6)?,
        at: Moment::from_micros(r.get(7)?),
        undone: r.get::<Option<i64>>(8)?.map(Moment::from_micros),
    })
}

fn right(field: CorrectedField, word: String) -> Result<Right> {
    let day = |word: &str| word.parse().map_err(|_| Error::internal("stored day"));
    Ok(match field {
        CorrectedField::From => Right::From(day(&word)?),
        CorrectedField::Until => Right::Until(day(&word)?),
        CorrectedField::Person => Right::Person(word.parse().map_err(|_| Error::internal("stored number"))?),
        CorrectedField::Name => Right::Name(word),
    })
}

/// One correction.
///
/// # Errors
/// [`Error::NotFound`].
pub fn find_correction(conn: &Conn, id: Id<Correction>) -> Result<Correction> {
    conn.one(&format!("SELECT {CORRECTION} FROM correction c WHERE c.id = :id"), args! { id: id }, correction)
}

/// Every correction of one thing, the latest first.
///
/// # Errors
/// When the database cannot be read.
pub fn corrections_of(conn: &Conn, of: Corrected) -> Result<Vec<Correction>> {
    let (kind, id) = of.stored();
    conn.all(
        &format!("SELECT {CORRECTION} FROM correction c WHERE c.kind = :kind AND c.thing_id = :id ORDER BY c.id DESC"),
        args! { kind: kind, id: id },
        correction,
    )
}

pub(super) fn of_seat_sql() -> String {
    format!(
        "SELECT {CORRECTION}, o.person_id FROM occupancy o JOIN correction c ON c.kind = 'occupancy' AND c.thing_id = o.id WHERE o.seat_id = :seat \
         UNION ALL SELECT {CORRECTION}, t.person_id FROM tenure t JOIN correction c ON c.kind = 'tenure' AND c.thing_id = t.id WHERE t.post_id IN (:posts*) ORDER BY 1 DESC"
    )
}

/// Corrections of who had a seat, and of who had the posts that had it, each with the person it is about now, the latest
/// first.
///
/// # Errors
/// When the database cannot be read.
pub fn corrections_of_seat(
    conn: &Conn,
    seat: Id<Seat>,
    posts: &[Id<Post>],
) -> Result<Vec<(Correction, Option<Id<Person>>)>> {
    conn.all(&of_seat_sql(), args! { seat: seat, posts: posts }, |r| Ok((correction(r)?, r.get(9)?)))
}

pub(super) fn of_organisation_sql() -> String {
    format!(
        "SELECT {CORRECTION} FROM correction c WHERE c.kind = 'organisation' AND c.thing_id = :organisation \
         UNION ALL SELECT {CORRECTION} FROM post p JOIN correction c ON c.kind = 'post' AND c.thing_id = p.id WHERE p.organisation_id = :organisation ORDER BY 1 DESC"
    )
}

/// Corrections of what an organisation and its posts are called, the latest first.
///
/// # Errors
/// When the database cannot be read.
pub fn corrections_of_names(conn: &Conn, organisation: Id<Organisation>) -> Result<Vec<Correction>> {
    conn.all(&of_organisation_sql(), args! { organisation: organisation }, correction)
}

pub fn insert_correction(tx: &Tx<'_>, row: &Correction) -> Result<()> {
    let (kind, thing) = row.of.stored();
    tx.exec(
        "INSERT INTO correction (id, kind, thing_id, field, was, became, was_person_id, became_person_id, entered_by, entered_at) \
         VALUES (:id, :kind, :thing, :field, :was, :became, :was_person, :became_person, :by, :at)",
        args! { id: row.id, kind: kind, thing: thing, field: row.was.field(), was: row.was.word(), became: row.became.word(),
        was_person: row.was.person(), became_person: row.became.person(), by: row.by, at: row.at },
    )?;
    Ok(())
}

pub fn save_undone(tx: &Tx<'_>, id: Id<Correction>) -> Result<()> {
    tx.exec_one(
        "UPDATE correction SET undone_at = :now WHERE id = :id AND undone_at IS NULL",
        args! { id: id, now: tx.now() },
    )
}

pub fn save_occupancy_correction(tx: &Tx<'_>, id: Id<Occupancy>, term: Term, person: Option<Id<Person>>) -> Result<()> {
    tx.exec_one(
        "UPDATE occupancy SET from_day = :from_day, until_day = :until_day, person_id = COALESCE(:person, person_id) WHERE id = :id",
        args! { id: id, from_day: term.from, until_day: term.until, person: person },
    )
}

/// Handovers of an appointment that were entered since, or wait.
///
/// # Errors
/// When the database cannot be read.
pub fn count_handovers(conn: &Conn, tenure: i64, post: Id<Post>, since: Option<i64>) -> Result<i64> {
    conn.count(
        "SELECT COUNT(*) FROM handover h WHERE h.post_id = :post AND h.tenure_id = :tenure AND (h.state = 'planned' OR (h.state = 'done' AND h.id > :since))",
        args! { post: post, tenure: tenure, since: since.unwrap_or(i64::MAX) },
    )
}

/// Mandates a person was given since through a post.
///
/// # Errors
/// When the database cannot be read.
pub fn count_mandates_since(conn: &Conn, post: Id<Post>, person: Id<Person>, since: i64) -> Result<i64> {
    conn.count(
        "SELECT COUNT(*) FROM occupancy o WHERE o.eligible_post_id = :post AND o.person_id = :person AND o.id > :since",
        args! { post: post, person: person, since: since },
    )
}

/// What was entered since and hangs on an occupancy: who speaks, who follows its seat, whom its holder was sent as, and
/// whether she leaves.
///
/// # Errors
/// When the database cannot be read.
pub fn count_built_on(
    conn: &Conn,
    occupancy: Id<Occupancy>,
    seat: Id<Seat>,
    body: Id<Body>,
    person: Option<Id<Person>>,
    since: i64,
) -> Result<i64> {
    conn.count(
        "SELECT (SELECT COUNT(*) FROM representative r WHERE r.occupancy_id = :occupancy AND r.id > :since) \
         + (SELECT COUNT(*) FROM occupancy q WHERE q.by_seat_id = :seat AND q.id > :since) \
         + (SELECT COUNT(*) FROM occupancy q WHERE q.person_id = :person AND q.sender_body_id = :body AND q.id > :since) \
         + (SELECT COUNT(*) FROM leaving l WHERE l.occupancy_id = :occupancy AND l.id > :since)",
        args! { occupancy: occupancy, seat: seat, body: body, person: person, since: since },
    )
}

/// Corrections a person made, or that are about her, the oldest first.
///
/// # Errors
/// When the database cannot be read.
pub fn list_own_corrections(conn: &Conn, person: Id<Person>) -> Result<Vec<Correction>> {
    let arm = |column: &str| format!("SELECT {CORRECTION} FROM correction c WHERE c.{column} = :person");
    conn.all(
        &format!("{} UNION {} UNION {} ORDER BY 1", arm("entered_by"), arm("was_person_id"), arm("became_person_id")),
        args! { person: person },
        correction,
    )
}

/// Forgets who was entered by mistake: that she never had it is no record of office.
pub fn delete_mistaken(tx: &Tx<'_>, person: Id<Person>) -> Result<()> {
    tx.exec("DELETE FROM correction WHERE was_person_id = :person", args! { person: person })?;
    tx.exec("DELETE FROM correction WHERE became_person_id = :person", args! { person: person }).map(drop)
}
