//! What a seat may be, who may occupy it, and how it stands on a day.

use kernel::{Day, Reason, Term, Voice};
use people::rules::Check;

use crate::{Basis, Body, Eligibility, NewSeat, Occupancy, Occupant, Seat, SeatKind, Status};

/// How a seat stands on a day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum SeatState {
    /// Nobody of rank sits there. A deputy or substitute alone does not fill it.
    Vacant,
    /// Somebody sits there.
    Filled,
    /// Somebody sits there, but not for long.
    EndsSoon,
    /// The term is over and she stays until the next election.
    CarriesOver,
    /// Whoever sits there is paused.
    Suspended,
}

impl SeatState {
    /// Its name in code, for texts and styles.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Vacant => "vacant",
            Self::Filled => "filled",
            Self::EndsSoon => "ends_soon",
            Self::CarriesOver => "carries_over",
            Self::Suspended => "suspended",
        }
    }
}

/// How a seat stands, from what was found. `present`: somebody of rank sits there (herself, holder, acting,
/// representative); `soon`: the day up to which an end counts as near.
#[must_use]
pub fn seat_state(
    status: Option<Status>,
    present: bool,
    term_end: Option<Day>,
    until: Day,
    day: Day,
    soon: Day,
) -> SeatState {
    match status {
        Some(_) if !present => SeatState::Vacant,
        None => SeatState::Vacant,
        Some(Status::Suspended) => SeatState::Suspended,
        Some(_) if term_end.is_some_and(|end| end <= day) => SeatState::CarriesOver,
        Some(_) if term_end.is_some_and(|end| end <= soon) || until <= soon => SeatState::EndsSoon,
        Some(_) => SeatState::Filled,
    }
}

/// The seat with its texts checked, and everything about it in agreement.
pub fn check_seat(check: &mut Check, new: &NewSeat, body: &Body) -> NewSeat {
    let checked = NewSeat {
        label: check.name_or_none("label", new.label.as_deref()),
        filled_by: check.name_or_none("filled_by", new.filled_by.as_deref()),
        ..new.clone()
    };
    check.that(new.number.is_none_or(|n| (1..=99_999).contains(&n)), "number", || {
        Reason::new("Bitte schreiben Sie eine Zahl von 1 bis 99999.", "Please write a number from 1 to 99999.")
    });
    check.that((0..=999).contains(&new.votes), "votes", || {
        Reason::new("Bitte schreiben Sie eine Zahl von 0 bis 999.", "Please write a number from 0 to 999.")
    });
    check.that(new.voice == Voice::Voting || new.votes == 0, "votes", || {
        Reason::new("Nur stimmberechtigte Sitze haben Stimmen.", "Only voting seats have votes.")
    });
    check.that(new.voice != Voice::Office || new.office.is_some(), "office", || {
        Reason::new("Bitte wählen Sie das Amt.", "Please choose the office.")
    });
    check.that(new.kind != SeatKind::Delegated || new.source_body.is_some(), "source_body", || {
        Reason::new("Bitte wählen Sie, welches Gremium entsendet.", "Please choose which body sends somebody.")
    });
    check.that((new.kind == SeatKind::Guest) == (new.voice == Voice::Guest), "voice", || {
        Reason::new("Gäste haben einen Gastsitz und nur den.", "Guests have a guest seat, and only that.")
    });
    check.that(new.term_months.is_none_or(|n| (1..=240).contains(&n)), "term_months", || {
        Reason::new("Eine Amtszeit dauert 1 bis 240 Monate.", "A term lasts 1 to 240 months.")
    });
    check.that(new.source_body != Some(body.id), "source_body", || {
        Reason::new("Ein Gremium entsendet nicht in sich selbst.", "A body does not send anybody into itself.")
    });
    if people_term(check, new.from, new.until) {
        let within = body.term.contains(new.from) && (body.term.is_open() || new.until <= body.term.until);
        check.that(within, "from", || {
            Reason::new("In dieser Zeit gibt es das Gremium nicht.", "The body does not exist throughout that time.")
        });
    }
    checked
}

fn people_term(check: &mut Check, from: Day, until: Day) -> bool {
    check.take("until", people::rules::term(from, until)).is_some()
}

