//! What a body's minutes mark to be passed on reaches the bodies that send delegates here, as a topic for their next
//! meeting (N2.9).

use db::Tx;
use kernel::{Actor, Result};
use networks::{Body, EdgeKind};

use crate::{
    Entry, Meeting,
    store::{meetings, proposals},
};

/// How far ahead the next meeting is looked for: days.
const AHEAD_DAYS: i32 = 400;

/// Leaves the topic with every body that sends delegates into this one and has a meeting ahead whose agenda is still open.
/// Of a sensitive network nothing is told elsewhere.
pub fn tell(tx: &Tx<'_>, by: &Actor, (meeting, body): (&Meeting, &Body), entry: &Entry) -> Result<()> {
    if body.sensitive {
        return Ok(());
    }
    let senders = networks::list_edges(tx, by, body.network, tx.today())?;
    for edge in senders.iter().filter(|e| e.kind == EdgeKind::DelegatesTo && e.to == body.id) {
        let Some(next) = meetings::find_next_open(tx, edge.from, tx.now(), tx.today().plus_days(AHEAD_DAYS).at(0, 0))?
        else {
            continue;
        };
        let title = format!("Bericht aus {}: {}", body.short(), entry.title);
        let title: String = title.chars().take(120).collect();
        let day = i18n::day_medium(kernel::Lang::De, meeting.day());
        let note = format!(
            "{}, {day}\n\n{}",
            meeting.title,
            if entry.result.is_empty() { &entry.text } else { &entry.result }
        );
        let note: String = note.chars().take(4_000).collect();
        proposals::insert_proposal(tx, tx.id(), next.id, (None, None), (&title, note.trim(), 0))?;
    }
    Ok(())
}
