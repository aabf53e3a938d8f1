//! Splitting a meeting in two.

use kernel::{Error, Result};
use networks::shell;
use web::{Answer, Fields, FormView, Reading, Writing};

use crate::{
    actions,
    pages::Place,
    paths::{MeetingPage, MeetingSplit},
    rules::still_ahead,
    store,
    words::T,
};

/// The form.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who convene it.
pub fn form(r: &Reading<'_>, p: MeetingSplit) -> Result<Answer> {
    page(r, &Place::led(r, p.meeting)?, &FormView::new(r.viewer.lang, &[]))
}

fn page(r: &Reading<'_>, place: &Place, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let items = store::agenda::list_items(r.conn, place.meeting.id)?;
    let mut sheet = place.sheet(r, t.split_title());
    match still_ahead(&place.meeting) {
        Ok(()) if items.len() < 2 => sheet.known = vec![t.split_needs_items().to_owned()],
        Ok(()) => {
            let options = items.iter().skip(1).map(|it| (it.id.to_string(), it.title.clone())).collect();
            sheet.known = vec![t.split_text().to_owned()];
            sheet.fields = vec![
                form.select("item", t.field_split_item(), options).to_string(),
                form.text("day", t.field_split_day()).kind("date").to_string(),
                form.text("hour", t.field_hour()).kind("time").to_string(),
            ];
            sheet.submit = t.split_submit();
        }
        Err(Error::Rule(reason)) => sheet.known = vec![reason.text(r.viewer.lang).to_owned()],
        Err(other) => return Err(other),
    }
    sheet.of(form).answer(r, place.page(r, t.split_title())?, form)
}

/// Splits it.
///
/// # Errors
/// As [`actions::meetings::split_meeting`].
pub fn save(w: &Writing<'_>, p: MeetingSplit) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let place = Place::led(&r, p.meeting)?;
    let again = |found| page(&r, &place, &FormView::kept(w.viewer.lang, w.ask, found));
    let mut fields = Fields::of(w.ask);
    let item = w.ask.field("item").parse().ok();
    if item.is_none() {
        fields.refuse(
            "item",
            "Bitte wählen Sie, womit der zweite Teil beginnt.",
            "Please choose where the second part begins.",
        );
    }
    let day = fields.day("day");
    if day.is_none() && fields.problems.iter().all(|p| p.field != "day") {
        fields.refuse("day", "Bitte nennen Sie den Tag.", "Please give the day.");
    }
    let at = fields.time("hour");
    let (Some(item), Some(day), Some((h, min)), []) = (item, day, at, &fields.problems[..]) else {
        return again(fields.problems);
    };
    let base = &w.site.outside().base_url;
    match actions::meetings::split_meeting(w.tx, &w.viewer.actor, place.meeting.id, item, day.at(h, min), base) {
        Ok(meeting) => Ok(Answer::to(w.viewer.link(&MeetingPage { meeting })).with_note(t.note_split())),
        Err(fault) => again(shell::problems(fault, "day", &[])?),
    }
}
