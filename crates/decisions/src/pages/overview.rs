//! `/gremien/{body}/entscheidungen`: what runs and what was decided lately, with the ways to rules and register.

use askama::Template;
use kernel::{Id, Level, Result};
use networks::{Body, shell::Pill};
use rights::{Action, Kind};
use web::{Answer, Reading, View};

use super::{
    place::{KEY, Place, find_open},
    register::{show::called, standing_pill},
};
use crate::{
    Vote, VoteKind, VoteState,
    paths::{
        Decisions, ElectionNew, MotionNew, ResolutionPage, RulesNew, RulesPage, SittingNames, SittingNew, VotePage,
    },
    store::{resolutions::list_resolutions, rules::rules_of, shown::has_anything, votes::list_votes},
    words::T,
};

/// How many votes are looked at, and how many resolutions are shown.
const VOTES: i64 = 40;
const NEWEST: usize = 5;
const DECIDED: usize = 10;

type Way = (&'static str, String);

#[derive(Template)]
#[template(path = "decisions.html")]
struct Shown {
    t: T,
    crumbs: String,
    name: String,
    ways: Vec<Way>,
    /// Whether the first way is what whoever leads came for.
    leads: bool,
    empty: Option<(&'static str, &'static str, Option<Way>)>,
    formal: bool,
    informal: bool,
    running: Vec<Row>,
    decided: Vec<Row>,
    resolutions: Vec<Row>,
    register: String,
}

struct Row {
    title: String,
    href: String,
    detail: String,
    pill: Option<Pill>,
}

/// The page.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn show(r: &Reading<'_>, p: Decisions) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let place = Place::load(r, p.body)?;
    let rules = rules_of(r.conn, &place.body, v.today)?;
    let leads = rights::allows(&v.actor, Kind::Decision, Action::Edit, &place.body.scope());
    let votes = list_votes(r.conn, &v.actor, p.body, VOTES)?;
    let runs = |vote: &&Vote| match vote.state {
        VoteState::Draft => leads,
        state => matches!(state, VoteState::Announced | VoteState::Open | VoteState::Closed),
    };
    // What was given up is for those who lead: it may never have been announced.
    let over = |vote: &&Vote| vote.state == VoteState::Decided || (leads && vote.state == VoteState::Void);
    let formal = rules.as_ref().is_some_and(|rules| rules.rules.formal.value);
    let mut ways = Vec::new();
    if leads && formal {
        ways.push((t.overview_prepare(), v.link(&MotionNew { body: p.body })));
        ways.push((t.overview_elect(), v.link(&ElectionNew { body: p.body })));
        ways.push((t.overview_sitting(), v.link(&SittingNew { body: p.body })));
        ways.push((t.overview_names(), v.link(&SittingNames { body: p.body })));
    }
    let first = !ways.is_empty();
    ways.push((t.rulebook_title(), v.link(&RulesPage { body: p.body })));
    ways.push((t.register_title(), place.register(r)));
    let newest = list_resolutions(r.conn, &v.actor, p.body)?;
    let resolutions = newest.iter().take(NEWEST).map(|one| Row {
        title: called(one),
        href: v.link(&ResolutionPage { resolution: one.id }),
        detail: i18n::day_medium(v.lang, one.day),
        pill: Some(standing_pill(v.lang, one.standing(v.today))),
    });
    let keeps = place.may_keep(r);
    let give = keeps.then(|| (t.rulebook_give(), v.link(&RulesNew { body: p.body })));
    let text = if keeps { t.overview_no_rules_keep() } else { t.overview_no_rules_wait() };
    let shown = Shown {
        t,
        crumbs: place.crumbs(r, &[])?,
        name: place.name(r).to_owned(),
        ways,
        leads: first,
        empty: rules.is_none().then_some((t.overview_no_rules(), text, give)),
        formal,
        informal: rules.is_some() && !formal,
        running: votes.iter().filter(runs).map(|vote| row(r, vote)).collect(),
        decided: votes.iter().filter(over).take(DECIDED).map(|vote| row(r, vote)).collect(),
        resolutions: resolutions.collect(),
        register: place.register(r),
    };
    let something = !(shown.decided.is_empty() && shown.resolutions.is_empty());
    let mut page = place.page(r, t.overview_title())?;
    if place.body.level == Level::Public && !place.body.sensitive && something {
        page = page.indexed(t.overview_description(place.name(r)));
    }
    r.page(page, &shown)
}

/// A vote on one line.
fn row(r: &Reading<'_>, vote: &Vote) -> Row {
    let v = r.viewer;
    // What an election came to is told with its names, on its own page.
    let verdict = vote.verdict(v.lang).filter(|_| vote.kind == VoteKind::Motion);
    let detail = match (vote.decided_at, verdict) {
        (Some(at), Some(verdict)) => format!("{}: {verdict}", i18n::day_medium(v.lang, at.day())),
        (Some(at), None) => i18n::day_medium(v.lang, at.day()),
        _ => String::new(),
    };
    Row {
        title: vote.title.clone(),
        href: v.link(&VotePage { vote: vote.id }),
        detail,
        pill: Some(state_pill(r, vote)),
    }
}

fn state_pill(r: &Reading<'_>, vote: &Vote) -> Pill {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let at = |moment| i18n::moment_short(v.lang, moment, v.today);
    match vote.state {
        VoteState::Draft => Pill::new("", "pen", t.overview_draft()),
        VoteState::Announced => {
            let word = vote.opens_at.map_or_else(|| t.overview_announced().to_owned(), |m| t.overview_opens(at(m)));
            Pill::new("i1", "clock", word)
        }
        VoteState::Open => {
            // What ends at midnight ends with the day before.
            let end = |m| match vote.last_day() {
                Some(last) if last.next().at(0, 0) == m => i18n::day_short(v.lang, last, v.today),
                _ => at(m),
            };
            let word = vote.closes_at.map_or_else(|| t.overview_open().to_owned(), |m| t.overview_closes(end(m)));
            Pill::new("w1", "vote", word)
        }
        VoteState::Closed => Pill::new("i1", "clock", t.overview_closed()),
        VoteState::Void => Pill::new("", "cross", t.overview_void()),
        VoteState::Decided => match (vote.kind, vote.holds) {
            (VoteKind::Motion, Some(true)) => Pill::new("o1", "check", t.overview_adopted()),
            (VoteKind::Motion, Some(false)) => Pill::new("", "cross", t.overview_rejected()),
            (VoteKind::Election, Some(true)) => Pill::new("o1", "check", t.overview_elected()),
            (VoteKind::Election, Some(false)) => Pill::new("", "seat", t.overview_unfilled()),
            (_, None) => Pill::new("", "check", t.overview_decided_plain()),
        },
    }
}

/// The view „Entscheidungen“ of a network or body: always for who belongs; for others where something is to be seen.
///
/// # Errors
/// When the database cannot be read.
pub fn views(r: &Reading<'_>, body: i64) -> Result<Vec<View>> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let id: Id<Body> = Id::new(body);
    let body = match find_open(r.conn, &v.actor, id) {
        Ok(body) => body,
        Err(kernel::Error::NotFound) => return Ok(Vec::new()),
        Err(fault) => return Err(fault),
    };
    let belongs = v.actor.is_member_of(body.network.raw()) || v.actor.sits_in(body.id.raw());
    if !belongs && !has_anything(r.conn, &v.actor, &body)? {
        return Ok(Vec::new());
    }
    let view = View { key: KEY, word: t.overview_title().to_owned(), href: v.link(&Decisions { body: id }) };
    Ok(vec![view])
}
