//! `/gremien/{body}/waehlen`: preparing an election.

use askama::Template;
use kernel::{Day, Error, Id, Problem, Result};
use networks::{Body, EndReason, RosterSeat, Seat, SeatKind, SeatState, shell};
use web::{Answer, Fields, FormView, Reading, Sheet, Writing};

use super::{BOARD_FIELDS, board_of, members, people_options};
use crate::{
    Method, NewElection, NewVote,
    actions::election::{free_from, grade_for},
    pages::{
        led_body,
        motion::{levels, read_level, times},
        page, problems, way,
        wording::{level_word, rule_in_words},
    },
    paths::{Decisions, ElectionNew, RulesPage, VoteLead},
    rules::{BallotKind, RuleSet, Trigger},
    store::{election_seats, rules::rules_of},
    words::T,
};

/// Ways to elect, the usual ones first: what is sent, the way, and whether secretly.
const WAYS: [(&str, Method, bool); 6] = [
    ("verdeckt", Method::Online, true),
    ("brief-und-hier", Method::Mixed, true),
    ("sitzung-papier", Method::Sitting, true),
    ("brief", Method::Postal, true),
    ("offen", Method::Online, false),
    ("sitzung-hand", Method::Sitting, false),
];

#[derive(Template)]
#[template(path = "election_of.html")]
struct Of {
    t: T,
    all: Vec<(String, String, bool)>,
}

fn asked(r: &Reading<'_>, body: &Body, text: &str) -> Result<Body> {
    match text.parse::<Id<Body>>() {
        Ok(id) if id != body.id => {
            let found = networks::find_body(r.conn, &r.viewer.actor, id)?;
            if found.network == body.network { Ok(found) } else { Err(Error::NotFound) }
        }
        _ => Ok(body.clone()),
    }
}

/// The form.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub fn form(r: &Reading<'_>, p: ElectionNew) -> Result<Answer> {
    let (body, network) = led_body(r, p.body)?;
    let target = asked(r, &body, r.ask.query("fuer").unwrap_or_default())?;
    let (last, until) = (r.viewer.today.plus_days(28).to_string(), r.viewer.today.plus_days(14).to_string());
    let first = r.viewer.today.plus_days(15).to_string();
    let level = levels(r, &body)[0].number().to_string();
    let rules = rules_of(r.conn, &body, r.viewer.today)?;
    let kind = rules.as_ref().map_or("single", |v| kind_value(v.rules.elections.ballot.value));
    // Where the rules say how long before the election nominations end, the day follows from its beginning.
    let ruled = rules.as_ref().is_some_and(|v| !v.rules.elections.nominations.value.is_none());
    let values = [
        ("way", "verdeckt"),
        ("paper_kind", kind),
        ("first", first.as_str()),
        ("last", last.as_str()),
        ("nominations", if ruled { "" } else { until.as_str() }),
        ("level", level.as_str()),
    ];
    sheet(r, &body, &network, &target, &FormView::new(r.viewer.lang, &values))
}

const fn kind_value(kind: BallotKind) -> &'static str {
    match kind {
        BallotKind::Single => "single",
        BallotKind::Combined => "combined",
        BallotKind::List => "list",
    }
}

const fn kind_word(t: T, kind: BallotKind) -> &'static str {
    match kind {
        BallotKind::Single => t.kind_single(),
        BallotKind::Combined => t.kind_combined(),
        BallotKind::List => t.kind_list(),
    }
}

fn way_word(t: T, way: &str) -> &'static str {
    match way {
        "verdeckt" => t.way_covert(),
        "brief-und-hier" => t.way_mixed(),
        "sitzung-papier" => t.way_sitting_paper(),
        "brief" => t.way_postal(),
        "offen" => t.way_open(),
        _ => t.way_sitting_hands(),
    }
}

/// The ways these rules allow: where elections are always secret, none that is open.
fn ways(rules: &RuleSet) -> Vec<(&'static str, Method, bool)> {
    let secret = matches!(rules.elections.secret.value, Trigger::Always | Trigger::Persons);
    WAYS.into_iter().filter(|(.., covert)| *covert || !secret).collect()
}

