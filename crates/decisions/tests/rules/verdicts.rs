//! Sentences and verdicts of the smaller rules.

use decisions::rules::{
    Consent, CountsFrom, Form, Holders, Period, Stagger, Stops, Threshold, Tie, Trigger,
    circular::{self, Answers, State},
    majority::{self, Counts},
    notice,
    proxy::{self, Proxy},
    resolution, secret, terms,
};

use crate::{day, rules, share};

#[test]
fn the_chair_decides_a_tie_where_the_rules_say_so() {
    let mut rule = rules("council").votes.ordinary;
    rule.value.tie = Tie::Chair;
    let mut counts = Counts { yes: 5, no: 5, abstain: 1, present: 11, entitled: 12, members: 12, ..Counts::default() };
    let open = majority::judge(&rule, &counts);
    assert!(!open.holds && open.de.ends_with("sie fehlt noch."), "{}", open.de);
    counts.chair = Some(true);
    assert!(majority::judge(&rule, &counts).holds);
    counts.chair = Some(false);
    assert!(!majority::judge(&rule, &counts).holds);
    counts.no = 6;
    counts.chair = Some(true);
    assert!(!majority::judge(&rule, &counts).holds);
    assert!(majority::fits(&counts).unwrap_err().de.contains("12 Stimmen gezählt, aber nur 11 anwesend"));
    counts.present = 13;
    assert!(majority::fits(&counts).is_err());
    counts.entitled = 13;
    assert!(majority::fits(&counts).is_ok());
}

#[test]
fn silence_is_called_silence_and_one_objection_stops_it() {
    let rule = rules("informal").circular;
    let mut answers = Answers { entitled: 12, ..Answers::default() };
    assert_eq!(circular::judge(&rule, &answers).state, State::Running);
    answers.yes = 12;
    assert_eq!(circular::judge(&rule, &answers).state, State::Running);
    answers.over = true;
    let done = circular::judge(&rule, &answers);
    assert_eq!(done.state, State::Adopted);
    assert!(
        done.verdict.de.starts_with("Schweigeverfahren: Wer nicht widerspricht, stimmt zu."),
        "{}",
        done.verdict.de
    );
    answers.objections = 1;
    assert_eq!(circular::judge(&rule, &answers).state, State::Stopped);
}

#[test]
fn an_association_needs_all_members_in_a_circular_resolution() {
    let rule = rules("association").circular;
    let mut answers = Answers { entitled: 60, yes: 59, ..Answers::default() };
    assert_eq!(circular::judge(&rule, &answers).state, State::Running);
    answers.yes = 60;
    let all = circular::judge(&rule, &answers);
    assert_eq!(all.state, State::Adopted);
    assert!(all.verdict.de.contains("Nötig: alle Stimmberechtigten, also 60."), "{}", all.verdict.de);
    // Silence is no consent.
    answers = Answers { entitled: 60, yes: 59, over: true, ..Answers::default() };
    assert_eq!(circular::judge(&rule, &answers).state, State::Rejected);
    answers = Answers { entitled: 60, yes: 10, no: 1, ..Answers::default() };
    assert_eq!(circular::judge(&rule, &answers).state, State::Rejected);
}

#[test]
fn circular_majorities_and_who_stops_them() {
    let mut rule = rules("association").circular;
    rule.consent.value = Consent::Entitled(Threshold::MORE_THAN_HALF);
    rule.stops.value = Stops::Share(share(1, 4));
    let mut answers = Answers { entitled: 8, yes: 5, no: 1, objections: 1, ..Answers::default() };
    assert_eq!(circular::judge(&rule, &answers).state, State::Running);
    answers.over = true;
    assert_eq!(circular::judge(&rule, &answers).state, State::Adopted);
    answers.objections = 2;
    let stopped = circular::judge(&rule, &answers);
    assert_eq!((stopped.state, &stopped.verdict.clause), (State::Stopped, &rule.stops.clause));
    assert!(stopped.verdict.de.contains("Einwände gegen das Verfahren: 2, nötig sind 2."), "{}", stopped.verdict.de);
    rule.stops.value = Stops::Nobody;
    assert_eq!(circular::judge(&rule, &answers).state, State::Adopted);
    rule.consent.value = Consent::Cast(Threshold::AtLeast(share(2, 3)));
    answers.no = 3;
    assert_eq!(circular::judge(&rule, &answers).state, State::Rejected);
    rule.consent.value = Consent::Never;
    assert!(!circular::judge(&rule, &answers).verdict.holds);
    let dates = circular::dates(&rule, day("2027-03-01"));
    assert_eq!((dates.last, dates.reminder), (day("2027-03-15"), Some(day("2027-03-12"))));
}

