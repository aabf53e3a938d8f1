//! The register of resolutions. Nothing of an entry changes but when it ends; only an old one entered wrongly goes.

use db::{Args, Conn, Row, Tx, args};
use kernel::{Actor, Day, Error, Id, Result};
use networks::{Body, Topic};
use people::Person;

use super::decided;
use crate::{Resolution, Scan, ScanMedia, Vote};

/// The columns of a resolution under the alias `r`; [`resolution`] reads them.
/// The columns of a resolution under the alias `r`; [`resolution`] reads them.
pub const RESOLUTION: &str = "r.id, r.network_id, r.body_id, r.level, r.year, r.number, r.mark, r.vote_id, r.title, r.text, r.day, r.verdict_de, r.verdict_en, r.in_force_from, \
     r.repealed_from, r.superseded_by_id, r.entered_later, r.source, r.made_by, r.made_at";

/// Reads a resolution from the columns of [`RESOLUTION`].
pub fn resolution(r: &Row<'_>) -> Result<Resolution> {
    Ok(Resolution {
        id: r.get(0)?,
        network: r.get(1)?,
        body: r.get(2)?,
        level: r.get(3)?,
        year: r.get(4)?,
        number: r.get(5)?,
        mark: r.get(6)?,
        vote: r.get(7)?,
        title: r.get(8)?,
        text: r.get(9)?,
        day: r.get(10)?,
        verdict_de: r.get(11)?,
        verdict_en: r.get(12)?,
        in_force: r.get(13)?,
        repealed: r.get(14)?,
        superseded_by: r.get(15)?,
        entered_later: r.get(16)?,
        source: r.get(17)?,
        by: r.get(18)?,
        made_at: r.get(19)?,
    })
}

fn list(conn: &Conn, actor: &Actor, which: &str, args: Args) -> Result<Vec<Resolution>> {
    let sql = format!(
        "SELECT {RESOLUTION} FROM resolution r WHERE {which} AND {{visible:r}} ORDER BY r.day DESC, r.year DESC, r.number DESC"
    );
    conn.all(&sql, decided(actor, args), resolution)
}

/// A resolution the reader may see.
///
/// # Errors
/// [`Error::NotFound`].
pub fn find_resolution(conn: &Conn, actor: &Actor, id: Id<Resolution>) -> Result<Resolution> {
    let sql = format!("SELECT {RESOLUTION} FROM resolution r WHERE r.id = :id AND {{visible:r}}");
    conn.one(&sql, decided(actor, args! { id: id }), resolution)
}

/// The resolution a vote led to, if the reader may see it.
///
/// # Errors
/// When the database cannot be read.
pub fn find_resolution_of(conn: &Conn, actor: &Actor, vote: Id<Vote>) -> Result<Option<Resolution>> {
    let sql = format!("SELECT {RESOLUTION} FROM resolution r WHERE r.vote_id = :vote AND {{visible:r}}");
    conn.find(&sql, decided(actor, args! { vote: vote }), resolution)
}

/// The resolutions of a body the reader may see, newest first.
///
/// # Errors
/// When the database cannot be read.
pub fn list_resolutions(conn: &Conn, actor: &Actor, body: Id<Body>) -> Result<Vec<Resolution>> {
    list(conn, actor, "r.body_id = :body", args! { body: body })
}

/// Those of the given numbers the reader may see.
///
/// # Errors
/// When the database cannot be read.
pub fn list_resolutions_by_id(conn: &Conn, actor: &Actor, ids: &[Id<Resolution>]) -> Result<Vec<Resolution>> {
    list(conn, actor, "r.id IN (:ids*)", args! { ids: ids })
}

/// Those a newer one replaces, as far as the reader may see them.
///
/// # Errors
/// When the database cannot be read.
pub fn list_replaced(conn: &Conn, actor: &Actor, by: Id<Resolution>) -> Result<Vec<Resolution>> {
    list(conn, actor, "r.superseded_by_id = :by", args! { by: by })
}

/// Whether an older one is replaced by it, whoever may see that.
///
/// # Errors
/// When the database cannot be read.
pub fn replaces_any(conn: &Conn, id: Id<Resolution>) -> Result<bool> {
    Ok(conn.count("SELECT COUNT(*) FROM resolution WHERE superseded_by_id = :id", args! { id: id })? > 0)
}

/// A number that is taken.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Taken {
    /// The year it counts in.
    pub year: i64,
    /// Its place in the count.
    pub number: i64,
    /// As it is written.
    pub mark: String,
}

/// Every number of a body, for the next one.
///
/// # Errors
/// When the database cannot be read.
pub fn list_taken(conn: &Conn, body: Id<Body>) -> Result<Vec<Taken>> {
    let sql = "SELECT year, number, mark FROM resolution WHERE body_id = :body";
    conn.all(sql, args! { body: body }, |r| Ok(Taken { year: r.get(0)?, number: r.get(1)?, mark: r.get(2)? }))
}

pub fn insert_resolution(tx: &Tx<'_>, new: &Resolution) -> Result<()> {
    tx.exec(
        "INSERT INTO resolution (id, network_id, body_id, level, year, number, mark, vote_id, title, text, day, verdict_de, verdict_en, in_force_from, entered_later, source, made_by, made_at) \
         VALUES (:id, :network, :body, :level, :year, :number, :mark, :vote, :title, :text, :day, :de, :en, :in_force, :later, :source, :by, :made_at)",
        args! { id: new.id, network: new.network, body: new.body, level: new.level.number(), year: new.year, number: new.number, mark: &new.mark, vote: new.vote, title: &new.title,
        text: &new.text, day: new.day, de: &new.verdict_de, en: &new.verdict_en, in_force: new.in_force, later: new.entered_later, source: new.source.clone(), by: new.by, made_at: new.made_at },
    )
    .map(drop)
}

