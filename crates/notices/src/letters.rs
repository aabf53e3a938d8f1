//! The bundle as a letter. What is confidential, or belongs to a sensitive network, is told by nothing but that there is
//! something to read after signing in.

use std::collections::HashMap;

use db::OutMail;
use kernel::Lang;
use networks::Body;
use web::{Told, Weight};

use crate::{
    Answers,
    model::To,
    paths::{InboxPage, LevelsPage},
    rules::Why,
    words::T,
};

/// A letter has at most so many lines; the rest is a number.
pub const MOST: usize = 7;

/// The secrets of a letter's links.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Links {
    /// Reads and answers.
    pub token: String,
    /// Ends letters of this kind.
    pub stop: String,
}

impl Links {
    /// The address that opens a thing; `open` is what its slice says.
    #[must_use]
    pub fn opens(&self, base: &str, lang: Lang, open: &str) -> String {
        format!("{base}{}{}", prefix(lang), open.replace("{token}", &self.token))
    }
    /// The address that ends letters of this kind.
    #[must_use]
    pub fn stops(&self, base: &str, lang: Lang) -> String {
        format!("{base}{}/abbestellen/{}", prefix(lang), self.stop)
    }
}

/// Pages for everybody exist in both languages.
const fn prefix(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "/en",
        Lang::De => "",
    }
}

/// Something for a person, and why.
#[derive(Clone, Debug)]
pub struct Row<'a> {
    /// What.
    pub told: &'a Told,
    /// Why.
    pub why: Why,
    /// The networks it comes through.
    pub through: Vec<i64>,
}

/// Everything about one thing.
#[derive(Clone, Debug)]
pub struct Line<'a>(Vec<Row<'a>>);

impl Line<'_> {
    /// What decides what the line says: something new, or what came of it, before answers.
    #[must_use]
    pub fn first(&self) -> &Row<'_> {
        self.0.iter().min_by_key(|row| order(row.told.weight)).unwrap_or(&self.0[0])
    }
    fn replies(&self) -> usize {
        self.0.iter().filter(|row| row.told.weight == Weight::Reply).count()
    }
    fn has(&self, weight: Weight) -> bool {
        self.0.iter().any(|row| row.told.weight == weight && row.told.word[0].is_empty())
    }
}

const fn order(weight: Weight) -> u8 {
    match weight {
        Weight::Duty => 0,
        Weight::Direct => 1,
        Weight::Outcome => 2,
        Weight::New => 3,
        Weight::Circular => 4,
        Weight::Reply => 5,
    }
}

