//! What mandates hold about a person, for her eyes, and what becomes of it when she has herself erased.

use db::{Conn, Tx};
use kernel::{Actor, Id, Result};
use web::{Fact, Fate, Own, Parting, Record, Viewer};

use crate::{actions, store::own, words::T};

/// Given to the house.
pub const OWN: Own = Own { data, parting, erase };

fn erase(tx: &Tx<'_>, by: &Actor) -> Result<()> {
    actions::erase(tx, by)
}

/// The reports she wrote, what she gave along, what she raised or follows.
fn data(conn: &Conn, viewer: &Viewer) -> Result<Vec<Record>> {
    let Some(person) = viewer.actor.person.map(Id::new) else { return Ok(Vec::new()) };
    let (t, lang) = (T(viewer.lang), viewer.lang);
    let mut all = Vec::new();
    for (title, at, parts) in own::list_reports(conn, person)? {
        let day = at.day();
        let mut facts = vec![
            Fact::new("session", t.own_session(), title),
            Fact::new("day", t.field_day(), i18n::day_medium(lang, day)).for_programs(day.to_string()),
        ];
        let labels =
            [t.part_subject(), t.part_decided(), t.part_contributed(), t.part_effects(), t.part_confidential()];
        let keys = ["subject", "decided", "contributed", "effects", "confidential"];
        for ((key, label), text) in keys.into_iter().zip(labels).zip(parts) {
            if !text.is_empty() {
                facts.push(Fact::new(key, label, text));
            }
        }
        all.push(Record { group: "mandate_reports", title: t.kind_reports().to_owned(), facts });
    }
    for (text, at) in own::list_notes(conn, person)? {
        let day = at.day();
        let facts = vec![
            Fact::new("text", t.notes_title(), text),
            Fact::new("day", t.field_day(), i18n::day_medium(lang, day)).for_programs(day.to_string()),
        ];
        all.push(Record { group: "session_notes", title: t.notes_title().to_owned(), facts });
    }
    for (title, made) in own::list_raised(conn, person)? {
        let word = if made { t.own_raised() } else { t.own_follows() };
        let facts = vec![
            Fact::new("title", t.field_title(), title),
            Fact::new("role", t.own_role(), word).for_programs(if made { "made" } else { "follows" }),
        ];
        all.push(Record { group: "raised", title: t.kind_raised().to_owned(), facts });
    }
    Ok(all)
}

/// Notes go; reports and what was raised stay with the body, without her name.
fn parting(conn: &Conn, viewer: &Viewer) -> Result<Vec<Parting>> {
    let Some(person) = viewer.actor.person.map(Id::new) else { return Ok(Vec::new()) };
    let t = T(viewer.lang);
    let line = |fate, text: &str| Parting { fate, text: text.to_owned(), link: None };
    let mut lines = Vec::new();
    if !own::list_notes(conn, person)?.is_empty() {
        lines.push(line(Fate::Goes, t.own_goes()));
    }
    if !own::list_reports(conn, person)?.is_empty() || !own::list_raised(conn, person)?.is_empty() {
        lines.push(line(Fate::Stays, t.own_stays()));
    }
    Ok(lines)
}
