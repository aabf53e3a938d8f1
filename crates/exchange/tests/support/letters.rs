//! Letters that come in, as the inbox hands them over.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, reason = "each test file uses a part of it")]

use std::sync::Arc;

use ::files::Came;
use db::args;
use kernel::{Error, Id};
use networks::Body;
use web::{Incoming, Made, Words};

use super::{all, at, count};
use crate::house::House;

pub const DORA: &str = "dora@example.org";
pub const ANNA: &str = "anna.albers@aachen.example.org";

/// The small world, with a mailbox that takes letters.
pub fn letters_come() -> Vec<House> {
    let made = all();
    for h in &made {
        h.takes_letters();
        at(h, "2026-11-23", 12);
    }
    made
}

/// A letter as its writer's program sends it.
pub fn words(from: &str, subject: &str, own: &str) -> Words {
    Words {
        from: from.to_owned(),
        subject: subject.to_owned(),
        own: own.to_owned(),
        whole: own.to_owned(),
        name: format!("{}.{}@mail.example.org", subject.replace(' ', "_"), own.replace(' ', "_")),
        ..Words::default()
    }
}

/// Hands a letter to the slice, as the inbox does. Gives whether it was taken, or the reason for the log.
pub fn comes(h: &House, tag: &str, words: Words) -> Result<bool, String> {
    comes_with(h, tag, words, &Came::default())
}

/// The same with the files it brings.
pub fn comes_with(h: &House, tag: &str, words: Words, came: &Came) -> Result<bool, String> {
    let (take, tag) = (exchange::slice().inbox.unwrap(), tag.to_owned());
    let made: Made = Arc::new(came.clone());
    let done = h.fresh.db.write_now(move |tx| {
        take(tx, &Incoming { tag: &tag, words: Some(&words), files: Some(&made), ..Incoming::default() })
    });
    done.map_err(|e| match e {
        Error::Rule(reason) => reason.en,
        other => other.to_string(),
    })
}

/// Files as they come with a letter.
pub fn files(all: &[(&str, &str)]) -> Came {
    let all: Vec<_> = all.iter().map(|(name, held)| ((*name).to_owned(), Some(held.as_bytes().to_vec()))).collect();
    ::files::came(&all)
}

/// One column of the newest letter to an address.
pub fn head(h: &House, to: &str, column: &str) -> String {
    let (sql, to) =
        (format!("SELECT {column} FROM mail_out WHERE address = :to ORDER BY id DESC LIMIT 1"), to.to_owned());
    let read = move |c: &db::Conn| c.one(&sql, args! { to: to.as_str() }, |r| r.get::<Option<String>>(0));
    h.fresh.db.read_now(read).unwrap().unwrap_or_default()
}

/// What stands behind the `+` of the address in the newest letter to somebody.
pub fn answer_tag(h: &House, to: &str) -> String {
    let text = h.letters(to).pop().expect("a letter").1;
    let rest = text.split("antwort+").nth(1).unwrap_or_else(|| panic!("no address for answers in {text}"));
    rest.split('@').next().unwrap().to_owned()
}

pub fn body_tag(body: Id<Body>) -> String {
    format!("an-{body}")
}

/// The link of the newest letter that asks whose a letter is.
pub fn held_link(h: &House, to: &str) -> String {
    let text = h.letters(to).pop().expect("a letter").1;
    let at = text.find("/brief/").unwrap_or_else(|| panic!("no link in {text}"));
    text[at..].split(['\n', ' ']).next().unwrap().to_owned()
}

pub fn held(h: &House) -> i64 {
    count(h, "SELECT COUNT(*) FROM letter_held")
}
