//! `/sitze/{seat}/beenden`: the last day of whoever has the seat, and which other seats hang on it, told before.

use kernel::{Error, Id, Problem, Reason, Result};
use web::{Answer, Fields, FormView, Reading, Writing};

use super::{Kept, manage, problems, who};
use crate::{
    Depends, EndReason, Occupancy, Occupant, Status, actions::reason_fits, end_occupancy, pages::seat::end_word,
    paths::SeatVacate, reads::dependents, words::T,
};

/// Whoever has the seat today, else who will have it next.
fn current(r: &Reading<'_>, kept: &Kept) -> Result<Option<Occupancy>> {
    let found = manage::open(r, kept)?;
    Ok(found.into_iter().find(|o| matches!(o.status, Status::Confirmed | Status::Suspended)))
}

/// The form.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub fn form(r: &Reading<'_>, p: SeatVacate) -> Result<Answer> {
    let kept = Kept::load(r, p.seat)?;
    let now = current(r, &kept)?;
    page(r, &kept, now.as_ref(), &FormView::new(r.viewer.lang, &[]))
}

fn page(r: &Reading<'_>, kept: &Kept, now: Option<&Occupancy>, form: &FormView) -> Result<Answer> {
    let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
    let mut sheet = kept.sheet(r, t.keep_vacate())?.of(form);
    match now {
        None => sheet.known.push(t.keep_nobody().to_owned()),
        Some(row) => {
            let names = who::named(r, &kept.body, &[row])?;
            sheet.known.push(format!("{}, {}", names.concat(), i18n::term(lang, &row.term, r.viewer.today)));
            sheet.known.push(depending(r, kept, row)?);
            sheet.hidden.push(("occupancy", row.id.to_string()));
            let reasons = EndReason::ALL
                .iter()
                .filter(|reason| **reason != EndReason::Abolished && reason_fits(&kept.seat, **reason).is_ok())
                .map(|reason| (reason.word().to_owned(), end_word(t, *reason).to_owned()));
            sheet.fields = vec![
                form.text("until", t.keep_last_day()).hint(t.keep_last_day_hint()).kind("date").to_string(),
                form.radios("reason", t.keep_reason(), reasons.collect()).to_string(),
            ];
            sheet.submit = t.keep_vacate();
        }
    }
    let page = kept.page(r, t.keep_vacate())?;
    sheet.answer(r, page, form)
}

/// Which seats hang on this one, in a sentence.
fn depending(r: &Reading<'_>, kept: &Kept, row: &Occupancy) -> Result<String> {
    let t = T(r.viewer.lang);
    let person = match row.occupant {
        Occupant::Person { id, .. } => Some(id.raw()),
        _ => None,
    };
    let found = dependents(r.conn, &r.viewer.actor, kept.seat.id, kept.body.id, person, r.viewer.today)?;
    if found.is_empty() {
        return Ok(t.keep_depends_none().to_owned());
    }
    let names: Vec<String> = found
        .iter()
        .map(|(place, why)| {
            let seat = &place.seat;
            let name = super::shared::seat_title(t, seat.number, seat.label.as_deref(), seat.office);
            let why = match why {
                Depends::Follows => t.keep_depends_follows(),
                Depends::Sent => t.keep_depends_sent(),
            };
            format!("{name}, {} ({why})", place.body.name_in(r.viewer.lang))
        })
        .collect();
    Ok(t.keep_depends(i18n::list_and(r.viewer.lang, &names)))
}

/// Ends it.
///
/// # Errors
/// As [`end_occupancy`].
pub fn save(w: &Writing<'_>, p: SeatVacate) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let kept = Kept::load(&r, p.seat)?;
    let now = current(&r, &kept)?;
    let again = |problems: Vec<Problem>| page(&r, &kept, now.as_ref(), &FormView::kept(w.viewer.lang, w.ask, problems));
    let overtaken = || {
        page(
            &r,
            &kept,
            now.as_ref(),
            &FormView::kept(w.viewer.lang, w.ask, Vec::new()).overtaken(&FormView::new(w.viewer.lang, &[])),
        )
    };
    let meant: Option<Id<Occupancy>> = w.ask.field("occupancy").parse().ok();
    // Somebody ended it or seated another in the meantime: nobody else is unseated by an old page.
    let Some(row) = now.as_ref().filter(|o| Some(o.id) == meant) else { return overtaken() };
    let mut fields = Fields::of(w.ask);
    let last = fields.day("until");
    if last.is_none() && fields.problems.is_empty() {
        fields.refuse("until", "Bitte nennen Sie den letzten Tag.", "Please give the last day.");
    }
    let reasons: Vec<(&str, EndReason)> =
        EndReason::ALL.iter().filter(|x| **x != EndReason::Abolished).map(|x| (x.word(), *x)).collect();
    let reason = fields.choice("reason", &reasons);
    let (Some(last), Some(reason)) = (last, reason) else { return again(fields.problems) };
    if last.is_open() {
        let reason = Reason::new("Bitte nennen Sie den letzten Tag.", "Please give the last day.");
        return again(vec![Problem { field: "until", reason }]);
    }
    match end_occupancy(w.tx, &w.viewer.actor, row.id, last.next(), reason) {
        Ok(hanging) => {
            let day = i18n::day_medium(w.viewer.lang, last.next());
            let note = format!("{} {}", t.keep_vacated(day), t.keep_left(hanging.len()));
            Ok(Answer::to(kept.back(&r)).with_note(note.trim()))
        }
        Err(fault @ (Error::Form(_) | Error::Rule(_))) => again(problems(fault, "reason", &[])?),
        Err(other) => Err(other),
    }
}
