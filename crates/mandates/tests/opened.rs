//! Parts of a report everybody may read: where they stand, that nothing else of the report goes with them, and that they are
//! gone as soon as somebody takes them back or the network or body is public no more.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

#[path = "../../networks/tests/common/mod.rs"]
mod common;
#[path = "../../networks/tests/house/mod.rs"]
mod house;
mod support;

use common::{act, day};
use kernel::{Level, Voice};
use networks::{BodyForm, NewSeat};
use support::{BOARD_MAIL, Stage, all};

/// What may be read by those of the delegation, or by the bodies above, and by nobody else.
const CANARIES: [&str; 4] = ["Kanarienrat", "Kanarienfrage", "Kanarienfolge", "Kanarienstimme"];

/// Dora hands in a report: one part public, one rises, two are internal. Gives its number.
fn reported(s: &Stage) -> String {
    let id = s.delegated(&[("instruction", "Kanarienrat")]);
    let session = s.sitting("2026-11-20", "Strukturprogramm");
    let filed = [
        ("subject", "Ausbildung in Teilzeit"),
        ("decided", "Kanarienrat vertagt"),
        ("weiter_decided", "ja"),
        ("contributed", "Kanarienfrage"),
        ("effects", "Kanarienfolge"),
        ("confidential", "Kanarienstimme"),
        ("weiter_subject", "oeffentlich"),
    ];
    s.reports(id, session, "abgeben", &filed).is(303);
    s.report().to_string()
}

fn follow(s: &Stage) {
    let kinds: Vec<&'static web::Kind> = mandates::slice().kinds.iter().collect();
    search::follow(&s.fresh.db, &kinds).unwrap();
}

/// Every page on which the public could read of it.
fn pages(s: &Stage, report: &str) -> Vec<String> {
    let w = s.w;
    vec![
        "/".into(),
        "/netzwerke/regionale-ag".into(),
        "/netzwerke/regionale-ag/gremien/beirat-arbeitsmarkt".into(),
        "/netzwerke/regionale-ag/gremien".into(),
        format!("/oeffentliche-berichte/{report}"),
        format!("/gremien/{}/oeffentliche-berichte", w.rag),
        format!("/gremien/{}/oeffentliche-berichte", s.board),
        format!("/gremien/{}/oeffentliche-berichte", w.gma),
        "/netzwerke/regionale-ag/oeffentliche-berichte/atom".into(),
        "/suche?q=Teilzeit".into(),
        format!("/rueckberichte/{report}"),
        format!("/gremien/{}/mandate", s.board),
    ]
}

