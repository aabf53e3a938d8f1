//! Sending somebody through the router: nominated, confirmed, who stands in, how it ends, what letters leave.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

#[path = "../../networks/tests/common/mod.rs"]
mod common;
#[path = "../../networks/tests/house/mod.rs"]
mod house;
mod support;

use common::{act, day};
use networks::{Deputed, EndReason, NewSubstitute, Status};
use support::{BOARD_MAIL, all};

#[test]
fn n2_4_the_committee_sends_and_the_board_confirms_with_decision_term_and_substitute_on_file() {
    for s in all() {
        let w = s.w;
        let new = format!("/gremien/{}/mandate/entsenden", s.board);
        s.get(Some(w.dora), &new).is(403);
        s.get(None, &new).is(303);
        s.get(Some(w.anna), &new).is(200).says(&["Dora Dahlke", "entsandt von Gender-Mainstreaming-Ausschuss"]);
        // A bound mandate says to what; what was typed is kept.
        let refused = s.sends(w.anna, &[("mandate", "bound"), ("decision", "Umlauf im Oktober")]);
        refused.is(422).says(&["woran das Mandat gebunden ist", "Umlauf im Oktober"]);
        s.sends(w.anna, &[("person", &w.nora.to_string())]).is(422).says(&["wen Sie entsenden"]);
        s.sends(w.dora, &[]).is(403);
        let instruction = "Für die Quote stimmen";
        let id = s.nominated(&[("mandate", "bound"), ("instruction", instruction)]);
        let page = format!("/mandate/{id}");
        s.get(Some(w.anna), &page).says(&[
            "Bestätigung fehlt",
            instruction,
            "an den Auftrag gebunden",
            "20. Oktober 2026",
        ]);
        // The coordination of the network keeps records and reads no instruction; nobody else knows of it.
        s.get(Some(w.kora), &page).is(200).says(&["Bestätigung fehlt"]).hides(&[instruction]);
        for stranger in [w.nora, w.olga, w.quinn] {
            s.get(Some(stranger), &page).is(404);
        }
        s.get(None, &page).is(303);
        let letters = s.letters(BOARD_MAIL);
        assert_eq!(letters[0].0, "Benennung für: Beirat Arbeitsmarkt");
        assert!(letters[0].1.contains("Dora Dahlke") && !letters[0].1.contains(instruction));
        assert_eq!(s.subjects("dora@example.org"), ["Sie sind benannt: Beirat Arbeitsmarkt"]);
        // Who is put forward has no rights there yet.
        s.get(Some(w.dora), &format!("/gremien/{}/mandate/sitzung", s.board)).is(403);
        // The picture knows that a confirmation is missing.
        let board = format!("/gremien/{}/mandate", s.board);
        s.get(Some(w.dora), &board).says(&["benannt ab 1. November 2026, Bestätigung fehlt"]);
        let confirm = format!("{page}/bestaetigen");
        s.get(Some(w.dora), &confirm).is(403);
        s.post(w.dora, &confirm, &[("day", "2026-11-10")]).is(403);
        s.post(w.kora, &confirm, &[("day", "2026-12-24"), ("confirmed_by", "Beirat")]).is(422).says(&["Zukunft"]);
        s.post(w.kora, &confirm, &[("day", "2026-11-10"), ("confirmed_by", "Geschäftsstelle des Beirats")]).is(303);
        s.post(w.kora, &confirm, &[("day", "2026-11-10"), ("confirmed_by", "")]).is(422);
        s.get(Some(w.dora), &page).says(&[instruction, "10. November 2026", "Geschäftsstelle des Beirats"]);
        assert_eq!(s.subjects("dora@example.org").last().unwrap(), "Bestätigt: Beirat Arbeitsmarkt");
        // RAG, committee, board: one chain.
        s.get(Some(w.dora), &board).says(&[
            "Von Regionale AG nach Beirat Arbeitsmarkt",
            "Gender-Mainstreaming-Ausschuss",
            "entsendet",
            "bis 31. Oktober 2028",
            "Die Kette hält.",
            "viermal im Jahr",
        ]);
        // The letter for the file, as PDF and for Word, without the instruction.
        for format in ["pdf", "docx"] {
            s.get(Some(w.kora), &format!("{page}/brief/{format}")).is(200).hides(&[instruction]);
        }
        s.get(Some(w.kora), &format!("{page}/brief/pdf")).says(&[
            "Bestätigung der Entsendung",
            "Dora Dahlke",
            "Geschäftsstelle des Beirats",
        ]);
        s.get(Some(w.vera), &format!("{page}/brief/pdf")).is(403);
        // Nobody stands in for herself; Anna does, and reads.
        s.substitute(id, w.dora).is(422).says(&["Niemand vertritt sich selbst."]);
        s.post(w.dora, &format!("{page}/vertretung"), &[("person", &w.anna.to_string()), ("from", "2026-11-01")])
            .is(403);
        s.substitute(id, w.anna).is(303);
        s.get(Some(w.dora), &page).says(&["Vertretung", "Anna Albers"]);
    }
}

