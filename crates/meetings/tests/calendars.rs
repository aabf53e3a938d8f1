//! Calendars through the router: what letters tell them, and what somebody subscribed to.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

#[path = "../../networks/tests/common/mod.rs"]
mod common;
#[path = "../../networks/tests/house/mod.rs"]
mod house;
mod support;

use common::{day, operate};
use kernel::Id;
use meetings::Meeting;
use people::Person;
use support::{all, by_link, calendar, count, fields, invites, link, plans};

const MEETING: &str = "2027-03-17";

/// One line of a file, by its name.
#[track_caller]
fn value<'a>(file: &'a str, name: &str) -> &'a str {
    let line = file.split("\r\n").find(|l| l.split([':', ';']).next() == Some(name));
    line.unwrap_or_else(|| panic!("no {name} in\n{file}"))
}

fn moves(h: &house::House, meeting: Id<Meeting>, day: &str, place: &str) {
    let version = count(h, "SELECT version FROM meeting ORDER BY id LIMIT 1").to_string();
    let mut sent = fields("Herbsttreffen", day, &[("place", place)]);
    sent.push(("version", &version));
    h.post(h.w.kora, &format!("/termine/{meeting}/aendern"), &sent).is(303);
}

#[test]
fn n7_3_invitation_moves_and_cancellation_tell_the_calendar_with_a_rising_number() {
    for h in all() {
        let meeting = plans(&h, h.w.rag, MEETING, &[]);
        invites(&h, meeting);
        let (method, file) = calendar(&h, "dora@example.org").unwrap();
        assert_eq!(method, "REQUEST");
        let uid = value(&file, "UID").to_owned();
        for line in [
            "METHOD:REQUEST",
            "SEQUENCE:0",
            "DTSTART:20270317T090000Z",
            "DTEND:20270317T110000Z",
            "SUMMARY:Herbsttreffen",
            "LOCATION:Haus Löwenstein\\, Raum 2",
            "STATUS:CONFIRMED",
        ] {
            assert!(file.contains(&format!("\r\n{line}\r\n")), "{line} is missing in\n{file}");
        }
        assert!(value(&file, "ORGANIZER").ends_with(":mailto:netz@example.org"), "{file}");
        // Nobody else is named: who is invited is read on the page.
        assert_eq!(file.matches("\r\nATTENDEE").count(), 1);
        let attendee = value(&file, "ATTENDEE");
        assert!(attendee.contains("PARTSTAT=NEEDS-ACTION") && attendee.ends_with(":mailto:dora@example.org"), "{file}");
        assert!(attendee.contains("RSVP=FALSE"), "nobody reads answers here: {file}");
        assert!(!file.contains("einladung/"), "a calendar that others read holds no secret link");
        // Moved twice; another room leaves her answer as it was.
        moves(&h, meeting, "2027-03-24", "Haus Löwenstein");
        let (_, file) = calendar(&h, "dora@example.org").unwrap();
        assert_eq!((value(&file, "UID"), value(&file, "SEQUENCE")), (uid.as_str(), "SEQUENCE:1"));
        assert_eq!(value(&file, "DTSTART"), "DTSTART:20270324T090000Z");
        by_link(&h, &link(&h, "dora@example.org"), "zusagen", &[]).is(303);
        moves(&h, meeting, "2027-03-24", "Rathaus");
        let (_, file) = calendar(&h, "dora@example.org").unwrap();
        assert_eq!(value(&file, "SEQUENCE"), "SEQUENCE:2");
        assert!(value(&file, "ATTENDEE").contains("PARTSTAT=ACCEPTED"), "{file}");
        h.post(h.w.kora, &format!("/termine/{meeting}/absagen"), &[("reason", "")]).is(303);
        let (method, file) = calendar(&h, "dora@example.org").unwrap();
        assert_eq!((method.as_str(), value(&file, "METHOD")), ("CANCEL", "METHOD:CANCEL"));
        assert_eq!((value(&file, "UID"), value(&file, "SEQUENCE")), (uid.as_str(), "SEQUENCE:3"));
        assert_eq!(value(&file, "STATUS"), "STATUS:CANCELLED");
    }
}

