//! Tables of others: Excel files, CSV files and what is pasted from a spreadsheet, read within limits; and our own lists
//! written so that a spreadsheet takes no cell for a formula; and calendar files, with the answers calendars send.
//!
//! Everything read here comes from outside. What is too much is refused before work is put into it, and what an Excel file
//! inflates to is counted before anything else reads it.

mod calendar;
mod inflate;
mod text;
mod write;
mod xlsx;

pub use calendar::{
    Attendee, CALENDAR_MOST, CalendarEvent, CalendarFile, Method, NoReply, Partstat, Party, Reply, Status, read_reply,
    write_calendar,
};
pub use text::read_text;
pub use write::{Cell, Sheet, is_formula_like, write_csv, write_xlsx};

use kernel::Reason;

/// The largest file that is read, in bytes.
pub const FILE_MOST: usize = 2 << 20;
/// The most rows that are looked at.
pub const ROWS_SEEN: usize = 100_000;
/// The most rows that are taken at once.
pub const ROWS_TAKEN: usize = 5_000;
/// The most columns.
pub const COLUMNS: usize = 64;
/// The most characters of a cell; what is beyond is cut off, and every field that is taken over asks for less.
pub const CELL: usize = 1_000;

/// One row as it was found.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Line {
    /// Its number in the file, from 1, as the spreadsheet shows it.
    pub number: usize,
    /// Its cells without blanks around them; those on the right may be missing.
    pub cells: Vec<String>,
    /// Whether it looks torn: it is part of merged cells, or a quotation mark swallowed what follows.
    pub torn: bool,
}

/// What was found in a file or a pasted text. Empty rows are left out.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Table {
    /// The rows, in their order.
    pub lines: Vec<Line>,
    /// The sheet they are from, in an Excel file.
    pub sheet: Option<String>,
    /// Other sheets that can be seen in the file and were not read.
    pub others: Vec<String>,
}

impl Table {
    /// How many columns the widest row has.
    #[must_use]
    pub fn width(&self) -> usize {
        self.lines.iter().map(|line| line.cells.len()).max().unwrap_or(0)
    }
}

/// Why a file cannot be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unreadable {
    /// Larger than [`FILE_MOST`].
    TooLarge,
    /// It inflates to more than a table of that many rows can have.
    Inflates,
    /// More rows than are taken at once: how many, counted up to [`ROWS_SEEN`].
    Rows(usize),
    /// More than [`COLUMNS`] columns.
    Columns,
    /// An old Excel file, or one with a password.
    OldOrLocked,
    /// Nothing a table can be read from.
    NoTable,
    /// An Excel file that is damaged.
    Broken,
    /// No cell has anything in it.
    Empty,
}

impl Unreadable {
    /// The sentence for the field.
    #[must_use]
    pub fn reason(self) -> Reason {
        let say = |de: &str, en: &str| Reason::new(de, en);
        match self {
            Self::TooLarge => say(
                "Die Datei ist größer als 2 MB. Bitte teilen Sie sie.",
                "The file is larger than 2 MB. Please split it.",
            ),
            Self::Inflates => say(
                "Die Datei ist gepackt klein, entpackt aber viel zu groß. Sie wurde nicht gelesen.",
                "The file is small when packed but far too large when unpacked. It was not read.",
            ),
            Self::Rows(found) if found > ROWS_SEEN => say(
                "Die Tabelle hat mehr als 100.000 Zeilen. Auf einmal gehen 5.000. Bitte teilen Sie die Tabelle.",
                "The table has more than 100,000 rows. 5,000 fit at once. Please split the table.",
            ),
            Self::Rows(found) => {
                let (de, en) = (thousands(found, '.'), thousands(found, ','));
                Reason::new(
                    format!("Die Tabelle hat {de} Zeilen. Auf einmal gehen 5.000. Bitte teilen Sie die Tabelle."),
                    format!("The table has {en} rows. 5,000 fit at once. Please split the table."),
                )
            }
            Self::Columns => say(
                "Die Tabelle hat mehr als 64 Spalten. Bitte löschen Sie, was nicht gebraucht wird.",
                "The table has more than 64 columns. Please delete what is not needed.",
            ),
            Self::OldOrLocked => say(
                "Diese Excel-Datei ist geschützt oder sehr alt. Bitte speichern Sie sie ohne Kennwort als .xlsx.",
                "This Excel file is protected or very old. Please save it without a password as .xlsx.",
            ),
            Self::NoTable => say(
                "In dieser Datei ist keine Tabelle. Geeignet sind Excel (.xlsx) und CSV.",
                "There is no table in this file. Excel (.xlsx) and CSV are suitable.",
            ),
            Self::Broken => say(
                "Diese Excel-Datei ist beschädigt. Bitte öffnen und speichern Sie sie noch einmal.",
                "This Excel file is damaged. Please open and save it once more.",
            ),
            Self::Empty => say("In der Tabelle steht nichts.", "There is nothing in the table."),
        }
    }
}

fn thousands(n: usize, mark: char) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(mark);
        }
        out.push(digit);
    }
    out
}

/// Reads an uploaded file: Excel by its first bytes, anything else as CSV.
///
/// # Errors
/// [`Unreadable`] with the sentence for whoever sent it.
pub fn read_table(bytes: &[u8]) -> Result<Table, Unreadable> {
    if bytes.len() > FILE_MOST {
        return Err(Unreadable::TooLarge);
    }
    match bytes {
        [b'P', b'K', 3, 4, ..] => xlsx::read(bytes),
        // Compound files: Excel up to 2003, and Excel with a password (MS-CFB 2.2).
        [0xd0, 0xcf, 0x11, 0xe0, ..] => Err(Unreadable::OldOrLocked),
        [b'%', b'P', b'D', b'F', ..] => Err(Unreadable::NoTable),
        _ => text::read_bytes(bytes),
    }
}

/// Rows gathered one by one, within the limits.
#[derive(Default)]
struct Gathered {
    lines: Vec<Line>,
    seen: usize,
}

impl Gathered {
    /// Takes a row unless it is empty. Beyond what is taken, rows are only counted.
    fn push(&mut self, mut line: Line) -> Result<(), Unreadable> {
        while line.cells.last().is_some_and(String::is_empty) {
            line.cells.pop();
        }
        if line.cells.is_empty() {
            return Ok(());
        }
        if line.cells.len() > COLUMNS {
            return Err(Unreadable::Columns);
        }
        self.seen += 1;
        if self.seen > ROWS_SEEN {
            return Err(Unreadable::Rows(self.seen));
        }
        // One row more than are taken: the first may be the headings.
        if self.seen <= ROWS_TAKEN + 1 {
            self.lines.push(line);
        }
        Ok(())
    }

    fn done(self) -> Result<Table, Unreadable> {
        match self.seen {
            0 => Err(Unreadable::Empty),
            n if n > ROWS_TAKEN + 1 => Err(Unreadable::Rows(n)),
            _ => Ok(Table { lines: self.lines, ..Table::default() }),
        }
    }
}

/// A cell without blanks around it, cut to [`CELL`] characters. What our own CSV files put before a text that looks like a
/// formula is taken away again.
fn clean(text: &str) -> String {
    let blank = |c: char| c.is_whitespace() || c == '\u{feff}' || c == '\u{200b}';
    let text = text.trim_matches(blank);
    let text = text.strip_prefix('\'').filter(|rest| is_formula_like(rest)).unwrap_or(text);
    text.chars().filter(|c| *c != '\0').take(CELL).collect()
}
