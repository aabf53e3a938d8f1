//! From a draft to an adopted text: input, amendments, what is recommended, what still needs a vote.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

#[path = "../../networks/tests/common/mod.rs"]
mod common;
#[path = "../../networks/tests/house/mod.rs"]
mod house;
mod support;

use common::act;
use kernel::Day;
use support::{TEXT, adopts, all, amends, asks, at, count, daily, does, draft, page, paragraph, publishes, seat};

const NEW_YEAR: &str = "Wir fordern bis Ende 2028 mehr Plätze in jedem Kreis.";
const NEW_PLACE: &str = "Wir fordern bis Ende 2027 mehr Plätze in jeder Gemeinde.";
const OTHER_YEAR: &str = "Wir fordern bis Ende 2030 mehr Plätze in jedem Kreis.";

#[test]
fn n3_6_a_committee_drafts_members_amend_the_network_decides_and_no_person_is_named_in_public() {
    for h in all() {
        let w = h.w;
        // A form that is refused keeps what was typed; each kind has a template.
        let new = format!("/gremien/{}/positionen/neu", w.gma);
        h.get(Some(w.anna), &format!("{new}?art=motion")).says(&["Die Versammlung möge beschließen:"]);
        h.get(Some(w.dora), &new).is(403);
        h.get(None, &new).is(303);
        h.get(Some(w.nora), &format!("/gremien/{}/positionen/neu", w.hidden)).is(404);
        h.post(w.anna, &new, &[("kind", "position"), ("title", ""), ("topic", ""), ("text", "Bleibt stehen")])
            .is(422)
            .says(&["Bleibt stehen"]);
        let it = draft(&h, w.anna, w.gma, "Frauenhausplätze sichern");
        // A draft is the committee's alone: the rest of the network, and those who keep it, do not know of it.
        h.get(Some(w.anna), &page(it)).is(200).says(&["Entwurf", "Absatz 2"]);
        for other in [w.dora, w.kora, w.nora] {
            h.get(Some(other), &page(it)).is(404);
        }
        h.get(None, &page(it)).is(404);
        // Whoever began it brings it before the network.
        let ask = format!("{}/rueckmeldung", page(it));
        h.post(w.anna, &ask, &[("until", "2020-01-01"), ("who", "network")]).is(422);
        // Before anybody is written to, the page says how many it will be.
        h.get(Some(w.anna), &ask).is(200).says(&["name=\"schau\" value=\"ja\""]);
        h.post(w.anna, &ask, &[("schau", "ja"), ("until", "2026-12-14"), ("who", "network")]).is(200).says(&[
            "Personen bekommen eine E-Mail",
            "Antwortfrist: Montag, 14. Dezember 2026",
            "Jetzt fragen",
        ]);
        assert!(h.letters("dora@example.org").is_empty());
        h.post(w.anna, &ask, &[("until", "2026-12-14"), ("who", "network")]).is(303);
        let mail = &h.letters("dora@example.org")[0];
        assert!(mail.0.contains("Ihre Rückmeldung") && mail.1.contains("Frauenhausplätze sichern"), "{mail:?}");
        h.get(Some(w.dora), &page(it)).is(200).says(&["Beratung", "Anders formulieren"]);
        h.get(Some(w.nora), &page(it)).is(404);
        // A remark and two amendments of one sentence.
        let second = paragraph(&h, it, 2);
        h.post(w.dora, &format!("{}/absaetze/{second}/anmerken", page(it)), &[("text", "Woher kommt das Jahr?")])
            .is(303);
        let year = amends(&h, w.dora, it, 2, NEW_YEAR);
        let place = amends(&h, w.anna, it, 2, NEW_PLACE);
        let other = amends(&h, w.anna, it, 2, OTHER_YEAR);
        h.post(
            w.dora,
            &format!("{}/absaetze/{second}/aendern", page(it)),
            &[("sort", "words"), ("new", ""), ("reason", "")],
        )
        .is(422);
        h.post(w.dora, &format!("{}/absaetze/1/aendern", page(it)), &[("sort", "words"), ("new", "x"), ("reason", "")])
            .is(404);
        // What is new and struck is said in words.
        h.get(Some(w.kora), &format!("/aenderungsantraege/{year}")).says(&[
            "[eingefügt: 2028]",
            "[gestrichen: 2027]",
            "Gleichstellungsbeauftragte, Stadt Düren",
            "passt zum Text",
        ]);
        h.get(Some(w.kora), &page(it)).says(&["Woher kommt das Jahr?", "Antrag 1: andere Worte"]);
        // Its keepers decide now; whoever drafted does not adopt.
        h.get(Some(w.anna), &format!("{}/beschluss", page(it))).is(200);
        h.get(Some(w.dora), &format!("{}/beschluss", page(it))).is(403);
        for one in [year, place] {
            does(&h, w.kora, one, &[("tat", "annehmen"), ("outcome", "12 Ja, 3 Nein")]).is(303);
        }
        does(&h, w.dora, other, &[("tat", "annehmen")]).is(403);
        h.post(
            w.kora,
            &format!("{}/beschluss", page(it)),
            &[("result", "ja"), ("how", "Konferenz"), ("day", "2026-11-20")],
        )
        .is(422)
        .says(&["Erst müssen 1 Änderungsanträge entschieden sein."]);
        h.post(w.kora, &format!("{}/aenderungen", page(it)), &[]).is(303);
        h.get(Some(w.kora), &page(it)).says(&["Wir fordern bis Ende 2028 mehr Plätze in jeder Gemeinde.", "Fassung 2"]);
        // The third one wanted the year, too.
        h.get(Some(w.anna), &format!("/aenderungsantraege/{other}")).says(&["kollidiert", "Neu stellen"]);
        h.get(Some(w.kora), &format!("{}/aenderungen?zeigen=abstimmen", page(it)))
            .says(&["Antrag 3"])
            .hides(&["Antrag 1:"]);
        h.get(Some(w.kora), &format!("{}/fassungen/2", page(it))).says(&["[gestrichen: 2027]", "[eingefügt: 2028]"]);
        does(&h, w.anna, other, &[("tat", "zurueck")]).is(303);
        adopts(&h, it);
        h.post(w.kora, &format!("{}/text", page(it)), &[("version", "1"), ("text", "Zu spät")]).is(403);
        publishes(&h, it);
        // The public reads the network's text, and nobody's name.
        h.get(None, &page(it)).is(200).says(&["2026/1", "in jeder Gemeinde", "Beschlossen", "Regionale AG"]).hides(&[
            "Dora",
            "Anna",
            "Antrag 1",
            "Woher kommt das Jahr?",
            "Fassung 2",
            "Stadt Düren",
        ]);
        h.get(None, &format!("/aenderungsantraege/{year}")).is(303);
        h.get(Some(w.nora), &format!("/aenderungsantraege/{year}")).is(404);
        h.get(Some(w.nora), &format!("{}/fassungen/1", page(it))).is(403);
    }
}

