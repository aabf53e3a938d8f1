//! Invitation, change and cancellation as the mail server gets them: programs of another hand take them apart, Python's email
//! the letter and its icalendar the file.

use std::{
    io::{Read, Write},
    os::unix::net::UnixStream,
    path::Path,
    sync::mpsc,
    time::Duration,
};

use db::{Db, Open, Tx};
use kernel::{Actor, Clock, Day, Id, Lang, Level, Result};
use meetings::NewMeeting;
use networks::{Body, BodyForm, NewNetwork, NewOccupancy, NewSeat, Occupant, SeatKind};
use people::{NewOrganisation, NewPerson, NewPost, NewTenure, OrganisationKind, PostTitles};

use super::{
    house::House,
    letters::{mail_server, settings},
    python::foreign,
};

const READ: &str = r#"
import sys, json, email, email.policy, icalendar
letter = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
parts = list(letter.walk())
assert not any(part.defects for part in parts), [part.defects for part in parts]
(file,) = [part for part in parts if part.get_content_type() == 'text/calendar']
cal = icalendar.Calendar.from_ical(file.get_content())
assert not cal.errors, cal.errors
(event,) = cal.walk('VEVENT')
assert not event.errors, event.errors
print(json.dumps({
    'subject': str(letter['Subject']), 'from': letter['From'].addresses[0].addr_spec, 'to': letter['To'].addresses[0].addr_spec,
    'words': letter.get_body(('plain',)).get_content(), 'parts': [part.get_content_type() for part in parts],
    'said': file.get_param('method'), 'method': str(cal['METHOD']), 'uid': str(event['UID']), 'sequence': int(event['SEQUENCE']),
    'status': str(event['STATUS']), 'starts': event['DTSTART'].dt.date().isoformat(), 'title': str(event['SUMMARY']),
    'organizer': str(event['ORGANIZER']), 'attendee': str(event['ATTENDEE']), 'partstat': event['ATTENDEE'].params['PARTSTAT'],
}))
"#;

/// A network with Kora, who keeps it, and the post of Mira.
fn network(tx: &Tx<'_>) -> Result<(Actor, Id<Body>)> {
    let op = Actor { operator: true, ..Actor::default() };
    let from = Day::literal("2000-01-01");
    let kora = people::add_person(tx, &op, &NewPerson::new("Kora", "Krings"))?;
    let new = NewNetwork { slug: None, form: BodyForm::new("Arbeitskreis Süd"), from, admin: kora };
    let network = networks::found_network(tx, &op, &new)?.network;
    let by = rights::load(tx, kora.raw(), tx.today(), None)?;
    let town = NewOrganisation::new(OrganisationKind::Municipality, "Stadt Düren", from);
    let town = people::add_organisation(tx, &op, &town)?;
    let titles = PostTitles::new("Gleichstellungsstelle", None, None);
    let post = people::add_post(tx, &op, &NewPost::new(town, titles, from))?;
    let mira = people::add_person(tx, &op, &NewPerson::new("Mira", "Müller"))?;
    accounts::open_account(tx, &op, &accounts::NewAccount { person: mira, mail: "mira@example.org", lang: Lang::De })?;
    people::record_tenure(tx, &op, &NewTenure::holder(post, mira, from))?;
    let seat = networks::add_seat(tx, &by, network, &NewSeat::new(SeatKind::Post, from))?;
    networks::fill_seat(tx, &by, &NewOccupancy::new(seat, Occupant::Post(post), from))?;
    Ok((by, network))
}

/// Invited, moved by a week, called off; gives both days.
fn convened(tx: &Tx<'_>) -> Result<(Day, Day)> {
    const BASE: &str = "https://netz.example.org";
    let (by, body) = network(tx)?;
    let (day, later) = (tx.today().plus_days(60), tx.today().plus_days(67));
    let plan = NewMeeting {
        place: "Rathaus, Raum 2; Aufzug im Hof".to_owned(),
        note: "Bitte früh kommen: Es gibt wenig Plätze.\nUnd einen Imbiss.".to_owned(),
        level: Level::Network,
        ..NewMeeting::new("Frühjahrstreffen – mit „Gästen“", day.at(10, 0))
    };
    let meeting = meetings::plan_meeting(tx, &by, body, &plan)?;
    meetings::invite(tx, &by, meeting, BASE)?;
    let version = meetings::find_meeting(tx, &by, meeting)?.version;
    let moved = NewMeeting { starts_at: later.at(10, 0), ..plan };
    meetings::change_meeting(tx, &by, meeting, version, &moved, BASE)?;
    meetings::call_off(tx, &by, meeting, "Der Saal ist überschwemmt.", BASE)?;
    Ok((day, later))
}

