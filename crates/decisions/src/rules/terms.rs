//! From when to when somebody is elected.

use kernel::Day;

use super::{
    ByElection, Elections, Period, Stagger, Verdict,
    wording::{sentences, small},
};

/// What an election is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Occasion {
    /// An ordinary election.
    Ordinary,
    /// The first election of a body whose terms end in groups; the place counts from 0.
    First {
        /// Place in the order of the elected.
        place: u16,
    },
    /// An election in the middle of a term.
    ByElection {
        /// The first day after the term of whoever left.
        original_end: Day,
    },
}

/// The dates of a term.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Dates {
    /// First day.
    pub from: Day,
    /// First day after the term; [`Day::OPEN`] when the rules set no term.
    pub until: Day,
    /// Whether she stays in office beyond it until there is a successor.
    pub carries_over: bool,
    /// The reasoning. It holds always but when no by-election is provided for.
    pub verdict: Verdict,
}

/// The dates of a term that begins on a day.
#[must_use]
pub fn dates(rule: &Elections, from: Day, occasion: Occasion) -> Dates {
    let full = term_or_open(rule.term.value, from);
    let groups = if let Stagger::Groups(groups) = rule.stagger.value { groups.max(1) } else { 1 };
    let (until, clause) = match occasion {
        Occasion::Ordinary => (full, &rule.term.clause),
        Occasion::First { place } => (group_end(rule.term.value, from, place, groups), &rule.stagger.clause),
        Occasion::ByElection { original_end } => match rule.by_election.value {
            ByElection::Never | ByElection::Rest => (original_end, &rule.by_election.clause),
            ByElection::Full => (full, &rule.by_election.clause),
        },
    };
    let by_election = matches!(occasion, Occasion::ByElection { .. });
    let holds = !(by_election && rule.by_election.value == ByElection::Never) && from < until;
    let numbers = [("days", i64::from(until.days_since(from)))];
    let verdict = Verdict::new(holds, clause, if until.is_open() { &[] } else { &numbers }, |t| {
        if by_election && rule.by_election.value == ByElection::Never {
            return t.term_no_by_election().to_owned();
        }
        let shown = |day| i18n::day_medium(t.0, day);
        if until.is_open() {
            return t.term_open(shown(from));
        }
        let rest = by_election && rule.by_election.value == ByElection::Rest;
        let why = if rest {
            t.term_rest()
        } else if until < full && !by_election {
            t.term_group()
        } else {
            ""
        };
        let after = if rule.carry_over.value { t.term_carries() } else { t.term_ends() };
        sentences(&[why.to_owned(), t.term_runs(shown(from), shown(until.previous())), after.to_owned()])
    });
    Dates { from, until, carries_over: rule.carry_over.value && !until.is_open(), verdict }
}

/// A term with an end of its own: that of those elected together, or the length of the seat's terms where the rules set
/// none. `carries_over`: whether its body keeps people until there is a successor.
#[must_use]
pub fn ending(rule: &Elections, from: Day, until: Day, carries_over: bool) -> Dates {
    let numbers = [("days", i64::from(until.days_since(from)))];
    let verdict = Verdict::new(from < until, &rule.term.clause, &numbers, |t| {
        let shown = |day| i18n::day_medium(t.0, day);
        let after = if carries_over { t.term_carries() } else { t.term_ends() };
        sentences(&[t.term_runs(shown(from), shown(until.previous())), after.to_owned()])
    });
    Dates { from, until, carries_over, verdict }
}

/// Whether somebody may stand who has served so many terms in a row. Numbers: `served`, `most`.
#[must_use]
pub fn may_stand(rule: &Elections, served: u16) -> Verdict {
    let clause = &rule.most_terms.clause;
    let Some(most) = rule.most_terms.value else {
        let numbers = [("served", i64::from(served))];
        return Verdict::new(true, clause, &numbers, |t| t.stand_free().to_owned());
    };
    let holds = served < most;
    let numbers = [("served", small(u64::from(served))), ("most", small(u64::from(most)))];
    Verdict::new(holds, clause, &numbers, |t| {
        let end = if holds { t.stand_yes() } else { t.stand_no() };
        sentences(&[t.stand_count(served, most), end.to_owned()])
    })
}

/// The first ends of a body whose terms end in groups: of two years in two groups, the first group has one.
fn group_end(term: Period, from: Day, place: u16, groups: u16) -> Day {
    let Some(months) = term.months() else { return term_or_open(term, from) };
    let group = i32::from(place % groups) + 1;
    from.plus_months(months * group / i32::from(groups))
}

fn term_or_open(term: Period, from: Day) -> Day {
    if term.is_none() { Day::OPEN } else { term.after(from) }
}
