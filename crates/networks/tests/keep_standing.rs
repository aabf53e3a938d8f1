//! Who speaks for an organisation and who stands in, named and ended in the browser.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

mod common;
mod house;

use house::{House, house};

fn sent<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let all = [
        ("q", ""),
        ("whom", "neu"),
        ("given", "Kim"),
        ("family", "Neumann"),
        ("mail", ""),
        ("rank", "2"),
        ("from", "2026-11-23"),
    ];
    let kept = all.into_iter().filter(|(n, _)| !changes.iter().any(|(c, _)| c == n));
    kept.chain(changes.iter().copied()).collect()
}

fn key(h: &House, path: &str, of: &str) -> String {
    let page = h.get(Some(h.w.kora), path);
    let before = page.is(200).html.split(of).next().unwrap();
    before.rsplit("name=\"standing\" value=\"").next().unwrap().split('"').next().unwrap().to_owned()
}

#[test]
fn a_substitute_is_named_stands_in_and_is_ended() {
    let h = house();
    let there = format!("/sitze/{}/vertretung", h.w.delegate);
    for who in [h.w.anna, h.w.dora, h.w.nora] {
        h.get(Some(who), &there).is(403);
        h.post(who, &there, &sent(&[])).is(403);
        h.get(Some(who), &format!("{there}/beenden")).is(403);
    }
    h.get(None, &there).is(303);
    h.get(Some(h.w.kora), &format!("{there}/beenden")).says(&["Für diesen Sitz ist niemand benannt."]);
    h.get(Some(h.w.kora), &format!("/sitze/{}/verwalten", h.w.delegate)).says(&[&there, "Vertretung benennen"]);
    let dora = format!("person-{}", h.w.dora);
    h.get(Some(h.w.kora), &format!("{there}?q=dahlke")).says(&["Dora Dahlke"]);
    for (changes, field) in [
        (vec![("whom", "person-1")], "whom"),
        (vec![("rank", "viele")], "rank"),
        (vec![("rank", "100")], "rank"),
        (vec![("from", "")], "from"),
        (vec![("given", "")], "given"),
    ] {
        h.post(h.w.kora, &there, &sent(&changes)).is(422).says(&[&format!("href=\"#{field}\"")]);
    }
    let once = h.get(Some(h.w.kora), &there).once();
    let good = sent(&[("q", "dahlke"), ("whom", dora.as_str()), ("rank", "1"), ("einmal", once.as_str())]);
    for _ in 0..2 {
        h.post(h.w.kora, &there, &good).is(303);
    }
    let seat = format!("/sitze/{}", h.w.delegate);
    h.get(Some(h.w.kora), &seat).says(&["Dora Dahlke"]);
    // She never raises the count: the seat is Anna's.
    h.get(Some(h.w.kora), &format!("/sitze/{}/verwalten", h.w.delegate)).says(&["Anna Albers"]);

    let end = format!("{there}/beenden");
    let key = key(&h, &end, "Dora Dahlke");
    h.post(h.w.kora, &end, &[("standing", "vertretung-1"), ("until", "2026-11-30")])
        .is(422)
        .says(&["href=\"#standing\""]);
    h.post(h.w.kora, &end, &[("standing", &key), ("until", "")]).is(422).says(&["href=\"#until\""]);
    h.post(h.w.kora, &end, &[("standing", &key), ("until", "2026-11-23")]).is(303);
    h.fresh.clock.set(common::day("2026-11-24").at(0, 0));
    h.get(Some(h.w.kora), &seat).hides(&["Dora Dahlke"]);
}

#[test]
fn an_organisation_names_a_contact_and_two_never_share_a_rank() {
    let h = house();
    let there = format!("/sitze/{}/vertretung", h.w.seat_verein);
    h.get(Some(h.w.kora), &there).is(200).says(&["Kontaktperson benennen", "Rosa Roth", "Sina Simons"]);
    h.post(h.w.kora, &there, &sent(&[])).is(422).says(&["schon benannt"]);
    let end = format!("{there}/beenden");
    let key = key(&h, &end, "Sina Simons");
    h.post(h.w.kora, &end, &[("standing", &key), ("until", "2026-11-22")]).is(303);
    h.post(h.w.kora, &there, &sent(&[])).is(303);
    let seat = h.get(Some(h.w.kora), &format!("/sitze/{}", h.w.seat_verein));
    let now = seat.main().split("id=\"wer\"").nth(1).unwrap().split("</section>").next().unwrap().to_owned();
    assert!(now.contains("Kim Neumann") && !now.contains("Sina Simons"), "{now}");
    // From outside nobody learns who it is.
    h.get(None, &format!("/organisationen/{}", h.w.verein)).hides(&["Kim Neumann"]);
}
