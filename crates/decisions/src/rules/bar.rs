//! Who may not vote on a matter of her own (§ 34 BGB).

use serde::{Deserialize, Serialize};

use super::{Rule, Verdict};

/// Who may not vote.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bars {
    /// Whether nobody votes on a deal or a lawsuit between the body and herself. In associations always (§§ 34, 40 BGB).
    pub own_matter: Rule<bool>,
    /// Whether the bar also holds for a matter of the office or organisation she speaks for.
    pub own_organisation: Rule<bool>,
    /// Whether a barred vote leaves the base of quorum and majority.
    pub out_of_base: Rule<bool>,
}

/// What ties somebody to a matter.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tie {
    /// A deal between the body and herself.
    Deal,
    /// A lawsuit between the body and herself.
    Lawsuit,
    /// Deal or lawsuit between the body and the organisation she speaks for.
    Organisation,
    /// An election in which she stands herself: never a bar.
    OwnElection,
}

/// Whether she may vote. Holds when she may.
#[must_use]
pub fn may_vote(rule: &Bars, tie: Tie) -> Verdict {
    let (bars, clause) = match tie {
        Tie::Deal | Tie::Lawsuit => (rule.own_matter.value, &rule.own_matter.clause),
        Tie::Organisation => (rule.own_organisation.value, &rule.own_organisation.clause),
        Tie::OwnElection => (false, &rule.own_matter.clause),
    };
    Verdict::new(!bars, clause, &[], |t| {
        match (tie, bars) {
            (Tie::OwnElection, _) => t.bar_election(),
            (_, false) => t.bar_free(),
            (Tie::Organisation, true) => t.bar_organisation(),
            (_, true) => t.bar_barred(),
        }
        .to_owned()
    })
}
