//! Exchange: what members of a network or body ask and tell each other, what came of it, and letters to many.
//!
//! A thread belongs to a body and is seen as far as its level says, never further than the body itself; a forwarding adds
//! another network, with its way in sight. What is confidential is in no search, no letter and no list that leaves the
//! house. Answers come from the page, by the link of a letter or as a letter to the address it named. Who hears of what is said by `notices`.

mod actions;
mod export;
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

pub use actions::circulars::{decide, draft, recall, release};
pub use actions::support::{agree, answer, begin, finish, step_back};
pub use actions::{
    change_reply, change_thread, choose, forward, hand_in, hide_reply, hide_thread, mark_helped, mark_read,
    move_thread, note_outcome, pass_on, refuse_relay, release_count, reply, reply_with, show_reply, show_thread,
    write_thread,
};
pub use model::{
    Audience, Beyond, BeyondState, Brought, Chose, Circular, CircularState, Earlier, Forward, HeldLetter, Hidden, Left,
    NewCircular, NewSupport, NewThread, Outcome, Recipient, RecipientState, Relay, Released, Reply, Side, Stood,
    Support, SupportKind, SupportState, Thread, ThreadEdit, ThreadKind, Way, Why,
};
pub use reads::asked_of;
pub use slice::slice;
