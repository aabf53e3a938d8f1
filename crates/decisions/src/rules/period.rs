//! Periods as rules write them.

use kernel::Day;
use serde::{Deserialize, Serialize};

/// A length of time in one unit.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Period {
    /// None is prescribed.
    None,
    /// Calendar days.
    Days(u16),
    /// Weeks of seven days.
    Weeks(u16),
    /// Calendar months; from the 31st they end on the last day of a shorter month.
    Months(u16),
    /// Years.
    Years(u16),
}

impl Period {
    /// Whether nothing is prescribed.
    #[must_use]
    pub const fn is_none(self) -> bool {
        matches!(self, Self::None)
    }
    /// The number, whatever the unit.
    #[must_use]
    pub const fn count(self) -> u16 {
        match self {
            Self::None => 0,
            Self::Days(n) | Self::Weeks(n) | Self::Months(n) | Self::Years(n) => n,
        }
    }
    /// The day so much later.
    #[must_use]
    pub fn after(self, day: Day) -> Day {
        self.shift(day, 1)
    }
    /// The day so much earlier.
    #[must_use]
    pub fn before(self, day: Day) -> Day {
        self.shift(day, -1)
    }
    /// In months, when it is counted so; years are twelve.
    #[must_use]
    pub fn months(self) -> Option<i32> {
        match self {
            Self::Months(n) => Some(i32::from(n)),
            Self::Years(n) => Some(i32::from(n) * 12),
            _ => None,
        }
    }
    fn shift(self, day: Day, sign: i32) -> Day {
        match self {
            Self::None => day,
            Self::Days(n) => day.plus_days(sign * i32::from(n)),
            Self::Weeks(n) => day.plus_days(sign * i32::from(n) * 7),
            Self::Months(n) => day.plus_months(sign * i32::from(n)),
            Self::Years(n) => day.plus_months(sign * i32::from(n) * 12),
        }
    }
}
