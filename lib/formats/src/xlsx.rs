//! Excel files, read cell by cell. A whole sheet is never laid out as a rectangle: one cell far out would fill the memory.

use std::{
    collections::{BTreeMap, BTreeSet},
    io::Cursor,
    panic::{AssertUnwindSafe, catch_unwind},
};

use calamine::{DataRef, Dimensions, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx};

use crate::{COLUMNS, Gathered, Line, Table, Unreadable, clean, inflate};

type Book<'a> = Xlsx<Cursor<&'a [u8]>>;

/// Reads the first sheet that can be seen and has anything in it.
pub fn read(bytes: &[u8]) -> Result<Table, Unreadable> {
    inflate::check(bytes)?;
    // The reader below is not ours, and a damaged file must not end the thread that reads it.
    catch_unwind(AssertUnwindSafe(|| sheets(bytes))).unwrap_or(Err(Unreadable::Broken))
}

fn sheets(bytes: &[u8]) -> Result<Table, Unreadable> {
    let mut book: Book<'_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| Unreadable::Broken)?;
    let seen: Vec<String> = book
        .sheets_metadata()
        .iter()
        .filter(|s| s.typ == SheetType::WorkSheet && s.visible == SheetVisible::Visible)
        .map(|s| s.name.clone())
        .collect();
    for (n, name) in seen.iter().enumerate() {
        match sheet(&mut book, name) {
            Err(Unreadable::Empty) => {}
            Err(other) => return Err(other),
            Ok(table) => {
                let others = seen.iter().enumerate().filter(|(m, _)| *m != n).map(|(_, name)| name.clone()).collect();
                return Ok(Table { sheet: Some(name.clone()), others, ..table });
            }
        }
    }
    Err(Unreadable::Empty)
}

fn sheet(book: &mut Book<'_>, name: &str) -> Result<Table, Unreadable> {
    let mut gathered = Gathered::default();
    let mut row: Option<(u32, BTreeMap<u32, String>)> = None;
    {
        let mut cells = book.worksheet_cells_reader(name).map_err(|_| Unreadable::Broken)?;
        while let Some(cell) = cells.next_cell().map_err(|_| Unreadable::Broken)? {
            let text = clean(&written(cell.get_value()));
            if text.is_empty() {
                continue;
            }
            let (line, column) = cell.get_position();
            if column as usize >= COLUMNS {
                return Err(Unreadable::Columns);
            }
            match &mut row {
                Some((at, found)) if *at == line => drop(found.insert(column, text)),
                other => {
                    if let Some(full) = other.replace((line, BTreeMap::from([(column, text)]))) {
                        gathered.push(made(full))?;
                    }
                }
            }
        }
    }
    if let Some(full) = row {
        gathered.push(made(full))?;
    }
    let mut table = gathered.done()?;
    mark_merged(book, name, &mut table);
    Ok(table)
}

fn made((line, cells): (u32, BTreeMap<u32, String>)) -> Line {
    let width = cells.keys().next_back().map_or(0, |last| *last as usize + 1);
    let mut texts = vec![String::new(); width];
    for (column, text) in cells {
        texts[column as usize] = text;
    }
    Line { number: line as usize + 1, cells: texts, torn: false }
}

/// Only the first cell of merged ones has a value: the rows they reach into look torn.
fn mark_merged(book: &mut Book<'_>, name: &str, table: &mut Table) {
    let Ok(regions) = book.merge_cells_by_sheet_name(name) else { return };
    let numbers: BTreeMap<usize, usize> = table.lines.iter().enumerate().map(|(n, line)| (line.number, n)).collect();
    let mut torn = BTreeSet::new();
    for Dimensions { start, end } in regions {
        let rows = (start.0 as usize + 1)..=(end.0 as usize + 1);
        if rows.is_empty() {
            continue;
        }
        torn.extend(numbers.range(rows).map(|(_, n)| *n));
    }
    for n in torn {
        table.lines[n].torn = true;
    }
}

/// What stands in a cell: of a formula its stored value, of a date the day as ISO text.
fn written(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(n) => n.to_string(),
        DataRef::Float(n) => number(*n),
        DataRef::Bool(yes) => if *yes { "ja" } else { "nein" }.to_owned(),
        DataRef::DateTime(at) => day(at),
        DataRef::DateTimeIso(text) => text.get(..10).unwrap_or(text).to_owned(),
        DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => error.to_string(),
    }
}

fn number(n: f64) -> String {
    if n.fract() == 0.0 && n.abs() < 1e15 { format!("{n:.0}") } else { n.to_string() }
}

fn day(at: &ExcelDateTime) -> String {
    // Below one there is no day, only a time; far beyond, no calendar has it.
    if !at.is_datetime() || !(1.0..2_958_466.0).contains(&at.as_f64()) {
        return number(at.as_f64());
    }
    let (year, month, day, ..) = at.to_ymd_hms_milli();
    format!("{year:04}-{month:02}-{day:02}")
}
