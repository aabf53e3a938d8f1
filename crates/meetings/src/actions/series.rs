//! Series: setting one down, changing it, deciding its days.

use db::Tx;
use kernel::{Actor, Day, Error, Event, Id, Reason, Result, Scope, Subject};
use networks::{Body, BodyKind};
use people::rules::Check;

use super::{agenda, meetings, rule};
use crate::{
    Decided, Host, Meeting, NewItem, NewMeeting, NewSeries, Series,
    rules::{DAYS_MOST, MINUTES_MOST, closest, leads, levels},
    store::series,
};

/// The most hosts.
const HOSTS_MOST: usize = 60;
/// The most standing items.
const ITEMS_MOST: usize = 40;
/// The most minutes of one item.
const ITEM_MINUTES: i64 = 600;

fn event(verb: &'static str, it: &Series, by: Option<i64>) -> Event {
    Event::new(verb, Subject::new("series", it.id.raw())).by(by).within(it.scope())
}

fn led(tx: &Tx<'_>, by: &Actor, id: Id<Series>) -> Result<(Series, Body)> {
    let it = series::find_series(tx, by, id)?;
    if !leads(by, &it.scope()) {
        return Err(Error::Denied(None));
    }
    let body = networks::find_body(tx, by, it.body)?;
    Ok((it, body))
}

/// The standing items of a template: `20 Begrüßung` a line; without a number it takes no time yet.
///
/// # Errors
/// The sentence that says which line is wrong.
pub fn standing_items(text: &str) -> Result<Vec<NewItem>, Reason> {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if lines.len() > ITEMS_MOST {
        return Err(Reason::new(
            format!("Höchstens {ITEMS_MOST} feste Punkte."),
            format!("At most {ITEMS_MOST} standing items."),
        ));
    }
    lines
        .into_iter()
        .map(|line| {
            let (minutes, title) = match line.split_once(' ') {
                Some((number, rest)) if number.bytes().all(|b| b.is_ascii_digit()) => {
                    (number.parse::<i64>().unwrap_or(i64::MAX), rest.trim())
                }
                _ => (0, line),
            };
            let good = minutes <= ITEM_MINUTES && (1..=120).contains(&title.chars().count());
            good.then(|| NewItem::new(title, minutes)).ok_or_else(|| {
                Reason::new(
                    format!("Bitte prüfen Sie die Zeile „{}“.", cut(line)),
                    format!("Please check the line “{}”.", cut(line)),
                )
            })
        })
        .collect()
}

fn cut(line: &str) -> String {
    line.chars().take(60).collect()
}

fn checked(new: &NewSeries, body: &Body) -> Result<NewSeries> {
    let mut check = Check::new();
    let title = check.name("title", &new.title);
    let note = check.text("note", Some(&new.note)).unwrap_or_default();
    let agenda = check.text("agenda", Some(&new.agenda)).unwrap_or_default();
    let online = check.website("online", Some(&new.online)).unwrap_or_default();
    check.take("agenda", standing_items(&agenda).map(drop));
    check.that((1..=MINUTES_MOST).contains(&new.minutes), "length", || {
        Reason::new(
            "Bitte nennen Sie eine Dauer zwischen einer Minute und 14 Tagen.",
            "Please give a length between one minute and 14 days.",
        )
    });
    check.that((0..1440).contains(&new.minute), "hour", || {
        Reason::new("Schreiben Sie die Uhrzeit so: 14:30.", "Write the time like this: 14:30.")
    });
    check.that((1900..=2200).contains(&new.first_day.year()), "first_day", || {
        Reason::new("Bitte prüfen Sie das Jahr.", "Please check the year.")
    });
    check.that(levels(body).contains(&new.level), "level", || {
        Reason::new("Bitte wählen Sie eine der Möglichkeiten.", "Please choose one of the options.")
    });
    check.that(new.hosts.len() <= HOSTS_MOST, "hosts", || {
        Reason::new(format!("Höchstens {HOSTS_MOST} in der Reihe."), format!("At most {HOSTS_MOST} in turn."))
    });
    let mut hosts: Vec<(String, String)> = Vec::new();
    for (name, place) in new.hosts.iter().take(HOSTS_MOST) {
        let name = check.name("hosts", name);
        let place = check.text("hosts", Some(place)).unwrap_or_default().replace('\n', ", ");
        check.that(place.chars().count() <= 200 && hosts.iter().all(|(known, _)| *known != name), "hosts", || {
            Reason::new(
                "Jeder Name steht nur einmal, mit höchstens 200 Zeichen Ort.",
                "Each name stands once, with a place of at most 200 characters.",
            )
        });
        hosts.push((name, place));
    }
    check.done()?;
    Ok(NewSeries { title, note, agenda, online, hosts, ..new.clone() })
}

