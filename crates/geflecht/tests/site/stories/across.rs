//! Across networks, the public, the operator.

use db::args;

use super::{holder, name, number, post};
use crate::world::{both, reading};

#[test]
fn x10_4_five_hats_one_login() {
    reading(|world| {
        let mira = holder(world, post(world, "05334002"));
        let mut client = world.person("mira");
        let start = client.get("/");
        start.is(200).shows(&name(world, mira));
        // One page shows all her networks and her seats, with the words for each hat.
        for network in ["AK StädteRegion", "LAG NRW", "Städtetag", "BAG", "Diversity"] {
            start.shows(network);
        }
        start.shows("Vorsitz");
        assert!(start.statements() <= 40, "Start took {} statements", start.statements());
    });
}

#[test]
fn x10_5_the_public_reads_without_sign_in_and_without_cookies() {
    reading(|world| {
        let mut visitor = world.visitor();
        for path in [
            "/",
            "/netzwerke",
            "/netzwerke/rag-aachen",
            "/netzwerke/rag-aachen/bild",
            "/netzwerke/rag-aachen/gremien/gma",
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
        }
        visitor.get("/netzwerke/rag-aachen").shows("So ist das Netzwerk aufgebaut").shows("als Tabelle lesen");
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
        let organisation = number(world, "SELECT organisation_id FROM post WHERE id = :post", args! { post: post });
        let page = world.person("lag").get(&format!("/organisationen/{organisation}?stand=2019-01-31"));
        page.is(200).shows(&name(world, then)).shows("Stand: 31. Januar 2019");
        let seat = number(
            world,
            "SELECT o.seat_id FROM occupancy o JOIN seat s ON s.id = o.seat_id JOIN body b ON b.id = s.body_id WHERE o.post_id = :post AND b.slug = 'lag-nrw'",
            args! { post: post },
        );
        world.person("lag").get(&format!("/sitze/{seat}")).is(200).shows(&name(world, then)).shows(&name(world, now));
    });
}

#[test]
fn x10_7_the_operator_reads_no_network() {
    both(|world| {
        let mut operator = world.person("betrieb");
        operator.get("/netzwerke/rag-aachen/personen").is(403);
        operator.get("/netzwerke/lsbtiq-nrw/personen").is(403);
        let network = super::body(world, "rag-aachen");
        let status = operator.get(&format!("/gremien/{network}/bearbeiten")).status;
        assert!(matches!(status, 403 | 404), "{status}");
    });
}
