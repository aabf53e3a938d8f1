//! A network of one who signs in and ten who never do.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

#[path = "../../networks/tests/common/mod.rs"]
mod common;
#[path = "../../networks/tests/house/mod.rs"]
mod house;
mod support;

use db::args;
use house::{House, houses};
use support::{count, pasted, take};

const BASE: &str = "http://localhost:8080";

fn mail(n: usize) -> String {
    format!("gleichstellung{n}@ort{n}.example.org")
}

/// The path of the link in the last letter to an address.
#[track_caller]
fn link(h: &House, to: &str) -> String {
    let (_, text) = h.letters(to).pop().unwrap_or_else(|| panic!("no letter to {to}"));
    text.split(BASE).nth(1).unwrap_or_else(|| panic!("no link in {text}")).split_whitespace().next().unwrap().to_owned()
}

fn number(h: &House, sql: &'static str, args: db::Args) -> i64 {
    h.fresh.db.read_now(move |c| c.count(sql, args)).unwrap()
}

fn work(h: &House) {
    while let Some(job) = h.fresh.db.write_now(|tx| tx.claim_job()).unwrap() {
        let run = networks::slice().jobs.iter().find(|k| k.name == job.kind).expect("a job of networks").run;
        h.fresh
            .db
            .write_now(move |tx| {
                run(tx, &job.payload)?;
                tx.settle_job(job.id, db::JobState::Done)
            })
            .unwrap();
    }
}

/// Kora founds a network and takes ten members in from the list she pastes; gives its name in addresses.
fn founded(h: &House) -> String {
    h.operates(h.w.kora);
    let person = h.w.kora;
    let open = move |tx: &db::Tx<'_>| {
        let new = accounts::NewAccount { person, mail: "kora@example.org", lang: kernel::Lang::De };
        accounts::open_account(tx, &common::operator(), &new)
    };
    h.fresh.db.write_now(open).unwrap();
    let founding = [
        ("name", "Arbeitskreis der Zehn"),
        ("short_name", "AK Zehn"),
        ("purpose", "Wir tauschen uns aus."),
        ("reach", "region"),
        ("formal", "nein"),
        ("openness", "still"),
        ("from", "2020-01-01"),
        ("keeper", "ich"),
        ("given", ""),
        ("mail", ""),
    ];
    h.post(h.w.kora, "/netzwerke/gruenden", &founding).is(303);
    let sql = "SELECT slug FROM body WHERE name = 'Arbeitskreis der Zehn'";
    let slug = h.fresh.db.read_now(move |c| c.one(sql, args! {}, |r| r.get::<String>(0))).unwrap();
    let rows: String = (1..=10)
        .map(|n| {
            format!("Vorname{n} Nachname{n}\t{}\tGleichstellungsbeauftragte\tGemeinde Ort{n}\t01.03.2021\n", mail(n))
        })
        .collect();
    let check = pasted(h, &slug, "stellen", &format!("Name\tE-Mail\tAmt\tKommune\tseit\n{rows}"));
    h.get(Some(h.w.kora), &check).is(200).says(&["neu 10"]);
    take(h, &check).is(200).says(&["10"]);
    slug
}

#[test]
fn a_network_works_with_one_account_and_ten_mail_only_members() {
    for h in houses(&[networks::slice(), transfer::slice(), accounts::slice()]) {
        let slug = founded(&h);
        let kora = Some(h.w.kora);
        assert!(h.all_letters().is_empty(), "taking a list in writes to nobody");
        let network = number(&h, "SELECT id FROM body WHERE slug = :slug", args! { slug: slug.clone() });
        let persons = format!("/netzwerke/{slug}/personen");
        for n in 1..=10 {
            h.get(kora, &persons).is(200).says(&[&format!("Nachname{n}")]);
        }
        h.get(None, &persons).is(303);

        somebody_joins(&h, &slug, network);
        a_member_is_asked_for_a_seat(&h, network);
        a_post_is_handed_over(&h);

        assert_eq!(count(&h, "SELECT COUNT(*) FROM account"), 1, "nobody but Kora ever had to have one");
        assert_eq!(count(&h, "SELECT COUNT(*) FROM session"), 0);
    }
}

