//! Joining and leaving: an open committee, an association, administrations, and two networks that say who could read.

use db::args;

use super::{actor_on, body, coordinator, count, insiders, number, outsiders, timeless, today, word};
use crate::{
    client::Page,
    world::{BASE, World, both, reading},
};

const MAIL: &str = "zoe.zander@rathaus.example.org";
const ZOE: [(&str, &str); 6] = [
    ("given", "Zoe"),
    ("family", "Zander"),
    ("mail", MAIL),
    ("organisation", "Stadt Beispielhausen"),
    ("role", "Referentin"),
    ("statement", "Ich möchte mich einbringen."),
];

/// A visitor asks, finds the letter and presses its button; gives the number of the request.
fn asks(world: &World, path: &str, more: &[(&str, &str)]) -> i64 {
    let fields: Vec<(&str, &str)> =
        ZOE.iter().filter(|(name, _)| !more.iter().any(|(n, _)| n == name)).chain(more).copied().collect();
    let mail = fields.iter().find(|(n, _)| *n == "mail").unwrap().1;
    let mut visitor = world.visitor();
    visitor.get(path).is(200);
    let sent = visitor.post(path, &fields);
    assert_eq!(sent.status, 303, "{}", sent.text());
    visitor.get(&sent.location).is(200).shows("Bitte sehen Sie in Ihr Postfach");
    let link = link(world, mail);
    // A scanner of mails opens it and nothing happens.
    visitor.get(&link).is(200).shows("Ja, das ist meine Anfrage");
    assert_eq!(word(world, "SELECT state FROM join_request ORDER BY id DESC LIMIT 1", args! {}), "unconfirmed");
    let page = visitor.post(&link, &[]);
    assert_eq!(page.status, 303, "{}", page.text());
    visitor.get(&page.location).is(200).shows("Ihre Anfrage ist angekommen");
    number(world, "SELECT MAX(id) FROM join_request", args! {})
}

fn letters(world: &World, mail: &str) -> Vec<String> {
    world.mails().into_iter().filter(|(to, ..)| to == mail).map(|(_, s, text)| format!("{s}\n{text}")).collect()
}

fn link(world: &World, mail: &str) -> String {
    let text = letters(world, mail).pop().unwrap();
    text.split(BASE).nth(1).unwrap().split_whitespace().next().unwrap().to_owned()
}

fn state(world: &World, request: i64) -> String {
    word(world, "SELECT state FROM join_request WHERE id = :id", args! { id: request })
}

fn admitted(world: &World, request: i64) -> i64 {
    assert_eq!(state(world, request), "admitted");
    number(world, "SELECT person_id FROM join_request WHERE id = :id", args! { id: request })
}

/// What the worker finds due.
fn work(world: &World) {
    while let Some(job) = world.site.db().write_now(|tx| tx.claim_job()).unwrap() {
        let run = world.site.slices().iter().flat_map(|s| s.jobs).find(|j| j.name == job.kind).unwrap().run;
        let (payload, id) = (job.payload.clone(), job.id);
        world.site.db().write_now(move |tx| run(tx, &payload)).unwrap();
        world.site.db().write_now(move |tx| tx.settle_job(id, db::JobState::Done)).unwrap();
    }
}

fn keeper(world: &World, network: &str) -> i64 {
    coordinator(world, network).person.unwrap()
}

