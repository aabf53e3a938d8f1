//! What there is: rules in force from a day, votes with their rolls, and what came of them.

mod elections;
mod resolutions;
mod rolls;
mod sittings;
mod votes;

pub use elections::{Candidate, CandidateState, Consent, Counting, Left, PaperSum, VoteSeat};
pub use resolutions::{Adopted, LATER, OldResolution, Resolution, SCAN_MOST, Scan, ScanMedia, Standing};
pub use rolls::{Ballot, BoardMember, Choice, Entitlement, Mark, Proxy, Receipt, Way};
pub use sittings::{NamedResult, Spoken};
pub use votes::{Counted, Grade, Matter, Method, NewVote, RuleVersion, SittingResult, Vote, VoteKind, VoteState};
