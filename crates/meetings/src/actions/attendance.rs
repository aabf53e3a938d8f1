//! Keeping who is there.

use std::collections::{HashMap, HashSet};

use db::{Conn, Tx};
use kernel::{Actor, Error, Id, Moment, Reason, Result};
use networks::Body;
use people::rules::Check;

use super::{authorisation::AUTHORISATION, event, led, rule};
use crate::{
    Answer, Attendance, Capacity, Invitation, Line, Meeting, MeetingState, MinutesState, Presence, SheetHead, Span,
    Verdict,
    rules::{
        attendance::{expected, in_one, quorate},
        live::SPANS_MOST,
    },
    store::{attendance, invitations, live, minutes},
};

/// The most lines a list has.
pub const LINES_MOST: usize = 2_000;

/// The list of a meeting: what was kept, and for everybody else what she answered. A meeting nobody was invited to through
/// the house begins with who sat in its body that day.
///
/// # Errors
/// When the database cannot be read.
pub fn attendance_of(conn: &Conn, meeting: &Meeting, body: &Body) -> Result<Attendance> {
    let head = attendance::find_head(conn, meeting.id)?;
    let mut lines = attendance::list_lines(conn, meeting.id)?;
    if !lines.is_empty() {
        let mut earlier = HashMap::<String, Vec<Span>>::new();
        for (line, span) in attendance::list_spans(conn, meeting.id)? {
            earlier.entry(line).or_default().push(span);
        }
        lines.iter_mut().for_each(|line| line.earlier = earlier.remove(&line.key).unwrap_or_default());
        mark_authorised(conn, &mut lines)?;
    }
    let known: HashSet<String> = lines.iter().map(|line| line.key.clone()).collect();
    let mut more = if meeting.invited_at.is_some() { invited(conn, meeting)? } else { sitting(conn, meeting, body)? };
    if live::find_sitting(conn, meeting.id)?.is_some_and(|found| found.check_in) {
        // Where those who come enter themselves, an answer is no presence.
        for line in more.iter_mut().filter(|line| line.presence != Presence::Excused) {
            (line.presence, line.by_name) = (Presence::Absent, String::new());
        }
    }
    lines.extend(more.into_iter().filter(|line| !known.contains(&line.key)));
    lines.sort_by_key(|line| line.capacity == Capacity::Guest);
    Ok(Attendance { meeting: meeting.id, head: head.unwrap_or_default(), lines })
}

/// Marks those for whom somebody came with an authorisation. One statement, none where nobody was represented.
fn mark_authorised(conn: &Conn, lines: &mut [Line]) -> Result<()> {
    let rows = lines.iter().filter(|line| line.is_acted_for()).filter_map(|line| line.row);
    let rows: Vec<i64> = rows.map(Id::raw).collect();
    let with: HashSet<i64> = files::list(conn, AUTHORISATION, &rows)?.into_iter().map(|file| file.on).collect();
    for line in lines {
        line.authorised = line.row.is_some_and(|row| with.contains(&row.raw()));
    }
    Ok(())
}

/// How many lines the list of a meeting has, as far as that is known without reading them. Two statements.
///
/// # Errors
/// When the database cannot be read.
pub fn length_of(conn: &Conn, meeting: &Meeting) -> Result<usize> {
    let kept = attendance::count_lines(conn, meeting.id)?;
    let invited = if meeting.invited_at.is_some() { invitations::count_standing(conn, meeting.id)? } else { 0 };
    Ok(usize::try_from(kept.max(invited)).unwrap_or(usize::MAX))
}

/// Lines by their seats: the first, second, third of those who come through one.
#[derive(Default)]
struct Keys(HashMap<Id<networks::Seat>, usize>);

impl Keys {
    fn next(&mut self, seat: Id<networks::Seat>) -> String {
        let count = self.0.entry(seat).or_default();
        *count += 1;
        format!("s{seat}-{count}")
    }
}

fn invited(conn: &Conn, meeting: &Meeting) -> Result<Vec<Line>> {
    let all = invitations::list_invitations(conn, meeting.id)?;
    let (mut keys, mut made) = (Keys::default(), Vec::<Line>::new());
    for it in all.iter().filter(|it| it.stands() && it.capacity != Capacity::Substitute) {
        let key = match it.seat {
            Some(seat) => keys.next(seat),
            None => format!("g{}", it.id),
        };
        let sent = |sent: &&Invitation| sent.substitute_for == Some(it.id) && sent.stands();
        let by_name = match it.answer {
            Answer::Substitute => all.iter().find(sent).map(|sent| sent.name.clone()).unwrap_or_default(),
            _ => String::new(),
        };
        made.push(Line {
            presence: expected(meeting, it),
            by_name,
            name: it.name.clone(),
            ..blank(key, it.seat, it.person, it.capacity)
        });
    }
    Ok(made)
}

