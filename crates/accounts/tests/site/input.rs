//! What people and programs send that nobody should have to read.

use axum::body::Body;
use http::Request;
use testkit::both;

use crate::support::{BASE, House};

const MIRA: &str = "mira@example.org";

const BAD: &[&str] = &[
    "",
    " ",
    "mira",
    "mira@",
    "@example.org",
    "mira@stadt",
    "mira@stadt.de\r\nBcc: jo@stadt.de",
    "mira@stadt.de\n",
    "mi\u{0}ra@stadt.de",
    "mira@\u{202e}ed.tdats",
    "\u{2066}mira@stadt.de",
    "<script>alert(1)</script>@stadt.de",
    "\"><img src=x onerror=alert(1)>",
    "Mira <mira@stadt.de>",
    "mira@stadt.de,jo@stadt.de",
    "mira@127.0.0.1",
    "' OR 1=1 --",
    "🦊@🦊",
];

#[test]
fn a_bad_address_is_told_at_the_field_and_kept() {
    both(|fresh| {
        let house = House::new(fresh);
        house.person("Mira", "Kowalski", MIRA);
        let browser = house.browser();
        let number = browser.get("/anmelden").field("fenster");
        for bad in BAD {
            let reply = browser.post("/anmelden", &[("email", bad), ("fenster", &number), ("weiter", "/konto")]);
            if bad.contains('\u{0}') {
                reply.is(422);
                continue;
            }
            reply
                .is(422)
                .says("Geben Sie eine vollständige E-Mail-Adresse ein")
                .says("aria-invalid=\"true\"")
                .says("aria-describedby=\"email-h email-e\"")
                .says("id=\"email-e\"");
            assert!(reply.title().starts_with("Fehler"), "{}", reply.title());
            reply.says_not("<script>alert").says_not("<img src=x");
            assert_eq!(reply.field("weiter"), "/konto");
            if bad.chars().all(|c| c.is_ascii_alphanumeric() || c == '@') {
                reply.says(&format!("value=\"{bad}\""));
            }
        }
        assert_eq!((house.count("sign_in"), house.count("mail_out")), (0, 0));
    });
}

#[test]
fn codes_and_forms_of_every_kind_are_refused_with_a_sentence() {
    both(|fresh| {
        let house = House::new(fresh);
        house.person("Mira", "Kowalski", MIRA);
        let browser = house.browser();
        browser.ask(MIRA);
        for bad in BAD.iter().chain(&["12345", "1234567", "48291a", "４８２９１３", "\u{202e}482913"]) {
            let reply = browser.enter(bad);
            reply.is(422).says_not("<script>alert").says_not("<img src=x");
            if !bad.contains('\u{0}') {
                reply.says("Der Code hat sechs Ziffern.").says("autocomplete=\"one-time-code\"");
            }
        }
        // None of these counted as a try.
        assert_eq!(house.texts("SELECT CAST(tries AS TEXT) FROM sign_in"), ["0"]);
        // Without any field, without a body, and as something else than a form.
        browser.post("/anmelden/code", &[]).is(422);
        let send = |path: &str, media: &str, body: Vec<u8>| {
            let request = Request::post(path)
                .header("content-type", media)
                .header("origin", BASE)
                .body(Body::from(body))
                .unwrap();
            browser.send(request)
        };
        send("/anmelden", "application/json", b"{\"email\":\"mira@example.org\"}".to_vec()).is(415);
        send("/anmelden", "application/x-www-form-urlencoded", b"email=%ff%fe%00&x".to_vec()).is(422);
        send("/anmelden", "application/x-www-form-urlencoded", [b"email=".to_vec(), vec![b'a'; 10 << 20]].concat())
            .is(413)
            .says("Das ist zu viel auf einmal.");
        send("/anmelden", "application/x-www-form-urlencoded", [b"email=".to_vec(), vec![b'a'; 30_000]].concat())
            .is(413);
        send("/anmelden/code", "application/x-www-form-urlencoded", vec![b'1'; 10 << 20]).is(413);
        assert_eq!(house.count("sign_in"), 1);
    });
}

#[test]
fn made_up_links_cookies_and_numbers_lead_to_a_page_that_helps() {
    both(|fresh| {
        let house = House::new(fresh);
        let mira = house.person("Mira", "Kowalski", MIRA);
        let browser = house.browser();
        for path in ["/t/x", "/t/0", "/t/..%2f..", "/t/%3Cscript%3E", "/t/%F0%9F%A6%8A", "/einrichtung/x"] {
            for reply in [browser.get(path), browser.post(path, &[])] {
                reply.is(410).says_not("<script>").says("<h1>");
            }
        }
        browser.get(&format!("/t/{}", "a".repeat(64))).is(410).says("Neuen Code anfordern");
        browser.get(&format!("/t/{}", "a".repeat(4000))).is(410);
        for cookie in ["", "x", "' OR 1=1 --", &"f".repeat(64), &"F".repeat(64), &"0".repeat(5000)] {
            let visitor = house.browser();
            visitor
                .jar
                .borrow_mut()
                .extend([("g-s".to_owned(), cookie.to_owned()), ("g-b".to_owned(), cookie.to_owned())]);
            visitor.get("/konto").leads("/anmelden?weiter=%2Fkonto");
            visitor.get("/anmelden/code").is(410);
            visitor.get("/anmelden").is(200);
        }
        let signed = house.signed_in(mira);
        for id in ["1", "0", "-1", "9223372036854775807", "99999999999999999999", "x"] {
            let reply = signed.post(&format!("/konto/geraete/{id}/beenden"), &[]);
            assert!(reply.status == 404 || reply.to == "/konto/geraete", "{id} {}", reply.status);
        }
        assert!(signed.is_signed_in());
    });
}

#[test]
fn a_form_of_another_site_does_nothing() {
    both(|fresh| {
        let house = House::new(fresh);
        let mira = house.person("Mira", "Kowalski", MIRA);
        let browser = house.signed_in(mira);
        let other = house.signed_in(mira);
        let version = browser.get("/konto").field("version");
        let fields = [("sprache", "en"), ("farben", "dark"), ("version", &*version)];
        let foreign: &[&[(&str, &str)]] = &[
            &[],
            &[("origin", "https://evil.example")],
            &[("origin", "null")],
            &[("sec-fetch-site", "cross-site"), ("origin", BASE)],
            &[("sec-fetch-site", "same-site"), ("origin", BASE)],
            &[("origin", "http://localhost:8080.evil.example")],
            &[("origin", "https://localhost:8080")],
            &[("origin", "http://localhost:9090")],
            &[("referer", BASE)],
        ];
        for headers in foreign {
            for path in
                ["/konto", "/konto/ausloggen", "/konto/geraete/andere", "/bestaetigen", "/anmelden", "/konto/person"]
            {
                browser.post_from(path, &fields, headers).is(403);
            }
        }
        assert!(browser.is_signed_in() && other.is_signed_in());
        browser.get("/konto").says("<html lang=\"de\"");
        assert_eq!(house.count("sign_in"), 0);
        browser.post("/konto", &fields).leads("/konto");
    });
}
