//! The notes on the columns against the deeds: what promises to go after a time goes, and not before.

mod spoken;

use std::collections::BTreeSet;

use db::args;
use geflecht::site;
use kernel::{Day, IdMaker, Moment};
use testkit::{Fresh, both};

use crate::rows::{
    AFTER_MEETING, AFTER_POLL, BODY, EVENT, IMPORT, INVITATION, INVITATION_COLUMNS, INVITED, MAIL, MET, PERSON, POLLED,
    SPAN, TAKEN, THERE, TIMELESS, VOTE, WEEK, WITH_MINUTES,
};

/// Rows that keep a promise of a table: how one comes into being whose time began at `{at}` (microseconds) or on `{day}`,
/// with the number `{n}`, and how one finds out that it is still there.
struct Sample {
    table: &'static str,
    promise: &'static str,
    made: &'static str,
    there: &'static str,
}

const fn sample(table: &'static str, promise: &'static str, made: &'static str, there: &'static str) -> Sample {
    Sample { table, promise, made, there }
}

/// All of them.
fn samples() -> impl Iterator<Item = &'static Sample> {
    SAMPLES.iter().chain(spoken::SAMPLES)
}

const SAMPLES: &[Sample] = &[
    sample("event", "3 Jahre", EVENT, "SELECT COUNT(*) FROM event WHERE seq = {n}"),
    sample(
        "event_touch",
        "3 Jahre",
        "INSERT INTO event (seq, at, verb, kind, subject_id, level) VALUES ({n}, {at}, 'test.done', 'test', 1, 0); \
         INSERT INTO event_touch (seq, kind, subject_id) VALUES ({n}, 'test', 2); UPDATE counter SET value = {n} WHERE name IN ('event', 'search')",
        "SELECT COUNT(*) FROM event_touch WHERE seq = {n}",
    ),
    sample("mail_out", "30 Tage", MAIL, "SELECT COUNT(*) FROM mail_out WHERE id = {n}"),
    sample(
        "mail_out",
        "bis zum Versand, höchstens 30 Tage",
        MAIL,
        "SELECT COUNT(*) FROM mail_out WHERE id = {n} AND subject <> '' AND body_text <> ''",
    ),
    sample(
        "person",
        "dauerhaft als Amtsnachweis; ohne Sitz, Stelle und Konto 1 Jahr",
        "INSERT INTO person (id, given, family, sort_name) VALUES ({id}, 'Jo', 'Muster', 'muster jo')",
        "SELECT COUNT(*) FROM person WHERE id = {id}",
    ),
    sample(
        "tenure",
        "bis Ende der Amtszeit",
        "INSERT INTO organisation (id, kind, name, sort_name, from_day) VALUES ({n}, 'municipality', 'Stadt', 'stadt', '2000-01-01'); \
         INSERT INTO person (id, given, family, sort_name) VALUES ({n}, 'Mira', 'Kowalski', 'kowalski mira'); \
         INSERT INTO post (id, organisation_id, title, engagement, from_day) VALUES ({n}, {n}, 'Gleichstellungsstelle', 'full_time', '2000-01-01'); \
         INSERT INTO tenure (id, post_id, person_id, mode, share_percent, mail, phone, file_reference, from_day, until_day) \
         VALUES ({n}, {n}, {n}, 'holder', 50, 'mira@example.org', '0241 1', 'AZ 7', '2000-01-01', '{day}')",
        "SELECT COUNT(*) FROM tenure WHERE id = {n} AND (share_percent <> 100 OR mail IS NOT NULL OR phone IS NOT NULL OR file_reference IS NOT NULL)",
    ),
    sample(
        "absence",
        "1 Jahr nach dem Ende",
        "INSERT INTO person (id, given, family, sort_name) VALUES ({n}, 'Mira', 'Kowalski', 'kowalski mira'); \
         INSERT INTO absence (id, person_id, from_day, until_day) VALUES ({n}, {n}, '2000-01-01', '{day}')",
        "SELECT COUNT(*) FROM absence WHERE id = {n}",
    ),
    sample(
        "session",
        "30 Tage",
        "INSERT INTO person (id, given, family, sort_name) VALUES ({n}, 'Mira', 'Kowalski', 'kowalski mira'); \
         INSERT INTO session (id, token_hash, person_id, device, created_at, seen_at, expires_at, proved_at) VALUES ({n}, 't{n}', {n}, '', {at}, {at}, {at} + 2592000000000, {at})",
        "SELECT COUNT(*) FROM session WHERE id = {n}",
    ),
    sample(
        "sign_in",
        "24 Stunden",
        "INSERT INTO sign_in (id, purpose, mail_key, token_hash, code_hash, browser_hash, next_path, created_at, expires_at) \
         VALUES ({n}, 'sign_in', 'm', 't{n}', 'c', 'b{n}', '/', {at}, {at} + 600000000)",
        "SELECT COUNT(*) FROM sign_in WHERE id = {n}",
    ),
    sample(
        "factor_try",
        "24 Stunden",
        "{person}; INSERT INTO factor_try (id, person_id, at) VALUES ({n}, {n}, {at})",
        "SELECT COUNT(*) FROM factor_try WHERE id = {n}",
    ),
    sample(
        "challenge",
        "24 Stunden",
        "INSERT INTO challenge (id, purpose, challenge_hash, browser_hash, expires_at) VALUES ({n}, 'sign_in', 'c{n}', 'b', {at} + 300000000)",
        "SELECT COUNT(*) FROM challenge WHERE id = {n}",
    ),
    sample(
        "invitation",
        INVITED,
        "{person}; INSERT INTO invitation {columns} VALUES ({n}, 't{n}', {n}, 'a@example.org', 1, {at}, NULL, NULL)",
        INVITATION,
    ),
    sample(
        "invitation",
        INVITED,
        "{person}; INSERT INTO invitation {columns} VALUES ({n}, 't{n}', {n}, 'a@example.org', 1, {late}, {at}, NULL)",
        INVITATION,
    ),
    sample(
        "invitation",
        INVITED,
        "{person}; INSERT INTO invitation {columns} VALUES ({n}, 't{n}', {n}, 'a@example.org', 1, {late}, NULL, {at})",
        INVITATION,
    ),
    sample(
        "operator",
        "3 Jahre nach dem Ende",
        "{person}; INSERT INTO operator (id, person_id, from_day, until_day) VALUES ({n}, {n}, '2000-01-01', '{day}')",
        "SELECT COUNT(*) FROM operator WHERE id = {n}",
    ),
    sample(
        "consent",
        "3 Jahre nach dem Widerruf",
        "{person}; INSERT INTO consent (id, person_id, field, audience, given_at, withdrawn_at) VALUES ({n}, {n}, 'name', 'public', 1, {at})",
        "SELECT COUNT(*) FROM consent WHERE id = {n}",
    ),
    sample("import", WEEK, IMPORT, "SELECT COUNT(*) FROM import WHERE id = {n}"),
    sample("import_letter", WEEK, IMPORT, "SELECT COUNT(*) FROM import_letter WHERE import_id = {n}"),
    sample(
        "import_row",
        "24 Stunden nach der Übernahme, sonst 7 Tage",
        TAKEN,
        "SELECT COUNT(*) FROM import_row WHERE import_id = {n}",
    ),
    sample(
        "import_made",
        "24 Stunden nach der Übernahme",
        TAKEN,
        "SELECT COUNT(*) FROM import_made WHERE import_id = {n}",
    ),
    sample(
        "handover",
        "1 Jahr nach dem Tag der Übergabe",
        "{person}; INSERT INTO organisation (id, kind, name, sort_name, from_day) VALUES ({n}, 'municipality', 'Stadt', 'stadt', '2000-01-01'); \
         INSERT INTO post (id, organisation_id, title, engagement, from_day) VALUES ({n}, {n}, 'Gleichstellungsstelle', 'full_time', '2000-01-01'); \
         INSERT INTO tenure (id, post_id, person_id, mode, from_day, until_day) VALUES ({n}, {n}, {n}, 'holder', '2000-01-01', '{day}'); \
         INSERT INTO body (id, network_id, kind, slug, name, sort_name, from_day) VALUES ({n}, {n}, 'network', 'n{n}', 'Netz', 'netz', '2000-01-01'); \
         INSERT INTO seat (id, body_id, number, kind, voice, from_day) VALUES ({n}, {n}, 1, 'personal', 'voting', '2000-01-01'); \
         INSERT INTO occupancy (id, seat_id, person_id, basis, status, from_day, until_day) VALUES ({n}, {n}, {n}, 'joined', 'confirmed', '2000-01-01', '{day}'); \
         INSERT INTO handover (id, post_id, tenure_id, leaver_id, day, state, tenure_until, entered_at) VALUES ({n}, {n}, {n}, {n}, '{day}', 'done', '9999-12-31', 1); \
         INSERT INTO handover_end (handover_id, occupancy_id, until_before) VALUES ({n}, {n}, '9999-12-31')",
        "SELECT COUNT(*) FROM handover WHERE id = {n}",
    ),
    sample(
        "join_request",
        "30 Tage nach der Entscheidung, unbestätigt 24 Stunden",
        "{body}; {person}; INSERT INTO join_request (id, body_id, token_hash, mail_key, given, family, mail, lang, state, created_at, closed_at) \
         VALUES ({n}, {n}, 't{n}', 'k', 'Jo', 'Muster', 'jo@example.org', 'de', 'refused', 1, {at}); \
         INSERT INTO join_letter (id, request_id, person_id, token_hash) VALUES ({n}, {n}, {n}, 'l{n}')",
        "SELECT COUNT(*) FROM join_request WHERE id = {n}",
    ),
    sample(
        "mail_change",
        "7 Tage",
        "{person}; INSERT INTO mail_change (id, person_id, old_mail, new_mail, token_hash, code_hash, created_at, confirmed_at) \
         VALUES ({n}, {n}, 'a@example.org', 'b@example.org', 't{n}', 'c', {at}, {at})",
        "SELECT COUNT(*) FROM mail_change WHERE id = {n}",
    ),
    sample(
        "leaving",
        "30 Tage nach dem Austritt",
        "{person}; {body}; INSERT INTO seat (id, body_id, number, kind, voice, from_day) VALUES ({n}, {n}, 1, 'personal', 'voting', '2000-01-01'); \
         INSERT INTO occupancy (id, seat_id, person_id, basis, status, from_day, until_day) VALUES ({n}, {n}, {n}, 'joined', 'confirmed', '2000-01-01', '{day}'); \
         INSERT INTO leaving (id, occupancy_id, person_id, until_day, was_until) VALUES ({n}, {n}, {n}, '{day}', '9999-12-31')",
        "SELECT COUNT(*) FROM leaving WHERE id = {n}",
    ),
    sample(
        "data_check",
        "2 Jahre",
        "{person}; {body}; INSERT INTO data_check (id, body_id, created_at, due_at) VALUES ({n}, {n}, {at}, {late}); \
         INSERT INTO data_check_link (id, check_id, person_id, token_hash, sent) VALUES ({n}, {n}, {n}, 't{n}', TRUE); \
         INSERT INTO data_check_change (id, link_id, kind, value) VALUES ({n}, {n}, 'note', 'W')",
        "SELECT COUNT(*) FROM data_check_change WHERE id = {n}",
    ),
    sample(
        "seat_letter",
        "90 Tage",
        "{person}; INSERT INTO seat_letter (id, occupancy_id, person_id, token_hash, created_at) VALUES ({n}, 1, {n}, 't{n}', {at})",
        "SELECT COUNT(*) FROM seat_letter WHERE id = {n}",
    ),
    sample(
        "task",
        "2 Jahre nach der Erledigung",
        "{body}; INSERT INTO task (id, network_id, body_id, level, title, owner_body_id, given_at, state, closed_at) VALUES ({n}, {n}, {n}, 3, 'Einladen', {n}, 1, 'done', {at})",
        "SELECT COUNT(*) FROM task WHERE id = {n}",
    ),
    sample(
        "session_note",
        "2 Jahre nach der Sitzung",
        "{body}; INSERT INTO seat (id, body_id, number, kind, voice, votes, from_day) VALUES ({n}, {n}, 1, 'personal', 'advisory', 0, '2000-01-01'); \
         INSERT INTO outside_session (id, receiver_id, network_id, body_id, title, starts_at, made_at) VALUES ({n}, {n}, {n}, {n}, 'Sitzung', {at}, 1); \
         INSERT INTO session_note (id, session_id, network_id, body_id, seat_id, text, made_at) VALUES ({n}, {n}, {n}, {n}, {n}, 'Bitte fragen', 1)",
        "SELECT COUNT(*) FROM session_note WHERE id = {n}",
    ),
    sample("meeting_invitation", AFTER_MEETING, MET, "SELECT COUNT(*) FROM meeting_invitation WHERE id = {n}"),
    sample(
        "meeting_letter",
        AFTER_MEETING,
        "{met}; INSERT INTO meeting_letter (id, meeting_id, invitation_id, kind, sequence, address, written_at) VALUES ({n}, {n}, {n}, 'invitation', 0, 'jo@example.org', 1)",
        "SELECT COUNT(*) FROM meeting_letter WHERE id = {n}",
    ),
    sample(
        "minutes_letter",
        AFTER_MEETING,
        "{met}; INSERT INTO minutes (id, meeting_id, state, made_at) VALUES ({n}, {n}, 'draft', 1); \
         INSERT INTO minutes_letter (id, minutes_id, capacity, address, written_at) VALUES ({n}, {n}, 'guest', 'jo@example.org', 1)",
        "SELECT COUNT(*) FROM minutes_letter WHERE id = {n}",
    ),
    sample("attendance", WITH_MINUTES, THERE, "SELECT COUNT(*) FROM attendance WHERE id = {n}"),
    sample("attendance_span", WITH_MINUTES, SPAN, "SELECT COUNT(*) FROM attendance_span WHERE id = {n}"),
    sample(
        "agenda_proposal",
        AFTER_MEETING,
        "{met}; INSERT INTO agenda_proposal (id, meeting_id, invitation_id, title, state, made_at) VALUES ({n}, {n}, {n}, 'Thema', 'open', 1)",
        "SELECT COUNT(*) FROM agenda_proposal WHERE id = {n}",
    ),
    sample("poll", AFTER_POLL, POLLED, "SELECT COUNT(*) FROM poll WHERE id = {n}"),
    sample("poll_date", AFTER_POLL, POLLED, "SELECT COUNT(*) FROM poll_date WHERE id = {n}"),
    sample("poll_voter", AFTER_POLL, POLLED, "SELECT COUNT(*) FROM poll_voter WHERE id = {n}"),
    sample("poll_answer", AFTER_POLL, POLLED, "SELECT COUNT(*) FROM poll_answer WHERE id = {n}"),
    sample("poll_letter", AFTER_POLL, POLLED, "SELECT COUNT(*) FROM poll_letter WHERE id = {n}"),
    sample(
        "submission",
        "1 Tag",
        "INSERT INTO submission (number, location, at) VALUES ('x{n}', '/', {at})",
        "SELECT COUNT(*) FROM submission WHERE number = 'x{n}'",
    ),
    sample(
        "secret_request",
        "1 Jahr nach dem Ergebnis",
        "{person}; {body}; {vote}; INSERT INTO secret_request (vote_id, person_id, at) VALUES ({n}, {n}, 1)",
        "SELECT COUNT(*) FROM secret_request WHERE vote_id = {n}",
    ),
    sample(
        "entitlement",
        "1 Jahr nach dem Ergebnis",
        "{person}; {body}; {vote}; INSERT INTO entitlement (id, vote_id, number, person_id, votes, reason_de, reason_en) VALUES ({n}, {n}, 1, {n}, 1, 'G', 'R'); \
         INSERT INTO cast_mark (id, vote_id, entitlement_id, person_id, way, receipt) VALUES ({n}, {n}, {n}, {n}, 'own', 'Q'); \
         INSERT INTO ballot (id, vote_id, choice) VALUES ({n}, {n}, 'yes')",
        "SELECT COUNT(*) FROM entitlement e JOIN cast_mark m ON m.entitlement_id = e.id JOIN ballot b ON b.vote_id = e.vote_id WHERE e.vote_id = {n}",
    ),
    sample(
        "proxy",
        "1 Jahr nach der Abstimmung oder Sitzung",
        "{person}; {body}; INSERT INTO seat (id, body_id, number, kind, voice, from_day) VALUES ({n}, {n}, 1, 'post', 'voting', '2000-01-01'); \
         INSERT INTO proxy (id, body_id, seat_id, person_id, holder_id, sitting_day, given_at) VALUES ({n}, {n}, {n}, {n}, {n}, '{day}', 1)",
        "SELECT COUNT(*) FROM proxy WHERE id = {n}",
    ),
];

