//! Bodies.

use std::collections::{HashMap, HashSet};

use db::{Conn, Row, Tx, args};
use kernel::{Actor, Day, Error, Id, Result, Term};
use people::FormerName;

use super::{pages, rosters, term};
use crate::{Body, BodyForm, BodyKind};

/// The columns of a body under the alias `b`; [`body`] reads them.
pub const BODY: &str = "b.id, b.network_id, b.kind, b.slug, b.name, b.name_en, b.short_name, b.purpose, b.purpose_en, b.reach, b.hue, b.organisation_id, b.territory_id, b.mail, \
     b.rhythm, b.formal, b.sensitive, b.unlisted, b.open_to_non_members, b.join_page, b.level, b.roster_level, b.carries_over, b.deputy_reads, b.former_read, b.version, b.from_day, b.until_day";
/// How many columns that are.
pub const BODY_WIDTH: usize = 28;

/// Reads a body from the columns of [`BODY`] beginning at `n`.
pub fn body(r: &Row<'_>, n: usize) -> Result<Body> {
    Ok(Body {
        id: r.get(n)?,
        network: r.get(n + 1)?,
        kind: r.get(n + 2)?,
        slug: r.get(n + 3)?,
        name: r.get(n + 4)?,
        name_en: r.get(n + 5)?,
        short_name: r.get(n + 6)?,
        purpose: r.get(n + 7)?,
        purpose_en: r.get(n + 8)?,
        reach: r.get(n + 9)?,
        hue: r.get(n + 10)?,
        organisation: r.get(n + 11)?,
        territory: r.get(n + 12)?,
        mail: r.get(n + 13)?,
        rhythm: r.get(n + 14)?,
        formal: r.get(n + 15)?,
        sensitive: r.get(n + 16)?,
        unlisted: r.get(n + 17)?,
        open_to_non_members: r.get(n + 18)?,
        join_page: r.get(n + 19)?,
        level: r.get(n + 20)?,
        roster_level: r.get(n + 21)?,
        carries_over: r.get(n + 22)?,
        deputy_reads: r.get(n + 23)?,
        former_read: r.get(n + 24)?,
        version: r.get(n + 25)?,
        term: term(r, n + 26)?,
    })
}

/// A body whose page the reader may see.
///
/// # Errors
/// [`Error::NotFound`] when there is none for her.
pub fn find_body(conn: &Conn, actor: &Actor, id: Id<Body>) -> Result<Body> {
    conn.one(
        &format!("SELECT {BODY} FROM body b WHERE b.id = :id AND {{visible:b}}"),
        pages(actor, args! { id: id }),
        |r| body(r, 0),
    )
}

/// A body, for the program itself: what was put down for later acts by the body's own rules, whoever asked for it. Who sees
/// anything of it is asked where it is shown.
///
/// # Errors
/// [`Error::NotFound`].
pub fn body_for_program(conn: &Conn, id: Id<Body>) -> Result<Body> {
    conn.one(&format!("SELECT {BODY} FROM body b WHERE b.id = :id"), args! { id: id }, |r| body(r, 0))
}

/// Number and name, in little room, of those of some networks this reader may see: for search.
///
/// # Errors
/// When the database cannot be read.
pub fn short_names(conn: &Conn, actor: &Actor, mut ids: Vec<Id<Body>>) -> Result<HashMap<Id<Body>, (i64, String)>> {
    ids.sort_unstable();
    ids.dedup();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let found = list_bodies_by_id(conn, actor, &ids)?;
    Ok(found.into_iter().map(|b| (b.id, (b.id.raw(), b.short().to_owned()))).collect())
}

/// Some bodies, for the program itself.
///
/// # Errors
/// When the database cannot be read.
pub fn list_for_program(conn: &Conn, ids: &[Id<Body>]) -> Result<Vec<Body>> {
    conn.all(&format!("SELECT {BODY} FROM body b WHERE b.id IN (:ids*)"), args! { ids: ids }, |r| body(r, 0))
}

/// Those of some bodies that letters name nothing of: they or their networks are sensitive. For the program.
///
/// # Errors
/// When the database cannot be read.
pub fn quiet_bodies(conn: &Conn, ids: &[Id<Body>]) -> Result<HashSet<Id<Body>>> {
    if ids.is_empty() {
        return Ok(HashSet::new());
    }
    let rows = conn.all(
        "SELECT b.id FROM body b JOIN body n ON n.id = b.network_id WHERE b.id IN (:ids*) AND (b.sensitive OR n.sensitive)",
        args! { ids: ids },
        |r| r.get(0),
    )?;
    Ok(rows.into_iter().collect())
}

