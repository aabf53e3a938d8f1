//! The inbox (P05) over all slices, and search, in the world of the nine networks.

use db::args;

use super::{body, coordinator, id, number, word};
use crate::world::{both, reading};

/// What waits on the officer with many hats: words of the entry, of the thing, of the reason.
const MIRA: [(&str, &str, &str); 5] = [
    (
        "Aufgaben: Neue Aufgabe",
        "Vereinsregister: Änderung im Vorstand anmelden",
        "Sie bekommen das, weil Sie direkt gefragt sind.",
    ),
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
        // What she owes is neither silenced nor called done before it is; it can be put off until a day.
        for act in ["stumm", "erledigt"] {
            mira.post("/eingang", &[("kind", "vote"), ("id", &id), ("tat", act)])
                .is(422)
                .shows("Das wartet auf Ihre Antwort und verschwindet, sobald Sie antworten.");
        }
        mira.get("/eingang").shows("Geben wir uns das neue Leitbild?");
        mira.get("/").shows("Abstimmung: Geben wir uns das neue Leitbild?");
        let later = [("kind", "vote"), ("id", id.as_str()), ("tat", "spaeter"), ("until", "27.11.2026")];
        mira.post("/eingang", &later).is(303);
        // Start and the inbox follow alike.
        mira.get("/eingang").is(200).hides("Abstimmung: Geben wir uns das neue Leitbild?");
        mira.get("/").is(200).hides("Abstimmung: Geben wir uns das neue Leitbild?");
        mira.get("/eingang?liste=spaeter").is(200).shows("Geben wir uns das neue Leitbild?").shows("Wieder öffnen");
        mira.post("/eingang", &[("kind", "vote"), ("id", &id), ("tat", "wieder")]).is(303);
        mira.get("/").is(200).shows("Abstimmung: Geben wir uns das neue Leitbild?");
        mira.post("/eingang", &later).is(303);
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
fn x10_3_start_names_a_vote_until_she_voted_and_nobody_else_sees_it_there() {
    both(|world| {
        const WAITS: &str = "Abstimmung: Geben wir uns das neue Leitbild?";
        let mut mira = world.person("mira");
        let vote = number(world, "SELECT id FROM vote WHERE title = 'Geben wir uns das neue Leitbild?'", args! {});
        mira.get("/").is(200).shows(WAITS).shows("bis Mo, 30. Nov.");
        // Who has no voice in it: of another network, without a seat, and the operator.
        for who in ["lag", "verborgen", "betrieb"] {
            world.person(who).get("/").is(200).hides(WAITS);
        }
        let ballot = format!("/wahlen/{vote}/stimmzettel");
        let page = mira.get(&ballot);
        let unit = page
            .body
            .split("name=\"unit\" value=\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next())
            .unwrap()
            .to_owned();
        mira.post(&ballot, &[("unit", &unit), ("choice", "yes"), ("tat", "abgeben")]).is(303);
        mira.get("/").is(200).hides(WAITS);
    });
}

/// An election of the eighth seat of the committee, being prepared; the number of it.
fn prepared(world: &crate::world::World) -> i64 {
    let (by, rag, gma) = (coordinator(world, "rag-aachen"), body(world, "rag-aachen"), body(world, "gma"));
    let seat = number(world, "SELECT id FROM seat WHERE body_id = :gma AND number = 8", args! { gma: gma });
    let made = world.site.db().write_now(move |tx| {
        let vote = decisions::NewVote {
            grade: decisions::Grade::Covert,
            paper_kind: Some(decisions::rules::BallotKind::Single),
            term_from: Some(kernel::Day::literal("2029-01-01")),
            closes_at: Some(tx.today().plus_days(20).at(0, 0)),
            ..decisions::NewVote::motion("Nachfolge im Ausschuss", kernel::Level::Network)
        };
        let seats = vec![(id(seat), String::new())];
        let new = decisions::NewElection { vote, seats, sitting: None, board: Vec::new() };
        decisions::prepare_elections(tx, &by, id(rag), &new)
    });
    made.unwrap()[0].raw()
}

#[test]
fn x10_3_who_is_put_forward_or_elected_finds_that_on_start_until_she_answers() {
    const ASKED: [&str; 2] =
        ["Kandidieren Sie? Nachfolge im Ausschuss", "Nehmen Sie die Wahl an? Nachfolge im Ausschuss"];
    both(|world| {
        let vote = prepared(world);
        let page = format!("/wahlen/{vote}/kandidaturen");
        let (mut mira, mut rag) = (world.person("mira"), world.person("rag"));
        let sql = "SELECT id FROM person WHERE given = 'Mira' AND family = 'Kowalski'";
        let person = number(world, sql, args! {}).to_string();
        rag.post(&page, &[("tat", "vorschlagen"), ("person", &person)]).is(303);
        for path in ["/", "/eingang"] {
            mira.get(path).is(200).shows(ASKED[0]).hides(ASKED[1]);
            rag.get(path).is(200).hides(ASKED[0]);
        }
        mira.post(&page, &[("tat", "kandidieren"), ("statement", "")]).is(303);
        mira.get("/eingang").is(200).hides(ASKED[0]);
        // The round is counted, and her answer is missing.
        world
            .site
            .db()
            .write_now(move |tx| {
                tx.silent("a test counts a round");
                tx.exec("UPDATE vote SET state = 'decided', decided_at = :now WHERE id = :vote", args! { vote: vote, now: tx.now() })?;
                let sql = "UPDATE candidate SET state = 'elected', seat_id = (SELECT x.seat_id FROM vote_seat x WHERE x.vote_id = :vote) WHERE vote_id = :vote";
                tx.exec(sql, args! { vote: vote }).map(drop)
            })
            .unwrap();
        for path in ["/", "/eingang"] {
            mira.get(path).is(200).shows(ASKED[1]).hides(ASKED[0]);
        }
        mira.post(&page, &[("tat", "annehmen")]).is(303);
        mira.get("/eingang").is(200).hides(ASKED[1]);
    });
}

/// How many entries the inbox says are open.
pub fn open(page: &crate::client::Page) -> usize {
    let text = page.text();
    let rest = text.split("Offen (").nth(1).unwrap_or_else(|| panic!("no count in {text}"));
    rest.split(')').next().unwrap().parse().unwrap()
}

#[test]
fn x10_3_polls_circulars_data_checks_and_requests_to_vouch_stand_in_the_inbox_until_they_are_done() {
    both(|world| {
        let mut mira = world.person("mira");
        let me = number(world, "SELECT id FROM person WHERE given = 'Mira' AND family = 'Kowalski'", args! {});
        let of = |sql: &str| number(world, sql, args! { me: me });
        let poll = of(
            "SELECT p.id FROM poll_voter v JOIN poll p ON p.id = v.poll_id WHERE v.person_id = :me AND p.state = 'open' AND v.answered_at IS NULL AND v.ended_at IS NULL ORDER BY p.id LIMIT 1",
        );
        let circular = of(
            "SELECT c.id FROM circular c JOIN circular_recipient p ON p.circular_id = c.id WHERE p.person_id = :me AND c.state = 'sent' AND (c.person_id IS NULL OR c.person_id <> :me) ORDER BY c.id LIMIT 1",
        );
        let vouch = of(
            "SELECT w.request_id FROM vouch w JOIN join_request q ON q.id = w.request_id WHERE w.person_id = :me AND w.answer IS NULL AND q.state = 'waiting' LIMIT 1",
        );
        let asked = "FROM data_check_link l JOIN data_check d ON d.id = l.check_id WHERE l.person_id <> :me AND l.answered_at IS NULL ORDER BY l.id LIMIT 1";
        let (check, colleague) = (of(&format!("SELECT l.id {asked}")), of(&format!("SELECT l.person_id {asked}")));
        let page = mira.get("/eingang");
        page.is(200)
            .shows("Terminabstimmungen: Welche Tage passen Ihnen?")
            .shows("Rundschreiben: Neues Rundschreiben")
            .shows("Beitrittsanfragen: Ihre Auskunft fehlt")
            .shows("Kennen Sie die Person, die beitreten möchte?")
            .hides("Bitte prüfen Sie Ihre Daten");
        // The number above is that of the list, and of what is said at the top.
        let all = open(&page);
        let waiting = listed(&page, "wartet").len();
        page.shows(&format!("{waiting} Einträge warten auf Sie. {} Einträge sind neu.", all - waiting));
        let rows = page.body.matches("<li><span class=\"kind").count();
        assert_eq!(rows, all, "one row for each");
        // Done, put off and silent, each as it is for everything else.
        let mut puts = |kind: &str, id: i64, act: &str, status: u16| {
            let id = id.to_string();
            mira.post("/eingang", &[("kind", kind), ("id", &id), ("tat", act), ("until", "1.12.2026")]).is(status);
        };
        puts("circular", circular, "erledigt", 303);
        puts("join_request", vouch, "spaeter", 303);
        puts("poll", poll, "stumm", 303);
        let page = mira.get("/eingang");
        page.hides("Kennen Sie die Person, die beitreten möchte?");
        assert_eq!(open(&page), all - 3);
        mira.get("/eingang?liste=spaeter").shows("Kennen Sie die Person, die beitreten möchte?");
        mira.get("/eingang?liste=erledigt&art=circular").shows("Rundschreiben: Neues Rundschreiben");
        // What she does on the page itself is done in the inbox, too.
        let own = format!("/datenpruefungen/{check}");
        mira.get(&own).is(404);
        let mut colleague = world.signed_in(colleague);
        let page = colleague.get("/eingang");
        page.shows("Datenprüfungen: Einmal im Jahr").shows("Bitte prüfen Sie Ihre Daten");
        let all = open(&page);
        colleague.get(&own).is(200).shows("Alles stimmt");
        colleague.post(&own, &[("tat", "stimmt")]).is(303);
        let page = colleague.get("/eingang");
        page.hides("Bitte prüfen Sie Ihre Daten");
        assert_eq!(open(&page), all - 1);
        colleague.get("/eingang?liste=erledigt").shows("Bitte prüfen Sie Ihre Daten");
        mira.get(&format!("/beitritte/{vouch}")).is(200);
        // Nobody else has any of it, neither to read nor to put away.
        for who in ["betrieb", "gast", "verborgen", "ehemals"] {
            let mut other = world.person(who);
            other.get(&own).is(404);
            other.get("/eingang").is(200).hides("Bitte prüfen Sie Ihre Daten").hides("Kennen Sie die Person");
            for (kind, id) in [("circular", circular), ("join_request", vouch), ("data_check_link", check)] {
                other.post("/eingang", &[("kind", kind), ("id", &id.to_string()), ("tat", "erledigt")]).is(404);
            }
        }
        world.visitor().get(&own).is(303);
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
        // What is found of a network, its seats and bodies among it, is what the choice counts and what it leads to.
        let network = number(world, "SELECT id FROM body WHERE slug = 'frauennetzwerk'", args! {});
        let counted = mira.get("/suche?q=Gewalt");
        counted.is(200).shows("Frauennetzwerk (7)").shows("Netzwerk").shows("Jahr");
        mira.get(&format!("/suche?q=Gewalt&netz={network}")).is(200).shows("7 von 13 Treffern").shows("gegen Frauen");
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

/// The things a page lists under a heading, by the text of their links.
pub fn listed(page: &crate::client::Page, section: &str) -> Vec<String> {
    let Some(part) = page.body.split(&format!("aria-labelledby=\"{section}\"")).nth(1) else { return Vec::new() };
    let part = part.split("</section>").next().unwrap_or_default();
    part.split("<h3><a href=\"").skip(1).filter_map(|item| item.split("</a>").next()).map(str::to_owned).collect()
}

/// The number beside the inbox in the head, and what is read out.
pub fn beside(page: &crate::client::Page) -> (usize, String) {
    let link = page.body.split("class=\"icbtn\" href=\"/eingang\" aria-label=\"").nth(1).unwrap();
    let said = link.split('"').next().unwrap().to_owned();
    let link = link.split("</a>").next().unwrap();
    let number = link.split("<span class=\"cnt\" aria-hidden=\"true\">").nth(1).and_then(|rest| rest.split('<').next());
    (number.map_or(0, |n| n.parse().unwrap()), said)
}

#[test]
fn start_inbox_and_head_tell_the_same_of_what_waits() {
    both(|world| {
        for who in ["mira", "rag", "lag", "ak", "verein", "betrieb", "ehemals"] {
            let mut person = world.person(who);
            let (start, inbox) = (person.get("/"), person.get("/eingang"));
            let (nearest, all) = (listed(&start, "braucht"), listed(&inbox, "wartet"));
            // Start shows the nearest few of the same list, and says how many more there are.
            assert_eq!(nearest, all[..all.len().min(6)], "{who}");
            match all.len().saturating_sub(6) {
                0 => start.hides("im Eingang"),
                1 => start.shows("Noch ein Eintrag im Eingang"),
                more => start.shows(&format!("Noch {more} Einträge im Eingang")),
            };
            // Nothing of it stands in the inbox twice.
            for thing in listed(&inbox, "liste") {
                assert!(!all.contains(&thing), "{who}: {thing}");
            }
            // The number in the head is theirs on every page, in words for those who listen, and none stands where nothing waits.
            for path in ["/", "/eingang", "/netzwerke", "/suche"] {
                let (number, said) = beside(&person.get(path));
                assert_eq!(number, all.len(), "{who} at {path}");
                let words = match number {
                    0 => "Eingang".to_owned(),
                    // What is seen stands in what is read out.
                    1 => "Eingang, 1 Eintrag wartet auf Sie".to_owned(),
                    more => format!("Eingang, {more} Einträge warten auf Sie"),
                };
                assert_eq!(said, words, "{who} at {path}");
            }
        }
        world.visitor().get("/netzwerke").hides("warten auf Sie");
    });
}

#[test]
fn the_number_in_the_head_follows_what_she_does_at_once_and_costs_a_page_nothing() {
    both(|world| {
        let mut mira = world.person("mira");
        let first = mira.get("/netzwerke");
        let (number, _) = beside(&first);
        let again = mira.get("/netzwerke");
        assert!(number > 1 && again.statements() < first.statements(), "derived once, then remembered");
        assert_eq!(again.statements(), 7, "no statement more than before");
        let vote = number_of_vote(world);
        let later = [("kind", "vote"), ("id", vote.as_str()), ("tat", "spaeter"), ("until", "27.11.2026")];
        mira.post("/eingang", &later).is(303);
        assert_eq!(beside(&mira.get("/netzwerke")).0, number - 1);
    });
}

fn number_of_vote(world: &crate::world::World) -> String {
    number(world, "SELECT id FROM vote WHERE title = 'Geben wir uns das neue Leitbild?'", args! {}).to_string()
}

#[test]
fn x10_3_what_is_asked_of_her_stands_on_start_until_it_is_answered() {
    both(|world| {
        // Input on a draft, a signature of a network she leads, a question in person: on Start as in the inbox.
        let asked = |sql: &str| number(world, sql, args! {});
        let signing = "SELECT COUNT(*) FROM position_signature WHERE state = 'asked'";
        let input = "SELECT COUNT(*) FROM position WHERE state = 'input'";
        assert!(asked(signing) + asked(input) > 0, "the demo asks for something");
        let mut found = Vec::new();
        for (who, _) in geflecht::site::personas() {
            let mut person = world.person(who);
            let (start, inbox) = (person.get("/"), person.get("/eingang"));
            for words in ["Rückmeldung: ", "Mitzeichnung: ", "Frage an Sie: "] {
                let there = |page: &crate::client::Page, section| {
                    listed(page, section).iter().filter(|item| item.contains(words)).count()
                };
                // The nearest come first on Start; the inbox has them all.
                assert!(there(&start, "braucht") <= there(&inbox, "wartet"), "{who}: {words}");
                if there(&inbox, "wartet") > 0 {
                    found.push(words);
                }
            }
        }
        found.sort_unstable();
        found.dedup();
        assert!(found.contains(&"Rückmeldung: ") || found.contains(&"Mitzeichnung: "), "{found:?}");
    });
}

#[test]
fn every_invitation_without_an_answer_waits_however_many_come_before_it() {
    both(|world| {
        let mut mira = world.person("mira");
        let before = beside(&mira.get("/")).0;
        let (by, body) = (super::coordinator(world, "rag-aachen"), super::id(super::body(world, "rag-aachen")));
        // Seven within sixty days, one of them answered, and one for the summer after next.
        let days = ["2026-12-01", "2026-12-02", "2026-12-03", "2026-12-04", "2026-12-07", "2026-12-08", "2026-12-09"];
        let days = days.into_iter().chain(["2028-06-14"]).map(|day| kernel::Day::literal(day).at(14, 0));
        let plans: Vec<_> = (1..)
            .zip(days)
            .map(|(n, begins)| meetings::NewMeeting {
                level: kernel::Level::Network,
                ..meetings::NewMeeting::new(format!("Werkstatt Nummer {n}"), begins)
            })
            .collect();
        let made = world.site.db().write_now(move |tx| {
            let plan = |new: &meetings::NewMeeting| {
                let id = meetings::plan_meeting(tx, &by, body, new)?;
                meetings::invite(tx, &by, id, "https://netz.example.org")?;
                Ok(id)
            };
            plans.iter().map(plan).collect::<kernel::Result<Vec<_>>>()
        });
        let made = made.unwrap();
        let answer = |mira: &mut crate::client::Client<'_>, n: usize| {
            let path = format!("/termine/{}/antwort", made[n]);
            mira.post(&path, &[("antwort", "zusagen")]).is(303);
        };
        answer(&mut mira, 0);
        let (start, inbox) = (mira.get("/"), mira.get("/eingang"));
        let waits = listed(&inbox, "wartet");
        let asks = |n: usize| waits.iter().any(|item| item.contains(&format!("Werkstatt Nummer {n}")));
        assert_eq!(
            (1..=8).map(asks).collect::<Vec<_>>(),
            [false, true, true, true, true, true, true, true],
            "{waits:?}"
        );
        assert_eq!(beside(&start).0, before + 7);
        // What is next stays a few that are near, answered ones among them.
        let next = start.body.split("aria-labelledby=\"termine\"").nth(1).unwrap().split("</section>").next().unwrap();
        assert!(next.matches("<li").count() <= 5 && next.contains("Werkstatt Nummer 1"), "{next}");
        assert!(!next.contains("Werkstatt Nummer 8"), "{next}");
        answer(&mut mira, 7);
        assert_eq!(beside(&mira.get("/")).0, before + 6);
    });
}
