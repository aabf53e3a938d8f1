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

/// Adds words that begin with a full stop behind a value: a value that ends with one itself, such as `e.V.`, needs no second.
#[doc(hidden)]
pub fn stop(text: &mut String, words: &str) {
    text.push_str(if text.ends_with('.') { words.strip_prefix('.').unwrap_or(words) } else { words });
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_sentence_ends_with_one_full_stop() {
        for (value, expected) in [("Netz e.V.", "Netz e.V. Und mehr."), ("Netz", "Netz. Und mehr.")] {
            let mut text = value.to_owned();
            super::stop(&mut text, ". Und mehr.");
            assert_eq!(text, expected);
        }
    }
}