/// The day and the moment at which a time that ends now began, and how many seconds before and after are looked at: years
/// are counted in days of the calendar.
fn begun(now: Moment, promise: &str) -> (Day, Moment, i64) {
    let ago = |seconds: i64| (now.plus_seconds(-seconds).day(), now.plus_seconds(-seconds), 3_600);
    let words: Vec<&str> = promise.split(|c: char| !c.is_alphanumeric()).collect();
    let counted = words.windows(2).find_map(|pair| Some((pair[0].parse::<i32>().ok()?, pair[1])));
    match counted {
        Some((n, unit)) if unit.starts_with("Jahr") => {
            let day = now.day().plus_months(-12 * n);
            (day, day.at(12, 0), 86_400)
        }
        Some((n, unit)) if unit.starts_with("Tag") => ago(i64::from(n) * 86_400),
        Some((n, unit)) if unit.starts_with("Stunde") => ago(i64::from(n) * 3_600),
        None if promise.starts_with("bis Ende") => ago(0),
        _ => panic!("how long is „{promise}“?"),
    }
}

fn statements(text: &str, n: i64, day: Day, at: Moment) -> Vec<String> {
    let filled = text
        .replace("{met}", MET)
        .replace("{thread}", spoken::SPOKEN)
        .replace("{person}", PERSON)
        .replace("{columns}", INVITATION_COLUMNS)
        .replace("{body}", BODY)
        .replace("{vote}", VOTE)
        .replace("{id}", &IdMaker::largest_at(at).to_string())
        .replace("{late}", &at.plus_seconds(40 * 86_400).micros().to_string())
        .replace("{at}", &at.micros().to_string())
        .replace("{day}", &day.to_string())
        .replace("{n}", &n.to_string());
    filled.split("; ").map(str::to_owned).collect()
}

