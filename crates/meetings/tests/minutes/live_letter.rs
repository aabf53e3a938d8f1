//! A sitting by the link of a letter: whoever has no account enters herself and asks for the floor, and reads no more than a
//! link may say.

use crate::{
    MEETING, common, count,
    house::{House, Seen},
    live::{calls, enters, formal, live, minute, opens, press},
    meeting, rules,
    support::{AGENDA_MAIL, all, at, by_link, invites, link, plans},
};
use kernel::Id;
use meetings::Meeting;

/// Where the letter of an address leads while the sitting runs.
fn there(h: &House, to: &str) -> String {
    link(h, to).replace("/einladung/", "/sitzung/")
}

fn says(h: &House, link: &str, what: &str, number: &str) -> Seen {
    h.send(None, link, &[("tat", what), ("wie", "present"), ("number", number)])
}

/// Dora sends Jo, and the sitting is open.
fn sent(h: &House) -> (Id<Meeting>, String, String) {
    let meeting = meeting(h);
    at(h, "2027-03-10", 9);
    by_link(h, &link(h, "dora@example.org"), "vertretung", &[("name", "Jo Muster"), ("mail", "jo@example.org")])
        .is(303);
    minute(h, 9, 55);
    let number = opens(h, meeting);
    (meeting, number, there(h, "jo@example.org"))
}

#[test]
fn n3_2_whoever_reads_mail_alone_enters_herself_by_her_letter_and_the_number() {
    for h in all() {
        let w = h.w;
        let meeting = meeting(&h);
        let hers = there(&h, "dora@example.org");
        at(&h, MEETING, 9);
        h.get(None, &hers).is(410);
        let number = opens(&h, meeting);
        h.get(None, &link(&h, "dora@example.org")).is(200).says(&["Die Sitzung läuft.", &hers]);
        h.get(None, &hers).is(200).says(&["Nummer aus dem Raum"]).hides(&[&number, "Anna Albers", "Dora Dahlke"]);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM attendance"), 0, "opening a link enters nobody");
        // Without the number nobody is there: whoever fetches and submits every link does not know it.
        says(&h, &hers, "da", "").is(422).says(&["Diese Nummer stimmt nicht."]);
        says(&h, &hers, "gehen", "").is(422);
        says(&h, &hers, "alles", &number).is(422);
        says(&h, &hers, "da", &number).is(303);
        h.get(None, &hers).says(&["Sie sind eingetragen: im Raum"]);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM attendance WHERE state = 'present'"), 1);
        // What is on, closed items left out whoever the link belongs to; no names.
        calls(&h, meeting, "Fachkräfte in der Region");
        h.get(None, &hers).says(&["2. Fachkräfte in der Region"]);
        calls(&h, meeting, "Rechtsstreit einer Kollegin");
        h.get(None, &hers).says(&["TOP 3 wird ohne Sie beraten."]).hides(&["Rechtsstreit"]);
        h.get(None, &format!("{hers}?teil=alles")).is(200).hides(&["Rechtsstreit", "Dora"]);
        h.get(None, &format!("{hers}/strom?seit=1")).is(200).says(&["event: stand"]);
        // The mailbox of a vacant post is nobody.
        says(&h, &there(&h, AGENDA_MAIL), "da", &number).is(422).says(&["Für eine unbesetzte Stelle"]);
        press(&h, w.kora, meeting, "beenden", &[]).is(303);
        h.get(None, &hers).is(410);
        h.get(None, &format!("{hers}/strom")).is(404);
        says(&h, &hers, "da", &number).is(410);
    }
}

#[test]
fn n4_2_two_who_enter_themselves_for_one_seat_are_one_vote_and_whoever_leads_settles_it() {
    for h in all() {
        let w = h.w;
        formal(&h, w.rag);
        let (meeting, number, jo) = sent(&h);
        says(&h, &jo, "da", &number).is(303);
        h.get(Some(w.kora), &live(meeting)).says(&["vertreten durch Jo Muster"]);
        enters(&h, w.anna, meeting, &number, "present").is(303);
        // Dora comes after all, and says so herself.
        enters(&h, w.dora, meeting, &number, "present").is(303);
        let contested = "Für den Sitz von Dora Dahlke haben sich zwei Personen eingetragen.";
        h.get(Some(w.kora), &live(meeting)).says(&[contested, "beschlussfähig", "<dt>vertreten</dt><dd>1</dd>"]);
        h.get(Some(w.dora), &live(meeting)).says(&["Für Ihren Sitz hat sich noch jemand eingetragen."]);
        h.get(None, &jo).says(&["Für Ihren Sitz hat sich noch jemand eingetragen."]);
        h.get(Some(w.vera), &live(meeting)).hides(&[contested]);
        for leave in [press(&h, w.dora, meeting, "gehen", &[]), says(&h, &jo, "gehen", "")] {
            leave.is(422).says(&["Für diesen Sitz haben sich zwei Personen eingetragen."]);
        }
        assert_eq!(count(&h, "SELECT COUNT(*) FROM attendance WHERE contested"), 1);
        // Whoever leads sees it in the list and says who is there.
        let sheet = format!("/termine/{meeting}/anwesenheit");
        h.get(Some(w.kora), &sheet).says(&[contested]);
        let key = crate::word(&h, "SELECT line FROM attendance WHERE contested");
        let (how, checked) = (format!("wie-{key}"), count(&h, "SELECT checked FROM meeting_sheet").to_string());
        h.post(w.kora, &sheet, &[("version", "0"), ("selbst", &checked), (&how, "present")]).is(303);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM attendance WHERE contested"), 0);
        h.get(Some(w.dora), &live(meeting)).says(&["Sie sind eingetragen: im Raum"]).hides(&["noch jemand"]);
        // Two words of the same person: the later one counts.
        enters(&h, w.anna, meeting, &number, "remote").is(303);
        h.get(Some(w.anna), &live(meeting)).says(&["Sie sind eingetragen: zugeschaltet"]);
    }
}

