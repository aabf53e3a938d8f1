//! What is done on the page of a date poll.

use kernel::{Error, Problem, Reason, Result};
use networks::shell;
use web::{Answer as Reply, Fields, FormView, Writing};

use super::{
    place::{Place, chosen},
    show::page,
};
use crate::{
    Way, actions,
    paths::{InviteePage, PollPage},
    words::T,
};

/// Answers, adds or strikes a day, asks, settles.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] but for those who convene, where it is theirs to do.
pub fn act(w: &Writing<'_>, p: PollPage) -> Result<Reply> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let place = Place::load(&r, p.poll)?;
    let (by, id, base) = (&w.viewer.actor, p.poll, w.site.outside().base_url.as_str());
    let again = |found: Vec<Problem>| page(&r, &place, Some(&FormView::kept(w.viewer.lang, w.ask, found)));
    let done: Result<String> = match w.ask.field("tat") {
        "antworten" => answer(w, &place, base).map(|()| t.poll_thanks().to_owned()),
        "streichen" => match w.ask.field("termin").parse() {
            Ok(date) => actions::poll::drop_date(w.tx, by, id, date).map(|()| t.poll_note_changed().to_owned()),
            Err(_) => Err(Error::NotFound),
        },
        "dazu" => {
            let mut fields = Fields::of(w.ask);
            let day = fields.day("day");
            if day.is_none() && fields.problems.is_empty() {
                fields.refuse("day", "Bitte nennen Sie den Tag.", "Please give the day.");
            }
            let at = fields.time("hour");
            let (Some(day), Some((h, min)), []) = (day, at, &fields.problems[..]) else {
                return again(fields.problems);
            };
            actions::poll::add_date(w.tx, by, id, day.at(h, min)).map(|()| t.poll_note_changed().to_owned())
        }
        "fragen" => actions::poll::send_poll(w.tx, by, id, base).map(|count| t.poll_note_sent(count)),
        "nehmen" => match w.ask.field("termin").parse() {
            Ok(date) => {
                let settled = actions::poll::settle_poll(w.tx, by, id, date);
                match settled {
                    Ok(meeting) => {
                        let there = w.viewer.link(&InviteePage { meeting });
                        return Ok(Reply::to(there).with_note(t.poll_note_settled()));
                    }
                    Err(fault) => Err(fault),
                }
            }
            Err(_) => Err(Error::NotFound),
        },
        _ => {
            Err(Error::Rule(Reason::new("Bitte wählen Sie, was geschehen soll.", "Please choose what is to be done.")))
        }
    };
    match done {
        Ok(note) => Ok(Reply::to(w.viewer.link(&PollPage { poll: id })).with_note(&note)),
        Err(fault) => again(shell::problems(fault, "", &[])?),
    }
}

fn answer(w: &Writing<'_>, place: &Place, base: &str) -> Result<()> {
    let voter = place.voter.as_ref().ok_or(Error::Denied(None))?;
    let picks = chosen(w.ask, &place.dates);
    actions::poll::answer_poll(w.tx, (voter, &place.poll), &picks, Way::Page, base).map(drop)
}
