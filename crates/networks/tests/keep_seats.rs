//! Seating, ending and answering through the router.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

mod common;
mod house;

use common::{act, day};
use house::{House, house};
use networks::{NewOccupancy, NewSeat, Occupant, SeatKind, Status};

/// What the page offers under the words somebody looked for.
fn offered(h: &House, path: &str, words: &str) -> Vec<String> {
    let page = h.get(Some(h.w.kora), &format!("{path}?q={words}"));
    page.is(200);
    let key = |rest: &str| rest.split('"').next().unwrap().to_owned();
    page.html.split("name=\"occupant\" value=\"").skip(1).map(key).collect()
}

#[test]
fn who_does_not_keep_the_membership_may_not_touch_a_seat() {
    let h = house();
    for page in ["verwalten", "besetzen", "beenden"] {
        let path = format!("/sitze/{}/{page}", h.w.elected);
        // Anna has the chair of the network, which keeps words and not members.
        for who in [h.w.dora, h.w.anna, h.w.nora] {
            h.get(Some(who), &path).is(403);
            h.post(who, &path, &[("occupant", "person-1")]).is(403);
        }
        let hidden = format!("/sitze/{}/{page}", h.w.seat_uma);
        h.get(Some(h.w.dora), &hidden).is(404).hides(&["Runder Tisch"]);
        h.post(h.w.dora, &hidden, &[]).is(404);
        h.get(Some(h.w.kora), &format!("/sitze/1/{page}")).is(404);
    }
    let seat = format!("/sitze/{}", h.w.elected);
    h.get(Some(h.w.dora), &seat).is(200).hides(&["Sitz verwalten"]);
    h.get(None, &seat).is(200).hides(&["Sitz verwalten"]);
    h.get(Some(h.w.kora), &seat).says(&["Sitz verwalten"]);
}

#[test]
fn a_mandate_ends_on_a_day_and_the_seat_goes_to_who_was_looked_for() {
    let h = house();
    let (kora, seat) = (Some(h.w.kora), format!("/sitze/{}", h.w.elected));
    let end = format!("{seat}/beenden");
    let form = h.get(kora, &end);
    form.is(200).says(&[
        "Anna Albers",
        "Davon hängen ab: ",
        "Strukturpolitischer Ausschuss (aus diesem Gremium entsandt)",
        "niedergelegt",
    ]);
    form.hides(&["abberufen", "Sitz aufgelöst"]);
    let occupancy = h.w.occupancy_elected.to_string();
    let sent = [
        ("einmal", form.once()),
        ("occupancy", occupancy.clone()),
        ("until", "2026-11-23".into()),
        ("reason", "resignation".into()),
    ];
    let fields: Vec<(&str, &str)> = sent.iter().map(|(n, v)| (*n, v.as_str())).collect();
    for _ in 0..2 {
        assert_eq!(h.post(h.w.kora, &end, &fields).is(303).location(), seat, "sent twice, it acts once");
    }
    // An old page ends nobody else's term.
    h.post(h.w.kora, &end, &[("occupancy", "77"), ("until", "2026-11-23"), ("reason", "term")]).is(409);

    let fill = format!("{seat}/besetzen");
    h.get(kora, &fill).is(200).says(&["Wen suchen Sie?"]).hides(&["name=\"occupant\""]);
    assert_eq!(offered(&h, &fill, "dahlke"), [format!("person-{}-post-{}", h.w.dora, h.w.post_dueren)]);
    assert!(offered(&h, &fill, "niemand").is_empty() && offered(&h, &fill, "d").is_empty());
    let form = h.get(kora, &format!("{fill}?q=dahlke"));
    let sent = [
        ("einmal", form.once()),
        ("q", "dahlke".to_owned()),
        ("occupant", format!("person-{}-post-{}", h.w.dora, h.w.post_dueren)),
        ("from", "2026-11-24".into()),
        ("grain", "day".into()),
        ("basis", "election".into()),
        ("status", "confirmed".into()),
    ];
    let fields: Vec<(&str, &str)> = sent.iter().map(|(n, v)| (*n, v.as_str())).collect();
    for _ in 0..2 {
        assert_eq!(h.post(h.w.kora, &fill, &fields).is(303).location(), seat);
    }
    // Members see both, each on her day; the public sees the seat without names nobody released.
    h.get(Some(h.w.dora), &format!("{seat}?stand=2026-11-23")).says(&["Anna Albers"]);
    h.get(Some(h.w.dora), &format!("{seat}?stand=2026-11-24")).says(&["Dora Dahlke", "gewählt bis"]);
    h.get(None, &format!("{seat}?stand=2026-11-24")).is(200).hides(&["Dahlke", "Albers"]);
    h.get(kora, &format!("{seat}/verwalten")).says(&["Dora Dahlke", "bestätigt"]);
}

