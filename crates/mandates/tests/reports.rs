//! Before and after a sitting: packs, and reports that rise.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

#[path = "../../networks/tests/common/mod.rs"]
mod common;
#[path = "../../networks/tests/house/mod.rs"]
mod house;
mod support;

use support::all;

const AGENDA: &str = "1. Begrüßung\n2. Strukturprogramm 2027\n3. Ausbildung: Förderung\n4. Verschiedenes";

#[test]
fn n2_5_a_delegate_prepares_reports_within_ten_days_and_the_marked_part_rises_to_the_network() {
    for s in all() {
        let w = s.w;
        let id = s.delegated(&[("instruction", "Nach Zahlen fragen")]);
        s.substitute(id, w.anna).is(303);
        let new = format!("/gremien/{}/mandate/sitzung", s.board);
        s.get(Some(w.vera), &new).is(403);
        s.get(Some(w.nora), &new).is(404);
        s.post(w.dora, &new, &[("title", "4. Sitzung"), ("day", ""), ("hour", "neun"), ("agenda", AGENDA)])
            .is(422)
            .says(&["Bitte nennen Sie den Tag.", "Schreiben Sie die Uhrzeit so: 14:30.", "Strukturprogramm 2027"]);
        let session = s.sitting("2026-12-07", AGENDA);
        let page = format!("/aussensitzungen/{session}");
        s.get(Some(w.nora), &page).is(404);
        // A member of the network sees the sitting, and marks nothing.
        s.get(Some(w.kora), &page).is(200).says(&["2. Strukturprogramm 2027"]);
        s.get(Some(w.vera), &page).is(200);
        s.post(w.vera, &page, &[("tat", "merken")]).is(403);
        let item = s.count("SELECT id FROM session_item WHERE place = 2").to_string();
        s.post(w.dora, &page, &[("tat", "merken"), ("wichtig", &item)]).is(303);
        // Two weeks before, delegate and substitute get the same pack.
        s.daily("mandates.brief", "2026-11-22");
        assert!(!s.subjects("dora@example.org").contains(&"Vorbereitung: Beirat Arbeitsmarkt".to_owned()));
        s.daily("mandates.brief", "2026-11-23");
        s.daily("mandates.brief", "2026-11-24");
        let pack = format!("/mandate/{id}/sitzungen/{session}");
        for to in ["dora@example.org", "anna@example.org"] {
            let packs = s.letters(to).into_iter().filter(|(m, _)| m == "Vorbereitung: Beirat Arbeitsmarkt");
            let texts: Vec<String> = packs.map(|(_, text)| text).collect();
            assert_eq!(texts.len(), 1, "{to}");
            assert!(
                texts[0].contains(&format!("http://localhost:8080{pack}")) && texts[0].contains("7. Dezember 2026")
            );
        }
        s.get(Some(w.dora), &pack).says(&["Nach Zahlen fragen", "2. Strukturprogramm 2027", "3 weitere Punkte"]);
        s.get(Some(w.kora), &pack).is(403);
        s.get(Some(w.nora), &pack).is(404);
        // Colleagues give something along until the day before.
        s.post(w.anna, &pack, &[("tat", "mitgeben"), ("text", "")]).is(422).says(&["was Sie mitgeben möchten"]);
        s.post(w.anna, &pack, &[("tat", "mitgeben"), ("text", "Bitte nach Teilzeit fragen")]).is(303);
        s.post(w.kora, &pack, &[("tat", "mitgeben"), ("text", "Von außen")]).is(403);
        s.get(Some(w.dora), &pack).says(&["Bitte nach Teilzeit fragen", "Anna Albers"]).hides(&["Zurücknehmen"]);
        let note = s.count("SELECT MAX(id) FROM session_note").to_string();
        s.post(w.dora, &pack, &[("zeile", &note)]).is(403);
        s.at("2026-12-06", 22);
        s.get(Some(w.anna), &pack).says(&["Zurücknehmen"]);
        s.at("2026-12-07", 8);
        s.post(w.anna, &pack, &[("tat", "mitgeben"), ("text", "Zu spät")]).is(422).says(&["bis zum Tag davor"]);
        s.reports(id, session, "abgeben", &[]).is(422).says(&["noch nicht begonnen"]);
        // The day after, the report is a task of the committee, and Dora's.
        s.daily("mandates.reports", "2026-12-08");
        s.daily("mandates.reports", "2026-12-09");
        assert_eq!(s.count("SELECT COUNT(*) FROM task WHERE state = 'open' AND reminded = 2"), 1);
        s.get(Some(w.anna), &format!("/gremien/{}/aufgaben", w.gma)).says(&["Rückbericht schreiben: 4. Sitzung"]);
        s.get(Some(w.dora), "/aufgaben").says(&["Rückbericht schreiben: 4. Sitzung"]);
        s.get(Some(w.dora), "/mandate").says(&[
            "Rückbericht: 4. Sitzung",
            "bis 17. Dezember 2026",
            "Bericht schreiben",
        ]);
        // A draft by a button; only she sees it.
        let form = format!("{pack}/bericht");
        s.get(Some(w.dora), &form).is(200).says(&["Was wurde entschieden?", "Weitergeben an alle Stufen darüber"]);
        s.get(Some(w.kora), &form).is(403);
        s.reports(id, session, "entwurf", &[("subject", ""), ("decided", "Nichts bisher")]).is(303);
        s.get(Some(w.dora), &form).says(&["Nichts bisher", "Ihr Entwurf"]);
        let report = s.report();
        s.get(Some(w.anna), &format!("/rueckberichte/{report}")).is(404);
        // Both versions stand at their fields, and the form carries the number of now: a second save is meant.
        s.reports(id, session, "abgeben", &[("weiter_effects", "ja")]).is(409).says(&[
            "inzwischen geändert",
            "Förderung der Ausbildung",
            "Jetzt gespeichert: Nichts bisher",
            "name=\"version\" value=\"2\"",
        ]);
        s.reports(id, session, "abgeben", &[("version", "2"), ("subject", "")]).is(422).says(&["worum es ging"]);
        let filed = [
            ("version", "2"),
            ("subject", "Strukturprogramm"),
            ("weiter_subject", "ja"),
            ("decided", "Vertagt auf März"),
            ("weiter_decided", "ja"),
            ("contributed", "Frage nach Teilzeit"),
            ("effects", "Wir brauchen Zahlen"),
            ("confidential", "Der Vorsitz zögert"),
        ];
        s.reports(id, session, "abgeben", &filed).is(303);
        s.reports(id, session, "abgeben", &[("version", "3")]).is(422).says(&["schon abgegeben"]);
        let report = format!("/rueckberichte/{report}");
        s.get(Some(w.anna), &report).says(&[
            "Vertagt auf März",
            "Wir brauchen Zahlen",
            "Der Vorsitz zögert",
            "(intern)",
        ]);
        s.get(Some(w.kora), &report).says(&["Strukturprogramm", "Vertagt auf März"]).hides(&[
            "Frage nach Teilzeit",
            "Wir brauchen Zahlen",
            "Der Vorsitz zögert",
        ]);
        for stranger in [w.nora, w.olga, w.quinn] {
            s.get(Some(stranger), &report).is(404);
        }
        // The task is done; committee and network have one each, to put it on their agendas.
        assert_eq!(s.count("SELECT COUNT(*) FROM task WHERE state = 'done'"), 1);
        for body in [w.gma, w.rag] {
            s.get(Some(w.anna), &format!("/gremien/{body}/aufgaben")).says(&["Rückbericht besprechen: 4. Sitzung"]);
            s.get(Some(w.anna), &format!("/gremien/{body}/mandate")).says(&["Rückbericht: 4. Sitzung"]);
        }
        // Anna leads the network and nobody the committee: once for each person, and nothing of what stands in it.
        let told = |to| s.letters(to).into_iter().filter(|(m, _)| m.starts_with("Neuer Rückbericht")).count();
        assert_eq!((told("anna@example.org"), told("kora@example.org"), told("dora@example.org")), (1, 1, 0));
        // The next pack holds it as the last report.
        s.at("2026-12-20", 9);
        let next = s.sitting("2027-03-01", "Strukturprogramm");
        s.get(Some(w.dora), &format!("/mandate/{id}/sitzungen/{next}"))
            .says(&["Letzter Bericht", "Der Vorsitz zögert"]);
    }
}

