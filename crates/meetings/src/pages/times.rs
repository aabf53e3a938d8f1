//! `/termine/{meeting}/anwesenheit/{line}`: the times of one line, for whoever came, left and came back, or changed from the
//! room to a screen.

use kernel::{Error, Moment, Problem, Reason, Result};
use networks::shell;
use web::{Answer as Reply, FormView, Reading, Slug, Writing};

use super::{
    Place,
    attendance::{clock_problem, closed, moment, names, so_far},
    minutes::view::{clock, presence_word},
};
use crate::{
    Attendance, Capacity, Line, Meeting, Presence, SheetHead, Span, actions,
    actions::attendance::{Seen, attendance_of},
    paths::{AttendancePage, AttendanceTimes},
    rules::live::SPANS_MOST,
    words::T,
};

/// How somebody can be there in one of her times.
const WAYS: [Presence; 3] = [Presence::Present, Presence::Remote, Presence::Represented];

/// The line of an address, with the list and its name.
fn found(r: &Reading<'_>, place: &Place, key: &Slug) -> Result<(Attendance, Line, String)> {
    let list = attendance_of(r.conn, &place.meeting, &place.body)?;
    let line = list.lines.iter().find(|line| line.key == key.as_str()).cloned().ok_or(Error::NotFound)?;
    let name = names(r, &place.body, std::slice::from_ref(&line))?.pop().unwrap_or_default();
    Ok((list, line, name))
}

/// The form.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who convene.
pub fn show(r: &Reading<'_>, p: AttendanceTimes) -> Result<Reply> {
    let place = Place::led(r, p.meeting)?;
    let (list, line, name) = found(r, &place, &p.line)?;
    page(r, &place, (&list, &line, &name), &values(r, &line))
}

/// What the fields begin with: one time after the other.
fn values(r: &Reading<'_>, line: &Line) -> FormView {
    let last = line.presence.is_there().then_some((line.presence, line.by_name.as_str(), line.from, line.until));
    let earlier = line.earlier.iter().map(|span| (span.presence, span.by_name.as_str(), span.from, Some(span.until)));
    let text = |at: Option<Moment>| at.map_or_else(String::new, clock);
    let mut all: Vec<(String, String)> = Vec::new();
    for (n, (how, by_name, from, until)) in (1..).zip(earlier.chain(last)) {
        all.push((format!("wie-{n}"), how.word().to_owned()));
        all.push((format!("wer-{n}"), by_name.to_owned()));
        all.push((format!("von-{n}"), text(from)));
        all.push((format!("bis-{n}"), text(until)));
    }
    let all: Vec<(&str, &str)> = all.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    FormView::new(r.viewer.lang, &all)
}

fn page(
    r: &Reading<'_>,
    place: &Place,
    (list, line, name): (&Attendance, &Line, &str),
    form: &FormView,
) -> Result<Reply> {
    let (t, m) = (T(r.viewer.lang), &place.meeting);
    let closed = closed(r, t, m)?;
    // One more than there are, stored or typed.
    let stored = line.earlier.len() + usize::from(line.presence.is_there());
    let typed = (1..=SPANS_MOST + 1).rev().find(|n| !form.value(&format!("wie-{n}")).is_empty()).unwrap_or(0);
    let count = stored.max(typed) + 1;
    let sheet = web::Sheet {
        known: vec![if closed.is_empty() { t.att_times_text().to_owned() } else { closed.clone() }],
        hidden: vec![("version", list.head.version.to_string()), ("selbst", list.head.checked.to_string())],
        fields: (1..=count.min(SPANS_MOST + 1)).flat_map(|n| time(t, form, line, n)).collect(),
        submit: if closed.is_empty() { t.att_times_submit() } else { "" },
        back: r.viewer.link(&AttendancePage { meeting: m.id }),
        ..place.sheet(r, &t.att_times_of(name))
    };
    sheet.of(form).answer(r, place.page(r, t.att_times())?, form)
}

