//! Answers remembered between requests, each right for one number of the facts.
//!
//! Every transaction that changes a row of any table but those [`crate::Schema::apart`] counts `counter.facts` on, in
//! itself: whoever reads that number in a snapshot knows which facts the snapshot holds, on both databases and with
//! several nodes. See `decisions/0012`.

use std::{
    any::Any,
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use kernel::{Day, Result};

use crate::{Conn, args};

/// The most all answers may weigh together, in bytes: 8 MiB.
const MOST: usize = 8 << 20;

/// What an entry takes besides its answer and numbers, about, in bytes.
const ENTRY: usize = 128;

/// What an answer answers: a question's name, a day and numbers.
type Key = (&'static str, Day, Vec<i64>);

/// The shelf of remembered answers, shared by all readers of one database in this process.
#[derive(Default)]
pub struct Memory {
    /// Tables whose rows no remembered answer rests on.
    apart: &'static [&'static str],
    shelf: Mutex<Shelf>,
}

#[derive(Default)]
struct Shelf {
    facts: i64,
    weight: usize,
    answers: HashMap<Key, Known>,
}

#[derive(Clone)]
struct Known {
    answer: Arc<dyn Any + Send + Sync>,
    /// What it took to find out.
    statements: u32,
}

impl Memory {
    pub fn new(apart: &'static [&'static str]) -> Self {
        Self { apart, shelf: Mutex::default() }
    }

    /// Whether what a changing statement writes is no fact. What cannot be told is one.
    pub fn is_apart(&self, sql: &str) -> bool {
        written_table(sql).is_some_and(|table| self.is_apart_table(table))
    }

    fn is_apart_table(&self, name: &str) -> bool {
        self.apart.iter().any(|table| name.eq_ignore_ascii_case(table))
    }

    /// A table a reading statement names although nothing may be remembered of it.
    pub fn forbidden<'a>(&self, sql: &'a str) -> Option<&'a str> {
        let words = sql.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_'));
        words.into_iter().find(|word| self.is_apart_table(word))
    }

    /// Forgets everything for good.
    pub fn close(&self) {
        // No number of facts is as high as this, so nothing is found or kept.
        *self.shelf.lock().unwrap_or_else(PoisonError::into_inner) = Shelf { facts: i64::MAX, ..Shelf::default() };
    }

    fn find(&self, key: &Key, facts: i64) -> Option<Known> {
        let shelf = self.shelf.lock().unwrap_or_else(PoisonError::into_inner);
        (shelf.facts == facts).then(|| shelf.answers.get(key).cloned()).flatten()
    }

    fn keep(&self, key: Key, facts: i64, known: Known, weight: usize) {
        let mut shelf = self.shelf.lock().unwrap_or_else(PoisonError::into_inner);
        if facts < shelf.facts || weight > MOST {
            return;
        }
        if facts > shelf.facts || shelf.weight + weight > MOST {
            *shelf = Shelf { facts, ..Shelf::default() };
        }
        if shelf.answers.insert(key, known).is_none() {
            shelf.weight += weight;
        }
    }
}

/// The table a changing statement names first.
fn written_table(sql: &str) -> Option<&str> {
    let mut words = sql.split_ascii_whitespace();
    let first = words.next()?;
    let is = |word: &str, wanted: &str| word.eq_ignore_ascii_case(wanted);
    if (is(first, "INSERT") && is(words.next()?, "INTO"))
        || is(first, "UPDATE")
        || (is(first, "DELETE") && is(words.next()?, "FROM"))
    {
        words.next()
    } else {
        None
    }
}

