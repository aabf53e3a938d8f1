//! The report on a sitting: written, read, put right, and its files.

pub mod correct;
pub mod files;
pub mod form;
pub mod show;
