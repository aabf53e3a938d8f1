//! Lines of a calendar file: folding, escaping, names and parameters.

/// Bytes of a line before it is folded (RFC 5545 3.1).
const FOLD: usize = 75;

/// Appends one line, folded so that no part has more than 75 bytes and no character is cut.
pub fn push(file: &mut String, line: &str) {
    let mut room = FOLD;
    for c in line.chars() {
        if c.len_utf8() > room {
            file.push_str("\r\n ");
            // The blank counts.
            room = FOLD - 1;
        }
        file.push(c);
        room -= c.len_utf8();
    }
    file.push_str("\r\n");
}

/// A text as a value (RFC 5545 3.3.11). Whatever could end the line or is no text goes.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    for c in text.chars() {
        match c {
            '\n' | '\u{2028}' | '\u{2029}' | '\u{85}' | '\u{b}' | '\u{c}' => out.push_str("\\n"),
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(c);
            }
            '\t' => out.push(' '),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// A text in a parameter, in quotation marks; what may not stand there becomes an apostrophe or goes (RFC 5545 3.2).
pub fn quoted(text: &str) -> String {
    let inner: String = text.chars().filter(|c| !c.is_control()).map(|c| if c == '"' { '\'' } else { c }).collect();
    format!("\"{inner}\"")
}

/// A value that is no text, such as an address or a name for ever: without blanks, controls and line ends.
pub fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect()
}

/// One line of a file of somebody else.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    /// Its name in capitals.
    pub name: String,
    /// Its parameters: name in capitals, value without quotation marks.
    pub params: Vec<(String, String)>,
    /// Its value, as it stands there.
    pub value: String,
}

impl Line {
    /// A parameter.
    pub fn param(&self, name: &str) -> Option<&str> {
        self.params.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
    }

    /// Reads one unfolded line; `None` where it has no name or no value (RFC 5545 3.1).
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = Vec::new();
        let (mut from, mut within, mut value) = (0, false, None);
        for (at, c) in text.char_indices() {
            match c {
                '"' => within = !within,
                ';' | ':' if !within => {
                    parts.push(text.get(from..at)?);
                    from = at + 1;
                    if c == ':' {
                        value = text.get(from..);
                        break;
                    }
                }
                _ => {}
            }
        }
        let value = value?.to_owned();
        let mut parts = parts.into_iter();
        // Some programs put a group before the name, as in vCard.
        let name = parts.next()?.rsplit('.').next()?.trim().to_ascii_uppercase();
        let named = |part: &str| {
            let (name, value) = part.split_once('=')?;
            Some((name.trim().to_ascii_uppercase(), value.trim().trim_matches('"').to_owned()))
        };
        let fits = |c: u8| c.is_ascii_alphanumeric() || c == b'-';
        (!name.is_empty() && name.bytes().all(fits)).then(|| Self {
            name,
            params: parts.filter_map(named).collect(),
            value,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_has_more_than_75_bytes_and_no_character_is_cut() {
        for text in ["ä".repeat(200), "👩‍👩‍👧".repeat(40), "x".repeat(75), "x".repeat(76), String::new()] {
            let mut file = String::new();
            push(&mut file, &text);
            assert!(file.split("\r\n").all(|line| line.len() <= FOLD), "{file}");
            assert_eq!(file.replace("\r\n ", "").trim_end_matches("\r\n"), text);
        }
    }

    #[test]
    fn a_text_ends_no_line_and_begins_no_property() {
        assert_eq!(escaped("a;b,c\\d\r\ne\rf\tg\0h"), "a\\;b\\,c\\\\d\\ne\\nf gh");
        assert_eq!(quoted("Ak \"Nord\";\r\nX:1"), "\"Ak 'Nord';X:1\"");
        assert_eq!(plain("a@b\r\nATTENDEE:x"), "a@bATTENDEE:x");
    }

    #[test]
    fn lines_are_read_with_quoted_parameters() {
        let line = Line::read("attendee;cn=\"Müller; Rat: x\";PARTSTAT=ACCEPTED:MAILTO:a@example.org").unwrap();
        assert_eq!((line.name.as_str(), line.value.as_str()), ("ATTENDEE", "MAILTO:a@example.org"));
        assert_eq!((line.param("CN"), line.param("PARTSTAT")), (Some("Müller; Rat: x"), Some("ACCEPTED")));
        for bad in ["", ":", "BEGIN", "A B:1", "ATTENDEE;CN=\"a:b", "ä:1"] {
            assert_eq!(Line::read(bad), None, "{bad}");
        }
    }
}
