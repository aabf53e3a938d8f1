//! A sitting while it runs: the item that is on, who enters herself, who speaks, and who must not see it.

use crate::{
    MEETING, count, does,
    house::{House, Seen},
    meeting, page, rules,
    support::{all, at, by_link, invites, link, plans},
    word,
};
use db::args;
use kernel::{Day, Id};
use meetings::Meeting;
use networks::Body;
use serde_json::json;

/// It is that minute of the day of the meeting.
pub fn minute(h: &House, hour: i8, minute: i8) {
    h.fresh.clock.set(Day::literal(MEETING).at(hour, minute));
}

pub fn live(meeting: Id<Meeting>) -> String {
    format!("/termine/{meeting}/live")
}

/// Somebody presses a button on the page of the sitting.
pub fn press(h: &House, who: Id<people::Person>, meeting: Id<Meeting>, what: &str, more: &[(&str, &str)]) -> Seen {
    let mut fields = vec![("tat", what)];
    fields.extend_from_slice(more);
    h.post(who, &live(meeting), &fields)
}

/// Kora opens the sitting; everybody enters herself. Gives the number in the room.
#[track_caller]
pub fn opens(h: &House, meeting: Id<Meeting>) -> String {
    press(h, h.w.kora, meeting, "oeffnen", &[]).is(303);
    word(h, "SELECT number FROM live_sitting WHERE ended_at IS NULL")
}

/// Kora calls the item of that title; what she saw as being on is so.
#[track_caller]
pub fn calls(h: &House, meeting: Id<Meeting>, title: &'static str) {
    let item = h.fresh.db.read_now(move |c| c.count("SELECT id FROM agenda_item WHERE title = :t", args! { t: title }));
    let (item, on) = (item.unwrap().to_string(), on(h));
    press(h, h.w.kora, meeting, "aufrufen", &[("punkt", &item), ("laeuft", &on)]).is(303);
}

/// The run that is on, as forms have it.
pub fn on(h: &House) -> String {
    match count(h, "SELECT COALESCE(MAX(id), 0) FROM item_run WHERE until_at IS NULL") {
        0 => String::new(),
        id => id.to_string(),
    }
}

/// Somebody enters herself.
pub fn enters(h: &House, who: Id<people::Person>, meeting: Id<Meeting>, number: &str, how: &str) -> Seen {
    press(h, who, meeting, "da", &[("wie", how), ("number", number)])
}

/// More than half of the seats with a vote, vacant ones included: two of three towns and a chair.
pub fn formal(h: &House, body: Id<Body>) {
    let changes = [
        ("quorum.presumed", json!(false)),
        ("quorum.base", json!("voting_seats")),
        ("quorum.need", json!({"at_least": "1/2"})),
        ("quorum.vacant", json!(true)),
        ("votes.unit", json!("post")),
        ("quorum.duly_invited", json!(false)),
    ];
    rules(h, body, "council", &changes);
}

fn presence(h: &House, who: Id<people::Person>) -> Vec<String> {
    h.fresh
        .db
        .read_now(move |c| {
            c.all("SELECT a.state FROM attendance a WHERE a.person_id = :p ORDER BY a.id", args! { p: who }, |r| {
                r.get(0)
            })
        })
        .unwrap()
}

