//! A request as slices see it: text, already limited, without HTTP.

use std::collections::HashMap;

use i18n::is_bidi_control;
use kernel::{Day, Lang, Problem, Reason};

/// The longest value one field may have, in bytes; longer ones are refused with a sentence.
pub const FIELD_LIMIT: usize = 20_000;

/// What was asked.
#[derive(Clone, Debug)]
pub struct Ask {
    /// The path without the language prefix.
    pub path: String,
    /// The language of the request, before the person's own setting.
    pub lang: Lang,
    /// Whether the path began with `/en`.
    pub english: bool,
    pub(crate) query: Vec<(String, String)>,
    pub(crate) form: Vec<(String, String)>,
    pub(crate) cookies: HashMap<String, String>,
    /// The day on which it is asked.
    pub today: Day,
    /// What the browser calls itself, cut to 200 bytes.
    pub agent: String,
    /// A number to find this request in the log.
    pub incident: String,
    /// Where it comes from, as far as limits need it.
    pub(crate) origin: crate::Origin,
    /// What a file in the form became.
    pub(crate) made: Option<crate::Made>,
}

impl Ask {
    /// A value of the query.
    #[must_use]
    pub fn query(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
    }
    /// Whether there is a query at all.
    #[must_use]
    pub fn has_query(&self) -> bool {
        !self.query.is_empty()
    }
    /// The path with the query, to come back to.
    pub(crate) fn address(&self) -> String {
        if self.query.is_empty() {
            return self.path.clone();
        }
        let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(&self.query).finish();
        format!("{}?{query}", self.path)
    }
    /// The day `?stand=` asks for: as it was then. Anything but a day is no answer but a form error upstream.
    #[must_use]
    pub fn stand(&self) -> Option<Day> {
        self.query("stand")
            .filter(|text| !text.trim().is_empty())
            .and_then(|text| i18n::read_day(text, self.today).ok())
    }
    /// A text as a day, in digits or as the program prints days.
    ///
    /// # Errors
    /// Why it is none, for whoever typed it.
    pub fn day(&self, text: &str) -> Result<Day, Reason> {
        i18n::read_day(text, self.today).map_err(i18n::NoDay::reason)
    }
    /// A cookie.
    #[must_use]
    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.get(name).map(String::as_str)
    }
    /// A field as it was typed; empty when it was not sent.
    #[must_use]
    pub fn raw(&self, name: &str) -> &str {
        self.form.iter().find(|(n, _)| n == name).map_or("", |(_, v)| v.as_str())
    }
    /// A field without the blanks around it.
    #[must_use]
    pub fn field(&self, name: &str) -> &str {
        self.raw(name).trim()
    }
    /// Every value sent under a name, as check boxes do.
    pub fn every<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.form.iter().filter(move |(n, _)| n == name).map(|(_, v)| v.as_str())
    }
    /// What the files of the form became, where the address takes some.
    #[must_use]
    pub fn made<T: 'static>(&self) -> Option<&T> {
        self.made.as_ref()?.downcast_ref()
    }
    /// Whether a check box was ticked.
    #[must_use]
    pub fn ticked(&self, name: &str) -> bool {
        self.every(name).any(|v| !v.is_empty())
    }
}

/// Reads the fields of a form one by one and gathers what is wrong.
#[derive(Debug)]
pub struct Fields<'a> {
    ask: &'a Ask,
    /// What is wrong so far.
    pub problems: Vec<Problem>,
}