#[test]
fn reports_are_brought_to_mind_on_day_five_on_the_due_day_and_the_lead_hears_at_fourteen() {
    for s in all() {
        let w = s.w;
        let id = s.delegated(&[]);
        s.sitting("2026-11-23", "");
        s.daily("mandates.reports", "2026-11-24");
        let reminded =
            || s.letters("dora@example.org").into_iter().filter(|(m, _)| m.starts_with("Rückbericht:")).count();
        let lead = |to| s.subjects(to).into_iter().filter(|m| m.starts_with("Ein Rückbericht fehlt")).count();
        for (day, wanted) in [
            ("2026-11-27", (0, 0)),
            ("2026-11-28", (1, 0)),
            ("2026-11-29", (1, 0)),
            ("2026-12-03", (2, 0)),
            ("2026-12-06", (2, 0)),
            ("2026-12-07", (2, 1)),
            ("2026-12-20", (2, 1)),
        ] {
            s.daily("mandates.remind", day);
            assert_eq!((reminded(), lead("kora@example.org")), wanted, "{day}");
        }
        // Nobody leads the committee, so the network's lead hears of it, and sees it in a list.
        s.get(Some(w.kora), &format!("/gremien/{}/mandate", w.gma))
            .says(&["Ausstehende Berichte", "fällig seit 3. Dezember 2026"]);
        s.get(Some(w.vera), &format!("/gremien/{}/mandate", w.gma)).hides(&["Ausstehende Berichte"]);
        // Tasks remind of it by no second letter.
        assert!(
            !s.subjects("dora@example.org").iter().any(|m| m.contains("Aufgabe")),
            "{:?}",
            s.subjects("dora@example.org")
        );
        let _ = id;
    }
}