fn write(fresh: &Fresh, statements: Vec<String>) {
    fresh
        .db
        .write_now(move |tx| {
            tx.silent("a test");
            statements.iter().try_for_each(|sql| tx.exec(sql, args! {}).map(drop))
        })
        .unwrap();
}

fn count(fresh: &Fresh, sql: String) -> i64 {
    fresh.db.read_now(move |c| c.count(&sql, args! {})).unwrap()
}

/// Everything the worker does once a day.
fn daily(fresh: &Fresh) {
    let day = fresh.clock.today().to_string();
    for job in site::slices(false).iter().flat_map(|slice| slice.jobs).filter(|job| job.daily_at.is_some()) {
        let day = day.clone();
        fresh.db.write_now(move |tx| (job.run)(tx, &day)).unwrap();
    }
    for night in site::NIGHTLY {
        (night.run)(&fresh.db).unwrap();
    }
}

#[test]
fn every_promise_of_the_schema_is_timeless_or_has_rows_that_keep_it() {
    let promised: BTreeSet<(&str, &str)> = migrations::COLUMNS
        .iter()
        .filter(|note| !TIMELESS.contains(&note.retention) && !note.retention.starts_with("wie "))
        .map(|note| (note.table, note.retention))
        .collect();
    let kept: BTreeSet<(&str, &str)> = samples().map(|s| (s.table, s.promise)).collect();
    assert_eq!(promised, kept, "each promise of a time needs a deed of the daily job and a sample here");
}

