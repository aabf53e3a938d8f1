//! Date polls through the router: days, holidays beside them, answers by link, and the meeting that comes of it.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

#[path = "../../networks/tests/common/mod.rs"]
mod common;
#[path = "../../networks/tests/house/mod.rs"]
mod house;
mod support;

use common::{day, operate};
use db::args;
use house::{House, Seen};
use kernel::Id;
use meetings::{Poll, PollDate};
use networks::Body;
use people::NewTenure;
use support::{AGENDA_MAIL, account, all, at, count, daily, elected_in_person, invites, plans, subjects, three_weeks};

/// The Wednesday of a normal week, Good Friday, a Saturday in the holidays.
const DATES: &str = "17.3.2027\n26.3.2027 14:00\n2027-03-27 9";

fn form<'a>(more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut all = vec![
        ("title", "Frühjahrstreffen"),
        ("dates", DATES),
        ("hour", "10:00"),
        ("length", "120"),
        ("answer_until", "2027-02-10"),
        ("place", "Haus Löwenstein"),
        ("online", ""),
        ("note", "Mit Imbiss"),
    ];
    for (name, value) in more {
        all.iter_mut().find(|(n, _)| n == name).unwrap().1 = value;
    }
    all
}

fn new(body: Id<Body>) -> String {
    format!("/gremien/{body}/terminabstimmung/neu")
}

#[track_caller]
fn drafts(h: &House, body: Id<Body>, more: &[(&str, &str)]) -> Id<Poll> {
    let done = h.post(h.w.kora, &new(body), &form(more));
    done.is(303).location().rsplit('/').next().unwrap().parse().unwrap()
}

fn page(poll: Id<Poll>) -> String {
    format!("/terminabstimmungen/{poll}")
}

#[track_caller]
fn asks(h: &House, poll: Id<Poll>) {
    h.post(h.w.kora, &page(poll), &[("tat", "fragen")]).is(303);
}

fn dates(h: &House, poll: Id<Poll>) -> Vec<PollDate> {
    h.fresh.db.read_now(move |c| meetings::list_dates(c, poll)).unwrap()
}

/// Where the newest letter to an address leads.
#[track_caller]
fn link(h: &House, to: &str) -> String {
    let text = h.letters(to).pop().unwrap_or_else(|| panic!("no letter to {to}")).1;
    text.split("http://localhost:8080").nth(1).unwrap().split(['\n', ' ']).next().unwrap().to_owned()
}

/// Answers by a link, one word for each day.
fn by_link(h: &House, link: &str, poll: Id<Poll>, words: &[&str]) -> Seen {
    let fields: Vec<(String, &str)> =
        dates(h, poll).iter().zip(words).map(|(d, word)| (format!("t{}", d.id), *word)).collect();
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, w)| (n.as_str(), *w)).collect();
    h.send(None, link, &fields)
}

fn picks(h: &House, answer: &'static str) -> i64 {
    h.fresh
        .db
        .read_now(move |c| c.count("SELECT COUNT(*) FROM poll_answer WHERE answer = :a", args! { a: answer }))
        .unwrap()
}

