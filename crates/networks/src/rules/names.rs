//! Whose name and contact may be shown to whom. Consent is always that of now, also in views of an earlier day.

use kernel::{Actor, Id};
use people::Person;

use crate::{Audience, Body, Consent, Field};

/// Where a name stands: the body whose list is shown.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Place {
    /// The network the body belongs to.
    pub network: Id<Body>,
    /// The body.
    pub body: Id<Body>,
    /// Whether who belongs is kept within.
    pub sensitive: bool,
}

impl From<&Body> for Place {
    fn from(body: &Body) -> Self {
        Self { network: body.network, body: body.id, sensitive: body.sensitive }
    }
}

/// A body in which reader and person both sit today.
pub type Shared = Place;

/// Whether the reader is of that place: member of the network, or sits in the body.
#[must_use]
pub fn is_of(actor: &Actor, place: &Place) -> bool {
    actor.is_member_of(place.network.raw()) || actor.sits_in(place.body.raw())
}

/// Whether the reader may see the name of a person who is listed in that place.
///
/// Her own name always. Members see each other's names; in a sensitive network only with consent for that very
/// network or body, whatever else she agreed to elsewhere. Everybody else needs consent to all, or, for members of
/// any network, to all networks.
#[must_use]
pub fn may_see_name_in(actor: &Actor, person: Id<Person>, place: &Place, consents: &[Consent]) -> bool {
    if actor.person == Some(person.raw()) {
        return true;
    }
    if place.sensitive {
        let here = |c: &Consent| c.body == Some(place.body) || c.body == Some(place.network);
        return is_of(actor, place)
            && of(consents, person, Field::Name).any(|c| c.audience == Audience::Network && here(c));
    }
    is_of(actor, place) || may_see_field(actor, person, Field::Name, consents)
}

/// Whether the reader may see a person's name where no list shows it: on her own page, in search.
///
/// Enough is one body both sit in today where [`may_see_name_in`] says so, or consent to the reader's circle.
#[must_use]
pub fn may_see_name_anywhere(actor: &Actor, person: Id<Person>, shared: &[Shared], consents: &[Consent]) -> bool {
    actor.person == Some(person.raw())
        || open_to(actor, person, Field::Name, consents)
        || shared.iter().any(|place| is_of(actor, place) && may_see_name_in(actor, person, place, consents))
}

/// Whether the reader may see one field of contact, by consent alone; her own always.
#[must_use]
pub fn may_see_field(actor: &Actor, person: Id<Person>, field: Field, consents: &[Consent]) -> bool {
    actor.person == Some(person.raw())
        || open_to(actor, person, field, consents)
        || of(consents, person, field)
            .any(|c| c.audience == Audience::Network && c.body.is_some_and(|b| sits_within(actor, b)))
}

fn sits_within(actor: &Actor, body: Id<Body>) -> bool {
    actor.is_member_of(body.raw()) || actor.sits_in(body.raw())
}

/// Consent to everyone, or to members of any network where the reader is one.
fn open_to(actor: &Actor, person: Id<Person>, field: Field, consents: &[Consent]) -> bool {
    of(consents, person, field).any(|c| match c.audience {
        Audience::Public => true,
        Audience::AllNetworks => actor.is_member(),
        Audience::Network => false,
    })
}

fn of(consents: &[Consent], person: Id<Person>, field: Field) -> impl Iterator<Item = &Consent> {
    consents.iter().filter(move |c| c.person == person && c.field == field)
}

#[cfg(test)]
mod tests {
    use kernel::{Sitting, Voice};

    use super::*;

    const HER: Id<Person> = Id::new(7);
    const OPEN: Place = Place { network: Id::new(10), body: Id::new(10), sensitive: false };
    const KEPT: Place = Place { network: Id::new(20), body: Id::new(20), sensitive: true };

    fn member(person: i64, networks: &[i64]) -> Actor {
        let sits = networks.iter().map(|n| Sitting {
            seat: *n + 1000,
            body: *n,
            network: *n,
            voice: Voice::Voting,
            office: None,
            substitute: false,
        });
        Actor { person: Some(person), sits: sits.collect(), ..Actor::default() }
    }
    fn consent(field: Field, audience: Audience, body: Option<i64>) -> Consent {
        Consent { id: Id::new(1), person: HER, field, audience, body: body.map(Id::new) }
    }

