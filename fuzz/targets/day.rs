//! Days as people type them, and what is reckoned with them.
#![no_main]

use kernel::{Day, Lang, Moment, Term};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|given: (i32, i64, &str, &str)| {
    let (step, micros, text, other) = given;
    typed(text);
    let moment = Moment::from_micros(micros);
    assert!((Day::FIRST..=Day::OPEN).contains(&moment.day()));
    let _ = (moment.seconds_since(Moment::from_micros(i64::from(step))), i18n::moment_long(Lang::De, moment));
    let Ok(day) = text.parse::<Day>() else { return };
    assert_eq!(day.to_string().parse(), Ok(day), "what is written reads back");
    assert!((1..=9999).contains(&day.year()));
    let (later, month) = (day.plus_days(step), day.plus_months(step));
    assert!(step < 0 || (later >= day && month >= day));
    assert!(step > 0 || (later <= day && month <= day));
    assert!(day.is_open() || day.next().previous() == day);
    let _ = (day.at(step as i8, step as i8), i18n::day_long(Lang::De, day), i18n::day_short(Lang::En, day, later));
    let Ok(other) = other.parse::<Day>() else { return };
    assert_eq!(day.plus_days(other.days_since(day)), other);
    let _ = (other.months_since(day), i18n::since(Lang::De, day, other), i18n::left(Lang::En, day, other));
    if let Some(term) = Term::new(day, other) {
        assert!(term.contains(day) && !term.contains(other) && term.overlaps(&term));
        let _ = i18n::term(Lang::De, &term, later);
    }
});

/// What people type is a day, a day with a time, or refused with a sentence; and what is printed of it reads back.
fn typed(text: &str) {
    let today = Day::literal("2026-11-23");
    if let Err(why) = i18n::read_day(text, today) {
        assert!(!why.reason().de.is_empty());
    }
    if let Some((hour, minute)) = i18n::read_time(text) {
        assert!((0..24).contains(&hour) && (0..60).contains(&minute));
    }
    if let Ok((day, _)) = i18n::read_moment(text, today) {
        for lang in [Lang::De, Lang::En] {
            // Years before 1000 are printed with fewer digits than are typed.
            assert!(day.year() < 1000 || day.is_open() || i18n::read_day(&i18n::day_long(lang, day), today) == Ok(day));
        }
    }
}
