//! Elections on paper, seats that are held, answers others enter, further rounds, and what letters and pages ask.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

mod hall;
mod house;

use db::{Conn, args};
use decisions::{Choice, Vote};
use hall::{Hall, change, hall, halls, plain};
use house::day;
use kernel::{Day, Error, Id};
use networks::{NewOccupancy, Occupant, Seat};

const PATH: &str = "/kandidaturen";
const SITTING: [(&str, &str); 5] = [
    ("way", "sitzung-papier"),
    ("paper_kind", "single"),
    ("sitting", "2026-11-25"),
    ("nominations", "2026-11-24"),
    ("term_from", "2026-11-25"),
];

/// The unit of a voter on the roll.
fn unit(it: &Hall, vote: Id<Vote>, n: i64) -> i64 {
    let read = move |c: &Conn| {
        let sql = "SELECT id FROM entitlement WHERE vote_id = :vote AND number = :n";
        c.one(sql, args! { vote: vote, n: n }, |r| r.get(0))
    };
    it.h.fresh.db.read_now(read).unwrap()
}

/// Somebody sits on a seat from a day on, elected until another.
fn sits(it: &Hall, seat: Id<Seat>, n: usize, from: &str, until: &'static str) {
    let (who, from) = (it.h.voter(n), day(from));
    it.h.act(it.h.kora, move |tx, by| {
        networks::fill_seat(tx, by, &NewOccupancy::new(seat, Occupant::person(who), from).term_end(day(until)))
            .map(drop)
    })
    .unwrap();
}

fn cast(it: &Hall, vote: Id<Vote>, voters: std::ops::RangeInclusive<usize>, who: usize) {
    for n in voters {
        it.h.vote(n, vote, &it.chosen(vote, &[who])).is(303);
    }
}

#[test]
fn an_election_on_paper_takes_no_ballot_here_and_its_sum_is_all_that_counts() {
    halls(9, 1, plain).iter().for_each(on_paper);
    let it = hall(9, 1, plain);
    let vote = it.prepare(&it.seats, &[("way", "brief"), ("paper_kind", "single")])[0];
    it.open(vote, &[3, 4]);
    it.h.get(Some(it.h.voter(5)), &format!("/wahlen/{vote}")).says(&["Gewählt wird per Brief, nicht hier."]);
    it.h.get(Some(it.h.voter(5)), &format!("/wahlen/{vote}/stimmzettel")).is(422).says(&["Gewählt wird per Brief."]);
}

fn on_paper(it: &Hall) {
    let vote = it.prepare(&it.seats, &SITTING)[0];
    it.announce(vote);
    it.stands(3, vote);
    it.stands(4, vote);
    it.begin();
    let (page, slip, five) = (format!("/wahlen/{vote}"), format!("/wahlen/{vote}/stimmzettel"), it.h.voter(5));
    it.h.get(Some(five), &page)
        .is(200)
        .says(&["Gewählt wird in der Sitzung am Mittwoch, 25. November 2026, nicht hier."])
        .hides(&["Zum Stimmzettel", "Sie können wählen"]);
    it.h.get(Some(five), &slip).is(422).says(&["Hier werden keine Stimmen angenommen."]);
    let of = unit(it, vote, 5);
    for deed in ["pruefen", "abgeben"] {
        let sent = [("unit", of.to_string()), ("choice", "1".into()), ("tat", deed.into())];
        let sent: Vec<(&str, &str)> = sent.iter().map(|(n, v)| (*n, v.as_str())).collect();
        it.h.post(five, &slip, &sent).is(422).says(&["Hier werden keine Stimmen angenommen."]);
    }
    let refused = it.h.act(five, move |tx, by| {
        let casting = decisions::Casting { unit: Id::new(of), choice: Choice::Chosen(vec![1]) };
        decisions::cast(tx, by, vote, &casting).map(drop)
    });
    assert!(matches!(refused, Err(Error::Rule(_))), "{refused:?}");
    assert_eq!(it.h.count("SELECT COUNT(*) FROM cast_mark WHERE vote_id = :vote", vote), 0);
    // Nobody is ticked off here, and what got in before is counted nowhere.
    it.h.get(Some(it.h.voter(1)), &format!("{page}/wahlvorstand")).is(200).hides(&["Wer hat gewählt?"]);
    it.h.fresh
        .db
        .write_now(move |tx| {
            tx.silent("a test writes what got in before");
            let sql = "INSERT INTO ballot (id, vote_id, choice, votes) VALUES (77, :vote, '1', 1)";
            tx.exec(sql, args! { vote: vote }).map(drop)
        })
        .unwrap();
    it.both(vote, "schliessen");
    let (a, b) = (format!("votes-{}", it.number(3, vote)), format!("votes-{}", it.number(4, vote)));
    it.board(1, vote, "summe", &[("valid", "8"), (&a, "6"), (&b, "2"), ("blank", "1")]).is(303);
    it.board(2, vote, "summe-unterschreiben", &[]).is(303);
    it.both(vote, "auszaehlen");
    let (_, _, said) = it.h.result(vote);
    assert!(said.contains("Nr. 1 mit 6 Stimmen"), "{said}");
    // The page names whoever the number stands for.
    it.h.get(Some(five), &page).says(&["Gewählt: P3 Person3 mit 6 Stimmen."]).hides(&["Nr. 1"]);
}

