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
    let pages: Vec<(String, &str)> = PINNED
        .iter()
        .map(|(path, _)| ((*path).replace("{person}", &person.to_string()).replace("{seat}", &seat.to_string()), *path))
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

/// Address and statements, with session, actor and settings.
const PINNED: &[(&str, u32)] = &[
    ("/", 25),
    ("/netzwerke", 7),
    ("/netzwerke/rag-aachen", 19),
    ("/netzwerke/lag-nrw", 19),
    ("/netzwerke/lag-nrw/personen", 11),
    ("/netzwerke/lag-nrw/mitglieder", 9),
    ("/netzwerke/rag-aachen/gremien/gma", 17),
    ("/netzwerke/rag-aachen/bild", 14),
    ("/sitze/{seat}", 13),
    ("/suche?q=aachen", 25),
];
