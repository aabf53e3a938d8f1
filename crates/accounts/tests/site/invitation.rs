//! Invitations.

use accounts::{Invite, Right};
use db::args;
use kernel::{Actor, Error, Id, Level, Reason, Scope, Subject};
use people::Person;
use rights::Kind;
use testkit::both;

use crate::support::{BASE, House, operator};

const JO: &str = "jo@example.org";

fn invite(house: &House<'_>, by: &Actor, person: Id<Person>, mail: &str) -> Id<accounts::Invitation> {
    let (by, invite) = (by.clone(), Invite { person, mail: mail.to_owned(), about: None, about_words: None });
    house.fresh.db.write_now(move |tx| accounts::invite(tx, &by, &Right::house(), BASE, &invite)).unwrap().id
}

fn accept(browser: &crate::support::Browser<'_>, link: &str) -> crate::support::Reply {
    let page = browser.get(link);
    browser.post(link, &[("fenster", &page.field("fenster")), ("einverstanden", "ja")])
}

#[test]
fn an_invitation_is_read_accepted_and_proved_by_a_code() {
    both(|fresh| {
        let house = House::new(fresh);
        let ada = house.operator("Ada", "Beispiel", "ada@example.org");
        let jo = house.stranger("Jo", "Muster");
        invite(&house, &Actor { person: Some(ada.raw()), ..operator() }, jo, "Jo@Example.org");
        let (subject, text) = house.letters(JO).pop().unwrap();
        assert_eq!(subject, "Ihre Einladung");
        assert!(text.contains("Ada Beispiel lädt Sie ein") && !text.contains("Code: "), "{text}");
        let link = house.link(JO);
        let browser = house.browser();
        let page = browser.get(&link);
        page.is(200)
            .says("Ada Beispiel lädt Sie ein zu Geflecht.")
            .says("Jo Muster")
            .says(JO)
            .says("Wer sieht was?")
            .says("7. Dezember 2026")
            .says("Einladung annehmen");
        // Looking changes nothing, pressing without consent neither.
        browser.head(&link).is(200);
        browser
            .post(&link, &[])
            .is(422)
            .says("Bitte bestätigen Sie Ihr Einverständnis.")
            .says("aria-labelledby=\"es\"");
        assert_eq!((house.count("account"), house.count("session"), house.letters(JO).len()), (1, 0, 1));
        accept(&browser, &link).leads("/anmelden/code");
        assert_eq!((house.count("account"), house.count("session")), (1, 0), "the mailbox is not proved yet");
        // Whoever else has the link gets no further without the code.
        let scanner = house.browser();
        accept(&scanner, &link).leads("/anmelden/code");
        scanner.enter("000000").leads("/anmelden/code");
        assert_eq!(house.count("session"), 0);
        // Sent twice, the first answer lost: one letter more, and its code works.
        let page = browser.get(&link);
        let fields = [("fenster", &*page.field("fenster")), ("einverstanden", "ja")];
        let letters = house.letters(JO).len();
        browser.copy().post(&link, &fields).leads("/anmelden/code");
        browser.post(&link, &fields).leads("/anmelden/code");
        assert_eq!(house.letters(JO).len(), letters + 1);
        let (code, _) = house.code(JO);
        browser.enter(&code).leads("/");
        browser.get("/konto").is(200).says("Willkommen! Sie sind jetzt dabei.").says("Jo Muster").says(JO);
        assert_eq!(house.count("account"), 2);
        assert_eq!(
            house.texts("SELECT verb FROM event WHERE kind = 'invitation' ORDER BY seq"),
            ["invitation.sent", "invitation.accepted"]
        );
        // A second time changes nothing.
        house.browser().get(&link).is(200).says("Sie haben diese Einladung schon angenommen.");
        house.browser().post(&link, &[("einverstanden", "ja")]).leads("/anmelden");
        browser.post(&link, &[("einverstanden", "ja")]).leads("/");
        assert_eq!((house.count("account"), house.count("session")), (2, 1));
        // From now on she signs in like everybody.
        house.browser().sign_in(JO).leads("/");
    });
}

