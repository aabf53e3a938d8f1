//! Files on pages: the field that takes them, and the list of those that are there.

use askama::Template;
use kernel::{Id, Lang};
use web::FormView;

use crate::{Attachment, FIELD, Format, texts::T};

#[derive(Template)]
#[template(path = "input.html")]
struct Input<'a> {
    t: T,
    label: &'a str,
    field: &'static str,
    error: &'a str,
    accept: String,
    optional: bool,
}

/// The field for files in a form that is sent as `multipart/form-data`.
#[must_use]
pub fn input(lang: Lang, form: &FormView, label: &str, optional: bool) -> String {
    let accept = Format::ALL.map(|format| format!(".{}", format.ending())).join(",") + ",.jpeg";
    let error = form.error(FIELD).unwrap_or_default();
    Input { t: T(lang), label, field: FIELD, error, accept, optional }.render().unwrap_or_default()
}

struct Row {
    id: String,
    name: String,
    about: String,
    href: String,
}

#[derive(Template)]
#[template(path = "rows.html")]
struct Rows<'a> {
    t: T,
    rows: Vec<Row>,
    /// Where the form that takes one away goes, and its number that lets it act once.
    remove: Option<(&'a str, String)>,
}

/// A list of files with their links; with `remove`, each has a button whose form is sent there with `tat=entfernen` and
/// `nummer`. Empty where there are none.
#[must_use]
pub fn rows(lang: Lang, files: &[Attachment], href: impl Fn(Id<Attachment>) -> String, remove: Option<&str>) -> String {
    if files.is_empty() {
        return String::new();
    }
    let row = |file: &Attachment| Row {
        id: file.id.to_string(),
        name: file.name.clone(),
        about: about(lang, file),
        href: href(file.id),
    };
    let remove = remove.map(|to| (to, FormView::new(lang, &[]).once()));
    Rows { t: T(lang), rows: files.iter().map(row).collect(), remove }.render().unwrap_or_default()
}

#[derive(Template)]
#[template(path = "form.html")]
struct Form<'a> {
    t: T,
    to: &'a str,
    once: String,
    input: String,
}

/// A form of its own that brings files to an address.
#[must_use]
pub fn form(lang: Lang, form: &FormView, label: &str, to: &str) -> String {
    let made = Form { t: T(lang), to, once: form.once(), input: input(lang, form, label, false) };
    made.render().unwrap_or_default()
}

/// What a file is and how large: `PDF, 1,2 MB`.
#[must_use]
pub fn about(lang: Lang, file: &Attachment) -> String {
    let t = T(lang);
    let kind = match file.format {
        Format::Text => t.format_text().to_owned(),
        Format::Jpeg => "JPEG".to_owned(),
        other => other.ending().to_uppercase(),
    };
    let size = match file.size {
        small if small < 1_000 => t.size_bytes(small),
        middle if middle < 1_000_000 => t.size_kilo((middle + 500) / 1_000),
        large => {
            let tenths = (large + 50_000) / 100_000;
            let mark = if lang == Lang::De { ',' } else { '.' };
            t.size_mega(format!("{}{mark}{}", tenths / 10, tenths % 10))
        }
    };
    format!("{kind}, {size}")
}
