//! `/gremien/{body}/erstes-treffen`: the first meeting before any set-up. One page asks for an old distribution list and a date, a
//! second one shows who it would go to, and one button sends.

use askama::Template;
use kernel::{Error, Problem, Result};
use networks::{Body, BodyKind, shell};
use rights::{Action, Kind};
use web::{Answer, Fields, FormView, Page, Reading, Sheet, Writing};

use super::form::led;
use crate::{
    NewMeeting, actions,
    actions::inviting::sample,
    letters::when_at,
    pages::{body, invitees::warning, place::body_row},
    paths::{BodyMeetings, FirstMeeting, InviteePage},
    rules::{Lack, Listed, lacks, levels, read_list},
    words::T,
};

/// The most characters of a pasted list.
const LIST_MOST: usize = 18_000;
const NOTE_MOST: usize = 4_000;

#[derive(Template)]
#[template(path = "first_check.html")]
struct Shown {
    t: T,
    crumbs: String,
    lead: String,
    when: String,
    place: String,
    rows: Vec<(String, String)>,
    warnings: Vec<String>,
    subject: String,
    text: String,
    hidden: Vec<(&'static str, String)>,
    once: String,
    back: String,
}

/// Whether this page is offered: to whoever keeps a network's members and convenes it.
#[must_use]
pub fn may_begin(r: &Reading<'_>, of: &Body) -> bool {
    of.kind == BodyKind::Network
        && body::convenes(r, of)
        && rights::allows(&r.viewer.actor, Kind::Roster, Action::Edit, &of.roster_scope())
}

fn network(r: &Reading<'_>, p: &FirstMeeting) -> Result<Body> {
    let (of, _) = led(r, p.body)?;
    if of.kind != BodyKind::Network {
        return Err(Error::NotFound);
    }
    if may_begin(r, &of) { Ok(of) } else { Err(Error::Denied(None)) }
}

/// The form.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] but for whoever keeps the network and convenes it.
pub fn form(r: &Reading<'_>, p: FirstMeeting) -> Result<Answer> {
    let of = network(r, &p)?;
    page(r, &of, &FormView::new(r.viewer.lang, &[("length", "120")]))
}

fn page(r: &Reading<'_>, of: &Body, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let sheet = Sheet {
        crumbs: body::crumbs(r, of, Some(of), true)?,
        title: t.first_title().to_owned(),
        lead: of.name_in(r.viewer.lang).to_owned(),
        known: vec![t.first_known().to_owned()],
        back: r.viewer.link(&BodyMeetings { body: of.id }),
        fields: vec![
            form.text("list", t.first_list()).hint(t.first_list_hint()).lines(8).to_string(),
            form.text("title", t.field_title()).hint(t.field_title_hint()).to_string(),
            form.text("day", t.field_day()).kind("date").to_string(),
            form.text("hour", t.field_hour()).kind("time").to_string(),
            form.text("length", t.field_length()).hint(t.field_length_hint()).kind("number").to_string(),
            form.text("place", t.field_place()).hint(t.field_place_hint()).optional().to_string(),
            form.text("online", t.field_online()).kind("url").optional().to_string(),
            form.text("note", t.field_note()).hint(t.field_note_hint()).lines(4).optional().to_string(),
        ],
        submit: t.first_check(),
        ..Sheet::new(r.viewer.lang)
    };
    let head = Page::new(format!("{}: {}", t.first_title(), of.name_in(r.viewer.lang))).nav("networks");
    sheet.of(form).answer(r, body_row(r, head, of, Some(of))?, form)
}

fn typed(w: &Writing<'_>, of: &Body) -> std::result::Result<(Vec<Listed>, NewMeeting), Vec<Problem>> {
    let mut fields = Fields::of(w.ask);
    let text = fields.text("list", LIST_MOST);
    let list =
        read_list(&text).map_err(|reason| fields.problems.push(Problem { field: "list", reason })).unwrap_or_default();
    let title = fields.needed("title", 120, "Bitte geben Sie einen Titel an.", "Please give a title.");
    let day = shell::day(&mut fields, "day", "Bitte nennen Sie den Tag.", "Please give the day.");
    let at = fields.time("hour");
    let length = w.ask.field("length").parse::<i64>().ok();
    if length.is_none() {
        fields.refuse("length", "Bitte nennen Sie die Dauer in Minuten.", "Please give the length in minutes.");
    }
    let (place, online) = (fields.line("place", 300), fields.line("online", 300));
    let note = fields.text("note", NOTE_MOST);
    let (Some(day), Some((h, min)), Some(minutes), []) = (day, at, length, &fields.problems[..]) else {
        return Err(fields.problems);
    };
    let made =
        NewMeeting { minutes, place, online, note, level: levels(of)[0], ..NewMeeting::new(title, day.at(h, min)) };
    Ok((list, made))
}

/// Shows who it would go to, or sends.
///
/// # Errors
/// As [`actions::meetings::meet_first`].
pub fn act(w: &Writing<'_>, p: FirstMeeting) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let of = network(&r, &p)?;
    let again = |found| page(&r, &of, &FormView::kept(w.viewer.lang, w.ask, found));
    let (list, new) = match typed(w, &of) {
        Ok(typed) => typed,
        Err(found) => return again(found),
    };
    let base = &w.site.outside().base_url;
    match w.ask.field("tat") {
        "senden" => match actions::meetings::meet_first(w.tx, &w.viewer.actor, of.id, &list, &new, base) {
            Ok((meeting, count)) => {
                Ok(Answer::to(w.viewer.link(&InviteePage { meeting })).with_note(&t.note_invited(count)))
            }
            Err(fault) => again(shell::problems(fault, "day", &[])?),
        },
        "aendern" => again(Vec::new()),
        _ => {
            w.tx.silent("who is asked is shown first");
            check(&r, &of, &list, &new)
        }
    }
}

/// The second page.
fn check(r: &Reading<'_>, of: &Body, list: &[Listed], new: &NewMeeting) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let meeting = new.drafted((of.network, of.id));
    // There is no agenda yet, and nobody is asked for an answer by a day.
    let lacks = lacks(&meeting, 0, None, v.today).into_iter().filter(|lack| *lack == Lack::Place);
    let (subject, text) = sample(r.conn, (&meeting, of), true, v.lang, &r.site.outside().base_url)?;
    let names = ["list", "title", "day", "hour", "length", "place", "online", "note"];
    let shown = Shown {
        t,
        crumbs: body::crumbs(r, of, Some(of), true)?,
        lead: format!("{}, {}", new.title, of.name_in(v.lang)),
        when: when_at(v.lang, new.starts_at, new.minutes),
        place: [new.place.as_str(), new.online.as_str()]
            .into_iter()
            .filter(|s| !s.is_empty())
            .collect::<Vec<_>>()
            .join(", "),
        rows: list.iter().map(|l| (format!("{} {}", l.given, l.family), l.mail.clone())).collect(),
        warnings: lacks.map(|lack| warning(t, v.lang, lack)).collect(),
        subject,
        text,
        hidden: names.iter().map(|name| (*name, r.ask.raw(name).to_owned())).collect(),
        once: FormView::new(v.lang, &[]).once(),
        back: v.link(&BodyMeetings { body: of.id }),
    };
    let head = Page::new(format!("{}: {}", t.first_title(), of.name_in(v.lang))).nav("networks");
    r.page(body_row(r, head, of, Some(of))?, &shown)
}
