//! What holds for meetings. Pure.

mod agenda;
mod answer;
pub mod attendance;
mod authorisation;
mod days;
mod inviting;
mod listed;
pub mod live;
mod meeting;
pub mod minutes;
mod poll;
mod series;

pub use agenda::{Hearing, Times, has_papers, hears, later_items, moved, placed, times};
pub use answer::{Outcome, QUIET_SECONDS, is_late, settle};
pub use authorisation::{Authorisation, authorisation};
pub use days::{Off, easter, off, schools_known_until};
pub use inviting::{Lack, lacks};
pub use listed::{LISTED_MOST, Listed, read_list};
pub use meeting::{MINUTES_MOST, Part, checked, closest, ends_up_moved, leads, levels, sees_place, split, still_ahead};
pub use poll::{
    DATES_LEAST, DATES_MOST, Tally, TooNear, best, counts, date_fits, earliest, poll_checked, tally, too_near,
};
pub use series::{DAYS_MOST, Nth, Rule, next_hosts};
