//! Form bodies and query strings.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| match web::pairs(data, 30) {
    Ok(pairs) => {
        assert!(pairs.len() <= 30);
        for (name, value) in &pairs {
            assert!(name.len() <= 100 && value.len() <= web::FIELD_LIMIT);
            assert!(!name.contains('\0') && !value.contains('\0'));
        }
        // Written the way browsers write them they read the same.
        let escaped = |text: &str| text.bytes().map(|b| format!("%{b:02X}")).collect::<String>();
        let again: Vec<String> = pairs.iter().map(|(n, v)| format!("{}={}", escaped(n), escaped(v))).collect();
        assert_eq!(web::pairs(again.join("&").as_bytes(), 30), Ok(pairs));
    }
    Err(status) => assert!(matches!(status, 413 | 422)),
});
