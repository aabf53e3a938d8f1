//! One page of this slice: sections of text, facts, rows and forms.

use askama::Template;
use kernel::{Lang, Result};
use networks::shell::Pill;
use web::{Answer, FormView, Page, Reading};

/// A label, words, and where they lead; empty where nowhere.
pub type Fact = (String, String, String);

/// A fact that leads nowhere.
#[must_use]
pub fn plain(label: &str, words: impl Into<String>) -> Fact {
    (label.to_owned(), words.into(), String::new())
}

/// One row of a list.
#[derive(Clone, Default)]
pub struct Line {
    /// What it is.
    pub title: String,
    /// Where it leads; empty where nowhere.
    pub href: String,
    /// What more is said.
    pub details: Vec<String>,
    /// How it stands.
    pub pills: Vec<Pill>,
    /// A word for a link at the end, and where it leads.
    pub act: Option<(String, String)>,
    /// A button at the end: what it says, the value it sends.
    pub button: Option<(String, String)>,
}

/// A part of a section.
pub enum Block {
    /// Paragraphs.
    Text(Vec<String>),
    /// What is missing, and what would be here.
    Empty(&'static str, &'static str),
    /// Labels and words.
    Facts(Vec<Fact>),
    /// A list.
    Rows(Vec<Line>),
    /// The same folded away, under a word.
    Fold(String, Vec<Line>),
    /// Labels and words folded away, under a word.
    FoldFacts(String, Vec<Fact>),
    /// HTML the house made: a picture, a form for the day.
    Html(String),
    /// Links as buttons.
    Ways(Vec<(String, String)>),
    /// A form: its fields, and its buttons with name, value, word and whether it is the main one.
    Form(Vec<String>, Vec<(&'static str, String, String, bool)>),
}

/// A section.
pub struct Section {
    /// Its id on the page.
    pub id: &'static str,
    /// Its heading.
    pub title: String,
    /// What is in it.
    pub blocks: Vec<Block>,
}

impl Section {
    /// A section with one block.
    pub fn new(id: &'static str, title: impl Into<String>, block: Block) -> Self {
        Self { id, title: title.into(), blocks: vec![block] }
    }
    /// With one more.
    #[must_use]
    pub fn with(mut self, block: Block) -> Self {
        self.blocks.push(block);
        self
    }
}

/// The page.
#[derive(Template)]
#[template(path = "mandates.html")]
pub struct View {
    /// The way here.
    pub crumbs: String,
    /// What is wrong with a form.
    pub summary: String,
    /// The heading.
    pub title: String,
    /// What it is about.
    pub lead: String,
    /// How it stands.
    pub pills: Vec<Pill>,
    /// What is to be known first.
    pub notes: Vec<(&'static str, &'static str, String)>,
    /// What can be done: the first is the main one.
    pub acts: Vec<(String, String)>,
    /// The sections.
    pub sections: Vec<Section>,
    /// The number that lets a form act once.
    pub once: String,
    /// Under which name the browser keeps what is typed until it is saved, and what it says when it brings it back; empty
    /// where it keeps nothing.
    pub keeps: (String, &'static str),
    /// Where one goes back: word and address.
    pub back: Option<(&'static str, String)>,
}

impl View {
    /// An empty page of that name.
    #[must_use]
    pub fn new(lang: Lang, title: impl Into<String>) -> Self {
        Self {
            crumbs: String::new(),
            summary: String::new(),
            title: title.into(),
            lead: String::new(),
            pills: Vec::new(),
            notes: Vec::new(),
            acts: Vec::new(),
            sections: Vec::new(),
            once: FormView::new(lang, &[]).once(),
            keeps: (String::new(), ""),
            back: None,
        }
    }
    /// With a form that was sent.
    #[must_use]
    pub fn of(mut self, form: &FormView) -> Self {
        (self.summary, self.once) = (form.summary(), form.once());
        self
    }
    /// Adds a section where it holds something.
    pub fn section(&mut self, id: &'static str, title: impl Into<String>, block: Block) {
        let empty = match &block {
            Block::Text(all) => all.is_empty(),
            Block::Facts(all) | Block::FoldFacts(_, all) => all.is_empty(),
            Block::Rows(all) | Block::Fold(_, all) => all.is_empty(),
            Block::Html(all) => all.is_empty(),
            Block::Ways(all) => all.is_empty(),
            Block::Form(..) | Block::Empty(..) => false,
        };
        if !empty {
            self.sections.push(Section::new(id, title, block));
        }
    }
    /// The answer.
    ///
    /// # Errors
    /// When the template fails.
    pub fn answer(&self, r: &Reading<'_>, page: Page) -> Result<Answer> {
        r.page(page, self)
    }
}

/// Text as paragraphs.
#[must_use]
pub fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|l| !l.is_empty()).map(str::to_owned).collect()
}
