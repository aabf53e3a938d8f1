//! Writing an entry, adding one, noting what is to be done.

use decisions::Vote;
use kernel::{Error, Lang, Problem, Result};
use networks::shell;
use web::{Answer, Fields, FormView, Reading, Writing};

use super::Record;
use crate::{
    Entry, NewEntry, Openness, actions,
    pages::meetings::show::openness_word,
    paths::{EntryEdit, EntryNew, EntryTodo},
    rules::minutes::still_draft,
    words::T,
};

const MOST: usize = 4_000;

fn fields(t: T, form: &FormView, votes: &[Vote], sensitive: bool) -> Vec<String> {
    let options = Openness::ALL.iter().map(|o| (o.word().to_owned(), openness_word(t, *o).to_owned())).collect();
    let mut all = vec![
        form.text("title", t.field_item_title()).to_string(),
        form.text("text", t.pro_field_text()).hint(t.pro_field_text_hint()).lines(12).pasted().optional().to_string(),
        form.text("result", t.pro_result()).lines(3).optional().to_string(),
    ];
    if !votes.is_empty() {
        let mut offered = vec![(String::new(), t.pro_vote_none().to_owned())];
        offered.extend(votes.iter().map(|vote| (vote.id.to_string(), vote.title.clone())));
        all.push(form.select("vote", t.pro_field_vote(), offered).hint(t.pro_field_vote_hint()).to_string());
    }
    all.push(form.radios("openness", t.field_openness(), options).to_string());
    all.push(form.text("remark", t.pro_field_remark()).hint(t.pro_field_remark_hint()).lines(3).optional().to_string());
    if !sensitive {
        let yes = vec![("ja".to_owned(), t.pro_pass_on_yes().to_owned())];
        all.push(form.boxes("weiter", t.pro_pass_on(), yes).to_string());
    }
    all
}

fn typed(w: &Writing<'_>) -> std::result::Result<NewEntry, Vec<Problem>> {
    let mut fields = Fields::of(w.ask);
    let title = fields.needed("title", 120, "Bitte nennen Sie das Thema.", "Please name the topic.");
    let text = fields.text("text", MOST);
    let result = fields.text("result", MOST);
    let remark = fields.text("remark", MOST);
    let choices: Vec<(&str, Openness)> = Openness::ALL.iter().map(|o| (o.word(), *o)).collect();
    let openness = fields.choice("openness", &choices);
    let vote = Some(w.ask.field("vote")).filter(|text| !text.is_empty()).map(str::parse).transpose();
    if vote.is_err() {
        fields.refuse("vote", "Bitte wählen Sie eine der Möglichkeiten.", "Please choose one of the options.");
    }
    match (openness, vote, &fields.problems[..]) {
        (Some(openness), Ok(vote), []) => {
            Ok(NewEntry { title, openness, text, result, remark, vote, passed_on: w.ask.ticked("weiter") })
        }
        _ => Err(fields.problems),
    }
}

/// The form of an entry.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who convene.
pub fn edit(r: &Reading<'_>, p: EntryEdit) -> Result<Answer> {
    let (entry, record) = Record::of_entry(r, p.entry)?;
    edit_page(r, &entry, &record, &stored(r.viewer.lang, &entry))
}

/// The fields as they are stored.
fn stored(lang: Lang, entry: &Entry) -> FormView {
    let vote = entry.vote.map_or_else(String::new, |id| id.to_string());
    let values = [
        ("title", entry.title.as_str()),
        ("text", entry.text.as_str()),
        ("result", entry.result.as_str()),
        ("remark", entry.remark.as_str()),
        ("openness", entry.openness.word()),
        ("vote", vote.as_str()),
        ("weiter", if entry.passed_on { "ja" } else { "" }),
    ];
    FormView::new(lang, &values)
}

fn votes(r: &Reading<'_>, record: &Record) -> Result<Vec<Vote>> {
    actions::minutes::votes_of(r.conn, &r.viewer.actor, &record.place.body, &record.place.meeting)
}

fn edit_page(r: &Reading<'_>, entry: &Entry, record: &Record, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let mut sheet = record.place.sheet(r, &entry.title);
    sheet.back = record.link(r);
    match still_draft(&record.minutes) {
        Ok(()) => {
            sheet.hidden = vec![("version", entry.version.to_string())];
            sheet.fields = fields(t, form, &votes(r, record)?, record.place.body.sensitive);
            sheet.submit = t.edit_submit();
        }
        Err(Error::Rule(reason)) => sheet.known = vec![reason.text(r.viewer.lang).to_owned()],
        Err(other) => return Err(other),
    }
    sheet.of(form).answer(r, record.place.page(r, &entry.title)?, form)
}

