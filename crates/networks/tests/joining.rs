//! Asking to join in the browser: the page, the letter, vouching, objections, admission.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

mod common;
mod house;

use common::{act, day};
use db::args;
use house::{House, house};
use kernel::Id;
use networks::{Body, JoinRequest, JoinRule, SeatKind, Vouching};
use people::Person;

const BASE: &str = "http://localhost:8080";
const KEPT: &str = "/netzwerke/kommunales-lsbtiq-netzwerk/beitreten";
const OPEN: &str = "/netzwerke/frauennetzwerk/gremien/fachausschuss-digitalisierung/beitreten";

fn rule(h: &House, body: Id<Body>, change: impl FnOnce(&mut JoinRule)) {
    let (sql, args) = ("SELECT COALESCE(MAX(version), 0) FROM join_rule WHERE body_id = :body", args! { body: body });
    let version = h.fresh.db.read_now(move |c| c.count(sql, args)).unwrap();
    let mut rule = JoinRule { version, ..JoinRule::default() };
    change(&mut rule);
    act(&h.fresh, h.w.kora, move |tx, by| networks::save_join_rule(tx, by, body, &rule)).unwrap();
}

fn account(h: &House, person: Id<Person>, mail: &str) {
    let mail = mail.to_owned();
    let open = move |tx: &db::Tx<'_>| {
        let new = accounts::NewAccount { person, mail: &mail, lang: kernel::Lang::De };
        accounts::open_account(tx, &common::operator(), &new)
    };
    h.fresh.db.write_now(open).unwrap();
}

/// Anna and Quinn belong to the sensitive network and have accounts; Kora keeps it.
fn kept() -> House {
    let h = house();
    account(&h, h.w.anna, "anna@example.org");
    account(&h, h.w.quinn, "quinn@example.org");
    account(&h, h.w.kora, "kora@example.org");
    rule(&h, h.w.kept, |r| (r.vouching, r.objection_days) = (Vouching::TwoMembers, 14));
    h
}

const ZOE: [(&str, &str); 7] = [
    ("given", "Zoe"),
    ("family", "Zander"),
    ("mail", "Zoe.Zander@rathaus.example.org"),
    ("organisation", "Stadt Würselen"),
    ("role", "Referentin Vielfalt"),
    ("statement", "Ich arbeite an einer Handreichung."),
    ("voucher1", "anna@example.org"),
];

fn with<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = ZOE.iter().copied().filter(|(n, _)| !changes.iter().any(|(c, _)| c == n));
    kept.chain(changes.iter().copied()).collect()
}

/// The link of the last letter to an address.
fn link(h: &House, mail: &str) -> String {
    let (_, text) = h.letters(mail).pop().unwrap();
    text.split(BASE).nth(1).unwrap().split_whitespace().next().unwrap().to_owned()
}

fn last(h: &House) -> Id<JoinRequest> {
    Id::new(h.fresh.db.read_now(|c| c.count("SELECT MAX(id) FROM join_request", args! {})).unwrap())
}

fn state(h: &House, id: Id<JoinRequest>) -> String {
    let read = move |c: &db::Conn| {
        c.one("SELECT CASE WHEN state = 'handed' THEN 'handed ' || handed_over ELSE state END FROM join_request WHERE id = :id", args! { id: id }, |r| {
            r.get::<String>(0)
        })
    };
    h.fresh.db.read_now(read).unwrap()
}

/// Zoe asks and confirms.
fn asked(h: &House, path: &str, changes: &[(&str, &str)]) -> Id<JoinRequest> {
    let fields = with(changes);
    let mail = fields.iter().find(|(n, _)| *n == "mail").unwrap().1.to_lowercase();
    h.send(None, path, &fields).is(303);
    let link = link(h, &mail);
    h.send(None, &link, &[]).is(303);
    last(h)
}

fn zoe(h: &House) -> Id<JoinRequest> {
    asked(h, KEPT, &[("voucher2", "quinn@example.org")])
}

