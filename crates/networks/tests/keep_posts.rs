//! Appointing to posts in the browser: vacant ones are filled, deputies named and ended.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

mod common;
mod house;

use db::args;
use house::{House, house};

const NEW: [(&str, &str); 7] = [
    ("q", ""),
    ("whom", "neu"),
    ("given", "Kim"),
    ("family", "Neumann"),
    ("mail", "kim.neumann@example.org"),
    ("mode", "holder"),
    ("from", "2026-11-23"),
];

fn with<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = NEW.iter().copied().filter(|(n, _)| !changes.iter().any(|(c, _)| c == n));
    kept.chain(changes.iter().copied()).collect()
}

fn tenures(h: &House) -> i64 {
    h.fresh.db.read_now(|c| c.count("SELECT COUNT(*) FROM tenure", args! {})).unwrap()
}

#[test]
fn n1_7_a_vacant_post_is_filled_and_its_seat_follows() {
    let h = house();
    let there = format!("/stellen/{}/besetzen", h.w.post_eschweiler);
    for who in [h.w.anna, h.w.dora, h.w.nora] {
        h.get(Some(who), &there).is(403);
        h.post(who, &there, &NEW).is(403);
    }
    h.get(None, &there).is(303);
    let town = format!("/organisationen/{}", h.w.eschweiler);
    h.get(Some(h.w.kora), &town).says(&[&there]);
    h.get(Some(h.w.dora), &town).hides(&["/besetzen"]);
    let seat = format!("/sitze/{}", h.w.seat_eschweiler);
    h.get(Some(h.w.kora), &seat).says(&["unbesetzt"]);

    let once = h.get(Some(h.w.kora), &there).is(200).says(&["Stelle besetzen"]).once();
    let before = tenures(&h);
    for _ in 0..2 {
        h.post(h.w.kora, &there, &with(&[("einmal", once.as_str())])).is(303);
    }
    assert_eq!(tenures(&h), before + 1, "sent twice, it acts once");
    h.get(Some(h.w.kora), &seat).says(&["Kim Neumann"]);
    // The day before, it was vacant; and who looks from outside sees no name without her consent.
    h.get(Some(h.w.kora), &format!("{seat}?stand=2026-11-22")).says(&["unbesetzt"]);
    h.get(None, &seat).hides(&["Kim Neumann"]);
    let letters = h.all_letters();
    assert_eq!(letters.len(), 1);
    assert_eq!(letters[0].0, "kim.neumann@example.org");
    assert!(letters[0].2.contains("/t/"), "{letters:?}");
}

#[test]
fn a_deputy_is_named_and_ended_and_never_fills_the_seat() {
    let h = house();
    let (there, end) =
        (format!("/stellen/{}/besetzen", h.w.post_dueren), format!("/stellen/{}/beenden", h.w.post_dueren));
    h.get(Some(h.w.kora), &end).is(200).says(&["Niemand vertritt diese Stelle."]);
    let rosa = format!("person-{}", h.w.rosa);
    let sent = with(&[("q", "roth"), ("whom", rosa.as_str()), ("mode", "deputy")]);
    h.get(Some(h.w.kora), &format!("{there}?q=roth")).says(&["Rosa Roth"]);
    // Who sits nowhere is found by nobody.
    h.get(Some(h.w.kora), &format!("{there}?q=nora")).hides(&["Nora Neu"]);
    h.post(h.w.kora, &there, &sent).is(303);
    assert!(h.all_letters().is_empty());
    let town = format!("/organisationen/{}", h.w.dueren);
    h.get(Some(h.w.kora), &town).says(&["Rosa Roth", &end]);
    // Twice is a mistake.
    h.post(h.w.kora, &there, &sent).is(422).says(&["schon eingetragen"]);

    let page = h.get(Some(h.w.kora), &end);
    let tenure =
        page.is(200).html.split("name=\"tenure\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    h.post(h.w.dora, &end, &[("tenure", &tenure), ("until", "2026-11-30")]).is(403);
    for (field, sent) in [
        ("tenure", [("tenure", "1"), ("until", "2026-11-30")]),
        ("until", [("tenure", tenure.as_str()), ("until", "")]),
        ("until", [("tenure", tenure.as_str()), ("until", "2001-01-01")]),
        ("until", [("tenure", tenure.as_str()), ("until", "9999-12-31")]),
    ] {
        h.post(h.w.kora, &end, &sent).is(422).says(&[&format!("href=\"#{field}\"")]);
    }
    h.post(h.w.kora, &end, &[("tenure", &tenure), ("until", "2026-11-23")]).is(303);
    h.fresh.clock.set(common::day("2026-11-24").at(0, 0));
    h.get(Some(h.w.kora), &town).hides(&["Rosa Roth"]);
}

#[test]
fn what_does_not_fit_is_said_beside_its_field() {
    let h = house();
    let there = format!("/stellen/{}/besetzen", h.w.post_eschweiler);
    let before = tenures(&h);
    let kora = format!("person-{}", h.w.kora);
    for (changes, field) in [
        (vec![("whom", "")], "whom"),
        (vec![("whom", "person-1")], "whom"),
        (vec![("whom", kora.as_str()), ("q", "krings")], "whom"),
        (vec![("given", "")], "given"),
        (vec![("family", "a\nb")], "family"),
        (vec![("mail", "nirgends")], "mail"),
        (vec![("mode", "kaiser")], "mode"),
        (vec![("from", "")], "from"),
        (vec![("from", "2026-02-30")], "from"),
        (vec![("from", "1950-01-01")], "whom"),
    ] {
        h.post(h.w.kora, &there, &with(&changes)).is(422).says(&[&format!("href=\"#{field}\"")]);
    }
    assert_eq!(tenures(&h), before);
    assert!(h.all_letters().is_empty());
    h.get(Some(h.w.kora), "/stellen/1/besetzen").is(404);
}
