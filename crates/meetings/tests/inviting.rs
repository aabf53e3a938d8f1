//! Inviting through the router: to whom, in time or not, what is told, who is told later.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

#[path = "../../networks/tests/common/mod.rs"]
mod common;
#[path = "../../networks/tests/house/mod.rs"]
mod house;
mod support;

use common::{day, operate};
use db::args;
use kernel::Id;
use people::NewTenure;
use support::{
    AGENDA_MAIL, account, all, answers, at, by_link, count, daily, elected_in_person, fields, invites, item, link,
    list, plans, subjects, three_weeks,
};

const MEETING: &str = "2027-03-17";

#[test]
fn n1_2_an_invitation_goes_to_those_who_sit_there_and_to_the_mailbox_of_a_vacant_post() {
    for h in all() {
        let w = h.w;
        // Who leads nothing sets nothing down; who has no part sees no list.
        h.get(Some(w.dora), &format!("{}/neu", list(w.rag))).is(403);
        h.post(w.dora, &format!("{}/neu", list(w.rag)), &fields("Treffen", MEETING, &[])).is(403);
        h.get(Some(w.nora), &list(w.hidden)).is(404);
        let more = [("answer_until", "2027-03-10"), ("proposals_until", "2027-03-12"), ("place_for", "coming")];
        let meeting = plans(&h, w.rag, MEETING, &more);
        let page = format!("/termine/{meeting}");
        h.get(Some(w.kora), &page).is(200).says(&[
            "Herbsttreffen",
            "noch nicht eingeladen",
            "Stellen Sie die Tagesordnung",
        ]);
        // Those of the network know of it before, others do not.
        h.get(Some(w.dora), &page).is(200).hides(&["/einladung\"", "/aendern"]);
        for who in [w.nora, w.olga, w.quinn] {
            h.get(Some(who), &page).is(404).hides(&["Herbsttreffen"]);
        }
        h.get(None, &page).is(404);
        item(&h, meeting, "Begrüßung durch die Bürgermeisterin", "10", "public");
        item(&h, meeting, "Rechtsstreit einer Kollegin", "30", "closed");
        h.get(Some(w.kora), &format!("{page}/einladung")).is(200).says(&[
            "Die Einladung geht an",
            "Anna Albers",
            "Dora Dahlke",
            "Kora Krings",
            "Postfach einer unbesetzten Stelle",
            "Jetzt 4 Einladungen senden",
            "Die Tagesordnung bleibt nach der Einladung offen",
        ]);
        h.get(Some(w.dora), &format!("{page}/einladung")).is(200).hides(&["Jetzt 4 Einladungen senden"]);
        h.post(w.dora, &format!("{page}/einladung"), &[("tat", "einladen")]).is(403);
        assert!(h.all_letters().is_empty());
        invites(&h, meeting);
        let letters = h.all_letters();
        let mut to: Vec<&str> = letters.iter().map(|(to, ..)| to.as_str()).collect();
        to.sort_unstable();
        // The deputy of a post that is held is not written to.
        assert_eq!(to, ["anna@example.org", "dora@example.org", AGENDA_MAIL, "kora@example.org"]);
        for (_, subject, text) in &letters {
            assert_eq!(subject, "[Regionale AG] Einladung: Herbsttreffen");
            for word in [
                "Mittwoch, 17. März 2027, 10 Uhr bis 12 Uhr",
                "1. 10 Uhr Begrüßung",
                "?antwort=zusagen",
                "10. März 2027",
                "12. März 2027",
                "Aufzug im Hof",
            ] {
                assert!(text.contains(word), "{word} is missing in {text}");
            }
            assert!(!text.contains("Löwenstein") && !text.contains("treffen.example.org"), "{text}");
        }
        // What is closed is for those who sit there themselves.
        let closed = |to: &str| h.letters(to)[0].1.contains("Rechtsstreit");
        assert!(closed("dora@example.org") && !closed(AGENDA_MAIL));
        h.post(w.kora, &format!("{page}/einladung"), &[("tat", "einladen")]).is(422);
        assert_eq!(h.all_letters().len(), 4);
        // Where it is, once she comes; the proof stays with the meeting, for those who convene it.
        h.get(Some(w.dora), &page).says(&["Den Ort erfahren Sie", "Kommen Sie?"]).hides(&["Löwenstein"]);
        h.post(w.dora, &format!("{page}/antwort"), &[("antwort", "zusagen")]).is(303);
        h.get(Some(w.dora), &page).says(&["Haus Löwenstein, Raum 2", "Sie haben zugesagt."]);
        h.get(Some(w.kora), &format!("{page}/einladung")).says(&["Einladung Mo, 23. Nov.", "zugesagt", "noch offen"]);
        h.get(Some(w.dora), &format!("{page}/einladung")).says(&["Anna Albers"]).hides(&["Einladung Mo, 23. Nov."]);
        h.get(Some(w.dora), "/termine").says(&["März 2027", "Herbsttreffen", "zugesagt", "Löwenstein"]);
        h.get(Some(w.anna), "/termine").says(&["Herbsttreffen", "/antwort\""]).hides(&["Löwenstein"]);
        h.get(Some(w.nora), "/termine").is(200).says(&["Keine Termine in nächster Zeit."]);
        h.get(None, "/termine").is(200).hides(&["Herbsttreffen"]);
        // Before the outbox forgets, the meeting keeps what it knows.
        h.fresh
            .db
            .write_now(|tx| {
                let all = tx.claim_mail(10)?;
                tx.mail_sent(all[0].id)?;
                tx.mail_failed(all[1].id, None)
            })
            .unwrap();
        daily(&h, "meetings.close", "2026-11-24");
        assert_eq!(count(&h, "SELECT COUNT(*) FROM meeting_letter WHERE left_at IS NOT NULL"), 1);
        h.get(Some(w.kora), &format!("{page}/einladung")).says(&["nicht zustellbar"]);
    }
}

