//! One form as a page: what it is about, what is wrong, its fields, one button and the way back.

use crate::{Answer, FormView, Page, Reading, texts::T};
use askama::Template;
use kernel::{Error, Lang, Result};

#[derive(Template)]
#[template(path = "seek.html")]
struct Seek<'a> {
    t: T,
    typed: &'a str,
    hint: &'static str,
    none: bool,
}

/// A page with one form. Parts are HTML made by the house's own fields and templates.
#[derive(Template)]
#[template(path = "sheet.html")]
pub struct Sheet {
    /// The language of the page.
    pub lang: Lang,
    /// The way here.
    pub crumbs: String,
    /// What is wrong, with links to the fields.
    pub summary: String,
    /// The heading.
    pub title: String,
    /// What it is about.
    pub lead: String,
    /// What is to be known before deciding, as sentences.
    pub known: Vec<String>,
    /// A search above the form.
    pub above: String,
    /// The hidden fields.
    pub hidden: Vec<(&'static str, String)>,
    /// The number that lets the form act once.
    pub once: String,
    /// The fields.
    pub fields: Vec<String>,
    /// Whether one of them takes a file.
    pub files: bool,
    /// The button; without it there is no form.
    pub submit: &'static str,
    /// Where one goes without saving.
    pub back: String,
    /// What that is called beside the button; empty where it is giving up what one began.
    pub back_word: &'static str,
    /// The status of a page that refuses for another reason than its fields.
    pub status: u16,
}

impl Sheet {
    /// An empty page.
    #[must_use]
    pub const fn new(lang: Lang) -> Self {
        Self {
            lang,
            crumbs: String::new(),
            summary: String::new(),
            title: String::new(),
            lead: String::new(),
            known: Vec::new(),
            above: String::new(),
            hidden: Vec::new(),
            once: String::new(),
            fields: Vec::new(),
            files: false,
            submit: "",
            back: String::new(),
            back_word: "",
            status: 200,
        }
    }

    const fn t(&self) -> T {
        T(self.lang)
    }

    /// With the form's number and what is wrong with it, or that somebody saved since it was made.
    #[must_use]
    pub fn of(mut self, form: &FormView) -> Self {
        (self.summary, self.once) = (form.summary(), form.once());
        self
    }

    /// With a search above the form: what was typed, what may be typed, and whether nothing was found.
    ///
    /// # Errors
    /// When the template fails.
    pub fn seek(&mut self, typed: &str, hint: &'static str, none: bool) -> Result<()> {
        let seek = Seek { t: T(self.lang), typed, hint, none: none && !typed.is_empty() };
        self.above = seek.render().map_err(Error::internal)?;
        Ok(())
    }

    /// The answer.
    ///
    /// # Errors
    /// When the template fails.
    pub fn answer(self, r: &Reading<'_>, page: Page, form: &FormView) -> Result<Answer> {
        let page = if self.status == 200 { page.answering(form) } else { page.status(self.status) };
        r.page(page, &self)
    }
}
