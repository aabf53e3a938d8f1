//! Lists of tasks.

use db::{Conn, args};
use kernel::{Day, Id, Level, Moment, Result};
use networks::Body;
use people::{Person, Post};

use super::{TASK, task};
use crate::{State, Task};

/// The offices whose holders lead a body, as [`rights::RULES`] has them.
pub const LEADING: &str = "'chair', 'speaker', 'secretary', 'secretariat', 'network_admin'";

/// What somebody is to do: her own, those of posts she holds that day, those of bodies she leads; and where nobody holds
/// an office in a body any more, those of the bodies of a network she leads. Closed ones only since a moment.
///
/// # Errors
/// When the database cannot be read.
pub fn list_mine(
    conn: &Conn,
    person: Id<Person>,
    led: &[Id<Body>],
    state: State,
    since: Moment,
    day: Day,
) -> Result<Vec<Task>> {
    let when = "k.state = :state AND (k.closed_at IS NULL OR k.closed_at > :since)";
    let held = "t.mode <> 'deputy' AND t.from_day <= :day AND t.until_day > :day";
    let sql = format!(
        "SELECT {TASK} FROM task k WHERE k.person_id = :person AND {when} \
         UNION SELECT {TASK} FROM tenure t JOIN task k ON k.post_id = t.post_id WHERE t.person_id = :person AND {held} AND {when} \
         UNION SELECT {TASK} FROM task k WHERE k.owner_body_id IN (:led*) AND {when} \
         UNION SELECT {TASK} FROM task k WHERE k.network_id IN (:led*) AND k.owner_body_id <> k.network_id AND {when} \
           AND NOT EXISTS (SELECT 1 FROM seat s JOIN body b ON b.id = s.body_id JOIN occupancy o ON o.seat_id = s.id WHERE s.body_id = k.owner_body_id AND s.office IN ({LEADING}) \
             AND s.from_day <= :day AND s.until_day > :day AND b.until_day > :day AND o.status = 'confirmed' AND o.from_day <= :day AND o.until_day > :day)"
    );
    conn.all(&sql, args! { person: person, led: led, state: state, since: since, day: day }, task)
}

/// What somebody gave, closed ones only since a moment.
///
/// # Errors
/// When the database cannot be read.
pub fn list_given(conn: &Conn, person: Id<Person>, state: State, since: Moment) -> Result<Vec<Task>> {
    conn.all(
        &format!("SELECT {TASK} FROM task k WHERE k.given_by = :person AND k.state = :state AND (k.closed_at IS NULL OR k.closed_at > :since)"),
        args! { person: person, state: state, since: since },
        task,
    )
}

/// What somebody marked as done since a moment, latest first.
///
/// # Errors
/// When the database cannot be read.
pub fn list_done_by(conn: &Conn, person: Id<Person>, since: Moment) -> Result<Vec<Task>> {
    conn.all(
        &format!("SELECT {TASK} FROM task k WHERE k.closed_by = :person AND k.state = 'done' AND k.closed_at > :since ORDER BY k.closed_at DESC"),
        args! { person: person, since: since },
        task,
    )
}

/// The tasks of a body up to a level, closed ones only since a moment.
///
/// # Errors
/// When the database cannot be read.
pub fn list_of_body(conn: &Conn, body: Id<Body>, state: State, closest: Level, since: Moment) -> Result<Vec<Task>> {
    conn.all(
        &format!("SELECT {TASK} FROM task k WHERE k.body_id = :body AND k.state = :state AND k.level <= :closest AND (k.closed_at IS NULL OR k.closed_at > :since)"),
        args! { body: body, state: state, closest: closest, since: since },
        task,
    )
}

/// The open tasks of a post and those of a person as herself: what a handover asks for.
///
/// # Errors
/// When the database cannot be read.
pub fn list_leaving(conn: &Conn, post: Id<Post>, person: Id<Person>) -> Result<Vec<Task>> {
    conn.all(
        &format!(
            "SELECT {TASK} FROM task k WHERE k.post_id = :post AND k.state = 'open' UNION ALL SELECT {TASK} FROM task k WHERE k.person_id = :person AND k.state = 'open'"
        ),
        args! { post: post, person: person },
        task,
    )
}

/// Every number, for the index of search.
///
/// # Errors
/// When the database cannot be read.
pub fn every(conn: &Conn) -> Result<Vec<i64>> {
    conn.all("SELECT id FROM task ORDER BY id", args! {}, |r| r.get(0))
}

#[cfg(test)]
mod tests {
    use rights::{Action, Kind, RULES, Who};

    #[test]
    fn those_lead_whom_the_rights_let_keep_a_bodys_records() {
        let rule = RULES.iter().find(|(kind, action, _)| (*kind, *action) == (Kind::Body, Action::Edit)).unwrap();
        let Who::Office(offices) = rule.2 else { panic!("leading is an office") };
        let words: Vec<String> = offices.iter().map(|o| format!("'{}'", o.word())).collect();
        assert_eq!(words.join(", "), super::LEADING);
    }
}
