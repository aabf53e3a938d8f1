//! What was entered wrongly is put right in the browser, shown as such, and taken back within a day.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

mod common;
mod house;

use common::{act, day};
use db::args;
use house::{House, house, houses};
use networks::{Corrected, NewHandover, NewOccupancy, NewSeat, Occupant, Right, SeatKind};

fn seat(h: &House) -> String {
    format!("/sitze/{}", h.w.seat_dueren)
}

fn form(h: &House) -> String {
    format!("{}/berichtigen", seat(h))
}

/// The part of Dora's appointment that is meant.
fn part(h: &House, field: &str) -> String {
    format!("tenure-{}-{field}", h.w.tenure_dora)
}

/// Puts Dora's first day right, from 1 January 2015 to 1 March 2016.
fn corrected(h: &House) -> String {
    let what = part(h, "from");
    h.post(h.w.kora, &form(h), &[("what", what.as_str()), ("day", "2016-03-01")]).is(303);
    undo_path(h)
}

fn undo_path(h: &House) -> String {
    let read = |c: &db::Conn| c.one("SELECT MAX(id) FROM correction", args! {}, |r| r.get::<i64>(0));
    format!("/berichtigungen/{}/zuruecknehmen", h.fresh.db.read_now(read).unwrap())
}

fn from_day(h: &House) -> String {
    let id = h.w.tenure_dora;
    let read = move |c: &db::Conn| {
        c.one("SELECT from_day FROM tenure WHERE id = :id", args! { id: id }, |r| r.get::<String>(0))
    };
    h.fresh.db.read_now(read).unwrap()
}

fn verbs(h: &House) -> Vec<String> {
    let read = |c: &db::Conn| c.all("SELECT verb FROM event ORDER BY seq DESC LIMIT 3", args! {}, |r| r.get(0));
    h.fresh.db.read_now(read).unwrap()
}

#[test]
fn a_wrong_first_day_is_put_right_shown_as_such_and_taken_back() {
    for h in houses(&[networks::slice()]) {
        put_right_and_back(&h);
    }
}

fn put_right_and_back(h: &House) {
    let there = form(h);
    for who in [h.w.anna, h.w.dora, h.w.nora] {
        h.get(Some(who), &there).is(403);
        h.post(who, &there, &[("what", part(h, "from").as_str()), ("day", "2016-03-01")]).is(403);
    }
    h.get(None, &there).is(303);
    h.get(Some(h.w.kora), &there.replace(&h.w.seat_dueren.to_string(), "4711")).is(404);
    h.get(Some(h.w.kora), &format!("{}/verwalten", seat(h))).says(&[&there]);
    h.get(Some(h.w.kora), &there).is(200).says(&["Dora Dahlke", "gilt für alle Tage"]);
    h.get(None, &seat(h)).hides(&["berichtigt"]);

    let path = corrected(h);
    assert_eq!(from_day(h), "2016-03-01");
    assert!(verbs(h).contains(&"post.corrected".to_owned()), "{:?}", verbs(h));
    h.get(Some(h.w.kora), &seat(h)).says(&[
        "Erster Tag, Dora Dahlke: berichtigt am 23. November 2026 von Kora Krings, vorher 1. Januar 2015",
        &path,
    ]);
    // Members read it, and nobody but keepers can take it back; the public reads no name.
    h.get(Some(h.w.anna), &seat(h)).says(&["berichtigt am 23. November 2026 von Kora Krings"]).hides(&[&path]);
    h.get(None, &seat(h)).says(&["berichtigt am 23. November 2026, vorher"]).hides(&["Dora", "Kora", &path]);
    // On the days that were wrong nobody sat there.
    h.get(Some(h.w.kora), &format!("{}?stand=2015-06-01", seat(h))).says(&["unbesetzt"]);

    for who in [h.w.anna, h.w.dora, h.w.nora] {
        h.get(Some(who), &path).is(403);
        h.post(who, &path, &[]).is(403);
    }
    h.get(None, &path).is(303);
    h.get(Some(h.w.kora), "/berichtigungen/4711/zuruecknehmen").is(404);
    h.get(Some(h.w.kora), &path).is(200).says(&["vorher 1. Januar 2015"]);
    h.post(h.w.kora, &path, &[]).is(303);
    assert_eq!(from_day(h), "2015-01-01");
    h.get(Some(h.w.kora), &seat(h)).says(&["zurückgenommen am"]).hides(&[&path]);
    h.get(Some(h.w.anna), &seat(h)).hides(&["berichtigt"]);
    h.post(h.w.kora, &path, &[]).is(422).says(&["schon zurückgenommen"]);
}

