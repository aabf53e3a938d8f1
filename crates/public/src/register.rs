//! The register of processing, read from the database's own notes on its columns.

use std::{
    collections::{BTreeMap, HashMap},
    sync::OnceLock,
};

use askama::Template;
use kernel::{Lang, Result};
use web::{Answer, Page, Reading};

use crate::{OperatorPage, PrivacyPage, RegisterPage, facts::Facts, store::Note, texts::T};

/// Words for tables and columns in both languages, and the English of what the notes say in German.
const WORDS: &str = include_str!("../data/register.tsv");
/// What the notes say of columns that concern nobody.
const IMPERSONAL: &str = "keine personenbezogenen Daten";

/// One of the words, by sort (`table`, `column`, `words`) and what the schema calls it; none where it is not among them.
fn word_of(lang: Lang, sort: &'static str, key: &str) -> Option<&'static str> {
    type Pairs = HashMap<(&'static str, &'static str), (&'static str, &'static str)>;
    static PAIRS: OnceLock<Pairs> = OnceLock::new();
    let pairs = PAIRS.get_or_init(|| {
        let rows = WORDS.lines().filter(|l| !l.starts_with('#')).map(|l| l.split('\t').collect::<Vec<_>>());
        rows.filter_map(|cells| <[&str; 4]>::try_from(cells).ok())
            .map(|[sort, key, de, en]| ((sort, key), (de, en)))
            .collect()
    });
    pairs.get(&(sort, key)).map(|(de, en)| if lang == Lang::De { *de } else { *en })
}

/// The same; a word nobody translated is shown as it is, which the test below keeps from happening.
fn word<'a>(lang: Lang, sort: &'static str, key: &'a str) -> &'a str {
    word_of(lang, sort, key).unwrap_or(key)
}

/// The word for a column: that of its table alone, where one name says different things in different tables.
fn column<'a>(lang: Lang, table: &str, name: &'a str) -> &'a str {
    let key = format!("{table}.{name}");
    let own = word_of(lang, "column", &key);
    own.unwrap_or_else(|| word(lang, "column", name))
}

/// Columns of one table kept for the same purpose, on the same basis, for the same readers and time.
#[derive(Debug)]
struct Line {
    purpose: String,
    columns: String,
    basis: String,
    audience: String,
    retention: String,
}

/// One table.
#[derive(Debug)]
struct Group {
    id: String,
    name: String,
    lines: Vec<Line>,
    personal: bool,
}

fn grouped(lang: Lang, notes: &[Note]) -> Vec<Group> {
    let mut tables: BTreeMap<&str, BTreeMap<[&str; 4], Vec<&str>>> = BTreeMap::new();
    for [table, column, purpose, basis, audience, retention] in notes {
        tables.entry(table).or_default().entry([purpose, basis, audience, retention]).or_default().push(column);
    }
    let line = |table: &str, (said, columns): (&[&str; 4], &Vec<&str>)| {
        let [purpose, basis, audience, retention] = said.map(|s| word(lang, "words", s).to_owned());
        let columns = columns.iter().map(|c| column(lang, table, c)).collect::<Vec<_>>().join(", ");
        Line {
            purpose: capital(&purpose),
            columns,
            basis: capital(&basis),
            audience: capital(&audience),
            retention: capital(&retention),
        }
    };
    let mut groups: Vec<Group> = tables
        .iter()
        .map(|(table, lines)| Group {
            id: table.replace('_', "-"),
            name: word(lang, "table", table).to_owned(),
            personal: lines.keys().any(|said| said[1] != IMPERSONAL),
            lines: lines.iter().map(|it| line(table, it)).collect(),
        })
        .collect();
    groups.sort_by_key(|g| i18n::fold(&g.name));
    groups
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[derive(Template)]
#[template(path = "register.html")]
struct RegisterView {
    t: T,
    facts: Facts,
    parts: Vec<(&'static str, &'static str, &'static str, Vec<Group>)>,
    privacy: String,
    operator: String,
}

pub fn show(r: &Reading<'_>, _: RegisterPage) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let (personal, other) =
        grouped(r.viewer.lang, &crate::store::list_notes(r.conn)?).into_iter().partition(|g: &Group| g.personal);
    let view = RegisterView {
        t,
        facts: Facts::load(r.conn)?,
        parts: vec![
            ("personen", t.register_personal(), t.register_personal_text(), personal),
            ("sonst", t.register_other(), t.register_other_text(), other),
        ],
        privacy: r.viewer.link(&PrivacyPage {}),
        operator: r.viewer.link(&OperatorPage {}),
    };
    r.page(Page::new(t.register()).indexed(t.register_description()), &view)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn notes() -> Vec<Note> {
        migrations::COLUMNS
            .iter()
            .map(|n| [n.table, n.column, n.purpose, n.basis, n.audience, n.retention].map(str::to_owned))
            .collect()
    }

    fn has(sort: &str, key: &str) -> bool {
        WORDS.lines().any(|l| {
            l.starts_with(&format!("{sort}\t{key}\t")) && l.split('\t').filter(|c| !c.trim().is_empty()).count() == 4
        })
    }

    #[test]
    fn everything_the_schema_keeps_has_a_name_in_both_languages() {
        for [table, column, said @ ..] in notes() {
            assert!(has("table", &table), "data/register.tsv names no table {table}");
            assert!(has("column", &column), "data/register.tsv names no column {column}");
            for text in said {
                assert!(has("words", &text), "data/register.tsv has no English for: {text}");
            }
        }
    }

    #[test]
    fn a_column_that_says_another_thing_in_another_table_has_a_word_of_its_own_there() {
        let groups = grouped(Lang::De, &notes());
        let columns = |name: &str| {
            let group = groups.iter().find(|g| g.name == name).unwrap_or_else(|| panic!("{name}"));
            group.lines.iter().map(|l| l.columns.clone()).collect::<Vec<_>>().join(", ")
        };
        let reports = columns("Rückberichte");
        assert!(reports.contains("öffentlich seit") && !reports.contains("eröffnet am"), "{reports}");
        assert!(columns(word(Lang::De, "table", "live_sitting")).contains("eröffnet am"));
    }

    #[test]
    fn every_column_stands_in_exactly_one_line() {
        let notes = notes();
        let groups = grouped(Lang::En, &notes);
        let shown: usize = groups.iter().flat_map(|g| &g.lines).map(|l| l.columns.split(", ").count()).sum();
        assert_eq!(shown, notes.len());
        let people = groups.iter().find(|g| g.name == "Persons").unwrap();
        assert!(
            people.personal
                && people
                    .lines
                    .iter()
                    .any(|l| l.columns.contains("private telephone") && l.basis == "Art. 6 (1) a GDPR"),
            "{people:?}"
        );
        assert!(groups.iter().any(|g| !g.personal));
    }

    #[test]
    fn no_word_is_given_twice_and_none_is_left_over() {
        let rows: Vec<Vec<&str>> =
            WORDS.lines().filter(|l| !l.starts_with('#')).map(|l| l.split('\t').collect()).collect();
        let mut keys: Vec<(&str, &str)> = rows.iter().map(|r| (r[0], r[1])).collect();
        let count = keys.len();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), count);
        let notes = notes();
        for (sort, key) in keys {
            let used = notes.iter().any(|n| match sort {
                "table" => n[0] == key,
                "column" => n[1] == key || format!("{}.{}", n[0], n[1]) == key,
                _ => n[2..].iter().any(|said| said == key),
            });
            assert!(used, "{sort} {key} is no longer in the schema");
        }
    }
}
