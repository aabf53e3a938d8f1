//! How each letter of mandates is made: it greets, names the network before its subject, leads to a page, says why it came, and
//! holds no word of what is inside.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

#[path = "../../networks/tests/common/mod.rs"]
mod common;
#[path = "../../networks/tests/house/mod.rs"]
mod house;
mod support;

use support::{BOARD_MAIL, Stage, all};

/// What mandates write, from being put forward to the end.
fn a_whole_mandate(s: &Stage) {
    let w = s.w;
    let id = s.delegated(&[("instruction", "Kanarienlinie")]);
    let session = s.sitting("2026-12-07", "Strukturprogramm");
    s.daily("mandates.brief", "2026-11-24");
    s.post(w.dora, &format!("/mandate/{id}/sitzungen/{session}"), &[("tat", "verhindert")]).is(303);
    s.daily("mandates.reports", "2026-12-08");
    s.daily("mandates.remind", "2026-12-12");
    s.daily("mandates.remind", "2026-12-21");
    let raised = [
        ("title", "Kriterien der Gleichstellung"),
        ("text", "Kanarienquote"),
        ("day", "2026-12-07"),
        ("level", "2"),
        ("next", "2026-12-23"),
    ];
    s.post(w.dora, &format!("/mandate/{id}/eingebracht"), &raised).is(303);
    s.daily("mandates.remind", "2026-12-23");
    s.reports(id, session, "abgeben", &[("weiter_subject", "ja"), ("decided", "Kanarienbeschluss")]).is(303);
    let fields = [("version", "2"), ("subject", "Kanarienthema"), ("weiter_subject", "ja")];
    s.post(w.dora, &format!("/rueckberichte/{}/berichtigen", s.report()), &fields).is(303);
    s.post(w.dora, &format!("/rueckberichte/{}", s.report()), &[("tat", "zuruecknehmen")]).is(303);
    s.post(w.anna, &format!("/mandate/{id}/beenden"), &[("until", "2026-12-23"), ("reason", "recall")]).is(303);
}

#[test]
fn every_letter_of_a_mandate_greets_names_the_network_and_says_why_it_came() {
    for s in all() {
        a_whole_mandate(&s);
        let mut kinds = std::collections::BTreeSet::new();
        for (to, subject, text) in s.all_letters() {
            let rest = subject.strip_prefix("[Regionale AG] ");
            let rest = rest.unwrap_or_else(|| panic!("{subject} to {to}"));
            kinds.insert(rest.split(':').next().unwrap().to_owned());
            let parts: Vec<&str> = text.split("\n\n").collect();
            assert_eq!(parts[0], "Guten Tag,", "{text}");
            let why = parts.last().unwrap();
            assert_eq!(parts[parts.len() - 2], "Freundliche Grüße\nGeflecht", "{text}");
            if to == BOARD_MAIL {
                assert_eq!(
                    *why,
                    "Sie bekommen diese Nachricht, weil dieses Postfach hier eingetragen ist für: Beirat Arbeitsmarkt."
                );
            } else {
                assert!(why.starts_with("Sie bekommen diese Nachricht, weil"), "{text}");
                assert!(parts[parts.len() - 3].starts_with("http://localhost:8080/"), "{text}");
            }
            assert!(!format!("{subject}{text}").contains("Kanarien"), "{text}");
        }
        let wanted = [
            "Benennung für",
            "Bestätigt",
            "Ein Rückbericht fehlt",
            "Ein Sitz ist frei",
            "Ende einer Entsendung",
            "Heute nachfassen",
            "Neuer Rückbericht",
            "Niemand vertritt",
            "Rückbericht berichtigt",
            "Rückbericht zurückgenommen",
            "Sie sind benannt",
            "Vorbereitung",
        ];
        for kind in wanted {
            assert!(kinds.contains(kind), "{kind}: {kinds:?}");
        }
    }
}

#[test]
fn the_board_learns_where_to_answer() {
    for s in all() {
        common::act(&s.fresh, s.w.kora, {
            let rag = s.w.rag;
            move |tx, by| {
                let body = networks::find_body(tx, by, rag)?;
                let form = networks::BodyForm { mail: Some("rag@example.org".into()), ..networks::BodyForm::of(&body) };
                networks::edit_body(tx, by, rag, body.version, &form)
            }
        })
        .unwrap();
        s.delegated(&[]);
        let text = s.letters(BOARD_MAIL).remove(0).1;
        assert!(text.contains("Bestätigungen und Fragen gehen bitte an: rag@example.org"), "{text}");
    }
}

#[test]
fn a_letter_of_a_sensitive_network_greets_and_names_nothing() {
    for s in all() {
        let rag = s.w.rag;
        s.fresh
            .db
            .write_now(move |tx| {
                tx.silent("it became sensitive");
                tx.exec("UPDATE body SET sensitive = TRUE, roster_level = 2 WHERE id = :id", db::args! { id: rag })
                    .map(drop)
            })
            .unwrap();
        s.delegated(&[]);
        assert!(s.letters(BOARD_MAIL).is_empty());
        let letters = s.all_letters();
        assert!(!letters.is_empty());
        for (to, subject, text) in letters {
            assert_eq!(subject, "Es gibt etwas Neues", "{to}");
            assert!(text.starts_with("Guten Tag,\n\nZu einem Mandat gibt es etwas Neues."), "{text}");
            assert!(!text.contains("Regionale") && !text.contains("Beirat"), "{text}");
        }
    }
}
