//! Positions.

use db::{Conn, Row, Tx, args};
use decisions::Resolution;
use kernel::{Actor, Day, Id, Level, Result};
use networks::{Body, Topic};

use super::seen;
use crate::{Kind, Minority, Position, Slots, State};

/// The columns of a position under the alias `p`; [`position`] reads them.
pub const POSITION: &str = "p.id, p.network_id, p.body_id, p.level, p.kind, p.title, p.topic_id, p.state, p.text_version, p.input_until, p.adopted_day, p.adopted_how, p.resolution_id, p.not_adopted, p.publish_level, p.signers_least, \
     p.year, p.mark, p.published_at, p.summary_en, p.easy, p.quote, p.quote_by, p.ended_day, p.superseded_by_id, p.review_day, p.made_by, p.made_at, p.version";

/// Reads a position from the columns of [`POSITION`].
pub fn position(r: &Row<'_>) -> Result<Position> {
    Ok(Position {
        id: r.get(0)?,
        network: r.get(1)?,
        body: r.get(2)?,
        level: r.get(3)?,
        kind: r.get(4)?,
        title: r.get(5)?,
        topic: r.get(6)?,
        state: r.get(7)?,
        text: r.get(8)?,
        input_until: r.get(9)?,
        adopted: r.get(10)?,
        adopted_how: r.get(11)?,
        resolution: r.get(12)?,
        not_adopted: r.get(13)?,
        publish_level: r.get(14)?,
        signers_least: r.get(15)?,
        year: r.get(16)?,
        mark: r.get(17)?,
        published_at: r.get(18)?,
        slots: Slots { summary_en: r.get(19)?, easy: r.get(20)?, quote: r.get(21)?, quote_by: r.get(22)? },
        ended: r.get(23)?,
        superseded_by: r.get(24)?,
        review: r.get(25)?,
        made_by: r.get(26)?,
        made_at: r.get(27)?,
        version: r.get(28)?,
    })
}

/// A position the reader may see, by its own level or because her body was let in.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn find_position(conn: &Conn, actor: &Actor, id: Id<Position>) -> Result<Position> {
    conn.one(
        &format!(
            "SELECT {POSITION} FROM position p WHERE p.id = :id AND ({{visible:p}} OR EXISTS (SELECT 1 FROM position_reader x WHERE x.position_id = p.id AND {{visible:x}}))"
        ),
        seen(actor, args! { id: id }),
        position,
    )
}

/// Whether the reader's body moves it too, and so reads how it came about. Networks that are asked to sign read the text alone.
///
/// # Errors
/// When the database cannot be read.
pub fn is_let_in(conn: &Conn, actor: &Actor, id: Id<Position>) -> Result<bool> {
    let sql =
        "SELECT x.body_id FROM position_reader x WHERE x.position_id = :id AND x.level = 3 AND {visible:x} LIMIT 1";
    Ok(conn.find(sql, seen(actor, args! { id: id }), |r| r.get::<i64>(0))?.is_some())
}

/// A position, for the program itself.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn find_any_position(conn: &Conn, id: Id<Position>) -> Result<Position> {
    conn.one(&format!("SELECT {POSITION} FROM position p WHERE p.id = :id"), args! { id: id }, position)
}

/// Those whose day of input is over, for the daily job.
///
/// # Errors
/// When the database cannot be read.
pub fn list_input_over(conn: &Conn, today: Day) -> Result<Vec<Position>> {
    conn.all(
        &format!("SELECT {POSITION} FROM position p WHERE p.state = 'input' AND p.input_until < :today ORDER BY p.id"),
        args! { today: today },
        position,
    )
}

/// Those of which somebody is to look whether they still hold, for the daily job.
///
/// # Errors
/// When the database cannot be read.
pub fn list_to_review(conn: &Conn, today: Day) -> Result<Vec<Position>> {
    conn.all(
        &format!("SELECT {POSITION} FROM position p WHERE p.review_day <= :today AND p.published_at IS NOT NULL AND p.ended_day IS NULL ORDER BY p.id"),
        args! { today: today },
        position,
    )
}

