//! A hearing that came in, election questions with answers and a party that gave none, and the motion book of the next conference.

use db::Tx;
use kernel::{Day, Id, Office, Result};
use networks::Body;
use people::Person;
use positions::{
    AddresseeKind, NewAddressee, NewPosition, SignerSort, SigningRules,
    book::{self, NewBook},
    hearing::{self, NewHearing},
    questions::{self, NewQuestions},
};

use crate::{
    facts::{at, missing},
    guarded::own,
    world::World,
};

/// Those who speak for the state group.
const SPEAKERS: &str = "sprecherinnen";

/// Before the last state election: the questions and what the parties answered.
pub fn asked(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    let by = w.keeper("lag-nrw")?;
    let new = NewQuestions {
        title: "Wahlprüfsteine zur Landtagswahl 2027".to_owned(),
        election: Day::literal("2027-05-09"),
        due: Day::literal("2027-02-28"),
        questions: vec![
            "Wie sichern Sie die Stellen der kommunalen Gleichstellungsbeauftragten?".to_owned(),
            "Wie viele Plätze in Frauenhäusern fördern Sie bis 2030?".to_owned(),
        ],
    };
    let it = at("questions", questions::begin_questions(tx, &by, w.body("lag-nrw")?, &new))?;
    let how = "Mitgliederversammlung, ohne Gegenstimme";
    at(how, questions::agree(tx, &by, it, Some(tx.today()), how))?;
    let mut first = None;
    for (name, mail) in [
        ("Bürgerpartei", "fragen@buergerpartei.example.org"),
        ("Liste Zukunft", "buero@liste-zukunft.example.org"),
        ("Freie Mitte", "post@freie-mitte.example.org"),
    ] {
        let new = NewAddressee {
            name: name.to_owned(),
            name_en: None,
            kind: AddresseeKind::Party,
            mail: Some(mail.to_owned()),
            address: String::new(),
            from: Day::literal("2015-01-01"),
        };
        let party = at(name, positions::add_addressee(tx, &by, &new))?;
        first = Some(at(name, questions::add_party(tx, &by, it, party))?).filter(|_| first.is_none()).or(first);
    }
    at("send", questions::send_questions(tx, &by, it))?;
    if let Some(party) = first {
        let words = [
            (1, "Wir schreiben die Stellen in der Gemeindeordnung fest.".to_owned()),
            (2, "Wir fördern 400 weitere Plätze.".to_owned()),
        ];
        at("answers", questions::file_answers(tx, &by, party, (tx.today(), &words)))?;
    }
    at("publish", questions::publish_questions(tx, &by, it, kernel::Level::Public))
}

/// Two persons who speak for the state group.
fn speakers(w: &World, tx: &Tx<'_>) -> Result<Vec<Id<Person>>> {
    let body: Id<Body> = w.body(SPEAKERS)?;
    let mut found = Vec::new();
    for person in w.sitting_in(SPEAKERS) {
        if found.len() < 2 && own(tx, person)?.holds_office(body.raw(), &[Office::Speaker]) {
            found.push(person);
        }
    }
    Ok(found)
}

fn bill(
    w: &World,
    tx: &Tx<'_>,
    (network, body): (&str, &str),
    (title, days): (&str, i32),
    drafter: Option<Id<Person>>,
) -> Result<Id<hearing::Hearing>> {
    let by = w.keeper(network)?;
    let office = w.offices.get(1).copied().ok_or_else(|| missing("addressee", title))?;
    let new = NewHearing {
        addressee: office,
        title: title.to_owned(),
        about: "Das Ministerium bittet die Verbände um Stellungnahme.".to_owned(),
        file_mark: "301-2.04".to_owned(),
        topic: None,
        received: tx.today(),
        due: tx.today().plus_days(days),
        drafter,
        points: vec!["§ 3 Bestellung".to_owned(), "§ 5 Freistellung".to_owned(), "§ 9 Berichtspflicht".to_owned()],
    };
    at(title, hearing::receive(tx, &by, w.body(body)?, &new))
}

