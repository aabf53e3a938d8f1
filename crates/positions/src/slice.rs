//! What positions give to the house.

use kernel::{Id, Result};
use networks::Body;
use web::{JobKind, Nav, Newsworthy, Reading, Slice, View};

use crate::{actions, actions::daily, kinds, own, pages, passages, paths::BodyPositions, store, told, words::T};

/// Addresses, things, the entry in the main menu, and work for every day.
#[must_use]
pub const fn slice() -> Slice {
    Slice {
        kinds: kinds::KINDS,
        nav: NAV,
        jobs: JOBS,
        own: Some(&own::OWN),
        views: Some(views),
        shown: Some(pages::shown),
        news: NEWS,
        told: Some(told::told),
        passages: Some(passages::passages),
        inbox: Some(actions::incoming::take),
        relevant: Some(kinds::relevant),
        ..Slice::new("positions", pages::routes)
    }
}

const JOBS: &[JobKind] = &[
    JobKind { name: "positions.close", run: daily::close, daily_at: Some(0) },
    JobKind { name: "positions.proof", run: daily::proof, daily_at: Some(1) },
    JobKind { name: "positions.remind", run: daily::remind, daily_at: Some(6) },
];

const NAV: &[Nav] = &[Nav {
    key: "positions",
    label: |lang| T(lang).nav_positions(),
    path: "/positionen",
    icon: "signature",
    place: 5,
    public: true,
}];

/// What is asked, published, signed and answered; who remarked or proposed what is between those who read it.
const NEWS: &[Newsworthy] = &[
    Newsworthy { verb: "position.input", word: |lang| T(lang).news_input() },
    Newsworthy { verb: "position.published", word: |lang| T(lang).news_published() },
    Newsworthy { verb: "position.signed", word: |lang| T(lang).news_signed() },
    Newsworthy { verb: "position.answered", word: |lang| T(lang).news_answered() },
    Newsworthy { verb: "position.judged", word: |lang| T(lang).news_judged() },
];

/// The positions of a body: for those who sit there, and for whoever sees one.
fn views(r: &Reading<'_>, body: i64) -> Result<Vec<View>> {
    let (actor, id) = (&r.viewer.actor, Id::<Body>::new(body));
    if !actor.sits_in(body) && !store::register::has_any(r.conn, actor, id)? {
        return Ok(Vec::new());
    }
    let href = r.viewer.link(&BodyPositions { body: id });
    Ok(vec![View { key: "positions", word: T(r.viewer.lang).nav_positions().to_owned(), href }])
}
