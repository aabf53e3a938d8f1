//! After the count: accepting, the seat that follows, and who moves up.

use db::{Conn, Tx};
use kernel::{Actor, Day, Error, Id, Lang, Reason, Result, Subject};
use networks::{Basis, BodyKind, EndReason, NewOccupancy, Occupant, Seat, SeatKind};
use people::Person;

use super::{
    super::{body_of, event, prepare::may_lead, prepare::on_board, refused},
    acting, is_elected, tell,
};
use crate::{
    Candidate, CandidateState, Vote, VoteKind, VoteSeat, VoteState,
    rules::{
        RuleSet, Stagger,
        terms::{self, Dates, Occasion},
    },
    store::{
        candidates,
        election_seats::{self, Held},
        rules as versions, votes,
    },
    words::T,
};

fn decided(tx: &Tx<'_>, by: &Actor, id: Id<Vote>) -> Result<Vote> {
    let vote = votes::find_vote(tx, by, id)?;
    if vote.kind != VoteKind::Election || vote.state != VoteState::Decided {
        return Err(Error::NotFound);
    }
    Ok(vote)
}

fn own(tx: &Tx<'_>, by: &Actor, vote: &Vote) -> Result<Candidate> {
    let me = by.person.map(Id::<Person>::new).ok_or(Error::NotFound)?;
    let mine = candidates::list_candidates(tx, vote.id)?.into_iter().find(|c| c.person == me).ok_or(Error::NotFound)?;
    if mine.state != CandidateState::Elected {
        return Err(refused("Hier wartet keine Annahme auf Sie.", "No acceptance waits for you here."));
    }
    if vote.accept_until.is_some_and(|end| end <= tx.now()) {
        return Err(refused(
            "Die Frist ist vorbei. Bitte wenden Sie sich an den Wahlvorstand.",
            "The time is over. Please turn to the election board.",
        ));
    }
    Ok(mine)
}

/// She accepts: from the stated day she has the seat.
///
/// # Errors
/// [`Error::NotFound`] for who was not elected; [`Error::Rule`] when the time is over, or the seat is taken.
pub fn accept_election(tx: &Tx<'_>, by: &Actor, id: Id<Vote>) -> Result<()> {
    let vote = decided(tx, by, id)?;
    let mine = own(tx, by, &vote)?;
    take_office(tx, by, &vote, &mine, tx.today())
}

/// She refuses: the place is free again.
///
/// # Errors
/// As [`accept_election`].
pub fn refuse_election(tx: &Tx<'_>, by: &Actor, id: Id<Vote>) -> Result<()> {
    let vote = decided(tx, by, id)?;
    let mine = own(tx, by, &vote)?;
    give_up(tx, by, &vote, &mine)
}

fn give_up(tx: &Tx<'_>, by: &Actor, vote: &Vote, it: &Candidate) -> Result<()> {
    candidates::save_acceptance(tx, it.id, CandidateState::Refused, it.seat, None)?;
    tx.emit(event("candidate.refused", vote, by.person));
    Ok(())
}

/// The board records what somebody elected declared, with the day.
///
/// # Errors
/// [`Error::NotFound`] for whoever is not on the board; [`Error::Form`] on `day`; [`Error::Rule`] when that is settled, or
/// the seat is taken.
pub fn record_acceptance(
    tx: &Tx<'_>,
    by: &Actor,
    id: Id<Vote>,
    candidate: Id<Candidate>,
    accepts: bool,
    day: Day,
) -> Result<()> {
    let vote = decided(tx, by, id)?;
    on_board(tx, by, id)?;
    let all = candidates::list_candidates(tx, id)?;
    let it = all.into_iter().find(|c| c.id == candidate).ok_or(Error::NotFound)?;
    if it.state != CandidateState::Elected {
        return Err(refused("Das ist schon geklärt.", "That is settled already."));
    }
    let counted = vote.decided_at.map_or_else(|| tx.today(), |at| at.day());
    let first = vote.sitting.map_or(counted, |day| day.min(counted));
    if day < first || day > tx.today() {
        return Err(Error::field(
            "day",
            Reason::new(
                "Bitte nennen Sie den Tag der Annahme, zwischen der Wahl und heute.",
                "Please give the day of acceptance, between the election and today.",
            ),
        ));
    }
    if accepts { take_office(tx, by, &vote, &it, day) } else { give_up(tx, by, &vote, &it) }
}

