//! Worked examples, one by one.

use decisions::rules::{
    BallotKind, Base, Casting, Crosses, Form, Hurdle, Of, Period, QuorumBase, Rule, Threshold,
    election::{self, Ballot, Undecided},
    majority::{self, Counts},
    notice,
    proxy::{self, Proxy},
    quorum::{self, Attendance, Quorum},
    right::{self, Attempt, Right},
    terms,
    unit::{self, Cast},
};

use crate::{bars, day, majority as of, poll, quorum as council, rules, share, times};

fn there(seats: u64, present: u64) -> Attendance {
    Attendance {
        voting_seats: seats,
        occupied_seats: seats,
        members: seats,
        present,
        duly_invited: true,
        doubted: true,
        ..Attendance::default()
    }
}

fn counts(yes: u64, no: u64, abstain: u64, invalid: u64) -> Counts {
    let present = yes + no + abstain + invalid;
    Counts { yes, no, abstain, invalid, present, entitled: present, members: present, chair: None }
}

const HALF: Threshold = Threshold::MORE_THAN_HALF;

#[test]
fn case_01_quarter_of_37_is_10_present() {
    let rule = rules("quarter").quorum;
    let (nine, ten) = (quorum::judge(&rule, &bars(), &there(37, 9)), quorum::judge(&rule, &bars(), &there(37, 10)));
    assert!(!nine.holds && ten.holds);
    assert_eq!(ten.number("needed"), Some(10));
    assert_eq!(
        ten.de,
        "Nötig: mindestens ein Viertel der stimmberechtigten Sitze. Das sind bei 37 rechnerisch 9,25, also 10. \
         Anwesend: 10. Das Gremium ist beschlussfähig."
    );
    assert!(nine.de.ends_with("Das Gremium ist nicht beschlussfähig."), "{}", nine.de);
    assert!(ten.en.contains("Of 37 that is 9.25 by calculation, hence 10."), "{}", ten.en);
    // Two thirds of 16 members are 10.67, so 11.
    let rule = rules("conference").quorum;
    let verdict = quorum::judge(&rule, &bars(), &there(16, 11));
    assert!(verdict.holds && !quorum::judge(&rule, &bars(), &there(16, 10)).holds);
    assert!(verdict.de.contains("bei 16 rechnerisch 10,67, also 11"), "{}", verdict.de);
    assert_eq!(rule.base.value, QuorumBase::Members);
}

#[test]
fn who_came_in_from_elsewhere_and_by_proxy_is_named_where_there_is_anybody() {
    let rule =
        Quorum { remote: Rule::new(true, "§ 1", ""), proxies: Rule::new(true, "§ 1", ""), ..rules("quarter").quorum };
    let said = |remote, proxies| quorum::judge(&rule, &bars(), &Attendance { remote, proxies, ..there(8, 5) }).de;
    assert!(said(2, 0).contains("Anwesend: 7. Davon zugeschaltet: 2. Das"), "{}", said(2, 0));
    assert!(said(0, 1).contains("Anwesend: 6. Davon durch Vollmacht: 1. Das"), "{}", said(0, 1));
    assert!(said(2, 1).contains("Anwesend: 8. Davon zugeschaltet: 2. Davon durch Vollmacht: 1."), "{}", said(2, 1));
    assert!(!said(0, 0).contains("Davon"), "{}", said(0, 0));
}

#[test]
fn case_02_18_to_17_is_adopted_and_18_to_18_rejected() {
    let rule = rules("association").votes.ordinary;
    let adopted = majority::judge(&rule, &counts(18, 17, 10, 2));
    assert!(adopted.holds);
    assert_eq!((adopted.number("base"), adopted.number("needed")), (Some(35), Some(18)));
    assert_eq!(
        adopted.de,
        "18 Ja, 17 Nein, 10 Enthaltungen, 2 ungültig. Nötig: mehr als die Hälfte der abgegebenen Stimmen, \
         also 18 von 35. Der Antrag ist angenommen."
    );
    let tie = majority::judge(&rule, &counts(18, 18, 0, 0));
    assert!(!tie.holds);
    assert!(tie.de.ends_with("Bei Stimmengleichheit ist der Antrag abgelehnt."), "{}", tie.de);
    // Equal numbers are counted so, however many abstain.
    assert!(!majority::judge(&rule, &counts(18, 18, 10, 2)).holds);
}

