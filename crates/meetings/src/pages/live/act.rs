//! What is done on the page of a sitting.

use kernel::{Error, Id, Problem, Reason, Result};
use networks::shell;
use web::{Answer as Reply, FormView, Writing};

use super::{listener, show};
use crate::{Presence, actions, pages::Place, paths::LivePage, words::T};

/// A number a form names, or none.
fn named<T>(text: &str) -> Result<Option<Id<T>>> {
    if text.is_empty() { Ok(None) } else { text.parse().map(Some).map_err(|_| Error::NotFound) }
}

/// How somebody says she is there.
#[must_use]
pub fn presence(word: &str) -> Option<Presence> {
    Presence::from_word(word).filter(|how| matches!(how, Presence::Present | Presence::Remote))
}

/// Does what a button says.
///
/// # Errors
/// As the verbs of [`crate::actions::live`].
pub fn act(w: &Writing<'_>, p: LivePage) -> Result<Reply> {
    let (r, t, by) = (w.reading(), T(w.viewer.lang), &w.viewer.actor);
    let place = Place::load(&r, p.meeting)?;
    listener(&place)?;
    let (tx, id) = (w.tx, place.meeting.id);
    let field = |name| w.ask.field(name);
    let done = match field("tat") {
        "oeffnen" => actions::live::open_sitting(tx, by, id, true).map(|()| t.live_note_open()),
        "oeffnen-liste" => actions::live::open_sitting(tx, by, id, false).map(|()| t.live_note_open()),
        "aufrufen" => {
            let item = named(field("punkt"))?.ok_or(Error::NotFound)?;
            actions::live::call_item(tx, by, id, Some(item), named(field("laeuft"))?).map(|()| "")
        }
        "pause" => actions::live::call_item(tx, by, id, None, named(field("laeuft"))?).map(|()| ""),
        "beenden" => actions::live::end_sitting(tx, by, id).map(|()| t.live_note_over()),
        "melden" => actions::live::raise_hand(tx, by, id, true).map(|()| t.live_note_hand()),
        "zurueckziehen" => actions::live::raise_hand(tx, by, id, false).map(|()| t.live_note_no_hand()),
        "naechste" => actions::live::next_speaker(tx, by, id, named(field("spricht"))?).map(|()| ""),
        "aufnehmen" => actions::live::note_hand(tx, by, id, field("zeile")).map(|()| ""),
        "streichen" => {
            let speech = named(field("meldung"))?.ok_or(Error::NotFound)?;
            actions::live::drop_hand(tx, by, id, speech).map(|()| "")
        }
        "gehen" => actions::live::check_in(tx, by, id, None).map(|()| t.live_note_gone()),
        "da" => match presence(field("wie")) {
            Some(how) => {
                actions::live::check_in(tx, by, id, Some((how, field("number")))).map(|()| t.live_note_there())
            }
            None => Err(unknown()),
        },
        _ => Err(unknown()),
    };
    match done {
        Ok(note) => {
            let there = Reply::to(w.viewer.link(&LivePage { meeting: id }));
            Ok(if note.is_empty() { there } else { there.with_note(note) })
        }
        Err(Error::Stale) => {
            let form = FormView::kept(w.viewer.lang, w.ask, Vec::new());
            show::page(&r, &place, &form, t.live_stale())
        }
        Err(fault) => {
            let found: Vec<Problem> = shell::problems(fault, "", &[])?;
            show::page(&r, &place, &FormView::kept(w.viewer.lang, w.ask, found), "")
        }
    }
}

/// A form came with no button this page has.
#[must_use]
pub fn unknown() -> Error {
    Error::Rule(Reason::new("Bitte wählen Sie, was geschehen soll.", "Please choose what is to be done."))
}
