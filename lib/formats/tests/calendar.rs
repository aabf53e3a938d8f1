//! Calendar files: what is written reads back by another program, and answers of calendars are read within limits.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

mod python;

use formats::{
    Attendee, CALENDAR_MOST, CalendarEvent, CalendarFile, Method, NoReply, Partstat, Party, Reply, Status, read_reply,
    write_calendar,
};
use kernel::Day;
use proptest::prelude::*;
use python::foreign;

fn event() -> CalendarEvent {
    let day = Day::literal("2027-03-17");
    let party = |name: &str, address: &str| Party { name: name.to_owned(), address: address.to_owned() };
    CalendarEvent {
        uid: "0f3a@geflecht".to_owned(),
        sequence: 2,
        stamp: day.at(8, 0),
        starts: day.at(10, 0),
        ends: day.at(12, 30),
        title: "Frühjahrstreffen; mit Gästen, Imbiss".to_owned(),
        note:
            "Erste Zeile\nZweite Zeile mit \\ und einem Wort, das sehr lang ist: Gleichstellungsbeauftragtenkonferenz"
                .to_owned(),
        place: "Haus Löwenstein, Raum 2".to_owned(),
        url: "https://netz.example.org/termine/7".to_owned(),
        status: Status::Confirmed,
        private: false,
        organizer: Some(party("Regionale AG: \"Aachen\"", "netz@example.org")),
        attendee: Some(Attendee { party: party("", "dora@example.org"), answer: Partstat::NeedsAction, asked: true }),
    }
}

fn file(method: Method, events: Vec<CalendarEvent>) -> CalendarFile {
    CalendarFile { method, name: String::new(), hours: 0, events }
}

/// What is asked of the file: one JSON object.
const READ: &str = r#"
import sys, json, icalendar
cal = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
assert not cal.errors, cal.errors
events = []
for e in cal.walk('VEVENT'):
    assert not e.errors, e.errors
    one = lambda name: str(e[name]) if name in e else None
    a = e.get('ATTENDEE')
    events.append({
        'uid': one('UID'), 'sequence': int(e['SEQUENCE']), 'title': one('SUMMARY'), 'note': one('DESCRIPTION'), 'place': one('LOCATION'),
        'url': one('URL'), 'status': one('STATUS'), 'class': one('CLASS'), 'organizer': one('ORGANIZER'),
        'organizer_name': e['ORGANIZER'].params.get('CN') if 'ORGANIZER' in e else None,
        'attendee': str(a) if a else None, 'partstat': a.params['PARTSTAT'] if a else None, 'rsvp': a.params['RSVP'] if a else None,
        'starts': e['DTSTART'].dt.isoformat(), 'ends': e['DTEND'].dt.isoformat(), 'stamp': e['DTSTAMP'].dt.isoformat(),
    })
print(json.dumps({'method': str(cal['METHOD']), 'version': str(cal['VERSION']), 'prodid': str(cal['PRODID']), 'name': str(cal.get('X-WR-CALNAME', '')), 'events': events}))
"#;

#[test]
fn n7_3_invitation_change_and_cancellation_are_read_by_another_program() {
    for method in [Method::Request, Method::Cancel, Method::Publish] {
        let made = event();
        let text = write_calendar(&file(method, vec![made.clone()]));
        let read = foreign(READ, &text);
        assert_eq!((&read["method"], &read["version"]), (&method.word().into(), &"2.0".into()));
        let found = &read["events"][0];
        for (field, wanted) in [
            ("uid", made.uid.as_str()),
            ("title", made.title.as_str()),
            ("note", made.note.as_str()),
            ("place", made.place.as_str()),
            ("url", made.url.as_str()),
            ("organizer", "mailto:netz@example.org"),
            ("organizer_name", "Regionale AG: 'Aachen'"),
            ("attendee", "mailto:dora@example.org"),
            ("partstat", "NEEDS-ACTION"),
            ("rsvp", "TRUE"),
            ("starts", "2027-03-17T09:00:00+00:00"),
            ("ends", "2027-03-17T11:30:00+00:00"),
            ("status", if method == Method::Cancel { "CANCELLED" } else { "CONFIRMED" }),
        ] {
            assert_eq!(found[field], wanted, "{field} in\n{text}");
        }
        assert_eq!(found["sequence"], 2);
        assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
    }
}

