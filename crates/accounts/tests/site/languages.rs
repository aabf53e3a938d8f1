//! A letter speaks its reader's language, whoever causes it.

use accounts::{Invite, Right};
use kernel::{Actor, Id, Lang};
use people::Person;
use testkit::both;

use crate::support::{BASE, House, operator};

const MIRA: &str = "mira@example.org";

/// Language and subject of the newest letter to an address.
fn newest(house: &House<'_>, to: &str) -> (Lang, String) {
    let all = house.fresh.db.read_now(|c| db::due_mail(c, 1000)).unwrap();
    all.into_iter().rfind(|m| m.to == to).map(|m| (m.lang, m.subject)).expect("a letter")
}

fn english(house: &House<'_>, person: Id<Person>) {
    let raw = person.raw();
    house
        .fresh
        .db
        .write_now(move |tx| {
            tx.silent("a test arranges");
            tx.exec("UPDATE account SET lang = 'en' WHERE person_id = :person", db::args! { person: raw })
        })
        .unwrap();
}

#[test]
fn a_code_is_sent_in_the_language_of_the_account_and_to_strangers_in_none() {
    both(|fresh| {
        let house = House::new(fresh);
        let mira = house.person("Mira", "Kowalski", MIRA);
        house.browser().ask(MIRA);
        assert_eq!(newest(&house, MIRA), (Lang::De, "Ihr Link zum Einloggen".to_owned()));
        english(&house, mira);
        house.browser().ask(MIRA);
        let (lang, subject) = newest(&house, MIRA);
        assert!(lang == Lang::En && !subject.contains("Ihr"), "{subject}");
        assert!(house.link(MIRA).starts_with("/en/"), "the link leads to English pages");
    });
}

#[test]
fn a_shared_mailbox_whose_persons_differ_is_written_to_in_the_language_of_the_page() {
    both(|fresh| {
        let house = House::new(fresh);
        let (jo, _) = (house.person("Jo", "Muster", MIRA), house.person("Mira", "Kowalski", MIRA));
        english(&house, jo);
        house.browser().ask(MIRA);
        assert_eq!(newest(&house, MIRA).0, Lang::De);
        let browser = house.browser();
        let page = browser.get("/en/anmelden");
        let fields = [("email", MIRA), ("fenster", &*page.field("fenster")), ("weiter", "/")];
        browser.post("/en/anmelden", &fields).is(303);
        assert_eq!(newest(&house, MIRA).0, Lang::En);
    });
}

#[test]
fn an_invitation_is_written_in_the_language_of_who_is_invited_not_of_who_invites() {
    both(|fresh| {
        let house = House::new(fresh);
        let ada = house.operator("Ada", "Beispiel", "ada@example.org");
        let mira = house.person("Mira", "Kowalski", MIRA);
        let jo = house.stranger("Jo", "Muster");
        let invite = |person: Id<Person>, mail: &str| {
            let by = Actor { person: Some(ada.raw()), ..operator() };
            let invite = Invite { person, mail: mail.to_owned(), about: None, about_words: None };
            fresh.db.write_now(move |tx| accounts::invite(tx, &by, &Right::house(), BASE, &invite)).unwrap();
        };
        english(&house, mira);
        invite(mira, MIRA);
        assert_eq!(newest(&house, MIRA).0, Lang::En);
        // Nothing is known of the language of a newcomer, least of all by that of whoever invites.
        english(&house, ada);
        invite(jo, "jo@example.org");
        assert_eq!(newest(&house, "jo@example.org"), (Lang::De, "Ihre Einladung".to_owned()));
    });
}

#[test]
fn a_test_letter_and_a_fresh_proof_follow_the_account_too() {
    both(|fresh| {
        let house = House::new(fresh);
        let ada = house.operator("Ada", "Beispiel", "ada@example.org");
        let browser = house.signed_in(ada);
        english(&house, ada);
        browser
            .post("/einstellungen/mailtest", &[("antwort", "nochmal"), ("email", "ada@example.org")])
            .leads("/einstellungen/mailtest");
        assert_eq!(newest(&house, "ada@example.org").0, Lang::En);
        house.clock.advance(1000);
        let page = browser.get("/bestaetigen");
        browser.post("/bestaetigen", &[("fenster", &page.field("fenster"))]);
        assert_eq!(newest(&house, "ada@example.org").0, Lang::En);
    });
}
