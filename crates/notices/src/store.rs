//! SQL of notices: one function, one statement.

use std::collections::{HashMap, HashSet};

use db::{Conn, Tx, args};
use kernel::{Actor, Day, Error, Id, Moment, Result};
use networks::Body;
use people::Person;

use crate::{Ends, Hours, Item, Level, Mark, Opened, Reader, Rhythm, Setting};

mod standing_in;
pub mod topics;

/// To whom a letter went, and the network it was about; none where it gathers over all of them.
pub type For = (Id<Person>, Option<Id<Body>>);

/// Links of letters open for so long: seconds.
pub const LINK_LASTS: i64 = 60 * 86_400;

/// Some persons as [`crate::rules::effective`] wants them, on a day.
///
/// # Errors
/// When the database cannot be read.
pub fn load_readers(conn: &Conn, persons: &[Id<Person>], day: Day) -> Result<Vec<Reader>> {
    // Rights are those of each person: two statements for each letter that may be written.
    let actors =
        persons.iter().map(|person| rights::load(conn, person.raw(), day, None)).collect::<Result<Vec<_>>>()?;
    readers_of(conn, actors, day)
}

/// The same where the seats are known already: six statements, two more where somebody stands in.
///
/// # Errors
/// When the database cannot be read.
pub fn readers_of(conn: &Conn, actors: Vec<Actor>, day: Day) -> Result<Vec<Reader>> {
    let persons: Vec<Id<Person>> = actors.iter().filter_map(|actor| actor.person.map(Id::new)).collect();
    if persons.is_empty() {
        return Ok(Vec::new());
    }
    let mut levels = list_levels(conn, &persons)?;
    let settings = list_settings(conn, &persons)?;
    let away = list_away(conn, &persons, day)?;
    let mut marks = list_marks(conn, &persons)?;
    let mut stands = standing_in::of(conn, &actors, day)?;
    let mut followed = topics::list_followed(conn, &persons)?;
    let reader = |actor: Actor| {
        let person = Id::new(actor.person?);
        let Setting { rhythm, told_at, hours, topics_told_at } = settings.get(&person).copied().unwrap_or_default();
        let levels = levels.remove(&person).unwrap_or_default();
        let marks = marks.remove(&person).unwrap_or_default();
        let stands = stands.remove(&person.raw()).unwrap_or_default();
        let topics = followed.remove(&person).unwrap_or_default();
        let away = away.contains(&person);
        Some(Reader { actor, levels, rhythm, told_at, hours, topics, topics_told_at, away, stands, marks })
    };
    Ok(actors.into_iter().filter_map(reader).collect())
}

/// One person as [`crate::rules::effective`] wants her.
///
/// # Errors
/// When the database cannot be read.
pub fn reader(conn: &Conn, person: Id<Person>, day: Day) -> Result<Reader> {
    load_readers(conn, &[person], day)?.pop().ok_or(kernel::Error::NotFound)
}

/// What persons chose for their networks.
pub fn list_levels(conn: &Conn, persons: &[Id<Person>]) -> Result<HashMap<Id<Person>, HashMap<i64, Level>>> {
    let mut found: HashMap<Id<Person>, HashMap<i64, Level>> = HashMap::new();
    conn.each(
        "SELECT l.person_id, l.network_id, l.level FROM notice_level l WHERE l.person_id IN (:persons*)",
        args! { persons: persons },
        |r| {
            found.entry(r.get(0)?).or_default().insert(r.get(1)?, r.get(2)?);
            Ok(())
        },
    )?;
    Ok(found)
}

/// Their days and hours, and until when they were told.
pub fn list_settings(conn: &Conn, persons: &[Id<Person>]) -> Result<HashMap<Id<Person>, Setting>> {
    let rows = conn.all(
        "SELECT s.person_id, s.rhythm, s.told_at, s.from_hour, s.until_hour, s.topics_told_at FROM notice_setting s WHERE s.person_id IN (:persons*)",
        args! { persons: persons },
        |r| {
            let hour = |n| Ok::<i8, Error>(i8::try_from(r.get::<i64>(n)?).unwrap_or_default());
            let hours = Hours { from: hour(3)?, until: hour(4)? };
            Ok((r.get(0)?, Setting { rhythm: r.get(1)?, told_at: r.get(2)?, hours, topics_told_at: r.get(5)? }))
        },
    )?;
    Ok(rows.into_iter().collect())
}

