//! Elections from the form to the seats, as the persons see them.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

mod hall;
mod house;

use db::{Conn, args};
use decisions::Vote;
use hall::{Hall, change, hall, halls, plain};
use house::day;
use kernel::{Id, Office};
use networks::EndReason;

const PATH: &str = "/kandidaturen";

fn cast(it: &Hall, vote: Id<Vote>, ballots: &[(usize, &[usize])]) {
    for (n, who) in ballots {
        it.h.vote(*n, vote, &it.chosen(vote, who)).is(303);
    }
}

#[test]
fn n2_1_representatives_are_elected_for_two_years() {
    let it = hall(7, 2, plain);
    let form = it.h.get(Some(it.h.kora), &format!("/gremien/{}/waehlen?fuer={}", it.h.network, it.committee));
    form.is(200).says(&["Wahl vorbereiten", "Welche Sitze werden besetzt?", "(frei)", "Gesamtwahl"]);
    it.h.get(Some(it.h.voter(1)), &format!("/gremien/{}/waehlen", it.h.network)).is(403);
    let vote = it.prepare(&it.seats, &[])[0];
    let page = format!("/wahlen/{vote}");
    // Two of the board release it, nobody alone; nobody else is let in.
    it.h.get(Some(it.h.voter(3)), &format!("{page}/wahlvorstand")).is(404);
    it.board(1, vote, "freigeben", &[]).is(303);
    let lead = format!("{page}/leiten");
    it.h.post(it.h.kora, &lead, &[("tat", "ankuendigen")]).is(422).says(&["geben zwei Personen des Wahlvorstands"]);
    it.board(2, vote, "freigeben", &[]).is(303);
    it.h.post(it.h.kora, &lead, &[("tat", "ankuendigen")]).is(303);
    // Members put forward and are asked by letter.
    let four = it.h.voter(4).to_string();
    it.h.post(it.h.voter(3), &format!("{page}{PATH}"), &[("tat", "vorschlagen"), ("person", &four)]).is(303);
    let asked = it.h.letters("p4@example.org");
    let (subject, text) = asked.last().unwrap();
    assert!(text.contains("Sie sind vorgeschlagen."), "{asked:?}");
    // The body elects, and the letter has the shape of all letters.
    assert!(subject.starts_with('[') && subject.ends_with("] Kandidieren Sie? Vertretungen im Ausschuss"), "{asked:?}");
    let body = subject.trim_start_matches('[').split(']').next().unwrap();
    assert!(
        text.starts_with("Guten Tag,\n\n") && text.contains(&format!("die Wahl „Vertretungen im Ausschuss“ ({body}).")),
        "{asked:?}"
    );
    assert!(
        text.ends_with("Freundliche Grüße\nGeflecht\n\nSie bekommen diese Mail, weil jemand Sie vorgeschlagen hat."),
        "{asked:?}"
    );
    assert!(asked.last().unwrap().1.contains(&format!("{page}{PATH}")), "{asked:?}");
    it.h.get(Some(it.h.voter(4)), &format!("{page}{PATH}")).is(200).says(&["Ich kandidiere nicht"]);
    // Nobody else hears of it before she says yes.
    it.h.get(Some(it.h.voter(3)), &format!("{page}{PATH}")).is(200).says(&["<h3>P4 Person4</h3>"]);
    it.h.get(Some(it.h.voter(5)), &format!("{page}{PATH}")).is(200).hides(&["<h3>P4 Person4</h3>"]);
    it.h.get(Some(it.h.voter(5)), &page).is(200).hides(&["P4 Person4"]);
    it.h.post(it.h.voter(4), &format!("{page}{PATH}"), &[("tat", "kandidieren"), ("statement", "Für den ÖPNV.")])
        .is(303);
    it.h.post(it.h.voter(4), &format!("{page}{PATH}"), &[("tat", "kandidieren"), ("statement", &"ö".repeat(501))])
        .is(422);
    it.h.post(it.h.kora, &format!("{page}{PATH}"), &[("tat", "selbst")]).is(422).says(&["Wählbar ist nur"]);
    it.h.post(it.h.nora, &format!("{page}{PATH}"), &[("tat", "selbst")]).is(404);
    for n in [3, 5, 6] {
        it.stands(n, vote);
    }
    it.h.post(it.h.voter(6), &format!("{page}{PATH}"), &[("tat", "zurueckziehen")]).is(303);
    it.h.get(Some(it.h.voter(7)), &page).is(200).says(&["P4 Person4", "Für den ÖPNV."]).hides(&["P6 Person6"]);
    it.h.get(None, &page).is(404);
    it.begin();
    it.h.post(it.h.voter(5), &format!("{page}{PATH}"), &[("tat", "zurueckziehen")]).is(422).says(&["steht fest"]);
    let ballot = it.h.get(Some(it.h.voter(7)), &format!("{page}/stimmzettel"));
    ballot.is(200).says(&["Sie haben 2 Stimmen", "1. P3 Person3", "Enthaltung", "Ungültig"]).hides(&["Person6"]);
    // Too many crosses are said aloud before they count as an invalid ballot.
    let unit = ballot.hidden("unit");
    let slip = format!("{page}/stimmzettel");
    let (a, b, c) = ("1", "2", "3");
    let many = [("unit", unit.as_str()), ("choice", a), ("choice", b), ("choice", c)];
    it.h.post(it.h.voter(7), &slip, &[&many[..], &[("tat", "abgeben")]].concat()).is(422);
    it.h.post(it.h.voter(7), &slip, &[&many[..], &[("tat", "pruefen")]].concat())
        .is(200)
        .says(&["Das sind 3 Kreuze, erlaubt sind 2. So ist der Stimmzettel ungültig."]);
    it.h.post(it.h.voter(7), &slip, &[("unit", &unit), ("choice", "99"), ("tat", "pruefen")]).is(422);
    let sent = [("unit", unit.as_str()), ("choice", "1 2 3"), ("checked", "1 2 3"), ("tat", "abgeben")];
    it.h.post(it.h.voter(7), &slip, &sent).is(303);
    cast(&it, vote, &[(1, &[3, 4]), (2, &[3, 4]), (3, &[3]), (4, &[4, 5]), (5, &[3])]);
    // Who voted is for the board alone, how nobody.
    it.h.get(Some(it.h.voter(1)), &format!("{page}/wahlvorstand")).is(200).says(&["6/7", "hat gewählt", "noch nicht"]);
    it.h.get(Some(it.h.kora), &lead).is(200).hides(&["hat gewählt"]);
    it.board(1, vote, "schliessen", &[]).is(303);
    it.board(1, vote, "schliessen", &[]).is(422).says(&["zweite Person"]);
    assert_eq!(it.h.result(vote).0, "open");
    it.board(2, vote, "schliessen", &[]).is(303);
    assert_eq!(it.h.result(vote).0, "closed");
    it.board(1, vote, "auszaehlen", &[]).is(303);
    assert_eq!(it.h.result(vote).0, "closed", "one alone counts nothing");
    it.board(2, vote, "auszaehlen", &[]).is(303);
    let (state, holds, said) = it.h.result(vote);
    assert_eq!((state.as_str(), holds), ("decided", Some(true)), "{said}");
    it.h.get(Some(it.h.voter(7)), &page).is(200).says(&[
        "4 Stimmen",
        "3 Stimmen",
        "gewählt, Annahme steht aus",
        "eine Stimme",
    ]);
    // No seat before acceptance; then from the stated day for two years.
    assert!(it.terms(3).is_empty());
    assert!(it.h.letters("p3@example.org").last().unwrap().1.contains("Nehmen Sie die Wahl an?"));
    it.h.get(Some(it.h.voter(3)), &format!("{page}{PATH}"))
        .is(200)
        .says(&["Nehmen Sie die Wahl an?", "31. Dezember 2028"]);
    it.accept(5, vote).is(422);
    it.accept(3, vote).is(303);
    assert_eq!(it.terms(3), [("2027-01-01".to_owned(), Some("2029-01-01".to_owned()))]);
    assert!(it.h.letters("p3@example.org").last().unwrap().1.contains("31. Dezember 2028"));
    it.board(1, vote, "angenommen", &[("candidate", &it.candidate(4, vote)), ("day", "2026-11-25")]).is(303);
    assert_eq!(it.terms(4).len(), 1);
    assert_eq!(it.state(5, vote), "lost");
}

