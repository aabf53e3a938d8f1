//! Somebody comes, leaves and comes back, or changes from the room to a screen: each time is kept, on the page of the sitting, in
//! the list, for the quorum and in the minutes.

use crate::{
    MEETING, count, does,
    house::House,
    live::{enters, formal, live, minute, opens, press},
    meeting, page,
    support::{all, at, invites, plans},
    word, writes,
};
use db::args;
use kernel::Id;
use meetings::{Meeting, Presence};

fn sheet(meeting: Id<Meeting>) -> String {
    format!("/termine/{meeting}/anwesenheit")
}

/// Where the times of a person's line are kept, as the list leads there.
fn times_of(h: &House, meeting: Id<Meeting>, name: &str) -> String {
    let html = h.get(Some(h.w.kora), &sheet(meeting)).html;
    let row = html.split("<li>").find(|row| row.contains(&format!("<h3>{name}"))).unwrap_or_else(|| panic!("{name}"));
    let (_, rest) = row.split_once(&format!("href=\"{}/", sheet(meeting))).expect("a link to the times");
    format!("{}/{}", sheet(meeting), rest.split('"').next().unwrap())
}

/// What the hidden fields of a page hold.
fn hidden(h: &House, path: &str) -> Vec<(&'static str, String)> {
    let html = h.get(Some(h.w.kora), path).is(200).html.clone();
    ["version", "selbst"]
        .map(|name| {
            let rest = html.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap();
            (name, rest.split('"').next().unwrap().to_owned())
        })
        .to_vec()
}

#[test]
fn n4_2_whoever_leaves_and_comes_back_is_counted_when_she_was_there_and_the_minutes_say_so() {
    for h in all() {
        let w = h.w;
        // More than half of three towns: two.
        formal(&h, w.rag);
        let meeting = plans(&h, w.rag, MEETING, &[]);
        crate::item(&h, meeting, "Austausch", "30", "internal");
        invites(&h, meeting);
        minute(&h, 9, 50);
        let number = opens(&h, meeting);
        enters(&h, w.anna, meeting, &number, "present").is(303);
        enters(&h, w.dora, meeting, &number, "present").is(303);
        let sees = || h.get(Some(w.vera), &live(meeting));
        sees().says(&["<dt>im Raum</dt><dd>2</dd>"]).hides(&["nicht beschlussfähig"]);
        minute(&h, 10, 30);
        press(&h, w.dora, meeting, "gehen", &[]).is(303);
        sees().says(&["<dt>im Raum</dt><dd>1</dd>", "nicht beschlussfähig"]);
        minute(&h, 10, 50);
        enters(&h, w.dora, meeting, &number, "remote").is(303);
        sees().says(&[
            "<dt>im Raum</dt><dd>1</dd>",
            "<dt>zugeschaltet</dt><dd>1</dd>",
            "im Raum, bis 10:30 Uhr; zugeschaltet, ab 10:50 Uhr",
            "10 Uhr: beschlussfähig",
            "10:30 Uhr: nicht beschlussfähig",
            "10:50 Uhr: beschlussfähig",
        ]);
        // She herself reads how she is there now.
        h.get(Some(w.dora), &live(meeting)).says(&["Sie sind eingetragen: zugeschaltet, ab 10:50 Uhr"]);
        // Into the room without having gone: one time ends where the next begins, and the quorum stays.
        minute(&h, 11, 10);
        enters(&h, w.dora, meeting, &number, "present").is(303);
        sees().says(&["zugeschaltet, ab 10:50 Uhr, bis 11:10 Uhr; im Raum, ab 11:10 Uhr"]).hides(&["11:10 Uhr: "]);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM attendance_span"), 2);
        minute(&h, 12, 0);
        press(&h, w.kora, meeting, "beenden", &[]).is(303);
        does(&h, meeting, "anlegen", &[]).is(303);
        let all_of_it = "im Raum, bis 10:30 Uhr; zugeschaltet, ab 10:50 Uhr, bis 11:10 Uhr; im Raum, ab 11:10 Uhr";
        h.get(Some(w.kora), &page(meeting)).says(&[all_of_it, "im Raum: 2"]);
        h.get(Some(w.kora), &format!("{}/pdf", page(meeting))).is(200).says(&[all_of_it]);
        writes(&h, "Austausch", "Es wurde beraten.", &[]);
        does(&h, meeting, "verschicken", &[]).is(303);
        let said = word(&h, "SELECT quorum_de FROM minutes");
        let lines: Vec<&str> = said.lines().map(|line| line.split(": ").next().unwrap()).collect();
        assert_eq!(lines, ["10 Uhr", "10:30 Uhr", "10:50 Uhr"], "{said}");
        assert_eq!(count(&h, "SELECT there_present FROM minutes"), 2);
        assert_eq!(count(&h, "SELECT there_remote FROM minutes"), 0);
    }
}

