//! The terms of a body as a picture: one line per seat, one bar per holder.

use kernel::{Day, Id, Result, Term};
use pictures::{
    About, Picture,
    terms::{Bar, BarKind, TermRow, Terms, draw},
};
use web::Reading;

use super::{
    shared::{face, seat_titles},
    spans::{Sat, Span, drawn, key, last, spans, state},
};
use crate::{
    Body, Names, Seat, SeatKind,
    paths::SeatPage,
    rules::Place,
    store::overview::{HeldSeat, Stretch, list_stretches},
    words::T,
};

/// The most seats a timeline shows; larger bodies show their offices only.
const SEATS: usize = 24;
/// How many years back a timeline reaches at most.
const YEARS: i32 = 12;

/// Draws the terms of a body; `None` where no seat has a term or an office. Two statements.
///
/// # Errors
/// When the database cannot be read.
pub fn timeline(r: &Reading<'_>, body: &Body, seats: &[&HeldSeat], id: &str) -> Result<Option<Picture>> {
    let timed = |s: &&&HeldSeat| {
        s.office.is_some()
            || matches!(s.kind, SeatKind::Elected | SeatKind::Delegated)
            || s.held.as_ref().is_some_and(|h| h.term_end.is_some())
    };
    let mut shown: Vec<&HeldSeat> = seats.iter().filter(timed).copied().collect();
    if shown.len() > SEATS {
        shown.retain(|s| s.office.is_some());
        shown.truncate(SEATS);
    }
    shown.sort_by_key(|s| (s.office.is_none(), s.office, s.number));
    if shown.is_empty() {
        return Ok(None);
    }
    let mut all = list_stretches(r.conn, &r.viewer.actor, body.id)?;
    // On a day of the past nobody knew who would come.
    all.retain(|s| !r.viewer.is_past() || s.from <= r.viewer.stand);
    let names = Names::load(r.conn, &r.viewer.actor, all.iter().filter_map(|s| s.person))?;
    let made = Made { r, t: T(r.viewer.lang), body, names, all };
    Ok(made.draw(&shown, id))
}

struct Made<'a> {
    r: &'a Reading<'a>,
    t: T,
    body: &'a Body,
    names: Names<'a>,
    all: Vec<Stretch>,
}

impl Made<'_> {
    fn draw(&self, shown: &[&HeldSeat], id: &str) -> Option<Picture> {
        let (t, lang, stand) = (self.t, self.r.viewer.lang, self.r.viewer.stand);
        let of = |seat: Id<Seat>| self.all.iter().filter(move |s| s.seat == seat);
        let year = i32::from(stand.year());
        let first =
            shown.iter().flat_map(|s| of(s.id)).map(|s| i32::from(s.from.year())).min()?.clamp(year - YEARS, year);
        let ends = shown.iter().flat_map(|s| of(s.id)).flat_map(|s| self.spans(s)).map(|s| s.term.until);
        let ends = ends.filter(|until| !until.is_open()).map(|until| i32::from(until.year()));
        let end = ends.max().unwrap_or(year).clamp(year + 1, year + 6);
        let titles = seat_titles(t, shown);
        let titled = |s: &HeldSeat| titles.get(&s.id).cloned().unwrap_or_default();
        let rows: Vec<TermRow> = shown
            .iter()
            .map(|s| self.row(s, titled(s), &of(s.id).collect::<Vec<_>>()))
            .filter(|row| !row.bars.is_empty())
            .collect();
        let name = self.body.name_in(lang);
        let about = About {
            id: id.to_owned(),
            title: t.terms_title(name),
            description: t.terms_says(rows.len()),
            table_caption: t.terms_title(name),
            table_head: [t.terms_seat(), t.terms_who(), t.terms_period(), t.terms_state()].map(str::to_owned).to_vec(),
        };
        let today_label =
            if self.r.viewer.is_past() { i18n::day_numeric(lang, stand) } else { t.terms_today().to_owned() };
        Some(draw(&Terms {
            about,
            from_year: first.min(end - 2),
            to_year: end,
            today: drawn(stand)?,
            today_label,
            words: key(t),
            rows,
        }))
    }

    fn row(&self, seat: &HeldSeat, label: String, of: &[&Stretch]) -> TermRow {
        let r = self.r;
        let mut bars: Vec<Bar> = of.iter().flat_map(|s| self.bars(s)).collect();
        bars.extend(self.gap(of));
        TermRow {
            label,
            sublabel: String::new(),
            hue: u8::try_from(self.body.hue).unwrap_or(1),
            href: Some(r.viewer.link_then(&SeatPage { seat: seat.id })),
            bars,
        }
    }

    fn bars(&self, s: &Stretch) -> Vec<Bar> {
        let (t, r, lang, stand) = (self.t, self.r, self.r.viewer.lang, self.r.viewer.stand);
        let who = s.person.and_then(|p| self.names.in_place(p, &Place::from(self.body)));
        let holder = match (&who, &s.organisation) {
            (None, Some(organisation)) => organisation.clone(),
            (None, None) => t.terms_someone().to_owned(),
            (Some(who), _) => who.name.full(),
        };
        let sits_now = s.from <= stand && stand < s.until;
        let href = who.filter(|_| sits_now).and_then(|w| face(r, Some(&w), false).href);
        let bar = |span: Span| {
            Some(Bar {
                from: drawn(span.term.from)?,
                end: last(span.term.until),
                kind: span.kind,
                holder: holder.clone(),
                period: i18n::term(lang, &span.term, r.viewer.today),
                state: state(lang, &span, stand),
                href: href.clone(),
            })
        };
        self.spans(s).into_iter().filter_map(bar).collect()
    }

    fn spans(&self, s: &Stretch) -> Vec<Span> {
        let term = Term { from: s.from, until: s.until };
        let sat = Sat { term, term_end: s.term_end, acting: s.acting, rests: s.rests };
        spans(&sat, self.r.viewer.stand, self.r.viewer.is_past())
    }

    /// Nobody sits there on the day looked at: since the last one left.
    fn gap(&self, of: &[&Stretch]) -> Option<Bar> {
        let stand = self.r.viewer.stand;
        if of.iter().any(|s| s.from <= stand && stand < s.until) {
            return None;
        }
        let since = of.iter().map(|s| s.until).filter(|until| *until <= stand).max()?;
        let next = of.iter().map(|s| s.from).filter(|from| *from > stand).min().unwrap_or(Day::OPEN);
        Some(Bar {
            from: drawn(since)?,
            end: last(next),
            kind: BarKind::Vacant,
            holder: self.t.terms_vacant().to_owned(),
            period: i18n::term(self.r.viewer.lang, &kernel::Term { from: since, until: next }, self.r.viewer.today),
            state: self.t.terms_vacant().to_owned(),
            href: None,
        })
    }
}
