//! Objections, approval, addenda.

use crate::{
    does, drafted, entry, letter, meeting, number, page, rules,
    support::{all, at, daily, plans},
    word,
};
use kernel::{Day, Id};
use serde_json::json;

/// Objects by a letter's link.
fn by_letter(h: &crate::house::House, there: &str, entry: i64, paragraph: &str, text: &str) -> crate::house::Seen {
    let (number, words) = (format!("paragraph-{entry}"), format!("text-{entry}"));
    h.send(None, there, &[("punkt", &entry.to_string()), (&number, paragraph), (&words, text)])
}

#[test]
fn an_objection_on_the_last_second_counts_and_a_second_later_does_not() {
    for h in all() {
        let w = h.w;
        let meeting = meeting(&h);
        drafted(&h, meeting);
        does(&h, meeting, "verschicken", &[]).is(303);
        let id = entry(&h, "Begrüßung");
        let there = letter(&h, "dora@example.org");
        // Sent on 17 March: fourteen days end with 31 March.
        h.get(None, &there).is(200).says(&[
            "Einwände sind bis Mittwoch, 31. März 2027 möglich.",
            "1.2",
            "Er dankt allen.",
        ]);
        let end = Day::literal("2027-04-01").at(0, 0);
        h.fresh.clock.set(end.plus_seconds(-1));
        by_letter(&h, &there, id, "2", "").is(422).says(&["Bitte schreiben Sie, was nicht stimmt."]);
        by_letter(&h, &there, id, "3", "Diesen Absatz gibt es nicht.").is(422).says(&["Diesen Absatz gibt es nicht."]);
        by_letter(&h, &there, id, "2", "Er dankte nicht.").is(303);
        // Sent twice it is one.
        by_letter(&h, &there, id, "2", "Er dankte nicht.").is(303);
        h.get(None, &there).says(&["Ihre Einwände", "Er dankte nicht.", "noch nicht entschieden"]);
        let path = format!("/protokollpunkte/{id}/einwand");
        h.post(w.dora, &path, &[("paragraph", "1"), ("text", "Es war die Landrätin.")]).is(303);
        h.fresh.clock.set(end);
        by_letter(&h, &there, id, "1", "Zu spät.").is(422).says(&["Die Frist für Einwände ist vorbei."]);
        h.post(w.dora, &path, &[("paragraph", "1"), ("text", "Zu spät.")]).is(422);
        h.get(None, &there).says(&["Die Frist für Einwände ist vorbei."]).hides(&["Einwand senden"]);
        assert_eq!(number(&h, "SELECT COUNT(*) FROM minutes_objection"), 2);
        // Those who lead learned of it by a task; the letter tells nobody what it says.
        assert_eq!(number(&h, "SELECT COUNT(*) FROM task WHERE title LIKE 'Einwand%' AND state = 'open'"), 2);
        assert!(h.all_letters().iter().all(|(_, _, text)| !text.contains("dankte nicht")));
        // Others of no body see nothing of it.
        h.post(w.nora, &path, &[("paragraph", "1"), ("text", "x")]).is(404);
        h.get(Some(w.nora), &path).is(404);
        h.get(None, &path).is(303);
    }
}

