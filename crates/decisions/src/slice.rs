//! What decisions give to the house.

use db::Conn;
use kernel::Result;
use web::{JobKind, Newsworthy, Own, Parting, Record, Slice, Viewer};

use crate::{actions, exports, kinds, own_elections, own_register, own_votes, pages, passages, told, words::T};

/// Addresses, things and work for later.
#[must_use]
pub const fn slice() -> Slice {
    Slice {
        kinds: kinds::KINDS,
        jobs: JOBS,
        own: Some(&OWN),
        exports: exports::EXPORTS,
        views: Some(pages::views),
        news: NEWS,
        told: Some(told::told),
        passages: Some(passages::passages),
        relevant: Some(kinds::relevant),
        ..Slice::new("decisions", pages::routes)
    }
}

/// What begins and what is decided; who voted, signed or stands is between those concerned.
const NEWS: &[Newsworthy] = &[
    Newsworthy { verb: "vote.opened", word: |lang| T(lang).news_opened() },
    Newsworthy { verb: "vote.decided", word: |lang| T(lang).news_decided() },
    Newsworthy { verb: "resolution.adopted", word: |lang| T(lang).news_adopted() },
    Newsworthy { verb: "resolution.superseded", word: |lang| T(lang).news_superseded() },
    Newsworthy { verb: "resolution.repealed", word: |lang| T(lang).news_repealed() },
];

const JOBS: &[JobKind] = &[
    JobKind { name: "decisions.rules", run: actions::come_into_force, daily_at: Some(0) },
    JobKind { name: "decisions.open", run: actions::open_due, daily_at: None },
    JobKind { name: "decisions.close", run: actions::close_due, daily_at: None },
    JobKind { name: "decisions.remind", run: actions::remind_due, daily_at: None },
    JobKind { name: "decisions.cleanup", run: actions::cleanup, daily_at: Some(3) },
];

/// What it holds about a person stays as a record of office, or goes a year after the result; her name goes with herself.
const OWN: Own = Own { data, parting, erase: own_elections::erase };

fn data(conn: &Conn, viewer: &Viewer) -> Result<Vec<Record>> {
    let mut all = own_register::data(conn, viewer)?;
    all.extend(own_votes::data(conn, viewer)?);
    all.extend(own_elections::data(conn, viewer)?);
    Ok(all)
}

fn parting(conn: &Conn, viewer: &Viewer) -> Result<Vec<Parting>> {
    let mut all = own_register::parting(conn, viewer)?;
    all.extend(own_elections::parting(conn, viewer)?);
    Ok(all)
}
