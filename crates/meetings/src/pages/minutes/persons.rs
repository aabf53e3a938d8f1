//! Who led the meeting, and who keeps the minutes.

use kernel::{Error, Id, Result};
use networks::{Names, Place as Where, shell};
use people::Person;
use web::{Answer, FormView, Reading, Writing};

use super::Record;
use crate::{actions, paths::MinutesPersons, rules::minutes::still_draft, words::T};

/// The form.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who convene.
pub fn form(r: &Reading<'_>, p: MinutesPersons) -> Result<Answer> {
    let record = Record::led(r, p.meeting)?;
    let key = |person: Option<Id<Person>>| person.map_or_else(String::new, |id| id.to_string());
    let (chair, keeper) = (key(record.minutes.chair), key(record.minutes.keeper));
    page(r, &record, &FormView::new(r.viewer.lang, &[("chair", &chair), ("keeper", &keeper)]), false)
}

fn page(r: &Reading<'_>, record: &Record, form: &FormView, stale: bool) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let (place, minutes) = (&record.place, &record.minutes);
    let mut sheet = place.sheet(r, t.pro_persons());
    sheet.back = record.link(r);
    match still_draft(minutes) {
        Ok(()) => {
            let list = actions::attendance::attendance_of(r.conn, &place.meeting, &place.body)?;
            let own = r.viewer.actor.person.map(Id::<Person>::new);
            let mut all: Vec<Id<Person>> = list.lines.iter().filter_map(|line| line.person).collect();
            all.extend([own, minutes.chair, minutes.keeper].into_iter().flatten());
            all.sort_unstable();
            all.dedup();
            let names = Names::load_with_places(r.conn, &r.viewer.actor, all.iter().copied())?;
            let at = Where::from(&place.body);
            let mut options: Vec<(String, String)> = all
                .into_iter()
                .filter_map(|id| {
                    let who = names.in_place(id, &at).or_else(|| names.anywhere(id))?;
                    Some((id.to_string(), who.name.full()))
                })
                .collect();
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
    if stale {
        (sheet.stale, sheet.status) = (t.stale(t.pro_title()), 409);
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
    let again = |found, stale| page(&r, &record, &FormView::kept(w.viewer.lang, w.ask, found), stale);
    if w.ask.field("version").parse() != Ok(record.minutes.version) {
        return again(Vec::new(), true);
    }
    let person = |field| {
        Some(w.ask.field(field)).filter(|text: &&str| !text.is_empty()).map(str::parse::<Id<Person>>).transpose()
    };
    let (Ok(chair), Ok(keeper)) = (person("chair"), person("keeper")) else { return Err(Error::NotFound) };
    let (id, version) = (record.minutes.id, record.minutes.version);
    match actions::minutes::name_persons(w.tx, &w.viewer.actor, id, version, (chair, keeper)) {
        Ok(()) => Ok(Answer::to(record.link(&r)).with_note(t.pro_note_written())),
        Err(Error::Stale) => again(Vec::new(), true),
        Err(fault) => again(shell::problems(fault, "chair", &[])?, false),
    }
}
