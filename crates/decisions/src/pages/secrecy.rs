//! `/wahlen/{vote}/wie-geheim`: what each grade means, and what this program cannot promise.

use askama::Template;
use kernel::Result;
use web::{Answer, Reading};

use super::{
    Place,
    wording::{back_word, grade_word},
};
use crate::{
    Grade, VoteKind,
    paths::{SecrecyPage, VotePage},
    words::T,
};

#[derive(Template)]
#[template(path = "secrecy.html")]
struct Shown {
    t: T,
    crumbs: String,
    title: String,
    here: String,
    grades: Vec<(&'static str, &'static str, bool)>,
    back: String,
    back_word: &'static str,
}

/// The page.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn show(r: &Reading<'_>, p: SecrecyPage) -> Result<Answer> {
    let place = Place::load(r, p.vote)?;
    let (t, grade) = (T(r.viewer.lang), place.vote.grade);
    let back = r.viewer.link(&VotePage { vote: p.vote });
    let shown = Shown {
        t,
        crumbs: place.crumbs(r, &[(&place.vote.title, back.clone())])?,
        title: t.secrecy_title().to_owned(),
        here: match place.vote.kind {
            VoteKind::Election => t.secrecy_elect(grade_word(t, grade)),
            VoteKind::Motion => t.secrecy_here(grade_word(t, grade)),
        },
        grades: vec![
            (t.secrecy_open(), t.secrecy_open_text(), matches!(grade, Grade::Open | Grade::Hands)),
            (t.secrecy_covert(), t.secrecy_covert_text(), grade == Grade::Covert),
            (t.secrecy_paper(), t.secrecy_paper_text(), grade == Grade::Paper),
            (t.secrecy_secret(), t.secrecy_secret_text(), false),
        ],
        back,
        back_word: back_word(t, &place.vote),
    };
    r.page(place.page(r, t.secrecy_title())?, &shown)
}
