//! P01: what needs her, which seats she holds until when, which days are near, what is new in her networks.

mod asked;
mod mine;
mod news;
mod next;
mod seats;
mod todo;

use askama::Template;
use kernel::Result;
use web::{Answer, Page, Reading, Signed, Waiting};

use crate::{
    rules::{Greeting, greeting},
    texts::T,
};
use mine::Mine;

pub use mine::body_link as short_link;

/// The most entries of what waits for her; the inbox has all of them.
const TODO_MOST: usize = 6;
/// The most seats that stand open; the rest folds.
const SEATS_OPEN: usize = 6;

#[derive(Template)]
#[template(path = "start.html")]
struct StartView {
    t: T,
    greeting: String,
    date: String,
    counts: String,
    todo: Vec<Waiting>,
    /// How many more there are.
    todo_more: usize,
    inbox: String,
    seats: Vec<seats::Seat>,
    seats_more: Vec<seats::Seat>,
    axis: (String, String),
    next: Vec<next::Row>,
    all_meetings: String,
    deadlines: Vec<seats::Deadline>,
    networks: Vec<news::NetworkCard>,
    news: Vec<news::NewsItem>,
    all_networks: String,
    found: Option<String>,
    own_page: String,
}

/// Everything that waits for the viewer, for whoever shows it beside Start.
///
/// # Errors
/// When the database cannot be read.
pub fn waiting(r: &Reading<'_>) -> Result<Vec<Waiting>> {
    Ok(todo::list(r, &Mine::load(r)?))
}

pub fn show(r: &Reading<'_>, signed: &Signed) -> Result<Answer> {
    let (v, t) = (r.viewer, T(r.viewer.lang));
    let mine = Mine::load(r)?;
    let happened = news::Happenings::load(r, &mine)?;
    let networks = news::network_cards(r, &mine, &happened);
    let mut todo = todo::list(r, &mine);
    r.site.note_waiting(r, &todo);
    todo.retain(|one| one.later.is_none());
    let todo_more = todo.len().saturating_sub(TODO_MOST);
    todo.truncate(TODO_MOST);
    let mut seats = seats::list(r, &mine);
    let seats_more = seats.split_off(seats.len().min(SEATS_OPEN));
    let (from, to) = crate::rules::axis(v.today);
    let view = StartView {
        t,
        greeting: match greeting(v.now) {
            Greeting::Morning => t.good_morning(&signed.name),
            Greeting::Day => t.good_day(&signed.name),
            Greeting::Evening => t.good_evening(&signed.name),
        },
        date: i18n::day_long(v.lang, v.today),
        counts: match &mine.coming {
            Some((day, hats)) => {
                let mut there: Vec<i64> = hats.iter().map(|hat| hat.network.id.raw()).collect();
                there.sort_unstable();
                there.dedup();
                let counts = format!("{} · {}", t.count_networks(there.len()), t.count_seats(hats.len()));
                t.count_coming(i18n::day_medium(v.lang, *day), counts)
            }
            None => format!("{} · {}", t.count_networks(networks.len()), t.count_seats(seats.len() + seats_more.len())),
        },
        todo,
        todo_more,
        inbox: v.link(&notices::paths::InboxPage {}),
        seats,
        seats_more,
        axis: (from.year().to_string(), to.year().to_string()),
        next: next::list(r, &mine),
        all_meetings: v.link(&meetings::paths::MeetingList {}),
        deadlines: seats::deadlines(r, &mine),
        networks,
        news: happened.items(r, &mine)?,
        found: networks::may_found(&v.actor).then(|| v.link(&networks::paths::NetworkNew {})),
        all_networks: v.link(&networks::paths::NetworkList {}),
        own_page: v.link(&networks::paths::PersonPage { person: kernel::Id::new(signed.person) }),
    };
    r.page(Page::new(t.nav_start()).nav("start"), &view)
}
