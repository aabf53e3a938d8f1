//! The schema: one numbered list of steps for both databases, and what every column is for.
//!
//! `columns.tsv` gives purpose, legal basis, audience and retention of each column; the build fails where a column
//! is missing. A released step is never edited: its checksum is remembered by every database that ran it.

include!(concat!(env!("OUT_DIR"), "/schema.rs"));

/// What [`db::Db::open`] needs.
pub const SCHEMA: db::Schema = db::Schema { migrations: MIGRATIONS, columns: COLUMNS, apart: APART };

/// What is written often and never remembered: accounts, consent, the log and what waits to be done.
const APART: &[&str] = &[
    "account",
    "agenda_item",
    "agenda_proposal",
    "app_code",
    "attendance",
    "challenge",
    "consent",
    "counter",
    "data_check",
    "data_check_change",
    "data_check_link",
    "data_check_rule",
    "emergency_code",
    "event",
    "event_touch",
    "factor_try",
    "handover",
    "handover_end",
    "handover_voice",
    "invitation",
    "job",
    "mail_out",
    "meeting",
    "meeting_invitation",
    "meeting_letter",
    "meeting_sheet",
    "minutes",
    "minutes_addendum",
    "minutes_entry",
    "minutes_letter",
    "minutes_objection",
    "minutes_todo",
    "operator",
    "passkey",
    "person_topic",
    "search_doc",
    "search_scope",
    "search_word",
    "seat_elsewhere",
    "session",
    "setting",
    "sign_in",
    "submission",
    "task",
];
