//! Feeds of what is published, as Atom (RFC 4287).

use kernel::{Lang, Moment};
use papers::escaped;

use crate::Answer;

/// A feed.
#[derive(Clone, Debug)]
pub struct Feed {
    /// The language of its words.
    pub lang: Lang,
    /// Its own absolute address, by which it is known.
    pub own: String,
    /// The absolute address of the page that shows the same.
    pub page: String,
    /// What it is called.
    pub title: String,
    /// Who publishes.
    pub author: String,
    /// When something was published last; RFC 4287 4.2.15 wants a moment even where nothing was yet.
    pub updated: Moment,
    /// What was published, the latest first.
    pub entries: Vec<Entry>,
}

/// Something that was published.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The absolute address by which it is known, for ever and in every language.
    pub id: String,
    /// The absolute address of its page in the language of the feed.
    pub link: String,
    /// What it is called.
    pub title: String,
    /// When it was published.
    pub at: Moment,
    /// What sort it is, where it has one: a word that stays, and the word for readers.
    pub sort: Option<(&'static str, String)>,
    /// What it says, as plain words.
    pub summary: String,
}

impl Feed {
    /// The answer.
    #[must_use]
    pub fn answer(&self) -> Answer {
        let mut xml = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n<id>{own}</id>\n<title>{}</title>\n<updated>{}</updated>\n<link rel=\"self\" type=\"application/atom+xml\" href=\"{own}\"/>\n<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n<author><name>{}</name></author>\n",
            self.lang.code(),
            escaped(&self.title),
            moment(self.updated),
            self.page,
            escaped(&self.author),
            own = self.own,
        );
        for entry in &self.entries {
            xml.push_str(&entry.xml());
        }
        xml.push_str("</feed>\n");
        Answer::data("application/atom+xml; charset=utf-8", xml.into_bytes())
    }
}

impl Entry {
    fn xml(&self) -> String {
        let sort = self.sort.as_ref().map_or_else(String::new, |(term, label)| {
            format!("<category term=\"{term}\" label=\"{}\"/>", escaped(label))
        });
        format!(
            "<entry><id>{}</id><title>{}</title><published>{at}</published><updated>{at}</updated><link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>{sort}<summary>{}</summary></entry>\n",
            self.id,
            escaped(&self.title),
            self.link,
            escaped(&self.summary),
            at = moment(self.at),
        )
    }
}

/// A moment as RFC 3339 writes it, in UTC.
fn moment(at: Moment) -> String {
    at.local().timestamp().to_string()
}