#[test]
fn what_is_on_file_changes_and_an_old_form_is_told() {
    for s in all() {
        let w = s.w;
        let id = s.delegated(&[("instruction", "Erste Linie")]);
        let file = format!("/mandate/{id}/akte");
        let fields = |version: &'static str, decision: &'static str, days: &'static str| {
            [
                ("version", version),
                ("resolution", ""),
                ("decision", decision),
                ("decision_day", "2026-10-20"),
                ("mandate", "bound"),
                ("instruction", "Zweite Linie"),
                ("report_days", days),
            ]
        };
        s.get(Some(w.dora), &file).is(403);
        s.get(Some(w.nora), &file).is(404);
        s.get(Some(w.anna), &file).is(200).says(&["Erste Linie"]);
        s.get(Some(w.kora), &file).is(200).hides(&["Erste Linie"]);
        // Both versions: what she typed is in the form, what is stored beside it. The line is shown to those who read it.
        s.post(w.anna, &file, &fields("1", "Neu", "10")).is(409).says(&[
            "inzwischen geändert",
            "value=\"Neu\"",
            "Sitzung des Ausschusses",
            "Erste Linie",
            "Zweite Linie",
        ]);
        s.post(w.kora, &file, &fields("1", "Neu", "10"))
            .is(409)
            .says(&["Sitzung des Ausschusses"])
            .hides(&["Erste Linie"]);
        s.post(w.anna, &file, &fields("2", "Neu", "0")).is(422).says(&["1 bis 90 Tage"]);
        // The coordination changes the decision; the line stands as it stood.
        s.post(w.kora, &file, &fields("2", "Im Umlauf", "12")).is(303);
        s.get(Some(w.dora), &format!("/mandate/{id}")).says(&["Im Umlauf", "Erste Linie", "freies Mandat", "12 Tage"]);
        s.post(w.anna, &file, &fields("3", "Im Umlauf", "12")).is(303);
        s.get(Some(w.dora), &format!("/mandate/{id}")).says(&["Zweite Linie", "an den Auftrag gebunden"]);
    }
}

#[test]
fn recalled_on_the_day_the_rights_end_at_once_and_the_board_is_told() {
    for s in all() {
        let w = s.w;
        let id = s.delegated(&[("instruction", "Linie")]);
        let session = s.sitting("2026-11-23", "Förderung");
        let pack = format!("/mandate/{id}/sitzungen/{session}");
        s.get(Some(w.dora), &format!("{pack}/bericht")).is(200);
        let end = format!("/mandate/{id}/beenden");
        s.post(w.vera, &end, &[("until", "2026-11-23"), ("reason", "recall")]).is(403);
        s.post(w.dora, &end, &[("until", "2026-11-23"), ("reason", "recall")]).is(422);
        s.post(w.anna, &end, &[("until", "2026-11-23"), ("reason", "recall")]).is(303);
        // She sits in the committee still and reads as one of it, but she acts no more.
        s.get(Some(w.dora), &format!("{pack}/bericht")).is(403);
        let letters = s.letters(BOARD_MAIL);
        assert_eq!(letters.last().unwrap().0, "Ende einer Entsendung: Beirat Arbeitsmarkt");
        assert!(letters.last().unwrap().1.contains("22. November 2026"));
        assert!(s.subjects("anna@example.org").contains(&"Ein Sitz ist frei: Beirat Arbeitsmarkt".to_owned()));
        s.get(Some(w.kora), &format!("/mandate/{id}")).says(&["Abberufung", "beendet am 22. November 2026"]);
        s.get(Some(w.kora), &format!("/mandate/{id}/brief/pdf")).says(&["Ende der Entsendung"]);
        // The daily job does not tell it twice.
        let before = s.letters(BOARD_MAIL).len();
        s.daily("mandates.ends", "2026-11-24");
        assert_eq!(s.letters(BOARD_MAIL).len(), before);
    }
}

