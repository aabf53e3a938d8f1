//! What a file is, by what stands in it.

use crate::{FILE_MOST, Format, Unwanted, office, picture};

/// How programs, scripts and packed files begin: Windows, Linux, three of macOS, Java, and what a shell runs.
const PROGRAMS: [&[u8]; 8] = [
    b"MZ",
    b"\x7fELF",
    b"\xfe\xed\xfa\xce",
    b"\xfe\xed\xfa\xcf",
    b"\xcf\xfa\xed\xfe",
    b"\xce\xfa\xed\xfe",
    b"\xca\xfe\xba\xbe",
    b"#!",
];
const ARCHIVES: [&[u8]; 6] = [b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"MSCF"];
/// Compound files (MS-CFB 2.2): office up to 2003, office with a password, installers; and RTF, which may hold any of them.
const OLD: [&[u8]; 2] = [b"\xd0\xcf\x11\xe0", b"{\\rtf"];
/// Where the end of a PDF is looked for (ISO 32000-1, annex H 3.8).
const PDF_TAIL: usize = 2_048;

/// What a file is. Looks at no more than begin, end and list of parts; nothing is unpacked.
///
/// # Errors
/// Why it is not taken.
pub fn look(bytes: &[u8]) -> Result<Format, Unwanted> {
    if bytes.is_empty() {
        return Err(Unwanted::Empty);
    }
    if bytes.len() > FILE_MOST {
        return Err(Unwanted::TooLarge);
    }
    let begins = |with: &[&[u8]]| with.iter().any(|magic| bytes.starts_with(magic));
    match bytes {
        [b'%', b'P', b'D', b'F', b'-', ..] => pdf(bytes),
        [0x89, b'P', b'N', b'G', ..] => picture::png(bytes).map(|()| Format::Png),
        [0xff, 0xd8, 0xff, ..] => picture::jpeg(bytes).map(|()| Format::Jpeg),
        [b'P', b'K', 3, 4, ..] => office::look(bytes),
        _ if begins(&OLD) => Err(Unwanted::Old),
        _ if begins(&PROGRAMS) => Err(Unwanted::Program),
        _ if begins(&ARCHIVES) => Err(Unwanted::Archive),
        _ => text(bytes),
    }
}

fn pdf(bytes: &[u8]) -> Result<Format, Unwanted> {
    let version = bytes.get(5..8).is_some_and(|v| matches!(v[0], b'1' | b'2') && v[1] == b'.' && v[2].is_ascii_digit());
    let tail = &bytes[bytes.len().saturating_sub(PDF_TAIL)..];
    let ends = tail.windows(5).any(|w| w == b"%%EOF");
    if version && ends { Ok(Format::Pdf) } else { Err(Unwanted::Broken) }
}

