//! How bodies decide: rules of procedure as data, votes and elections, and the register of resolutions.
//!
//! What a rule says is data in force from a day ([`rules`], pure); each decision keeps the rules it was taken under and
//! the sentence why it holds. A vote freezes its roll when it opens; who casts for a unit is whoever sits on one of its
//! seats at that moment. Covert ballots carry neither voter nor time.

mod actions;
mod exports;
mod kinds;
mod letters;
mod model;
mod own_register;
mod pages;
pub mod paths;
mod register_kind;
pub mod roll;
pub mod rules;
mod slice;
mod store;
mod words;

pub use actions::{
    Casting, NewRules, adopt, announce, cast, close_now, enter_old, give_proxy, may_lead, object_to_circular, openest,
    prepare, record_sitting, release, repeal, request_secret, revoke_proxy, set_bar, set_board, supersede,
    take_back_rules, take_rules, void, withdraw,
};
pub use model::{
    Adopted, Ballot, BoardMember, Choice, Counted, Entitlement, Grade, Mark, Matter, Method, NewVote, OldResolution,
    Proxy, Receipt, Resolution, RuleVersion, Scan, ScanMedia, SittingResult, Standing, Vote, VoteKind, VoteState, Way,
};
pub use slice::slice;
pub use store::{
    resolutions::{find_resolution, find_resolution_of, list_resolutions},
    rules::{find_rules, list_rules, own_rules, rules_of},
    votes::find_vote,
};
