//! N4 and N5: the state's posts on their territories, and a chair that changes.

use db::args;
use networks::EndReason;

use super::{actor_on, body, coordinator, count, holder, id, number, post, today};
use crate::world::{both, reading};

#[test]
fn n4_1_every_municipality_of_the_state_is_a_territory_and_the_offices_have_posts() {
    reading(|world| {
        assert_eq!(
            count(world, "SELECT COUNT(*) FROM territory WHERE level = 'municipality' AND ags LIKE '05%'", args! {}),
            396
        );
        let seats = count(
            world,
            "SELECT COUNT(*) FROM seat s JOIN body b ON b.id = s.body_id WHERE b.slug = 'lag-nrw' AND s.kind = 'post' AND s.until_day = '9999-12-31'",
            args! {},
        );
        assert!((360..=400).contains(&seats), "{seats} post seats");
        // Each of them belongs to a post of an organisation on a territory with its official key.
        let loose = count(
            world,
            "SELECT COUNT(*) FROM occupancy o JOIN seat s ON s.id = o.seat_id JOIN body b ON b.id = s.body_id JOIN post p ON p.id = o.post_id JOIN organisation g ON g.id = p.organisation_id WHERE b.slug = 'lag-nrw' AND g.territory_id IS NULL",
            args! {},
        );
        assert_eq!(loose, 0);
        let members = world.person("lag").get("/netzwerke/lag-nrw/mitglieder");
        members.is(200).shows("Aachen").shows("Köln");
        assert!(members.body.len() < 400_000, "{} bytes", members.body.len());
    });
}

#[test]
fn n5_7_the_old_chair_loses_the_rights_the_same_day() {
    both(|world| {
        let network = body(world, "staedtetag-nrw");
        let aachen = holder(world, post(world, "05334002"));
        let held = number(
            world,
            "SELECT o.id FROM occupancy o JOIN seat s ON s.id = o.seat_id WHERE s.body_id = :n AND s.office = 'chair' AND o.from_day <= :day AND o.until_day > :day LIMIT 1",
            args! { n: network, day: today() },
        );
        assert!(actor_on(world, aachen).holds_office(network, &[kernel::Office::Chair]));
        let edit = format!("/gremien/{network}/bearbeiten");
        world.person("mira").get(&edit).is(200);
        let (admin, day) = (coordinator(world, "staedtetag-nrw"), today().plus_days(3));
        world
            .site
            .db()
            .write_now(move |tx| networks::end_occupancy(tx, &admin, id(held), day, EndReason::Term))
            .unwrap();
        world.clock.set(day.at(0, 0).plus_seconds(-1));
        let mut last = world.person("mira");
        last.get(&edit).is(200);
        // One second later the same session may read on, as a member, and change nothing.
        world.clock.set(day.at(0, 0));
        last.get("/netzwerke/staedtetag-nrw").is(200);
        last.get(&edit).is(403);
        last.post(&edit, &[("purpose", "Übernommen")]).is(403);
    });
}
