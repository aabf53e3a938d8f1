//! Tables as people have them, and files nobody should have.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

use std::io::{Cursor, Write};

use formats::{FILE_MOST, Line, Table, Unreadable, read_table, read_text};
use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use zip::{ZipWriter, write::SimpleFileOptions};

fn cells(table: &Table) -> Vec<Vec<&str>> {
    table.lines.iter().map(|l| l.cells.iter().map(String::as_str).collect()).collect()
}

#[test]
fn a_sheet_gives_words_days_numbers_and_the_stored_value_of_a_formula() {
    let mut book = Workbook::new();
    let hidden = book.add_worksheet();
    hidden.set_name("Entwurf").unwrap().set_hidden(true).write_string(0, 0, "geheim").unwrap();
    book.add_worksheet().set_name("Leer").unwrap();
    let page = book.add_worksheet();
    page.set_name("Mitglieder").unwrap().set_active(true);
    let days = Format::new().set_num_format("dd.mm.yyyy");
    page.write_string(1, 0, " Name ").unwrap();
    page.write_string(1, 2, "Seit").unwrap();
    page.write_string(3, 0, "Anna Albers").unwrap();
    let day = ExcelDateTime::from_ymd(2021, 3, 1).unwrap();
    page.write_datetime_with_format(3, 2, &day, &days).unwrap();
    page.write_number(4, 0, 5_334_002.0).unwrap();
    page.write_formula(4, 1, Formula::new("=HYPERLINK(\"x\")").set_result("anna@example.org")).unwrap();
    page.write_boolean(4, 3, true).unwrap();
    book.add_worksheet().set_name("Alt").unwrap().write_string(0, 0, "früher").unwrap();
    let table = read_table(&book.save_to_buffer().unwrap()).unwrap();
    assert_eq!(table.sheet.as_deref(), Some("Mitglieder"), "hidden and empty sheets are passed over");
    assert_eq!(table.others, ["Leer", "Alt"]);
    assert_eq!(
        cells(&table),
        [
            vec!["Name", "", "Seit"],
            vec!["Anna Albers", "", "2021-03-01"],
            vec!["5334002", "anna@example.org", "", "ja"]
        ]
    );
    assert_eq!(table.lines.iter().map(|l| l.number).collect::<Vec<_>>(), [2, 4, 5], "as the spreadsheet shows them");
}

#[test]
fn merged_cells_fill_their_first_cell_and_the_rows_they_reach_into_look_torn() {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    for (row, word) in (0..5).zip(["Name", "Anna", "Dora", "Vera", "Rosa"]) {
        page.write_string(row, 0, word).unwrap();
    }
    page.merge_range(2, 1, 3, 1, "Stadt Düren", &Format::new()).unwrap();
    let table = read_table(&book.save_to_buffer().unwrap()).unwrap();
    assert_eq!(cells(&table)[2..4], [vec!["Dora", "Stadt Düren"], vec!["Vera"]]);
    assert_eq!(table.lines.iter().map(|l| l.torn).collect::<Vec<_>>(), [false, false, true, true, false]);
}

#[test]
fn a_cell_far_out_costs_nothing_and_too_many_columns_are_refused() {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    page.write_string(0, 0, "oben").unwrap().write_string(1_048_575, 3, "unten").unwrap();
    let table = read_table(&book.save_to_buffer().unwrap()).unwrap();
    assert_eq!(table.lines[1].number, 1_048_576);
    book.worksheet_from_index(0).unwrap().write_string(0, 16_383, "rechts").unwrap();
    assert_eq!(read_table(&book.save_to_buffer().unwrap()), Err(Unreadable::Columns));
    let wide = vec!["x"; 65].join(";");
    assert_eq!(read_text(&wide), Err(Unreadable::Columns));
    assert_eq!(read_text(&format!("{}{}", vec!["x"; 64].join(";"), ";".repeat(100))).unwrap().width(), 64);
}

