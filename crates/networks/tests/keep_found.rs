//! Founding a network in the browser, and what a young one still needs.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

mod common;
mod house;

use house::{House, house};

const HERSELF: [(&str, &str); 10] = [
    ("name", "Arbeitskreis Gleichstellung im Kreis Euskirchen"),
    ("short_name", "AK Euskirchen"),
    ("purpose", ""),
    ("reach", "region"),
    ("formal", "nein"),
    ("openness", "still"),
    ("from", "2020-01-01"),
    ("keeper", "ich"),
    ("given", ""),
    ("mail", ""),
];

const PATH: &str = "/netzwerke/gruenden";

fn with<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = HERSELF.iter().copied().filter(|(n, _)| !changes.iter().any(|(c, _)| c == n));
    kept.chain(changes.iter().copied()).collect()
}

fn networks(h: &House) -> i64 {
    h.fresh.db.read_now(|c| c.count("SELECT COUNT(*) FROM body WHERE kind = 'network'", db::args! {})).unwrap()
}

#[test]
fn founding_is_for_who_runs_the_installation() {
    let h = house();
    let before = networks(&h);
    for who in [h.w.kora, h.w.dora, h.w.nora] {
        h.get(Some(who), PATH).is(403);
        h.post(who, PATH, &HERSELF).is(403);
        h.get(Some(who), "/netzwerke").hides(&[PATH]);
    }
    h.get(None, "/netzwerke").hides(&[PATH]);
    assert_eq!(networks(&h), before);
    h.operates(h.w.nora);
    h.get(Some(h.w.nora), "/netzwerke").says(&["href=\"/netzwerke/gruenden\"", "Netzwerk gründen"]);
    h.get(Some(h.w.nora), PATH).is(200).says(&["Stimmen Sie förmlich ab?"]);
}

#[test]
fn she_founds_it_for_herself_and_sees_what_comes_next() {
    let h = house();
    h.operates(h.w.nora);
    let (before, once) = (networks(&h), h.get(Some(h.w.nora), PATH).once());
    let sent: Vec<(&str, &str)> = HERSELF.iter().copied().chain([("einmal", once.as_str())]).collect();
    let manage = h.post(h.w.nora, PATH, &sent).is(303).location().to_owned();
    h.post(h.w.nora, PATH, &sent).is(303);
    assert_eq!(networks(&h), before + 1, "sent twice, it acts once");
    assert!(h.all_letters().is_empty(), "nobody was written to");

    let page = h.get(Some(h.w.nora), &manage);
    page.is(200).says(&["Die ersten Schritte", "Mitglieder eintragen", "offen", "AK Euskirchen"]);
    let slug = "/netzwerke/arbeitskreis-gleichstellung-im-kreis-euskirchen";
    h.get(Some(h.w.nora), slug).is(200).says(&["Verwalten"]);
    // The page is public, who belongs is not; and nobody else keeps it.
    h.get(None, slug).is(200).says(&["AK Euskirchen"]).hides(&["Nora"]);
    h.get(Some(h.w.kora), &manage).is(404);
    h.get(Some(h.w.nora), &format!("{slug}?stand=2019-12-31")).is(200).says(&["Am 31. Dezember 2019 gab es"]);
}

#[test]
fn steps_that_are_done_say_so_and_go_when_all_are() {
    let h = house();
    h.operates(h.w.nora);
    let manage = h.post(h.w.nora, PATH, &with(&[("purpose", "Wir tauschen uns aus.")])).is(303).location().to_owned();
    let body = manage.trim_start_matches("/gremien/").trim_end_matches("/verwalten").to_owned();
    let done = |h: &House| h.get(Some(h.w.nora), &manage).main().matches("erledigt").count();
    assert_eq!(done(&h), 1, "the purpose");
    let seats = [
        ("count", "2"),
        ("kind", "personal"),
        ("voice", "voting"),
        ("office", ""),
        ("eligibility", "none"),
        ("term_months", ""),
        ("from", "2026-11-23"),
    ];
    h.post(h.w.nora, &format!("/gremien/{body}/sitze"), &seats).is(303);
    assert_eq!(done(&h), 2, "members");
    let board = [
        ("name", "Sprechteam"),
        ("kind", "lead_team"),
        ("level", "public"),
        ("roster_level", "network"),
        ("organ_of", ""),
        ("from", "2026-11-23"),
    ];
    h.post(h.w.nora, &format!("/gremien/{body}/anlegen"), &board).is(303);
    assert_eq!(done(&h), 3, "a body");
    let edit = [("version", "1"), ("purpose", "Wir tauschen uns aus."), ("mail", "ak@example.org"), ("join_page", "")];
    h.post(h.w.nora, &format!("/gremien/{body}/bearbeiten"), &edit).is(303);
    h.get(Some(h.w.nora), &manage).is(200).hides(&["Die ersten Schritte"]);
}

