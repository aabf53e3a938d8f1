//! What exchange holds about a person, for her eyes, and what becomes of it when she has herself erased.

use db::{Conn, Tx};
use kernel::{Actor, Id, Result};
use people::Person;
use web::{Fact, Fate, Own, Parting, Record, Viewer};

use crate::{
    Chose, actions,
    pages::{kind_word, side_word, support_word},
    store::own,
    words::T,
};

/// Given to the house.
pub const OWN: Own = Own { data, parting, erase };

fn erase(tx: &Tx<'_>, by: &Actor) -> Result<()> {
    actions::erase(tx, by)
}

/// What she wrote and what she follows. Of a thread she may no longer see she is given what she wrote herself.
fn data(conn: &Conn, viewer: &Viewer) -> Result<Vec<Record>> {
    let Some(person) = viewer.actor.person.map(Id::<Person>::new) else { return Ok(Vec::new()) };
    let (t, lang) = (T(viewer.lang), viewer.lang);
    let day = |key: &'static str, label: &str, at: kernel::Moment| {
        Fact::new(key, label, i18n::day_medium(lang, at.day())).for_programs(at.day().to_string())
    };
    let record = |group, title: &str, facts| Record { group, title: title.to_owned(), facts };
    let as_what = |words: String| (!words.is_empty()).then(|| Fact::new("capacity", t.field_seat(), words));
    let mut all = Vec::new();
    for thread in own::list_begun(conn, person)? {
        let mut facts = vec![
            Fact::new("title", t.field_title(), thread.title.clone()),
            Fact::new("kind", t.field_kind(), kind_word(t, thread.kind)).for_programs(thread.kind.word()),
            Fact::new("words", t.field_words(), thread.words.clone()),
            day("made", t.own_made(), thread.made_at),
        ];
        facts.extend(as_what(thread.capacity));
        all.push(record("threads", t.own_threads(), facts));
    }
    for (words, at, capacity) in own::list_answered(conn, person)? {
        let mut facts = vec![Fact::new("words", t.field_words(), words), day("made", t.own_made(), at)];
        facts.extend(as_what(capacity));
        all.push(record("answers", t.own_replies(), facts));
    }
    for of in crate::store::supports::list_of_person(conn, person)? {
        let facts = vec![
            Fact::new("title", t.field_title(), of.title.clone()),
            Fact::new("kind", t.field_kind(), side_word(t, of.side)).for_programs(of.side.word()),
            Fact::new("state", t.column_state(), support_word(t, of.state)).for_programs(of.state.word()),
        ];
        all.push(record("support", t.own_support(), facts));
    }
    for (address, at) in crate::store::incoming::list_aliases(conn, person)? {
        let facts = vec![Fact::new("address", t.own_address(), address), day("made", t.own_confirmed(), at)];
        all.push(record("addresses", t.own_addresses(), facts));
    }
    let chosen = own::list_chosen(conn, person)?;
    let ids: Vec<i64> = chosen.iter().map(|(thread, _)| thread.id.raw()).collect();
    let seen = if ids.is_empty() { Vec::new() } else { crate::store::threads::list_by_id(conn, &viewer.actor, &ids)? };
    for (thread, chose) in chosen.into_iter().filter(|(thread, _)| seen.iter().any(|s| s.id == thread.id)) {
        let word = match chose {
            Chose::Follow => t.own_follows(),
            Chose::Mute => t.own_muted(),
        };
        let facts = vec![
            Fact::new("title", t.field_title(), thread.title),
            Fact::new("chose", t.own_chose(), word).for_programs(chose.word()),
        ];
        all.push(record("followed", t.own_followed(), facts));
    }
    Ok(all)
}

/// What she wrote stays without her name.
fn parting(conn: &Conn, viewer: &Viewer) -> Result<Vec<Parting>> {
    let Some(person) = viewer.actor.person.map(Id::<Person>::new) else { return Ok(Vec::new()) };
    let t = T(viewer.lang);
    let wrote = !own::list_begun(conn, person)?.is_empty() || !own::list_answered(conn, person)?.is_empty();
    let line = |fate, text: &str| Parting { fate, text: text.to_owned(), link: None };
    Ok(if wrote { vec![line(Fate::Stays, t.own_stays()), line(Fate::Goes, t.own_goes())] } else { Vec::new() })
}
