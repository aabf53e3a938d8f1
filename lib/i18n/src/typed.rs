//! Days and times as people type them: in digits, and as the program itself prints them, in both languages.

use kernel::{Day, DayError, Lang, Reason};

use crate::{day_medium, days, fold, weekday};

/// Why a text is not a day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoDay {
    /// It is not written like one.
    Form,
    /// The calendar has no such day.
    Impossible,
    /// That day is another day of the week than was written beside it.
    Weekday(Day),
}

impl From<DayError> for NoDay {
    fn from(why: DayError) -> Self {
        match why {
            DayError::Form => Self::Form,
            DayError::Impossible => Self::Impossible,
        }
    }
}

impl NoDay {
    /// The sentence for whoever typed it.
    #[must_use]
    pub fn reason(self) -> Reason {
        match self {
            Self::Form => Reason::new(
                "Schreiben Sie den Tag so: 23.11.2026 oder 23. November 2026.",
                "Write the day like this: 23.11.2026 or 23 November 2026.",
            ),
            Self::Impossible => Reason::new("Diesen Tag gibt es im Kalender nicht.", "The calendar has no such day."),
            Self::Weekday(day) => {
                let said = |lang| (day_medium(lang, day), weekday(lang, day));
                let ((de, de_name), (en, en_name)) = (said(Lang::De), said(Lang::En));
                Reason::new(
                    format!("Der {de} ist ein {de_name}. Bitte prüfen Sie Tag und Wochentag."),
                    format!("{en} is a {en_name}. Please check day and weekday."),
                )
            }
        }
    }
}

/// A day: `2027-04-13`, `13.4.2027`, `13. April 2027`, `Di, 13. April 2027`, `Tuesday, 13 April 2027`. Without a year it lies
/// in that of `today`, as days are printed.
///
/// # Errors
/// Why it is none.
pub fn read_day(text: &str, today: Day) -> Result<Day, NoDay> {
    // What forms send most.
    match text.parse::<Day>() {
        Ok(day) => return Ok(day),
        Err(DayError::Impossible) => return Err(NoDay::Impossible),
        Err(DayError::Form) => {}
    }
    // Longer than any day; what was typed may be a whole page.
    if text.len() > 60 {
        return Err(NoDay::Form);
    }
    let folded = fold(text);
    let (name, rest) = days::split_weekday(&folded);
    let day = match rest.parse::<Day>() {
        Ok(day) => day,
        Err(DayError::Impossible) => return Err(NoDay::Impossible),
        Err(DayError::Form) => in_words(rest, today)?,
    };
    let right = name.is_none_or(|name| name == day.date().weekday().to_monday_zero_offset());
    if right { Ok(day) } else { Err(NoDay::Weekday(day)) }
}

/// `13. april 2027`, `13 apr`.
fn in_words(folded: &str, today: Day) -> Result<Day, NoDay> {
    let number = |part: &str, most: usize| -> Option<i16> {
        let plain = part.len() <= most && part.bytes().all(|b| b.is_ascii_digit());
        plain.then(|| part.parse().ok()).flatten()
    };
    let mut parts = folded.split([' ', '.', ',']).filter(|part| !part.is_empty());
    let (day, month, year) = (parts.next(), parts.next(), parts.next());
    let day = day.and_then(|part| number(part, 2)).and_then(|n| i8::try_from(n).ok());
    let month = month.and_then(days::month_of);
    let year = year.map_or(Some(today.year()), |part| number(part, 4).filter(|_| part.len() == 4));
    match (day, month, year, parts.next()) {
        (Some(day), Some(month), Some(year), None) => Day::new(year, month, day).ok_or(NoDay::Impossible),
        _ => Err(NoDay::Form),
    }
}

/// A time of day: `14:30`, `14.30`, `14`, `14:30 Uhr`, `2 pm`, `9:30 am`, `noon`, `midnight`.
#[must_use]
pub fn read_time(text: &str) -> Option<(i8, i8)> {
    let folded = fold(text);
    match folded.as_str() {
        "noon" => return Some((12, 0)),
        "midnight" => return Some((0, 0)),
        _ => {}
    }
    let ending = |word: &str| folded.strip_suffix(word).map(str::trim_end);
    let half = [("am", 0), ("pm", 12)].into_iter().find_map(|(word, more)| Some((ending(word)?, more)));
    let (digits, half) = match half {
        Some((digits, more)) => (digits, Some(more)),
        None => (ending("uhr").unwrap_or(&folded), None),
    };
    let (hour, minute) = digits.split_once([':', '.']).unwrap_or((digits, "00"));
    let read = |part: &str, lengths: &[usize]| -> Option<i8> {
        let plain = lengths.contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        plain.then(|| part.parse().ok()).flatten()
    };
    let (hour, minute) = (read(hour, &[1, 2])?, read(minute, &[2])?);
    let hour = match half {
        Some(more) => (1..=12).contains(&hour).then_some(hour % 12 + more)?,
        None => hour,
    };
    ((0..24).contains(&hour) && (0..60).contains(&minute)).then_some((hour, minute))
}

