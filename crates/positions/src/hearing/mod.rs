//! Hearings: what others ask a network to comment on until a day. Dates are counted back in working days, members and other
//! networks contribute point by point, one reply is merged from that, two persons release it, and it goes out with proof.

mod actions;
mod letters;
mod model;
mod pages;
mod rules;
pub(crate) mod store;

pub use actions::{
    ask, by_letter, change_hearing, contribute, contribute_for, decline_for, decline_hearing, draft_reply, receive,
    release, second_round, send_reply,
};
pub(crate) use actions::{contribute_by_mail, drafters};
pub use model::{Ask, Hearing, HearingState, NewHearing, Plan, Reply, Voice};
pub(crate) use pages::routes;
pub use rules::plan;