/// Rows of one thing become one line, in the order of their weight, then the oldest first.
#[must_use]
pub fn gathered(rows: Vec<Row<'_>>) -> Vec<Line<'_>> {
    let mut lines: Vec<Line<'_>> = Vec::new();
    for row in rows {
        let same = |line: &&mut Line<'_>| (line.0[0].told.kind, line.0[0].told.id) == (row.told.kind, row.told.id);
        match lines.iter_mut().find(same) {
            Some(line) => line.0.push(row),
            None => lines.push(Line(vec![row])),
        }
    }
    lines.sort_by_key(|line| (order(line.first().told.weight), line.first().told.at, line.first().told.id));
    lines
}

/// The bundle. Nothing is told twice, and each line says why it is there.
#[must_use]
pub fn bundle_letter(
    to: &To,
    lines: &[Line<'_>],
    known: &HashMap<i64, Body>,
    links: &Links,
    (base, answers): (&str, Option<&Answers>),
) -> OutMail {
    let (lang, t) = (to.lang, T(to.lang));
    let quiet = |line: &&Line<'_>| line.0.iter().any(|row| is_quiet(row, known));
    let (silent, spoken): (Vec<&Line<'_>>, Vec<&Line<'_>>) = lines.iter().partition(quiet);
    let mut parts = vec![t.letter_hello().to_owned()];
    let room = if silent.is_empty() { MOST } else { MOST - 1 };
    parts.extend(spoken.iter().take(room).map(|line| {
        let answer = answers.and_then(|answers| answer_of(line, answers, to));
        let mut words = spoken_line(lang, line, known, links, base);
        if let (Some(tag), Some(answers)) = (answer, answers) {
            words.push_str(&format!("\n{}", t.letter_answer(answers.address(&tag))));
        }
        words
    }));
    if spoken.len() > room {
        parts.push(t.letter_more(spoken.len() - room, format!("{base}{}", InboxPage {})));
    }
    if !silent.is_empty() {
        let pages: Vec<String> =
            silent.iter().take(MOST).map(|line| format!("{base}{}", line.first().told.path)).collect();
        parts.push(format!("{}\n{}", t.letter_quiet(silent.len()), pages.join("\n")));
    }
    parts.push(footer(lang, links, base));
    // Where it is about one thing, answering it is answering the letter.
    let only = match lines {
        [line] if silent.is_empty() => answers.and_then(|answers| answer_of(line, answers, to)),
        _ => None,
    };
    let mut sits_in: Vec<i64> = spoken.iter().filter_map(|line| line.first().through.first().copied()).collect();
    sits_in.sort_unstable();
    sits_in.dedup();
    OutMail {
        to: to.address.clone(),
        // It names no network: some of them must not be known.
        subject: t.letter_subject(lines.len()),
        text: parts.join("\n\n"),
        lang,
        purpose: "bundle",
        person: Some(to.person.raw()),
        unsubscribe: Some(links.stops(base, lang)),
        reply_tag: only,
        sits_in,
        ..OutMail::default()
    }
}

/// What stands behind the `+` of the address at which a thing is answered.
fn answer_of(line: &Line<'_>, answers: &Answers, to: &To) -> Option<String> {
    let told = line.first().told;
    (told.answers && told.open.is_some()).then(|| answers.tag(told.id, to.person))
}

/// Whether a letter names nothing of it: asked when it is written, so that a network that became sensitive meanwhile counts.
fn is_quiet(row: &Row<'_>, known: &HashMap<i64, Body>) -> bool {
    row.told.quiet || row.through.iter().any(|network| known.get(network).is_none_or(|body| body.sensitive))
}

fn spoken_line(lang: Lang, line: &Line<'_>, known: &HashMap<i64, Body>, links: &Links, base: &str) -> String {
    let (t, row) = (T(lang), line.first());
    let mut through: Vec<i64> = Vec::new();
    for network in line.0.iter().flat_map(|row| &row.through) {
        if !through.contains(network) {
            through.push(*network);
        }
    }
    let names: Vec<&str> = through.iter().filter_map(|n| known.get(n)).map(Body::short).collect();
    let names = i18n::list_and(lang, &names);
    let mut what: Vec<String> = Vec::new();
    for said in line.0.iter().map(|row| row.told.word_in(lang).trim_end_matches('.')).filter(|said| !said.is_empty()) {
        if !what.iter().any(|known| known == said) {
            what.push(said.to_owned());
        }
    }
    if line.has(Weight::Outcome) {
        what.push(t.what_outcome().to_owned());
    }
    if line.has(Weight::New) {
        what.push(t.what_new().to_owned());
    }
    if line.replies() > 0 {
        what.push(t.what_replies(line.replies()));
    }
    let address = match &row.told.open {
        Some(open) => links.opens(base, lang, open),
        None => format!("{base}{}", row.told.path),
    };
    let title = row.told.title.replace('\n', " ");
    format!("[{names}] {title}\n{}. {}\n{address}", what.join(", "), why_words(lang, row.why, &names))
}

/// Why it stands in the letter, in a sentence.
#[must_use]
pub fn why_words(lang: Lang, why: Why, networks: &str) -> String {
    let t = T(lang);
    match why {
        Why::Asked => t.why_asked().to_owned(),
        Why::TakesPart => t.why_takes_part().to_owned(),
        Why::Follows => t.why_follows().to_owned(),
        Why::StandsIn => t.why_stands_in().to_owned(),
        Why::Duty => t.why_duty(networks),
        _ => t.why_member(networks),
    }
}

/// How to hear less, at the end of a letter.
#[must_use]
pub fn footer(lang: Lang, links: &Links, base: &str) -> String {
    T(lang).letter_footer(format!("{base}{}", LevelsPage {}), links.stops(base, lang))
}