#[test]
fn who_asks_for_a_secret_vote() {
    let mut rule = rules("council").votes.secret;
    for (trigger, persons, asking, secret) in [
        (Trigger::Never, true, 20, false),
        (Trigger::One, false, 1, true),
        (Trigger::One, false, 0, false),
        (Trigger::Share(share(1, 3)), false, 6, false),
        (Trigger::Share(share(1, 3)), false, 7, true),
        (Trigger::Majority, false, 10, false),
        (Trigger::Majority, false, 11, true),
        (Trigger::Persons, true, 0, true),
        (Trigger::Persons, false, 0, false),
        (Trigger::Persons, false, 1, true),
        (Trigger::Always, false, 0, true),
    ] {
        rule.value = trigger;
        let verdict = secret::judge(&rule, asking, 20, persons);
        assert_eq!(verdict.holds, secret, "{trigger:?} {asking}: {}", verdict.de);
    }
    let clause = &rule.clause;
    assert!(secret::may_be_covert(clause, 5, true).holds && !secret::may_be_covert(clause, 4, true).holds);
    assert!(!secret::may_be_covert(clause, 50, false).holds);
    assert!(secret::may_be_shown(clause, 5).holds && !secret::may_be_shown(clause, 4).holds);
}

#[test]
fn what_speaks_against_a_proxy() {
    let mut rule = rules("quarter").proxies;
    let good = Proxy {
        form: Form::Written,
        sitting: Some(day("2027-05-12")),
        adjourned_too: false,
        withdrawn: false,
        holder_votes: true,
        same_unit: false,
        others: 0,
    };
    let occasion = proxy::Occasion { day: day("2027-05-12"), adjourned_from: None };
    let says = |rule: &_, proxy: Proxy| {
        let verdict = proxy::valid(rule, &proxy, &occasion);
        (verdict.holds, verdict.clause.number)
    };
    assert_eq!(says(&rule, good), (true, "§ 5 Abs. 1".to_owned()));
    assert_eq!(says(&rule, Proxy { withdrawn: true, ..good }), (false, "§ 5 Abs. 1".to_owned()));
    assert_eq!(says(&rule, Proxy { form: Form::Text, ..good }), (false, "§ 5 Abs. 2".to_owned()));
    assert_eq!(says(&rule, Proxy { sitting: None, ..good }), (false, "§ 5 Abs. 4".to_owned()));
    assert_eq!(says(&rule, Proxy { holder_votes: false, same_unit: true, ..good }), (false, "§ 5 Abs. 3".to_owned()));
    assert_eq!(says(&rule, Proxy { others: 1, ..good }), (false, "§ 5 Abs. 5".to_owned()));
    rule.form.value = Form::Text;
    rule.holders.value = Holders::Either;
    rule.one_sitting.value = false;
    rule.cap.value = None;
    let free = Proxy { form: Form::Text, sitting: None, holder_votes: false, same_unit: true, others: 9, ..good };
    assert!(says(&rule, free).0);
    rule.allowed.value = false;
    assert!(!says(&rule, free).0);
}

#[test]
fn periods_short_long_and_none() {
    let mut rule = rules("offices").notice;
    let sitting = day("2027-03-31");
    assert_eq!(notice::latest(&rule, sitting, true).day, Some(day("2027-03-23")));
    rule.period.value = Period::Months(1);
    rule.counts_from.value = CountsFrom::Receipt;
    let latest = notice::latest(&rule, sitting, false);
    assert_eq!(latest.day, Some(day("2027-02-27")));
    assert!(latest.verdict.de.contains("eingegangen sein"), "{}", latest.verdict.de);
    let none = rules("informal").notice;
    assert_eq!(notice::latest(&none, sitting, false).day, None);
    assert!(notice::judge(&none, sitting, false, sitting).holds);
    assert!(!notice::judge(&none, sitting, true, sitting).holds);
}

#[test]
fn terms_in_groups_and_without_end() {
    let rule = rules("assembly").elections;
    assert_eq!(rule.stagger.value, Stagger::Groups(2));
    let first = |place| terms::dates(&rule, day("2026-01-31"), terms::Occasion::First { place }).until;
    assert_eq!([first(0), first(1), first(2)], [day("2027-01-31"), day("2028-01-31"), day("2027-01-31")]);
    let open = rules("offices").elections;
    let dates = terms::dates(&open, day("2026-01-31"), terms::Occasion::Ordinary);
    assert!(dates.until.is_open() && !dates.carries_over && dates.verdict.holds);
    let mut never = rules("council").elections;
    never.by_election.value = decisions::rules::ByElection::Never;
    let by = terms::Occasion::ByElection { original_end: day("2027-01-01") };
    assert!(!terms::dates(&never, day("2026-01-31"), by).verdict.holds);
    never.by_election.value = decisions::rules::ByElection::Full;
    assert_eq!(terms::dates(&never, day("2026-01-31"), by).until, day("2028-01-31"));
    let most = rules("delegates").elections;
    assert!(terms::may_stand(&most, 1).holds && !terms::may_stand(&most, 2).holds);
    assert!(terms::may_stand(&open, 40).holds);
}

#[test]
fn resolutions_are_numbered_by_pattern() {
    let mut rule = rules("council").resolutions;
    assert_eq!(resolution::number(&rule, 2026, 7), "2026/007");
    rule.pattern.value = "RAG {nr}-{jahr}".to_owned();
    assert_eq!(resolution::number(&rule, 2026, 1234), "RAG 1234-2026");
}
