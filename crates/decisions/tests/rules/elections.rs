//! Elections beyond the worked examples.

use decisions::rules::{
    Balance, BallotKind, Hurdle, Of, OnTie, Spread, Threshold,
    election::{self, Ballot, Candidate, List, Poll, Sum, Undecided},
};

use crate::{poll, rules, times};

fn votes(all: &[(u32, usize)]) -> Vec<Ballot> {
    all.iter().flat_map(|(number, count)| times(*count, Ballot::Chosen(vec![*number]))).collect()
}

/// One ballot for each vote is enough where crosses may stay unused.
fn from(territories: &[i64], places: u32, all: &[(u32, usize)]) -> Poll {
    let mut poll = poll(BallotKind::Combined, places, all.len() as u32, votes(all));
    for (candidate, territory) in poll.candidates.iter_mut().zip(territories) {
        candidate.territory = (*territory > 0).then_some(*territory);
    }
    poll.territories = vec![1, 2, 3];
    poll
}

#[test]
fn a_check_says_what_is_missing_and_changes_nothing() {
    let mut rule = rules("assembly").elections;
    let poll = from(&[1, 1, 2, 2], 3, &[(1, 9), (2, 8), (3, 7), (4, 6)]);
    rule.balance.value = Balance::Check(Spread { least: 1, most: 1 });
    let result = election::count(&rule, &poll).unwrap();
    assert_eq!(result.elected, [1, 2, 3]);
    let balance = result.balance.unwrap();
    assert!(!balance.holds);
    assert_eq!((balance.number("too_few"), balance.number("too_many")), (Some(1), Some(1)));
    assert!(result.verdict.de.contains("Gebiete mit zu wenigen Plätzen: 1."), "{}", result.verdict.de);
}

#[test]
fn a_constraint_keeps_places_for_territories_where_nobody_stands() {
    let mut rule = rules("assembly").elections;
    rule.balance.value = Balance::Constraint(Spread { least: 1, most: 2 });
    let mut poll = from(&[1, 1, 1, 2], 4, &[(1, 9), (2, 8), (3, 7), (4, 1)]);
    let result = election::count(&rule, &poll).unwrap();
    // Nobody stands in the third: its place stays open until the body decides.
    assert_eq!(result.elected, [1, 2, 4]);
    assert_eq!(result.undecided, [Undecided::Open { places: 1 }]);
    // The body fills it from elsewhere: the territory is left out. At most two from the first all the same.
    poll.territories = vec![1, 2];
    let result = election::count(&rule, &poll).unwrap();
    assert_eq!(
        (result.elected.as_slice(), result.undecided.as_slice()),
        (&[1, 2, 4][..], &[Undecided::Open { places: 1 }][..])
    );
    poll.territories = vec![2];
    assert_eq!(election::count(&rule, &poll).unwrap().elected, [1, 2, 3, 4]);
}

#[test]
fn under_a_constraint_a_tie_inside_one_territory_stays_there() {
    let mut rule = rules("assembly").elections;
    rule.balance.value = Balance::Constraint(Spread { least: 1, most: 1 });
    rule.second.value = None;
    let poll = from(&[1, 1, 2, 3], 3, &[(1, 9), (2, 9), (3, 4), (4, 4)]);
    let result = election::count(&rule, &poll).unwrap();
    assert_eq!(result.elected, [3, 4]);
    assert_eq!(result.undecided, [Undecided::Lot { candidates: vec![1, 2], places: 1 }]);
    let after = election::after_lot(&rule, &poll, &result, 0, &[2]).unwrap();
    assert_eq!(after.elected, [3, 4, 2]);
    assert!(after.verdict.holds && after.balance.unwrap().holds);
}

