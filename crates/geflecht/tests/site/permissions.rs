//! Every route for every persona, against a table that was read line by line.
//!
//! `permissions.tsv` holds the expected status of each route, sample and persona. A route without a row fails. To see
//! what the product answers now, run with `GEFLECHT_SHOW=1` and compare; the file is changed by hand only.
#![allow(clippy::disallowed_methods, reason = "asked by the environment to print what it found")]

use std::collections::{BTreeMap, BTreeSet};

use db::args;

use crate::{
    client::{Client, Page},
    world::{self, World},
};

/// Who comes: slug in the demo, or nobody.
const WHO: [&str; 13] = [
    "–",
    "mira",
    "lag",
    "rag",
    "ak",
    "gast",
    "verein",
    "stellvertretung",
    "betrieb",
    "neu",
    "lsbtiq",
    "verborgen",
    "ehemals",
];

/// The pages of project groups alone.
const PROJECT: [&str; 3] = ["projekt", "beteiligte", "abschluss"];

/// The meeting that is asked for: the latest, and where it is about minutes, the latest that has some.
const MEETING: &str = "SELECT id FROM meeting WHERE network_id = :n ORDER BY starts_at DESC, id LIMIT 1";
const MINUTED: &str = "SELECT m.id FROM meeting m JOIN minutes p ON p.meeting_id = m.id WHERE m.network_id = :n ORDER BY m.starts_at DESC, m.id LIMIT 1";

/// A seat of the body of that meeting on which somebody sits: it has a line in the list of who is there.
const SITS: &str = "SELECT v.seat_id FROM sits v WHERE v.body_id = (SELECT m.body_id FROM meeting m WHERE m.network_id = :n ORDER BY m.starts_at DESC, m.id LIMIT 1) AND v.until_day = '9999-12-31' ORDER BY v.seat_id LIMIT 1";

/// The networks whose things are asked for: one's own, a sensitive one, an unlisted one.
fn networks(world: &World) -> Vec<(&'static str, i64, String)> {
    let find = |sql: &'static str| {
        world
            .site
            .db()
            .read_now(move |c| c.one(sql, args! {}, |r| Ok((r.get::<i64>(0)?, r.get::<String>(1)?))))
            .unwrap()
    };
    let rag = find("SELECT id, slug FROM body WHERE slug = 'rag-aachen'");
    let sensitive = find("SELECT id, slug FROM body WHERE slug = 'lsbtiq-nrw'");
    let unlisted = find("SELECT id, slug FROM body WHERE unlisted AND kind = 'network'");
    vec![("rag", rag.0, rag.1), ("lsbtiq", sensitive.0, sensitive.1), ("verborgen", unlisted.0, unlisted.1)]
}

fn number(world: &World, sql: &'static str, network: i64) -> Option<String> {
    world
        .site
        .db()
        .read_now(move |c| c.find(sql, args! { n: network }, |r| r.get::<i64>(0)))
        .unwrap()
        .map(|n| n.to_string())
}

/// What a pattern with a file asks for: which thing has one, of its network, and the two places in the pattern.
const FILES: [(&str, &str, &str, &str); 5] = [
    (
        "/tagesordnungspunkte/",
        "{item}",
        "{paper}",
        "FROM agenda_item g JOIN meeting m ON m.id = g.meeting_id JOIN attachment x ON x.thing_id = g.id AND x.thing = 'agenda_item' WHERE m.network_id = :n ORDER BY g.openness DESC, x.id LIMIT 1",
    ),
    (
        "/austausch/",
        "{thread}",
        "{file}",
        "FROM thread t JOIN attachment x ON x.thing_id = t.id AND x.thing = 'thread' WHERE t.network_id = :n ORDER BY x.id LIMIT 1",
    ),
    (
        "/antworten/",
        "{reply}",
        "{file}",
        "FROM thread t JOIN reply y ON y.thread_id = t.id JOIN attachment x ON x.thing_id = y.id AND x.thing = 'reply' WHERE t.network_id = :n ORDER BY x.id LIMIT 1",
    ),
    (
        "/rueckberichte/",
        "{report}",
        "{file}",
        "FROM mandate_report r JOIN attachment x ON x.thing_id = r.id AND x.thing = 'mandate_report' WHERE r.network_id = :n ORDER BY x.id LIMIT 1",
    ),
    (
        "/positionsantworten/",
        "{answer}",
        "{file}",
        "FROM position p JOIN position_dispatch d ON d.position_id = p.id JOIN position_answer w ON w.dispatch_id = d.id JOIN attachment x ON x.thing_id = w.id AND x.thing = 'position_answer' WHERE p.network_id = :n ORDER BY x.id LIMIT 1",
    ),
];