/// Two of the ten vouch, all are told, one objects, Kora decides: everything by the links of letters.
fn somebody_joins(h: &House, slug: &str, network: i64) {
    h.fresh
        .db
        .write_now(move |tx| {
            tx.silent("a test");
            tx.exec("UPDATE body SET join_page = TRUE WHERE id = :id", args! { id: network })
        })
        .unwrap();
    let rules = [
        ("vouching", "two_members"),
        ("objection_days", "14"),
        ("seat_kind", "personal"),
        ("statement", "ja"),
        ("notice_months", "0"),
        ("version", "0"),
    ];
    h.post(h.w.kora, &format!("/gremien/{network}/beitritt"), &rules).is(303);
    let (one, two) = (mail(1), mail(2));
    let asks = [
        ("given", "Zoe"),
        ("family", "Zander"),
        ("mail", "zoe@ort11.example.org"),
        ("organisation", "Gemeinde Ort11"),
        ("role", "Referentin"),
        ("statement", "Ich fange gerade an."),
        ("voucher1", one.as_str()),
        ("voucher2", two.as_str()),
    ];
    h.send(None, &format!("/netzwerke/{slug}/beitreten"), &asks).is(303);
    h.send(None, &link(h, "zoe@ort11.example.org"), &[]).is(303);
    for who in [&one, &two] {
        let way = link(h, who);
        h.get(None, &way).is(200).says(&["Zoe Zander", "Ich bürge"]);
        h.send(None, &way, &[("tat", "buergen")]).is(303);
    }
    for n in 1..=10 {
        let (_, text) = h.letters(&mail(n)).pop().unwrap();
        assert!(text.contains("14 Tage lang, bis 7. Dezember 2026") && text.contains("/antwort/"), "{text}");
        h.get(None, &link(h, &mail(n))).is(200).says(&["Zoe Zander", "Einwand erheben"]);
    }
    assert_eq!(h.letters("kora@example.org").len(), 1);
    h.send(None, &link(h, &mail(7)), &[("tat", "einwand"), ("reason", "Bitte erst kennenlernen.")]).is(303);
    h.fresh.clock.advance(15 * 86_400);
    work(h);
    let request = number(h, "SELECT MAX(id) FROM join_request WHERE state = :s", args! { s: "handed" });
    let show = format!("/beitritte/{request}");
    h.get(Some(h.w.kora), &show).is(200).says(&["Bitte erst kennenlernen.", "Nachname7", "bürgt"]);
    let today = h.fresh.clock.today().to_string();
    h.post(h.w.kora, &show, &[("tat", "aufnehmen"), ("from", &today)]).is(303);
    let answers = h.letters("zoe@ort11.example.org");
    assert_eq!(answers.len(), 3, "the link, the answer, the invitation");
    h.get(None, &link(h, &mail(3))).is(410);
}

