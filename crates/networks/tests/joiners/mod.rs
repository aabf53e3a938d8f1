//! Somebody who asks to join the sensitive network of the small world, and what became of it.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "each test file uses a part of it, and stops where something is wrong"
)]

use db::args;
use kernel::Id;
use networks::{Body, JoinRequest, JoinRule, Vouching};
use people::Person;

use crate::{
    common::{self, act},
    house::{House, house},
};

pub const BASE: &str = "http://localhost:8080";
pub const KEPT: &str = "/netzwerke/kommunales-lsbtiq-netzwerk/beitreten";
pub const OPEN: &str = "/netzwerke/frauennetzwerk/gremien/fachausschuss-digitalisierung/beitreten";

pub fn rule(h: &House, body: Id<Body>, change: impl FnOnce(&mut JoinRule)) {
    let (sql, args) = ("SELECT COALESCE(MAX(version), 0) FROM join_rule WHERE body_id = :body", args! { body: body });
    let version = h.fresh.db.read_now(move |c| c.count(sql, args)).unwrap();
    let mut rule = JoinRule { version, ..JoinRule::default() };
    change(&mut rule);
    act(&h.fresh, h.w.kora, move |tx, by| networks::save_join_rule(tx, by, body, &rule)).unwrap();
}

pub fn account(h: &House, person: Id<Person>, mail: &str) {
    let mail = mail.to_owned();
    let open = move |tx: &db::Tx<'_>| {
        let new = accounts::NewAccount { person, mail: &mail, lang: kernel::Lang::De };
        accounts::open_account(tx, &common::operator(), &new)
    };
    h.fresh.db.write_now(open).unwrap();
}

/// Anna and Quinn belong to the sensitive network and have accounts; Kora keeps it.
pub fn kept() -> House {
    kept_in(house())
}

pub fn kept_in(h: House) -> House {
    account(&h, h.w.anna, "anna@example.org");
    account(&h, h.w.quinn, "quinn@example.org");
    account(&h, h.w.kora, "kora@example.org");
    rule(&h, h.w.kept, |r| (r.vouching, r.objection_days) = (Vouching::TwoMembers, 14));
    h
}

pub const ZOE: [(&str, &str); 7] = [
    ("given", "Zoe"),
    ("family", "Zander"),
    ("mail", "Zoe.Zander@rathaus.example.org"),
    ("organisation", "Stadt Würselen"),
    ("role", "Referentin Vielfalt"),
    ("statement", "Ich arbeite an einer Handreichung."),
    ("voucher1", "anna@example.org"),
];

pub fn with<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = ZOE.iter().copied().filter(|(n, _)| !changes.iter().any(|(c, _)| c == n));
    kept.chain(changes.iter().copied()).collect()
}

/// The link of the last letter to an address.
pub fn link(h: &House, mail: &str) -> String {
    let (_, text) = h.letters(mail).pop().unwrap();
    text.split(BASE).nth(1).unwrap().split_whitespace().next().unwrap().to_owned()
}

pub fn last(h: &House) -> Id<JoinRequest> {
    Id::new(h.fresh.db.read_now(|c| c.count("SELECT MAX(id) FROM join_request", args! {})).unwrap())
}

pub fn state(h: &House, id: Id<JoinRequest>) -> String {
    let read = move |c: &db::Conn| {
        c.one("SELECT CASE WHEN state = 'handed' THEN 'handed ' || handed_over ELSE state END FROM join_request WHERE id = :id", args! { id: id }, |r| {
            r.get::<String>(0)
        })
    };
    h.fresh.db.read_now(read).unwrap()
}

/// Zoe asks and confirms.
pub fn asked(h: &House, path: &str, changes: &[(&str, &str)]) -> Id<JoinRequest> {
    let fields = with(changes);
    let mail = fields.iter().find(|(n, _)| *n == "mail").unwrap().1.to_lowercase();
    h.send(None, path, &fields).is(303);
    let link = link(h, &mail);
    h.send(None, &link, &[]).is(303);
    last(h)
}

pub fn zoe(h: &House) -> Id<JoinRequest> {
    asked(h, KEPT, &[("voucher2", "quinn@example.org")])
}

/// Everything the worker does until a moment.
pub fn work(h: &House) {
    let due = h.fresh.db.write_now(|tx| tx.claim_job()).unwrap();
    if let Some(job) = due {
        assert_eq!(job.kind, "networks.joining");
        let run = networks::slice().jobs.iter().find(|j| j.name == job.kind).unwrap().run;
        h.fresh.db.write_now(move |tx| run(tx, &job.payload)).unwrap();
        h.fresh.db.write_now(move |tx| tx.settle_job(job.id, db::JobState::Done)).unwrap();
        work(h);
    }
}

pub fn seats(h: &House, body: Id<Body>) -> i64 {
    let sql = "SELECT COUNT(*) FROM occupancy o JOIN seat s ON s.id = o.seat_id WHERE s.body_id = :body AND o.status = 'confirmed' AND o.until_day = '9999-12-31'";
    h.fresh.db.read_now(move |c| c.count(sql, args! { body: body })).unwrap()
}

pub fn vouches(h: &House, who: Id<Person>, id: Id<JoinRequest>, word: &str) {
    h.post(who, &format!("/beitritte/{id}"), &[("tat", word)]).is(303);
}
