//! What holds for reports: when they are due, who is reminded, what may be handed in.

use kernel::{Day, Error, Level, Reason, Result};
use networks::Body;
use people::rules::Check;

use crate::{Part, Report, ReportState, ReportText};

/// On this day after the sitting whoever was sent is reminded.
pub const FIRST_DAY: i32 = 5;
/// On this day after the sitting those who lead the senders are told.
pub const LEAD_DAY: i32 = 14;

/// So long ago a sitting may be that its report is still asked for: days.
pub const BACK_DAYS: i32 = 60;

/// The last day that is in time.
#[must_use]
pub fn due_day(session: Day, days: i64) -> Day {
    session.plus_days(i32::try_from(days).unwrap_or(i32::MAX))
}

/// What is brought to mind, and to whom.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Reminder {
    /// Whoever was sent, the fifth day.
    First = 1,
    /// Whoever was sent, the due day.
    Due = 2,
    /// Those who lead the body that sent her, the fourteenth day.
    Lead = 3,
}

/// What is to be brought to mind today about a report that is missing, if anything. Days without the program are made up
/// for by the latest of what was left out; nobody reads the same twice. A report due before the fifth day is reminded of on
/// its day alone.
#[must_use]
pub fn reminder(session: Day, due: Day, reminded: i64, today: Day) -> Option<Reminder> {
    let steps = [
        (Reminder::Lead, session.plus_days(LEAD_DAY)),
        (Reminder::Due, due),
        (Reminder::First, session.plus_days(FIRST_DAY)),
    ];
    let come = steps.into_iter().find(|(step, day)| *day <= today && !(*step == Reminder::Lead && due > today));
    come.map(|(step, _)| step).filter(|step| *step as i64 > reminded)
}

/// A report as it may be written, as a draft or to be handed in.
///
/// # Errors
/// [`Error::Form`] on the fields.
pub fn checked_text(new: &ReportText, state: ReportState) -> Result<ReportText> {
    let mut check = Check::new();
    let mut text = |field, value: &str| check.text(field, Some(value)).unwrap_or_default();
    let made = ReportText {
        subject: text("subject", &new.subject),
        decided: text("decided", &new.decided),
        contributed: text("contributed", &new.contributed),
        effects: text("effects", &new.effects),
        confidential: text("confidential", &new.confidential),
        // What everybody reads is read above as well.
        passes: marked(|part| new.passes.contains(part) || new.opens.contains(part)),
        opens: marked(|part| new.opens.contains(part)),
    };
    check.that(state != ReportState::Filed || !new.subject.trim().is_empty(), "subject", || {
        Reason::new("Bitte schreiben Sie, worum es ging.", "Please write what it was about.")
    });
    check.done()?;
    Ok(made)
}

fn marked(by: impl Fn(&Part) -> bool) -> Vec<Part> {
    Part::ALL.iter().filter(|part| by(part)).copied().collect()
}

/// Whether parts of a report may be public: only where everybody may know that the network sends somebody into that body.
#[must_use]
pub fn may_open(network: &Body, receiver: &Body) -> bool {
    let shown = |body: &Body| body.level == Level::Public && !body.sensitive && !body.unlisted;
    shown(network) && shown(receiver)
}

/// Whether a report can be written now.
///
/// # Errors
/// [`Error::Rule`] before the sitting, for one that is called off, and when it was handed in.
pub fn may_file(report: Option<&Report>, begun: bool, called_off: bool) -> Result<()> {
    let refuse = |de: &str, en: &str| Err(Error::Rule(Reason::new(de, en)));
    if called_off {
        return refuse(
            "Diese Sitzung fällt aus. Ein Bericht ist nicht nötig.",
            "This sitting is called off. No report is needed.",
        );
    }
    if !begun {
        return refuse("Die Sitzung hat noch nicht begonnen.", "The sitting has not begun yet.");
    }
    if report.is_some_and(|r| r.state == ReportState::Filed) {
        return refuse("Dieser Bericht ist schon abgegeben.", "This report has been handed in already.");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::literal(text)
    }

    #[test]
    fn reminders_come_on_day_five_on_the_due_day_and_at_fourteen() {
        let (session, due) = (day("2026-11-01"), day("2026-11-11"));
        let on = |today, reminded| reminder(session, due, reminded, day(today));
        assert_eq!(on("2026-11-05", 0), None);
        assert_eq!(on("2026-11-06", 0), Some(Reminder::First));
        assert_eq!(on("2026-11-07", 1), None);
        assert_eq!(on("2026-11-11", 1), Some(Reminder::Due));
        assert_eq!(on("2026-11-14", 2), None);
        assert_eq!(on("2026-11-15", 2), Some(Reminder::Lead));
        assert_eq!(on("2026-12-15", 3), None);
        // The program did not run for weeks.
        assert_eq!(on("2026-12-15", 0), Some(Reminder::Lead));
    }

    #[test]
    fn nobody_is_told_on_before_the_report_is_due() {
        let (session, due) = (day("2026-11-01"), day("2026-12-01"));
        assert_eq!(reminder(session, due, 1, day("2026-11-20")), None);
        assert_eq!(reminder(session, due, 1, day("2026-12-01")), Some(Reminder::Lead));
        let soon = day("2026-11-03");
        assert_eq!(reminder(session, soon, 0, day("2026-11-03")), Some(Reminder::Due));
        assert_eq!(reminder(session, soon, 2, day("2026-11-06")), None);
    }

    #[test]
    fn only_marked_parts_rise_and_never_what_is_confidential() {
        let text = ReportText {
            subject: "Strukturprogramm".into(),
            decided: "geheim".into(),
            confidential: "vertraulich".into(),
            passes: vec![Part::Subject, Part::Effects],
            ..ReportText::default()
        };
        let passed = text.passed();
        assert_eq!(passed, [Passed { part: Part::Subject, text: "Strukturprogramm".into() }]);
        assert!(text.opened().is_empty(), "what rises is not public");
    }

    #[test]
    fn what_is_public_rises_as_well() {
        let text = ReportText {
            subject: "Strukturprogramm".into(),
            decided: "Vertagt".into(),
            passes: vec![Part::Decided],
            opens: vec![Part::Subject],
            ..ReportText::default()
        };
        let made = checked_text(&text, ReportState::Filed).unwrap_or_else(|e| panic!("{e:?}"));
        assert_eq!((made.passes.len(), made.opens), (2, vec![Part::Subject]));
    }

    use crate::Passed;

    #[test]
    fn a_draft_may_be_empty_and_a_report_says_what_it_was_about() {
        let empty = ReportText::default();
        assert!(checked_text(&empty, ReportState::Draft).is_ok());
        assert!(checked_text(&empty, ReportState::Filed).is_err());
    }
}