#[test]
fn n2_3_tie_for_the_eighth_seat() {
    halls(12, 8, plain).iter().for_each(tie_for_the_eighth_seat);
}

fn tie_for_the_eighth_seat(it: &Hall) {
    let vote = it.prepare(&it.seats, &[])[0];
    it.open(vote, &[1, 2, 3, 4, 5, 6, 7, 8, 9]);
    // Seven clear, two with the same number for the eighth place.
    for n in 1..=10 {
        let mut who = vec![1, 2, 3, 4, 5, 6, 7];
        who.push(if n % 2 == 0 { 8 } else { 9 });
        cast(it, vote, &[(n, &who)]);
    }
    it.close_and_count(vote);
    let (_, holds, said) = it.h.result(vote);
    assert_eq!(holds, Some(false), "{said}");
    for n in 1..=7 {
        assert_eq!(it.state(n, vote), "elected");
        it.accept(n, vote).is(303);
    }
    assert_eq!((it.state(8, vote), it.state(9, vote)), ("standing".to_owned(), "standing".to_owned()));
    it.h.get(Some(it.h.voter(1)), &format!("/wahlen/{vote}/wahlvorstand")).says(&["Stichwahl", "Ein Platz zwischen"]);
    let place = it.board(1, vote, "naechster", &[("group", "0")]).is(303).location().to_owned();
    it.board(1, vote, "naechster", &[("group", "0")]).is(422).says(&["schon vorbereitet"]);
    let second: Id<Vote> = place.trim_start_matches("/wahlen/").trim_end_matches("/wahlvorstand").parse().unwrap();
    assert_eq!(it.number(8, second), it.number(8, vote), "numbers stay");
    it.announce(second);
    it.h.work();
    it.h.get(Some(it.h.voter(12)), &format!("/wahlen/{second}/stimmzettel"))
        .says(&["P8 Person8"])
        .hides(&["P1 Person1"]);
    for n in 1..=10 {
        cast(it, second, &[(n, &[if n % 2 == 0 { 8 } else { 9 }])]);
    }
    it.close_and_count(second);
    // Again the same: the lot, drawn by a named person, minuted.
    let board = it.h.get(Some(it.h.voter(2)), &format!("/wahlen/{second}/wahlvorstand"));
    board.says(&["Das Los entscheidet", "Wer hat gezogen?"]);
    let (kora, nine) = (it.h.kora.to_string(), it.number(9, second).to_string());
    it.board(2, second, "los", &[("group", "0"), ("drawer", &kora), ("drawn", "77")]).is(422);
    it.h.post(it.h.voter(3), &format!("/wahlen/{second}/wahlvorstand"), &[("tat", "los"), ("group", "0")]).is(404);
    it.board(2, second, "los", &[("group", "0"), ("drawer", &kora), ("drawn", &nine)]).is(303);
    assert_eq!((it.state(9, second).as_str(), it.state(8, second).as_str()), ("elected", "lost"));
    it.h.get(Some(it.h.voter(12)), &format!("/wahlen/{second}"))
        .says(&["Kora Koch hat am", "das Los gezogen: P9 Person9"]);
    it.accept(9, second).is(303);
    assert_eq!(it.terms(9), [("2027-01-01".to_owned(), Some("2029-01-01".to_owned()))]);
    assert!(it.terms(8).is_empty());
}

