//! `/gremien/{body}/mandate`: P42, a body of others with our seats, its sittings and what we raised there; and for a network
//! or body of ours whom it sends where, which reports are missing, and the chains as pictures on any day.

use kernel::{Id, Moment, Result, Scope};
use networks::{
    Body, BodyKind,
    shell::{self, Pill},
};
use web::{Answer, Page, Reading};

use super::{
    list::{owes, rows_of_risen},
    outcome_pill,
    picture::{chain_section, concentration},
    place::{Sitting, body_crumbs, body_row, place_of},
    report::show::corrected_pill,
    view::{Block, Fact, Line, Section, View, plain},
};
use crate::{
    Delegation, Raised, Session, export,
    paths::{
        BodyMandates, ContactEdit, ContactNew, MandateNew, MandatePage, OparlPage, RaisedFile, RaisedPage, ReportForm,
        ReportPage, SessionNew, SessionPage,
    },
    reads::{Side, chains, due, knows, stance},
    store::{contacts, delegations, raised, reports, sessions},
    words::T,
};

/// How far back sittings and reports are shown: months.
const BACK_MONTHS: i32 = 12;

/// The page.
///
/// # Errors
/// [`kernel::Error::NotFound`] where the reader has no part in any delegation of the body.
pub fn show(r: &Reading<'_>, p: BodyMandates) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let (body, network) = place_of(r, p.body)?;
    let mut around = delegations::list_around(r.conn, body.id, v.today)?;
    around.retain(|it| knows(&v.actor, it));
    let scope = Scope::body(kernel::Level::Network, body.network.raw(), body.id.raw());
    if around.is_empty() && !rights::sees(&v.actor, &scope) {
        return Err(kernel::Error::NotFound);
    }
    let outside = body.kind == BodyKind::Outside;
    let title = if outside { body.name_in(v.lang).to_owned() } else { t.body_title(body.name_in(v.lang)) };
    let mut view = View::new(v.lang, &title);
    view.crumbs = body_crumbs(r, &body, network.as_ref(), false)?;
    view.lead = if outside { t.outside_lead() } else { t.sender_lead() }.to_owned();
    let hers: Vec<Delegation> =
        around.iter().filter(|it| it.holds_on(v.today) && stance(&v.actor, it, None).acts).cloned().collect();
    let (open, _) = due(r.conn, v, &hers)?;
    let owed = open.iter().map(|it| owes(r, it, String::new())).collect();
    view.section("fehlend", t.due_title(), Block::Rows(owed));
    let into: Vec<Delegation> = around.iter().filter(|it| it.receiver == body.id).cloned().collect();
    if outside || !into.is_empty() {
        receiver(r, &mut view, &body, &into)?;
    }
    let from: Vec<Delegation> = around.into_iter().filter(|it| it.receiver != body.id).collect();
    if !outside {
        sender(r, &mut view, &body, &from)?;
    }
    picture(r, &mut view, &body, outside)?;
    let page = Page::new(format!("{}: {}", t.nav_mandates(), body.name_in(v.lang))).nav("networks").dated();
    view.answer(r, body_row(r, page, &body, network.as_ref())?)
}

