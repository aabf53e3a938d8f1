//! The rule table and its first interpreter.

use kernel::{Actor, Error, Level, Office, Result, Scope};

/// What is protected. Things that hang on one of these take its scope.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Kind {
    /// A network or body as a page: name, purpose, how it hangs together.
    Body,
    /// Seats, holders and counts of a body.
    Roster,
    /// Votes, elections and resolutions of a body.
    Decision,
    /// Meetings of a body.
    Meeting,
    /// Who is sent where, and what comes back: seen as far as its level says, the closest being the delegation's own.
    Mandate,
    /// What belongs to one person: account, sessions, consent.
    Own,
    /// The installation: its name, who runs it, invitations to it.
    House,
    /// The log of what happened.
    Log,
}

/// What one does to it. Reading is asked first, always: what one may not see, one may not touch.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Action {
    /// See it.
    Read,
    /// Change it.
    Edit,
    /// Invite persons to it.
    Invite,
    /// Run it: settings, back-up, locking an account.
    Operate,
}

/// To whom a rule applies. Closed: both interpreters match every case.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Who {
    /// Whoever the thing's own level lets in.
    Level,
    /// Holders of one of these offices in the body, or in the network it belongs to.
    Office(&'static [Office]),
    /// The person whose own it is.
    Own,
    /// Who runs the installation.
    Operator,
}

/// Those who keep a body's records.
const KEEPERS: &[Office] =
    &[Office::Chair, Office::Speaker, Office::Secretary, Office::Secretariat, Office::NetworkAdmin];
/// Those who convene a body: its keepers, and whoever hosts the meeting.
const CONVENERS: &[Office] =
    &[Office::Chair, Office::Speaker, Office::Secretary, Office::Secretariat, Office::NetworkAdmin, Office::Host];
/// Those who keep a network's membership.
const ADMINS: &[Office] = &[Office::Secretariat, Office::NetworkAdmin];

/// Every right there is.
pub const RULES: &[(Kind, Action, Who)] = &[
    (Kind::Body, Action::Read, Who::Level),
    (Kind::Body, Action::Edit, Who::Office(KEEPERS)),
    (Kind::Body, Action::Invite, Who::Office(ADMINS)),
    (Kind::Roster, Action::Read, Who::Level),
    (Kind::Roster, Action::Edit, Who::Office(ADMINS)),
    (Kind::Decision, Action::Read, Who::Level),
    (Kind::Decision, Action::Edit, Who::Office(KEEPERS)),
    (Kind::Meeting, Action::Read, Who::Level),
    (Kind::Meeting, Action::Edit, Who::Office(CONVENERS)),
    (Kind::Mandate, Action::Read, Who::Level),
    (Kind::Mandate, Action::Edit, Who::Office(KEEPERS)),
    (Kind::Own, Action::Read, Who::Own),
    (Kind::Own, Action::Edit, Who::Own),
    (Kind::House, Action::Read, Who::Level),
    (Kind::House, Action::Edit, Who::Operator),
    (Kind::House, Action::Invite, Who::Operator),
    (Kind::House, Action::Operate, Who::Operator),
    (Kind::Log, Action::Read, Who::Level),
];

/// Whether the actor may do this to a thing of that scope.
#[must_use]
pub fn allows(actor: &Actor, kind: Kind, action: Action, scope: &Scope) -> bool {
    let written = |action: Action| RULES.iter().filter(move |(k, a, _)| *k == kind && *a == action);
    written(action).any(|(_, _, who)| applies(actor, *who, scope))
        && (action == Action::Read || written(Action::Read).any(|(_, _, who)| applies(actor, *who, scope)))
}

/// [`allows`] as a step of a verb.
///
/// # Errors
/// [`Error::NotFound`] where she may not know that it exists, [`Error::Denied`] where she may know but not do this.
pub fn require(actor: &Actor, kind: Kind, action: Action, scope: &Scope) -> Result<()> {
    if !allows(actor, kind, Action::Read, scope) {
        return Err(Error::NotFound);
    }
    if allows(actor, kind, action, scope) { Ok(()) } else { Err(Error::Denied(None)) }
}

fn applies(actor: &Actor, who: Who, scope: &Scope) -> bool {
    match who {
        Who::Level => sees(actor, scope),
        Who::Office(offices) => {
            [scope.body, scope.network].into_iter().flatten().any(|body| actor.holds_office(body, offices))
        }
        Who::Own => actor.person.is_some() && actor.person == scope.owner,
        Who::Operator => actor.operator,
    }
}

/// Whether the scope's level lets the actor in.
///
/// Who sits in the network's own body is in it; who sits in one of its organs sees that organ and no more.
#[must_use]
pub fn sees(actor: &Actor, scope: &Scope) -> bool {
    match scope.level {
        Level::Public => true,
        Level::AllNetworks => actor.is_member() || scope.body.is_some_and(|b| actor.sits_in(b)),
        Level::Network => {
            scope.network.is_some_and(|n| actor.is_member_of(n)) || scope.body.is_some_and(|b| actor.sits_in(b))
        }
        Level::Body => scope.body.is_some_and(|b| actor.sits_in(b)),
        Level::Delegation => {
            scope.seat.is_some_and(|s| actor.seats().contains(&s)) || scope.body.is_some_and(|b| actor.sits_in(b))
        }
        Level::Named => actor.person.is_some() && actor.person == scope.owner,
    }
}
