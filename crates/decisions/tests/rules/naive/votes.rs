//! Quorum and majority.

use decisions::rules::{
    Bars, Base, Fraction, Majority, Quorum, QuorumBase, Rule, Threshold, Tie,
    majority::{self, Counts},
    quorum::{self, Attendance},
};

use super::{Dice, evaluations, reaches, reads_well};
use crate::rules;

#[test]
fn quorum_agrees_with_the_plain_way() {
    let (mut dice, mut rule, mut bars) = (Dice(0x9e37_79b9_7f4a_7c15), rules("council").quorum, rules("council").bars);
    let mut held = 0;
    for _ in 0..evaluations() {
        random_quorum(&mut dice, &mut rule);
        bars.out_of_base.value = dice.coin();
        let occupied = dice.below(40);
        let present = dice.below(occupied + 1);
        let there = Attendance {
            voting_seats: occupied + dice.below(5),
            occupied_seats: occupied,
            members: occupied + dice.below(9),
            present,
            remote: dice.below(6),
            proxies: dice.below(6),
            barred: dice.below(present + 1).min(dice.below(4)),
            senders: dice.below(5),
            duly_invited: dice.below(8) > 0,
            second_summons: dice.below(5) == 0,
            doubted: dice.coin(),
        };
        let verdict = quorum::judge(&rule, &bars, &there);
        assert_eq!(verdict.holds, plain_quorum(&rule, &bars, &there), "{rule:?} {there:?} {}", verdict.de);
        reads_well(&verdict);
        held += u64::from(verdict.holds);
    }
    // Both outcomes occur often, or nothing was tried.
    assert!(held > evaluations() / 20 && held < evaluations() * 19 / 20, "{held}");
}

fn random_quorum(dice: &mut Dice, rule: &mut Quorum) {
    rule.base.value =
        dice.of(&[QuorumBase::None, QuorumBase::VotingSeats, QuorumBase::OccupiedSeats, QuorumBase::Members]);
    rule.need.value = dice.threshold();
    rule.least.value = if dice.coin() { 0 } else { dice.below(20) as u16 };
    rule.senders.value = if dice.coin() { 0 } else { dice.below(5) as u16 };
    for flag in [&mut rule.proxies, &mut rule.remote, &mut rule.vacant, &mut rule.duly_invited] {
        flag.value = dice.coin();
    }
    rule.presumed.value = dice.below(4) == 0;
    rule.second_summons.value = dice.coin();
}

fn plain_quorum(rule: &Quorum, bars: &Bars, there: &Attendance) -> bool {
    let mut present = there.present;
    let mut whole = there.members;
    if rule.base.value == QuorumBase::OccupiedSeats {
        whole = there.occupied_seats;
    }
    if rule.base.value == QuorumBase::VotingSeats {
        whole = there.voting_seats;
        if !rule.vacant.value {
            whole -= there.voting_seats - there.occupied_seats;
        }
    }
    if bars.out_of_base.value {
        present -= there.barred;
        whole -= there.barred.min(whole);
    }
    if rule.remote.value {
        present += there.remote;
    }
    if rule.proxies.value {
        present += there.proxies;
    }
    if present == 0 || (!there.duly_invited && rule.duly_invited.value) {
        return false;
    }
    let waived = (there.second_summons && rule.second_summons.value) || (rule.presumed.value && !there.doubted);
    let share = rule.base.value == QuorumBase::None || reaches(rule.need.value, present, whole);
    let enough = present >= u64::from(rule.least.value) && there.senders >= u64::from(rule.senders.value);
    waived || (share && enough)
}

#[test]
fn majority_agrees_with_the_plain_way() {
    let mut dice = Dice(0x2545_f491_4f6c_dd1d);
    let mut adopted = 0;
    for _ in 0..evaluations() {
        let rule = Majority {
            base: dice.of(&[Base::Cast, Base::Valid, Base::Present, Base::Entitled, Base::Members]),
            need: if dice.coin() { Threshold::MORE_THAN_HALF } else { dice.threshold() },
            tie: dice.of(&[Tie::Rejected, Tie::Chair]),
            abstentions: dice.below(4) == 0,
            invalid: dice.below(4) == 0,
        };
        let yes = dice.below(40);
        let no = if dice.below(4) == 0 { yes } else { dice.below(30) };
        let (abstain, invalid) = (dice.below(12), dice.below(4));
        let present = yes + no + abstain + invalid + dice.below(5);
        let entitled = present + dice.below(20);
        let chair = dice.of(&[None, Some(true), Some(false)]);
        let counts = Counts { yes, no, abstain, invalid, present, entitled, members: entitled + dice.below(4), chair };
        let verdict = majority::judge(&Rule::new(rule, "§ 1", "Text"), &counts);
        assert_eq!(verdict.holds, plain_majority(&rule, &counts), "{rule:?} {counts:?} {}", verdict.de);
        reads_well(&verdict);
        adopted += u64::from(verdict.holds);
    }
    assert!(adopted > evaluations() / 20 && adopted < evaluations() * 19 / 20, "{adopted}");
}

fn plain_majority(rule: &Majority, counts: &Counts) -> bool {
    let mut whole = counts.yes + counts.no;
    match rule.base {
        Base::Present => whole = counts.present,
        Base::Entitled => whole = counts.entitled,
        Base::Members => whole = counts.members,
        Base::Cast | Base::Valid => {
            if rule.abstentions {
                whole += counts.abstain;
            }
            if rule.invalid && rule.base == Base::Cast {
                whole += counts.invalid;
            }
        }
    }
    let pure = matches!(rule.base, Base::Cast | Base::Valid) && !rule.abstentions && !rule.invalid;
    let half = rule.need == Threshold::MoreThan(Fraction::new(1, 2).unwrap());
    if pure && half && counts.yes > 0 && counts.yes == counts.no && rule.tie == Tie::Chair {
        return counts.chair == Some(true);
    }
    counts.yes > 0 && reaches(rule.need, counts.yes, whole)
}
