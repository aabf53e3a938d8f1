//! What of reports everybody may read. Whoever asks, it is what the public may read: whether the network and the body that sat
//! are shown to everybody is asked each time, so that nothing stays public when one of them is no longer.

use db::{Args, Conn, Row, args};
use kernel::{Error, Id, Moment, Result};
use networks::Body;

use super::{
    reports::{partly, parts},
    sessions::{SESSION, session},
};
use crate::{Report, ReportText, Session};

/// A report as everybody may read it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Opened {
    /// Its number.
    pub id: Id<Report>,
    /// The network on whose side it is.
    pub network: Id<Body>,
    /// The sitting.
    pub session: Session,
    /// The parts that are public.
    pub text: ReportText,
    /// Since when.
    pub at: Moment,
    /// When what everybody reads was put right last.
    pub corrected: Option<Moment>,
}

const OPENED: &str =
    "m.id, m.network_id, m.subject, m.decided, m.contributed, m.effects, m.opens, m.opened_at, m.opens_corrected_at";

/// Rows of reports with something public in it, of a network and about a body everybody may see.
const PUBLIC: &str = "FROM mandate_report m JOIN outside_session x ON x.id = m.session_id JOIN body n ON n.id = m.network_id JOIN body b ON b.id = x.receiver_id \
     WHERE m.state = 'filed' AND m.opened_at IS NOT NULL AND n.level = 0 AND NOT n.sensitive AND NOT n.unlisted AND b.level = 0 AND NOT b.sensitive AND NOT b.unlisted";

fn opened(r: &Row<'_>) -> Result<Opened> {
    let opens = parts(&r.get::<String>(6)?);
    Ok(Opened {
        id: r.get(0)?,
        network: r.get(1)?,
        text: ReportText { opens: opens.clone(), ..partly(r, 2, &opens)? },
        at: r.get(7)?,
        corrected: r.get(8)?,
        session: session(r, 9)?,
    })
}

fn list(conn: &Conn, sql: &str, given: Args) -> Result<Vec<Opened>> {
    conn.all(sql, given, opened)
}

/// A report as everybody may read it.
///
/// # Errors
/// [`Error::NotFound`] where nothing of it is public.
pub fn find_opened(conn: &Conn, id: Id<Report>) -> Result<Opened> {
    let found = list(conn, &format!("SELECT {OPENED}, {SESSION} {PUBLIC} AND m.id = :id"), args! { id: id })?;
    found.into_iter().next().ok_or(Error::NotFound)
}

/// Those of the given numbers of which something is public.
///
/// # Errors
/// When the database cannot be read.
pub fn list_opened_by_id(conn: &Conn, ids: &[i64]) -> Result<Vec<Opened>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    list(conn, &format!("SELECT {OPENED}, {SESSION} {PUBLIC} AND m.id IN (:ids*)"), args! { ids: ids })
}

/// The public reports of a network, and those about a body, the latest first.
///
/// # Errors
/// When the database cannot be read.
pub fn list_opened(conn: &Conn, body: Id<Body>, most: i64) -> Result<Vec<Opened>> {
    let sql = format!(
        "SELECT {OPENED}, {SESSION} {PUBLIC} AND m.network_id = :body UNION SELECT {OPENED}, {SESSION} {PUBLIC} AND x.receiver_id = :body ORDER BY 8 DESC, 1 DESC LIMIT :most"
    );
    list(conn, &sql, args! { body: body, most: most })
}
