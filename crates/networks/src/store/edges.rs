//! How bodies hang together.

use db::{Conn, Tx, args};
use kernel::{Actor, Day, Error, Id, Result, Scope, Term};
use rights::{Action, Kind};

use super::{pages, term};
use crate::{Body, Edge, NewEdge};

const EDGE: &str = "e.id, e.from_body_id, e.to_body_id, e.kind, e.label, e.label_en, e.from_day, e.until_day";

fn edge(r: &db::Row<'_>) -> Result<Edge> {
    Ok(Edge {
        id: r.get(0)?,
        from: r.get(1)?,
        to: r.get(2)?,
        kind: r.get(3)?,
        label: r.get(4)?,
        label_en: r.get(5)?,
        term: term(r, 6)?,
    })
}

/// Whether who belongs is kept within, and to which roster that applies: of both ends, after the columns of [`EDGE`].
fn ends(one: &str, other: &str) -> String {
    let of = |b: &str| format!("{b}.sensitive, {b}.roster_level, {b}.network_id, {b}.id");
    format!("{}, {}", of(one), of(other))
}

/// The edge, where the reader may know of it: what a sensitive network hangs together with is known to those only who
/// see its roster.
fn open_edge(actor: &Actor, r: &db::Row<'_>) -> Result<Option<Edge>> {
    for at in [8, 12] {
        let scope = Scope::body(r.get(at + 1)?, r.get(at + 2)?, r.get(at + 3)?);
        if r.get::<bool>(at)? && !rights::allows(actor, Kind::Roster, Action::Read, &scope) {
            return Ok(None);
        }
    }
    edge(r).map(Some)
}

/// The edges on a day that touch a network, as far as the reader may know of them.
///
/// # Errors
/// When the database cannot be read.
pub fn list_edges(conn: &Conn, actor: &Actor, network: Id<Body>, day: Day) -> Result<Vec<Edge>> {
    let ends = ends("n", "b");
    let sql = format!(
        "SELECT {EDGE}, {ends} FROM body n JOIN edge e ON e.from_body_id = n.id JOIN body b ON b.id = e.to_body_id \
         WHERE n.network_id = :network AND {{visible:n}} AND {{visible:b}} AND e.from_day <= :day AND e.until_day > :day \
         UNION SELECT {EDGE}, {ends} FROM body n JOIN edge e ON e.to_body_id = n.id JOIN body b ON b.id = e.from_body_id \
         WHERE n.network_id = :network AND {{visible:n}} AND {{visible:b}} AND e.from_day <= :day AND e.until_day > :day ORDER BY 1"
    );
    let found = conn.all(&sql, pages(actor, args! { network: network, day: day }), |r| open_edge(actor, r))?;
    let mut edges: Vec<Edge> = found.into_iter().flatten().collect();
    // One between two bodies of the network is found from both ends.
    edges.dedup_by_key(|e| e.id);
    Ok(edges)
}

/// Every edge between networks on a day, as far as the reader may know of it.
///
/// # Errors
/// When the database cannot be read.
pub fn list_edges_between_networks(conn: &Conn, actor: &Actor, day: Day) -> Result<Vec<Edge>> {
    let ends = ends("a", "b");
    let sql = format!(
        "SELECT {EDGE}, {ends} FROM body a JOIN edge e ON e.from_body_id = a.id JOIN body b ON b.id = e.to_body_id \
         WHERE a.kind = 'network' AND b.kind = 'network' AND {{visible:a}} AND {{visible:b}} AND e.from_day <= :day AND e.until_day > :day ORDER BY e.id"
    );
    let found = conn.all(&sql, pages(actor, args! { day: day }), |r| open_edge(actor, r))?;
    Ok(found.into_iter().flatten().collect())
}

/// An edge the reader may know of.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn find_edge(conn: &Conn, actor: &Actor, id: Id<Edge>) -> Result<Edge> {
    let ends = ends("a", "b");
    let sql = format!(
        "SELECT {EDGE}, {ends} FROM edge e JOIN body a ON a.id = e.from_body_id JOIN body b ON b.id = e.to_body_id WHERE e.id = :id AND {{visible:a}} AND {{visible:b}}"
    );
    conn.one(&sql, pages(actor, args! { id: id }), |r| open_edge(actor, r))?.ok_or(Error::NotFound)
}

/// From, to and the days between.
pub type Arc = (Id<Body>, Id<Body>, Term);

/// Every *organ of* edge on a way up from a body, whoever asks: for the rule against circles.
pub fn organ_edges_above(tx: &Tx<'_>, from: Id<Body>) -> Result<Vec<Arc>> {
    tx.all(
        "WITH RECURSIVE up (body_id) AS (SELECT CAST(:from_body AS BIGINT) UNION SELECT e.to_body_id FROM up u JOIN edge e ON e.from_body_id = u.body_id AND e.kind = 'organ_of') \
         SELECT e.from_body_id, e.to_body_id, e.from_day, e.until_day FROM up u JOIN edge e ON e.from_body_id = u.body_id AND e.kind = 'organ_of'",
        args! { from_body: from },
        |r| Ok((r.get(0)?, r.get(1)?, term(r, 2)?)),
    )
}

/// Edges of the same kind between the same two bodies.
pub fn same_edges(tx: &Tx<'_>, new: &NewEdge) -> Result<Vec<Term>> {
    tx.all(
        "SELECT from_day, until_day FROM edge WHERE from_body_id = :from_body AND to_body_id = :to_body AND kind = :kind",
        args! { from_body: new.from, to_body: new.to, kind: new.kind },
        |r| term(r, 0),
    )
}

pub fn insert_edge(tx: &Tx<'_>, id: Id<Edge>, new: &NewEdge) -> Result<()> {
    tx.exec(
        "INSERT INTO edge (id, from_body_id, to_body_id, kind, label, label_en, from_day, until_day) VALUES (:id, :from_body, :to_body, :kind, :label, :label_en, :from_day, :until_day)",
        args! { id: id, from_body: new.from, to_body: new.to, kind: new.kind, label: new.label.clone(), label_en: new.label_en.clone(), from_day: new.since, until_day: new.until },
    )?;
    Ok(())
}

pub fn save_edge_end(tx: &Tx<'_>, id: Id<Edge>, until: Day) -> Result<()> {
    tx.exec_one("UPDATE edge SET until_day = :until_day WHERE id = :id", args! { id: id, until_day: until })
}
