//! Rounds of data checks, their links and what comes back. Who holds what is read for the house's own letters and for the
//! person a link was sent to.

use db::{Conn, Row, Tx, args};
use kernel::{Actor, Day, Id, Moment, Result};
use people::{Organisation, Person, Post};
use rights::{Action, Kind};
use web::Window;

use crate::{Body, Change, CheckLink, DataCheck, NewChange};

fn check(r: &Row<'_>, n: usize) -> Result<DataCheck> {
    Ok(DataCheck { id: r.get(n)?, body: r.get(n + 1)?, created: r.get(n + 2)?, due: r.get(n + 3)? })
}

const LINK: &str = "l.id, l.check_id, l.person_id, l.sent, l.reminded_at, l.answered_at, l.changed";

fn link(r: &Row<'_>, n: usize) -> Result<CheckLink> {
    Ok(CheckLink {
        id: r.get(n)?,
        check: r.get(n + 1)?,
        person: r.get(n + 2)?,
        sent: r.get(n + 3)?,
        reminded: r.get(n + 4)?,
        answered: r.get(n + 5)?,
        changed: r.get(n + 6)?,
    })
}

/// The latest round of a network.
pub fn latest_check(conn: &Conn, body: Id<Body>) -> Result<Option<DataCheck>> {
    conn.find(
        "SELECT d.id, d.body_id, d.created_at, d.due_at FROM data_check d WHERE d.body_id = :body ORDER BY d.created_at DESC, d.id DESC LIMIT 1",
        args! { body: body },
        |r| check(r, 0),
    )
}

/// One round; `None` when its time of keeping is over.
pub fn find_check(conn: &Conn, id: Id<DataCheck>) -> Result<Option<DataCheck>> {
    conn.find(
        "SELECT d.id, d.body_id, d.created_at, d.due_at FROM data_check d WHERE d.id = :id",
        args! { id: id },
        |r| check(r, 0),
    )
}

pub fn insert_check(tx: &Tx<'_>, new: &DataCheck) -> Result<()> {
    tx.exec(
        "INSERT INTO data_check (id, body_id, created_at, due_at) VALUES (:id, :body, :created, :due)",
        args! { id: new.id, body: new.body, created: new.created, due: new.due },
    )
    .map(drop)
}

/// Whether a network asks every year, and the address its links begin with.
pub fn yearly_base(conn: &Conn, body: Id<Body>) -> Result<Option<String>> {
    conn.find("SELECT y.base FROM data_check_rule y WHERE y.body_id = :body", args! { body: body }, |r| r.get(0))
}

pub fn save_yearly(tx: &Tx<'_>, body: Id<Body>, base: &str) -> Result<()> {
    tx.exec(
        "INSERT INTO data_check_rule (body_id, base) VALUES (:body, :base) ON CONFLICT (body_id) DO UPDATE SET base = :base",
        args! { body: body, base: base },
    )
    .map(drop)
}

pub fn delete_yearly(tx: &Tx<'_>, body: Id<Body>) -> Result<()> {
    tx.exec("DELETE FROM data_check_rule WHERE body_id = :body", args! { body: body }).map(drop)
}

/// Networks that ask every year and have not asked since a moment, with the address their links begin with.
pub fn list_yearly_due(conn: &Conn, since: Moment, day: Day) -> Result<Vec<(Id<Body>, String)>> {
    conn.all(
        "SELECT y.body_id, y.base FROM data_check_rule y WHERE NOT EXISTS (SELECT 1 FROM data_check d WHERE d.body_id = y.body_id AND d.created_at > :since) \
         AND EXISTS (SELECT 1 FROM body b WHERE b.id = y.body_id AND b.until_day > :day) ORDER BY y.body_id",
        args! { since: since, day: day },
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}

/// Who holds a post with a seat in the network, or speaks for an organisation there, and has no link of the round yet.
pub fn list_unasked(conn: &Conn, check: &DataCheck, day: Day, most: i64) -> Result<Vec<Id<Person>>> {
    conn.all(
        "SELECT DISTINCT v.person_id FROM sits v WHERE v.body_id = :body AND v.capacity IN ('holder', 'acting', 'representative') \
         AND v.from_day <= :day AND v.until_day > :day AND v.seat_from <= :day AND v.seat_until > :day \
         AND NOT EXISTS (SELECT 1 FROM data_check_link l WHERE l.check_id = :check AND l.person_id = v.person_id) ORDER BY v.person_id LIMIT :most",
        args! { body: check.body, check: check.id, day: day, most: most },
        |r| r.get(0),
    )
}

/// A person, the post through which she belongs, and the organisation she speaks for.
pub type HeldRow = (Id<Person>, Option<Id<Post>>, Option<Id<Organisation>>);

/// What these persons hold in the network.
pub fn list_held_by(conn: &Conn, body: Id<Body>, persons: &[Id<Person>], day: Day) -> Result<Vec<HeldRow>> {
    conn.all(
        "SELECT DISTINCT v.person_id, v.post_id, o.organisation_id FROM sits v JOIN occupancy o ON o.id = v.occupancy_id WHERE v.body_id = :body AND v.person_id IN (:persons*) \
         AND v.capacity IN ('holder', 'acting', 'representative') AND v.from_day <= :day AND v.until_day > :day AND v.seat_from <= :day AND v.seat_until > :day \
         ORDER BY v.person_id, v.post_id, o.organisation_id",
        args! { body: body, persons: persons, day: day },
        |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)),
    )
}

