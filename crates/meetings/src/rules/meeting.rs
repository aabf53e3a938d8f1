//! What holds for a meeting itself.

use kernel::{Actor, Day, Error, Level, Moment, Reason, Result, Scope};
use networks::Body;
use people::rules::Check;
use rights::{Action, Kind};

use crate::{Answer, Item, Meeting, MeetingState, NewMeeting, PlaceFor};

/// The longest a meeting lasts: fourteen days, in minutes.
pub const MINUTES_MOST: i64 = 14 * 24 * 60;
/// The most characters of a place.
const PLACE_MOST: usize = 300;

/// Whether somebody convenes a body's meetings that are seen as far as that scope.
#[must_use]
pub fn leads(actor: &Actor, scope: &Scope) -> bool {
    rights::allows(actor, Kind::Meeting, Action::Edit, scope)
}

/// How far a body's meetings may be seen, the closest first: never further than the body itself; those of a sensitive one
/// never leave the network.
#[must_use]
pub fn levels(body: &Body) -> Vec<Level> {
    let least = if body.sensitive { Level::Network } else { body.level };
    let mut all = vec![Level::Body, Level::Network, Level::AllNetworks, Level::Public];
    all.retain(|level| *level >= least);
    if body.is_network() {
        // Who sits in the network's own body is the network.
        all.retain(|level| *level != Level::Body);
    }
    if all.is_empty() { vec![Level::Body] } else { all }
}

/// How far what prepares a body's meetings is seen: its pages let in those who sit there and those who convene, who may have
/// their office in the network alone.
#[must_use]
pub fn closest(body: &Body) -> Level {
    let levels = levels(body);
    if levels.contains(&Level::Network) { Level::Network } else { levels[0] }
}

/// Whether the reader is told where it is.
#[must_use]
pub fn sees_place(meeting: &Meeting, leads: bool, answer: Option<Answer>) -> bool {
    meeting.place_for == PlaceFor::All || leads || answer == Some(Answer::Yes)
}

/// A meeting as it may be written.
///
/// # Errors
/// [`Error::Form`] on `title`, `note`, `length`, `day`, `place`, `online`, `level`, `answer_until`, `proposals_until`.
pub fn checked(new: &NewMeeting, body: &Body) -> Result<NewMeeting> {
    let mut check = Check::new();
    let title = check.name("title", &new.title);
    let note = check.text("note", Some(&new.note)).unwrap_or_default();
    let place = check.text("place", Some(&new.place)).unwrap_or_default().replace('\n', ", ");
    let online = check.website("online", Some(&new.online)).unwrap_or_default();
    let day = new.starts_at.day();
    check.that((1900..=2200).contains(&day.year()), "day", || {
        Reason::new("Bitte prüfen Sie das Jahr.", "Please check the year.")
    });
    check.that((1..=MINUTES_MOST).contains(&new.minutes), "length", || {
        Reason::new(
            "Bitte nennen Sie eine Dauer zwischen einer Minute und 14 Tagen.",
            "Please give a length between one minute and 14 days.",
        )
    });
    check.that(place.chars().count() <= PLACE_MOST, "place", || {
        Reason::new(
            format!("Bitte kürzen Sie auf höchstens {PLACE_MOST} Zeichen."),
            format!("Please shorten this to at most {PLACE_MOST} characters."),
        )
    });
    check.that(levels(body).contains(&new.level), "level", || {
        Reason::new("Bitte wählen Sie eine der Möglichkeiten.", "Please choose one of the options.")
    });
    let before = |until: Option<Day>| until.is_none_or(|until| until <= day);
    for (until, field) in [(new.answer_until, "answer_until"), (new.proposals_until, "proposals_until")] {
        check.that(before(until), field, || {
            Reason::new("Dieser Tag liegt nach dem Termin.", "This day lies after the meeting.")
        });
    }
    check.done()?;
    Ok(NewMeeting { title, note, place, online, ..new.clone() })
}

/// Whether those invited are to be told of the change: time, length, place or name are other ones.
#[must_use]
pub fn ends_up_moved(was: &Meeting, new: &NewMeeting) -> bool {
    (was.starts_at, was.minutes, &was.place, &was.online, &was.title)
        != (new.starts_at, new.minutes, &new.place, &new.online, &new.title)
        || was.place_for != new.place_for
}

/// A meeting can be changed and called off as long as it has not begun.
///
/// # Errors
/// [`Error::Rule`].
pub fn still_ahead(meeting: &Meeting) -> Result<()> {
    let (de, en) = match meeting.state {
        MeetingState::Planned | MeetingState::Invited => return Ok(()),
        MeetingState::Cancelled => ("Dieser Termin ist schon abgesagt.", "This meeting has been called off already."),
        MeetingState::Running => ("Dieser Termin hat schon begonnen.", "This meeting has begun already."),
        MeetingState::Ended => ("Dieser Termin ist schon vorbei.", "This meeting is over already."),
    };
    Err(Error::Rule(Reason::new(de, en)))
}

/// What a meeting is cut into.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Part {
    /// How long the first part lasts from now on.
    pub first_minutes: i64,
    /// How long the second one lasts.
    pub second_minutes: i64,
    /// The items that go into the second one, in their order.
    pub items: Vec<kernel::Id<Item>>,
}

/// Cuts a meeting before one of its items: that one and those behind it go into the second part. Each part lasts as long as
/// its items take; where nobody said how long, the meeting's time is halved.
///
/// # Errors
/// [`Error::Form`] on `item` when nothing would stay, and on `day` when the second part does not lie later.
pub fn split(meeting: &Meeting, items: &[Item], before: kernel::Id<Item>, second: Moment) -> Result<Part> {
    let at = items.iter().position(|it| it.id == before).filter(|at| *at > 0).ok_or_else(|| {
        Error::field(
            "item",
            Reason::new(
                "Bitte wählen Sie, womit der zweite Teil beginnt.",
                "Please choose where the second part begins.",
            ),
        )
    })?;
    let (stay, go) = items.split_at(at);
    let sum = |some: &[Item]| some.iter().map(|it| it.minutes).sum::<i64>();
    let half = (meeting.minutes / 2).max(1);
    let length = |some: &[Item]| Some(sum(some)).filter(|sum| *sum > 0).unwrap_or(half);
    let first_minutes = length(stay).min(meeting.minutes);
    if second < meeting.starts_at.plus_seconds(first_minutes * 60) {
        return Err(Error::field(
            "day",
            Reason::new("Der zweite Teil beginnt nach dem ersten.", "The second part begins after the first."),
        ));
    }
    Ok(Part { first_minutes, second_minutes: length(go), items: go.iter().map(|it| it.id).collect() })
}