/// From when to when whoever is elected to a seat and accepts on a day has it: an ordinary term, a first one in groups, or
/// the rest of a term that somebody left before its end. Where the rules set no length, the seat's own holds.
///
/// # Errors
/// When the database cannot be read.
pub fn term_of(
    conn: &Conn,
    vote: &Vote,
    rules: &RuleSet,
    seats: &[VoteSeat],
    seat: Id<Seat>,
    accepted: Day,
) -> Result<Dates> {
    let held = election_seats::list_held(conn, &seats.iter().map(|s| s.seat).collect::<Vec<_>>())?;
    let from = begins(vote, &held, seat, accepted);
    let dates = dates(vote, rules, seats, seat, from, &held);
    let of = seats.iter().find(|s| s.seat == seat);
    let months = of.and_then(|s| s.term_months).and_then(|n| i32::try_from(n).ok());
    Ok(match (of, months) {
        (Some(of), Some(months)) if dates.verdict.holds && dates.until.is_open() => {
            let carries = networks::body_for_program(conn, of.body)?.carries_over;
            terms::ending(&rules.elections, from, from.plus_months(months), carries)
        }
        _ => dates,
    })
}

/// The day on which whoever accepts has the seat: that of the election, but never before the term is over of who sits
/// there. Whoever sits there without an end, or only carries over, makes way.
fn begins(vote: &Vote, held: &[Held], seat: Id<Seat>, accepted: Day) -> Day {
    let from = vote.term_from.map_or(accepted, |first| first.max(accepted));
    let sits = held.iter().filter(|h| h.seat == seat && h.from < from && h.until > from);
    sits.filter_map(|h| h.term_end.map(|end| end.min(h.until))).max().map_or(from, |end| end.max(from))
}

/// From which day on a seat can be elected anew: today where nobody holds it or whoever does makes way; otherwise when the
/// last term is over that is written for it. [`Day::OPEN`] where a successor has it without an end.
#[must_use]
pub fn free_from(held: &[Held], seat: Id<Seat>, today: Day) -> Day {
    let ends = held.iter().filter(|h| h.seat == seat && h.until > today).map(|h| match h.term_end {
        Some(end) => end.min(h.until),
        None if h.from > today => h.until,
        None => today,
    });
    ends.max().map_or(today, |end| end.max(today))
}

fn dates(vote: &Vote, rules: &RuleSet, seats: &[VoteSeat], seat: Id<Seat>, from: Day, held: &[Held]) -> Dates {
    // Those elected together begin together, whoever accepts later.
    let begins = vote.term_from.or_else(|| vote.decided_at.map(|at| at.day())).unwrap_or(from);
    let left = |h: &&Held| {
        h.seat == seat && h.end.is_some_and(|why| why != EndReason::Term) && h.from < from && h.until <= from
    };
    // The latest who sat there decides: did she leave before her term was over?
    let last = held.iter().find(|h| h.seat == seat && h.from < from);
    let rest = last.filter(left).and_then(|h| h.term_end).filter(|end| *end > from);
    let occasion = match rest {
        Some(original_end) => Occasion::ByElection { original_end },
        None if matches!(rules.elections.stagger.value, Stagger::Groups(_))
            && !held.iter().any(|h| h.from < begins) =>
        {
            let place = seats.iter().find(|s| s.seat == seat).map_or(1, |s| s.place);
            Occasion::First { place: u16::try_from(place - 1).unwrap_or_default() }
        }
        None => Occasion::Ordinary,
    };
    let first = matches!(occasion, Occasion::First { .. });
    let mut dates = terms::dates(&rules.elections, if first { begins.min(from) } else { from }, occasion);
    dates.from = from;
    match vote.term_until.filter(|until| *until > from && *until != dates.until) {
        Some(until) if occasion == Occasion::Ordinary => {
            terms::ending(&rules.elections, from, until, rules.elections.carry_over.value)
        }
        _ => dates,
    }
}