#[test]
fn who_carries_over_makes_way_and_a_term_that_runs_is_told_and_kept() {
    halls(9, 4, plain).iter().for_each(held_seats);
}

fn held_seats(it: &Hall) {
    let [carries, runs, settled, free] = it.seats[..] else { panic!() };
    sits(it, carries, 6, "2024-11-01", "2026-11-01");
    sits(it, runs, 7, "2026-03-12", "2028-03-12");
    sits(it, settled, 8, "2024-12-31", "2026-12-31");
    sits(it, settled, 9, "2027-01-01", "2029-01-01");
    let path = format!("/gremien/{}/waehlen?fuer={}", it.h.network, it.committee);
    it.h.get(Some(it.h.kora), &path).is(200).says(&[
        "gewählt bis 31. Oktober 2026, bleibt bis zur Neuwahl und macht dann Platz",
        "gewählt bis 11. März 2028; neue Amtszeit ab 12. März 2028 möglich",
        "ab 1. Januar 2027 ist schon jemand gewählt; neue Amtszeit ab 1. Januar 2029 möglich",
    ]);
    let tried = |seat: Id<Seat>, from: &'static str| {
        let network = it.h.network;
        it.h.act(it.h.kora, move |tx, by| {
            let mut new = decisions::NewVote::motion("Vertretung", kernel::Level::Network);
            (new.closes_at, new.grade) = (Some(Day::literal("2026-12-01").at(0, 0)), decisions::Grade::Covert);
            new.term_from = Some(day(from));
            let new =
                decisions::NewElection { vote: new, seats: vec![(seat, String::new())], sitting: None, board: vec![] };
            let made = decisions::prepare_elections(tx, by, network, &new)?;
            decisions::void(tx, by, made[0], "Nur ein Versuch.")
        })
    };
    for (seat, before, from, number) in
        [(runs, "2028-03-11", "2028-03-12", 2), (settled, "2028-12-31", "2029-01-01", 3)]
    {
        match tried(seat, before) {
            Err(Error::Form(found)) => {
                assert_eq!(found[0].field, "seats");
                assert!(found[0].reason.de.starts_with(&format!("Sitz {number} ist vergeben.")), "{found:?}");
            }
            other => panic!("{other:?}"),
        }
        tried(seat, from).unwrap();
    }
    let votes = it.prepare(&[carries, free], &[("paper_kind", "single")]);
    for (vote, who) in votes.iter().zip([3, 4]) {
        it.announce(*vote);
        it.stands(who, *vote);
    }
    it.begin();
    for (vote, who) in votes.iter().zip([3, 4]) {
        cast(it, *vote, 1..=5, who);
        it.close_and_count(*vote);
    }
    // Promised is promised until she answered.
    it.h.get(Some(it.h.kora), &path).says(&["gewählt ist schon jemand, die Annahme steht aus"]);
    assert!(matches!(tried(carries, "2027-01-01"), Err(Error::Form(_))));
    it.accept(3, votes[0]).is(303);
    assert_eq!(it.terms(3), [("2027-01-01".to_owned(), Some("2029-01-01".to_owned()))]);
    let before = "SELECT COUNT(*) FROM occupancy o JOIN vote_seat x ON x.seat_id = o.seat_id WHERE x.vote_id = :vote AND o.until_day = '2027-01-01' AND o.term_end_day = '2026-11-01'";
    assert_eq!(it.h.count(before, votes[0]), 1, "she who carried over makes way");
    // Somebody was seated for a while after the election was prepared: the new term begins behind hers, and says so.
    sits(it, free, 5, "2026-11-24", "2027-06-01");
    it.h.get(Some(it.h.voter(4)), &format!("/wahlen/{}{PATH}", votes[1])).says(&["vom 1. Juni 2027 bis"]);
    it.accept(4, votes[1]).is(303);
    assert_eq!(it.terms(4)[0].0, "2027-06-01");
}

