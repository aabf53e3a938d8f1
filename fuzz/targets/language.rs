//! `Accept-Language`, and folding, which every typed word goes through.
#![no_main]

use kernel::Lang;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|header: &str| {
    let small = header.to_lowercase();
    match i18n::negotiate(header) {
        Some(Lang::De) => assert!(small.contains("de") || small.contains('*')),
        Some(Lang::En) => assert!(small.contains("en") || small.contains('*')),
        None => {}
    }
    let key = i18n::fold(header);
    assert_eq!(i18n::fold(&key), key, "folding is final");
    assert!(!key.contains("  ") && key.trim() == key, "{key:?}");
});
