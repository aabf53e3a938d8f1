//! What the register of processing is read from.

use db::{Conn, args};
use kernel::Result;

/// One note: table, column, purpose, basis, audience, retention.
pub(crate) type Note = [String; 6];

/// Every note of the schema, by table and column.
pub(crate) fn list_notes(conn: &Conn) -> Result<Vec<Note>> {
    conn.all("SELECT table_name, column_name, purpose, basis, audience, retention FROM column_note ORDER BY table_name, column_name", args! {}, |r| {
        Ok([r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?, r.get(4)?, r.get(5)?])
    })
}
