//! Sessions: how long they last, how they end, and a fresh proof within one.

use testkit::both;

use crate::support::House;

const MIRA: &str = "mira@example.org";
const DAY: i64 = 86_400;
/// Safari on a telephone.
const PHONE: &str = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";

#[test]
fn one_sees_ones_devices_and_ends_them() {
    both(|fresh| {
        let house = House::new(fresh);
        let mira = house.person("Mira", "Kowalski", MIRA);
        let jo = house.person("Jo", "Muster", "jo@example.org");
        let here = house.signed_in(mira);
        let mut phone = house.browser();
        phone.agent = PHONE;
        phone.sign_in(MIRA).leads("/");
        let (third, stranger) = (house.signed_in(mira), house.signed_in(jo));
        let page = here.get("/konto/geraete");
        page.is(200)
            .says("Firefox unter Linux")
            .says("Safari unter iPhone")
            .says("dieses Gerät")
            .says("zuletzt benutzt: heute");
        let ends: Vec<String> = page
            .body
            .split("action=\"")
            .filter_map(|p| p.split('"').next())
            .filter(|p| p.ends_with("/beenden"))
            .map(str::to_owned)
            .collect();
        assert_eq!(ends.len(), 2, "this very device has no such button");
        // Somebody else's number does nothing and looks like one that is gone.
        let theirs = stranger.post(&ends[0], &[]);
        theirs.leads("/konto/geraete");
        stranger.get("/konto/geraete").says("nicht mehr eingeloggt");
        assert_eq!(house.count("session"), 4);
        let phones = page
            .body
            .split("<li>")
            .find(|row| row.contains("iPhone"))
            .unwrap()
            .split("action=\"")
            .nth(1)
            .unwrap()
            .split('"')
            .next()
            .unwrap()
            .to_owned();
        here.post(&phones, &[]).leads("/konto/geraete");
        assert!(!phone.is_signed_in() && here.is_signed_in() && third.is_signed_in());
        here.post(&phones, &[]).leads("/konto/geraete");
        here.get("/konto/geraete").says("nicht mehr eingeloggt");
        house.signed_in(mira);
        here.post("/konto/geraete/andere", &[]).leads("/konto/geraete");
        here.get("/konto/geraete").says("2 andere Geräte sind ausgeloggt.");
        assert!(!third.is_signed_in() && here.is_signed_in() && stranger.is_signed_in());
        assert_eq!(house.count("session"), 2);
    });
}

#[test]
fn signing_out_ends_the_session_on_the_server() {
    both(|fresh| {
        let house = House::new(fresh);
        let mira = house.person("Mira", "Kowalski", MIRA);
        let browser = house.signed_in(mira);
        let thief = browser.copy();
        assert!(thief.is_signed_in());
        browser.post("/konto/ausloggen", &[]).leads("/");
        assert!(browser.cookie("g-s").is_none());
        assert!(!thief.is_signed_in());
        assert_eq!(house.count("session"), 0);
        browser.post("/konto/ausloggen", &[]).leads("/anmelden?weiter=%2Fkonto");
    });
}

