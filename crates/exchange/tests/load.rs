//! A large network: writing costs its author what it costs in a small one, and each member gets one letter.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

#[path = "../../networks/tests/common/mod.rs"]
mod common;
#[path = "../../networks/tests/house/mod.rs"]
mod house;
mod support;

use common::act;
use db::args;
use house::House;
use support::{all, bundles, count, list};

/// So many members more than can be looked at in one transaction.
const MANY: i64 = 700;

fn fills(h: &House) {
    let rag = h.w.rag;
    h.fresh
        .db
        .write_now(move |tx| {
            tx.silent("a test");
            for n in 1..=MANY {
                let person: kernel::Id<people::Person> = tx.id();
                let (seat, held): (kernel::Id<()>, kernel::Id<()>) = (tx.id(), tx.id());
                tx.exec("INSERT INTO person (id, given, family, sort_name) VALUES (:p, 'Jo', 'Muster', 'muster jo')", args! { p: person })?;
                tx.exec("INSERT INTO seat (id, body_id, number, kind, voice, from_day) VALUES (:s, :b, :n, 'personal', 'voting', '2020-01-01')", args! { s: seat, b: rag, n: 1000 + n })?;
                tx.exec("INSERT INTO occupancy (id, seat_id, person_id, basis, status, from_day) VALUES (:o, :s, :p, 'joined', 'confirmed', '2020-01-01')", args! { o: held, s: seat, p: person })?;
                tx.exec("INSERT INTO account (person_id, mail, lang, created_at) VALUES (:p, :m, 'de', 1)", args! { p: person, m: format!("m{n}@example.org") })?;
            }
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_post_in_a_large_network_costs_its_author_no_statement_more_and_reaches_each_once() {
    for h in all() {
        let w = h.w;
        let post = |title: &'static str| {
            act(&h.fresh, w.kora, move |tx, by| {
                let before = tx.statements();
                exchange::write_thread(tx, by, &exchange::NewThread::new(w.rag, title, "Wer weiß es?"))?;
                Ok(tx.statements() - before)
            })
            .unwrap()
        };
        let small = post("Eine Frage");
        fills(&h);
        assert_eq!(post("Noch eine Frage"), small);
        let before = count(&h, "SELECT COUNT(*) FROM mail_out");
        assert_eq!(bundles(&h, "2026-11-24"), usize::try_from(MANY).unwrap() + 2);
        let twice = "SELECT COUNT(*) FROM (SELECT address FROM mail_out GROUP BY address HAVING COUNT(*) > 1) AS x";
        assert_eq!((count(&h, "SELECT COUNT(*) FROM mail_out") - before, count(&h, twice)), (MANY + 2, 0));
        // Reading a page of it costs as much as well.
        let page = h.get(Some(w.dora), &list(w.rag));
        assert!(page.is(200).statements() < 25, "{}", page.statements());
    }
}
