//! SQL of passkeys, codes of apps, codes for emergencies, challenges and wrong tries.

use db::{Conn, Row, Tx, args};
use kernel::{Id, Moment, Result};
use people::Person;

use crate::model::{Factors, Passkey, Session, Task};

/// Which factors a person has.
pub fn factors_of(conn: &Conn, person: Id<Person>) -> Result<Factors> {
    conn.one(
        "SELECT (SELECT COUNT(*) FROM passkey k WHERE k.person_id = :person), (SELECT COUNT(*) FROM app_code c WHERE c.person_id = :person), \
         (SELECT COUNT(*) FROM emergency_code e WHERE e.person_id = :person), \
         (SELECT COUNT(*) FROM account a JOIN account o ON o.mail = a.mail AND o.person_id <> a.person_id AND NOT o.locked WHERE a.person_id = :person)",
        args! { person: person },
        |r| {
            let (app, shared): (i64, i64) = (r.get(1)?, r.get(3)?);
            Ok(Factors { passkeys: r.get(0)?, app: app > 0, emergency: r.get(2)?, shared: shared > 0 })
        },
    )
}

const PASSKEY: &str =
    "SELECT id, person_id, credential, public_key, user_handle, name, uses, created_at, used_at FROM passkey";

fn passkey(r: &Row<'_>) -> Result<Passkey> {
    Ok(Passkey {
        id: r.get(0)?,
        person: r.get(1)?,
        credential: r.get(2)?,
        public_key: r.get(3)?,
        user_handle: r.get(4)?,
        name: r.get(5)?,
        uses: r.get(6)?,
        created_at: r.get(7)?,
        used_at: r.get(8)?,
    })
}

pub fn list_passkeys(conn: &Conn, person: Id<Person>) -> Result<Vec<Passkey>> {
    conn.all(&format!("{PASSKEY} WHERE person_id = :person ORDER BY id"), args! { person: person }, passkey)
}

pub fn find_passkey(conn: &Conn, id: Id<Passkey>) -> Result<Option<Passkey>> {
    conn.find(&format!("{PASSKEY} WHERE id = :id"), args! { id: id }, passkey)
}

pub fn find_passkey_by_credential(conn: &Conn, credential: &str) -> Result<Option<Passkey>> {
    conn.find(&format!("{PASSKEY} WHERE credential = :credential"), args! { credential: credential }, passkey)
}

/// Writes a passkey down; false when that device is known already.
pub fn insert_passkey(tx: &Tx<'_>, new: &Passkey) -> Result<bool> {
    let made = tx.exec(
        "INSERT INTO passkey (id, person_id, credential, public_key, user_handle, name, uses, created_at) \
         VALUES (:id, :person, :credential, :key, :handle, :name, :uses, :now) ON CONFLICT (credential) DO NOTHING",
        args! { id: new.id, person: new.person, credential: &new.credential, key: &new.public_key, handle: &new.user_handle, name: &new.name, uses: new.uses, now: tx.now() },
    )?;
    Ok(made == 1)
}

/// A passkey was used; its count goes on from the one it was checked against.
pub fn save_passkey_used(tx: &Tx<'_>, id: Id<Passkey>, before: i64, uses: i64) -> Result<()> {
    tx.exec_one(
        "UPDATE passkey SET uses = :uses, used_at = :now WHERE id = :id AND uses = :before",
        args! { id: id, uses: uses, before: before, now: tx.now() },
    )
}

pub fn save_passkey_name(tx: &Tx<'_>, id: Id<Passkey>, name: &str) -> Result<()> {
    tx.exec_one("UPDATE passkey SET name = :name WHERE id = :id", args! { id: id, name: name })
}

pub fn delete_passkey(tx: &Tx<'_>, id: Id<Passkey>) -> Result<()> {
    tx.exec_one("DELETE FROM passkey WHERE id = :id", args! { id: id })
}

pub fn delete_passkeys(tx: &Tx<'_>, person: Id<Person>) -> Result<()> {
    tx.exec("DELETE FROM passkey WHERE person_id = :person", args! { person: person }).map(drop)
}

/// Secret and last step of a person's app.
pub fn find_app(conn: &Conn, person: Id<Person>) -> Result<Option<(String, i64)>> {
    conn.find("SELECT secret, last_step FROM app_code WHERE person_id = :person", args! { person: person }, |r| {
        Ok((r.get(0)?, r.get(1)?))
    })
}

/// Since when her app shows codes, and when one was last used.
pub fn find_app_times(conn: &Conn, person: Id<Person>) -> Result<Option<(Moment, Option<Moment>)>> {
    conn.find("SELECT created_at, used_at FROM app_code WHERE person_id = :person", args! { person: person }, |r| {
        Ok((r.get(0)?, r.get(1)?))
    })
}

/// Keeps the secret of an app; false when there is one.
pub fn insert_app(tx: &Tx<'_>, person: Id<Person>, secret: &str, step: i64) -> Result<bool> {
    let made = tx.exec(
        "INSERT INTO app_code (person_id, secret, last_step, created_at) VALUES (:person, :secret, :step, :now) ON CONFLICT (person_id) DO NOTHING",
        args! { person: person, secret: secret, step: step, now: tx.now() },
    )?;
    Ok(made == 1)
}

