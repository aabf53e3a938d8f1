//! What a person can ask about herself, and what stays when she has herself erased.

use std::collections::BTreeMap;

use db::args;

use super::{body, name, names, number, today, word};
use crate::world::{World, both, reading};

/// Someone who holds a post with a seat in the regional working group, coordinates nothing and has a name of her own.
fn officer(world: &World) -> i64 {
    let rag = body(world, "rag-aachen");
    let sql = "SELECT DISTINCT p.id, p.given || ' ' || p.family FROM sits v JOIN person p ON p.id = v.person_id JOIN tenure t ON t.person_id = p.id AND t.post_id = v.post_id AND t.mode = 'holder' \
         WHERE v.body_id = :rag AND v.from_day <= :day AND v.until_day > :day AND NOT EXISTS (SELECT 1 FROM sits k WHERE k.person_id = p.id AND k.office IN ('network_admin', 'secretariat')) \
         AND (SELECT COUNT(*) FROM person q WHERE q.family = p.family) = 1 AND t.from_day < '2026-01-01' ORDER BY 1";
    names(world, sql, args! { rag: rag, day: today() }).first().expect("an officer").0
}

/// Every value of every column in which one of these words stands.
fn places(world: &World, words: &[String]) -> BTreeMap<String, String> {
    let words: Vec<String> = words.iter().map(|w| w.to_lowercase()).collect();
    world
        .site
        .db()
        .read_now(move |c| {
            let mut found = BTreeMap::new();
            for note in migrations::COLUMNS {
                // What is in files is no text, and searched all the same.
                let values: Vec<Option<String>> = if matches!(note.column, "bytes" | "content" | "entries") {
                    let sql = format!("SELECT {} FROM {}", note.column, note.table);
                    let lossy = |bytes: Vec<u8>| Some(String::from_utf8_lossy(&bytes).into_owned());
                    c.all(&sql, args! {}, |r| Ok(lossy(r.get(0)?)))?
                } else {
                    let sql = format!("SELECT DISTINCT CAST({} AS TEXT) FROM {}", note.column, note.table);
                    c.all(&sql, args! {}, |r| r.get(0))?
                };
                let hit = values.into_iter().flatten().find(|v| words.iter().any(|w| v.to_lowercase().contains(w)));
                found.extend(hit.map(|value| (format!("{}.{}", note.table, note.column), value)));
            }
            Ok(found)
        })
        .unwrap()
}

#[test]
fn a3_1_ones_own_data_stand_on_one_page_and_name_nobody_else() {
    reading(|world| {
        let her = officer(world);
        let everybody =
            names(world, "SELECT id, given || ' ' || family FROM person WHERE id <> :her", args! { her: her });
        let rag = word(world, "SELECT name FROM body WHERE slug = :slug", args! { slug: "rag-aachen" });
        let mut client = world.signed_in(her);
        client.get("/konto/daten").is(200).shows("Meine Daten ansehen");
        let page = client.get("/konto/daten/alles");
        page.is(200).shows(&name(world, her)).shows(&rag).shows("Stellen").shows("Sitze").names_none_of(&everybody);
        let file = client.get("/konto/daten.json");
        file.is(200).names_none_of(&everybody);
        let data: serde_json::Value = serde_json::from_str(&file.body).unwrap();
        let seats = number(
            world,
            "SELECT COUNT(*) FROM sits v WHERE v.person_id = :her AND v.from_day < v.until_day",
            args! { her: her },
        );
        assert_eq!(data["seats"].as_array().unwrap().len(), usize::try_from(seats).unwrap());
        assert!(data["posts"].as_array().is_some_and(|posts| !posts.is_empty()));
    });
}

#[test]
fn a3_2_whoever_has_herself_erased_leaves_records_of_office_without_a_name() {
    both(|world| {
        let her = officer(world);
        let (given, family) =
            (word(world, "SELECT given FROM person WHERE id = :id", args! { id: her }), super::family(world, her));
        let post = number(
            world,
            "SELECT post_id FROM tenure WHERE person_id = :her AND mode = 'holder' AND until_day > :day ORDER BY id LIMIT 1",
            args! { her: her, day: today() },
        );
        let from = word(
            world,
            "SELECT from_day FROM tenure WHERE person_id = :her AND post_id = :post",
            args! { her: her, post: post },
        );
        let mut client = world.signed_in(her);
        let mut colleague = world.person("rag");
        geflecht::site::after_events(world.site.db()).unwrap();
        colleague.get(&format!("/suche?q={family}")).is(200).shows(&family);
        colleague.get(&format!("/personen/{her}")).is(200).shows(&family);
        assert!(places(world, std::slice::from_ref(&family)).len() > 1, "there is something to forget");
        let page = client.get("/konto/loeschen");
        page.is(200)
            .shows("ist ab heute unbesetzt")
            .shows("Ihr Sitz endet heute")
            .shows("bleibt als Nachweis des Amtes");
        client.post("/konto/loeschen", &[("endgueltig", "ja")]).is(303);
        client.get("/konto").is(303);
        geflecht::site::after_events(world.site.db()).unwrap();
        // Nowhere, in no table, no index, no letter. Her given name others may have.
        let left = places(world, &[family.clone(), format!("{given} {family}")]);
        assert!(left.is_empty(), "{left:?}");
        for (who, mut reader) in super::outsiders(world).into_iter().chain([("rag", world.person("rag"))]) {
            reader.get(&format!("/suche?q={family}")).is(200).hides(&family.to_uppercase());
            let page = reader.get(&format!("/personen/{her}"));
            assert!(page.status >= 400 && !page.body.contains(&family), "{who} {}", page.status);
            reader.get("/netzwerke/rag-aachen").is(200).hides(&family);
            reader.get(&format!("/netzwerke/rag-aachen?stand={from}")).hides(&family);
        }
        // The post is vacant, that it was held is written still, and no seat is lost.
        colleague.get("/netzwerke/rag-aachen/personen").is(200).hides(&family).shows("unbesetzt");
        let kept = word(
            world,
            "SELECT from_day || ' ' || until_day FROM tenure WHERE person_id = :her AND post_id = :post",
            args! { her: her, post: post },
        );
        assert_eq!(kept, format!("{from} {}", today()));
        let open = "SELECT COUNT(*) FROM sits v WHERE v.person_id = :her AND v.until_day > :day";
        assert_eq!(super::count(world, open, args! { her: her, day: today() }), 0);
        assert_eq!(
            super::count(
                world,
                "SELECT COUNT(*) FROM consent WHERE person_id = :her AND withdrawn_at IS NULL",
                args! { her: her }
            ),
            0
        );
        let letters: Vec<_> = world.mails().into_iter().filter(|(_, s, _)| s == "Ihr Konto ist gelöscht").collect();
        assert_eq!(letters.len(), 1);
        assert!(!letters[0].2.contains(&family));
    });
}

#[test]
fn a3_3_who_alone_coordinates_a_network_hands_on_first() {
    both(|world| {
        let mut client = world.person("rag");
        let page = client.get("/konto/loeschen");
        page.is(200)
            .shows("Bitte übergeben Sie zuerst die Koordination.")
            .shows("Regionale")
            .hides("Endgültig löschen</span>");
        let people =
            |world: &World| super::count(world, "SELECT COUNT(*) FROM person WHERE erased_at IS NOT NULL", args! {});
        client.post("/konto/loeschen", &[("endgueltig", "ja")]).is(422).shows("Bitte übergeben Sie zuerst");
        assert_eq!(people(world), 0, "all or nothing");
        client.get("/konto").is(200);
    });
}
