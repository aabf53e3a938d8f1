//! `/sitze/{seat}/verlassen`: leaving a network oneself, with what ends with it; and taking it back until the day.

use kernel::{Error, Id, Problem, Reason, Result};
use web::{Answer, Fields, FormView, Page, Reading, Writing};

use super::{network_of, way};
use crate::{
    Body, Leaving, Occupancy, Occupant, Seat, Status,
    actions::{LeftOpen, is_hers, left_open},
    leave_member,
    pages::{
        keep::{Sheet, problems},
        shared::{self, Tab},
    },
    paths::{SeatLeave, SeatPage},
    rules::{Happening, SeatRules, earliest_leaving, what_happens},
    stay_member,
    store::{
        joining::{leavings, rule_of},
        occupancies::occupancies_of,
        seats::find_seat,
    },
    words::T,
};

struct Own {
    seat: Seat,
    body: Body,
    network: Body,
    row: Occupancy,
    leaving: Option<Leaving>,
    hers: bool,
}

/// What she has on this seat today: her own, or that of her organisation or post.
fn load(r: &Reading<'_>, id: Id<Seat>) -> Result<Own> {
    let actor = &r.viewer.actor;
    let (seat, body) = find_seat(r.conn, actor, id)?;
    let row = occupancies_of(r.conn, id)?
        .into_iter()
        .find(|o| matches!(o.status, Status::Confirmed | Status::Suspended) && o.term.contains(r.viewer.today))
        .ok_or(Error::NotFound)?;
    let hers = is_hers(r.conn, actor, &row)?;
    let by_post = matches!(row.occupant, Occupant::Post(_) | Occupant::Seat(_));
    let through_post = by_post && actor.seats().contains(&id.raw());
    if !hers && !through_post {
        return Err(Error::NotFound);
    }
    let leaving = leavings::find_leaving_of(r.conn, row.id)?;
    let network = network_of(r, &body)?;
    Ok(Own { seat, body, network, row, leaving, hers })
}

/// The form, or the way back.
///
/// # Errors
/// [`Error::NotFound`] where it is not hers.
pub fn form(r: &Reading<'_>, p: SeatLeave) -> Result<Answer> {
    let own = load(r, p.seat)?;
    let rule = rule_of(r.conn, own.body.id)?;
    let last = earliest_leaving(r.viewer.today, rule.notice_months, rule.year_end).previous();
    let last = last.max(r.viewer.today).to_string();
    page(r, &own, &FormView::new(r.viewer.lang, &[("last", &last)]))
}

fn page(r: &Reading<'_>, own: &Own, form: &FormView) -> Result<Answer> {
    let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
    let name = own.body.name_in(lang);
    let title = t.leave_title(name);
    let mut sheet = Sheet {
        crumbs: way(r, &own.body, &own.network)?,
        title: t.leave_title(shared::soft(name)),
        lead: shared::seat_title(t, own.seat.number, own.seat.label.as_deref(), own.seat.office),
        back: r.viewer.link(&SeatPage { seat: own.seat.id }),
        ..Sheet::new(t.0)
    };
    if !own.hers {
        let outcome = what_happens(Happening::Resignation, own.seat.kind, &SeatRules::default());
        sheet.known.push(outcome.sentence().text(lang).to_owned());
    } else if let Some(leaving) = &own.leaving {
        sheet.known.push(t.leave_announced(i18n::day_medium(lang, leaving.until.previous())));
        if leaving.until > r.viewer.today {
            sheet.hidden.push(("tat", "bleiben".to_owned()));
            sheet.submit = t.leave_stay();
        }
    } else {
        let rule = rule_of(r.conn, own.body.id)?;
        if rule.notice_months > 0 || rule.year_end {
            let earliest = earliest_leaving(r.viewer.today, rule.notice_months, rule.year_end);
            sheet.known.push(t.leave_notice(i18n::day_medium(lang, earliest.previous())));
        }
        let by_post = matches!(own.row.occupant, Occupant::Post(_));
        sheet.known.push(if by_post { t.leave_post() } else { t.leave_text() }.to_owned());
        sheet.known.extend(open_lines(r, &left_open(r.conn, &own.row, &own.body, r.viewer.today)?));
        let hint = if by_post { t.leave_post_hint() } else { t.leave_last_hint() };
        sheet.fields = vec![form.text("last", t.keep_last_day()).hint(hint).kind("date").to_string()];
        if !by_post {
            let quiet = vec![("ja".to_owned(), t.leave_quiet_yes().to_owned())];
            sheet.fields.push(form.boxes("quiet", t.leave_quiet(), quiet).hint(t.leave_quiet_hint()).to_string());
        }
        sheet.submit = if by_post { t.leave_post_go() } else { t.leave_go() };
    }
    let tab = if own.body.is_network() { Tab::Overview } else { Tab::Bodies };
    sheet.of(form).answer(r, Page::new(title).nav("networks").sub(shared::sub(r, &own.network, tab)?), form)
}

/// What ends with it and what may go on, one line each.
fn open_lines(r: &Reading<'_>, open: &[LeftOpen]) -> Vec<String> {
    let t = T(r.viewer.lang);
    let line = |o: &LeftOpen| {
        let seat = shared::seat_title(t, o.seat.number, o.seat.label.as_deref(), o.seat.office);
        let place = format!("{seat}, {}", o.body.name_in(r.viewer.lang));
        if o.ends { t.leave_open_ends(place) } else { t.leave_open_stays(place) }
    };
    open.iter().map(line).collect()
}

/// Leaves, or takes it back.
///
/// # Errors
/// As [`leave_member`] and [`stay_member`].
pub fn save(w: &Writing<'_>, p: SeatLeave) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let own = load(&r, p.seat)?;
    let again = |problems: Vec<Problem>| page(&r, &own, &FormView::kept(w.viewer.lang, w.ask, problems));
    let back = || w.viewer.link(&SeatPage { seat: p.seat });
    if w.ask.field("tat") == "bleiben" {
        return match stay_member(w.tx, &w.viewer.actor, own.row.id) {
            Ok(()) => Ok(Answer::to(back()).with_note(t.leave_stayed())),
            Err(fault) => again(problems(fault, "", &[])?),
        };
    }
    let mut fields = Fields::of(w.ask);
    let Some(last) = fields.day("last").filter(|day| !day.is_open()) else {
        if fields.problems.is_empty() {
            let reason = Reason::new("Bitte nennen Sie den letzten Tag.", "Please give the last day.");
            fields.problems.push(Problem { field: "last", reason });
        }
        return again(fields.problems);
    };
    match leave_member(w.tx, &w.viewer.actor, own.row.id, last.next(), w.ask.ticked("quiet")) {
        Ok(_) => Ok(Answer::to(back()).with_note(&t.leave_done(i18n::day_medium(w.viewer.lang, last)))),
        Err(fault) => again(problems(fault, "last", &[("until", "last")])?),
    }
}
