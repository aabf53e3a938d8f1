//! Bodies whose units have several seats or votes: who is there, who is entitled, and whose vote decides.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

mod house;

use db::args;
use decisions::{
    Choice, Grade, Vote,
    rules::{Casting, QuorumBase, RuleSet, Threshold, Tie, Trigger},
};
use house::{BASE, House, Plan, day, houses};
use kernel::{Id, Level};
use networks::{Eligibility, NewSeat};

/// What every form of a sitting has.
const FIRST: [(&str, &str); 6] = [
    ("title", "Tagen wir im März?"),
    ("text", "Die Regionale AG tagt im März."),
    ("matter", "ordinary"),
    ("day", "2026-11-20"),
    ("duly", "ja"),
    ("level", "2"),
];

fn openly(mut rules: RuleSet) -> RuleSet {
    rules.votes.secret.value = Trigger::Never;
    rules
}

/// Two of three towns must be there, each with two delegates and one vote.
fn conference() -> Plan<'static> {
    Plan { seats: 6, each: 2, template: "conference", change: openly, ..Plan::default() }
}

/// Enters numbers of a sitting.
fn numbers(h: &House, more: &[(&str, &str)]) -> house::Seen {
    let fields = [&FIRST[..], &[("grade", "hands")], more].concat();
    h.post(h.kora, &format!("/gremien/{}/abgestimmt", h.network), &fields)
}

/// Enters who said yes by name, by the numbers of their seats.
fn by_name(h: &House, yes: &[usize]) -> Id<Vote> {
    let path = format!("/gremien/{}/abgestimmt/namentlich", h.network);
    let of = h.get(Some(h.kora), &path).is(200).hidden("of");
    let lines: Vec<String> = yes.iter().map(|n| format!("sitz-{}", h.seats[n - 1].0)).collect();
    let said: Vec<(&str, &str)> = lines.iter().map(|line| (line.as_str(), "ja")).collect();
    let page = h.post(h.kora, &path, &[&FIRST[..], &said, &[("of", of.as_str())]].concat());
    page.is(303).location().trim_start_matches("/wahlen/").parse().unwrap()
}

/// Opens a vote, lets these say yes and ends it.
fn online(h: &House, yes: &[usize]) -> Id<Vote> {
    let vote = h.open(|_| {});
    for n in yes {
        h.vote(*n, vote, &Choice::Yes).is(303);
    }
    h.close(vote);
    vote
}

fn adopted(h: &House, vote: Id<Vote>) -> bool {
    let (state, holds, said) = h.result(vote);
    assert_eq!(state, "decided", "{said}");
    holds.unwrap()
}

/// The vote a form led to.
fn entered(page: &house::Seen) -> Id<Vote> {
    page.is(303).location().trim_start_matches("/wahlen/").parse().unwrap()
}

fn change(h: &House, sql: &'static str, id: i64) {
    let write = move |tx: &db::Tx<'_>| {
        tx.silent("what the test needs");
        tx.exec(sql, args! { id: id }).map(drop)
    };
    h.fresh.db.write_now(write).unwrap();
}

#[test]
fn two_delegates_of_one_member_are_one_member_online_by_name_and_in_numbers() {
    for h in houses(&conference()) {
        assert!(!adopted(&h, online(&h, &[1, 2])), "one member of three");
        assert!(adopted(&h, online(&h, &[1, 3])), "two members of three");
        assert!(!adopted(&h, by_name(&h, &[1])));
        let vote = by_name(&h, &[1, 3]);
        assert!(adopted(&h, vote));
        h.get(Some(h.voter(1)), &format!("/wahlen/{vote}")).is(200).says(&["bei 3 rechnerisch 2, also 2. Anwesend: 2"]);
        assert!(adopted(&h, entered(&numbers(&h, &[("present", "2"), ("yes", "2")]))));
        numbers(&h, &[("present", "4"), ("yes", "2")])
            .is(422)
            .says(&["4 Stimmen anwesend, aber nur 3 stimmberechtigt"]);
    }
}

#[test]
fn votes_with_weight_are_counted_against_all_weights() {
    for h in houses(&Plan { seats: 3, template: "delegates", change: openly, ..Plan::default() }) {
        for (seat, sql) in [
            (h.seats[0].0, "UPDATE seat SET votes = 5 WHERE id = :id"),
            (h.seats[1].0, "UPDATE seat SET votes = 3 WHERE id = :id"),
        ] {
            change(&h, sql, seat.raw());
        }
        // More than half of nine must be there.
        assert!(!adopted(&h, online(&h, &[2, 3])));
        assert!(adopted(&h, online(&h, &[1])));
        assert!(!adopted(&h, by_name(&h, &[2, 3])));
        assert!(adopted(&h, by_name(&h, &[1])));
        assert!(adopted(&h, entered(&numbers(&h, &[("present", "6"), ("yes", "6")]))));
        assert!(!adopted(&h, entered(&numbers(&h, &[("present", "4"), ("yes", "4")]))));
        numbers(&h, &[("present", "10"), ("yes", "6")]).is(422).says(&["nur 9 stimmberechtigt"]);
    }
}

