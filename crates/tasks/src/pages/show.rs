//! `/aufgaben/{task}`: one task, and the buttons that mark it as done or open it again.

use askama::Template;
use kernel::{Error, Id, Result};
use networks::{Body, shell};
use web::{Answer, FormView, Page, Reading, Writing};

use super::{Lines, due_words, state_word};
use crate::{
    State, Task, actions,
    paths::{BodyTasks, TaskDone, TaskDrop, TaskEditing, TaskList, TaskOpen, TaskPage},
    rules::{Stance, may_reopen},
    store,
    words::T,
};

/// Label, words, and where they lead; empty where nowhere.
type Fact = (&'static str, String, String);

#[derive(Template)]
#[template(path = "task.html")]
struct Shown {
    t: T,
    crumbs: String,
    title: String,
    pill: shell::Pill,
    note: Vec<String>,
    facts: Vec<Fact>,
    done: Option<String>,
    answer: Option<String>,
    open: Option<String>,
    change: Option<String>,
    give_up: Option<String>,
    once: String,
}

/// A task the reader may know of, its words, and what she is to it.
pub fn load<'a>(r: &Reading<'a>, id: Id<Task>) -> Result<(Task, Lines<'a>, Stance)> {
    let task = store::find_task(r.conn, id)?;
    let lines = Lines::load(r, std::slice::from_ref(&task))?;
    let stance = lines.known.stance(&r.viewer.actor, &task);
    if stance.knows() { Ok((task, lines, stance)) } else { Err(Error::NotFound) }
}

/// The page.
///
/// # Errors
/// [`Error::NotFound`] for whoever may not know of it.
pub fn show(r: &Reading<'_>, p: TaskPage) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let (task, lines, stance) = load(r, p.task)?;
    let body = lines.known.bodies.get(&task.body);
    let network = lines.known.bodies.get(&task.network);
    let overdue = task.is_overdue(v.today);
    let pill = match task.state {
        State::Open if overdue => shell::Pill::new("w1", "clock", due_words(v.lang, &task, v.today)),
        State::Open => shell::Pill::new("", "clock", due_words(v.lang, &task, v.today)),
        State::Done => shell::Pill::new("o1", "check", state_word(t, task.state)),
        State::Dropped => shell::Pill::new("", "cross", state_word(t, task.state)),
    };
    let open = task.state == State::Open;
    let source = match &task.source {
        Some(source) => super::source_cards(r, &source.kind, &[source.id])?.into_iter().next(),
        None => None,
    };
    let answer = super::form_of(&task, source.as_ref()).filter(|_| open && stance.does());
    let title = task.title_in(v.lang).to_owned();
    let shown = Shown {
        t,
        crumbs: crumbs(r, body)?,
        title: title.clone(),
        pill,
        note: task.note.lines().map(str::trim).filter(|l| !l.is_empty()).map(str::to_owned).collect(),
        facts: facts(r, &task, &lines, (body, network), source.map(|card| card.url))?,
        done: (open && stance.does() && answer.is_none()).then(|| v.link(&TaskDone { task: task.id })),
        answer,
        open: (may_reopen(task.state, task.closed_at, v.now) && stance.does())
            .then(|| v.link(&TaskOpen { task: task.id })),
        change: (open && stance.leads).then(|| v.link(&TaskEditing { task: task.id })),
        give_up: (open && stance.leads).then(|| v.link(&TaskDrop { task: task.id })),
        once: FormView::new(v.lang, &[]).once(),
    };
    r.page(Page::new(title).nav("tasks"), &shown)
}

/// The way to a page of a task: her list, and the body's where the reader has a part in it.
pub fn crumbs(r: &Reading<'_>, body: Option<&Body>) -> Result<String> {
    let t = T(r.viewer.lang);
    let mut steps = vec![(t.nav_tasks(), r.viewer.link(&TaskList {}))];
    if let Some(body) = body.filter(|b| crate::rules::reads(&r.viewer.actor, b).is_some()) {
        steps.push((body.name_in(r.viewer.lang), r.viewer.link(&BodyTasks { body: body.id })));
    }
    Ok(web::crumbs(r.viewer.lang, &steps))
}

