//! What there is for a reader.

pub mod chains;
mod stance;
mod waiting;

pub use stance::{Side, Stance, knows, stance};
pub use waiting::{Due, due, mine};
