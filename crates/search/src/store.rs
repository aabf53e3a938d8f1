//! The statements of the index.

use std::{
    collections::{BTreeMap, HashMap},
    sync::LazyLock,
};

use db::{Args, Condition, Conn, Tx, Value, args};
use kernel::{Actor, Level, Result};

use crate::places::Numbers;

/// How many rows one statement writes, and how many words one asks for.
const ROWS: usize = 64;
const ASKED: usize = 256;

/// Names for the values of several rows: statements name what they are given.
static NAMES: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| (0..ROWS * 5).map(|n| &*Box::leak(format!("n{n}").into_boxed_str())).collect());

/// How far the index has read the log, and how far the log goes.
pub fn find_place(conn: &Conn) -> Result<(i64, i64)> {
    conn.one(
        "SELECT s.value, e.value FROM counter s, counter e WHERE s.name = 'search' AND e.name = 'event'",
        args! {},
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}

pub fn save_place(tx: &Tx<'_>, seq: i64) -> Result<()> {
    tx.exec("UPDATE counter SET value = :seq WHERE name = 'search' AND value < :seq", args! { seq: seq }).map(drop)
}

/// What the index holds of a thing.
pub struct Entry {
    pub number: i64,
    pub words: String,
    pub scopes: String,
}

/// The entries of some things of a kind, by the things' numbers.
pub fn list_entries(conn: &Conn, kind: &str, subjects: &[i64]) -> Result<HashMap<i64, Entry>> {
    let all = conn.all(
        "SELECT subject_id, id, words, scopes FROM search_doc WHERE kind = :kind AND subject_id IN (:subjects*)",
        args! { kind: kind, subjects: subjects },
        |r| Ok((r.get(0)?, Entry { number: r.get(1)?, words: r.get(2)?, scopes: r.get(3)? })),
    )?;
    Ok(all.into_iter().collect())
}

/// The things of a kind that have an entry.
pub fn list_subjects(conn: &Conn, kind: &str) -> Result<Vec<i64>> {
    conn.all("SELECT subject_id FROM search_doc WHERE kind = :kind", args! { kind: kind }, |r| r.get(0))
}

/// The kinds that have entries.
pub fn list_kinds(conn: &Conn) -> Result<Vec<String>> {
    conn.all("SELECT DISTINCT kind FROM search_doc", args! {}, |r| r.get(0))
}

/// The highest number an entry has. The next one follows it, so that sets of numbers are dense.
pub fn find_last_number(conn: &Conn) -> Result<i64> {
    conn.count("SELECT MAX(id) FROM search_doc", args! {})
}

/// Writes rows of so many values each, with a few statements for many rows.
fn save_rows<const N: usize>(tx: &Tx<'_>, into: &str, rows: Vec<[Value; N]>, conflict: &str) -> Result<()> {
    let mut rest = rows.into_iter();
    // Few lengths, so that the texts stay prepared.
    for length in [ROWS, 8, 1] {
        while rest.len() >= length {
            let (mut given, mut places) = (Args::none(), Vec::with_capacity(length));
            let mut names = NAMES.iter().copied();
            for row in rest.by_ref().take(length) {
                let own: Vec<&'static str> = names.by_ref().take(N).collect();
                places.push(format!("(:{})", own.join(", :")));
                for (name, value) in own.into_iter().zip(row) {
                    given = given.with(name, value);
                }
            }
            tx.exec(&format!("INSERT INTO {into} VALUES {} {conflict}", places.join(", ")), given)?;
        }
    }
    Ok(())
}

/// Entries as they are now: number, kind, thing, words and scopes.
pub fn save_entries(tx: &Tx<'_>, rows: Vec<[Value; 5]>) -> Result<()> {
    save_rows(
        tx,
        "search_doc (id, kind, subject_id, words, scopes)",
        rows,
        "ON CONFLICT (id) DO UPDATE SET words = excluded.words, scopes = excluded.scopes",
    )
}

pub fn delete_entries(tx: &Tx<'_>, numbers: &[i64]) -> Result<()> {
    for some in numbers.chunks(ASKED) {
        tx.exec("DELETE FROM search_doc WHERE id IN (:numbers*)", args! { numbers: some })?;
    }
    Ok(())
}

/// The places of some words in a block; words nobody had there are missing.
pub fn list_places(conn: &Conn, block: i64, words: &[String]) -> Result<HashMap<String, Numbers>> {
    let mut found = HashMap::with_capacity(words.len());
    for some in words.chunks(ASKED) {
        conn.each(
            "SELECT word, entries FROM search_word WHERE word IN (:words*) AND block = :block",
            args! { words: some.to_vec(), block: block },
            |r| {
                let mut numbers = Numbers::default();
                numbers.add(block, &r.get::<Vec<u8>>(1)?);
                found.insert(r.get(0)?, numbers);
                Ok(())
            },
        )?;
    }
    Ok(found)
}

/// Words with their places in a block.
pub fn save_places(tx: &Tx<'_>, block: i64, words: Vec<(String, Vec<u8>)>) -> Result<()> {
    let rows = words.into_iter().map(|(word, places)| [Value::Text(word), Value::Int(block), Value::Bytes(places)]);
    save_rows(
        tx,
        "search_word (word, block, entries)",
        rows.collect(),
        "ON CONFLICT (word, block) DO UPDATE SET entries = excluded.entries",
    )
}

/// Takes away words that stand in nothing of a block any more, and their suggestions when they stand nowhere.
pub fn delete_words(tx: &Tx<'_>, block: i64, words: &[String]) -> Result<()> {
    for some in words.chunks(ASKED) {
        tx.exec(
            "DELETE FROM search_word WHERE word IN (:words*) AND block = :block",
            args! { words: some.to_vec(), block: block },
        )?;
        tx.exec(
            "DELETE FROM search_term WHERE word IN (:words*) AND NOT EXISTS (SELECT 1 FROM search_word w WHERE w.word = search_term.word)",
            args! { words: some.to_vec() },
        )?;
    }
    Ok(())
}

/// Words as they are written, for suggestions.
pub fn save_terms(tx: &Tx<'_>, words: &[String]) -> Result<()> {
    let rows = words.iter().map(|word| [Value::from(word), Value::Text(word.chars().rev().collect())]);
    save_rows(tx, "search_term (word, rev)", rows.collect(), "ON CONFLICT DO NOTHING")
}

/// What circles of readers may find in a block, by body and level.
pub fn list_circles(conn: &Conn, block: i64, bodies: &[i64]) -> Result<BTreeMap<(i64, i64), Numbers>> {
    let mut found = BTreeMap::new();
    for some in bodies.chunks(ASKED) {
        conn.each(
            "SELECT body_id, level, entries FROM search_scope WHERE body_id IN (:bodies*) AND block = :block",
            args! { bodies: some, block: block },
            |r| {
                let mut numbers = Numbers::default();
                numbers.add(block, &r.get::<Vec<u8>>(2)?);
                found.insert((r.get(0)?, r.get(1)?), numbers);
                Ok(())
            },
        )?;
    }
    Ok(found)
}

/// What circles of readers may find in a block.
pub fn save_circles(tx: &Tx<'_>, block: i64, circles: Vec<((i64, i64), Vec<u8>)>) -> Result<()> {
    let row = |((body, level), places)| [Value::Int(body), Value::Int(block), Value::Int(level), Value::Bytes(places)];
    save_rows(
        tx,
        "search_scope (body_id, block, level, entries)",
        circles.into_iter().map(row).collect(),
        "ON CONFLICT (body_id, block, level) DO UPDATE SET entries = excluded.entries",
    )
}

/// Takes away a circle that may find nothing of a block any more.
pub fn delete_circle(tx: &Tx<'_>, block: i64, (body, level): (i64, i64)) -> Result<()> {
    tx.exec(
        "DELETE FROM search_scope WHERE body_id = :body AND block = :block AND level = :level",
        args! { body: body, block: block, level: level },
    )
    .map(drop)
}

/// Words of the index that begin or end like this one and are about as long: shown to nobody before somebody asked what
/// of them she may find.
///
/// # Errors
/// When the database cannot be read.
pub fn list_terms(
    conn: &Conn,
    (begin, end): (&str, &str),
    (least, most): (i64, i64),
    limit: i64,
) -> Result<Vec<String>> {
    let rev: String = end.chars().rev().collect();
    conn.all(
        "SELECT * FROM (SELECT t.word FROM search_term t WHERE t.word >= :begin AND t.word < :begin_end AND LENGTH(t.word) BETWEEN :least AND :most ORDER BY t.word LIMIT :limit) AS a \
         UNION SELECT * FROM (SELECT t.word FROM search_term t WHERE t.rev >= :rev AND t.rev < :rev_end AND LENGTH(t.word) BETWEEN :least AND :most ORDER BY t.rev LIMIT :limit) AS b",
        args! { begin: begin, begin_end: after(begin), least: least, most: most, limit: limit, rev: &rev, rev_end: after(&rev) },
        |r| r.get(0),
    )
}

/// What holds exactly these words of the index, for each; in some blocks, or at all.
///
/// # Errors
/// When the database cannot be read.
pub fn list_exact(conn: &Conn, words: Vec<String>, blocks: Option<&[i64]>) -> Result<HashMap<String, Numbers>> {
    let mut found: HashMap<String, Numbers> = HashMap::new();
    let read = |r: &db::Row<'_>| -> Result<()> {
        found.entry(r.get(0)?).or_default().add(r.get(1)?, &r.get::<Vec<u8>>(2)?);
        Ok(())
    };
    match blocks {
        Some(blocks) => conn.each(
            "SELECT w.word, w.block, w.entries FROM search_word w WHERE w.word IN (:words*) AND w.block IN (:blocks*)",
            args! { words: words, blocks: blocks },
            read,
        ),
        None => conn.each(
            "SELECT w.word, w.block, w.entries FROM search_word w WHERE w.word IN (:words*)",
            args! { words: words },
            read,
        ),
    }?;
    Ok(found)
}

