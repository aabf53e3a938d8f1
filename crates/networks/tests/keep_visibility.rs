//! Who sees a network or body, changed by whoever keeps it.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

mod common;
mod house;

use house::{House, house};

fn version(h: &House, path: &str) -> String {
    let page = h.get(Some(h.w.kora), path);
    page.is(200).html.split("name=\"version\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

fn send(h: &House, path: &str, fields: &[(&str, &str)]) -> house::Seen {
    let version = version(h, path);
    let all: Vec<(&str, &str)> = fields.iter().copied().chain([("version", version.as_str())]).collect();
    h.post(h.w.kora, path, &all)
}

const NETWORK: [(&str, &str); 4] =
    [("short_name", "Netz"), ("reach", "land"), ("openness", "still"), ("carries_over", "ja")];
const BODY: [(&str, &str); 4] =
    [("short_name", ""), ("level", "network"), ("roster_level", "network"), ("carries_over", "ja")];

fn with<'a>(all: &[(&'a str, &'a str)], field: &'a str, value: &'a str) -> Vec<(&'a str, &'a str)> {
    all.iter().copied().filter(|(n, _)| *n != field).chain([(field, value)]).collect()
}

#[test]
fn visibility_is_for_whoever_keeps_the_membership() {
    let h = house();
    let path = format!("/gremien/{}/sichtbarkeit", h.w.verband);
    // Who sees no seats of it learns not even that there is something to change.
    for (who, status) in [(h.w.dora, 404), (h.w.nora, 404), (h.w.rosa, 403)] {
        h.get(Some(who), &path).is(status);
        h.post(who, &path, &NETWORK).is(status);
    }
    h.get(None, &path).is(303);
    h.get(Some(h.w.kora), &format!("/gremien/{}/verwalten", h.w.verband)).says(&[&path]);
    h.get(Some(h.w.dora), &format!("/gremien/{}/sichtbarkeit", h.w.rag)).is(403);
    h.get(Some(h.w.dora), &format!("/gremien/{}/sichtbarkeit", h.w.hidden)).is(404).hides(&["Runder Tisch"]);
}

#[test]
fn a_body_is_closed_and_opened_and_never_wider_than_its_network() {
    let h = house();
    let path = format!("/gremien/{}/sichtbarkeit", h.w.gma);
    let gma = "/netzwerke/regionale-ag/gremien/gender-mainstreaming-ausschuss";
    h.get(None, gma).is(200);
    send(&h, &path, &BODY).is(303);
    h.get(None, gma).is(404);
    h.get(Some(h.w.dora), gma).is(200);
    // Seats are never seen more widely than the page.
    send(&h, &path, &with(&BODY, "roster_level", "public")).is(422).says(&["href=\"#roster_level\""]);
    for (field, value) in [("level", "alle"), ("carries_over", "<b>"), ("short_name", "a\u{202e}b")] {
        send(&h, &path, &with(&BODY, field, value)).is(422).says(&[&format!("href=\"#{field}\"")]);
    }
    send(&h, &path, &with(&with(&BODY, "level", "public"), "roster_level", "public")).is(303);
    h.get(None, gma).is(200);
    h.post(h.w.kora, &path, &with(&BODY, "version", "1")).is(409).says(&["inzwischen geändert"]);
}

#[test]
fn a_network_becomes_sensitive_once_its_bodies_are_and_stays_so() {
    let h = house();
    let (path, open) =
        (format!("/gremien/{}/sichtbarkeit", h.w.verband), format!("/gremien/{}/sichtbarkeit", h.w.open));
    send(&h, &path, &NETWORK).is(303);
    h.get(None, "/netzwerke").says(&["Frauennetzwerk"]);
    // Its committee is more open: that comes first.
    send(&h, &path, &with(&NETWORK, "openness", "sensibel")).is(422).says(&["href=\"#openness\""]);
    send(&h, &open, &with(&BODY, "sensitive", "ja")).is(303);
    send(&h, &path, &with(&NETWORK, "openness", "sensibel")).is(303);
    // Nobody lifts what those who sit here rely on.
    for openness in ["offen", "still"] {
        send(&h, &path, &with(&NETWORK, "openness", openness)).is(422).says(&["verlässt sich auf den Schutz"]);
    }
    h.get(None, "/netzwerke/frauennetzwerk").is(200).hides(&["Rosa Roth", "Frauen helfen"]);
    send(&h, &path, &with(&NETWORK, "openness", "verborgen")).is(422).says(&["href=\"#openness\""]);
    send(&h, &open, &with(&BODY, "unlisted", "ja")).is(303);
    send(&h, &path, &with(&NETWORK, "openness", "verborgen")).is(303);
    h.get(None, "/netzwerke/frauennetzwerk").is(404);
}
