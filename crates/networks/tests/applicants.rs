//! Whoever asks to join: proves her address by code or link, takes the request back, finds it among her data; and the
//! members who are written to.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

mod common;
mod house;
mod joiners;

use db::args;
use house::{House, Seen, houses};
use http::{Request, header};
use joiners::{BASE, KEPT, ZOE, account, kept, kept_in, last, link, rule, state, vouches, with, work, zoe};
use kernel::Id;
use networks::{JoinRequest, Vouching};

const MAIL: &str = "zoe.zander@rathaus.example.org";

/// A form sent by the browser that keeps this cookie.
fn post(h: &House, cookie: &str, path: &str, body: &str) -> Seen {
    let request = Request::post(path)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "same-origin")
        .header(header::COOKIE, cookie);
    h.ask(request, None, body.to_owned())
}

fn get(h: &House, cookie: &str, path: &str) -> Seen {
    h.ask(Request::get(path).header(header::COOKIE, cookie), None, String::new())
}

/// Zoe asks; the cookie her browser keeps, and the code of her letter.
fn asks(h: &House) -> (String, String) {
    let answer = h.send(None, KEPT, &with(&[("voucher2", "quinn@example.org")]));
    answer.is(303);
    let cookie = answer.headers[header::SET_COOKIE].to_str().unwrap().split(';').next().unwrap().to_owned();
    let (_, text) = h.letters(MAIL).pop().unwrap();
    let code = text.lines().map(str::trim).find(|l| l.len() == 6 && l.bytes().all(|b| b.is_ascii_digit())).unwrap();
    (cookie, code.to_owned())
}

fn other(code: &str) -> String {
    if code == "111111" { "222222".to_owned() } else { "111111".to_owned() }
}

#[test]
fn the_code_counts_in_the_browser_that_asked_and_in_no_other() {
    let h = kept();
    let (cookie, code) = asks(&h);
    get(&h, &cookie, "/beitritt/gesendet")
        .is(200)
        .says(&["Code aus der Mail", "name=\"code\""])
        .hides(&["LSBTIQ", "Zoe"]);
    // Another browser is told to use the link, whatever it sends.
    h.get(None, "/beitritt/gesendet").is(200).says(&["Postfach"]).hides(&["name=\"code\""]);
    h.send(None, "/beitritt/gesendet", &[("code", &code)]).is(410);
    post(&h, &format!("g-j={}", "a".repeat(64)), "/beitritt/gesendet", &format!("code={code}")).is(410);
    assert_eq!(state(&h, last(&h)), "unconfirmed");
    post(&h, &cookie, "/beitritt/gesendet", "code=12").is(422).says(&["Der Code hat sechs Ziffern."]);
    post(&h, &cookie, "/beitritt/gesendet", &format!("code={}", other(&code))).is(303);
    get(&h, &cookie, "/beitritt/gesendet").is(200).says(&["Sie haben noch 4 Versuche."]);
    let spaced = format!("{}+{}", &code[..3], &code[3..]);
    post(&h, &cookie, "/beitritt/gesendet", &format!("code={spaced}")).is(303);
    assert_eq!(state(&h, last(&h)), "waiting");
    get(&h, &cookie, "/beitritt/gesendet").is(200).says(&["Ihre Anfrage ist angekommen"]);
    // A second time changes nothing, and neither does the link.
    post(&h, &cookie, "/beitritt/gesendet", &format!("code={code}")).is(200).says(&["Ihre Anfrage ist angekommen"]);
    h.send(None, &link(&h, MAIL), &[]).is(200).says(&["Ihre Anfrage ist angekommen"]);
    assert_eq!(h.letters("anna@example.org").len(), 1, "those named are asked once");
}

