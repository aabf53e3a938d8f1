//! What keeps others out: scanners, guessing, floods, the clock, and answers that tell nothing.

use testkit::both;

use crate::support::{House, wrong};

const MIRA: &str = "mira@example.org";

#[test]
fn a_scanner_that_opens_every_link_and_presses_every_button_changes_nothing() {
    both(|fresh| {
        let house = House::new(fresh);
        house.person("Mira", "Kowalski", MIRA);
        let browser = house.browser();
        browser.ask(MIRA);
        let (code, link) = house.code(MIRA);
        let scanner = house.browser();
        for _ in 0..3 {
            scanner.head(&link).is(200);
            scanner.get(&link).is(200).says("dort, wo Sie ihn angefordert haben").says_not(&code);
            scanner.post(&link, &[]).is(403).says("dort, wo Sie ihn angefordert haben");
            // Without cookie and origin, as programs send it.
            scanner.post_from(&link, &[], &[]).is(403);
            assert!(scanner.cookie("g-s").is_none());
        }
        scanner.enter(&code).is(410).says("Hier wartet kein Code.");
        // A scanner that asked for itself holds a cookie, but not that one.
        scanner.ask("jo@example.org");
        scanner.post(&link, &[]).is(403);
        scanner.enter(&code).leads("/anmelden/code");
        assert_eq!(house.count("session"), 0);
        assert_eq!(house.count("sign_in WHERE used_at IS NOT NULL"), 0);
        browser.post(&link, &[]).leads("/");
        assert!(browser.is_signed_in() && !scanner.is_signed_in());
    });
}

#[test]
fn nobody_learns_whether_an_address_has_an_account() {
    both(|fresh| {
        let house = House::new(fresh);
        house.person("Mira", "Kowalski", MIRA);
        let locked = house.person("Jo", "Muster", "jo@example.org");
        assert!(locked.raw() > 0);
        house.exec("UPDATE account SET locked = TRUE WHERE mail = 'jo@example.org'");
        let seen: Vec<_> = [MIRA, "nobody@example.org", "jo@example.org"]
            .into_iter()
            .map(|mail| {
                let browser = house.browser();
                let writes = |h: &House<'_>| {
                    (
                        h.count("sign_in"),
                        h.count("mail_out"),
                        h.count("event"),
                        h.count("session"),
                        h.count("submission"),
                    )
                };
                let before = writes(&house);
                let asked = browser.ask(mail);
                let after = writes(&house);
                let grown = (
                    after.0 - before.0,
                    after.1 - before.1,
                    after.2 - before.2,
                    after.3 - before.3,
                    after.4 - before.4,
                );
                let page = browser.get("/anmelden/code");
                let failed = browser.enter("000000");
                let again = browser.get("/anmelden/code");
                let shape = |r: &crate::support::Reply| {
                    let headers: Vec<_> = r
                        .headers
                        .iter()
                        .map(|(n, v)| (n.clone(), if n == "set-cookie" { v.len().to_string() } else { v.clone() }))
                        .collect();
                    (r.status, r.to.clone(), headers, without_secrets(&r.body))
                };
                (grown, shape(&asked), shape(&page), shape(&failed), shape(&again))
            })
            .collect();
        assert_eq!(seen[0], seen[1]);
        assert_eq!(seen[0], seen[2]);
        assert_eq!(seen[0].0, (1, 1, 0, 0, 0));
        assert_eq!(house.letters(MIRA).len(), 1);
        assert!(house.letters("nobody@example.org").is_empty() && house.letters("jo@example.org").is_empty());
        // The address itself is nowhere in the database.
        for sql in [
            "SELECT address || subject || body_text FROM mail_out",
            "SELECT mail_key || next_path FROM sign_in",
            "SELECT mail FROM account",
        ] {
            assert!(house.texts(sql).iter().all(|t| !t.contains("nobody")), "{sql}");
        }
    });
}

/// Long hexadecimal numbers are drawn anew with each page.
fn without_secrets(body: &str) -> String {
    let hex = |c: char| c.is_ascii_hexdigit();
    let words = body.split_inclusive(|c: char| !hex(c));
    words.map(|w| if w.chars().filter(|c| hex(*c)).count() >= 32 { "…" } else { w }).collect()
}

