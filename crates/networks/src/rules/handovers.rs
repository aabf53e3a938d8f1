//! What a handover may be, and what it does to each seat.

use kernel::{Day, Reason, Term};
use people::{Mode, Person, Tenure};

use super::happenings::{Happening, Outcome, SeatRules, what_happens};
use crate::Seat;

/// What becomes of a seat when somebody leaves a post.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Fate {
    /// Belongs to the post: whoever comes next sits there.
    Passes,
    /// A personal mandate that hung on the post: ends with it unless those who keep the body let it go on.
    Ends,
    /// A personal mandate that does not hang on it.
    Stays,
}

/// What becomes of a seat: `by_post` where the post itself sits there, `through_post` where a person sits there who was
/// eligible through it (`what_happens` says the rest).
#[must_use]
pub fn fate(seat: &Seat, by_post: bool, through_post: bool) -> Fate {
    if by_post {
        return Fate::Passes;
    }
    let rules = SeatRules { eligibility: seat.eligibility, ..SeatRules::default() };
    match what_happens(Happening::LeavesPost, seat.kind, &rules) {
        Outcome::Ends(_) if through_post => Fate::Ends,
        _ => Fate::Stays,
    }
}

/// What becomes of the successor's own appointments to the post.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Coming<'a> {
    /// She is appointed from the day on.
    Appointed,
    /// She is appointed, and no longer deputises.
    FromDeputy(&'a Tenure),
    /// She holds the post already beside whoever leaves.
    HoldsAlready,
}

/// Whether a post can pass on that day, and how its successor comes to it.
///
/// # Errors
/// With the field and the sentence.
pub fn may_hand_over<'a>(
    leaving: &Tenure,
    day: Day,
    today: Day,
    successor: Option<kernel::Id<Person>>,
    of_post: &'a [Tenure],
) -> Result<Coming<'a>, (&'static str, Reason)> {
    if leaving.mode == Mode::Deputy {
        let (de, en) = ("Eine Vertretung übergibt keine Stelle.", "A deputy does not hand a post over.");
        return Err(("until", Reason::new(de, en)));
    }
    if day <= leaving.term.from {
        let (de, en) = ("Der letzte Tag liegt vor dem ersten.", "The last day lies before the first.");
        return Err(("until", Reason::new(de, en)));
    }
    if day > leaving.term.until {
        let (de, en) = ("Die Amtszeit endet schon früher.", "The time in the post ends earlier already.");
        return Err(("until", Reason::new(de, en)));
    }
    if day > today.plus_months(24) {
        let (de, en) =
            ("Bitte wählen Sie einen Tag in den nächsten zwei Jahren.", "Please choose a day within two years.");
        return Err(("until", Reason::new(de, en)));
    }
    let Some(person) = successor else { return Ok(Coming::Appointed) };
    if person == leaving.person {
        let (de, en) = ("Niemand folgt auf sich selbst.", "Nobody succeeds herself.");
        return Err(("successor", Reason::new(de, en)));
    }
    let after = Term::since(day);
    let hers = of_post.iter().filter(|t| t.person == person && t.id != leaving.id && t.term.overlaps(&after));
    let mut coming = Coming::Appointed;
    for tenure in hers {
        match tenure.mode {
            Mode::Deputy if tenure.term.from < day => coming = Coming::FromDeputy(tenure),
            Mode::Deputy => {
                let (de, en) = (
                    "Diese Person soll die Stelle ab dann vertreten. Bitte ändern Sie zuerst das.",
                    "This person is to deputise from then on. Please change that first.",
                );
                return Err(("successor", Reason::new(de, en)));
            }
            _ => return Ok(Coming::HoldsAlready),
        }
    }
    Ok(coming)
}
