//! Putting right what was entered wrongly: the form, what is shown of it beside the thing, and taking it back within a day.

pub mod form;
pub mod shown;
pub mod undo;

use crate::{CorrectedField, words::T};

/// The word for a part of something.
const fn field_word(t: T, field: CorrectedField) -> &'static str {
    match field {
        CorrectedField::From => t.correction_from(),
        CorrectedField::Until => t.correction_until(),
        CorrectedField::Person => t.correction_person(),
        CorrectedField::Name => t.correction_name(),
    }
}