#[test]
fn what_does_not_fit_is_said_and_nothing_changes() {
    let h = house();
    let (from, until) = (part(&h, "from"), part(&h, "until"));
    for (sent, field, sentence) in [
        (vec![("what", ""), ("day", "2016-01-01")], "what", "wählen Sie"),
        (vec![("what", "tenure-1-from"), ("day", "2016-01-01")], "what", "wählen Sie"),
        (vec![("what", until.as_str()), ("day", "2016-01-01")], "what", "wählen Sie"),
        (vec![("what", from.as_str()), ("day", "")], "day", "ersten Tag"),
        (vec![("what", from.as_str()), ("day", "2026-02-30")], "day", ""),
        (vec![("what", from.as_str()), ("day", "2027-01-01")], "day", "Zukunft"),
        (vec![("what", from.as_str()), ("day", "2015-01-01")], "day", "schon da"),
        (vec![("what", from.as_str()), ("day", "1980-01-01")], "what", "gibt es die Stelle nicht"),
    ] {
        h.post(h.w.kora, &form(&h), &sent).is(422).says(&[&format!("href=\"#{field}\""), sentence]);
    }
    assert_eq!(from_day(&h), "2015-01-01");
    let read = |c: &db::Conn| c.count("SELECT COUNT(*) FROM correction", args! {});
    assert_eq!(h.fresh.db.read_now(read).unwrap(), 0);
}

#[test]
fn after_24_hours_it_stays() {
    let h = house();
    let path = corrected(&h);
    h.fresh.clock.set(day("2026-11-24").at(11, 59));
    h.get(Some(h.w.kora), &seat(&h)).says(&[&path]);
    h.fresh.clock.set(day("2026-11-24").at(12, 1));
    h.get(Some(h.w.kora), &seat(&h)).says(&["berichtigt am"]).hides(&[&path]);
    h.post(h.w.kora, &path, &[]).is(422).says(&["24 Stunden sind vorbei"]);
    assert_eq!(from_day(&h), "2016-03-01");
}

#[test]
fn what_was_built_on_it_since_keeps_it() {
    let h = house();
    // Another correction of the same thing goes first.
    let first = corrected(&h);
    let what = part(&h, "from");
    h.post(h.w.kora, &form(&h), &[("what", what.as_str()), ("day", "2017-01-01")]).is(303);
    let second = undo_path(&h);
    h.post(h.w.kora, &first, &[]).is(422).says(&["zuerst die letzte"]);
    h.post(h.w.kora, &second, &[]).is(303);
    assert_eq!(from_day(&h), "2016-03-01");
    // A mandate was given through the post.
    let (elected, dora, post) = (h.w.elected, h.w.dora, h.w.post_dueren);
    let held = h.w.occupancy_elected;
    act(&h.fresh, h.w.kora, move |tx, by| {
        networks::end_occupancy(tx, by, held, day("2026-11-23"), networks::EndReason::Resignation)?;
        networks::fill_seat(
            tx,
            by,
            &NewOccupancy::new(elected, Occupant::person_by_post(dora, post), day("2026-11-23")),
        )
    })
    .unwrap();
    h.post(h.w.kora, &first, &[]).is(422).says(&["darauf beruht"]);
    assert_eq!(from_day(&h), "2016-03-01");

    // A handover waits.
    let h = house();
    let path = corrected(&h);
    let tenure = h.w.tenure_dora;
    act(&h.fresh, h.w.kora, move |tx, by| {
        let new = NewHandover { tenure, day: day("2027-01-01"), successor: None, ends: vec![] };
        networks::hand_over(tx, by, &new)
    })
    .unwrap();
    h.post(h.w.kora, &path, &[]).is(422).says(&["darauf beruht"]);
    let what = part(&h, "from");
    h.post(h.w.kora, &form(&h), &[("what", what.as_str()), ("day", "2017-01-01")])
        .is(422)
        .says(&["Übergabe eingetragen"]);
}

#[test]
fn a_wrong_person_on_an_appointment_gives_her_no_rights_any_more() {
    let h = house();
    let (what, anna) = (part(&h, "person"), format!("person-{}", h.w.anna));
    let list = "/netzwerke/regionale-ag/personen";
    h.get(Some(h.w.dora), list).is(200);
    h.post(h.w.kora, &form(&h), &[("what", what.as_str())]).is(422).says(&["suchen und wählen"]);
    // Only who was found can be chosen, and nobody enters herself.
    let unfound = [("what", what.as_str()), ("q", "dahlke"), ("whom", anna.as_str())];
    h.post(h.w.kora, &form(&h), &unfound).is(422).says(&["href=\"#whom\""]);
    let kora = format!("person-{}", h.w.kora);
    let herself = [("what", what.as_str()), ("q", "krings"), ("whom", kora.as_str())];
    h.post(h.w.kora, &form(&h), &herself).is(422).says(&["eigene Bestellung"]);
    h.post(h.w.kora, &form(&h), &[("what", what.as_str()), ("q", "albers"), ("whom", anna.as_str())]).is(303);
    h.get(Some(h.w.dora), list).is(403);
    h.get(Some(h.w.kora), &seat(&h)).says(&[
        "Anna Albers",
        "Person: berichtigt am 23. November 2026",
        "vorher Dora Dahlke",
    ]);
    h.post(h.w.kora, &undo_path(&h), &[]).is(303);
    h.get(Some(h.w.dora), list).is(200);
}

