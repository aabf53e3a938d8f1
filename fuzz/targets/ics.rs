//! Calendar files: whatever comes is an answer or refused, and no text of ours adds a line to a file of ours.
#![no_main]

use formats::{
    CALENDAR_MOST, CalendarEvent, CalendarFile, Method, Partstat, Party, Status, read_reply, write_calendar,
};
use kernel::Moment;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    if let Ok(reply) = read_reply(data) {
        assert!(data.len() <= CALENDAR_MOST && !reply.uid.is_empty() && !reply.uid.contains(['\r', '\n']));
        assert_eq!(reply.attendee.matches('@').count(), 1);
        assert_ne!(reply.answer, Partstat::NeedsAction);
    }
    let Ok(text) = std::str::from_utf8(data) else { return };
    let half = text.char_indices().nth(text.chars().count() / 2).map_or(0, |(at, _)| at);
    let (one, other) = text.split_at(half);
    let event = CalendarEvent {
        uid: one.to_owned(),
        sequence: 0,
        stamp: Moment::from_micros(0),
        starts: Moment::from_micros(i64::try_from(data.len()).unwrap_or(0) * 7_777_777_777),
        ends: Moment::from_micros(i64::MAX / 2),
        title: one.to_owned(),
        note: other.to_owned(),
        place: one.to_owned(),
        url: other.to_owned(),
        status: Status::Confirmed,
        private: false,
        organizer: Some(Party { name: other.to_owned(), address: one.to_owned() }),
        attendee: None,
    };
    let file = CalendarFile { method: Method::Publish, name: other.to_owned(), hours: 6, events: vec![event] };
    let written = write_calendar(&file);
    assert!(written.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])));
    let unfolded = written.replace("\r\n ", "");
    let begun = |line: &&str| line.starts_with("BEGIN:") || line.starts_with("END:");
    assert_eq!(unfolded.split("\r\n").filter(begun).count(), 4);
    assert_eq!(unfolded.split("\r\n").filter(|line| line.starts_with("UID:")).count(), 1);
});
