//! What holds for all rules and cases.

use decisions::rules::{
    BallotKind, Base, Fraction, Period, Rule, RuleSet, Threshold,
    election::{self, Ballot, Undecided},
    majority::{self, Counts},
    notice,
    quorum::{self, Attendance},
};
use proptest::prelude::*;

use crate::{bars, day, majority as of, poll, rules};

fn share() -> impl Strategy<Value = Fraction> {
    (1_u32..=40).prop_flat_map(|whole| (1..=whole).prop_map(move |part| Fraction::new(part, whole).unwrap()))
}

fn need() -> impl Strategy<Value = Threshold> {
    (share(), any::<bool>()).prop_map(|(it, more)| if more { Threshold::MoreThan(it) } else { Threshold::AtLeast(it) })
}

proptest! {
    #[test]
    fn a_share_is_exact(share in share(), base in 0_u64..1_000_000) {
        let (part, whole) = (u128::from(share.part()), u128::from(share.whole()));
        let at_least = u128::from(share.at_least(base));
        prop_assert!(at_least * whole >= u128::from(base) * part);
        prop_assert!(at_least == 0 || (at_least - 1) * whole < u128::from(base) * part);
        let more = u128::from(share.more_than(base));
        prop_assert!(more * whole > u128::from(base) * part && (more - 1) * whole <= u128::from(base) * part);
        prop_assert_eq!(share.to_string().parse::<Fraction>(), Ok(share));
    }

    #[test]
    fn a_yes_more_never_rejects(need in need(), yes in 0_u64..60, no in 0_u64..60, abstain in 0_u64..20) {
        let rule = of(Base::Cast, need);
        let counts = |yes, no| Counts { yes, no, abstain, present: yes + no + abstain, ..Counts::default() };
        let before = majority::judge(&rule, &counts(yes, no));
        prop_assert!(!before.holds || majority::judge(&rule, &counts(yes + 1, no)).holds);
        prop_assert!(before.holds || !majority::judge(&rule, &counts(yes, no + 1)).holds);
        prop_assert!(before.de.contains(&yes.to_string()) && before.en.contains(&no.to_string()));
    }

    #[test]
    fn one_more_present_never_breaks_a_quorum(need in need(), seats in 1_u64..200, present in 0_u64..200) {
        let mut rule = rules("quarter").quorum;
        rule.need.value = need;
        let there = |present| Attendance {
            voting_seats: seats, occupied_seats: seats, members: seats, present, duly_invited: true,
            ..Attendance::default()
        };
        let before = quorum::judge(&rule, &bars(), &there(present));
        prop_assert!(!before.holds || quorum::judge(&rule, &bars(), &there(present + 1)).holds);
    }

    #[test]
    fn the_last_day_is_in_time_and_the_next_is_late(days in 1_u16..400, offset in 0_i32..4_000, whole in any::<bool>()) {
        let mut rule = rules("offices").notice;
        rule.period.value = Period::Days(days);
        rule.whole_days.value = whole;
        let sitting = day("2026-01-01").plus_days(offset);
        let last = notice::latest(&rule, sitting, false).day.unwrap();
        prop_assert_eq!(sitting.days_since(last), i32::from(days) + i32::from(whole));
        prop_assert!(notice::judge(&rule, sitting, false, last).holds);
        prop_assert!(!notice::judge(&rule, sitting, false, last.next()).holds);
    }

    #[test]
    fn the_order_of_ballots_does_not_matter_and_no_place_is_lost(
        crosses in prop::collection::vec(prop::collection::vec(1_u32..=6, 0..5), 0..40), places in 1_u32..5,
    ) {
        let rule = rules("assembly").elections;
        let ballots: Vec<Ballot> = crosses.into_iter().map(Ballot::Chosen).collect();
        let mut round = poll(BallotKind::Combined, places, 6, ballots);
        let result = election::count(&rule, &round).unwrap();
        round.ballots.reverse();
        prop_assert_eq!(&result, &election::count(&rule, &round).unwrap());
        let left: u32 = result.undecided.iter().map(|it| match it {
            Undecided::Runoff { places, .. } | Undecided::Lot { places, .. } | Undecided::Repeat { places, .. }
            | Undecided::Open { places } => *places,
        }).sum();
        prop_assert_eq!(result.elected.len() as u32 + left, places);
        prop_assert_eq!(result.cast(), round.ballots.len() as u64);
        let lowest = result.elected.iter().map(|n| result.tallies.iter().find(|t| t.number == *n).unwrap().votes).min();
        for tally in result.tallies.iter().filter(|tally| !result.elected.contains(&tally.number)) {
            prop_assert!(lowest.is_none_or(|lowest| tally.votes <= lowest));
        }
    }

    #[test]
    fn no_text_breaks_the_reader(text in ".{0,200}", at in 0_usize..12_000, with in "[\\PC]{0,6}") {
        prop_assert!(RuleSet::parse(&text).is_err());
        let mut json = rules("council").to_json();
        let at = (at..=json.len()).find(|at| json.is_char_boundary(*at)).unwrap_or(0);
        json.insert_str(at, &with);
        // Read or refused, but what is read can be written and read again.
        if let Ok(set) = RuleSet::parse(&json) {
            prop_assert_eq!(RuleSet::parse(&set.to_json()), Ok(set));
        }
    }
}

#[test]
fn shares_that_are_none_are_refused() {
    for text in ["0/4", "5/4", "1/0", "1", "1/4/2", "-1/4", "1/ 4", "1/1001", "0.25", "", "+1/4", "99999999999/4"] {
        assert!(text.parse::<Fraction>().is_err(), "{text}");
    }
    assert_eq!("2/4".parse::<Fraction>(), Ok(Fraction::HALF));
    assert_eq!(serde_json_text(&Rule::new(Fraction::HALF, "§ 1", "Text")), r#""1/2""#);
}

fn serde_json_text(rule: &Rule<Fraction>) -> String {
    serde_json::to_string(&rule.value).unwrap()
}
