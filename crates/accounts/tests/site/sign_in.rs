//! Sign-in by link and code.

use testkit::both;

use crate::support::{House, wrong};

const MIRA: &str = "mira@example.org";

#[test]
fn a_code_typed_into_the_asking_browser_signs_in() {
    both(|fresh| {
        let house = House::new(fresh);
        house.person("Mira", "Kowalski", MIRA);
        let browser = house.browser();
        let page = browser.get("/anmelden");
        page.is(200).says("type=\"email\"").says("autocomplete=\"username webauthn\"").says("Link und Code senden");
        browser.ask("  Mira@Example.org ").leads("/anmelden/code");
        let page = browser.get("/anmelden/code");
        page.is(200).says("autocomplete=\"one-time-code\"").says_not(MIRA);
        let (subject, text) = house.letters(MIRA).pop().unwrap();
        assert_eq!(subject, "Ihr Link zum Einloggen");
        assert!(text.lines().any(|l| l.len() == 12 && l.starts_with("Code: ")), "{text}");
        let (code, link) = house.code(MIRA);
        assert!(link.starts_with("/t/") && link.len() == 67, "{link}");
        assert!(!link.contains(|c: char| c.is_ascii_digit()), "only the code has digits: {link}");
        let spaced = format!("{} {}", &code[..3], &code[3..]);
        let reply = browser.enter(&spaced);
        reply.leads("/");
        let session = reply.cookies().into_iter().find(|c| c.starts_with("g-s=")).unwrap().to_owned();
        assert!(
            session.contains("HttpOnly") && session.contains("SameSite=Lax") && session.contains("Path=/"),
            "{session}"
        );
        browser.get("/konto").is(200).says(MIRA).says("Mira Kowalski");
        assert_eq!(house.texts("SELECT device FROM session"), ["Firefox/Linux"]);
        // Nothing of what was sent can be read from the database.
        let kept = house.texts("SELECT s.token_hash || ' ' || i.token_hash || ' ' || i.code_hash || ' ' || i.browser_hash || ' ' || i.mail_key FROM session s CROSS JOIN sign_in i");
        for secret in [browser.cookie("g-s").unwrap(), code, link[3..].to_owned(), MIRA.to_owned()] {
            assert!(!kept[0].contains(&secret), "{secret} is kept");
        }
    });
}

#[test]
fn the_link_signs_in_by_a_button_in_the_asking_browser_and_once() {
    both(|fresh| {
        let house = House::new(fresh);
        house.person("Mira", "Kowalski", MIRA);
        let browser = house.browser();
        browser.ask(MIRA);
        let (_, link) = house.code(MIRA);
        browser.get(&link).is(200).says("Jetzt einloggen").says("method=\"post\"");
        assert_eq!(house.count("session"), 0);
        browser.post(&link, &[]).leads("/");
        assert!(browser.is_signed_in());
        browser.get(&link).is(410).says("Link und Code wurden schon benutzt. Jeder gilt nur einmal.");
        assert_eq!(house.count("session"), 1);
    });
}

