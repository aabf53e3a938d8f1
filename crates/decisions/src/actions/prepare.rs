//! Preparing a vote, releasing it, and what is settled before it opens.

use std::collections::{HashMap, HashSet};

use db::Tx;
use kernel::{Actor, Error, Id, Level, Moment, Reason, Result};
use networks::{Body, Seat, Voter};
use people::{Person, rules::Check};
use rights::{Action, Kind};

use super::{event, led, open, refused};
use crate::{
    Grade, Matter, Method, NewVote, RuleVersion, Vote, VoteKind, VoteState, roll,
    rules::{Consent, RuleSet, Trigger, circular, secret},
    store::{
        boards::{self, Signature},
        rolls, rules as versions, votes,
    },
};

/// The most days a vote may run.
const LONGEST_DAYS: i64 = 366;

/// Whether the actor leads this vote: prepares it, opens it, gives it up.
#[must_use]
pub fn may_lead(by: &Actor, vote: &Vote) -> bool {
    rights::allows(by, Kind::Decision, Action::Edit, &vote.scope())
}

/// Prepares a vote under the rules that hold today.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Form`] on `title`, `grade`, `level`, `closes_at`; [`Error::Rule`] when the
/// body has no rules, or they do not provide for this way.
pub fn prepare(tx: &Tx<'_>, by: &Actor, body: Id<Body>, new: &NewVote) -> Result<Id<Vote>> {
    let body = networks::find_body(tx, by, body)?;
    rights::require(by, Kind::Decision, Action::Edit, &body.scope())?;
    let rules = rules_for(tx, &body, new.method)?;
    let mut vote = made(tx, by, &body, &rules, new);
    settle(&mut vote, &body, &rules.rules, tx.now())?;
    // Who coordinates a network does not see what is for the members of one of its bodies alone, and could not lead it.
    if !may_lead(by, &vote) {
        return Err(Error::field(
            "level",
            Reason::new(
                "Das würden Sie selbst nicht sehen, weil Sie dem Gremium nicht angehören.",
                "You would not see it yourself, as you do not belong to the body.",
            ),
        ));
    }
    votes::insert_vote(tx, &vote)?;
    tx.emit(event("vote.prepared", &vote, by.person));
    Ok(vote.id)
}

/// The rules a body votes under today.
pub fn rules_for(tx: &Tx<'_>, body: &Body, method: Method) -> Result<RuleVersion> {
    let rules = versions::rules_of(tx, body, tx.today())?.ok_or_else(|| {
        refused(
            "Dieses Gremium hat noch keine Regeln. Bitte wählen Sie zuerst eine Geschäftsordnung.",
            "This body has no rules yet. Please choose rules of procedure first.",
        )
    })?;
    let silence = rules.rules.circular.consent.value == Consent::Silence && method == Method::Circular;
    if !rules.rules.formal.value && !silence {
        return Err(refused(
            "Dieses Gremium stimmt nach seinen Regeln nicht förmlich ab.",
            "By its rules this body does not vote formally.",
        ));
    }
    Ok(rules)
}

pub fn made(tx: &Tx<'_>, by: &Actor, body: &Body, rules: &RuleVersion, new: &NewVote) -> Vote {
    Vote {
        id: tx.id(),
        network: body.network,
        body: body.id,
        level: new.level,
        kind: new.kind,
        method: new.method,
        grade: new.grade,
        matter: new.matter,
        title: new.title.clone(),
        text: new.text.clone(),
        rules: rules.id,
        rules_reference: new.rules_reference.clone(),
        state: VoteState::Draft,
        void_reason: None,
        sitting: None,
        opens_at: new.opens_at,
        closes_at: new.closes_at,
        reminded_at: None,
        decided_at: None,
        round: new.previous.map_or(1, |(_, round)| round + 1),
        previous: new.previous.map(|(id, _)| id),
        places: new.places,
        paper_kind: new.paper_kind,
        term_from: new.term_from,
        term_until: new.term_until,
        nominations_until: new.nominations_until,
        accept_until: None,
        counted: None,
        paper: None,
        outcome: None,
        holds: None,
        verdict_de: None,
        verdict_en: None,
        turnout: 0,
        by: by.person.map(Id::new),
        made_at: tx.now(),
        version: 1,
    }
}

