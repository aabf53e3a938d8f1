//! `/positionen/{position}/fassungen/{number}`: a text as it was, and what it changed of the one before.

use askama::Template;
use kernel::Result;
use text::Paragraph;
use web::{Answer, Reading};

use super::{Place, words::marked};
use crate::{paths::VersionPage, store::versions, words::T};

struct Part {
    label: String,
    diff: Vec<(char, String)>,
}

#[derive(Template)]
#[template(path = "version.html")]
struct Shown {
    t: T,
    crumbs: String,
    title: String,
    lead: String,
    parts: Vec<Part>,
    back: String,
}

/// The page.
///
/// # Errors
/// [`kernel::Error::NotFound`] also where there is no such text; [`kernel::Error::Denied`] but for those who read how it came about.
pub fn show(r: &Reading<'_>, p: VersionPage) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let place = Place::for_whom(r, p.position, |place| place.inside)?;
    let version = versions::find_version(r.conn, p.position, p.number)?;
    let (old, new) = (
        versions::list_paragraphs(r.conn, p.position, p.number - 1)?,
        versions::list_paragraphs(r.conn, p.position, p.number)?,
    );
    let title = t.version_number(version.number);
    let shown = Shown {
        t,
        crumbs: place.crumbs(r, true),
        title: title.clone(),
        lead: [i18n::day_long(r.viewer.lang, version.made_at.day()), version.note]
            .into_iter()
            .filter(|s| !s.is_empty())
            .collect::<Vec<_>>()
            .join(": "),
        parts: compared(t, &old, &new),
        back: place.link(r),
    };
    r.page(place.page(r, &title)?, &shown)
}

/// Every paragraph of both, struck ones where they stood.
fn compared(t: T, old: &[Paragraph], new: &[Paragraph]) -> Vec<Part> {
    let mut parts = Vec::new();
    // The first text changed nothing of another one.
    let first = old.is_empty();
    let mut behind = 0;
    let struck = |from: usize, until: usize| {
        old[from..until]
            .iter()
            .filter(|p| !new.iter().any(|n| n.key == p.key))
            .map(|p| Part { label: t.paragraph_struck().to_owned(), diff: vec![('-', p.text.clone())] })
            .collect::<Vec<_>>()
    };
    for (n, paragraph) in new.iter().enumerate() {
        let was = old.iter().position(|p| p.key == paragraph.key);
        if let Some(at) = was.filter(|at| *at >= behind) {
            parts.extend(struck(behind, at));
            behind = at + 1;
        }
        let diff = match was {
            Some(at) => marked(&old[at].text, &paragraph.text),
            None if first => vec![('=', paragraph.text.clone())],
            None => vec![('+', paragraph.text.clone())],
        };
        parts.push(Part { label: t.paragraph(n + 1), diff });
    }
    parts.extend(struck(behind, old.len()));
    parts
}
