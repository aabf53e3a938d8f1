//! N4: the yearly link by which everybody checks her data without sign-in.

use db::args;
use kernel::Day;

use super::{body, coordinator, count, holder, name, number, outsiders, post, today, word};
use crate::world::{BASE, World, both};

/// What the worker finds due.
fn work(world: &World) {
    while let Some(job) = world.site.db().write_now(|tx| tx.claim_job()).unwrap() {
        let run = world.site.slices().iter().flat_map(|s| s.jobs).find(|j| j.name == job.kind).unwrap().run;
        let (payload, id) = (job.payload.clone(), job.id);
        world.site.db().write_now(move |tx| run(tx, &payload)).unwrap();
        world.site.db().write_now(move |tx| tx.settle_job(id, db::JobState::Done)).unwrap();
    }
}

fn letters(world: &World, since: usize) -> Vec<(String, String)> {
    let asked = |(_, s, _): &&(String, String, String)| {
        s.ends_with("Bitte prüfen Sie Ihre Daten") || s.ends_with("Please check your data")
    };
    world.mails()[since..].iter().filter(asked).map(|(to, _, text)| (to.clone(), text.clone())).collect()
}

fn link(text: &str) -> String {
    text.split(BASE).nth(1).unwrap().split_whitespace().next().unwrap().to_owned()
}

/// To whom of the letters a person is written: the mailboxes that are hers, her post's or her organisation's.
fn of_person(world: &World, person: i64) -> String {
    word(
        world,
        "SELECT address FROM mail_out WHERE person_id = :person AND purpose = 'data_check' ORDER BY id DESC LIMIT 1",
        args! { person: person },
    )
}

