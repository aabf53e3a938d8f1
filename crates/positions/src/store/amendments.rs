//! Comments and amendments.

use db::{Conn, Row, Tx, args};
use kernel::{Id, Result};
use networks::{Body, Seat};
use text::Change;

use people::Person;

use crate::{Advice, Amendment, AmendmentState, Comment, Consent, FitState, Position, Said};

const AMENDMENT: &str = "a.id, a.position_id, a.number, a.base, a.paragraph, a.sort, a.old, a.new, a.reason, a.person_id, a.seat_id, a.capacity, a.fit, a.carried, a.advice, a.advised, a.advised_carried, a.advice_note, a.proposer_answer, \
     a.state, a.outcome, a.merged_in, a.made_at, a.version";

fn amendment(r: &Row<'_>) -> Result<Amendment> {
    Ok(Amendment {
        id: r.get(0)?,
        position: r.get(1)?,
        number: r.get(2)?,
        base: r.get(3)?,
        paragraph: r.get(4)?,
        sort: r.get(5)?,
        old: r.get(6)?,
        new: r.get(7)?,
        reason: r.get(8)?,
        person: r.get(9)?,
        seat: r.get(10)?,
        capacity: r.get(11)?,
        fit: r.get(12)?,
        carried: Change::from_stored(&r.get::<String>(13)?),
        advice: r.word(14, Advice::maybe)?,
        advised: r.get(15)?,
        advised_carried: Change::from_stored(&r.get::<String>(16)?),
        advice_note: r.get(17)?,
        proposer: r.word(18, Said::maybe)?,
        state: r.get(19)?,
        outcome: r.get(20)?,
        merged_in: r.get(21)?,
        made_at: r.get(22)?,
        version: r.get(23)?,
    })
}

/// The amendments of a position, by their numbers.
///
/// # Errors
/// When the database cannot be read.
pub fn list_amendments(conn: &Conn, position: Id<Position>) -> Result<Vec<Amendment>> {
    conn.all(
        &format!("SELECT {AMENDMENT} FROM position_amendment a WHERE a.position_id = :position ORDER BY a.number"),
        args! { position: position },
        amendment,
    )
}

/// The amendments that stand beside some paragraphs, by their numbers: neither in the text already nor taken back. With `first`
/// those of a new paragraph before all, too.
///
/// # Errors
/// When the database cannot be read.
pub fn list_beside(conn: &Conn, position: Id<Position>, (keys, first): (&[i64], bool)) -> Result<Vec<Amendment>> {
    conn.all(
        &format!(
            "SELECT {AMENDMENT} FROM position_amendment a WHERE a.position_id = :position AND (a.paragraph IN (:keys*) OR (:first AND a.paragraph IS NULL)) \
             AND a.merged_in IS NULL AND a.state <> 'withdrawn' ORDER BY a.number"
        ),
        args! { position: position, keys: keys, first: first },
        amendment,
    )
}

/// The amendments of some positions, by position and number.
///
/// # Errors
/// When the database cannot be read.
pub fn list_amendments_of(conn: &Conn, positions: &[i64]) -> Result<Vec<Amendment>> {
    conn.all(
        &format!("SELECT {AMENDMENT} FROM position_amendment a WHERE a.position_id IN (:positions*) ORDER BY a.position_id, a.number"),
        args! { positions: positions },
        amendment,
    )
}

/// An amendment; its caller finds the position under the reader's condition next.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn find_amendment(conn: &Conn, id: Id<Amendment>) -> Result<Amendment> {
    conn.one(&format!("SELECT {AMENDMENT} FROM position_amendment a WHERE a.id = :id"), args! { id: id }, amendment)
}

/// The highest number among a position's amendments.
///
/// # Errors
/// When the database cannot be read.
pub fn last_number(conn: &Conn, position: Id<Position>) -> Result<i64> {
    let sql =
        "SELECT a.number FROM position_amendment a WHERE a.position_id = :position ORDER BY a.number DESC LIMIT 1";
    Ok(conn.find(sql, args! { position: position }, |r| r.get(0))?.unwrap_or(0))
}

/// Writes an amendment down.
pub fn insert_amendment(tx: &Tx<'_>, a: &Amendment) -> Result<()> {
    tx.exec(
        "INSERT INTO position_amendment (id, position_id, number, base, paragraph, sort, old, new, reason, person_id, seat_id, capacity, fit, carried, state, made_at) \
         VALUES (:id, :position, :number, :base, :paragraph, :sort, :old, :new, :reason, :person, :seat, :capacity, :fit, :carried, 'open', :now)",
        args! {
            id: a.id, position: a.position, number: a.number, base: a.base, paragraph: a.paragraph, sort: a.sort, old: &a.old, new: &a.new, reason: &a.reason, person: a.person,
            seat: a.seat, capacity: &a.capacity, fit: a.fit, carried: stored(a.carried.as_ref()), now: tx.now(),
        },
    )
    .map(drop)
}

