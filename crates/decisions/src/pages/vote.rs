//! P35, `/wahlen/{vote}`: the question, the rules in words, until when, how many voted, the result with its reasons.

use askama::Template;
use kernel::{Problem, Result};
use networks::{Names, shell};
use papers::Format;
use web::{Answer, FormView, Reading, Writing};

use super::{
    Place, problems, unknown_deed,
    wording::{
        choice_word, grade_word, is_silence, level_word, matter_word, method_word, rules_in_words, state_line,
        state_sign,
    },
};
use crate::{
    Choice, Grade, Method, Vote, VoteKind, VoteState, Way,
    actions::{self, Unit},
    letters::end_words,
    paths::{BallotPage, Decisions, ProtocolPaper, ProxyPage, SecrecyPage, VoteLead, VotePage},
    rules::Trigger,
    store::{ballots, proxies, rolls, votes},
    words::T,
};

type Linked = (String, String, Option<String>);

#[derive(Template)]
#[template(path = "vote.html")]
struct Shown {
    t: T,
    crumbs: String,
    summary: String,
    title: String,
    lead: String,
    pill: shell::Pill,
    text: Vec<String>,
    facts: Vec<Linked>,
    rules: Vec<(String, String, String)>,
    /// What she can do now: a sentence and where.
    next: Option<(String, Option<(String, String)>)>,
    /// A covert vote can be asked for: how many did.
    ask_covert: Option<String>,
    once: String,
    result: Vec<(String, String)>,
    verdict: Vec<String>,
    roll: Vec<(String, String)>,
    objections: Vec<(String, String)>,
    rounds: Vec<(String, String)>,
    manage: Option<String>,
    proxy: Option<String>,
    papers: Vec<(String, String)>,
    more: String,
    back: String,
}

/// The page.
///
/// # Errors
/// [`Error::NotFound`].
pub fn show(r: &Reading<'_>, p: VotePage) -> Result<Answer> {
    page(r, &p, &FormView::new(r.viewer.lang, &[]))
}

fn page(r: &Reading<'_>, p: &VotePage, form: &FormView) -> Result<Answer> {
    let place = Place::load(r, p.vote)?;
    let (t, v, vote) = (T(r.viewer.lang), r.viewer, &place.vote);
    let units = actions::standing(r.conn, &v.actor, vote, &place.body)?;
    let (class, icon) = state_sign(vote);
    let sees_roll = shell::sees_roster(r, &place.body);
    let mut rounds: Vec<Vote> = votes::list_following(r.conn, &v.actor, vote.id)?;
    if let Some(previous) = vote.previous {
        rounds.extend(votes::list_by_id(r.conn, &v.actor, &[previous.raw()])?);
    }
    rounds.sort_unstable_by_key(|round| (round.round, round.id));
    rounds.retain(|round| round.state != VoteState::Draft || place.leads);
    let shown = Shown {
        t,
        crumbs: place.crumbs(r, &[(t.decisions(), v.link(&Decisions { body: vote.body }))])?,
        summary: form.summary(),
        title: vote.title.clone(),
        lead: place.body.name_in(v.lang).to_owned(),
        pill: shell::Pill::new(class, icon, state_line(v, vote)),
        text: paragraphs(&vote.text),
        facts: facts(r, &place)?,
        rules: rules_in_words(t, vote, &place.rules.rules),
        next: next(r, &place, &units),
        ask_covert: ask_covert(r, &place)?,
        once: form.once(),
        result: result(t, vote),
        verdict: verdict(r, &place)?,
        roll: if sees_roll { roll_call(r, &place)? } else { Vec::new() },
        objections: if sees_roll { objections(r, &place)? } else { Vec::new() },
        rounds: rounds.iter().map(|r| (t.round_of(r.round), v.link(&VotePage { vote: r.id }))).collect(),
        manage: place.leads.then(|| v.link(&VoteLead { vote: vote.id })),
        proxy: may_give(&place, &units).then(|| v.link(&ProxyPage { vote: vote.id })),
        papers: papers_of(r, &place),
        more: super::election::more(r, &place)?,
        back: v.link(&Decisions { body: vote.body }),
    };
    let page = place.page(r, &vote.title)?;
    r.page(if form.is_refused() { page.refused() } else { page }, &shown)
}

