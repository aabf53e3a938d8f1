//! What a paper consists of.

use kernel::{Day, Lang};
use serde::{Deserialize, Serialize};

use crate::Format;

/// A document, independent of the file it becomes.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Paper {
    /// Its language: of its words, of hyphenation and of the voice that reads it aloud.
    #[serde(with = "as_code")]
    pub lang: Lang,
    /// What it is called; one line, never empty.
    pub title: String,
    /// What it is about, below the title; may be empty.
    pub subject: String,
    /// Who issues it, a network's name; at the top of each page.
    pub author: String,
    /// Its number in the register, `B 2026/14`; at the top of each page, may be empty.
    pub number: String,
    /// Its day. The files say they were made then, so that the same paper is always the same bytes.
    #[serde(with = "as_day")]
    pub day: Day,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// One part of a paper, from top to bottom.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// A heading.
    Heading {
        /// 1 to 3; a level that skips one is moved up.
        level: u8,
        /// Its words.
        text: String,
    },
    /// A paragraph.
    Text(Words),
    /// Lines that stay lines and together, such as an address.
    Lines(Vec<String>),
    /// A list.
    List(List),
    /// Names with values, such as who attended.
    Facts(Vec<Fact>),
    /// A table.
    Table(Table),
    /// Places to sign, two beside each other.
    Signatures(Vec<Signature>),
    /// A remark apart from the text.
    Note(Words),
    /// What follows begins on a new page.
    PageBreak,
}

/// Text in which some is set apart. A line break in it is one on paper.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Words(pub Vec<Run>);

/// A piece of text of one style.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Run {
    /// How it is set apart.
    pub style: Style,
    /// The text.
    pub text: String,
}

/// How a piece of text is set apart.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Style {
    /// Not at all.
    Plain,
    /// Of weight.
    Strong,
    /// With stress.
    Emphasis,
}

/// A list.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct List {
    /// Whether its entries are counted, from 1.
    pub numbered: bool,
    /// Its entries.
    pub items: Vec<Item>,
}

/// An entry of a list.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Item {
    /// What it says.
    pub words: Words,
    /// The list within it.
    pub inner: Option<Box<List>>,
}

/// A name and its value.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Fact {
    /// The name, without a colon.
    pub name: String,
    /// The value.
    pub value: Words,
}

/// A table with one row of headings, which is shown again on each page.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// The names of the columns.
    pub head: Vec<String>,
    /// The cells, row by row; cells that are missing on the right are empty.
    pub rows: Vec<Vec<Words>>,
    /// To which side each column is set; to the start where nothing is said.
    pub align: Vec<Align>,
}

/// To which side a column is set.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Align {
    /// To the left: words.
    #[default]
    Start,
    /// To the middle: short marks.
    Center,
    /// To the right: numbers.
    End,
}

/// A place to sign.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Signature {
    /// Who signs; may be empty.
    pub name: String,
    /// As what, `Vorsitz`; may be empty.
    pub role: String,
}

impl Paper {
    /// A paper without anything on it.
    #[must_use]
    pub fn new(lang: Lang, title: impl Into<String>, author: impl Into<String>, day: Day) -> Self {
        Self {
            lang,
            title: title.into(),
            subject: String::new(),
            author: author.into(),
            number: String::new(),
            day,
            blocks: Vec::new(),
        }
    }
    /// With what it is about.
    #[must_use]
    pub fn about(mut self, subject: impl Into<String>) -> Self {
        self.subject = subject.into();
        self
    }
    /// With its number.
    #[must_use]
    pub fn numbered(mut self, number: impl Into<String>) -> Self {
        self.number = number.into();
        self
    }
    /// With one part more.
    #[must_use]
    pub fn with(mut self, block: Block) -> Self {
        self.blocks.push(block);
        self
    }
    /// With a heading.
    #[must_use]
    pub fn heading(self, level: u8, text: impl Into<String>) -> Self {
        self.with(Block::Heading { level, text: text.into() })
    }
    /// With a paragraph.
    #[must_use]
    pub fn text(self, words: impl Into<Words>) -> Self {
        self.with(Block::Text(words.into()))
    }
    /// With a list of plain entries.
    #[must_use]
    pub fn list<W: Into<Words>>(self, numbered: bool, items: impl IntoIterator<Item = W>) -> Self {
        let items = items.into_iter().map(|words| Item { words: words.into(), inner: None }).collect();
        self.with(Block::List(List { numbered, items }))
    }
    /// The name to save it under: title, number and day, with hyphens for whatever a file system could stumble over.
    #[must_use]
    pub fn file_name(&self, format: Format) -> String {
        let mut name = String::new();
        for c in [&self.title, &self.number].into_iter().flat_map(|part| part.chars().chain([' '])) {
            if c.is_alphanumeric() {
                name.push(c);
            } else if !name.is_empty() && !name.ends_with('-') {
                name.push('-');
            }
        }
        let name: String = name.chars().take(60).collect();
        let name = Some(name.trim_matches('-')).filter(|name| !name.is_empty()).unwrap_or("Dokument");
        format!("{name}-{}.{format}", self.day)
    }
}

impl Words {
    /// Followed by text of weight.
    #[must_use]
    pub fn strong(self, text: impl Into<String>) -> Self {
        self.then(Style::Strong, text)
    }
    /// Followed by stressed text.
    #[must_use]
    pub fn emphasis(self, text: impl Into<String>) -> Self {
        self.then(Style::Emphasis, text)
    }
    /// Followed by plain text.
    #[must_use]
    pub fn plain(self, text: impl Into<String>) -> Self {
        self.then(Style::Plain, text)
    }
    fn then(mut self, style: Style, text: impl Into<String>) -> Self {
        self.0.push(Run { style, text: text.into() });
        self
    }
    /// Whether there is nothing to read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|run| crate::tidy::is_blank(&run.text))
    }
}

impl From<String> for Words {
    fn from(text: String) -> Self {
        Self::default().plain(text)
    }
}
impl From<&str> for Words {
    fn from(text: &str) -> Self {
        Self::default().plain(text)
    }
}

impl Table {
    /// How wide each column is to the others: by the text in it, within bounds, so that a column of numbers leaves room for
    /// words.
    #[must_use]
    pub fn weights(&self) -> Vec<usize> {
        let weight = |(n, name): (usize, &String)| {
            let cells = self.rows.iter().filter_map(|row| row.get(n));
            let length = |words: &Words| words.0.iter().map(|run| run.text.chars().count()).sum();
            cells.map(length).chain([name.chars().count()]).max().unwrap_or(0).clamp(6, 40)
        };
        self.head.iter().enumerate().map(weight).collect()
    }
}

impl Fact {
    /// A name with its value.
    pub fn new(name: impl Into<String>, value: impl Into<Words>) -> Self {
        Self { name: name.into(), value: value.into() }
    }
}

/// A language as its code.
mod as_code {
    use kernel::Lang;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub fn serialize<S: Serializer>(lang: &Lang, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(lang.code())
    }
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Lang, D::Error> {
        let code = String::deserialize(from)?;
        Lang::from_code(&code).ok_or_else(|| D::Error::custom("no language of the house"))
    }
}

/// A day as ISO 8601.
mod as_day {
    use kernel::Day;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub fn serialize<S: Serializer>(day: &Day, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(day)
    }
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Day, D::Error> {
        String::deserialize(from)?.parse().map_err(|_| D::Error::custom("no day"))
    }
}