fn stored(change: Option<&Change>) -> String {
    change.map(Change::stored).unwrap_or_default()
}

/// How it stands to the latest text.
pub fn save_fit(
    tx: &Tx<'_>,
    id: Id<Amendment>,
    fit: FitState,
    (carried, advised): (Option<&Change>, Option<&Change>),
) -> Result<()> {
    tx.exec(
        "UPDATE position_amendment SET fit = :fit, carried = :carried, advised_carried = :advised, version = version + 1 WHERE id = :id",
        args! { fit: fit, carried: stored(carried), advised: stored(advised), id: id },
    )
    .map(drop)
}

/// It is put to the latest text anew: that paragraph, those words.
///
/// # Errors
/// [`kernel::Error::Stale`] when it has another version.
pub fn save_restated(tx: &Tx<'_>, a: &Amendment, (base, old, new): (i64, &str, &str), carried: &Change) -> Result<()> {
    tx.exec_one(
        "UPDATE position_amendment SET base = :base, old = :old, new = :new, carried = :carried, fit = 'applies', advice = NULL, advised = '', advised_carried = '', proposer_answer = NULL, version = version + 1 WHERE id = :id AND version = :version",
        args! { base: base, old: old, new: new, carried: carried.stored(), id: a.id, version: a.version },
    )
}

/// What is recommended.
///
/// # Errors
/// [`kernel::Error::Stale`] when it has another version.
pub fn save_advice(
    tx: &Tx<'_>,
    a: &Amendment,
    advice: Advice,
    (advised, note): (&str, &str),
    carried: Option<&Change>,
) -> Result<()> {
    tx.exec_one(
        "UPDATE position_amendment SET advice = :advice, advised = :advised, advised_carried = :carried, advice_note = :note, proposer_answer = NULL, version = version + 1 WHERE id = :id AND version = :version AND state = 'open'",
        args! { advice: advice, advised: advised, carried: stored(carried), note: note, id: a.id, version: a.version },
    )
}

/// Whether whoever asked agrees.
pub fn save_proposer(tx: &Tx<'_>, id: Id<Amendment>, said: Said) -> Result<()> {
    tx.exec(
        "UPDATE position_amendment SET proposer_answer = :said, version = version + 1 WHERE id = :id AND state = 'open'",
        args! { said: said, id: id },
    )
    .map(drop)
}

/// What became of it.
///
/// # Errors
/// [`kernel::Error::Stale`] when it is decided already, or has another version.
pub fn save_decided(
    tx: &Tx<'_>,
    a: &Amendment,
    (state, outcome): (AmendmentState, &str),
    carried: Option<&Change>,
) -> Result<()> {
    tx.exec_one(
        "UPDATE position_amendment SET state = :state, outcome = :outcome, carried = :carried, decided_at = :now, version = version + 1 WHERE id = :id AND version = :version AND state = 'open'",
        args! { state: state, outcome: outcome, carried: stored(carried), now: tx.now(), id: a.id, version: a.version },
    )
}

/// Those are in the text with that number.
pub fn save_merged(tx: &Tx<'_>, position: Id<Position>, numbers: &[i64], version: i64) -> Result<()> {
    tx.exec(
        "UPDATE position_amendment SET merged_in = :merged, version = version + 1 WHERE position_id = :position AND number IN (:numbers*)",
        args! { merged: version, position: position, numbers: numbers },
    )
    .map(drop)
}

/// What the bodies that move a position say to recommendations.
///
/// # Errors
/// When the database cannot be read.
pub fn list_consents(conn: &Conn, position: Id<Position>) -> Result<Vec<Consent>> {
    conn.all(
        "SELECT c.amendment_id, c.body_id, c.answer FROM position_amendment a JOIN position_consent c ON c.amendment_id = a.id WHERE a.position_id = :position ORDER BY c.amendment_id, c.body_id",
        args! { position: position },
        |r| Ok(Consent { amendment: r.get(0)?, body: r.get(1)?, answer: r.get(2)? }),
    )
}

/// A body says so.
pub fn save_consent(tx: &Tx<'_>, id: Id<Amendment>, body: Id<Body>, said: Said, by: Option<i64>) -> Result<()> {
    tx.exec(
        "INSERT INTO position_consent (amendment_id, body_id, answer, given_by, given_at) VALUES (:id, :body, :said, :by, :now) ON CONFLICT (amendment_id, body_id) DO UPDATE SET answer = :said, given_by = :by, given_at = :now",
        args! { id: id, body: body, said: said, by: by, now: tx.now() },
    )
    .map(drop)
}

