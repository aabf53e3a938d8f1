//! Requests to join.

use db::{Conn, Row, Tx, args};
use kernel::{Day, Id, Lang, Moment, Result};
use people::{Organisation, OrganisationKind, Person, Post};
use web::Window;

use crate::{Body, HandedOver, JoinRequest, JoinState, NewJoinRequest};

const REQUEST: &str = "q.id, q.body_id, q.given, q.family, q.mail, q.lang, q.organisation_id, q.post_id, q.organisation, q.organisation_kind, q.role, q.statement, q.functional, q.state, \
     q.handed_over, q.created_at, q.due_at, q.asked_members, q.person_id, q.from_day";

fn request(r: &Row<'_>) -> Result<JoinRequest> {
    Ok(JoinRequest {
        id: r.get(0)?,
        body: r.get(1)?,
        given: r.get(2)?,
        family: r.get(3)?,
        mail: r.get(4)?,
        lang: Lang::from_code(&r.get::<String>(5)?).unwrap_or_default(),
        organisation: r.get(6)?,
        post: r.get(7)?,
        organisation_name: r.get(8)?,
        organisation_kind: r.word(9, OrganisationKind::maybe)?,
        role: r.get(10)?,
        statement: r.get(11)?,
        functional: r.get(12)?,
        state: r.get(13)?,
        handed_over: r.word(14, HandedOver::maybe)?,
        created_at: r.get(15)?,
        due_at: r.get(16)?,
        asked_members: r.get(17)?,
        person: r.get(18)?,
        from: r.get(19)?,
    })
}

/// A request by number. Who may read it is decided next, by who she is to it.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn find_request(conn: &Conn, id: Id<JoinRequest>) -> Result<JoinRequest> {
    conn.one(&format!("SELECT {REQUEST} FROM join_request q WHERE q.id = :id"), args! { id: id }, request)
}

/// The body a request is to, whoever asks: for rules, and for verbs that decide next who the reader is to the request.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn body_of(conn: &Conn, request: &JoinRequest) -> Result<Body> {
    crate::store::bodies::body_for_program(conn, request.body)
}

/// The request a letter's link stands for.
///
/// # Errors
/// When the database cannot be read.
pub fn find_request_by_token(conn: &Conn, token_hash: &str) -> Result<Option<JoinRequest>> {
    conn.find(
        &format!("SELECT {REQUEST} FROM join_request q WHERE q.token_hash = :hash"),
        args! { hash: token_hash },
        request,
    )
}

/// The requests of a body that run, oldest first, and those decided within the last weeks.
///
/// # Errors
/// When the database cannot be read.
pub fn list_requests(conn: &Conn, body: Id<Body>) -> Result<Vec<JoinRequest>> {
    conn.all(
        &format!("SELECT {REQUEST} FROM join_request q WHERE q.body_id = :body AND q.state IN ('waiting', 'objecting', 'handed', 'admitted', 'refused') ORDER BY q.id LIMIT 500"),
        args! { body: body },
        request,
    )
}

/// Whether an address has a running request at a body besides this one.
///
/// # Errors
/// When the database cannot be read.
pub fn runs_already(conn: &Conn, request: &JoinRequest, mail_key: &str) -> Result<bool> {
    let n = conn.count(
        "SELECT COUNT(*) FROM join_request q WHERE q.mail_key = :key AND q.body_id = :body AND q.id <> :id AND q.state IN ('waiting', 'objecting', 'handed')",
        args! { key: mail_key, body: request.body, id: request.id },
    )?;
    Ok(n > 0)
}

/// When an address asked since a moment, oldest first.
///
/// # Errors
/// When the database cannot be read.
pub fn list_asked_since(conn: &Conn, mail_key: &str, since: Moment) -> Result<Vec<Moment>> {
    conn.all(
        "SELECT q.created_at FROM join_request q WHERE q.mail_key = :key AND q.created_at > :since ORDER BY q.created_at",
        args! { key: mail_key, since: since },
        |r| r.get(0),
    )
}