#[test]
fn an_invitation_that_ran_out_is_renewed_at_the_same_address_only() {
    both(|fresh| {
        let house = House::new(fresh);
        let jo = house.stranger("Jo", "Muster");
        invite(&house, &operator(), jo, JO);
        let link = house.link(JO);
        let browser = house.browser();
        browser.post(&format!("{link}/neu"), &[]).is(200);
        assert_eq!(house.letters(JO).len(), 1, "nothing to renew yet");
        house.clock.advance(14 * 86_400);
        browser
            .get(&link)
            .is(410)
            .says("Der Link gilt nicht mehr.")
            .says("Neuen Link anfordern")
            .says(&format!("action=\"{link}/neu\""));
        browser.post(&link, &[("einverstanden", "ja")]).is(410);
        browser.post(&format!("{link}/neu"), &[]).is(200).says("kommt gleich ein neuer Link");
        browser.post(&format!("{link}/neu"), &[]).is(200);
        assert_eq!(house.letters(JO).len(), 2, "one new letter, however often one asks");
        browser.get(&link).is(410).says("zurückgezogen oder ersetzt");
        let fresh_link = house.link(JO);
        assert_ne!(fresh_link, link);
        accept(&browser, &fresh_link).leads("/anmelden/code");
        let (code, _) = house.code(JO);
        browser.enter(&code).leads("/");
        browser.post(&format!("{fresh_link}/neu"), &[]).is(200);
        browser.post("/t/0/neu", &[]).is(200).says("kommt gleich ein neuer Link");
    });
}

#[test]
fn an_invitation_taken_back_opens_nothing_not_even_with_a_code_on_its_way() {
    both(|fresh| {
        let house = House::new(fresh);
        let jo = house.stranger("Jo", "Muster");
        let id = invite(&house, &operator(), jo, JO);
        let link = house.link(JO);
        let browser = house.browser();
        accept(&browser, &link).leads("/anmelden/code");
        let (code, _) = house.code(JO);
        let withdraw = |by: Actor| fresh.db.write_now(move |tx| accounts::withdraw(tx, &by, &Right::house(), id));
        assert!(matches!(withdraw(Actor::public()), Err(Error::Denied(_))));
        withdraw(operator()).unwrap();
        browser.enter(&code).is(410).says("zurückgezogen oder ersetzt");
        browser.get(&link).is(410).says("zurückgezogen oder ersetzt");
        browser.post(&link, &[("einverstanden", "ja")]).is(410);
        browser.post(&format!("{link}/neu"), &[]).is(200);
        assert_eq!((house.count("account"), house.count("session"), house.letters(JO).len()), (0, 0, 2));
        // A second invitation replaces the first.
        invite(&house, &operator(), jo, JO);
        let older = house.link(JO);
        invite(&house, &operator(), jo, JO);
        browser.get(&older).is(410);
        browser.get(&house.link(JO)).is(200);
    });
}

#[test]
fn nobody_takes_an_account_over_by_inviting_its_person() {
    both(|fresh| {
        let house = House::new(fresh);
        let mira = house.person("Mira", "Kowalski", "mira@example.org");
        invite(&house, &operator(), mira, "thief@example.org");
        assert!(house.letters("thief@example.org").is_empty());
        let link = house.link("mira@example.org");
        // Signed in as herself she accepts by a click.
        let browser = house.signed_in(mira);
        browser.get(&link).says("Ein Klick genügt.");
        accept(&browser, &link).leads("/");
        // Invited before she had an account, at an address that is not hers.
        let jo = house.stranger("Jo", "Muster");
        invite(&house, &operator(), jo, "thief@example.org");
        let link = house.link("thief@example.org");
        let mail = "jo@example.org".to_owned();
        fresh
            .db
            .write_now(move |tx| {
                accounts::open_account(
                    tx,
                    &operator(),
                    &accounts::NewAccount { person: jo, mail: &mail, lang: kernel::Lang::De },
                )
            })
            .unwrap();
        let thief = house.browser();
        accept(&thief, &link);
        let (code, _) = house.code("thief@example.org");
        thief.enter(&code).is(410).says("mit einer anderen Adresse");
        assert!(!thief.is_signed_in());
    });
}

