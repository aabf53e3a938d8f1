//! Series through the router: a rule, its days across both changes of the clock, hosts in turn, exceptions.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

#[path = "../../networks/tests/common/mod.rs"]
mod common;
#[path = "../../networks/tests/house/mod.rs"]
mod house;
mod support;

use db::args;
use house::House;
use kernel::{Id, Moment};
use meetings::Series;
use networks::Body;
use support::{all, at, count, invites};

fn form<'a>(more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut all = vec![
        ("title", "Netzwerktreffen"),
        ("rhythm", "m3"),
        ("nth", "2"),
        ("weekday", "1"),
        ("weeks", ""),
        ("first_day", "2026-12-01"),
        ("hour", "10:00"),
        ("length", "120"),
        ("hosts", "Stadt Düren; Rathaus, Raum 1\nStadt Eschweiler\nStadt Aachen; Haus Löwenstein"),
        ("agenda", "20 Begrüßung\n60 Forum: Neues aus den Kommunen\nVerschiedenes"),
        ("online", ""),
        ("level", "2"),
        ("note", ""),
    ];
    for (name, value) in more {
        all.iter_mut().find(|(n, _)| n == name).unwrap().1 = value;
    }
    all
}

fn new(body: Id<Body>) -> String {
    format!("/gremien/{body}/terminreihen/neu")
}

#[track_caller]
fn plans(h: &House, more: &[(&str, &str)]) -> (Id<Series>, String) {
    let done = h.post(h.w.kora, &new(h.w.rag), &form(more));
    let page = done.is(303).location().to_owned();
    (page.rsplit('/').next().unwrap().parse().unwrap(), page)
}

fn begins(h: &House) -> Vec<String> {
    let read =
        |c: &db::Conn| c.all("SELECT starts_at FROM meeting ORDER BY starts_at", args! {}, |r| r.get::<Moment>(0));
    h.fresh.db.read_now(read).unwrap().into_iter().map(|m| m.local().strftime("%F %H:%M").to_string()).collect()
}

fn places(h: &House) -> Vec<String> {
    let read = |c: &db::Conn| c.all("SELECT place FROM meeting ORDER BY starts_at", args! {}, |r| r.get::<String>(0));
    h.fresh.db.read_now(read).unwrap()
}