#[test]
fn case_03_three_quarters_are_reached_exactly() {
    let rule = rules("association").votes.rule_change;
    let exactly = majority::judge(&rule, &counts(30, 10, 6, 0));
    assert!(exactly.holds);
    assert_eq!((exactly.number("needed"), exactly.number("base")), (Some(30), Some(40)));
    // 29.25 of 39 are needed.
    let short = majority::judge(&rule, &counts(29, 10, 6, 0));
    assert!(!short.holds);
    assert_eq!(short.number("needed"), Some(30));
}

#[test]
fn case_04_two_thirds_of_present_and_of_cast() {
    let rule = rules("quarter").votes.rule_change;
    assert_eq!(rule.value.base, Base::Present);
    let verdict = majority::judge(&rule, &counts(19, 5, 6, 0));
    assert!(!verdict.holds);
    assert_eq!((verdict.number("needed"), verdict.number("base")), (Some(20), Some(30)));
    let cast = of(Base::Cast, Threshold::AtLeast(share(2, 3)));
    let verdict = majority::judge(&cast, &counts(19, 5, 6, 0));
    assert!(verdict.holds);
    assert_eq!((verdict.number("needed"), verdict.number("base")), (Some(16), Some(24)));
}

#[test]
fn case_05_majority_of_present_needs_11_of_20() {
    let rule = rules("conference").votes.ordinary;
    let verdict = majority::judge(&rule, &counts(10, 6, 4, 0));
    assert!(!verdict.holds);
    assert_eq!((verdict.number("needed"), verdict.number("base")), (Some(11), Some(20)));
    assert!(verdict.de.contains("mehr als die Hälfte der anwesenden Stimmen, also 11 von 20"), "{}", verdict.de);
}

#[test]
fn case_06_one_candidate_14_to_14_is_not_elected() {
    let rule = rules("council").elections;
    let ballots = [times(14, Ballot::Yes), times(14, Ballot::No), times(3, Ballot::Abstain)].concat();
    let result = election::count(&rule, &poll(BallotKind::Single, 1, 1, ballots)).unwrap();
    assert_eq!((result.valid, result.blank, result.needed, result.no), (28, 3, Some(15), 14));
    assert!(result.elected.is_empty());
    assert_eq!(result.undecided, [Undecided::Open { places: 1 }]);
    assert!(result.verdict.de.contains("mehr als die Hälfte der gültigen Stimmzettel, also 15 von 28"));
    assert!(result.verdict.de.ends_with("Niemand ist gewählt. Ein Platz bleibt offen."), "{}", result.verdict.de);
}

#[test]
fn case_07_runoff_15_to_9_then_lot() {
    let rule = rules("council").elections;
    let for_one = |number, count| times(count, Ballot::Chosen(vec![number]));
    let first = poll(BallotKind::Single, 1, 3, [for_one(1, 15), for_one(2, 9), for_one(3, 7)].concat());
    let result = election::count(&rule, &first).unwrap();
    assert_eq!((result.valid, result.needed), (31, Some(16)));
    assert_eq!(result.undecided, [Undecided::Runoff { candidates: vec![1, 2], places: 1 }]);
    let mut second = poll(BallotKind::Single, 1, 2, [for_one(1, 15), for_one(2, 15)].concat());
    second.round = 2;
    let result = election::count(&rule, &second).unwrap();
    assert_eq!(result.undecided, [Undecided::Lot { candidates: vec![1, 2], places: 1 }]);
    assert!(!result.verdict.holds);
    let drawn = election::after_lot(&rule, &second, &result, 0, &[2]).unwrap();
    assert_eq!((drawn.elected.as_slice(), drawn.undecided.as_slice(), drawn.verdict.holds), (&[2][..], &[][..], true));
    assert_eq!(
        drawn.verdict.de,
        "Abgegeben sind 30 Stimmzettel: 30 gültig, 0 ohne Wahl, 0 ungültig. Gewählt ist, wer die meisten Stimmen hat. \
         Durch das Los gewählt: Nr. 2 mit 15 Stimmen."
    );
    assert_eq!(drawn.verdict.clause, rule.tie.clause);
    assert!(election::after_lot(&rule, &second, &result, 0, &[3]).is_err());
    assert!(election::after_lot(&rule, &second, &drawn, 0, &[2]).is_err());
}

