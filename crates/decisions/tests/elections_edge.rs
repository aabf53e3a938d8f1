//! Elections where nobody stands, districts, moving up, and sensitive networks.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

mod hall;
mod house;

use db::args;
use decisions::{Choice, Vote};
use hall::{Hall, change, guarded_halls, hall, hall_of, plain};
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
    let (subject, _) = it.h.letters("p1@example.org").last().unwrap().clone();
    assert!(subject.ends_with("] Die Wahl ist aufgegeben: Vertretungen im Ausschuss"), "{subject}");
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

const SITTING: [(&str, &str); 5] = [
    ("way", "sitzung-papier"),
    ("paper_kind", "single"),
    ("sitting", "2026-11-25"),
    ("nominations", "2026-11-24"),
    ("term_from", "2026-11-25"),
];

#[test]
fn r8_in_the_sitting_whoever_is_there_is_put_forward_from_the_floor() {
    let it = hall(9, 0, |rules| {
        change(change(plain(rules), "elections.from_floor", true.into()), "elections.absent", false.into())
    });
    let vote = it.prepare(&[it.office(kernel::Office::Chair)], &SITTING)[0];
    it.announce(vote);
    it.stands(3, vote);
    let (page, five) = (format!("/wahlen/{vote}{PATH}"), it.h.voter(5).to_string());
    let floor = |presence| [("tat", "aus-der-versammlung"), ("person", five.as_str()), ("presence", presence)];
    it.h.post(it.h.kora, &page, &floor("da")).is(422).says(&["Aus der Versammlung kann hier niemand"]);
    it.begin();
    it.h.get(Some(it.h.kora), &page).is(200).says(&["Vorschlag aus der Versammlung"]).hides(&["Textform"]);
    it.h.get(Some(it.h.voter(4)), &page).is(200).hides(&["Vorschlag aus der Versammlung"]);
    it.h.post(it.h.voter(4), &page, &floor("da")).is(403);
    it.h.post(it.h.nora, &page, &floor("da")).is(404);
    it.h.post(it.h.kora, &page, &floor("")).is(422).says(&["Bitte wählen Sie eine Antwort."]);
    it.h.post(it.h.kora, &page, &floor("text")).is(422).says(&["Nach § 9 kann nur gewählt werden, wer anwesend ist."]);
    it.h.post(it.h.kora, &page, &floor("da")).is(303);
    it.h.post(it.h.kora, &page, &floor("da")).is(422).says(&["schon vorgeschlagen"]);
    assert_eq!((it.number(3, vote), it.number(5, vote)), (1, 2), "those on the ballot keep their numbers");
    it.both(vote, "schliessen");
    it.h.get(Some(it.h.kora), &page).is(200).hides(&["Vorschlag aus der Versammlung"]);
    let sum = [("valid", "7"), ("votes-1", "2"), ("votes-2", "5"), ("blank", "0")];
    it.board(1, vote, "summe", &sum).is(303);
    it.board(2, vote, "summe-unterschreiben", &[]).is(303);
    it.both(vote, "auszaehlen");
    assert_eq!(it.state(5, vote), "elected");
}

#[test]
fn r8_an_election_whose_candidates_are_named_in_the_sitting_begins_with_none() {
    let it = hall(9, 0, |rules| change(plain(rules), "elections.from_floor", true.into()));
    let vote = it.prepare(&[it.office(kernel::Office::Chair)], &SITTING)[0];
    it.announce(vote);
    it.begin();
    assert_eq!(it.h.result(vote).0, "open");
    let (page, five) = (format!("/wahlen/{vote}{PATH}"), it.h.voter(5).to_string());
    it.h.get(Some(it.h.kora), &page).is(200).says(&["Textform"]);
    let floor = [("tat", "aus-der-versammlung"), ("person", five.as_str()), ("presence", "text")];
    it.h.post(it.h.kora, &page, &floor).is(303);
    assert_eq!(it.state(5, vote), "standing");
}

#[test]
fn r8_where_nobody_was_named_in_the_sitting_either_nobody_is_elected() {
    let it = hall(9, 0, |rules| change(plain(rules), "elections.from_floor", true.into()));
    let chair = it.office(kernel::Office::Chair);
    let vote = it.prepare(&[chair], &SITTING)[0];
    it.announce(vote);
    it.begin();
    it.both(vote, "schliessen");
    assert_eq!(it.h.result(vote).0, "void");
    it.h.get(Some(it.h.voter(3)), &format!("/wahlen/{vote}")).is(200).says(&["Niemand kandidiert."]);
    // The seat is free for another election.
    it.prepare(
        &[chair],
        &SITTING[..2].iter().copied().chain([("sitting", "2026-12-16"), ("nominations", "")]).collect::<Vec<_>>(),
    );
}

