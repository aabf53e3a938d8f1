//! The text with what was said to each of its paragraphs. Of a long text a page holds some paragraphs, and of many amendments each is
//! one line until its paragraph is opened: nothing is read or compared that is not shown.

use std::collections::{HashMap, HashSet};

use kernel::{Error, Id, Result};
use networks::{
    Names, Place as Where,
    shell::{self, Links, Pill},
};
use people::Person;
use text::Paragraph;
use web::Reading;

use super::{Asked, Way};
use crate::{
    Amendment, AmendmentState, Comment, Sort,
    pages::{
        Place,
        words::{advice_word, amendment_state, fit_pill, marked, parts, shortened, sort_word},
    },
    paths::{AmendmentNew, AmendmentPage, ParagraphComment, ParagraphEdit},
    store::{amendments, versions},
    words::T,
};

/// So many paragraphs stand on one page where what was said to them stands beside.
const ON_PAGE: usize = 50;
/// Of so many amendments on a page each is shown with its words; of more only those of the paragraph that is opened.
const IN_PLACE: usize = 30;

/// A paragraph as the page shows it.
pub struct Part {
    pub number: usize,
    pub parts: Vec<(bool, Vec<String>)>,
    pub amendments: Vec<Asked>,
    pub comments: Vec<(String, String)>,
    /// Where the words of its amendments are shown, where they are not here.
    pub words: String,
    pub ways: Vec<Way>,
}

/// The text as the page shows it.
#[derive(Default)]
pub struct Wording {
    pub parts: Vec<Part>,
    /// Which paragraphs these are, where there are more.
    pub span: String,
    pub pages: Links,
    /// The whole text without what was said to it, or back from there.
    pub other: Option<Way>,
    pub before_all: Option<Way>,
    /// What was said to the whole text, and to paragraphs that have gone.
    pub whole: Vec<(String, String)>,
    pub whole_way: Option<Way>,
}

/// What was said to a paragraph: amendments, remarks.
type Said = (Vec<Asked>, Vec<(String, String)>);

/// The paragraphs of the page that is asked for, with what was said to each.
pub fn wording(r: &Reading<'_>, t: T, place: &Place) -> Result<Wording> {
    if place.inside && r.ask.query("ganz").is_none() { beside(r, t, place) } else { alone(r, t, place) }
}

/// The text alone, as a whole.
fn alone(r: &Reading<'_>, t: T, place: &Place) -> Result<Wording> {
    let it = &place.position;
    let part = |(n, p): (usize, Paragraph)| Part {
        number: n + 1,
        parts: parts(&p.text),
        amendments: Vec::new(),
        comments: Vec::new(),
        words: String::new(),
        ways: Vec::new(),
    };
    let text = versions::list_paragraphs(r.conn, it.id, it.text)?;
    Ok(Wording {
        parts: text.into_iter().enumerate().map(part).collect(),
        other: place.inside.then(|| (t.wording_beside(), place.link(r))),
        ..Wording::default()
    })
}

