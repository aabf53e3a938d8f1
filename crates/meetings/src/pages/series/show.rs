//! A series: its rule, whose turn it is, the days that were decided, and the next ones to decide.

use std::collections::HashMap;

use askama::Template;
use kernel::{Day, Error, Id, Problem, Reason, Result};
use networks::{Body, shell};
use web::{Answer as Reply, FormView, Page, Reading, Writing};

use super::rule_words;
use crate::{
    Decided, Host, Meeting, MeetingState, Series, Turn, actions,
    pages::{body, days::Beside, lines, place::body_row},
    paths::{MeetingPage, SeriesEdit, SeriesList, SeriesPage},
    rules::{leads, next_hosts},
    store::{self, series},
    words::T,
};

/// So many days are offered at once.
const OFFERED: usize = 12;
/// As far as so many months ahead of the last one decided.
const OFFERED_MONTHS: i32 = 13;

/// A series with where it belongs, for one reader.
pub struct Place {
    /// The series.
    pub series: Series,
    /// Its body.
    pub body: Body,
    /// Its network, where the reader may see its page.
    pub network: Option<Body>,
    /// Whether she convenes.
    pub leads: bool,
}

impl Place {
    /// The series of an address, for those who sit in the body or convene it.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn load(r: &Reading<'_>, id: Id<Series>) -> Result<Self> {
        let actor = &r.viewer.actor;
        let series = series::find_series(r.conn, actor, id)?;
        let (body, network) = body::place(r, series.body)?;
        let leads = leads(actor, &series.scope());
        if !leads && !actor.sits_in(series.body.raw()) {
            return Err(Error::NotFound);
        }
        Ok(Self { series, body, network, leads })
    }

    /// The same for whoever convenes.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::Denied`].
    pub fn led(r: &Reading<'_>, id: Id<Series>) -> Result<Self> {
        let place = Self::load(r, id)?;
        if place.leads { Ok(place) } else { Err(Error::Denied(None)) }
    }

    /// The way here.
    ///
    /// # Errors
    /// When a slug is none.
    pub fn crumbs(&self, r: &Reading<'_>) -> Result<String> {
        body::crumbs(r, &self.body, self.network.as_ref(), true)
    }

    /// A page about it.
    ///
    /// # Errors
    /// When a slug is none.
    pub fn page(&self, r: &Reading<'_>) -> Result<Page> {
        let title = format!("{}: {}", T(r.viewer.lang).series_one(), self.series.title);
        body_row(r, Page::new(title).nav("meetings"), &self.body, self.network.as_ref())
    }
}

struct Offer {
    iso: String,
    when: String,
    beside: Vec<String>,
    ticked: bool,
    host: String,
}

struct Row {
    when: String,
    detail: String,
    href: Option<String>,
    /// The day, where it was left out and can still be taken.
    again: Option<String>,
}

