//! `/termine/{meeting}/anwesenheit`: who is there, since when and until when, and whether enough are.

use std::collections::HashMap;

use askama::Template;
use kernel::{Error, Moment, Problem, Reason, Result};
use networks::{Body, Names, Place as Where, shell};
use web::{Answer as Reply, FormView, Reading, Writing};

use super::{
    Place,
    authorisation::in_list,
    invitees::capacity_word,
    minutes::view::{clock, counts, presence_word, presence_words},
    place::state_pill,
};
use crate::{
    Attendance, Capacity, Line, Meeting, MinutesState, Presence, SheetHead, actions,
    actions::attendance::{Seen, attendance_of, lasting, quorum_of},
    actions::authorisation::list_filed,
    letters::time,
    paths::{AttendancePage, AttendanceTimes, AuthorisationPage, MinutesPage},
    rules::{self, authorisation},
    store::{live, minutes as store},
    words::T,
};

/// How many lines one page has: a form holds only so many fields.
const LINES: usize = 200;

struct Row {
    name: String,
    detail: Vec<String>,
    shown: String,
    fields: Vec<String>,
    times: Vec<String>,
    /// Where several times are kept.
    spans: Option<String>,
    /// Whether whoever came for her is authorised: words, whether that is missed, and where it stands.
    authorisation: Option<(&'static str, bool, String)>,
    open: bool,
}

#[derive(Template)]
#[template(path = "attendance.html")]
struct Shown {
    t: T,
    crumbs: String,
    lead: String,
    pill: Option<shell::Pill>,
    summary: String,
    once: String,
    version: i64,
    checked: i64,
    part: usize,
    closed: String,
    counts: Vec<(&'static str, i64)>,
    guests: usize,
    quorum: Vec<(bool, String, String)>,
    rows: Vec<Row>,
    parts: Vec<(String, String, bool)>,
    boxes: Vec<String>,
    guest: String,
    minutes: String,
    back: String,
}

/// The page.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who convene.
pub fn show(r: &Reading<'_>, p: AttendancePage) -> Result<Reply> {
    let place = Place::led(r, p.meeting)?;
    let list = attendance_of(r.conn, &place.meeting, &place.body)?;
    page(r, &place, &list, &values(r, &list))
}

/// What the fields begin with.
fn values(r: &Reading<'_>, list: &Attendance) -> FormView {
    let time = |at: Option<Moment>| at.map_or_else(String::new, clock);
    let mut all: Vec<(String, String)> = Vec::new();
    for line in &list.lines {
        all.push((format!("wie-{}", line.key), line.presence.word().to_owned()));
        all.push((format!("wer-{}", line.key), line.by_name.clone()));
        all.push((format!("von-{}", line.key), time(line.from)));
        all.push((format!("bis-{}", line.key), time(line.until)));
    }
    let yes = |holds: bool| if holds { "ja" } else { "" }.to_owned();
    all.push(("bezweifelt".to_owned(), yes(list.head.doubted)));
    all.push(("zweite".to_owned(), yes(list.head.second_summons)));
    let all: Vec<(&str, &str)> = all.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    FormView::new(r.viewer.lang, &all)
}

/// The names of lines, as the reader may know them: persons, guests, mailboxes.
///
/// # Errors
/// When the database cannot be read.
pub fn names(r: &Reading<'_>, body: &Body, lines: &[Line]) -> Result<Vec<String>> {
    let t = T(r.viewer.lang);
    let names = Names::load(r.conn, &r.viewer.actor, lines.iter().filter_map(|line| line.person))?;
    let at = Where::from(body);
    let name = |line: &Line| match line.person {
        Some(person) => shell::face(r, names.in_place(person, &at).as_ref(), body.sensitive).name,
        None if !line.name.is_empty() => line.name.clone(),
        None if line.capacity == Capacity::Mailbox => t.capacity_mailbox().to_owned(),
        None => t.att_former().to_owned(),
    };
    Ok(lines.iter().map(name).collect())
}

fn page(r: &Reading<'_>, place: &Place, list: &Attendance, form: &FormView) -> Result<Reply> {
    let (t, v, m) = (T(r.viewer.lang), r.viewer, &place.meeting);
    let part = r.ask.query("teil").or(Some(r.ask.field("teil"))).and_then(|text| text.parse().ok()).unwrap_or(1).max(1);
    let names = names(r, &place.body, &list.lines)?;
    let voters = networks::voters(r.conn, &place.body, m.day())?;
    let seats: HashMap<_, _> = voters.iter().map(|voter| (voter.seat, voter)).collect();
    let rules = decisions::rules_of(r.conn, &place.body, m.day())?.filter(|found| found.rules.formal.value);
    let proxies = rules.as_ref().is_some_and(|found| found.rules.proxies.allowed.value);
    let closed = closed(r, t, m)?;
    let filed = list_filed(r.conn, list)?;
    let row = |(line, name): (&Line, &String)| {
        let voter = line.seat.and_then(|seat| seats.get(&seat));
        let mut detail = vec![capacity_word(t, line.capacity).to_owned()];
        if rules.is_some() && line.capacity != Capacity::Guest {
            detail.push(if voter.is_some() { t.att_votes() } else { t.att_no_vote() }.to_owned());
        }
        detail.extend(voter.and_then(|v| v.organisation_name.clone()));
        Row {
            name: name.clone(),
            detail,
            shown: if line.contested { t.att_contested(name) } else { presence_words(t, v.lang, line) },
            fields: if closed.is_empty() { how(t, form, line, name, proxies) } else { Vec::new() },
            times: if closed.is_empty() { when(t, form, line, name) } else { Vec::new() },
            spans: line.key.parse().ok().map(|key| v.link(&AttendanceTimes { meeting: m.id, line: key })),
            authorisation: {
                let asked = rules.as_ref().and_then(|found| authorisation(&found.rules, line, voter.copied()));
                in_list(t, asked, line.row.is_some_and(|row| filed.contains(&row))).and_then(|(words, missed)| {
                    let line = line.key.parse().ok()?;
                    Some((words, missed, v.link(&AuthorisationPage { meeting: m.id, line })))
                })
            },
            open: line.from.is_some() || line.until.is_some() || !line.by_name.is_empty(),
        }
    };
    let shown: Vec<Row> = list.lines.iter().zip(&names).skip((part - 1) * LINES).take(LINES).map(row).collect();
    let path = v.link(&AttendancePage { meeting: m.id });
    let all = list.lines.len().div_ceil(LINES);
    let (counts, guests) = numbers(t, list);
    let one_box = |name: &'static str, word: &'static str| {
        form.boxes(name, t.att_quorum(), vec![("ja".to_owned(), word.to_owned())]).to_string()
    };
    let view = Shown {
        t,
        crumbs: place.crumbs(r, true),
        lead: m.title.clone(),
        pill: state_pill(t, m),
        summary: form.summary(),
        once: form.once(),
        version: list.head.version,
        checked: list.head.checked,
        part,
        counts,
        guests,
        quorum: quorum_of(r.conn, m, &place.body, list)?
            .into_iter()
            .map(|(at, verdict)| (verdict.holds, time(v.lang, at), verdict.text(v.lang).to_owned()))
            .collect(),
        rows: shown,
        parts: if all > 1 {
            (1..=all).map(|n| (t.att_part(n), format!("{path}?teil={n}"), n == part)).collect()
        } else {
            Vec::new()
        },
        boxes: match &rules {
            Some(found) if closed.is_empty() => {
                let quorum = &found.rules.quorum;
                let presumed = quorum.presumed.value.then(|| one_box("bezweifelt", t.att_doubted()));
                let second = quorum.second_summons.value.then(|| one_box("zweite", t.att_second()));
                presumed.into_iter().chain(second).collect()
            }
            _ => Vec::new(),
        },
        guest: if closed.is_empty() {
            form.text("guest", t.att_guest_new()).optional().to_string()
        } else {
            String::new()
        },
        closed,
        minutes: v.link(&MinutesPage { meeting: m.id }),
        back: place.page_link(r),
    };
    let page = place.page(r, t.att_title())?;
    let page = page.answering(form);
    r.page(page, &view)
}

/// Members in numbers, and guests apart from them.
fn numbers(t: T, list: &Attendance) -> (Vec<(&'static str, i64)>, usize) {
    let guests = list.lines.iter().filter(|line| line.capacity == Capacity::Guest && line.overall().is_there()).count();
    (counts(t, rules::attendance::counted(&list.lines, None)), guests)
}

/// Why nothing can be entered, where nothing can.
///
/// # Errors
/// When the database cannot be read.
pub fn closed(r: &Reading<'_>, t: T, meeting: &Meeting) -> Result<String> {
    if meeting.day() > r.viewer.today {
        return Ok(t.att_not_yet(i18n::day_long(r.viewer.lang, meeting.day())));
    }
    let sent = store::find_minutes_of(r.conn, meeting.id)?.is_some_and(|found| found.state != MinutesState::Draft);
    Ok(if sent { t.att_sent().to_owned() } else { String::new() })
}

fn how(t: T, form: &FormView, line: &Line, name: &str, proxies: bool) -> Vec<String> {
    let offered = Presence::ALL.iter().filter(|p| match p {
        Presence::Proxy => line.capacity != Capacity::Guest && (proxies || line.presence == Presence::Proxy),
        Presence::Represented => line.capacity != Capacity::Guest,
        _ => true,
    });
    let options = offered.map(|p| (p.word().to_owned(), presence_word(t, *p).to_owned())).collect();
    vec![form.select(&format!("wie-{}", line.key), &t.att_how(name), options).to_string()]
}

fn when(t: T, form: &FormView, line: &Line, name: &str) -> Vec<String> {
    let field = |part: &str, label: String| {
        form.text(&format!("{part}-{}", line.key), &label).kind("time").optional().to_string()
    };
    let mut all = Vec::new();
    if line.capacity != Capacity::Guest {
        all.push(form.text(&format!("wer-{}", line.key), &t.att_who(name)).optional().to_string());
    }
    all.push(field("von", t.att_from(name)));
    all.push(field("bis", t.att_to(name)));
    all
}

/// What is wrong with a time of day.
#[must_use]
pub fn clock_problem() -> Problem {
    let reason = Reason::new("Bitte schreiben Sie Uhrzeiten so: 10:30.", "Please write times like this: 10:30.");
    Problem { field: "", reason }
}

/// The meeting as long as it lasts so far, for times that are typed.
///
/// # Errors
/// When the database cannot be read.
pub fn so_far(r: &Reading<'_>, meeting: &Meeting) -> Result<Meeting> {
    let runs = live::list_runs(r.conn, meeting.id)?;
    Ok(lasting(meeting, runs.last().map(|run| run.until.unwrap_or(r.viewer.now))))
}

/// A time of day as it is meant: on the day of the meeting, or on the day after where that is nearer to the time the meeting
/// lasted. What the field began with stays as it was, to the second.
///
/// # Errors
/// For what is no time of day.
pub fn moment(lasted: &Meeting, text: &str, was: Option<Moment>) -> std::result::Result<Option<Moment>, ()> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    if let Some(was) = was.filter(|was| clock(*was) == text) {
        return Ok(Some(was));
    }
    let (hour, minute) = i18n::read_time(text).ok_or(())?;
    let (at, next) = (lasted.day().at(hour, minute), lasted.day().next().at(hour, minute));
    let (before, after) = (lasted.starts_at.seconds_since(at), next.seconds_since(lasted.ends_at()));
    Ok(Some(if before > 0 && after < before { next } else { at }))
}

/// What was entered for the lines of the form.
fn typed(w: &Writing<'_>, lasted: &Meeting, list: &Attendance) -> std::result::Result<Vec<Seen>, Vec<Problem>> {
    let (mut seen, mut problems) = (Vec::new(), Vec::new());
    for line in &list.lines {
        let field = |part: &str| w.ask.field(&format!("{part}-{}", line.key));
        let Some(presence) = Presence::from_word(field("wie")) else { continue };
        let (from, until) = (moment(lasted, field("von"), line.from), moment(lasted, field("bis"), line.until));
        let by_name = field("wer").trim().to_owned();
        match (from, until) {
            (Ok(from), Ok(until)) => {
                seen.push(Seen { key: line.key.clone(), presence, by_name, from, until, earlier: None })
            }
            _ => problems.push(clock_problem()),
        }
    }
    problems.dedup();
    if problems.is_empty() { Ok(seen) } else { Err(problems) }
}

/// Keeps the list.
///
/// # Errors
/// As [`actions::attendance::keep_attendance`].
pub fn save(w: &Writing<'_>, p: AttendancePage) -> Result<Reply> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let place = Place::led(&r, p.meeting)?;
    let list = attendance_of(w.tx, &place.meeting, &place.body)?;
    let again = |found| page(&r, &place, &list, &FormView::kept(w.viewer.lang, w.ask, found));
    let overtaken = || {
        let kept = FormView::kept(w.viewer.lang, w.ask, Vec::new());
        page(&r, &place, &list, &kept.overtaken(&values(&r, &list)))
    };
    let Ok(version) = w.ask.field("version").parse() else { return overtaken() };
    let seen = match typed(w, &so_far(&r, &place.meeting)?, &list) {
        Ok(seen) => seen,
        Err(found) => return again(found),
    };
    let (doubted, second_summons) = (w.ask.ticked("bezweifelt"), w.ask.ticked("zweite"));
    let checked = w.ask.field("selbst").parse().unwrap_or(0);
    let head = SheetHead { doubted, second_summons, version, checked };
    let guest = Some(w.ask.field("guest")).filter(|name| !name.trim().is_empty());
    match actions::attendance::keep_attendance(w.tx, &w.viewer.actor, place.meeting.id, &head, &seen, guest) {
        Ok(since) => {
            let there = w.viewer.link(&AttendancePage { meeting: place.meeting.id });
            let part = w.ask.field("teil");
            let there = if part.is_empty() || part == "1" { there } else { format!("{there}?teil={part}") };
            let note = if since > 0 { t.att_note_since(since) } else { t.att_note_kept().to_owned() };
            Ok(Reply::to(there).with_note(&note))
        }
        Err(Error::Stale) => overtaken(),
        Err(fault) => again(shell::problems(fault, "", &[("until", ""), ("by", "")])?),
    }
}
