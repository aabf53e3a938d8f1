//! N6 and N9: a cooperation, without naming to anybody outside who belongs to the one.

use db::args;

use super::{body, insiders, name, number, outsiders};
use crate::world::reading;

const NAME: &str = "Netzwerk LGBTQIA+ und Gleichstellung";
const PAGE: &str = "/netzwerke/lgbtqia-gleichstellung";
const PARTNER: &str = "Bundesarbeitsgemeinschaft kommunaler Frauenbüros";

#[test]
fn n9_outsiders_know_the_network_and_nothing_of_who_is_in_it_or_with_whom_it_works() {
    reading(|world| {
        let network = body(world, "lgbtqia-gleichstellung");
        let people = insiders(world, network);
        assert!(people.len() > 15, "{} members", people.len());
        let seat =
            number(world, "SELECT id FROM seat WHERE body_id = :n ORDER BY number LIMIT 1", args! { n: network });
        // A town whose office has a seat there, and Mira, who is known to everybody from elsewhere.
        let bielefeld = number(world, "SELECT id FROM organisation WHERE name = 'Stadt Bielefeld'", args! {});
        let mira = number(world, "SELECT id FROM person WHERE given = 'Mira' AND family = 'Kowalski'", args! {});
        // Of the sensitive network itself Mira is a member, so she comes below.
        for (who, mut client) in outsiders(world).into_iter().filter(|(who, _)| *who != "mira") {
            let page = client.get(PAGE);
            page.is(200).shows(NAME).shows("Wir fragen").shows("kontakt@lgbtqia-gleichstellung.example.org");
            page.shows("Wer zum Netzwerk gehört, erfahren nur seine Mitglieder.").hides(PARTNER).hides("19 Mitglieder");
            client.get(&format!("{PAGE}/personen")).is(if who.is_empty() { 303 } else { 403 });
            // Only words are looked at: the addresses of styles carry sums of their own.
            let refused = client.get(&format!("{PAGE}/mitglieder"));
            assert!(!refused.is(403).text().contains("19"), "{}", refused.text());
            client.get(&format!("{PAGE}/bild")).is(404);
            client.get(&format!("{PAGE}/gremien")).is(404);
            client.get(&format!("/sitze/{seat}")).is(404);
            // The partner's pages say nothing of it: with whom it works would say who is close to it.
            for path in ["/netzwerke/bag", "/netzwerke/bag/bild"] {
                client.get(path).is(200).shows("16 Mitglieder").hides("LGBTQIA");
            }
            // In the list it has name and purpose, and no number.
            let list = client.get("/netzwerke");
            list.is(200).shows(NAME).shows("Wer dazugehört, erfährt nur das Netzwerk.").hides("19 Mitglieder");
            // Her hats elsewhere are public, this one is not; the same for a town with a seat there.
            client.get(&format!("/personen/{mira}")).is(200).shows("Mira Kowalski").shows("Diversity").hides("LGBTQIA");
            for path in [format!("/organisationen/{bielefeld}"), format!("/organisationen/{bielefeld}/einbetten")] {
                client.get(&path).is(200).shows("Diversity").hides("LGBTQIA");
            }
            // Search finds the network, nobody through it and nothing below it.
            let found = client.get("/suche?q=LGBTQIA");
            found.is(200).shows("Ein Treffer").shows("und Gleichstellung Netzwerk Gremien");
            let map = client.get("/sitemap.xml");
            assert!(map.body.contains(PAGE) && !map.body.contains(&format!("{PAGE}/")), "nothing below its page");
            for page in [&page, &list, &found, &map, &client.get("/")] {
                page.names_none_of(&people);
            }
        }
        // No letter names it; the log says it to members only.
        assert!(world.mails().iter().all(|(_, subject, text)| !format!("{subject}{text}").contains("LGBTQIA")));
    });
}

#[test]
fn n9_a_member_sees_who_is_there_as_far_as_each_let_and_with_whom_it_works() {
    reading(|world| {
        let network = body(world, "lgbtqia-gleichstellung");
        let mut mira = world.person("mira");
        mira.get(PAGE).is(200).shows("19").shows("Alex Wintergrünau").shows("arbeitet zusammen mit").shows(PARTNER);
        mira.get("/netzwerke").is(200).shows("19 Mitglieder");
        mira.get("/netzwerke/bag").is(200).shows(NAME);
        mira.get("/").is(200).shows("LGBTQIA+ und Gleichstellung");
        let roster = mira.get(&format!("{PAGE}/personen"));
        roster.is(200).shows("20 Personen").shows("3 Personen haben ihren Namen hier nicht freigegeben.");
        // Consent is asked person by person, also among members.
        let consents = |given: bool| {
            let (is, sql) = (
                if given { "" } else { "NOT " },
                "SELECT v.person_id FROM sits v WHERE v.body_id = :n AND v.capacity <> 'deputy' AND",
            );
            number(
                world,
                &format!(
                    "{sql} {is}EXISTS (SELECT 1 FROM consent c WHERE c.person_id = v.person_id AND c.body_id = :n AND c.field = 'name' AND c.withdrawn_at IS NULL) ORDER BY v.person_id LIMIT 1"
                ),
                args! { n: network },
            )
        };
        let (open, kept) = (consents(true), consents(false));
        roster.shows(&super::family(world, open)).hides(&super::family(world, kept));
        mira.get(&format!("{PAGE}/mitglieder")).is(200).shows("19 Mitglieder").hides(&name(world, kept));
        // Her own page shows her the hat that it hides from others.
        let herself = number(world, "SELECT id FROM person WHERE given = 'Mira' AND family = 'Kowalski'", args! {});
        mira.get(&format!("/personen/{herself}")).is(200).shows(NAME);
    });
}
