//! A report that was handed in by mistake: put right, with what it said before kept for the delegation, those who read parts of it
//! told once, and what was passed on by mistake gone from everywhere it had risen.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

#[path = "../../networks/tests/common/mod.rs"]
mod common;
#[path = "../../networks/tests/house/mod.rs"]
mod house;
mod support;

use kernel::Id;
use mandates::Report;
use support::{BOARD_MAIL, Stage, all};

/// Dora hands in a report: topic and decision rise, the rest is internal. Gives its number.
fn filed(s: &Stage) -> Id<Report> {
    let id = s.delegated(&[]);
    let session = s.sitting("2026-11-20", "Strukturprogramm");
    s.at("2026-11-23", 9);
    let fields = [
        ("subject", "Strukturprogramm"),
        ("weiter_subject", "ja"),
        ("decided", "Kanarienquote von zehn Prozent"),
        ("weiter_decided", "ja"),
        ("effects", "Wir brauchen Zahlen"),
        ("confidential", "Der Vorsitz zögert"),
    ];
    s.reports(id, session, "abgeben", &fields).is(303);
    s.report()
}

/// Dora puts it right: the fields as they are, with some changed.
fn corrects(s: &Stage, report: Id<Report>, version: &str, more: &[(&str, &str)]) -> house::Seen {
    let mut fields = vec![
        ("tat", "berichtigen"),
        ("version", version),
        ("subject", "Strukturprogramm"),
        ("weiter_subject", "ja"),
        ("decided", "Kanarienquote von zehn Prozent"),
        ("weiter_decided", "ja"),
        ("contributed", ""),
        ("effects", "Wir brauchen Zahlen"),
        ("confidential", "Der Vorsitz zögert"),
    ];
    for (name, value) in more {
        match fields.iter_mut().find(|(n, _)| n == name) {
            Some(field) => field.1 = value,
            None => fields.push((name, value)),
        }
    }
    s.post(s.w.dora, &format!("/rueckberichte/{report}/berichtigen"), &fields)
}

fn told(s: &Stage, to: &str, subject: &str) -> usize {
    s.subjects(to).iter().filter(|m| m.starts_with(subject)).count()
}

fn follow(s: &Stage) {
    let kinds: Vec<&'static web::Kind> = mandates::slice().kinds.iter().collect();
    search::follow(&s.fresh.db, &kinds).unwrap();
}

#[test]
fn n2_5_a_report_is_put_right_by_whoever_was_sent_and_never_in_silence() {
    for s in all() {
        let w = s.w;
        let report = filed(&s);
        let (page, form) = (format!("/rueckberichte/{report}"), format!("/rueckberichte/{report}/berichtigen"));
        // Only whoever sits there or stands in; those of the committee read, those above read what rose, others nothing.
        s.get(Some(w.dora), &page).says(&[&form]);
        s.get(Some(w.anna), &page).is(200).hides(&[&form]);
        s.get(Some(w.anna), &form).is(403);
        s.post(w.anna, &form, &[("version", "2"), ("subject", "Anders")]).is(403);
        for stranger in [w.kora, w.nora, w.quinn] {
            s.get(Some(stranger), &form).is(404);
        }
        s.get(Some(w.dora), &form).is(200).says(&[
            "Kanarienquote von zehn Prozent",
            "Die bisherige Fassung bleibt bei Entsendenden, Delegierten und Vertretung lesbar.",
            "Wer ein Gremium leitet, das weitergegebene Teile liest, bekommt bei Änderungen eine Mail.",
        ]);
        corrects(&s, report, "2", &[]).is(422).says(&["Es hat sich nichts geändert."]);
        corrects(&s, report, "2", &[("subject", "")]).is(422).says(&["worum es ging"]);
        s.at("2026-11-25", 14);
        corrects(&s, report, "2", &[("decided", "Quote von elf Prozent")]).is(303);
        corrects(&s, report, "2", &[("decided", "Zu alt")])
            .is(409)
            .says(&["inzwischen geändert", "Quote von elf Prozent"]);
        // The delegation reads what holds and what was; above only what holds, and that it was put right.
        s.get(Some(w.anna), &page).says(&[
            "Quote von elf Prozent",
            "berichtigt am 25. November 2026",
            "Frühere Fassungen",
            "Kanarienquote von zehn Prozent",
            "bis 25. November 2026, von Dora Dahlke",
        ]);
        s.get(Some(w.kora), &page).says(&["Quote von elf Prozent", "berichtigt am 25. November 2026"]).hides(&[
            "Kanarienquote",
            "Frühere Fassungen",
            "Wir brauchen Zahlen",
        ]);
        for stranger in [w.nora, w.olga, w.quinn] {
            s.get(Some(stranger), &page).is(404);
        }
        // Once each, and no word of it; not to whoever wrote it, nor to the board.
        for to in ["anna@example.org", "kora@example.org"] {
            assert_eq!(told(&s, to, "Rückbericht berichtigt: Beirat Arbeitsmarkt"), 1, "{to}");
        }
        assert_eq!(told(&s, "dora@example.org", "Rückbericht berichtigt"), 0);
        assert_eq!(told(&s, BOARD_MAIL, "Rückbericht"), 0);
        for (to, subject, text) in s.all_letters() {
            assert!(!format!("{subject}{text}").contains("quote"), "{to}: {text}");
        }
        // Whoever sits in a body it reached finds it in her inbox: that it rose, and that it was put right.
        let window = web::Window::all(common::day("2026-11-20").at(0, 0), common::day("2026-11-30").at(0, 0));
        let told = s.fresh.db.read_now(move |c| (mandates::slice().told.unwrap())(c, &window)).unwrap();
        let words: Vec<_> = told.iter().map(|it| (it.word_in(kernel::Lang::De), it.ways.len())).collect();
        assert_eq!(words, [("Rückbericht", 2), ("Rückbericht berichtigt", 2)], "committee and network");
        // It is the same task: nobody is asked twice.
        assert_eq!(s.count("SELECT COUNT(*) FROM task WHERE state = 'open'"), 2);
    }
}