impl<'a> Fields<'a> {
    /// Begins to read.
    #[must_use]
    pub const fn of(ask: &'a Ask) -> Self {
        Self { ask, problems: Vec::new() }
    }
    /// Notes a problem.
    pub fn refuse(&mut self, field: &'static str, de: impl Into<String>, en: impl Into<String>) {
        self.problems.push(Problem { field, reason: Reason::new(de, en) });
    }
    /// One line of text of at most `most` characters; empty when it was left out.
    pub fn line(&mut self, field: &'static str, most: usize) -> String {
        let text = self.ask.field(field);
        if text.chars().any(|c| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')) {
            self.refuse(
                field,
                "Bitte entfernen Sie Zeilenumbrüche und Steuerzeichen.",
                "Please remove line breaks and control characters.",
            );
        }
        self.text_of(field, text, most)
    }
    /// Several lines of text of at most `most` characters.
    pub fn text(&mut self, field: &'static str, most: usize) -> String {
        // Browsers count a line break as one character and send it as two (HTML 4.10.21.8).
        let text = self.ask.field(field).replace("\r\n", "\n").replace('\r', "\n");
        if text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\t')) {
            self.refuse(field, "Bitte entfernen Sie Steuerzeichen.", "Please remove control characters.");
        }
        self.text_of(field, &text, most)
    }
    fn text_of(&mut self, field: &'static str, text: &str, most: usize) -> String {
        if text.chars().any(is_bidi_control) {
            self.refuse(
                field,
                "Bitte entfernen Sie Zeichen, die die Schreibrichtung ändern.",
                "Please remove characters that change the writing direction.",
            );
        }
        let length = text.chars().count();
        if length > most {
            self.refuse(
                field,
                format!("Bitte kürzen Sie auf {most} Zeichen. Jetzt sind es {length}."),
                format!("Please shorten this to {most} characters. It has {length} now."),
            );
        }
        text.to_owned()
    }
    /// One line that must not be empty.
    pub fn needed(&mut self, field: &'static str, most: usize, de: &str, en: &str) -> String {
        let text = self.line(field, most);
        if text.is_empty() {
            self.refuse(field, de, en);
        }
        text
    }
    /// A day, if one was given.
    pub fn day(&mut self, field: &'static str) -> Option<Day> {
        let text = self.ask.field(field);
        if text.is_empty() {
            return None;
        }
        match self.ask.day(text) {
            Ok(day) => Some(day),
            Err(reason) => {
                self.problems.push(Problem { field, reason });
                None
            }
        }
    }
    /// A time of day, as `14:30` or as the program prints times; what is left out is refused like what is none.
    pub fn time(&mut self, field: &'static str) -> Option<(i8, i8)> {
        let found = i18n::read_time(self.ask.field(field));
        if found.is_none() {
            self.refuse(field, "Schreiben Sie die Uhrzeit so: 14:30.", "Write the time like this: 14:30.");
        }
        found
    }
    /// One of the given choices.
    pub fn choice<T: Copy>(&mut self, field: &'static str, choices: &[(&str, T)]) -> Option<T> {
        let text = self.ask.field(field);
        let found = choices.iter().find(|(word, _)| *word == text).map(|(_, value)| *value);
        if found.is_none() {
            self.refuse(field, "Bitte wählen Sie eine der Möglichkeiten.", "Please choose one of the options.");
        }
        found
    }
    /// `Ok` when nothing is wrong.
    ///
    /// # Errors
    /// [`kernel::Error::Form`] with everything that is.
    pub fn done(self) -> kernel::Result<()> {
        if self.problems.is_empty() { Ok(()) } else { Err(kernel::Error::Form(self.problems)) }
    }
}

/// Reads `a=b&c=d`.
///
/// # Errors
/// The status that says what is wrong: 413 with more than `most` pairs or a value that is too long, 422 with what is
/// no text: a NUL, or bytes that are not UTF-8. Nothing is replaced silently.
pub fn pairs(text: &[u8], most: usize) -> Result<Vec<(String, String)>, u16> {
    let mut found = Vec::new();
    for pair in text.split(|b| *b == b'&').filter(|pair| !pair.is_empty()) {
        let at = pair.iter().position(|b| *b == b'=');
        let (name, value) = at.map_or((pair, &pair[pair.len()..]), |at| (&pair[..at], &pair[at + 1..]));
        let (name, value) = (decoded(name).ok_or(422_u16)?, decoded(value).ok_or(422_u16)?);
        if found.len() == most || value.len() > FIELD_LIMIT || name.len() > 100 {
            return Err(413);
        }
        if name.contains('\0') || value.contains('\0') {
            return Err(422);
        }
        found.push((name, value));
    }
    Ok(found)
}