fn sitting(conn: &Conn, meeting: &Meeting, body: &Body) -> Result<Vec<Line>> {
    let (mut keys, mut made) = (Keys::default(), Vec::<Line>::new());
    for it in networks::invitees(conn, body, meeting.day())? {
        let capacity = match (it.person, it.stands_in) {
            (None, _) => Capacity::Mailbox,
            (Some(_), true) => Capacity::StandIn,
            (Some(_), false) => Capacity::Member,
        };
        let key = keys.next(it.seat);
        made.push(blank(key, Some(it.seat), it.person, capacity));
    }
    Ok(made)
}

fn blank(
    key: String,
    seat: Option<Id<networks::Seat>>,
    person: Option<Id<people::Person>>,
    capacity: Capacity,
) -> Line {
    Line {
        key,
        seat,
        person,
        name: String::new(),
        capacity,
        presence: Presence::Absent,
        by_name: String::new(),
        from: None,
        until: None,
        earlier: Vec::new(),
        checked: 0,
        contested: false,
        row: None,
        authorised: false,
    }
}

/// Whether enough are there, as the rules of that day say, at each moment at which that changed; nothing for a body that
/// does not vote formally.
///
/// # Errors
/// When the database cannot be read.
pub fn quorum_of(conn: &Conn, meeting: &Meeting, body: &Body, list: &Attendance) -> Result<Vec<(Moment, Verdict)>> {
    let Some(found) = decisions::rules_of(conn, body, meeting.day())? else { return Ok(Vec::new()) };
    if !found.rules.formal.value {
        return Ok(Vec::new());
    }
    let voters = networks::voters(conn, body, meeting.day())?;
    // A sitting that took longer than it was to.
    let ended = live::list_runs(conn, meeting.id)?.last().and_then(|run| run.until);
    let meeting = &lasting(meeting, ended);
    Ok(quorate(&found.rules, &voters, meeting, &list.lines, &list.head))
}

/// The meeting as long as it really lasted, where that was longer than planned.
#[must_use]
pub fn lasting(meeting: &Meeting, until: Option<kernel::Moment>) -> Meeting {
    let took = until.map_or(0, |at| at.seconds_since(meeting.starts_at).div_euclid(60) + 1);
    Meeting { minutes: meeting.minutes.max(took), ..meeting.clone() }
}

/// The same as one sentence.
///
/// # Errors
/// When the database cannot be read.
pub fn quorum_in_one(conn: &Conn, meeting: &Meeting, body: &Body, list: &Attendance) -> Result<Option<Verdict>> {
    Ok(in_one(&quorum_of(conn, meeting, body, list)?))
}

/// How somebody was there, as it is entered.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Seen {
    /// The line, as [`Line::key`].
    pub key: String,
    /// How.
    pub presence: Presence,
    /// Who came for her, or voted for her.
    pub by_name: String,
    /// Since when, where not from the beginning.
    pub from: Option<Moment>,
    /// Until when, where not to the end.
    pub until: Option<Moment>,
    /// When she was there before that; `None` leaves that as it is.
    pub earlier: Option<Vec<Span>>,
}

impl Seen {
    /// The times before the last one, as they will stand.
    fn earlier<'a>(&'a self, line: &'a Line) -> &'a [Span] {
        match &self.earlier {
            Some(spans) => spans,
            // Who was not there was there at no time.
            None if self.presence == Presence::Absent => &[],
            None => &line.earlier,
        }
    }
}

