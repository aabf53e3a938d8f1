//! Counting a round.

use kernel::Reason;

use super::{BallotKind, ElectionResult, Elections, Poll};
use crate::rules::Verdict;

/// Whether a form of ballot may be used: the usual one, or one the rules let the body decide on.
#[must_use]
pub fn may_use(rule: &Elections, kind: BallotKind) -> Verdict {
    unimplemented!()
}

/// Counts one round.
///
/// # Errors
/// When the numbers cannot be: more ballots than entitled, a sum that does not add up, a number that stands twice.
pub fn count(rule: &Elections, poll: &Poll) -> Result<ElectionResult, Reason> {
    unimplemented!()
}

/// The result after the lot: `group` counts the entries of [`ElectionResult::undecided`] from 0, `drawn` are the
/// numbers in the order they were drawn. Who drew is minuted by the caller.
///
/// # Errors
/// When there is no lot to draw in that group, or what was drawn does not fit it.
pub fn after_lot(
    rule: &Elections,
    poll: &Poll,
    result: &ElectionResult,
    group: usize,
    drawn: &[u32],
) -> Result<ElectionResult, Reason> {
    unimplemented!()
}
