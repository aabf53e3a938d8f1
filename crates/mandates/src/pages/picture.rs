//! The ways as one picture with its table, and what is wrong with them in words.

use std::collections::{BTreeMap, HashMap};

use kernel::{Day, Id, Level, Result, Scope};
use networks::{Body, Link, Status, shell};
use pictures::{
    About,
    ways::{Link as Arrow, Place, Seat, State, Ways as Drawing, draw},
};
use web::Reading;

use super::view::{Block, Line, Section, lines};
use crate::{
    paths::{BodyMandates, MandatePage, ReportPage},
    reads::chains::{Step, Ways},
    store::reports,
    words::T,
};

/// How many ways the sentence beside a picture names.
const NAMED: usize = 6;

/// How a seat stands: for the drawing, and in words.
pub fn state(r: &Reading<'_>, step: &Step, day: Day) -> (State, String) {
    let (t, lang, seat) = (T(r.viewer.lang), r.viewer.lang, &step.seat);
    let Some(held) = seat.held.as_ref().filter(|_| seat.first().is_some()) else {
        let words = match step.waiting() {
            Some(it) => t.chain_waits(i18n::day_medium(lang, it.from)),
            None => t.chain_vacant().to_owned(),
        };
        return (State::Vacant, words);
    };
    if step.link == Some(Link::Broken) {
        return (State::Broken, t.chain_broken().to_owned());
    }
    if let Some(end) = held.term_end.filter(|end| *end <= day) {
        return (State::Broken, t.chain_expired(i18n::day_medium(lang, end.previous())));
    }
    if held.status == Status::Suspended {
        return (State::Vacant, t.chain_rests().to_owned());
    }
    let until = match held.term_end {
        Some(end) => t.chain_until(i18n::day_medium(lang, end.previous())),
        None => t.chain_open().to_owned(),
    };
    if is_unconfirmed(step, day) { (State::Open, t.chain_unconfirmed(until)) } else { (State::Ok, until) }
}

fn is_unconfirmed(step: &Step, day: Day) -> bool {
    step.file(day).is_some_and(|it| it.detail.confirmed_day.is_none())
}

/// Who sits there.
fn holder(r: &Reading<'_>, step: &Step) -> String {
    let t = T(r.viewer.lang);
    let sits = step.seat.sitters.iter().filter(|s| s.capacity.fills());
    let names: Vec<String> =
        sits.map(|s| s.who.as_ref().map_or_else(|| t.somebody().to_owned(), |w| w.name.full())).collect();
    names.join(", ")
}

/// The ways of a page on the day looked at, as far as wished: all of them, or the last one or two steps; before them what does
/// not hold, in words. `path` is the page's own address. None without ways.
///
/// # Errors
/// When the database cannot be read.
pub fn chain_section(r: &Reading<'_>, found: Ways, path: &str) -> Result<Option<Section>> {
    let t = T(r.viewer.lang);
    if found.is_empty() {
        return Ok(None);
    }
    let steps = r.ask.query("schritte").and_then(|s| s.parse::<usize>().ok()).filter(|n| (1..=2).contains(n));
    let trouble = troubles(r, &found);
    let drawn = match steps {
        Some(steps) => found.near(steps),
        None => found,
    };
    let drawn = drawn.limited();
    let mut section = Section::new("ketten", t.chains_title(), Block::Html(shell::day_form(r, &[])));
    let with = |steps: usize| format!("{path}{}schritte={steps}", if path.contains('?') { '&' } else { '?' });
    section = section.with(Block::Ways(vec![
        (t.steps_all().to_owned(), path.to_owned()),
        (t.steps_one().to_owned(), with(1)),
        (t.steps_two().to_owned(), with(2)),
    ]));
    if !trouble.is_empty() {
        section = section.with(Block::Rows(trouble));
    }
    section = section.with(Block::Html(figure(r, &drawn)?));
    if drawn.cut {
        section = section.with(Block::Text(lines(t.chains_cut())));
    }
    Ok(Some(section))
}

/// The picture: each body once, each seat somebody is sent to as a row of it, with its last report. One statement.
///
/// # Errors
/// When the database cannot be read.
pub fn figure(r: &Reading<'_>, ways: &Ways) -> Result<String> {
    let (t, lang, day) = (T(r.viewer.lang), r.viewer.lang, r.viewer.stand);
    let seats: Vec<_> = ways.steps.iter().map(|step| step.seat.id).collect();
    let last: HashMap<_, _> = reports::list_last(r.conn, &r.viewer.actor, &seats, day.next().at(0, 0))?
        .into_iter()
        .map(|(seat, report, at)| (seat, (report, at.day())))
        .collect();
    let mut order: Vec<Id<Body>> = ways.roots();
    for step in &ways.steps {
        for body in [step.sender, step.receiver] {
            if !order.contains(&body) {
                order.push(body);
            }
        }
    }
    let at: HashMap<Id<Body>, usize> = order.iter().enumerate().map(|(n, id)| (*id, n)).collect();
    let mut broken = 0;
    let mut places: Vec<Place> = order.iter().filter_map(|id| ways.bodies.get(id)).map(|b| place(r, ways, b)).collect();
    let mut links: Vec<(usize, usize, &str)> = Vec::new();
    for begin in &order {
        if let Some(above) = ways.above(*begin)
            && let (Some(network), Some(organ)) = (at.get(&above.id), at.get(begin))
        {
            links.push((*network, *organ, if above.formal { t.chain_elects() } else { t.chain_forms() }));
        }
    }
    for step in &ways.steps {
        let (Some(from), Some(to)) = (at.get(&step.sender), at.get(&step.receiver)) else { continue };
        let (state, state_label) = state(r, step, day);
        broken += usize::from(!state.holds());
        let sender = ways.bodies.get(&step.sender).map_or("", |b| b.name_in(lang));
        let seat = Seat {
            sender: *from,
            who: holder(r, step),
            sent_by: t.sent_by(sender),
            state,
            state_label,
            note: last
                .get(&step.seat.id)
                .map_or_else(String::new, |(_, day)| t.chain_report(i18n::day_medium(lang, *day))),
            href: step.page(day).map(|it| r.viewer.link(&MandatePage { mandate: it.id })),
            note_href: last.get(&step.seat.id).map(|(report, _)| r.viewer.link(&ReportPage { report: *report })),
        };
        if let Some(place) = places.get_mut(*to) {
            place.seats.push(seat);
        }
        links.push((*from, *to, t.chain_sends()));
    }
    broken += places.iter().filter(|place| place.seats.is_empty() && !place.state.holds()).count();
    links.sort_unstable();
    links.dedup();
    let links = links.into_iter().map(|(from, to, label)| Arrow { from, to, label: label.to_owned() }).collect();
    let about = About {
        id: "bild-ketten".to_owned(),
        title: t.chains_title().to_owned(),
        description: said(r, ways, broken),
        table_caption: t.chains_title().to_owned(),
        table_head: [t.chain_stage(), t.chain_who(), t.fact_sender(), t.chain_state(), t.chain_last()]
            .map(str::to_owned)
            .to_vec(),
    };
    Ok(draw(&Drawing { about, places, links }).figure("", t.chain_as_table()))
}

