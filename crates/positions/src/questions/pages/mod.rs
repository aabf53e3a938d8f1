//! P47: what people see of election questions.

mod file;
mod forms;
mod list;
mod show;

use kernel::{Actor, Id, Result};
use networks::Body;
use web::{Audience, Reading, Routes};

use super::{
    actions::leads,
    model::{Questionnaire, QuestionsState},
    store::find_questions,
};
use crate::{
    pages::frame::{Frame, Thing},
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
pub type Place = Frame<Questionnaire>;

impl Thing for Questionnaire {
    fn find(r: &Reading<'_>, id: Id<Self>) -> Result<Self> {
        find_questions(r.conn, &r.viewer.actor, id)
    }
    fn title(&self) -> &str {
        &self.title
    }
    fn home(&self) -> (Id<Body>, Id<Body>) {
        (self.body, self.network)
    }
    fn leads(&self, actor: &Actor) -> bool {
        leads(actor, self)
    }
    fn link(&self, r: &Reading<'_>) -> String {
        r.viewer.link(&QuestionsPage { questions: self.id })
    }
    fn list(r: &Reading<'_>) -> (&'static str, String) {
        (T(r.viewer.lang).questions_title(), r.viewer.link(&QuestionsList {}))
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
