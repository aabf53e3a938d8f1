//! Election questions, motion books, and who signs and tells beside networks.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

#[path = "../../networks/tests/common/mod.rs"]
mod common;
#[path = "../../networks/tests/house/mod.rs"]
mod house;
mod support;

use house::House;
use support::{TEXT, adopts, all, amends, asks, at, count, draft, indexed, number, page, published};

fn party(h: &House, name: &str, mail: &str) -> i64 {
    let fields = [
        ("name", name),
        ("name_en", ""),
        ("kind", "party"),
        ("mail", mail),
        ("address", "Platz 1"),
        ("from", "2020-01-01"),
    ];
    number(&h.post(h.w.kora, "/adressaten/neu", &fields))
}

#[test]
fn n4_7_parties_are_asked_and_answers_stand_side_by_side_with_those_that_are_missing() {
    for h in all() {
        let w = h.w;
        let (blue, green) = (party(&h, "Partei Blau", "blau@example.org"), party(&h, "Partei Grün", ""));
        let ministry = support::addressee(&h, "Ministerium", "haus@example.org");
        let new = format!("/gremien/{}/wahlpruefsteine/neu", w.rag);
        let fields = |due| {
            [
                ("title", "Wahlprüfsteine zur Landtagswahl 2027"),
                ("election", "2027-05-09"),
                ("due", due),
                ("questions", "Wie viele Plätze in Frauenhäusern schaffen Sie?\n\nWer trägt die Kosten?"),
            ]
        };
        h.get(Some(w.dora), &new).is(403);
        h.post(w.kora, &new, &fields("2027-06-01")).is(422).says(&["Antworten brauchen Sie vor der Wahl."]);
        let it = number(&h.post(w.kora, &new, &fields("2027-03-01")));
        let path = format!("/wahlpruefsteine/{it}");
        // A draft is the body's alone, and found nowhere.
        for who in [None, Some(w.nora), Some(w.rosa)] {
            h.get(who, &path).is(404);
        }
        h.get(None, "/wahlpruefsteine").hides(&["Landtagswahl"]);
        indexed(&h);
        h.get(Some(w.kora), "/suche?q=Frauenhäusern").hides(&[&path]);
        let act = |fields: &[(&str, &str)]| h.post(w.kora, &path, fields);
        act(&[("tat", "senden")]).is(422);
        let edit = |title: &str, version: &str| {
            let fields = [("title", title), ("election", "2027-05-09"), ("due", "2027-03-01"), ("version", version)];
            let mut fields = fields.to_vec();
            fields.push(("questions", "Wie viele Plätze in Frauenhäusern schaffen Sie?\nWer trägt die Kosten?"));
            h.post(w.kora, &format!("{path}/aendern"), &fields)
        };
        edit("Wahlprüfsteine Landtag 2027", "1").is(303);
        edit("Wahlprüfsteine anders", "1").is(409).says(&["Wahlprüfsteine Landtag 2027", "Wahlprüfsteine anders"]);
        act(&[("tat", "abgestimmt"), ("day", "2026-11-20"), ("how", "")]).is(422);
        act(&[("tat", "abgestimmt"), ("day", "2026-11-20"), ("how", "Konferenz, einstimmig")]).is(303);
        edit("Zu spät", "3").is(422);
        act(&[("tat", "partei"), ("party", &ministry.to_string())]).is(422);
        for id in [blue, green] {
            act(&[("tat", "partei"), ("party", &id.to_string())]).is(303);
        }
        act(&[("tat", "oeffnen"), ("level", "0")]).is(422);
        // By mail where there is a mailbox, otherwise to be printed; both with proof, and each once.
        act(&[("tat", "senden")]).is(303);
        act(&[("tat", "senden")]).is(422);
        let mail = &h.letters("blau@example.org")[0];
        assert!(mail.1.contains("2. Wer trägt die Kosten?") && mail.1.contains("1. März 2027"), "{mail:?}");
        h.get(Some(w.kora), &path).says(&["blau@example.org", "als Brief"]);
        h.get(Some(w.kora), &format!("{path}/datei/pdf")).is(200).says(&["Wer trägt die Kosten?"]);
        // What came back is entered question by question.
        let who = count(&h, "SELECT id FROM questionnaire_party WHERE name = 'Partei Blau'");
        let answers = format!("/wahlpruefsteine/antworten/{who}");
        h.get(Some(w.dora), &answers).is(403);
        h.post(w.kora, &answers, &[("day", "2026-11-01"), ("answer1", "Hundert.")]).is(422).says(&["Hundert."]);
        h.post(w.kora, &answers, &[("day", "2026-11-23"), ("answer1", "Hundert neue Plätze."), ("answer2", "")])
            .is(303);
        act(&[("tat", "oeffnen"), ("level", "0")]).is(303);
        // The public sees both parties at each question, and who did not answer.
        let public = h.get(None, &path);
        public
            .is(200)
            .says(&["Partei Blau", "Partei Grün", "Hundert neue Plätze."])
            .hides(&["blau@example.org", "Platz 1"]);
        assert_eq!(public.main().matches("keine Antwort").count(), 3);
        h.get(None, "/wahlpruefsteine").says(&["Landtag 2027"]);
        indexed(&h);
        h.get(None, "/suche?q=Frauenhäusern").says(&[&path]);
        h.get(None, &format!("/en{path}")).is(200).says(&["no answer"]);
        h.get(None, &format!("{path}/datei/pdf")).is(200).says(&["Hundert neue Plätze.", "keine Antwort"]);
        h.post(w.dora, &path, &[("tat", "senden")]).is(403);
    }
}