/// Ballots for eight places such that number n has the n-th of these votes.
fn eight(votes: &[u64]) -> Vec<Ballot> {
    let most = *votes.iter().max().unwrap();
    // Spread over so many ballots that none bears more than eight.
    let ballots = most * 2;
    let mut left = votes.to_vec();
    let mut made = Vec::new();
    for _ in 0..ballots {
        let mut order: Vec<usize> = (0..left.len()).filter(|at| left[*at] > 0).collect();
        order.sort_by_key(|at| std::cmp::Reverse(left[*at]));
        let chosen: Vec<usize> = order.into_iter().take(8).collect();
        chosen.iter().for_each(|at| left[*at] -= 1);
        made.push(Ballot::Chosen(chosen.iter().map(|at| *at as u32 + 1).collect()));
    }
    assert!(left.iter().all(|votes| *votes == 0));
    made
}

#[test]
fn case_08_tie_for_the_eighth_seat_is_a_runoff_for_one() {
    let rule = rules("assembly").elections;
    let votes = [30, 28, 25, 22, 20, 18, 15, 12, 12, 5];
    let result = election::count(&rule, &poll(BallotKind::Combined, 8, 10, eight(&votes))).unwrap();
    assert_eq!(result.elected, [1, 2, 3, 4, 5, 6, 7]);
    assert_eq!(result.undecided, [Undecided::Runoff { candidates: vec![8, 9], places: 1 }]);
    assert!(
        result.verdict.de.ends_with("Stichwahl um einen Platz: Nr. 8 mit 12 Stimmen und Nr. 9 mit 12 Stimmen."),
        "{}",
        result.verdict.de
    );
}

#[test]
fn case_09_nine_crosses_for_eight_seats_are_invalid() {
    let mut rule = rules("assembly").elections;
    let chosen = |n: u32| Ballot::Chosen((1..=n).collect());
    let result = |rule: &decisions::rules::Elections, ballot: Ballot| {
        election::count(rule, &poll(BallotKind::Combined, 8, 10, vec![ballot])).unwrap()
    };
    let nine = result(&rule, chosen(9));
    assert_eq!((nine.valid, nine.invalid), (0, 1));
    assert!(nine.tallies.iter().all(|tally| tally.votes == 0));
    let five = result(&rule, chosen(5));
    assert_eq!((five.valid, five.invalid), (1, 0));
    rule.all_crosses.value = true;
    assert_eq!(rule.crosses.value, Crosses::AsPlaces);
    assert_eq!((result(&rule, chosen(5)).invalid, result(&rule, chosen(8)).valid), (1, 1));
}

#[test]
fn case_10_a_proxy_lapses_with_the_adjournment() {
    let rule = rules("quarter").proxies;
    let mut held = Proxy {
        form: Form::Written,
        sitting: Some(day("2027-05-12")),
        adjourned_too: false,
        withdrawn: false,
        holder_votes: true,
        same_unit: false,
        others: 0,
    };
    let on = |text, from| proxy::Occasion { day: day(text), adjourned_from: from };
    assert!(proxy::valid(&rule, &held, &on("2027-05-12", None)).holds);
    let adjourned = on("2027-05-26", Some(day("2027-05-12")));
    let lapsed = proxy::valid(&rule, &held, &adjourned);
    assert!(!lapsed.holds);
    assert!(lapsed.de.starts_with("Die Vollmacht galt für die Sitzung am Mittwoch, 12. Mai 2027."), "{}", lapsed.de);
    held.adjourned_too = true;
    assert!(proxy::valid(&rule, &held, &adjourned).holds);
    // It does not name any other sitting by that.
    assert!(!proxy::valid(&rule, &held, &on("2027-06-02", None)).holds);
}