#[test]
fn n5_2_my_mandates_show_the_next_sitting_the_preparation_and_the_report_that_is_due() {
    for s in all() {
        let w = s.w;
        let id = s.delegated(&[]);
        let (past, next) = (s.sitting("2026-11-20", ""), s.sitting("2026-12-07", AGENDA));
        s.daily("mandates.reports", "2026-11-23");
        s.get(Some(w.dora), "/mandate").is(200).says(&[
            "Nächste Sitzungen",
            &format!("/mandate/{id}/sitzungen/{next}"),
            "Berichte, die noch fehlen",
            &format!("/mandate/{id}/sitzungen/{past}/bericht"),
            "Alle Ihre Sitze",
            "Von Regionale AG nach Beirat Arbeitsmarkt",
            "bis 31. Oktober 2028",
        ]);
        s.get(Some(w.nora), "/mandate").is(200).says(&["Sie haben zurzeit kein Mandat."]);
        s.get(None, "/mandate").is(303);
    }
}

#[test]
fn p08_all_seats_stand_on_one_picture_and_list_those_outside_this_installation_too() {
    for s in all() {
        let w = s.w;
        s.delegated(&[]);
        common::act(&s.fresh, w.dora, move |tx, by| {
            let noted = networks::NewElsewhere {
                body: "Kuratorium der Musterstiftung".into(),
                kind: networks::ElsewhereKind::Council,
                role: "Mitglied".into(),
                term: kernel::Term::new(common::day("2024-01-01"), common::day("2028-01-01")).unwrap(),
                post: None,
                passes: false,
                note: "nur für mich".into(),
                audience: None,
                shown_in: None,
            };
            networks::note_elsewhere(tx, by, &noted)
        })
        .unwrap();
        let page = s.get(Some(w.dora), "/mandate");
        page.is(200).says(&["Alle Ihre Sitze", "Sitze, die hier nicht geführt werden"]).hides(&["nur für mich"]);
        // In the picture, in its table and in the list.
        let figure = page.html.split("id=\"bild\"").nth(1).unwrap().split("</figure>").next().unwrap();
        for name in ["Kuratorium der Musterstiftung", "Beirat Arbeitsmarkt", "Gender-Mainstreaming-Ausschuss"] {
            assert!(figure.matches(name).count() >= 2, "{name}");
        }
        let rest = page.html.split("Sitze, die hier nicht geführt werden").nth(1).unwrap();
        assert!(rest.contains("Kuratorium der Musterstiftung"));
        for other in [w.anna, w.kora, w.nora] {
            s.get(Some(other), "/mandate").hides(&["Musterstiftung"]);
        }
    }
}

#[test]
fn n5_5_the_delegate_is_ill_and_the_substitute_gets_the_same_pack() {
    for s in all() {
        let w = s.w;
        let id = s.delegated(&[("instruction", "Nach Zahlen fragen")]);
        let session = s.sitting("2026-12-07", AGENDA);
        let pack = format!("/mandate/{id}/sitzungen/{session}");
        s.substitute(id, w.anna).is(303);
        s.post(w.anna, &pack, &[("tat", "mitgeben"), ("text", "Bitte nach Teilzeit fragen")]).is(303);
        s.post(w.vera, &pack, &[("tat", "verhindert")]).is(403);
        s.post(w.dora, &pack, &[("tat", "verhindert")]).is(303);
        s.post(w.dora, &pack, &[("tat", "verhindert")]).is(422).says(&["schon mitgeteilt"]);
        assert_eq!(s.subjects("anna@example.org").last().unwrap(), "Bitte vertreten Sie: Beirat Arbeitsmarkt");
        s.get(Some(w.anna), &pack).says(&[
            "Nach Zahlen fragen",
            "Bitte nach Teilzeit fragen",
            "Die Vertretung geht hin.",
        ]);
        // The report is the substitute's, and so is the reminder.
        s.daily("mandates.reports", "2026-12-08");
        s.get(Some(w.anna), "/aufgaben").says(&["Rückbericht schreiben: 4. Sitzung"]);
        s.daily("mandates.remind", "2026-12-12");
        assert!(s.subjects("anna@example.org").contains(&"Rückbericht: Beirat Arbeitsmarkt".to_owned()));
        assert!(!s.subjects("dora@example.org").contains(&"Rückbericht: Beirat Arbeitsmarkt".to_owned()));
        let fields = [("tat", "abgeben"), ("version", "0"), ("subject", "War dort")];
        s.post(w.anna, &format!("{pack}/bericht"), &fields).is(303);
    }
}