#[test]
fn an_accepted_objection_changes_its_paragraph_and_a_declined_one_says_why() {
    for h in all() {
        let w = h.w;
        let meeting = meeting(&h);
        drafted(&h, meeting);
        does(&h, meeting, "verschicken", &[]).is(303);
        let id = entry(&h, "Begrüßung");
        let path = format!("/protokollpunkte/{id}/einwand");
        h.get(Some(w.dora), &format!("{path}?absatz=2"))
            .is(200)
            .says(&["1.1 Der Landrat begrüßt.", "1.2 Er dankt allen."]);
        h.post(w.dora, &path, &[("paragraph", "2"), ("text", "Er dankte nur den Gästen.")]).is(303);
        h.post(w.anna, &path, &[("paragraph", "1"), ("text", "Es war die Landrätin.")]).is(303);
        let first = number(&h, "SELECT MIN(id) FROM minutes_objection");
        let second = number(&h, "SELECT MAX(id) FROM minutes_objection");
        let (first, second) = (format!("/protokolleinwaende/{first}"), format!("/protokolleinwaende/{second}"));
        h.get(Some(w.dora), &page(meeting))
            .says(&["2 Einwände sind noch offen.", "Er dankte nur den Gästen."])
            .hides(&["/protokolleinwaende/"]);
        // Nothing is approved while one is open.
        let later = plans(&h, w.rag, "2027-04-14", &[]);
        at(&h, "2027-04-14", 11);
        does(&h, meeting, "genehmigen", &[("meeting", &later.to_string())])
            .is(422)
            .says(&["Entscheiden Sie zuerst die Einwände."]);
        h.get(Some(w.dora), &first).is(403);
        h.get(Some(w.nora), &first).is(404);
        h.get(Some(w.kora), &first).is(200).says(&["Zu Absatz 1.2 von Dora Dahlke", "Er dankte nur den Gästen."]);
        let decide = |who, path: &str, what: &str, words: &str, answer: &str| {
            h.post(who, path, &[("entscheidung", what), ("words", words), ("answer", answer)])
        };
        decide(w.dora, &first, "annehmen", "Er dankt den Gästen.", "").is(403);
        decide(w.kora, &first, "annehmen", "Er dankt allen.", "").is(422).says(&["wie der Absatz jetzt lautet"]);
        decide(w.kora, &first, "annehmen", "Er dankt den Gästen.", "").is(303);
        decide(w.kora, &first, "ablehnen", "", "Doch.").is(422).says(&["schon entschieden"]);
        decide(w.kora, &second, "ablehnen", "", "").is(422).says(&["warum der Absatz bleibt"]);
        decide(w.kora, &second, "ablehnen", "", "Die Aufzeichnung sagt es anders.").is(303);
        h.get(Some(w.dora), &page(meeting))
            .says(&[
                "Er dankt den Gästen.",
                "der Absatz ist geändert",
                "Die Aufzeichnung sagt es anders.",
                "Der Landrat begrüßt.",
            ])
            .hides(&["Er dankt allen."]);
        assert_eq!(number(&h, "SELECT COUNT(*) FROM task WHERE title LIKE 'Einwand%' AND state = 'open'"), 0);
        // What was sent cannot be written over.
        let over = [("title", "Begrüßung"), ("text", "Anders."), ("version", "3"), ("openness", "public")];
        h.post(w.kora, &format!("/protokollpunkte/{id}"), &over).is(422);
        does(&h, meeting, "verschicken", &[]).is(422);
    }
}

/// Where the objection of those words is decided.
fn decided_at(h: &crate::house::House, text: &'static str) -> String {
    let read = move |c: &db::Conn| c.count("SELECT id FROM minutes_objection WHERE text = :t", db::args! { t: text });
    format!("/protokolleinwaende/{}", h.fresh.db.read_now(read).unwrap())
}

/// Minutes sent round whose first entry has three paragraphs, with four objections to that and one to another entry.
fn objected(h: &crate::house::House) -> Id<meetings::Meeting> {
    let w = h.w;
    let meeting = meeting(h);
    drafted(h, meeting);
    crate::writes(h, "Begrüßung", "Der Landrat begrüßt.\n\nEr dankt allen.\n\nDie Runde stellt sich vor.", &[]);
    does(h, meeting, "verschicken", &[]).is(303);
    let objects = |who, title, paragraph: &str, text: &str| {
        let path = format!("/protokollpunkte/{}/einwand", entry(h, title));
        h.post(who, &path, &[("paragraph", paragraph), ("text", text)]).is(303);
    };
    objects(w.dora, "Begrüßung", "1", "Das war vor der Sitzung.");
    objects(w.anna, "Begrüßung", "1", "Es war die Landrätin.");
    objects(w.anna, "Begrüßung", "2", "Er dankte niemandem.");
    objects(w.dora, "Begrüßung", "3", "Frau Gast fehlte.");
    objects(w.dora, "Arbeitsplan", "1", "Es war der neue Plan.");
    meeting
}

