//! What the networks decide: a vote that is over, one by circulation and one that is covert and still open, a silence
//! procedure, and what a sitting decided.

use db::Tx;
use decisions::{
    Casting, Choice, Counted, Grade, Matter, Method, NewRules, NewVote, SittingResult, Vote,
    rules::{Clause, quorum::Attendance},
};
use kernel::{Actor, Day, Id, Level, Result};
use networks::Body;
use serde_json::json;

use crate::{
    facts::{at, missing},
    guarded::own,
    world::World,
};

const DAY: i64 = 86_400;

/// All of them.
pub fn news(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    finished(w, tx)?;
    covert(w, tx)?;
    circular(w, tx)?;
    silence(w, tx)?;
    sitting(w, tx)
}

/// Prepares and announces a vote of a body of a network.
fn announced(w: &World, tx: &Tx<'_>, network: &str, body: &str, new: &NewVote) -> Result<Id<Vote>> {
    announced_by(tx, &w.keeper(network)?, w.body(body)?, new, &w.base)
}

fn announced_by(tx: &Tx<'_>, by: &Actor, body: Id<Body>, new: &NewVote, base: &str) -> Result<Id<Vote>> {
    let id = at(&new.title, decisions::prepare(tx, by, body, new))?;
    at(&new.title, decisions::announce(tx, by, id, base))?;
    Ok(id)
}

/// The first who can cast, one after the other; each as herself. Nobody casts for whom there are no choices left.
fn cast(w: &World, tx: &Tx<'_>, (network, body): (&str, &str), vote: Id<Vote>, choices: &[Choice]) -> Result<()> {
    let body = networks::find_body(tx, &w.keeper(network)?, w.body(body)?)?;
    let mira = w.cast.get("mira").copied();
    let persons = networks::voters(tx, &body, tx.today())?.into_iter().filter_map(|v| v.may_cast.first().copied());
    let mut choices = choices.iter();
    // The one through whose eyes most look at the demo still has her vote.
    for person in persons.filter(|p| Some(*p) != mira) {
        let by = own(tx, person)?;
        for unit in decisions::left_to_cast(tx, &by, vote)? {
            let Some(choice) = choices.next() else { return Ok(()) };
            at("casting", decisions::cast(tx, &by, vote, &Casting { unit, choice: choice.clone() }))?;
        }
    }
    Ok(())
}

/// So many of each, mixed.
fn mixed(yes: usize, no: usize, abstain: usize) -> Vec<Choice> {
    let mut all: Vec<Choice> = Vec::new();
    for n in 0..yes.max(no).max(abstain) {
        all.extend(
            [(yes, Choice::Yes), (no, Choice::No), (abstain, Choice::Abstain)]
                .into_iter()
                .filter(|(most, _)| n < *most)
                .map(|(_, c)| c),
        );
    }
    all
}

fn finished(w: &World, tx: &Tx<'_>) -> Result<()> {
    let new = NewVote {
        text: "Die Regionale AG tagt im Frühjahr 2027 in Heinsberg. Die Gastgeberin lädt die Gleichstellungsbeauftragten der Euregio als Gäste ein.".to_owned(),
        closes_at: Some(tx.now().plus_seconds(7 * DAY)),
        ..NewVote::motion("Tagen wir im Frühjahr 2027 in Heinsberg?", Level::Network)
    };
    let vote = announced(w, tx, "rag-aachen", "rag-aachen", &new)?;
    cast(w, tx, ("rag-aachen", "rag-aachen"), vote, &mixed(19, 3, 2))?;
    at("closing", decisions::close_now(tx, &w.keeper("rag-aachen")?, vote))
}

fn covert(w: &World, tx: &Tx<'_>) -> Result<()> {
    let new = NewVote {
        grade: Grade::Covert,
        text: "Die Regionale AG gibt sich das vorgelegte Leitbild „Gleichstellung in der Region 2030“.".to_owned(),
        closes_at: Some(tx.now().plus_seconds(10 * DAY)),
        ..NewVote::motion("Geben wir uns das neue Leitbild?", Level::Network)
    };
    let vote = announced(w, tx, "rag-aachen", "rag-aachen", &new)?;
    cast(w, tx, ("rag-aachen", "rag-aachen"), vote, &mixed(8, 2, 1))
}