#[test]
fn n2_8_the_notice_is_judged_by_the_rules_and_stays_with_the_meeting() {
    for h in all() {
        let w = h.w;
        three_weeks(&h, "council");
        // Three weeks before Wednesday 17 March, with whole free days between, is Tuesday 23 February (domain 3.12, 11).
        let meeting = plans(&h, w.rag, MEETING, &[]);
        let page = format!("/termine/{meeting}");
        at(&h, "2027-02-23", 23);
        h.get(Some(w.kora), &format!("{page}/einladung"))
            .says(&["Dienstag, 23. Februar 2027", "fristgerecht"])
            .hides(&["nicht fristgerecht"]);
        at(&h, "2027-02-24", 8);
        h.get(Some(w.kora), &format!("{page}/einladung")).says(&[
            "nicht fristgerecht",
            "Die Einladungsfrist ist versäumt. Spätester Tag war Dienstag, 23. Februar 2027.",
        ]);
        invites(&h, meeting);
        // A later look does not change what held when it left.
        at(&h, "2027-03-01", 8);
        h.get(Some(w.dora), &page).says(&["Mittwoch, 24. Februar 2027"]);
        h.get(Some(w.kora), &format!("{page}/einladung")).says(&["nicht fristgerecht"]);
        // Moved far enough ahead it is in time again.
        let version = h.get(Some(w.kora), &format!("{page}/aendern")).html;
        let version = version.split("name=\"version\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let mut moved = fields("Herbsttreffen", "2027-04-14", &[]);
        moved.push(("version", &version));
        h.post(w.kora, &format!("{page}/aendern"), &moved).is(303);
        h.get(Some(w.kora), &format!("{page}/einladung")).hides(&["nicht fristgerecht"]).says(&["fristgerecht"]);
    }
}

#[test]
fn n1_6_a_successor_between_invitation_and_meeting_is_invited_and_the_predecessor_told() {
    for h in all() {
        let w = h.w;
        let meeting = plans(&h, w.rag, MEETING, &[]);
        invites(&h, meeting);
        by_link(&h, &link(&h, "dora@example.org"), "vertretung", &[("name", "Jo Muster"), ("mail", "jo@example.org")])
            .is(303);
        // The vacant post is filled, and Düren gets another holder.
        support::account(&h, w.nora, "nora@example.org");
        operate(&h.fresh, move |tx, op| {
            people::appoint(tx, op, &NewTenure::holder(w.post_eschweiler, w.nora, day("2026-12-01"))).map(drop)
        })
        .unwrap();
        let before = h.all_letters().len();
        daily(&h, "meetings.follow", "2026-11-30");
        assert_eq!(h.all_letters().len(), before, "nobody came or went");
        daily(&h, "meetings.follow", "2026-12-01");
        assert_eq!(subjects(&h, "nora@example.org"), ["[Regionale AG] Einladung: Herbsttreffen"]);
        assert_eq!(
            subjects(&h, AGENDA_MAIL),
            ["[Regionale AG] Einladung: Herbsttreffen", "[Regionale AG] Sie sind nicht mehr eingeladen: Herbsttreffen"]
        );
        h.get(Some(w.nora), &format!("/termine/{meeting}")).is(200).says(&["Kommen Sie?"]);
        // Dora leaves her post: she is told, and so is whom she sent; her link is closed.
        let hers = link(&h, "dora@example.org");
        operate(&h.fresh, move |tx, op| people::end_tenure(tx, op, w.tenure_dora, day("2027-01-01")).map(drop))
            .unwrap();
        daily(&h, "meetings.follow", "2027-01-01");
        assert_eq!(
            subjects(&h, "dora@example.org").last().unwrap(),
            "[Regionale AG] Sie sind nicht mehr eingeladen: Herbsttreffen"
        );
        assert_eq!(
            subjects(&h, "jo@example.org"),
            ["[Regionale AG] Einladung: Herbsttreffen", "[Regionale AG] Sie sind nicht mehr eingeladen: Herbsttreffen"]
        );
        let left = h.letters("dora@example.org").pop().unwrap();
        assert!(
            left.1.contains("Der Termin findet statt.") && left.1.contains("Sie haben dort keinen Sitz mehr."),
            "{left:?}"
        );
        by_link(&h, &hers, "zusagen", &[]).is(410);
        h.get(None, &hers).is(410).hides(&["Herbsttreffen"]);
        h.get(Some(w.dora), &format!("/termine/{meeting}")).is(404);
        // Her post is vacant now, so its mailbox is written to; once.
        assert_eq!(subjects(&h, "gleichstellung@stadt-duren.example.org"), ["[Regionale AG] Einladung: Herbsttreffen"]);
        let before = h.all_letters().len();
        daily(&h, "meetings.follow", "2027-01-02");
        assert_eq!(h.all_letters().len(), before);
        assert_eq!(answers(&h, meeting, "substitute"), 0);
    }
}

#[test]
fn whoever_is_away_is_stood_in_for_by_the_deputy_who_sees_nothing_closed() {
    for h in all() {
        let w = h.w;
        support::account(&h, w.vera, "vera@example.org");
        let tenure = w.tenure_anna;
        operate(&h.fresh, move |tx, _| {
            tx.silent("she is away");
            let id: Id<()> = tx.id();
            tx.exec("INSERT INTO absence (id, person_id, tenure_id, from_day, until_day) VALUES (:id, :p, :t, '2026-11-01', '2027-06-01')", args! { id: id, p: w.anna, t: tenure })
        })
        .unwrap();
        let meeting = plans(&h, w.rag, MEETING, &[]);
        item(&h, meeting, "Rechtsstreit einer Kollegin", "30", "closed");
        item(&h, meeting, "Bericht aus der LAG", "20", "internal");
        invites(&h, meeting);
        assert_eq!(subjects(&h, "vera@example.org"), ["[Regionale AG] Einladung: Herbsttreffen"]);
        let text = &h.letters("vera@example.org")[0].1;
        assert!(text.contains("2. 10:30 Uhr Bericht aus der LAG") && !text.contains("Rechtsstreit"), "{text}");
        let there = link(&h, "vera@example.org");
        h.get(None, &there).says(&["Bericht aus der LAG"]).hides(&["Rechtsstreit"]);
    }
}

#[test]
fn moved_twice_split_and_called_off_everybody_invited_is_told_and_calendars_count_on() {
    for h in all() {
        let w = h.w;
        let meeting = plans(&h, w.rag, MEETING, &[]);
        let (_, second) =
            (item(&h, meeting, "Begrüßung", "30", "internal"), item(&h, meeting, "Vortrag", "90", "internal"));
        let page = format!("/termine/{meeting}");
        invites(&h, meeting);
        let there = link(&h, "dora@example.org");
        by_link(&h, &there, "zusagen", &[]).is(303);
        let sequence = "SELECT sequence FROM meeting ORDER BY id LIMIT 1";
        let save = |day: &str, place: &str| {
            let version = count(&h, "SELECT version FROM meeting ORDER BY id LIMIT 1").to_string();
            let mut sent = fields("Herbsttreffen", day, &[("place", place)]);
            sent.push(("version", &version));
            h.post(w.kora, &format!("{page}/aendern"), &sent).is(303);
        };
        save("2027-03-24", "Haus Löwenstein");
        assert_eq!((count(&h, sequence), answers(&h, meeting, "yes")), (1, 0), "another time is asked for again");
        by_link(&h, &link(&h, "dora@example.org"), "zusagen", &[]).is(303);
        save("2027-03-24", "Rathaus");
        assert_eq!((count(&h, sequence), answers(&h, meeting, "yes")), (2, 1), "another room is not");
        assert_eq!(
            subjects(&h, "dora@example.org"),
            [
                "[Regionale AG] Einladung: Herbsttreffen",
                "[Regionale AG] Geändert: Herbsttreffen",
                "[Regionale AG] Geändert: Herbsttreffen"
            ]
        );
        // Each says what it was before, and nothing that stayed.
        let letters = h.letters("dora@example.org");
        assert!(letters[1].1.contains(
            "Wann: Mittwoch, 24. März 2027, 10 Uhr bis 12 Uhr\nBisher: Mittwoch, 17. März 2027, 10 Uhr bis 12 Uhr\nWo: Haus Löwenstein\n"
        ));
        assert!(letters[2].1.contains("Wo: Rathaus\n") && letters[2].1.contains("\nBisher: Haus Löwenstein, https://"));
        assert_eq!(letters[2].1.matches("Bisher").count(), 1, "{}", letters[2].1);
        // A stale form changes nothing.
        let mut stale = fields("Anders", "2027-03-25", &[]);
        stale.push(("version", "1"));
        h.post(w.kora, &format!("{page}/aendern"), &stale).is(409);
        // Split before the talk: a meeting of its own, with its own name for calendars.
        h.post(
            w.dora,
            &format!("{page}/teilen"),
            &[("item", &second.to_string()), ("day", "2027-03-31"), ("hour", "10:00")],
        )
        .is(403);
        let done = h.post(
            w.kora,
            &format!("{page}/teilen"),
            &[("item", &second.to_string()), ("day", "2027-03-31"), ("hour", "10:00")],
        );
        let other = done.is(303).location().to_owned();
        assert_ne!(other, page);
        assert_eq!(count(&h, sequence), 3);
        assert_eq!(count(&h, "SELECT COUNT(DISTINCT uid) FROM meeting"), 2);
        h.get(Some(w.dora), &other).says(&["Vortrag", "Erster Teil", "10 Uhr bis 11:30 Uhr"]).hides(&["Begrüßung"]);
        h.get(Some(w.dora), &page).says(&["Begrüßung", "10 Uhr bis 10:30 Uhr"]).hides(&["Vortrag"]);
        assert_eq!(
            subjects(&h, "dora@example.org")[3..],
            ["[Regionale AG] Geändert: Herbsttreffen", "[Regionale AG] Einladung: Herbsttreffen"]
        );
        // Called off, with the reason; no answer is taken any more.
        h.post(w.dora, &format!("{page}/absagen"), &[("reason", "x")]).is(403);
        h.post(w.kora, &format!("{page}/absagen"), &[("reason", "Die Heizung ist ausgefallen.")]).is(303);
        assert_eq!(count(&h, sequence), 4);
        let last = h.letters("dora@example.org").pop().unwrap();
        assert_eq!(last.0, "[Regionale AG] Abgesagt: Herbsttreffen");
        assert!(last.1.contains("Die Heizung ist ausgefallen.") && !last.1.contains("antwort="), "{}", last.1);
        by_link(&h, &there, "absagen", &[]).is(410);
        h.post(w.dora, &format!("{page}/antwort"), &[("antwort", "zusagen")]).is(422);
        h.get(Some(w.dora), &page).says(&["abgesagt", "Die Heizung ist ausgefallen."]).hides(&["Kommen Sie?"]);
        h.post(w.kora, &format!("{page}/absagen"), &[("reason", "")]).is(422);
    }
}

#[test]
fn a_sensitive_network_says_when_and_nothing_else() {
    for h in all() {
        let w = h.w;
        account(&h, w.quinn, "quinn@example.org");
        let meeting = plans(&h, w.kept, MEETING, &[]);
        item(&h, meeting, "Übergriffe beim CSD", "30", "internal");
        invites(&h, meeting);
        for (_, subject, text) in h.all_letters() {
            assert_eq!(subject, "Einladung: 17. März 2027");
            assert!(text.contains("17. März 2027, 10 Uhr") && text.contains("?antwort=zusagen"), "{text}");
            for word in ["Herbsttreffen", "LSBTIQ", "Löwenstein", "CSD", "Aufzug", "treffen.example.org"] {
                assert!(!text.contains(word), "{word} stands in {text}");
            }
        }
        let there = link(&h, "quinn@example.org");
        let said = h.get(None, &there);
        said.is(200).says(&["Ein Termin", "17. März 2027"]).hides(&[
            "Herbsttreffen",
            "LSBTIQ",
            "Löwenstein",
            "CSD",
            "Aufzug",
        ]);
        by_link(&h, &there, "zusagen", &[]).is(303);
        assert_eq!(answers(&h, meeting, "yes"), 1);
        by_link(&h, &there, "thema", &[("title", "Neues Thema")]).is(404);
        for who in [w.dora, w.nora, w.olga] {
            h.get(Some(who), &format!("/termine/{meeting}")).is(404).hides(&["Herbsttreffen"]);
            h.get(Some(who), "/termine").hides(&["Herbsttreffen"]);
        }
        h.get(Some(w.quinn), "/termine").says(&["Herbsttreffen"]);
    }
}

#[test]
fn those_who_say_nothing_are_reminded_once() {
    for h in all() {
        let w = h.w;
        let meeting = plans(&h, w.rag, MEETING, &[("answer_until", "2027-03-10")]);
        invites(&h, meeting);
        by_link(&h, &link(&h, "dora@example.org"), "absagen", &[]).is(303);
        let before = h.all_letters().len();
        daily(&h, "meetings.remind", "2027-03-07");
        assert_eq!(h.all_letters().len(), before);
        let page = format!("/termine/{meeting}/einladung");
        h.get(Some(w.kora), &page).says(&["3 Personen erinnern"]);
        daily(&h, "meetings.remind", "2027-03-08");
        assert_eq!(h.all_letters().len(), before + 3);
        // Whoever was reminded is not again, and no button says so.
        h.get(Some(w.kora), &page).hides(&["value=\"erinnern\""]);
        assert_eq!(
            subjects(&h, "anna@example.org").last().unwrap(),
            "[Regionale AG] Ihre Antwort fehlt: Herbsttreffen"
        );
        assert_eq!(subjects(&h, "dora@example.org").len(), 1);
        daily(&h, "meetings.remind", "2027-03-09");
        assert_eq!(h.all_letters().len(), before + 3);
        // After it the meeting is over, and nobody answers.
        daily(&h, "meetings.close", "2027-03-18");
        h.get(Some(w.anna), &format!("/termine/{meeting}")).says(&["vorbei"]).hides(&["Kommen Sie?"]);
    }
}

#[test]
fn whoever_is_invited_on_the_day_of_the_reminders_is_not_reminded_on_the_same() {
    for h in all() {
        let w = h.w;
        let meeting = plans(&h, w.rag, MEETING, &[("answer_until", "2027-03-10")]);
        invites(&h, meeting);
        support::account(&h, w.nora, "nora@example.org");
        operate(&h.fresh, move |tx, op| {
            people::appoint(tx, op, &NewTenure::holder(w.post_eschweiler, w.nora, day("2027-03-08"))).map(drop)
        })
        .unwrap();
        daily(&h, "meetings.follow", "2027-03-08");
        daily(&h, "meetings.remind", "2027-03-08");
        assert_eq!(subjects(&h, "nora@example.org"), ["[Regionale AG] Einladung: Herbsttreffen"]);
        assert_eq!(
            subjects(&h, "anna@example.org").last().unwrap(),
            "[Regionale AG] Ihre Antwort fehlt: Herbsttreffen"
        );
    }
}

#[test]
fn whoever_invited_is_told_that_a_letter_came_back_and_nobody_else() {
    for h in all() {
        let w = h.w;
        at(&h, "2026-11-23", 10);
        let meeting = plans(&h, w.rag, "2027-02-10", &[]);
        invites(&h, meeting);
        let mail = count(&h, "SELECT MIN(mail_id) FROM meeting_letter WHERE address = 'dora@example.org'");
        let take = meetings::slice().inbox.unwrap();
        let failed = |tag: String| {
            let done = h.fresh.db.write_now(move |tx| {
                take(tx, &web::Incoming { tag: &tag, failed: Some("5.1.1"), ..web::Incoming::default() })
            });
            done.unwrap()
        };
        let told = || {
            let read = |c: &db::Conn| {
                let window = web::Window { letters: true, ..web::Window::all(kernel::Moment::from_micros(0), c.now()) };
                meetings::slice().told.unwrap()(c, &window)
            };
            let all = h.fresh.db.read_now(read).unwrap();
            all.into_iter().filter(|t| t.word[0] == "Ein Brief kam zurück").collect::<Vec<_>>()
        };
        assert!(told().is_empty());
        assert!(!failed("1".into()) && !failed("an-5".into()), "of another letter, or none");
        assert!(failed(mail.to_string()));
        let all = told();
        assert_eq!((all.len(), all[0].asked.as_slice(), all[0].letter), (1, &[w.kora.raw()][..], true));
        h.get(Some(w.kora), &format!("/termine/{meeting}/einladung")).says(&["nicht zustellbar"]);
        // What the outbox gives up by night is told as well.
        h.fresh
            .db
            .write_now(|tx| {
                let waiting = tx.claim_mail(10)?;
                let other = waiting.iter().find(|m| m.to == "anna@example.org").unwrap();
                tx.mail_failed(other.id, None)
            })
            .unwrap();
        support::daily(&h, "meetings.close", "2026-11-24");
        assert_eq!(told().len(), 2);
    }
}

#[test]
fn n1_2_whoever_was_elected_in_person_is_written_to_at_her_office_and_who_has_no_address_is_marked() {
    for h in all() {
        let w = h.w;
        elected_in_person(&h);
        let meeting = plans(&h, w.gma, MEETING, &[]);
        let page = format!("/termine/{meeting}/einladung");
        let before = h.get(Some(w.kora), &page);
        before.is(200).says(&[
            "<li>Anna Albers</li>",
            "<li>Nora Neu</li>",
            "Eine Person hat keine E-Mail-Adresse.",
            "Jetzt 2 Einladungen senden",
        ]);
        // Who it is stands beside her name.
        let olga = before.html.split("<li>Olga Offer").nth(1).unwrap().split("</li>").next().unwrap();
        assert!(olga.contains("ohne E-Mail-Adresse"), "{olga}");
        // The empty agenda leads to the agenda, and what happens to it stands with the button, not with the names.
        before.says(&[&format!("<a href=\"/termine/{meeting}/tagesordnung\">Zur Tagesordnung</a>")]);
        let at_button = before.html.find("Mit der Einladung steht die Tagesordnung fest.").unwrap();
        assert!(before.html.find("id=\"senden\"").unwrap() < at_button);
        invites(&h, meeting);
        assert_eq!(h.all_letters().len(), 2);
        assert_eq!(subjects(&h, "nora.neu@eschweiler.example.org").len(), 1);
        h.get(Some(w.kora), &page).says(&["nichts verschickt, es fehlt eine Adresse"]);
        // Once she can be written to she gets her invitation, and only once.
        account(&h, w.olga, "olga@example.org");
        for _ in 0..2 {
            h.post(w.kora, &page, &[("tat", "abgleichen")]).is(303);
        }
        assert_eq!(subjects(&h, "olga@example.org").len(), 1);
        assert_eq!(h.all_letters().len(), 3);
        h.get(Some(w.kora), &page).hides(&["nichts verschickt"]);
        by_link(&h, &link(&h, "olga@example.org"), "zusagen", &[]).is(303);
        // Nobody writes to a locked account, whatever address her office has.
        account(&h, w.nora, "nora@example.org");
        h.fresh
            .db
            .write_now(move |tx| {
                tx.silent("an account is locked");
                tx.exec("UPDATE account SET locked = TRUE WHERE person_id = :p", args! { p: w.nora })
            })
            .unwrap();
        let next = plans(&h, w.gma, "2027-04-14", &[]);
        h.get(Some(w.kora), &format!("/termine/{next}/einladung")).says(&["Jetzt 2 Einladungen senden"]);
    }
}
