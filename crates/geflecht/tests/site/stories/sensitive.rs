//! N8 and the unlisted network: who belongs never leaves the network.

use db::args;
use networks::EndReason;

use super::{actor_on, body, coordinator, id, name, number, today};
use crate::world::{both, reading};

#[test]
fn n8_7_access_ends_on_the_day_a_member_leaves() {
    both(|world| {
        let network = body(world, "lsbtiq-nrw");
        let held = number(
            world,
            "SELECT o.id FROM occupancy o JOIN seat s ON s.id = o.seat_id WHERE s.body_id = :n AND o.person_id IS NOT NULL AND s.office IS NULL AND o.from_day <= :day AND o.until_day = '9999-12-31' ORDER BY s.number DESC LIMIT 1",
            args! { n: network, day: today() },
        );
        let person = number(world, "SELECT person_id FROM occupancy WHERE id = :held", args! { held: held });
        let (admin, day) = (coordinator(world, "lsbtiq-nrw"), today().plus_days(10));
        world
            .site
            .db()
            .write_now(move |tx| networks::end_occupancy(tx, &admin, id(held), day, EndReason::Exit))
            .unwrap();
        world.clock.set(day.at(0, 0).plus_seconds(-1));
        assert!(actor_on(world, person).is_member_of(network));
        world.clock.set(day.at(0, 0));
        assert!(!actor_on(world, person).is_member_of(network));
        let _ = name(world, person);
    });
}

#[test]
fn n8_nobody_outside_learns_who_belongs_or_how_many() {
    reading(|world| {
        let network = body(world, "lsbtiq-nrw");
        let people: Vec<(i64, String)> = world.site.db().read_now(move |c| {
        c.all("SELECT DISTINCT p.id, p.given || ' ' || p.family FROM sits v JOIN person p ON p.id = v.person_id WHERE v.body_id = :n", args! { n: network }, |r| Ok((r.get(0)?, r.get(1)?)))
    }).unwrap();
        assert!(people.len() > 10, "{} members", people.len());
        // The demo's own bar names its personas on every page; nobody else may be named.
        let bar: Vec<&str> = geflecht::site::personas().iter().map(|(_, words)| *words).collect();
        let people: Vec<_> =
            people.into_iter().filter(|(_, name)| !bar.iter().any(|words| words.contains(name.as_str()))).collect();
        let seat = number(world, "SELECT id FROM seat WHERE body_id = :n LIMIT 1", args! { n: network });
        // The public and members of other networks; the officer of Aachen is no member of this one.
        for who in ["", "mira", "lag", "betrieb", "gast", "verborgen"] {
            let mut client = if who.is_empty() { world.visitor() } else { world.person(who) };
            let page = client.get("/netzwerke/lsbtiq-nrw");
            page.is(200).shows("LSBTIQ");
            for (_, name) in &people {
                page.hides(name);
            }
            // The network may be known, who is in it may not: the page says that only members see this.
            let listed = if who.is_empty() { 303 } else { 403 };
            client.get("/netzwerke/lsbtiq-nrw/personen").is(listed);
            client.get(&format!("/sitze/{seat}")).is(404);
            client.get("/netzwerke/lsbtiq-nrw/mitglieder").is(403);
            assert!(!page.text().contains(&format!("{} Mitglieder", people.len())), "{who} learns how many");
        }
    });
}

#[test]
fn the_unlisted_network_is_found_by_its_members_alone() {
    reading(|world| {
        let slug = super::word(world, "SELECT slug FROM body WHERE unlisted AND kind = 'network'", args! {});
        let name = super::word(world, "SELECT name FROM body WHERE unlisted AND kind = 'network'", args! {});
        world.person("verborgen").get(&format!("/netzwerke/{slug}")).is(200).shows(&name);
        for who in ["", "mira", "lag", "betrieb", "lsbtiq"] {
            let mut client = if who.is_empty() { world.visitor() } else { world.person(who) };
            client.get(&format!("/netzwerke/{slug}")).is(404).hides(&name);
            client.get("/netzwerke").is(200).hides(&name);
            client.get(&format!("/suche?q={}", name.split_whitespace().next().unwrap_or_default())).hides(&slug);
        }
    });
}
