//! What is new in a network: the last entries of the log, as far as the reader may see them, with what they are about.

use std::collections::{BTreeMap, HashMap, HashSet};

use kernel::{Id, Result};
use web::Reading;

use crate::{
    Body,
    store::overview::{Happened, list_news},
    words::T,
};

/// How many entries are looked at, and how many are shown.
const LOOKED_AT: i64 = 60;
const SHOWN: usize = 6;

/// One line of what is new.
pub struct News {
    /// What happened.
    pub what: String,
    /// What it happened to.
    pub title: String,
    /// One line more.
    pub detail: String,
    /// Its page.
    pub href: String,
    /// Its icon.
    pub icon: &'static str,
    /// When, in words.
    pub when: String,
}

/// The last things that happened in a network. What the reader may not see has no card and is left out; what
/// belongs together is told once.
///
/// # Errors
/// When the database cannot be read.
pub fn news(r: &Reading<'_>, network: Id<Body>) -> Result<Vec<News>> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let verbs: Vec<&str> = VERBS.into_iter().chain(r.site.news().map(|n| n.verb)).collect();
    let happened = list_news(r.conn, &v.actor, network, &verbs, LOOKED_AT)?;
    let mut wanted: BTreeMap<&str, Vec<i64>> = BTreeMap::new();
    for one in &happened {
        wanted.entry(one.subject.0.as_str()).or_default().push(one.subject.1);
    }
    let mut cards: HashMap<(&str, i64), web::Card> = HashMap::new();
    for kind in r.site.kinds() {
        if let Some(ids) = wanted.get_mut(kind.name) {
            ids.sort_unstable();
            ids.dedup();
            cards.extend((kind.cards)(r.conn, v, ids)?.into_iter().map(|c| ((kind.name, c.id), c)));
        }
    }
    let mut told: Vec<Told<'_>> = Vec::new();
    for one in &happened {
        let Some(card) = cards.get(&(one.subject.0.as_str(), one.subject.1)) else { continue };
        match told.iter_mut().find(|t| t.covers(one)) {
            Some(line) => line.take(one),
            None => told.push(Told { first: one, card, subjects: HashSet::from([one.subject.1]) }),
        }
    }
    let word = |verb: &str| r.site.news_word(verb, v.lang).unwrap_or_else(|| what_word(t, verb));
    let line = |told: Told<'_>| News {
        what: match told.subjects.len() {
            1 => word(&told.first.verb).to_owned(),
            // Some words are sentences; the line goes on.
            n => t.news_and_more(n - 1, word(&told.first.verb).trim_end_matches('.')),
        },
        title: told.card.title.clone(),
        detail: told.card.detail.clone(),
        href: told.card.url.clone(),
        icon: told.card.icon,
        when: i18n::relative(v.lang, v.today, told.first.at.day()),
    };
    Ok(told.into_iter().take(SHOWN).map(line).collect())
}

/// One line that may stand for several entries of one day: the same seat or body again, or the same verb in one body.
struct Told<'a> {
    first: &'a Happened,
    card: &'a web::Card,
    subjects: HashSet<i64>,
}

impl<'a> Told<'a> {
    fn covers(&self, other: &Happened) -> bool {
        let same_day = self.first.at.day() == other.at.day() && self.first.subject.0 == other.subject.0;
        let again = self.first.verb == other.verb && self.first.body == other.body && other.subject.0 != "body";
        same_day && (self.subjects.contains(&other.subject.1) || again)
    }
    /// Entries come newest first: what an older one says of the same thing matters only when it says that it is new.
    fn take(&mut self, other: &'a Happened) {
        self.subjects.insert(other.subject.1);
        if matches!(other.verb.as_str(), "body.added" | "network.founded") {
            self.first = other;
        }
    }
}

/// The verbs of this slice told here; those of others come from the registry. Who was asked, who declined and who pauses is between those concerned.
const VERBS: [&str; 19] = [
    "network.founded",
    "body.added",
    "body.ended",
    "body.renamed",
    "body.edited",
    "body.topics",
    "body.connected",
    "body.disconnected",
    "project.closed",
    "seat.filled",
    "seat.vacated",
    "seat.ended",
    "seats.added",
    "post.filled",
    "post.left",
    "post.renamed",
    "representative.named",
    "representative.ended",
    "substitute.named",
];

fn what_word(t: T, verb: &str) -> &'static str {
    match verb {
        "network.founded" => t.news_founded(),
        "body.added" => t.news_body_added(),
        "body.ended" => t.news_body_ended(),
        "body.renamed" | "post.renamed" => t.news_renamed(),
        "body.topics" => t.news_topics(),
        "body.connected" => t.news_connected(),
        "body.disconnected" => t.news_disconnected(),
        "project.closed" => t.news_project_closed(),
        "seat.filled" => t.news_seat_filled(),
        "seat.vacated" => t.news_seat_vacated(),
        "seat.ended" => t.news_seat_ended(),
        "seats.added" => t.news_seats_added(),
        "post.filled" => t.news_post_filled(),
        "post.left" => t.news_post_left(),
        "representative.named" | "representative.ended" => t.news_representative(),
        "substitute.named" => t.news_substitute(),
        _ => t.news_edited(),
    }
}