#[test]
fn n3_3_board_by_office_with_acceptance() {
    let it = hall(7, 0, plain);
    let seats = [it.office(Office::Chair), it.office(Office::Treasurer)];
    let votes = it.prepare(&seats, &[("paper_kind", "single"), ("title", "Vorstand")]);
    assert_eq!(votes.len(), 2, "one ballot for each office");
    it.announce(votes[0]);
    it.announce(votes[1]);
    for (vote, stand) in [(votes[0], vec![3, 4]), (votes[1], vec![5])] {
        stand.iter().for_each(|n| it.stands(*n, vote));
    }
    it.begin();
    for n in 1..=6 {
        cast(&it, votes[0], &[(n, &[if n < 5 { 3 } else { 4 }])]);
        cast(&it, votes[1], &[(n, &[5])]);
    }
    votes.iter().for_each(|v| it.close_and_count(*v));
    it.h.get(Some(it.h.voter(3)), &format!("/wahlen/{}", votes[0])).says(&["Vorstand: ", "gewählt, Annahme steht aus"]);
    // A day before the election is none on which somebody can have accepted.
    let chair = it.candidate(3, votes[0]);
    it.board(1, votes[0], "angenommen", &[("candidate", &chair), ("day", "2026-11-01")]).is(422);
    it.board(1, votes[0], "angenommen", &[("candidate", &chair), ("day", "2026-11-25")]).is(303);
    it.board(1, votes[0], "angenommen", &[("candidate", &chair), ("day", "2026-11-25")]).is(422);
    assert_eq!(it.terms(3).len(), 1);
    // Whoever is elected can refuse; the place is free.
    it.h.post(it.h.voter(5), &format!("/wahlen/{}{PATH}", votes[1]), &[("tat", "ablehnen")]).is(303);
    assert_eq!((it.state(5, votes[1]), it.terms(5)), ("refused".to_owned(), vec![]));
    it.h.get(Some(it.h.voter(1)), &format!("/wahlen/{}/wahlvorstand", votes[1])).says(&["Ein Sitz ist frei"]);
}

