//! What is done with a delegation: its file, the receiver's word, its end, who stands in.

use kernel::{Day, Error, Id, Problem, Result};
use networks::{Deputed, EndReason, NewSubstitute, Occupancy, shell};
use people::Person;
use web::{Answer, Fields, FormView, Reading, Sheet, Writing};

use super::{
    mandate::end_word,
    place::Place,
    send::{file_fields, typed_file},
};
use crate::{
    actions,
    paths::{MandateConfirm, MandateEnd, MandateFile, MandateSubstitute},
    words::T,
};

/// A delegation the reader leads.
fn led(r: &Reading<'_>, id: Id<Occupancy>) -> Result<Place> {
    let place = Place::load(r, id)?;
    if place.stance.leads { Ok(place) } else { Err(Error::Denied(None)) }
}

fn resolutions(r: &Reading<'_>, place: &Place) -> Result<Vec<(Id<decisions::Resolution>, String)>> {
    let all = decisions::list_resolutions(r.conn, &r.viewer.actor, place.it.sender)?;
    Ok(all.into_iter().map(|it| (it.id, T(r.viewer.lang).resolution_words(&it.mark, &it.title))).collect())
}

/// The form for its file.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub fn edit(r: &Reading<'_>, p: MandateFile) -> Result<Answer> {
    let place = led(r, p.mandate)?;
    let values = stored(&place);
    let values: Vec<(&str, &str)> = values.iter().map(|(n, v)| (*n, v.as_str())).collect();
    file_page(r, &place, &FormView::new(r.viewer.lang, &values), false)
}

/// The fields as they are stored, as far as the reader may see them.
fn stored(place: &Place) -> [(&'static str, String); 6] {
    let it = &place.it;
    [
        ("resolution", it.detail.resolution.map(|id| id.to_string()).unwrap_or_default()),
        ("decision", it.detail.decision.clone()),
        ("decision_day", it.detail.decision_day.map(|d| d.to_string()).unwrap_or_default()),
        ("mandate", it.mandate.word().to_owned()),
        ("instruction", if place.stance.inner { it.detail.instruction.clone() } else { String::new() }),
        ("report_days", it.detail.report_days.to_string()),
    ]
}

fn file_page(r: &Reading<'_>, place: &Place, form: &FormView, stale: bool) -> Result<Answer> {
    let stored = stored(place);
    // The line to follow is shown to those who read it.
    let seen = |field: &str| place.stance.inner || !matches!(field, "mandate" | "instruction");
    let now: Vec<_> = stored.iter().filter(|(f, _)| seen(f)).map(|(f, value)| (*f, value.as_str())).collect();
    let form = &form.beside(stale, &FormView::new(r.viewer.lang, &now));
    let t = T(r.viewer.lang);
    let mut sheet = place.sheet(r, t.file_title());
    sheet.hidden = vec![("version", place.it.detail.version.to_string())];
    sheet.fields = file_fields(t, form, &resolutions(r, place)?, place.stance.inner);
    sheet.submit = t.act_save();
    if !place.stance.inner {
        sheet.known = vec![t.file_not_inner().to_owned()];
    }
    sheet.of(form).answer(r, place.page(r, t.file_title()), form)
}

/// Puts it on file.
///
/// # Errors
/// As [`actions::put_on_file`].
pub fn save(w: &Writing<'_>, p: MandateFile) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let place = led(&r, p.mandate)?;
    let again = |found, stale| file_page(&r, &place, &FormView::kept(w.viewer.lang, w.ask, found), stale);
    let mut fields = Fields::of(w.ask);
    let (detail, mandate) = typed_file(w, &mut fields);
    if !fields.problems.is_empty() {
        return again(fields.problems, false);
    }
    let version = w.ask.field("version").parse().unwrap_or(-1);
    match actions::put_on_file(w.tx, &w.viewer.actor, p.mandate, version, mandate, &detail) {
        Ok(()) => Ok(Answer::to(place.link(&r)).with_note(t.note_saved())),
        Err(Error::Stale) => again(Vec::new(), true),
        Err(fault) => again(shell::problems(fault, "decision", &[])?, false),
    }
}

/// The form for the receiver's word.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub fn confirm_form(r: &Reading<'_>, p: MandateConfirm) -> Result<Answer> {
    let place = confirming(r, p.mandate)?;
    let today = r.viewer.today.to_string();
    confirm_page(r, &place, &FormView::new(r.viewer.lang, &[("day", &today)]))
}

