//! A calendar somebody subscribed to.

use kernel::{Id, Lang, Moment};
use people::Person;

/// A person's calendar of her meetings, under an address that only she knows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Feed {
    /// Its number.
    pub id: Id<Self>,
    /// Whose.
    pub person: Id<Person>,
    /// Whether it names meetings; those of sensitive networks it never names.
    pub titled: bool,
    /// Its language.
    pub lang: Lang,
    /// Since when its address stands.
    pub made_at: Moment,
}
