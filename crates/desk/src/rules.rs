//! What the start page decides: how to greet, how far the axis reaches, what comes first. Pure.

use kernel::{Day, Moment};

/// How somebody is greeted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Greeting {
    /// Until eleven.
    Morning,
    /// Until six in the evening.
    Day,
    /// After that and at night.
    Evening,
}

/// The greeting of a moment in German local time.
#[must_use]
pub fn greeting(now: Moment) -> Greeting {
    match now.local().hour() {
        4..=10 => Greeting::Morning,
        11..=17 => Greeting::Day,
        _ => Greeting::Evening,
    }
}

/// The years of the small timelines: three before today's, three after, the same for all so that they compare.
#[must_use]
pub fn axis(today: Day) -> (Day, Day) {
    let year = today.year();
    let first = Day::new(year.saturating_sub(3).max(1), 1, 1).unwrap_or(today);
    let last = Day::new(year.saturating_add(3).min(9999), 12, 31).unwrap_or(today);
    (first, last)
}

/// How urgent something is that waits.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Urgency {
    /// Somebody waits for her answer.
    Answer,
    /// Somebody accepted a seat and waits for her confirmation.
    Confirm,
    /// A task of hers is due.
    Due,
    /// Seats in her care still have a holder who lost the post they hang on.
    Handover,
    /// She stands in for somebody now.
    Duty,
    /// A seat of her own ends.
    Own,
    /// Seats in her care end.
    Ending,
    /// Seats in her care are vacant.
    Vacant,
}

impl Urgency {
    /// What stands first: answers and tasks have a last day and stand together, so that the nearest one leads.
    #[must_use]
    pub const fn rank(self) -> u8 {
        match self {
            Self::Answer | Self::Due => 0,
            Self::Confirm => 1,
            Self::Handover => 2,
            Self::Duty => 3,
            Self::Own => 4,
            Self::Ending => 5,
            Self::Vacant => 6,
        }
    }
}

/// Gathers all of one body into one group, wherever in the list they stand; groups in the order of their first.
#[must_use]
pub fn by_body<T>(all: Vec<T>, body: impl Fn(&T) -> i64) -> Vec<Vec<T>> {
    let mut groups: Vec<Vec<T>> = Vec::new();
    for one in all {
        match groups.iter_mut().find(|g| g.first().is_some_and(|f| body(f) == body(&one))) {
            Some(group) => group.push(one),
            None => groups.push(vec![one]),
        }
    }
    groups
}

/// The first sentence of a text, or its first words where it has none: at most `most` letters.
#[must_use]
pub fn beginning(text: &str, most: usize) -> String {
    let line = text.lines().find(|l| !l.trim().is_empty()).unwrap_or_default().trim();
    let sentence = line.match_indices(". ").map(|(at, _)| &line[..=at]).next().unwrap_or(line);
    if sentence.chars().count() <= most {
        return sentence.to_owned();
    }
    let cut: String = sentence.chars().take(most).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words);
    format!("{} …", whole.trim_end_matches([',', ';', ':', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_greeting_follows_the_german_clock_in_summer_and_winter() {
        for day in ["2026-07-01", "2026-11-23"] {
            let at = |hour| greeting(Day::literal(day).at(hour, 0));
            assert_eq!((at(4), at(10)), (Greeting::Morning, Greeting::Morning), "{day}");
            assert_eq!((at(11), at(17)), (Greeting::Day, Greeting::Day), "{day}");
            assert_eq!((at(18), at(0), at(3)), (Greeting::Evening, Greeting::Evening, Greeting::Evening), "{day}");
        }
    }

    #[test]
    fn the_axis_has_today_in_its_middle_year() {
        let (from, to) = axis(Day::literal("2026-11-23"));
        assert_eq!((from.to_string(), to.to_string()), ("2023-01-01".to_owned(), "2029-12-31".to_owned()));
        let (from, to) = axis(Day::literal("0001-05-01"));
        assert!(from < to);
    }

    #[test]
    fn entries_of_one_body_are_one_entry() {
        let groups = by_body(vec![(1, 'a'), (2, 'b'), (1, 'c')], |x| x.0);
        assert_eq!(groups, [vec![(1, 'a'), (1, 'c')], vec![(2, 'b')]]);
    }

    #[test]
    fn a_text_is_cut_after_its_first_sentence_or_between_words() {
        assert_eq!(beginning("Wir treffen uns. Immer wieder.", 80), "Wir treffen uns.");
        assert_eq!(beginning("\n  Ein Satz ohne Punkt\nzweite Zeile", 80), "Ein Satz ohne Punkt");
        assert_eq!(beginning("Gleichstellung, Vernetzung und vieles mehr", 24), "Gleichstellung …");
        assert_eq!(beginning("", 24), "");
        assert!(beginning(&"ä".repeat(200), 10).chars().count() <= 12);
    }
}
