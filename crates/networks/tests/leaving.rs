//! Leaving in the browser: a person, an organisation; quietly; taken back; and what it leaves open.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

mod common;
mod house;

use common::{act, day, seated};
use db::args;
use house::{House, house};
use kernel::Id;
use networks::{Body, BodyKind, Eligibility, JoinRule, NewSeat, Occupant, SeatKind};
use people::Person;

const KEPT: &str = "/netzwerke/kommunales-lsbtiq-netzwerk";

fn rule(h: &House, body: Id<Body>, notice_months: i64, year_end: bool) {
    let rule = JoinRule { notice_months, year_end, ..JoinRule::default() };
    act(&h.fresh, h.w.kora, move |tx, by| networks::save_join_rule(tx, by, body, &rule)).unwrap();
}

fn belongs(h: &House, person: Id<Person>, network: Id<Body>) -> bool {
    let load = move |c: &db::Conn| rights::load(c, person.raw(), c.today(), None);
    h.fresh.db.read_now(load).unwrap().is_member_of(network.raw())
}

fn verbs(h: &House, seat: Id<networks::Seat>) -> Vec<(String, i64)> {
    let sql = "SELECT verb, level FROM event WHERE kind = 'seat' AND subject_id = :seat ORDER BY seq";
    let read = move |c: &db::Conn| c.all(sql, args! { seat: seat }, |r| Ok((r.get(0)?, r.get(1)?)));
    h.fresh.db.read_now(read).unwrap()
}

#[test]
fn a_person_leaves_at_a_day_and_can_take_it_back_until_then() {
    let h = house();
    let (quinn, seat) = (h.w.quinn, h.w.seat_quinn);
    let path = format!("/sitze/{seat}/verlassen");
    h.get(Some(quinn), &format!("/sitze/{seat}")).is(200).says(&[&path, "Netzwerk verlassen"]);
    let before = h.get(Some(quinn), &path);
    // The team of the network asks for membership, so that seat ends with it; leaving the team ends nothing else.
    before.is(200).says(&["Damit endet auch", "Orga-Team"]);
    let args = args! { body: h.w.kept_team };
    let team = "SELECT id FROM seat WHERE body_id = :body";
    let team = h.fresh.db.read_now(move |c| c.count(team, args)).unwrap();
    h.get(Some(quinn), &format!("/sitze/{team}/verlassen")).is(200).hides(&["Damit endet auch"]);
    for who in [h.w.anna, h.w.kora] {
        h.get(Some(who), &path).is(404);
        h.post(who, &path, &[("last", "2026-12-31")]).is(404);
    }
    h.get(Some(h.w.dora), &path).is(404);
    h.post(quinn, &path, &[("last", "2026-11-20")]).is(422).says(&["frühestens"]);
    h.post(quinn, &path, &[("last", "")]).is(422);
    h.post(quinn, &path, &[("last", "2026-12-10")]).is(303);
    h.post(quinn, &path, &[("last", "2026-12-20")]).is(422).says(&["schon angekündigt"]);
    h.get(Some(quinn), &path).is(200).says(&["10. Dezember 2026", "Doch bleiben"]);
    h.post(quinn, &path, &[("tat", "bleiben")]).is(303);
    h.fresh.clock.set(day("2026-12-11").at(12, 0));
    assert!(belongs(&h, quinn, h.w.kept), "she stays");
    h.post(quinn, &path, &[("last", "2026-12-31")]).is(303);
    h.fresh.clock.set(day("2027-01-01").at(0, 0).plus_seconds(-1));
    assert!(belongs(&h, quinn, h.w.kept));
    h.fresh.clock.set(day("2027-01-01").at(0, 0));
    assert!(!belongs(&h, quinn, h.w.kept), "the same second");
    h.post(quinn, &path, &[("tat", "bleiben")]).is(404);
    let told: Vec<String> = verbs(&h, seat).into_iter().map(|(verb, _)| verb).collect();
    assert_eq!(told[told.len() - 3..], ["seat.vacated", "seat.kept", "seat.vacated"]);
}

