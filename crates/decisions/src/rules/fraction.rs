//! Shares of a whole, exact: a quarter of 37 is 9 and a quarter, never 9.2499.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// A share between 0 (excluded) and 1 (included), in lowest terms: `1/4`. Written and stored in that form.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Fraction {
    part: u32,
    whole: u32,
}

/// The largest denominator that is read.
pub const FINEST: u32 = 1_000;

impl Fraction {
    /// One half.
    pub const HALF: Self = Self { part: 1, whole: 2 };
    /// Everything.
    pub const ALL: Self = Self { part: 1, whole: 1 };

    /// A share, if it is more than nothing, at most everything, and no finer than a thousandth.
    #[must_use]
    pub fn new(part: u32, whole: u32) -> Option<Self> {
        let fits = part >= 1 && part <= whole && whole <= FINEST;
        let by = common(part, whole);
        fits.then(|| Self { part: part / by, whole: whole / by })
    }
    /// The numerator in lowest terms.
    #[must_use]
    pub const fn part(self) -> u32 {
        self.part
    }
    /// The denominator in lowest terms.
    #[must_use]
    pub const fn whole(self) -> u32 {
        self.whole
    }
    /// The smallest whole number that is at least this share of `base`.
    #[must_use]
    pub fn at_least(self, base: u64) -> u64 {
        self.whole_part(base) + u64::from(!self.is_even(base))
    }
    /// The smallest whole number that is more than this share of `base`.
    #[must_use]
    pub fn more_than(self, base: u64) -> u64 {
        self.whole_part(base) + 1
    }
    /// Whether this share of `base` is a whole number.
    #[must_use]
    pub fn is_even(self, base: u64) -> bool {
        (u128::from(base) * u128::from(self.part)).is_multiple_of(u128::from(self.whole))
    }
    /// This share of `base` in hundredths, rounded: a quarter of 37 is 925.
    #[must_use]
    pub fn hundredths(self, base: u64) -> i64 {
        let exact = u128::from(base) * u128::from(self.part) * 100 + u128::from(self.whole) / 2;
        i64::try_from(exact / u128::from(self.whole)).unwrap_or(i64::MAX)
    }
    fn whole_part(self, base: u64) -> u64 {
        let share = u128::from(base) * u128::from(self.part) / u128::from(self.whole);
        // A share of a u64 fits a u64.
        u64::try_from(share).unwrap_or(u64::MAX)
    }
}

const fn common(a: u32, b: u32) -> u32 {
    if b == 0 { if a == 0 { 1 } else { a } } else { common(b, a % b) }
}

impl fmt::Display for Fraction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.part, self.whole)
    }
}
impl From<Fraction> for String {
    fn from(fraction: Fraction) -> Self {
        fraction.to_string()
    }
}
impl FromStr for Fraction {
    type Err = String;

    /// Reads `1/4`.
    fn from_str(text: &str) -> Result<Self, String> {
        let number = |part: &str| -> Option<u32> {
            let plain = (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
            plain.then(|| part.parse().ok()).flatten()
        };
        let read = text.split_once('/').and_then(|(part, whole)| Self::new(number(part)?, number(whole)?));
        read.ok_or_else(|| format!("`{text}` is not a share such as 1/4, between 0 and 1"))
    }
}
impl TryFrom<String> for Fraction {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

/// How much of a base is needed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Threshold {
    /// The share itself is enough: „mindestens zwei Drittel“.
    AtLeast(Fraction),
    /// The share itself is not enough: „mehr als die Hälfte“.
    MoreThan(Fraction),
}

impl Threshold {
    /// More than half.
    pub const MORE_THAN_HALF: Self = Self::MoreThan(Fraction::HALF);

    /// The share.
    #[must_use]
    pub const fn share(self) -> Fraction {
        match self {
            Self::AtLeast(share) | Self::MoreThan(share) => share,
        }
    }
    /// The smallest whole number that reaches it.
    #[must_use]
    pub fn needed(self, base: u64) -> u64 {
        match self {
            Self::AtLeast(share) => share.at_least(base),
            Self::MoreThan(share) => share.more_than(base),
        }
    }
}
