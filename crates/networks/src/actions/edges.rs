//! Connecting bodies.

use db::Tx;
use kernel::{Actor, Day, Error, Event, Id, Reason, Result, Scope, Subject};
use people::rules::Check;
use rights::{Action, Kind};

use crate::{
    Body, Edge, EdgeKind, NewEdge, rules,
    store::{bodies, edges},
};

/// Connects two bodies. Whoever keeps the first may; making it an organ of the second needs both.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Form`] on `label`, `until`; [`Error::Rule`] when a body would be an
/// organ of itself on any day, or when they are connected like this already.
pub fn connect(tx: &Tx<'_>, by: &Actor, new: &NewEdge) -> Result<Id<Edge>> {
    let (from, to) = (bodies::find_body(tx, by, new.from)?, bodies::find_body(tx, by, new.to)?);
    rights::require(by, Kind::Body, Action::Edit, &from.scope())?;
    if new.kind == EdgeKind::OrganOf {
        rights::require(by, Kind::Body, Action::Edit, &to.scope())?;
    }
    let mut check = Check::new();
    let label = check.name_or_none("label", new.label.as_deref());
    let label_en = check.name_or_none("label_en", new.label_en.as_deref());
    let term = check.take("until", people::rules::term(new.since, new.until));
    check.done()?;
    let Some(term) = term else { return Err(Error::NotFound) };
    if from.id == to.id {
        return Err(Error::Rule(Reason::new(
            "Ein Gremium wird nicht mit sich selbst verbunden.",
            "A body is not connected with itself.",
        )));
    }
    if new.kind == EdgeKind::OrganOf
        && rules::closes_circle(&edges::organ_edges_above(tx, to.id)?, from.id, to.id, term).is_some()
    {
        return Err(Error::Rule(Reason::new(
            format!("„{}“ wäre dann über andere Gremien sein eigenes Organ.", from.name),
            format!("“{}” would then be its own organ through other bodies.", from.name_in(kernel::Lang::En)),
        )));
    }
    if edges::same_edges(tx, new)?.iter().any(|t| t.overlaps(&term)) {
        return Err(Error::Rule(Reason::new("Diese Verbindung gibt es schon.", "This connection is there already.")));
    }
    let id = tx.id();
    edges::insert_edge(tx, id, &NewEdge { label, label_en, ..new.clone() })?;
    tx.emit(edge_event("body.connected", &from, &to, by));
    Ok(id)
}

/// Ends a connection with a day, which no longer belongs to it.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] as [`connect`]; [`Error::Form`] on `until`.
pub fn disconnect(tx: &Tx<'_>, by: &Actor, id: Id<Edge>, until: Day) -> Result<()> {
    let edge = edges::find_edge(tx, by, id)?;
    let (from, to) = (bodies::find_body(tx, by, edge.from)?, bodies::find_body(tx, by, edge.to)?);
    rights::require(by, Kind::Body, Action::Edit, &from.scope())?;
    people::rules::ended(edge.term, until).map_err(|reason| Error::field("until", reason))?;
    edges::save_edge_end(tx, id, until)?;
    tx.emit(edge_event("body.disconnected", &from, &to, by));
    Ok(())
}

/// Seen by those who may see both ends, so as far as the more closed of them.
fn edge_event(verb: &'static str, from: &Body, to: &Body, by: &Actor) -> Event {
    let closed = if to.level > from.level { to } else { from };
    let scope = Scope { level: closed.level, ..closed.scope() };
    Event::new(verb, Subject::new("body", from.id.raw()))
        .by(by.person)
        .within(scope)
        .touching(Subject::new("body", to.id.raw()))
}
