//! The agenda through the router: items, their order and time, topics of others, what stands once it was sent.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

#[path = "../../networks/tests/common/mod.rs"]
mod common;
#[path = "../../networks/tests/house/mod.rs"]
mod house;
mod support;

use common::act;
use db::args;
use kernel::Id;
use support::{all, at, by_link, count, invites, item, link, pdf, plans, subjects};
use tasks::{NewTask, Owner};

const MEETING: &str = "2027-03-17";

#[test]
fn the_page_of_a_meeting_shows_the_papers_and_the_agenda_says_whom_an_item_is_for() {
    for h in all() {
        let w = h.w;
        let meeting = plans(&h, w.rag, MEETING, &[("level", "1")]);
        let (page, agenda) = (format!("/termine/{meeting}"), format!("/termine/{meeting}/tagesordnung"));
        let open = item(&h, meeting, "Förderplan", "15", "internal");
        let closed = item(&h, meeting, "Rechtsstreit", "15", "closed");
        for (item, name) in [(open, "Entwurf.pdf"), (closed, "Klage.pdf")] {
            let papers = format!("/tagesordnungspunkte/{item}/unterlagen");
            h.upload(w.kora, &papers, &[], &[(name, &pdf(name))]).is(303);
        }
        invites(&h, meeting);
        h.get(Some(w.dora), &page).says(&["Entwurf.pdf", "Klage.pdf"]);
        h.get(Some(w.vera), &page).says(&["Entwurf.pdf"]).hides(&["Klage.pdf"]);
        let means =
            ["Mitglieder und ihre Vertretungen lesen ihn, Gäste nicht.", "Vertretungen und Gäste erfahren nichts"];
        h.get(Some(w.dora), &agenda).says(&["Für wen ein Punkt ist", means[0], means[1]]).hides(&["Auch eingeladene"]);
        // A word that stands nowhere is not explained: it would tell of an item that is not hers.
        h.get(Some(w.vera), &agenda).says(&[means[0]]).hides(&[means[1]]);
        h.get(Some(w.kora), &format!("{agenda}/neu")).says(&["schließt Vertretungen und Gäste aus"]);
    }
}

#[test]
fn n1_2_members_propose_topics_until_a_day_and_one_click_sends_the_agenda() {
    for h in all() {
        let w = h.w;
        let meeting = plans(&h, w.rag, MEETING, &[("proposals_until", "2027-03-12")]);
        let (page, agenda) = (format!("/termine/{meeting}"), format!("/termine/{meeting}/tagesordnung"));
        item(&h, meeting, "Begrüßung", "15", "internal");
        invites(&h, meeting);
        // On the page, and by the link of a letter without signing in.
        let new = format!("{page}/vorschlag");
        h.get(Some(w.dora), &page).says(&[&new]);
        h.post(w.dora, &new, &[("title", ""), ("note", "")]).is(422);
        h.post(w.dora, &new, &[("title", "Istanbul-Konvention"), ("minutes", "20"), ("note", "Stand der Umsetzung")])
            .is(303);
        by_link(
            &h,
            &link(&h, "anna@example.org"),
            "thema",
            &[("title", "Frauenhausplätze"), ("minutes", "10"), ("note", "")],
        )
        .is(303);
        h.get(Some(w.nora), &new).is(404);
        h.get(Some(w.dora), &agenda)
            .says(&["Istanbul-Konvention", "von Ihnen"])
            .hides(&["Frauenhausplätze", "Nach oben"]);
        h.get(Some(w.kora), &agenda).says(&["Istanbul-Konvention", "Frauenhausplätze", "Dora Dahlke"]);
        let first = count(&h, "SELECT MIN(id) FROM agenda_proposal");
        let second = count(&h, "SELECT MAX(id) FROM agenda_proposal");
        h.get(Some(w.anna), &format!("/themenvorschlaege/{first}")).is(200);
        h.post(w.dora, &format!("/themenvorschlaege/{first}"), &[("entscheidung", "annehmen")]).is(403);
        h.get(Some(w.nora), &format!("/themenvorschlaege/{first}")).is(404);
        h.post(w.kora, &format!("/themenvorschlaege/{first}"), &[("entscheidung", "annehmen"), ("answer", "")]).is(303);
        h.post(w.kora, &format!("/themenvorschlaege/{second}"), &[("entscheidung", "ablehnen"), ("answer", "")])
            .is(422);
        h.post(
            w.kora,
            &format!("/themenvorschlaege/{second}"),
            &[("entscheidung", "ablehnen"), ("answer", "Im Juni.")],
        )
        .is(303);
        h.get(Some(w.anna), &agenda).says(&["Frauenhausplätze", "abgelehnt", "Im Juni."]);
        h.get(Some(w.dora), &agenda).says(&[
            "2. Istanbul-Konvention",
            "10:15 Uhr",
            "10 Uhr bis 10:35 Uhr, zusammen 35 Minuten",
        ]);
        // After the day nothing more comes in.
        at(&h, "2027-03-13", 8);
        h.post(w.dora, &new, &[("title", "Zu spät"), ("note", "")]).is(422).says(&["12. März 2027"]);
        let before = h.all_letters().len();
        h.post(w.dora, &agenda, &[("tat", "verschicken")]).is(403);
        h.post(w.kora, &agenda, &[("tat", "verschicken")]).is(303);
        assert_eq!(h.all_letters().len(), before + 4);
        assert_eq!(subjects(&h, "dora@example.org").last().unwrap(), "[Regionale AG] Tagesordnung: Herbsttreffen");
        assert!(h.letters("dora@example.org").last().unwrap().1.contains("2. 10:15 Uhr Istanbul-Konvention"));
        h.post(w.kora, &agenda, &[("tat", "verschicken")]).is(422);
    }
}