/// The highest number a network gave in a year.
///
/// # Errors
/// When the database cannot be read.
pub fn last_number(conn: &Conn, network: Id<Body>, year: i64) -> Result<i64> {
    let sql = "SELECT p.number FROM position p WHERE p.network_id = :network AND p.year = :year AND p.number IS NOT NULL ORDER BY p.number DESC LIMIT 1";
    Ok(conn.find(sql, args! { network: network, year: year }, |r| r.get(0))?.unwrap_or(0))
}

/// Every published number, for the index of search.
///
/// # Errors
/// When the database cannot be read.
pub fn every(conn: &Conn) -> Result<Vec<i64>> {
    conn.all("SELECT p.id FROM position p WHERE p.published_at > 0 ORDER BY p.id", args! {}, |r| r.get(0))
}

/// Writes a draft down.
pub fn insert_position(
    tx: &Tx<'_>,
    id: Id<Position>,
    body: &Body,
    (kind, title, topic): (Kind, &str, Option<Id<Topic>>),
    by: Option<i64>,
) -> Result<()> {
    tx.exec(
        "INSERT INTO position (id, network_id, body_id, level, kind, title, topic_id, state, made_by, made_at) VALUES (:id, :network, :body, 3, :kind, :title, :topic, 'draft', :by, :now)",
        args! { id: id, network: body.network, body: body.id, kind: kind, title: title, topic: topic, by: by, now: tx.now() },
    )
    .map(drop)
}

/// What it is called and about.
///
/// # Errors
/// [`kernel::Error::Stale`] when it has another version.
pub fn save_facts(tx: &Tx<'_>, p: &Position, kind: Kind, title: &str, topic: Option<Id<Topic>>) -> Result<()> {
    tx.exec_one(
        "UPDATE position SET kind = :kind, title = :title, topic_id = :topic, version = version + 1 WHERE id = :id AND version = :version",
        args! { kind: kind, title: title, topic: topic, id: p.id, version: p.version },
    )
}

/// What stands beside its text.
///
/// # Errors
/// [`kernel::Error::Stale`] when it has another version.
pub fn save_slots(tx: &Tx<'_>, p: &Position, slots: &Slots, review: Option<Day>) -> Result<()> {
    tx.exec_one(
        "UPDATE position SET summary_en = :summary, easy = :easy, quote = :quote, quote_by = :quote_by, review_day = :review, version = version + 1 WHERE id = :id AND version = :version",
        args! { summary: &slots.summary_en, easy: &slots.easy, quote: &slots.quote, quote_by: &slots.quote_by, review: review, id: p.id, version: p.version },
    )
}

/// The number of its latest text.
///
/// # Errors
/// [`kernel::Error::Stale`] when it has another version.
pub fn save_text(tx: &Tx<'_>, p: &Position, number: i64) -> Result<()> {
    tx.exec_one(
        "UPDATE position SET text_version = :number, version = version + 1 WHERE id = :id AND version = :version",
        args! { number: number, id: p.id, version: p.version },
    )
}

/// How far it has come before it is public, and who sees it.
///
/// # Errors
/// [`kernel::Error::Stale`] when it has another version.
pub fn save_state(tx: &Tx<'_>, p: &Position, state: State, level: Level, until: Option<Day>) -> Result<()> {
    tx.exec_one(
        "UPDATE position SET state = :state, level = :level, input_until = :until, version = version + 1 WHERE id = :id AND version = :version",
        args! { state: state, level: level, until: until, id: p.id, version: p.version },
    )
}

/// How far it has come after it was public.
pub fn save_track(tx: &Tx<'_>, id: Id<Position>, state: State) -> Result<()> {
    tx.exec(
        "UPDATE position SET state = :state, version = version + 1 WHERE id = :id AND state <> :state",
        args! { state: state, id: id },
    )
    .map(drop)
}

/// It is adopted.
///
/// # Errors
/// [`kernel::Error::Stale`] when it has another version.
pub fn save_adopted(
    tx: &Tx<'_>,
    p: &Position,
    (day, how, resolution): (Day, &str, Option<Id<Resolution>>),
) -> Result<()> {
    tx.exec_one(
        "UPDATE position SET state = 'adopted', adopted_day = :day, adopted_how = :how, resolution_id = :resolution, not_adopted = '', version = version + 1 WHERE id = :id AND version = :version",
        args! { day: day, how: how, resolution: resolution, id: p.id, version: p.version },
    )
}

