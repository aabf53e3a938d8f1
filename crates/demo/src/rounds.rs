//! Two elections of these weeks: one for the committee that a lot decided after a runoff, and one that was postponed
//! because too few came.

use db::Tx;
use decisions::{
    CandidateState, Casting, Choice, Counted, Grade, Matter, Method, NewVote, SittingResult, Vote,
    rules::quorum::Attendance,
};
use kernel::{Day, Id, Level, Office, Result};
use people::Person;

use crate::{
    elections::{announced, covert, prepared, seat, stand, voters},
    facts::{at, missing},
    guarded::own,
    world::World,
};

const RAG: &str = "rag-aachen";
const CITIES: &str = "staedtetag-nrw";
const SAID: [&str; 3] = [
    "Der Strukturwandel entscheidet bei uns über Arbeitsplätze von Frauen. Dafür möchte ich im Ausschuss sprechen.",
    "Ich bringe Erfahrung aus dem Haushalt mit und achte auf Zahlen nach Geschlecht.",
    "Mein Thema ist der Nahverkehr auf dem Land.",
];
/// How those who vote choose in the first round: two get the same number.
const FIRST: [u32; 7] = [1, 2, 1, 2, 3, 1, 2];

/// An election of the committee that is going on while the world is built.
pub struct Rounds {
    vote: Id<Vote>,
    board: [Id<Person>; 2],
    rest: Vec<Id<Person>>,
}

/// The seat of the district of Heinsberg, whose term ended in spring, is elected.
pub fn opened(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    let by = w.keeper(RAG)?;
    let body = networks::find_body(tx, &by, w.body(RAG)?)?;
    let seat = seat(tx, &by, w.body("gma")?, |s| s.number == 8)?;
    let at_home = |v: &networks::Voter| v.ags.as_deref().is_some_and(|ags| ags.starts_with("05370"));
    let all = networks::voters(tx, &body, tx.today())?;
    let home: Vec<Id<Person>> = all.iter().filter(|v| at_home(v)).filter_map(|v| v.holder).collect();
    let [first, second, third, ..] = home[..] else { return Err(missing("candidates", RAG)) };
    let mut rest = voters(w, tx, &body)?;
    rest.retain(|p| !home.contains(p));
    let [one, two, ..] = rest[..] else { return Err(missing("voters", RAG)) };
    let new = NewVote {
        closes_at: Some(tx.today().plus_days(10).at(0, 0)),
        rules_reference: Some("Geschäftsordnung § 8, Wahlordnung vom 14. März 2024".to_owned()),
        ..covert("Kreis Heinsberg im Gender-Mainstreaming-Ausschuss")
    };
    let vote = prepared(tx, &by, &body, new, (seat, None), [one, two])?;
    stand(w, tx, &by, vote, &[(first, SAID[0]), (second, SAID[1]), (third, SAID[2])])?;
    announced(w, tx, &by, vote, [one, two])?;
    cast(tx, vote, &rest, 21, &FIRST)?;
    w.rounds = Some(Rounds { vote, board: [one, two], rest });
    Ok(())
}

/// So many of those who vote cast, by the pattern.
fn cast(tx: &Tx<'_>, vote: Id<Vote>, persons: &[Id<Person>], most: usize, pattern: &[u32]) -> Result<()> {
    let mut chosen = pattern.iter().cycle().take(most);
    for person in persons {
        let by = own(tx, *person)?;
        for unit in decisions::left_to_cast(tx, &by, vote)? {
            let Some(number) = chosen.next() else { return Ok(()) };
            let choice = Choice::Chosen(vec![*number]);
            at("casting", decisions::cast(tx, &by, vote, &Casting { unit, choice }))?;
        }
    }
    Ok(())
}

/// Two of the board close a round and sign its count.
fn counted(w: &World, tx: &Tx<'_>, rounds: &Rounds) -> Result<()> {
    for person in rounds.board {
        at("closing", decisions::close_together(tx, &own(tx, person)?, rounds.vote, &w.base))?;
    }
    for person in rounds.board {
        at("counting", decisions::sign_count(tx, &own(tx, person)?, rounds.vote, &w.base))?;
    }
    Ok(())
}