fn confirming(r: &Reading<'_>, id: Id<Occupancy>) -> Result<Place> {
    let place = Place::load(r, id)?;
    let outside = place.receiver.kind == networks::BodyKind::Outside;
    let may = place.stance.receives || (place.stance.leads && outside);
    if may { Ok(place) } else { Err(Error::Denied(None)) }
}

fn confirm_page(r: &Reading<'_>, place: &Place, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let sheet = Sheet {
        fields: vec![
            form.text("day", t.confirm_day()).kind("date").to_string(),
            form.text("confirmed_by", t.confirm_by()).hint(t.confirm_by_hint()).optional().to_string(),
        ],
        submit: t.confirm_submit(),
        ..place.sheet(r, t.confirm_title())
    };
    sheet.of(form).answer(r, place.page(r, t.confirm_title()), form)
}

/// Notes the receiver's word.
///
/// # Errors
/// As [`actions::confirm`].
pub fn confirm(w: &Writing<'_>, p: MandateConfirm) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let place = confirming(&r, p.mandate)?;
    let again = |found| confirm_page(&r, &place, &FormView::kept(w.viewer.lang, w.ask, found));
    let mut fields = Fields::of(w.ask);
    let day = shell::day(&mut fields, "day", "Bitte nennen Sie den Tag.", "Please give the day.");
    let whom = fields.line("confirmed_by", 120);
    let Some(day) = day.filter(|_| fields.problems.is_empty()) else { return again(fields.problems) };
    match actions::confirm(w.tx, &w.viewer.actor, p.mandate, day, &whom, &w.site.outside().base_url) {
        Ok(()) => Ok(Answer::to(place.link(&r)).with_note(t.note_confirmed())),
        Err(fault) => again(shell::problems(fault, "day", &[])?),
    }
}

/// The form for its end.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who lead the senders and whoever sits there.
pub fn end_form(r: &Reading<'_>, p: MandateEnd) -> Result<Answer> {
    let place = ending(r, p.mandate)?;
    let today = r.viewer.today.to_string();
    let reason = if place.stance.leads { "recall" } else { "resignation" };
    end_page(r, &place, &FormView::new(r.viewer.lang, &[("until", &today), ("reason", reason)]))
}

fn ending(r: &Reading<'_>, id: Id<Occupancy>) -> Result<Place> {
    let place = Place::load(r, id)?;
    if place.stance.leads || place.stance.sits { Ok(place) } else { Err(Error::Denied(None)) }
}

/// Why it may end, for this reader.
fn reasons(place: &Place) -> Vec<EndReason> {
    if place.stance.leads {
        vec![EndReason::Recall, EndReason::Resignation, EndReason::Eligibility]
    } else {
        vec![EndReason::Resignation]
    }
}

fn end_page(r: &Reading<'_>, place: &Place, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let title = if place.it.waits() { t.take_back_title() } else { t.end_title() };
    let mut sheet = place.sheet(r, title);
    if place.it.waits() {
        sheet.known = vec![t.take_back_known().to_owned()];
        sheet.hidden = vec![("zurueck", "ja".to_owned())];
        sheet.submit = t.take_back_title();
    } else {
        let choices = reasons(place).into_iter().map(|why| (why.word().to_owned(), end_word(t, why).to_owned()));
        sheet.known =
            vec![if place.receiver.mail.is_some() { t.end_known() } else { t.end_known_by_paper() }.to_owned()];
        sheet.fields = vec![
            form.text("until", t.end_day()).hint(t.end_day_hint()).kind("date").to_string(),
            form.radios("reason", t.end_reason(), choices.collect()).to_string(),
        ];
        sheet.submit = t.end_submit();
    }
    sheet.of(form).answer(r, place.page(r, title), form)
}

