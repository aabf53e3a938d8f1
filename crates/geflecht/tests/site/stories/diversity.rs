//! N7, administrations as members: a contact person changes, and where the members are.

use db::args;
use networks::{Deputed, NewRepresentative};

use super::{body, coordinator, count, id, name, number, today, word};
use crate::world::{both, reading};

/// What only members read.
const ROSTER: &str = "/netzwerke/diversity/personen";

#[test]
fn n7_6_the_administrations_seat_stays_when_its_contact_changes() {
    both(|world| {
        let network = body(world, "diversity");
        let held = number(
            world,
            "SELECT o.id FROM occupancy o JOIN seat s ON s.id = o.seat_id JOIN representative r ON r.occupancy_id = o.id WHERE s.body_id = :n AND o.organisation_id IS NOT NULL AND r.person_id IS NOT NULL AND r.until_day = '9999-12-31' AND o.until_day = '9999-12-31' ORDER BY s.number DESC LIMIT 1",
            args! { n: network },
        );
        let named = |column: &str| {
            let sql = format!(
                "SELECT {column} FROM representative WHERE occupancy_id = :held AND until_day = '9999-12-31' AND rank = 1"
            );
            number(world, &sql, args! { held: held })
        };
        let (old, speaks) = (named("person_id"), named("id"));
        let get = |column: &str| {
            number(world, &format!("SELECT {column} FROM occupancy WHERE id = :held"), args! { held: held })
        };
        let (seat, organisation) = (get("seat_id"), get("organisation_id"));
        let administration = word(world, "SELECT name FROM organisation WHERE id = :id", args! { id: organisation });
        let mut was = world.signed_in(old);
        was.get(ROSTER).is(200);
        let (admin, day, letters) = (coordinator(world, "diversity"), today(), world.mails().len());
        let write = world.site.db().write_now(move |tx| {
            let new = people::add_person(tx, &admin, &people::NewPerson::new("Noa", "Kontakt"))?;
            networks::end_representative(tx, &admin, id(speaks), day)?;
            let (occupancy, who) = (id(held), Deputed::Person(new));
            let named = NewRepresentative { occupancy, who, rank: 1, from: day, until: kernel::Day::OPEN };
            networks::name_representative(tx, &admin, &named)?;
            Ok(new.raw())
        });
        let (new, old_name) = (write.unwrap(), name(world, old));
        // The seat is the administration's, as before, and the others find whom to ask.
        let mut mira = world.person("mira");
        mira.get(&format!("/sitze/{seat}")).is(200).shows("Noa Kontakt").shows(&old_name).shows(&administration);
        let row = mira.get("/netzwerke/diversity/mitglieder").text();
        assert!(row.contains(&format!("{administration} ")) && row.contains("Noa Kontakt") && !row.contains(&old_name));
        mira.get(ROSTER).is(200).shows("Kontakt, Noa").hides(&super::family(world, old));
        let kept = "SELECT COUNT(*) FROM occupancy WHERE id = :held AND until_day = '9999-12-31'";
        assert_eq!(count(world, kept, args! { held: held }), 1);
        // The new contact reads the network from this moment, the former one no more, with the session she had.
        world.signed_in(new).get(ROSTER).is(200).shows("Kontakt, Noa");
        was.get(ROSTER).is(403).hides("Noa Kontakt");
        was.get("/").is(200).shows("Sie haben zurzeit keinen Sitz.");
        // Nobody outside learns a name, on none of the pages that show the seat.
        for who in ["", "betrieb", "gast"] {
            let mut client = if who.is_empty() { world.visitor() } else { world.person(who) };
            for path in [
                format!("/sitze/{seat}"),
                format!("/organisationen/{organisation}"),
                format!("/organisationen/{organisation}/einbetten"),
                "/netzwerke/diversity/mitglieder".to_owned(),
                "/suche?q=Kontakt".to_owned(),
            ] {
                client.get(&path).is(200).hides("Noa Kontakt").hides(&old_name);
            }
        }
        assert_eq!(world.mails().len(), letters, "named by the coordination, nobody is written to");
    });
}

#[test]
fn n7_8_members_are_shown_by_land_and_kind() {
    reading(|world| {
        let of = |kind: &str| {
            count(
                world,
                "SELECT COUNT(*) FROM occupancy o JOIN seat s ON s.id = o.seat_id JOIN body b ON b.id = s.body_id JOIN organisation g ON g.id = o.organisation_id \
                 WHERE b.slug = 'diversity' AND b.kind = 'network' AND g.kind = :kind AND o.from_day <= :day AND o.until_day > :day",
                args! { kind: kind, day: today() },
            )
        };
        assert_eq!((of("land"), of("municipality")), (11, 20));
        let mut mira = world.person("mira");
        let all = mira.get("/netzwerke/diversity/mitglieder");
        all.is(200).shows("31 Mitglieder").shows("Land Berlin").shows("Stadt Köln").shows("Stadt Aachen");
        let rows = |page: &crate::client::Page| page.body.matches("<tr").count() - 1;
        assert_eq!(rows(&all), 31);
        let lands = mira.get("/netzwerke/diversity/mitglieder?gruppe=land");
        lands.is(200).shows("Land Berlin").hides("Stadt Köln");
        let towns = mira.get("/netzwerke/diversity/mitglieder?gruppe=municipality");
        towns.is(200).shows("Stadt Köln").hides("Land Berlin");
        assert_eq!((rows(&lands), rows(&towns)), (11, 20));
        // The picture and its table count them by Land, for the public as well.
        for mut client in [world.visitor(), world.person("mira")] {
            let page = client.get("/netzwerke/diversity");
            page.is(200).shows("Baden-Württemberg 5 Mitglieder").shows("Nordrhein-Westfalen 8 Mitglieder");
        }
        // Who speaks for an administration is for members, and for whom she let know.
        let speaks = "SELECT p.given || ' ' || p.family FROM representative r JOIN person p ON p.id = r.person_id JOIN occupancy o ON o.id = r.occupancy_id JOIN seat s ON s.id = o.seat_id JOIN body b ON b.id = s.body_id \
             WHERE b.slug = 'diversity' AND r.until_day = '9999-12-31' AND NOT EXISTS (SELECT 1 FROM consent c WHERE c.person_id = p.id AND c.withdrawn_at IS NULL) ORDER BY s.number LIMIT 1";
        let name = word(world, speaks, args! {});
        all.shows(&name);
        for who in ["", "lag", "betrieb"] {
            let mut client = if who.is_empty() { world.visitor() } else { world.person(who) };
            client.get("/netzwerke/diversity/mitglieder").is(200).shows("31 Mitglieder").hides(&name);
        }
    });
}
