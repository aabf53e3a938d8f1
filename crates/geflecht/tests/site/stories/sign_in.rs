//! Signing in by mail, in the whole house.

use crate::world::both;

/// The code in the newest mail to an address.
fn code(world: &crate::world::World, address: &str) -> String {
    let mails = world.mails();
    let (_, _, text) =
        mails.iter().rev().find(|(to, _, _)| to == address).unwrap_or_else(|| panic!("no mail to {address}"));
    let line = text.lines().find_map(|l| l.trim().strip_prefix("Code:")).unwrap_or_else(|| panic!("no code in {text}"));
    line.chars().filter(char::is_ascii_digit).collect()
}

#[test]
fn x10_4_signing_in_by_mail_code_leads_to_start() {
    both(|world| {
        let address = super::word(
            world,
            "SELECT a.mail FROM account a JOIN person p ON p.id = a.person_id WHERE p.family = 'Kowalski' AND p.given = 'Mira'",
            db::args! {},
        );
        let mut client = world.visitor();
        let form = client.get("/anmelden");
        form.is(200);
        let asked = client.post("/anmelden", &[("email", &address)]);
        assert_eq!(asked.status, 303, "{}", asked.text());
        let page = client.get(&asked.location);
        page.is(200).shows("Code");
        let wrong = client.post(&asked.location, &[("code", "000000")]);
        // A wrong code counts, so it is written down, and the page asks again.
        assert_eq!(wrong.status, 303);
        client.follow(&wrong.location).shows("Code");
        client.get("/konto").is(303);
        let right = client.post(&asked.location, &[("code", &code(world, &address))]);
        assert_eq!(right.status, 303, "{}", right.text());
        client.follow("/").is(200).shows("Mira Kowalski");
    });
}

#[test]
fn an_address_nobody_has_is_answered_the_same_and_gets_no_mail() {
    both(|world| {
        let letters = || world.mails().iter().filter(|(to, _, _)| !to.is_empty()).count();
        let before = letters();
        let mut client = world.visitor();
        let asked = client.post("/anmelden", &[("email", "niemand@example.org")]);
        assert_eq!(asked.status, 303);
        client.get(&asked.location).is(200).shows("Code");
        assert_eq!(letters(), before);
    });
}
