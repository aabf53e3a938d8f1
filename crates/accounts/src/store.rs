//! SQL of accounts, sessions and requests for codes. One function, one statement.

use db::{Conn, Row, Tx, args};
use kernel::{Day, Id, Lang, Moment, Result};
use people::Person;

use crate::model::{Account, Proof, Purpose, Request, Session};

mod address;
mod factors;
mod invitations;
mod own;

pub use address::*;
pub use factors::*;
pub use invitations::*;
pub use own::*;

const ACCOUNT: &str = "a.person_id, a.mail, a.lang, a.theme, a.locked, a.version";

fn account(r: &Row<'_>) -> Result<Account> {
    let lang = Lang::from_code(&r.get::<String>(2)?).unwrap_or_default();
    Ok(Account { person: r.get(0)?, mail: r.get(1)?, lang, theme: r.get(3)?, locked: r.get(4)?, version: r.get(5)? })
}

/// The account of a person, for letters to her and for her own pages; never for pages others read.
///
/// # Errors
/// When the database cannot be read.
pub fn account_of(conn: &Conn, person: Id<Person>) -> Result<Option<Account>> {
    conn.find(
        &format!("SELECT {ACCOUNT} FROM account a WHERE a.person_id = :person"),
        args! { person: person },
        account,
    )
}

/// The accounts of some persons that may be used, by their numbers.
///
/// # Errors
/// When the database cannot be read.
pub fn list_accounts_of(conn: &Conn, persons: &[Id<Person>]) -> Result<Vec<Account>> {
    conn.all(
        &format!(
            "SELECT {ACCOUNT} FROM account a WHERE a.person_id IN (:persons*) AND NOT a.locked ORDER BY a.person_id"
        ),
        args! { persons: persons },
        account,
    )
}

/// The accounts behind an address that may be used, with the names of their persons.
pub fn list_accounts_at(conn: &Conn, mail: &str) -> Result<Vec<(Account, String)>> {
    conn.all(
        &format!("SELECT {ACCOUNT}, p.given, p.family FROM account a JOIN person p ON p.id = a.person_id WHERE a.mail = :mail AND NOT a.locked AND p.erased_at IS NULL ORDER BY p.sort_name, p.id"),
        args! { mail: mail },
        |r| Ok((account(r)?, format!("{} {}", r.get::<String>(6)?, r.get::<String>(7)?))),
    )
}

pub fn insert_account(tx: &Tx<'_>, person: Id<Person>, mail: &str, lang: Lang) -> Result<bool> {
    let made = tx.exec(
        "INSERT INTO account (person_id, mail, lang, created_at) VALUES (:person, :mail, :lang, :now) ON CONFLICT (person_id) DO NOTHING",
        args! { person: person, mail: mail, lang: lang.code(), now: tx.now() },
    )?;
    Ok(made == 1)
}

pub fn save_account(tx: &Tx<'_>, person: Id<Person>, version: i64, lang: Lang, theme: &str) -> Result<()> {
    tx.exec_one(
        "UPDATE account SET lang = :lang, theme = :theme, version = version + 1 WHERE person_id = :person AND version = :version",
        args! { person: person, version: version, lang: lang.code(), theme: theme },
    )
}

pub fn save_account_mail(tx: &Tx<'_>, person: Id<Person>, mail: &str) -> Result<()> {
    tx.exec_one(
        "UPDATE account SET mail = :mail, version = version + 1 WHERE person_id = :person",
        args! { person: person, mail: mail },
    )
}

/// A session with what the shell shows of its person.
pub struct Held {
    pub session: Id<Session>,
    pub person: Id<Person>,
    pub given: String,
    pub family: String,
    pub lang: Lang,
    pub theme: String,
    pub seen_at: Moment,
    pub proved_at: Moment,
    pub strong_at: Option<Moment>,
    pub shared: bool,
}

/// The session of a token, if it is valid now.
pub fn find_session_by_token(conn: &Conn, token_hash: &str) -> Result<Option<Held>> {
    conn.find(
        "SELECT s.id, s.person_id, p.given, p.family, a.lang, a.theme, s.seen_at, s.proved_at, s.strong_at, \
         (SELECT COUNT(*) FROM account o WHERE o.mail = a.mail AND o.person_id <> a.person_id AND NOT o.locked) FROM session s JOIN account a ON a.person_id = s.person_id \
         JOIN person p ON p.id = s.person_id WHERE s.token_hash = :hash AND s.expires_at > :now AND NOT a.locked AND p.erased_at IS NULL",
        args! { hash: token_hash, now: conn.now() },
        |r| {
            let lang = Lang::from_code(&r.get::<String>(4)?).unwrap_or_default();
            Ok(Held { session: r.get(0)?, person: r.get(1)?, given: r.get(2)?, family: r.get(3)?, lang, theme: r.get(5)?, seen_at: r.get(6)?, proved_at: r.get(7)?,
                strong_at: r.get::<i64>(8).map(|at| (at > 0).then(|| Moment::from_micros(at)))?, shared: r.get::<i64>(9)? > 0 })
        },
    )
}

