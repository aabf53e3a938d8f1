//! Several seats of one person: as what she writes is chosen for each contribution, and tells nobody of a network under protection.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

#[path = "../../networks/tests/common/mod.rs"]
mod common;
#[path = "../../networks/tests/house/mod.rs"]
mod house;
mod support;

use house::House;
use kernel::Id;
use networks::{Audience, Field};
use support::{
    account, at, bundles, count, joins,
    letters::{ANNA, answer_tag, comes, letters_come, words},
    list, page, replies, work, writes,
};

const DORA: &str = "dora@example.org";

/// The seats the form offers: number and words.
fn offered(seen: &house::Seen) -> Vec<(String, String)> {
    let Some(list) = seen.html.split("name=\"seat\"").nth(1) else { return Vec::new() };
    let list = list.split("</select>").next().unwrap();
    let option = |rest: &str| {
        let (value, rest) = rest.split_once('"')?;
        Some((value.to_owned(), rest.split_once('>')?.1.split('<').next()?.to_owned()))
    };
    list.split("<option value=\"").skip(1).filter_map(option).collect()
}

fn of(all: &[(String, String)], words: &str) -> String {
    all.iter().find(|(_, text)| text.contains(words)).unwrap_or_else(|| panic!("{words} in {all:?}")).0.clone()
}

fn three_networks(h: &House) {
    let w = h.w;
    for body in [w.verband, w.kept] {
        joins(h, w.dora, body);
    }
    at(h, "2026-11-23", 10);
}

#[test]
fn n9_4_two_hats_are_chosen_for_each_contribution() {
    for h in letters_come() {
        let w = h.w;
        // With one seat nothing is asked and nothing told.
        assert!(offered(&h.get(Some(w.dora), &format!("{}/neu", list(w.rag)))).is_empty());
        three_networks(&h);
        let form = h.get(Some(w.dora), &format!("{}/neu", list(w.rag)));
        form.says(&["Ich schreibe als"]).hides(&["LSBTIQ"]);
        let seats = offered(&form);
        assert_eq!(seats.len(), 2, "{seats:?}");
        assert!(seats[0].1.contains("Regionale AG"), "the body's own comes first: {seats:?}");
        let thread = writes(&h, w.dora, w.rag, "Wer macht mit?", &[("seat", &of(&seats, "Frauennetzwerk"))]);
        h.get(Some(w.anna), &page(thread)).says(&["Dora Dahlke", "als Frauennetzwerk"]);
        // The next one as something else; a seat that is not hers is refused, and what was typed stays.
        let own = of(&seats, "Regionale AG");
        h.post(w.dora, &page(thread), &[("tat", "antworten"), ("words", "Und als Stelle."), ("seat", &own)]).is(303);
        let foreign = count(&h, "SELECT MAX(id) FROM seat").to_string();
        if !seats.iter().any(|(id, _)| *id == foreign) {
            h.post(w.dora, &page(thread), &[("tat", "antworten"), ("words", "Bleibt stehen"), ("seat", &foreign)])
                .is(422)
                .says(&["Bleibt stehen", "als was Sie schreiben"]);
        }
        let seen = h.get(Some(w.anna), &page(thread));
        seen.says(&["als Frauennetzwerk", "(Regionale AG)</span>"]);
        // Erased, the hat goes with the name.
        let erase = exchange::slice().own.unwrap().erase;
        common::act(&h.fresh, w.dora, erase).unwrap();
        h.get(Some(w.anna), &page(thread))
            .says(&["Ehemaliges Mitglied"])
            .hides(&["als Frauennetzwerk", "(Regionale AG)</span>"]);
    }
}

#[test]
fn n9_4_by_letter_she_writes_on_the_seat_of_the_body_and_is_told_as_what_others_wrote() {
    for h in letters_come() {
        let w = h.w;
        three_networks(&h);
        let thread = writes(&h, w.kora, w.rag, "Wer macht mit?", &[]);
        bundles(&h, "2026-11-24");
        let (doras, annas) = (answer_tag(&h, DORA), answer_tag(&h, ANNA));
        at(&h, "2026-11-24", 9);
        assert_eq!(comes(&h, &doras, words(DORA, "AW: Neues", "Wir, aus Düren.")), Ok(true));
        h.get(Some(w.kora), &page(thread))
            .says(&["Wir, aus Düren.", "(Regionale AG)</span>", "per E-Mail"])
            .hides(&["LSBTIQ"]);
        // Anna takes part by letter and reads as what Dora writes, as far as Anna may see who she is.
        assert_eq!(comes(&h, &annas, words(ANNA, "AW: Neues", "Wir auch.")), Ok(true));
        at(&h, "2026-11-24", 10);
        let seats = offered(&h.get(Some(w.dora), &page(thread)));
        let verband = of(&seats, "Frauennetzwerk");
        h.post(w.dora, &page(thread), &[("tat", "antworten"), ("words", "Der Verband auch."), ("seat", &verband)])
            .is(303);
        work(&h);
        let text = h.letters(ANNA).pop().unwrap().1;
        assert!(text.contains("Dora Dahlke schreibt als Frauennetzwerk:"), "{text}");
        for (_, subject, text) in h.all_letters() {
            assert!(!subject.contains("LSBTIQ") && !text.contains("LSBTIQ"), "{subject} {text}");
        }
    }
}

#[test]
fn in_a_sensitive_network_a_hat_is_told_by_whoever_let_her_name_be_seen_there() {
    for h in letters_come() {
        let w = h.w;
        three_networks(&h);
        account(&h, w.quinn, "quinn@example.org");
        let seats = offered(&h.get(Some(w.dora), &format!("{}/neu", list(w.kept))));
        assert_eq!(seats.len(), 3, "{seats:?}");
        let rag = of(&seats, "Regionale AG");
        let thread = writes(&h, w.dora, w.kept, "Zusammenarbeit", &[("seat", &rag)]);
        h.get(Some(w.quinn), &page(thread)).says(&["Ein Mitglied"]).hides(&["Dora", "Regionale AG"]);
        h.consents(w.dora, Field::Name, Audience::Network, Some(w.kept));
        h.get(Some(w.quinn), &page(thread)).says(&["Dora Dahlke", "(Regionale AG)</span>"]);
        replies(&h, w.quinn, thread, "Gern.");
        for who in [w.anna, w.nora, w.rosa] {
            if who != w.anna {
                h.get(Some(who), &page(thread)).is(404);
            }
        }
        let _: Id<exchange::Thread> = thread;
    }
}