#[test]
fn n6_1_two_bodies_move_together_and_what_all_agree_on_needs_no_vote() {
    for h in all() {
        let w = h.w;
        let it = draft(&h, w.kora, w.rag, "Antrag zur Konferenz");
        let movers = format!("{}/antragstellende", page(it));
        h.get(Some(w.rosa), &page(it)).is(404);
        h.post(w.kora, &movers, &[("body", &w.verband.to_string())]).is(303);
        // Those of the other body read it, whoever leads it answers.
        h.get(Some(w.rosa), &page(it)).is(200);
        h.post(w.rosa, &movers, &[("body", &w.verband.to_string()), ("answer", "ja")]).is(403);
        h.post(w.kora, &movers, &[("body", &w.verband.to_string()), ("answer", "ja")]).is(303);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM position_mover WHERE state = 'joined'"), 1);
        asks(&h, it, "2026-12-14");
        // Members of both may ask for changes.
        let year = amends(&h, w.dora, it, 2, NEW_YEAR);
        let cost = amends(&h, w.rosa, it, 3, "Das Land trägt alle Kosten.");
        let list = format!("{}/aenderungen", page(it));
        h.get(Some(w.kora), &list).says(&["ohne Empfehlung", "Noch abzustimmen (2)"]);
        // Taking over needs the other body; other words need whoever asked as well.
        does(&h, w.dora, year, &[("tat", "empfehlen"), ("advice", "adopt")]).is(403);
        does(&h, w.kora, year, &[("tat", "empfehlen"), ("advice", "adopt"), ("note", "Gute Idee")]).is(303);
        h.get(Some(w.kora), &list).says(&["Zustimmung fehlt", "Empfehlung: übernehmen"]);
        does(&h, w.kora, year, &[("tat", "ja")]).is(303);
        h.get(Some(w.kora), &list).says(&["einvernehmlich", "Noch abzustimmen (1)"]);
        does(&h, w.kora, cost, &[("tat", "empfehlen"), ("advice", "changed"), ("advised", "")]).is(422);
        let words = [("tat", "empfehlen"), ("advice", "changed"), ("advised", "Das Land trägt die Kosten ganz.")];
        does(&h, w.kora, cost, &words).is(303);
        h.get(Some(w.rosa), &format!("/aenderungsantraege/{cost}")).says(&["Ich stimme zu", "[eingefügt: "]);
        does(&h, w.rosa, cost, &[("tat", "nein")]).is(303);
        h.get(Some(w.kora), &list).says(&["zur Abstimmung"]);
        // The assembly takes the recommended words.
        does(&h, w.kora, cost, &[("tat", "geaendert"), ("outcome", "mit Mehrheit")]).is(303);
        does(&h, w.kora, year, &[("tat", "annehmen"), ("outcome", "übernommen")]).is(303);
        h.post(w.kora, &list, &[]).is(303);
        h.get(Some(w.rosa), &page(it)).says(&["Das Land trägt die Kosten ganz.", "Ende 2028"]);
        h.get(Some(w.kora), &format!("{list}?zeigen=abstimmen")).says(&["Alle Anträge sind entschieden"]);
        h.get(Some(w.kora), &page(it)).says(&["Gemeinsam mit", "Frauennetzwerk"]);
    }
}

