//! Who led the meeting, and who keeps the minutes.

use kernel::{Error, Id, Lang, Result};
use networks::shell;
use people::Person;
use web::{Answer, FormView, Reading, Writing};

use super::Record;
use crate::{Minutes, actions, paths::MinutesPersons, rules::minutes::still_draft, words::T};

/// The form.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who convene.
pub fn form(r: &Reading<'_>, p: MinutesPersons) -> Result<Answer> {
    let record = Record::led(r, p.meeting)?;
    page(r, &record, &stored(r.viewer.lang, &record.minutes))
}

/// The fields as they are stored.
fn stored(lang: Lang, minutes: &Minutes) -> FormView {
    let key = |person: Option<Id<Person>>| person.map_or_else(String::new, |id| id.to_string());
    FormView::new(lang, &[("chair", &key(minutes.chair)), ("keeper", &key(minutes.keeper))])
}

fn page(r: &Reading<'_>, record: &Record, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let (place, minutes) = (&record.place, &record.minutes);
    let mut sheet = place.sheet(r, t.pro_persons());
    sheet.back = record.link(r);
    match still_draft(minutes) {
        Ok(()) => {
            let home = (&place.meeting, &place.body);
            let known = actions::minutes::nameable(r.conn, &r.viewer.actor, minutes, home)?;
            let mut options: Vec<(String, String)> =
                known.into_iter().map(|(id, name)| (id.to_string(), name)).collect();
            options.sort_by_cached_key(|(_, name)| i18n::fold(name));
            options.insert(0, (String::new(), t.pro_nobody().to_owned()));
            sheet.hidden = vec![("version", minutes.version.to_string())];
            sheet.fields = vec![
                form.select("chair", t.pro_chair(), options.clone()).to_string(),
                form.select("keeper", t.pro_keeper(), options).to_string(),
            ];
            sheet.submit = t.edit_submit();
        }
        Err(Error::Rule(reason)) => sheet.known = vec![reason.text(r.viewer.lang).to_owned()],
        Err(other) => return Err(other),
    }
    sheet.of(form).answer(r, place.page(r, t.pro_persons())?, form)
}

/// Writes them.
///
/// # Errors
/// As [`actions::minutes::name_persons`].
pub fn save(w: &Writing<'_>, p: MinutesPersons) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let record = Record::led(&r, p.meeting)?;
    let again = |found| page(&r, &record, &FormView::kept(w.viewer.lang, w.ask, found));
    let overtaken = || {
        page(
            &r,
            &record,
            &FormView::kept(w.viewer.lang, w.ask, Vec::new()).overtaken(&stored(w.viewer.lang, &record.minutes)),
        )
    };
    if w.ask.field("version").parse() != Ok(record.minutes.version) {
        return overtaken();
    }
    let person = |field| {
        Some(w.ask.field(field)).filter(|text: &&str| !text.is_empty()).map(str::parse::<Id<Person>>).transpose()
    };
    let (Ok(chair), Ok(keeper)) = (person("chair"), person("keeper")) else { return Err(Error::NotFound) };
    let (id, version) = (record.minutes.id, record.minutes.version);
    match actions::minutes::name_persons(w.tx, &w.viewer.actor, id, version, (chair, keeper)) {
        Ok(()) => Ok(Answer::to(record.link(&r)).with_note(t.pro_note_written())),
        Err(Error::Stale) => overtaken(),
        Err(fault) => again(shell::problems(fault, "chair", &[])?),
    }
}
