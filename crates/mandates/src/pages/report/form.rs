//! The report on a sitting: five fields on a phone, kept while typing and as a draft by a button.

use kernel::{Error, Lang, Problem, Result};
use networks::shell::{self, Pill};
use web::{Answer, Fields, FormView, Reading, Writing};

use super::super::{
    part_word,
    place::Place,
    view::{Block, Section, View},
};
use crate::{
    Part, Report, ReportState, ReportText, Session, actions,
    paths::{Briefing, ReportForm, ReportPage},
    rules::{may_file, may_open},
    store::reports,
    words::T,
};

/// The most characters of a part.
const PART_MOST: usize = 4000;

/// The field that says how far a part goes.
const fn pass_field(part: Part) -> &'static str {
    match part {
        Part::Subject => "weiter_subject",
        Part::Decided => "weiter_decided",
        Part::Contributed => "weiter_contributed",
        Part::Effects => "weiter_effects",
    }
}

/// It rises.
const RISES: &str = "ja";
/// Everybody may read it.
const PUBLIC: &str = "oeffentlich";

/// The form's field of a part.
const fn field(part: Part) -> &'static str {
    part.word()
}

const fn hint(t: T, part: Part) -> &'static str {
    match part {
        Part::Subject => t.hint_subject(),
        Part::Decided => t.hint_decided(),
        Part::Contributed => t.hint_contributed(),
        Part::Effects => t.hint_effects(),
    }
}

/// The delegation and the sitting, for whoever writes the report, and what was begun.
fn writing(r: &Reading<'_>, p: &ReportForm) -> Result<(Place, Session, Option<Report>)> {
    let place = Place::load(r, p.mandate)?;
    let session = place.session(r, p.session)?;
    if !place.stance.acts {
        return Err(Error::Denied(None));
    }
    let report = reports::find_report_of(r.conn, &r.viewer.actor, session.id, place.it.seat)?;
    Ok((place, session, report))
}

/// The form, with what was begun.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] but for whoever sits there or stands in.
pub fn form(r: &Reading<'_>, p: ReportForm) -> Result<Answer> {
    let (place, session, report) = writing(r, &p)?;
    if let Some(filed) = report.as_ref().filter(|it| it.state == ReportState::Filed) {
        return Ok(Answer::to(r.viewer.link(&ReportPage { report: filed.id })));
    }
    page(r, &place, &session, report.as_ref(), &stored(r.viewer.lang, report.as_ref()), false)
}

/// The fields as they are stored; empty where nothing was begun.
pub fn stored(lang: Lang, report: Option<&Report>) -> FormView {
    let text = report.map(|it| it.text.clone()).unwrap_or_default();
    let mut values: Vec<(&str, &str)> = Part::ALL.iter().map(|part| (field(*part), text.part(*part))).collect();
    // A choice of which nothing is stored is named as well, so that it is compared.
    values.extend(Part::ALL.iter().map(|part| (pass_field(*part), "")));
    values.extend(text.passes.iter().map(|part| (pass_field(*part), RISES)));
    values.extend(text.opens.iter().map(|part| (pass_field(*part), PUBLIC)));
    values.push(("confidential", &text.confidential));
    FormView::new(lang, &values)
}

fn page(
    r: &Reading<'_>,
    place: &Place,
    session: &Session,
    report: Option<&Report>,
    form: &FormView,
    stale: bool,
) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let form = &form.beside(stale, &stored(v.lang, report));
    let mut view = View::new(v.lang, t.report_of(&session.title)).of(form);
    view.crumbs = place.crumbs(r, true);
    let at = i18n::day_long(v.lang, session.day());
    view.lead = format!("{}, {at}", place.receiver.name_in(v.lang));
    view.back = Some((t.back_to_briefing(), v.link(&Briefing { mandate: place.it.id, session: session.id })));
    match may_file(report, session.starts_at <= v.now, session.called_off) {
        Err(Error::Rule(reason)) => view.notes.push(("i1", "clock", reason.text(v.lang).to_owned())),
        Err(fault) => return Err(fault),
        Ok(()) => {
            if let Some(report) = report {
                let day = i18n::day_medium(v.lang, report.due);
                let (class, words) =
                    if report.is_overdue(v.today) { ("w1", t.overdue_since(day)) } else { ("i1", t.due_until(day)) };
                view.pills.push(Pill::new(class, "clock", words));
            }
            if report.is_some_and(|it| it.state == ReportState::Draft) {
                view.notes.push(("i1", "pen", t.draft_note().to_owned()));
            }
            view.keeps = (format!("bericht-{}-{}", place.it.id, session.id), t.kept_typing());
            let network = networks::body_for_program(r.conn, place.it.network)?;
            let opens = may_open(&network, &place.receiver);
            let version = report.map_or(0, |it| it.version);
            let buttons = vec![
                ("tat", "abgeben".to_owned(), t.report_submit().to_owned(), true),
                ("tat", "entwurf".to_owned(), t.report_draft().to_owned(), false),
            ];
            let fields = Block::Form(fields(t, form, opens, version), buttons);
            view.sections.push(Section::new("bericht", t.report_fields(), fields));
        }
    }
    view.answer(r, place.page(r, t.report_word()).answering(form))
}