/// The seats of a body this one fills by election, with how each is called and how it stands.
fn seats(r: &Reading<'_>, body: &Body, target: &Body) -> Result<Seats> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let soon = networks::soon_after(v.today);
    let Some(roster) = networks::roster(r.conn, &v.actor, target, v.today, soon)? else {
        return Ok(Seats { free: Vec::new(), settled: Vec::new() });
    };
    let own = target.id == body.id || body.is_network();
    let elected = |s: &&RosterSeat| match s.kind {
        SeatKind::Elected => own,
        SeatKind::Personal => own && s.office.is_some(),
        SeatKind::Delegated => s.source_body == Some(body.id),
        _ => false,
    };
    let found: Vec<&RosterSeat> = roster.seats.iter().filter(elected).collect();
    let ids: Vec<Id<Seat>> = found.iter().map(|s| s.id).collect();
    let held = election_seats::list_held(r.conn, &ids)?;
    let (running, promised) =
        (election_seats::list_being_filled(r.conn, &ids)?, election_seats::list_promised(r.conn, &ids)?);
    let name = |s: &RosterSeat| shell::seat_name(v.lang, s.number, s.label.as_deref(), s.office);
    let stands = |s: &RosterSeat| {
        let end = s.held.as_ref().and_then(|h| h.term_end).map(|end| i18n::day_medium(v.lang, end.previous()));
        match (s.state, end) {
            (SeatState::Vacant, _) => {
                let last = held.iter().find(|h| h.seat == s.id && h.until <= v.today);
                let left = last.filter(|h| h.end.is_some_and(|why| why != EndReason::Term)).and_then(|h| h.term_end);
                left.filter(|end| *end > v.today).map_or_else(
                    || t.seat_vacant().to_owned(),
                    |end| t.seat_rest(i18n::day_medium(v.lang, end.previous())),
                )
            }
            (SeatState::CarriesOver, Some(end)) => t.seat_carries(end),
            (_, Some(end)) => t.seat_until(end),
            (_, None) => t.seat_held().to_owned(),
        }
    };
    // What a new election would meet there: a term that runs, a successor who is elected, another election.
    let ahead = |s: &RosterSeat| {
        let next = held.iter().filter(|h| h.seat == s.id && h.from > v.today).map(|h| h.from).min();
        let free = free_from(&held, s.id, v.today);
        let mut said: Vec<String> =
            next.map(|day| t.seat_successor(i18n::day_medium(v.lang, day))).into_iter().collect();
        if running.contains(&s.id) {
            said.push(t.seat_running().to_owned());
        } else if promised.contains(&s.id) {
            said.push(t.seat_promised().to_owned());
        } else if free > v.today && !free.is_open() {
            said.push(t.seat_from(i18n::day_medium(v.lang, free)));
        }
        said
    };
    let open = |s: &&RosterSeat| {
        !free_from(&held, s.id, v.today).is_open() && !running.contains(&s.id) && !promised.contains(&s.id)
    };
    let word = |s: &RosterSeat| {
        let said: Vec<String> = std::iter::once(stands(s)).chain(ahead(s)).collect();
        format!("{} ({})", name(s), said.join("; "))
    };
    let (free, rest): (Vec<&RosterSeat>, Vec<&RosterSeat>) = found.into_iter().partition(open);
    Ok(Seats {
        free: free.into_iter().map(|s| (s.id, name(s), word(s))).collect(),
        settled: rest.into_iter().map(word).collect(),
    })
}

/// The seats of a body another one elects: those that can be chosen, with what they are called and how they stand; and those
/// somebody is or is being elected to.
struct Seats {
    free: Vec<(Id<Seat>, String, String)>,
    settled: Vec<String>,
}

