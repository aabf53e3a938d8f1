//! Who may do what to a position.

use kernel::{Actor, Day, Level, Scope, Voice};
use networks::Body;
use rights::{Action, Kind};

use crate::{Mover, MoverState, Position, State};

/// Whether somebody steers a body's positions: she keeps its records, there or in its network, and sees this one.
#[must_use]
pub fn leads(actor: &Actor, position: &Position) -> bool {
    let (network, body) = (position.network.raw(), position.body.raw());
    // A published one is seen by everybody; whoever keeps the records of a body she does not sit in keeps them of its network.
    rights::allows(actor, Kind::Decision, Action::Edit, &Scope::body(position.level, network, body))
}

/// Whether somebody steers it until it is decided: those who lead, and, in a body that is not the network itself, whoever began
/// it and sits there. Bodies without an office bring a draft as far as their network that way; deciding is not theirs.
#[must_use]
pub fn steers(actor: &Actor, position: &Position) -> bool {
    let own = actor.person.is_some() && position.made_by.map(kernel::Id::raw) == actor.person;
    let small = position.body != position.network && actor.sits_in(position.body.raw());
    leads(actor, position) || position.state.is_open() && own && small
}

/// Whether somebody may begin a draft in a body: whoever sits there and speaks, and those who keep its records.
#[must_use]
pub fn drafts(actor: &Actor, body: &Body) -> bool {
    speaks(actor, body.id.raw()) || rights::allows(actor, Kind::Body, Action::Edit, &body.scope())
}

fn speaks(actor: &Actor, body: i64) -> bool {
    actor
        .sits
        .iter()
        .any(|s| s.body == body && !s.substitute && matches!(s.voice, Voice::Voting | Voice::Advisory | Voice::Office))
}

/// Whether somebody may write its text: those who steer it as long as it is open, and whoever began it while it is a draft.
#[must_use]
pub fn writes(actor: &Actor, position: &Position) -> bool {
    let own = actor.person.is_some() && position.made_by.map(kernel::Id::raw) == actor.person;
    position.state.is_open() && steers(actor, position)
        || position.state == State::Draft && own && actor.sits_in(position.body.raw())
}

/// Whether somebody may add comments and amendments now: she speaks in the body or in one that moves it too, or is a member of
/// the network where the whole network is asked.
#[must_use]
pub fn contributes(actor: &Actor, position: &Position, movers: &[Mover], today: Day) -> bool {
    let open = position.state == State::Input && position.input_until.is_some_and(|until| today <= until);
    let asked = position.level <= Level::Network && speaks(actor, position.network.raw());
    let moves = movers.iter().any(|m| m.state == MoverState::Joined && speaks(actor, m.body.raw()));
    open && (asked || moves || speaks(actor, position.body.raw()))
}

/// Whether somebody reads how it came about: those of the body and its network, and whoever was let in before it was public.
#[must_use]
pub fn inside(actor: &Actor, position: &Position, let_in: bool) -> bool {
    actor.sits_in(position.body.raw()) || actor.is_member_of(position.network.raw()) || let_in
}
