//! The statutes of networks as functions without input or output.

mod bodies;
mod checks;
mod edges;
mod elsewhere;
mod handovers;
mod happenings;
mod joining;
mod names;
mod projects;
mod seats;
mod status;

pub use bodies::{check_body, narrower_than, slug, slug_from};
pub use checks::{ADDRESS_LETTERS, AGAIN_DAYS, CHECK_KEPT_MONTHS, check_end, check_last, year_before};
pub use edges::closes_circle;
pub use elsewhere::may_see_elsewhere;
pub use handovers::{Coming, Fate, fate, may_hand_over};
pub use happenings::{Decider, Happening, Meanwhile, Next, Outcome, SeatRules, what_happens};
pub use joining::{
    CODE_TRIES, CONFIRM_SECONDS, LETTERS_PER_HOUR, NOTICE_MOST, NextStep, PERIODS, REQUESTS_OF_ORIGIN,
    REQUESTS_PER_HOUR, Standing, VOUCHERS, VOUCHING_DAYS, earliest_leaving, is_supported, next_step, period_end,
    still_runs, vouched,
};
pub use names::{Place, Shared, may_see_field, may_see_name_anywhere, may_see_name_in};
pub use projects::{
    DUE_SOON_DAYS, PARTNERS_MOST, Sum, cents, check_partners, in_cents, reminds, says_enough, share, sum,
};
pub use seats::{SeatState, check_seat, fits, may_occupy, seat_state, term_end_of, until_of, usual_basis};
pub use status::{Step, first_status, next_status};
