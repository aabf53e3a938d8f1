//! `/wahlpruefsteine/{questions}/datei/{format}`: questions and answers as PDF/UA or Word; before parties answered, the questions to be
//! printed and sent.

use kernel::Result;
use papers::{Align, Block, Paper, Table};
use web::{Answer, Reading};

use super::Place;
use crate::{paths::QuestionsFile, questions::store, words::T};

/// The file.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn show(r: &Reading<'_>, p: QuestionsFile) -> Result<Answer> {
    let place = Place::load(r, p.questions)?;
    let (t, lang, it) = (T(r.viewer.lang), r.viewer.lang, &place.it);
    let author = place.network.as_ref().map_or_else(String::new, |n| n.name_in(lang).to_owned());
    let day = it.published_at.map(|at| at.day()).or(it.agreed).unwrap_or(r.viewer.today);
    let mut paper = Paper::new(lang, it.title.as_str(), author, day)
        .about(t.questions_election_on(i18n::day_long(lang, it.election)));
    let parties = store::list_parties(r.conn, it.id)?;
    let answers = store::list_answers(r.conn, it.id)?;
    for (number, text) in store::list_questions(r.conn, it.id)? {
        paper = paper.heading(1, t.question_number(number)).text(text);
        let row = |party: &super::super::Party| {
            let own = answers.iter().find(|(id, n, _)| *id == party.id && *n == number);
            vec![party.name.as_str().into(), own.map_or(t.answer_missing(), |(_, _, text)| text.as_str()).into()]
        };
        let rows: Vec<_> = parties.iter().filter(|p| p.sent.is_some()).map(row).collect();
        if !rows.is_empty() {
            paper = paper.with(Block::Table(Table {
                caption: t.question_number(number),
                head: vec![t.party_word().to_owned(), t.answer_word().to_owned()],
                rows,
                align: vec![Align::Start, Align::Start],
            }));
        }
    }
    Ok(Answer::paper(paper, p.format))
}
