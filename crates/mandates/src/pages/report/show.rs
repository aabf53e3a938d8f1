//! A report that was handed in, as far as the reader may see it: all of it with its former texts for the delegation, the parts that
//! rose for the bodies they reached.

use kernel::{Error, Id, Lang, Moment, Result};
use networks::shell::Pill;
use web::{Answer, FormView, Page, Reading, Writing};

use super::super::{
    part_word,
    place::Sitting,
    view::{Block, Fact, Section, View, plain},
};
use crate::{
    Former, Part, Report, ReportState, ReportText, TakenBack, actions,
    paths::{MandateList, PublicReport, ReportCorrect, ReportPage},
    store::{former::list_former, reports},
    words::T,
};

/// The page.
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
pub fn shown(r: &Reading<'_>, id: Id<Report>, form: &FormView) -> Result<Answer> {
    let view = match reports::find_report(r.conn, &r.viewer.actor, id) {
        Ok(report) if report.state == ReportState::Filed => whole(r, &report, form)?,
        Ok(_) | Err(Error::NotFound) => risen(r, id)?,
        Err(fault) => return Err(fault),
    };
    let page = Page::new(view.title.clone()).nav("mandates");
    view.answer(r, if form.is_refused() { page.refused() } else { page })
}

/// What the page begins with, whoever reads it.
fn begun(r: &Reading<'_>, session: &crate::Session, who: String, corrected: Option<Moment>) -> Result<View> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let bodies = networks::list_bodies_by_id(r.conn, &v.actor, &[session.receiver])?;
    let mut view = View::new(v.lang, t.report_of(&session.title));
    view.crumbs = web::crumbs(v.lang, &[(t.nav_mandates(), v.link(&MandateList {}))]);
    view.lead = bodies.first().map_or_else(String::new, |b| b.name_in(v.lang).to_owned());
    view.pills.extend(corrected_pill(t, v.lang, corrected));
    let facts = vec![plain(t.fact_when(), i18n::moment_long(v.lang, session.starts_at)), plain(t.report_by(), who)];
    view.section("angaben", t.about_title(), Block::Facts(facts));
    Ok(view)
}

/// That a report was put right, and when.
pub fn corrected_pill(t: T, lang: Lang, at: Option<Moment>) -> Option<Pill> {
    at.map(|at| Pill::new("i1", "pen", t.pill_corrected(i18n::day_medium(lang, at.day()))))
}

/// The parts that rose, for a reader in one of the bodies they reached.
fn risen(r: &Reading<'_>, id: Id<Report>) -> Result<View> {
    let t = T(r.viewer.lang);
    let found = reports::find_risen(r.conn, &r.viewer.actor, id)?;
    let who = Sitting::load(r, &[found.seat], &[])?.words(t, found.seat);
    let mut view = begun(r, &found.session, who, found.corrected)?;
    let parts = found.text.passed().into_iter().map(|it| plain(part_word(t, it.part), it.text)).collect();
    view.section("bericht", t.report_word(), Block::Facts(parts));
    Ok(view)
}

/// All of it, for the delegation.
fn whole(r: &Reading<'_>, report: &Report, form: &FormView) -> Result<View> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let session = crate::store::sessions::find_session(r.conn, report.session)?;
    let earlier = match report.corrected_at {
        Some(_) => list_former(r.conn, &v.actor, report.id)?,
        None => Vec::new(),
    };
    // Whoever handed it in wrote it; whoever put it right is named beside what was.
    let author = earlier.last().map_or(report.person, |first| first.person);
    let persons: Vec<_> = earlier.iter().filter_map(|it| it.person).chain(report.person).collect();
    let sitting = Sitting::load(r, &[report.seat], &persons)?;
    let who = author.and_then(|person| sitting.name(person)).unwrap_or_else(|| sitting.words(t, report.seat));
    let mut view = begun(r, &session, who, report.corrected_at)?.of(form);
    view.pills.insert(0, reach(t, report));
    if actions::may_correct(&v.actor, report) {
        view.acts.push((t.correct_act().to_owned(), v.link(&ReportCorrect { report: report.id })));
    }
    view.section(
        "bericht",
        t.report_word(),
        Block::Facts(parts(t, &report.text, |text, part| {
            (!text.part(part).is_empty()).then(|| text.part(part).to_owned())
        })),
    );
    super::files::section(r, &mut view, report, form)?;
    risen_section(r, &mut view, report);
    public_section(r, &mut view, report);
    if !earlier.is_empty() {
        let mut section = Section { id: "frueher", title: t.former_title().to_owned(), blocks: Vec::new() };
        let mut next = &report.text;
        for it in &earlier {
            section = section.with(Block::FoldFacts(former_word(r, &sitting, it), former(t, it, next)));
            next = &it.text;
        }
        view.sections.push(section);
    }
    Ok(view)
}