#[test]
fn n1_1_four_dates_of_the_year_are_set_down_by_a_rule_with_hosts_in_turn() {
    for h in all() {
        let w = h.w;
        h.get(Some(w.kora), &format!("/gremien/{}/terminreihen", w.rag)).is(200).says(&["Noch keine Terminreihe."]);
        for who in [w.dora, w.nora] {
            h.get(Some(who), &new(w.rag)).is(403);
            h.post(who, &new(w.rag), &form(&[])).is(403);
        }
        let (series, page) = plans(&h, &[]);
        let seen = h.get(Some(w.kora), &page);
        seen.is(200).says(&[
            "alle 3 Monate am zweiten Dienstag",
            "Als Nächstes ist an der Reihe: Stadt Düren. Bisher fand dort noch kein Treffen statt.",
            "Dienstag, 8. Dezember 2026, 10 Uhr",
            "Dienstag, 9. März 2027, 10 Uhr",
            "Dienstag, 8. Juni 2027, 10 Uhr",
            "Dienstag, 14. September 2027, 10 Uhr",
        ]);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM meeting"), 0, "a rule alone sets nothing down");
        h.get(Some(w.dora), &page).is(200).hides(&["value=\"anlegen\""]);
        h.get(Some(w.nora), &page).is(404);
        h.get(None, &page).is(303);
        // Three of four; the one in September is left out, Aachen and Eschweiler change places.
        let hosts = |name: &str| {
            let name = name.to_owned();
            h.fresh
                .db
                .read_now(move |c| c.count("SELECT id FROM series_host WHERE name = :name", args! { name: name }))
                .unwrap()
                .to_string()
        };
        let (aachen, eschweiler, duren) = (hosts("Stadt Aachen"), hosts("Stadt Eschweiler"), hosts("Stadt Düren"));
        let mut fields = vec![("tat", "anlegen")];
        for day in ["2026-12-08", "2027-03-09", "2027-06-08", "2027-09-14"] {
            fields.push(("angeboten", day));
        }
        for day in ["2026-12-08", "2027-03-09", "2027-06-08"] {
            fields.push(("tag", day));
        }
        fields.extend([("g2026-12-08", duren.as_str()), ("g2027-03-09", &aachen), ("g2027-06-08", &eschweiler)]);
        h.post(w.dora, &page, &fields).is(403);
        h.post(w.kora, &page, &fields).is(303);
        assert_eq!(begins(&h), ["2026-12-08 10:00", "2027-03-09 10:00", "2027-06-08 10:00"]);
        assert_eq!(places(&h), ["Stadt Düren, Rathaus, Raum 1", "Stadt Aachen, Haus Löwenstein", "Stadt Eschweiler"]);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM agenda_item"), 9);
        assert!(h.all_letters().is_empty(), "nobody is invited yet");
        // Sent once more nothing comes of it.
        h.post(w.kora, &page, &fields).is(422).says(&["gibt es schon einen Termin"]);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM meeting"), 3);
        h.get(Some(w.dora), &page).says(&[
            "14. September 2027",
            "fällt aus",
            "Als Nächstes ist an der Reihe: Stadt Düren. Zuletzt war das am 8. Dezember 2026.",
        ]);
        // Moved and left out after all; the invitation goes its usual way.
        let meeting =
            h.fresh.db.read_now(|c| c.count("SELECT id FROM meeting ORDER BY starts_at LIMIT 1", args! {})).unwrap();
        invites(&h, Id::new(meeting));
        h.get(Some(w.dora), &format!("/termine/{meeting}")).says(&[
            "Terminreihe",
            &page,
            "Forum: Neues aus den Kommunen",
        ]);
        let mut moved = support::fields("Netzwerktreffen", "2026-12-15", &[]);
        let version = h.get(Some(w.kora), &format!("/termine/{meeting}/aendern")).html;
        let version = version.split("name=\"version\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        moved.push(("version", &version));
        h.post(w.kora, &format!("/termine/{meeting}/aendern"), &moved).is(303);
        h.get(Some(w.kora), &page).says(&["verlegt auf 15. Dezember 2026", "Doch anlegen"]);
        h.post(w.kora, &page, &[("tat", "doch"), ("tag", "2027-09-14")]).is(303);
        h.get(Some(w.kora), &page).hides(&["fällt aus"]);
        assert_eq!(begins(&h).last().unwrap(), "2027-09-14 10:00");
        // Not by the rule.
        h.post(w.kora, &page, &[("tat", "doch"), ("tag", "2027-09-15")]).is(404);
        h.post(w.kora, &page, &[("tat", "tanzen")]).is(422);
        // Ended, it proposes nothing more; what was set down stays.
        h.post(w.dora, &page, &[("tat", "beenden")]).is(403);
        h.post(w.kora, &page, &[("tat", "beenden")]).is(303);
        h.get(Some(w.kora), &page).says(&["Diese Reihe ist beendet."]).hides(&["value=\"anlegen\"", "Als Nächstes"]);
        h.post(w.kora, &page, &[("tat", "doch"), ("tag", "2027-12-14")]).is(422);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM meeting"), 4);
        assert!(series.raw() > 0);
    }
}

#[test]
fn n7_3_every_half_year_another_member_is_host_for_two_days_and_all_are_invited_there() {
    for h in all() {
        let w = h.w;
        let more = [
            ("title", "Halbjahrestreffen"),
            ("rhythm", "m6"),
            ("nth", "3"),
            ("weekday", "2"),
            ("length", "1800"),
            ("hosts", "Land Berlin; Rotes Rathaus\nStadt Köln; Bezirksrathaus Kalk"),
            ("agenda", "90 Austausch\n120 Vortrag mit Gästen"),
        ];
        let (_, page) = plans(&h, &more);
        h.get(Some(w.kora), &page).says(&[
            "alle 6 Monate am dritten Mittwoch",
            "Als Nächstes ist an der Reihe: Land Berlin. Bisher fand dort noch kein Treffen statt.",
            "Mittwoch, 16. Dezember 2026, 10 Uhr",
            "Mittwoch, 16. Juni 2027, 10 Uhr",
        ]);
        let host = |name: &'static str| {
            let sql = "SELECT id FROM series_host WHERE name = :name";
            h.fresh.db.read_now(move |c| c.count(sql, args! { name: name })).unwrap().to_string()
        };
        let (berlin, cologne) = (host("Land Berlin"), host("Stadt Köln"));
        let fields = [
            ("tat", "anlegen"),
            ("angeboten", "2026-12-16"),
            ("angeboten", "2027-06-16"),
            ("tag", "2026-12-16"),
            ("tag", "2027-06-16"),
            ("g2026-12-16", berlin.as_str()),
            ("g2027-06-16", cologne.as_str()),
        ];
        h.post(w.kora, &page, &fields).is(303);
        assert_eq!(places(&h), ["Land Berlin, Rotes Rathaus", "Stadt Köln, Bezirksrathaus Kalk"]);
        h.get(Some(w.kora), &page)
            .says(&["Als Nächstes ist an der Reihe: Land Berlin. Zuletzt war das am 16. Dezember 2026."]);
        // The invitation names both days and the house, and so does the calendar.
        let meeting = h.fresh.db.read_now(|c| c.count("SELECT MIN(id) FROM meeting", args! {})).unwrap();
        invites(&h, Id::new(meeting));
        let (subject, text) = h.letters("dora@example.org").pop().unwrap();
        assert_eq!(subject, "[Regionale AG] Einladung: Halbjahrestreffen");
        for words in [
            "Mittwoch, 16. Dezember 2026, 10 Uhr bis Donnerstag, 17. Dezember 2026, 16 Uhr",
            "Wo: Land Berlin, Rotes Rathaus",
            "Vortrag mit Gästen",
        ] {
            assert!(text.contains(words), "{words} is missing in {text}");
        }
        let (method, file) = support::calendar(&h, "dora@example.org").unwrap();
        assert_eq!(method, "REQUEST");
        for words in ["DTSTART:20261216T090000Z", "DTEND:20261217T150000Z", "LOCATION:Land Berlin\\, Rotes Rathaus"] {
            assert!(file.contains(words), "{words} is missing in {file}");
        }
    }
}

