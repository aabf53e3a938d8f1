//! `/nachricht/{token}/{thread}`: reading, answering and saving files by the link of a letter, without signing in. Opening it changes
//! nothing, and no page sends itself. The rights are those of whom the letter went to, as they are now; what is confidential
//! or belongs to a sensitive network is for those who sign in.

use ::files::Attachment;
use askama::Template;
use kernel::{Actor, Error, Id, Problem, Result};
use networks::shell;
use notices::Item;
use web::{Answer, Fields, FormView, Page, Reading, Writing};

use super::{
    show::{left_lines, reply_fields},
    voices::place_of,
};
use crate::{
    Reply, Thread, Way, actions,
    actions::files::{REPLY, THREAD},
    paths::{LetterFile, LetterThread, ThreadPage},
    rules::{WORDS_MOST, may_reply},
    store,
    told::KIND,
    words::T,
};

struct Said {
    author: String,
    when: String,
    words: String,
    /// What of its letter stayed outside, in sentences.
    notes: Vec<String>,
    /// The files it brought, each to save by this link.
    files: String,
}

#[derive(Template)]
#[template(path = "letter.html")]
struct Shown {
    t: T,
    summary: String,
    once: String,
    title: String,
    lead: String,
    first: Said,
    outcome: String,
    replies: Vec<Said>,
    fields: Vec<String>,
    sign_in: String,
}

struct Found {
    actor: Actor,
    thread: Thread,
    speaks: bool,
}

/// What the link still opens.
fn load(r: &Reading<'_>, p: &LetterThread) -> Result<Option<Found>> {
    let Some(opened) = notices::opened(r.conn, p.token.as_str())? else { return Ok(None) };
    let item = Item { kind: KIND.to_owned(), id: p.thread.raw() };
    if !opened.items.contains(&item) {
        return Ok(None);
    }
    // Whose account was closed reads and writes by no other way either.
    if accounts::account_of(r.conn, opened.person)?.is_some_and(|account| account.locked) {
        return Ok(None);
    }
    let actor = rights::load(r.conn, opened.person.raw(), r.viewer.today, None)?;
    let thread = match actions::found(r.conn, &actor, p.thread) {
        Ok(thread) if thread.hidden.is_none() && !thread.confidential => thread,
        Ok(_) | Err(Error::NotFound) => return Ok(None),
        Err(other) => return Err(other),
    };
    // A network may have become sensitive since the letter was written.
    if networks::body_for_program(r.conn, thread.body)?.sensitive {
        return Ok(None);
    }
    let forwards: Vec<_> =
        store::threads::list_forwards(r.conn, &[thread.id])?.into_iter().map(|f| f.network).collect();
    let speaks = may_reply(&actor, &thread, &forwards);
    Ok(Some(Found { actor, thread, speaks }))
}

fn gone(r: &Reading<'_>) -> Result<Answer> {
    web::gone(r, Some(T(r.viewer.lang).letter_gone().to_owned()))
}

/// The page.
///
/// # Errors
/// When the database cannot be read.
pub fn show(r: &Reading<'_>, p: LetterThread) -> Result<Answer> {
    match load(r, &p)? {
        Some(found) => page(r, &found, &p, &FormView::new(r.viewer.lang, &[])),
        None => gone(r),
    }
}

/// The files at what the link opens: those of the thread and of the answers in sight.
fn files_of(r: &Reading<'_>, thread: &Thread, replies: &[Reply]) -> Result<(Vec<Attachment>, Vec<Attachment>)> {
    let ids: Vec<i64> = replies.iter().map(|y| y.id.raw()).collect();
    Ok((::files::list(r.conn, THREAD, &[thread.id.raw()])?, ::files::list(r.conn, REPLY, &ids)?))
}

fn in_sight(r: &Reading<'_>, thread: &Thread) -> Result<Vec<Reply>> {
    let mut replies = store::replies::list_replies(r.conn, thread.id)?;
    replies.retain(|y| y.hidden.is_none());
    Ok(replies)
}