/// What holds a word that begins so, for each of some beginnings, as far as so many rows of the index go; and whether
/// there are more.
///
/// # Errors
/// When the database cannot be read.
pub fn list_begun(conn: &Conn, beginnings: &[String], rows: usize) -> Result<Vec<(Numbers, bool)>> {
    let mut given = args! { rows: i64::try_from(rows).unwrap_or(i64::MAX) };
    let mut parts = Vec::with_capacity(beginnings.len());
    for (n, (begin, names)) in beginnings.iter().zip(NAMES.chunks_exact(2)).enumerate() {
        given = given.with(names[0], begin).with(names[1], after(begin));
        parts.push(format!(
            "SELECT * FROM (SELECT {n} AS place, w.block, w.entries FROM search_word w WHERE w.word >= :{} AND w.word < :{} ORDER BY w.word, w.block LIMIT :rows) AS part{n}",
            names[0], names[1]
        ));
    }
    let mut found = vec![(Numbers::default(), 0); beginnings.len()];
    conn.each(&parts.join(" UNION ALL "), given, |r| {
        if let Some((numbers, count)) = usize::try_from(r.get::<i64>(0)?).ok().and_then(|n| found.get_mut(n)) {
            numbers.add(r.get(1)?, &r.get::<Vec<u8>>(2)?);
            *count += 1;
        }
        Ok(())
    })?;
    Ok(found.into_iter().map(|(numbers, count)| (numbers, count >= rows)).collect())
}