fn hers(letters: &mpsc::Receiver<String>) -> Vec<serde_json::Value> {
    let mut found = Vec::new();
    while found.len() < 3 {
        let letter = letters.recv_timeout(Duration::from_secs(20)).expect("three letters within twenty seconds");
        if letter.contains("To: mira@example.org") {
            found.push(foreign(READ, &letter));
        }
    }
    found.sort_by_key(|letter| letter["sequence"].as_i64());
    found
}

#[test]
fn n7_3_programs_of_another_hand_read_letter_and_calendar_of_invitation_change_and_cancellation() {
    let house = House::new();
    let (port, letters) = mail_server();
    settings(&house, port);
    // The first start writes down where letters come from.
    house.serve().stop();
    let db = Db::open(&Open::new(house.url(), Clock::system()), &migrations::SCHEMA).unwrap();
    let (day, later) = db.write_now(convened).unwrap();
    house.close(db);
    let server = house.serve();
    let found = hers(&letters);
    server.stop();
    for (letter, method, status, begins) in [
        (&found[0], "REQUEST", "CONFIRMED", day),
        (&found[1], "REQUEST", "CONFIRMED", later),
        (&found[2], "CANCEL", "CANCELLED", later),
    ] {
        for (field, wanted) in [
            ("method", method),
            ("said", method),
            ("status", status),
            ("starts", &*begins.to_string()),
            ("title", "Frühjahrstreffen – mit „Gästen“"),
            ("from", "netz@example.org"),
            ("to", "mira@example.org"),
            ("organizer", "mailto:netz@example.org"),
            ("attendee", "mailto:mira@example.org"),
            ("partstat", "NEEDS-ACTION"),
        ] {
            assert_eq!(letter[field], wanted, "{field} in {letter}");
        }
        assert_eq!(letter["uid"], found[0]["uid"]);
        assert!(letter["parts"].as_array().unwrap().contains(&"text/plain".into()), "{letter}");
    }
    let sequences: Vec<_> = found.iter().map(|letter| letter["sequence"].as_i64()).collect();
    assert_eq!(sequences, [Some(0), Some(1), Some(2)]);
    assert_eq!(found[0]["subject"], "[Arbeitskreis Süd] Einladung: Frühjahrstreffen – mit „Gästen“");
    assert!(found[0]["words"].as_str().unwrap().contains("Rathaus, Raum 2; Aufzug im Hof"), "{}", found[0]);
    assert!(found[2]["words"].as_str().unwrap().contains("Der Saal ist überschwemmt."), "{}", found[2]);
}

/// The file a program answers with.
fn reply(program: &str, asked: &serde_json::Value, more: &str, answer: &str) -> String {
    let (uid, sequence) = (asked["uid"].as_str().unwrap(), asked["sequence"].as_i64().unwrap());
    format!(
        "BEGIN:VCALENDAR\r\nPRODID:{program}\r\nVERSION:2.0\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:20260301T080000Z\r\nSEQUENCE:{sequence}\r\n{more}\r\nATTENDEE;CN=\"Müller, Mira; Amt 01\";PARTSTAT={answer}:\r\n MAILTO:Mira@Example.org\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
}

fn base64(text: &str) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let block = |three: &[u8]| {
        let bits = three.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
        let sign =
            |n: usize| if n > three.len() { '=' } else { char::from(SIGNS[(bits >> (18 - 6 * n)) as usize & 63]) };
        [0, 1, 2, 3].map(sign)
    };
    let signs: Vec<char> = text.as_bytes().chunks(3).flat_map(block).collect();
    signs.chunks(76).map(|line| line.iter().collect::<String>() + "\r\n").collect()
}

fn quoted(text: &str) -> String {
    let sign = |byte: u8| match byte {
        b'\r' | b'\n' | b' '..=b'<' | b'>'..=b'~' => char::from(byte).to_string(),
        other => format!("={other:02X}"),
    };
    text.bytes().map(sign).collect()
}

/// The letter a program sends: its head below the sender, and the body with `{}` for the file.
struct Wrapped {
    program: &'static str,
    head: &'static str,
    body: &'static str,
    /// How the file is written in the body.
    written: fn(&str) -> String,
    more: &'static str,
    answer: (&'static str, &'static str),
}

