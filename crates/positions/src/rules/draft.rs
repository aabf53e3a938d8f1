//! What a text begins with, and what may be written.

use kernel::{Error, Lang, Reason, Result};
use people::rules::Check;

use crate::{Kind, NewPosition, words::T};

/// The most characters of a text that is written at once. A longer one grows paragraph by paragraph.
pub const TEXT_MOST: usize = 18_000;

/// What a text of that sort begins with: its parts in their order, to be written over.
#[must_use]
pub fn template(kind: Kind, lang: Lang) -> String {
    let t = T(lang);
    let parts = match kind {
        Kind::Position => [t.part_occasion(), t.part_stand(), t.part_demand(), t.part_reason()],
        Kind::Statement => [t.part_bill(), t.part_summary(), t.part_remarks(), t.part_demand()],
        Kind::Resolution => [t.part_occasion(), t.part_resolves(), t.part_demand(), t.part_reason()],
        Kind::Motion => [t.part_motion(), t.part_demand(), t.part_addressee(), t.part_reason()],
        Kind::Letter => [t.part_greeting(), t.part_occasion(), t.part_demand(), t.part_close()],
        Kind::Proposal => [t.part_problem(), t.part_way(), t.part_effect(), t.part_cost()],
        Kind::Criticism => [t.part_facts(), t.part_wrong(), t.part_better(), t.part_reason()],
    };
    parts.join("\n\n")
}

/// A new position as it may be written, with its paragraphs.
///
/// # Errors
/// [`Error::Form`] on `title` and `text`.
pub fn checked(new: &NewPosition) -> Result<(String, Vec<String>)> {
    let mut check = Check::new();
    let title = check.name("title", &new.title);
    let all = text::paragraphs(&new.text);
    check.that(!all.is_empty(), "text", || Reason::new("Bitte schreiben Sie einen Text.", "Please write a text."));
    check.done()?;
    Ok((title, all))
}

/// A title as it may be written.
///
/// # Errors
/// [`Error::Form`] on `title`.
pub fn title_of(title: &str) -> Result<String> {
    let mut check = Check::new();
    let title = check.name("title", title);
    check.done()?;
    Ok::<_, Error>(title)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sort_has_a_template_of_its_own_in_both_languages() {
        for lang in [Lang::De, Lang::En] {
            let mut all: Vec<String> = Kind::ALL.iter().map(|kind| template(*kind, lang)).collect();
            assert!(all.iter().all(|t| text::paragraphs(t).len() == 4));
            all.sort();
            all.dedup();
            assert_eq!(all.len(), Kind::ALL.len());
        }
    }
}