fn text(bytes: &[u8]) -> Result<Format, Unwanted> {
    let text = std::str::from_utf8(bytes).map_err(|_| Unwanted::Unknown)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.chars().any(|c| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{c}')) {
        return Err(Unwanted::Unknown);
    }
    match text.trim_start().bytes().next() {
        None => Err(Unwanted::Empty),
        Some(b'<') => Err(Unwanted::WebPage),
        Some(_) if text.trim_start().starts_with("#!") => Err(Unwanted::Program),
        Some(_) => Ok(Format::Text),
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use proptest::prelude::*;
    use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

    use super::*;
    use crate::picture::tests::{JPEG, png};

    fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = ZipWriter::new(std::io::Cursor::new(Vec::new()));
        for (name, bytes) in parts {
            let how = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
            writer.start_file(*name, how).unwrap();
            writer.write_all(bytes).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    #[test]
    fn what_is_taken_is_known_by_its_bytes() {
        let word = packed(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<w:document/>")]);
        let excel = packed(&[("[Content_Types].xml", b"<Types/>"), ("xl/workbook.xml", b"<workbook/>")]);
        let slides = packed(&[("[Content_Types].xml", b"<Types/>"), ("ppt/presentation.xml", b"<p/>")]);
        let open = |kind: &str| {
            packed(&[
                ("mimetype", format!("application/vnd.oasis.opendocument.{kind}").as_bytes()),
                ("content.xml", b"<office/>"),
            ])
        };
        for (bytes, format) in [
            (b"%PDF-1.7\n...\n%%EOF\n".to_vec(), Format::Pdf),
            (png(10, 10), Format::Png),
            (JPEG.to_vec(), Format::Jpeg),
            (word, Format::Docx),
            (excel, Format::Xlsx),
            (slides, Format::Pptx),
            (open("text"), Format::Odt),
            (open("spreadsheet"), Format::Ods),
            (open("presentation"), Format::Odp),
            ("Größe\tund\r\nmehr".as_bytes().to_vec(), Format::Text),
        ] {
            assert_eq!(look(&bytes), Ok(format));
            assert_eq!(Format::from_ending(format.ending()), Some(format));
        }
    }

    #[test]
    fn what_is_not_taken_is_told_why() {
        let macros = packed(&[("[Content_Types].xml", b""), ("word/document.xml", b""), ("word/vbaProject.bin", b"x")]);
        let basic = packed(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("Basic/Standard/M.xml", b"")]);
        let plain = packed(&[("a.txt", b"a"), ("../../b.exe", b"MZ")]);
        let mut cut = packed(&[("[Content_Types].xml", b""), ("word/document.xml", b"")]);
        cut.truncate(40);
        for (bytes, why) in [
            (&b""[..], Unwanted::Empty),
            (b" \n ", Unwanted::Empty),
            (b"MZ\x90\0\x03", Unwanted::Program),
            (b"\x7fELF\x02", Unwanted::Program),
            (b"#!/bin/sh\nrm", Unwanted::Program),
            (b"\n#!/bin/sh\nrm", Unwanted::Program),
            (b"%PDF-1.7\nMZ", Unwanted::Broken),
            (b"%PDF-x\n%%EOF", Unwanted::Broken),
            (b"\x89PNG\r\n\x1a\n", Unwanted::Broken),
            (b"\xff\xd8\xff\xe0", Unwanted::Broken),
            (b"<svg onload=alert(1)>", Unwanted::WebPage),
            ("\u{feff} <html>".as_bytes(), Unwanted::WebPage),
            (b"\xd0\xcf\x11\xe0\xa1", Unwanted::Old),
            (b"{\\rtf1", Unwanted::Old),
            (b"Rar!\x1a", Unwanted::Archive),
            (b"a\0b", Unwanted::Unknown),
            (b"\xe4hnlich", Unwanted::Unknown),
            (&macros, Unwanted::Macros),
            (&basic, Unwanted::Macros),
            (&plain, Unwanted::Archive),
            (&cut, Unwanted::Broken),
        ] {
            assert_eq!(look(bytes), Err(why), "{:?}", String::from_utf8_lossy(bytes));
            assert!(!why.reason().de.is_empty() && !why.reason().en.is_empty());
        }
        assert_eq!(look(&vec![b'a'; FILE_MOST + 1]), Err(Unwanted::TooLarge));
        assert_eq!(look(&vec![b'a'; FILE_MOST]), Ok(Format::Text));
    }

    #[test]
    fn many_parts_and_great_promises_are_refused_at_once() {
        let names: Vec<String> = (0..5_000).map(|n| format!("word/{n}.xml")).collect();
        let parts: Vec<(&str, &[u8])> = names.iter().map(|n| (n.as_str(), &b""[..])).collect();
        let began = std::time::Instant::now();
        assert_eq!(look(&packed(&parts)), Err(Unwanted::Inflates));
        // A part that says it is a gigabyte: the size in the list of parts is written over.
        let mut bomb = packed(&[("[Content_Types].xml", b""), ("word/document.xml", b"0123456789")]);
        let at = bomb.windows(4).rposition(|w| w == b"PK\x01\x02").unwrap();
        bomb[at + 24..at + 28].copy_from_slice(&(1_u32 << 30).to_le_bytes());
        assert_eq!(look(&bomb), Err(Unwanted::Inflates));
        assert_eq!(look(&png(30_000, 30_000)), Err(Unwanted::Inflates));
        assert!(began.elapsed() < std::time::Duration::from_secs(2));
    }

    proptest! {
        #[test]
        fn anything_is_taken_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..300), magic in 0..6_usize) {
            let magics: [&[u8]; 6] = [b"", b"%PDF-1.7", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"PK\x03\x04", b"PK\x05\x06"];
            let all = [magics[magic], &bytes].concat();
            if let Ok(format) = look(&all) {
                prop_assert_eq!(look(&crate::bare::bare(format, all)), Ok(format));
            }
        }
    }
}
