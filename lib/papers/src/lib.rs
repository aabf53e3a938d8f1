//! Papers: what a letter, minutes or a book of motions say, as plain data.
//!
//! A slice fills a [`Paper`]; [`docx`] writes it for Word, `lib/pdf` sets it as PDF/UA. Text is always text: no character of
//! it means anything to whoever writes the file.

mod docx;
mod limits;
mod paper;
mod tidy;
mod xml;

mod texts {
    i18n::texts!();
}

pub use docx::docx;
pub use limits::{BLOCKS, CHARACTERS, COLUMNS, DEPTH, TooMuch};
pub use paper::{Align, Block, Fact, Item, List, Paper, Run, Signature, Style, Table, Words};
pub use tidy::is_silent;
pub use xml::escaped;

use kernel::Lang;

/// The kinds of file a paper comes as.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Format {
    /// PDF/UA-1 (ISO 14289-1), to be read and filed.
    Pdf,
    /// Word (ISO/IEC 29500-1), to be written on.
    Docx,
}

impl Format {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Pdf, Self::Docx];
    /// The ending of its files, which is also its word in addresses.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
        }
    }
    /// Its media type.
    #[must_use]
    pub const fn media(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        }
    }
}

impl std::str::FromStr for Format {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|format| format.ending() == text).ok_or(())
    }
}

impl std::fmt::Display for Format {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.ending())
    }
}

/// What stands around the number of a page and the number of all pages: `("Seite", "von")`.
#[must_use]
pub fn page_words(lang: Lang) -> (&'static str, &'static str) {
    let t = texts::T(lang);
    (t.page(), t.of())
}