#[test]
fn n2_5_the_public_part_of_a_report_stands_where_everybody_reads_and_no_other_part_goes_with_it() {
    for s in all() {
        let w = s.w;
        let id = s.delegated(&[]);
        let session = s.sitting("2026-11-20", "Strukturprogramm");
        s.get(Some(w.dora), &format!("/mandate/{id}/sitzungen/{session}/bericht"))
            .says(&["Weitergeben an alle Stufen darüber", "Öffentlich zeigen, ohne Ihren Namen"]);
    }
    for s in all() {
        let w = s.w;
        let report = reported(&s);
        follow(&s);
        // The network, the body of others, the list of both, the page of its own, the feed, the search: for everybody.
        let own = format!("/oeffentliche-berichte/{report}");
        for page in [
            "/netzwerke/regionale-ag".to_owned(),
            "/netzwerke/regionale-ag/gremien/beirat-arbeitsmarkt".to_owned(),
            format!("/gremien/{}/oeffentliche-berichte", w.rag),
            format!("/gremien/{}/oeffentliche-berichte", s.board),
        ] {
            s.get(None, &page).is(200).says(&["Berichte aus anderen Gremien", "Rückbericht: 4. Sitzung", &own]);
        }
        s.get(None, &own).is(200).says(&[
            "Ausbildung in Teilzeit",
            "Beirat Arbeitsmarkt",
            "Regionale AG",
            "20. November 2026",
        ]);
        s.get(None, &format!("/en{own}")).is(200).says(&["Ausbildung in Teilzeit", "Sent by"]);
        let feed = s.get(None, "/netzwerke/regionale-ag/oeffentliche-berichte/atom");
        feed.is(200).says(&["<feed", "Ausbildung in Teilzeit", "Beirat Arbeitsmarkt: 4. Sitzung"]);
        s.get(None, "/suche?q=Teilzeit").says(&[&own]);
        // Never a name, and never what was not marked: not for the public, nor for members, strangers or the receiver.
        for reader in [None, Some(w.vera), Some(w.nora), Some(w.olga), Some(w.quinn)] {
            for page in pages(&s, &report) {
                let seen = s.get(reader, &page);
                for canary in CANARIES.iter().filter(|c| !(reader == Some(w.vera) && **c == "Kanarienrat")) {
                    assert!(!seen.html.contains(canary), "{canary} on {page} for {reader:?}");
                }
            }
        }
        for page in pages(&s, &report).iter().filter(|page| page.contains("oeffentliche")) {
            s.get(None, page).hides(&["Dora", "Dahlke"]);
        }
        for canary in CANARIES {
            s.get(None, &format!("/suche?q={canary}")).hides(&[&own]);
        }
        assert_eq!(s.count("SELECT COUNT(*) FROM search_word WHERE word LIKE 'kanarien%'"), 0);
        assert!(s.count("SELECT COUNT(*) FROM search_word WHERE word LIKE 'teilzeit%'") > 0);
        for (to, subject, text) in s.all_letters() {
            for canary in CANARIES {
                assert!(!subject.contains(canary) && !text.contains(canary), "{canary} to {to}");
            }
        }
        assert!(!s.letters(BOARD_MAIL).is_empty());
        // Inside the other parts are there, each with how far it goes: the test can fail.
        s.get(Some(w.anna), &format!("/rueckberichte/{report}")).says(&[
            "Thema (öffentlich)",
            "(weitergegeben)",
            "(intern)",
            "Kanarienstimme",
        ]);
        // What is public rises as well; what rises is not public.
        s.get(Some(w.kora), &format!("/rueckberichte/{report}"))
            .says(&["Ausbildung in Teilzeit", "Kanarienrat vertagt"])
            .hides(&["Kanarienfrage"]);
        // Files are never public.
        s.get(None, &format!("/rueckberichte/{report}/dateien/1")).is(303);
    }
}

#[test]
fn what_is_public_is_taken_back_by_those_it_concerns_and_is_gone_everywhere() {
    for s in all() {
        let w = s.w;
        let report = reported(&s);
        let (inner, own) = (format!("/rueckberichte/{report}"), format!("/oeffentliche-berichte/{report}"));
        follow(&s);
        s.get(None, &own).is(200);
        for (stranger, status) in [(w.kora, 404), (w.nora, 404), (w.quinn, 404)] {
            s.post(stranger, &inner, &[("tat", "zurueckziehen")]).is(status);
        }
        s.send(None, &inner, &[("tat", "zurueckziehen")]);
        s.get(None, &own).is(200);
        s.get(Some(w.dora), &inner).says(&["Nicht mehr öffentlich zeigen", &own]);
        s.post(w.dora, &inner, &[("tat", "zurueckziehen")]).is(303);
        s.post(w.dora, &inner, &[("tat", "zurueckziehen")]).is(422);
        follow(&s);
        s.get(None, &own).is(404);
        s.get(None, "/netzwerke/regionale-ag").hides(&["Berichte aus anderen Gremien"]);
        s.get(None, &format!("/gremien/{}/oeffentliche-berichte", w.rag))
            .is(200)
            .says(&["Noch kein öffentlicher Bericht."]);
        s.get(None, "/netzwerke/regionale-ag/oeffentliche-berichte/atom").is(200).hides(&["Teilzeit"]);
        assert_eq!(s.count("SELECT COUNT(*) FROM search_word WHERE word LIKE 'teilzeit%'"), 0);
        // Those above read it still, and it stays handed in.
        s.get(Some(w.kora), &inner).says(&["Ausbildung in Teilzeit"]);
        s.get(Some(w.anna), &inner)
            .says(&["Thema (weitergegeben)", "Frühere Fassungen", "Thema (öffentlich)"])
            .hides(&["Nicht mehr öffentlich"]);
    }
}

