//! The page of the minutes: read, written, sent round, approved.

use askama::Template;
use kernel::{Error, Id, Problem, Result};
use networks::shell::{self, Pill};
use tasks::Task;
use web::{Answer as Reply, FormView, Reading, Writing};

use super::{
    Record, paper, reader, state_word,
    view::{Numbered, Owners, counts, numbered, presence_words, standing, task_word},
};
use crate::{
    Attendance, Capacity, Entry, Meeting, MinutesObjection, MinutesState, ObjectionState, Todo, actions,
    letters::when,
    pages::{Place, attendance::names, lines, meetings::show::openness_word},
    paths::{
        AttendancePage, EntryEdit, EntryNew, EntryTodo, MeetingPage, MinutesPage, MinutesPaper, MinutesPersons,
        MinutesSend, ObjectionNew, ObjectionPage,
    },
    rules::minutes::may_begin,
    store::{meetings, minutes as store},
    words::T,
};

/// The longest list of who was there that stands on the page unasked.
const LIST_MOST: usize = 60;

pub struct Section {
    id: String,
    title: String,
    openness: &'static str,
    paragraphs: Vec<Numbered>,
    result: Vec<String>,
    vote: Option<String>,
    todos: Vec<Line>,
    objections: Vec<Protest>,
    remark: Vec<String>,
    edit: Option<String>,
    todo: Option<String>,
}

pub struct Line {
    id: String,
    title: String,
    owner: String,
    due: String,
    state: &'static str,
    href: String,
}

pub struct Protest {
    number: String,
    text: Vec<String>,
    state: &'static str,
    answer: Vec<String>,
    decide: Option<String>,
}

/// The page before there are minutes.
#[derive(Template)]
#[template(path = "minutes_none.html")]
struct Nothing {
    t: T,
    crumbs: String,
    lead: String,
    once: String,
    reason: String,
    attendance: String,
    back: String,
}

