//! Who stands, what a round came to, and lots.

use db::{Conn, Row, Tx, args};
use kernel::{Error, Id, Moment, Result};
use networks::{Occupancy, Seat};
use people::Person;

use crate::{Candidate, CandidateState, Consent, Counting, Vote};

const CANDIDATE: &str = "c.id, c.vote_id, c.number, c.person_id, c.post_id, c.organisation_id, c.territory_id, c.list, c.statement, c.nominated_by, c.state, c.votes, c.rank, c.seat_id, c.occupancy_id, c.answered_at, c.entered_by, c.entered_as";

fn candidate(r: &Row<'_>) -> Result<Candidate> {
    Ok(Candidate {
        id: r.get(0)?,
        vote: r.get(1)?,
        number: r.get(2)?,
        person: r.get(3)?,
        post: r.get(4)?,
        organisation: r.get(5)?,
        territory: r.get(6)?,
        list: r.get(7)?,
        statement: r.get(8)?,
        by: r.get(9)?,
        state: r.get(10)?,
        votes: r.get(11)?,
        rank: r.get(12)?,
        seat: r.get(13)?,
        occupancy: r.get(14)?,
        answered_at: r.get(15)?,
        entered: r.get::<Option<Id<Person>>>(16)?.zip(r.word(17, Consent::maybe)?),
    })
}

/// All who were put forward for an election, by number. Who may read it is asked before.
///
/// # Errors
/// When the database cannot be read.
pub fn list_candidates(conn: &Conn, vote: Id<Vote>) -> Result<Vec<Candidate>> {
    conn.all(
        &format!("SELECT {CANDIDATE} FROM candidate c WHERE c.vote_id = :vote ORDER BY c.number"),
        args! { vote: vote },
        candidate,
    )
}

/// Every candidature of a person, newest first: for her own eyes.
///
/// # Errors
/// When the database cannot be read.
pub fn list_candidacies(conn: &Conn, person: Id<Person>) -> Result<Vec<(Candidate, String)>> {
    conn.all(
        &format!(
            "SELECT {CANDIDATE}, v.title FROM candidate c JOIN vote v ON v.id = c.vote_id WHERE c.person_id = :person ORDER BY c.id DESC"
        ),
        args! { person: person },
        |r| Ok((candidate(r)?, r.get(18)?)),
    )
}

pub fn insert_candidate(tx: &Tx<'_>, new: &Candidate) -> Result<()> {
    tx.exec(
        "INSERT INTO candidate (id, vote_id, number, person_id, post_id, organisation_id, territory_id, list, statement, nominated_by, state, answered_at, entered_by, entered_as) \
         VALUES (:id, :vote, :number, :person, :post, :organisation, :territory, :list, :statement, :by, :state, :at, :entered_by, :entered_as)",
        args! { id: new.id, vote: new.vote, number: new.number, person: new.person, post: new.post, organisation: new.organisation, territory: new.territory, list: new.list.clone(),
        statement: &new.statement, by: new.by, state: new.state, at: new.answered_at, entered_by: new.entered.map(|e| e.0), entered_as: new.entered.map(|e| e.1.word()) },
    )
    .map(drop)
}

/// Her answer: whether she stands, with what she says about herself. What another one entered for her is over with it.
///
/// # Errors
/// [`Error::Stale`] when another answer came first.
pub fn save_answer(tx: &Tx<'_>, candidate: &Candidate, state: CandidateState, statement: &str) -> Result<()> {
    tx.exec_one(
        "UPDATE candidate SET state = :state, statement = :statement, answered_at = :now, entered_by = NULL, entered_as = NULL WHERE id = :id AND state = :before",
        args! { id: candidate.id, state: state, statement: statement, now: tx.now(), before: candidate.state },
    )
}

/// The answer she gave by word of mouth or in writing, as somebody entered it.
///
/// # Errors
/// [`Error::Stale`] when another answer came first.
pub fn save_entered(
    tx: &Tx<'_>,
    id: Id<Candidate>,
    state: CandidateState,
    (by, how): (Id<Person>, Consent),
) -> Result<()> {
    tx.exec_one(
        "UPDATE candidate SET state = :state, answered_at = :now, entered_by = :by, entered_as = :how WHERE id = :id AND state = 'nominated'",
        args! { id: id, state: state, now: tx.now(), by: by, how: how },
    )
}

/// Moves all numbers out of the way, to be given anew.
///
/// # Errors
/// When the database refuses.
pub fn free_numbers(tx: &Tx<'_>, vote: Id<Vote>) -> Result<()> {
    tx.exec("UPDATE candidate SET number = number + 1000000 WHERE vote_id = :vote", args! { vote: vote }).map(drop)
}

pub fn save_number(tx: &Tx<'_>, id: Id<Candidate>, number: i64, state: CandidateState) -> Result<()> {
    tx.exec_one(
        "UPDATE candidate SET number = :number, state = :state WHERE id = :id",
        args! { id: id, number: number, state: state },
    )
}

