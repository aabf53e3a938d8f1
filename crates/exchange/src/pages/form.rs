//! Writing a thread, and changing one.

use kernel::{Error, Id, Lang, Level, Problem, Result};
use networks::{Body, Topic, shell};
use people::Person;
use web::{Answer, Fields, FormView, Page, Reading, Sheet, Writing};

use super::{
    kind_word, level_word,
    place::{Place, body_crumbs, body_row, home, is_alive, topic_options},
    show::{checked_field, seat_field},
};
use crate::{
    NewThread, Thread, ThreadEdit, ThreadKind, actions,
    paths::{BodyThreads, ThreadEditing, ThreadNew, ThreadPage},
    rules::{TITLE_MOST, WORDS_MOST, leads},
    words::T,
};

/// A body in which the reader may begin something.
fn writing(r: &Reading<'_>, id: Id<Body>) -> Result<(Body, Option<Body>)> {
    let (body, network) = home(r, id)?;
    if actions::may_write(&r.viewer.actor, &body) && is_alive(r, &body) {
        Ok((body, network))
    } else {
        Err(Error::Denied(None))
    }
}

/// The form of a new thread.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] without a seat that speaks.
pub fn new(r: &Reading<'_>, p: ThreadNew) -> Result<Answer> {
    let (body, network) = writing(r, p.body)?;
    let level = actions::widest(r.conn, &body)?.max(Level::Network).number().to_string();
    let first = [("kind", ThreadKind::Question.word()), ("level", level.as_str())];
    new_page(r, &body, network.as_ref(), &FormView::new(r.viewer.lang, &first))
}

fn new_page(r: &Reading<'_>, body: &Body, network: Option<&Body>, form: &FormView) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let widest = actions::widest(r.conn, body)?;
    let mut levels: Vec<Level> = vec![Level::AllNetworks, Level::Network];
    if !body.is_network() {
        levels.push(Level::Body);
    }
    levels.retain(|level| *level >= widest);
    if levels.is_empty() {
        levels.push(Level::Body);
    }
    let kinds = ThreadKind::ALL.iter().map(|k| (k.word().to_owned(), kind_word(t, *k).to_owned())).collect();
    let levels = levels.into_iter().map(|l| (l.number().to_string(), level_word(t, l).to_owned())).collect();
    let mut sheet = Sheet {
        crumbs: body_crumbs(r, body, network, true)?,
        title: t.new_title().to_owned(),
        lead: body.name_in(v.lang).to_owned(),
        submit: t.new_submit(),
        back: v.link(&BodyThreads { body: body.id }),
        ..Sheet::new(v.lang)
    }
    .of(form);
    sheet.files = true;
    sheet.fields = vec![
        form.radios("kind", t.field_kind(), kinds).to_string(),
        form.text("title", t.field_title()).hint(t.field_title_hint()).most(TITLE_MOST as u32).to_string(),
        form.text("words", t.field_words()).lines(10).pasted().hint(t.field_words_hint()).to_string(),
        ::files::input(v.lang, form, t.field_files(), true),
    ];
    sheet.fields.extend(seat_field(r, form, body)?);
    sheet.fields.extend([
        form.select("topic", t.field_topic(), topic_options(r)?).to_string(),
        form.text("answer_until", t.field_until()).kind("date").optional().to_string(),
        form.select("asked", t.field_asked(), asked_options(r, body)?).hint(t.field_asked_hint()).to_string(),
        form.radios("level", t.field_level(), levels).to_string(),
        form.boxes(
            "confidential",
            t.field_confidential(),
            vec![("ja".to_owned(), t.field_confidential_yes().to_owned())],
        )
        .hint(t.field_confidential_hint())
        .to_string(),
    ]);
    if form.has("confidential", "ja") || form.error("checked").is_some() {
        sheet.fields.push(checked_field(t, form));
    }
    let page = body_row(r, Page::new(t.new_title()).nav("exchange"), body, network)?;
    sheet.answer(r, page, form)
}

/// Who can be asked in person.
fn asked_options(r: &Reading<'_>, body: &Body) -> Result<Vec<(String, String)>> {
    let mut all = actions::askable(r.conn, &r.viewer.actor, body)?;
    all.sort_by_cached_key(|(_, name)| i18n::fold(name));
    let mut options = vec![(String::new(), T(r.viewer.lang).asked_nobody().to_owned())];
    options.extend(all.into_iter().map(|(person, name)| (person.to_string(), name)));
    Ok(options)
}

/// A number of a list; nothing where none was chosen.
///
/// # Errors
/// [`Error::NotFound`] for what no list offers.
pub fn chosen<X>(text: &str) -> Result<Option<Id<X>>> {
    if text.is_empty() {
        return Ok(None);
    }
    text.parse().map(Some).map_err(|()| Error::NotFound)
}

