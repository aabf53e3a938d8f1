//! What the register and the rules hold about a person: that she entered something.

use db::Conn;
use kernel::{Id, Lang, Result};
use people::Person;
use web::{Fact, Fate, Parting, Record, Viewer};

use crate::{
    store::{resolutions, rules},
    words::T,
};

/// The resolutions and rules she entered.
///
/// # Errors
/// When the database cannot be read.
pub fn data(conn: &Conn, viewer: &Viewer) -> Result<Vec<Record>> {
    let Some(person) = viewer.actor.person.map(Id::<Person>::new) else { return Ok(Vec::new()) };
    let (t, lang) = (T(viewer.lang), viewer.lang);
    let day = |key: &'static str, label: &str, day: kernel::Day| {
        Fact::new(key, label, i18n::day_medium(lang, day)).for_programs(day.to_string())
    };
    let named = |german: String, english: Option<String>| match (lang, english) {
        (Lang::En, Some(english)) => english,
        _ => german,
    };
    let mut all = Vec::new();
    for entered in resolutions::list_entered(conn, person)? {
        let facts = vec![
            Fact::new("body", t.register_body(), named(entered.body, entered.body_en)),
            Fact::new("number", t.register_mark(), entered.mark),
            day("day", t.register_day(), entered.day),
        ];
        all.push(Record { group: "resolutions", title: t.register_own().to_owned(), facts });
    }
    for (german, english, from) in rules::list_given(conn, person)? {
        let facts = vec![
            Fact::new("body", t.register_body(), named(german, english)),
            day("from", t.register_in_force_from(), from),
        ];
        all.push(Record { group: "rules", title: t.rulebook_own().to_owned(), facts });
    }
    Ok(all)
}

/// That she entered something stays as a record of office, without her name.
///
/// # Errors
/// When the database cannot be read.
pub fn parting(conn: &Conn, viewer: &Viewer) -> Result<Vec<Parting>> {
    let stays = !data(conn, viewer)?.is_empty();
    let text = T(viewer.lang).register_own_stays().to_owned();
    Ok(stays.then_some(Parting { fate: Fate::Stays, text, link: None }).into_iter().collect())
}
