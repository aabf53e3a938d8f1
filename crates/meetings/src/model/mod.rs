//! What meetings are made of: one file per noun.

mod agenda;
mod attendance;
mod feed;
mod invitation;
mod live;
mod meeting;
mod minutes;
mod other;
mod poll;
mod proposal;
mod series;

pub use agenda::{Item, NewItem, Openness};
pub use attendance::{Attendance, Line, Presence, SheetHead, Span, There};
pub use feed::Feed;
pub use invitation::{Answer, Capacity, Invitation, Letter, LetterKind, Way};
pub use live::{Coming, Run, Sitting, Speech};
pub use meeting::{Meeting, MeetingState, NewMeeting, PlaceFor, Verdict};
pub use minutes::{
    Addendum, Entry, Minutes, MinutesLetter, MinutesObjection, MinutesState, NewEntry, ObjectionState, Todo,
};
pub use other::{NewOther, Other, OtherKind};
pub use poll::{Choice, NewPoll, Pick, Poll, PollDate, PollState, Voter};
pub use proposal::{Proposal, ProposalState};
pub use series::{Decided, Host, NewSeries, Series, Turn};
