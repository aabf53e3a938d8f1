//! Rows that [`super::retention`] makes: what a sample stands on.

pub const EVENT: &str = "INSERT INTO event (seq, at, verb, kind, subject_id, level) VALUES ({n}, {at}, 'test.done', 'test', 1, 0); \
     UPDATE counter SET value = {n} WHERE name IN ('event', 'search')";
pub const MAIL: &str = "INSERT INTO mail_out (id, address, subject, body_text, purpose, state, tries, next_at, created_at) \
     VALUES ({n}, 'a@example.org', 'S', 'T', 'test', 'failed', 9, {at}, {at})";
pub const WEEK: &str = "7 Tage nach der letzten Änderung";
pub const IMPORT: &str = "{person}; INSERT INTO body (id, network_id, kind, slug, name, sort_name, from_day) VALUES ({n}, {n}, 'network', 's{n}', 'N', 'n', '2000-01-01'); \
     INSERT INTO import (id, body_id, person_id, source, notes, headings, columns, answers, created_at, touched_at) VALUES ({n}, {n}, {n}, '', '[]', '[]', '[]', '{}', {at}, {at}); \
     INSERT INTO import_letter (import_id, person_id, mail) VALUES ({n}, {n}, 'a@example.org')";
pub const TAKEN: &str = "{person}; INSERT INTO body (id, network_id, kind, slug, name, sort_name, from_day) VALUES ({n}, {n}, 'network', 's{n}', 'N', 'n', '2000-01-01'); \
     INSERT INTO import (id, body_id, person_id, source, notes, headings, columns, answers, created_at, touched_at, taken_at) VALUES ({n}, {n}, {n}, '', '[]', '[]', '[]', '{}', {at}, {late}, {at}); \
     INSERT INTO import_row (import_id, number, cells) VALUES ({n}, 2, '[]'); INSERT INTO import_made (import_id, place, kind, thing_id, row_number) VALUES ({n}, 0, 'person', 1, 2)";
pub const INVITED: &str = "14 Tage nach Annahme, Rücknahme oder Ablauf";
pub const INVITATION: &str = "SELECT COUNT(*) FROM invitation WHERE id = {n}";
pub const PERSON: &str =
    "INSERT INTO person (id, given, family, sort_name) VALUES ({n}, 'Mira', 'Kowalski', 'kowalski mira')";
pub const BODY: &str = "INSERT INTO body (id, network_id, kind, slug, name, sort_name, from_day) VALUES ({n}, {n}, 'network', 'netz{n}', 'Netz', 'netz', '2000-01-01')";
pub const AFTER_POLL: &str = "2 Jahre nach dem Ende der Abstimmung";
pub const POLLED: &str = "{body}; INSERT INTO poll (id, network_id, body_id, level, title, minutes, answer_until, state, closed_at, made_at) VALUES ({n}, {n}, {n}, 2, 'Treffen', 60, '{day}', 'dropped', {at}, 1); \
         INSERT INTO poll_date (id, poll_id, starts_at) VALUES ({n}, {n}, 1); INSERT INTO poll_voter (id, poll_id, address, made_at) VALUES ({n}, {n}, 'jo@example.org', 1); \
         INSERT INTO poll_answer (id, poll_id, voter_id, date_id, answer) VALUES ({n}, {n}, {n}, {n}, 'yes'); INSERT INTO poll_letter (id, voter_id, token_hash, written_at) VALUES ({n}, {n}, 'p{n}', 1)";
pub const AFTER_MEETING: &str = "2 Jahre nach dem Termin";
pub const MET: &str = "{body}; INSERT INTO meeting (id, network_id, body_id, level, title, starts_at, minutes, state, uid, made_at) VALUES ({n}, {n}, {n}, 2, 'Treffen', {at}, 60, 'ended', 'u{n}', 1); \
         INSERT INTO meeting_invitation (id, meeting_id, name, address, capacity, made_at) VALUES ({n}, {n}, 'Jo', 'jo@example.org', 'guest', 1)";
pub const WITH_MINUTES: &str = "mit dem Protokoll; in sensiblen Gremien 30 Tage nach dem Termin";
pub const THERE: &str = "{met}; UPDATE body SET sensitive = TRUE WHERE id = {n}; \
     INSERT INTO attendance (id, meeting_id, line, name, capacity, state) VALUES ({n}, {n}, 'g1', 'Jo', 'guest', 'present')";
pub const SPAN: &str = "{met}; UPDATE body SET sensitive = TRUE WHERE id = {n}; \
     INSERT INTO attendance_span (id, meeting_id, line, state, until_at) VALUES ({n}, {n}, 'g1', 'present', {at})";
pub const VOTE: &str = "INSERT INTO rule_set (id, body_id, profile, rules, from_day, made_at) VALUES ({n}, {n}, 'council', 'R', '2000-01-01', 1); \
     INSERT INTO vote (id, network_id, body_id, level, kind, method, grade, matter, title, rules_id, state, decided_at, made_at) VALUES ({n}, {n}, {n}, 2, 'motion', 'online', 'open', 'ordinary', 'Frage', {n}, 'decided', {at}, 1)";
pub const INVITATION_COLUMNS: &str =
    "(id, token_hash, person_id, mail, created_at, expires_at, accepted_at, withdrawn_at)";
/// What is kept for no time anybody could count: until a deed of somebody, or for good.
pub const TIMELESS: [&str; 9] = [
    "unbefristet",
    "bis erledigt",
    "bis geändert",
    "bis zum Widerruf",
    "bis zur Löschung des Kontos",
    "bis das Protokoll verschickt ist",
    "solange das Gremium besteht, danach Archiv",
    "dauerhaft",
    "dauerhaft als Amtsnachweis",
];
