//! Across networks, the public, the operator.

use db::args;

use super::{count, holder, name, names, number, post, today, word};
use crate::world::{both, reading};

#[test]
fn x10_4_five_hats_one_login() {
    reading(|world| {
        let mira = holder(world, post(world, "05334002"));
        assert_eq!(count(world, "SELECT COUNT(*) FROM account WHERE person_id = :p", args! { p: mira }), 1);
        let mut client = world.person("mira");
        let start = client.get("/");
        start.is(200).shows(&name(world, mira)).shows("8 Netzwerke · 15 Sitze");
        // One page shows all her networks and her seats, with the words for each hat.
        for network in ["AK StädteRegion", "RAG Aachen", "LAG NRW", "Städtetag", "BAG", "Diversity", "Frauennetzwerk"]
        {
            start.shows(network);
        }
        for role in ["Vorsitz", "Gewähltes Mitglied", "Beratendes Mitglied", "Mitglied durch die Stelle"] {
            start.shows(role);
        }
        // Every seat of hers leads to its page from there, each once in the list.
        let seats: Vec<i64> = world
            .site
            .db()
            .read_now(move |c| {
                let sql = "SELECT DISTINCT v.seat_id FROM sits v WHERE v.person_id = :p AND v.from_day <= :day AND v.until_day > :day";
                c.all(sql, args! { p: mira, day: today() }, |r| r.get(0))
            })
            .unwrap();
        assert_eq!(seats.len(), 12);
        for seat in &seats {
            assert!(start.links().contains(&format!("/sitze/{seat}")), "seat {seat}");
        }
        assert!(start.statements() <= 54, "Start took {} statements", start.statements());
        // Without another sign-in she reads all of them; what waits is one list over all.
        for network in
            ["ak-staedteregion", "rag-aachen", "frauennetzwerk", "lag-nrw", "staedtetag-nrw", "bag", "diversity"]
        {
            client.get(&format!("/netzwerke/{network}/personen")).is(200);
        }
        start.shows("Vorstand, Frauennetzwerk");
        client.get("/eingang").is(200).shows("Personal- und Organisationsausschuss, Städtetag NRW");
        // Her page is hers: another one's Start has another one's seats.
        let other = world.person("lag").get("/");
        other.is(200).hides(&format!("/sitze/{}\"", seats[0])).hides("8 Netzwerke · 15 Sitze");
        world.visitor().get("/").is(200).hides("Das wartet auf Sie").hides("Guten Tag");
    });
}

#[test]
fn x10_4_one_list_holds_the_tasks_of_all_her_hats() {
    reading(|world| {
        let mut client = world.person("mira");
        let start = client.get("/");
        start
            .is(200)
            .shows("Aufgabe: Zahlen zur Beschäftigung von Frauen zusammenstellen")
            .shows("seit 3 Tagen fällig");
        // Of her post in two networks, and of the board she leads; what is late stands first.
        let list = client.get("/aufgaben");
        list.is(200).shows("davon 2 überfällig").shows("RAG Aachen").shows("LAG NRW").shows("Frauennetzwerk");
        for title in [
            "Zahlen zur Beschäftigung von Frauen zusammenstellen",
            "Workshop zur Istanbul-Konvention vorbereiten",
            "Vereinsregister: Änderung im Vorstand anmelden (§ 67 BGB)",
        ] {
            list.shows(title);
        }
        client.get("/aufgaben?zeigen=erledigt").is(200).shows("Anmeldungen zur Fortbildung weitergeben");
        client.get("/aufgaben?netz=lag-nrw").is(200).shows("Istanbul-Konvention").hides("Zahlen zur Beschäftigung");
        // Nothing of networks she does not belong to, nor of the one nobody knows of.
        for page in [&start, &list] {
            page.hides("Handreichung zu sanitären Anlagen").hides("Notrufnummern");
        }
        world.person("lsbtiq").get("/aufgaben").is(200).shows("Handreichung zu sanitären Anlagen gegenlesen");
        world.person("neu").get("/aufgaben").is(200).shows("Keine offenen Aufgaben.");
    });
}