#[test]
fn an_amendment_is_told_how_it_stands_when_the_text_is_written_anew() {
    for h in all() {
        let w = h.w;
        let it = draft(&h, w.kora, w.rag, "Neue Fassung");
        asks(&h, it, "2026-12-14");
        let year = amends(&h, w.dora, it, 2, "Wir fordern bis Anfang 2027 mehr Plätze in jedem Kreis.");
        let gone = amends(&h, w.dora, it, 3, "Das Land trägt alle Kosten.");
        let version = count(&h, "SELECT version FROM position");
        let text = TEXT.replace("bis Ende 2027", "bis Mitte 2027").replace("\n\nDas Land trägt die Kosten.", "");
        let write = format!("{}/text", page(it));
        h.post(w.dora, &write, &[("version", &version.to_string()), ("text", &text)]).is(403);
        h.post(w.kora, &write, &[("version", &version.to_string()), ("text", &text), ("note", "Nach der Sitzung")])
            .is(303);
        // Whoever wrote from an older text sees both.
        h.post(w.kora, &write, &[("version", &version.to_string()), ("text", "Mein Text")])
            .is(409)
            .says(&["Mein Text", "bis Mitte 2027"]);
        h.get(Some(w.kora), &format!("/aenderungsantraege/{year}")).says(&["kollidiert"]);
        h.get(Some(w.kora), &format!("/aenderungsantraege/{gone}")).says(&["erledigt"]);
        does(&h, w.kora, gone, &[("tat", "annehmen")]).is(422);
        does(&h, w.kora, year, &[("tat", "annehmen")]).is(422).says(&["Stellen Sie ihn zuerst neu"]);
        does(&h, w.dora, year, &[("tat", "neu"), ("new", "Wir fordern bis Mitte 2028 mehr Plätze in jedem Kreis.")])
            .is(303);
        h.get(Some(w.kora), &format!("/aenderungsantraege/{year}")).says(&["passt zum Text", "Fassung 2"]);
        // What is obsolete does not stand in the way.
        does(&h, w.kora, year, &[("tat", "ablehnen"), ("outcome", "abgelehnt")]).is(303);
        adopts(&h, it);
    }
}