#[test]
fn n3_2_whoever_comes_enters_herself_by_the_number_in_the_room() {
    for h in all() {
        let w = h.w;
        let meeting = meeting(&h);
        at(&h, "2027-03-16", 9);
        press(&h, w.kora, meeting, "oeffnen", &[]).is(422).says(&["Eine Sitzung eröffnen Sie an ihrem Tag."]);
        at(&h, MEETING, 9);
        h.get(Some(w.anna), &format!("/termine/{meeting}")).says(&[&live(meeting)]);
        h.get(Some(w.dora), &live(meeting))
            .is(200)
            .says(&["Die Sitzung hat noch nicht begonnen."])
            .hides(&["eröffnen"]);
        enters(&h, w.dora, meeting, "123456", "present").is(422).says(&["Diese Sitzung läuft nicht."]);
        // Nobody but whoever convenes opens it; whoever is not of the body does not even see the page.
        press(&h, w.dora, meeting, "oeffnen", &[]).is(403);
        for outside in [w.nora, w.olga, w.uma] {
            h.get(Some(outside), &live(meeting)).is(404);
            h.get(Some(outside), &format!("{}/strom", live(meeting))).is(404);
            press(&h, outside, meeting, "melden", &[]).is(404);
        }
        let number = opens(&h, meeting);
        press(&h, w.kora, meeting, "oeffnen", &[]).is(422).says(&["schon eröffnet"]);
        let spaced = format!("{} {}", &number[..3], &number[3..]);
        h.get(Some(w.kora), &live(meeting)).says(&[&spaced, "/dabei"]);
        h.get(Some(w.dora), &live(meeting)).hides(&[&spaced, &number]).says(&["Nummer aus dem Raum"]);
        let wrong = if number == "000001" { "000002" } else { "000001" };
        enters(&h, w.dora, meeting, wrong, "present").is(422).says(&["Diese Nummer stimmt nicht."]);
        enters(&h, w.anna, meeting, &number, "proxy").is(422);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM attendance"), 0, "what was refused entered nobody");
        enters(&h, w.anna, meeting, &spaced, "present").is(303);
        assert_eq!(presence(&h, w.anna), ["present"]);
        h.get(Some(w.anna), &live(meeting)).says(&["Sie sind eingetragen: im Raum", "Ich gehe jetzt"]);
        // Later, at the desk, by the number alone; a stranger learns nothing by trying.
        minute(&h, 10, 20);
        let desk = |who, number: &str| h.post(who, "/dabei", &[("number", number), ("wie", "remote")]);
        h.get(Some(w.dora), "/dabei").is(200).says(&["Nummer aus dem Raum"]);
        desk(w.nora, &number).is(422).says(&["oder Sie stehen in dieser Sitzung nicht auf der Liste"]);
        desk(w.dora, wrong).is(422).says(&["oder Sie stehen in dieser Sitzung nicht auf der Liste"]);
        assert_eq!(desk(w.dora, &number).is(303).location(), live(meeting));
        h.get(Some(w.kora), &live(meeting)).says(&["Dora Dahlke", "zugeschaltet, ab 10:20 Uhr", "Anna Albers"]);
        // An answer is no presence here: the vacant post's mailbox and the deputy are not there.
        h.get(Some(w.kora), &live(meeting)).says(&["<dt>im Raum</dt><dd>1</dd>", "<dt>zugeschaltet</dt><dd>1</dd>"]);
        // The number opens nothing once the sitting is over.
        press(&h, w.kora, meeting, "beenden", &[]).is(303);
        desk(w.anna, &number).is(422);
        h.get(Some(w.anna), &live(meeting)).says(&["Die Sitzung ist beendet."]).hides(&["Nummer aus dem Raum"]);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM meeting WHERE state = 'ended'"), 1);
    }
}

#[test]
fn a_list_that_was_open_meanwhile_takes_nothing_back_that_somebody_said_of_herself() {
    for h in all() {
        let w = h.w;
        let meeting = meeting(&h);
        at(&h, MEETING, 9);
        let number = opens(&h, meeting);
        let sheet = format!("/termine/{meeting}/anwesenheit");
        // The list is opened before Anna enters herself, and saved after it.
        h.get(Some(w.kora), &sheet).is(200).says(&["name=\"selbst\" value=\"0\""]);
        enters(&h, w.anna, meeting, &number, "present").is(303);
        let keys: Vec<String> = h
            .fresh
            .db
            .read_now(move |c| c.all("SELECT line FROM attendance ORDER BY id", args! {}, |r| r.get(0)))
            .unwrap();
        let keep = |checked: &str, version: &str| {
            let names: Vec<String> = keys.iter().map(|key| format!("wie-{key}")).collect();
            let mut fields = vec![("version", version), ("selbst", checked)];
            fields.extend(names.iter().map(|name| (name.as_str(), "excused")));
            h.post(w.kora, &sheet, &fields)
        };
        keep("0", "0").is(303);
        assert_eq!(presence(&h, w.anna), ["present"]);
        // Whoever sees what she said may change it.
        keep("1", "1").is(303);
        assert_eq!(presence(&h, w.anna), ["excused"]);
        keep("1", "1").is(409);
    }
}

#[test]
fn n4_2_the_quorum_is_said_as_people_come_and_is_lost_in_the_middle() {
    for h in all() {
        let w = h.w;
        formal(&h, w.rag);
        let meeting = plans(&h, w.rag, MEETING, &[]);
        invites(&h, meeting);
        at(&h, MEETING, 9);
        let number = opens(&h, meeting);
        let sees = || h.get(Some(w.vera), &live(meeting));
        enters(&h, w.anna, meeting, &number, "present").is(303);
        sees().is(200).says(&["nicht beschlussfähig"]);
        enters(&h, w.dora, meeting, &number, "remote").is(303);
        sees().says(&["beschlussfähig"]).hides(&["nicht beschlussfähig"]);
        minute(&h, 11, 0);
        press(&h, w.dora, meeting, "gehen", &[]).is(303);
        sees().says(&["nicht beschlussfähig", "Wie sich das geändert hat", "10 Uhr: beschlussfähig", "11 Uhr: nicht"]);
        press(&h, w.dora, meeting, "gehen", &[]).is(422).says(&["Sie sind nicht als anwesend eingetragen."]);
        // The minutes say the same, also where the sitting took longer than planned.
        minute(&h, 12, 40);
        press(&h, w.kora, meeting, "beenden", &[]).is(303);
        does(&h, meeting, "anlegen", &[]).is(303);
        let fields = [("title", "Austausch"), ("text", "Es wurde beraten."), ("openness", "internal")];
        h.post(w.kora, &format!("/termine/{meeting}/protokollpunkt"), &fields).is(303);
        does(&h, meeting, "verschicken", &[]).is(303);
        let said = word(&h, "SELECT quorum_de FROM minutes");
        assert!(said.starts_with("10 Uhr: ") && said.contains("\n11 Uhr: "), "{said}");
        // What went out is not changed by anybody who enters herself.
        enters(&h, w.dora, meeting, &number, "present").is(422);
    }
}