/// Text as forms send it (WHATWG URL 5.1): `+` is a blank, `%20` a byte; a `%` that begins nothing stands for itself.
fn decoded(text: &[u8]) -> Option<String> {
    let hex =
        |at: usize| text.get(at).and_then(|b| char::from(*b).to_digit(16)).and_then(|digit| u8::try_from(digit).ok());
    let (mut out, mut at) = (Vec::with_capacity(text.len()), 0);
    while let Some(byte) = text.get(at) {
        match (*byte, hex(at + 1), hex(at + 2)) {
            (b'%', Some(high), Some(low)) => {
                out.push(high << 4 | low);
                at += 2;
            }
            (b'+', ..) => out.push(b' '),
            (other, ..) => out.push(other),
        }
        at += 1;
    }
    String::from_utf8(out).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(value: &str) -> Ask {
        let form = vec![("f".to_owned(), value.to_owned())];
        Ask {
            path: "/".into(),
            lang: Lang::De,
            english: false,
            query: vec![],
            form,
            cookies: HashMap::new(),
            today: Day::literal("2026-11-23"),
            agent: String::new(),
            incident: String::new(),
            origin: crate::Origin::Within,
            made: None,
        }
    }

    #[test]
    fn a_line_is_one_line_and_lines_count_their_breaks_once() {
        let read = |value: &str, line: bool| {
            let ask = asked(value);
            let mut fields = Fields::of(&ask);
            let text = if line { fields.line("f", 5) } else { fields.text("f", 5) };
            fields.done().map(|()| text).map_err(drop)
        };
        assert_eq!(read(" ab c ", true), Ok("ab c".to_owned()));
        assert_eq!(read("ääääß", true), Ok("ääääß".to_owned()));
        for bad in ["a\nb", "a\rb", "a\tb", "a\u{2028}b", "a\u{85}b", "a\u{1b}b", "a\u{202e}b", "abcdef"] {
            assert_eq!(read(bad, true), Err(()), "{bad:?}");
        }
        assert_eq!(read("a\r\nb\rc", false), Ok("a\nb\nc".to_owned()));
        for bad in ["a\u{1b}b", "a\u{202e}b", "a\nb\nc\n.", "a\r\nb\r\ncd"] {
            assert_eq!(read(bad, false), Err(()), "{bad:?}");
        }
    }

    #[test]
    fn pairs_are_read_as_browsers_write_them() {
        let read = |text: &str| pairs(text.as_bytes(), 3);
        let pair = |n: &str, v: &str| (n.to_owned(), v.to_owned());
        assert_eq!(read("a=1+2&b=%C3%A4%26&&c"), Ok(vec![pair("a", "1 2"), pair("b", "ä&"), pair("c", "")]));
        assert_eq!(read("=x&a=b=c&p=100%&q=%4"), Err(413));
        assert_eq!(read("a=b=c&p=100%&q=%4"), Ok(vec![pair("a", "b=c"), pair("p", "100%"), pair("q", "%4")]));
        assert_eq!(
            (read("a=%00"), read("a=%ff"), read("%ff=a"), read("a=%C3")),
            (Err(422), Err(422), Err(422), Err(422))
        );
        assert_eq!(pairs(format!("a={}", "x".repeat(FIELD_LIMIT)).as_bytes(), 3).map(|p| p.len()), Ok(1));
        assert_eq!(pairs(format!("a={}", "x".repeat(FIELD_LIMIT + 1)).as_bytes(), 3), Err(413));
    }
}