fn sheet(r: &Reading<'_>, body: &Body, network: &Body, target: &Body, form: &FormView) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let steps = way(r, body, network)?;
    let mut steps: Vec<(&str, String)> = steps.iter().map(|(w, h)| (w.as_str(), h.clone())).collect();
    let back = v.link(&Decisions { body: body.id });
    steps.push((t.decisions(), back.clone()));
    let mut sheet = Sheet {
        crumbs: shell::crumbs(r, &steps),
        title: t.election_new().to_owned(),
        lead: body.name_in(v.lang).to_owned(),
        back,
        ..Sheet::new(v.lang)
    }
    .of(form);
    let shown = page(r, network, t.election_new())?;
    let Some(rules) = rules_of(r.conn, body, v.today)? else {
        sheet.known.push(t.motion_no_rules().to_owned());
        sheet.back = v.link(&RulesPage { body: body.id });
        return sheet.answer(r, shown, form);
    };
    let rules = rules.rules;
    if !rules.formal.value {
        sheet.known.push(t.motion_informal().to_owned());
        return sheet.answer(r, shown, form);
    }
    let here = v.link(&ElectionNew { body: body.id });
    let mut others = networks::list_bodies(r.conn, &v.actor, body.network, v.today)?;
    others.retain(|b| b.id != body.id);
    others.insert(0, body.clone());
    let all = others.iter().map(|b| (b.name_in(v.lang).to_owned(), format!("{here}?fuer={}", b.id), b.id == target.id));
    sheet.above = Of { t, all: all.collect() }.render().map_err(Error::internal)?;
    let seats = seats(r, body, target)?;
    if !seats.settled.is_empty() {
        sheet.known.push(t.seat_not_now(i18n::list_and(v.lang, &seats.settled)));
    }
    if seats.free.is_empty() {
        sheet.known.push(t.election_no_seats(target.name_in(v.lang)));
        return sheet.answer(r, shown, form);
    }
    let owned = |(value, word): (&str, &str)| (value.to_owned(), word.to_owned());
    let mut kinds = vec![rules.elections.ballot.value];
    kinds.extend(rules.elections.also.value.iter().copied().filter(|k| *k != rules.elections.ballot.value));
    let persons = people_options(t, &members(r, body)?);
    let ends = nominations_hint(t, &rules);
    sheet.hidden.push(("fuer", target.id.to_string()));
    let mut fields = vec![
        form.text("title", t.election_title()).hint(t.election_title_hint()).most(120).to_string(),
        form.boxes(
            "seats",
            t.election_seats(),
            seats.free.into_iter().map(|(id, _, word)| (id.to_string(), word)).collect(),
        )
        .hint(t.election_seats_hint())
        .to_string(),
        form.radios(
            "paper_kind",
            t.election_kind(),
            kinds.iter().map(|k| owned((kind_value(*k), kind_word(t, *k)))).collect(),
        )
        .to_string(),
        form.radios("way", t.election_way(), ways(&rules).iter().map(|(v, ..)| owned((v, way_word(t, v)))).collect())
            .to_string(),
        form.text("nominations", t.election_nominations()).hint(&ends).kind("date").optional().to_string(),
        form.text("first", t.motion_first()).hint(t.motion_first_hint()).kind("date").optional().to_string(),
        form.text("last", t.motion_last()).hint(t.election_last_hint()).kind("date").to_string(),
        form.text("sitting", t.election_sitting()).hint(t.election_sitting_hint()).kind("date").to_string(),
        form.text("term_from", t.election_term()).hint(t.election_term_hint()).kind("date").optional().to_string(),
        form.text("rules_reference", t.fact_reference()).hint(t.deed_reference_hint()).most(160).optional().to_string(),
        form.select(
            "level",
            t.fact_level(),
            levels(r, body).iter().map(|l| owned((&l.number().to_string(), level_word(t, *l)))).collect(),
        )
        .to_string(),
    ];
    let labels = [t.board_first(), t.board_second(), t.board_third()];
    for (name, label) in BOARD_FIELDS.iter().zip(labels) {
        fields.push(form.select(name, label, persons.clone()).to_string());
    }
    sheet.fields = fields;
    sheet.submit = t.motion_save();
    sheet.answer(r, shown, form)
}

