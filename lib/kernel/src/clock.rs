//! Time is handed in: the system's in production, one that tests own everywhere else.

use std::{
    fmt,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering::SeqCst},
    },
};

use jiff::{Timestamp, Zoned, tz::TimeZone};

use crate::Day;

/// An instant: microseconds since 1970 in UTC, as both databases store it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Moment(i64);

impl Moment {
    /// From microseconds since 1970.
    #[must_use]
    pub const fn from_micros(micros: i64) -> Self {
        Self(micros)
    }
    /// Microseconds since 1970.
    #[must_use]
    pub const fn micros(self) -> i64 {
        self.0
    }
    /// So many seconds later (earlier when negative); stays at the edge of time instead of overflowing.
    #[must_use]
    pub const fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds.saturating_mul(1_000_000)))
    }
    /// Whole seconds from `earlier` to this moment; negative when it lies before.
    #[must_use]
    pub const fn seconds_since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0) / 1_000_000
    }
    /// The local date and time in Germany, where every municipality of this system lies.
    #[must_use]
    pub fn local(self) -> Zoned {
        let instant = Timestamp::from_microsecond(self.0).unwrap_or(Timestamp::UNIX_EPOCH);
        instant.to_zoned(berlin())
    }
    /// The local day in Germany, or [`Day::FIRST`] for anything before.
    #[must_use]
    pub fn day(self) -> Day {
        Day::from_date(self.local().date()).max(Day::FIRST)
    }
}

/// Europe/Berlin from the bundled zone data; UTC only if that data were broken.
fn berlin() -> TimeZone {
    static ZONE: std::sync::OnceLock<TimeZone> = std::sync::OnceLock::new();
    ZONE.get_or_init(|| TimeZone::get("Europe/Berlin").unwrap_or(TimeZone::UTC)).clone()
}

/// Where the present comes from.
#[derive(Clone, Default)]
pub struct Clock(Option<Arc<AtomicI64>>);

impl Clock {
    /// The machine's clock.
    #[must_use]
    pub const fn system() -> Self {
        Self(None)
    }
    /// A clock that stands still until it is set; clones share it.
    #[must_use]
    pub fn fixed(at: Moment) -> Self {
        Self(Some(Arc::new(AtomicI64::new(at.micros()))))
    }
    /// A fixed clock at noon of a German day.
    #[must_use]
    pub fn noon(day: Day) -> Self {
        Self::fixed(day.at(12, 0))
    }
    /// The present moment.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the system's clock")]
    pub fn now(&self) -> Moment {
        match &self.0 {
            Some(held) => Moment(held.load(SeqCst)),
            None => Moment(Timestamp::now().as_microsecond()),
        }
    }
    /// Today in Germany.
    #[must_use]
    pub fn today(&self) -> Day {
        self.now().day()
    }
    /// Moves a fixed clock; a system clock stays what it is.
    pub fn set(&self, at: Moment) {
        if let Some(held) = &self.0 {
            held.store(at.micros(), SeqCst);
        }
    }
    /// Lets a fixed clock run so many seconds.
    pub fn advance(&self, seconds: i64) {
        self.set(self.now().plus_seconds(seconds));
    }
}

impl fmt::Debug for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_some() { "Clock(fixed)" } else { "Clock(system)" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_turns_at_german_midnight_in_summer_and_winter() {
        let before = Day::literal("2026-07-01").at(0, 0).plus_seconds(-1);
        assert_eq!(before.day(), Day::literal("2026-06-30"));
        let midnight_utc = Moment::from_micros(1_782_856_800_000_000);
        assert_eq!(midnight_utc.day().to_string(), "2026-07-01");
        assert_eq!(midnight_utc.plus_seconds(-1).day().to_string(), "2026-06-30");
    }

    #[test]
    fn any_number_is_a_moment_with_a_day_and_a_distance() {
        let (first, last) = (Moment::from_micros(i64::MIN), Moment::from_micros(i64::MAX));
        assert!(last.seconds_since(first) > 0 && first.seconds_since(last) < 0);
        for micros in [i64::MIN, -200_000_000_000_000_000, 0, 253_402_207_200_000_000, i64::MAX] {
            let day = Moment::from_micros(micros).day();
            assert!((Day::FIRST..=Day::OPEN).contains(&day), "{day}");
        }
    }

    #[test]
    fn a_fixed_clock_is_shared_by_its_clones() {
        let clock = Clock::noon(Day::literal("2026-11-23"));
        let other = clock.clone();
        other.advance(86_400);
        assert_eq!(clock.today(), Day::literal("2026-11-24"));
    }
}
