//! P21: date polls.

pub mod act;
pub mod end;
pub mod form;
pub mod letter;
pub mod place;
pub mod show;
