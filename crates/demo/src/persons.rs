//! What persons let others see, who has an account, and who can be tried out.

use std::{collections::HashSet, sync::LazyLock};

use accounts::NewAccount;
use db::{Conn, Tx};
use kernel::{Actor, Day, Id, Lang, Result};
use networks::{Audience, Body, Field, Topic};
use people::{OwnData, Person};

use crate::{
    facts::{self, at, field, missing, rows},
    guarded::own,
    world::World,
};

static PERSONAS: LazyLock<Vec<(&'static str, &'static str)>> =
    LazyLock::new(|| rows(facts::PERSONAS).map(|r| (field(&r, 0), field(&r, 1))).collect());

/// Who can be tried out: slug and, in German, who that is. The first is the officer with many hats.
#[must_use]
pub fn personas() -> &'static [(&'static str, &'static str)] {
    &PERSONAS
}

/// The name of the setting that remembers a persona.
fn setting(slug: &str) -> String {
    format!("demo.{slug}")
}

/// The person behind a persona.
///
/// # Errors
/// When the database cannot be read.
pub fn persona(conn: &Conn, slug: &str) -> Result<Option<Id<Person>>> {
    let number = db::setting(conn, &setting(slug))?;
    Ok(number.and_then(|n| n.parse().ok()).map(Id::new))
}

/// Gives every persona an account, and the operator her task.
pub fn accounts(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    let by = World::operator();
    for (slug, _) in personas() {
        let person = w.person_at(tx, slug, "demo.example.org")?;
        let mail = w.mails.get(&person).cloned().ok_or_else(|| missing("address", slug))?;
        at(slug, accounts::open_account(tx, &by, &NewAccount { person, mail: &mail, lang: Lang::De }))?;
        tx.set(&setting(slug), &person.to_string())?;
    }
    let runs = w.person(tx, "betrieb")?;
    accounts::make_operator(tx, &by, runs, Day::literal("2026-01-01"))
}

/// What persons let others see: leaders are public, officers are known to all networks or to their own only.
pub fn consents(w: &World, tx: &Tx<'_>) -> Result<()> {
    let (lag, rag) = (w.body("lag-nrw")?, w.body("rag-aachen")?);
    let today = tx.today();
    // The newcomer has given none yet.
    let new = w.cast.get("neu").copied();
    for (n, (key, posted)) in w.posts.iter().enumerate() {
        let Some(person) = posted.holder(today).filter(|p| Some(*p) != new) else { continue };
        let her = own(tx, person)?;
        let home = if crate::ground::in_region(key) { rag } else { lag };
        let member = her.is_member_of(home.raw());
        match n % 6 {
            0 => give(tx, &her, Field::Name, Audience::AllNetworks, None)?,
            1 | 3 if member => give(tx, &her, Field::OfficeMail, Audience::Network, Some(home))?,
            2 if member => topics(w, tx, &her, n, home)?,
            4 => give(tx, &her, Field::OfficePhone, Audience::AllNetworks, None)?,
            _ => {}
        }
    }
    // Those who speak for their networks let everybody see their names, and some how to reach them.
    let mut open: HashSet<Id<Person>> = HashSet::new();
    for key in ["mira", "gma-vorsitz", "rag"] {
        let person = w.cast.get(key).copied().ok_or_else(|| missing("person", key))?;
        let her = own(tx, person)?;
        give(tx, &her, Field::Name, Audience::Public, None)?;
        give(tx, &her, Field::OfficeMail, Audience::Public, None)?;
        open.insert(person);
    }
    for body in ["sprecherinnen", "vorstand", "bundessprecherinnen", "gma"] {
        for (n, person) in w.sitting_in(body).into_iter().enumerate() {
            // In the committee two of the eight stay with their networks.
            if (body != "gma" || n % 4 != 3) && open.insert(person) {
                give(tx, &own(tx, person)?, Field::Name, Audience::Public, None)?;
            }
        }
    }
    pronouns(w, tx)
}

fn give(tx: &Tx<'_>, her: &Actor, field: Field, audience: Audience, body: Option<Id<Body>>) -> Result<()> {
    at(field.word(), networks::give_consent(tx, her, field, audience, body)).map(|_| ())
}

/// She can be asked about two topics, and her network may know.
fn topics(w: &World, tx: &Tx<'_>, her: &Actor, n: usize, home: Id<Body>) -> Result<()> {
    let pick = |step: usize| w.topics.get((n / 6 * step + step) % w.topics.len().max(1)).map(|(_, id)| *id);
    let chosen: Vec<Id<Topic>> = [3, 7].into_iter().filter_map(pick).collect();
    at("topics", networks::set_own_topics(tx, her, &chosen))?;
    give(tx, her, Field::Topics, Audience::Network, Some(home))
}

/// Some say how they want to be spoken of, to their own network.
fn pronouns(w: &World, tx: &Tx<'_>) -> Result<()> {
    for (key, words, network) in [("lsbtiq", "keine", "lsbtiq-nrw"), ("lgbtqia", "dey/deren", "lgbtqia-gleichstellung")]
    {
        let person = w.cast.get(key).copied().ok_or_else(|| missing("person", key))?;
        let her = own(tx, person)?;
        let there = people::find_person(tx, person)?;
        let said = OwnData { pronouns: Some(words.to_owned()), ..OwnData::from(&there) };
        at(key, people::edit_person(tx, &her, person, there.version, &said))?;
        give(tx, &her, Field::Pronouns, Audience::Network, Some(w.body(network)?))?;
    }
    Ok(())
}
