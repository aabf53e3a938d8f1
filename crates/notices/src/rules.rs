//! Whether a person is told of something, how, and why. Pure: no clock, no input or output.

mod inbox;
mod topics;
mod whose;

use kernel::{Day, Moment, Voice};
use rights::sees;
use web::{Chose, Told, Weight};

use crate::{Hours, Level, MarkState, Reader, Rhythm};

pub use inbox::{Entry, Stage, inbox, put_off};
pub use whose::{Doubt, Whose, whose};

/// How something reaches a person.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum When {
    /// In a letter of its own, at the next hour letters leave.
    Immediate,
    /// In her next bundle.
    Bundle,
    /// In her weekly letter about topics.
    Weekly,
    /// Not by letter.
    None,
}

/// Why.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Why {
    /// She did it herself.
    Own,
    /// She may not see it, or it is for others.
    NotHers,
    /// A duty of her seat.
    Duty,
    /// She was asked in person.
    Asked,
    /// A letter of its own told her already.
    ToldBefore,
    /// She muted it.
    Muted,
    /// She has read it.
    Read,
    /// She wants less of that network.
    Level,
    /// She belongs there.
    Member,
    /// She takes part in it.
    TakesPart,
    /// She follows it.
    Follows,
    /// Whoever it is for is away, and she stands in.
    StandsIn,
    /// It is under a topic she follows.
    Topic,
}

/// What holds for a person and a thing on a day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Effective {
    /// How it reaches her.
    pub when: When,
    /// Why so.
    pub why: Why,
    /// The networks through which it comes: those of which she wants to hear, or for a duty all of hers.
    pub through: Vec<i64>,
}

impl Effective {
    const fn none(why: Why) -> Self {
        Self { when: When::None, why, through: Vec::new() }
    }
}

/// Whether somebody is told of something: at once, in the bundle, or not, and why. Asked for each letter anew with the
/// seats of that day; who lost a right meanwhile is [`Why::NotHers`]. What she put away in her inbox no letter repeats.
#[must_use]
pub fn effective(reader: &Reader, told: &Told, day: Day) -> Effective {
    let holds = unmarked(reader, told, day);
    match reader.mark(told.kind, told.id) {
        // A duty comes whatever she did with it.
        Some(_) if told.weight == Weight::Duty || holds.when == When::None => holds,
        Some(mark) if mark.state == MarkState::Muted => Effective::none(Why::Muted),
        Some(mark) if mark.until >= told.at => Effective::none(Why::Read),
        _ => holds,
    }
}

/// The same before what she did with it in her inbox.
fn unmarked(reader: &Reader, told: &Told, day: Day) -> Effective {
    let holds = own(reader, told, day);
    match holds.why {
        Why::NotHers => stood_in(reader, told).or_else(|| topics::by_topic(reader, told)).unwrap_or(holds),
        // What would come as something new of a network, or not at all, comes once a week under its topic.
        Why::Member | Why::Level => topics::by_topic(reader, told).unwrap_or(holds),
        _ => holds,
    }
}

/// What cannot wait and is for somebody who is away: a question in person, a duty of her seat. Whoever stands in is told as far
/// as she may see it by her own seats; whoever is away has it when she comes back.
fn stood_in(reader: &Reader, told: &Told) -> Option<Effective> {
    if reader.away || told.by == reader.actor.person {
        return None;
    }
    let did = |person: i64| told.read.iter().any(|(p, until)| *p == person && *until >= told.at);
    let asked = |p: &i64| told.weight == Weight::Direct && told.asked.contains(p);
    let duty = |seat: &i64| told.weight == Weight::Duty && told.seats.binary_search(seat).is_ok();
    let stands = reader.stands.persons.iter().any(|p| asked(p) && !did(*p))
        || reader.stands.seats.iter().any(|(seat, p)| duty(seat) && !did(*p));
    if !stands || !told.scopes.iter().any(|scope| sees(&reader.actor, scope)) {
        return None;
    }
    let hers = distinct(told.ways.iter().filter(|way| belongs(reader, way)).map(|(network, _)| *network));
    (!hers.is_empty()).then_some(Effective { when: When::Immediate, why: Why::StandsIn, through: hers })
}

fn belongs(reader: &Reader, (network, body): &(i64, i64)) -> bool {
    reader.actor.sits_in(*body) || network == body && reader.actor.is_member_of(*network)
}