#[test]
fn input_ends_on_its_day_and_the_body_gets_a_task() {
    for h in all() {
        let w = h.w;
        let it = draft(&h, w.kora, w.rag, "Bis zum Tag");
        // 1 November is a holiday in Nordrhein-Westfalen, and a Monday in 2027: the day counts all the same, as written.
        asks(&h, it, "2027-11-01");
        at(&h, "2027-11-01", 23);
        amends(&h, w.dora, it, 2, NEW_YEAR);
        daily(&h, "positions.close", "2027-11-01");
        h.get(Some(w.kora), &page(it)).says(&["Beratung"]);
        daily(&h, "positions.close", "2027-11-02");
        h.get(Some(w.kora), &page(it)).says(&["Abstimmung", "Die Rückmeldung ist vorbei."]);
        h.get(Some(w.dora), &format!("{}/absaetze/{}/aendern", page(it), paragraph(&h, it, 1))).is(403);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM task WHERE title LIKE 'Änderungen beraten%'"), 1);
    }
}

#[test]
fn a_mover_who_changes_her_post_stays_named_as_what_she_was() {
    for h in all() {
        let w = h.w;
        let it = draft(&h, w.kora, w.rag, "Amtswechsel");
        asks(&h, it, "2027-12-14");
        let year = amends(&h, w.dora, it, 2, NEW_YEAR);
        let tenure = w.tenure_dora;
        act(&h.fresh, w.kora, move |tx, by| networks::end_tenure(tx, by, tenure, Day::literal("2026-12-01"))).unwrap();
        at(&h, "2026-12-02", 9);
        h.get(Some(w.dora), &page(it)).is(404);
        h.get(Some(w.kora), &format!("/aenderungsantraege/{year}")).says(&["Gleichstellungsbeauftragte, Stadt Düren"]);
        does(&h, w.dora, year, &[("tat", "zurueck")]).is(404);
    }
}

