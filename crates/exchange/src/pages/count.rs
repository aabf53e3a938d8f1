//! `/gremien/{body}/austausch/zahl`: releasing how many confidential threads there were, without details.

use kernel::{Day, Error, Id, Level, Problem, Result};
use networks::{Body, Topic, shell};
use web::{Answer, Fields, FormView, Page, Reading, Sheet, Writing};

use super::{
    form::chosen,
    level_word,
    place::{body_crumbs, body_row, home, topic_options},
};
use crate::{
    actions,
    paths::{BodyThreads, CountRelease},
    rules::SMALLEST,
    words::T,
};

fn load(r: &Reading<'_>, id: Id<Body>) -> Result<(Body, Option<Body>)> {
    let found = home(r, id)?;
    if actions::circulars::writes(&r.viewer.actor, &found.0) { Ok(found) } else { Err(Error::Denied(None)) }
}

/// The form.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] but for those who lead.
pub fn form(r: &Reading<'_>, p: CountRelease) -> Result<Answer> {
    let (body, network) = load(r, p.body)?;
    let year = r.viewer.today.year();
    let first = Day::new(year, 1, 1).unwrap_or(r.viewer.today).to_string();
    let today = r.viewer.today.to_string();
    let level = body.level.max(Level::Public).min(Level::AllNetworks).number().to_string();
    let form = FormView::new(r.viewer.lang, &[("from", &first), ("until", &today), ("level", &level)]);
    page(r, &body, network.as_ref(), &form)
}

fn page(r: &Reading<'_>, body: &Body, network: Option<&Body>, form: &FormView) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let levels: Vec<_> = [Level::Public, Level::AllNetworks]
        .into_iter()
        .filter(|level| *level >= body.level)
        .map(|level| (level.number().to_string(), level_word(t, level).to_owned()))
        .collect();
    let nowhere = levels.is_empty();
    let mut sheet = Sheet {
        crumbs: body_crumbs(r, body, network, true)?,
        title: t.count_title().to_owned(),
        lead: body.name_in(v.lang).to_owned(),
        known: vec![if nowhere { t.count_nowhere().to_owned() } else { t.count_known(SMALLEST) }],
        submit: if nowhere { "" } else { t.count_submit() },
        back: v.link(&BodyThreads { body: body.id }),
        ..Sheet::new(v.lang)
    }
    .of(form);
    if !nowhere {
        sheet.fields = vec![
            form.text("from", t.field_from()).kind("date").to_string(),
            form.text("until", t.field_last()).kind("date").to_string(),
            form.select("topic", t.field_topic(), topic_options(r)?).to_string(),
            form.radios("level", t.field_level_count(), levels).to_string(),
        ];
    }
    let page = body_row(r, Page::new(t.count_title()).nav("exchange"), body, network)?;
    sheet.answer(r, page, form)
}

/// Releases it.
///
/// # Errors
/// As [`form`].
pub fn save(w: &Writing<'_>, p: CountRelease) -> Result<Answer> {
    let r = w.reading();
    let (body, network) = load(&r, p.body)?;
    let mut fields = Fields::of(w.ask);
    let (from, until) = (fields.day("from"), fields.day("until"));
    let level = fields.choice("level", &[("0", Level::Public), ("1", Level::AllNetworks)]);
    let again = |found: Vec<Problem>| page(&r, &body, network.as_ref(), &FormView::kept(w.viewer.lang, w.ask, found));
    let (Some(from), Some(until), Some(level)) = (from, until, level) else {
        if fields.problems.is_empty() {
            fields.refuse("from", "Bitte geben Sie beide Tage ein.", "Please enter both days.");
        }
        return again(fields.problems);
    };
    let topic = chosen::<Topic>(w.ask.field("topic"))?;
    match actions::release_count(w.tx, &w.viewer.actor, body.id, topic, (from, until.next()), level) {
        Ok(_) => {
            Ok(Answer::to(w.viewer.link(&BodyThreads { body: body.id })).with_note(T(w.viewer.lang).note_released()))
        }
        Err(fault @ (Error::Form(_) | Error::Rule(_))) => again(shell::problems(fault, "from", &[])?),
        Err(other) => Err(other),
    }
}