#[test]
fn a_feed_is_read_by_another_program_across_both_changes_of_the_clock() {
    let days = ["2027-03-27", "2027-03-28", "2027-03-29", "2027-10-30", "2027-10-31", "2027-11-01"];
    let events = days.map(|day| CalendarEvent {
        uid: format!("{day}@geflecht"),
        starts: Day::literal(day).at(10, 0),
        ends: Day::literal(day).at(12, 0),
        organizer: None,
        attendee: None,
        private: true,
        ..event()
    });
    let made = CalendarFile { name: "Meine Termine".into(), hours: 6, ..file(Method::Publish, events.to_vec()) };
    let read = foreign(READ, &write_calendar(&made));
    assert_eq!(read["name"], "Meine Termine");
    let hours: Vec<&str> = read["events"].as_array().unwrap().iter().map(|e| e["starts"].as_str().unwrap()).collect();
    assert_eq!(
        hours,
        [
            "2027-03-27T09:00:00+00:00",
            "2027-03-28T08:00:00+00:00",
            "2027-03-29T08:00:00+00:00",
            "2027-10-30T08:00:00+00:00",
            "2027-10-31T09:00:00+00:00",
            "2027-11-01T09:00:00+00:00"
        ]
    );
    assert!(read["events"].as_array().unwrap().iter().all(|e| e["class"] == "PRIVATE" && e["attendee"].is_null()));
}

/// What five programs send back, with the names and times of a test and nobody's real data.
const OUTLOOK: &str = "BEGIN:VCALENDAR\r\nPRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN\r\nVERSION:2.0\r\nMETHOD:REPLY\r\nX-MS-OLK-FORCEINSPECTOROPEN:TRUE\r\nBEGIN:VTIMEZONE\r\nTZID:W. Europe Standard Time\r\nBEGIN:STANDARD\r\nDTSTART:16011028T030000\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:Dora@Example.org\r\nCLASS:PUBLIC\r\nCREATED:20270301T080000Z\r\nDTEND;TZID=\"W. Europe Standard Time\":20270317T123000\r\nDTSTAMP:20270301T080000Z\r\nDTSTART;TZID=\"W. Europe Standard Time\":20270317T100000\r\nLAST-MODIFIED:20270301T080000Z\r\nPRIORITY:5\r\nSEQUENCE:2\r\nSUMMARY;LANGUAGE=de:Angenommen: Fr\u{fc}hjahrstreffen\r\nTRANSP:OPAQUE\r\nUID:0f3a@geflecht\r\nX-MICROSOFT-CDO-BUSYSTATUS:BUSY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
const EXCHANGE: &str = "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nPRODID:Microsoft Exchange Server 2010\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nATTENDEE;PARTSTAT=DECLINED;CN=\"Dahlke, Dora; Amt 01\":MAILTO:dora@example.\r\n org\r\nCOMMENT;LANGUAGE=de-DE:Leider nicht: Urlaub\\nViele Gr\u{fc}\u{df}e\\n\r\nUID:0f3a@geflecht\r\nSUMMARY;LANGUAGE=de-DE:Abgelehnt: Treffen\r\nDTSTART;TZID=W. Europe Standard Time:20270317T100000\r\nCLASS:PUBLIC\r\nSEQUENCE:2\r\nX-MICROSOFT-CDO-APPT-SEQUENCE:2\r\nBEGIN:VALARM\r\nDESCRIPTION:REMINDER\r\nTRIGGER;RELATED=START:-PT15M\r\nACTION:DISPLAY\r\nEND:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
const THUNDERBIRD: &str = "BEGIN:VCALENDAR\nPRODID:-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN\nVERSION:2.0\nMETHOD:REPLY\nBEGIN:VEVENT\nCREATED:20270301T080000Z\nDTSTAMP:20270301T080000Z\nUID:0f3a@geflecht\nSUMMARY:Treffen\nORGANIZER;CN=\"Regionale AG\":mailto:netz@example.org\nATTENDEE;RSVP=TRUE;PARTSTAT=TENTATIVE;ROLE=REQ-PARTICIPANT;CUTYPE=INDIVIDUA\n L:mailto:dora@example.org\nSEQUENCE:2\nEND:VEVENT\nEND:VCALENDAR\n";
const GOOGLE: &str = "BEGIN:VCALENDAR\r\nPRODID:-//Google Inc//Google Calendar 70.9054//EN\r\nVERSION:2.0\r\nCALSCALE:GREGORIAN\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nDTSTART:20270317T090000Z\r\nDTEND:20270317T113000Z\r\nDTSTAMP:20270301T080000Z\r\nORGANIZER;CN=Regionale AG:mailto:netz@example.org\r\nUID:0f3a@geflecht\r\nATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=Dora D\r\n ahlke;X-NUM-GUESTS=0:mailto:dora@example.org\r\nX-MICROSOFT-CDO-OWNERAPPTID:-1402\r\nCREATED:20270228T080000Z\r\nDESCRIPTION:\r\nLAST-MODIFIED:20270301T080000Z\r\nSEQUENCE:2\r\nSTATUS:CONFIRMED\r\nSUMMARY:Treffen\r\nTRANSP:OPAQUE\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
const APPLE: &str = "BEGIN:VCALENDAR\r\nCALSCALE:GREGORIAN\r\nPRODID:-//Apple Inc.//macOS 14.5//EN\r\nVERSION:2.0\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nATTENDEE;CN=\"Dora Dahlke\";CUTYPE=INDIVIDUAL;PARTSTAT=DECLINED;EMAIL=dora@example.org:/aBcD/principal/\r\nDTEND:20270317T113000Z\r\nDTSTAMP:20270301T080000Z\r\nDTSTART:20270317T090000Z\r\nORGANIZER;CN=\"Regionale AG\":mailto:netz@example.org\r\nREQUEST-STATUS:2.0;Success\r\nSEQUENCE:2\r\nUID:0f3a@geflecht\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

