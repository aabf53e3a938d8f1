//! A calendar day as the drawings need it: comparable, and a place on an axis of years.

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    year: i32,
    month: u8,
    day: u8,
}

const BEFORE: [u16; 12] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

impl Day {
    /// `None` if the calendar has no such day. Month and day count from 1; years 1 to 9999.
    #[must_use]
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let length = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap(year) => 29,
            2 => 28,
            _ => return None,
        };
        ((1..=9999).contains(&year) && (1..=length).contains(&day)).then_some(Self { year, month, day })
    }

    /// Position in years at the start of the day: 1 July 2026 is about 2026.5.
    pub(super) fn years(self) -> f64 {
        f64::from(self.year) + f64::from(self.of_year()) / self.length()
    }

    /// Position in years at the end of the day, because a last day counts whole.
    pub(super) fn years_after(self) -> f64 {
        f64::from(self.year) + (f64::from(self.of_year()) + 1.0) / self.length()
    }

    /// Days of this year before this one.
    fn of_year(self) -> u16 {
        let before = BEFORE.get(usize::from(self.month) - 1).copied().unwrap_or(0);
        before + u16::from(self.day) - 1 + u16::from(self.month > 2 && leap(self.year))
    }

    fn length(self) -> f64 {
        if leap(self.year) { 366.0 } else { 365.0 }
    }
}

fn leap(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_that_exist() {
        assert!(Day::new(2024, 2, 29).is_some() && Day::new(2000, 2, 29).is_some());
        for (year, month, day) in
            [(2023, 2, 29), (1900, 2, 29), (2024, 13, 1), (2024, 0, 1), (2024, 4, 31), (2024, 1, 0), (0, 1, 1)]
        {
            assert_eq!(Day::new(year, month, day), None);
        }
    }

    #[test]
    fn years_run_without_gaps() {
        let day = |y, m, d| Day::new(y, m, d).map(Day::years).unwrap_or_default();
        assert_eq!(day(2024, 1, 1), 2024.0);
        assert!((day(2023, 7, 2) - 2023.4986).abs() < 0.001);
        let last = Day::new(2024, 12, 31).map(Day::years_after).unwrap_or_default();
        assert!((last - 2025.0).abs() < 1e-9);
    }
}