/// It was not adopted: what becomes of it, and why.
///
/// # Errors
/// [`kernel::Error::Stale`] when it has another version.
pub fn save_not_adopted(tx: &Tx<'_>, p: &Position, state: State, why: &str) -> Result<()> {
    tx.exec_one(
        "UPDATE position SET state = :state, not_adopted = :why, input_until = NULL, version = version + 1 WHERE id = :id AND version = :version",
        args! { state: state, why: why, id: p.id, version: p.version },
    )
}

/// How it is to be published.
///
/// # Errors
/// [`kernel::Error::Stale`] when it has another version.
pub fn save_plan(tx: &Tx<'_>, p: &Position, level: Level, signers: i64) -> Result<()> {
    tx.exec_one(
        "UPDATE position SET publish_level = :level, signers_least = :signers, version = version + 1 WHERE id = :id AND version = :version",
        args! { level: level, signers: signers, id: p.id, version: p.version },
    )
}

/// It is published with its number.
///
/// # Errors
/// [`kernel::Error::Stale`] when it is not waiting to be.
pub fn save_published(tx: &Tx<'_>, id: Id<Position>, (year, number, mark): (i64, i64, &str)) -> Result<()> {
    tx.exec_one(
        "UPDATE position SET state = 'published', level = publish_level, year = :year, number = :number, mark = :mark, published_at = :now, version = version + 1 WHERE id = :id AND state = 'adopted'",
        args! { year: year, number: number, mark: mark, now: tx.now(), id: id },
    )
}

/// A newer one takes its place, or it is in force no longer.
///
/// # Errors
/// [`kernel::Error::Stale`] when it ended already.
pub fn save_ended(tx: &Tx<'_>, id: Id<Position>, day: Day, by: Option<Id<Position>>) -> Result<()> {
    tx.exec_one(
        "UPDATE position SET ended_day = :day, superseded_by_id = :by, version = version + 1 WHERE id = :id AND ended_day IS NULL AND published_at IS NOT NULL",
        args! { day: day, by: by, id: id },
    )
}

/// Whoever writes its draft from now on.
pub fn save_writer(tx: &Tx<'_>, id: Id<Position>, person: Id<people::Person>) -> Result<()> {
    tx.exec(
        "UPDATE position SET made_by = :person, version = version + 1 WHERE id = :id",
        args! { person: person, id: id },
    )
    .map(drop)
}

/// Lets those of a body read it before it is public.
pub fn insert_reader(tx: &Tx<'_>, id: Id<Position>, level: Level, (network, body): (Id<Body>, Id<Body>)) -> Result<()> {
    tx.exec(
        "INSERT INTO position_reader (position_id, level, network_id, body_id) VALUES (:id, :level, :network, :body) ON CONFLICT DO NOTHING",
        args! { id: id, level: level, network: network, body: body },
    )
    .map(drop)
}

/// They read it no longer.
pub fn delete_reader(tx: &Tx<'_>, id: Id<Position>, body: Id<Body>) -> Result<()> {
    tx.exec("DELETE FROM position_reader WHERE position_id = :id AND body_id = :body", args! { id: id, body: body })
        .map(drop)
}

/// What those say who did not agree.
///
/// # Errors
/// When the database cannot be read.
pub fn list_minorities(conn: &Conn, id: Id<Position>) -> Result<Vec<Minority>> {
    conn.all(
        "SELECT y.who, y.text FROM position_minority y WHERE y.position_id = :id ORDER BY y.id",
        args! { id: id },
        |r| Ok(Minority { who: r.get(0)?, text: r.get(1)? }),
    )
}

/// Puts a minority's opinion beside the text.
pub fn insert_minority(tx: &Tx<'_>, id: Id<Position>, new: &Minority, by: Option<i64>) -> Result<()> {
    tx.exec(
        "INSERT INTO position_minority (id, position_id, who, text, made_by, made_at) VALUES (:new, :id, :who, :text, :by, :now)",
        args! { new: tx.id::<Minority>(), id: id, who: &new.who, text: &new.text, by: by, now: tx.now() },
    )
    .map(drop)
}