#[derive(Template)]
#[template(path = "series.html")]
struct Shown {
    t: T,
    crumbs: String,
    title: String,
    lead: String,
    summary: String,
    once: String,
    leads: bool,
    edit: String,
    ended: bool,
    facts: Vec<(&'static str, String)>,
    note: Vec<String>,
    turn: String,
    offers: Vec<Offer>,
    rows: Vec<Row>,
    back: String,
}

/// The page.
///
/// # Errors
/// [`Error::NotFound`].
pub fn show(r: &Reading<'_>, p: SeriesPage) -> Result<Reply> {
    page(r, &Place::load(r, p.series)?, None)
}

/// The next days by the rule that were not decided, from today on.
fn offered(place: &Place, decided: &[Decided], today: Day) -> Vec<Day> {
    let it = &place.series;
    if it.ended_at.is_some() {
        return Vec::new();
    }
    let last = decided.iter().map(|d| d.day.next()).max().unwrap_or(today).max(today.next());
    let until = last.plus_months(OFFERED_MONTHS);
    let mut days = it.rule.days(it.first_day, last, OFFERED);
    days.retain(|day| *day < until && place.body.term.contains(*day));
    days
}

fn turns(decided: &[Decided]) -> Vec<Turn> {
    decided.iter().filter_map(|d| Some(Turn { host: d.host?, day: d.day })).collect()
}

fn page(r: &Reading<'_>, place: &Place, refused: Option<&FormView>) -> Result<Reply> {
    let (t, v, it) = (T(r.viewer.lang), r.viewer, &place.series);
    let decided = series::list_decided(r.conn, it.id)?;
    let hosts = series::list_hosts(r.conn, it.id, true)?;
    let standing = series::list_hosts(r.conn, it.id, false)?;
    let days = offered(place, &decided, v.today);
    let next = next_hosts(&standing, &turns(&decided), days.len().max(1));
    let blank = FormView::new(v.lang, &[]);
    let form = refused.unwrap_or(&blank);
    let shown = Shown {
        t,
        crumbs: place.crumbs(r)?,
        title: shell::soft(&it.title),
        lead: format!("{}, {}", t.series_one(), place.body.name_in(v.lang)),
        summary: form.summary(),
        once: form.once(),
        leads: place.leads,
        edit: v.link(&SeriesEdit { series: it.id }),
        ended: it.ended_at.is_some(),
        facts: facts(r, t, place, &standing),
        note: lines(&it.note),
        turn: turn_words(r, t, &standing, &decided, next.first().copied()),
        offers: if place.leads { offers(r, place, (&days, &standing, &next), refused)? } else { Vec::new() },
        rows: rows(r, t, place, &decided, &hosts)?,
        back: v.link(&SeriesList { body: it.body }),
    };
    let page = place.page(r)?;
    r.page(if form.is_refused() { page.refused() } else { page }, &shown)
}

fn facts(r: &Reading<'_>, t: T, place: &Place, hosts: &[Host]) -> Vec<(&'static str, String)> {
    let (lang, it) = (r.viewer.lang, &place.series);
    let at = i18n::time(lang, i8::try_from(it.minute / 60).unwrap_or(0), i8::try_from(it.minute % 60).unwrap_or(0));
    let mut facts = vec![
        (t.series_fact_rule(), rule_words(lang, it.rule, it.first_day)),
        (t.series_field_first(), i18n::day_long(lang, it.first_day)),
        (t.field_hour(), at),
        (t.field_length(), i18n::number(lang, it.minutes)),
    ];
    if !it.online.is_empty() {
        facts.push((t.fact_online(), it.online.clone()));
    }
    if !hosts.is_empty() {
        facts.push((t.series_field_hosts(), hosts.iter().map(|h| h.name.as_str()).collect::<Vec<_>>().join(", ")));
    }
    let items = it.agenda.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" · ");
    if !items.is_empty() {
        facts.push((t.series_field_agenda(), items));
    }
    facts
}

/// Whose turn is next, and why: in one line.
fn turn_words(r: &Reading<'_>, t: T, hosts: &[Host], decided: &[Decided], next: Option<Id<Host>>) -> String {
    let Some(host) = hosts.iter().find(|h| Some(h.id) == next) else { return String::new() };
    let last = decided.iter().filter(|d| d.host == Some(host.id)).map(|d| d.day).max();
    match last {
        Some(day) => t.series_turn_last(&host.name, i18n::day_medium(r.viewer.lang, day)),
        None => t.series_turn_never(&host.name),
    }
}

fn offers(
    r: &Reading<'_>,
    place: &Place,
    (days, hosts, next): (&[Day], &[Host], &[Id<Host>]),
    refused: Option<&FormView>,
) -> Result<Vec<Offer>> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let invitees = networks::invitees(r.conn, &place.body, v.today)?;
    let persons: Vec<_> = invitees.iter().filter_map(|i| i.person).collect();
    let beside = Beside::of_invited(r, &place.body, &persons, days, None)?;
    let offer = |(n, day): (usize, &Day)| {
        let iso = day.to_string();
        let name = host_field(*day);
        let proposed = next.get(n).map_or_else(String::new, ToString::to_string);
        let filled = FormView::new(v.lang, &[(name.as_str(), proposed.as_str())]);
        let form = refused.unwrap_or(&filled);
        let mut options = vec![(String::new(), t.series_host_none().to_owned())];
        options.extend(hosts.iter().map(|h| (h.id.to_string(), h.name.clone())));
        let free = crate::rules::off(*day).iter().any(|off| off.is_free());
        Offer {
            when: i18n::moment_long(v.lang, place.series.begins(*day)),
            beside: beside.of(t, *day),
            // A holiday is offered, too, and not taken by itself.
            ticked: refused.map_or(!free, |form| form.has("tag", &iso)),
            host: if hosts.is_empty() {
                String::new()
            } else {
                form.select(&name, t.series_host_of(), options).to_string()
            },
            iso,
        }
    };
    Ok(days.iter().enumerate().map(offer).collect())
}