#[test]
fn nothing_is_public_where_the_body_or_the_network_is_not() {
    for s in all() {
        let w = s.w;
        let report = reported(&s);
        let own = format!("/oeffentliche-berichte/{report}");
        s.get(None, &own).is(200);
        // The body of others is shown to members only from now on: nothing of it is public any more, without anybody doing a thing.
        let board = s.board;
        act(&s.fresh, w.kora, move |tx, by| {
            let body = networks::find_body(tx, by, board)?;
            let form = BodyForm { level: Level::Network, roster_level: Level::Network, ..BodyForm::of(&body) };
            networks::edit_body(tx, by, board, body.version, &form)
        })
        .unwrap();
        s.get(None, &own).is(404);
        s.get(None, "/netzwerke/regionale-ag").hides(&["Rückbericht"]);
        s.get(None, "/netzwerke/regionale-ag/oeffentliche-berichte/atom").hides(&["Teilzeit"]);
        s.get(None, &format!("/gremien/{board}/oeffentliche-berichte")).is(404);
        // A new report offers it no more, and a form made by hand is refused.
        let session = s.sitting("2026-11-21", "");
        let id = s.count("SELECT MAX(occupancy_id) FROM delegation");
        let id = kernel::Id::new(id);
        s.get(Some(w.dora), &format!("/mandate/{id}/sitzungen/{session}/bericht"))
            .is(200)
            .hides(&["Öffentlich zeigen"]);
        s.reports(id, session, "abgeben", &[("weiter_subject", "oeffentlich")]).is(422).says(&["nicht öffentlich"]);
        assert_eq!(s.count("SELECT COUNT(*) FROM mandate_report WHERE opened_at IS NOT NULL"), 1);
    }
}

#[test]
fn a_sensitive_network_shows_no_report_to_anybody_outside() {
    for s in all() {
        let w = s.w;
        // A body of others a sensitive network sends into is sensitive as well.
        let (id, session) = act(&s.fresh, w.kora, move |tx, by| {
            let board =
                common::body(tx, by, w.kept, networks::BodyKind::Outside, "Runder Tisch", |f| f.sensitive = true)?;
            let seat =
                networks::add_seat(tx, by, board, &NewSeat::delegated(w.kept, Voice::Advisory, day("2020-01-01")))?;
            let new = mandates::NewDelegation {
                seat,
                sender: None,
                person: w.anna,
                from: day("2026-11-01"),
                term_end: None,
                mandate: networks::Mandate::Free,
                detail: mandates::Detail { report_days: 10, ..mandates::Detail::default() },
            };
            let id = mandates::nominate(tx, by, &new, "")?;
            mandates::confirm(tx, by, id, tx.today(), "Runder Tisch", "")?;
            let sitting = mandates::NewSession {
                title: "Sitzung im Vertrauen".into(),
                starts_at: day("2026-11-20").at(10, 0),
                place: String::new(),
                agenda: String::new(),
            };
            Ok((id, mandates::note_session(tx, by, board, &sitting)?))
        })
        .unwrap();
        let form = format!("/mandate/{id}/sitzungen/{session}/bericht");
        s.get(Some(w.anna), &form).is(200).says(&["Weitergeben an alle Stufen"]).hides(&["Öffentlich zeigen"]);
        let fields =
            [("tat", "abgeben"), ("version", "0"), ("subject", "Vertraulich"), ("weiter_subject", "oeffentlich")];
        s.post(w.anna, &form, &fields).is(422).says(&["nicht öffentlich"]);
        s.post(w.anna, &form, &[("tat", "abgeben"), ("version", "0"), ("subject", "Vertraulich")]).is(303);
        let report = s.report();
        s.get(None, &format!("/oeffentliche-berichte/{report}")).is(404);
        s.get(None, &format!("/gremien/{}/oeffentliche-berichte", w.kept)).hides(&["Vertrauen"]);
        // Whatever stands in the row: the network is asked.
        s.fresh
            .db
            .write_now(|tx| {
                tx.silent("a row as it must never be");
                tx.exec("UPDATE mandate_report SET opens = 'subject', opened_at = 1", db::args! {}).map(drop)
            })
            .unwrap();
        s.get(None, &format!("/oeffentliche-berichte/{report}")).is(404);
    }
}
