//! What tasks there are for somebody.

use std::collections::HashMap;

use db::Conn;
use kernel::{Actor, Id, Level, Moment, Result};
use networks::Body;
use people::{Mode, Post};
use web::Viewer;

use crate::{
    Owner, State, Task,
    rules::{self, SOON_DAYS, Stance, led, sort},
    store::lists,
};

/// What it takes to say what a reader is to some tasks: the posts she holds today and the bodies whose pages she sees.
#[derive(Default)]
pub struct Known {
    posts: Vec<Id<Post>>,
    /// Bodies of the tasks, those that do them, and their networks.
    pub bodies: HashMap<Id<Body>, Body>,
}

impl Known {
    /// For these tasks: two statements, none without tasks.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn load(conn: &Conn, actor: &Actor, tasks: &[Task]) -> Result<Self> {
        let Some(person) = actor.person.filter(|_| !tasks.is_empty()) else { return Ok(Self::default()) };
        let held = people::list_tenures_of_persons(conn, &[Id::new(person)], conn.today())?;
        let posts = held.into_iter().filter(|t| t.mode != Mode::Deputy).map(|t| t.post).collect();
        let mut ids: Vec<Id<Body>> = tasks.iter().flat_map(|t| [t.body, t.network]).collect();
        ids.extend(tasks.iter().filter_map(|t| match t.owner {
            Owner::Body(body) => Some(body),
            _ => None,
        }));
        ids.sort_unstable();
        ids.dedup();
        let bodies = networks::list_bodies_by_id(conn, actor, &ids)?.into_iter().map(|b| (b.id, b)).collect();
        Ok(Self { posts, bodies })
    }
    /// What she is to one of them.
    #[must_use]
    pub fn stance(&self, actor: &Actor, task: &Task) -> Stance {
        let owner = match task.owner {
            Owner::Body(body) => self.bodies.get(&body),
            _ => None,
        };
        rules::stance(actor, task, self.bodies.get(&task.body), owner, &self.posts)
    }
}

/// What the viewer is to do, open, most urgent first: her own tasks, those of posts she holds today, those of bodies she
/// leads. One statement.
///
/// # Errors
/// When the database cannot be read.
pub fn mine(conn: &Conn, viewer: &Viewer) -> Result<Vec<Task>> {
    mine_in(conn, viewer, State::Open, Moment::from_micros(0))
}

/// The same in another state, closed since a moment.
///
/// # Errors
/// When the database cannot be read.
pub fn mine_in(conn: &Conn, viewer: &Viewer, state: State, since: Moment) -> Result<Vec<Task>> {
    let Some(person) = viewer.actor.person else { return Ok(Vec::new()) };
    let mut tasks = lists::list_mine(conn, Id::new(person), &led(&viewer.actor), state, since, viewer.today)?;
    sort(&mut tasks);
    Ok(tasks)
}

/// A task that waits, with its body where the viewer may see that.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Due {
    /// The task.
    pub task: Task,
    /// The body it belongs to.
    pub body: Option<Body>,
}

/// Of [`mine`] what is overdue or due within a week, most urgent first. One statement, two where something waits.
///
/// # Errors
/// When the database cannot be read.
pub fn due_soon(conn: &Conn, viewer: &Viewer) -> Result<Vec<Due>> {
    let last = viewer.today.plus_days(SOON_DAYS);
    let mut tasks = mine(conn, viewer)?;
    tasks.retain(|t| t.due.is_some_and(|due| due <= last));
    let bodies: Vec<Id<Body>> = tasks.iter().map(|t| t.body).collect();
    let found = networks::list_bodies_by_id(conn, &viewer.actor, &bodies)?;
    let due = |task: Task| Due { body: found.iter().find(|b| b.id == task.body).cloned(), task };
    Ok(tasks.into_iter().map(due).collect())
}

/// Those of some tasks the actor may know of, in no order: what a thing shows of the tasks it led to. At most three
/// statements, none without tasks.
///
/// # Errors
/// When the database cannot be read.
pub fn known(conn: &Conn, actor: &Actor, ids: &[Id<Task>]) -> Result<Vec<Task>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<i64> = ids.iter().map(|id| id.raw()).collect();
    let tasks = crate::store::list_by_id(conn, &ids)?;
    let known = Known::load(conn, actor, &tasks)?;
    Ok(tasks.into_iter().filter(|task| known.stance(actor, task).knows()).collect())
}

/// The open tasks of a body as far as the actor may see them, most urgent first: what its next agenda may begin with.
///
/// # Errors
/// When the database cannot be read.
pub fn open_tasks(conn: &Conn, actor: &Actor, body: &Body) -> Result<Vec<Task>> {
    let Some(closest) = rules::reads(actor, body) else { return Ok(Vec::new()) };
    of_body(conn, body, State::Open, closest, Moment::from_micros(0))
}

/// Tasks of a body up to a level, closed ones since a moment.
///
/// # Errors
/// When the database cannot be read.
pub fn of_body(conn: &Conn, body: &Body, state: State, closest: Level, since: Moment) -> Result<Vec<Task>> {
    let mut tasks = lists::list_of_body(conn, body.id, state, closest, since)?;
    sort(&mut tasks);
    Ok(tasks)
}

/// Who can be given tasks of a body, with the words for it: the body itself, the posts with a seat, the persons who sit
/// there, as far as the actor may see them. At most three statements.
///
/// # Errors
/// When the database cannot be read.
pub fn choices(conn: &Conn, actor: &Actor, body: &Body) -> Result<Vec<(Owner, String)>> {
    let day = conn.today();
    let seats = networks::roster(conn, actor, body, day, networks::soon_after(day))?.unwrap_or_default().seats;
    let (mut posts, mut persons) = (Vec::new(), Vec::new());
    for seat in &seats {
        let by_post = seat.held.as_ref().is_some_and(|h| !h.personal);
        if let (true, Some(post)) = (by_post, &seat.post) {
            let of = seat.organisation.as_ref().map(|o| o.name.as_str());
            let who = seat.first().and_then(|s| s.who.as_ref()).map(|w| format!("({})", w.name.full()));
            let place = [Some(post.title.as_str()), of].into_iter().flatten().collect::<Vec<_>>().join(", ");
            let words = [Some(place), who].into_iter().flatten().collect::<Vec<_>>().join(" ");
            posts.push((Owner::Post(post.id), words));
        }
        persons
            .extend(seat.sitters.iter().filter_map(|s| s.who.as_ref()).map(|w| (Owner::Person(w.id), w.name.full())));
    }
    let mut all = vec![(Owner::Body(body.id), body.name.clone())];
    for mut some in [posts, persons] {
        some.sort_by_cached_key(|(owner, words)| (i18n::fold(words), owner.key()));
        some.dedup_by(|a, b| a.0 == b.0);
        all.extend(some);
    }
    Ok(all)
}
