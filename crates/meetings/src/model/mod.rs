//! What meetings are made of: one file per noun.

mod agenda;
mod invitation;
mod meeting;
mod proposal;

pub use agenda::{Item, NewItem, Openness};
pub use invitation::{Answer, Capacity, Invitation, Letter, LetterKind, Way};
pub use meeting::{Meeting, MeetingState, NewMeeting, PlaceFor, Verdict};
pub use proposal::{Proposal, ProposalState};