#[test]
fn whoever_keeps_the_list_writes_several_times_down_and_no_two_overlap() {
    for h in all() {
        let w = h.w;
        let meeting = meeting(&h);
        let times = times_of(&h, meeting, "Dora Dahlke");
        h.get(Some(w.kora), &times).is(200).says(&["Zeiten von Dora Dahlke", "1. Zeit: wie"]).hides(&["2. Zeit"]);
        for (who, status) in [(w.dora, 403), (w.nora, 404)] {
            h.get(Some(who), &times).is(status);
            h.post(who, &times, &[("version", "0")]).is(status);
        }
        h.get(Some(w.kora), &format!("{}/s0-7", sheet(meeting))).is(404);
        let save = |more: &[(&str, &str)]| {
            let kept = hidden(&h, &times);
            let mut fields: Vec<(&str, &str)> = kept.iter().map(|(name, value)| (*name, value.as_str())).collect();
            fields.extend_from_slice(more);
            h.post(w.kora, &times, &fields)
        };
        let two = |until: &'static str, from: &'static str| {
            [
                ("wie-1", "present"),
                ("von-1", ""),
                ("bis-1", until),
                ("wie-2", "represented"),
                ("wer-2", "Jo Muster"),
                ("von-2", from),
                ("bis-2", ""),
            ]
        };
        save(&two("halb elf", "11:00")).is(422).says(&["10:30", "Jo Muster"]);
        save(&two("11:00", "10:45")).is(422).says(&["Die Zeiten überschneiden sich."]);
        save(&two("", "10:45")).is(422).says(&["Nur die letzte Zeit darf ohne Ende sein."]);
        save(&two("09:30", "10:45")).is(422).says(&["Das Ende liegt nach dem Beginn."]);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM attendance"), 0, "what was refused kept nothing");
        let stale = hidden(&h, &times);
        save(&two("10:45", "11:00")).is(303);
        let words = "im Raum, bis 10:45 Uhr; vertreten durch Jo Muster, ab 11 Uhr";
        h.get(Some(w.kora), &sheet(meeting)).says(&[words]);
        h.get(Some(w.kora), &times).says(&["value=\"10:45\"", "3. Zeit: wie"]);
        // A form from before shows both versions; the list itself leaves former times as they are.
        let mut fields: Vec<(&str, &str)> = stale.iter().map(|(name, value)| (*name, value.as_str())).collect();
        fields.extend([("wie-1", "remote"), ("von-1", ""), ("bis-1", "")]);
        h.post(w.kora, &times, &fields).is(409).says(&["Jetzt gespeichert: im Raum"]);
        let key = times.rsplit('/').next().unwrap().to_owned();
        let names = ["wie", "wer", "von", "bis"].map(|part| format!("{part}-{key}"));
        let list = |how: &str, from: &str| {
            let kept = hidden(&h, &sheet(meeting));
            let mut fields: Vec<(&str, &str)> = kept.iter().map(|(name, value)| (*name, value.as_str())).collect();
            let values = [how, "Jo Muster", from, ""];
            fields.extend(names.iter().map(String::as_str).zip(values));
            h.post(w.kora, &sheet(meeting), &fields)
        };
        list("represented", "10:30").is(422).says(&["Die Zeiten überschneiden sich."]);
        list("represented", "11:15").is(303);
        h.get(Some(w.kora), &sheet(meeting)).says(&["im Raum, bis 10:45 Uhr; vertreten durch Jo Muster, ab 11:15 Uhr"]);
        // Excused for the rest, she was there before; not there at all, she was there at no time.
        list("excused", "").is(303);
        h.get(Some(w.kora), &sheet(meeting)).says(&["im Raum, bis 10:45 Uhr; entschuldigt"]);
        list("absent", "").is(303);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM attendance_span"), 0);
        // Once the minutes went out nothing of it changes.
        does(&h, meeting, "anlegen", &[]).is(303);
        writes(&h, "Begrüßung", "Der Landrat begrüßt.", &[]);
        does(&h, meeting, "verschicken", &[]).is(303);
        h.get(Some(w.kora), &times)
            .is(200)
            .says(&["Die Anwesenheit bleibt, wie sie ist."])
            .hides(&["Zeiten speichern"]);
        h.post(w.kora, &times, &[("version", "1"), ("selbst", "0")]).is(422);
    }
}

