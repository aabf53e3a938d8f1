//! P41: the register of resolutions.

pub mod end;
pub mod enter;
pub mod list;
pub mod show;
pub mod topics;

use kernel::{Lang, Level};
use networks::shell::Pill;

use crate::{Standing, words::T};

/// How a resolution stands, in a word.
#[must_use]
pub const fn standing_word(lang: Lang, standing: Standing) -> &'static str {
    let t = T(lang);
    match standing {
        Standing::Ahead => t.register_ahead(),
        Standing::InForce => t.register_in_force(),
        Standing::Superseded => t.register_superseded(),
        Standing::Repealed => t.register_repealed(),
    }
}

/// The same as a pill.
#[must_use]
pub fn standing_pill(lang: Lang, standing: Standing) -> Pill {
    let (class, icon) = match standing {
        Standing::Ahead => ("w1", "clock"),
        Standing::InForce => ("o1", "check"),
        Standing::Superseded => ("", "transfer"),
        Standing::Repealed => ("", "minus"),
    };
    Pill::new(class, icon, standing_word(lang, standing))
}

/// The levels a decision of a body can have, with their keys in forms.
pub const LEVELS: [(&str, Level); 4] = [
    ("oeffentlich", Level::Public),
    ("netzwerke", Level::AllNetworks),
    ("netzwerk", Level::Network),
    ("gremium", Level::Body),
];

/// Who sees what has this level.
#[must_use]
pub const fn level_word(t: T, level: Level) -> &'static str {
    match level {
        Level::Public => t.register_level_public(),
        Level::AllNetworks => t.register_level_all(),
        Level::Network => t.register_level_network(),
        Level::Body | Level::Delegation | Level::Named => t.register_level_body(),
    }
}