/// Sets a series of a body down. No meeting comes of it yet.
///
/// # Errors
/// [`Error::NotFound`] where she may not see the body; [`Error::Denied`] but for those who convene it; [`Error::Rule`] for
/// a dissolved body or one of others; [`Error::Form`] on `title`, `note`, `agenda`, `online`, `length`, `hour`, `first_day`,
/// `level`, `hosts`.
pub fn plan_series(tx: &Tx<'_>, by: &Actor, body: Id<Body>, new: &NewSeries) -> Result<Id<Series>> {
    let body = networks::find_body(tx, by, body)?;
    if !leads(by, &Scope::body(body.level, body.network.raw(), body.id.raw())) {
        return Err(Error::Denied(None));
    }
    if body.kind == BodyKind::Outside {
        return rule("Dieses Gremium tagt anderswo.", "This body meets elsewhere.");
    }
    if body.term.until <= tx.today() {
        return rule("Dieses Gremium gibt es nicht mehr.", "This body no longer exists.");
    }
    let new = checked(new, &body)?;
    let id = tx.id();
    series::insert_series(tx, id, &body, (closest(&body), by.person), &new)?;
    for (position, (name, place)) in (1..).zip(&new.hosts) {
        series::insert_host(tx, id, position, (name, place))?;
    }
    let made = series::find_series(tx, by, id)?;
    tx.emit(event("series.planned", &made, by.person));
    Ok(id)
}

/// Changes a series. Meetings that came of it stay as they are.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Stale`]; [`Error::Rule`] when it has ended; [`Error::Form`] as
/// [`plan_series`].
pub fn change_series(tx: &Tx<'_>, by: &Actor, id: Id<Series>, version: i64, new: &NewSeries) -> Result<()> {
    let (was, body) = led(tx, by, id)?;
    goes_on(&was)?;
    if was.version != version {
        return Err(Error::Stale);
    }
    let new = checked(new, &body)?;
    series::save_series(tx, id, version, &new)?;
    // Whoever stays by name keeps the memory of past turns.
    let known = series::list_hosts(tx, id, false)?;
    for (position, (name, place)) in (1..).zip(&new.hosts) {
        match known.iter().find(|host| host.name == *name) {
            Some(host) => series::save_host(tx, host.id, position, place)?,
            None => series::insert_host(tx, id, position, (name, place))?,
        }
    }
    let stays = |host: &&Host| new.hosts.iter().any(|(name, _)| *name == host.name);
    let gone: Vec<Id<Host>> = known.iter().filter(|host| !stays(host)).map(|host| host.id).collect();
    if !gone.is_empty() {
        series::end_hosts(tx, &gone)?;
    }
    tx.emit(event("series.changed", &was, by.person));
    Ok(())
}

fn goes_on(it: &Series) -> Result<()> {
    if it.ended_at.is_some() {
        return rule("Diese Reihe ist schon beendet.", "This series has ended already.");
    }
    Ok(())
}

