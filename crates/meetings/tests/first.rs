//! The first meeting before any set-up: an old distribution list, a date, sent; and the next one reaches the same mailboxes.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

#[path = "../../networks/tests/common/mod.rs"]
mod common;
#[path = "../../networks/tests/house/mod.rs"]
mod house;
mod support;

use common::operate;
use support::{all, at, by_link, count, invites, link, list, plans, subjects};

#[test]
fn n1_1_the_first_meeting_needs_an_old_list_a_date_and_one_account() {
    for h in all() {
        let w = h.w;
        let circle = operate(&h.fresh, move |tx, _| common::network(tx, "Neuer Kreis", w.kora, |_| {})).unwrap();
        let page = format!("/gremien/{circle}/erstes-treffen");
        h.get(Some(w.kora), &list(circle)).says(&["Erstes Treffen", &page]);
        for (who, status) in [(w.dora, 403), (w.nora, 403)] {
            let seen = h.get(Some(who), &page);
            assert!(matches!(seen.status.as_u16(), 403 | 404), "{status}: {}", seen.status);
        }
        h.get(None, &page).is(303);
        h.get(Some(w.kora), &page).is(200).says(&["Verteilerliste", "Ein Konto braucht niemand außer Ihnen."]);
        let ten: String = (1..=10).map(|n| format!("\"Muster{n}, Mila\" <post{n}@gemeinde.example.org>; ")).collect();
        let fields = |list: &str, tat: &str| {
            [
                ("list", list),
                ("title", "Kennenlernen"),
                ("day", "2027-03-17"),
                ("hour", "10:00"),
                ("length", "90"),
                ("place", "Rathaus"),
                ("online", ""),
                ("note", ""),
                ("tat", tat),
            ]
            .map(|(n, v)| (n.to_owned(), v.to_owned()))
        };
        let sends = |who, list: &str, tat: &str| {
            let fields = fields(list, tat);
            let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
            h.post(who, &page, &fields)
        };
        sends(w.kora, "gleichstellung@gemeinde.example.org", "senden")
            .is(422)
            .says(&["Bitte ergänzen Sie Vorname", "Kennenlernen"]);
        // The second page names everybody, and nothing has left or begun.
        let check = sends(w.kora, &ten, "");
        check.is(200).says(&[
            "Mila Muster1",
            "post10@gemeinde.example.org",
            "Jetzt 10 Einladungen senden",
            "17. März 2027",
            "Rathaus",
            "So kommt die E-Mail an",
            "Sie sind eingeladen: „Kennenlernen“",
        ]);
        check.hides(&["Bitte prüfen Sie vor dem Senden:"]);
        sends(w.kora, &ten, "aendern").is(200).says(&["Verteilerliste", "post10@gemeinde.example.org"]);
        assert!(h.all_letters().is_empty());
        assert_eq!(count(&h, "SELECT COUNT(*) FROM meeting"), 0);
        sends(w.dora, &ten, "senden");
        assert_eq!(count(&h, "SELECT COUNT(*) FROM meeting"), 0);
        sends(w.kora, &ten, "senden").is(303);
        // Kora and ten others, each one letter: the invitation.
        assert_eq!(h.all_letters().len(), 11);
        let of = |n: usize| format!("post{n}@gemeinde.example.org");
        for n in 1..=10 {
            assert_eq!(subjects(&h, &of(n)), ["[Neuer Kreis] Einladung: Kennenlernen"]);
        }
        by_link(&h, &link(&h, &of(1)), "zusagen", &[]).is(303);
        by_link(&h, &link(&h, &of(2)), "absagen", &[]).is(303);
        let meeting = count(&h, "SELECT MAX(id) FROM meeting");
        h.get(Some(w.kora), &format!("/termine/{meeting}/einladung")).says(&["Mila Muster1", "Mila Muster10"]);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM account"), 3, "nobody new has an account");
        // The next meeting goes to the same mailboxes, and so do the minutes; the old way is no longer offered.
        h.get(Some(w.kora), &list(circle)).hides(&["erstes-treffen"]);
        let next = plans(&h, circle, "2027-05-05", &[]);
        h.get(Some(w.kora), &format!("/termine/{next}/einladung")).says(&["Mila Muster7"]).hides(&["ohne Adresse"]);
        invites(&h, next);
        for n in 1..=10 {
            assert_eq!(subjects(&h, &of(n)).len(), 2, "{n}");
        }
        at(&h, "2027-03-17", 12);
        h.post(w.kora, &format!("/termine/{meeting}/protokoll"), &[("tat", "anlegen")]).is(303);
        // Pasted again, nobody is seated twice.
        at(&h, "2027-05-06", 8);
        let seats = count(&h, "SELECT COUNT(*) FROM seat");
        let fields =
            fields(&ten, "senden").map(|(n, v)| if n == "day" { (n, "2027-06-16".to_owned()) } else { (n, v) });
        let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        h.post(w.kora, &page, &fields).is(303);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM seat"), seats);
        assert_eq!(subjects(&h, &of(3)).len(), 3);
    }
}
