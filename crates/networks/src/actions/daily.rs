//! What happens every day by itself.

use db::Tx;
use kernel::Result;

use crate::store::consents;

/// Deletes what has had its time: consents three years after they were withdrawn.
///
/// # Errors
/// When the database refuses.
pub fn cleanup(tx: &Tx<'_>, _day: &str) -> Result<()> {
    tx.silent("what has done its work goes by the calendar");
    consents::delete_withdrawn(tx, tx.today().plus_months(-36).at(0, 0))
}