pub fn find_session(conn: &Conn, id: Id<Session>) -> Result<Option<Session>> {
    conn.find(
        "SELECT id, person_id, device, created_at, seen_at, proof FROM session WHERE id = :id AND expires_at > :now",
        args! { id: id, now: conn.now() },
        session,
    )
}

pub fn list_sessions(conn: &Conn, person: Id<Person>) -> Result<Vec<Session>> {
    conn.all(
        "SELECT id, person_id, device, created_at, seen_at, proof FROM session WHERE person_id = :person AND expires_at > :now ORDER BY seen_at DESC, id DESC",
        args! { person: person, now: conn.now() },
        session,
    )
}

fn session(r: &Row<'_>) -> Result<Session> {
    let proof = Proof::from_word(&r.get::<String>(5)?);
    Ok(Session {
        id: r.get(0)?,
        person: r.get(1)?,
        device: r.get(2)?,
        created_at: r.get(3)?,
        seen_at: r.get(4)?,
        proof,
    })
}

pub fn insert_session(
    tx: &Tx<'_>,
    id: Id<Session>,
    token_hash: &str,
    person: Id<Person>,
    device: &str,
    until: Moment,
    proof: Proof,
) -> Result<()> {
    let strong = if proof.is_strong() { tx.now().micros() } else { 0 };
    let values = args! { id: id, hash: token_hash, person: person, device: device, now: tx.now(), until: until, proof: proof.word(), strong: strong };
    tx.exec("INSERT INTO session (id, token_hash, person_id, device, created_at, seen_at, expires_at, proved_at, proof, strong_at) VALUES (:id, :hash, :person, :device, :now, :now, :until, :now, :proof, :strong)", values).map(drop)
}

/// Gives a session a new token and marks it as proved now. A mail does not weaken what was proved otherwise.
pub fn save_session_token(tx: &Tx<'_>, id: Id<Session>, token_hash: &str, until: Moment, proof: Proof) -> Result<()> {
    let strong = if proof.is_strong() { tx.now().micros() } else { 0 };
    let values = args! { id: id, hash: token_hash, now: tx.now(), until: until, proof: proof.word(), strong: strong };
    tx.exec_one(
        "UPDATE session SET token_hash = :hash, proved_at = :now, seen_at = :now, expires_at = :until, \
         proof = CASE WHEN strong_at <= :strong THEN :proof ELSE proof END, strong_at = CASE WHEN strong_at < :strong THEN :strong ELSE strong_at END WHERE id = :id",
        values,
    )
}

pub fn save_session_seen(tx: &Tx<'_>, id: Id<Session>, until: Moment) -> Result<()> {
    tx.exec(
        "UPDATE session SET seen_at = :now, expires_at = :until WHERE id = :id",
        args! { id: id, now: tx.now(), until: until },
    )
    .map(drop)
}

pub fn delete_session(tx: &Tx<'_>, id: Id<Session>) -> Result<()> {
    tx.exec("DELETE FROM session WHERE id = :id", args! { id: id }).map(drop)
}

pub fn delete_other_sessions(tx: &Tx<'_>, person: Id<Person>, but: Id<Session>) -> Result<u64> {
    tx.exec("DELETE FROM session WHERE person_id = :person AND id <> :but", args! { person: person, but: but })
}

const REQUEST: &str = "SELECT id, purpose, mail_key, token_hash, code_hash, browser_hash, next_path, tries, expires_at, used_at FROM sign_in";

fn request(r: &Row<'_>) -> Result<Request> {
    let (whom, aim) = Request::read_next(&r.get::<String>(6)?);
    Ok(Request {
        id: r.get(0)?,
        purpose: Purpose::from_word(&r.get::<String>(1)?),
        mail_key: r.get(2)?,
        token_hash: r.get(3)?,
        code_hash: r.get(4)?,
        browser_hash: r.get(5)?,
        whom,
        aim,
        tries: r.get(7)?,
        expires_at: r.get(8)?,
        used_at: r.get(9)?,
    })
}

pub fn find_request_by_browser(conn: &Conn, browser_hash: &str) -> Result<Option<Request>> {
    conn.find(&format!("{REQUEST} WHERE browser_hash = :hash"), args! { hash: browser_hash }, request)
}

pub fn find_request_by_token(conn: &Conn, token_hash: &str) -> Result<Option<Request>> {
    conn.find(&format!("{REQUEST} WHERE token_hash = :hash"), args! { hash: token_hash }, request)
}