/// Whether that occupant fits a seat of that kind.
///
/// # Errors
/// With the sentence that says who does.
pub fn fits(kind: SeatKind, occupant: &Occupant) -> Result<(), Reason> {
    use Occupant as O;
    let refuse = |de: &str, en: &str| Err(Reason::new(de, en));
    match (kind, occupant) {
        (SeatKind::Post, O::Post(_))
        | (SeatKind::Organisation, O::Organisation(_))
        | (SeatKind::Elected | SeatKind::Personal, O::Person { .. }) => Ok(()),
        (
            SeatKind::Territory | SeatKind::Delegated | SeatKind::Guest,
            O::Post(_) | O::Organisation(_) | O::Person { .. },
        ) => Ok(()),
        (SeatKind::ExOfficio, O::Seat(_) | O::Post(_)) => Ok(()),
        (SeatKind::Post, _) => refuse("Dieser Sitz gehört einer Stelle.", "This seat belongs to a post."),
        (SeatKind::Organisation, _) => {
            refuse("Dieser Sitz gehört einer Organisation.", "This seat belongs to an organisation.")
        }
        (SeatKind::Elected, _) => refuse("Gewählt wird eine Person.", "It is a person who is elected."),
        (SeatKind::Personal, _) => refuse("Dieser Sitz gehört einer Person.", "This seat belongs to a person."),
        (SeatKind::ExOfficio, _) => {
            refuse("Dieser Sitz gehört zu einem anderen Amt.", "This seat belongs to another office.")
        }
        (SeatKind::Territory | SeatKind::Delegated | SeatKind::Guest, O::Seat(_)) => refuse(
            "Kraft Amtes besetzt werden nur geborene Sitze.",
            "Only ex officio seats are held through another seat.",
        ),
    }
}

/// Why somebody usually sits on a seat of that kind.
#[must_use]
pub const fn usual_basis(kind: SeatKind) -> Basis {
    match kind {
        SeatKind::Post | SeatKind::Territory | SeatKind::ExOfficio => Basis::Statute,
        SeatKind::Organisation | SeatKind::Personal => Basis::Joined,
        SeatKind::Elected => Basis::Election,
        SeatKind::Delegated => Basis::Delegation,
        SeatKind::Guest => Basis::Resolution,
    }
}

/// The end of the term: as given, else reckoned from the seat's length of a term.
#[must_use]
pub fn term_end_of(seat: &Seat, from: Day, given: Option<Day>) -> Option<Day> {
    given.or_else(|| seat.term_months.and_then(|n| i32::try_from(n).ok()).map(|n| from.plus_months(n)))
}

/// Until when it is written that somebody sits: carrying over is decided here once and stored, so that rights look
/// at days alone. Elected and sent persons stay where the body says so; guests never; others go on.
#[must_use]
pub fn until_of(seat: &Seat, term_end: Option<Day>, carries_over: bool) -> Day {
    let stays = match seat.kind {
        SeatKind::Elected | SeatKind::Delegated => carries_over,
        SeatKind::Guest => false,
        _ => true,
    };
    let until = if stays { Day::OPEN } else { term_end.unwrap_or(Day::OPEN) };
    until.min(seat.term.until)
}

/// Whether the occupant may have the seat in that time beside those who had, have and will have it.
///
/// # Errors
/// With the sentence.
pub fn may_occupy(seat: &Seat, occupant: &Occupant, term: Term, others: &[Occupancy]) -> Result<(), Reason> {
    fits(seat.kind, occupant)?;
    if !seat.term.contains(term.from) || term.until > seat.term.until {
        return Err(Reason::new(
            "In dieser Zeit gibt es den Sitz nicht.",
            "The seat does not exist throughout that time.",
        ));
    }
    let sits = |o: &&Occupancy| matches!(o.status, Status::Confirmed | Status::Suspended);
    if others.iter().filter(sits).any(|o| o.term.overlaps(&term)) {
        return Err(Reason::new(
            "Der Sitz ist in dieser Zeit schon besetzt. Bitte beenden Sie zuerst, was dort steht.",
            "The seat is taken in that time. Please end what is there first.",
        ));
    }
    let needs = match (seat.eligibility, occupant) {
        (Eligibility::Post, Occupant::Person { post: None, .. }) => Some((
            "Bitte wählen Sie die Stelle, über die die Person wählbar ist.",
            "Please choose the post that makes the person eligible.",
        )),
        (Eligibility::Organisation, Occupant::Person { organisation: None, .. }) => Some((
            "Bitte wählen Sie die Organisation, über die die Person wählbar ist.",
            "Please choose the organisation that makes the person eligible.",
        )),
        _ => None,
    };
    needs.map_or(Ok(()), |(de, en)| Err(Reason::new(de, en)))
}

