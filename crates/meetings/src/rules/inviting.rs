//! What an invitation lacks before it leaves. None of it forbids sending: the meeting is theirs who convene it.

use kernel::Day;

use crate::Meeting;

/// Something whoever convenes may have forgotten, or can no longer keep.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Lack {
    /// Neither a place nor an address in the net.
    Place,
    /// No last day for answers.
    AnswerDay,
    /// The last day for answers lies behind.
    AnswerDayPast(Day),
    /// Nothing is on the agenda.
    Agenda,
    /// The last day for the invitation, as the rules of the body have it, lies behind.
    Late(Day),
}

/// What lacks on that day. `items` is how much is on the agenda; `late` the last day for the invitation where today is not in
/// time.
#[must_use]
pub fn lacks(meeting: &Meeting, items: usize, late: Option<Day>, today: Day) -> Vec<Lack> {
    let place = (meeting.place.trim().is_empty() && meeting.online.trim().is_empty()).then_some(Lack::Place);
    let answers = match meeting.answer_until {
        None => Some(Lack::AnswerDay),
        Some(day) => (day < today).then_some(Lack::AnswerDayPast(day)),
    };
    let agenda = (items == 0).then_some(Lack::Agenda);
    [late.map(Lack::Late), place, answers, agenda].into_iter().flatten().collect()
}
