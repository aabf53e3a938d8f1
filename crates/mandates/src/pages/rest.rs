//! Letting a mandate rest while whoever is sent is away for long, and going on.

use kernel::{Error, Result};
use networks::shell;
use web::{Answer, FormView, Reading, Writing};

use super::place::{Place, Sitting};
use crate::{actions, paths::MandateRest, words::T};

/// The delegation, for those who lead the senders.
fn led(r: &Reading<'_>, p: &MandateRest) -> Result<Place> {
    let place = Place::load(r, p.mandate)?;
    if place.stance.leads { Ok(place) } else { Err(Error::Denied(None)) }
}

/// What follows, and one button.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] but for those who lead the senders.
pub fn form(r: &Reading<'_>, p: MandateRest) -> Result<Answer> {
    page(r, &led(r, &p)?, &FormView::new(r.viewer.lang, &[]))
}

fn page(r: &Reading<'_>, place: &Place, form: &FormView) -> Result<Answer> {
    let (t, it) = (T(r.viewer.lang), &place.it);
    let title = if it.rests() { t.go_on_title() } else { t.rest_title() };
    let mut sheet = place.sheet(r, title);
    if it.rests() {
        sheet.known = vec![t.go_on_known().to_owned()];
    } else {
        let stands_in = Sitting::load(r, &[it.seat], &[])?.stand_ins(t, it.seat);
        sheet.known = vec![
            t.rest_known().to_owned(),
            stands_in.map_or_else(|| t.rest_nobody().to_owned(), |names| t.rest_substitute(names)),
        ];
    }
    let told = if place.receiver.mail.is_some() { t.rest_told() } else { t.end_known_by_paper() };
    sheet.known.push(told.to_owned());
    sheet.submit = title;
    sheet.of(form).answer(r, place.page(r, title), form)
}

/// Lets it rest, or go on.
///
/// # Errors
/// As [`actions::rest`].
pub fn save(w: &Writing<'_>, p: MandateRest) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let place = led(&r, &p)?;
    let rests = !place.it.rests();
    match actions::rest(w.tx, &w.viewer.actor, p.mandate, rests) {
        Ok(()) => {
            let note = if rests { t.note_rests() } else { t.note_goes_on() };
            Ok(Answer::to(place.link(&r)).with_note(note))
        }
        Err(fault) => page(&r, &place, &FormView::kept(w.viewer.lang, w.ask, shell::problems(fault, "", &[])?)),
    }
}
