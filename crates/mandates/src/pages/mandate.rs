//! A delegation: who is sent, by whom, on what it rests, what it is bound to, what is next.

use kernel::{Moment, Result};
use networks::{EndReason, Mandate, shell::Pill};
use papers::Format;
use web::{Answer, Reading};

use super::{
    body::{list_raised, pills},
    list::owes,
    place::{Place, Sitting},
    report::show::corrected_pill,
    view::{Block, Fact, Line, View, lines, plain},
};
use crate::{
    paths::{
        Briefing, MandateConfirm, MandateEnd, MandateFile, MandateNew, MandatePage, MandatePaper, MandateRest,
        MandateSubstitute, PersonChains, RaisedNew, ReportPage,
    },
    reads::due,
    store::{raised, reports, sessions},
    words::T,
};

/// How many reports the page lists.
const REPORTS: i64 = 12;

/// The page.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn show(r: &Reading<'_>, p: MandatePage) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let place = Place::load(r, p.mandate)?;
    let (it, stance) = (&place.it, place.stance);
    let sitting = Sitting::load(r, &[it.seat], it.person.as_slice())?;
    let mut view = View::new(v.lang, t.mandate_of(place.receiver.name_in(v.lang)));
    view.crumbs = place.crumbs(r, false);
    view.lead = t.sent_by(place.sender_name(r));
    view.pills = pills(r, it);
    view.acts = acts(r, &place);
    consequences(r, &place, &sitting, &mut view)?;
    view.section("angaben", t.about_title(), Block::Facts(facts(r, &place, &sitting)?));
    if stance.inner && !it.detail.instruction.is_empty() {
        view.pills.push(Pill::new("", "lock", t.level_delegation()));
        view.section("auftrag", t.instruction_title(), Block::Text(lines(&it.detail.instruction)));
    }
    if stance.inner {
        let span = (v.now, Moment::from_micros(i64::MAX));
        let next = sessions::list_of_side(r.conn, &[it.receiver], &[it.network], span)?;
        let row = |s: &crate::Session| Line {
            title: s.title.clone(),
            href: v.link(&Briefing { mandate: it.id, session: s.id }),
            details: vec![i18n::moment_long(v.lang, s.starts_at)],
            pills: s.called_off.then(|| Pill::new("w1", "cross", t.called_off())).into_iter().collect(),
            ..Line::default()
        };
        if next.is_empty() {
            view.section("sitzungen", t.sessions_title(), Block::Empty(t.briefing_empty(), t.sessions_empty_text()));
        } else {
            view.section("sitzungen", t.sessions_title(), Block::Rows(next.iter().map(row).collect()));
        }
        if stance.acts && it.holds_on(v.today) {
            let (open, _) = due(r.conn, v, std::slice::from_ref(it))?;
            let owed = open.iter().map(|it| owes(r, it, String::new())).collect();
            view.section("fehlend", t.due_title(), Block::Rows(owed));
        }
        let filed = reports::list_of_seats(r.conn, &v.actor, &[it.seat], REPORTS)?;
        let row = |(report, s): &(crate::Report, crate::Session)| Line {
            title: t.report_of(&s.title),
            href: v.link(&ReportPage { report: report.id }),
            details: vec![i18n::day_medium(v.lang, s.day())],
            pills: corrected_pill(t, v.lang, report.corrected_at).into_iter().collect(),
            ..Line::default()
        };
        let done = filed.iter().filter(|(report, _)| report.state == crate::ReportState::Filed).map(row).collect();
        view.section("berichte", t.kind_reports(), Block::Rows(done));
    }
    let found = raised::list_of_seat(r.conn, &v.actor, it.seat)?;
    view.section("eingebracht", t.raised_title(), Block::Rows(list_raised(r, &found)?));
    if stance.leads || stance.receives || stance.sits {
        let file = |format| v.link(&MandatePaper { mandate: it.id, format });
        let ways =
            vec![(t.letter_pdf().to_owned(), file(Format::Pdf)), (t.letter_word().to_owned(), file(Format::Docx))];
        view.section("brief", t.letter_title(), Block::Ways(ways));
    }
    view.answer(r, place.page(r, t.mandate_title()))
}

/// What follows where whoever is sent has lost her place among the senders, or is gone: said to those who lead them, with what
/// they can do.
fn consequences(r: &Reading<'_>, place: &Place, sitting: &Sitting, view: &mut View) -> Result<()> {
    let (t, v, it) = (T(r.viewer.lang), r.viewer, &place.it);
    if !place.stance.leads || it.waits() {
        return Ok(());
    }
    let stands_in = sitting.stand_ins(t, it.seat).is_some();
    let acts = if stands_in { t.follows_substitute() } else { t.follows_nobody() };
    if it.until <= v.today {
        let vacant = sitting.only(it.seat).is_none();
        if vacant {
            view.notes.push(("w1", "warning", t.follows_ended(acts)));
            view.acts.insert(0, (t.send_title().to_owned(), v.link(&MandateNew { body: it.receiver })));
        }
        return Ok(());
    }
    if it.term_end.is_some_and(|end| end <= v.today) && it.holds_on(v.today) {
        view.notes.push(("w1", "warning", t.follows_expired(place.receiver.name_in(v.lang))));
        view.acts.insert(0, (t.send_title().to_owned(), v.link(&MandateNew { body: it.receiver })));
    }
    if it.rests() {
        view.notes.push(("i1", "clock", t.follows_rests(acts)));
        return Ok(());
    }
    let chain = networks::chain(r.conn, &v.actor, it.receiver, v.today, networks::soon_after(v.today))?;
    let broken = chain.iter().any(|d| d.seat.id == it.seat && d.link == Some(networks::Link::Broken));
    if broken && it.holds_on(v.today) {
        view.notes.push(("w1", "warning", t.follows_broken(acts)));
    }
    Ok(())
}