/// One of the ten is asked to be deputy chair and says yes; another is asked and says no.
fn a_member_is_asked_for_a_seat(h: &House, network: i64) {
    let seat = |label: &'static str| {
        let by = common::act(&h.fresh, h.w.kora, move |tx, by| {
            let new = networks::NewSeat {
                label: Some(label.to_owned()),
                ..networks::NewSeat::new(networks::SeatKind::Elected, tx.today())
            };
            networks::add_seat(tx, by, kernel::Id::new(network), &new)
        });
        by.unwrap()
    };
    for (n, word, status) in [(4, "ja", "accepted"), (5, "nein", "refused")] {
        let seat = seat("Sprecherin");
        let fill = format!("/sitze/{seat}/besetzen");
        let page = h.get(Some(h.w.kora), &format!("{fill}?q=nachname{n}"));
        let key =
            page.is(200).html.split("name=\"occupant\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let today = h.fresh.clock.today().to_string();
        let name = format!("nachname{n}");
        let fields = [
            ("q", name.as_str()),
            ("occupant", &key),
            ("from", &today),
            ("grain", "day"),
            ("basis", "election"),
            ("status", "nominated"),
        ];
        let before = h.all_letters().len();
        h.post(h.w.kora, &fill, &fields).is(303);
        assert_eq!(h.all_letters().len(), before + 1, "she alone is written to");
        let (_, subject, text) = h.all_letters().pop().unwrap();
        assert!(subject.ends_with("] Eine Frage an Sie"), "{subject}");
        // Which seat, where, from when: in that order.
        let asked = text.split("Sie sind für einen Sitz gefragt: ").nth(1).unwrap_or_else(|| panic!("{text}"));
        let asked = asked.split(". Hier lesen").next().unwrap();
        assert!(asked.contains("Arbeitskreis der Zehn, ab "), "{asked}");
        assert!(!asked.starts_with("Arbeitskreis"), "{asked}");
        let way = link(h, &mail(n));
        assert!(way.starts_with("/sitzfrage/"), "{way}");
        for _ in 0..3 {
            h.get(None, &way).is(200).says(&["Möchten Sie diesen Sitz?", "Sprecherin", "Arbeitskreis der Zehn"]);
        }
        h.send(None, &way, &[]).is(422).says(&["Bitte sagen Sie Ja oder Nein."]);
        h.send(None, &way, &[("answer", word)]).is(303);
        let got = h.fresh.db.read_now(move |c| {
            c.one("SELECT status FROM occupancy WHERE seat_id = :seat", args! { seat: seat }, |r| r.get::<String>(0))
        });
        assert_eq!(got.unwrap(), status);
        let manage = format!("/sitze/{seat}/verwalten");
        h.get(Some(h.w.kora), &manage).is(200).says(&[&format!("Nachname{n}")]);
        if word == "nein" {
            h.get(None, &way).is(410);
        }
    }
    h.get(None, "/sitzfrage/irgendwas").is(410);
}

/// One of the ten leaves her post: she, her successor and nobody's account are written to.
fn a_post_is_handed_over(h: &House) {
    let post = number(
        h,
        "SELECT t.post_id FROM tenure t JOIN person p ON p.id = t.person_id WHERE p.family = :f",
        args! { f: "Nachname6" },
    );
    let last = h.fresh.clock.today().plus_days(20).to_string();
    let fields = [
        ("bis", last.as_str()),
        ("q", ""),
        ("whom", "neu"),
        ("given", "Kim"),
        ("family", "Neumann"),
        ("mail", "kim@ort6.example.org"),
    ];
    let page = h.post(h.w.kora, &format!("/stellen/{post}/uebergabe"), &fields).is(303).location().to_owned();
    let (_, text) = h.letters(&mail(6)).pop().unwrap();
    assert!(text.contains("Ihr letzter Tag ist") && text.contains("Einloggen müssen Sie sich dafür nicht"), "{text}");
    assert!(!text.contains(BASE), "no link that leads to a sign-in: {text}");
    assert_eq!(h.letters("kim@ort6.example.org").len(), 1);
    h.get(Some(h.w.kora), &page).is(200).says(&["Kim Neumann"]);
    h.fresh.clock.advance(21 * 86_400);
    work(h);
    let holds = number(
        h,
        "SELECT COUNT(*) FROM tenure t JOIN person p ON p.id = t.person_id WHERE p.family = :f AND t.from_day <= :d AND t.until_day > :d",
        args! { f: "Neumann", d: h.fresh.clock.today() },
    );
    assert_eq!(holds, 1, "the post passed on the day, and nobody signed in for it");
}
