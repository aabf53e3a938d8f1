//! From publication to what came of it: numbers, letters, answers, reminders, outcomes, addressees that change.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

#[path = "../../networks/tests/common/mod.rs"]
mod common;
#[path = "../../networks/tests/house/mod.rs"]
mod house;
mod support;

use support::{
    TEXT, addressee, adopts, all, amends, asks, at, count, daily, does, draft, indexed, letter, page, published,
    publishes, with_letter,
};

const CANARY: &str = "Kanarienvogelschutz";

#[test]
fn an_internal_draft_is_in_no_search_feed_sitemap_list_or_count() {
    for h in all() {
        let w = h.w;
        let it = draft(&h, w.kora, w.rag, CANARY);
        let small = draft(&h, w.anna, w.gma, CANARY);
        asks(&h, it, "2026-12-14");
        indexed(&h);
        let public = [
            "/positionen".to_owned(),
            format!("/gremien/{}/positionen", w.rag),
            "/netzwerke/regionale-ag/positionen/atom".to_owned(),
            "/sitemap.xml".to_owned(),
            format!("/suche?q={CANARY}"),
            "/netzwerke/regionale-ag".to_owned(),
        ];
        for path in &public {
            h.get(None, path).hides(&[&page(it), &page(small)]);
            // The page of search says what was asked for.
            if !path.starts_with("/suche") {
                h.get(None, path).hides(&[CANARY]);
            }
            h.get(Some(w.nora), path).hides(&[&page(it), &page(small)]);
        }
        // Not even those who see it find it by search; a committee's draft is not told to the network.
        h.get(Some(w.kora), &format!("/suche?q={CANARY}")).hides(&[&page(it)]);
        h.get(Some(w.dora), "/positionen").says(&[&page(it)]).hides(&[&page(small)]);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM search_doc WHERE kind = 'position'"), 0);
        for path in [page(it), format!("{}/datei/pdf", page(it))] {
            h.get(None, &path).is(404);
            h.get(Some(w.nora), &path).is(404);
        }
        // Published it is found by all of them.
        h.post(w.kora, &format!("{}/rueckmeldung", page(it)), &[("tat", "schluss")]).is(303);
        adopts(&h, it);
        publishes(&h, it);
        indexed(&h);
        for path in &public[..5] {
            h.get(None, path).says(&[&page(it)]);
        }
    }
}

