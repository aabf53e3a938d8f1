//! How many statements a page takes: pinned, so that nobody adds one per row.

use crate::world::{World, reading};

#[test]
fn the_statements_of_each_page_are_pinned() {
    reading(pinned);
}

fn pinned(world: &World) {
    let number = |sql: &str| crate::stories::number(world, sql, db::args! {});
    let person = number("SELECT person_id FROM account ORDER BY person_id LIMIT 1");
    let seat = number(
        "SELECT s.id FROM seat s JOIN body b ON b.id = s.body_id WHERE b.slug = 'rag-aachen' ORDER BY s.number LIMIT 1",
    );
    let rag = number("SELECT id FROM body WHERE slug = 'rag-aachen'");
    let board = number("SELECT id FROM body WHERE slug = 'beirat-arbeitsmarkt'");
    let pages: Vec<(String, &str)> = PINNED
        .iter()
        .map(|(path, _)| {
            let named = (*path).replace("{person}", &person.to_string()).replace("{seat}", &seat.to_string());
            (named.replace("{rag}", &rag.to_string()).replace("{beirat}", &board.to_string()), *path)
        })
        .collect();
    let mut client = world.person("mira");
    let mut found = Vec::new();
    for (path, pattern) in pages {
        let page = client.get(&path);
        page.is(200);
        found.push((pattern, page.statements()));
    }
    assert_eq!(found, PINNED, "statements per page on {world:?}");
}

/// Address and statements, with session, actor and settings. One each on Start and on the page of a network: the cards of positions
/// that news tells of.
/// One each on the page of a network and of a body for public reports, and one more for the names where there are some; one for the
/// latest positions.
/// For members, one for each body in the frame whose mandates may have a view, and one where a report is told as new.
const PINNED: &[(&str, u32)] = &[
    // What is new asks threads for their cards, too: two statements where one is told. And which date polls wait for her answer.
    // One more where a vote opened today is told.
    // One more for the cards of hearings her tasks come from.
    // Three more for whoever is sent somewhere: where, the reports there, and the sittings that are over without one.
    // Five more: what positions ask of her and of networks she leads, questions to her, checks of her own data, what she put off. So
    // Start, the inbox and the number in the head of every page tell the same; the other pages remember that number.
    // One more: elections that ask whether she stands, or accepts.
    ("/", 54),
    ("/netzwerke", 7),
    ("/netzwerke/rag-aachen", 35),
    ("/netzwerke/lag-nrw", 29),
    ("/netzwerke/lag-nrw/personen", 14),
    ("/netzwerke/lag-nrw/mitglieder", 12),
    ("/netzwerke/rag-aachen/gremien/gma", 23),
    ("/netzwerke/rag-aachen/bild", 18),
    ("/sitze/{seat}", 16),
    // How far the index goes, what is spelt so, what begins so, what of it she may look for and what it is are one statement each, however many words
    // are asked for; then one call for each kind that was found, and the networks of those that are bodies and seats.
    ("/suche?q=aachen", 33),
    // Sittings that are over and have no report yet are one statement. At a body of others the reports on its sittings are two, those
    // she owes there two.
    // The ways of delegates: eight for each body far away, whatever the number of seats.
    ("/mandate", 25),
    ("/gremien/{rag}/mandate", 59),
    ("/gremien/{beirat}/mandate", 29),
];

/// Tables of a handful of rows, which may be read whole.
const SMALL: [&str; 4] = ["setting", "topic", "counter", "operator"];

/// Whether a line of a plan reads a table of people, seats or events from end to end, or builds an index or a filter
/// for the while. What a statement has put together itself, under `MATERIALIZE` or `CO-ROUTINE`, is its own.
fn is_costly(line: &str, own: &[&str]) -> bool {
    // An index that holds the few wanted rows alone.
    let line = line.strip_suffix(" USING INDEX body_open").map_or(line, |_| "SEARCH");
    let scanned = line.strip_prefix("SCAN ").and_then(|rest| rest.split(' ').next());
    scanned.is_some_and(|name| {
        !matches!(name, "CONSTANT") && !name.starts_with('(') && !own.contains(&name) && !SMALL.contains(&name)
    }) || line.contains("AUTOMATIC")
        || line.contains("BLOOM")
}