/// What there is of a body somebody is sent into: contacts, seats, sittings, what was raised.
fn receiver(r: &Reading<'_>, view: &mut View, body: &Body, into: &[Delegation]) -> Result<()> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let network = Side::network(r.conn, &v.actor, body)?;
    let side = Side::load(r.conn, &v.actor, body.id, network)?;
    if side.edits {
        view.acts = vec![
            (t.session_new().to_owned(), v.link(&SessionNew { body: body.id })),
            (t.oparl_title().to_owned(), v.link(&OparlPage { body: body.id })),
            (t.contact_new().to_owned(), v.link(&ContactNew { body: body.id })),
        ];
    }
    if may_send_into(r, body, into)? {
        view.acts.push((t.send_title().to_owned(), v.link(&MandateNew { body: body.id })));
    }
    let mut facts = about(r, body)?;
    for it in contacts::list_contacts(r.conn, &v.actor, body.id)? {
        let reached: Vec<String> = [Some(it.role.clone()), it.mail.clone(), it.phone.clone()]
            .into_iter()
            .flatten()
            .filter(|x| !x.is_empty())
            .collect();
        let words = std::iter::once(it.name.clone()).chain(reached).collect::<Vec<_>>().join(" · ");
        let href = if side.edits { v.link(&ContactEdit { contact: it.id }) } else { String::new() };
        facts.push((t.contact_word().to_owned(), words, href));
    }
    view.section("angaben", t.about_title(), Block::Facts(facts));
    view.sections.push(seats(r, into, false)?);
    let span = (v.today.plus_months(-BACK_MONTHS).at(0, 0), Moment::from_micros(i64::MAX));
    let mut all = sessions::list_sessions(r.conn, &v.actor, &[body.id], span)?;
    if all.is_empty() && side.sees {
        all = sessions::list_of_side(r.conn, &[body.id], &[network], span)?;
    }
    let (past, ahead): (Vec<Session>, Vec<Session>) = all.into_iter().partition(|s| s.starts_at <= v.now);
    let mut section = Section::new(
        "sitzungen",
        t.sessions_title(),
        if ahead.is_empty() {
            Block::Empty(t.sessions_empty(), t.sessions_empty_text())
        } else {
            Block::Rows(ahead.iter().map(|s| sitting(r, s)).collect())
        },
    );
    if !past.is_empty() {
        section =
            section.with(Block::Fold(t.sessions_past(past.len()), past.iter().rev().map(|s| sitting(r, s)).collect()));
    }
    view.sections.push(section);
    view.section("rueckberichte", t.kind_reports(), Block::Rows(filed(r, &past)?));
    view.section(
        "eingebracht",
        t.raised_title(),
        Block::Rows(list_raised(r, &raised::list_into(r.conn, &v.actor, body.id)?)?),
    );
    Ok(())
}

/// The reports on some sittings the reader may see, in full or as they rose, the latest sitting first. Two or three statements;
/// none without sittings.
///
/// # Errors
/// When the database cannot be read.
pub fn filed(r: &Reading<'_>, sessions: &[Session]) -> Result<Vec<Line>> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let ids: Vec<Id<Session>> = sessions.iter().map(|it| it.id).collect();
    let mut found = reports::list_filed_on(r.conn, &v.actor, &ids)?;
    let at = |it: &reports::FiledOn| sessions.iter().find(|s| s.id == it.session);
    found.sort_by_key(|it| (std::cmp::Reverse(at(it).map(|s| s.starts_at)), it.id.raw()));
    let sitting = Sitting::load(r, &found.iter().map(|it| it.seat).collect::<Vec<_>>(), &[])?;
    let row = |it: &reports::FiledOn| {
        let session = at(it)?;
        Some(Line {
            title: t.report_of(&session.title),
            href: v.link(&ReportPage { report: it.id }),
            details: vec![sitting.words(t, it.seat), i18n::day_medium(v.lang, session.day())],
            pills: corrected_pill(t, v.lang, it.corrected).into_iter().collect(),
            ..Line::default()
        })
    };
    Ok(found.iter().filter_map(row).collect())
}

/// Whether the reader sends somebody into that body: leads a body that sends there, or keeps its membership.
fn may_send_into(r: &Reading<'_>, body: &Body, into: &[Delegation]) -> Result<bool> {
    let actor = &r.viewer.actor;
    let keeps = rights::allows(actor, rights::Kind::Roster, rights::Action::Edit, &body.roster_scope());
    let leads = into.iter().any(|it| stance(actor, it, None).leads);
    let network = Scope::body(body.level, body.network.raw(), body.network.raw());
    Ok(keeps || leads || rights::allows(actor, rights::Kind::Mandate, rights::Action::Edit, &network))
}

fn about(r: &Reading<'_>, body: &Body) -> Result<Vec<Fact>> {
    let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
    let mut facts = Vec::new();
    if let Some(id) = body.organisation {
        let of = networks::visible_organisations(r.conn, &r.viewer.actor, &[id], r.viewer.today)?;
        let href = |id| r.viewer.link(&networks::paths::OrganisationPage { organisation: id });
        facts.extend(of.into_iter().map(|o| (t.fact_organisation().to_owned(), o.name, href(o.id))));
    }
    if !body.purpose_in(lang).is_empty() {
        facts.push(plain(t.fact_purpose(), body.purpose_in(lang)));
    }
    facts.extend(body.rhythm.as_ref().map(|rhythm| plain(t.fact_rhythm(), rhythm.clone())));
    facts.extend(body.mail.as_ref().map(|mail| (t.fact_mail().to_owned(), mail.clone(), format!("mailto:{mail}"))));
    Ok(facts)
}