    #[test]
    fn members_see_each_other_and_outsiders_need_consent() {
        assert!(may_see_name_in(&member(1, &[10]), HER, &OPEN, &[]));
        assert!(!may_see_name_in(&member(1, &[11]), HER, &OPEN, &[]));
        assert!(!may_see_name_in(&Actor::public(), HER, &OPEN, &[]));
        let all = [consent(Field::Name, Audience::AllNetworks, None)];
        assert!(
            may_see_name_in(&member(1, &[11]), HER, &OPEN, &all)
                && !may_see_name_in(&Actor::public(), HER, &OPEN, &all)
        );
        let public = [consent(Field::Name, Audience::Public, None)];
        assert!(may_see_name_in(&Actor::public(), HER, &OPEN, &public));
        let other_field = [consent(Field::Pronouns, Audience::Public, None)];
        assert!(!may_see_name_in(&Actor::public(), HER, &OPEN, &other_field));
    }

    #[test]
    fn in_a_sensitive_network_only_consent_for_it_counts_even_for_members() {
        let reader = member(1, &[20]);
        let public = consent(Field::Name, Audience::Public, None);
        assert!(!may_see_name_in(&reader, HER, &KEPT, &[]));
        assert!(
            !may_see_name_in(&reader, HER, &KEPT, std::slice::from_ref(&public)),
            "what she agreed to elsewhere says nothing here"
        );
        let here = consent(Field::Name, Audience::Network, Some(20));
        assert!(may_see_name_in(&reader, HER, &KEPT, std::slice::from_ref(&here)));
        assert!(!may_see_name_in(&member(1, &[10]), HER, &KEPT, &[here.clone(), public]), "nobody outside, ever");
        assert!(!may_see_name_in(&reader, HER, &KEPT, &[consent(Field::Name, Audience::Network, Some(10))]));
        assert!(may_see_name_in(&member(7, &[20]), HER, &KEPT, &[]), "her own name");
    }

    #[test]
    fn a_person_is_found_through_what_she_shares_or_agreed_to() {
        let reader = member(1, &[10, 20]);
        assert!(!may_see_name_anywhere(&reader, HER, &[], &[]));
        assert!(may_see_name_anywhere(&reader, HER, &[OPEN], &[]));
        assert!(!may_see_name_anywhere(&reader, HER, &[KEPT], &[]), "sharing a sensitive network alone shows nothing");
        assert!(may_see_name_anywhere(&reader, HER, &[KEPT], &[consent(Field::Name, Audience::Network, Some(20))]));
        assert!(may_see_name_anywhere(&Actor::public(), HER, &[], &[consent(Field::Name, Audience::Public, None)]));
        assert!(may_see_name_anywhere(&member(7, &[]), HER, &[], &[]));
    }

    #[test]
    fn contact_goes_by_field_and_circle() {
        let to_network = [consent(Field::PrivateMail, Audience::Network, Some(10))];
        assert!(may_see_field(&member(1, &[10]), HER, Field::PrivateMail, &to_network));
        assert!(!may_see_field(&member(1, &[11]), HER, Field::PrivateMail, &to_network));
        assert!(!may_see_field(&member(1, &[10]), HER, Field::PrivatePhone, &to_network));
        assert!(!may_see_field(&Actor::public(), HER, Field::PrivateMail, &to_network));
        assert!(may_see_field(&member(7, &[]), HER, Field::PrivatePhone, &[]));
    }

    #[test]
    fn guests_and_mere_substitutes_are_not_of_the_place() {
        for (voice, substitute) in [(Voice::Guest, false), (Voice::Voting, true)] {
            let mut reader = member(1, &[10]);
            reader.sits[0].voice = voice;
            reader.sits[0].substitute = substitute;
            assert!(!may_see_name_in(&reader, HER, &OPEN, &[]));
        }
    }
}