fn facts(
    r: &Reading<'_>,
    task: &Task,
    lines: &Lines<'_>,
    (body, network): (Option<&Body>, Option<&Body>),
    href: Option<String>,
) -> Result<Vec<Fact>> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let plain = |label: &'static str, words: String| (label, words, String::new());
    let mut facts = vec![plain(t.field_owner(), lines.owner(r, task))];
    facts.push(plain(t.field_due(), task.due.map_or_else(|| t.due_never().to_owned(), |d| i18n::day_long(v.lang, d))));
    if let Some(source) = &task.source {
        facts.push((t.field_source(), source.words(v.lang).to_owned(), href.unwrap_or_default()));
    }
    let topics = store::topics::list_topics_of(r.conn, &[task.id])?;
    if !topics.is_empty() {
        let all = networks::list_topics(r.conn)?;
        let of = all.iter().filter(|topic| topics.iter().any(|(_, id)| *id == topic.id));
        let names: Vec<String> = of.map(|topic| shell::topic_name(v.lang, topic)).collect();
        facts.push(plain(t.field_topics(), names.join(", ")));
    }
    if let (Some(body), Some(network)) = (body, network) {
        facts.push((t.field_body(), lines.place(v.lang, task), shell::body_link(r, &network.slug, body)?));
    }
    let by = task.given_by.map_or_else(|| t.given_by_program().to_owned(), |id| lines.person(r, task, id));
    facts.push(plain(t.field_given(), t.who_when(by, i18n::day_medium(v.lang, task.given_at.day()))));
    if let Some(at) = task.closed_at {
        let label = if task.state == State::Done { t.state_done() } else { t.state_dropped() };
        let day = i18n::day_medium(v.lang, at.day());
        let words = match task.closed_by {
            Some(id) => t.who_when(lines.person(r, task, id), day),
            None => day,
        };
        facts.push(plain(label, words));
    }
    if let Some(reason) = &task.reason {
        facts.push(plain(t.field_reason(), reason.clone()));
    }
    // Whoever sits in the network itself is its member.
    let network_wide = task.level == kernel::Level::Network || task.body == task.network;
    facts.push(plain(t.field_level(), if network_wide { t.level_network() } else { t.level_body() }.to_owned()));
    Ok(facts)
}

/// Marks it as done.
///
/// # Errors
/// As [`actions::done`].
pub fn done(w: &Writing<'_>, p: TaskDone) -> Result<Answer> {
    let task = actions::done(w.tx, &w.viewer.actor, p.task)?;
    Ok(back(w, &task).with_note(&T(w.viewer.lang).note_done(cut(task.title_in(w.viewer.lang)))))
}

/// Opens it again.
///
/// # Errors
/// As [`actions::reopen`].
pub fn open(w: &Writing<'_>, p: TaskOpen) -> Result<Answer> {
    let task = actions::reopen(w.tx, &w.viewer.actor, p.task)?;
    Ok(back(w, &task).with_note(&T(w.viewer.lang).note_opened(cut(task.title_in(w.viewer.lang)))))
}

/// Short enough for a note.
fn cut(title: &str) -> String {
    let short: String = title.chars().take(100).collect();
    if short.len() < title.len() { format!("{short} …") } else { short }
}

/// To where the button was pressed.
fn back(w: &Writing<'_>, task: &Task) -> Answer {
    Answer::to(match w.ask.field("zu") {
        "liste" => w.viewer.link(&TaskList {}),
        "gremium" => w.viewer.link(&BodyTasks { body: task.body }),
        _ => w.viewer.link(&TaskPage { task: task.id }),
    })
}
