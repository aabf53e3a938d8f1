//! Attendance and minutes through the router: kept, written, sent round, objected to, approved, added to.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

mod attendance;
mod authorised;
#[path = "../../../networks/tests/common/mod.rs"]
mod common;
#[path = "../../../networks/tests/house/mod.rs"]
mod house;
mod hybrid;
mod live;
mod live_letter;
mod nodes;
mod objecting;
mod reading;
mod sending;
mod spans;
mod standing_in;
mod stories;
#[path = "../support/mod.rs"]
mod support;
mod writing;

use db::args;
use house::{House, Seen};
use kernel::Id;
use meetings::Meeting;
use support::{at, count, invites, item, plans, rules};

const MEETING: &str = "2027-03-17";

/// A meeting of the RAG with three items, invited to; it is the morning of its day.
pub fn meeting(h: &House) -> Id<Meeting> {
    let meeting = plans(h, h.w.rag, MEETING, &[]);
    item(h, meeting, "Begrüßung", "10", "public");
    item(h, meeting, "Fachkräfte in der Region", "40", "guests");
    item(h, meeting, "Rechtsstreit einer Kollegin", "20", "closed");
    item(h, meeting, "Arbeitsplan", "30", "internal");
    invites(h, meeting);
    at(h, MEETING, 12);
    meeting
}

/// The page of the minutes.
pub fn page(meeting: Id<Meeting>) -> String {
    format!("/termine/{meeting}/protokoll")
}

/// Kora does something with the minutes as a whole.
#[track_caller]
pub fn does(h: &House, meeting: Id<Meeting>, what: &str, more: &[(&str, &str)]) -> Seen {
    let mut fields = vec![("tat", what)];
    fields.extend_from_slice(more);
    // What leaves by mail has a page of its own.
    let to = if what == "verschicken" { format!("/termine/{meeting}/protokollversand") } else { page(meeting) };
    h.post(h.w.kora, &to, &fields)
}

/// The number of the entry of that title.
pub fn entry(h: &House, title: &'static str) -> i64 {
    h.fresh.db.read_now(move |c| c.count("SELECT id FROM minutes_entry WHERE title = :t", args! { t: title })).unwrap()
}

/// Kora writes an entry.
#[track_caller]
pub fn writes(h: &House, title: &'static str, text: &str, more: &[(&str, &str)]) -> i64 {
    let id = entry(h, title);
    let version =
        h.fresh.db.read_now(move |c| c.count("SELECT version FROM minutes_entry WHERE id = :i", args! { i: id }));
    let openness = h
        .fresh
        .db
        .read_now(move |c| {
            c.one("SELECT openness FROM minutes_entry WHERE id = :i", args! { i: id }, |r| r.get::<String>(0))
        })
        .unwrap();
    let version = version.unwrap().to_string();
    let mut fields = vec![("title", title), ("text", text), ("version", &version), ("openness", &openness)];
    fields.extend_from_slice(more);
    h.post(h.w.kora, &format!("/protokollpunkte/{id}"), &fields).is(303);
    id
}

/// The minutes of [`meeting`] as they are written before they go out.
pub fn drafted(h: &House, meeting: Id<Meeting>) {
    does(h, meeting, "anlegen", &[]).is(303);
    writes(h, "Begrüßung", "Der Landrat begrüßt.\n\nEr dankt allen.", &[]);
    writes(
        h,
        "Fachkräfte in der Region",
        "Vortrag von Frau Gast.\n\n- Lage\n- Ausblick",
        &[("result", "Es gibt eine Arbeitsgruppe.")],
    );
    writes(h, "Rechtsstreit einer Kollegin", "Der Stand wurde berichtet.", &[]);
    writes(h, "Arbeitsplan", "Der Plan wurde beraten.", &[("result", "Der Plan gilt.")]);
}

/// Where the newest letter to an address leads.
#[track_caller]
pub fn letter(h: &House, to: &str) -> String {
    let found = support::link(h, to);
    assert!(found.starts_with("/protokoll/"), "{found}");
    found
}

/// A number the database gives.
pub fn number(h: &House, sql: &'static str) -> i64 {
    count(h, sql)
}

/// A text the database holds.
pub fn word(h: &House, sql: &'static str) -> String {
    h.fresh.db.read_now(move |c| c.one(sql, args! {}, |r| r.get::<String>(0))).unwrap()
}