#[test]
fn where_those_there_must_come_from_several_senders_they_are_counted_on_every_way() {
    let plan = Plan {
        seats: 4,
        each: 2,
        change: |mut rules| {
            let quorum = &mut rules.quorum;
            (quorum.base.value, quorum.vacant.value, quorum.presumed.value) = (QuorumBase::None, false, false);
            quorum.senders.value = 2;
            rules
        },
        ..Plan::default()
    };
    for h in houses(&plan) {
        assert!(!adopted(&h, online(&h, &[1, 2])), "two of one town");
        assert!(adopted(&h, online(&h, &[2, 3])));
        assert!(!adopted(&h, by_name(&h, &[1, 2])));
        assert!(adopted(&h, by_name(&h, &[2, 3])));
        let path = format!("/gremien/{}/abgestimmt", h.network);
        let known = h.get(Some(h.kora), &format!("{path}?da=2&stellen=2"));
        known.is(200).says(&["Verschiedene entsendende Stellen"]);
        let two = [("present", "2"), ("yes", "2")];
        numbers(&h, &two).is(422).says(&["wie viele entsendende Stellen vertreten waren"]);
        assert!(!adopted(&h, entered(&numbers(&h, &[&two[..], &[("senders", "1")]].concat()))));
        assert!(adopted(&h, entered(&numbers(&h, &[&two[..], &[("senders", "2")]].concat()))));
    }
    for h in houses(&Plan { seats: 2, ..Plan::default() }) {
        let path = format!("/gremien/{}/abgestimmt", h.network);
        h.get(Some(h.kora), &path).is(200).hides(&["Verschiedene entsendende Stellen"]);
    }
}

/// More than half of all seats, vacant ones included.
fn half(mut rules: RuleSet) -> RuleSet {
    rules.quorum.presumed.value = false;
    rules.quorum.need.value = Threshold::MORE_THAN_HALF;
    openly(rules)
}

#[test]
fn whoever_is_barred_is_not_missed_for_the_quorum_of_a_vote_over_days() {
    for h in houses(&Plan { seats: 6, change: half, ..Plan::default() }) {
        let (network, seat) = (h.network, h.seats[0].0);
        let vote = h.act(h.kora, move |tx, by| {
            let mut new = decisions::NewVote::motion("Darlehen an Stadt 1", Level::Network);
            new.closes_at = Some(tx.now().plus_seconds(86_400));
            let id = decisions::prepare(tx, by, network, &new)?;
            decisions::set_bar(tx, by, id, seat, Some("Geschäft mit dem Verein"))?;
            decisions::announce(tx, by, id, BASE)?;
            Ok(id)
        });
        let vote = vote.unwrap();
        for n in 2..=4 {
            h.vote(n, vote, &Choice::Yes).is(303);
        }
        h.close(vote);
        // Three of the five who may vote.
        assert!(adopted(&h, vote), "{}", h.result(vote).2);
        assert!(h.result(vote).2.contains("Vom Stimmverbot betroffen: 1."), "{}", h.result(vote).2);
    }
}

#[test]
fn a_seat_that_comes_while_a_vote_runs_is_not_counted_in_it() {
    for h in houses(&Plan { seats: 5, change: half, ..Plan::default() }) {
        let vote = h.open(|_| {});
        h.fresh.clock.set(h.now().plus_seconds(86_400));
        let network = h.network;
        h.act(h.kora, move |tx, by| {
            networks::add_seat(tx, by, network, &NewSeat::elected(24, Eligibility::None, tx.today()))
        })
        .unwrap();
        for n in 1..=3 {
            h.vote(n, vote, &Choice::Yes).is(303);
        }
        h.close(vote);
        // Three of five, as it was frozen; of six it would be too few.
        assert!(adopted(&h, vote), "{}", h.result(vote).2);
    }
}

/// Ties are decided by the chair on the first seat, and whoever is away gives a proxy.
fn by_chair(mut rules: RuleSet) -> RuleSet {
    rules.votes.ordinary.value.tie = Tie::Chair;
    rules.proxies.allowed.value = true;
    rules.proxies.form.value = decisions::rules::Form::Text;
    openly(rules)
}

fn presided(h: &House) {
    change(h, "UPDATE seat SET office = 'chair' WHERE id = :id", h.seats[0].0.raw());
}

/// The person on one seat gives the one on another her proxy.
fn give(h: &House, vote: Id<Vote>, giver: usize, holder: usize) {
    let path = format!("/wahlen/{vote}/vollmacht");
    let seat = h.get(Some(h.voter(giver)), &path).is(200).hidden("seat");
    let holder = h.voter(holder).to_string();
    h.post(h.voter(giver), &path, &[("seat", &seat), ("holder", &holder)]).is(303);
}

