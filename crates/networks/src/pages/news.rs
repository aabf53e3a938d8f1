//! What is new in a network: the last entries of the log, as far as the reader may see them, with what they are about.

use std::collections::{BTreeMap, HashMap, HashSet};

use kernel::{Id, Result};
use web::Reading;

use crate::{Body, store::pages_overview::list_news, words::T};

/// How many entries are looked at, and how many are shown.
const LOOKED_AT: i64 = 24;
const SHOWN: usize = 6;

/// One line of what is new.
pub struct News {
    /// What happened.
    pub what: &'static str,
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

/// The last things that happened in a network. What the reader may not see has no card and is left out; the same thing
/// happening again to the same subject is told once.
///
/// # Errors
/// When the database cannot be read.
pub fn news(r: &Reading<'_>, network: Id<Body>) -> Result<Vec<News>> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let happened = list_news(r.conn, &v.actor, network, &VERBS, LOOKED_AT)?;
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
    let mut told = HashSet::new();
    let fresh = happened.iter().filter(|h| told.insert((h.verb.as_str(), h.subject.clone())));
    let lines = fresh.filter_map(|h| {
        let card = cards.get(&(h.subject.0.as_str(), h.subject.1))?;
        Some(News {
            what: what_word(t, &h.verb),
            title: card.title.clone(),
            detail: card.detail.clone(),
            href: card.url.clone(),
            icon: card.icon,
            when: i18n::relative(v.lang, v.today, h.at.day()),
        })
    });
    Ok(lines.take(SHOWN).collect())
}

/// The verbs told here. Who was asked, who declined and who pauses is between those concerned.
const VERBS: [&str; 18] = [
    "network.founded",
    "body.added",
    "body.ended",
    "body.renamed",
    "body.edited",
    "body.topics",
    "body.connected",
    "body.disconnected",
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
