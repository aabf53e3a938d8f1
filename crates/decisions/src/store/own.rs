//! What is held about a person in votes: for her own eyes.

use db::{Conn, args};
use kernel::{Id, Moment, Result};
use people::Person;

/// A row about her: the vote's title, and what it is.
pub struct OwnRow {
    /// The vote.
    pub title: String,
    /// `cast`, `barred`, `proxy_given`, `proxy_held`, `asked`, `objected`, `board`, `put_forward`, `entered`, `drew`, `prepared`.
    pub what: String,
    /// When, where that is kept.
    pub at: Option<Moment>,
}

/// Everything about her, by vote.
///
/// # Errors
/// When the database cannot be read.
pub fn list_own(conn: &Conn, person: Id<Person>) -> Result<Vec<OwnRow>> {
    conn.all(
        "SELECT v.title, 'cast' AS what, m.at, v.id FROM cast_mark m JOIN vote v ON v.id = m.vote_id WHERE m.person_id = :me \
         UNION ALL SELECT v.title, 'roll', NULL, v.id FROM entitlement e JOIN vote v ON v.id = e.vote_id WHERE e.person_id = :me \
         UNION ALL SELECT v.title, 'proxy_given', p.given_at, v.id FROM proxy p JOIN vote v ON v.id = p.vote_id WHERE p.person_id = :me \
         UNION ALL SELECT v.title, 'proxy_held', p.given_at, v.id FROM proxy p JOIN vote v ON v.id = p.vote_id WHERE p.holder_id = :me \
         UNION ALL SELECT v.title, 'asked', s.at, v.id FROM secret_request s JOIN vote v ON v.id = s.vote_id WHERE s.person_id = :me \
         UNION ALL SELECT v.title, 'objected', o.at, v.id FROM circular_objection o JOIN vote v ON v.id = o.vote_id WHERE o.person_id = :me \
         UNION ALL SELECT v.title, 'board', b.released_at, v.id FROM vote_board b JOIN vote v ON v.id = b.vote_id WHERE b.person_id = :me \
         UNION ALL SELECT v.title, 'put_forward', NULL, v.id FROM candidate c JOIN vote v ON v.id = c.vote_id WHERE c.nominated_by = :me AND c.person_id <> :me \
         UNION ALL SELECT v.title, 'entered', c.answered_at, v.id FROM candidate c JOIN vote v ON v.id = c.vote_id WHERE c.entered_by = :me \
         UNION ALL SELECT v.title, 'drew', l.at, v.id FROM lot l JOIN vote v ON v.id = l.vote_id WHERE l.person_id = :me \
         UNION ALL SELECT v.title, 'prepared', v.made_at, v.id FROM vote v WHERE v.made_by = :me ORDER BY 4, 2",
        args! { me: person },
        |r| Ok(OwnRow { title: r.get(0)?, what: r.get(1)?, at: r.get(2)? }),
    )
}
