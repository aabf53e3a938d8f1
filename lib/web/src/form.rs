//! Forms as pages show them: KERN's markup, what was typed kept, what is wrong beside its field.

use askama::Template;
use kernel::{Lang, Problem};

use crate::{Ask, once, texts::T};

/// The values and problems of a form.
#[derive(Clone, Debug)]
pub struct FormView {
    lang: Lang,
    values: Vec<(String, String)>,
    problems: Vec<Problem>,
    number: String,
    stored: Option<Vec<(String, String)>>,
}

impl FormView {
    /// A form with its first values.
    #[must_use]
    pub fn new(lang: Lang, values: &[(&str, &str)]) -> Self {
        let values = values.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
        Self { lang, values, problems: Vec::new(), number: once::number(), stored: None }
    }
    /// The form as it was sent, with what is wrong.
    #[must_use]
    pub fn kept(lang: Lang, ask: &Ask, problems: Vec<Problem>) -> Self {
        Self { lang, values: ask.form.clone(), problems, number: once::number(), stored: None }
    }
    /// Somebody saved since this form was made: with what is stored now beside each field where something else was typed, so
    /// that both versions are seen and nothing is lost. Fields `stored` does not name are not compared; a choice of which
    /// nothing is stored is named with an empty value.
    #[must_use]
    pub fn overtaken(mut self, stored: &Self) -> Self {
        self.stored = Some(stored.values.clone());
        self
    }
    /// This form, or the same overtaken by what is `stored` where it is `stale`.
    #[must_use]
    pub fn beside(&self, stale: bool, stored: &Self) -> Self {
        if stale { self.clone().overtaken(stored) } else { self.clone() }
    }
    /// Whether somebody saved since this form was made.
    #[must_use]
    pub const fn is_overtaken(&self) -> bool {
        self.stored.is_some()
    }
    /// What is stored of a field, where something else was typed.
    fn stored_beside(&self, name: &str) -> Option<Vec<&str>> {
        fn named<'a>(values: &'a [(String, String)], name: &str) -> Vec<&'a str> {
            values.iter().filter(|(n, _)| n == name).map(|(_, v)| v.as_str()).collect()
        }
        fn said<'a>(values: &[&'a str]) -> Vec<&'a str> {
            let mut said: Vec<_> = values.iter().map(|v| v.trim()).filter(|v| !v.is_empty()).collect();
            said.sort_unstable();
            said
        }
        let stored = named(self.stored.as_ref()?, name);
        let differs = !stored.is_empty() && said(&stored) != said(&named(&self.values, name));
        differs.then_some(stored)
    }
    /// What is stored of a field in words, where something else was typed; empty otherwise.
    fn now(&self, name: &str, word: impl Fn(&str) -> Option<String>) -> String {
        let Some(stored) = self.stored_beside(name) else { return String::new() };
        let words: Vec<_> = stored.into_iter().filter(|v| !v.trim().is_empty()).filter_map(word).collect();
        if words.is_empty() {
            T(self.lang).form_now_nothing().to_owned()
        } else {
            T(self.lang).form_now(words.join(", "))
        }
    }
    /// What stands in a field.
    #[must_use]
    pub fn value(&self, name: &str) -> &str {
        self.values.iter().find(|(n, _)| n == name).map_or("", |(_, v)| v.as_str())
    }
    /// Whether this choice is taken.
    #[must_use]
    pub fn has(&self, name: &str, value: &str) -> bool {
        self.values.iter().any(|(n, v)| n == name && v == value)
    }
    /// What is wrong at a field.
    #[must_use]
    pub fn error(&self, name: &str) -> Option<&str> {
        self.problems.iter().find(|p| p.field == name).map(|p| p.reason.text(self.lang))
    }
    /// Whether anything is wrong.
    #[must_use]
    pub fn is_refused(&self) -> bool {
        !self.problems.is_empty()
    }
    /// The hidden number that lets a form act once.
    #[must_use]
    pub fn once(&self) -> String {
        format!("<input type=\"hidden\" name=\"{}\" value=\"{}\">", once::FIELD, self.number)
    }
    /// The box above a form that was refused or overtaken: what is wrong, with links to the fields, and that somebody saved.
    /// Empty when nothing is.
    #[must_use]
    pub fn summary(&self) -> String {
        #[derive(Template)]
        #[template(path = "summary.html")]
        struct Summary<'a> {
            t: T,
            overtaken: bool,
            count: usize,
            rows: Vec<(&'a str, &'a str)>,
        }
        if self.problems.is_empty() && !self.is_overtaken() {
            return String::new();
        }
        let rows = self.problems.iter().map(|p| (p.field, p.reason.text(self.lang))).collect();
        Summary { t: T(self.lang), overtaken: self.is_overtaken(), count: self.problems.len(), rows }
            .render()
            .unwrap_or_default()
    }
    /// A field of one line.
    #[must_use]
    pub fn text<'a>(&'a self, name: &'a str, label: &'a str) -> Field<'a> {
        let error = self.error(name).unwrap_or_default();
        Field {
            t: T(self.lang),
            name,
            label,
            value: self.value(name),
            error,
            now: self.now(name, |v| {
                Some(v.parse::<kernel::Day>().map_or_else(|_| v.to_owned(), |day| i18n::day_medium(self.lang, day)))
            }),
            hint: "",
            kind: "text",
            autocomplete: "",
            inputmode: "",
            optional: false,
            rows: 0,
            code: false,
            paste: false,
            length: 0,
        }
    }
    /// A choice among several, as a list to open.
    #[must_use]
    pub fn select<'a>(&'a self, name: &'a str, label: &'a str, options: Vec<(String, String)>) -> Choice<'a> {
        self.choice(name, label, options, "select")
    }
    /// A choice among several, all visible.
    #[must_use]
    pub fn radios<'a>(&'a self, name: &'a str, label: &'a str, options: Vec<(String, String)>) -> Choice<'a> {
        self.choice(name, label, options, "radio")
    }
    /// Boxes to tick.
    #[must_use]
    pub fn boxes<'a>(&'a self, name: &'a str, label: &'a str, options: Vec<(String, String)>) -> Choice<'a> {
        self.choice(name, label, options, "checkbox")
    }
    fn choice<'a>(
        &'a self,
        name: &'a str,
        label: &'a str,
        options: Vec<(String, String)>,
        kind: &'static str,
    ) -> Choice<'a> {
        let now = self.now(name, |v| options.iter().find(|(value, _)| value == v).map(|(_, word)| word.clone()));
        let options = options
            .into_iter()
            .map(|(value, word)| {
                let taken = self.has(name, &value);
                (value, word, taken)
            })
            .collect();
        Choice { name, label, options, kind, hint: "", now, error: self.error(name).unwrap_or_default() }
    }
}