pub fn insert_link(tx: &Tx<'_>, check: Id<DataCheck>, person: Id<Person>, hash: &str, sent: bool) -> Result<()> {
    let id = tx.id::<CheckLink>();
    tx.exec(
        "INSERT INTO data_check_link (id, check_id, person_id, token_hash, sent) VALUES (:id, :check, :person, :hash, :sent)",
        args! { id: id, check: check, person: person, hash: hash, sent: sent },
    )
    .map(drop)
}

/// Links nobody answered and nobody reminded of since a moment.
pub fn list_unanswered(conn: &Conn, check: Id<DataCheck>, before: Moment, most: i64) -> Result<Vec<CheckLink>> {
    conn.all(
        &format!(
            "SELECT {LINK} FROM data_check_link l WHERE l.check_id = :check AND l.sent AND l.answered_at IS NULL AND (l.reminded_at IS NULL OR l.reminded_at < :before) ORDER BY l.id LIMIT :most"
        ),
        args! { check: check, before: before, most: most },
        |r| link(r, 0),
    )
}

/// A reminder has a link of its own; the first one goes on working.
pub fn save_reminded(tx: &Tx<'_>, id: Id<CheckLink>, hash: &str) -> Result<()> {
    tx.exec_one(
        "UPDATE data_check_link SET again_hash = :hash, reminded_at = :now WHERE id = :id",
        args! { id: id, hash: hash, now: tx.now() },
    )
}

/// What a link's token opens.
pub fn find_by_hash(conn: &Conn, hash: &str) -> Result<Option<(CheckLink, DataCheck)>> {
    conn.find(
        &format!(
            "SELECT {LINK}, d.id, d.body_id, d.created_at, d.due_at FROM data_check_link l JOIN data_check d ON d.id = l.check_id WHERE l.token_hash = :hash \
             UNION ALL SELECT {LINK}, d.id, d.body_id, d.created_at, d.due_at FROM data_check_link l JOIN data_check d ON d.id = l.check_id WHERE l.again_hash = :hash LIMIT 1"
        ),
        args! { hash: hash },
        |r| Ok((link(r, 0)?, check(r, 7)?)),
    )
}

/// A person's own link, by number.
pub fn find_own(conn: &Conn, id: Id<CheckLink>, person: Id<Person>) -> Result<Option<(CheckLink, DataCheck)>> {
    conn.find(
        &format!(
            "SELECT {LINK}, d.id, d.body_id, d.created_at, d.due_at FROM data_check_link l JOIN data_check d ON d.id = l.check_id WHERE l.id = :id AND l.person_id = :person"
        ),
        args! { id: id, person: person },
        |r| Ok((link(r, 0)?, check(r, 7)?)),
    )
}

/// A person's own links of these numbers in rounds that run.
pub fn list_own(conn: &Conn, person: Id<Person>, ids: &[i64]) -> Result<Vec<(CheckLink, DataCheck)>> {
    conn.all(
        &format!(
            "SELECT {LINK}, d.id, d.body_id, d.created_at, d.due_at FROM data_check_link l JOIN data_check d ON d.id = l.check_id WHERE l.person_id = :person AND l.id IN (:ids*) AND d.due_at > :now"
        ),
        args! { person: person, ids: ids, now: conn.now() },
        |r| Ok((link(r, 0)?, check(r, 7)?)),
    )
}