/// Checks a prepared vote against the rules and fills in what they settle.
pub fn settle(vote: &mut Vote, body: &Body, rules: &RuleSet, now: Moment) -> Result<()> {
    let mut check = Check::new();
    check.that(!vote.title.trim().is_empty(), "title", || {
        Reason::new("Bitte nennen Sie die Frage in einer Zeile.", "Please give the question in one line.")
    });
    let open_level = if body.sensitive { Level::Network } else { body.level };
    check.that(vote.level >= open_level && vote.level <= Level::Body, "level", || {
        Reason::new(
            "So weit darf dieses Gremium nicht zeigen, was es entscheidet.",
            "This body may not show its decisions that far.",
        )
    });
    let fits = match vote.method {
        Method::Online => matches!(vote.grade, Grade::Open | Grade::Covert),
        Method::Circular => vote.grade == Grade::Open,
        Method::Postal => vote.grade == Grade::Paper,
        Method::Mixed => vote.grade == Grade::Covert,
        Method::Sitting => matches!(vote.grade, Grade::Hands | Grade::Open | Grade::Paper),
    };
    check.that(fits, "grade", || {
        Reason::new("Auf diesem Weg kann so nicht abgestimmt werden.", "On this way one cannot vote like that.")
    });
    let trigger = if vote.kind == VoteKind::Election { rules.elections.secret.value } else { rules.votes.secret.value };
    let always = trigger == Trigger::Always || (trigger == Trigger::Persons && vote.matter.is_personal());
    check.that(!always || matches!(vote.grade, Grade::Covert | Grade::Paper), "grade", || {
        Reason::new("Nach den Regeln wird hier nicht offen abgestimmt.", "By the rules this vote is not open.")
    });
    if vote.method == Method::Circular {
        check.that(rules.circular.consent.value != Consent::Never, "method", || {
            Reason::new("Die Regeln sehen keinen Umlaufbeschluss vor.", "The rules provide for no circular resolution.")
        });
        check.that(vote.matter != Matter::Dissolution, "method", || {
            Reason::new("Über die Auflösung entscheidet eine Versammlung.", "An assembly decides on dissolution.")
        });
        let sent = vote.opens_at.map_or_else(|| now.day(), Moment::day);
        // The day of the deadline is whole.
        let last = circular::dates(&rules.circular, sent).last.next().at(0, 0);
        vote.closes_at = Some(vote.closes_at.map_or(last, |end| end.max(last)));
    }
    if vote.method.is_cast_here() || vote.method.has_paper() {
        let ends = vote.closes_at.filter(|end| *end > vote.opens_at.unwrap_or(now).max(now));
        check.that(ends.is_some(), "closes_at", || {
            Reason::new("Bitte nennen Sie ein Ende, das noch kommt.", "Please give an end that is yet to come.")
        });
        check.that(ends.is_none_or(|end| end.seconds_since(now) <= LONGEST_DAYS * 86_400), "closes_at", || {
            Reason::new("Eine Abstimmung dauert höchstens ein Jahr.", "A vote lasts a year at most.")
        });
    }
    check.done()
}

/// Announces a vote: it opens at its time, or at once.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] when it is announced already, the board has not released it, or
/// it may not be covert; [`Error::Form`] on `closes_at` when its end is over.
pub fn announce(tx: &Tx<'_>, by: &Actor, id: Id<Vote>, base: &str) -> Result<()> {
    announce_under(tx, by, id, None, base)
}

