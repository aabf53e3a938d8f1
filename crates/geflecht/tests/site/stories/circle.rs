//! N1, the circle of colleagues: a post that changes hands, a post nobody holds.

use db::args;
use people::NewTenure;

use super::{coordinator, family, holder, id, name, number, post, today};
use crate::world::{World, both, reading};

/// Eschweiler.
const TOWN: &str = "05334012";
/// What only members of the circle read.
const ROSTER: &str = "/netzwerke/ak-staedteregion/personen";

/// A seat of a post in a network.
fn seat_of(world: &World, post: i64, network: &str) -> i64 {
    number(
        world,
        "SELECT o.seat_id FROM occupancy o JOIN seat s ON s.id = o.seat_id JOIN body b ON b.id = s.body_id WHERE o.post_id = :post AND b.slug = :network AND s.kind = 'post'",
        args! { post: post, network: network },
    )
}

#[test]
fn n1_6_the_successor_has_post_and_seats_on_day_one() {
    both(|world| {
        let post = post(world, TOWN);
        let (leaving, admin) = (holder(world, post), coordinator(world, "ak-staedteregion"));
        let seat = seat_of(world, post, "ak-staedteregion");
        let tenure = number(
            world,
            "SELECT id FROM tenure WHERE post_id = :post AND person_id = :person AND until_day = '9999-12-31'",
            args! { post: post, person: leaving },
        );
        let (day, letters) = (today().plus_days(7), world.mails().len());
        let write = world.site.db().write_now(move |tx| {
            let coming = people::add_person(tx, &admin, &people::NewPerson::new("Tomke", "Siebensee"))?;
            networks::end_tenure(tx, &admin, id(tenure), day)?;
            networks::appoint(tx, &admin, &NewTenure::holder(id(post), coming, day))?;
            Ok(coming.raw())
        });
        let coming = write.unwrap();
        let (old, new) = (family(world, leaving), family(world, coming));
        let (mut leaves, mut comes) = (world.signed_in(leaving), world.signed_in(coming));
        // The day before, nothing has changed for anybody.
        let mut colleague = world.person("mira");
        colleague.get(&format!("/sitze/{seat}")).is(200).shows(&old);
        colleague.get(ROSTER).is(200).shows(&old).hides(&new);
        leaves.get(ROSTER).is(200).shows("Sie");
        comes.get(ROSTER).is(403).hides(&old);
        comes.get("/").is(200).shows("Sie haben zurzeit keinen Sitz.");
        // On the day, the seats are hers in every network; nobody moved a row, and nobody signed in anew.
        world.clock.set(day.at(0, 1));
        comes.get("/").is(200).shows("AK StädteRegion, geht auf Nachfolge über").shows("RAG Aachen").shows("LAG NRW");
        comes.get(ROSTER).is(200).shows(&new).hides(&old);
        colleague.get(ROSTER).is(200).shows(&new).hides(&old);
        // Her seat tells its story to colleagues: both, with their days.
        colleague.get(&format!("/sitze/{seat}")).is(200).shows(&new).shows(&old).shows("29. November 2026");
        // Who has left reads nothing any more, in the same second, with the session she had.
        leaves.get(ROSTER).is(403).hides(&new);
        leaves.get("/").is(200).shows("Sie haben zurzeit keinen Sitz.").hides("AK StädteRegion, geht auf");
        // Nobody outside learns either name: nobody agreed to that.
        for who in ["", "gast", "betrieb"] {
            let mut client = if who.is_empty() { world.visitor() } else { world.person(who) };
            client.get(&format!("/sitze/{seat}")).is(200).hides(&new).hides(&name(world, leaving));
        }
        assert_eq!(world.mails().len(), letters, "a handover entered by the coordination writes to nobody");
    });
}

#[test]
fn n1_7_a_vacant_post_keeps_its_seats_and_its_mailbox() {
    reading(|world| {
        let post = post(world, "05334008");
        let seat = seat_of(world, post, "rag-aachen");
        let mailbox = super::word(world, "SELECT mail FROM post WHERE id = :post", args! { post: post });
        let last = number(
            world,
            "SELECT person_id FROM tenure WHERE post_id = :post AND mode = 'holder' ORDER BY until_day DESC LIMIT 1",
            args! { post: post },
        );
        let page = world.person("mira").get(&format!("/sitze/{seat}"));
        page.is(200).shows("Dieser Sitz ist seit 1. Juli 2026 unbesetzt.").shows(&mailbox).shows(&name(world, last));
        // The town hall is not put in her place, neither as a sitter nor as a mailbox.
        page.hides("rathaus@");
        let sitters = super::count(
            world,
            "SELECT COUNT(*) FROM sits v WHERE v.seat_id = :seat AND v.until_day > :day AND v.capacity <> 'deputy'",
            args! { seat: seat, day: today() },
        );
        assert_eq!(sitters, 0);
        // The public reads the same but for the name, and finds the mailbox.
        let public = world.visitor().get(&format!("/sitze/{seat}"));
        public.is(200).shows("seit 1. Juli 2026 unbesetzt").shows(&mailbox).hides(&name(world, last)).hides("rathaus@");
        // Every network keeps the seat and counts without it.
        for (network, counts) in [
            ("ak-staedteregion", "10 Mitglieder · eine Stelle unbesetzt"),
            ("rag-aachen", "37 Mitglieder · eine Stelle unbesetzt"),
            ("lag-nrw", "358 Mitglieder · 12 Stellen unbesetzt"),
        ] {
            world.visitor().get(&format!("/netzwerke/{network}/mitglieder")).is(200).shows(counts);
            let kept = seat_of(world, post, network);
            world.visitor().get(&format!("/sitze/{kept}")).is(200).shows("unbesetzt");
        }
        // Whoever keeps the RAG is told; whoever merely belongs is not.
        world.person("rag").get("/").shows("Ein Sitz ist unbesetzt: Mitglied durch die Stelle").shows("seit 4 Monaten");
        world.person("mira").get("/").is(200).hides(&format!("/sitze/{seat}\""));
        // Nobody is written to about it, and invitations, circulars and minutes go to the office's own mailbox, never to the mayor's.
        let mails = world.mails();
        let written: Vec<_> = mails.iter().filter(|(to, _, _)| to.contains("baesweiler")).collect();
        // A world that came out of a backup has no letters waiting; the other has.
        assert!(mails.is_empty() || !written.is_empty(), "its mailbox is invited");
        for (to, subject, _) in written {
            let known = subject.starts_with('[');
            assert!(*to == mailbox && known, "{to}: {subject}");
        }
    });
}
