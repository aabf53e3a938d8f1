//! The statements of the index.

use db::{Args, Condition, Conn, Tx, Value, args};
use kernel::{Actor, Level, Result};

/// The same words from their ends.
const BATCH_ENDS: [&str; BATCH] =
    ["r0", "r1", "r2", "r3", "r4", "r5", "r6", "r7", "r8", "r9", "r10", "r11", "r12", "r13", "r14", "r15"];
/// How many words one statement writes.
const BATCH: usize = 16;
const BATCH_NAMES: [&str; BATCH] =
    ["b0", "b1", "b2", "b3", "b4", "b5", "b6", "b7", "b8", "b9", "b10", "b11", "b12", "b13", "b14", "b15"];
/// First and end of the range of each beginning: at most three for each of six words.
const RANGES: [(&str, &str); 18] = [
    ("w0", "e0"),
    ("w1", "e1"),
    ("w2", "e2"),
    ("w3", "e3"),
    ("w4", "e4"),
    ("w5", "e5"),
    ("w6", "e6"),
    ("w7", "e7"),
    ("w8", "e8"),
    ("w9", "e9"),
    ("w10", "e10"),
    ("w11", "e11"),
    ("w12", "e12"),
    ("w13", "e13"),
    ("w14", "e14"),
    ("w15", "e15"),
    ("w16", "e16"),
    ("w17", "e17"),
];
/// How far the hits of one word are counted to find the rarest.
pub const COUNTED: i64 = 500;

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

/// The entry of a thing.
pub fn find_document(conn: &Conn, kind: &str, subject: i64) -> Result<Option<i64>> {
    conn.find(
        "SELECT id FROM search_doc WHERE kind = :kind AND subject_id = :subject",
        args! { kind: kind, subject: subject },
        |r| r.get(0),
    )
}

/// The things of a kind that have an entry.
pub fn list_subjects(conn: &Conn, kind: &str) -> Result<Vec<i64>> {
    conn.all("SELECT subject_id FROM search_doc WHERE kind = :kind", args! { kind: kind }, |r| r.get(0))
}

/// The kinds that have entries.
pub fn list_kinds(conn: &Conn) -> Result<Vec<String>> {
    conn.all("SELECT DISTINCT kind FROM search_doc", args! {}, |r| r.get(0))
}

pub fn insert_document(tx: &Tx<'_>, kind: &str, subject: i64) -> Result<i64> {
    let id = tx.id::<()>().raw();
    tx.exec(
        "INSERT INTO search_doc (id, kind, subject_id) VALUES (:id, :kind, :subject)",
        args! { id: id, kind: kind, subject: subject },
    )?;
    Ok(id)
}

pub fn delete_document(tx: &Tx<'_>, doc: i64) -> Result<()> {
    let words = list_words(tx, doc)?;
    tx.exec("DELETE FROM search_word WHERE doc_id = :doc", args! { doc: doc })?;
    tx.exec("DELETE FROM search_scope WHERE doc_id = :doc", args! { doc: doc })?;
    tx.exec("DELETE FROM search_doc WHERE id = :doc", args! { doc: doc })?;
    if words.is_empty() { Ok(()) } else { delete_terms(tx, words) }
}

/// Words as they are written, for suggestions.
pub fn insert_terms(tx: &Tx<'_>, words: &[&String]) -> Result<()> {
    for batch in words.chunks(BATCH) {
        let mut given = Args::none();
        let mut rows = Vec::with_capacity(BATCH);
        for (n, (name, rev)) in BATCH_NAMES.iter().zip(BATCH_ENDS).enumerate() {
            let Some(word) = batch.get(n).or(batch.last()) else { continue };
            given = given.with(name, *word).with(rev, word.chars().rev().collect::<String>());
            rows.push(format!("(:{name}, :{rev})"));
        }
        tx.exec(
            &format!("INSERT INTO search_term (word, rev) VALUES {} ON CONFLICT DO NOTHING", rows.join(", ")),
            given,
        )?;
    }
    Ok(())
}