/// Ends it.
///
/// # Errors
/// As [`actions::end`] and [`actions::take_back`].
pub fn end(w: &Writing<'_>, p: MandateEnd) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let place = ending(&r, p.mandate)?;
    let again = |found| end_page(&r, &place, &FormView::kept(w.viewer.lang, w.ask, found));
    let (by, base) = (&w.viewer.actor, &w.site.outside().base_url);
    if place.it.waits() {
        return match actions::take_back(w.tx, by, p.mandate) {
            Ok(()) => Ok(Answer::to(place.link(&r)).with_note(t.note_taken_back())),
            Err(fault) => again(shell::problems(fault, "until", &[])?),
        };
    }
    let mut fields = Fields::of(w.ask);
    let until = shell::day(&mut fields, "until", "Bitte nennen Sie den Tag.", "Please give the day.");
    let words: Vec<(&str, EndReason)> = reasons(&place).into_iter().map(|why| (why.word(), why)).collect();
    let reason = fields.choice("reason", &words);
    let (Some(until), Some(reason), []) = (until, reason, &fields.problems[..]) else { return again(fields.problems) };
    match actions::end(w.tx, by, p.mandate, until, reason, base) {
        Ok(()) => Ok(Answer::to(place.link(&r)).with_note(t.note_ended())),
        Err(fault) => again(shell::problems(fault, "until", &[])?),
    }
}

/// The form for who stands in.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub fn substitute_form(r: &Reading<'_>, p: MandateSubstitute) -> Result<Answer> {
    let place = led(r, p.mandate)?;
    let today = r.viewer.today.to_string();
    substitute_page(r, &place, &FormView::new(r.viewer.lang, &[("from", &today)]))
}

/// Who can stand in: those who sit in the body that sends, whoever is sent among them too, so that the sentence says why
/// not.
fn choices(r: &Reading<'_>, place: &Place) -> Result<Vec<(Id<Person>, String)>> {
    let (v, Some(sender)) = (r.viewer, &place.sender) else { return Ok(Vec::new()) };
    let found = networks::roster(r.conn, &v.actor, sender, v.today, networks::soon_after(v.today))?.unwrap_or_default();
    let mut all: Vec<(Id<Person>, String)> = Vec::new();
    for who in found.seats.iter().flat_map(|s| &s.sitters).filter_map(|s| s.who.as_ref()) {
        if !all.iter().any(|(id, _)| *id == who.id) {
            all.push((who.id, who.name.full()));
        }
    }
    all.sort_by_cached_key(|(id, name)| (i18n::fold(name), *id));
    Ok(all)
}

fn substitute_page(r: &Reading<'_>, place: &Place, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let options = choices(r, place)?.into_iter().map(|(id, name)| (id.to_string(), name)).collect();
    let sheet = Sheet {
        known: vec![t.substitute_known().to_owned()],
        fields: vec![
            form.select("person", t.fact_stand_in(), options).to_string(),
            form.text("from", t.field_from()).kind("date").to_string(),
        ],
        submit: t.substitute_submit(),
        ..place.sheet(r, t.substitute_title())
    };
    sheet.of(form).answer(r, place.page(r, t.substitute_title()), form)
}

/// Names who stands in. Nobody stands in for herself.
///
/// # Errors
/// As [`networks::name_substitute`].
pub fn substitute(w: &Writing<'_>, p: MandateSubstitute) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let place = led(&r, p.mandate)?;
    let again = |found: Vec<Problem>| substitute_page(&r, &place, &FormView::kept(w.viewer.lang, w.ask, found));
    let mut fields = Fields::of(w.ask);
    let person: Option<Id<Person>> = w.ask.field("person").parse().ok();
    let person = person.filter(|id| choices(&r, &place).is_ok_and(|all| all.iter().any(|(known, _)| known == id)));
    if person.is_none() {
        fields.refuse("person", "Bitte wählen Sie, wer vertritt.", "Please choose who stands in.");
    }
    let sits = crate::store::letters::list_sent(w.tx, &[place.it.seat], w.viewer.today)?;
    if person.is_some_and(|id| sits.iter().any(|s| s.person == id && !s.stands_in) || place.it.person == Some(id)) {
        fields.refuse("person", "Niemand vertritt sich selbst.", "Nobody stands in for herself.");
    }
    let from = shell::day(&mut fields, "from", "Bitte nennen Sie den ersten Tag.", "Please give the first day.");
    let (Some(person), Some(from), []) = (person, from, &fields.problems[..]) else { return again(fields.problems) };
    let new = NewSubstitute {
        body: place.it.receiver,
        seat: Some(place.it.seat),
        who: Deputed::Person(person),
        rank: 1,
        moves_up: false,
        from,
        until: Day::OPEN,
    };
    match networks::name_substitute(w.tx, &w.viewer.actor, &new) {
        Ok(_) => Ok(Answer::to(place.link(&r)).with_note(t.note_saved())),
        Err(fault) => again(shell::problems(fault, "person", &[])?),
    }
}
