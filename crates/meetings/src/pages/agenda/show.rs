//! The agenda of a meeting: items with their time, topics that wait, open tasks that could come on it.

use askama::Template;
use kernel::{Error, Id, Problem, Result};
use networks::{Names, Place as Where, shell};
use tasks::Task;
use web::{Answer, FormView, Reading, Writing};

use super::{
    heard,
    papers::{links, take},
};
use crate::{
    Item, MeetingState, Openness, Proposal, ProposalState, actions,
    actions::agenda::may_propose,
    letters::time,
    pages::{Place, lines, meetings::show::openness_word, place::state_pill},
    paths::{AgendaPage, AgendaPaper, ItemEdit, ItemNew, ItemPapers, ProposalNew, ProposalPage},
    rules::{later_items, times},
    store,
    words::T,
};

struct Row {
    id: String,
    number: usize,
    title: String,
    begin: String,
    detail: Vec<String>,
    note: Vec<String>,
    papers: String,
    papers_edit: Option<String>,
    edit: Option<String>,
    up: bool,
    down: bool,
    /// Whether it can be put elsewhere by drawing it there.
    drawn: bool,
}

struct Waiting {
    title: String,
    detail: String,
    href: String,
}

#[derive(Template)]
#[template(path = "agenda.html")]
struct Shown {
    t: T,
    crumbs: String,
    lead: String,
    pill: Option<shell::Pill>,
    problem: String,
    rows: Vec<Row>,
    /// What the words mean that say for whom an item is.
    means: Vec<(&'static str, &'static str)>,
    hidden: usize,
    sum: String,
    over: String,
    standing: String,
    leads: bool,
    once: String,
    new: Option<String>,
    propose: Option<String>,
    waiting: Vec<Waiting>,
    tasks: Vec<(String, String)>,
    copy: Option<String>,
    send: bool,
    files: Vec<(String, String)>,
    back: String,
}

/// The page.
///
/// # Errors
/// [`Error::NotFound`].
pub fn show(r: &Reading<'_>, p: AgendaPage) -> Result<Answer> {
    page(r, &Place::load(r, p.meeting)?, "")
}

fn page(r: &Reading<'_>, place: &Place, problem: &str) -> Result<Answer> {
    let (t, v, m) = (T(r.viewer.lang), r.viewer, &place.meeting);
    let all = store::agenda::list_items(r.conn, m.id)?;
    let sum = times(m, &all);
    let leads = place.stance.leads && m.state.is_ahead();
    let open = |it: &Item| leads && (!m.is_frozen() || it.late);
    let heard = heard(&all, place.stance.hearing);
    let of_heard: Vec<&Item> = heard.iter().map(|(_, it)| *it).collect();
    let mut papers = links(r, place, &of_heard)?;
    let rows: Vec<Row> = heard
        .iter()
        .map(|(number, it)| {
            let begin = sum.begins.get(number - 1).filter(|_| sum.minutes > 0);
            Row {
                id: it.id.to_string(),
                number: *number,
                title: it.title.clone(),
                begin: begin.map_or_else(String::new, |at| time(v.lang, *at)),
                detail: detail(t, it, place.stance.within()),
                note: if place.stance.within() { lines(&it.note) } else { Vec::new() },
                papers: take(&mut papers, it),
                papers_edit: open(it).then(|| v.link(&ItemPapers { item: it.id })),
                edit: open(it).then(|| v.link(&ItemEdit { item: it.id })),
                up: open(it) && *number > 1,
                down: open(it) && *number < all.len(),
                drawn: open(it) && all.len() > 1,
            }
        })
        .collect();
    let later = if m.is_frozen() && leads {
        let rules = decisions::rules_of(r.conn, &place.body, v.today)?;
        later_items(rules.as_ref().map(|found| &found.rules)).err()
    } else {
        None
    };
    let standing = match (m.is_frozen(), &later) {
        (false, _) => String::new(),
        (true, Some(reason)) => format!("{} {}", t.agenda_stands(), reason.text(v.lang)),
        (true, None) if leads => format!("{} {}", t.agenda_stands(), t.agenda_late_ok()),
        (true, None) => t.agenda_stands().to_owned(),
    };
    let hidden_all = rows.is_empty();
    let (tasks, copy) = if leads && !m.is_frozen() { offers(r, place, &all)? } else { (Vec::new(), None) };
    let shown = Shown {
        t,
        crumbs: place.crumbs(r, true),
        lead: m.title.clone(),
        pill: state_pill(t, m),
        problem: problem.to_owned(),
        hidden: all.len() - rows.len(),
        sum: if sum.minutes > 0 && !rows.is_empty() {
            t.agenda_sum(time(v.lang, m.starts_at), time(v.lang, sum.ends), sum.minutes)
        } else {
            String::new()
        },
        over: if sum.over > 0 && place.stance.within() { t.agenda_over(sum.over) } else { String::new() },
        rows,
        means: if place.stance.within() { means(t, &of_heard) } else { Vec::new() },
        standing,
        leads,
        once: FormView::new(v.lang, &[]).once(),
        new: (leads && later.is_none()).then(|| v.link(&ItemNew { meeting: m.id })),
        propose: (place.stance.within() && may_propose(m, v.today).is_ok())
            .then(|| v.link(&ProposalNew { meeting: m.id })),
        waiting: waiting(r, place)?,
        tasks: tasks.into_iter().map(|task| (task.id.to_string(), task.title_in(v.lang).to_owned())).collect(),
        copy,
        send: leads && m.state == MeetingState::Invited && !m.is_frozen(),
        files: if hidden_all { Vec::new() } else { files_of(r, place) },
        back: place.page_link(r),
    };
    let page = place.page(r, t.agenda_title())?;
    r.page(if problem.is_empty() { page } else { page.refused() }, &shown)
}

