//! What is pasted from Word: any page becomes words.
#![no_main]

use libfuzzer_sys::fuzz_target;
use text::{PASTED_MOST, pasted};

fuzz_target!(|html: &str| match pasted(html) {
    Ok(text) => {
        assert!(text.trim_end() == text && !text.contains("\n\n\n"));
        assert!(text.chars().all(|c| c == '\n' || !c.is_control()));
        // Words alone, without a tag or a sign, read the same a second time.
        if !html.contains(['<', '&']) {
            assert_eq!(pasted(&text).as_deref(), Ok(text.as_str()));
        }
    }
    Err(_) => assert!(html.len() > PASTED_MOST),
});
