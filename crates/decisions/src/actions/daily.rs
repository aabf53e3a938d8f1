//! Once a day: what was kept for an objection to a result goes after a year.

use db::Tx;
use kernel::Result;

use crate::store::past;

/// Votes looked at in one go.
const BATCH: i64 = 50;

/// Takes rolls, marks, ballots, bars and proxies away a year after the result; numbers, reasons and who was elected stay.
///
/// # Errors
/// When the database refuses.
pub fn cleanup(tx: &Tx<'_>, _: &str) -> Result<()> {
    tx.silent("what was promised to go goes");
    let day = tx.today().plus_months(-12);
    past::forget_proxies(tx, day)?;
    loop {
        let settled = past::list_settled(tx, day.next().at(0, 0), BATCH)?;
        if settled.is_empty() {
            return Ok(());
        }
        past::forget(tx, &settled)?;
    }
}
