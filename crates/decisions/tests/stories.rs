//! Stories of single networks: no quorum, weights, two organisations in one hand, delegates, lists, elections by name.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

mod hall;
mod house;

use db::args;
use decisions::{Choice, Grade, Vote, rules::RuleSet};
use hall::{Hall, change, hall, plain};
use house::{House, Plan, day, house};
use kernel::{Actor, Day, Error, Id, Voice};
use networks::{Body, Deputed, Eligibility, NewOccupancy, NewRepresentative, NewSeat, Occupant, SeatKind};
use people::{NewOrganisation, OrganisationKind, Person};
use serde_json::json;

/// A motion of a sitting, entered: how many were there, and what more was said.
fn entered(h: &House, on: &str, present: &str, more: &[(&str, &str)]) -> (Id<Vote>, String) {
    let usual = [
        ("title", "Sollen wir zweimal im Jahr tagen?"),
        ("matter", "ordinary"),
        ("day", on),
        ("grade", "hands"),
        ("present", present),
        ("yes", present),
        ("no", "0"),
        ("duly", "ja"),
        ("level", "2"),
    ];
    let path = format!("/gremien/{}/abgestimmt", h.network);
    let page = h.post(h.kora, &path, &[&usual[..], more].concat()).is(303).location().to_owned();
    (page.trim_start_matches("/wahlen/").parse().unwrap(), page)
}

/// More than half must be there; a second summons may say that any number is enough.
fn half(rules: RuleSet) -> RuleSet {
    let rules = change(plain(rules), "quorum.base", "voting_seats".into());
    let rules = change(rules, "quorum.need", json!({"more_than": "1/2"}));
    change(rules, "quorum.second_summons", true.into())
}

