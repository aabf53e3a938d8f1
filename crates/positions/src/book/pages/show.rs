//! The motion book as a page and as a file: what is in it by topic, then every motion with its amendments.

use std::collections::HashMap;

use kernel::{Id, Result};
use networks::{Body, list_bodies_by_id};
use papers::{Block as Part, Paper};
use text::Change;
use web::{Answer, FormView, Reading};

use super::Place;
use crate::{
    Amendment, AmendmentState, Position,
    book::{model::Entry, rules::labels, store},
    pages::{
        advice_word, amendment_state, marked, sort_word,
        view::{Block, Line, View},
    },
    paths::{BookEdit, BookFile, BookPage, PositionPage},
    store::amendments,
    words::T,
};

/// A motion as the book shows it.
struct Motion {
    label: String,
    topic: String,
    position: Position,
    movers: String,
    paragraphs: Vec<String>,
    amendments: Vec<Wanted>,
}

/// An amendment as the book shows it.
struct Wanted {
    title: String,
    by: String,
    words: String,
    reason: String,
    state: String,
}

/// Everything of a book, in its order. Six statements, however many motions it has.
fn motions(r: &Reading<'_>, t: T, place: &Place) -> Result<Vec<Motion>> {
    let v = r.viewer;
    let entries = store::list_entries(r.conn, &v.actor, place.it.id)?;
    if entries.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<i64> = entries.iter().map(|e| e.position.id.raw()).collect();
    let mut texts: HashMap<Id<Position>, Vec<(i64, String)>> = HashMap::new();
    for (id, key, text) in store::list_texts(r.conn, &ids)? {
        texts.entry(id).or_default().push((key, text));
    }
    let mut asked: HashMap<Id<Position>, Vec<Amendment>> = HashMap::new();
    for one in amendments::list_amendments_of(r.conn, &ids)? {
        asked.entry(one.position).or_default().push(one);
    }
    let together = store::list_movers(r.conn, &ids)?;
    let mut bodies: Vec<Id<Body>> = together.iter().map(|(_, body)| *body).collect();
    bodies.extend(entries.iter().map(|e| e.position.body));
    bodies.sort_unstable();
    bodies.dedup();
    let bodies = list_bodies_by_id(r.conn, &v.actor, &bodies)?;
    let name = |id: Id<Body>| bodies.iter().find(|b| b.id == id).map(|b| b.name_in(v.lang).to_owned());
    let topics = networks::list_topics(r.conn)?;
    let topic = |p: &Position| {
        topics
            .iter()
            .find(|known| Some(known.id) == p.topic)
            .map(|known| if v.lang == kernel::Lang::En { known.name_en.clone() } else { known.name.clone() })
    };
    let german = |p: &Position| topics.iter().find(|known| Some(known.id) == p.topic).map(|known| known.name.clone());
    let order = labels(&entries.iter().map(|e| german(&e.position)).collect::<Vec<_>>());
    let mut one = |entry: &Entry, label: &str| {
        let p = &entry.position;
        let text = texts.remove(&p.id).unwrap_or_default();
        let movers: Vec<String> = std::iter::once(p.body)
            .chain(together.iter().filter(|(id, _)| *id == p.id).map(|(_, body)| *body))
            .filter_map(name)
            .collect();
        let place_of = |key: Option<i64>| key.and_then(|key| text.iter().position(|(k, _)| *k == key)).map(|n| n + 1);
        let own = asked.remove(&p.id).unwrap_or_default();
        let shown = own.iter().filter(|a| a.state != AmendmentState::Withdrawn && a.merged_in.is_none());
        Motion {
            label: label.to_owned(),
            topic: topic(p).unwrap_or_else(|| t.topic_none().to_owned()),
            movers: movers.join(", "),
            amendments: shown.map(|a| wanted(t, a, label, place_of(a.paragraph))).collect(),
            paragraphs: text.into_iter().map(|(_, text)| text).collect(),
            position: p.clone(),
        }
    };
    // What was published keeps its numbers, whatever became of topics.
    if place.it.published_at.is_some() {
        return Ok(entries.iter().map(|e| one(e, &e.label)).collect());
    }
    Ok(order.iter().filter_map(|(from, label)| entries.get(*from).map(|e| one(e, label))).collect())
}