#[test]
fn what_is_wrong_stands_beside_its_field_and_the_rest_is_kept() {
    let h = house();
    let (kora, w) = (h.w.kora, &h.w);
    let end = format!("/sitze/{}/beenden", w.elected);
    let occupancy = w.occupancy_elected.to_string();
    for (until, reason, field) in [
        ("", "term", "until"),
        ("2026-02-30", "term", "until"),
        ("morgen", "term", "until"),
        ("9999-12-31", "term", "until"),
        ("2020-01-01", "term", "until"),
        ("2026-11-23", "", "reason"),
        ("2026-11-23", "recall", "reason"),
        ("2026-11-23", "<b>", "reason"),
    ] {
        let page = h.post(kora, &end, &[("occupancy", &occupancy), ("until", until), ("reason", reason)]);
        page.is(422).says(&["Fehler:", &format!("href=\"#{field}\"")]).hides(&["<b>\""]);
    }
    // Who keeps the network alone cannot go.
    let admin =
        h.fresh.db.read_now(|c| c.count("SELECT MIN(id) FROM seat WHERE office = 'network_admin'", db::args! {}));
    let path = format!("/sitze/{}/beenden", admin.unwrap());
    let form = h.get(Some(kora), &path);
    let own =
        form.is(200).html.split("name=\"occupancy\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    h.post(kora, &path, &[("occupancy", &own), ("until", "2026-11-23"), ("reason", "exit")])
        .is(422)
        .says(&["letzte Koordination"]);

    let fill = format!("/sitze/{}/besetzen", w.elected);
    let dora = format!("person-{}-post-{}", w.dora, w.post_dueren);
    for (field, value) in [
        ("occupant", ""),
        ("occupant", "person-1"),
        ("occupant", "<script>"),
        ("from", ""),
        ("from", "31.11.2026"),
        ("grain", "stunde"),
        ("basis", ""),
        ("status", "suspended"),
        ("term_end", "2026-11-01"),
    ] {
        let all = [
            ("q", "dahlke"),
            ("occupant", dora.as_str()),
            ("from", "2027-06-01"),
            ("grain", "month"),
            ("basis", "election"),
            ("term_end", ""),
            ("status", "nominated"),
        ];
        let sent: Vec<(&str, &str)> = all.iter().map(|(n, v)| (*n, if *n == field { value } else { *v })).collect();
        let page = h.post(kora, &fill, &sent);
        page.is(422).says(&["Fehler:", &format!("href=\"#{field}\""), "value=\"dahlke\""]).hides(&["<script>\""]);
    }
    // Taken in that time: the rule's own sentence.
    let sent = [
        ("q", "dahlke"),
        ("occupant", dora.as_str()),
        ("from", "2026-11-24"),
        ("grain", "day"),
        ("basis", "election"),
        ("status", "confirmed"),
    ];
    h.post(kora, &fill, &sent).is(422).says(&["Der Sitz ist in dieser Zeit schon besetzt."]);
}

#[test]
fn only_who_may_be_known_is_found() {
    let h = house();
    let w = &h.w;
    let (kora, from) = (w.kora, day("2020-01-01"));
    let seats = act(&h.fresh, kora, {
        let rag = w.rag;
        move |tx, by| {
            [SeatKind::Guest, SeatKind::Post, SeatKind::Organisation, SeatKind::ExOfficio]
                .into_iter()
                .map(|kind| networks::add_seat(tx, by, rag, &NewSeat::new(kind, from)))
                .collect::<kernel::Result<Vec<_>>>()
        }
    })
    .unwrap();
    let path = |n: usize| format!("/sitze/{}/besetzen", seats[n]);
    // Quinn released her name to nobody; Uma's network is kept by Kora, who sees no name in it either.
    assert!(offered(&h, &path(0), "quast").is_empty());
    assert!(offered(&h, &path(0), "ullrich").is_empty());
    assert!(offered(&h, &path(0), "neu").is_empty(), "Nora sits nowhere, nobody looks her up");
    assert_eq!(offered(&h, &path(0), "roth"), [format!("person-{}", w.rosa)]);
    let posts = offered(&h, &path(1), "eschweiler");
    assert_eq!(posts, [format!("post-{}", w.post_eschweiler)]);
    assert_eq!(offered(&h, &path(2), "helfen%20frauen"), [format!("organisation-{}", w.verein)]);
    assert_eq!(offered(&h, &path(3), "regionale").len(), 2, "chair and coordination");
}

#[test]
fn whoever_is_asked_answers_for_herself() {
    let h = house();
    let w = &h.w;
    let (dora, open) = (w.dora, w.open);
    let (seat, _) = act(&h.fresh, w.kora, move |tx, by| {
        let seat = networks::add_seat(tx, by, open, &NewSeat::new(SeatKind::Personal, day("2020-01-01")))?;
        let new = NewOccupancy::new(seat, Occupant::person(dora), day("2026-12-01")).status(Status::Invited);
        Ok((seat, networks::fill_seat(tx, by, &new)?))
    })
    .unwrap();
    let path = format!("/sitze/{seat}/antwort");
    h.get(Some(w.rosa), &path).is(404);
    h.post(w.rosa, &path, &[("answer", "ja")]).is(404);
    // She does not see who sits there, and is asked all the same.
    let form = h.get(Some(dora), &path);
    form.is(200).says(&["Möchten Sie diesen Sitz?", "Fachausschuss Digitalisierung"]);
    h.post(dora, &path, &[]).is(422).says(&["Bitte sagen Sie Ja oder Nein."]);
    h.post(dora, &path, &[("answer", "<i>")]).is(422).hides(&["<i>"]);
    let once = form.once();
    for _ in 0..2 {
        h.post(dora, &path, &[("einmal", &once), ("answer", "ja")]).is(303);
    }
    // The keeper confirms, pauses and goes on; each step once.
    let keep = format!("/sitze/{seat}/verwalten");
    let step = |word: &str| {
        let page = h.get(Some(w.kora), &keep);
        let value =
            page.html.split(&format!("value=\"{word}-")).nth(1).map(|r| r.split('"').next().unwrap().to_owned());
        let value = format!("{word}-{}", value.unwrap_or_else(|| panic!("{word} is not offered:\n{}", page.main())));
        h.post(w.kora, &keep, &[("schritt", &value)]).is(303);
        value
    };
    let done = step("bestaetigen");
    h.post(w.kora, &keep, &[("schritt", &done)]).is(422).says(&["Das ist schon geschehen."]);
    step("aussetzen");
    step("fortsetzen");
    for wrong in ["", "bestaetigen-1", "bestaetigen-x", "<b>-1"] {
        h.post(w.kora, &keep, &[("schritt", wrong)]).is(422).hides(&["<b>-1"]);
    }
    h.get(Some(dora), &path).is(404);
    h.get(Some(dora), &format!("/sitze/{seat}?stand=2026-12-01")).is(404);
}
