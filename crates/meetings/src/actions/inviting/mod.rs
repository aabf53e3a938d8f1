//! Inviting: to whom, by which letters, and what they answer.

mod answer;
mod codes;
mod follow;
mod lost;
mod reply;
mod sample;
mod send;
mod tell;

pub use answer::{Sent, answer, find_by_token};
pub use codes::{Opened, is_open, open_papers};
pub use follow::{follow, follow_one, remind_silent};
pub use lost::{came_back, tell_lost};
pub use reply::take_reply;
pub use sample::sample;
pub use send::{addressed, addressees, invite, invite_guest, judged, preview, send, send_agenda, send_to};
pub use tell::{gets, tell_all, tell_changed};