fn take_office(tx: &Tx<'_>, by: &Actor, vote: &Vote, it: &Candidate, day: Day) -> Result<()> {
    let rules = versions::find_rules(tx, vote.rules)?.rules;
    let seats = election_seats::list_vote_seats(tx, vote.id)?;
    let seat = seats.iter().find(|s| Some(s.seat) == it.seat).ok_or_else(|| {
        refused("Für diese Wahl ist kein Sitz mehr frei.", "No seat is free any more for this election.")
    })?;
    let term = term_of(tx, vote, &rules, &seats, seat.seat, day)?;
    let from = term.from;
    if !term.verdict.holds {
        return Err(Error::Rule(Reason::new(term.verdict.de, term.verdict.en)));
    }
    let home = networks::body_for_program(tx, seat.body)?;
    let program = acting(&home, Some(it.person));
    // Whoever sits there without an end makes way for who was elected.
    for held in election_seats::list_held(tx, &[seat.seat])? {
        if held.until > from && held.from < from && held.term_end.is_none() {
            networks::end_occupancy(tx, &program, held.id, from, EndReason::Term)?;
        }
    }
    let occupant = Occupant::Person { id: it.person, post: it.post, organisation: it.organisation };
    let mut new = NewOccupancy::new(seat.seat, occupant, from);
    if seat.kind == SeatKind::Elected {
        new = new.basis(Basis::Election);
    }
    if !term.until.is_open() {
        new = new.term_end(term.until);
    }
    let occupancy = networks::fill_seat(tx, &program, &new)?;
    candidates::save_acceptance(tx, it.id, CandidateState::Accepted, it.seat, Some(occupancy))?;
    let body = body_of(tx, vote)?;
    tell::seated(tx, vote, &body, it.person, from, term.until)?;
    tx.emit(event("candidate.accepted", vote, by.person));
    after_election(tx, vote, &home, by)
}

/// What else follows once somebody has her seat: a changed board of an association is registered with the court (§ 67
/// BGB), which is a task of the board, once for those who begin together.
fn after_election(tx: &Tx<'_>, vote: &Vote, home: &networks::Body, by: &Actor) -> Result<()> {
    if home.kind != BodyKind::Board {
        return Ok(());
    }
    let begins = vote.term_from.or_else(|| vote.decided_at.map(|at| at.day())).unwrap_or_else(|| tx.today());
    let (de, en) = (T(Lang::De), T(Lang::En));
    let source = tasks::Source::new(Subject::new("vote", vote.id.raw()), vote.title.clone(), vote.title.clone());
    let new = tasks::NewTask {
        title_en: Some(en.task_register().to_owned()),
        note: de.task_register_note().to_owned(),
        source: Some(source),
        ..tasks::NewTask::new(home.id, de.task_register())
    };
    tasks::make(tx, &new, &format!("board {} register {begins}", home.id), by.person).map(drop)
}

/// The seats of a decided election nobody elected has any more: refused, or left before the end of the term.
///
/// # Errors
/// When the database cannot be read.
pub fn free_seats(conn: &Conn, seats: &[VoteSeat], all: &[Candidate]) -> Result<Vec<Id<Seat>>> {
    let today = conn.today();
    let held = election_seats::list_held(conn, &seats.iter().map(|s| s.seat).collect::<Vec<_>>())?;
    let waits = |seat: Id<Seat>| all.iter().any(|c| c.state == CandidateState::Elected && c.seat == Some(seat));
    let sits = |seat: Id<Seat>| held.iter().any(|h| h.seat == seat && h.until > today);
    let was = |seat: Id<Seat>| {
        all.iter().any(|c| c.seat == Some(seat) && (is_elected(c.state) || c.state == CandidateState::Refused))
    };
    let free = seats.iter().map(|s| s.seat).filter(|s| was(*s) && !waits(*s) && !sits(*s));
    Ok(free.collect())
}

/// Whoever is next in rank is elected to a seat that came free; she is asked whether she accepts.
///
/// # Errors
/// [`Error::NotFound`] for whoever neither leads it nor is on its board; [`Error::Rule`] where nobody moves up or the seat
/// is not free.
pub fn move_up(tx: &Tx<'_>, by: &Actor, id: Id<Vote>, seat: Id<Seat>, base: &str) -> Result<()> {
    let vote = decided(tx, by, id)?;
    if !may_lead(by, &vote) {
        on_board(tx, by, id)?;
    }
    let rules = versions::find_rules(tx, vote.rules)?.rules;
    let seats = election_seats::list_vote_seats(tx, id)?;
    let all = candidates::list_candidates(tx, id)?;
    if !free_seats(tx, &seats, &all)?.contains(&seat) {
        return Err(refused("Dieser Sitz ist nicht frei.", "This seat is not free."));
    }
    let next = all.iter().filter(|c| c.state == CandidateState::Substitute).min_by_key(|c| c.rank);
    let Some(next) = next.filter(|_| rules.elections.move_up.value) else {
        return Err(refused("Nach den Regeln rückt niemand nach.", "By the rules nobody moves up."));
    };
    let new = Candidate { state: CandidateState::Elected, seat: Some(seat), ..next.clone() };
    candidates::save_result(tx, &new)?;
    let body = body_of(tx, &vote)?;
    tell::elected(tx, &vote, &body, &[next.person], None, base)?;
    tx.emit(event("candidate.moves_up", &vote, by.person));
    Ok(())
}
