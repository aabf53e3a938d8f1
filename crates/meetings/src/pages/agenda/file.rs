//! The agenda as PDF/UA-1 and DOCX: as much of it as the reader hears, with the names of its papers.

use kernel::Result;
use papers::{Block, Fact, Paper, Words};
use web::{Answer, Reading};

use super::heard;
use crate::{
    actions::agenda::list_papers,
    letters::{time, when},
    pages::{Place, lines},
    paths::AgendaPaper,
    rules::{
        has_papers,
        minutes::{Paragraph, paragraphs},
        sees_place, times,
    },
    store,
    words::T,
};

/// The file.
///
/// # Errors
/// [`kernel::Error::NotFound`] for whoever does not see the meeting.
pub fn show(r: &Reading<'_>, p: AgendaPaper) -> Result<Answer> {
    let place = Place::load(r, p.meeting)?;
    Ok(Answer::paper(paper(r, &place)?, p.format))
}

fn paper(r: &Reading<'_>, place: &Place) -> Result<Paper> {
    let (t, lang, m) = (T(r.viewer.lang), r.viewer.lang, &place.meeting);
    let within = place.stance.within();
    let mut paper = Paper::new(lang, t.agenda_title(), place.body.name_in(lang), m.day()).about(m.title.as_str());
    let mut facts = vec![Fact::new(t.fact_body(), place.body.name_in(lang)), Fact::new(t.fact_when(), when(lang, m))];
    if !m.place.is_empty() && sees_place(m, place.stance.leads, place.stance.answer()) && within {
        facts.push(Fact::new(t.fact_where(), m.place.as_str()));
    }
    paper = paper.with(Block::Facts(facts));
    if within {
        for line in lines(&m.note) {
            paper = paper.text(line);
        }
    }
    let all = store::agenda::list_items(r.conn, m.id)?;
    let sum = times(m, &all);
    let heard = heard(&all, place.stance.hearing);
    let only = place.stance.invitation.as_ref().and_then(|i| i.item);
    let open: Vec<_> =
        heard.iter().map(|(_, it)| *it).filter(|it| has_papers(place.stance.hearing, only, it)).collect();
    let files = list_papers(r.conn, &open)?;
    for (number, item) in &heard {
        paper = paper.heading(1, format!("{number}. {}", item.title));
        let begin = sum.begins.get(number - 1).filter(|_| sum.minutes > 0);
        let about = [
            begin.map(|at| time(lang, *at)),
            (item.minutes > 0).then(|| t.minutes(item.minutes)),
            Some(item.rapporteur.clone()).filter(|who| within && !who.is_empty()),
            item.late.then(|| t.item_late().to_owned()),
        ];
        let about: Vec<String> = about.into_iter().flatten().collect();
        if !about.is_empty() {
            paper = paper.text(Words::default().emphasis(about.join(", ")));
        }
        for paragraph in if within { paragraphs(&item.note) } else { Vec::new() } {
            paper = match paragraph {
                Paragraph::Text(text) => paper.text(text),
                Paragraph::List(counted, items) => paper.list(counted, items),
            };
        }
        let names: Vec<&str> = files.iter().filter(|f| f.on == item.id.raw()).map(|f| f.name.as_str()).collect();
        if !names.is_empty() {
            paper = paper.text(t.agenda_paper_papers(names.join(", ")));
        }
    }
    if heard.is_empty() {
        paper = paper.text(t.agenda_none());
    }
    if sum.minutes > 0 && !heard.is_empty() {
        paper = paper.text(t.agenda_sum(time(lang, m.starts_at), time(lang, sum.ends), sum.minutes));
    }
    Ok(paper)
}