/// A body whose seats the reader may see.
///
/// # Errors
/// [`Error::NotFound`] when there is none for her.
pub fn find_body_of_roster(conn: &Conn, actor: &Actor, id: Id<Body>) -> Result<Body> {
    conn.one(
        &format!("SELECT {BODY} FROM body b WHERE b.id = :id AND {{visible:b}}"),
        rosters(actor, args! { id: id }),
        |r| body(r, 0),
    )
}

/// A network by its part of an address, as far as the reader may see it.
///
/// # Errors
/// [`Error::NotFound`].
pub fn find_network(conn: &Conn, actor: &Actor, slug: &str) -> Result<Body> {
    let sql = format!("SELECT {BODY} FROM body b WHERE b.kind = 'network' AND b.slug = :slug AND {{visible:b}}");
    conn.one(&sql, pages(actor, args! { slug: slug }), |r| body(r, 0))
}

/// A body of a network by its part of an address, as far as the reader may see it.
///
/// # Errors
/// [`Error::NotFound`].
pub fn find_body_of(conn: &Conn, actor: &Actor, network: Id<Body>, slug: &str) -> Result<Body> {
    let sql = format!(
        "SELECT {BODY} FROM body b WHERE b.network_id = :network AND b.id <> :network AND b.slug = :slug AND {{visible:b}}"
    );
    conn.one(&sql, pages(actor, args! { network: network, slug: slug }), |r| body(r, 0))
}

/// The networks the reader may see that exist on a day, by reach and name.
///
/// # Errors
/// When the database cannot be read.
pub fn list_networks(conn: &Conn, actor: &Actor, day: Day) -> Result<Vec<Body>> {
    let sql = format!(
        "SELECT {BODY} FROM body b WHERE b.kind = 'network' AND {{visible:b}} AND b.from_day <= :day AND b.until_day > :day ORDER BY b.sort_name, b.id"
    );
    let mut networks = conn.all(&sql, pages(actor, args! { day: day }), |r| body(r, 0))?;
    networks.sort_by_key(|n| std::cmp::Reverse(n.reach));
    Ok(networks)
}

/// The bodies of a network (without itself) the reader may see that exist on a day, by name; outside bodies among
/// them.
///
/// # Errors
/// When the database cannot be read.
pub fn list_bodies(conn: &Conn, actor: &Actor, network: Id<Body>, day: Day) -> Result<Vec<Body>> {
    let sql = format!(
        "SELECT {BODY} FROM body b WHERE b.network_id = :network AND b.id <> :network AND {{visible:b}} AND b.from_day <= :day AND b.until_day > :day ORDER BY b.sort_name, b.id"
    );
    conn.all(&sql, pages(actor, args! { network: network, day: day }), |r| body(r, 0))
}

/// Bodies by their numbers, as far as the reader may see their pages.
///
/// # Errors
/// When the database cannot be read.
pub fn list_bodies_by_id(conn: &Conn, actor: &Actor, ids: &[Id<Body>]) -> Result<Vec<Body>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    conn.all(
        &format!("SELECT {BODY} FROM body b WHERE b.id IN (:ids*) AND {{visible:b}} ORDER BY b.sort_name, b.id"),
        pages(actor, args! { ids: ids }),
        |r| body(r, 0),
    )
}

/// Whether another network, or another body of the network, has that part of an address.
pub fn is_slug_taken(tx: &Tx<'_>, network: Option<Id<Body>>, slug: &str) -> Result<bool> {
    let taken = match network {
        None => tx.count("SELECT COUNT(*) FROM body WHERE kind = 'network' AND slug = :slug", args! { slug: slug })?,
        Some(network) => tx.count(
            "SELECT COUNT(*) FROM body WHERE network_id = :network AND slug = :slug",
            args! { network: network, slug: slug },
        )?,
    };
    Ok(taken > 0)
}

/// How many bodies of a network are more open than its form would be.
pub fn count_more_open(tx: &Tx<'_>, network: Id<Body>, form: &BodyForm) -> Result<i64> {
    tx.count(
        "SELECT COUNT(*) FROM body b WHERE b.network_id = :network AND b.id <> :network AND (b.level < :level OR (:sensitive = 1 AND NOT b.sensitive) OR (:unlisted = 1 AND NOT b.unlisted))",
        args! { network: network, level: form.level, sensitive: i64::from(form.sensitive), unlisted: i64::from(form.unlisted) },
    )
}

/// A new body as it is written.
pub struct NewRow<'a> {
    /// Its number.
    pub id: Id<Body>,
    /// Its network; itself for a network.
    pub network: Id<Body>,
    /// Its kind.
    pub kind: BodyKind,
    /// Its part of an address.
    pub slug: &'a str,
    /// What was asked, checked.
    pub form: &'a BodyForm,
    /// How long it exists.
    pub term: Term,
}

