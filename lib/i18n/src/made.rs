//! What the generated texts call. Nothing for people to use.

use std::fmt::{Display, Write};

use kernel::Lang;

/// Adds a value as it shows itself.
#[doc(hidden)]
pub fn show(text: &mut String, value: &impl Display) {
    // Writing into a String cannot fail.
    let _ = write!(text, "{value}");
}

/// Adds a number with the separators of the language.
#[doc(hidden)]
pub fn number(text: &mut String, lang: Lang, value: i64) {
    text.push_str(&crate::number(lang, value));
}