#[test]
fn x10_5_the_public_reads_without_sign_in_and_without_cookies() {
    reading(|world| {
        let silent = names(
            world,
            "SELECT p.id, p.given || ' ' || p.family FROM person p WHERE NOT EXISTS (SELECT 1 FROM consent c WHERE c.person_id = p.id AND c.field = 'name' AND c.audience = 'public' AND c.withdrawn_at IS NULL)",
            args! {},
        );
        assert!(silent.len() > 600, "{} persons did not agree", silent.len());
        let aachen =
            number(world, "SELECT organisation_id FROM post WHERE id = :p", args! { p: post(world, "05334002") });
        let mut visitor = world.visitor();
        for path in [
            "/",
            "/netzwerke",
            "/netzwerke/rag-aachen",
            "/netzwerke/rag-aachen/bild",
            "/netzwerke/rag-aachen/mitglieder",
            "/netzwerke/rag-aachen/gremien",
            "/netzwerke/rag-aachen/gremien/gma",
            "/netzwerke/rag-aachen/gremien/gma?stand=2021-06-30",
            "/netzwerke/lag-nrw/mitglieder",
            "/netzwerke/frauennetzwerk/gremien/vorstand",
            &format!("/organisationen/{aachen}"),
            &format!("/organisationen/{aachen}/einbetten"),
            "/suche?q=aachen",
            "/impressum",
            "/datenschutz",
            "/barrierefreiheit",
            "/betrieb",
            "/en",
            "/en/netzwerke/rag-aachen",
        ] {
            let page = visitor.get(path);
            page.is(200);
            assert!(!page.headers.contains_key("set-cookie"), "{path} sets a cookie");
            assert!(page.headers["content-security-policy"].contains("script-src 'self'"), "{path}");
            // Nobody is named who did not let everybody know, here or on any earlier day.
            page.names_none_of(&silent);
        }
        // Who they are, what for, who speaks, how to reach them, how to belong: on the one page.
        let page = visitor.get("/netzwerke/rag-aachen");
        page.shows("So ist das Netzwerk aufgebaut").shows("als Tabelle lesen").shows("Wer für uns spricht");
        page.shows("Dorothea Eisvogel").shows("E-Mail an rag@gleichstellung-region.example.org").shows("Mitmachen");
        // Private addresses and numbers stay private, whoever entered them.
        let private = "SELECT COUNT(*) FROM consent WHERE field IN ('private_mail', 'private_phone') AND audience = 'public' AND withdrawn_at IS NULL";
        assert_eq!(count(world, private, args! {}), 0);
        // No wall: what is closed says so and leads to the sign-in, nothing else does.
        visitor.get("/netzwerke/rag-aachen/personen").is(303);
        assert!(visitor.get("/sitemap.xml").body.contains("/en/netzwerke/rag-aachen/bild"));
    });
}

#[test]
fn x10_10_who_represented_aachen_in_2019() {
    reading(|world| {
        let post = post(world, "05334002");
        let then = number(
            world,
            "SELECT person_id FROM tenure WHERE post_id = :post AND mode = 'holder' AND from_day <= '2019-01-31' AND until_day > '2019-01-31'",
            args! { post: post },
        );
        let now = holder(world, post);
        assert_ne!(then, now, "the world has a predecessor");
        let (before, after) = (name(world, then), name(world, now));
        let organisation = number(world, "SELECT organisation_id FROM post WHERE id = :post", args! { post: post });
        let on = |day: &str| format!("/organisationen/{organisation}?stand={day}");
        let mut lag = world.person("lag");
        let page = lag.get(&on("2019-01-31"));
        page.is(200).shows(&before).shows("Stand: 31. Januar 2019");
        // Seats as they were: four networks, not the seats she, or the city, has got since.
        page.shows("in 4 Netzwerken").hides("Diversity-Netzwerk der").hides("Sozialausschuss");
        // To the day: she until the last of February, Mira from the first of March.
        lag.get(&on("2019-02-28")).is(200).shows(&before);
        let next = lag.get(&on("2019-03-01")).text();
        let seats = next.split("Sitze und Rollen").nth(1).unwrap();
        assert!(seats.contains(&after) && !seats.contains(&before), "{seats}");
        let seat = number(
            world,
            "SELECT o.seat_id FROM occupancy o JOIN seat s ON s.id = o.seat_id JOIN body b ON b.id = s.body_id WHERE o.post_id = :post AND b.slug = 'lag-nrw'",
            args! { post: post },
        );
        lag.get(&format!("/sitze/{seat}")).is(200).shows(&before).shows(&after).shows("28. Februar 2019");
        // The press reads which seats there were and since when; the name only where she let it be known. Rights and
        // consent are those of now, so a day long ago opens nothing.
        assert_eq!(
            word(
                world,
                "SELECT CAST(COUNT(*) AS TEXT) FROM consent WHERE person_id = :p AND audience = 'public'",
                args! { p: then }
            ),
            "0"
        );
        for who in ["", "gast", "betrieb"] {
            let mut client = if who.is_empty() { world.visitor() } else { world.person(who) };
            let page = client.get(&on("2019-01-31"));
            page.is(200).shows("in 4 Netzwerken").shows("April 2008").shows("Name nur für Mitglieder").hides(&before);
            client.get(&format!("/sitze/{seat}")).is(200).shows("28. Februar 2019").hides(&before);
            client.get(&format!("/personen/{then}?stand=2019-01-31")).is(404);
        }
    });
}

#[test]
fn x10_7_the_operator_reads_no_network() {
    both(|world| {
        let mut operator = world.person("betrieb");
        for network in ["rag-aachen", "lsbtiq-nrw", "frauennetzwerk", "bag"] {
            operator.get(&format!("/netzwerke/{network}/personen")).is(403);
            let body = super::body(world, network);
            operator.get(&format!("/gremien/{body}/bearbeiten")).is(403);
            operator.post(&format!("/gremien/{body}/bearbeiten"), &[("purpose", "Anders"), ("version", "1")]).is(403);
        }
        // Of a roster that is public she reads what everybody does: no names.
        let silent = holder(world, post(world, "05358024"));
        operator.get("/netzwerke/lag-nrw/mitglieder").is(200).hides(&name(world, silent));
        operator.get(&format!("/personen/{silent}")).is(404);
        // What is hers is the house.
        operator.get("/einstellungen").is(200);
        operator.get("/").is(200).shows("Sie haben zurzeit keinen Sitz.");
    });
}