/// The same, naming where the election rules stand.
///
/// # Errors
/// As [`announce`].
pub fn announce_under(tx: &Tx<'_>, by: &Actor, id: Id<Vote>, reference: Option<&str>, base: &str) -> Result<()> {
    let (mut vote, body, rules) = led(tx, by, id)?;
    if let Some(reference) = reference {
        vote.rules_reference = Some(reference.to_owned());
    }
    if vote.state != VoteState::Draft {
        return Err(refused("Das ist schon angekündigt.", "This is announced already."));
    }
    // A further round in a sitting is held when it is announced.
    let over = vote.closes_at.is_some_and(|end| end <= tx.now());
    if vote.method == Method::Sitting && vote.previous.is_some() && over {
        vote.sitting = Some(tx.today());
        vote.closes_at = Some(tx.today().next().at(0, 0));
    }
    settle(&mut vote, &body, &rules.rules, tx.now())?;
    if vote.kind == VoteKind::Election {
        let board = boards::list_board(tx, id)?;
        if board.len() < 2 || board.iter().any(|m| m.released_at.is_none()) {
            return Err(refused(
                "Zuerst geben zwei Personen des Wahlvorstands die Wahl frei.",
                "First two persons of the election board release the election.",
            ));
        }
        if matches!(vote.grade, Grade::Covert | Grade::Paper) && vote.rules_reference.is_none() {
            return Err(Error::field(
                "rules_reference",
                Reason::new(
                    "Bitte nennen Sie die Fundstelle der Wahlordnung.",
                    "Please say where the election rules stand.",
                ),
            ));
        }
    }
    open::may_open(tx, &vote, &body, &rules.rules)?;
    if vote.kind == VoteKind::Election && vote.opens_at.is_none_or(|at| at <= tx.now()) {
        // At its own time an election nobody stands in is given up; whoever opens it now hears what is missing.
        super::election::freeze(tx, &vote)?;
    }
    vote.state = VoteState::Announced;
    votes::save_vote(tx, &vote)?;
    tx.emit(event("vote.announced", &vote, by.person));
    match vote.opens_at.filter(|at| *at > tx.now()) {
        Some(at) => tx.enqueue("decisions.open", &format!("{id} {base}"), at, Some(&format!("vote open {id}"))),
        None => open::open(tx, id, base),
    }
}

/// Gives a vote up before its result stands. What was cast goes.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Form`] on `reason`; [`Error::Stale`] when its result stands.
pub fn void(tx: &Tx<'_>, by: &Actor, id: Id<Vote>, reason: &str) -> Result<()> {
    let (vote, ..) = led(tx, by, id)?;
    if reason.trim().is_empty() {
        return Err(Error::field("reason", Reason::new("Bitte nennen Sie den Grund.", "Please give the reason.")));
    }
    votes::save_void(tx, id, &Reason::new(reason, reason))?;
    tx.emit(event("vote.void", &vote, by.person));
    Ok(())
}

/// Notes that a seat may not vote on this matter, or that it may again (§ 34 BGB).
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Form`] on `seat`; [`Error::Rule`] once it is open.
pub fn set_bar(tx: &Tx<'_>, by: &Actor, id: Id<Vote>, seat: Id<Seat>, reason: Option<&str>) -> Result<()> {
    let (vote, body, _) = led(tx, by, id)?;
    if !matches!(vote.state, VoteState::Draft | VoteState::Announced) {
        return Err(refused("Das wird geklärt, bevor es beginnt.", "This is settled before it begins."));
    }
    if networks::voters_on(tx, &body, &[seat], tx.today())?.is_empty() {
        return Err(Error::field(
            "seat",
            Reason::new("Bitte wählen Sie einen Sitz mit Stimme.", "Please choose a seat that votes."),
        ));
    }
    match reason {
        Some(reason) => rolls::save_bar(tx, id, seat, reason)?,
        None => rolls::delete_bar(tx, id, seat)?,
    }
    tx.emit(event("vote.changed", &vote, by.person));
    Ok(())
}

/// Names the election board: at least two persons. Releases given before are void.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Form`] on `board`; [`Error::Rule`] once it is announced.
pub fn set_board(tx: &Tx<'_>, by: &Actor, id: Id<Vote>, persons: &[Id<Person>]) -> Result<()> {
    let (vote, ..) = led(tx, by, id)?;
    if vote.state != VoteState::Draft {
        return Err(refused("Der Wahlvorstand steht fest.", "The election board is settled."));
    }
    let mut persons = persons.to_vec();
    persons.sort_unstable();
    persons.dedup();
    if !(2..=7).contains(&persons.len()) {
        return Err(Error::field(
            "board",
            Reason::new(
                "Der Wahlvorstand hat zwei bis sieben Personen.",
                "The election board has two to seven persons.",
            ),
        ));
    }
    for person in &persons {
        if !networks::may_pick(tx, by, *person)? {
            return Err(Error::NotFound);
        }
    }
    boards::delete_board(tx, id)?;
    for person in persons {
        boards::insert_board_member(tx, id, person)?;
    }
    tx.emit(event("vote.changed", &vote, by.person));
    Ok(())
}