/// Letters as five programs wrap such a file, with what else stands in it.
const FIVE: [Wrapped; 5] = [
    Wrapped {
        program: "-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN",
        head: "Subject: Zugesagt: Treffen\r\nContent-Type: multipart/alternative; boundary=\"----=_NextPart_000_0001\"",
        body: "This is a multipart message in MIME format.\r\n\r\n------=_NextPart_000_0001\r\nContent-Type: text/plain; charset=\"iso-8859-1\"\r\n\r\nIch komme.\r\n------=_NextPart_000_0001\r\nContent-Type: text/calendar; charset=\"utf-8\"; method=REPLY\r\nContent-Transfer-Encoding: base64\r\n\r\n{}------=_NextPart_000_0001--\r\n",
        written: base64,
        more: "DTSTART;TZID=\"W. Europe Standard Time\":20260317T100000",
        answer: ("ACCEPTED", "yes"),
    },
    Wrapped {
        program: "Microsoft Exchange Server 2010",
        head: "Subject: Abgelehnt: Treffen\r\nContent-Type: text/calendar; charset=\"utf-8\"; method=REPLY; name=\"meeting.ics\"\r\nContent-Transfer-Encoding: base64",
        body: "{}",
        written: base64,
        more: "COMMENT;LANGUAGE=de-DE:Leider nicht: Urlaub\\n\r\nX-MICROSOFT-CDO-APPT-SEQUENCE:0",
        answer: ("DECLINED", "no"),
    },
    Wrapped {
        program: "-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN",
        head: "Subject: =?UTF-8?Q?Ereignis-Antwort?=\r\nContent-Type: multipart/mixed; boundary=\"------------abc\"",
        body: "--------------abc\r\nContent-Type: text/plain; charset=UTF-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\nMira Müller hat zugesagt.\r\n--------------abc\r\nContent-Type: text/calendar; method=REPLY; charset=UTF-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{}\r\n--------------abc--\r\n",
        written: str::to_owned,
        // A rule that would mean a date each second until the end of time is not looked at.
        more: "RRULE:FREQ=SECONDLY;COUNT=99999999999",
        answer: ("ACCEPTED", "yes"),
    },
    Wrapped {
        program: "-//Google Inc//Google Calendar 70.9054//EN",
        head: "Subject: Declined: Treffen\r\nContent-Type: multipart/mixed; boundary=\"0000aa\"",
        body: "--0000aa\r\nContent-Type: multipart/alternative; boundary=\"0000bb\"\r\n\r\n--0000bb\r\nContent-Type: text/plain; charset=\"UTF-8\"; format=flowed; delsp=yes\r\n\r\nMira hat abgelehnt.\r\n--0000bb\r\nContent-Type: text/html; charset=\"UTF-8\"\r\n\r\n<p>Mira hat abgelehnt.</p>\r\n--0000bb\r\nContent-Type: text/calendar; charset=\"UTF-8\"; method=REPLY\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{}\r\n--0000bb--\r\n--0000aa\r\nContent-Type: application/ics; name=\"invite.ics\"\r\nContent-Disposition: attachment; filename=\"invite.ics\"\r\nContent-Transfer-Encoding: base64\r\n\r\nQkVHSU46VkNBTEVOREFSDQo=\r\n--0000aa--\r\n",
        written: str::to_owned,
        more: "STATUS:CONFIRMED",
        answer: ("DECLINED", "no"),
    },
    Wrapped {
        program: "-//Apple Inc.//macOS 14.5//EN",
        head: "Subject: Re: Treffen\r\nContent-type: multipart/alternative; boundary=Apple-Mail-1",
        body: "--Apple-Mail-1\r\nContent-Type: text/plain; charset=us-ascii\r\n\r\nzugesagt\r\n--Apple-Mail-1\r\nContent-Type: text/calendar; charset=utf-8; method=REPLY\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{}\r\n--Apple-Mail-1--\r\n",
        written: quoted,
        more: "REQUEST-STATUS:2.0;Success",
        answer: ("ACCEPTED", "yes"),
    },
];

/// Hands a letter over as the mail server of the machine does; gives what was said to the letter itself.
fn handed(socket: &Path, to: &str, letter: &str) -> String {
    let mut stream = UnixStream::connect(socket).unwrap();
    let says = format!(
        "LHLO mail.example.org\r\nMAIL FROM:<mira@example.org>\r\nRCPT TO:<{to}>\r\nDATA\r\n{letter}\r\n.\r\nQUIT\r\n"
    );
    stream.write_all(says.as_bytes()).unwrap();
    let mut hears = String::new();
    stream.read_to_string(&mut hears).unwrap();
    let codes: Vec<&str> = hears.lines().filter(|line| line.as_bytes().get(3) == Some(&b' ')).collect();
    codes[codes.len() - 2].to_owned()
}

