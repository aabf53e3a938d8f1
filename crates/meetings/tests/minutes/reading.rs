//! Who reads what: members, deputies, guests of one item, former members; as page, by link, as file, in search.

use crate::{
    MEETING, does, drafted, entry, letter, meeting, number, page,
    support::{all, at, count, plans, subjects},
    word,
};
use common::{day, operate};
use db::args;
use house::House;
use kernel::Id;

use crate::{common, house, support};

const PARTS: [&str; 4] =
    ["Der Landrat begrüßt.", "Vortrag von Frau Gast.", "Der Stand wurde berichtet.", "Der Plan wurde beraten."];

#[test]
fn n4_10_a_guest_for_one_item_reads_that_item_alone() {
    for h in all() {
        let w = h.w;
        let meeting = plans(&h, w.rag, MEETING, &[]);
        let titles = [
            ("Begrüßung", "public"),
            ("Fachkräfte in der Region", "guests"),
            ("Rechtsstreit einer Kollegin", "closed"),
            ("Arbeitsplan", "internal"),
        ];
        for (title, openness) in titles {
            support::item(&h, meeting, title, "10", openness);
        }
        support::invites(&h, meeting);
        let talk = number(&h, "SELECT id FROM agenda_item WHERE openness = 'guests'").to_string();
        let guest =
            [("tat", "gast"), ("name", "Greta Gast"), ("mail", "greta@ministerium.example.org"), ("item", &talk)];
        h.post(w.kora, &format!("/termine/{meeting}/einladung"), &guest).is(303);
        at(&h, MEETING, 12);
        drafted(&h, meeting);
        does(&h, meeting, "verschicken", &[]).is(303);
        let there = letter(&h, "greta@ministerium.example.org");
        let own = &PARTS[1..2];
        let others = [PARTS[0], PARTS[2], PARTS[3], "Arbeitsplan", "Rechtsstreit", "im Raum", "1. Begrüßung"];
        h.get(None, &there)
            .is(200)
            .says(own)
            .says(&["2. Fachkräfte in der Region", "Lage", "Es gibt eine Arbeitsgruppe."])
            .hides(&others);
        h.get(None, &format!("{there}/pdf")).is(200).says(own).hides(&others);
        h.get(None, &format!("{there}/docx")).is(200);
        // She objects to what she reads, and to nothing else.
        let object = |title: &'static str| {
            let id = entry(&h, title);
            let (number, text) = (format!("paragraph-{id}"), format!("text-{id}"));
            h.send(None, &there, &[("punkt", &id.to_string()), (&number, "1"), (&text, "Frau Dr. Gast.")])
        };
        object("Arbeitsplan").is(404);
        object("Fachkräfte in der Region").is(303);
        assert_eq!(number(&h, "SELECT COUNT(*) FROM minutes_objection"), 1);
        // A link that was never sent opens nothing; opening one changes nothing.
        h.get(None, &format!("{}x", there)).is(410).hides(&PARTS);
        let before = count(&h, "SELECT MAX(seq) FROM event");
        h.get(None, &there).is(200);
        assert_eq!(count(&h, "SELECT MAX(seq) FROM event"), before);
    }
}

/// Anna is away; Vera deputises for her post.
fn away(h: &House) {
    support::account(h, h.w.vera, "vera@example.org");
    let (anna, tenure) = (h.w.anna, h.w.tenure_anna);
    operate(&h.fresh, move |tx, _| {
        tx.silent("she is away");
        let id: Id<()> = tx.id();
        tx.exec(
            "INSERT INTO absence (id, person_id, tenure_id, from_day, until_day) VALUES (:id, :p, :t, '2026-11-01', '2027-06-01')",
            args! { id: id, p: anna, t: tenure },
        )
    })
    .unwrap();
}

#[test]
fn a_deputy_reads_nothing_closed_neither_on_the_page_nor_by_link_nor_in_files() {
    for h in all() {
        let w = h.w;
        away(&h);
        let meeting = meeting(&h);
        drafted(&h, meeting);
        does(&h, meeting, "verschicken", &[]).is(303);
        let there = letter(&h, "vera@example.org");
        let open = [PARTS[0], PARTS[1], PARTS[3]];
        let closed = ["Rechtsstreit", PARTS[2]];
        h.get(None, &there).is(200).says(&open).hides(&closed);
        h.get(None, &format!("{there}/pdf")).says(&open).hides(&closed);
        h.get(Some(w.dora), &page(meeting)).is(200).says(&PARTS);
        let path = page(meeting);
        h.get(Some(w.vera), &path).is(200).says(&open).says(&["4. Arbeitsplan"]).hides(&closed);
        h.get(Some(w.vera), &format!("{path}/pdf")).is(200).says(&open).hides(&closed);
        // Nor on the agenda.
        h.get(Some(w.vera), &format!("/termine/{meeting}/tagesordnung")).is(200).says(&["Arbeitsplan"]).hides(&closed);
        h.get(Some(w.vera), &format!("/termine/{meeting}")).is(200).hides(&closed);
        let id = entry(&h, "Rechtsstreit einer Kollegin");
        h.post(w.vera, &format!("/protokollpunkte/{id}/einwand"), &[("paragraph", "1"), ("text", "x")]).is(404);
        // The number of an item stays what it was, whoever reads.
        h.get(None, &there).says(&["4. Arbeitsplan", "4.1"]);
    }
}

