//! What notices hold about a person, for her eyes, and what becomes of it when she has herself erased.

use db::{Conn, Tx};
use kernel::{Actor, Id, Result};
use people::Person;
use web::{Fact, Fate, Own, Parting, Record, Viewer};

use crate::{
    MarkState, Setting, actions,
    pages::{level_word, rhythm_word},
    store,
    words::T,
};

/// Given to the house.
pub const OWN: Own = Own { data, parting, erase };

fn erase(tx: &Tx<'_>, by: &Actor) -> Result<()> {
    actions::erase(tx, by)
}

/// Her days, and what she chose for networks.
fn data(conn: &Conn, viewer: &Viewer) -> Result<Vec<Record>> {
    let Some(person) = viewer.actor.person.map(Id::<Person>::new) else { return Ok(Vec::new()) };
    let (t, lang) = (T(viewer.lang), viewer.lang);
    let setting = store::list_settings(conn, &[person])?.remove(&person);
    let levels = store::list_levels(conn, &[person])?.remove(&person).unwrap_or_default();
    let marks = store::list_marks(conn, &[person])?.remove(&person).unwrap_or_default();
    let substitute = store::find_substitute(conn, person)?;
    let followed = store::topics::list_followed(conn, &[person])?.remove(&person).unwrap_or_default();
    if setting.is_none() && levels.is_empty() && marks.is_empty() && substitute.is_none() && followed.is_empty() {
        return Ok(Vec::new());
    }
    let Setting { rhythm, hours, .. } = setting.unwrap_or_default();
    let mut facts = vec![
        Fact::new("rhythm", t.field_rhythm(), rhythm_word(t, rhythm)).for_programs(rhythm.word()),
        Fact::new("from_hour", t.field_from_hour(), t.hour(hours.from)).for_programs(hours.from.to_string()),
        Fact::new("until_hour", t.field_until_hour(), t.hour(hours.until)).for_programs(hours.until.to_string()),
    ];
    if let Some(person) = substitute {
        let names = networks::Names::load(conn, &viewer.actor, [person])?;
        let name = names.anywhere(person).map_or_else(|| t.substitute_unseen().to_owned(), |who| who.name.full());
        facts.push(Fact::new("substitute", t.field_substitute(), name).for_programs(person.to_string()));
    }
    let ids: Vec<_> = levels.keys().map(|network| Id::new(*network)).collect();
    let mut known = networks::list_bodies_by_id(conn, &viewer.actor, &ids)?;
    known.sort_by_cached_key(|body| i18n::fold(body.name_in(lang)));
    facts.extend(known.iter().filter_map(|body| {
        let level = levels.get(&body.id.raw())?;
        Some(Fact::new("level", body.name_in(lang), level_word(t, *level)).for_programs(level.word()))
    }));
    let topics = if followed.is_empty() { Vec::new() } else { networks::list_topics(conn)? };
    let named = |topic: &networks::Topic| match lang {
        kernel::Lang::De => topic.name.clone(),
        kernel::Lang::En => topic.name_en.clone(),
    };
    let hers = topics.iter().filter(|topic| followed.iter().any(|(id, _)| *id == topic.id.raw()));
    facts.extend(hers.map(|topic| Fact::new("topic", t.own_topic(), named(topic)).for_programs(topic.slug.clone())));
    facts.extend(marked(t, &marks));
    Ok(vec![Record { group: "notices", title: t.levels_title().to_owned(), facts }])
}

/// How much she put away in her inbox, by what she did; of each thing only how it is known to the program.
fn marked(t: T, marks: &store::Marks) -> Vec<Fact> {
    let mut all: Vec<_> = marks.iter().collect();
    all.sort_by_key(|((kind, id), _)| (kind.as_str(), *id));
    let fact = |((kind, id), mark): (&(String, i64), &crate::Mark)| {
        let word = match mark.state {
            MarkState::Done => t.heading_done(),
            MarkState::Later => t.heading_later(),
            MarkState::Muted => t.heading_muted(),
        };
        Fact::new("inbox", t.own_marks(), word).for_programs(format!("{kind} {id} {}", mark.state.word()))
    };
    all.into_iter().map(fact).collect()
}

/// All of it goes.
fn parting(conn: &Conn, viewer: &Viewer) -> Result<Vec<Parting>> {
    let t = T(viewer.lang);
    if data(conn, viewer)?.is_empty() {
        return Ok(Vec::new());
    }
    Ok(vec![Parting { fate: Fate::Goes, text: t.own_goes().to_owned(), link: None }])
}
