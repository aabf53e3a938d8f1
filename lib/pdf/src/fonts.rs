//! The fonts, and which characters they can draw.

use std::sync::LazyLock;

use papers::is_silent;
use typst::{
    foundations::Bytes,
    text::{Font, FontBook},
    utils::LazyHash,
};

/// The cuts of the text, then what stands in for them.
const FILES: [&[u8]; 4] = [
    include_bytes!("../fonts/fira/FiraSans-Regular.ttf"),
    include_bytes!("../fonts/fira/FiraSans-Italic.ttf"),
    include_bytes!("../fonts/fira/FiraSans-SemiBold.ttf"),
    include_bytes!("../fonts/dejavu/DejaVuSans.ttf"),
];

/// Which characters are set as they are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Letters {
    /// All that some font can draw.
    All,
    /// Letters, digits and signs of the font of the text.
    Plain,
}

/// What stands for a character no font can draw (Unicode 23.8).
const MISSING: char = '\u{fffd}';

/// Every font.
pub fn all() -> &'static [Font] {
    static ALL: LazyLock<Vec<Font>> =
        LazyLock::new(|| FILES.iter().filter_map(|file| Font::new(Bytes::new(*file), 0)).collect());
    &ALL
}

/// What typst chooses from.
pub fn book() -> &'static LazyHash<FontBook> {
    static BOOK: LazyLock<LazyHash<FontBook>> = LazyLock::new(|| LazyHash::new(FontBook::from_fonts(all())));
    &BOOK
}

/// Text as it can be drawn: PDF/UA allows no character without a picture (ISO 14289-1, 7.21.8).
pub fn drawable(text: &str, letters: Letters) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if can_draw(c, letters) {
            out.push(c);
        } else if !is_silent(c) && !out.ends_with(MISSING) {
            out.push(MISSING);
        }
    }
    out
}

fn can_draw(c: char, letters: Letters) -> bool {
    let has = |font: &Font| font.info().coverage.contains(u32::from(c));
    let (text, others) = all().split_at_checked(3).unwrap_or_default();
    let plain = text.iter().all(has);
    match letters {
        _ if is_silent(c) => false,
        Letters::All => plain || others.iter().any(has),
        Letters::Plain => {
            plain && (c.is_alphanumeric() || c == ' ' || c.is_ascii() || (c as u32) < 0x2300) && !is_mark(c)
        }
    }
}

/// Marks that combine with the letter before them.
const fn is_mark(c: char) -> bool {
    matches!(c as u32, 0x300..=0x36f | 0x483..=0x489 | 0x1ab0..=0x1aff | 0x1dc0..=0x1dff | 0x20d0..=0x20ff)
}
