//! What a letter holds for programs: for a calendar (RFC 2045, 2046, 6047), and how a letter of ours fared (RFC 3464). Every
//! part is walked through within limits before anything else looks at the letter.

use std::borrow::Cow;

/// The most bytes of a head.
const HEAD: usize = 128 << 10;
/// The most parts that are looked at.
const PARTS: usize = 100;
/// How deep parts may lie in one another.
const DEPTH: usize = 10;
/// The most characters of a boundary: RFC 2046 5.1.1 allows 70.
const BOUNDARY: usize = 200;

/// A letter, as far as anybody here asks.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Opened {
    /// The first part for a calendar, its transfer encoding undone; `None` where there is none.
    pub calendar: Option<Vec<u8>>,
    /// The first part that says how a letter fared.
    pub report: Option<Vec<u8>>,
    /// Whether a machine says that it wrote this (RFC 3834): an absence note, a bounce.
    pub automatic: bool,
}

/// Why a letter cannot be opened.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Unopened {
    /// Its head is larger than any, it has too many parts, or they lie too deep.
    #[error("the letter is larger, longer or deeper than one is")]
    TooLarge,
    /// It has no head.
    #[error("the letter has no head")]
    Broken,
}

/// Opens a letter.
///
/// # Errors
/// [`Unopened`].
pub fn open_letter(bytes: &[u8]) -> Result<Opened, Unopened> {
    let (head, body) = Head::read(bytes)?;
    if head.fields.is_empty() {
        return Err(Unopened::Broken);
    }
    let mut walk = Walk { left: PARTS, found: Opened { calendar: None, report: None, automatic: is_automatic(&head) } };
    walk.part(&head, body, DEPTH, true)?;
    Ok(walk.found)
}

/// Whether the head says that no person wrote this: RFC 3834, what lists and older programs write, and the subjects absence
/// notes have in Germany where their program says nothing else.
fn is_automatic(head: &Head) -> bool {
    let is = |name: &str, wanted: &[&str]| {
        head.value(name).is_some_and(|value| wanted.iter().any(|word| value.to_ascii_lowercase().starts_with(word)))
    };
    let subject = head.value("subject").unwrap_or_default().to_lowercase();
    let subjects = [
        "automatische antwort",
        "automatic reply",
        "abwesenheitsnotiz",
        "abwesenheitsassistent",
        "out of office",
        "autoreply",
        "auto:",
    ];
    head.value("auto-submitted").is_some_and(|value| !value.to_ascii_lowercase().starts_with("no"))
        || is("content-type", &["multipart/report"])
        || is("precedence", &["bulk", "junk", "list", "auto_reply", "auto-reply"])
        || ["list-id", "x-autoreply", "x-autorespond", "x-autoresponder", "x-failed-recipients"]
            .iter()
            .any(|name| head.value(name).is_some())
        || subjects.iter().any(|begin| subject.starts_with(begin))
}

/// The way through all parts.
struct Walk {
    left: usize,
    found: Opened,
}

impl Walk {
    /// `ours`: not within a letter that was forwarded whole, whose calendar and report are somebody else's.
    fn part(&mut self, head: &Head, body: &[u8], depth: usize, ours: bool) -> Result<(), Unopened> {
        if self.left == 0 || depth == 0 {
            return Err(Unopened::TooLarge);
        }
        self.left -= 1;
        let kind = head.value("content-type").unwrap_or("text/plain");
        let bare = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        let encoding = head.value("content-transfer-encoding").unwrap_or_default();
        match bare.as_str() {
            "text/calendar" | "application/ics" if ours && self.found.calendar.is_none() => {
                self.found.calendar = Some(decoded(encoding, body).into_owned());
            }
            "message/delivery-status" if ours && self.found.report.is_none() => {
                self.found.report = Some(decoded(encoding, body).into_owned());
            }
            "message/rfc822" => {
                let body = decoded(encoding, body);
                let (head, body) = Head::read(&body)?;
                self.part(&head, body, depth - 1, false)?;
            }
            _ => {
                let boundary = param(kind, "boundary").filter(|_| bare.starts_with("multipart/"));
                let Some(boundary) = boundary.filter(|b| !b.is_empty() && b.len() <= BOUNDARY) else { return Ok(()) };
                for part in parts(body, boundary.as_bytes()) {
                    let (head, body) = Head::read(part)?;
                    self.part(&head, body, depth - 1, ours)?;
                }
            }
        }
        Ok(())
    }
}