/// How far it goes at most.
fn reach(t: T, report: &Report) -> Pill {
    if report.opened_at.is_some() && !report.text.opens.is_empty() {
        Pill::new("i1", "eye", t.level_parts_public())
    } else if !report.text.passed().is_empty() {
        Pill::new("i1", "people", t.level_parts_rise())
    } else {
        Pill::new("", "lock", t.level_delegation())
    }
}

/// Parts with what they say and how far each goes, then what is confidential.
fn parts(t: T, text: &ReportText, said: impl Fn(&ReportText, Part) -> Option<String>) -> Vec<Fact> {
    let word = |part: Part| {
        let goes = match (text.opens.contains(&part), text.passes.contains(&part)) {
            (true, _) => t.part_public(),
            (false, true) => t.part_rises(),
            (false, false) => t.part_stays(),
        };
        format!("{} ({goes})", part_word(t, part))
    };
    let mut all: Vec<Fact> =
        Part::ALL.iter().filter_map(|part| Some(plain(&word(*part), said(text, *part)?))).collect();
    if !text.confidential.is_empty() {
        all.push(plain(t.part_confidential(), text.confidential.clone()));
    }
    all
}

/// Until when a text stood, and whose it was.
fn former_word(r: &Reading<'_>, sitting: &Sitting, it: &Former) -> String {
    let t = T(r.viewer.lang);
    let when = i18n::day_medium(r.viewer.lang, it.until.day());
    match it.person.and_then(|person| sitting.name(person)) {
        Some(name) => t.former_until(when, name),
        None => t.former_until_nobody(when),
    }
}

/// What of a former text is another one in the text that followed.
fn former(t: T, it: &Former, next: &ReportText) -> Vec<Fact> {
    let changed = it.changed(next);
    let same = it.text.confidential == next.confidential;
    let text = ReportText { confidential: String::new(), ..it.text.clone() };
    let or_empty = |text: &str| if text.is_empty() { t.former_empty().to_owned() } else { text.to_owned() };
    let mut all = parts(t, &text, |text, part| changed.contains(&part).then(|| or_empty(text.part(part))));
    if !same {
        all.push(plain(t.part_confidential(), or_empty(&it.text.confidential)));
    }
    all
}

/// What the bodies above read of it, and the button that takes it back.
fn risen_section(r: &Reading<'_>, view: &mut View, report: &Report) {
    let t = T(r.viewer.lang);
    if report.text.passed().is_empty() || !actions::may_withdraw(&r.viewer.actor, report) {
        return;
    }
    let buttons = vec![("tat", "zuruecknehmen".to_owned(), t.rises_withdraw().to_owned(), false)];
    let text = format!("<p>{}</p>", t.rises_text());
    view.sections.push(Section::new("weitergegeben", t.rises_title(), Block::Form(vec![text], buttons)));
}

/// Where everybody reads it, and the button that takes it back.
fn public_section(r: &Reading<'_>, view: &mut View, report: &Report) {
    let t = T(r.viewer.lang);
    if report.opened_at.is_none() {
        return;
    }
    let ways = Block::Ways(vec![(t.public_see().to_owned(), r.viewer.link(&PublicReport { report: report.id }))]);
    let text = if actions::may_withdraw(&r.viewer.actor, report) {
        let buttons = vec![("tat", "zurueckziehen".to_owned(), t.public_withdraw().to_owned(), false)];
        Block::Form(vec![format!("<p>{}</p>", t.public_part_text())], buttons)
    } else {
        Block::Text(vec![t.public_part_text().to_owned()])
    };
    let section = Section::new("oeffentlich", t.public_part_title(), text).with(ways);
    view.sections.push(section);
}

/// Takes back what of it others read.
///
/// # Errors
/// As [`actions::withdraw_report`].
pub fn act(w: &Writing<'_>, p: ReportPage) -> Result<Answer> {
    let t = T(w.viewer.lang);
    let (what, note) = match w.ask.field("tat") {
        "zuruecknehmen" => (TakenBack::Risen, t.note_taken_back_report()),
        _ => (TakenBack::Public, t.note_withdrawn()),
    };
    actions::withdraw_report(w.tx, &w.viewer.actor, p.report, what, &w.site.outside().base_url)?;
    Ok(Answer::to(w.viewer.link(&ReportPage { report: p.report })).with_note(note))
}
