//! What is remembered between requests never shows: after any change each page is what it would be without memory.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

mod common;
mod house;

use db::args;
use house::{House, house};

/// Changes of facts, of rights and of consent; `:n` picks a row, `:m` a value.
const CHANGES: &[&str] = &[
    "UPDATE body SET name = 'Umbenannt ' || :m, sort_name = 'umbenannt' WHERE id = (SELECT id FROM body ORDER BY id LIMIT 1 OFFSET :n % (SELECT COUNT(*) FROM body))",
    "UPDATE body SET hue = 1 + :m % 6, rhythm = 'alle ' || :m || ' Wochen', formal = (:m % 2 = 0) WHERE id = (SELECT id FROM body ORDER BY id LIMIT 1 OFFSET :n % (SELECT COUNT(*) FROM body))",
    "UPDATE body SET level = :m % 3, roster_level = CASE WHEN sensitive THEN 2 ELSE :m % 3 + (2 - :m % 3) * (:n % 2) END WHERE NOT unlisted AND id = (SELECT id FROM body ORDER BY id LIMIT 1 OFFSET :n % (SELECT COUNT(*) FROM body))",
    "UPDATE body SET until_day = CASE WHEN :m % 2 = 0 THEN '9999-12-31' ELSE '2026-11-01' END WHERE kind <> 'network' AND id = (SELECT id FROM body ORDER BY id LIMIT 1 OFFSET :n % (SELECT COUNT(*) FROM body))",
    "UPDATE seat SET label = 'Platz ' || :m WHERE id = (SELECT id FROM seat ORDER BY id LIMIT 1 OFFSET :n % (SELECT COUNT(*) FROM seat))",
    "UPDATE seat SET until_day = CASE WHEN :m % 2 = 0 THEN '9999-12-31' ELSE '2026-11-01' END WHERE id = (SELECT id FROM seat ORDER BY id LIMIT 1 OFFSET :n % (SELECT COUNT(*) FROM seat))",
    "UPDATE seat SET office = CASE WHEN office IS NULL THEN 'speaker' WHEN voice = 'office' THEN 'chair' END WHERE id = (SELECT id FROM seat ORDER BY id LIMIT 1 OFFSET :n % (SELECT COUNT(*) FROM seat))",
    "UPDATE occupancy SET until_day = CASE WHEN :m % 2 = 0 THEN '9999-12-31' ELSE '2026-11-20' END WHERE id = (SELECT id FROM occupancy ORDER BY id LIMIT 1 OFFSET :n % (SELECT COUNT(*) FROM occupancy))",
    "UPDATE occupancy SET status = CASE WHEN :m % 2 = 0 THEN 'confirmed' ELSE 'suspended' END WHERE id = (SELECT id FROM occupancy ORDER BY id LIMIT 1 OFFSET :n % (SELECT COUNT(*) FROM occupancy))",
    "UPDATE tenure SET until_day = CASE WHEN :m % 2 = 0 THEN '9999-12-31' ELSE '2026-11-20' END WHERE id = (SELECT id FROM tenure ORDER BY id LIMIT 1 OFFSET :n % (SELECT COUNT(*) FROM tenure))",
    "UPDATE representative SET until_day = CASE WHEN :m % 2 = 0 THEN '9999-12-31' ELSE '2026-11-20' END WHERE id = (SELECT id FROM representative ORDER BY id LIMIT 1 OFFSET :n % (SELECT COUNT(*) FROM representative))",
    "UPDATE organisation SET name = 'Haus ' || :m WHERE id = (SELECT id FROM organisation ORDER BY id LIMIT 1 OFFSET :n % (SELECT COUNT(*) FROM organisation))",
    "UPDATE organisation SET territory_id = (SELECT id FROM territory ORDER BY id LIMIT 1 OFFSET :m % 6) WHERE id = (SELECT id FROM organisation ORDER BY id LIMIT 1 OFFSET :n % (SELECT COUNT(*) FROM organisation))",
    "UPDATE post SET title = 'Stelle ' || :m, title_female = NULL, title_male = NULL, mail = 'm' || :m || '@example.org' WHERE id = (SELECT id FROM post ORDER BY id LIMIT 1 OFFSET :n % (SELECT COUNT(*) FROM post))",
    "UPDATE edge SET until_day = CASE WHEN :m % 2 = 0 THEN '9999-12-31' ELSE '2026-11-20' END WHERE id = (SELECT id FROM edge ORDER BY id LIMIT 1 OFFSET :n % (SELECT COUNT(*) FROM edge))",
    "INSERT INTO edge (id, from_body_id, to_body_id, kind, label, from_day) SELECT 900000 + :n * 100 + :m, a.id, b.id, 'cooperates_with', 'seit ' || :m, '2020-01-01' FROM body a, body b WHERE a.slug = 'regionale-ag' AND b.slug = 'frauennetzwerk'",
    "DELETE FROM edge WHERE id >= 900000",
    "INSERT INTO former_name (id, body_id, name, from_day, until_day) SELECT 900000 + :n * 100 + :m, id, 'Früher ' || :m, '2001-01-01', '2020-01-01' FROM body WHERE slug = 'regionale-ag'",
    "DELETE FROM former_name WHERE id >= 900000",
    "UPDATE person SET family = 'Name' || :m, sort_name = 'name' || :m, title_form = CASE WHEN :m % 2 = 0 THEN 'neutral' ELSE 'female' END WHERE id = (SELECT id FROM person ORDER BY id LIMIT 1 OFFSET :n % (SELECT COUNT(*) FROM person))",
    "INSERT INTO consent (id, person_id, field, audience, given_at) SELECT 900000 + :n * 100 + :m, id, 'name', 'public', 1 FROM person ORDER BY id LIMIT 1 OFFSET :n % 10",
    "UPDATE consent SET withdrawn_at = given_at WHERE id >= 900000",
];

