//! What is far too much, or pretends to be something else, gets a sentence, leaves nothing behind, and does no harm.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

#[path = "../../networks/tests/common/mod.rs"]
mod common;
#[path = "../../networks/tests/house/mod.rs"]
mod house;
mod support;

use common::act;
use db::args;
use house::House;
use kernel::Id;
use meetings::{Meeting, NewItem};
use support::{all, by_link, count, invites, item, link, newest, pdf, plans};

const MEETING: &str = "2027-03-17";
/// The most items an agenda has.
const ITEMS: i64 = 200;

/// As many items as an agenda has at most.
fn fills(h: &House, meeting: Id<Meeting>) {
    act(&h.fresh, h.w.kora, move |tx, by| {
        for n in 1..=ITEMS {
            meetings::add_item(tx, by, meeting, &NewItem::new(format!("Punkt {n}"), 1))?;
        }
        Ok(())
    })
    .unwrap();
}

fn items(h: &House, meeting: Id<Meeting>) -> i64 {
    h.fresh
        .db
        .read_now(move |c| c.count("SELECT COUNT(*) FROM agenda_item WHERE meeting_id = :m", args! { m: meeting }))
        .unwrap()
}

#[test]
fn an_agenda_of_ten_thousand_items_is_refused_wherever_it_could_come_from() {
    for h in all() {
        let w = h.w;
        let full = plans(&h, w.rag, "2026-12-02", &[]);
        fills(&h, full);
        assert_eq!(items(&h, full), ITEMS);
        // By the form, one more is one too many, and what was typed stays.
        let one = [("title", "Zehntausendster"), ("minutes", "5"), ("openness", "internal"), ("note", "")];
        h.post(w.kora, &format!("/termine/{full}/tagesordnung/neu"), &one)
            .is(422)
            .says(&["Die Tagesordnung ist voll.", "Zehntausendster"]);
        // Copied behind what stands there, all of it or nothing.
        let next = plans(&h, w.rag, MEETING, &[]);
        item(&h, next, "Begrüßung", "10", "internal");
        h.post(w.kora, &format!("/termine/{next}/tagesordnung"), &[("tat", "uebernehmen")])
            .is(422)
            .says(&["Die Tagesordnung ist voll."]);
        assert_eq!(items(&h, next), 1);
        // As a template of a series.
        let agenda: String = (1..=10_000).map(|n| format!("5 Punkt {n}\n")).collect();
        let series = |agenda: &str| {
            let fields = [
                ("title", "Netzwerktreffen"),
                ("rhythm", "m3"),
                ("nth", "2"),
                ("weekday", "1"),
                ("weeks", ""),
                ("first_day", "2026-12-01"),
                ("hour", "10:00"),
                ("length", "120"),
                ("hosts", ""),
                ("agenda", agenda),
                ("online", ""),
                ("level", "2"),
                ("note", ""),
            ];
            h.post(w.kora, &format!("/gremien/{}/terminreihen/neu", w.rag), &fields)
        };
        // A form of that size is not even read; one that is read gets its sentence.
        assert!(matches!(series(&agenda).status.as_u16(), 413 | 422));
        let shorter: String = agenda.lines().take(300).map(|line| format!("{line}\n")).collect();
        series(&shorter).is(422).says(&["Höchstens 40 feste Punkte.", "Netzwerktreffen"]);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM series"), 0);
        // What stands there is shown whole, and the page stays small enough to be read.
        let seen = h.get(Some(w.dora), &format!("/termine/{full}/tagesordnung"));
        seen.is(200).says(&["200. Punkt 200"]).hides(&["201. "]);
    }
}

#[test]
fn topics_without_end_are_refused_from_the_page_and_from_a_letter() {
    for h in all() {
        let w = h.w;
        let meeting = plans(&h, w.rag, MEETING, &[("proposals_until", "2027-03-12")]);
        item(&h, meeting, "Begrüßung", "10", "internal");
        invites(&h, meeting);
        act(&h.fresh, w.dora, move |tx, by| {
            for n in 1..=100 {
                meetings::propose(tx, by, meeting, (&format!("Thema {n}"), "", 5))?;
            }
            Ok(())
        })
        .unwrap();
        let new = [("title", "Noch eins"), ("minutes", "5"), ("note", "")];
        h.post(w.dora, &format!("/termine/{meeting}/vorschlag"), &new).is(422).says(&["Noch eins"]);
        by_link(&h, &link(&h, "anna@example.org"), "thema", &new).is(422);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM agenda_proposal"), 100);
    }
}

#[test]
fn fifty_megabytes_and_disguises_leave_nothing_behind() {
    for h in all() {
        let w = h.w;
        let meeting = plans(&h, w.rag, MEETING, &[]);
        let here = format!("/tagesordnungspunkte/{}/unterlagen", item(&h, meeting, "Haushalt", "20", "internal"));
        let large = |megabytes: usize| pdf(&"x".repeat(megabytes << 20));
        // More than a form may hold is cut off with a page that says so; a file that is too large by itself at its field.
        let seen = h.upload(w.kora, &here, &[], &[("gross.pdf", &large(50))]);
        seen.is(413).says(&["Das ist zu viel auf einmal."]);
        let seen = h.upload(w.kora, &here, &[], &[("gross.pdf", &large(11))]);
        seen.is(422).says(&["Die Datei ist größer als 10 MB."]);
        // Whatever it is called, its bytes say what it is.
        let (program, page) = ("Diese Datei ist ein Programm", "Diese Datei ist eine Webseite");
        for (name, bytes, why) in [
            ("einladung.pdf", "MZ\u{1}This program cannot be run in DOS mode.", program),
            ("einladung.pdf", "\u{7f}ELF\u{2}\u{1}\u{1}", program),
            ("einladung.pdf", "#!/bin/sh\nrm -rf /", program),
            ("einladung.pdf.exe", "MZ\u{1}", program),
            ("bild.png", "<html><script>alert(1)</script>", page),
        ] {
            h.upload(w.kora, &here, &[], &[(name, bytes)]).is(422).says(&[why]);
        }
        assert_eq!((newest(&h), count(&h, "SELECT COUNT(*) FROM file")), (0, 0));
        assert_eq!(count(&h, "SELECT COUNT(*) FROM event WHERE verb = 'agenda.paper_added'"), 0);
    }
}
