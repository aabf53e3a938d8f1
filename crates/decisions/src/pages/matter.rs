//! What every form about a matter has: the question, the words, what it is about, and how far the result is seen.

use kernel::{Level, Result};
use networks::{Body, shell};
use web::{Ask, Fields, FormView, Reading, Sheet};

use super::{
    motion::levels,
    way,
    wording::{level_word, matter_word},
};
use crate::{Matter, paths::Decisions, words::T};

/// The matters a body decides on by yes and no.
const MATTERS: [Matter; 5] =
    [Matter::Ordinary, Matter::RuleChange, Matter::PurposeChange, Matter::Removal, Matter::Dissolution];

/// Words and what stands for them in a form.
pub fn options<const N: usize>(all: [(&str, &str); N]) -> Vec<(String, String)> {
    all.map(|(value, word)| (value.to_owned(), word.to_owned())).to_vec()
}

/// An empty page for such a form.
///
/// # Errors
/// When the database cannot be read.
pub fn sheet(r: &Reading<'_>, body: &Body, network: &Body, title: &str, form: &FormView) -> Result<Sheet> {
    let steps = way(r, body, network)?;
    let mut steps: Vec<(&str, String)> = steps.iter().map(|(w, h)| (w.as_str(), h.clone())).collect();
    let back = r.viewer.link(&Decisions { body: body.id });
    steps.push((T(r.viewer.lang).decisions(), back.clone()));
    Ok(Sheet {
        crumbs: shell::crumbs(r, &steps),
        title: title.to_owned(),
        lead: body.name_in(r.viewer.lang).to_owned(),
        back,
        ..Sheet::new(r.viewer.lang)
    }
    .of(form))
}

/// What the page that leads here knows already: the question.
#[must_use]
pub fn asked<'a>(r: &'a Reading<'_>) -> &'a str {
    r.ask.query("frage").unwrap_or_default()
}

/// The question, the words and what it is about.
pub fn first_fields(t: T, form: &FormView) -> Vec<String> {
    vec![
        form.text("title", t.motion_question()).hint(t.motion_question_hint()).most(160).to_string(),
        form.text("text", t.motion_text()).hint(t.motion_text_hint()).lines(8).most(20_000).to_string(),
        form.select("matter", t.fact_matter(), options(MATTERS.map(|m| (m.word(), matter_word(t, m)))))
            .hint(t.motion_matter_hint())
            .to_string(),
    ]
}

/// How far the result is seen.
pub fn level_field(r: &Reading<'_>, body: &Body, form: &FormView) -> String {
    let t = T(r.viewer.lang);
    let all = levels(r, body).iter().map(|l| (l.number().to_string(), level_word(t, *l).to_owned())).collect();
    form.select("level", t.fact_level(), all).to_string()
}

/// What was typed there.
pub struct Typed {
    /// The question.
    pub title: String,
    /// The words.
    pub text: String,
    /// What it is about.
    pub matter: Option<Matter>,
    /// How far the result is seen.
    pub level: Option<Level>,
}

/// Reads it; what is wrong stands in the fields.
pub fn read(fields: &mut Fields<'_>, ask: &Ask, levels: &[Level]) -> Typed {
    let title = fields.needed(
        "title",
        160,
        "Bitte nennen Sie die Frage in einer Zeile.",
        "Please give the question in one line.",
    );
    let text = fields.text("text", 20_000);
    let matter = fields.choice("matter", &MATTERS.map(|m| (m.word(), m)));
    let level = super::motion::read_level(fields, levels, ask.field("level"));
    Typed { title, text, matter, level }
}
