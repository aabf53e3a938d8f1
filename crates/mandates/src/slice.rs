//! What mandates give to the house.

use kernel::{Id, Result};
use networks::Body;
use web::{JobKind, Nav, Newsworthy, Reading, Slice, View};

use crate::{
    actions::daily, export, kinds, own, pages, passages, paths::BodyMandates, reads::knows, store, told, words::T,
};

/// Addresses, things, the entry in the main menu, and work for every day.
#[must_use]
pub const fn slice() -> Slice {
    Slice {
        kinds: kinds::KINDS,
        nav: NAV,
        jobs: JOBS,
        own: Some(&own::OWN),
        exports: export::EXPORTS,
        views: Some(views),
        shown: Some(pages::shown),
        news: NEWS,
        told: Some(told::told),
        passages: Some(passages::passages),
        ..Slice::new("mandates", pages::routes)
    }
}

const JOBS: &[JobKind] = &[
    JobKind { name: "mandates.cleanup", run: daily::cleanup, daily_at: Some(3) },
    JobKind { name: "mandates.ends", run: daily::ends, daily_at: Some(5) },
    JobKind { name: "mandates.reports", run: daily::reports, daily_at: Some(5) },
    JobKind { name: "mandates.remind", run: daily::remind, daily_at: Some(6) },
    JobKind { name: "mandates.brief", run: daily::brief, daily_at: Some(7) },
];

const NAV: &[Nav] = &[Nav {
    key: "mandates",
    label: |lang| T(lang).nav_mandates(),
    path: "/mandate",
    icon: "transfer",
    place: 6,
    public: false,
}];

const NEWS: &[Newsworthy] = &[
    Newsworthy { verb: "report.filed", word: |lang| T(lang).news_filed() },
    Newsworthy { verb: "report.corrected", word: |lang| T(lang).news_corrected() },
];

/// The mandates of a body: for its members where it sends or receives. One statement for them, none for others.
fn views(r: &Reading<'_>, body: i64) -> Result<Vec<View>> {
    let (actor, id) = (&r.viewer.actor, Id::<Body>::new(body));
    if !actor.is_member() && actor.sits.is_empty() {
        return Ok(Vec::new());
    }
    let all = store::delegations::list_around(r.conn, id, r.viewer.today)?;
    if !all.iter().any(|it| knows(actor, it)) {
        return Ok(Vec::new());
    }
    let href = r.viewer.link(&BodyMandates { body: id });
    Ok(vec![View { key: "mandates", word: T(r.viewer.lang).nav_mandates().to_owned(), href }])
}
