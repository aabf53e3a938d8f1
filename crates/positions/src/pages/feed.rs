//! `/netzwerke/{network}/positionen/atom`: what a network published for everybody, as Atom (RFC 4287). Whoever asks, it is what
//! the public may read.

use kernel::{Actor, Error, Level, Moment, Result};
use web::{Answer, Reading};

use super::words::kind_word;
use crate::{
    Position,
    paths::{BodyPositions, PositionFeed, PositionPage},
    store::{
        register::{Wanted, list_published},
        versions,
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
    let own = absolute(&r.viewer.link(&p));
    // RFC 4287 4.2.15 wants a moment even where nothing was published yet.
    let updated = all.iter().filter_map(|p| p.published_at).max().unwrap_or_else(|| network.term.from.at(0, 0));
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n<id>{own}</id>\n<title>{}</title>\n<updated>{}</updated>\n<link rel=\"self\" type=\"application/atom+xml\" href=\"{own}\"/>\n<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n<author><name>{}</name></author>\n",
        lang.code(),
        escaped(&t.feed_title(network.name_in(lang))),
        moment(updated),
        absolute(&r.viewer.link(&BodyPositions { body: network.id })),
        escaped(network.name_in(lang)),
    );
    for position in &all {
        xml.push_str(&entry(r, t, position)?);
    }
    xml.push_str("</feed>\n");
    Ok(Answer::data("application/atom+xml; charset=utf-8", xml.into_bytes()))
}

fn entry(r: &Reading<'_>, t: T, it: &Position) -> Result<String> {
    // The address without a language: what it is known by must never change.
    let id = r.site.absolute(&PositionPage { position: it.id });
    let link = r.site.absolute(&r.viewer.link(&PositionPage { position: it.id }));
    let text = versions::list_paragraphs(r.conn, it.id, it.text)?;
    let text: String = text.into_iter().map(|p| p.text).collect::<Vec<_>>().join(" ").chars().take(SUMMARY).collect();
    let at = moment(it.published_at.unwrap_or(it.made_at));
    let kind = kind_word(t, it.kind);
    Ok(format!(
        "<entry><id>{id}</id><title>{}</title><published>{at}</published><updated>{at}</updated><link rel=\"alternate\" type=\"text/html\" href=\"{link}\"/><category term=\"{}\" label=\"{}\"/><summary>{}</summary></entry>\n",
        escaped(&format!("{kind} {}: {}", it.mark.as_deref().unwrap_or_default(), it.title)),
        it.kind.word(),
        escaped(kind),
        escaped(&text),
    ))
}

/// A moment as RFC 3339 writes it, in UTC.
fn moment(at: Moment) -> String {
    at.local().timestamp().to_string()
}

/// Text as XML may hold it (XML 1.0, 2.2 and 2.4).
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(' '),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_becomes_markup() {
        assert_eq!(escaped("<a href=\"x\">&\u{1}\nä</a>"), "&lt;a href=&quot;x&quot;&gt;&amp; ä&lt;/a&gt;");
    }
}
