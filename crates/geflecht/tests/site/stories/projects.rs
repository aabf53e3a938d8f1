//! N3: a project group with an end date, partners and a closing report.

use db::args;

use super::{actor_on, body, coordinator, count, insiders, number, outsiders};
use crate::world::{World, both, reading};

const PAGE: &str = "/netzwerke/frauennetzwerk/gremien/wegweiser";
const NEAR: &str = "Eine Projektgruppe geht zu Ende";
const LATE: &str = "Eine Projektgruppe ist über ihr Ende hinaus ohne Bericht";

/// Who speaks for the group, or a member of it who leads nothing and keeps nothing.
fn of_group(world: &World, group: i64, speaks: bool) -> i64 {
    let sql = if speaks {
        "SELECT v.person_id FROM sits v WHERE v.body_id = :group AND v.office = 'speaker' AND v.until_day = '9999-12-31' LIMIT 1"
    } else {
        "SELECT v.person_id FROM sits v WHERE v.body_id = :group AND v.office IS NULL AND v.until_day = '9999-12-31' \
         AND NOT EXISTS (SELECT 1 FROM sits k WHERE k.person_id = v.person_id AND k.office IS NOT NULL) ORDER BY v.seat_id LIMIT 1"
    };
    number(world, sql, args! { group: group })
}

/// What the form of a page was made from.
fn edition(page: &crate::client::Page) -> String {
    let (_, rest) = page.body.split_once("name=\"edition\" value=\"").expect("a form that says what it was made from");
    rest.split('"').next().unwrap().to_owned()
}