#[test]
fn n2_8_without_a_quorum_elections_are_postponed_and_whoever_sits_there_stays() {
    let it = hall(9, 1, half);
    let (seat, three) = (it.seats[0], it.h.voter(3));
    it.h.act(it.h.kora, move |tx, by| {
        let new = NewOccupancy::new(seat, Occupant::person(three), day("2024-12-01"));
        networks::fill_seat(tx, by, &new.term_end(day("2026-12-01"))).map(drop)
    })
    .unwrap();
    let sitting = [
        ("way", "sitzung-papier"),
        ("paper_kind", "single"),
        ("sitting", "2026-11-25"),
        ("nominations", "2026-11-24"),
        ("term_from", "2026-12-01"),
    ];
    let vote = it.prepare(&it.seats, &sitting)[0];
    it.announce(vote);
    it.stands(4, vote);
    it.begin();
    // Four of nine came: nothing can be decided, and the page says so with the numbers.
    let (motion, page) = entered(&it.h, "2026-11-25", "4", &[]);
    let (_, holds, said) = it.h.result(motion);
    assert_eq!(holds, Some(false), "{said}");
    it.h.get(Some(it.h.voter(1)), &page).is(200).says(&["nicht beschlussfähig", "§ 9"]);
    assert_eq!(it.h.count("SELECT COUNT(*) FROM resolution WHERE vote_id = :vote", motion), 0);
    // The election is postponed: a reason is needed, and only who leads can do it.
    let (lead, why) =
        (format!("/wahlen/{vote}/leiten"), "Am 25. November waren nur 4 von 9 da. Neuer Termin: 16. Dezember.");
    it.h.post(it.h.voter(1), &lead, &[("tat", "aufgeben"), ("reason", why)]).is(403);
    it.h.post(it.h.nora, &lead, &[("tat", "aufgeben"), ("reason", why)]).is(404);
    it.h.post(it.h.kora, &lead, &[("tat", "aufgeben"), ("reason", " ")]).is(422);
    it.h.post(it.h.kora, &lead, &[("tat", "aufgeben"), ("reason", why)]).is(303);
    it.h.get(Some(it.h.voter(4)), &format!("/wahlen/{vote}")).is(200).says(&["aufgegeben", why]);
    it.h.get(None, &format!("/wahlen/{vote}")).is(404);
    assert!(it.terms(4).is_empty());
    // Her term is over, and she stays until somebody is elected.
    it.h.fresh.clock.set(day("2026-12-05").at(9, 0));
    it.h.get(Some(it.h.voter(1)), &format!("/sitze/{seat}")).is(200).says(&["P3 Person3"]);
    let form = it.h.get(Some(it.h.kora), &format!("/gremien/{}/waehlen?fuer={}", it.h.network, it.committee));
    form.is(200).says(&["gewählt bis 30. November 2026, bleibt bis zur Neuwahl"]);
    // The second summons said that any number decides: three are enough, by the clause that says so.
    let later = [
        ("way", "sitzung-papier"),
        ("paper_kind", "single"),
        ("sitting", "2026-12-16"),
        ("nominations", "2026-12-15"),
        ("term_from", "2026-12-16"),
    ];
    let second = it.prepare(&it.seats, &later)[0];
    it.announce(second);
    it.stands(4, second);
    it.h.fresh.clock.set(day("2026-12-16").at(9, 0));
    it.h.work();
    let (refused, _) = entered(&it.h, "2026-12-16", "3", &[]);
    assert_eq!(it.h.result(refused).1, Some(false), "the notice was not given");
    let (again, page) = entered(&it.h, "2026-12-16", "3", &[("second", "ja")]);
    assert_eq!(it.h.result(again).1, Some(true), "{}", it.h.result(again).2);
    it.h.get(Some(it.h.voter(1)), &page).says(&["zweite", "angenommen am"]);
    it.both(second, "schliessen");
    let hers = format!("votes-{}", it.number(4, second));
    let sum = [("valid", "3"), (hers.as_str(), "3"), ("no", "0"), ("blank", "0"), ("invalid", "0")];
    it.board(1, second, "summe", &sum).is(303);
    it.board(2, second, "summe-unterschreiben", &[]).is(303);
    it.both(second, "auszaehlen");
    it.board(2, second, "angenommen", &[("candidate", &it.candidate(4, second)), ("day", "2026-12-16")]).is(303);
    assert_eq!(it.terms(4), [("2026-12-16".to_owned(), Some("2028-12-16".to_owned()))]);
    it.h.get(Some(it.h.voter(1)), &format!("/sitze/{seat}")).is(200).says(&["P4 Person4"]);
}

/// An association that joins with a number of votes and is spoken for by a person.
fn association(h: &House, name: &str, votes: i64, speaks: Id<Person>) {
    let (network, name) = (h.network, name.to_owned());
    h.act(h.kora, move |tx, by| {
        let (operator, from) = (Actor { operator: true, ..Actor::default() }, day("2000-01-01"));
        let new = NewOrganisation::new(OrganisationKind::Association, name, from);
        let who = people::add_organisation(tx, &operator, &new)?;
        let seat =
            networks::add_seat(tx, by, network, &NewSeat { votes, ..NewSeat::new(SeatKind::Organisation, from) })?;
        let held = networks::fill_seat(tx, by, &NewOccupancy::new(seat, Occupant::Organisation(who), from))?;
        let who = Deputed::Person(speaks);
        let new = NewRepresentative { occupancy: held, who, rank: 1, from, until: Day::OPEN };
        networks::name_representative(tx, by, &new).map(drop)
    })
    .unwrap();
}

