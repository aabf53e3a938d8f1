//! Beyond a sitting: what was raised and what became of it, what applies to a sitting; and what never leaves the delegation.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

#[path = "../../networks/tests/common/mod.rs"]
mod common;
#[path = "../../networks/tests/house/mod.rs"]
mod house;
mod support;

use support::{BOARD_MAIL, all};

const AGENDA: &str = "1. Begrüßung\n2. Strukturprogramm 2027\n3. Ausbildung: Förderung\n4. Verschiedenes";

/// Raises as Dora; gives where it leads.
fn raise(s: &support::Stage, id: kernel::Id<networks::Occupancy>, level: &str) -> String {
    let fields = [
        ("title", "Kriterien der Gleichstellung im Strukturprogramm"),
        ("text", "Förderung nur mit Quote"),
        ("day", "2026-11-20"),
        ("session", ""),
        ("level", level),
        ("next", "2026-12-15"),
    ];
    s.post(s.w.dora, &format!("/mandate/{id}/eingebracht"), &fields).is(303).location().to_owned()
}

#[test]
fn n2_6_a_proposal_raised_outside_is_followed_to_its_outcome_with_evidence() {
    for s in all() {
        let w = s.w;
        let id = s.delegated(&[]);
        let new = format!("/mandate/{id}/eingebracht");
        s.get(Some(w.vera), &new).is(403);
        s.get(Some(w.nora), &new).is(404);
        s.post(w.dora, &new, &[("title", ""), ("day", "2027-01-01"), ("level", "2")])
            .is(422)
            .says(&["nennen Sie den Vorschlag"]);
        let page = raise(&s, id, "2");
        s.get(Some(w.kora), &page).says(&["eingebracht", "Eine Person folgt diesem Vorschlag.", "15. Dezember 2026"]);
        s.get(Some(w.nora), &page).is(404);
        s.post(w.kora, &page, &[("tat", "folgen")]).is(303);
        s.get(Some(w.kora), &page).says(&["2 Personen folgen", "Nicht mehr folgen"]);
        let step = |who, version: &str, state: &str, evidence: &str| {
            let fields = [
                ("tat", "schritt"),
                ("version", version),
                ("state", state),
                ("day", "2026-11-23"),
                ("note", "In der Sitzung"),
                ("evidence", evidence),
                ("next", ""),
            ];
            s.post(who, &page, &fields)
        };
        step(w.vera, "1", "noted", "").is(403);
        step(w.dora, "1", "noted", "").is(303);
        step(w.dora, "1", "referred", "").is(409);
        step(w.dora, "2", "referred", "").is(303);
        step(w.dora, "3", "noted", "").is(422).says(&["nicht zurück"]);
        // An outcome has something to show for it.
        step(w.dora, "3", "adopted", "").is(422).says(&["wo man das nachlesen kann", "In der Sitzung"]);
        step(w.dora, "3", "adopted", "https://rat.example.org/beschluss/17").is(303);
        step(w.dora, "4", "rejected", "https://rat.example.org/18").is(422).says(&["schon entschieden"]);
        s.get(Some(w.anna), &page).says(&[
            "zur Kenntnis genommen",
            "verwiesen",
            "angenommen",
            "https://rat.example.org/beschluss/17",
        ]);
        // Who follows is told, whoever did it is not.
        let told = |to| s.subjects(to).iter().filter(|m| m.starts_with("Neuer Stand")).count();
        assert_eq!((told("kora@example.org"), told("dora@example.org")), (3, 0));
        s.get(Some(w.kora), &format!("/gremien/{}/mandate", s.board)).says(&["Kriterien der Gleichstellung"]);
        s.get(Some(w.kora), &format!("/gremien/{}/mandate", w.rag)).says(&["angenommen"]);
        // What is decided is looked after no more.
        s.daily("mandates.remind", "2026-12-15");
        assert!(!s.subjects("dora@example.org").iter().any(|m| m.starts_with("Heute nachfassen")));
    }
}