/// Ends one, once.
///
/// # Errors
/// [`Error::Stale`] when it has an end already.
pub fn save_end(tx: &Tx<'_>, id: Id<Resolution>, from: Day, by: Option<Id<Resolution>>) -> Result<()> {
    tx.exec_one(
        "UPDATE resolution SET repealed_from = :from_day, superseded_by_id = :by WHERE id = :id AND repealed_from IS NULL",
        args! { id: id, from_day: from, by: by },
    )
}

pub fn delete_resolution(tx: &Tx<'_>, id: Id<Resolution>) -> Result<()> {
    tx.exec("DELETE FROM resolution_scan WHERE resolution_id = :id", args! { id: id })?;
    delete_topics(tx, id)?;
    tx.exec_one("DELETE FROM resolution WHERE id = :id AND entered_later", args! { id: id })
}

/// What some resolutions are about; their callers found them before.
///
/// # Errors
/// When the database cannot be read.
pub fn list_topics_of(conn: &Conn, ids: &[Id<Resolution>]) -> Result<Vec<(Id<Resolution>, Id<Topic>)>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    conn.all(
        "SELECT x.resolution_id, x.topic_id FROM resolution_topic x WHERE x.resolution_id IN (:ids*) ORDER BY x.resolution_id, x.topic_id",
        args! { ids: ids },
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}

pub fn delete_topics(tx: &Tx<'_>, id: Id<Resolution>) -> Result<()> {
    tx.exec("DELETE FROM resolution_topic WHERE resolution_id = :id", args! { id: id }).map(drop)
}

pub fn insert_topic(tx: &Tx<'_>, id: Id<Resolution>, topic: Id<Topic>) -> Result<()> {
    tx.exec_one(
        "INSERT INTO resolution_topic (resolution_id, topic_id) VALUES (:id, :topic)",
        args! { id: id, topic: topic },
    )
}

pub fn insert_scan(tx: &Tx<'_>, id: Id<Resolution>, scan: &Scan) -> Result<()> {
    tx.exec(
        "INSERT INTO resolution_scan (resolution_id, name, media, content) VALUES (:id, :name, :media, :content)",
        args! { id: id, name: &scan.name, media: scan.media.word(), content: scan.content.clone() },
    )
    .map(drop)
}

/// Whether there is a scan of a resolution the reader may see, and what it is.
///
/// # Errors
/// When the database cannot be read.
pub fn find_scan_media(conn: &Conn, actor: &Actor, id: Id<Resolution>) -> Result<Option<ScanMedia>> {
    let sql = "SELECT s.media FROM resolution_scan s JOIN resolution r ON r.id = s.resolution_id WHERE s.resolution_id = :id AND {visible:r}";
    conn.find(sql, decided(actor, args! { id: id }), |r| media(&r.get::<String>(0)?))
}

/// The scan of a resolution the reader may see.
///
/// # Errors
/// [`Error::NotFound`].
pub fn find_scan(conn: &Conn, actor: &Actor, id: Id<Resolution>) -> Result<Scan> {
    let sql = "SELECT s.name, s.media, s.content FROM resolution_scan s JOIN resolution r ON r.id = s.resolution_id WHERE s.resolution_id = :id AND {visible:r}";
    conn.one(sql, decided(actor, args! { id: id }), |r| {
        Ok(Scan { name: r.get(0)?, media: media(&r.get::<String>(1)?)?, content: r.get(2)? })
    })
}

fn media(word: &str) -> Result<ScanMedia> {
    ScanMedia::from_word(word).ok_or_else(|| Error::internal(format!("stored scan {word}")))
}

/// A resolution for search, which writes its scope beside.
///
/// # Errors
/// When the database cannot be read.
pub fn find_words(conn: &Conn, id: Id<Resolution>) -> Result<Option<Resolution>> {
    conn.find(&format!("SELECT {RESOLUTION} FROM resolution r WHERE r.id = :id"), args! { id: id }, resolution)
}

/// Every number there is, for search.
///
/// # Errors
/// When the database cannot be read.
pub fn every_resolution(conn: &Conn) -> Result<Vec<i64>> {
    conn.all("SELECT id FROM resolution ORDER BY id", args! {}, |r| r.get(0))
}

/// An old resolution as its own entry says it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entered {
    /// The body's name.
    pub body: String,
    /// Its name in English.
    pub body_en: Option<String>,
    /// The number.
    pub mark: String,
    /// The day of the decision.
    pub day: Day,
}

/// What a person entered herself, for herself.
///
/// # Errors
/// When the database cannot be read.
pub fn list_entered(conn: &Conn, person: Id<Person>) -> Result<Vec<Entered>> {
    conn.all(
        "SELECT b.name, b.name_en, r.mark, r.day FROM resolution r JOIN body b ON b.id = r.body_id WHERE r.made_by = :person ORDER BY r.id",
        args! { person: person },
        |r| Ok(Entered { body: r.get(0)?, body_en: r.get(1)?, mark: r.get(2)?, day: r.get(3)? }),
    )
}
