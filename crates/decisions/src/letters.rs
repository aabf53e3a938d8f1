//! The letters of this slice. A sensitive network is named in none of them, nor its matter.

use db::{OutMail, Tx};
use kernel::{Id, Lang, Moment, Reason, Result};
use networks::Body;
use people::Person;
use web::Mail;

use crate::{
    Method, Vote, VoteKind,
    paths::{BallotPage, VotePage},
    words::T,
};

/// The purpose of letters about what could not begin.
const GIVEN_UP: &str = "vote_given_up";

/// To those who may vote, once each: it is open.
///
/// # Errors
/// When the database refuses.
pub fn opened(tx: &Tx<'_>, vote: &Vote, body: &Body, persons: Vec<Id<Person>>, base: &str) -> Result<()> {
    let elects = vote.kind == VoteKind::Election;
    let text: Text = if elects {
        |t, until, page| t.letter_elect_opened(until, page)
    } else {
        |t, until, page| t.letter_opened(until, page)
    };
    send(tx, vote, body, persons, base, "vote_opened", text)
}

/// To those who may vote and have not.
///
/// # Errors
/// When the database refuses.
pub fn reminded(tx: &Tx<'_>, vote: &Vote, body: &Body, persons: Vec<Id<Person>>, base: &str) -> Result<()> {
    let elects = vote.kind == VoteKind::Election;
    let text: Text = if elects {
        |t, until, page| t.letter_elect_reminded(until, page)
    } else {
        |t, until, page| t.letter_reminded(until, page)
    };
    send(tx, vote, body, persons, base, "vote_reminder", text)
}

/// To whoever prepared it, and its board: it could not be opened, and why.
///
/// # Errors
/// When the database refuses.
pub fn given_up(
    tx: &Tx<'_>,
    vote: &Vote,
    body: &Body,
    persons: Vec<Id<Person>>,
    reason: &Reason,
    base: &str,
) -> Result<()> {
    let page = format!("{base}{}", VotePage { vote: vote.id });
    each(tx, (vote, body), persons, GIVEN_UP, |t, lang| {
        let why = if body.sensitive { "" } else { reason.text(lang) };
        (t.letter_given_up(why, &page), t.letter_why_prepared())
    })
}

/// What a letter says, from its end and its page.
type Text = fn(T, String, String) -> String;

fn send(
    tx: &Tx<'_>,
    vote: &Vote,
    body: &Body,
    persons: Vec<Id<Person>>,
    base: &str,
    purpose: &'static str,
    text: Text,
) -> Result<()> {
    // Pages of votes are for those signed in, in the language they chose.
    let page = format!("{base}{}", BallotPage { vote: vote.id });
    each(tx, (vote, body), persons, purpose, |t, lang| {
        let until = vote.closes_at.map_or_else(String::new, |at| end_words(lang, at));
        (text(t, until, page.clone()), t.letter_why_vote())
    })
}

/// One letter to each of these persons who has an account; `text`: what it says and why it comes.
fn each(
    tx: &Tx<'_>,
    (vote, body): (&Vote, &Body),
    mut persons: Vec<Id<Person>>,
    purpose: &'static str,
    text: impl Fn(T, Lang) -> (String, &'static str),
) -> Result<()> {
    persons.sort_unstable();
    persons.dedup();
    for account in accounts::list_accounts_of(tx, &persons)? {
        let (lang, t) = (account.lang, T(account.lang));
        let (words, why) = text(t, lang);
        let subject = subject(t, vote, body, purpose);
        let mail = Mail::new(lang, &subject).from((!body.sensitive).then(|| body.short()));
        let mail = mail.says(what(t, lang, vote, body)).says(words).because(why).out(purpose);
        tx.post(&OutMail { to: account.mail, person: Some(account.person.raw()), ..mail })?;
    }
    Ok(())
}

/// What is asked, or that nothing is any more; an election names itself, but not in a sensitive network.
fn subject(t: T, vote: &Vote, body: &Body, purpose: &str) -> String {
    match vote.kind {
        VoteKind::Election if purpose == GIVEN_UP && body.sensitive => t.letter_void_quiet().to_owned(),
        VoteKind::Election if purpose == GIVEN_UP => t.letter_void_subject(&vote.title),
        VoteKind::Election if body.sensitive => t.letter_elect_quiet().to_owned(),
        VoteKind::Election => t.letter_elect_subject(&vote.title),
        VoteKind::Motion => t.letter_subject().to_owned(),
    }
}

/// What waits, in a sentence; of a sensitive network neither name nor matter.
fn what(t: T, lang: Lang, vote: &Vote, body: &Body) -> String {
    if body.sensitive {
        let election = vote.kind == VoteKind::Election;
        return if election { t.letter_quiet_election() } else { t.letter_quiet() }.to_owned();
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
