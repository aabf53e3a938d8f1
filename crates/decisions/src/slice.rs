//! What decisions give to the house.

use web::{Routes, Slice};

/// Addresses, things and work for later.
#[must_use]
pub const fn slice() -> Slice {
    Slice::new("decisions", Routes::new)
}
