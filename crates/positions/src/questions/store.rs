//! SQL of election questions: one function, one statement.

use db::{Conn, Row, Tx, args};
use kernel::{Actor, Day, Id, Level, Moment, Result};
use networks::Body;

use super::model::{NewQuestions, Party, Questionnaire};
use crate::{
    Addressee, Way,
    store::{insert_numbered, seen},
};

const QUESTIONS: &str = "u.id, u.network_id, u.body_id, u.level, u.title, u.election_day, u.due_day, u.state, u.agreed_day, u.agreed_how, u.published_at, u.version";

fn questionnaire(r: &Row<'_>) -> Result<Questionnaire> {
    Ok(Questionnaire {
        id: r.get(0)?,
        network: r.get(1)?,
        body: r.get(2)?,
        level: r.get(3)?,
        title: r.get(4)?,
        election: r.get(5)?,
        due: r.get(6)?,
        state: r.get(7)?,
        agreed: r.get(8)?,
        agreed_how: r.get(9)?,
        published_at: r.get(10)?,
        version: r.get(11)?,
    })
}

/// Those the reader may see of that number.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn find_questions(conn: &Conn, actor: &Actor, id: Id<Questionnaire>) -> Result<Questionnaire> {
    conn.one(
        &format!("SELECT {QUESTIONS} FROM questionnaire u WHERE u.id = :id AND {{visible:u}}"),
        seen(actor, args! { id: id }),
        questionnaire,
    )
}

/// For the index of search, which writes their scope beside.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn find_any_questions(conn: &Conn, id: Id<Questionnaire>) -> Result<Questionnaire> {
    conn.one(&format!("SELECT {QUESTIONS} FROM questionnaire u WHERE u.id = :id"), args! { id: id }, questionnaire)
}

/// The numbers of published ones, for the index of search.
///
/// # Errors
/// When the database cannot be read.
pub fn every(conn: &Conn) -> Result<Vec<i64>> {
    conn.all("SELECT u.id FROM questionnaire u WHERE u.published_at > 0 ORDER BY u.id", args! {}, |r| r.get(0))
}

/// Those of the given numbers the reader may see, for cards.
///
/// # Errors
/// When the database cannot be read.
pub fn list_by_id(conn: &Conn, actor: &Actor, ids: &[i64]) -> Result<Vec<Questionnaire>> {
    conn.all(
        &format!("SELECT {QUESTIONS} FROM questionnaire u WHERE u.id IN (:ids*) AND {{visible:u}}"),
        seen(actor, args! { ids: ids }),
        questionnaire,
    )
}

/// Published ones, the latest first.
///
/// # Errors
/// When the database cannot be read.
pub fn list_published(conn: &Conn, actor: &Actor, limit: i64) -> Result<Vec<Questionnaire>> {
    conn.all(
        &format!("SELECT {QUESTIONS} FROM questionnaire u WHERE u.published_at > 0 AND {{visible:u}} ORDER BY u.published_at DESC, u.id DESC LIMIT :limit"),
        seen(actor, args! { limit: limit }),
        questionnaire,
    )
}

/// Those on their way in some networks, the latest first.
///
/// # Errors
/// When the database cannot be read.
pub fn list_open(conn: &Conn, actor: &Actor, networks: &[i64], limit: i64) -> Result<Vec<Questionnaire>> {
    if networks.is_empty() {
        return Ok(Vec::new());
    }
    conn.all(
        &format!("SELECT {QUESTIONS} FROM questionnaire u WHERE u.network_id IN (:networks*) AND u.published_at IS NULL AND {{visible:u}} ORDER BY u.made_at DESC, u.id DESC LIMIT :limit"),
        seen(actor, args! { networks: networks, limit: limit }),
        questionnaire,
    )
}