#[derive(Template)]
#[template(path = "minutes.html")]
struct Shown {
    t: T,
    crumbs: String,
    lead: String,
    pill: Pill,
    problem: String,
    once: String,
    leads: bool,
    draft: bool,
    approved: bool,
    note: String,
    facts: Vec<(&'static str, String)>,
    intact: Option<bool>,
    attendance: Vec<(String, String)>,
    /// How many were there or not, and where their names stand, of an assembly.
    attendance_at: Option<(usize, String)>,
    entries: Vec<Section>,
    hidden: usize,
    open: usize,
    before: Vec<Line>,
    addenda: Vec<(Vec<String>, String)>,
    remarks: usize,
    /// Where it is shown what they lack before they go out.
    send: String,
    todo_count: usize,
    approving: Vec<(String, String)>,
    addendum: String,
    ways: Vec<(&'static str, String)>,
    files: Vec<(String, String)>,
    back: String,
}

/// The page.
///
/// # Errors
/// [`Error::NotFound`] where there is nothing she may open.
pub fn show(r: &Reading<'_>, p: MinutesPage) -> Result<Reply> {
    let place = Place::load(r, p.meeting)?;
    match store::find_minutes_of(r.conn, p.meeting)? {
        Some(minutes) => {
            let reader = reader(r, &place)?;
            if !reader.opens(&minutes) {
                return Err(Error::NotFound);
            }
            page(r, &Record { place, minutes, reader }, &FormView::new(r.viewer.lang, &[]), "")
        }
        None if place.stance.leads => nothing(r, &place),
        None => Err(Error::NotFound),
    }
}

fn nothing(r: &Reading<'_>, place: &Place) -> Result<Reply> {
    let t = T(r.viewer.lang);
    let reason = match may_begin(&place.meeting, r.viewer.now) {
        Err(Error::Rule(reason)) => reason.text(r.viewer.lang).to_owned(),
        _ => String::new(),
    };
    let shown = Nothing {
        t,
        crumbs: place.crumbs(r, true),
        lead: place.meeting.title.clone(),
        once: FormView::new(r.viewer.lang, &[]).once(),
        reason,
        attendance: r.viewer.link(&AttendancePage { meeting: place.meeting.id }),
        back: place.page_link(r),
    };
    r.page(place.page(r, t.pro_title())?, &shown)
}

fn page(r: &Reading<'_>, record: &Record, form: &FormView, problem: &str) -> Result<Reply> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let (minutes, place) = (&record.minutes, &record.place);
    let m = &place.meeting;
    let leads = record.reader.leads;
    let draft = minutes.state == MinutesState::Draft;
    let all = store::list_entries(r.conn, minutes.id)?;
    let read: Vec<(usize, &Entry)> = (1..).zip(&all).filter(|(_, e)| record.reader.reads(e)).collect();
    let todos = store::list_todos(r.conn, minutes.id)?;
    let objections =
        if record.reader.within() && !draft { store::list_objections(r.conn, minutes.id)? } else { Vec::new() };
    let owners = Owners::known(r, &place.body, &todos)?;
    let given: Vec<Id<Task>> = todos.iter().filter_map(|todo| todo.task).collect();
    let tasks = tasks::known(r.conn, &v.actor, &given)?;
    let entries: Vec<Section> =
        read.iter().map(|(n, entry)| section(r, record, (*n, entry), &todos, (&owners, &tasks), &objections)).collect();
    let approved_in = paper::approving(r, minutes)?;
    let roster = record.reader.within() && shell::sees_roster(r, &place.body);
    // The list of an assembly is read where somebody asks for it.
    let length = if record.reader.within() { actions::attendance::length_of(r.conn, m)? } else { 0 };
    let long = length > LIST_MOST && r.ask.query("liste") != Some("alle");
    let list = if !long && (roster || (record.reader.within() && draft)) {
        Some(actions::attendance::attendance_of(r.conn, m, &place.body)?)
    } else {
        None
    };
    // Kept by somebody, or expected while the minutes are written.
    let listed = list.as_ref().filter(|list| roster && (draft || list.head.version > 0));
    let hidden = if record.reader.within() { all.len() - read.len() } else { 0 };
    let intact = minutes.hash.as_ref().filter(|_| record.reader.within()).map(|hash| {
        let text = crate::rules::minutes::canonical(m, minutes, &all, &todos);
        crate::rules::minutes::hash(&text) == *hash
    });
    let shown = Shown {
        t,
        crumbs: place.crumbs(r, true),
        lead: m.title.clone(),
        pill: pill(t, minutes.state),
        problem: problem.to_owned(),
        once: form.once(),
        leads,
        draft,
        approved: minutes.state == MinutesState::Approved,
        note: note(r, t, record),
        facts: facts(r, t, record, (approved_in.as_ref(), list.as_ref()))?,
        intact,
        attendance: match listed {
            Some(list) => attendance(r, record, list)?,
            None => Vec::new(),
        },
        attendance_at: (long && roster).then(|| {
            let here = v.link(&MinutesPage { meeting: m.id });
            (length, format!("{here}?liste=alle"))
        }),
        hidden,
        open: objections.iter().filter(|o| o.state == ObjectionState::Open).count(),
        before: if record.reader.within() { before(r, t, record, &given)? } else { Vec::new() },
        addenda: store::list_addenda(r.conn, minutes.id)?
            .into_iter()
            .map(|a| {
                let office = a.office.map(|o| shell::seat_name(v.lang, 0, None, Some(o)));
                let signed = [Some(i18n::day_long(v.lang, a.made_at.day())), office];
                (lines(&a.text), signed.into_iter().flatten().collect::<Vec<_>>().join(", "))
            })
            .collect(),
        remarks: if leads { all.iter().filter(|e| !e.remark.is_empty()).count() } else { 0 },
        send: v.link(&MinutesSend { meeting: m.id }),
        todo_count: todos.iter().filter(|todo| todo.task.is_none()).count(),
        approving: if leads && minutes.state == MinutesState::Circulated { approving(r, record)? } else { Vec::new() },
        addendum: if leads && minutes.state == MinutesState::Approved {
            form.text("text", t.pro_addendum_text()).lines(4).to_string()
        } else {
            String::new()
        },
        ways: if leads { ways(r, t, record) } else { Vec::new() },
        files: papers::Format::ALL
            .into_iter()
            .map(|format| {
                let word = match format {
                    papers::Format::Pdf => t.pro_pdf(),
                    papers::Format::Docx => t.pro_docx(),
                };
                (word.to_owned(), v.link(&MinutesPaper { meeting: m.id, format }))
            })
            .collect(),
        back: v.link(&MeetingPage { meeting: m.id }),
        entries,
    };
    let page = place.page(r, t.pro_title())?;
    r.page(if problem.is_empty() { page } else { page.refused() }, &shown)
}

/// How minutes stand, as a pill.
#[must_use]
pub fn pill(t: T, state: MinutesState) -> Pill {
    let (class, icon) = match state {
        MinutesState::Draft => ("", "clock"),
        MinutesState::Circulated => ("i1", "mail"),
        MinutesState::Approved => ("o1", "check"),
    };
    Pill::new(class, icon, state_word(t, state))
}

fn note(r: &Reading<'_>, t: T, record: &Record) -> String {
    let m = &record.minutes;
    match m.state {
        MinutesState::Draft => t.pro_note_draft().to_owned(),
        MinutesState::Circulated if m.is_open_at(r.viewer.now) => {
            let last =
                m.closes_at.map_or_else(String::new, |end| i18n::day_long(r.viewer.lang, end.plus_seconds(-1).day()));
            t.pro_note_open(last)
        }
        MinutesState::Circulated => t.pro_note_closed().to_owned(),
        MinutesState::Approved => t.pro_note_approved().to_owned(),
    }
}

fn facts(
    r: &Reading<'_>,
    t: T,
    record: &Record,
    (approved_in, list): (Option<&Meeting>, Option<&Attendance>),
) -> Result<Vec<(&'static str, String)>> {
    let (lang, m, minutes) = (r.viewer.lang, &record.place.meeting, &record.minutes);
    let mut all = vec![(t.fact_when(), when(lang, m))];
    if !m.place.is_empty() && record.reader.within() {
        all.push((t.fact_where(), m.place.clone()));
    }
    all.extend(paper::persons(r, &record.place.body, minutes)?);
    if record.reader.within() {
        if let Some(list) = list.filter(|_| minutes.state == MinutesState::Draft) {
            let quorum = actions::attendance::quorum_in_one(r.conn, m, &record.place.body, list)?;
            all.extend(counted(t, crate::rules::attendance::counted(&list.lines, None)));
            all.extend(quorum.map(|q| (t.att_quorum(), q.text(lang).to_owned())));
        } else {
            all.extend(counted(t, minutes.there));
            all.extend(minutes.quorum.as_ref().map(|q| (t.att_quorum(), q.text(lang).to_owned())));
        }
    }
    all.extend(standing(t, lang, minutes, approved_in));
    if record.reader.leads && minutes.circulated_at.is_some() {
        let (sent, failed) = store::count_letters(r.conn, minutes.id)?;
        let lost = (failed > 0).then(|| t.pro_letters_failed(failed));
        let words = [Some(t.pro_letters(sent)), lost].into_iter().flatten().collect::<Vec<_>>().join(", ");
        all.push((t.pro_fact_letters(), words));
    }
    Ok(all)
}

fn counted(t: T, there: crate::There) -> Option<(&'static str, String)> {
    let all = counts(t, there);
    let words: Vec<String> = all.iter().map(|(word, count)| format!("{word}: {count}")).collect();
    (!words.is_empty()).then(|| (t.att_title(), words.join(", ")))
}

/// Who was there, for those who met.
fn attendance(r: &Reading<'_>, record: &Record, list: &Attendance) -> Result<Vec<(String, String)>> {
    let (t, body) = (T(r.viewer.lang), &record.place.body);
    let names = names(r, body, &list.lines)?;
    let mut all: Vec<(String, String)> = list
        .lines
        .iter()
        .zip(names)
        .map(|(line, name)| {
            let name = if line.capacity == Capacity::Guest { t.att_guest_named(&name) } else { name };
            (name, presence_words(t, r.viewer.lang, line))
        })
        .collect();
    all.sort_by_cached_key(|(name, _)| i18n::fold(name));
    Ok(all)
}

fn section(
    r: &Reading<'_>,
    record: &Record,
    (number, entry): (usize, &Entry),
    todos: &[Todo],
    (owners, tasks): (&Owners, &[Task]),
    objections: &[MinutesObjection],
) -> Section {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let (minutes, leads) = (&record.minutes, record.reader.leads);
    let draft = leads && minutes.state == MinutesState::Draft;
    let mut paragraphs = numbered(number, entry);
    if minutes.is_open_at(v.now) && record.reader.within() {
        for (n, paragraph) in (1..).zip(&mut paragraphs) {
            paragraph.object = Some(format!("{}?absatz={n}", v.link(&ObjectionNew { entry: entry.id })));
        }
    }
    let protest = |o: &MinutesObjection| Protest {
        number: format!("{number}.{}", o.paragraph),
        text: lines(&o.text),
        state: objection_word(t, o.state),
        answer: lines(&o.answer),
        decide: (leads && o.state == ObjectionState::Open && minutes.state == MinutesState::Circulated)
            .then(|| v.link(&ObjectionPage { objection: o.id })),
    };
    let line = |todo: &Todo| {
        let task = todo.task.and_then(|id| tasks.iter().find(|task| task.id == id));
        Line {
            id: todo.id.to_string(),
            title: todo.title.clone(),
            owner: owners.word(t, todo.owner),
            due: todo.due.map_or_else(String::new, |day| i18n::day_medium(v.lang, day)),
            state: if todo.task.is_some() && task.is_none() { "" } else { task_word(t, task, r) },
            href: task.map_or_else(String::new, |task| v.link(&tasks::paths::TaskPage { task: task.id })),
        }
    };
    Section {
        id: entry.id.to_string(),
        title: format!("{number}. {}", entry.title),
        openness: if record.reader.within() { openness_word(t, entry.openness) } else { "" },
        paragraphs,
        result: lines(&entry.result),
        vote: entry.vote.map(|vote| v.link(&decisions::paths::VotePage { vote })),
        todos: todos.iter().filter(|todo| todo.entry == entry.id).map(line).collect(),
        objections: objections.iter().filter(|o| o.entry == entry.id).map(protest).collect(),
        remark: if draft { lines(&entry.remark) } else { Vec::new() },
        edit: draft.then(|| v.link(&EntryEdit { entry: entry.id })),
        todo: draft.then(|| v.link(&EntryTodo { entry: entry.id })),
    }
}

/// How an objection stands, in a word.
#[must_use]
pub fn objection_word(t: T, state: ObjectionState) -> &'static str {
    match state {
        ObjectionState::Open => t.pro_objection_open(),
        ObjectionState::Accepted => t.pro_objection_accepted(),
        ObjectionState::Declined => t.pro_objection_declined(),
    }
}

/// What is still open of former minutes of the body.
fn before(r: &Reading<'_>, t: T, record: &Record, given: &[Id<Task>]) -> Result<Vec<Line>> {
    let mut open = tasks::open_tasks(r.conn, &r.viewer.actor, &record.place.body)?;
    let from_minutes = |task: &Task| task.source.as_ref().is_some_and(|s| s.kind == "minutes");
    let of_these = |task: &Task| task.source.as_ref().is_some_and(|s| s.id == record.minutes.id.raw());
    open.retain(|task| from_minutes(task) && !of_these(task) && !given.contains(&task.id));
    let line = |task: Task| Line {
        id: task.id.to_string(),
        owner: task.source.as_ref().map_or_else(String::new, |s| s.words(r.viewer.lang).to_owned()),
        due: task.due.map_or_else(String::new, |day| i18n::day_medium(r.viewer.lang, day)),
        state: task_word(t, Some(&task), r),
        href: r.viewer.link(&tasks::paths::TaskPage { task: task.id }),
        title: task.title_in(r.viewer.lang).to_owned(),
    };
    Ok(open.into_iter().map(line).collect())
}

/// The meetings that can have approved them.
fn approving(r: &Reading<'_>, record: &Record) -> Result<Vec<(String, String)>> {
    let m = &record.place.meeting;
    let span = (m.starts_at, r.viewer.now);
    let found = meetings::list_begun_since(r.conn, &r.viewer.actor, m.body, span)?;
    let fits = |other: &Meeting| crate::rules::minutes::may_approve(&record.minutes, m, other, r.viewer.now);
    Ok(found
        .into_iter()
        .filter(fits)
        .map(|other| {
            let words = format!("{}, {}", other.title, i18n::day_long(r.viewer.lang, other.day()));
            (other.id.to_string(), words)
        })
        .collect())
}

fn ways(r: &Reading<'_>, t: T, record: &Record) -> Vec<(&'static str, String)> {
    let (v, meeting) = (r.viewer, record.place.meeting.id);
    let mut ways = vec![(t.att_title(), v.link(&AttendancePage { meeting }))];
    if record.minutes.state == MinutesState::Draft {
        ways.push((t.pro_persons(), v.link(&MinutesPersons { meeting })));
        ways.push((t.pro_entry_new(), v.link(&EntryNew { meeting })));
    }
    ways
}

/// What whoever convenes does with the minutes as a whole.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who convene now.
pub fn act(w: &Writing<'_>, p: MinutesPage) -> Result<Reply> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let place = Place::led(&r, p.meeting)?;
    let (by, meeting) = (&w.viewer.actor, place.meeting.id);
    let there = || w.viewer.link(&MinutesPage { meeting });
    let Some(minutes) = store::find_minutes_of(w.tx, meeting)? else {
        return match actions::minutes::begin_minutes(w.tx, by, meeting) {
            Ok(_) => Ok(Reply::to(there()).with_note(t.pro_note_begun())),
            // The page says why not.
            Err(Error::Rule(_)) => nothing(&r, &place).map(|reply| Reply { status: 422, ..reply }),
            Err(other) => Err(other),
        };
    };
    let id = minutes.id;
    let done = match w.ask.field("tat") {
        "anlegen" => actions::minutes::begin_minutes(w.tx, by, meeting).map(|made| {
            let none = made.items + made.results == 0;
            if none { t.pro_note_nothing_new().to_owned() } else { t.pro_note_again(made.items, made.results) }
        }),
        "notizen" => actions::minutes::drop_remarks(w.tx, by, id).map(|count| t.pro_note_remarks(count)),
        "streichen" => {
            let todo = w.ask.field("aufgabe").parse().map_err(|_| Error::NotFound)?;
            let entry = store::find_entry(w.tx, store::find_todo(w.tx, todo)?.entry)?;
            if entry.minutes != id {
                return Err(Error::NotFound);
            }
            actions::minutes::drop_todo(w.tx, by, todo).map(|_| t.pro_note_todo_dropped().to_owned())
        }
        "genehmigen" => match w.ask.field("meeting").parse() {
            Ok(later) => actions::minutes::approve(w.tx, by, id, later).map(|()| t.pro_note_frozen().to_owned()),
            Err(_) => Err(Error::field(
                "meeting",
                kernel::Reason::new("Bitte wählen Sie eine Sitzung.", "Please choose a meeting."),
            )),
        },
        "nachtrag" => {
            let mut fields = web::Fields::of(w.ask);
            let text = fields.text("text", 4_000);
            fields
                .done()
                .and_then(|()| actions::minutes::add_addendum(w.tx, by, id, &text))
                .map(|_| t.pro_note_added().to_owned())
        }
        _ => Err(Error::Rule(kernel::Reason::new(
            "Bitte wählen Sie, was geschehen soll.",
            "Please choose what is to be done.",
        ))),
    };
    match done {
        Ok(note) => Ok(Reply::to(there()).with_note(&note)),
        Err(fault) => {
            let found: Vec<Problem> = shell::problems(fault, "", &[])?;
            let words = found.first().map_or_else(String::new, |p| p.reason.text(w.viewer.lang).to_owned());
            let reader = reader(&r, &place)?;
            let form = FormView::kept(w.viewer.lang, w.ask, found);
            page(&r, &Record { place, minutes, reader }, &form, &words)
        }
    }
}