#[test]
fn whoever_enters_herself_meanwhile_is_not_overwritten_by_times_of_before() {
    for h in all() {
        let w = h.w;
        let meeting = meeting(&h);
        at(&h, MEETING, 9);
        let number = opens(&h, meeting);
        let times = times_of(&h, meeting, "Dora Dahlke");
        let kept = hidden(&h, &times);
        enters(&h, w.dora, meeting, &number, "remote").is(303);
        let mut fields: Vec<(&str, &str)> = kept.iter().map(|(name, value)| (*name, value.as_str())).collect();
        fields.push(("wie-1", "present"));
        h.post(w.kora, &times, &fields).is(409).says(&["Jetzt gespeichert: zugeschaltet"]);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM attendance WHERE state = 'remote'"), 1);
    }
}

#[test]
fn the_list_of_an_assembly_is_read_where_somebody_asks_for_it() {
    for h in all() {
        let w = h.w;
        let meeting = meeting(&h);
        does(&h, meeting, "anlegen", &[]).is(303);
        h.get(Some(w.kora), &page(meeting)).is(200).says(&["Dora Dahlke"]).hides(&["liste=alle"]);
        h.fresh
            .db
            .write_now(move |tx| {
                tx.silent("an assembly");
                for n in 1..=61 {
                    let id: Id<()> = tx.id();
                    tx.exec(
                        "INSERT INTO attendance (id, meeting_id, line, name, capacity, state) VALUES (:id, :m, :line, :name, 'guest', 'present')",
                        args! { id: id, m: meeting, line: format!("n{n}"), name: format!("Gast Nummer {n}") },
                    )?;
                }
                Ok(())
            })
            .unwrap();
        let seen = h.get(Some(w.kora), &page(meeting));
        seen.is(200).says(&["liste=alle"]).hides(&["Gast Nummer 61", "Dora Dahlke"]);
        h.get(Some(w.kora), &format!("{}?liste=alle", page(meeting))).is(200).says(&["Gast Nummer 61", "Dora Dahlke"]);
        // As a file it is whole.
        h.get(Some(w.kora), &format!("{}/docx", page(meeting))).is(200).says(&["Gast Nummer 61", "Dora Dahlke"]);
    }
}

/// Kora keeps the list of a meeting, with these fields of a person's line.
fn keeps(h: &House, meeting: Id<Meeting>, name: &str, fields: [(&str, &str); 3]) -> crate::house::Seen {
    let key = times_of(h, meeting, name).rsplit('/').next().unwrap().to_owned();
    let names = fields.map(|(part, _)| format!("{part}-{key}"));
    let kept = hidden(h, &sheet(meeting));
    let mut all: Vec<(&str, &str)> = kept.iter().map(|(name, value)| (*name, value.as_str())).collect();
    all.extend(names.iter().map(String::as_str).zip(fields.map(|(_, value)| value)));
    h.post(h.w.kora, &sheet(meeting), &all)
}