/// A pattern in which a thing and its file stand, where the network has such a thing.
fn with_file(world: &World, pattern: &str, network: i64) -> String {
    let mut path = pattern.to_owned();
    for (begins, thing, file, rows) in FILES {
        if pattern.starts_with(begins) && pattern.contains(file) {
            let sql = format!("SELECT x.thing_id, x.id {rows}");
            let find =
                move |c: &db::Conn| c.find(&sql, args! { n: network }, |r| Ok((r.get::<i64>(0)?, r.get::<i64>(1)?)));
            if let Some((of, number)) = world.site.db().read_now(find).unwrap() {
                path = path.replace(thing, &of.to_string()).replace(file, &number.to_string());
            }
        }
    }
    if pattern.contains("{authorisation}") {
        let sql = "SELECT m.id, a.line, x.id FROM meeting m JOIN attendance a ON a.meeting_id = m.id JOIN attachment x ON x.thing_id = a.id AND x.thing = 'attendance' WHERE m.network_id = :n ORDER BY x.id LIMIT 1";
        let find = move |c: &db::Conn| {
            c.find(sql, args! { n: network }, |r| Ok((r.get::<i64>(0)?, r.get::<String>(1)?, r.get::<i64>(2)?)))
        };
        if let Some((meeting, line, number)) = world.site.db().read_now(find).unwrap() {
            path = path.replace("{meeting}", &meeting.to_string()).replace("{line}", &line);
            path = path.replace("{authorisation}", &number.to_string());
        }
    }
    path
}

