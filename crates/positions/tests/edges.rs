//! What goes otherwise than planned, each case by itself.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

#[path = "../../networks/tests/common/mod.rs"]
mod common;
#[path = "../../networks/tests/house/mod.rs"]
mod house;
mod support;

use common::{act, day};
use house::House;
use kernel::Id;
use networks::Body;
use positions::{NewAmendment, Position, Sort};
use support::{TEXT, adopts, all, amends, asks, at, count, does, draft, page, paragraph, published, publishes};

/// Kora asks a network to sign; gives the number of what it is asked.
fn asked(h: &House, position: i64, network: Id<Body>) -> i64 {
    let fields = [("network", &*network.to_string()), ("until", "2026-12-31")];
    h.post(h.w.kora, &format!("{}/mitzeichnung", page(position)), &fields).is(303);
    count(h, "SELECT MAX(id) FROM position_signature")
}

fn signs(h: &House, signature: i64, named: bool) {
    let mut fields = vec![
        ("answer", "ja"),
        ("resolution", ""),
        ("day", "2026-11-20"),
        ("how", "Runde von Quinn Quast"),
        ("reason", ""),
    ];
    fields.extend(named.then_some(("named", "ja")));
    h.post(h.w.kora, &format!("/mitzeichnungen/{signature}"), &fields).is(303);
}

#[test]
fn two_amendments_on_one_sentence_both_come_in_unless_they_want_the_same_words() {
    for h in all() {
        let w = h.w;
        let it = draft(&h, w.kora, w.rag, "Ein Satz");
        asks(&h, it, "2026-12-14");
        let place = amends(&h, w.dora, it, 2, "Wir fordern bis Ende 2027 mehr Plätze in jeder Gemeinde.");
        let year = amends(&h, w.anna, it, 2, "Wir fordern bis Ende 2028 mehr Plätze in jedem Kreis.");
        let other = amends(&h, w.anna, it, 2, "Wir fordern bis Ende 2030 mehr Plätze in jedem Kreis.");
        // Their words stand beside the paragraph, each with what it changes said in words.
        h.get(Some(w.kora), &page(it)).says(&[
            "[eingefügt: jeder Gemeinde]",
            "[gestrichen: 2027]",
            "[eingefügt: 2028]",
            "[eingefügt: 2030]",
        ]);
        for one in [place, year, other] {
            does(&h, w.kora, one, &[("tat", "annehmen"), ("outcome", "Konferenz")]).is(303);
        }
        h.post(w.kora, &format!("{}/aenderungen", page(it)), &[]).is(303);
        h.get(Some(w.kora), &page(it)).says(&["Wir fordern bis Ende 2028 mehr Plätze in jeder Gemeinde."]);
        h.get(Some(w.anna), &format!("/aenderungsantraege/{other}")).says(&["angenommen"]).hides(&["Eingearbeitet in"]);
        // What was decided stays with each, and where it went.
        for one in [place, year] {
            h.get(Some(w.dora), &format!("/aenderungsantraege/{one}")).says(&[
                "Konferenz",
                "Eingearbeitet in",
                "Fassung 2",
            ]);
        }
        assert_eq!(count(&h, "SELECT COUNT(*) FROM position_amendment WHERE fit = 'collides'"), 1);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM position_amendment WHERE merged_in = 2"), 2);
    }
}

#[test]
fn an_amendment_whose_paragraph_was_deleted_is_obsolete_and_stands_in_nobodys_way() {
    for h in all() {
        let w = h.w;
        let it = draft(&h, w.kora, w.rag, "Absatz fort");
        asks(&h, it, "2026-12-14");
        let gone = amends(&h, w.dora, it, 3, "Das Land trägt alle Kosten.");
        let third = paragraph(&h, it, 3);
        h.post(w.dora, &format!("{}/absaetze/{third}/anmerken", page(it)), &[("text", "Welches Land?")]).is(303);
        let version = count(&h, "SELECT version FROM position").to_string();
        h.post(w.kora, &format!("{}/absaetze/{third}", page(it)), &[("version", &version), ("text", ""), ("note", "")])
            .is(303);
        h.get(Some(w.dora), &format!("/aenderungsantraege/{gone}")).says(&["erledigt", "[eingefügt: alle]"]);
        does(&h, w.kora, gone, &[("tat", "annehmen")]).is(422);
        does(&h, w.dora, gone, &[("tat", "neu"), ("new", "Der Bund zahlt.")]).is(422);
        h.get(Some(w.kora), &format!("{}/aenderungen?zeigen=abstimmen", page(it))).hides(&["Antrag 1"]);
        // What was said to it is still read: at the whole text.
        h.get(Some(w.kora), &page(it)).says(&["Zum ganzen Text", "Welches Land?"]).hides(&["id=\"absatz-3\""]);
        adopts(&h, it);
    }
}

