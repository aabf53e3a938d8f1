//! Input by plain mail: an answer to the letter that asks becomes a remark of whoever wrote it, or is told why not.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

#[path = "../../networks/tests/common/mod.rs"]
mod common;
#[path = "../../networks/tests/house/mod.rs"]
mod house;
mod support;

use common::act;
use db::args;
use house::House;
use kernel::{Day, Error};
use support::{addressee, all, asks, at, count, daily, draft, number, page};
use web::{Incoming, Words};

const DORA: &str = "dora@example.org";
const ANNA: &str = "anna@example.org";

/// The house with a mailbox that takes letters.
fn letters_come() -> Vec<House> {
    let made = all();
    for h in &made {
        h.takes_letters();
    }
    made
}

/// What stands behind the `+` of the address for answers in the newest letter to somebody.
fn tag(h: &House, to: &str) -> String {
    let to = to.to_owned();
    let read = move |c: &db::Conn| {
        let sql = "SELECT reply_tag FROM mail_out WHERE address = :to ORDER BY id DESC LIMIT 1";
        c.one(sql, args! { to: to.as_str() }, |r| r.get::<Option<String>>(0))
    };
    h.fresh.db.read_now(read).unwrap().unwrap_or_default()
}

/// A letter as its writer's program sends it, without what it quotes.
fn words(from: &str, own: &str) -> Words {
    let name = format!("{}.{}@mail.example.org", from.len(), own.len());
    Words { from: from.into(), subject: "AW: Ihre Rückmeldung".into(), own: own.into(), name, ..Words::default() }
}

/// Hands a letter to the slice, as the inbox does. Gives whether it was taken, or the reason for the log.
fn comes(h: &House, tag: &str, words: Words) -> Result<bool, String> {
    let (take, tag) = (positions::slice().inbox.unwrap(), tag.to_owned());
    let done =
        h.fresh.db.write_now(move |tx| take(tx, &Incoming { tag: &tag, words: Some(&words), ..Incoming::default() }));
    done.map_err(|e| match e {
        Error::Rule(reason) => reason.en,
        other => other.to_string(),
    })
}

fn remarks(h: &House) -> i64 {
    count(h, "SELECT COUNT(*) FROM position_comment")
}

#[test]
fn n3_6_an_answer_by_mail_becomes_a_remark_at_its_paragraph() {
    for h in letters_come() {
        let w = h.w;
        let it = draft(&h, w.kora, w.rag, "Per E-Mail");
        asks(&h, it, "2026-12-14");
        // The letter can be answered as it is: it has the text with its numbers, and an address of its own.
        let (_, text) = h.letters(DORA).pop().unwrap();
        for part in ["antworten Sie auf diese E-Mail", "Absatz 2\nWir fordern bis Ende 2027", "/rueckmeldung/"] {
            assert!(text.contains(part), "{part} is missing in {text}");
        }
        let dora = tag(&h, DORA);
        assert!(dora.starts_with('p') && dora != tag(&h, ANNA), "{dora}");
        let said = "Insgesamt gut.\n\nAbsatz 2: Warum 2027?\nUnd wer zahlt?\nzu Absatz 3\nDas Land zahlt nie.";
        assert_eq!(comes(&h, &dora, words(DORA, said)), Ok(true));
        assert_eq!(remarks(&h), 3);
        let seen = h.get(Some(w.kora), &page(it));
        seen.is(200).says(&[
            "Warum 2027?",
            "Das Land zahlt nie.",
            "Zum ganzen Text",
            "Insgesamt gut.",
            "Dora Dahlke, Gleichstellungsbeauftragte, Stadt Düren",
        ]);
        let (second, whole) = (seen.html.find("Warum 2027?").unwrap(), seen.html.find("Insgesamt gut.").unwrap());
        assert!(seen.html.find("id=\"absatz-3\"").unwrap() > second && second < whole, "each at its paragraph");
        // The mail server hands the same letter over twice: nothing changes. She may write again.
        assert_eq!(comes(&h, &dora, words(DORA, said)), Ok(true));
        assert_eq!(comes(&h, &dora, words(DORA, "Absatz 1: Noch etwas.")), Ok(true));
        assert_eq!(remarks(&h), 4);
        // Nobody is written to about what was taken, and nobody outside reads it.
        assert_eq!(h.letters(DORA).len(), 1);
        for other in [None, Some(w.nora)] {
            h.get(other, &page(it)).is(404);
        }
    }
}

