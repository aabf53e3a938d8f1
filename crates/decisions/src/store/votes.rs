//! Votes and elections.

use db::{Conn, Row, Tx, args};
use kernel::{Actor, Error, Id, Moment, Reason, Result};
use networks::Body;

use super::decided;
use crate::{CandidateState, Vote, VoteKind, VoteState, rules::BallotKind};

/// The columns of a vote under the alias `v`; [`vote`] reads them.
pub const VOTE: &str = "v.id, v.network_id, v.body_id, v.level, v.kind, v.method, v.grade, v.matter, v.title, v.text, v.rules_id, v.rules_reference, v.state, v.void_reason, \
     v.sitting_day, v.opens_at, v.closes_at, v.reminded_at, v.decided_at, v.round, v.previous_id, v.places, v.paper_kind, v.term_from, v.term_until, v.nominations_until, v.accept_until, \
     v.counted, v.paper, v.outcome, v.holds, v.verdict_de, v.verdict_en, v.turnout, v.made_by, v.made_at, v.version, v.void_reason_en";

/// Reads a vote from the columns of [`VOTE`].
pub fn vote(r: &Row<'_>) -> Result<Vote> {
    // What an election came to is read by `candidates::find_counting`.
    let motion = r.get::<VoteKind>(4)? == VoteKind::Motion;
    let counted = r.get::<Option<String>>(27)?.filter(|_| motion).map(|text| serde_json::from_str(&text)).transpose();
    Ok(Vote {
        id: r.get(0)?,
        network: r.get(1)?,
        body: r.get(2)?,
        level: r.get(3)?,
        kind: r.get(4)?,
        method: r.get(5)?,
        grade: r.get(6)?,
        matter: r.get(7)?,
        title: r.get(8)?,
        text: r.get(9)?,
        rules: r.get(10)?,
        rules_reference: r.get(11)?,
        state: r.get(12)?,
        void_reason: match r.get::<Option<String>>(13)? {
            // What a person typed stands in her language alone.
            Some(de) => Some(Reason { en: r.get::<Option<String>>(37)?.unwrap_or_else(|| de.clone()), de }),
            None => None,
        },
        sitting: r.get(14)?,
        opens_at: r.get(15)?,
        closes_at: r.get(16)?,
        reminded_at: r.get(17)?,
        decided_at: r.get(18)?,
        round: r.get(19)?,
        previous: r.get(20)?,
        places: r.get(21)?,
        paper_kind: paper_kind(r.get::<Option<String>>(22)?.as_deref())?,
        term_from: r.get(23)?,
        term_until: r.get(24)?,
        nominations_until: r.get(25)?,
        accept_until: r.get(26)?,
        counted: counted.map_err(Error::internal)?,
        paper: r.get(28)?,
        outcome: r.get(29)?,
        holds: r.get::<Option<bool>>(30)?,
        verdict_de: r.get(31)?,
        verdict_en: r.get(32)?,
        turnout: r.get(33)?,
        by: r.get(34)?,
        made_at: r.get(35)?,
        version: r.get(36)?,
    })
}

const PAPER_KINDS: [(&str, BallotKind); 3] =
    [("single", BallotKind::Single), ("combined", BallotKind::Combined), ("list", BallotKind::List)];

fn paper_kind(word: Option<&str>) -> Result<Option<BallotKind>> {
    let Some(word) = word else { return Ok(None) };
    let known = PAPER_KINDS.iter().find(|(w, _)| *w == word).map(|(_, kind)| Some(*kind));
    known.ok_or_else(|| Error::internal(format!("stored paper kind {word}")))
}

fn paper_word(kind: BallotKind) -> &'static str {
    PAPER_KINDS.iter().find(|(_, k)| *k == kind).map_or("single", |(word, _)| word)
}

/// A vote the reader may see. Drafts are asked for again by [`crate::may_lead`].
///
/// # Errors
/// [`Error::NotFound`].
pub fn find_vote(conn: &Conn, actor: &Actor, id: Id<Vote>) -> Result<Vote> {
    conn.one(
        &format!("SELECT {VOTE} FROM vote v WHERE v.id = :id AND {{visible:v}}"),
        decided(actor, args! { id: id }),
        vote,
    )
}

