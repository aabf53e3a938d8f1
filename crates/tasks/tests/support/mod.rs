//! The small world with tasks: who gives them, and what the program does by itself.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, reason = "each test file uses a part of it")]

use db::args;
use kernel::{Day, Id, Lang};
use networks::Body;
use people::Person;
use tasks::{Owner, Task};

use crate::{
    common::operate,
    house::{House, houses},
};

/// The house on SQLite, and on PostgreSQL when the environment names a server.
pub fn all() -> Vec<House> {
    houses(&[networks::slice(), accounts::slice(), tasks::slice(), search::slice(), transfer::slice()])
}

pub fn account(h: &House, person: Id<Person>, mail: &'static str, lang: Lang) {
    operate(&h.fresh, move |tx, op| {
        accounts::open_account(tx, op, &accounts::NewAccount { person, mail, lang }).map(drop)
    })
    .unwrap();
}

pub fn count(h: &House, sql: &'static str) -> i64 {
    h.fresh.db.read_now(move |c| c.count(sql, args! {})).unwrap()
}

pub fn list(body: Id<Body>) -> String {
    format!("/gremien/{body}/aufgaben")
}

/// Kora gives a task on the body's page; gives its number.
pub fn gives(h: &House, body: Id<Body>, owner: Owner, title: &str, due: &str) -> Id<Task> {
    let (path, key) = (format!("{}/neu", list(body)), owner.key());
    let fields = [("title", title), ("owner", key.as_str()), ("due", due), ("note", ""), ("level", "gremium")];
    assert_eq!(h.post(h.w.kora, &path, &fields).is(303).location(), list(body));
    Id::new(count(h, "SELECT MAX(id) FROM task"))
}

pub fn does(h: &House, who: Id<Person>, task: Id<Task>) -> u16 {
    h.post(who, &format!("/aufgaben/{task}/erledigt"), &[("zu", "liste")]).status.as_u16()
}

pub fn opens(h: &House, who: Id<Person>, task: Id<Task>) -> u16 {
    h.post(who, &format!("/aufgaben/{task}/oeffnen"), &[("zu", "liste")]).status.as_u16()
}

/// It is noon of that day.
pub fn noon(h: &House, day: &str) {
    h.fresh.clock.set(Day::literal(day).at(12, 0));
}

/// Runs the daily reminders of that day, as the worker does.
pub fn daily(h: &House, day: &str) {
    noon(h, day);
    let run = tasks::slice().jobs.iter().find(|j| j.name == "tasks.remind").unwrap().run;
    let day = day.to_owned();
    h.fresh.db.write_now(move |tx| run(tx, &day)).unwrap();
}

/// Search reads on in the log.
pub fn indexed(h: &House) {
    let kinds: Vec<&'static web::Kind> = networks::slice().kinds.iter().chain(tasks::slice().kinds).collect();
    search::follow(&h.fresh.db, &kinds).unwrap();
}
