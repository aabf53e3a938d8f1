//! N7, administrations as members: a contact person changes, and where the members are.

use db::args;
use networks::{Deputed, NewRepresentative};

use super::{body, coordinator, count, id, name, number, today};
use crate::world::{both, reading};

#[test]
fn n7_6_the_administrations_seat_stays_when_its_contact_changes() {
    both(|world| {
        let network = body(world, "diversity");
        let held = number(
            world,
            "SELECT o.id FROM occupancy o JOIN seat s ON s.id = o.seat_id JOIN representative r ON r.occupancy_id = o.id WHERE s.body_id = :n AND o.organisation_id IS NOT NULL AND r.person_id IS NOT NULL AND r.until_day = '9999-12-31' AND o.until_day = '9999-12-31' ORDER BY s.number DESC LIMIT 1",
            args! { n: network },
        );
        let old = number(
            world,
            "SELECT person_id FROM representative WHERE occupancy_id = :held AND until_day = '9999-12-31' AND rank = 1",
            args! { held: held },
        );
        let speaks = number(
            world,
            "SELECT id FROM representative WHERE occupancy_id = :held AND person_id = :old AND until_day = '9999-12-31'",
            args! { held: held, old: old },
        );
        let seat = number(world, "SELECT seat_id FROM occupancy WHERE id = :held", args! { held: held });
        let (admin, day) = (coordinator(world, "diversity"), today());
        world
            .site
            .db()
            .write_now(move |tx| {
                let new = people::add_person(tx, &admin, &people::NewPerson::new("Noa", "Kontakt"))?;
                networks::end_representative(tx, &admin, id(speaks), day)?;
                networks::name_representative(
                    tx,
                    &admin,
                    &NewRepresentative {
                        occupancy: id(held),
                        who: Deputed::Person(new),
                        rank: 1,
                        from: day,
                        until: kernel::Day::OPEN,
                    },
                )
            })
            .unwrap();
        let page = world.person("mira").get(&format!("/sitze/{seat}"));
        page.is(200).shows("Noa Kontakt");
        // The seat is the administration's, as before; the former contact reads the network no more.
        assert_eq!(
            count(
                world,
                "SELECT COUNT(*) FROM occupancy WHERE id = :held AND until_day = '9999-12-31'",
                args! { held: held }
            ),
            1
        );
        assert!(!super::actor(world, old).is_member_of(network));
        let _ = name(world, old);
    });
}

#[test]
fn n7_8_members_are_shown_by_land_and_kind() {
    reading(|world| {
        let page = world.person("mira").get("/netzwerke/diversity/mitglieder");
        page.is(200).shows("Berlin").shows("Köln").shows("Stadt Aachen");
    });
}