#[test]
fn whoever_has_two_seats_says_as_what_she_speaks() {
    for h in all() {
        let w = h.w;
        // Dora sits in the committee, too, as a person.
        let (gma, dora) = (w.gma, w.dora);
        act(&h.fresh, w.kora, move |tx, by| {
            let seat = networks::NewSeat::new(networks::SeatKind::Personal, common::day("2025-01-01"));
            common::seated(tx, by, gma, &seat, networks::Occupant::person(dora), "2025-01-01").map(drop)
        })
        .unwrap();
        let it = draft(&h, w.anna, w.gma, "Hüte");
        h.post(w.anna, &format!("{}/rueckmeldung", page(it)), &[("until", "2026-12-14"), ("who", "network")]).is(303);
        let path = format!("{}/absaetze/{}/aendern", page(it), paragraph(&h, it, 2));
        let form = h.get(Some(w.dora), &format!("{path}?art=words"));
        form.is(200).says(&["Als was sprechen Sie?", "Gleichstellungsbeauftragte, Stadt Düren"]);
        let seats: Vec<&str> =
            form.html.split("name=\"seat\" value=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
        assert_eq!(seats.len(), 2, "{seats:?}");
        let new = [("sort", "words"), ("new", NEW_YEAR), ("reason", "Weil es not tut.")];
        h.post(w.dora, &path, &new).is(422).says(&["Bitte wählen Sie, als was Sie sprechen.", "2028"]);
        let mut said = Vec::new();
        for seat in seats {
            let fields = [&new[..], &[("seat", seat)]].concat();
            let made = support::number(&h.post(w.dora, &path, &fields));
            said.push(h.get(Some(w.anna), &format!("/aenderungsantraege/{made}")).main().contains("Stadt Düren"));
        }
        said.sort_unstable();
        assert_eq!(said, [false, true], "once as the officer of her town, once as who sits in the committee");
        // Anna has one seat in each, which read the same, or one alone: nobody asks whoever has one.
        let one = draft(&h, w.kora, w.rag, "Ein Hut");
        asks(&h, one, "2026-12-14");
        let path = format!("{}/absaetze/{}/aendern", page(one), paragraph(&h, one, 2));
        assert_eq!(seat(&h, w.dora, &format!("{path}?art=words")), "");
    }
}

#[test]
fn what_is_pasted_from_word_keeps_its_lists_and_goes_out_as_a_word_file() {
    for h in all() {
        let w = h.w;
        let word = "Die Kreise sparen.\r\nWir fordern:\r\n•\tmehr Plätze\r\n•\tfeste Stellen\r\nDas Land zahlt.";
        let fields = [("kind", "position"), ("title", "Aus Word"), ("topic", ""), ("text", word)];
        let it = support::number(&h.post(w.kora, &format!("/gremien/{}/positionen/neu", w.rag), &fields));
        h.get(Some(w.kora), &page(it)).says(&["<li>mehr Plätze</li><li>feste Stellen</li>", "Absatz 4"]);
        let file = h.get(Some(w.kora), &format!("{}/datei/docx", page(it)));
        let sort = file.is(200).headers[http::header::CONTENT_TYPE].to_str().unwrap();
        assert!(sort.contains("wordprocessingml") && file.html.contains("mehr Plätze"), "{sort}: {}", file.html);
    }
}

#[test]
fn what_was_not_adopted_is_worked_on_again_and_what_is_given_up_says_why() {
    for h in all() {
        let w = h.w;
        let it = draft(&h, w.kora, w.rag, "Ohne Mehrheit");
        let decide = format!("{}/beschluss", page(it));
        // A vote that failed for lack of a quorum left no resolution: there is nothing to choose.
        h.get(Some(w.kora), &decide).says(&["nicht im Verzeichnis"]);
        h.post(w.kora, &decide, &[("result", "ja"), ("resolution", "17"), ("day", ""), ("how", "")]).is(422);
        h.post(w.kora, &decide, &[("result", "nein"), ("why", "")]).is(422);
        h.post(w.kora, &decide, &[("result", "nein"), ("why", "Nicht beschlussfähig: 2 von 9 anwesend.")]).is(303);
        h.get(Some(w.kora), &page(it)).says(&["Entwurf", "Nicht beschlussfähig: 2 von 9 anwesend."]);
        h.post(
            w.kora,
            &format!("{}/veroeffentlichen", page(it)),
            &[("level", "0"), ("signers", "0"), ("when", "jetzt")],
        )
        .is(422);
        h.post(w.kora, &decide, &[("result", "aufgeben"), ("why", "Überholt.")]).is(303);
        h.get(Some(w.kora), &format!("/gremien/{}/positionen", w.rag)).says(&["Aufgegeben", "Ohne Mehrheit"]);
        h.post(w.kora, &decide, &[("result", "ja"), ("day", "2026-11-20"), ("how", "Konferenz")]).is(422);
    }
}

#[test]
fn a_member_remarks_by_the_link_of_her_letter_without_signing_in() {
    for h in all() {
        let w = h.w;
        let it = draft(&h, w.kora, w.rag, "Ohne Einloggen");
        asks(&h, it, "2026-12-14");
        let text = h.letters("dora@example.org").pop().unwrap().1;
        let link = text.split("http://localhost:8080").find(|part| part.starts_with("/rueckmeldung/")).unwrap();
        let link = link.split_whitespace().next().unwrap().to_owned();
        h.get(None, &link).is(200).says(&["Ohne Einloggen", "Ihre Anmerkung zu Absatz 2", "bis Ende 2027"]);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM position_comment"), 0);
        h.send(None, &link, &[("absatz1", ""), ("absatz2", "")]).is(422);
        let long = "x".repeat(2_001);
        h.send(None, &link, &[("absatz1", &long), ("absatz2", "Bleibt")]).is(422).says(&["Bleibt"]);
        h.send(None, &link, &[("absatz1", "Gut."), ("absatz2", "Warum 2027?")]).is(303);
        h.get(Some(w.kora), &page(it)).says(&["Warum 2027?", "Dora Dahlke, Gleichstellungsbeauftragte, Stadt Düren"]);
        h.get(None, "/rueckmeldung/0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef").is(410);
        // It opens nothing else, and nothing any more once input is over.
        h.get(None, &page(it)).is(404);
        at(&h, "2026-12-15", 9);
        h.get(None, &link).is(410);
        h.send(None, &link, &[("absatz1", "Zu spät")]).is(410);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM position_comment"), 2);
        daily(&h, "positions.close", "2026-12-15");
        assert_eq!(count(&h, "SELECT COUNT(*) FROM position_letter"), 0);
        // Of a sensitive network nothing is read by a link alone.
        let kept = draft(&h, w.quinn, w.kept, "Geschützt");
        h.post(w.kora, &format!("{}/rueckmeldung", page(kept)), &[("until", "2027-01-14"), ("who", "network")]).is(303);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM position_letter"), 0);
        // Nor of a committee that alone is sensitive, though its whole network is asked.
        let turn = move |tx: &db::Tx<'_>| {
            tx.silent("a test");
            tx.exec("UPDATE body SET sensitive = TRUE, roster_level = 2 WHERE id = :id", db::args! { id: w.gma })
                .map(drop)
        };
        h.fresh.db.write_now(turn).unwrap();
        let (team, before) = (draft(&h, w.anna, w.gma, "Kanarientext"), h.all_letters().len());
        let asks = [("until", "2027-01-14"), ("who", "network")];
        h.post(w.anna, &format!("{}/rueckmeldung", page(team)), &asks).is(303);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM position_letter"), 0);
        assert!(h.all_letters().len() > before);
        assert!(h.all_letters().iter().all(|(_, s, x)| !s.contains("Kanarientext") && !x.contains("Kanarientext")));
    }
}