#[test]
fn n3_4_postal_and_online_in_one_result() {
    halls(12, 1, plain).iter().for_each(postal_and_online);
}

fn postal_and_online(it: &Hall) {
    let vote = it.prepare(&it.seats, &[("way", "brief-und-hier"), ("paper_kind", "single")])[0];
    it.open(vote, &[3, 4]);
    for n in 1..=5 {
        cast(it, vote, &[(n, &[3])]);
    }
    let units = |n: i64| {
        let read = move |c: &Conn| {
            c.one("SELECT id FROM entitlement WHERE vote_id = :vote AND number = :n", args! { vote: vote, n: n }, |r| {
                r.get::<i64>(0)
            })
        };
        it.h.fresh.db.read_now(read).unwrap().to_string()
    };
    // An envelope and a vote here exclude each other, both ways.
    it.board(1, vote, "umschlag", &[("unit", &units(1))]).is(422).says(&["Der Umschlag bleibt ungeöffnet."]);
    for n in [6, 7, 8, 9] {
        it.board(1, vote, "umschlag", &[("unit", &units(n))]).is(303);
    }
    let six = it.h.get(Some(it.h.voter(6)), &format!("/wahlen/{vote}/stimmzettel"));
    six.is(200).says(&["Für diesen Sitz ist die Stimme schon abgegeben."]);
    it.board(2, vote, "umschlag-zurueck", &[("unit", &units(9))]).is(303);
    cast(it, vote, &[(9, &[4])]);
    it.board(2, vote, "umschlag-zurueck", &[("unit", &units(9))]).is(404);
    it.both(vote, "schliessen");
    it.board(1, vote, "auszaehlen", &[]).is(422).says(&["Zuerst unterschreiben zwei Personen die Summe"]);
    let (three, four) = (format!("votes-{}", it.number(3, vote)), format!("votes-{}", it.number(4, vote)));
    let sum = |valid: &'static str, a: &'static str, b: &'static str| {
        vec![("valid", valid), (three.as_str(), a), (four.as_str(), b), ("invalid", "0")]
    };
    it.board(1, vote, "summe", &sum("4", "2", "2")).is(422).says(&["mehr Stimmzettel als vermerkte Umschläge"]);
    it.board(1, vote, "summe", &sum("3", "3", "3")).is(422);
    it.board(1, vote, "summe", &sum("3", "1", "2")).is(303);
    it.board(1, vote, "auszaehlen", &[]).is(422);
    it.board(1, vote, "summe-unterschreiben", &[]).is(422).says(&["schon unterschrieben"]);
    it.board(2, vote, "summe-unterschreiben", &[]).is(303);
    // A change voids what was signed.
    it.board(2, vote, "summe", &sum("3", "2", "1")).is(303);
    it.board(1, vote, "auszaehlen", &[]).is(422);
    it.board(1, vote, "summe-unterschreiben", &[]).is(303);
    it.both(vote, "auszaehlen");
    let (state, _, said) = it.h.result(vote);
    assert_eq!(state, "decided", "{said}");
    it.h.get(Some(it.h.voter(12)), &format!("/wahlen/{vote}")).says(&["7 Stimmen", "2 Stimmen"]);
    assert_eq!(it.state(3, vote), "elected");
}

