//! Election questions: what a network asks parties before an election, and what each answered, side by side; who did not
//! answer is shown as such.

mod actions;
mod model;
mod pages;
pub(crate) mod store;

pub use actions::{
    add_party, agree, begin_questions, change_questions, daily_proof, drop_party, file_answers, publish_questions,
    send_questions,
};
pub use model::{NewQuestions, Party, Questionnaire, QuestionsState};
pub(crate) use pages::routes;
