//! How bodies decide: rules of procedure as data, votes and elections, and the register of resolutions.
//!
//! What a rule says is data in force from a day ([`rules`], pure); each decision keeps the rules it was taken under and
//! the sentence why it holds. A vote freezes its roll when it opens; who casts for a unit is whoever sits on one of its
//! seats at that moment. Covert ballots carry neither voter nor time.

mod actions;
mod kinds;
mod letters;
mod model;
mod pages;
pub mod paths;
pub mod roll;
pub mod rules;
mod slice;
mod store;
mod words;

pub use actions::{
    Casting, announce, cast, close_now, give_proxy, may_lead, object_to_circular, prepare, record_sitting, release,
    request_secret, revoke_proxy, set_bar, set_board, void,
};
pub use model::{
    Ballot, BoardMember, Choice, Counted, Entitlement, Grade, Mark, Matter, Method, NewVote, Proxy, Receipt,
    RuleVersion, SittingResult, Vote, VoteKind, VoteState, Way,
};
pub use slice::slice;
pub use store::{rules::rules_of, votes::find_vote};