#[test]
fn n3_9_a_project_group_closes_with_a_report() {
    both(|world| {
        let group = body(world, "wegweiser");
        let (speaker, member) = (of_group(world, group, true), of_group(world, group, false));
        let keeper = coordinator(world, "frauennetzwerk").person.unwrap();
        let mut leads = world.signed_in(speaker);
        let (edit, carry, close) = (
            format!("/gremien/{group}/projekt"),
            format!("/gremien/{group}/beteiligte"),
            format!("/gremien/{group}/abschluss"),
        );
        // The end is four weeks away: who leads the group is reminded, and nobody else yet.
        leads.get("/").is(200).shows(NEAR).shows("noch 3 Wochen");
        world.signed_in(keeper).get("/").is(200).hides(NEAR).hides(LATE);
        world.signed_in(member).get("/").is(200).hides(NEAR);

        // Mandate, end and cost; what is no amount is refused and stays typed.
        let fields = [("version", "2"), ("charge", "Ein Wegweiser in fünf Sprachen."), ("due", "18.12.2026")];
        let wrong = leads.post(&edit, &[fields[0], fields[1], fields[2], ("total", "viel")]);
        wrong.is(422).shows("Bitte schreiben Sie einen Betrag").shows("Ein Wegweiser in fünf Sprachen.");
        let saved = leads.post(&edit, &[fields[0], fields[1], fields[2], ("total", "12.000,00 €")]);
        assert_eq!(saved.status, 303, "{}", saved.text());
        let over = leads.post(&edit, &[fields[0], ("charge", "Ein Faltblatt."), fields[2]]);
        over.is(409).shows("Das hat jemand inzwischen geändert").shows("Ein Faltblatt.");
        over.shows("Jetzt gespeichert: Ein Wegweiser in fünf Sprachen.").shows("Jetzt gespeichert: 12.000,00");

        // Partners: shares are added exactly, and said in words.
        let page = leads.get(&carry);
        page.is(200).shows("Zum Ganzen fehlt noch 1/6").shows("Gesamtkosten: 12.000,00");
        let more = [
            ("version", "3"),
            ("anteil1", "1/3"),
            ("anteil2", "1/3"),
            ("anteil3", "1/6"),
            ("name", "Bürgerstiftung Eifel"),
        ];
        leads
            .post(&carry, &[&more[..], &[("anteil", "1/4")]].concat())
            .is(422)
            .shows("13/12")
            .shows("mehr als das Ganze");
        leads.post(&carry, &[&more[..], &[("anteil", "500")]].concat()).is(422).shows("alle Anteile als Betrag");
        let saved = leads.post(&carry, &[&more[..], &[("anteil", "1/6")]].concat());
        assert_eq!(saved.status, 303, "{}", saved.text());
        leads.get(&saved.location).is(200).shows("Die Anteile ergeben zusammen genau das Ganze.");

        // Who sits there and who keeps the network read the cost; others read mandate and partners, and no cost anywhere.
        for who in [speaker, member, keeper] {
            world.signed_in(who).get(PAGE).is(200).shows("Gesamtkosten: 12.000,00").shows("1/3 · 4.000,00");
        }
        let cost = |page: &crate::client::Page| {
            page.is(200).shows("Ein Wegweiser in fünf Sprachen.").shows("Bürgerstiftung Eifel").shows("Stadt Aachen");
            for secret in ["12.000,00", "4.000,00", "1/3", "Gesamtkosten", "Kosten"] {
                page.hides(secret);
            }
        };
        let inside: Vec<i64> = insiders(world, group).into_iter().map(|(id, _)| id).collect();
        for (who, mut client) in outsiders(world) {
            let person = if who.is_empty() {
                0
            } else {
                number(
                    world,
                    "SELECT CAST(value AS BIGINT) FROM setting WHERE name = :n",
                    args! { n: format!("demo.{who}") },
                )
            };
            if !inside.contains(&person) && person != keeper && person != speaker {
                cost(&client.get(PAGE));
                let status = client.get(&close).status;
                assert!(matches!(status, 303 | 403), "{who}: {status}");
                assert!(matches!(
                    client.post(&close, &[("tat", "schliessen"), ("result", "x"), ("last", "2026-12-18")]).status,
                    303 | 403
                ));
            }
        }
        world.signed_in(member).get(&edit).is(403);

        // Past the end without report the coordination is told, too.
        world.clock.set(kernel::Day::literal("2026-12-19").at(9, 0));
        world.signed_in(keeper).get("/").is(200).shows(LATE);
        leads.get("/").is(200).shows(LATE);

        // A draft counts for nothing; a report that says nothing does not close.
        let letters = world.mails().len();
        let aim = ("aim", "Alle sollen wissen, wohin sie sich wenden können.");
        let first = edition(&leads.get(&close));
        assert_eq!(leads.post(&close, &[("tat", "entwurf"), ("edition", &first), aim]).status, 303);
        // Who drafted on the same empty page sees what was saved beside her own words.
        let other = ("aim", "Etwas anderes.");
        let over = leads.post(&close, &[("tat", "entwurf"), ("edition", &first), other]);
        over.is(409).shows("Etwas anderes.").shows("Jetzt gespeichert: Alle sollen wissen");
        leads.get(&close).is(200).shows("Alle sollen wissen").shows("Mit dem Abschluss enden");
        world.visitor().get(PAGE).is(200).hides("Alle sollen wissen");
        let drafted = edition(&leads.get(&close));
        let mut send_as = |result, last| {
            let fields =
                [("tat", "schliessen"), ("edition", drafted.as_str()), aim, ("result", result), ("last", last)];
            leads.post(&close, &fields)
        };
        send_as("", "2026-12-31").is(422).shows("was herausgekommen ist");
        send_as("Der Wegweiser liegt aus.", "2026-12-01").is(422).shows("heute oder einen späteren Tag");
        let done = send_as("Der Wegweiser liegt in allen Rathäusern aus.", "2026-12-31");
        assert_eq!(done.status, 303, "{}", done.text());
        assert_eq!(send_as("Anders.", "2026-12-31").status, 409, "what closed stays as it is");

        // To the last second of the last day they sit there; then nobody does, and nothing reminds any more.
        let end = kernel::Day::literal("2027-01-01");
        world.clock.set(end.at(0, 0).plus_seconds(-1));
        assert!(actor_on(world, member).sits_in(group) && actor_on(world, speaker).sits_in(group));
        world.clock.set(end.at(9, 0));
        assert!(!actor_on(world, member).sits_in(group) && !actor_on(world, speaker).sits_in(group));
        let open = "SELECT COUNT(*) FROM occupancy o JOIN seat s ON s.id = o.seat_id WHERE s.body_id = :group AND (o.until_day > :end OR s.until_day > :end) AND o.status <> 'refused'";
        assert_eq!(count(world, open, args! { group: group, end: end }), 0);
        for who in [speaker, member, keeper] {
            world.signed_in(who).get("/").is(200).hides(NEAR).hides(LATE);
        }
        assert_eq!(world.mails().len(), letters, "nobody is written to");

        // The page stays readable with its report, and who sat there is a view of that day; cost is the coordination's.
        let page = world.visitor().get(PAGE);
        page.is(200)
            .shows("hat mit einem Bericht abgeschlossen")
            .shows("31. Dezember 2026")
            .shows("Der Wegweiser liegt in allen Rathäusern aus.");
        page.shows("Bürgerstiftung Eifel").hides("12.000,00").hides("1/3");
        world.visitor().get(&format!("{PAGE}?stand=2026-12-31")).is(200).shows("Sprech");
        world
            .visitor()
            .get("/netzwerke/frauennetzwerk/gremien")
            .is(200)
            .shows("Abgeschlossene Projektgruppen")
            .shows("Wegweiser Gewaltschutz");
        world.signed_in(keeper).get(PAGE).is(200).shows("Gesamtkosten: 12.000,00");
        world.signed_in(member).get(PAGE).is(200).hides("12.000,00");
        world.signed_in(speaker).get(&close).is(403);
        world.signed_in(keeper).get(&close).is(200).shows("schon mit einem Bericht abgeschlossen");
    });
}

#[test]
fn n3_9_a_closed_group_of_the_past_shows_its_report_to_everybody() {
    reading(|world| {
        let page = world.visitor().get("/netzwerke/frauennetzwerk/gremien/jubilaeum");
        page.is(200).shows("31. Dezember 2023").shows("Rund 900 Gäste").shows("Räume ein Jahr vorher buchen");
        world
            .visitor()
            .get("/netzwerke/frauennetzwerk/gremien/jubilaeum?stand=2023-06-30")
            .is(200)
            .shows("Rund 900 Gäste");
        // Before it began there was no such group.
        world.visitor().get("/netzwerke/frauennetzwerk/gremien/jubilaeum?stand=2020-06-30").hides("Rund 900 Gäste");
    });
}
