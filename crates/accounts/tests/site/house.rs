//! The first minutes of an installation, and its settings.

use testkit::both;

use crate::support::{House, Reply};

const ADA: &str = "ada@example.org";

fn prepare(house: &House<'_>) -> Option<String> {
    house.fresh.db.write_now(accounts::prepare_set_up).unwrap()
}

fn fields(page: &str) -> Vec<(&str, &str)> {
    vec![
        ("given", "Ada"),
        ("family", "Beispiel"),
        ("email", ADA),
        ("name", "Netz Aachen"),
        ("stelle", "ja"),
        ("fenster", page),
    ]
}

#[test]
fn an_installation_is_set_up_once() {
    both(|fresh| {
        let house = House::new(fresh);
        let browser = house.browser();
        let set_up = accounts::hooks().set_up;
        assert_eq!(fresh.db.read_now(set_up).unwrap().as_deref(), Some("/einrichtung"));
        browser.get("/einrichtung").is(200).says("noch nicht eingerichtet");
        let old = prepare(&house).unwrap();
        let path = prepare(&house).unwrap();
        assert!(path.starts_with("/einrichtung/") && path.len() == 77 && path != old, "{path}");
        browser.get(&old).is(410).says("Dieser Code gilt nicht.");
        browser.post(&old, &fields("")).is(410);
        let page = browser.get(&path);
        page.is(200).says("Willkommen").says("name=\"email\"").says("name=\"stelle\"");
        assert!(!house.settings().values().any(|v| path.ends_with(v.as_str())), "only the hash is kept");
        let number = page.field("fenster");
        browser
            .post(&path, &[])
            .is(422)
            .says("Bitte geben Sie Ihren Vornamen ein.")
            .says("vollständige E-Mail-Adresse")
            .says("der Installation einen Namen")
            .says("eine der Möglichkeiten");
        assert_eq!(house.count("person"), 0);
        // Sent twice, the first answer lost.
        browser.copy().post(&path, &fields(&number)).leads("/einstellungen/mailtest");
        browser.post(&path, &fields(&number)).leads("/einstellungen/mailtest");
        assert_eq!(["person", "account", "operator", "session"].map(|t| house.count(t)), [1, 1, 1, 1]);
        let settings = house.settings();
        for (key, value) in [
            ("site.name", "Netz Aachen"),
            ("site.public_body", "yes"),
            ("operator.name", "Ada Beispiel"),
            ("operator.mail", ADA),
        ] {
            assert_eq!(settings[key], value);
        }
        assert_eq!(house.letters(ADA).len(), 1);
        assert_eq!(house.letters(ADA)[0].0, "Probe-Mail");
        // The code is dead, for everybody.
        let other = house.browser();
        other.get(&path).is(410).says("Die Einrichtung ist abgeschlossen.");
        other.post(&path, &fields(&"a".repeat(64))).is(410);
        other.get("/einrichtung").is(410);
        assert_eq!(prepare(&house), None);
        assert_eq!(fresh.db.read_now(set_up).unwrap(), None);
        assert_eq!(house.count("person"), 1);
        // „Kam die Mail an?“
        let page = browser.get("/einstellungen/mailtest");
        page.is(200).says("Kam die Mail an?").says(ADA).says("Ja, sie ist da").says("Nein, keine Mail");
        browser.get("/einstellungen/mailtest?antwort=nein").says("Prüfen Sie zuerst die Adresse.");
        browser
            .post("/einstellungen/mailtest", &[("antwort", "nochmal"), ("email", "ada")])
            .is(422)
            .says("vollständige E-Mail-Adresse")
            .says("value=\"ada\"");
        browser
            .post("/einstellungen/mailtest", &[("antwort", "nochmal"), ("email", "ada.beispiel@example.org")])
            .leads("/einstellungen/mailtest");
        assert_eq!(house.letters("ada.beispiel@example.org").len(), 1);
        assert_eq!(house.settings()["operator.mail"], "ada.beispiel@example.org");
        browser.post("/einstellungen/mailtest", &[("antwort", "ja")]).leads("/einstellungen");
        // Once mail is known to arrive, the address does not change here.
        browser
            .post("/einstellungen/mailtest", &[("antwort", "nochmal"), ("email", "thief@example.org")])
            .leads("/einstellungen/mailtest");
        assert!(house.letters("thief@example.org").is_empty());
        browser.get("/konto").says("ada.beispiel@example.org").says("href=\"/einstellungen\"");
    });
}

#[test]
fn a_code_dies_when_somebody_runs_the_house_by_another_way() {
    both(|fresh| {
        let house = House::new(fresh);
        let path = prepare(&house).unwrap();
        house.operator("Ada", "Beispiel", ADA);
        house.browser().get(&path).is(410).says("Die Einrichtung ist abgeschlossen.");
        house.browser().post(&path, &fields("")).is(410);
        assert_eq!(house.count("person"), 1);
    });
}

