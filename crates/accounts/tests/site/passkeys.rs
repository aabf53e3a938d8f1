//! Remembered devices: remembering, signing in, proving oneself, forgetting; and everything that must not work.

use testkit::both;

use crate::{
    authenticator::Device,
    support::{Browser, House, Reply},
};

const MIRA: &str = "mira@example.org";
const REFUSED: &str = "/anmelden?weiter=%2Fkonto&geraet=nein";

fn with_device<'a>(house: &'a House<'_>) -> (Browser<'a>, Device) {
    let mira = house.person("Mira", "Kowalski", MIRA);
    let (browser, mut device) = (house.signed_in(mira), Device::new());
    browser.remember(&mut device).leads("/konto/geraete");
    (browser, device)
}

#[test]
fn a_remembered_device_signs_in_without_mail() {
    both(|fresh| {
        let house = House::new(fresh);
        let (browser, device) = with_device(&house);
        browser
            .get("/konto/geraete")
            .is(200)
            .says("Laptop im Büro")
            .says("noch nicht benutzt")
            .says("mit gemerktem Gerät");
        let (subject, text) = house.letters(MIRA).pop().unwrap();
        assert!(subject == "Ihr Zugang wurde geändert" && text.contains("Ein Gerät ist gemerkt."), "{text}");
        let elsewhere = house.browser();
        let page = elsewhere.get("/anmelden");
        page.is(200)
            .says("data-passkey=\"get\"")
            .says("data-autofill")
            .says("Mit diesem Gerät (PIN, Finger)")
            .says("hidden>");
        elsewhere.sign_in_with(&device).leads("/konto");
        elsewhere.get("/konto").is(200).says("Mira Kowalski");
        elsewhere.get("/konto/geraete").says("zuletzt benutzt: heute");
        assert_eq!(house.texts("SELECT proof FROM session ORDER BY id"), ["passkey", "passkey"]);
        assert_eq!(house.count("challenge"), 0, "each is used up");
        // Nothing that opens anything is in the database: a public key and numbers.
        let kept = house.texts("SELECT challenge_hash FROM challenge");
        assert!(kept.is_empty());
        // Never to another house.
        let said = elsewhere.challenge("/anmelden/geraet/aufgabe");
        let fields = device.proof(said["challenge"].as_str().unwrap());
        elsewhere.send_fields("/anmelden/geraet", &fields, &[("weiter", "//evil.example")]).leads("/");
    });
}

#[test]
fn a_challenge_counts_once_five_minutes_and_in_the_browser_that_asked() {
    both(|fresh| {
        let house = House::new(fresh);
        let (_, device) = with_device(&house);
        let browser = house.browser();
        let challenge =
            |b: &Browser<'_>| b.challenge("/anmelden/geraet/aufgabe")["challenge"].as_str().unwrap().to_owned();
        let send = |b: &Browser<'_>, challenge: &str| -> Reply {
            b.send_fields("/anmelden/geraet", &device.proof(challenge), &[("weiter", "/konto")])
        };
        let mine = challenge(&browser);
        // Another browser's challenge, with and without a cookie of its own.
        let other = house.browser();
        send(&other, &mine).leads(REFUSED);
        let theirs = challenge(&other);
        send(&browser, &theirs).leads(REFUSED);
        assert!(!browser.is_signed_in() && !other.is_signed_in());
        // Made up, of another page, replayed.
        send(&browser, "YWJj").leads(REFUSED);
        send(&browser, &mine).leads("/konto");
        let again = house.browser();
        again.jar.borrow_mut().insert("g-p".into(), browser.cookie("g-p").unwrap());
        send(&again, &mine).leads(REFUSED);
        // Five minutes.
        let late = house.browser();
        let challenge_of_late = challenge(&late);
        house.clock.advance(300);
        send(&late, &challenge_of_late).leads(REFUSED);
        assert!(!late.is_signed_in() && !again.is_signed_in());
        late.get(REFUSED).is(200).says("Das Gerät konnte Sie nicht bestätigen.").says("role=\"alert\"");
        // Those that ran out go when the next one is asked for.
        challenge(&late);
        assert_eq!(house.count("challenge"), 1);
    });
}

