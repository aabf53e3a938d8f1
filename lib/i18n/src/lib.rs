//! Texts, days, numbers and names in German and English.
//!
//! The texts of a crate are Fluent files made into methods when the crate is built (see `i18n-build`):
//! [`texts!`] brings in the type `T`, and `T(lang).some_key()` is the text. Everything else here is how the two
//! languages write days, times, numbers, spans and lists, and how names are folded for sorting and search.

// The generated code names this crate from outside; inside it needs the name too.
extern crate self as i18n;

mod accept;
mod count;
mod days;
mod fold;
mod lists;
pub mod made;
mod numbers;
mod spans;
mod typed;

pub use accept::negotiate;
pub use count::Count;
pub use days::{
    day_long, day_medium, day_numeric, day_short, moment_long, moment_short, month_name, month_of, month_year, period,
    split_weekday, term, time, weekday,
};
pub use fold::{fold, fold_name, is_bidi_control};
pub use kernel::Lang;
pub use lists::{list_and, list_or};
pub use numbers::{decimal, number, percent};
pub use spans::{ago, left, relative, since};
pub use typed::{NoDay, read_day, read_moment, read_time};

/// Brings in the texts of the crate: `pub(crate) struct T(pub(crate) Lang)` with one method per key.
///
/// Put it into a module of its own, and `i18n_build::generate()` into `build.rs`.
#[macro_export]
macro_rules! texts {
    () => {
        include!(concat!(env!("OUT_DIR"), "/texts.rs"));
    };
}

/// The words of this crate.
mod words {
    crate::texts!();
}
