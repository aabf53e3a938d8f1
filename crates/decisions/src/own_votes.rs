//! What votes hold about a person: that she voted, gave or held a proxy, objected, sat on a board; never how she voted.

use db::Conn;
use kernel::{Id, Result};
use people::Person;
use web::{Fact, Record, Viewer};

use crate::{store::own::list_own, words::T};

/// A record for each.
///
/// # Errors
/// When the database cannot be read.
pub fn data(conn: &Conn, viewer: &Viewer) -> Result<Vec<Record>> {
    let Some(person) = viewer.actor.person.map(Id::<Person>::new) else { return Ok(Vec::new()) };
    let (t, lang) = (T(viewer.lang), viewer.lang);
    let rows = list_own(conn, person)?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let word = match row.what.as_str() {
                "cast" => t.own_cast(),
                "roll" => t.own_roll(),
                "proxy_given" => t.own_proxy_given(),
                "proxy_held" => t.own_proxy_held(),
                "asked" => t.own_asked(),
                "objected" => t.own_objected(),
                "board" => t.own_board(),
                "put_forward" => t.own_put_forward(),
                "entered" => t.own_entered(),
                "drew" => t.own_drew(),
                _ => t.own_prepared(),
            };
            let mut facts = vec![
                Fact::new("vote", t.own_vote(), row.title),
                Fact::new("what", t.own_what(), word).for_programs(row.what),
            ];
            let at = row.at.map(|at| {
                Fact::new("at", t.own_at(), i18n::moment_long(lang, at)).for_programs(at.micros().to_string())
            });
            facts.extend(at);
            Record { group: "votes", title: t.kind_votes().to_owned(), facts }
        })
        .collect())
}
