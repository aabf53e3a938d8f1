//! Lines at the control socket. Only reading: what they ask for would write files and letters.
#![no_main]

use geflecht::control::Request;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|line: &[u8]| match Request::read(line) {
    Ok(Request::Backup { file, .. }) => assert!(file.is_absolute()),
    Ok(Request::Invite(_) | Request::Reset(_)) => {}
    Err(sentence) => assert!(sentence.ends_with(['.', '?'])),
});
