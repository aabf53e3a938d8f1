//! When whoever comes for a seat, or votes for it, shows an authorisation. Pure.

use decisions::rules::{Clause, Form, RuleSet};
use networks::Voter;

use crate::{Capacity, Line, Presence};

/// What an authorisation is for a line of the list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Authorisation<'a> {
    /// The rules of the body ask for it in writing, in that clause.
    Written(&'a Clause),
    /// Somebody speaks for an organisation who is not named for that: the organisation says so (domain 2.3, story 2).
    OfOrganisation,
    /// It can be handed in, and nobody asks for it.
    Possible,
}

impl Authorisation<'_> {
    /// Whether it is missed where it is not there.
    #[must_use]
    pub const fn is_asked(&self) -> bool {
        !matches!(self, Self::Possible)
    }
}

/// What it is for a line, whose seat is that of a voter; `None` where nobody came or voted for somebody else, for guests, and
/// where the body does not vote formally.
#[must_use]
pub fn authorisation<'a>(rules: &'a RuleSet, line: &Line, voter: Option<&Voter>) -> Option<Authorisation<'a>> {
    if !rules.formal.value || line.capacity == Capacity::Guest || !line.is_acted_for() {
        return None;
    }
    let written = rules.proxies.allowed.value && rules.proxies.form.value == Form::Written;
    if line.presence == Presence::Proxy && written {
        return Some(Authorisation::Written(&rules.proxies.form.clause));
    }
    let of_organisation = voter.is_some_and(|v| v.post.is_none() && v.organisation.is_some() && !v.personal);
    Some(if of_organisation { Authorisation::OfOrganisation } else { Authorisation::Possible })
}
