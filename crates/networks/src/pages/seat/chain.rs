//! Who sat on a seat through the years, with the times when nobody did.

use kernel::{Day, Id, Lang, Term};
use people::{Grain, Organisation};
use pictures::{
    About,
    terms::{self, Bar, BarKind, TermRow, Terms},
};
use web::Reading;

use super::super::{
    persons::day_in_grain,
    shared::{capacity_word, face, seat_title},
    spans::{Sat, Span, drawn, key, last, spans, state},
};
use crate::{Body, Capacity, EndReason, Period, Seat, paths::OrganisationPage, words::T};

/// How many years back the picture reaches at most.
const YEARS: i32 = 14;

/// One entry: somebody for a time, or nobody.
pub struct Step {
    /// Her name, or that the seat was vacant.
    pub name: String,
    /// Her page.
    pub href: Option<String>,
    /// From when to when, in words.
    pub when: String,
    /// Through what and how it ended.
    pub more: Vec<String>,
    /// The organisation, where it is told.
    pub organisation: Option<(String, Option<String>)>,
    /// Whether it is so on the day looked at.
    pub now: bool,
    /// Whether nobody sat there.
    pub vacant: bool,
    sat: Sat,
}

impl Step {
    /// Its first day.
    pub const fn since(&self) -> Day {
        self.sat.term.from
    }
}

/// The days of `whole` that none of the terms covers.
pub fn gaps(whole: Term, covered: &[Term]) -> Vec<Term> {
    let mut terms: Vec<&Term> = covered.iter().filter(|t| t.overlaps(&whole)).collect();
    terms.sort_by_key(|t| t.from);
    let (mut found, mut at) = (Vec::new(), whole.from);
    for term in terms {
        found.extend(Term::new(at, term.from));
        at = at.max(term.until);
    }
    found.extend(Term::new(at, whole.until));
    found
}

/// Everything up to the day looked at, the latest first.
/// `known` are the organisations whose pages the reader may see.
pub fn steps(r: &Reading<'_>, seat: &Seat, body: &Body, history: &[Period], known: &[Id<Organisation>]) -> Vec<Step> {
    let v = r.viewer;
    let told = |p: &&Period| p.capacity.is_some() && (!v.is_past() || p.sat.from <= v.stand);
    let held: Vec<&Period> = history.iter().filter(told).collect();
    // Vacancies of the time to come are nobody's business yet.
    let until = seat.term.until.min(v.stand.next());
    // What was before the first who is known is not known to have been vacant.
    let from = held.iter().map(|p| p.sat.from).min().unwrap_or(seat.term.from);
    let empty = Term::new(from, until)
        .map(|whole| gaps(whole, &held.iter().map(|p| p.sat).collect::<Vec<_>>()))
        .unwrap_or_default();
    let mut all: Vec<Step> =
        held.iter().map(|p| somebody(r, body, p, known)).chain(empty.iter().map(|t| nobody(r, seat, *t))).collect();
    all.sort_by_key(|s| std::cmp::Reverse((s.sat.term.from, s.sat.term.until)));
    all
}

fn somebody(r: &Reading<'_>, body: &Body, p: &Period, known: &[Id<Organisation>]) -> Step {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let face = face(r, p.who.as_ref(), body.sensitive);
    let now = p.sat.contains(v.stand);
    let mut more: Vec<String> = p.capacity.and_then(|c| capacity_word(t, c)).map(str::to_owned).into_iter().collect();
    more.extend(p.post.as_ref().map(|(_, title)| title.clone()));
    if let Some(end) = p.term_end.filter(|_| now) {
        let day = i18n::day_medium(v.lang, end.previous());
        more.push(if p.basis == crate::Basis::Delegation {
            t.seatpage_sent_until(day)
        } else {
            t.seatpage_elected_until(day)
        });
    }
    // Why the mandate ended is told of those who had it to the end.
    more.extend(p.end_reason.filter(|_| !now && p.sat.until <= v.stand).map(|reason| end_word(t, reason).to_owned()));
    Step {
        name: face.name,
        // Who sits nowhere any more may have no page for this reader; her name here is a fact of the seat.
        href: face.href.filter(|_| now),
        when: when(v.lang, &p.sat, p, v.stand),
        more,
        organisation: p.organisation.as_ref().map(|(id, name)| {
            (name.clone(), known.contains(id).then(|| v.link_then(&OrganisationPage { organisation: *id })))
        }),
        now,
        vacant: false,
        sat: Sat { term: p.sat, term_end: p.term_end, acting: p.capacity == Some(Capacity::Acting), rests: p.rests },
    }
}

fn nobody(r: &Reading<'_>, seat: &Seat, term: Term) -> Step {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let now = term.contains(v.stand) && seat.term.contains(v.stand);
    let open = if now { Term::since(term.from) } else { term };
    Step {
        name: t.seatpage_vacancy().to_owned(),
        href: None,
        when: i18n::term(v.lang, &open, v.stand),
        more: Vec::new(),
        organisation: None,
        now,
        vacant: true,
        sat: Sat { term: open, term_end: None, acting: false, rests: false },
    }
}