#[test]
fn nobody_leaves_before_the_sitting_begins_and_after_midnight_is_the_day_after() {
    for h in all() {
        let w = h.w;
        let meeting = meeting(&h);
        let leaves =
            |from, until| keeps(&h, meeting, "Dora Dahlke", [("wie", "present"), ("von", from), ("bis", until)]);
        // From ten on, where nothing else is said.
        leaves("", "09:30").is(422).says(&["Das Ende liegt nach dem Beginn."]);
        leaves("", "10:00").is(422);
        leaves("", "11:30").is(303);
        let times = times_of(&h, meeting, "Dora Dahlke");
        let kept = hidden(&h, &times);
        let mut fields: Vec<(&str, &str)> = kept.iter().map(|(name, value)| (*name, value.as_str())).collect();
        fields.extend([("wie-1", "present"), ("von-1", ""), ("bis-1", "09:30")]);
        h.post(w.kora, &times, &fields).is(422).says(&["Das Ende liegt nach dem Beginn."]);
        // Whoever is not there has no times, whatever was typed.
        keeps(&h, meeting, "Dora Dahlke", [("wie", "excused"), ("von", ""), ("bis", "09:30")]).is(303);
        // Planned until half past eleven at night, it took until twenty to one; nobody called its items here.
        let late = plans(&h, w.rag, "2027-03-18", &[("hour", "22:00"), ("length", "90")]);
        crate::item(&h, late, "Austausch", "30", "internal");
        invites(&h, late);
        h.fresh.clock.set(kernel::Day::literal("2027-03-18").at(22, 0));
        let night = |who, until| keeps(&h, late, who, [("wie", "present"), ("von", ""), ("bis", until)]);
        night("Dora Dahlke", "00:15").is(303);
        let until = kernel::Day::literal("2027-03-19").at(0, 15);
        assert_eq!(count(&h, "SELECT MAX(until_at) FROM attendance"), until.micros());
        night("Dora Dahlke", "21:30").is(422).says(&["Das Ende liegt nach dem Beginn."]);
        // Planned from ten to twelve, and called on until one in the night: what is nearer to the plan is not what is meant.
        let long = plans(&h, w.rag, "2027-03-24", &[]);
        crate::item(&h, long, "Klausur", "30", "internal");
        invites(&h, long);
        at(&h, "2027-03-24", 10);
        opens(&h, long);
        crate::live::calls(&h, long, "Klausur");
        at(&h, "2027-03-25", 1);
        keeps(&h, long, "Dora Dahlke", [("wie", "present"), ("von", ""), ("bis", "00:30")]).is(303);
        let until = kernel::Day::literal("2027-03-25").at(0, 30);
        assert_eq!(count(&h, "SELECT MAX(until_at) FROM attendance"), until.micros());
    }
}

#[test]
fn what_was_entered_to_the_second_stands_when_the_list_is_kept() {
    for h in all() {
        let w = h.w;
        formal(&h, w.rag);
        let meeting = plans(&h, w.rag, MEETING, &[]);
        invites(&h, meeting);
        let moment = |hour, minute, second| {
            h.fresh.clock.set(kernel::Day::literal(MEETING).at(hour, minute).plus_seconds(second));
        };
        moment(9, 50, 0);
        let number = opens(&h, meeting);
        enters(&h, w.anna, meeting, &number, "present").is(303);
        enters(&h, w.dora, meeting, &number, "present").is(303);
        // Anna leaves before it begins; Dora changes to a screen while it runs.
        moment(9, 55, 20);
        press(&h, w.anna, meeting, "gehen", &[]).is(303);
        moment(10, 30, 40);
        enters(&h, w.dora, meeting, &number, "remote").is(303);
        let ends = "SELECT MAX(until_at) FROM attendance_span";
        let (before, from) = (count(&h, ends), count(&h, "SELECT MAX(from_at) FROM attendance"));
        // Kora keeps the list as it is shown to her.
        let html = h.get(Some(w.kora), &sheet(meeting)).is(200).html.clone();
        let line = |name: &str| times_of(&h, meeting, name).rsplit('/').next().unwrap().to_owned();
        let (anna, dora) = (line("Anna Albers"), line("Dora Dahlke"));
        assert!(html.contains("value=\"09:55\"") && html.contains("value=\"10:30\""), "{html}");
        let kept = hidden(&h, &sheet(meeting));
        let names = [
            (format!("wie-{anna}"), "present"),
            (format!("bis-{anna}"), "09:55"),
            (format!("wie-{dora}"), "remote"),
            (format!("von-{dora}"), "10:30"),
        ];
        let mut fields: Vec<(&str, &str)> = kept.iter().map(|(name, value)| (*name, value.as_str())).collect();
        fields.extend(names.iter().map(|(name, value)| (name.as_str(), *value)));
        h.post(w.kora, &sheet(meeting), &fields).is(303);
        assert_eq!((count(&h, ends), count(&h, "SELECT MAX(from_at) FROM attendance")), (before, from));
        let times = times_of(&h, meeting, "Dora Dahlke");
        let kept = hidden(&h, &times);
        let mut fields: Vec<(&str, &str)> = kept.iter().map(|(name, value)| (*name, value.as_str())).collect();
        fields.extend([
            ("wie-1", "present"),
            ("von-1", ""),
            ("bis-1", "10:30"),
            ("wie-2", "remote"),
            ("von-2", "10:30"),
        ]);
        h.post(w.kora, &times, &fields).is(303);
        assert_eq!((count(&h, ends), count(&h, "SELECT MAX(from_at) FROM attendance")), (before, from));
    }
}