#[test]
fn case_11_three_weeks_before_17_march_is_23_february_strictly() {
    let mut rule = rules("offices").notice;
    assert_eq!(rule.period.value, Period::Weeks(3));
    let strict = notice::latest(&rule, day("2027-03-17"), false);
    assert_eq!(strict.day, Some(day("2027-02-23")));
    assert_eq!(
        strict.verdict.de,
        "Die Frist beträgt 3 Wochen. Die Einladung zur Sitzung am Mittwoch, 17. März 2027 muss spätestens am Dienstag, 23. Februar \
         2027 abgesandt sein. Der Tag der Absendung oder des Eingangs und der Sitzungstag zählen nicht mit."
    );
    assert!(notice::judge(&rule, day("2027-03-17"), false, day("2027-02-23")).holds);
    let late = notice::judge(&rule, day("2027-03-17"), false, day("2027-02-24"));
    assert!(!late.holds && late.number("days_late") == Some(1));
    rule.whole_days.value = false;
    assert_eq!(notice::latest(&rule, day("2027-03-17"), false).day, Some(day("2027-02-24")));
    // Every template that has a period counts strictly.
    for template in decisions::rules::templates_for(true) {
        assert!(template.rules.notice.whole_days.value, "{}", template.key);
    }
}

#[test]
fn case_12_two_delegates_who_disagree_cast_nothing() {
    let rule = rules("conference").votes.casting.value;
    assert_eq!(unit::cast(rule, ["yes", "no"]), Cast::Disagreed);
    assert_eq!(unit::cast(rule, ["yes", "yes", "no"]), Cast::Disagreed);
    assert_eq!(unit::cast(rule, ["yes", "yes"]), Cast::Vote("yes"));
    assert_eq!(unit::cast(rule, ["no"]), Cast::Vote("no"));
    assert_eq!(unit::cast(rule, [""; 0]), Cast::Nothing);
    assert_eq!(unit::cast(Casting::First, ["yes", "no"]), Cast::Vote("yes"));
}

#[test]
fn case_13_a_by_election_ends_with_the_original_term() {
    let rule = rules("council").elections;
    assert_eq!(rule.term.value, Period::Years(2));
    let first = terms::dates(&rule, day("2026-03-10"), terms::Occasion::Ordinary);
    assert_eq!((first.until, first.carries_over), (day("2028-03-10"), true));
    let rest = terms::Occasion::ByElection { original_end: first.until };
    let by_election = terms::dates(&rule, day("2026-10-20"), rest);
    assert_eq!(by_election.until, day("2028-03-10"));
    assert_eq!(
        by_election.verdict.de,
        "Die Wahl gilt für den Rest der laufenden Amtszeit. Die Amtszeit läuft vom 20. Oktober 2026 bis zum 9. März 2028. \
         Danach bleibt die gewählte Person im Amt, bis eine Nachfolge gewählt ist."
    );
}

#[test]
fn case_14_a_lost_connection_leaves_the_right_open_and_a_repeat_keeps_both_results() {
    assert_eq!(right::right(false, false), Right::Open);
    assert_eq!(right::right(true, false), Right::Used);
    assert_eq!(right::right(false, true), Right::Lapsed);
    let attempts = [Attempt { number: 1, repeated: true }, Attempt { number: 2, repeated: false }];
    assert_eq!(right::counting(&attempts), Some(2));
    assert_eq!(right::counting(&attempts[..1]), None);
    assert_eq!(right::counting(&[]), None);
}

#[test]
fn a_presumed_quorum_holds_until_it_is_doubted() {
    let rule = council();
    let mut room = there(37, 5);
    assert!(!quorum::judge(&rule, &bars(), &room).holds);
    room.doubted = false;
    assert!(quorum::judge(&rule, &bars(), &room).holds);
    room.doubted = true;
    room.second_summons = true;
    assert!(quorum::judge(&rule, &bars(), &room).holds);
    room.duly_invited = false;
    let verdict = quorum::judge(&rule, &bars(), &room);
    assert!(!verdict.holds && verdict.clause == rule.duly_invited.clause);
    room.present = 0;
    room.duly_invited = true;
    assert!(!quorum::judge(&rule, &bars(), &room).holds);
}

#[test]
fn the_absolute_majority_is_of_valid_ballots() {
    assert_eq!(rules("association").elections.first.value, Hurdle::Share(Of::Valid, HALF));
}
