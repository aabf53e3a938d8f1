//! Her seats with their small timelines, and the days that are near.

use kernel::{Day, Lang, Office, Term, Voice};
use networks::{Capacity, Elsewhere, Hat, SeatIn, SeatKind, SeatState};
use pictures::terms::{BarKind, End, Mini};
use web::Reading;

use super::mine::{Mine, seat_link, short};
use crate::{rules, texts::T};

/// How far ahead a day counts as near: months.
const NEAR_MONTHS: i32 = 24;
/// The most days listed.
const DEADLINES: usize = 6;

/// A pill: class, icon, word.
pub type Pill = (&'static str, &'static str, String);

/// A seat as the page shows it.
pub struct Seat {
    pub title: String,
    pub place: String,
    pub href: String,
    pub hue: i64,
    pub pill: Pill,
    pub bar: String,
}

/// A day that is near.
pub struct Deadline {
    /// For machines.
    pub iso: String,
    pub day: String,
    pub text: String,
}

/// What she is on a seat.
pub fn role(t: T, kind: SeatKind, voice: Voice, office: Option<Office>, label: Option<&str>) -> String {
    label.map_or_else(|| networks::role_alone(t.0, kind, voice, office), str::to_owned)
}

/// Her role on a seat, with the capacity where it is more than sitting.
pub fn hat_role(t: T, hat: &Hat) -> String {
    let role = role(t, hat.seat.kind, hat.seat.voice, hat.seat.office, hat.seat.label.as_deref());
    // For whom she speaks is no other way to sit.
    match networks::capacity_in(t.0, hat.capacity).filter(|_| hat.capacity != Capacity::Representative) {
        Some(capacity) => format!("{role}, {capacity}"),
        None => role,
    }
}

/// The first day after her time on the seat, if one is known.
pub fn end_of(term: &Term, term_end: Option<Day>) -> Option<Day> {
    term_end.or_else(|| (!term.is_open()).then_some(term.until))
}

/// A body's name with its network's, where it is not the network itself.
pub fn place(lang: Lang, hat: &Hat) -> String {
    if hat.body.is_network() {
        short(&hat.network, lang).to_owned()
    } else {
        format!("{}, {}", hat.body.name_in(lang), short(&hat.network, lang))
    }
}

/// Her seats, those that end first in front, those without end after them by network.
pub fn list(r: &Reading<'_>, mine: &Mine) -> Vec<Seat> {
    let mut hats: Vec<&Hat> = mine.hats.iter().collect();
    hats.sort_by_key(|h| end_of(&h.term, h.term_end).unwrap_or(Day::OPEN));
    let own = hats.into_iter().map(|h| seat(r, h));
    own.chain(mine.elsewhere.iter().map(|e| elsewhere(r, e))).collect()
}

/// A seat in a body that is not here, as she noted it.
fn elsewhere(r: &Reading<'_>, noted: &Elsewhere) -> Seat {
    let (v, t, of) = (r.viewer, T(r.viewer.lang), &noted.noted);
    let last = (!of.term.is_open()).then(|| of.term.until.previous());
    let (title, place) = if of.role.is_empty() {
        (of.body.clone(), t.elsewhere_place().to_owned())
    } else {
        (of.role.clone(), format!("{}, {}", of.body, t.elsewhere_place()))
    };
    let pill: Pill = match last {
        Some(last) if of.term.until <= networks::soon_after(v.today) => {
            ("ends", "clock", i18n::left(v.lang, v.today, last))
        }
        Some(last) => ("", "", t.until(i18n::month_year(v.lang, last))),
        None => ("", "", t.open_ended().to_owned()),
    };
    let href = v.link(&networks::paths::ElsewhereEdit { seat: noted.id });
    Seat { title, place, href, hue: 0, pill, bar: String::new() }
}