/// When unconfirmed requests came to a body since a moment, oldest first.
///
/// # Errors
/// When the database cannot be read.
pub fn list_unconfirmed_since(conn: &Conn, body: Id<Body>, since: Moment) -> Result<Vec<Moment>> {
    conn.all(
        "SELECT q.created_at FROM join_request q WHERE q.body_id = :body AND q.state = 'unconfirmed' AND q.created_at > :since ORDER BY q.created_at",
        args! { body: body, since: since },
        |r| r.get(0),
    )
}

/// Whether any request of the house waits for anybody, and whether any leaving is to be looked at.
///
/// # Errors
/// When the database cannot be read.
pub fn waits_anywhere(conn: &Conn) -> Result<(bool, bool)> {
    conn.one(
        "SELECT (SELECT MIN(q.id) FROM join_request q WHERE q.state IN ('waiting', 'objecting', 'handed')), \
         (SELECT MIN(l.until_day) FROM leaving l WHERE l.reviewed_at IS NULL AND l.until_day > :never)",
        args! { never: "0001-01-01" },
        |r| Ok((r.get::<Option<i64>>(0)?.is_some(), r.get::<Option<Day>>(1)?.is_some())),
    )
}

/// What waits for somebody: the request, its body, where it stands, until when, and whether she is named in it.
pub type WaitingRequest = (Id<JoinRequest>, Id<Body>, JoinState, Option<Moment>, bool);

/// Requests that may wait for a person: those she is named for; those handed over in networks she belongs to and bodies
/// she sits in; and those members of these bodies may object to. What she may do with each is decided next.
///
/// # Errors
/// When the database cannot be read.
pub fn list_waiting(
    conn: &Conn,
    person: Id<Person>,
    networks: &[Id<Body>],
    bodies: &[Id<Body>],
) -> Result<Vec<WaitingRequest>> {
    conn.all(
        "SELECT q.id, q.body_id, q.state, q.due_at, 1 FROM vouch w JOIN join_request q ON q.id = w.request_id WHERE w.person_id = :person AND w.answer IS NULL AND q.state = 'waiting' \
         UNION SELECT q.id, q.body_id, q.state, q.due_at, 0 FROM body b JOIN join_request q ON q.body_id = b.id WHERE b.network_id IN (:networks*) AND q.state = 'handed' \
         UNION SELECT q.id, q.body_id, q.state, q.due_at, 0 FROM join_request q WHERE q.body_id IN (:bodies*) AND q.state IN ('handed', 'objecting') ORDER BY 1",
        args! { person: person, networks: networks, bodies: bodies },
        |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?, r.get::<i64>(4)? == 1)),
    )
}

/// A request as it is told: where it belongs and stands, when it came, and until when.
pub struct ToldRequest {
    /// The request.
    pub id: Id<JoinRequest>,
    /// The body it is to.
    pub body: Id<Body>,
    /// Where it stands.
    pub state: JoinState,
    /// When it came.
    pub at: Moment,
    /// Until when something can be done.
    pub due: Option<Moment>,
}

/// Requests that wait and came within a window: for what is told; what each reader may do is decided next.
///
/// # Errors
/// When the database cannot be read.
pub fn list_told(conn: &Conn, window: &Window) -> Result<Vec<ToldRequest>> {
    let (hers, given) = window.within("b.network_id", args! { since: window.since, until: window.until });
    let sql = format!(
        "SELECT q.id, q.body_id, q.state, q.created_at, q.due_at FROM join_request q JOIN body b ON b.id = q.body_id \
         WHERE q.state IN ('waiting', 'objecting', 'handed') AND q.created_at > :since AND q.created_at <= :until{hers} ORDER BY q.created_at, q.id"
    );
    conn.all(&sql, given, |r| {
        Ok(ToldRequest { id: r.get(0)?, body: r.get(1)?, state: r.get(2)?, at: r.get(3)?, due: r.get(4)? })
    })
}