#[test]
fn no_page_reads_a_whole_table() {
    let world = crate::world::sqlite();
    // The test's own questions are asked of another house, so that they are not among the plans.
    let number = |sql: &str| crate::stories::number(&crate::world::sqlite(), sql, db::args! {});
    let organisation = number("SELECT MIN(id) FROM organisation");
    let post = number("SELECT MIN(seat_id) FROM occupancy WHERE post_id IS NOT NULL");
    let held = number("SELECT MIN(post_id) FROM occupancy WHERE post_id IS NOT NULL");
    let body = number("SELECT id FROM body WHERE slug = 'rag-aachen'");
    let board = number("SELECT id FROM body WHERE slug = 'beirat-arbeitsmarkt'");
    let task = number("SELECT MIN(id) FROM task WHERE body_id = (SELECT id FROM body WHERE slug = 'rag-aachen')");
    let asked = number("SELECT MIN(id) FROM position WHERE state = 'input'");
    let more = [
        "/netzwerke?ansicht=bild".to_owned(),
        "/netzwerke/rag-aachen?stand=2019-06-30".to_owned(),
        "/netzwerke/rag-aachen/bild?fokus=gma".to_owned(),
        "/netzwerke/rag-aachen/mitglieder?stand=2019-06-30".to_owned(),
        "/netzwerke/frauennetzwerk/personen".to_owned(),
        "/netzwerke/lsbtiq-nrw".to_owned(),
        format!("/organisationen/{organisation}"),
        format!("/sitze/{post}?stand=2019-06-30"),
        format!("/gremien/{body}/bearbeiten"),
        "/aufgaben".to_owned(),
        "/aufgaben?wer=vergeben&zeigen=erledigt".to_owned(),
        format!("/aufgaben/{task}"),
        format!("/gremien/{body}/aufgaben"),
        format!("/gremien/{body}/aufgaben/neu"),
        format!("/stellen/{held}/uebergabe?bis=2026-12-31"),
        "/konto".to_owned(),
        "/konto/freigaben".to_owned(),
        "/konto/geraete".to_owned(),
        "/suche?q=beauftragte".to_owned(),
        "/positionen".to_owned(),
        "/positionen?jahr=2026&zustand=sent&gilt=ja".to_owned(),
        format!("/gremien/{body}/positionen"),
        format!("/positionen/{asked}"),
        format!("/positionen/{asked}/aenderungen"),
        "/netzwerke/rag-aachen/positionen/atom".to_owned(),
    ];
    let person = number("SELECT person_id FROM account ORDER BY person_id LIMIT 1").to_string();
    let paths: Vec<String> = PINNED
        .iter()
        .map(|(path, _)| {
            let named = path.replace("{person}", &person).replace("{seat}", &post.to_string());
            named.replace("{rag}", &body.to_string()).replace("{beirat}", &board.to_string())
        })
        .chain(more)
        .collect();
    for slug in ["mira", "lag", "rag", "lsbtiq", "betrieb"] {
        let mut client = world.person(slug);
        paths.iter().for_each(|path| drop(client.get(path)));
    }
    let mut visitor = world.visitor();
    paths.iter().for_each(|path| drop(visitor.get(path)));
    let mut wrong: Vec<String> = plans(&world)
        .iter()
        .flat_map(|(text, lines)| {
            let own: Vec<&str> = lines
                .iter()
                .filter_map(|l| l.strip_prefix("MATERIALIZE ").or_else(|| l.strip_prefix("CO-ROUTINE ")))
                .chain(aliases(text))
                .collect();
            lines.iter().filter(|l| is_costly(l, &own)).map(|l| format!("{l}: {text}")).collect::<Vec<_>>()
        })
        .collect();
    wrong.sort();
    wrong.dedup();
    assert!(wrong.is_empty(), "{} statements:\n{}", wrong.len(), wrong.join("\n\n"));
    assert!(is_costly("SCAN s", &["h"]) && is_costly("BLOOM FILTER ON t (post_id=?)", &[]), "a scan would be seen");
}

/// The aliases of what a statement puts together in its `WITH`, and of the view `sits`.
fn aliases(text: &str) -> impl Iterator<Item = &str> {
    const MADE: [&str; 12] =
        ["direct ", "reached ", "held ", "followed ", "sitting ", "had ", "sat ", "sits ", "up ", "hop ", "own ", ") "];
    let words = MADE.iter().flat_map(move |made| {
        text.match_indices(made).filter_map(move |(at, _)| text.get(at + made.len()..)?.split([' ', ',', ')']).next())
    });
    words.filter(|word| word.len() == 1)
}

/// The plans both readers' connections remember: two readers at once, each waiting for the other.
fn plans(world: &World) -> Vec<(String, Vec<String>)> {
    let both = std::sync::Arc::new(std::sync::Barrier::new(2));
    let ask = || {
        let (db, both) = (world.site.db().clone(), std::sync::Arc::clone(&both));
        std::thread::spawn(move || {
            db.read_now(move |conn| {
                both.wait();
                conn.plans()
            })
        })
    };
    let asked = [ask(), ask()];
    asked.into_iter().flat_map(|one| one.join().unwrap().unwrap()).collect()
}