/// What a reader may look for, among all entries or those of some blocks.
#[derive(Default)]
pub struct Readable(Numbers);

/// A number its reader may look for: nothing else leads to a thing.
#[derive(Clone, Copy)]
pub struct Seen(i64);

impl Seen {
    /// The number of the entry.
    #[must_use]
    pub const fn number(self) -> i64 {
        self.0
    }
}

impl Readable {
    /// Those of some numbers in some blocks she may look for, the newest first, so many at most.
    #[must_use]
    pub fn among(&self, numbers: &Numbers, blocks: &[i64], most: usize) -> Vec<Seen> {
        self.0.both(numbers).newest(blocks).take(most).map(Seen).collect()
    }

    /// Adds what she may look for in other blocks.
    pub fn join(&mut self, other: &Self) {
        self.0.join(&other.0);
    }

    /// All she may look for, without what was looked at before, if that is not more than so many.
    #[must_use]
    pub fn all_but(&self, asked: &Numbers, most: u64) -> Option<Numbers> {
        let rest = self.0.without(asked);
        (rest.count() <= most).then_some(rest)
    }
}

/// What this reader may look for in some blocks, or at all.
///
/// # Errors
/// When the database cannot be read.
pub fn list_readable(conn: &Conn, actor: &Actor, blocks: Option<&[i64]>) -> Result<Readable> {
    let mut found = Numbers::default();
    let read = |r: &db::Row<'_>| -> Result<()> {
        found.add(r.get(0)?, &r.get::<Vec<u8>>(1)?);
        Ok(())
    };
    match blocks {
        Some(blocks) => conn.each(
            "SELECT s.block, s.entries FROM search_scope s WHERE s.block IN (:blocks*) AND {visible:s}",
            args! { blocks: blocks }.visible(findable(actor)),
            read,
        ),
        None => conn.each(
            "SELECT s.block, s.entries FROM search_scope s WHERE {visible:s}",
            args! {}.visible(findable(actor)),
            read,
        ),
    }?;
    Ok(Readable(found))
}