#[test]
fn the_right_to_invite_is_asked_of_the_thing() {
    both(|fresh| {
        let house = House::new(fresh);
        let jo = house.stranger("Jo", "Muster");
        let sitting = |office| kernel::Sitting {
            seat: 3,
            body: 7,
            network: 7,
            voice: kernel::Voice::Voting,
            office,
            substitute: false,
        };
        let admin = Actor {
            person: Some(jo.raw()),
            sits: vec![sitting(Some(kernel::Office::NetworkAdmin))],
            ..Actor::default()
        };
        let member = Actor { person: Some(jo.raw()), sits: vec![sitting(None)], ..Actor::default() };
        let network = |n| Right { kind: Kind::Body, scope: Scope::body(Level::Network, n, n) };
        let words = Reason::new("das Netz", "the network");
        let about =
            Invite { person: jo, mail: JO.into(), about: Some(Subject::new("network", 7)), about_words: Some(words) };
        let try_it = |by: &Actor, right: Right| {
            let (by, about) = (by.clone(), about.clone());
            fresh.db.write_now(move |tx| accounts::invite(tx, &by, &right, BASE, &about))
        };
        assert!(matches!(try_it(&Actor::public(), Right::house()), Err(Error::Denied(_))));
        assert!(matches!(try_it(&member, Right::house()), Err(Error::Denied(_))));
        assert!(matches!(try_it(&member, network(7)), Err(Error::Denied(_))));
        assert!(
            matches!(try_it(&operator(), network(7)), Err(Error::NotFound)),
            "the operator is no reader of a network"
        );
        assert!(matches!(try_it(&admin, network(8)), Err(Error::NotFound)));
        assert!(matches!(try_it(&admin, Right::house()), Err(Error::Denied(_))));
        assert_eq!((house.count("invitation"), house.count("mail_out")), (0, 0));
        let sent = try_it(&admin, network(7)).unwrap();
        assert!(house.letters(JO)[0].1.contains("Es geht um: das Netz"));
        assert!(!house.letters(JO)[0].0.contains("Netz"), "no name in a subject");
        let found = fresh.db.read_now(|c| accounts::invitations_about(c, "network", &[7, 9])).unwrap();
        assert_eq!(found.iter().map(|i| i.id).collect::<Vec<_>>(), [sent.id]);
        let touched = house.texts("SELECT kind FROM event_touch ORDER BY kind");
        assert!(touched.contains(&"network".to_owned()) && touched.contains(&"person".to_owned()), "{touched:?}");
        // Bad addresses and persons that do not exist.
        for (person, mail) in [(jo, ""), (jo, "jo"), (jo, "jo@example.org\r\nBcc: x@example.org")] {
            let bad = Invite { person, mail: mail.into(), about: None, about_words: None };
            assert!(matches!(
                fresh.db.write_now(move |tx| accounts::invite(tx, &operator(), &Right::house(), BASE, &bad)),
                Err(Error::Form(_))
            ));
        }
        let bad = Invite { person: Id::new(1), mail: JO.into(), about: None, about_words: None };
        assert!(matches!(
            fresh.db.write_now(move |tx| accounts::invite(tx, &operator(), &Right::house(), BASE, &bad)),
            Err(Error::NotFound)
        ));
    });
}

#[test]
fn who_runs_the_house_invites_from_its_pages_and_from_the_command_line() {
    both(|fresh| {
        let house = House::new(fresh);
        let ada = house.operator("Ada", "Beispiel", "ada@example.org");
        let browser = house.signed_in(ada);
        let page = browser.get("/einstellungen/einladungen");
        page.is(200).says("Noch keine Einladung verschickt.");
        let number = page.field("einmal");
        let fields = [("given", "Jo"), ("family", "Muster"), ("mail", JO), ("einmal", &*number)];
        browser.post("/einstellungen/einladungen", &fields).leads("/einstellungen/einladungen");
        browser.post("/einstellungen/einladungen", &fields).leads("/einstellungen/einladungen");
        assert_eq!(house.letters(JO).len(), 1);
        let page = browser.get("/einstellungen/einladungen");
        page.says("Jo Muster").says("offen bis 7. Dezember 2026");
        browser
            .post("/einstellungen/einladungen", &[("given", ""), ("family", "<b>x</b>"), ("mail", "x")])
            .is(422)
            .says("&#60;b&#62;x");
        let withdraw = page
            .body
            .split("action=\"")
            .filter_map(|p| p.split('"').next())
            .find(|p| p.ends_with("/zurueckziehen"))
            .unwrap()
            .to_owned();
        browser.post(&withdraw, &[]).leads("/einstellungen/einladungen");
        browser.post(&withdraw, &[]).leads("/einstellungen/einladungen");
        browser.get("/einstellungen/einladungen").says("zurückgezogen");
        browser.get(&house.link(JO)).is(410);
        // The command line invites the same person anew instead of entering her twice.
        let again = || {
            fresh.db.write_now(|tx| accounts::invite_by_operator(tx, BASE, &people::NewPerson::new("Jo", "Muster"), JO))
        };
        let sent = again().unwrap();
        assert_eq!(sent.link, format!("{BASE}{}", house.link(JO)));
        assert_eq!(house.count("person"), 2);
        let jo = house.browser();
        jo.get(&house.link(JO)).says("Sie sind eingeladen zu Geflecht.");
        accept(&jo, &house.link(JO)).leads("/anmelden/code");
        let (code, _) = house.code(JO);
        jo.enter(&code).leads("/");
        assert!(matches!(again(), Err(Error::Rule(_))));
        // Invitations to networks are not the operator's.
        house.exec("UPDATE invitation SET about_kind = 'network', about_id = 7, accepted_at = NULL");
        browser.post(&withdraw, &[]).is(404);
        browser.get("/einstellungen/einladungen").says_not("Jo Muster");
        let gone = fresh
            .db
            .read_now(|c| c.count("SELECT COUNT(*) FROM invitation WHERE about_id = :n", args! { n: 7_i64 }))
            .unwrap();
        assert_eq!(gone, 2);
    });
}