/// A vote, for the program itself: opening, closing, counting.
///
/// # Errors
/// [`Error::NotFound`].
pub fn find_any_vote(conn: &Conn, id: Id<Vote>) -> Result<Vote> {
    conn.one(&format!("SELECT {VOTE} FROM vote v WHERE v.id = :id"), args! { id: id }, vote)
}

/// The votes of a body the reader may see, newest first.
///
/// # Errors
/// When the database cannot be read.
pub fn list_votes(conn: &Conn, actor: &Actor, body: Id<Body>, limit: i64) -> Result<Vec<Vote>> {
    conn.all(
        &format!("SELECT {VOTE} FROM vote v WHERE v.body_id = :body AND {{visible:v}} ORDER BY v.made_at DESC, v.id DESC LIMIT :limit"),
        decided(actor, args! { body: body, limit: limit }),
        vote,
    )
}

/// Those of the given votes the reader may see.
///
/// # Errors
/// When the database cannot be read.
pub fn list_by_id(conn: &Conn, actor: &Actor, ids: &[i64]) -> Result<Vec<Vote>> {
    conn.all(
        &format!("SELECT {VOTE} FROM vote v WHERE v.id IN (:ids*) AND {{visible:v}}"),
        decided(actor, args! { ids: ids }),
        vote,
    )
}

/// Votes taken here in which she has a voice and has not voted, the one that ends first before the others.
///
/// # Errors
/// When the database cannot be read.
pub fn list_waiting(conn: &Conn, actor: &Actor) -> Result<Vec<Vote>> {
    let seats: Vec<i64> = actor.sits.iter().filter(|s| !s.substitute).map(|s| s.seat).collect();
    let Some(person) = actor.person.filter(|_| !seats.is_empty()) else { return Ok(Vec::new()) };
    let votes = conn.all(
        &format!(
            "SELECT {VOTE} FROM vote v WHERE v.state = 'open' AND {{visible:v}} AND EXISTS (SELECT 1 FROM entitlement_seat x JOIN entitlement e ON e.id = x.entitlement_id \
             WHERE x.seat_id IN (:seats*) AND e.vote_id = v.id AND e.barred = FALSE \
             AND NOT EXISTS (SELECT 1 FROM cast_mark m WHERE m.entitlement_id = e.id AND m.person_id = :person)) ORDER BY v.closes_at, v.id"
        ),
        decided(actor, args! { seats: seats, person: person }),
        vote,
    )?;
    Ok(votes.into_iter().filter(|v| v.method.is_cast_here()).collect())
}

/// Elections that wait for what she says of herself: whether she stands, or accepts; the latter is `true`.
///
/// # Errors
/// When the database cannot be read.
pub fn list_asked(conn: &Conn, actor: &Actor) -> Result<Vec<(Vote, bool)>> {
    let Some(person) = actor.person else { return Ok(Vec::new()) };
    conn.all(
        &format!(
            "SELECT {VOTE}, c.state FROM candidate c JOIN vote v ON v.id = c.vote_id WHERE c.person_id = :person AND {{visible:v}} \
             AND ((c.state = 'nominated' AND v.state IN ('draft', 'announced')) OR (c.state = 'elected' AND v.state = 'decided' AND (v.accept_until IS NULL OR v.accept_until > :now))) ORDER BY v.id"
        ),
        decided(actor, args! { person: person, now: conn.now() }),
        |r| Ok((vote(r)?, r.get::<CandidateState>(38)? == CandidateState::Elected)),
    )
}

/// The rounds that followed a vote.
///
/// # Errors
/// When the database cannot be read.
pub fn list_following(conn: &Conn, actor: &Actor, id: Id<Vote>) -> Result<Vec<Vote>> {
    conn.all(
        &format!("SELECT {VOTE} FROM vote v WHERE v.previous_id = :id AND {{visible:v}} ORDER BY v.round, v.id"),
        decided(actor, args! { id: id }),
        vote,
    )
}

