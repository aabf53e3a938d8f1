//! What a reader is to a delegation and to a sitting.

use db::Conn;
use kernel::{Actor, Error, Id, Result};
use networks::Body;
use rights::{Action, Kind};

use crate::{Delegation, Session, store};

/// What somebody is to a delegation.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Stance {
    /// Knows that somebody is sent, by whom and until when.
    pub knows: bool,
    /// Reads instructions, notes and all of the reports: the sender's body, whoever is sent, whoever stands in.
    pub inner: bool,
    /// Sits on the seat herself.
    pub sits: bool,
    /// Sits there or stands in: writes reports, raises, marks.
    pub acts: bool,
    /// Leads the body that sends, or its network.
    pub leads: bool,
    /// Keeps the body that receives.
    pub receives: bool,
}

/// What the actor is to a delegation; `receiver` is the body it goes into, where she may see that.
#[must_use]
pub fn stance(actor: &Actor, it: &Delegation, receiver: Option<&Body>) -> Stance {
    let seat = it.seat.raw();
    let inner = it.inner_scope();
    // Whoever gave her seat up a moment ago, or was only put forward, is no part of the delegation.
    let acts = actor.seats().contains(&seat);
    let receives = receiver.is_some_and(|b| rights::allows(actor, Kind::Roster, Action::Edit, &b.roster_scope()));
    let sees = rights::sees(actor, &inner);
    Stance {
        knows: sees || receives || rights::sees(actor, &it.scope()),
        inner: sees,
        sits: actor.sits.iter().any(|s| s.seat == seat && !s.substitute),
        acts,
        leads: rights::allows(actor, Kind::Mandate, Action::Edit, &it.scope()),
        receives,
    }
}

/// Whether the actor knows of a delegation as one of the sender's side.
#[must_use]
pub fn knows(actor: &Actor, it: &Delegation) -> bool {
    stance(actor, it, None).knows
}

/// The delegations on whose account somebody knows of sittings of a body.
#[derive(Clone, Debug, Default)]
pub struct Side {
    /// Those into the body that run or wait, on the side of one network, as far as the actor knows of them.
    pub delegations: Vec<Delegation>,
    /// Whether she sees its sittings.
    pub sees: bool,
    /// Whether she enters and changes them.
    pub edits: bool,
    /// Whether she says what matters.
    pub marks: bool,
}

impl Side {
    /// For the side of a network. One statement.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn load(conn: &Conn, actor: &Actor, receiver: Id<Body>, network: Id<Body>) -> Result<Self> {
        let mut all = store::delegations::list_into(conn, receiver, conn.today())?;
        all.retain(|it| it.network == network && knows(actor, it));
        let scope = kernel::Scope::body(kernel::Level::Network, network.raw(), network.raw());
        let stances: Vec<Stance> = all.iter().map(|it| stance(actor, it, None)).collect();
        let leads = rights::allows(actor, Kind::Mandate, Action::Edit, &scope);
        let inner = stances.iter().any(|s| s.inner);
        let edits = leads || stances.iter().any(|s| s.acts || (s.leads && s.inner));
        Ok(Self { sees: inner || rights::sees(actor, &scope), edits, marks: edits || inner, delegations: all })
    }

    /// A sitting the actor knows of, with her side of it.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn of(conn: &Conn, actor: &Actor, id: Id<Session>) -> Result<(Session, Self)> {
        let session = store::sessions::find_session(conn, id)?;
        let side = Self::load(conn, actor, session.receiver, session.network)?;
        if side.sees { Ok((session, side)) } else { Err(Error::NotFound) }
    }

    /// The network on whose side the actor knows of a body: that of a body of others, else that of whoever sends her or is
    /// led by her.
    ///
    /// # Errors
    /// [`Error::NotFound`] where she has no part in it.
    pub fn network(conn: &Conn, actor: &Actor, receiver: &Body) -> Result<Id<Body>> {
        if receiver.kind == networks::BodyKind::Outside {
            return Ok(receiver.network);
        }
        let all = store::delegations::list_into(conn, receiver.id, conn.today())?;
        let first =
            |wanted: fn(&Stance) -> bool| all.iter().find(|it| wanted(&stance(actor, it, None))).map(|it| it.network);
        first(|s| s.acts).or_else(|| first(|s| s.leads)).or_else(|| first(|s| s.knows)).ok_or(Error::NotFound)
    }
}
