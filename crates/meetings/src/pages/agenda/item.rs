//! A new item, and changing one.

use kernel::{Error, Lang, Problem, Result};
use networks::shell;
use web::{Answer, Fields, FormView, Reading, Writing};

use crate::{
    Item, NewItem, Openness, actions,
    pages::{Place, meetings::show::openness_word},
    paths::{ItemEdit, ItemNew},
    store,
    words::T,
};

const NOTE_MOST: usize = 4000;

fn fields(t: T, form: &FormView) -> Vec<String> {
    let options = Openness::ALL.iter().map(|o| (o.word().to_owned(), openness_word(t, *o).to_owned())).collect();
    vec![
        form.text("title", t.field_item_title()).to_string(),
        form.text("minutes", t.field_minutes()).kind("number").optional().to_string(),
        form.text("rapporteur", t.field_rapporteur()).optional().to_string(),
        form.radios("openness", t.field_openness(), options).hint(t.field_openness_hint()).to_string(),
        form.text("note", t.field_item_note()).lines(4).pasted().optional().to_string(),
    ]
}

fn typed(w: &Writing<'_>) -> std::result::Result<NewItem, Vec<Problem>> {
    let mut fields = Fields::of(w.ask);
    let title = fields.needed("title", 120, "Bitte nennen Sie das Thema.", "Please name the topic.");
    let minutes = minutes(&mut fields, w.ask.field("minutes"));
    let rapporteur = fields.line("rapporteur", 120);
    let choices: Vec<(&str, Openness)> = Openness::ALL.iter().map(|o| (o.word(), *o)).collect();
    let openness = fields.choice("openness", &choices);
    let note = fields.text("note", NOTE_MOST);
    match (openness, &fields.problems[..]) {
        (Some(openness), []) => Ok(NewItem { title, note, minutes, rapporteur, openness, task: None }),
        _ => Err(fields.problems),
    }
}

/// Minutes as they were typed; none are 0.
pub fn minutes(fields: &mut Fields<'_>, text: &str) -> i64 {
    if text.is_empty() {
        return 0;
    }
    text.parse().unwrap_or_else(|_| {
        fields.refuse("minutes", "Bitte nennen Sie die Dauer in Minuten.", "Please give the length in minutes.");
        0
    })
}

/// The form for a new item.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who convene.
pub fn new(r: &Reading<'_>, p: ItemNew) -> Result<Answer> {
    let place = Place::led(r, p.meeting)?;
    new_page(r, &place, &FormView::new(r.viewer.lang, &[("openness", "internal")]))
}

fn new_page(r: &Reading<'_>, place: &Place, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let mut sheet = place.sheet(r, t.item_new());
    sheet.back = place.agenda_link(r);
    sheet.fields = fields(t, form);
    sheet.submit = t.item_new_submit();
    if place.meeting.is_frozen() {
        sheet.known = vec![t.item_late_note().to_owned()];
    }
    sheet.of(form).answer(r, place.page(r, t.item_new())?, form)
}

/// Puts it on the agenda.
///
/// # Errors
/// As [`actions::agenda::add_item`].
pub fn add(w: &Writing<'_>, p: ItemNew) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let place = Place::led(&r, p.meeting)?;
    let again = |found| new_page(&r, &place, &FormView::kept(w.viewer.lang, w.ask, found));
    let new = match typed(w) {
        Ok(new) => new,
        Err(found) => return again(found),
    };
    match actions::agenda::add_item(w.tx, &w.viewer.actor, place.meeting.id, &new) {
        Ok(_) => Ok(Answer::to(place.agenda_link(&r)).with_note(t.note_added())),
        Err(fault) => again(shell::problems(fault, "title", &[])?),
    }
}

fn led(r: &Reading<'_>, p: &ItemEdit) -> Result<(Item, Place)> {
    let item = store::agenda::find_item(r.conn, p.item)?;
    let place = Place::led(r, item.meeting)?;
    Ok((item, place))
}

/// The form for changing an item.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who convene.
pub fn edit(r: &Reading<'_>, p: ItemEdit) -> Result<Answer> {
    let (item, place) = led(r, &p)?;
    edit_page(r, &item, &place, &stored(r.viewer.lang, &item))
}

/// The fields as they are stored.
fn stored(lang: Lang, item: &Item) -> FormView {
    let minutes = item.minutes.to_string();
    let values = [
        ("title", item.title.as_str()),
        ("minutes", minutes.as_str()),
        ("rapporteur", item.rapporteur.as_str()),
        ("openness", item.openness.word()),
        ("note", item.note.as_str()),
    ];
    FormView::new(lang, &values)
}

fn edit_page(r: &Reading<'_>, item: &Item, place: &Place, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let mut sheet = place.sheet(r, t.item_edit());
    sheet.back = place.agenda_link(r);
    if place.meeting.is_frozen() && !item.late {
        sheet.known = vec![t.agenda_stands().to_owned()];
    } else {
        sheet.hidden = vec![("version", item.version.to_string())];
        sheet.fields = fields(t, form);
        sheet
            .fields
            .push(form.boxes("weg", t.item_drop(), vec![("ja".to_owned(), t.item_drop_yes().to_owned())]).to_string());
        sheet.submit = t.edit_submit();
    }
    sheet.of(form).answer(r, place.page(r, t.item_edit())?, form)
}

/// Changes the item, or takes it off.
///
/// # Errors
/// As [`actions::agenda::change_item`] and [`actions::agenda::drop_item`].
pub fn change(w: &Writing<'_>, p: ItemEdit) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let (item, place) = led(&r, &p)?;
    let by = &w.viewer.actor;
    let again = |found| edit_page(&r, &item, &place, &FormView::kept(w.viewer.lang, w.ask, found));
    let overtaken = || {
        edit_page(
            &r,
            &item,
            &place,
            &FormView::kept(w.viewer.lang, w.ask, Vec::new()).overtaken(&stored(w.viewer.lang, &item)),
        )
    };
    if w.ask.field("version").parse() != Ok(item.version) {
        return overtaken();
    }
    let (done, note) = if w.ask.ticked("weg") {
        (actions::agenda::drop_item(w.tx, by, item.id).map(drop), t.note_dropped())
    } else {
        match typed(w) {
            Ok(new) => (actions::agenda::change_item(w.tx, by, item.id, item.version, &new), t.note_changed_item()),
            Err(found) => return again(found),
        }
    };
    match done {
        Ok(()) => Ok(Answer::to(place.agenda_link(&r)).with_note(note)),
        Err(Error::Stale) => overtaken(),
        Err(fault) => again(shell::problems(fault, "title", &[])?),
    }
}