#[test]
fn n3_5_a_non_member_joins_an_open_committee_and_that_alone() {
    both(|world| {
        let (network, committee) = (body(world, "frauennetzwerk"), body(world, "stammtisch"));
        let page = "/netzwerke/frauennetzwerk/gremien/stammtisch";
        world.visitor().get(page).is(200).shows("offen für alle").shows("Mitmachen");
        let members = |who: &str| world.person(who).get("/netzwerke/frauennetzwerk/mitglieder").is(200).text();
        let (before, letters_before) = (members("verein"), world.mails().len());
        let request = asks(world, &format!("{page}/beitreten"), &[]);
        // Whoever speaks for the committee decides, and nobody else there.
        let speaks = "SELECT v.person_id FROM sits v WHERE v.body_id = :b AND v.office = 'speaker' AND v.from_day <= :d AND v.until_day > :d";
        let speaker = number(world, speaks, args! { b: committee, d: today() });
        let show = format!("/beitritte/{request}");
        for who in ["gast", "mira", "lag", "betrieb", "neu"] {
            world.person(who).get(&show).is(404);
        }
        let mut speaker = world.signed_in(speaker);
        speaker.get("/").is(200).shows("Beitrittsanfrage: bitte entscheiden");
        speaker.get(&show).is(200).shows("Zoe Zander").shows("Ich möchte mich einbringen.");
        let today_text = today().to_string();
        assert_eq!(speaker.post(&show, &[("tat", "aufnehmen"), ("from", &today_text)]).status, 303);
        let her = admitted(world, request);
        let hers = actor_on(world, her);
        assert!(hers.sits_in(committee) && !hers.is_member_of(network) && !hers.is_member());
        let mut zoe = world.signed_in(her);
        zoe.get(page).is(200).shows("Zoe Zander");
        assert_eq!(zoe.get("/netzwerke/frauennetzwerk/personen").status, 403);
        // She has no vote anywhere, and the list of members is as it was.
        let votes =
            "SELECT COUNT(*) FROM sits v JOIN seat s ON s.id = v.seat_id WHERE v.person_id = :p AND s.votes > 0";
        assert_eq!(count(world, votes, args! { p: her }), 0);
        assert_eq!(members("verein"), before);
        let sent = letters(world, MAIL);
        assert_eq!(sent.len(), 3, "the link, the answer, the invitation");
        assert!(sent[1].contains("Feministischer Stammtisch") && sent[2].contains("/t/"), "{sent:?}");
        assert!(world.mails().len() - letters_before <= 6, "besides her only those who decide are written to");
        world.visitor().get(page).is(200).hides("Zoe Zander");
    });
}

#[test]
fn n3_7_an_organisation_leaves_at_the_end_of_a_year_and_its_seats_are_reviewed() {
    both(|world| {
        let network = body(world, "frauennetzwerk");
        let verein = number(world, "SELECT CAST(value AS BIGINT) FROM setting WHERE name = 'demo.verein'", args! {});
        let hers = "SELECT s.id FROM representative r JOIN occupancy o ON o.id = r.occupancy_id JOIN seat s ON s.id = o.seat_id WHERE r.person_id = :p AND r.rank = 1 AND s.body_id = :n AND r.until_day > :d";
        let seat = number(world, hers, args! { p: verein, n: network, d: today() });
        let leave = format!("/sitze/{seat}/verlassen");
        let mut she = world.person("verein");
        let preview = she.get(&leave);
        // Three months' notice end in February, so the year after is the last.
        preview.is(200).shows("31. Dezember 2027");
        let open = preview.text().matches("Damit endet auch:").count()
            + preview.text().matches("Darüber sprechen Sie").count();
        assert!(open > 0, "its seats in committees are listed: {}", preview.text());
        for who in ["mira", "rag", "betrieb", "gast"] {
            assert_eq!(world.person(who).post(&leave, &[("last", "2027-12-31")]).status, 404, "{who}");
        }
        she.post(&leave, &[("last", "2026-12-31")]).is(422).shows("31. Dezember 2027");
        let mails = world.mails().len();
        assert_eq!(she.post(&leave, &[("last", "2027-12-31")]).status, 303);
        let leaving = number(world, "SELECT id FROM leaving", args! {});
        let mut keeper = world.signed_in(keeper(world, "frauennetzwerk"));
        keeper.get("/").is(200).shows("Austritt: offene Sitze ansehen");
        let review = format!("/austritte/{leaving}");
        let page: Page = keeper.get(&review);
        page.is(200).shows("Letzter Tag im Netzwerk: 31. Dezember 2027");
        assert_eq!(page.body.matches("<fieldset").count(), open, "every open seat is asked about");
        let names: Vec<String> = page
            .body
            .split("name=\"sitz-")
            .skip(1)
            .map(|rest| format!("sitz-{}", rest.split('"').next().unwrap()))
            .collect();
        let first = names[0].clone();
        let fields: Vec<(&str, &str)> =
            names.iter().map(|n| (n.as_str(), if *n == first { "gast" } else { "endet" })).collect();
        let mut fields = fields;
        fields.dedup();
        assert_eq!(keeper.post(&review, &fields).status, 303);
        assert_eq!(world.mails().len(), mails, "nobody is written to");
        // To the last second she belongs; from then on the committees have one guest more.
        let end = kernel::Day::literal("2028-01-01");
        world.clock.set(end.at(0, 0).plus_seconds(-1));
        assert!(actor_on(world, verein).is_member_of(network));
        world.clock.set(end.at(0, 0));
        assert!(!actor_on(world, verein).is_member_of(network));
        let guests = "SELECT COUNT(*) FROM occupancy o JOIN seat s ON s.id = o.seat_id JOIN body b ON b.id = s.body_id WHERE b.network_id = :n AND s.voice = 'guest' AND o.from_day = '2028-01-01'";
        assert_eq!(count(world, guests, args! { n: network }), 1);
        // Its votes and years stay in what was.
        keeper.get(&format!("/sitze/{seat}")).is(200).shows("ausgetreten");
    });
}

