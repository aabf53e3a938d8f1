//! What files give to the house: what they hold about persons, work for every day, and one address that reads what was pasted.

use std::sync::Arc;

use kernel::{Error, Reason, Result};
use text::{PASTED_MOST, TooMuch, pasted};
use web::{Answer, Audience, JobKind, Made, Part, Routes, Slice, Writing};

use crate::{actions::sweep, own::OWN};

web::paths! {
    /// What somebody pasted from a word processor, read as lines with its lists. Nothing is kept.
    pub PastePage = "/einfuegen" {}
}

/// What persons brought, the sweeping, and the reading of what was pasted.
#[must_use]
pub const fn slice() -> Slice {
    Slice { own: Some(&OWN), jobs: JOBS, ..Slice::new("files", routes) }
}

const JOBS: &[JobKind] = &[JobKind { name: "files.sweep", run: |tx, _| sweep(tx), daily_at: Some(4) }];

fn routes() -> Routes {
    Routes::new().post_file(Audience::SignedIn, PASTED_MOST + (64 << 10), read, paste)
}

/// What a page became, before any transaction begins.
type Read = Result<String, TooMuch>;

fn read(parts: &[Part]) -> Made {
    let html = parts.iter().find(|part| part.name == "html").map(|part| String::from_utf8_lossy(&part.bytes));
    let made: Read = html.map_or_else(|| Ok(String::new()), |html| pasted(&html));
    Arc::new(made)
}

/// The text, for the field it was pasted into.
///
/// # Errors
/// [`Error::Rule`] when it is too much.
fn paste(w: &Writing<'_>, _: PastePage) -> Result<Answer> {
    w.tx.silent("what was pasted is read and not kept");
    match w.ask.made::<Read>() {
        Some(Ok(text)) => Ok(Answer::data("text/plain; charset=utf-8", text.clone().into_bytes())),
        _ => Err(Error::Rule(Reason::new(
            "Das ist mehr, als auf einmal eingefügt werden kann.",
            "That is more than can be pasted at once.",
        ))),
    }
}
