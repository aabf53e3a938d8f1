//! What rules say about elections.

use serde::{Deserialize, Serialize};

use crate::rules::{Period, Rule, Threshold, Trigger};

/// How a body elects, and for how long.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Elections {
    /// The usual ballot.
    pub ballot: Rule<BallotKind>,
    /// Other ballots the body may decide on; none is used that stands neither here nor there.
    pub also: Rule<Vec<BallotKind>>,
    /// How many crosses a ballot may bear.
    pub crosses: Rule<Crosses>,
    /// Whether all crosses must be used; then a ballot with fewer is invalid (true block vote).
    pub all_crosses: Rule<bool>,
    /// What elects in the first round.
    pub first: Rule<Hurdle>,
    /// What elects in the second; without it, places stay open.
    pub second: Rule<Option<Hurdle>>,
    /// What elects in the third.
    pub third: Rule<Option<Hurdle>>,
    /// Whether a no to a single candidate is a valid vote (§ 50 (2) GO NRW).
    pub no_counts: Rule<bool>,
    /// Who goes into the next round.
    pub runoff: Rule<RunoffSet>,
    /// What decides equal votes in the last round. Before it, those with equal votes go into the next one.
    pub tie: Rule<OnTie>,
    /// When elections are secret.
    pub secret: Rule<Trigger>,
    /// Who may stand.
    pub eligible: Rule<Stands>,
    /// How long before the sitting nominations must be in.
    pub nominations: Rule<Period>,
    /// Whether somebody can be nominated in the sitting.
    pub from_floor: Rule<bool>,
    /// Whether somebody absent can be elected who agreed in text form before.
    pub absent: Rule<bool>,
    /// Within which time the elected accept; [`Period::None`] for at once, in the sitting.
    pub acceptance: Rule<Period>,
    /// How places are spread over territories.
    pub balance: Rule<Balance>,
    /// How long a term is; [`Period::None`] when it has no end.
    pub term: Rule<Period>,
    /// Whether terms end together.
    pub stagger: Rule<Stagger>,
    /// How many terms in a row; `None` for any number.
    pub most_terms: Rule<Option<u16>>,
    /// Whether the elected stay in office until there is a successor.
    pub carry_over: Rule<bool>,
    /// Within which time an election can be challenged; [`Period::None`] when the rules say nothing.
    pub challenge: Rule<Period>,
    /// What happens when somebody leaves in the middle of a term.
    pub by_election: Rule<ByElection>,
    /// Whether whoever had the next most votes moves up.
    pub move_up: Rule<bool>,
}

/// A form of ballot.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BallotKind {
    /// One office, one ballot.
    Single,
    /// Several equal places on one ballot.
    Combined,
    /// Closed lists: the list elected gives the places in its order.
    List,
}

/// How many crosses.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Crosses {
    /// As many as places in this round.
    AsPlaces,
    /// So many, but never more than places in this round.
    Exactly(u16),
}

/// What elects in a round. The most votes go first in any case.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Hurdle {
    /// Having the most votes; a single candidate needs more yes than no where a no counts, otherwise one yes.
    Most,
    /// A share of something.
    Share(Of, Threshold),
}

/// What the share of an election is taken of.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Of {
    /// Valid ballots: neither blank nor invalid.
    Valid,
    /// All ballots, blank and invalid ones included.
    Ballots,
    /// Votes present.
    Present,
    /// All who could vote.
    Entitled,
}

/// Who goes into the next round. Whoever has as many votes as the last of them goes too.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RunoffSet {
    /// One more than places: for one place the two with the most votes.
    OneMore,
    /// Twice as many as places.
    Twice,
    /// All who are not elected.
    Everyone,
}

/// What decides equal votes in the last round. Age or seniority never does.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OnTie {
    /// The lot, drawn by a named person, minuted.
    Lot,
    /// The round is repeated.
    Repeat,
}

/// Who may stand.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stands {
    /// Anybody.
    Anybody,
    /// Whoever has a vote in the body.
    Voting,
    /// Whoever holds a post in the network's area at the time.
    Post,
    /// Whoever is nominated by a member organisation.
    Organisation,
    /// Whoever comes from the territory the place is for.
    Territory,
}

/// Territorial balance.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Balance {
    /// None.
    None,
    /// Looked at and said aloud; the result stays as the votes are.
    Check(Spread),
    /// Binds: places are kept for territories and nobody beyond the most is elected.
    Constraint(Spread),
}

/// How many places a territory has.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Spread {
    /// At least so many for each; 0 when none are kept.
    pub least: u16,
    /// At most so many for each; 0 without a limit.
    pub most: u16,
}

/// Whether terms end together.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stagger {
    /// All terms end together.
    Together,
    /// Each runs from its own election.
    Own,
    /// In so many groups one after the other: after the first election, the first group's term is shorter.
    Groups(u16),
}

/// What happens when somebody leaves in the middle of a term.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ByElection {
    /// The place stays vacant until the next election.
    Never,
    /// Somebody is elected for the rest of the term.
    Rest,
    /// Somebody is elected for a term of her own.
    Full,
}
