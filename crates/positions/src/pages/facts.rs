//! Beginning a position, and changing sort, title and topic.

use kernel::{Error, Id, Lang, Problem, Result};
use networks::{Body, Topic, shell};
use web::{Answer, Fields, FormView, Page, Reading, Sheet, Writing};

use super::{
    Place,
    place::{begins, place_of, row},
    words::kinds,
};
use crate::{
    Kind, NewPosition, Position, actions,
    paths::{BodyPositions, PositionFacts, PositionNew, PositionPage},
    rules::{TEXT_MOST, template},
    words::T,
};

/// Topics to choose from, and that none is.
///
/// # Errors
/// When the database cannot be read.
pub fn topics(r: &Reading<'_>, t: T) -> Result<Vec<(String, String)>> {
    let mut all = vec![(String::new(), t.topic_none().to_owned())];
    all.extend(networks::list_topics(r.conn)?.into_iter().map(|topic| {
        let name = if r.viewer.lang == kernel::Lang::En { topic.name_en } else { topic.name };
        (topic.id.to_string(), name)
    }));
    Ok(all)
}

fn fields(r: &Reading<'_>, t: T, form: &FormView) -> Result<Vec<String>> {
    Ok(vec![
        form.select("kind", t.field_kind(), kinds(t)).to_string(),
        form.text("title", t.field_title()).hint(t.field_title_hint()).to_string(),
        form.select("topic", t.field_topic(), topics(r, t)?).to_string(),
    ])
}

/// Sort, title, topic.
type Typed = (Kind, String, Option<Id<Topic>>);

/// What the three fields say.
fn typed(w: &Writing<'_>) -> std::result::Result<Typed, Vec<Problem>> {
    let mut fields = Fields::of(w.ask);
    let choices: Vec<(&str, Kind)> = Kind::ALL.iter().map(|k| (k.word(), *k)).collect();
    let kind = fields.choice("kind", &choices);
    let title = fields.needed("title", 120, "Bitte geben Sie einen Titel an.", "Please give a title.");
    let topic = match w.ask.field("topic") {
        "" => None,
        text => match text.parse() {
            Ok(topic) => Some(topic),
            Err(_) => {
                fields.refuse("topic", "Bitte wählen Sie ein Thema.", "Please choose a topic.");
                None
            }
        },
    };
    match (kind, &fields.problems[..]) {
        (Some(kind), []) => Ok((kind, title, topic)),
        _ => Err(fields.problems),
    }
}

fn allowed(r: &Reading<'_>, id: Id<Body>) -> Result<(Body, Option<Body>)> {
    let (body, network) = place_of(r, id)?;
    if begins(r, &body) { Ok((body, network)) } else { Err(Error::Denied(None)) }
}

/// The form for a new one: `?art=` says which template its text begins with.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who speak in the body.
pub fn new(r: &Reading<'_>, p: PositionNew) -> Result<Answer> {
    let (body, network) = allowed(r, p.body)?;
    let kind = r.ask.query("art").and_then(Kind::from_word).unwrap_or(Kind::Position);
    let text = template(kind, r.viewer.lang);
    new_page(r, &body, network.as_ref(), &FormView::new(r.viewer.lang, &[("kind", kind.word()), ("text", &text)]))
}

fn new_page(r: &Reading<'_>, body: &Body, network: Option<&Body>, form: &FormView) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let mut fields = fields(r, t, form)?;
    fields.push(form.text("text", t.field_text()).hint(t.field_text_hint()).lines(20).pasted().to_string());
    let path = v.link(&PositionNew { body: body.id });
    let above: Vec<String> =
        kinds(t).iter().map(|(key, word)| format!("<a href=\"{path}?art={key}\">{word}</a>")).collect();
    let back = v.link(&BodyPositions { body: body.id });
    let sheet = Sheet {
        crumbs: shell::crumbs(r, &[(body.short(), back.clone())]),
        title: t.new_title().to_owned(),
        lead: body.name_in(v.lang).to_owned(),
        above: format!("<p class=\"gap-s\">{} {}</p>", t.templates_label(), above.join(" · ")),
        back,
        fields,
        submit: t.new_submit(),
        ..Sheet::new(v.lang)
    };
    let page = Page::new(format!("{}: {}", t.new_title(), body.name_in(v.lang))).nav("positions");
    sheet.of(form).answer(r, row(r, page, Some(body), network)?, form)
}

/// Begins it.
///
/// # Errors
/// As [`actions::begin`].
pub fn begin(w: &Writing<'_>, p: PositionNew) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let (body, network) = allowed(&r, p.body)?;
    let again = |found| new_page(&r, &body, network.as_ref(), &FormView::kept(w.viewer.lang, w.ask, found));
    let mut more = Fields::of(w.ask);
    let text = more.text("text", TEXT_MOST);
    let (kind, title, topic) = match (typed(w), more.problems) {
        (Ok(found), problems) if problems.is_empty() => found,
        (Ok(_), problems) => return again(problems),
        (Err(mut found), problems) => {
            found.extend(problems);
            return again(found);
        }
    };
    match actions::begin(w.tx, &w.viewer.actor, body.id, &NewPosition { kind, title, topic, text }) {
        Ok(position) => Ok(Answer::to(w.viewer.link(&PositionPage { position })).with_note(t.note_begun())),
        Err(fault) => again(shell::problems(fault, "title", &[])?),
    }
}

/// The form for changing it.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who write it.
pub fn edit(r: &Reading<'_>, p: PositionFacts) -> Result<Answer> {
    let place = Place::for_whom(r, p.position, |place| place.writes)?;
    edit_page(r, &place, &stored(r.viewer.lang, &place.position), false)
}

/// The fields as they are stored.
fn stored(lang: Lang, it: &Position) -> FormView {
    let topic = it.topic.map(|id| id.to_string()).unwrap_or_default();
    FormView::new(lang, &[("kind", it.kind.word()), ("title", &it.title), ("topic", &topic)])
}

fn edit_page(r: &Reading<'_>, place: &Place, form: &FormView, stale: bool) -> Result<Answer> {
    let form = &form.beside(stale, &stored(r.viewer.lang, &place.position));
    let t = T(r.viewer.lang);
    let mut sheet = place.sheet(r, t.facts_edit());
    sheet.hidden = vec![("version", place.position.version.to_string())];
    sheet.fields = fields(r, t, form)?;
    sheet.submit = t.save();
    sheet.of(form).answer(r, place.page(r, t.facts_edit())?, form)
}

/// Changes it.
///
/// # Errors
/// As [`actions::change_facts`].
pub fn change(w: &Writing<'_>, p: PositionFacts) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let place = Place::for_whom(&r, p.position, |place| place.writes)?;
    let again = |found, stale| edit_page(&r, &place, &FormView::kept(w.viewer.lang, w.ask, found), stale);
    let Ok(version) = w.ask.field("version").parse() else { return again(Vec::new(), true) };
    let (kind, title, topic) = match typed(w) {
        Ok(found) => found,
        Err(found) => return again(found, false),
    };
    match actions::change_facts(w.tx, &w.viewer.actor, p.position, version, (kind, &title, topic)) {
        Ok(()) => Ok(Answer::to(place.link(&r)).with_note(t.note_saved())),
        Err(Error::Stale) => again(Vec::new(), true),
        Err(fault) => again(shell::problems(fault, "title", &[])?, false),
    }
}