#[test]
fn five_wrong_codes_leave_the_link_only() {
    let h = kept();
    let (cookie, code) = asks(&h);
    for _ in 0..5 {
        post(&h, &cookie, "/beitritt/gesendet", &format!("code={}", other(&code))).is(303);
    }
    get(&h, &cookie, "/beitritt/gesendet").is(200).says(&["Zu viele falsche Codes"]).hides(&["name=\"code\""]);
    post(&h, &cookie, "/beitritt/gesendet", &format!("code={code}")).is(200).says(&["Zu viele falsche Codes"]);
    assert_eq!(state(&h, last(&h)), "unconfirmed");
    h.send(None, &link(&h, MAIL), &[]).is(303);
    assert_eq!(state(&h, last(&h)), "waiting");
    // The code does not outlive its day either.
    let (cookie, code) = asks(&h);
    h.fresh.clock.advance(86_400);
    post(&h, &cookie, "/beitritt/gesendet", &format!("code={code}")).is(410);
}

#[test]
fn whoever_asked_takes_it_back_by_the_same_link_and_nothing_is_left() {
    let h = kept();
    let id = zoe(&h);
    vouches(&h, h.w.quinn, id, "buergen");
    let path = link(&h, MAIL);
    h.get(None, &path).is(200).says(&["Anfrage zurückziehen"]).hides(&["LSBTIQ"]);
    assert_eq!(state(&h, id), "waiting", "looking changes nothing");
    h.send(None, "/beitritt/irgendwas", &[("tat", "zurueckziehen")]).is(410);
    h.send(None, &path, &[("tat", "zurueckziehen")]).is(303);
    let left = h.fresh.db.read_now(|c| {
        c.count("SELECT (SELECT COUNT(*) FROM join_request) + (SELECT COUNT(*) FROM vouch) + (SELECT COUNT(*) FROM objection)", args! {})
    });
    assert_eq!(left.unwrap(), 0);
    h.get(None, &path).is(410);
    h.send(None, &path, &[("tat", "zurueckziehen")]).is(410);
    h.get(Some(h.w.kora), &format!("/beitritte/{id}")).is(404);
    // What was put down for later finds nothing, and she may ask anew.
    h.fresh.clock.advance(40 * 86_400);
    work(&h);
    zoe(&h);
}

#[test]
fn what_is_decided_cannot_be_taken_back() {
    let h = kept();
    let id = zoe(&h);
    h.post(h.w.kora, &format!("/beitritte/{id}"), &[("tat", "ablehnen"), ("answer", "")]).is(303);
    let path = link_of(&h);
    h.get(None, &path).is(200).says(&["Über Ihre Anfrage ist entschieden"]).hides(&["Abgelehnt", "zurückziehen"]);
    h.send(None, &path, &[("tat", "zurueckziehen")]).is(200).says(&["ist entschieden"]);
    assert_eq!(state(&h, id), "refused");
}

/// The link of Zoe's first letter.
fn link_of(h: &House) -> String {
    let (_, text) = h.letters(MAIL).remove(0);
    text.split(BASE).nth(1).unwrap().split_whitespace().next().unwrap().to_owned()
}

#[test]
fn her_request_is_among_her_data_and_goes_with_her_account() {
    let h = kept_in(houses(&[networks::slice(), accounts::slice()]).remove(0));
    let id = zoe(&h);
    // Nora gets an account at the very address, as colleagues behind one mailbox do: the request is not hers.
    account(&h, h.w.nora, MAIL);
    let data = "/konto/daten/alles";
    h.get(Some(h.w.nora), data).is(200).hides(&["Zander", "Handreichung"]);
    let her = h
        .fresh
        .db
        .write_now(|tx| people::add_person(tx, &common::operator(), &people::NewPerson::new("Zoe", "Zander")));
    let her = her.unwrap();
    account(&h, her, MAIL);
    let hers = ["Beitrittsanfragen", MAIL, "Ich arbeite an einer Handreichung.", "läuft"];
    h.get(Some(her), data).is(200).says(&hers);
    h.get(Some(her), "/konto/daten.json").is(200).says(&["join_requests", "waiting", "Handreichung"]);
    // What members said is theirs, and names nobody else.
    vouches(&h, h.w.quinn, id, "buergen");
    h.get(Some(h.w.quinn), data).is(200).says(&["Meine Antworten zu Beitrittsanfragen", "bürgt"]).hides(&["Zander"]);
    h.get(Some(h.w.anna), data).is(200).hides(&["Meine Antworten zu Beitrittsanfragen"]);
    h.get(Some(her), "/konto/loeschen").is(200).says(&["Ihre Beitrittsanfragen"]);
    h.post(her, "/konto/loeschen", &[("endgueltig", "ja")]).is(303);
    let left = h
        .fresh
        .db
        .read_now(|c| c.count("SELECT (SELECT COUNT(*) FROM join_request) + (SELECT COUNT(*) FROM vouch)", args! {}));
    assert_eq!(left.unwrap(), 0);
}

