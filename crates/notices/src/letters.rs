//! What is gathered, as a letter. What is confidential, or belongs to a sensitive network, is told by nothing but that there is
//! something to read after signing in.

mod topics;

use std::collections::HashMap;

use db::OutMail;
use kernel::Lang;
use networks::Body;
use web::{Mail, Told, Weight};

pub use topics::topics_letter;

use crate::{
    Answers,
    bundles::Round,
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
    /// The networks it comes through, each once.
    fn through(&self) -> Vec<i64> {
        let mut all: Vec<i64> = Vec::new();
        for network in self.0.iter().flat_map(|row| &row.through) {
            if !all.contains(network) {
                all.push(*network);
            }
        }
        all
    }
    /// The network it is from.
    fn home(&self) -> Option<i64> {
        let of = |told: &Told| told.before.first().or(told.ways.first()).map(|(network, _)| *network);
        self.0.iter().min_by_key(|row| row.told.at).and_then(|row| of(row.told))
    }
    /// The bodies a letter names by it: that of the thing, and those through which it comes.
    fn bodies(&self) -> Vec<i64> {
        let mut all = Vec::new();
        for row in &self.0 {
            let told = row.told;
            let through = |(network, _): &&(i64, i64)| row.through.contains(network);
            let home = told.before.first().or(told.ways.first());
            let ways = told.ways.iter().chain(&told.before).filter(through).chain(home);
            all.extend(ways.map(|(_, body)| *body).chain(row.through.iter().copied()));
        }
        all
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
pub fn bundle_letter(to: &To, lines: &[Line<'_>], round: &Round<'_>, links: &Links) -> OutMail {
    let (lang, t) = (to.lang, T(to.lang));
    let (known, base, answers) = (&round.known, round.base.as_str(), round.answers.as_ref());
    let quiet = |line: &&Line<'_>| line.0.iter().any(|row| is_quiet(row, known));
    let (silent, spoken): (Vec<&Line<'_>>, Vec<&Line<'_>>) = lines.iter().partition(quiet);
    let mut parts: Vec<String> = Vec::new();
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
    // Where it is about one thing, answering it is answering the letter.
    let only = match lines {
        [line] if silent.is_empty() => answers.and_then(|answers| answer_of(line, answers, to)),
        _ => None,
    };
    let mut sits_in: Vec<i64> = spoken.iter().filter_map(|line| line.first().through.first().copied()).collect();
    sits_in.sort_unstable();
    sits_in.dedup();
    // It names no network: some of them must not be known.
    let mail = Mail::new(lang, &t.letter_subject(lines.len())).says(parts.join("\n\n")).because(t.why_bundled());
    OutMail {
        to: to.address.clone(),
        person: Some(to.person.raw()),
        unsubscribe: Some(links.stops(base, lang)),
        reply_tag: only,
        sits_in,
        names: named(&spoken),
        ..mail.less(footer(lang, links, base)).out("bundle")
    }
}

/// The bodies some lines name, each once: asked again when the letter leaves.
fn named(lines: &[&Line<'_>]) -> Vec<i64> {
    let mut all: Vec<i64> = lines.iter().flat_map(|line| line.bodies()).collect();
    all.sort_unstable();
    all.dedup();
    all
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
    let row = line.first();
    let through = line.through();
    let names: Vec<&str> = through.iter().filter_map(|n| known.get(n)).map(Body::short).collect();
    let names = i18n::list_and(lang, &names);
    let title = row.told.title.replace('\n', " ");
    let address = open_address(lang, line, links, base);
    format!("[{names}] {title}\n{}. {}\n{address}", what_happened(lang, line), why_words(lang, row.why, &names))
}

/// What happened to a thing, in a few words.
fn what_happened(lang: Lang, line: &Line<'_>) -> String {
    let t = T(lang);
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
    what.join(", ")
}

/// Where a thing is read: by the link of the letter, or after signing in.
fn open_address(lang: Lang, line: &Line<'_>, links: &Links, base: &str) -> String {
    let told = line.first().told;
    match &told.open {
        Some(open) => links.opens(base, lang, open),
        None => format!("{base}{}", told.path),
    }
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
        Why::Topic => t.why_topic_hers().to_owned(),
        Why::Duty => t.why_duty(networks),
        _ => t.why_member(networks),
    }
}

/// How to hear less, at the end of a letter.
#[must_use]
pub fn footer(lang: Lang, links: &Links, base: &str) -> String {
    T(lang).letter_footer(format!("{base}{}", LevelsPage {}), links.stops(base, lang))
}
