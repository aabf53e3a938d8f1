//! Another mail address for an account: proved from the new one, undone from the old one.

use testkit::both;

use crate::support::{Browser, House, Reply, wrong};

const OLD: &str = "mira@stadt.example.org";
const NEW: &str = "mira.neu@kreis.example.org";
const THIRD: &str = "mira@privat.example.org";

fn asks(browser: &Browser<'_>, mail: &str) -> Reply {
    browser.post("/konto/adresse", &[("email", mail)])
}

fn enters(browser: &Browser<'_>, code: &str) -> Reply {
    browser.post("/konto/adresse/code", &[("code", code)])
}

/// From here on the account has that address.
fn changes(house: &House<'_>, browser: &Browser<'_>, to: &str) {
    asks(browser, to).leads("/konto/adresse/code");
    let (code, _) = house.code(to);
    enters(browser, &code).leads("/konto");
}

fn address(house: &House<'_>) -> Vec<String> {
    house.texts("SELECT mail FROM account ORDER BY person_id")
}

#[test]
fn a_new_address_is_proved_by_the_code_that_went_there_and_the_old_one_is_told() {
    both(|fresh| {
        let house = House::new(fresh);
        let mira = house.person("Mira", "Kowalski", OLD);
        let (browser, elsewhere) = (house.signed_in(mira), house.signed_in(mira));
        browser.get("/konto").is(200).says("/konto/adresse");
        browser.get("/konto/adresse").is(200).says(OLD).says("72 Stunden");
        browser.get("/konto/adresse/code").is(410);
        asks(&browser, "keine").is(422).says("vollständige E-Mail-Adresse").says("keine");
        asks(&browser, "MIRA@stadt.example.org").is(422).says("Das ist schon Ihre Adresse.");
        asks(&browser, NEW).leads("/konto/adresse/code");
        assert_eq!(address(&house), [OLD], "asking changes nothing");
        let (code, link) = house.code(NEW);
        assert!(house.letters(OLD).is_empty());
        browser.get("/konto/adresse/code").is(200).says(NEW);
        enters(&browser, "12").is(422).says("sechs Ziffern");
        enters(&browser, &wrong(&code)).leads("/konto/adresse/code");
        browser.get("/konto/adresse/code").is(200).says("4");
        // The link is worth nothing to whoever else has that mailbox.
        let stranger = house.browser();
        assert!(stranger.get(&link).to.starts_with("/anmelden"));
        let nora = house.person("Nora", "Beispiel", "nora@example.org");
        house.signed_in(nora).get(&link).is(410);
        house.signed_in(nora).post(&link, &[]).is(410);
        enters(&browser, &code).leads("/konto");
        assert_eq!(address(&house), [NEW, "nora@example.org"]);
        assert!(browser.is_signed_in() && !elsewhere.is_signed_in(), "sessions elsewhere end");
        let told = house.letters(OLD);
        assert_eq!(told.len(), 1);
        assert!(!told[0].1.contains(NEW) && told[0].1.contains("72 Stunden"), "the new address is not said: {told:?}");
        enters(&browser, &code).is(410);
        // Codes to sign in go to the new address from now on.
        let phone = house.browser();
        phone.ask(OLD).leads("/anmelden/code");
        assert_eq!(house.letters(OLD).len(), 1);
        phone.sign_in(NEW).leads("/");
        browser.get("/konto/daten/alles").is(200).says("E-Mail-Adresse ändern").says(OLD).says(NEW);
    });
}

#[test]
fn the_link_counts_where_she_is_signed_in_and_five_wrong_codes_close_it() {
    both(|fresh| {
        let house = House::new(fresh);
        let mira = house.person("Mira", "Kowalski", OLD);
        let browser = house.signed_in(mira);
        asks(&browser, NEW).leads("/konto/adresse/code");
        let (code, link) = house.code(NEW);
        for _ in 0..5 {
            enters(&browser, &wrong(&code)).leads("/konto/adresse/code");
        }
        browser.get("/konto/adresse/code").is(410);
        enters(&browser, &code).is(410);
        browser.get(&link).is(410);
        asks(&browser, THIRD).leads("/konto/adresse/code");
        let (_, link) = house.code(THIRD);
        let other = house.signed_in(mira);
        for _ in 0..3 {
            other.get(&link).is(200).says(THIRD);
        }
        assert_eq!(address(&house), [OLD], "looking changes nothing");
        other.post(&link, &[]).leads("/konto");
        assert_eq!(address(&house), [THIRD]);
        assert!(other.is_signed_in() && !browser.is_signed_in());
        other.post(&link, &[]).is(410);
        // An hour later nothing is open any more.
        asks(&other, NEW).leads("/konto/adresse/code");
        let (code, link) = house.code(NEW);
        house.clock.advance(3_600);
        let late = house.signed_in(mira);
        late.get(&link).is(410);
        enters(&late, &code).is(410);
        assert_eq!(address(&house), [THIRD]);
    });
}

#[test]
fn it_asks_for_a_strong_proof_and_for_patience() {
    both(|fresh| {
        let house = House::new(fresh);
        let mira = house.person("Mira", "Kowalski", OLD);
        let browser = house.browser();
        browser.sign_in(OLD).leads("/");
        let strong = "/bestaetigen/stark?weiter=%2Fkonto%2Fadresse";
        browser.get("/konto/adresse").leads(strong);
        asks(&browser, NEW).leads(strong);
        assert!(house.letters(NEW).is_empty());
        let proved = house.signed_in(mira);
        for n in 0..5 {
            asks(&proved, &format!("neu{n}@example.org")).leads("/konto/adresse/code");
        }
        asks(&proved, NEW).is(429);
        // The newest counts alone.
        let (old_code, old_link) = house.code("neu3@example.org");
        proved.get(&old_link).is(410);
        enters(&proved, &old_code).leads("/konto/adresse/code");
        assert_eq!(address(&house), [OLD]);
        house.clock.advance(3_601);
        asks(&house.signed_in(mira), NEW).leads("/konto/adresse/code");
    });
}