/// The hours of a person.
///
/// # Errors
/// When the database cannot be read.
pub fn find_hours(conn: &Conn, person: Id<Person>) -> Result<Hours> {
    Ok(list_settings(conn, &[person])?.remove(&person).unwrap_or_default().hours)
}

/// Whether anybody's hours begin with this one.
///
/// # Errors
/// When the database cannot be read.
pub fn begins_anywhere(conn: &Conn, hour: i8) -> Result<bool> {
    let sql = "SELECT COUNT(*) FROM notice_setting s WHERE s.from_hour = :hour";
    Ok(conn.count(sql, args! { hour: i64::from(hour) })? > 0)
}

/// Who is told in somebody's place while she is away, if she named anybody.
///
/// # Errors
/// When the database cannot be read.
pub fn find_substitute(conn: &Conn, person: Id<Person>) -> Result<Option<Id<Person>>> {
    conn.find(
        "SELECT x.substitute_id FROM notice_substitute x WHERE x.person_id = :person",
        args! { person: person },
        |r| r.get(0),
    )
}

/// Names whoever is told in somebody's place.
pub fn save_substitute(tx: &Tx<'_>, person: Id<Person>, substitute: Id<Person>) -> Result<()> {
    tx.exec(
        "INSERT INTO notice_substitute (person_id, substitute_id, chosen_at) VALUES (:person, :substitute, :now) ON CONFLICT (person_id) DO UPDATE SET substitute_id = :substitute, chosen_at = :now",
        args! { person: person, substitute: substitute, now: tx.now() },
    )
    .map(drop)
}

/// Names nobody any more.
pub fn delete_substitute(tx: &Tx<'_>, person: Id<Person>) -> Result<()> {
    tx.exec("DELETE FROM notice_substitute WHERE person_id = :person", args! { person: person }).map(drop)
}

/// Nobody is told by her any more.
pub fn forget_standing_in(tx: &Tx<'_>, person: Id<Person>) -> Result<()> {
    tx.exec("DELETE FROM notice_substitute WHERE substitute_id = :person", args! { person: person }).map(drop)
}

/// What a person did with things in her inbox, by kind and number.
pub type Marks = HashMap<(String, i64), Mark>;

/// What persons did with entries of their inboxes.
///
/// # Errors
/// When the database cannot be read.
pub fn list_marks(conn: &Conn, persons: &[Id<Person>]) -> Result<HashMap<Id<Person>, Marks>> {
    let mut found: HashMap<Id<Person>, Marks> = HashMap::new();
    conn.each(
        "SELECT m.person_id, m.kind, m.subject_id, m.state, m.until_at, m.until_day FROM notice_mark m WHERE m.person_id IN (:persons*)",
        args! { persons: persons },
        |r| {
            let mark = Mark { state: r.get(3)?, until: r.get(4)?, day: r.get(5)? };
            found.entry(r.get(0)?).or_default().insert((r.get(1)?, r.get(2)?), mark);
            Ok(())
        },
    )?;
    Ok(found)
}

/// Writes down what somebody did with an entry.
pub fn save_mark(tx: &Tx<'_>, person: Id<Person>, (kind, id): (&str, i64), mark: &Mark) -> Result<()> {
    tx.exec(
        "INSERT INTO notice_mark (person_id, kind, subject_id, state, until_at, until_day, marked_at) VALUES (:person, :kind, :id, :state, :until, :day, :now) \
         ON CONFLICT (person_id, kind, subject_id) DO UPDATE SET state = :state, until_at = :until, until_day = :day, marked_at = :now",
        args! { person: person, kind: kind, id: id, state: mark.state, until: mark.until, day: mark.day, now: tx.now() },
    )
    .map(drop)
}

/// The entry waits for her again.
pub fn delete_mark(tx: &Tx<'_>, person: Id<Person>, (kind, id): (&str, i64)) -> Result<()> {
    tx.exec(
        "DELETE FROM notice_mark WHERE person_id = :person AND kind = :kind AND subject_id = :id",
        args! { person: person, kind: kind, id: id },
    )
    .map(drop)
}

