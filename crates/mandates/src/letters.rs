//! The letters of mandates: each greets, names the network before its subject, says where one reads more and why one gets it. Of a sensitive network they name nothing and nobody; a receiver outside is then told by paper
//! alone. No letter holds a word of an instruction, a note or a report.

mod receiver;
mod reports;

use db::{OutMail, Tx};
use kernel::{Id, Lang, Result};
use networks::Body;
use people::Person;
use web::Mail;

use crate::{
    Delegation, Raised, Session,
    pages::outcome_word,
    paths::{Briefing, MandatePage, RaisedPage},
    store::{letters as rows, raised},
    words::T,
};

pub use receiver::to_receiver;
pub use reports::{report_corrected, report_due, report_missing, report_rose, report_taken_back};

/// What is said of a delegation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Word {
    /// Somebody is put forward.
    Asked,
    /// The receiver confirmed.
    Confirmed,
    /// Somebody else holds the post that was sent.
    Followed,
    /// Whoever is sent is away for long; whoever stands in comes.
    Rests,
    /// She comes again.
    GoesOn,
    /// It is over.
    Ended,
}

/// Why a pack is sent.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Occasion {
    /// Two weeks before.
    Ahead,
    /// Time or place became others.
    Moved,
    /// It does not take place.
    CalledOff,
    /// It was called off, and takes place after all.
    On,
    /// Whoever is sent cannot come.
    StandIn,
}

/// Whether a side names nothing: the body or its network is sensitive.
fn is_quiet(tx: &Tx<'_>, body: Id<Body>) -> Result<bool> {
    let body = networks::body_for_program(tx, body)?;
    Ok(body.sensitive || (!body.is_network() && networks::body_for_program(tx, body.network)?.sensitive))
}

/// What is the same in the letters of one occasion.
struct Occasioned<'a> {
    /// Only that something waits, and where.
    quiet: bool,
    /// The network on whose side it is, in short: it stands before the subject.
    network: String,
    /// What the letters are for.
    purpose: &'static str,
    /// Where one reads more; empty where nowhere.
    link: &'a str,
    /// Why somebody gets it, in a sentence.
    why: fn(T) -> &'static str,
}

/// One letter to each of these persons who has an account, once.
fn each(
    tx: &Tx<'_>,
    mut persons: Vec<Id<Person>>,
    of: &Occasioned<'_>,
    words: impl Fn(T, Lang) -> (String, String),
) -> Result<()> {
    persons.sort_unstable();
    persons.dedup();
    for account in accounts::list_accounts_of(tx, &persons)? {
        let (lang, t) = (account.lang, T(account.lang));
        let mail = if of.quiet {
            Mail::new(lang, t.letter_quiet_subject()).says(t.letter_quiet()).says(of.link).because(t.why_quiet())
        } else {
            let (subject, text) = words(t, lang);
            Mail::new(lang, &subject).from(Some(&of.network)).says(text).says(of.link).because((of.why)(t))
        };
        tx.post(&OutMail { to: account.mail, person: Some(account.person.raw()), ..mail.out(of.purpose) })?;
    }
    Ok(())
}

/// The name of a network before the subject of a letter.
fn short(tx: &Tx<'_>, network: Id<Body>) -> Result<String> {
    Ok(networks::body_for_program(tx, network)?.short().to_owned())
}

/// Letters about a delegation.
fn about<'a>(
    tx: &Tx<'_>,
    it: &Delegation,
    (purpose, link): (&'static str, &'a str),
    why: fn(T) -> &'static str,
) -> Result<Occasioned<'a>> {
    Ok(Occasioned { quiet: is_quiet(tx, it.sender)?, network: short(tx, it.network)?, purpose, link, why })
}

/// Those who lead one of these bodies; where nobody does, those who lead its network.
fn leaders(tx: &Tx<'_>, bodies: &[Id<Body>]) -> Result<Vec<Id<Person>>> {
    let mut all = Vec::new();
    for body in bodies {
        let network = networks::body_for_program(tx, *body)?.network;
        let led = rows::list_leaders(tx, &[*body, network], tx.today())?;
        let own: Vec<_> = led.iter().filter(|(b, _)| b == body).map(|(_, p)| *p).collect();
        all.extend(if own.is_empty() { led.into_iter().map(|(_, p)| p).collect() } else { own });
    }
    Ok(all)
}

/// To whoever is sent: that she was put forward, or confirmed.
///
/// # Errors
/// When the database refuses.
pub fn to_sent(
    tx: &Tx<'_>,
    it: &Delegation,
    persons: &[Id<Person>],
    receiver: &Body,
    base: &str,
    word: Word,
) -> Result<()> {
    let link = format!("{base}{}", MandatePage { mandate: it.id });
    let of = about(tx, it, ("delegation", &link), |t| t.why_sent())?;
    each(tx, persons.to_vec(), &of, |t, lang| {
        let into = receiver.name_in(lang);
        match word {
            Word::Asked => (t.sent_asked_subject(into), t.sent_asked(into)),
            Word::Confirmed => (t.sent_confirmed_subject(into), t.sent_confirmed(into)),
            Word::Followed | Word::Rests | Word::GoesOn | Word::Ended => {
                (t.sent_ended_subject(into), t.sent_ended(into))
            }
        }
    })
}