/// Who is named in some requests and has not answered.
///
/// # Errors
/// When the database cannot be read.
pub fn list_named(conn: &Conn, requests: &[Id<JoinRequest>]) -> Result<Vec<(Id<JoinRequest>, i64)>> {
    if requests.is_empty() {
        return Ok(Vec::new());
    }
    conn.all(
        "SELECT w.request_id, w.person_id FROM vouch w WHERE w.request_id IN (:requests*) AND w.person_id IS NOT NULL AND w.answer IS NULL",
        args! { requests: requests },
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}

/// The hashes under which a request is found.
#[derive(Clone, Copy)]
pub struct Keys<'a> {
    /// Of its letter's link.
    pub link: &'a str,
    /// Of its address.
    pub mail: &'a str,
    /// Of the browser that asked.
    pub browser: &'a str,
    /// Of its letter's code.
    pub code: &'a str,
}

/// The request a browser asked with, and how many wrong codes it took.
///
/// # Errors
/// When the database cannot be read.
pub fn find_request_by_browser(conn: &Conn, browser_hash: &str) -> Result<Option<(JoinRequest, i64)>> {
    conn.find(
        &format!("SELECT {REQUEST}, q.tries FROM join_request q WHERE q.browser_hash = :hash"),
        args! { hash: browser_hash },
        |r| Ok((request(r)?, r.get(20)?)),
    )
}

/// Whether a code is the one of the request's letter.
///
/// # Errors
/// When the database cannot be read.
pub fn code_fits(conn: &Conn, id: Id<JoinRequest>, code_hash: &str) -> Result<bool> {
    let held = conn.find("SELECT q.code_hash FROM join_request q WHERE q.id = :id", args! { id: id }, |r| {
        r.get::<Option<String>>(0)
    })?;
    Ok(held.flatten().is_some_and(|held| accounts::secrets::same(&held, code_hash)))
}

/// Counts a wrong code.
pub fn save_try(tx: &Tx<'_>, id: Id<JoinRequest>) -> Result<()> {
    tx.exec_one("UPDATE join_request SET tries = tries + 1 WHERE id = :id", args! { id: id })
}

/// What somebody asked herself: those she was admitted by, and confirmed ones of her address in her name. A mailbox may be
/// that of several, so the address alone says nothing.
///
/// # Errors
/// When the database cannot be read.
pub fn list_own(
    conn: &Conn,
    person: Id<Person>,
    mail_key: &str,
    (given, family): (&str, &str),
) -> Result<Vec<(JoinRequest, String, Option<String>)>> {
    conn.all(
        &format!("SELECT {REQUEST}, b.name, b.name_en FROM join_request q JOIN body b ON b.id = q.body_id \
         WHERE q.id IN (SELECT a.id FROM join_request a WHERE a.person_id = :person \
         UNION SELECT a.id FROM join_request a WHERE a.mail_key = :key AND a.state <> 'unconfirmed' AND a.given = :given AND a.family = :family) ORDER BY q.id"),
        args! { person: person, key: mail_key, given: given, family: family },
        |r| Ok((request(r)?, r.get(20)?, r.get(21)?)),
    )
}

/// Deletes a request, after everything about it.
pub fn delete_request(tx: &Tx<'_>, id: Id<JoinRequest>) -> Result<()> {
    tx.exec_one("DELETE FROM join_request WHERE id = :id", args! { id: id })
}

/// Writes an unconfirmed request down.
pub fn insert_request(
    tx: &Tx<'_>,
    id: Id<JoinRequest>,
    body: Id<Body>,
    keys: &Keys<'_>,
    new: &NewJoinRequest,
) -> Result<()> {
    tx.exec(
        "INSERT INTO join_request (id, body_id, token_hash, mail_key, browser_hash, code_hash, given, family, mail, lang, organisation_id, organisation, organisation_kind, role, statement, state, created_at) \
         VALUES (:id, :body, :hash, :key, :browser, :code, :given, :family, :mail, :lang, :organisation, :organisation_name, :organisation_kind, :role, :statement, 'unconfirmed', :now)",
        args! { id: id, body: body, hash: keys.link, key: keys.mail, browser: keys.browser, code: keys.code, given: &new.given, family: &new.family, mail: &new.mail, lang: new.lang.code(), organisation: new.organisation,
        organisation_name: &new.organisation_name, organisation_kind: new.organisation_kind.map(OrganisationKind::word), role: &new.role, statement: &new.statement, now: tx.now() },
    )
    .map(drop)
}