/// Everything the worker does until a moment.
fn work(h: &House) {
    let due = h.fresh.db.write_now(|tx| tx.claim_job()).unwrap();
    if let Some(job) = due {
        assert_eq!(job.kind, "networks.joining");
        let run = networks::slice().jobs.iter().find(|j| j.name == job.kind).unwrap().run;
        h.fresh.db.write_now(move |tx| run(tx, &job.payload)).unwrap();
        h.fresh.db.write_now(move |tx| tx.settle_job(job.id, db::JobState::Done)).unwrap();
        work(h);
    }
}

fn seats(h: &House, body: Id<Body>) -> i64 {
    let sql = "SELECT COUNT(*) FROM occupancy o JOIN seat s ON s.id = o.seat_id WHERE s.body_id = :body AND o.status = 'confirmed' AND o.until_day = '9999-12-31'";
    h.fresh.db.read_now(move |c| c.count(sql, args! { body: body })).unwrap()
}

fn vouches(h: &House, who: Id<Person>, id: Id<JoinRequest>, word: &str) {
    h.post(who, &format!("/beitritte/{id}"), &[("tat", word)]).is(303);
}

#[test]
fn the_page_is_there_where_a_network_asks_for_it_and_says_who_could_read() {
    let h = kept();
    h.fresh.db.write_now(|tx| {
        tx.silent("a test");
        tx.set("operator.name", "Stadt Beispiel")
    }).unwrap();
    let page = h.get(None, KEPT);
    page.is(200).says(&[
        "Mitglied werden",
        "Diese Seite betreibt: Stadt Beispiel.",
        "Wer den Server oder eine Sicherung hat, könnte aber alles lesen",
        "Mails an Sie nennen das Netzwerk nicht",
        "Zwei Mitglieder bürgen.",
        "14 Tage lang",
        "name=\"voucher2\"",
    ]);
    page.hides(&["Quinn", "Anna", "Mitglieder gehören"]);
    h.get(None, &format!("/en{KEPT}")).is(200).says(&["whoever has the server or a backup"]);
    // Whoever belongs needs no form; a network that does not ask has no page, a hidden one not even for its members.
    h.get(Some(h.w.quinn), KEPT).is(200).says(&["Sie gehören schon dazu"]).hides(&["name=\"given\""]);
    for path in ["/netzwerke/regionale-ag/beitreten", "/netzwerke/runder-tisch-schutz/beitreten"] {
        h.get(None, path).is(404);
        h.get(Some(h.w.uma), path).is(404);
        h.send(None, path, &ZOE).is(404);
    }
    h.get(None, OPEN).is(200).says(&["Mitglied des Netzwerks werden Sie dadurch nicht"]).hides(&["Offen gesagt"]);
    h.get(None, "/netzwerke/regionale-ag/gremien/gender-mainstreaming-ausschuss/beitreten").is(404);
    h.get(None, "/netzwerke/frauennetzwerk/gremien/fachausschuss-digitalisierung").says(&["offen für alle", OPEN]);
}