#[test]
fn an_address_others_have_is_answered_like_any_other() {
    both(|fresh| {
        let house = House::new(fresh);
        let mira = house.person("Mira", "Kowalski", OLD);
        house.person("Jo", "Muster", "team@example.org");
        let browser = house.signed_in(mira);
        let pages: Vec<String> = ["team@example.org", "frei@example.org"]
            .into_iter()
            .map(|mail| {
                asks(&browser, mail).leads("/konto/adresse/code");
                let page = browser.get("/konto/adresse/code").is(200).main().replace(mail, "…");
                let once = page.split("name=\"einmal\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
                let (_, text) = house.letters(mail).pop().unwrap();
                let (code, link) = house.code(mail);
                format!("{}\n{}", page.replace(&once, "…"), text.replace(&code, "…").replace(&link, "…"))
            })
            .collect();
        assert_eq!(pages[0], pages[1]);
    });
}

#[test]
fn the_old_address_undoes_it_for_72_hours_and_every_session_ends() {
    both(|fresh| {
        let house = House::new(fresh);
        let mira = house.person("Mira", "Kowalski", OLD);
        let browser = house.signed_in(mira);
        changes(&house, &browser, NEW);
        let undo = house.link(OLD);
        // Whoever took the account over changes once more to hide it.
        changes(&house, &browser, THIRD);
        house.clock.advance(72 * 3_600 - 1);
        let old = house.browser();
        for _ in 0..3 {
            old.get(&undo).is(200).says("Rückgängig machen").says_not("Mira").says_not(NEW).says_not(THIRD);
        }
        assert_eq!(address(&house), [THIRD]);
        old.post(&undo, &[]).leads("/anmelden");
        assert_eq!(address(&house), [OLD]);
        assert!(!browser.is_signed_in());
        assert!(house.letters(THIRD).pop().unwrap().1.contains("rückgängig gemacht"));
        assert!(house.letters(OLD).pop().unwrap().1.contains("rückgängig gemacht"));
        old.post(&undo, &[]).is(410);
        // The later change cannot be brought back by the mailbox between.
        let between = house.link(NEW);
        old.get(&between).is(410);
        old.post(&between, &[]).is(410);
        assert_eq!(address(&house), [OLD]);
        house.browser().sign_in(OLD).leads("/");
        old.get("/adresse/irgendwas").is(410);
    });
}

#[test]
fn after_72_hours_it_stands() {
    both(|fresh| {
        let house = House::new(fresh);
        let mira = house.person("Mira", "Kowalski", OLD);
        changes(&house, &house.signed_in(mira), NEW);
        let undo = house.link(OLD);
        house.clock.advance(72 * 3_600);
        house.browser().get(&undo).is(410);
        house.browser().post(&undo, &[]).is(410).says("72 Stunden");
        assert_eq!(address(&house), [NEW]);
    });
}

#[test]
fn what_waits_goes_to_the_right_address() {
    both(|fresh| {
        let house = House::new(fresh);
        let mira = house.person("Mira", "Kowalski", OLD);
        let nora = house.person("Nora", "Beispiel", OLD);
        let post = |person: kernel::Id<people::Person>, subject: &'static str| {
            house
                .fresh
                .db
                .write_now(move |tx| {
                    tx.silent("a test");
                    let letter = db::OutMail {
                        to: OLD.into(),
                        subject: subject.into(),
                        text: "T".into(),
                        purpose: "test",
                        person: Some(person.raw()),
                        ..db::OutMail::default()
                    };
                    tx.post(&letter).map(drop)
                })
                .unwrap();
        };
        post(mira, "für Mira");
        post(nora, "für Nora");
        let invite = accounts::Invite { person: mira, mail: OLD.into(), about: None, about_words: None };
        house
            .fresh
            .db
            .write_now(move |tx| {
                accounts::invite(
                    tx,
                    &crate::support::operator(),
                    &accounts::Right::house(),
                    "http://localhost:8080",
                    &invite,
                )
            })
            .unwrap();
        let invitation = house.link(OLD);
        let browser = house.signed_in(mira);
        changes(&house, &browser, NEW);
        let subjects = |to: &str| house.letters(to).into_iter().map(|(subject, _)| subject).collect::<Vec<_>>();
        assert!(subjects(NEW).contains(&"für Mira".to_owned()) && !subjects(OLD).contains(&"für Mira".to_owned()));
        assert!(subjects(OLD).contains(&"für Nora".to_owned()), "colleagues keep theirs");
        // The invitation is hers at her new address.
        browser.post(&invitation, &[("einverstanden", "ja")]).leads("/");
        // Back from the old address, what waits comes back too.
        let undo =
            house.letters(OLD).into_iter().find(|(subject, _)| subject == "Ihre Adresse wurde geändert").unwrap().1;
        let undo = undo.lines().find_map(|l| l.strip_prefix("http://localhost:8080")).unwrap().to_owned();
        house.browser().post(&undo, &[]).leads("/anmelden");
        assert!(subjects(OLD).contains(&"für Mira".to_owned()));
    });
}