#[test]
fn answers_are_read_in_the_syntax_of_those_who_write_them() {
    let reply =
        |answer| Reply { uid: "0f3a@geflecht".into(), sequence: Some(2), attendee: "dora@example.org".into(), answer };
    for (text, answer) in [
        (OUTLOOK, Partstat::Accepted),
        (EXCHANGE, Partstat::Declined),
        (THUNDERBIRD, Partstat::Tentative),
        (GOOGLE, Partstat::Accepted),
        (APPLE, Partstat::Declined),
    ] {
        assert_eq!(read_reply(text.as_bytes()), Ok(reply(answer)), "{text}");
        // Older programs send Windows-1252, some a mark at the front.
        let latin: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
        assert_eq!(read_reply(&latin), Ok(reply(answer)), "{text}");
        assert_eq!(read_reply(format!("\u{feff}{text}").as_bytes()), Ok(reply(answer)));
    }
}

#[test]
fn what_is_no_answer_is_refused_with_a_reason() {
    let with = |from: &str, to: &str| read_reply(GOOGLE.replace(from, to).as_bytes());
    assert_eq!(with("METHOD:REPLY", "METHOD:REQUEST"), Err(NoReply::OtherMethod));
    assert_eq!(with("METHOD:REPLY", "METHOD:COUNTER"), Err(NoReply::OtherMethod));
    assert_eq!(with("UID:0f3a@geflecht\r\n", ""), Err(NoReply::NoEvent));
    assert_eq!(with("UID:0f3a@geflecht\r\n", "UID:a\r\nUID:b\r\n"), Err(NoReply::NoEvent));
    assert_eq!(with("UID:0f3a", &format!("UID:{}", "a".repeat(600))), Err(NoReply::NoEvent));
    assert_eq!(with("UID:0f3a", "UID:0\r\u{c}3a"), Err(NoReply::NoEvent));
    assert_eq!(with("PARTSTAT=ACCEPTED", "PARTSTAT=NEEDS-ACTION"), Err(NoReply::NoAnswer));
    assert_eq!(with("PARTSTAT=ACCEPTED", "PARTSTAT=X-JEIN"), Err(NoReply::NoAnswer));
    assert_eq!(with("mailto:dora@example.org", "urn:uuid:1"), Err(NoReply::NoAttendee));
    let two = "CREATED:20270228T080000Z\r\nATTENDEE;PARTSTAT=DECLINED:mailto:jo@example.org";
    assert_eq!(with("CREATED:20270228T080000Z", two), Err(NoReply::NoAttendee));
    assert_eq!(with("END:VEVENT\r\n", ""), Err(NoReply::Broken));
    assert_eq!(with("END:VCALENDAR\r\n", ""), Err(NoReply::Broken));
    assert_eq!(read_reply(format!("{GOOGLE}{GOOGLE}").as_bytes()), Err(NoReply::Broken));
    for text in ["", "BEGIN:VCARD\nEND:VCARD", "UID:1", "\0\0\0", "PK\u{3}\u{4}"] {
        assert_eq!(read_reply(text.as_bytes()), Err(NoReply::Broken), "{text:?}");
    }
}

