//! What positions hold about a person, for her eyes, and what becomes of it when she has herself erased.

use db::{Conn, Tx};
use kernel::{Actor, Id, Result};
use web::{Fact, Fate, Own, Parting, Record, Viewer};

use crate::{actions, store::own, words::T};

/// Given to the house.
pub const OWN: Own = Own { data, parting, erase };

fn erase(tx: &Tx<'_>, by: &Actor) -> Result<()> {
    actions::erase(tx, by)
}

/// What she began, asked to be changed, and remarked.
fn data(conn: &Conn, viewer: &Viewer) -> Result<Vec<Record>> {
    let Some(person) = viewer.actor.person.map(Id::new) else { return Ok(Vec::new()) };
    let (t, lang) = (T(viewer.lang), viewer.lang);
    let mut all = Vec::new();
    for (title, at) in own::list_begun(conn, person)? {
        let day = at.day();
        let facts = vec![
            Fact::new("title", t.field_title(), title),
            Fact::new("day", t.own_begun_on(), i18n::day_medium(lang, day)).for_programs(day.to_string()),
        ];
        all.push(Record { group: "positions_begun", title: t.own_begun().to_owned(), facts });
    }
    for (title, number, new, reason, capacity) in own::list_asked(conn, person)? {
        let facts = vec![
            Fact::new("title", t.field_title(), title),
            Fact::new("number", t.fact_number(), number.to_string()),
            Fact::new("words", t.field_new(), new),
            Fact::new("reason", t.field_reason(), reason),
            Fact::new("capacity", t.fact_capacity(), capacity),
        ];
        all.push(Record { group: "amendments", title: t.amendments_title().to_owned(), facts });
    }
    for (title, words) in own::list_remarked(conn, person)? {
        let facts = vec![Fact::new("title", t.field_title(), title), Fact::new("words", t.field_comment(), words)];
        all.push(Record { group: "position_comments", title: t.comments_title().to_owned(), facts });
    }
    for (title, point, words) in own::list_contributed(conn, person)? {
        let facts = vec![
            Fact::new("title", t.field_title(), title),
            Fact::new("number", t.fact_number(), point.to_string()),
            Fact::new("words", t.field_comment(), words),
        ];
        all.push(Record { group: "hearing_contributions", title: t.hearings_title().to_owned(), facts });
    }
    for (title, place, words) in own::list_told(conn, person)? {
        let facts = vec![
            Fact::new("title", t.field_title(), title),
            Fact::new("place", t.effect_place(), place),
            Fact::new("words", t.effect_text(), words),
        ];
        all.push(Record { group: "position_effects", title: t.effects_title().to_owned(), facts });
    }
    for (title, name, day) in own::list_signed(conn, person)? {
        let facts = vec![
            Fact::new("title", t.field_title(), title),
            Fact::new("name", t.field_name(), name),
            Fact::new("day", t.own_begun_on(), day.map(|d| i18n::day_medium(lang, d)).unwrap_or_default()),
        ];
        all.push(Record { group: "position_signatures", title: t.self_title().to_owned(), facts });
    }
    Ok(all)
}

/// Her name goes; what she wrote belongs to the position.
fn parting(conn: &Conn, viewer: &Viewer) -> Result<Vec<Parting>> {
    if data(conn, viewer)?.is_empty() {
        return Ok(Vec::new());
    }
    let t = T(viewer.lang);
    let line = |fate, text: &str| Parting { fate, text: text.to_owned(), link: None };
    Ok(vec![line(Fate::Goes, t.own_goes()), line(Fate::Stays, t.own_stays())])
}
