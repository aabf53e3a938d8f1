//! What tasks hold about a person, for her eyes, and what becomes of it when she has herself erased.

use db::{Conn, Tx};
use kernel::{Actor, Day, Id, Result};
use web::{Fact, Fate, Own, Parting, Record, Viewer};

use crate::{Owner, State, Task, actions, pages::state_word, store::own, words::T};

/// Given to the house.
pub const OWN: Own = Own { data, parting, erase };

fn erase(tx: &Tx<'_>, by: &Actor) -> Result<()> {
    actions::erase(tx, by)
}

/// What she was to do, gave or did.
fn data(conn: &Conn, viewer: &Viewer) -> Result<Vec<Record>> {
    let Some(person) = viewer.actor.person.map(Id::new) else { return Ok(Vec::new()) };
    let (t, lang) = (T(viewer.lang), viewer.lang);
    let day = |key: &'static str, label: &str, day: Day| {
        Fact::new(key, label, i18n::day_medium(lang, day)).for_programs(day.to_string())
    };
    let record = |task: &Task| {
        let roles = [
            (task.owner == Owner::Person(person), "does", t.own_does()),
            (task.given_by == Some(person), "gave", t.own_gave()),
            (task.closed_by == Some(person), "closed", t.own_closed()),
        ];
        let held = || roles.iter().filter(|(holds, ..)| *holds);
        let words = held().map(|(_, _, word)| *word).collect::<Vec<_>>().join(", ");
        let keys = held().map(|(_, key, _)| *key).collect::<Vec<_>>().join(", ");
        let mut facts = vec![
            Fact::new("title", t.field_title(), task.title_in(lang)),
            Fact::new("role", t.own_role(), words).for_programs(keys),
            Fact::new("state", t.own_state(), state_word(t, task.state)).for_programs(task.state.word()),
            day("given", t.own_given(), task.given_at.day()),
        ];
        facts.extend(task.due.map(|due| day("due", t.field_due(), due)));
        facts.extend(task.closed_at.map(|at| day("closed_on", t.own_closed_on(), at.day())));
        Record { group: "tasks", title: t.nav_tasks().to_owned(), facts }
    };
    Ok(own::list_naming(conn, person)?.iter().map(record).collect())
}

/// What is open goes to those who lead the body; what was done stays without her name.
fn parting(conn: &Conn, viewer: &Viewer) -> Result<Vec<Parting>> {
    let Some(person) = viewer.actor.person.map(Id::new) else { return Ok(Vec::new()) };
    let t = T(viewer.lang);
    let all = own::list_naming(conn, person)?;
    let open = all.iter().filter(|task| task.owner == Owner::Person(person) && task.state == State::Open).count();
    let mut lines = Vec::new();
    if open > 0 {
        lines.push(Parting { fate: Fate::Stays, text: t.own_open_stay(open), link: Some("/aufgaben".to_owned()) });
    }
    if all.len() > open {
        lines.push(Parting { fate: Fate::Stays, text: t.own_stay().to_owned(), link: None });
    }
    Ok(lines)
}
