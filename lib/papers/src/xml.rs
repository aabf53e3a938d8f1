//! Text within XML: in a Word file, in a feed.

use html_escape::encode_double_quoted_attribute;

/// Text as XML may hold it between tags and in quotation marks (XML 1.0, 2.2 and 2.4): no character of it means anything, and what
/// XML cannot hold at all is left out.
#[must_use]
pub fn escaped(text: &str) -> String {
    let held = |c: &char| matches!(c, '\n' | '\t') || (!c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}'));
    let text: String = text.chars().filter(held).collect();
    encode_double_quoted_attribute(&text).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_becomes_markup() {
        assert_eq!(escaped("<a href=\"x\">&\u{1}\r\nä\u{ffff}</a>"), "&lt;a href=&quot;x&quot;&gt;&amp;\nä&lt;/a&gt;");
    }
}
