//! What pages ask for: a few statements each, however long the list, and every name decided by [`crate::Names`].

mod care;
mod checks;
mod directory;
mod elsewhere;
mod history;
mod invitees;
mod joining;
mod mandates;
mod organisations;
mod projects;
mod roster;
mod voters;

pub use care::{Care, Waiting, care, open_bodies};
pub use checks::{checks_of, checks_waiting};
pub use directory::{PersonCard, asked, hats, own_consents, person_cards, person_page};
pub use elsewhere::elsewhere_of;
pub use history::{SeatPage, represented, seat_history, seat_page};
pub use invitees::{Invitee, Reached, invitees, persons_at, reach_persons};
pub use joining::{JoinTask, JoinWaiting, joining_for};
pub use mandates::{chain, counts, delegations, dependents, ends_soon, vacancies};
pub use organisations::{organisation_page, visible_organisations};
pub use projects::{ProjectDue, ProjectPage, project_page, projects_due};
pub use roster::{members, organisations, roster};
pub use voters::{Voter, lands, voters, voters_on};

use kernel::Day;

/// How many months ahead an end counts as near.
pub const SOON_MONTHS: i32 = 6;

/// The day up to which an end counts as near, seen from a day.
#[must_use]
pub fn soon_after(day: Day) -> Day {
    day.plus_months(SOON_MONTHS)
}