#[test]
fn a_hundred_thousand_rows_are_counted_and_refused_with_a_sentence() {
    let text = |rows: usize| "Anna Albers;a@example.org\n".repeat(rows);
    assert_eq!(read_text(&text(5_001)).unwrap().lines.len(), 5_001, "headings and 5,000 rows");
    let few = read_text(&text(5_002)).unwrap_err();
    assert_eq!(few.reason().de, "Die Tabelle hat 5.002 Zeilen. Auf einmal gehen 5.000. Bitte teilen Sie die Tabelle.");
    let many = read_text(&"a;b\n".repeat(120_000)).unwrap_err();
    assert!(many.reason().de.starts_with("Die Tabelle hat mehr als 100.000 Zeilen."));
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    for row in 0..100_000 {
        page.write_string(row, 0, "x").unwrap();
    }
    let bytes = book.save_to_buffer().unwrap();
    assert!(bytes.len() < FILE_MOST, "small enough to be sent: {}", bytes.len());
    assert_eq!(read_table(&bytes), Err(Unreadable::Rows(100_000)));
}

#[test]
fn a_file_is_read_in_the_encoding_it_has() {
    let expected = vec![vec!["Name", "Ort"], vec!["Özdemir", "Düren"]];
    let text = "Name;Ort\r\nÖzdemir;Düren\r\n";
    let latin: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let utf16 = |bytes: fn(u16) -> [u8; 2], mark: [u8; 2]| {
        mark.into_iter().chain(text.encode_utf16().flat_map(bytes)).collect::<Vec<u8>>()
    };
    let marked = [b"\xef\xbb\xbf".as_slice(), text.as_bytes()].concat();
    for bytes in [
        text.as_bytes().to_vec(),
        marked,
        latin,
        utf16(u16::to_le_bytes, [0xff, 0xfe]),
        utf16(u16::to_be_bytes, [0xfe, 0xff]),
    ] {
        assert_eq!(cells(&read_table(&bytes).unwrap()), expected);
    }
    assert_eq!(cells(&read_table(b"Name;Preis\nAnna;5 \x80").unwrap())[1][1], "5 €", "Windows-1252, not Latin-1");
}

#[test]
fn what_parts_the_cells_is_guessed() {
    for text in [
        "Name;Ort\nAlbers, Anna;Aachen",
        "Name,Ort\n\"Albers, Anna\",Aachen",
        "Name\tOrt\nAlbers, Anna\tAachen",
        "sep=,\r\nName,Ort\r\n\"Albers, Anna\",Aachen",
        "Name|Ort\nAlbers, Anna|Aachen",
    ] {
        assert_eq!(cells(&read_text(text).unwrap()), [["Name", "Ort"], ["Albers, Anna", "Aachen"]], "{text}");
    }
    assert_eq!(cells(&read_text("a@example.org\nb@example.org").unwrap()), [["a@example.org"], ["b@example.org"]]);
}

#[test]
fn an_old_distribution_list_is_a_table_of_names_and_addresses() {
    for text in [
        "Anna Albers <a@x.example.org>; \"Dahlke, Dora\" <d@x.example.org>;",
        "Anna Albers <a@x.example.org>, Dahlke, Dora <d@x.example.org>",
        "Anna Albers <a@x.example.org>\r\nDahlke, Dora <d@x.example.org>\r\n",
    ] {
        let table = read_text(text).unwrap();
        assert_eq!(cells(&table), [["Anna Albers", "a@x.example.org"], ["Dahlke, Dora", "d@x.example.org"]], "{text}");
    }
    let numbers = |text: &str| read_text(text).unwrap().lines.iter().map(|l| l.number).collect::<Vec<_>>();
    assert_eq!((numbers("a;b\r\n\r\nc;d\r\n"), numbers("a;b\n\nc;d")), (vec![1, 3], vec![1, 3]), "lines as they stand");
    assert_eq!(read_text("Name;Adresse\nAnna;<a@x.example.org>").unwrap().lines[0].cells, ["Name", "Adresse"]);
}

#[test]
fn a_quotation_mark_that_is_never_closed_is_told() {
    let text = format!("Name;Ort\n\"Anna;Aachen\n{}", "Dora;Düren\n".repeat(20));
    let table = read_text(&text).unwrap();
    assert_eq!(table.lines.len(), 2);
    assert!(!table.lines[0].torn && table.lines[1].torn);
}

