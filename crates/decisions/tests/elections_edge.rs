//! Elections where nobody stands, districts, moving up, and sensitive networks.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

mod hall;
mod house;

use db::args;
use decisions::{Choice, Vote};
use hall::{Hall, change, hall, hall_of, plain};
use house::day;
use kernel::{Day, Error, Id};
use networks::{Audience, Field};

const PATH: &str = "/kandidaturen";

fn cast(it: &Hall, vote: Id<Vote>, ballots: &[(usize, &[usize])]) {
    for (n, who) in ballots {
        it.h.vote(*n, vote, &it.chosen(vote, who)).is(303);
    }
}

#[test]
fn the_next_in_rank_moves_up_where_the_rules_say_so() {
    let it = hall(7, 1, |rules| change(plain(rules), "elections.move_up", true.into()));
    let vote = it.prepare(&it.seats, &[("paper_kind", "single")])[0];
    it.open(vote, &[3, 4, 5]);
    cast(&it, vote, &[(1, &[3]), (2, &[3]), (3, &[3]), (4, &[4]), (5, &[4]), (6, &[5])]);
    it.close_and_count(vote);
    assert_eq!((it.state(4, vote), it.state(5, vote)), ("substitute".to_owned(), "substitute".to_owned()));
    it.h.post(it.h.voter(3), &format!("/wahlen/{vote}{PATH}"), &[("tat", "ablehnen")]).is(303);
    let board = it.h.get(Some(it.h.voter(1)), &format!("/wahlen/{vote}/wahlvorstand"));
    board.says(&["Nachrücken lassen", "P4 Person4"]);
    it.board(1, vote, "nachruecken", &[("seat", &it.seats[0].to_string())]).is(303);
    it.accept(4, vote).is(303);
    assert_eq!(it.terms(4).len(), 1);
}

#[test]
fn an_election_nobody_stands_in_is_given_up_and_a_seat_is_elected_once_at_a_time() {
    let it = hall(7, 1, plain);
    let vote = it.prepare(&it.seats, &[])[0];
    let (network, seat, today) = (it.h.network, it.seats[0], Day::literal("2026-11-23"));
    let twice = it.h.act(it.h.kora, move |tx, by| {
        let mut new = decisions::NewVote::motion("Noch einmal", kernel::Level::Network);
        new.closes_at = Some(today.plus_days(5).at(0, 0));
        new.grade = decisions::Grade::Covert;
        let new =
            decisions::NewElection { vote: new, seats: vec![(seat, String::new())], sitting: None, board: vec![] };
        decisions::prepare_elections(tx, by, network, &new)
    });
    assert!(matches!(twice, Err(Error::Form(ref p)) if p[0].field == "seats"), "{twice:?}");
    it.announce(vote);
    it.begin();
    assert_eq!(it.h.result(vote).0, "void");
    it.h.get(Some(it.h.voter(1)), &format!("/wahlen/{vote}")).says(&["Niemand kandidiert."]);
    let refused = it.h.act(it.h.voter(1), move |tx, by| {
        decisions::cast(tx, by, vote, &decisions::Casting { unit: Id::new(1), choice: Choice::Abstain })
    });
    assert!(matches!(refused, Err(Error::NotFound)));
}

/// Three districts: towns 1 to 3, 4 to 6 and 7.
fn districts(it: &Hall) {
    let posts: Vec<i64> = it.h.seats.iter().map(|(_, post, _)| post.raw()).collect();
    let operator = kernel::Actor { operator: true, ..kernel::Actor::default() };
    it.h.fresh
        .db
        .write_now(move |tx| {
            let mut made = Vec::new();
            for (ags, name) in [("05334", "StädteRegion"), ("05358", "Kreis Düren"), ("05370", "Kreis Heinsberg")] {
                let new = people::NewTerritory {
                    ags: Some(ags.into()),
                    level: people::TerritoryLevel::District,
                    name: name.into(),
                    parent: None,
                    from: day("1972-01-01"),
                };
                made.push(people::add_territory(tx, &operator, &new)?);
            }
            for (n, post) in posts.iter().enumerate() {
                let territory = made[[0, 0, 0, 1, 1, 1, 2][n]];
                tx.exec_one(
                    "UPDATE organisation SET territory_id = :territory WHERE id = (SELECT organisation_id FROM post WHERE id = :post)",
                    args! { territory: territory, post: *post },
                )?;
            }
            Ok(())
        })
        .unwrap();
}