/// What is hers by her own seats.
fn own(reader: &Reader, told: &Told, day: Day) -> Effective {
    debug_assert!(reader.actor.day.is_none_or(|of| of == day), "seats of another day");
    let person = reader.actor.person;
    let is = |list: &[i64]| person.is_some_and(|p| list.contains(&p));
    if person.is_none() || told.by == person {
        return Effective::none(Why::Own);
    }
    let belongs = |way: &&(i64, i64)| belongs(reader, way);
    // What is for some seats is for nobody else; what was asked of her in person is hers wherever she sits.
    let named = seat_of(reader, told).is_some() || told.letter && is(&told.asked);
    if !named && (!told.seats.is_empty() || told.letter && !told.asked.is_empty()) {
        return Effective::none(Why::NotHers);
    }
    let hers: Vec<i64> = distinct(told.ways.iter().filter(|way| named || belongs(way)).map(|(network, _)| *network));
    if hers.is_empty() || !named && !told.scopes.iter().any(|scope| sees(&reader.actor, scope)) {
        return Effective::none(Why::NotHers);
    }
    let did = told.read.iter().any(|(p, until)| Some(*p) == person && *until >= told.at);
    if told.letter && did {
        return Effective::none(Why::Read);
    }
    if told.weight == Weight::Duty {
        return Effective { when: When::Immediate, why: Why::Duty, through: hers };
    }
    if told.letter || is(&told.lettered) {
        // Those a circular went to were chosen by their seats, not asked.
        let asked = is(&told.asked) && told.weight != Weight::Circular;
        let why = if asked { Why::Asked } else { Why::Member };
        return Effective { when: When::Immediate, why, through: hers };
    }
    let chose = told.chose.iter().find(|(p, _)| Some(*p) == person).map(|(_, chose)| *chose);
    if chose == Some(Chose::Mute) {
        return Effective::none(Why::Muted);
    }
    // Whoever is away is not disturbed; what is for her waits in the bundle after her return.
    let at_once = if reader.away { When::Bundle } else { When::Immediate };
    let asked = is(&told.asked);
    if told.weight == Weight::Direct {
        return if asked {
            Effective { when: at_once, why: Why::Asked, through: hers }
        } else {
            Effective::none(Why::NotHers)
        };
    }
    if did {
        return Effective::none(Why::Read);
    }
    // A way she closed does not close the others.
    let wanted = |least: Level| -> Vec<i64> { hers.iter().copied().filter(|n| reader.level(*n) <= least).collect() };
    let open = wanted(Level::Important);
    if open.is_empty() {
        return Effective::none(Why::Level);
    }
    let before = told.before.iter().filter(belongs).any(|(network, _)| reader.level(*network) <= Level::Important);
    match told.weight {
        Weight::New if before => Effective::none(Why::ToldBefore),
        Weight::Circular => Effective { when: at_once, why: Why::Member, through: open },
        Weight::New if asked || reader.stands.persons.iter().any(|p| told.asked.contains(p)) => {
            Effective::none(Why::ToldBefore)
        }
        Weight::New | Weight::Outcome => Effective { when: When::Bundle, why: Why::Member, through: open },
        // Whoever answers by letter gets answers as letters.
        Weight::Reply if is(&told.by_mail) => Effective { when: at_once, why: Why::TakesPart, through: open },
        _ if chose == Some(Chose::Follow) => Effective { when: When::Bundle, why: Why::Follows, through: open },
        _ if is(&told.concerned) || asked => Effective { when: When::Bundle, why: Why::TakesPart, through: open },
        _ => match wanted(Level::All) {
            all if all.is_empty() => Effective::none(Why::Level),
            all => Effective { when: When::Bundle, why: Why::Member, through: all },
        },
    }
}

/// The seat of hers something is for, where it is for some seats: not one on which she merely stands in.
fn seat_of(reader: &Reader, told: &Told) -> Option<i64> {
    let sits = reader.actor.sits.iter().filter(|s| !s.substitute && s.voice != Voice::Guest);
    sits.map(|s| s.seat).find(|seat| told.seats.binary_search(seat).is_ok())
}

fn distinct(all: impl Iterator<Item = i64>) -> Vec<i64> {
    let mut found = Vec::new();
    for one in all {
        if !found.contains(&one) {
            found.push(one);
        }
    }
    found
}

/// Up to so many networks a bundle comes daily; from the next on Tuesday and Friday.
pub const DAILY_NETWORKS: usize = 3;

/// Whether a bundle of somebody is due on a day. Never on a weekend, and not while she is away.
#[must_use]
pub fn due(reader: &Reader, day: Day) -> bool {
    // Monday is 0.
    let weekday = weekday(day);
    if reader.away || weekday > 4 {
        return false;
    }
    let twice = weekday == 1 || weekday == 4;
    match reader.rhythm {
        Rhythm::Auto if reader.count_networks() > DAILY_NETWORKS => twice,
        Rhythm::Auto | Rhythm::Daily => true,
        Rhythm::Twice => twice,
        Rhythm::Weekly => weekday == 4,
        Rhythm::Never => false,
    }
}

/// Whether somebody's weekly letter about topics is due on a day: on Mondays, apart from the days of bundles, and not while she is
/// away.
#[must_use]
pub fn topics_due(reader: &Reader, day: Day) -> bool {
    !reader.away && weekday(day) == 0
}

/// Monday is 0, Sunday 6.
#[must_use]
pub fn weekday(day: Day) -> i8 {
    day.date().weekday().to_monday_zero_offset()
}

/// When a letter that is meant at once leaves, for whoever chose no hours of her own; as [`leaves_within`].
#[must_use]
pub fn leaves(now: Moment, deadline: Option<Day>) -> Moment {
    leaves_within(Hours::USUAL, now, deadline)
}

/// When a letter that is meant at once leaves: now between somebody's hours on working days, else at the first of them on the
/// next one; where its deadline comes before, at that hour of the next day, or now when even that would be too late.
#[must_use]
pub fn leaves_within(hours: Hours, now: Moment, deadline: Option<Day>) -> Moment {
    let (today, hour) = (now.day(), now.local().hour());
    let working = |day: Day| weekday(day) <= 4;
    if working(today) && (hours.from..hours.until).contains(&hour) {
        return now;
    }
    let first = if hour < hours.from { today } else { today.next() };
    let mut day = first;
    while !working(day) {
        day = day.next();
    }
    match deadline {
        Some(last) if last < first => now,
        Some(last) if last <= day => first.at(hours.from, 0).max(now),
        _ => day.at(hours.from, 0),
    }
}

#[cfg(test)]
mod tests;