#[test]
fn a_wrong_mandate_is_put_right_and_the_seat_cannot_be_had_twice() {
    let h = house();
    let there = format!("/sitze/{}/berichtigen", h.w.elected);
    let (held, elected) = (h.w.occupancy_elected, h.w.elected);
    let (first, person) = (format!("occupancy-{held}-from"), format!("occupancy-{held}-person"));
    // Somebody sat there before.
    let (dora, post) = (h.w.dora, h.w.post_dueren);
    act(&h.fresh, h.w.kora, move |tx, by| {
        let before = NewOccupancy::new(elected, Occupant::person_by_post(dora, post), day("2023-03-10"));
        networks::fill_seat(tx, by, &before.ended(day("2025-03-10"), networks::EndReason::Term))
    })
    .unwrap();
    h.post(h.w.kora, &there, &[("what", first.as_str()), ("day", "2025-01-01")]).is(422).says(&["schon besetzt"]);
    h.post(h.w.kora, &there, &[("what", first.as_str()), ("day", "2027-01-01")]).is(422).says(&["Zukunft"]);
    h.post(h.w.kora, &there, &[("what", first.as_str()), ("day", "2025-05-01")]).is(303);
    h.get(Some(h.w.kora), &format!("/sitze/{elected}"))
        .says(&["Erster Tag, Anna Albers: berichtigt am 23. November 2026 von Kora Krings, vorher 10. März 2025"]);
    // Dora does not hold the post through which the seat was had.
    let dora = format!("person-{}", h.w.dora);
    let other = [("what", person.as_str()), ("q", "dahlke"), ("whom", dora.as_str())];
    h.post(h.w.kora, &there, &other).is(422).says(&["nicht inne"]);
    // The last day of what has ended; what runs is ended, not corrected.
    let read = move |c: &db::Conn| {
        let sql = "SELECT id FROM occupancy WHERE seat_id = :s AND end_reason = 'term'";
        c.one(sql, args! { s: elected }, |r| r.get::<i64>(0))
    };
    let over = h.fresh.db.read_now(read).unwrap();
    let until = format!("occupancy-{over}-until");
    h.post(h.w.kora, &there, &[("what", until.as_str()), ("day", "2025-06-01")]).is(422).says(&["schon besetzt"]);
    h.post(h.w.kora, &there, &[("what", until.as_str()), ("day", "2025-02-28")]).is(303);
    h.get(Some(h.w.kora), &format!("/sitze/{elected}"))
        .says(&["Letzter Tag, Dora Dahlke: berichtigt am 23. November 2026 von Kora Krings, vorher 9. März 2025"]);
}

#[test]
fn in_a_sensitive_network_a_correction_names_nobody_and_nobody_outside_learns_of_it() {
    let h = house();
    let there = format!("/sitze/{}", h.w.seat_quinn);
    let what = format!("occupancy-{}-from", h.w.occupancy_quinn);
    h.get(Some(h.w.dora), &format!("{there}/berichtigen")).is(404);
    h.post(h.w.kora, &format!("{there}/berichtigen"), &[("what", what.as_str()), ("day", "2022-05-01")]).is(303);
    h.get(Some(h.w.kora), &there).says(&["berichtigt am"]).hides(&["Quinn"]);
    let path = undo_path(&h);
    for who in [Some(h.w.dora), Some(h.w.rosa)] {
        h.get(who, &there).is(404);
        h.get(who, &path).is(404);
        h.post(who.unwrap(), &path, &[]).is(404);
    }
    h.get(None, &there).is(404);
    let quiet = |c: &db::Conn| {
        let sql = "SELECT network_id, level FROM event WHERE verb = 'seat.corrected'";
        c.one(sql, args! {}, |r| Ok((r.get::<i64>(0)?, r.get::<i64>(1)?)))
    };
    let (network, level) = h.fresh.db.read_now(quiet).unwrap();
    assert_eq!((network, level), (h.w.kept.raw(), 2), "told within the network");
}