fn host_field(day: Day) -> String {
    format!("g{day}")
}

fn rows(r: &Reading<'_>, t: T, place: &Place, decided: &[Decided], hosts: &[Host]) -> Result<Vec<Row>> {
    let v = r.viewer;
    let ids: Vec<i64> = decided.iter().filter_map(|d| d.meeting.map(Id::raw)).collect();
    let found: HashMap<Id<Meeting>, Meeting> = if ids.is_empty() {
        HashMap::new()
    } else {
        store::meetings::list_by_id(r.conn, &v.actor, &ids)?.into_iter().map(|m| (m.id, m)).collect()
    };
    let row = |d: &Decided| {
        let meeting = d.meeting.and_then(|id| found.get(&id));
        let host = hosts.iter().find(|h| Some(h.id) == d.host).map(|h| h.name.clone());
        let state = match meeting {
            None if d.meeting.is_some() => String::new(),
            None => t.series_left_out().to_owned(),
            Some(m) if m.state == MeetingState::Cancelled => t.state_cancelled().to_owned(),
            Some(m) if m.day() != d.day => t.series_moved(i18n::day_medium(v.lang, m.day())),
            Some(m) if m.state == MeetingState::Planned => t.state_planned().to_owned(),
            Some(_) => String::new(),
        };
        let detail: Vec<String> = host.into_iter().chain(Some(state).filter(|s| !s.is_empty())).collect();
        let open = place.leads && place.series.ended_at.is_none() && d.meeting.is_none() && d.day > v.today;
        Row {
            when: i18n::day_long(v.lang, d.day),
            detail: detail.join(" · "),
            href: meeting.map(|m| v.link(&MeetingPage { meeting: m.id })),
            again: open.then(|| d.day.to_string()),
        }
    };
    // What comes stands first.
    let (ahead, past): (Vec<&Decided>, Vec<&Decided>) = decided.iter().partition(|d| d.day >= v.today);
    Ok(ahead.into_iter().chain(past.into_iter().rev()).map(row).collect())
}

/// Decides days, takes one back that was left out, ends the series.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who convene.
pub fn act(w: &Writing<'_>, p: SeriesPage) -> Result<Reply> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let place = Place::led(&r, p.series)?;
    let by = &w.viewer.actor;
    let done = match w.ask.field("tat") {
        "anlegen" => {
            let offered = days(w, "angeboten");
            let (taken, left): (Vec<Day>, Vec<Day>) = offered.into_iter().partition(|day| days(w, "tag").contains(day));
            let taken: Vec<(Day, Option<Id<Host>>)> =
                taken.into_iter().map(|day| (day, w.ask.field(&host_field(day)).parse().ok())).collect();
            actions::series::decide_days(w.tx, by, p.series, &taken, &left).map(|count| t.series_note_made(count))
        }
        "doch" => match w.ask.field("tag").parse::<Day>() {
            Ok(day) => {
                let decided = series::list_decided(r.conn, p.series)?;
                let hosts = series::list_hosts(r.conn, p.series, false)?;
                let host = next_hosts(&hosts, &turns(&decided), 1).first().copied();
                actions::series::decide_days(w.tx, by, p.series, &[(day, host)], &[])
                    .map(|count| t.series_note_made(count))
            }
            Err(_) => Err(Error::NotFound),
        },
        "beenden" => actions::series::end_series(w.tx, by, p.series).map(|()| t.series_note_ended().to_owned()),
        _ => {
            Err(Error::Rule(Reason::new("Bitte wählen Sie, was geschehen soll.", "Please choose what is to be done.")))
        }
    };
    match done {
        Ok(note) => Ok(Reply::to(w.viewer.link(&SeriesPage { series: p.series })).with_note(&note)),
        Err(fault) => {
            let found: Vec<Problem> = shell::problems(fault, "", &[])?;
            page(&r, &place, Some(&FormView::kept(w.viewer.lang, w.ask, found)))
        }
    }
}

fn days(w: &Writing<'_>, field: &str) -> Vec<Day> {
    let mut days: Vec<Day> = w.ask.every(field).filter_map(|text| text.parse().ok()).collect();
    days.sort_unstable();
    days.dedup();
    days
}