/// Notes the step whose code was used; nothing may have used it or a later one before.
pub fn save_app_used(tx: &Tx<'_>, person: Id<Person>, step: i64) -> Result<()> {
    tx.exec_one(
        "UPDATE app_code SET last_step = :step, used_at = :now WHERE person_id = :person AND last_step < :step",
        args! { person: person, step: step, now: tx.now() },
    )
}

pub fn delete_app(tx: &Tx<'_>, person: Id<Person>) -> Result<u64> {
    tx.exec("DELETE FROM app_code WHERE person_id = :person", args! { person: person })
}

pub fn insert_emergency_code(tx: &Tx<'_>, person: Id<Person>, hash: &str) -> Result<()> {
    let id: Id<Passkey> = tx.id();
    let values = args! { id: id, person: person, hash: hash, now: tx.now() };
    tx.exec(
        "INSERT INTO emergency_code (id, person_id, code_hash, created_at) VALUES (:id, :person, :hash, :now)",
        values,
    )
    .map(drop)
}

/// Uses a code up; tells whether there was one.
pub fn delete_emergency_code(tx: &Tx<'_>, person: Id<Person>, hash: &str) -> Result<bool> {
    let gone = tx.exec(
        "DELETE FROM emergency_code WHERE code_hash = :hash AND person_id = :person",
        args! { person: person, hash: hash },
    )?;
    Ok(gone == 1)
}

pub fn delete_emergency_codes(tx: &Tx<'_>, person: Id<Person>) -> Result<()> {
    tx.exec("DELETE FROM emergency_code WHERE person_id = :person", args! { person: person }).map(drop)
}

pub fn insert_factor_try(tx: &Tx<'_>, person: Id<Person>) -> Result<()> {
    let id: Id<Passkey> = tx.id();
    tx.exec(
        "INSERT INTO factor_try (id, person_id, at) VALUES (:id, :person, :now)",
        args! { id: id, person: person, now: tx.now() },
    )
    .map(drop)
}

/// The wrong codes of a person since a moment, oldest first.
pub fn list_factor_tries(conn: &Conn, person: Id<Person>, since: Moment) -> Result<Vec<(Moment, i64)>> {
    conn.all(
        "SELECT at FROM factor_try WHERE person_id = :person AND at > :since ORDER BY at, id",
        args! { person: person, since: since },
        |r| Ok((r.get(0)?, 1)),
    )
}

pub fn delete_factor_tries(tx: &Tx<'_>, person: Id<Person>) -> Result<()> {
    tx.exec("DELETE FROM factor_try WHERE person_id = :person", args! { person: person }).map(drop)
}

pub fn insert_challenge(
    tx: &Tx<'_>,
    task: Task,
    hash: &str,
    browser_hash: &str,
    person: Option<Id<Person>>,
    until: Moment,
) -> Result<()> {
    let id: Id<Passkey> = tx.id();
    tx.exec(
        "INSERT INTO challenge (id, purpose, challenge_hash, browser_hash, person_id, expires_at) VALUES (:id, :purpose, :hash, :browser, :person, :until)",
        args! { id: id, purpose: task.word(), hash: hash, browser: browser_hash, person: person, until: until },
    )
    .map(drop)
}

/// Uses a challenge up; tells whether it was one of this browser, for this task and person, and still good.
pub fn delete_challenge(
    tx: &Tx<'_>,
    task: Task,
    hash: &str,
    browser_hash: &str,
    person: Option<Id<Person>>,
) -> Result<bool> {
    let gone = tx.exec(
        "DELETE FROM challenge WHERE challenge_hash = :hash AND browser_hash = :browser AND purpose = :purpose AND COALESCE(person_id, 0) = :person AND expires_at > :now",
        args! { hash: hash, browser: browser_hash, purpose: task.word(), person: person.map_or(0, Id::raw), now: tx.now() },
    )?;
    Ok(gone == 1)
}

pub fn delete_challenges_until(tx: &Tx<'_>, at: Moment) -> Result<()> {
    tx.exec("DELETE FROM challenge WHERE expires_at <= :at", args! { at: at }).map(drop)
}

/// Takes their strength from all sessions of a person but one: what they were proved with is gone.
pub fn save_sessions_weak(tx: &Tx<'_>, person: Id<Person>, but: Id<Session>) -> Result<()> {
    tx.exec(
        "UPDATE session SET strong_at = 0 WHERE person_id = :person AND id <> :but",
        args! { person: person, but: but },
    )
    .map(drop)
}

/// A person was asked whether she wants to do without mail; tells whether it was for the first time.
pub fn save_offered(tx: &Tx<'_>, person: Id<Person>) -> Result<bool> {
    let first = tx.exec(
        "UPDATE account SET passkey_offered = TRUE WHERE person_id = :person AND NOT passkey_offered",
        args! { person: person },
    )?;
    Ok(first == 1)
}
