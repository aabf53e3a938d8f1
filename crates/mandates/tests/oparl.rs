//! Sittings out of a council information system, asked of a server on this machine: what is read is looked at before it is
//! taken, the same object is recognised again, and a server that behaves badly changes nothing.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a test stops where something is wrong, and measures"
)]

#[path = "../../networks/tests/common/mod.rs"]
mod common;
#[path = "../../networks/tests/house/mod.rs"]
mod house;
#[path = "oparl/server.rs"]
mod server;
mod support;

use std::sync::{Arc, atomic::Ordering::SeqCst};

use fetch::Reach;
use server::{Ris, meeting, object, page};
use support::{Stage, all};

fn path(s: &Stage) -> String {
    format!("/gremien/{}/mandate/ratsinformation", s.board)
}

/// Has it read, as the worker does it: the newest job that was put down.
fn work(s: &Stage, reach: &Reach) {
    let payload = s
        .fresh
        .db
        .read_now(|c| {
            c.one("SELECT payload FROM job WHERE kind = 'mandates.oparl' ORDER BY id DESC LIMIT 1", db::args! {}, |r| {
                r.get::<String>(0)
            })
        })
        .unwrap();
    mandates::read_pages(&s.fresh.db, &payload, reach).unwrap();
}

fn reads(s: &Stage, url: &str) {
    s.post(s.w.dora, &path(s), &[("tat", "lesen"), ("url", url)]).is(303);
    work(s, &Reach::local());
}

fn takes(s: &Stage) {
    let version = s.count("SELECT version FROM oparl_source").to_string();
    s.post(s.w.dora, &path(s), &[("tat", "uebernehmen"), ("version", &version)]).is(303);
}

fn sittings(s: &Stage) -> i64 {
    s.count("SELECT COUNT(*) FROM outside_session WHERE NOT called_off")
}

