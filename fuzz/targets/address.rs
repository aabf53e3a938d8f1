//! Mail addresses, and what may stand in the head of a letter.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mail::{Address, HeaderText, Link, MessageId};

fuzz_target!(|text: &str| {
    if let Ok(address) = Address::new(text) {
        let plain = address.as_str();
        assert!(plain.bytes().all(|b| b.is_ascii_graphic() && !b"<>,;:\"()[]\\".contains(&b)), "{plain:?}");
        assert_eq!(plain.matches('@').count(), 1);
        assert_eq!(Address::new(plain), Ok(address.clone()));
        assert_eq!(Address::new(&address.shown()).map(|it| it.key()), Ok(address.key()));
        assert_eq!(format!("{}@{}", address.local(), address.domain()), plain);
    }
    for made in [HeaderText::new(text), HeaderText::cut(text)].into_iter().flatten() {
        assert!(!made.as_str().chars().any(char::is_control) && made.as_str().chars().count() <= 200);
        assert_eq!(HeaderText::new(made.as_str()), Ok(made.clone()));
    }
    if let Ok(link) = Link::new(text) {
        assert!(link.as_str().bytes().all(|b| b.is_ascii_graphic()));
        assert!(link.is_secure() || link.as_str().starts_with("http://"));
    }
    let (unique, domain) = text.split_once('@').unwrap_or((text, "example.org"));
    if let Some(id) = MessageId::new(unique, domain) {
        assert!(id.as_str().bytes().all(|b| b.is_ascii_graphic()));
    }
});