#[test]
fn lines_that_end_in_a_bare_carriage_return_are_lines() {
    // Found by fuzzing: both rows were said to stand on line 1.
    let table = read_text("-\rx").unwrap();
    assert_eq!(table.lines.iter().map(|l| l.number).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(cells(&read_text("a;b\rc;d\r\n\re;f").unwrap()), [["a", "b"], ["c", "d"], ["e", "f"]]);
}

#[test]
fn a_sign_within_quotation_marks_parts_nothing_though_the_cell_has_several_lines() {
    // Found by fuzzing: a file of ours was read with a comma, and one row became three.
    let written = b"\xef\xbb\xbfA\r\n;\";~\n,\xc3\xbe,\"\r\n";
    assert_eq!(cells(&read_table(written).unwrap()), [vec!["A"], vec!["", ";~\n,þ,"]]);
    // Marks in the midst of words say nothing; the sign that parts most rows wins as before.
    assert_eq!(cells(&read_text("Rohr 5\";a,b\nRohr 6\";c").unwrap()), [["Rohr 5\"", "a,b"], ["Rohr 6\"", "c"]]);
    assert_eq!(
        cells(&read_text("\"Albers, Anna\",a\n\"Beer, Ben \"\"B\"\"\",b").unwrap()),
        [["Albers, Anna", "a"], ["Beer, Ben \"B\"", "b"]]
    );
}

#[test]
fn what_is_written_is_read_with_its_own_sign_however_many_rows_hold_another() {
    // Found by fuzzing: twenty rows with a bar, then a cell of two lines that was read as two rows.
    let text = |text: &str| formats::Cell::text(text);
    let mut rows: Vec<Vec<formats::Cell>> = (0..25).map(|n| vec![text(&format!("a|{n}"))]).collect();
    rows.push(vec![text("b"), text("c\n|d")]);
    let sheet = formats::Sheet { columns: vec!["A".to_owned()], rows, ..formats::Sheet::default() };
    let table = read_table(&formats::write_csv(&sheet)).unwrap();
    assert_eq!(table.lines.len(), 27);
    assert_eq!((table.lines[1].cells[0].as_str(), table.lines[26].cells[1].as_str()), ("a|0", "c\n|d"));
}

#[test]
fn what_is_no_table_is_refused_with_a_sentence() {
    for (bytes, why) in [
        (&b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"[..], Unreadable::OldOrLocked),
        (b"%PDF-1.7", Unreadable::NoTable),
        (b"\x89PNG\r\n\x1a\n\0\0\0", Unreadable::NoTable),
        (b"PK\x03\x04 and nothing else", Unreadable::Broken),
        (b"", Unreadable::Empty),
        (b" \r\n;;\r\n", Unreadable::Empty),
    ] {
        assert_eq!(read_table(bytes), Err(why), "{bytes:?}");
        assert!(!why.reason().de.is_empty() && !why.reason().en.is_empty());
    }
    assert_eq!(read_table(&vec![b'a'; FILE_MOST + 1]), Err(Unreadable::TooLarge));
    assert_eq!(read_table(&packed(&[("word/document.xml", b"<w/>".to_vec())])), Err(Unreadable::NoTable));
    assert_eq!(read_table(&packed(&[("xl/workbook.xml", b"<workbook/>".to_vec())])), Err(Unreadable::Broken));
}

fn packed(parts: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default().compression_level(Some(9))).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn a_zip_bomb_is_refused_before_anything_reads_it() {
    let zeros = |mb: usize| vec![b' '; mb << 20];
    let one = packed(&[("xl/workbook.xml", Vec::new()), ("xl/worksheets/sheet1.xml", zeros(80))]);
    assert!(one.len() < FILE_MOST, "{}", one.len());
    assert_eq!(read_table(&one), Err(Unreadable::Inflates));
    let together: Vec<(String, Vec<u8>)> = (0..7).map(|n| (format!("xl/worksheets/{n}.xml"), zeros(10))).collect();
    let together: Vec<(&str, Vec<u8>)> = together.iter().map(|(n, b)| (n.as_str(), b.clone())).collect();
    assert_eq!(read_table(&packed(&together)), Err(Unreadable::Inflates));
    assert_eq!(read_table(&packed(&[("xl/styles.xml", zeros(3))])), Err(Unreadable::Inflates));
    assert_eq!(read_table(&packed(&[("xl/sharedStrings.xml", zeros(17))])), Err(Unreadable::Inflates));
    // The size written in the file is not believed: here both places say ten bytes.
    let mut lying = packed(&[("xl/worksheets/sheet1.xml", zeros(80))]);
    let (local, central) = (22, lying.windows(4).position(|w| w == b"PK\x01\x02").unwrap() + 24);
    for at in [local, central] {
        lying[at..at + 4].copy_from_slice(&10_u32.to_le_bytes());
    }
    assert!(matches!(read_table(&lying), Err(Unreadable::Inflates | Unreadable::Broken)));
    let many: Vec<(String, Vec<u8>)> = (0..500).map(|n| (format!("xl/{n}"), Vec::new())).collect();
    let many: Vec<(&str, Vec<u8>)> = many.iter().map(|(n, b)| (n.as_str(), b.clone())).collect();
    assert_eq!(read_table(&packed(&many)), Err(Unreadable::Inflates));
}

#[test]
fn cells_are_trimmed_and_cut() {
    let table = read_text(&format!("\u{a0}Anna \t{}\t'=1+1", "x".repeat(5_000))).unwrap();
    let [line @ Line { .. }] = &table.lines[..] else { panic!("{table:?}") };
    assert_eq!((line.cells[0].as_str(), line.cells[1].len(), line.cells[2].as_str()), ("Anna", 1_000, "=1+1"));
}

proptest! {
    // `PROPTEST_CASES=100000` for a long run.
    #![proptest_config(ProptestConfig::with_cases(ProptestConfig::default().cases.max(512)))]
    #[test]
    fn anything_is_read_or_refused_within_the_limits(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        within(read_table(&bytes));
        within(read_table(&[b"PK\x03\x04", bytes.as_slice()].concat()));
    }
    #[test]
    fn anything_pasted_is_read_or_refused(text in "[a-c;,\t\"\n\r='é]{0,200}") {
        within(read_text(&text));
    }
    #[test]
    fn a_damaged_file_is_refused_or_read(at in any::<prop::sample::Index>(), with in any::<u8>()) {
        let mut bytes = small();
        let at = at.index(bytes.len());
        bytes[at] = with;
        within(read_table(&bytes));
    }
    #[test]
    fn a_damaged_sheet_is_refused_or_read(at in any::<prop::sample::Index>(), with in "[<>&\"/0-9A-Za-z =]{0,6}") {
        let mut sheet = String::from_utf8(SHEET.to_vec()).unwrap();
        let at = at.index(sheet.len());
        sheet.insert_str(at, &with);
        within(read_table(&book_of(sheet.as_bytes())));
    }
}

const SHEET: &[u8] = b"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><dimension ref=\"A1:B2\"/><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Name</t></is></c><c r=\"B1\"><v>45000</v></c></row></sheetData><mergeCells count=\"1\"><mergeCell ref=\"A1:B2\"/></mergeCells></worksheet>";

/// The smallest file with that sheet.
fn book_of(sheet: &[u8]) -> Vec<u8> {
    packed(&[
        ("[Content_Types].xml", b"<Types/>".to_vec()),
        ("_rels/.rels", b"<Relationships><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>".to_vec()),
        ("xl/workbook.xml", b"<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>".to_vec()),
        ("xl/_rels/workbook.xml.rels", b"<Relationships><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>".to_vec()),
        ("xl/worksheets/sheet1.xml", sheet.to_vec()),
    ])
}

#[test]
fn the_smallest_file_is_read() {
    assert_eq!(cells(&read_table(&book_of(SHEET)).unwrap()), [["Name", "45000"]]);
}

fn small() -> Vec<u8> {
    let mut book = Workbook::new();
    book.add_worksheet().write_string(0, 0, "Name").unwrap().write_number(1, 1, 3.5).unwrap();
    book.save_to_buffer().unwrap()
}

fn within(read: Result<Table, Unreadable>) {
    if let Ok(table) = read {
        assert!(!table.lines.is_empty() && table.lines.len() <= formats::ROWS_TAKEN + 1);
        for cell in table.lines.iter().flat_map(|l| &l.cells) {
            assert!(cell.chars().count() <= formats::CELL && !cell.contains('\0'));
        }
        assert!(table.width() <= formats::COLUMNS);
    }
}
