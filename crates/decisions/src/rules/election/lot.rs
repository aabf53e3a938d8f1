//! What the lot decides.

use kernel::Reason;

use super::{BallotKind, Candidate, ElectionResult, Elections, Poll, Undecided, count, space::Space, words};
use crate::rules::check::reason;

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
    let Some(Undecided::Lot { candidates, places }) = result.undecided.get(group) else {
        return Err(reason(|t| t.bad_lot_none()));
    };
    let wrong = || reason(|t| t.bad_lot_drawn(*places));
    let twice = (1..drawn.len()).any(|at| drawn[..at].contains(&drawn[at]));
    let known = drawn.iter().all(|number| candidates.contains(number));
    if twice || !known || count::places(drawn.len() as u64) != *places {
        return Err(wrong());
    }
    let mut after = result.clone();
    after.undecided.remove(group);
    if let (BallotKind::List, [list]) = (poll.kind, drawn) {
        after.elected = count::people_of(poll, *list);
        let left = poll.places.saturating_sub(count::places(after.elected.len() as u64));
        if left > 0 {
            after.undecided.push(Undecided::Open { places: left });
        }
    } else {
        after.elected.extend(drawn);
        if !together(rule, poll, &after.elected) {
            return Err(wrong());
        }
    }
    after.drawn.extend(drawn);
    words::judge(rule, poll, &mut after);
    Ok(after)
}

/// Whether a binding balance lets all of them be elected.
fn together(rule: &Elections, poll: &Poll, elected: &[u32]) -> bool {
    let mut space = Space::new(rule, poll);
    let people: Vec<&Candidate> = poll.candidates.iter().filter(|it| elected.contains(&it.number)).collect();
    space.fill(people.iter().copied()) == people.len() as u64
}