/// A member of the board releases the vote.
///
/// # Errors
/// [`Error::NotFound`] for whoever is not on the board; [`Error::Rule`] once it is announced.
pub fn release(tx: &Tx<'_>, by: &Actor, id: Id<Vote>) -> Result<()> {
    let vote = votes::find_vote(tx, by, id)?;
    let person = on_board(tx, by, id)?;
    if vote.state != VoteState::Draft {
        return Err(refused("Sie ist schon freigegeben.", "It is released already."));
    }
    boards::save_signature(tx, id, person, Signature::Release)?;
    tx.emit(event("vote.released", &vote, by.person));
    Ok(())
}

/// The actor as a member of the board.
pub fn on_board(tx: &Tx<'_>, by: &Actor, id: Id<Vote>) -> Result<Id<Person>> {
    let person = by.person.map(Id::new).ok_or(Error::NotFound)?;
    let board = boards::list_board(tx, id)?;
    if board.iter().any(|m| m.person == person) { Ok(person) } else { Err(Error::NotFound) }
}

/// Somebody entitled asks for a covert vote before it opens. When enough ask, as the rules say, it becomes one.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] for who has no vote; [`Error::Rule`] once it is open, where the rules know no such
/// request, or where it cannot be covert.
pub fn request_secret(tx: &Tx<'_>, by: &Actor, id: Id<Vote>) -> Result<bool> {
    let mut vote = votes::find_vote(tx, by, id)?;
    let person = by.person.map(Id::new).ok_or(Error::NotFound)?;
    let body = super::body_of(tx, &vote)?;
    let rules = versions::find_rules(tx, vote.rules)?.rules;
    if vote.state != VoteState::Announced || vote.method != Method::Online || vote.grade != Grade::Open {
        return Err(refused(
            "Das kann nur vor dem Beginn einer offenen Abstimmung verlangt werden.",
            "This can be asked for only before an open vote begins.",
        ));
    }
    let voters = networks::voters(tx, &body, tx.today())?;
    if !voters.iter().any(|v| v.may_cast.contains(&person)) {
        return Err(Error::Denied(Some(Reason::new(
            "Das verlangt, wer hier eine Stimme hat.",
            "Only those with a vote can ask for this.",
        ))));
    }
    let trigger = if vote.kind == VoteKind::Election { &rules.elections.secret } else { &rules.votes.secret };
    if trigger.value == Trigger::Never {
        return Err(refused("Die Regeln kennen kein solches Verlangen.", "The rules know no such request."));
    }
    if !rolls::insert_request(tx, id, person)? {
        tx.silent("she asked before");
        return Ok(false);
    }
    let (asking, all) = asking(&rules, &voters, &rolls::list_requests(tx, id)?);
    let verdict = secret::judge(trigger, asking, all, vote.matter.is_personal());
    if verdict.holds {
        vote.grade = Grade::Covert;
        open::may_open(tx, &vote, &body, &rules)?;
        votes::save_vote(tx, &vote)?;
    }
    tx.emit(event("vote.changed", &vote, None));
    Ok(verdict.holds)
}

/// How many votes ask for it, and how many there are: a unit asks when one of its people does, and nobody asks for two where
/// the rules give her one vote.
fn asking(rules: &RuleSet, voters: &[Voter], persons: &[Id<Person>]) -> (u64, u64) {
    let may: HashMap<_, _> = voters.iter().map(|v| (v.seat, &v.may_cast)).collect();
    let (mut seen, mut asking, mut all) = (HashSet::new(), 0, 0);
    for unit in roll::made(rules.votes.unit.value, voters) {
        let votes = unit.votes.unsigned_abs();
        all += votes;
        let mut of = unit.seats.iter().filter_map(|seat| may.get(seat)).flat_map(|may| may.iter());
        if of.any(|p| persons.contains(p) && (seen.insert(*p) || rules.votes.several.value)) {
            asking += votes;
        }
    }
    (asking, all)
}
