//! `/netzwerke/{network}/positionen/atom`: what a network published for everybody, as Atom (RFC 4287). Whoever asks, it is what
//! the public may read.

use kernel::{Actor, Error, Level, Result};
use web::{Answer, Entry, Feed, Reading};

use super::words::kind_word;
use crate::{
    Position,
    paths::{BodyPositions, PositionFeed, PositionPage},
    store::{
        register::{Wanted, list_published},
        told,
    },
    words::T,
};

/// The most entries of a feed.
const MOST: i64 = 30;
/// The most characters of what an entry says of its text.
const SUMMARY: usize = 600;

/// The feed.
///
/// # Errors
/// [`Error::NotFound`] where the public may not see the network.
pub fn show(r: &Reading<'_>, p: PositionFeed) -> Result<Answer> {
    let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
    let network = networks::find_network(r.conn, &Actor::public(), p.network.as_str())?;
    if network.level != Level::Public {
        return Err(Error::NotFound);
    }
    let wanted = Wanted { network: Some(network.id), ..Wanted::default() };
    let all = list_published(r.conn, &Actor::public(), &wanted, (0, MOST))?;
    let absolute = |path: &str| r.site.absolute(&path);
    let ids: Vec<i64> = all.iter().map(|p| p.id.raw()).collect();
    let texts = told::list_texts(r.conn, &ids)?;
    let words = |it: &Position| {
        let own = texts.iter().filter(|(of, _)| *of == it.id.raw()).map(|(_, text)| text.as_str());
        own.collect::<Vec<_>>().join(" ")
    };
    let feed = Feed {
        lang,
        own: absolute(&r.viewer.link(&p)),
        page: absolute(&r.viewer.link(&BodyPositions { body: network.id })),
        title: t.feed_title(network.name_in(lang)),
        author: network.name_in(lang).to_owned(),
        // RFC 4287 4.2.15 wants a moment even where nothing was published yet.
        updated: all.iter().filter_map(|p| p.published_at).max().unwrap_or_else(|| network.term.from.at(0, 0)),
        entries: all.iter().map(|position| entry(r, t, position, &words(position))).collect(),
    };
    Ok(feed.answer())
}

fn entry(r: &Reading<'_>, t: T, it: &Position, text: &str) -> Entry {
    let kind = kind_word(t, it.kind);
    Entry {
        // The address without a language: what it is known by must never change.
        id: r.site.absolute(&PositionPage { position: it.id }),
        link: r.site.absolute(&r.viewer.link(&PositionPage { position: it.id })),
        title: format!("{kind} {}: {}", it.mark.as_deref().unwrap_or_default(), it.title),
        at: it.published_at.unwrap_or(it.made_at),
        sort: Some((it.kind.word(), kind.to_owned())),
        summary: text.chars().take(SUMMARY).collect(),
    }
}
