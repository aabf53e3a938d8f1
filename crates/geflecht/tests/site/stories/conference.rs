//! N4 and N5: the state's posts on their territories, and a chair that changes.

use db::args;
use networks::EndReason;

use super::{actor_on, body, coordinator, count, holder, id, name, number, post, today};
use crate::world::{both, reading};

#[test]
fn n4_1_every_municipality_of_the_state_is_a_territory_and_the_offices_have_posts() {
    reading(|world| {
        let territories = "SELECT COUNT(*) FROM territory WHERE level = 'municipality' AND ags LIKE '05%'";
        assert_eq!(count(world, territories, args! {}), 396);
        let seats = count(
            world,
            "SELECT COUNT(*) FROM seat s JOIN body b ON b.id = s.body_id WHERE b.slug = 'lag-nrw' AND s.kind = 'post' AND s.until_day = '9999-12-31'",
            args! {},
        );
        assert_eq!(seats, 370);
        // Each of them belongs to a post of an organisation on a territory with its official key.
        let loose = "SELECT COUNT(*) FROM occupancy o JOIN seat s ON s.id = o.seat_id JOIN body b ON b.id = s.body_id JOIN post p ON p.id = o.post_id JOIN organisation g ON g.id = p.organisation_id WHERE b.slug = 'lag-nrw' AND g.territory_id IS NULL";
        assert_eq!(count(world, loose, args! {}), 0);
        // No district and no city of its own is without.
        let without = "SELECT COUNT(*) FROM territory t WHERE (t.level = 'district' OR (t.level = 'municipality' AND t.ags LIKE '05%000')) AND NOT EXISTS (SELECT 1 FROM post p JOIN organisation g ON g.id = p.organisation_id \
             JOIN occupancy o ON o.post_id = p.id JOIN seat s ON s.id = o.seat_id JOIN body b ON b.id = s.body_id WHERE g.territory_id = t.id AND b.slug = 'lag-nrw')";
        assert_eq!(count(world, without, args! {}), 0);
        let members = world.person("lag").get("/netzwerke/lag-nrw/mitglieder");
        members.is(200).shows("358 Mitglieder · 12 Stellen unbesetzt").shows("Stadt Aachen").shows("Stadt Köln");
        assert!(members.body.len() < 400_000, "{} bytes", members.body.len());
        let district = world.person("lag").get("/netzwerke/lag-nrw/mitglieder?gruppe=05358");
        district.is(200).shows("Stadt Jülich").shows("Kreis Düren").hides("Stadt Köln").hides("Stadt Bonn");
        // The public reads the same list of offices, without the names of those who did not agree.
        let julich = holder(world, post(world, "05358024"));
        district.shows(&name(world, julich));
        let public = world.visitor().get("/netzwerke/lag-nrw/mitglieder?gruppe=05358");
        public.is(200).shows("358 Mitglieder").shows("Stadt Jülich").hides(&name(world, julich));
        // The list of persons is for members; a guest of one committee elsewhere and the operator are none.
        world.person("lag").get("/netzwerke/lag-nrw/personen").is(200).shows("Personen in LAG NRW");
        world.visitor().get("/netzwerke/lag-nrw/personen").is(303);
        for who in ["gast", "verein", "betrieb", "ehemals", "lsbtiq"] {
            world.person(who).get("/netzwerke/lag-nrw/personen").is(403).hides(&name(world, julich));
        }
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
        let seat = number(world, "SELECT seat_id FROM occupancy WHERE id = :held", args! { held: held });
        let chairs = |world| actor_on(world, aachen).holds_office(network, &[kernel::Office::Chair]);
        assert!(chairs(world));
        // The chair keeps the conference and the bodies of others it sends into, and what waits there.
        let (edit, organ) = (
            format!("/gremien/{network}/bearbeiten"),
            format!("/gremien/{}/bearbeiten", body(world, "gesundheitsausschuss")),
        );
        let waits = "Beratendes Mitglied Gesundheitsausschuss, Städtetag NRW";
        let mut last = world.person("mira");
        last.get(&edit).is(200);
        last.get(&organ).is(200);
        last.get("/eingang").shows(waits);
        let (admin, day, letters) = (coordinator(world, "staedtetag-nrw"), today().plus_days(3), world.mails().len());
        let outside = number(
            world,
            "SELECT o.seat_id FROM occupancy o WHERE o.person_id = :p AND o.sender_body_id = :n AND o.until_day > :day AND o.status = 'confirmed'",
            args! { p: aachen, n: network, day: today() },
        );
        let end =
            world.site.db().write_now(move |tx| networks::end_occupancy(tx, &admin, id(held), day, EndReason::Term));
        // Where the conference has sent her is asked of, and stays: as its member she may go on.
        let asked: Vec<i64> = end.unwrap().iter().map(|d| d.seat.raw()).collect();
        assert_eq!(asked, [outside]);
        world.clock.set(day.at(0, 0).plus_seconds(-1));
        last.get(&edit).is(200);
        // One second later the same session may read on, as a member, and change nothing.
        world.clock.set(day.at(0, 0));
        assert!(!chairs(world));
        last.get("/netzwerke/staedtetag-nrw").is(200);
        last.get("/netzwerke/staedtetag-nrw/personen").is(200);
        for path in [&edit, &organ] {
            last.get(path).is(403);
            last.post(path, &[("purpose", "Übernommen"), ("version", "1")]).is(403);
        }
        last.get("/").is(200).hides(waits);
        last.get("/eingang").is(200).hides(waits);
        // What she has elsewhere stays hers.
        assert!(actor_on(world, aachen).seats().contains(&outside));
        last.get(&format!("/gremien/{}/bearbeiten", body(world, "vorstand"))).is(200);
        // Everybody sees that nobody chairs; who did, and when, stays on the seat's page.
        world.visitor().get("/netzwerke/staedtetag-nrw").is(200).shows("zurzeit unbesetzt");
        let story = world.visitor().get(&format!("/sitze/{seat}"));
        story
            .is(200)
            .shows("unbesetzt")
            .shows(&name(world, aachen))
            .shows("seit 26. November 2026 unbesetzt")
            .shows("Amtszeit beendet");
        assert_eq!(world.mails().len(), letters);
    });
}
