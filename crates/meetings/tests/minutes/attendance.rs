//! Who is there, since when, for whom; and whether enough are.

use crate::{
    MEETING, does, drafted, meeting, page, rules,
    support::{all, at, by_link, count, invites, link, plans},
    word,
};
use db::args;
use serde_json::json;

/// What the form holds for a line, by the person's family name.
fn key(h: &crate::house::House, meeting: kernel::Id<meetings::Meeting>, family: &str) -> String {
    let html = h.get(Some(h.w.kora), &format!("/termine/{meeting}/anwesenheit")).html;
    let row =
        html.split("<li>").find(|row| row.contains(&format!("<h3>{family}"))).unwrap_or_else(|| panic!("{family}"));
    row.split("name=\"wie-").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

fn version(h: &crate::house::House) -> String {
    count(h, "SELECT COALESCE(MAX(version), 0) FROM meeting_sheet").to_string()
}

#[test]
fn n3_2_the_list_begins_with_the_answers_and_is_kept_by_whoever_convenes() {
    for h in all() {
        let w = h.w;
        let meeting = plans(&h, w.rag, MEETING, &[]);
        invites(&h, meeting);
        by_link(&h, &link(&h, "anna@example.org"), "zusagen", &[]).is(303);
        by_link(&h, &link(&h, "dora@example.org"), "vertretung", &[("name", "Jo Muster"), ("mail", "jo@example.org")])
            .is(303);
        let path = format!("/termine/{meeting}/anwesenheit");
        // Before the day there is nothing to keep; others neither see nor keep it.
        h.get(Some(w.kora), &path)
            .is(200)
            .says(&["am Tag der Sitzung", "17. März 2027"])
            .hides(&["Anwesenheit speichern"]);
        h.post(w.kora, &path, &[("version", "0")]).is(422);
        at(&h, MEETING, 9);
        h.get(Some(w.dora), &path).is(403);
        h.get(Some(w.nora), &path).is(404);
        h.post(w.dora, &path, &[("version", "0")]).is(403);
        h.get(Some(w.kora), &path).is(200).says(&[
            "Anna Albers",
            "im Raum",
            "vertreten durch Jo Muster",
            "Postfach einer unbesetzten Stelle",
            "Anwesenheit speichern",
        ]);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM attendance"), 0, "looking keeps nothing");
        let (anna, dora) = (key(&h, meeting, "Anna Albers"), key(&h, meeting, "Dora Dahlke"));
        let (how_a, from_a, until_a) = (format!("wie-{anna}"), format!("von-{anna}"), format!("bis-{anna}"));
        let (how_d, who_d) = (format!("wie-{dora}"), format!("wer-{dora}"));
        let send = |version: &str, from: &str, until: &str| {
            let fields = [
                ("version", version),
                (how_a.as_str(), "remote"),
                (from_a.as_str(), from),
                (until_a.as_str(), until),
                (how_d.as_str(), "represented"),
                (who_d.as_str(), "Jo Muster-Beispiel"),
                ("guest", "Greta Gast"),
            ];
            h.post(w.kora, &path, &fields)
        };
        send("0", "halb elf", "").is(422).says(&["10:30", "Jo Muster-Beispiel"]);
        send("0", "11:30", "11:00").is(422).says(&["Das Ende liegt nach dem Beginn."]);
        send("0", "10:30", "11:30").is(303);
        // A form from before changes nothing.
        send("0", "", "").is(409);
        h.get(Some(w.kora), &path).says(&[
            "zugeschaltet, ab 10:30 Uhr, bis 11:30 Uhr",
            "vertreten durch Jo Muster-Beispiel",
            "Greta Gast",
            "eine Person als Gast",
        ]);
        // The vacant post is on the list, and nobody is there for it.
        assert_eq!(count(&h, "SELECT COUNT(*) FROM attendance WHERE capacity = 'mailbox' AND state = 'absent'"), 1);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM attendance"), 5);
        // An informal body is told nothing of a quorum.
        h.get(Some(w.kora), &path).hides(&["Beschlussfähigkeit", "stimmberechtigt"]);
    }
}

#[test]
fn n4_2_votes_and_guests_are_told_apart_and_the_quorum_is_lost_in_the_middle() {
    for h in all() {
        let w = h.w;
        // More than half of the seats with a vote, vacant ones included: two of three towns and a chair.
        let changes = [
            ("quorum.presumed", json!(false)),
            ("quorum.base", json!("voting_seats")),
            ("quorum.need", json!({"at_least": "1/2"})),
            ("quorum.vacant", json!(true)),
            ("votes.unit", json!("post")),
            ("quorum.duly_invited", json!(false)),
        ];
        rules(&h, w.rag, "council", &changes);
        let meeting = plans(&h, w.rag, MEETING, &[]);
        invites(&h, meeting);
        at(&h, MEETING, 9);
        let path = format!("/termine/{meeting}/anwesenheit");
        h.get(Some(w.kora), &path).says(&[
            "Beschlussfähigkeit",
            "nicht beschlussfähig",
            "stimmberechtigt",
            "ohne Stimme",
        ]);
        let (anna, dora) = (key(&h, meeting, "Anna Albers"), key(&h, meeting, "Dora Dahlke"));
        let keep = |dora_until: &str| {
            let (a, d, until) = (format!("wie-{anna}"), format!("wie-{dora}"), format!("bis-{dora}"));
            let now = version(&h);
            let fields = [
                ("version", now.as_str()),
                (a.as_str(), "present"),
                (d.as_str(), "present"),
                (until.as_str(), dora_until),
            ];
            h.post(w.kora, &path, &fields).is(303);
            h.get(Some(w.kora), &path)
        };
        // Anna holds a post and the chair: she is there for both. Dora is there until eleven.
        keep("").says(&["10 Uhr: beschlussfähig"]).hides(&["nicht beschlussfähig"]);
        keep("11:00").says(&["10 Uhr: beschlussfähig", "11 Uhr: nicht beschlussfähig"]);
        // The minutes keep what was said of it.
        at(&h, MEETING, 12);
        drafted_minimal(&h, meeting);
        let said = word(&h, "SELECT quorum_de FROM minutes");
        assert!(said.starts_with("10 Uhr: ") && said.contains("\n11 Uhr: "), "{said}");
        assert_eq!(count(&h, "SELECT COUNT(*) FROM minutes WHERE quorum_holds"), 0);
        h.get(Some(w.dora), &page(meeting)).says(&["11 Uhr: "]);
        h.post(w.kora, &path, &[("version", &version(&h))]).is(422).says(&["Das Protokoll ist verschickt."]);
    }
}

/// An item of its own, so that something can be sent.
fn drafted_minimal(h: &crate::house::House, meeting: kernel::Id<meetings::Meeting>) {
    does(h, meeting, "anlegen", &[]).is(303);
    let fields = [("title", "Austausch"), ("text", "Es wurde beraten."), ("openness", "internal")];
    h.post(h.w.kora, &format!("/termine/{meeting}/protokollpunkt"), &fields).is(303);
    does(h, meeting, "verschicken", &[]).is(303);
}

#[test]
fn in_a_sensitive_network_it_is_forgotten_after_thirty_days_and_the_numbers_stay() {
    for h in all() {
        let w = h.w;
        crate::support::account(&h, w.quinn, "quinn@example.org");
        for body in [w.kept, w.rag] {
            let meeting = plans(&h, body, MEETING, &[]);
            invites(&h, meeting);
            at(&h, MEETING, 12);
            h.post(w.kora, &format!("/termine/{meeting}/anwesenheit"), &[("version", "0")]).is(303);
            if body == w.kept {
                drafted_minimal(&h, meeting);
            }
            at(&h, "2026-11-23", 12);
        }
        let of = |body: kernel::Id<networks::Body>| {
            h.fresh
                .db
                .read_now(move |c| {
                    c.count(
                        "SELECT COUNT(*) FROM attendance a JOIN meeting m ON m.id = a.meeting_id WHERE m.body_id = :b",
                        args! { b: body },
                    )
                })
                .unwrap()
        };
        assert!(of(w.kept) > 0 && of(w.rag) > 0);
        let text = h.letters("quinn@example.org").pop().unwrap();
        assert_eq!(text.0, "Protokoll: 17. März 2027");
        for word in ["Herbsttreffen", "LSBTIQ", "/protokoll/"] {
            assert!(!text.1.contains(word), "{word} stands in {}", text.1);
        }
        assert!(text.1.contains("/termine/"));
        crate::support::daily(&h, "meetings.cleanup", "2027-04-16");
        assert!(of(w.kept) > 0, "thirty days are not over");
        crate::support::daily(&h, "meetings.cleanup", "2027-04-17");
        assert_eq!(of(w.kept), 0);
        assert!(of(w.rag) > 0);
    }
}

#[test]
fn of_a_committee_that_alone_is_sensitive_it_is_forgotten_too() {
    for h in all() {
        let w = h.w;
        for body in [w.gma, w.rag] {
            let meeting = plans(&h, body, MEETING, &[]);
            invites(&h, meeting);
            at(&h, MEETING, 12);
            h.post(w.kora, &format!("/termine/{meeting}/anwesenheit"), &[("version", "0")]).is(303);
            at(&h, "2026-11-23", 12);
        }
        let of = |sensitive: i64| {
            let sql = "SELECT COUNT(*) FROM attendance a JOIN meeting m ON m.id = a.meeting_id JOIN body b ON b.id = m.body_id \
                       WHERE CASE WHEN b.sensitive THEN 1 ELSE 0 END = :sensitive";
            h.fresh.db.read_now(move |c| c.count(sql, args! { sensitive: sensitive })).unwrap()
        };
        let turn = move |tx: &db::Tx<'_>| {
            tx.silent("a test");
            tx.exec("UPDATE body SET sensitive = TRUE, roster_level = 2 WHERE id = :id", args! { id: w.gma }).map(drop)
        };
        h.fresh.db.write_now(turn).unwrap();
        crate::support::daily(&h, "meetings.cleanup", "2027-04-16");
        assert!(of(1) > 0 && of(0) > 0, "thirty days are not over");
        crate::support::daily(&h, "meetings.cleanup", "2027-04-17");
        assert!(of(1) == 0 && of(0) > 0, "the network around it keeps its own");
    }
}

#[test]
fn the_draft_shows_who_was_there_and_the_page_of_the_meeting_leads_to_both() {
    for h in all() {
        let w = h.w;
        let meeting = meeting(&h);
        h.get(Some(w.kora), &format!("/termine/{meeting}")).says(&["/anwesenheit", "/protokoll"]);
        h.get(Some(w.dora), &format!("/termine/{meeting}")).hides(&["/anwesenheit", "/protokoll"]);
        drafted(&h, meeting);
        h.get(Some(w.kora), &page(meeting)).says(&["Anwesenheit: 4 Personen", "Anna Albers: nicht da"]);
        h.get(Some(w.dora), &format!("/termine/{meeting}")).hides(&["/protokoll"]);
        does(&h, meeting, "verschicken", &[]).is(303);
        h.get(Some(w.dora), &format!("/termine/{meeting}")).says(&["/protokoll"]);
    }
}