/// What was marked before a moment.
pub fn delete_marks(tx: &Tx<'_>, before: Moment) -> Result<()> {
    tx.exec("DELETE FROM notice_mark WHERE marked_at < :before", args! { before: before }).map(drop)
}

/// What she did with entries of her inbox.
pub fn forget_marks(tx: &Tx<'_>, person: Id<Person>) -> Result<()> {
    tx.exec("DELETE FROM notice_mark WHERE person_id = :person", args! { person: person }).map(drop)
}

fn list_away(conn: &Conn, persons: &[Id<Person>], day: Day) -> Result<HashSet<Id<Person>>> {
    let rows = conn.all(
        "SELECT a.person_id FROM absence a WHERE a.person_id IN (:persons*) AND a.from_day <= :day AND a.until_day > :day",
        args! { persons: persons, day: day },
        |r| r.get(0),
    )?;
    Ok(rows.into_iter().collect())
}

/// Who sits in some bodies on a day, ex officio included, by number after one of them.
///
/// # Errors
/// When the database cannot be read.
pub fn list_sitting(conn: &Conn, bodies: &[i64], day: Day, after: i64, most: i64) -> Result<Vec<Id<Person>>> {
    conn.all(
        "SELECT v.person_id FROM sits v WHERE v.body_id IN (:bodies*) AND v.from_day <= :day AND v.until_day > :day AND v.person_id > :after \
         UNION SELECT v.person_id FROM seat s JOIN occupancy o ON o.seat_id = s.id AND o.by_seat_id IS NOT NULL JOIN sits v ON v.seat_id = o.by_seat_id \
         WHERE s.body_id IN (:bodies*) AND o.from_day <= :day AND o.until_day > :day AND v.from_day <= :day AND v.until_day > :day AND v.person_id > :after ORDER BY 1 LIMIT :most",
        args! { bodies: bodies, day: day, after: after, most: most },
        |r| r.get(0),
    )
}

/// Writes down what somebody wants to hear of a network.
pub fn save_level(tx: &Tx<'_>, person: Id<Person>, network: i64, level: Level) -> Result<()> {
    tx.exec(
        "INSERT INTO notice_level (person_id, network_id, level) VALUES (:person, :network, :level) ON CONFLICT (person_id, network_id) DO UPDATE SET level = :level",
        args! { person: person, network: network, level: level },
    )
    .map(drop)
}

/// Writes down her hours.
pub fn save_hours(tx: &Tx<'_>, person: Id<Person>, hours: Hours) -> Result<()> {
    tx.exec(
        "INSERT INTO notice_setting (person_id, from_hour, until_hour) VALUES (:person, :from, :until) ON CONFLICT (person_id) DO UPDATE SET from_hour = :from, until_hour = :until",
        args! { person: person, from: i64::from(hours.from), until: i64::from(hours.until) },
    )
    .map(drop)
}

/// Writes down her days.
pub fn save_rhythm(tx: &Tx<'_>, person: Id<Person>, rhythm: Rhythm) -> Result<()> {
    tx.exec(
        "INSERT INTO notice_setting (person_id, rhythm) VALUES (:person, :rhythm) ON CONFLICT (person_id) DO UPDATE SET rhythm = :rhythm",
        args! { person: person, rhythm: rhythm },
    )
    .map(drop)
}

/// Notes until when somebody was told.
pub fn save_told(tx: &Tx<'_>, person: Id<Person>, until: Moment) -> Result<()> {
    tx.exec(
        "INSERT INTO notice_setting (person_id, told_at) VALUES (:person, :until) ON CONFLICT (person_id) DO UPDATE SET told_at = :until",
        args! { person: person, until: until },
    )
    .map(drop)
}