/// Marks a request as proved, with what its mailbox says.
pub fn save_confirmed(
    tx: &Tx<'_>,
    id: Id<JoinRequest>,
    (organisation, post): (Option<Id<Organisation>>, Option<Id<Post>>),
    functional: bool,
    due: Moment,
) -> Result<()> {
    tx.exec_one(
        "UPDATE join_request SET state = 'waiting', organisation_id = :organisation, post_id = :post, functional = :functional, due_at = :due WHERE id = :id AND state = 'unconfirmed'",
        args! { id: id, organisation: organisation, post: post, functional: functional, due: due },
    )
}

/// The step from one state to another; whoever comes second finds it taken.
pub fn save_step(
    tx: &Tx<'_>,
    request: &JoinRequest,
    state: JoinState,
    why: Option<HandedOver>,
    due: Option<Moment>,
) -> Result<()> {
    tx.exec_one(
        "UPDATE join_request SET state = :state, handed_over = :why, due_at = :due, asked_members = (asked_members OR :asks) WHERE id = :id AND state = :was",
        args! { id: request.id, state: state, why: why.map(HandedOver::word), due: due, asks: state == JoinState::Objecting, was: request.state },
    )
}

/// The end of a request. Kept from `closed` for the time the schema says.
pub fn save_decision(
    tx: &Tx<'_>,
    request: &JoinRequest,
    admitted: Option<(Id<Person>, Day)>,
    closed: Moment,
) -> Result<()> {
    let state = if admitted.is_some() { JoinState::Admitted } else { JoinState::Refused };
    let (person, from) = admitted.unzip();
    tx.exec_one(
        "UPDATE join_request SET state = :state, person_id = :person, from_day = :from_day, due_at = NULL, closed_at = :closed WHERE id = :id AND state = :was",
        args! { id: request.id, state: state, person: person, from_day: from, closed: closed, was: request.state },
    )
}

const OVER: &str = "SELECT q.id FROM join_request q WHERE (q.state = 'unconfirmed' AND q.created_at <= :unconfirmed) UNION SELECT q.id FROM join_request q WHERE q.closed_at <= :closed";

/// Deletes the requests whose time is over, after [`delete_old_vouches`] and [`delete_old_objections`].
pub fn delete_old(tx: &Tx<'_>, unconfirmed: Moment, closed: Moment) -> Result<()> {
    let sql = format!("DELETE FROM join_request WHERE id IN ({OVER})");
    tx.exec(&sql, args! { unconfirmed: unconfirmed, closed: closed }).map(drop)
}

/// Deletes what letters about them open.
pub fn delete_old_letters(tx: &Tx<'_>, unconfirmed: Moment, closed: Moment) -> Result<()> {
    let sql = format!("DELETE FROM join_letter WHERE request_id IN ({OVER})");
    tx.exec(&sql, args! { unconfirmed: unconfirmed, closed: closed }).map(drop)
}

/// Deletes who was asked about them.
pub fn delete_old_vouches(tx: &Tx<'_>, unconfirmed: Moment, closed: Moment) -> Result<()> {
    let sql = format!("DELETE FROM vouch WHERE request_id IN ({OVER})");
    tx.exec(&sql, args! { unconfirmed: unconfirmed, closed: closed }).map(drop)
}

/// Deletes what was said against them.
pub fn delete_old_objections(tx: &Tx<'_>, unconfirmed: Moment, closed: Moment) -> Result<()> {
    let sql = format!("DELETE FROM objection WHERE request_id IN ({OVER})");
    tx.exec(&sql, args! { unconfirmed: unconfirmed, closed: closed }).map(drop)
}