/// Writes it.
///
/// # Errors
/// As [`actions::minutes::change_entry`].
pub fn change(w: &Writing<'_>, p: EntryEdit) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let (entry, record) = Record::of_entry(&r, p.entry)?;
    let again = |found| edit_page(&r, &entry, &record, &FormView::kept(w.viewer.lang, w.ask, found));
    let overtaken = || {
        edit_page(
            &r,
            &entry,
            &record,
            &FormView::kept(w.viewer.lang, w.ask, Vec::new()).overtaken(&stored(w.viewer.lang, &entry)),
        )
    };
    if w.ask.field("version").parse() != Ok(entry.version) {
        return overtaken();
    }
    let mut new = match typed(w) {
        Ok(new) => new,
        Err(found) => return again(found),
    };
    // A vote that is chosen anew brings its result along, where nothing was written yet.
    if new.result.trim().is_empty() && new.vote.is_some() && new.vote != entry.vote {
        let found = votes(&r, &record)?.into_iter().find(|vote| Some(vote.id) == new.vote);
        new.result = found.as_ref().map(actions::minutes::result_of).unwrap_or_default();
    }
    match actions::minutes::change_entry(w.tx, &w.viewer.actor, entry.id, entry.version, &new) {
        Ok(()) => Ok(Answer::to(record.link(&r)).with_note(t.pro_note_written())),
        Err(Error::Stale) => overtaken(),
        Err(fault) => again(shell::problems(fault, "text", &[])?),
    }
}

/// The form of a new entry.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who convene.
pub fn new(r: &Reading<'_>, p: EntryNew) -> Result<Answer> {
    let record = Record::led(r, p.meeting)?;
    new_page(r, &record, &FormView::new(r.viewer.lang, &[("openness", "internal")]))
}

fn new_page(r: &Reading<'_>, record: &Record, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let mut sheet = record.place.sheet(r, t.pro_entry_new());
    sheet.back = record.link(r);
    match still_draft(&record.minutes) {
        Ok(()) => {
            sheet.fields = fields(t, form, &votes(r, record)?, record.place.body.sensitive);
            sheet.submit = t.pro_entry_submit();
        }
        Err(Error::Rule(reason)) => sheet.known = vec![reason.text(r.viewer.lang).to_owned()],
        Err(other) => return Err(other),
    }
    sheet.of(form).answer(r, record.place.page(r, t.pro_entry_new())?, form)
}

/// Adds it.
///
/// # Errors
/// As [`actions::minutes::add_entry`].
pub fn add(w: &Writing<'_>, p: EntryNew) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let record = Record::led(&r, p.meeting)?;
    let again = |found| new_page(&r, &record, &FormView::kept(w.viewer.lang, w.ask, found));
    let new = match typed(w) {
        Ok(new) => new,
        Err(found) => return again(found),
    };
    match actions::minutes::add_entry(w.tx, &w.viewer.actor, record.minutes.id, &new) {
        Ok(_) => Ok(Answer::to(record.link(&r)).with_note(t.pro_note_written())),
        Err(fault) => again(shell::problems(fault, "title", &[])?),
    }
}

/// The form for what is to be done.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who convene.
pub fn todo(r: &Reading<'_>, p: EntryTodo) -> Result<Answer> {
    let (entry, record) = Record::of_entry(r, p.entry)?;
    todo_page(r, &entry, &record, &FormView::new(r.viewer.lang, &[]))
}

fn todo_page(r: &Reading<'_>, entry: &Entry, record: &Record, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let mut sheet = record.place.sheet(r, t.pro_todo_new());
    sheet.lead.clone_from(&entry.title);
    sheet.back = record.link(r);
    match still_draft(&record.minutes) {
        Ok(()) => {
            sheet.known = vec![t.pro_todo_text().to_owned()];
            if entry.openness == Openness::Closed {
                sheet.known.push(t.pro_todo_closed().to_owned());
            }
            let options = tasks::choices(r.conn, &r.viewer.actor, &record.place.body)?;
            let options = options.into_iter().map(|(owner, words)| (owner.key(), words)).collect();
            sheet.fields = vec![
                form.text("task", t.pro_task()).to_string(),
                form.select("owner", t.pro_owner(), options).to_string(),
                form.text("due", t.pro_due()).kind("date").optional().to_string(),
            ];
            sheet.submit = t.pro_todo_submit();
        }
        Err(Error::Rule(reason)) => sheet.known = vec![reason.text(r.viewer.lang).to_owned()],
        Err(other) => return Err(other),
    }
    sheet.of(form).answer(r, record.place.page(r, t.pro_todo_new())?, form)
}

/// Notes it.
///
/// # Errors
/// As [`actions::minutes::add_todo`].
pub fn note(w: &Writing<'_>, p: EntryTodo) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let (entry, record) = Record::of_entry(&r, p.entry)?;
    let again = |found| todo_page(&r, &entry, &record, &FormView::kept(w.viewer.lang, w.ask, found));
    let mut fields = Fields::of(w.ask);
    let title = fields.needed("task", 120, "Bitte schreiben Sie, was zu tun ist.", "Please write what is to be done.");
    let due = fields.day("due");
    let owner = tasks::Owner::from_key(w.ask.field("owner"));
    if owner.is_none() {
        fields.refuse("owner", "Bitte wählen Sie, wer das übernimmt.", "Please choose who takes this on.");
    }
    let (Some(owner), []) = (owner, &fields.problems[..]) else { return again(fields.problems) };
    match actions::minutes::add_todo(w.tx, &w.viewer.actor, entry.id, (&title, owner, due)) {
        Ok(_) => Ok(Answer::to(record.link(&r)).with_note(t.pro_note_todo())),
        Err(fault) => again(shell::problems(fault, "task", &[])?),
    }
}