/// To those who lead the senders: a seat of theirs is free again, and what can be done.
///
/// # Errors
/// When the database refuses.
pub fn seat_is_free(tx: &Tx<'_>, it: &Delegation, receiver: &Body, sender: &Body, base: &str) -> Result<()> {
    let link = format!("{base}{}", MandatePage { mandate: it.id });
    let stands_in = rows::list_sent(tx, &[it.seat], tx.today())?.iter().any(|s| s.stands_in);
    let informed = receiver.mail.is_some() && !is_quiet(tx, it.sender)? && !is_quiet(tx, receiver.id)?;
    let whom = leaders(tx, &[sender.id])?;
    let of = about(tx, it, ("delegation", &link), |t| t.why_leads())?;
    each(tx, whom, &of, |t, lang| {
        let into = receiver.name_in(lang);
        let mut text = t.free_seat(into);
        text = format!("{text} {}", if informed { t.free_informed() } else { t.free_not_informed() });
        if stands_in {
            text = format!("{text} {}", t.free_substitute());
        }
        (t.free_seat_subject(into), text)
    })
}

fn when(lang: Lang, session: &Session) -> String {
    i18n::moment_long(lang, session.starts_at)
}

/// The pack for a sitting, to whoever is sent and whoever stands in.
///
/// # Errors
/// When the database refuses.
pub fn pack(
    tx: &Tx<'_>,
    it: &Delegation,
    session: &Session,
    receiver: &Body,
    persons: &[Id<Person>],
    occasion: Occasion,
    base: &str,
) -> Result<()> {
    let link = format!("{base}{}", Briefing { mandate: it.id, session: session.id });
    let of = about(tx, it, ("briefing", &link), |t| t.why_sent())?;
    each(tx, persons.to_vec(), &of, |t, lang| {
        let (into, at) = (receiver.name_in(lang), when(lang, session));
        match occasion {
            Occasion::Ahead => (t.pack_subject(into), t.pack_ahead(into, at)),
            Occasion::Moved => (t.pack_moved_subject(into), t.pack_moved(into, at)),
            Occasion::CalledOff => (t.pack_off_subject(into), t.pack_off(at, into)),
            Occasion::On => (t.pack_on_subject(into), t.pack_on(into, at)),
            Occasion::StandIn => (t.pack_stand_in_subject(into), t.pack_stand_in(into, at)),
        }
    })
}

/// To those who lead the senders: whoever is sent cannot come, and nobody stands in.
///
/// # Errors
/// When the database refuses.
pub fn nobody_stands_in(tx: &Tx<'_>, it: &Delegation, session: &Session, receiver: &Body, base: &str) -> Result<()> {
    let link = format!("{base}{}", MandatePage { mandate: it.id });
    let whom = leaders(tx, &[it.sender])?;
    let of = about(tx, it, ("briefing", &link), |t| t.why_leads())?;
    each(tx, whom, &of, |t, lang| {
        let into = receiver.name_in(lang);
        (t.nobody_subject(into), t.nobody_stands_in(into, when(lang, session)))
    })
}

/// To those who follow something raised: what became of it.
///
/// # Errors
/// When the database refuses.
pub fn raised_moved(tx: &Tx<'_>, it: &Raised, by: Option<i64>, base: &str) -> Result<()> {
    let mut whom = raised::list_followers(tx, it.id)?;
    whom.retain(|person| Some(person.raw()) != by);
    about_raised(tx, it, whom, base, |t, _| {
        (t.raised_moved_subject(&it.title), t.raised_moved(&it.title, outcome_word(t, it.state)))
    })
}

/// To those who follow it: today somebody wanted to look after it.
///
/// # Errors
/// When the database refuses.
pub fn look_after(tx: &Tx<'_>, it: &Raised, base: &str) -> Result<()> {
    let whom = raised::list_followers(tx, it.id)?;
    about_raised(tx, it, whom, base, |t, _| (t.look_after_subject(&it.title), t.look_after(&it.title)))
}

fn about_raised(
    tx: &Tx<'_>,
    it: &Raised,
    whom: Vec<Id<Person>>,
    base: &str,
    words: impl Fn(T, Lang) -> (String, String),
) -> Result<()> {
    let link = format!("{base}{}", RaisedPage { raised: it.id });
    // What is for the delegation alone is named in no letter; who may not see it any more is told nothing.
    let mut readers = Vec::new();
    for person in whom {
        let actor = rights::load(tx, person.raw(), tx.today(), None)?;
        if rights::sees(&actor, &it.scope()) {
            readers.push(person);
        }
    }
    let quiet = it.level == kernel::Level::Delegation || is_quiet(tx, it.sender)?;
    let of =
        Occasioned { quiet, network: short(tx, it.network)?, purpose: "raised", link: &link, why: |t| t.why_follows() };
    each(tx, readers, &of, words)
}
