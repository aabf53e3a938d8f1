//! Calling a meeting off.

use kernel::{Error, Result};
use networks::shell;
use web::{Answer, Fields, FormView, Reading, Writing};

use crate::{actions, pages::Place, paths::MeetingCancel, rules::still_ahead, words::T};

/// The form.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who convene it.
pub fn form(r: &Reading<'_>, p: MeetingCancel) -> Result<Answer> {
    page(r, &Place::led(r, p.meeting)?, &FormView::new(r.viewer.lang, &[]))
}

fn page(r: &Reading<'_>, place: &Place, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let mut sheet = place.sheet(r, t.cancel_title());
    match still_ahead(&place.meeting) {
        Ok(()) => {
            let text = if place.meeting.invited_at.is_some() { t.cancel_told() } else { t.cancel_quiet() };
            sheet.known = vec![text.to_owned()];
            sheet.fields = vec![form.text("reason", t.field_reason()).lines(3).optional().to_string()];
            sheet.submit = t.cancel_submit();
        }
        Err(Error::Rule(reason)) => sheet.known = vec![reason.text(r.viewer.lang).to_owned()],
        Err(other) => return Err(other),
    }
    sheet.of(form).answer(r, place.page(r, t.cancel_title())?, form)
}

/// Calls it off.
///
/// # Errors
/// As [`actions::meetings::call_off`].
pub fn save(w: &Writing<'_>, p: MeetingCancel) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let place = Place::led(&r, p.meeting)?;
    let mut fields = Fields::of(w.ask);
    let reason = fields.text("reason", 1000);
    let base = &w.site.outside().base_url;
    let done = fields
        .done()
        .and_then(|()| actions::meetings::call_off(w.tx, &w.viewer.actor, place.meeting.id, &reason, base));
    match done {
        Ok(()) => Ok(Answer::to(place.page_link(&r)).with_note(t.note_cancelled())),
        Err(fault) => page(&r, &place, &FormView::kept(w.viewer.lang, w.ask, shell::problems(fault, "reason", &[])?)),
    }
}
