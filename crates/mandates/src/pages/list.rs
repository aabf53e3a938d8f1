//! P08: my mandates: what is next, what is due, my seats as a picture and a list, those elsewhere too.

use kernel::{Id, Result};
use networks::{
    Body, Capacity, Hat, Status,
    shell::{self, Pill, Sat, Span},
};
use pictures::{
    About,
    terms::{self, Bar, TermRow, Terms},
};
use web::{Answer, Page, Reading};

use super::{
    picture::figure,
    place::Sitting,
    report::show::corrected_pill,
    view::{Block, Line, Section, View},
};
use crate::{
    Delegation, Due,
    paths::{Briefing, MandateList, MandatePage, PersonChains, ReportForm, ReportPage},
    reads::{chains, due, mine},
    store::{reports, sessions},
    words::T,
};

/// How far ahead the page looks: months.
const AHEAD_MONTHS: i32 = 12;
/// How far back reports that rose are shown: days.
const RISEN_DAYS: i32 = 120;
/// To how many bodies chains are drawn.
const DRAWN: usize = 4;

/// The page.
///
/// # Errors
/// When the database cannot be read.
pub fn show(r: &Reading<'_>, _: MandateList) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let mine = mine(r.conn, v)?;
    let bodies: Vec<Id<Body>> = mine.iter().flat_map(|it| [it.receiver, it.sender]).collect();
    let bodies = networks::list_bodies_by_id(r.conn, &v.actor, &bodies)?;
    let name =
        |id: Id<Body>| bodies.iter().find(|b| b.id == id).map_or_else(String::new, |b| b.name_in(v.lang).to_owned());
    let (open, filed) = due(r.conn, v, &mine)?;
    let mut view = View::new(v.lang, t.nav_mandates());
    view.lead = t.list_lead().to_owned();
    let owed: Vec<Line> = open.iter().map(|it| owes(r, it, name(it.delegation.receiver))).collect();
    view.section("berichte", t.due_title(), Block::Rows(owed));
    let next = next(r, &mine, &name)?;
    view.section("sitzungen", t.next_title(), Block::Rows(next));
    if mine.is_empty() {
        view.section("mandate", t.mandates_title(), Block::Empty(t.empty_title(), t.empty_text()));
    } else {
        let rows = mine.iter().map(|it| row(r, it, &name)).collect();
        view.section("mandate", t.mandates_title(), Block::Rows(rows));
        let drawn = Section::new("ketten", t.chains_title(), Block::Html(drawn(r, &mine, &bodies)?));
        let any_day = v.actor.person.map(|me| v.link(&PersonChains { person: Id::new(me) }));
        view.sections.push(match any_day {
            Some(href) => drawn.with(Block::Ways(vec![(t.own_chains().to_owned(), href)])),
            None => drawn,
        });
    }
    let elsewhere = elsewhere(r)?;
    view.section("bild", t.seats_title(), Block::Html(timeline(r, &elsewhere)?));
    let noted = elsewhere.iter().map(|it| noted(r, it)).collect();
    view.section("elsewhere", t.elsewhere_title(), Block::Rows(noted));
    let done = filed.iter().filter_map(|it| handed_in(r, it, name(it.delegation.receiver))).collect();
    view.section("abgegeben", t.filed_title(), Block::Rows(done));
    view.section("weitergegeben", t.risen_title(), Block::Rows(risen(r)?));
    view.answer(r, Page::new(t.nav_mandates()).nav("mandates"))
}

/// A report she owes, with the way to write it.
pub fn owes(r: &Reading<'_>, it: &Due, into: String) -> Line {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let day = i18n::day_medium(v.lang, it.due);
    let pill = if it.is_overdue(v.today) {
        Pill::new("w1", "clock", t.overdue_since(day))
    } else {
        Pill::new("i1", "clock", t.due_until(day))
    };
    let href = v.link(&ReportForm { mandate: it.delegation.id, session: it.session.id });
    Line {
        title: t.report_of(&it.session.title),
        href: href.clone(),
        details: [into, i18n::day_medium(v.lang, it.session.day())].into_iter().filter(|d| !d.is_empty()).collect(),
        pills: vec![pill],
        act: Some((t.act_report().to_owned(), href)),
        ..Line::default()
    }
}