#[test]
fn no_code_is_right_for_an_address_nobody_has() {
    both(|fresh| {
        let house = House::new(fresh);
        house.person("Mira", "Kowalski", MIRA);
        let browser = house.browser();
        browser.ask(MIRA);
        let (code, link) = house.code(MIRA);
        // As if nobody had that address: even the code that was drawn is wrong, and counted.
        house.exec("UPDATE sign_in SET next_path = '0 /'");
        browser.enter(&code).leads("/anmelden/code");
        browser.get("/anmelden/code").says("Dieser Code stimmt nicht. Sie haben noch 4 Versuche.");
        browser.post(&link, &[]).is(410);
        assert!(!browser.is_signed_in());
    });
}

#[test]
fn a_code_for_an_address_that_changed_meanwhile_opens_nothing() {
    both(|fresh| {
        let house = House::new(fresh);
        house.person("Mira", "Kowalski", MIRA);
        let browser = house.browser();
        browser.ask(MIRA);
        let (code, _) = house.code(MIRA);
        house.exec("UPDATE account SET mail = 'mira.neu@example.org'");
        browser.enter(&code).is(410);
        house.exec("UPDATE account SET mail = 'mira@example.org', locked = TRUE");
        browser.enter(&code).is(410);
        assert_eq!(house.count("session"), 0);
    });
}

#[test]
fn five_wrong_codes_spend_a_request() {
    both(|fresh| {
        let house = House::new(fresh);
        house.person("Mira", "Kowalski", MIRA);
        let browser = house.browser();
        browser.ask(MIRA);
        let (code, link) = house.code(MIRA);
        for left in ["noch 4 Versuche", "noch 3 Versuche", "noch 2 Versuche", "noch einen Versuch"] {
            browser.enter(&wrong(&code)).leads("/anmelden/code");
            let page = browser.get("/anmelden/code");
            page.is(200).says(left).says("autocomplete=\"one-time-code\"").says("aria-invalid=\"true\"");
            assert!(page.title().starts_with("Fehler"), "{}", page.title());
        }
        // What is no code at all is told so and not counted.
        browser.enter("12").is(422).says("Der Code hat sechs Ziffern.").says("value=\"12\"");
        browser.enter(&wrong(&code)).leads("/anmelden/code");
        browser.get("/anmelden/code").is(410).says("Fünf Codes waren falsch.").says("/anmelden");
        browser.enter(&code).is(410).says("Fünf Codes waren falsch.");
        browser.post(&link, &[]).is(410);
        assert_eq!(house.count("session"), 0);
        // A new request works.
        browser.sign_in(MIRA).leads("/");
    });
}

#[test]
fn twenty_wrong_codes_in_an_hour_close_the_address_to_codes_for_that_hour() {
    both(|fresh| {
        let house = House::new(fresh);
        house.person("Mira", "Kowalski", MIRA);
        for mail in [MIRA, "nobody@example.org"] {
            for _ in 0..4 {
                let browser = house.browser();
                browser.ask(mail);
                for _ in 0..5 {
                    browser.enter("000000").leads("/anmelden/code");
                }
            }
            let browser = house.browser();
            browser.ask(mail).leads("/anmelden/code");
            let refused = browser.enter("111111");
            refused.is(429).says("Das waren zu viele Versuche.").says("Bitte versuchen Sie es um 13 Uhr noch einmal.");
            assert_eq!(refused.header("retry-after"), "3600");
        }
        let browser = house.browser();
        browser.ask(MIRA);
        let (code, link) = house.code(MIRA);
        browser.enter(&code).is(429);
        assert!(!browser.is_signed_in());
        // Whoever has the mailbox is not locked out by somebody else's guessing: the link needs no code.
        browser.post(&link, &[]).leads("/");
        house.clock.advance(3601);
        house.browser().sign_in(MIRA).leads("/");
    });
}