#[test]
fn a_session_ends_after_30_idle_days_after_90_days_and_with_the_account() {
    both(|fresh| {
        let house = House::new(fresh);
        let mira = house.person("Mira", "Kowalski", MIRA);
        let seen = || house.texts("SELECT CAST(seen_at AS TEXT) FROM session").pop().unwrap();
        let idle = house.signed_in(mira);
        house.clock.advance(30 * DAY - 1);
        assert!(idle.copy().is_signed_in());
        // The touch runs behind the answer: wait for it.
        let wait = |before: &str| {
            for _ in 0..200 {
                if seen() != before {
                    return;
                }
                idle.get("/konto");
                std::thread::sleep(std::time::Duration::from_millis(5));
            }
            panic!("the session was never touched");
        };
        let before = house.texts("SELECT CAST(created_at AS TEXT) FROM session").pop().unwrap();
        wait(&before);
        // Used within the hour: no write, and none is asked for.
        let token = idle.cookie("g-s").unwrap();
        let asks =
            |token: String| fresh.db.read_now(move |c| (accounts::hooks().who)(c, &token)).unwrap().unwrap().to_touch;
        assert!(!asks(token.clone()));
        let touched = seen();
        house.clock.advance(3599);
        idle.get("/konto").is(200);
        std::thread::sleep(std::time::Duration::from_millis(50));
        assert_eq!(seen(), touched);
        house.clock.advance(1);
        assert!(asks(token));
        for _ in 0..2 {
            let before = seen();
            house.clock.advance(29 * DAY);
            assert!(idle.is_signed_in());
            wait(&before);
        }
        // Day 88 and some: the end is day 90, though it was used a moment ago.
        house.clock.advance(2 * DAY);
        assert!(!idle.is_signed_in());
        let idle = house.signed_in(mira);
        house.clock.advance(30 * DAY);
        assert!(!idle.is_signed_in());
        let locked = house.signed_in(mira);
        assert!(locked.is_signed_in());
        house.exec("UPDATE account SET locked = TRUE");
        assert!(!locked.is_signed_in());
        house.exec("UPDATE account SET locked = FALSE");
        assert!(locked.is_signed_in());
        house.exec("UPDATE person SET erased_at = 1");
        assert!(!locked.is_signed_in());
    });
}

#[test]
fn a_fresh_proof_lasts_15_minutes_and_changes_the_token() {
    both(|fresh| {
        let house = House::new(fresh);
        let ada = house.operator("Ada", "Beispiel", "ada@example.org");
        let browser = house.signed_in(ada);
        browser.get("/konto/daten/alles").is(200);
        house.clock.advance(900);
        browser.get("/konto/daten/alles").leads("/bestaetigen?weiter=%2Fkonto%2Fdaten%2Falles");
        browser.post("/konto/loeschen", &[("endgueltig", "ja")]).leads("/bestaetigen?weiter=%2Fkonto%2Floeschen");
        assert_eq!(house.count("account"), 1);
        let page = browser.get("/bestaetigen?weiter=%2Fkonto%2Fdaten%2Falles");
        page.is(200).says("Code senden");
        let fields = [("fenster", &*page.field("fenster")), ("weiter", "/konto/daten/alles")];
        browser.post("/bestaetigen", &fields).leads("/anmelden/code");
        browser
            .get("/anmelden/code")
            .is(200)
            .says("Bestätigen")
            .says("Wir haben Ihnen einen Link und einen Code geschickt");
        let (subject, _) = house.letters("ada@example.org").pop().unwrap();
        assert_eq!(subject, "Ihr Code zum Bestätigen");
        let (code, link) = house.code("ada@example.org");
        // Elsewhere the link confirms nothing, not even where she is signed in too.
        let elsewhere = house.signed_in(ada);
        elsewhere.post(&link, &[]).is(403);
        let (old, thief) = (browser.cookie("g-s"), browser.copy());
        let twice = browser.copy();
        browser.enter(&code).leads("/konto/daten/alles");
        assert_ne!(browser.cookie("g-s"), old);
        browser.get("/konto/daten/alles").is(200);
        assert!(!thief.is_signed_in(), "whoever copied the old token is out");
        twice.enter(&code).leads("/konto/daten/alles");
        twice.get("/konto/daten/alles").is(200);
        assert_eq!(house.count("session"), 2);
        house.clock.advance(899);
        browser.get("/konto/daten/alles").is(200);
        browser.get("/bestaetigen?weiter=//evil.example").leads("/");
        house.clock.advance(1);
        browser.get("/konto/daten/alles").is(303);
        // By link as well, with a button.
        let page = browser.get("/bestaetigen?weiter=/konto/daten");
        browser.post("/bestaetigen", &[("fenster", &page.field("fenster")), ("weiter", &page.field("weiter"))]);
        let link = house.link("ada@example.org");
        browser.get(&link).is(200).says("Bestätigen");
        browser.post(&link, &[]).leads("/konto/daten");
        browser.get("/konto/daten/alles").is(200);
    });
}

