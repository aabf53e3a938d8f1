//! What was and is decided in the demo: elections with a tie, postponed and under way, votes of every kind.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

mod seen;

use db::args;
use seen::{count, read};

fn vote(title: &'static str, round: i64) -> (String, String, String) {
    read(move |conn| {
        conn.one(
            "SELECT state, COALESCE(verdict_de, ''), COALESCE(void_reason, '') FROM vote WHERE title IN (:title, :title || ' (Stichwahl)') AND round = :round",
            args! { title: title, round: round },
            |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)),
        )
    })
}

const STATES: &str = "SELECT COUNT(*) FROM candidate c JOIN vote v ON v.id = c.vote_id WHERE v.title IN (:title, :title || ' (Stichwahl)') AND v.round = :round AND c.state = :state";

#[test]
fn a_tie_for_the_committee_is_decided_by_lot_after_a_runoff_and_accepted() {
    let title = "Kreis Heinsberg im Gender-Mainstreaming-Ausschuss";
    for round in [1, 2] {
        let (state, said, _) = vote(title, round);
        assert_eq!(state, "decided", "{said}");
    }
    let lots = "SELECT COUNT(*) FROM lot l JOIN vote v ON v.id = l.vote_id JOIN person p ON p.id = l.person_id WHERE v.title = :title || ' (Stichwahl)' AND p.family = 'Wasserdost'";
    assert_eq!(count(lots, args! { title: title }), 1, "a named person drew");
    assert_eq!(count(STATES, args! { title: title, round: 1, state: "elected" }), 0);
    assert_eq!(count(STATES, args! { title: title, round: 2, state: "accepted" }), 1);
    let next = "SELECT COUNT(*) FROM occupancy o JOIN seat s ON s.id = o.seat_id JOIN body b ON b.id = s.body_id WHERE b.slug = 'gma' AND s.number = 8 AND o.from_day = '2027-01-01'";
    assert_eq!(count(next, args! {}), 1, "until then whoever sits there stays");
}

#[test]
fn an_election_is_postponed_where_too_few_came_and_nothing_was_decided() {
    let (state, _, why) = vote("Vorsitz der Konferenz", 1);
    assert_eq!(state, "void");
    assert!(why.contains("nicht beschlussfähig") && why.contains("zweite Einladung"), "{why}");
    let (_, said, _) = vote("Gehört Gleichstellung in die Haushaltsempfehlungen?", 1);
    assert!(said.contains("nicht beschlussfähig"), "{said}");
}

#[test]
fn the_chair_is_elected_by_post_and_here_and_the_speakers_decide_by_circulation() {
    assert_eq!(vote("Vorsitz im Vorstand", 1).0, "open");
    let ways = "SELECT COUNT(DISTINCT m.way) FROM cast_mark m JOIN vote v ON v.id = m.vote_id WHERE v.title = 'Vorsitz im Vorstand'";
    assert_eq!(count(ways, args! {}), 2, "envelopes and votes here");
    let (state, ..) = vote("Geben wir die Stellungnahme zum Gesetzentwurf so ab?", 1);
    assert_eq!(state, "open");
}
