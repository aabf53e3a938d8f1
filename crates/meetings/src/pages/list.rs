//! P19: meetings by month, over all networks.

use std::collections::HashMap;

use askama::Template;
use kernel::{Day, Id, Result};
use networks::{Body, shell::Pill};
use web::{Answer as Reply, Page, Reading};

use super::{answer_word, hidden, place::state_pill};
use crate::{
    Answer, Meeting, MeetingState, Poll,
    letters::time,
    paths::{CalendarPage, MeetingAnswer, MeetingList, MeetingPage, PollPage},
    reads::{self, MOST, mine, waits_for},
    rules::sees_place,
    store,
    words::T,
};

/// How far the list looks ahead: months.
const AHEAD_MONTHS: i32 = 18;

/// A meeting as lists show it.
pub struct Row {
    title: String,
    href: String,
    iso: String,
    day: String,
    weekday: &'static str,
    time: String,
    place: String,
    body: String,
    hue: i64,
    pills: Vec<Pill>,
    /// Where she answers, if an answer of hers is missing.
    asks: Option<String>,
    called_off: bool,
}

/// The meetings of one month.
pub struct Month {
    name: String,
    id: String,
    rows: Vec<Row>,
}

/// A choice of a list: word, address, whether it is the one shown.
pub type Chip = (String, String, bool);

#[derive(Template)]
#[template(path = "meetings.html")]
pub struct Shown {
    pub t: T,
    pub crumbs: String,
    pub title: String,
    pub lead: String,
    pub new: Option<String>,
    /// Other ways from here: word, address.
    pub ways: Vec<(&'static str, String)>,
    /// Date polls: what they ask for, one line more, address.
    pub polls: Vec<(String, String, String)>,
    pub views: Vec<Chip>,
    pub bodies: Vec<Chip>,
    pub months: Vec<Month>,
    pub empty: (&'static str, &'static str),
}

/// The list.
///
/// # Errors
/// When the database cannot be read.
pub fn show(r: &Reading<'_>, _: MeetingList) -> Result<Reply> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let past = r.ask.query("zeigen") == Some("vergangen");
    let span =
        if past { (v.today.plus_months(-AHEAD_MONTHS), v.today) } else { (v.today, v.today.plus_months(AHEAD_MONTHS)) };
    let found = match v.actor.person {
        Some(person) => mine(r.conn, &v.actor, Id::new(person), span)?,
        None => {
            let public = store::meetings::list_public(r.conn, store::meetings::span(span.0, span.1), MOST)?;
            public.into_iter().map(|m| (m, None)).collect()
        }
    };
    let ids: Vec<Id<Body>> = found.iter().flat_map(|(m, _)| [m.body, m.network]).collect();
    let bodies = bodies(r, &ids)?;
    let mut shown: Vec<_> =
        found.into_iter().filter(|(m, _)| bodies.contains_key(&m.body) && !hidden(&v.actor, m)).collect();
    let link = |body: Option<Id<Body>>, past: bool| {
        let asked: Vec<String> = [past.then(|| "zeigen=vergangen".to_owned()), body.map(|id| format!("gremium={id}"))]
            .into_iter()
            .flatten()
            .collect();
        let path = v.link(&MeetingList {});
        if asked.is_empty() { path } else { format!("{path}?{}", asked.join("&")) }
    };
    let mut of: Vec<&Body> = bodies.values().filter(|b| shown.iter().any(|(m, _)| m.body == b.id)).collect();
    of.sort_by_cached_key(|b| (i18n::fold(b.short()), b.id));
    let wanted: Option<Id<Body>> = r.ask.query("gremium").and_then(|id| id.parse().ok());
    let wanted = wanted.filter(|id| of.iter().any(|b| b.id == *id));
    let mut chips = Vec::new();
    if of.len() > 1 {
        chips.push((t.bodies_all().to_owned(), link(None, past), wanted.is_none()));
        chips.extend(of.iter().map(|b| (b.short().to_owned(), link(Some(b.id), past), wanted == Some(b.id))));
    }
    if let Some(id) = wanted {
        shown.retain(|(m, _)| m.body == id);
    }
    if past {
        shown.reverse();
    }
    let shown = Shown {
        t,
        crumbs: String::new(),
        title: t.nav_meetings().to_owned(),
        lead: if v.is_signed_in() { t.list_lead() } else { t.list_lead_public() }.to_owned(),
        new: None,
        ways: if v.is_signed_in() { vec![(t.calendar_subscribe(), v.link(&CalendarPage {}))] } else { Vec::new() },
        polls: if past { Vec::new() } else { asking(r)? },
        views: vec![
            (t.view_ahead().to_owned(), link(None, false), !past),
            (t.view_past().to_owned(), link(None, true), past),
        ],
        bodies: chips,
        months: months(r, &bodies, shown, true)?,
        empty: empty(t, past),
    };
    r.page(Page::new(t.nav_meetings()).nav("meetings"), &shown)
}

/// The date polls that wait for the reader's answer.
fn asking(r: &Reading<'_>) -> Result<Vec<(String, String, String)>> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let line = |poll: Poll| {
        let until = i18n::day_medium(v.lang, poll.answer_until);
        (t.poll_asking(&poll.title), t.poll_asking_until(until), v.link(&PollPage { poll: poll.id }))
    };
    Ok(reads::asking(r.conn, &v.actor)?.into_iter().map(line).collect())
}