#[test]
fn a_position_keeps_its_number_and_address_for_ever() {
    for h in all() {
        let w = h.w;
        let first = published(&h, "Erste");
        let second = published(&h, "Zweite");
        at(&h, "2027-02-01", 9);
        let third = published(&h, "Dritte");
        for (it, mark) in [(first, "2026/1"), (second, "2026/2"), (third, "2027/1")] {
            h.get(None, &page(it)).is(200).says(&[mark, "in Kraft"]);
            h.get(None, &format!("/en{}", page(it))).is(200).says(&[mark, "Position paper"]);
        }
        // Once public, nothing of it changes but what stands beside it.
        for form in ["text", "angaben", "rueckmeldung"] {
            let done = h.post(w.kora, &format!("{}/{form}", page(first)), &[("until", "2027-12-01"), ("version", "9")]);
            assert!(matches!(done.status.as_u16(), 403 | 422), "{form}: {}", done.status);
        }
        let slots = format!("{}/beiwerk", page(first));
        h.post(w.kora, &slots, &[("version", "4"), ("quote", "Es reicht."), ("quote_by", "")]).is(409);
        let version = count(&h, "SELECT version FROM position ORDER BY id LIMIT 1").to_string();
        h.post(w.kora, &slots, &[("version", &version), ("quote", "Es reicht."), ("quote_by", "")]).is(422);
        let filled = [
            ("version", version.as_str()),
            ("summary_en", "More places in shelters."),
            ("easy", "Frauen brauchen Schutz."),
            ("quote", "Es reicht."),
            ("quote_by", "Sprecherin der Regionalen AG"),
            ("review", "2027-06-01"),
        ];
        h.post(w.kora, &slots, &filled).is(303);
        h.get(None, &page(first))
            .says(&["More places in shelters.", "Frauen brauchen Schutz.", "Sprecherin der Regionalen AG"])
            .hides(&["Prüfen am"]);
        // The feed has what the public reads, the latest first; files come as PDF and Word.
        let feed = h.get(None, "/netzwerke/regionale-ag/positionen/atom");
        feed.is(200).says(&["<feed xmlns=\"http://www.w3.org/2005/Atom\"", "2026/1", "<updated>2027-02-01T08:00:00Z"]);
        assert!(feed.html.find("Dritte").unwrap() < feed.html.find("Erste").unwrap());
        h.get(None, "/netzwerke/runder-tisch-schutz/positionen/atom").is(404);
        h.get(None, &format!("{}/datei/pdf", page(first))).is(200).says(&["Das Land trägt die Kosten.", "2026/1"]);
        h.get(None, &format!("{}/datei/docx", page(first))).is(200);
        // The register is filtered by year and state.
        h.get(None, "/positionen?jahr=2027").says(&["Dritte"]).hides(&["Zweite"]);
        h.get(None, "/positionen?zustand=closed").says(&["Dazu gibt es keine Position."]);
        // A newer one takes the place of an older one; both stay.
        let end = format!("{}/geltung", page(first));
        h.post(w.kora, &end, &[("newer", &first.to_string()), ("day", "2027-02-01")]).is(422);
        h.post(w.dora, &end, &[("newer", &third.to_string()), ("day", "2027-02-01")]).is(403);
        h.post(w.kora, &end, &[("newer", &third.to_string()), ("day", "2027-02-01")]).is(303);
        h.get(None, &page(first)).is(200).says(&["Ersetzt seit 1. Februar 2027 durch: Dritte"]);
        h.get(None, "/positionen").says(&["ersetzt"]);
        h.post(w.kora, &end, &[("newer", ""), ("day", "2027-02-01")]).is(422);
        // The body is told when somebody is to look at one again; not of one that has ended.
        let slots = format!("{}/beiwerk", page(third));
        let version = count(&h, "SELECT version FROM position ORDER BY id DESC LIMIT 1").to_string();
        h.post(w.kora, &slots, &[("version", &version), ("review", "2027-06-01")]).is(303);
        daily(&h, "positions.remind", "2027-06-01");
        daily(&h, "positions.remind", "2027-06-02");
        assert_eq!(count(&h, "SELECT COUNT(*) FROM task WHERE title LIKE 'Gilt das noch?%'"), 1);
    }
}

