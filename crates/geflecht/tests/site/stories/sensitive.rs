//! N8 and the unlisted network: who belongs never leaves the network.

use db::args;
use networks::EndReason;

use super::{actor_on, body, coordinator, id, insiders, name, number, outsiders, timeless, today, word};
use crate::world::{both, reading};

/// The network's whole name; its short name stands in the demo's bar.
const NAME: &str = "Kommunales LSBTIQ*-NRW-Netzwerk";

#[test]
fn n8_7_access_ends_on_the_day_a_member_leaves() {
    both(|world| {
        let network = body(world, "lsbtiq-nrw");
        let held = number(
            world,
            "SELECT o.id FROM occupancy o JOIN seat s ON s.id = o.seat_id JOIN consent c ON c.person_id = o.person_id AND c.body_id = s.body_id AND c.field = 'name' AND c.withdrawn_at IS NULL \
             WHERE s.body_id = :n AND o.person_id IS NOT NULL AND s.office IS NULL AND o.from_day <= :day AND o.until_day = '9999-12-31' ORDER BY s.number DESC LIMIT 1",
            args! { n: network, day: today() },
        );
        let get = |column: &str| {
            number(world, &format!("SELECT {column} FROM occupancy WHERE id = :held"), args! { held: held })
        };
        let (person, seat) = (get("person_id"), get("seat_id"));
        let (her, page, roster) = (name(world, person), "/netzwerke/lsbtiq-nrw", "/netzwerke/lsbtiq-nrw/personen");
        let family = super::family(world, person);
        let (admin, day, letters) = (coordinator(world, "lsbtiq-nrw"), today().plus_days(10), world.mails().len());
        let before: Vec<String> =
            outsiders(world).into_iter().map(|(_, mut client)| client.get(page).is(200).text()).collect();
        let end =
            world.site.db().write_now(move |tx| networks::end_occupancy(tx, &admin, id(held), day, EndReason::Exit));
        end.unwrap();
        let (mut leaves, mut stays) = (world.signed_in(person), world.person("lsbtiq"));
        // To the last second she is one of them.
        world.clock.set(day.at(0, 0).plus_seconds(-1));
        assert!(actor_on(world, person).is_member_of(network));
        leaves.get(roster).is(200).shows(&family);
        stays.get(roster).is(200).shows(&family);
        stays.get("/netzwerke/lsbtiq-nrw/mitglieder").is(200).shows("24 Mitglieder");
        // Then she is as everybody outside, with the same session.
        world.clock.set(day.at(0, 0));
        assert!(!actor_on(world, person).is_member_of(network));
        leaves.get(roster).is(403);
        leaves.get(&format!("/sitze/{seat}")).is(404);
        leaves.get("/netzwerke/lsbtiq-nrw/gremien").is(404);
        leaves.get(page).is(200).shows("Wer zum Netzwerk gehört, erfahren nur seine Mitglieder.");
        // Those who stay see the list without her and the seat vacant; what was, stays with them.
        stays.get(roster).is(200).hides(&family);
        stays.get("/netzwerke/lsbtiq-nrw/mitglieder").is(200).shows("23 Mitglieder").hides(&her);
        stays.get(&format!("/sitze/{seat}")).is(200).shows("unbesetzt").shows("ausgetreten");
        // Nobody outside can tell that anything happened.
        for ((who, mut client), was) in outsiders(world).into_iter().zip(before) {
            let now = client.get(page).text();
            let undated = |text: &str| timeless(text, "3. Dezember 2026");
            assert_eq!(undated(&now), undated(&was), "{who}");
            client.get(&format!("/sitze/{seat}")).is(404).hides(&her);
            client.get(&format!("/suche?q={family}")).is(200).hides(&her);
            client.get(&format!("/personen/{person}")).is(404);
        }
        assert_eq!(world.mails().len(), letters, "no mail tells that she was there");
    });
}

