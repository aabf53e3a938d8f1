//! What there is: delegations, sittings elsewhere, reports, what was raised.

mod delegation;
mod raised;
mod report;
mod session;

pub use delegation::{Contact, Delegation, Detail, NewContact, NewDelegation, Sent};
pub use raised::{NewRaised, NewStep, Outcome, Raised, Step};
pub use report::{Part, Passed, Reach, Report, ReportState, ReportText, Waiting};
pub use session::{Item, NewSession, Note, Session};