pub fn insert_vote(tx: &Tx<'_>, new: &Vote) -> Result<()> {
    tx.exec(
        "INSERT INTO vote (id, network_id, body_id, level, kind, method, grade, matter, title, text, rules_id, rules_reference, state, sitting_day, opens_at, closes_at, decided_at, round, previous_id, places, paper_kind, \
         term_from, term_until, nominations_until, made_by, made_at) \
         VALUES (:id, :network, :body, :level, :kind, :method, :grade, :matter, :title, :text, :rules, :reference, :state, :sitting, :opens_at, :closes_at, :decided_at, :round, :previous, :places, :paper_kind, \
         :term_from, :term_until, :nominations_until, :by, :made_at)",
        args! { id: new.id, network: new.network, body: new.body, level: new.level.number(), kind: new.kind, method: new.method, grade: new.grade, matter: new.matter, title: &new.title, text: &new.text,
        rules: new.rules, reference: new.rules_reference.clone(), state: new.state, sitting: new.sitting, opens_at: new.opens_at, closes_at: new.closes_at, decided_at: new.decided_at, round: new.round,
        previous: new.previous, places: new.places, paper_kind: new.paper_kind.map(paper_word), term_from: new.term_from, term_until: new.term_until, nominations_until: new.nominations_until,
        by: new.by, made_at: new.made_at },
    )
    .map(drop)
}

/// Changes what is prepared; only while nobody can have voted.
///
/// # Errors
/// [`Error::Stale`] when somebody changed it meanwhile.
pub fn save_vote(tx: &Tx<'_>, vote: &Vote) -> Result<()> {
    tx.exec_one(
        "UPDATE vote SET level = :level, method = :method, grade = :grade, matter = :matter, title = :title, text = :text, rules_id = :rules, rules_reference = :reference, state = :state, sitting_day = :sitting, opens_at = :opens_at, \
         closes_at = :closes_at, places = :places, paper_kind = :paper_kind, term_from = :term_from, term_until = :term_until, nominations_until = :nominations_until, version = version + 1 \
         WHERE id = :id AND version = :version AND state IN ('draft', 'announced')",
        args! { id: vote.id, level: vote.level.number(), method: vote.method, grade: vote.grade, matter: vote.matter, title: &vote.title, text: &vote.text, rules: vote.rules, reference: vote.rules_reference.clone(),
        state: vote.state, sitting: vote.sitting, opens_at: vote.opens_at, closes_at: vote.closes_at, places: vote.places, paper_kind: vote.paper_kind.map(paper_word), term_from: vote.term_from, term_until: vote.term_until,
        nominations_until: vote.nominations_until, version: vote.version },
    )
}

/// Takes a step. `false` when it does not stand there any more: another took it.
///
/// # Errors
/// When the database refuses.
pub fn step(tx: &Tx<'_>, id: Id<Vote>, from: VoteState, to: VoteState) -> Result<bool> {
    let done = tx.exec(
        "UPDATE vote SET state = :to, version = version + 1 WHERE id = :id AND state = :from",
        args! { id: id, from: from, to: to },
    )?;
    Ok(done == 1)
}

/// Opens an announced vote, from now on. `false` when another did.
///
/// # Errors
/// When the database refuses.
pub fn begin(tx: &Tx<'_>, id: Id<Vote>) -> Result<bool> {
    let done = tx.exec(
        "UPDATE vote SET state = :open, opens_at = :now, version = version + 1 WHERE id = :id AND state = :announced",
        args! { id: id, now: tx.now(), open: VoteState::Open, announced: VoteState::Announced },
    )?;
    Ok(done == 1)
}

/// Another end of an open vote: one that is ended in the instant it began lasted the shortest time there is.
///
/// # Errors
/// [`Error::Stale`] when it is not open.
pub fn save_end(tx: &Tx<'_>, id: Id<Vote>, closes_at: Moment) -> Result<()> {
    tx.exec_one(
        "UPDATE vote SET closes_at = CASE WHEN opens_at >= :at THEN opens_at + 1 ELSE :at END, version = version + 1 WHERE id = :id AND state = 'open'",
        args! { id: id, at: closes_at },
    )
}