#[test]
fn n5_3_a_colleagues_wish_is_entered_by_the_delegate_and_its_outcome_is_told() {
    for s in all() {
        let w = s.w;
        let id = s.delegated(&[]);
        let session = s.sitting("2026-12-07", AGENDA);
        let pack = format!("/mandate/{id}/sitzungen/{session}");
        s.post(w.anna, &pack, &[("tat", "mitgeben"), ("text", "Antrag: Kriterien der Gleichstellung")]).is(303);
        s.at("2026-12-07", 14);
        let page = raise(&s, id, "3");
        s.get(Some(w.dora), &pack)
            .says(&["Offene Vorschläge von uns", "Kriterien der Gleichstellung im Strukturprogramm"]);
        s.post(w.anna, &page, &[("tat", "folgen")]).is(303);
        s.daily("mandates.remind", "2026-12-15");
        assert!(s.subjects("anna@example.org").iter().any(|m| m.starts_with("Heute nachfassen")));
        let before = s.letters("anna@example.org").len();
        s.daily("mandates.remind", "2026-12-16");
        assert_eq!(s.letters("anna@example.org").len(), before, "once");
        // For the committee alone: the network's coordination does not know of it.
        s.get(Some(w.kora), &page).is(404);
    }
}

#[test]
fn n5_6_an_outcome_elsewhere_is_linked_as_evidence() {
    for s in all() {
        let id = s.delegated(&[]);
        let page = raise(&s, id, "2");
        let link = "https://www.staedtetag.example.org/beschluesse/2026-09-16";
        let fields = [
            ("tat", "schritt"),
            ("version", "1"),
            ("state", "adopted"),
            ("day", "2026-11-22"),
            ("note", ""),
            ("evidence", link),
        ];
        s.post(s.w.dora, &page, &fields).is(303);
        s.get(Some(s.w.kora), &page).says(&[&format!("<a href=\"{link}\">Nachweis</a>")]);
        let bad = [
            ("tat", "schritt"),
            ("version", "2"),
            ("state", "rejected"),
            ("day", "2026-11-22"),
            ("evidence", "javascript:alert(1)"),
        ];
        s.post(s.w.dora, &page, &bad).is(422);
    }
}

#[test]
fn n2_5_a_pack_names_resolutions_positions_and_tasks_of_its_topics_and_nothing_the_reader_may_not_see() {
    for s in all() {
        let w = s.w;
        let id = s.delegated(&[]);
        let session = s.sitting("2026-12-07", "1. Begrüßung\n2. Arbeitsmarkt auf dem Land\n3. Haushalt");
        let (gma, rag, kept) = (w.gma, w.rag, w.kept);
        s.fresh
            .db
            .write_now(move |tx| {
                let operator = kernel::Actor { operator: true, ..kernel::Actor::default() };
                let topic = networks::add_topic(tx, &operator, "arbeit", "Arbeit und Entgelt", "Work and pay")?;
                let other = networks::add_topic(tx, &operator, "kultur", "Kultur und Geschichte", "Culture")?;
                tx.silent("a test writes positions down");
                for (n, network, topic, level, ended, title) in [
                    (1, rag, topic, 0, None, "Gute Arbeit für alle"),
                    (2, rag, other, 0, None, "Museen für alle"),
                    (3, kept, topic, 2, None, "Arbeit im Verborgenen"),
                    (4, rag, topic, 0, Some("2026-01-01"), "Arbeit von gestern"),
                ] {
                    tx.exec(
                        "INSERT INTO position (id, network_id, body_id, level, kind, title, topic_id, state, year, number, mark, published_at, ended_day, made_at) \
                         VALUES (:id, :network, :network, :level, 'position', :title, :topic, 'published', 2026, :n, :mark, 1, :ended, 1)",
                        db::args! { id: 900_i64 + n, network: network, level: level, title: title, topic: topic, n: n, mark: format!("2026-{n}"), ended: ended },
                    )?;
                }
                for (body, title) in [(gma, "Zahlen zum Arbeitsmarkt holen"), (gma, "Raum buchen")] {
                    tasks::make(tx, &tasks::NewTask::new(body, title).quietly(), title, None)?;
                }
                Ok(())
            })
            .unwrap();
        let pack = format!("/mandate/{id}/sitzungen/{session}");
        s.get(Some(w.dora), &pack).is(200).hides(&["Was dazu gilt"]);
        let item = s.count("SELECT id FROM session_item WHERE place = 2").to_string();
        s.post(w.dora, &format!("/aussensitzungen/{session}"), &[("tat", "merken"), ("wichtig", &item)]).is(303);
        let page = s.get(Some(w.dora), &pack);
        page.says(&["Was dazu gilt", "Gute Arbeit für alle", "Zahlen zum Arbeitsmarkt holen", "zu Punkt 2"]);
        page.hides(&["Museen für alle", "Arbeit im Verborgenen", "Arbeit von gestern", "Raum buchen"]);
        // The same as a file, for those who read the page.
        for format in ["pdf", "docx"] {
            s.get(Some(w.dora), &format!("{pack}/datei/{format}")).is(200);
            s.get(Some(w.kora), &format!("{pack}/datei/{format}")).is(403);
            s.get(Some(w.nora), &format!("{pack}/datei/{format}")).is(404);
        }
        s.get(Some(w.dora), &format!("{pack}/datei/pdf"))
            .says(&["Gute Arbeit für alle", "Arbeitsmarkt auf dem Land"])
            .hides(&["verhindert"]);
    }
}

