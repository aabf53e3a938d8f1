//! A meeting: its page, and what those who convene it do with it.

pub mod answer;
pub mod cancel;
pub mod first;
pub mod form;
pub mod show;
pub mod split;