/// A motion of the regional group.
fn motion(h: &House, title: &str) -> i64 {
    let fields = [("kind", "motion"), ("title", title), ("topic", ""), ("text", TEXT)];
    number(&h.post(h.w.kora, &format!("/gremien/{}/positionen/neu", h.w.rag), &fields))
}

#[test]
fn n6_1_the_motion_book_numbers_motions_with_their_amendments_and_keeps_the_numbers() {
    for h in all() {
        let w = h.w;
        let (first, second, third) = (motion(&h, "Mehr Plätze"), motion(&h, "Mehr Geld"), motion(&h, "Nicht im Buch"));
        asks(&h, first, "2026-12-14");
        amends(&h, w.dora, first, 2, "Wir fordern bis Ende 2028 mehr Plätze in jedem Kreis.");
        let new = format!("/gremien/{}/antragsbuecher/neu", w.rag);
        h.get(Some(w.dora), &new).is(403);
        h.post(w.kora, &new, &[("title", ""), ("day", "2027-01-20")]).is(422);
        let edit = h.post(w.kora, &new, &[("title", "Anträge zur Konferenz"), ("day", "2027-01-20")]);
        let edit = edit.is(303).location().to_owned();
        let book = edit.trim_end_matches("/aendern").to_owned();
        h.post(w.kora, &edit, &[("tat", "veroeffentlichen")]).is(422);
        let (one, two) = (first.to_string(), second.to_string());
        h.post(w.kora, &edit, &[("motions", &two), ("motions", &one), ("tat", "sichern")]).is(303);
        h.get(Some(w.kora), &book).says(&[
            "Entwurf: Die Nummern können sich noch ändern.",
            "A1 Mehr Plätze",
            "A2 Mehr Geld",
        ]);
        h.post(w.kora, &edit, &[("motions", &two), ("motions", &one), ("tat", "veroeffentlichen")]).is(303);
        // The network reads it, with what is asked to be changed and by which office; nobody else does.
        let read = h.get(Some(w.dora), &book);
        read.is(200)
            .says(&["A1 Mehr Plätze", "A2 Mehr Geld", "A1-Ä1", "[eingefügt: 2028", "Stadt Düren"])
            .hides(&["Nicht im Buch"]);
        h.get(Some(w.anna), &book).is(200).hides(&["Dahlke"]);
        h.get(Some(w.rosa), &book).is(404);
        h.get(None, &book).is(303);
        h.get(Some(w.dora), &format!("{book}/datei/pdf")).is(200).says(&["A2 Mehr Geld", "Weil es not tut."]);
        h.get(Some(w.dora), &format!("{book}/datei/docx")).is(200);
        h.get(Some(w.dora), "/antragsbuecher").says(&["Anträge zur Konferenz"]);
        // Numbers stay, whatever becomes of the motions.
        h.post(w.kora, &edit, &[("motions", &third.to_string()), ("tat", "sichern")]).is(422);
        adopts(&h, second);
        h.get(Some(w.dora), &book).says(&["A2 Mehr Geld"]);
    }
}

