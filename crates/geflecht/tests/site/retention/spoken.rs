//! What members write to each other, and the letters about it: rows whose time ends.

use super::{Sample, sample};

const SILENT: &str = "2 Jahre nach dem letzten Beitrag";
pub const SPOKEN: &str = "{body}; {person}; INSERT INTO thread (id, network_id, body_id, level, kind, title, words, made_at, last_at) VALUES ({n}, {n}, {n}, 2, 'question', 'Frage', 'Text', 1, {at})";
const NOTICE: &str = "{person}; INSERT INTO notice_letter (id, person_id, token_hash, stop_hash, written_at) VALUES ({n}, {n}, 't{n}', 's{n}', {at}); \
     INSERT INTO notice_item (letter_id, kind, subject_id) VALUES ({n}, 'thread', 1)";

/// Rows that keep a promise.
pub const SAMPLES: &[Sample] = &[
    sample(
        "thread_asked",
        SILENT,
        "{thread}; INSERT INTO thread_asked (thread_id, person_id) VALUES ({n}, {n})",
        "SELECT COUNT(*) FROM thread_asked WHERE thread_id = {n}",
    ),
    sample(
        "reply_mention",
        SILENT,
        "{thread}; INSERT INTO reply (id, thread_id, words, way, made_at) VALUES ({n}, {n}, 'W', 'page', {at}); INSERT INTO reply_mention (reply_id, person_id) VALUES ({n}, {n})",
        "SELECT COUNT(*) FROM reply_mention WHERE reply_id = {n}",
    ),
    sample(
        "thread_reader",
        SILENT,
        "{thread}; INSERT INTO thread_reader (thread_id, person_id, chose) VALUES ({n}, {n}, 'follow')",
        "SELECT COUNT(*) FROM thread_reader WHERE thread_id = {n}",
    ),
    sample(
        "circular_recipient",
        "2 Jahre nach dem Versand",
        "{body}; {person}; INSERT INTO circular (id, network_id, body_id, level, subject, words, audience, state, made_at, sent_at) \
         VALUES ({n}, {n}, {n}, 3, 'Brief', 'Text', 'everybody', 'sent', 1, {at}); \
         INSERT INTO circular_recipient (id, circular_id, network_id, person_id, address, state, made_at) VALUES ({n}, {n}, {n}, {n}, 'jo@example.org', 'left', 1)",
        "SELECT COUNT(*) FROM circular_recipient WHERE id = {n}",
    ),
    sample(
        "other_date",
        "2 Jahre nach dem Tag",
        "{body}; INSERT INTO other_date (id, network_id, kind, title, from_day, until_day, made_at) VALUES ({n}, {n}, 'council', 'Ratswoche', '2000-01-01', '{day}', 1)",
        "SELECT COUNT(*) FROM other_date WHERE id = {n}",
    ),
    sample(
        "mail_trouble",
        "1 Jahr nach dem letzten Rücklauf",
        "INSERT INTO mail_trouble (address, strikes, last_at) VALUES ('a{n}@example.org', 1, {at})",
        "SELECT COUNT(*) FROM mail_trouble WHERE address = 'a{n}@example.org'",
    ),
    sample(
        "letter_post",
        "2 Jahre",
        "{thread}; INSERT INTO letter_post (id, thread_id, name_hash, came_at) VALUES ({n}, {n}, 'h{n}', {at})",
        "SELECT COUNT(*) FROM letter_post WHERE id = {n}",
    ),
    sample(
        "letter_held",
        "14 Tage",
        "{body}; INSERT INTO letter_held (id, network_id, body_id, level, why, address, subject, words, own, name_hash, came_at) VALUES ({n}, {n}, {n}, 3, 'unknown', 'jo@example.org', 'S', 'T', '', 'h{n}', {at})",
        "SELECT COUNT(*) FROM letter_held WHERE id = {n}",
    ),
    sample(
        "letter_file",
        "14 Tage",
        "{body}; INSERT INTO letter_held (id, network_id, body_id, level, why, address, subject, words, own, name_hash, came_at) VALUES ({n}, {n}, {n}, 3, 'unknown', 'jo@example.org', 'S', 'T', '', 'f{n}', {at}); \
         INSERT INTO letter_file (id, letter_id, name, format, hash, size, bytes) VALUES ({n}, {n}, 'a.txt', 'txt', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', 1, 'x'); \
         INSERT INTO letter_left (id, letter_id, name, why) VALUES ({n}, {n}, 'b.exe', 'program')",
        "SELECT COUNT(*) FROM letter_file WHERE id = {n}",
    ),
    sample("notice_letter", "60 Tage", NOTICE, "SELECT COUNT(*) FROM notice_letter WHERE id = {n}"),
    sample(
        "notice_mark",
        "1 Jahr",
        "{person}; INSERT INTO notice_mark (person_id, kind, subject_id, state, until_at, marked_at) VALUES ({n}, 'thread', 1, 'done', 1, {at})",
        "SELECT COUNT(*) FROM notice_mark WHERE person_id = {n}",
    ),
    sample("notice_item", "60 Tage", NOTICE, "SELECT COUNT(*) FROM notice_item WHERE letter_id = {n}"),
];
