//! A post box that keeps letters instead of sending them: for the demo and for tests.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use kernel::Moment;

use crate::{Address, Letter, Rendered, SendError};

/// The last letters, in the order in which they were sent. Clones share them.
#[derive(Clone, Debug)]
pub struct Trap(Arc<Mutex<Inner>>);

#[derive(Debug)]
struct Inner {
    kept: VecDeque<Trapped>,
    keep: usize,
    next: u64,
    failures: VecDeque<SendError>,
}

/// A letter that was kept.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Trapped {
    /// Counts letters from 1; part of the path under which the demo shows it.
    pub number: u64,
    /// When it was sent.
    pub at: Moment,
    /// The letter.
    pub letter: Arc<Letter>,
    /// The envelope and the bytes that would have gone to a server.
    pub rendered: Arc<Rendered>,
}

impl Trap {
    /// A trap that keeps the last `keep` letters, at least one.
    #[must_use]
    pub fn new(keep: usize) -> Self {
        let inner = Inner { kept: VecDeque::new(), keep: keep.max(1), next: 1, failures: VecDeque::new() };
        Self(Arc::new(Mutex::new(inner)))
    }
    /// All letters kept, the oldest first.
    #[must_use]
    pub fn list(&self) -> Vec<Trapped> {
        self.inner().kept.iter().cloned().collect()
    }
    /// The letters to one address, the oldest first. Case does not matter.
    #[must_use]
    pub fn find_by_recipient(&self, to: &Address) -> Vec<Trapped> {
        let key = to.key();
        self.inner().kept.iter().filter(|it| it.letter.to.key() == key).cloned().collect()
    }
    /// The newest letter to one address.
    #[must_use]
    pub fn newest_to(&self, to: &Address) -> Option<Trapped> {
        let key = to.key();
        self.inner().kept.iter().rev().find(|it| it.letter.to.key() == key).cloned()
    }
    /// The letter with a number, if it is still kept.
    #[must_use]
    pub fn get(&self, number: u64) -> Option<Trapped> {
        self.inner().kept.iter().find(|it| it.number == number).cloned()
    }
    /// Forgets all letters; numbers go on.
    pub fn clear(&self) {
        self.inner().kept.clear();
    }
    /// Lets the next letter fail so; several calls line up. For tests of the queue.
    pub fn fail_next(&self, error: SendError) {
        self.inner().failures.push_back(error);
    }

    pub(crate) fn take(&self, letter: &Letter, rendered: Rendered, at: Moment) -> Result<(), SendError> {
        let mut inner = self.inner();
        if let Some(error) = inner.failures.pop_front() {
            return Err(error);
        }
        let number = inner.next;
        inner.next += 1;
        inner.kept.push_back(Trapped { number, at, letter: Arc::new(letter.clone()), rendered: Arc::new(rendered) });
        if inner.kept.len() > inner.keep {
            inner.kept.pop_front();
        }
        Ok(())
    }
    /// A panic elsewhere leaves whole letters behind, so the lock is used on.
    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Trapped {
    /// The links in its words, in their order.
    #[must_use]
    pub fn links(&self) -> Vec<&str> {
        let words = self.letter.text.split(|c: char| c.is_whitespace() || "<>()\"„“".contains(c));
        words
            .filter(|word| word.starts_with("https://") || word.starts_with("http://"))
            .map(|word| word.trim_end_matches(['.', ',', ';', '!']))
            .collect()
    }
    /// The first number of exactly six digits in its words outside links: a sign-in code. `123 456` counts.
    #[must_use]
    pub fn code(&self) -> Option<String> {
        let mut words = self.letter.text.split_whitespace().filter(|word| !word.contains("://"));
        let mut before = String::new();
        words.find_map(|word| {
            let digits = word.trim_matches(|c: char| c.is_ascii_punctuation() || "„“".contains(c));
            let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
            let joined = if plain && digits.len() == 3 && before.len() == 3 {
                format!("{before}{digits}")
            } else {
                digits.to_owned()
            };
            before = if plain { digits.to_owned() } else { String::new() };
            (plain && joined.len() == 6).then_some(joined)
        })
    }
}
