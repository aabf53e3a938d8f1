//! What there is: threads and their answers, counts that were released, circulars.

mod circular;
mod letter;
mod support;
mod thread;

pub use circular::{Audience, Beyond, BeyondState, Circular, CircularState, NewCircular, Recipient, RecipientState};
pub use letter::{Brought, HeldLetter, Left, Why};
pub use support::{NewSupport, Side, Support, SupportKind, SupportState};
pub use thread::{
    Chose, Earlier, Forward, Hidden, NewThread, Outcome, Relay, Released, Reply, Stood, Thread, ThreadEdit, ThreadKind,
    Way,
};