#[test]
fn a_fresh_proof_is_for_the_person_who_asked() {
    both(|fresh| {
        let house = House::new(fresh);
        let box_ = "buero@example.org";
        let (ada, jo) = (house.operator("Ada", "Beispiel", box_), house.person("Jo", "Muster", box_));
        let browser = house.signed_in(ada);
        house.clock.advance(1000);
        let page = browser.get("/bestaetigen");
        browser.post("/bestaetigen", &[("fenster", &page.field("fenster"))]);
        let (code, _) = house.code(box_);
        // Meanwhile another person signs in within this browser.
        let jos = house.signed_in(jo).cookie("g-s").unwrap();
        let mixed = browser.copy();
        mixed.jar.borrow_mut().insert("g-s".into(), jos);
        mixed.enter(&code).is(410).says("Bitte loggen Sie sich neu ein.");
        // And without a session the code opens none.
        let bare = browser.copy();
        bare.jar.borrow_mut().remove("g-s");
        bare.enter(&code).is(410);
        assert!(!bare.is_signed_in());
        // She herself: no choice among persons, it is her session.
        browser.enter(&code).leads("/");
        browser.get("/konto/daten/alles").is(200);
    });
}

#[test]
fn pages_of_ones_own_are_for_oneself() {
    both(|fresh| {
        let house = House::new(fresh);
        let mira = house.person("Mira", "Kowalski", MIRA);
        house.operator("Ada", "Beispiel", "ada@example.org");
        let (nobody, member) = (house.browser(), house.signed_in(mira));
        for path in [
            "/konto",
            "/konto/geraete",
            "/konto/daten",
            "/konto/daten.json",
            "/bestaetigen",
            "/einstellungen",
            "/einstellungen/mailtest",
            "/einstellungen/einladungen",
        ] {
            let to = nobody.get(path).to;
            assert!(to.starts_with("/anmelden?weiter=%2F"), "{path} {to}");
        }
        for path in ["/einstellungen", "/einstellungen/mailtest", "/einstellungen/einladungen"] {
            member.get(path).is(404);
            member.post(path, &[("antwort", "ja"), ("name", "x")]).is(404);
        }
        member.post("/einstellungen/einladungen/1/zurueckziehen", &[]).is(404);
        for path in ["/konto", "/konto/geraete", "/konto/daten", "/konto/daten.json"] {
            let page = member.get(path);
            page.is(200).says_not("Ada").says_not("ada@");
            assert!(page.headers.contains(&("cache-control".into(), "no-store".into())), "{path}");
        }
        assert!(house.settings().is_empty());
    });
}

#[test]
fn what_has_done_its_work_goes() {
    both(|fresh| {
        let house = House::new(fresh);
        let mira = house.person("Mira", "Kowalski", MIRA);
        let job = accounts::slice().jobs[0];
        assert_eq!((job.name, job.daily_at), ("accounts.cleanup", Some(3)));
        let clean = || fresh.db.write_now(move |tx| (job.run)(tx, "2026-11-23")).unwrap();
        let counts = || ["session", "sign_in", "submission", "mail_out", "invitation"].map(|t| house.count(t));
        house.browser().ask(MIRA);
        house.signed_in(mira);
        house.exec("INSERT INTO submission (number, location, at) VALUES ('x', '/', 1795431600000000)");
        house.exec("UPDATE submission SET at = (SELECT created_at FROM sign_in)");
        let jo = house.stranger("Jo", "Muster");
        let invite = accounts::Invite { person: jo, mail: "jo@example.org".into(), about: None, about_words: None };
        fresh
            .db
            .write_now(move |tx| {
                accounts::invite(tx, &crate::support::operator(), &accounts::Right::house(), "http://x", &invite)
            })
            .unwrap();
        clean();
        assert_eq!(counts(), [1, 1, 1, 2, 1]);
        house.clock.advance(DAY - 1);
        clean();
        assert_eq!(counts(), [1, 1, 1, 2, 1]);
        house.clock.advance(1);
        clean();
        assert_eq!(counts(), [1, 0, 0, 2, 1]);
        house.clock.advance(27 * DAY);
        clean();
        assert_eq!(counts(), [1, 0, 0, 2, 0]);
        house.clock.advance(2 * DAY);
        clean();
        assert_eq!(counts(), [0, 0, 0, 0, 0]);
    });
}
