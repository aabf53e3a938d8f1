//! Who sees a seat elsewhere, and what becomes of it with a post. No input or output.

use kernel::{Actor, Id};
use people::Person;

use super::names::may_see_field;
use crate::{Consent, Elsewhere, Field};

/// Whether a reader may see a seat elsewhere of a person whose name she sees: herself always, others by consent for this very
/// seat, decided as every other consent is.
#[must_use]
pub fn may_see_elsewhere(actor: &Actor, person: Id<Person>, seat: &Elsewhere) -> bool {
    let consents: Vec<Consent> = seat
        .noted
        .audience
        .map(|audience| Consent {
            id: Id::new(0),
            person,
            // Any field: what counts is whom it reaches.
            field: Field::Topics,
            audience,
            body: seat.noted.shown_in,
        })
        .into_iter()
        .collect();
    may_see_field(actor, person, Field::Topics, &consents)
}

#[cfg(test)]
mod tests {
    use kernel::{Day, Sitting, Voice};

    use super::*;
    use crate::{Audience, ElsewhereKind, NewElsewhere};

    #[test]
    fn nobody_but_her_sees_it_until_she_says_who() {
        let her = Id::new(7);
        let sits = Sitting { seat: 1, body: 10, network: 10, voice: Voice::Voting, office: None, substitute: false };
        let member = Actor { person: Some(8), sits: vec![sits], ..Actor::default() };
        let own = Actor { person: Some(7), ..Actor::default() };
        let mut seat = Elsewhere {
            id: Id::new(1),
            person: her,
            noted: NewElsewhere::new("Beirat", ElsewhereKind::Council, Day::literal("2024-01-01")),
            version: 1,
        };
        let seen = |seat: &Elsewhere| [&Actor::public(), &member, &own].map(|a| may_see_elsewhere(a, her, seat));
        assert_eq!(seen(&seat), [false, false, true]);
        (seat.noted.audience, seat.noted.shown_in) = (Some(Audience::Network), Some(Id::new(11)));
        assert_eq!(seen(&seat), [false, false, true], "another network");
        seat.noted.shown_in = Some(Id::new(10));
        assert_eq!(seen(&seat), [false, true, true]);
        (seat.noted.audience, seat.noted.shown_in) = (Some(Audience::AllNetworks), None);
        assert_eq!(seen(&seat), [false, true, true]);
        seat.noted.audience = Some(Audience::Public);
        assert_eq!(seen(&seat), [true, true, true]);
    }
}
