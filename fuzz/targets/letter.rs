//! A letter whose every word somebody else wrote: nothing in it may add a field, a recipient or a part.
#![no_main]

use kernel::{Lang, Moment};
use libfuzzer_sys::fuzz_target;
use mail::{Address, Calendar, HeaderText, Letter, MessageId, Sender};

const FIELDS: [&str; 10] = [
    "From",
    "To",
    "Date",
    "Message-ID",
    "Subject",
    "Auto-Submitted",
    "X-Auto-Response-Suppress",
    "Content-Language",
    "MIME-Version",
    "Content-Type",
];

fuzz_target!(|words: (&str, &str, &str, Option<&str>, Option<&str>)| {
    let (subject, name, text, html, calendar) = words;
    let (Ok(address), Ok(house)) = (Address::new("netz@example.org"), HeaderText::new("Geflecht")) else { return };
    let (Ok(subject), Some(id)) = (HeaderText::cut(subject), MessageId::new("1", "netz.example.org")) else { return };
    let sender = Sender { address: address.clone(), name: house, bounces: None };
    let letter = Letter {
        from_name: HeaderText::cut(name).ok(),
        html: html.map(str::to_owned),
        calendar: calendar.and_then(|text| Calendar::new("REQUEST", text)),
        ..Letter::new(address, subject, text.to_owned(), Lang::De, id)
    };
    let Ok(rendered) = letter.render(&sender, Moment::from_micros(0)) else { return };
    let whole = String::from_utf8(rendered.bytes).expect("a letter is text");
    assert!(whole.is_ascii() && whole.split("\r\n").all(|line| line.len() <= 998));
    assert!(!whole.replace("\r\n", "").contains(['\r', '\n', '\0']));
    let (head, body) = whole.split_once("\r\n\r\n").expect("a head and a body");
    let starts = head.split("\r\n").filter(|line| !line.starts_with([' ', '\t']));
    let fields: Vec<&str> = starts
        .filter_map(|line| line.split(':').next())
        .filter(|field| *field != "Content-Transfer-Encoding")
        .collect();
    assert_eq!(fields, FIELDS);
    let parts = 1 + usize::from(letter.html.is_some()) + usize::from(letter.calendar.is_some());
    assert_eq!(body.matches("--=_geflecht_=").count(), match parts { 1 => 0, parts => parts + 1 });
});
