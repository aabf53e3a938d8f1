//! Support with measures through the router: two agree on days, and say what came of it.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

#[path = "../../networks/tests/common/mod.rs"]
mod common;
#[path = "../../networks/tests/house/mod.rs"]
mod house;
mod support;

use house::House;
use kernel::Id;
use networks::Body;
use people::Person;
use support::{account, all, joins};

fn list(body: Id<Body>) -> String {
    format!("/gremien/{body}/unterstuetzung")
}

fn begins(h: &House, who: Id<Person>, body: Id<Body>, side: &str) -> String {
    let fields =
        [("side", side), ("kind", "review"), ("title", "Blick auf unsere Strategie"), ("words", "Wer liest **mit**?")];
    h.post(who, &format!("{}/neu", list(body)), &fields).is(303).location().to_owned()
}

#[test]
fn n7_7_two_members_agree_on_a_review_with_days_and_say_what_came_of_it() {
    for h in all() {
        let w = h.w;
        joins(&h, w.dora, w.verband);
        account(&h, w.rosa, "rosa@example.org");
        h.get(Some(w.rosa), &list(w.verband)).is(200).says(&["Noch keine Bitte"]);
        for who in [w.nora, w.quinn] {
            h.get(Some(who), &list(w.verband)).is(403);
            h.get(Some(who), &format!("{}/neu", list(w.verband))).is(403);
        }
        h.post(
            w.rosa,
            &format!("{}/neu", list(w.verband)),
            &[("side", "ask"), ("kind", "review"), ("title", ""), ("words", "Bleibt stehen")],
        )
        .is(422)
        .says(&["Bleibt stehen"]);
        let page = begins(&h, w.rosa, w.verband, "ask");
        h.get(Some(w.nora), &page).is(404).hides(&["Strategie"]);
        h.get(Some(w.rosa), &page)
            .is(200)
            .says(&["<strong>mit</strong>", "offen", "Zurückziehen"])
            .hides(&["Diese Tage vorschlagen"]);
        // Days that are over, or the wrong way round, are refused and stay in the form.
        h.post(w.dora, &page, &[("first", "2026-11-01"), ("last", "")]).is(422).says(&["2026-11-01"]);
        h.post(w.dora, &page, &[("first", "2026-12-03"), ("last", "2026-12-01")]).is(422);
        h.post(w.rosa, &page, &[("first", "2026-12-01"), ("last", "")]).is(403);
        h.post(w.dora, &page, &[("first", "2026-12-01"), ("last", "2026-12-03")]).is(303);
        let letters = h.letters("rosa@example.org");
        assert_eq!(letters.len(), 1);
        assert!(letters[0].1.contains("beantwortet, noch nicht verabredet"), "{}", letters[0].1);
        // Only whoever began agrees; nobody else answers meanwhile, and nothing is finished before.
        h.post(w.dora, &page, &[("tat", "zustimmen")]).is(403);
        h.post(w.kora, &page, &[("first", "2026-12-01"), ("last", "")]).is(422);
        h.post(w.dora, &page, &[("tat", "abschliessen"), ("words", "Gut.")]).is(422);
        h.post(w.rosa, &page, &[("tat", "zustimmen")]).is(303);
        h.get(Some(w.kora), &page)
            .says(&["verabredet", "Dora Dahlke", "1. Dezember 2026 bis 3. Dezember 2026"])
            .hides(&["Doch nicht"]);
        assert!(h.letters("dora@example.org").pop().unwrap().1.contains("verabredet"));
        h.post(w.kora, &page, &[("tat", "abschliessen"), ("words", "Fremd.")]).is(403);
        h.post(w.dora, &page, &[("tat", "abschliessen"), ("words", "")]).is(422);
        h.post(w.dora, &page, &[("tat", "abschliessen"), ("words", "Die Strategie hat jetzt drei Ziele.")]).is(303);
        h.get(Some(w.kora), &page).says(&["abgeschlossen", "Die Strategie hat jetzt drei Ziele."]);
        h.post(w.rosa, &page, &[("tat", "zurueck")]).is(422);
        h.letters_have_their_shape(&["support"]);
    }
}

#[test]
fn whoever_steps_back_leaves_it_to_others_and_the_other_one_is_told() {
    for h in all() {
        let w = h.w;
        let page = begins(&h, w.kora, w.rag, "offer");
        h.post(w.dora, &page, &[("first", "2026-12-01"), ("last", "")]).is(303);
        h.post(w.kora, &page, &[("tat", "nicht-zustimmen")]).is(303);
        h.get(Some(w.anna), &page).says(&["offen", "Diese Tage vorschlagen"]).hides(&["Dora Dahlke"]);
        h.post(w.dora, &page, &[("first", "2026-12-08"), ("last", "")]).is(303);
        h.post(w.kora, &page, &[("tat", "zustimmen")]).is(303);
        h.post(w.dora, &page, &[("tat", "zurueck")]).is(303);
        h.get(Some(w.anna), &page).says(&["offen"]);
        assert_eq!(h.letters("kora@example.org").len(), 3);
        h.post(w.kora, &page, &[("tat", "zurueck")]).is(303);
        h.post(w.dora, &page, &[("first", "2026-12-09"), ("last", "")]).is(422);
        // Of a sensitive network the letter says nothing.
        joins(&h, w.dora, w.kept);
        let page = begins(&h, w.kora, w.kept, "ask");
        h.post(w.dora, &page, &[("first", "2026-12-01"), ("last", "")]).is(303);
        let (subject, text) = h.letters("kora@example.org").pop().unwrap();
        assert!(
            !subject.contains("Strategie") && !text.contains("Strategie") && !text.contains("LSBTIQ"),
            "{subject} {text}"
        );
        h.get(Some(w.rosa), &page).is(404);
    }
}
