//! What networks are made of: bodies, edges, seats, occupancies, and what is asked to make them.

mod bodies;
mod corrections;
mod handovers;
mod joining;
mod seats;
mod words;

pub use bodies::{Body, BodyForm, Consent, Edge, NewBody, NewEdge, NewNetwork, Topic};
pub use corrections::{Corrected, CorrectedField, Correction, Right};
pub use handovers::{Handover, NewHandover};
pub use joining::{HandedOver, JoinRequest, JoinRule, JoinState, Leaving, NewJoinRequest, Objection, Vouch, Vouching};
pub use seats::{
    Deputed, NewOccupancy, NewRepresentative, NewSeat, NewSubstitute, Occupancy, Occupant, Representative, Seat,
    Substitute,
};
pub use words::{
    Audience, Basis, BodyKind, EdgeKind, Eligibility, EndReason, Field, HandoverState, Mandate, Reach, SeatKind, Status,
};
