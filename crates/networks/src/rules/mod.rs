//! The statutes of networks as functions without input or output.

mod bodies;
mod edges;
mod handovers;
mod happenings;
mod joining;
mod names;
mod seats;
mod status;

pub use bodies::{check_body, narrower_than, slug, slug_from};
pub use edges::closes_circle;
pub use handovers::{Coming, Fate, fate, may_hand_over};
pub use happenings::{Decider, Happening, Meanwhile, Next, Outcome, SeatRules, what_happens};
pub use joining::{
    CODE_TRIES, CONFIRM_SECONDS, LETTERS_PER_HOUR, NOTICE_MOST, NextStep, PERIODS, REQUESTS_OF_ORIGIN,
    REQUESTS_PER_HOUR, Standing, VOUCHERS, VOUCHING_DAYS, earliest_leaving, is_supported, next_step, period_end,
    still_runs, vouched,
};
pub use names::{Place, Shared, may_see_field, may_see_name_anywhere, may_see_name_in};
pub use seats::{SeatState, check_seat, fits, may_occupy, seat_state, term_end_of, until_of, usual_basis};
pub use status::{Step, first_status, next_status};
