//! In which order PostgreSQL puts text. Both databases must agree: ranges of words in the search, sort names and the order
//! of a backup's rows compare bytes, as SQLite does. The order of bytes also never changes with an update of the operating
//! system, which silently spoils indexes of other orders.

use kernel::{Error, Result};

use crate::{Conn, args};

/// Whether text of such a database is ordered by its bytes.
///
/// `provider` is `c` (the C library), `b` (PostgreSQL's own, which compares bytes whatever the locale is called) or `i`
/// (ICU, which has no locale that does). In UTF-8 the order of code points, as `C.UTF-8` has it, is that of the bytes.
fn is_by_bytes(provider: &str, locale: &str, encoding: &str) -> bool {
    let plain = locale.to_lowercase().replace('-', "");
    let ordered = match provider {
        "b" => true,
        "c" => matches!(plain.as_str(), "c" | "posix" | "c.utf8"),
        _ => false,
    };
    ordered && encoding == "UTF8"
}

/// Refuses a PostgreSQL database that orders text otherwise.
pub fn require_bytes(conn: &Conn) -> Result<()> {
    // Which columns tell the provider differs between versions; those that are missing are NULL here.
    let (name, provider, locale, encoding) = conn.one(
        "SELECT d.datname::text, COALESCE(to_jsonb(d) ->> 'datlocprovider', 'c'), \
         CASE WHEN to_jsonb(d) ->> 'datlocprovider' IN ('b', 'i') THEN COALESCE(to_jsonb(d) ->> 'datlocale', to_jsonb(d) ->> 'daticulocale', '') ELSE d.datcollate::text END, \
         pg_encoding_to_char(d.encoding)::text FROM pg_database d WHERE d.datname = current_database()",
        args! {},
        |r| Ok((r.get::<String>(0)?, r.get::<String>(1)?, r.get::<String>(2)?, r.get::<String>(3)?)),
    )?;
    if is_by_bytes(&provider, &locale, &encoding) {
        return Ok(());
    }
    Err(Error::internal(format!(
        "the database {name} orders text as in {locale} ({encoding}), but it must be ordered by bytes in UTF-8; create one with: \
         CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'"
    )))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_orders_of_bytes_in_utf_8_pass() {
        for (provider, locale) in [
            ("c", "C"),
            ("c", "POSIX"),
            ("c", "C.UTF-8"),
            ("c", "C.utf8"),
            ("b", "C"),
            ("b", "C.UTF-8"),
            ("b", "PG_UNICODE_FAST"),
        ] {
            assert!(is_by_bytes(provider, locale, "UTF8"), "{provider} {locale}");
            assert!(!is_by_bytes(provider, locale, "SQL_ASCII") && !is_by_bytes(provider, locale, "LATIN1"));
        }
        for (provider, locale) in
            [("c", "de_DE.UTF-8"), ("c", "en_US.utf8"), ("c", ""), ("i", "de"), ("i", "und"), ("i", "C"), ("x", "C")]
        {
            assert!(!is_by_bytes(provider, locale, "UTF8"), "{provider} {locale}");
        }
    }
}
