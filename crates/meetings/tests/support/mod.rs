//! The small world with meetings: who convenes them, which letters leave, and what their links open.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, reason = "each test file uses a part of it")]

use db::args;
use decisions::rules::{Clause, template};
use kernel::{Day, Id, Lang};
use meetings::Meeting;
use networks::{Body, Eligibility, NewSeat, Occupant, SeatKind};
use people::Person;

use crate::{
    common::{act, operate, seated},
    house::{House, Seen, houses},
};

pub const AGENDA_MAIL: &str = "gleichstellung@stadt-eschweiler.example.org";

/// The house on SQLite, and on PostgreSQL when the environment names a server. Anna, Dora and Kora have accounts; the post
/// of Eschweiler is vacant.
pub fn all() -> Vec<House> {
    let made = houses(&slices());
    for h in &made {
        account(h, h.w.anna, "anna@example.org");
        account(h, h.w.dora, "dora@example.org");
        account(h, h.w.kora, "kora@example.org");
        h.fresh
            .db
            .write_now(|tx| {
                tx.silent("where the installation is reached");
                tx.set(networks::ADDRESS, "http://localhost:8080")?;
                tx.set(meetings::calendar::ORGANIZER, "netz@example.org")
            })
            .unwrap();
    }
    made
}

/// The committee with two more, elected in person: Nora holds Eschweiler, has its address and no account; Olga has neither.
pub fn elected_in_person(h: &House) {
    let w = h.w;
    operate(&h.fresh, move |tx, op| {
        let mail = Some("nora.neu@eschweiler.example.org".to_owned());
        let tenure = people::NewTenure {
            mail,
            ..people::NewTenure::holder(w.post_eschweiler, w.nora, Day::literal("2026-01-01"))
        };
        people::appoint(tx, op, &tenure).map(drop)
    })
    .unwrap();
    act(&h.fresh, w.kora, move |tx, by| {
        let elected = NewSeat::elected(24, Eligibility::Post, Day::literal("2000-01-01"));
        seated(tx, by, w.gma, &elected, Occupant::person_by_post(w.nora, w.post_eschweiler), "2026-02-01")?;
        let personal = NewSeat::new(SeatKind::Personal, Day::literal("2000-01-01"));
        // The committee is open to those of the network alone.
        seated(tx, by, w.rag, &personal, Occupant::person(w.olga), "2026-01-15")?;
        seated(tx, by, w.gma, &personal, Occupant::person(w.olga), "2026-02-01").map(drop)
    })
    .unwrap();
}

/// The body votes by these rules, changed so.
pub fn rules(h: &House, body: Id<Body>, name: &str, changes: &[(&str, serde_json::Value)]) {
    let mut set = template(name).unwrap().rules;
    for (key, value) in changes {
        set = set.with(key, value.clone(), Clause::new("§ 9", "So steht es dort.")).unwrap();
    }
    let (json, name) = (set.to_json(), name.to_owned());
    h.fresh
        .db
        .write_now(move |tx| {
            tx.silent("rules for a test");
            let id: Id<()> = tx.id();
            tx.exec(
                "INSERT INTO rule_set (id, body_id, profile, rules, from_day, made_at) VALUES (:id, :body, :profile, :rules, '2000-01-01', 1)",
                args! { id: id, body: body, profile: name, rules: json },
            )
        })
        .unwrap();
}

/// The RAG invites three weeks before.
pub fn three_weeks(h: &House, name: &str) {
    rules(h, h.w.rag, name, &[("notice.period", serde_json::json!({ "weeks": 3 }))]);
}

/// What the house has.
pub fn slices() -> [web::Slice; 8] {
    [
        networks::slice(),
        accounts::slice(),
        files::slice(),
        tasks::slice(),
        decisions::slice(),
        meetings::slice(),
        search::slice(),
        transfer::slice(),
    ]
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
    format!("/gremien/{body}/termine")
}

/// The fields of a meeting's form.
pub fn fields<'a>(title: &'a str, day: &'a str, more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut all = vec![
        ("title", title),
        ("day", day),
        ("hour", "10:00"),
        ("length", "120"),
        ("place", "Haus Löwenstein, Raum 2"),
        ("online", "https://treffen.example.org/rag"),
        ("place_for", "all"),
        ("answer_until", ""),
        ("proposals_until", ""),
        ("level", "2"),
        ("note", "Aufzug im Hof"),
    ];
    for (name, value) in more {
        match all.iter_mut().find(|(n, _)| n == name) {
            Some(field) => field.1 = value,
            None => all.push((name, value)),
        }
    }
    all
}