#[test]
fn keeping_a_page_of_the_list_writes_only_what_changed_on_it() {
    for h in all() {
        let meeting = meeting(&h);
        let key = times_of(&h, meeting, "Dora Dahlke").rsplit('/').next().unwrap().to_owned();
        let keeps = |presence| {
            let version = count(&h, "SELECT COALESCE(MAX(version), 0) FROM meeting_sheet");
            let head = meetings::SheetHead { version, ..meetings::SheetHead::default() };
            let (key, by_name) = (key.clone(), String::new());
            let seen = meetings::Seen { key, presence, by_name, from: None, until: None, earlier: None };
            let keep = move |tx: &db::Tx<'_>, by: &kernel::Actor| {
                let before = tx.statements();
                meetings::keep_attendance(tx, by, meeting, &head, &[seen], None)?;
                Ok(tx.statements() - before)
            };
            crate::common::act(&h.fresh, h.w.kora, keep).unwrap()
        };
        // What was only expected becomes a line of its own: one for each of four.
        keeps(Presence::Present);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM attendance"), 4);
        let (changed, same) = (keeps(Presence::Remote), keeps(Presence::Remote));
        assert_eq!(changed, same + 1);
        h.fresh
            .db
            .write_now(move |tx| {
                tx.silent("many more");
                for n in 1..=60 {
                    let id: Id<()> = tx.id();
                    tx.exec(
                        "INSERT INTO attendance (id, meeting_id, line, name, capacity, state) VALUES (:id, :m, :line, :name, 'guest', 'present')",
                        args! { id: id, m: meeting, line: format!("n{n}"), name: format!("Gast Nummer {n}") },
                    )?;
                }
                Ok(())
            })
            .unwrap();
        assert_eq!(
            (keeps(Presence::Present), keeps(Presence::Present)),
            (changed, same),
            "with sixty more on the list"
        );
    }
}

#[test]
fn a_guest_who_was_there_and_left_is_counted_as_a_guest() {
    for h in all() {
        let w = h.w;
        let meeting = meeting(&h);
        let kept = hidden(&h, &sheet(meeting));
        let mut fields: Vec<(&str, &str)> = kept.iter().map(|(name, value)| (*name, value.as_str())).collect();
        fields.push(("guest", "Greta Gast"));
        h.post(w.kora, &sheet(meeting), &fields).is(303);
        h.get(Some(w.kora), &sheet(meeting)).says(&["eine Person als Gast"]);
        let times = times_of(&h, meeting, "Greta Gast");
        let kept = hidden(&h, &times);
        let mut fields: Vec<(&str, &str)> = kept.iter().map(|(name, value)| (*name, value.as_str())).collect();
        fields.extend([("wie-1", "present"), ("bis-1", "10:45"), ("wie-2", "remote"), ("von-2", "11:00")]);
        h.post(w.kora, &times, &fields).is(303);
        keeps(&h, meeting, "Greta Gast", [("wie", "excused"), ("von", ""), ("bis", "")]).is(303);
        h.get(Some(w.kora), &sheet(meeting)).says(&["im Raum, bis 10:45 Uhr; entschuldigt", "eine Person als Gast"]);
        keeps(&h, meeting, "Greta Gast", [("wie", "absent"), ("von", ""), ("bis", "")]).is(303);
        h.get(Some(w.kora), &sheet(meeting)).hides(&["eine Person als Gast"]);
    }
}