/// Writes it.
///
/// # Errors
/// As [`new`].
pub fn write(w: &Writing<'_>, p: ThreadNew) -> Result<Answer> {
    let r = w.reading();
    let (body, network) = writing(&r, p.body)?;
    let mut fields = Fields::of(w.ask);
    let kinds: Vec<(&str, ThreadKind)> = ThreadKind::ALL.iter().map(|k| (k.word(), *k)).collect();
    let kind = fields.choice("kind", &kinds);
    let title = fields.line("title", TITLE_MOST);
    let words = fields.text("words", WORDS_MOST);
    let answer_until = fields.day("answer_until");
    let level = fields.choice("level", &[("1", Level::AllNetworks), ("2", Level::Network), ("3", Level::Body)]);
    let files = ::files::brought(w.ask).unwrap_or_else(|problem| {
        fields.problems.push(problem);
        Vec::new()
    });
    let again = |mut found: Vec<Problem>| {
        ::files::choose_again(w.ask, &mut found);
        new_page(&r, &body, network.as_ref(), &FormView::kept(w.viewer.lang, w.ask, found))
    };
    let (Some(kind), Some(level), true) = (kind, level, fields.problems.is_empty()) else {
        return again(fields.problems);
    };
    let new = NewThread {
        level,
        kind,
        confidential: w.ask.ticked("confidential"),
        topic: chosen::<Topic>(w.ask.field("topic"))?,
        answer_until,
        asked: chosen::<Person>(w.ask.field("asked"))?.into_iter().collect(),
        checked: w.ask.ticked("checked"),
        files,
        seat: chosen(w.ask.field("seat"))?,
        ..NewThread::new(body.id, title, words)
    };
    match actions::write_thread(w.tx, &w.viewer.actor, &new) {
        Ok(thread) => Ok(Answer::to(w.viewer.link(&ThreadPage { thread })).with_note(T(w.viewer.lang).note_written())),
        Err(fault @ (Error::Form(_) | Error::Rule(_))) => again(shell::problems(fault, "title", &[])?),
        Err(other) => Err(other),
    }
}

/// The form that changes a thread, for whoever wrote it; topic and place for those who lead.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub fn edit(r: &Reading<'_>, p: ThreadEditing) -> Result<Answer> {
    let place = editing(r, p.thread)?;
    edit_page(r, &place, &stored(r.viewer.lang, &place.thread), false)
}

/// The fields as they are stored.
fn stored(lang: Lang, thread: &Thread) -> FormView {
    let (topic, body) = (thread.topic.map_or_else(String::new, |x| x.to_string()), thread.body.to_string());
    FormView::new(lang, &[("title", &thread.title), ("words", &thread.words), ("topic", &topic), ("body", &body)])
}

fn editing(r: &Reading<'_>, id: Id<Thread>) -> Result<Place> {
    let place = Place::load(r, id)?;
    if place.thread.hidden.is_none() && (place.own || leads(&r.viewer.actor, &place.thread)) {
        Ok(place)
    } else {
        Err(Error::Denied(None))
    }
}

fn edit_page(r: &Reading<'_>, place: &Place, form: &FormView, stale: bool) -> Result<Answer> {
    let form = &form.beside(stale, &stored(r.viewer.lang, &place.thread));
    let t = T(r.viewer.lang);
    let mut sheet = Sheet { submit: t.edit_submit(), ..place.sheet(r, t.edit_title()) }.of(form);
    sheet.hidden = vec![("version", place.thread.version.to_string())];
    if place.own {
        sheet.fields.push(form.text("title", t.field_title()).most(TITLE_MOST as u32).to_string());
        sheet
            .fields
            .push(form.text("words", t.field_words()).lines(10).pasted().hint(t.field_words_hint()).to_string());
    }
    sheet.fields.push(form.select("topic", t.field_topic(), topic_options(r)?).to_string());
    if place.leads {
        let options = place_options(r, place)?;
        if options.len() > 1 {
            sheet.fields.push(form.select("body", t.field_place(), options).hint(t.field_place_hint()).to_string());
        }
    }
    if place.own && place.thread.confidential {
        sheet.fields.push(checked_field(t, form));
    }
    sheet.answer(r, place.page(r, t.edit_title())?, form)
}

/// The bodies of the network the reader leads, to move a thread to.
fn place_options(r: &Reading<'_>, place: &Place) -> Result<Vec<(String, String)>> {
    let actor = &r.viewer.actor;
    let mut all = networks::list_bodies(r.conn, actor, place.thread.network, r.viewer.today)?;
    all.extend(networks::list_bodies_by_id(r.conn, actor, &[place.thread.network])?);
    all.sort_by_key(|b| (!b.is_network(), i18n::fold(&b.name)));
    all.dedup_by_key(|b| b.id);
    let able = |b: &&Body| {
        let there = Thread { body: b.id, level: place.thread.level.max(b.level), ..place.thread.clone() };
        is_alive(r, b) && (b.id == place.thread.body || leads(actor, &there))
    };
    Ok(all.iter().filter(able).map(|b| (b.id.to_string(), b.name_in(r.viewer.lang).to_owned())).collect())
}

/// Changes it, and moves it.
///
/// # Errors
/// As [`edit`].
pub fn change(w: &Writing<'_>, p: ThreadEditing) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let place = editing(&r, p.thread)?;
    let mut fields = Fields::of(w.ask);
    let title = fields.line("title", TITLE_MOST);
    let words = fields.text("words", WORDS_MOST);
    let again = |found: Vec<Problem>, stale| edit_page(&r, &place, &FormView::kept(w.viewer.lang, w.ask, found), stale);
    if !fields.problems.is_empty() {
        return again(fields.problems, false);
    }
    let edit =
        ThreadEdit { title, words, topic: chosen::<Topic>(w.ask.field("topic"))?, checked: w.ask.ticked("checked") };
    let version = w.ask.field("version").parse().unwrap_or(-1);
    let by = &w.viewer.actor;
    let to = chosen::<Body>(w.ask.field("body"))?.filter(|to| *to != place.thread.body && place.leads);
    let done = actions::change_thread(w.tx, by, p.thread, version, &edit)
        .and_then(|()| to.map_or(Ok(()), |to| actions::move_thread(w.tx, by, p.thread, to)));
    match done {
        Ok(()) => Ok(Answer::to(w.viewer.link(&ThreadPage { thread: p.thread })).with_note(t.note_saved())),
        Err(Error::Stale) => again(Vec::new(), true),
        Err(fault @ (Error::Form(_) | Error::Rule(_))) => again(shell::problems(fault, "topic", &[])?, false),
        Err(other) => Err(other),
    }
}
