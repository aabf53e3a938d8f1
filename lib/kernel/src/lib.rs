//! The words every part of the house shares: ids, days, terms, the clock, the actor, errors, events.
//!
//! No input or output happens here and no statute lives here. The crate stays small, because everything above
//! is compiled again when it changes.

mod actor;
mod clock;
mod day;
mod error;
mod event;
mod id;
mod lang;
mod level;

pub use actor::{Actor, Office, Sitting, Voice};
pub use clock::{Clock, Moment};
pub use day::{Day, DayError, Term};
pub use error::{Error, Problem, Reason, Result};
pub use event::{Event, Subject};
pub use id::{Id, IdMaker, random_id};
pub use lang::Lang;
pub use level::{Level, Scope};
