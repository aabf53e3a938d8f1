//! Preparing an election: which seats, on which ballot, with which board.

use db::Tx;
use kernel::{Actor, Day, Error, Id, Lang, Moment, Reason, Result};
use networks::{Body, Seat, SeatKind};
use people::Person;
use rights::{Action, Kind};

use super::{
    super::{event, prepare as votes_prepare, refused},
    accept::free_from,
};
use crate::{
    Grade, Method, NewVote, Vote, VoteKind,
    rules::{BallotKind, Elections, Rule, Stagger, election, terms},
    store::{election_seats, votes},
};

/// What is asked for an election.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewElection {
    /// Title, way, grade, period, level; of a single ballot for several seats one election is made for each.
    pub vote: NewVote,
    /// The seats, in the order in which those elected take them, with the words each is called by.
    pub seats: Vec<(Id<Seat>, String)>,
    /// The day of a sitting.
    pub sitting: Option<Day>,
    /// The election board; may be named later.
    pub board: Vec<Id<Person>>,
}

/// Prepares elections under the rules that hold today: one for a combined or list ballot, one for each seat on single
/// ballots.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Form`] on `seats`, `paper_kind`, `board` and as
/// [`crate::prepare`]; [`Error::Rule`] when the body has no rules, or does not elect on this way.
pub fn prepare_elections(tx: &Tx<'_>, by: &Actor, body: Id<Body>, new: &NewElection) -> Result<Vec<Id<Vote>>> {
    let body = networks::find_body(tx, by, body)?;
    rights::require(by, Kind::Decision, Action::Edit, &body.scope())?;
    let rules = votes_prepare::rules_for(tx, &body, new.vote.method)?;
    if new.vote.method == Method::Circular {
        return Err(refused("Gewählt wird nicht im Umlauf.", "Nobody is elected by circular resolution."));
    }
    let kind = new.vote.paper_kind.unwrap_or(rules.rules.elections.ballot.value);
    let usable = election::may_use(&rules.rules.elections, kind);
    if !usable.holds {
        return Err(Error::field("paper_kind", Reason::new(usable.de, usable.en)));
    }
    let ids: Vec<Id<Seat>> = new.seats.iter().map(|(seat, _)| *seat).collect();
    let begins = new.vote.term_from.unwrap_or_else(|| {
        let last = new.vote.closes_at.map(|at| at.plus_seconds(-1).day());
        new.sitting.filter(|_| new.vote.method == Method::Sitting).or(last).unwrap_or_else(|| tx.today())
    });
    fillable(tx, by, &body, &ids, begins)?;
    let groups: Vec<Vec<usize>> = if kind == BallotKind::Single {
        (0..new.seats.len()).map(|at| vec![at]).collect()
    } else {
        vec![(0..new.seats.len()).collect()]
    };
    let many = groups.len() > 1;
    let mut made = Vec::new();
    for group in groups {
        let seats: Vec<&(Id<Seat>, String)> = group.iter().filter_map(|at| new.seats.get(*at)).collect();
        let title = match (many, seats.first()) {
            (true, Some((_, name))) => format!("{}: {name}", new.vote.title),
            _ => new.vote.title.clone(),
        };
        let vote = NewVote {
            kind: VoteKind::Election,
            matter: crate::Matter::Election,
            title,
            places: i64::try_from(seats.len()).ok(),
            paper_kind: Some(kind),
            ..new.vote.clone()
        };
        let mut vote = votes_prepare::made(tx, by, &body, &rules, &vote);
        let from = vote.term_from.unwrap_or_else(|| tx.today());
        if vote.term_until.is_none() && rules.rules.elections.stagger.value != Stagger::Own {
            let until = terms::dates(&rules.rules.elections, from, terms::Occasion::Ordinary).until;
            vote.term_until = (!until.is_open()).then_some(until);
        }
        if let Some(day) = new.sitting.filter(|_| vote.method == Method::Sitting) {
            vote.opens_at = Some(day.at(0, 0)).filter(|at| *at > tx.now());
            vote.closes_at = Some(day.next().at(0, 0));
        }
        votes_prepare::settle(&mut vote, &body, &rules.rules, tx.now())?;
        if vote.method == Method::Sitting && vote.closes_at.is_none_or(|end| end <= tx.now()) {
            return Err(Error::field(
                "sitting",
                Reason::new(
                    "Bitte nennen Sie einen Sitzungstag ab heute.",
                    "Please give the day of a sitting from today on.",
                ),
            ));
        }
        vote.sitting = new.sitting.filter(|_| vote.method == Method::Sitting);
        vote.nominations_until = nominations_end(&vote, &rules.rules.elections, tx.now())?;
        if !votes_prepare::may_lead(by, &vote) {
            return Err(Error::field(
                "level",
                Reason::new(
                    "Das würden Sie selbst nicht sehen, weil Sie dem Gremium nicht angehören.",
                    "You would not see it yourself, as you do not belong to the body.",
                ),
            ));
        }
        votes::insert_vote(tx, &vote)?;
        for (place, (seat, _)) in (1..).zip(seats) {
            election_seats::insert_vote_seat(tx, vote.id, *seat, place)?;
        }
        tx.emit(event("vote.prepared", &vote, by.person));
        if !new.board.is_empty() {
            crate::set_board(tx, by, vote.id, &new.board)?;
        }
        made.push(vote.id);
    }
    Ok(made)
}