#[test]
fn n6_5_members_tell_what_a_position_brought_about_and_the_public_reads_what_is_shown() {
    for h in all() {
        let w = h.w;
        let it = draft(&h, w.kora, w.rag, "Noch nicht");
        let told = [
            ("tat", "melden"),
            ("place", "Stadt Düren"),
            ("day", "2026-11-23"),
            ("text", "Der Rat hat zwei Plätze bewilligt."),
        ];
        h.post(w.dora, &format!("{}/wirkung", page(it)), &told).is(422);
        let it = published(&h, "Frauenhausplätze");
        let path = format!("{}/wirkung", page(it));
        h.get(Some(w.nora), &path).is(403);
        h.get(None, &path).is(303);
        h.get(Some(w.dora), &path).is(200).says(&["value=\"Stadt Düren\""]);
        h.post(
            w.dora,
            &path,
            &[("tat", "melden"), ("place", "Stadt Düren"), ("day", "2030-01-01"), ("text", "Morgen.")],
        )
        .is(422);
        h.post(w.dora, &path, &told).is(303);
        // Members of the network read it, the public does not before those who lead it show it, and nobody reads who told it.
        h.get(Some(w.anna), &page(it)).says(&["Der Rat hat zwei Plätze bewilligt."]).hides(&["Dahlke"]);
        h.get(None, &page(it)).hides(&["zwei Plätze bewilligt"]);
        h.get(Some(w.rosa), &path).is(200).hides(&["zwei Plätze bewilligt"]);
        let effect = count(&h, "SELECT id FROM position_effect").to_string();
        h.post(w.dora, &path, &[("tat", "zeigen"), ("effect", &effect)]).is(403);
        h.post(w.kora, &path, &[("tat", "zeigen"), ("effect", &effect)]).is(303);
        h.get(None, &page(it)).says(&["Stadt Düren", "zwei Plätze bewilligt"]).hides(&["Dahlke"]);
        h.post(w.kora, &path, &[("tat", "verbergen"), ("effect", &effect)]).is(303);
        h.get(None, &page(it)).hides(&["zwei Plätze bewilligt"]);
    }
}

