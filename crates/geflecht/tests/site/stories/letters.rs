//! What waits in the outbox and what its reader may read when it leaves.

use db::{QueuedMail, args};
use geflecht::site::may_leave;
use kernel::{Id, Lang};

use super::{body, number, today};
use crate::world::both;

fn waits(person: i64, sits_in: &[i64]) -> QueuedMail {
    QueuedMail {
        id: Id::new(1),
        to: "jo@example.org".into(),
        subject: "[RAG] Haushalt".into(),
        text: "Text".into(),
        lang: Lang::De,
        purpose: "answer".into(),
        tries: 0,
        unsubscribe: None,
        calendar: None,
        from_name: None,
        reply_tag: None,
        name: None,
        follows: Vec::new(),
        person: Some(person),
        sits_in: sits_in.to_vec(),
    }
}

#[test]
fn what_names_a_network_does_not_leave_for_whoever_lost_it_nor_once_it_is_sensitive() {
    both(|world| {
        let (rag, lag) = (body(world, "rag-aachen"), body(world, "lag-nrw"));
        let member = number(
            world,
            "SELECT MIN(v.person_id) FROM sits v WHERE v.body_id = :rag AND v.from_day <= :day AND v.until_day > :day AND EXISTS \
             (SELECT 1 FROM sits w WHERE w.person_id = v.person_id AND w.body_id = :lag AND w.from_day <= :day AND w.until_day > :day)",
            args! { rag: rag, day: today(), lag: lag },
        );
        let may = |mail: QueuedMail| world.site.db().read_now(move |c| may_leave(c, &mail)).unwrap();
        let change = |sql: &'static str, of: i64| {
            world
                .site
                .db()
                .write_now(move |tx| {
                    tx.silent("a test");
                    tx.exec(sql, args! { of: of }).map(drop)
                })
                .unwrap();
        };
        assert!(may(waits(member, &[rag, lag])) && may(waits(member, &[])));
        let stranger = number(
            world,
            "SELECT MIN(p.id) FROM person p WHERE NOT EXISTS (SELECT 1 FROM sits v WHERE v.person_id = p.id)",
            args! {},
        );
        assert!(!may(waits(stranger, &[rag])) && may(waits(stranger, &[])));
        // The network became sensitive while the letter waited: it must not be named in a mailbox any more.
        change("UPDATE body SET sensitive = TRUE, roster_level = 2 WHERE id = :of", lag);
        assert!(!may(waits(member, &[rag, lag])) && may(waits(member, &[rag])));
        // Her seat ended.
        change(
            "UPDATE occupancy SET until_day = '2026-01-01' WHERE from_day < '2026-01-01' AND seat_id IN (SELECT s.id FROM seat s JOIN body b ON b.id = s.body_id WHERE b.network_id = :of)",
            rag,
        );
        let left = number(
            world,
            "SELECT COUNT(*) FROM sits v JOIN body b ON b.id = v.body_id WHERE v.person_id = :p AND b.network_id = :rag AND v.from_day <= :day AND v.until_day > :day",
            args! { p: member, rag: rag, day: today() },
        );
        assert_eq!(left, 0, "she has no seat there any more");
        assert!(!may(waits(member, &[rag])));
    });
}
