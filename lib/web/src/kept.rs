//! Copies of public pages. Each is right for one number of the log, one day and one language, and for nobody signed in.

use std::{
    collections::HashMap,
    io::Write,
    sync::{Arc, Mutex},
};

use flate2::{Compression, write::GzEncoder};
use kernel::{Day, Moment};

use crate::Answer;

/// The most all copies may take: 16 MiB.
const MOST: usize = 16 << 20;

/// A copy.
#[derive(Clone)]
pub struct Copy {
    /// The page.
    pub plain: axum::body::Bytes,
    /// The page, gzipped.
    pub gzip: axum::body::Bytes,
    /// Media type.
    pub media: &'static str,
    /// The name to save it under.
    pub download: Option<String>,
    /// Whether other sites may show it in a frame.
    pub embeddable: bool,
    expires: Moment,
}

impl Copy {
    fn size(&self, path: &str) -> usize {
        self.plain.len() + self.gzip.len() + path.len()
    }
}

#[derive(Default)]
pub struct Kept {
    shelf: Mutex<Shelf>,
    turns: Mutex<HashMap<String, Arc<tokio::sync::Mutex<()>>>>,
}

/// The turn to render a page; whoever wants the same page meanwhile waits for it.
pub struct Turn<'a> {
    kept: &'a Kept,
    path: &'a str,
    held: Option<tokio::sync::OwnedMutexGuard<()>>,
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        drop(self.held.take());
        if let Ok(mut turns) = self.kept.turns.lock()
            && turns.get(self.path).is_some_and(|turn| Arc::strong_count(turn) == 1)
        {
            turns.remove(self.path);
        }
    }
}

#[derive(Default)]
struct Shelf {
    seq: i64,
    day: Option<Day>,
    bytes: usize,
    copies: HashMap<String, Copy>,
}

impl Kept {
    /// The copy of a page, if it is right for a request that came when `seq` was the number of the log: rendered in a
    /// snapshot of that number or a later one. `path` holds the language prefix.
    pub fn find(&self, path: &str, seq: i64, now: Moment) -> Option<Copy> {
        let shelf = self.shelf.lock().ok()?;
        let current = shelf.seq >= seq && shelf.day == Some(now.day());
        shelf.copies.get(path).filter(|c| current && now < c.expires).cloned()
    }

    /// Waits until nobody else renders the page. Without it everybody who asks right after a write would render the
    /// same page at once; with it the first does, and those who came before her snapshot began find her copy. Where she
    /// left none, the page is none that is kept, and nobody waits for it any longer.
    pub async fn turn<'a>(&'a self, path: &'a str) -> Turn<'a> {
        let turn = self.turns.lock().ok().map(|mut turns| Arc::clone(turns.entry(path.to_owned()).or_default()));
        // Whoever goes away while waiting leaves no trace either.
        let mut waiting = Turn { kept: self, path, held: None };
        if let Some(turn) = turn {
            match Arc::clone(&turn).try_lock_owned() {
                Ok(held) => waiting.held = Some(held),
                Err(_) => {
                    let held = turn.lock_owned().await;
                    waiting.held = self.has(path).then_some(held);
                }
            }
        }
        waiting
    }

    fn has(&self, path: &str) -> bool {
        self.shelf.lock().is_ok_and(|shelf| shelf.copies.contains_key(path))
    }

    /// Keeps a page rendered in the snapshot of that number and moment.
    pub fn keep(&self, path: &str, seq: i64, then: Moment, answer: &Answer) -> Option<Copy> {
        let day = then.day();
        let expires = answer.expires.unwrap_or_else(|| day.next().at(0, 0));
        let packed = gzip(&answer.body, Compression::fast())?.into();
        let copy = Copy {
            plain: answer.body.clone().into(),
            gzip: packed,
            media: answer.media,
            download: answer.download.clone(),
            embeddable: answer.embeddable,
            expires,
        };
        let size = copy.size(path);
        let mut shelf = self.shelf.lock().ok()?;
        if size > MOST || (seq, Some(day)) < (shelf.seq, shelf.day) {
            return Some(copy);
        }
        if (seq, Some(day)) > (shelf.seq, shelf.day) {
            *shelf = Shelf { seq, day: Some(day), ..Shelf::default() };
        }
        if let Some(old) = shelf.copies.remove(path) {
            shelf.bytes -= old.size(path);
        }
        if shelf.bytes + size > MOST {
            shelf.copies.clear();
            shelf.bytes = 0;
        }
        shelf.bytes += size;
        shelf.copies.insert(path.to_owned(), copy.clone());
        Some(copy)
    }
}

