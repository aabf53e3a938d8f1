//! The letters of exchange. What is confidential, or belongs to a sensitive network, is told by nothing but that there is
//! something to read after signing in.

use db::{Conn, OutMail};
use files::Attachment;
use kernel::{Actor, Id, Lang, Result};
use networks::{Body, Reached};
use notices::{Item, Links, rules::Why};
use people::Person;
use web::Mail;

use crate::{
    Circular, HeldLetter, Left, Reply, Support, Thread,
    pages::support_word,
    paths::{CircularPage, RelayList, SupportPage, ThreadPage},
    told::KIND,
    words::T,
};

/// Whether letters name nothing of a thread.
fn quiet(thread: &Thread, body: &Body) -> bool {
    thread.confidential || body.sensitive
}

/// What the link of a letter may open: the thread, or nothing where one signs in.
#[must_use]
pub fn item(thread: &Thread, body: &Body) -> Vec<Item> {
    if quiet(thread, body) { Vec::new() } else { vec![Item { kind: KIND.to_owned(), id: thread.id.raw() }] }
}

/// One line: nothing in it breaks a subject.
fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What names the letters about a thread, for ever and for everybody who gets one: so mail programs keep what belongs together.
#[must_use]
pub fn name_of_thread(thread: Id<Thread>) -> String {
    format!("t{thread}")
}

/// What names the letters about an answer.
#[must_use]
pub fn name_of_reply(reply: Id<Reply>) -> String {
    format!("r{reply}")
}

/// Who wrote something, as a reader may see her name.
///
/// # Errors
/// When the database cannot be read.
pub fn author_for(
    conn: &Conn,
    reader: &Actor,
    thread: &Thread,
    body: &Body,
    author: Option<Id<Person>>,
    lang: Lang,
) -> Result<String> {
    let names = networks::Names::load_with_places(conn, reader, author)?;
    let at = networks::Place { network: thread.network, body: thread.body, sensitive: body.sensitive };
    let who = author.and_then(|person| names.in_place(person, &at).or_else(|| names.anywhere(person)));
    Ok(who.map_or_else(|| T(lang).author_member().to_owned(), |who| who.name.full()))
}

/// An answer, for whoever takes part by letter.
#[must_use]
pub fn answered(
    to: &Reached,
    (thread, reply, files): (&Thread, &Reply, &[Attachment]),
    body: &Body,
    author: &str,
    links: &Links,
    base: &str,
) -> OutMail {
    let (lang, t) = (to.lang, T(to.lang));
    let page = links.opens(base, lang, &format!("/nachricht/{{token}}/{}", thread.id));
    let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    // Of whoever stays unnamed nobody learns as what she writes.
    let named = author != t.author_member() && !reply.capacity.is_empty();
    let who = if named { t.letter_wrote_as(author, &reply.capacity) } else { t.letter_wrote(author) };
    let brought = if names.is_empty() { String::new() } else { t.letter_files(i18n::list_and(lang, &names)) };
    let mail = Mail::new(lang, &thread.title).from(Some(body.short())).answering();
    let mail = mail.says(who).says(text::plain(&reply.words)).says(brought).says(t.letter_reply_here(page));
    let why = notices::why_words(lang, Why::TakesPart, "");
    OutMail {
        to: to.address.clone(),
        person: Some(to.person.raw()),
        names: vec![body.id.raw()],
        unsubscribe: Some(links.stops(base, lang)),
        from_name: Some(t.letter_via(author)),
        name: Some(name_of_reply(reply.id)),
        ..mail.because(why).less(notices::footer(lang, links, base)).out("answer")
    }
}

/// Why something that came by letter was not taken.
#[must_use]
pub fn refused(to: &Reached, subject: &str, why: &str) -> OutMail {
    let t = T(to.lang);
    let named = if subject.is_empty() { t.letter_no_subject() } else { subject };
    let mail = Mail::new(to.lang, t.letter_refused_subject()).says(t.letter_refused(named, why));
    sent(to, mail.because(t.letter_why_wrote()).out(crate::actions::incoming::REFUSED))
}

