//! The next round: a runoff, a repetition, or the same again on paper.

use db::{Conn, Tx};
use kernel::{Actor, Id, Lang, Result};

use super::super::{event, prepare::may_lead, prepare::on_board, refused};
use crate::{
    Candidate, CandidateState, Grade, Left, Method, Vote, VoteKind, VoteState,
    store::{boards, candidates, election_seats, votes},
    words::T,
};

/// The fewest days a further round runs.
const SHORTEST_DAYS: i64 = 3;

/// The further rounds of this one that were not given up.
///
/// # Errors
/// When the database cannot be read.
pub fn following_places(conn: &Conn, actor: &Actor, vote: &Vote) -> Result<Vec<Vote>> {
    let mut all = votes::list_following(conn, actor, vote.id)?;
    all.retain(|v| v.kind == VoteKind::Election && v.state != VoteState::Void);
    Ok(all)
}

/// What a further round is called: as the election, and which round it is. Titles are kept in the language of the house.
fn title(vote: &Vote, further: bool, withheld: bool) -> String {
    let t = T(Lang::De);
    let round = t.round_of(vote.round);
    let words = [t.round_runoff(), t.round_again(), t.round_on_paper(), round.as_str()];
    // A further round of a further round is called by the last one alone.
    let said = words.iter().find_map(|word| vote.title.strip_suffix(&format!(" ({word})")));
    let base = said.filter(|_| vote.previous.is_some()).unwrap_or(&vote.title);
    let next = t.round_of(vote.round + 1);
    let word = match (withheld, further, vote.round) {
        (true, ..) => t.round_on_paper(),
        (_, true, 1) => t.round_runoff(),
        (_, true, _) => &next,
        _ => t.round_again(),
    };
    format!("{base} ({word})")
}

/// Prepares the next round for what a round left undecided, `group` counting from 0: its candidates with their numbers,
/// the seats that are still free, the same board, which releases it anew. A result that was withheld is repeated on paper.
///
/// # Errors
/// [`kernel::Error::NotFound`] for whoever neither leads it nor is on its board; [`kernel::Error::Rule`] when there is nothing to decide,
/// or the next round is prepared already.
pub fn next_round(tx: &Tx<'_>, by: &Actor, id: Id<Vote>, group: usize) -> Result<Id<Vote>> {
    let vote = votes::find_vote(tx, by, id)?;
    if !may_lead(by, &vote) {
        on_board(tx, by, id)?;
    }
    let all = candidates::list_candidates(tx, id)?;
    let withheld = vote.state == VoteState::Void && vote.verdict_de.is_some() && vote.grade == Grade::Covert;
    let (stand, places, further) = if withheld {
        let stand: Vec<&Candidate> = all.iter().filter(|c| c.state.is_on_ballot()).collect();
        (stand, vote.places.unwrap_or(1), false)
    } else {
        let counting = candidates::find_counting(tx, id)?.filter(|_| vote.state == VoteState::Decided);
        let (numbers, places, further) = match counting.as_ref().and_then(|c| c.left.get(group)) {
            Some(Left::Runoff(numbers, places)) => (numbers, places, true),
            Some(Left::Repeat(numbers, places)) => (numbers, places, false),
            _ => return Err(refused("Hier ist kein weiterer Wahlgang offen.", "No further round is open here.")),
        };
        let stand = all.iter().filter(|c| numbers.contains(&c.ballot_number())).collect();
        (stand, i64::from(*places), further)
    };
    let following = following_places(tx, by, &vote)?;
    for other in &following {
        let theirs = candidates::list_candidates(tx, other.id)?;
        if theirs.iter().any(|c| stand.iter().any(|s| s.person == c.person)) {
            return Err(refused("Der nächste Wahlgang ist schon vorbereitet.", "The next round is prepared already."));
        }
    }
    let mut seats = election_seats::list_vote_seats(tx, id)?;
    seats.retain(|s| !all.iter().any(|c| super::is_elected(c.state) && c.seat == Some(s.seat)));
    for other in &following {
        let theirs = election_seats::list_vote_seats(tx, other.id)?;
        seats.retain(|s| !theirs.iter().any(|t| t.seat == s.seat));
    }
    // In a sitting the next round is held there, on the same day or whenever it is prepared.
    let in_sitting = vote.method == Method::Sitting && !withheld;
    let sitting = in_sitting.then(|| vote.sitting.map_or_else(|| tx.today(), |day| day.max(tx.today())));
    let days = match (vote.opens_at, vote.closes_at) {
        (Some(from), Some(until)) => until.seconds_since(from) / 86_400,
        _ => 7,
    };
    let last = tx.today().plus_days(i32::try_from(days.max(SHORTEST_DAYS)).unwrap_or(14));
    let end = sitting.unwrap_or(last).next().at(0, 0);
    let (method, grade) = if withheld { (Method::Postal, Grade::Paper) } else { (vote.method, vote.grade) };
    let new = Vote {
        id: tx.id(),
        method,
        grade,
        state: VoteState::Draft,
        title: title(&vote, further, withheld),
        sitting,
        void_reason: None,
        opens_at: None,
        closes_at: Some(end),
        reminded_at: None,
        decided_at: None,
        round: vote.round + i64::from(further),
        previous: Some(id),
        places: Some(places),
        nominations_until: None,
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
        ..vote.clone()
    };
    votes::insert_vote(tx, &new)?;
    let wanted = usize::try_from(places).unwrap_or_default();
    for (place, seat) in (1..).zip(seats.iter().take(wanted)) {
        election_seats::insert_vote_seat(tx, new.id, seat.seat, place)?;
    }
    for it in stand {
        let copy = Candidate {
            id: tx.id(),
            vote: new.id,
            state: CandidateState::Standing,
            votes: None,
            rank: None,
            seat: None,
            occupancy: None,
            ..it.clone()
        };
        candidates::insert_candidate(tx, &copy)?;
    }
    for member in boards::list_board(tx, id)? {
        boards::insert_board_member(tx, new.id, member.person)?;
    }
    tx.emit(event("vote.prepared", &new, by.person));
    Ok(new.id)
}