#[test]
fn where_rules_set_no_length_a_term_is_as_long_as_its_seat_says() {
    let it = hall(7, 1, |rules| {
        let rules = change(plain(rules), "elections.carry_over", false.into());
        let rules = change(rules, "elections.by_election", "never".into());
        change(rules, "elections.term", "none".into())
    });
    let vote = it.prepare(&it.seats, &[("paper_kind", "single")])[0];
    it.open(vote, &[3]);
    cast(&it, vote, 1..=5, 3);
    it.close_and_count(vote);
    it.h.get(Some(it.h.voter(3)), &format!("/wahlen/{vote}{PATH}"))
        .says(&["Die Amtszeit läuft vom 1. Januar 2027 bis zum 31. Dezember 2028."])
        .hides(&["kein festes Ende"]);
    it.accept(3, vote).is(303);
    assert_eq!(it.terms(3), [("2027-01-01".to_owned(), Some("2029-01-01".to_owned()))]);
    assert!(it.h.letters("p3@example.org").last().unwrap().1.contains("31. Dezember 2028"));
}

#[test]
fn whoever_runs_an_election_enters_what_a_nominee_said_and_that_stays_visible() {
    halls(9, 2, plain).iter().for_each(entered);
}

fn entered(it: &Hall) {
    let vote = it.prepare(&it.seats, &[])[0];
    it.announce(vote);
    let (page, four, five) = (format!("/wahlen/{vote}{PATH}"), it.h.voter(4), it.h.voter(5));
    it.h.fresh
        .db
        .write_now(move |tx| {
            tx.silent("a test takes her access away");
            tx.exec("UPDATE account SET locked = TRUE WHERE person_id = :four", args! { four: four }).map(drop)
        })
        .unwrap();
    for person in [four, five] {
        it.h.post(it.h.kora, &page, &[("tat", "vorschlagen"), ("person", &person.to_string())]).is(303);
    }
    let led = it.h.get(Some(it.h.kora), &page);
    led.is(200).says(&["Hat mündlich zugesagt", "Auf den Stimmzettel kommt nur, wer bis zum Beginn zugesagt hat."]);
    assert_eq!(led.html.matches("Nicht zu erreichen").count(), 1, "one has no access");
    let list = |it: &Hall| it.h.fresh.db.read_now(move |c| Ok(decisions::list_candidates(c, vote)?.len())).unwrap();
    assert_eq!(list(it), 2);
    let (of_four, of_five) = (it.candidate(4, vote), it.candidate(5, vote));
    let yes = [("tat", "zusage-schriftlich"), ("candidate", of_four.as_str())];
    // Neither the public of the network nor whoever put nobody forward answers for others.
    it.h.post(it.h.voter(6), &page, &yes).is(404);
    it.h.post(it.h.kora, &page, &yes).is(303);
    it.h.post(it.h.kora, &page, &yes).is(422).says(&["Die Person hat schon geantwortet."]);
    assert_eq!(it.state(4, vote), "standing");
    it.h.get(Some(it.h.voter(6)), &page).says(&["kandidiert, schriftliche Zusage, eingetragen von Kora Koch"]);
    // The board can, too; whoever it is entered for is written to and puts it right.
    it.h.post(it.h.voter(1), &page, &[("tat", "absage"), ("candidate", &of_five)]).is(303);
    assert_eq!(it.state(5, vote), "declined");
    let (subject, text) = it.h.letters("p5@example.org").last().unwrap().clone();
    assert!(subject.ends_with("Für Sie ist eine Antwort eingetragen: Vertretungen im Ausschuss"), "{subject}");
    assert!(text.contains("Sie kandidieren nicht.") && text.contains(&page), "{text}");
    it.h.get(Some(five), &page).says(&["Absage, eingetragen von P1 Person1", "Ich kandidiere"]);
    it.h.post(five, &page, &[("tat", "kandidieren"), ("statement", "Doch.")]).is(303);
    it.h.get(Some(it.h.kora), &page).hides(&["Absage, eingetragen"]);
    it.begin();
    it.h.get(Some(it.h.voter(7)), &format!("/wahlen/{vote}/stimmzettel")).says(&["P4 Person4", "P5 Person5"]);
    it.h.post(it.h.kora, &page, &yes).is(422);
}

#[test]
fn a_nomination_and_an_election_wait_for_who_is_asked_and_letters_name_them() {
    halls(7, 1, plain).iter().for_each(asked);
}

