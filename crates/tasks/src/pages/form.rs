//! Giving a task, changing it, giving it up.

use kernel::{Error, Id, Level, Problem, Result};
use networks::{Topic, shell};
use web::{Answer, Fields, FormView, Page, Reading, Sheet, Writing};

use super::{
    body::Place,
    show::{crumbs, load},
};
use crate::{
    NewTask, Owner, State, Task, TaskEdit, actions,
    paths::{BodyTasks, TaskDrop, TaskEditing, TaskNew, TaskPage},
    reads,
    rules::{REASON_MOST, TITLE_MOST, works},
    store::topics::list_topics_of,
    words::T,
};

/// The most characters of what is said about a task, as of any text.
const NOTE_MOST: usize = 4000;

/// The form for a new task.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who lead the body.
pub fn new(r: &Reading<'_>, p: TaskNew) -> Result<Answer> {
    let place = Place::led(r, p.body)?;
    let owner = Owner::Body(p.body).key();
    new_page(r, &place, &FormView::new(r.viewer.lang, &[("owner", &owner), ("level", "gremium")]))
}

fn new_page(r: &Reading<'_>, place: &Place, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let mut sheet = Sheet {
        crumbs: place.crumbs(r, true)?,
        title: t.new_title().to_owned(),
        lead: place.body.name_in(r.viewer.lang).to_owned(),
        back: place.tasks(r),
        ..Sheet::new(r.viewer.lang)
    };
    match works(&place.body, r.viewer.today) {
        Ok(()) => {
            sheet.fields = fields(r, &place.body, form, None)?;
            sheet.submit = t.new_submit();
        }
        Err(Error::Rule(reason)) => sheet.known = vec![reason.text(r.viewer.lang).to_owned()],
        Err(other) => return Err(other),
    }
    sheet.of(form).answer(r, place.page(r, t.new_title())?, form)
}

/// The fields both forms have. `was`: who has it now, and may keep it.
fn fields(
    r: &Reading<'_>,
    body: &networks::Body,
    form: &FormView,
    was: Option<(Owner, String)>,
) -> Result<Vec<String>> {
    let t = T(r.viewer.lang);
    let mut choices = reads::choices(r.conn, &r.viewer.actor, body)?;
    if let Some(was) = was
        && !choices.iter().any(|(owner, _)| *owner == was.0)
    {
        choices.insert(0, was);
    }
    let options = choices.into_iter().map(|(owner, words)| {
        let words = if owner == Owner::Body(body.id) { t.owner_body(body.short()) } else { words };
        (owner.key(), words)
    });
    let mut fields = vec![
        form.text("title", t.field_title()).hint(t.field_title_hint()).to_string(),
        form.select("owner", t.field_owner(), options.collect()).hint(t.field_owner_hint()).to_string(),
        form.text("due", t.field_due()).kind("date").optional().to_string(),
        form.text("note", t.field_note()).lines(4).optional().to_string(),
    ];
    if !body.is_network() {
        let levels = [("gremium", t.level_body()), ("netzwerk", t.level_network())];
        let levels = levels.iter().map(|(key, word)| ((*key).to_owned(), (*word).to_owned())).collect();
        fields.push(form.radios("level", t.field_level(), levels).to_string());
    }
    let topics = networks::list_topics(r.conn)?;
    if !topics.is_empty() {
        let options = shell::topic_boxes(r.viewer.lang, &topics);
        fields.push(form.boxes("topics", t.field_topics(), options).hint(t.field_topics_hint()).to_string());
    }
    Ok(fields)
}

/// What was typed.
fn typed(w: &Writing<'_>, network: bool) -> std::result::Result<TaskEdit, Vec<Problem>> {
    let mut fields = Fields::of(w.ask);
    let title =
        fields.needed("title", TITLE_MOST, "Bitte schreiben Sie, was zu tun ist.", "Please write what is to be done.");
    let note = fields.text("note", NOTE_MOST);
    let due = fields.day("due");
    let level = match w.ask.field("level") {
        "" if network => Some(Level::Body),
        _ => fields.choice("level", &[("gremium", Level::Body), ("netzwerk", Level::Network)]),
    };
    let owner = Owner::from_key(w.ask.field("owner"));
    if owner.is_none() {
        fields.refuse("owner", "Bitte wählen Sie, wer das übernimmt.", "Please choose who takes this on.");
    }
    let topics = w.ask.every("topics").filter_map(|id| id.parse().ok()).collect();
    match (owner, level) {
        (Some(owner), Some(level)) if fields.problems.is_empty() => {
            Ok(TaskEdit { title, note, owner, due, level, topics })
        }
        _ => Err(fields.problems),
    }
}

/// What a verb refused, for the form.
fn problems(fault: Error) -> Result<Vec<Problem>> {
    match fault {
        Error::Form(list) => Ok(list),
        Error::Rule(reason) => Ok(vec![Problem { field: "", reason }]),
        other => Err(other),
    }
}

/// Gives the task.
///
/// # Errors
/// As [`actions::give_task`].
pub fn give(w: &Writing<'_>, p: TaskNew) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let place = Place::led(&r, p.body)?;
    let again = |problems| new_page(&r, &place, &FormView::kept(w.viewer.lang, w.ask, problems));
    let edit = match typed(w, place.body.is_network()) {
        Ok(edit) => edit,
        Err(problems) => return again(problems),
    };
    let new = NewTask {
        level: edit.level,
        note: edit.note,
        due: edit.due,
        topics: edit.topics,
        ..NewTask::new(p.body, edit.title).to(edit.owner)
    };
    match actions::give_task(w.tx, &w.viewer.actor, &new, &w.site.outside().base_url) {
        Ok(_) => Ok(Answer::to(w.viewer.link(&BodyTasks { body: p.body })).with_note(t.note_given())),
        Err(fault) => again(problems(fault)?),
    }
}