pub fn insert_body(tx: &Tx<'_>, row: &NewRow<'_>) -> Result<()> {
    let form = row.form;
    tx.exec(
        "INSERT INTO body (id, network_id, kind, slug, name, name_en, short_name, sort_name, purpose, purpose_en, reach, hue, organisation_id, territory_id, mail, rhythm, formal, sensitive, unlisted, \
         open_to_non_members, join_page, level, roster_level, carries_over, deputy_reads, former_read, from_day, until_day) \
         VALUES (:id, :network, :kind, :slug, :name, :name_en, :short_name, :sort_name, :purpose, :purpose_en, :reach, :hue, :organisation, :territory, :mail, :rhythm, :formal, :sensitive, :unlisted, \
         :open, :join_page, :level, :roster_level, :carries_over, :deputy_reads, :former_read, :from_day, :until_day)",
        form_args(form).with("id", row.id).with("network", row.network).with("kind", row.kind).with("slug", row.slug).with("from_day", row.term.from).with("until_day", row.term.until),
    )?;
    Ok(())
}

fn form_args(form: &BodyForm) -> db::Args {
    args! { name: &form.name, name_en: form.name_en.clone(), short_name: form.short_name.clone(), sort_name: i18n::fold(&form.name), purpose: &form.purpose, purpose_en: form.purpose_en.clone(),
    reach: form.reach, hue: form.hue, organisation: form.organisation, territory: form.territory, mail: form.mail.clone(), rhythm: form.rhythm.clone(), formal: form.formal,
    sensitive: form.sensitive, unlisted: form.unlisted, open: form.open_to_non_members, join_page: form.join_page, level: form.level, roster_level: form.roster_level,
    carries_over: form.carries_over, deputy_reads: form.deputy_reads, former_read: form.former_read }
}

/// Writes a changed body, its name included.
///
/// # Errors
/// [`Error::Stale`] when it has another version.
pub fn save_body(tx: &Tx<'_>, id: Id<Body>, version: i64, form: &BodyForm) -> Result<()> {
    tx.exec_one(
        "UPDATE body SET name = :name, name_en = :name_en, short_name = :short_name, sort_name = :sort_name, purpose = :purpose, purpose_en = :purpose_en, reach = :reach, hue = :hue, \
         organisation_id = :organisation, territory_id = :territory, mail = :mail, rhythm = :rhythm, formal = :formal, sensitive = :sensitive, unlisted = :unlisted, open_to_non_members = :open, \
         join_page = :join_page, level = :level, roster_level = :roster_level, carries_over = :carries_over, deputy_reads = :deputy_reads, former_read = :former_read, version = version + 1 \
         WHERE id = :id AND version = :version",
        form_args(form).with("id", id).with("version", version),
    )
}

/// Whether a body votes formally.
pub fn save_formal(tx: &Tx<'_>, id: Id<Body>, formal: bool) -> Result<()> {
    tx.exec_one(
        "UPDATE body SET formal = :formal, version = version + 1 WHERE id = :id AND formal <> :formal",
        args! { id: id, formal: formal },
    )
}

/// Ends a body with a day, which no longer belongs to it.
pub fn save_body_end(tx: &Tx<'_>, id: Id<Body>, version: i64, until: Day) -> Result<()> {
    tx.exec_one(
        "UPDATE body SET until_day = :until_day, version = version + 1 WHERE id = :id AND version = :version",
        args! { id: id, version: version, until_day: until },
    )
}

/// What these bodies were called before: for bodies the reader sees already.
///
/// # Errors
/// When the database cannot be read.
pub fn former_names(conn: &Conn, actor: &Actor, ids: &[Id<Body>]) -> Result<Vec<FormerName>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let sql = "SELECT f.body_id, f.name, f.from_day, f.until_day FROM former_name f JOIN body b ON b.id = f.body_id WHERE f.body_id IN (:ids*) AND {visible:b} ORDER BY f.from_day";
    conn.all(sql, pages(actor, args! { ids: ids }), |r| {
        Ok(FormerName { of: r.get(0)?, name: r.get(1)?, term: term(r, 2)? })
    })
}

pub fn insert_former_name(tx: &Tx<'_>, body: Id<Body>, name: &str, had: Term) -> Result<()> {
    let id = tx.id::<FormerName>();
    tx.exec(
        "INSERT INTO former_name (id, body_id, name, from_day, until_day) VALUES (:id, :body, :name, :from_day, :until_day)",
        args! { id: id, body: body, name: name, from_day: had.from, until_day: had.until },
    )?;
    Ok(())
}

/// The network's row, whoever asks: for rules between a body and its network.
///
/// # Errors
/// [`Error::NotFound`].
pub fn network_of(conn: &Conn, network: Id<Body>) -> Result<Body> {
    let found = conn.find(
        &format!("SELECT {BODY} FROM body b WHERE b.id = :id AND b.kind = 'network'"),
        args! { id: network },
        |r| body(r, 0),
    )?;
    found.ok_or(Error::NotFound)
}
