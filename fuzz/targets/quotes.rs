//! Answers as mail programs write them: what their writer wrote herself, HTML as words, reports of failure.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mail::incoming::{html_text, own_words, read_report, read_words};

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    let own = own_words(&text);
    assert!(own.len() <= text.len());
    // Nothing comes out that was not there, and taking quotes off once more takes at most more off.
    assert!(own.split('\n').all(|line| text.replace('\u{a0}', " ").contains(line.trim_end())));
    assert!(own_words(&own).len() <= own.len());
    let _ = html_text(&text);
    assert!(read_report(data).len() <= 20);
    if let Ok(read) = read_words(data, Some("mx.example.org")) {
        assert!(!read.subject.contains(['\r', '\n']));
        assert!(read.files.iter().all(|file| !file.name.contains(['/', '\\', '\n'])));
    }
});
