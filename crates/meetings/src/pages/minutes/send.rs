//! `/termine/{meeting}/protokollversand`: what the minutes lack and to whom they go, before they leave and stay as they are.

use askama::Template;
use decisions::paths::VotePage;
use kernel::{Error, Problem, Result};
use networks::shell;
use web::{Answer as Reply, FormView, Reading, Writing};

use super::Record;
use crate::{
    Invitation, MinutesState, actions,
    pages::invitees::{Named, capacity_word, names_of},
    paths::{AttendancePage, EntryEdit, MinutesPersons, MinutesSend},
    rules::minutes::{Gap, Reader, gaps, still_draft},
    store::minutes as store,
    words::T,
};

/// Up to so many names stand open; the rest folds.
const NAMES_OPEN: usize = 30;

#[derive(Template)]
#[template(path = "minutes_send.html")]
struct Shown {
    t: T,
    crumbs: String,
    lead: String,
    summary: String,
    once: String,
    /// Why they cannot be sent any more.
    closed: String,
    /// What they lack, and where that can be put right.
    gaps: Vec<(String, String)>,
    names: Vec<Named>,
    more: Vec<Named>,
    count: usize,
    lost: usize,
    todos: usize,
    remarks: usize,
    back: String,
}

/// The page.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who convene now.
pub fn form(r: &Reading<'_>, p: MinutesSend) -> Result<Reply> {
    page(r, &Record::led(r, p.meeting)?, &FormView::new(r.viewer.lang, &[]))
}

fn page(r: &Reading<'_>, record: &Record, form: &FormView) -> Result<Reply> {
    let (t, place) = (T(r.viewer.lang), &record.place);
    let closed = match still_draft(&record.minutes) {
        Err(Error::Rule(reason)) => reason.text(r.viewer.lang).to_owned(),
        _ => String::new(),
    };
    let draft = record.minutes.state == MinutesState::Draft;
    let entries = store::list_entries(r.conn, record.minutes.id)?;
    let mut all = if draft { told(r, record, &entries)? } else { Vec::new() };
    let lost = all.iter().filter(|one| one.lost).count();
    let count = all.len();
    let more = all.split_off(count.min(NAMES_OPEN));
    let shown = Shown {
        t,
        crumbs: place.crumbs(r, true),
        lead: place.meeting.title.clone(),
        summary: form.summary(),
        once: form.once(),
        closed,
        gaps: if draft { lacks(r, t, record, &entries)? } else { Vec::new() },
        names: all,
        more,
        count,
        lost,
        todos: if draft { store::list_todos(r.conn, record.minutes.id)?.len() } else { 0 },
        remarks: entries.iter().filter(|entry| !entry.remark.is_empty()).count(),
        back: record.link(r),
    };
    let page = place.page(r, t.pro_send())?;
    r.page(if form.is_refused() { page.refused() } else { page }, &shown)
}

/// Whom they go to: those of the body, substitutes and guests, as far as something in them is theirs to read.
fn told(r: &Reading<'_>, record: &Record, entries: &[crate::Entry]) -> Result<Vec<Named>> {
    let (t, place) = (T(r.viewer.lang), &record.place);
    let reads = |reader: Reader| entries.iter().any(|entry| reader.reads(entry));
    let (mut there, others) = actions::minutes::recipients(r.conn, &place.meeting, &place.body)?;
    there.retain(|it| reads(Reader::by_letter(actions::minutes::capacity_of(it), None)));
    let mut all = names_of(r, &place.body, &there)?;
    let mut more: Vec<Named> = others
        .iter()
        .filter(|it| reads(Reader::by_letter(it.capacity, it.item)))
        .map(|it: &Invitation| Named {
            name: format!("{} ({})", it.name, capacity_word(t, it.capacity)),
            lost: it.address.is_empty(),
        })
        .collect();
    more.sort_by_cached_key(|one| i18n::fold_name(&one.name));
    all.extend(more);
    Ok(all)
}

fn lacks(r: &Reading<'_>, t: T, record: &Record, entries: &[crate::Entry]) -> Result<Vec<(String, String)>> {
    let (v, place) = (r.viewer, &record.place);
    let meeting = place.meeting.id;
    let list = actions::attendance::attendance_of(r.conn, &place.meeting, &place.body)?;
    let votes = actions::minutes::votes_within(r.conn, &v.actor, &place.body, &place.meeting)?;
    let attendance = || v.link(&AttendancePage { meeting });
    let persons = || v.link(&MinutesPersons { meeting });
    let said = |gap: Gap<'_>| match gap {
        Gap::Empty(number, entry) => {
            (t.pro_gap_empty(format!("{number}. {}", entry.title)), v.link(&EntryEdit { entry: entry.id }))
        }
        Gap::VoteOpen(vote) => (t.pro_gap_vote_open(&vote.title), v.link(&VotePage { vote: vote.id })),
        Gap::VoteMissing(vote) => (t.pro_gap_vote_missing(&vote.title), v.link(&VotePage { vote: vote.id })),
        Gap::NobodyThere => (t.pro_gap_nobody().to_owned(), attendance()),
        Gap::ListNotKept => (t.pro_gap_list().to_owned(), attendance()),
        Gap::Chair => (t.pro_gap_chair().to_owned(), persons()),
        Gap::Keeper => (t.pro_gap_keeper().to_owned(), persons()),
    };
    Ok(gaps(&record.minutes, entries, &list, &votes).into_iter().map(said).collect())
}

/// Sends them round.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who convene now.
pub fn act(w: &Writing<'_>, p: MinutesSend) -> Result<Reply> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let record = Record::led(&r, p.meeting)?;
    let base = &w.site.outside().base_url;
    match actions::minutes::circulate(w.tx, &w.viewer.actor, record.minutes.id, base) {
        Ok(count) => Ok(Reply::to(record.link(&r)).with_note(&t.pro_note_sent(count))),
        Err(fault) => {
            let found: Vec<Problem> = shell::problems(fault, "", &[])?;
            page(&r, &record, &FormView::kept(w.viewer.lang, w.ask, found))
        }
    }
}
