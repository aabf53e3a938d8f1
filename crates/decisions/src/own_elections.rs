//! What elections hold about a person: that she stood, what she said about herself, with which result.

use db::{Conn, Tx};
use kernel::{Actor, Error, Id, Result};
use people::Person;
use web::{Fact, Fate, Parting, Record, Viewer};

use crate::{CandidateState, Consent, pages::election::state_word, store::candidates, words::T};

/// A record for each candidature.
///
/// # Errors
/// When the database cannot be read.
pub fn data(conn: &Conn, viewer: &Viewer) -> Result<Vec<Record>> {
    let Some(person) = viewer.actor.person.map(Id::<Person>::new) else { return Ok(Vec::new()) };
    let t = T(viewer.lang);
    let record = |(it, title): (crate::Candidate, String)| {
        let mut facts = vec![
            Fact::new("election", t.own_candidacy_vote(), title),
            Fact::new("state", t.own_candidacy_state(), state_word(t, it.state)).for_programs(it.state.word()),
        ];
        if !it.statement.is_empty() {
            facts.push(Fact::new("statement", t.own_candidacy_statement(), it.statement));
        }
        if let Some((_, how)) = it.entered.filter(|_| it.state != CandidateState::Declined) {
            let word = if how == Consent::Oral { t.own_answer_oral() } else { t.own_answer_written() };
            facts.push(Fact::new("entered", t.own_answer(), word).for_programs(how.word()));
        }
        facts.extend(it.votes.map(|votes| Fact::new("votes", t.own_candidacy_votes(), votes.to_string())));
        Record { group: "candidacies", title: t.own_candidacies().to_owned(), facts }
    };
    Ok(candidates::list_candidacies(conn, person)?.into_iter().map(record).collect())
}

/// Her words go; that somebody stood, and the result, stay without her name.
///
/// # Errors
/// When the database cannot be read.
pub fn parting(conn: &Conn, viewer: &Viewer) -> Result<Vec<Parting>> {
    let Some(person) = viewer.actor.person.map(Id::<Person>::new) else { return Ok(Vec::new()) };
    if candidates::list_candidacies(conn, person)?.is_empty() {
        return Ok(Vec::new());
    }
    let t = T(viewer.lang);
    let line = |fate, text: &str| Parting { fate, text: text.to_owned(), link: None };
    Ok(vec![line(Fate::Goes, t.own_candidacies_go()), line(Fate::Stays, t.own_candidacies_stay())])
}

/// Takes her words away, and her candidatures where the ballot is not settled.
///
/// # Errors
/// [`Error::NotFound`] for nobody signed in.
pub fn erase(tx: &Tx<'_>, by: &Actor) -> Result<()> {
    let person: Id<Person> = Id::new(by.person.ok_or(Error::NotFound)?);
    tx.silent("the person's own slice leaves the event of her erasure");
    candidates::withdraw_everywhere(tx, person)?;
    candidates::forget_statements(tx, person)
}
