//! Setting a meeting down, changing and moving it.

use kernel::{Day, Error, Lang, Level, Moment, Problem, Result};
use networks::{Body, shell};
use web::{Answer, Fields, FormView, Page, Reading, Sheet, Writing};

use crate::{
    Meeting, NewMeeting, PlaceFor, actions,
    pages::{Place, body, place::body_row},
    paths::{BodyMeetings, MeetingEdit, MeetingNew, MeetingPage},
    rules::{levels, still_ahead},
    store,
    words::T,
};

const NOTE_MOST: usize = 4000;

/// How far a meeting is seen, in words.
#[must_use]
pub fn level_word(t: T, level: Level) -> &'static str {
    match level {
        Level::Public => t.level_public(),
        Level::AllNetworks => t.level_all(),
        Level::Network => t.level_network(),
        _ => t.level_body(),
    }
}

/// A moment as the two fields of a form have it.
fn clock(at: Moment) -> (String, String) {
    let local = at.local();
    (at.day().to_string(), format!("{:02}:{:02}", local.hour(), local.minute()))
}

fn values(m: &NewMeeting) -> Vec<(&'static str, String)> {
    let (day, hour) = clock(m.starts_at);
    let until = |day: Option<Day>| day.map(|d| d.to_string()).unwrap_or_default();
    vec![
        ("title", m.title.clone()),
        ("day", day),
        ("hour", hour),
        ("length", m.minutes.to_string()),
        ("place", m.place.clone()),
        ("online", m.online.clone()),
        ("place_for", m.place_for.word().to_owned()),
        ("answer_until", until(m.answer_until)),
        ("proposals_until", until(m.proposals_until)),
        ("level", m.level.number().to_string()),
        ("note", m.note.clone()),
    ]
}

fn view(lang: Lang, values: &[(&'static str, String)]) -> FormView {
    let values: Vec<(&str, &str)> = values.iter().map(|(n, v)| (*n, v.as_str())).collect();
    FormView::new(lang, &values)
}

/// The form for a new meeting, filled as the body's last one was.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who convene.
pub fn new(r: &Reading<'_>, p: MeetingNew) -> Result<Answer> {
    let (of, network) = led(r, p.body)?;
    let last = store::meetings::list_past_of(r.conn, &r.viewer.actor, of.id, Moment::from_micros(i64::MAX), 1)?;
    let mut filled = match last.first() {
        Some(last) => values(&NewMeeting { note: String::new(), ..NewMeeting::from(last) }),
        None => {
            let level = levels(&of)[0].number().to_string();
            vec![("length", "120".to_owned()), ("place_for", "all".to_owned()), ("level", level)]
        }
    };
    for (field, value) in &mut filled {
        if matches!(*field, "day" | "answer_until" | "proposals_until") {
            value.clear();
        }
    }
    new_page(r, &of, network.as_ref(), &view(r.viewer.lang, &filled))
}

/// The body, for whoever convenes it.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub fn led(r: &Reading<'_>, id: kernel::Id<Body>) -> Result<(Body, Option<Body>)> {
    let (of, network) = body::place(r, id)?;
    if body::convenes(r, &of) { Ok((of, network)) } else { Err(Error::Denied(None)) }
}

fn new_page(r: &Reading<'_>, of: &Body, network: Option<&Body>, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let sheet = Sheet {
        crumbs: body::crumbs(r, of, network, true)?,
        title: t.new_title().to_owned(),
        lead: of.name_in(r.viewer.lang).to_owned(),
        back: r.viewer.link(&BodyMeetings { body: of.id }),
        fields: fields(t, of, form),
        submit: t.new_submit(),
        ..Sheet::new(r.viewer.lang)
    };
    let page = Page::new(format!("{}: {}", t.new_title(), of.name_in(r.viewer.lang))).nav("networks");
    sheet.of(form).answer(r, body_row(r, page, of, network)?, form)
}

fn fields(t: T, of: &Body, form: &FormView) -> Vec<String> {
    let mut fields = vec![
        form.text("title", t.field_title()).hint(t.field_title_hint()).to_string(),
        form.text("day", t.field_day()).kind("date").to_string(),
        form.text("hour", t.field_hour()).kind("time").to_string(),
        form.text("length", t.field_length()).hint(t.field_length_hint()).kind("number").to_string(),
        form.text("place", t.field_place()).hint(t.field_place_hint()).optional().to_string(),
        form.text("online", t.field_online()).kind("url").optional().to_string(),
        form.radios(
            "place_for",
            t.field_place_for(),
            vec![
                ("all".to_owned(), t.place_for_all().to_owned()),
                ("coming".to_owned(), t.place_for_coming().to_owned()),
            ],
        )
        .to_string(),
        form.text("answer_until", t.field_answer_until()).kind("date").optional().to_string(),
        form.text("proposals_until", t.field_proposals_until())
            .hint(t.field_proposals_until_hint())
            .kind("date")
            .optional()
            .to_string(),
    ];
    let options = levels(of);
    if options.len() > 1 {
        let options = options.iter().map(|l| (l.number().to_string(), level_word(t, *l).to_owned())).collect();
        fields.push(form.radios("level", t.field_level(), options).to_string());
    }
    fields.push(form.text("note", t.field_note()).hint(t.field_note_hint()).lines(4).optional().to_string());
    fields
}