#[test]
fn r8_nominations_end_when_the_rules_say_so() {
    let it = hall(9, 0, |rules| {
        let rules = change(plain(rules), "elections.from_floor", false.into());
        change(rules, "elections.nominations", serde_json::json!({"weeks": 2}))
    });
    let chair = it.office(kernel::Office::Chair).to_string();
    let (one, two) = (it.h.voter(1).to_string(), it.h.voter(2).to_string());
    let form = format!("/gremien/{}/waehlen", it.h.network);
    it.h.get(Some(it.h.kora), &format!("{form}?fuer={}", it.committee)).is(200).says(&["Nach § 9: 2 Wochen vorher."]);
    let of = it.committee.to_string();
    let asked = |sitting: &str, nominations: &str| {
        let fields = [
            ("title", "Vorsitz"),
            ("paper_kind", "single"),
            ("way", "sitzung-papier"),
            ("sitting", sitting),
            ("nominations", nominations),
            ("rules_reference", "Wahlordnung § 4"),
            ("level", "2"),
            ("board", &one),
            ("board2", &two),
            ("fuer", &of),
            ("seats", &chair),
        ];
        it.h.post(it.h.kora, &form, &fields)
    };
    asked("2026-11-25", "").is(422).says(&["Nach § 9 müssten Vorschläge bis Mittwoch, 11. November 2026 vorliegen."]);
    asked("2026-12-16", "2026-12-10").is(422).says(&["Nach § 9 enden die Vorschläge am Mittwoch, 2. Dezember 2026."]);
    asked("2026-12-16", "").is(303);
    let vote: Id<Vote> =
        it.h.fresh
            .db
            .read_now(|c| c.one("SELECT id FROM vote WHERE kind = 'election'", args! {}, |r| r.get(0)))
            .unwrap();
    it.announce(vote);
    let page = format!("/wahlen/{vote}{PATH}");
    it.h.fresh.clock.set(day("2026-12-02").at(23, 59));
    it.stands(3, vote);
    it.h.fresh.clock.set(day("2026-12-03").at(0, 0));
    it.h.post(it.h.voter(4), &page, &[("tat", "selbst")]).is(422).says(&["Die Frist für Vorschläge ist vorbei."]);
}

#[test]
fn r8_until_when_an_election_can_be_challenged_stands_beside_its_result() {
    let it = hall(7, 1, |rules| change(plain(rules), "elections.challenge", serde_json::json!({"months": 1})));
    let vote = it.prepare(&it.seats, &[("paper_kind", "single")])[0];
    it.open(vote, &[3]);
    cast(&it, vote, &[(1, &[3]), (2, &[3]), (4, &[3]), (5, &[3]), (6, &[3])]);
    let page = format!("/wahlen/{vote}");
    it.h.get(Some(it.h.voter(1)), &page).is(200).hides(&["Anfechten lässt sich"]);
    it.close_and_count(vote);
    it.h.get(Some(it.h.voter(1)), &page)
        .is(200)
        .says(&["Anfechten lässt sich die Wahl bis Freitag, 25. Dezember 2026 (§ 9)."]);
    // Rolls and ballots are kept for a year: no rule gives more time than that.
    let rules = decisions::rules::template("council").unwrap().rules;
    let longer =
        rules.with("elections.challenge", serde_json::json!({"months": 13}), decisions::rules::Clause::new("§ 9", "x"));
    assert!(longer.is_err_and(|why| why.de.contains("zwölf Monate")));
}

#[test]
fn nobody_learns_by_nominating_who_votes_in_a_sensitive_network() {
    for it in guarded_halls(7, 1, plain) {
        let h = &it.h;
        let network = h.network;
        let consents = |who: Id<people::Person>, audience, of| {
            h.act(who, move |tx, by| networks::give_consent(tx, by, Field::Name, audience, of).map(drop)).unwrap();
        };
        for n in [1, 2] {
            consents(h.voter(n), Audience::Network, Some(network));
        }
        let vote = it.prepare(&it.seats, &[("paper_kind", "single")])[0];
        let path = format!("/wahlen/{vote}{PATH}");
        let nominates = |who: Id<people::Person>| {
            let who = who.to_string();
            h.post(h.kora, &path, &[("tat", "vorschlagen"), ("person", &who)])
        };
        // A voter nobody may see there, and somebody who belongs to no network.
        let told = nominates(h.voter(4)).is(404).alike();
        assert_eq!(told, nominates(h.nora).alike());
        // The same two, once all networks may see their names: that one of them votes here is told to nobody.
        consents(h.voter(4), Audience::AllNetworks, None);
        consents(h.nora, Audience::AllNetworks, None);
        h.get(Some(h.kora), &path).is(200).hides(&["Person4"]);
        let (told, stranger) = (nominates(h.voter(4)), nominates(h.nora));
        told.is(422).says(&["Wählbar ist nur, wer hier eine Stimme hat."]);
        assert_eq!(told.alike(), stranger.alike());
        consents(h.voter(4), Audience::Network, Some(network));
        h.get(Some(h.kora), &path).says(&["Person4, P4"]);
        nominates(h.voter(4)).is(303);
    }
}
