//! What there is: delegations, sittings elsewhere, reports, what was raised.

mod delegation;
mod oparl;
mod raised;
mod report;
mod session;

pub use delegation::{Contact, Delegation, Detail, NewContact, NewDelegation, Sent};
pub use oparl::{OparlSource, OparlTrouble, SourceState};
pub use raised::{NewRaised, NewStep, Outcome, Raised, Step};
pub use report::{Former, Part, Passed, Reach, Report, ReportState, ReportText, TakenBack, Waiting};
pub use session::{Item, NewSession, Note, Session};
