//! Vouching and objecting: what counts when, and what happens once.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

mod common;
mod house;
mod joiners;

use common::{act, day};
use db::args;
use joiners::{BASE, kept, seats, state, vouches, work, zoe};
use kernel::Id;
use people::Person;

#[test]
fn two_members_vouch_with_their_own_sessions_and_nobody_else_reads_it() {
    let h = kept();
    let id = zoe(&h);
    let page = format!("/beitritte/{id}");
    for (who, mail) in [(h.w.anna, "anna@example.org"), (h.w.quinn, "quinn@example.org")] {
        let letters = h.letters(mail);
        assert_eq!(letters.len(), 1);
        assert!(letters[0].1.contains(&format!("{BASE}{page}")) && !letters[0].1.contains("Zoe"), "{letters:?}");
        h.get(Some(who), &page).is(200).says(&["Zoe Zander", "Ich arbeite an einer Handreichung.", "Ich bürge"]);
    }
    // The link alone is nothing, and neither is belonging without being named.
    assert_eq!(h.get(None, &page).is(303).location(), format!("/anmelden?weiter=%2Fbeitritte%2F{id}"));
    for who in [h.w.dora, h.w.nora, h.w.uma] {
        h.get(Some(who), &page).is(404);
        h.post(who, &page, &[("tat", "buergen")]).is(404);
    }
    // Whoever keeps the network does not vouch in their place.
    h.post(h.w.kora, &page, &[("tat", "buergen")]).is(404);
    h.post(h.w.kora, &page, &[("tat", "aufnehmen"), ("from", "2026-11-23")]).is(422).says(&["Noch fehlt"]);
    vouches(&h, h.w.anna, id, "buergen");
    assert_eq!(state(&h, id), "waiting");
    h.get(Some(h.w.kora), &page).says(&["bürgt", "hat noch nicht geantwortet"]);
    vouches(&h, h.w.quinn, id, "unbekannt");
    assert_eq!(state(&h, id), "waiting");
    vouches(&h, h.w.quinn, id, "buergen");
    assert_eq!(state(&h, id), "objecting");
    assert_eq!(seats(&h, h.w.kept), 4, "nobody is in yet");
}

#[test]
fn who_lost_the_seat_meanwhile_does_not_count_when_it_is_counted() {
    let h = kept();
    let id = zoe(&h);
    vouches(&h, h.w.quinn, id, "buergen");
    let occupancy = h.w.occupancy_quinn;
    act(&h.fresh, h.w.kora, move |tx, by| {
        networks::end_occupancy(tx, by, occupancy, tx.today(), networks::EndReason::Exit)
    })
    .unwrap();
    vouches(&h, h.w.anna, id, "buergen");
    assert_eq!(state(&h, id), "waiting", "two said yes, one of them belongs");
    h.get(Some(h.w.quinn), &format!("/beitritte/{id}")).is(404);
    h.get(Some(h.w.kora), &format!("/beitritte/{id}")).says(&["hat gebürgt, gehört nicht mehr dazu"]);
    // After four weeks the keepers are asked.
    h.fresh.clock.set(day("2026-12-22").at(0, 0).plus_seconds(-1));
    work(&h);
    assert_eq!(state(&h, id), "waiting");
    h.fresh.clock.set(day("2026-12-22").at(0, 0));
    work(&h);
    assert_eq!(state(&h, id), "handed unvouched");
}

#[test]
fn who_vouched_and_left_before_the_end_of_the_period_lets_nobody_in() {
    let h = kept();
    let id = zoe(&h);
    vouches(&h, h.w.quinn, id, "buergen");
    vouches(&h, h.w.anna, id, "buergen");
    let occupancy = h.w.occupancy_quinn;
    act(&h.fresh, h.w.kora, move |tx, by| {
        networks::end_occupancy(tx, by, occupancy, day("2026-12-08"), networks::EndReason::Exit)
    })
    .unwrap();
    h.fresh.clock.set(day("2026-12-08").at(0, 0));
    work(&h);
    assert_eq!(state(&h, id), "handed lapsed");
}

