//! A sitting while it runs: opened, led from item to item, entered, spoken in, ended.

use db::{Conn, Tx};
use kernel::{Actor, Error, Id, Reason, Result};
use networks::Body;

use super::{
    attendance::{attendance_of, open, save},
    event, led, rule,
};
use crate::{
    Capacity, Coming, Invitation, Item, Line, Meeting, MeetingState, Presence, Run, Speech,
    reads::{hearing_of, stance},
    rules::{
        Hearing, hears,
        live::{digits, entered, floor, running},
    },
    store::{self, agenda, attendance, invitations, live},
};

/// How often a number for the room is drawn before that is a fault.
const DRAWS: usize = 20;

/// Opens a sitting on its day. `check_in`: those who come enter themselves, by a number shown in the room; otherwise
/// whoever leads keeps the list, which begins with the answers.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] on another day, for one that is over or called off, and when it
/// is open already.
pub fn open_sitting(tx: &Tx<'_>, by: &Actor, id: Id<Meeting>, check_in: bool) -> Result<()> {
    let (meeting, _) = led(tx, by, id)?;
    if matches!(meeting.state, MeetingState::Ended | MeetingState::Cancelled) {
        return rule("Dieser Termin ist schon vorbei oder abgesagt.", "This meeting is over or has been called off.");
    }
    if meeting.day() > tx.today() || meeting.ends_at().day() < tx.today() {
        return rule("Eine Sitzung eröffnen Sie an ihrem Tag.", "A sitting is opened on its day.");
    }
    if live::find_sitting(tx, id)?.is_some() {
        return rule("Diese Sitzung ist schon eröffnet.", "This sitting has been opened already.");
    }
    let number = if check_in { Some(drawn(tx)?) } else { None };
    live::insert_sitting(tx, id, number.as_deref(), by.person)?;
    tx.emit(event("sitting.opened", &meeting, by.person));
    Ok(())
}

/// A number no other open sitting has.
fn drawn(tx: &Tx<'_>) -> Result<String> {
    for _ in 0..DRAWS {
        let number = accounts::secrets::code()?;
        if live::find_by_number(tx, &number)?.is_none() {
            return Ok(number);
        }
    }
    Err(Error::internal("no number for a room is free"))
}

fn opened(tx: &Tx<'_>, id: Id<Meeting>) -> Result<crate::Sitting> {
    let found = live::find_sitting(tx, id)?.filter(crate::Sitting::is_open);
    found.ok_or_else(|| Error::Rule(Reason::new("Diese Sitzung läuft nicht.", "This sitting is not running.")))
}

/// Calls an item, or none for a break. What is on ends, and the list of speakers with it. `was` is what whoever leads saw
/// as being on.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Stale`] when something else is on by now; [`Error::Rule`] when the
/// sitting is not open.
pub fn call_item(tx: &Tx<'_>, by: &Actor, id: Id<Meeting>, item: Option<Id<Item>>, was: Option<Id<Run>>) -> Result<()> {
    let (meeting, _) = led(tx, by, id)?;
    if let Some(item) = item
        && agenda::find_item(tx, item)?.meeting != id
    {
        return Err(Error::NotFound);
    }
    opened(tx, id)?;
    let runs = live::list_runs(tx, id)?;
    if running(&runs).map(|run| run.id) != was {
        return Err(Error::Stale);
    }
    live::save_run_ended(tx, id, tx.now())?;
    live::delete_speeches(tx, id)?;
    if let Some(item) = item {
        live::insert_run(tx, id, item)?;
        if meeting.state.is_ahead() {
            store::meetings::save_state(tx, id, meeting.state, MeetingState::Running)?;
        }
    }
    tx.emit(event("sitting.item", &meeting, by.person));
    Ok(())
}