fn seat(r: &Reading<'_>, hat: &Hat) -> Seat {
    let (v, t) = (r.viewer, T(r.viewer.lang));
    let end = end_of(&hat.term, hat.term_end);
    let passes = hat.seat.kind == SeatKind::Post && hat.capacity == Capacity::Holder;
    let mut place = place(v.lang, hat);
    if passes {
        place = format!("{place}, {}", t.passes_on());
    }
    let pill: Pill = match (hat.state, end) {
        (SeatState::CarriesOver, _) => ("carries", "transfer", t.carries_over().to_owned()),
        (SeatState::Suspended, _) => ("w1", "lock", t.suspended().to_owned()),
        (SeatState::EndsSoon, Some(end)) => ("ends", "clock", i18n::left(v.lang, v.today, end.previous())),
        (_, Some(end)) => ("", "", t.until(i18n::month_year(v.lang, end.previous()))),
        (_, None) => ("", "", t.open_ended().to_owned()),
    };
    let kind = if hat.capacity == Capacity::Acting { BarKind::Acting } else { BarKind::Held };
    Seat {
        title: hat_role(t, hat),
        place,
        href: seat_link(r, hat.seat.id),
        hue: hat.network.hue,
        pill,
        bar: bar(r, hat, end, kind),
    }
}

fn bar(r: &Reading<'_>, hat: &Hat, end: Option<Day>, kind: BarKind) -> String {
    let (v, t) = (r.viewer, T(r.viewer.lang));
    let (from, to) = rules::axis(v.today);
    let last = end.map(Day::previous);
    let label = match last {
        Some(last) => t.bar(i18n::day_medium(v.lang, hat.term.from), i18n::day_medium(v.lang, last)),
        None => t.bar_open(i18n::day_medium(v.lang, hat.term.from)),
    };
    // A day no calendar of the picture knows leaves the bar out; the words beside it say the same.
    let mini = || {
        Some(Mini {
            from: drawn(hat.term.from)?,
            end: last.map_or(Some(End::Open), |d| drawn(d).map(End::On))?,
            kind,
            axis_from: drawn(from)?,
            axis_to: drawn(to)?,
            today: drawn(v.today)?,
            label,
        })
    };
    mini().map(|m| pictures::terms::mini(&m)).unwrap_or_default()
}

fn drawn(day: Day) -> Option<pictures::terms::Day> {
    let date = day.date();
    pictures::terms::Day::new(i32::from(date.year()), date.month().unsigned_abs(), date.day().unsigned_abs())
}

/// The ends of terms within two years: her own one by one, those in her care one per body and day.
pub fn deadlines(r: &Reading<'_>, mine: &Mine) -> Vec<Deadline> {
    let (v, t) = (r.viewer, T(r.viewer.lang));
    let near = v.today.plus_months(NEAR_MONTHS);
    let mut days: Vec<(Day, String)> = Vec::new();
    for hat in &mine.hats {
        if let Some(last) = end_of(&hat.term, hat.term_end).map(Day::previous).filter(|d| *d >= v.today && *d <= near) {
            days.push((last, t.deadline_own(hat_role(t, hat), hat.body.short())));
        }
    }
    let own: Vec<i64> = mine.hats.iter().map(|h| h.seat.id.raw()).collect();
    let ends: Vec<(Day, &SeatIn)> = mine
        .ending
        .iter()
        .filter(|s| !own.contains(&s.seat.id.raw()))
        .filter_map(|s| Some((end_of(&s.seat.held.as_ref()?.term, s.seat.held.as_ref()?.term_end)?.previous(), s)))
        .filter(|(day, _)| *day >= v.today)
        .collect();
    for group in rules::by_body(ends, |(day, s)| s.body.id.raw() ^ (i64::from(day.days_since(v.today)) << 40)) {
        if let Some((day, first)) = group.first() {
            days.push((*day, t.deadline_kept(group.len(), first.body.name_in(v.lang))));
        }
    }
    days.sort();
    days.into_iter()
        .take(DEADLINES)
        .map(|(day, text)| Deadline { iso: day.to_string(), day: i18n::day_short(v.lang, day, v.today), text })
        .collect()
}