#[test]
fn she_resigns_for_a_later_day_and_the_board_hears_of_it_then() {
    for s in all() {
        let w = s.w;
        let id = s.delegated(&[]);
        s.post(w.dora, &format!("/mandate/{id}/beenden"), &[("until", "2026-12-01"), ("reason", "resignation")])
            .is(303);
        let before = s.letters(BOARD_MAIL).len();
        s.daily("mandates.ends", "2026-11-30");
        assert_eq!(s.letters(BOARD_MAIL).len(), before);
        s.daily("mandates.ends", "2026-12-01");
        assert_eq!(s.letters(BOARD_MAIL).len(), before + 1);
        s.get(Some(w.anna), &format!("/mandate/{id}")).says(&["Rücktritt"]);
        s.get(Some(w.anna), &format!("/gremien/{}/mandate", s.board)).says(&["unbesetzt"]);
    }
}

#[test]
fn a_nomination_is_taken_back_and_gives_nothing() {
    for s in all() {
        let w = s.w;
        let id = s.nominated(&[]);
        s.post(w.dora, &format!("/mandate/{id}/beenden"), &[("zurueck", "ja")]).is(403);
        s.post(w.anna, &format!("/mandate/{id}/beenden"), &[("zurueck", "ja")]).is(303);
        s.get(Some(w.anna), &format!("/gremien/{}/mandate", s.board)).hides(&["benannt ab"]);
        let status = s.fresh.db.read_now(move |c| mandates::find_delegation(c, id).map(|d| d.status)).unwrap();
        assert_eq!(status, Status::Refused);
    }
}

#[test]
fn a_delegate_who_leaves_her_city_returns_the_seat_to_those_who_send() {
    for s in all() {
        let w = s.w;
        let id = s.delegated(&[]);
        // She leaves her post on the first of December; both mandates hung on it.
        act(&s.fresh, w.kora, move |tx, by| {
            networks::hand_over(
                tx,
                by,
                &networks::NewHandover {
                    tenure: w.tenure_dora,
                    day: day("2026-12-01"),
                    successor: None,
                    ends: vec![id, ended_of(tx, w.dora, w.gma)],
                },
            )
        })
        .unwrap();
        s.daily("mandates.ends", "2026-12-01");
        let told = s.letters(BOARD_MAIL);
        assert!(told.iter().any(|(subject, _)| subject == "Ende einer Entsendung: Beirat Arbeitsmarkt"), "{told:?}");
        s.get(Some(w.anna), &format!("/gremien/{}/mandate", s.board)).says(&["unbesetzt"]);
        s.get(Some(w.dora), &format!("/mandate/{id}")).is(404);
        s.get(Some(w.anna), &format!("/mandate/{id}")).says(&["Voraussetzung entfallen"]);
        // The committee sends somebody else to the same seat.
        s.at("2026-12-02", 9);
        let next = s.sends(w.anna, &[("person", &w.anna.to_string()), ("from", "2026-12-02")]);
        next.is(303);
    }
}

#[test]
fn two_senders_share_a_seat_in_turns_and_each_reads_its_own() {
    for s in all() {
        let w = s.w;
        // First the committee's turn, then the network's own: noted by whoever keeps the seats.
        let first = s.delegated(&[("instruction", "Linie des Ausschusses")]);
        s.post(w.anna, &format!("/mandate/{first}/beenden"), &[("until", "2026-11-23"), ("reason", "recall")]).is(303);
        let seat = s.seat;
        let turn = move |who, sender| mandates::NewDelegation {
            seat,
            sender: Some(sender),
            person: who,
            from: day("2026-11-23"),
            term_end: Some(day("2027-11-23")),
            mandate: networks::Mandate::Free,
            detail: mandates::Detail {
                instruction: "Linie des Netzwerks".into(),
                report_days: 10,
                ..mandates::Detail::default()
            },
        };
        let done = act(&s.fresh, w.dora, move |tx, by| mandates::nominate(tx, by, &turn(w.anna, w.rag), ""));
        assert!(matches!(done, Err(kernel::Error::Denied(_))), "{done:?}");
        let second = act(&s.fresh, w.kora, move |tx, by| {
            let new = mandates::NewDelegation { person: w.anna, ..turn(w.anna, w.rag) };
            mandates::nominate(tx, by, &new, "")
        })
        .unwrap();
        act(&s.fresh, w.kora, move |tx, by| mandates::confirm(tx, by, second, tx.today(), "Beirat", "")).unwrap();
        // The network's line is read by its members, the committee's by the committee.
        s.get(Some(w.kora), &format!("/mandate/{second}")).says(&["Linie des Netzwerks", "Regionale AG"]);
        s.get(Some(w.kora), &format!("/mandate/{first}")).hides(&["Linie des Ausschusses"]);
        s.get(Some(w.dora), &format!("/mandate/{first}")).says(&["Linie des Ausschusses"]);
    }
}

