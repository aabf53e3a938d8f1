//! Calendars somebody subscribed to.

use db::{Conn, Row, Tx, args};
use kernel::{Id, Lang, Result};
use people::Person;

use crate::Feed;

const FEED: &str = "f.id, f.person_id, f.titled, f.lang, f.made_at";

fn feed(r: &Row<'_>) -> Result<Feed> {
    Ok(Feed {
        id: r.get(0)?,
        person: r.get(1)?,
        titled: r.get(2)?,
        lang: Lang::from_code(&r.get::<String>(3)?).unwrap_or_default(),
        made_at: r.get(4)?,
    })
}

/// A person's calendar, if she has one.
///
/// # Errors
/// When the database cannot be read.
pub fn find_feed(conn: &Conn, person: Id<Person>) -> Result<Option<Feed>> {
    conn.find(
        &format!("SELECT {FEED} FROM calendar_feed f WHERE f.person_id = :person"),
        args! { person: person },
        feed,
    )
}

/// The calendar of an address.
///
/// # Errors
/// When the database cannot be read.
pub fn find_by_token(conn: &Conn, token_hash: &str) -> Result<Option<Feed>> {
    conn.find(
        &format!("SELECT {FEED} FROM calendar_feed f WHERE f.token_hash = :hash"),
        args! { hash: token_hash },
        feed,
    )
}

/// Gives a person's calendar an address, the only one from now on.
pub fn save_feed(tx: &Tx<'_>, person: Id<Person>, token_hash: &str, (titled, lang): (bool, Lang)) -> Result<()> {
    let id: Id<Feed> = tx.id();
    tx.exec(
        "INSERT INTO calendar_feed (id, person_id, token_hash, titled, lang, made_at) VALUES (:id, :person, :hash, :titled, :lang, :now) \
         ON CONFLICT (person_id) DO UPDATE SET token_hash = :hash, titled = :titled, lang = :lang, made_at = :now",
        args! { id: id, person: person, hash: token_hash, titled: titled, lang: lang.code(), now: tx.now() },
    )
    .map(drop)
}

/// Whether it names meetings, under the same address.
pub fn save_titled(tx: &Tx<'_>, person: Id<Person>, titled: bool) -> Result<()> {
    tx.exec(
        "UPDATE calendar_feed SET titled = :titled WHERE person_id = :person",
        args! { titled: titled, person: person },
    )
    .map(drop)
}

/// Takes a person's calendar away: its address opens nothing any more.
pub fn delete_feed(tx: &Tx<'_>, person: Id<Person>) -> Result<u64> {
    tx.exec("DELETE FROM calendar_feed WHERE person_id = :person", args! { person: person })
}
