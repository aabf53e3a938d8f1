//! Whose a letter is that came in.

use kernel::Id;
use people::Person;

/// Why it is not known whose a letter is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Doubt {
    /// The address is known, but nothing proves that the letter comes from there.
    Unsigned,
    /// Nobody is known by that address.
    Unknown,
    /// Several persons have that address.
    Shared,
}

/// Whose a letter is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Whose {
    /// Hers.
    Known(Id<Person>),
    /// Not yet known: why, and who may say so, if anybody may.
    Held(Doubt, Option<Id<Person>>),
}

/// Whose a letter is: of whoever answers a letter of hers from an address of hers, or writes from a signed one.
///
/// `told`: whose letter is answered, by the address that letter told. `holders`: who has the address the letter names as its
/// sender. `signed`: whether the mail server found that domain's signature. The named sender alone never proves anything.
#[must_use]
pub fn whose(told: Option<Id<Person>>, holders: &[Id<Person>], signed: bool) -> Whose {
    match (told, holders) {
        (Some(person), [only]) if person == *only => Whose::Known(person),
        // Her own address, but not she alone reads there.
        (Some(person), several) if several.contains(&person) => Whose::Held(Doubt::Shared, Some(person)),
        // A colleague answers a letter that was passed on to her.
        (_, [only]) if signed => Whose::Known(*only),
        (_, [only]) => Whose::Held(Doubt::Unsigned, Some(*only)),
        // From home, perhaps: she says so herself.
        (told, []) => Whose::Held(Doubt::Unknown, told),
        (_, [first, ..]) => Whose::Held(Doubt::Shared, Some(*first)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_named_sender_alone_never_proves_anything() {
        let (anna, dora, kora) = (Id::new(1), Id::new(2), Id::new(3));
        use Whose::{Held, Known};
        for (told, holders, signed, found) in [
            (Some(anna), &[anna][..], false, Known(anna)),
            (Some(anna), &[], true, Held(Doubt::Unknown, Some(anna))),
            (Some(anna), &[dora], true, Known(dora)),
            (Some(anna), &[dora], false, Held(Doubt::Unsigned, Some(dora))),
            (Some(anna), &[anna, dora], true, Held(Doubt::Shared, Some(anna))),
            (Some(anna), &[dora, kora], true, Held(Doubt::Shared, Some(dora))),
            (None, &[dora], true, Known(dora)),
            (None, &[dora], false, Held(Doubt::Unsigned, Some(dora))),
            (None, &[dora, kora], true, Held(Doubt::Shared, Some(dora))),
            (None, &[], true, Held(Doubt::Unknown, None)),
        ] {
            assert_eq!(whose(told, holders, signed), found, "{told:?} {holders:?} {signed}");
        }
    }
}
