//! Circulars through the router: whom they go to, what can be called back, the second person, and how they fared.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

#[path = "../../networks/tests/common/mod.rs"]
mod common;
#[path = "../../networks/tests/house/mod.rs"]
mod house;
mod support;

use common::{act, day};
use house::House;
use kernel::{Day, Id, Office};
use networks::{Body, NewOccupancy, NewSeat, Occupant, SeatKind};
use people::Person;
use support::{account, all, at, count, daily, joins, work};

const MAILBOX: &str = "gleichstellung@stadt-eschweiler.example.org";
const ANNA: &str = "anna.albers@aachen.example.org";

fn list(body: Id<Body>) -> String {
    format!("/gremien/{body}/rundschreiben")
}

fn drafts(h: &House, who: Id<Person>, body: Id<Body>, more: &[(&str, &str)]) -> String {
    let mut fields = vec![
        ("subject", "Neues vom Land"),
        ("words", "Das **Gesetz** kommt.\n\n- Frist: Mai"),
        ("audience", "everybody"),
    ];
    for (name, value) in more {
        match fields.iter_mut().find(|(n, _)| n == name && *n != "beyond") {
            Some(field) => field.1 = value,
            None => fields.push((name, value)),
        }
    }
    h.post(who, &format!("{}/neu", list(body)), &fields).is(303).location().to_owned()
}

fn does(h: &House, who: Id<Person>, page: &str, what: &str) -> house::Seen {
    h.post(who, page, &[("tat", what)])
}

/// Anna keeps the second network, too.
fn keeps(h: &House, who: Id<Person>, body: Id<Body>) {
    act(&h.fresh, h.w.kora, move |tx, by| {
        let seat = NewSeat::office(Office::NetworkAdmin, SeatKind::Personal, Day::literal("2020-01-01"));
        let seat = networks::add_seat(tx, by, body, &seat)?;
        networks::fill_seat(tx, by, &NewOccupancy::new(seat, Occupant::person(who), Day::literal("2020-01-01")))
            .map(drop)
    })
    .unwrap();
}

#[test]
fn a_circular_shows_names_and_number_first_and_is_one_letter_for_each() {
    for h in all() {
        let w = h.w;
        joins(&h, w.sina, w.rag);
        // Those who do not lead neither write nor read drafts.
        for who in [w.dora, w.sina] {
            h.get(Some(who), &list(w.rag)).is(403);
            h.post(who, &format!("{}/neu", list(w.rag)), &[("subject", "x")]).is(403);
        }
        h.get(Some(w.nora), &list(w.hidden)).is(404);
        h.post(
            w.kora,
            &format!("{}/neu", list(w.rag)),
            &[("subject", ""), ("words", "Text bleibt"), ("audience", "everybody")],
        )
        .is(422)
        .says(&["Text bleibt"]);
        let page = drafts(&h, w.kora, w.rag, &[]);
        h.get(Some(w.dora), &page).is(404);
        let seen = h.get(Some(w.kora), &page);
        seen.is(200).says(&[
            "Anna Albers",
            "Dora Dahlke",
            "Gleichstellungsstelle (Postfach)",
            "4 Mails freigeben",
            "<strong>Gesetz</strong>",
        ]);
        // Whom no mail reaches stands apart.
        seen.says(&["Ohne Mailadresse", "Sina Simons"]);
        assert!(h.all_letters().is_empty());
        does(&h, w.dora, &page, "freigeben").is(404);
        does(&h, w.kora, &page, "freigeben").is(303);
        work(&h);
        assert!(h.all_letters().is_empty(), "ten minutes");
        h.fresh.clock.advance(599);
        work(&h);
        assert!(h.all_letters().is_empty());
        h.fresh.clock.advance(1);
        does(&h, w.kora, &page, "zurueckholen").is(422);
        work(&h);
        let letters = h.all_letters();
        let mut to: Vec<&str> = letters.iter().map(|(to, ..)| to.as_str()).collect();
        to.sort_unstable();
        assert_eq!(to, [ANNA, "dora@example.org", MAILBOX, "kora@example.org"]);
        for (to, subject, text) in &letters {
            assert_eq!(subject, "[Regionale AG] Neues vom Land");
            assert!(
                text.contains("Das Gesetz kommt.")
                    && text.contains("- Frist: Mai")
                    && text.contains("über Regionale AG"),
                "{text}"
            );
            // Nobody reads who else got it.
            assert!(letters.iter().all(|(other, ..)| other == to || !text.contains(other.as_str())), "{text}");
            assert_eq!(text.contains("/abbestellen/"), to != MAILBOX, "{text}");
        }
        work(&h);
        assert_eq!(h.all_letters().len(), 4, "sent once");
        // How it fared, for those who lead; the words for those who got it.
        h.fresh
            .db
            .write_now(|tx| {
                let all = tx.claim_mail(10)?;
                tx.mail_sent(all[0].id)?;
                tx.mail_failed(all[1].id, None)
            })
            .unwrap();
        daily(&h, "exchange.fared", "2026-11-24");
        h.get(Some(w.kora), &page).says(&["nicht zustellbar", "unterwegs", "ohne Mailadresse", "Sina Simons", "Excel"]);
        h.get(Some(w.dora), &page).is(200).says(&["<strong>Gesetz</strong>"]).hides(&[
            "Anna Albers",
            "nicht zustellbar",
            "Sina",
        ]);
        h.get(Some(w.nora), &page).is(404);
        let file =
            format!("/gremien/{}/ausgeben/empfang/csv?rundschreiben={}", w.rag, page.rsplit('/').next().unwrap());
        h.get(Some(w.kora), &file).is(200).says(&["Sina Simons", "ohne Mailadresse"]);
        h.get(Some(w.dora), &file).is(404);
        h.get(Some(w.kora), &file.replace(&w.rag.to_string(), &w.verband.to_string())).is(404);
        h.letters_have_their_shape(&["circular"]);
    }
}