#[test]
fn n3_2_votes_are_weighed_by_size_and_shown_by_name() {
    // Delegates of large, middle and small associations, as Land councils of women have them.
    let several = |rules| change(rules, "votes.several", true.into());
    let h = house(&Plan { seats: 3, template: "delegates", change: several, ..Plan::default() });
    for (name, votes, n) in [("Großverband", 3, 1), ("Mittelverband", 2, 2), ("Kleinverband", 1, 3)] {
        association(&h, name, votes, h.voter(n));
    }
    let vote = h.open(|_| {});
    let page = format!("/wahlen/{vote}");
    let weights = "SELECT COALESCE(SUM(votes), 0) FROM entitlement WHERE vote_id = :vote";
    assert_eq!(h.count(weights, vote), 9, "three posts with one vote each, and six");
    h.get(Some(h.kora), &format!("{page}/leiten")).says(&["Zu Sitz 5 gehören 3 Stimmen.", "Großverband"]);
    // Each has a ballot for her post and one for her association, one after the other.
    for (n, choice) in [(1, Choice::Yes), (2, Choice::No), (3, Choice::No)] {
        h.vote(n, vote, &Choice::Abstain).is(303);
        h.get(Some(h.voter(n)), &format!("{page}/stimmzettel")).is(200).says(&["verband"]);
        h.vote(n, vote, &choice).is(303);
    }
    h.act(h.kora, move |tx, by| decisions::close_now(tx, by, vote)).unwrap();
    let (state, holds, verdict) = h.result(vote);
    // Two of three associations say no; three votes to three is no majority.
    assert_eq!((state.as_str(), holds), ("decided", Some(false)), "{verdict}");
    let result = h.get(Some(h.voter(2)), &page);
    result.is(200).says(&[
        "Namentliches Ergebnis",
        "Großverband",
        "Ja (3 Stimmen)",
        "Nein (2 Stimmen)",
        "Kleinverband",
        "abgelehnt am",
    ]);
    h.get(None, &page).is(404);
    h.get(Some(h.nora), &page).is(404);
    // Weights would betray who voted how: a covert vote is refused.
    let network = h.network;
    let covert = h.act(h.kora, move |tx, by| {
        let mut new = decisions::NewVote::motion("Verdeckt?", kernel::Level::Network);
        (new.grade, new.closes_at) = (Grade::Covert, Some(tx.now().plus_seconds(86_400)));
        let id = decisions::prepare(tx, by, network, &new)?;
        decisions::announce(tx, by, id, house::BASE)
    });
    assert!(matches!(covert, Err(Error::Form(_) | Error::Rule(_))), "{covert:?}");
}

#[test]
fn n3_2_who_speaks_for_two_organisations_casts_two_votes_and_no_third() {
    // The statutes say that one person may cast the votes of several.
    let several = |rules| change(rules, "votes.several", true.into());
    let h = house(&Plan { seats: 3, template: "association", change: several, ..Plan::default() });
    association(&h, "Frauenhaus", 1, h.voter(1));
    association(&h, "Beratungsstelle", 1, h.voter(1));
    let vote = h.open(|_| {});
    let page = format!("/wahlen/{vote}");
    for choice in [Choice::No, Choice::Yes, Choice::Yes] {
        h.vote(1, vote, &choice).is(303);
    }
    // Her town, the refuge, the counselling centre: each once.
    let ballot = h.get(Some(h.voter(1)), &format!("{page}/stimmzettel"));
    ballot.is(200).says(&["Ihre Stimme ist abgegeben und zählt."]).hides(&["Prüfen"]);
    assert_eq!(h.count("SELECT COUNT(*) FROM cast_mark WHERE vote_id = :vote", vote), 3);
    // Nobody else casts for them.
    h.get(Some(h.voter(2)), &format!("{page}/stimmzettel")).is(200).hides(&["Frauenhaus", "Beratungsstelle"]);
    h.act(h.kora, move |tx, by| decisions::close_now(tx, by, vote)).unwrap();
    assert_eq!(h.result(vote).1, Some(true), "{}", h.result(vote).2);
    h.get(Some(h.voter(3)), &page).is(200).says(&["Frauenhaus", "Beratungsstelle", "nicht abgestimmt"]);
}

