//! Changing organisations in the browser: contact, name, end and merger.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

mod common;
mod house;

use house::{House, Seen, house};

fn version(page: &Seen) -> String {
    page.html.split("name=\"version\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

fn at(h: &House, what: &str) -> String {
    format!("/organisationen/{}/{what}", h.w.aachen)
}

#[test]
fn organisations_are_changed_by_those_who_keep_a_body_they_sit_in() {
    let h = house();
    for what in ["bearbeiten", "umbenennen", "aufloesen"] {
        let path = at(&h, what);
        for who in [h.w.anna, h.w.dora, h.w.nora] {
            h.get(Some(who), &path).is(403);
            h.post(who, &path, &[("version", "1")]).is(403);
        }
        h.get(None, &path).is(303);
        h.get(Some(h.w.kora), &path).is(200);
        h.get(Some(h.w.kora), &path.replace(&h.w.aachen.to_string(), "4711")).is(404);
    }
    let town = format!("/organisationen/{}", h.w.aachen);
    h.get(Some(h.w.kora), &town).says(&[&at(&h, "bearbeiten"), &at(&h, "umbenennen"), &at(&h, "aufloesen")]);
    for who in [Some(h.w.anna), Some(h.w.dora), None] {
        h.get(who, &town).hides(&["/bearbeiten\"", "/umbenennen\"", "/aufloesen\""]);
    }
    // Whoever keeps another network only may not.
    let nora = h.w.nora;
    common::operate(&h.fresh, move |tx, _| common::network(tx, "Anderes Netz", nora, |_| ())).unwrap();
    h.get(Some(nora), &at(&h, "bearbeiten")).is(403);
    let read = move |c: &db::Conn| Ok(people::keeps_register(&rights::load(c, nora.raw(), c.today(), None)?));
    assert!(h.fresh.db.read_now(read).unwrap(), "though she keeps a network");
}

#[test]
fn contact_and_purpose_are_saved_once_and_a_stale_form_shows_both_versions() {
    let h = house();
    let path = at(&h, "bearbeiten");
    let seen = h.get(Some(h.w.kora), &path);
    let (version, once) = (version(&seen), seen.once());
    let good = [
        ("version", version.as_str()),
        ("einmal", once.as_str()),
        ("mail", "rathaus@aachen.example.org"),
        ("phone", "0241 432-0"),
        ("address", "Markt\n52062 Aachen"),
        ("website", "https://aachen.example.org"),
        ("purpose", "Die Stadt."),
    ];
    for _ in 0..2 {
        h.post(h.w.kora, &path, &good).is(303);
    }
    h.get(Some(h.w.kora), &format!("/organisationen/{}", h.w.aachen))
        .says(&["rathaus@aachen.example.org", "Die Stadt."]);
    let late = [("version", version.as_str()), ("mail", "anders@aachen.example.org"), ("purpose", "Etwas anderes.")];
    h.post(h.w.kora, &path, &late).is(409).says(&["inzwischen geändert", "Die Stadt.", "Etwas anderes."]);
    let now = self::version(&h.get(Some(h.w.kora), &path));
    for (field, value) in
        [("mail", "kein"), ("phone", "ruf an"), ("website", "javascript:alert(1)"), ("purpose", "a\u{202e}b")]
    {
        let sent = [("version", now.as_str()), (field, value), ("address", "Bleibt stehen")];
        h.post(h.w.kora, &path, &sent).is(422).says(&[&format!("href=\"#{field}\""), "Bleibt stehen"]);
    }
}

#[test]
fn another_name_keeps_the_old_one_for_earlier_days() {
    let h = house();
    let path = at(&h, "umbenennen");
    let version = version(&h.get(Some(h.w.kora), &path));
    for (field, value) in
        [("name", ""), ("name", "Stadt Aachen"), ("from", ""), ("from", "2027-01-01"), ("from", "1900-01-01")]
    {
        let mut sent = vec![("version", version.as_str()), ("name", "Kaiserstadt Aachen"), ("from", "2026-11-01")];
        sent.retain(|(n, _)| *n != field);
        sent.push((field, value));
        h.post(h.w.kora, &path, &sent).is(422).says(&[&format!("href=\"#{field}\"")]);
    }
    let good = [("version", version.as_str()), ("name", "Kaiserstadt Aachen"), ("from", "2026-11-01")];
    h.post(h.w.kora, &path, &good).is(303);
    let town = format!("/organisationen/{}", h.w.aachen);
    h.get(Some(h.w.kora), &town).says(&["<h1>Kaiserstadt Aachen", "Stadt Aachen ("]);
    h.get(Some(h.w.kora), &format!("{town}?stand=2026-10-31")).says(&["<h1>Stadt Aachen"]);
    h.post(h.w.kora, &path, &good).is(409);
}

#[test]
fn a_merged_municipality_keeps_its_seats_until_somebody_ends_them() {
    let h = house();
    let path = at(&h, "aufloesen");
    let page = h.get(Some(h.w.kora), &format!("{path}?q=düren").replace('ü', "%C3%BC"));
    let (version, dueren) = (version(page.is(200).says(&["Stadt Düren"])), h.w.dueren.to_string());
    let sent = |until: &'static str, into: &str, q: &'static str| {
        vec![
            ("version".to_owned(), version.clone()),
            ("q".to_owned(), q.to_owned()),
            ("until".to_owned(), until.to_owned()),
            ("into".to_owned(), into.to_owned()),
        ]
    };
    let post = |fields: &[(String, String)]| {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        h.post(h.w.kora, &path, &fields)
    };
    post(&sent("", &dueren, "düren")).is(422).says(&["href=\"#until\""]);
    post(&sent("2026-11-22", "", "düren")).is(422).says(&["href=\"#into\""]);
    // Only who was found can be chosen, and nothing merges into itself.
    post(&sent("2026-11-22", &dueren, "")).is(422).says(&["href=\"#into\""]);
    post(&sent("2026-11-22", &h.w.aachen.to_string(), "aachen")).is(422).says(&["href=\"#into\""]);
    post(&sent("2026-11-22", &dueren, "düren")).is(303);
    // The seat of its post still gives rights: nobody is unseated by a merger.
    h.get(Some(h.w.anna), "/netzwerke/regionale-ag/personen").is(200);
    h.get(Some(h.w.kora), &format!("/organisationen/{}", h.w.aachen)).says(&["Aufgegangen in", "Stadt Düren"]);
}
