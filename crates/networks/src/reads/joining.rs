//! Requests to join that wait for somebody.

use db::Conn;
use kernel::{Actor, Day, Id, Result};
use rights::{Action, Kind};

use crate::{
    Body, JoinRequest, JoinState, Leaving,
    rules::still_runs,
    store::{
        bodies::list_bodies_by_id,
        joining::{
            leavings::list_unreviewed,
            requests::{list_waiting, waits_anywhere},
        },
    },
};

/// What a request waits for from its reader.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum JoinTask {
    /// She is named as knowing the applicant.
    Vouch(Id<JoinRequest>),
    /// She decides.
    Decide(Id<JoinRequest>),
    /// She may object.
    Object(Id<JoinRequest>),
    /// Somebody leaves, and she looks at the seats that leaves open.
    Review(Id<Leaving>),
}

/// One request or leaving that waits for her.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct JoinWaiting {
    /// What is joined or left.
    pub body: Body,
    /// What she can do.
    pub task: JoinTask,
    /// The last day she can, where there is one.
    pub last: Option<Day>,
}

/// The requests and leavings that wait for this actor. One statement where none waits in the whole house, else up to
/// four.
///
/// # Errors
/// When the database cannot be read.
pub fn joining_for(conn: &Conn, actor: &Actor) -> Result<Vec<JoinWaiting>> {
    let Some(person) = actor.person else { return Ok(Vec::new()) };
    let hers: Vec<Id<Body>> = actor.bodies().into_iter().map(Id::new).collect();
    if hers.is_empty() {
        return Ok(Vec::new());
    }
    let (asked, leaves) = waits_anywhere(conn)?;
    if !asked && !leaves {
        return Ok(Vec::new());
    }
    // Whoever keeps a network decides for its bodies, too, whether she sits in them or not.
    let networks: Vec<Id<Body>> = actor.networks().into_iter().map(Id::new).collect();
    let rows = if asked { list_waiting(conn, Id::new(person), &networks, &hers)? } else { Vec::new() };
    let left = if leaves { list_unreviewed(conn, actor)? } else { Vec::new() };
    let ids: Vec<Id<Body>> = rows.iter().map(|row| row.1).chain(left.iter().map(|row| row.1)).collect();
    let found = list_bodies_by_id(conn, actor, &ids)?;
    let mut waiting = Vec::new();
    for (request, body, state, due, named) in rows {
        let Some(body) = found.iter().find(|b| b.id == body) else { continue };
        let kind = if body.is_network() { Kind::Roster } else { Kind::Body };
        let scope = if body.is_network() { body.roster_scope() } else { body.scope() };
        let decides = rights::allows(actor, kind, Action::Edit, &scope);
        let task = match state {
            JoinState::Waiting if named && actor.sits_in(body.id.raw()) => JoinTask::Vouch(request),
            JoinState::Handed if decides => JoinTask::Decide(request),
            JoinState::Objecting if still_runs(conn.now(), due) => JoinTask::Object(request),
            _ => continue,
        };
        let last = due.map(|due| due.plus_seconds(-1).day());
        waiting.push(JoinWaiting { body: body.clone(), task, last });
    }
    for (leaving, body, until) in left {
        if let Some(body) = found.iter().find(|b| b.id == body) {
            let (task, last) = (JoinTask::Review(leaving), Some(until.previous()));
            waiting.push(JoinWaiting { body: body.clone(), task, last });
        }
    }
    Ok(waiting)
}