/// Links of rounds that run and began within a window: for what is told; each is for its own person.
pub fn list_told(conn: &Conn, window: &Window) -> Result<Vec<(CheckLink, DataCheck)>> {
    let given = args! { since: window.since, until: window.until, now: conn.now() };
    let (hers, given) = window.within("d.body_id", given);
    let sql = format!(
        "SELECT {LINK}, d.id, d.body_id, d.created_at, d.due_at FROM data_check d JOIN data_check_link l ON l.check_id = d.id \
         WHERE d.created_at > :since AND d.created_at <= :until AND d.due_at > :now{hers}"
    );
    conn.all(&sql, given, |r| Ok((link(r, 0)?, check(r, 7)?)))
}

/// The checks in which a person is asked and has not answered, with their links.
///
/// # Errors
/// When the database cannot be read.
pub fn list_asking(conn: &Conn, person: Id<Person>) -> Result<Vec<(CheckLink, DataCheck)>> {
    let sql = format!(
        "SELECT {LINK}, d.id, d.body_id, d.created_at, d.due_at FROM data_check_link l JOIN data_check d ON d.id = l.check_id \
         WHERE l.person_id = :person AND l.answered_at IS NULL AND d.due_at > :now ORDER BY d.due_at, d.id"
    );
    conn.all(&sql, args! { person: person, now: conn.now() }, |r| Ok((link(r, 0)?, check(r, 7)?)))
}

pub fn save_answered(tx: &Tx<'_>, id: Id<CheckLink>, changed: bool) -> Result<()> {
    tx.exec_one(
        "UPDATE data_check_link SET answered_at = :now, changed = :changed WHERE id = :id",
        args! { id: id, now: tx.now(), changed: changed },
    )
}

/// Everybody of a round: who did not answer first.
pub fn list_links(conn: &Conn, check: Id<DataCheck>) -> Result<Vec<CheckLink>> {
    conn.all(
        &format!("SELECT {LINK} FROM data_check_link l WHERE l.check_id = :check ORDER BY l.answered_at, l.id"),
        args! { check: check },
        |r| link(r, 0),
    )
}

/// Links of a person in rounds of all times, with the network's name: for herself.
pub fn list_links_of(conn: &Conn, person: Id<Person>) -> Result<Vec<(CheckLink, Moment, String)>> {
    conn.all(
        &format!(
            "SELECT {LINK}, d.created_at, b.name FROM data_check_link l JOIN data_check d ON d.id = l.check_id JOIN body b ON b.id = d.body_id WHERE l.person_id = :person ORDER BY d.created_at, l.id"
        ),
        args! { person: person },
        |r| Ok((link(r, 0)?, r.get(7)?, r.get(8)?)),
    )
}

const CHANGE: &str = "c.id, c.link_id, l.person_id, c.kind, c.tenure_id, c.post_id, c.organisation_id, c.value, c.day";

fn change(r: &Row<'_>) -> Result<Change> {
    Ok(Change {
        id: r.get(0)?,
        link: r.get(1)?,
        person: r.get(2)?,
        kind: r.get(3)?,
        tenure: r.get(4)?,
        post: r.get(5)?,
        organisation: r.get(6)?,
        value: r.get(7)?,
        day: r.get(8)?,
    })
}

/// What waits in a network for its keepers.
pub fn list_changes(conn: &Conn, body: Id<Body>) -> Result<Vec<Change>> {
    conn.all(
        &format!(
            "SELECT {CHANGE} FROM data_check d JOIN data_check_link l ON l.check_id = d.id JOIN data_check_change c ON c.link_id = l.id WHERE d.body_id = :body AND c.decided_at IS NULL ORDER BY c.id"
        ),
        args! { body: body },
        change,
    )
}

/// Of one link, what waits: a later answer replaces it.
pub fn list_changes_of(conn: &Conn, link: Id<CheckLink>) -> Result<Vec<Change>> {
    conn.all(
        &format!(
            "SELECT {CHANGE} FROM data_check_change c JOIN data_check_link l ON l.id = c.link_id WHERE c.link_id = :link AND c.decided_at IS NULL ORDER BY c.id"
        ),
        args! { link: link },
        change,
    )
}

/// Takes away what waits of a link, but for some of it.
pub fn delete_open_changes(tx: &Tx<'_>, link: Id<CheckLink>, but: &[Id<Change>]) -> Result<()> {
    tx.exec(
        "DELETE FROM data_check_change WHERE link_id = :link AND decided_at IS NULL AND id NOT IN (:but*)",
        args! { link: link, but: but },
    )
    .map(drop)
}

