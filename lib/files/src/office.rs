//! Office documents are packed files (ISO/IEC 21320-1): known by the names of their parts, of which none is unpacked.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::{Format, Unwanted};

/// The most parts.
const PARTS: usize = 4_000;
/// The most bytes all parts say they hold.
const SAID: u64 = 512 << 20;
/// The end of the list of parts (APPNOTE 4.3.16), with the longest remark behind it.
const END: usize = 22 + (64 << 10);
/// How a document with parts written in Open Document begins (ISO/IEC 26300-3, 3.3).
const OPEN: &str = "application/vnd.oasis.opendocument.";

/// What a packed file is.
pub fn look(bytes: &[u8]) -> Result<Format, Unwanted> {
    // Said at the end, and read before any list is made of it.
    let tail = &bytes[bytes.len().saturating_sub(END)..];
    let end = tail.windows(4).rposition(|w| w == b"PK\x05\x06").ok_or(Unwanted::Broken)?;
    let count = tail.get(end + 10..end + 12).ok_or(Unwanted::Broken)?;
    if usize::from(u16::from_le_bytes([count[0], count[1]])) > PARTS {
        return Err(Unwanted::Inflates);
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unwanted::Broken)?;
    if archive.len() > PARTS {
        return Err(Unwanted::Inflates);
    }
    let (mut said, mut names) = (0_u64, Vec::with_capacity(archive.len()));
    for n in 0..archive.len() {
        let part = archive.by_index_raw(n).map_err(|_| Unwanted::Broken)?;
        said = said.saturating_add(part.size());
        names.push(part.name().map_err(|_| Unwanted::Broken)?.to_ascii_lowercase());
    }
    if said > SAID {
        return Err(Unwanted::Inflates);
    }
    let has = |name: &str| names.iter().any(|n| n == name);
    let active = |n: &String| {
        n.ends_with("vbaproject.bin")
            || n.contains("/macrosheets/")
            || n.contains("/activex/")
            || n.starts_with("basic/")
            || n.starts_with("scripts/")
    };
    let format = if has("[content_types].xml") {
        [("word/document.xml", Format::Docx), ("xl/workbook.xml", Format::Xlsx), ("ppt/presentation.xml", Format::Pptx)]
            .into_iter()
            .find_map(|(name, format)| has(name).then_some(format))
    } else if names.first().is_some_and(|n| n == "mimetype") {
        open(&mut archive)
    } else {
        None
    };
    match format {
        None => Err(Unwanted::Archive),
        Some(_) if names.iter().any(active) => Err(Unwanted::Macros),
        Some(format) => Ok(format),
    }
}

fn open(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Option<Format> {
    let mut text = String::new();
    archive.by_index(0).ok()?.take(100).read_to_string(&mut text).ok()?;
    match text.trim().strip_prefix(OPEN)? {
        "text" => Some(Format::Odt),
        "spreadsheet" => Some(Format::Ods),
        "presentation" => Some(Format::Odp),
        _ => None,
    }
}
