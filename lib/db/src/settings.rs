//! What the installation is called and who answers for it: a handful of words by key.

use std::collections::HashMap;

use kernel::Result;

use crate::{Conn, Tx, args};

/// One setting.
///
/// # Errors
/// When the database cannot be read.
pub fn setting(conn: &Conn, key: &str) -> Result<Option<String>> {
    conn.find("SELECT value FROM setting WHERE name = :key", args! { key: key }, |r| r.get(0))
}

/// All settings.
///
/// # Errors
/// When the database cannot be read.
pub fn settings(conn: &Conn) -> Result<HashMap<String, String>> {
    Ok(conn.all("SELECT name, value FROM setting", args! {}, |r| Ok((r.get(0)?, r.get(1)?)))?.into_iter().collect())
}

impl Tx<'_> {
    /// Sets one setting.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn set(&self, key: &str, value: &str) -> Result<()> {
        self.exec(
            "INSERT INTO setting (name, value) VALUES (:key, :value) ON CONFLICT (name) DO UPDATE SET value = :value",
            args! { key: key, value: value },
        )
        .map(drop)
    }
}