/// A hit of the index, before its slice decides.
pub struct Candidate {
    pub seen: Seen,
    pub kind: String,
    pub subject: i64,
    /// What it is found by; empty where that was not asked for.
    pub words: String,
}

/// What these numbers are of, in their order.
///
/// # Errors
/// When the database cannot be read.
pub fn list_candidates(conn: &Conn, seen: &[Seen], with_words: bool) -> Result<Vec<Candidate>> {
    let numbers: Vec<i64> = seen.iter().map(|seen| seen.0).collect();
    let words = if with_words { "d.words" } else { "''" };
    let mut found: HashMap<i64, Candidate> = conn
        .all(
            &format!("SELECT d.id, d.kind, d.subject_id, {words} FROM search_doc d WHERE d.id IN (:numbers*)"),
            args! { numbers: &numbers },
            |r| {
                let seen = Seen(r.get(0)?);
                Ok((seen.0, Candidate { seen, kind: r.get(1)?, subject: r.get(2)?, words: r.get(3)? }))
            },
        )?
        .into_iter()
        .collect();
    Ok(numbers.iter().filter_map(|number| found.remove(number)).collect())
}

/// The end of the range of words that begin with this one.
fn after(word: &str) -> String {
    format!("{word}\u{10ffff}")
}

/// What this reader may look for at all: public things; with a membership those for all networks; those of the
/// networks and bodies she sits in. A network is a body, so one list serves both levels; what belongs to none has body 0.
fn findable(actor: &Actor) -> Condition {
    let mut bodies = actor.bodies();
    let open = if actor.is_member() { Level::AllNetworks } else { Level::Public };
    bodies.push(0);
    Condition {
        text: "{a}.body_id IN (:v_bodies*) AND ({a}.body_id <> 0 OR {a}.level <= :v_open)".to_owned(),
        args: vec![("v_bodies", Value::Ints(bodies)), ("v_open", Value::Int(open.number()))],
    }
}
