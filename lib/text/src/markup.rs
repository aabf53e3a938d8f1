//! Tags and words of a page somebody copied. Not a page is made of it, so no tree is built, nothing is repaired and every byte
//! is looked at once; full readers of HTML compare the attributes of a tag with each other, which takes for ever with many.

use html_escape::decode_html_entities;

/// One thing after the other.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Token<'a> {
    /// A tag begins: its name, and its attributes as they stand there.
    Start(String, &'a str),
    /// A tag ends.
    End(String),
    /// Words, with characters written by name or number already read.
    Words(String),
}

/// What follows, and what is left after it.
pub fn next(text: &str) -> Option<(Option<Token<'_>>, &str)> {
    let first = text.bytes().next()?;
    if first != b'<' {
        let end = text.find('<').unwrap_or(text.len());
        return Some((Some(Token::Words(decode_html_entities(&text[..end]).into_owned())), &text[end..]));
    }
    if let Some(rest) = text.strip_prefix("<!--") {
        let end = rest.find("-->").map_or("", |at| &rest[at + 3..]);
        return Some((None, end));
    }
    let inner = &text[1..];
    let (closes, inner) = inner.strip_prefix('/').map_or((false, inner), |rest| (true, rest));
    if !inner.bytes().next().is_some_and(|b| b.is_ascii_alphabetic()) {
        // Declarations and what Word writes for old readers: `<![if !supportLists]>`. A bare `<` is a word.
        if !closes && !inner.starts_with(['!', '?']) {
            return Some((Some(Token::Words("<".to_owned())), inner));
        }
        return Some((None, inner.find('>').map_or("", |at| &inner[at + 1..])));
    }
    let long = inner.find(|c: char| c.is_whitespace() || matches!(c, '>' | '/')).unwrap_or(inner.len());
    let name = inner[..long].to_ascii_lowercase();
    let end = end_of_tag(&inner[long..]);
    let attributes = &inner[long..long + end];
    let rest = inner.get(long + end + 1..).unwrap_or_default();
    let token = if closes { Token::End(name) } else { Token::Start(name, attributes) };
    Some((Some(token), rest))
}

/// Where the `>` of a tag is: the first one outside quotation marks.
fn end_of_tag(text: &str) -> usize {
    let mut quote = None;
    for (at, b) in text.bytes().enumerate() {
        match (quote, b) {
            (None, b'>') => return at,
            (None, b'"' | b'\'') => quote = Some(b),
            (Some(open), b) if b == open => quote = None,
            _ => {}
        }
    }
    text.len()
}

/// The value of an attribute, as it stands there.
pub fn attribute<'a>(attributes: &'a str, name: &str) -> Option<&'a str> {
    let mut rest = attributes;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        let long = rest.find(|c: char| c.is_whitespace() || c == '=' || c == '/').unwrap_or(rest.len());
        let found = &rest[..long];
        if found.is_empty() && rest.is_empty() {
            return None;
        }
        rest = rest[long..].trim_start();
        let value = match rest.strip_prefix('=') {
            None => "",
            Some(after) => {
                let after = after.trim_start();
                let (value, left) = match after.chars().next() {
                    Some(quote @ ('"' | '\'')) => {
                        let inner = &after[1..];
                        inner.find(quote).map_or((inner, ""), |at| (&inner[..at], &inner[at + 1..]))
                    }
                    _ => after.split_at(after.find(char::is_whitespace).unwrap_or(after.len())),
                };
                rest = left;
                value
            }
        };
        if found.eq_ignore_ascii_case(name) {
            return Some(value);
        }
    }
}