#[test]
fn a_quiet_exit_is_read_nowhere_before_or_after() {
    let h = house();
    let (quinn, seat) = (h.w.quinn, h.w.seat_quinn);
    h.consents(quinn, networks::Field::Name, networks::Audience::Network, Some(h.w.kept));
    let others = |h: &House| {
        [KEPT.to_owned(), format!("{KEPT}/personen"), format!("{KEPT}/mitglieder"), format!("/sitze/{seat}")]
            .map(|path| h.get(Some(h.w.anna), &path).is(200).main().to_owned())
    };
    let before = others(&h);
    assert!(before[1].contains("Quast"));
    let last = "2026-12-10";
    h.post(quinn, &format!("/sitze/{seat}/verlassen"), &[("last", last), ("quiet", "ja")]).is(303);
    assert_eq!(others(&h), before, "nobody can tell");
    let (verb, level) = verbs(&h, seat).pop().unwrap();
    assert_eq!((verb.as_str(), level), ("seat.vacated", 5), "for nobody but herself");
    // Whoever keeps the membership knows.
    let list = format!("/gremien/{}/beitritte", h.w.kept);
    h.get(Some(h.w.kora), &list).is(200).says(&["Letzter Tag: 10. Dezember 2026"]);
    h.get(Some(h.w.anna), &list).is(200).hides(&["10. Dezember"]);
    // She decides on the seat in the team, and that is as quiet; taken back, both stand again.
    let review = || {
        let first = h.fresh.db.read_now(|c| c.count("SELECT MIN(id) FROM leaving", args! {})).unwrap();
        format!("/austritte/{first}")
    };
    let team = "SELECT o.id FROM occupancy o JOIN seat s ON s.id = o.seat_id WHERE s.body_id = :body";
    let args = args! { body: h.w.kept_team };
    let team = format!("sitz-{}", h.fresh.db.read_now(move |c| c.count(team, args)).unwrap());
    h.get(Some(h.w.kora), &review()).is(200).says(&["Orga-Team", &team]);
    h.post(h.w.kora, &review(), &[(&team, "endet")]).is(303);
    assert_eq!(others(&h), before, "nobody can tell");
    let path = format!("/sitze/{seat}/verlassen");
    h.post(quinn, &path, &[("tat", "bleiben")]).is(303);
    let open =
        "SELECT COUNT(*) FROM occupancy WHERE person_id = :who AND until_day = '9999-12-31' AND end_reason IS NULL";
    let args = args! { who: quinn };
    assert_eq!(h.fresh.db.read_now(move |c| c.count(open, args)).unwrap(), 2);
    h.post(quinn, &path, &[("last", last), ("quiet", "ja")]).is(303);
    h.post(h.w.kora, &review(), &[(&team, "endet")]).is(303);
    assert_eq!(others(&h), before, "nobody can tell");
    h.fresh.clock.set(day("2026-12-11").at(0, 0));
    let after = others(&h);
    assert!(!after[1].contains("Quast") && !after[0].contains("ausgetreten"), "{}", after[0]);
    // What was stays with those who may see it.
    h.get(Some(h.w.anna), &format!("/sitze/{seat}")).is(200).says(&["Quast"]);
}

#[test]
fn an_organisation_leaves_at_the_end_of_the_year_and_its_open_seats_are_reviewed() {
    let h = house();
    let w = h.w;
    rule(&h, w.verband, 1, true);
    // Rosa sits in a committee through her organisation, which itself has a seat in the open one; Sina in the board.
    let seats = act(&h.fresh, w.kora, move |tx, by| {
        let work = common::body(tx, by, w.verband, BodyKind::Committee, "Fachausschuss Arbeit", |_| {})?;
        let new =
            NewSeat { eligibility: Eligibility::Organisation, ..NewSeat::new(SeatKind::Personal, day("2020-01-01")) };
        let through = Occupant::person_by_organisation(w.rosa, w.verein);
        let (_, first) = seated(tx, by, work, &new, through, "2020-01-01")?;
        let open = NewSeat::new(SeatKind::Organisation, day("2020-01-01"));
        let (_, second) = seated(tx, by, w.open, &open, Occupant::Organisation(w.verein), "2020-01-01")?;
        let sina = Occupant::person_by_organisation(w.sina, w.verein);
        let (_, third) = seated(tx, by, work, &new, sina, "2020-01-01")?;
        Ok((work, first, second, third))
    });
    let (work, first, second, third) = seats.unwrap();
    let path = format!("/sitze/{}/verlassen", w.seat_verein);
    h.get(Some(w.sina), &path).is(404);
    h.get(Some(w.rosa), &path).is(200).says(&[
        "der letzte Tag frühestens 31. Dezember 2026",
        "Fachausschuss Arbeit",
        "Fachausschuss Digitalisierung",
        "value=\"2026-12-31\"",
    ]);
    h.post(w.rosa, &path, &[("last", "2026-12-30")]).is(422).says(&["31. Dezember 2026"]);
    h.post(w.rosa, &path, &[("last", "2027-06-30")]).is(422);
    h.post(w.rosa, &path, &[("last", "2026-12-31")]).is(303);
    let leaving = h.fresh.db.read_now(|c| c.count("SELECT id FROM leaving", args! {})).unwrap();
    let review = format!("/austritte/{leaving}");
    for who in [w.rosa, w.sina] {
        h.get(Some(who), &review).is(403);
        h.post(who, &review, &[]).is(403);
    }
    h.get(Some(w.nora), &review).is(404);
    let page = h.get(Some(w.kora), &review);
    page.is(200).says(&["Frauen helfen e.V.", "geht als Gast weiter", "31. Dezember 2026"]);
    let choice = |id: Id<networks::Occupancy>| format!("sitz-{id}");
    assert_eq!(page.html.matches("<fieldset").count(), 3, "every open seat is listed");
    let (a, b, c) = (choice(first), choice(second), choice(third));
    h.post(w.kora, &review, &[(&a, "gast"), (&b, "endet"), (&c, "endet")]).is(303);
    h.post(w.kora, &review, &[(&a, "endet")]).is(422).says(&["schon entschieden"]);
    // Until the last day everything is as it was.
    h.fresh.clock.set(day("2026-12-31").at(23, 59));
    let sits = |who: Id<Person>, body: Id<Body>| {
        let load = move |c: &db::Conn| rights::load(c, who.raw(), c.today(), None);
        h.fresh.db.read_now(load).unwrap().sits_in(body.raw())
    };
    assert!(belongs(&h, w.rosa, w.verband) && sits(w.rosa, work) && sits(w.sina, work));
    h.fresh.clock.set(day("2027-01-01").at(0, 0));
    assert!(!belongs(&h, w.rosa, w.verband) && !sits(w.rosa, work) && !sits(w.sina, work));
    let guests = "SELECT COUNT(*) FROM occupancy o JOIN seat s ON s.id = o.seat_id WHERE s.body_id = :body AND s.voice = 'guest' AND o.person_id = :who AND o.from_day = '2027-01-01'";
    let args = args! { body: work, who: w.rosa };
    assert_eq!(h.fresh.db.read_now(move |c| c.count(guests, args)).unwrap(), 1);
    // Her time in the board stays where it was: history keeps the organisation.
    h.get(Some(w.kora), &format!("/sitze/{}", w.seat_verein)).is(200).says(&["Frauen helfen e.V."]);
}