#[test]
fn what_stays_with_the_delegation_is_put_right_without_a_word_to_those_above() {
    for s in all() {
        let w = s.w;
        let report = filed(&s);
        let page = format!("/rueckberichte/{report}");
        corrects(&s, report, "2", &[("effects", "Wir brauchen keine Zahlen"), ("confidential", "Niemand zögert")])
            .is(303);
        s.get(Some(w.anna), &page).says(&["berichtigt am", "Wir brauchen keine Zahlen", "Der Vorsitz zögert"]);
        s.get(Some(w.kora), &page).is(200).hides(&["berichtigt", "Zahlen", "zögert"]);
        assert_eq!(told(&s, "kora@example.org", "Rückbericht berichtigt"), 0);
    }
}

#[test]
fn a_part_passed_on_by_mistake_is_gone_from_where_it_had_risen() {
    for s in all() {
        let w = s.w;
        let report = filed(&s);
        let page = format!("/rueckberichte/{report}");
        s.get(Some(w.kora), &page).says(&["Kanarienquote"]);
        // One of two parts is taken back: the other stays, and nobody above finds what it said in any former text.
        corrects(&s, report, "2", &[("weiter_decided", "")]).is(303);
        s.get(Some(w.kora), &page).says(&["Strukturprogramm", "berichtigt am"]).hides(&["Kanarienquote"]);
        s.get(Some(w.anna), &page).says(&["Kanarienquote", "(weitergegeben)"]);
        // All of it: by a button, and for those who lead the senders as well, who may be left when the delegate is gone.
        s.post(w.kora, &page, &[("tat", "zuruecknehmen")]).is(404);
        s.post(w.anna, &page, &[("tat", "zuruecknehmen")]).is(303);
        s.post(w.anna, &page, &[("tat", "zuruecknehmen")]).is(422).says(&["nichts weitergegeben"]);
        for reader in [w.kora, w.nora, w.olga] {
            s.get(Some(reader), &page).is(404);
            for place in
                ["/mandate".to_owned(), format!("/gremien/{}/mandate", w.rag), format!("/gremien/{}/mandate", s.board)]
            {
                s.get(Some(reader), &place).hides(&[&page, "Kanarienquote"]);
            }
        }
        assert_eq!(s.count("SELECT COUNT(*) FROM report_reach"), 0);
        // The bodies above need not speak about it; the committee, which reads all of it, still does.
        s.get(Some(w.anna), &format!("/gremien/{}/aufgaben", w.rag)).hides(&["Rückbericht besprechen"]);
        s.get(Some(w.anna), &format!("/gremien/{}/aufgaben", w.gma)).says(&["Rückbericht besprechen: 4. Sitzung"]);
        assert_eq!(told(&s, "kora@example.org", "Rückbericht zurückgenommen: Beirat Arbeitsmarkt"), 1);
        // Dora wrote it, though Anna took it back; and passes on again what may be read.
        s.get(Some(w.anna), &page).says(&["Dora Dahlke", "Frühere Fassungen"]);
        corrects(&s, report, "4", &[("decided", "Vertagt")]).is(303);
        s.get(Some(w.kora), &page).says(&["Vertagt"]).hides(&["Kanarienquote", "Frühere Fassungen"]);
        assert_eq!(told(&s, "kora@example.org", "Neuer Rückbericht"), 2);
        s.get(Some(w.anna), &format!("/gremien/{}/aufgaben", w.rag)).says(&["Rückbericht besprechen: 4. Sitzung"]);
    }
}