#[test]
fn n4_4_n6_3_a_demand_is_followed_from_the_letter_to_its_outcome() {
    for h in all() {
        let w = h.w;
        let it = published(&h, "Frauenhausplätze");
        h.get(Some(w.dora), "/adressaten/neu").is(403);
        let office = addressee(&h, "Ministerium für Gleichstellung", "poststelle@mkjfgfi.example.org");
        h.post(
            w.kora,
            "/adressaten/neu",
            &[("name", "Ministerium für Gleichstellung"), ("kind", "ministry"), ("from", "2020-01-01")],
        )
        .is(422);
        let council = addressee(&h, "Landtag, Ausschuss für Gleichstellung", "");
        let first = letter(&h, it, office, "2027-01-04");
        let second = letter(&h, it, council, "2027-01-04");
        // Planned letters are for those who lead.
        h.get(None, &page(it)).hides(&["Ministerium für Gleichstellung"]);
        h.get(Some(w.dora), &format!("/positionsbriefe/{first}")).is(403);
        // By mail it leaves at once; without a mailbox on paper, on the day somebody says.
        with_letter(&h, first, &[("tat", "senden"), ("way", "mail"), ("day", "")]).is(303);
        let mail = &h.letters("poststelle@mkjfgfi.example.org")[0];
        assert_eq!(mail.0, "[Regionale AG] Frauenhausplätze (2026/1)");
        assert!(
            mail.1.contains("wir bitten um Antwort.") && mail.1.contains(&format!("http://localhost:8080{}", page(it)))
        );
        with_letter(&h, first, &[("tat", "senden"), ("way", "mail"), ("day", "")]).is(422);
        with_letter(&h, second, &[("tat", "senden"), ("way", "mail"), ("day", "")]).is(422);
        with_letter(&h, second, &[("tat", "senden"), ("way", "letter"), ("day", "2027-12-01")]).is(422);
        with_letter(&h, second, &[("tat", "senden"), ("way", "letter"), ("day", "2026-11-23")]).is(303);
        h.get(Some(w.kora), &format!("/positionsbriefe/{second}")).says(&[
            "als Brief",
            "Musterallee 1, 40213 Düsseldorf",
            "III B 4",
        ]);
        h.get(Some(w.kora), &format!("/positionsbriefe/{second}/brief/pdf"))
            .is(200)
            .says(&["wir bitten um Antwort.", "Musterallee 1"]);
        // Whether the mail left is kept as proof.
        h.fresh
            .db
            .write_now(|tx| {
                let due = tx.claim_mail(50)?;
                for mail in due {
                    tx.mail_sent(mail.id)?;
                }
                Ok(())
            })
            .unwrap();
        daily(&h, "positions.proof", "2026-11-24");
        h.get(Some(w.kora), &format!("/positionsbriefe/{first}")).says(&["E-Mail hat das Haus verlassen"]);
        // The public reads soberly for how long nobody has answered, and never the letter.
        at(&h, "2027-01-13", 9);
        h.get(None, &page(it))
            .says(&["übermittelt", "seit 7 Wochen ohne Antwort", "Landtag, Ausschuss für Gleichstellung"])
            .hides(&["wir bitten um Antwort.", "poststelle@", "Musterallee"]);
        // The plan of reminders: one task for each span and letter, once.
        for day in ["2027-01-05", "2027-01-06", "2027-02-02"] {
            daily(&h, "positions.remind", day);
        }
        assert_eq!(count(&h, "SELECT COUNT(*) FROM task WHERE title LIKE 'An Antwort erinnern%'"), 4);
        // What a reminder begins with names the day and what was sent.
        let begun = h.get(Some(w.kora), &format!("/positionsbriefe/{second}"));
        let begun = begun.html.split("Sehr geehrte Damen und Herren, am ").nth(1).unwrap().to_owned();
        assert!(begun.starts_with(|c: char| c.is_ascii_digit() || c.is_ascii_uppercase()), "{begun:.80}");
        assert!(begun.split(" haben wir Ihnen").next().unwrap().contains(" 202"), "{begun:.80}");
        with_letter(&h, second, &[("tat", "erinnern"), ("again", ""), ("again_way", "letter"), ("again_day", "")])
            .is(422);
        with_letter(
            &h,
            second,
            &[("tat", "erinnern"), ("again", "Bitte antworten Sie."), ("again_way", "letter"), ("again_day", "")],
        )
        .is(303);
        h.get(None, &page(it)).says(&["einmal erinnert", "seit 10 Wochen ohne Antwort"]);
        // One answers, in two parts; the other never does.
        with_letter(&h, first, &[("tat", "antwort"), ("reply_day", "2026-01-01"), ("text", "Ja"), ("open", "ja")])
            .is(422);
        with_letter(
            &h,
            first,
            &[("tat", "antwort"), ("reply_day", "2027-01-20"), ("text", "Wir prüfen das."), ("open", "ja")],
        )
        .is(303);
        with_letter(&h, first, &[("tat", "antwort"), ("reply_day", "2027-02-01"), ("text", "Vertraulich: 40 Plätze.")])
            .is(303);
        h.get(None, &page(it))
            .says(&["beantwortet", "Wir prüfen das.", "Die Antwort ist nicht öffentlich."])
            .hides(&["40 Plätze"]);
        h.get(Some(w.dora), &page(it)).says(&["40 Plätze"]);
        // The answers themselves, as files: read by whoever reads the answer.
        let files = |open: &'static str, name: &'static str| {
            let mut fields = vec![("tat", "antwort"), ("reply_day", "2027-02-01"), ("text", "Im Anhang.")];
            fields.extend((!open.is_empty()).then_some(("open", open)));
            let there = format!("/positionsbriefe/{first}");
            h.upload(w.kora, &there, &fields, &[("programm.pdf", "MZ")])
                .is(422)
                .says(&["ist ein Programm", "Im Anhang."]);
            h.upload(w.kora, &there, &fields, &[(name, "%PDF-1.7\nAntwort des Hauses\n%%EOF")]).is(303);
            let (answer, file) =
                (count(&h, "SELECT MAX(thing_id) FROM attachment"), count(&h, "SELECT MAX(id) FROM attachment"));
            format!("/positionsantworten/{answer}/dateien/{file}")
        };
        let (public, inner) = (files("ja", "offen.pdf"), files("", "intern.pdf"));
        h.get(None, &page(it)).says(&["offen.pdf", &public]).hides(&["intern.pdf"]);
        h.get(None, &public).is(200).says(&["Antwort des Hauses"]);
        h.get(Some(w.dora), &page(it)).says(&["intern.pdf"]);
        h.get(Some(w.dora), &inner).is(200);
        for outside in [None, Some(w.nora), Some(w.quinn)] {
            h.get(outside, &inner).is(404);
        }
        with_letter(
            &h,
            first,
            &[("tat", "erinnern"), ("again", "Noch einmal."), ("again_way", "mail"), ("again_day", "")],
        )
        .is(422);
        // What came of it, with what shows that.
        let judge = |letter: i64, outcome: &str, evidence: &str, version: &str| {
            with_letter(
                &h,
                letter,
                &[("tat", "urteil"), ("outcome", outcome), ("evidence", evidence), ("version", version)],
            )
        };
        judge(first, "adopted", "", "2").is(422);
        judge(first, "none", "", "2").is(422);
        judge(first, "partly", "Haushalt 2027, Seite 14", "1").is(409);
        judge(first, "partly", "Haushalt 2027, Seite 14", "2").is(303);
        // Whoever judged meanwhile is shown beside what was typed.
        judge(first, "rejected", "Mein Eindruck", "2").is(409).says(&[
            "Mein Eindruck",
            "teilweise umgesetzt",
            "Haushalt 2027, Seite 14",
        ]);
        judge(second, "none", "", "2").is(303);
        h.get(None, &page(it)).says(&[
            "Ergebnis bekannt",
            "teilweise umgesetzt",
            "Haushalt 2027, Seite 14",
            "ohne Antwort",
        ]);
        h.get(None, "/positionen?zustand=closed").says(&["Frauenhausplätze"]);
        // P45: everything to one office.
        h.get(None, &format!("/adressat/{office}"))
            .is(200)
            .says(&["Frauenhausplätze", "Wir prüfen das.", "teilweise umgesetzt"])
            .hides(&["40 Plätze", "poststelle@"]);
    }
}