#[test]
fn n8_nobody_outside_learns_who_belongs_or_how_many() {
    reading(|world| {
        let network = body(world, "lsbtiq-nrw");
        let people = insiders(world, network);
        assert_eq!(people.len(), 23, "all but the coordination, who stands in the demo's bar");
        let seat = number(world, "SELECT id FROM seat WHERE body_id = :n LIMIT 1", args! { n: network });
        let town = number(
            world,
            "SELECT o.eligible_organisation_id FROM occupancy o JOIN seat s ON s.id = o.seat_id WHERE s.body_id = :n AND o.eligible_organisation_id IS NOT NULL ORDER BY s.number DESC LIMIT 1",
            args! { n: network },
        );
        for (who, mut client) in outsiders(world) {
            let page = client.get("/netzwerke/lsbtiq-nrw");
            page.is(200).shows(NAME).shows("Wer zum Netzwerk gehört, erfahren nur seine Mitglieder.");
            // The network may be known, who is in it may not: the page says that only members see this.
            let pages = [
                ("/netzwerke/lsbtiq-nrw/personen".to_owned(), if who.is_empty() { 303 } else { 403 }),
                ("/netzwerke/lsbtiq-nrw/mitglieder".to_owned(), 403),
                ("/netzwerke/lsbtiq-nrw/bild".to_owned(), 404),
                ("/netzwerke/lsbtiq-nrw/gremien".to_owned(), 404),
                (format!("/sitze/{seat}"), 404),
            ];
            for (path, status) in pages {
                let closed = client.get(&path);
                closed.is(status);
                closed.names_none_of(&people);
            }
            // No list, picture, count or search tells more, and neither does the page of a member's town hall.
            let list = client.get("/netzwerke");
            list.is(200).shows("Wer dazugehört, erfährt nur das Netzwerk.").hides("24 Mitglieder");
            client.get(&format!("/organisationen/{town}")).is(200).hides(NAME);
            client.get(&format!("/organisationen/{town}/einbetten")).is(200).hides(NAME);
            for found in [&page, &list, &client.get("/suche?q=LSBTIQ"), &client.get("/sitemap.xml"), &client.get("/")] {
                found.names_none_of(&people);
                assert!(!found.body.contains(&format!("/sitze/{seat}")), "{who}: {}", found.path);
            }
            assert!(
                !client.get("/sitemap.xml").body.contains("/netzwerke/lsbtiq-nrw/"),
                "nothing below the network's page"
            );
            for (person, name) in people.iter().take(6) {
                let page = client.get(&format!("/personen/{person}"));
                // Whoever is known from elsewhere is known without this.
                assert!(page.status == 404 || !page.text().contains(NAME), "{who} on {name}");
                client.get(&format!("/suche?q={}", name.rsplit(' ').next().unwrap())).is(200).hides(NAME);
            }
        }
        // Those within see each other, as far as each of them let.
        let mut member = world.person("lsbtiq");
        let roster = member.get("/netzwerke/lsbtiq-nrw/personen");
        roster.is(200).shows("24 Personen").shows("2 Personen haben ihren Namen hier nicht freigegeben.");
        member.get("/netzwerke/lsbtiq-nrw/mitglieder").is(200).shows("24 Mitglieder");
        member.get(&format!("/sitze/{seat}")).is(200);
        assert!(world.mails().iter().all(|(_, subject, text)| !subject.contains("LSBTIQ") && !text.contains("LSBTIQ")));
    });
}

#[test]
fn the_unlisted_network_is_found_by_its_members_alone() {
    reading(|world| {
        let unlisted = |column: &str| {
            word(world, &format!("SELECT {column} FROM body WHERE unlisted AND kind = 'network'"), args! {})
        };
        let (slug, name, short) = (unlisted("slug"), unlisted("name"), unlisted("short_name"));
        let network = body(world, &slug);
        let people = insiders(world, network);
        let seat = number(world, "SELECT id FROM seat WHERE body_id = :n LIMIT 1", args! { n: network });
        let town = number(
            world,
            "SELECT p.organisation_id FROM occupancy o JOIN seat s ON s.id = o.seat_id JOIN post p ON p.id = o.eligible_post_id WHERE s.body_id = :n ORDER BY s.number LIMIT 1",
            args! { n: network },
        );
        let mut member = world.person("verborgen");
        member.get(&format!("/netzwerke/{slug}")).is(200).shows(&name);
        member.get("/netzwerke").is(200).shows(&name);
        member.get(&format!("/netzwerke/{slug}/mitglieder")).is(200).shows("5 Mitglieder");
        member.get(&format!("/organisationen/{town}")).is(200).shows(&name);
        member.get("/").is(200).shows(&short);
        let mut outside = outsiders(world);
        outside.push(("lsbtiq", world.person("lsbtiq")));
        for (who, mut client) in outside.into_iter().filter(|(who, _)| *who != "verborgen") {
            for path in ["", "/gremien", "/mitglieder", "/bild"] {
                client.get(&format!("/netzwerke/{slug}{path}")).is(404).hides(&name);
                client.get(&format!("/en/netzwerke/{slug}{path}")).is(404).hides(&name);
            }
            client.get(&format!("/sitze/{seat}")).is(404).hides(&name);
            client.get(&format!("/gremien/{network}/bearbeiten")).is(if who.is_empty() { 303 } else { 404 });
            for path in ["/netzwerke", "/en/netzwerke", "/", "/sitemap.xml", "/suche?q=bedroht", "/suche?q=Rückhalt"] {
                let page = client.get(path);
                page.is(200).hides(&name).hides(&format!("/netzwerke/{slug}"));
            }
            client.get(&format!("/organisationen/{town}")).is(200).hides(&name);
            for (person, _) in &people {
                let page = client.get(&format!("/personen/{person}"));
                assert!(!page.text().contains(&name), "{who} on {person}");
            }
        }
    });
}