#[test]
fn a_co_signer_that_withdraws_after_publication_stays_with_both_days() {
    for h in all() {
        let w = h.w;
        let it = published(&h, "Erst ja, dann nein");
        let verband = asked(&h, it, w.verband);
        signs(&h, verband, true);
        at(&h, "2026-12-01", 9);
        let back = [("answer", "zurueck"), ("reason", "Der Text passt nicht mehr.")];
        h.post(w.dora, &format!("/mitzeichnungen/{verband}"), &back).is(404);
        h.post(w.kora, &format!("/mitzeichnungen/{verband}"), &back).is(303);
        h.get(None, &page(it))
            .is(200)
            .says(&["Frauennetzwerk", "unterzeichnet am 20. November 2026, zurückgezogen am 1. Dezember 2026"])
            .hides(&["Der Text passt nicht mehr."]);
        h.get(None, &format!("{}/datei/pdf", page(it))).says(&["zurückgezogen am 1. Dezember 2026"]);
        h.get(None, &format!("/gremien/{}/positionen", w.verband)).hides(&["Erst ja, dann nein"]);
    }
}

#[test]
fn what_fails_for_lack_of_a_quorum_is_not_adopted_and_cannot_be_entered_as_a_resolution() {
    for h in all() {
        let w = h.w;
        let rag = w.rag;
        act(&h.fresh, w.kora, move |tx, by| {
            let rules = decisions::rules::template("council").unwrap().rules;
            let new = decisions::NewRules {
                profile: "council".into(),
                rules,
                note: String::new(),
                from: day("2020-01-01"),
                based_on: None,
            };
            decisions::take_rules(tx, by, rag, &new)
        })
        .unwrap();
        let it = draft(&h, w.kora, w.rag, "Zu wenige da");
        let fields = [
            ("title", "Zu wenige da"),
            ("matter", "ordinary"),
            ("day", "2026-11-20"),
            ("grade", "hands"),
            ("present", "1"),
            ("yes", "1"),
            ("no", "0"),
            ("duly", "ja"),
            ("doubted", "ja"),
            ("level", "2"),
        ];
        let vote = h.post(w.kora, &format!("/gremien/{}/abgestimmt", w.rag), &fields);
        let vote = vote.is(303).location().to_owned();
        h.get(Some(w.dora), &vote).is(200).says(&["nicht beschlussfähig"]);
        // Nothing came into the register, so nothing there adopts it.
        assert_eq!(count(&h, "SELECT COUNT(*) FROM resolution"), 0);
        let decide = format!("{}/beschluss", page(it));
        h.get(Some(w.kora), &decide).is(200).says(&["nicht im Verzeichnis", "Beschlussfähigkeit"]);
        h.post(w.kora, &decide, &[("result", "ja"), ("resolution", "1"), ("day", ""), ("how", "")]).is(422);
        h.post(w.kora, &decide, &[("result", "nein"), ("why", "Nicht beschlussfähig")]).is(303);
        h.get(Some(w.kora), &page(it)).says(&["Entwurf", "Nicht beschlussfähig"]);
        let publish = [("level", "0"), ("signers", "0"), ("when", "jetzt"), ("older", "keine")];
        h.post(w.kora, &format!("{}/veroeffentlichen", page(it)), &publish).is(422);
        h.get(None, &page(it)).is(404);
    }
}

#[test]
fn a_position_of_a_sensitive_network_is_read_by_all_and_its_unnamed_signers_by_nobody() {
    for h in all() {
        let w = h.w;
        let it = draft(&h, w.quinn, w.kept, "Sichere Wege");
        adopts(&h, it);
        publishes(&h, it);
        let hidden = asked(&h, it, w.hidden);
        signs(&h, hidden, true);
        let rag = asked(&h, it, w.rag);
        signs(&h, rag, false);
        let unnamed = "2 weitere Netzwerke zeichnen mit, ohne genannt zu werden.";
        let secret = ["Quinn", "Quast", "Kora", "Runder Tisch", "Regionale AG"];
        for who in [None, Some(w.nora), Some(w.rosa)] {
            h.get(who, &page(it)).is(200).says(&["Kommunales LSBTIQ-Netzwerk", unnamed]).hides(&secret);
            h.get(who, &format!("{}/datei/pdf", page(it))).is(200).hides(&secret);
        }
        // The feed and the pages of those who signed say nothing either.
        h.get(None, &format!("/gremien/{}/positionen", w.rag)).hides(&["Sichere Wege"]);
        h.get(None, &format!("/gremien/{}/positionen", w.hidden)).is(404);
        // Whoever belongs to one that signed reads so, of her own network alone.
        h.get(Some(w.dora), &page(it)).says(&["Regionale AG", "Runde von Quinn Quast"]).hides(&["Runder Tisch"]);
        h.get(Some(w.uma), &page(it)).says(&["Runder Tisch Schutz"]).hides(&["Regionale AG"]);
    }
}

