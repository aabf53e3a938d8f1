//! Connecting bodies through the router.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

mod common;
mod house;

use house::house;

#[test]
fn bodies_are_connected_and_parted_with_days_and_never_in_a_circle() {
    let h = house();
    let (kora, w) = (h.w.kora, &h.w);
    let (connect, part) = (format!("/gremien/{}/verbinden", w.gma), format!("/gremien/{}/trennen", w.gma));
    let (rag, gma, verband, hidden) =
        (w.rag.to_string(), w.gma.to_string(), w.verband.to_string(), w.hidden.to_string());
    for path in [&connect, &part] {
        for who in [w.dora, w.anna] {
            h.get(Some(who), path).is(403);
            h.post(who, path, &[("kind", "elects"), ("to", &rag), ("since", "2026-11-23")]).is(403);
        }
        let unlisted = path.replace(&gma, &hidden);
        h.get(Some(w.dora), &unlisted).is(404);
        h.post(w.dora, &unlisted, &[]).is(404);
    }
    let once = h.get(Some(kora), &connect).is(200).says(&["Frauennetzwerk"]).once();
    let sent = [("einmal", once.as_str()), ("kind", "cooperates_with"), ("to", &verband), ("since", "2026-11-23")];
    for _ in 0..2 {
        h.post(kora, &connect, &sent).is(303);
    }
    h.post(kora, &connect, &sent[1..]).is(422).says(&["Diese Verbindung gibt es schon."]);
    // The network would be an organ of its own organ.
    let up = format!("/gremien/{}/verbinden", w.rag);
    let circle = [("kind", "organ_of"), ("to", gma.as_str()), ("since", "2026-11-23")];
    h.post(kora, &up, &circle).is(422).says(&["wäre dann über andere Gremien sein eigenes Organ."]);
    for (field, value) in [
        ("kind", "beherrscht"),
        ("to", ""),
        ("to", "77"),
        ("to", gma.as_str()),
        ("since", ""),
        ("since", "2026-02-30"),
        ("until", "2026-11-01"),
        ("until", "<b>"),
    ] {
        let all = [("kind", "elects"), ("to", verband.as_str()), ("since", "2026-11-23"), ("until", "")];
        let sent: Vec<(&str, &str)> = all.iter().map(|(n, v)| (*n, if *n == field { value } else { *v })).collect();
        h.post(kora, &connect, &sent).is(422).says(&[&format!("href=\"#{field}\"")]).hides(&["<b>\""]);
    }

    let page = "/netzwerke/regionale-ag/gremien/gender-mainstreaming-ausschuss";
    h.get(None, page).says(&["Organ von"]);
    let form = h.get(Some(kora), &part);
    form.is(200).says(&["Organ von Regionale AG", "arbeitet zusammen mit Frauennetzwerk"]);
    let organ = w.organ.to_string();
    for (edge, until, field) in [
        ("", "2026-11-22", "edge"),
        ("1", "2026-11-22", "edge"),
        (organ.as_str(), "", "until"),
        (organ.as_str(), "2026-02-30", "until"),
        (organ.as_str(), "1999-01-01", "until"),
    ] {
        let said = format!("href=\"#{field}\"");
        h.post(kora, &part, &[("edge", edge), ("until", until)]).is(422).says(&[&said]);
    }
    let once = form.once();
    for _ in 0..2 {
        h.post(kora, &part, &[("einmal", &once), ("edge", &organ), ("until", "2026-11-22")]).is(303);
    }
    h.get(None, page).hides(&["Organ von"]);
    h.get(None, &format!("{page}?stand=2026-11-22")).says(&["Organ von"]);
}
