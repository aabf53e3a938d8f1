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
mod own_elections;
mod own_register;
mod own_votes;
mod pages;
mod passages;
pub mod paths;
pub mod roll;
pub mod rules;
mod slice;
mod store;
mod told;
mod words;

pub use actions::election::{
    NewElection, accept_election, answer_nomination, close_together, draw_lot, enter_paper, mark_envelope, move_up,
    next_round, nominate, nominate_from_floor, note_imbalance, prepare_elections, record_acceptance, record_nomination,
    refuse_election, sign_count, sign_paper, take_back_envelope, withdraw_candidature,
};
pub use actions::{
    Casting, NewRules, adopt, announce, break_tie, cast, close_now, enter_old, file_under, give_proxy, left_to_cast,
    may_break_tie, may_lead, object_to_circular, openest, prepare, record_names, record_sitting, release, repeal,
    request_secret, revoke_proxy, set_bar, set_board, supersede, take_back_rules, take_rules, void, withdraw,
};
pub use model::{
    Adopted, Ballot, BoardMember, Candidate, CandidateState, Choice, Consent, Counted, Counting, Entitlement, Grade,
    Left, Mark, Matter, Method, NamedResult, NewVote, OldResolution, PaperSum, Proxy, Receipt, Resolution, RuleVersion,
    Scan, ScanMedia, SittingResult, Spoken, Standing, Vote, VoteKind, VoteSeat, VoteState, Way,
};
pub use pages::state_line;
pub use slice::slice;
pub use store::{
    candidates::{find_counting, list_candidates},
    resolutions::{find_resolution, find_resolution_of, list_resolutions},
    rules::{find_rules, list_rules, own_rules, rules_of},
    votes::{find_vote, list_asked, list_votes, list_waiting},
};
