//! Another hand's reader: Python with its icalendar.

use std::{
    io::Write,
    process::{Command, Stdio},
};

/// Runs a script that reads `text` and prints one JSON object.
pub fn foreign(script: &str, text: &str) -> serde_json::Value {
    // Debian's own Python has the parser: another one on the path may not.
    let python = ["/usr/bin/python3", "python3"].into_iter().find(|python| {
        let asked = Command::new(python).args(["-c", "import icalendar"]).stderr(Stdio::null()).status();
        asked.is_ok_and(|status| status.success())
    });
    let python = python.expect("Python's icalendar is missing: `cargo xtask tools` installs it");
    let mut child =
        Command::new(python).args(["-c", script]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    let out = child.wait_with_output().unwrap();
    assert!(out.status.success(), "another program does not read this:\n{text}");
    serde_json::from_slice(&out.stdout).unwrap()
}
