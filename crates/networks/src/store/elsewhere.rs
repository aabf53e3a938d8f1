//! Seats elsewhere. Each statement asks for the number of the person whose they are, or of a post she holds.

use db::{Conn, Row, Tx, args};
use kernel::{Day, Id, Result, Term};
use people::{Person, Post};

use crate::{Audience, Elsewhere, NewElsewhere};

const ELSEWHERE: &str = "e.id, e.person_id, e.body, e.kind, e.role, e.from_day, e.until_day, e.post_id, e.passes, e.note, e.audience, e.body_id, e.version";

fn elsewhere(r: &Row<'_>) -> Result<Elsewhere> {
    Ok(Elsewhere {
        id: r.get(0)?,
        person: r.get(1)?,
        noted: NewElsewhere {
            body: r.get(2)?,
            kind: r.get(3)?,
            role: r.get(4)?,
            term: Term { from: r.get(5)?, until: r.get(6)? },
            post: r.get(7)?,
            passes: r.get(8)?,
            note: r.get(9)?,
            audience: r.word(10, Audience::maybe)?,
            shown_in: r.get(11)?,
        },
        version: r.get(12)?,
    })
}

/// All of a person's, those that run first, then the latest.
pub fn list_elsewhere(conn: &Conn, person: Id<Person>) -> Result<Vec<Elsewhere>> {
    conn.all(
        &format!("SELECT {ELSEWHERE} FROM seat_elsewhere e WHERE e.person_id = :person ORDER BY e.until_day DESC, e.from_day DESC, e.id"),
        args! { person: person },
        elsewhere,
    )
}

/// Those a person had for a post that she passes on, ended by a day, which nobody has answered: for whoever holds it now.
pub fn list_offered(conn: &Conn, posts: &[Id<Post>], but: Id<Person>, day: Day) -> Result<Vec<Elsewhere>> {
    if posts.is_empty() {
        return Ok(Vec::new());
    }
    conn.all(
        &format!(
            "SELECT {ELSEWHERE} FROM seat_elsewhere e WHERE e.post_id IN (:posts*) AND e.passes AND NOT e.answered AND e.person_id <> :but AND e.until_day <= :day ORDER BY e.until_day, e.id"
        ),
        args! { posts: posts, but: but, day: day },
        elsewhere,
    )
}

fn values(new: &NewElsewhere) -> db::Args {
    args! { body: &new.body, kind: new.kind, role: &new.role, from: new.term.from, until: new.term.until, post: new.post, passes: new.passes, note: &new.note,
    audience: new.audience, shown_in: new.shown_in }
}

pub fn insert_elsewhere(tx: &Tx<'_>, id: Id<Elsewhere>, person: Id<Person>, new: &NewElsewhere) -> Result<()> {
    tx.exec(
        "INSERT INTO seat_elsewhere (id, person_id, body, kind, role, from_day, until_day, post_id, passes, note, audience, body_id, given_at) \
         VALUES (:id, :person, :body, :kind, :role, :from, :until, :post, :passes, :note, :audience, :shown_in, :given)",
        values(new).with("id", id).with("person", person).with("given", new.audience.map(|_| tx.now())),
    )
    .map(drop)
}

/// Saves it over the version that was read.
///
/// # Errors
/// [`kernel::Error::Stale`] when it changed meanwhile.
pub fn save_elsewhere(tx: &Tx<'_>, id: Id<Elsewhere>, version: i64, new: &NewElsewhere) -> Result<()> {
    tx.exec_one(
        "UPDATE seat_elsewhere SET body = :body, kind = :kind, role = :role, from_day = :from, until_day = :until, post_id = :post, passes = :passes, note = :note, audience = :audience, \
         body_id = :shown_in, given_at = :given, version = version + 1 WHERE id = :id AND version = :version",
        values(new).with("id", id).with("version", version).with("given", new.audience.map(|_| tx.now())),
    )
}

pub fn delete_elsewhere(tx: &Tx<'_>, id: Id<Elsewhere>) -> Result<()> {
    tx.exec("DELETE FROM seat_elsewhere WHERE id = :id", args! { id: id }).map(drop)
}

pub fn save_offer_answered(tx: &Tx<'_>, id: Id<Elsewhere>) -> Result<()> {
    tx.exec_one("UPDATE seat_elsewhere SET answered = TRUE WHERE id = :id AND NOT answered", args! { id: id })
}

/// Ends what somebody had for a post on the day she leaves it.
pub fn end_elsewhere_with_post(tx: &Tx<'_>, person: Id<Person>, post: Id<Post>, day: Day) -> Result<()> {
    tx.exec(
        "UPDATE seat_elsewhere SET until_day = :day, version = version + 1 WHERE person_id = :person AND post_id = :post AND from_day < :day AND until_day > :day",
        args! { person: person, post: post, day: day },
    )
    .map(drop)
}

pub fn delete_all_elsewhere(tx: &Tx<'_>, person: Id<Person>) -> Result<()> {
    tx.exec("DELETE FROM seat_elsewhere WHERE person_id = :person", args! { person: person }).map(drop)
}