#[test]
fn a_resolution_of_the_register_adopts_it_and_only_one_of_its_own_bodies() {
    for h in all() {
        let w = h.w;
        let enter = |body, mark: &'static str| {
            let old = decisions::OldResolution {
                mark: mark.to_owned(),
                title: "Frauenhausplätze".to_owned(),
                text: "Wir fordern mehr Plätze.".to_owned(),
                day: Day::literal("2026-11-10"),
                in_force: Day::literal("2026-11-10"),
                level: kernel::Level::Network,
                source: None,
                scan: None,
            };
            act(&h.fresh, w.kora, move |tx, by| decisions::enter_old(tx, by, body, &old)).unwrap()
        };
        let (own, other) = (enter(w.rag, "2026/044"), enter(w.verband, "MV 7"));
        let it = draft(&h, w.kora, w.rag, "Mit Beschluss");
        let decide = format!("{}/beschluss", page(it));
        h.get(Some(w.kora), &decide).says(&["2026/044"]).hides(&["MV 7"]);
        let with = |resolution: &str| {
            h.post(w.kora, &decide, &[("result", "ja"), ("resolution", resolution), ("day", ""), ("how", "")])
        };
        with(&other.to_string()).is(422);
        with(&own.to_string()).is(303);
        publishes(&h, it);
        // Whoever may see the resolution is led to it; others read the day.
        h.get(Some(w.dora), &page(it)).says(&["Beschluss 2026/044", &format!("/beschluesse/{own}")]);
        h.get(None, &page(it)).says(&["10. November 2026"]).hides(&["2026/044", &format!("/beschluesse/{own}")]);
    }
}

#[test]
fn what_somebody_wrote_is_hers_to_read_and_stays_without_her_name() {
    for h in all() {
        let w = h.w;
        let it = draft(&h, w.kora, w.rag, "Meine Spuren");
        asks(&h, it, "2026-12-14");
        let one = amends(&h, w.dora, it, 2, NEW_YEAR);
        let second = paragraph(&h, it, 2);
        h.post(w.dora, &format!("{}/absaetze/{second}/anmerken", page(it)), &[("text", "Nur ein Wort.")]).is(303);
        h.get(Some(w.dora), "/konto/daten/alles").is(200).says(&["Nur ein Wort.", "Weil es not tut.", "Meine Spuren"]);
        h.get(Some(w.anna), "/konto/daten/alles").hides(&["Nur ein Wort."]);
        act(&h.fresh, w.dora, |tx, by| (positions::slice().own.unwrap().erase)(tx, by)).unwrap();
        h.get(Some(w.kora), &format!("/aenderungsantraege/{one}")).is(200).hides(&["Dora"]).says(&["Stadt Düren"]);
        h.get(Some(w.kora), &page(it)).says(&["Nur ein Wort."]);
    }
}
