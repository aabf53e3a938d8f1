//! Calendars to subscribe to: one's own, and the public one of a network.

pub mod feed;
pub mod own;
