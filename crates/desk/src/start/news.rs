//! What is new in her networks, and her networks as cards.

use std::collections::{HashMap, HashSet};

use kernel::Result;
use web::{Card, Reading};

use super::{
    mine::{Mine, short},
    seats::hat_role,
};
use crate::{
    store::{Happened, PER_NETWORK, list_happened},
    texts::T,
};

/// How far back something counts as new on a card, and how far back the list reaches: days.
const NEW_DAYS: i32 = 7;
const LIST_DAYS: i32 = 60;
/// The most entries of the list, and how many are asked of the slices, since some may be hidden from her by now.
const ITEMS: usize = 6;
const ASKED: usize = 12;

/// Her network as a card.
pub struct NetworkCard {
    pub name: String,
    pub href: String,
    pub hue: i64,
    pub reach: &'static str,
    pub roles: String,
    pub new: String,
    pub note: String,
}

/// One entry of the list.
pub struct NewsItem {
    pub title: String,
    pub href: String,
    pub icon: &'static str,
    pub sentence: String,
    pub network: String,
    pub hue: i64,
    pub ago: String,
}

/// One thing that happened, or several of the same sort in one body.
struct News {
    last: Happened,
    count: usize,
}

/// What others did of late.
pub struct Happenings(Vec<News>);

impl Happenings {
    /// Reads it, one statement.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn load(r: &Reading<'_>, mine: &Mine) -> Result<Self> {
        let networks: Vec<i64> = mine.networks_of_hats().iter().map(|m| m.id.raw()).collect();
        let since = r.viewer.today.plus_days(-LIST_DAYS).at(0, 0);
        let told = |verb: &str| r.site.news_word(verb, r.viewer.lang).is_some();
        Ok(Self(gathered(list_happened(r.conn, &r.viewer.actor, &networks, since)?, told)))
    }
    /// How many things are new in a network since last week.
    fn count(&self, r: &Reading<'_>, network: i64) -> usize {
        let since = r.viewer.today.plus_days(-NEW_DAYS).at(0, 0);
        self.0.iter().filter(|n| n.last.network == network && n.last.at >= since).map(|n| n.count).sum()
    }
    /// The list: only things whose slice shows them to her now. One call per kind.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn items(&self, r: &Reading<'_>, mine: &Mine) -> Result<Vec<NewsItem>> {
        let (v, t) = (r.viewer, T(r.viewer.lang));
        let first: Vec<&News> = self.0.iter().take(ASKED).collect();
        let mut cards: HashMap<(&str, i64), Card> = HashMap::new();
        for kind in r.site.kinds() {
            let mut ids: Vec<i64> =
                first.iter().flat_map(|n| n.subjects()).filter(|(k, _)| *k == kind.name).map(|(_, id)| id).collect();
            ids.sort_unstable();
            ids.dedup();
            if !ids.is_empty() {
                cards.extend((kind.cards)(r.conn, v, &ids)?.into_iter().map(|c| ((kind.name, c.id), c)));
            }
        }
        let marks = mine.networks_of_hats();
        let items = first.into_iter().filter_map(|n| {
            let card = n.subjects().find_map(|key| cards.get(&key))?;
            let mark = marks.iter().find(|m| m.id.raw() == n.last.network)?;
            Some(NewsItem {
                title: card.title.clone(),
                href: card.url.clone(),
                icon: card.icon,
                sentence: sentence(t, &n.last.verb, n.count).or_else(|| {
                    let word = r.site.news_word(&n.last.verb, v.lang)?;
                    Some(if n.count == 1 { word.to_owned() } else { t.news_several(n.count, word) })
                })?,
                network: short(mark, v.lang).to_owned(),
                hue: mark.hue,
                ago: i18n::relative(v.lang, v.today, n.last.at.day()),
            })
        });
        Ok(items.take(ITEMS).collect())
    }
}

impl News {
    /// What a card is shown of: one thing itself, several or one without a card by their body.
    fn subjects(&self) -> impl Iterator<Item = (&str, i64)> {
        let own = (self.count == 1).then_some((self.last.kind.as_str(), self.last.subject));
        own.into_iter().chain(self.last.body.map(|body| ("body", body)))
    }
}

/// Leaves out what is no news, keeps the last of several about one thing, and gathers the same sort within a body.
fn gathered(all: Vec<Happened>, told: impl Fn(&str) -> bool) -> Vec<News> {
    let t = T(kernel::Lang::De);
    let (mut seen, mut news): (HashSet<(String, i64)>, Vec<News>) = (HashSet::new(), Vec::new());
    for one in all {
        let known = sentence(t, &one.verb, 1).is_some() || told(&one.verb);
        if !known || !seen.insert((one.kind.clone(), one.subject)) {
            continue;
        }
        let same = |n: &&mut News| {
            one.kind != "body" && n.last.verb == one.verb && n.last.body == one.body && one.body.is_some()
        };
        match news.iter_mut().find(same) {
            Some(before) => before.count += 1,
            None => news.push(News { last: one, count: 1 }),
        }
    }
    news
}

