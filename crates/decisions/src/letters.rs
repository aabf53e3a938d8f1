//! The letters of this slice. Subjects are neutral, and a sensitive network is named in none of them.

use db::{OutMail, Tx};
use kernel::{Id, Lang, Moment, Result};
use networks::Body;
use people::Person;

use crate::{Method, Vote, VoteKind, paths::BallotPage, words::T};

/// To those who may vote, once each: it is open.
///
/// # Errors
/// When the database refuses.
pub fn opened(tx: &Tx<'_>, vote: &Vote, body: &Body, persons: Vec<Id<Person>>, base: &str) -> Result<()> {
    send(tx, vote, body, persons, base, "vote_opened", |t, what, until, page| t.letter_opened(what, until, page))
}

/// To those who may vote and have not.
///
/// # Errors
/// When the database refuses.
pub fn reminded(tx: &Tx<'_>, vote: &Vote, body: &Body, persons: Vec<Id<Person>>, base: &str) -> Result<()> {
    send(tx, vote, body, persons, base, "vote_reminder", |t, what, until, page| t.letter_reminded(what, until, page))
}

fn send(
    tx: &Tx<'_>,
    vote: &Vote,
    body: &Body,
    mut persons: Vec<Id<Person>>,
    base: &str,
    purpose: &'static str,
    text: fn(T, String, String, String) -> String,
) -> Result<()> {
    persons.sort_unstable();
    persons.dedup();
    for account in accounts::list_accounts_of(tx, &persons)? {
        let lang = account.lang;
        let t = T(lang);
        let until = vote.closes_at.map_or_else(String::new, |at| end_words(lang, at));
        // Pages of votes are for those signed in, in the language they chose.
        let page = format!("{base}{}", BallotPage { vote: vote.id });
        let letter = OutMail {
            to: account.mail,
            subject: t.letter_subject().to_owned(),
            text: text(t, what(t, lang, vote, body), until, page),
            lang,
            purpose,
            person: Some(account.person.raw()),
            ..OutMail::default()
        };
        tx.post(&letter)?;
    }
    Ok(())
}

/// What waits, in a sentence; of a sensitive network neither name nor matter.
fn what(t: T, lang: Lang, vote: &Vote, body: &Body) -> String {
    if body.sensitive {
        return t.letter_quiet().to_owned();
    }
    let name = body.name_in(lang);
    match (vote.kind, vote.method) {
        (VoteKind::Election, _) => t.letter_election(name, &vote.title),
        (_, Method::Circular) => t.letter_circular(name, &vote.title),
        _ => t.letter_vote(name, &vote.title),
    }
}

/// The last moment as people say it: a day that is whole is named alone.
#[must_use]
pub fn end_words(lang: Lang, at: Moment) -> String {
    let last = at.plus_seconds(-1).day();
    if last.next().at(0, 0) == at { i18n::day_long(lang, last) } else { i18n::moment_long(lang, at) }
}
