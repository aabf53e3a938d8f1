//! Publishing a position, and what stands beside its text.

use kernel::{Error, Lang, Level, Result};
use networks::shell;
use web::{Answer, Fields, FormView, Reading, Writing};

use super::{Place, words::level_word};
use crate::{
    Position, Slots, actions,
    paths::{PositionPublish, PositionSlots},
    rules::{levels, may_publish},
    store::{signatures, signers},
    words::T,
};

/// The form; with `?pruefen`, what is final once more before it happens.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who steer it.
pub fn form(r: &Reading<'_>, p: PositionPublish) -> Result<Answer> {
    let place = Place::led(r, p.position)?;
    let ready = r.ask.query("pruefen").is_some() && is_ready(r, &place)?;
    let form = planned(r, &place);
    if ready { confirm(r, &place, &form) } else { page(r, &place, &form) }
}

/// The fields as they are planned.
fn planned(r: &Reading<'_>, place: &Place) -> FormView {
    let possible = place.network.as_ref().map(levels).unwrap_or_default();
    let planned = place.position.publish_level;
    let level = if possible.contains(&planned) { planned } else { possible.first().copied().unwrap_or(Level::Network) };
    let (level, signers) = (level.number().to_string(), place.position.signers_least.to_string());
    FormView::new(r.viewer.lang, &[("level", &level), ("signers", &signers)])
}

/// Whether nothing stands between it and its publication.
fn is_ready(r: &Reading<'_>, place: &Place) -> Result<bool> {
    let it = &place.position;
    Ok(!it.state.is_published() && may_publish(it, &signatures::list_signatures(r.conn, it.id)?).is_ok())
}

/// What is planned, that it is final, and the button that does it.
fn confirm(r: &Reading<'_>, place: &Place, form: &FormView) -> Result<Answer> {
    let (t, it) = (T(r.viewer.lang), &place.position);
    let mut sheet = place.sheet(r, t.publish_title());
    let level = level_word(t, it.publish_level);
    sheet.known = vec![t.publish_text().to_owned(), t.said_by(t.field_level(), level)];
    sheet.hidden = vec![
        ("level", it.publish_level.number().to_string()),
        ("signers", it.signers_least.to_string()),
        ("when", "jetzt".to_owned()),
    ];
    if let Some(older) = signers::find_contradiction(r.conn, it.id)? {
        sheet.hidden.push(("older", older.map_or_else(|| "keine".to_owned(), |id| id.to_string())));
    }
    sheet.submit = t.publish_now();
    sheet.of(form).answer(r, place.page(r, t.publish_title())?, form)
}

fn page(r: &Reading<'_>, place: &Place, form: &FormView) -> Result<Answer> {
    let (t, it) = (T(r.viewer.lang), &place.position);
    let mut sheet = place.sheet(r, t.publish_title());
    if it.state.is_published() {
        sheet.known = vec![t.publish_done(it.mark.as_deref().unwrap_or_default())];
    } else {
        sheet.known = vec![t.publish_text().to_owned()];
        if let Err(reason) = may_publish(it, &signatures::list_signatures(r.conn, it.id)?) {
            sheet.known.push(reason.text(r.viewer.lang).to_owned());
        }
        let possible = place.network.as_ref().map(levels).unwrap_or_default();
        let options = possible.iter().map(|l| (l.number().to_string(), level_word(t, *l).to_owned())).collect();
        sheet.fields = vec![
            form.radios("level", t.field_level(), options).to_string(),
            form.text("signers", t.field_signers()).hint(t.field_signers_hint()).kind("number").to_string(),
        ];
        let older = actions::contradictable(r.conn, &r.viewer.actor, it)?;
        if !older.is_empty() {
            let mut options = vec![("keine".to_owned(), t.older_none().to_owned())];
            options.extend(
                older
                    .iter()
                    .map(|p| (p.id.to_string(), format!("{}: {}", p.mark.as_deref().unwrap_or_default(), p.title))),
            );
            sheet.fields.push(form.radios("older", t.field_older(), options).hint(t.field_older_hint()).to_string());
        }
        sheet.submit = t.publish_keep();
    }
    sheet.of(form).answer(r, place.page(r, t.publish_title())?, form)
}