/// The delegations with who sits there and how they stand; `away` names where they are.
fn seats(r: &Reading<'_>, all: &[Delegation], away: bool) -> Result<Section> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let title = if away { t.sent_title() } else { t.our_seats() };
    if all.is_empty() {
        return Ok(Section::new(
            if away { "entsandt" } else { "sitze" },
            title,
            Block::Empty(t.seats_empty(), t.seats_empty_text()),
        ));
    }
    let ids: Vec<_> = all.iter().map(|it| it.seat).collect();
    let put_forward: Vec<_> = all.iter().filter(|it| it.waits()).filter_map(|it| it.person).collect();
    let sitting = Sitting::load(r, &ids, &put_forward)?;
    let bodies: Vec<Id<Body>> = all.iter().flat_map(|it| [it.receiver, it.sender]).collect();
    let bodies = networks::list_bodies_by_id(r.conn, &v.actor, &bodies)?;
    let name = |id: Id<Body>| bodies.iter().find(|b| b.id == id).map_or("", |b| b.name_in(v.lang));
    let row = |it: &Delegation| {
        let who = match it.person.filter(|_| it.waits()) {
            Some(person) => sitting.name(person).unwrap_or_else(|| t.somebody().to_owned()),
            None => sitting.words(t, it.seat),
        };
        let place = if away { name(it.receiver).to_owned() } else { t.sent_by(name(it.sender)) };
        let stand_in = sitting.stand_ins(t, it.seat).map(|names| t.with_stand_in(names));
        Line {
            title: if away { place.clone() } else { who.clone() },
            href: v.link(&MandatePage { mandate: it.id }),
            details: [Some(if away { who } else { place }), stand_in].into_iter().flatten().collect(),
            pills: pills(r, it),
            ..Line::default()
        }
    };
    Ok(Section::new(if away { "entsandt" } else { "sitze" }, title, Block::Rows(all.iter().map(row).collect())))
}

/// How a delegation stands.
pub fn pills(r: &Reading<'_>, it: &Delegation) -> Vec<Pill> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let day = |day: kernel::Day| i18n::day_medium(v.lang, day);
    if it.waits() {
        return vec![Pill::new("i1", "clock", t.pill_waits())];
    }
    if it.until <= v.today {
        return vec![Pill::new("", "cross", t.pill_ended(day(it.until.previous())))];
    }
    let mut pills = Vec::new();
    if it.from > v.today {
        pills.push(Pill::new("i1", "clock", t.pill_from(day(it.from))));
    }
    match it.term_end {
        Some(end) if end <= v.today => pills.push(Pill::new("w1", "warning", t.chain_expired(day(end.previous())))),
        Some(end) => pills.push(Pill::new("", "calendar", t.chain_until(day(end.previous())))),
        None => {}
    }
    if it.rests() {
        pills.push(Pill::new("w1", "clock", t.chain_rests()));
    }
    if it.detail.confirmed_day.is_none() {
        pills.push(Pill::new("i1", "warning", t.pill_unconfirmed()));
    }
    pills
}

fn sitting(r: &Reading<'_>, session: &Session) -> Line {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    Line {
        title: session.title.clone(),
        href: v.link(&SessionPage { session: session.id }),
        details: [i18n::moment_long(v.lang, session.starts_at), session.place.clone()]
            .into_iter()
            .filter(|d| !d.is_empty())
            .collect(),
        pills: session.called_off.then(|| Pill::new("w1", "cross", t.called_off())).into_iter().collect(),
        ..Line::default()
    }
}

