//! Whatever people type, nothing but the intended letter comes out.

use kernel::{Lang, Moment};
use mail::{Address, HeaderText, Letter, MessageId, Sender};
use proptest::prelude::*;

/// Text full of what breaks mail: line ends, colons, dots, brackets, quotes, controls, umlauts, emoji.
const NASTY: &str = "([a-zäöü 0-9]|[\r\n\t\0\u{7f}\u{202e}\u{2028}]|[:;,.<>@\"\\\\()=?_-]|\r\n\\.\r\n|\r\nBcc: x@example.org|=\\?utf-8\\?|😀|\\PC){0,60}";

/// The names of the fields in a head.
fn fields(head: &str) -> Vec<&str> {
    let starts = head.split("\r\n").filter(|line| !line.starts_with([' ', '\t']));
    starts.map(|line| line.split(':').next().unwrap_or_default()).collect()
}

proptest! {
    #[test]
    fn an_address_that_is_taken_is_one_plain_word(text in "[a-zäA-Z0-9.+'\"@<>,;: \r\n\0-]{0,30}@[a-zäßA-Z0-9.\r\n ,>@-]{0,20}|\\PC{0,30}") {
        if let Ok(address) = Address::new(&text) {
            let plain = address.as_str();
            prop_assert!(plain.bytes().all(|byte| byte.is_ascii_graphic() && !b"<>,;:\"()[]\\".contains(&byte)), "{plain:?}");
            prop_assert_eq!(plain.matches('@').count(), 1);
            prop_assert_eq!(Address::new(plain), Ok(address.clone()));
            prop_assert_eq!(Address::new(&address.shown()).map(|it| it.key()), Ok(address.key()));
        }
    }

    #[test]
    fn no_subject_name_or_body_adds_a_field(subject in NASTY, name in NASTY, text in NASTY, html in proptest::option::of(NASTY)) {
        let address = Address::new("netz@example.org").unwrap();
        let sender = Sender { address: address.clone(), name: HeaderText::new("Geflecht").unwrap(), bounces: None };
        let subject = HeaderText::cut(&subject).unwrap_or_else(|_| HeaderText::new("Neues").unwrap());
        let id = MessageId::new("1", "netz.example.org").unwrap();
        let letter = Letter { from_name: HeaderText::cut(&name).ok(), html, ..Letter::new(address, subject, format!("Guten Tag {text}"), Lang::De, id) };
        let whole = String::from_utf8(letter.render(&sender, Moment::from_micros(0)).unwrap().bytes).unwrap();
        let (head, body) = whole.split_once("\r\n\r\n").unwrap();
        let mut fields = fields(head);
        fields.retain(|field| *field != "Content-Transfer-Encoding");
        prop_assert_eq!(fields, ["From", "To", "Date", "Message-ID", "Subject", "Auto-Submitted", "X-Auto-Response-Suppress", "Content-Language", "MIME-Version", "Content-Type"]);
        prop_assert!(!whole.replace("\r\n", "").contains(['\r', '\n', '\0']));
        prop_assert!(whole.is_ascii() && whole.split("\r\n").all(|line| line.len() <= 998));
        let parts = if letter.html.is_some() { 3 } else { 0 };
        prop_assert_eq!(body.matches("--=_geflecht_=").count(), parts);
    }
}