fn typed(w: &Writing<'_>, of: &Body) -> std::result::Result<NewMeeting, Vec<Problem>> {
    let mut fields = Fields::of(w.ask);
    let title = fields.needed("title", 120, "Bitte geben Sie einen Titel an.", "Please give a title.");
    let day = fields.day("day");
    if day.is_none() && fields.problems.iter().all(|p| p.field != "day") {
        fields.refuse("day", "Bitte nennen Sie den Tag.", "Please give the day.");
    }
    let at = fields.time("hour");
    let length = w.ask.field("length").parse::<i64>().ok();
    if length.is_none() {
        fields.refuse("length", "Bitte nennen Sie die Dauer in Minuten.", "Please give the length in minutes.");
    }
    let place = fields.line("place", 300);
    let online = fields.line("online", 300);
    let place_for = fields.choice("place_for", &[("all", PlaceFor::All), ("coming", PlaceFor::Coming)]);
    let (answer_until, proposals_until) = (fields.day("answer_until"), fields.day("proposals_until"));
    let note = fields.text("note", NOTE_MOST);
    let options = levels(of);
    let level = match options.as_slice() {
        [only] => Some(*only),
        _ => options.iter().copied().find(|l| l.number().to_string() == w.ask.field("level")),
    };
    if level.is_none() {
        fields.refuse("level", "Bitte wählen Sie eine der Möglichkeiten.", "Please choose one of the options.");
    }
    let (Some(day), Some((h, min)), Some(minutes), Some(place_for), Some(level), []) =
        (day, at, length, place_for, level, &fields.problems[..])
    else {
        return Err(fields.problems);
    };
    let starts_at = day.at(h, min);
    Ok(NewMeeting { title, note, starts_at, minutes, place, online, place_for, level, answer_until, proposals_until })
}

/// Sets the meeting down.
///
/// # Errors
/// As [`actions::meetings::plan_meeting`].
pub fn plan(w: &Writing<'_>, p: MeetingNew) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let (of, network) = led(&r, p.body)?;
    let again = |found| new_page(&r, &of, network.as_ref(), &FormView::kept(w.viewer.lang, w.ask, found));
    let new = match typed(w, &of) {
        Ok(new) => new,
        Err(found) => return again(found),
    };
    match actions::meetings::plan_meeting(w.tx, &w.viewer.actor, of.id, &new) {
        Ok(meeting) => Ok(Answer::to(w.viewer.link(&MeetingPage { meeting })).with_note(t.note_planned())),
        Err(fault) => again(shell::problems(fault, "day", &[])?),
    }
}

/// The form for changing a meeting.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who convene it.
pub fn edit(r: &Reading<'_>, p: MeetingEdit) -> Result<Answer> {
    let place = Place::led(r, p.meeting)?;
    edit_page(r, &place, &stored(r.viewer.lang, &place.meeting))
}

/// The fields as they are stored.
fn stored(lang: Lang, meeting: &Meeting) -> FormView {
    view(lang, &values(&NewMeeting::from(meeting)))
}

fn edit_page(r: &Reading<'_>, place: &Place, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let mut sheet = place.sheet(r, t.edit_title());
    match still_ahead(&place.meeting) {
        Ok(()) => {
            sheet.hidden = vec![("version", place.meeting.version.to_string())];
            sheet.fields = fields(t, &place.body, form);
            sheet.submit = t.edit_submit();
            if place.meeting.invited_at.is_some() {
                sheet.known = vec![t.edit_told().to_owned()];
            }
        }
        Err(Error::Rule(reason)) => sheet.known = vec![reason.text(r.viewer.lang).to_owned()],
        Err(other) => return Err(other),
    }
    sheet.of(form).answer(r, place.page(r, t.edit_title())?, form)
}

/// Changes the meeting.
///
/// # Errors
/// As [`actions::meetings::change_meeting`].
pub fn change(w: &Writing<'_>, p: MeetingEdit) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let place = Place::led(&r, p.meeting)?;
    let m: &Meeting = &place.meeting;
    let again = |found| edit_page(&r, &place, &FormView::kept(w.viewer.lang, w.ask, found));
    let overtaken = || {
        edit_page(&r, &place, &FormView::kept(w.viewer.lang, w.ask, Vec::new()).overtaken(&stored(w.viewer.lang, m)))
    };
    if w.ask.field("version").parse() != Ok(m.version) {
        return overtaken();
    }
    let new = match typed(w, &place.body) {
        Ok(new) => new,
        Err(found) => return again(found),
    };
    let base = &w.site.outside().base_url;
    match actions::meetings::change_meeting(w.tx, &w.viewer.actor, m.id, m.version, &new, base) {
        Ok(()) => Ok(Answer::to(place.page_link(&r)).with_note(t.note_changed())),
        Err(fault) => again(shell::problems(fault, "day", &[])?),
    }
}