#[test]
fn n2_7_nobody_stands_in_one_territory() {
    for elsewhere in [false, true] {
        let it = hall(7, 3, |rules| {
            change(plain(rules), "elections.balance", serde_json::json!({"constraint": {"least": 1, "most": 0}}))
        });
        districts(&it);
        let vote = it.prepare(&it.seats, &[])[0];
        it.announce(vote);
        for n in [1, 2, 4] {
            it.stands(n, vote);
        }
        let lead = format!("/wahlen/{vote}/leiten");
        it.h.get(Some(it.h.kora), &lead).is(200).says(&["Niemand kandidiert in: Kreis Heinsberg."]);
        if elsewhere {
            let no = [("tat", "ungleich"), ("elsewhere", "ja"), ("decision", " ")];
            it.h.post(it.h.kora, &lead, &no).is(422).says(&["wer das wann beschlossen hat"]);
            let said = [("tat", "ungleich"), ("elsewhere", "ja"), ("decision", "Plenum, 24. November, TOP 4")];
            it.h.post(it.h.voter(3), &lead, &said).is(403);
            it.h.post(it.h.kora, &lead, &said).is(303);
        }
        it.begin();
        for n in 1..=6 {
            cast(&it, vote, &[(n, &[1, 2, 4])]);
        }
        it.close_and_count(vote);
        let page = it.h.get(Some(it.h.voter(5)), &format!("/wahlen/{vote}"));
        let elected = (1..=4).filter(|n| *n != 3 && it.state(*n, vote) == "elected").count();
        if elsewhere {
            page.says(&["wird aus anderen Gebieten besetzt (Plenum, 24. November, TOP 4)"]);
            assert_eq!(elected, 3);
        } else {
            assert!(elected < 3, "its place is kept");
        }
    }
}

#[test]
fn an_election_in_a_sensitive_network_names_nobody_without_consent_and_no_letter_names_the_network() {
    let it = hall_of(7, 1, plain, true);
    let network = it.h.network;
    for n in [1, 2] {
        it.h.act(it.h.voter(n), move |tx, by| {
            networks::give_consent(tx, by, Field::Name, Audience::Network, Some(network)).map(drop)
        })
        .unwrap();
    }
    let vote = it.prepare(&it.seats, &[("paper_kind", "single")])[0];
    it.open(vote, &[3, 4]);
    it.h.get(None, &format!("/wahlen/{vote}")).is(404);
    it.h.get(Some(it.h.nora), &format!("/wahlen/{vote}")).is(404);
    it.h.get(Some(it.h.voter(5)), &format!("/wahlen/{vote}"))
        .is(200)
        .says(&["Kandidatur"])
        .hides(&["Person3", "Person4"]);
    it.h.get(Some(it.h.voter(5)), &format!("/wahlen/{vote}/stimmzettel")).is(200).hides(&["Person3", "Person4"]);
    for n in 1..=5 {
        cast(&it, vote, &[(n, &[3])]);
    }
    it.close_and_count(vote);
    for address in ["p2@example.org", "p3@example.org"] {
        let letters = it.h.letters(address);
        assert!(!letters.is_empty());
        for (subject, text) in letters {
            let quiet = !text.contains("Regionale") && !text.contains("Ausschuss") && !text.contains("Vertretungen");
            assert!(quiet && !subject.contains("Regionale"), "{subject}\n{text}");
        }
    }
    it.accept(3, vote).is(303);
    assert_eq!(it.terms(3).len(), 1);
}