/// Begins them.
pub fn insert_questions(
    tx: &Tx<'_>,
    id: Id<Questionnaire>,
    body: &Body,
    new: &NewQuestions,
    by: Option<i64>,
) -> Result<()> {
    tx.exec(
        "INSERT INTO questionnaire (id, network_id, body_id, level, title, election_day, due_day, state, made_by, made_at) VALUES (:id, :network, :body, 3, :title, :election, :due, 'draft', :by, :now)",
        args! { id: id, network: body.network, body: body.id, title: &new.title, election: new.election, due: new.due, by: by, now: tx.now() },
    )
    .map(drop)
}

/// Changes them.
///
/// # Errors
/// [`kernel::Error::Stale`] when they have another version.
pub fn save_questions(tx: &Tx<'_>, was: &Questionnaire, new: &NewQuestions) -> Result<()> {
    tx.exec_one(
        "UPDATE questionnaire SET title = :title, election_day = :election, due_day = :due, version = version + 1 WHERE id = :id AND version = :version AND state = 'draft'",
        args! { title: &new.title, election: new.election, due: new.due, id: was.id, version: was.version },
    )
}

/// The network agreed on them.
///
/// # Errors
/// [`kernel::Error::Stale`] when it had.
pub fn save_agreed(tx: &Tx<'_>, was: &Questionnaire, day: Day, how: &str) -> Result<()> {
    tx.exec_one(
        "UPDATE questionnaire SET state = 'agreed', agreed_day = :day, agreed_how = :how, version = version + 1 WHERE id = :id AND version = :version AND state = 'draft'",
        args! { day: day, how: how, id: was.id, version: was.version },
    )
}

/// Everybody a level lets in reads them.
///
/// # Errors
/// [`kernel::Error::Stale`] when they were published.
pub fn save_published(tx: &Tx<'_>, was: &Questionnaire, level: Level) -> Result<()> {
    tx.exec_one(
        "UPDATE questionnaire SET state = 'published', level = :level, published_at = :now, version = version + 1 WHERE id = :id AND state = 'agreed'",
        args! { level: level, now: tx.now(), id: was.id },
    )
}

/// The questions, in their order.
///
/// # Errors
/// When the database cannot be read.
pub fn list_questions(conn: &Conn, id: Id<Questionnaire>) -> Result<Vec<(i64, String)>> {
    conn.all(
        "SELECT q.number, q.text FROM questionnaire_question q WHERE q.questionnaire_id = :id ORDER BY q.number",
        args! { id: id },
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}

/// Writes the questions anew.
pub fn save_texts(tx: &Tx<'_>, id: Id<Questionnaire>, all: &[String]) -> Result<()> {
    tx.exec("DELETE FROM questionnaire_question WHERE questionnaire_id = :id", args! { id: id })?;
    let rows: Vec<(i64, &str)> = (1..).zip(all.iter().map(String::as_str)).collect();
    insert_numbered(tx, "questionnaire_question (questionnaire_id, number, text)", id.raw(), &rows)
}

const PARTY: &str = "y.id, y.questionnaire_id, y.addressee_id, y.name, y.way, y.address, y.sent_day, y.left_at, y.failed, y.answered_day";

fn party(r: &Row<'_>) -> Result<Party> {
    Ok(Party {
        id: r.get(0)?,
        questions: r.get(1)?,
        addressee: r.get(2)?,
        name: r.get(3)?,
        way: r.word(4, Way::maybe)?,
        address: r.get(5)?,
        sent: r.get(6)?,
        left: r.get::<Option<Moment>>(7)?.is_some(),
        failed: r.get(8)?,
        answered: r.get(9)?,
    })
}

/// The parties that are asked, by name.
///
/// # Errors
/// When the database cannot be read.
pub fn list_parties(conn: &Conn, id: Id<Questionnaire>) -> Result<Vec<Party>> {
    conn.all(
        &format!("SELECT {PARTY} FROM questionnaire_party y WHERE y.questionnaire_id = :id ORDER BY y.name, y.id"),
        args! { id: id },
        party,
    )
}

/// One of them; its caller finds the questions under the reader's condition next.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn find_party(conn: &Conn, id: Id<Party>) -> Result<Party> {
    conn.one(&format!("SELECT {PARTY} FROM questionnaire_party y WHERE y.id = :id"), args! { id: id }, party)
}

