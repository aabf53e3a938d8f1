//! Forms with a file (RFC 7578). Only addresses that say so take them; the body is limited before it is read.

use std::{any::Any, sync::Arc};

/// What a file became, before any transaction began.
pub type Made = Arc<dyn Any + Send + Sync>;
/// Turns the parts of a form into what its handler needs. Runs on a thread of its own, so that a large file holds up nobody.
pub type Ready = fn(&[Part]) -> Made;

/// The most parts of one form.
const PARTS: usize = 100;
/// The most bytes of the head of a part, and of a boundary (RFC 2046 5.1.1).
const HEAD: usize = 1_000;
const BOUNDARY: usize = 70;

/// One part of a form: a field, or a file with its name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Part {
    /// The field's name.
    pub name: String,
    /// What the file is called on the sender's machine; `None` for a field.
    pub file: Option<String>,
    /// What was sent.
    pub bytes: Vec<u8>,
}

/// The boundary a media type names, if it is that of a form with files.
#[must_use]
pub fn boundary(media: &str) -> Option<&str> {
    let (kind, rest) = media.split_once(';')?;
    if !kind.trim().eq_ignore_ascii_case("multipart/form-data") {
        return None;
    }
    let value = rest.split(';').find_map(|part| {
        let (name, value) = part.trim().split_once('=')?;
        name.trim().eq_ignore_ascii_case("boundary").then_some(value.trim())
    })?;
    let bare = value.strip_prefix('"').and_then(|v| v.strip_suffix('"')).unwrap_or(value);
    let good =
        !bare.is_empty() && bare.len() <= BOUNDARY && bare.bytes().all(|b| (b' '..=b'~').contains(&b) && b != b'"');
    good.then_some(bare)
}

/// Reads the parts of a body.
///
/// # Errors
/// The status that refuses it: 413 with too many parts, 422 with what is no form.
pub fn parts(body: &[u8], boundary: &str) -> Result<Vec<Part>, u16> {
    let mark = format!("\r\n--{boundary}");
    let mut rest = body.strip_prefix(&mark.as_bytes()[2..]).ok_or(422_u16)?;
    let mut found = Vec::new();
    loop {
        if rest.starts_with(b"--") {
            return Ok(found);
        }
        rest = rest.strip_prefix(b"\r\n").ok_or(422_u16)?;
        let end = position(rest, mark.as_bytes()).ok_or(422_u16)?;
        if found.len() == PARTS {
            return Err(413);
        }
        found.push(part(&rest[..end])?);
        rest = &rest[end + mark.len()..];
    }
}

fn part(bytes: &[u8]) -> Result<Part, u16> {
    let end = position(&bytes[..bytes.len().min(HEAD)], b"\r\n\r\n").ok_or(422_u16)?;
    let head = std::str::from_utf8(&bytes[..end]).map_err(|_| 422_u16)?;
    let about = head
        .split("\r\n")
        .filter_map(|line| line.split_once(':'))
        .find(|(name, _)| name.trim().eq_ignore_ascii_case("content-disposition"))
        .map(|(_, value)| value)
        .ok_or(422_u16)?;
    if !about.split(';').next().is_some_and(|kind| kind.trim().eq_ignore_ascii_case("form-data")) {
        return Err(422);
    }
    let name = parameter(about, "name").filter(|name| !name.is_empty() && name.len() <= 100).ok_or(422_u16)?;
    let file = parameter(about, "filename").map(|file| file.chars().filter(|c| !c.is_control()).take(200).collect());
    Ok(Part { name, file, bytes: bytes[end + 4..].to_vec() })
}

/// A value in quotation marks. Browsers write `"` in it as `%22` (WHATWG HTML 4.10.22.8), so the next one ends it.
fn parameter(about: &str, name: &str) -> Option<String> {
    let mut rest = about;
    while let Some(at) = rest.find(';') {
        rest = rest[at + 1..].trim_start();
        let (key, after) = rest.split_once('=')?;
        let value = after.strip_prefix('"')?;
        let end = value.find('"')?;
        if key.eq_ignore_ascii_case(name) {
            return Some(value[..end].replace("%22", "\""));
        }
        rest = &value[end + 1..];
    }
    None
}