#[test]
fn one_address_may_serve_several_persons() {
    both(|fresh| {
        let house = House::new(fresh);
        let box_ = "gleichstellung@example.org";
        let mira = house.person("Mira", "Kowalski", box_);
        let jo = house.person("Jo", "Muster", box_);
        let other = house.person("Ayla", "Beispiel", "ayla@example.org");
        let browser = house.browser();
        browser.sign_in(box_).leads("/anmelden/person");
        assert!(!browser.is_signed_in());
        let page = browser.get("/anmelden/person");
        page.is(200).says("Mira Kowalski").says("Jo Muster").says_not("Ayla").says("type=\"radio\"");
        browser.get("/anmelden/code").leads("/anmelden/person");
        browser.post("/anmelden/person", &[]).is(422).says("Bitte wählen Sie eine der Personen.");
        browser.post("/anmelden/person", &[("person", &other.to_string())]).is(422);
        browser.post("/anmelden/person", &[("person", "1 OR 1=1")]).is(422);
        house.browser().post("/anmelden/person", &[("person", &jo.to_string())]).is(410);
        let twin = browser.copy();
        browser.post("/anmelden/person", &[("person", &jo.to_string())]).leads("/");
        browser.get("/konto").says("Jo Muster").says_not("Mira");
        // The same form sent twice: one session. Another choice afterwards: none.
        twin.post("/anmelden/person", &[("person", &mira.to_string())]).leads("/");
        twin.get("/konto").says("Jo Muster");
        assert_eq!(house.count("session"), 1);
        // By link, too; and the choice lasts ten minutes like the code.
        let browser = house.browser();
        browser.ask(box_);
        browser.post(&house.link(box_), &[]).leads("/anmelden/person");
        house.clock.advance(601);
        browser.get("/anmelden/person").is(410);
        browser.post("/anmelden/person", &[("person", &mira.to_string())]).is(410);
        assert_eq!(house.count("session"), 1);
    });
}

#[test]
fn a_form_sent_twice_acts_once_even_when_the_first_answer_was_lost() {
    both(|fresh| {
        let house = House::new(fresh);
        house.person("Mira", "Kowalski", MIRA);
        let browser = house.browser();
        let page = browser.get("/anmelden");
        let fields = [("email", MIRA), ("fenster", &*page.field("fenster")), ("weiter", "/konto")];
        // The first answer never arrives: its cookie is lost.
        browser.copy().post("/anmelden", &fields).leads("/anmelden/code");
        browser.post("/anmelden", &fields).leads("/anmelden/code");
        assert_eq!((house.count("sign_in"), house.letters(MIRA).len()), (1, 1));
        let (code, _) = house.code(MIRA);
        browser.copy().enter(&code).leads("/konto");
        browser.enter(&code).leads("/konto");
        assert_eq!(house.count("session"), 1);
        assert!(browser.is_signed_in());
        // Once the session is gone, the code is of no more use.
        let late = browser.copy();
        house.exec("DELETE FROM session");
        late.enter(&code).is(410);
        // The same form with another address is another request, with another secret.
        let page = browser.get("/anmelden");
        let number = page.field("fenster");
        browser.post("/anmelden", &[("email", MIRA), ("fenster", &number)]);
        let first = browser.cookie("g-b");
        browser.post("/anmelden", &[("email", "jo@example.org"), ("fenster", &number)]);
        assert_ne!(browser.cookie("g-b"), first);
    });
}

#[test]
fn each_sign_in_gives_a_new_token_and_ends_the_session_it_replaces() {
    both(|fresh| {
        let house = House::new(fresh);
        house.person("Mira", "Kowalski", MIRA);
        let browser = house.browser();
        browser.ask(MIRA);
        // Somebody planted a session cookie before: it is not taken over.
        browser.jar.borrow_mut().insert("g-s".into(), "0".repeat(64));
        let (code, _) = house.code(MIRA);
        browser.enter(&code).leads("/");
        let first = browser.cookie("g-s").unwrap();
        assert_ne!(first, "0".repeat(64));
        assert!(browser.cookie("g-b").is_none(), "the request's cookie goes");
        let old = browser.copy();
        browser.get("/anmelden?weiter=/konto").leads("/konto");
        let second = house.browser();
        second.sign_in(MIRA).leads("/");
        assert_ne!(second.cookie("g-s").unwrap(), first);
        assert!(old.is_signed_in());
        // A code entered while signed in replaces the session of this browser.
        let third = house.browser();
        third.ask(MIRA);
        third.jar.borrow_mut().insert("g-s".into(), first);
        let (code, _) = house.code(MIRA);
        third.enter(&code).leads("/");
        assert!(!old.is_signed_in() && third.is_signed_in());
    });
}

