//! Pasted tables, what their columns are taken for, and forms with files.
#![no_main]

use formats::{CELL, COLUMNS, read_text};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(table) = read_text(text) {
        let width = table.width();
        assert!((1..=COLUMNS).contains(&width));
        assert!(table.lines.iter().flat_map(|l| &l.cells).all(|c| c.chars().count() <= CELL));
        assert!(table.lines.windows(2).all(|pair| pair[0].number < pair[1].number));
        let Some(intake) = networks::slice().intake else { return };
        let guess = transfer::guess(intake.columns, &table.lines, width);
        let given: Vec<&String> = guess.columns.iter().filter(|key| !key.is_empty()).collect();
        assert_eq!(guess.columns.len(), width);
        assert!(given.iter().all(|key| given.iter().filter(|k| k == &key).count() == 1));
    }
    // The same bytes as a form with files: read or refused.
    let (boundary, body) = text.split_once('\n').unwrap_or(("x", text));
    match web::parts(body.as_bytes(), boundary) {
        Ok(parts) => assert!(parts.len() <= 100 && parts.iter().all(|p| !p.name.is_empty())),
        Err(status) => assert!(matches!(status, 413 | 422)),
    }
});