/// Writes down the links of a letter.
pub fn insert_letter(
    tx: &Tx<'_>,
    person: Id<Person>,
    ends: Ends,
    (token, stop): (&str, &str),
    items: &[Item],
) -> Result<()> {
    let id: Id<Opened> = tx.id();
    let network = match ends {
        Ends::Network(network) => Some(network),
        Ends::Bundles | Ends::Topics => None,
    };
    tx.exec(
        "INSERT INTO notice_letter (id, person_id, network_id, token_hash, stop_hash, written_at, topics) VALUES (:id, :person, :network, :token, :stop, :now, :topics)",
        args! { id: id, person: person, network: network, token: token, stop: stop, now: tx.now(), topics: ends == Ends::Topics },
    )?;
    // At most as many as a letter has lines.
    for item in items {
        tx.exec(
            "INSERT INTO notice_item (letter_id, kind, subject_id) VALUES (:letter, :kind, :id) ON CONFLICT DO NOTHING",
            args! { letter: id, kind: &item.kind, id: item.id },
        )?;
    }
    Ok(())
}

/// The letter of a link that reads and answers.
///
/// # Errors
/// When the database cannot be read.
pub fn find_by_token(conn: &Conn, hash: &str) -> Result<Option<(i64, For)>> {
    conn.find(
        "SELECT l.id, l.person_id, l.network_id FROM notice_letter l WHERE l.token_hash = :hash AND l.written_at > :since",
        args! { hash: hash, since: conn.now().plus_seconds(-LINK_LASTS) },
        |r| Ok((r.get(0)?, (r.get(1)?, r.get(2)?))),
    )
}

/// The letter of a link that ends letters of its kind.
///
/// # Errors
/// When the database cannot be read.
pub fn find_by_stop(conn: &Conn, hash: &str) -> Result<Option<(Id<Person>, Ends)>> {
    conn.find(
        "SELECT l.person_id, l.network_id, l.topics FROM notice_letter l WHERE l.stop_hash = :hash AND l.written_at > :since",
        args! { hash: hash, since: conn.now().plus_seconds(-LINK_LASTS) },
        |r| {
            let ends = match (r.get::<Option<Id<Body>>>(1)?, r.get(2)?) {
                (Some(network), _) => Ends::Network(network),
                (None, true) => Ends::Topics,
                (None, false) => Ends::Bundles,
            };
            Ok((r.get(0)?, ends))
        },
    )
}

/// What a letter was about.
///
/// # Errors
/// When the database cannot be read.
pub fn list_items(conn: &Conn, letter: i64) -> Result<Vec<Item>> {
    conn.all(
        "SELECT i.kind, i.subject_id FROM notice_item i WHERE i.letter_id = :letter",
        args! { letter: letter },
        |r| Ok(Item { kind: r.get(0)?, id: r.get(1)? }),
    )
}

const OLD: &str = "SELECT l.id FROM notice_letter l WHERE l.written_at < :before";

/// What letters were about whose time is over.
pub fn delete_items(tx: &Tx<'_>, before: Moment) -> Result<()> {
    tx.exec(&format!("DELETE FROM notice_item WHERE letter_id IN ({OLD})"), args! { before: before }).map(drop)
}

/// Links whose time is over.
pub fn delete_letters(tx: &Tx<'_>, before: Moment) -> Result<()> {
    tx.exec("DELETE FROM notice_letter WHERE written_at < :before", args! { before: before }).map(drop)
}

/// Everything here about a person: her levels.
pub fn forget_levels(tx: &Tx<'_>, person: Id<Person>) -> Result<()> {
    tx.exec("DELETE FROM notice_level WHERE person_id = :person", args! { person: person }).map(drop)
}

/// Her days.
pub fn forget_setting(tx: &Tx<'_>, person: Id<Person>) -> Result<()> {
    tx.exec("DELETE FROM notice_setting WHERE person_id = :person", args! { person: person }).map(drop)
}

/// What her letters were about.
pub fn forget_items(tx: &Tx<'_>, person: Id<Person>) -> Result<()> {
    tx.exec(
        "DELETE FROM notice_item WHERE letter_id IN (SELECT l.id FROM notice_letter l WHERE l.person_id = :person)",
        args! { person: person },
    )
    .map(drop)
}

/// Their links.
pub fn forget_letters(tx: &Tx<'_>, person: Id<Person>) -> Result<()> {
    tx.exec("DELETE FROM notice_letter WHERE person_id = :person", args! { person: person }).map(drop)
}
