//! One mailbox that several persons read: who is it, and what only she has.

use testkit::both;

use crate::{
    authenticator::Device,
    factors::{app_code, with_app},
    support::{House, wrong},
};

const BOX: &str = "buero@example.org";

#[test]
fn behind_a_shared_mailbox_whoever_has_a_factor_of_her_own_needs_it() {
    both(|fresh| {
        let house = House::new(fresh);
        let (mira, jo) = (house.person("Mira", "Kowalski", BOX), house.person("Jo", "Muster", BOX));
        let stranger = house.person("Fritzi", "Fremd", "fritzi@example.org");
        let own = house.signed_in(mira);
        let (secret, list) = with_app(&own, &house);
        house.clock.advance(60);
        let browser = house.browser();
        browser.sign_in(BOX).leads("/anmelden/person");
        let choose =
            |person: &kernel::Id<people::Person>| browser.post("/anmelden/person", &[("person", &person.to_string())]);
        let asked = format!("/anmelden/nachweis?person={mira}");
        choose(&mira).leads(&asked);
        assert!(!browser.is_signed_in());
        browser
            .get(&asked)
            .is(200)
            .says("Dieses Postfach lesen mehrere Personen.")
            .says("Code aus der App")
            .says_not("Mira");
        // Nobody else's page, and nothing for who did not prove the mailbox.
        browser.get(&format!("/anmelden/nachweis?person={jo}")).leads("/anmelden/person");
        browser.get(&format!("/anmelden/nachweis?person={stranger}")).leads("/anmelden/person");
        house.browser().get(&asked).is(410).says_not("App");
        let enter = |fields: &[(&str, &str)]| {
            let person = mira.to_string();
            let mut all = vec![("person", person.as_str())];
            all.extend(fields);
            browser.post("/anmelden/nachweis", &all)
        };
        let right = app_code(&secret, &house);
        enter(&[("code", &wrong(&right))]).leads(&format!("{asked}&falsch=ja"));
        browser.get(&format!("{asked}&falsch=ja")).is(200).says("noch 4 Versuche");
        enter(&[("code", "1")]).is(422).says("Der Code hat sechs Ziffern.");
        browser.post("/anmelden/nachweis", &[("person", &jo.to_string()), ("code", &right)]).is(410);
        enter(&[("code", &right)]).leads("/");
        browser.get("/konto").is(200).says("Mira Kowalski");
        enter(&[("code", &right)]).is(410);
        // By the list as well.
        let again = house.browser();
        again.sign_in(BOX).leads("/anmelden/person");
        again.post("/anmelden/person", &[("person", &mira.to_string())]).leads(&asked);
        let fields = [("person", &*mira.to_string()), ("notfall", &*list[0]), ("mit", "notfall")];
        again.post("/anmelden/nachweis", &fields).leads("/");
        // Her colleague has nothing of his own: the code was enough, and that is known.
        let his = house.browser();
        his.sign_in(BOX).leads("/anmelden/person");
        his.post("/anmelden/person", &[("person", &jo.to_string())]).leads("/");
        let shared = |b: &crate::support::Browser<'_>| house.signed(b).shared_address;
        assert!(shared(&his), "nothing but a shared address says that it is he");
        assert!(!shared(&browser) && !shared(&again), "she proved it with something of her own");
        assert!(house.actor(&his).shared_address && !house.actor(&browser).shared_address);
        let alone = house.browser();
        alone.sign_in("fritzi@example.org").leads("/");
        assert!(!shared(&alone));
    });
}

#[test]
fn a_remembered_device_opens_a_shared_account_without_the_mailbox() {
    both(|fresh| {
        let house = House::new(fresh);
        let (mira, jo) = (house.person("Mira", "Kowalski", BOX), house.person("Jo", "Muster", BOX));
        let (own, mut device) = (house.signed_in(mira), Device::new());
        own.remember(&mut device).leads("/konto/geraete");
        let browser = house.browser();
        browser.sign_in(BOX).leads("/anmelden/person");
        browser.post("/anmelden/person", &[("person", &mira.to_string())]).is(303);
        let page = browser.get(&format!("/anmelden/nachweis?person={mira}"));
        page.is(200).says("data-passkey=\"get\"").says_not("Code aus der App");
        browser.sign_in_with(&device).leads("/konto");
        browser.get("/konto").says("Mira Kowalski");
        // In a session of his, a colleague's device signs her in, not him.
        let his = house.signed_in(jo);
        his.sign_in_with(&device).leads("/konto");
        his.get("/konto").says("Mira Kowalski");
        assert_eq!(house.texts("SELECT CAST(person_id AS TEXT) FROM session GROUP BY person_id"), [mira.to_string()]);
    });
}

#[test]
fn within_a_session_the_shared_mailbox_proves_nothing_for_who_has_a_factor() {
    both(|fresh| {
        let house = House::new(fresh);
        let (mira, jo) = (house.person("Mira", "Kowalski", BOX), house.person("Jo", "Muster", BOX));
        let browser = house.signed_in(mira);
        // She had asked for a code by mail before she set the app up.
        house.clock.advance(900);
        let page = browser.get("/bestaetigen?weiter=/konto");
        browser.post("/bestaetigen", &[("fenster", &page.field("fenster"))]).leads("/anmelden/code");
        let (code, _) = house.code(BOX);
        let other = house.signed_in(mira);
        let (secret, _) = with_app(&other, &house);
        browser.enter(&code).is(410);
        browser.get("/bestaetigen?weiter=/konto").is(200).says("Code aus der App").says_not("Code senden");
        let sent = house.letters(BOX).len();
        browser.post("/bestaetigen", &[("weiter", "/konto")]).leads("/bestaetigen?weiter=%2Fkonto");
        assert_eq!(house.letters(BOX).len(), sent, "no code goes out");
        house.clock.advance(30);
        browser
            .post("/bestaetigen/code", &[("code", &app_code(&secret, &house)), ("weiter", "/konto")])
            .leads("/konto");
        browser.get("/bestaetigen?weiter=/konto").leads("/konto");
        // Once the colleague is gone, the mailbox is hers alone.
        house.exec("UPDATE account SET locked = TRUE WHERE person_id <> (SELECT MIN(person_id) FROM account)");
        assert!(jo.raw() > mira.raw());
        house.clock.advance(900);
        browser.get("/bestaetigen?weiter=/konto").is(200).says("Code senden");
    });
}

#[test]
fn an_invitation_to_a_shared_mailbox_is_no_way_around_a_factor() {
    both(|fresh| {
        let house = House::new(fresh);
        let mira = house.person("Mira", "Kowalski", BOX);
        house.person("Jo", "Muster", BOX);
        let own = house.signed_in(mira);
        with_app(&own, &house);
        let invite = accounts::Invite { person: mira, mail: BOX.into(), about: None, about_words: None };
        let by = crate::support::operator();
        let invited = house
            .fresh
            .db
            .write_now(move |tx| accounts::invite(tx, &by, &accounts::Right::house(), crate::support::BASE, &invite))
            .unwrap();
        let path = invited.link.strip_prefix(crate::support::BASE).unwrap();
        let colleague = house.browser();
        let page = colleague.get(path);
        colleague.post(path, &[("einverstanden", "ja"), ("fenster", &page.field("fenster"))]).leads("/anmelden/code");
        let (code, _) = house.code(BOX);
        colleague.enter(&code).leads(&format!("/anmelden/nachweis?person={mira}"));
        assert!(!colleague.is_signed_in());
    });
}
