//! `/gremien/{body}/projekt`: what a project group is charged with, until when, and what it costs.

use kernel::{Error, Lang, Problem, Result};
use web::{Answer, Fields, FormView, Reading, Writing};

use super::Group;
use crate::{
    Project,
    pages::keep::{is_current, problems},
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
    page(r, &group, &stored(r.viewer.lang, &group.project))
}

/// The fields as they are stored.
fn stored(lang: Lang, project: &Project) -> FormView {
    let due = project.due.map(|d| d.to_string()).unwrap_or_default();
    let total = project.total.map(|c| i18n::decimal(lang, c, 2)).unwrap_or_default();
    FormView::new(lang, &[("charge", &project.charge), ("due", &due), ("total", &total)])
}

fn page(r: &Reading<'_>, group: &Group, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let mut sheet = group.sheet(r, t.project_edit())?.of(form);
    sheet.hidden = vec![("version", group.project.version.to_string())];
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
    let again = |problems: Vec<Problem>| page(&r, &group, &FormView::kept(w.viewer.lang, w.ask, problems));
    let overtaken = || {
        page(
            &r,
            &group,
            &FormView::kept(w.viewer.lang, w.ask, Vec::new()).overtaken(&stored(w.viewer.lang, &group.project)),
        )
    };
    let version = group.project.version;
    if !is_current(w, version) {
        return overtaken();
    }
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
        return again(fields.problems);
    }
    match save_project(w.tx, &w.viewer.actor, p.body, &Project { charge, due, total, version }) {
        Ok(()) => Ok(Answer::to(group.back(&r)?).with_note(t.edit_saved())),
        Err(Error::Stale) => overtaken(),
        Err(fault) => again(problems(fault, "charge", &[])?),
    }
}