#[test]
fn n3_9_a_project_group_closes_on_its_day_and_its_page_stays_readable() {
    both(|world| {
        let group = number(
            world,
            "SELECT b.id FROM body b JOIN body n ON n.id = b.network_id WHERE n.slug = 'frauennetzwerk' AND b.kind = 'project_group' AND b.until_day > :d ORDER BY b.id LIMIT 1",
            args! { d: today() },
        );
        let slug = word(world, "SELECT slug FROM body WHERE id = :id", args! { id: group });
        let title = word(world, "SELECT name FROM body WHERE id = :id", args! { id: group });
        let version = number(world, "SELECT version FROM body WHERE id = :id", args! { id: group }).to_string();
        let sits = "SELECT v.person_id FROM sits v WHERE v.body_id = :b AND v.from_day <= :d AND v.until_day > :d AND v.capacity <> 'deputy' ORDER BY v.person_id LIMIT 1";
        let member = number(world, sits, args! { b: group, d: today() });
        let end = format!("/gremien/{group}/aufloesen");
        let fields = [("version", version.as_str()), ("until", "2026-12-31")];
        world.person("verein").post(&end, &fields).is(403);
        let mut keeper = world.signed_in(keeper(world, "frauennetzwerk"));
        let done = keeper.post(&end, &fields);
        assert_eq!(done.status, 303, "{}", done.text());
        let page = format!("/netzwerke/frauennetzwerk/gremien/{slug}");
        let was = world.visitor().get(&page).is(200).text();
        world.clock.set(kernel::Day::literal("2026-12-31").at(23, 59));
        assert!(actor_on(world, member).sits_in(group));
        world.clock.set(kernel::Day::literal("2027-01-01").at(0, 0));
        assert!(!actor_on(world, member).sits_in(group), "rights end with the last second");
        let now = world.visitor().get(&page);
        now.is(200).shows(&title);
        // As of its last day the page is what it was.
        let then = world.visitor().get(&format!("{page}?stand=2026-12-31"));
        then.is(200).shows(&title);
        let heading = was.split("Auf einen Blick").nth(1).map_or("", |rest| rest.get(..40).unwrap_or(""));
        assert!(then.text().contains(heading), "{}", then.text());
        assert!(
            !world.visitor().get("/netzwerke/frauennetzwerk/gremien").text().contains(&title),
            "no list goes on with it"
        );
    });
}