/// Takes away words that stand in nothing any more.
fn delete_terms(tx: &Tx<'_>, words: Vec<String>) -> Result<()> {
    tx.exec(
        "DELETE FROM search_term WHERE word IN (:words*) AND NOT EXISTS (SELECT 1 FROM search_word w WHERE w.word = search_term.word)",
        args! { words: words },
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

/// Those of some words that stand in something within this reader's scopes.
///
/// # Errors
/// When the database cannot be read.
pub fn list_findable(conn: &Conn, actor: &Actor, words: Vec<String>) -> Result<Vec<String>> {
    conn.all(
        "SELECT t.word FROM search_term t WHERE t.word IN (:words*) AND EXISTS (SELECT 1 FROM search_word w JOIN search_scope s ON s.doc_id = w.doc_id WHERE w.word = t.word AND {visible:s})",
        args! { words: words }.visible(findable(actor)),
        |r| r.get(0),
    )
}

pub fn list_words(conn: &Conn, doc: i64) -> Result<Vec<String>> {
    conn.all("SELECT word FROM search_word WHERE doc_id = :doc", args! { doc: doc }, |r| r.get(0))
}

pub fn insert_words(tx: &Tx<'_>, doc: i64, words: &[&String]) -> Result<()> {
    for batch in words.chunks(BATCH) {
        // A short batch repeats its last word, so that one prepared text serves all.
        let mut given = args! { doc: doc };
        for (n, name) in BATCH_NAMES.iter().enumerate() {
            let word = batch.get(n).or(batch.last());
            given = given.with(name, word.map_or(Value::Null, |w| Value::Text((*w).clone())));
        }
        let rows: Vec<String> = BATCH_NAMES.iter().map(|name| format!("(:{name}, :doc)")).collect();
        tx.exec(
            &format!("INSERT INTO search_word (word, doc_id) VALUES {} ON CONFLICT DO NOTHING", rows.join(", ")),
            given,
        )?;
    }
    Ok(())
}

pub fn delete_words(tx: &Tx<'_>, doc: i64, words: Vec<String>) -> Result<()> {
    tx.exec(
        "DELETE FROM search_word WHERE doc_id = :doc AND word IN (:words*)",
        args! { doc: doc, words: words.clone() },
    )?;
    delete_terms(tx, words)
}

/// Who may find it: level and the network or body it applies to.
pub fn list_scopes(conn: &Conn, doc: i64) -> Result<Vec<(i64, i64)>> {
    conn.all(
        "SELECT level, body_id FROM search_scope WHERE doc_id = :doc ORDER BY level, body_id",
        args! { doc: doc },
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}

pub fn save_scopes(tx: &Tx<'_>, doc: i64, scopes: &[(i64, i64)]) -> Result<()> {
    tx.exec("DELETE FROM search_scope WHERE doc_id = :doc", args! { doc: doc })?;
    for (level, body) in scopes {
        tx.exec(
            "INSERT INTO search_scope (doc_id, level, body_id) VALUES (:doc, :level, :body)",
            args! { doc: doc, level: *level, body: *body },
        )?;
    }
    Ok(())
}

/// How many hits each of some words has, whichever of its beginnings they have; counted only up to [`COUNTED`] for each.
pub fn count_hits(conn: &Conn, words: &[Vec<String>]) -> Result<Vec<i64>> {
    let mut given = Args::none().with("counted", COUNTED);
    let mut counts = Vec::new();
    for (begin, (first, end)) in words.iter().flatten().zip(RANGES) {
        given = given.with(first, begin).with(end, after(begin));
        counts.push(format!("(SELECT COUNT(*) FROM (SELECT 1 FROM search_word WHERE word >= :{first} AND word < :{end} LIMIT :counted) AS n{first})"));
    }
    let all: Vec<i64> = conn.one(&format!("SELECT {}", counts.join(", ")), given, |r| {
        (0..counts.len()).map(|n| r.get::<i64>(n)).collect()
    })?;
    let mut all = all.into_iter();
    Ok(words.iter().map(|begins| all.by_ref().take(begins.len()).sum()).collect())
}

/// A hit of the index, before its slice decides.
pub struct Candidate {
    /// Where it stands in the index: the word that was hit, and the entry.
    pub at: (String, i64),
    pub kind: String,
    pub subject: i64,
}

/// The next hits of all words, in the order of the first beginning's index, after `at`. Of each other word one of its
/// beginnings is enough.
pub fn list_candidates(
    conn: &Conn,
    actor: &Actor,
    first: &str,
    others: &[&Vec<String>],
    at: &(String, i64),
    limit: i64,
) -> Result<Vec<Candidate>> {
    let (word, doc) = at;
    let mut given = args! { at: word, doc: *doc, end: after(first), limit: limit }.visible(findable(actor));
    let mut more = String::new();
    let mut ranges = RANGES.iter();
    for begins in others {
        let mut any = Vec::new();
        for (begin, (from, end)) in begins.iter().zip(ranges.by_ref()) {
            given = given.with(from, begin).with(end, after(begin));
            any.push(format!("EXISTS (SELECT 1 FROM search_word x WHERE x.doc_id = w.doc_id AND x.word >= :{from} AND x.word < :{end})"));
        }
        more.push_str(&format!(" AND ({})", any.join(" OR ")));
    }
    conn.all(
        &format!(
            "SELECT w.word, d.id, d.kind, d.subject_id FROM search_word w JOIN search_doc d ON d.id = w.doc_id WHERE w.word >= :at AND w.word < :end AND (w.word > :at OR w.doc_id > :doc){more} \
             AND EXISTS (SELECT 1 FROM search_scope s WHERE s.doc_id = w.doc_id AND {{visible:s}}) ORDER BY w.word, w.doc_id LIMIT :limit"
        ),
        given,
        |r| Ok(Candidate { at: (r.get(0)?, r.get(1)?), kind: r.get(2)?, subject: r.get(3)? }),
    )
}

/// The end of the range of words that begin with this one.
fn after(word: &str) -> String {
    format!("{word}\u{10ffff}")
}

/// What this reader may look for at all: public things; with a membership those for all networks; those of the
/// networks and bodies she sits in. A network is a body, so one list serves both levels.
fn findable(actor: &Actor) -> Condition {
    let bodies = actor.bodies();
    if bodies.is_empty() {
        return Condition { text: format!("{{a}}.level = {}", Level::Public.number()), args: Vec::new() };
    }
    let open = if actor.is_member() { Level::AllNetworks } else { Level::Public };
    Condition {
        text: "{a}.level <= :v_open OR {a}.body_id IN (:v_bodies*)".to_owned(),
        args: vec![("v_open", Value::Int(open.number())), ("v_bodies", Value::Ints(bodies))],
    }
}
