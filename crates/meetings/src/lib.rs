//! Meetings: who is invited through which seat and what she answers, what is on the agenda, who was there, what is kept of it.
//!
//! A meeting belongs to a body and is never seen further than the body itself. Whom an invitation goes to is asked of the
//! seats at the moment it leaves and again every day after; each letter stays as proof with its meeting. Answers come by
//! the link of a letter without signing in, from the page, or from a calendar.

mod actions;
pub mod calendar;
mod kinds;
mod letters;
mod model;
mod own;
mod pages;
mod passages;
pub mod paths;
mod reads;
pub mod rules;
mod slice;
mod store;
mod told;
mod words;

pub use actions::agenda::{PAPER, add_papers, remove_paper};
pub use actions::agenda::{
    accept_proposal, add_item, change_item, copy_last, decline_proposal, drop_item, move_item, place_item, propose,
    take_task, withdraw_proposal,
};
pub use actions::calendar::{name_meetings, subscribe, unsubscribe};
pub use actions::inviting::{Sent, answer, find_by_token, follow, invite, invite_guest, send_agenda, take_reply};
pub use actions::live::{
    call_item, check_in, check_in_by_letter, drop_hand, end_sitting, next_speaker, note_hand, open_sitting, raise_hand,
    raise_hand_by_letter,
};
pub use actions::meetings::{begin, call_off, change_meeting, end, meet_first, plan_meeting, split_meeting};
pub use actions::others::{change_other, drop_other, note_other};
pub use actions::poll::{add_date, answer_poll, change_poll, drop_date, drop_poll, plan_poll, send_poll, settle_poll};
pub use actions::series::{change_series, decide_days, end_series, plan_series};
pub use actions::{
    attendance::{Seen, attendance_of, keep_attendance, quorum_of},
    authorisation::{AUTHORISATION, add_authorisation, remove_authorisation},
    minutes::{
        Begun, add_addendum, add_entry, add_todo, approve, begin_minutes, change_entry, circulate, decide_objection,
        drop_remarks, drop_todo, find_letter, name_persons, object, object_by_letter,
    },
};
pub use letters::when;
pub use model::{
    Addendum, Answer, Attendance, Capacity, Choice, Coming, Decided, Entry, Feed, Host, Invitation, Item, Letter,
    LetterKind, Line, Meeting, MeetingState, Minutes, MinutesLetter, MinutesObjection, MinutesState, NewEntry, NewItem,
    NewMeeting, NewOther, NewPoll, NewSeries, ObjectionState, Openness, Other, OtherKind, Pick, PlaceFor, Poll,
    PollDate, PollState, Presence, Proposal, ProposalState, Run, Series, SheetHead, Sitting, Span, Speech, There, Todo,
    Turn, Verdict, Voter, Way,
};
pub use reads::{Ahead, Next, Stance, ahead, asking, mine, stance, waits_for};
pub use slice::slice;
pub use store::agenda::list_items;
pub use store::invitations::{find_own, list_invitations};
pub use store::live::{find_sitting, list_runs, list_speeches};
pub use store::meetings::{find_meeting, list_of_bodies, list_public};
pub use store::minutes::{find_minutes_of, list_entries};
pub use store::polls::{find_poll, list_dates, list_voters};
