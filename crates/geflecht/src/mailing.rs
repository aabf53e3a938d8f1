//! From a row of the outbox to a letter, and out of the house.

use db::QueuedMail;
use kernel::{Id, Moment};
use mail::{Address, Calendar, Failure, HeaderText, Letter, Link, MessageId, SendError, Sender, Transport, as_html};

use crate::config::Settings;

/// What stands behind the `+` of the address to which failures of a letter are reported: its number, and what proves that
/// the report is about a letter of ours.
#[must_use]
pub fn bounce_tag(key: &str, mail: Id<QueuedMail>) -> String {
    let proof = accounts::secrets::hash("bounce", &[key, &mail.to_string()]);
    format!("b{mail}-{}", proof.get(..20).unwrap_or_default())
}

/// The letter a report is about; `None` unless it came to an address one of ours told.
#[must_use]
pub fn bounced(key: &str, tag: &str) -> Option<Id<QueuedMail>> {
    let mail = tag.strip_prefix('b')?.split_once('-')?.0.parse().ok()?;
    accounts::secrets::same(tag, &bounce_tag(key, mail)).then_some(mail)
}

/// Everything needed to send.
#[derive(Clone, Debug)]
pub struct Mailer {
    transport: Transport,
    sender: Sender,
    /// The host of the installation, for the names of letters (RFC 5322 3.6.4).
    domain: String,
    /// The mailbox that takes answers and reports, and the secret its addresses are made with.
    answers: Option<(Address, String)>,
}

impl Mailer {
    /// The mailer the settings describe; `None` while no mail server is named.
    #[must_use]
    pub fn of(settings: &Settings, base_url: &str) -> Option<Self> {
        let mail = settings.mail.as_ref()?;
        // The settings were checked when they were read.
        let transport = Transport::smtp(&mail.server).ok()?;
        Some(Self { transport, sender: mail.sender.clone(), domain: domain(base_url), answers: None })
    }

    /// A mailer whose letters go nowhere but into a trap.
    #[must_use]
    pub fn trapping(transport: Transport) -> Option<Self> {
        let sender = Sender {
            address: Address::new("geflecht@example.org").ok()?,
            name: HeaderText::new("Geflecht").ok()?,
            bounces: None,
        };
        Some(Self { transport, sender, domain: "localhost".to_owned(), answers: None })
    }

    /// With the mailbox that takes answers and reports.
    #[must_use]
    pub fn answered_at(mut self, mailbox: Address, key: String) -> Self {
        self.answers = Some((mailbox, key));
        self
    }

    /// The domain of the names of letters.
    #[must_use]
    pub fn domain(&self) -> &str {
        &self.domain
    }

    fn answer_address(&self, tag: &str) -> Option<Address> {
        let (mailbox, _) = self.answers.as_ref()?;
        Address::new(&format!("{}+{tag}@{}", mailbox.local(), mailbox.domain())).ok()
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
        let named = |name: &str| MessageId::new(name, &self.domain);
        let id = match &queued.name {
            Some(name) => named(name),
            None => named(&queued.id.to_string()),
        };
        let id = id.ok_or_else(|| never("the letter gets no name".to_owned()))?;
        let mut letter = Letter::new(to, subject, queued.text.clone(), queued.lang, id);
        letter.list_unsubscribe =
            queued.unsubscribe.as_deref().map(Link::new).transpose().map_err(|e| never(e.to_string()))?;
        letter.calendar = queued.calendar.as_ref().and_then(|part| Calendar::new(&part.method, &part.text));
        letter.html = Some(as_html(&queued.text, &queued.subject, queued.lang));
        letter.from_name = queued.from_name.as_deref().and_then(|name| HeaderText::cut(name).ok());
        letter.reply_to = queued.reply_tag.as_deref().and_then(|tag| self.answer_address(tag));
        letter.follows = queued.follows.iter().filter_map(|name| named(name)).collect();
        letter.bounces = self.answers.as_ref().and_then(|(_, key)| self.answer_address(&bounce_tag(key, queued.id)));
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
            from_name: None,
            reply_tag: None,
            name: None,
            follows: Vec::new(),
            person: None,
            sits_in: Vec::new(),
            names: Vec::new(),
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
    fn a_letter_about_a_contribution_says_whose_it_is_where_answers_go_and_what_it_follows() {
        let transport = Transport::trap(5);
        let mailbox = Address::new("antwort@netz.example.org").unwrap();
        let mailer = Mailer::trapping(transport.clone()).unwrap().answered_at(mailbox, "key".into());
        let told = QueuedMail {
            from_name: Some("Dora Dahlmann via Geflecht".into()),
            reply_tag: Some("t0".into()),
            name: Some("r9".into()),
            follows: vec!["t5".into(), "r8".into()],
            ..queued()
        };
        for _ in 0..2 {
            mailer.send(&told, Moment::default()).unwrap();
            let last = transport.trapped().unwrap().list().pop().unwrap();
            let bytes = String::from_utf8(last.rendered.bytes.clone()).unwrap().replace("\r\n ", " ");
            for head in [
                "From: \"Dora Dahlmann via Geflecht\" <geflecht@example.org>\r\n",
                "Reply-To: antwort+t0@netz.example.org\r\n",
                "Message-ID: <r9@localhost>\r\n",
                "In-Reply-To: <r8@localhost>\r\n",
                "References: <t5@localhost> <r8@localhost>\r\n",
            ] {
                assert!(bytes.contains(head), "{head} is missing in {bytes}");
            }
            assert!(bytes.contains("Content-Type: text/plain") && bytes.contains("Content-Type: text/html"), "{bytes}");
            // A report about this very letter comes to an address of its own.
            let from = last.rendered.from.to_string();
            let tag = from.split_once('+').unwrap().1.split_once('@').unwrap().0;
            assert_eq!(bounced("key", tag), Some(Id::new(7)));
            assert_eq!((bounced("other", tag), bounced("key", &tag.replace("b7", "b8"))), (None, None));
        }
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
