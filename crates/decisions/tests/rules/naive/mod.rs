//! A second implementation, written to be plain: no needed numbers, no sorting, no matroid. It tries everything out
//! and must agree with the first on random rules and cases.
//!
//! 20,000 evaluations in every run; `GEFLECHT_EVALUATIONS=1000000` for more.
#![allow(clippy::disallowed_methods, reason = "how long a test runs is told by the environment")]

mod election;
mod votes;

use decisions::rules::{Fraction, Threshold, Verdict};

/// A plain generator of numbers, the same in every run (Marsaglia 2003).
struct Dice(pub u64);

impl Dice {
    fn below(&mut self, most: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % most
    }
    fn coin(&mut self) -> bool {
        self.below(2) == 1
    }
    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len() as u64) as usize]
    }
    fn threshold(&mut self) -> Threshold {
        let whole = 1 + self.below(12) as u32;
        let share = Fraction::new(1 + self.below(u64::from(whole)) as u32, whole).unwrap();
        if self.coin() { Threshold::AtLeast(share) } else { Threshold::MoreThan(share) }
    }
}

fn evaluations() -> u64 {
    std::env::var("GEFLECHT_EVALUATIONS").ok().and_then(|text| text.parse().ok()).unwrap_or(20_000)
}

/// A sentence to read out: whole, without gaps, in both languages.
fn reads_well(verdict: &Verdict) {
    for text in [&verdict.de, &verdict.en] {
        assert!(text.ends_with('.') && !text.contains("  ") && !text.contains('{'), "{text}");
    }
    assert_ne!(verdict.de, verdict.en);
}

/// Whether `part` reaches the threshold of `whole`, crosswise.
fn reaches(need: Threshold, part: u64, whole: u64) -> bool {
    let share = need.share();
    let (left, right) = (part * u64::from(share.whole()), whole * u64::from(share.part()));
    match need {
        Threshold::AtLeast(_) => left >= right,
        Threshold::MoreThan(_) => left > right,
    }
}
