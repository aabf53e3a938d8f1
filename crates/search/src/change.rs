//! What changes in the index with some entries, gathered so that each word is read and written once for all of them.

use std::collections::{BTreeMap, HashMap, HashSet};

use db::{Tx, Value};
use kernel::Result;

use crate::{
    places::{Numbers, block_of},
    rules,
    store::{self, Entry},
};

/// Numbers that come and numbers that go.
#[derive(Default)]
struct Moved {
    come: Vec<i64>,
    gone: Vec<i64>,
}

impl Moved {
    /// What a block keeps after the change; nothing where none is left.
    fn after(&self, block: i64, before: Option<Numbers>) -> Option<Vec<u8>> {
        let mut numbers = before.unwrap_or_default();
        self.gone.iter().for_each(|number| numbers.leave(*number));
        self.come.iter().for_each(|number| numbers.put(*number));
        (!numbers.is_empty()).then(|| numbers.stored(block))
    }
}

/// What changes in one block.
#[derive(Default)]
struct Block {
    words: HashMap<String, Moved>,
    circles: BTreeMap<(i64, i64), Moved>,
}

/// What changes with some entries.
#[derive(Default)]
pub struct Changes {
    blocks: BTreeMap<i64, Block>,
    entries: Vec<[Value; 5]>,
    forgotten: Vec<i64>,
}

impl Changes {
    /// A thing has this entry now, and had that one before.
    pub fn put(&mut self, kind: &str, subject: i64, before: Option<&Entry>, now: Entry) {
        if before.is_some_and(|before| before.words == now.words && before.scopes == now.scopes) {
            return;
        }
        let (old_words, old_scopes) = before.map_or(("", ""), |before| (before.words.as_str(), before.scopes.as_str()));
        self.moved(now.number, (old_words, &now.words), (old_scopes, &now.scopes));
        let (number, words, scopes) = (Value::Int(now.number), Value::Text(now.words), Value::Text(now.scopes));
        self.entries.push([number, Value::from(kind), Value::Int(subject), words, scopes]);
    }

    /// A thing has its entry no more.
    pub fn forget(&mut self, before: &Entry) {
        self.moved(before.number, (&before.words, ""), (&before.scopes, ""));
        self.forgotten.push(before.number);
    }

    fn moved(&mut self, number: i64, words: (&str, &str), scopes: (&str, &str)) {
        let block = self.blocks.entry(block_of(number)).or_default();
        let (gone, come) = differing(words);
        for word in come {
            note(&mut block.words, word, |moved| moved.come.push(number));
        }
        for word in gone {
            note(&mut block.words, word, |moved| moved.gone.push(number));
        }
        let (gone, come) = differing(scopes);
        for circle in come.into_iter().filter_map(circle) {
            block.circles.entry(circle).or_default().come.push(number);
        }
        for circle in gone.into_iter().filter_map(circle) {
            block.circles.entry(circle).or_default().gone.push(number);
        }
    }

    /// Writes it all.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn write(self, tx: &Tx<'_>) -> Result<()> {
        for (at, block) in self.blocks {
            write_words(tx, at, block.words)?;
            write_circles(tx, at, &block.circles)?;
        }
        store::delete_entries(tx, &self.forgotten)?;
        store::save_entries(tx, self.entries)
    }
}

/// Notes the change of a word, which is copied only where it is the first of its kind.
fn note(words: &mut HashMap<String, Moved>, word: &str, how: impl FnOnce(&mut Moved)) {
    match words.get_mut(word) {
        Some(known) => how(known),
        None => how(words.entry(word.to_owned()).or_default()),
    }
}

/// Which words of the first text the second has not, and the other way round.
fn differing<'a>((old, new): (&'a str, &'a str)) -> (Vec<&'a str>, Vec<&'a str>) {
    let set = |text: &'a str| text.split(' ').filter(|word| !word.is_empty()).collect::<HashSet<&str>>();
    let (old, new) = (set(old), set(new));
    (old.difference(&new).copied().collect(), new.difference(&old).copied().collect())
}

/// A circle of readers as an entry keeps it, `body:level`.
fn circle(text: &str) -> Option<(i64, i64)> {
    let (body, level) = text.split_once(':')?;
    Some((body.parse().ok()?, level.parse().ok()?))
}

fn write_words(tx: &Tx<'_>, block: i64, words: HashMap<String, Moved>) -> Result<()> {
    // In the order of the index: neighbours lie on one page.
    let mut all: Vec<(String, Moved)> = words.into_iter().collect();
    all.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
    let asked: Vec<String> = all.iter().map(|(word, _)| word.clone()).collect();
    let mut before = store::list_places(tx, block, &asked)?;
    let (mut kept, mut gone, mut terms) = (Vec::with_capacity(all.len()), Vec::new(), Vec::new());
    for (word, moved) in all {
        let before = before.remove(&word);
        let is_new = before.is_none();
        match moved.after(block, before) {
            Some(places) => {
                if is_new && rules::is_term(&word) {
                    terms.push(word.clone());
                }
                kept.push((word, places));
            }
            None => gone.push(word),
        }
    }
    store::save_places(tx, block, kept)?;
    store::delete_words(tx, block, &gone)?;
    store::save_terms(tx, &terms)
}

fn write_circles(tx: &Tx<'_>, block: i64, circles: &BTreeMap<(i64, i64), Moved>) -> Result<()> {
    let mut bodies: Vec<i64> = circles.keys().map(|(body, _)| *body).collect();
    bodies.dedup();
    let mut before = store::list_circles(tx, block, &bodies)?;
    let mut kept = Vec::with_capacity(circles.len());
    for (circle, moved) in circles {
        match moved.after(block, before.remove(circle)) {
            Some(places) => kept.push((*circle, places)),
            None => store::delete_circle(tx, block, *circle)?,
        }
    }
    store::save_circles(tx, block, kept)
}