/// Plans it. What could be published is shown once more; it is published by the button there.
///
/// # Errors
/// As [`actions::plan_publication`] and [`actions::publish`].
pub fn save(w: &Writing<'_>, p: PositionPublish) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let place = Place::led(&r, p.position)?;
    let again = |found| page(&r, &place, &FormView::kept(w.viewer.lang, w.ask, found));
    let mut fields = Fields::of(w.ask);
    let levels: Vec<(String, Level)> =
        [Level::Public, Level::AllNetworks, Level::Network].map(|l| (l.number().to_string(), l)).into();
    let levels: Vec<(&str, Level)> = levels.iter().map(|(key, l)| (key.as_str(), *l)).collect();
    let level = fields.choice("level", &levels);
    let least = w.ask.field("signers").parse::<i64>();
    if least.is_err() {
        fields.refuse("signers", "Bitte nennen Sie eine Zahl.", "Please give a number.");
    }
    let (Some(level), Ok(least), true) = (level, least, fields.problems.is_empty()) else {
        return again(fields.problems);
    };
    let (by, id) = (&w.viewer.actor, p.position);
    let older = match w.ask.field("older") {
        "" => None,
        "keine" => Some(None),
        text => Some(Some(text.parse().map_err(|_| Error::NotFound)?)),
    };
    let planned = actions::say_contradiction(w.tx, by, id, older)
        .and_then(|()| actions::plan_publication(w.tx, by, id, level, least));
    let done = planned.and_then(|()| {
        if w.ask.field("when") == "jetzt" {
            actions::publish(w.tx, by, id).map(|mark| t.note_published(mark))
        } else {
            Ok(t.note_saved().to_owned())
        }
    });
    match done {
        Ok(_) if w.ask.field("when").is_empty() && is_ready(&r, &Place::led(&r, id)?)? => {
            Ok(Answer::to(format!("{}?pruefen=ja", w.viewer.link(&p))))
        }
        Ok(note) => Ok(Answer::to(place.link(&r)).with_note(&note)),
        Err(fault) => again(shell::problems(fault, "signers", &[])?),
    }
}

/// The form for what stands beside the text.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who steer it.
pub fn slots(r: &Reading<'_>, p: PositionSlots) -> Result<Answer> {
    let place = Place::led(r, p.position)?;
    slots_page(r, &place, &stored(r.viewer.lang, &place.position), false)
}

/// The fields as they are stored.
fn stored(lang: Lang, it: &Position) -> FormView {
    let review = it.review.map(|d| d.to_string()).unwrap_or_default();
    let values = [
        ("summary_en", it.slots.summary_en.as_str()),
        ("easy", it.slots.easy.as_str()),
        ("quote", it.slots.quote.as_str()),
        ("quote_by", it.slots.quote_by.as_str()),
        ("review", review.as_str()),
    ];
    FormView::new(lang, &values)
}

fn slots_page(r: &Reading<'_>, place: &Place, form: &FormView, stale: bool) -> Result<Answer> {
    let form = &form.beside(stale, &stored(r.viewer.lang, &place.position));
    let t = T(r.viewer.lang);
    let mut sheet = place.sheet(r, t.slots_title());
    sheet.hidden = vec![("version", place.position.version.to_string())];
    sheet.fields = vec![
        form.text("summary_en", t.slot_summary()).lines(5).optional().to_string(),
        form.text("easy", t.slot_easy()).hint(t.slot_easy_hint()).lines(6).optional().to_string(),
        form.text("quote", t.slot_quote()).lines(3).optional().to_string(),
        form.text("quote_by", t.field_quote_by()).hint(t.field_quote_hint()).optional().to_string(),
        form.text("review", t.fact_review()).hint(t.field_review_hint()).kind("date").optional().to_string(),
    ];
    sheet.submit = t.save();
    sheet.of(form).answer(r, place.page(r, t.slots_title())?, form)
}

/// Saves it.
///
/// # Errors
/// As [`actions::save_slots`].
pub fn save_slots(w: &Writing<'_>, p: PositionSlots) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let place = Place::led(&r, p.position)?;
    let again = |found, stale| slots_page(&r, &place, &FormView::kept(w.viewer.lang, w.ask, found), stale);
    let Ok(version) = w.ask.field("version").parse() else { return again(Vec::new(), true) };
    let mut fields = Fields::of(w.ask);
    let slots = Slots {
        summary_en: fields.text("summary_en", 6_000),
        easy: fields.text("easy", 6_000),
        quote: fields.text("quote", 1_000),
        quote_by: fields.line("quote_by", 120),
    };
    let review = fields.day("review");
    if !fields.problems.is_empty() {
        return again(fields.problems, false);
    }
    match actions::save_slots(w.tx, &w.viewer.actor, p.position, version, (&slots, review)) {
        Ok(()) => Ok(Answer::to(place.link(&r)).with_note(t.note_saved())),
        Err(Error::Stale) => again(Vec::new(), true),
        Err(fault) => again(shell::problems(fault, "summary_en", &[])?, false),
    }
}
