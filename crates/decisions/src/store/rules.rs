//! Rules of procedure, one version after another.

use db::{Conn, Row, Tx, args};
use kernel::{Day, Error, Id, Moment, Result, Scope};
use networks::Body;
use people::Person;

use crate::{RuleVersion, rules::RuleSet};

const RULES: &str = "r.id, r.body_id, r.profile, r.rules, r.note, r.from_day, r.made_at, r.person_id";

fn version(r: &Row<'_>) -> Result<RuleVersion> {
    let text: String = r.get(3)?;
    // What is stored was checked when it came in.
    let rules = RuleSet::parse(&text).map_err(|reason| Error::internal(format!("stored rules: {}", reason.en)))?;
    Ok(RuleVersion {
        id: r.get(0)?,
        body: r.get(1)?,
        profile: r.get(2)?,
        rules,
        note: r.get(4)?,
        from: r.get(5)?,
        made_at: r.get(6)?,
        by: r.get(7)?,
    })
}

/// The rules that hold for a body on a day: its own, else those of its network; `None` where there are none.
///
/// Whoever may see the body may see its rules.
///
/// # Errors
/// When the database cannot be read.
pub fn rules_of(conn: &Conn, body: &Body, day: Day) -> Result<Option<RuleVersion>> {
    conn.find(
        &format!(
            "SELECT {RULES} FROM rule_set r WHERE r.body_id IN (:bodies*) AND r.from_day <= :day \
             ORDER BY CASE WHEN r.body_id = :body THEN 0 ELSE 1 END, r.from_day DESC LIMIT 1"
        ),
        args! { bodies: [body.id, body.network].as_slice(), body: body.id, day: day },
        version,
    )
}

/// The rules a body gave itself, as they hold on a day; `None` where it has none of its own.
///
/// # Errors
/// When the database cannot be read.
pub fn own_rules(conn: &Conn, body: Id<Body>, day: Day) -> Result<Option<RuleVersion>> {
    let sql = format!(
        "SELECT {RULES} FROM rule_set r WHERE r.body_id = :body AND r.from_day <= :day ORDER BY r.from_day DESC LIMIT 1"
    );
    conn.find(&sql, args! { body: body, day: day }, version)
}

/// Rules that begin to hold, and how their body voted until then.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Beginning {
    /// The version.
    pub version: RuleVersion,
    /// The scope of the body's page.
    pub scope: Scope,
    /// Whether the body is marked as voting formally.
    pub formal: bool,
}

/// The versions that begin to hold on a day.
///
/// # Errors
/// When the database cannot be read.
pub fn list_coming_into_force(conn: &Conn, day: Day) -> Result<Vec<Beginning>> {
    let sql = format!(
        "SELECT {RULES}, b.level, b.network_id, b.formal FROM rule_set r JOIN body b ON b.id = r.body_id WHERE r.from_day = :day"
    );
    conn.all(&sql, args! { day: day }, |r| {
        let version = version(r)?;
        let scope = Scope::body(r.get(8)?, r.get(9)?, version.body.raw());
        Ok(Beginning { version, scope, formal: r.get(10)? })
    })
}

/// Whether a body voted since a moment, or another one under its rules. Nothing but yes or no comes back.
///
/// # Errors
/// When the database cannot be read.
pub fn has_voted_since(conn: &Conn, body: Id<Body>, since: Moment) -> Result<bool> {
    let sql = "SELECT (SELECT COUNT(*) FROM vote v WHERE v.body_id = :body AND v.made_at >= :since) \
        + (SELECT COUNT(*) FROM rule_set r JOIN vote v ON v.rules_id = r.id WHERE r.body_id = :body AND v.made_at >= :since)";
    Ok(conn.count(sql, args! { body: body, since: since })? > 0)
}

/// One version.
///
/// # Errors
/// [`Error::NotFound`].
pub fn find_rules(conn: &Conn, id: Id<RuleVersion>) -> Result<RuleVersion> {
    conn.one(&format!("SELECT {RULES} FROM rule_set r WHERE r.id = :id"), args! { id: id }, version)
}

/// Every version a body gave itself, newest first.
///
/// # Errors
/// When the database cannot be read.
pub fn list_rules(conn: &Conn, body: Id<Body>) -> Result<Vec<RuleVersion>> {
    conn.all(
        &format!("SELECT {RULES} FROM rule_set r WHERE r.body_id = :body ORDER BY r.from_day DESC"),
        args! { body: body },
        version,
    )
}

/// Whether any vote is or was held under a version: then it stays as it is.
///
/// # Errors
/// When the database cannot be read.
pub fn is_used(conn: &Conn, id: Id<RuleVersion>) -> Result<bool> {
    Ok(conn.count("SELECT COUNT(*) FROM vote WHERE rules_id = :id", args! { id: id })? > 0)
}

/// The versions of a body that votes are or were held under.
///
/// # Errors
/// When the database cannot be read.
pub fn list_used(conn: &Conn, body: Id<Body>) -> Result<Vec<Id<RuleVersion>>> {
    conn.all(
        "SELECT DISTINCT r.id FROM rule_set r JOIN vote v ON v.rules_id = r.id WHERE r.body_id = :body",
        args! { body: body },
        |r| r.get(0),
    )
}

pub fn insert_rules(tx: &Tx<'_>, new: &RuleVersion) -> Result<()> {
    tx.exec(
        "INSERT INTO rule_set (id, body_id, profile, rules, note, from_day, made_at, person_id) \
         VALUES (:id, :body, :profile, :rules, :note, :from_day, :made_at, :person)",
        args! { id: new.id, body: new.body, profile: &new.profile, rules: new.rules.to_json(), note: &new.note, from_day: new.from, made_at: new.made_at, person: new.by },
    )
    .map(drop)
}

pub fn delete_rules(tx: &Tx<'_>, id: Id<RuleVersion>) -> Result<()> {
    tx.exec_one("DELETE FROM rule_set WHERE id = :id", args! { id: id })
}

/// The rules a person entered, for herself: body and first day.
///
/// # Errors
/// When the database cannot be read.
pub fn list_given(conn: &Conn, person: Id<Person>) -> Result<Vec<(String, Option<String>, Day)>> {
    conn.all(
        "SELECT b.name, b.name_en, r.from_day FROM rule_set r JOIN body b ON b.id = r.body_id WHERE r.person_id = :person ORDER BY r.id",
        args! { person: person },
        |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)),
    )
}