#[test]
fn a_device_that_lies_opens_nothing() {
    both(|fresh| {
        let house = House::new(fresh);
        let (_, mut device) = with_device(&house);
        let refused = |device: &Device, why: &str| {
            let browser = house.browser();
            let reply = browser.sign_in_with(device);
            assert_eq!((reply.status, reply.to.as_str()), (303, REFUSED), "{why}");
            assert!(!browser.is_signed_in(), "{why}");
        };
        device.origin = "http://localhost:9999";
        refused(&device, "another page");
        device.origin = "https://evil.example";
        refused(&device, "another house");
        device.origin = crate::support::BASE;
        device.host = "evil.example";
        refused(&device, "a key for another host");
        device.host = "localhost";
        device.flags = 0x01;
        refused(&device, "nobody proved by PIN or finger that she was there");
        device.flags = 0x04;
        refused(&device, "nobody was there");
        device.flags = 0x15;
        refused(&device, "copied though it cannot be");
        device.flags = 0x05;
        device.kind = Some("webauthn.create");
        refused(&device, "the other ceremony");
        device.kind = None;
        let mut other = Device::new();
        other.handle.clone_from(&device.handle);
        refused(&other, "a device nobody knows");
        other.id.clone_from(&device.id);
        refused(&other, "another key under her number");
        let handle = std::mem::take(&mut device.handle);
        refused(&device, "it does not say whose");
        device.handle = "AAAA".into();
        refused(&device, "somebody else's");
        device.handle = handle;
        // A count that does not grow: the key was copied.
        device.uses = 7;
        house.browser().sign_in_with(&device).leads("/konto");
        refused(&device, "the same count twice");
        device.uses = 6;
        refused(&device, "a smaller count");
        device.uses = 8;
        house.browser().sign_in_with(&device).leads("/konto");
        house.exec("UPDATE account SET locked = TRUE");
        device.uses = 9;
        refused(&device, "her account is closed");
    });
}

#[test]
fn remembering_needs_a_fresh_proof_and_once_there_is_a_factor_that_factor() {
    both(|fresh| {
        let house = House::new(fresh);
        house.person("Mira", "Kowalski", MIRA);
        let browser = house.browser();
        browser.sign_in(MIRA).leads("/");
        house.clock.advance(900);
        browser.get("/konto/geraete/merken").leads("/bestaetigen?weiter=%2Fkonto%2Fgeraete%2Fmerken");
        assert_eq!(browser.post("/konto/geraete/merken/aufgabe", &[]).status, 303);
        assert_eq!(house.count("challenge"), 0);
        let second = house.browser();
        second.sign_in(MIRA).leads("/");
        let mut device = Device::new();
        second.remember(&mut device).leads("/konto/geraete");
        // A mailbox alone can add no other one now.
        let thief = house.browser();
        thief.sign_in(MIRA).leads("/");
        thief.get("/konto/geraete/merken").leads("/bestaetigen/stark?weiter=%2Fkonto%2Fgeraete%2Fmerken");
        let reply = thief.post("/konto/geraete/merken/aufgabe", &[]);
        reply.leads("/bestaetigen/stark?weiter=%2Fkonto%2Fgeraete%2Fmerken");
        thief.get("/konto/app").is(303);
        let forget = forget_path(&second);
        thief.post(&forget, &[]).leads("/bestaetigen/stark?weiter=%2Fkonto%2Fgeraete");
        assert_eq!(house.count("passkey"), 1);
        thief.step_up_with(&device, "/konto/geraete").leads("/konto/geraete");
        thief.get("/konto/geraete/merken").is(200);
        // The same device twice is one.
        let said = thief.challenge("/konto/geraete/merken/aufgabe");
        assert_eq!(said["known"].as_array().unwrap().len(), 1);
        assert_eq!(said["handle"], device.handle.as_str(), "she is one person on all of her devices");
        let again = thief.send_fields("/konto/geraete/merken", &device.made(&said), &[("name", "Noch einmal")]);
        again.leads("/konto/geraete/merken?weiter=%2F&geraet=nein");
        assert_eq!(house.count("passkey"), 1);
        // Without a name it is told so.
        thief.post("/konto/geraete/merken", &[("name", " ")]).is(422).says("Bitte geben Sie dem Gerät einen Namen.");
    });
}

fn forget_path(browser: &Browser<'_>) -> String {
    let page = browser.get("/konto/geraete");
    let found = page.body.split("action=\"").filter_map(|p| p.split('"').next()).find(|p| p.ends_with("/vergessen"));
    found.expect("a button to forget").to_owned()
}

