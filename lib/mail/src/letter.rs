//! A letter, and how it is written down (RFC 5322 with MIME).

use std::time::{Duration, SystemTime};

use kernel::{Lang, Moment};
use lettre::message::{
    Mailbox, Message, MultiPart, SinglePart,
    header::{ContentTransferEncoding, ContentType, HeaderName, HeaderValue},
};

use crate::{Address, HeaderText, Link, MessageId, head::is_hidden};

/// Bytes of one body, at most. Letters of this product are short; a larger one is a mistake.
const LARGEST: usize = 500_000;
/// Cannot occur in quoted-printable text, where `=` is followed by hexadecimal digits or a line end (RFC 2045 6.7).
const BOUNDARY: &str = "=_geflecht_=";
/// The last second of the year 9999, the end of what a date in a head can say.
const LAST_SECOND: u64 = 253_402_300_799;

/// Who sends the letters of this installation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sender {
    /// The address letters come from.
    pub address: Address,
    /// The name beside it. It says nothing about any network, because neutral letters carry it too.
    pub name: HeaderText,
    /// Where failures are reported to (the envelope's sender, RFC 5321 4.4); the address itself if not given.
    pub bounces: Option<Address>,
}

/// A letter to one person.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Letter {
    /// The one address it goes to.
    pub to: Address,
    /// A name to stand beside the sender's address, such as that of a network; a neutral letter leaves it out.
    pub from_name: Option<HeaderText>,
    /// Where answers go, if not to the sender.
    pub reply_to: Option<Address>,
    /// What it is about.
    pub subject: HeaderText,
    /// The words. Every letter has them.
    pub text: String,
    /// The same words as HTML.
    pub html: Option<String>,
    /// The same for a calendar.
    pub calendar: Option<Calendar>,
    /// The language of the words.
    pub lang: Lang,
    /// The page where one click ends letters of this kind (RFC 2369, RFC 8058). Not for sign-in and summons.
    pub list_unsubscribe: Option<Link>,
    /// Its name for ever.
    pub message_id: MessageId,
    /// The letters it follows, the oldest first (RFC 5322 3.6.4).
    pub follows: Vec<MessageId>,
    /// Where failures of this letter are reported to, if not to the sender's address for them.
    pub bounces: Option<Address>,
    /// Nothing in its head may tell which network it comes from. Subject and words are the writer's duty; the name
    /// and the address for answers are left out here.
    pub neutral: bool,
}

/// What a letter tells a calendar: one part beside its words, of which a program that knows calendars takes this one
/// (RFC 6047 2.4, RFC 2046 5.1.4).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Calendar {
    method: String,
    text: String,
}

impl Calendar {
    /// From the file and its method; `None` where that is no word of capitals.
    #[must_use]
    pub fn new(method: &str, text: &str) -> Option<Self> {
        let fits = (1..=20).contains(&method.len()) && method.bytes().all(|byte| byte.is_ascii_uppercase());
        fits.then(|| Self { method: method.to_owned(), text: text.to_owned() })
    }
    /// What it asks for, `REQUEST`.
    #[must_use]
    pub fn method(&self) -> &str {
        &self.method
    }
    /// The file.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }
    fn part(&self) -> Result<SinglePart, RenderError> {
        let kind = format!("text/calendar; charset=utf-8; method={}", self.method);
        let kind = ContentType::parse(&kind).map_err(|error| RenderError::Build(error.to_string()))?;
        Ok(part(kind, clean(&self.text)?))
    }
}

/// A letter as bytes, with its envelope.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rendered {
    /// The sender of the envelope.
    pub from: Address,
    /// The one recipient.
    pub to: Address,
    /// Head and body; ASCII, lines end with CR LF and have at most 998 bytes.
    pub bytes: Vec<u8>,
}

/// Why a letter could not be written down. Trying again is no use.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum RenderError {
    /// Without words a letter is not sent.
    #[error("the letter has no text")]
    NoText,
    /// Text or HTML has more than 500,000 bytes.
    #[error("the letter is too large")]
    TooLarge,
    /// The mail library refused it.
    #[error("the letter could not be built: {0}")]
    Build(String),
    /// The bytes are not fit for a mail server; a safeguard behind the types.
    #[error("the letter would break the protocol")]
    Unclean,
}

impl Letter {
    /// A letter of words only, from the installation itself.
    #[must_use]
    pub const fn new(to: Address, subject: HeaderText, text: String, lang: Lang, message_id: MessageId) -> Self {
        Self {
            to,
            from_name: None,
            reply_to: None,
            subject,
            text,
            html: None,
            calendar: None,
            lang,
            list_unsubscribe: None,
            message_id,
            follows: Vec::new(),
            bounces: None,
            neutral: false,
        }
    }

