//! Sittings out of a council information system (OParl 1.1, <https://oparl.org/spezifikation/online-ansicht/>): what a server
//! answers is read here without clock, input or output, and what came is held against what is known.

mod held;
mod reader;
mod steps;

pub use reader::{Found, Listed, MeetingRead, Meetings, Trouble, read};
pub use steps::{Fate, Follow, fate, follow, seen};
