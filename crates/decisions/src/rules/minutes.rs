//! What becomes of the minutes of a sitting.

use kernel::{Day, Moment};
use serde::{Deserialize, Serialize};

use super::{Period, Rule};

/// How minutes are objected to and approved.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Minutes {
    /// How long after they went out somebody can object; [`Period::None`] where nothing is prescribed.
    pub objections: Rule<Period>,
    /// Whether they are approved when that time is over and no objection stands. Otherwise a later sitting approves.
    pub by_clock: Rule<bool>,
}

impl Default for Minutes {
    /// What holds where older rules say nothing: fourteen days, and a later sitting approves.
    fn default() -> Self {
        Self {
            objections: Rule::new(
                USUAL,
                "§ 12 Abs. 1",
                "Einwände gegen das Protokoll sind vierzehn Tage nach dem Versand möglich.",
            ),
            by_clock: Rule::new(false, "§ 12 Abs. 2", "Das Protokoll wird in einer späteren Sitzung genehmigt."),
        }
    }
}

/// The time for objections where no rules name one.
pub const USUAL: Period = Period::Days(14);

/// The first moment at which an objection to minutes that went out on that day comes too late: the end of the last day.
#[must_use]
pub fn closes(rule: Option<&Minutes>, sent: Day) -> Moment {
    let period = rule.map(|it| it.objections.value).filter(|period| !period.is_none()).unwrap_or(USUAL);
    period.after(sent).next().at(0, 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn objections_close_with_the_last_day() {
        let sent = Day::literal("2027-02-15");
        assert_eq!(closes(None, sent), Day::literal("2027-03-02").at(0, 0));
        let mut rule = Minutes::default();
        assert_eq!(closes(Some(&rule), sent), Day::literal("2027-03-02").at(0, 0));
        rule.objections.value = Period::Months(1);
        assert_eq!(closes(Some(&rule), sent), Day::literal("2027-03-16").at(0, 0));
        // Whoever prescribes nothing does not mean that nobody may object.
        rule.objections.value = Period::None;
        assert_eq!(closes(Some(&rule), sent), Day::literal("2027-03-02").at(0, 0));
    }
}
