//! Excel files: damaged ones, and sheets of anything in a file that is whole.
#![no_main]

use std::io::{Cursor, Write};

use formats::{COLUMNS, CELL, ROWS_TAKEN, Table, read_table};
use libfuzzer_sys::fuzz_target;
use zip::{ZipWriter, write::SimpleFileOptions};

const RELS: &str = "<Relationships><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
const BOOK: &str = "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
const SHEETS: &str = "<Relationships><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>";

fn book(sheet: &[u8], strings: &[u8]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let parts: [(&str, &[u8]); 5] = [
        ("_rels/.rels", RELS.as_bytes()),
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", SHEETS.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet),
        ("xl/sharedStrings.xml", strings),
    ];
    for (name, bytes) in parts {
        let started = zip.start_file(name, SimpleFileOptions::default());
        started.and_then(|()| Ok(zip.write_all(bytes)?)).expect("a file in memory");
    }
    zip.finish().expect("a file in memory").into_inner()
}

fn within(table: &Table) {
    assert!(!table.lines.is_empty() && table.lines.len() <= ROWS_TAKEN + 1 && table.width() <= COLUMNS);
    assert!(table.lines.iter().flat_map(|l| &l.cells).all(|c| c.chars().count() <= CELL && !c.contains('\0')));
}

fuzz_target!(|given: (&[u8], &[u8])| {
    let (sheet, strings) = given;
    if let Ok(table) = read_table(&book(sheet, strings)) {
        within(&table);
    }
    if let Ok(table) = read_table(&[b"PK\x03\x04", sheet].concat()) {
        within(&table);
    }
});
