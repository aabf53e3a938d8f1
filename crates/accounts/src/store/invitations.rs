//! SQL of invitations.

use db::{Conn, Row, Tx, args};
use kernel::{Id, Moment, Result};
use people::Person;

use crate::model::Invitation;

const INVITATION: &str = "SELECT i.id, i.person_id, i.mail, i.invited_by, i.about_kind, i.about_id, i.created_at, i.expires_at, i.accepted_at, i.withdrawn_at FROM invitation i";

fn invitation(r: &Row<'_>) -> Result<Invitation> {
    let about = r.get::<Option<String>>(4)?.zip(r.get::<Option<i64>>(5)?);
    Ok(Invitation {
        id: r.get(0)?,
        person: r.get(1)?,
        mail: r.get(2)?,
        invited_by: r.get(3)?,
        about,
        created_at: r.get(6)?,
        expires_at: r.get(7)?,
        accepted_at: r.get(8)?,
        withdrawn_at: r.get(9)?,
    })
}

pub fn find_invitation(conn: &Conn, id: Id<Invitation>) -> Result<Option<Invitation>> {
    conn.find(&format!("{INVITATION} WHERE i.id = :id"), args! { id: id }, invitation)
}

pub fn find_invitation_by_token(conn: &Conn, token_hash: &str) -> Result<Option<Invitation>> {
    conn.find(&format!("{INVITATION} WHERE i.token_hash = :hash"), args! { hash: token_hash }, invitation)
}

/// Invitations to things of a kind, newest first. The caller has asked whether the reader may see who is invited.
///
/// # Errors
/// When the database cannot be read.
pub fn invitations_about(conn: &Conn, kind: &str, ids: &[i64]) -> Result<Vec<Invitation>> {
    conn.all(
        &format!("{INVITATION} WHERE i.about_kind = :kind AND i.about_id IN (:ids*) ORDER BY i.id DESC"),
        args! { kind: kind, ids: ids },
        invitation,
    )
}

/// Invitations to the installation itself, newest first, with the names of those invited.
pub fn list_house_invitations(conn: &Conn, most: i64) -> Result<Vec<(Invitation, String)>> {
    let sql = INVITATION
        .replace(" FROM invitation i", ", p.given, p.family FROM invitation i JOIN person p ON p.id = i.person_id");
    conn.all(&format!("{sql} WHERE i.about_kind IS NULL ORDER BY i.id DESC LIMIT :most"), args! { most: most }, |r| {
        Ok((invitation(r)?, format!("{} {}", r.get::<String>(10)?, r.get::<String>(11)?)))
    })
}

pub fn list_invitations_of(conn: &Conn, person: Id<Person>) -> Result<Vec<Invitation>> {
    conn.all(&format!("{INVITATION} WHERE i.person_id = :person ORDER BY i.id"), args! { person: person }, invitation)
}

/// Of these persons those who have an account, or an invitation that was neither taken back nor ran out: nobody needs to
/// write to them again.
///
/// # Errors
/// When the database cannot be read.
pub fn list_reached(conn: &Conn, persons: &[Id<Person>]) -> Result<Vec<Id<Person>>> {
    conn.all(
        "SELECT a.person_id FROM account a WHERE a.person_id IN (:persons*) \
         UNION SELECT i.person_id FROM invitation i WHERE i.person_id IN (:persons*) AND i.withdrawn_at IS NULL AND i.expires_at > :now",
        args! { persons: persons, now: conn.now() },
        |r| r.get(0),
    )
}

pub fn insert_invitation(tx: &Tx<'_>, new: &Invitation, token_hash: &str) -> Result<()> {
    let (kind, about) = new.about.clone().unzip();
    tx.exec(
        "INSERT INTO invitation (id, token_hash, person_id, mail, invited_by, about_kind, about_id, created_at, expires_at) \
         VALUES (:id, :hash, :person, :mail, :by, :kind, :about, :created, :until)",
        args! { id: new.id, hash: token_hash, person: new.person, mail: &new.mail, by: new.invited_by, kind: kind, about: about, created: new.created_at, until: new.expires_at },
    )
    .map(drop)
}

pub fn save_accepted(tx: &Tx<'_>, id: Id<Invitation>) -> Result<()> {
    tx.exec_one(
        "UPDATE invitation SET accepted_at = :now WHERE id = :id AND accepted_at IS NULL AND withdrawn_at IS NULL",
        args! { id: id, now: tx.now() },
    )
}

pub fn save_withdrawn(tx: &Tx<'_>, id: Id<Invitation>) -> Result<()> {
    tx.exec_one(
        "UPDATE invitation SET withdrawn_at = :now WHERE id = :id AND accepted_at IS NULL AND withdrawn_at IS NULL",
        args! { id: id, now: tx.now() },
    )
}

/// How many invitations a person was sent since a moment.
pub fn count_invitations(conn: &Conn, person: Id<Person>, since: Moment) -> Result<i64> {
    conn.count(
        "SELECT COUNT(*) FROM invitation WHERE person_id = :person AND created_at > :since",
        args! { person: person, since: since },
    )
}

/// Where a person can be written to.
pub struct Reach {
    /// The person.
    pub person: Id<Person>,
    /// Her address.
    pub mail: String,
    /// Her language, as far as she chose one.
    pub lang: kernel::Lang,
    /// Whether it is that of her account; else she was invited there and has not answered.
    pub account: bool,
    /// Whether the operator closed the account.
    pub locked: bool,
}

/// The persons with an account at an address in small letters, or an invitation that stands.
///
/// # Errors
/// When the database cannot be read.
pub fn list_persons_at(conn: &Conn, mail: &str) -> Result<Vec<Id<Person>>> {
    conn.all(
        "SELECT a.person_id FROM account a WHERE a.mail = :mail AND NOT a.locked UNION SELECT i.person_id FROM invitation i WHERE i.mail = :mail AND i.withdrawn_at IS NULL AND i.accepted_at IS NULL",
        args! { mail: mail },
        |r| r.get(0),
    )
}

/// The addresses of persons' accounts, and of those without one the address of the last invitation that stands.
///
/// # Errors
/// When the database cannot be read.
pub fn list_addresses(conn: &Conn, persons: &[Id<Person>]) -> Result<Vec<Reach>> {
    let all = conn.all(
        "SELECT a.person_id, a.mail, a.lang, a.locked, 1, a.person_id FROM account a WHERE a.person_id IN (:persons*) \
         UNION ALL SELECT i.person_id, i.mail, 'de', FALSE, 0, i.id FROM invitation i WHERE i.person_id IN (:persons*) AND i.withdrawn_at IS NULL AND i.accepted_at IS NULL ORDER BY 5 DESC, 6 DESC",
        args! { persons: persons },
        |r| {
            let lang = kernel::Lang::from_code(&r.get::<String>(2)?).unwrap_or_default();
            Ok(Reach { person: r.get(0)?, mail: r.get(1)?, lang, locked: r.get(3)?, account: r.get::<i64>(4)? == 1 })
        },
    )?;
    let mut seen = std::collections::HashSet::new();
    Ok(all.into_iter().filter(|reach| seen.insert(reach.person)).collect())
}