#[test]
fn a_tie_is_decided_by_the_chairs_own_vote_and_not_by_one_cast_for_somebody_else() {
    for (own, other, holds) in [("no", "yes", false), ("yes", "no", true)] {
        for h in houses(&Plan { change: by_chair, ..Plan::default() }) {
            presided(&h);
            let vote = h.open(|_| {});
            give(&h, vote, 2, 1);
            h.cast(1, vote, 1, own).is(303);
            h.cast(1, vote, 2, other).is(303);
            h.cast(3, vote, 3, "yes").is(303);
            h.cast(4, vote, 4, "no").is(303);
            // The numbers of ballots are random; here the one by proxy comes first.
            change(&h, "UPDATE ballot SET id = 1 WHERE entitlement_id = :id", h.unit(vote, 2));
            h.close(vote);
            assert_eq!(adopted(&h, vote), holds, "{}", h.result(vote).2);
            assert!(h.result(vote).2.contains("gibt die Stimme des Vorsitzes den Ausschlag"));
        }
    }
}

#[test]
fn after_the_vote_by_proxy_the_giver_casts_none_where_units_vote_together() {
    let plan = Plan {
        change: |mut rules| {
            rules.votes.casting.value = Casting::Together;
            by_chair(rules)
        },
        ..Plan::default()
    };
    for h in houses(&plan) {
        let vote = h.open(|_| {});
        give(&h, vote, 1, 2);
        h.cast(2, vote, 1, "yes").is(303);
        let used = "Für diesen Sitz ist die Stimme schon abgegeben.";
        let ballot = h.get(Some(h.voter(1)), &format!("/wahlen/{vote}/stimmzettel"));
        ballot.is(200).says(&[used]).hides(&["value=\"no\""]);
        h.cast(1, vote, 1, "no").is(422).says(&[used]);
        assert_eq!(h.count("SELECT COUNT(*) FROM ballot WHERE vote_id = :vote", vote), 1);
        assert_eq!(h.count("SELECT turnout FROM vote WHERE id = :vote", vote), 1);
        // The other way round it was never taken.
        give(&h, vote, 3, 4);
        h.cast(3, vote, 3, "no").is(303);
        h.cast(4, vote, 3, "yes").is(422);
    }
}

#[test]
fn a_tie_that_waits_does_so_whatever_the_sentence_says_and_as_it_was_stored_before() {
    const SENTENCE: &str = "Bei Stimmengleichheit entscheidet die Stimme des Vorsitzes; sie fehlt noch.";
    for (was, is) in [(SENTENCE, "Es steht unentschieden."), (",[\"chair\",-1]", "")] {
        for h in houses(&Plan { change: by_chair, ..Plan::default() }) {
            presided(&h);
            let vote = h.open(|new| new.grade = Grade::Covert);
            for n in 1..=6 {
                h.vote(n, vote, if n > 3 { &Choice::No } else { &Choice::Yes }).is(303);
            }
            h.close(vote);
            h.fresh
                .db
                .write_now(move |tx| {
                    tx.silent("as another release wrote it");
                    let read = "SELECT outcome FROM vote WHERE id = :vote";
                    let old: String = tx.one(read, args! { vote: vote }, |r| r.get(0))?;
                    assert!(old.contains(was), "{old}");
                    let sql = "UPDATE vote SET outcome = :new WHERE id = :vote";
                    tx.exec(sql, args! { vote: vote, new: old.replace(was, is) }).map(drop)
                })
                .unwrap();
            let lead = format!("/wahlen/{vote}/leiten");
            h.get(Some(h.voter(1)), &lead).is(200).says(&["Stichentscheid geben"]);
            h.post(h.voter(1), &lead, &[("tat", "stichentscheid"), ("chair", "no")]).is(303);
            assert!(!adopted(&h, vote));
            // What she said stands, also where it rejects.
            h.get(Some(h.voter(1)), &lead).is(200).hides(&["Stichentscheid geben"]);
        }
    }
}

#[test]
fn a_covert_vote_is_asked_for_by_members_not_by_their_delegates() {
    let plan = Plan {
        seats: 10,
        change: |mut rules| {
            rules.votes.secret.value = Trigger::Majority;
            rules
        },
        ..conference()
    };
    for h in houses(&plan) {
        let opens = day("2026-12-01").at(9, 0);
        let vote = h.open(|new| (new.opens_at, new.closes_at) = (Some(opens), Some(opens.plus_seconds(86_400))));
        let grade = |n: usize| {
            h.post(h.voter(n), &format!("/wahlen/{vote}"), &[("tat", "verdeckt")]).is(303);
            h.count("SELECT COUNT(*) FROM vote WHERE id = :vote AND grade = 'covert'", vote)
        };
        // Three of five towns are needed; two of one are one.
        assert_eq!([1, 2, 3, 5].map(grade), [0, 0, 0, 1]);
    }
}