#[test]
fn n2_5_a_pack_finds_resolutions_and_tasks_by_their_topic_whatever_they_are_called() {
    for s in all() {
        let w = s.w;
        let id = s.delegated(&[]);
        let session = s.sitting("2026-12-07", "1. Begrüßung\n2. Arbeitsmarkt auf dem Land");
        let topic = s
            .fresh
            .db
            .write_now(|tx| {
                let operator = kernel::Actor { operator: true, ..kernel::Actor::default() };
                networks::add_topic(tx, &operator, "kultur", "Kultur und Geschichte", "Culture")?;
                networks::add_topic(tx, &operator, "arbeit", "Arbeit und Entgelt", "Work and pay")
            })
            .unwrap();
        let (gma, rag) = (w.gma, w.rag);
        // Neither title speaks of the item: only the topic does. One is for the committee, one for the network.
        common::act(&s.fresh, w.anna, move |tx, by| {
            let entered = |body, mark: &str, title: &str, level| {
                let old = decisions::OldResolution {
                    mark: mark.into(),
                    title: title.into(),
                    text: "Wortlaut".into(),
                    day: common::day("2025-05-05"),
                    in_force: common::day("2025-05-05"),
                    level,
                    source: None,
                    scan: None,
                };
                decisions::enter_old(tx, by, body, &old)
            };
            let one = entered(gma, "1/2025", "Quote bei Vergaben", kernel::Level::Body)?;
            entered(gma, "2/2025", "Museen öffnen abends", kernel::Level::Body)?;
            decisions::file_under(tx, by, one, &[], &[topic])?;
            let task = tasks::NewTask::new(gma, "Zahlen holen").about([topic]).quietly();
            tasks::make(tx, &task, "test 1", None)?;
            tasks::make(tx, &tasks::NewTask::new(rag, "Raum buchen").quietly(), "test 2", None).map(drop)
        })
        .unwrap();
        let item = s.count("SELECT id FROM session_item WHERE place = 2").to_string();
        s.post(w.dora, &format!("/aussensitzungen/{session}"), &[("tat", "merken"), ("wichtig", &item)]).is(303);
        let pack = format!("/mandate/{id}/sitzungen/{session}");
        s.get(Some(w.dora), &pack)
            .says(&["Was dazu gilt", "Quote bei Vergaben", "Zahlen holen"])
            .hides(&["Museen öffnen abends", "Raum buchen"]);
        // It stands on the page of the task, and the keeper of the register changes it.
        let task = s.count("SELECT id FROM task WHERE title = 'Zahlen holen'");
        s.get(Some(w.anna), &format!("/aufgaben/{task}")).says(&["Themen", "Arbeit und Entgelt"]);
    }
}

