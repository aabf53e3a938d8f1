//! An app with codes, the list for emergencies, and pages that ask for more than a mailbox.

use testkit::both;

use crate::support::{Browser, House, Reply, wrong};

const MIRA: &str = "mira@example.org";
const ADA: &str = "ada@example.org";

/// The code an app shows (RFC 6238), made here once more from the page's secret.
pub fn app_code(secret: &str, house: &House<'_>) -> String {
    use ring::hmac;
    let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let bits: String = secret.chars().map(|c| format!("{:05b}", letters.find(c).unwrap())).collect();
    let key: Vec<u8> = (0..20).map(|n| u8::from_str_radix(&bits[n * 8..n * 8 + 8], 2).unwrap()).collect();
    let step = house.clock.now().micros() / 30_000_000;
    let tag = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, &key), &step.to_be_bytes());
    let at = usize::from(tag.as_ref()[19] & 15);
    let word = u32::from_be_bytes(tag.as_ref()[at..at + 4].try_into().unwrap()) & 0x7fff_ffff;
    format!("{:06}", word % 1_000_000)
}

/// Sets an app up and gives its secret and the list for emergencies.
pub fn with_app(browser: &Browser<'_>, house: &House<'_>) -> (String, Vec<String>) {
    let page = browser.get("/konto/app");
    page.is(200).says("<svg class=\"qr\"").says("role=\"img\"");
    let secret = page.field("geheimnis");
    let grouped: Vec<&str> = secret.as_bytes().chunks(4).map(|c| std::str::from_utf8(c).unwrap()).collect();
    page.says(&grouped.join(" "));
    let code = app_code(&secret, house);
    let done = browser.post("/konto/app", &[("geheimnis", &secret), ("code", &code), ("weiter", "/konto/geraete")]);
    done.is(200).says("Notfallcodes").says("Wir zeigen sie nur jetzt.");
    (secret, codes(&done))
}

fn codes(page: &Reply) -> Vec<String> {
    page.main().split("<code>").skip(1).map(|p| p.split("</code>").next().unwrap().to_owned()).collect()
}

fn step_up(browser: &Browser<'_>, fields: &[(&str, &str)]) -> Reply {
    let mut all = vec![("weiter", "/einstellungen"), ("stufe", "stark")];
    all.extend(fields);
    browser.post("/bestaetigen/code", &all)
}

#[test]
fn pages_of_the_operator_ask_for_more_than_a_mailbox_and_lead_there() {
    both(|fresh| {
        let house = House::new(fresh);
        house.operator("Ada", "Beispiel", ADA);
        let mira = house.person("Mira", "Kowalski", MIRA);
        let browser = house.browser();
        browser.sign_in(ADA).leads("/");
        for path in ["/einstellungen", "/einstellungen/mailtest", "/einstellungen/einladungen"] {
            let to = browser.get(path).to;
            assert_eq!(to, format!("/bestaetigen/stark?weiter={}", path.replace('/', "%2F")));
            assert_eq!(browser.post(path, &[("name", "X")]).to, to, "a form is not taken either");
        }
        // Whoever is no operator learns of no page, whatever she proved.
        house.signed_in(mira).get("/einstellungen").is(404);
        let page = browser.get("/bestaetigen/stark?weiter=%2Feinstellungen");
        page.is(200)
            .says("Bitte sichern Sie zuerst Ihren Zugang.")
            .says("href=\"/konto/geraete/merken?weiter=%2Feinstellungen\"")
            .says("href=\"/konto/app?weiter=%2Feinstellungen\"")
            .says_not("Code senden");
        // She sets an app up and is where she wanted to be.
        let page = browser.get("/konto/app?weiter=%2Feinstellungen");
        let secret = page.field("geheimnis");
        let code = app_code(&secret, &house);
        let done =
            browser.post("/konto/app", &[("geheimnis", &secret), ("code", &code), ("weiter", &page.field("weiter"))]);
        done.is(200).says("href=\"/einstellungen\"");
        browser.get("/einstellungen").is(200);
        // Fifteen minutes, and a code by mail does not do.
        house.clock.advance(899);
        browser.get("/einstellungen").is(200);
        house.clock.advance(1);
        browser.get("/einstellungen").leads("/bestaetigen/stark?weiter=%2Feinstellungen");
        let page = browser.get("/bestaetigen/stark?weiter=%2Feinstellungen");
        page.is(200).says("Code aus der App").says("Ein Code per Mail genügt hier nicht.").says_not("Code senden");
        let by_mail = browser.get("/bestaetigen?weiter=%2Feinstellungen");
        let fields = [("fenster", &*by_mail.field("fenster")), ("weiter", "/einstellungen")];
        browser.post("/bestaetigen", &fields).leads("/anmelden/code");
        let (code, _) = house.code(ADA);
        browser.enter(&code).leads("/einstellungen");
        browser.get("/einstellungen").leads("/bestaetigen/stark?weiter=%2Feinstellungen");
        step_up(&browser, &[("code", &app_code(&secret, &house))]).leads("/einstellungen");
        browser.get("/einstellungen").is(200);
        browser.get("/bestaetigen/stark?weiter=//evil.example").leads("/");
    });
}

