//! One's own seats in networks that are not on this installation.

use db::args;

use super::{actor_on, body, coordinator, count, holder, name, number, outsiders, post, today};
use crate::world::{World, both};

/// A town whose officer nobody tries out.
const TOWN: &str = "05334012";

fn stored(world: &World, body: &str) -> i64 {
    number(world, "SELECT id FROM seat_elsewhere WHERE body = :body ORDER BY id DESC LIMIT 1", args! { body: body })
}

#[test]
fn s14_seats_elsewhere_are_for_her_own_eyes_until_she_shows_them() {
    both(|world| {
        let her = holder(world, post(world, TOWN));
        let (mut she, page) = (world.signed_in(her), format!("/personen/{her}"));
        she.get("/konto/sitze").is(200).shows("Noch nichts eingetragen.");
        let wrong = she.post(
            "/konto/sitze/neu",
            &[("body", ""), ("kind", "council"), ("from", "32.1.2026"), ("note", "Bleibt stehen")],
        );
        wrong.is(422).shows("Bitte schreiben Sie den Namen").shows("Bleibt stehen");
        let (own, post) = (post(world, TOWN).to_string(), ("kind", "council"));
        let fields = [
            ("body", "Seniorenbeirat am See"),
            post,
            ("role", "Sachkundige"),
            ("from", "1.3.2025"),
            ("until", "28.2.2027"),
            ("post", own.as_str()),
            ("passes", "ja"),
            ("note", "Zweite Reihe, viel Kaffee"),
        ];
        let done = she.post("/konto/sitze/neu", &fields);
        assert_eq!(done.status, 303, "{}", done.text());
        let edit = format!("/konto/sitze/{}", stored(world, "Seniorenbeirat am See"));
        // Somebody else's post is none to sit for.
        let other = super::post(world, "05334002").to_string();
        let mut foreign = fields;
        foreign[5].1 = &other;
        she.post("/konto/sitze/neu", &foreign).is(422);

        // In her list, on her page, on Start, in her data: and for nobody else, the keeper and the operator included.
        she.get("/konto/sitze")
            .is(200)
            .shows("Sachkundige, Seniorenbeirat am See")
            .shows("nur ich")
            .shows("Zweite Reihe");
        she.get("/").is(200).shows("Seniorenbeirat am See, nicht auf dieser Installation").shows("noch 3 Monate");
        she.get(&page).is(200).shows("Sachkundige, Seniorenbeirat am See");
        she.get("/konto/daten/alles").is(200).shows("Seniorenbeirat am See").shows("Zweite Reihe, viel Kaffee");
        let keeper = coordinator(world, "rag-aachen").person.unwrap();
        let secret = |page: &crate::client::Page| {
            page.hides("Seniorenbeirat").hides("Sachkundige").hides("Zweite Reihe");
        };
        for (_, mut client) in outsiders(world) {
            secret(&client.get(&page));
            client.get("/suche?q=Zweite+Reihe").hides("Sachkundige");
            assert!(matches!(client.get(&edit).status, 303 | 404));
            assert!(matches!(client.post(&edit, &[("weg", "ja")]).status, 303 | 404));
        }
        secret(&world.signed_in(keeper).get(&page));
        assert_eq!(world.signed_in(keeper).get(&edit).status, 404);

        // She shows it to one network: its members see seat and role, never the note; others nothing.
        let rag = body(world, "rag-aachen").to_string();
        let mut shown: Vec<(&str, &str)> = fields.to_vec();
        shown.extend([("audience", rag.as_str()), ("version", "1")]);
        assert_eq!(she.post(&edit, &shown).status, 303);
        she.post(&edit, &shown).is(409).shows("Das hat jemand inzwischen geändert");
        world.person("mira").get(&page).is(200).shows("Sachkundige, Seniorenbeirat am See").hides("Zweite Reihe");
        for who in ["", "gast", "verein", "betrieb", "verborgen"] {
            let mut client = if who.is_empty() { world.visitor() } else { world.person(who) };
            secret(&client.get(&page));
        }
        // It stands among what she has released, and is taken back there like everything else.
        she.get("/konto/freigaben").is(200).shows("Sachkundige, Seniorenbeirat am See");
        assert_eq!(she.post("/konto/freigaben", &[("zurueck", "alles")]).status, 303);
        she.get("/konto/freigaben").is(200).hides("Seniorenbeirat am See");
        secret(&world.person("mira").get(&page));

        // A network she is no member of is nobody she can show it to.
        let far = body(world, "frauennetzwerk").to_string();
        shown.truncate(fields.len());
        shown.extend([("audience", far.as_str()), ("version", "3")]);
        she.post(&edit, &shown).is(422);
    });
}