#[test]
fn a_closed_committee_speaks_in_the_name_of_its_network() {
    for h in all() {
        let w = h.w;
        let team = common::act(&h.fresh, w.kora, move |tx, by| {
            common::body(tx, by, w.verband, networks::BodyKind::LeadTeam, "Orga-Runde", |f| {
                (f.level, f.roster_level) = (kernel::Level::Network, kernel::Level::Network)
            })
        });
        let team = team.unwrap();
        common::act(&h.fresh, w.kora, move |tx, by| {
            let seat = networks::NewSeat::new(networks::SeatKind::Personal, common::day("2000-01-01"));
            common::seated(tx, by, team, &seat, networks::Occupant::person(w.kora), "2024-01-01").map(drop)
        })
        .unwrap();
        let it = draft(&h, w.kora, team, "Im Namen aller");
        adopts(&h, it);
        publishes(&h, it);
        h.get(None, &page(it)).is(200).says(&["Frauennetzwerk"]).hides(&["Orga-Runde"]);
        h.get(None, &format!("/gremien/{team}/positionen")).is(404);
    }
}

#[test]
fn a_ministry_that_is_split_leads_on_to_what_came_after_it() {
    for h in all() {
        let w = h.w;
        let it = published(&h, "Vor der Wahl");
        let office = addressee(&h, "Ministerium für Familie", "familie@example.org");
        let sent = letter(&h, it, office, "2027-01-04");
        with_letter(&h, sent, &[("tat", "senden"), ("way", "mail"), ("day", "")]).is(303);
        at(&h, "2027-06-01", 9);
        let edit = format!("/adressat/{office}/aendern");
        let split =
            [("tat", "nachfolge"), ("day", "2027-06-01"), ("names", "Ministerium für Frauen\nMinisterium für Kinder")];
        h.post(w.dora, &edit, &split).is(403);
        h.post(w.kora, &edit, &[("tat", "nachfolge"), ("day", "2027-06-01"), ("names", "")]).is(422);
        h.post(w.kora, &edit, &split).is(303);
        h.post(w.kora, &edit, &split).is(422);
        h.get(None, &format!("/adressat/{office}")).says(&[
            "Vor der Wahl",
            "Bestand bis",
            "31. Mai 2027",
            "Ministerium für Frauen",
            "Ministerium für Kinder",
        ]);
        // The position names the office as it was called, and new letters go to those who came after it.
        h.get(None, &page(it)).says(&["Ministerium für Familie"]);
        let later = published(&h, "Nach der Wahl");
        h.get(Some(w.kora), &format!("{}/versand", page(later)))
            .says(&["Ministerium für Frauen"])
            .hides(&["Ministerium für Familie"]);
        let fields =
            [("addressee", &*office.to_string()), ("letter", "Brief"), ("file_mark", ""), ("due", ""), ("weeks", "0")];
        h.post(w.kora, &format!("{}/versand", page(later)), &fields).is(422);
    }
}

