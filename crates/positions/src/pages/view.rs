//! A page of sections: text, facts, rows and forms.

use askama::Template;
use kernel::{Lang, Result};
use networks::shell::Pill;
use web::{Answer, FormView, Page, Reading};

use crate::words::T;

/// A label, words, and where they lead; empty where nowhere.
pub type Fact = (&'static str, String, String);

/// A row of a list.
#[derive(Clone, Default)]
pub struct Line {
    /// What it is.
    pub title: String,
    /// Where it leads; empty where nowhere.
    pub href: String,
    /// What it says.
    pub lines: Vec<String>,
    /// What more is said, small.
    pub detail: Vec<String>,
    /// How it stands.
    pub pills: Vec<Pill>,
}

/// A part of a section.
pub enum Block {
    /// Paragraphs.
    Text(Vec<String>),
    /// What is missing.
    Empty(&'static str),
    /// Labels and words.
    Facts(Vec<Fact>),
    /// Two texts beside each other, word by word.
    Marked(Vec<(char, String)>),
    /// A list.
    Rows(Vec<Line>),
    /// Fields, and buttons with the value each sends, its word, and whether it is the main one.
    Form(Vec<String>, Vec<(&'static str, &'static str, bool)>),
}

/// A section with its id and heading.
pub struct Section {
    /// Its id on the page.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// What is in it.
    pub blocks: Vec<Block>,
}

/// The page.
#[derive(Template)]
#[template(path = "plain.html")]
pub struct View {
    /// The language.
    pub t: T,
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
    pub notes: Vec<String>,
    /// What can be done: the first is the main one.
    pub acts: Vec<(&'static str, String)>,
    /// The sections.
    pub sections: Vec<Section>,
    /// The number that lets a form act once.
    pub once: String,
    /// Where else one goes.
    pub links: Vec<(&'static str, String)>,
}

impl View {
    /// An empty page of that name.
    #[must_use]
    pub fn new(lang: Lang, title: impl Into<String>, form: &FormView) -> Self {
        Self {
            t: T(lang),
            crumbs: String::new(),
            summary: form.summary(),
            title: title.into(),
            lead: String::new(),
            pills: Vec::new(),
            notes: Vec::new(),
            acts: Vec::new(),
            sections: Vec::new(),
            once: form.once(),
            links: Vec::new(),
        }
    }
    /// Adds a section where it holds something.
    pub fn section(&mut self, id: impl Into<String>, title: impl Into<String>, blocks: Vec<Block>) {
        let filled = |block: &Block| match block {
            Block::Text(all) => !all.is_empty(),
            Block::Facts(all) => !all.is_empty(),
            Block::Marked(all) => !all.is_empty(),
            Block::Rows(all) => !all.is_empty(),
            Block::Empty(_) | Block::Form(..) => true,
        };
        let blocks: Vec<Block> = blocks.into_iter().filter(filled).collect();
        if !blocks.is_empty() {
            self.sections.push(Section { id: id.into(), title: title.into(), blocks });
        }
    }
    /// The answer.
    ///
    /// # Errors
    /// When the template fails.
    pub fn answer(&self, r: &Reading<'_>, page: Page, form: &FormView) -> Result<Answer> {
        r.page(page.answering(form), self)
    }
}