#[test]
fn n2_5_an_agenda_is_uploaded_as_a_file_and_what_matters_stays_marked() {
    for s in all() {
        let w = s.w;
        s.delegated(&[]);
        let session = s.sitting("2026-12-07", AGENDA);
        let (page, form) = (format!("/aussensitzungen/{session}"), format!("/aussensitzungen/{session}/tagesordnung"));
        let item = s.count("SELECT id FROM session_item WHERE place = 2").to_string();
        s.post(w.dora, &page, &[("tat", "merken"), ("wichtig", &item)]).is(303);
        let send = |who, version: &str, file: &str| {
            let body = format!(
                "--x\r\nContent-Disposition: form-data; name=\"version\"\r\n\r\n{version}\r\n--x\r\nContent-Disposition: form-data; name=\"datei\"; filename=\"to.csv\"\r\n\r\n{file}\r\n--x--\r\n"
            );
            let request = http::Request::post(form.as_str())
                .header(http::header::CONTENT_TYPE, "multipart/form-data; boundary=x")
                .header("sec-fetch-site", "same-origin");
            s.ask(request, Some(who), body)
        };
        s.get(Some(w.dora), &form).is(200).says(&["Tagesordnung hochladen"]);
        s.get(Some(w.vera), &form).is(403);
        s.get(Some(w.nora), &form).is(404);
        let file = "1;Begrüßung\n2;Wohnen\n3;Strukturprogramm 2027\n";
        send(w.vera, "1", file).is(403);
        send(w.dora, "1", "").is(422).says(&["Bitte wählen Sie eine Datei."]);
        send(w.dora, "1", "\0\0").is(422);
        send(w.dora, "7", file).is(409).says(&["Das hat jemand inzwischen geändert.", "name=\"version\" value=\"1\""]);
        send(w.dora, "1", file).is(303);
        s.get(Some(w.dora), &page)
            .says(&["1. Begrüßung", "2. Wohnen", "3. Strukturprogramm 2027"])
            .hides(&["Verschiedenes"]);
        assert_eq!(s.count("SELECT COUNT(*) FROM session_item WHERE relevant AND place = 3"), 1);
    }
}

#[test]
fn n4_9_what_was_raised_goes_out_as_a_list_for_the_yearly_report_without_names() {
    for s in all() {
        let w = s.w;
        let id = s.delegated(&[]);
        let page = raise(&s, id, "2");
        let fields = [
            ("tat", "schritt"),
            ("version", "1"),
            ("state", "adopted"),
            ("day", "2026-11-22"),
            ("evidence", "https://rat.example.org/17"),
        ];
        s.post(w.dora, &page, &fields).is(303);
        raise(&s, id, "4");
        let file = |body| format!("/gremien/{body}/ausgeben/eingebracht/csv");
        s.get(Some(w.kora), &format!("/gremien/{}/mandate", w.rag)).says(&["Als CSV"]);
        let list = s.get(Some(w.kora), &file(w.rag));
        list.is(200).says(&[
            "Kriterien der Gleichstellung",
            "Beirat Arbeitsmarkt",
            "angenommen",
            "https://rat.example.org/17",
        ]);
        list.hides(&["Dora", "Dahlke"]);
        assert_eq!(list.html.trim().lines().count(), 2, "what is for the delegation alone is not in it: {}", list.html);
        s.get(Some(w.dora), &file(w.gma)).is(200).says(&["Kriterien der Gleichstellung"]);
        for stranger in [w.nora, w.olga] {
            assert!(matches!(s.get(Some(stranger), &file(w.rag)).status.as_u16(), 403 | 404));
        }
        s.get(None, &file(w.rag)).is(303);
    }
}

/// Words that may be read by the delegation alone.
const CANARIES: [&str; 5] = ["Kanarienlinie", "Kanariennotiz", "Kanarienteil", "Kanarienwort", "Kanarienvorschlag"];

