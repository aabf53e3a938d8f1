//! The topics persons follow.

use std::collections::HashMap;

use db::{Conn, Tx, args};
use kernel::{Id, Moment, Result};
use networks::Topic;
use people::Person;

/// Topics, each with since when somebody follows it.
pub type Followed = Vec<(i64, Moment)>;

/// What persons follow.
///
/// # Errors
/// When the database cannot be read.
pub fn list_followed(conn: &Conn, persons: &[Id<Person>]) -> Result<HashMap<Id<Person>, Followed>> {
    let mut found: HashMap<Id<Person>, Followed> = HashMap::new();
    conn.each(
        "SELECT f.person_id, f.topic_id, f.since_at FROM notice_topic f WHERE f.person_id IN (:persons*) ORDER BY f.person_id, f.topic_id",
        args! { persons: persons },
        |r| {
            found.entry(r.get(0)?).or_default().push((r.get(1)?, r.get(2)?));
            Ok(())
        },
    )?;
    Ok(found)
}

/// Those who follow any topic, by number after one of them.
///
/// # Errors
/// When the database cannot be read.
pub fn list_following(conn: &Conn, after: i64, most: i64) -> Result<Vec<Id<Person>>> {
    conn.all(
        "SELECT DISTINCT f.person_id FROM notice_topic f WHERE f.person_id > :after ORDER BY f.person_id LIMIT :most",
        args! { after: after, most: most },
        |r| r.get(0),
    )
}

/// Somebody follows a topic from now on; what she follows already keeps its day.
pub fn save_followed(tx: &Tx<'_>, person: Id<Person>, topic: Id<Topic>) -> Result<()> {
    tx.exec(
        "INSERT INTO notice_topic (person_id, topic_id, since_at) VALUES (:person, :topic, :now) ON CONFLICT DO NOTHING",
        args! { person: person, topic: topic, now: tx.now() },
    )
    .map(drop)
}

/// She follows a topic no more.
pub fn delete_followed(tx: &Tx<'_>, person: Id<Person>, topic: Id<Topic>) -> Result<()> {
    tx.exec(
        "DELETE FROM notice_topic WHERE person_id = :person AND topic_id = :topic",
        args! { person: person, topic: topic },
    )
    .map(drop)
}

/// She follows none any more.
pub fn forget_followed(tx: &Tx<'_>, person: Id<Person>) -> Result<()> {
    tx.exec("DELETE FROM notice_topic WHERE person_id = :person", args! { person: person }).map(drop)
}

/// Notes until when somebody was told of her topics.
pub fn save_told(tx: &Tx<'_>, person: Id<Person>, until: Moment) -> Result<()> {
    tx.exec(
        "INSERT INTO notice_setting (person_id, topics_told_at) VALUES (:person, :until) ON CONFLICT (person_id) DO UPDATE SET topics_told_at = :until",
        args! { person: person, until: until },
    )
    .map(drop)
}