#[test]
fn a_substitute_reads_what_the_delegate_reads() {
    for s in all() {
        let w = s.w;
        let id = s.delegated(&[("instruction", "Linie")]);
        let seat = s.seat;
        let board = s.board;
        s.get(Some(w.vera), &format!("/mandate/{id}")).hides(&["Linie"]);
        act(&s.fresh, w.anna, move |tx, by| {
            networks::name_substitute(
                tx,
                by,
                &NewSubstitute {
                    body: board,
                    seat: Some(seat),
                    who: Deputed::Person(w.vera),
                    rank: 1,
                    moves_up: false,
                    from: day("2026-11-01"),
                    until: kernel::Day::OPEN,
                },
            )
        })
        .unwrap();
        s.get(Some(w.vera), &format!("/mandate/{id}")).is(200).says(&["Linie"]);
        s.get(Some(w.vera), "/mandate").says(&["Beirat Arbeitsmarkt", "Vertretung"]);
        // Notes and reports are found for her by her seat alone: she is no part of the committee.
        let session = s.sitting("2026-12-07", "Förderung");
        let pack = format!("/mandate/{id}/sitzungen/{session}");
        s.post(w.anna, &pack, &[("tat", "mitgeben"), ("text", "Nach Teilzeit fragen")]).is(303);
        s.get(Some(w.vera), &pack).is(200).says(&["Nach Teilzeit fragen"]);
        s.at("2026-12-07", 12);
        s.reports(id, session, "abgeben", &[("confidential", "Nur unter uns")]).is(303);
        s.get(Some(w.vera), &format!("/rueckberichte/{}", s.report())).says(&["Nur unter uns"]);
        // She may not end it, and the receiver's word is not hers to note.
        s.get(Some(w.vera), &format!("/mandate/{id}/beenden")).is(403);
        s.get(Some(w.vera), &format!("/mandate/{id}/bestaetigen")).is(403);
        let fault = act(&s.fresh, w.vera, move |tx, by| mandates::end(tx, by, id, tx.today(), EndReason::Recall, ""));
        assert!(matches!(fault, Err(kernel::Error::Denied(_))), "{fault:?}");
    }
}

#[test]
fn a_post_that_is_sent_and_filled_anew_is_told_to_the_board_and_a_mandate_without_a_file_too() {
    for s in all() {
        let w = s.w;
        let (board, seat) = (s.board, s.seat);
        // The committee's seat goes to Dora's post, without anything on file.
        let held = act(&s.fresh, w.kora, move |tx, by| {
            networks::fill_seat(
                tx,
                by,
                &networks::NewOccupancy::new(seat, networks::Occupant::Post(w.post_dueren), day("2025-01-01")),
            )
        })
        .unwrap();
        act(&s.fresh, w.kora, move |tx, by| {
            let new = networks::NewHandover {
                tenure: w.tenure_dora,
                day: day("2026-12-01"),
                successor: Some(w.nora),
                ends: Vec::new(),
            };
            networks::hand_over(tx, by, &new)
        })
        .unwrap();
        let told = || s.subjects(BOARD_MAIL);
        s.daily("mandates.ends", "2026-11-30");
        assert!(told().is_empty());
        s.daily("mandates.ends", "2026-12-01");
        assert_eq!(told(), ["Nachfolge bei einer Entsendung: Beirat Arbeitsmarkt"]);
        let text = s.letters(BOARD_MAIL).remove(0).1;
        assert!(text.contains("Ab dem Dienstag, 1. Dezember 2026 kommt Nora"), "{text}");
        assert!(text.contains("in: Beirat Arbeitsmarkt.") && text.contains("Entsandt hat"), "{text}");
        s.daily("mandates.ends", "2026-12-02");
        assert_eq!(told().len(), 1, "once");
        // It ends; nothing is on file of it, and the board hears of that as well.
        s.at("2026-12-10", 9);
        act(&s.fresh, w.kora, move |tx, by| {
            networks::end_occupancy(tx, by, held, day("2026-12-12"), networks::EndReason::Recall)
        })
        .unwrap();
        for day in ["2026-12-11", "2026-12-12", "2026-12-13"] {
            s.daily("mandates.ends", day);
        }
        assert_eq!(told()[1..], ["Ende einer Entsendung: Beirat Arbeitsmarkt"]);
        assert!(
            s.subjects("anna@example.org").contains(&"Ein Sitz ist frei: Beirat Arbeitsmarkt".to_owned())
                || s.subjects("kora@example.org").contains(&"Ein Sitz ist frei: Beirat Arbeitsmarkt".to_owned())
        );
        let _ = board;
    }
}

