//! The letter as it will leave, for whoever is about to send it.

use db::Conn;
use kernel::{Id, Lang, Result};
use networks::Body;

use super::{send::blank, tell::gets};
use crate::{Capacity, Invitation, LetterKind, Meeting, actions::agenda, letters::Told, store};

/// What stands for the secret of a link: each letter has its own.
const SECRET: &str = "…";

/// Subject and words of the invitation as a member of the body would get it now, in that language. `frozen`: the agenda would
/// stand with it.
///
/// # Errors
/// When the database cannot be read.
pub fn sample(
    conn: &Conn,
    (meeting, body): (&Meeting, &Body),
    frozen: bool,
    lang: Lang,
    base: &str,
) -> Result<(String, String)> {
    let items = store::agenda::list_items(conn, meeting.id)?;
    let papers = agenda::list_papers(conn, &items.iter().collect::<Vec<_>>())?;
    let to = Invitation { lang, ..blank(Id::new(0), meeting.id, Capacity::Member) };
    let papers: Vec<&files::Attachment> =
        papers.iter().filter(|paper| items.iter().any(|it| it.id.raw() == paper.on && gets(&to, it))).collect();
    let meeting = Meeting { frozen_at: frozen.then(|| conn.now()), ..meeting.clone() };
    let told = Told {
        meeting: &meeting,
        before: None,
        body,
        items: &items,
        papers: &papers,
        code: None,
        base,
        // What calendars are told stands in a part of its own, which nobody reads as words.
        organizer: None,
        now: conn.now(),
    };
    let mail = told.letter(&to, LetterKind::Invitation, Some(SECRET), "");
    Ok((mail.subject, mail.text))
}
