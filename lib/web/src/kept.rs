//! Copies of public pages. Each is right for one number of the log, one day and one language, and for nobody signed in.

use std::{collections::HashMap, io::Write, sync::Mutex};

use flate2::{Compression, write::GzEncoder};
use kernel::{Day, Moment};

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
    expires: Moment,
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

    /// Keeps a page rendered in the snapshot of that number.
    pub fn keep(&self, path: &str, seq: i64, now: Moment, media: &'static str, page: &[u8], expires: Moment) -> Option<Copy> {
        let copy = Copy { plain: page.to_vec().into(), gzip: gzip(page, Compression::fast())?.into(), media, expires };
        let size = copy.plain.len() + copy.gzip.len() + path.len();
        let mut shelf = self.0.lock().ok()?;
        if shelf.seq > seq {
            return Some(copy);
        }
        if shelf.seq < seq || shelf.day != Some(now.day()) || shelf.bytes + size > MOST {
            *shelf = Shelf { seq, day: Some(now.day()), ..Shelf::default() };
        }
        if size <= MOST {
            shelf.bytes += size;
            shelf.copies.insert(path.to_owned(), copy.clone());
        }
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

    #[test]
    fn a_copy_is_right_for_one_number_one_day_and_until_it_expires() {
        let (kept, noon) = (Kept::default(), Day::literal("2026-11-23").at(12, 0));
        kept.keep("/", 7, noon, "text/html", b"x", noon.plus_seconds(60));
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
        kept.keep("/", 8, noon, "text/html", b"new", later);
        kept.keep("/", 7, noon, "text/html", b"old", later);
        assert_eq!(kept.find("/", 8, noon).unwrap().plain.as_ref(), b"new");
        for n in 0..40 {
            kept.keep(&format!("/{n}"), 8, noon, "text/html", &vec![0; 1 << 20], later);
        }
        assert!(kept.0.lock().unwrap().bytes <= MOST);
    }
}
