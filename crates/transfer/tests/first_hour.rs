//! A new network on its first evening: founded, filled from a list, the first invitations sent.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

#[path = "../../networks/tests/common/mod.rs"]
mod common;
#[path = "../../networks/tests/house/mod.rs"]
mod house;
mod support;

use support::{all, count, pasted, take};

const FOUNDING: [(&str, &str); 9] = [
    ("name", "Runde der Kreise"),
    ("short_name", "RdK"),
    ("purpose", "Wir beraten uns."),
    ("reach", "region"),
    ("formal", "ja"),
    ("openness", "still"),
    ("keeper", "ich"),
    ("given", ""),
    ("mail", ""),
];

#[test]
fn x10_8_a_new_network_starts_in_an_hour_and_whoever_is_outside_reads_no_name() {
    for h in all() {
        let today = support::today().to_string();
        let founding = [&FOUNDING[..], &[("from", today.as_str())]].concat();
        // Whoever does not run the installation founds nothing.
        h.post(h.w.anna, "/netzwerke/gruenden", &founding).is(403);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM body WHERE name = 'Runde der Kreise'"), 0);
        h.operates(h.w.kora);
        h.post(h.w.kora, "/netzwerke/gruenden", &founding).is(303);
        let slug = "SELECT slug FROM body WHERE name = 'Runde der Kreise'";
        let slug = h.fresh.db.read_now(move |c| c.one(slug, db::args! {}, |r| r.get::<String>(0))).unwrap();
        assert_eq!(count(&h, "SELECT COUNT(*) FROM body WHERE name = 'Runde der Kreise' AND formal"), 1);

        let list = "Name\tE-Mail\tAmt\tKommune\tseit\nIda Imhof\tida@ort1.example.org\tGleichstellungsbeauftragte\tGemeinde Ort1\t01.03.2021\n\
            Jana Jung\tjana@ort2.example.org\tGleichstellungsbeauftragte\tGemeinde Ort2\t01.04.2022\n";
        let check = pasted(&h, &slug, "stellen", list);
        h.get(Some(h.w.kora), &check).is(200).says(&["neu 2", "2 übernehmen"]);
        take(&h, &check).is(200).says(&["2 Personen", "2 Sitze"]);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM mail_out"), 0, "nobody is written to before the preview");

        let letters = check.replace("pruefen", "einladung");
        h.get(Some(h.w.kora), &letters).is(200).says(&["Jetzt 2 Einladungen senden", "Runde der Kreise"]);
        // The preview and the names are for whoever keeps the network.
        let persons = format!("/netzwerke/{slug}/personen");
        for stranger in [Some(h.w.nora), Some(h.w.anna), None] {
            for page in [&check, &letters, &persons] {
                let seen = h.get(stranger, page);
                assert_ne!(seen.status, 200, "{page}");
                seen.hides(&["Imhof", "ida@ort1.example.org"]);
            }
        }
        h.get(None, "/netzwerke").hides(&["Imhof"]);
        assert_ne!(h.post(h.w.nora, &letters, &[("anzahl", "2")]).status, 303);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM mail_out"), 0);

        h.post(h.w.kora, &letters, &[("anzahl", "2")]).is(303);
        for address in ["ida@ort1.example.org", "jana@ort2.example.org"] {
            assert_eq!(h.letters(address).len(), 1, "{address}");
        }
        assert_eq!(count(&h, "SELECT COUNT(*) FROM mail_out"), 2, "and nobody else");
        h.get(Some(h.w.kora), &persons).is(200).says(&["Imhof", "Jung"]);
    }
}
