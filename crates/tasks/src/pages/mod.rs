//! The pages of tasks.

mod body;
mod form;
mod list;
mod show;

use kernel::{Day, Lang, Result};
use web::{Audience, Card, FormView, Reading, Routes};

use crate::{
    Owner, State, Task,
    model::ASKS,
    paths::{TaskDone, TaskOpen, TaskPage},
    rules::may_reopen,
    words::T,
};

mod lines;
pub use lines::Lines;

/// For whom a list of closed tasks goes back: days.
pub const CLOSED_DAYS: i64 = 90;

/// Every address.
#[must_use]
pub fn routes() -> Routes {
    let signed = Audience::SignedIn;
    Routes::new()
        .get(signed, list::show)
        .get(signed, show::show)
        .post(signed, show::done)
        .post(signed, show::open)
        .get(signed, form::edit)
        .post(signed, form::change)
        .get(signed, form::drop_form)
        .post(signed, form::drop_save)
        .get(signed, body::show)
        .get(signed, form::new)
        .post(signed, form::give)
}

/// The things tasks came from, of one kind, as far as the reader may see them.
///
/// # Errors
/// When the database cannot be read.
pub fn source_cards(r: &Reading<'_>, kind: &str, ids: &[i64]) -> Result<Vec<Card>> {
    let Some(kind) = r.site.kinds().find(|k| k.name == kind) else { return Ok(Vec::new()) };
    (kind.cards)(r.conn, r.viewer, ids)
}

/// Where the reader answers what a task asks; `None` where it asks nothing, or nothing more.
#[must_use]
pub fn form_of(task: &Task, source: Option<&Card>) -> Option<String> {
    let asked = task.source.as_ref().filter(|source| source.asks())?;
    source.filter(|card| card.kind == asked.kind && card.id == asked.id).map(|card| card.url.clone())
}

/// How a task stands.
#[must_use]
pub fn state_word(t: T, state: State) -> &'static str {
    match state {
        State::Open => t.state_open(),
        State::Done => t.state_done(),
        State::Dropped => t.state_dropped(),
    }
}

/// When it is due, or since when; for closed ones when that was.
#[must_use]
pub fn due_words(lang: Lang, task: &Task, today: Day) -> String {
    let t = T(lang);
    let closed = || i18n::day_short(lang, task.closed_at.map_or(today, |at| at.day()), today);
    match (task.state, task.due) {
        (State::Done, _) => t.done_on(closed()),
        (State::Dropped, _) => t.dropped_on(closed()),
        (State::Open, None) => t.due_never().to_owned(),
        (State::Open, Some(due)) if due == today => t.due_today().to_owned(),
        (State::Open, Some(due)) if due < today => t.overdue(i64::from(today.days_since(due))),
        (State::Open, Some(due)) => t.due_until(i18n::day_short(lang, due, today)),
    }
}

/// A task as lists show it.
pub struct Row {
    title: String,
    href: String,
    mark: (&'static str, &'static str),
    overdue: bool,
    due: String,
    place: String,
    hue: i64,
    owner: String,
    source: String,
    /// Address and word of the button, if she may press one.
    act: Option<(String, &'static str)>,
    /// Where she answers instead, if a thing asks.
    answer: Option<String>,
    /// The number that lets its form act once.
    once: String,
}

/// Tasks as rows, with the button that fits each.
///
/// # Errors
/// When the database cannot be read.
pub fn rows(r: &Reading<'_>, lines: &Lines<'_>, tasks: &[Task], with_place: bool) -> Result<Vec<Row>> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let asked = |kind: &str| {
        let of = tasks.iter().filter(|task| task.state == State::Open).filter_map(|task| task.source.as_ref());
        of.filter(|source| source.kind == kind).map(|source| source.id).collect::<Vec<_>>()
    };
    let mut forms = Vec::new();
    for kind in ASKS {
        let ids = asked(kind);
        if !ids.is_empty() {
            forms.extend(source_cards(r, kind, &ids)?);
        }
    }
    let row = |task: &Task| {
        let stance = lines.known.stance(&v.actor, task);
        let answer = forms.iter().find_map(|card| form_of(task, Some(card)));
        let act = match task.state {
            State::Open => Some((v.link(&TaskDone { task: task.id }), t.act_done())),
            state if may_reopen(state, task.closed_at, v.now) => {
                Some((v.link(&TaskOpen { task: task.id }), t.act_open()))
            }
            _ => None,
        };
        let overdue = task.is_overdue(v.today);
        let network = lines.known.bodies.get(&task.network);
        let mine = matches!(task.owner, Owner::Person(id) if Some(id.raw()) == v.actor.person);
        Row {
            title: task.title_in(v.lang).to_owned(),
            href: v.link(&TaskPage { task: task.id }),
            mark: match (task.state, overdue) {
                (State::Open, true) => ("w1", "clock"),
                (State::Open, false) => ("", "list"),
                (State::Done, _) => ("o1", "check"),
                (State::Dropped, _) => ("", "cross"),
            },
            overdue,
            due: due_words(v.lang, task, v.today),
            place: if with_place { lines.place(v.lang, task) } else { String::new() },
            hue: network.map_or(0, |n| n.hue),
            owner: if with_place && mine { String::new() } else { lines.owner(r, task) },
            source: task.source.as_ref().map_or_else(String::new, |s| s.words(v.lang).to_owned()),
            act: act.filter(|_| stance.does() && answer.is_none()),
            answer: answer.filter(|_| stance.does()),
            once: FormView::new(v.lang, &[]).once(),
        }
    };
    Ok(tasks.iter().map(row).collect())
}
