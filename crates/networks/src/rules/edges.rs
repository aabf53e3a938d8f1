//! How bodies may hang together. Several parents are allowed; being one's own organ is not, at any time.

use std::collections::HashSet;

use kernel::{Day, Id, Term};

use crate::Body;

/// The day on which the new *organ of* edge would make a body an organ of itself, if there is one.
///
/// Periods that share a day share the latest of their first days, so looking at those days is enough.
#[must_use]
pub fn closes_circle(edges: &[(Id<Body>, Id<Body>, Term)], from: Id<Body>, to: Id<Body>, term: Term) -> Option<Day> {
    if from == to {
        return Some(term.from);
    }
    let mut days: Vec<Day> = edges.iter().map(|(_, _, t)| t.from).filter(|d| term.contains(*d)).collect();
    days.push(term.from);
    days.sort_unstable();
    days.dedup();
    days.into_iter().find(|day| reaches(edges, to, from, *day))
}

fn reaches(edges: &[(Id<Body>, Id<Body>, Term)], start: Id<Body>, goal: Id<Body>, day: Day) -> bool {
    let (mut seen, mut waiting) = (HashSet::from([start]), vec![start]);
    while let Some(at) = waiting.pop() {
        if at == goal {
            return true;
        }
        let next = edges.iter().filter(|(from, _, term)| *from == at && term.contains(day)).map(|(_, to, _)| *to);
        waiting.extend(next.filter(|to| seen.insert(*to)));
    }
    false
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn term(from: &str, until: &str) -> Term {
        Term::new(Day::literal(from), Day::literal(until)).unwrap()
    }
    fn b(n: i64) -> Id<Body> {
        Id::new(n)
    }

    #[test]
    fn a_body_is_no_organ_of_itself_directly_or_round_about() {
        let open = Term::since(Day::literal("2020-01-01"));
        assert!(closes_circle(&[], b(1), b(1), open).is_some());
        let edges = [(b(1), b(2), open), (b(2), b(3), open)];
        assert!(closes_circle(&edges, b(3), b(1), open).is_some());
        assert!(closes_circle(&edges, b(1), b(3), open).is_none(), "several parents are allowed");
    }

    #[test]
    fn a_circle_needs_a_common_day() {
        let edges = [(b(1), b(2), term("2010-01-01", "2015-01-01")), (b(2), b(3), term("2014-06-01", "2020-01-01"))];
        assert_eq!(
            closes_circle(&edges, b(3), b(1), term("2000-01-01", "2030-01-01")),
            Some(Day::literal("2014-06-01"))
        );
        assert_eq!(
            closes_circle(&edges, b(3), b(1), term("2015-01-01", "2030-01-01")),
            None,
            "the first edge was over"
        );
        let apart = [(b(1), b(2), term("2010-01-01", "2012-01-01")), (b(2), b(3), term("2012-01-01", "2020-01-01"))];
        assert_eq!(
            closes_circle(&apart, b(3), b(1), term("2000-01-01", "2030-01-01")),
            None,
            "never all three at once"
        );
    }

    proptest! {
        /// Against trying every day of a small calendar.
        #[test]
        fn the_chosen_days_miss_no_circle(list in prop::collection::vec((0i64..5, 0i64..5, 0i32..8, 1i32..6), 0..10), new in (0i64..5, 0i64..5, 0i32..8, 1i32..6)) {
            let base = Day::literal("2020-01-01");
            let made = |(f, t, d, n): (i64, i64, i32, i32)| (b(f), b(t), Term::new(base.plus_days(d), base.plus_days(d + n)).unwrap());
            let edges: Vec<_> = list.into_iter().filter(|e| e.0 != e.1).map(made).collect();
            let (from, to, term) = made(new);
            let naive = (0..20).map(|n| base.plus_days(n)).any(|day| term.contains(day) && (from == to || reaches(&edges, to, from, day)));
            prop_assert_eq!(closes_circle(&edges, from, to, term).is_some(), naive);
        }
    }
}
