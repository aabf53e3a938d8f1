//! The trap keeps what was sent, in order.
#![allow(clippy::unwrap_used, reason = "setting up a test may fail it")]

use kernel::{Day, Lang, Moment};
use mail::{Address, Failure, HeaderText, Letter, MessageId, RenderError, SendError, Sender, Transport};

fn address(text: &str) -> Address {
    Address::new(text).unwrap()
}

fn now() -> Moment {
    Day::literal("2026-11-23").at(7, 0)
}

fn send(transport: &Transport, to: &str, words: &str) -> Result<(), SendError> {
    let sender =
        Sender { address: address("netz@example.org"), name: HeaderText::new("Geflecht").unwrap(), bounces: None };
    let id = MessageId::new("1", "netz.example.org").unwrap();
    let letter = Letter::new(address(to), HeaderText::new("Neues").unwrap(), words.into(), Lang::De, id);
    transport.send(&sender, &letter, now())
}

#[test]
fn letters_are_kept_in_order_and_the_oldest_go() {
    let transport = Transport::trap(3);
    let trap = transport.trapped().unwrap();
    for (to, words) in [
        ("mira@example.org", "eins"),
        ("jo@example.org", "zwei"),
        ("mira@example.org", "drei"),
        ("Mira@Example.org", "vier"),
    ] {
        send(&transport, to, words).unwrap();
    }
    let words = |all: Vec<mail::Trapped>| all.iter().map(|it| it.letter.text.clone()).collect::<Vec<_>>();
    assert_eq!(words(trap.list()), ["zwei", "drei", "vier"]);
    assert_eq!(words(trap.find_by_recipient(&address("mira@example.org"))), ["drei", "vier"]);
    assert_eq!(trap.newest_to(&address("MIRA@example.org")).unwrap().number, 4);
    assert_eq!((trap.get(1), trap.get(2).unwrap().at), (None, now()));
    assert!(trap.list()[0].rendered.bytes.starts_with(b"From: Geflecht <netz@example.org>\r\n"));
    trap.clear();
    send(&transport, "jo@example.org", "fünf").unwrap();
    assert_eq!(trap.list()[0].number, 5);
}

#[test]
fn clones_share_the_trap() {
    let transport = Transport::trap(3);
    send(&transport.clone(), "jo@example.org", "eins").unwrap();
    assert_eq!(transport.trapped().unwrap().list().len(), 1);
}

#[test]
fn it_can_be_made_to_fail_and_refuses_what_a_server_would_not_get() {
    let transport = Transport::trap(3);
    let trap = transport.trapped().unwrap();
    let error = SendError::new(Failure::Temporary, "later");
    trap.fail_next(error.clone());
    assert_eq!(send(&transport, "jo@example.org", "eins"), Err(error));
    assert_eq!(send(&transport, "jo@example.org", "eins"), Ok(()));
    let empty = send(&transport, "jo@example.org", " ").unwrap_err();
    assert_eq!((empty.failure, empty.text), (Failure::Permanent, RenderError::NoText.to_string()));
    assert_eq!(trap.list().len(), 1);
}

#[test]
fn links_and_codes_are_found_in_the_words() {
    let transport = Transport::trap(9);
    let trap = transport.trapped().unwrap();
    for (words, links, code) in [
        (
            "Ihr Code: 123456.\nOder: <http://localhost:8080/t/654321>.",
            vec!["http://localhost:8080/t/654321"],
            Some("123456"),
        ),
        ("Ihr Code: 123 456\nGilt 10 Minuten, bis 2026.", vec![], Some("123456")),
        (
            "https://a.example.org/x, https://b.example.org/y!",
            vec!["https://a.example.org/x", "https://b.example.org/y"],
            None,
        ),
        ("Telefon 12345 oder 1234567", vec![], None),
    ] {
        send(&transport, "jo@example.org", words).unwrap();
        let kept = trap.newest_to(&address("jo@example.org")).unwrap();
        assert_eq!((kept.links(), kept.code().as_deref()), (links, code), "{words}");
    }
}
