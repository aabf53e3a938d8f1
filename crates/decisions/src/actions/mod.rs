//! Verbs of decisions. One function is one step of a transaction and leaves one event.

mod old_resolutions;
mod resolutions;
mod rules;

pub use old_resolutions::{
    MARK_MOST, SOURCE_MOST, TEXT_MOST, TITLE_MOST, enter_old, may_withdraw, not_a_scan, openest, too_large, withdraw,
};
pub use resolutions::{adopt, repeal, supersede};
pub use rules::{NOTE_MOST, NewRules, come_into_force, is_open, take_back_rules, take_rules};