impl Conn {
    /// The answer to a question that rests on facts alone: remembered, or what `read` finds out now.
    ///
    /// `name`, `day` and `numbers` must say all that `read` depends on besides the facts: who asks, above all. `read`
    /// may ask nothing of the tables that are [`crate::Schema::apart`]; a debug build stops when it does. `weigh` tells
    /// about how many bytes the answer takes. Within a transaction nothing is remembered. The statements `read` takes
    /// are counted each time, as if it had been asked.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn remembered<T: Send + Sync + 'static>(
        &self,
        (name, day, numbers): (&'static str, Day, &[i64]),
        weigh: impl FnOnce(&T) -> usize,
        read: impl FnOnce() -> Result<T>,
    ) -> Result<Arc<T>> {
        let Some(memory) = self.memory().filter(|_| !self.is_writer()) else { return read().map(Arc::new) };
        let facts = self.facts()?;
        let key = (name, day, numbers.to_vec());
        if let Some(known) = memory.find(&key, facts)
            && let Ok(answer) = known.answer.downcast::<T>()
        {
            self.add_statements(known.statements);
            return Ok(answer);
        }
        let before = self.statements();
        self.set_remembering(true);
        let found = read().map(Arc::new);
        self.set_remembering(false);
        let found = found?;
        let known = Known { answer: found.clone(), statements: self.statements() - before };
        let weight = weigh(&found) + size_of_val(numbers) + ENTRY;
        memory.keep(key, facts, known, weight);
        Ok(found)
    }

    /// The number of the facts in this snapshot.
    fn facts(&self) -> Result<i64> {
        if let Some(known) = self.known_facts() {
            return Ok(known);
        }
        let facts = self.count("SELECT value FROM counter WHERE name = 'facts'", args! {})?;
        self.know_facts(facts);
        Ok(facts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_statement_writes_is_told_and_what_cannot_be_told_is_a_fact() {
        let memory = Memory::new(&["session", "event"]);
        for sql in
            ["INSERT INTO session (id) VALUES (1)", "UPDATE event SET seq = 1", "delete  from\nsession WHERE 1 = 1"]
        {
            assert!(memory.is_apart(sql), "{sql}");
        }
        for sql in [
            "INSERT INTO seat (id) VALUES (1)",
            "UPDATE sessions SET id = 1",
            "WITH x AS (SELECT 1) DELETE FROM session",
            "INSERT OR IGNORE INTO session (id) VALUES (1)",
            "DELETE FROM \"session\"",
            "UPDATE",
            "",
        ] {
            assert!(!memory.is_apart(sql), "{sql}");
        }
        assert_eq!(memory.forbidden("SELECT s.id FROM seat s JOIN event e ON 1 = 1"), Some("event"));
        assert_eq!(memory.forbidden("SELECT s.id, s.event_day FROM seat s"), None);
    }

    #[test]
    fn an_answer_is_right_for_one_number_and_the_shelf_stays_small() {
        let day = Day::literal("2026-11-23");
        let key = |n: i64| ("seats", day, vec![n]);
        let known = |n: i64| Known { answer: Arc::new(n), statements: 1 };
        let value = |memory: &Memory, n: i64, facts: i64| {
            memory.find(&key(n), facts).and_then(|k| k.answer.downcast::<i64>().ok()).map(|v| *v)
        };
        let memory = Memory::default();
        memory.keep(key(1), 7, known(10), 5);
        assert_eq!(
            (value(&memory, 1, 7), value(&memory, 1, 8), value(&memory, 1, 6), value(&memory, 2, 7)),
            (Some(10), None, None, None)
        );
        memory.keep(key(1), 6, known(9), 5);
        assert_eq!(value(&memory, 1, 7), Some(10), "an older snapshot takes no place");
        memory.keep(key(2), 8, known(11), 5);
        assert_eq!((value(&memory, 1, 7), value(&memory, 1, 8), value(&memory, 2, 8)), (None, None, Some(11)));
        memory.keep(key(3), 8, known(12), MOST - 5);
        assert_eq!((value(&memory, 2, 8), value(&memory, 3, 8)), (Some(11), Some(12)));
        memory.keep(key(4), 8, known(13), 1);
        assert_eq!((value(&memory, 2, 8), value(&memory, 4, 8)), (None, Some(13)));
        memory.keep(key(5), 8, known(14), MOST + 1);
        assert_eq!((value(&memory, 4, 8), value(&memory, 5, 8)), (Some(13), None));
        memory.close();
        memory.keep(key(6), 9, known(15), 1);
        assert_eq!((value(&memory, 4, 8), value(&memory, 6, 9)), (None, None));
    }
}