pub fn insert_request(tx: &Tx<'_>, new: &Request) -> Result<()> {
    tx.exec(
        "INSERT INTO sign_in (id, purpose, mail_key, token_hash, code_hash, browser_hash, next_path, created_at, expires_at) \
         VALUES (:id, :purpose, :mail_key, :token_hash, :code_hash, :browser_hash, :next, :now, :until)",
        args! { id: new.id, purpose: new.purpose.word(), mail_key: &new.mail_key, token_hash: &new.token_hash, code_hash: &new.code_hash,
        browser_hash: &new.browser_hash, next: new.stored_next(), now: tx.now(), until: new.expires_at },
    )
    .map(drop)
}

/// A try that failed.
pub fn save_try(tx: &Tx<'_>, id: Id<Request>) -> Result<()> {
    tx.exec_one("UPDATE sign_in SET tries = tries + 1 WHERE id = :id AND used_at IS NULL", args! { id: id })
}

/// Proved now; open for choosing the person until `until`, spent from then on.
pub fn save_used(tx: &Tx<'_>, id: Id<Request>, until: Moment) -> Result<()> {
    tx.exec_one(
        "UPDATE sign_in SET used_at = COALESCE(used_at, :now), expires_at = :until WHERE id = :id",
        args! { id: id, now: tx.now(), until: until },
    )
}

/// The requests of an address since a moment, oldest first: when, and how many wrong codes it took.
pub fn list_requests_since(conn: &Conn, mail_key: &str, purpose: Purpose, since: Moment) -> Result<Vec<(Moment, i64)>> {
    conn.all(
        "SELECT created_at, tries FROM sign_in WHERE mail_key = :key AND created_at > :since AND purpose = :purpose ORDER BY created_at, id",
        args! { key: mail_key, since: since, purpose: purpose.word() },
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}

/// Writes as much as a letter would, for an address that nobody has: so neither time nor the number of writes tells.
pub fn insert_no_letter(tx: &Tx<'_>) -> Result<()> {
    let id: Id<db::QueuedMail> = tx.id();
    tx.exec(
        "INSERT INTO mail_out (id, address, subject, body_text, purpose, state, tries, next_at, created_at, sent_at) VALUES (:id, '', '', '', 'none', 'sent', 0, :now, :now, :now)",
        args! { id: id, now: tx.now() },
    )
    .map(drop)
}

/// Whether anybody could sign in.
pub fn has_accounts(conn: &Conn) -> Result<bool> {
    Ok(conn.count("SELECT COUNT(*) FROM (SELECT 1 FROM account LIMIT 1) first_row", args! {})? > 0)
}

pub fn count_operators(conn: &Conn) -> Result<i64> {
    conn.count("SELECT COUNT(*) FROM operator WHERE from_day <= :day AND until_day > :day", args! { day: conn.today() })
}

pub fn insert_operator(tx: &Tx<'_>, person: Id<Person>, from: Day) -> Result<()> {
    let id: Id<Account> = tx.id();
    let values = args! { id: id, person: person, from: from, until: Day::OPEN };
    tx.exec("INSERT INTO operator (id, person_id, from_day, until_day) VALUES (:id, :person, :from, :until)", values)
        .map(drop)
}

/// Deletes what has done its work: see `migrations/columns.tsv` for how long each is kept.
pub fn delete_old(tx: &Tx<'_>) -> Result<()> {
    let ago = |seconds: i64| tx.now().plus_seconds(-seconds);
    let day = 86_400;
    tx.exec("DELETE FROM session WHERE expires_at <= :now", args! { now: tx.now() })?;
    tx.exec("DELETE FROM sign_in WHERE created_at <= :at", args! { at: ago(day) })?;
    tx.exec("DELETE FROM submission WHERE at <= :at", args! { at: ago(day) })?;
    tx.exec("DELETE FROM factor_try WHERE at <= :at", args! { at: ago(day) })?;
    // Asked for five minutes before it ends.
    tx.exec("DELETE FROM challenge WHERE expires_at <= :at", args! { at: ago(day - 300) })?;
    tx.exec("DELETE FROM mail_change WHERE created_at <= :at", args! { at: ago(7 * day) })?;
    tx.exec("DELETE FROM mail_out WHERE created_at <= :at", args! { at: ago(30 * day) })?;
    tx.forget_troubles(ago(365 * day))?;
    tx.exec(
        "DELETE FROM invitation WHERE COALESCE(accepted_at, withdrawn_at, expires_at) <= :at",
        args! { at: ago(14 * day) },
    )?;
    tx.exec("DELETE FROM operator WHERE until_day <= :day", args! { day: tx.today().plus_months(-36) })?;
    Ok(())
}
