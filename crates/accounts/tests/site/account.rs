//! The account page.

use testkit::both;

use crate::support::House;

const MIRA: &str = "mira@example.org";

#[test]
fn language_and_colours_follow_the_account() {
    both(|fresh| {
        let house = House::new(fresh);
        let mira = house.person("Mira", "Kowalski", MIRA);
        let browser = house.signed_in(mira);
        let page = browser.get("/konto");
        page.is(200)
            .says("Mein Konto")
            .says(MIRA)
            .says("href=\"/konto/freigaben\"")
            .says("href=\"/konto/geraete\"")
            .says("href=\"/konto/daten\"")
            .says_not("href=\"/einstellungen\"")
            .says_not("data-kern-theme");
        let fields = [
            ("sprache", "en"),
            ("farben", "dark"),
            ("version", &*page.field("version")),
            ("einmal", &*page.field("einmal")),
        ];
        browser.post("/konto", &fields).leads("/konto");
        let page = browser.get("/konto");
        page.says("My account").says("data-kern-theme=\"dark\"").says("Saved.").says("<html lang=\"en\"");
        // Sent twice: once.
        browser.post("/konto", &fields).leads("/konto");
        assert_eq!(house.texts("SELECT CAST(version AS TEXT) FROM account"), ["2"]);
        let version = page.field("version");
        for bad in [vec![], vec![("sprache", "fr"), ("farben", "dark")], vec![("sprache", "de"), ("farben", "<b>")]] {
            let mut fields = bad;
            fields.push(("version", &*version));
            browser.post("/konto", &fields).is(422).says("Please choose one of the options.");
        }
        assert_eq!(
            house.texts("SELECT verb FROM event WHERE kind = 'account' ORDER BY seq"),
            ["account.opened", "account.edited"]
        );
    });
}

#[test]
fn what_somebody_changed_meanwhile_is_shown_beside_what_was_typed() {
    both(|fresh| {
        let house = House::new(fresh);
        let mira = house.person("Mira", "Kowalski", MIRA);
        let (one, two) = (house.signed_in(mira), house.signed_in(mira));
        let page = one.get("/konto");
        let version = page.field("version");
        two.post("/konto", &[("sprache", "de"), ("farben", "light"), ("version", &version)]).leads("/konto");
        let reply = one.post("/konto", &[("sprache", "en"), ("farben", "dark"), ("version", &version)]);
        reply
            .is(409)
            .says("Das hat jemand inzwischen geändert.")
            .says("Jetzt gespeichert: hell")
            .says("Jetzt gespeichert: Deutsch");
        let newer = reply.field("version");
        assert_ne!(newer, version);
        one.post("/konto", &[("sprache", "en"), ("farben", "dark"), ("version", &newer)]).leads("/konto");
        // The same for what one says about oneself.
        let reply = |given: &str, version: &str| {
            two.post(
                "/konto/person",
                &[
                    ("given", given),
                    ("family", "Kowalski"),
                    ("title_form", "female"),
                    ("pronouns", "sie"),
                    ("version", version),
                ],
            )
        };
        reply("Mira Maria", "1").leads("/konto");
        house.exec("UPDATE account SET lang = 'de'");
        reply("Miriam", "1").is(409).says("Mira Maria").says("value=\"Miriam\"");
        two.get("/konto").says("Mira Maria Kowalski").says("value=\"sie\"");
    });
}

#[test]
fn what_one_says_about_oneself_is_checked_field_by_field() {
    both(|fresh| {
        let house = House::new(fresh);
        let mira = house.person("Mira", "Kowalski", MIRA);
        let jo = house.person("Jo", "Muster", "jo@example.org");
        let browser = house.signed_in(mira);
        let send = |fields: &[(&str, &str)]| {
            let mut all = vec![("given", "Mira"), ("family", "Kowalski"), ("title_form", "neutral"), ("version", "1")];
            for (name, value) in fields {
                all.retain(|(n, _)| n != name);
                all.push((name, value));
            }
            browser.post("/konto/person", &all)
        };
        let long = "x".repeat(121);
        for (field, bad) in [
            ("given", ""),
            ("family", " "),
            ("given", "\u{202e}ariM"),
            ("family", "a\nb"),
            ("given", &*long),
            ("private_mail", "mira@"),
            ("private_phone", "<script>"),
            ("title_form", "x"),
            ("pronouns", &*long),
        ] {
            let reply = send(&[(field, bad)]);
            reply.is(422).says(&format!("<a href=\"#{field}\">")).says_not("<script>x").says("name=\"family\"");
            assert!(reply.title().starts_with("Fehler"), "{}", reply.title());
        }
        // A field nobody offers changes nothing: whose data it is comes from the session alone.
        send(&[("given", "<b>Mira</b>"), ("person", &jo.to_string()), ("id", &jo.to_string())]).leads("/konto");
        browser.get("/konto").says("&#60;b&#62;Mira&#60;/b&#62; Kowalski").says_not("<b>Mira</b>");
        assert_eq!(house.texts("SELECT given FROM person WHERE family = 'Muster'"), ["Jo"]);
    });
}

#[test]
fn ones_own_data_come_as_a_page_and_as_a_file() {
    both(|fresh| {
        let house = House::new(fresh);
        let mira = house.person("Mira", "Kowalski", MIRA);
        let browser = house.signed_in(mira);
        browser.get("/konto/daten").is(200).says("href=\"/konto/daten/alles\"").says_not(MIRA);
        let all = browser.get("/konto/daten/alles");
        all.is(200).says(MIRA).says("Kowalski").says("Firefox unter Linux").says("href=\"/konto/daten.json\"");
        let file = browser.get("/konto/daten.json");
        file.is(200);
        let saved_as = file.headers.iter().find(|(n, _)| n == "content-disposition").map_or("", |(_, v)| v);
        assert!(saved_as.starts_with("attachment") && saved_as.contains("meine-daten.json"), "{saved_as}");
        let data: serde_json::Value = serde_json::from_str(&file.body).unwrap();
        assert_eq!(data["account"][0]["mail"], MIRA);
        assert_eq!(data["person"][0]["family"], "Kowalski");
        assert_eq!(data["devices"].as_array().unwrap().len(), 1);
        house.clock.advance(900);
        for path in ["/konto/daten/alles", "/konto/daten.json"] {
            assert!(browser.get(path).to.starts_with("/bestaetigen?weiter="), "{path}");
        }
        assert!(!file.body.contains("hash") && !file.body.contains(&browser.cookie("g-s").unwrap()));
    });
}
