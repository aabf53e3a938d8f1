//! Votes taken in a sitting, with numbers and by name, and votes that end or fail in the instant they begin.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

mod house;

use db::args;
use decisions::{Choice, Grade, rules::Tie};
use house::{House, Plan, house};

fn by_chair() -> House {
    let h = house(&Plan {
        change: |mut rules| {
            rules.votes.ordinary.value.tie = Tie::Chair;
            rules
        },
        ..Plan::default()
    });
    let seat = h.seats[0].0;
    h.fresh
        .db
        .write_now(move |tx| {
            tx.silent("the first seat is the chair's");
            tx.exec("UPDATE seat SET office = 'chair' WHERE id = :seat", args! { seat: seat }).map(drop)
        })
        .unwrap();
    h
}

/// What every form of a sitting has.
const FIRST: [(&str, &str); 6] = [
    ("title", "Tagen wir im März?"),
    ("text", "Die Regionale AG tagt im März."),
    ("matter", "ordinary"),
    ("day", "2026-11-20"),
    ("duly", "ja"),
    ("level", "2"),
];

#[test]
fn where_the_chair_decides_a_tie_the_form_asks_how_the_chair_voted() {
    let h = by_chair();
    let path = format!("/gremien/{}/abgestimmt", h.network);
    h.get(Some(h.kora), &path).is(200).says(&["Stimme des Vorsitzes", "bei Stimmengleichheit den Ausschlag"]);
    let tie = [("grade", "hands"), ("present", "6"), ("yes", "3"), ("no", "3")];
    let told = |chair: &str| {
        let fields = [&FIRST[..], &tie, &[("chair", chair)]].concat();
        let page = h.post(h.kora, &path, &fields).is(303).location().to_owned();
        h.get(Some(h.voter(1)), &page)
    };
    told("ja").is(200).says(&["angenommen am"]);
    told("nein").is(200).says(&["abgelehnt am"]);
    told("offen").is(200).hides(&["angenommen am"]);
    let plain = house(&Plan::default());
    let path = format!("/gremien/{}/abgestimmt", plain.network);
    plain.get(Some(plain.kora), &path).is(200).hides(&["Stimme des Vorsitzes"]);
}

#[test]
fn a_vote_by_name_of_a_sitting_is_entered_line_by_line_and_shown_as_one() {
    let h = by_chair();
    let path = format!("/gremien/{}/abgestimmt/namentlich", h.network);
    h.get(Some(h.voter(2)), &path).is(403);
    h.get(Some(h.nora), &path).is(403);
    let form = h.get(Some(h.kora), &path);
    form.is(200).says(&["Stadt 1", "Stadt 7", "nicht da", "befangen"]).hides(&["in Vollmacht"]);
    let lines: Vec<String> = h.seats.iter().map(|(seat, ..)| format!("sitz-{seat}")).collect();
    let said = ["ja", "ja", "nein", "nein", "enthaltung", "befangen", ""];
    let spoken: Vec<(&str, &str)> = lines.iter().map(String::as_str).zip(said).collect();
    let of = form.hidden("of");
    let fields = [&FIRST[..], &spoken, &[("of", of.as_str()), ("remote", "1")]].concat();
    // A proxy the rules do not allow, and nobody at all, are refused with everything kept.
    let mut proxy = fields.clone();
    proxy.push((lines[6].as_str(), "ja-vollmacht"));
    proxy.retain(|field| *field != (lines[6].as_str(), ""));
    h.post(h.kora, &path, &proxy).is(422).says(&["Die Regeln erlauben hier keine Vollmacht.", "Tagen wir im März?"]);
    h.post(h.kora, &path, &[&FIRST[..], &[("of", of.as_str())]].concat()).is(422).says(&["wer wie gestimmt hat"]);
    let page = h.post(h.kora, &path, &fields).is(303).location().to_owned();
    // Two to two: the chair on the first seat said yes.
    h.get(Some(h.voter(2)), &page).is(200).says(&["angenommen am", "Namentliches Ergebnis", "offen, mit Namen"]);
    h.get(None, &page).is(404);
    h.get(Some(h.nora), &page).is(404);
    let vote = page.trim_start_matches("/wahlen/").parse().unwrap();
    assert_eq!(h.count("SELECT COUNT(*) FROM ballot WHERE vote_id = :vote", vote), 5);
    let sum = h.count("SELECT COUNT(*) FROM entitlement WHERE vote_id = :vote AND barred", vote);
    assert_eq!(sum, 1, "whoever is barred stands on the roll as such");
    let (_, holds, said) = h.result(vote);
    assert!(holds == Some(true) && said.contains("2 Ja, 2 Nein, 1 Enthaltung"), "{said}");
}

#[test]
fn a_day_on_which_others_had_a_vote_asks_for_their_lines() {
    let h = house(&Plan::default());
    let seat = h.seats[6].0;
    h.fresh
        .db
        .write_now(move |tx| {
            tx.silent("the seventh seat ended");
            tx.exec("UPDATE seat SET until_day = '2026-11-22' WHERE id = :seat", args! { seat: seat }).map(drop)
        })
        .unwrap();
    let path = format!("/gremien/{}/abgestimmt/namentlich", h.network);
    let form = h.get(Some(h.kora), &path);
    form.is(200).says(&["Stadt 6"]).hides(&["Stadt 7"]);
    let of = form.hidden("of");
    h.post(h.kora, &path, &[&FIRST[..], &[("of", of.as_str())]].concat()).is(422).says(&[
        "An diesem Tag hatten andere Sitze eine Stimme",
        "Stadt 7",
        "Tagen wir im März?",
    ]);
}

