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
    turns: Mutex<HashMap<(i64, String), OneByOne>>,
}

/// Who holds it renders; the others wait for it.
type OneByOne = Arc<tokio::sync::Mutex<()>>;

/// The turn to render a page; whoever wants the same page meanwhile waits for it.
pub struct Turn<'a> {
    kept: &'a Kept,
    key: (i64, String),
    held: Option<tokio::sync::OwnedMutexGuard<()>>,
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        drop(self.held.take());
        if let Ok(mut turns) = self.kept.turns.lock()
            && turns.get(&self.key).is_some_and(|turn| Arc::strong_count(turn) == 1)
        {
            turns.remove(&self.key);
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

    /// The turn to render a page for those who came when `seq` was the number of the log. Whoever comes at the same
    /// number waits until the first is done and finds her copy; without that everybody who asks right after a write
    /// would render the same page at once. Where no copy was left, the page is none that is kept: then all render.
    /// A page begun before the last write is waited for by nobody who came after it.
    pub async fn turn(&self, path: &str, seq: i64) -> Turn<'_> {
        let key = (seq, path.to_owned());
        let turn = self.turns.lock().ok().map(|mut turns| Arc::clone(turns.entry(key.clone()).or_default()));
        // Whoever goes away while waiting leaves no trace either.
        let mut mine = Turn { kept: self, key, held: None };
        if let Some(turn) = turn {
            match Arc::clone(&turn).try_lock_owned() {
                Ok(held) => mine.held = Some(held),
                Err(_) => drop(turn.lock_owned().await),
            }
        }
        mine
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
    use std::time::Duration;

    use tokio::time::timeout;

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
    async fn one_renders_a_page_while_others_of_the_same_number_wait_and_nothing_is_left_of_it() {
        const SOON: Duration = Duration::from_millis(20);
        const LATE: Duration = Duration::from_secs(5);
        let kept = Kept::default();
        let first = kept.turn("/", 7).await;
        assert!(first.held.is_some());
        for (path, seq) in [("/en", 7), ("/", 8)] {
            assert!(timeout(LATE, kept.turn(path, seq)).await.is_ok_and(|turn| turn.held.is_some()), "{path} {seq}");
        }
        assert!(timeout(SOON, kept.turn("/", 7)).await.is_err(), "somebody rendered beside the first");
        let (second, third) = (kept.turn("/", 7), kept.turn("/", 7));
        tokio::pin!(second, third);
        assert!(timeout(SOON, &mut second).await.is_err() && timeout(SOON, &mut third).await.is_err());
        drop(first);
        // Both go on at once: there is a copy now, or there will be none.
        let (second, third) = (timeout(LATE, second).await.unwrap(), timeout(LATE, third).await.unwrap());
        assert!(second.held.is_none() && third.held.is_none());
        drop((second, third));
        assert!(kept.turns.lock().unwrap().is_empty());
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
