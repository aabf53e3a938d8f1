//! SQL of tasks: one function, one statement.
//!
//! Who a reader is to a task depends on posts and offices, so rows are read first and decided in
//! [`crate::rules::stance`]; lists ask for the reader's own number, or for a body her level was asked for before.

pub mod letters;
pub mod lists;
pub mod own;
pub mod topics;

use db::{Conn, Row, Tx, args};
use kernel::{Day, Id, Result};
use networks::Body;
use people::Person;

use crate::{NewTask, Owner, Source, State, Task};

/// The columns of a task under the alias `k`; [`task`] reads them.
pub const TASK: &str = "k.id, k.network_id, k.body_id, k.level, k.title, k.title_en, k.note, k.person_id, k.post_id, k.owner_body_id, k.due_day, k.source_kind, k.source_id, k.source_de, k.source_en, \
     k.given_by, k.given_at, k.state, k.closed_at, k.closed_by, k.reason, k.version";

/// Reads a task from the columns of [`TASK`].
pub fn task(r: &Row<'_>) -> Result<Task> {
    let owner = match (r.get::<Option<Id<Person>>>(7)?, r.get(8)?) {
        (Some(person), _) => Owner::Person(person),
        (None, Some(post)) => Owner::Post(post),
        (None, None) => Owner::Body(r.get(9)?),
    };
    let source = match (r.get(11)?, r.get(12)?) {
        (Some(kind), Some(id)) => Some(Source {
            kind,
            id,
            de: r.get::<Option<String>>(13)?.unwrap_or_default(),
            en: r.get::<Option<String>>(14)?.unwrap_or_default(),
        }),
        _ => None,
    };
    Ok(Task {
        id: r.get(0)?,
        network: r.get(1)?,
        body: r.get(2)?,
        level: kernel::Level::from_number(r.get(3)?),
        title: r.get(4)?,
        title_en: r.get(5)?,
        note: r.get(6)?,
        owner,
        due: r.get(10)?,
        source,
        given_by: r.get(15)?,
        given_at: r.get(16)?,
        state: r.get(17)?,
        closed_at: r.get(18)?,
        closed_by: r.get(19)?,
        reason: r.get(20)?,
        version: r.get(21)?,
    })
}

/// A task by number; the caller decides who may know of it.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn find_task(conn: &Conn, id: Id<Task>) -> Result<Task> {
    conn.one(&format!("SELECT {TASK} FROM task k WHERE k.id = :id"), args! { id: id }, task)
}

/// The task the program left for a cause, if there is one.
///
/// # Errors
/// When the database cannot be read.
pub fn find_made_for(conn: &Conn, made_for: &str) -> Result<Option<Task>> {
    conn.find(&format!("SELECT {TASK} FROM task k WHERE k.made_for = :made_for"), args! { made_for: made_for }, task)
}

/// The same for several.
///
/// # Errors
/// When the database cannot be read.
pub fn list_by_id(conn: &Conn, ids: &[i64]) -> Result<Vec<Task>> {
    conn.all(&format!("SELECT {TASK} FROM task k WHERE k.id IN (:ids*)"), args! { ids: ids }, task)
}

/// Writes a task down; nothing when there is one for that cause already.
pub fn insert_task(
    tx: &Tx<'_>,
    id: Id<Task>,
    network: Id<Body>,
    new: &NewTask,
    by: Option<i64>,
    made_for: Option<&str>,
) -> Result<bool> {
    let (person, post, owner) = columns(new.owner);
    let source = new.source.as_ref();
    let made = tx.exec(
        "INSERT INTO task (id, network_id, body_id, level, title, title_en, note, person_id, post_id, owner_body_id, due_day, source_kind, source_id, source_de, source_en, made_for, given_by, given_at, state, reminded) \
         VALUES (:id, :network, :body, :level, :title, :title_en, :note, :person, :post, :owner, :due, :kind, :source, :de, :en, :made_for, :by, :now, 'open', :reminded) ON CONFLICT DO NOTHING",
        args! {
            id: id, network: network, body: new.body, level: new.level, title: &new.title, title_en: new.title_en.clone(), note: &new.note,
            person: person, post: post, owner: owner, due: new.due, kind: source.map(|s| s.kind.clone()), source: source.map(|s| s.id),
            de: source.map(|s| s.de.clone()), en: source.map(|s| s.en.clone()), made_for: made_for, by: by, now: tx.now(),
            reminded: if new.quiet { 2 } else { crate::rules::reminded(new.due, tx.today()) },
        },
    )?;
    Ok(made > 0)
}

