//! What a time on a seat looks like in every picture of terms: one bar to the end of the term, one for what follows it.

use kernel::{Day, Lang, Term};
use pictures::terms::{self, BarKind, End, Words};

use crate::words::T;

/// Days between the end of a term and the successor that are not worth a bar once they are over.
const SOON: i32 = 92;

/// Somebody on a seat.
#[derive(Clone, Copy, Debug)]
pub struct Sat {
    /// The days she sat or sits there.
    pub term: Term,
    /// Elected until, the first day after.
    pub term_end: Option<Day>,
    /// Whether for the time being.
    pub acting: bool,
    /// Whether the mandate rests.
    pub rests: bool,
}

/// One bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// From when to when.
    pub term: Term,
    /// Its look.
    pub kind: BarKind,
    /// Whether its end is that of a term that runs.
    pub elected: bool,
}

/// The bars of a time on a seat as they were on a day: flat where the term ends, and a bar of its own for the time
/// somebody stays until the next election. How long that took was not known while it lasted (`past`).
pub fn spans(sat: &Sat, stand: Day, past: bool) -> Vec<Span> {
    let held = if sat.acting { BarKind::Acting } else { BarKind::Held };
    let Term { from, until } = sat.term;
    let span = |from, until, kind, elected| {
        let term = Term::new(from, until)?;
        let rests = sat.rests && kind != BarKind::Vacant && term.contains(stand);
        Some(Span { term, kind: if rests { BarKind::Resting } else { kind }, elected })
    };
    let bars = match sat.term_end {
        None => [span(from, until, held, false), None],
        Some(end) if end > stand => [span(from, end.min(until), held, true), None],
        // Who was followed soon after the term is one bar: the days between are no state of their own any more.
        Some(end) if until <= stand && until.days_since(end) <= SOON => [span(from, until, held, false), None],
        Some(end) => {
            let cut = end.max(from).min(until);
            let open = past && cut <= stand && stand < until;
            let to = if open { Day::OPEN } else { until };
            [span(from, cut, held, false), span(cut, to, BarKind::Carries, false)]
        }
    };
    bars.into_iter().flatten().collect()
}

/// How a bar stands on a day, in words.
pub fn state(lang: Lang, span: &Span, stand: Day) -> String {
    let t = T(lang);
    match span.kind {
        _ if span.term.until <= stand => t.terms_over().to_owned(),
        BarKind::Resting => t.state_suspended().to_owned(),
        _ if span.term.from > stand => t.terms_next().to_owned(),
        BarKind::Carries => t.state_carries().to_owned(),
        _ if span.elected => i18n::left(lang, stand, span.term.until.previous()),
        BarKind::Acting => t.capacity_acting().to_owned(),
        BarKind::Vacant => t.terms_vacant().to_owned(),
        BarKind::Held => t.terms_held().to_owned(),
    }
}

/// What the key of a picture of terms calls the bars.
pub fn key(t: T) -> Words {
    Words {
        held: t.terms_held().to_owned(),
        over: t.terms_over().to_owned(),
        acting: t.capacity_acting().to_owned(),
        carries: t.state_carries().to_owned(),
        resting: t.state_suspended().to_owned(),
        vacant: t.terms_vacant().to_owned(),
        end: t.terms_key_end().to_owned(),
        open: t.terms_key_open().to_owned(),
    }
}

/// A day as the pictures know it.
pub fn drawn(of: Day) -> Option<terms::Day> {
    let date = of.date();
    terms::Day::new(date.year().into(), u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?)
}

/// The end of a bar; `until` is the first day after.
pub fn last(until: Day) -> End {
    if until.is_open() { End::Open } else { drawn(until.previous()).map_or(End::Open, End::On) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::literal(text)
    }

    fn sat(from: &str, until: Day, end: Option<&str>) -> Sat {
        Sat { term: Term { from: day(from), until }, term_end: end.map(day), acting: false, rests: false }
    }

    fn looks(sat: &Sat, stand: &str, past: bool) -> Vec<(BarKind, Term)> {
        spans(sat, day(stand), past).into_iter().map(|s| (s.kind, s.term)).collect()
    }

    #[test]
    fn a_term_ends_flat_as_long_as_it_runs_and_also_before_it_begins() {
        let elected = sat("2023-01-01", Day::OPEN, Some("2027-01-01"));
        let whole = Term { from: day("2023-01-01"), until: day("2027-01-01") };
        for stand in ["2022-05-01", "2026-11-23", "2026-12-31"] {
            assert_eq!(looks(&elected, stand, false), [(BarKind::Held, whole)], "{stand}");
        }
        let open = sat("2023-01-01", Day::OPEN, None);
        assert_eq!(looks(&open, "2026-11-23", false), [(BarKind::Held, open.term)]);
    }

    #[test]
    fn who_stays_until_the_next_election_has_a_second_bar() {
        let stays = sat("2015-01-01", day("2020-10-01"), Some("2019-01-01"));
        let (first, rest) = (
            Term { from: day("2015-01-01"), until: day("2019-01-01") },
            Term { from: day("2019-01-01"), until: day("2020-10-01") },
        );
        assert_eq!(looks(&stays, "2026-01-01", false), [(BarKind::Held, first), (BarKind::Carries, rest)]);
        let then = [(BarKind::Held, first), (BarKind::Carries, Term::since(day("2019-01-01")))];
        assert_eq!(looks(&stays, "2019-06-30", true), then, "on that day nobody knew until when");
        let soon = sat("2015-01-01", day("2019-02-01"), Some("2019-01-01"));
        assert_eq!(looks(&soon, "2026-01-01", false), [(BarKind::Held, soon.term)], "a month that is over");
        assert_eq!(looks(&soon, "2019-01-15", false).len(), 2, "not while it lasts");
        let late = sat("2021-01-01", Day::OPEN, Some("2019-01-01"));
        assert_eq!(looks(&late, "2026-01-01", false), [(BarKind::Carries, late.term)]);
    }

    #[test]
    fn a_mandate_rests_only_on_the_day_looked_at() {
        let rests = Sat { rests: true, ..sat("2023-01-01", Day::OPEN, Some("2027-01-01")) };
        let (now, later) = (spans(&rests, day("2026-11-23"), false), spans(&rests, day("2028-01-01"), false));
        assert_eq!(now.iter().map(|s| s.kind).collect::<Vec<_>>(), [BarKind::Resting]);
        assert_eq!(later.iter().map(|s| s.kind).collect::<Vec<_>>(), [BarKind::Held, BarKind::Resting]);
        assert_eq!(state(Lang::De, &now[0], day("2026-11-23")), "ruht");
    }
}
