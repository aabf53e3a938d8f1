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

        // Something is wrong: her own telephone at once, everything else as a proposal.
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
        let tenure = "SELECT COUNT(*) FROM tenure WHERE post_id = :p AND person_id = :her AND COALESCE(mail, '') <> 'neu@juelich.example.org' AND phone = '02461 63-1' AND share_percent = 100 AND until_day = '9999-12-31'";
        assert_eq!(count(world, tenure, args! { p: town, her: her }), 1, "the telephone at once, all else not");
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

/// Where letters to a person go.
fn reached(world: &World, person: i64) -> String {
    let found = world.site.db().read_now(move |c| networks::reach_persons(c, &[kernel::Id::new(person)])).unwrap();
    found.first().map(|one| one.address.clone()).unwrap_or_default()
}

#[test]
fn the_link_of_a_data_check_moves_no_letters() {
    const OLD: &str = "alt@juelich.example.org";
    const EVIL: &str = "attacker@evil.example.net";
    const NEW: &str = "neu@juelich.example.org";
    both(|world| {
        let lag = body(world, "lag-nrw");
        let town = post(world, "05358024");
        let her = holder(world, town);
        let without_account = "DELETE FROM account WHERE person_id = :her";
        world
            .site
            .db()
            .write_now(move |tx| {
                tx.silent("a test arranges");
                tx.exec(without_account, args! { her: her })?;
                tx.exec(
                    "UPDATE tenure SET mail = :old WHERE person_id = :her AND post_id = :town AND until_day = '9999-12-31'",
                    args! { old: OLD, her: her, town: town },
                )
            })
            .unwrap();
        assert_eq!(reached(world, her), OLD);
        let page = format!("/gremien/{lag}/datenpruefung");
        let mut keeper = world.person("lag");
        let before = world.mails().len();
        keeper.post(&page, &[("tat", "beginnen")]).is(303);
        work(world);
        let of_her = |since: usize| link(&letters(world, since).into_iter().find(|(to, _)| to == OLD).unwrap().1);
        let path = of_her(before);
        let asked = |path: &str, mail: &str| world.visitor().post(path, &[("tat", "aendern"), ("mail1", mail)]).status;
        let asked_by_mail = |since: usize| -> Vec<(String, String)> {
            let all = world.mails()[since..].to_vec();
            all.into_iter()
                .filter(|(_, s, _)| s.ends_with("Ist das Ihre neue E-Mail-Adresse?"))
                .map(|(to, _, text)| (to, text))
                .collect()
        };

        // Somebody has the letter and wants hers to go to him: nothing moves, she is told, he gets no letter at all.
        let since = world.mails().len();
        assert_eq!(asked(&path, EVIL), 303);
        assert_eq!(reached(world, her), OLD);
        let told = asked_by_mail(since);
        assert_eq!(world.mails().len(), since + 1);
        assert_eq!((told.len(), told[0].0.as_str()), (1, OLD));
        assert!(told[0].1.contains(EVIL), "{}", told[0].1);
        let hers = link(&told[0].1);
        let page_of_link = world.visitor().get(&path);
        page_of_link.is(200).shows(EVIL).shows("(wartet auf Bestätigung)");
        // The same once more writes no second letter and leaves the first one working.
        assert_eq!(asked(&path, EVIL), 303);
        assert_eq!(world.mails().len(), since + 1);
        // What he has confirms nothing, and nothing on his pages is what she has.
        let token = path.rsplit('/').next().unwrap();
        world.visitor().get(&format!("/datenpruefung/adresse/{token}")).is(410);
        world.visitor().post(&format!("/datenpruefung/adresse/{token}"), &[("tat", "ja")]).is(410);
        world.visitor().get(&hers.replace("adresse/", "")).is(410);
        let secret = hers.rsplit('/').next().unwrap();
        page_of_link.hides(secret);
        assert_eq!(
            count(world, "SELECT COUNT(*) FROM data_check_change WHERE token_hash = :t", args! { t: secret }),
            0
        );
        keeper.get(&page).is(200).shows(EVIL).shows(&format!("bisher: {OLD}")).shows("Wartet auf Bestätigung");

        // Looking changes nothing; a press of neither button neither.
        let shown = world.visitor().get(&hers);
        shown.is(200).shows(&name(world, her)).shows(OLD).shows(EVIL);
        assert_eq!(shown.headers.get("cache-control").map(String::as_str), Some("no-store"));
        world.visitor().post(&hers, &[]).is(422).shows("Bitte wählen Sie eine der Möglichkeiten");
        assert_eq!(reached(world, her), OLD);
        // It was not she: nothing of it stays, and the link in wrong hands opens nothing any more.
        world.visitor().post(&hers, &[("tat", "nein")]).is(303);
        assert_eq!(reached(world, her), OLD);
        world.visitor().get(&hers).is(410);
        world.visitor().post(&hers, &[("tat", "ja")]).is(410);
        world.visitor().get(&path).is(410);
        assert_eq!(asked(&path, EVIL), 410);
        keeper.get(&page).is(200).hides(EVIL).shows("Noch keine Antwort");

        // A reminder brings her another one. This time it is she, who still reads the old address.
        let since = world.mails().len();
        keeper.post(&page, &[("tat", "erinnern")]).is(303);
        work(world);
        let path = of_her(since);
        let since = world.mails().len();
        assert_eq!(asked(&path, NEW), 303);
        assert_eq!(reached(world, her), OLD, "the old one counts until it is confirmed");
        let told = asked_by_mail(since);
        assert_eq!((told.len(), told[0].0.as_str()), (1, OLD));
        world.visitor().post(&link(&told[0].1), &[("tat", "ja")]).is(303);
        assert_eq!(reached(world, her), NEW);
        world.visitor().get(&link(&told[0].1)).is(410);
        world.visitor().get(&path).is(200).hides("wartet auf Bestätigung");

        // Nobody reads the old address any more: those who keep the network decide. Taking an address away moves letters, too.
        let change = || {
            number(world, "SELECT id FROM data_check_change WHERE kind = 'own_mail' AND decided_at IS NULL", args! {})
        };
        let since = world.mails().len();
        assert_eq!(asked(&path, ""), 303);
        assert_eq!(reached(world, her), NEW);
        keeper.post(&page, &[("tat", &format!("nein-{}", change()))]).is(303);
        assert_eq!(reached(world, her), NEW);
        world.visitor().post(&link(&asked_by_mail(since)[0].1), &[("tat", "ja")]).is(410);
        assert_eq!(asked(&path, "dritte@juelich.example.org"), 303);
        keeper.post(&page, &[("tat", &format!("ja-{}", change()))]).is(303);
        assert_eq!(reached(world, her), "dritte@juelich.example.org");
        assert_eq!(
            count(
                world,
                "SELECT COUNT(*) FROM data_check_change WHERE decided_at IS NOT NULL AND (value <> '' OR token_hash IS NOT NULL)",
                args! {}
            ),
            0,
            "what is decided keeps no words and opens nothing"
        );

        // The link cannot fill her mailbox.
        let since = world.mails().len();
        assert_eq!(asked(&path, "a1@juelich.example.org"), 303);
        let full = world.visitor().post(&path, &[("tat", "aendern"), ("mail1", "a2@juelich.example.org")]);
        full.is(422).shows("Bitte wenden Sie sich an die Koordination");
        assert_eq!(asked_by_mail(since).len(), 1);

        // Whoever is signed in changes her own at once.
        let sql = "SELECT l.id FROM data_check_link l JOIN data_check d ON d.id = l.check_id WHERE l.person_id = :her AND d.body_id = :lag";
        let own = format!("/datenpruefungen/{}", number(world, sql, args! { her: her, lag: lag }));
        let since = world.mails().len();
        world.signed_in(her).post(&own, &[("tat", "aendern"), ("mail1", NEW)]).is(303);
        let now = "SELECT COUNT(*) FROM tenure WHERE person_id = :her AND post_id = :town AND mail = :new";
        assert_eq!(count(world, now, args! { her: her, town: town, new: NEW }), 1);
        assert!(asked_by_mail(since).is_empty());
    });
}
