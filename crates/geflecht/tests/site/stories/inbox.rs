//! The inbox (P05) over all slices, and search, in the world of the nine networks.

use db::args;

use super::{number, word};
use crate::world::{both, reading};

/// What waits on the officer with many hats: words of the entry, of the thing, of the reason.
const MIRA: [(&str, &str, &str); 5] = [
    ("Aufgaben: Neue Aufgabe", "Vereinsregister: Änderung im Vorstand anmelden", "Sie wurden direkt gefragt."),
    (
        "Abstimmungen und Wahlen: Die Abstimmung läuft",
        "Geben wir uns das neue Leitbild?",
        "Ihr Sitz: Regionale Arbeitsgemeinschaft",
    ),
    ("Protokolle: Protokoll verschickt", "Protokoll: Treffen der Regionalen AG", "Sie bekommen das über RAG Aachen."),
    (
        "Abstimmungen und Wahlen: Das Ergebnis steht fest",
        "Tagen wir im Frühjahr 2027 in Heinsberg?",
        "Sie bekommen das über RAG Aachen.",
    ),
    ("Austausch: Neu", "Neue Studie zur Entgeltlücke in Kommunen", "Sie bekommen das über"),
];

#[test]
fn x10_3_one_inbox_gathers_what_waits_from_all_networks_and_says_why() {
    reading(|world| {
        let mut mira = world.person("mira");
        let page = mira.get("/eingang");
        page.is(200).shows("Eingang").shows("Tagen wir im Frühjahr 2027 in Heinsberg?");
        for (what, title, why) in MIRA {
            page.shows(what).shows(title).shows(why);
        }
        for slice in
            ["Aufgaben", "Abstimmungen und Wahlen", "Termine", "Protokolle", "Positionen", "Austausch", "Rückberichte"]
        {
            page.shows(slice);
        }
        // Forwarded over three networks, it stands there once.
        assert_eq!(page.text().matches("Neue Studie zur Entgeltlücke in Kommunen Austausch").count(), 1);
        // Start leads there.
        assert!(mira.get("/").links().contains(&"/eingang".to_owned()));
        // Narrowed to one network and one kind.
        let network = number(world, "SELECT id FROM body WHERE slug = 'rag-aachen'", args! {});
        let narrowed = mira.get(&format!("/eingang?netz={network}&art=vote"));
        narrowed.is(200).shows("Geben wir uns das neue Leitbild?").hides("Neue Studie zur Entgeltlücke");
        // Whoever sits elsewhere has another inbox; of protected networks nobody else learns a word.
        world.person("lag").get("/eingang").is(200).shows("Neue Studie").hides("Leitbild").hides("Vereinsregister");
        world.person("betrieb").get("/eingang").is(200).hides("Leitbild").hides("Entgeltlücke");
        world.visitor().get("/eingang").is(303);
    });
}

#[test]
fn a_vote_cast_and_an_inbox_put_away_are_no_more_waiting() {
    both(|world| {
        let mut mira = world.person("mira");
        let vote = number(world, "SELECT id FROM vote WHERE title = 'Geben wir uns das neue Leitbild?'", args! {});
        let id = vote.to_string();
        // A duty of her seat is not silenced.
        mira.post("/eingang", &[("kind", "vote"), ("id", &id), ("tat", "stumm")])
            .is(422)
            .shows("Das gehört zu Ihrem Sitz und lässt sich nicht stumm schalten.");
        mira.get("/eingang").shows("Geben wir uns das neue Leitbild?");
        mira.post("/eingang", &[("kind", "vote"), ("id", &id), ("tat", "erledigt"), ("art", "vote")]).is(303);
        mira.get("/eingang").is(200).hides("Geben wir uns das neue Leitbild?");
        mira.get("/eingang?liste=erledigt").is(200).shows("Geben wir uns das neue Leitbild?").shows("Wieder öffnen");
        // It leaves no event: what she put away is nobody's news, and stands in her own data.
        let events = "SELECT COUNT(*) FROM event WHERE kind = 'vote' AND subject_id = :id AND verb LIKE 'notice%'";
        assert_eq!(number(world, events, args! { id: vote }), 0);
        // Who has no right to it gets no answer.
        for who in ["lag", "verein", "verborgen", "betrieb"] {
            world.person(who).post("/eingang", &[("kind", "vote"), ("id", &id), ("tat", "erledigt")]).is(404);
        }
    });
}

#[test]
fn x10_9_an_old_resolution_is_found_next_to_the_new_ones() {
    reading(|world| {
        let old = word(world, "SELECT title FROM resolution WHERE entered_later = TRUE ORDER BY day LIMIT 1", args! {});
        let long = old.split_whitespace().max_by_key(|w| w.chars().count()).unwrap_or_default();
        let page = world.person("mira").get(&format!("/suche?q={}", encoded(long)));
        page.is(200).shows(&old);
    });
}

fn encoded(text: &str) -> String {
    text.bytes().map(|b| format!("%{b:02x}")).collect()
}

#[test]
fn search_finds_german_words_in_the_world_and_names_networks_and_years_to_those_who_may_know() {
    reading(|world| {
        let mut mira = world.person("mira");
        // Inflected, and a part of a compound.
        for (asked, finds) in [
            ("Entgeltlücken", "Neue Studie zur"),
            ("Studien", "zur Entgeltlücke in Kommunen"),
            ("Leitbilder", "Geben wir uns das neue"),
        ] {
            mira.get(&format!("/suche?q={}", encoded(asked))).is(200).shows(finds);
        }
        // Choices by network and year, with counts; what the circle keeps to itself is found by nobody else.
        mira.get("/suche?q=treffen").is(200).shows("AK StädteRegion (").shows("RAG Aachen (").shows("2026 (");
        mira.get("/suche?q=sammeln").is(200).shows("Themen für das nächste Treffen");
        for who in ["verein", "lsbtiq", "betrieb"] {
            world.person(who).get("/suche?q=treffen").is(200).hides("Themen für das nächste");
        }
        // A canary of a network nobody may know of: neither hit nor count nor choice nor suggestion.
        for who in ["mira", "lag", "betrieb"] {
            for asked in ["Notrufnummern", "Notrufnumern", "Notrufnummer"] {
                world
                    .person(who)
                    .get(&format!("/suche?q={asked}"))
                    .is(200)
                    .hides("Meinten Sie")
                    .shows("Nichts gefunden");
            }
        }
        world.visitor().get("/suche?q=Leitbild").is(200).hides("Geben wir uns das neue Leitbild?");
    });
}