/// The speakers decide between sittings by rules of their own.
fn speakers(w: &World, tx: &Tx<'_>) -> Result<()> {
    let (by, from) = (w.keeper("lag-nrw")?, Day::literal("2020-01-01"));
    let body = networks::find_body(tx, &by, w.body("sprecherinnen")?)?;
    let held = decisions::rules_of(tx, &body, from)?.ok_or_else(|| missing("rules", "sprecherinnen"))?;
    let own = [
        (
            "circular.consent",
            json!({ "entitled": { "more_than": "1/2" } }),
            "§ 4 Abs. 1",
            "Im Umlauf ist angenommen, wofür mehr als die Hälfte aller Sprecherinnen stimmt.",
        ),
        ("circular.period", json!({ "days": 7 }), "§ 4 Abs. 2", "Die Frist für Antworten beträgt eine Woche."),
        (
            "circular.reminder",
            json!(2),
            "§ 4 Abs. 3",
            "Zwei Tage vor Ende wird erinnert, wer noch nicht geantwortet hat.",
        ),
    ];
    let own = own.map(|(key, value, number, words)| (key, value, Clause::new(number, words)));
    let rules = held.rules.with_all(own).map_err(kernel::Error::Rule);
    let new = NewRules {
        profile: held.profile.clone(),
        rules: at("rules", rules)?,
        note: "Vereinbarung der Sprecherinnen".to_owned(),
        from,
        based_on: Some(held.id),
    };
    at("rules", decisions::take_rules(tx, &by, body.id, &new)).map(drop)
}

fn circular(w: &World, tx: &Tx<'_>) -> Result<()> {
    speakers(w, tx)?;
    let new = NewVote {
        method: Method::Circular,
        text:
            "Die Stellungnahme zum Entwurf des Landesgleichstellungsgesetzes wird in der Fassung vom Montag abgegeben."
                .to_owned(),
        ..NewVote::motion("Geben wir die Stellungnahme zum Gesetzentwurf so ab?", Level::Body)
    };
    // One of the speakers leads it: the coordination does not belong to them.
    let body = networks::find_body(tx, &w.keeper("lag-nrw")?, w.body("sprecherinnen")?)?;
    let speakers = networks::voters(tx, &body, tx.today())?;
    let first =
        speakers.iter().find_map(|s| s.may_cast.first().copied()).ok_or_else(|| missing("speaker", "of the LAG"))?;
    let vote = announced_by(tx, &own(tx, first)?, body.id, &new, &w.base)?;
    cast(w, tx, ("lag-nrw", "sprecherinnen"), vote, &mixed(3, 0, 0))
}

fn silence(w: &World, tx: &Tx<'_>) -> Result<()> {
    let new = NewVote {
        method: Method::Circular,
        text: "Das nächste Treffen des Arbeitskreises ist am 9. Februar 2027 im Rathaus Würselen.".to_owned(),
        ..NewVote::motion("Treffen am 9. Februar 2027 in Würselen?", Level::Network)
    };
    announced(w, tx, "ak-staedteregion", "ak-staedteregion", &new).map(drop)
}

/// The assembly of the association changed its rules with more than two thirds.
fn sitting(w: &World, tx: &Tx<'_>) -> Result<()> {
    let network = "frauennetzwerk";
    let by = w.keeper(network)?;
    let body = networks::find_body(tx, &by, w.body(network)?)?;
    let attendance = Attendance { present: 31, remote: 6, duly_invited: true, ..Attendance::default() };
    let new = NewVote {
        method: Method::Sitting,
        grade: Grade::Hands,
        matter: Matter::Ordinary,
        text: "Das Frauennetzwerk beteiligt sich an den Orange Days 2026 mit einer gemeinsamen Ausstellung.".to_owned(),
        ..NewVote::motion("Beteiligen wir uns an den Orange Days 2026?", Level::Public)
    };
    let counted = Counted { yes: 33, no: 1, abstain: 3, present: 37, ..Counted::default() };
    let result = SittingResult { day: tx.today().plus_days(-12), attendance, counted, chair: None };
    at("sitting", decisions::record_sitting(tx, &by, body.id, &new, &result)).map(drop)
}
