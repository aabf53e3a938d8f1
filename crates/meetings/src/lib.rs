//! Meetings: who is invited through which seat and what she answers, what is on the agenda, who was there, what is kept of it.
//!
//! A meeting belongs to a body and is never seen further than the body itself. Whom an invitation goes to is asked of the
//! seats at the moment it leaves and again every day after; each letter stays as proof with its meeting. Answers come by
//! the link of a letter without signing in, from the page, or from a calendar.

mod actions;
mod kinds;
mod letters;
mod model;
mod own;
mod pages;
pub mod paths;
mod reads;
pub mod rules;
mod slice;
mod store;
mod words;

pub use actions::agenda::{
    accept_proposal, add_item, change_item, copy_last, decline_proposal, drop_item, move_item, propose, take_task,
    withdraw_proposal,
};
pub use actions::inviting::{
    Sent, answer, answer_by_calendar, find_by_token, follow, invite, invite_guest, send_agenda,
};
pub use actions::meetings::{begin, call_off, change_meeting, end, plan_meeting, split_meeting};
pub use actions::{
    attendance::{Seen, attendance_of, keep_attendance, quorum_of},
    minutes::{
        add_addendum, add_entry, add_todo, approve, begin_minutes, change_entry, circulate, decide_objection,
        drop_remarks, drop_todo, find_letter, name_persons, object, object_by_letter,
    },
};
pub use letters::when;
pub use model::{
    Addendum, Answer, Attendance, Capacity, Entry, Invitation, Item, Letter, LetterKind, Line, Meeting, MeetingState,
    Minutes, MinutesLetter, MinutesObjection, MinutesState, NewEntry, NewItem, NewMeeting, ObjectionState, Openness,
    PlaceFor, Presence, Proposal, ProposalState, SheetHead, There, Todo, Verdict, Way,
};
pub use reads::{Next, Stance, mine, next, stance, waits_for};
pub use slice::slice;
pub use store::agenda::list_items;
pub use store::invitations::{find_own, list_invitations};
pub use store::meetings::{find_meeting, list_of_bodies, list_public};
pub use store::minutes::{find_minutes_of, list_entries};
