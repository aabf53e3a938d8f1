//! The letters of this slice. Subjects are neutral, and a sensitive network is named in none of them.

mod asking;
mod checks;
mod handover;
mod joining;

pub use asking::{asked_for_seat, seat_answer, seat_page};
pub use checks::check;
pub use handover::{handed_over, handover_off, post_words, to_leaver, to_leaver_by_mail, to_successor};
pub use joining::{Way, admitted, answer_of, confirm, page_of, refused, to_keeper, to_member, to_voucher};