/// The protocol in each form, once there is a result; for those signed in.
fn papers_of(r: &Reading<'_>, place: &Place) -> Vec<(String, String)> {
    let (t, vote) = (T(r.viewer.lang), place.vote.id);
    if !r.viewer.is_signed_in() || place.vote.state != VoteState::Decided {
        return Vec::new();
    }
    let words = [(Format::Pdf, t.protocol_pdf()), (Format::Docx, t.protocol_word())];
    words.map(|(format, word)| (word.to_owned(), r.viewer.link(&ProtocolPaper { vote, format }))).to_vec()
}

/// Text as it was typed, one paragraph a line.
pub fn paragraphs(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// The reasons of a result, each in a line; those elected are named as far as the reader may see.
pub fn verdict(r: &Reading<'_>, place: &Place) -> Result<Vec<String>> {
    let Some(said) = place.vote.verdict(r.viewer.lang) else { return Ok(Vec::new()) };
    match place.vote.kind {
        VoteKind::Election => Ok(paragraphs(&super::election::with_names(r, place, said)?)),
        VoteKind::Motion => Ok(paragraphs(said)),
    }
}

pub fn facts(r: &Reading<'_>, place: &Place) -> Result<Vec<Linked>> {
    let (t, v, vote) = (T(r.viewer.lang), r.viewer, &place.vote);
    let plain = |label: &str, text: String| (label.to_owned(), text, None);
    let silence = is_silence(vote, &place.rules.rules);
    let mut facts = vec![plain(t.fact_matter(), matter_word(t, vote.matter).to_owned())];
    facts.push(plain(t.fact_method(), method_word(t, vote.method, silence).to_owned()));
    let secrecy = v.link(&SecrecyPage { vote: vote.id });
    facts.push((t.fact_grade().to_owned(), grade_word(t, vote.grade).to_owned(), Some(secrecy)));
    if let Some(day) = vote.sitting {
        facts.push(plain(t.fact_sitting(), i18n::day_long(v.lang, day)));
    }
    if let Some(at) = vote.opens_at.filter(|_| vote.state == VoteState::Announced) {
        facts.push(plain(t.fact_opens(), i18n::moment_long(v.lang, at)));
    }
    if let Some(at) = vote.closes_at {
        facts.push(plain(t.fact_closes(), end_words(v.lang, at)));
    }
    if matches!(vote.state, VoteState::Open | VoteState::Closed) && vote.method.is_cast_here() && !silence {
        let roll = rolls::list_roll(r.conn, vote.id)?;
        let cast = roll.iter().filter(|e| e.casts > 0).count();
        let free = roll.iter().filter(|e| e.barred.is_none()).count();
        facts.push(plain(t.fact_turnout(), t.turnout(cast, free)));
    }
    facts.push(plain(t.fact_level(), level_word(t, vote.level).to_owned()));
    if let Some(reference) = &vote.rules_reference {
        facts.push(plain(t.fact_reference(), reference.clone()));
    }
    if let Some(reason) = vote.void_reason.clone().filter(|_| vote.state == VoteState::Void) {
        facts.push(plain(t.fact_void(), reason.text(v.lang).to_owned()));
    }
    Ok(facts)
}

/// What the reader can do, if she may vote.
fn next(r: &Reading<'_>, place: &Place, units: &[Unit]) -> Option<(String, Option<(String, String)>)> {
    let (t, vote) = (T(r.viewer.lang), &place.vote);
    if vote.state != VoteState::Open || units.is_empty() {
        return None;
    }
    let left: Vec<&Unit> = units.iter().filter(|u| !u.used && u.entitlement.barred.is_none()).collect();
    let to = |word: &str| Some((word.to_owned(), r.viewer.link(&BallotPage { vote: vote.id })));
    if units.iter().all(|u| u.entitlement.barred.is_some()) {
        return Some((t.next_barred().to_owned(), None));
    }
    if vote.kind == VoteKind::Election && !vote.method.is_cast_here() {
        let day = vote.sitting.filter(|_| vote.method == Method::Sitting);
        let where_else = day.map(|day| t.next_in_sitting(i18n::day_long(r.viewer.lang, day)));
        return Some((where_else.unwrap_or_else(|| t.next_elsewhere().to_owned()), None));
    }
    if left.is_empty() {
        return Some((t.next_done().to_owned(), to(t.next_receipt())));
    }
    if is_silence(vote, &place.rules.rules) {
        return Some((t.next_silence().to_owned(), to(t.next_object())));
    }
    let word = match vote.kind {
        VoteKind::Election if left.len() == 1 => t.next_elect().to_owned(),
        _ => t.next_vote(left.len()),
    };
    Some((word, to(t.next_ballot())))
}

fn ask_covert(r: &Reading<'_>, place: &Place) -> Result<Option<String>> {
    let (t, vote, rules) = (T(r.viewer.lang), &place.vote, &place.rules.rules);
    let trigger = if vote.kind == VoteKind::Election { rules.elections.secret.value } else { rules.votes.secret.value };
    let open = vote.state == VoteState::Announced && vote.method == Method::Online && vote.grade == Grade::Open;
    let votes = r.viewer.actor.sits.iter().any(|s| s.body == vote.body.raw() && s.voice == kernel::Voice::Voting);
    if !open || !votes || trigger == Trigger::Never {
        return Ok(None);
    }
    Ok(Some(t.covert_asked(rolls::list_requests(r.conn, vote.id)?.len())))
}

fn may_give(place: &Place, units: &[Unit]) -> bool {
    let vote = &place.vote;
    let runs = vote.state == VoteState::Open && vote.method == Method::Online;
    runs && place.rules.rules.proxies.allowed.value && units.iter().any(|u| u.way == Way::Own)
}

pub fn result(t: T, vote: &Vote) -> Vec<(String, String)> {
    let Some(sum) = vote.counted.filter(|_| matches!(vote.state, VoteState::Decided | VoteState::Void)) else {
        return Vec::new();
    };
    let mut rows = vec![
        (t.choice_yes().to_owned(), sum.yes.to_string()),
        (t.choice_no().to_owned(), sum.no.to_string()),
        (t.choice_abstain().to_owned(), sum.abstain.to_string()),
    ];
    if sum.invalid > 0 {
        rows.push((t.result_invalid().to_owned(), sum.invalid.to_string()));
    }
    if sum.disagreed > 0 {
        rows.push((t.result_disagreed().to_owned(), sum.disagreed.to_string()));
    }
    rows.push((t.result_entitled().to_owned(), sum.entitled.to_string()));
    rows
}

/// Who voted how, once an open vote is over.
pub fn roll_call(r: &Reading<'_>, place: &Place) -> Result<Vec<(String, String)>> {
    let (t, vote) = (T(r.viewer.lang), &place.vote);
    let over = matches!(vote.state, VoteState::Decided | VoteState::Closed);
    let election = vote.kind == VoteKind::Election;
    // Of an election in a sitting there is the sum alone.
    if vote.grade != Grade::Open || !over || (election && !vote.method.is_cast_here()) {
        return Ok(Vec::new());
    }
    let marks = if election { super::election::ballot_marks(r, place)? } else { Vec::new() };
    let words = |choice: &Choice| match choice {
        Choice::Chosen(numbers) => super::election::marked(r.viewer.lang, &marks, numbers),
        plain => choice_word(t, plain).to_owned(),
    };
    let cast = ballots::list_ballots(r.conn, vote.id)?;
    let roll = rolls::list_roll(r.conn, vote.id)?;
    let names = unit_names(r, place)?;
    Ok(roll
        .iter()
        .map(|unit| {
            let choices: Vec<&Choice> =
                cast.iter().filter(|b| b.entitlement == Some(unit.id)).map(|b| &b.choice).collect();
            let word = match choices.first() {
                None => t.roll_none().to_owned(),
                Some(first) if choices.iter().all(|c| c == first) => words(first),
                Some(_) => t.roll_disagreed().to_owned(),
            };
            let weighed = if unit.votes == 1 { String::new() } else { format!(" ({})", t.candidate_votes(unit.votes)) };
            (names.of(unit), word + &weighed)
        })
        .collect())
}

pub fn objections(r: &Reading<'_>, place: &Place) -> Result<Vec<(String, String)>> {
    if place.vote.method != Method::Circular {
        return Ok(Vec::new());
    }
    let found = proxies::list_objections(r.conn, place.vote.id)?;
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let names = unit_names(r, place)?;
    let roll = rolls::list_roll(r.conn, place.vote.id)?;
    let unit = |o: &proxies::Objection| roll.iter().find(|e| e.id == o.unit).map_or_else(String::new, |e| names.of(e));
    Ok(found.iter().map(|o| (unit(o), o.reason.clone())).collect())
}

/// What the units of a roll are called, as far as the reader may see.
pub struct UnitNames {
    t: T,
    posts: Vec<(i64, String)>,
    organisations: Vec<(i64, String)>,
    persons: Vec<(i64, String)>,
    /// Units that are neither, where each seat votes with its weight.
    units: Vec<(i64, String)>,
}

impl UnitNames {
    /// The name of a unit, or its place on the roll.
    #[must_use]
    pub fn of(&self, unit: &crate::Entitlement) -> String {
        let named = |all: &[(i64, String)], id: Option<i64>| {
            id.and_then(|id| all.iter().find(|(n, _)| *n == id).map(|(_, name)| name.clone()))
        };
        named(&self.posts, unit.post.map(|p| p.raw()))
            .or_else(|| named(&self.organisations, unit.organisation.map(|o| o.raw())))
            .or_else(|| named(&self.persons, unit.person.map(|p| p.raw())))
            .or_else(|| named(&self.units, Some(unit.id.raw())))
            .unwrap_or_else(|| self.t.roll_unit(unit.number))
    }
}

/// Names of the units of a vote: posts with their organisation, organisations, and persons whose name the reader may see.
///
/// # Errors
/// When the database cannot be read.
pub fn unit_names(r: &Reading<'_>, place: &Place) -> Result<UnitNames> {
    let voters = networks::voters(r.conn, &place.body, r.viewer.today)?;
    let roll = rolls::list_roll(r.conn, place.vote.id)?;
    let names = Names::load_with_places(r.conn, &r.viewer.actor, roll.iter().filter_map(|e| e.person))?;
    let persons = roll.iter().filter_map(|e| e.person);
    let organisation = |v: &networks::Voter| v.organisation_name.clone();
    let seats = rolls::list_seats(r.conn, place.vote.id)?;
    let of_seat = |seat| voters.iter().find(|v| v.seat == seat && !v.personal).and_then(organisation);
    Ok(UnitNames {
        t: T(r.viewer.lang),
        posts: voters.iter().filter(|v| !v.personal).filter_map(|v| Some((v.post?.raw(), organisation(v)?))).collect(),
        organisations: voters.iter().filter_map(|v| Some((v.organisation?.raw(), organisation(v)?))).collect(),
        persons: persons.filter_map(|p| Some((p.raw(), names.anywhere(p)?.name.full()))).collect(),
        units: seats.iter().filter_map(|(unit, seat)| Some((unit.raw(), of_seat(*seat)?))).collect(),
    })
}

/// Asks for a covert vote.
///
/// # Errors
/// As [`crate::request_secret`].
pub fn act(w: &Writing<'_>, p: VotePage) -> Result<Answer> {
    let t = T(w.viewer.lang);
    let refused = |found: Vec<Problem>| page(&w.reading(), &p, &FormView::kept(w.viewer.lang, w.ask, found));
    if w.ask.field("tat") != "verdeckt" {
        return refused(vec![unknown_deed()]);
    }
    match crate::request_secret(w.tx, &w.viewer.actor, p.vote) {
        Ok(now) => {
            let note = if now { t.covert_now() } else { t.covert_noted() };
            Ok(Answer::to(w.viewer.link(&p)).with_note(note))
        }
        Err(fault) => refused(problems(fault, "")?),
    }
}