fn handed_in(r: &Reading<'_>, it: &Due, into: String) -> Option<Line> {
    let (t, v, report) = (T(r.viewer.lang), r.viewer, it.report.as_ref()?);
    Some(Line {
        title: t.report_of(&it.session.title),
        href: v.link(&ReportPage { report: report.id }),
        details: vec![into, i18n::day_medium(v.lang, it.session.day())],
        pills: corrected_pill(t, v.lang, report.corrected_at).into_iter().collect(),
        ..Line::default()
    })
}

/// The next sittings of the bodies she is sent into.
fn next(r: &Reading<'_>, mine: &[Delegation], name: &dyn Fn(Id<Body>) -> String) -> Result<Vec<Line>> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    if mine.is_empty() {
        return Ok(Vec::new());
    }
    let receivers: Vec<Id<Body>> = mine.iter().map(|it| it.receiver).collect();
    let sides: Vec<Id<Body>> = mine.iter().map(|it| it.network).collect();
    let span = (v.now, v.today.plus_months(AHEAD_MONTHS).at(0, 0));
    let found = sessions::list_of_side(r.conn, &receivers, &sides, span)?;
    let line = |session: &crate::Session| {
        let it = mine.iter().find(|it| it.receiver == session.receiver && it.network == session.network)?;
        let href = v.link(&Briefing { mandate: it.id, session: session.id });
        Some(Line {
            title: session.title.clone(),
            href: href.clone(),
            details: vec![name(it.receiver), i18n::moment_long(v.lang, session.starts_at)],
            pills: session.called_off.then(|| Pill::new("w1", "cross", t.called_off())).into_iter().collect(),
            act: Some((t.act_prepare().to_owned(), href)),
            ..Line::default()
        })
    };
    Ok(found.iter().filter_map(line).collect())
}

fn row(r: &Reading<'_>, it: &Delegation, name: &dyn Fn(Id<Body>) -> String) -> Line {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let until = it.term_end.map(|end| t.chain_until(i18n::day_medium(v.lang, end.previous())));
    Line {
        title: name(it.receiver),
        href: v.link(&MandatePage { mandate: it.id }),
        details: [Some(t.sent_by(name(it.sender))), until].into_iter().flatten().collect(),
        pills: (v.actor.sits.iter().any(|s| s.seat == it.seat.raw() && s.substitute))
            .then(|| Pill::new("", "person", t.stand_in_word()))
            .into_iter()
            .collect(),
        ..Line::default()
    }
}

/// The ways from those who begin to her own seats.
fn drawn(r: &Reading<'_>, mine: &[Delegation], bodies: &[Body]) -> Result<String> {
    let seats: Vec<_> = mine.iter().map(|it| it.seat).collect();
    let mut leaves: Vec<&Body> = bodies.iter().filter(|b| mine.iter().any(|it| it.receiver == b.id)).collect();
    leaves.truncate(DRAWN);
    let mut all = chains::Ways::default();
    for leaf in leaves {
        all.join(chains::into(r.conn, &r.viewer.actor, leaf, r.viewer.stand)?.ending_on(&seats));
    }
    let all = all.limited();
    if all.is_empty() { Ok(String::new()) } else { figure(r, &all) }
}

/// A row of the picture of her seats: what it is called, where, its colour and its bars.
type SeatRow = (String, String, u8, Vec<Span>);

