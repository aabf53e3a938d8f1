//! What holds for what was raised.

use kernel::{Day, Error, Level, Reason, Result};
use people::rules::Check;

use crate::{NewRaised, NewStep, Outcome, Step};

/// Something raised as it may be written.
///
/// # Errors
/// [`Error::Form`] on `title`, `text`, `level`, `day`, `next`.
pub fn checked_raised(new: &NewRaised, today: Day) -> Result<NewRaised> {
    let mut check = Check::new();
    let title = check.name("title", &new.title);
    let text = check.text("text", Some(&new.text)).unwrap_or_default();
    check.that(matches!(new.level, Level::Network | Level::Body | Level::Delegation), "level", || {
        Reason::new("Bitte wählen Sie eine der Möglichkeiten.", "Please choose one of the options.")
    });
    past(&mut check, new.day, today);
    ahead(&mut check, new.next, today);
    check.done()?;
    Ok(NewRaised { title, text, ..new.clone() })
}

fn past(check: &mut Check, day: Day, today: Day) {
    check.that(day <= today, "day", || Reason::new("Dieser Tag liegt in der Zukunft.", "This day lies in the future."));
}

fn ahead(check: &mut Check, next: Option<Day>, today: Day) {
    check.that(next.is_none_or(|day| day > today && !day.is_open()), "next", || {
        Reason::new("Bitte wählen Sie einen späteren Tag.", "Please choose a later day.")
    });
}

/// Whether one state may follow another: what the body has adopted or rejected stands; nothing becomes raised again.
///
/// # Errors
/// [`Error::Rule`].
pub fn may_follow_on(was: Outcome, now: Outcome) -> Result<()> {
    if was.is_final() {
        return Err(Error::Rule(Reason::new(
            "Darüber ist schon entschieden. Bringen Sie einen neuen Vorschlag ein.",
            "This has been decided already. Please raise a new proposal.",
        )));
    }
    if now == Outcome::Raised || (was == Outcome::Referred && now == Outcome::Noted) {
        return Err(Error::field("state", Reason::new("Dahin geht es nicht zurück.", "There is no way back to that.")));
    }
    Ok(())
}

/// A step as it may be written. What was adopted or rejected has something to show for it.
///
/// # Errors
/// [`Error::Rule`] as [`may_follow_on`]; [`Error::Form`] on `state`, `day`, `note`, `evidence`, `next`.
pub fn checked_step(was: Outcome, new: &NewStep, today: Day) -> Result<NewStep> {
    may_follow_on(was, new.step.state)?;
    let mut check = Check::new();
    let note = check.text("note", Some(&new.step.note)).unwrap_or_default();
    let evidence = check.website("evidence", Some(&new.step.evidence)).unwrap_or_default();
    check.that(!new.step.state.is_final() || !new.step.evidence.trim().is_empty(), "evidence", || {
        Reason::new("Bitte nennen Sie, wo man das nachlesen kann.", "Please say where this can be read.")
    });
    past(&mut check, new.step.day, today);
    ahead(&mut check, new.next, today);
    check.done()?;
    let next = new.next.filter(|_| !new.step.state.is_final());
    Ok(NewStep { step: Step { note, evidence, ..new.step.clone() }, next })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_decided_stands_and_nothing_goes_back() {
        for was in Outcome::ALL {
            for now in Outcome::ALL {
                let may = !was.is_final()
                    && *now != Outcome::Raised
                    && !(*was == Outcome::Referred && *now == Outcome::Noted);
                assert_eq!(may_follow_on(*was, *now).is_ok(), may, "{was:?} {now:?}");
            }
        }
    }

    #[test]
    fn an_outcome_has_evidence() {
        let today = Day::literal("2026-11-23");
        let step = |state, evidence: &str| NewStep {
            step: Step { state, day: today, note: String::new(), evidence: evidence.into() },
            next: Some(today.next()),
        };
        let was = Outcome::Referred;
        assert!(checked_step(was, &step(Outcome::Adopted, ""), today).is_err());
        let done = checked_step(was, &step(Outcome::Adopted, "https://rat.example.org/17"), today)
            .unwrap_or_else(|e| panic!("{e:?}"));
        assert_eq!(done.next, None, "nobody looks after what is decided");
        assert!(checked_step(was, &step(Outcome::Unknown, ""), today).is_ok());
        assert!(checked_step(was, &step(Outcome::Adopted, "javascript:alert(1)"), today).is_err());
    }
}
