//! Letters of elections. A sensitive network is named in none of them.

use db::{OutMail, Tx};
use kernel::{Day, Id, Lang, Result};
use networks::Body;
use people::Person;
use web::Mail;

use crate::{
    Vote,
    paths::{BoardPage, CandidatesPage},
    words::T,
};

/// What a letter asks: with the title of the election, and without it where the network is sensitive.
type Subject = (fn(T, &str) -> String, fn(T) -> &'static str);

fn send(
    tx: &Tx<'_>,
    vote: &Vote,
    body: &Body,
    persons: &[Id<Person>],
    (purpose, subject): (&'static str, Subject),
    text: impl Fn(T, Lang) -> (String, &'static str),
) -> Result<()> {
    for account in accounts::list_accounts_of(tx, persons)? {
        let (lang, t) = (account.lang, T(account.lang));
        let what = if body.sensitive {
            t.letter_quiet_election().to_owned()
        } else {
            t.letter_election(body.name_in(lang), &vote.title)
        };
        let (words, why) = text(t, lang);
        let asks = if body.sensitive { subject.1(t).to_owned() } else { subject.0(t, &vote.title) };
        let mail = Mail::new(lang, &asks).from((!body.sensitive).then(|| body.short()));
        let mail = mail.says(what).says(words).because(why).out(purpose);
        tx.post(&OutMail { to: account.mail, person: Some(account.person.raw()), ..mail })?;
    }
    Ok(())
}

/// To whom somebody put forward: does she stand?
///
/// # Errors
/// When the database refuses.
pub fn nominated(tx: &Tx<'_>, vote: &Vote, body: &Body, person: Id<Person>, base: &str) -> Result<()> {
    let page = format!("{base}{}", CandidatesPage { vote: vote.id });
    let subject: Subject = (|t, title| t.letter_stand_subject(title), |t| t.letter_stand_quiet());
    send(tx, vote, body, &[person], ("candidate_asked", subject), |t, _| {
        (t.letter_nominated(&page), t.letter_why_nominated())
    })
}

/// To whom somebody entered an answer for: she can put it right.
///
/// # Errors
/// When the database refuses.
pub fn entered(tx: &Tx<'_>, vote: &Vote, body: &Body, person: Id<Person>, stands: bool, base: &str) -> Result<()> {
    let page = format!("{base}{}", CandidatesPage { vote: vote.id });
    let subject: Subject = (|t, title| t.letter_entered_subject(title), |t| t.letter_entered_quiet());
    send(tx, vote, body, &[person], ("candidate_entered", subject), |t, _| {
        let answer = if stands { t.letter_entered_yes() } else { t.letter_entered_no() };
        (t.letter_entered(answer, &page), t.letter_why_entered())
    })
}

/// To those elected: do they accept?
///
/// # Errors
/// When the database refuses.
pub fn elected(
    tx: &Tx<'_>,
    vote: &Vote,
    body: &Body,
    persons: &[Id<Person>],
    until: Option<Day>,
    base: &str,
) -> Result<()> {
    let page = format!("{base}{}", CandidatesPage { vote: vote.id });
    let subject: Subject = (|t, title| t.letter_accept_subject(title), |t| t.letter_accept_quiet());
    send(tx, vote, body, persons, ("candidate_elected", subject), |t, lang| {
        let until = until.map_or_else(String::new, |day| t.letter_accept_until(i18n::day_long(lang, day)));
        (t.letter_elected(until, &page), t.letter_why_elected())
    })
}

/// To whoever accepted: from when to when.
///
/// # Errors
/// When the database refuses.
pub fn seated(tx: &Tx<'_>, vote: &Vote, body: &Body, person: Id<Person>, from: Day, until: Day) -> Result<()> {
    let subject: Subject = (|t, title| t.letter_seated_subject(title), |t| t.letter_seated_quiet());
    send(tx, vote, body, &[person], ("candidate_seated", subject), |t, lang| {
        let from = i18n::day_long(lang, from);
        let term = if until.is_open() {
            t.term_since(from)
        } else {
            t.term_span(from, i18n::day_long(lang, until.previous()))
        };
        (t.letter_seated(term), t.letter_why_seated())
    })
}

/// To the board: something waits for a second signature.
///
/// # Errors
/// When the database refuses.
pub fn board(tx: &Tx<'_>, vote: &Vote, body: &Body, persons: &[Id<Person>], base: &str) -> Result<()> {
    let page = format!("{base}{}", BoardPage { vote: vote.id });
    let subject: Subject = (|t, title| t.letter_board_subject(title), |t| t.letter_board_quiet());
    send(tx, vote, body, persons, ("vote_board", subject), |t, _| (t.letter_board(&page), t.letter_why_board()))
}
