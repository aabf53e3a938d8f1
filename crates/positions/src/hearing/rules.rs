//! What holds for hearings. Pure.

use decisions::rules::holidays::{last_working, working_before, working_between};
use kernel::{Actor, Day, Level, Office, Scope, Voice as Speaks};
use networks::Body;
use rights::{Action, Kind};

use super::model::{Hearing, Plan, Voice};

/// How many persons must release a reply.
pub const RELEASES: usize = 2;

/// The days of a reply, counted back in working days. A day that is no working day is never one by which something must be
/// done: what is due on a holiday goes out on the working day before. Contributions have half of the time.
#[must_use]
pub fn plan(received: Day, due: Day) -> Plan {
    let send = last_working(due).max(received);
    let days = working_between(received, send);
    let back = |count: i32| if count < days { working_before(send, count) } else { received };
    Plan {
        input: back((days / 2).max(3)),
        draft: back((days * 3 / 10).max(2)),
        release: back(1),
        send,
        working_days: days,
    }
}

/// Whether somebody leads a hearing: keeps the records of its body or network.
#[must_use]
pub fn leads(actor: &Actor, of: &Hearing) -> bool {
    rights::allows(actor, Kind::Decision, Action::Edit, &of.scope())
}

/// Whether somebody may enter one in a body.
#[must_use]
pub fn receives(actor: &Actor, body: &Body) -> bool {
    let scope = Scope::body(Level::Body, body.network.raw(), body.id.raw());
    rights::allows(actor, Kind::Decision, Action::Edit, &scope)
        || rights::allows(actor, Kind::Body, Action::Edit, &body.scope())
}

/// Whether somebody works on the reply: those who lead, and whoever drafts as long as she sits in the body.
#[must_use]
pub fn works(actor: &Actor, of: &Hearing) -> bool {
    let own = actor.person.is_some() && of.drafter.map(kernel::Id::raw) == actor.person;
    leads(actor, of) || own && actor.sits_in(of.body.raw())
}

/// Whether somebody releases replies: who chairs or speaks for the body or its network.
#[must_use]
pub fn releases(actor: &Actor, of: &Hearing) -> bool {
    let offices = [Office::Chair, Office::Speaker];
    actor.person.is_some()
        && (actor.holds_office(of.body.raw(), &offices) || actor.holds_office(of.network.raw(), &offices))
}

/// Whether somebody contributes for her office: a member of the network, once its members are asked and in time.
#[must_use]
pub fn contributes(actor: &Actor, of: &Hearing, today: Day) -> bool {
    let speaks = actor.sits.iter().any(|s| {
        s.body == of.network.raw()
            && !s.substitute
            && matches!(s.voice, Speaks::Voting | Speaks::Advisory | Speaks::Office)
    });
    of.members_asked && of.takes(today) && speaks
}

/// Whether somebody reads how a reply comes about.
#[must_use]
pub fn inside(actor: &Actor, of: &Hearing) -> bool {
    actor.sits_in(of.body.raw()) || actor.is_member_of(of.network.raw())
}

/// A reply as it is merged from contributions: each point with what was said to it, the same words once. With an earlier
/// round its text stands first.
#[must_use]
pub fn merged(earlier: &[String], points: &[(i64, String)], voices: &[Voice]) -> String {
    let mut parts: Vec<String> = earlier.to_vec();
    for (number, point) in points {
        let mut said: Vec<&str> = Vec::new();
        for voice in voices.iter().filter(|v| v.point == *number) {
            let words = voice.text.trim();
            if !words.is_empty() && !said.iter().any(|known| i18n::fold(known) == i18n::fold(words)) {
                said.push(words);
            }
        }
        if earlier.is_empty() || !said.is_empty() {
            parts.push(format!("{number}. {point}"));
        }
        parts.extend(said.into_iter().map(str::to_owned));
    }
    parts.join("\n\n")
}

#[cfg(test)]
mod tests {
    use kernel::Id;

    use super::*;

    fn days(received: &str, due: &str) -> [String; 4] {
        let plan = plan(Day::literal(received), Day::literal(due));
        [plan.input, plan.draft, plan.release, plan.send].map(|day| day.to_string())
    }

    #[test]
    fn dates_are_counted_back_in_working_days() {
        // Ten working days, as ministries like to give.
        assert_eq!(days("2026-11-23", "2026-12-07"), ["2026-11-30", "2026-12-02", "2026-12-04", "2026-12-07"]);
        assert_eq!(plan(Day::literal("2026-11-23"), Day::literal("2026-12-07")).working_days, 10);
        // Over Christmas and New Year.
        assert_eq!(days("2026-12-18", "2027-01-08"), ["2026-12-30", "2027-01-05", "2027-01-07", "2027-01-08"]);
        // Too short for a plan: all of it is for today.
        assert_eq!(days("2026-11-23", "2026-11-24"), ["2026-11-23", "2026-11-23", "2026-11-23", "2026-11-24"]);
    }

    #[test]
    fn a_deadline_on_a_public_holiday_is_met_on_the_working_day_before() {
        // All Saints 2027 is a Monday, Corpus Christi 2027 a Thursday.
        assert_eq!(days("2027-10-11", "2027-11-01")[3], "2027-10-29");
        assert_eq!(days("2027-05-10", "2027-05-27")[3], "2027-05-26");
        // A Sunday, too.
        assert_eq!(days("2026-11-23", "2026-12-13")[3], "2026-12-11");
        // Never before it came.
        assert_eq!(days("2027-11-01", "2027-11-01")[3], "2027-11-01");
    }

    #[test]
    fn a_reply_holds_each_point_with_what_was_said_once() {
        let said = |point, text: &str| Voice {
            network: Some(Id::new(1)),
            capacity: "Stadt".into(),
            named: true,
            point,
            text: text.into(),
        };
        let points = [(1, "§ 3".to_owned()), (2, "§ 7".to_owned())];
        let voices = [said(1, "Bleibt."), said(1, " bleibt. "), said(1, "Fällt.")];
        assert_eq!(merged(&[], &points, &voices), "1. § 3\n\nBleibt.\n\nFällt.\n\n2. § 7");
        assert_eq!(merged(&["Wie zuvor.".into()], &points, &voices[2..]), "Wie zuvor.\n\n1. § 3\n\nFällt.");
    }
}