/// The letters that speak of a period, with their addresses.
fn told(h: &House) -> Vec<(String, String, String)> {
    h.all_letters()
        .into_iter()
        .filter(|(_, subject, _)| subject.contains("zum Ansehen") || subject.contains("to look at"))
        .collect()
}

#[test]
fn a_sensitive_network_tells_each_member_once_and_says_nothing() {
    let h = kept();
    h.fresh
        .db
        .write_now(|tx| {
            tx.silent("a test");
            tx.exec("UPDATE account SET lang = 'en' WHERE mail = 'anna@example.org'", args! {})
        })
        .unwrap();
    let id = zoe(&h);
    for who in [h.w.anna, h.w.quinn] {
        vouches(&h, who, id, "buergen");
    }
    let letters = told(&h);
    let mut to: Vec<&str> = letters.iter().map(|(to, ..)| to.as_str()).collect();
    to.sort_unstable();
    assert_eq!(to, ["anna@example.org", "kora@example.org", "quinn@example.org"], "one mail each, to whoever signs in");
    for (to, subject, text) in &letters {
        let all = format!("{subject}{text}");
        assert!(!all.contains("LSBTIQ") && !all.contains("Zoe") && !all.contains("/antwort/"), "{all}");
        let days = if to == "anna@example.org" {
            "for 14 days, until midnight of 7 December 2026"
        } else {
            "14 Tage lang für Sie bereit, bis 7. Dezember 2026 um Mitternacht"
        };
        assert!(text.contains(days) && text.contains(&format!("/beitritte/{id}")), "{text}");
    }
}

const RAG: &str = "/netzwerke/regionale-ag/beitreten";
const DORA: &str = "gleichstellung@dueren.example.org";

/// The working group takes requests; Dora has an office address and never signs in.
fn working_group() -> House {
    let h = kept();
    let (rag, tenure) = (h.w.rag, h.w.tenure_dora);
    h.fresh
        .db
        .write_now(move |tx| {
            tx.silent("a test");
            tx.exec("UPDATE tenure SET mail = :mail WHERE id = :id", args! { mail: DORA, id: tenure })?;
            tx.exec("UPDATE body SET join_page = TRUE WHERE id = :id", args! { id: rag })
        })
        .unwrap();
    h
}