#[test]
fn after_a_paragraph_went_each_open_objection_is_still_at_its_own() {
    for h in all() {
        let w = h.w;
        let meeting = objected(&h);
        let accept = |text, words: &str| {
            h.post(w.kora, &decided_at(&h, text), &[("entscheidung", "annehmen"), ("words", words), ("answer", "")])
        };
        h.get(Some(w.kora), &decided_at(&h, "Das war vor der Sitzung."))
            .says(&["Zu Absatz 1.1", "Was sonst noch gegen ihn offen ist, ist damit entschieden."]);
        accept("Das war vor der Sitzung.", "").is(303);
        // What else was open against it is decided with it, its task as well.
        accept("Es war die Landrätin.", "Die Landrätin begrüßt.").is(422).says(&["schon entschieden"]);
        h.get(Some(w.anna), &page(meeting)).says(&["3 Einwände sind noch offen."]).hides(&["Der Landrat begrüßt."]);
        assert_eq!(number(&h, "SELECT COUNT(*) FROM task WHERE title LIKE 'Einwand%' AND state = 'open'"), 3);
        h.get(Some(w.kora), &decided_at(&h, "Frau Gast fehlte."))
            .says(&["Zu Absatz 1.2 von Dora Dahlke", "Die Runde stellt sich vor.</textarea>"])
            .hides(&["Er dankt allen."]);
        h.get(Some(w.kora), &decided_at(&h, "Er dankte niemandem."))
            .says(&["Zu Absatz 1.1", "Er dankt allen.</textarea>"]);
        // Of another entry nothing moved.
        h.get(Some(w.kora), &decided_at(&h, "Es war der neue Plan."))
            .says(&["Zu Absatz 4.1", "Der Plan wurde beraten.</textarea>"]);
        accept("Frau Gast fehlte.", "Die Runde ohne Frau Gast stellt sich vor.").is(303);
        assert_eq!(
            word(&h, "SELECT text FROM minutes_entry WHERE title = 'Begrüßung'"),
            "Er dankt allen.\n\nDie Runde ohne Frau Gast stellt sich vor."
        );
        accept("Er dankte niemandem.", "Er geht.").is(303);
        accept("Es war der neue Plan.", "Der neue Plan wurde beraten.").is(303);
        assert_eq!(number(&h, "SELECT COUNT(*) FROM task WHERE title LIKE 'Einwand%' AND state = 'open'"), 0);
    }
}

#[test]
fn after_a_paragraph_became_two_each_open_objection_is_still_at_its_own() {
    for h in all() {
        let w = h.w;
        objected(&h);
        let accept = |text, words: &str| {
            let fields = [("entscheidung", "annehmen"), ("words", words), ("answer", "")];
            h.post(w.kora, &decided_at(&h, text), &fields).is(303);
        };
        accept("Er dankte niemandem.", "Er dankt den Gästen.\n\n- der Stadt\n- dem Kreis\n\nBeifall.");
        h.get(Some(w.kora), &decided_at(&h, "Frau Gast fehlte."))
            .says(&["Zu Absatz 1.5 von Dora Dahlke", "Die Runde stellt sich vor.</textarea>"]);
        // What stands before it keeps its number, and so does what is open against a paragraph that became several.
        accept("Das war vor der Sitzung.", "Vor der Sitzung begrüßt der Landrat.\n\nEs ist zehn Uhr.");
        h.get(Some(w.kora), &decided_at(&h, "Es war die Landrätin."))
            .says(&["Zu Absatz 1.1", "Vor der Sitzung begrüßt der Landrat.</textarea>"]);
        accept("Frau Gast fehlte.", "Die Runde ohne Frau Gast stellt sich vor.");
        let text = word(&h, "SELECT text FROM minutes_entry WHERE title = 'Begrüßung'");
        assert!(
            text.ends_with("Er dankt den Gästen.\n\n- der Stadt\n- dem Kreis\n\nBeifall.\n\nDie Runde ohne Frau Gast stellt sich vor."),
            "{text}"
        );
        h.get(Some(w.kora), &decided_at(&h, "Es war der neue Plan.")).says(&["Zu Absatz 4.1"]);
    }
}