/// Addresses to ask a pattern for: a label and the address.
fn samples(world: &World, pattern: &'static str) -> Vec<(String, String)> {
    if !pattern.contains('{') {
        return vec![(String::from("–"), pattern.to_owned())];
    }
    let mut found = Vec::new();
    for (label, id, slug) in networks(world) {
        let body = number(
            world,
            "SELECT id FROM body WHERE network_id = :n AND id <> network_id AND kind <> 'outside' ORDER BY sort_name LIMIT 1",
            id,
        );
        let body_slug = world.site.db().read_now(move |c| c.find("SELECT slug FROM body WHERE network_id = :n AND id <> network_id AND kind <> 'outside' ORDER BY sort_name LIMIT 1", args! { n: id }, |r| r.get::<String>(0))).unwrap();
        let person = number(
            world,
            "SELECT v.person_id FROM sits v WHERE v.body_id = :n AND v.until_day = '9999-12-31' AND v.office IS NULL ORDER BY v.seat_id LIMIT 1",
            id,
        );
        let seat = number(world, "SELECT id FROM seat WHERE body_id = :n ORDER BY number LIMIT 1", id);
        let organisation = number(
            world,
            "SELECT p.organisation_id FROM occupancy o JOIN seat s ON s.id = o.seat_id JOIN post p ON p.id = o.post_id WHERE s.body_id = :n ORDER BY s.number LIMIT 1",
            id,
        );
        let post = number(
            world,
            "SELECT o.post_id FROM occupancy o JOIN seat s ON s.id = o.seat_id WHERE s.body_id = :n AND o.post_id IS NOT NULL ORDER BY s.number LIMIT 1",
            id,
        );
        let version = number(world, "SELECT id FROM rule_set WHERE body_id = :n ORDER BY from_day LIMIT 1", id);
        let resolution = number(world, "SELECT id FROM resolution WHERE body_id = :n ORDER BY id LIMIT 1", id);
        let list = if pattern.starts_with("/gremien") { "beschluesse" } else { "personen" };
        let network_body = id.to_string();
        let mut path = with_file(world, pattern, id);
        let by_number = !pattern.starts_with("/netzwerke");
        let fill = [
            ("{network}", Some(slug)),
            ("{body}", if by_number { Some(network_body) } else { body_slug.filter(|_| body.is_some()) }),
            ("{person}", person),
            ("{seat}", seat),
            ("{organisation}", organisation),
            ("{post}", post),
            // No list is begun in this world: whoever may take lists in learns that there is none of that number.
            ("{import}", Some("1".to_owned())),
            ("{task}", number(world, "SELECT id FROM task WHERE network_id = :n ORDER BY id LIMIT 1", id)),
            ("{meeting}", number(world, if pattern.contains("/protokoll") { MINUTED } else { MEETING }, id)),
            ("{line}", number(world, SITS, id).map(|seat| format!("s{seat}-1"))),
            (
                "{item}",
                number(
                    world,
                    "SELECT a.id FROM agenda_item a JOIN meeting m ON m.id = a.meeting_id WHERE m.network_id = :n ORDER BY a.id LIMIT 1",
                    id,
                ),
            ),
            (
                "{proposal}",
                number(
                    world,
                    "SELECT p.id FROM agenda_proposal p JOIN meeting m ON m.id = p.meeting_id WHERE m.network_id = :n ORDER BY p.id LIMIT 1",
                    id,
                ),
            ),
            ("{other}", number(world, "SELECT id FROM other_date WHERE network_id = :n ORDER BY id LIMIT 1", id)),
            ("{position}", number(world, "SELECT id FROM position WHERE network_id = :n ORDER BY id LIMIT 1", id)),
            (
                "{signature}",
                number(world, "SELECT id FROM position_signature WHERE network_id = :n ORDER BY id LIMIT 1", id),
            ),
            (
                "{dispatch}",
                number(
                    world,
                    "SELECT d.id FROM position_dispatch d JOIN position p ON p.id = d.position_id WHERE p.network_id = :n ORDER BY d.id LIMIT 1",
                    id,
                ),
            ),
            ("{hearing}", number(world, "SELECT id FROM hearing WHERE network_id = :n ORDER BY id LIMIT 1", id)),
            ("{paragraph}", Some("1".to_owned())),
            ("{number}", Some("1".to_owned())),
            (
                "{thread}",
                number(
                    world,
                    "SELECT id FROM thread WHERE network_id = :n AND confidential = FALSE ORDER BY id LIMIT 1",
                    id,
                ),
            ),
            (
                "{reply}",
                number(
                    world,
                    "SELECT y.id FROM reply y JOIN thread t ON t.id = y.thread_id WHERE t.network_id = :n ORDER BY y.id LIMIT 1",
                    id,
                ),
            ),
            ("{support}", number(world, "SELECT id FROM support WHERE network_id = :n ORDER BY id LIMIT 1", id)),
            ("{circular}", number(world, "SELECT id FROM circular WHERE network_id = :n ORDER BY id LIMIT 1", id)),
            (
                "{entry}",
                number(
                    world,
                    "SELECT e.id FROM meeting m JOIN minutes p ON p.meeting_id = m.id JOIN minutes_entry e ON e.minutes_id = p.id WHERE m.network_id = :n ORDER BY p.state, e.id LIMIT 1",
                    id,
                ),
            ),
            (
                "{objection}",
                number(
                    world,
                    "SELECT o.id FROM meeting m JOIN minutes p ON p.meeting_id = m.id JOIN minutes_objection o ON o.minutes_id = p.id WHERE m.network_id = :n ORDER BY o.id LIMIT 1",
                    id,
                ),
            ),
            ("{poll}", number(world, "SELECT id FROM poll WHERE network_id = :n ORDER BY id LIMIT 1", id)),
            ("{series}", number(world, "SELECT id FROM series WHERE network_id = :n ORDER BY id LIMIT 1", id)),
            ("{version}", version),
            (
                "{mandate}",
                number(
                    world,
                    "SELECT d.occupancy_id FROM delegation d WHERE d.network_id = :n ORDER BY d.occupancy_id LIMIT 1",
                    id,
                ),
            ),
            (
                "{session}",
                number(
                    world,
                    "SELECT x.id FROM outside_session x JOIN delegation d ON d.receiver_id = x.receiver_id WHERE x.network_id = :n ORDER BY d.occupancy_id, x.starts_at LIMIT 1",
                    id,
                )
                // Those of accounts are other ones.
                .filter(|_| !pattern.starts_with("/konto")),
            ),
            (
                "{report}",
                number(
                    world,
                    if pattern.starts_with("/oeffentliche-berichte") {
                        "SELECT id FROM mandate_report WHERE network_id = :n AND opened_at IS NOT NULL ORDER BY id LIMIT 1"
                    } else {
                        "SELECT id FROM mandate_report WHERE network_id = :n AND state = 'filed' ORDER BY id LIMIT 1"
                    },
                    id,
                ),
            ),
            ("{raised}", number(world, "SELECT id FROM raised WHERE network_id = :n ORDER BY id LIMIT 1", id)),
            (
                "{contact}",
                number(world, "SELECT id FROM outside_contact WHERE network_id = :n ORDER BY id LIMIT 1", id),
            ),
            ("{resolution}", resolution),
            ("{key}", Some("votes.ordinary".to_owned())),
            ("{list}", Some(list.to_owned())),
            (
                "{vote}",
                number(world, "SELECT id FROM vote WHERE network_id = :n AND state <> 'draft' ORDER BY id LIMIT 1", id),
            ),
            ("{format}", Some("pdf".to_owned())),
            ("{form}", Some("csv".to_owned())),
        ];
        for (name, value) in fill {
            if let Some(value) = value {
                path = path.replace(name, &value);
            }
        }
        if !path.contains('{') {
            found.push((label.to_owned(), path));
        }
    }
    // An organ is kept by whoever keeps its network, and by nobody who merely sits in it.
    if pattern.starts_with("/gremien/{body}") && !pattern.contains("{version}") {
        let organ = number(world, "SELECT id FROM body WHERE network_id = :n AND slug = 'gma'", networks(world)[0].1);
        found.push(("gma".to_owned(), {
            let of_organ = pattern.replace("{body}", &organ.unwrap()).replace("{form}", "csv");
            of_organ.replace("{list}", "beschluesse").replace("{key}", "votes.ordinary")
        }));
    }
    // A body of others, into which the committee sends.
    if pattern.starts_with("/gremien/{body}/mandate") {
        let sql = "SELECT id FROM body WHERE network_id = :n AND slug = 'beirat-arbeitsmarkt'";
        let outside = number(world, sql, networks(world)[0].1);
        found.push(("beirat".to_owned(), pattern.replace("{body}", &outside.unwrap())));
    }
    if PROJECT.iter().any(|end| pattern == format!("/gremien/{{body}}/{end}")) {
        let group = number(world, "SELECT id FROM body WHERE slug = 'wegweiser' AND id <> :n", 0);
        found.push(("wegweiser".to_owned(), pattern.replace("{body}", &group.unwrap())));
    }
    if pattern.ends_with("/gremien/{body}/beitreten") {
        found.push(("stammtisch".to_owned(), "/netzwerke/frauennetzwerk/gremien/stammtisch/beitreten".to_owned()));
    }
    // Somebody asks a network of which one of these is a member, named as knowing her.
    if pattern == "/beitritte/{request}" {
        let asked = "SELECT q.id FROM join_request q JOIN body b ON b.id = q.body_id WHERE b.id <> :n AND q.state = 'waiting' LIMIT 1";
        found.push(("lgbtqia".to_owned(), pattern.replace("{request}", &number(world, asked, 0).unwrap())));
    }
    // A draft of a committee, a text the whole circle is asked about with an amendment of it, and somebody positions go to.
    for (label, name, sql) in [
        (
            "entwurf",
            "{position}",
            "SELECT p.id FROM position p JOIN body b ON b.id = p.body_id WHERE b.slug = 'gma' AND p.id <> :n LIMIT 1",
        ),
        ("beratung", "{position}", "SELECT id FROM position WHERE state = 'input' AND id <> :n LIMIT 1"),
        ("beratung", "{amendment}", "SELECT id FROM position_amendment WHERE id <> :n ORDER BY id LIMIT 1"),
        ("land", "{questions}", "SELECT id FROM questionnaire WHERE id <> :n ORDER BY id LIMIT 1"),
        ("land", "{party}", "SELECT id FROM questionnaire_party WHERE id <> :n ORDER BY id LIMIT 1"),
        ("bund", "{book}", "SELECT id FROM motion_book WHERE id <> :n ORDER BY id LIMIT 1"),
        ("bund", "{addressee}", "SELECT id FROM addressee WHERE id <> :n ORDER BY id LIMIT 1"),
    ] {
        if pattern.contains(name) {
            let path = pattern.replace(name, &number(world, sql, 0).unwrap());
            let path = path.replace("{paragraph}", "1").replace("{number}", "1").replace("{format}", "pdf");
            found.push((label.to_owned(), path));
        }
    }
    if found.is_empty() {
        let token = "0123456789abcdef".repeat(4);
        let mut path = pattern.to_owned();
        while let (Some(a), Some(b)) = (path.find('{'), path.find('}')) {
            path.replace_range(a..=b, &token);
        }
        found.push(("unbekannt".to_owned(), path));
    }
    found
}