#[test]
fn a_series_keeps_its_hour_across_both_changes_of_the_clock() {
    for (first, change) in [("2027-03-21", "2027-03-28"), ("2027-10-24", "2027-10-31")] {
        for h in all() {
            let (_, page) = plans(&h, &[("rhythm", "wochen"), ("weeks", "1"), ("first_day", first)]);
            h.get(Some(h.w.kora), &page).says(&["jede Woche am Sonntag"]);
            let later = h.get(Some(h.w.kora), &page).html;
            assert!(later.contains(&format!("id=\"tag-{change}\"")), "{later}");
            let fields =
                [("tat", "anlegen"), ("angeboten", first), ("tag", first), ("angeboten", change), ("tag", change)];
            h.post(h.w.kora, &page, &fields).is(303);
            assert_eq!(begins(&h), [format!("{first} 10:00"), format!("{change} 10:00")]);
            let utc = "SELECT COUNT(DISTINCT starts_at / 3600000000 % 24) FROM meeting";
            assert_eq!(count(&h, utc), 2, "the hour of the country stays, that of the world does not");
        }
    }
}

#[test]
fn a_holiday_is_offered_and_not_taken_by_itself() {
    for h in all() {
        let (_, page) = plans(&h, &[("rhythm", "m1"), ("nth", "1"), ("weekday", "5"), ("first_day", "2027-05-01")]);
        at(&h, "2027-04-01", 9);
        let seen = h.get(Some(h.w.kora), &page);
        seen.says(&["Tag der Arbeit", "jeden Monat am ersten Samstag"]);
        assert!(!seen.html.contains(" checked"), "every Saturday is free");
        let (_, page) = plans(&h, &[("rhythm", "wochen"), ("weeks", "2"), ("first_day", "2027-05-13")]);
        let seen = h.get(Some(h.w.kora), &page).html;
        let ticked = |day: &str| {
            let at = seen.split(&format!("id=\"tag-{day}\"")).nth(1).unwrap();
            at.split('>').next().unwrap().contains("checked")
        };
        assert!(ticked("2027-05-13") && !ticked("2027-05-27"), "Corpus Christi");
        // School holidays are said, and taken: who has children knows herself.
        assert!(ticked("2027-07-22") && seen.contains("Sommerferien in NRW"));
    }
}