/// Ends a sitting: the item that is on, the list of speakers, the number in the room, the meeting.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] when it is not open.
pub fn end_sitting(tx: &Tx<'_>, by: &Actor, id: Id<Meeting>) -> Result<()> {
    let (meeting, _) = led(tx, by, id)?;
    opened(tx, id)?;
    over(tx, id)?;
    if meeting.state != MeetingState::Ended {
        store::meetings::save_state(tx, id, meeting.state, MeetingState::Ended)?;
    }
    tx.emit(event("sitting.ended", &meeting, by.person));
    Ok(())
}

fn over(tx: &Tx<'_>, id: Id<Meeting>) -> Result<()> {
    live::save_run_ended(tx, id, tx.now())?;
    live::delete_speeches(tx, id)?;
    live::save_ended(tx, id, tx.now())
}

/// Sittings of the days before that nobody ended: at midnight they end as they were planned to.
///
/// # Errors
/// When the database refuses.
pub fn end_left_open(tx: &Tx<'_>) -> Result<()> {
    // Few: sittings of yesterday.
    for id in live::list_left_open(tx, tx.today().at(0, 0))? {
        let meeting = store::meetings::find_any_meeting(tx, id)?;
        if meeting.ends_at().day() < tx.today() {
            live::save_run_ended(tx, id, meeting.ends_at())?;
            over(tx, id)?;
        }
    }
    Ok(())
}

/// The lines of a person who is signed in. None of hers: she is not on the list.
fn lines_of(list: &crate::Attendance, person: i64) -> Result<Vec<Line>> {
    let mine: Vec<Line> = list.lines.iter().filter(|l| l.person.map(Id::raw) == Some(person)).cloned().collect();
    if mine.is_empty() { Err(Error::Denied(Some(unlisted()))) } else { Ok(mine) }
}

fn unlisted() -> Reason {
    Reason::new(
        "Sie stehen nicht auf der Liste. Bitte wenden Sie sich an die Sitzungsleitung.",
        "You are not on the list. Please turn to whoever leads the sitting.",
    )
}

/// The lines a letter stands for, and what its holder is there.
///
/// # Errors
/// [`Error::Denied`] for whoever is not on the list; [`Error::Rule`] for the mailbox of a vacant post.
pub fn lines_by_letter(tx: &Conn, list: &crate::Attendance, of: &Invitation) -> Result<(Vec<Line>, bool)> {
    let sent = match of.substitute_for {
        Some(by) => Some(invitations::find_invitation(tx, by)?),
        None => None,
    };
    let at = sent.as_ref().unwrap_or(of);
    if sent.is_none() && of.capacity == Capacity::Mailbox {
        return rule(
            "Für eine unbesetzte Stelle trägt die Sitzungsleitung ein, wer da ist.",
            "For a vacant post whoever leads the sitting enters who is there.",
        );
    }
    let key = format!("g{}", at.id);
    let hers = |line: &&Line| match at.person {
        Some(person) if sent.is_none() => line.person == Some(person),
        Some(person) => line.person == Some(person) && line.seat == at.seat,
        None if at.seat.is_some() => line.person.is_none() && line.seat == at.seat,
        None => line.key == key,
    };
    let mine: Vec<Line> = list.lines.iter().filter(hers).cloned().collect();
    if mine.is_empty() { Err(Error::Denied(Some(unlisted()))) } else { Ok((mine, sent.is_some())) }
}

/// Somebody who is signed in enters herself, by the number shown in the room, or goes (`None`).
///
/// # Errors
/// [`Error::NotFound`] where she may not see the meeting; [`Error::Denied`] for whoever is not on the list; [`Error::Form`]
/// on `number`; [`Error::Rule`] where nobody enters herself, and once the minutes went out.
pub fn check_in(tx: &Tx<'_>, by: &Actor, id: Id<Meeting>, coming: Option<(Presence, &str)>) -> Result<()> {
    let meeting = store::meetings::find_meeting(tx, by, id)?;
    let person = by.person.ok_or(Error::NotFound)?;
    let body = networks::body_for_program(tx, meeting.body)?;
    let mine = lines_of(&attendance_of(tx, &meeting, &body)?, person)?;
    let number = coming.map(|(_, number)| number);
    let coming = coming.map_or(Coming::Gone, |(presence, _)| Coming::Own(presence));
    enter(tx, &meeting, &mine, (&coming, number), Some(person))
}

