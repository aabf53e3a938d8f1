//! Elections: preparing, standing, the board, counting, further rounds, acceptance and the seats that follow.

mod accept;
mod board;
mod count;
mod eligible;
mod floor;
mod prepare;
mod rounds;
mod stand;
mod tell;

pub use accept::{accept_election, free_from, free_seats, move_up, record_acceptance, refuse_election, term_of};
pub use board::{TWO, close_together, enter_paper, mark_envelope, sign_count, sign_paper, take_back_envelope};
pub use count::draw_lot;
pub use eligible::{homes, missing_territories};
pub use floor::{is_floor_open, nominate_from_floor};
pub use prepare::{NewElection, grade_for, prepare_elections};
pub use rounds::{following_places, next_round};
pub use stand::{answer_nomination, freeze, nominate, note_imbalance, record_nomination, withdraw_candidature};

use db::Conn;
use kernel::{Actor, Office, Result, Sitting, Voice};
use networks::Body;
use people::Person;

use super::refused;
use crate::{
    Candidate, CandidateState, Choice, Grade, Method, Vote,
    rules::{BallotKind, Crosses, RuleSet},
    store,
};

/// The program, acting in a body by its own rules, for a person.
fn acting(body: &Body, person: Option<kernel::Id<Person>>) -> Actor {
    let sitting = |of: kernel::Id<Body>| Sitting {
        seat: 0,
        body: of.raw(),
        network: body.network.raw(),
        voice: Voice::Office,
        office: Some(Office::NetworkAdmin),
        substitute: false,
    };
    Actor {
        person: person.map(kernel::Id::raw),
        sits: vec![sitting(body.network), sitting(body.id)],
        ..Actor::default()
    }
}

/// How a ballot of an election may be filled in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Slip {
    /// Those on it, by number.
    pub candidates: Vec<Candidate>,
    /// The lists on it in order, with their numbers.
    pub lists: Vec<(u32, String)>,
    /// Whether it says yes or no to one person.
    pub yes_no: bool,
    /// The most crosses.
    pub most: usize,
    /// The fewest, where all must be used.
    pub fewest: usize,
}

impl Slip {
    /// The numbers that can be marked.
    #[must_use]
    pub fn numbers(&self) -> Vec<u32> {
        if self.lists.is_empty() {
            self.candidates.iter().map(Candidate::ballot_number).collect()
        } else {
            self.lists.iter().map(|(number, _)| *number).collect()
        }
    }
    /// Whether so many crosses make the ballot invalid.
    #[must_use]
    pub const fn spoils(&self, crosses: usize) -> bool {
        crosses > self.most || crosses < self.fewest
    }
}

/// The ballot of an election as it stands.
///
/// # Errors
/// When the database cannot be read.
pub fn slip(conn: &Conn, vote: &Vote, rules: &RuleSet) -> Result<Slip> {
    let mut candidates = store::candidates::list_candidates(conn, vote.id)?;
    candidates.retain(|c| c.state.is_on_ballot());
    Ok(slip_of(vote, rules, candidates))
}

fn slip_of(vote: &Vote, rules: &RuleSet, candidates: Vec<Candidate>) -> Slip {
    let elections = &rules.elections;
    let kind = vote.paper_kind.unwrap_or(BallotKind::Single);
    let lists = if kind == BallotKind::List { lists(&candidates) } else { Vec::new() };
    let places = usize::try_from(vote.places.unwrap_or(1)).unwrap_or(1);
    let most = match (kind, elections.crosses.value) {
        (BallotKind::Combined, Crosses::AsPlaces) => places,
        (BallotKind::Combined, Crosses::Exactly(n)) => usize::from(n).min(places),
        _ => 1,
    };
    let single = lists.is_empty() && candidates.len() == 1;
    let fewest = if elections.all_crosses.value { most.min(candidates.len()) } else { 1 };
    Slip { yes_no: single && elections.no_counts.value, candidates, lists, most, fewest }
}

/// The lists of a list ballot by name, with the numbers they have on it.
fn lists(candidates: &[Candidate]) -> Vec<(u32, String)> {
    let mut names: Vec<&String> = candidates.iter().filter_map(|c| c.list.as_ref()).collect();
    names.sort_unstable();
    names.dedup();
    (1..).zip(names.into_iter().cloned()).collect()
}

/// Refuses a ballot for an election whose ballots are on paper or hands in a sitting: what is counted there must hold every
/// vote once, and a few taken here beside it would be no secret.
///
/// # Errors
/// [`kernel::Error::Rule`].
pub fn is_cast_here(vote: &Vote) -> Result<()> {
    if vote.method.is_cast_here() {
        return Ok(());
    }
    Err(if vote.method == Method::Sitting {
        refused(
            "Gewählt wird in der Sitzung. Hier werden keine Stimmen angenommen.",
            "The election is held in the sitting. No votes are taken here.",
        )
    } else {
        refused(
            "Gewählt wird per Brief. Hier werden keine Stimmen angenommen.",
            "The election is held by post. No votes are taken here.",
        )
    })
}

/// Whether a choice fits the ballot of an election: known numbers, each once, not more than allowed. Spoiling it is a
/// choice of its own.
///
/// # Errors
/// [`kernel::Error::Rule`] where no ballots are taken here.
pub fn fits(conn: &Conn, vote: &Vote, rules: &RuleSet, choice: &Choice) -> Result<bool> {
    is_cast_here(vote)?;
    let slip = slip(conn, vote, rules)?;
    let known = slip.numbers();
    Ok(match choice {
        Choice::Yes | Choice::No => slip.yes_no,
        Choice::Abstain | Choice::Blank => true,
        Choice::Invalid => vote.grade == Grade::Covert,
        Choice::Chosen(numbers) => {
            let once = numbers.windows(2).all(|two| two[0] != two[1]);
            once && !slip.spoils(numbers.len()) && numbers.iter().all(|n| known.contains(n))
        }
    })
}

/// Those on the ballot of a vote.
///
/// # Errors
/// When the database cannot be read.
pub fn on_ballot(conn: &Conn, vote: &Vote) -> Result<Vec<Candidate>> {
    let mut all = store::candidates::list_candidates(conn, vote.id)?;
    all.retain(|c| c.state.is_on_ballot());
    Ok(all)
}

/// Whether she has a place.
const fn is_elected(state: CandidateState) -> bool {
    matches!(state, CandidateState::Elected | CandidateState::Accepted)
}
