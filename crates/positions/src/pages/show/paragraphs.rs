//! The text with what was said to each of its paragraphs.

use std::collections::HashMap;

use kernel::Result;
use networks::{
    Names, Place as Where,
    shell::{self, Pill},
};
use people::Person;
use web::Reading;

use super::{Line, Way};
use crate::{
    Amendment, AmendmentState, Comment,
    pages::{
        Place,
        words::{amendment_state, fit_pill, parts, sort_word},
    },
    paths::{AmendmentNew, AmendmentPage, ParagraphComment, ParagraphEdit},
    store::{amendments, versions},
    words::T,
};

/// A paragraph as the page shows it.
pub struct Part {
    pub number: usize,
    pub parts: Vec<(bool, Vec<String>)>,
    pub amendments: Vec<Line>,
    pub comments: Vec<(String, String)>,
    pub ways: Vec<Way>,
}

/// What was said to a paragraph: amendments, remarks.
type Said = (Vec<Line>, Vec<(String, String)>);

/// The paragraphs with what was said to each.
pub fn paragraphs(r: &Reading<'_>, t: T, place: &Place) -> Result<Vec<Part>> {
    let (v, it) = (r.viewer, &place.position);
    let text = versions::list_paragraphs(r.conn, it.id, it.text)?;
    let (asked, said) = if place.inside {
        (amendments::list_amendments(r.conn, it.id)?, amendments::list_comments(r.conn, it.id)?)
    } else {
        (Vec::new(), Vec::new())
    };
    let persons = asked.iter().filter_map(|a| a.person).chain(said.iter().filter_map(|c| c.person));
    let names = Names::load(r.conn, &v.actor, persons.collect::<Vec<_>>())?;
    let by = |person, capacity: &str| by(r, place, &names, person, capacity);
    let mut of: HashMap<i64, Said> = HashMap::new();
    for one in asked.iter().filter(|a| a.merged_in.is_none() && a.state != AmendmentState::Withdrawn) {
        of.entry(one.paragraph.unwrap_or(0)).or_default().0.push(amendment_line(
            r,
            t,
            one,
            by(one.person, &one.capacity),
        ));
    }
    for one in &said {
        of.entry(one.paragraph).or_default().1.push(comment_line(r, one, by(one.person, &one.capacity)));
    }
    let shown = |(n, p): (usize, text::Paragraph)| {
        let (mut amendments, comments) = of.remove(&p.key).unwrap_or_default();
        if n == 0 {
            let mut before = of.remove(&0).unwrap_or_default().0;
            before.append(&mut amendments);
            amendments = before;
        }
        let (position, paragraph) = (it.id, p.key);
        let new = v.link(&AmendmentNew { position, paragraph });
        let mut ways = Vec::new();
        if place.contributes {
            ways.push((t.act_words(), format!("{new}?art=words")));
            ways.push((t.act_strike(), format!("{new}?art=strike")));
            ways.push((t.act_add(), format!("{new}?art=add")));
            ways.push((t.act_comment(), v.link(&ParagraphComment { position, paragraph })));
        }
        if place.writes {
            ways.push((t.act_write(), v.link(&ParagraphEdit { position, paragraph })));
        }
        Part { number: n + 1, parts: parts(&p.text), amendments, comments, ways }
    };
    Ok(text.into_iter().enumerate().map(shown).collect())
}

/// Who says something, and as what.
pub fn by(
    r: &Reading<'_>,
    place: &Place,
    names: &Names<'_>,
    person: Option<kernel::Id<Person>>,
    capacity: &str,
) -> String {
    let home = place.body.as_ref().or(place.network.as_ref());
    let who = home.and_then(|body| names.in_place(person?, &Where::from(body)));
    let name = shell::face(r, who.as_ref(), place.sensitive()).name;
    if person.is_none() {
        capacity.to_owned()
    } else if capacity.is_empty() {
        name
    } else {
        format!("{name}, {capacity}")
    }
}

fn amendment_line(r: &Reading<'_>, t: T, one: &Amendment, by: String) -> Line {
    let state = if one.state == AmendmentState::Open {
        fit_pill(t, one.fit)
    } else {
        let class = if one.state == AmendmentState::Accepted { "o1" } else { "" };
        Pill::new(class, "check", amendment_state(t, one.state))
    };
    Line {
        title: t.amendment_number(one.number, sort_word(t, one.sort)),
        href: r.viewer.link(&AmendmentPage { amendment: one.id }),
        detail: by,
        pills: vec![state],
    }
}

fn comment_line(r: &Reading<'_>, one: &Comment, by: String) -> (String, String) {
    let day = i18n::day_medium(r.viewer.lang, one.made_at.day());
    (format!("{by}, {day}"), one.text.clone())
}
