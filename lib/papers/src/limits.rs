//! How much a paper may hold: whoever fills one may have typed all of it.

use kernel::{Lang, Reason};

use crate::{Block, List, Paper, Words, texts::T};

/// The most parts, counting entries of lists, facts and rows of tables.
pub const BLOCKS: usize = 6_000;
/// The most characters altogether: some 150 pages.
pub const CHARACTERS: usize = 500_000;
/// The most columns of a table.
pub const COLUMNS: usize = 12;
/// How deep lists may lie in lists.
pub const DEPTH: usize = 3;

/// Why a paper becomes no file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TooMuch {
    /// More than [`BLOCKS`] parts or [`CHARACTERS`] characters.
    Long,
    /// A table of more than [`COLUMNS`] columns.
    Wide,
    /// Lists more than [`DEPTH`] deep.
    Deep,
}

impl TooMuch {
    /// What to tell the reader.
    #[must_use]
    pub fn reason(self) -> Reason {
        Reason::new(self.text(Lang::De), self.text(Lang::En))
    }
    fn text(self, lang: Lang) -> &'static str {
        let t = T(lang);
        match self {
            Self::Long => t.too_long(),
            Self::Wide => t.too_wide(),
            Self::Deep => t.too_deep(),
        }
    }
}

impl std::fmt::Display for TooMuch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.text(Lang::En))
    }
}
impl std::error::Error for TooMuch {}

/// What has been counted so far.
#[derive(Default)]
struct Count {
    parts: usize,
    characters: usize,
}

impl Count {
    fn text(&mut self, text: &str) {
        self.characters += text.chars().count();
    }
    fn words(&mut self, words: &Words) {
        self.parts += 1;
        // A run costs something even when nothing is in it.
        self.characters += words.0.len();
        words.0.iter().for_each(|run| self.text(&run.text));
    }
    fn list(&mut self, list: &List, depth: usize) -> Result<(), TooMuch> {
        if depth > DEPTH {
            return Err(TooMuch::Deep);
        }
        for item in &list.items {
            self.words(&item.words);
            item.inner.as_ref().map_or(Ok(()), |inner| self.list(inner, depth + 1))?;
        }
        Ok(())
    }
    fn block(&mut self, block: &Block) -> Result<(), TooMuch> {
        self.parts += 1;
        match block {
            Block::Heading { text, .. } => self.text(text),
            Block::Text(words) | Block::Note(words) => self.words(words),
            Block::Lines(lines) => {
                self.parts += lines.len();
                lines.iter().for_each(|line| self.text(line));
            }
            Block::List(list) => self.list(list, 1)?,
            Block::Facts(facts) => {
                for fact in facts {
                    self.text(&fact.name);
                    self.words(&fact.value);
                }
            }
            Block::Table(table) => {
                if table.head.len() > COLUMNS {
                    return Err(TooMuch::Wide);
                }
                self.text(&table.caption);
                table.head.iter().for_each(|name| self.text(name));
                for row in &table.rows {
                    if row.len() > COLUMNS {
                        return Err(TooMuch::Wide);
                    }
                    row.iter().for_each(|cell| self.words(cell));
                    // A row counts once, however many cells it has.
                    self.parts = self.parts + 1 - row.len();
                }
            }
            Block::Signatures(places) => {
                self.parts += places.len();
                places.iter().for_each(|place| {
                    self.text(&place.name);
                    self.text(&place.role);
                });
            }
            Block::PageBreak => {}
        }
        Ok(())
    }
}

impl Paper {
    /// Whether it stays within what one file may hold.
    ///
    /// # Errors
    /// What is too much.
    pub fn check(&self) -> Result<(), TooMuch> {
        let mut count = Count::default();
        for text in [&self.title, &self.subject, &self.author, &self.number] {
            count.text(text);
        }
        for block in &self.blocks {
            count.block(block)?;
            if count.parts > BLOCKS || count.characters > CHARACTERS {
                return Err(TooMuch::Long);
            }
        }
        if count.characters > CHARACTERS { Err(TooMuch::Long) } else { Ok(()) }
    }
}
