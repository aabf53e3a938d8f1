//! From a row of the outbox to a letter, and out of the house.

use db::QueuedMail;
use kernel::Moment;
use mail::{Address, Calendar, Failure, HeaderText, Letter, Link, MessageId, SendError, Sender, Transport};

use crate::config::Settings;

/// Everything needed to send.
#[derive(Clone, Debug)]
pub struct Mailer {
    transport: Transport,
    sender: Sender,
    /// The host of the installation, for the names of letters (RFC 5322 3.6.4).
    domain: String,
}

impl Mailer {
    /// The mailer the settings describe; `None` while no mail server is named.
    #[must_use]
    pub fn of(settings: &Settings, base_url: &str) -> Option<Self> {
        let mail = settings.mail.as_ref()?;
        // The settings were checked when they were read.
        let transport = Transport::smtp(&mail.server).ok()?;
        Some(Self { transport, sender: mail.sender.clone(), domain: domain(base_url) })
    }

    /// A mailer whose letters go nowhere but into a trap.
    #[must_use]
    pub fn trapping(transport: Transport) -> Option<Self> {
        let sender = Sender {
            address: Address::new("geflecht@example.org").ok()?,
            name: HeaderText::new("Geflecht").ok()?,
            bounces: None,
        };
        Some(Self { transport, sender, domain: "localhost".to_owned() })
    }

    /// The address letters come from.
    #[must_use]
    pub fn sender(&self) -> String {
        self.sender.address.to_string()
    }

    /// Sends one letter; blocks until the server has taken it.
    ///
    /// # Errors
    /// [`SendError`] says whether to try again.
    pub fn send(&self, queued: &QueuedMail, now: Moment) -> Result<(), SendError> {
        self.transport.send(&self.sender, &self.letter(queued)?, now)
    }

    /// What cannot be written into a letter now never can.
    fn letter(&self, queued: &QueuedMail) -> Result<Letter, SendError> {
        let never = |why: String| SendError::new(Failure::Permanent, &why);
        let to = Address::new(&queued.to).map_err(|e| never(e.to_string()))?;
        let subject = HeaderText::cut(&queued.subject).map_err(|e| never(e.to_string()))?;
        let id = MessageId::new(&queued.id.to_string(), &self.domain)
            .ok_or_else(|| never("the letter gets no name".to_owned()))?;
        let mut letter = Letter::new(to, subject, queued.text.clone(), queued.lang, id);
        letter.list_unsubscribe =
            queued.unsubscribe.as_deref().map(Link::new).transpose().map_err(|e| never(e.to_string()))?;
        letter.calendar = queued.calendar.as_ref().and_then(|part| Calendar::new(&part.method, &part.text));
        Ok(letter)
    }
}

/// `netz.example.org` of `https://netz.example.org:8443`.
fn domain(base_url: &str) -> String {
    let host = base_url.rsplit("//").next().unwrap_or_default();
    let bare = host
        .rsplit_once(':')
        .filter(|(_, port)| port.bytes().all(|b| b.is_ascii_digit()))
        .map_or(host, |(name, _)| name);
    if bare.starts_with('[') { "localhost".to_owned() } else { bare.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{Id, Lang};

    fn queued() -> QueuedMail {
        let text = "Ihr Code ist 123 456.".to_owned();
        QueuedMail {
            id: Id::new(7),
            to: "mira@example.org".into(),
            subject: "Ihr Code".into(),
            text,
            lang: Lang::De,
            purpose: "sign_in".into(),
            tries: 0,
            unsubscribe: None,
            calendar: None,
        }
    }

    #[test]
    fn a_row_becomes_a_letter_with_a_name_of_its_own() {
        let transport = Transport::trap(5);
        let mailer = Mailer::trapping(transport.clone()).unwrap();
        let now = Moment::from_micros(1_795_000_000_000_000);
        mailer.send(&queued(), now).unwrap();
        let letters = transport.trapped().unwrap().list();
        assert_eq!(letters[0].code().as_deref(), Some("123456"));
        let bytes = String::from_utf8(letters[0].rendered.bytes.clone()).unwrap();
        assert!(bytes.contains("Message-ID: <7@localhost>"), "{bytes}");
    }

    #[test]
    fn its_head_names_the_language_of_its_words() {
        let transport = Transport::trap(5);
        let mailer = Mailer::trapping(transport.clone()).unwrap();
        for (lang, head) in [(Lang::De, "Content-Language: de\r\n"), (Lang::En, "Content-Language: en\r\n")] {
            mailer.send(&QueuedMail { lang, ..queued() }, Moment::default()).unwrap();
            let last = transport.trapped().unwrap().list().pop().unwrap();
            let bytes = String::from_utf8(last.rendered.bytes.clone()).unwrap();
            assert!(bytes.contains(head), "{bytes}");
        }
    }

    #[test]
    fn what_a_calendar_is_told_leaves_with_the_words() {
        let transport = Transport::trap(5);
        let mailer = Mailer::trapping(transport.clone()).unwrap();
        let calendar = Some(db::CalendarPart { method: "CANCEL".into(), text: "BEGIN:VCALENDAR\r\n".into() });
        mailer.send(&QueuedMail { calendar, ..queued() }, Moment::default()).unwrap();
        let last = transport.trapped().unwrap().list().pop().unwrap();
        let bytes = String::from_utf8(last.rendered.bytes.clone()).unwrap();
        assert!(bytes.contains("text/calendar; charset=utf-8; method=CANCEL"), "{bytes}");
    }

    #[test]
    fn what_can_never_be_sent_is_given_up_at_once() {
        let mailer = Mailer::trapping(Transport::trap(5)).unwrap();
        for bad in [
            QueuedMail { to: "nobody".into(), ..queued() },
            QueuedMail { subject: "a\nBcc: x@example.org".into(), ..queued() },
            QueuedMail { text: " ".into(), ..queued() },
        ] {
            assert_eq!(mailer.send(&bad, Moment::default()).unwrap_err().failure, Failure::Permanent, "{bad:?}");
        }
        assert_eq!(domain("https://netz.example.org:8443"), "netz.example.org");
        assert_eq!(domain("http://[::1]:80"), "localhost");
    }
}
