//! The letters of this slice. Subjects are neutral, and a sensitive network is named in none of them.

mod checks;
mod handover;
mod joining;

pub use checks::check;
pub use handover::{handed_over, post_words, to_leaver, to_successor};
pub use joining::{admitted, confirm, refused, to_keeper, to_voucher};
