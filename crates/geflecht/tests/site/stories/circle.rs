//! N1, the circle of colleagues: a post that changes hands, a post nobody holds.

use db::args;
use people::NewTenure;

use super::{coordinator, family, holder, id, number, post, today};
use crate::world::both;

/// Eschweiler.
const TOWN: &str = "05334012";

#[test]
fn n1_6_the_successor_has_post_and_seats_on_day_one() {
    both(|world| {
        let post = post(world, TOWN);
        let leaving = holder(world, post);
        let admin = coordinator(world, "ak-staedteregion");
        let seat = number(
            world,
            "SELECT o.seat_id FROM occupancy o JOIN seat s ON s.id = o.seat_id JOIN body b ON b.id = s.body_id WHERE o.post_id = :post AND b.slug = 'ak-staedteregion' AND s.kind = 'post'",
            args! { post: post },
        );
        let tenure = number(
            world,
            "SELECT id FROM tenure WHERE post_id = :post AND person_id = :person AND until_day = '9999-12-31'",
            args! { post: post, person: leaving },
        );
        let day = today().plus_days(7);
        let by = admin.clone();
        let coming = world
            .site
            .db()
            .write_now(move |tx| {
                let coming = people::add_person(tx, &by, &people::NewPerson::new("Tomke", "Siebensee"))?;
                networks::end_tenure(tx, &by, id(tenure), day)?;
                networks::appoint(tx, &by, &NewTenure::holder(id(post), coming, day))?;
                let operator = kernel::Actor { operator: true, ..kernel::Actor::default() };
                accounts::open_account(
                    tx,
                    &operator,
                    &accounts::NewAccount {
                        person: coming.cast(),
                        mail: "tomke.siebensee@example.org",
                        lang: kernel::Lang::De,
                    },
                )?;
                Ok(coming.raw())
            })
            .unwrap();
        let (old, new) = (family(world, leaving), family(world, coming));
        // The day before, nothing has changed for anybody.
        let mut colleague = world.person("mira");
        colleague.get(&format!("/sitze/{seat}")).is(200).shows(&old);
        let before = colleague.get("/netzwerke/ak-staedteregion/personen");
        before.is(200).shows(&old).hides(&new);
        // On the day, the seat is hers; the list has her name and not the other's; nobody moved a row.
        world.clock.set(day.at(0, 1));
        let mut colleague = world.person("mira");
        colleague.get("/netzwerke/ak-staedteregion/personen").is(200).shows(&new).hides(&old);
        let page = colleague.get(&format!("/sitze/{seat}"));
        page.is(200).shows(&new).shows(&old);
        // She reads what members read; who has left does not, in the same second.
        let actor = super::actor_on(world, coming);
        assert!(actor.is_member_of(super::body(world, "ak-staedteregion")));
        assert!(!super::actor_on(world, leaving).is_member_of(super::body(world, "ak-staedteregion")));
        // The public learns neither name: nobody agreed to that.
        world.visitor().get(&format!("/sitze/{seat}")).hides(&new);
    });
}

#[test]
fn n1_7_a_vacant_post_keeps_its_seat_and_its_mailbox() {
    both(|world| {
        let post = number(
            world,
            "SELECT p.id FROM post p WHERE NOT EXISTS (SELECT 1 FROM tenure t WHERE t.post_id = p.id AND t.mode <> 'deputy' AND t.until_day > :day) AND EXISTS (SELECT 1 FROM occupancy o JOIN seat s ON s.id = o.seat_id JOIN body b ON b.id = s.body_id WHERE o.post_id = p.id AND b.slug = 'rag-aachen') LIMIT 1",
            args! { day: today() },
        );
        let seat = number(
            world,
            "SELECT o.seat_id FROM occupancy o JOIN seat s ON s.id = o.seat_id JOIN body b ON b.id = s.body_id WHERE o.post_id = :post AND b.slug = 'rag-aachen'",
            args! { post: post },
        );
        let mailbox = super::word(world, "SELECT mail FROM post WHERE id = :post", args! { post: post });
        let page = world.person("mira").get(&format!("/sitze/{seat}"));
        page.is(200).shows("unbesetzt").shows(&mailbox);
        // Nobody else is put in her place: the seat has no sitter at all.
        let sitters = super::count(
            world,
            "SELECT COUNT(*) FROM sits v WHERE v.seat_id = :seat AND v.until_day > :day AND v.capacity <> 'deputy'",
            args! { seat: seat, day: today() },
        );
        assert_eq!(sitters, 0);
        // The public page counts 37 members and marks the municipality.
        let public = world.visitor().get("/netzwerke/rag-aachen");
        public.is(200).shows("37");
    });
}