#[test]
fn nobody_can_flood_a_mailbox() {
    both(|fresh| {
        let house = House::new(fresh);
        house.person("Mira", "Kowalski", MIRA);
        for mail in [MIRA, "nobody@example.org"] {
            for _ in 0..20 {
                house.browser().ask(mail).leads("/anmelden/code");
            }
            house.clock.advance(600);
            let refused = house.browser().ask(mail);
            refused.is(429).says("um 13 Uhr noch einmal");
            assert_eq!(refused.header("retry-after"), "3000");
            house.clock.advance(-600);
        }
        assert_eq!(house.letters(MIRA).len(), 20);
        house.clock.advance(3599);
        house.browser().ask(MIRA).is(429);
        house.clock.advance(1);
        house.browser().ask(MIRA).leads("/anmelden/code");
    });
}

#[test]
fn nobody_alone_keeps_somebody_else_from_signing_in() {
    both(|fresh| {
        let house = House::new(fresh);
        house.person("Mira", "Kowalski", MIRA);
        let from = |peer| {
            let mut browser = house.browser();
            browser.peer = Some(peer);
            browser
        };
        // The same for an address somebody has and for one that nobody has.
        let mut refusals = Vec::new();
        for mail in [MIRA, "nobody@example.org"] {
            for _ in 0..5 {
                from("203.0.113.7").ask(mail).leads("/anmelden/code");
            }
            let refused = from("203.0.113.7").ask(mail);
            refused.is(429).says("um 13 Uhr noch einmal");
            refusals.push((refused.headers.clone(), refused.main().to_owned()));
        }
        assert_eq!(refusals[0], refusals[1]);
        assert_eq!(house.letters(MIRA).len(), 5);
        from("203.0.113.7").ask("jo@example.org").leads("/anmelden/code");
        // She herself is somewhere else.
        from("198.51.100.1").sign_in(MIRA).leads("/");
        // Nor does anybody alone use up the wrong codes the address has.
        house.clock.advance(3601);
        let guessing: Vec<_> = (0..4).map(|_| from("203.0.113.7")).collect();
        let answers: Vec<u16> = guessing
            .iter()
            .flat_map(|browser| {
                browser.ask(MIRA).leads("/anmelden/code");
                (0..5).map(|_| browser.enter("000000").status).collect::<Vec<_>>()
            })
            .collect();
        assert_eq!(answers, [[303; 10], [429; 10]].concat());
        from("198.51.100.1").sign_in(MIRA).leads("/");
    });
}

#[test]
fn whoever_is_signed_in_proves_herself_afresh_whatever_others_ask_for() {
    both(|fresh| {
        let house = House::new(fresh);
        let mira = house.person("Mira", "Kowalski", MIRA);
        let hers = house.signed_in(mira);
        house.clock.advance(3000);
        for n in 0..20 {
            let browser = house.browser();
            browser.ask(MIRA).leads("/anmelden/code");
            if n < 4 {
                (0..5).for_each(|_| drop(browser.enter("000000")));
            }
        }
        house.browser().ask(MIRA).is(429);
        let page = hers.get("/bestaetigen");
        let fields = [("fenster", page.field("fenster")), ("weiter", page.field("weiter"))];
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        hers.post("/bestaetigen", &fields).leads("/anmelden/code");
        let (code, _) = house.code(MIRA);
        hers.enter(&code).is(303);
    });
}

#[test]
fn link_and_code_last_ten_minutes() {
    both(|fresh| {
        let house = House::new(fresh);
        house.person("Mira", "Kowalski", MIRA);
        let (early, late) = (house.browser(), house.browser());
        early.ask(MIRA);
        let first = house.code(MIRA);
        house.clock.advance(1);
        late.ask(MIRA);
        let second = house.code(MIRA);
        house.clock.advance(598);
        early.enter(&first.0).leads("/");
        house.clock.advance(2);
        late.enter(&second.0).is(410).says("gelten nur 10 Minuten").says("Neuen Code anfordern");
        late.get(&second.1).is(410).says("gelten nur 10 Minuten");
        late.post(&second.1, &[]).is(410);
        late.get("/anmelden/code").is(410);
        assert!(!late.is_signed_in());
    });
}