#[test]
fn too_much_is_refused_before_work_is_put_into_it() {
    let large = |lines: String| read_reply(GOOGLE.replace("CREATED:", &format!("{lines}CREATED:")).as_bytes());
    assert_eq!(read_reply(&vec![b'a'; CALENDAR_MOST + 1]), Err(NoReply::TooLarge));
    assert_eq!(large("X-A:1\r\n".repeat(5_000)), Err(NoReply::TooLarge));
    assert_eq!(large(format!("X-A:{}\r\n", "a".repeat(120_000))), Err(NoReply::TooLarge));
    assert_eq!(large(format!("X-A:\r\n{}", " aaaaaaaaaaaaaaaaaaaaaaaaa\r\n".repeat(4_500))), Err(NoReply::TooLarge));
    assert_eq!(large("BEGIN:VALARM\r\n".repeat(10)), Err(NoReply::TooLarge));
    // A rule that would mean a date each second until the end of time is not looked at.
    assert!(large("RRULE:FREQ=SECONDLY;COUNT=99999999999\r\n".to_owned()).is_ok());
}

proptest! {
    #[test]
    fn whatever_the_texts_hold_no_line_is_added(title in any::<String>(), note in any::<String>(), name in any::<String>()) {
        let mut made = event();
        (made.title, made.note) = (title, note);
        made.organizer = Some(Party { name, address: "netz@example.org".to_owned() });
        let text = write_calendar(&file(Method::Request, vec![made]));
        prop_assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])));
        let unfolded = text.replace("\r\n ", "");
        let names: Vec<&str> = unfolded.split("\r\n").filter_map(|line| line.split([':', ';']).next()).filter(|n| !n.is_empty()).collect();
        let known = ["BEGIN", "VERSION", "PRODID", "CALSCALE", "METHOD", "BEGIN", "UID", "SEQUENCE", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY"];
        prop_assert_eq!(&names[..known.len()], &known[..]);
        prop_assert!(names.len() <= known.len() + 8);
    }

    #[test]
    fn anything_is_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..2_000)) {
        let _ = read_reply(&bytes);
    }

    #[test]
    fn an_answer_of_any_name_reads_back(name in "[^\"\\p{Cc}]{0,40}", uid in "[a-z0-9-]{1,40}") {
        let text = format!("BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:{uid}\r\nATTENDEE;CN=\"{name}\";PARTSTAT=ACCEPTED:mailto:a@example.org\r\nEND:VEVENT\r\nEND:VCALENDAR");
        let reply = read_reply(text.as_bytes()).unwrap();
        prop_assert_eq!((reply.uid, reply.answer), (uid, Partstat::Accepted));
    }
}