/// Four parts that may rise or be public, each with its boxes, and the one that never does. `version` is that of what is
/// stored now: a second save after both versions were seen is meant.
pub fn fields(t: T, form: &FormView, opens: bool, version: i64) -> Vec<String> {
    let mut all = vec![
        format!("<input type=\"hidden\" name=\"version\" value=\"{version}\">"),
        format!("<p class=\"mute\">{}</p>", t.pass_default()),
    ];
    for part in Part::ALL {
        let text = form.text(field(*part), part_word(t, *part)).hint(hint(t, *part)).lines(3);
        all.push(if *part == Part::Subject { text.to_string() } else { text.optional().to_string() });
        let mut options = vec![(RISES.to_owned(), t.pass_yes().to_owned())];
        if opens {
            options.push((PUBLIC.to_owned(), t.open_yes().to_owned()));
        }
        let legend = t.pass_legend(part_word(t, *part));
        all.push(form.boxes(pass_field(*part), &legend, options).to_string());
    }
    let text = form.text("confidential", t.part_confidential()).hint(t.hint_confidential()).lines(3);
    all.push(text.optional().to_string());
    all
}

/// A number as it was sent; anything else is 0.
pub fn number(text: &str) -> i64 {
    text.parse().unwrap_or(0)
}

/// The parts with one of the boxes ticked.
fn ticked(w: &Writing<'_>, what: &str) -> Vec<Part> {
    Part::ALL.iter().copied().filter(|part| w.ask.every(pass_field(*part)).any(|value| value == what)).collect()
}

/// What was typed and ticked.
///
/// # Errors
/// What is wrong with the fields.
pub fn typed(w: &Writing<'_>) -> std::result::Result<ReportText, Vec<Problem>> {
    let mut fields = Fields::of(w.ask);
    let text = ReportText {
        subject: fields.text("subject", PART_MOST),
        decided: fields.text("decided", PART_MOST),
        contributed: fields.text("contributed", PART_MOST),
        effects: fields.text("effects", PART_MOST),
        confidential: fields.text("confidential", PART_MOST),
        passes: ticked(w, RISES),
        opens: ticked(w, PUBLIC),
    };
    if fields.problems.is_empty() { Ok(text) } else { Err(fields.problems) }
}

/// Keeps the draft, or hands the report in.
///
/// # Errors
/// As [`actions::save_report`].
pub fn save(w: &Writing<'_>, p: ReportForm) -> Result<Answer> {
    let (r, t, v) = (w.reading(), T(w.viewer.lang), w.viewer);
    let (place, session, report) = writing(&r, &p)?;
    let again = |found, stale| {
        let form = FormView::kept(v.lang, w.ask, found);
        page(&r, &place, &session, report.as_ref(), &form, stale)
    };
    let text = match typed(w) {
        Ok(text) => text,
        Err(found) => return again(found, false),
    };
    let filed = w.ask.field("tat") == "abgeben";
    let state = if filed { ReportState::Filed } else { ReportState::Draft };
    let version = number(w.ask.field("version"));
    let base = &w.site.outside().base_url;
    match actions::save_report(w.tx, &v.actor, (p.mandate, p.session), version, &text, state, base) {
        Ok(id) if filed => Ok(Answer::to(v.link(&ReportPage { report: id })).with_note(t.note_filed())),
        Ok(_) => {
            Ok(Answer::to(v.link(&ReportForm { mandate: p.mandate, session: p.session })).with_note(t.note_draft()))
        }
        Err(Error::Stale) => again(Vec::new(), true),
        Err(fault) => again(shell::problems(fault, "subject", &[])?, false),
    }
}