/// Decides days of a series: those that get a meeting, with their host, and those that are left out. Each meeting gets the
/// standing items; nobody is invited yet. Gives how many meetings came of it.
///
/// # Errors
/// [`Error::NotFound`], also for a host or day that is not of this series; [`Error::Denied`]; [`Error::Rule`] when it has
/// ended, too many are asked for at once, or a day has a meeting already; [`Error::Form`] as a new meeting.
pub fn decide_days(
    tx: &Tx<'_>,
    by: &Actor,
    id: Id<Series>,
    take: &[(Day, Option<Id<Host>>)],
    leave: &[Day],
) -> Result<usize> {
    let (it, body) = led(tx, by, id)?;
    goes_on(&it)?;
    if take.len() + leave.len() > DAYS_MOST {
        return rule("So viele Tage auf einmal gehen nicht.", "So many days at once are not possible.");
    }
    let hosts = series::list_hosts(tx, id, false)?;
    let items = standing_items(&it.agenda).map_err(Error::Rule)?;
    for (day, host) in take {
        let host = match host {
            Some(host) => Some(hosts.iter().find(|h| h.id == *host).ok_or(Error::NotFound)?),
            None => None,
        };
        day_of(&it, *day)?;
        let meeting = made(tx, by, (&it, &body), *day, host, &items)?;
        let decided = Decided { day: *day, meeting: Some(meeting), host: host.map(|h| h.id) };
        match series::save_day(tx, id, decided) {
            Err(Error::Stale) => {
                return rule(
                    "An einem dieser Tage gibt es schon einen Termin.",
                    "One of these days has a meeting already.",
                );
            }
            other => other?,
        }
    }
    for day in leave {
        day_of(&it, *day)?;
        match series::save_day(tx, id, Decided { day: *day, meeting: None, host: None }) {
            // It has a meeting, which stays.
            Ok(()) | Err(Error::Stale) => {}
            Err(other) => return Err(other),
        }
    }
    tx.emit(event("series.decided", &it, by.person));
    Ok(take.len())
}

/// Whether the rule knows the day.
fn day_of(it: &Series, day: Day) -> Result<()> {
    if it.rule.days(it.first_day, day, 1) == [day] { Ok(()) } else { Err(Error::NotFound) }
}

fn made(
    tx: &Tx<'_>,
    by: &Actor,
    (it, body): (&Series, &Body),
    day: Day,
    host: Option<&Host>,
    items: &[NewItem],
) -> Result<Id<Meeting>> {
    let place = host.map_or_else(String::new, |host| {
        if host.place.is_empty() { host.name.clone() } else { format!("{}, {}", host.name, host.place) }
    });
    let new = NewMeeting {
        note: it.note.clone(),
        minutes: it.minutes,
        place,
        online: it.online.clone(),
        level: it.meeting_level,
        ..NewMeeting::new(&it.title, it.begins(day))
    };
    let meeting = meetings::insert(tx, by, body, &new, None)?;
    for item in items {
        agenda::insert(tx, &meeting, body, item)?;
    }
    tx.emit(super::event("meeting.planned", &meeting, by.person));
    Ok(meeting.id)
}

/// No more meetings come of a series; those there are stay.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] when it has ended.
pub fn end_series(tx: &Tx<'_>, by: &Actor, id: Id<Series>) -> Result<()> {
    let (it, _) = led(tx, by, id)?;
    goes_on(&it)?;
    series::save_over(tx, id)?;
    tx.emit(event("series.ended", &it, by.person));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn standing_items_are_a_line_each_with_their_minutes() {
        let items = standing_items("20 Begrüßung\n\n Berichte \n120 Aussprache über 3 Themen").unwrap();
        let read: Vec<(i64, &str)> = items.iter().map(|it| (it.minutes, it.title.as_str())).collect();
        assert_eq!(read, [(20, "Begrüßung"), (0, "Berichte"), (120, "Aussprache über 3 Themen")]);
        assert!(standing_items("999999999999999999999 Zu lang").is_err());
        assert!(standing_items(&"Punkt\n".repeat(41)).is_err());
        assert!(standing_items(&"x".repeat(121)).is_err());
    }
}
