//! The letter of a delegation to the receiver: that somebody is put forward, that she is confirmed, or that it is over. It
//! names no instruction.

use kernel::{Error, Result};
use papers::{Block, Fact, Paper, Signature};
use web::{Answer, Reading};

use super::{
    mandate::{end_word, facts},
    place::{Place, Sitting},
    send::full_name,
};
use crate::{paths::MandatePaper, words::T};

/// The file.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] but for those who send or keep the receiver, and whoever is sent.
pub fn show(r: &Reading<'_>, p: MandatePaper) -> Result<Answer> {
    let place = Place::load(r, p.mandate)?;
    let stance = place.stance;
    if !(stance.leads || stance.receives || stance.sits) {
        return Err(Error::Denied(None));
    }
    Ok(Answer::paper(paper(r, &place)?, p.format))
}

fn paper(r: &Reading<'_>, place: &Place) -> Result<Paper> {
    let (t, v, it) = (T(r.viewer.lang), r.viewer, &place.it);
    let lang = v.lang;
    let (into, from) = (place.receiver.name_in(lang).to_owned(), place.sender_name(r));
    let sitting = Sitting::load(r, &[it.seat], it.person.as_slice())?;
    let who = match it.person {
        Some(person) => full_name(r, person)?.unwrap_or_else(|| t.somebody().to_owned()),
        None => sitting.words(t, it.seat),
    };
    let day = |day: kernel::Day| i18n::day_long(lang, day);
    let ended = it.until <= v.today;
    let (title, opening) = if ended {
        let why = it.end_reason.map_or_else(|| t.end_other(), |why| end_word(t, why));
        (t.paper_end(), t.paper_end_text(&who, &from, &into, day(it.until.previous()), why))
    } else if it.waits() || it.detail.confirmed_day.is_none() {
        (t.paper_asked(), t.paper_asked_text(&from, &who, &into))
    } else {
        (t.paper_confirmed(), t.paper_confirmed_text(&into, &who, &from))
    };
    let mut paper = Paper::new(lang, title, from.clone(), v.today).about(into.clone());
    paper = paper.text(opening);
    // The term, the decision and the receiver's word; days of reports are the sender's own.
    let shown = facts(r, place, &sitting)?;
    let days = t.fact_report_days();
    let rows = shown.into_iter().filter(|(label, ..)| label != days);
    paper = paper.with(Block::Facts(rows.map(|(name, value, _)| Fact::new(name, value)).collect()));
    if !ended && (it.waits() || it.detail.confirmed_day.is_none()) {
        paper = paper.text(t.paper_asked_please());
    }
    let role = if ended || it.waits() { from } else { into };
    Ok(paper.with(Block::Signatures(vec![Signature { name: String::new(), role }])))
}
