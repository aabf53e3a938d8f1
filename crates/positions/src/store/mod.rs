//! SQL of positions: one function, one statement. Positions are read with the reader's condition; what hangs on one is read by
//! its number, after the position was found.

use db::{Args, Tx, args};
use kernel::{Actor, Result};
use rights::{Action, Kind};

pub mod addressees;
pub mod amendments;
pub mod dispatches;
pub mod effects;
pub mod own;
pub mod positions;
pub mod register;
pub mod signatures;
pub mod signers;
pub mod told;
pub mod versions;
pub mod waiting;

/// Adds the reader's condition on positions, which is that of what a body decides.
pub fn seen(actor: &Actor, args: Args) -> Args {
    args.visible(rights::condition(actor, Kind::Decision, Action::Read))
}

/// How many numbered texts one statement writes.
const BATCH: usize = 8;
/// The names of what a batch binds.
const NAMES: [[&str; 2]; BATCH] =
    [["n0", "t0"], ["n1", "t1"], ["n2", "t2"], ["n3", "t3"], ["n4", "t4"], ["n5", "t5"], ["n6", "t6"], ["n7", "t7"]];

/// Writes numbered texts that hang on one thing. `into`: the table with its three columns. A full batch is one prepared text.
pub fn insert_numbered(tx: &Tx<'_>, into: &str, of: i64, all: &[(i64, &str)]) -> Result<()> {
    for some in all.chunks(BATCH) {
        let mut given = args! { of: of };
        let mut rows = Vec::with_capacity(some.len());
        for ((number, text), names) in some.iter().zip(NAMES) {
            given = given.with(names[0], *number).with(names[1], *text);
            rows.push(format!("(:of, :{}, :{})", names[0], names[1]));
        }
        tx.exec(&format!("INSERT INTO {into} VALUES {}", rows.join(", ")), given)?;
    }
    Ok(())
}