#[test]
fn who_stands_in_is_not_told_of_a_closed_item_and_two_who_lead_do_not_overrun_each_other() {
    const CLOSED: &str = "Rechtsstreit";
    for h in all() {
        let w = h.w;
        let meeting = meeting(&h);
        minute(&h, 10, 0);
        opens(&h, meeting);
        h.get(Some(w.dora), &live(meeting)).says(&["Der erste Punkt ist noch nicht aufgerufen."]);
        h.get(Some(w.kora), &live(meeting)).says(&["Weiter zu TOP 1"]);
        h.get(Some(w.dora), &live(meeting)).hides(&["Weiter zu TOP", "Aufrufen"]);
        let first = count(&h, "SELECT MIN(id) FROM agenda_item").to_string();
        press(&h, w.dora, meeting, "aufrufen", &[("punkt", &first), ("laeuft", "")]).is(403);
        calls(&h, meeting, "Begrüßung");
        h.get(Some(w.vera), &live(meeting)).says(&["1. Begrüßung", "seit 10 Uhr", "geplant 10 Minuten"]);
        // Another window that still shows the pause learns what is on, and changes nothing.
        press(&h, w.kora, meeting, "aufrufen", &[("punkt", &first), ("laeuft", "")])
            .is(409)
            .says(&["Inzwischen läuft etwas anderes", "1. Begrüßung"]);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM item_run"), 1);
        minute(&h, 10, 12);
        calls(&h, meeting, "Rechtsstreit einer Kollegin");
        for part in ["", "?teil=jetzt", "?teil=alles"] {
            let there = format!("{}{part}", live(meeting));
            h.get(Some(w.vera), &there).is(200).hides(&[CLOSED]).says(&["TOP 3 wird ohne Sie beraten."]);
            h.get(Some(w.dora), &there).is(200).says(&[CLOSED]);
        }
        // She deputises, and whom she deputises for is there: she is not on the list.
        h.get(Some(w.vera), &live(meeting)).hides(&["Nummer aus dem Raum"]);
        press(&h, w.vera, meeting, "melden", &[]).is(403);
        let run = on(&h);
        press(&h, w.kora, meeting, "pause", &[("laeuft", &run)]).is(303);
        h.get(Some(w.vera), &live(meeting)).says(&["Pause"]);
        minute(&h, 10, 30);
        calls(&h, meeting, "Arbeitsplan");
        minute(&h, 10, 55);
        press(&h, w.kora, meeting, "beenden", &[]).is(303);
        // The draft of the minutes begins with the times.
        does(&h, meeting, "anlegen", &[]).is(303);
        h.get(Some(w.kora), &page(meeting)).says(&["Von 10 bis 10:12 Uhr.", "Von 10:30 bis 10:55 Uhr."]);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM minutes_entry WHERE text = ''"), 1, "the item that was never on");
    }
}

#[test]
fn a_sitting_nobody_ended_ends_with_its_day() {
    for h in all() {
        let meeting = meeting(&h);
        minute(&h, 10, 0);
        opens(&h, meeting);
        calls(&h, meeting, "Begrüßung");
        crate::support::daily(&h, "meetings.close", "2027-03-18");
        assert_eq!(count(&h, "SELECT COUNT(*) FROM live_sitting WHERE ended_at IS NULL OR number IS NOT NULL"), 0);
        // At the hour it was planned to end.
        let planned = "SELECT COUNT(*) FROM item_run r JOIN meeting m ON m.id = r.meeting_id WHERE r.until_at = m.starts_at + m.minutes * 60000000";
        assert_eq!(count(&h, planned), 1);
    }
}