#[test]
fn where_nobody_stands_in_those_who_lead_are_told() {
    for s in all() {
        let id = s.delegated(&[]);
        let session = s.sitting("2026-12-07", "");
        s.post(s.w.dora, &format!("/mandate/{id}/sitzungen/{session}"), &[("tat", "verhindert")]).is(303);
        assert!(s.subjects("kora@example.org").contains(&"Niemand vertritt: Beirat Arbeitsmarkt".to_owned()));
    }
}

#[test]
fn a_sitting_that_moves_after_the_pack_was_sent_is_told_again_and_its_report_is_due_later() {
    for s in all() {
        let w = s.w;
        let id = s.delegated(&[]);
        let session = s.sitting("2026-12-07", AGENDA);
        let edit = format!("/aussensitzungen/{session}/aendern");
        let fields = |version: &'static str, day: &'static str, off: &'static str| {
            let mut all = vec![
                ("version", version),
                ("title", "4. Sitzung"),
                ("day", day),
                ("hour", "10:00"),
                ("place", "Kreishaus Düren, Raum 130"),
                ("agenda", "Begrüßung\nStrukturprogramm 2027\nNeues"),
            ];
            if !off.is_empty() {
                all.push(("ausgefallen", off));
            }
            all
        };
        let moved = || s.subjects("dora@example.org").iter().filter(|m| m.starts_with("Andere Zeit")).count();
        let item = s.count("SELECT id FROM session_item WHERE place = 2").to_string();
        s.post(w.dora, &format!("/aussensitzungen/{session}"), &[("wichtig", &item)]).is(303);
        // Before the pack was sent nobody need be told.
        s.post(w.vera, &edit, &fields("1", "2026-12-08", "")).is(403);
        s.post(w.dora, &edit, &fields("1", "2026-12-08", "")).is(303);
        assert_eq!(moved(), 0);
        // What mattered still does where it reads the same.
        assert_eq!(s.count("SELECT COUNT(*) FROM session_item WHERE relevant AND title = 'Strukturprogramm 2027'"), 1);
        s.daily("mandates.brief", "2026-11-30");
        // Somebody saved meanwhile: both days are seen.
        let both = ["inzwischen geändert", "2026-12-10", "Jetzt gespeichert: 8. Dezember 2026"];
        s.post(w.dora, &edit, &fields("1", "2026-12-10", "")).is(409).says(&both);
        s.post(w.dora, &edit, &fields("2", "2026-12-10", "")).is(303);
        assert_eq!(moved(), 1);
        s.post(w.dora, &format!("/mandate/{id}/sitzungen/{session}"), &[("tat", "verhindert")]).is(303);
        assert_eq!(s.count("SELECT COUNT(*) FROM mandate_report WHERE due_day = '2026-12-20'"), 1);
        s.post(w.dora, &edit, &fields("3", "2026-12-11", "")).is(303);
        assert_eq!(s.count("SELECT COUNT(*) FROM mandate_report WHERE due_day = '2026-12-21'"), 1);
        s.post(w.dora, &edit, &fields("4", "2026-12-11", "ja")).is(303);
        assert_eq!(s.subjects("dora@example.org").last().unwrap(), "Sitzung fällt aus: Beirat Arbeitsmarkt");
        // Put back as it was: whoever was told not to come is told to.
        s.post(w.dora, &edit, &fields("5", "2026-12-11", "")).is(303);
        let on = s.letters("dora@example.org").pop().unwrap();
        assert_eq!(on.0, "Sitzung findet doch statt: Beirat Arbeitsmarkt");
        assert!(on.1.contains("findet doch statt") && on.1.contains("11. Dezember 2026"), "{}", on.1);
        let told = s.subjects("dora@example.org").len();
        // Nothing about when and where is another: nobody is told.
        s.post(w.dora, &edit, &fields("6", "2026-12-11", "")).is(303);
        assert_eq!(s.subjects("dora@example.org").len(), told);
        s.post(w.dora, &edit, &fields("7", "2026-12-11", "ja")).is(303);
        // Put back on another day: one letter says both.
        s.post(w.dora, &edit, &fields("8", "2026-12-14", "")).is(303);
        let since: Vec<String> = s.subjects("dora@example.org").split_off(told);
        assert_eq!(since, ["Sitzung fällt aus: Beirat Arbeitsmarkt", "Sitzung findet doch statt: Beirat Arbeitsmarkt"]);
        s.post(w.dora, &edit, &fields("9", "2026-12-14", "ja")).is(303);
        // What is called off owes nothing.
        s.daily("mandates.reports", "2026-12-15");
        assert_eq!(s.count("SELECT COUNT(*) FROM task"), 0);
    }
}