#[test]
fn three_hundred_amendments_of_a_thousand_lines_stay_readable() {
    let h = all().remove(0);
    let w = h.w;
    let lines: Vec<String> =
        (0..1_000).map(|n| format!("Zeile {n}: Wir fordern mehr Plätze in jedem Kreis.")).collect();
    let fields = [("kind", "motion"), ("title", "Lang"), ("topic", ""), ("text", &*lines[..2].join("\n\n"))];
    let it = support::number(&h.post(w.kora, &format!("/gremien/{}/positionen/neu", w.rag), &fields));
    let id: Id<Position> = Id::new(it);
    let text = lines.join("\n\n");
    act(&h.fresh, w.kora, move |tx, by| {
        let version = positions::find_position(tx, by, id)?.version;
        positions::rewrite(tx, by, id, version, (&text, ""))
    })
    .unwrap();
    asks(&h, it, "2026-12-14");
    // Every third line up to the 600th, and 100 on one line.
    act(&h.fresh, w.dora, move |tx, by| {
        let text = positions::find_position(tx, by, id)?.text;
        let all = positions::list_paragraphs(tx, id, text)?;
        let wanted = |paragraph: &text::Paragraph, word: String| NewAmendment {
            paragraph: Some(paragraph.key),
            sort: Sort::Words,
            new: paragraph.text.replace("jedem", &word),
            reason: String::new(),
            seat: None,
        };
        for one in all.iter().step_by(3).take(200) {
            positions::propose(tx, by, id, &wanted(one, "fast jedem".to_owned()))?;
        }
        for n in 0..100 {
            positions::propose(tx, by, id, &wanted(&all[899], format!("jedem {n}. ")))?;
        }
        Ok(())
    })
    .unwrap();
    // The page holds some lines with their amendments in place, and says which; nothing else is read.
    let seen = h.get(Some(w.kora), &page(it));
    seen.is(200)
        .says(&["Absätze 1 bis 50 von 1000", "Zeile 49:", "[eingefügt: fast ]", "Antrag 17:", "seite=20"])
        .hides(&["Zeile 50:", "Antrag 18:", "seite=7\""]);
    assert!(seen.html.len() < 120_000, "{} bytes", seen.html.len());
    // A page with many shows each as one line, with the words of the paragraph that is opened.
    let crowded = h.get(Some(w.kora), &format!("{}?seite=18", page(it)));
    crowded.is(200).says(&["Absätze 851 bis 900 von 1000", "Antrag 300:", "?absatz=900#absatz-900"]);
    crowded.hides(&["[eingefügt:"]);
    let opened = h.get(Some(w.kora), &format!("{}?absatz=900", page(it)));
    opened.is(200).says(&["Absätze 851 bis 900 von 1000", "[eingefügt: 99"]).hides(&["?absatz=900#absatz-900"]);
    h.get(Some(w.kora), &format!("{}?absatz=5000", page(it))).says(&["Absätze 1 bis 50 von 1000"]);
    // The whole text on one page, for reading and for paper.
    h.get(Some(w.kora), &format!("{}?ganz=ja", page(it))).says(&["Zeile 999:"]).hides(&["Antrag 1:", "seite="]);
    // The list of amendments has pages, too, and counts all.
    let list = format!("{}/aenderungen", page(it));
    h.get(Some(w.kora), &list).says(&["Alle (300)", "Antrag 30:"]).hides(&["Antrag 31:"]);
    h.get(Some(w.kora), &format!("{list}?seite=10")).says(&["Antrag 300:"]);
    h.get(Some(w.kora), &format!("{list}?zeigen=abstimmen&seite=2"))
        .says(&["Antrag 31:", "zeigen=abstimmen&#38;seite=3"]);
    // As many statements as for a short text.
    let short = draft(&h, w.kora, w.rag, "Kurz");
    asks(&h, short, "2026-12-14");
    amends(&h, w.dora, short, 2, &TEXT.split("\n\n").nth(1).unwrap().replace("2027", "2028"));
    let (long, short) = (seen.statements(), h.get(Some(w.kora), &page(short)).statements());
    let list = h.get(Some(w.kora), &format!("{list}?seite=9")).statements();
    assert_eq!((long, short, list), (PAGE, PAGE, LIST), "statements");
    // Written anew, each is carried over to the new words.
    act(&h.fresh, w.kora, move |tx, by| {
        let version = positions::find_position(tx, by, id)?.version;
        let text = lines.iter().map(|l| l.replace("mehr", "viel mehr")).collect::<Vec<_>>().join("\n\n");
        positions::rewrite(tx, by, id, version, (&text, ""))
    })
    .unwrap();
    assert_eq!(count(&h, "SELECT COUNT(*) FROM position_amendment WHERE fit = 'applies' AND version = 2"), 300);
}