/// Bytes, gzipped.
pub fn gzip(bytes: &[u8], level: Compression) -> Option<Vec<u8>> {
    let mut packed = GzEncoder::new(Vec::with_capacity(bytes.len() / 3), level);
    packed.write_all(bytes).ok()?;
    packed.finish().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(text: &[u8], expires: Moment) -> Answer {
        Answer::data("text/html", text.to_vec()).until(expires)
    }

    #[test]
    fn a_copy_is_right_for_one_number_one_day_and_until_it_expires() {
        let (kept, noon) = (Kept::default(), Day::literal("2026-11-23").at(12, 0));
        kept.keep("/", 7, noon, &page(b"x", noon.plus_seconds(60)));
        assert!(kept.find("/", 7, noon).is_some());
        assert!(kept.find("/en", 7, noon).is_none());
        assert!(kept.find("/", 8, noon).is_none());
        assert!(kept.find("/", 7, noon.plus_seconds(60)).is_none());
        assert!(kept.find("/", 7, noon.plus_seconds(86_400)).is_none());
    }

    #[test]
    fn a_later_copy_is_right_for_whoever_came_before_it_and_never_the_other_way() {
        let (kept, noon) = (Kept::default(), Day::literal("2026-11-23").at(12, 0));
        kept.keep("/", 8, noon, &page(b"x", noon.plus_seconds(60)));
        assert!(kept.find("/", 7, noon).is_some() && kept.find("/", 8, noon).is_some());
        assert!(kept.find("/", 9, noon).is_none());
    }

    #[tokio::test]
    async fn one_renders_a_page_while_the_others_wait_and_nothing_is_left_of_it() {
        let kept = Kept::default();
        let first = kept.turn("/").await;
        let other = kept.turn("/en").await;
        let waiting = kept.turn("/");
        let too_early = tokio::time::timeout(std::time::Duration::from_millis(20), kept.turn("/")).await;
        assert!(too_early.is_err(), "somebody rendered beside the first");
        drop(first);
        let long = std::time::Duration::from_secs(5);
        let second = tokio::time::timeout(long, waiting).await;
        assert!(second.is_ok());
        drop((second, other));
        assert!(kept.turns.lock().unwrap().is_empty());
    }

    #[tokio::test]
    async fn nobody_waits_for_a_page_that_is_not_kept() {
        let (kept, noon, long) =
            (Kept::default(), Day::literal("2026-11-23").at(12, 0), std::time::Duration::from_secs(5));
        for keeps in [false, true] {
            let first = kept.turn("/").await;
            let (second, third) = (kept.turn("/"), kept.turn("/"));
            tokio::pin!(second, third);
            let _ = tokio::join!(
                tokio::time::timeout(std::time::Duration::from_millis(5), &mut second),
                tokio::time::timeout(std::time::Duration::from_millis(5), &mut third)
            );
            if keeps {
                kept.keep("/", 1, noon, &page(b"x", noon.plus_seconds(60)));
            }
            drop(first);
            let second = tokio::time::timeout(long, second).await;
            assert!(second.as_ref().is_ok_and(|turn| turn.held.is_some() == keeps));
            let third = tokio::time::timeout(std::time::Duration::from_millis(20), third).await;
            assert_eq!(third.is_ok(), !keeps, "one after the other only where copies are kept");
        }
    }

    #[test]
    fn a_copy_of_the_past_never_takes_the_place_of_a_newer_one_and_all_stay_small() {
        let (kept, noon) = (Kept::default(), Day::literal("2026-11-23").at(12, 0));
        let later = noon.plus_seconds(3600);
        kept.keep("/", 8, noon, &page(b"new", later));
        kept.keep("/", 7, noon, &page(b"old", later));
        kept.keep("/", 8, noon.plus_seconds(-86_400), &page(b"yesterday", later));
        assert_eq!(kept.find("/", 8, noon).unwrap().plain.as_ref(), b"new");
        for n in 0..40 {
            kept.keep(&format!("/{n}"), 8, noon, &page(&vec![0; 1 << 20], later));
        }
        assert!(kept.shelf.lock().unwrap().bytes <= MOST);
    }

    #[test]
    fn the_same_page_again_counts_once_and_one_too_large_drives_nobody_out() {
        let (kept, noon) = (Kept::default(), Day::literal("2026-11-23").at(12, 0));
        kept.keep("/small", 1, noon, &page(b"x", noon.plus_seconds(60)));
        for _ in 0..40 {
            kept.keep("/", 1, noon, &page(&vec![0; 1 << 20], noon.plus_seconds(60)));
        }
        kept.keep("/large", 1, noon, &page(&vec![0; MOST], noon.plus_seconds(60)));
        assert!(
            kept.find("/small", 1, noon).is_some()
                && kept.find("/", 1, noon).is_some()
                && kept.find("/large", 1, noon).is_none()
        );
        let shelf = kept.shelf.lock().unwrap();
        assert_eq!(shelf.bytes, shelf.copies.iter().map(|(path, copy)| copy.size(path)).sum::<usize>());
    }
}