/// The same by the link of a letter. Whoever was sent stands for whoever sent her.
///
/// # Errors
/// As [`check_in`].
pub fn check_in_by_letter(
    tx: &Tx<'_>,
    of: &Invitation,
    meeting: &Meeting,
    coming: Option<(Presence, &str)>,
) -> Result<()> {
    let body = networks::body_for_program(tx, meeting.body)?;
    let (mine, sent) = lines_by_letter(tx, &attendance_of(tx, meeting, &body)?, of)?;
    let number = coming.map(|(_, number)| number);
    let coming = match coming {
        None => Coming::Gone,
        Some(_) if sent => Coming::Sent(of.name.clone()),
        Some((presence, _)) => Coming::Own(presence),
    };
    enter(tx, meeting, &mine, (&coming, number), of.person.map(Id::raw))
}

fn enter(
    tx: &Tx<'_>,
    meeting: &Meeting,
    lines: &[Line],
    (coming, number): (&Coming, Option<&str>),
    by: Option<i64>,
) -> Result<()> {
    open(tx, meeting)?;
    let sitting = opened(tx, meeting.id)?;
    if !sitting.check_in {
        return rule("Hier führt die Sitzungsleitung die Liste.", "Whoever leads the sitting keeps the list here.");
    }
    if number.is_some_and(|typed| Some(digits(typed)) != sitting.number) {
        return Err(Error::field(
            "number",
            Reason::new(
                "Diese Nummer stimmt nicht. Sie wird im Raum und in der Videokonferenz gezeigt.",
                "This number is wrong. It is shown in the room and in the video conference.",
            ),
        ));
    }
    let checked = attendance::count_check(tx, meeting.id)?;
    for line in lines {
        let new = entered(meeting, line, coming, tx.now())?;
        save(tx, meeting.id, line, &Line { checked, ..new })?;
        if *coming == Coming::Gone {
            live::delete_speech_of(tx, meeting.id, &line.key)?;
        }
    }
    tx.emit(event("attendance.checked", meeting, by));
    Ok(())
}

/// Somebody who is signed in wants to speak on the item that is on, or does not want to any more.
///
/// # Errors
/// [`Error::NotFound`] where she may not see the meeting or hear the item; [`Error::Denied`] for whoever is not on the list;
/// [`Error::Rule`] where there is no list of speakers, when nothing is on, and for whoever is not there.
pub fn raise_hand(tx: &Tx<'_>, by: &Actor, id: Id<Meeting>, up: bool) -> Result<()> {
    let meeting = store::meetings::find_meeting(tx, by, id)?;
    let person = by.person.ok_or(Error::NotFound)?;
    let body = networks::body_for_program(tx, meeting.body)?;
    let stance = stance(tx, by, &meeting)?;
    let only = only_item(stance.hearing, stance.invitation.as_ref());
    let mine = lines_of(&attendance_of(tx, &meeting, &body)?, person)?;
    raise(tx, (&meeting, &body), &mine, (stance.hearing, only), up)
}

/// The same by the link of a letter.
///
/// # Errors
/// As [`raise_hand`].
pub fn raise_hand_by_letter(tx: &Tx<'_>, of: &Invitation, meeting: &Meeting, up: bool) -> Result<()> {
    let body = networks::body_for_program(tx, meeting.body)?;
    let (mine, _) = lines_by_letter(tx, &attendance_of(tx, meeting, &body)?, of)?;
    raise(tx, (meeting, &body), &mine, (by_link(of), of.item), up)
}

/// The only item somebody hears who is a guest for one.
#[must_use]
pub fn only_item(hearing: Hearing, invitation: Option<&Invitation>) -> Option<Id<Item>> {
    if hearing == Hearing::Guest { invitation.and_then(|of| of.item) } else { None }
}

