//! P47: what people see of election questions.

mod file;
mod forms;
mod list;
mod show;

use kernel::{Id, Result};
use networks::{Body, list_bodies_by_id};
use web::{Audience, Page, Reading, Routes};

use super::{
    actions::leads,
    model::{Questionnaire, QuestionsState},
    store::find_questions,
};
use crate::{
    pages::row,
    paths::{QuestionsList, QuestionsPage},
    words::T,
};

/// Every address.
#[must_use]
pub fn routes(to: Routes) -> Routes {
    let (open, signed) = (Audience::Public, Audience::SignedIn);
    to.get(open, list::show)
        .get(open, show::show)
        .post(signed, show::act)
        .get(open, file::show)
        .get(signed, forms::new)
        .post(signed, forms::begin)
        .get(signed, forms::edit)
        .post(signed, forms::change)
        .get(signed, forms::answers)
        .post(signed, forms::file)
}

/// Questions with where they belong, for one reader.
pub struct Place {
    /// The questions.
    pub it: Questionnaire,
    /// Their body, where the reader may see its page.
    pub body: Option<Body>,
    /// Their network, where the reader may see its page.
    pub network: Option<Body>,
    /// Whether she leads them.
    pub leads: bool,
}

impl Place {
    /// The questions of an address.
    ///
    /// # Errors
    /// [`kernel::Error::NotFound`].
    pub fn load(r: &Reading<'_>, id: Id<Questionnaire>) -> Result<Self> {
        let actor = &r.viewer.actor;
        let it = find_questions(r.conn, actor, id)?;
        let found = list_bodies_by_id(r.conn, actor, &[it.body, it.network])?;
        let of = |id: Id<Body>| found.iter().find(|b| b.id == id).cloned();
        Ok(Self { body: of(it.body), network: of(it.network), leads: leads(actor, &it), it })
    }
    /// The same for whoever leads them.
    ///
    /// # Errors
    /// [`kernel::Error::NotFound`], [`kernel::Error::Denied`].
    pub fn led(r: &Reading<'_>, id: Id<Questionnaire>) -> Result<Self> {
        let place = Self::load(r, id)?;
        if place.leads { Ok(place) } else { Err(kernel::Error::Denied(None)) }
    }
    /// The way here.
    #[must_use]
    pub fn crumbs(&self, r: &Reading<'_>, deeper: bool) -> String {
        let mut steps = vec![(T(r.viewer.lang).questions_title(), r.viewer.link(&QuestionsList {}))];
        if deeper {
            steps.push((self.it.title.as_str(), self.link(r)));
        }
        web::crumbs(r.viewer.lang, &steps)
    }
    /// Their page.
    #[must_use]
    pub fn link(&self, r: &Reading<'_>) -> String {
        r.viewer.link(&QuestionsPage { questions: self.it.id })
    }
    /// A page about them.
    ///
    /// # Errors
    /// When a slug is none.
    pub fn page(&self, r: &Reading<'_>, title: &str) -> Result<Page> {
        let title = if title.is_empty() { self.it.title.clone() } else { format!("{title}: {}", self.it.title) };
        row(r, Page::new(title).nav("positions"), self.body.as_ref(), self.network.as_ref())
    }
}

/// How far they have come, in a word.
#[must_use]
pub fn state_word(t: T, state: QuestionsState) -> &'static str {
    match state {
        QuestionsState::Draft => t.questions_draft(),
        QuestionsState::Agreed => t.questions_agreed(),
        QuestionsState::Published => t.questions_published(),
    }
}
