//! `/protokoll/{token}`: reading the minutes by the link of a letter, and objecting to a paragraph, without signing in.
//! Opening it changes nothing. Names of persons stand behind the sign-in; of a sensitive network there is no such link.

use askama::Template;
use kernel::{Error, Problem, Result};
use networks::{Body, shell};
use web::{Answer as Reply, FormView, Page, Reading, Writing};

use super::{
    object::choices,
    paper::{Made, paper},
    show::{objection_word, pill},
    view::{Numbered, Owners, counts, numbered, standing},
};
use crate::{
    Entry, Meeting, Minutes, MinutesLetter, Todo, actions,
    letters::when,
    pages::lines,
    paths::{MinutesLink, MinutesLinkPaper},
    rules::minutes::Reader,
    store::minutes as store,
    words::T,
};

struct Section {
    id: String,
    title: String,
    paragraphs: Vec<Numbered>,
    result: Vec<String>,
    todos: Vec<(String, String)>,
    object: Vec<String>,
    open: bool,
    objections: Vec<(String, Vec<String>, &'static str, Vec<String>)>,
}

#[derive(Template)]
#[template(path = "minutes_link.html")]
struct Shown {
    t: T,
    title: String,
    lead: String,
    pill: shell::Pill,
    summary: String,
    once: String,
    note: String,
    facts: Vec<(&'static str, String)>,
    entries: Vec<Section>,
    addenda: Vec<(Vec<String>, String)>,
    files: Vec<(String, String)>,
}

struct Found {
    letter: MinutesLetter,
    minutes: Minutes,
    meeting: Meeting,
    body: Body,
    /// What she reads, each with its number among all.
    entries: Vec<(usize, Entry)>,
}

fn load(r: &Reading<'_>, token: &str) -> Result<Option<Found>> {
    let Some((letter, minutes, meeting, body)) = actions::minutes::find_letter(r.conn, token)? else { return Ok(None) };
    let reader = Reader::by_letter(letter.capacity, letter.item);
    let all = store::list_entries(r.conn, minutes.id)?;
    let entries = (1..).zip(all).filter(|(_, entry)| reader.reads(entry)).collect();
    Ok(Some(Found { letter, minutes, meeting, body, entries }))
}

fn gone(r: &Reading<'_>) -> Result<Reply> {
    web::gone(r, Some(T(r.viewer.lang).pro_link_gone().to_owned()))
}

/// The page of the link.
///
/// # Errors
/// When the database cannot be read.
pub fn show(r: &Reading<'_>, p: MinutesLink) -> Result<Reply> {
    match load(r, p.token.as_str())? {
        Some(found) => page(r, &found, &p, &FormView::new(r.viewer.lang, &[]), None),
        None => gone(r),
    }
}

fn page(
    r: &Reading<'_>,
    found: &Found,
    p: &MinutesLink,
    form: &FormView,
    refused: Option<kernel::Id<Entry>>,
) -> Result<Reply> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let todos = todos(r, found)?;
    let owners = Owners::plain(r, &found.body, &todos)?;
    let takes = found.minutes.is_open_at(v.now);
    let own = store::list_objections(r.conn, found.minutes.id)?;
    let own: Vec<_> = own.into_iter().filter(|o| o.letter == Some(found.letter.id)).collect();
    let empty = FormView::new(v.lang, &[("paragraph", "1")]);
    let section = |(n, entry): &(usize, Entry)| {
        let here = refused == Some(entry.id);
        let form = if here { form } else { &empty };
        Section {
            id: entry.id.to_string(),
            title: format!("{n}. {}", entry.title),
            paragraphs: numbered(*n, entry),
            result: lines(&entry.result),
            todos: todos
                .iter()
                .filter(|todo| todo.entry == entry.id)
                .map(|todo| {
                    let due = todo.due.map(|day| i18n::day_medium(v.lang, day));
                    let words = [Some(owners.word(t, todo.owner)), due].into_iter().flatten().collect::<Vec<_>>();
                    (todo.title.clone(), words.join(", "))
                })
                .collect(),
            object: if takes && !entry.text.is_empty() { fields(t, form, *n, entry) } else { Vec::new() },
            open: here,
            objections: own
                .iter()
                .filter(|o| o.entry == entry.id)
                .map(|o| {
                    let number = format!("{n}.{}", o.paragraph);
                    (number, lines(&o.text), objection_word(t, o.state), lines(&o.answer))
                })
                .collect(),
        }
    };
    let mut facts = vec![(t.fact_when(), when(v.lang, &found.meeting))];
    let reader = Reader::by_letter(found.letter.capacity, found.letter.item);
    if reader.within() {
        let there = counts(t, found.minutes.there);
        let words: Vec<String> = there.iter().map(|(word, count)| format!("{word}: {count}")).collect();
        if !words.is_empty() {
            facts.push((t.att_title(), words.join(", ")));
        }
        facts.extend(found.minutes.quorum.as_ref().map(|q| (t.att_quorum(), q.text(v.lang).to_owned())));
    }
    facts.extend(standing(t, v.lang, &found.minutes, None));
    let last = found.minutes.closes_at.map(|end| i18n::day_long(v.lang, end.plus_seconds(-1).day()));
    let addenda = if reader.within() { store::list_addenda(r.conn, found.minutes.id)? } else { Vec::new() };
    let shown = Shown {
        t,
        title: shell::soft(&found.meeting.title),
        lead: found.body.name_in(v.lang).to_owned(),
        pill: pill(t, found.minutes.state),
        summary: form.summary(),
        once: form.once(),
        note: match last {
            Some(last) if takes => t.pro_note_open(last),
            _ if found.minutes.hash.is_some() => t.pro_note_approved().to_owned(),
            _ => t.pro_note_closed().to_owned(),
        },
        facts,
        entries: found.entries.iter().map(section).collect(),
        addenda: addenda
            .into_iter()
            .map(|a| {
                let office = a.office.map(|o| shell::seat_name(v.lang, 0, None, Some(o)));
                let signed = [Some(i18n::day_long(v.lang, a.made_at.day())), office];
                (lines(&a.text), signed.into_iter().flatten().collect::<Vec<_>>().join(", "))
            })
            .collect(),
        files: papers::Format::ALL
            .into_iter()
            .map(|format| {
                let word = match format {
                    papers::Format::Pdf => t.pro_pdf(),
                    papers::Format::Docx => t.pro_docx(),
                };
                (word.to_owned(), v.link(&MinutesLinkPaper { token: p.token.clone(), format }))
            })
            .collect(),
    };
    let page = Page::new(format!("{}: {}", t.pro_title(), found.meeting.title));
    r.page(if form.is_refused() { page.refused() } else { page }, &shown).map(|reply| Reply { secret: true, ..reply })
}

fn fields(t: T, form: &FormView, number: usize, entry: &Entry) -> Vec<String> {
    // Fields of several entries stand on one page: each has names of its own.
    vec![
        form.select(&format!("paragraph-{}", entry.id), t.pro_field_paragraph(), choices(number, entry)).to_string(),
        form.text(&format!("text-{}", entry.id), t.pro_field_objection()).lines(4).to_string(),
    ]
}

fn todos(r: &Reading<'_>, found: &Found) -> Result<Vec<Todo>> {
    let mut todos = store::list_todos(r.conn, found.minutes.id)?;
    todos.retain(|todo| found.entries.iter().any(|(_, entry)| entry.id == todo.entry));
    Ok(todos)
}

/// The file of what the link opens.
///
/// # Errors
/// When the database cannot be read.
pub fn file(r: &Reading<'_>, p: MinutesLinkPaper) -> Result<Reply> {
    let Some(found) = load(r, p.token.as_str())? else { return gone(r) };
    let reader = Reader::by_letter(found.letter.capacity, found.letter.item);
    let todos = todos(r, &found)?;
    let addenda = if reader.within() { store::list_addenda(r.conn, found.minutes.id)? } else { Vec::new() };
    let made = Made {
        meeting: &found.meeting,
        body: &found.body,
        minutes: &found.minutes,
        entries: &found.entries,
        owners: &Owners::plain(r, &found.body, &todos)?,
        todos: &todos,
        approved_in: None,
        addenda: &addenda,
        within: reader.within(),
    };
    Ok(Reply::paper(paper(r, &made, None)?, p.format).secret())
}

/// Takes an objection.
///
/// # Errors
/// When the database refuses.
pub fn act(w: &Writing<'_>, p: MinutesLink) -> Result<Reply> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let Some(found) = load(&r, p.token.as_str())? else { return gone(&r) };
    let entry = w.ask.field("punkt").parse().map_err(|_| Error::NotFound)?;
    let (number, entry) = found.entries.iter().find(|(_, e)| e.id == entry).ok_or(Error::NotFound)?;
    let again =
        |problems: Vec<Problem>| page(&r, &found, &p, &FormView::kept(w.viewer.lang, w.ask, problems), Some(entry.id));
    let text = w.ask.field(&format!("text-{}", entry.id)).replace("\r\n", "\n");
    let paragraph = w.ask.field(&format!("paragraph-{}", entry.id)).parse().unwrap_or(0);
    match actions::minutes::object_by_letter(w.tx, &found.letter, (entry.id, paragraph, &text)) {
        Ok(_) => {
            let note = t.pro_note_objected(format!("{number}.{paragraph}"));
            Ok(Reply::to(w.viewer.link(&MinutesLink { token: p.token.clone() })).with_note(&note))
        }
        // The fields have names of their own here: what is wrong stands above them.
        Err(Error::Form(found)) => again(found.into_iter().map(|problem| Problem { field: "", ..problem }).collect()),
        Err(fault) => again(shell::problems(fault, "", &[])?),
    }
}
