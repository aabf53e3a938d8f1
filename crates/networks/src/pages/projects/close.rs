//! `/gremien/{body}/abschluss`: the report of a project group, as a draft, and the end that comes with it.

use std::hash::{DefaultHasher, Hash, Hasher};

use askama::Template;
use kernel::{Day, Error, Problem, Result};
use web::{Answer, Fields, FormView, Reading, Writing};

use super::Group;
use crate::{
    Report, close_project, draft_report,
    pages::keep::problems,
    paths::ProjectClose,
    store::projects::{list_open_occupancies, report_of},
    words::T,
};

const ANSWER_MOST: usize = 2000;
const WHOLE_MOST: usize = 4000;

#[derive(Template)]
#[template(path = "report.html")]
struct Shown<'a> {
    t: T,
    crumbs: String,
    name: String,
    known: Vec<String>,
    form: &'a FormView,
    edition: String,
    fields: Vec<String>,
    back: String,
}

/// The form, or the sentence that it closed.
///
/// # Errors
/// [`Error::NotFound`] where it is no project group; [`Error::Denied`].
pub fn form(r: &Reading<'_>, p: ProjectClose) -> Result<Answer> {
    let group = Group::load(r, p.body)?;
    let draft = report_of(r.conn, p.body)?.unwrap_or_default();
    let due = group.project.due.unwrap_or(r.viewer.today).max(r.viewer.today).to_string();
    let mut values = answers(&draft).to_vec();
    values.push(("last", &due));
    page(r, &group, &FormView::new(r.viewer.lang, &values))
}

/// The answers as they are stored.
fn answers(draft: &Report) -> [(&'static str, &str); 6] {
    [
        ("aim", draft.aim.as_str()),
        ("deeds", &draft.deeds),
        ("result", &draft.result),
        ("remains", &draft.remains),
        ("advice", &draft.advice),
        ("whole", &draft.whole),
    ]
}

/// What a form was made from: changes with the group and with every answer. Another build may count differently; then one
/// is asked to compare once more, and nothing is lost.
fn edition(version: i64, draft: &Report) -> String {
    let mut hasher = DefaultHasher::new();
    (version, answers(draft)).hash(&mut hasher);
    hasher.finish().to_string()
}

fn page(r: &Reading<'_>, group: &Group, form: &FormView) -> Result<Answer> {
    let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
    let draft = report_of(r.conn, group.body.id)?.unwrap_or_default();
    let closed = draft.closed.is_some();
    let over = group.body.term.until <= r.viewer.today;
    let mut known = Vec::new();
    if closed {
        known.push(t.project_closed_already().to_owned());
    } else if over {
        known.push(t.report_over(i18n::day_long(lang, group.body.term.until.previous())));
    } else {
        let seats = list_open_occupancies(r.conn, group.body.id, r.viewer.today)?.len();
        known.push(t.report_seats(seats));
        known.push(t.report_stays().to_owned());
    }
    let answer = |field: &'static str, label: &str, hint: &str| {
        form.text(field, label).hint(hint).lines(4).most(2000).optional().to_string()
    };
    let mut fields = Vec::new();
    if !closed {
        fields = vec![
            answer("aim", t.report_aim(), t.report_aim_hint()),
            answer("deeds", t.report_deeds(), t.report_deeds_hint()),
            answer("result", t.report_result(), t.report_result_hint()),
            answer("remains", t.report_remains(), t.report_remains_hint()),
            answer("advice", t.report_advice(), t.report_advice_hint()),
            form.text("whole", t.report_whole()).hint(t.report_whole_hint()).lines(8).most(4000).optional().to_string(),
        ];
        if !over {
            fields.push(form.text("last", t.report_last()).hint(t.report_last_hint()).kind("date").to_string());
        }
    }
    let shown = Shown {
        t,
        crumbs: group.crumbs(r)?,
        name: group.body.name_in(lang).to_owned(),
        known,
        form,
        edition: edition(group.body.version, &draft),
        fields,
        back: group.back(r)?,
    };
    let page = group.page(r, t.project_close())?;
    r.page(page.answering(form), &shown)
}

/// Saves the draft, or closes.
///
/// # Errors
/// As [`draft_report`] and [`close_project`].
pub fn save(w: &Writing<'_>, p: ProjectClose) -> Result<Answer> {
    let (r, t, by) = (w.reading(), T(w.viewer.lang), &w.viewer.actor);
    let group = Group::load(&r, p.body)?;
    let stored = report_of(r.conn, p.body)?.unwrap_or_default();
    let again = |problems: Vec<Problem>| page(&r, &group, &FormView::kept(w.viewer.lang, w.ask, problems));
    let overtaken = || {
        let now = FormView::new(w.viewer.lang, &answers(&stored));
        page(&r, &group, &FormView::kept(w.viewer.lang, w.ask, Vec::new()).overtaken(&now))
    };
    if w.ask.field("edition") != edition(group.body.version, &stored) {
        return overtaken();
    }
    let mut fields = Fields::of(w.ask);
    let report = Report {
        aim: fields.text("aim", ANSWER_MOST),
        deeds: fields.text("deeds", ANSWER_MOST),
        result: fields.text("result", ANSWER_MOST),
        remains: fields.text("remains", ANSWER_MOST),
        advice: fields.text("advice", ANSWER_MOST),
        whole: fields.text("whole", WHOLE_MOST),
        closed: None,
    };
    let draft = w.ask.field("tat") == "entwurf";
    let last: Option<Day> = if draft { None } else { fields.day("last").filter(|d| !d.is_open()) };
    if !fields.problems.is_empty() {
        return again(fields.problems);
    }
    let version = group.body.version;
    let (done, note) = if draft {
        (draft_report(w.tx, by, p.body, &report), t.report_drafted())
    } else {
        (close_project(w.tx, by, p.body, version, last, &report), t.report_closed())
    };
    match done {
        Ok(()) if draft => Ok(Answer::to(w.viewer.link(&p)).with_note(note)),
        Ok(()) => Ok(Answer::to(group.back(&r)?).with_note(note)),
        Err(Error::Stale) => overtaken(),
        Err(fault) => again(problems(fault, "result", &[])?),
    }
}