#[test]
fn whoever_leaves_is_taken_out_of_the_calendar_and_reminders_tell_it_nothing() {
    for h in all() {
        let w = h.w;
        let meeting = plans(&h, w.rag, MEETING, &[("answer_until", "2027-03-10")]);
        invites(&h, meeting);
        support::daily(&h, "meetings.remind", "2027-03-08");
        assert_eq!(calendar(&h, "anna@example.org"), None);
        operate(&h.fresh, move |tx, op| people::end_tenure(tx, op, w.tenure_dora, day("2027-03-09")).map(drop))
            .unwrap();
        support::daily(&h, "meetings.follow", "2027-03-09");
        assert_eq!(calendar(&h, "dora@example.org").unwrap().0, "CANCEL");
        assert_eq!(count(&h, "SELECT COUNT(*) FROM meeting WHERE state = 'invited'"), 1);
    }
}

#[test]
fn the_place_stays_out_of_the_calendar_until_somebody_comes() {
    for h in all() {
        let meeting = plans(&h, h.w.rag, MEETING, &[("place_for", "coming")]);
        invites(&h, meeting);
        let (_, file) = calendar(&h, "dora@example.org").unwrap();
        assert!(!file.contains("LOCATION") && !file.contains("treffen.example.org"), "{file}");
    }
}

#[test]
fn n8_4_a_calendar_learns_of_a_sensitive_network_when_and_nothing_else() {
    for h in all() {
        let w = h.w;
        support::account(&h, w.quinn, "quinn@example.org");
        let meeting = plans(&h, w.kept, MEETING, &[]);
        invites(&h, meeting);
        let (_, file) = calendar(&h, "quinn@example.org").unwrap();
        assert_eq!((value(&file, "SUMMARY"), value(&file, "CLASS")), ("SUMMARY:Termin", "CLASS:PRIVATE"));
        assert_eq!(value(&file, "ORGANIZER"), "ORGANIZER:mailto:netz@example.org");
        for word in
            ["Herbsttreffen", "LSBTIQ", "Löwenstein", "Aufzug", "treffen.example.org", "LOCATION", "DESCRIPTION"]
        {
            assert!(!file.contains(word), "{word} stands in\n{file}");
        }
        // Whatever she chooses for her own calendar, this one stays neutral.
        let feed = subscribes(&h, w.quinn, "namen");
        let mine = h.get(None, &feed);
        mine.is(200).says(&["SUMMARY:Termin\r\n", "DTSTART:20270317T090000Z"]);
        mine.hides(&["Herbsttreffen", "LSBTIQ", "LOCATION", "URL:", "/termine/"]);
        h.get(None, "/netzwerke/lsbtiq/termine.ics").hides(&["20270317"]);
    }
}

/// Subscribes; gives the path of the address, which is shown this once.
#[track_caller]
fn subscribes(h: &house::House, who: Id<Person>, showing: &str) -> String {
    let page = h.post(who, "/kalender", &[("tat", "neu"), ("zeigen", showing)]);
    page.is(200).says(&["nur dieses eine Mal"]);
    let rest = page.html.split("http://localhost:8080/kalender/").nth(1).expect("an address").to_owned();
    format!("/kalender/{}", rest.split('<').next().unwrap())
}

#[test]
fn x10_4_a_person_has_one_calendar_of_all_her_networks_and_can_take_its_address_away() {
    for h in all() {
        let w = h.w;
        let meeting = plans(&h, w.rag, MEETING, &[]);
        plans(&h, w.rag, "2027-04-14", &[("title", "Frühjahrstreffen"), ("place_for", "coming")]);
        invites(&h, meeting);
        h.get(None, "/kalender").is(303);
        h.get(Some(w.dora), "/termine").says(&["Kalender abonnieren"]);
        h.get(Some(w.dora), "/kalender").is(200).says(&["Adresse anlegen"]).hides(&["Kalender aufheben"]);
        let feed = subscribes(&h, w.dora, "neutral");
        let seen = h.get(None, &feed);
        seen.is(200).says(&["METHOD:PUBLISH", "SUMMARY:Termin", "20270317T090000Z", "CLASS:PRIVATE"]);
        seen.hides(&["Herbsttreffen", "Löwenstein"]);
        assert_eq!(seen.headers["content-type"], "text/calendar; charset=utf-8");
        assert!(seen.headers["cache-control"].to_str().unwrap().contains("no-store"));
        assert_eq!(seen.html.matches("BEGIN:VEVENT").count(), 2);
        // With names, under the same address; the place only where she may know it.
        h.post(w.dora, "/kalender", &[("tat", "zeigen"), ("zeigen", "namen")]).is(303);
        h.get(None, &feed).says(&["SUMMARY:Herbsttreffen", "LOCATION:Haus Löwenstein", "STATUS:TENTATIVE", "URL:http"]);
        assert_eq!(h.get(None, &feed).html.matches("LOCATION").count(), 1);
        // Whoever declined has it no more; what is called off goes.
        h.post(w.dora, &format!("/termine/{meeting}/antwort"), &[("antwort", "absagen")]).is(303);
        h.get(None, &feed).hides(&["SUMMARY:Herbsttreffen"]);
        h.post(w.dora, &format!("/termine/{meeting}/antwort"), &[("antwort", "zusagen")]).is(303);
        h.get(None, &feed).says(&["SUMMARY:Herbsttreffen"]);
        h.post(w.kora, &format!("/termine/{meeting}/absagen"), &[("reason", "")]).is(303);
        h.get(None, &feed).hides(&["SUMMARY:Herbsttreffen"]);
        // A new address takes the old one away; given up, nothing opens.
        let newer = subscribes(&h, w.dora, "namen");
        h.get(None, &feed).is(404);
        h.get(None, &newer).is(200).says(&["Frühjahrstreffen"]);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM calendar_feed"), 1);
        h.get(Some(w.dora), "/kalender").hides(&[newer.as_str()]);
        h.post(w.dora, "/kalender", &[("tat", "aufheben")]).is(303);
        h.get(None, &newer).is(404);
        h.post(w.dora, "/kalender", &[("tat", "aufheben")]).is(303);
        h.post(w.dora, "/kalender", &[("tat", "tanzen")]).is(422);
        h.get(None, "/kalender/abc").is(404);
        h.get(None, "/kalender/.ics").is(404);
        h.send(None, "/kalender", &[("tat", "neu")]).is(303);
        // Nobody learns of it from the log.
        assert_eq!(count(&h, "SELECT COUNT(*) FROM event WHERE verb LIKE 'calendar.%' AND level < 5"), 0);
    }
}

