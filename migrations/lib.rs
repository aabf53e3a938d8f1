//! The schema: one numbered list of steps for both databases, and what every column is for.
//!
//! `columns.tsv` gives purpose, legal basis, audience and retention of each column; the build fails where a column
//! is missing. A released step is never edited: its checksum is remembered by every database that ran it.

include!(concat!(env!("OUT_DIR"), "/schema.rs"));

/// What [`db::Db::open`] needs.
pub const SCHEMA: db::Schema = db::Schema { migrations: MIGRATIONS, columns: COLUMNS };