#[test]
fn a_report_is_reached_from_every_page_where_one_looks_for_it() {
    for s in all() {
        let w = s.w;
        let id = s.delegated(&[]);
        let session = s.sitting("2026-11-20", AGENDA);
        let form = format!("/mandate/{id}/sitzungen/{session}/bericht");
        let board = format!("/gremien/{}/mandate", s.board);
        // The same evening, before any job of the night: her mandates, the mandate, the body, the sitting, the preparation.
        s.at("2026-11-20", 18);
        assert_eq!(s.count("SELECT COUNT(*) FROM mandate_report"), 0);
        let pages = [
            "/mandate".to_owned(),
            format!("/mandate/{id}"),
            board.clone(),
            format!("/gremien/{}/mandate", w.gma),
            format!("/aussensitzungen/{session}"),
            format!("/mandate/{id}/sitzungen/{session}"),
        ];
        for page in &pages {
            s.get(Some(w.dora), page).is(200).says(&[&form, "Bericht schreiben"]);
            s.get(Some(w.anna), page).hides(&[&form]);
        }
        s.get(Some(w.dora), "/mandate").says(&["bis 30. November 2026"]);
        // Before it begins there is nothing to write, and none is owed on a sitting that fell out.
        s.at("2026-11-20", 8);
        for page in &pages {
            s.get(Some(w.dora), page).hides(&[&form]);
        }
        s.at("2026-11-20", 18);
        s.reports(id, session, "abgeben", &[("weiter_subject", "ja")]).is(303);
        let report = format!("/rueckberichte/{}", s.report());
        for page in pages.iter().filter(|page| **page != format!("/gremien/{}/mandate", w.gma)) {
            s.get(Some(w.dora), page).says(&[&report]).hides(&[&form]);
        }
        // Whoever reads it finds it at the body and at the sitting, in full or as it rose; nobody else does.
        s.at("2026-11-24", 9);
        for reader in [w.anna, w.kora] {
            for page in [&board, &format!("/aussensitzungen/{session}")] {
                s.get(Some(reader), page).says(&[&report]);
            }
        }
        // Overdue: those who lead see whose it is, and whoever has to write it finds the form beside.
        let second = s.sitting("2026-11-21", AGENDA);
        s.daily("mandates.reports", "2026-12-05");
        let second = format!("/mandate/{id}/sitzungen/{second}/bericht");
        s.get(Some(w.kora), &format!("/gremien/{}/mandate", w.gma)).says(&["Ausstehende Berichte"]).hides(&[&second]);
        s.get(Some(w.dora), "/mandate").says(&["fällig seit 1. Dezember 2026", &second]);
    }
}

#[test]
fn a_report_keeps_its_lines_and_says_how_far_it_goes() {
    for s in all() {
        let w = s.w;
        let id = s.delegated(&[]);
        let session = s.sitting("2026-11-20", AGENDA);
        s.at("2026-11-20", 18);
        let form = format!("/mandate/{id}/sitzungen/{session}/bericht");
        s.get(Some(w.dora), &form).says(&["Stufen darüber sind das Gremium, das Sie entsendet"]);
        let listed = [("decided", "Gewählt wird im Januar:\n- Sprecherin: offen"), ("weiter_subject", "ja")];
        s.reports(id, session, "abgeben", &listed).is(303);
        s.get(Some(w.dora), &format!("/rueckberichte/{}", s.report()))
            .is(200)
            .says(&["Januar:<br>- Sprecherin: offen", "teils weitergegeben"])
            .hides(&["nur Entsendende, Delegierte und Vertretung</span>"]);
    }
}
