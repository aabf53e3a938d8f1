//! Our lists as files. A spreadsheet must take no cell for a formula, whoever typed it: in Excel files every text is
//! written as text; in CSV files, which know no types, an apostrophe stands before it.

use kernel::Day;
use rust_xlsxwriter::{ExcelDateTime, Format, FormatAlign, Workbook, XlsxError};

/// One cell of a list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Cell {
    /// Words.
    Text(String),
    /// A day.
    Day(Day),
    /// A number.
    Number(i64),
}

impl Cell {
    /// Words; nothing becomes an empty cell.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }
}

/// A list to be written.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Sheet {
    /// What it is called, for the tab of the sheet.
    pub title: String,
    /// Sentences above the headings, such as that the list is confidential.
    pub notes: Vec<String>,
    /// The headings.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
}

/// Whether a spreadsheet could take a text for a formula.
#[must_use]
pub fn is_formula_like(text: &str) -> bool {
    // Besides the ASCII signs those in full width, and what hides before them.
    let first = text.trim_start_matches([' ', '\u{a0}', '\u{feff}', '\u{200b}']).chars().next();
    text.starts_with(['\t', '\r', '\n'])
        || matches!(first, Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠'))
}

/// A CSV file as German Excel opens it by itself: UTF-8 with a mark, semicolons, lines ended by CR LF.
#[must_use]
pub fn write_csv(sheet: &Sheet) -> Vec<u8> {
    let mut out = String::from('\u{feff}');
    let mut line = |cells: &mut dyn Iterator<Item = String>| {
        let cells: Vec<String> = cells.map(|cell| quoted(&safe(&cell))).collect();
        out.push_str(&cells.join(";"));
        out.push_str("\r\n");
    };
    for note in &sheet.notes {
        line(&mut std::iter::once(note.clone()));
    }
    line(&mut sheet.columns.iter().cloned());
    for row in &sheet.rows {
        line(&mut row.iter().map(|cell| match cell {
            Cell::Text(text) => text.clone(),
            Cell::Day(day) => german(*day),
            Cell::Number(n) => n.to_string(),
        }));
    }
    out.into_bytes()
}

fn german(day: Day) -> String {
    let date = day.date();
    format!("{:02}.{:02}.{:04}", date.day(), date.month(), date.year())
}

fn safe(text: &str) -> String {
    if is_formula_like(text) && text.parse::<i64>().is_err() { format!("'{text}") } else { text.to_owned() }
}

/// Within quotation marks where it holds anything readers take for the end of a cell, ours among them.
fn quoted(text: &str) -> String {
    if text.contains([';', '"', '\n', '\r', ',', '\t', '|']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

/// An Excel file with a first row that stays in sight.
///
/// # Errors
/// With the cause when the file cannot be made: a fault of ours.
pub fn write_xlsx(sheet: &Sheet) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    page.set_name(tab(&sheet.title))?;
    let (bold, days) =
        (Format::new().set_bold().set_align(FormatAlign::Top), Format::new().set_num_format("dd.mm.yyyy"));
    let mut at = 0_u32;
    for note in &sheet.notes {
        page.write_string(at, 0, note)?;
        at += 1;
    }
    for (column, word) in (0_u16..).zip(&sheet.columns) {
        page.write_string_with_format(at, column, word, &bold)?;
        page.set_column_width(column, 24)?;
    }
    at += 1;
    page.set_freeze_panes(at, 0)?;
    for row in &sheet.rows {
        for (column, cell) in (0_u16..).zip(row) {
            match cell {
                Cell::Text(text) if text.is_empty() => {}
                Cell::Text(text) => drop(page.write_string(at, column, text)?),
                Cell::Number(n) => drop(page.write_number(at, column, *n as f64)?),
                Cell::Day(day) => {
                    let date = day.date();
                    let (year, month, of_month) = (date.year().unsigned_abs(), date.month(), date.day());
                    // Excel's calendar begins in 1900.
                    match ExcelDateTime::from_ymd(year, month.unsigned_abs(), of_month.unsigned_abs()) {
                        Ok(date) => drop(page.write_datetime_with_format(at, column, &date, &days)?),
                        Err(_) => drop(page.write_string(at, column, german(*day))?),
                    }
                }
            }
        }
        at += 1;
    }
    book.save_to_buffer()
}

/// The name of a tab: at most 31 characters, none of those Excel keeps for itself.
fn tab(title: &str) -> String {
    let clean: String =
        title.chars().map(|c| if "[]:*?/\\'".contains(c) || c.is_control() { ' ' } else { c }).collect();
    let short: String = clean.trim().chars().take(31).collect();
    let short = short.trim();
    if short.is_empty() { "Tabelle".to_owned() } else { short.to_owned() }
}
