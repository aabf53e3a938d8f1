//! What those outside see of a network, told to whoever keeps it; and what of its doing its own page shows.

use super::{body, holder, post};
use crate::world::reading;

#[test]
fn whoever_keeps_a_network_reads_what_others_see_of_it_and_looks_at_it_signed_out() {
    reading(|world| {
        let rag = body(world, "rag-aachen");
        let mut keeper = world.person("rag");
        let manage = format!("/gremien/{rag}/verwalten");
        let sight = format!("/gremien/{rag}/aussenansicht");
        assert!(keeper.get(&manage).links().contains(&sight), "it stands under Verwalten");
        let page = keeper.get(&sight);
        page.is(200).shows("Alle, ohne Konto").shows("nur, wer zugestimmt hat").shows("Gender-Mainstreaming-Ausschuss");
        // Signed out: no name, no second row of a member, and the way to sign in; her session is as it was.
        let outside = "/netzwerke/rag-aachen?als=alle";
        assert!(page.links().iter().any(|link| link == outside), "{:?}", page.links());
        let seen = keeper.get(outside);
        seen.is(200).shows("Einloggen").hides("Verwalten").hides("Das ist neu");
        assert_eq!(seen.text(), world.visitor().get(outside).text());
        keeper.get(&manage).is(200);
        // What is for members is not shown to her then either, and nothing is changed so.
        keeper.get("/mandate?als=alle").is(303);
        // A sensitive network: nothing of who belongs, whatever somebody outside agreed to.
        let lsbtiq = body(world, "lsbtiq-nrw");
        let page = world.person("lsbtiq").get(&format!("/gremien/{lsbtiq}/aussenansicht"));
        page.is(200).shows("besonders geschützt").hides("Page");
        let names = page.body.split("Namen auf den Sitzen").nth(1).unwrap().split("</tr>").next().unwrap().to_owned();
        assert_eq!(names.matches(">nein<").count(), 2, "{names}");
        // A hidden one has no page that could be looked at.
        let hidden = world.person("verborgen");
        let mut hidden = hidden;
        let own = hidden.get("/").links().into_iter().find(|link| link.starts_with("/netzwerke/")).unwrap();
        assert!(world.visitor().get(&own).status == 404, "{own}");
    });
}

#[test]
fn a_post_is_handed_over_from_the_page_of_whoever_keeps_the_network() {
    reading(|world| {
        let rag = body(world, "rag-aachen");
        let mut keeper = world.person("rag");
        let posts = format!("/gremien/{rag}/uebergaben");
        assert!(keeper.get(&format!("/gremien/{rag}/verwalten")).links().contains(&posts));
        let page = keeper.get(&posts);
        let id = post(world, "05358");
        page.is(200).shows("Stelle übergeben").shows("Kreis Düren");
        assert!(page.links().contains(&format!("/stellen/{id}/uebergabe")), "{:?}", page.links());
        keeper.get(&format!("/stellen/{id}/uebergabe")).is(200);
        // In the order of places: Kreis Düren stands with D, before Euskirchen and after Aachen.
        let text = page.text();
        let at = |name: &str| text.find(name).unwrap_or_else(|| panic!("{name}: {text}"));
        assert!(at("StädteRegion Aachen") < at("Kreis Düren") && at("Kreis Düren") < at("Kreis Heinsberg"));
        // Only for whoever keeps it.
        world.signed_in(holder(world, id)).get(&posts).is(403);
    });
}

#[test]
fn the_page_of_a_network_shows_everybody_what_it_demands() {
    reading(|world| {
        let page = world.visitor().get("/netzwerke/lag-nrw");
        let lag = body(world, "lag-nrw");
        page.is(200).shows("Was wir fordern");
        let all = format!("/positionen?netzwerk={lag}");
        assert!(page.links().contains(&all), "{:?}", page.links());
        let shown = page.body.split("id=\"positionen\"").nth(1).unwrap().split("</section>").next().unwrap().to_owned();
        let of: Vec<&str> = shown.split("<h3><a href=\"").skip(1).filter_map(|it| it.split('"').next()).collect();
        assert!((1..=4).contains(&of.len()), "{of:?}");
        for position in of {
            world.visitor().get(position).is(200);
        }
        world.visitor().get(&all).is(200);
    });
}
