//! What tasks give to the house.

use kernel::Id;
use networks::Body;
use web::{JobKind, Nav, Reading, Slice, View};

use crate::{actions, export, kinds, own, pages, passages, passing, paths::BodyTasks, rules, told, words::T};

/// Addresses, things, the entry in the main menu, and work for every day.
#[must_use]
pub const fn slice() -> Slice {
    Slice {
        kinds: kinds::KINDS,
        nav: NAV,
        jobs: JOBS,
        own: Some(&own::OWN),
        exports: export::EXPORTS,
        handover: Some(passing::passing),
        views: Some(views),
        told: Some(told::told),
        passages: Some(passages::passages),
        relevant: Some(kinds::relevant),
        ..Slice::new("tasks", pages::routes)
    }
}

const JOBS: &[JobKind] = &[
    JobKind { name: "tasks.cleanup", run: actions::cleanup, daily_at: Some(3) },
    JobKind { name: "tasks.remind", run: actions::remind, daily_at: Some(6) },
];

const NAV: &[Nav] = &[Nav {
    key: "tasks",
    label: |lang| T(lang).nav_tasks(),
    path: "/aufgaben",
    icon: "check",
    place: 4,
    public: false,
}];

/// The tasks of a body, for those who see some of them. Only whoever leads something without sitting here costs a
/// statement.
fn views(r: &Reading<'_>, body: i64) -> kernel::Result<Vec<View>> {
    let (actor, id) = (&r.viewer.actor, Id::<Body>::new(body));
    let shown = actor.sits_in(body)
        || actor.is_member()
            && networks::list_bodies_by_id(r.conn, actor, &[id])?
                .first()
                .is_some_and(|found| rules::reads(actor, found).is_some());
    let view = || View {
        key: "tasks",
        word: T(r.viewer.lang).nav_tasks().to_owned(),
        href: r.viewer.link(&BodyTasks { body: id }),
    };
    Ok(shown.then(view).into_iter().collect())
}