fn asked(it: &Hall) {
    let vote = it.prepare(&it.seats, &[("paper_kind", "single")])[0];
    let waits = |n: usize| {
        let found = it.h.act(it.h.voter(n), |tx, by| decisions::list_asked(tx, by)).unwrap();
        found.into_iter().map(|(vote, elected)| (vote.id, elected)).collect::<Vec<_>>()
    };
    let (page, three) = (format!("/wahlen/{vote}{PATH}"), it.h.voter(3).to_string());
    it.h.post(it.h.kora, &page, &[("tat", "vorschlagen"), ("person", &three)]).is(303);
    let subject = |n: usize| it.h.letters(&format!("p{n}@example.org")).last().unwrap().0.clone();
    assert!(subject(3).ends_with("] Kandidieren Sie? Vertretungen im Ausschuss"), "{}", subject(3));
    assert_eq!((waits(3), waits(4)), (vec![(vote, false)], vec![]));
    it.h.post(it.h.voter(3), &page, &[("tat", "kandidieren"), ("statement", "")]).is(303);
    assert_eq!(waits(3), []);
    let lead = format!("/wahlen/{vote}/leiten");
    it.h.get(Some(it.h.kora), &lead)
        .says(&[
            "Zuerst geben zwei Personen des Wahlvorstands die Wahl frei.",
            "Die Wahl endet ohne Ergebnis.",
            "Zur Wahl",
        ])
        .hides(&["value=\"ankuendigen\"", "Zur Abstimmung", "Die Abstimmung"]);
    it.both(vote, "freigeben");
    it.h.get(Some(it.h.kora), &lead).says(&["value=\"ankuendigen\"", "Alle sehen die Wahl ab jetzt."]);
    it.h.post(it.h.kora, &lead, &[("tat", "ankuendigen")]).is(303);
    it.begin();
    assert!(subject(6).ends_with("] Sie können wählen: Vertretungen im Ausschuss"), "{}", subject(6));
    let text = it.h.letters("p6@example.org").last().unwrap().1.clone();
    assert!(text.contains("Es geht um die Wahl „Vertretungen im Ausschuss“ (Regionale AG)."), "{text}");
    assert!(text.contains(" wählen. Zum Stimmzettel:"), "{text}");
    it.h.get(Some(it.h.voter(6)), &format!("/wahlen/{vote}")).says(&["Sie können wählen."]);
    it.h.get(Some(it.h.voter(6)), &format!("/wahlen/{vote}/stimmzettel"))
        .says(&["Zur Wahl"])
        .hides(&["Zur Abstimmung"]);
    cast(it, vote, 1..=5, 3);
    it.close_and_count(vote);
    assert!(subject(3).ends_with("] Nehmen Sie die Wahl an? Vertretungen im Ausschuss"), "{}", subject(3));
    assert_eq!((waits(3), waits(4)), (vec![(vote, true)], vec![]));
    it.accept(3, vote).is(303);
    assert_eq!(waits(3), []);
}

#[test]
fn a_runoff_in_a_sitting_is_called_so_and_ends_with_its_day() {
    let it = hall(9, 1, plain);
    let vote = it.prepare(&it.seats, &SITTING)[0];
    it.announce(vote);
    it.stands(3, vote);
    it.stands(4, vote);
    it.begin();
    let tie = |vote: Id<Vote>| {
        it.both(vote, "schliessen");
        let (a, b) = (format!("votes-{}", it.number(3, vote)), format!("votes-{}", it.number(4, vote)));
        it.board(1, vote, "summe", &[("valid", "8"), (&a, "4"), (&b, "4")]).is(303);
        it.board(2, vote, "summe-unterschreiben", &[]).is(303);
        it.both(vote, "auszaehlen");
        it.board(1, vote, "naechster", &[("group", "0")]).is(303).location().to_owned()
    };
    let place = tie(vote);
    let second: Id<Vote> = place.trim_start_matches("/wahlen/").trim_end_matches("/wahlvorstand").parse().unwrap();
    let read = move |c: &Conn| {
        let sql = "SELECT title, sitting_day, closes_at FROM vote WHERE id = :vote";
        c.one(sql, args! { vote: second }, |r| Ok((r.get::<String>(0)?, r.get::<Day>(1)?, r.get::<kernel::Moment>(2)?)))
    };
    let (title, sitting, end) = it.h.fresh.db.read_now(read).unwrap();
    assert_eq!((title.as_str(), sitting), ("Vertretungen im Ausschuss (Stichwahl)", day("2026-11-25")));
    assert_eq!(end, day("2026-11-26").at(0, 0));
    // Announced in a later sitting, it is of that day.
    it.h.fresh.clock.set(day("2026-12-02").at(9, 0));
    it.announce(second);
    let (_, sitting, end) = it.h.fresh.db.read_now(read).unwrap();
    assert_eq!((sitting, end), (day("2026-12-02"), day("2026-12-03").at(0, 0)));
    it.h.get(Some(it.h.voter(5)), &format!("/wahlen/{second}")).says(&["in der Sitzung am Mittwoch, 2. Dezember 2026"]);
}

#[test]
fn what_the_form_needs_is_not_called_free_to_leave_out() {
    let it = hall(7, 1, plain);
    let form = it.h.get(Some(it.h.kora), &format!("/gremien/{}/waehlen?fuer={}", it.h.network, it.committee));
    form.is(200).says(&[">Tag der Sitzung</label>", ">Letzter Tag</label>"]).hides(&["wenn Sie keine Uhrzeit nennen"]);
}
