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
    "challenge",
    "circular",
    "circular_beyond",
    "circular_recipient",
    "consent",
    "counter",
    "data_check",
    "data_check_change",
    "data_check_link",
    "data_check_rule",
    "earlier",
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
    "notice_item",
    "notice_letter",
    "notice_level",
    "notice_setting",
    "operator",
    "passkey",
    "person_topic",
    "relay",
    "released_count",
    "reply",
    "search_doc",
    "search_scope",
    "search_word",
    "seat_elsewhere",
    "session",
    "setting",
    "sign_in",
    "submission",
    "support",
    "task",
    "thread",
    "thread_asked",
    "thread_forward",
    "thread_reader",
];
