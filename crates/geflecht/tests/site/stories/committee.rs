//! N2, the regional working group and its committee of eight.

use db::args;
use kernel::Day;
use networks::EndReason;

use super::{body, coordinator, count, id, name, number, today};
use crate::world::both;

#[test]
fn n2_2_the_post_seat_passes_and_the_elected_seat_does_not() {
    both(|world| {
        let gma = body(world, "gma");
        assert_eq!(
            count(
                world,
                "SELECT COUNT(*) FROM seat WHERE body_id = :gma AND kind = 'elected' AND office IS NULL AND until_day = '9999-12-31'",
                args! { gma: gma }
            ),
            8
        );
        // A representative of the committee who holds a post in the region, not the officer we look through.
        let held = number(
            world,
            "SELECT o.id FROM occupancy o JOIN seat s ON s.id = o.seat_id WHERE s.body_id = :gma AND s.office IS NULL AND o.person_id IS NOT NULL AND o.eligible_post_id IS NOT NULL AND o.from_day <= :day AND o.until_day > :day ORDER BY s.number DESC LIMIT 1",
            args! { gma: gma, day: today() },
        );
        let get =
            |column: &str| number(world, &format!("SELECT {column} FROM occupancy WHERE id = :id"), args! { id: held });
        let (person, post, elected_seat) = (get("person_id"), get("eligible_post_id"), get("seat_id"));
        let rag_seat = number(
            world,
            "SELECT o.seat_id FROM occupancy o JOIN seat s ON s.id = o.seat_id JOIN body b ON b.id = s.body_id WHERE o.post_id = :post AND b.slug = 'rag-aachen'",
            args! { post: post },
        );
        let tenure = number(
            world,
            "SELECT id FROM tenure WHERE post_id = :post AND person_id = :person AND until_day = '9999-12-31'",
            args! { post: post, person: person },
        );
        let (day, admin) = (today().plus_days(1), coordinator(world, "rag-aachen"));
        let dependents = world
            .site
            .db()
            .write_now(move |tx| {
                let successor = people::add_person(tx, &admin, &people::NewPerson::new("Enna", "Folgt"))?;
                networks::end_tenure(tx, &admin, id(tenure), day)?;
                networks::appoint(tx, &admin, &people::NewTenure::holder(id(post), successor, day))?;
                // Eligibility was the post: the elected seat ends, and every seat that hung on it is named.
                networks::end_occupancy(tx, &admin, id(held), day, EndReason::Eligibility)
            })
            .unwrap();
        world.clock.set(day.at(9, 0));
        let (gone, new) = (name(world, person), "Enna Folgt");
        let mut mira = world.person("mira");
        mira.get(&format!("/sitze/{rag_seat}")).is(200).shows(new);
        let seat = mira.get(&format!("/sitze/{elected_seat}"));
        seat.is(200).shows("unbesetzt").shows(&gone);
        assert!(!seat.text().contains(new), "an elected seat never passes to the successor");
        // The page of the committee shows the vacancy, and as of the day before nothing of it.
        mira.get("/netzwerke/rag-aachen/gremien/gma").is(200).shows("unbesetzt");
        let before = mira.get(&format!("/netzwerke/rag-aachen/gremien/gma?stand={}", today()));
        before.is(200).shows(&gone).hides(new);
        let _ = dependents;
    });
}

#[test]
fn n2_2_past_terms_of_the_committee_stay_readable() {
    both(|world| {
        let mut mira = world.person("mira");
        for day in ["2021-06-30", "2023-06-30", "2025-06-30"] {
            let page = mira.get(&format!("/netzwerke/rag-aachen/gremien/gma?stand={day}"));
            let _ = Day::literal(day);
            page.is(200).shows("Stand:");
        }
        mira.get("/netzwerke/rag-aachen/gremien/gma?stand=2026-02-30")
            .is(422)
            .shows("Diesen Tag gibt es im Kalender nicht");
        mira.get("/netzwerke/rag-aachen/gremien/gma?stand=gestern").is(422);
    });
}