#[test]
fn what_is_wrong_stands_beside_its_field_and_no_rule_is_a_bomb() {
    for h in all() {
        let w = h.w;
        let bad = |more: &[(&str, &str)], says: &str| {
            h.post(w.kora, &new(w.rag), &form(more)).is(422).says(&[says, "Netzwerktreffen"]);
        };
        bad(&[("rhythm", "FREQ=SECONDLY")], "Bitte wählen Sie, wie oft.");
        bad(&[("rhythm", "wochen"), ("weeks", "0")], "Bitte nennen Sie eine Zahl von 1 bis 52.");
        bad(&[("rhythm", "wochen"), ("weeks", "99999999999999999999")], "Bitte nennen Sie eine Zahl von 1 bis 52.");
        bad(&[("nth", "7")], "Bitte wählen Sie eine der Möglichkeiten.");
        bad(&[("weekday", "1 1")], "Bitte wählen Sie eine der Möglichkeiten.");
        bad(&[("first_day", "9999-12-01")], "Bitte prüfen Sie das Jahr.");
        bad(&[("agenda", "9999 Zu lang")], "Bitte prüfen Sie die Zeile");
        bad(&[("hosts", "Stadt Düren\nStadt Düren")], "Jeder Name steht nur einmal");
        bad(&[("length", "0")], "Bitte nennen Sie eine Dauer");
        assert_eq!(count(&h, "SELECT COUNT(*) FROM series"), 0);
        // A thousand days at once are refused whole.
        let (_, page) = plans(&h, &[("rhythm", "wochen"), ("weeks", "1"), ("hosts", "")]);
        let days: Vec<String> =
            (0..40).map(|n| kernel::Day::literal("2026-12-01").plus_days(7 * n).to_string()).collect();
        let mut fields = vec![("tat", "anlegen")];
        fields.extend(days.iter().flat_map(|day| [("angeboten", day.as_str()), ("tag", day.as_str())]));
        h.post(w.kora, &page, &fields).is(422).says(&["So viele Tage auf einmal gehen nicht."]);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM meeting"), 0);
        // A changed series keeps what came of it, and the memory of whose turn it was.
        let edit = format!("{page}/aendern");
        let version =
            |html: &str| html.split("name=\"version\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let now = version(&h.get(Some(w.kora), &edit).is(200).html);
        let mut changed = form(&[("title", "Neuer Name")]);
        changed.push(("version", &now));
        h.post(w.dora, &edit, &changed).is(403);
        h.post(w.kora, &edit, &changed).is(303);
        h.post(w.kora, &edit, &changed).is(409);
        h.get(Some(w.kora), &page).says(&["Neuer Name", "Stadt Düren, Stadt Eschweiler, Stadt Aachen"]);
        h.get(Some(w.kora), &edit).says(&["Stadt Düren; Rathaus, Raum 1"]);
    }
}