#[test]
fn later_rounds_count_those_elected_before() {
    let mut rule = rules("assembly").elections;
    rule.balance.value = Balance::Constraint(Spread { least: 0, most: 1 });
    let mut poll = from(&[1, 2], 1, &[(1, 9), (2, 3)]);
    poll.round = 2;
    poll.already = vec![Candidate { number: 7, territory: Some(1) }];
    assert_eq!(election::count(&rule, &poll).unwrap().elected, [2]);
}

#[test]
fn paper_joins_online_in_one_result() {
    let rule = rules("association").elections;
    let mut poll = poll(BallotKind::Single, 1, 2, votes(&[(1, 10), (2, 9)]));
    poll.entitled = 60;
    let pile = Sum { valid: 30, votes: vec![(1, 12), (2, 18)], no: 0, blank: 1, invalid: 2 };
    poll.sums = vec![pile.clone()];
    let result = election::count(&rule, &poll).unwrap();
    assert_eq!((result.cast(), result.valid, result.blank, result.invalid), (52, 49, 1, 2));
    assert_eq!((result.needed, result.elected.as_slice()), (Some(25), &[2][..]));
    // More ballots than voters means that somebody voted twice.
    poll.entitled = 51;
    assert!(election::count(&rule, &poll).unwrap_err().de.contains("52 Stimmzettel"));
    // Piles that do not add up are refused.
    poll.entitled = 600;
    for wrong in [
        Sum { votes: vec![(1, 12), (2, 17)], ..pile.clone() },
        Sum { votes: vec![(1, 12), (2, 19)], ..pile.clone() },
        Sum { votes: vec![(1, 31)], ..pile.clone() },
        Sum { votes: vec![(1, 12), (1, 18)], ..pile.clone() },
        Sum { votes: vec![(1, 12), (3, 18)], ..pile.clone() },
        Sum { no: 1, ..pile.clone() },
        Sum { valid: u64::MAX, ..pile.clone() },
        Sum { blank: u64::MAX, ..pile },
    ] {
        poll.sums = vec![wrong.clone()];
        assert!(election::count(&rule, &poll).is_err(), "{wrong:?}");
    }
}

#[test]
fn a_pile_with_yes_and_no_to_one_candidate() {
    let mut rule = rules("council").elections;
    let mut poll = poll(BallotKind::Single, 1, 1, Vec::new());
    poll.entitled = 100;
    poll.sums = vec![Sum { valid: 50, votes: vec![(1, 48)], no: 2, blank: 3, invalid: 1 }];
    let result = election::count(&rule, &poll).unwrap();
    assert_eq!((result.valid, result.no, result.needed, result.elected.as_slice()), (50, 2, Some(26), &[1][..]));
    // Where a no does not count it is like a blank ballot.
    rule.no_counts.value = false;
    poll.sums[0].valid = 48;
    let result = election::count(&rule, &poll).unwrap();
    assert_eq!((result.valid, result.blank, result.cast()), (48, 5, 54));
}

#[test]
fn what_rules_do_not_have_is_refused() {
    let rule = rules("association").elections;
    let combined = poll(BallotKind::Combined, 2, 3, votes(&[(1, 3)]));
    assert!(!election::may_use(&rule, BallotKind::Combined).holds);
    assert!(election::count(&rule, &combined).unwrap_err().de.contains("nicht zulässig"));
    let mut second = poll(BallotKind::Single, 1, 2, votes(&[(1, 3)]));
    second.round = 2;
    assert!(election::count(&rule, &second).is_err());
    assert!(election::count(&rule, &poll(BallotKind::Single, 2, 3, Vec::new())).is_err());
    assert!(election::count(&rule, &poll(BallotKind::Single, 1, 0, Vec::new())).is_err());
    let mut twice = poll(BallotKind::Single, 1, 2, Vec::new());
    twice.candidates[1].number = 1;
    assert!(election::count(&rule, &twice).is_err());
    let mut rule = rules("assembly").elections;
    rule.balance.value = Balance::Constraint(Spread { least: 2, most: 2 });
    assert!(election::count(&rule, &from(&[1, 2], 5, &[(1, 1), (2, 1)])).unwrap_err().de.contains("freizuhalten"));
}

