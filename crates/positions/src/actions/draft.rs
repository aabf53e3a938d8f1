//! Beginning a draft, and writing its text.

use db::Tx;
use kernel::{Actor, Error, Id, Result};
use networks::{BodyKind, Topic};
use text::{Edit, Paragraph};

use super::{event, needs, rule, steered};
use crate::{
    AmendmentState, Kind, NewPosition, Position, State,
    rules::{self, carried_over, drafts, rewritten, steps_between, title_of, writes},
    store::{amendments, positions, versions},
};

/// The most paragraphs of a text.
const PARAGRAPHS_MOST: usize = 2_000;

/// Begins a draft in a body. Only those of the body see it.
///
/// # Errors
/// [`Error::NotFound`] where she may not see the body; [`Error::Denied`] but for those who speak there; [`Error::Rule`] for a
/// dissolved body or one of others; [`Error::Form`] on `title`, `text`, `topic`.
pub fn begin(tx: &Tx<'_>, by: &Actor, body: Id<networks::Body>, new: &NewPosition) -> Result<Id<Position>> {
    let body = networks::find_body(tx, by, body)?;
    if !drafts(by, &body) {
        return Err(Error::Denied(None));
    }
    if body.kind == BodyKind::Outside {
        return rule("Dieses Gremium beschließt anderswo.", "This body decides elsewhere.");
    }
    if body.term.until <= tx.today() {
        return rule("Dieses Gremium ist aufgelöst.", "This body is dissolved.");
    }
    let (title, all) = rules::checked(new)?;
    topic_exists(tx, new.topic)?;
    let id = tx.id();
    positions::insert_position(tx, id, &body, (new.kind, &title, new.topic), by.person)?;
    let made = positions::find_any_position(tx, id)?;
    write(tx, &made, (&[], &rewritten(&[], &all, || tx.id::<()>().raw())), "", by.person)?;
    tx.emit(event("position.begun", &made, by.person));
    Ok(id)
}

fn topic_exists(tx: &Tx<'_>, topic: Option<Id<Topic>>) -> Result<()> {
    let known = |id| networks::list_topics(tx).map(|all| all.iter().any(|t| t.id == id));
    match topic.map(known).transpose()? {
        Some(false) => Err(needs("topic", "Bitte wählen Sie ein Thema.", "Please choose a topic.")),
        _ => Ok(()),
    }
}

/// Changes sort, title and topic: of what is not public yet.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Stale`]; [`Error::Rule`] when it is published; [`Error::Form`].
pub fn change_facts(
    tx: &Tx<'_>,
    by: &Actor,
    id: Id<Position>,
    version: i64,
    (kind, title, topic): (Kind, &str, Option<Id<Topic>>),
) -> Result<()> {
    let found = positions::find_position(tx, by, id)?;
    if !writes(by, &found) {
        return Err(Error::Denied(None));
    }
    if found.version != version {
        return Err(Error::Stale);
    }
    let title = title_of(title)?;
    topic_exists(tx, topic)?;
    positions::save_facts(tx, &found, kind, &title, topic)?;
    tx.emit(event("position.changed", &found, by.person));
    Ok(())
}

/// Writes the whole text anew. Paragraphs that stay the same ones keep what hangs on them; each open amendment is told how it
/// stands to the new text. While it is a draft nobody else has read, no version is kept.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Stale`] when somebody wrote meanwhile; [`Error::Rule`] when it is adopted;
/// [`Error::Form`] on `text`.
pub fn rewrite(tx: &Tx<'_>, by: &Actor, id: Id<Position>, version: i64, (new, note): (&str, &str)) -> Result<()> {
    let (found, old) = writable(tx, by, id, version)?;
    let all = text::paragraphs(new);
    if all.is_empty() {
        return Err(needs("text", "Bitte schreiben Sie einen Text.", "Please write a text."));
    }
    let new = rewritten(&old, &all, || tx.id::<()>().raw());
    write(tx, &found, (&old, &new), note, by.person)?;
    tx.emit(event("position.rewritten", &found, by.person));
    Ok(())
}