#[test]
fn what_promises_to_go_after_a_time_goes_then_and_not_before() {
    for sample in samples() {
        both(|fresh| {
            let (day, at, slack) = begun(fresh.clock.now(), sample.promise);
            let (old, young) = ((day, at.plus_seconds(-slack)), (day.next(), at.plus_seconds(slack)));
            write(fresh, statements(sample.made, 1, old.0, old.1));
            write(fresh, statements(sample.made, 2, young.0, young.1));
            let there = || {
                let ask = |n, (day, at): (Day, Moment)| count(fresh, statements(sample.there, n, day, at).remove(0));
                (ask(1, old), ask(2, young))
            };
            assert_eq!(there(), (1, 1), "{}: {}", sample.table, sample.promise);
            daily(fresh);
            assert_eq!(there(), (0, 1), "{}: {}: the old one goes, the young one stays", sample.table, sample.promise);
            daily(fresh);
            assert_eq!(there(), (0, 1), "{}: {}", sample.table, sample.promise);
        });
    }
}

#[test]
fn the_log_loses_its_beginning_only_as_far_as_search_has_read_it_and_counts_on() {
    both(|fresh| {
        let past = Day::literal("2020-01-01").at(12, 0);
        let event = |seq: i64, at: Moment| {
            format!(
                "INSERT INTO event (seq, at, verb, kind, subject_id, level) VALUES ({seq}, {}, 'test.done', 'test', {seq}, 0)",
                at.micros()
            )
        };
        // The clock was once set wrong: an old moment after a young one stays with its neighbours.
        let many = "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 12000) INSERT INTO event (seq, at, verb, kind, subject_id, level) SELECT x";
        let mut rows = vec![
            format!("{many}, {}, 'test.done', 'test', x, 0 FROM n", past.micros()),
            event(12_001, fresh.clock.now()),
            event(12_002, past),
        ];
        rows.push("UPDATE counter SET value = 12002 WHERE name = 'event'".to_owned());
        rows.push("UPDATE counter SET value = 11000 WHERE name = 'search'".to_owned());
        write(fresh, rows);
        let before = fresh.clock.today().plus_months(-36).at(0, 0);
        let forget = move |tx: &db::Tx<'_>| tx.forget_events(before, search::read_up_to(tx)?, 5_000);
        let gone: Vec<u64> = (0..4).map(|_| fresh.db.write_now(forget).unwrap()).collect();
        assert_eq!(gone, [5_000, 5_000, 1_000, 0]);
        let left = |fresh: &Fresh| {
            (count(fresh, "SELECT MIN(seq) FROM event".into()), count(fresh, "SELECT COUNT(*) FROM event".into()))
        };
        assert_eq!(left(fresh), (11_001, 1_002));
        // Once search has gone on, the rest follows, and nothing is missing in what stays.
        site::after_events(&fresh.db).unwrap();
        daily(fresh);
        assert_eq!(left(fresh), (12_001, 2));
        fresh
            .db
            .write_now(|tx| {
                tx.emit(kernel::Event::new("test.done", kernel::Subject::new("test", 1)));
                tx.set("x", "1")
            })
            .unwrap();
        let seqs = fresh.db.read_now(|c| Ok(db::entries_after(c, 0, 10)?.iter().map(|e| e.seq).collect::<Vec<_>>()));
        assert_eq!(seqs.unwrap(), [12_001, 12_002, 12_003]);
        site::after_events(&fresh.db).unwrap();
        assert_eq!(fresh.db.read_now(search::read_up_to).unwrap(), 12_003);
        let problems = fresh.db.read_now(|c| geflecht::commands::check::find(c, site::kinds())).unwrap();
        assert_eq!(problems, []);
        // An emptied log is in order too.
        fresh.clock.advance(4 * 366 * 86_400);
        daily(fresh);
        assert_eq!(left(fresh), (0, 0));
        let problems = fresh.db.read_now(|c| geflecht::commands::check::find(c, site::kinds())).unwrap();
        assert_eq!(problems, []);
    });
}