/// A field of one or several lines; shown by writing it into a template with `|safe`.
#[derive(Template, Clone, Debug)]
#[template(path = "field.html")]
pub struct Field<'a> {
    t: T,
    name: &'a str,
    label: &'a str,
    value: &'a str,
    error: &'a str,
    now: String,
    hint: &'a str,
    kind: &'a str,
    autocomplete: &'a str,
    inputmode: &'a str,
    optional: bool,
    rows: u8,
    code: bool,
    paste: bool,
    length: u32,
}

impl<'a> Field<'a> {
    /// With a hint below the label.
    #[must_use]
    pub const fn hint(mut self, hint: &'a str) -> Self {
        self.hint = hint;
        self
    }
    /// Of another type: `email`, `tel`, `date`, `search`.
    #[must_use]
    pub const fn kind(mut self, kind: &'a str) -> Self {
        self.kind = kind;
        self
    }
    /// What the browser may fill in.
    #[must_use]
    pub const fn autocomplete(mut self, what: &'a str) -> Self {
        self.autocomplete = what;
        self
    }
    /// May be left out.
    #[must_use]
    pub const fn optional(mut self) -> Self {
        self.optional = true;
        self
    }
    /// Several lines.
    #[must_use]
    pub const fn lines(mut self, rows: u8) -> Self {
        self.rows = rows;
        self
    }
    /// At most so many characters.
    #[must_use]
    pub const fn most(mut self, length: u32) -> Self {
        self.length = length;
        self
    }
    /// Takes over lists pasted from a word processor: where scripts run, what was pasted comes in as marks for lists.
    #[must_use]
    pub const fn pasted(mut self) -> Self {
        self.paste = true;
        self
    }
    /// A six-digit code.
    #[must_use]
    pub const fn code(mut self) -> Self {
        self.code = true;
        self.inputmode = "numeric";
        self.autocomplete = "one-time-code";
        self
    }
}

/// A choice; shown by writing it into a template with `|safe`.
#[derive(Template, Clone, Debug)]
#[template(path = "choice.html")]
pub struct Choice<'a> {
    name: &'a str,
    label: &'a str,
    options: Vec<(String, String, bool)>,
    kind: &'static str,
    hint: &'a str,
    now: String,
    error: &'a str,
}

impl<'a> Choice<'a> {
    /// With a hint below the legend.
    #[must_use]
    pub const fn hint(mut self, hint: &'a str) -> Self {
        self.hint = hint;
        self
    }
}