#[test]
fn nothing_counts_before_the_mailbox_confirms_and_no_answer_tells_who_is_known() {
    let h = kept();
    let known = h.send(None, KEPT, &with(&[("mail", "quinn@example.org"), ("voucher2", "kora@example.org")]));
    let unknown = h.send(None, KEPT, &with(&[("voucher1", "niemand@example.org"), ("voucher2", "keine@example.org")]));
    assert_eq!((known.is(303).location(), known.html.as_str()), (unknown.is(303).location(), unknown.html.as_str()));
    let (one, other) = (h.letters("quinn@example.org"), h.letters("zoe.zander@rathaus.example.org"));
    assert_eq!((one.len(), other.len()), (1, 1), "each gets the same letter");
    assert_eq!(one[0].0, other[0].0);
    let id = last(&h);
    assert!(h.all_letters().iter().all(|(to, ..)| to != "kora@example.org" && to != "niemand@example.org"));
    for (_, subject, text) in h.all_letters() {
        assert!(!format!("{subject}{text}").contains("LSBTIQ"), "{text}");
    }
    // Looking changes nothing, as often as a scanner likes.
    let path = link(&h, "zoe.zander@rathaus.example.org");
    for _ in 0..3 {
        h.get(None, &path).is(200).says(&["Ja, das ist meine Anfrage", "Zoe Zander"]);
    }
    assert_eq!(state(&h, id), "unconfirmed");
    h.get(Some(h.w.kora), &format!("/beitritte/{id}")).is(404);
    h.get(Some(h.w.kora), &format!("/gremien/{}/beitritte", h.w.kept)).is(200).hides(&["Zoe"]);
    let there = h.send(None, &path, &[]).is(303).location().to_owned();
    h.get(None, &there).is(200).says(&["Ihre Anfrage ist angekommen"]);
    h.send(None, &path, &[]).is(200).says(&["Ihre Anfrage ist angekommen"]);
    assert_eq!(state(&h, id), "waiting");
    // Nobody was found at these addresses, and nobody learns that.
    assert!(h.letters("niemand@example.org").is_empty());
    h.get(Some(h.w.kora), &format!("/beitritte/{id}")).is(200).says(&["Zoe Zander", "Ein bekanntes Funktionspostfach ist es nicht"]);
    // A second request of the same address is told after the proof that one runs.
    h.send(None, KEPT, &with(&[("voucher2", "quinn@example.org")])).is(303);
    let second = link(&h, "zoe.zander@rathaus.example.org");
    h.get(None, &second).is(200).says(&["läuft schon"]);
    h.send(None, &second, &[]).is(200).says(&["läuft schon"]);
    assert_eq!(state(&h, last(&h)), "unconfirmed");
    h.get(None, "/beitritt/irgendwas").is(410).says(&["Der Link gilt nicht mehr"]);
}

#[test]
fn the_link_is_good_for_a_day_and_what_nobody_confirms_goes() {
    let h = kept();
    h.send(None, KEPT, &with(&[("voucher2", "quinn@example.org")])).is(303);
    let path = link(&h, "zoe.zander@rathaus.example.org");
    h.fresh.clock.advance(86_399);
    h.get(None, &path).is(200).says(&["Ja, das ist meine Anfrage"]);
    h.fresh.clock.advance(1);
    h.get(None, &path).is(410);
    h.send(None, &path, &[]).is(410);
    let clean = networks::slice().jobs.iter().find(|j| j.name == "networks.cleanup").unwrap().run;
    h.fresh.db.write_now(move |tx| clean(tx, "")).unwrap();
    let left = h.fresh.db.read_now(|c| c.count("SELECT (SELECT COUNT(*) FROM join_request) + (SELECT COUNT(*) FROM vouch)", args! {}));
    assert_eq!(left.unwrap(), 0);
}

#[test]
fn an_address_gets_five_letters_an_hour_and_a_body_sends_forty() {
    let h = kept();
    let fields = with(&[("voucher2", "quinn@example.org")]);
    for _ in 0..5 {
        h.send(None, KEPT, &fields).is(303);
    }
    h.send(None, KEPT, &fields).is(429);
    assert_eq!(h.letters("zoe.zander@rathaus.example.org").len(), 5);
    for n in 5..40 {
        let mail = format!("zoe{n}@example.org");
        h.send(None, KEPT, &with(&[("mail", &mail), ("voucher2", "quinn@example.org")])).is(303);
    }
    h.send(None, KEPT, &with(&[("mail", "neu@example.org"), ("voucher2", "quinn@example.org")])).is(429);
    h.fresh.clock.advance(3_601);
    h.send(None, KEPT, &fields).is(303);
}

