//! What may stand in the head of a letter.

use std::fmt;

/// Characters of a subject or name, at most: longer ones are cut off by every mail program.
const LONGEST: usize = 200;
/// Bytes of a link in a header: RFC 5322 2.1.1 allows a line of 998.
const LONGEST_LINK: usize = 900;

/// Characters nobody sees, which steer lines, direction or tokens: controls (CR, LF, NUL among them), line and paragraph
/// separators, zero width characters, marks and overrides of direction, and what Unicode keeps unused inside them.
pub(crate) const fn is_hidden(c: char) -> bool {
    matches!(c,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
        | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// A subject or a name: one line of characters that can be seen.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct HeaderText(String);

/// Why a text cannot stand in the head of a letter.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum HeaderTextError {
    /// Nothing but blanks.
    #[error("the text is empty")]
    Empty,
    /// More than 200 characters.
    #[error("the text is longer than 200 characters")]
    TooLong,
    /// A line break, another control character or one that steers the direction of writing.
    #[error("the text contains a character that cannot be seen")]
    Hidden,
}

impl HeaderText {
    /// Reads a text; blanks around it are dropped.
    ///
    /// # Errors
    /// [`HeaderTextError`] says why not.
    pub fn new(text: &str) -> Result<Self, HeaderTextError> {
        if text.chars().any(is_hidden) {
            return Err(HeaderTextError::Hidden);
        }
        let text = text.trim();
        match text.chars().take(LONGEST + 1).count() {
            0 => Err(HeaderTextError::Empty),
            count if count > LONGEST => Err(HeaderTextError::TooLong),
            _ => Ok(Self(text.to_owned())),
        }
    }
    /// As [`HeaderText::new`], for a text put together from names of any length: one that is too long ends with `…`.
    ///
    /// # Errors
    /// As for `new`, but never `TooLong`.
    pub fn cut(text: &str) -> Result<Self, HeaderTextError> {
        match Self::new(text) {
            Err(HeaderTextError::TooLong) => {
                let kept: String = text.trim().chars().take(LONGEST - 1).collect();
                Ok(Self(format!("{}…", kept.trim_end())))
            }
            other => other,
        }
    }
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for HeaderText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// An absolute address of a page: https, or http on the machine itself.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Link(String);

/// Why a text is no link.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("a link in a letter is an https address of printable ASCII, at most 900 long (http only for localhost)")]
pub struct LinkError;

impl Link {
    /// Reads a link.
    ///
    /// # Errors
    /// [`LinkError`] when it is not https (or http on the machine itself), too long, or holds blanks, angle brackets,
    /// quotes, commas or anything but printable ASCII.
    pub fn new(text: &str) -> Result<Self, LinkError> {
        let clean = text.bytes().all(|byte| byte.is_ascii_graphic() && !b"<>\"\\^`{|},".contains(&byte));
        let host = |rest: &str| rest.split(['/', '?', '#']).next().unwrap_or_default().to_owned();
        let allowed = match (text.strip_prefix("https://"), text.strip_prefix("http://")) {
            (Some(rest), _) => !host(rest).is_empty() && !host(rest).contains('@'),
            (None, Some(rest)) => {
                let host = host(rest);
                let name = host
                    .rsplit_once(':')
                    .filter(|(_, port)| port.bytes().all(|it| it.is_ascii_digit()))
                    .map_or(&*host, |it| it.0);
                ["localhost", "127.0.0.1", "[::1]"].contains(&name)
            }
            (None, None) => false,
        };
        if clean && allowed && text.len() <= LONGEST_LINK { Ok(Self(text.to_owned())) } else { Err(LinkError) }
    }
    /// The link.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
    /// Whether it is https.
    #[must_use]
    pub fn is_secure(&self) -> bool {
        self.0.starts_with("https://")
    }
}

/// What names a letter once and for all (RFC 5322 3.6.4). A letter sent a second time keeps it, so that the mailbox can
/// drop the copy.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct MessageId(String);

impl MessageId {
    /// From something unique in this installation (the id of the row in the queue) and the domain of the installation.
    /// `None` unless both are letters, digits, dots, dashes and underscores, at most 100 long, without dots at the ends.
    #[must_use]
    pub fn new(unique: &str, domain: &str) -> Option<Self> {
        let fits = |text: &str| {
            let allowed = text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte));
            (1..=100).contains(&text.len()) && allowed && !text.split('.').any(str::is_empty)
        };
        (fits(unique) && fits(domain)).then(|| Self(format!("<{unique}@{domain}>")))
    }
    /// With the angle brackets, as it stands in the head.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn subjects_are_one_visible_line() {
        assert_eq!(
            HeaderText::new(" [LAG NRW] Bis Mittwoch abstimmen: Übersicht 👩‍👩‍👧 ").unwrap().as_str(),
            "[LAG NRW] Bis Mittwoch abstimmen: Übersicht 👩‍👩‍👧"
        );
        for text in [
            "a\r\nBcc: jo@example.org",
            "a\nb",
            "a\rb",
            "a\0b",
            "a\tb",
            "a\u{b}b",
            "a\u{85}b",
            "a\u{2028}b",
            "a\u{202e}b",
            "a\u{2066}b",
            "a\u{200f}b",
            "a\u{feff}b",
            "a\u{e0041}b",
            "\n",
            "a\n",
        ] {
            assert_eq!(HeaderText::new(text), Err(HeaderTextError::Hidden), "{text:?}");
        }
        assert_eq!(HeaderText::new("  "), Err(HeaderTextError::Empty));
    }

    #[test]
    fn long_subjects_are_refused_or_cut() {
        let (fits, long) = ("ä".repeat(200), "ä".repeat(201));
        assert_eq!(HeaderText::new(&fits).unwrap().as_str(), fits);
        assert_eq!(HeaderText::new(&long), Err(HeaderTextError::TooLong));
        let cut = HeaderText::cut(&long).unwrap();
        assert_eq!((cut.as_str().chars().count(), cut.as_str().ends_with('…')), (200, true));
        assert_eq!(HeaderText::cut(&fits).unwrap().as_str(), fits);
        assert_eq!(HeaderText::cut("a\nb"), Err(HeaderTextError::Hidden));
    }

    #[test]
    fn links_are_absolute_and_secure() {
        for text in [
            "https://netz.example.org/t/abc?x=1#y",
            "https://netz.example.org:8443",
            "http://localhost:8080/t/abc",
            "http://127.0.0.1/t",
            "http://[::1]:8080/t",
        ] {
            assert_eq!(Link::new(text).unwrap().as_str(), text);
        }
        let long = format!("https://example.org/{}", "a".repeat(900));
        for text in [
            "",
            "/t/abc",
            "http://example.org/t",
            "http://localhost.example.org/",
            "http://localhost@example.org/",
            "https://",
            "https:///t",
            "https://mira@example.org/",
            "javascript:alert(1)",
            "https://example.org/a b",
            "https://example.org/a\r\nX: y",
            "https://example.org/>",
            "https://exämple.org/",
            "https://example.org/a,<b>",
            &long,
        ] {
            assert_eq!(Link::new(text), Err(LinkError), "{text:?}");
        }
    }

    #[test]
    fn message_ids_are_plain() {
        assert_eq!(MessageId::new("4711.a-b_c", "netz.example.org").unwrap().as_str(), "<4711.a-b_c@netz.example.org>");
        for (unique, domain) in [
            ("", "a.org"),
            ("a", ""),
            ("a b", "a.org"),
            ("a>", "a.org"),
            ("a", "a.org\r\n"),
            (".a", "a.org"),
            ("a..b", "a.org"),
            ("ä", "a.org"),
            (&*"a".repeat(101), "a.org"),
        ] {
            assert_eq!(MessageId::new(unique, domain), None, "{unique:?} {domain:?}");
        }
    }
}
