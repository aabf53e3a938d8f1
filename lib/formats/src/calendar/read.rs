//! Reading the answer of a calendar to an invitation (RFC 5546 3.2.3), within limits and in the syntax of those who write
//! them: Outlook, Exchange, Thunderbird, Google, Apple.

use encoding_rs::WINDOWS_1252;

use super::line::Line;

/// The most bytes of a file that is read: an answer has two thousand.
pub const CALENDAR_MOST: usize = 200_000;
/// The most lines after unfolding.
const LINES: usize = 4_000;
/// The most bytes of one line after unfolding. Outlook sends the whole text of the invitation back, twice.
const LINE: usize = 100_000;
/// How deep components may lie in one another: calendar, event, alarm, and one to spare.
const DEPTH: usize = 4;
/// The most characters of a name for ever, and of an address (RFC 5321 4.5.3.1.3).
const UID: usize = 500;
const ADDRESS: usize = 254;

/// What somebody answers (RFC 5545 3.2.12).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Partstat {
    /// Nothing yet.
    NeedsAction,
    /// Comes.
    Accepted,
    /// Does not.
    Declined,
    /// Perhaps.
    Tentative,
    /// Sends somebody else.
    Delegated,
}

/// An answer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reply {
    /// Which event (RFC 5545 3.8.4.7).
    pub uid: String,
    /// Which state of it the answer is about; `None` where the calendar did not say.
    pub sequence: Option<i64>,
    /// Who answers: a mail address in small letters. Said by the file alone, which proves nothing.
    pub attendee: String,
    /// What.
    pub answer: Partstat,
}

/// Why a file is no answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoReply {
    /// More bytes, lines or levels than an answer has.
    TooLarge,
    /// No calendar file, or a damaged one.
    Broken,
    /// A calendar file that asks for something else.
    OtherMethod,
    /// It does not say of which event.
    NoEvent,
    /// It does not say who answers, or names several.
    NoAttendee,
    /// It does not say what.
    NoAnswer,
}

/// Reads an answer. What it says of times, titles and texts is not looked at: those are ours.
///
/// # Errors
/// [`NoReply`] says why it is none.
pub fn read_reply(bytes: &[u8]) -> Result<Reply, NoReply> {
    if bytes.len() > CALENDAR_MOST {
        return Err(NoReply::TooLarge);
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
    };
    let mut found = Found::default();
    for line in unfolded(&text)? {
        // What cannot be read is passed over: other programs put all sorts of things there.
        if let Some(line) = Line::read(&line) {
            found.take(line)?;
        }
    }
    found.done()
}

/// Lines with what was folded put together again (RFC 5545 3.1), whatever ends them.
fn unfolded(text: &str) -> Result<Vec<String>, NoReply> {
    let mut lines: Vec<String> = Vec::new();
    for line in text.split('\n') {
        let line = line.strip_suffix('\r').unwrap_or(line);
        match (line.strip_prefix([' ', '\t']), lines.last_mut()) {
            (Some(rest), Some(last)) => {
                if last.len() + rest.len() > LINE {
                    return Err(NoReply::TooLarge);
                }
                last.push_str(rest);
            }
            _ if line.trim().is_empty() => {}
            _ => {
                if lines.len() == LINES || line.len() > LINE {
                    return Err(NoReply::TooLarge);
                }
                lines.push(line.to_owned());
            }
        }
    }
    Ok(lines)
}

/// What was read so far.
#[derive(Default)]
struct Found {
    within: Vec<String>,
    method: Option<String>,
    calendars: usize,
    uid: Option<String>,
    sequence: Option<i64>,
    attendees: Vec<(String, Option<Partstat>)>,
    /// Several states of one event may stand in a file (RFC 5546 3.2.3); they must be of one event.
    other_event: bool,
}