#[test]
fn one_comes_back_to_where_one_wanted_to_go_and_nowhere_else() {
    both(|fresh| {
        let house = House::new(fresh);
        house.person("Mira", "Kowalski", MIRA);
        let browser = house.browser();
        let sent = browser.get("/konto/geraete");
        sent.leads("/anmelden?weiter=%2Fkonto%2Fgeraete");
        let page = browser.get(&sent.to);
        assert_eq!(page.field("weiter"), "/konto/geraete");
        browser
            .post("/anmelden", &[("email", MIRA), ("fenster", &page.field("fenster")), ("weiter", "/konto/geraete")]);
        let (code, _) = house.code(MIRA);
        browser.enter(&code).leads("/konto/geraete");
        let vectors = [
            "//evil.example",
            "///evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "/%2fevil.example",
            "/%2f%2fevil.example",
            "/%5cevil.example",
            "https://evil.example",
            "http:evil.example",
            "javascript:alert(1)",
            "/\t/evil.example",
            "/\n/evil.example",
            "/\r\nLocation: https://evil.example",
            "/..//evil.example",
            "/.//evil.example",
            "/x/..//evil.example",
            "@evil.example",
            "/@evil.example",
            "evil.example",
            " //evil.example",
            "/\u{2028}//evil.example",
            "/x\u{0}",
            "/\u{202e}elpmaxe.live//",
            "/%00",
            "/%0d%0aSet-Cookie:x=1",
            "//localhost:8080/",
            "/%e2%80%ae",
            "data:text/html,x",
            "/;//evil.example/..",
            "////",
            "/x//y",
            "?weiter=//evil.example",
        ];
        for bad in vectors {
            let visitor = house.browser();
            let page = visitor
                .get(&format!("/anmelden?weiter={}", crate::support::form(&[("", bad)]).trim_start_matches('=')));
            if page.status == 200 {
                assert_eq!(page.field("weiter"), "/", "{bad:?}");
            }
            // A form made by hand.
            let reply = visitor.post("/anmelden", &[("email", "x@example.org"), ("weiter", bad)]);
            assert!(
                reply.status == 303 && reply.to == "/anmelden/code" || reply.status == 422 || reply.status == 429,
                "{bad:?} {}",
                reply.status
            );
            let signed = browser
                .get(&format!("/anmelden?weiter={}", crate::support::form(&[("", bad)]).trim_start_matches('=')));
            assert!(
                signed.status == 303 && signed.to == "/" || signed.status == 422,
                "{bad:?} {} {}",
                signed.status,
                signed.to
            );
            house.clock.advance(600);
        }
        let next = house.texts("SELECT next_path FROM sign_in");
        assert!(next.iter().all(|n| ["0 /", "/konto/geraete"].iter().any(|good| n.ends_with(good))), "{next:?}");
    });
}

#[test]
fn english_pages_and_letters() {
    both(|fresh| {
        let house = House::new(fresh);
        house.person("Mira", "Kowalski", MIRA);
        house.exec("UPDATE account SET lang = 'en'");
        let browser = house.browser();
        let page = browser.get("/en/anmelden");
        page.is(200).says("Send link and code").says("<html lang=\"en\"");
        browser
            .post("/en/anmelden", &[("email", MIRA), ("fenster", &page.field("fenster"))])
            .leads("/en/anmelden/code");
        let (subject, text) = house.letters(MIRA).pop().unwrap();
        assert_eq!(subject, "Your link for signing in");
        assert!(text.contains("\nCode: "), "{text}");
        let (code, link) = house.code(MIRA);
        assert!(link.starts_with("/en/t/"), "{link}");
        browser.get(&link).is(200).says("Sign in now");
        browser.post("/en/anmelden/code", &[("code", &wrong(&code))]).leads("/en/anmelden/code");
        let page = browser.get("/en/anmelden/code");
        page.says("You have 4 tries left.");
        browser.post("/en/anmelden/code", &[("code", &code)]).leads("/");
        browser.get("/konto").says("My account");
    });
}
