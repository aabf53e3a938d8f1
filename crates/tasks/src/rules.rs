//! What holds for tasks. Pure.

use kernel::{Actor, Day, Error, Id, Level, Moment, Reason, Result, Scope};
use networks::Body;
use people::{Post, rules::Check};
use rights::{Action, Kind};

use crate::{NewTask, Owner, State, Task};

/// How long something marked as done can be opened again: seconds.
pub const REOPEN_SECONDS: i64 = 86_400;
/// So many days before its day a task is brought to mind.
pub const REMIND_DAYS: i32 = 3;
/// So many days ahead Start shows a task.
pub const SOON_DAYS: i32 = 7;
/// The most characters of what is to be done, as of any name.
pub const TITLE_MOST: usize = 120;
/// The most characters of why a task is given up.
pub const REASON_MOST: usize = 500;

/// What a reader is to a task.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Stance {
    /// She does it.
    pub owns: bool,
    /// She gave it.
    pub gave: bool,
    /// She leads the body it belongs to: gives, changes, gives up.
    pub leads: bool,
    /// Its level lets her in.
    pub sees: bool,
}

impl Stance {
    /// Whether she may know of it.
    #[must_use]
    pub const fn knows(self) -> bool {
        self.owns || self.gave || self.leads || self.sees
    }
    /// Whether she may mark it as done, or open it again.
    #[must_use]
    pub const fn does(self) -> bool {
        self.owns || self.leads
    }
}

/// Whether somebody leads a body: holds an office that keeps its records, there or in its network.
#[must_use]
pub fn leads(actor: &Actor, body: &Body) -> bool {
    rights::allows(actor, Kind::Body, Action::Edit, &body.scope())
}

/// The bodies in which somebody holds such an office herself.
#[must_use]
pub fn led(actor: &Actor) -> Vec<Id<Body>> {
    let own = |b: &i64| rights::allows(actor, Kind::Body, Action::Edit, &Scope::body(Level::Public, *b, *b));
    actor.bodies().into_iter().filter(own).map(Id::new).collect()
}

/// What somebody is to a task. `body` and `owner` are the body it belongs to and the one that does it, where she may
/// see their pages; `posts` are those she holds today.
#[must_use]
pub fn stance(actor: &Actor, task: &Task, body: Option<&Body>, owner: Option<&Body>, posts: &[Id<Post>]) -> Stance {
    let Some(person) = actor.person else { return Stance::default() };
    let owns = match task.owner {
        Owner::Person(id) => id.raw() == person,
        Owner::Post(post) => posts.contains(&post),
        Owner::Body(_) => owner.is_some_and(|b| leads(actor, b)),
    };
    Stance {
        owns,
        gave: task.given_by.is_some_and(|id| id.raw() == person),
        leads: body.is_some_and(|b| leads(actor, b)),
        sees: rights::sees(actor, &task.scope()),
    }
}

/// The widest level of tasks of a body somebody sees as one of its list's readers; `None` for whoever has no part in it.
#[must_use]
pub fn reads(actor: &Actor, body: &Body) -> Option<Level> {
    if leads(actor, body) || actor.sits_in(body.id.raw()) {
        return Some(Level::Body);
    }
    actor.is_member_of(body.network.raw()).then_some(Level::Network)
}

/// A task as it may be written: title and note without invisible characters, a day that is not over.
///
/// # Errors
/// [`Error::Form`] with everything that is wrong. `was` is the day it had before, which may stay.
pub fn checked(new: &NewTask, today: Day, was: Option<Day>) -> Result<NewTask> {
    let mut check = Check::new();
    let title = check.name("title", &new.title);
    let note = check.text("note", Some(&new.note)).unwrap_or_default();
    check.that(new.due.is_none_or(|day| day >= today && !day.is_open() || Some(day) == was), "due", || {
        Reason::new("Dieser Tag ist schon vorbei.", "This day is over already.")
    });
    check.that(matches!(new.level, Level::Body | Level::Network), "level", || {
        Reason::new("Bitte wählen Sie eine der Möglichkeiten.", "Please choose one of the options.")
    });
    check.done()?;
    Ok(NewTask { title, note, ..new.clone() })
}

/// Whether something closed at that moment may be opened again now.
#[must_use]
pub fn may_reopen(state: State, closed_at: Option<Moment>, now: Moment) -> bool {
    state == State::Done && closed_at.is_some_and(|at| now.seconds_since(at) < REOPEN_SECONDS)
}

/// How far a new task counts as brought to mind: whoever gets one for these days needs no letter more before its day.
#[must_use]
pub fn reminded(due: Option<Day>, today: Day) -> i64 {
    i64::from(due.is_some_and(|day| day <= today.plus_days(REMIND_DAYS)))
}

/// Whether a body still works on a day.
///
/// # Errors
/// [`Error::Rule`] when it is dissolved.
pub fn works(body: &Body, today: Day) -> Result<()> {
    if body.term.until > today {
        return Ok(());
    }
    Err(Error::Rule(Reason::new(
        "Dieses Gremium ist aufgelöst. Es bekommt keine neuen Aufgaben.",
        "This body is dissolved. It gets no new tasks.",
    )))
}

/// The order of lists: what is overdue longest first, then by day, without a day last.
pub fn sort(tasks: &mut [Task]) {
    tasks.sort_by_key(|t| (t.due.unwrap_or(Day::OPEN), t.id));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_done_opens_again_for_a_day() {
        let at = Day::literal("2026-11-23").at(12, 0);
        let may = |state, seconds| may_reopen(state, Some(at), at.plus_seconds(seconds));
        assert!(may(State::Done, 0) && may(State::Done, REOPEN_SECONDS - 1));
        assert!(!may(State::Done, REOPEN_SECONDS) && !may(State::Dropped, 0) && !may(State::Open, 0));
        assert!(!may_reopen(State::Done, None, at));
    }

    #[test]
    fn a_day_that_is_over_is_refused_unless_it_stood_there_before() {
        let today = Day::literal("2026-11-23");
        let task = |day: &str| NewTask::new(Id::new(1), "Einladung schreiben").by(Day::literal(day));
        assert!(checked(&task("2026-11-23"), today, None).is_ok());
        assert!(checked(&task("2026-11-22"), today, None).is_err());
        assert!(checked(&task("2026-11-22"), today, Some(Day::literal("2026-11-22"))).is_ok());
        assert!(checked(&task("9999-12-31"), today, None).is_err());
        assert!(checked(&NewTask::new(Id::new(1), " "), today, None).is_err());
    }

    #[test]
    fn whoever_gets_a_task_for_these_days_is_not_reminded_before_its_day() {
        let today = Day::literal("2026-11-23");
        let of = |day: &str| reminded(Some(Day::literal(day)), today);
        assert_eq!((of("2026-11-26"), of("2026-11-27"), reminded(None, today)), (1, 0, 0));
    }

    #[test]
    fn keys_of_owners_read_back() {
        for owner in [Owner::Person(Id::new(7)), Owner::Post(Id::new(8)), Owner::Body(Id::new(9))] {
            assert_eq!(Owner::from_key(&owner.key()), Some(owner));
        }
        for bad in ["", "p", "x7", "pä", "7", "ä7"] {
            assert_eq!(Owner::from_key(bad), None, "{bad}");
        }
    }
}