#[test]
fn whoever_has_a_seat_a_post_or_an_account_is_not_forgotten() {
    both(|fresh| {
        let person = |n: i64| PERSON.replace("{n}", &n.to_string());
        write(
            fresh,
            vec![
                person(1),
                person(2),
                person(3),
                person(4),
                "UPDATE person SET erased_at = 1 WHERE id = 4".to_owned(),
                "INSERT INTO account (person_id, mail, created_at) VALUES (1, 'a@example.org', 1)".to_owned(),
                "INSERT INTO body (id, network_id, kind, slug, name, sort_name, from_day) VALUES (50, 50, 'network', 'netz', 'Netz', 'netz', '2000-01-01')".to_owned(),
                "INSERT INTO seat (id, body_id, number, kind, voice, from_day) VALUES (60, 50, 1, 'personal', 'voting', '2000-01-01')".to_owned(),
                "INSERT INTO occupancy (id, seat_id, person_id, basis, status, from_day, until_day) VALUES (70, 60, 2, 'joined', 'confirmed', '2000-01-01', '2001-01-01')".to_owned(),
            ],
        );
        daily(fresh);
        let left = fresh.db.read_now(|c| c.all("SELECT id FROM person ORDER BY id", args! {}, |r| r.get::<i64>(0)));
        assert_eq!(left.unwrap(), [1, 2, 4], "only of the third there is nothing to keep");
        let told = fresh.db.read_now(|c| {
            Ok(db::entries_after(c, 0, 10)?.into_iter().map(|e| (e.verb, e.subject)).collect::<Vec<_>>())
        });
        assert_eq!(told.unwrap(), [("person.forgotten".to_owned(), 3)]);
    });
}