#[test]
fn n7_1_an_administration_asks_members_are_asked_and_it_is_admitted_on_a_day() {
    both(|world| {
        let network = body(world, "diversity");
        let path = "/netzwerke/diversity/beitreten";
        world.visitor().get("/netzwerke/diversity").is(200).shows("Mitglied werden");
        world.visitor().get(path).is(200).shows("Was tun Sie für Vielfalt? Gern mit einem Link.").shows("14 Tage lang");
        let more = [("organisation", "Stadt Bremerhaven"), ("organisation_kind", "municipality")];
        let request = asks(world, path, &more);
        let show = format!("/beitritte/{request}");
        let mut keeper = world.signed_in(keeper(world, "diversity"));
        keeper.get("/").is(200).shows("Beitrittsanfrage: bitte entscheiden");
        world.person("mira").get(&show).is(404);
        assert_eq!(keeper.post(&show, &[("tat", "fragen")]).status, 303);
        // Now the members read who asks, and why; nobody else does.
        let mut mira = world.person("mira");
        mira.get("/eingang").is(200).shows("Jemand möchte beitreten");
        mira.get(&format!("/gremien/{network}/beitritte")).is(200).shows("Zoe Zander").shows("Stadt Bremerhaven");
        mira.get(&show).is(200).shows("Ich möchte mich einbringen.");
        for who in ["lag", "betrieb", "gast", "lsbtiq"] {
            world.person(who).get(&show).is(404);
            world.person(who).get(&format!("/gremien/{network}/beitritte")).is(403).hides("Zoe Zander");
        }
        world.visitor().get("/netzwerke/diversity").is(200).hides("Zoe Zander").hides("Bremerhaven");
        let end = today().plus_days(15);
        world.clock.set(end.at(0, 0).plus_seconds(-1));
        work(world);
        assert_eq!(state(world, request), "objecting");
        world.clock.set(end.at(0, 0));
        work(world);
        let her = admitted(world, request);
        assert!(actor_on(world, her).is_member_of(network));
        let from = word(world, "SELECT from_day FROM join_request WHERE id = :id", args! { id: request });
        assert_eq!(from, end.to_string());
        mira.get("/netzwerke/diversity/mitglieder").is(200).shows("32 Mitglieder").shows("Stadt Bremerhaven");
        let sent = letters(world, MAIL);
        assert_eq!(sent.len(), 3);
        assert!(
            sent[1].contains("Diversity-Netzwerk der Kommunal- und Landesverwaltungen, ab 8. Dezember 2026"),
            "{sent:?}"
        );
    });
}