fn wanted(t: T, a: &Amendment, label: &str, paragraph: Option<usize>) -> Wanted {
    let place = paragraph.map(|n| t.paragraph(n)).unwrap_or_default();
    let words = match &a.carried {
        Some(Change::Strike) => t.sort_strike().to_owned(),
        _ => marked(&a.old, &a.new)
            .into_iter()
            .map(|(sign, words)| match sign {
                '+' => format!("[{} {words}]", t.word_inserted()),
                '-' => format!("[{} {words}]", t.word_struck()),
                _ => words,
            })
            .collect::<Vec<_>>()
            .join(" "),
    };
    let state = match (a.state, a.advice) {
        (AmendmentState::Open, Some(advice)) => t.book_advice(advice_word(t, advice)),
        (state, _) => amendment_state(t, state).to_owned(),
    };
    Wanted {
        title: t.book_amendment(label, a.number, sort_word(t, a.sort), place),
        by: a.capacity.clone(),
        words,
        reason: a.reason.clone(),
        state,
    }
}

/// The page.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn show(r: &Reading<'_>, p: BookPage) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let place = Place::load(r, p.book)?;
    let form = FormView::new(v.lang, &[]);
    let mut view = View::new(v.lang, place.it.title.clone(), &form);
    view.crumbs = place.crumbs(r, false);
    view.lead = t.book_lead(i18n::day_long(v.lang, place.it.day));
    if place.it.published_at.is_none() {
        view.notes.push(t.book_draft().to_owned());
        if place.leads {
            view.acts.push((t.book_edit(), v.link(&BookEdit { book: place.it.id })));
        }
    }
    let all = motions(r, t, &place)?;
    let line = |m: &Motion| Line {
        title: format!("{} {}", m.label, m.position.title),
        href: format!("#antrag-{}", m.position.id),
        detail: vec![m.topic.clone(), m.movers.clone()],
        ..Line::default()
    };
    let contents =
        if all.is_empty() { Block::Empty(t.book_empty()) } else { Block::Rows(all.iter().map(line).collect()) };
    view.section("uebersicht", t.book_contents(), vec![contents]);
    for m in all {
        let link = v.link(&PositionPage { position: m.position.id });
        let mut facts = vec![(t.book_movers(), m.movers, String::new()), (t.field_topic(), m.topic, String::new())];
        facts.push((t.book_motion(), m.position.title.clone(), link));
        let text = m.paragraphs.iter().enumerate().map(|(n, text)| format!("({}) {text}", n + 1)).collect();
        let rows = m.amendments.into_iter().map(|a| {
            let mut lines = vec![a.words];
            if !a.reason.is_empty() {
                lines.push(t.book_reason(a.reason));
            }
            Line { title: a.title, lines, detail: vec![a.by, a.state], ..Line::default() }
        });
        let blocks = vec![Block::Facts(facts), Block::Text(text), Block::Rows(rows.collect())];
        view.section(format!("antrag-{}", m.position.id), format!("{} {}", m.label, m.position.title), blocks);
    }
    for format in papers::Format::ALL {
        let word = if format == papers::Format::Pdf { t.file_pdf() } else { t.file_word() };
        view.links.push((word, v.link(&BookFile { book: place.it.id, format })));
    }
    view.answer(r, place.page(r, "")?, &form)
}

/// The file.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn file(r: &Reading<'_>, p: BookFile) -> Result<Answer> {
    let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
    let place = Place::load(r, p.book)?;
    let author = place.network.as_ref().map_or_else(String::new, |n| n.name_in(lang).to_owned());
    let all = motions(r, t, &place)?;
    let mut paper = Paper::new(lang, place.it.title.as_str(), author, place.it.day)
        .about(t.book_lead(i18n::day_long(lang, place.it.day)));
    if place.it.published_at.is_none() {
        paper = paper.with(Part::Note(t.book_draft().into()));
    }
    paper = paper
        .heading(1, t.book_contents())
        .list(false, all.iter().map(|m| format!("{} {}, {}", m.label, m.position.title, m.movers)));
    let mut topic = String::new();
    for m in all {
        paper = paper.with(Part::PageBreak);
        if topic != m.topic {
            topic.clone_from(&m.topic);
            paper = paper.heading(1, topic.as_str());
        }
        paper = paper.heading(2, format!("{} {}", m.label, m.position.title));
        paper = paper.with(Part::Facts(vec![papers::Fact::new(t.book_movers(), m.movers)]));
        for (n, text) in m.paragraphs.iter().enumerate() {
            paper = paper.text(format!("({}) {text}", n + 1));
        }
        if !m.amendments.is_empty() {
            paper = paper.heading(3, t.amendments_title());
        }
        for a in m.amendments {
            paper = paper.with(Part::Note(format!("{}, {}", a.title, a.by).into())).text(a.words);
            if !a.reason.is_empty() {
                paper = paper.text(t.book_reason(a.reason));
            }
            paper = paper.text(a.state);
        }
    }
    Ok(Answer::paper(paper, p.format))
}