#[test]
fn whoever_lost_her_place_among_the_senders_keeps_the_seat_until_it_is_decided_and_what_follows_is_offered() {
    for s in all() {
        let w = s.w;
        let id = s.delegated(&[]);
        let page = format!("/mandate/{id}");
        s.get(Some(w.anna), &page).is(200).hides(&["sitzt nicht mehr im entsendenden Gremium"]);
        let elected = s.dora_elected;
        act(&s.fresh, w.kora, move |tx, by| {
            networks::end_occupancy(tx, by, elected, day("2026-11-23"), networks::EndReason::Eligibility)
        })
        .unwrap();
        // Those who lead read what follows, she herself does not decide it, strangers know nothing.
        s.get(Some(w.anna), &page).says(&[
            "sitzt nicht mehr im entsendenden Gremium",
            "Eine Vertretung ist nicht benannt.",
            "Mandat beenden",
        ]);
        s.get(Some(w.dora), &page).hides(&["sitzt nicht mehr im entsendenden Gremium"]);
        s.get(Some(w.nora), &page).is(404);
        s.post(w.anna, &format!("{page}/beenden"), &[("until", "2026-11-23"), ("reason", "eligibility")]).is(303);
        s.get(Some(w.anna), &page).says(&["Der Sitz ist frei und gehört weiter zu Ihnen.", "mandate/entsenden"]);
        assert!(s.subjects(BOARD_MAIL).contains(&"Ende einer Entsendung: Beirat Arbeitsmarkt".to_owned()));
    }
}

#[test]
fn n8_5_an_office_is_a_body_of_others_with_a_contact_a_date_and_an_agenda_and_no_seat_of_ours() {
    for s in all() {
        let w = s.w;
        let office = act(&s.fresh, w.kora, move |tx, by| {
            common::body(tx, by, w.rag, networks::BodyKind::Outside, "Beauftragte des Bundes", |f| {
                f.purpose = "Anlaufstelle in der Bundesregierung.".into();
            })
        })
        .unwrap();
        let page = format!("/gremien/{office}/mandate");
        s.get(Some(w.kora), &page).is(200).says(&["Anlaufstelle in der Bundesregierung."]);
        let contact = [
            ("name", "Büro der Beauftragten"),
            ("role", "Termine"),
            ("mail", "termine@beauftragte.example.org"),
            ("phone", ""),
        ];
        s.post(w.vera, &format!("{page}/kontakt"), &contact).is(403);
        s.post(w.nora, &format!("{page}/kontakt"), &contact).is(404);
        s.post(w.kora, &format!("{page}/kontakt"), &contact).is(303);
        let date = [
            ("title", "Gespräch über Gewaltschutz"),
            ("day", "2026-12-14"),
            ("hour", "11:00"),
            ("place", "Berlin"),
            ("agenda", "1. Begrüßung\n2. Gewaltschutz auf dem Land"),
        ];
        let session = s.post(w.kora, &format!("{page}/sitzung"), &date).is(303).location().to_owned();
        s.get(Some(w.vera), &page).is(200).says(&[
            "Büro der Beauftragten",
            "termine@beauftragte.example.org",
            "Gespräch über Gewaltschutz",
        ]);
        s.get(Some(w.vera), &session).is(200).says(&["Gewaltschutz auf dem Land"]);
        for stranger in [w.nora, w.olga, w.quinn] {
            s.get(Some(stranger), &session).is(404);
        }
        assert!(s.letters("termine@beauftragte.example.org").is_empty(), "a contact is written to by nobody here");
    }
}

/// Her seat in a body, as an occupancy.
fn ended_of(
    tx: &db::Tx<'_>,
    person: kernel::Id<people::Person>,
    body: kernel::Id<networks::Body>,
) -> kernel::Id<networks::Occupancy> {
    let sql = "SELECT o.id FROM occupancy o JOIN seat s ON s.id = o.seat_id WHERE o.person_id = :p AND s.body_id = :b";
    tx.one(sql, db::args! { p: person, b: body }, |r| r.get(0)).unwrap()
}
