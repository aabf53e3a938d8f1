//! Having oneself erased: what goes, what stays, who is told.

use testkit::both;

use crate::{
    authenticator::Device,
    factors::with_app,
    support::{House, Reply},
};

const MIRA: &str = "m.k@example.org";

/// Every text of every table, to look for what must be gone.
fn everything(house: &House<'_>) -> Vec<(String, String)> {
    house
        .fresh
        .db
        .read_now(|c| {
            let mut found = Vec::new();
            for note in migrations::COLUMNS {
                let sql = format!("SELECT CAST({} AS TEXT) FROM {}", note.column, note.table);
                let values: Vec<Option<String>> = c.all(&sql, db::args! {}, |r| r.get(0))?;
                found.extend(values.into_iter().flatten().map(|v| (format!("{}.{}", note.table, note.column), v)));
            }
            Ok(found)
        })
        .unwrap()
}

#[track_caller]
fn nowhere(house: &House<'_>, words: &[&str]) {
    for (place, value) in everything(house) {
        for word in words {
            assert!(!value.to_lowercase().contains(&word.to_lowercase()), "{word:?} is in {place}: {value}");
        }
    }
}

fn erase(browser: &crate::support::Browser<'_>) -> Reply {
    browser.post("/konto/loeschen", &[("endgueltig", "ja")])
}

#[test]
fn whoever_has_herself_erased_is_nowhere_afterwards() {
    both(|fresh| {
        let house = House::new(fresh);
        let mira = house.person("Mira", "Kowalski-Özgür", MIRA);
        let ada = house.operator("Ada", "Beispiel", "ada@example.org");
        let browser = house.signed_in(mira);
        let profile = [
            ("given", "Mira"),
            ("family", "Kowalski-Özgür"),
            ("title", "Dr."),
            ("title_form", "female"),
            ("pronouns", "sie/ihr"),
            ("private_mail", "privat.kowalski@example.org"),
            ("private_phone", "0241 777"),
            ("version", "1"),
        ];
        browser.post("/konto/person", &profile).leads("/konto");
        let mut device = Device::new();
        browser.remember(&mut device).leads("/konto/geraete");
        with_app(&browser, &house);
        let phone = house.browser();
        phone.ask(MIRA);
        let (code, link) = house.code(MIRA);
        let invite = accounts::Invite { person: mira, mail: MIRA.into(), about: None, about_words: None };
        let by = kernel::Actor { person: Some(ada.raw()), ..crate::support::operator() };
        house
            .fresh
            .db
            .write_now(move |tx| accounts::invite(tx, &by, &accounts::Right::house(), "http://x", &invite))
            .unwrap();
        let page = browser.get("/konto/loeschen");
        page.is(200)
            .says("Das geht")
            .says("Das bleibt")
            .says("lässt sich nicht rückgängig machen")
            .says("/konto/daten/alles");
        browser.post("/konto/loeschen", &[]).is(422).says("Bitte bestätigen Sie, dass Ihr Konto endgültig");
        assert_eq!(house.count("account"), 2, "nothing happens without the tick");
        erase(&browser).leads("/");
        assert!(browser.cookie("g-s").is_none());
        assert!(!browser.is_signed_in());
        house.browser().sign_in_with(&device).leads("/anmelden?weiter=%2Fkonto&geraet=nein");
        // A code that was on its way opens nothing.
        phone.enter(&code).is(410);
        phone.post(&link, &[]).is(410);
        assert_eq!(house.count("session"), 0);
        for table in ["passkey", "app_code", "emergency_code", "invitation", "factor_try"] {
            assert_eq!(house.count(table), 0, "{table}");
        }
        nowhere(&house, &["Kowalski", "Mira", "Özgür", "0241 777", "sie/ihr", "privat."]);
        // The letter that confirms it leaves, says no name, and takes the address along.
        let letters = house.letters(MIRA);
        assert_eq!(letters.len(), 1, "earlier ones are gone, sent or not");
        let (subject, text) = &letters[0];
        assert!(subject == "Ihr Konto ist gelöscht" && text.contains("Diese Adresse löschen wir"), "{text}");
        house
            .fresh
            .db
            .write_now(|tx| {
                let due = tx.claim_mail(100)?;
                due.iter().filter(|m| m.to == MIRA).try_for_each(|m| tx.mail_sent(m.id))
            })
            .unwrap();
        nowhere(&house, &[MIRA, "Kowalski"]);
        // The record of the person stands without a name, so that what she held stays valid.
        assert_eq!(
            house.texts("SELECT given || ' ' || family FROM person WHERE erased_at IS NOT NULL"),
            ["Gelöschte Person"]
        );
        assert_eq!(house.count("event WHERE verb = 'person.erased'"), 1);
        // Nobody can invite her back or sign in as her.
        phone.ask(MIRA).leads("/anmelden/code");
        let invite = accounts::Invite { person: mira, mail: MIRA.into(), about: None, about_words: None };
        let by = crate::support::operator();
        let refused = house
            .fresh
            .db
            .write_now(move |tx| accounts::invite(tx, &by, &accounts::Right::house(), "http://x", &invite));
        assert!(refused.is_err());
    });
}