#[test]
fn the_first_fifteen_minutes_of_an_installation_need_no_factor() {
    both(|fresh| {
        let house = House::new(fresh);
        let path = house.fresh.db.write_now(accounts::prepare_set_up).unwrap().unwrap();
        let browser = house.browser();
        let page = browser.get(&path);
        let fields = [
            ("given", "Ada"),
            ("family", "Beispiel"),
            ("email", ADA),
            ("name", "Netz"),
            ("stelle", "ja"),
            ("fenster", &*page.field("fenster")),
        ];
        browser.post(&path, &fields).leads("/einstellungen/mailtest");
        browser.get("/einstellungen").is(200);
        house.clock.advance(899);
        browser.get("/einstellungen").is(200);
        house.clock.advance(1);
        browser.get("/einstellungen").leads("/bestaetigen/stark?weiter=%2Feinstellungen");
        browser.get("/konto/geraete").says("beim Einrichten");
    });
}

#[test]
fn an_app_is_set_up_with_its_first_code_and_each_code_counts_once() {
    both(|fresh| {
        let house = House::new(fresh);
        house.operator("Ada", "Beispiel", ADA);
        let browser = house.browser();
        browser.sign_in(ADA).leads("/");
        let page = browser.get("/konto/app");
        let secret = page.field("geheimnis");
        assert_eq!(house.count("app_code"), 0, "looking changes nothing");
        let try_it = |code: &str| browser.post("/konto/app", &[("geheimnis", &secret), ("code", code)]);
        let right = app_code(&secret, &house);
        let refused = try_it(&wrong(&right));
        refused.is(422).says("Prüfen Sie die Uhr Ihres Telefons").says("aria-invalid=\"true\"");
        assert_eq!(refused.field("geheimnis"), secret, "the same picture, so that the app need not begin anew");
        try_it("12").is(422).says("Der Code hat sechs Ziffern.");
        browser.post("/konto/app", &[("geheimnis", "KURZ"), ("code", &right)]).is(303);
        assert_eq!(house.count("app_code"), 0);
        let done = try_it(&format!("{} {}", &right[..3], &right[3..]));
        done.is(200);
        assert_eq!(codes(&done).len(), 10);
        assert_eq!(house.texts("SELECT proof FROM session"), ["app"]);
        // Sent twice, or set up twice: one app.
        try_it(&right).leads("/konto/geraete");
        browser.get("/konto/app").leads("/konto/geraete");
        house.clock.advance(900);
        // The same step does not count again, the next one does, and that one once.
        house.clock.advance(-900);
        let again = house.signed_in(accounts_person(&house));
        step_up(&again, &[("code", &right)]).leads("/bestaetigen/stark?weiter=%2Feinstellungen&falsch=ja");
        house.clock.advance(30);
        let next = app_code(&secret, &house);
        assert_ne!(next, right);
        step_up(&again, &[("code", &next)]).leads("/einstellungen");
        step_up(&again, &[("code", &next)]).leads("/bestaetigen/stark?weiter=%2Feinstellungen&falsch=ja");
        // A step late is good, two are not.
        house.clock.advance(60);
        let shown = app_code(&secret, &house);
        house.clock.advance(60);
        step_up(&again, &[("code", &shown)]).is(303);
        assert!(step_up(&again, &[("code", &shown)]).to.ends_with("falsch=ja"));
        house.clock.advance(-30);
        step_up(&again, &[("code", &shown)]).leads("/einstellungen");
        let (subject, text) = house.letters(ADA).pop().unwrap();
        assert!(subject == "Ihr Zugang wurde geändert" && text.contains("Eine App mit Codes ist eingerichtet."));
    });
}