/// The agenda as files to take along: as much of it as the reader hears.
fn files_of(r: &Reading<'_>, place: &Place) -> Vec<(String, String)> {
    let t = T(r.viewer.lang);
    let link = |format: papers::Format| {
        let word = match format {
            papers::Format::Pdf => t.pro_pdf(),
            papers::Format::Docx => t.pro_docx(),
        };
        (word.to_owned(), r.viewer.link(&AgendaPaper { meeting: place.meeting.id, format }))
    };
    papers::Format::ALL.into_iter().map(link).collect()
}

fn detail(t: T, it: &Item, within: bool) -> Vec<String> {
    let mut detail = Vec::new();
    if it.minutes > 0 {
        detail.push(t.minutes(it.minutes));
    }
    if !it.rapporteur.is_empty() && within {
        detail.push(it.rapporteur.clone());
    }
    if within {
        detail.push(openness_word(t, it.openness).to_owned());
    }
    if it.late {
        detail.push(t.item_late().to_owned());
    }
    detail
}

/// For whom an item is, in a word, and what that means: those words alone that stand in the list.
fn means(t: T, items: &[&Item]) -> Vec<(&'static str, &'static str)> {
    let means = |openness| match openness {
        Openness::Closed => t.open_closed_means(),
        Openness::Internal => t.open_internal_means(),
        Openness::Guests => t.open_guests_means(),
        Openness::Public => t.open_public_means(),
    };
    let there = |openness: &Openness| items.iter().any(|it| it.openness == *openness);
    Openness::ALL.iter().copied().filter(there).map(|it| (openness_word(t, it), means(it))).collect()
}

/// Open tasks of the body that are not on the agenda, and the meeting it may be copied from.
fn offers(r: &Reading<'_>, place: &Place, items: &[Item]) -> Result<(Vec<Task>, Option<String>)> {
    let mut open = tasks::open_tasks(r.conn, &r.viewer.actor, &place.body)?;
    open.retain(|task| !items.iter().any(|it| it.task == Some(task.id)));
    open.truncate(20);
    let m = &place.meeting;
    let last = store::meetings::find_last_with_agenda(r.conn, &r.viewer.actor, m.body, m.starts_at)?;
    let t = T(r.viewer.lang);
    Ok((
        open,
        last.filter(|_| items.is_empty())
            .map(|last| t.copy_from(i18n::day_medium(r.viewer.lang, last.day()), &last.title)),
    ))
}