/// Which files of a letter were not taken, and why.
#[must_use]
pub fn left(to: &Reached, subject: &str, files: &[&Left]) -> OutMail {
    let t = T(to.lang);
    let named = if subject.is_empty() { t.letter_no_subject() } else { subject };
    let lines: Vec<String> =
        files.iter().filter_map(|left| Some(t.left_file_why(&left.name, left.why?.reason().text(to.lang)))).collect();
    let mail = Mail::new(to.lang, t.letter_left_subject()).says(t.letter_left(named)).says(lines.join("\n\n"));
    sent(to, mail.because(t.letter_why_wrote()).out(crate::actions::incoming::LEFT))
}

/// Asks whose a letter is. Its words stand on the page, not here.
#[must_use]
pub fn held(to: &Reached, letter: &HeldLetter, token: &str, base: &str) -> OutMail {
    let t = T(to.lang);
    let prefix = if to.lang == Lang::En { "/en" } else { "" };
    let page = format!("{base}{prefix}/brief/{token}");
    let mail = Mail::new(to.lang, t.letter_held_subject()).says(t.letter_held(&letter.address, page));
    sent(to, mail.because(t.letter_why_held()).out(crate::actions::held::ASKED))
}

/// Somebody is asked in person, or named in an answer; `author`: who wrote that, as the reader may see her name; `why`: why it
/// comes to whoever was not asked herself.
#[must_use]
pub fn asked(
    (to, why): (&Reached, Option<&str>),
    (thread, reply): (&Thread, Option<&Reply>),
    body: &Body,
    author: &str,
    links: &Links,
    base: &str,
) -> OutMail {
    let (lang, t) = (to.lang, T(to.lang));
    let mail = if quiet(thread, body) {
        let page = format!("{base}{}", ThreadPage { thread: thread.id });
        Mail::new(lang, t.letter_asked_quiet_subject()).says(t.letter_asked_quiet(page))
    } else {
        let page = links.opens(base, lang, &format!("/nachricht/{{token}}/{}", thread.id));
        let until = thread.answer_until.filter(|_| reply.is_none());
        let until = until.map(|day| t.letter_until(i18n::day_long(lang, day)));
        let first = match reply {
            Some(_) => t.letter_named(body.name_in(lang), line(&thread.title)),
            None => t.letter_asked(body.name_in(lang), line(&thread.title)),
        };
        let words = text::plain(reply.map_or(&thread.words, |reply| &reply.words));
        let mail = Mail::new(lang, &thread.title).from(Some(body.short())).says(first).says(words);
        mail.says(until.unwrap_or_default()).says(t.letter_answer_here(page))
    };
    let why = why.map_or_else(|| notices::why_words(lang, Why::Asked, ""), str::to_owned);
    OutMail {
        to: to.address.clone(),
        person: Some(to.person.raw()),
        names: if quiet(thread, body) { Vec::new() } else { vec![body.id.raw()] },
        unsubscribe: Some(links.stops(base, lang)),
        from_name: (!quiet(thread, body)).then(|| t.letter_via(author)),
        name: (!quiet(thread, body))
            .then(|| reply.map_or_else(|| name_of_thread(thread.id), |reply| name_of_reply(reply.id))),
        ..mail.because(why).less(notices::footer(lang, links, base)).out("asked")
    }
}

/// Questions without a name wait for those who lead. It names no network.
#[must_use]
pub fn relayed(to: &Reached, bodies: &[Id<Body>], base: &str) -> OutMail {
    let t = T(to.lang);
    let pages: Vec<String> = bodies.iter().map(|body| format!("{base}{}", RelayList { body: *body })).collect();
    let mail = Mail::new(to.lang, t.letter_relay_subject()).says(t.letter_relay()).says(pages.join("\n"));
    sent(to, mail.because(t.letter_why_leads()).out("relay"))
}