/// All her seats and mandates as bars over the years, those in bodies elsewhere among them.
fn timeline(r: &Reading<'_>, elsewhere: &[networks::Elsewhere]) -> Result<String> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let Some(person) = v.actor.person else { return Ok(String::new()) };
    let mut hats = networks::hats(r.conn, &v.actor, Id::new(person), v.today)?;
    hats.retain(|h| h.capacity.fills());
    let of_hat = |h: &Hat| {
        let name = shell::seat_name(v.lang, h.seat.number, h.seat.label.as_deref(), h.seat.office);
        let hue = u8::try_from(h.network.hue).unwrap_or(1);
        (h.body.name_in(v.lang).to_owned(), name, hue, bars(h, v.today))
    };
    let noted = |it: &networks::Elsewhere| {
        let sat = Sat { term: it.noted.term, term_end: None, acting: false, rests: false };
        // No colour of a network here: the first stands for those elsewhere.
        (it.noted.body.clone(), it.noted.role.clone(), 1, shell::spans(&sat, v.today, false))
    };
    let seats: Vec<SeatRow> = hats.iter().map(of_hat).chain(elsewhere.iter().map(noted)).collect();
    let spans = || seats.iter().flat_map(|(.., spans)| spans);
    let (Some(first), Some(today)) = (spans().map(|s| i32::from(s.term.from.year())).min(), shell::drawn(v.today))
    else {
        return Ok(String::new());
    };
    let year = i32::from(v.today.year());
    let ends = spans().map(|s| s.term.until).filter(|d| !d.is_open()).map(|d| i32::from(d.year()));
    let to_year = ends.max().unwrap_or(year).clamp(year + 1, year + 6);
    let bar = |s: &Span| {
        Some(Bar {
            from: shell::drawn(s.term.from)?,
            end: shell::last(s.term.until),
            kind: s.kind,
            holder: t.you().to_owned(),
            period: i18n::term(v.lang, &s.term, v.today),
            state: shell::span_state(v.lang, s, v.today),
            href: None,
        })
    };
    let row = |(label, sublabel, hue, spans): &SeatRow| TermRow {
        label: label.clone(),
        sublabel: sublabel.clone(),
        hue: *hue,
        href: None,
        bars: spans.iter().filter_map(bar).collect(),
    };
    let terms = Terms {
        about: About {
            id: "sitze".to_owned(),
            title: t.seats_title().to_owned(),
            description: t.seats_text(seats.len()),
            table_caption: t.seats_title().to_owned(),
            table_head: [t.seats_head(), t.chain_who(), t.seats_term(), t.chain_state()].map(str::to_owned).to_vec(),
        },
        from_year: first.clamp(year - 14, year),
        to_year,
        today,
        today_label: t.today_word().to_owned(),
        words: shell::term_words(v.lang),
        rows: seats.iter().map(row).collect(),
    };
    Ok(terms::draw(&terms).figure("", t.chain_as_table()))
}

fn bars(h: &Hat, today: kernel::Day) -> Vec<Span> {
    let sat = Sat {
        term: h.term,
        term_end: h.term_end,
        acting: h.capacity == Capacity::Acting,
        rests: h.status == Status::Suspended,
    };
    shell::spans(&sat, today, false)
}

/// Her seats in bodies that are not on this installation.
fn elsewhere(r: &Reading<'_>) -> Result<Vec<networks::Elsewhere>> {
    let v = r.viewer;
    match v.actor.person {
        Some(person) => networks::elsewhere_of(r.conn, &v.actor, Id::new(person), v.today),
        None => Ok(Vec::new()),
    }
}

fn noted(r: &Reading<'_>, it: &networks::Elsewhere) -> Line {
    let v = r.viewer;
    Line {
        title: it.noted.body.clone(),
        href: v.link(&networks::paths::ElsewhereEdit { seat: it.id }),
        details: [it.noted.role.clone(), i18n::term(v.lang, &it.noted.term, v.today)]
            .into_iter()
            .filter(|d| !d.is_empty())
            .collect(),
        ..Line::default()
    }
}

/// What rose to her bodies, each report once.
fn risen(r: &Reading<'_>) -> Result<Vec<Line>> {
    let v = r.viewer;
    let bodies: Vec<Id<Body>> = v.actor.bodies().into_iter().map(Id::new).collect();
    if bodies.is_empty() {
        return Ok(Vec::new());
    }
    rows_of_risen(r, &reports::list_risen(r.conn, &v.actor, &bodies, v.today.plus_days(-RISEN_DAYS).at(0, 0))?)
}

/// Reports that rose, as rows.
///
/// # Errors
/// When the database cannot be read.
pub fn rows_of_risen(r: &Reading<'_>, all: &[reports::Risen]) -> Result<Vec<Line>> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let seats: Vec<_> = all.iter().map(|it| it.seat).collect();
    let sitting = Sitting::load(r, &seats, &[])?;
    let line = |it: &reports::Risen| Line {
        title: t.report_of(&it.session.title),
        href: v.link(&ReportPage { report: it.id }),
        details: vec![sitting.words(t, it.seat), i18n::day_medium(v.lang, it.session.day())],
        pills: corrected_pill(t, v.lang, it.corrected).into_iter().collect(),
        ..Line::default()
    };
    Ok(all.iter().map(line).collect())
}