#[test]
fn a_wrong_name_is_put_right_for_all_days() {
    let h = house();
    let (town, there) =
        (format!("/organisationen/{}", h.w.aachen), format!("/organisationen/{}/berichtigen", h.w.aachen));
    for who in [h.w.anna, h.w.dora, h.w.nora] {
        h.get(Some(who), &there).is(403);
        h.post(who, &there, &[("name", "x")]).is(403);
    }
    h.get(None, &there).is(303);
    let what = format!("organisation-{}-name", h.w.aachen);
    h.get(Some(h.w.kora), &town).says(&[&there]);
    h.get(Some(h.w.anna), &town).hides(&["/berichtigen"]);
    for wrong in ["", "Stadt Aachen", "a\u{202e}b"] {
        h.post(h.w.kora, &there, &[("what", what.as_str()), ("name", wrong)]).is(422).says(&["href=\"#name\""]);
    }
    h.post(h.w.kora, &there, &[("what", what.as_str()), ("name", "Stadt Aachen am Lousberg")]).is(303);
    h.get(None, &format!("{town}?stand=2010-01-01")).says(&["<h1>Stadt Aachen am Lousberg"]);
    h.get(None, &town).says(&["Name: berichtigt am 23. November 2026, vorher Stadt Aachen"]).hides(&["Kora"]);
    h.post(h.w.kora, &undo_path(&h), &[]).is(303);
    h.get(None, &town).says(&["<h1>Stadt Aachen<"]).hides(&["berichtigt"]);

    let post = format!("/stellen/{}/berichtigen", h.w.post_aachen);
    h.get(Some(h.w.dora), &post).is(403);
    let what = format!("post-{}-name", h.w.post_aachen);
    h.post(h.w.kora, &post, &[("what", what.as_str()), ("name", "Gleichstellungsbüro")]).is(303);
    h.get(None, &town).says(&["Titel der Stelle: berichtigt am 23. November 2026, vorher Gleichstellungsstelle"]);
}

#[test]
fn whoever_was_entered_by_mistake_finds_it_among_her_data_and_takes_it_along() {
    for h in houses(&[networks::slice(), accounts::slice()]) {
        told_and_taken_along(&h);
    }
}

fn told_and_taken_along(h: &House) {
    let (tenure, anna, dora) = (h.w.tenure_dora, h.w.anna, h.w.dora);
    act(&h.fresh, h.w.kora, move |tx, by| networks::correct(tx, by, Corrected::Tenure(tenure), &Right::Person(anna)))
        .unwrap();
    for who in [dora, anna, h.w.kora] {
        h.get(Some(who), "/konto/daten/alles").is(200).says(&["Berichtigungen", "eine Amtszeit auf einer Stelle"]);
    }
    h.get(Some(h.w.rosa), "/konto/daten/alles").is(200).hides(&["Berichtigungen"]);
    let own = networks::slice().own.unwrap();
    act(&h.fresh, dora, move |tx, by| (own.erase)(tx, by)).unwrap();
    for who in [dora, anna] {
        h.get(Some(who), "/konto/daten/alles").hides(&["Berichtigungen"]);
    }
}

#[test]
fn a_seat_of_whoever_alone_keeps_the_network_is_not_corrected_away() {
    let h = house();
    let (rag, kora) = (h.w.rag, h.w.kora);
    let held = h
        .fresh
        .db
        .read_now(move |c| {
            let sql = "SELECT o.id FROM occupancy o JOIN seat s ON s.id = o.seat_id WHERE s.body_id = :b AND o.person_id = :p";
            c.one(sql, args! { b: rag, p: kora }, |r| r.get(0))
        })
        .unwrap();
    let done = act(&h.fresh, kora, move |tx, by| {
        networks::correct(tx, by, Corrected::Occupancy(held), &Right::Until(day("2026-11-20")))
    });
    assert!(common::refusal(done).contains("läuft noch"));
    // A personal seat that never was hers is given to whoever it was of.
    let olga = h.w.olga;
    let seat = act(&h.fresh, kora, move |tx, by| {
        let new = NewSeat::new(SeatKind::Personal, day("2020-01-01"));
        common::seated(tx, by, rag, &new, Occupant::person(olga), "2024-01-01")
    })
    .unwrap();
    let dora = h.w.dora;
    act(&h.fresh, kora, move |tx, by| networks::correct(tx, by, Corrected::Occupancy(seat.1), &Right::Person(dora)))
        .unwrap();
    h.get(Some(olga), "/netzwerke/regionale-ag/personen").is(403);
    h.get(Some(kora), &format!("/sitze/{}", seat.0)).says(&["Dora Dahlke", "vorher Olga Offer"]);
}