/// The program with a socket for letters that come in, and the invitation Mira got.
fn invited(house: &House, socket: &Path) -> serde_json::Value {
    let (port, letters) = mail_server();
    settings(house, port);
    let answers = format!("answers = \"antwort@example.org\"\nsocket = \"{}\"\n", socket.display());
    let mut file = std::fs::OpenOptions::new().append(true).open(house.file("geflecht.toml")).unwrap();
    file.write_all(answers.as_bytes()).unwrap();
    house.serve().stop();
    let db = Db::open(&Open::new(house.url(), Clock::system()), &migrations::SCHEMA).unwrap();
    db.write_now(|tx| {
        let (by, body) = network(tx)?;
        let at = tx.today().plus_days(60).at(10, 0);
        let plan = NewMeeting { level: Level::Network, ..NewMeeting::new("Frühjahrstreffen", at) };
        let meeting = meetings::plan_meeting(tx, &by, body, &plan)?;
        meetings::invite(tx, &by, meeting, "https://netz.example.org")
    })
    .unwrap();
    house.close(db);
    let server = house.serve();
    loop {
        let letter = letters.recv_timeout(Duration::from_secs(20)).expect("an invitation within twenty seconds");
        if letter.contains("To: mira@example.org") {
            server.stop();
            return foreign(READ, &letter);
        }
    }
}

#[test]
fn n7_3_answers_in_the_letters_of_five_programs_count_and_what_is_none_is_refused_quietly_with_a_line_in_the_log() {
    let house = House::new();
    let socket = house.file("lmtp");
    let asked = invited(&house, &socket);
    let hers = asked["organizer"].as_str().unwrap().trim_start_matches("mailto:").to_owned();
    assert!(hers.starts_with("antwort+"), "{hers}");
    let server = house.serve();
    let stands = || {
        let sql = "SELECT i.answer FROM meeting_invitation i WHERE i.address = 'mira@example.org'";
        let read = |c: &db::Conn| c.one(sql, db::args! {}, |r| r.get::<String>(0));
        db::peek(&Open::new(house.url(), testkit::clock()), read).unwrap().unwrap()
    };
    for Wrapped { program, head, body, written, more, answer: (word, answer) } in FIVE {
        let file = written(&reply(program, &asked, more, word));
        let letter = format!(
            "From: Mira <mira@example.org>\r\nTo: <{hers}>\r\nMIME-Version: 1.0\r\n{head}\r\n\r\n{}",
            body.replace("{}", &file)
        );
        let said = handed(&socket, &hers, &letter);
        assert!(said.starts_with("250"), "{program}: {said}");
        assert_eq!(stands(), answer, "{program}");
    }
    // What is no answer is taken without a word to whoever was named as the sender, and nothing comes of it.
    let no = reply("x", &asked, "X-A:1", "DECLINED");
    let plain =
        |file: &str| format!("From: mira@example.org\r\nContent-Type: text/calendar; method=REPLY\r\n\r\n{file}");
    let foreign_organizer = hers.replace("antwort+", "antwort+1");
    for (to, letter) in [
        (hers.as_str(), plain(&no.replace("UID:", "UID:x"))),
        (hers.as_str(), plain(&no.replace("Mira@", "Jo@"))),
        (hers.as_str(), plain(&no.replace("END:VEVENT\r\n", ""))),
        // Her name as the sender alone proves nothing.
        ("antwort@example.org", plain(&no)),
        (foreign_organizer.as_str(), plain(&no)),
    ] {
        let said = handed(&socket, to, &letter);
        assert!(said.starts_with("250"), "{to}: {said}");
        assert_eq!(stands(), "yes", "{to}: {letter}");
    }
    // Fifty megabytes beside an answer are not kept.
    let line = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n";
    let said = handed(&socket, &hers, &format!("{}{}", plain(&no), line.repeat(875_000)));
    assert!(said.starts_with("552"), "{said}");
    assert_eq!(stands(), "yes");
    server.signal("TERM");
    let said = server.ended(Duration::from_secs(12));
    for why in [
        "the answer names another event",
        "the answer names somebody else",
        "the answer is no calendar file",
        "it is for nobody",
    ] {
        assert!(said.err.contains(why), "{why} is not in the log: {}", said.err);
    }
    assert!(!said.err.contains("mira@example.org"), "the log names nobody: {}", said.err);
}