#[test]
fn items_are_ordered_by_buttons_and_stand_once_they_were_sent() {
    for h in all() {
        let w = h.w;
        let meeting = plans(&h, w.rag, MEETING, &[]);
        let agenda = format!("/termine/{meeting}/tagesordnung");
        let (a, b) = (item(&h, meeting, "Erstens", "60", "internal"), item(&h, meeting, "Zweitens", "90", "public"));
        h.get(Some(w.kora), &agenda).says(&["30 Minuten länger als der Termin", "Nach oben", "Nach unten"]);
        let moves = |who, item: i64, way: &str| {
            h.post(who, &agenda, &[("tat", way), ("punkt", &item.to_string())]).status.as_u16()
        };
        assert_eq!((moves(w.dora, b, "hoch"), moves(w.kora, 7, "hoch")), (403, 404));
        assert_eq!(moves(w.kora, b, "hoch"), 303);
        h.get(Some(w.dora), &agenda).says(&["1. Zweitens", "2. Erstens"]);
        assert_eq!(moves(w.kora, b, "hoch"), 303, "at the end nothing happens");
        h.get(Some(w.dora), &agenda).says(&["1. Zweitens"]);
        // Drawn to another place by script: before another item, or to the end.
        let draws = |who, item: i64, before: &str| {
            let item = item.to_string();
            let fields = [("tat", "setzen"), ("punkt", item.as_str()), ("vor", before)];
            h.post(who, &agenda, &fields).status.as_u16()
        };
        h.get(Some(w.kora), &agenda).says(&["data-draw=\"ordnen\"", &format!("data-item=\"{a}\" data-draws")]);
        h.get(Some(w.dora), &agenda).hides(&["data-draw", "data-item"]);
        assert_eq!((draws(w.dora, a, &b.to_string()), draws(w.kora, a, "7"), draws(w.kora, 7, "")), (403, 404, 404));
        let other = item(&h, plans(&h, w.rag, "2027-05-05", &[]), "Woanders", "5", "internal").to_string();
        assert_eq!(draws(w.kora, a, &other), 404, "an item of another meeting is none of these");
        h.get(Some(w.dora), &agenda).says(&["1. Zweitens", "2. Erstens"]);
        assert_eq!(draws(w.kora, a, &b.to_string()), 303);
        h.get(Some(w.dora), &agenda).says(&["1. Erstens", "2. Zweitens"]);
        assert_eq!((draws(w.kora, a, ""), draws(w.kora, a, "")), (303, 303), "at the end nothing happens");
        h.get(Some(w.dora), &agenda).says(&["1. Zweitens", "2. Erstens"]);
        // Changed, struck, and a form that is too old.
        let edit = format!("/tagesordnungspunkte/{a}");
        let with = |version: &str, title: &str, gone: &str| {
            let mut fields = vec![
                ("version", version),
                ("title", title),
                ("minutes", "5"),
                ("rapporteur", "Anna"),
                ("openness", "internal"),
                ("note", ""),
            ];
            if !gone.is_empty() {
                fields.push(("weg", gone));
            }
            h.post(w.kora, &edit, &fields).status.as_u16()
        };
        h.get(Some(w.dora), &edit).is(403);
        h.get(Some(w.nora), &edit).is(404);
        assert_eq!((with("9", "Neu", ""), with("1", "", ""), with("1", "Neu", "")), (409, 422, 303));
        h.get(Some(w.dora), &agenda).says(&["2. Neu", "Anna"]);
        invites(&h, meeting);
        // Without rules the body adds what it likes, marked; what was sent stays as it was.
        assert_eq!(with("2", "Anders", ""), 422);
        assert_eq!((moves(w.kora, a, "hoch"), draws(w.kora, a, "")), (422, 422));
        let late = item(&h, meeting, "Eilsache", "5", "internal");
        h.get(Some(w.dora), &agenda).says(&["3. Eilsache", "nachträglich", "steht fest"]);
        h.post(w.kora, &format!("/tagesordnungspunkte/{late}"), &[("version", "1"), ("weg", "ja")]).is(303);
        h.get(Some(w.dora), &agenda).hides(&["Eilsache"]);
    }
}

