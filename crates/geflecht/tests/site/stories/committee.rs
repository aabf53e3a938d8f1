//! N2, the regional working group and its committee of eight.

use db::args;
use networks::{Dependent, Depends, EndReason};

use super::{actor_on, body, coordinator, count, id, name, number, today};
use crate::world::{World, both, reading};

/// A representative of the committee whom it has sent into a body of others.
struct Sent {
    occupancy: i64,
    person: i64,
    post: i64,
    seat: i64,
    /// Where she was sent: seat and body.
    outside: (i64, i64),
}

fn sent(world: &World, gma: i64) -> Sent {
    let found = world.site.db().read_now(move |c| {
        c.one(
            "SELECT o.id, o.person_id, o.eligible_post_id, o.seat_id, q.seat_id, z.body_id FROM occupancy o JOIN seat s ON s.id = o.seat_id \
             JOIN occupancy q ON q.person_id = o.person_id AND q.sender_body_id = s.body_id AND q.status = 'confirmed' AND q.until_day > :day JOIN seat z ON z.id = q.seat_id \
             WHERE s.body_id = :gma AND s.kind = 'elected' AND s.office IS NULL AND o.from_day <= :day AND o.until_day > :day ORDER BY s.number DESC LIMIT 1",
            args! { gma: gma, day: today() },
            |r| Ok(Sent { occupancy: r.get(0)?, person: r.get(1)?, post: r.get(2)?, seat: r.get(3)?, outside: (r.get(4)?, r.get(5)?) }),
        )
    });
    found.unwrap()
}

/// How often a page says that somebody sits there without a seat in the body that sent her.
fn broken(page: &str) -> usize {
    page.matches("unterbrochen: ohne Sitz im entsendenden Gremium").count()
}

#[test]
fn n2_2_the_post_seat_passes_and_the_elected_seat_does_not() {
    both(|world| {
        let gma = body(world, "gma");
        let elected = "SELECT COUNT(*) FROM seat WHERE body_id = :gma AND kind = 'elected' AND office IS NULL AND until_day = '9999-12-31'";
        assert_eq!(count(world, elected, args! { gma: gma }), 8);
        let her = sent(world, gma);
        let (person, post, held, outside) = (her.person, her.post, her.occupancy, her.outside);
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
        let (gone, new) = (name(world, person), "Enna Folgt");
        let mut mira = world.person("mira");
        // What the rules say, before it happens.
        let seat = mira.get(&format!("/sitze/{}", her.seat));
        seat.is(200).shows("die Person ihre Stelle verlässt? Das Mandat endet.").shows("wird nachgewählt");
        let chains = broken(&mira.get("/netzwerke/rag-aachen/bild").text());
        let (day, admin, letters) = (today().plus_days(1), coordinator(world, "rag-aachen"), world.mails().len());
        let (dependents, successor) = world
            .site
            .db()
            .write_now(move |tx| {
                let successor = people::add_person(tx, &admin, &people::NewPerson::new("Enna", "Folgt"))?;
                networks::end_tenure(tx, &admin, id(tenure), day)?;
                networks::appoint(tx, &admin, &people::NewTenure::holder(id(post), successor, day))?;
                // Eligibility was the post: the elected seat ends, and every seat that hung on it is named.
                let dependents = networks::end_occupancy(tx, &admin, id(held), day, EndReason::Eligibility)?;
                Ok((dependents, successor.raw()))
            })
            .unwrap();
        // The committee's seat was why she sits outside: that is to be decided, and named with its body and its reason.
        assert_eq!(dependents, [Dependent { seat: id(outside.0), body: id(outside.1), why: Depends::Sent }]);
        world.clock.set(day.at(9, 0));
        mira.get(&format!("/sitze/{rag_seat}")).is(200).shows(new);
        let seat = mira.get(&format!("/sitze/{}", her.seat));
        seat.is(200).shows("unbesetzt").shows(&gone).shows("Voraussetzung entfallen");
        assert!(!seat.text().contains(new), "an elected seat never passes to the successor");
        // Nothing is taken from her outside: she sits there until somebody decides, and everybody sees the broken chain.
        mira.get(&format!("/sitze/{}", outside.0)).is(200).shows(&gone).hides(new);
        let picture = mira.get("/netzwerke/rag-aachen/bild");
        assert!(broken(&picture.text()) > chains, "the chain is shown as broken");
        assert!(broken(&world.visitor().get("/netzwerke/rag-aachen/bild").text()) > chains);
        // The page of the committee shows the vacancy, and as of the day before nothing of it.
        mira.get("/netzwerke/rag-aachen/gremien/gma").is(200).shows("unbesetzt");
        mira.get(&format!("/netzwerke/rag-aachen/gremien/gma?stand={}", today())).is(200).shows(&gone).hides(new);
        // The rights follow: the successor reads the RAG and not the committee, who has left neither.
        let (comes, left) = (actor_on(world, successor), actor_on(world, person));
        let rag = body(world, "rag-aachen");
        assert_eq!((comes.is_member_of(rag), comes.sits_in(gma)), (true, false));
        assert_eq!((left.is_member_of(rag), left.sits_in(gma), left.sits_in(outside.1)), (false, false, true));
        world.signed_in(successor).get("/netzwerke/rag-aachen/personen").is(200).shows("Folgt");
        world.signed_in(person).get("/netzwerke/rag-aachen/personen").is(403).hides("Folgt");
        // Who keeps the RAG finds the vacancy among what waits for her; the public finds no new name anywhere.
        world.person("rag").get("/eingang").shows("Ein Sitz ist unbesetzt: Gewähltes Mitglied");
        for path in [format!("/sitze/{rag_seat}"), "/netzwerke/rag-aachen/gremien/gma".into(), "/suche?q=Folgt".into()]
        {
            world.visitor().get(&path).is(200).hides(new);
        }
        assert_eq!(world.mails().len(), letters, "whom to tell outside is asked, not guessed");
    });
}

#[test]
fn n2_2_past_terms_of_the_committee_stay_readable() {
    reading(|world| {
        let (gma, mut mira) = (body(world, "gma"), world.person("mira"));
        for (day, seats) in [("2021-06-30", 8), ("2023-06-30", 8), ("2023-09-01", 7), ("2025-06-30", 8)] {
            let sat: Vec<String> = world
                .site
                .db()
                .read_now(move |c| {
                    c.all(
                        "SELECT p.given || ' ' || p.family FROM occupancy o JOIN seat s ON s.id = o.seat_id JOIN person p ON p.id = o.person_id \
                         WHERE s.body_id = :gma AND s.office IS NULL AND o.from_day <= :day AND o.until_day > :day AND o.status = 'confirmed'",
                        args! { gma: gma, day: day },
                        |r| r.get(0),
                    )
                })
                .unwrap();
            assert_eq!(sat.len(), seats, "{day}");
            let page = mira.get(&format!("/netzwerke/rag-aachen/gremien/gma?stand={day}"));
            page.is(200).shows("Stand:");
            // Rights are those of now: of those who have left the region long since a member sees the seat, and of
            // her colleagues of today the names.
            let shown = sat.iter().filter(|name| page.text().contains(name.as_str())).count();
            assert!(shown > 0, "{day}: {sat:?}");
            assert!(seats == 8 || page.text().contains("unbesetzt"), "{day}");
        }
        let wrong = mira.get("/netzwerke/rag-aachen/gremien/gma?stand=2026-02-30");
        wrong.is(422).shows("Diesen Tag gibt es im Kalender nicht");
        mira.get("/netzwerke/rag-aachen/gremien/gma?stand=gestern").is(422);
    });
}