/// What a log of the program would hold.
#[derive(Clone, Default)]
struct Told(std::sync::Arc<std::sync::Mutex<Vec<u8>>>);

impl std::io::Write for Told {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn the_daily_look_for_seats_nobody_handed_over_logs_a_number_and_no_name() {
    both(|fresh| {
        write(
            fresh,
            vec![
                PERSON.replace("{n}", "20"),
                "INSERT INTO organisation (id, kind, name, sort_name, from_day) VALUES (10, 'municipality', 'Stadt', 'stadt', '2000-01-01')".to_owned(),
                "INSERT INTO post (id, organisation_id, title, engagement, from_day) VALUES (30, 10, 'Gleichstellungsstelle', 'full_time', '2000-01-01')".to_owned(),
                "INSERT INTO tenure (id, post_id, person_id, mode, from_day, until_day) VALUES (40, 30, 20, 'holder', '2020-01-01', '2026-12-31')".to_owned(),
                "INSERT INTO body (id, network_id, kind, slug, name, sort_name, from_day) VALUES (50, 50, 'network', 'netz', 'Netz', 'netz', '2000-01-01')".to_owned(),
                "INSERT INTO seat (id, body_id, number, kind, voice, eligibility, from_day) VALUES (60, 50, 1, 'elected', 'voting', 'post', '2000-01-01')".to_owned(),
                "INSERT INTO occupancy (id, seat_id, person_id, eligible_post_id, basis, status, from_day) VALUES (70, 60, 20, 30, 'election', 'confirmed', '2024-01-01')".to_owned(),
            ],
        );
        let look = || {
            let told = Told::default();
            let writer = told.clone();
            let day = fresh.clock.today().to_string();
            let slices = site::slices(false);
            let job = *slices.iter().flat_map(|s| s.jobs).find(|job| job.name == "networks.handovers").unwrap();
            fresh
                .db
                .write_now(move |tx| {
                    let log = tracing_subscriber::fmt()
                        .without_time()
                        .with_ansi(false)
                        .with_writer(move || writer.clone())
                        .finish();
                    tracing::subscriber::with_default(log, || (job.run)(tx, &day))
                })
                .unwrap();
            String::from_utf8(told.0.lock().unwrap().clone()).unwrap()
        };
        assert_eq!(look(), "", "nothing is wrong yet, and nothing is said");
        // The tenure is over by the calendar alone.
        fresh.clock.set(Day::literal("2027-01-15").at(12, 0));
        let said = look();
        assert!(said.contains("seats=1") && !said.contains("Kowalski") && !said.contains("60"), "{said}");
    });
}