/// The page of the text that is asked for, with what was said beside.
fn beside(r: &Reading<'_>, t: T, place: &Place) -> Result<Wording> {
    let (v, it) = (r.viewer, &place.position);
    let count = usize::try_from(versions::count_paragraphs(r.conn, it.id, it.text)?).map_err(Error::internal)?;
    let opened = r.ask.query("absatz").and_then(|n| n.trim().parse::<usize>().ok()).filter(|n| (1..=count).contains(n));
    let link = place.link(r);
    let (span, pages) = match opened {
        Some(n) => shell::paged_at((n - 1) / ON_PAGE + 1, &link, count, ON_PAGE),
        None => shell::paged(r, &link, count, ON_PAGE),
    };
    let at = |n: usize| i64::try_from(n).map_err(Error::internal);
    let text = versions::list_part(r.conn, it.id, it.text, (at(span.start)?, at(span.end)?))?;
    let keys: Vec<i64> = text.iter().map(|p| p.key).collect();
    let (first, last) = (span.start == 0, span.end == count);
    let asked = amendments::list_beside(r.conn, it.id, (&keys, first))?;
    // On the last page also what was said to the whole text and to paragraphs that have gone.
    let (said, elsewhere): (Vec<Comment>, HashSet<i64>) = match (first, last) {
        (_, false) => (amendments::list_comments_to(r.conn, it.id, &keys)?, HashSet::new()),
        (true, true) => (amendments::list_comments(r.conn, it.id)?, HashSet::new()),
        (false, true) => {
            let others = versions::list_keys(r.conn, it.id, it.text)?;
            (amendments::list_comments(r.conn, it.id)?, others.into_iter().collect())
        }
    };
    let persons = asked.iter().filter_map(|a| a.person).chain(said.iter().filter_map(|c| c.person));
    let names = Names::load(r.conn, &v.actor, persons.collect::<Vec<_>>())?;
    let by = |person, capacity: &str| by(r, place, &names, person, capacity);
    let opens = opened.and_then(|n| keys.get(n - 1 - span.start)).copied();
    let in_place = asked.len() <= IN_PLACE;
    let mut of: HashMap<i64, Said> = HashMap::new();
    for one in &asked {
        // A new one before all stands at the first paragraph.
        let key = one.paragraph.or_else(|| keys.first().copied()).unwrap_or_default();
        let line = amendment_line(r, t, (one, in_place || opens == Some(key)), by(one.person, &one.capacity));
        of.entry(key).or_default().0.push(line);
    }
    let mut whole = Vec::new();
    for one in &said {
        let line = comment_line(r, one, by(one.person, &one.capacity));
        if keys.contains(&one.paragraph) {
            of.entry(one.paragraph).or_default().1.push(line);
        } else if !elsewhere.contains(&one.paragraph) {
            whole.push(line);
        }
    }
    let shown = |(n, p): (usize, Paragraph)| {
        let number = span.start + n + 1;
        let (amendments, comments) = of.remove(&p.key).unwrap_or_default();
        let folded = !in_place && opens != Some(p.key) && !amendments.is_empty();
        Part {
            number,
            parts: parts(&p.text),
            amendments,
            comments,
            words: if folded { format!("{link}?absatz={number}#absatz-{number}") } else { String::new() },
            ways: ways(r, t, place, p.key),
        }
    };
    let parts: Vec<Part> = text.into_iter().enumerate().map(shown).collect();
    Ok(Wording {
        parts,
        span: if pages.is_empty() { String::new() } else { t.wording_span(span.start + 1, span.end, count) },
        other: (!pages.is_empty()).then(|| (t.wording_whole(), format!("{link}?ganz=ja"))),
        before_all: (place.contributes && first).then(|| {
            (t.act_add_before(), format!("{}?art=add", v.link(&AmendmentNew { position: it.id, paragraph: 0 })))
        }),
        whole,
        whole_way: (place.contributes && last)
            .then(|| (t.act_comment_whole(), v.link(&ParagraphComment { position: it.id, paragraph: 0 }))),
        pages,
    })
}

/// What this reader can do with a paragraph.
fn ways(r: &Reading<'_>, t: T, place: &Place, paragraph: i64) -> Vec<Way> {
    let (v, position) = (r.viewer, place.position.id);
    let mut ways = Vec::new();
    if place.contributes {
        let new = v.link(&AmendmentNew { position, paragraph });
        ways.push((t.act_words(), format!("{new}?art=words")));
        ways.push((t.act_strike(), format!("{new}?art=strike")));
        ways.push((t.act_add(), format!("{new}?art=add")));
        ways.push((t.act_comment(), v.link(&ParagraphComment { position, paragraph })));
    }
    if place.writes {
        ways.push((t.act_write(), v.link(&ParagraphEdit { position, paragraph })));
    }
    ways
}

/// Who says something, and as what.
pub fn by(r: &Reading<'_>, place: &Place, names: &Names<'_>, person: Option<Id<Person>>, capacity: &str) -> String {
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

/// An amendment as a line: number, who asks, how it stands, what is recommended; with its words where those are shown. What is to be
/// struck stands above already.
fn amendment_line(r: &Reading<'_>, t: T, (one, words): (&Amendment, bool), by: String) -> Asked {
    let mut pills = Vec::new();
    if one.state == AmendmentState::Open {
        pills.push(fit_pill(t, one.fit));
        pills.extend(one.advice.map(|advice| Pill::new("i1", "signature", t.advised(advice_word(t, advice)))));
    } else {
        let class = if one.state == AmendmentState::Accepted { "o1" } else { "" };
        pills.push(Pill::new(class, "check", amendment_state(t, one.state)));
    }
    Asked {
        title: t.amendment_number(one.number, sort_word(t, one.sort)),
        href: r.viewer.link(&AmendmentPage { amendment: one.id }),
        detail: by,
        pills,
        diff: if words && one.sort != Sort::Strike { shortened(marked(&one.old, &one.new)) } else { Vec::new() },
    }
}

fn comment_line(r: &Reading<'_>, one: &Comment, by: String) -> (String, String) {
    let day = i18n::day_medium(r.viewer.lang, one.made_at.day());
    (format!("{by}, {day}"), one.text.clone())
}