/// Her networks with what she is there and how much is new.
pub fn network_cards(r: &Reading<'_>, mine: &Mine, happened: &Happenings) -> Vec<NetworkCard> {
    let (v, t) = (r.viewer, T(r.viewer.lang));
    let card = |mark: &networks::NetworkMark| {
        let mut roles: Vec<String> = Vec::new();
        let mut hats: Vec<_> = mine.hats.iter().filter(|h| h.network.id == mark.id).collect();
        // What she is in the network itself comes before what she is in its bodies; offices lead, standing in comes last.
        hats.sort_by_key(|h| (!h.capacity.fills(), h.seat.office.is_none(), !h.body.is_network()));
        for hat in &hats {
            let role = if hat.body.is_network() {
                hat_role(t, hat)
            } else {
                format!("{} ({})", hat_role(t, hat), hat.body.short())
            };
            if !roles.contains(&role) {
                roles.push(role);
            }
        }
        let more = roles.len().saturating_sub(2);
        roles.truncate(2);
        if more > 0 {
            roles.push(t.roles_more(more));
        }
        let network = mine.network(mark.id);
        let count = happened.count(r, mark.id.raw());
        let most = usize::try_from(PER_NETWORK).unwrap_or(usize::MAX);
        NetworkCard {
            name: short(mark, v.lang).to_owned(),
            href: network.and_then(|n| super::mine::body_link(r, &n.slug, n)).unwrap_or_default(),
            hue: mark.hue,
            reach: network.map_or("", |n| networks::reach_in(v.lang, n.reach)),
            roles: roles.join(", "),
            new: if count >= most { t.news_many(count) } else { t.news_count(count) },
            note: network.and_then(|n| n.rhythm.clone()).unwrap_or_else(|| t.count_seats(hats.len())),
        }
    };
    mine.networks_of_hats().into_iter().map(card).collect()
}

/// What happened, in one short sentence; `None` for what is no news: what concerns one person's answer, and bookkeeping.
fn sentence(t: T, verb: &str, count: usize) -> Option<String> {
    let fixed = match verb {
        "seat.filled" => return Some(t.verb_seat_filled(count)),
        "seat.vacated" => return Some(t.verb_seat_vacated(count)),
        "seat.ended" => return Some(t.verb_seat_ended(count)),
        "representative.named" => return Some(t.verb_representative_named(count)),
        "network.founded" => t.verb_network_founded(),
        "body.added" => t.verb_body_added(),
        "body.edited" => t.verb_body_edited(),
        "body.renamed" => t.verb_body_renamed(),
        "body.ended" => t.verb_body_ended(),
        "project.closed" => t.verb_project_closed(),
        "body.topics" => t.verb_body_topics(),
        "body.connected" => t.verb_body_connected(),
        "seats.added" => t.verb_seats_added(),
        "substitute.named" => t.verb_substitute_named(),
        _ => return None,
    };
    Some(fixed.to_owned())
}

#[cfg(test)]
mod tests {
    use kernel::{Day, Lang};

    use super::*;

    fn happened(seq: i64, verb: &str, kind: &str, subject: i64, body: i64) -> Happened {
        Happened {
            seq,
            at: Day::literal("2026-11-20").at(12, 0),
            verb: verb.into(),
            kind: kind.into(),
            subject,
            network: 1,
            body: Some(body),
        }
    }

    #[test]
    fn seats_of_one_body_are_told_together_and_a_thing_only_once() {
        let news = gathered(
            vec![
                happened(9, "seat.filled", "seat", 11, 5),
                happened(8, "seat.nominated", "seat", 12, 5),
                happened(7, "seat.filled", "seat", 12, 5),
                happened(6, "seat.vacated", "seat", 12, 5),
                happened(5, "seat.filled", "seat", 13, 6),
                happened(4, "body.edited", "body", 5, 5),
                happened(3, "body.renamed", "body", 5, 5),
                happened(2, "vote.decided", "vote", 21, 5),
                happened(1, "vote.cast", "vote", 22, 5),
            ],
            |verb| verb == "vote.decided",
        );
        let told: Vec<(&str, usize)> = news.iter().map(|n| (n.last.verb.as_str(), n.count)).collect();
        assert_eq!(told, [("seat.filled", 2), ("seat.filled", 1), ("body.edited", 1), ("vote.decided", 1)]);
        let subjects: Vec<Vec<(&str, i64)>> = news.iter().map(|n| n.subjects().collect()).collect();
        assert_eq!(
            subjects,
            [
                vec![("body", 5)],
                vec![("seat", 13), ("body", 6)],
                vec![("body", 5), ("body", 5)],
                vec![("vote", 21), ("body", 5)]
            ]
        );
    }

    #[test]
    fn what_concerns_one_persons_answer_is_no_news() {
        for verb in [
            "seat.invited",
            "seat.nominated",
            "seat.accepted",
            "seat.refused",
            "seat.suspended",
            "consent.given",
            "person.edited",
            "unknown",
        ] {
            assert_eq!(sentence(T(Lang::De), verb, 1), None, "{verb}");
        }
        assert_ne!(sentence(T(Lang::De), "seat.filled", 1), sentence(T(Lang::De), "seat.filled", 3));
        assert_ne!(sentence(T(Lang::De), "body.added", 1), sentence(T(Lang::En), "body.added", 1));
    }
}
