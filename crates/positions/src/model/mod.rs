//! What positions are made of: one file per noun.

mod amendment;
mod dispatch;
mod position;
mod signature;
mod signer;

pub use amendment::{Advice, Amendment, AmendmentState, Comment, Consent, FitState, NewAmendment, Said, Sort, WHOLE};
pub use dispatch::{
    Addressee, AddresseeKind, Dispatch, NewAddressee, NewDispatch, Outcome, Reminder, Reply, Sending, Way,
};
pub use position::{Kind, Minority, NewPosition, Position, Slots, State, Version};
pub use signature::{Mover, MoverState, Signature, SignatureState};
pub use signer::{Effect, Signer, SignerSort, SignerState, SigningRules};