/// What was raised, as rows.
pub fn list_raised(r: &Reading<'_>, all: &[Raised]) -> Result<Vec<Line>> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let ids: Vec<Id<Body>> = all.iter().map(|it| it.receiver).collect();
    let bodies = networks::list_bodies_by_id(r.conn, &v.actor, &ids)?;
    let row = |it: &Raised| {
        let into = bodies.iter().find(|b| b.id == it.receiver).map_or("", |b| b.name_in(v.lang)).to_owned();
        let next = it.next.map(|day| t.next_on(i18n::day_medium(v.lang, day)));
        Line {
            title: it.title.clone(),
            href: v.link(&RaisedPage { raised: it.id }),
            details: [Some(into), next].into_iter().flatten().filter(|d| !d.is_empty()).collect(),
            pills: vec![outcome_pill(t, it.state)],
            ..Line::default()
        }
    };
    Ok(all.iter().map(row).collect())
}

/// What there is of a body that sends: its delegations, missing reports, reports that rose, what was raised.
fn sender(r: &Reading<'_>, view: &mut View, body: &Body, from: &[Delegation]) -> Result<()> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    if !from.is_empty() || view.sections.is_empty() {
        view.sections.push(seats(r, from, true)?);
    }
    let mut senders: Vec<Id<Body>> = from.iter().map(|it| it.sender).chain([body.id]).collect();
    senders.sort_unstable();
    senders.dedup();
    let lead = |id: &Id<Body>| {
        let scope = Scope::body(kernel::Level::Network, body.network.raw(), id.raw());
        rights::allows(&v.actor, rights::Kind::Mandate, rights::Action::Edit, &scope)
    };
    let led: Vec<Id<Body>> = senders.iter().copied().filter(lead).collect();
    if !led.is_empty() {
        let missing = reports::list_overdue(r.conn, &led, v.today)?;
        let sitting = Sitting::load(r, &missing.iter().map(|m| m.seat).collect::<Vec<_>>(), &[])?;
        let hers = v.actor.seats();
        let row = |m: &reports::Missing| Line {
            title: t.report_of(&m.session.title),
            href: v.link(&SessionPage { session: m.session.id }),
            details: vec![sitting.words(t, m.seat), i18n::day_medium(v.lang, m.session.day())],
            pills: vec![Pill::new("w1", "clock", t.overdue_since(i18n::day_medium(v.lang, m.due)))],
            act: hers.contains(&m.seat.raw()).then(|| {
                let form = ReportForm { mandate: m.delegation, session: m.session.id };
                (t.act_report().to_owned(), v.link(&form))
            }),
            ..Line::default()
        };
        view.section("ausstehend", t.missing_title(), Block::Rows(missing.iter().map(row).collect()));
    }
    let since = v.today.plus_months(-BACK_MONTHS).at(0, 0);
    let risen = reports::list_risen(r.conn, &v.actor, &[body.id], since)?;
    view.section("berichte", t.risen_title(), Block::Rows(rows_of_risen(r, &risen)?));
    let found = raised::list_from(r.conn, &v.actor, &senders)?;
    view.section("von-uns", t.raised_title(), Block::Rows(list_raised(r, &found)?));
    if !found.is_empty() && export::may(r, body) {
        let file = |form: &str| -> Result<String> {
            let (list, form) = (shell::slug(export::NAME)?, shell::slug(form)?);
            Ok(v.link(&RaisedFile { body: body.id, list, form }))
        };
        let ways = vec![(t.file_excel().to_owned(), file("xlsx")?), (t.file_csv().to_owned(), file("csv")?)];
        if let Some(section) = view.sections.last_mut() {
            section.blocks.push(Block::Ways(ways));
        }
    }
    Ok(())
}

/// The ways, on the day looked at, as far as wished: all of them, or the last one or two steps.
fn picture(r: &Reading<'_>, view: &mut View, body: &Body, outside: bool) -> Result<()> {
    let v = r.viewer;
    let found = if body.is_network() {
        chains::of_network(r.conn, &v.actor, body, v.stand)?
    } else if outside {
        chains::into(r.conn, &v.actor, body, v.stand)?
    } else {
        match networks::list_bodies_by_id(r.conn, &v.actor, &[body.network])?.into_iter().next() {
            Some(network) => chains::of_network(r.conn, &v.actor, &network, v.stand)?.through(|b| b.id == body.id),
            None => chains::Ways::default(),
        }
    };
    if !outside {
        view.sections.extend(concentration(r, &found));
    }
    let path = v.link_then(&BodyMandates { body: body.id });
    view.sections.extend(chain_section(r, found, &path)?);
    Ok(())
}
