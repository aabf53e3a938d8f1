//! CSV files in any encoding.
#![no_main]

use formats::{CELL, COLUMNS, Cell, ROWS_TAKEN, Sheet, read_table, write_csv};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| if let Ok(table) = read_table(data) {
    assert!(!table.lines.is_empty() && table.lines.len() <= ROWS_TAKEN + 1 && table.width() <= COLUMNS);
    assert!(table.lines.iter().flat_map(|l| &l.cells).all(|c| c.chars().count() <= CELL && !c.contains('\0')));
    // What is written of it holds no formula, and has as many rows.
    let rows = table.lines.iter().map(|l| l.cells.iter().map(Cell::text).collect()).collect();
    let csv = write_csv(&Sheet { columns: vec!["A".to_owned()], rows, ..Sheet::default() });
    let again = read_table(&csv);
    assert!(again.is_err() || again.is_ok_and(|t| t.lines.len() <= table.lines.len() + 1));
});