fn acts(r: &Reading<'_>, place: &Place) -> Vec<(String, String)> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let (it, stance, id) = (&place.it, place.stance, place.it.id);
    let outside = place.receiver.kind == networks::BodyKind::Outside;
    let runs = it.holds_on(v.today) || it.waits();
    let mut acts = Vec::new();
    let confirms = stance.receives || (stance.leads && outside);
    if confirms && runs && it.detail.confirmed_day.is_none() {
        acts.push((t.confirm_title().to_owned(), v.link(&MandateConfirm { mandate: id })));
    }
    if (stance.acts || (stance.leads && stance.inner)) && runs && !it.waits() {
        acts.push((t.raise_title().to_owned(), v.link(&RaisedNew { mandate: id })));
    }
    if stance.leads {
        acts.push((t.file_title().to_owned(), v.link(&MandateFile { mandate: id })));
        if runs {
            acts.push((t.substitute_title().to_owned(), v.link(&MandateSubstitute { mandate: id })));
        }
        if it.holds_on(v.today) {
            let word = if it.rests() { t.go_on_title() } else { t.rest_title() };
            acts.push((word.to_owned(), v.link(&MandateRest { mandate: id })));
        }
    }
    if runs && (stance.leads || stance.sits) {
        let word = if it.waits() { t.take_back_title() } else { t.end_title() };
        acts.push((word.to_owned(), v.link(&MandateEnd { mandate: id })));
    }
    acts
}

/// What is on file, as far as the reader may see it.
pub fn facts(r: &Reading<'_>, place: &Place, sitting: &Sitting) -> Result<Vec<Fact>> {
    let (t, v, it) = (T(r.viewer.lang), r.viewer, &place.it);
    let day = |day: kernel::Day| i18n::day_long(v.lang, day);
    let mut facts = Vec::new();
    let who = match it.person.filter(|_| !it.holds_on(v.today)) {
        Some(person) => sitting.name(person).unwrap_or_else(|| t.somebody().to_owned()),
        None => sitting.words(t, it.seat),
    };
    let one = it.person.filter(|_| !it.holds_on(v.today)).or_else(|| sitting.only(it.seat));
    let one = one.filter(|person| sitting.name(*person).is_some());
    let href = one.map_or_else(String::new, |person| v.link(&PersonChains { person }));
    facts.push((t.fact_who().to_owned(), who, href));
    facts.extend(sitting.stand_ins(t, it.seat).map(|names| plain(t.fact_stand_in(), names)));
    let term = match (it.term_end, it.until.is_open()) {
        (Some(end), _) => t.from_until(day(it.from), day(end.previous())),
        (None, false) => t.from_until(day(it.from), day(it.until.previous())),
        (None, true) => t.from_on(day(it.from)),
    };
    facts.push(plain(t.fact_term(), term));
    let detail = &it.detail;
    if let Some(id) = detail.resolution {
        match decisions::find_resolution(r.conn, &v.actor, id) {
            Ok(found) => facts.push((
                t.fact_decision().to_owned(),
                t.resolution_words(&found.mark, &found.title),
                v.link(&decisions::paths::ResolutionPage { resolution: id }),
            )),
            Err(kernel::Error::NotFound) => {}
            Err(fault) => return Err(fault),
        }
    }
    if !detail.decision.is_empty() || detail.decision_day.is_some() {
        let on = detail.decision_day.map(|d| t.on_day(day(d)));
        let words = [Some(detail.decision.clone()), on].into_iter().flatten().filter(|w| !w.is_empty());
        facts.push(plain(t.fact_decision(), words.collect::<Vec<_>>().join(", ")));
    }
    facts.push(plain(t.fact_mandate(), mandate_word(t, it.mandate)));
    let confirmed = match detail.confirmed_day {
        Some(on) if detail.confirmed_by.is_empty() => t.on_day(day(on)),
        Some(on) => t.confirmed_words(day(on), &detail.confirmed_by),
        None => t.confirmed_missing().to_owned(),
    };
    facts.push(plain(t.fact_confirmed(), confirmed));
    if place.stance.inner {
        facts.push(plain(t.fact_report_days(), t.days(detail.report_days)));
    }
    facts.extend(it.end_reason.filter(|_| it.until <= v.today).map(|why| plain(t.fact_end(), end_word(t, why))));
    Ok(facts)
}

/// Free or bound.
pub const fn mandate_word(t: T, mandate: Mandate) -> &'static str {
    match mandate {
        Mandate::Free => t.mandate_free(),
        Mandate::Bound => t.mandate_bound(),
    }
}

/// Why a delegation ended.
pub const fn end_word(t: T, reason: EndReason) -> &'static str {
    match reason {
        EndReason::Term => t.end_term(),
        EndReason::Resignation => t.end_resignation(),
        EndReason::Eligibility => t.end_eligibility(),
        EndReason::Recall => t.end_recall(),
        _ => t.end_other(),
    }
}