#[test]
fn whoever_is_put_forward_while_it_is_prepared_answers_and_nobody_else_sees_it() {
    let it = hall(7, 1, plain);
    let vote = it.prepare(&it.seats, &[("paper_kind", "single"), ("first", "")])[0];
    let (page, three) = (format!("/wahlen/{vote}{PATH}"), it.h.voter(3).to_string());
    it.h.post(it.h.kora, &page, &[("tat", "vorschlagen"), ("person", &three)]).is(303);
    it.h.get(Some(it.h.voter(3)), &page).is(200).says(&["Ich kandidiere nicht"]);
    it.h.get(Some(it.h.voter(4)), &page).is(404);
    it.h.post(it.h.voter(4), &page, &[("tat", "selbst")]).is(404);
    it.both(vote, "freigeben");
    let lead = format!("/wahlen/{vote}/leiten");
    // Nobody stands yet, so it does not open.
    it.h.post(it.h.kora, &lead, &[("tat", "ankuendigen")]).is(422).says(&["Niemand kandidiert."]);
    it.h.post(it.h.voter(3), &page, &[("tat", "kandidieren"), ("statement", "")]).is(303);
    it.h.post(it.h.kora, &lead, &[("tat", "ankuendigen")]).is(303);
    assert_eq!(it.h.result(vote).0, "open");
}

#[test]
fn fewer_than_five_ballots_stay_closed_and_are_repeated_on_paper() {
    let it = hall(7, 1, plain);
    let vote = it.prepare(&it.seats, &[("paper_kind", "single")])[0];
    it.open(vote, &[3, 4]);
    for n in 1..=4 {
        cast(&it, vote, &[(n, &[3])]);
    }
    let traces =
        "SELECT COUNT(*) FROM ballot WHERE vote_id = :vote AND (person_id IS NOT NULL OR entitlement_id IS NOT NULL)";
    assert_eq!(it.h.count(traces, vote), 0, "a covert ballot holds no voter");
    assert_eq!(it.h.count("SELECT COUNT(*) FROM cast_mark WHERE vote_id = :vote AND at IS NOT NULL", vote), 0);
    assert_eq!(it.h.count("SELECT COUNT(*) FROM event WHERE subject_id = :vote AND verb = 'vote.cast'", vote), 0);
    it.close_and_count(vote);
    assert_eq!(it.h.result(vote).0, "void");
    assert_eq!(it.h.count("SELECT COUNT(*) FROM ballot WHERE vote_id = :vote", vote), 0);
    it.h.get(Some(it.h.voter(1)), &format!("/wahlen/{vote}")).is(200).hides(&["4 Stimmen", "P3 Person3</h3><p>4"]);
    let next = it.board(1, vote, "naechster", &[("group", "0")]).is(303).location().to_owned();
    it.h.get(Some(it.h.voter(1)), &next).is(200).says(&["Wahl freigeben"]);
}

#[test]
fn n4_2_speakers_with_staggered_terms() {
    let it = hall(8, 4, |rules| change(plain(rules), "elections.stagger", serde_json::json!({"groups": 2})));
    let vote = it.prepare(&it.seats, &[])[0];
    it.open(vote, &[1, 2, 3, 4]);
    for n in 1..=6 {
        let most: &[usize] = if n == 1 { &[1] } else { &[1, 2, 3, 4] };
        cast(&it, vote, &[(n, most)]);
    }
    it.close_and_count(vote);
    for n in 1..=4 {
        it.accept(n, vote).is(303);
    }
    let mut ends: Vec<String> = (1..=4).filter_map(|n| it.terms(n)[0].1.clone()).collect();
    ends.sort();
    assert_eq!(ends, ["2028-01-01", "2028-01-01", "2029-01-01", "2029-01-01"]);
}

