//! Seats in bodies that are not on this installation: one's own list, and the form for one of them.

pub mod form;
pub mod list;

use crate::{Elsewhere, ElsewhereKind, words::T};

/// What sort of body it is.
pub const fn kind_word(t: T, kind: ElsewhereKind) -> &'static str {
    match kind {
        ElsewhereKind::Network => t.kind_network(),
        ElsewhereKind::Committee => t.kind_committee(),
        ElsewhereKind::Council => t.elsewhere_council(),
        ElsewhereKind::Board => t.kind_board(),
        ElsewhereKind::Conference => t.kind_conference(),
        ElsewhereKind::Other => t.elsewhere_other(),
    }
}

/// What she is there, or the sort of body where she said nothing.
pub fn role_of(t: T, seat: &Elsewhere) -> String {
    if seat.noted.role.is_empty() { kind_word(t, seat.noted.kind).to_owned() } else { seat.noted.role.clone() }
}