#[test]
fn a_forgotten_device_signs_nobody_in_and_the_last_factor_takes_the_list_along() {
    both(|fresh| {
        let house = House::new(fresh);
        let (browser, device) = with_device(&house);
        browser.post("/konto/notfallcodes", &[]).is(200);
        assert_eq!(house.count("emergency_code"), 10);
        let (phone, stranger) = (house.browser(), house.person("Jo", "Muster", "jo@example.org"));
        phone.sign_in_with(&device).leads("/konto");
        let forget = forget_path(&browser);
        let rename = forget.strip_suffix("/vergessen").unwrap().to_owned();
        let jo = house.signed_in(stranger);
        jo.get(&rename).is(404);
        jo.post(&rename, &[("name", "Meins")]).is(404);
        jo.post(&forget, &[]).is(404);
        browser.get(&rename).is(200).says("value=\"Laptop im Büro\"");
        browser.post(&rename, &[("name", "")]).is(422).says("Bitte geben Sie dem Gerät einen Namen.");
        browser.post(&rename, &[("name", "Tablet")]).leads("/konto/geraete");
        browser.get("/konto/geraete").says("Tablet").says_not("Laptop im Büro");
        browser.post(&forget, &[]).leads("/konto/geraete");
        assert_eq!((house.count("passkey"), house.count("emergency_code")), (0, 0));
        browser.post(&forget, &[]).is(404);
        house.browser().sign_in_with(&device).leads(REFUSED);
        // What was proved with it counts no longer, but here, where she just proved herself.
        assert_eq!(house.texts("SELECT proof FROM session WHERE strong_at = 0"), ["passkey"]);
        assert!(phone.is_signed_in());
        assert_eq!(
            house.texts("SELECT verb FROM event WHERE verb LIKE 'passkey%' ORDER BY seq"),
            ["passkey.remembered", "passkey.forgotten"]
        );
    });
}

#[test]
fn a_device_proves_only_its_owner_within_a_session() {
    both(|fresh| {
        let house = House::new(fresh);
        let (_, device) = with_device(&house);
        let jo = house.person("Jo", "Muster", "jo@example.org");
        let (mut jos, theirs) = (Device::new(), house.signed_in(jo));
        theirs.remember(&mut jos).leads("/konto/geraete");
        house.clock.advance(900);
        theirs.step_up_with(&device, "/konto").leads("/bestaetigen/stark?weiter=%2Fkonto&geraet=nein");
        theirs
            .get("/bestaetigen/stark?weiter=%2Fkonto&geraet=nein")
            .is(200)
            .says("Das Gerät konnte Sie nicht bestätigen.");
        let old = theirs.cookie("g-s");
        theirs.step_up_with(&jos, "/konto").leads("/konto");
        assert_ne!(theirs.cookie("g-s"), old, "a new token with each proof");
        // A challenge to sign in with is none to prove oneself with.
        let said = theirs.challenge("/anmelden/geraet/aufgabe");
        let fields = jos.proof(said["challenge"].as_str().unwrap());
        theirs.send_fields("/bestaetigen/geraet", &fields, &[("weiter", "/konto")]).is(303);
        assert!(house.count("challenge") == 1, "and is not used up by that");
    });
}

#[test]
fn under_an_ip_address_no_device_can_be_remembered_and_the_page_says_why() {
    both(|fresh| {
        let house = House::at(fresh, "http://127.0.0.1:8080");
        let mira = house.person("Mira", "Kowalski", MIRA);
        house.browser().get("/anmelden").is(200).says_not("data-passkey");
        let browser = house.signed_in(mira);
        browser.get("/konto/geraete").is(200).says("unter der Browser kein Gerät merken").says("App einrichten");
        browser.get("/konto/geraete/merken").is(200).says("Nötig sind ein Name statt Zahlen").says_not("data-passkey");
        browser.post("/anmelden/geraet/aufgabe", &[]).is(404);
        browser.post("/konto/geraete/merken/aufgabe", &[]).is(404);
    });
}

#[test]
fn whoever_signs_in_by_mail_in_a_browser_that_could_do_without_is_asked_once() {
    both(|fresh| {
        let house = House::new(fresh);
        house.person("Mira", "Kowalski", MIRA);
        let sign_in = |can: &str| {
            let browser = house.browser();
            browser.ask(MIRA).leads("/anmelden/code");
            browser.get("/anmelden/code").says("name=\"kann-merken\"");
            let (code, _) = house.code(MIRA);
            let reply = browser.post("/anmelden/code", &[("code", &code), ("kann-merken", can)]);
            (reply.to, browser)
        };
        assert_eq!(sign_in("").0, "/", "a browser that cannot is not asked");
        let (to, browser) = sign_in("ja");
        assert_eq!(to, "/konto/geraete/merken?weiter=%2F&angebot=ja");
        browser.get(&to).is(200).says("Ohne E-Mail einloggen?").says("Jetzt nicht").says("href=\"/\"");
        assert_eq!(sign_in("ja").0, "/", "never again");
    });
}