#[test]
fn n8_8_each_signs_as_person_as_post_or_not_and_clearance_comes_before_publication() {
    for h in all() {
        let w = h.w;
        let it = draft(&h, w.kora, w.rag, "Offener Brief");
        let own = format!("{}/unterzeichnen", page(it));
        h.get(Some(w.dora), &own).is(403);
        adopts(&h, it);
        let rules = format!("{}/mitzeichnung/weitere", page(it));
        h.get(Some(w.dora), &rules).is(403);
        let may = [("tat", "erlauben"), ("may", "persons"), ("may", "posts"), ("may", "clearance")];
        h.post(w.kora, &rules, &may).is(303);
        h.get(Some(w.nora), &own).is(404);
        h.post(w.dora, &own, &[("tat", "zeichnen"), ("sort", "association"), ("named", "ja")]).is(403);
        h.post(w.dora, &own, &[("tat", "zeichnen"), ("sort", "post"), ("named", "ja")]).is(303);
        h.post(w.dora, &own, &[("tat", "zeichnen"), ("sort", "post"), ("named", "ja")]).is(422);
        h.post(w.anna, &own, &[("tat", "zeichnen"), ("sort", "person"), ("named", "nein")]).is(303);
        // Nothing is published while a clearance is missing.
        let publish = [("level", "0"), ("signers", "0"), ("when", "jetzt")];
        h.post(w.kora, &format!("{}/veroeffentlichen", page(it)), &publish)
            .is(422)
            .says(&["die Zustimmung der Dienststelle"]);
        h.post(w.anna, &own, &[("tat", "zugestimmt"), ("clearance", "Dezernat")]).is(404);
        h.post(w.dora, &own, &[("tat", "zugestimmt"), ("clearance", "")]).is(422);
        h.post(w.dora, &own, &[("tat", "zugestimmt"), ("clearance", "Dezernat I am 20. November")]).is(303);
        support::publishes(&h, it);
        h.get(None, &page(it))
            .says(&["Gleichstellungsbeauftragte, Stadt Düren", "die nicht genannt werden: 1"])
            .hides(&["Dahlke", "Albers", "Dezernat I"]);
        h.get(None, &format!("{}/datei/pdf", page(it))).says(&["Stadt Düren"]).hides(&["Albers"]);
        // A person who takes it back is counted no longer; a post stays with both days.
        h.post(w.anna, &own, &[("tat", "zurueck-person")]).is(303);
        at(&h, "2026-12-01", 9);
        h.post(w.dora, &own, &[("tat", "zurueck-post")]).is(303);
        h.get(None, &page(it)).says(&["zurückgezogen am 1. Dezember 2026"]).hides(&["die nicht genannt werden"]);
    }
}

#[test]
fn an_association_signs_by_a_link_that_was_confirmed_and_withdraws_with_its_day() {
    for h in all() {
        let w = h.w;
        let it = draft(&h, w.kora, w.rag, "Gemeinsam");
        let ask = format!("{}/mitzeichnung/weitere", page(it));
        adopts(&h, it);
        h.post(w.kora, &ask, &[("tat", "bitten"), ("name", "Bündnis"), ("mail", "kein Postfach")]).is(422);
        h.post(w.kora, &ask, &[("tat", "bitten"), ("name", "Bündnis"), ("mail", "buendnis@example.org")]).is(303);
        h.post(w.kora, &ask, &[("tat", "bitten"), ("name", "bündnis"), ("mail", "b@example.org")]).is(422);
        let mail = &h.letters("buendnis@example.org")[0];
        let link = format!(
            "/mitunterzeichnen/{}",
            mail.1.split("/mitunterzeichnen/").nth(1).unwrap().split_whitespace().next().unwrap()
        );
        // Whoever has the link reads the text; opening it signs nothing.
        h.get(None, &link).is(200).says(&["Das Land trägt die Kosten.", "Bündnis"]);
        h.get(None, "/mitunterzeichnen/0123456789abcdef0123456789abcdef").is(410);
        h.send(None, &link, &[("answer", "ja"), ("how", "")]).is(422);
        support::publishes(&h, it);
        h.get(None, &page(it)).hides(&["Bündnis"]);
        h.send(None, &link, &[("answer", "ja"), ("how", "Vorstand am 20. November")]).is(303);
        h.get(None, &page(it))
            .says(&["Bündnis", "nachträglich unterzeichnet am 23. November 2026"])
            .hides(&["Vorstand am"]);
        h.get(Some(w.kora), &ask).says(&["Vorstand am 20. November"]);
        at(&h, "2026-12-01", 9);
        h.send(None, &link, &[("answer", "zurueck"), ("how", "")]).is(303);
        h.get(None, &page(it)).says(&["zurückgezogen am 1. Dezember 2026"]);
    }
}

