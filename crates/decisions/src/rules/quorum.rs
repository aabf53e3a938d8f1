//! Whether enough are there to decide.

use serde::{Deserialize, Serialize};

use super::{Bars, Rule, Threshold, Verdict};

/// When a body can decide.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quorum {
    /// What the share is taken of.
    pub base: Rule<QuorumBase>,
    /// How much of it must be there. Without meaning when the base is [`QuorumBase::None`].
    pub need: Rule<Threshold>,
    /// The smallest number of votes that must be there besides; 0 when none.
    pub least: Rule<u16>,
    /// From how many different senders (organisations, associations) they must come; 0 when it does not matter.
    pub senders: Rule<u16>,
    /// Whether votes held by proxy count as being there.
    pub proxies: Rule<bool>,
    /// Whether those who take part from elsewhere count as being there.
    pub remote: Rule<bool>,
    /// Whether vacant seats belong to the base. Only for [`QuorumBase::VotingSeats`].
    pub vacant: Rule<bool>,
    /// Whether the body must have been invited as the rules say.
    pub duly_invited: Rule<bool>,
    /// Whether it is presumed until somebody doubts it.
    pub presumed: Rule<bool>,
    /// Whether a second sitting on the same subject decides however few come, if the summons said so.
    pub second_summons: Rule<bool>,
}

/// What the share of a quorum is taken of.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuorumBase {
    /// No quorum.
    None,
    /// Seats with a vote.
    VotingSeats,
    /// Seats with a vote somebody holds.
    OccupiedSeats,
    /// All members.
    Members,
}

/// Who is there at a moment, in votes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Attendance {
    /// Seats with a vote, vacant ones included.
    pub voting_seats: u64,
    /// Those of them somebody holds.
    pub occupied_seats: u64,
    /// Members with a vote.
    pub members: u64,
    /// Votes present in the room.
    pub present: u64,
    /// Votes present from elsewhere.
    pub remote: u64,
    /// Votes of absent members held by somebody present.
    pub proxies: u64,
    /// Of those present in the room, barred for this item ([`Bars`]).
    pub barred: u64,
    /// From how many different senders those present come.
    pub senders: u64,
    /// Whether the invitation kept the rules.
    pub duly_invited: bool,
    /// Whether this is the second sitting on the subject and its summons said that it decides in any case.
    pub second_summons: bool,
    /// Whether somebody doubted the quorum in this sitting.
    pub doubted: bool,
}

/// Whether the body can decide now.
/// Numbers: `base`, `needed`, `present` (those who count), `barred`, `senders`.
#[must_use]
pub fn judge(rule: &Quorum, bars: &Bars, there: &Attendance) -> Verdict {
    unimplemented!()
}
