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
        // Called off there and put back at the same time: whoever was told that it is off is told that it is not.
        for (more, subject) in [
            (r#","cancelled":true"#, "Sitzung fällt aus: Beirat Arbeitsmarkt"),
            ("", "Sitzung findet doch statt: Beirat Arbeitsmarkt"),
        ] {
            let before = s.subjects("dora@example.org").len();
            let one = meeting(&at, 1, "4. Sitzung", "2026-12-11T14:00:00+01:00", &agenda, more);
            ris.put("/org/1/meeting", &page(&[one], None));
            reads(&s, &list);
            takes(&s);
            assert_eq!(s.subjects("dora@example.org").split_off(before), [subject]);
        }
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

/// The objects the specification shows as its own examples, field by field, with values of our own: much of it is nothing that is
/// asked for, and none of it stands in the way.
fn examples(ris: &Ris) -> String {
    let at = ris.at();
    let location = format!(
        r#"{{"id":"{at}/location/0","type":"https://schema.oparl.org/1.1/Location","description":"Rathaus der Musterstadt, Marktplatz 3","geojson":{{"type":"Feature","geometry":{{"type":"Point","coordinates":[50.77,6.08]}},"properties":{{"name":"Marktplatz"}}}}}}"#
    );
    let file = |name: &str| {
        format!(
            r#"{{"id":"{at}/files/1","type":"https://schema.oparl.org/1.1/File","name":"{name}","fileName":"datei.pdf","mimeType":"application/pdf","date":"2026-11-08","modified":"2026-11-08T14:05:27+01:00","sha1Checksum":"00","size":82930,"accessUrl":"{at}/files/1.pdf","downloadUrl":"{at}/files/download/1.pdf"}}"#
        )
    };
    ris.put(
        "/",
        &format!(
            r#"{{"id":"{at}/","type":"https://schema.oparl.org/1.1/System","oparlVersion":"https://schema.oparl.org/1.1/","body":"{at}/bodies","name":"Muster-System","contactEmail":"ris@example.org","contactName":"Auskunft","website":"http://www.example.org/","vendor":"http://software.example.org/","product":"http://software.example.org/server/","otherOparlVersions":["https://oparl2.example.org/"],"created":"2021-11-11T11:11:00+01:00","modified":"2022-11-11T11:11:00+01:00"}}"#
        ),
    );
    let body = format!(
        r#"{{"id":"{at}/body/0","type":"https://schema.oparl.org/1.1/Body","system":"{at}/","contactEmail":"ris@example.org","contactName":"Betreuung","ags":"05334002","rgs":"053340002002","equivalent":["http://d-nb.info/gnd/0"],"shortName":"Musterstadt","name":"Musterstadt, kreisfreie Stadt","website":"http://www.example.org/","license":"http://creativecommons.org/licenses/by/4.0/","licenseValidSince":"2024-01-01T00:00:00+02:00","organization":"{at}/body/0/organizations/","person":"{at}/body/0/people/","meeting":"{at}/body/0/meetings/","paper":"{at}/body/0/papers/","legislativeTerm":[{{"id":"{at}/term/21","type":"https://schema.oparl.org/1.1/LegislativeTerm","body":"{at}/body/0","name":"21. Wahlperiode","startDate":"2025-11-01","endDate":"2030-10-31"}}],"location":{location},"classification":"Kreisfreie Stadt","created":"2024-01-08T14:28:31+01:00","modified":"2024-01-08T14:28:31+01:00"}}"#
    );
    ris.put("/bodies", &page(std::slice::from_ref(&body), None));
    ris.put("/body/0", &body);
    let organization = format!(
        r#"{{"id":"{at}/organization/34","type":"https://schema.oparl.org/1.1/Organization","body":"{at}/body/0","name":"Ausschuss für Arbeit und Soziales","shortName":"Sozialausschuss","startDate":"2025-11-17","organizationType":"Gremium","location":{location},"post":["Vorsitz","1. Stellvertretung","Mitglied"],"meeting":"{at}/organization/34/meetings","membership":["{at}/membership/27","{at}/membership/48"],"classification":"Ausschuss","keyword":["arbeit","soziales"],"created":"2025-07-16T00:00:00+02:00","modified":"2025-08-16T12:34:56+02:00"}}"#
    );
    ris.put("/body/0/organizations/", &page(std::slice::from_ref(&organization), None));
    ris.put("/organization/34", &organization);
    let meeting = format!(
        r#"{{"id":"{at}/meeting/281","type":"https://schema.oparl.org/1.1/Meeting","name":"4. Sitzung des Sozialausschusses","start":"2026-12-04T08:00:00+01:00","end":"2026-12-04T12:00:00+01:00","location":{location},"organization":["{at}/organization/34"],"invitation":{invitation},"resultsProtocol":{minutes},"verbatimProtocol":{verbatim},"auxiliaryFile":[{more}],"agendaItem":[{{"id":"{at}/agendaitem/3271","type":"https://schema.oparl.org/1.1/AgendaItem","meeting":"{at}/meeting/281","number":"10.1","name":"Satzung über Ausschreibungen","public":true,"consultation":"{at}/consultation/1034","result":"Geändert beschlossen","resolutionText":"Der Beschluss weicht ab"}}],"created":"2026-10-06T12:01:00+01:00","modified":"2026-11-08T14:05:27+01:00"}}"#,
        invitation = file("Einladung"),
        minutes = file("Protokoll"),
        verbatim = file("Wortprotokoll"),
        more = file("Nachtrag"),
    );
    ris.put("/organization/34/meetings", &page(&[meeting], None));
    format!("{at}/")
}

#[test]
fn the_examples_of_the_specification_are_read_from_the_system_down_to_the_sitting() {
    for s in all() {
        let (w, ris) = (s.w, Ris::start());
        s.delegated(&[]);
        let entry = examples(&ris);
        reads(&s, &entry);
        // One municipality and one body in it: both are followed, or the one body is chosen.
        let seen = s.get(Some(w.dora), &path(&s));
        if seen.html.contains("Welches Gremium ist es?") {
            seen.says(&["Ausschuss für Arbeit und Soziales"]);
            s.post(w.dora, &path(&s), &[("tat", "waehlen"), ("gremium", "0")]).is(303);
            work(&s, &Reach::local());
        }
        s.get(Some(w.dora), &path(&s)).says(&["4. Sitzung des Sozialausschusses", "4. Dezember 2026"]);
        takes(&s);
        let id = s.count("SELECT MIN(id) FROM outside_session");
        s.get(Some(w.dora), &format!("/aussensitzungen/{id}"))
            .says(&["Satzung über Ausschreibungen", "Rathaus der Musterstadt, Marktplatz 3"]);
    }
}