/// Kora sets a meeting down on the body's page; gives its number.
pub fn plans(h: &House, body: Id<Body>, day: &str, more: &[(&str, &str)]) -> Id<Meeting> {
    let done = h.post(h.w.kora, &format!("{}/neu", list(body)), &fields("Herbsttreffen", day, more));
    let there = done.is(303).location().to_owned();
    there.rsplit('/').next().unwrap().parse().unwrap()
}

/// Kora invites.
#[track_caller]
pub fn invites(h: &House, meeting: Id<Meeting>) -> Seen {
    let done = h.post(h.w.kora, &format!("/termine/{meeting}/einladung"), &[("tat", "einladen")]);
    done.is(303);
    done
}

/// Kora puts an item on the agenda; gives its number.
#[track_caller]
pub fn item(h: &House, meeting: Id<Meeting>, title: &str, minutes: &str, openness: &str) -> i64 {
    let fields = [("title", title), ("minutes", minutes), ("rapporteur", ""), ("openness", openness), ("note", "")];
    h.post(h.w.kora, &format!("/termine/{meeting}/tagesordnung/neu"), &fields).is(303);
    count(h, "SELECT MAX(id) FROM agenda_item")
}

/// Where the newest letter to an address leads, without what the link asks for.
#[track_caller]
pub fn link(h: &House, to: &str) -> String {
    let letters = h.letters(to);
    let text = &letters.last().unwrap_or_else(|| panic!("no letter to {to}")).1;
    let rest = text.split("http://localhost:8080").nth(1).unwrap_or_else(|| panic!("no link in {text}"));
    // Where there are papers their link comes first.
    rest.split(['?', '\n', ' ']).next().unwrap().trim_end_matches("/unterlagen").to_owned()
}

/// The subjects of all letters to an address.
pub fn subjects(h: &House, to: &str) -> Vec<String> {
    h.letters(to).into_iter().map(|(subject, _)| subject).collect()
}

/// It is that hour of that day.
pub fn at(h: &House, day: &str, hour: i8) {
    h.fresh.clock.set(Day::literal(day).at(hour, 0));
}

/// Runs a daily job of that name, as the worker does.
pub fn daily(h: &House, name: &str, day: &str) {
    at(h, day, 8);
    let run = meetings::slice().jobs.iter().find(|j| j.name == name).unwrap().run;
    let day = day.to_owned();
    h.fresh.db.write_now(move |tx| run(tx, &day)).unwrap();
}

/// What the newest letter to an address tells a calendar: method and file, its lines put together again.
#[track_caller]
pub fn calendar(h: &House, to: &str) -> Option<(String, String)> {
    let to = to.to_owned();
    let found = h
        .fresh
        .db
        .read_now(move |c| {
            c.find(
                "SELECT calendar_method, calendar FROM mail_out WHERE address = :to ORDER BY created_at DESC, id DESC LIMIT 1",
                args! { to: to },
                |r| Ok((r.get::<Option<String>>(0)?, r.get::<Option<String>>(1)?)),
            )
        })
        .unwrap();
    match found.expect("a letter") {
        (Some(method), Some(text)) => Some((method, text.replace("\r\n ", ""))),
        _ => None,
    }
}

/// Answers by the link, as whoever holds it.
pub fn by_link(h: &House, link: &str, answer: &str, more: &[(&str, &str)]) -> Seen {
    let mut fields = vec![("antwort", answer)];
    fields.extend_from_slice(more);
    h.send(None, link, &fields)
}

/// How many answered so.
pub fn answers(h: &House, meeting: Id<Meeting>, answer: &'static str) -> i64 {
    h.fresh
        .db
        .read_now(move |c| {
            c.count(
                "SELECT COUNT(*) FROM meeting_invitation WHERE meeting_id = :m AND answer = :a AND ended_at IS NULL",
                args! { m: meeting, a: answer },
            )
        })
        .unwrap()
}

/// A whole PDF that says something.
pub fn pdf(words: &str) -> String {
    format!("%PDF-1.7\n{words}\n%%EOF\n")
}

/// The number of the newest file.
pub fn newest(h: &House) -> i64 {
    count(h, "SELECT COALESCE(MAX(id), 0) FROM attachment")
}
