//! What meetings give to the house.

use kernel::{Id, Result};
use networks::Body;
use web::{JobKind, Nav, Reading, Slice, View};

use crate::{
    actions::{daily, inviting},
    kinds, own, pages, passages,
    paths::BodyMeetings,
    store, told,
    words::T,
};

/// Addresses, things, the entry in the main menu, and work for every day.
#[must_use]
pub const fn slice() -> Slice {
    Slice {
        kinds: kinds::KINDS,
        nav: NAV,
        jobs: JOBS,
        own: Some(&own::OWN),
        views: Some(views),
        inbox: Some(inviting::take_reply),
        told: Some(told::told),
        passages: Some(passages::passages),
        ..Slice::new("meetings", pages::routes)
    }
}

const JOBS: &[JobKind] = &[
    JobKind { name: "meetings.approve", run: daily::approve, daily_at: Some(0) },
    JobKind { name: "meetings.close", run: daily::close, daily_at: Some(1) },
    JobKind { name: "meetings.cleanup", run: daily::cleanup, daily_at: Some(3) },
    JobKind { name: "meetings.follow", run: daily::follow, daily_at: Some(5) },
    JobKind { name: "polls.follow", run: daily::follow_polls, daily_at: Some(5) },
    JobKind { name: "polls.remind", run: daily::remind_polls, daily_at: Some(7) },
    JobKind { name: "meetings.remind", run: daily::remind, daily_at: Some(7) },
];

const NAV: &[Nav] = &[Nav {
    key: "meetings",
    label: |lang| T(lang).nav_meetings(),
    path: "/termine",
    icon: "calendar",
    place: 3,
    public: true,
}];

/// The meetings of a body: for those who sit there or convene it, and for whoever sees one.
fn views(r: &Reading<'_>, body: i64) -> Result<Vec<View>> {
    let (actor, id) = (&r.viewer.actor, Id::<Body>::new(body));
    if !actor.sits_in(body) && !store::meetings::has_any(r.conn, actor, id)? {
        return Ok(Vec::new());
    }
    let href = r.viewer.link(&BodyMeetings { body: id });
    Ok(vec![View { key: "meetings", word: T(r.viewer.lang).nav_meetings().to_owned(), href }])
}
