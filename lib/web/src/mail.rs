//! The one shape of the house's letters: a greeting, what they say, a farewell, why they come, and how to get fewer.

use db::OutMail;
use kernel::Lang;

use crate::texts::T;

/// A letter on its way to its words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mail {
    lang: Lang,
    subject: String,
    parts: Vec<String>,
    why: String,
    less: String,
}

impl Mail {
    /// A letter about that, in the reader's language.
    #[must_use]
    pub fn new(lang: Lang, subject: &str) -> Self {
        Self { lang, subject: line(subject), parts: Vec::new(), why: String::new(), less: String::new() }
    }
    /// It comes from this network or body, which stands before the subject: „[LAG NRW] …“. `None` where it is about several, or where
    /// none may be named.
    #[must_use]
    pub fn from(mut self, network: Option<&str>) -> Self {
        if let Some(network) = network {
            self.subject = format!("[{}] {}", line(network), self.subject);
        }
        self
    }
    /// As the answer to another letter of that subject, which mail programs keep together.
    #[must_use]
    pub fn answering(mut self) -> Self {
        self.subject = format!("Re: {}", self.subject);
        self
    }
    /// A paragraph; an empty one is none.
    #[must_use]
    pub fn says(mut self, part: impl Into<String>) -> Self {
        let part = part.into();
        self.parts.extend((!part.trim().is_empty()).then_some(part));
        self
    }
    /// Why it comes, in a sentence.
    #[must_use]
    pub fn because(mut self, why: impl Into<String>) -> Self {
        self.why = why.into();
        self
    }
    /// Where the reader chooses to get fewer.
    #[must_use]
    pub fn less(mut self, less: impl Into<String>) -> Self {
        self.less = less.into();
        self
    }
    /// The letter, still without an address. `purpose`: for the log, which holds no words.
    #[must_use]
    pub fn out(self, purpose: &'static str) -> OutMail {
        let t = T(self.lang);
        let mut all = vec![t.letter_hello().to_owned()];
        all.extend(self.parts);
        all.push(t.letter_bye().to_owned());
        all.extend([self.why, self.less].into_iter().filter(|part| !part.is_empty()));
        OutMail { subject: self.subject, text: all.join("\n\n"), lang: self.lang, purpose, ..OutMail::default() }
    }
}

/// One line: nothing in it breaks a subject.
fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_greets_says_takes_leave_and_tells_why() {
        let mail = Mail::new(Lang::De, "Eine\r\nFrage")
            .from(Some("LAG NRW"))
            .says("Erstens.")
            .says(" ")
            .says("Zweitens.")
            .because("Sie bekommen das, weil Sie gefragt sind.")
            .less("Abbestellen: hier")
            .out("asked");
        assert_eq!(mail.subject, "[LAG NRW] Eine Frage");
        assert_eq!(
            mail.text,
            "Guten Tag,\n\nErstens.\n\nZweitens.\n\nFreundliche Grüße\nGeflecht\n\nSie bekommen das, weil Sie gefragt sind.\n\nAbbestellen: hier"
        );
        let plain = Mail::new(Lang::En, "A vote").from(None).answering().says("Now.").out("vote");
        assert_eq!(
            (plain.subject.as_str(), plain.text.as_str()),
            ("Re: A vote", "Hello,\n\nNow.\n\nKind regards\nGeflecht")
        );
    }
}