#[test]
fn without_a_second_round_a_missed_majority_leaves_the_place_open() {
    let rule = rules("association").elections;
    let result = election::count(&rule, &poll(BallotKind::Single, 1, 3, votes(&[(1, 5), (2, 4), (3, 3)]))).unwrap();
    assert_eq!(result.undecided, [Undecided::Open { places: 1 }]);
    let mut repeat = rule;
    repeat.first.value = Hurdle::Most;
    let tied = poll(BallotKind::Single, 1, 2, votes(&[(1, 5), (2, 5)]));
    assert_eq!(repeat.tie.value, OnTie::Repeat);
    let result = election::count(&repeat, &tied).unwrap();
    assert_eq!(result.undecided, [Undecided::Repeat { candidates: vec![1, 2], places: 1 }]);
    assert!(election::after_lot(&repeat, &tied, &result, 0, &[1]).is_err());
}

#[test]
fn whoever_equals_the_last_of_a_runoff_goes_too() {
    let rule = rules("council").elections;
    let result =
        election::count(&rule, &poll(BallotKind::Single, 1, 4, votes(&[(1, 9), (2, 5), (3, 5), (4, 1)]))).unwrap();
    assert_eq!(result.undecided, [Undecided::Runoff { candidates: vec![1, 2, 3], places: 1 }]);
}

#[test]
fn a_closed_list_gives_its_places_in_order() {
    let mut rule = rules("council").elections;
    rule.also.value = vec![BallotKind::List];
    let mut round = poll(BallotKind::List, 3, 5, votes(&[(1, 6), (2, 4)]));
    round.lists = vec![List { number: 1, people: vec![4, 2] }, List { number: 2, people: vec![1, 3, 5] }];
    let result = election::count(&rule, &round).unwrap();
    assert_eq!(
        (result.elected.as_slice(), result.undecided.as_slice()),
        (&[4, 2][..], &[Undecided::Open { places: 1 }][..])
    );
    round.ballots = votes(&[(1, 5), (2, 5)]);
    let result = election::count(&rule, &round).unwrap();
    assert_eq!(result.undecided, [Undecided::Runoff { candidates: vec![1, 2], places: 1 }]);
    round.round = 2;
    let result = election::count(&rule, &round).unwrap();
    assert_eq!(result.undecided, [Undecided::Lot { candidates: vec![1, 2], places: 1 }]);
    assert_eq!(election::after_lot(&rule, &round, &result, 0, &[2]).unwrap().elected, [1, 3, 5]);
}

#[test]
fn a_share_of_all_who_could_vote() {
    let mut rule = rules("council").elections;
    rule.first.value = Hurdle::Share(Of::Entitled, Threshold::MORE_THAN_HALF);
    let mut poll = poll(BallotKind::Single, 1, 2, votes(&[(1, 20), (2, 3)]));
    poll.entitled = 40;
    let result = election::count(&rule, &poll).unwrap();
    assert_eq!((result.needed, result.elected.len()), (Some(21), 0));
}

#[test]
fn ten_thousand_ballots_are_counted_in_a_second() {
    let rule = rules("assembly").elections;
    let ballots: Vec<Ballot> = (0..10_000_u32)
        .map(|n| Ballot::Chosen((0..8).map(|k| (n.wrapping_mul(31) + k * 5) % 40 + 1).collect()))
        .collect();
    let poll = poll(BallotKind::Combined, 8, 40, ballots);
    let begun = std::time::Instant::now();
    let result = election::count(&rule, &poll).unwrap();
    let took = begun.elapsed();
    println!("10,000 ballots with 8 crosses for 40 candidates: {took:?}");
    assert_eq!(result.cast(), 10_000);
    assert!(took.as_millis() < 1_000, "{took:?}");
}
