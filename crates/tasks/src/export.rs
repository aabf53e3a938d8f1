//! The tasks of a body as a file, for those who see its list; of a sensitive body for those who lead it, since a file
//! leaves the house for good.

use formats::{Cell, Sheet};
use kernel::{Day, Error, Id, Result};
use networks::Body;
use web::{Export, Reading};

use crate::{
    State, Task,
    pages::{Lines, state_word},
    reads, rules,
    words::T,
};

/// What the registry gets.
pub const EXPORTS: &[Export] = &[Export { name: NAME, guard: |_| None, sheet }];

/// The list's part of an address.
pub const NAME: &str = "aufgaben";

/// Whether the reader may take the tasks of a body away.
pub fn may(r: &Reading<'_>, body: &Body) -> bool {
    let actor = &r.viewer.actor;
    rules::reads(actor, body).is_some() && (!body.sensitive || rules::leads(actor, body))
}

fn sheet(r: &Reading<'_>, of: &str) -> Result<Sheet> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let id: Id<Body> = of.parse().map_err(|()| Error::NotFound)?;
    let body = networks::find_body(r.conn, &v.actor, id)?;
    let closest = rules::reads(&v.actor, &body).filter(|_| may(r, &body)).ok_or(Error::Denied(None))?;
    let mut tasks = Vec::new();
    for state in [State::Open, State::Done, State::Dropped] {
        tasks.extend(reads::of_body(r.conn, &body, state, closest, kernel::Moment::from_micros(0))?);
    }
    let lines = Lines::load(r, &tasks)?;
    let day = |day: Option<Day>| day.map_or_else(|| Cell::text(""), Cell::Day);
    let row = |task: &Task| {
        vec![
            Cell::text(task.title_in(v.lang)),
            Cell::text(lines.owner(r, task)),
            day(task.due),
            Cell::text(state_word(t, task.state)),
            Cell::text(task.source.as_ref().map_or("", |s| s.words(v.lang))),
            Cell::Day(task.given_at.day()),
            day(task.closed_at.map(|at| at.day())),
            Cell::text(task.note.as_str()),
        ]
    };
    let columns = [
        t.field_title(),
        t.field_owner(),
        t.field_due(),
        t.own_state(),
        t.field_source(),
        t.own_given(),
        t.own_closed_on(),
        t.field_note(),
    ];
    Ok(Sheet {
        title: format!("{} {}", t.nav_tasks(), body.short()),
        notes: if body.sensitive { vec![t.file_sensitive().to_owned()] } else { Vec::new() },
        columns: columns.iter().map(|c| (*c).to_owned()).collect(),
        rows: tasks.iter().map(row).collect(),
    })
}