/// What a letter lets its holder hear while the sitting runs: nothing closed, for a link may be in anybody's hands.
#[must_use]
pub fn by_link(of: &Invitation) -> Hearing {
    match hearing_of(of) {
        Hearing::Own => Hearing::StandIn,
        other => other,
    }
}

fn raise(
    tx: &Tx<'_>,
    (meeting, body): (&Meeting, &Body),
    mine: &[Line],
    (hearing, only): (Hearing, Option<Id<Item>>),
    up: bool,
) -> Result<()> {
    opened(tx, meeting.id)?;
    if !up {
        for line in mine {
            live::delete_speech_of(tx, meeting.id, &line.key)?;
        }
        tx.emit(event("speech.withdrawn", meeting, None));
        return Ok(());
    }
    let runs = live::list_runs(tx, meeting.id)?;
    let Some(run) = running(&runs) else {
        return rule("Gerade läuft kein Punkt.", "No item is on at the moment.");
    };
    let item = agenda::find_item(tx, run.item)?;
    if !hears(hearing, item.openness) || only.is_some_and(|only| only != item.id) {
        return Err(Error::NotFound);
    }
    let rules = decisions::rules_of(tx, body, meeting.day())?;
    if !rules.is_some_and(|found| found.rules.formal.value) {
        return rule("Dieser Kreis führt keine Redeliste.", "This circle keeps no list of speakers.");
    }
    let Some(line) = mine.iter().find(|line| line.is_there_at(tx.now())) else {
        return rule(
            "Bitte tragen Sie sich zuerst als anwesend ein.",
            "Please check in first, so that you are on the list as being there.",
        );
    };
    // Who raised her hand when is nobody's news once she has spoken.
    if live::insert_speech(tx, meeting.id, &line.key)? {
        tx.emit(event("speech.asked", meeting, None));
    } else {
        tx.silent("she is on the list already");
    }
    Ok(())
}

/// The next one has the floor; whoever had it has spoken. `was` is who had it when whoever leads looked.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Stale`] when somebody else has it by now; [`Error::Rule`] when nobody
/// waits.
pub fn next_speaker(tx: &Tx<'_>, by: &Actor, id: Id<Meeting>, was: Option<Id<Speech>>) -> Result<()> {
    let (meeting, _) = led(tx, by, id)?;
    opened(tx, id)?;
    let all = live::list_speeches(tx, id)?;
    let (speaks, waiting) = floor(&all);
    if speaks.map(|one| one.id) != was {
        return Err(Error::Stale);
    }
    if speaks.is_none() && waiting.is_empty() {
        return rule("Die Redeliste ist leer.", "The list of speakers is empty.");
    }
    if let Some(one) = speaks {
        live::delete_speech(tx, one.id)?;
    }
    if let Some(next) = waiting.first() {
        live::save_called(tx, next.id)?;
    }
    tx.emit(event("speech.called", &meeting, by.person));
    Ok(())
}

/// Whoever leads notes that somebody wants to speak, who raised her hand in the room.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] when no item is on.
pub fn note_hand(tx: &Tx<'_>, by: &Actor, id: Id<Meeting>, line: &str) -> Result<()> {
    let (meeting, body) = led(tx, by, id)?;
    let list = attendance_of(tx, &meeting, &body)?;
    let mine: Vec<Line> = list.lines.into_iter().filter(|one| one.key == line).collect();
    if mine.is_empty() {
        return Err(Error::NotFound);
    }
    raise(tx, (&meeting, &body), &mine, (Hearing::Own, None), true)
}

/// Whoever leads takes somebody off the list of speakers.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub fn drop_hand(tx: &Tx<'_>, by: &Actor, id: Id<Meeting>, speech: Id<Speech>) -> Result<()> {
    let (meeting, _) = led(tx, by, id)?;
    if !live::list_speeches(tx, id)?.iter().any(|one| one.id == speech) {
        return Err(Error::NotFound);
    }
    live::delete_speech(tx, speech)?;
    tx.emit(event("speech.withdrawn", &meeting, by.person));
    Ok(())
}