fn accounts_person(house: &House<'_>) -> kernel::Id<people::Person> {
    house.texts("SELECT CAST(person_id AS TEXT) FROM account ORDER BY person_id")[0].parse().unwrap()
}

#[test]
fn five_wrong_codes_close_the_app_and_the_list_for_ten_minutes() {
    both(|fresh| {
        let house = House::new(fresh);
        let ada = house.operator("Ada", "Beispiel", ADA);
        let browser = house.signed_in(ada);
        let (secret, list) = with_app(&browser, &house);
        house.clock.advance(900);
        let right = || app_code(&secret, &house);
        let back = "/bestaetigen/stark?weiter=%2Feinstellungen&falsch=ja";
        for left in ["noch 4 Versuche", "noch 3 Versuche", "noch 2 Versuche", "noch einen Versuch"] {
            step_up(&browser, &[("code", &wrong(&right()))]).leads(back);
            browser.get(back).is(200).says(left).says("aria-invalid=\"true\"");
        }
        // Codes of the list are counted with them.
        step_up(&browser, &[("notfall", "00000-00000"), ("mit", "notfall")]).leads(&format!("{back}&mit=notfall"));
        browser.get(&format!("{back}&mit=notfall")).is(200).says("Bitte warten Sie zehn Minuten.");
        let refused = step_up(&browser, &[("code", &right())]);
        refused.is(429).says("Das waren zu viele Versuche.");
        assert_eq!(refused.header("retry-after"), "600");
        step_up(&browser, &[("notfall", &list[0])]).is(429);
        // Elsewhere too: the limit is the person's, not the browser's.
        step_up(&house.signed_in(ada), &[("code", &right())]).is(429);
        house.clock.advance(600);
        step_up(&browser, &[("code", &right())]).leads("/einstellungen");
        assert_eq!(house.count("factor_try"), 0, "a right one clears the count");
    });
}

#[test]
fn a_code_of_the_list_stands_in_once() {
    both(|fresh| {
        let house = House::new(fresh);
        let ada = house.operator("Ada", "Beispiel", ADA);
        let jo = house.operator("Jo", "Muster", "jo@example.org");
        let (browser, other) = (house.signed_in(ada), house.signed_in(jo));
        let (_, list) = with_app(&browser, &house);
        with_app(&other, &house);
        let kept = house.texts("SELECT code_hash FROM emergency_code");
        assert!(kept.len() == 20 && list.iter().all(|c| !kept.contains(&c.replace('-', ""))));
        house.clock.advance(900);
        let page = browser.get("/bestaetigen/stark?weiter=%2Feinstellungen");
        page.says("&#38;mit=notfall").says("Notfallcode benutzen");
        browser
            .get("/bestaetigen/stark?weiter=%2Feinstellungen&mit=notfall")
            .is(200)
            .says("Zehn Zeichen von Ihrer Liste.");
        step_up(&browser, &[("notfall", "abc"), ("mit", "notfall")]).is(422).says("Ein Notfallcode hat zehn Zeichen");
        // Somebody else's list is worth nothing.
        step_up(&other, &[("notfall", &list[0])]).is(303);
        assert!(other.get("/einstellungen").to.starts_with("/bestaetigen/stark"));
        step_up(&browser, &[("notfall", &list[0].to_uppercase().replace('-', " "))]).leads("/einstellungen");
        browser.get("/einstellungen").is(200);
        browser.get("/konto/geraete").says("mit Notfallcode").says("Sie haben noch 9 Notfallcodes.");
        house.clock.advance(900);
        assert!(step_up(&browser, &[("notfall", &list[0])]).to.contains("falsch=ja"));
        step_up(&browser, &[("notfall", &list[1])]).leads("/einstellungen");
        // A new list, and the old one is worth nothing.
        let fresh_list = browser.post("/konto/notfallcodes", &[]);
        fresh_list.is(200).says("Die alten Codes gelten nicht mehr.");
        assert_eq!(house.count("emergency_code"), 20);
        assert!(step_up(&browser, &[("notfall", &list[2])]).to.contains("falsch=ja"));
        step_up(&browser, &[("notfall", &codes(&fresh_list)[0])]).leads("/einstellungen");
    });
}