fn table() -> BTreeMap<String, Vec<String>> {
    let text = include_str!("permissions.tsv");
    text.lines()
        .skip(1)
        .filter(|l| !l.is_empty())
        .map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            (cells[..3].join("\t"), cells[3..].iter().map(|c| (*c).to_owned()).collect())
        })
        .collect()
}

// Forms are sent, too, so each world is the test's own. They are two tests because they take longest of all.
#[test]
fn every_route_answers_every_persona_as_the_table_says() {
    answers_as_the_table_says(&world::sqlite());
}

#[test]
fn every_route_answers_every_persona_as_the_table_says_on_postgresql() {
    if let Some(world) = world::postgres() {
        answers_as_the_table_says(&world);
    }
}

/// Somebody who comes, signed in as that persona.
fn comes<'w>(world: &'w World, who: &str) -> Client<'w> {
    if who == "–" { world.visitor() } else { world.person(who) }
}

/// To the sign-in and to anywhere else are different answers.
fn answer(page: &Page) -> String {
    if page.location.contains("/anmelden?weiter=") { "login".to_owned() } else { page.status.to_string() }
}

fn answers_as_the_table_says(world: &World) {
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let (reads, writes): (Vec<_>, Vec<_>) = world.site.routes().list().iter().partition(|route| route.method == "GET");
    // Whoever looks stays signed in; a form may end a session, or all of them.
    let mut readers = WHO.map(|who| comes(world, who));
    for route in reads.into_iter().chain(writes) {
        for (label, path) in samples(world, route.pattern) {
            let answers: Vec<String> = if route.method == "GET" {
                readers.iter_mut().map(|client| answer(&client.get(&path))).collect()
            } else {
                WHO.iter().map(|who| answer(&comes(world, who).post(&path, &[]))).collect()
            };
            found.insert(format!("{}\t{}\t{label}", route.method, route.pattern), answers);
        }
    }
    if std::env::var("GEFLECHT_SHOW").is_ok() {
        println!("method\tpattern\tsample\t{}", WHO.join("\t"));
        for (key, answers) in &found {
            println!("{key}\t{}", answers.join("\t"));
        }
    }
    let expected = table();
    let (asked, written): (BTreeSet<_>, BTreeSet<_>) = (found.keys().collect(), expected.keys().collect());
    assert_eq!(asked, written, "routes without a row, or rows without a route");
    for (key, answers) in &found {
        for ((who, got), want) in WHO.iter().zip(answers).zip(&expected[key]) {
            assert_eq!(got, want, "{key} for {who} on {world:?}");
        }
    }
}

#[test]
fn what_may_not_be_known_looks_like_what_does_not_exist() {
    world::reading(|world| {
        let (_, _, hidden) = networks(world).remove(2);
        for who in WHO.iter().filter(|w| **w != "verborgen") {
            let mut client = if *who == "–" { world.visitor() } else { world.person(who) };
            let (there, nowhere) =
                (client.get(&format!("/netzwerke/{hidden}")), client.get("/netzwerke/gibt-es-nicht"));
            assert_eq!((there.status, nowhere.status), (404, 404), "{who}");
            assert_eq!(there.body.replace(&hidden, "gibt-es-nicht"), nowhere.body, "{who}");
        }
    });
}
