//! What meetings are made of: one file per noun.

mod agenda;
mod feed;
mod invitation;
mod meeting;
mod poll;
mod proposal;
mod series;

pub use agenda::{Item, NewItem, Openness};
pub use feed::Feed;
pub use invitation::{Answer, Capacity, Invitation, Letter, LetterKind, Way};
pub use meeting::{Meeting, MeetingState, NewMeeting, PlaceFor, Verdict};
pub use poll::{Choice, NewPoll, Pick, Poll, PollDate, PollState, Voter};
pub use proposal::{Proposal, ProposalState};
pub use series::{Decided, Host, NewSeries, Series, Turn};
