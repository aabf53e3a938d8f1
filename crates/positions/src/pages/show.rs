//! P32: a position. One page for everybody: the public reads the text and what became of it, those inside also how it came about.

use std::collections::HashMap;

use askama::Template;
use kernel::{Level, Result};
use networks::{
    Names, Place as Where,
    shell::{self, Pill},
};
use people::Person;
use web::{Answer, Reading};

use super::{
    Place,
    words::{
        amendment_state, fit_pill, kind_word, outcome_word, parts, sort_word, state_pill, waiting_words, way_word,
    },
};
use crate::{
    Amendment, AmendmentState, Comment, Dispatch, Reply, Signature, SignatureState, State,
    paths::{
        AddresseePage, AmendmentList, AmendmentNew, AmendmentPage, DispatchPage, ParagraphComment, ParagraphEdit,
        PositionDecision, PositionEnd, PositionFacts, PositionFile, PositionInput, PositionLetters, PositionMinority,
        PositionMovers, PositionPage, PositionPublish, PositionSigners, PositionSlots, PositionText, SignaturePage,
        VersionPage,
    },
    rules::{Track, track, weeks_without_answer},
    store::{amendments, dispatches, positions, signatures, versions},
    words::T,
};

type Fact = (&'static str, String, String);
type Way = (&'static str, String);

/// A line that leads somewhere, with what stands below it.
struct Line {
    title: String,
    href: String,
    detail: String,
    pills: Vec<Pill>,
}

struct Part {
    number: usize,
    parts: Vec<(bool, Vec<String>)>,
    amendments: Vec<Line>,
    comments: Vec<(String, String)>,
    ways: Vec<Way>,
}

struct To {
    name: String,
    href: String,
    manage: String,
    sent: String,
    pill: Option<Pill>,
    waiting: String,
    replies: Vec<(String, Vec<String>)>,
    evidence: Vec<String>,
    reminded: String,
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
    paragraphs: Vec<Part>,
    before_all: Option<Way>,
    more: Option<Way>,
    facts: Vec<Fact>,
    minorities: Vec<(String, Vec<String>)>,
    signers: Vec<Line>,
    unnamed: i64,
    to: Vec<To>,
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
    let (lines, unnamed) = signers_shown(r, t, &place, &signers)?;
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
        next: next(r, t, &place)?,
        ways: ways(r, t, &place),
        summary: it.slots.summary_en.clone(),
        easy: lines_of(&it.slots.easy),
        quote: (!it.slots.quote.is_empty()).then(|| (it.slots.quote.clone(), it.slots.quote_by.clone())),
        before_all: place.contributes.then(|| {
            (t.act_add_before(), format!("{}?art=add", v.link(&AmendmentNew { position: it.id, paragraph: 0 })))
        }),
        more: place.inside.then(|| (t.amendments_all(), v.link(&AmendmentList { position: it.id }))),
        facts: facts(r, t, &place)?,
        minorities: minorities.into_iter().map(|m| (m.who, lines_of(&m.text))).collect(),
        signers: lines,
        unnamed,
        to: letters(r, t, &place)?,
        versions: if place.inside { history(r, t, &place)? } else { Vec::new() },
        files: papers::Format::ALL
            .map(|format| {
                let word = if format == papers::Format::Pdf { t.file_pdf() } else { t.file_word() };
                (word, v.link(&PositionFile { position: it.id, format }))
            })
            .into(),
        paragraphs: paragraphs(r, t, &place)?,
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
fn next(r: &Reading<'_>, t: T, place: &Place) -> Result<Option<(String, Option<Way>)>> {
    let (v, it) = (r.viewer, &place.position);
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
            return Ok(Some((found.0.to_owned(), found.1)));
        }
    }
    if let (State::Input, Some(until)) = (it.state, it.input_until) {
        let day = i18n::day_long(v.lang, until);
        let words = if place.contributes { t.next_input(day) } else { t.next_input_others(day) };
        return Ok(Some((words, None)));
    }
    // Whoever leads a network that is asked finds her answer here.
    let led = tasks::rules::led(&v.actor);
    let asked = signatures::list_signatures(r.conn, it.id)?;
    let own = asked.into_iter().find(|s| led.contains(&s.network) && s.state == SignatureState::Asked);
    Ok(own.map(|s| (t.next_sign().to_owned(), Some((t.sign_title(), v.link(&SignaturePage { signature: s.id }))))))
}

fn ways(r: &Reading<'_>, t: T, place: &Place) -> Vec<Way> {
    let (v, it) = (r.viewer, &place.position);
    let id = it.id;
    let mut ways = Vec::new();
    if place.writes {
        ways.push((t.text_title(), v.link(&PositionText { position: id })));
        ways.push((t.facts_edit(), v.link(&PositionFacts { position: id })));
    }
    if place.steers && it.state.is_open() {
        ways.push((t.input_title(), v.link(&PositionInput { position: id })));
        ways.push((t.movers_title(), v.link(&PositionMovers { position: id })));
    }
    if !place.leads {
        return ways;
    }
    if it.state.is_open() {
        ways.push((t.decision_title(), v.link(&PositionDecision { position: id })));
    }
    if it.adopted.is_some() {
        ways.push((t.signers_title(), v.link(&PositionSigners { position: id })));
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
    ways
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
    for mover in place.movers.iter().filter(|m| m.state == crate::MoverState::Joined) {
        if let Some(body) = networks::list_bodies_by_id(r.conn, &v.actor, &[mover.body])?.first() {
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
    if let Some(topic) = it.topic {
        if let Some(topic) = networks::list_topics(r.conn)?.into_iter().find(|known| known.id == topic) {
            let name = if v.lang == kernel::Lang::En { topic.name_en } else { topic.name };
            push(t.field_topic(), name, String::new());
        }
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

fn paragraphs(r: &Reading<'_>, t: T, place: &Place) -> Result<Vec<Part>> {
    let (v, it) = (r.viewer, &place.position);
    let text = versions::list_paragraphs(r.conn, it.id, it.text)?;
    let (asked, said) = if place.inside {
        (amendments::list_amendments(r.conn, it.id)?, amendments::list_comments(r.conn, it.id)?)
    } else {
        (Vec::new(), Vec::new())
    };
    let persons = asked.iter().filter_map(|a| a.person).chain(said.iter().filter_map(|c| c.person));
    let names = Names::load(r.conn, &v.actor, persons.collect::<Vec<_>>())?;
    let by = |person, capacity: &str| by(r, place, &names, person, capacity);
    let mut of: HashMap<i64, (Vec<Line>, Vec<(String, String)>)> = HashMap::new();
    for one in asked.iter().filter(|a| a.merged_in.is_none() && a.state != AmendmentState::Withdrawn) {
        of.entry(one.paragraph.unwrap_or(0)).or_default().0.push(amendment_line(
            r,
            t,
            one,
            by(one.person, &one.capacity),
        ));
    }
    for one in &said {
        of.entry(one.paragraph).or_default().1.push(comment_line(r, one, by(one.person, &one.capacity)));
    }
    let shown = |(n, p): (usize, text::Paragraph)| {
        let (mut amendments, comments) = of.remove(&p.key).unwrap_or_default();
        if n == 0 {
            let mut before = of.remove(&0).unwrap_or_default().0;
            before.append(&mut amendments);
            amendments = before;
        }
        let (position, paragraph) = (it.id, p.key);
        let new = v.link(&AmendmentNew { position, paragraph });
        let mut ways = Vec::new();
        if place.contributes {
            ways.push((t.act_words(), format!("{new}?art=words")));
            ways.push((t.act_strike(), format!("{new}?art=strike")));
            ways.push((t.act_add(), format!("{new}?art=add")));
            ways.push((t.act_comment(), v.link(&ParagraphComment { position, paragraph })));
        }
        if place.writes {
            ways.push((t.act_write(), v.link(&ParagraphEdit { position, paragraph })));
        }
        Part { number: n + 1, parts: parts(&p.text), amendments, comments, ways }
    };
    Ok(text.into_iter().enumerate().map(shown).collect())
}

/// Who says something, and as what.
pub fn by(
    r: &Reading<'_>,
    place: &Place,
    names: &Names<'_>,
    person: Option<kernel::Id<Person>>,
    capacity: &str,
) -> String {
    let home = place.body.as_ref().or(place.network.as_ref());
    let who = home.and_then(|body| names.in_place(person?, &Where::from(body)));
    let name = shell::face(r, who.as_ref(), place.sensitive()).name;
    if person.is_none() {
        capacity.to_owned()
    } else if capacity.is_empty() {
        name
    } else {
        format!("{name}, {capacity}")
    }
}

fn amendment_line(r: &Reading<'_>, t: T, one: &Amendment, by: String) -> Line {
    let state = if one.state == AmendmentState::Open {
        fit_pill(t, one.fit)
    } else {
        let class = if one.state == AmendmentState::Accepted { "o1" } else { "" };
        Pill::new(class, "check", amendment_state(t, one.state))
    };
    Line {
        title: t.amendment_number(one.number, sort_word(t, one.sort)),
        href: r.viewer.link(&AmendmentPage { amendment: one.id }),
        detail: by,
        pills: vec![state],
    }
}

fn comment_line(r: &Reading<'_>, one: &Comment, by: String) -> (String, String) {
    let day = i18n::day_medium(r.viewer.lang, one.made_at.day());
    (format!("{by}, {day}"), one.text.clone())
}

/// Those who signed as far as this reader is told, and how many more there are.
fn signers_shown(r: &Reading<'_>, t: T, place: &Place, all: &[Signature]) -> Result<(Vec<Line>, i64)> {
    let v = r.viewer;
    let own = |s: &Signature| v.actor.is_member_of(s.network.raw());
    let ids: Vec<_> = all.iter().map(|s| s.network).collect();
    let known =
        if ids.is_empty() || !place.inside { Vec::new() } else { networks::list_bodies_by_id(r.conn, &v.actor, &ids)? };
    let open = |s: &Signature| known.iter().any(|n| n.id == s.network && !n.sensitive);
    let led = tasks::rules::led(&v.actor);
    let mut lines = Vec::new();
    let mut unnamed = 0;
    for one in all {
        // Those who lead know whom they asked, but for a network nobody may know of.
        let shown = one.named || own(one) || place.leads && known.iter().any(|n| n.id == one.network);
        let signed = matches!(one.state, SignatureState::Signed | SignatureState::Withdrawn);
        if !signed && !place.inside && !own(one) {
            continue;
        }
        if !shown {
            unnamed += i64::from(one.state == SignatureState::Signed);
            continue;
        }
        let day = |day: Option<kernel::Day>| day.map(|d| i18n::day_medium(v.lang, d)).unwrap_or_default();
        let (word, class) = match one.state {
            SignatureState::Asked => (
                one.until.map_or_else(
                    || t.signature_asked().to_owned(),
                    |d| t.signature_asked_until(i18n::day_medium(v.lang, d)),
                ),
                "",
            ),
            SignatureState::Signed if one.late => (t.signature_late(day(one.decided)), "o1"),
            SignatureState::Signed => (t.signature_signed(day(one.decided)), "o1"),
            SignatureState::Declined => (t.signature_declined().to_owned(), ""),
            SignatureState::Withdrawn => (t.signature_withdrawn(day(one.decided), day(one.withdrawn)), "w1"),
        };
        // Who decided in a sensitive network is read there alone; elsewhere it is the network's proof.
        let detail = if own(one) || open(one) { one.how.clone() } else { String::new() };
        lines.push(Line {
            title: one.name_in(v.lang).to_owned(),
            href: if led.contains(&one.network) { v.link(&SignaturePage { signature: one.id }) } else { String::new() },
            detail,
            pills: vec![Pill::new(class, "signature", word)],
        });
    }
    Ok((lines, unnamed))
}

fn letters(r: &Reading<'_>, t: T, place: &Place) -> Result<Vec<To>> {
    let v = r.viewer;
    let all = dispatches::list_dispatches(r.conn, place.position.id)?;
    let seen: Vec<Dispatch> = all.into_iter().filter(|d| d.sent.is_some() || place.leads).collect();
    let ids: Vec<_> = seen.iter().map(|d| d.id).collect();
    let (replies, reminders) = (dispatches::list_replies(r.conn, &ids)?, dispatches::list_reminders(r.conn, &ids)?);
    let one = |d: &Dispatch| {
        let own: Vec<&Reply> = replies.iter().filter(|reply| reply.dispatch == d.id).collect();
        let weeks = weeks_without_answer(d, !own.is_empty(), v.today);
        let times = reminders.iter().filter(|m| m.dispatch == d.id).count();
        let sent = match (d.sent, d.way) {
            (Some(day), Some(way)) => t.sent_on(i18n::day_medium(v.lang, day), way_word(t, way)),
            _ => t.sent_planned().to_owned(),
        };
        let words = |reply: &Reply| {
            if reply.open || place.inside { lines_of(&reply.text) } else { vec![t.reply_closed().to_owned()] }
        };
        To {
            name: d.name.clone(),
            href: v.link(&AddresseePage { addressee: d.addressee }),
            manage: if place.leads { v.link(&DispatchPage { dispatch: d.id }) } else { String::new() },
            sent,
            pill: d.outcome.map(|outcome| outcome_pill(t, outcome)),
            waiting: weeks.map(|weeks| waiting_words(v.lang, weeks)).unwrap_or_default(),
            reminded: if times > 0 { t.reminded_times(times) } else { String::new() },
            replies: own
                .iter()
                .map(|reply| (t.reply_from(i18n::day_medium(v.lang, reply.day)), words(reply)))
                .collect(),
            evidence: lines_of(&d.evidence),
        }
    };
    Ok(seen.iter().map(one).collect())
}

/// What came of it, as a pill.
pub fn outcome_pill(t: T, outcome: crate::Outcome) -> Pill {
    let (class, icon) = match outcome {
        crate::Outcome::Adopted => ("o1", "check"),
        crate::Outcome::Partly => ("i1", "check"),
        crate::Outcome::Rejected => ("w1", "cross"),
        crate::Outcome::None => ("w1", "clock"),
        crate::Outcome::Unknown => ("", "info"),
    };
    Pill::new(class, icon, outcome_word(t, outcome))
}

fn history(r: &Reading<'_>, t: T, place: &Place) -> Result<Vec<Line>> {
    let v = r.viewer;
    let line = |one: crate::Version| Line {
        title: t.version_number(one.number),
        href: v.link(&VersionPage { position: place.position.id, number: one.number }),
        detail: [i18n::day_medium(v.lang, one.made_at.day()), one.note]
            .into_iter()
            .filter(|s| !s.is_empty())
            .collect::<Vec<_>>()
            .join(": "),
        pills: Vec::new(),
    };
    Ok(versions::list_versions(r.conn, place.position.id)?.into_iter().map(line).collect())
}
