//! What an Excel file inflates to, counted while inflating: the sizes written in the file are never believed.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::Unreadable;

/// The most parts a file may have.
const PARTS: usize = 400;
/// The most bytes of all parts together.
const ALL: u64 = 64 << 20;
/// The most bytes of a part that is held whole, such as the shared texts.
const HELD: u64 = 16 << 20;
/// The most bytes of styles and the list of sheets, of which each entry takes many times its length in memory.
const LISTS: u64 = 2 << 20;

/// Inflates every part once, keeping nothing.
pub fn check(bytes: &[u8]) -> Result<(), Unreadable> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::Broken)?;
    if archive.len() > PARTS {
        return Err(Unreadable::Inflates);
    }
    let mut left = ALL;
    let mut is_workbook = false;
    for n in 0..archive.len() {
        let part = archive.by_index(n).map_err(|_| Unreadable::Broken)?;
        let name = part.name().map_err(|_| Unreadable::Broken)?.to_ascii_lowercase();
        is_workbook |= name.starts_with("xl/");
        let own = if name.starts_with("xl/worksheets/") {
            ALL
        } else if name.contains("styles") || name.contains("workbook") || name.ends_with(".rels") {
            LISTS
        } else {
            HELD
        };
        let most = own.min(left);
        let inflated = counted(part, most)?;
        if inflated > most {
            return Err(Unreadable::Inflates);
        }
        left -= inflated;
    }
    if is_workbook { Ok(()) } else { Err(Unreadable::NoTable) }
}

/// How many bytes come, at most one more than `most`.
fn counted(part: impl Read, most: u64) -> Result<u64, Unreadable> {
    let mut part = part.take(most + 1);
    let (mut buffer, mut sum) = (vec![0_u8; 64 << 10], 0_u64);
    loop {
        match part.read(&mut buffer) {
            Ok(0) => return Ok(sum),
            Ok(n) => sum += n as u64,
            Err(cause) if cause.kind() == std::io::ErrorKind::Interrupted => {}
            Err(_) => return Err(Unreadable::Broken),
        }
    }
}
