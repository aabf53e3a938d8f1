//! What holds for an agenda.

use decisions::rules::RuleSet;
use kernel::{Id, Moment, Reason};

use crate::{Item, Meeting, Openness};

/// What a reader may hear of a meeting's items.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Hearing {
    /// Convenes it, or sits there herself.
    Own,
    /// Stands in, was sent, or reads the mailbox of a vacant post.
    StandIn,
    /// A guest.
    Guest,
    /// Only sees that there is a meeting.
    Outside,
}

/// Whether a reader hears an item.
#[must_use]
pub const fn hears(who: Hearing, openness: Openness) -> bool {
    match openness {
        Openness::Closed => matches!(who, Hearing::Own),
        Openness::Internal => matches!(who, Hearing::Own | Hearing::StandIn),
        Openness::Guests => !matches!(who, Hearing::Outside),
        Openness::Public => true,
    }
}

/// Whether a reader may have the papers of an item: whoever hears it, but of guests who are invited for one item only those of
/// that one, and what is public anyway.
#[must_use]
pub fn has_papers(who: Hearing, only: Option<Id<Item>>, item: &Item) -> bool {
    let guest = matches!(who, Hearing::Guest) && only.is_some_and(|only| only != item.id);
    hears(who, item.openness) && (!guest || item.openness == Openness::Public)
}

/// When each item begins, and when all of it ends.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Times {
    /// The beginning of each item, in their order.
    pub begins: Vec<Moment>,
    /// The end of the last one.
    pub ends: Moment,
    /// The sum of all minutes.
    pub minutes: i64,
    /// So many minutes more than the meeting lasts; 0 when it fits.
    pub over: i64,
}

/// Sums the minutes up.
#[must_use]
pub fn times(meeting: &Meeting, items: &[Item]) -> Times {
    let mut at = meeting.starts_at;
    let begins = items
        .iter()
        .map(|it| {
            let begin = at;
            at = at.plus_seconds(it.minutes.saturating_mul(60));
            begin
        })
        .collect();
    let minutes = items.iter().fold(0_i64, |sum, it| sum.saturating_add(it.minutes));
    Times { begins, ends: at, minutes, over: (minutes - meeting.minutes).max(0) }
}

/// The order after an item went one place up or down; `None` where it is at the end already.
#[must_use]
pub fn moved(items: &[Id<Item>], item: Id<Item>, up: bool) -> Option<Vec<Id<Item>>> {
    let at = items.iter().position(|it| *it == item)?;
    let to = if up { at.checked_sub(1)? } else { Some(at + 1).filter(|to| *to < items.len())? };
    let mut order = items.to_vec();
    order.swap(at, to);
    Some(order)
}

/// The order after an item was put before another one, or at the end; `None` where that changes nothing.
#[must_use]
pub fn placed(items: &[Id<Item>], item: Id<Item>, before: Option<Id<Item>>) -> Option<Vec<Id<Item>>> {
    let mut order: Vec<Id<Item>> = items.iter().copied().filter(|it| *it != item).collect();
    let to = match before {
        Some(before) => order.iter().position(|it| *it == before)?,
        None => order.len(),
    };
    order.insert(to, item);
    (order.len() == items.len() && order != items).then_some(order)
}

/// Whether items may still come after the invitation has left, by the rules of the body: only where they know urgent
/// motions, or prescribe no period for the invitation at all. A body without rules decides as it likes.
///
/// # Errors
/// The sentence that says why not, with the clause.
pub fn later_items(rules: Option<&RuleSet>) -> Result<(), Reason> {
    let Some(notice) = rules.map(|set| &set.notice) else { return Ok(()) };
    if notice.urgency.value.is_some() || notice.period.value.is_none() {
        return Ok(());
    }
    Err(Reason::new(
        "Nach der Einladung kommt nichts mehr auf die Tagesordnung: Die Regeln kennen keine Dringlichkeit.",
        "Nothing can be added after the invitation: the rules know no urgent motions.",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_stands_in_hears_what_is_internal_and_nothing_closed() {
        let open = |who| Openness::ALL.iter().filter(|o| hears(who, **o)).count();
        let counts = [Hearing::Own, Hearing::StandIn, Hearing::Guest, Hearing::Outside].map(open);
        assert_eq!(counts, [4, 3, 2, 1]);
        assert!(!hears(Hearing::StandIn, Openness::Closed) && hears(Hearing::Outside, Openness::Public));
    }

    #[test]
    fn an_item_goes_up_and_down_within_its_list() {
        let ids: Vec<Id<Item>> = (1..=3).map(Id::new).collect();
        let order = |item, up| moved(&ids, Id::new(item), up).map(|o| o.iter().map(|i| i.raw()).collect::<Vec<_>>());
        assert_eq!(order(1, true), None);
        assert_eq!(order(3, false), None);
        assert_eq!(order(9, false), None);
        assert_eq!(order(2, true), Some(vec![2, 1, 3]));
        assert_eq!(order(2, false), Some(vec![1, 3, 2]));
        let placed = |item, before: Option<i64>| {
            let order = placed(&ids, Id::new(item), before.map(Id::new));
            order.map(|o| o.iter().map(|i| i.raw()).collect::<Vec<_>>())
        };
        assert_eq!(placed(3, Some(1)), Some(vec![3, 1, 2]));
        assert_eq!(placed(1, None), Some(vec![2, 3, 1]));
        assert_eq!(placed(1, Some(3)), Some(vec![2, 1, 3]));
        for (item, before) in [(1, Some(2)), (3, None), (2, Some(2)), (2, Some(9)), (9, Some(1)), (9, None)] {
            assert_eq!(placed(item, before), None, "{item} before {before:?}");
        }
    }
}