#[test]
fn each_network_has_a_deadline_of_its_own_and_whoever_comes_later_is_dated() {
    for h in all() {
        let w = h.w;
        let it = draft(&h, w.kora, w.rag, "Zwei Fristen");
        adopts(&h, it);
        let ask = format!("{}/mitzeichnung", page(it));
        for (network, until) in [(w.verband, "2026-12-01"), (w.kept, "2027-01-31")] {
            h.post(w.kora, &ask, &[("network", &*network.to_string()), ("until", until)]).is(303);
        }
        h.get(Some(w.kora), &page(it)).says(&["gefragt bis 1. Dezember 2026", "gefragt bis 31. Januar 2027"]);
        for due in ["2026-12-01", "2027-01-31"] {
            let sql = "SELECT COUNT(*) FROM task WHERE title LIKE 'Mitzeichnen?%' AND due_day = :due";
            let found = h.fresh.db.read_now(move |c| c.count(sql, db::args! { due: due })).unwrap();
            assert_eq!(found, 1, "{due}");
        }
        publishes(&h, it);
        at(&h, "2026-12-05", 9);
        let verband = count(&h, "SELECT MIN(id) FROM position_signature");
        let fields =
            [("answer", "ja"), ("resolution", ""), ("day", "2026-12-04"), ("how", "Vorstand"), ("named", "ja")];
        h.post(w.kora, &format!("/mitzeichnungen/{verband}"), &fields).is(303);
        h.get(None, &page(it))
            .says(&["nachträglich unterzeichnet am 4. Dezember 2026"])
            .hides(&["LSBTIQ", "gefragt bis"]);
    }
}

#[test]
fn nobody_decides_agrees_or_releases_over_a_version_she_has_not_read() {
    for h in all() {
        let w = h.w;
        let it = draft(&h, w.kora, w.rag, "Inzwischen");
        asks(&h, it, "2026-12-14");
        let one = amends(&h, w.dora, it, 2, "Wir fordern bis Ende 2028 mehr Plätze in jedem Kreis.");
        let path = format!("/aenderungsantraege/{one}");
        let version =
            |html: &str| html.split("name=\"version\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        does(
            &h,
            w.kora,
            one,
            &[("tat", "empfehlen"), ("advice", "changed"), ("advised", "Bis 2029."), ("note", "Erste")],
        )
        .is(303);
        let seen = version(&h.get(Some(w.dora), &path).html);
        // Somebody recommends something else meanwhile: neither consent nor another recommendation passes over that.
        does(&h, w.kora, one, &[("tat", "empfehlen"), ("advice", "reject"), ("advised", ""), ("note", "Zweite")])
            .is(303);
        does(&h, w.dora, one, &[("tat", "ja"), ("version", &seen)]).is(409).says(&["Zweite", "ablehnen"]);
        let mine = [("tat", "empfehlen"), ("advice", "vote"), ("note", "Dritte"), ("advised", ""), ("version", &*seen)];
        does(&h, w.kora, one, &mine).is(409).says(&["Zweite", "Dritte"]);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM position_amendment WHERE proposer_answer IS NOT NULL"), 0);
        let now = version(&h.get(Some(w.dora), &path).html);
        does(&h, w.dora, one, &[("tat", "ja"), ("version", &now)]).is(303);
        h.get(Some(w.kora), &path).says(&["einvernehmlich"]);
    }
}

/// The statements of the page of a position for whoever leads it, and of a page of the list of amendments.
const PAGE: u32 = 20;
const LIST: u32 = 13;
