//! The report on a sitting: five fields on a phone, kept while typing and as a draft by a button; and what was handed in, as far
//! as the reader may see it.

use kernel::{Error, Lang, Result};
use networks::shell::{self, Pill};
use web::{Answer, Fields, FormView, Page, Reading, Writing};

use super::{
    part_word,
    place::{Place, Sitting},
    view::{Block, Fact, View, plain},
};
use crate::{
    Part, Report, ReportState, ReportText, Session, actions,
    paths::{Briefing, MandateList, PublicReport, ReportForm, ReportPage},
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
fn stored(lang: Lang, report: Option<&Report>) -> FormView {
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
            view.sections.push(super::view::Section::new(
                "bericht",
                t.report_fields(),
                fields(t, form, opens, version),
            ));
        }
    }
    view.answer(r, place.page(r, t.report_word()).answering(form))
}

/// Four parts that may rise or be public, each with its boxes, and the one that never does. `version` is that of what is
/// stored now: a second save after both versions were seen is meant.
fn fields(t: T, form: &FormView, opens: bool, version: i64) -> Block {
    let mut all = vec![format!("<input type=\"hidden\" name=\"version\" value=\"{version}\">")];
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
    Block::Form(
        all,
        vec![
            ("tat", "abgeben".to_owned(), t.report_submit().to_owned(), true),
            ("tat", "entwurf".to_owned(), t.report_draft().to_owned(), false),
        ],
    )
}

/// A number as it was sent; anything else is 0.
fn number(text: &str) -> i64 {
    text.parse().unwrap_or(0)
}

/// The parts with one of the boxes ticked.
fn ticked(w: &Writing<'_>, what: &str) -> Vec<Part> {
    Part::ALL.iter().copied().filter(|part| w.ask.every(pass_field(*part)).any(|value| value == what)).collect()
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
    if !fields.problems.is_empty() {
        return again(fields.problems, false);
    }
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

/// A report that was handed in: all of it for the delegation, the parts that rose for the bodies they reached.
///
/// # Errors
/// [`Error::NotFound`].
pub fn show(r: &Reading<'_>, p: ReportPage) -> Result<Answer> {
    shown(r, p.report, &FormView::new(r.viewer.lang, &[]))
}

/// The page, with what is wrong with the files somebody sent.
///
/// # Errors
/// As [`show`].
pub fn shown(r: &Reading<'_>, id: kernel::Id<Report>, form: &FormView) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let whole = match reports::find_report(r.conn, &v.actor, id) {
        Ok(report) if report.state == ReportState::Filed => Some(report),
        Ok(_) | Err(Error::NotFound) => None,
        Err(fault) => return Err(fault),
    };
    let of = whole.clone();
    let (text, session, seat, by) = match whole {
        Some(report) => {
            let session = crate::store::sessions::find_session(r.conn, report.session)?;
            (report.text, session, report.seat, report.person.map(Some))
        }
        None => {
            let risen = reports::find_risen(r.conn, &v.actor, id)?;
            (risen.text, risen.session, risen.seat, None)
        }
    };
    let inner = by.is_some();
    let by = by.flatten();
    let sitting = Sitting::load(r, &[seat], by.as_slice())?;
    let bodies = networks::list_bodies_by_id(r.conn, &v.actor, &[session.receiver])?;
    let mut view = View::new(v.lang, t.report_of(&session.title)).of(form);
    view.crumbs = web::crumbs(v.lang, &[(t.nav_mandates(), v.link(&MandateList {}))]);
    view.lead = bodies.first().map_or_else(String::new, |b| b.name_in(v.lang).to_owned());
    if inner {
        view.pills.push(Pill::new("", "lock", t.level_delegation()));
    }
    let who = by.and_then(|person| sitting.name(person)).unwrap_or_else(|| sitting.words(t, seat));
    let facts = vec![plain(t.fact_when(), i18n::moment_long(v.lang, session.starts_at)), plain(t.report_by(), who)];
    view.section("angaben", t.about_title(), Block::Facts(facts));
    let parts: Vec<Fact> = if inner {
        let all = Part::ALL.iter().filter(|part| !text.part(**part).is_empty());
        let word = |part: Part| {
            let rises = match (text.opens.contains(&part), text.passes.contains(&part)) {
                (true, _) => t.part_public(),
                (false, true) => t.part_rises(),
                (false, false) => t.part_stays(),
            };
            format!("{} ({rises})", part_word(t, part))
        };
        let mut all: Vec<Fact> = all.map(|part| plain(&word(*part), text.part(*part))).collect();
        if !text.confidential.is_empty() {
            all.push(plain(t.part_confidential(), text.confidential.clone()));
        }
        all
    } else {
        text.passed().into_iter().map(|it| plain(part_word(t, it.part), it.text)).collect()
    };
    view.section("bericht", t.report_word(), Block::Facts(parts));
    if let Some(report) = of {
        super::report_files::section(r, &mut view, &report, form)?;
        public_section(r, &mut view, &report);
    }
    let page = Page::new(t.report_of(&session.title)).nav("mandates");
    view.answer(r, if form.is_refused() { page.refused() } else { page })
}

/// Where everybody reads it, and the button that takes it back.
fn public_section(r: &Reading<'_>, view: &mut View, report: &Report) {
    let t = T(r.viewer.lang);
    if report.opened_at.is_none() {
        return;
    }
    let ways = vec![(t.public_see().to_owned(), r.viewer.link(&PublicReport { report: report.id }))];
    let mut section = super::view::Section::new(
        "oeffentlich",
        t.public_part_title(),
        Block::Text(vec![t.public_part_text().to_owned()]),
    )
    .with(Block::Ways(ways));
    if actions::may_withdraw(&r.viewer.actor, report) {
        let buttons = vec![("tat", "zurueckziehen".to_owned(), t.public_withdraw().to_owned(), false)];
        section = section.with(Block::Form(Vec::new(), buttons));
    }
    view.sections.push(section);
}

/// Takes back what of it is public.
///
/// # Errors
/// As [`actions::withdraw_report`].
pub fn act(w: &Writing<'_>, p: ReportPage) -> Result<Answer> {
    actions::withdraw_report(w.tx, &w.viewer.actor, p.report)?;
    Ok(Answer::to(w.viewer.link(&ReportPage { report: p.report })).with_note(T(w.viewer.lang).note_withdrawn()))
}
