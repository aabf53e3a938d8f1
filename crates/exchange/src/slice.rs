//! What exchange gives to the house.

use kernel::{Id, Lang, Result};
use networks::Body;
use web::{JobKind, Nav, Newsworthy, Reading, Slice, View};

use crate::{actions, export, kinds, own, pages, passages, paths::BodyThreads, reads, told, words::T};

/// Addresses, things, the entry in the main menu, work for every day, what letters gather.
#[must_use]
pub const fn slice() -> Slice {
    Slice {
        kinds: kinds::KINDS,
        nav: NAV,
        jobs: JOBS,
        own: Some(&own::OWN),
        exports: export::EXPORTS,
        views: Some(views),
        inbox: Some(actions::incoming::take),
        mailbox: Some(actions::incoming::is_closed),
        news: NEWS,
        told: Some(told::told),
        passages: Some(passages::passages),
        ..Slice::new("exchange", pages::routes)
    }
}

const JOBS: &[JobKind] = &[
    JobKind { name: actions::circulars::JOB, run: actions::circulars::send, daily_at: None },
    JobKind { name: "exchange.ask", run: actions::ask, daily_at: None },
    JobKind { name: actions::telling::JOB, run: actions::telling::tell, daily_at: None },
    JobKind { name: "exchange.fared", run: actions::daily::fared, daily_at: Some(1) },
    JobKind { name: "exchange.cleanup", run: actions::daily::cleanup, daily_at: Some(3) },
    JobKind { name: "exchange.relay", run: actions::relay::tell, daily_at: Some(7) },
    JobKind { name: "exchange.remind", run: actions::daily::remind, daily_at: Some(7) },
];

const NEWS: &[Newsworthy] = &[
    Newsworthy { verb: "thread.opened", word: |lang: Lang| T(lang).news_opened() },
    Newsworthy { verb: "thread.forwarded", word: |lang: Lang| T(lang).news_forwarded() },
    Newsworthy { verb: "thread.outcome", word: |lang: Lang| T(lang).news_outcome() },
];

const NAV: &[Nav] = &[Nav {
    key: "exchange",
    label: |lang| T(lang).nav_exchange(),
    path: "/austausch",
    icon: "people",
    place: 6,
    public: false,
}];

/// What is written in a body: for those who sit there, and whoever sees something of it.
fn views(r: &Reading<'_>, body: i64) -> Result<Vec<View>> {
    let id = Id::<Body>::new(body);
    if !reads::shows(r.conn, &r.viewer.actor, id)? {
        return Ok(Vec::new());
    }
    let href = r.viewer.link(&BodyThreads { body: id });
    Ok(vec![View { key: "exchange", word: T(r.viewer.lang).nav_exchange().to_owned(), href }])
}