#[test]
fn the_chair_changed_before_approval_and_the_new_one_approves() {
    for h in all() {
        let w = h.w;
        let meeting = meeting(&h);
        drafted(&h, meeting);
        let version = number(&h, "SELECT version FROM minutes").to_string();
        let persons = format!("/termine/{meeting}/protokollangaben");
        let (anna, kora) = (w.anna.to_string(), w.kora.to_string());
        h.get(Some(w.kora), &persons).is(200).says(&["Anna Albers", "Sitzungsleitung"]);
        h.post(w.kora, &persons, &[("version", &version), ("chair", "12345"), ("keeper", &kora)]).is(422);
        h.post(w.kora, &persons, &[("version", &version), ("chair", &anna), ("keeper", &kora)]).is(303);
        h.post(w.kora, &persons, &[("version", &version), ("chair", ""), ("keeper", "")]).is(409);
        does(&h, meeting, "verschicken", &[]).is(303);
        // Anna chairs and may approve; then Dora is elected in her place.
        let later = plans(&h, w.rag, "2027-04-14", &[]);
        let early = plans(&h, w.rag, "2027-03-10", &[]);
        let (chair, dora, post) = (w.chair, w.dora, w.post_dueren);
        let (kora_id, from) = (w.kora, Day::literal("2027-04-01"));
        crate::common::act(&h.fresh, kora_id, move |tx, by| {
            let sits: Id<networks::Occupancy> = Id::new(tx.count(
                "SELECT id FROM occupancy WHERE seat_id = :s ORDER BY id DESC LIMIT 1",
                db::args! { s: chair },
            )?);
            networks::end_occupancy(tx, by, sits, from, networks::EndReason::Resignation)?;
            let who = networks::Occupant::person_by_post(dora, post);
            networks::fill_seat(tx, by, &networks::NewOccupancy::new(chair, who, from)).map(drop)
        })
        .unwrap();
        at(&h, "2027-04-14", 9);
        let approves = |who, meeting: Id<meetings::Meeting>, by: Id<meetings::Meeting>| {
            h.post(who, &page(meeting), &[("tat", "genehmigen"), ("meeting", &by.to_string())])
        };
        approves(w.dora, meeting, later).is(422).says(&["die das Protokoll genehmigt hat"]);
        at(&h, "2027-04-14", 11);
        approves(w.anna, meeting, later).is(403);
        // Neither itself, nor an earlier one, nor one of another body.
        for wrong in [meeting, early] {
            approves(w.dora, meeting, wrong).is(422);
        }
        h.get(Some(w.dora), &page(meeting)).says(&["Als genehmigt eintragen", "Anna Albers"]);
        approves(w.dora, meeting, later).is(303);
        let seen = h.get(Some(w.anna), &page(meeting));
        seen.says(&[
            "genehmigt",
            "in der Sitzung „Herbsttreffen“",
            "14. April 2027",
            "Die Prüfsumme stimmt.",
            "Anna Albers",
        ]);
        approves(w.dora, meeting, later).is(422).says(&["schon genehmigt"]);
        // Frozen: neither objection nor entry nor attendance, only addenda, signed by office.
        let id = entry(&h, "Begrüßung");
        h.post(w.anna, &format!("/protokollpunkte/{id}/einwand"), &[("paragraph", "1"), ("text", "Nein.")]).is(422);
        h.post(w.dora, &format!("/termine/{meeting}/anwesenheit"), &[("version", "0")]).is(422);
        let adds = |who, text: &str| h.post(who, &page(meeting), &[("tat", "nachtrag"), ("text", text)]);
        adds(w.anna, "Ich auch.").is(403);
        adds(w.dora, "").is(422).says(&["Bitte schreiben Sie den Nachtrag."]);
        adds(w.dora, "Der Vortrag ist nachgereicht.").is(303);
        h.get(Some(w.anna), &page(meeting)).says(&[
            "Der Vortrag ist nachgereicht.",
            "14. April 2027, Vorsitz",
            "Die Prüfsumme stimmt.",
        ]);
        h.get(Some(w.anna), &format!("{}/pdf", page(meeting)))
            .says(&["Der Vortrag ist nachgereicht.", &word(&h, "SELECT hash FROM minutes")]);
        // Whoever changes a letter of it behind the program is found out.
        h.fresh
            .db
            .write_now(|tx| {
                tx.silent("somebody at the database");
                tx.exec("UPDATE minutes_entry SET text = 'Gefälscht.' WHERE title = 'Arbeitsplan'", db::args! {})
            })
            .unwrap();
        h.get(Some(w.anna), &page(meeting)).says(&["Die Prüfsumme stimmt nicht."]);
    }
}

#[test]
fn time_alone_approves_only_where_the_rules_say_so_and_nobody_objects() {
    for (by_clock, objects, wanted) in [(false, false, 0), (true, true, 0), (true, false, 1)] {
        for h in all() {
            let changes = [("minutes.by_clock", json!(by_clock)), ("minutes.objections", json!({"weeks": 3}))];
            rules(&h, h.w.rag, "council", &changes);
            let meeting = meeting(&h);
            drafted(&h, meeting);
            does(&h, meeting, "verschicken", &[]).is(303);
            h.get(Some(h.w.dora), &page(meeting)).says(&["bis Mittwoch, 7. April 2027 möglich"]);
            if objects {
                let id = entry(&h, "Begrüßung");
                let path = format!("/protokollpunkte/{id}/einwand");
                h.post(h.w.dora, &path, &[("paragraph", "1"), ("text", "Nein.")]).is(303);
            }
            daily(&h, "meetings.approve", "2027-04-07");
            assert_eq!(number(&h, "SELECT COUNT(*) FROM minutes WHERE state = 'approved'"), 0);
            daily(&h, "meetings.approve", "2027-04-08");
            let approved = number(&h, "SELECT COUNT(*) FROM minutes WHERE state = 'approved'");
            assert_eq!(approved, wanted, "{by_clock} {objects}");
            if wanted == 1 {
                h.get(Some(h.w.dora), &page(meeting))
                    .says(&["nach Ablauf der Frist ohne Einwand", "Die Prüfsumme stimmt."]);
            }
        }
    }
}