/// In autumn one hearing was answered, with what two other networks said, released by two who speak for the state group.
pub fn answered(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    let by = w.keeper("lag-nrw")?;
    let speakers = speakers(w, tx)?;
    let drafter = speakers.first().copied().ok_or_else(|| missing("speaker", SPEAKERS))?;
    let of = ("lag-nrw", SPEAKERS);
    let it = bill(w, tx, of, ("Änderung des Landesgleichstellungsgesetzes", 14), Some(drafter))?;
    for (network, point, words, named) in [
        ("frauennetzwerk", 2, "Die Freistellung gehört nach Einwohnerzahl gestaffelt.", true),
        ("ak-staedteregion", 1, "Die Bestellung muss öffentlich bekannt gemacht werden.", false),
    ] {
        let until = tx.today().plus_days(7);
        at("ask", hearing::ask(tx, &by, it, (until, false, Some(w.body(network)?)), &w.base))?;
        let said = [(point, words.to_owned())];
        at(words, hearing::contribute_for(tx, &w.keeper(network)?, it, w.body(network)?, (&said, named)))?;
    }
    at("draft", hearing::draft_reply(tx, &own(tx, drafter)?, it))?;
    for person in speakers {
        at("release", hearing::release(tx, &own(tx, person)?, it, None))?;
    }
    let reply = hearing::Reply {
        level: kernel::Level::Public,
        way: positions::Way::Letter,
        day: tx.today(),
        letter: "Sehr geehrte Damen und Herren,\n\nanbei unsere Stellungnahme.\n\nMit freundlichen Grüßen".to_owned(),
    };
    at("send", hearing::send_reply(tx, &by, it, &reply, &w.base)).map(drop)
}

/// These weeks another one runs, and the members of the regional group are asked.
pub fn running(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    let by = w.keeper("rag-aachen")?;
    let of = ("rag-aachen", "rag-aachen");
    let it = bill(w, tx, of, ("Entwurf der Förderrichtlinie Strukturwandel", 21), None)?;
    let until = tx.today().plus_days(12);
    at("ask", hearing::ask(tx, &by, it, (until, true, Some(w.body("ak-staedteregion")?)), &w.base))?;
    if let Ok(person) = w.holder("05334012", tx.today()) {
        let words = [(1, "Gleichstellung gehört in die Auswahlkriterien.".to_owned())];
        at("office", hearing::contribute(tx, &own(tx, person)?, it, &words, false))?;
    }
    // The motions of the next federal conference, as a book.
    let by = w.keeper("bag")?;
    let bag = w.body("bag")?;
    let mut motions = Vec::new();
    for (title, topic, text) in [
        ("Elternzeit für Ratsmitglieder", "care", "Ratsmitglieder nehmen Elternzeit.\n\nWer vertritt, hat Stimmrecht."),
        ("Daten zu Gewalt", "gewaltschutz", "Der Bund führt eine Statistik.\n\nSie nennt Alter und Wohnort."),
    ] {
        let new = NewPosition {
            kind: positions::Kind::Motion,
            title: title.to_owned(),
            topic: w.topics.iter().find(|(slug, _)| *slug == topic).map(|(_, id)| *id),
            text: text.to_owned(),
        };
        motions.push(at(title, positions::begin(tx, &by, bag, &new))?);
    }
    let new = NewBook { title: "Anträge an die 29. Bundeskonferenz".to_owned(), day: tx.today().plus_days(80) };
    let made = at("book", book::begin_book(tx, &by, bag, &new))?;
    at("fill", book::fill_book(tx, &by, made, &motions))?;
    at("publish", book::publish_book(tx, &by, made))?;
    // What one demand brought about, and who signs beside networks.
    let Some(it) = w.demand else { return Ok(()) };
    let by = w.keeper("frauennetzwerk")?;
    let rules = SigningRules { persons: true, posts: true, clearance: true };
    at("rules", positions::allow_signers(tx, &by, it, rules))?;
    at(
        "association",
        positions::invite_association(
            tx,
            &by,
            it,
            ("Bündnis sichere Wege", "kontakt@sichere-wege.example.org"),
            &w.base,
        ),
    )?;
    let member = w.sitting_in("frauennetzwerk").into_iter().next();
    if let Some(person) = member {
        let by = own(tx, person)?;
        if by.is_member() {
            at("sign", positions::sign_self(tx, &by, it, SignerSort::Person, true))?;
        }
    }
    Ok(())
}

/// What members tell of a demand that was met.
pub fn effects(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    let Some(letter) = w.letters.get(1).copied() else { return Ok(()) };
    let by = w.keeper("rag-aachen")?;
    let it = positions::position_of_letter(tx, &by, letter)?;
    for (post, place, text) in [
        ("05334002", "Stadt Aachen", "Der Rat hat die Bedingung in seine Vergabe übernommen."),
        ("05334012", "Stadt Eschweiler", "Zwei Betriebe haben Pläne vorgelegt."),
    ] {
        if let Ok(person) = w.holder(post, tx.today()) {
            at(place, positions::report_effect(tx, &own(tx, person)?, it, (place, tx.today(), text)))?;
        }
    }
    let first = positions::list_effects(tx, it)?.into_iter().next_back();
    match first {
        Some(effect) => at("show", positions::show_effect(tx, &by, it, effect.id, true)),
        None => Ok(()),
    }
}