#[test]
fn records_of_office_stay_valid_and_a_post_becomes_vacant() {
    both(|fresh| {
        let house = House::new(fresh);
        let mira = house.person("Mira", "Kowalski", MIRA);
        house.exec(
            "INSERT INTO organisation (id, kind, name, sort_name, from_day) VALUES (1, 'municipality', 'Stadt Aachen', 'stadt aachen', '2000-01-01')",
        );
        house.exec(
            "INSERT INTO post (id, organisation_id, title, engagement, from_day) VALUES (2, 1, 'Gleichstellungsstelle', 'full_time', '2000-01-01')",
        );
        let rows = [
            "INSERT INTO tenure (id, post_id, person_id, mode, share_percent, mail, phone, from_day, until_day) SELECT 3, 2, person_id, 'holder', 100, 'gleichstellung.kowalski@example.org', '0241 1', '2019-03-01', '9999-12-31' FROM account",
            "INSERT INTO tenure (id, post_id, person_id, mode, share_percent, from_day, until_day) SELECT 4, 2, person_id, 'deputy', 100, '2027-01-01', '9999-12-31' FROM account",
            "INSERT INTO absence (id, person_id, from_day, until_day) SELECT 5, person_id, '2026-01-01', '2026-02-01' FROM account",
        ];
        rows.into_iter().for_each(|sql| house.exec(sql));
        let browser = house.signed_in(mira);
        let all = browser.get("/konto/daten/alles");
        all.is(200)
            .says("Gleichstellungsstelle")
            .says("1. März 2019")
            .says("gleichstellung.kowalski@example.org")
            .says("Abwesenheiten");
        browser.get("/konto/loeschen").says("Die Stelle Gleichstellungsstelle ist ab heute unbesetzt.");
        erase(&browser).leads("/");
        assert_eq!(
            house.texts("SELECT CAST(id AS TEXT) || ' ' || from_day || ' ' || until_day FROM tenure"),
            ["3 2019-03-01 2026-11-23"],
            "that somebody held it stays, what never began goes"
        );
        assert_eq!(house.count("absence"), 0);
        assert_eq!(house.count("event WHERE verb = 'post.left'"), 2);
        nowhere(&house, &["Kowalski"]);
    });
}

#[test]
fn the_last_operator_must_hand_on_first() {
    both(|fresh| {
        let house = House::new(fresh);
        let ada = house.operator("Ada", "Beispiel", "ada@example.org");
        let browser = house.signed_in(ada);
        let page = browser.get("/konto/loeschen");
        page.is(200).says("die letzte Person, die diese Installation betreibt").says_not("Endgültig löschen");
        erase(&browser).is(422).says("Bitte benennen Sie zuerst eine andere.");
        assert_eq!((house.count("account"), house.count("session")), (1, 1), "all or nothing");
        let jo = house.operator("Jo", "Muster", "jo@example.org");
        erase(&browser).leads("/");
        assert_eq!(house.count("account"), 1);
        house.signed_in(jo).get("/einstellungen").is(200);
        house.signed_in(jo).get("/konto/loeschen").says("die letzte Person");
    });
}

#[test]
fn erasing_and_ones_own_data_need_a_fresh_proof() {
    both(|fresh| {
        let house = House::new(fresh);
        let mira = house.person("Mira", "Kowalski", MIRA);
        let browser = house.signed_in(mira);
        house.clock.advance(900);
        for path in ["/konto/loeschen", "/konto/daten/alles", "/konto/daten.json"] {
            let to = browser.get(path).to;
            assert_eq!(to, format!("/bestaetigen?weiter={}", path.replace('/', "%2F")));
        }
        erase(&browser).leads("/bestaetigen?weiter=%2Fkonto%2Floeschen");
        assert_eq!(house.count("account"), 1);
    });
}

#[test]
fn ones_own_data_are_complete_and_hold_nothing_that_opens_anything() {
    both(|fresh| {
        let house = House::new(fresh);
        let mira = house.person("Mira", "Kowalski", MIRA);
        house.person("Jo", "Muster", "jo@example.org");
        let browser = house.signed_in(mira);
        let mut device = Device::new();
        browser.remember(&mut device).leads("/konto/geraete");
        let (secret, list) = with_app(&browser, &house);
        let file = browser.get("/konto/daten.json");
        let data: serde_json::Value = serde_json::from_str(&file.body).unwrap();
        let groups: Vec<&str> = data.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(
            groups,
            ["account", "app", "devices", "emergency_codes", "history", "letters", "passkeys", "person"]
        );
        assert_eq!(data["passkeys"][0]["name"], "Laptop im Büro");
        assert_eq!(data["devices"][0]["proof"], "app");
        assert_eq!(data["emergency_codes"][0]["left"], "10");
        assert_eq!(data["history"][0]["what"], "passkey.remembered");
        assert_eq!(data["letters"][0]["mail"], MIRA);
        for hidden in [&secret, &list[0], &browser.cookie("g-s").unwrap(), "Muster", "hash"] {
            assert!(!file.body.contains(hidden), "{hidden} is in the file");
        }
        let page = browser.get("/konto/daten/alles");
        page.says("Laptop im Büro").says("Was Sie hier getan haben").says_not("passkey.remembered").says_not(&secret);
        page.says_not("Muster");
    });
}