/// Small, even and repeatable (SplitMix64).
struct Dice(u64);
impl Dice {
    fn roll(&mut self, sides: u64) -> i64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        i64::try_from((z ^ (z >> 31)) % sides).unwrap()
    }
}

/// A query that means nothing keeps the copies for the public out of this test: they follow the log.
const PATHS: &[&str] = &[
    "/netzwerke/regionale-ag?x=1",
    "/en/netzwerke/regionale-ag?x=1",
    "/netzwerke/regionale-ag?stand=2019-06-30",
    "/netzwerke/regionale-ag/bild?x=1",
    "/netzwerke/regionale-ag/mitglieder?x=1",
    "/netzwerke/regionale-ag/personen?x=1",
    "/netzwerke/frauennetzwerk?x=1",
    "/netzwerke/frauennetzwerk/gremien?x=1",
    "/netzwerke/kommunales-lsbtiq-netzwerk?x=1",
];

fn pages(house: &House) -> Vec<(String, u16, String)> {
    let w = &house.w;
    let readers = [None, Some(w.anna), Some(w.quinn), Some(w.olga)];
    let mut all = Vec::new();
    for reader in readers {
        for path in PATHS.iter().copied().map(str::to_owned).chain(reader.map(|p| format!("/personen/{p}"))) {
            let page = house.get(reader, &path);
            let once = if page.html.contains("name=\"einmal\"") { page.once() } else { String::new() };
            let html = if once.is_empty() { page.html } else { page.html.replace(&once, "") };
            all.push((format!("{path} for {reader:?}"), page.status.as_u16(), html));
        }
    }
    all
}

/// Counts the facts on or back without changing any, so that everything is read anew or not.
fn count(house: &House, by: i64) {
    let sql = "UPDATE counter SET value = value + :by WHERE name = 'facts'";
    house.fresh.db.write_now(move |tx| tx.exec(sql, args! { by: by }).map(|_| tx.silent("a test"))).unwrap();
}

#[test]
fn after_any_change_every_page_is_what_it_would_be_without_memory() {
    let (house, mut dice) = (house(), Dice(11));
    pages(&house);
    let (mut changed, mut told) = (0, 0);
    let mut before = pages(&house);
    for round in 0..40 {
        let sql = CHANGES[usize::try_from(dice.roll(CHANGES.len() as u64)).unwrap()];
        let (n, m) = (dice.roll(97), dice.roll(23));
        // Not every change is possible in every state: the schema refuses some.
        let done = house.fresh.db.write_now(move |tx| {
            tx.silent("a test");
            tx.exec(sql, args! { n: n, m: m })
        });
        changed += u32::from(matches!(done, Ok(rows) if rows > 0));
        let now = pages(&house);
        count(&house, 1);
        for (remembered, fresh) in now.iter().zip(pages(&house)) {
            assert!(*remembered == fresh, "round {round}: {} after {sql}", fresh.0);
        }
        told += u32::from(now != before);
        before = now;
    }
    assert!(changed > 25 && told > 15, "{changed} changes, {told} of them told");
}

#[test]
fn pages_are_remembered_at_all() {
    let house = house();
    let before = pages(&house);
    // A change that does not count leaves the pages as they were: else nothing was remembered, and the test above
    // would say nothing.
    let sql = "UPDATE seat SET label = 'Nie gelesen', office = 'speaker'";
    house.fresh.db.write_now(move |tx| tx.exec(sql, args! {}).map(|_| tx.silent("a test"))).unwrap();
    count(&house, -1);
    let same = before.iter().zip(pages(&house)).filter(|(a, b)| **a == *b).count();
    count(&house, 2);
    let still = before.iter().zip(pages(&house)).filter(|(a, b)| **a == *b).count();
    assert!(same > still + 5, "{same} were remembered, {still} would be the same");
}