#[test]
fn n1_1_days_are_put_together_with_holidays_and_other_meetings_beside_them() {
    for h in all() {
        let w = h.w;
        let other = plans(&h, w.rag, "2027-03-17", &[("title", "Klausurtag")]);
        h.get(Some(w.kora), &format!("/termine/{other}/einladung")).hides(&["An diesem Tag ist auch"]);
        invites(&h, other);
        h.get(Some(w.kora), &support::list(w.rag)).says(&["Termin abstimmen"]);
        h.get(Some(w.kora), &new(w.rag)).is(200).says(&["Klausurtag"]);
        // Whoever invites reads the same about the day of a meeting.
        let holiday = plans(&h, w.rag, "2027-05-06", &[("title", "Ausflug")]);
        h.get(Some(w.kora), &format!("/termine/{holiday}/einladung"))
            .says(&["An diesem Tag ist auch", "Christi Himmelfahrt"]);
        for who in [w.dora, w.nora] {
            h.get(Some(who), &new(w.rag)).is(403);
            h.post(who, &new(w.rag), &form(&[])).is(403);
        }
        // What is wrong stands beside its field, and what was typed stays.
        let wrong = h.post(w.kora, &new(w.rag), &form(&[("dates", "17.3.2027\nmorgen"), ("title", "")]));
        wrong.is(422).says(&["„morgen“ ist kein Tag", "Bitte geben Sie einen Titel an.", "Mit Imbiss"]);
        h.post(w.kora, &new(w.rag), &form(&[("dates", "1.1.2020")])).is(422).says(&["liegt schon zurück"]);
        h.post(w.kora, &new(w.rag), &form(&[("dates", "1.2.2027\n1.2.2027")])).is(422).says(&["steht schon zur Wahl"]);
        let many: String = (1..=25).map(|n| format!("{n}.1.2027\n")).collect();
        h.post(w.kora, &new(w.rag), &form(&[("dates", &many)])).is(422).says(&["Höchstens 20 Termine"]);
        h.post(w.kora, &new(w.rag), &form(&[("answer_until", "2020-01-01")])).is(422);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM poll"), 0);
        let poll = drafts(&h, w.rag, &[]);
        h.get(Some(w.kora), &page(poll)).is(200).says(&[
            "Noch ist niemand gefragt.",
            "Mittwoch, 17. März 2027, 10 Uhr",
            "10 Uhr Klausurtag, ",
            "der Eingeladenen)",
            "Freitag, 26. März 2027, 14 Uhr",
            "Karfreitag",
            "Osterferien in NRW",
            "Samstag, 27. März 2027, 9 Uhr",
            "Wochenende",
            "Jetzt 4 Personen fragen",
            "Dora Dahlke",
        ]);
        assert!(h.all_letters().iter().all(|(_, subject, _)| subject.contains("] Einladung: ")), "nobody is asked yet");
        // Nobody else has a part in a draft.
        for who in [w.nora, w.dora] {
            h.get(Some(who), &page(poll)).is(404);
            h.post(who, &page(poll), &[("tat", "fragen")]).is(404);
        }
        h.get(Some(w.kora), &support::list(w.rag)).says(&["Frühjahrstreffen", "in Vorbereitung"]);
        h.get(Some(w.dora), &support::list(w.rag)).hides(&["Frühjahrstreffen"]);
        // A day is struck, another one added, and the rest changed.
        let there = dates(&h, poll);
        h.post(w.kora, &page(poll), &[("tat", "streichen"), ("termin", &there[2].id.to_string())]).is(303);
        h.post(w.kora, &page(poll), &[("tat", "streichen"), ("termin", "1")]).is(404);
        h.post(w.kora, &page(poll), &[("tat", "dazu"), ("day", "2027-04-14"), ("hour", "9:30")]).is(303);
        h.post(w.kora, &page(poll), &[("tat", "dazu"), ("day", "2027-04-14"), ("hour", "9:30")]).is(422);
        h.post(w.kora, &page(poll), &[("tat", "dazu"), ("day", ""), ("hour", "9:30")]).is(422);
        h.get(Some(w.kora), &page(poll)).says(&["Mittwoch, 14. April 2027, 9:30 Uhr"]).hides(&["Samstag, 27. März"]);
        let edit = format!("{}/aendern", page(poll));
        let version = h.get(Some(w.kora), &edit).html;
        let version = version.split("name=\"version\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let mut changed = form(&[("title", "Sommertreffen")]);
        changed.push(("version", &version));
        h.post(w.dora, &edit, &changed).is(404);
        h.post(w.kora, &edit, &changed).is(303);
        h.post(w.kora, &edit, &changed).is(409);
        asks(&h, poll);
        h.post(w.kora, &page(poll), &[("tat", "dazu"), ("day", "2027-05-05"), ("hour", "9:30")]).is(422);
        h.post(w.kora, &page(poll), &[("tat", "fragen")]).is(422);
        assert_eq!(subjects(&h, "dora@example.org").last().unwrap(), "[Regionale AG] Terminabstimmung: Sommertreffen");
    }
}

#[test]
fn n1_1_members_answer_by_link_and_the_best_day_becomes_the_meeting() {
    for h in all() {
        let w = h.w;
        let poll = drafts(&h, w.rag, &[]);
        asks(&h, poll);
        let text = h.letters("dora@example.org").pop().unwrap().1;
        for words in ["Frühjahrstreffen", "Mittwoch, 17. März 2027, 10 Uhr", "10. Februar 2027", "Mit Imbiss"] {
            assert!(text.contains(words), "{words} is missing in {text}");
        }
        let there = link(&h, "dora@example.org");
        let (before, events) = (count(&h, "SELECT COUNT(*) FROM event"), "SELECT COUNT(*) FROM event");
        let seen = h.get(None, &there);
        seen.is(200).says(&["Frühjahrstreffen", "Wann können Sie?", "Wenn nötig", "Karfreitag", "Antwort senden"]);
        // Others are no business of whoever has the link, and no answer is filled in beforehand.
        seen.hides(&["Anna Albers", "Kora Krings", " checked", "Osterferien in NRW · Osterferien"]);
        assert_eq!(count(&h, events), before, "opening changes nothing");
        by_link(&h, &there, poll, &["ja", "nein"]).is(422).says(&["Bitte antworten Sie zu jedem Termin."]);
        by_link(&h, &there, poll, &["ja", "nein", "vielleicht"]).is(422);
        by_link(&h, &there, poll, &["ja", "nein", "notfalls"]).is(303);
        assert_eq!((picks(&h, "yes"), picks(&h, "maybe"), picks(&h, "no")), (1, 1, 1));
        h.get(None, &there).says(&["Danke, Ihre Antwort ist da."]);
        by_link(&h, &link(&h, "anna@example.org"), poll, &["notfalls", "nein", "ja"]).is(303);
        by_link(&h, &link(&h, AGENDA_MAIL), poll, &["ja", "nein", "nein"]).is(303);
        // On the page, where she sees how the others can; from there it counts at once.
        h.get(Some(w.kora), "/termine").says(&["Wann können Sie? Frühjahrstreffen", "Antwort bis 10. Februar 2027"]);
        let own: Vec<(String, &str)> =
            dates(&h, poll).iter().zip(["ja", "ja", "nein"]).map(|(d, word)| (format!("t{}", d.id), word)).collect();
        let mut own: Vec<(&str, &str)> = own.iter().map(|(n, word)| (n.as_str(), *word)).collect();
        own.push(("tat", "antworten"));
        h.post(w.kora, &page(poll), &own).is(303);
        h.get(Some(w.kora), "/termine").hides(&["Wann können Sie?"]);
        h.post(w.nora, &page(poll), &own).is(404);
        let shown = h.get(Some(w.dora), &page(poll));
        shown.is(200).says(&[
            "4 von 4 haben geantwortet.",
            "Am besten passt Mittwoch, 17. März 2027, 10 Uhr. Ja: 3, wenn nötig: 1, nein: 0.",
            "Anna Albers",
            "passt am besten",
        ]);
        shown.hides(&["value=\"nehmen\""]);
        let best = dates(&h, poll)[0].id.to_string();
        h.post(w.dora, &page(poll), &[("tat", "nehmen"), ("termin", &best)]).is(403);
        h.post(w.kora, &page(poll), &[("tat", "nehmen"), ("termin", "1")]).is(404);
        // One button, and the invitation goes its usual way.
        let letters = h.all_letters().len();
        let done = h.post(w.kora, &page(poll), &[("tat", "nehmen"), ("termin", &best)]);
        let invitation = done.is(303).location().to_owned();
        assert!(invitation.ends_with("/einladung"), "{invitation}");
        assert_eq!(h.all_letters().len(), letters, "nobody is invited before somebody checked");
        h.get(Some(w.kora), &invitation).says(&["Jetzt 4 Einladungen senden"]);
        h.post(w.kora, &invitation, &[("tat", "einladen")]).is(303);
        assert_eq!(subjects(&h, "dora@example.org").last().unwrap(), "[Regionale AG] Einladung: Frühjahrstreffen");
        let meeting = invitation.trim_end_matches("/einladung");
        h.get(Some(w.dora), meeting).says(&[
            "Mittwoch, 17. März 2027, 10 Uhr bis 12 Uhr",
            "Haus Löwenstein",
            "Mit Imbiss",
        ]);
        h.get(Some(w.dora), &page(poll)).says(&["Der Termin steht fest.", "Zum Termin"]);
        // It is over: no link answers any more, and nothing is settled twice.
        h.get(None, &there).is(410);
        by_link(&h, &there, poll, &["ja", "ja", "ja"]).is(410);
        h.post(w.kora, &page(poll), &[("tat", "nehmen"), ("termin", &best)]).is(422);
        h.post(w.kora, &page(poll), &own).is(422);
        h.get(None, &format!("/terminabstimmung/{}", "a".repeat(64))).is(410);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM event WHERE verb = 'poll.answered' AND level < 5"), 0);
    }
}

#[test]
fn a_scanner_that_opens_and_sends_everything_chooses_no_day_and_the_person_is_asked() {
    for h in all() {
        let w = h.w;
        let poll = drafts(&h, w.rag, &[]);
        asks(&h, poll);
        let there = link(&h, "dora@example.org");
        for _ in 0..3 {
            h.get(None, &there).is(200);
            h.send(None, &there, &[]).is(422);
        }
        // One that fills the form, now so, now so.
        for words in [["ja", "ja", "ja"], ["nein", "nein", "nein"], ["ja", "ja", "ja"], ["notfalls", "ja", "nein"]] {
            by_link(&h, &there, poll, &words).is(303);
            h.fresh.clock.advance(2);
        }
        assert_eq!(count(&h, "SELECT COUNT(*) FROM poll_answer"), 0, "none of it counts");
        assert_eq!(
            subjects(&h, "dora@example.org"),
            [
                "[Regionale AG] Terminabstimmung: Frühjahrstreffen",
                "[Regionale AG] Bitte antworten Sie noch einmal: Frühjahrstreffen"
            ]
        );
        h.get(None, &there).says(&["Keine davon zählt."]);
        h.get(Some(w.dora), &page(poll)).says(&["widersprechen sich"]);
        h.fresh.clock.advance(60);
        by_link(&h, &there, poll, &["ja", "nein", "nein"]).is(303);
        assert_eq!(picks(&h, "yes"), 1);
        // The same again is no contradiction, and a minute later she may think again.
        by_link(&h, &there, poll, &["ja", "nein", "nein"]).is(303);
        h.fresh.clock.advance(60);
        by_link(&h, &there, poll, &["nein", "nein", "nein"]).is(303);
        assert_eq!((picks(&h, "yes"), picks(&h, "no")), (0, 3));
    }
}

#[test]
fn a_successor_in_between_is_asked_and_the_predecessors_answer_no_longer_counts() {
    for h in all() {
        let w = h.w;
        let poll = drafts(&h, w.rag, &[]);
        asks(&h, poll);
        let hers = link(&h, "dora@example.org");
        by_link(&h, &hers, poll, &["ja", "ja", "ja"]).is(303);
        h.get(Some(w.kora), &page(poll)).says(&["Ja: 1, wenn nötig: 0, nein: 0."]);
        support::account(&h, w.nora, "nora@example.org");
        operate(&h.fresh, move |tx, op| {
            people::end_tenure(tx, op, w.tenure_dora, day("2026-12-01"))?;
            people::appoint(tx, op, &NewTenure::holder(w.post_dueren, w.nora, day("2026-12-01"))).map(drop)
        })
        .unwrap();
        let before = h.all_letters().len();
        daily(&h, "polls.follow", "2026-11-30");
        assert_eq!(h.all_letters().len(), before);
        daily(&h, "polls.follow", "2026-12-01");
        assert_eq!(subjects(&h, "nora@example.org"), ["[Regionale AG] Terminabstimmung: Frühjahrstreffen"]);
        h.get(None, &hers).is(410);
        by_link(&h, &hers, poll, &["nein", "nein", "nein"]).is(410);
        h.get(Some(w.kora), &page(poll))
            .hides(&["Am besten passt", "Dora Dahlke"])
            .says(&["0 von 4 haben geantwortet."]);
        h.get(Some(w.dora), &page(poll)).is(404);
        by_link(&h, &link(&h, "nora@example.org"), poll, &["nein", "ja", "nein"]).is(303);
        h.get(Some(w.kora), &page(poll)).says(&["Am besten passt Freitag, 26. März 2027, 14 Uhr. Ja: 1"]);
    }
}

#[test]
fn days_are_taken_as_the_program_prints_them() {
    for h in all() {
        let w = h.w;
        let printed = "Mi, 17. März 2027, 10 Uhr\nFreitag, 26. März 2027 14:00\nSat, 27 Mar 2027, 9 am";
        let more = [("dates", printed), ("answer_until", "Mi, 10. Feb. 2027"), ("hour", "10 Uhr")];
        let poll = drafts(&h, w.rag, &more);
        let usual = drafts(&h, w.rag, &[]);
        let of = |poll| dates(&h, poll).iter().map(|date| date.starts_at).collect::<Vec<_>>();
        assert_eq!(of(poll), of(usual));
        let until = "SELECT COUNT(*) FROM poll WHERE answer_until = '2027-02-10'";
        assert_eq!(count(&h, until), 2);
        // A day that is another day of the week was not meant so.
        for (line, why) in [
            ("Di, 17. März 2027", "Der 17. März 2027 ist ein Mittwoch. Bitte prüfen Sie Tag und Wochentag."),
            ("30. Februar 2027", "Diesen Tag gibt es im Kalender nicht."),
            ("17. März 2027 25 Uhr", "ist kein Tag. Schreiben Sie so"),
        ] {
            h.post(w.kora, &new(w.rag), &form(&[("dates", line)])).is(422).says(&[line, why]);
        }
        h.post(w.kora, &new(w.rag), &form(&[("answer_until", "Di, 10. Februar 2027")]))
            .is(422)
            .says(&["Der 10. Februar 2027 ist ein Mittwoch."]);
    }
}

#[test]
fn an_answer_after_its_day_is_taken_and_marked_and_the_silent_are_reminded_once() {
    for h in all() {
        let w = h.w;
        let poll = drafts(&h, w.rag, &[]);
        asks(&h, poll);
        by_link(&h, &link(&h, "anna@example.org"), poll, &["ja", "ja", "ja"]).is(303);
        let before = h.all_letters().len();
        daily(&h, "polls.remind", "2027-02-07");
        assert_eq!(h.all_letters().len(), before);
        daily(&h, "polls.remind", "2027-02-08");
        daily(&h, "polls.remind", "2027-02-09");
        assert_eq!(h.all_letters().len(), before + 3);
        assert_eq!(
            subjects(&h, "dora@example.org").last().unwrap(),
            "[Regionale AG] Ihre Antwort fehlt: Frühjahrstreffen"
        );
        at(&h, "2027-02-11", 9);
        let there = link(&h, "dora@example.org");
        h.get(None, &there).says(&["Die Frist war 10. Februar 2027. Ihre Antwort wird trotzdem angenommen."]);
        by_link(&h, &there, poll, &["ja", "nein", "nein"]).is(303);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM poll_voter WHERE late"), 1);
        h.get(Some(w.dora), &page(poll)).says(&["Ihre Antwort kam nach der Frist."]);
        // Whoever reminds sees first to whom it goes, and when it went last.
        let remind = format!("{}/erinnern", page(poll));
        h.get(Some(w.kora), &page(poll)).says(&[&remind, "2 Personen erinnern"]);
        h.get(Some(w.dora), &page(poll)).hides(&[&remind]);
        for refused in [h.get(Some(w.dora), &remind), h.post(w.dora, &remind, &[])] {
            refused.is(403);
        }
        h.get(Some(w.nora), &remind).is(404);
        h.get(Some(w.kora), &remind)
            .is(200)
            .says(&["2 E-Mails gehen hinaus, an:", "Zuletzt erinnert: Montag, 8. Februar 2027, 8 Uhr."])
            .hides(&["Dora Dahlke", "Anna Albers"]);
        assert_eq!(h.all_letters().len(), before + 3, "looking sends nothing");
        h.post(w.kora, &remind, &[]).is(303);
        assert_eq!(h.all_letters().len(), before + 3 + 2);
        // A day that passed cannot be taken.
        at(&h, "2027-03-20", 9);
        let first = dates(&h, poll)[0].id.to_string();
        h.post(w.kora, &page(poll), &[("tat", "nehmen"), ("termin", &first)]).is(422).says(&["liegt schon zurück"]);
        // Given up, everybody is told.
        let drop = format!("{}/aufgeben", page(poll));
        h.get(Some(w.dora), &drop).is(403);
        h.post(w.dora, &drop, &[]).is(403);
        h.get(Some(w.kora), &drop).is(200).says(&["4 E-Mails gehen hinaus, an:", "Dora Dahlke", "Jetzt aufgeben"]);
        h.get(Some(w.kora), &page(poll)).says(&["Zur Wahl", &drop]).hides(&["wurde aufgegeben"]);
        h.post(w.kora, &drop, &[]).is(303);
        assert_eq!(
            subjects(&h, "anna@example.org").last().unwrap(),
            "[Regionale AG] Kein Termin mehr gesucht: Frühjahrstreffen"
        );
        h.get(None, &there).is(410);
        h.get(Some(w.kora), &page(poll)).says(&["wurde aufgegeben"]).hides(&[&drop, &remind]);
        h.post(w.kora, &drop, &[]).is(422).says(&["Diese Terminabstimmung ist schon beendet."]);
        h.post(w.kora, &remind, &[]).is(422);
        // Two years later nothing of it is left.
        daily(&h, "meetings.cleanup", "2029-04-01");
        for table in [
            "SELECT COUNT(*) FROM poll",
            "SELECT COUNT(*) FROM poll_date",
            "SELECT COUNT(*) FROM poll_voter",
            "SELECT COUNT(*) FROM poll_answer",
            "SELECT COUNT(*) FROM poll_letter",
        ] {
            assert_eq!(count(&h, table), 0, "{table}");
        }
    }
}

#[test]
fn n8_4_a_sensitive_network_asks_for_days_and_says_nothing_else() {
    for h in all() {
        let w = h.w;
        account(&h, w.quinn, "quinn@example.org");
        let poll = drafts(&h, w.kept, &[("title", "Austausch CSD")]);
        asks(&h, poll);
        for (_, subject, text) in h.all_letters() {
            assert_eq!(subject, "Ein Termin wird gesucht");
            assert!(text.contains("17. März 2027, 10 Uhr"), "{text}");
            for word in ["Austausch", "CSD", "LSBTIQ", "Löwenstein", "Imbiss"] {
                assert!(!text.contains(word), "{word} stands in {text}");
            }
        }
        let there = link(&h, "quinn@example.org");
        h.get(None, &there).is(200).says(&["Ein Termin wird gesucht"]).hides(&[
            "Austausch CSD",
            "LSBTIQ",
            "Löwenstein",
            "Imbiss",
        ]);
        by_link(&h, &there, poll, &["ja", "nein", "nein"]).is(303);
        for who in [w.dora, w.nora, w.olga] {
            h.get(Some(who), &page(poll)).is(404);
        }
        h.get(Some(w.quinn), &page(poll)).is(200).says(&["Austausch CSD"]);
        h.get(None, &page(poll)).is(303);
        // Who meets there is not counted elsewhere, not even as a number.
        let meeting = plans(&h, w.kept, "2027-03-17", &[("title", "Kreis")]);
        invites(&h, meeting);
        let other = drafts(&h, w.rag, &[]);
        h.get(Some(w.kora), &page(other)).is(200).hides(&["Kreis,"]);
    }
}

#[test]
fn n1_1_as_many_are_asked_as_the_button_says_and_who_has_no_address_is_marked() {
    for h in all() {
        let w = h.w;
        elected_in_person(&h);
        let poll = drafts(&h, w.gma, &[]);
        let seen = h.get(Some(w.kora), &page(poll));
        seen.is(200).says(&["<li>Nora Neu</li>", "Eine Person hat keine E-Mail-Adresse.", "Jetzt 2 Personen fragen"]);
        let olga = seen.html.split("<li>Olga Offer").nth(1).unwrap().split("</li>").next().unwrap();
        assert!(olga.contains("ohne E-Mail-Adresse"), "{olga}");
        asks(&h, poll);
        assert_eq!(h.all_letters().len(), 2);
        // The letter says where, how long and what else is on each day.
        let text = h.letters("nora.neu@eschweiler.example.org").pop().unwrap().1;
        for words in [
            "Wo: Haus Löwenstein",
            "- Mittwoch, 17. März 2027, 10 Uhr bis 12 Uhr\n",
            "- Freitag, 26. März 2027, 14 Uhr bis 16 Uhr (Karfreitag, Osterferien in NRW)\n",
            "weil Sie nach einem Termin gefragt werden.",
        ] {
            assert!(text.contains(words), "{words} is missing in {text}");
        }
        h.get(Some(w.kora), &page(poll)).says(&["3 Antworten fehlen noch", "2 Personen erinnern"]);
        // Once she can be written to she is asked.
        account(&h, w.olga, "olga@example.org");
        daily(&h, "polls.follow", "2026-11-24");
        daily(&h, "polls.follow", "2026-11-25");
        assert_eq!(subjects(&h, "olga@example.org").len(), 1);
        // A link of a poll that is over names the day that was fixed.
        let (there, first) = (link(&h, "olga@example.org"), dates(&h, poll)[0].id.to_string());
        h.post(w.kora, &page(poll), &[("tat", "nehmen"), ("termin", &first)]).is(303);
        h.get(None, &there).is(410).says(&[
            "Der Termin steht fest: Mittwoch, 17. März 2027, 10 Uhr bis 12 Uhr.",
            "Einen neuen schickt Ihnen, wer Ihnen geschrieben hat.",
            "/anmelden",
        ]);
        let meeting = count(&h, "SELECT MAX(id) FROM meeting");
        h.post(w.kora, &format!("/termine/{meeting}/absagen"), &[("reason", "Sturm")]).is(303);
        h.get(None, &there).is(410).hides(&["17. März"]);
    }
}

#[test]
fn n2_8_days_too_near_for_the_notice_are_marked_before_anybody_is_asked() {
    for h in all() {
        let w = h.w;
        h.get(Some(w.kora), &new(w.rag)).hides(&["fristgerecht"]);
        three_weeks(&h, "council");
        h.get(Some(w.kora), &new(w.rag)).says(&["Laden Sie am Donnerstag, 3. Dezember 2026 ein, ist ein Termin ab "]);
        // Three weeks and whole free days before: 17 November, 2 and 23 February.
        let poll = drafts(&h, w.rag, &[("dates", "9.12.2026\n24.2.2027\n17.3.2027")]);
        let says = [
            "Nicht fristgerecht: Der letzte Tag für die Einladung war Dienstag, 17. November 2026.",
            "Die Einladung muss bis Dienstag, 2. Februar 2027 hinausgehen, noch bevor alle antworten konnten.",
        ];
        h.get(Some(w.kora), &page(poll)).says(&says).hides(&["23. Februar"]);
        asks(&h, poll);
        h.get(Some(w.kora), &page(poll)).says(&says);
        // Those who are asked have nothing to do with it.
        h.get(Some(w.dora), &page(poll)).is(200).hides(&["fristgerecht", "Die Einladung muss"]);
    }
}