/// A file of the thread or of one of its answers, for whom the letter went to: her rights are asked anew, and saving it spends
/// nothing, whoever follows the link first.
///
/// # Errors
/// [`Error::NotFound`] for a file that hangs on nothing the link opens.
pub fn file(r: &Reading<'_>, p: LetterFile) -> Result<Answer> {
    let Some(found) = load(r, &LetterThread { token: p.token.clone(), thread: p.thread })? else { return gone(r) };
    let (mine, theirs) = files_of(r, &found.thread, &in_sight(r, &found.thread)?)?;
    let file = mine.iter().chain(&theirs).find(|file| file.id == p.file).ok_or(Error::NotFound)?;
    ::files::open(r.conn, file).map(Answer::secret)
}

fn page(r: &Reading<'_>, found: &Found, p: &LetterThread, form: &FormView) -> Result<Answer> {
    let (t, v, thread) = (T(r.viewer.lang), r.viewer, &found.thread);
    let replies = in_sight(r, thread)?;
    let body = networks::body_for_program(r.conn, thread.body)?;
    let persons: Vec<Id<people::Person>> = replies.iter().filter_map(|y| y.author).chain(thread.author).collect();
    // Names are shown as whom the letter went to would see them.
    let names = networks::Names::load_with_places(r.conn, &found.actor, persons)?;
    let at = place_of(thread, Some(&body));
    let name = |person: Option<Id<people::Person>>| {
        let who = person.and_then(|p| names.in_place(p, &at).or_else(|| names.anywhere(p)));
        who.map_or_else(|| t.author_member().to_owned(), |who| who.name.full())
    };
    let (mine, theirs) = files_of(r, thread, &replies)?;
    let outside = store::brought::list_left(r.conn, thread.id)?;
    let files = |of: Option<Id<Reply>>| {
        let all = of.map_or(&mine, |_| &theirs).iter();
        let hers: Vec<Attachment> = all.filter(|file| of.is_none_or(|reply| file.on == reply.raw())).cloned().collect();
        let link = |file| v.link(&LetterFile { token: p.token.clone(), thread: thread.id, file });
        ::files::rows(v.lang, &hers, link, None)
    };
    let said = |of, author, at, words: &str| Said {
        author: name(author),
        when: i18n::moment_short(v.lang, at, v.today),
        words: text::html(words),
        notes: left_lines(r, &outside, of, false),
        files: files(of),
    };
    let shown = Shown {
        t,
        summary: form.summary(),
        once: form.once(),
        title: shell::soft(&thread.title),
        lead: body.name_in(v.lang).to_owned(),
        first: if thread.relayed {
            Said { author: t.author_relayed().to_owned(), ..said(None, None, thread.made_at, &thread.words) }
        } else {
            said(None, thread.author, thread.made_at, &thread.words)
        },
        outcome: thread.outcome.as_ref().map_or_else(String::new, |o| text::html(&o.words)),
        replies: replies.iter().map(|y| said(Some(y.id), y.author, y.made_at, &y.words)).collect(),
        fields: if found.speaks { reply_fields(t, form, false) } else { Vec::new() },
        sign_in: v.link(&ThreadPage { thread: thread.id }),
    };
    let page = Page::new(thread.title.clone());
    r.page(if form.is_refused() { page.refused() } else { page }, &shown).map(Answer::secret)
}

/// Takes the answer.
///
/// # Errors
/// When the database refuses.
pub fn act(w: &Writing<'_>, p: LetterThread) -> Result<Answer> {
    let r = w.reading();
    let Some(found) = load(&r, &p)? else { return gone(&r) };
    let mut fields = Fields::of(w.ask);
    let words = fields.text("words", WORDS_MOST);
    let again = |problems: Vec<Problem>| page(&r, &found, &p, &FormView::kept(w.viewer.lang, w.ask, problems));
    if !fields.problems.is_empty() {
        return again(fields.problems);
    }
    match actions::reply(w.tx, &found.actor, p.thread, (&words, Way::Link), false) {
        Ok(_) => Ok(Answer::to(w.viewer.link(&p)).with_note(T(w.viewer.lang).note_replied())),
        Err(fault @ (Error::Form(_) | Error::Rule(_))) => again(shell::problems(fault, "words", &[])?),
        Err(other) => Err(other),
    }
}
