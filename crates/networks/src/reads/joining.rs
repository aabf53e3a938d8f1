//! Requests to join that wait for somebody.

use db::Conn;
use kernel::{Actor, Day, Id, Result};
use rights::{Action, Kind};

use crate::{
    Body, JoinRequest, JoinState,
    rules::still_runs,
    store::{
        bodies::list_bodies_by_id,
        joining::requests::{list_waiting, waits_anywhere},
    },
};

/// What a request waits for from its reader.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum JoinTask {
    /// She is named as knowing the applicant.
    Vouch,
    /// She decides.
    Decide,
    /// She may object.
    Object,
}

/// One request that waits for her.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct JoinWaiting {
    /// The request.
    pub request: Id<JoinRequest>,
    /// What it is a request to.
    pub body: Body,
    /// What she can do.
    pub task: JoinTask,
    /// The last day she can, where there is one.
    pub last: Option<Day>,
}

/// The requests that wait for this actor. One statement where none waits in the whole house, else up to three.
///
/// # Errors
/// When the database cannot be read.
pub fn joining_for(conn: &Conn, actor: &Actor) -> Result<Vec<JoinWaiting>> {
    let Some(person) = actor.person else { return Ok(Vec::new()) };
    let hers: Vec<Id<Body>> = actor.bodies().into_iter().map(Id::new).collect();
    if hers.is_empty() || !waits_anywhere(conn)? {
        return Ok(Vec::new());
    }
    // Whoever keeps a network decides for its bodies, too, whether she sits in them or not.
    let networks: Vec<Id<Body>> = actor.networks().into_iter().map(Id::new).collect();
    let rows = list_waiting(conn, Id::new(person), &networks, &hers)?;
    let found = list_bodies_by_id(conn, actor, &rows.iter().map(|row| row.1).collect::<Vec<_>>())?;
    let mut waiting = Vec::new();
    for (request, body, state, due, named) in rows {
        let Some(body) = found.iter().find(|b| b.id == body) else { continue };
        let kind = if body.is_network() { Kind::Roster } else { Kind::Body };
        let scope = if body.is_network() { body.roster_scope() } else { body.scope() };
        let decides = rights::allows(actor, kind, Action::Edit, &scope);
        let task = match state {
            JoinState::Waiting if named && actor.sits_in(body.id.raw()) => JoinTask::Vouch,
            JoinState::Handed if decides => JoinTask::Decide,
            JoinState::Objecting if still_runs(conn.now(), due) => JoinTask::Object,
            _ => continue,
        };
        let last = due.map(|due| due.plus_seconds(-1).day());
        waiting.push(JoinWaiting { request, body: body.clone(), task, last });
    }
    Ok(waiting)
}
