//! Election boards: who is on them and what each signed.

use db::{Conn, Tx, args};
use kernel::{Id, Result};
use people::Person;

use crate::{BoardMember, Vote};

/// The board of a vote.
///
/// # Errors
/// When the database cannot be read.
pub fn list_board(conn: &Conn, vote: Id<Vote>) -> Result<Vec<BoardMember>> {
    conn.all(
        "SELECT m.person_id, m.released_at, m.closed_at, m.counted_at, m.paper_at FROM vote_board m WHERE m.vote_id = :vote ORDER BY m.person_id",
        args! { vote: vote },
        |r| {
            Ok(BoardMember {
                person: r.get(0)?,
                released_at: r.get(1)?,
                closed_at: r.get(2)?,
                counted_at: r.get(3)?,
                paper_at: r.get(4)?,
            })
        },
    )
}

/// Takes the board away, to name another one.
///
/// # Errors
/// When the database refuses.
pub fn delete_board(tx: &Tx<'_>, vote: Id<Vote>) -> Result<()> {
    tx.exec("DELETE FROM vote_board WHERE vote_id = :vote", args! { vote: vote }).map(drop)
}

pub fn insert_board_member(tx: &Tx<'_>, vote: Id<Vote>, person: Id<Person>) -> Result<()> {
    tx.exec("INSERT INTO vote_board (vote_id, person_id) VALUES (:vote, :person)", args! { vote: vote, person: person })
        .map(drop)
}

/// What a member of the board signs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Signature {
    /// That it may open.
    Release,
    /// That it closes now.
    Close,
    /// The count.
    Count,
    /// The sum from paper.
    Paper,
}

/// Signs, once.
///
/// # Errors
/// [`kernel::Error::Stale`] when she signed before or is not on the board.
pub fn save_signature(tx: &Tx<'_>, vote: Id<Vote>, person: Id<Person>, what: Signature) -> Result<()> {
    let sql = match what {
        Signature::Release => {
            "UPDATE vote_board SET released_at = :now WHERE vote_id = :vote AND person_id = :person AND released_at IS NULL"
        }
        Signature::Close => {
            "UPDATE vote_board SET closed_at = :now WHERE vote_id = :vote AND person_id = :person AND closed_at IS NULL"
        }
        Signature::Count => {
            "UPDATE vote_board SET counted_at = :now WHERE vote_id = :vote AND person_id = :person AND counted_at IS NULL"
        }
        Signature::Paper => {
            "UPDATE vote_board SET paper_at = :now WHERE vote_id = :vote AND person_id = :person AND paper_at IS NULL"
        }
    };
    tx.exec_one(sql, args! { vote: vote, person: person, now: tx.now() })
}

/// Takes the signatures under the sum from paper away, and those under the count, because it changed.
///
/// # Errors
/// When the database refuses.
pub fn clear_paper_signatures(tx: &Tx<'_>, vote: Id<Vote>) -> Result<()> {
    tx.exec("UPDATE vote_board SET paper_at = NULL, counted_at = NULL WHERE vote_id = :vote", args! { vote: vote })
        .map(drop)
}
