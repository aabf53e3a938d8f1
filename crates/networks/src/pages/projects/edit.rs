//! `/gremien/{body}/projekt`: what a project group is charged with, until when, and what it costs.

use kernel::{Error, Problem, Result};
use web::{Answer, Fields, FormView, Reading, Writing};

use super::Group;
use crate::{
    Project,
    pages::keep::{now, or_nothing, problems},
    paths::ProjectEdit,
    rules, save_project,
    words::T,
};

const CHARGE_MOST: usize = 4000;

/// The form.
///
/// # Errors
/// [`Error::NotFound`] where it is no project group; [`Error::Denied`].
pub fn form(r: &Reading<'_>, p: ProjectEdit) -> Result<Answer> {
    let group = Group::load(r, p.body)?;
    let project = &group.project;
    let (version, due, total) = (
        project.version.to_string(),
        project.due.map(|d| d.to_string()).unwrap_or_default(),
        project.total.map(|c| i18n::decimal(r.viewer.lang, c, 2)).unwrap_or_default(),
    );
    let values = [("version", version.as_str()), ("charge", &project.charge), ("due", &due), ("total", &total)];
    page(r, &group, &FormView::new(r.viewer.lang, &values), false)
}

/// What stands there now, in words where it differs from what was typed.
fn stored(r: &Reading<'_>, group: &Group, form: &FormView) -> Vec<(&'static str, &'static str, String)> {
    let (t, lang, project) = (T(r.viewer.lang), r.viewer.lang, &group.project);
    let due = project.due.map(|d| d.to_string()).unwrap_or_default();
    let due_word = project.due.map(|d| i18n::day_long(lang, d)).unwrap_or_default();
    let total = project.total.map(|c| i18n::decimal(lang, c, 2)).unwrap_or_default();
    vec![
        now(form, "charge", t.project_charge(), &project.charge, or_nothing(t, &project.charge)),
        now(form, "due", t.project_due(), &due, or_nothing(t, &due_word)),
        now(form, "total", t.project_total(), &total, or_nothing(t, &total)),
    ]
}

fn page(r: &Reading<'_>, group: &Group, form: &FormView, stale: bool) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let mut sheet = group.sheet(r, t.project_edit())?.of(form);
    let mut version = form.value("version").to_owned();
    if stale {
        sheet.overtaken(form, t.project_stale().to_owned(), &stored(r, group, form));
        version = group.project.version.to_string();
    }
    sheet.hidden = vec![("version", version)];
    sheet.fields = vec![
        form.text("charge", t.project_charge())
            .hint(t.project_charge_hint())
            .lines(6)
            .most(4000)
            .optional()
            .to_string(),
        form.text("due", t.project_due()).hint(t.project_due_hint()).kind("date").optional().to_string(),
        form.text("total", t.project_total()).hint(t.project_total_hint()).most(30).optional().to_string(),
    ];
    sheet.submit = t.edit_save();
    sheet.answer(r, group.page(r, t.project_edit())?, form)
}

/// Saves.
///
/// # Errors
/// As [`save_project`].
pub fn save(w: &Writing<'_>, p: ProjectEdit) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let group = Group::load(&r, p.body)?;
    let again =
        |problems: Vec<Problem>, stale| page(&r, &group, &FormView::kept(w.viewer.lang, w.ask, problems), stale);
    let mut fields = Fields::of(w.ask);
    let charge = fields.text("charge", CHARGE_MOST);
    let due = fields.day("due").filter(|d| !d.is_open());
    let total = match w.ask.field("total") {
        "" => None,
        text => match rules::cents(text) {
            Ok(cents) => Some(cents),
            Err(reason) => {
                fields.problems.push(Problem { field: "total", reason });
                None
            }
        },
    };
    if !fields.problems.is_empty() {
        return again(fields.problems, false);
    }
    let version = w.ask.field("version").parse().unwrap_or(-1);
    if version != group.project.version {
        return again(Vec::new(), true);
    }
    match save_project(w.tx, &w.viewer.actor, p.body, &Project { charge, due, total, version }) {
        Ok(()) => Ok(Answer::to(group.back(&r)?).with_note(t.edit_saved())),
        Err(Error::Stale) => again(Vec::new(), true),
        Err(fault) => again(problems(fault, "charge", &[])?, false),
    }
}