/// Questions that were answered wait for what came of them.
#[must_use]
pub fn unfinished(to: &Reached, threads: &[(&Thread, Body)], base: &str) -> OutMail {
    let t = T(to.lang);
    let lines: Vec<String> = threads
        .iter()
        .map(|(thread, body)| {
            let page = format!("{base}{}", ThreadPage { thread: thread.id });
            if quiet(thread, body) { page } else { format!("{}\n{page}", line(&thread.title)) }
        })
        .collect();
    let mail = Mail::new(to.lang, t.letter_unfinished_subject()).says(t.letter_unfinished()).says(lines.join("\n\n"));
    let named = threads.iter().filter(|(thread, body)| !quiet(thread, body)).map(|(_, body)| body.id.raw()).collect();
    sent(to, OutMail { names: named, ..mail.because(t.letter_why_began()).out("outcome") })
}

/// Whom a circular goes to: a person, or the mailbox of a vacant post.
pub struct Addressee<'a> {
    /// The address.
    pub address: &'a str,
    /// The language.
    pub lang: Lang,
    /// The person.
    pub person: Option<i64>,
    /// The first network through which it comes to her.
    pub network: i64,
    /// The networks through which it comes to her.
    pub networks: &'a [i64],
    /// Their names.
    pub through: &'a str,
    /// Whether one of them is sensitive.
    pub quiet: bool,
}

/// A circular for one of its recipients: one letter each, never a list of addresses.
#[must_use]
pub fn circular(to: &Addressee<'_>, circular: &Circular, body: &Body, links: Option<&Links>, base: &str) -> OutMail {
    let (lang, t) = (to.lang, T(to.lang));
    let quiet = to.quiet || body.sensitive;
    let mail = if quiet {
        let page = format!("{base}{}", CircularPage { circular: circular.id });
        Mail::new(lang, t.letter_circular_quiet_subject()).says(t.letter_circular_quiet(page))
    } else {
        Mail::new(lang, &circular.subject).from(Some(body.short())).says(text::plain(&circular.words))
    };
    let why = match (quiet, to.person, circular.duty) {
        (true, ..) => t.letter_circular_why_quiet().to_owned(),
        (false, None, _) => t.letter_circular_mailbox(to.through),
        (false, _, true) => t.letter_circular_duty(to.through),
        (false, _, false) => t.letter_circular_why(to.through),
    };
    let stops = links.filter(|_| !circular.duty);
    let foot = stops.map_or_else(String::new, |links| notices::footer(lang, links, base));
    OutMail {
        to: to.address.to_owned(),
        person: to.person,
        unsubscribe: stops.map(|links| links.stops(base, lang)),
        sits_in: if quiet || to.person.is_none() { Vec::new() } else { vec![to.network] },
        names: if quiet { Vec::new() } else { [&[body.id.raw()], to.networks].concat() },
        ..mail.because(why).less(foot).out("circular")
    }
}

/// An agreement changed, for the other of the two.
#[must_use]
pub fn support(to: &Reached, of: &Support, body: &Body, base: &str) -> OutMail {
    let t = T(to.lang);
    let page = format!("{base}{}", SupportPage { support: of.id });
    let mail = if body.sensitive {
        Mail::new(to.lang, t.letter_support_quiet_subject()).says(t.letter_support_quiet(page))
    } else {
        let title = line(&of.title);
        let words = t.letter_support(&title, body.name_in(to.lang), support_word(t, of.state), page);
        Mail::new(to.lang, &t.letter_support_subject(&title)).from(Some(body.short())).says(words)
    };
    let named = if body.sensitive { Vec::new() } else { vec![body.id.raw()] };
    sent(to, OutMail { names: named, ..mail.because(t.letter_why_agrees()).out("support") })
}

/// To that person.
fn sent(to: &Reached, mail: OutMail) -> OutMail {
    OutMail { to: to.address.clone(), person: Some(to.person.raw()), ..mail }
}

/// Whether a person's number is among some.
#[must_use]
pub fn is(person: Option<Id<people::Person>>, of: Option<i64>) -> bool {
    person.is_some() && person.map(Id::raw) == of
}