#[test]
fn a_vote_may_end_in_the_instant_it_began() {
    let h = house(&Plan::default());
    let opens = h.now().plus_seconds(86_400);
    let vote = h.open(|new| new.opens_at = Some(opens));
    h.fresh.clock.set(opens);
    h.work();
    h.post(h.kora, &format!("/wahlen/{vote}/leiten"), &[("tat", "schliessen")]).is(303);
    assert_eq!(h.result(vote).0, "decided");
}

#[test]
fn whoever_prepared_a_vote_that_cannot_begin_is_told_in_her_language_and_why() {
    let h = house(&Plan { seats: 5, ..Plan::default() });
    let opens = h.now().plus_seconds(86_400);
    let vote = h.open(|new| (new.opens_at, new.grade) = (Some(opens), Grade::Covert));
    let seat = h.seats[0].0;
    h.act(h.kora, move |tx, by| decisions::set_bar(tx, by, vote, seat, Some("Geschäft"))).unwrap();
    h.fresh.clock.set(opens);
    h.work();
    assert_eq!(h.result(vote).0, "void");
    let letters = h.letters("kora@example.org");
    assert!(letters.len() == 1 && letters[0].1.contains("konnte nicht beginnen"), "{letters:?}");
    assert!(letters[0].1.contains(&format!("{}/wahlen/{vote}", house::BASE)), "{letters:?}");
    assert!(h.letters("p1@example.org").is_empty(), "nobody else is troubled");
    let (german, english): (String, String) = h
        .fresh
        .db
        .read_now(move |c| {
            let sql = "SELECT void_reason, void_reason_en FROM vote WHERE id = :vote";
            c.one(sql, args! { vote: vote }, |r| Ok((r.get(0)?, r.get(1)?)))
        })
        .unwrap();
    assert!(letters[0].1.contains(&german) && german != english, "{german} / {english}");
    h.get(Some(h.voter(2)), &format!("/en/wahlen/{vote}")).is(200).says(&[&english]).hides(&[&german]);
}

#[test]
fn a_form_without_a_button_is_refused_with_a_sentence_and_only_to_whoever_sees_the_page() {
    let h = house(&Plan::default());
    let vote = h.open(|_| {});
    for (path, person) in [(format!("/wahlen/{vote}"), h.voter(1)), (format!("/wahlen/{vote}/leiten"), h.kora)] {
        h.post(person, &path, &[("tat", "unsinn")]).is(422).says(&["was geschehen soll"]);
        h.post(h.nora, &path, &[("tat", "unsinn")]).is(404);
    }
}

#[test]
fn without_a_quorum_no_majority_is_spoken_of() {
    let h = house(&Plan::default());
    let path = format!("/gremien/{}/abgestimmt", h.network);
    let fields =
        [&FIRST[..], &[("grade", "hands"), ("present", "2"), ("yes", "2"), ("no", "0"), ("doubted", "ja")]].concat();
    let page = h.post(h.kora, &path, &fields).is(303).location().to_owned();
    h.get(Some(h.voter(1)), &page)
        .is(200)
        .says(&["abgelehnt am", "nicht beschlussfähig"])
        .hides(&["Der Antrag ist angenommen"]);
}

#[test]
fn where_covert_votes_are_tied_the_chair_says_aloud_how_she_decides() {
    for (says, adopted) in [("yes", true), ("no", false)] {
        let h = by_chair();
        let vote = h.open(|new| new.grade = Grade::Covert);
        for (n, choice) in
            [(1, Choice::Yes), (2, Choice::Yes), (3, Choice::Yes), (4, Choice::No), (5, Choice::No), (6, Choice::No)]
        {
            h.vote(n, vote, &choice).is(303);
        }
        let (page, lead) = (format!("/wahlen/{vote}"), format!("/wahlen/{vote}/leiten"));
        h.act(h.kora, move |tx, by| decisions::close_now(tx, by, vote)).unwrap();
        h.get(Some(h.voter(2)), &page).is(200).says(&["sie fehlt noch"]);
        // Who presides is asked, nobody else is, and nobody else can answer.
        h.get(Some(h.voter(1)), &lead).is(200).says(&["Stichentscheid geben"]);
        h.get(Some(h.kora), &lead).is(200).hides(&["Stichentscheid"]);
        let answer = [("tat", "stichentscheid"), ("chair", says)];
        h.post(h.kora, &lead, &answer).is(403);
        h.post(h.voter(2), &lead, &answer).is(403);
        h.post(h.voter(1), &lead, &[("tat", "stichentscheid"), ("chair", "")]).is(422);
        h.post(h.voter(1), &lead, &answer).is(303);
        let word = if adopted { "Der Antrag ist angenommen" } else { "Der Antrag ist abgelehnt" };
        h.get(Some(h.voter(2)), &page).is(200).says(&["Stimme des Vorsitzes den Ausschlag", word]);
        let entered = "SELECT COUNT(*) FROM resolution WHERE vote_id = :vote";
        let rows = h.fresh.db.read_now(move |c| c.count(entered, args! { vote: vote })).unwrap();
        assert_eq!(rows, i64::from(adopted));
        // What she said stands.
        h.get(Some(h.voter(1)), &lead).is(200).hides(&["Stichentscheid geben"]);
        h.post(h.voter(1), &lead, &answer).is(422).says(&["wartet nichts auf Ihre Stimme"]);
    }
}