#[test]
fn members_vouch_and_object_by_the_link_of_their_letter_without_an_account() {
    let h = working_group();
    rule(&h, h.w.rag, |r| (r.vouching, r.objection_days) = (Vouching::TwoMembers, 7));
    h.send(None, RAG, &with(&[("voucher2", DORA)])).is(303);
    h.send(None, &link(&h, MAIL), &[]).is(303);
    let id: Id<JoinRequest> = last(&h);
    for (n, mail) in ["anna@example.org", DORA].into_iter().enumerate() {
        let way = link(&h, mail);
        assert!(way.starts_with("/antwort/"), "{way}");
        h.get(None, &way)
            .is(200)
            .says(&["Zoe Zander", "Ich bürge", "Ich arbeite an einer Handreichung."])
            .hides(&["Aufnehmen", MAIL]);
        h.send(None, &way, &[]).is(422).says(&["Bitte wählen Sie"]);
        // Nothing but what the letter is about.
        for deed in ["aufnehmen", "ablehnen", "fragen"] {
            h.send(None, &way, &[("tat", deed), ("from", "2026-11-23")]).is(422);
        }
        assert_eq!(state(&h, id), "waiting", "{n}");
        h.send(None, &way, &[("tat", "buergen")]).is(303);
    }
    assert_eq!(state(&h, id), "objecting");
    let letters = told(&h);
    let mut to: Vec<&str> = letters.iter().map(|(to, ..)| to.as_str()).collect();
    to.sort_unstable();
    to.dedup();
    assert_eq!(to.len(), letters.len(), "one mail each");
    assert!(to.contains(&DORA) && to.contains(&"anna@example.org") && to.contains(&"kora@example.org"), "{to:?}");
    let says = "7 Tage lang, bis 30. November 2026 um Mitternacht";
    assert!(
        letters.iter().all(|(_, _, text)| text.contains("Zoe Zander möchte beitreten") && text.contains(says)),
        "{letters:?}"
    );
    let way = link(&h, DORA);
    h.get(None, &way).is(200).says(&["Einwand erheben"]).hides(&["Ich bürge"]);
    h.send(None, &way, &[("tat", "einwand"), ("reason", "")]).is(422).says(&["was dagegen spricht"]);
    h.send(None, &way, &[("tat", "einwand"), ("reason", "Sie arbeitet nicht mehr dort.")]).is(303);
    h.fresh.clock.advance(9 * 86_400);
    h.get(None, &way).is(410).says(&["nichts mehr zu beantworten"]);
    h.send(None, &way, &[("tat", "einwand"), ("reason", "Zu spät.")]).is(410);
    work(&h);
    assert_eq!(state(&h, id), "handed objection");
    h.get(Some(h.w.kora), &format!("/beitritte/{id}")).is(200).says(&["Sie arbeitet nicht mehr dort."]);
    h.get(None, "/antwort/irgendwas").is(410);
}

#[test]
fn what_is_done_later_leads_to_where_the_installation_is_reached_then() {
    let h = kept();
    let id = zoe(&h);
    h.fresh
        .db
        .write_now(|tx| {
            tx.silent("a test");
            tx.set(networks::ADDRESS, "https://neu.example.org")
        })
        .unwrap();
    // Nobody vouches within four weeks: the job hands it to the keepers.
    h.fresh.clock.advance(30 * 86_400);
    work(&h);
    let (_, text) = h.letters("kora@example.org").pop().unwrap();
    assert!(text.contains(&format!("https://neu.example.org/beitritte/{id}")), "{text}");
}

#[test]
fn whoever_left_answers_by_no_link_any_more() {
    let h = working_group();
    rule(&h, h.w.rag, |r| (r.vouching, r.objection_days) = (Vouching::Keeper, 7));
    let fields: Vec<_> = ZOE.iter().copied().filter(|(n, _)| !n.starts_with("voucher")).collect();
    h.send(None, RAG, &fields).is(303);
    h.send(None, &link(&h, MAIL), &[]).is(303);
    let id = last(&h);
    h.post(h.w.kora, &format!("/beitritte/{id}"), &[("tat", "fragen")]).is(303);
    let way = link(&h, DORA);
    h.get(None, &way).is(200);
    let tenure = h.w.tenure_dora;
    h.fresh
        .db
        .write_now(move |tx| {
            tx.silent("a test");
            tx.exec("UPDATE tenure SET until_day = '2026-11-23' WHERE id = :id", args! { id: tenure })
        })
        .unwrap();
    h.get(None, &way).is(410);
    h.send(None, &way, &[("tat", "einwand"), ("reason", "Ich bin nicht mehr da.")]).is(410);
}