#[test]
fn an_internal_part_never_reaches_receiver_public_search_mail_export_or_the_data_of_others() {
    for s in all() {
        let w = s.w;
        let id = s.delegated(&[("instruction", "Kanarienlinie")]);
        let session = s.sitting("2026-11-23", AGENDA);
        s.at("2026-11-22", 9);
        s.post(
            w.anna,
            &format!("/mandate/{id}/sitzungen/{session}"),
            &[("tat", "mitgeben"), ("text", "Kanariennotiz")],
        )
        .is(303);
        s.at("2026-11-23", 12);
        let raised = {
            let fields =
                [("title", "Kanarienvorschlag"), ("text", ""), ("day", "2026-11-23"), ("session", ""), ("level", "4")];
            s.post(w.dora, &format!("/mandate/{id}/eingebracht"), &fields).is(303).location().to_owned()
        };
        s.post(w.anna, &raised, &[("tat", "folgen")]).is(303);
        let step = [
            ("tat", "schritt"),
            ("version", "1"),
            ("state", "noted"),
            ("day", "2026-11-23"),
            ("note", "Kanarienwort"),
            ("next", "2026-11-25"),
        ];
        s.post(w.dora, &raised, &step).is(303);
        let filed = [
            ("subject", "Strukturprogramm"),
            ("weiter_subject", "ja"),
            ("effects", "Kanarienteil"),
            ("confidential", "Kanarienwort"),
        ];
        s.reports(id, session, "abgeben", &filed).is(303);
        for (job, day) in [
            ("mandates.reports", "2026-11-24"),
            ("mandates.remind", "2026-11-25"),
            ("mandates.ends", "2026-11-25"),
            ("mandates.brief", "2026-11-25"),
        ] {
            s.daily(job, day);
        }
        let kinds: Vec<&'static web::Kind> = mandates::slice().kinds.iter().collect();
        search::follow(&s.fresh.db, &kinds).unwrap();
        // Inside, all of it is there: the test can fail.
        let report = format!("/rueckberichte/{}", s.report());
        s.get(Some(w.anna), &report).says(&["Kanarienteil", "Kanarienwort"]);
        s.get(Some(w.anna), &raised).says(&["Kanarienvorschlag", "Kanarienwort"]);
        let none = |seen: &house::Seen, place: &str| {
            for canary in CANARIES {
                assert!(!seen.html.contains(canary), "{canary} in {place}");
            }
        };
        // The letters of everybody, the receiver among them.
        for (to, subject, text) in s.all_letters() {
            for canary in CANARIES {
                assert!(!subject.contains(canary) && !text.contains(canary), "{canary} to {to}");
            }
        }
        assert!(!s.letters(BOARD_MAIL).is_empty());
        // Pages, search and papers for the coordination, members, strangers and the public.
        let pages = [
            format!("/mandate/{id}"),
            format!("/mandate/{id}/brief/pdf"),
            format!("/mandate/{id}/akte"),
            format!("/mandate/{id}/sitzungen/{session}"),
            format!("/aussensitzungen/{session}"),
            format!("/gremien/{}/mandate", s.board),
            format!("/gremien/{}/mandate", w.rag),
            format!("/gremien/{}/mandate", w.gma),
            format!("/gremien/{}/aufgaben", w.rag),
            format!("/mandate/{id}/sitzungen/{session}/datei/pdf"),
            format!("/mandate/personen/{}", w.dora),
            format!("/gremien/{}/mandate/ratsinformation", s.board),
            format!("/gremien/{}/ausgeben/eingebracht/csv", w.rag),
            format!("/gremien/{}/ausgeben/eingebracht/csv", w.gma),
            "/mandate".to_owned(),
            report,
            raised,
            "/netzwerke/regionale-ag".to_owned(),
            "/netzwerke/regionale-ag/gremien/beirat-arbeitsmarkt".to_owned(),
        ];
        let readers = [Some(w.kora), Some(w.vera), Some(w.nora), Some(w.olga), Some(w.quinn), None];
        for reader in readers {
            for page in &pages {
                none(&s.get(reader, page), page);
            }
            for canary in CANARIES {
                let found = s.get(reader, &format!("/suche?q={canary}"));
                assert!(!found.html.contains("/rueckberichte/") && !found.html.contains("/eingebracht/"), "{canary}");
            }
        }
        // Search knows the words of none of them, for nobody.
        assert_eq!(s.count("SELECT COUNT(*) FROM search_word WHERE word LIKE 'kanarien%'"), 0);
        assert!(
            s.count("SELECT COUNT(*) FROM search_word WHERE word LIKE 'strukturprogramm%'") > 0,
            "the agenda is found"
        );
        // What others take along about themselves.
        for person in [w.kora, w.vera] {
            none(&s.get(Some(person), "/konto/daten"), "data");
            none(&s.get(Some(person), "/konto/daten.json"), "file");
        }
    }
}
