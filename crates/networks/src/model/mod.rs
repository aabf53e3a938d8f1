//! What networks are made of: bodies, edges, seats, occupancies, and what is asked to make them.

mod bodies;
mod checks;
mod corrections;
mod elsewhere;
mod handovers;
mod joining;
mod projects;
mod seats;
mod words;

pub use bodies::{Body, BodyForm, Consent, Edge, NewBody, NewEdge, NewNetwork, Topic};
pub use checks::{Change, ChangeKind, CheckLink, DataCheck, NewChange, OwnContact};
pub use corrections::{Corrected, CorrectedField, Correction, Right};
pub use elsewhere::{Elsewhere, ElsewhereKind, NewElsewhere};
pub use handovers::{Handover, NewHandover};
pub use joining::{HandedOver, JoinRequest, JoinRule, JoinState, Leaving, NewJoinRequest, Objection, Vouch, Vouching};
pub use projects::{Fraction, NewPartner, Partner, PartnerName, Project, Report, Share};
pub use seats::{
    Deputed, NewOccupancy, NewRepresentative, NewSeat, NewSubstitute, Occupancy, Occupant, Representative, Seat,
    Substitute,
};
pub use words::{
    Audience, Basis, BodyKind, EdgeKind, Eligibility, EndReason, Field, HandoverState, Mandate, Reach, SeatKind, Status,
};
