//! The small world with positions: who drafts, asks, signs and sends.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, reason = "each test file uses a part of it")]

use db::args;
use kernel::{Day, Id, Lang};
use networks::Body;
use people::Person;

use crate::{
    common::operate,
    house::{House, Seen, houses},
};

pub const TEXT: &str = "Die Kreise sparen an Frauenhäusern.\n\nWir fordern bis Ende 2027 mehr Plätze in jedem Kreis.\n\nDas Land trägt die Kosten.";

/// The house on SQLite, and on PostgreSQL when the environment names a server.
pub fn all() -> Vec<House> {
    let slices = [
        networks::slice(),
        accounts::slice(),
        tasks::slice(),
        decisions::slice(),
        positions::slice(),
        search::slice(),
        transfer::slice(),
        public::slice(),
    ];
    let made = houses(&slices);
    for h in &made {
        for (person, mail) in [
            (h.w.anna, "anna@example.org"),
            (h.w.dora, "dora@example.org"),
            (h.w.kora, "kora@example.org"),
            (h.w.quinn, "quinn@example.org"),
        ] {
            account(h, person, mail);
        }
        h.fresh
            .db
            .write_now(|tx| {
                tx.silent("where the installation is reached");
                tx.set(networks::ADDRESS, "http://localhost:8080")
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

/// The number at the end of where a form led.
#[track_caller]
pub fn number(done: &Seen) -> i64 {
    done.is(303).location().rsplit('/').next().unwrap().parse().unwrap()
}

/// Somebody begins a draft in a body; gives its number.
#[track_caller]
pub fn draft(h: &House, who: Id<Person>, body: Id<Body>, title: &str) -> i64 {
    let fields = [("kind", "position"), ("title", title), ("topic", ""), ("text", TEXT)];
    number(&h.post(who, &format!("/gremien/{body}/positionen/neu"), &fields))
}

pub fn page(position: i64) -> String {
    format!("/positionen/{position}")
}

/// The number of its nth paragraph in the latest text.
pub fn paragraph(h: &House, position: i64, n: i64) -> i64 {
    let read = move |c: &db::Conn| {
        c.one(
            "SELECT g.paragraph FROM position p JOIN position_version v ON v.position_id = p.id AND v.number = p.text_version JOIN position_paragraph g ON g.version_id = v.id WHERE p.id = :p ORDER BY g.place LIMIT 1 OFFSET :n",
            args! { p: position, n: n - 1 },
            |r| r.get(0),
        )
    };
    h.fresh.db.read_now(read).unwrap()
}

/// Kora asks the network for input until a day.
#[track_caller]
pub fn asks(h: &House, position: i64, until: &str) {
    let fields = [("until", until), ("who", "network")];
    h.post(h.w.kora, &format!("{}/rueckmeldung", page(position)), &fields).is(303);
}

/// Somebody asks for other words in the nth paragraph; gives the number of the amendment.
#[track_caller]
pub fn amends(h: &House, who: Id<Person>, position: i64, n: i64, new: &str) -> i64 {
    let path = format!("{}/absaetze/{}/aendern", page(position), paragraph(h, position, n));
    let seat = seat(h, who, &format!("{path}?art=words"));
    number(&h.post(who, &path, &[("sort", "words"), ("new", new), ("reason", "Weil es not tut."), ("seat", &seat)]))
}

/// The first seat a form offers; empty where it asks for none.
pub fn seat(h: &House, who: Id<Person>, path: &str) -> String {
    let html = h.get(Some(who), path).html;
    let offered = html.split("name=\"seat\" value=\"").nth(1);
    offered.map(|rest| rest.split('"').next().unwrap().to_owned()).unwrap_or_default()
}

/// Does something with an amendment.
#[track_caller]
pub fn does(h: &House, who: Id<Person>, amendment: i64, fields: &[(&str, &str)]) -> Seen {
    h.post(who, &format!("/aenderungsantraege/{amendment}"), fields)
}

/// Kora enters that the body adopted it.
#[track_caller]
pub fn adopts(h: &House, position: i64) {
    let fields =
        [("result", "ja"), ("resolution", ""), ("day", "2026-11-20"), ("how", "Konferenz, einstimmig"), ("why", "")];
    h.post(h.w.kora, &format!("{}/beschluss", page(position)), &fields).is(303);
}

/// Kora publishes it for everybody.
#[track_caller]
pub fn publishes(h: &House, position: i64) {
    let fields = [("level", "0"), ("signers", "0"), ("when", "jetzt"), ("older", "keine")];
    h.post(h.w.kora, &format!("{}/veroeffentlichen", page(position)), &fields).is(303);
}

/// A position of the regional group, published.
#[track_caller]
pub fn published(h: &House, title: &str) -> i64 {
    let made = draft(h, h.w.kora, h.w.rag, title);
    adopts(h, made);
    publishes(h, made);
    made
}

/// Kora adds an addressee; gives its number.
#[track_caller]
pub fn addressee(h: &House, name: &str, mail: &str) -> i64 {
    let fields = [
        ("name", name),
        ("name_en", ""),
        ("kind", "ministry"),
        ("mail", mail),
        ("address", "Musterallee 1\n40213 Düsseldorf"),
        ("from", "2020-01-01"),
    ];
    number(&h.post(h.w.kora, "/adressaten/neu", &fields))
}

/// Kora plans a letter; gives its number.
#[track_caller]
pub fn letter(h: &House, position: i64, to: i64, due: &str) -> i64 {
    let fields = [
        ("addressee", &*to.to_string()),
        ("letter", "Sehr geehrte Damen und Herren,\n\nwir bitten um Antwort."),
        ("file_mark", "III B 4"),
        ("due", due),
        ("weeks", "4"),
    ];
    number(&h.post(h.w.kora, &format!("{}/versand", page(position)), &fields))
}

/// Kora does something with a letter.
#[track_caller]
pub fn with_letter(h: &House, letter: i64, fields: &[(&str, &str)]) -> Seen {
    h.post(h.w.kora, &format!("/positionsbriefe/{letter}"), fields)
}

/// It is that hour of that day.
pub fn at(h: &House, day: &str, hour: i8) {
    h.fresh.clock.set(Day::literal(day).at(hour, 0));
}

/// Runs a daily job of that name, as the worker does.
pub fn daily(h: &House, name: &str, day: &str) {
    at(h, day, 8);
    let run = positions::slice().jobs.iter().find(|j| j.name == name).unwrap().run;
    let day = day.to_owned();
    h.fresh.db.write_now(move |tx| run(tx, &day)).unwrap();
}

/// The index of search has read everything.
pub fn indexed(h: &House) {
    let kinds: Vec<&'static web::Kind> = h.site.kinds().collect();
    search::follow(&h.fresh.db, &kinds).unwrap();
}