impl Found {
    fn take(&mut self, line: Line) -> Result<(), NoReply> {
        match line.name.as_str() {
            "BEGIN" => {
                let name = line.value.trim().to_ascii_uppercase();
                if self.within.is_empty() {
                    if name != "VCALENDAR" {
                        return Err(NoReply::Broken);
                    }
                    self.calendars += 1;
                }
                if self.within.len() == DEPTH {
                    return Err(NoReply::TooLarge);
                }
                self.within.push(name);
                return Ok(());
            }
            "END" => {
                let name = line.value.trim().to_ascii_uppercase();
                return if self.within.pop() == Some(name) { Ok(()) } else { Err(NoReply::Broken) };
            }
            _ => {}
        }
        match self.within.iter().map(String::as_str).collect::<Vec<_>>()[..] {
            [] => Err(NoReply::Broken),
            ["VCALENDAR"] => {
                if line.name == "METHOD" {
                    self.method = Some(line.value.trim().to_ascii_uppercase());
                }
                Ok(())
            }
            ["VCALENDAR", "VEVENT"] => {
                self.take_of_event(&line);
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn take_of_event(&mut self, line: &Line) {
        match line.name.as_str() {
            "UID" => {
                let uid = line.value.trim().to_owned();
                self.other_event |= self.uid.as_ref().is_some_and(|known| *known != uid);
                self.uid.get_or_insert(uid);
            }
            "SEQUENCE" => self.sequence = line.value.trim().parse().ok().filter(|n| *n >= 0),
            "ATTENDEE" => {
                let answer = match line.param("PARTSTAT").map(str::to_ascii_uppercase).as_deref() {
                    Some("ACCEPTED") => Some(Partstat::Accepted),
                    Some("DECLINED") => Some(Partstat::Declined),
                    Some("TENTATIVE") => Some(Partstat::Tentative),
                    Some("DELEGATED") => Some(Partstat::Delegated),
                    // What is missing means that nothing was answered yet.
                    Some("NEEDS-ACTION") | None => Some(Partstat::NeedsAction),
                    Some(_) => None,
                };
                // Exchange names some people by their place in a directory, and their address beside it.
                let address = mail_of(&line.value).or_else(|| mail_of(line.param("EMAIL")?));
                if let Some(address) = address
                    && self.attendees.len() < 50
                {
                    self.attendees.push((address, answer));
                }
            }
            _ => {}
        }
    }

    fn done(self) -> Result<Reply, NoReply> {
        if !self.within.is_empty() || self.calendars != 1 {
            return Err(NoReply::Broken);
        }
        if self.method.as_deref() != Some("REPLY") {
            return Err(NoReply::OtherMethod);
        }
        let uid = self.uid.filter(|uid| {
            !uid.is_empty() && uid.chars().count() <= UID && !uid.contains(char::is_control) && !self.other_event
        });
        let uid = uid.ok_or(NoReply::NoEvent)?;
        let (attendee, answer) = self.attendees.first().cloned().ok_or(NoReply::NoAttendee)?;
        if self.attendees.iter().any(|other| *other != (attendee.clone(), answer)) {
            return Err(NoReply::NoAttendee);
        }
        match answer {
            Some(answer) if answer != Partstat::NeedsAction => {
                Ok(Reply { uid, sequence: self.sequence, attendee, answer })
            }
            _ => Err(NoReply::NoAnswer),
        }
    }
}

/// The address in `mailto:` of any case; some programs leave it out, or put angle brackets around the address.
fn mail_of(value: &str) -> Option<String> {
    let value = value.trim().trim_matches('"');
    let bare = match value.get(..7) {
        Some(scheme) if scheme.eq_ignore_ascii_case("mailto:") => value.get(7..)?,
        _ => value,
    };
    let bare = bare.split('?').next()?.trim().trim_matches(['<', '>']).to_lowercase();
    let plain = |c: char| !c.is_control() && !c.is_whitespace();
    (bare.matches('@').count() == 1 && bare.len() <= ADDRESS && bare.chars().all(plain)).then_some(bare)
}