#[cfg(test)]
mod tests {
    use kernel::Id;
    use people::Grain;

    use super::*;
    use crate::Mandate;

    fn day(text: &str) -> Day {
        Day::literal(text)
    }

    fn seat(kind: SeatKind) -> Seat {
        let new = NewSeat::new(kind, day("2020-01-01"));
        Seat {
            id: Id::new(1),
            body: Id::new(1),
            number: 1,
            label: None,
            kind,
            voice: new.voice,
            votes: new.votes,
            office: None,
            source_body: None,
            source_territory: None,
            eligibility: Eligibility::None,
            filled_by: None,
            term_months: None,
            term: Term::since(day("2020-01-01")),
        }
    }

    fn sitting(from: &str, until: &str, status: Status) -> Occupancy {
        let term = Term { from: day(from), until: day(until) };
        Occupancy {
            id: Id::new(1),
            seat: Id::new(1),
            occupant: Occupant::person(Id::new(1)),
            sender: None,
            basis: Basis::Election,
            mandate: Mandate::Free,
            status,
            grain: Grain::Day,
            term_end: None,
            end_reason: None,
            term,
        }
    }

    #[test]
    fn the_five_states() {
        let (today, soon) = (day("2026-11-23"), day("2027-05-23"));
        let state = |status, present, end: Option<&str>, until: &str| {
            seat_state(status, present, end.map(day), day(until), today, soon)
        };
        let confirmed = Some(Status::Confirmed);
        assert_eq!(state(None, false, None, "9999-12-31"), SeatState::Vacant);
        assert_eq!(state(confirmed, false, None, "9999-12-31"), SeatState::Vacant, "a deputy alone leaves it vacant");
        assert_eq!(state(confirmed, true, None, "9999-12-31"), SeatState::Filled);
        assert_eq!(state(confirmed, true, Some("2027-05-23"), "9999-12-31"), SeatState::EndsSoon);
        assert_eq!(state(confirmed, true, Some("2027-05-24"), "9999-12-31"), SeatState::Filled);
        assert_eq!(state(confirmed, true, None, "2027-01-01"), SeatState::EndsSoon);
        assert_eq!(
            state(confirmed, true, Some("2026-11-23"), "9999-12-31"),
            SeatState::CarriesOver,
            "the end is the first day after"
        );
        assert_eq!(state(confirmed, true, Some("2026-11-24"), "9999-12-31"), SeatState::EndsSoon);
        assert_eq!(state(Some(Status::Suspended), true, None, "9999-12-31"), SeatState::Suspended);
    }

    #[test]
    fn carrying_over_is_written_for_mandates_and_never_for_guests() {
        let end = Some(day("2026-03-10"));
        assert_eq!(until_of(&seat(SeatKind::Elected), end, true), Day::OPEN);
        assert_eq!(until_of(&seat(SeatKind::Elected), end, false), day("2026-03-10"));
        assert_eq!(until_of(&seat(SeatKind::Delegated), end, false), day("2026-03-10"));
        assert_eq!(until_of(&seat(SeatKind::Post), end, false), Day::OPEN);
        assert_eq!(until_of(&seat(SeatKind::Guest), end, true), day("2026-03-10"));
        let short =
            Seat { term: Term { from: day("2020-01-01"), until: day("2025-01-01") }, ..seat(SeatKind::Elected) };
        assert_eq!(until_of(&short, end, true), day("2025-01-01"), "nobody outlives the seat");
    }