#[test]
fn an_answer_after_the_day_is_told_so() {
    for h in letters_come() {
        let w = h.w;
        let it = draft(&h, w.kora, w.rag, "Zu spät");
        asks(&h, it, "2026-12-14");
        let dora = tag(&h, DORA);
        at(&h, "2026-12-14", 23);
        assert_eq!(comes(&h, &dora, words(DORA, "Gerade noch.")), Ok(true));
        at(&h, "2026-12-15", 0);
        assert_eq!(comes(&h, &dora, words(DORA, "Vorbei.")), Ok(true));
        daily(&h, "positions.close", "2026-12-15");
        assert_eq!(comes(&h, &dora, words(DORA, "Immer noch.")), Ok(true));
        assert_eq!(remarks(&h), 1);
        // One letter a day, and a clear one.
        let (subject, text) = h.letters(DORA).pop().unwrap();
        assert_eq!(subject, "Ihre Antwort wurde nicht übernommen");
        assert!(text.contains("Die Rückmeldung endete am Montag, 14. Dezember 2026."), "{text}");
        assert_eq!(h.letters(DORA).iter().filter(|(s, _)| s.contains("nicht übernommen")).count(), 1);
        // Ended by hand before its day, nobody waits for input either.
        let it = draft(&h, w.kora, w.rag, "Vorzeitig");
        asks(&h, it, "2027-01-14");
        let anna = tag(&h, ANNA);
        h.post(w.kora, &format!("{}/rueckmeldung", page(it)), &[("tat", "schluss")]).is(303);
        assert_eq!(comes(&h, &anna, words(ANNA, "Zu spät?")), Ok(true));
        assert!(h.letters(ANNA).pop().unwrap().1.contains("Um Rückmeldung wird dort zurzeit nicht gebeten."));
        assert_eq!(remarks(&h), 1);
    }
}

#[test]
fn whoever_lost_the_right_writes_nothing_and_is_told_nothing_of_it() {
    for h in letters_come() {
        let w = h.w;
        let it = draft(&h, w.kora, w.rag, "Kanarienvogelschutz");
        asks(&h, it, "2027-02-14");
        let dora = tag(&h, DORA);
        let tenure = w.tenure_dora;
        act(&h.fresh, w.kora, move |tx, by| networks::end_tenure(tx, by, tenure, Day::literal("2026-12-01"))).unwrap();
        at(&h, "2026-12-02", 9);
        assert_eq!(comes(&h, &dora, words(DORA, "Absatz 1: Ich noch.")), Ok(true));
        assert_eq!(remarks(&h), 0);
        let (subject, text) = h.letters(DORA).pop().unwrap();
        assert!(text.contains("Dort schreibt nur, wer gefragt ist."), "{text}");
        assert!(!text.contains("Kanarienvogel") && !subject.contains("Kanarienvogel"), "{text}");
    }
}

#[test]
fn nobody_writes_in_the_name_of_another() {
    for h in letters_come() {
        let w = h.w;
        let it = draft(&h, w.kora, w.rag, "Fremde Federn");
        asks(&h, it, "2026-12-14");
        let dora = tag(&h, DORA);
        // From an address nobody knows: she is told to write from her own.
        assert_eq!(comes(&h, &dora, words("sonst@example.org", "Absatz 1: Weg damit.")), Ok(true));
        assert_eq!(remarks(&h), 0);
        let (_, text) = h.letters(DORA).pop().unwrap();
        assert!(text.contains("Antworten Sie bitte von dort, wohin unsere E-Mail ging."), "{text}");
        // A colleague answers the letter passed on to her: hers if her house signed it, else nobody's.
        assert_eq!(comes(&h, &dora, words(ANNA, "Absatz 1: Nicht bewiesen.")), Ok(true));
        assert_eq!(remarks(&h), 0);
        let signed = Words { signed: true, ..words(ANNA, "Absatz 1: Von Anna.") };
        assert_eq!(comes(&h, &dora, signed), Ok(true));
        h.get(Some(w.kora), &page(it)).says(&["Von Anna.", "Anna Albers"]).hides(&["Nicht bewiesen."]);
        // What a machine wrote, an address nobody told, the proof of another letter.
        let machine = Words { automatic: true, ..words(DORA, "Ich bin im Urlaub.") };
        assert_eq!(comes(&h, &dora, machine), Err("a machine wrote it".to_owned()));
        let last = dora.chars().next_back().unwrap();
        let forged = format!("{}{}", &dora[..dora.len() - 1], if last == '0' { '1' } else { '0' });
        for other in ["", "p", "an-1", &forged, &format!("t{}", &dora[1..])] {
            assert_eq!(comes(&h, other, words(DORA, "Absatz 1: Gefälscht.")), Ok(false), "{other}");
        }
        assert_eq!(remarks(&h), 1);
        // Nothing but a quote is no answer.
        at(&h, "2026-11-25", 9);
        assert_eq!(comes(&h, &dora, words(DORA, " \n")), Ok(true));
        assert!(h.letters(DORA).pop().unwrap().1.contains("Darin stand außer dem Zitat nichts."));
    }
}

