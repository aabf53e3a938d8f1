//! What tasks have to tell: that one was given. Whoever has it got a letter.

use std::collections::HashMap;

use db::{Conn, Entry};
use kernel::Result;
use web::{Told, Weight, Window};

use crate::{State, Task, actions::tell::Addressees, paths::TaskPage, store, words::T};

/// What the registry asks: six statements, and none for a bundle.
///
/// # Errors
/// When the database cannot be read.
pub fn told(conn: &Conn, window: &Window) -> Result<Vec<Told>> {
    if !window.letters {
        return Ok(Vec::new());
    }
    let events = window.events(conn, &["task.given"])?;
    let ids: Vec<i64> = events.iter().map(|e| e.subject).collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut tasks = store::list_by_id(conn, &ids)?;
    // What asks tells of itself, with the way to its answer.
    tasks.retain(|task| task.state == State::Open && !task.source.as_ref().is_some_and(crate::Source::asks));
    let to = Addressees::load(conn, &tasks)?;
    let tasks: HashMap<i64, Task> = tasks.into_iter().map(|task| (task.id.raw(), task)).collect();
    let tell = |e: &Entry| {
        let task = tasks.get(&e.subject)?;
        let told = Told {
            title: task.title.clone(),
            path: TaskPage { task: task.id }.to_string(),
            by: e.actor,
            ways: vec![(task.network.raw(), task.body.raw())],
            scopes: vec![task.scope()],
            quiet: to.homes.get(&task.body).is_none_or(|home| home.sensitive),
            due: task.due,
            asked: to.persons(task.owner).into_iter().map(kernel::Id::raw).collect(),
            letter: true,
            ..Told::new("task", e.subject, e.at, Weight::Direct)
        };
        // Nobody to do it: nobody is told.
        (!told.asked.is_empty()).then(|| told.saying(|lang| T(lang).told_given()))
    };
    Ok(events.iter().filter_map(tell).collect())
}