#[test]
fn n8_1_a_colleague_with_her_offices_mailbox_joins_and_nobody_outside_can_tell() {
    both(|world| {
        let network = body(world, "lsbtiq-nrw");
        let page = "/netzwerke/lsbtiq-nrw";
        let before: Vec<String> =
            outsiders(world).into_iter().map(|(_, mut client)| client.get(page).is(200).text()).collect();
        let town = "SELECT g.id FROM organisation g JOIN post p ON p.organisation_id = g.id WHERE p.mail IS NOT NULL AND g.kind = 'municipality' \
             AND NOT EXISTS (SELECT 1 FROM occupancy o JOIN seat s ON s.id = o.seat_id WHERE s.body_id = :n AND o.eligible_organisation_id = g.id) ORDER BY g.sort_name LIMIT 1";
        let town = number(world, town, args! { n: network });
        let mailbox = word(
            world,
            "SELECT mail FROM post WHERE organisation_id = :o AND mail IS NOT NULL LIMIT 1",
            args! { o: town },
        );
        let already = letters(world, &mailbox).len();
        world
            .visitor()
            .get(&format!("{page}/beitreten"))
            .is(200)
            .shows("Welchen Auftrag haben Sie in Ihrer Verwaltung?");
        let known = town.to_string();
        let request = asks(world, &format!("{page}/beitreten"), &[("mail", mailbox.as_str()), ("known", &known)]);
        assert_eq!(state(world, request), "objecting", "the mailbox is enough");
        let show = format!("/beitritte/{request}");
        let mut kay = world.person("lsbtiq");
        kay.get(&show).is(200).shows("Das ist das Funktionspostfach einer bekannten Stelle oder Organisation");
        for (who, mut client) in outsiders(world) {
            let got = client.get(&show);
            assert!(got.status == 404 || (who.is_empty() && got.status == 303), "{who}: {}", got.status);
        }
        world.clock.set(today().plus_days(15).at(0, 0));
        work(world);
        let her = admitted(world, request);
        assert!(actor_on(world, her).is_member_of(network));
        let mut zoe = world.signed_in(her);
        zoe.get(&format!("{page}/personen")).is(200);
        zoe.get("/konto/freigaben").is(200);
        // Nothing of her is listed before she says so, field by field, not even within.
        kay.get(&format!("{page}/mitglieder")).is(200).shows("25 Mitglieder").hides("Zander");
        kay.get(&format!("{page}/personen")).is(200).hides("Zander");
        for ((who, mut client), was) in outsiders(world).into_iter().zip(before) {
            let undated = |text: &str| timeless(text, "8. Dezember 2026");
            assert_eq!(undated(&client.get(page).text()), undated(&was), "{who}");
            client.get("/suche?q=Zander").is(200).hides("Zoe Zander");
        }
        let sent: Vec<String> = letters(world, &mailbox).split_off(already);
        assert_eq!(sent.len(), 3);
        assert!(world.mails().iter().all(|(_, s, text)| !format!("{s}{text}").contains("LSBTIQ")), "{sent:?}");
    });
}

#[test]
fn n9_5_the_landing_page_says_who_could_read_and_two_members_let_a_town_in() {
    reading(|world| {
        let page = world.visitor().get("/netzwerke/lgbtqia-gleichstellung/beitreten");
        page.is(200)
            .shows("Diese Seite betreibt: Demo-Betrieb.")
            .shows("Wer den Server oder eine Sicherung hat, könnte aber alles lesen")
            .shows("Mails an Sie nennen das Netzwerk nicht")
            .shows("Zwei Mitglieder bürgen.")
            .shows("7 Tage lang");
        page.names_none_of(&insiders(world, body(world, "lgbtqia-gleichstellung")));
        world.visitor().get("/en/netzwerke/lgbtqia-gleichstellung/beitreten").is(200).shows("whoever has the server");
    });
    both(|world| {
        let network = body(world, "lgbtqia-gleichstellung");
        // The demo's own request: one of the two has vouched, Mira is asked.
        let request = number(world, "SELECT id FROM join_request WHERE body_id = :n", args! { n: network });
        let show = format!("/beitritte/{request}");
        let mut mira = world.person("mira");
        mira.get("/eingang").is(200).shows("Kennen Sie die Person, die beitreten möchte?");
        mira.get(&show).is(200).shows("Stadt Bremerhaven").shows("Ich bürge");
        for who in ["lag", "lsbtiq", "betrieb", "gast", "verborgen"] {
            world.person(who).get(&show).is(404);
            assert_eq!(world.person(who).post(&show, &[("tat", "buergen")]).status, 404);
        }
        assert_eq!(mira.post(&show, &[("tat", "buergen")]).status, 303);
        assert_eq!(state(world, request), "objecting");
        let name = word(world, "SELECT given || ' ' || family FROM join_request WHERE id = :id", args! { id: request });
        let end = today().plus_days(8);
        world.clock.set(end.at(0, 0));
        work(world);
        let her = admitted(world, request);
        assert!(actor_on(world, her).is_member_of(network));
        for (_, mut client) in outsiders(world).into_iter().filter(|(who, _)| *who != "mira") {
            client.get("/netzwerke/lgbtqia-gleichstellung").is(200).hides(&name);
            client.get(&format!("/personen/{her}")).is(404);
        }
        assert!(world.mails().iter().all(|(_, s, text)| !format!("{s}{text}").contains("LGBTQIA")));
    });
}