/// `token_hash`: what the letter about it opens, for [`crate::ChangeKind::OwnMail`].
pub fn insert_change(tx: &Tx<'_>, link: Id<CheckLink>, new: &NewChange, token_hash: Option<&str>) -> Result<()> {
    let id = tx.id::<Change>();
    tx.exec(
        "INSERT INTO data_check_change (id, link_id, kind, tenure_id, post_id, organisation_id, value, day, token_hash) VALUES (:id, :link, :kind, :tenure, :post, :organisation, :value, :day, :token)",
        args! { id: id, link: link, kind: new.kind, tenure: new.tenure, post: new.post, organisation: new.organisation, value: &new.value, day: new.day, token: token_hash },
    )
    .map(drop)
}

/// Counts a letter about a new address, and says whether the link may have had one more.
pub fn save_address_letter(tx: &Tx<'_>, id: Id<CheckLink>, most: i64) -> Result<bool> {
    let counted = tx.exec(
        "UPDATE data_check_link SET address_letters = address_letters + 1 WHERE id = :id AND address_letters < :most",
        args! { id: id, most: most },
    )?;
    Ok(counted == 1)
}

/// What the letter to an old address opens, with its link and round, while nobody has decided.
pub fn find_change_by_hash(conn: &Conn, hash: &str) -> Result<Option<(Change, CheckLink, DataCheck)>> {
    conn.find(
        &format!(
            "SELECT {CHANGE}, {LINK}, d.id, d.body_id, d.created_at, d.due_at FROM data_check_change c JOIN data_check_link l ON l.id = c.link_id JOIN data_check d ON d.id = l.check_id \
             WHERE c.token_hash = :hash AND c.decided_at IS NULL"
        ),
        args! { hash: hash },
        |r| Ok((change(r)?, link(r, 9)?, check(r, 16)?)),
    )
}

/// Ends a link in wrong hands: it opens nothing any more, and its person counts as not having answered, so that a reminder
/// brings her another.
pub fn save_closed(tx: &Tx<'_>, id: Id<CheckLink>, hash: &str) -> Result<()> {
    tx.exec_one(
        "UPDATE data_check_link SET token_hash = :hash, again_hash = NULL, answered_at = NULL, changed = FALSE WHERE id = :id",
        args! { id: id, hash: hash },
    )
}

/// Marks as decided; what was decided keeps neither words nor days, and its letter opens nothing any more.
///
/// # Errors
/// [`kernel::Error::Stale`] when it was decided meanwhile.
pub fn save_decided(tx: &Tx<'_>, id: Id<Change>, accepted: bool) -> Result<()> {
    tx.exec_one(
        "UPDATE data_check_change SET decided_at = :now, accepted = :accepted, value = '', day = NULL, token_hash = NULL WHERE id = :id AND decided_at IS NULL",
        args! { id: id, now: tx.now(), accepted: accepted },
    )
}

/// Networks this actor keeps in which something waits, and how much.
pub fn list_waiting_checks(conn: &Conn, actor: &Actor) -> Result<Vec<(Id<Body>, i64)>> {
    let args = args! {}.visible(rights::condition(actor, Kind::Roster, Action::Edit));
    conn.all(
        "SELECT b.id, COUNT(*) FROM data_check_change c JOIN data_check_link l ON l.id = c.link_id JOIN data_check d ON d.id = l.check_id JOIN body b ON b.id = d.body_id \
         WHERE c.decided_at IS NULL AND {visible:b} GROUP BY b.id ORDER BY b.id",
        args,
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}

/// Takes away rounds that began before a moment, with everything that hangs on them.
pub fn delete_old_checks(tx: &Tx<'_>, before: Moment) -> Result<()> {
    for sql in [
        "DELETE FROM data_check_change WHERE link_id IN (SELECT l.id FROM data_check d JOIN data_check_link l ON l.check_id = d.id WHERE d.created_at < :before)",
        "DELETE FROM data_check_link WHERE check_id IN (SELECT id FROM data_check WHERE created_at < :before)",
        "DELETE FROM data_check WHERE created_at < :before",
    ] {
        tx.exec(sql, args! { before: before })?;
    }
    Ok(())
}

/// Takes away what was asked of a person and what she answered.
pub fn delete_links_of(tx: &Tx<'_>, person: Id<Person>) -> Result<()> {
    tx.exec(
        "DELETE FROM data_check_change WHERE link_id IN (SELECT id FROM data_check_link WHERE person_id = :person)",
        args! { person: person },
    )?;
    tx.exec("DELETE FROM data_check_link WHERE person_id = :person", args! { person: person }).map(drop)
}