/// A task whose body the reader leads.
fn led<'a>(r: &Reading<'a>, id: Id<Task>) -> Result<(Task, super::Lines<'a>)> {
    let (task, lines, stance) = load(r, id)?;
    if !stance.leads {
        return Err(Error::Denied(None));
    }
    Ok((task, lines))
}

/// The form for changing it.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who lead its body.
pub fn edit(r: &Reading<'_>, p: TaskEditing) -> Result<Answer> {
    let (task, lines) = led(r, p.task)?;
    edit_page(r, &task, &lines, &stored(r, &task)?)
}

/// The fields as they are stored.
fn stored(r: &Reading<'_>, task: &Task) -> Result<FormView> {
    let topics: Vec<Id<Topic>> = list_topics_of(r.conn, &[task.id])?.into_iter().map(|(_, topic)| topic).collect();
    let topics: Vec<String> = topics.iter().map(ToString::to_string).collect();
    let (owner, due) = (task.owner.key(), task.due.map(|d| d.to_string()).unwrap_or_default());
    let mut values = vec![
        ("title", task.title.as_str()),
        ("note", task.note.as_str()),
        ("owner", owner.as_str()),
        ("due", due.as_str()),
        ("level", if task.level == Level::Network { "netzwerk" } else { "gremium" }),
        // Named as well where nothing is stored, so that it is compared.
        ("topics", ""),
    ];
    values.extend(topics.iter().map(|id| ("topics", id.as_str())));
    Ok(FormView::new(r.viewer.lang, &values))
}

fn edit_page(r: &Reading<'_>, task: &Task, lines: &super::Lines<'_>, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let body = lines.known.bodies.get(&task.body).ok_or(Error::NotFound)?;
    let mut sheet = sheet(r, task, Some(body), t.edit_title())?;
    if task.state == State::Open {
        sheet.hidden = vec![("version", task.version.to_string())];
        sheet.fields = fields(r, body, form, Some((task.owner, lines.owner(r, task))))?;
        sheet.submit = t.edit_submit();
    } else {
        sheet.known = vec![t.closed_already().to_owned()];
    }
    sheet.of(form).answer(r, page(task, r, t.edit_title()), form)
}

fn sheet(r: &Reading<'_>, task: &Task, body: Option<&networks::Body>, title: &str) -> Result<Sheet> {
    Ok(Sheet {
        crumbs: crumbs(r, body)?,
        title: title.to_owned(),
        lead: task.title_in(r.viewer.lang).to_owned(),
        back: r.viewer.link(&TaskPage { task: task.id }),
        ..Sheet::new(r.viewer.lang)
    })
}

fn page(task: &Task, r: &Reading<'_>, title: &str) -> Page {
    Page::new(format!("{title}: {}", task.title_in(r.viewer.lang))).nav("tasks")
}

/// Changes it.
///
/// # Errors
/// As [`actions::change_task`].
pub fn change(w: &Writing<'_>, p: TaskEditing) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let (task, lines) = led(&r, p.task)?;
    let again = |problems| edit_page(&r, &task, &lines, &FormView::kept(w.viewer.lang, w.ask, problems));
    let overtaken = || {
        edit_page(&r, &task, &lines, &FormView::kept(w.viewer.lang, w.ask, Vec::new()).overtaken(&stored(&r, &task)?))
    };
    if w.ask.field("version").parse() != Ok(task.version) {
        return overtaken();
    }
    let network = task.body == task.network;
    let edit = match typed(w, network) {
        Ok(edit) => edit,
        Err(problems) => return again(problems),
    };
    let base = &w.site.outside().base_url;
    match actions::change_task(w.tx, &w.viewer.actor, task.id, task.version, &edit, base) {
        Ok(()) => Ok(Answer::to(w.viewer.link(&TaskPage { task: task.id })).with_note(t.note_changed())),
        Err(fault) => again(problems(fault)?),
    }
}

/// The form for giving it up.
///
/// # Errors
/// As [`edit`].
pub fn drop_form(r: &Reading<'_>, p: TaskDrop) -> Result<Answer> {
    let (task, lines) = led(r, p.task)?;
    drop_page(r, &task, &lines, &FormView::new(r.viewer.lang, &[]))
}

fn drop_page(r: &Reading<'_>, task: &Task, lines: &super::Lines<'_>, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let mut sheet = sheet(r, task, lines.known.bodies.get(&task.body), t.drop_title())?;
    if task.state == State::Open {
        sheet.known = vec![t.drop_text().to_owned()];
        let most = u32::try_from(REASON_MOST).map_err(Error::internal)?;
        sheet.fields = vec![form.text("reason", t.field_reason()).lines(3).most(most).to_string()];
        sheet.submit = t.drop_submit();
    } else {
        sheet.known = vec![t.closed_already().to_owned()];
    }
    sheet.of(form).answer(r, page(task, r, t.drop_title()), form)
}

/// Gives it up.
///
/// # Errors
/// As [`actions::drop_task`].
pub fn drop_save(w: &Writing<'_>, p: TaskDrop) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let (task, lines) = led(&r, p.task)?;
    let mut fields = Fields::of(w.ask);
    let reason = fields.text("reason", REASON_MOST);
    let done = match fields.done() {
        Ok(()) => actions::drop_task(w.tx, &w.viewer.actor, task.id, &reason),
        Err(fault) => Err(fault),
    };
    match done {
        Ok(_) => Ok(Answer::to(w.viewer.link(&TaskPage { task: task.id })).with_note(t.note_dropped())),
        Err(fault) => drop_page(&r, &task, &lines, &FormView::kept(w.viewer.lang, w.ask, problems(fault)?)),
    }
}
