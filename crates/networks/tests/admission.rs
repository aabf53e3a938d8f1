//! Admission: by mailbox, by the keepers, of persons, organisations and posts, into a network or one open body.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

mod common;
mod house;
mod joiners;

use common::{act, day};
use db::args;
use joiners::{KEPT, OPEN, asked, kept, rule, seats, state, with, work};
use kernel::Id;
use networks::{SeatKind, Vouching};
use people::Person;

#[test]
fn the_mailbox_of_a_known_post_is_enough_where_the_rule_says_so() {
    let h = kept();
    rule(&h, h.w.kept, |r| r.vouching = Vouching::Either);
    let id = asked(&h, KEPT, &[("mail", "Gleichstellung@stadt-eschweiler.example.org"), ("voucher1", "")]);
    assert_eq!((state(&h, id).as_str(), seats(&h, h.w.kept)), ("admitted", 5));
    // Somebody else's organisation is not proved by it.
    let dueren = h.w.dueren.to_string();
    let id =
        asked(&h, KEPT, &[("mail", "gleichstellung@stadt-aachen.example.org"), ("known", &dueren), ("voucher1", "")]);
    assert_eq!(state(&h, id), "waiting");
}

#[test]
fn the_keepers_decide_with_a_sentence_and_a_refusal_is_short() {
    let h = kept();
    rule(&h, h.w.kept, |r| (r.vouching, r.objection_days) = (Vouching::Keeper, 7));
    let id = asked(&h, KEPT, &[]);
    let page = format!("/beitritte/{id}");
    assert_eq!(state(&h, id), "handed keeper");
    assert_eq!(h.letters("kora@example.org").len(), 1);
    h.get(Some(h.w.kora), &page).says(&["Mitglieder fragen", "Aufnehmen", "Ablehnen"]);
    h.get(Some(h.w.anna), &page).is(404);
    h.post(h.w.anna, &page, &[("tat", "ablehnen")]).is(404);
    h.post(h.w.kora, &page, &[("tat", "aufnehmen"), ("from", "2026-11-22")]).is(422);
    h.post(h.w.kora, &page, &[("tat", "ablehnen"), ("answer", "Wir nehmen nur Kommunen auf.")]).is(303);
    let letters = h.letters("zoe.zander@rathaus.example.org");
    assert_eq!(letters.len(), 2);
    assert!(letters[1].1.contains("Wir nehmen nur Kommunen auf.") && !letters[1].1.contains("LSBTIQ"), "{letters:?}");
    h.post(h.w.kora, &page, &[("tat", "aufnehmen"), ("from", "2026-11-23")]).is(422).says(&["schon entschieden"]);
    assert_eq!(seats(&h, h.w.kept), 4);
    // Asked again, the members get their days, and nobody objects.
    let id = asked(&h, KEPT, &[]);
    h.post(h.w.kora, &format!("/beitritte/{id}"), &[("tat", "fragen")]).is(303);
    assert_eq!(state(&h, id), "objecting");
    h.post(h.w.kora, &format!("/beitritte/{id}"), &[("tat", "ablehnen")]).is(422).says(&["läuft noch"]);
    h.fresh.clock.set(day("2026-12-01").at(0, 0));
    work(&h);
    assert_eq!((state(&h, id).as_str(), seats(&h, h.w.kept)), ("admitted", 5));
}