/// Proposals: all that are open for whoever convenes, her own for everybody else.
fn waiting(r: &Reading<'_>, place: &Place) -> Result<Vec<Waiting>> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    if !place.stance.within() {
        return Ok(Vec::new());
    }
    let mut all = store::proposals::list_proposals(r.conn, place.meeting.id)?;
    let own = |p: &Proposal| p.person.is_some() && p.person.map(Id::raw) == v.actor.person;
    all.retain(|p| if place.stance.leads { p.state == ProposalState::Open || own(p) } else { own(p) });
    let names = Names::load(r.conn, &v.actor, all.iter().filter_map(|p| p.person))?;
    let at = Where::from(&place.body);
    let line = |p: Proposal| {
        let who = p.person.and_then(|person| names.in_place(person, &at));
        let name = match who {
            _ if own(&p) => t.proposal_own().to_owned(),
            None if p.person.is_none() && p.invitation.is_none() => t.pro_passed_on().to_owned(),
            who => shell::face(r, who.as_ref(), place.body.sensitive).name,
        };
        let detail =
            [Some(name), Some(proposal_state(t, p.state).to_owned()), Some(p.answer).filter(|a| !a.is_empty())];
        Waiting {
            title: p.title,
            detail: detail.into_iter().flatten().collect::<Vec<_>>().join(" · "),
            href: v.link(&ProposalPage { proposal: p.id }),
        }
    };
    Ok(all.into_iter().map(line).collect())
}

/// How a proposal stands.
#[must_use]
pub fn proposal_state(t: T, state: ProposalState) -> &'static str {
    match state {
        ProposalState::Open => t.proposal_open(),
        ProposalState::Accepted => t.proposal_accepted(),
        ProposalState::Declined => t.proposal_declined(),
        ProposalState::Withdrawn => t.proposal_withdrawn(),
    }
}

/// What whoever convenes does with the agenda as a whole: order, copy, tasks, sending.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who convene it.
pub fn act(w: &Writing<'_>, p: AgendaPage) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let place = Place::led(&r, p.meeting)?;
    let (by, id) = (&w.viewer.actor, place.meeting.id);
    let number = || w.ask.field("punkt").parse::<Id<Item>>().map_err(|_| Error::NotFound);
    let of_this = |item: Id<Item>| {
        let found = store::agenda::find_item(w.tx, item)?;
        if found.meeting == id { Ok(item) } else { Err(Error::NotFound) }
    };
    let done = match w.ask.field("tat") {
        "hoch" => {
            of_this(number()?).and_then(|item| actions::agenda::move_item(w.tx, by, item, true)).map(|_| String::new())
        }
        "runter" => {
            of_this(number()?).and_then(|item| actions::agenda::move_item(w.tx, by, item, false)).map(|_| String::new())
        }
        "setzen" => {
            let before = match w.ask.field("vor") {
                "" => None,
                text => Some(of_this(text.parse().map_err(|_| Error::NotFound)?)?),
            };
            of_this(number()?)
                .and_then(|item| actions::agenda::place_item(w.tx, by, item, before))
                .map(|_| String::new())
        }
        "uebernehmen" => actions::agenda::copy_last(w.tx, by, id).map(|count| t.note_copied(count)),
        "aufgabe" => {
            let task = w.ask.field("aufgabe").parse().map_err(|_| Error::NotFound)?;
            actions::agenda::take_task(w.tx, by, id, task).map(|_| t.note_added().to_owned())
        }
        "verschicken" => {
            let base = &w.site.outside().base_url;
            actions::inviting::send_agenda(w.tx, by, id, base).map(|count| t.note_agenda_sent(count))
        }
        _ => Err(Error::Rule(kernel::Reason::new(
            "Bitte wählen Sie, was geschehen soll.",
            "Please choose what is to be done.",
        ))),
    };
    match done {
        Ok(note) if note.is_empty() => Ok(Answer::to(place.agenda_link(&r))),
        Ok(note) => Ok(Answer::to(place.agenda_link(&r)).with_note(&note)),
        Err(fault) => {
            let found: Vec<Problem> = shell::problems(fault, "", &[])?;
            let words = found.first().map_or_else(String::new, |p| p.reason.text(w.viewer.lang).to_owned());
            page(&r, &place, &words)
        }
    }
}