    /// Writes it down, dated `now`. The same letter at the same moment gives the same bytes.
    ///
    /// Every letter says that a machine wrote it (`Auto-Submitted`, RFC 3834), so that no absence note comes back.
    ///
    /// # Errors
    /// [`RenderError`]; none of them is cured by trying again.
    pub fn render(&self, sender: &Sender, now: Moment) -> Result<Rendered, RenderError> {
        let text = clean(&self.text)?;
        if text.trim().is_empty() {
            return Err(RenderError::NoText);
        }
        let name = self.from_name.as_ref().filter(|_| !self.neutral).unwrap_or(&sender.name);
        let mut message = Message::builder()
            .from(Mailbox::new(Some(name.as_str().to_owned()), lettre_address(&sender.address)?))
            .to(Mailbox::new(None, lettre_address(&self.to)?))
            .date(date(now))
            .message_id(Some(self.message_id.as_str().to_owned()))
            .subject(self.subject.as_str());
        if let Some(reply_to) = self.reply_to.as_ref().filter(|_| !self.neutral) {
            message = message.reply_to(Mailbox::new(None, lettre_address(reply_to)?));
        }
        if let Some(last) = self.follows.last() {
            let all: Vec<&str> = self.follows.iter().map(MessageId::as_str).collect();
            message = message.in_reply_to(last.as_str().to_owned()).references(all.join(" "));
        }
        const AUTO_SUBMITTED: HeaderName = HeaderName::new_from_ascii_str("Auto-Submitted");
        const NO_ANSWERS: HeaderName = HeaderName::new_from_ascii_str("X-Auto-Response-Suppress");
        const LANGUAGE: HeaderName = HeaderName::new_from_ascii_str("Content-Language");
        const UNSUBSCRIBE: HeaderName = HeaderName::new_from_ascii_str("List-Unsubscribe");
        const ONE_CLICK: HeaderName = HeaderName::new_from_ascii_str("List-Unsubscribe-Post");
        message = message
            .raw_header(fixed(AUTO_SUBMITTED, "auto-generated"))
            // Exchange, which most administrations run, looks at this one (MS-OXCMAIL).
            .raw_header(fixed(NO_ANSWERS, "DR, RN, NRN, OOF, AutoReply"))
            .raw_header(fixed(LANGUAGE, self.lang.code()));
        if let Some(link) = &self.list_unsubscribe {
            message = message.raw_header(fixed(UNSUBSCRIBE, &format!("<{}>", link.as_str())));
            // RFC 8058 3.1 wants an https address.
            if link.is_secure() {
                message = message.raw_header(fixed(ONE_CLICK, "List-Unsubscribe=One-Click"));
            }
        }
        let words = part(ContentType::TEXT_PLAIN, text);
        let html = self.html.as_ref().map(|html| Ok(part(ContentType::TEXT_HTML, clean(html)?))).transpose()?;
        let calendar = self.calendar.as_ref().map(Calendar::part).transpose()?;
        let others: Vec<SinglePart> = html.into_iter().chain(calendar).collect();
        let built = if others.is_empty() {
            message.singlepart(words)
        } else {
            let all = MultiPart::alternative().boundary(BOUNDARY).singlepart(words);
            message.multipart(others.into_iter().fold(all, MultiPart::singlepart))
        };
        let bytes = built.map_err(|error| RenderError::Build(error.to_string()))?.formatted();
        if !is_sound(&bytes) {
            return Err(RenderError::Unclean);
        }
        let from = self.bounces.as_ref().or(sender.bounces.as_ref()).unwrap_or(&sender.address).clone();
        Ok(Rendered { from, to: self.to.clone(), bytes })
    }
}

/// A body with plain line ends, without characters that cannot be seen.
fn clean(body: &str) -> Result<String, RenderError> {
    if body.len() > LARGEST {
        return Err(RenderError::TooLarge);
    }
    let lines = body.replace("\r\n", "\n").replace('\r', "\n");
    Ok(lines.chars().filter(|c| matches!(c, '\n' | '\t') || !is_hidden(*c)).collect())
}

/// Quoted-printable always: no line is too long, no line end stands alone, and the boundary cannot occur.
fn part(kind: ContentType, body: String) -> SinglePart {
    SinglePart::builder().header(kind).header(ContentTransferEncoding::QuotedPrintable).body(body)
}

/// A header whose value is ASCII of our own making and must not be folded or encoded.
fn fixed(name: HeaderName, value: &str) -> HeaderValue {
    HeaderValue::dangerous_new_pre_encoded(name, value.to_owned(), value.to_owned())
}

fn date(now: Moment) -> SystemTime {
    let micros = u64::try_from(now.micros()).unwrap_or_default().min(LAST_SECOND * 1_000_000);
    SystemTime::UNIX_EPOCH + Duration::from_micros(micros)
}

pub(crate) fn lettre_address(address: &Address) -> Result<lettre::Address, RenderError> {
    lettre::Address::new(address.local(), address.domain()).map_err(|error| RenderError::Build(error.to_string()))
}

/// What a server must get (RFC 5321 2.3.8, RFC 5322 2.1.1): ASCII without NUL, CR and LF only together, no line beyond
/// 998 bytes. Lone line ends are how one letter is made to look like two.
fn is_sound(bytes: &[u8]) -> bool {
    let mut lines = bytes.split(|byte| *byte == b'\n').peekable();
    while let Some(line) = lines.next() {
        let text = match (line.strip_suffix(b"\r"), lines.peek().is_some()) {
            (Some(text), true) => text,
            (None, false) => line,
            _ => return false,
        };
        if text.len() > 998 || text.iter().any(|byte| !byte.is_ascii() || matches!(byte, b'\r' | 0)) {
            return false;
        }
    }
    true
}

#[cfg(test)]
mod tests;