#[test]
fn n4_3_a_statement_gathers_input_goes_out_and_comes_again_as_a_second_version() {
    for h in all() {
        let w = h.w;
        let new = format!("/gremien/{}/positionen/neu", w.rag);
        let fields =
            [("kind", "statement"), ("title", "Stellungnahme zum Gesetzentwurf"), ("topic", ""), ("text", TEXT)];
        let it = support::number(&h.post(w.kora, &new, &fields));
        asks(&h, it, "2026-12-07");
        let year = amends(&h, w.dora, it, 2, "Wir fordern bis Ende 2028 mehr Plätze in jedem Kreis.");
        does(&h, w.kora, year, &[("tat", "annehmen"), ("outcome", "Runde der Sprecherinnen")]).is(303);
        h.post(w.kora, &format!("{}/aenderungen", page(it)), &[]).is(303);
        // The version for Word goes round while it is written.
        h.get(Some(w.dora), &format!("{}/datei/docx", page(it))).is(200);
        adopts(&h, it);
        h.post(
            w.kora,
            &format!("{}/sondervotum", page(it)),
            &[("who", "Drei Mitglieder"), ("text", "Wir hätten mehr gefordert.")],
        )
        .is(303);
        publishes(&h, it);
        let office = addressee(&h, "Landtag", "anhoerung@example.org");
        let sent = letter(&h, it, office, "2027-01-04");
        with_letter(&h, sent, &[("tat", "senden"), ("way", "mail"), ("day", "")]).is(303);
        h.get(None, &page(it)).says(&["Stellungnahme", "Sondervotum", "Drei Mitglieder", "noch ohne Antwort"]);
        // The hearing is repeated: a new statement takes its place.
        let again = published(&h, "Stellungnahme zum Gesetzentwurf, zweite Anhörung");
        h.post(w.kora, &format!("{}/geltung", page(it)), &[("newer", &again.to_string()), ("day", "2026-11-23")])
            .is(303);
        h.get(None, &page(it)).says(&["zweite Anhörung"]);
    }
}
