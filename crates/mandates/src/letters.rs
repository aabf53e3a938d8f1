//! The letters of mandates. Of a sensitive network they name nothing and nobody; a receiver outside is then told by paper
//! alone. No letter holds a word of an instruction, a note or a report.

use db::{OutMail, Tx};
use kernel::{Id, Lang, Result};
use networks::Body;
use people::Person;

use crate::{
    Delegation, Raised, Report, Session, Waiting,
    pages::outcome_word,
    paths::{Briefing, MandatePage, RaisedPage, ReportForm, ReportPage},
    store::{letters as rows, raised},
    words::T,
};

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
    /// Whoever is sent cannot come.
    StandIn,
}

/// Whether a side names nothing: the body or its network is sensitive.
fn is_quiet(tx: &Tx<'_>, body: Id<Body>) -> Result<bool> {
    let body = networks::body_for_program(tx, body)?;
    Ok(body.sensitive || (!body.is_network() && networks::body_for_program(tx, body.network)?.sensitive))
}

/// One letter to each of these persons who has an account, once. `quiet`: only that something waits, and where.
fn each(
    tx: &Tx<'_>,
    mut persons: Vec<Id<Person>>,
    (quiet, purpose, link): (bool, &'static str, &str),
    words: impl Fn(T, Lang) -> (String, String),
) -> Result<()> {
    persons.sort_unstable();
    persons.dedup();
    for account in accounts::list_accounts_of(tx, &persons)? {
        let (lang, t) = (account.lang, T(account.lang));
        let (subject, text) = if quiet {
            (t.letter_quiet_subject().to_owned(), t.letter_quiet(link))
        } else {
            let (subject, text) = words(t, lang);
            (subject, t.letter_with_link(text, link))
        };
        let person = Some(account.person.raw());
        tx.post(&OutMail { to: account.mail, subject, text, lang, purpose, person, ..OutMail::default() })?;
    }
    Ok(())
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

/// To the receiver's mailbox: who is put forward, or that a delegation is over. Nothing of a sensitive network leaves it.
///
/// # Errors
/// When the database refuses.
pub fn to_receiver(tx: &Tx<'_>, it: &Delegation, receiver: &Body, sender: &Body, word: Word) -> Result<()> {
    let Some(to) = receiver.mail.clone().filter(|_| receiver.id != sender.id) else { return Ok(()) };
    if is_quiet(tx, it.sender)? || is_quiet(tx, receiver.id)? {
        return Ok(());
    }
    let (t, lang) = (T(Lang::De), Lang::De);
    // Of a post whoever holds it: on the last day of what is over, else today.
    let day = if word == Word::Ended { it.until.previous() } else { tx.today() };
    let sits = || Ok::<_, kernel::Error>(rows::list_sent(tx, &[it.seat], day)?.into_iter().find(|s| !s.stands_in));
    let name = match it.person.map_or_else(|| sits().map(|s| s.map(|s| s.person)), |person| Ok(Some(person)))? {
        Some(person) => people::find_person(tx, person)?.name().full(),
        None => t.somebody().to_owned(),
    };
    let (from, into) = (sender.name_in(lang), receiver.name_in(lang));
    let (subject, text) = match word {
        Word::Asked => {
            (t.receiver_asked_subject(into), t.receiver_asked(from, &name, i18n::day_long(lang, it.from), into))
        }
        Word::Confirmed => return Ok(()),
        Word::Followed => {
            (t.receiver_followed_subject(into), t.receiver_followed(&name, i18n::day_long(lang, day), from, into))
        }
        Word::Rests => {
            let sent = rows::list_sent(tx, &[it.seat], day)?;
            let stands_in = sent.iter().find(|s| s.stands_in).map(|s| people::find_person(tx, s.person)).transpose()?;
            let text = match stands_in {
                Some(person) => t.receiver_rests(&name, into, person.name().full(), from),
                None => t.receiver_rests_alone(&name, into, from),
            };
            (t.receiver_rests_subject(into), text)
        }
        Word::GoesOn => (t.receiver_goes_on_subject(into), t.receiver_goes_on(&name, into, from)),
        Word::Ended => (
            t.receiver_ended_subject(into),
            t.receiver_ended(&name, i18n::day_long(lang, it.until.previous()), from, into),
        ),
    };
    tx.post(&OutMail { to, subject, text, lang, purpose: "delegation", ..OutMail::default() }).map(drop)
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
    each(tx, persons.to_vec(), (is_quiet(tx, it.sender)?, "delegation", &link), |t, lang| {
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
    each(tx, whom, (is_quiet(tx, it.sender)?, "delegation", &link), |t, lang| {
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
    each(tx, persons.to_vec(), (is_quiet(tx, it.sender)?, "briefing", &link), |t, lang| {
        let (into, at) = (receiver.name_in(lang), when(lang, session));
        match occasion {
            Occasion::Ahead => (t.pack_subject(into), t.pack_ahead(into, at)),
            Occasion::Moved => (t.pack_moved_subject(into), t.pack_moved(into, at)),
            Occasion::CalledOff => (t.pack_off_subject(into), t.pack_off(at, into)),
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
    each(tx, whom, (is_quiet(tx, it.sender)?, "briefing", &link), |t, lang| {
        let into = receiver.name_in(lang);
        (t.nobody_subject(into), t.nobody_stands_in(into, when(lang, session)))
    })
}

/// To whoever owes a report.
///
/// # Errors
/// When the database refuses.
pub fn report_due(
    tx: &Tx<'_>,
    it: &Delegation,
    waiting: &Waiting,
    receiver: &Body,
    persons: &[Id<Person>],
    base: &str,
) -> Result<()> {
    let link = format!("{base}{}", ReportForm { mandate: it.id, session: waiting.session.id });
    each(tx, persons.to_vec(), (is_quiet(tx, it.sender)?, "report", &link), |t, lang| {
        let (into, due) = (receiver.name_in(lang), i18n::day_long(lang, waiting.report.due));
        let day = i18n::day_long(lang, waiting.session.day());
        (t.report_due_subject(into), t.report_due_text(day, into, due))
    })
}

/// To those who lead the senders: a report is missing.
///
/// # Errors
/// When the database refuses.
pub fn report_missing(tx: &Tx<'_>, it: &Delegation, waiting: &Waiting, receiver: &Body, base: &str) -> Result<()> {
    let link = format!("{base}{}", crate::paths::BodyMandates { body: it.sender });
    let whom = leaders(tx, &[it.sender])?;
    each(tx, whom, (is_quiet(tx, it.sender)?, "report", &link), |t, lang| {
        let (into, day) = (receiver.name_in(lang), i18n::day_long(lang, waiting.session.day()));
        (t.report_missing_subject(into), t.report_missing_text(day, into))
    })
}

/// To those who lead a body the report reached, once each, but not to whoever wrote it.
///
/// # Errors
/// When the database refuses.
pub fn report_rose(
    tx: &Tx<'_>,
    it: &Delegation,
    (report, session): (&Report, &Session),
    receiver: &Body,
    bodies: &[Id<Body>],
    base: &str,
) -> Result<()> {
    let link = format!("{base}{}", ReportPage { report: report.id });
    let mut whom = leaders(tx, bodies)?;
    whom.retain(|person| Some(*person) != report.person);
    each(tx, whom, (is_quiet(tx, it.sender)?, "report", &link), |t, lang| {
        let (into, day) = (receiver.name_in(lang), i18n::day_long(lang, session.day()));
        (t.report_rose_subject(into), t.report_rose_text(day, into))
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
    each(tx, readers, (quiet, "raised", &link), words)
}