/// A day with or without a time behind it: `13.4.2027`, `13.4.2027 14:00`, `Di, 13. April 2027, 14 Uhr`.
///
/// # Errors
/// Why it is none; what stands behind a day and is no time makes it none.
pub fn read_moment(text: &str, today: Day) -> Result<(Day, Option<(i8, i8)>), NoDay> {
    let text = text.trim();
    let whole = match read_day(text, today) {
        Ok(day) => return Ok((day, None)),
        Err(why) => why,
    };
    // The time is the last word, or the last two: `6 pm`, `14 Uhr`.
    let breaks = text.rmatch_indices(|c: char| c.is_whitespace() || c == ',').take(3);
    let mut found = whole;
    for (at, _) in breaks {
        let (day, time) = text.split_at(at);
        let Some(time) = read_time(time.trim_start_matches(',')) else { continue };
        match read_day(day.trim_end_matches([',', ' ', '\t']), today) {
            Ok(day) => return Ok((day, Some(time))),
            // What is wrong with the day says more than that the whole is none.
            Err(NoDay::Form) => {}
            Err(why) => found = why,
        }
    }
    Err(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{day_long, day_numeric, day_short, moment_long, moment_short, time};

    const BOTH: [Lang; 2] = [Lang::De, Lang::En];

    #[test]
    fn every_day_and_moment_the_program_prints_is_read_back() {
        let today = Day::literal("2027-06-01");
        for n in 0..800 {
            let day = Day::literal("2026-11-23").plus_days(n);
            for lang in BOTH {
                for said in
                    [day_long(lang, day), day_medium(lang, day), day_short(lang, day, today), day_numeric(lang, day)]
                {
                    assert_eq!(read_day(&said, today), Ok(day), "{said}");
                    assert_eq!(read_moment(&said, today), Ok((day, None)), "{said}");
                }
                let (hour, minute) = (i8::try_from(n % 24).unwrap(), i8::try_from(n % 4 * 15).unwrap());
                let at = day.at(hour, minute);
                // The hour the clock skips is said as the moment after it.
                let local = at.local();
                for said in [moment_long(lang, at), moment_short(lang, at, today)] {
                    let wanted = (day, Some((local.hour(), local.minute())));
                    assert_eq!(read_moment(&said, today), Ok(wanted), "{said}");
                }
            }
        }
        for lang in BOTH {
            for minute in 0..24 * 60 {
                let (hour, minute) = (i8::try_from(minute / 60).unwrap(), i8::try_from(minute % 60).unwrap());
                assert_eq!(read_time(&time(lang, hour, minute)), Some((hour, minute)));
            }
        }
    }

    #[test]
    fn days_are_read_however_they_are_typed() {
        let today = Day::literal("2026-11-23");
        for text in [
            "2027-04-13",
            "13.4.2027",
            "13. 4. 2027",
            "Di, 13. April 2027",
            "di 13.04.2027",
            "Dienstag, 13. April 2027",
            "DIENSTAG 13 APRIL 2027",
            "13. Apr. 2027",
            "13.April 2027",
            "Tue, 13 Apr 2027",
            "Tuesday, 13 April 2027",
            " 13 april 2027 ",
        ] {
            assert_eq!(read_day(text, today), Ok(Day::literal("2027-04-13")), "{text}");
        }
        for (text, day) in [("Mo, 23. Nov.", "2026-11-23"), ("1. März", "2026-03-01"), ("Sun, 1 Mar", "2026-03-01")] {
            assert_eq!(read_day(text, today), Ok(Day::literal(day)), "{text}");
        }
        assert_eq!(read_day("Mi, 13. April 2027", today), Err(NoDay::Weekday(Day::literal("2027-04-13"))));
        let reason = NoDay::Weekday(Day::literal("2027-04-13")).reason();
        assert_eq!(reason.de, "Der 13. April 2027 ist ein Dienstag. Bitte prüfen Sie Tag und Wochentag.");
        for text in ["30. Februar 2027", "Di, 31.4.2027", "0. Mai 2027", "99. Mai"] {
            assert_eq!(read_day(text, today), Err(NoDay::Impossible), "{text}");
        }
        for text in
            ["", "Di", "April 2027", "13. Ma 2027", "13. April 27", "13. April 2027 x", "Dix, 13.4.2027", "morgen"]
        {
            assert_eq!(read_day(text, today), Err(NoDay::Form), "{text}");
        }
        assert_eq!(read_day(&"13. April 2027 ".repeat(5_000), today), Err(NoDay::Form));
    }

    #[test]
    fn times_stand_behind_days_or_alone() {
        let today = Day::literal("2026-11-23");
        let day = Day::literal("2027-04-13");
        for (text, time) in [
            ("13.4.2027 14:00", (14, 0)),
            ("13.4.2027\t14.30", (14, 30)),
            ("13.4.2027, 14 Uhr", (14, 0)),
            ("Di, 13. April 2027, 9:05 Uhr", (9, 5)),
            ("2027-04-13 8", (8, 0)),
            ("Tue, 13 Apr 2027, 6 pm", (18, 0)),
            ("13 April 2027 12:15 am", (0, 15)),
            ("13 April 2027, noon", (12, 0)),
        ] {
            assert_eq!(read_moment(text, today), Ok((day, Some(time))), "{text}");
        }
        for text in ["13.4.2027 25:00", "13.4.2027 14:60", "13.4.2027 bald", "14:00", "13.4.2027 14:00 bis 16:00"] {
            assert_eq!(read_moment(text, today), Err(NoDay::Form), "{text}");
        }
        assert_eq!(read_moment("31.4.2027 14:00", today), Err(NoDay::Impossible));
        assert_eq!(read_moment("Mi, 13. April 2027, 14 Uhr", today), Err(NoDay::Weekday(day)));
        for text in ["", "24:00", "-1:00", "+1:00", "1:5", "13 pm", "0 am", "99999999999", "14:30:00"] {
            assert_eq!(read_time(text), None, "{text}");
        }
    }
}