/// Three sittings of a body, on two pages; one lies long ago.
fn small(ris: &Ris) -> String {
    let at = ris.at();
    ris.put("/oparl", &object(&at, "System", "/oparl", &format!(r#","body":"{at}/bodies""#)));
    let body = object(&at, "Body", "/body/1", &format!(r#","name":"Kreis","organization":"{at}/organizations""#));
    ris.put("/bodies", &page(std::slice::from_ref(&body), None));
    ris.put("/body/1", &body);
    let board = object(&at, "Organization", "/org/1", &format!(r#","name":"Beirat","meeting":"{at}/org/1/meeting""#));
    let other = object(&at, "Organization", "/org/2", &format!(r#","name":"Kreistag","meeting":"{at}/org/2/meeting""#));
    ris.put("/organizations", &page(&[other, board.clone()], None));
    ris.put("/org/1", &board);
    let first =
        [meeting(&at, 1, "4. Sitzung", "2026-12-10T10:00:00+01:00", &["Begrüßung", "Förderung der Ausbildung"], "")];
    ris.put("/org/1/meeting", &page(&first, Some(&format!("{at}/org/1/meeting?seite=2"))));
    let second = [
        meeting(&at, 2, "1. Sitzung 2027", "2027-02-11T10:00:00+01:00", &["Haushalt"], ""),
        meeting(&at, 3, "Alte Sitzung", "2019-02-11T10:00:00+01:00", &["Haushalt"], ""),
    ];
    ris.put("/org/1/meeting?seite=2", &page(&second, None));
    format!("{at}/oparl")
}

#[test]
fn n2_5_sittings_are_read_from_the_system_of_the_council_looked_at_and_taken() {
    for s in all() {
        let (w, ris) = (s.w, Ris::start());
        s.delegated(&[]);
        let entry = small(&ris);
        // Whoever enters sittings may, and nobody else; who has no part in it does not know of it.
        for (who, status) in [(Some(w.nora), 404), (Some(w.quinn), 404), (Some(w.vera), 403), (None, 303)] {
            s.get(who, &path(&s)).is(status);
        }
        s.post(w.vera, &path(&s), &[("tat", "lesen"), ("url", &entry)]).is(403);
        s.get(Some(w.dora), &format!("/gremien/{}/mandate", s.board)).says(&["Sitzungen einlesen"]);
        s.post(w.dora, &path(&s), &[("tat", "lesen"), ("url", "beirat.example.org")])
            .is(422)
            .says(&["beginnt", "beirat.example.org"]);
        s.post(w.dora, &path(&s), &[("tat", "lesen"), ("url", &entry)]).is(303);
        s.get(Some(w.dora), &path(&s)).says(&["Das Lesen beginnt gleich."]);
        s.post(w.dora, &path(&s), &[("tat", "lesen"), ("url", &entry)]).is(422).says(&["werden gerade gelesen"]);
        work(&s, &Reach::local());
        // One municipality is followed by itself; which of its bodies is chosen by a person.
        s.get(Some(w.dora), &path(&s)).says(&["Welches Gremium ist es?", "Kreistag", "Beirat"]);
        s.post(w.dora, &path(&s), &[("tat", "waehlen"), ("gremium", "9")]).is(404);
        s.post(w.dora, &path(&s), &[("tat", "waehlen"), ("gremium", "1")]).is(303);
        work(&s, &Reach::local());
        let preview = s.get(Some(w.dora), &path(&s));
        preview.says(&["Was übernommen wird", "4. Sitzung", "10. Dezember 2026", "1. Sitzung 2027", "2 Punkte"]);
        preview.hides(&["Alte Sitzung"]);
        assert_eq!(sittings(&s), 0, "nothing is entered before it is taken");
        s.post(w.dora, &path(&s), &[("tat", "uebernehmen"), ("version", "1")]).is(303);
        assert_eq!(sittings(&s), 0, "a preview that is no longer the latest takes nothing");
        takes(&s);
        s.get(Some(w.dora), &path(&s)).says(&["Übernommen am"]);
        let board = s.get(Some(w.kora), &format!("/gremien/{}/mandate", s.board));
        board.says(&["4. Sitzung", "1. Sitzung 2027"]).hides(&["Alte Sitzung"]);
        let id = s.count("SELECT MIN(id) FROM outside_session");
        s.get(Some(w.dora), &format!("/aussensitzungen/{id}"))
            .says(&["Förderung der Ausbildung", "Kreishaus, Raum 5, Düren"]);
        assert_eq!(s.count("SELECT COUNT(*) FROM oparl_meeting"), 0);
    }
}

#[test]
fn what_changed_or_is_gone_there_is_recognised_and_what_matters_stays_marked() {
    for s in all() {
        let (w, ris) = (s.w, Ris::start());
        s.delegated(&[]);
        small(&ris);
        let at = ris.at();
        let list = format!("{at}/org/1/meeting");
        reads(&s, &list);
        takes(&s);
        let id = s.count("SELECT MIN(id) FROM outside_session");
        let item = s.count("SELECT id FROM session_item WHERE title = 'Förderung der Ausbildung'").to_string();
        let session = format!("/aussensitzungen/{id}");
        s.post(w.dora, &session, &[("tat", "merken"), ("wichtig", &item)]).is(303);
        // The same again: nothing new.
        reads(&s, &list);
        s.get(Some(w.dora), &path(&s)).says(&["Es gibt nichts Neues.", "unverändert"]);
        // Her pack is out; then the sitting moves, gets an item more, and another one is called off.
        s.daily("mandates.brief", "2026-11-27");
        let agenda = ["Begrüßung", "Wohnen", "Förderung der Ausbildung"];
        ris.put(
            "/org/1/meeting",
            &page(
                &[meeting(&at, 1, "4. Sitzung", "2026-12-11T14:00:00+01:00", &agenda, "")],
                Some(&format!("{list}?seite=2")),
            ),
        );
        ris.put(
            "/org/1/meeting?seite=2",
            &page(
                &[meeting(
                    &at,
                    2,
                    "1. Sitzung 2027",
                    "2027-02-11T10:00:00+01:00",
                    &["Haushalt"],
                    r#","cancelled":true"#,
                )],
                None,
            ),
        );
        reads(&s, &list);
        s.get(Some(w.dora), &path(&s)).says(&["geändert", "bisher", "10. Dezember 2026", "fällt aus"]);
        let before = s.subjects("dora@example.org").len();
        takes(&s);
        assert_eq!(
            s.subjects("dora@example.org").split_off(before),
            ["Andere Zeit oder anderer Ort: Beirat Arbeitsmarkt"]
        );
        s.get(Some(w.dora), &session).says(&["11. Dezember 2026, 14 Uhr", "Wohnen"]);
        let marked = "SELECT COUNT(*) FROM session_item WHERE relevant AND title = 'Förderung der Ausbildung'";
        assert_eq!((s.count(marked), sittings(&s)), (1, 1));
        // Changed by hand and not there: it stays. Gone there: it is called off.
        ris.put("/org/1/meeting", &page(&[], None));
        reads(&s, &list);
        s.get(Some(w.dora), &path(&s)).says(&["steht dort nicht mehr"]);
        takes(&s);
        assert_eq!(sittings(&s), 0);
        assert_eq!(s.count("SELECT COUNT(*) FROM outside_session"), 2, "what was entered once stays to be read");
    }
}

#[test]
fn a_server_that_behaves_badly_is_stopped_with_its_reason_and_changes_nothing() {
    for s in all() {
        let (w, ris) = (s.w, Ris::start());
        s.delegated(&[]);
        small(&ris);
        let at = ris.at();
        reads(&s, &format!("{at}/org/1/meeting"));
        takes(&s);
        let good = meeting(&at, 9, "Neu", "2026-12-20T10:00:00+01:00", &["Neues"], "");
        ris.put("/html", "<html>Anmelden</html>");
        ris.put("/types", &page(&[good.clone(), good.replace(r#""2026-12-20T10:00:00+01:00""#, "17")], None));
        ris.put("/circle", &page(std::slice::from_ref(&good), Some(&format!("{at}/circle?seite=2"))));
        ris.put("/circle?seite=2", &page(&[], Some(&format!("{at}/circle"))));
        ris.put("/elsewhere", &page(std::slice::from_ref(&good), Some("https://ris.example.org/2")));
        ris.put("/inside", &page(&[good], Some("http://169.254.169.254/latest/meta-data")));
        ris.put("/paper", r#"{"id":"x","type":"https://schema.oparl.org/1.1/Paper"}"#);
        for (way, reason) in [
            ("/html", "Die Antwort ist kein JSON."),
            ("/types", "Das Feld „start“ hat nicht die Form"),
            ("/circle", "führen im Kreis"),
            ("/endless", "mehr als 100 Seiten"),
            ("/elsewhere", "Ein Verweis führt zu einem anderen Server."),
            ("/inside", "Ein Verweis führt zu einem anderen Server."),
            ("/paper", "keine Sitzungen nach OParl"),
            ("/large", "größer als 10 MB"),
            ("/drip", "länger als drei Sekunden"),
            ("/redirect", "leitet auf eine andere Adresse um"),
            ("/nothing", "mit dem Fehler 404"),
        ] {
            reads(&s, &format!("{at}{way}"));
            let page = s.get(Some(w.dora), &path(&s));
            page.says(&["Das Lesen wurde abgebrochen.", reason, "An Ihren Sitzungen hat sich nichts geändert."]);
            page.hides(&["Sitzungen übernehmen"]);
            let version = s.count("SELECT version FROM oparl_source").to_string();
            s.post(w.dora, &path(&s), &[("tat", "uebernehmen"), ("version", &version)]).is(422);
            assert_eq!(sittings(&s), 2, "{way}");
        }
        assert!(ris.asked("/endless") <= 101, "{}", ris.asked("/endless"));
        // Whoever reaches the public net only is led neither to this machine nor beside it.
        for (url, reason) in [
            (at.clone(), "muss mit https:// beginnen"),
            ("https://127.0.0.1/".into(), "internes Netz"),
            ("https://[::ffff:127.0.0.1]/".into(), "internes Netz"),
            ("https://169.254.169.254/".into(), "internes Netz"),
        ] {
            s.post(w.dora, &path(&s), &[("tat", "lesen"), ("url", &url)]).is(303);
            work(&s, &Reach::public());
            s.get(Some(w.dora), &path(&s)).says(&[reason]);
        }
        let inside = Reach::public_with(Arc::new(|_, _| Ok(vec!["[::ffff:10.0.0.1]:443".parse().unwrap()])));
        s.post(w.dora, &path(&s), &[("tat", "lesen"), ("url", "https://ris.example.org/")]).is(303);
        work(&s, &inside);
        s.get(Some(w.dora), &path(&s)).says(&["internes Netz"]);
    }
}

#[test]
fn reading_goes_on_where_it_stopped_and_an_earlier_run_counts_no_more() {
    for s in all() {
        let (w, ris) = (s.w, Ris::start());
        s.delegated(&[]);
        small(&ris);
        let list = format!("{}/org/1/meeting", ris.at());
        ris.busy.store(true, SeqCst);
        reads(&s, &list);
        s.get(Some(w.dora), &path(&s)).says(&["mit dem Fehler 503"]);
        assert_eq!((ris.asked("/org/1/meeting"), ris.asked("/org/1/meeting?seite=2")), (1, 1));
        ris.busy.store(false, SeqCst);
        reads(&s, &list);
        assert_eq!(
            (ris.asked("/org/1/meeting"), ris.asked("/org/1/meeting?seite=2")),
            (1, 2),
            "the first page is there"
        );
        s.get(Some(w.dora), &path(&s)).says(&["4. Sitzung", "1. Sitzung 2027"]);
        // A run that was overtaken brings nothing, and asks nobody.
        mandates::read_pages(&s.fresh.db, &format!("{} 1", s.count("SELECT id FROM oparl_source")), &Reach::local())
            .unwrap();
        mandates::read_pages(&s.fresh.db, "nonsense", &Reach::local()).unwrap();
        assert_eq!(ris.asked("/org/1/meeting"), 1);
        takes(&s);
        assert_eq!(sittings(&s), 2);
    }
}
