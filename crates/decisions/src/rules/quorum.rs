//! Whether enough are there to decide.

use serde::{Deserialize, Serialize};

use super::{
    Bars, Rule, Threshold, Verdict,
    wording::{self, sentences, small},
};
use crate::words::T;

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
/// Numbers: `base`, `needed`, `present` (all who count), of them `remote` and `proxies`; `barred`, `senders`.
#[must_use]
pub fn judge(rule: &Quorum, bars: &Bars, there: &Attendance) -> Verdict {
    let case = Case::of(rule, bars, there);
    let numbers = [
        ("base", small(case.base)),
        ("needed", small(case.needed)),
        ("present", small(case.present)),
        ("remote", small(case.remote)),
        ("proxies", small(case.proxies)),
        ("barred", small(there.barred)),
        ("senders", small(there.senders)),
    ];
    let anybody = case.present > 0;
    let end = |t: T, holds: bool| if holds { t.quorum_yes() } else { t.quorum_no() }.to_owned();
    if rule.duly_invited.value && !there.duly_invited {
        return Verdict::new(false, &rule.duly_invited.clause, &numbers, |t| {
            sentences(&[t.quorum_not_invited().to_owned(), end(t, false)])
        });
    }
    if rule.second_summons.value && there.second_summons {
        return Verdict::new(anybody, &rule.second_summons.clause, &numbers, |t| {
            sentences(&[t.quorum_second(case.present), end(t, anybody)])
        });
    }
    if rule.presumed.value && !there.doubted {
        return Verdict::new(anybody, &rule.presumed.clause, &numbers, |t| {
            sentences(&[t.quorum_presumed(case.present), end(t, anybody)])
        });
    }
    let enough = case.present >= case.needed;
    let senders = there.senders >= u64::from(rule.senders.value);
    let holds = anybody && enough && senders;
    let clause = match (enough, senders) {
        (true, false) => &rule.senders.clause,
        _ if case.decided_by_least => &rule.least.clause,
        _ if rule.base.value == QuorumBase::None => &rule.base.clause,
        _ => &rule.need.clause,
    };
    Verdict::new(holds, clause, &numbers, |t| {
        let doubted = if rule.presumed.value { t.quorum_doubted().to_owned() } else { String::new() };
        let barred = if there.barred > 0 { t.quorum_barred(there.barred) } else { String::new() };
        sentences(&[
            doubted,
            case.said(t, rule),
            case.elsewhere(t),
            case.senders_said(t, rule, there),
            barred,
            end(t, holds),
        ])
    })
}

/// What is counted against what.
struct Case {
    base: u64,
    /// Who counts: in the room, from elsewhere and by proxy as the rules have it.
    present: u64,
    remote: u64,
    proxies: u64,
    needed: u64,
    /// Whether the smallest number asks for more than the share.
    decided_by_least: bool,
}

impl Case {
    fn of(rule: &Quorum, bars: &Bars, there: &Attendance) -> Self {
        let barred = if bars.out_of_base.value { there.barred } else { 0 };
        let counted = |counts: bool, votes: u64| if counts { votes } else { 0 };
        let remote = counted(rule.remote.value, there.remote);
        let proxies = counted(rule.proxies.value, there.proxies);
        let present = there.present.saturating_sub(barred) + remote + proxies;
        let whole = match rule.base.value {
            QuorumBase::None => 0,
            QuorumBase::VotingSeats if rule.vacant.value => there.voting_seats,
            QuorumBase::VotingSeats | QuorumBase::OccupiedSeats => there.occupied_seats,
            QuorumBase::Members => there.members,
        };
        let base = whole.saturating_sub(barred);
        let share = if rule.base.value == QuorumBase::None { 0 } else { rule.need.value.needed(base) };
        let least = u64::from(rule.least.value);
        // Nobody alone decides nothing: one vote must be there in any case.
        Self { base, present, remote, proxies, needed: share.max(least).max(1), decided_by_least: least > share }
    }
    fn said(&self, t: T, rule: &Quorum) -> String {
        let share = rule.need.value.share();
        let need = wording::need(t, rule.need.value, &wording::quorum_base(rule.base.value));
        let shown = rule.need.value.needed(self.base).max(1);
        let main = if rule.base.value == QuorumBase::None {
            t.quorum_none(self.present)
        } else {
            t.quorum_need(need, self.base, wording::exact(t.0, share, self.base), shown, self.present)
        };
        let least = if rule.least.value > 0 { t.quorum_least(rule.least.value) } else { String::new() };
        sentences(&[main, least])
    }
    fn elsewhere(&self, t: T) -> String {
        let remote = if self.remote > 0 { t.quorum_remote(self.remote) } else { String::new() };
        let proxies = if self.proxies > 0 { t.quorum_proxies(self.proxies) } else { String::new() };
        sentences(&[remote, proxies])
    }
    fn senders_said(&self, t: T, rule: &Quorum, there: &Attendance) -> String {
        if rule.senders.value == 0 { String::new() } else { t.quorum_senders(there.senders, rule.senders.value) }
    }
}