/// Where a piece begins. The first byte is looked for by itself, so that long runs of it cost little.
fn position(bytes: &[u8], piece: &[u8]) -> Option<usize> {
    let first = *piece.first()?;
    let mut from = 0;
    while let Some(at) = bytes[from..].iter().position(|b| *b == first) {
        let at = from + at;
        if bytes[at..].starts_with(piece) {
            return Some(at);
        }
        from = at + 1;
    }
    None
}

/// The parts as fields of a form: texts as they were typed, of a file its name and a sum, so that a form sent twice is
/// recognised and another file is another form.
///
/// # Errors
/// 422 with what is no text.
pub fn as_fields(parts: &[Part]) -> Result<Vec<(String, String)>, u16> {
    let field = |part: &Part| match &part.file {
        Some(file) => Ok((part.name.clone(), format!("{file} {:016x}", sum(&part.bytes)))),
        None => {
            let text = std::str::from_utf8(&part.bytes).map_err(|_| 422_u16)?;
            if text.contains('\0') { Err(422) } else { Ok((part.name.clone(), text.to_owned())) }
        }
    };
    parts.iter().map(field).collect()
}

/// FNV-1a, 64 bits.
fn sum(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |sum, b| (sum ^ u64::from(*b)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body(parts: &[(&str, &str)]) -> Vec<u8> {
        let mut out = String::new();
        for (head, text) in parts {
            out.push_str(&format!("--x\r\nContent-Disposition: form-data; {head}\r\n\r\n{text}\r\n"));
        }
        (out + "--x--\r\n").into_bytes()
    }

    #[test]
    fn a_form_with_a_file_is_read_as_browsers_write_it() {
        let body = body(&[("name=\"text\"", "a\r\nb"), ("name=\"datei\"; filename=\"a%22; b.xlsx\"", "\r\n--y")]);
        let parts = parts(&body, "x").unwrap();
        assert_eq!(
            (parts[0].name.as_str(), &parts[0].file, parts[0].bytes.as_slice()),
            ("text", &None, &b"a\r\nb"[..])
        );
        assert_eq!((parts[1].file.as_deref(), parts[1].bytes.as_slice()), (Some("a\"; b.xlsx"), &b"\r\n--y"[..]));
        let fields = as_fields(&parts).unwrap();
        assert_eq!(fields[0], ("text".to_owned(), "a\r\nb".to_owned()));
        assert!(fields[1].1.starts_with("a\"; b.xlsx "));
    }

    #[test]
    fn what_is_no_such_form_is_refused() {
        for bad in [
            &b""[..],
            b"--x",
            b"--x\r\n",
            b"--x\r\n\r\n\r\n--x--",
            b"--x\r\nContent-Disposition: form-data\r\n\r\n\r\n--x--",
            b"--x\r\nContent-Disposition: form-data; name=\"\"\r\n\r\n\r\n--x--",
            b"--x\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\n\r\n--x--",
            b"--x\r\nContent-Disposition: form-data; name=\"a\r\n\r\n\r\n--x--",
            b"--y\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\r\n--y--",
        ] {
            assert_eq!(parts(bad, "x"), Err(422), "{:?}", String::from_utf8_lossy(bad));
        }
        assert_eq!(parts(b"--x--", "x"), Ok(vec![]));
        assert_eq!(parts(&body(&vec![("name=\"a\"", ""); 101]), "x"), Err(413));
        let long = format!("name=\"a\"; filename=\"{}\"", "x".repeat(2_000));
        assert_eq!(parts(&body(&[(&long, "")]), "x"), Err(422));
        for bad in [&b"\xff"[..], b"\0"] {
            assert_eq!(as_fields(&[Part { name: "a".into(), file: None, bytes: bad.to_vec() }]), Err(422));
        }
    }

    #[test]
    fn the_boundary_is_the_media_types() {
        assert_eq!(boundary("multipart/form-data; boundary=----WebKit1"), Some("----WebKit1"));
        assert_eq!(boundary("Multipart/Form-Data; charset=utf-8; Boundary=\"a b\""), Some("a b"));
        for bad in
            ["multipart/form-data", "multipart/form-data; boundary=", "multipart/mixed; boundary=x", "text/plain"]
        {
            assert_eq!(boundary(bad), None, "{bad}");
        }
        assert_eq!(boundary(&format!("multipart/form-data; boundary={}", "x".repeat(71))), None);
    }
}
