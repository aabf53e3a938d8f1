//! Copies of public pages. Each is right for one number of the log, one day and one language, and for nobody signed in.

use std::{collections::HashMap, io::Write, sync::Mutex};

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
pub struct Kept(Mutex<Shelf>);

#[derive(Default)]
struct Shelf {
    seq: i64,
    day: Option<Day>,
    bytes: usize,
    copies: HashMap<String, Copy>,
}

impl Kept {
    /// The copy of a page, if it is still right. `path` holds the language prefix.
    pub fn find(&self, path: &str, seq: i64, now: Moment) -> Option<Copy> {
        let shelf = self.0.lock().ok()?;
        let current = shelf.seq == seq && shelf.day == Some(now.day());
        shelf.copies.get(path).filter(|c| current && now < c.expires).cloned()
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
        let mut shelf = self.0.lock().ok()?;
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
        assert!(kept.0.lock().unwrap().bytes <= MOST);
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
        let shelf = kept.0.lock().unwrap();
        assert_eq!(shelf.bytes, shelf.copies.iter().map(|(path, copy)| copy.size(path)).sum::<usize>());
    }
}