#[test]
fn what_is_missing_stands_at_its_field_and_nothing_is_written() {
    let h = kept();
    let page = h.send(None, KEPT, &[("mail", "falsch"), ("given", "Zoe")]);
    page.is(422).says(&["value=\"Zoe\"", "Bitte nennen Sie zwei Mitglieder", "Mailadresse"]);
    h.send(None, KEPT, &with(&[("voucher2", "ANNA@example.org")])).is(422).says(&["eine andere Adresse"]);
    h.send(None, KEPT, &with(&[("voucher2", "zoe.zander@rathaus.example.org")])).is(422);
    assert_eq!(h.fresh.db.read_now(|c| c.count("SELECT COUNT(*) FROM join_request", args! {})).unwrap(), 0);
    h.get(None, &format!("{KEPT}?q=D%C3%BCren")).is(200).says(&["Stadt Düren", "Gefundene Organisation"]);
    // What sits in the sensitive network alone is not found.
    h.get(None, &format!("{KEPT}?q=regenbogen")).is(200).says(&["Keine gefunden"]).hides(&["Regenbogenberatung"]);
}

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
        h.get(Some(h.w.anna), &format!("/gremien/{}/beitritte", h.w.kept)).is(200).says(&["Zoe Zander", "7. Dezember 2026"]);
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
    let her = h.fresh.db.read_now(move |c| c.count("SELECT person_id FROM join_request WHERE id = :id", args! { id: id }));
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
    let left = "SELECT (SELECT COUNT(*) FROM join_request) + (SELECT COUNT(*) FROM vouch) + (SELECT COUNT(*) FROM objection)";
    assert_eq!(h.fresh.db.read_now(|c| c.count(left, args! {})).unwrap(), 0);
    let payload = format!("{id} {BASE}");
    h.fresh.db.write_now(move |tx| run(tx, &payload)).unwrap();
}

#[test]
fn the_mailbox_of_a_known_post_is_enough_where_the_rule_says_so() {
    let h = kept();
    rule(&h, h.w.kept, |r| r.vouching = Vouching::Either);
    let id = asked(&h, KEPT, &[("mail", "Gleichstellung@stadt-eschweiler.example.org"), ("voucher1", "")]);
    assert_eq!((state(&h, id).as_str(), seats(&h, h.w.kept)), ("admitted", 5));
    // Somebody else's organisation is not proved by it.
    let dueren = h.w.dueren.to_string();
    let id = asked(&h, KEPT, &[("mail", "gleichstellung@stadt-aachen.example.org"), ("known", &dueren), ("voucher1", "")]);
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
    let her = h.fresh.db.read_now(move |c| c.count("SELECT person_id FROM join_request WHERE id = :id", args! { id: id }));
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

#[test]
fn the_rules_are_the_keepers_and_whoever_saves_over_a_change_sees_it() {
    let h = kept();
    let path = format!("/gremien/{}/beitritt", h.w.kept);
    for who in [h.w.anna, h.w.nora] {
        h.get(Some(who), &path).is(if who == h.w.anna { 403 } else { 404 });
    }
    let fields = |version: &'static str| {
        [
            ("vouching", "either"),
            ("objection_days", "28"),
            ("seat_kind", "personal"),
            ("statement", "ja"),
            ("question", "Welchen Auftrag haben Sie?"),
            ("notice_months", "3"),
            ("version", version),
        ]
    };
    h.get(Some(h.w.kora), &path).is(200).says(&["name=\"version\" value=\"1\""]);
    h.post(h.w.kora, &path, &fields("1")).is(303);
    h.post(h.w.kora, &path, &fields("1")).is(409).says(&["inzwischen geändert", "name=\"version\" value=\"2\""]);
    let mut bad = fields("2");
    bad[5].1 = "25";
    h.post(h.w.kora, &path, &bad).is(422).says(&["höchstens 24 Monate"]);
    h.post(h.w.anna, &path, &fields("2")).is(403);
    h.get(None, KEPT).is(200).says(&["Welchen Auftrag haben Sie?", "28 Tage lang"]);
}