#[test]
fn a_circular_called_back_in_time_reaches_nobody_and_at_night_it_waits_for_the_morning() {
    for h in all() {
        let w = h.w;
        at(&h, "2026-11-27", 20);
        let page = drafts(&h, w.kora, w.rag, &[]);
        does(&h, w.kora, &page, "freigeben").is(303);
        does(&h, w.kora, &page, "freigeben").is(422);
        h.get(Some(w.kora), &page).says(&["Mo, 30. Nov., 7 Uhr", "Zurückholen"]);
        at(&h, "2026-11-28", 12);
        work(&h);
        assert!(h.all_letters().is_empty());
        at(&h, "2026-11-30", 6);
        does(&h, w.kora, &page, "zurueckholen").is(303);
        at(&h, "2026-11-30", 7);
        work(&h);
        assert!(h.all_letters().is_empty());
        h.get(Some(w.kora), &page).says(&["zurückgeholt"]).hides(&["Zurückholen"]);
        h.get(Some(w.dora), &page).is(404);
    }
}

#[test]
fn recipients_follow_from_office_territory_and_topic_at_the_moment_it_leaves() {
    for h in all() {
        let w = h.w;
        let names = |more: &[(&str, &str)]| {
            let page = drafts(&h, w.kora, w.rag, more);
            let html = h.get(Some(w.kora), &page).main().to_owned();
            let all = ["Anna Albers", "Dora Dahlke", "Kora Krings", "(Postfach)"];
            all.into_iter().filter(|name| html.contains(name)).collect::<Vec<_>>()
        };
        assert_eq!(names(&[("audience", "offices")]), ["Anna Albers", "Kora Krings"]);
        let of = |ags: &'static str| {
            let id: i64 = h
                .fresh
                .db
                .read_now(move |c| {
                    c.one("SELECT id FROM territory WHERE ags = :ags", db::args! { ags: ags }, |r| r.get(0))
                })
                .unwrap();
            id.to_string()
        };
        assert_eq!(names(&[("audience", "territory"), ("territory", &of("05358008"))]), ["Dora Dahlke"]);
        assert_eq!(names(&[("audience", "territory"), ("territory", &of("05334012"))]), ["(Postfach)"]);
        // What lies in a territory belongs to it.
        h.fresh
            .db
            .write_now(|tx| {
                tx.silent("a test");
                tx.exec("UPDATE territory SET parent_id = (SELECT id FROM territory WHERE ags = '05334') WHERE ags IN ('05334002', '05334012')", db::args! {})
            })
            .unwrap();
        assert_eq!(names(&[("audience", "territory"), ("territory", &of("05334"))]), ["Anna Albers", "(Postfach)"]);
        let topic = h
            .fresh
            .db
            .write_now(|tx| networks::add_topic(tx, &common::operator(), "gewaltschutz", "Gewaltschutz", "Protection"))
            .unwrap();
        assert_eq!(names(&[("audience", "topic"), ("topic", &topic.to_string())]), Vec::<&str>::new());
        act(&h.fresh, w.dora, move |tx, by| networks::set_own_topics(tx, by, &[topic]).map(drop)).unwrap();
        assert_eq!(names(&[("audience", "topic"), ("topic", &topic.to_string())]), ["Dora Dahlke"]);
        // Without a choice of territory or topic it is refused.
        for audience in ["territory", "topic"] {
            h.post(
                w.kora,
                &format!("{}/neu", list(w.rag)),
                &[("subject", "A"), ("words", "B"), ("audience", audience)],
            )
            .is(422);
        }
        // Somebody leaves and the post is filled between release and sending: the seats of that moment count.
        let page = drafts(&h, w.kora, w.rag, &[]);
        does(&h, w.kora, &page, "freigeben").is(303);
        let (tenure, post, nora) = (w.tenure_dora, w.post_eschweiler, w.nora);
        common::operate(&h.fresh, move |tx, op| {
            people::end_tenure(tx, op, tenure, day("2026-11-23"))?;
            people::appoint(tx, op, &people::NewTenure::holder(post, nora, day("2026-11-23"))).map(drop)
        })
        .unwrap();
        account(&h, w.nora, "nora@example.org");
        h.fresh.clock.advance(600);
        work(&h);
        let to = |address: &str| h.letters(address).len();
        assert_eq!((to("dora@example.org"), to("nora@example.org"), to(MAILBOX)), (0, 1, 0));
    }
}