/// A body, its seats still missing.
fn place(r: &Reading<'_>, ways: &Ways, body: &Body) -> Place {
    let t = T(r.viewer.lang);
    let counts = ways.counts.get(&body.id);
    let nobody = counts.is_some_and(|counts| counts.seats > 0 && counts.filled == 0);
    Place {
        title: shell::soft(body.name_in(r.viewer.lang)),
        subtitle: counts.map_or_else(String::new, |counts| t.chain_seats(counts.seats, counts.filled)),
        state: if nobody { State::Vacant } else { State::Ok },
        state_label: if nobody { t.chain_nobody().to_owned() } else { String::new() },
        seats: Vec::new(),
        // Its page is for those of its side.
        href: rights::sees(&r.viewer.actor, &Scope::body(Level::Network, body.network.raw(), body.id.raw()))
            .then(|| r.viewer.link(&BodyMandates { body: body.id })),
    }
}

/// What is to be seen: which ways there are, and whether they hold.
fn said(r: &Reading<'_>, ways: &Ways, broken: usize) -> String {
    let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
    let ends = ways.ends();
    let named = ends.iter().take(NAMED).map(|(first, last)| t.chain_title(first.name_in(lang), last.name_in(lang)));
    let mut names = named.collect::<Vec<_>>().join("; ");
    if ends.len() > NAMED {
        names = t.chain_more(names, ends.len() - NAMED);
    }
    if broken == 0 { t.chain_holds(names) } else { t.chain_breaks(names, broken) }
}

/// What is to be looked at: vacant seats, terms that are over, links that broke, words of receivers that are missing; each
/// seat once.
pub fn troubles(r: &Reading<'_>, ways: &Ways) -> Vec<Line> {
    let (lang, day) = (r.viewer.lang, r.viewer.stand);
    let line = |step: &Step| {
        let (state, words) = state(r, step, day);
        if state == State::Ok {
            return None;
        }
        let class = if state == State::Open { "i1" } else { "w1" };
        let (seat, body) = (&step.seat, ways.bodies.get(&step.receiver)?);
        let name = shell::seat_name(lang, seat.number, seat.label.as_deref(), seat.office);
        Some(Line {
            title: format!("{}, {name}", body.name_in(lang)),
            href: step.page(day).map_or_else(String::new, |it| r.viewer.link(&MandatePage { mandate: it.id })),
            details: Some(holder(r, step)).filter(|h| !h.is_empty()).into_iter().collect(),
            pills: vec![shell::Pill::new(class, "warning", words)],
            ..Line::default()
        })
    };
    ways.steps.iter().filter_map(line).collect()
}

/// Who sends, and from which administration.
type Sent = (Id<Body>, Id<people::Organisation>);

/// From which administration several are sent by one body, with where they sit; none where nobody has more than one seat.
pub fn concentration(r: &Reading<'_>, ways: &Ways) -> Option<Section> {
    let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
    let mut held: BTreeMap<Sent, (String, Vec<&Step>)> = BTreeMap::new();
    for step in ways.steps.iter().filter(|step| step.seat.first().is_some()) {
        if let Some(of) = &step.seat.organisation {
            let entry = held.entry((step.sender, of.id)).or_insert_with(|| (of.name.clone(), Vec::new()));
            entry.1.push(step);
        }
    }
    let name = |id: Id<Body>| ways.bodies.get(&id).map_or("", |b| b.name_in(lang));
    let line = |((sender, of), (title, steps)): (Sent, (String, Vec<&Step>))| Line {
        title,
        href: r.viewer.link(&networks::paths::OrganisationPage { organisation: of }),
        details: vec![
            t.sent_by(name(sender)),
            steps.iter().map(|step| name(step.receiver)).collect::<Vec<_>>().join(", "),
        ],
        pills: vec![shell::Pill::new("i1", "seat", t.several_seats(steps.len()))],
        ..Line::default()
    };
    let several: Vec<Line> = held.into_iter().filter(|(_, (_, steps))| steps.len() > 1).map(line).collect();
    (!several.is_empty()).then(|| Section::new("mehrere-sitze", t.several_title(), Block::Rows(several)))
}