#[test]
fn a_contradiction_with_an_older_position_must_be_said_and_links_both() {
    for h in all() {
        let w = h.w;
        let older = published(&h, "Frauenhausplätze sichern");
        let newer = draft(&h, w.kora, w.rag, "Frauenhausplätze anders finanzieren");
        adopts(&h, newer);
        let path = format!("{}/veroeffentlichen", page(newer));
        let plan = |older: &str| {
            h.post(w.kora, &path, &[("level", "0"), ("signers", "0"), ("when", "jetzt"), ("older", older)])
        };
        plan("").is(422).says(&["ob der Text einer älteren Position widerspricht", "Frauenhausplätze sichern"]);
        plan("999").is(422);
        plan(&older.to_string()).is(303);
        h.get(None, &page(older)).is(200).says(&["durch: Frauenhausplätze anders finanzieren", &page(newer)]);
        // The register and search know both, and which one holds.
        indexed(&h);
        h.get(None, "/positionen?gilt=ja").says(&["anders finanzieren"]).hides(&["Frauenhausplätze sichern"]);
        h.get(None, "/suche?q=Frauenhausplätze").says(&[&page(older), &page(newer)]);
    }
}

/// Kora enters a vote by hands of the regional group; gives its page.
fn hands(h: &House, title: &str, yes: &str, no: &str) -> String {
    let fields = [
        ("title", title),
        ("matter", "ordinary"),
        ("day", "2026-11-20"),
        ("grade", "hands"),
        ("present", "3"),
        ("yes", yes),
        ("no", no),
        ("duly", "ja"),
        ("level", "2"),
    ];
    h.post(h.w.kora, &format!("/gremien/{}/abgestimmt", h.w.rag), &fields).is(303).location().to_owned()
}

#[test]
fn n6_2_what_still_needs_a_vote_is_listed_and_each_motion_has_its_result_at_once() {
    for h in all() {
        let w = h.w;
        let rag = w.rag;
        common::act(&h.fresh, w.kora, move |tx, by| {
            let rules = decisions::rules::template("council").unwrap().rules;
            let from = common::day("2020-01-01");
            let new =
                decisions::NewRules { profile: "council".into(), rules, note: String::new(), from, based_on: None };
            decisions::take_rules(tx, by, rag, &new)
        })
        .unwrap();
        let (one, two) = (motion(&h, "Mehr Plätze"), motion(&h, "Weniger Sitzungen"));
        asks(&h, one, "2026-12-14");
        let agreed = amends(&h, w.dora, one, 2, "Wir fordern bis Ende 2028 mehr Plätze in jedem Kreis.");
        let disputed = amends(&h, w.dora, one, 3, "Der Bund trägt die Kosten.");
        support::does(&h, w.kora, agreed, &[("tat", "empfehlen"), ("advice", "adopt"), ("advised", ""), ("note", "")])
            .is(303);
        support::does(&h, w.kora, disputed, &[("tat", "empfehlen"), ("advice", "vote"), ("advised", ""), ("note", "")])
            .is(303);
        // On the day only what is disputed is dealt with.
        let list = format!("{}/aenderungen?zeigen=abstimmen", page(one));
        let shown = h.get(Some(w.dora), &list);
        shown
            .is(200)
            .says(&[&format!("/aenderungsantraege/{disputed}")])
            .hides(&[&format!("/aenderungsantraege/{agreed}")]);
        for amendment in [agreed, disputed] {
            support::does(&h, w.kora, amendment, &[("tat", "annehmen"), ("outcome", "Konferenz")]).is(303);
        }
        h.post(w.kora, &format!("{}/aenderungen", page(one)), &[]).is(303);
        h.post(w.kora, &format!("{}/rueckmeldung", page(one)), &[("tat", "schluss")]).is(303);
        // A show of hands, counted: the result stands at once, and what was adopted becomes a resolution and the position's.
        let adopted = hands(&h, "Mehr Plätze", "2", "1");
        h.get(Some(w.dora), &adopted).is(200).says(&["angenommen"]);
        let resolution = count(&h, "SELECT MAX(id) FROM resolution").to_string();
        let refused = hands(&h, "Weniger Sitzungen", "1", "2");
        h.get(Some(w.dora), &refused).is(200).says(&["abgelehnt"]);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM resolution"), 1);
        let decide = [("result", "ja"), ("resolution", resolution.as_str()), ("day", ""), ("how", ""), ("why", "")];
        h.post(w.kora, &format!("{}/beschluss", page(one)), &decide).is(303);
        let not = [("result", "nein"), ("why", "1 Ja, 2 Nein")];
        h.post(w.kora, &format!("{}/beschluss", page(two)), &not).is(303);
        h.get(Some(w.dora), &page(one)).says(&[
            "Der Bund trägt die Kosten.",
            "bis Ende 2028",
            &format!("/beschluesse/{resolution}"),
        ]);
        h.get(Some(w.kora), &page(two)).says(&["1 Ja, 2 Nein"]);
    }
}

