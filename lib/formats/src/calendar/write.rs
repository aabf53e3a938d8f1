//! Writing calendar files.

use kernel::Moment;

use super::{
    Attendee, CalendarEvent, CalendarFile, Method, Partstat, Party, Status,
    line::{escaped, plain, push, quoted},
};

/// The most characters of a note: calendars cut longer ones.
const NOTE: usize = 4_000;

/// The file, UTF-8, with line ends as RFC 5545 3.1 has them. Whatever the texts hold, they add no line of their own.
#[must_use]
pub fn write_calendar(file: &CalendarFile) -> String {
    let mut out = String::new();
    let mut line = |text: &str| push(&mut out, text);
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID:-//Geflecht//Geflecht//DE");
    line("CALSCALE:GREGORIAN");
    line(&format!("METHOD:{}", file.method.word()));
    if !file.name.is_empty() {
        // The second one is what most programs read.
        line(&format!("NAME:{}", escaped(&file.name)));
        line(&format!("X-WR-CALNAME:{}", escaped(&file.name)));
    }
    if file.hours > 0 {
        line(&format!("REFRESH-INTERVAL;VALUE=DURATION:PT{}H", file.hours));
        line(&format!("X-PUBLISHED-TTL:PT{}H", file.hours));
    }
    for event in &file.events {
        for text in event_lines(event, file.method) {
            line(&text);
        }
    }
    line("END:VCALENDAR");
    out
}

fn event_lines(it: &CalendarEvent, method: Method) -> Vec<String> {
    let mut lines = vec![
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}", plain(&it.uid)),
        format!("SEQUENCE:{}", it.sequence.max(0)),
        format!("DTSTAMP:{}", utc(it.stamp)),
        format!("DTSTART:{}", utc(it.starts)),
        format!("DTEND:{}", utc(it.ends.max(it.starts))),
        format!("SUMMARY:{}", escaped(&it.title)),
    ];
    let note: String = it.note.chars().take(NOTE).collect();
    let texts = [("DESCRIPTION", &note), ("LOCATION", &it.place)];
    lines.extend(
        texts.iter().filter(|(_, text)| !text.is_empty()).map(|(name, text)| format!("{name}:{}", escaped(text))),
    );
    if !it.url.is_empty() {
        lines.push(format!("URL:{}", plain(&it.url)));
    }
    let status = if method == Method::Cancel { Status::Cancelled } else { it.status };
    lines.push(
        match status {
            Status::Tentative => "STATUS:TENTATIVE",
            Status::Confirmed => "STATUS:CONFIRMED",
            Status::Cancelled => "STATUS:CANCELLED",
        }
        .to_owned(),
    );
    if it.private {
        lines.push("CLASS:PRIVATE".to_owned());
    }
    lines.extend(it.organizer.as_ref().map(|who| format!("ORGANIZER{}:mailto:{}", name_of(who), plain(&who.address))));
    lines.extend(it.attendee.as_ref().map(attendee));
    lines.push("END:VEVENT".to_owned());
    lines
}

fn name_of(party: &Party) -> String {
    if party.name.is_empty() { String::new() } else { format!(";CN={}", quoted(&party.name)) }
}

fn attendee(it: &Attendee) -> String {
    let answer = match it.answer {
        Partstat::NeedsAction => "NEEDS-ACTION",
        Partstat::Accepted => "ACCEPTED",
        Partstat::Declined => "DECLINED",
        Partstat::Tentative => "TENTATIVE",
        Partstat::Delegated => "DELEGATED",
    };
    let asked = if it.asked { "TRUE" } else { "FALSE" };
    let name = name_of(&it.party);
    let address = plain(&it.party.address);
    format!("ATTENDEE{name};CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT={answer};RSVP={asked}:mailto:{address}")
}

/// `20261125T090000Z`: a moment in UTC (RFC 5545 3.3.5, form 2), which every calendar shows in its own zone.
fn utc(at: Moment) -> String {
    let seconds = at.micros().div_euclid(1_000_000);
    let (days, of_day) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    let (year, month, day) = civil(days);
    let (hour, minute, second) = (of_day / 3_600, of_day / 60 % 60, of_day % 60);
    format!("{year:04}{month:02}{day:02}T{hour:02}{minute:02}{second:02}Z")
}

/// Year, month and day of a count of days since 1970, in years from March on, so that the leap day is the last one.
fn civil(days: i64) -> (i64, i64, i64) {
    let since = days + 719_468;
    let (era, of_era) = (since.div_euclid(146_097), since.rem_euclid(146_097));
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let shifted = (5 * of_year + 2) / 153;
    let (day, month) = (of_year - (153 * shifted + 2) / 5 + 1, if shifted < 10 { shifted + 3 } else { shifted - 9 });
    (year + era * 400 + i64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Day;

    #[test]
    fn moments_are_written_in_utc() {
        for (day, hour, wanted) in [
            ("2026-11-25", 10, "20261125T090000Z"),
            ("2027-03-28", 10, "20270328T080000Z"),
            ("2028-02-29", 0, "20280228T230000Z"),
            ("1969-12-31", 12, "19691231T110000Z"),
            ("2000-03-01", 1, "20000301T000000Z"),
        ] {
            assert_eq!(utc(Day::literal(day).at(hour, 0)), wanted);
        }
        // Every day of four centuries, against the calendar of the house.
        let mut day = Day::literal("1899-12-31");
        for days in (-25_568..120_000).step_by(97) {
            let (y, m, d) = civil(days);
            let there = Day::literal("1970-01-01").plus_days(i32::try_from(days).unwrap());
            assert_eq!(format!("{y:04}-{m:02}-{d:02}"), there.to_string());
            day = day.max(there);
        }
        assert!(day.year() > 2290);
    }
}