/// When nominations end: as long before the election begins as the rules say, the last day whole. Where they say nothing,
/// whenever it was asked.
fn nominations_end(vote: &Vote, rules: &Elections, now: Moment) -> Result<Option<Moment>> {
    let Rule { value: period, clause } = &rules.nominations;
    if period.is_none() {
        return Ok(vote.nominations_until);
    }
    let begins = vote.sitting.or_else(|| vote.opens_at.map(Moment::day)).unwrap_or_else(|| now.day());
    let last = period.before(begins);
    let (place, de, en) = (&clause.number, i18n::day_long(Lang::De, last), i18n::day_long(Lang::En, last));
    // What can be nominated in the sitting needs no days before it.
    if last < now.day() && !(rules.from_floor.value && vote.method == Method::Sitting) {
        return Err(Error::field(
            if vote.sitting.is_some() { "sitting" } else { "opens_at" },
            Reason::new(
                format!("Nach {place} müssten Vorschläge bis {de} vorliegen. Bitte wählen Sie einen späteren Beginn."),
                format!("By {place} nominations would have to be in by {en}. Please choose a later beginning."),
            ),
        ));
    }
    let end = last.next().at(0, 0);
    match vote.nominations_until {
        Some(asked) if asked != end => Err(Error::field(
            "nominations",
            Reason::new(
                format!("Nach {place} enden die Vorschläge am {de}."),
                format!("By {place} nominations end on {en}."),
            ),
        )),
        _ => Ok(Some(end)),
    }
}

/// Whether this body elects whoever sits on these seats: its own and those of bodies of its network that are elected,
/// and those it sends to. All of one body, and free for a term that begins on a day.
fn fillable(tx: &Tx<'_>, by: &Actor, body: &Body, seats: &[Id<Seat>], begins: Day) -> Result<()> {
    let bad = |de: &str, en: &str| Err(Error::field("seats", Reason::new(de, en)));
    if seats.is_empty() {
        return bad("Bitte wählen Sie, welche Sitze besetzt werden.", "Please choose which seats are filled.");
    }
    let mut within: Option<Id<Body>> = None;
    let held = election_seats::list_held(tx, seats)?;
    for seat in seats {
        let (found, of) = networks::find_seat(tx, by, *seat)?;
        let elected = matches!(found.kind, SeatKind::Elected | SeatKind::Personal) && of.network == body.network;
        let sent = found.kind == SeatKind::Delegated && found.source_body == Some(body.id);
        if !(elected && (of.id == body.id || body.is_network()) || sent) {
            return bad(
                "Diesen Sitz besetzt das Gremium nicht durch Wahl.",
                "The body does not fill this seat by election.",
            );
        }
        if within.replace(of.id).is_some_and(|before| before != of.id) {
            return bad("Bitte wählen Sie Sitze eines Gremiums.", "Please choose seats of one body.");
        }
        if let Some(why) = taken(found.number, free_from(&held, *seat, tx.today()), begins) {
            return Err(Error::field("seats", why));
        }
    }
    if !election_seats::list_being_filled(tx, seats)?.is_empty() {
        return bad("Für einen dieser Sitze läuft schon eine Wahl.", "One of these seats is being elected already.");
    }
    if !election_seats::list_promised(tx, seats)?.is_empty() {
        return bad(
            "Für einen dieser Sitze ist schon jemand gewählt. Die Annahme steht noch aus.",
            "Somebody is elected to one of these seats already. Acceptance is still missing.",
        );
    }
    Ok(())
}

/// Why a seat cannot be elected for a term that begins on a day, if it is held beyond it.
fn taken(number: i64, free: Day, begins: Day) -> Option<Reason> {
    if free <= begins {
        return None;
    }
    if free.is_open() {
        return Some(Reason::new(
            format!("Für Sitz {number} steht die Nachfolge schon fest."),
            format!("For seat {number} the successor is settled already."),
        ));
    }
    let (de, en) = (i18n::day_medium(Lang::De, free), i18n::day_medium(Lang::En, free));
    Some(Reason::new(
        format!("Sitz {number} ist vergeben. Die neue Amtszeit kann dort ab {de} beginnen."),
        format!("Seat {number} is taken. A new term can begin there from {en} on."),
    ))
}

/// Which grades an election may have on a way.
#[must_use]
pub const fn grade_for(method: Method, covert: bool) -> Grade {
    match method {
        Method::Postal => Grade::Paper,
        Method::Mixed => Grade::Covert,
        Method::Sitting if covert => Grade::Paper,
        Method::Sitting => Grade::Hands,
        _ if covert => Grade::Covert,
        _ => Grade::Open,
    }
}