#[test]
fn who_wants_duties_only_gets_duties_only() {
    for h in all() {
        let w = h.w;
        let field = format!("stufe-{}", w.rag);
        h.post(w.dora, "/konto/nachrichten", &[("rhythm", "auto"), (&field, "duty")]).is(303);
        for (more, expected) in [(&[][..], 0), (&[("duty", "ja")][..], 1)] {
            let page = drafts(&h, w.kora, w.rag, more);
            let seen = h.get(Some(w.kora), &page);
            assert_eq!(seen.html.contains("Eine Person möchte nur Pflichtmails"), expected == 0);
            does(&h, w.kora, &page, "freigeben").is(303);
            h.fresh.clock.advance(600);
            work(&h);
            assert_eq!(h.letters("dora@example.org").len(), expected);
        }
        let (_, text) = h.letters("dora@example.org").pop().unwrap();
        assert!(text.contains("als Pflichtmail") && !text.contains("/abbestellen/"), "{text}");
        assert_eq!(count(&h, "SELECT COUNT(*) FROM circular_recipient WHERE state = 'declined'"), 1);
    }
}

#[test]
fn beyond_the_own_network_a_second_person_lets_it_in_and_nobody_gets_it_twice() {
    for h in all() {
        let w = h.w;
        // Anna leads the first network; Rosa keeps the second; Dora is in both.
        keeps(&h, w.rosa, w.verband);
        joins(&h, w.dora, w.verband);
        account(&h, w.rosa, "rosa@example.org");
        account(&h, w.anna, "anna@example.org");
        let (verband, kept) = (w.verband.to_string(), w.kept.to_string());
        let page = drafts(&h, w.anna, w.rag, &[("beyond", &verband)]);
        // Who belongs to the other network is not named to whoever writes.
        h.get(Some(w.anna), &page).is(200).says(&["Frauennetzwerk", "noch nicht zugestimmt"]).hides(&["Rosa Roth"]);
        h.get(Some(w.rosa), &page).is(404);
        does(&h, w.anna, &page, "freigeben").is(303);
        h.fresh.clock.advance(3600);
        work(&h);
        assert!(h.all_letters().is_empty(), "nobody let it in yet");
        h.get(Some(w.rosa), &list(w.verband)).is(200).says(&["Fragen an dieses Netzwerk", "Neues vom Land"]);
        h.get(Some(w.rosa), &page).is(200).says(&["In Frauennetzwerk weitergeben"]).hides(&["Anna Albers"]);
        does(&h, w.dora, &page, &format!("weitergeben-{verband}")).is(404);
        does(&h, w.rosa, &page, &format!("weitergeben-{kept}")).is(404);
        does(&h, w.rosa, &page, &format!("weitergeben-{verband}")).is(303);
        h.fresh.clock.advance(600);
        work(&h);
        let to = |address: &str| h.letters(address);
        assert_eq!((to("dora@example.org").len(), to("rosa@example.org").len()), (1, 1));
        assert!(
            to("dora@example.org")[0].1.contains("über Regionale AG und Frauennetzwerk"),
            "{:?}",
            to("dora@example.org")
        );
        // Whoever writes is never the second person, even where she leads both.
        let own = drafts(&h, w.kora, w.rag, &[("beyond", &verband)]);
        does(&h, w.kora, &own, "freigeben").is(303);
        does(&h, w.kora, &own, &format!("weitergeben-{verband}")).is(403);
        // Declined, it goes to the own network alone.
        let before = to("rosa@example.org").len();
        does(&h, w.rosa, &own, &format!("ablehnen-{verband}")).is(303);
        h.fresh.clock.advance(600);
        work(&h);
        assert_eq!((to("rosa@example.org").len(), to("dora@example.org").len()), (before, 2));
    }
}