#[test]
fn n4_6_a_speaker_resigns_by_election_for_the_rest() {
    let it = hall(8, 2, |rules| change(plain(rules), "elections.by_election", "rest".into()));
    let vote = it.prepare(&it.seats, &[("term_from", "2026-11-25")])[0];
    it.open(vote, &[1, 2]);
    for n in 1..=5 {
        cast(&it, vote, &[(n, &[1, 2])]);
    }
    it.close_and_count(vote);
    it.accept(1, vote).is(303);
    it.accept(2, vote).is(303);
    it.h.fresh.clock.set(day("2027-10-01").at(12, 0));
    let (who, kora) = (it.h.voter(2), it.h.kora);
    it.h.act(kora, move |tx, by| {
        let seat = decisions::list_candidates(tx, vote)?.into_iter().find(|c| c.person == who).unwrap();
        networks::end_occupancy(tx, by, seat.occupancy.unwrap(), tx.today(), EndReason::Resignation).map(drop)
    })
    .unwrap();
    let form = it.h.get(Some(kora), &format!("/gremien/{}/waehlen?fuer={}", it.h.network, it.committee));
    form.says(&["Nachwahl für den Rest der Amtszeit bis 24. November 2028"]);
    let freed = it.h.act(kora, move |tx, _| {
        Ok(decisions::list_candidates(tx, vote)?.into_iter().find(|c| c.person == who).unwrap().seat.unwrap())
    });
    let more = [
        ("nominations", "2027-10-05"),
        ("first", "2027-10-06"),
        ("last", "2027-10-20"),
        ("term_from", ""),
        ("paper_kind", "single"),
    ];
    let second = it.prepare(&[freed.unwrap()], &more)[0];
    it.announce(second);
    it.stands(5, second);
    it.h.fresh.clock.set(day("2027-10-06").at(9, 0));
    it.h.work();
    for n in 1..=6 {
        cast(&it, second, &[(n, &[5])]);
    }
    it.close_and_count(second);
    it.accept(5, second).is(303);
    assert_eq!(it.terms(5), [("2027-10-06".to_owned(), Some("2028-11-25".to_owned()))], "only the rest of the term");
}

#[test]
fn n6_4_rotation_of_speakers() {
    let it = hall(7, 1, |rules| {
        let rules = change(plain(rules), "elections.most_terms", 1.into());
        change(rules, "elections.stagger", "own".into())
    });
    let vote = it.prepare(&it.seats, &[("paper_kind", "single"), ("term_from", "2026-11-25")])[0];
    it.open(vote, &[3]);
    for n in 1..=5 {
        cast(&it, vote, &[(n, &[3])]);
    }
    it.close_and_count(vote);
    it.accept(3, vote).is(303);
    it.h.fresh.clock.set(day("2028-10-01").at(12, 0));
    let more = [
        ("paper_kind", "single"),
        ("nominations", "2028-10-10"),
        ("first", "2028-10-11"),
        ("last", "2028-10-30"),
        ("term_from", "2028-11-25"),
    ];
    let second = it.prepare(&it.seats, &more)[0];
    it.announce(second);
    let again = it.h.post(it.h.voter(3), &format!("/wahlen/{second}{PATH}"), &[("tat", "selbst")]);
    again.is(422);
    it.stands(4, second);
    it.h.fresh.clock.set(day("2028-10-11").at(9, 0));
    it.h.work();
    for n in 1..=5 {
        cast(&it, second, &[(n, &[4])]);
    }
    it.close_and_count(second);
    it.accept(4, second).is(303);
    // Each term runs from its own election, and the one before makes way.
    assert_eq!(it.terms(4), [("2028-11-25".to_owned(), Some("2030-11-25".to_owned()))]);
}

#[test]
fn n5_1_chair_and_delegates_in_one_sitting() {
    let it = hall(9, 0, plain);
    let seats = [it.office(Office::Chair), it.office(Office::DeputyChair)];
    let more = [
        ("way", "sitzung-papier"),
        ("paper_kind", "single"),
        ("sitting", "2026-11-25"),
        ("nominations", "2026-11-24"),
        ("term_from", "2026-11-25"),
    ];
    let votes = it.prepare(&seats, &more);
    for (vote, who) in votes.iter().zip([3, 4]) {
        it.announce(*vote);
        it.stands(who, *vote);
        it.stands(who + 2, *vote);
    }
    it.begin();
    assert!(it.h.letters("p9@example.org").is_empty(), "ballots of a sitting are handed out there");
    for (vote, who) in votes.iter().zip([3, 4]) {
        it.both(*vote, "schliessen");
        let (a, b) = (format!("votes-{}", it.number(who, *vote)), format!("votes-{}", it.number(who + 2, *vote)));
        it.board(1, *vote, "summe", &[("valid", "8"), (&a, "6"), (&b, "2"), ("blank", "1")]).is(303);
        it.board(2, *vote, "summe-unterschreiben", &[]).is(303);
        it.both(*vote, "auszaehlen");
        it.board(2, *vote, "angenommen", &[("candidate", &it.candidate(who, *vote)), ("day", "2026-11-25")]).is(303);
        assert_eq!(it.terms(who), [("2026-11-25".to_owned(), Some("2028-11-25".to_owned()))]);
    }
}