#[test]
fn later_items_come_only_where_the_rules_know_urgent_motions() {
    for h in all() {
        let w = h.w;
        for (name, comes) in [("conference", false), ("council", true)] {
            let json = decisions::rules::template(name).unwrap().rules;
            assert_eq!(json.notice.urgency.value.is_some(), comes, "{name}");
            let (json, body) = (json.to_json(), w.rag);
            h.fresh
                .db
                .write_now(move |tx| {
                    tx.silent("rules for a test");
                    tx.exec("DELETE FROM rule_set", args! {})?;
                    let id: Id<()> = tx.id();
                    tx.exec("INSERT INTO rule_set (id, body_id, profile, rules, from_day, made_at) VALUES (:id, :body, 'x', :rules, '2000-01-01', 1)", args! { id: id, body: body, rules: json })
                })
                .unwrap();
            let meeting = plans(&h, w.rag, MEETING, &[]);
            item(&h, meeting, "Erstens", "60", "internal");
            invites(&h, meeting);
            let fields = [("title", "Eilsache"), ("minutes", "5"), ("openness", "internal")];
            let done = h.post(w.kora, &format!("/termine/{meeting}/tagesordnung/neu"), &fields);
            if comes {
                done.is(303);
            } else {
                done.is(422).says(&["Dringlichkeit"]);
            }
        }
    }
}

#[test]
fn an_agenda_is_copied_from_the_last_meeting_and_takes_open_tasks() {
    for h in all() {
        let w = h.w;
        let first = plans(&h, w.rag, "2026-12-02", &[]);
        item(&h, first, "Begrüßung", "10", "internal");
        item(&h, first, "Berichte", "40", "public");
        let task = act(&h.fresh, w.kora, move |tx, by| {
            let new = NewTask::new(w.rag, "Tagungsraum anfragen").to(Owner::Body(w.rag));
            tasks::give_task(tx, by, &new, "http://localhost:8080")
        })
        .unwrap();
        let meeting = plans(&h, w.rag, MEETING, &[]);
        let agenda = format!("/termine/{meeting}/tagesordnung");
        h.get(Some(w.kora), &agenda).says(&["Vom 2. Dezember 2026: Herbsttreffen", "Tagungsraum anfragen"]);
        h.get(Some(w.dora), &agenda).hides(&["Punkte übernehmen", "Tagungsraum"]);
        h.post(w.kora, &agenda, &[("tat", "uebernehmen")]).is(303);
        h.post(w.kora, &agenda, &[("tat", "aufgabe"), ("aufgabe", &task.to_string())]).is(303);
        h.get(Some(w.dora), &agenda).says(&["1. Begrüßung", "2. Berichte", "3. Tagungsraum anfragen"]);
        h.post(w.kora, &agenda, &[("tat", "aufgabe"), ("aufgabe", &task.to_string())]).is(422);
        h.get(Some(w.kora), &agenda).hides(&["Punkte übernehmen"]);
        // The page of a public meeting shows outsiders what is public.
        let open = plans(&h, w.rag, "2027-05-05", &[("level", "0")]);
        item(&h, open, "Interner Bericht", "10", "internal");
        item(&h, open, "Öffentlicher Vortrag", "40", "public");
        h.get(None, &format!("/termine/{open}")).is(404);
        invites(&h, open);
        for path in [format!("/termine/{open}"), format!("/termine/{open}/tagesordnung")] {
            h.get(None, &path).is(200).says(&["Öffentlicher Vortrag"]).hides(&[
                "Interner Bericht",
                "treffen.example.org",
                "noch offen",
            ]);
        }
        h.get(None, "/termine").says(&["Mai 2027", "Herbsttreffen"]);
        h.get(Some(w.nora), &format!("/termine/{open}/einladung")).is(403);
    }
}