#[test]
fn n4_1_the_yearly_link_is_answered_without_sign_in() {
    both(|world| {
        let lag = body(world, "lag-nrw");
        let page = format!("/gremien/{lag}/datenpruefung");
        let mut keeper = world.person("lag");
        keeper.get(&page).is(200).shows("Noch kein Durchgang").shows("jede Person nur eine");
        for (who, mut client) in outsiders(world) {
            if who != "lag" {
                assert!(matches!(client.get(&page).status, 303 | 403), "{who}");
                assert!(matches!(client.post(&page, &[("tat", "beginnen")]).status, 303 | 403), "{who}");
            }
        }
        let before = world.mails().len();
        assert_eq!(keeper.post(&page, &[("tat", "beginnen")]).status, 303);
        assert_eq!(world.mails().len(), before, "letters are written by a job");
        work(world);
        // Once per person, however many seats and posts she has; nothing twice.
        let wanted = "SELECT COUNT(DISTINCT v.person_id) FROM sits v WHERE v.body_id = :lag AND v.capacity IN ('holder', 'acting', 'representative') AND v.from_day <= :day AND v.until_day > :day AND v.seat_until > :day";
        let persons = count(world, wanted, args! { lag: lag, day: today() });
        assert!(persons > 200, "{persons}");
        let links =
            "SELECT COUNT(*) FROM data_check_link l JOIN data_check d ON d.id = l.check_id WHERE d.body_id = :lag";
        assert_eq!(count(world, links, args! { lag: lag }), persons);
        let sent = letters(world, before);
        assert_eq!(
            count(
                world,
                "SELECT COUNT(*) FROM data_check_link l JOIN data_check d ON d.id = l.check_id WHERE d.body_id = :lag AND l.sent",
                args! { lag: lag }
            ),
            i64::try_from(sent.len()).unwrap()
        );
        keeper.post(&page, &[("tat", "beginnen")]).is(422).shows("Es läuft schon ein Durchgang");
        work(world);
        assert_eq!(letters(world, before).len(), sent.len());
        let (_, first) = &sent[0];
        assert!(first.contains("LAG NRW") || first.contains("Landesarbeitsgemeinschaft"), "{first}");
        assert!(first.contains("18. Januar 2027"), "valid for eight weeks: {first}");
        // The database holds no token.
        let token = link(first).rsplit('/').next().unwrap().to_owned();
        assert_eq!(count(world, "SELECT COUNT(*) FROM data_check_link WHERE token_hash = :t", args! { t: &token }), 0);

        // One of them opens the link without being signed in: looking changes nothing.
        let town = post(world, "05358024");
        let her = holder(world, town);
        let text = letters(world, before).into_iter().find(|(to, _)| *to == of_person(world, her)).unwrap().1;
        let path = link(&text);
        let shown = world.visitor().get(&path);
        shown
            .is(200)
            .shows(&name(world, her))
            .shows("Stadt Jülich")
            .shows("Alles stimmt")
            .shows("Funktionspostfach")
            .shows("18. Januar 2027");
        world.visitor().get(&path).is(200);
        let answered = "SELECT COUNT(*) FROM data_check_link l JOIN data_check d ON d.id = l.check_id WHERE d.body_id = :lag AND l.answered_at IS NOT NULL";
        assert_eq!(count(world, answered, args! { lag: lag }), 0);
        assert_eq!(shown.headers.get("cache-control").map(String::as_str), Some("no-store"), "{:?}", shown.headers);
        // Another's link, a made-up one and none are the same.
        let mut wrong = path.clone();
        wrong.pop();
        world.visitor().get(&format!("{wrong}x")).is(410).shows("Der Link gilt nicht mehr");

        // All is right: one button.
        let done = world.visitor().post(&path, &[("tat", "stimmt")]);
        assert_eq!(done.status, 303, "{}", done.text());
        world.visitor().get(&path).is(200).shows("Ihre Antwort ist vom Montag, 23. November 2026");
        keeper.get(&page).is(200).shows("1 von").shows("bestätigt am 23. November 2026");

        // Something is wrong: her own contact at once, everything else as a proposal.
        world.visitor().post(&path, &[("tat", "aendern")]).is(422).shows("Sie haben nichts geändert");
        let bad = world.visitor().post(&path, &[("tat", "aendern"), ("mail1", "kein"), ("umfang1", "200")]);
        bad.is(422).shows("Bitte schreiben Sie eine Mailadresse").shows("Zahl von 1 bis 100");
        assert!(bad.body.contains("value=\"kein\""), "what was typed stays");
        let fields = [
            ("tat", "aendern"),
            ("mail1", "neu@juelich.example.org"),
            ("telefon1", "02461 63-1"),
            ("umfang1", "50"),
            ("postfach1", "gleichstellung-neu@juelich.example.org"),
            ("weg1", "31.12.2026"),
            ("nachfolge1", "Enna Folgt"),
            ("anschrift1", "Neuer Markt 1\n52428 Jülich"),
        ];
        let done = world.visitor().post(&path, &fields);
        assert_eq!(done.status, 303, "{}", done.text());
        let tenure = "SELECT COUNT(*) FROM tenure WHERE post_id = :p AND person_id = :her AND mail = 'neu@juelich.example.org' AND phone = '02461 63-1' AND share_percent = 100 AND until_day = '9999-12-31'";
        assert_eq!(count(world, tenure, args! { p: town, her: her }), 1, "hers at once, the share and the end not");
        assert_eq!(
            count(world, "SELECT COUNT(*) FROM post WHERE id = :p AND mail LIKE '%neu@%'", args! { p: town }),
            0
        );
        world.visitor().get(&path).is(200).shows("Das prüft die Koordination noch").shows("Enna Folgt");

        // The keeper finds it on her first page and decides on one; nobody else reads it.
        keeper.get("/").is(200).shows("Vorschläge aus der Datenprüfung");
        world.person("mira").get("/").is(200).hides("aus der Datenprüfung");
        let proposals = keeper.get(&page);
        proposals
            .is(200)
            .shows("Umfang der Stelle: 50")
            .shows("Letzter Tag auf der Stelle: Donnerstag, 31. Dezember 2026")
            .shows("Nachfolge: Enna Folgt")
            .shows("Neuer Markt 1, 52428 Jülich");
        let change = |kind: &str| {
            number(world, "SELECT id FROM data_check_change WHERE kind = :k AND decided_at IS NULL", args! { k: kind })
        };
        for kind in ["share", "post_mail", "address", "left", "successor"] {
            let deed = format!("ja-{}", change(kind));
            let done = keeper.post(&page, &[("tat", &deed)]);
            assert_eq!(done.status, 303, "{kind}: {}", done.text());
        }
        let tenure = "SELECT COUNT(*) FROM tenure WHERE post_id = :p AND person_id = :her AND share_percent = 50 AND until_day = '2027-01-01'";
        assert_eq!(count(world, tenure, args! { p: town, her: her }), 1);
        assert_eq!(
            count(
                world,
                "SELECT COUNT(*) FROM post WHERE id = :p AND mail = 'gleichstellung-neu@juelich.example.org'",
                args! { p: town }
            ),
            1
        );
        assert_eq!(
            count(
                world,
                "SELECT COUNT(*) FROM data_check_change WHERE decided_at IS NOT NULL AND value <> ''",
                args! {}
            ),
            0,
            "what is decided keeps no words"
        );

        // A later answer replaces nothing that is decided; a rejected proposal changes nothing.
        let mails = world.mails().len();
        assert_eq!(world.visitor().post(&path, &[("tat", "aendern"), ("umfang1", "75")]).status, 303);
        let deed = format!("nein-{}", change("share"));
        assert_eq!(keeper.post(&page, &[("tat", &deed)]).status, 303);
        assert_eq!(count(world, tenure, args! { p: town, her: her }), 1);
        assert_eq!(world.mails().len(), mails);

        // Who has not answered is reminded, once a week, with a link that works beside the first.
        assert_eq!(keeper.post(&page, &[("tat", "erinnern")]).status, 303);
        work(world);
        assert_eq!(letters(world, mails).len(), sent.len() - 1, "everybody but her");
        assert_eq!(keeper.post(&page, &[("tat", "erinnern")]).status, 303);
        work(world);
        assert_eq!(letters(world, mails).len(), sent.len() - 1, "nobody twice");
        let (_, again) = &letters(world, mails)[0];
        world.visitor().get(&link(again)).is(200).shows("Alles stimmt");
        world.visitor().get(&link(first)).is(200).shows("Alles stimmt");

        // After eight weeks the links are over; a year later a network that wants it asks by itself.
        world.clock.set(Day::literal("2027-01-19").at(0, 0));
        world.visitor().get(&path).is(410);
        assert_eq!(world.visitor().post(&path, &[("tat", "stimmt")]).status, 410);
        let mut keeper = world.person("lag");
        assert_eq!(keeper.post(&page, &[("tat", "jaehrlich")]).status, 303);
        keeper.get(&page).is(200).shows("Nicht mehr jedes Jahr fragen").shows("Letzter Durchgang");
        let rounds = "SELECT COUNT(*) FROM data_check WHERE body_id = :lag";
        let daily = |day: &str| {
            world.clock.set(Day::literal(day).at(6, 0));
            let day = day.to_owned();
            let job =
                world.site.slices().iter().flat_map(|s| s.jobs).find(|j| j.name == "networks.checks").unwrap().run;
            world.site.db().write_now(move |tx| job(tx, &day)).unwrap();
        };
        daily("2027-11-22");
        assert_eq!(count(world, rounds, args! { lag: lag }), 1, "not a day early");
        daily("2027-11-23");
        daily("2027-11-24");
        assert_eq!(count(world, rounds, args! { lag: lag }), 2);
    });
}

#[test]
fn a_data_check_of_a_sensitive_network_names_it_nowhere() {
    both(|world| {
        let network = body(world, "lgbtqia-gleichstellung");
        let keeper = coordinator(world, "lgbtqia-gleichstellung").person.unwrap();
        let title = word(world, "SELECT name FROM body WHERE id = :id", args! { id: network });
        let page = format!("/gremien/{network}/datenpruefung");
        let before = world.mails().len();
        assert_eq!(world.signed_in(keeper).post(&page, &[("tat", "beginnen")]).status, 303);
        work(world);
        assert!(!letters(world, before).is_empty());
        for (_, text) in letters(world, before) {
            assert!(!text.contains(&title) && !text.contains("LGBT"), "{text}");
            world.visitor().get(&link(&text)).is(200).hides(&title);
        }
        for (_, mut client) in outsiders(world) {
            let status = client.get(&page).status;
            assert!(matches!(status, 303 | 403 | 404), "{status}");
        }
    });
}
