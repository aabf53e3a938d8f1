//! What happens every day by itself.

use db::Tx;
use kernel::Result;

use super::{input, task};
use crate::{
    rules::reminder_due,
    store::{dispatches, positions},
};

/// Whoever was asked until yesterday is asked no longer, and the body gets a task.
///
/// # Errors
/// When the database refuses.
pub fn close(tx: &Tx<'_>, _day: &str) -> Result<()> {
    tx.silent("nothing may be over");
    for found in positions::list_input_over(tx, tx.today())? {
        input::close(tx, &found, None)?;
    }
    crate::hearing::store::delete_over(tx, tx.today())
}

/// Bodies are told of positions somebody is to look at again, and of letters nobody answered, each as their plan says and once.
///
/// # Errors
/// When the database refuses.
pub fn remind(tx: &Tx<'_>, _day: &str) -> Result<()> {
    tx.silent("tasks leave their own events");
    let today = tx.today();
    for found in positions::list_to_review(tx, today)? {
        let (de, en) = (format!("Gilt das noch? {}", found.title), format!("Does this still hold? {}", found.title));
        let cause = format!("position {} review {}", found.id, found.review.map(|d| d.to_string()).unwrap_or_default());
        task(tx, found.body, &found, (&de, &en, None), &cause)?;
    }
    let overdue = dispatches::list_overdue(tx, today)?;
    let ids: Vec<_> = overdue.iter().map(|d| d.id).collect();
    let replies = dispatches::list_replies(tx, &ids)?;
    for dispatch in overdue {
        let answered = replies.iter().any(|r| r.dispatch == dispatch.id);
        let Some(number) = reminder_due(&dispatch, answered, today) else { continue };
        let found = positions::find_any_position(tx, dispatch.position)?;
        let (de, en) =
            (format!("An Antwort erinnern: {}", dispatch.name), format!("Ask for an answer: {}", dispatch.name));
        let cause = format!("position {} letter {} reminder {number}", found.id, dispatch.id);
        task(tx, found.body, &found, (&de, &en, None), &cause)?;
    }
    Ok(())
}

/// What the outbox knows of letters to addressees is kept with them before it forgets.
///
/// # Errors
/// When the database refuses.
pub fn proof(tx: &Tx<'_>, _day: &str) -> Result<()> {
    tx.silent("the outbox's word is copied");
    let waiting = dispatches::list_waiting(tx)?;
    for state in db::mail_states(tx, &waiting)? {
        if state.left_at.is_some() || state.failed {
            dispatches::save_left(tx, state.id, state.left_at)?;
        }
    }
    crate::questions::daily_proof(tx)
}