/// Keeps who is there: some lines of the list, and a guest nobody had invited. `head.version` is that of the form, and
/// `head.checked` how many had entered themselves when it was shown: whoever did so since stays as she said. Gives how many.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who convene; [`Error::Stale`] when somebody kept it meanwhile;
/// [`Error::Rule`] before the day, for a meeting called off, and once the minutes went out; [`Error::Form`] on `guest`,
/// `until` and `by`.
pub fn keep_attendance(
    tx: &Tx<'_>,
    by: &Actor,
    id: Id<Meeting>,
    head: &SheetHead,
    seen: &[Seen],
    guest: Option<&str>,
) -> Result<usize> {
    let (meeting, body) = led(tx, by, id)?;
    open(tx, &meeting)?;
    let was = attendance_of(tx, &meeting, &body)?;
    if was.head.version != head.version {
        return Err(Error::Stale);
    }
    let mut check = Check::new();
    for one in seen {
        let line = was.lines.iter().find(|line| line.key == one.key);
        let earlier = line.map_or(&[][..], |line| one.earlier(line));
        // Who went before the beginning and said so herself did; what stands is not asked again.
        let stands = line.is_some_and(|line| (line.from, line.until) == (one.from, one.until));
        let begin = one.from.or_else(|| (!stands && one.presence.is_there()).then_some(meeting.starts_at));
        let last = (begin, one.until);
        check.that(spans(&meeting, earlier).chain([last]).all(is_span), "until", || {
            Reason::new("Das Ende liegt nach dem Beginn.", "The end comes after the beginning.")
        });
        check.that(follow(&meeting, earlier, one), "until", || {
            Reason::new(
                "Die Zeiten überschneiden sich. Jede beginnt, wo die vorige endet, oder später.",
                "These times overlap. Each begins where the one before ends, or later.",
            )
        });
        check.that(earlier.len() <= SPANS_MOST, "until", || {
            Reason::new(format!("Höchstens {SPANS_MOST} Zeiten."), format!("At most {SPANS_MOST} times."))
        });
        for by in earlier.iter().map(|span| &span.by_name).chain([&one.by_name]) {
            let _ = check.name_or_none("by", Some(by));
        }
    }
    let guest = guest.map(str::trim).filter(|name| !name.is_empty()).map(|name| check.name("guest", name));
    check.done()?;
    if was.lines.len() + usize::from(guest.is_some()) > LINES_MOST {
        return rule("Diese Liste ist voll.", "This list is full.");
    }
    if head.version == 0 {
        attendance::insert_head(tx, id, head, by.person)?;
    } else {
        attendance::save_head(tx, id, head, by.person)?;
    }
    let since = |line: &Line| line.checked > head.checked;
    for line in &was.lines {
        let changed = seen.iter().find(|one| one.key == line.key && !since(line)).map(|one| Line {
            contested: false,
            presence: one.presence,
            by_name: if matches!(one.presence, Presence::Represented | Presence::Proxy) {
                one.by_name.trim().to_owned()
            } else {
                String::new()
            },
            from: one.from.filter(|_| one.presence.is_there()),
            until: one.until.filter(|_| one.presence.is_there()),
            earlier: one.earlier(line).to_vec(),
            ..line.clone()
        });
        // What was only expected is written as well, so that the list stays as it was kept; what stands is left alone.
        match changed {
            Some(changed) if changed != *line || line.row.is_none() => save(tx, id, line, &changed)?,
            None if line.row.is_none() => save(tx, id, line, line)?,
            _ => {}
        }
    }
    if let Some(name) = guest {
        let key = format!("n{}", tx.id::<Line>());
        let line = Line { name, presence: Presence::Present, ..blank(key, None, None, Capacity::Guest) };
        attendance::save_line(tx, id, &line)?;
    }
    tx.emit(event("attendance.kept", &meeting, by.person));
    Ok(was.lines.iter().filter(|line| since(line)).count())
}

fn is_span((from, until): (Option<Moment>, Option<Moment>)) -> bool {
    from.zip(until).is_none_or(|(from, until)| from < until)
}

/// Times that are over, each with its beginning: that of the sitting where none was said.
fn spans(meeting: &Meeting, earlier: &[Span]) -> impl Iterator<Item = (Option<Moment>, Option<Moment>)> {
    let begin = meeting.starts_at;
    earlier.iter().map(move |span| (span.from.or(Some(begin)), Some(span.until)))
}

/// Whether times follow one another, the last one too where somebody was there in it. Only the first may lack a beginning.
fn follow(meeting: &Meeting, earlier: &[Span], last: &Seen) -> bool {
    let begins = earlier.iter().map(|span| span.from).chain(last.presence.is_there().then_some(last.from));
    let begins: Vec<Moment> = begins.map(|from| from.unwrap_or(meeting.starts_at)).collect();
    begins.iter().skip(1).zip(earlier).all(|(begin, before)| before.until <= *begin)
}

/// Writes a line with its times, as far as it changed.
pub(super) fn save(tx: &Tx<'_>, id: Id<Meeting>, was: &Line, line: &Line) -> Result<()> {
    attendance::save_line(tx, id, line)?;
    if line.earlier != was.earlier {
        attendance::delete_spans(tx, id, &line.key)?;
        for span in &line.earlier {
            attendance::insert_span(tx, id, &line.key, span)?;
        }
    }
    Ok(())
}

/// A list is kept from the day on, and until the minutes go out.
pub(super) fn open(tx: &Tx<'_>, meeting: &Meeting) -> Result<()> {
    if meeting.state == MeetingState::Cancelled {
        return rule("Dieser Termin ist abgesagt.", "This meeting has been called off.");
    }
    if meeting.day() > tx.today() {
        return rule("Anwesend ist man erst am Tag der Sitzung.", "Attendance is kept from the day of the meeting on.");
    }
    if minutes::find_minutes_of(tx, meeting.id)?.is_some_and(|found| found.state != MinutesState::Draft) {
        return rule(
            "Das Protokoll ist verschickt. Die Anwesenheit ändert sich nicht mehr.",
            "The minutes have been sent. The attendance does not change any more.",
        );
    }
    Ok(())
}
