//! `/gremien/{body}/umbenennen` gives a name from a day on, `…/aufloesen` ends a network or body with a day. Who saves
//! over somebody else's change sees how it stands now.

use kernel::Result;
use web::{Answer, Fields, FormView, Reading, Writing};

use super::{bodies::NAME_MOST, body::KeptBody, day, is_current, problems};
use crate::{
    Body, BodyForm,
    actions::correct_body_name,
    edit_body, end_body,
    paths::{BodyEnd, BodyKeep, BodyRename},
    rename_body,
    store::bodies,
    words::T,
};

/// The form for another name.
///
/// # Errors
/// [`kernel::Error::NotFound`], [`kernel::Error::Denied`].
pub fn name_form(r: &Reading<'_>, p: BodyRename) -> Result<Answer> {
    let kept = KeptBody::load(r, p.body)?;
    let today = r.viewer.today.to_string();
    let mut values = named(&kept.body).to_vec();
    values.push(("from", &today));
    name_page(r, &kept, &FormView::new(r.viewer.lang, &values))
}

/// The names as they are stored.
fn named(body: &Body) -> [(&'static str, &str); 2] {
    [("name", body.name.as_str()), ("name_en", body.name_en.as_deref().unwrap_or_default())]
}

fn name_page(r: &Reading<'_>, kept: &KeptBody, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let mut sheet = kept.sheet(r, t.bodies_rename())?.of(form);
    sheet.known = vec![t.bodies_rename_text().to_owned()];
    sheet.hidden = vec![("version", kept.body.version.to_string())];
    sheet.fields = vec![
        form.text("name", t.bodies_name_new()).to_string(),
        form.text("name_en", t.bodies_name_en()).optional().to_string(),
        form.text("from", t.bodies_rename_from()).kind("date").to_string(),
        mistake(t, form),
    ];
    sheet.submit = t.bodies_rename();
    sheet.answer(r, kept.page(r, t.bodies_rename())?, form)
}

/// Whether the name so far was never right.
fn mistake(t: T, form: &FormView) -> String {
    let yes = vec![("ja".to_owned(), t.rename_mistake_yes().to_owned())];
    form.boxes("mistake", t.rename_mistake(), yes).hint(t.rename_mistake_hint()).to_string()
}

/// Whether that was ticked.
fn is_mistake(w: &Writing<'_>) -> bool {
    w.ask.field("mistake") == "ja"
}

/// Gives the name.
///
/// # Errors
/// As [`rename_body`].
pub fn rename(w: &Writing<'_>, p: BodyRename) -> Result<Answer> {
    let (r, t, by) = (w.reading(), T(w.viewer.lang), &w.viewer.actor);
    let kept = KeptBody::load(&r, p.body)?;
    let again = |problems| name_page(&r, &kept, &FormView::kept(w.viewer.lang, w.ask, problems));
    let overtaken = || {
        name_page(
            &r,
            &kept,
            &FormView::kept(w.viewer.lang, w.ask, Vec::new())
                .overtaken(&FormView::new(w.viewer.lang, &named(&kept.body))),
        )
    };
    if !is_current(w, kept.body.version) {
        return overtaken();
    }
    let mut fields = Fields::of(w.ask);
    let name = fields.needed("name", NAME_MOST, "Bitte schreiben Sie den Namen.", "Please write the name.");
    let name_en = Some(fields.line("name_en", NAME_MOST)).filter(|n| !n.is_empty());
    if is_mistake(w) {
        if !fields.problems.is_empty() {
            return again(fields.problems);
        }
        return match correct_body_name(w.tx, by, kept.body.id, kept.body.version, &name, name_en.as_deref()) {
            Ok(()) => Ok(Answer::to(kept.manage(&r)).with_note(t.bodies_renamed())),
            Err(fault) => again(problems(fault, "name", &[])?),
        };
    }
    let from = day(&mut fields, "from", "Bitte nennen Sie den ersten Tag.", "Please give the first day.");
    let from = match from {
        Some(from) if from > w.viewer.today => {
            fields.refuse("from", "Der Tag liegt noch in der Zukunft.", "This day still lies in the future.");
            return again(fields.problems);
        }
        Some(from) if fields.problems.is_empty() => from,
        _ => return again(fields.problems),
    };
    let done = rename_body(w.tx, by, kept.body.id, kept.body.version, &name, from).and_then(|()| {
        if name_en == kept.body.name_en {
            return Ok(());
        }
        // The English name has no history of its own; it is corrected together with the German one.
        let now = bodies::find_body(w.tx, by, kept.body.id)?;
        edit_body(w.tx, by, now.id, now.version, &BodyForm { name_en: name_en.clone(), ..BodyForm::of(&now) })
    });
    match done {
        Ok(()) => Ok(Answer::to(kept.manage(&r)).with_note(t.bodies_renamed())),
        Err(fault) => again(problems(fault, "name", &[])?),
    }
}

/// The form for the last day.
///
/// # Errors
/// [`kernel::Error::NotFound`], [`kernel::Error::Denied`].
pub fn end_form(r: &Reading<'_>, p: BodyEnd) -> Result<Answer> {
    let kept = KeptBody::load(r, p.body)?;
    end_page(r, &kept, &FormView::new(r.viewer.lang, &[]))
}

fn end_page(r: &Reading<'_>, kept: &KeptBody, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let mut sheet = kept.sheet(r, t.bodies_end())?.of(form);
    sheet.known = vec![t.bodies_end_text().to_owned()];
    if kept.body.is_network() {
        sheet.known.push(t.bodies_end_network().to_owned());
    }
    sheet.hidden = vec![("version", kept.body.version.to_string())];
    sheet.fields = vec![form.text("until", t.keep_last_day()).hint(t.bodies_end_hint()).kind("date").to_string()];
    sheet.submit = t.bodies_end();
    sheet.answer(r, kept.page(r, t.bodies_end())?, form)
}

/// Ends it.
///
/// # Errors
/// As [`end_body`].
pub fn end(w: &Writing<'_>, p: BodyEnd) -> Result<Answer> {
    let (r, t, by) = (w.reading(), T(w.viewer.lang), &w.viewer.actor);
    let kept = KeptBody::load(&r, p.body)?;
    let again = |problems| end_page(&r, &kept, &FormView::kept(w.viewer.lang, w.ask, problems));
    let overtaken = || {
        end_page(
            &r,
            &kept,
            &FormView::kept(w.viewer.lang, w.ask, Vec::new()).overtaken(&FormView::new(w.viewer.lang, &[])),
        )
    };
    if !is_current(w, kept.body.version) {
        return overtaken();
    }
    let mut fields = Fields::of(w.ask);
    let Some(last) = day(&mut fields, "until", "Bitte nennen Sie den letzten Tag.", "Please give the last day.") else {
        return again(fields.problems);
    };
    match end_body(w.tx, by, kept.body.id, kept.body.version, last.next()) {
        Ok(()) => Ok(Answer::to(w.viewer.link(&BodyKeep { body: kept.network.id })).with_note(t.bodies_ended())),
        Err(fault) => again(problems(fault, "until", &[])?),
    }
}