#[test]
fn organisations_and_posts_are_entered_with_their_seats() {
    let h = kept();
    let open_page = |body| {
        act(&h.fresh, h.w.kora, move |tx, by| {
            let there = networks::find_body(tx, by, body)?;
            let form = networks::BodyForm { join_page: true, ..networks::BodyForm::of(&there) };
            networks::edit_body(tx, by, body, there.version, &form)
        })
        .unwrap();
    };
    open_page(h.w.verband);
    rule(&h, h.w.verband, |r| r.seat_kind = SeatKind::Organisation);
    let path = "/netzwerke/frauennetzwerk/beitreten";
    h.send(None, path, &with(&[("organisation", "")])).is(422).says(&["Bitte nennen Sie die Organisation."]);
    let id = asked(&h, path, &[("organisation", "Mädchenhaus"), ("organisation_kind", "association")]);
    h.post(h.w.kora, &format!("/beitritte/{id}"), &[("tat", "aufnehmen"), ("from", "2026-12-01")]).is(303);
    assert_eq!(state(&h, id), "admitted");
    let speaks = "SELECT COUNT(*) FROM representative r JOIN occupancy o ON o.id = r.occupancy_id JOIN organisation g ON g.id = o.organisation_id JOIN person p ON p.id = r.person_id WHERE g.name = 'Mädchenhaus' AND p.family = 'Zander' AND r.from_day = '2026-12-01'";
    assert_eq!(h.fresh.db.read_now(move |c| c.count(speaks, args! {})).unwrap(), 1);
    // An association that belongs already is left to the keepers, who read why it cannot be made.
    let id = asked(&h, path, &[("organisation", "frauen helfen e.v."), ("mail", "z@example.org")]);
    h.post(h.w.kora, &format!("/beitritte/{id}"), &[("tat", "aufnehmen"), ("from", "2026-12-01")])
        .is(422)
        .says(&["Die Organisation gehört schon dazu."]);
    // A post: entered with its holder; one that somebody else holds is not taken from her.
    open_page(h.w.rag);
    rule(&h, h.w.rag, |r| r.seat_kind = SeatKind::Post);
    let path = "/netzwerke/regionale-ag/beitreten";
    let id = asked(&h, path, &[("role", "Gleichstellungsbeauftragte"), ("mail", "wuerselen@example.org")]);
    h.post(h.w.kora, &format!("/beitritte/{id}"), &[("tat", "aufnehmen"), ("from", "2026-11-23")]).is(303);
    let held = "SELECT COUNT(*) FROM tenure t JOIN post p ON p.id = t.post_id JOIN organisation g ON g.id = p.organisation_id WHERE g.name = 'Stadt Würselen' AND t.mode = 'holder'";
    assert_eq!(h.fresh.db.read_now(move |c| c.count(held, args! {})).unwrap(), 1);
    let dueren = h.w.dueren.to_string();
    let changes = [("known", dueren.as_str()), ("role", "gleichstellungsstelle"), ("mail", "fremd@example.org")];
    let id = asked(&h, path, &changes);
    h.post(h.w.kora, &format!("/beitritte/{id}"), &[("tat", "aufnehmen"), ("from", "2026-11-23")])
        .is(422)
        .says(&["Die Stelle gehört schon dazu."]);
}

#[test]
fn an_open_body_takes_in_a_non_member_who_sees_it_and_no_more() {
    let h = kept();
    let id = asked(&h, OPEN, &[]);
    assert_eq!(state(&h, id), "handed keeper");
    // The speaker of the committee decides, too; whoever merely sits there does not.
    let (open, dora) = (h.w.open, h.w.dora);
    act(&h.fresh, h.w.kora, move |tx, by| {
        let seat = networks::NewSeat::office(kernel::Office::Speaker, SeatKind::Personal, day("2026-01-01"));
        common::seated(tx, by, open, &seat, networks::Occupant::person(dora), "2026-01-01")
    })
    .unwrap();
    let page = format!("/beitritte/{id}");
    h.post(h.w.olga, &page, &[("tat", "aufnehmen"), ("from", "2026-11-23")]).is(404);
    h.get(Some(dora), "/netzwerke/frauennetzwerk/gremien/fachausschuss-digitalisierung").says(&["Beitrittsanfragen"]);
    h.get(Some(dora), &page).is(200).says(&["Zoe Zander"]);
    h.post(dora, &page, &[("tat", "aufnehmen"), ("from", "2026-11-23")]).is(303);
    assert_eq!(state(&h, id), "admitted");
    let letters = h.letters("zoe.zander@rathaus.example.org");
    assert!(letters[1].1.contains("Fachausschuss Digitalisierung"), "{letters:?}");
    let her =
        h.fresh.db.read_now(move |c| c.count("SELECT person_id FROM join_request WHERE id = :id", args! { id: id }));
    let her: Id<Person> = Id::new(her.unwrap());
    h.get(Some(her), "/netzwerke/frauennetzwerk/gremien/fachausschuss-digitalisierung").is(200).says(&["Zander"]);
    h.get(Some(her), "/netzwerke/frauennetzwerk/personen").is(403);
    h.get(Some(her), "/netzwerke/frauennetzwerk/mitglieder").is(403);
    // The members read where she takes part, and among the members she is not.
    h.get(Some(h.w.rosa), "/netzwerke/frauennetzwerk/personen")
        .is(200)
        .says(&["beratendes Mitglied, Fachausschuss Digitalisierung"]);
    h.get(Some(h.w.rosa), "/netzwerke/frauennetzwerk/mitglieder").is(200).hides(&["Zander", "Würselen"]);
    h.get(None, "/netzwerke/frauennetzwerk/gremien/fachausschuss-digitalisierung").is(200).hides(&["Zander"]);
}
