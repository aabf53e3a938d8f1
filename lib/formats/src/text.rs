//! CSV files and pasted tables: how they are encoded and what parts the cells is guessed.

use csv::ReaderBuilder;
use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::{FILE_MOST, Gathered, Line, ROWS_TAKEN, Table, Unreadable, clean};

/// What may part cells, the most usual of German spreadsheets first.
const PARTS: [u8; 4] = [b';', b'\t', b',', b'|'];
/// A cell with more line breaks than that began with a quotation mark that was never closed.
const BREAKS: usize = 8;

/// Reads a CSV file.
pub fn read_bytes(bytes: &[u8]) -> Result<Table, Unreadable> {
    let text = decoded(bytes);
    if text.contains('\0') {
        return Err(Unreadable::NoTable);
    }
    read_text(&text)
}

/// Bytes as text: UTF-16 and UTF-8 by their marks, else UTF-8 if it is that, else Windows-1252, which takes any byte.
fn decoded(bytes: &[u8]) -> String {
    match bytes {
        [0xff, 0xfe, rest @ ..] => UTF_16LE.decode_without_bom_handling(rest).0.into_owned(),
        [0xfe, 0xff, rest @ ..] => UTF_16BE.decode_without_bom_handling(rest).0.into_owned(),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => std::str::from_utf8(bytes)
            .map_or_else(|_| WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(), str::to_owned),
    }
}

/// Reads a pasted table, or the text of a CSV file.
///
/// # Errors
/// [`Unreadable`].
pub fn read_text(text: &str) -> Result<Table, Unreadable> {
    if text.len() > 2 * FILE_MOST {
        return Err(Unreadable::TooLarge);
    }
    // Lines are counted by `\n`.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n").replace('\r', "\n");
    let text = text.as_str();
    if let Some(table) = addresses(text) {
        return if table.lines.len() > ROWS_TAKEN { Err(Unreadable::Rows(table.lines.len())) } else { Ok(table) };
    }
    let (part, text) = parted(text);
    let mut reader =
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(part).from_reader(text.as_bytes());
    let mut gathered = Gathered::default();
    let mut record = csv::StringRecord::new();
    let mut counted = Lines { text, at: 0, line: 1 };
    // Cannot fail: the text is UTF-8 and rows may differ in length.
    while reader.read_record(&mut record).map_err(|_| Unreadable::NoTable)? {
        let begun = record.position().map_or(0, |p| usize::try_from(p.byte()).unwrap_or(usize::MAX));
        let number = counted.of(begun);
        let torn = record.iter().any(|cell| cell.bytes().filter(|b| *b == b'\n').take(BREAKS + 1).count() > BREAKS);
        let cells = record.iter().take(crate::COLUMNS + 1).map(clean).collect();
        let beyond = record.iter().skip(crate::COLUMNS).any(|cell| !cell.trim().is_empty());
        if beyond {
            return Err(Unreadable::Columns);
        }
        gathered.push(Line { number, cells, torn })?;
    }
    gathered.done()
}

/// Counts lines as a person does, blank ones among them.
struct Lines<'a> {
    text: &'a str,
    at: usize,
    line: usize,
}

impl Lines<'_> {
    /// The line a row stands on for which reading began at that byte: the reader passes over blank lines before it.
    fn of(&mut self, begun: usize) -> usize {
        let bytes = self.text.as_bytes();
        let mut to = begun.min(bytes.len());
        while bytes.get(to) == Some(&b'\n') {
            to += 1;
        }
        self.line += bytes.get(self.at..to).unwrap_or_default().iter().filter(|b| **b == b'\n').count();
        self.at = to;
        self.line
    }
}

/// A list of addresses as mail programs write it, `Anna Albers <anna@stadt.example>; …`, as a table of names and
/// addresses; `None` where the text is something else.
fn addresses(text: &str) -> Option<Table> {
    let mut lines = Vec::new();
    for (number, piece) in (1..).zip(text.split([';', '\n']).flat_map(|piece| piece.split_inclusive(">,"))) {
        let piece = piece.trim().trim_end_matches(',').trim();
        if piece.is_empty() {
            continue;
        }
        let (name, rest) = piece.split_once('<')?;
        let mail =
            rest.strip_suffix('>').filter(|mail| mail.matches('@').count() == 1 && !mail.contains(['<', ' ']))?;
        let name = clean(name.trim().trim_matches(['"', '\'']));
        lines.push(Line { number, cells: vec![name, clean(mail)], torn: false });
    }
    (!lines.is_empty()).then_some(Table { lines, ..Table::default() })
}

/// What parts the cells, and the text without the line with which Excel is told so (`sep=;`).
fn parted(text: &str) -> (u8, &str) {
    let first = text.lines().next().unwrap_or_default();
    if let Some([part]) = first.trim_end().strip_prefix("sep=").map(str::as_bytes)
        && part.is_ascii_punctuation()
        && *part != b'"'
    {
        return (*part, text.get(first.len()..).unwrap_or_default());
    }
    let mut best = (b';', (false, 0, 0));
    for part in PARTS {
        let found = shape(text, part);
        if found > best.1 {
            best = (part, found);
        }
    }
    (best.0, text)
}

/// How many rows are looked at to tell what parts the cells.
const LOOKED_AT: usize = 20;

/// What the first rows look like when that sign parts their cells: whether every quotation mark stands where RFC 4180
/// (2.5 to 2.7) has it, how many rows it parts, and how often. More is better, from left to right.
fn shape(text: &str, part: u8) -> (bool, usize, usize) {
    let (mut begins, mut quoted, mut closed, mut stray) = (true, false, false, false);
    let (mut rows, mut parted, mut parts, mut here, mut blank) = (0, 0, 0, 0, true);
    for byte in text.bytes().chain([b'\n']) {
        blank &= byte.is_ascii_whitespace();
        match byte {
            b'"' if quoted => (quoted, closed) = (false, true),
            _ if quoted => {}
            // A doubled mark is one within the cell.
            b'"' if closed => (quoted, closed) = (true, false),
            b'"' if begins => (quoted, begins) = (true, false),
            b'\n' => {
                rows += usize::from(!blank);
                parted += usize::from(!blank && here > 0);
                parts += if blank { 0 } else { here };
                (begins, closed, here, blank) = (true, false, 0, true);
                if rows == LOOKED_AT {
                    break;
                }
            }
            _ if byte == part => {
                here += 1;
                (begins, closed) = (true, false);
            }
            _ => {
                stray |= closed || byte == b'"';
                begins = false;
            }
        }
    }
    // A mark that is never closed swallows what follows; what stood before it counts.
    (!stray && !quoted, parted + usize::from(here > 0), parts + here)
}