/// Another recommendation asks all of them anew.
pub fn delete_consents(tx: &Tx<'_>, id: Id<Amendment>) -> Result<()> {
    tx.exec("DELETE FROM position_consent WHERE amendment_id = :id", args! { id: id }).map(drop)
}

/// The remarks to a position, oldest first.
///
/// # Errors
/// When the database cannot be read.
pub fn list_comments(conn: &Conn, position: Id<Position>) -> Result<Vec<Comment>> {
    conn.all(
        "SELECT c.id, c.base, c.paragraph, c.text, c.person_id, c.capacity, c.made_at FROM position_comment c WHERE c.position_id = :position ORDER BY c.id",
        args! { position: position },
        comment,
    )
}

/// Those to some paragraphs.
///
/// # Errors
/// When the database cannot be read.
pub fn list_comments_to(conn: &Conn, position: Id<Position>, keys: &[i64]) -> Result<Vec<Comment>> {
    conn.all(
        "SELECT c.id, c.base, c.paragraph, c.text, c.person_id, c.capacity, c.made_at FROM position_comment c WHERE c.position_id = :position AND c.paragraph IN (:keys*) ORDER BY c.id",
        args! { position: position, keys: keys },
        comment,
    )
}

fn comment(r: &Row<'_>) -> Result<Comment> {
    Ok(Comment {
        id: r.get(0)?,
        base: r.get(1)?,
        paragraph: r.get(2)?,
        text: r.get(3)?,
        person: r.get(4)?,
        capacity: r.get(5)?,
        made_at: r.get(6)?,
    })
}

/// Writes a remark down.
pub fn insert_comment(tx: &Tx<'_>, position: Id<Position>, c: &Comment) -> Result<()> {
    tx.exec(
        "INSERT INTO position_comment (id, position_id, base, paragraph, text, person_id, capacity, made_at) VALUES (:id, :position, :base, :paragraph, :text, :person, :capacity, :now)",
        args! { id: c.id, position: position, base: c.base, paragraph: c.paragraph, text: &c.text, person: c.person, capacity: &c.capacity, now: tx.now() },
    )
    .map(drop)
}

/// Keeps the hash of a letter's link.
pub fn insert_letter(
    tx: &Tx<'_>,
    position: Id<Position>,
    (person, seat): (Id<Person>, Id<Seat>),
    hash: &str,
) -> Result<()> {
    tx.exec(
        "INSERT INTO position_letter (id, position_id, person_id, seat_id, token_hash, written_at) VALUES (:id, :position, :person, :seat, :hash, :now)",
        args! { id: tx.id::<()>(), position: position, person: person, seat: seat, hash: hash, now: tx.now() },
    )
    .map(drop)
}

/// About what a link was sent, to whom, on which seat.
pub type Sent = (Id<Position>, Id<Person>, Id<Seat>);

/// Whom a link was sent to, about what, and on which seat.
///
/// # Errors
/// When the database cannot be read.
pub fn find_letter(conn: &Conn, hash: &str) -> Result<Option<Sent>> {
    conn.find(
        "SELECT l.position_id, l.person_id, l.seat_id FROM position_letter l WHERE l.token_hash = :hash",
        args! { hash: hash },
        |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)),
    )
}

/// The seat on which somebody was last asked by letter.
///
/// # Errors
/// When the database cannot be read.
pub fn find_asked(conn: &Conn, position: Id<Position>, person: Id<Person>) -> Result<Option<Id<Seat>>> {
    conn.find(
        "SELECT l.seat_id FROM position_letter l WHERE l.position_id = :position AND l.person_id = :person ORDER BY l.written_at DESC, l.id DESC LIMIT 1",
        args! { position: position, person: person },
        |r| r.get(0),
    )
}

/// What somebody remarked to a position so far: paragraph and words.
///
/// # Errors
/// When the database cannot be read.
pub fn list_own_comments(conn: &Conn, position: Id<Position>, person: Id<Person>) -> Result<Vec<(i64, String)>> {
    conn.all(
        "SELECT c.paragraph, c.text FROM position_comment c WHERE c.position_id = :position AND c.person_id = :person",
        args! { position: position, person: person },
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}

/// The links of a position's letters end.
pub fn delete_letters(tx: &Tx<'_>, position: Id<Position>) -> Result<()> {
    tx.exec("DELETE FROM position_letter WHERE position_id = :position", args! { position: position }).map(drop)
}
