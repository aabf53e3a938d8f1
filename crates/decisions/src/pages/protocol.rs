//! `/wahlen/{vote}/niederschrift/{format}`: what is filed of a vote, made of what the system holds and nothing else, so that
//! it reads the same whenever it is made.

use kernel::{Error, Result};
use networks::{Names, shell};
use papers::{Align, Block, Fact, Paper, Signature, Table, Words};
use web::{Answer, Reading};

use super::{
    Place,
    vote::{facts, objections, paragraphs, result, roll_call, verdict},
    wording::rules_in_words,
};
use crate::{VoteKind, VoteState, paths::ProtocolPaper, store::boards, words::T};

/// The file, once the result stands.
///
/// # Errors
/// [`Error::NotFound`].
pub fn show(r: &Reading<'_>, p: ProtocolPaper) -> Result<Answer> {
    let place = Place::load(r, p.vote)?;
    if place.vote.state != VoteState::Decided {
        return Err(Error::NotFound);
    }
    Ok(Answer::paper(paper(r, &place)?, p.format))
}

fn paper(r: &Reading<'_>, place: &Place) -> Result<Paper> {
    let (t, lang, vote) = (T(r.viewer.lang), r.viewer.lang, &place.vote);
    let decided = vote.sitting.or_else(|| vote.decided_at.map(|at| at.day())).unwrap_or(r.viewer.today);
    let title = if vote.kind == VoteKind::Election { t.protocol_title_election() } else { t.protocol_title() };
    let mut paper = Paper::new(lang, title, place.body.name_in(lang), decided).about(vote.title.as_str());
    paper = paper.heading(1, t.protocol_question()).text(vote.title.as_str());
    for line in paragraphs(&vote.text) {
        paper = paper.text(line);
    }
    let fact = |name: String, value: String| Fact { name, value: value.into() };
    let all = facts(r, place)?.into_iter().map(|(name, value, _)| fact(name, value)).collect();
    paper = paper.with(Block::Facts(all));
    paper = paper.heading(1, t.protocol_rules());
    let rules = rules_in_words(t, vote, &place.rules.rules).into_iter();
    let rules = rules.map(|(name, value, clause)| {
        fact(name, if clause.is_empty() { value } else { t.protocol_clause(value, &clause) })
    });
    paper = paper.with(Block::Facts(rules.collect())).heading(1, t.protocol_result());
    for line in verdict(r, place)? {
        paper = paper.text(line);
    }
    paper = table(paper, (t.protocol_votes(), t.protocol_count()), result(t, vote), Align::End);
    paper = super::election::protocol(r, place, paper)?;
    if shell::sees_roster(r, &place.body) {
        paper = table(paper, (t.protocol_roll(), t.roll_how()), roll_call(r, place)?, Align::Start);
        paper = table(paper, (t.protocol_objections(), t.object_reason()), objections(r, place)?, Align::Start);
    }
    paper = paper.with(Block::Note(t.protocol_note(i18n::day_long(lang, decided), vote.id.to_string()).into()));
    Ok(paper.with(Block::Signatures(signatures(r, place)?)))
}

/// A table of two columns under its caption; nothing where there is nothing.
fn table(paper: Paper, (caption, second): (&str, &str), rows: Vec<(String, String)>, align: Align) -> Paper {
    if rows.is_empty() {
        return paper;
    }
    let cells = rows.into_iter().map(|(a, b)| vec![Words::from(a), Words::from(b)]).collect();
    let head = vec![caption.to_owned(), second.to_owned()];
    paper.with(Block::Table(Table { caption: caption.to_owned(), head, rows: cells, align: vec![Align::Start, align] }))
}

/// Who signs: the board, or whoever keeps the minutes.
fn signatures(r: &Reading<'_>, place: &Place) -> Result<Vec<Signature>> {
    let t = T(r.viewer.lang);
    let board = boards::list_board(r.conn, place.vote.id)?;
    if board.is_empty() {
        return Ok(vec![Signature { name: String::new(), role: t.protocol_signed().to_owned() }]);
    }
    let names = Names::load_with_places(r.conn, &r.viewer.actor, board.iter().map(|m| m.person))?;
    let name = |person| names.anywhere(person).map_or_else(String::new, |who| who.name.full());
    let role = || t.protocol_board().to_owned();
    Ok(board.iter().map(|m| Signature { name: name(m.person), role: role() }).collect())
}