fn when(lang: Lang, sat: &Term, p: &Period, today: Day) -> String {
    if p.grain == Grain::Day {
        return i18n::term(lang, sat, today);
    }
    let t = T(lang);
    let from = day_in_grain(lang, sat.from, p.grain);
    match sat.last_day() {
        Some(last) => t.people_from_to(from, day_in_grain(lang, last, p.grain)),
        None => t.people_since(from),
    }
}

/// The word for why an occupancy ended.
pub const fn end_word(t: T, reason: EndReason) -> &'static str {
    match reason {
        EndReason::Term => t.ended_term(),
        EndReason::Resignation => t.ended_resignation(),
        EndReason::Eligibility => t.ended_eligibility(),
        EndReason::Removal => t.ended_removal(),
        EndReason::Recall => t.ended_recall(),
        EndReason::Exit => t.ended_exit(),
        EndReason::Merger => t.ended_merger(),
        EndReason::Death => t.ended_death(),
        EndReason::Abolished => t.ended_abolished(),
    }
}

/// The bars of an entry.
fn bars(step: &Step, stand: Day, past: bool) -> Vec<Span> {
    if step.vacant {
        return vec![Span { term: step.sat.term, kind: BarKind::Vacant, elected: false }];
    }
    spans(&step.sat, stand, past)
}

/// How a bar stands, and through what it came or ended.
fn said(lang: Lang, step: &Step, span: &Span, stand: Day) -> String {
    let first = state(lang, span, stand);
    // What is told of the term says nothing about the time after it.
    let more = step.more.iter().filter(|more| span.kind != BarKind::Carries && **more != first);
    std::iter::once(&first).chain(more).map(String::as_str).collect::<Vec<_>>().join(", ")
}

/// The chain as a picture; none for a chain of one.
pub fn picture(r: &Reading<'_>, seat: &Seat, body: &Body, hue: i64, steps: &[Step]) -> Option<String> {
    let (t, lang, stand) = (T(r.viewer.lang), r.viewer.lang, r.viewer.stand);
    let year = i32::from(stand.year());
    let first = steps
        .iter()
        .map(|s| i32::from(s.sat.term.from.year()))
        .min()
        .filter(|_| steps.len() > 1)?
        .clamp(year - YEARS, year);
    let bars: Vec<(&Step, Span)> =
        steps.iter().flat_map(|s| bars(s, stand, r.viewer.is_past()).into_iter().map(move |span| (s, span))).collect();
    let ends = bars.iter().map(|(_, span)| span.term.until).filter(|until| !until.is_open());
    let to_year = ends.map(|until| i32::from(until.year())).max().unwrap_or(year).clamp(year + 1, year + 6);
    let bar = |(s, span): &(&Step, Span)| {
        let whole = span.term == s.sat.term;
        Some(Bar {
            from: drawn(span.term.from)?,
            end: last(span.term.until),
            kind: span.kind,
            holder: s.name.clone(),
            // Words as exact as the record, where the bar is all of it.
            period: if whole { s.when.clone() } else { i18n::term(lang, &span.term, r.viewer.today) },
            state: said(lang, s, span, stand),
            href: s.href.clone(),
        })
    };
    let title = seat_title(t, seat.number, seat.label.as_deref(), seat.office);
    let held = steps.iter().filter(|s| !s.vacant).count();
    let on = i18n::day_medium(lang, stand);
    let now = match steps.iter().find(|s| s.now) {
        Some(s) if !s.vacant => t.seatpage_picture_now(&on, &s.name),
        _ => t.seatpage_picture_vacant(&on),
    };
    let about = About {
        id: "amtszeiten".to_owned(),
        title: t.seatpage_picture_title(&title, body.name_in(lang)),
        description: t.seatpage_picture_text(held, now),
        table_caption: t.seatpage_picture_table().to_owned(),
        table_head: [t.seatpage_seat(), t.seatpage_who(), t.people_term(), t.people_state()]
            .map(str::to_owned)
            .to_vec(),
    };
    let row = TermRow {
        label: title,
        sublabel: String::new(),
        hue: u8::try_from(hue).unwrap_or(1),
        href: None,
        bars: bars.iter().filter_map(bar).collect(),
    };
    let terms = Terms {
        about,
        from_year: first,
        to_year,
        today: drawn(stand)?,
        today_label: t.seatpage_picture_today().to_owned(),
        words: key(t),
        rows: vec![row],
    };
    Some(terms::draw(&terms).figure("", t.seatpage_picture_read()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn term(from: &str, until: &str) -> Term {
        Term { from: Day::literal(from), until: Day::literal(until) }
    }

    #[test]
    fn what_nobody_covers_is_vacant() {
        let whole = term("2020-01-01", "2026-01-01");
        assert_eq!(gaps(whole, &[]), [whole]);
        assert_eq!(gaps(whole, &[term("2019-01-01", "2030-01-01")]), []);
        let shared =
            [term("2022-01-01", "2024-01-01"), term("2021-01-01", "2022-06-01"), term("2024-03-01", "2025-01-01")];
        assert_eq!(
            gaps(whole, &shared),
            [term("2020-01-01", "2021-01-01"), term("2024-01-01", "2024-03-01"), term("2025-01-01", "2026-01-01")]
        );
        assert_eq!(gaps(whole, &[term("2010-01-01", "2011-01-01")]), [whole], "what lies before is no part of it");
    }
}
