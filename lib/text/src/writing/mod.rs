//! What people write, shown safely: Markdown as HTML that can do nothing, as plain words for mails and search.
//!
//! Writing is read as CommonMark. Nothing of it reaches a page but words and the few tags of [`ALLOWED`]; raw HTML is
//! shown as the characters it consists of, pictures as their words. Links lead to `http`, `https` and `mailto` only.

mod html;
mod plain;

pub use html::{ALLOWED, html};
pub use plain::{excerpt, plain};

use pulldown_cmark::{Event, Options, Parser, TextMergeStream};

/// How deep quotes and lists may lie within each other; what lies deeper is shown on this level.
const DEEPEST: usize = 6;

/// The parts of a writing.
fn events(text: &str) -> impl Iterator<Item = Event<'_>> {
    TextMergeStream::new(Parser::new_ext(text, Options::ENABLE_STRIKETHROUGH))
}

/// Whether a link may lead there: one of three schemes, something behind it, and no character that could hide another (RFC 3986 3.1).
fn leads(address: &str) -> bool {
    let Some((scheme, rest)) = address.split_once(':') else { return false };
    let known = ["http", "https", "mailto"].iter().any(|known| scheme.eq_ignore_ascii_case(known));
    known
        && !rest.trim_matches('/').is_empty()
        && address.chars().all(|c| !c.is_control() && !c.is_whitespace() && !is_hidden(c))
}

/// Whether a character is written: nothing that is hidden, and of what steers only the end of a line and the tab.
fn is_shown(c: char) -> bool {
    !is_hidden(c) && (!c.is_control() || matches!(c, '\n' | '\t'))
}

/// Characters that are not seen but change what is: directions of writing, and those of no width (Unicode TR 36).
fn is_hidden(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{61c}')
}