/// The pieces between the lines of a boundary; a missing last line ends with the letter.
fn parts<'a>(body: &'a [u8], boundary: &[u8]) -> Vec<&'a [u8]> {
    let (mut found, mut from, mut at) = (Vec::new(), None, 0);
    for line in body.split_inclusive(|b| *b == b'\n') {
        let begins = line.strip_prefix(b"--").and_then(|rest| rest.strip_prefix(boundary));
        let last = begins.is_some_and(|rest| rest.starts_with(b"--"));
        let here = begins.is_some_and(|rest| last || rest.trim_ascii().is_empty());
        if here {
            if let Some(from) = from.take() {
                found.extend(body.get(from..at));
            }
            if last || found.len() > PARTS {
                return found;
            }
            from = Some(at + line.len());
        }
        at += line.len();
    }
    found.extend(from.and_then(|from| body.get(from..)));
    found
}

/// The fields of a head, their lines put together again, names in small letters.
struct Head {
    fields: Vec<(String, String)>,
}

impl Head {
    /// Head and body. Without an empty line everything is head.
    fn read(bytes: &[u8]) -> Result<(Self, &[u8]), Unopened> {
        let (mut fields, mut at): (Vec<(String, String)>, usize) = (Vec::new(), 0);
        for line in bytes.split_inclusive(|b| *b == b'\n') {
            at += line.len();
            let text = String::from_utf8_lossy(line);
            let text = text.trim_end_matches(['\r', '\n']);
            if text.is_empty() {
                break;
            }
            if at > HEAD {
                return Err(Unopened::TooLarge);
            }
            if text.starts_with([' ', '\t']) {
                if let Some((_, value)) = fields.last_mut() {
                    value.push(' ');
                    value.push_str(text.trim());
                }
            } else if let Some((name, value)) = text.split_once(':') {
                fields.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
            }
        }
        Ok((Self { fields }, bytes.get(at..).unwrap_or_default()))
    }

    fn value(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }
}

/// A parameter of a field, quoted or not (RFC 2045 5.1).
fn param(value: &str, name: &str) -> Option<String> {
    let mut rest = value.split_once(';')?.1;
    loop {
        let (found, after) = rest.trim_start().split_once('=')?;
        let after = after.trim_start();
        let (text, next) = match after.strip_prefix('"') {
            Some(quoted) => {
                let end = quoted.find('"')?;
                (quoted.get(..end)?, quoted.get(end + 1..)?)
            }
            None => after.split_at(after.find(';').unwrap_or(after.len())),
        };
        if found.trim().eq_ignore_ascii_case(name) {
            return Some(text.trim().to_owned());
        }
        rest = next.split_once(';')?.1;
    }
}

/// What is not encoded is not copied: letters within letters would each be one more copy.
fn decoded<'a>(encoding: &str, body: &'a [u8]) -> Cow<'a, [u8]> {
    match encoding.trim().to_ascii_lowercase().as_str() {
        "base64" => Cow::Owned(base64(body)),
        "quoted-printable" => Cow::Owned(quoted_printable(body)),
        _ => Cow::Borrowed(body),
    }
}

/// Base64 as letters have it (RFC 2045 6.8): what is not of the alphabet is passed over, the filling ends it.
fn base64(body: &[u8]) -> Vec<u8> {
    let (mut out, mut bits, mut count) = (Vec::with_capacity(body.len() / 4 * 3), 0_u32, 0);
    for byte in body {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            b'=' => break,
            _ => continue,
        };
        bits = bits << 6 | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            out.push((bits >> count & 0xff) as u8);
        }
    }
    out
}

