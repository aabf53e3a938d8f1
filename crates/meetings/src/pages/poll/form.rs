//! Setting a date poll down, and changing a draft.

use i18n::NoDay;
use kernel::{Day, Error, Lang, Moment, Problem, Result};
use networks::{Body, shell};
use web::{Answer, Fields, FormView, Page, Reading, Sheet, Writing};

use super::{place::Place, show::notice_of};
use crate::{
    NewPoll, Poll, PollState, actions,
    pages::{body, meetings::form::led, place::body_row},
    paths::{BodyMeetings, PollEdit, PollNew, PollPage},
    rules::{DATES_MOST, earliest},
    store,
    words::T,
};

/// So many days for answers unless another day is given.
const ANSWER_DAYS: i32 = 10;

/// The form for a new poll, filled as the body's last meeting was.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who convene.
pub fn new(r: &Reading<'_>, p: PollNew) -> Result<Answer> {
    let (of, network) = led(r, p.body)?;
    let last = store::meetings::list_past_of(r.conn, &r.viewer.actor, of.id, Moment::from_micros(i64::MAX), 1)?
        .into_iter()
        .next();
    let until = r.viewer.today.plus_days(ANSWER_DAYS).to_string();
    let minutes = last.as_ref().map_or(120, |m| m.minutes).to_string();
    let (title, place, online) =
        last.as_ref().map_or(("", "", ""), |m| (m.title.as_str(), m.place.as_str(), m.online.as_str()));
    let values = [
        ("title", title),
        ("length", minutes.as_str()),
        ("hour", "10:00"),
        ("place", place),
        ("online", online),
        ("answer_until", until.as_str()),
    ];
    new_page(r, &of, network.as_ref(), &FormView::new(r.viewer.lang, &values))
}

fn new_page(r: &Reading<'_>, of: &Body, network: Option<&Body>, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let mut fields = fields(t, form);
    fields.insert(1, form.text("dates", t.poll_field_dates()).hint(t.poll_field_dates_hint()).lines(6).to_string());
    fields.insert(2, form.text("hour", t.poll_field_hour()).kind("time").to_string());
    let mut known = vec![t.poll_new_text().to_owned()];
    let until = r.viewer.today.plus_days(ANSWER_DAYS);
    let first = notice_of(r, of)?.and_then(|notice| earliest(&notice, until));
    known.extend(first.map(|day| {
        let words = |day| i18n::day_long(r.viewer.lang, day);
        t.poll_notice(words(until), words(day))
    }));
    let sheet = Sheet {
        crumbs: body::crumbs(r, of, network, true)?,
        title: t.poll_new_title().to_owned(),
        lead: of.name_in(r.viewer.lang).to_owned(),
        known,
        back: r.viewer.link(&BodyMeetings { body: of.id }),
        fields,
        submit: t.poll_new_submit(),
        ..Sheet::new(r.viewer.lang)
    };
    let page = Page::new(format!("{}: {}", t.poll_new_title(), of.name_in(r.viewer.lang))).nav("networks");
    sheet.of(form).answer(r, body_row(r, page, of, network)?, form)
}

fn fields(t: T, form: &FormView) -> Vec<String> {
    vec![
        form.text("title", t.field_title()).hint(t.field_title_hint()).to_string(),
        form.text("length", t.field_length()).hint(t.field_length_hint()).kind("number").to_string(),
        form.text("answer_until", t.field_answer_until()).kind("date").to_string(),
        form.text("place", t.field_place()).hint(t.field_place_hint()).optional().to_string(),
        form.text("online", t.field_online()).kind("url").optional().to_string(),
        form.text("note", t.field_note()).lines(4).optional().to_string(),
    ]
}

fn typed(fields: &mut Fields<'_>, w: &Writing<'_>) -> Option<NewPoll> {
    let title = fields.needed("title", 120, "Bitte geben Sie einen Titel an.", "Please give a title.");
    let length = w.ask.field("length").parse::<i64>().ok();
    if length.is_none() {
        fields.refuse("length", "Bitte nennen Sie die Dauer in Minuten.", "Please give the length in minutes.");
    }
    let until = fields.day("answer_until");
    if until.is_none() && fields.problems.iter().all(|p| p.field != "answer_until") {
        fields.refuse("answer_until", "Bitte nennen Sie den Tag.", "Please give the day.");
    }
    let place = fields.line("place", 300);
    let online = fields.line("online", 300);
    let note = fields.text("note", 4000);
    match (length, until, fields.problems.is_empty()) {
        (Some(minutes), Some(answer_until), true) => {
            Some(NewPoll { title, note, minutes, place, online, answer_until })
        }
        _ => None,
    }
}

