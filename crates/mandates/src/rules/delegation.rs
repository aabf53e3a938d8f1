//! What holds for a delegation.

use kernel::{Day, Error, Reason, Result};
use networks::{EndReason, Mandate};
use people::rules::Check;

use crate::{Detail, NewContact};

/// What may be put on file. A bound mandate has the line to follow beside it.
///
/// # Errors
/// [`Error::Form`] on `decision`, `decision_day`, `instruction`, `confirmed_by`, `report_days`.
pub fn checked_detail(new: &Detail, mandate: Mandate, today: Day) -> Result<Detail> {
    let mut check = Check::new();
    let decision = check.text("decision", Some(&new.decision)).unwrap_or_default();
    let instruction = check.text("instruction", Some(&new.instruction)).unwrap_or_default();
    let confirmed_by = check.name_or_none("confirmed_by", Some(&new.confirmed_by)).unwrap_or_default();
    check.that(mandate == Mandate::Free || !new.instruction.trim().is_empty(), "instruction", || {
        Reason::new("Bitte schreiben Sie, woran das Mandat gebunden ist.", "Please write what the mandate is bound to.")
    });
    check.that(new.decision_day.is_none_or(|day| day <= today), "decision_day", || {
        Reason::new("Der Beschluss liegt in der Zukunft.", "The decision lies in the future.")
    });
    check.that((1..=90).contains(&new.report_days), "report_days", || {
        Reason::new("Bitte nennen Sie 1 bis 90 Tage.", "Please give 1 to 90 days.")
    });
    check.done()?;
    Ok(Detail { decision, instruction, confirmed_by, ..new.clone() })
}

/// Whether a delegation can end for that reason by those who send.
///
/// # Errors
/// [`Error::Rule`].
pub fn may_end(reason: EndReason) -> Result<()> {
    if matches!(reason, EndReason::Recall | EndReason::Resignation | EndReason::Eligibility) {
        return Ok(());
    }
    Err(Error::Rule(Reason::new(
        "So endet keine Entsendung. Bitte wählen Sie einen der Gründe.",
        "A delegation does not end like that. Please choose one of the reasons.",
    )))
}

/// A contact as it may be written.
///
/// # Errors
/// [`Error::Form`] on `name`, `role`, `mail`, `phone`.
pub fn checked_contact(new: &NewContact) -> Result<NewContact> {
    let mut check = Check::new();
    let made = NewContact {
        name: check.name("name", &new.name),
        role: check.name_or_none("role", Some(&new.role)).unwrap_or_default(),
        mail: check.mail("mail", new.mail.as_deref()),
        phone: check.phone("phone", new.phone.as_deref()),
    };
    check.done()?;
    Ok(made)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bound_mandate_says_to_what() {
        let today = Day::literal("2026-11-23");
        let detail = |text: &str| Detail { instruction: text.into(), report_days: 10, ..Detail::default() };
        assert!(checked_detail(&detail(""), Mandate::Free, today).is_ok());
        assert!(checked_detail(&detail(" "), Mandate::Bound, today).is_err());
        assert!(checked_detail(&detail("Für die Quote stimmen"), Mandate::Bound, today).is_ok());
        assert!(checked_detail(&Detail { report_days: 0, ..detail("") }, Mandate::Free, today).is_err());
        let ahead = Detail { decision_day: Some(today.next()), ..detail("") };
        assert!(checked_detail(&ahead, Mandate::Free, today).is_err());
    }

    #[test]
    fn senders_end_by_recall_resignation_and_eligibility_only() {
        for reason in EndReason::ALL {
            let may = matches!(reason, EndReason::Recall | EndReason::Resignation | EndReason::Eligibility);
            assert_eq!(may_end(*reason).is_ok(), may, "{reason:?}");
        }
    }
}