#[test]
fn by_the_link_one_asks_for_the_floor_and_learns_her_place() {
    for h in all() {
        let w = h.w;
        formal(&h, w.rag);
        let (meeting, number, jo) = sent(&h);
        calls(&h, meeting, "Arbeitsplan");
        h.get(None, &jo).hides(&["Zu Wort melden"]);
        says(&h, &jo, "da", &number).is(303);
        enters(&h, w.anna, meeting, &number, "present").is(303);
        press(&h, w.anna, meeting, "melden", &[]).is(303);
        h.get(None, &jo).says(&["Eine Person wartet auf das Wort."]).hides(&["Anna"]);
        says(&h, &jo, "melden", "").is(303);
        h.get(None, &jo).says(&["Sie stehen auf Platz 2 der Redeliste."]);
        press(&h, w.kora, meeting, "naechste", &[("spricht", "")]).is(303);
        let speaks = count(&h, "SELECT id FROM speech WHERE called_at IS NOT NULL").to_string();
        press(&h, w.kora, meeting, "naechste", &[("spricht", &speaks)]).is(303);
        h.get(None, &jo).says(&["Sie haben das Wort."]);
        says(&h, &jo, "zurueckziehen", "").is(303);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM speech"), 0);
        // A closed item is none the holder of a link speaks on.
        calls(&h, meeting, "Rechtsstreit einer Kollegin");
        says(&h, &jo, "melden", "").is(404);
    }
}

#[test]
fn a_guest_for_one_item_follows_that_item_alone() {
    for h in all() {
        let w = h.w;
        let meeting = meeting(&h);
        at(&h, "2027-03-10", 9);
        let item = count(&h, "SELECT id FROM agenda_item WHERE title = 'Fachkräfte in der Region'").to_string();
        let guest = [("tat", "gast"), ("name", "Greta Gast"), ("mail", "greta@example.org"), ("item", item.as_str())];
        h.post(w.kora, &format!("/termine/{meeting}/einladung"), &guest).is(303);
        minute(&h, 10, 0);
        let number = opens(&h, meeting);
        let hers = there(&h, "greta@example.org");
        says(&h, &hers, "da", &number).is(303);
        calls(&h, meeting, "Arbeitsplan");
        h.get(None, &hers).says(&["TOP 4 wird ohne Sie beraten."]).hides(&["Arbeitsplan"]);
        calls(&h, meeting, "Begrüßung");
        h.get(None, &hers).says(&["TOP 1 wird ohne Sie beraten."]).hides(&["Begrüßung"]);
        calls(&h, meeting, "Fachkräfte in der Region");
        h.get(None, &hers).says(&["2. Fachkräfte in der Region"]);
        h.get(Some(w.kora), &live(meeting)).says(&["eine Person als Gast", "Greta Gast (Gast)"]);
    }
}

#[test]
fn of_a_sensitive_network_the_link_says_that_one_is_there_and_nothing_else() {
    for h in all() {
        let w = h.w;
        crate::support::account(&h, w.quinn, "quinn@example.org");
        rules(&h, w.kept, "council", &[]);
        let meeting = plans(&h, w.kept, MEETING, &[]);
        crate::item(&h, meeting, "Vorfälle", "30", "internal");
        invites(&h, meeting);
        at(&h, MEETING, 9);
        let number = opens(&h, meeting);
        calls(&h, meeting, "Vorfälle");
        // Letters of such a network hold no link; whoever has one by other ways learns nothing by it.
        let token = "a".repeat(64);
        let hash = accounts::secrets::hash("meeting letter", &[&token]);
        common::operate(&h.fresh, move |tx, _| {
            tx.silent("a letter with a link");
            tx.exec(
                "UPDATE meeting_letter SET token_hash = :hash WHERE id = (SELECT MIN(l.id) FROM meeting_letter l WHERE l.address = 'quinn@example.org')",
                db::args! { hash: hash },
            )
        })
        .unwrap();
        let hers = format!("/sitzung/{token}");
        let secret = ["Vorfälle", "Herbsttreffen", "LSBTIQ", "Redeliste</h2></header><div"];
        h.get(None, &hers).is(200).hides(&secret).says(&["Was beraten wird, steht nicht auf dieser Seite."]);
        says(&h, &hers, "da", &number).is(303);
        h.get(None, &hers).is(200).hides(&secret).says(&["Sie sind eingetragen"]);
        says(&h, &hers, "melden", "").is(422).hides(&secret);
        h.get(Some(w.quinn), &live(meeting)).is(200).says(&["1. Vorfälle"]);
        h.get(Some(w.nora), &live(meeting)).is(404);
    }
}