#[test]
fn r5_where_nobody_casts_more_than_one_vote_who_speaks_for_two_has_one() {
    let h = house(&Plan { seats: 3, template: "association", ..Plan::default() });
    association(&h, "Frauenhaus", 1, h.voter(1));
    let vote = h.open(|_| {});
    let page = format!("/wahlen/{vote}/stimmzettel");
    h.get(Some(h.voter(1)), &page).is(200).says(&["Frauenhaus", "Prüfen"]);
    h.vote(1, vote, &Choice::No).is(303);
    let ballot = h.get(Some(h.voter(1)), &page);
    ballot.is(200).says(&["Nach § 4 Abs. 3 gibt niemand mehr als eine ab."]).hides(&["Prüfen"]);
    let left = h.fresh.db.read_now({
        let who = h.voter(1);
        move |c| {
            let by = rights::load(c, who.raw(), c.today(), None)?;
            let vote = decisions::find_vote(c, &by, vote)?;
            decisions::left_to_cast(c, &by, vote.id)
        }
    });
    assert!(left.unwrap().is_empty(), "Start asks her for no other");
    // Nor past the page.
    let units = h.fresh.db.read_now(move |c| {
        c.all(
            "SELECT id FROM entitlement WHERE vote_id = :vote AND casts = 0 ORDER BY number",
            args! { vote: vote },
            |r| r.get(0),
        )
    });
    let mut refused = 0;
    for unit in units.unwrap() {
        let again = h.act(h.voter(1), move |tx, by| {
            decisions::cast(tx, by, vote, &decisions::Casting { unit, choice: Choice::Yes })
        });
        match again {
            Err(Error::Rule(why)) => {
                assert!(why.de.contains("§ 4 Abs. 3"), "{}", why.de);
                refused += 1;
            }
            Err(Error::NotFound) => {}
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(refused, 1);
    assert_eq!(h.count("SELECT COUNT(*) FROM cast_mark WHERE vote_id = :vote", vote), 1);
}

/// A seat in a committee for whom the network sends somebody.
fn delegated(it: &Hall, committee: Id<Body>) -> Id<networks::Seat> {
    let network = it.h.network;
    it.h.act(it.h.kora, move |tx, by| {
        let seat = NewSeat::delegated(network, Voice::Voting, day("2000-01-01"));
        networks::add_seat(tx, by, committee, &NewSeat { eligibility: Eligibility::None, ..seat })
    })
    .unwrap()
}

#[test]
fn n5_1_one_delegate_for_a_committee_and_who_stands_in() {
    let it = hall(9, 0, |rules| change(plain(rules), "elections.move_up", true.into()));
    let seat = delegated(&it, it.committee);
    let more = [("title", "Delegierte im Ausschuss"), ("paper_kind", "single")];
    let vote = it.prepare(&[seat], &more)[0];
    it.open(vote, &[3, 4, 5]);
    for (n, who) in [(1, 3), (2, 3), (3, 3), (4, 4), (5, 4), (6, 5)] {
        it.h.vote(n, vote, &it.chosen(vote, &[who])).is(303);
    }
    it.close_and_count(vote);
    assert_eq!((it.state(3, vote).as_str(), it.state(4, vote).as_str()), ("elected", "substitute"));
    it.accept(3, vote).is(303);
    let (three, four) = (it.h.voter(3), it.h.voter(4));
    let sits = move |c: &db::Conn| {
        c.count(
            "SELECT COUNT(*) FROM occupancy WHERE seat_id = :seat AND person_id = :who AND from_day = '2027-01-01'",
            args! { seat: seat, who: three },
        )
    };
    assert_eq!(it.h.fresh.db.read_now(sits).unwrap(), 1, "sent from the day the term begins");
    let stands_in = move |c: &db::Conn| {
        c.count("SELECT COUNT(*) FROM substitute WHERE person_id = :who AND rank = 1", args! { who: four })
    };
    assert_eq!(it.h.fresh.db.read_now(stands_in).unwrap(), 1, "the next stands in");
    it.h.fresh.clock.set(day("2027-01-02").at(9, 0));
    it.h.get(Some(it.h.voter(9)), &format!("/sitze/{seat}")).is(200).says(&["P3 Person3", "Regionale AG"]);
    // The committee does not fill this seat itself.
    let own = format!("/gremien/{}/waehlen", it.committee);
    assert!(!it.h.get(Some(it.h.kora), &own).html.contains(&format!("value=\"{seat}\"")));
}

#[test]
fn an_election_of_lists_elects_the_people_of_the_list_with_most_votes() {
    let it = hall(9, 3, |rules| {
        let rules = change(plain(rules), "elections.also", json!(["single", "list"]));
        change(rules, "elections.move_up", false.into())
    });
    let vote = it.prepare(&it.seats, &[("paper_kind", "list")])[0];
    it.announce(vote);
    let page = format!("/wahlen/{vote}/kandidaturen");
    it.h.post(it.h.voter(1), &page, &[("tat", "selbst")]).is(422).says(&["Bitte nennen Sie die Liste."]);
    for (n, list) in [(1, "Stadt"), (2, "Stadt"), (3, "Stadt"), (4, "Land"), (5, "Land")] {
        it.h.post(it.h.voter(n), &page, &[("tat", "selbst"), ("list", list)]).is(303);
    }
    it.begin();
    let slip = it.h.get(Some(it.h.voter(9)), &format!("/wahlen/{vote}/stimmzettel"));
    slip.is(200).says(&["Stadt", "Land", "P1 Person1", "P5 Person5"]);
    let number = |name: &str| -> u32 {
        let at = slip.html.find(&format!(" {name}: P")).unwrap_or_else(|| panic!("no list {name}:\n{}", slip.main()));
        slip.html[..at].rsplit(' ').next().unwrap().parse().unwrap()
    };
    let (town, country) = (number("Stadt"), number("Land"));
    for n in 1..=7 {
        it.h.vote(n, vote, &Choice::Chosen(vec![if n < 5 { town } else { country }])).is(303);
    }
    it.close_and_count(vote);
    // Four to three: one vote is for a whole list, so its three have the three places.
    let elected: Vec<usize> = (1..=5).filter(|n| it.state(*n, vote) == "elected").collect();
    assert_eq!(elected, [1, 2, 3], "{}", it.h.result(vote).2);
    it.h.get(Some(it.h.voter(9)), &format!("/wahlen/{vote}")).is(200).says(&["Stadt", "4 Stimmen", "3 Stimmen"]);
}

#[test]
fn an_open_election_shows_who_chose_whom_and_only_once_it_is_over() {
    let it = hall(7, 1, plain);
    let vote = it.prepare(&it.seats, &[("paper_kind", "single"), ("way", "offen")])[0];
    it.open(vote, &[3, 4]);
    for (n, who) in [(1, 3), (2, 3), (3, 3), (4, 4)] {
        it.h.vote(n, vote, &it.chosen(vote, &[who])).is(303);
    }
    let page = format!("/wahlen/{vote}");
    it.h.get(Some(it.h.voter(5)), &page).is(200).hides(&["Namentliches Ergebnis"]);
    // By name even two votes are no secret: nothing stays closed.
    it.close_and_count(vote);
    assert_eq!((it.state(3, vote).as_str(), it.state(4, vote).as_str()), ("elected", "lost"));
    it.h.get(Some(it.h.voter(5)), &page).is(200).says(&[
        "Namentliches Ergebnis",
        "Stadt 4</th><td>2. P4 Person4</td>",
        "Stadt 1</th><td>1. P3 Person3</td>",
        "nicht abgestimmt",
    ]);
    it.h.get(Some(it.h.nora), &page).is(404);
    it.h.get(None, &page).is(404);
}