/// RFC 2045 6.7: what is damaged stays as it is.
fn quoted_printable(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        if *first != b'=' {
            out.push(*first);
            continue;
        }
        let digit = |byte: &u8| char::from(*byte).to_digit(16);
        match after {
            [b'\r', b'\n', more @ ..] | [b'\n', more @ ..] => rest = more,
            [high, low, more @ ..] => match (digit(high), digit(low)) {
                (Some(high), Some(low)) => {
                    out.push(u8::try_from(high * 16 + low).unwrap_or_default());
                    rest = more;
                }
                _ => out.push(b'='),
            },
            _ => out.push(b'='),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const ICS: &str = "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nSUMMARY:Frühjahr\r\nEND:VCALENDAR\r\n";

    fn calendar(letter: &str) -> Option<String> {
        open_letter(letter.as_bytes()).unwrap().calendar.map(|bytes| String::from_utf8(bytes).unwrap())
    }

    #[test]
    fn the_part_for_a_calendar_is_found_wherever_programs_put_it() {
        // Google: beside the words, seven bits.
        let google = format!(
            "From: Dora <dora@example.org>\r\nSubject: =?utf-8?q?Angenommen?=\r\nContent-Type: multipart/mixed; boundary=\"0000aa\"\r\n\r\n--0000aa\r\nContent-Type: multipart/alternative;\r\n\tboundary=\"0000bb\"\r\n\r\n--0000bb\r\nContent-Type: text/plain; charset=\"UTF-8\"\r\n\r\nDora hat angenommen\r\n--0000bb\r\nContent-Type: text/calendar; charset=\"UTF-8\"; method=REPLY\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{ICS}\r\n--0000bb--\r\n--0000aa--\r\n"
        );
        assert_eq!(calendar(&google).unwrap(), format!("{ICS}\r\n"));
        // Outlook: the whole letter is the part, base64.
        let outlook = "From: dora@example.org\nMIME-Version: 1.0\nContent-Type: text/calendar; method=REPLY; name=\"meeting.ics\"\nContent-Transfer-Encoding: base64\n\nQkVHSU46VkNBTEVOREFSDQpNRVRIT0Q6UkVQTFkNCkVORDpWQ0FM\nRU5EQVINCg==\n";
        assert_eq!(calendar(outlook).unwrap(), "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nEND:VCALENDAR\r\n");
        // Apple and Thunderbird: quoted-printable, a boundary without quotes.
        let apple = "From: dora@example.org\r\nContent-type: multipart/alternative; charset=utf-8; BOUNDARY=Apple-1 \r\n\r\nignored\r\n--Apple-1\r\nContent-Type: text/calendar\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nSUMMARY:Fr=C3=BChjahr=\r\n stag =3D =\r\n--Apple-1";
        assert_eq!(calendar(apple).unwrap(), "SUMMARY:Frühjahr stag = ");
        assert_eq!(calendar("From: a@example.org\r\n\r\nHallo, ich komme gern.\r\n"), None);
        assert_eq!(calendar("Content-Type: message/rfc822\r\n\r\nContent-Type: text/calendar\r\n\r\nx"), None);
    }

    #[test]
    fn machines_say_that_they_are_some() {
        let automatic = |head: &str| open_letter(format!("{head}\r\n\r\nx").as_bytes()).unwrap().automatic;
        assert!(automatic("Auto-Submitted: auto-replied"));
        assert!(automatic("Content-Type: multipart/report; report-type=delivery-status; boundary=a"));
        for head in [
            "Precedence: bulk",
            "List-Id: <ag.example.org>",
            "Subject: Automatische Antwort: Satzung",
            "Subject: Abwesenheitsnotiz: Satzung",
            "X-Autoreply: yes",
        ] {
            assert!(automatic(head), "{head}");
        }
        assert!(!automatic("Auto-Submitted: no") && !automatic("Subject: x") && !automatic("Precedence: first-class"));
    }

    #[test]
    fn broken_and_endless_letters_are_refused_or_hold_nothing() {
        for text in ["", "\r\n\r\n", "no head at all", "\0\0\0"] {
            assert_eq!(open_letter(text.as_bytes()), Err(Unopened::Broken), "{text:?}");
        }
        assert_eq!(open_letter(format!("X: {}\r\n\r\n", "a".repeat(200_000)).as_bytes()), Err(Unopened::TooLarge));
        // Parts within parts within parts.
        let deep: String =
            (0..20).map(|n| format!("Content-Type: multipart/mixed; boundary=b{n}\r\n\r\n--b{n}\r\n")).collect();
        assert_eq!(open_letter(deep.as_bytes()), Err(Unopened::TooLarge));
        let wide =
            format!("Content-Type: multipart/mixed; boundary=b\r\n\r\n{}", "--b\r\nX: y\r\n\r\nz\r\n".repeat(500));
        assert_eq!(open_letter(wide.as_bytes()), Err(Unopened::TooLarge));
        for head in
            ["multipart/mixed", "multipart/mixed; boundary=", "multipart/mixed; boundary=\"a", "multipart/mixed; =; b"]
        {
            let letter = format!("Content-Type: {head}\r\n\r\n--a\r\nContent-Type: text/calendar\r\n\r\nx\r\n");
            assert_eq!(calendar(&letter), None, "{head}");
        }
        // A boundary that begins like another one's is not it.
        let letter =
            "Content-Type: multipart/mixed; boundary=ab\r\n\r\n--abc\r\nContent-Type: text/calendar\r\n\r\nx\r\n";
        assert_eq!(calendar(letter), None);
        assert_eq!(
            (base64(b"QU=I"), base64(b"!!"), quoted_printable(b"a=ZZ=4=")),
            (b"A".to_vec(), vec![], b"a=ZZ=4=".to_vec())
        );
    }

    proptest::proptest! {
        #[test]
        fn anything_is_opened_or_refused(bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..3_000)) {
            let _ = open_letter(&bytes);
        }

        #[test]
        fn anything_in_the_frame_of_a_letter(head in "[ -~]{0,60}", body in "(--a|[ -~\r\n]){0,200}") {
            let letter = format!("Content-Type: multipart/mixed; boundary=a{head}\r\n\r\n--a\r\n{body}\r\n--a--");
            let _ = open_letter(letter.as_bytes());
        }
    }
}
