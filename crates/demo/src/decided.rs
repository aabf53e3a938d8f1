//! How each network decides, and what some of them decided in earlier years.

use std::collections::BTreeMap;

use db::Tx;
use decisions::{NewRules, OldResolution, rules::Clause};
use kernel::{Day, Id, Level, Result};
use networks::Body;

use crate::{
    facts::{self, at, day, field, maybe, missing, rows},
    world::World,
};

/// Rules that changed: body, day, parameter, value, clause, its words, why.
type Changed = (&'static str, &'static str, &'static str, &'static str, &'static str, &'static str, &'static str);
const CHANGED: [Changed; 3] = [
    (
        "rag-aachen",
        "2019-01-01",
        "notice.period",
        r#"{"weeks":4}"#,
        "§ 3 Abs. 1",
        "Die Einladung zur Jahrestagung geht vier Wochen vorher hinaus.",
        "Beschluss 2018/001",
    ),
    (
        "frauennetzwerk",
        "2021-03-01",
        "quorum.remote",
        "true",
        "§ 8 Abs. 4",
        "Wer per Video teilnimmt, ist anwesend.",
        "Satzungsänderung 2021",
    ),
    (
        "lag-nrw",
        "2020-06-01",
        "notice.motions",
        r#"{"weeks":3}"#,
        "§ 5 Abs. 2",
        "Anträge liegen drei Wochen vor der Versammlung vor.",
        "Protokoll vom 15. April 2020",
    ),
];

/// Gives every network its rules.
pub fn rules(w: &World, tx: &Tx<'_>) -> Result<()> {
    for row in rows(facts::RULES) {
        let (key, profile) = (field(&row, 0), field(&row, 1));
        let template = decisions::rules::template(profile).ok_or_else(|| missing("template", profile))?;
        give(w, tx, key, profile, template.rules, field(&row, 3), day(field(&row, 2))?)?;
    }
    for (key, from, parameter, value, number, words, why) in CHANGED {
        let (body, from) = (w.body(key)?, day(from)?);
        let before = decisions::own_rules(tx, body, from)?.ok_or_else(|| missing("rules", key))?;
        let value = serde_json::from_str(value).map_err(kernel::Error::internal)?;
        let rules = before
            .rules
            .with(parameter, value, Clause::new(number, words))
            .map_err(|reason| kernel::Error::internal(format!("demo, {key} {parameter}: {}", reason.en)))?;
        give(w, tx, key, &before.profile, rules, why, from)?;
    }
    Ok(())
}

fn give(
    w: &World,
    tx: &Tx<'_>,
    key: &str,
    profile: &str,
    rules: decisions::rules::RuleSet,
    note: &str,
    from: Day,
) -> Result<()> {
    let (body, by) = (w.body(key)?, w.keeper(key)?);
    let based_on = decisions::own_rules(tx, body, from)?.map(|v| v.id);
    let new = NewRules { profile: profile.to_owned(), rules, note: note.to_owned(), from, based_on };
    at(key, decisions::take_rules(tx, &by, body, &new)).map(drop)
}

/// What some of them are about.
const TOPICS: [(&str, &str, &str); 5] = [
    ("rag-aachen", "2022/003", "arbeit"),
    ("rag-aachen", "2022/003", "ausbildung"),
    ("lag-nrw", "2016-01", "personal"),
    ("bag", "24-07", "gewaltschutz"),
    ("lsbtiq-nrw", "2023/2", "lsbtiq"),
];

/// Enters what was decided before.
pub fn resolutions(w: &World, tx: &Tx<'_>) -> Result<()> {
    // In order: the same world each time.
    let mut known: BTreeMap<(&str, &str), Id<decisions::Resolution>> = BTreeMap::new();
    for row in rows(facts::RESOLUTIONS) {
        let (key, mark) = (field(&row, 0), field(&row, 1));
        let body: Id<Body> = w.body(key)?;
        let old = OldResolution {
            mark: mark.to_owned(),
            title: field(&row, 5).to_owned(),
            text: field(&row, 6).to_owned(),
            day: day(field(&row, 2))?,
            in_force: day(field(&row, 3))?,
            level: if field(&row, 4) == "public" { Level::Public } else { Level::Network },
            source: maybe(&row, 7),
            scan: None,
        };
        let made = at(&format!("{key} {mark}"), decisions::enter_old(tx, &w.keeper(key)?, body, &old))?;
        known.insert((key, mark), made);
    }
    for row in rows(facts::RESOLUTIONS).filter(|row| !field(row, 8).is_empty()) {
        let (key, mark, newer) = (field(&row, 0), field(&row, 1), field(&row, 8));
        let of = |mark| known.get(&(key, mark)).copied().ok_or_else(|| missing("resolution", mark));
        let from = day(field(&row, 9))?;
        at(mark, decisions::supersede(tx, &w.keeper(key)?, of(mark)?, of(newer)?, from))?;
    }
    for ((key, mark), id) in &known {
        let about = |slug: &str| w.topics.iter().find(|(known, _)| *known == slug).map(|(_, topic)| *topic);
        let own = TOPICS.iter().filter(|(of, number, _)| of == key && number == mark);
        let topics: Vec<_> = own.filter_map(|(.., slug)| about(slug)).collect();
        if !topics.is_empty() {
            at(mark, decisions::file_under(tx, &w.keeper(key)?, *id, &[], &topics))?;
        }
    }
    Ok(())
}