/// Writes one paragraph anew: what was typed takes its place, and may be several; nothing typed strikes it.
///
/// # Errors
/// As [`rewrite`]; [`Error::NotFound`] without such a paragraph.
pub fn rewrite_paragraph(
    tx: &Tx<'_>,
    by: &Actor,
    id: Id<Position>,
    version: i64,
    (paragraph, new, note): (i64, &str, &str),
) -> Result<()> {
    let (found, old) = writable(tx, by, id, version)?;
    let at = old.iter().position(|p| p.key == paragraph).ok_or(Error::NotFound)?;
    let typed = text::paragraphs(new);
    let mut all = old.clone();
    let was = all.remove(at);
    for (n, text) in typed.iter().enumerate() {
        let one = if n == 0 {
            Paragraph { text: text.clone(), ..was.clone() }
        } else {
            Paragraph { key: tx.id::<()>().raw(), origin: None, text: text.clone() }
        };
        all.insert(at + n, one);
    }
    if all.is_empty() {
        return Err(needs("text", "Bitte schreiben Sie einen Text.", "Please write a text."));
    }
    write(tx, &found, (&old, &all), note, by.person)?;
    tx.emit(event("position.rewritten", &found, by.person));
    Ok(())
}

fn writable(tx: &Tx<'_>, by: &Actor, id: Id<Position>, version: i64) -> Result<(Position, Vec<Paragraph>)> {
    let found = positions::find_position(tx, by, id)?;
    if !found.state.is_open() && rules::leads(by, &found) {
        return rule("Der Text ist beschlossen und bleibt so.", "The text is adopted and stays as it is.");
    }
    if !writes(by, &found) {
        return Err(Error::Denied(None));
    }
    if found.version != version {
        return Err(Error::Stale);
    }
    let old = versions::list_paragraphs(tx, id, found.text)?;
    Ok((found, old))
}

/// Writes a text down and carries every open amendment over to it. The caller leaves the event.
pub(super) fn write(
    tx: &Tx<'_>,
    of: &Position,
    (old, new): (&[Paragraph], &[Paragraph]),
    note: &str,
    by: Option<i64>,
) -> Result<()> {
    write_with(tx, of, new, (note, by), &steps_between(old, new))
}

/// The same where it is known what changed in each paragraph.
pub(super) fn write_with(
    tx: &Tx<'_>,
    of: &Position,
    new: &[Paragraph],
    (note, by): (&str, Option<i64>),
    steps: &std::collections::HashMap<i64, Vec<Edit>>,
) -> Result<()> {
    if new.len() > PARAGRAPHS_MOST {
        return Err(needs("text", "Das sind zu viele Absätze.", "These are too many paragraphs."));
    }
    let note: String = note.trim().chars().take(300).collect();
    // Whoever was asked for input has read it.
    let quiet = of.state == State::Draft && of.text == 1 && of.not_adopted.is_empty();
    let (id, number) = if quiet {
        versions::delete_paragraphs(tx, of.id, of.text)?;
        (versions::find_version(tx, of.id, of.text)?.id, of.text)
    } else {
        let id = tx.id();
        versions::insert_version(tx, id, of.id, (of.text + 1, &note, by))?;
        (id, of.text + 1)
    };
    versions::insert_paragraphs(tx, id, new)?;
    positions::save_text(tx, of, number)?;
    for one in amendments::list_amendments(tx, of.id)? {
        let open = one.state == AmendmentState::Open || one.state == AmendmentState::Accepted;
        if !open || one.merged_in.is_some() {
            continue;
        }
        let (fit, carried) = carried_over(&one, one.carried.as_ref(), steps);
        let (_, advised) = carried_over(&one, one.advised_carried.as_ref(), steps);
        if fit != one.fit || carried != one.carried || advised != one.advised_carried {
            amendments::save_fit(tx, one.id, fit, (carried.as_ref(), advised.as_ref()))?;
        }
    }
    Ok(())
}

/// Once others read it, it stays as it is: what was written so far is kept as a version.
pub(super) fn text_of(tx: &Tx<'_>, by: &Actor, id: Id<Position>) -> Result<(Position, Vec<Paragraph>)> {
    let found = steered(tx, by, id)?;
    let all = versions::list_paragraphs(tx, id, found.text)?;
    Ok((found, all))
}