#[test]
fn x10_9_an_old_resolution_is_entered_with_its_day_and_number_and_found_beside_new_positions() {
    for h in all() {
        let w = h.w;
        let new = published(&h, "Frauenhausplätze sichern");
        let form = format!("/gremien/{}/beschluesse/nachtragen", w.rag);
        let fields = [
            ("mark", "3/1985"),
            ("title", "Frauenhausplätze im Kreis"),
            ("text", "Der Kreis richtet ein Frauenhaus ein."),
            ("day", "12.03.1985"),
            ("in_force", ""),
            ("source", "Ordner 4, Blatt 12"),
            ("level", "netzwerk"),
        ];
        h.post(w.dora, &form, &fields).is(403);
        let old = h.post(w.kora, &form, &fields).is(303).location().to_owned();
        h.get(Some(w.dora), &old).is(200).says(&["3/1985", "12. März 1985"]);
        h.get(Some(w.dora), &format!("/gremien/{}/beschluesse", w.rag)).says(&["3/1985", "Frauenhausplätze im Kreis"]);
        indexed(&h);
        // Members find both side by side; outsiders find what is public alone.
        h.get(Some(w.dora), "/suche?q=Frauenhausplätze").says(&[&page(new), &old]);
        h.get(None, "/suche?q=Frauenhausplätze").says(&[&page(new)]).hides(&[&old]);
        // Whoever drafts the next one is shown both.
        h.get(Some(w.kora), "/positionen?jahr=2026").says(&["Frauenhausplätze sichern"]);
    }
}

#[test]
fn whoever_saves_too_late_sees_both_versions_of_facts_slots_and_addressees() {
    for h in all() {
        let w = h.w;
        let it = draft(&h, w.kora, w.rag, "Zuerst");
        let version = count(&h, "SELECT version FROM position").to_string();
        let facts = |title: &str, kind: &str| {
            let fields = [("kind", kind), ("title", title), ("topic", ""), ("version", version.as_str())];
            h.post(w.kora, &format!("{}/angaben", page(it)), &fields)
        };
        facts("Ihre Fassung", "motion").is(303);
        facts("Meine Fassung", "position").is(409).says(&["Ihre Fassung", "Meine Fassung", "Antrag"]);
        adopts(&h, it);
        support::publishes(&h, it);
        let version = count(&h, "SELECT version FROM position").to_string();
        let slots = |easy: &str| {
            h.post(w.kora, &format!("{}/beiwerk", page(it)), &[("version", version.as_str()), ("easy", easy)])
        };
        slots("Alle Frauen brauchen Schutz.").is(303);
        slots("Schutz für alle.").is(409).says(&["Alle Frauen brauchen Schutz.", "Schutz für alle."]);
        let office = support::addressee(&h, "Ministerium", "alt@example.org");
        let contact = |mail: &str| {
            let fields = [("tat", "kontakt"), ("version", "1"), ("mail", mail), ("address", "Platz 1")];
            h.post(w.kora, &format!("/adressat/{office}/aendern"), &fields)
        };
        contact("neu@example.org").is(303);
        contact("anders@example.org").is(409).says(&["neu@example.org", "anders@example.org"]);
    }
}