#[test]
fn an_objection_in_the_last_second_counts_and_one_at_midnight_does_not() {
    for (late, after) in [(1, "handed objection"), (0, "admitted")] {
        let h = kept();
        let id = zoe(&h);
        let page = format!("/beitritte/{id}");
        vouches(&h, h.w.quinn, id, "buergen");
        vouches(&h, h.w.anna, id, "buergen");
        let (end, letters) = (day("2026-12-08").at(0, 0), h.letters("kora@example.org").len());
        h.get(Some(h.w.anna), &format!("/gremien/{}/beitritte", h.w.kept))
            .is(200)
            .says(&["Zoe Zander", "7. Dezember 2026"]);
        h.fresh.clock.set(end.plus_seconds(-late));
        let sent = h.post(h.w.quinn, &page, &[("tat", "einwand"), ("reason", "Sie war nie dort.")]);
        if late == 1 {
            sent.is(303);
            // The others do not read it, and she herself not who else objected.
            h.get(Some(h.w.anna), &page).is(200).hides(&["Sie war nie dort."]);
            h.get(Some(h.w.kora), &page).is(200).says(&["Sie war nie dort."]);
        } else {
            sent.is(422).says(&["Die Frist für Einwände ist vorbei."]);
        }
        h.fresh.clock.set(end);
        work(&h);
        assert_eq!(state(&h, id), after);
        assert_eq!(seats(&h, h.w.kept), if late == 1 { 4 } else { 5 });
        let told = h.letters("kora@example.org");
        assert_eq!(told.len() - letters, usize::from(late == 1), "the keepers are told when they must decide");
        assert!(told.iter().all(|(s, t)| !format!("{s}{t}").contains("Zoe") && !t.contains("LSBTIQ")));
    }
}

#[test]
fn what_the_worker_does_twice_happens_once() {
    let h = kept();
    let id = zoe(&h);
    vouches(&h, h.w.quinn, id, "buergen");
    vouches(&h, h.w.anna, id, "buergen");
    h.fresh.clock.set(day("2026-12-08").at(0, 0));
    let run = networks::slice().jobs.iter().find(|j| j.name == "networks.joining").unwrap().run;
    for _ in 0..3 {
        let payload = format!("{id} {BASE}");
        h.fresh.db.write_now(move |tx| run(tx, &payload)).unwrap();
    }
    assert_eq!((state(&h, id).as_str(), seats(&h, h.w.kept)), ("admitted", 5));
    let letters = h.letters("zoe.zander@rathaus.example.org");
    assert_eq!(letters.len(), 3, "the link, the answer, the invitation");
    assert!(letters[1].1.contains("Ihre Anfrage ist angenommen") && letters[2].1.contains("/t/"), "{letters:?}");
    assert!(letters.iter().all(|(s, t)| !format!("{s}{t}").contains("LSBTIQ")), "{letters:?}");
    // She is in, and even within nobody reads her name before she lets them.
    let her =
        h.fresh.db.read_now(move |c| c.count("SELECT person_id FROM join_request WHERE id = :id", args! { id: id }));
    let her: Id<Person> = Id::new(her.unwrap());
    let roster = "/netzwerke/kommunales-lsbtiq-netzwerk/personen";
    h.get(Some(her), roster).is(200);
    h.get(Some(h.w.quinn), roster).is(200).hides(&["Zander"]);
    h.get(None, roster).hides(&["Zander"]);
    // A month later nothing of the request is left.
    let clean = networks::slice().jobs.iter().find(|j| j.name == "networks.cleanup").unwrap().run;
    h.fresh.clock.advance(30 * 86_400 - 1);
    h.fresh.db.write_now(move |tx| clean(tx, "")).unwrap();
    assert_eq!(state(&h, id), "admitted");
    h.fresh.clock.advance(1);
    h.fresh.db.write_now(move |tx| clean(tx, "")).unwrap();
    let left =
        "SELECT (SELECT COUNT(*) FROM join_request) + (SELECT COUNT(*) FROM vouch) + (SELECT COUNT(*) FROM objection)";
    assert_eq!(h.fresh.db.read_now(|c| c.count(left, args! {})).unwrap(), 0);
    let payload = format!("{id} {BASE}");
    h.fresh.db.write_now(move |tx| run(tx, &payload)).unwrap();
}