#[test]
fn the_seat_of_a_post_stays_with_it_and_rests_and_the_last_coordination_stays() {
    let h = house();
    let (anna, seat) = (h.w.anna, h.w.seat_aachen);
    let path = format!("/sitze/{seat}/verlassen");
    h.get(Some(anna), &path)
        .is(200)
        .says(&["Der Sitz gehört Ihrer Stelle", "Nicht mehr mitmachen"])
        .hides(&["name=\"quiet\""]);
    // Her deputy reads what a resignation would be, and can do nothing.
    h.get(Some(h.w.vera), &path).is(200).says(&["Das geht bei diesem Sitz nicht"]).hides(&["name=\"last\""]);
    h.post(h.w.vera, &path, &[("last", "2026-12-31")]).is(404);
    h.post(anna, &path, &[("last", "2026-12-31")]).is(303);
    h.post(anna, &path, &[("tat", "bleiben")]).is(303);
    let rows = "SELECT COUNT(*) FROM occupancy WHERE seat_id = :seat";
    let count = |h: &House| h.fresh.db.read_now(move |c| c.count(rows, args! { seat: seat })).unwrap();
    assert_eq!(count(&h), 1, "taken back, nothing is left of it");
    h.post(anna, &path, &[("last", "2026-12-31")]).is(303);
    let sits = |h: &House| {
        let load = move |c: &db::Conn| rights::load(c, anna.raw(), c.today(), None);
        h.fresh.db.read_now(load).unwrap().seats().contains(&seat.raw())
    };
    h.fresh.clock.set(day("2027-01-01").at(0, 0).plus_seconds(-1));
    assert!(sits(&h));
    h.fresh.clock.set(day("2027-01-01").at(0, 0));
    assert!(!sits(&h), "the same second");
    h.get(None, &format!("/sitze/{seat}")).is(200).says(&["ruht"]);
    h.get(Some(h.w.kora), &format!("/sitze/{seat}/verwalten")).is(200).says(&["Wieder aufnehmen"]);

    let sql = "SELECT s.id FROM seat s WHERE s.body_id = :body AND s.office = 'network_admin'";
    let args = args! { body: h.w.kept };
    let seat = h.fresh.db.read_now(move |c| c.count(sql, args)).unwrap();
    let path = format!("/sitze/{seat}/verlassen");
    h.post(h.w.kora, &path, &[("last", "2027-12-31")]).is(422).says(&["letzte Koordination"]);
    assert_eq!(h.fresh.db.read_now(|c| c.count("SELECT COUNT(*) FROM leaving", args! {})).unwrap(), 1);
}