#[test]
fn whoever_leaves_a_network_leaves_its_meetings() {
    for h in all() {
        let w = h.w;
        let meeting = plans(&h, w.rag, MEETING, &[]);
        invites(&h, meeting);
        let feed = subscribes(&h, w.dora, "namen");
        h.get(None, &feed).says(&["SUMMARY:Herbsttreffen"]);
        operate(&h.fresh, move |tx, op| people::end_tenure(tx, op, w.tenure_dora, day("2026-12-01")).map(drop))
            .unwrap();
        support::at(&h, "2026-12-01", 8);
        h.get(None, &feed).is(200).hides(&["Herbsttreffen", "20270317"]);
    }
}

#[test]
fn a_network_has_a_public_calendar_of_its_public_meetings() {
    for h in all() {
        let w = h.w;
        let open = plans(&h, w.rag, MEETING, &[("title", "Offene Tagung"), ("level", "0")]);
        let kept = plans(&h, w.rag, "2027-04-14", &[]);
        let slug = h.fresh.db.read_now(move |c| Ok(networks::body_for_program(c, w.rag)?.slug)).unwrap();
        let feed = format!("/netzwerke/{slug}/termine.ics");
        h.get(None, &feed).is(200).hides(&["BEGIN:VEVENT"]);
        invites(&h, open);
        invites(&h, kept);
        h.get(None, &feed)
            .says(&["SUMMARY:Offene Tagung", "LOCATION:Haus Löwenstein", "X-WR-CALNAME:Termine: "])
            .hides(&["Herbsttreffen", "treffen.example.org", "ATTENDEE", "ORGANIZER"]);
        // The same for whoever is signed in: it is the public's.
        h.get(Some(w.dora), &feed).hides(&["Herbsttreffen"]);
        h.get(Some(w.kora), &support::list(w.rag)).says(&["Öffentlicher Kalender"]);
        h.post(w.kora, &format!("/termine/{open}/absagen"), &[("reason", "")]).is(303);
        h.get(None, &feed).is(200).hides(&["Offene Tagung"]);
        h.get(None, "/netzwerke/gibt-es-nicht/termine.ics").is(404);
    }
}

/// What a calendar program sends back to the organiser of a file.
fn reply(file: &str, answer: &str) -> String {
    let attendee = value(file, "ATTENDEE").rsplit("mailto:").next().unwrap();
    format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\n{}\r\n{}\r\nATTENDEE;PARTSTAT={answer}:MAILTO:{}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
        value(file, "UID"),
        value(file, "SEQUENCE"),
        attendee.to_uppercase(),
    )
}

