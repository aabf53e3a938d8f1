//! What would hold, side by side with what holds, before it is saved.

use askama::Template;
use kernel::{Day, Result};
use web::{Answer, FormView, Reading};

use super::{changes, html, steps, version_name};
use crate::{
    RuleVersion,
    pages::place::Place,
    rules::{self, RuleSet, Section},
    words::T,
};

#[derive(Template)]
#[template(path = "review.html")]
struct Shown {
    t: T,
    crumbs: String,
    summary: String,
    name: String,
    notes: Vec<String>,
    /// The differences to what holds; empty where nothing does.
    changes: String,
    /// All of it, where nothing holds yet.
    sections: Vec<Section>,
    once: String,
    hidden: Vec<(String, String)>,
    submit: String,
}

/// What is to be looked at.
pub struct Review<'a> {
    /// The body.
    pub place: &'a Place,
    /// What holds on the day.
    pub before: Option<&'a RuleVersion>,
    /// What would.
    pub new: &'a RuleSet,
    /// From that day.
    pub from: Day,
    /// What the form sent, to be sent again.
    pub hidden: Vec<(String, String)>,
    /// What else is to be known.
    pub notes: Vec<String>,
}

impl Review<'_> {
    /// The page.
    ///
    /// # Errors
    /// When a template fails.
    pub fn answer(self, r: &Reading<'_>) -> Result<Answer> {
        let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
        let form = FormView::new(lang, &[]);
        let day = i18n::day_medium(lang, self.from);
        let (mut shown, mut sections, mut notes) = (String::new(), Vec::new(), self.notes);
        match self.before {
            Some(before) => {
                let after = (t.rulebook_version(&day), self.new);
                let part = changes(lang, (version_name(lang, before), &before.rules), after);
                if part.rows.is_empty() {
                    notes.push(t.rulebook_same().to_owned());
                }
                shown = html(&part)?;
                if before.body != self.place.body.id {
                    notes.push(t.rulebook_becomes_own().to_owned());
                }
            }
            None => sections = rules::describe(self.new, lang),
        }
        let mut hidden = self.hidden;
        hidden.push(("based_on".to_owned(), self.before.map(|v| v.id.to_string()).unwrap_or_default()));
        let view = Shown {
            t,
            crumbs: self.place.crumbs(r, &steps(r, self.place))?,
            summary: form.summary(),
            name: self.place.name(r).to_owned(),
            notes,
            changes: shown,
            sections,
            once: form.once(),
            hidden,
            submit: t.rulebook_save(&day),
        };
        r.page(self.place.page(r, t.rulebook_review())?, &view)
    }
}
