//! Our lists as files: no cell a spreadsheet takes for a formula, and what was written reads back.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

use std::io::{Cursor, Read};

use formats::{Cell, Sheet, is_formula_like, read_table, write_csv, write_xlsx};
use kernel::Day;
use proptest::prelude::*;

fn sheet(cells: &[&str]) -> Sheet {
    Sheet {
        title: "Personen: RAG [Aachen] / Region Düren, Heinsberg".into(),
        columns: vec!["Name".into(), "Seit".into(), "Sitze".into()],
        rows: cells
            .iter()
            .map(|text| vec![Cell::text(*text), Cell::Day(Day::literal("2021-03-01")), Cell::Number(-3)])
            .collect(),
        ..Sheet::default()
    }
}

const FORMULAS: [&str; 9] =
    ["=1+1", "+49 241 1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", " =cmd|' /C calc'!A0", "＝1", "\"=1;\n=2"];

#[test]
fn no_text_becomes_a_formula_in_a_csv_file() {
    let bytes = write_csv(&sheet(&FORMULAS));
    assert!(bytes.starts_with("\u{feff}Name;Seit;Sitze\r\n".as_bytes()));
    let text = String::from_utf8(bytes.clone()).unwrap();
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes());
    for (record, typed) in reader.records().map(Result::unwrap).zip(FORMULAS) {
        assert!(!is_formula_like(&record[0]), "{typed:?} came out as {:?}", &record[0]);
        assert!(record[0].ends_with(typed) && record[0].len() <= typed.len() + 1);
        assert_eq!((&record[1], &record[2]), ("01.03.2021", "-3"));
    }
    let back = read_table(&bytes).unwrap();
    assert_eq!(back.lines[2].cells[0], "+49 241 1", "what stood before it goes when we read it again");
}

#[test]
fn every_text_of_an_excel_file_is_text() {
    let bytes = write_xlsx(&sheet(&FORMULAS)).unwrap();
    let mut zip = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
    let mut xml = String::new();
    zip.by_name("xl/worksheets/sheet1.xml").unwrap().read_to_string(&mut xml).unwrap();
    assert!(!xml.contains("<f>") && !xml.contains("<f "), "{xml}");
    let back = read_table(&bytes).unwrap();
    assert_eq!(back.sheet.as_deref(), Some("Personen  RAG  Aachen    Region"));
    assert_eq!(back.lines[1].cells, ["=1+1", "2021-03-01", "-3"]);
}

#[test]
fn notes_stand_above_the_headings_and_days_before_excels_calendar_are_words() {
    let sheet = Sheet {
        notes: vec!["Vertraulich".into()],
        rows: vec![vec![Cell::Day(Day::literal("1815-04-30"))]],
        ..sheet(&[])
    };
    assert!(String::from_utf8(write_csv(&sheet)).unwrap().starts_with("\u{feff}Vertraulich\r\nName;"));
    let back = read_table(&write_xlsx(&sheet).unwrap()).unwrap();
    assert_eq!(back.lines[0].cells, ["Vertraulich"]);
    assert_eq!(back.lines[2].cells, ["30.04.1815"]);
}

proptest! {
    #[test]
    fn what_is_written_reads_back(words in prop::collection::vec("[a-zA-ZäöüÄß=+@;,\"'\n\t -]{0,30}", 1..8)) {
        let sheet = Sheet { columns: vec!["Spalte A".into()], rows: words.iter().map(|w| vec![Cell::text(w), Cell::text("Ende")]).collect(), title: String::new(), notes: vec![] };
        let csv = String::from_utf8(write_csv(&sheet)).unwrap();
        let mut reader = csv::ReaderBuilder::new().delimiter(b';').has_headers(false).flexible(true).from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
        let cells: Vec<String> = reader.records().skip(1).map(|r| r.unwrap()[0].to_owned()).collect();
        prop_assert_eq!(cells.len(), words.len());
        for (cell, word) in cells.iter().zip(&words) {
            prop_assert!(!is_formula_like(cell));
            prop_assert!(cell == word || cell.strip_prefix('\'') == Some(word), "{cell:?} of {word:?}");
        }
        let book = write_xlsx(&sheet).unwrap();
        let back = read_table(&book).unwrap();
        prop_assert_eq!(back.lines.len(), words.len() + 1);
    }
}
