//! How long a position holds: a newer one in its place, or an end.

use kernel::{Error, Result};
use networks::shell;
use web::{Answer, Fields, FormView, Reading, Writing};

use super::Place;
use crate::{
    Position, actions,
    paths::PositionEnd,
    store::register::{Wanted, list_published},
    words::T,
};

/// The newest positions that can take its place.
const MOST: i64 = 200;

fn newer(r: &Reading<'_>, place: &Place) -> Result<Vec<Position>> {
    let it = &place.position;
    let wanted = Wanted { network: Some(it.network), ..Wanted::default() };
    let mut all = list_published(r.conn, &r.viewer.actor, &wanted, (0, MOST))?;
    all.retain(|p| p.id != it.id && p.ended.is_none() && p.published_at >= it.published_at);
    Ok(all)
}

/// The form.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who steer it.
pub fn form(r: &Reading<'_>, p: PositionEnd) -> Result<Answer> {
    let place = Place::led(r, p.position)?;
    let today = r.viewer.today.to_string();
    page(r, &place, &FormView::new(r.viewer.lang, &[("day", &today)]))
}

fn page(r: &Reading<'_>, place: &Place, form: &FormView) -> Result<Answer> {
    let (t, it) = (T(r.viewer.lang), &place.position);
    let mut sheet = place.sheet(r, t.end_title());
    if !it.state.is_published() || it.ended.is_some() {
        sheet.known = vec![if it.ended.is_some() { t.end_over() } else { t.end_early() }.to_owned()];
    } else {
        sheet.known = vec![t.end_text().to_owned()];
        let mut options = vec![(String::new(), t.end_without().to_owned())];
        options.extend(
            newer(r, place)?
                .iter()
                .map(|p| (p.id.to_string(), format!("{}: {}", p.mark.as_deref().unwrap_or_default(), p.title))),
        );
        sheet.fields = vec![
            form.select("newer", t.field_newer(), options).to_string(),
            form.text("day", t.field_from()).kind("date").to_string(),
        ];
        sheet.submit = t.end_submit();
    }
    sheet.of(form).answer(r, place.page(r, t.end_title())?, form)
}

/// Ends it.
///
/// # Errors
/// As [`actions::supersede`] and [`actions::end_position`].
pub fn save(w: &Writing<'_>, p: PositionEnd) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let place = Place::led(&r, p.position)?;
    let again = |found| page(&r, &place, &FormView::kept(w.viewer.lang, w.ask, found));
    let mut fields = Fields::of(w.ask);
    let day = shell::day(&mut fields, "day", "Bitte nennen Sie den Tag.", "Please give the day.");
    let Some(day) = day else { return again(fields.problems) };
    let by = &w.viewer.actor;
    let done = match w.ask.field("newer") {
        "" => actions::end_position(w.tx, by, p.position, day),
        text => match text.parse() {
            Ok(newer) => actions::supersede(w.tx, by, p.position, newer, day),
            Err(_) => Err(Error::NotFound),
        },
    };
    match done {
        Ok(()) => Ok(Answer::to(place.link(&r)).with_note(t.note_saved())),
        Err(fault) => again(shell::problems(fault, "day", &[])?),
    }
}