#[test]
fn the_app_is_removed_only_with_a_proof_by_it() {
    both(|fresh| {
        let house = House::new(fresh);
        let ada = house.operator("Ada", "Beispiel", ADA);
        let browser = house.signed_in(ada);
        let (secret, _) = with_app(&browser, &house);
        let thief = house.browser();
        thief.sign_in(ADA).leads("/");
        for path in ["/konto/app/entfernen", "/konto/notfallcodes"] {
            thief.post(path, &[]).leads("/bestaetigen/stark?weiter=%2Fkonto%2Fgeraete");
        }
        assert_eq!(house.count("app_code"), 1);
        house.clock.advance(900);
        browser.post("/konto/app/entfernen", &[]).leads("/bestaetigen/stark?weiter=%2Fkonto%2Fgeraete");
        step_up(&browser, &[("code", &app_code(&secret, &house))]).leads("/einstellungen");
        browser.post("/konto/app/entfernen", &[]).leads("/konto/geraete");
        assert_eq!((house.count("app_code"), house.count("emergency_code")), (0, 0));
        browser.post("/konto/app/entfernen", &[]).is(404);
        browser.post("/konto/notfallcodes", &[]).is(404);
        // Without a factor the pages lead to setting one up again.
        house.clock.advance(900);
        browser.get("/bestaetigen/stark").is(200).says("Bitte sichern Sie zuerst Ihren Zugang.");
        let text = house.letters(ADA).pop().unwrap().1;
        assert!(text.contains("Die App mit Codes ist entfernt."), "{text}");
    });
}

#[test]
fn whoever_lost_everything_begins_anew_after_the_console() {
    both(|fresh| {
        let house = House::new(fresh);
        let ada = house.operator("Ada", "Beispiel", ADA);
        let jo = house.person("Jo", "Muster", ADA);
        let browser = house.signed_in(ada);
        with_app(&browser, &house);
        let mut device = crate::authenticator::Device::new();
        browser.remember(&mut device).leads("/konto/geraete");
        with_app(&house.signed_in(jo), &house);
        let reset = |mail: &'static str, given: &'static str| {
            house.fresh.db.write_now(move |tx| accounts::reset_by_operator(tx, mail, given, "Beispiel"))
        };
        assert!(reset(ADA, "Jo").is_err() && reset("x@example.org", "Ada").is_err() && reset("x", "Ada").is_err());
        assert_eq!(house.count("passkey"), 1);
        reset(ADA, "Ada").unwrap();
        assert_eq!((house.count("passkey"), house.count("app_code"), house.count("emergency_code")), (0, 1, 10));
        browser.get("/einstellungen").leads("/bestaetigen/stark?weiter=%2Feinstellungen");
        browser.get("/bestaetigen/stark").is(200).says("Bitte sichern Sie zuerst Ihren Zugang.");
        let text = house.letters(ADA).pop().unwrap().1;
        assert!(text.contains("zurückgesetzt"), "{text}");
        assert_eq!(house.count("event WHERE verb = 'factors.reset' AND actor_id IS NULL"), 1);
    });
}
