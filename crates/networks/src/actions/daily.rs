//! What happens every day by itself.

use db::Tx;
use kernel::Result;

use crate::{
    rules::{CHECK_KEPT_MONTHS, CONFIRM_SECONDS},
    store::{
        asking, care, checks, consents, handovers,
        joining::{leavings, requests},
    },
};

/// Deletes what has had its time: consents three years after they were withdrawn; requests to join a day after nobody
/// confirmed them and 30 days after they were decided; what letters about seats open, after 90 days; who left, 30 days
/// after the last day; handovers a year after their day; data checks two years after they began.
///
/// # Errors
/// When the database refuses.
pub fn cleanup(tx: &Tx<'_>, _day: &str) -> Result<()> {
    tx.silent("what has done its work goes by the calendar");
    let year = tx.today().plus_months(-12);
    handovers::delete_ends_until(tx, year)?;
    handovers::delete_voices_until(tx, year)?;
    handovers::delete_until(tx, year)?;
    checks::delete_old_checks(tx, tx.today().plus_months(-CHECK_KEPT_MONTHS).at(0, 0))?;
    consents::delete_withdrawn(tx, tx.today().plus_months(-36).at(0, 0))?;
    let ago = |seconds: i64| tx.now().plus_seconds(-seconds);
    let (unconfirmed, closed) = (ago(CONFIRM_SECONDS), ago(30 * 86_400));
    requests::delete_old_objections(tx, unconfirmed, closed)?;
    requests::delete_old_vouches(tx, unconfirmed, closed)?;
    requests::delete_old_letters(tx, unconfirmed, closed)?;
    requests::delete_old(tx, unconfirmed, closed)?;
    asking::delete_old_seat_letters(tx, ago(90 * 86_400))?;
    leavings::delete_old(tx, tx.today().plus_days(-30))
}

/// Looks for personal seats that stand although their holder lost the post they hang on, and tells the log of the program
/// how many there are. Who keeps the networks reads of them on Start, derived anew each time.
///
/// # Errors
/// When the database cannot be read.
pub fn look_after_handovers(tx: &Tx<'_>, _day: &str) -> Result<()> {
    let seats = care::list_without_handover(tx, tx.today())?.len();
    if seats > 0 {
        tracing::warn!(seats, "seats stand although their holders left the post they were eligible through");
    }
    Ok(())
}