#[test]
fn how_many_belong_to_a_network_under_protection_shows_in_no_number_of_a_circular() {
    for h in all() {
        let w = h.w;
        let kept = w.kept.to_string();
        let number = |more: &[(&str, &str)]| {
            let seen = h.get(Some(w.anna), &drafts(&h, w.anna, w.rag, more));
            seen.is(200);
            seen.main().split("class=\"num\">").nth(1).unwrap().split('<').next().unwrap().to_owned()
        };
        let alone = number(&[]);
        assert!(alone.parse::<usize>().unwrap() > 0);
        assert_eq!(number(&[("beyond", &kept)]), alone, "the number stays that of the own network");
    }
}

#[test]
fn a_circular_of_a_sensitive_network_says_nothing_in_its_mail() {
    for h in all() {
        let w = h.w;
        account(&h, w.quinn, "quinn@example.org");
        let page = drafts(&h, w.kora, w.kept, &[]);
        does(&h, w.kora, &page, "freigeben").is(303);
        h.fresh.clock.advance(600);
        work(&h);
        let letters = h.all_letters();
        assert!(letters.iter().any(|(to, ..)| to == "quinn@example.org"));
        for (_, subject, text) in &letters {
            assert_eq!(subject, "Ein Rundschreiben für Sie");
            for word in ["LSBTIQ", "Land", "Gesetz", "Frist"] {
                assert!(!text.contains(word), "{word} in {text}");
            }
        }
        h.get(Some(w.quinn), &page).is(200).says(&["<strong>Gesetz</strong>"]);
        h.get(Some(w.dora), &page).is(404);
    }
}