#[test]
fn s14_what_is_held_for_the_post_is_offered_to_the_successor_or_ends() {
    both(|world| {
        let town = post(world, TOWN);
        let leaver = holder(world, town);
        let (mut she, own) = (world.signed_in(leaver), town.to_string());
        for (body, whom, passes) in
            [("Klinikbeirat", own.as_str(), "ja"), ("Preisgericht", own.as_str(), ""), ("Segelclub", "", "")]
        {
            let fields = [
                ("body", body),
                ("kind", "council"),
                ("from", "2024-01-01"),
                ("post", whom),
                ("passes", passes),
                ("note", "Geheimnotiz"),
            ];
            assert_eq!(she.post("/konto/sitze/neu", &fields).status, 303);
        }
        // Her own preview says what becomes of each; whoever keeps the network reads nothing of it.
        let preview = format!("/stellen/{town}/uebergabe?bis=2026-11-30");
        she.get(&preview)
            .is(200)
            .shows("wird der Nachfolge angeboten")
            .shows("endet mit der Stelle")
            .shows("Segelclub")
            .shows("Klinikbeirat");
        let by = coordinator(world, "ak-staedteregion");
        let mut keeper = world.signed_in(by.person.unwrap());
        keeper.get(&preview).is(200).hides("Klinikbeirat").hides("Preisgericht").hides("Segelclub");
        // The handover is entered, taken back, entered again: nothing is lost on the way.
        let day = today().plus_days(8);
        let tenure = number(
            world,
            "SELECT id FROM tenure WHERE post_id = :p AND person_id = :her AND until_day = '9999-12-31'",
            args! { p: town, her: leaver },
        );
        let coming = world.site.db().write_now(move |tx| {
            let coming = people::add_person(tx, &by, &people::NewPerson::new("Enna", "Folgt"))?;
            let new =
                || networks::NewHandover { tenure: super::id(tenure), day, successor: Some(coming), ends: Vec::new() };
            let first = networks::hand_over(tx, &by, &new())?;
            networks::take_back_handover(tx, &by, first)?;
            networks::hand_over(tx, &by, &new())?;
            Ok(coming.raw())
        });
        let coming = coming.unwrap();
        let open = "SELECT COUNT(*) FROM seat_elsewhere WHERE person_id = :her AND until_day = '9999-12-31'";
        assert_eq!(count(world, open, args! { her: leaver }), 3, "until the day nothing changes");
        world.signed_in(coming).get("/konto/sitze").is(200).hides("Klinikbeirat");
        world.clock.set(day.at(0, 1));
        while let Some(job) = world.site.db().write_now(|tx| tx.claim_job()).unwrap() {
            let run = world.site.slices().iter().flat_map(|s| s.jobs).find(|j| j.name == job.kind).unwrap().run;
            let (payload, id) = (job.payload.clone(), job.id);
            world.site.db().write_now(move |tx| run(tx, &payload)).unwrap();
            world.site.db().write_now(move |tx| tx.settle_job(id, db::JobState::Done)).unwrap();
        }
        assert_eq!(count(world, open, args! { her: leaver }), 1, "what is hers stays");
        she.get("/konto/sitze").is(200).shows("Früher").shows("Klinikbeirat").shows("Segelclub");
        // The successor is offered what passes: body and role, neither the note nor who had it.
        let mut comes = world.signed_in(coming);
        let offered = comes.get("/konto/sitze");
        offered
            .is(200)
            .shows("Mit der Stelle angeboten")
            .shows("Klinikbeirat")
            .hides("Preisgericht")
            .hides("Segelclub")
            .hides("Geheimnotiz")
            .hides(&name(world, leaver));
        let take = format!("nehmen-{}", stored(world, "Klinikbeirat"));
        assert_eq!(world.person("mira").post("/konto/sitze", &[("tat", &take)]).status, 404, "not hers to take");
        assert_eq!(comes.post("/konto/sitze", &[("tat", &take)]).status, 303);
        comes
            .get("/konto/sitze")
            .is(200)
            .hides("Mit der Stelle angeboten")
            .shows("Klinikbeirat")
            .shows("für die Stelle, geht an die Nachfolge");
        assert_eq!(comes.post("/konto/sitze", &[("tat", &take)]).status, 404, "once");
        // Erasing takes every note along.
        let erase = actor_on(world, leaver);
        world.site.db().write_now(move |tx| (networks::slice().own.unwrap().erase)(tx, &erase)).unwrap();
        assert_eq!(
            count(world, "SELECT COUNT(*) FROM seat_elsewhere WHERE person_id = :her", args! { her: leaver }),
            0
        );
    });
}
