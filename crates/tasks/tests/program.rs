//! What other slices and the house ask of tasks: made once for a cause, part of one's own data, gone after their time.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

#[path = "../../networks/tests/common/mod.rs"]
mod common;
#[path = "../../networks/tests/house/mod.rs"]
mod house;
mod support;

use common::{act, read};
use kernel::{Day, Lang, Subject};
use support::{account, all, count, does, gives, list};
use tasks::{NewTask, Owner, Source};

#[test]
fn the_program_makes_a_task_once_for_its_cause() {
    for h in all() {
        let w = h.w;
        account(&h, w.anna, "anna@example.org", Lang::En);
        let make = |key: &'static str| {
            h.fresh
                .db
                .write_now(move |tx| {
                    let source =
                        Source::new(Subject::new("seat", w.chair.raw()), "Wahl der Leitung", "Election of the chair");
                    let new = NewTask {
                        title_en: Some("Tell the register".to_owned()),
                        ..NewTask::new(w.rag, "Dem Register melden").by(Day::literal("2026-12-20")).from(source)
                    };
                    let made = tasks::make(tx, &new, key, None)?;
                    if made.is_none() {
                        tx.silent("there is one already");
                    }
                    Ok(made)
                })
                .unwrap()
        };
        let task = make("vote 12 register").unwrap();
        assert_eq!(make("vote 12 register"), None);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM task"), 1);
        let letters = h.letters("anna@example.org");
        assert_eq!(letters.len(), 1);
        assert!(letters[0].1.contains("Tell the register") && !letters[0].1.contains("http"), "{letters:?}");
        // Once the house has remembered where it is reached, letters of jobs lead there.
        h.fresh
            .db
            .write_now(|tx| {
                tx.silent("the house starts");
                tx.set(networks::ADDRESS, "https://netz.example.org")
            })
            .unwrap();
        let other = make("vote 13 register").unwrap();
        let letters = h.letters("anna@example.org");
        assert!(letters[1].1.contains(&format!("https://netz.example.org/aufgaben/{other}")), "{letters:?}");
        let page = h.get(Some(w.anna), &format!("/aufgaben/{task}"));
        page.is(200).says(&[
            "Dem Register melden",
            "Wahl der Leitung",
            "vom Programm angelegt",
            &format!("/sitze/{}", w.chair),
        ]);
        h.get(Some(w.anna), "/aufgaben").says(&["aus: Wahl der Leitung"]);
        // An agenda begins with what is open, as far as its reader sees it.
        let open = |who| {
            read(&h.fresh, Some(who), move |c, actor| {
                let body = networks::find_body(c, actor, w.rag)?;
                tasks::open_tasks(c, actor, &body).map(|all| all.len())
            })
        };
        assert_eq!((open(w.dora), open(w.nora)), (2, 0));
    }
}

#[test]
fn whoever_is_erased_leaves_what_she_has_not_done_to_the_lead() {
    for h in all() {
        let w = h.w;
        gives(&h, w.open, Owner::Person(w.olga), "Bericht schreiben", "2026-12-01");
        let done = gives(&h, w.open, Owner::Person(w.olga), "Raum buchen", "2026-12-01");
        assert_eq!(does(&h, w.olga, done), 303);
        let own = tasks::slice().own.unwrap();
        act(&h.fresh, w.olga, move |tx, by| {
            (own.erase)(tx, by)?;
            tx.silent("a test");
            Ok(())
        })
        .unwrap();
        assert_eq!(count(&h, "SELECT COUNT(*) FROM task WHERE person_id IS NOT NULL AND state = 'open'"), 0);
        h.get(Some(w.kora), "/aufgaben").says(&["Bericht schreiben"]).hides(&["Raum buchen"]);
        h.get(Some(w.olga), "/aufgaben").hides(&["Bericht schreiben"]);
    }
}

#[test]
fn a_list_of_tasks_goes_out_without_a_formula() {
    for h in all() {
        let w = h.w;
        gives(&h, w.rag, Owner::Post(w.post_dueren), "=SUMME(A1) prüfen", "2026-12-01");
        h.get(Some(w.dora), &list(w.rag)).says(&["/ausgeben/aufgaben/xlsx"]);
        let file = h.get(Some(w.dora), &format!("/gremien/{}/ausgeben/aufgaben/csv", w.rag));
        file.is(200).says(&["'=SUMME(A1)", "Gleichstellungsstelle, Stadt Düren", "Offen"]);
        h.get(Some(w.nora), &format!("/gremien/{}/ausgeben/aufgaben/csv", w.rag)).is(403);
        h.get(Some(w.dora), &format!("/gremien/{}/ausgeben/unbekannt/csv", w.rag)).is(404);
    }
}