/// What the count says of her.
///
/// # Errors
/// [`Error::Stale`] when she is gone.
pub fn save_result(tx: &Tx<'_>, it: &Candidate) -> Result<()> {
    tx.exec_one(
        "UPDATE candidate SET state = :state, votes = :votes, rank = :rank, seat_id = :seat WHERE id = :id",
        args! { id: it.id, state: it.state, votes: it.votes, rank: it.rank, seat: it.seat },
    )
}

/// Whether she accepts the election, and what she occupies then.
///
/// # Errors
/// [`Error::Stale`] when that is settled.
pub fn save_acceptance(
    tx: &Tx<'_>,
    id: Id<Candidate>,
    state: CandidateState,
    seat: Option<Id<Seat>>,
    occupancy: Option<Id<Occupancy>>,
) -> Result<()> {
    tx.exec_one(
        "UPDATE candidate SET state = :state, seat_id = :seat, occupancy_id = :occupancy, answered_at = :now WHERE id = :id AND state = 'elected'",
        args! { id: id, state: state, seat: seat, occupancy: occupancy, now: tx.now() },
    )
}

/// Takes what she said about herself away, where she asks for it: that she stood, and with what result, stays.
///
/// # Errors
/// When the database refuses.
pub fn forget_statements(tx: &Tx<'_>, person: Id<Person>) -> Result<()> {
    tx.exec("UPDATE candidate SET statement = '' WHERE person_id = :person", args! { person: person }).map(drop)
}

/// Withdraws a person from every election that has not opened.
///
/// # Errors
/// When the database refuses.
pub fn withdraw_everywhere(tx: &Tx<'_>, person: Id<Person>) -> Result<()> {
    tx.exec(
        "UPDATE candidate SET state = 'withdrawn', answered_at = :now WHERE person_id = :person AND state IN ('nominated', 'standing') \
         AND EXISTS (SELECT 1 FROM vote v WHERE v.id = candidate.vote_id AND v.state IN ('draft', 'announced'))",
        args! { person: person, now: tx.now() },
    )
    .map(drop)
}

/// What a round came to; `None` before it is counted, and for a motion.
///
/// # Errors
/// When the database cannot be read.
pub fn find_counting(conn: &Conn, vote: Id<Vote>) -> Result<Option<Counting>> {
    let text: Option<Option<String>> = conn.find(
        "SELECT v.counted FROM vote v WHERE v.id = :vote AND v.kind = 'election'",
        args! { vote: vote },
        |r| r.get(0),
    )?;
    text.flatten().map(|text| serde_json::from_str(&text).map_err(Error::internal)).transpose()
}

/// Writes what a lot changed in a result.
///
/// # Errors
/// [`Error::Stale`] when the round is not decided.
pub fn save_counting(
    tx: &Tx<'_>,
    vote: Id<Vote>,
    counting: &Counting,
    verdicts: &str,
    accept_until: Option<Moment>,
) -> Result<()> {
    let counted = serde_json::to_string(counting).map_err(Error::internal)?;
    tx.exec_one(
        "UPDATE vote SET counted = :counted, outcome = :verdicts, holds = :holds, verdict_de = :de, verdict_en = :en, accept_until = :until, version = version + 1 WHERE id = :id AND state = 'decided'",
        args! { id: vote, counted: counted, verdicts: verdicts, holds: counting.verdict.holds, de: &counting.verdict.de, en: &counting.verdict.en, until: accept_until },
    )
}

/// Notes a lot: who drew it, and the numbers in the order in which they came. A second one of the same round joins it.
///
/// # Errors
/// When the database refuses.
pub fn save_lot(tx: &Tx<'_>, vote: Id<Vote>, person: Id<Person>, drawn: &str) -> Result<()> {
    tx.exec(
        "INSERT INTO lot (vote_id, person_id, drawn, at) VALUES (:vote, :person, :drawn, :now) \
         ON CONFLICT (vote_id) DO UPDATE SET person_id = :person, drawn = lot.drawn || ' ' || :drawn, at = :now",
        args! { vote: vote, person: person, drawn: drawn, now: tx.now() },
    )
    .map(drop)
}

/// Who drew a lot, which numbers came, and when.
///
/// # Errors
/// When the database cannot be read.
pub fn find_lot(conn: &Conn, vote: Id<Vote>) -> Result<Option<(Id<Person>, String, Moment)>> {
    conn.find("SELECT l.person_id, l.drawn, l.at FROM lot l WHERE l.vote_id = :vote", args! { vote: vote }, |r| {
        Ok((r.get(0)?, r.get(1)?, r.get(2)?))
    })
}

/// What was decided about territories nobody stands in; `None` while nothing was.
///
/// # Errors
/// When the database cannot be read.
pub fn find_waiver(conn: &Conn, vote: Id<Vote>) -> Result<Option<String>> {
    conn.find("SELECT v.imbalance FROM vote v WHERE v.id = :vote", args! { vote: vote }, |r| r.get(0))
        .map(Option::flatten)
}

/// Notes it.
///
/// # Errors
/// [`Error::Stale`] once it is open.
pub fn save_waiver(tx: &Tx<'_>, vote: Id<Vote>, text: &str) -> Result<()> {
    tx.exec_one(
        "UPDATE vote SET imbalance = :text, version = version + 1 WHERE id = :vote AND state IN ('draft', 'announced')",
        args! { vote: vote, text: text },
    )
}