#[test]
fn a_form_of_the_set_up_keeps_what_was_typed() {
    both(|fresh| {
        let house = House::new(fresh);
        let path = prepare(&house).unwrap();
        let browser = house.browser();
        let mut sent = fields("");
        sent[2].1 = "ada@";
        let reply = browser.post(&path, &sent);
        reply.is(422).says("value=\"ada@\"").says("value=\"Netz Aachen\"").says("id=\"email-e\"");
        for (place, bad) in [(0, "\u{202e}adA"), (1, "a\u{7}b"), (3, &*"x".repeat(81)), (4, "vielleicht")] {
            let mut sent = fields("");
            sent[place].1 = bad;
            browser.post(&path, &sent).is(422);
        }
        assert_eq!((house.count("person"), house.count("mail_out")), (0, 0));
        // HTML is text.
        let mut sent = fields("");
        sent[3].1 = "<b>Netz</b>";
        browser.post(&path, &sent).leads("/einstellungen/mailtest");
        browser.get("/konto").says("&#60;b&#62;Netz").says_not("<b>Netz");
    });
}

fn settings_fields(page: &Reply) -> Vec<(&'static str, String)> {
    vec![
        ("name", "Netz Aachen".into()),
        ("stelle", "yes".into()),
        ("betrieb", "StädteRegion".into()),
        ("anschrift", "Hauptstraße 1\n52062 Aachen".into()),
        ("mail", ADA.into()),
        ("telefon", "0241 1234".into()),
        ("datenschutz", "datenschutz@example.org".into()),
        ("zugang", "zugang@example.org".into()),
        ("fassung", page.field("fassung")),
    ]
}

#[test]
fn the_settings_are_saved_checked_and_never_lost() {
    both(|fresh| {
        let house = House::new(fresh);
        let ada = house.operator("Ada", "Beispiel", ADA);
        let (one, two) = (house.signed_in(ada), house.signed_in(ada));
        let page = one.get("/einstellungen");
        page.is(200);
        let send = |browser: &crate::support::Browser<'_>, fields: &[(&'static str, String)]| {
            let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
            browser.post("/einstellungen", &fields)
        };
        let good = settings_fields(&page);
        for (field, bad) in [
            ("name", ""),
            ("name", "a\u{202e}b"),
            ("stelle", ""),
            ("betrieb", " "),
            ("mail", "ada"),
            ("telefon", "1\n2"),
            ("anschrift", "a\u{7}b"),
            ("zugang", &*"x".repeat(401)),
        ] {
            let mut fields = good.clone();
            fields.iter_mut().find(|(n, _)| *n == field).unwrap().1 = bad.to_owned();
            let reply = send(&one, &fields);
            reply.is(422).says(&format!("<a href=\"#{field}\">"));
            for kept in [
                ("betrieb", "value=\"StädteRegion\""),
                ("anschrift", "1\n52062 Aachen"),
                ("mail", "value=\"ada@example.org\""),
            ] {
                assert!(kept.0 == field || reply.body.contains(kept.1), "{kept:?} is lost when {field} is wrong");
            }
        }
        assert!(!house.settings().contains_key("operator.name"));
        send(&one, &good).leads("/einstellungen");
        let settings = house.settings();
        assert_eq!(settings["operator.address"], "Hauptstraße 1\n52062 Aachen");
        assert_eq!(
            (
                settings["site.public_body"].as_str(),
                settings["operator.phone"].as_str(),
                settings["access.contact"].as_str()
            ),
            ("yes", "0241 1234", "zugang@example.org")
        );
        one.get("/einstellungen").says("Netz Aachen</a>").says("52062 Aachen");
        // The other window read what was there before.
        let mut late = good.clone();
        late[0].1 = "Netz Düren".into();
        let reply = send(&two, &late);
        reply.is(409).says("inzwischen geändert").says("Netz Düren").says("Jetzt gespeichert: Netz Aachen");
        assert_eq!(house.settings()["site.name"], "Netz Aachen");
        late[8].1 = reply.field("fassung");
        send(&two, &late).leads("/einstellungen");
        assert_eq!(house.settings()["site.name"], "Netz Düren");
        late[8].1 = "nonsense".into();
        send(&two, &late).is(409);
    });
}

#[test]
fn the_sign_in_leads_to_the_set_up_while_it_would_lead_nowhere() {
    both(|fresh| {
        let house = House::new(fresh);
        house.browser().get("/anmelden").leads("/einrichtung");
        house.browser().get("/en/anmelden?weiter=%2Fkonto").leads("/en/einrichtung");
        // With an account the sign-in works, even where nobody operates.
        house.person("Mira", "Kowalski", "mira@example.org");
        house.browser().get("/anmelden").is(200);
        house.browser().sign_in("mira@example.org").leads("/");
        house.operator("Ada", "Beispiel", ADA);
        house.browser().get("/anmelden").is(200);
    });
}