/// Adds a party.
pub fn insert_party(tx: &Tx<'_>, id: Id<Questionnaire>, to: &Addressee) -> Result<Id<Party>> {
    let made = tx.id();
    tx.exec(
        "INSERT INTO questionnaire_party (id, questionnaire_id, addressee_id, name) VALUES (:made, :id, :to, :name)",
        args! { made: made, id: id, to: to.id, name: &to.name },
    )?;
    Ok(made)
}

/// Takes one away that was not asked yet.
///
/// # Errors
/// [`kernel::Error::Stale`] when it was.
pub fn delete_party(tx: &Tx<'_>, id: Id<Party>) -> Result<()> {
    tx.exec_one("DELETE FROM questionnaire_party WHERE id = :id AND sent_day IS NULL", args! { id: id })
}

/// The questions went to a party: the proof.
///
/// # Errors
/// [`kernel::Error::Stale`] when they went before.
pub fn save_sent(
    tx: &Tx<'_>,
    id: Id<Party>,
    (way, day, by): (Way, Day, Option<i64>),
    (address, mail): (&str, Option<i64>),
) -> Result<()> {
    tx.exec_one(
        "UPDATE questionnaire_party SET way = :way, sent_day = :day, sent_by = :by, address = :address, mail_id = :mail WHERE id = :id AND sent_day IS NULL",
        args! { way: way, day: day, by: by, address: address, mail: mail, id: id },
    )
}

/// What a party answered, in place of what was entered before. Nothing entered: it has not answered.
pub fn save_answers(
    tx: &Tx<'_>,
    id: Id<Party>,
    (day, by): (Option<Day>, Option<i64>),
    all: &[(i64, String)],
) -> Result<()> {
    tx.exec("DELETE FROM questionnaire_answer WHERE party_id = :id", args! { id: id })?;
    let rows: Vec<(i64, &str)> = all.iter().map(|(number, text)| (*number, text.as_str())).collect();
    insert_numbered(tx, "questionnaire_answer (party_id, number, text)", id.raw(), &rows)?;
    tx.exec(
        "UPDATE questionnaire_party SET answered_day = :day, entered_by = :by WHERE id = :id",
        args! { day: day, by: by, id: id },
    )
    .map(drop)
}

/// Party, number of the question, text.
pub type Answered = (Id<Party>, i64, String);

/// Every answer, by party and question.
///
/// # Errors
/// When the database cannot be read.
pub fn list_answers(conn: &Conn, id: Id<Questionnaire>) -> Result<Vec<Answered>> {
    conn.all(
        "SELECT w.party_id, w.number, w.text FROM questionnaire_party y JOIN questionnaire_answer w ON w.party_id = y.id WHERE y.questionnaire_id = :id ORDER BY w.party_id, w.number",
        args! { id: id },
        |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)),
    )
}

/// Letters of which the outbox has not said how they fared.
///
/// # Errors
/// When the database cannot be read.
pub fn list_waiting(conn: &Conn) -> Result<Vec<i64>> {
    conn.all(
        "SELECT mail_id FROM questionnaire_party WHERE mail_id IS NOT NULL AND left_at IS NULL AND failed = FALSE",
        args! {},
        |r| r.get(0),
    )
}

/// How a letter fared.
pub fn save_left(tx: &Tx<'_>, mail: i64, left_at: Option<Moment>) -> Result<()> {
    tx.exec(
        "UPDATE questionnaire_party SET left_at = :left, failed = :failed WHERE mail_id = :mail AND left_at IS NULL AND failed = FALSE",
        args! { left: left_at, failed: left_at.is_none(), mail: mail },
    )
    .map(drop)
}