/// What the rules say about when nominations end.
fn nominations_hint(t: T, rules: &RuleSet) -> String {
    if rules.elections.nominations.value.is_none() {
        return t.election_nominations_free().to_owned();
    }
    rule_in_words(t, rules, "elections.nominations")
        .map_or_else(String::new, |(_, value, clause)| t.election_nominations_ruled(clause, value))
}

/// Prepares it and leads on to the page that leads it.
///
/// # Errors
/// As [`crate::prepare_elections`].
pub fn save(w: &Writing<'_>, p: ElectionNew) -> Result<Answer> {
    let r = w.reading();
    let (body, network) = led_body(&r, p.body)?;
    let target = asked(&r, &body, w.ask.field("fuer"))?;
    let again = |found: Vec<Problem>| sheet(&r, &body, &network, &target, &FormView::kept(w.viewer.lang, w.ask, found));
    let mut fields = Fields::of(w.ask);
    let title = fields.needed("title", 120, "Bitte nennen Sie, was gewählt wird.", "Please say what is elected.");
    let kinds = [BallotKind::Single, BallotKind::Combined, BallotKind::List].map(|k| (kind_value(k), k));
    let kind = fields.choice("paper_kind", &kinds);
    let way = fields.choice("way", &WAYS.map(|(v, method, covert)| (v, (method, covert))));
    let level = read_level(&mut fields, &levels(&r, &body), w.ask.field("level"));
    let optional = |fields: &mut Fields<'_>, name: &'static str| -> Option<Day> {
        if w.ask.field(name).is_empty() { None } else { fields.day(name) }
    };
    let nominations = optional(&mut fields, "nominations");
    let term_from = optional(&mut fields, "term_from");
    let sitting = optional(&mut fields, "sitting");
    let in_sitting = way.is_some_and(|(method, _)| method == Method::Sitting);
    let times = if in_sitting {
        if sitting.is_none() {
            fields.refuse("sitting", "Bitte nennen Sie den Sitzungstag.", "Please give the day of the sitting.");
        }
        None
    } else {
        Some(times(&mut fields, w.ask.field("hour"), w.viewer.today))
    };
    let known = seats(&r, &body, &target)?.free;
    let chosen: Vec<(Id<Seat>, String)> = known
        .into_iter()
        .filter(|(id, ..)| w.ask.every("seats").any(|v| v == id.to_string()))
        .map(|(id, name, _)| (id, name))
        .collect();
    let (Some(kind), Some((method, covert)), Some(level), []) = (kind, way, level, &fields.problems[..]) else {
        return again(fields.problems);
    };
    let reference = fields.line("rules_reference", 160);
    let new = NewElection {
        vote: NewVote {
            method,
            grade: grade_for(method, covert),
            opens_at: times.as_ref().and_then(|t| t.opens_at),
            closes_at: times.as_ref().and_then(|t| t.closes_at),
            rules_reference: (!reference.is_empty()).then_some(reference),
            paper_kind: Some(kind),
            term_from,
            nominations_until: nominations.map(|day| day.next().at(0, 0)),
            ..NewVote::motion(title, level)
        },
        seats: chosen,
        sitting,
        board: board_of(w),
    };
    match crate::prepare_elections(w.tx, &w.viewer.actor, p.body, &new) {
        Ok(made) => match made.first() {
            Some(vote) if made.len() == 1 => Ok(Answer::to(w.viewer.link(&VoteLead { vote: *vote }))),
            _ => Ok(Answer::to(w.viewer.link(&Decisions { body: body.id }))
                .with_note(&T(w.viewer.lang).elections_made(made.len()))),
        },
        Err(fault) => {
            let mut found = problems(fault, "title")?;
            for problem in &mut found {
                match problem.field {
                    "closes_at" => problem.field = "last",
                    "opens_at" => problem.field = "first",
                    "grade" | "method" => problem.field = "way",
                    _ => {}
                }
            }
            again(found)
        }
    }
}
