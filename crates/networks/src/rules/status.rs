//! The life of a mandate up to the seat: put forward, accepted, confirmed, paused. Ending is a day.

use kernel::Reason;

use crate::{Basis, Status};

/// What is done to an occupancy.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    /// She accepts.
    Accept,
    /// She declines, or it is withdrawn before it began.
    Refuse,
    /// The body, or the receiving body, confirms: from here on it gives rights.
    Confirm,
    /// It is paused; a substitute acts.
    Suspend,
    /// It goes on.
    Resume,
}

impl Step {
    /// Every step.
    pub const ALL: [Self; 5] = [Self::Accept, Self::Refuse, Self::Confirm, Self::Suspend, Self::Resume];
}

/// Where an occupancy stands after a step. An election needs acceptance before it is confirmed: no seat before
/// acceptance; who is sent, appointed or a member by statute is confirmed without.
///
/// # Errors
/// With the sentence, when the step does not fit.
pub fn next_status(now: Status, step: Step, basis: Basis) -> Result<Status, Reason> {
    use Status as S;
    match (now, step) {
        (S::Invited | S::Nominated, Step::Accept) => Ok(S::Accepted),
        (S::Invited | S::Nominated | S::Accepted, Step::Refuse) => Ok(S::Refused),
        (S::Accepted, Step::Confirm) => Ok(S::Confirmed),
        (S::Nominated, Step::Confirm) if !needs_acceptance(basis) => Ok(S::Confirmed),
        (S::Confirmed, Step::Suspend) => Ok(S::Suspended),
        (S::Suspended, Step::Resume) => Ok(S::Confirmed),
        (S::Nominated | S::Invited, Step::Confirm) => {
            Err(Reason::new("Erst muss die Person annehmen.", "The person has to accept first."))
        }
        (S::Refused, _) => Err(Reason::new("Das wurde schon abgelehnt.", "This was declined already.")),
        (S::Confirmed | S::Suspended, Step::Refuse) => {
            Err(Reason::new("Wer den Sitz innehat, legt ihn nieder.", "Whoever holds the seat resigns from it."))
        }
        (S::Confirmed | S::Accepted, Step::Accept) | (S::Confirmed, Step::Confirm | Step::Resume) => {
            Err(Reason::new("Das ist schon geschehen.", "This is done already."))
        }
        (S::Suspended, _) => Err(Reason::new(
            "Das Mandat ruht. Bitte nehmen Sie es zuerst wieder auf.",
            "The mandate is paused. Please resume it first.",
        )),
        (S::Invited | S::Nominated | S::Accepted, Step::Suspend | Step::Resume) => {
            Err(Reason::new("Der Sitz ist noch nicht bestätigt.", "The seat is not confirmed yet."))
        }
    }
}

/// Whether somebody must have accepted before she sits.
const fn needs_acceptance(basis: Basis) -> bool {
    matches!(basis, Basis::Election | Basis::CoOption | Basis::Joined)
}

/// Whether an occupancy may be entered in that state at first: anything but paused or declined.
///
/// # Errors
/// With the sentence.
pub fn first_status(status: Status) -> Result<Status, Reason> {
    match status {
        Status::Invited | Status::Nominated | Status::Accepted | Status::Confirmed => Ok(status),
        Status::Suspended | Status::Refused => {
            Err(Reason::new("So kann ein Mandat nicht beginnen.", "A mandate cannot begin like this."))
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_usual_ways() {
        let walk =
            |steps: &[Step], basis| steps.iter().try_fold(Status::Nominated, |s, step| next_status(s, *step, basis));
        assert_eq!(walk(&[Step::Accept, Step::Confirm], Basis::Election), Ok(Status::Confirmed));
        assert_eq!(walk(&[Step::Confirm], Basis::Delegation), Ok(Status::Confirmed));
        assert!(walk(&[Step::Confirm], Basis::Election).unwrap_err().de.contains("annehmen"));
        assert_eq!(
            walk(&[Step::Accept, Step::Confirm, Step::Suspend, Step::Resume], Basis::Election),
            Ok(Status::Confirmed)
        );
        assert_eq!(walk(&[Step::Refuse], Basis::Election), Ok(Status::Refused));
        assert!(first_status(Status::Suspended).is_err() && first_status(Status::Confirmed).is_ok());
    }

    proptest! {
        #[test]
        fn nobody_elected_sits_without_accepting_and_declined_stays_declined(steps in prop::collection::vec(0usize..5, 0..12), start in 0usize..2) {
            let mut now = [Status::Invited, Status::Nominated][start];
            let (mut accepted, mut refused) = (false, false);
            for n in steps {
                let step = Step::ALL[n];
                if let Ok(next) = next_status(now, step, Basis::Election) {
                    accepted |= step == Step::Accept;
                    refused |= step == Step::Refuse;
                    now = next;
                }
                prop_assert!(!matches!(now, Status::Confirmed | Status::Suspended) || accepted);
                prop_assert_eq!(now == Status::Refused, refused);
            }
        }
    }
}