/// Two have the same number of votes: a runoff between them.
pub fn runoff(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    let Some(rounds) = w.rounds.take() else { return Ok(()) };
    let by = w.keeper(RAG)?;
    counted(w, tx, &rounds)?;
    let vote = at("runoff", decisions::next_round(tx, &by, rounds.vote, 0))?;
    announced(w, tx, &by, vote, rounds.board)?;
    cast(tx, vote, &rounds.rest, 24, &[1, 2])?;
    w.rounds = Some(Rounds { vote, ..rounds });
    Ok(())
}

/// Again the same: the coordinator draws the lot, and whoever it falls on accepts.
pub fn lot(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    let Some(rounds) = w.rounds.take() else { return Ok(()) };
    counted(w, tx, &rounds)?;
    let drawer = w.person(tx, "rag")?;
    at("lot", decisions::draw_lot(tx, &own(tx, rounds.board[0])?, rounds.vote, 0, drawer, &[2], &w.base))?;
    let all = decisions::list_candidates(tx, rounds.vote)?;
    let elected = all.iter().find(|c| c.state == CandidateState::Elected).ok_or_else(|| missing("elected", RAG))?;
    at("accepting", decisions::accept_election(tx, &own(tx, elected.person)?, rounds.vote))
}

/// The day on which the conference of the cities was not quorate.
const SITTING: &str = "2026-11-18";

/// The conference is to elect its chair in a sitting.
pub fn called(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    let by = w.keeper(CITIES)?;
    let body = networks::find_body(tx, &by, w.body(CITIES)?)?;
    let seat = seat(tx, &by, body.id, |s| s.office == Some(Office::Chair))?;
    let [one, two, first, second, ..] = voters(w, tx, &body)?[..] else { return Err(missing("voters", CITIES)) };
    let new = NewVote {
        method: Method::Sitting,
        grade: Grade::Paper,
        rules_reference: Some("Geschäftsordnung § 8".to_owned()),
        // Until then runs the term of whoever is in the chair.
        term_from: Some(Day::literal("2027-03-01")),
        ..covert("Vorsitz der Konferenz")
    };
    let vote = prepared(tx, &by, &body, new, (seat, Some(Day::literal(SITTING))), [one, two])?;
    let said = ["Ich möchte die Konferenz hörbarer machen.", "Mir geht es um gute Vorbereitung und kurze Sitzungen."];
    stand(w, tx, &by, vote, &[(first, said[0]), (second, said[1])])?;
    announced(w, tx, &by, vote, [one, two])?;
    w.postponed = Some(vote);
    Ok(())
}

/// Fourteen of thirty-nine came, and somebody doubted the quorum: nothing is decided, the election is postponed.
pub fn postponed(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    let Some(vote) = w.postponed.take() else { return Ok(()) };
    let by = w.keeper(CITIES)?;
    let body = networks::find_body(tx, &by, w.body(CITIES)?)?;
    let attendance = Attendance { present: 14, duly_invited: true, doubted: true, ..Attendance::default() };
    let new = NewVote {
        method: Method::Sitting,
        grade: Grade::Hands,
        matter: Matter::Ordinary,
        text: "Die Konferenz bittet den Vorstand, Gleichstellung in die Haushaltsempfehlungen aufzunehmen.".to_owned(),
        ..NewVote::motion("Gehört Gleichstellung in die Haushaltsempfehlungen?", Level::Network)
    };
    let counted = Counted { yes: 12, abstain: 2, present: 14, ..Counted::default() };
    let result = SittingResult { day: Day::literal(SITTING), attendance, counted, chair: None };
    at("sitting", decisions::record_sitting(tx, &by, body.id, &new, &result))?;
    let why = "Die Sitzung am 18. November war nicht beschlussfähig. Gewählt wird am 13. Januar 2027; bis dahin bleibt der Vorsitz im Amt. Die zweite Einladung weist darauf hin, dass dann jede Zahl von Anwesenden genügt.";
    at("postponing", decisions::void(tx, &by, vote, why))
}