/// Counts one more vote, if votes are still taken: whoever closes waits for this row, and the other way round.
///
/// # Errors
/// When the database refuses.
pub fn take_turn(tx: &Tx<'_>, id: Id<Vote>) -> Result<bool> {
    let done = tx.exec(
        "UPDATE vote SET turnout = turnout + 1 WHERE id = :id AND state = 'open' AND closes_at > :now",
        args! { id: id, now: tx.now() },
    )?;
    Ok(done == 1)
}

/// What came of a vote.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Outcome {
    /// Where it stands now.
    pub state: VoteState,
    /// What was counted, as JSON.
    pub counted: Option<String>,
    /// The verdicts as JSON.
    pub verdicts: String,
    /// Whether it holds.
    pub holds: Option<bool>,
    /// Why, in German.
    pub de: String,
    /// The same in English.
    pub en: String,
    /// Until when those elected accept.
    pub accept_until: Option<Moment>,
}

/// Writes the result, once.
///
/// # Errors
/// [`Error::Stale`] when there is one already.
pub fn save_outcome(tx: &Tx<'_>, id: Id<Vote>, outcome: &Outcome) -> Result<()> {
    tx.exec_one(
        "UPDATE vote SET state = :state, counted = :counted, outcome = :verdicts, holds = :holds, verdict_de = :de, verdict_en = :en, accept_until = :accept_until, decided_at = :now, version = version + 1 \
         WHERE id = :id AND state IN ('open', 'closed', 'draft')",
        args! { id: id, state: outcome.state, counted: outcome.counted.clone(), verdicts: &outcome.verdicts, holds: outcome.holds, de: &outcome.de, en: &outcome.en,
        accept_until: outcome.accept_until, now: tx.now() },
    )
}

/// Writes what the chair's vote made of a tie.
///
/// # Errors
/// [`Error::Stale`] when it was decided meanwhile.
pub fn save_tie(tx: &Tx<'_>, id: Id<Vote>, outcome: &Outcome) -> Result<()> {
    tx.exec_one(
        "UPDATE vote SET outcome = :verdicts, holds = :holds, verdict_de = :de, verdict_en = :en, decided_at = :now, version = version + 1 \
         WHERE id = :id AND state = 'decided' AND NOT holds",
        args! { id: id, verdicts: &outcome.verdicts, holds: outcome.holds, de: &outcome.de, en: &outcome.en, now: tx.now() },
    )
}

/// Gives a vote up, with the reason.
///
/// # Errors
/// [`Error::Stale`] when its result stands.
pub fn save_void(tx: &Tx<'_>, id: Id<Vote>, reason: &Reason) -> Result<()> {
    let english = Some(&reason.en).filter(|en| **en != reason.de);
    tx.exec_one(
        "UPDATE vote SET state = 'void', void_reason = :reason, void_reason_en = :english, decided_at = :now, version = version + 1 WHERE id = :id AND state IN ('draft', 'announced', 'open', 'closed')",
        args! { id: id, reason: &reason.de, english: english, now: tx.now() },
    )
}

/// Notes the reminder.
///
/// # Errors
/// When the database refuses.
pub fn save_reminded(tx: &Tx<'_>, id: Id<Vote>) -> Result<()> {
    tx.exec("UPDATE vote SET reminded_at = :now WHERE id = :id", args! { id: id, now: tx.now() }).map(drop)
}

/// What the board entered from paper.
///
/// # Errors
/// [`Error::Stale`] when it is not open or closed.
pub fn save_paper(tx: &Tx<'_>, id: Id<Vote>, paper: &str) -> Result<()> {
    tx.exec_one(
        "UPDATE vote SET paper = :paper, version = version + 1 WHERE id = :id AND state IN ('open', 'closed')",
        args! { id: id, paper: paper },
    )
}

/// Everything that is more than a draft: for search, which asks each for its readers.
///
/// # Errors
/// When the database cannot be read.
pub fn every_vote(conn: &Conn) -> Result<Vec<i64>> {
    conn.all(
        "SELECT v.id FROM vote v WHERE v.state IN ('announced', 'open', 'closed', 'decided', 'void') ORDER BY v.id",
        args! {},
        |r| r.get(0),
    )
}