#[test]
fn a_letter_that_comes_back_stands_beside_its_recipient_and_three_pause_the_address() {
    for h in all() {
        let w = h.w;
        let take = exchange::slice().inbox.unwrap();
        let came_back = |mail: i64| {
            h.fresh
                .db
                .write_now(move |tx| {
                    let counted = tx.mail_came_back(kernel::Id::new(mail), "5.1.1")?;
                    let letter =
                        web::Incoming { tag: &mail.to_string(), failed: Some("5.1.1"), ..web::Incoming::default() };
                    take(tx, &letter)?;
                    Ok(counted)
                })
                .unwrap()
        };
        for round in 1..=3 {
            h.fresh
                .db
                .write_now(move |tx| {
                    tx.silent("a test");
                    let id: kernel::Id<db::QueuedMail> = tx.post(&db::OutMail {
                        to: "anna.albers@aachen.example.org".into(),
                        subject: "S".into(),
                        text: "T".into(),
                        purpose: "circular",
                        ..db::OutMail::default()
                    })?;
                    tx.mail_sent(id)
                })
                .unwrap();
            let last = h
                .fresh
                .db
                .read_now(|c| c.one("SELECT MAX(id) FROM mail_out", db::args! {}, |r| r.get::<i64>(0)))
                .unwrap();
            let counted = came_back(last).expect("it had left");
            assert_eq!(counted.1, round == 3);
        }
        // Whoever wrote the circular is told in her inbox, and nobody else.
        at(&h, "2026-11-23", 9);
        let page = drafts(&h, w.kora, w.rag, &[]);
        does(&h, w.kora, &page, "freigeben").is(303);
        at(&h, "2026-11-23", 10);
        work(&h);
        h.get(Some(w.kora), "/eingang").is(200).hides(&["Ein Brief kam zurück"]);
        let to_dora = count(&h, "SELECT mail_id FROM circular_recipient WHERE address = 'dora@example.org'");
        h.fresh.db.write_now(move |tx| tx.mail_sent(kernel::Id::new(to_dora))).unwrap();
        came_back(to_dora);
        h.get(Some(w.kora), "/eingang").is(200).says(&["Ein Brief kam zurück", "Neues vom Land"]);
        for who in [w.dora, w.anna, w.nora] {
            h.get(Some(who), "/eingang").is(200).hides(&["Ein Brief kam zurück"]);
        }
        h.get(Some(w.kora), &page).says(&["nicht zustellbar"]);
        h.get(Some(w.kora), &format!("/gremien/{}/briefe", w.rag)).says(&[
            "Briefe kommen nicht an",
            "anna.albers@aachen.example.org",
            "3 Briefe kamen zurück (5.1.1)",
            "pausiert",
        ]);
    }
}

#[test]
fn n4_8_a_circular_stands_in_the_inbox_of_those_it_went_to_until_they_put_it_away() {
    const INBOX: &str = "/eingang";
    for h in all() {
        let w = h.w;
        account(&h, w.anna, "anna@example.org");
        at(&h, "2026-11-23", 9);
        let plain = drafts(&h, w.kora, w.rag, &[]);
        let offices =
            drafts(&h, w.kora, w.rag, &[("subject", "Nur für Ämter"), ("audience", "offices"), ("duty", "ja")]);
        h.get(Some(w.dora), INBOX).is(200).hides(&["Neues vom Land"]);
        for page in [&plain, &offices] {
            does(&h, w.kora, page, "freigeben").is(303);
        }
        at(&h, "2026-11-23", 10);
        work(&h);
        h.get(Some(w.dora), INBOX)
            .says(&["Neues vom Land", "Neues Rundschreiben", "Sie bekommen das über Regionale AG.", "Offen (1)"])
            .hides(&["Nur für Ämter", "direkt gefragt"]);
        h.get(Some(w.anna), INBOX).says(&["Nur für Ämter", "als Pflichtmail über Regionale AG", "Offen (2)"]);
        // Whoever wrote it knows it; who is elsewhere, or left, has nothing of it.
        for who in [w.kora, w.nora, w.olga, w.quinn] {
            h.get(Some(who), INBOX).is(200).hides(&["Neues vom Land", "Nur für Ämter"]);
        }
        let puts = |who: Id<Person>, page: &str, act: &str, more: &[(&str, &str)]| {
            let mut fields = vec![("kind", "circular"), ("id", page.rsplit('/').next().unwrap()), ("tat", act)];
            fields.extend_from_slice(more);
            h.post(who, INBOX, &fields)
        };
        puts(w.dora, &plain, "spaeter", &[("until", "25.11.2026")]).is(303);
        h.get(Some(w.dora), INBOX).says(&["Offen (0)", "Später (1)"]);
        puts(w.dora, &plain, "erledigt", &[]).is(303);
        h.get(Some(w.dora), "/eingang?liste=erledigt").says(&["Neues vom Land", "Erledigt (1)"]);
        puts(w.anna, &plain, "stumm", &[]).is(303);
        puts(w.anna, &offices, "stumm", &[]).is(422);
        for who in [w.nora, w.quinn] {
            puts(who, &plain, "erledigt", &[]).is(404);
        }
        let tenure = w.tenure_dora;
        at(&h, "2026-11-24", 1);
        common::operate(&h.fresh, move |tx, op| people::end_tenure(tx, op, tenure, day("2026-11-24")).map(drop))
            .unwrap();
        h.get(Some(w.dora), "/eingang?liste=erledigt").is(200).hides(&["Neues vom Land"]);
    }
}
