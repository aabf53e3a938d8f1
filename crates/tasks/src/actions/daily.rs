//! What happens every day by itself.

use db::Tx;
use kernel::Result;

use super::tell;
use crate::{
    letters::Why,
    rules::REMIND_DAYS,
    store::{letters as rows, topics},
};

/// Deletes tasks two years after they were closed.
///
/// # Errors
/// When the database refuses.
pub fn cleanup(tx: &Tx<'_>, _day: &str) -> Result<()> {
    tx.silent("what has done its work goes by the calendar");
    let before = tx.today().plus_months(-24).at(0, 0);
    topics::delete_of_closed(tx, before)?;
    rows::delete_closed(tx, before)
}

/// Brings open tasks to mind: three days before their day, and once when it is over. After a day without the program
/// what was left out is made up for; nobody reads the same twice.
///
/// # Errors
/// When the database refuses.
pub fn remind(tx: &Tx<'_>, _day: &str) -> Result<()> {
    tx.silent("a letter brings a task to mind, and the task is as it was");
    let today = tx.today();
    let all: Vec<_> = rows::list_due(tx, today, today.plus_days(REMIND_DAYS))?
        .into_iter()
        .map(|task| {
            let why = if task.is_overdue(today) { Why::Over } else { Why::Soon };
            (task, why)
        })
        .collect();
    if all.is_empty() {
        return Ok(());
    }
    tell::due(tx, &all)?;
    for (step, wanted) in [(1, Why::Soon), (2, Why::Over)] {
        let ids: Vec<_> = all.iter().filter(|(_, why)| *why == wanted).map(|(task, _)| task.id).collect();
        if !ids.is_empty() {
            rows::save_reminded(tx, &ids, step)?;
        }
    }
    Ok(())
}