#[test]
fn the_list_of_speakers_keeps_its_order_and_informal_circles_have_none() {
    for h in all() {
        let w = h.w;
        let meeting = meeting(&h);
        minute(&h, 10, 0);
        let number = opens(&h, meeting);
        calls(&h, meeting, "Arbeitsplan");
        enters(&h, w.anna, meeting, &number, "present").is(303);
        h.get(Some(w.anna), &live(meeting)).hides(&["Zu Wort melden"]);
        press(&h, w.anna, meeting, "melden", &[]).is(422).says(&["Dieser Kreis führt keine Redeliste."]);
        formal(&h, w.rag);
        h.get(Some(w.anna), &live(meeting)).says(&["Zu Wort melden", "Niemand hat sich gemeldet."]);
        // Only whoever is there speaks.
        press(&h, w.dora, meeting, "melden", &[]).is(422).says(&["Bitte tragen Sie sich zuerst als anwesend ein."]);
        enters(&h, w.dora, meeting, &number, "remote").is(303);
        press(&h, w.dora, meeting, "melden", &[]).is(303);
        press(&h, w.anna, meeting, "melden", &[]).is(303);
        press(&h, w.dora, meeting, "melden", &[]).is(303);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM speech"), 2, "asking twice is asking once");
        h.get(Some(w.anna), &live(meeting)).says(&["1. Dora Dahlke", "2. Anna Albers", "das sind Sie"]);
        press(&h, w.dora, meeting, "naechste", &[("spricht", "")]).is(403);
        press(&h, w.kora, meeting, "naechste", &[("spricht", "")]).is(303);
        h.get(Some(w.anna), &live(meeting)).says(&["hat das Wort", "1. Anna Albers"]).hides(&["1. Dora Dahlke"]);
        // A second press of the same button calls nobody else.
        press(&h, w.kora, meeting, "naechste", &[("spricht", "")]).is(409);
        press(&h, w.anna, meeting, "zurueckziehen", &[]).is(303);
        h.get(Some(w.kora), &live(meeting)).hides(&["1. Anna Albers"]);
        // Whoever raises her hand in the room is put on the list.
        let line = h
            .fresh
            .db
            .read_now(move |c| {
                c.one(
                    "SELECT line FROM attendance WHERE person_id = :p ORDER BY id LIMIT 1",
                    args! { p: w.anna },
                    |r| r.get::<String>(0),
                )
            })
            .unwrap();
        press(&h, w.dora, meeting, "aufnehmen", &[("zeile", &line)]).is(403);
        press(&h, w.kora, meeting, "aufnehmen", &[("zeile", &line)]).is(303);
        press(&h, w.kora, meeting, "aufnehmen", &[("zeile", "s0-0")]).is(404);
        h.get(Some(w.kora), &live(meeting)).says(&["1. Anna Albers"]);
        // Who goes no longer wants to speak, and the list ends with its item.
        press(&h, w.anna, meeting, "gehen", &[]).is(303);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM speech"), 1);
        calls(&h, meeting, "Begrüßung");
        assert_eq!(count(&h, "SELECT COUNT(*) FROM speech"), 0);
    }
}

#[test]
fn an_open_page_is_told_once_what_it_missed_and_a_stranger_nothing() {
    for h in all() {
        let w = h.w;
        let meeting = meeting(&h);
        minute(&h, 10, 0);
        opens(&h, meeting);
        let html = h.get(Some(w.dora), &live(meeting)).is(200).html.clone();
        let stream = html.split("data-live=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let told = || h.get(Some(w.dora), &stream).is(200).html.clone();
        assert!(!told().contains("event: stand"), "{}", told());
        calls(&h, meeting, "Begrüßung");
        assert!(told().contains("event: stand\ndata: alles"), "{}", told());
        h.get(Some(w.nora), &stream).is(404).hides(&["event:"]);
        h.get(None, &stream).is(303);
        // What happens in another body is no news here.
        let now = html.split("seit=").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let seen = count(&h, "SELECT MAX(seq) FROM event").to_string();
        let stream = stream.replace(&now, &seen);
        plans(&h, w.verband, "2027-05-05", &[]);
        assert!(!h.get(Some(w.dora), &stream).is(200).html.contains("event: stand"));
    }
}

#[test]
fn whoever_leads_may_keep_the_list_herself_and_it_begins_with_the_answers() {
    for h in all() {
        let w = h.w;
        let meeting = plans(&h, w.rag, MEETING, &[]);
        invites(&h, meeting);
        by_link(&h, &link(&h, "dora@example.org"), "zusagen", &[]).is(303);
        at(&h, MEETING, 9);
        press(&h, w.kora, meeting, "oeffnen-liste", &[]).is(303);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM live_sitting WHERE number IS NULL"), 1);
        h.get(Some(w.kora), &live(meeting)).says(&["<dt>im Raum</dt><dd>1</dd>"]).hides(&["Im Raum zeigen"]);
        h.get(Some(w.dora), &live(meeting)).says(&["Sie sind eingetragen: im Raum"]).hides(&["Nummer aus dem Raum"]);
        enters(&h, w.dora, meeting, "", "remote").is(422).says(&["Hier führt die Sitzungsleitung die Liste."]);
    }
}
