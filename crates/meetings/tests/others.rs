//! Days of others: council weeks and CSDs, which stand beside when days are chosen; all minutes of a body; pasting.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

#[path = "../../networks/tests/common/mod.rs"]
mod common;
#[path = "../../networks/tests/house/mod.rs"]
mod house;
mod support;

use house::House;
use kernel::Id;
use networks::Body;
use people::Person;
use support::{all, at, count, daily, plans};

fn list(body: Id<Body>) -> String {
    format!("/gremien/{body}/andere-termine")
}

/// Somebody writes one down; gives its address.
#[track_caller]
fn notes(h: &House, who: Id<Person>, body: Id<Body>, kind: &str, title: &str, (from, last): (&str, &str)) -> String {
    let fields = [
        ("kind", kind),
        ("title", title),
        ("from", from),
        ("last", last),
        ("town", "Aachen"),
        ("contact", "Ordnungsamt"),
        ("note", "Rückweg nur in Gruppen."),
    ];
    h.post(who, &format!("{}/neu", list(body)), &fields).is(303);
    format!("/andere-termine/{}", count(h, "SELECT MAX(id) FROM other_date"))
}

#[test]
fn n1_1_council_weeks_of_members_stand_beside_when_days_are_chosen() {
    for h in all() {
        let w = h.w;
        h.get(Some(w.dora), &format!("/gremien/{}/termine", w.rag)).says(&["Termine anderer"]);
        h.get(Some(w.dora), &list(w.rag)).is(200).says(&["Noch keine Termine.", "Termin eintragen"]);
        let week = notes(&h, w.dora, w.rag, "council", "Ratswoche Düren", ("2027-03-15", "2027-03-19"));
        h.get(Some(w.anna), &list(w.rag)).says(&[
            "Ratswoche Düren",
            "15. März 2027",
            "19. März 2027",
            "Kontakt: Ordnungsamt",
        ]);
        h.get(Some(w.anna), &format!("{}?art=csd", list(w.rag))).hides(&["Ratswoche Düren"]);
        // Beside the preview of an invitation, on its first, a middle and its last day, and not after.
        for (day, beside) in [("2027-03-15", true), ("2027-03-17", true), ("2027-03-19", true), ("2027-03-20", false)] {
            let meeting = plans(&h, w.rag, day, &[]);
            let seen = h.get(Some(w.kora), &format!("/termine/{meeting}/einladung"));
            assert_eq!(seen.is(200).html.contains("Ratswoche Düren, Aachen"), beside, "{day}");
        }
        // Of another network's days this one says nothing.
        notes(&h, w.kora, w.kept, "csd", "CSD im Frühjahr", ("2027-03-17", ""));
        let meeting = plans(&h, w.rag, "2027-03-17", &[]);
        h.get(Some(w.kora), &format!("/termine/{meeting}/einladung")).hides(&["CSD im Frühjahr"]);
        // Whoever wrote it down changes it, and those who convene; others do not.
        h.get(Some(w.vera), &week).is(403);
        h.get(Some(w.nora), &week).is(404);
        let fields = |version: &'static str, last: &'static str| {
            [
                ("version", version),
                ("kind", "council"),
                ("title", "Ratswoche"),
                ("from", "2027-03-15"),
                ("last", last),
                ("town", ""),
                ("contact", ""),
                ("note", ""),
            ]
        };
        h.post(w.dora, &week, &fields("1", "2027-03-14")).is(422).says(&["kommt nicht vor dem ersten"]);
        h.post(w.dora, &week, &fields("1", "2027-06-30")).is(422).says(&["höchstens 60 Tage"]);
        h.post(w.dora, &week, &fields("1", "2027-03-16")).is(303);
        h.post(w.kora, &week, &fields("1", "2027-03-18"))
            .is(409)
            .says(&["Jetzt gespeichert: 16. März 2027", "value=\"2027-03-18\""]);
        h.post(w.kora, &week, &[("version", "2"), ("weg", "ja")]).is(303);
        h.get(Some(w.dora), &list(w.rag)).says(&["Noch keine Termine."]);
    }
}

#[test]
fn n8_4_csds_of_the_members_towns_are_read_by_the_network_alone() {
    for h in all() {
        let w = h.w;
        let csd = notes(&h, w.quinn, w.kept, "csd", "CSD Aachen", ("2027-06-12", "2027-06-13"));
        h.get(Some(w.quinn), &format!("{}?art=csd", list(w.kept))).says(&["CSD Aachen", "Rückweg nur in Gruppen."]);
        h.get(Some(w.kora), &list(w.kept)).says(&["CSD Aachen"]);
        for outside in [w.dora, w.nora, w.olga] {
            h.get(Some(outside), &list(w.kept)).is(403).hides(&["CSD Aachen", "Rückweg"]);
            h.get(Some(outside), &csd).is(404);
        }
        h.get(None, &list(w.kept)).is(303);
        for word in ["Gruppen", "CSD"] {
            assert!(!h.get(None, &format!("/suche?q={word}")).html.contains("andere-termine"), "{word}");
        }
        assert!(h.all_letters().is_empty(), "nobody is invited");
        // Two years later it is gone.
        at(&h, "2029-06-14", 4);
        daily(&h, "meetings.cleanup", "2029-06-14");
        assert_eq!(count(&h, "SELECT COUNT(*) FROM other_date"), 0);
    }
}