type Columns = (Option<i64>, Option<i64>, Option<i64>);

fn columns(owner: Owner) -> Columns {
    match owner {
        Owner::Person(id) => (Some(id.raw()), None, None),
        Owner::Post(id) => (None, Some(id.raw()), None),
        Owner::Body(id) => (None, None, Some(id.raw())),
    }
}

/// Writes a changed task, open ones only. `again`: its day is another one, and is brought to mind anew.
///
/// # Errors
/// [`kernel::Error::Stale`] when it has another version or is closed.
pub fn save_task(tx: &Tx<'_>, task: &Task, new: &NewTask, again: bool) -> Result<()> {
    let (person, post, owner) = columns(new.owner);
    let reminded = again.then(|| crate::rules::reminded(new.due, tx.today()));
    tx.exec_one(
        "UPDATE task SET title = :title, title_en = :title_en, note = :note, person_id = :person, post_id = :post, owner_body_id = :owner, due_day = :due, level = :level, \
         reminded = COALESCE(:reminded, reminded), version = version + 1 WHERE id = :id AND version = :version AND state = 'open'",
        args! {
            title: &new.title, title_en: new.title_en.clone(), note: &new.note, person: person, post: post, owner: owner, due: new.due, level: new.level,
            reminded: reminded, id: task.id, version: task.version,
        },
    )
}

/// Closes a task, if it is open.
///
/// # Errors
/// [`kernel::Error::Stale`].
pub fn save_closed(tx: &Tx<'_>, id: Id<Task>, state: State, by: Option<i64>, reason: Option<&str>) -> Result<()> {
    tx.exec_one(
        "UPDATE task SET state = :state, closed_at = :now, closed_by = :by, reason = :reason, version = version + 1 WHERE id = :id AND state = 'open'",
        args! { state: state, now: tx.now(), by: by, reason: reason, id: id },
    )
}

/// Opens a task that was done or given up.
///
/// # Errors
/// [`kernel::Error::Stale`].
pub fn save_open(tx: &Tx<'_>, id: Id<Task>) -> Result<()> {
    tx.exec_one(
        "UPDATE task SET state = 'open', closed_at = NULL, closed_by = NULL, reason = NULL, version = version + 1 WHERE id = :id AND state <> 'open'",
        args! { id: id },
    )
}

/// What of a body letters and the program need, whoever asks.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Home {
    /// Its number.
    pub id: Id<Body>,
    /// Its network.
    pub network: Id<Body>,
    /// Its name.
    pub name: String,
    /// Its name in English.
    pub name_en: Option<String>,
    /// What its network is called in little room.
    pub network_short: String,
    /// Whether it is named in no letter.
    pub sensitive: bool,
    /// The first day on which it no longer exists.
    pub until: Day,
}

impl Home {
    /// Its name, in a language.
    pub fn name_in(&self, lang: kernel::Lang) -> &str {
        match lang {
            kernel::Lang::En => self.name_en.as_deref().unwrap_or(&self.name),
            kernel::Lang::De => &self.name,
        }
    }
}

/// Bodies of tasks.
///
/// # Errors
/// When the database cannot be read.
pub fn list_homes(conn: &Conn, bodies: &[Id<Body>]) -> Result<Vec<Home>> {
    conn.all(
        "SELECT b.id, b.network_id, b.name, b.name_en, CASE WHEN b.sensitive OR n.sensitive THEN 1 ELSE 0 END, b.until_day, COALESCE(n.short_name, n.name) FROM body b JOIN body n ON n.id = b.network_id WHERE b.id IN (:bodies*)",
        args! { bodies: bodies },
        |r| {
            Ok(Home {
                id: r.get(0)?,
                network: r.get(1)?,
                name: r.get(2)?,
                name_en: r.get(3)?,
                sensitive: r.get::<i64>(4)? == 1,
                until: r.get(5)?,
                network_short: r.get(6)?,
            })
        },
    )
}