#[test]
fn the_mailbox_of_a_vacant_post_gets_the_minutes_and_those_who_left_read_nothing_more() {
    for h in all() {
        let w = h.w;
        let meeting = meeting(&h);
        drafted(&h, meeting);
        does(&h, meeting, "verschicken", &[]).is(303).says(&[]);
        assert_eq!(subjects(&h, support::AGENDA_MAIL).last().unwrap(), "[Regionale AG] Protokoll: Herbsttreffen");
        h.get(None, &letter(&h, support::AGENDA_MAIL)).says(&[PARTS[3]]).hides(&[PARTS[2]]);
        h.get(Some(w.kora), &page(meeting)).says(&["4 Briefe"]);
        let hers = letter(&h, "dora@example.org");
        h.get(None, &hers).is(200).says(&PARTS);
        // Names of persons stand behind the sign-in.
        h.get(None, &hers).hides(&["Anna Albers", "Dora Dahlke", "Kora Krings"]);
        // Her post is somebody else's from April on.
        operate(&h.fresh, move |tx, op| people::end_tenure(tx, op, w.tenure_dora, day("2027-04-01")).map(drop))
            .unwrap();
        at(&h, "2027-04-01", 0);
        h.get(None, &hers).is(410).hides(&PARTS);
        h.get(None, &format!("{hers}/pdf")).is(410);
        h.get(Some(w.dora), &page(meeting)).is(404).hides(&PARTS);
        h.get(Some(w.anna), &page(meeting)).is(200).says(&PARTS);
    }
}

#[test]
fn search_finds_minutes_by_the_name_of_the_meeting_for_those_of_the_body_alone() {
    for h in all() {
        let w = h.w;
        let meeting = meeting(&h);
        drafted(&h, meeting);
        let kinds: Vec<&'static web::Kind> = meetings::slice().kinds.iter().collect();
        let finds = |who, word: &str| {
            search::follow(&h.fresh.db, &kinds).unwrap();
            h.get(Some(who), &format!("/suche?q={word}")).is(200).html.contains(&page(meeting))
        };
        assert!(!finds(w.dora, "Herbsttreffen") && !finds(w.kora, "Protokoll"), "a draft is in no index");
        does(&h, meeting, "verschicken", &[]).is(303);
        assert!(finds(w.dora, "Herbsttreffen") && finds(w.kora, "Protokoll"));
        assert!(!finds(w.nora, "Herbsttreffen") && !finds(w.olga, "Protokoll"));
        assert!(!finds(w.dora, "Vortrag") && !finds(w.dora, "Rechtsstreit"), "what was said stands in no index");
    }
}

#[test]
fn whoever_has_herself_erased_leaves_the_minutes_and_their_checksum() {
    for h in all() {
        let w = h.w;
        let meeting = meeting(&h);
        h.post(w.kora, &format!("/termine/{meeting}/anwesenheit"), &[("version", "0")]).is(303);
        drafted(&h, meeting);
        let body = format!("p{}", w.dora);
        let id = entry(&h, "Arbeitsplan");
        h.post(
            w.kora,
            &format!("/protokollpunkte/{id}/aufgabe"),
            &[("task", "Nachfragen"), ("owner", &body), ("due", "")],
        )
        .is(303);
        does(&h, meeting, "verschicken", &[]).is(303);
        h.post(
            w.dora,
            &format!("/protokollpunkte/{id}/einwand"),
            &[("paragraph", "1"), ("text", "Er gilt erst ab Mai.")],
        )
        .is(303);
        let objection = number(&h, "SELECT id FROM minutes_objection");
        let decided = [("entscheidung", "ablehnen"), ("words", ""), ("answer", "Doch.")];
        h.post(w.kora, &format!("/protokolleinwaende/{objection}"), &decided).is(303);
        let later = plans(&h, w.rag, "2027-04-14", &[]);
        at(&h, "2027-04-14", 11);
        does(&h, meeting, "genehmigen", &[("meeting", &later.to_string())]).is(303);
        let hash = word(&h, "SELECT hash FROM minutes");
        // What is held about her, and what becomes of it.
        h.get(Some(w.dora), "/konto/daten/alles").is(200).says(&["Anwesenheit in Sitzungen", "Er gilt erst ab Mai."]);
        common::act(&h.fresh, w.dora, |tx, by| (meetings::slice().own.unwrap().erase)(tx, by)).unwrap();
        for sql in [
            "SELECT COUNT(*) FROM attendance WHERE person_id = :p",
            "SELECT COUNT(*) FROM minutes_objection WHERE person_id = :p",
            "SELECT COUNT(*) FROM minutes_letter WHERE person_id = :p",
            "SELECT COUNT(*) FROM minutes_todo WHERE person_id = :p",
        ] {
            assert_eq!(h.fresh.db.read_now(move |c| c.count(sql, args! { p: w.dora })).unwrap(), 0, "{sql}");
        }
        assert_eq!(word(&h, "SELECT hash FROM minutes"), hash);
        h.get(Some(w.anna), &page(meeting)).is(200).says(&["Die Prüfsumme stimmt.", "Nachfragen", "ohne Namen"]);
    }
}
