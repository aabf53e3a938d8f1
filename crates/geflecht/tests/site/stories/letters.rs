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
        names: Vec::new(),
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

#[test]
fn what_names_a_committee_does_not_leave_once_it_alone_is_sensitive() {
    both(|world| {
        let rag = body(world, "rag-aachen");
        let of_rag = |sql: &'static str| number(world, sql, args! { rag: rag, day: today() });
        let committee =
            of_rag("SELECT MIN(b.id) FROM body b WHERE b.network_id = :rag AND b.id <> :rag AND :day <> ''");
        let member = of_rag(
            "SELECT MIN(v.person_id) FROM sits v WHERE v.body_id = :rag AND v.from_day <= :day AND v.until_day > :day",
        );
        let may = |mail: QueuedMail| world.site.db().read_now(move |c| may_leave(c, &mail)).unwrap();
        let naming = || QueuedMail { names: vec![committee], ..waits(member, &[rag]) };
        // Of a mailbox nobody is asked, and what it names all the same.
        let nobodys = || QueuedMail { person: None, sits_in: Vec::new(), ..naming() };
        assert!(may(naming()) && may(nobodys()));
        world
            .site
            .db()
            .write_now(move |tx| {
                tx.silent("a test");
                tx.exec("UPDATE body SET sensitive = TRUE, roster_level = 2 WHERE id = :id", args! { id: committee })
                    .map(drop)
            })
            .unwrap();
        assert!(!may(naming()) && !may(nobodys()));
        assert!(may(waits(member, &[rag])), "its network is as it was");
    });
}

/// Letters with a shape of their own: what proves who somebody is (a code must be found at a glance), and what goes to offices,
/// parties and others outside under a letterhead.
const APART: &[&str] = &["sign_in", "address", "invitation", "factor", "test", "forgotten", "position"];
/// Letters about several networks, or about a post and all its seats: they name none before their subject.
const OVER_ALL: &[&str] =
    &["bundle", "topics", "handover", "relay", "outcome", "letter_refused", "letter_left", "letter_held"];
/// What the demo sends of the others; a kind it no longer sends would no longer be looked at.
const SENT: &[&str] = &[
    "bundle",
    "circular",
    "data_check",
    "delegation",
    "hearing",
    "input",
    "joining",
    "meeting",
    "minutes",
    "poll",
    "report",
    "signing",
    "task",
    "topics",
    "vote_opened",
];

#[test]
fn every_letter_greets_says_why_it_comes_names_its_network_and_takes_leave() {
    // The world on PostgreSQL comes from a backup, and a backup brings no letters along.
    let world = crate::world::sqlite();
    let read = |c: &db::Conn| {
        c.all("SELECT m.purpose, m.subject, m.body_text, m.lang FROM mail_out m ORDER BY m.id", args! {}, |r| {
            Ok((r.get::<String>(0)?, r.get::<String>(1)?, r.get::<String>(2)?, r.get::<String>(3)?))
        })
    };
    let all = world.site.db().read_now(read).unwrap();
    let short = |c: &db::Conn| {
        c.all(
            "SELECT COALESCE(b.short_name, b.name), COALESCE(b.name_en, b.name) FROM body b WHERE b.sensitive = FALSE",
            args! {},
            |r| Ok([r.get::<String>(0)?, r.get(1)?]),
        )
    };
    let names: Vec<String> = world.site.db().read_now(short).unwrap().into_iter().flatten().collect();
    let mut seen: Vec<&str> = Vec::new();
    for (purpose, subject, text, lang) in &all {
        if APART.contains(&purpose.as_str()) {
            continue;
        }
        let (hello, bye, why) = match lang.as_str() {
            "en" => ("Hello,\n\n", "\n\nKind regards\nGeflecht\n\n", "You get "),
            _ => ("Guten Tag,\n\n", "\n\nFreundliche Grüße\nGeflecht\n\n", "Sie bekommen "),
        };
        let told = || format!("{purpose}: {subject}\n{text}");
        assert!(text.starts_with(hello), "{}", told());
        let (_, after) = text.rsplit_once(bye).unwrap_or_else(|| panic!("no farewell in {}", told()));
        assert!(after.starts_with(why), "no reason after it: {}", told());
        assert_eq!(text.matches(hello.trim_end()).count(), 1, "greets once: {}", told());
        // „[LAG NRW] Eine Aufgabe für Sie“, or nothing of any network at all.
        let matter = subject.strip_prefix("Re: ").unwrap_or(subject);
        match matter.strip_prefix('[').and_then(|rest| rest.split_once("] ")) {
            Some((network, what)) => {
                assert!(names.iter().any(|name| name == network) && !what.is_empty(), "{}", told());
                assert!(!OVER_ALL.contains(&purpose.as_str()), "{}", told());
            }
            None => assert!(
                OVER_ALL.contains(&purpose.as_str()) || !names.iter().any(|name| text.contains(name.as_str())),
                "it names a network within and not before its subject: {}",
                told()
            ),
        }
        if !seen.contains(&purpose.as_str()) {
            seen.push(purpose);
        }
    }
    for purpose in SENT {
        assert!(seen.contains(purpose), "the demo sends no {purpose}: {seen:?}");
    }
}
