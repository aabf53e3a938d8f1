//! Beginning a motion book, saying which motions are in it, and publishing it.

use kernel::{Error, Id, Result};
use networks::{Body, shell};
use web::{Answer, Fields, FormView, Reading, Sheet, Writing};

use super::Place;
use crate::{
    Position,
    book::{
        self,
        actions::MOTIONS_MOST,
        model::{Book, NewBook},
        store,
    },
    pages::frame::{begins, home_for},
    paths::{BookEdit, BookNew},
    words::T,
};

/// The form for a new one.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub fn new(r: &Reading<'_>, p: BookNew) -> Result<Answer> {
    let (body, network) = home_for(r, p.body, tasks::rules::leads)?;
    new_page(r, (&body, network.as_ref()), &FormView::new(r.viewer.lang, &[]))
}

fn new_page(r: &Reading<'_>, home: (&Body, Option<&Body>), form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let sheet = Sheet {
        title: t.book_new().to_owned(),
        fields: vec![
            form.text("title", t.field_title()).hint(t.book_title_hint()).to_string(),
            form.text("day", t.book_day()).kind("date").to_string(),
        ],
        submit: t.save(),
        ..Sheet::new(r.viewer.lang)
    };
    begins::<Book>(r, home, form, sheet)
}

/// Begins it.
///
/// # Errors
/// As [`book::begin_book`].
pub fn begin(w: &Writing<'_>, p: BookNew) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let (body, network) = home_for(&r, p.body, tasks::rules::leads)?;
    let again = |found| new_page(&r, (&body, network.as_ref()), &FormView::kept(w.viewer.lang, w.ask, found));
    let mut fields = Fields::of(w.ask);
    let title = fields.needed("title", 120, "Bitte geben Sie einen Titel an.", "Please give a title.");
    let day = shell::day(&mut fields, "day", "Bitte nennen Sie den Tag.", "Please give the day.");
    let Some(day) = day.filter(|_| fields.problems.is_empty()) else { return again(fields.problems) };
    match book::begin_book(w.tx, &w.viewer.actor, p.body, &NewBook { title, day }) {
        Ok(book) => Ok(Answer::to(w.viewer.link(&BookEdit { book })).with_note(t.note_saved())),
        Err(fault) => again(shell::problems(fault, "title", &[])?),
    }
}

/// The form for what is in it.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub fn edit(r: &Reading<'_>, p: BookEdit) -> Result<Answer> {
    let place = Place::led(r, p.book)?;
    let inside = store::list_entries(r.conn, &r.viewer.actor, p.book)?;
    let ids: Vec<String> = inside.iter().map(|e| e.position.id.to_string()).collect();
    let mut values: Vec<(&str, &str)> = ids.iter().map(|id| ("motions", id.as_str())).collect();
    values.push(("tat", "sichern"));
    edit_page(r, &place, &FormView::new(r.viewer.lang, &values))
}

fn edit_page(r: &Reading<'_>, place: &Place, form: &FormView) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let mut sheet = place.sheet(r, t.book_edit());
    if place.it.published_at.is_some() {
        sheet.known = vec![t.book_fixed().to_owned()];
    } else {
        let most = i64::try_from(MOTIONS_MOST).map_err(Error::internal)?;
        let all = store::list_motions(r.conn, &v.actor, place.it.network, most)?;
        if all.is_empty() {
            sheet.known = vec![t.book_no_motions().to_owned()];
        } else {
            sheet.known = vec![t.book_edit_text().to_owned()];
            let option = |p: &Position| (p.id.to_string(), p.title.clone());
            let acts = vec![
                ("sichern".to_owned(), t.book_keep().to_owned()),
                ("veroeffentlichen".to_owned(), t.book_publish().to_owned()),
            ];
            sheet.fields = vec![
                form.boxes("motions", t.book_motions(), all.iter().map(option).collect()).to_string(),
                form.radios("tat", t.field_act(), acts).to_string(),
            ];
            sheet.submit = t.save();
        }
    }
    sheet.of(form).answer(r, place.page(r, t.book_edit())?, form)
}

/// Says what is in it, and publishes it where that is wanted.
///
/// # Errors
/// As the verbs.
pub fn act(w: &Writing<'_>, p: BookEdit) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let place = Place::led(&r, p.book)?;
    let chosen: Vec<Id<Position>> = w.ask.every("motions").filter_map(|id| id.parse().ok()).collect();
    let by = &w.viewer.actor;
    let done = book::fill_book(w.tx, by, p.book, &chosen).and_then(|()| {
        if w.ask.field("tat") == "veroeffentlichen" { book::publish_book(w.tx, by, p.book) } else { Ok(()) }
    });
    match done {
        Ok(()) => Ok(Answer::to(place.link(&r)).with_note(t.note_saved())),
        Err(fault) => {
            let found = shell::problems(fault, "motions", &[])?;
            edit_page(&r, &place, &FormView::kept(w.viewer.lang, w.ask, found))
        }
    }
}