    #[test]
    fn a_term_ends_with_the_length_the_seat_says_unless_it_is_given() {
        let two_years = Seat { term_months: Some(24), ..seat(SeatKind::Elected) };
        assert_eq!(term_end_of(&two_years, day("2024-03-10"), None), Some(day("2026-03-10")));
        // By-election: the rest of the term, not a new one.
        assert_eq!(term_end_of(&two_years, day("2025-10-20"), Some(day("2026-03-10"))), Some(day("2026-03-10")));
        assert_eq!(term_end_of(&seat(SeatKind::Post), day("2024-03-10"), None), None);
    }

    #[test]
    fn who_fits_which_seat() {
        let (post, org, person, other) = (
            Occupant::Post(Id::new(1)),
            Occupant::Organisation(Id::new(1)),
            Occupant::person(Id::new(1)),
            Occupant::Seat(Id::new(2)),
        );
        let good: &[(SeatKind, [bool; 4])] = &[
            (SeatKind::Post, [true, false, false, false]),
            (SeatKind::Organisation, [false, true, false, false]),
            (SeatKind::Territory, [true, true, true, false]),
            (SeatKind::Elected, [false, false, true, false]),
            (SeatKind::Delegated, [true, true, true, false]),
            (SeatKind::ExOfficio, [true, false, false, true]),
            (SeatKind::Personal, [false, false, true, false]),
            (SeatKind::Guest, [true, true, true, false]),
        ];
        assert_eq!(good.len(), SeatKind::ALL.len());
        for (kind, answers) in good {
            assert_eq!([post, org, person, other].map(|o| fits(*kind, &o).is_ok()), *answers, "{kind:?}");
        }
    }

    #[test]
    fn one_sits_at_a_time_and_candidates_do_not_count() {
        let elected = seat(SeatKind::Elected);
        let person = Occupant::person(Id::new(2));
        let term = Term::since(day("2026-03-10"));
        let there = [
            sitting("2024-03-10", "2026-03-10", Status::Confirmed),
            sitting("2026-03-10", "9999-12-31", Status::Nominated),
        ];
        assert!(may_occupy(&elected, &person, term, &there).is_ok());
        let still = [sitting("2024-03-10", "2026-03-11", Status::Confirmed)];
        assert!(may_occupy(&elected, &person, term, &still).unwrap_err().de.contains("schon besetzt"));
        assert!(may_occupy(&elected, &person, Term::since(day("2019-01-01")), &[]).is_err(), "the seat did not exist");
        let by_post = Seat { eligibility: Eligibility::Post, ..elected };
        assert!(may_occupy(&by_post, &person, term, &[]).unwrap_err().de.contains("Stelle"));
        assert!(may_occupy(&by_post, &Occupant::person_by_post(Id::new(2), Id::new(3)), term, &[]).is_ok());
    }

    #[test]
    fn seats_that_contradict_themselves_are_refused() {
        let body = crate::store::tests_body();
        let problems = |new: NewSeat| {
            let mut check = Check::new();
            check_seat(&mut check, &new, &body);
            match check.done() {
                Err(kernel::Error::Form(list)) => list.into_iter().map(|p| p.field).collect(),
                _ => Vec::new(),
            }
        };
        let base = |kind| NewSeat::new(kind, day("2020-01-01"));
        assert!(problems(base(SeatKind::Post)).is_empty());
        assert_eq!(problems(NewSeat { votes: 1, voice: Voice::Advisory, ..base(SeatKind::Post) }), ["votes"]);
        assert_eq!(problems(base(SeatKind::Delegated)), ["source_body"]);
        assert_eq!(problems(base(SeatKind::Post).with_voice(Voice::Office)), ["office"]);
        assert_eq!(problems(base(SeatKind::Post).with_voice(Voice::Guest)), ["voice"]);
        assert_eq!(problems(NewSeat { until: day("2020-01-01"), ..base(SeatKind::Post) }), ["until"]);
        assert_eq!(problems(NewSeat { from: day("1900-01-01"), ..base(SeatKind::Post) }), ["from"]);
        assert_eq!(
            problems(NewSeat { term_months: Some(0), number: Some(0), ..base(SeatKind::Elected) }),
            ["number", "term_months"]
        );
        assert_eq!(problems(NewSeat::delegated(body.id, Voice::Advisory, day("2020-01-01"))), ["source_body"]);
    }
}
