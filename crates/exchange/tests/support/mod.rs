//! The small world with exchange: who writes where, which letters leave, and what their links open.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, reason = "each test file uses a part of it")]

use db::args;
use exchange::Thread;
use kernel::{Day, Id, Lang};
use networks::Body;
use people::Person;
use web::Kind;

use crate::{
    common::{act, operate},
    house::{House, Seen, houses},
};

pub mod letters;

const BASE: &str = "http://localhost:8080";

/// The house on SQLite, and on PostgreSQL when the environment names a server. Kora keeps every network. Dora and Kora have
/// accounts; Anna is reached through her office, so by mail alone.
pub fn all() -> Vec<House> {
    let slices =
        [networks::slice(), accounts::slice(), notices::slice(), exchange::slice(), search::slice(), transfer::slice()];
    let made = houses(&slices);
    for h in &made {
        account(h, h.w.dora, "dora@example.org");
        account(h, h.w.kora, "kora@example.org");
        h.fresh
            .db
            .write_now(|tx| {
                tx.silent("where the installation is reached");
                tx.set(networks::ADDRESS, BASE)
            })
            .unwrap();
    }
    made
}

pub fn account(h: &House, person: Id<Person>, mail: &'static str) {
    operate(&h.fresh, move |tx, op| {
        accounts::open_account(tx, op, &accounts::NewAccount { person, mail, lang: Lang::De }).map(drop)
    })
    .unwrap();
}

pub fn count(h: &House, sql: &'static str) -> i64 {
    h.fresh.db.read_now(move |c| c.count(sql, args! {})).unwrap()
}

pub fn list(body: Id<Body>) -> String {
    format!("/gremien/{body}/austausch")
}

/// The fields of a new thread.
pub fn fields<'a>(title: &'a str, more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut all = vec![
        ("kind", "question"),
        ("title", title),
        ("words", "Wer hat *Erfahrung*?"),
        ("level", "2"),
        ("topic", ""),
        ("asked", ""),
    ];
    for (name, value) in more {
        match all.iter_mut().find(|(n, _)| n == name) {
            Some(field) => field.1 = value,
            None => all.push((name, value)),
        }
    }
    all
}

/// Somebody writes on the page of a body; gives the thread.
#[track_caller]
pub fn writes(h: &House, who: Id<Person>, body: Id<Body>, title: &str, more: &[(&str, &str)]) -> Id<Thread> {
    let done = h.post(who, &format!("{}/neu", list(body)), &fields(title, more));
    done.is(303).location().rsplit('/').next().unwrap().parse().unwrap()
}

#[track_caller]
pub fn replies(h: &House, who: Id<Person>, thread: Id<Thread>, words: &str) {
    h.post(who, &page(thread), &[("tat", "antworten"), ("words", words)]).is(303);
}

pub fn page(thread: Id<Thread>) -> String {
    format!("/austausch/{thread}")
}

/// It is that hour of that day.
pub fn at(h: &House, day: &str, hour: i8) {
    h.fresh.clock.set(Day::literal(day).at(hour, 0));
}

/// The bundles of a day at 7 o'clock; gives how many letters were written.
pub fn bundles(h: &House, day: &str) -> usize {
    at(h, day, 7);
    static TOLD: std::sync::OnceLock<Vec<web::AskTold>> = std::sync::OnceLock::new();
    let told = TOLD.get_or_init(|| vec![exchange::slice().told.unwrap()]);
    notices::bundle(&h.fresh.db, told).unwrap().letters
}

/// Runs every job that is due, as the worker does.
pub fn work(h: &House) {
    loop {
        let Some(job) = h.fresh.db.write_now(|tx| tx.claim_job()).unwrap() else { return };
        let run = exchange::slice().jobs.iter().find(|j| j.name == job.kind).unwrap().run;
        h.fresh
            .db
            .write_now(move |tx| {
                run(tx, &job.payload)?;
                tx.settle_job(job.id, db::JobState::Done)
            })
            .unwrap();
    }
}

/// Runs a daily job of that name.
pub fn daily(h: &House, name: &str, day: &str) {
    at(h, day, 8);
    let run = exchange::slice().jobs.iter().find(|j| j.name == name).unwrap().run;
    let day = day.to_owned();
    h.fresh.db.write_now(move |tx| run(tx, &day)).unwrap();
}

/// Where the newest letter to an address leads that opens a thread.
#[track_caller]
pub fn link(h: &House, to: &str) -> String {
    let letters = h.letters(to);
    let text = &letters.last().unwrap_or_else(|| panic!("no letter to {to}")).1;
    let at = text.find("/nachricht/").unwrap_or_else(|| panic!("no link in {text}"));
    text[at..].split(['\n', ' ']).next().unwrap().to_owned()
}

/// The address that ends letters, of the newest letter.
pub fn stop(h: &House, to: &str) -> String {
    let to = to.to_owned();
    let read = move |c: &db::Conn| {
        c.find(
            "SELECT unsubscribe FROM mail_out WHERE address = :to ORDER BY id DESC LIMIT 1",
            args! { to: to.as_str() },
            |r| r.get::<Option<String>>(0),
        )
    };
    let found = h.fresh.db.read_now(read).unwrap().flatten().expect("a letter with an address that ends it");
    found.strip_prefix(BASE).unwrap().to_owned()
}

pub fn by_link(h: &House, link: &str, words: &str) -> Seen {
    h.send(None, link, &[("words", words)])
}

/// The index follows the log, as after each commit.
pub fn follow(h: &House) {
    static KINDS: std::sync::OnceLock<Vec<&'static Kind>> = std::sync::OnceLock::new();
    let kinds = KINDS.get_or_init(|| exchange::slice().kinds.iter().chain(networks::slice().kinds).collect());
    search::follow(&h.fresh.db, kinds).unwrap();
}

/// What somebody finds.
#[track_caller]
pub fn finds(h: &House, who: Option<Id<Person>>, word: &str) -> bool {
    follow(h);
    let seen = h.get(who, &format!("/suche?q={word}"));
    seen.is(200);
    seen.html.contains("/austausch/")
}

/// Dora comes into another network of Kora's.
pub fn joins(h: &House, who: Id<Person>, body: Id<Body>) {
    let by = h.w.kora;
    act(&h.fresh, by, move |tx, by| {
        let seat = networks::add_seat(
            tx,
            by,
            body,
            &networks::NewSeat::new(networks::SeatKind::Personal, Day::literal("2020-01-01")),
        )?;
        networks::fill_seat(
            tx,
            by,
            &networks::NewOccupancy::new(seat, networks::Occupant::person(who), Day::literal("2020-01-01")),
        )
        .map(drop)
    })
    .unwrap();
}

/// Who belongs to a network, and to what is below it, is kept within from now on.
pub fn keeps_within(h: &House, network: Id<Body>) {
    let turn = move |tx: &db::Tx<'_>| {
        tx.silent("a test");
        let sql = "UPDATE body SET sensitive = TRUE, roster_level = 2 WHERE id = :id OR network_id = :id";
        tx.exec(sql, args! { id: network }).map(drop)
    };
    h.fresh.db.write_now(turn).unwrap();
}