/// Hands a letter to the slice, as the inbox does: what stands behind the `+`, and the file. Gives whether it was taken, or
/// the reason for the log.
fn comes(h: &house::House, tag: &str, file: &str) -> Result<bool, String> {
    let take = meetings::slice().inbox.unwrap();
    let (tag, file) = (tag.to_owned(), file.to_owned());
    let done = h.fresh.db.write_now(move |tx| {
        take(tx, &web::Incoming { tag: &tag, calendar: file.as_bytes(), ..web::Incoming::default() })
    });
    done.map_err(|e| match e {
        kernel::Error::Rule(reason) => reason.en,
        other => panic!("{other}"),
    })
}

#[test]
fn n7_3_answers_from_the_calendar_count_and_a_sender_alone_proves_nothing() {
    for h in all() {
        let w = h.w;
        h.fresh
            .db
            .write_now(|tx| {
                tx.silent("a test");
                tx.set(meetings::calendar::ANSWERS, "antwort@example.org")?;
                tx.set(meetings::calendar::ANSWERS_KEY, &"k".repeat(64))
            })
            .unwrap();
        let meeting = plans(&h, w.rag, MEETING, &[]);
        invites(&h, meeting);
        let (_, file) = calendar(&h, "dora@example.org").unwrap();
        assert!(value(&file, "ATTENDEE").contains("RSVP=TRUE"), "{file}");
        let tag = |file: &str| {
            let address = value(file, "ORGANIZER").rsplit("mailto:").next().unwrap().to_owned();
            assert!(address.starts_with("antwort+") && address.ends_with("@example.org"), "{address}");
            assert!(address.split('@').next().unwrap().len() <= 64, "{address}");
            address.split(['+', '@']).nth(1).unwrap().to_owned()
        };
        let hers = tag(&file);
        let yes = reply(&file, "ACCEPTED");
        assert_eq!(comes(&h, &hers, &yes), Ok(true));
        assert_eq!((support::answers(&h, meeting, "yes"), support::answers(&h, meeting, "no")), (1, 0));
        h.get(Some(w.dora), &format!("/termine/{meeting}")).says(&["Sie haben zugesagt."]);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM meeting_invitation WHERE way = 'calendar'"), 1);
        // Within a minute another answer counts: a calendar is used by hand.
        assert_eq!(comes(&h, &hers, &reply(&file, "DECLINED")), Ok(true));
        assert_eq!(support::answers(&h, meeting, "no"), 1);
        assert_eq!(comes(&h, &hers, &yes), Ok(true));
        // Somebody who has no letter gets nowhere, whoever she says she is.
        let other = tag(&calendar(&h, "anna@example.org").unwrap().1);
        assert_ne!(other, hers);
        let forged = format!("{}-{}", hers.split('-').next().unwrap(), "0".repeat(20));
        for wrong in ["", "1", "-", "1-", forged.as_str(), "228164685004800078"] {
            assert_eq!(comes(&h, wrong, &reply(&file, "DECLINED")), Ok(false), "{wrong}");
        }
        let refused = |tag: &str, file: &str, why: &str| {
            assert_eq!(comes(&h, tag, file).unwrap_err(), why);
            assert_eq!(support::answers(&h, meeting, "yes"), 1, "{why}");
        };
        refused(&other, &yes, "the answer names somebody else");
        refused(&hers, &yes.replace("UID:", "UID:x"), "the answer names another event");
        refused(&hers, &reply(&file, "TENTATIVE"), "neither accepted nor declined");
        refused(&hers, &yes.replace("REPLY", "REQUEST"), "the calendar asks for something else than to answer");
        refused(&hers, "MZ\u{1}an executable", "the answer is no calendar file");
        refused(&hers, &"a".repeat(300_000), "the answer is larger than one is");
        // The meeting was moved: the program asks for the same address, and an answer to the time before is none.
        support::at(&h, "2027-03-01", 9);
        moves(&h, meeting, "2027-03-24", "Rathaus");
        let (_, moved) = calendar(&h, "dora@example.org").unwrap();
        assert_eq!(tag(&moved), hers, "programs take it for the same organiser");
        assert_eq!(comes(&h, &hers, &yes).unwrap_err(), "the answer is about an earlier state of the meeting");
        assert_eq!(support::answers(&h, meeting, "yes"), 0);
        assert_eq!(comes(&h, &hers, &reply(&moved, "ACCEPTED")), Ok(true));
        assert_eq!(support::answers(&h, meeting, "yes"), 1);
        h.post(w.kora, &format!("/termine/{meeting}/absagen"), &[("reason", "")]).is(303);
        assert_eq!(
            comes(&h, &hers, &reply(&calendar(&h, "dora@example.org").unwrap().1, "DECLINED")).unwrap_err(),
            "This meeting has been called off."
        );
    }
}