/// What stands where no meeting does.
pub fn empty(t: T, past: bool) -> (&'static str, &'static str) {
    if past { (t.empty_past(), t.empty_past_text()) } else { (t.empty_ahead(), t.empty_ahead_text()) }
}

/// The bodies and networks of those numbers the reader may see.
pub fn bodies(r: &Reading<'_>, ids: &[Id<Body>]) -> Result<HashMap<Id<Body>, Body>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let mut ids = ids.to_vec();
    ids.sort_unstable();
    ids.dedup();
    Ok(networks::list_bodies_by_id(r.conn, &r.viewer.actor, &ids)?.into_iter().map(|b| (b.id, b)).collect())
}

/// Meetings by month, in the order they come.
///
/// # Errors
/// None so far; for what rows may ask one day.
pub fn months(
    r: &Reading<'_>,
    bodies: &HashMap<Id<Body>, Body>,
    found: Vec<(Meeting, Option<Answer>)>,
    with_body: bool,
) -> Result<Vec<Month>> {
    let lang = r.viewer.lang;
    let mut months: Vec<Month> = Vec::new();
    let month = |day: Day| i18n::month_year(lang, day);
    for (meeting, answer) in found {
        let name = month(meeting.day());
        let id = format!("m{}-{}", meeting.day().year(), meeting.day().date().month());
        let row = row(r, bodies, &meeting, answer, with_body);
        match months.last_mut() {
            Some(last) if last.name == name => last.rows.push(row),
            _ => months.push(Month { name, id, rows: vec![row] }),
        }
    }
    Ok(months)
}

fn row(r: &Reading<'_>, bodies: &HashMap<Id<Body>, Body>, m: &Meeting, answer: Option<Answer>, with_body: bool) -> Row {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let body = bodies.get(&m.body);
    let network = bodies.get(&m.network);
    let name = match (body, network) {
        (Some(body), Some(network)) if !body.is_network() => {
            format!("{}, {}", body.name_in(v.lang), network.short())
        }
        (Some(body), _) => body.name_in(v.lang).to_owned(),
        _ => String::new(),
    };
    let mut pills: Vec<Pill> = state_pill(t, m).into_iter().collect();
    let over = matches!(m.state, MeetingState::Cancelled | MeetingState::Ended);
    if let Some(answer) = answer.filter(|a| *a != Answer::None && m.state != MeetingState::Cancelled) {
        let (class, icon) = match answer {
            Answer::Yes => ("o1", "check"),
            Answer::Substitute => ("i1", "transfer"),
            _ => ("", "cross"),
        };
        pills.push(Pill::new(class, icon, answer_word(t, answer)));
    }
    // What only those who come may read is not told in a list.
    let place = if sees_place(m, false, answer) { m.place.clone() } else { String::new() };
    Row {
        title: m.title.clone(),
        href: v.link(&MeetingPage { meeting: m.id }),
        iso: m.day().to_string(),
        day: m.day().date().day().to_string(),
        weekday: i18n::weekday(v.lang, m.day()).get(..2).unwrap_or_default(),
        time: time(v.lang, m.starts_at),
        place,
        body: if with_body { name } else { String::new() },
        hue: network.map_or_else(|| body.map_or(0, |b| b.hue), |n| n.hue),
        pills,
        asks: (waits_for(m, answer) && !over).then(|| v.link(&MeetingAnswer { meeting: m.id })),
        called_off: m.state == MeetingState::Cancelled,
    }
}
