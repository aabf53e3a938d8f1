//! P32: a position. One page for everybody: the public reads the text and what became of it, those inside also how it came about.

mod after;
mod paragraphs;

use askama::Template;
use kernel::{Level, Result};
use networks::shell::{self, Pill};
use web::{Answer, Reading};

pub use after::outcome_pill;
pub use paragraphs::by;

use super::{
    Place,
    words::{kind_word, state_pill},
};
use crate::{
    Signature, SignatureState, State,
    paths::{
        AmendmentList, PositionDecision, PositionEffects, PositionEnd, PositionFacts, PositionFile, PositionInput,
        PositionLetters, PositionMinority, PositionMovers, PositionOutside, PositionPage, PositionPublish,
        PositionSigners, PositionSlots, PositionText, SelfSign, SignaturePage,
    },
    rules::{Track, track},
    store::{positions, signatures},
    words::T,
};

type Fact = (&'static str, String, String);
type Way = (&'static str, String);

/// An amendment beside its paragraph.
struct Asked {
    title: String,
    href: String,
    detail: String,
    pills: Vec<Pill>,
    /// Its words, where they are shown: what stayed, `+` what is new, `-` what is struck.
    diff: Vec<(char, String)>,
}

/// A line that leads somewhere, with what stands below it.
struct Line {
    title: String,
    href: String,
    detail: String,
    pills: Vec<Pill>,
}

#[derive(Template)]
#[template(path = "position.html")]
struct Page {
    t: T,
    crumbs: String,
    title: String,
    lead: String,
    pill: Pill,
    ended: Option<(String, String)>,
    track: Vec<(&'static str, &'static str, &'static str)>,
    next: Option<(String, Option<Way>)>,
    ways: Vec<Way>,
    summary: String,
    easy: Vec<String>,
    quote: Option<(String, String)>,
    wording: paragraphs::Wording,
    more: Option<Way>,
    facts: Vec<Fact>,
    minorities: Vec<(String, Vec<String>)>,
    signers: Vec<Line>,
    asked: Vec<Line>,
    unnamed: i64,
    hidden: usize,
    effects: Vec<(String, Vec<String>)>,
    to: Vec<after::To>,
    versions: Vec<Line>,
    files: Vec<Way>,
}

/// The page.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn show(r: &Reading<'_>, p: PositionPage) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let place = Place::load(r, p.position)?;
    let it = &place.position;
    let signers = signatures::list_signatures(r.conn, it.id)?;
    let after::Signers { signed: mut lines, asked, unnamed } = after::signers(r, t, &place, &signers)?;
    let more = crate::store::signers::list_signers(r.conn, it.id)?;
    let (others, hidden) = super::outside::shown(r, t, &more);
    lines.extend(others.into_iter().map(|(title, detail, pill)| Line {
        title,
        href: String::new(),
        detail,
        pills: vec![pill],
    }));
    let minorities = positions::list_minorities(r.conn, it.id)?;
    let mark = it.mark.as_ref().map(|mark| format!(" {mark}")).unwrap_or_default();
    let shown = Page {
        t,
        crumbs: place.crumbs(r, false),
        title: shell::soft(&it.title),
        lead: format!("{}{mark}, {}", kind_word(t, it.kind), place.of(r)),
        pill: state_pill(t, it.state),
        ended: ended(r, t, &place)?,
        track: steps(t, it.state),
        next: next(r, t, &place, &signers),
        ways: ways(r, t, &place)?,
        summary: it.slots.summary_en.clone(),
        easy: lines_of(&it.slots.easy),
        quote: (!it.slots.quote.is_empty()).then(|| (it.slots.quote.clone(), it.slots.quote_by.clone())),
        more: place.inside.then(|| (t.amendments_all(), v.link(&AmendmentList { position: it.id }))),
        facts: facts(r, t, &place)?,
        minorities: minorities.into_iter().map(|m| (m.who, lines_of(&m.text))).collect(),
        signers: lines,
        asked,
        unnamed,
        hidden,
        effects: after::effects(r, &place)?,
        to: after::letters(r, t, &place)?,
        versions: if place.inside { after::history(r, t, &place)? } else { Vec::new() },
        files: papers::Format::ALL
            .map(|format| {
                let word = if format == papers::Format::Pdf { t.file_pdf() } else { t.file_word() };
                (word, v.link(&PositionFile { position: it.id, format }))
            })
            .into(),
        wording: paragraphs::wording(r, t, &place)?,
    };
    let page = place.page(r, "")?;
    let page = if it.level == Level::Public && it.state.is_published() {
        page.indexed(format!("{}: {}", kind_word(t, it.kind), it.title))
    } else {
        page
    };
    r.page(page, &shown)
}

/// Text as paragraphs.
pub fn lines_of(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|l| !l.is_empty()).map(str::to_owned).collect()
}

/// The four steps: class, word, and how it stands for who cannot see it.
fn steps(t: T, state: State) -> Vec<(&'static str, &'static str, &'static str)> {
    if !state.is_published() {
        return Vec::new();
    }
    let words = [t.track_adopted(), t.track_sent(), t.track_answered(), t.track_outcome()];
    let step = |(word, step): (&'static str, Track)| match step {
        Track::Done => ("d", word, t.track_done()),
        Track::Now => ("n", word, t.track_now()),
        Track::Ahead => ("", word, t.track_ahead()),
    };
    words.into_iter().zip(track(state)).map(step).collect()
}

fn ended(r: &Reading<'_>, t: T, place: &Place) -> Result<Option<(String, String)>> {
    let (v, it) = (r.viewer, &place.position);
    let Some(day) = it.ended else { return Ok(None) };
    let day = i18n::day_medium(v.lang, day);
    let Some(newer) = it.superseded_by else { return Ok(Some((t.ended_on(day), String::new()))) };
    let seen = crate::store::register::list_by_id(r.conn, &v.actor, &[newer.raw()])?;
    Ok(Some(match seen.first() {
        Some(newer) => (t.superseded_on(day, &newer.title), v.link(&PositionPage { position: newer.id })),
        None => (t.ended_on(day), String::new()),
    }))
}

/// What is to be done next by those who steer it, or by whoever is asked.
fn next(r: &Reading<'_>, t: T, place: &Place, asked: &[Signature]) -> Option<(String, Option<Way>)> {
    let (v, it) = (r.viewer, &place.position);
    if !super::movers::waiting(r, place).is_empty() {
        let way = (t.movers_title(), v.link(&PositionMovers { position: it.id }));
        return Some((t.next_mover().to_owned(), Some(way)));
    }
    if place.steers && !it.state.is_published() {
        let decision = (t.decision_title(), v.link(&PositionDecision { position: it.id }));
        let found = match it.state {
            State::Draft => (t.next_draft(), Some((t.input_title(), v.link(&PositionInput { position: it.id })))),
            State::Vote => (t.next_vote(), place.leads.then_some(decision)),
            State::Adopted => {
                (t.next_adopted(), Some((t.publish_title(), v.link(&PositionPublish { position: it.id }))))
            }
            _ => ("", None),
        };
        if !found.0.is_empty() {
            return Some((found.0.to_owned(), found.1));
        }
    }
    if let (State::Input, Some(until)) = (it.state, it.input_until) {
        let day = i18n::day_long(v.lang, until);
        let words = if place.contributes { t.next_input(day) } else { t.next_input_others(day) };
        return Some((words, None));
    }
    // Whoever leads a body or network that is asked finds her answer here.
    let led = tasks::rules::led(&v.actor);
    let own = asked.iter().find(|s| led.contains(&s.network) && s.state == SignatureState::Asked);
    own.map(|s| (t.next_sign().to_owned(), Some((t.sign_title(), v.link(&SignaturePage { signature: s.id })))))
}

fn ways(r: &Reading<'_>, t: T, place: &Place) -> Result<Vec<Way>> {
    let (v, it) = (r.viewer, &place.position);
    let id = it.id;
    let mut ways = Vec::new();
    if v.actor.is_member() && it.adopted.is_some() && it.ended.is_none() {
        let rules = crate::store::signers::signing_rules(r.conn, id)?;
        if rules.persons || rules.posts {
            ways.push((t.self_title(), v.link(&SelfSign { position: id })));
        }
    }
    if v.actor.is_member() && it.state.is_published() {
        ways.push((t.effects_title(), v.link(&PositionEffects { position: id })));
    }
    if place.writes {
        ways.push((t.text_title(), v.link(&PositionText { position: id })));
        ways.push((t.facts_edit(), v.link(&PositionFacts { position: id })));
    }
    if place.steers && it.state.is_open() {
        ways.push((t.input_title(), v.link(&PositionInput { position: id })));
        ways.push((t.movers_title(), v.link(&PositionMovers { position: id })));
    }
    if !place.leads {
        return Ok(ways);
    }
    if it.state.is_open() {
        ways.push((t.decision_title(), v.link(&PositionDecision { position: id })));
    }
    if it.adopted.is_some() {
        ways.push((t.signers_title(), v.link(&PositionSigners { position: id })));
        ways.push((t.outside_title(), v.link(&PositionOutside { position: id })));
        ways.push((t.minority_title(), v.link(&PositionMinority { position: id })));
        ways.push((t.slots_title(), v.link(&PositionSlots { position: id })));
        ways.push((t.letters_title(), v.link(&PositionLetters { position: id })));
    }
    if it.state == State::Adopted {
        ways.push((t.publish_title(), v.link(&PositionPublish { position: id })));
    }
    if it.state.is_published() && it.ended.is_none() {
        ways.push((t.end_title(), v.link(&PositionEnd { position: id })));
    }
    Ok(ways)
}

fn facts(r: &Reading<'_>, t: T, place: &Place) -> Result<Vec<Fact>> {
    let (v, it) = (r.viewer, &place.position);
    let day = |day| i18n::day_long(v.lang, day);
    let mut all = Vec::new();
    let mut push = |label, words: String, href: String| all.push((label, words, href));
    if let Some(mark) = &it.mark {
        push(t.fact_number(), mark.clone(), String::new());
    }
    if let Some(network) = &place.network {
        let body = place.body.as_ref().unwrap_or(network);
        push(t.fact_body(), place.of(r), shell::body_link(r, &network.slug, body)?);
    }
    let joined = place.joined();
    if !joined.is_empty() {
        for body in networks::list_bodies_by_id(r.conn, &v.actor, &joined)? {
            push(t.fact_mover(), body.name_in(v.lang).to_owned(), String::new());
        }
    }
    if let Some(adopted) = it.adopted {
        let how =
            if it.adopted_how.is_empty() { day(adopted) } else { format!("{}, {}", day(adopted), it.adopted_how) };
        // The resolution itself is shown to whoever may see it.
        let resolution = it.resolution.map(|id| decisions::find_resolution(r.conn, &v.actor, id));
        match resolution {
            Some(Ok(found)) => {
                let href = v.link(&decisions::paths::ResolutionPage { resolution: found.id });
                push(t.fact_adopted(), t.adopted_by(day(adopted), &found.mark), href);
            }
            _ => push(t.fact_adopted(), how, String::new()),
        }
    }
    if let Some(at) = it.published_at {
        push(t.fact_published(), day(at.day()), String::new());
    }
    if let Some(topic) = it.topic
        && let Some(topic) = networks::list_topics(r.conn)?.into_iter().find(|known| known.id == topic)
    {
        let name = if v.lang == kernel::Lang::En { topic.name_en } else { topic.name };
        push(t.field_topic(), name, String::new());
    }
    if !it.not_adopted.is_empty() && place.inside {
        push(t.fact_not_adopted(), it.not_adopted.clone(), String::new());
    }
    if let (Some(review), true) = (it.review, place.inside) {
        push(t.fact_review(), day(review), String::new());
    }
    if it.state.is_published() && it.ended.is_none() {
        push(t.fact_standing(), t.standing_in_force().to_owned(), String::new());
    }
    Ok(all)
}