/// The fields of one time.
fn time(t: T, form: &FormView, line: &Line, n: usize) -> Vec<String> {
    let ways = WAYS.iter().filter(|way| line.capacity != Capacity::Guest || **way != Presence::Represented);
    let mut options = vec![(String::new(), t.att_times_none().to_owned())];
    options.extend(ways.map(|way| (way.word().to_owned(), presence_word(t, *way).to_owned())));
    let mut all = vec![form.select(&format!("wie-{n}"), &t.att_times_way(n), options).to_string()];
    if line.capacity != Capacity::Guest {
        all.push(form.text(&format!("wer-{n}"), &t.att_times_by(n)).optional().to_string());
    }
    let field =
        |part: &str, label: String| form.text(&format!("{part}-{n}"), &label).kind("time").optional().to_string();
    all.extend([field("von", t.att_times_from(n)), field("bis", t.att_times_to(n))]);
    all
}

/// One time as it was typed.
struct Typed {
    presence: Presence,
    by_name: String,
    from: Option<Moment>,
    until: Option<Moment>,
}

fn typed(w: &Writing<'_>, lasted: &Meeting, line: &Line) -> std::result::Result<Vec<Typed>, Problem> {
    let mut all = Vec::new();
    let mut were = line.earlier.iter().map(|span| (span.from, Some(span.until))).chain([(line.from, line.until)]);
    for n in 1..=SPANS_MOST + 1 {
        let field = |part: &str| w.ask.field(&format!("{part}-{n}"));
        let was = were.next().unwrap_or_default();
        let Some(presence) = Presence::from_word(field("wie")).filter(|way| WAYS.contains(way)) else { continue };
        let (Ok(from), Ok(until)) = (moment(lasted, field("von"), was.0), moment(lasted, field("bis"), was.1)) else {
            return Err(clock_problem());
        };
        let by_name = if presence == Presence::Represented { field("wer").trim().to_owned() } else { String::new() };
        all.push(Typed { presence, by_name, from, until });
    }
    all.sort_by_key(|time| time.from);
    Ok(all)
}

/// What was typed as what is kept: all but the last are over. Whoever is excused for the rest, or gave her vote away, stays so
/// where each time has an end.
fn seen(line: &Line, mut times: Vec<Typed>) -> std::result::Result<Seen, Problem> {
    let away = matches!(line.presence, Presence::Excused | Presence::Proxy);
    let last = if away && times.iter().all(|time| time.until.is_some()) { None } else { times.pop() };
    let over = |time: Typed| {
        let Typed { presence, by_name, from, until } = time;
        until.map(|until| Span { presence, by_name, from, until })
    };
    let Some(earlier) = times.into_iter().map(over).collect::<Option<Vec<Span>>>() else {
        let reason = Reason::new("Nur die letzte Zeit darf ohne Ende sein.", "Only the last time may lack an end.");
        return Err(Problem { field: "", reason });
    };
    let (key, earlier) = (line.key.clone(), Some(earlier));
    Ok(match last {
        Some(Typed { presence, by_name, from, until }) => Seen { key, presence, by_name, from, until, earlier },
        None => Seen {
            key,
            presence: if away { line.presence } else { Presence::Absent },
            by_name: line.by_name.clone(),
            from: None,
            until: None,
            earlier,
        },
    })
}

/// Keeps the times.
///
/// # Errors
/// As [`actions::attendance::keep_attendance`].
pub fn save(w: &Writing<'_>, p: AttendanceTimes) -> Result<Reply> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let place = Place::led(&r, p.meeting)?;
    let (list, line, name) = found(&r, &place, &p.line)?;
    let at = (&list, &line, name.as_str());
    let kept = |problems| FormView::kept(w.viewer.lang, w.ask, problems);
    let again = |problems| page(&r, &place, at, &kept(problems));
    let overtaken = || page(&r, &place, at, &kept(Vec::new()).overtaken(&values(&r, &line)));
    let checked = w.ask.field("selbst").parse().unwrap_or(0);
    let Ok(version) = w.ask.field("version").parse() else { return overtaken() };
    // She said something of herself meanwhile.
    if line.checked > checked {
        return overtaken();
    }
    let seen = match typed(w, &so_far(&r, &place.meeting)?, &line).and_then(|times| seen(&line, times)) {
        Ok(seen) => seen,
        Err(problem) => return again(vec![problem]),
    };
    let head = SheetHead { version, checked, ..list.head };
    match actions::attendance::keep_attendance(w.tx, &w.viewer.actor, place.meeting.id, &head, &[seen], None) {
        Ok(_) => Ok(Reply::to(w.viewer.link(&p)).with_note(t.att_note_times())),
        Err(Error::Stale) => overtaken(),
        Err(fault) => again(shell::problems(fault, "", &[("until", ""), ("by", "")])?),
    }
}