#[test]
fn a_public_part_is_put_right_for_everybody_and_what_was_public_is_found_no_more() {
    for s in all() {
        let w = s.w;
        let report = filed(&s);
        let own = format!("/oeffentliche-berichte/{report}");
        let open = [("subject", "Kanarienthema"), ("weiter_subject", "oeffentlich")];
        corrects(&s, report, "2", &open).is(303);
        follow(&s);
        s.get(None, &own).says(&["Kanarienthema"]).hides(&["Berichtigt"]);
        s.get(None, "/suche?q=Kanarienthema").says(&[&own]);
        s.at("2026-11-26", 9);
        corrects(&s, report, "3", &[("subject", "Ausbildung in Teilzeit"), ("weiter_subject", "oeffentlich")]).is(303);
        follow(&s);
        s.get(None, &own)
            .says(&["Ausbildung in Teilzeit", "Berichtigt", "26. November 2026"])
            .hides(&["Kanarienthema"]);
        s.get(None, "/suche?q=Kanarienthema").hides(&[&own]);
        s.get(None, "/suche?q=Teilzeit").says(&[&own]);
        s.get(None, "/netzwerke/regionale-ag/oeffentliche-berichte/atom")
            .says(&["2026-11-26"])
            .hides(&["Kanarienthema"]);
        // Not public any more: gone, in search too, while the words stay for the delegation.
        corrects(&s, report, "4", &[("subject", "Ausbildung in Teilzeit")]).is(303);
        follow(&s);
        s.get(None, &own).is(404);
        s.get(None, "/suche?q=Teilzeit").hides(&[&own]);
        s.get(Some(w.anna), &format!("/rueckberichte/{report}")).says(&["Kanarienthema", "Thema (öffentlich)"]);
        assert_eq!(s.count("SELECT COUNT(*) FROM report_former"), 3);
        // Public again on another day: what was put right while it was public before is of no account any more.
        s.at("2026-11-30", 9);
        corrects(&s, report, "5", &[("subject", "Neu geöffnet"), ("weiter_subject", "oeffentlich")]).is(303);
        s.get(None, &own).says(&["Neu geöffnet", "30. November 2026"]).hides(&["Berichtigt", "26. November"]);
        s.get(None, "/netzwerke/regionale-ag/oeffentliche-berichte/atom").says(&["2026-11-30"]).hides(&["2026-11-26"]);
        corrects(&s, report, "6", &[("subject", "Wieder zu")]).is(303);
        // Where the network is not public, no part of a correction is.
        s.fresh
            .db
            .write_now(move |tx| {
                tx.silent("it is shown to its members only");
                tx.exec("UPDATE body SET level = 2, roster_level = 2 WHERE id = :id", db::args! { id: w.rag }).map(drop)
            })
            .unwrap();
        corrects(&s, report, "7", &open).is(422).says(&["nicht öffentlich"]);
    }
}

#[test]
fn of_a_draft_nothing_can_be_taken_back_and_nobody_hears_whether_there_is_one() {
    for s in all() {
        let w = s.w;
        let id = s.delegated(&[]);
        let session = s.sitting("2026-11-20", "Strukturprogramm");
        s.reports(id, session, "speichern", &[("weiter_subject", "ja")]).is(303);
        let page = format!("/rueckberichte/{}", s.report());
        // As of any report there is not, for whoever leads the senders and for whoever is sent.
        for who in [w.anna, w.dora] {
            for act in ["zuruecknehmen", "zurueckziehen"] {
                s.post(who, &page, &[("tat", act)]).is(404);
            }
        }
        assert_eq!(s.count("SELECT COUNT(*) FROM report_former"), 0);
    }
}

#[test]
fn her_own_data_hold_what_she_wrote_before_and_lose_her_name_with_her() {
    for s in all() {
        let w = s.w;
        let report = filed(&s);
        corrects(&s, report, "2", &[("decided", "Vertagt")]).is(303);
        s.get(Some(w.dora), "/konto/daten/alles").says(&["Kanarienquote", "Vertagt"]);
        common::act(&s.fresh, w.dora, |tx, by| (mandates::slice().own.unwrap().erase)(tx, by)).unwrap();
        assert_eq!(s.count("SELECT COUNT(*) FROM report_former WHERE person_id IS NOT NULL"), 0);
        s.get(Some(w.anna), &format!("/rueckberichte/{report}"))
            .says(&["Kanarienquote"])
            .says(&["Frühere Fassungen"])
            .hides(&["2026, von "]);
    }
}
