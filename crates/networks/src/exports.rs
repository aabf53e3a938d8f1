//! Lists that go out.

use web::Export;

/// What the registry gets.
pub const EXPORTS: &[Export] = &[];