#[test]
fn letters_of_a_sensitive_network_take_no_answer() {
    for h in letters_come() {
        let w = h.w;
        let it = draft(&h, w.quinn, w.kept, "Geschützt");
        h.post(w.kora, &format!("{}/rueckmeldung", page(it)), &[("until", "2026-12-14"), ("who", "network")]).is(303);
        assert!(!h.letters(ANNA).is_empty());
        assert_eq!(tag(&h, ANNA), "");
        for (_, _, text) in h.all_letters() {
            assert!(!text.contains("Wir fordern") && !text.contains("antworten Sie"), "{text}");
        }
        // Where it became sensitive since, nothing is taken and nobody is written to.
        let other = draft(&h, w.kora, w.rag, "Später geschützt");
        asks(&h, other, "2026-12-14");
        let dora = tag(&h, DORA);
        let (rag, before) = (w.rag, h.letters(DORA).len());
        h.fresh
            .db
            .write_now(move |tx| {
                tx.silent("a test");
                tx.exec("UPDATE body SET sensitive = TRUE, roster_level = 2 WHERE id = :id", args! { id: rag })
                    .map(drop)
            })
            .unwrap();
        assert_eq!(comes(&h, &dora, words(DORA, "Doch.")), Err("one writes there after signing in only".to_owned()));
        assert_eq!((remarks(&h), h.letters(DORA).len()), (0, before));
    }
}

#[test]
fn n4_3_an_answer_by_mail_contributes_to_a_hearing_point_by_point() {
    for h in letters_come() {
        let w = h.w;
        let office = addressee(&h, "Ministerium für Kommunales", "anhoerung@mhkbd.example.org").to_string();
        let fields = [
            ("addressee", office.as_str()),
            ("title", "Entwurf der Muster-Hauptsatzung"),
            ("about", ""),
            ("file_mark", ""),
            ("received", "2026-11-23"),
            ("due", "2026-12-07"),
            ("topic", ""),
            ("drafter", ""),
            ("points", "§ 3 Begriffe\n\n§ 7 Rederecht im Rat"),
        ];
        let it = number(&h.post(w.kora, &format!("/gremien/{}/anhoerungen/neu", w.rag), &fields));
        let there = format!("/anhoerungen/{it}");
        h.post(w.kora, &format!("{there}/bitten"), &[("until", "2026-11-30"), ("members", "ja"), ("network", "")])
            .is(303);
        let (_, text) = h.letters(DORA).pop().unwrap();
        assert!(text.contains("antworten Sie auf diese E-Mail") && text.contains("2. § 7 Rederecht im Rat"), "{text}");
        let dora = tag(&h, DORA);
        assert!(dora.starts_with('h'), "{dora}");
        assert_eq!(comes(&h, &dora, words(DORA, "Guten Tag,\nPunkt 1: Unklar.\nPunkt 2: Ja, bitte.")), Ok(true));
        h.get(Some(w.kora), &there).says(&["Unklar.", "Ja, bitte.", "Stadt Düren"]).hides(&["Guten Tag"]);
        // What she says anew takes the place of what she said to that point; the other stays.
        assert_eq!(comes(&h, &dora, words(DORA, "Punkt 2: Doch nicht.")), Ok(true));
        h.get(Some(w.kora), &there).says(&["Unklar.", "Doch nicht."]).hides(&["Ja, bitte."]);
        // Whoever chose not to be named stays unnamed.
        h.post(w.dora, &format!("{there}/beitrag"), &[("point1", "Unklar."), ("named", "nein")]).is(303);
        assert_eq!(comes(&h, &dora, words(DORA, "Punkt 2: Ohne Namen?")), Ok(true));
        h.get(Some(w.kora), &there).says(&["Ohne Namen?"]).hides(&["Stadt Düren"]);
        // No point, and too late.
        assert_eq!(comes(&h, &tag(&h, ANNA), words(ANNA, "Alles richtig so.")), Ok(true));
        assert!(h.letters(ANNA).pop().unwrap().1.contains("welchen Punkt Sie meinen"));
        at(&h, "2026-12-01", 9);
        assert_eq!(comes(&h, &dora, words(DORA, "Punkt 1: Zu spät.")), Ok(true));
        assert!(h.letters(DORA).pop().unwrap().1.contains("endete am Montag, 30. November 2026"));
        h.get(Some(w.kora), &there).hides(&["Zu spät.", "Alles richtig so."]);
        assert_eq!(remarks(&h), 0);
    }
}

#[test]
fn a_house_that_takes_no_letters_offers_none() {
    for h in all() {
        let it = draft(&h, h.w.kora, h.w.rag, "Ohne Postfach");
        asks(&h, it, "2026-12-14");
        let (_, text) = h.letters(DORA).pop().unwrap();
        assert!(!text.contains("antworten Sie auf diese") && text.contains("/rueckmeldung/"), "{text}");
        assert_eq!(tag(&h, DORA), "");
    }
}