#[test]
fn another_person_keeps_it_and_a_sensitive_network_is_not_named_in_her_mail() {
    let h = house();
    h.operates(h.w.nora);
    let other = [("keeper", "andere"), ("given", "Kim"), ("family", "Neumann"), ("mail", "kim@example.org")];
    h.post(h.w.nora, PATH, &with(&other)).is(303);
    let letters = h.letters("kim@example.org");
    assert_eq!(letters.len(), 1);
    assert!(
        letters[0].1.contains("Kreis Euskirchen") && letters[0].1.contains("http://localhost:8080/t/"),
        "{letters:?}"
    );
    // Who runs the installation is no reader of it.
    let slug = "/netzwerke/arbeitskreis-gleichstellung-im-kreis-euskirchen";
    h.get(Some(h.w.nora), slug).is(200).hides(&["Kim", "/verwalten"]);

    let quiet = [("name", "Netz der Stillen"), ("openness", "sensibel"), ("mail", "kim.n@example.org")];
    h.post(h.w.nora, PATH, &with(&[&other[..3], &quiet[..]].concat())).is(303);
    let letters = h.letters("kim.n@example.org");
    assert_eq!(letters.len(), 1);
    assert!(!letters[0].0.contains("Stillen") && !letters[0].1.contains("Stillen"), "{letters:?}");

    let hidden = [("name", "Netz der Unsichtbaren"), ("openness", "verborgen")];
    h.post(h.w.nora, PATH, &with(&[&other[..], &hidden[..]].concat())).is(303);
    for who in [Some(h.w.nora), Some(h.w.kora), None] {
        h.get(who, "/netzwerke/netz-der-unsichtbaren").is(404).hides(&["Unsichtbaren"]);
        h.get(who, "/netzwerke").hides(&["Unsichtbaren"]);
    }
}

#[test]
fn what_is_missing_is_said_beside_its_field_and_nothing_is_lost() {
    let h = house();
    h.operates(h.w.nora);
    let before = networks(&h);
    for (field, value) in [
        ("name", ""),
        ("name", "\u{202e}Kreis"),
        ("name", "Gründen"),
        ("reach", "mond"),
        ("formal", ""),
        ("openness", "<b>"),
        ("from", "2026-02-30"),
        ("from", ""),
        ("keeper", "niemand"),
    ] {
        let seen = h.post(h.w.nora, PATH, &with(&[(field, value), ("purpose", "Bleibt stehen.")]));
        if (field, value) == ("name", "Gründen") {
            // Where the name gives an address of ours, another one is made.
            seen.is(303);
            continue;
        }
        seen.is(422).says(&[&format!("href=\"#{field}\""), "Bleibt stehen."]).hides(&["<b>\""]);
    }
    for (given, family, mail, field) in [
        ("", "Neumann", "kim@example.org", "given"),
        ("Kim", "", "kim@example.org", "family"),
        ("Kim", "Neumann", "kim", "mail"),
        ("Kim", "Neumann", "kim@example.org\r\nBcc: x@example.org", "mail"),
    ] {
        let other = [("keeper", "andere"), ("given", given), ("family", family), ("mail", mail)];
        h.post(h.w.nora, PATH, &with(&other)).is(422).says(&[&format!("href=\"#{field}\"")]);
    }
    assert_eq!(networks(&h), before + 1);
    assert!(h.all_letters().is_empty());
    // The same name again: the address is taken.
    h.post(h.w.nora, PATH, &HERSELF).is(303);
    h.post(h.w.nora, PATH, &HERSELF).is(422).says(&["href=\"#name\""]);
}
