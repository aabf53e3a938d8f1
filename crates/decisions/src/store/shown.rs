//! Whether there is anything to show.

use db::{Conn, args};
use kernel::{Actor, Result};
use networks::Body;

use super::decided;

/// Whether a body has rules, votes or resolutions this reader may see. For a body she may see.
///
/// # Errors
/// When the database cannot be read.
pub fn has_anything(conn: &Conn, actor: &Actor, body: &Body) -> Result<bool> {
    let sql = "SELECT (SELECT COUNT(*) FROM rule_set s WHERE s.body_id = :body) \
        + (SELECT COUNT(*) FROM resolution r WHERE r.body_id = :body AND {visible:r}) \
        + (SELECT COUNT(*) FROM vote v WHERE v.body_id = :body AND v.state <> 'draft' AND {visible:v})";
    Ok(conn.count(sql, decided(actor, args! { body: body.id }))? > 0)
}