/// One day a line, `9.12.2026` or `9.12.2026 14:00`, or as the program prints them.
fn dates(fields: &mut Fields<'_>, text: &str, (today, usual): (Day, (i8, i8))) -> Vec<Moment> {
    let mut found = Vec::new();
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    for line in lines.take(DATES_MOST + 1) {
        match i18n::read_moment(line, today) {
            Ok((day, at)) => {
                let (hour, minute) = at.unwrap_or(usual);
                found.push(day.at(hour, minute));
            }
            Err(NoDay::Form) => {
                fields.refuse(
                    "dates",
                    format!("„{line}“ ist kein Tag. Schreiben Sie so: 9.12.2026 14:00."),
                    format!("“{line}” is no day. Write like this: 9.12.2026 14:00."),
                );
                return Vec::new();
            }
            Err(why) => {
                let reason = why.reason();
                fields.refuse("dates", format!("„{line}“: {}", reason.de), format!("“{line}”: {}", reason.en));
                return Vec::new();
            }
        }
    }
    found
}

/// Sets the poll down.
///
/// # Errors
/// As [`actions::poll::plan_poll`].
pub fn plan(w: &Writing<'_>, p: PollNew) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let (of, network) = led(&r, p.body)?;
    let again = |found| new_page(&r, &of, network.as_ref(), &FormView::kept(w.viewer.lang, w.ask, found));
    let mut fields = Fields::of(w.ask);
    let usual = fields.time("hour").unwrap_or((10, 0));
    let text = fields.text("dates", 2000);
    let dates = dates(&mut fields, &text, (w.viewer.today, usual));
    let new = typed(&mut fields, w);
    let Some(new) = new.filter(|_| fields.problems.is_empty()) else { return again(fields.problems) };
    match actions::poll::plan_poll(w.tx, &w.viewer.actor, of.id, &new, &dates) {
        Ok(poll) => Ok(Answer::to(w.viewer.link(&PollPage { poll })).with_note(t.poll_note_planned())),
        Err(fault) => again(shell::problems(fault, "dates", &[])?),
    }
}

/// The form for changing a draft.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who convene.
pub fn edit(r: &Reading<'_>, p: PollEdit) -> Result<Answer> {
    let place = Place::led(r, p.poll)?;
    edit_page(r, &place, &stored(r.viewer.lang, &place.poll))
}

/// The fields as they are stored.
fn stored(lang: Lang, poll: &Poll) -> FormView {
    let (minutes, until) = (poll.minutes.to_string(), poll.answer_until.to_string());
    let values = [
        ("title", poll.title.as_str()),
        ("length", minutes.as_str()),
        ("place", poll.place.as_str()),
        ("online", poll.online.as_str()),
        ("answer_until", until.as_str()),
        ("note", poll.note.as_str()),
    ];
    FormView::new(lang, &values)
}

fn edit_page(r: &Reading<'_>, place: &Place, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let mut sheet = Sheet {
        crumbs: body::crumbs(r, &place.body, place.network.as_ref(), true)?,
        title: t.poll_edit_title().to_owned(),
        lead: place.poll.title.clone(),
        back: place.link(r),
        ..Sheet::new(r.viewer.lang)
    };
    if place.poll.state == PollState::Draft {
        sheet.hidden = vec![("version", place.poll.version.to_string())];
        sheet.fields = fields(t, form);
        sheet.submit = t.edit_submit();
    } else {
        sheet.known = vec![t.poll_sent_already().to_owned()];
    }
    sheet.of(form).answer(r, place.page(r)?, form)
}

/// Changes the draft.
///
/// # Errors
/// As [`actions::poll::change_poll`].
pub fn change(w: &Writing<'_>, p: PollEdit) -> Result<Answer> {
    let r = w.reading();
    let place = Place::led(&r, p.poll)?;
    let again = |found: Vec<Problem>| edit_page(&r, &place, &FormView::kept(w.viewer.lang, w.ask, found));
    let overtaken = || {
        edit_page(
            &r,
            &place,
            &FormView::kept(w.viewer.lang, w.ask, Vec::new()).overtaken(&stored(w.viewer.lang, &place.poll)),
        )
    };
    if w.ask.field("version").parse() != Ok(place.poll.version) {
        return overtaken();
    }
    let mut fields = Fields::of(w.ask);
    let Some(new) = typed(&mut fields, w) else { return again(fields.problems) };
    match actions::poll::change_poll(w.tx, &w.viewer.actor, p.poll, place.poll.version, &new) {
        Ok(()) => Ok(Answer::to(place.link(&r)).with_note(T(w.viewer.lang).poll_note_changed())),
        Err(Error::Stale) => overtaken(),
        Err(fault) => again(shell::problems(fault, "title", &[])?),
    }
}
