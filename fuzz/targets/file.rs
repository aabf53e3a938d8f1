//! Files that members bring: what they are, what goes from photographs, what they are called.
#![no_main]

use files::{FILE_MOST, Format, Upload, clean, look};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    match look(data) {
        Ok(format) => {
            assert!(data.len() <= FILE_MOST && Format::from_ending(format.ending()) == Some(format));
            assert!(!data.starts_with(b"MZ") && !data.starts_with(b"\x7fELF") && !data.starts_with(b"<"));
            let upload = Upload::of("a", data).unwrap_or_else(|why| panic!("{why:?}"));
            // What is kept is of the same kind, never larger but for a note how to turn it, and stripped once is enough.
            assert_eq!(look(&upload.bytes), Ok(format));
            assert!(upload.bytes.len() <= data.len() + 36 && upload.hash.len() == 64);
            let again = Upload::of("a", &upload.bytes).unwrap_or_else(|why| panic!("{why:?}"));
            assert_eq!(again.hash, upload.hash);
        }
        Err(why) => assert!(!why.reason().de.is_empty() && !why.reason().en.is_empty()),
    }
    let name = clean(&String::from_utf8_lossy(data), Format::Pdf);
    assert!(name.ends_with(".pdf") && name.chars().count() <= 104 && !name.starts_with('.'));
    assert!(!name.contains(['/', '\\', '\r', '\n', '"', '\0', '\u{202e}']));
});
